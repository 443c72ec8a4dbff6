/* SPDX-License-Identifier: MIT */
/* abi3t_audit: paths become subjects, subjects are gathered by a pool, judged in input order and reported. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "api/options.h"
#include "api/run.h"
#include "report/report.h"
#include "rules/judge.h"

typedef struct audit {
    const abi3t_options *options;
    const abi3t_events *events;
    a3_report *reports;
    size_t report_count;
    a3_totals totals;
    bool no_memory;
} audit;

static bool judge_one(void *context, a3_subject *subject)
{
    audit *a = context;
    a3_arena arena;
    a3_arena_init(&arena, a->options->gather.limits.arena);
    a3_findings findings = {.arena = &arena, .config = &a->options->judge.config, .path = subject->path};
    a3_err err = A3_ERR_INIT;
    if (a3_judge_subject(subject, &a->options->judge, &findings, &err) != A3_OK) {
        a->no_memory = true;
        subject->err = err;
        a3_diagnose(a->events, subject->path, err.message);
    }
    a3_result result = a3_result_of(subject, &findings, a->options->strict);
    a->totals.inputs++;
    a->totals.failed += result.verdict == A3_VERDICT_FAIL;
    a->totals.unreadable += result.verdict == A3_VERDICT_ERROR;
    a->totals.errors += result.errors;
    a->totals.warnings += result.warnings;
    a->totals.notes += result.notes;
    bool ok = true;
    for (size_t i = 0; i < a->report_count; i++) {
        a3_report_input(&a->reports[i], &result);
        ok &= !a->reports[i].failed;
    }
    a3_arena_free(&arena);
    return ok;
}

abi3t_outcome abi3t_audit(const abi3t_options *options, const char *const *paths, size_t path_count,
                          const abi3t_writer *writers, size_t writer_count, const abi3t_events *events, abi3t_message *why)
{
    a3_report reports[A3_MOST_WRITERS];
    const a3_report_ops *formats[A3_MOST_WRITERS];
    if (writer_count > A3_MOST_WRITERS)
        return a3_usage(why, "more than %d reports", A3_MOST_WRITERS);
    for (size_t i = 0; i < writer_count; i++)
        if ((formats[i] = a3_report_format(writers[i].format)) == NULL)
            return a3_usage(why, "no report format is called \"%s\"", writers[i].format);
    audit a = {.options = options, .events = events, .reports = reports, .report_count = writer_count};
    for (size_t i = 0; i < writer_count; i++) {
        a3_report_style style = {writers[i].color != 0, options->quiet, options->verbose};
        a3_report_start(&reports[i], formats[i], &writers[i], style);
    }
    a3_run run = {.options = options, .paths = paths, .path_count = path_count, .events = events, .each = judge_one, .context = &a};
    a3_err err = A3_ERR_INIT;
    a3_status status = a3_run_subjects(&run, &err);
    bool written = true;
    for (size_t i = 0; i < writer_count; i++)
        if (!a3_report_finish(&reports[i], &a.totals)) {
            written = false;
            a3_fail(&err, A3_IO, "the %s report could not be written: %s", writers[i].format,
                    reports[i].errnum ? strerror(reports[i].errnum) : "out of memory");
        }
    if (why != NULL)
        snprintf(why->text, sizeof why->text, "%s", err.message);
    if (status != A3_OK || !written || a.no_memory || run.unreadable || a.totals.unreadable > 0)
        return ABI3T_FAILED;
    return a.totals.failed > 0 ? ABI3T_FINDINGS : ABI3T_CLEAN;
}

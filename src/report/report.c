/* SPDX-License-Identifier: MIT */
#include "report/report.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

const a3_report_ops *a3_report_format(const char *name)
{
    static const a3_report_ops *const formats[] = {&a3_report_text,   &a3_report_json,  &a3_report_ndjson,  &a3_report_sarif,
                                                    &a3_report_github, &a3_report_junit, &a3_report_markdown};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i]->name, name) == 0)
            return formats[i];
    return NULL;
}

static void flush(a3_report *report)
{
    if (!a3_buf_ok(&report->out))
        report->failed = true;
    if (!report->failed && report->out.size > 0) {
        report->errnum = report->writer->write(report->writer->context, report->out.data, report->out.size);
        report->failed = report->errnum != 0;
    }
    report->out.size = 0;
}

void a3_report_start(a3_report *report, const a3_report_ops *ops, const abi3t_writer *writer, a3_report_style style)
{
    *report = (a3_report){.ops = ops, .writer = writer, .style = style, .out = A3_BUF_INIT};
    if (ops->begin != NULL)
        ops->begin(report);
    flush(report);
}

void a3_report_input(a3_report *report, const a3_result *result)
{
    if (report->ops->input != NULL && !report->failed)
        report->ops->input(report, result);
    flush(report);
}

bool a3_report_finish(a3_report *report, const a3_totals *totals)
{
    if (report->ops->end != NULL && !report->failed)
        report->ops->end(report, totals);
    flush(report);
    if (report->ops->drop != NULL)
        report->ops->drop(report);
    a3_buf_free(&report->out);
    return !report->failed;
}

a3_result a3_result_of(const a3_subject *subject, const a3_findings *findings, bool strict)
{
    a3_result result = {.subject = subject, .findings = findings, .strict = strict};
    for (size_t i = 0; i < findings->count; i++) {
        const a3_finding *finding = &findings->items[i];
        if (finding->ignored != NULL) {
            result.ignored++;
            continue;
        }
        result.errors += finding->severity == A3_SEVERITY_ERROR;
        result.warnings += finding->severity == A3_SEVERITY_WARNING;
        result.notes += finding->severity == A3_SEVERITY_NOTE;
    }
    if (subject->err.status != A3_OK)
        result.verdict = A3_VERDICT_ERROR;
    else
        result.verdict = result.errors > 0 || (strict && result.warnings > 0) ? A3_VERDICT_FAIL : A3_VERDICT_PASS;
    return result;
}

const char *a3_verdict_name(a3_verdict verdict)
{
    return verdict == A3_VERDICT_PASS ? "pass" : verdict == A3_VERDICT_FAIL ? "fail" : "error";
}

const char *a3_input_kind_name(a3_input_kind kind)
{
    static const char *const names[] = {"wheel", "object", "archive", "directory"};
    return names[kind];
}

const char *a3_role_name(a3_role role)
{
    static const char *const names[] = {"library", "extension", "program"};
    return names[role];
}

a3_object_answer a3_object_answer_of(const a3_object *object)
{
    if (object->role != A3_ROLE_EXTENSION)
        return (a3_object_answer){NULL, NULL, NULL, NULL};
    if (object->module == NULL)
        return (a3_object_answer){"undetermined", NULL, "undetermined", NULL};
    static const char *const answers[] = {"undetermined", "verified", "absent"};
    static const char *const bases[] = {NULL, "code", "data"};
    static const char *const gils[] = {"undetermined", "used", "not-used", "absent"};
    a3_slots_answer answer = a3_object_slots(object);
    return (a3_object_answer){answers[answer.slots], bases[answer.basis], gils[answer.gil], answer.abi_info};
}

a3_hex_version_text a3_hex_version(uint32_t hex, bool full)
{
    static const char *const levels[16] = {[0xa] = "a", [0xb] = "b", [0xc] = "rc"};
    a3_hex_version_text out;
    unsigned level = hex >> 4 & 0xf;
    if (!full)
        snprintf(out.text, sizeof out.text, "%u.%u", hex >> 24, hex >> 16 & 0xff);
    else if (level == 0xf)
        snprintf(out.text, sizeof out.text, "%u.%u.%u", hex >> 24, hex >> 16 & 0xff, hex >> 8 & 0xff);
    else
        snprintf(out.text, sizeof out.text, "%u.%u.%u%s%u", hex >> 24, hex >> 16 & 0xff, hex >> 8 & 0xff, levels[level] ? levels[level] : "+", hex & 0xf);
    return out;
}

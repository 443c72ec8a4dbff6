/* SPDX-License-Identifier: MIT */
/* abi3t_show: what a file is, claims, imports and declares; no judgement. */
#include <stdio.h>
#include <string.h>

#include "api/run.h"
#include "report/show.h"

typedef struct show {
    const abi3t_options *options;
    a3_show shows[16];
    size_t count;
    size_t unreadable;
} show;

static bool one(void *context, a3_subject *subject)
{
    show *s = context;
    s->unreadable += subject->err.status != A3_OK;
    bool ok = true;
    for (size_t i = 0; i < s->count; i++)
        ok &= a3_show_input(&s->shows[i], subject);
    return ok;
}

abi3t_outcome abi3t_show(const abi3t_options *options, const char *const *paths, size_t path_count, const abi3t_writer *writers,
                         size_t writer_count, const abi3t_events *events, abi3t_message *why)
{
    show s = {.options = options};
    for (size_t i = 0; i < writer_count; i++)
        if (i == sizeof s.shows / sizeof *s.shows || !a3_show_format(writers[i].format))
            return a3_usage(why, "show writes text or json, not \"%s\"", writers[i].format);
    for (; s.count < writer_count; s.count++)
        a3_show_start(&s.shows[s.count], &writers[s.count], options->verbose, options->show_platform);
    abi3t_options everything = *options;
    everything.gather.everything = true;
    a3_run run = {.options = &everything, .paths = paths, .path_count = path_count, .events = events, .each = one, .context = &s};
    a3_err err = A3_ERR_INIT;
    a3_status status = a3_run_subjects(&run, &err);
    bool written = true;
    for (size_t i = 0; i < s.count; i++)
        written &= a3_show_finish(&s.shows[i]);
    if (!written)
        a3_fail(&err, A3_IO, "the report could not be written");
    if (why != NULL)
        snprintf(why->text, sizeof why->text, "%s", err.message);
    return status != A3_OK || !written || run.unreadable || s.unreadable > 0 ? ABI3T_FAILED : ABI3T_CLEAN;
}

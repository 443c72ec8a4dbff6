/* SPDX-License-Identifier: MIT */
#include "api/table.h"

abi3t_outcome a3_table_check(const a3_table *table, abi3t_message *why)
{
    if (table->writer_count > A3_MOST_WRITERS)
        return a3_usage(why, "more than %d reports", A3_MOST_WRITERS);
    for (size_t i = 0; i < table->writer_count; i++)
        if (table->format(table->writers[i].format) == NULL)
            return a3_usage(why, "%s writes text, markdown, html or json, not \"%s\"", table->command, table->writers[i].format);
    return ABI3T_CLEAN;
}

abi3t_options a3_table_options(const abi3t_options *options)
{
    abi3t_options everything = *options;
    everything.gather.min_python = 0;    /* an option of audit and show */
    everything.gather.everything = true; /* what a version-specific module declares counts too */
    return everything;
}

a3_status a3_table_write(const a3_table *table, const abi3t_options *options, void *state, const a3_totals *totals, const a3_arena *arena, a3_err *err)
{
    a3_status status = A3_OK;
    for (size_t i = 0; i < table->writer_count; i++) {
        const abi3t_writer *writer = &table->writers[i];
        a3_report report;
        a3_report_start(&report, table->format(writer->format), writer, (a3_report_style){writer->color != 0, options->quiet, options->verbose});
        report.state = state;
        if (!a3_report_finish(&report, totals) || arena->failed)
            status = a3_fail(err, A3_IO, "the %s report could not be written", writer->format);
    }
    return status;
}

/* SPDX-License-Identifier: MIT */
/* matrix and readiness: one table of the whole run, for all interpreters, in as many formats as are asked for. */
#ifndef A3_API_TABLE_H
#define A3_API_TABLE_H

#include "api/run.h"
#include "report/report.h"

typedef struct a3_table {
    const char *command;                              /* for messages */
    const a3_report_ops *(*format)(const char *name); /* NULL: none is called that */
    const abi3t_writer *writers;                      /* borrowed */
    size_t writer_count;
} a3_table;

/* ABI3T_CLEAN, or ABI3T_USAGE with `why` filled. */
abi3t_outcome a3_table_check(const a3_table *table, abi3t_message *why);
/* The options that such a run gathers with: nothing is left out that a table may speak of. */
abi3t_options a3_table_options(const abi3t_options *options);
/* Writes the run, `state`, with each writer; its words are in `arena`. A3_IO: not all could be written; the rest was. */
a3_status a3_table_write(const a3_table *table, const abi3t_options *options, void *state, const a3_totals *totals, const a3_arena *arena, a3_err *err);

#endif

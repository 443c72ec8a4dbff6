/* SPDX-License-Identifier: MIT */
/* The matrices of a run, written whole at its end. */
#ifndef A3_REPORT_MATRIX_H
#define A3_REPORT_MATRIX_H

#include "facts/set.h"
#include "report/report.h"

/* Why wheels of the set fail to import, or might: one reason, where it holds. */
typedef struct a3_matrix_problem {
    const a3_set_wheel *wheel;
    a3_cell_state state;       /* FAILS or UNKNOWN */
    const char *reason;
    a3_strings modules;        /* to which it applies, in order */
    a3_interp_set interpreters;/* on any of: */
    uint64_t columns;          /* bits; columns number at most 64 */
} a3_matrix_problem;
typedef A3_LIST(a3_matrix_problem) a3_matrix_problems;

typedef struct a3_matrix {
    const a3_set *set;
    const a3_findings *findings; /* sorted */
    a3_matrix_problems problems;
    size_t states[A3_CELL_STATES]; /* cells, by state */
    size_t gaps;
    size_t failing; /* wheels that some system picks and that fail there, the newest or an older one: times */
} a3_matrix;

typedef struct a3_matrix_run {
    const a3_matrix *items;
    size_t count;
    a3_strings skipped;          /* inputs that are no wheel of a set, or could not be read: "path: why" */
    a3_totals totals;
    a3_arena *arena;             /* for texts made on the way */
} a3_matrix_run;

a3_matrix a3_matrix_of(const a3_set *set, const a3_findings *findings, a3_arena *arena);
/* NULL: no such format. The report's state is the run. */
const a3_report_ops *a3_matrix_format(const char *name);
/* Number of the wheel in the legend: from 1. */
static inline size_t a3_matrix_number(const a3_set *set, const a3_set_wheel *wheel) { return (size_t)(wheel - set->wheels.items) + 1; }
/* "CPython 3.15t", "PyPy 3.11" */
const char *a3_matrix_row_name(const a3_interp *interp, a3_arena *arena);
/* What is to be said of the wheel as such: "could not be read", "picked nowhere", ...; NULL: nothing. Static. */
const char *a3_matrix_wheel_remark(const a3_set *set, const a3_set_wheel *wheel);
/* "pkg/_x, pkg/_y: needs ..." */
const char *a3_matrix_problem_text(const a3_matrix_problem *problem, a3_arena *arena);
const char *a3_matrix_columns_text(const a3_set *set, uint64_t columns, a3_arena *arena);

extern const a3_report_ops a3_matrix_text, a3_matrix_json, a3_matrix_markdown, a3_matrix_html;

#endif

/* SPDX-License-Identifier: MIT */
/* One row for each distribution: what a free-threaded interpreter makes of it. */
#ifndef A3_REPORT_READINESS_H
#define A3_REPORT_READINESS_H

#include "abi/interp.h"
#include "facts/set.h"
#include "report/report.h"

/* In the order of worse. */
typedef enum a3_readiness {
    A3_READY,       /* pure, or every module declares that it does without the GIL */
    A3_NOT_DECIDED, /* some module could not be followed, or the input not be read */
    A3_TURNS_GIL_ON,/* importing some module turns the GIL back on */
    A3_GIL_ONLY,    /* a free-threaded interpreter can use no file of it */
    A3_READINESS_COUNT
} a3_readiness;
const char *a3_readiness_name(a3_readiness readiness); /* "ready", "undecided", "gil", "gil-only" */

/* How it serves free-threaded interpreters. */
typedef enum a3_build_kind { A3_BUILD_PURE, A3_BUILD_ABI3T, A3_BUILD_FREE_THREADED, A3_BUILD_GIL } a3_build_kind;
const char *a3_build_kind_name(a3_build_kind kind); /* "pure", "abi3t", "free-threaded", "gil-only" */

typedef struct a3_ready_module {
    const char *name;      /* import path "pkg/_x" */
    const char *gil;       /* "used", "not-used", "absent", "undetermined"; "none" where no file suits */
    const char *why;       /* static or in the arena */
    a3_readiness state;
} a3_ready_module;

typedef struct a3_ready_row {
    const char *name, *version; /* of the distribution; version NULL: not known */
    const char *path;           /* of the input chosen for it */
    a3_build_kind kind;
    a3_readiness state;
    A3_LIST(a3_ready_module) modules; /* the first of those that are not ready */
    size_t not_ready;           /* of them all */
    size_t module_count;        /* all extension modules */
    size_t replaced;            /* of these: no file of them suits, and a Python file stands beside */
    bool regressed;             /* worse than the baseline, or not in it and not ready */
    bool installed;             /* the interpreter installs it; false: kind GIL, or made for another version */
} a3_ready_row;

typedef struct a3_ready_run {
    const a3_interp *interp;
    a3_ready_row *rows;         /* sorted by name, version, path */
    size_t count;
    size_t states[A3_READINESS_COUNT], kinds[4];
    size_t regressions;
    bool baseline;              /* one was given */
    a3_arena *arena;
} a3_ready_run;

const a3_report_ops *a3_ready_format(const char *name); /* NULL: none. The report's state is the run. */

/* Modules of a row that share a reason; the text goes into the arena: "pkg/_x, pkg/_y and 7 more". Each reason is told at its first
 * module: NULL where an earlier one has it. */
const char *a3_ready_modules_text(const a3_ready_row *row, size_t first, a3_arena *arena);

/* ---- the baseline: an earlier JSON report ---- */

typedef struct a3_ready_known {
    const char *name;
    a3_readiness state;         /* the best of several */
} a3_ready_known;
typedef struct a3_ready_baseline {
    a3_version python;
    A3_LIST(a3_ready_known) rows;
} a3_ready_baseline;

/* A3_MALFORMED: no such report, or not a whole one. Everything is kept in the arena. */
a3_status a3_ready_baseline_read(const char *text, size_t size, a3_arena *arena, a3_ready_baseline *out, a3_err *err);
/* Sets `regressed` where a row is worse than it was; a distribution that was not there counts as if it had been ready. */
void a3_ready_compare(a3_ready_run *run, const a3_ready_baseline *baseline);

extern const a3_report_ops a3_ready_text, a3_ready_json, a3_ready_markdown, a3_ready_html;

#endif

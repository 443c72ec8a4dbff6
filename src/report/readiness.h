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
const char *a3_build_kind_name(a3_build_kind kind); /* "pure", "abi3t", "free-threaded", "GIL only" */

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
    A3_LIST(a3_ready_module) modules; /* those that are not ready */
    size_t module_count;        /* all extension modules */
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
/* Compares with an earlier JSON report and sets `regressed`. A3_MALFORMED: that is none. */
a3_status a3_ready_compare(a3_ready_run *run, const char *text, size_t size, a3_err *err);

extern const a3_report_ops a3_ready_text, a3_ready_json, a3_ready_markdown, a3_ready_html;

#endif

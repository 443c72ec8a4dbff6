/* SPDX-License-Identifier: MIT */
/* From paths to gathered subjects: finds out what each path is, gathers over a pool of threads, hands subjects on in input
 * order whatever order they were finished in. */
#ifndef A3_API_RUN_H
#define A3_API_RUN_H

#include <stdbool.h>

#include "abi3t.h"
#include "api/options.h"
#include "facts/facts.h"

enum { A3_MOST_WRITERS = 16 }; /* reports of one run */

/* Takes a gathered subject; called from the calling thread, in input order. The subject is freed afterwards unless `keep` is
 * set in the run. False: stop the run (an output failed). */
typedef bool a3_subject_fn(void *context, a3_subject *subject);

/* Takes a path out of the run (true) before it is looked at. */
typedef bool a3_take_path_fn(void *context, const char *path);

typedef struct a3_run {
    const abi3t_options *options;
    const char *const *paths;
    size_t path_count;
    const abi3t_events *events; /* may be NULL */
    a3_take_path_fn *take_path; /* may be NULL */
    a3_subject_fn *each;
    void *context;
    bool unreadable; /* out: some path could not be audited, and the diagnostic event said so */
} a3_run;

/* A3_OK, A3_NOMEM, A3_IO (no thread could be made). What is wrong with a subject stands in it. */
a3_status a3_run_subjects(a3_run *run, a3_err *err);

/* "PATH: WHAT" on the diagnostic event, escaped. `events` may be NULL. */
void a3_diagnose(const abi3t_events *events, const char *path, const char *what);

/* Fills `why` and returns ABI3T_USAGE. */
abi3t_outcome a3_usage(abi3t_message *why, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif

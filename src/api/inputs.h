/* SPDX-License-Identifier: MIT */
/* From paths to inputs: what is a wheel, an object, an archive, a directory; patterns that a shell did not expand. */
#ifndef A3_API_INPUTS_H
#define A3_API_INPUTS_H

#include "api/run.h"

typedef struct a3_input {
    a3_input_kind kind;
    const char *path;  /* good until the next call */
    bool is_dist_info; /* path is a .dist-info folder */
    a3_span bytes;     /* data not NULL: the content, from within an archive */
    a3_err err;        /* not A3_OK: the path cannot be audited; it still is an input, with verdict error */
} a3_input;

typedef struct a3_inputs {
    a3_run *run;
    size_t next_path;
    a3_arena arena; /* of `waiting`; emptied when that is */
    A3_LIST(a3_input) waiting;
    size_t next_waiting;
} a3_inputs;

void a3_inputs_init(a3_inputs *inputs, a3_run *run);
void a3_inputs_free(a3_inputs *inputs);
/* The next input; *more false at the end. Says on the diagnostic event what cannot be audited, and sets run->unreadable. A3_NOMEM. */
a3_status a3_inputs_next(a3_inputs *inputs, a3_input *out, bool *more, a3_err *err);

/* Calls `take` for each wheel and object in an archive (tar, ZIP, conda; nested up to the limit), path "outer!inner", and for the
 * archive itself where it could not be read, or holds nothing to audit. What `take` returns other than A3_OK ends the walk. */
typedef a3_status a3_take_fn(void *context, const a3_input *input, a3_err *err);
a3_status a3_archive_inputs(const a3_input *archive, const a3_limits *limits, a3_take_fn *take, void *context, a3_err *err);

#endif

/* SPDX-License-Identifier: MIT */
/* From paths to inputs: what is a wheel, an object, an archive, a directory; patterns that a shell did not expand. */
#ifndef A3_API_INPUTS_H
#define A3_API_INPUTS_H

#include "api/run.h"

typedef struct a3_inputs {
    a3_run *run;
    size_t next_path;
    a3_arena arena; /* of `waiting`; emptied when that is */
    A3_LIST(a3_input) waiting;
    size_t next_waiting;
} a3_inputs;

/* NOT_YET: the stream of paths has none for the moment. */
typedef enum a3_inputs_state { A3_INPUTS_ONE, A3_INPUTS_NOT_YET, A3_INPUTS_END } a3_inputs_state;

void a3_inputs_init(a3_inputs *inputs, a3_run *run);
void a3_inputs_free(a3_inputs *inputs);
/* The next input, where *state becomes A3_INPUTS_ONE. Its strings are good until the next call, its content is the caller's to unmap. Says on the
 * diagnostic event what cannot be audited, and sets run->unreadable. A3_NOMEM. */
a3_status a3_inputs_next(a3_inputs *inputs, a3_input *out, a3_inputs_state *state, a3_err *err);

/* Calls `take` for each wheel and object in an archive (tar, ZIP, conda; nested up to the limit), path "outer!inner", for the archive itself
 * where it could not be read whole or holds nothing to audit, and for archives within it that could not be read whole, if they are archives by
 * their names, or for the half that could be read: a gzip'd data file is no fault of a sdist. The limits hold for all of it together. What `take`
 * returns other than A3_OK ends the walk. Takes over archive->content. */
typedef a3_status a3_take_fn(void *context, const a3_input *input, a3_err *err);
a3_status a3_archive_inputs(const a3_input *archive, const a3_limits *limits, a3_take_fn *take, void *context, a3_err *err);

#endif

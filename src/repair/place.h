/* SPDX-License-Identifier: MIT */
/* Where a repaired wheel goes: the folder, which may have to be made, and the name, which may be taken. */
#ifndef A3_REPAIR_PLACE_H
#define A3_REPAIR_PLACE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/bytes.h"
#include "base/err.h"

typedef struct a3_place {
    const char *input;  /* path of the wheel that is read */
    const char *folder; /* "." for the working directory */
    const char *path;   /* of the new wheel */
    const char *made;   /* the topmost folder that a3_place_make made; NULL: none */
    a3_arena *arena;
} a3_place;

/* `folder` NULL: beside the input. `input` and `name` are borrowed. A3_NOMEM. */
a3_status a3_place_init(a3_place *place, const char *input, const char *folder, const char *name, a3_arena *arena, a3_err *err);
/* The nearest folder that is there: the file is made in it, and the rest of the folders only once it is whole. Permissions are asked about,
 * for a run that writes nothing. A3_IO: no file could be made there. */
a3_status a3_place_nearest(const a3_place *place, const char **folder, a3_err *err);
/* Makes the folder, and those above it. A3_IO. */
a3_status a3_place_make(a3_place *place, a3_err *err);
/* Removes the folders that were made, where they are empty. */
void a3_place_forget(a3_place *place);

typedef enum a3_taken { A3_FREE, A3_TAKEN_SAME, A3_TAKEN_INPUT, A3_TAKEN_OTHER } a3_taken;
/* Is there a file of the new name: one with the same bytes, the input itself, or another one? */
a3_taken a3_place_taken(const a3_place *place, a3_span bytes);
/* Removes the input, unless it is what the new name stands for. A3_IO. */
a3_status a3_place_remove_input(const a3_place *place, bool *removed, a3_err *err);

#endif

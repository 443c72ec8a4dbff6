/* SPDX-License-Identifier: MIT */
/* Export hooks of an image, for this room. */
#ifndef A3_MODULE_HOOKS_H
#define A3_MODULE_HOOKS_H

#include "module/interp.h"
#include "module/module.h"

/* Fills out->hooks with names and addresses, sorted by symbol. */
a3_status a3_hooks_find(const a3_image *im, a3_arena *arena, a3_module *out);

/* What a run over code needs and where its findings go. */
typedef struct a3_reading {
    a3_memory *m;
    a3_machine *machine;  /* NULL: no decoder */
    a3_arena *arena;      /* of the results */
    a3_module *module;
    a3_hook *hook;        /* whose code is run */
    bool live;            /* a claimed interpreter takes the path */
    a3_plan plan;         /* of the run under way */
    a3_slot_arrays maybes; /* what the hook may return when variables of the image have changed */
    const a3_outcome *outcome;
    uint32_t steps;       /* what one run may spend, of steps_left */
    uint32_t steps_left;  /* of the whole module */
} a3_reading;

/* Follows the hook's code: arrays, defs, gil, followed. A3_NOMEM alone fails. */
a3_status a3_hook_follow(a3_reading *r);
/* Follows the functions that the hook's slots name, in search of types. */
a3_status a3_hook_follow_slots(a3_reading *r);

#endif

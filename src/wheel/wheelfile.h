/* SPDX-License-Identifier: MIT */
/* DIST-INFO/WHEEL (PEP 427). */
#ifndef A3_WHEEL_WHEELFILE_H
#define A3_WHEEL_WHEELFILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/bytes.h"
#include "base/err.h"
#include "wheel/fault.h"
#include "wheel/tags.h"

typedef struct a3_wheelfile {
    uint32_t version_major, version_minor; /* Wheel-Version; 0.0: not told */
    bool purelib_known, purelib;           /* Root-Is-Purelib */
    const char *generator;                 /* the first Generator, or NULL */
    const char *build;                     /* Build, or NULL */
    a3_tag_list tags;                      /* Tag: lines of three parts, as written; elements may be compressed sets */
} a3_wheelfile;

/* Fails for want of memory only; everything else is in `faults` (codes A3_FAULT_WHEEL_*). `out` is in the arena. */
a3_status a3_wheelfile_parse(a3_arena *arena, a3_span bytes, a3_wheelfile *out, a3_faults *faults);

#endif

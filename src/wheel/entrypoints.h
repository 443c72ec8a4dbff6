/* SPDX-License-Identifier: MIT */
/* DIST-INFO/entry_points.txt: INI as Python's configparser reads it with "=" as the only delimiter. */
#ifndef A3_WHEEL_ENTRYPOINTS_H
#define A3_WHEEL_ENTRYPOINTS_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/bytes.h"
#include "base/err.h"
#include "wheel/fault.h"

typedef struct a3_entrypoint {
    const char *group, *name, *value;
    uint32_t line;
} a3_entrypoint;
typedef A3_LIST(a3_entrypoint) a3_entrypoints;

/* Fails for want of memory only; everything else is in `faults` (codes A3_FAULT_ENTRY_*). */
a3_status a3_entrypoints_parse(a3_arena *arena, a3_span bytes, a3_entrypoints *out, a3_faults *faults);

#endif

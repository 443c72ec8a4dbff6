/* SPDX-License-Identifier: MIT */
/* File names of wheels, and names of projects. Sources: binary distribution format (PEP 427), PEP 503, packaging.utils. */
#ifndef A3_WHEEL_NAME_H
#define A3_WHEEL_NAME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "wheel/fault.h"
#include "wheel/tags.h"

typedef struct a3_wheel_name {
    bool valid;                                         /* packaging 26.2 parses it: no A3_FAULT_NAME */
    bool split;                                         /* the parts and tags below are set (a split name may be invalid) */
    const char *name, *version;                         /* as written */
    const char *build;                                  /* as written, NULL if none */
    const char *python, *abi, *platform;                /* columns as written */
    const char *normalised;                             /* project name, PEP 503: lower case, "-" for runs of "-_." */
    a3_tag_sets tags;
} a3_wheel_name;

/* `basename` without directories. Says everything that is wrong in `faults`. Fails for want of memory only.
 *   A3_FAULT_NAME         packaging 26.2 raises InvalidWheelFilename
 *   A3_FAULT_NAME_STRICT  26.3 does, 26.2 does not: empty elements, an interpreter tag that is no identifier
 *   A3_FAULT_NAME_INDEX   the index refuses it for other reasons: local version, over 246 bytes, control characters, name not
 *                         normalised. (Platform tags are judged by a3_index_platform_allowed, the version against
 *                         METADATA's by the caller.)
 *   A3_FAULT_NAME_STYLE   everybody takes it, but current tools write it otherwise */
a3_status a3_wheel_name_parse(a3_arena *arena, const char *basename, a3_wheel_name *out, a3_faults *faults);

/* PEP 503: lower case, runs of "-", "_", "." become one `separator` ('-' in metadata, '_' in file names). NULL: no memory. */
char *a3_name_normalise(a3_arena *arena, const char *name, char separator);
/* The pattern that the index and packaging demand of a project's name: [A-Z0-9] ends, [A-Z0-9._-] between, without case. */
bool a3_name_valid(const char *name, size_t size);
/* Equal after normalisation? */
bool a3_name_equal(const char *a, const char *b);

/* dist-info and data directories. */
typedef struct a3_dist_dir {
    const char *name, *version; /* in the arena: split at the first dash, as written */
    bool is_data;               /* .data instead of .dist-info */
} a3_dist_dir;
/* "demo-1.0.dist-info" (no slash). false: not such a name. */
bool a3_dist_dir_parse(a3_arena *arena, const char *directory, size_t size, a3_dist_dir *out);

/* Builds "name-version(-build)-python-abi-platform.whl". NULL: no memory. */
char *a3_wheel_name_format(a3_arena *arena, const a3_wheel_name *parts);

#endif

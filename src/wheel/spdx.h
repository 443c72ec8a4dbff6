/* SPDX-License-Identifier: MIT */
/* License expressions (SPDX specification annex D, as narrowed by PEP 639). */
#ifndef A3_WHEEL_SPDX_H
#define A3_WHEEL_SPDX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum { A3_SPDX_ROOM = 40 }; /* chars of the longest identifier with its NUL, and some */
extern const char a3_spdx_licenses[][A3_SPDX_ROOM];
extern const size_t a3_spdx_license_count;
extern const char a3_spdx_exceptions[][A3_SPDX_ROOM];
extern const size_t a3_spdx_exception_count;

typedef enum a3_license_answer {
    A3_LICENSE_VALID,
    A3_LICENSE_LOOSE, /* against the grammar, but packaging 26.2 (and so the index) lets it pass: 26.3 does not */
    A3_LICENSE_INVALID
} a3_license_answer;

/* Operators and identifiers in any case. Unless valid, `fault` (in the arena, or NULL for want of memory) says why. */
a3_license_answer a3_license_expression_check(a3_arena *arena, const char *text, const char **fault);

#endif

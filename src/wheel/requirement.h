/* SPDX-License-Identifier: MIT */
/* Dependency specifiers (PEP 508, as packaging.requirements reads them). */
#ifndef A3_WHEEL_REQUIREMENT_H
#define A3_WHEEL_REQUIREMENT_H

#include <stdbool.h>

#include "base/arena.h"
#include "wheel/pep440.h"

typedef struct a3_requirement {
    const char *name;       /* as written, in the arena */
    const char *url;        /* direct reference ("name @ url"), NULL if none */
    a3_strings extras;
    a3_specifiers specifiers;
    const char *marker;     /* text behind ";", NULL if none */
} a3_requirement;

/* false: `fault` says why, in the arena (NULL: no memory). */
bool a3_requirement_parse(a3_arena *arena, const char *text, a3_requirement *out, const char **fault);

/* The same text for all spellings of a dependency, and of a set of specifiers: blanks, quotes, parentheses, order, names as the
 * index folds them. What cannot be parsed is its own key. In the arena, or `text` itself. */
const char *a3_requirement_key(a3_arena *arena, const char *text);
const char *a3_specifiers_key(a3_arena *arena, const char *text);

#endif

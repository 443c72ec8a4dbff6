/* SPDX-License-Identifier: MIT */
/* The checks of single core metadata values, private to metadata.c. */
#ifndef A3_WHEEL_META_CHECKS_H
#define A3_WHEEL_META_CHECKS_H

#include "wheel/metadata.h"

typedef struct a3_meta_check {
    a3_arena *arena;
    a3_faults *faults;
    a3_metadata *metadata;
    const a3_meta_value *value; /* the one that is looked at */
} a3_meta_check;

/* Looks at check->value as its field demands; fields without rules pass. Out of memory shows as arena->failed. */
void a3_meta_check_value(a3_meta_check *check);

/* Adds a fault at the value's line. `server` may be NULL. */
void a3_meta_fault(a3_meta_check *check, a3_fault_code code, a3_index_answer index, const char *server, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* "'VALUE' is invalid for 'field'", the wording of packaging and so of the index; may be NULL. */
const char *a3_meta_invalid(a3_meta_check *check);

/* Is it UNKNOWN, blanks apart? Build tools wrote that for what they were not told, and the index drops such fields. */
bool a3_meta_unknown(const char *value);

#endif

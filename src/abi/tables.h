/* SPDX-License-Identifier: MIT */
/* The constant tables of tables.c, private to this room. All rows are in strcmp order of their (first) name; names are
 * offsets into a pool of NUL-terminated strings. */
#ifndef A3_ABI_TABLES_H
#define A3_ABI_TABLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "abi/policy.h"
#include "abi/stable.h"

extern const char a3_abi_names[];

typedef struct a3_stable_row {
    uint32_t name;
    a3_version added;
    uint8_t kind;
    uint8_t ifdef : 7;
    bool abi_only : 1;
} a3_stable_row;
extern const a3_stable_row a3_stable_rows[];
extern const size_t a3_stable_row_count;

typedef struct a3_private_row {
    uint32_t name;
    a3_exporters versions;
    uint8_t kind;
} a3_private_row;
extern const a3_private_row a3_private_rows[];
extern const size_t a3_private_row_count;

extern const char a3_policy_names[];
extern const a3_policy a3_policy_rows[];
extern const size_t a3_policy_row_count;
extern const a3_policy_set a3_policy_arches[A3_ARCH_COUNT];

typedef struct a3_policy_version_row {
    uint32_t name;
    a3_policy_set allowed[A3_ARCH_COUNT];
} a3_policy_version_row;
extern const a3_policy_version_row a3_policy_version_rows[];
extern const size_t a3_policy_version_row_count;

typedef struct a3_policy_library_row {
    uint32_t name;
    a3_policy_set allowed;
} a3_policy_library_row;
extern const a3_policy_library_row a3_policy_library_rows[];
extern const size_t a3_policy_library_row_count;

typedef struct a3_policy_symbol_row {
    uint32_t symbol, library;
    a3_policy_set refused;
} a3_policy_symbol_row;
enum { A3_POLICY_SYMBOLS_MAX = 128 }; /* rows, held by tables.c */
extern const a3_policy_symbol_row a3_policy_symbol_rows[];
extern const size_t a3_policy_symbol_row_count;

/* Index of the first row whose name is not below `key`; `rows` of `stride` bytes begin with the name's offset. */
size_t a3_table_lower_bound(const void *rows, size_t stride, size_t count, const char *pool, const char *key);

#endif

/* SPDX-License-Identifier: MIT */
/* Memory by lifetime: everything that is known of one wheel (one member, one report) lives in one arena, is capped, and
 * is freed whole. Allocation returns NULL when the cap or the machine is exhausted and `failed` stays set, so that a
 * run of allocations may be asked once at its end. Not for use from two threads at once. */
#ifndef A3_BASE_ARENA_H
#define A3_BASE_ARENA_H

#include <stdbool.h>
#include <stdarg.h>
#include <stddef.h>

#include "base/bytes.h"

typedef struct a3_arena {
    struct a3_block *blocks;
    size_t used; /* bytes handed out and reserved, for the cap */
    size_t cap;  /* bytes */
    bool failed;
    bool exhausted; /* with `failed`: the machine had no more memory, else it was the cap */
} a3_arena;

void a3_arena_init(a3_arena *arena, size_t cap);
void a3_arena_free(a3_arena *arena); /* may be used again after a3_arena_init */
/* Zeroed, aligned for any type; size 0 gives a valid pointer. NULL: over the cap or out of memory. */
void *a3_alloc(a3_arena *arena, size_t size);
/* count * size, overflow checked. */
void *a3_alloc_array(a3_arena *arena, size_t count, size_t size);
/* For memory that is wanted beside the arena (a3_buf, malloc) and was not to be had: counts as an allocation that failed. */
void a3_arena_fail(a3_arena *arena);
char *a3_strdup(a3_arena *arena, const char *text);          /* NULL in, NULL out */
char *a3_strndup(a3_arena *arena, const char *text, size_t size);
char *a3_printf(a3_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *a3_vprintf(a3_arena *arena, const char *format, va_list args) __attribute__((format(printf, 2, 0)));

#define A3_NEW(arena, type) ((type *)a3_alloc((arena), sizeof(type)))
#define A3_NEW_ARRAY(arena, type, count) ((type *)a3_alloc_array((arena), (count), sizeof(type)))

/* Growing array in an arena: a struct with the members `items`, `count`, `room`. A3_PUSH gives a pointer to a new zeroed
 * element, or NULL when there is no memory. Growth doubles; the old storage stays in the arena until it is freed. */
#define A3_LIST(type) struct { type *items; size_t count, room; }
#define A3_PUSH(arena, list) \
    ((__typeof__((list)->items))a3_list_push((arena), (void **)&(list)->items, &(list)->count, &(list)->room, \
                                             sizeof *(list)->items))
/* Room for `more` elements beyond those there, in one piece, for counts known (and proved payable) beforehand; false: no
 * memory, the list is as it was. */
#define A3_RESERVE(arena, list, more) \
    a3_list_reserve((arena), (void **)&(list)->items, (list)->count, &(list)->room, (more), sizeof *(list)->items)
bool a3_list_reserve(a3_arena *arena, void **items, size_t count, size_t *room, size_t more, size_t size);
void *a3_list_push(a3_arena *arena, void **items, size_t *count, size_t *room, size_t size);
typedef A3_LIST(const char *) a3_strings;

#endif

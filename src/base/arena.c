/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct a3_block {
    struct a3_block *next;
    size_t size, used; /* bytes behind the header */
    alignas(max_align_t) unsigned char data[];
};

enum { FIRST_BLOCK = 4096, LARGEST_SHARED_BLOCK = 1 << 20 };

void a3_arena_init(a3_arena *arena, size_t cap) { *arena = (a3_arena){.cap = cap}; }

void a3_arena_free(a3_arena *arena)
{
    for (struct a3_block *block = arena->blocks; block != NULL;) {
        struct a3_block *next = block->next;
        free(block);
        block = next;
    }
    *arena = (a3_arena){.cap = arena->cap};
}

static struct a3_block *add_block(a3_arena *arena, size_t need)
{
    size_t size = arena->blocks ? arena->blocks->size * 2 : FIRST_BLOCK;
    if (size > LARGEST_SHARED_BLOCK)
        size = LARGEST_SHARED_BLOCK;
    if (size < need)
        size = need;
    if (size > arena->cap - arena->used)
        size = arena->cap - arena->used;
    if (size < need || size > SIZE_MAX - sizeof(struct a3_block))
        return NULL;
    struct a3_block *block = malloc(sizeof *block + size);
    if (block == NULL) {
        arena->exhausted = true;
        return NULL;
    }
    block->size = size;
    block->used = 0;
    arena->used += size;
    block->next = arena->blocks;
    arena->blocks = block;
    return block;
}

void a3_arena_fail(a3_arena *arena) { arena->failed = arena->exhausted = true; }

void *a3_alloc(a3_arena *arena, size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size == 0)
        size = 1;
    if (size > SIZE_MAX - align) {
        arena->failed = true;
        return NULL;
    }
    size_t need = (size + align - 1) / align * align;
    struct a3_block *block = arena->blocks;
    if (block == NULL || need > block->size - block->used)
        block = add_block(arena, need);
    if (block == NULL) {
        arena->failed = true;
        return NULL;
    }
    void *at = block->data + block->used;
    block->used += need;
    memset(at, 0, need);
    return at;
}

void *a3_alloc_array(a3_arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size) {
        arena->failed = true;
        return NULL;
    }
    return a3_alloc(arena, count * size);
}

char *a3_strndup(a3_arena *arena, const char *text, size_t size)
{
    if (text == NULL || size == SIZE_MAX)
        return NULL;
    char *copy = a3_alloc(arena, size + 1);
    if (copy != NULL && size > 0)
        memcpy(copy, text, size);
    return copy;
}

char *a3_strdup(a3_arena *arena, const char *text)
{
    return text ? a3_strndup(arena, text, strlen(text)) : NULL;
}

char *a3_vprintf(a3_arena *arena, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int size = vsnprintf(NULL, 0, format, args);
    char *text = size < 0 ? NULL : a3_alloc(arena, (size_t)size + 1);
    if (text != NULL)
        vsnprintf(text, (size_t)size + 1, format, again);
    va_end(again);
    return text;
}

char *a3_printf(a3_arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = a3_vprintf(arena, format, args);
    va_end(args);
    return text;
}

bool a3_list_reserve(a3_arena *arena, void **items, size_t count, size_t *room, size_t more, size_t size)
{
    if (more <= *room - count)
        return true;
    if (more > SIZE_MAX - count)
        return false;
    void *moved = a3_alloc_array(arena, count + more, size);
    if (moved == NULL)
        return false;
    if (count > 0)
        memcpy(moved, *items, count * size);
    *items = moved;
    *room = count + more;
    return true;
}

void *a3_list_push(a3_arena *arena, void **items, size_t *count, size_t *room, size_t size)
{
    if (*count == *room && !a3_list_reserve(arena, items, *count, room, *room ? *room : 8, size))
        return NULL;
    return (char *)*items + (*count)++ * size;
}

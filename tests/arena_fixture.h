/* SPDX-License-Identifier: MIT */
/* A fresh arena for each test: cmocka's set-up and tear-down. */
#ifndef ARENA_FIXTURE_H
#define ARENA_FIXTURE_H

#include "base/arena.h"

static a3_arena arena;

static int fresh_arena(void **state)
{
    (void)state;
    a3_arena_init(&arena, (size_t)64 << 20);
    return 0;
}

static int drop_arena(void **state)
{
    (void)state;
    a3_arena_free(&arena);
    return 0;
}

#endif

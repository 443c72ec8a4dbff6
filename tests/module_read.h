/* SPDX-License-Identifier: MIT */
/* For tests of the module room: a fixture, opened and read. */
#ifndef A3_TESTS_MODULE_READ_H
#define A3_TESTS_MODULE_READ_H

#include "image_open.h"
#include "module/module.h"

typedef struct reading {
    object o;
    a3_arena arena; /* of the results */
    a3_module *m;
} reading;

static inline void read_object(reading *r, bool prefer_export)
{
    a3_arena_init(&r->arena, (size_t)256 << 20);
    a3_err err = A3_ERR_INIT;
    assert_int_equal(a3_module_read(r->o.im, A3_MODULE_FULL, prefer_export, &r->arena, &r->m, &err), A3_OK);
    assert_non_null(r->m);
}

static inline reading *read_fixture(const char *name)
{
    static reading r;
    r = (reading){.o = open_fixture(name)};
    read_object(&r, true);
    return &r;
}

static inline reading *read_bytes(const uint8_t *data, size_t size)
{
    static reading r;
    r = (reading){.o = open_bytes(data, size)};
    assert_non_null(r.o.im);
    read_object(&r, true);
    return &r;
}

static inline void close_reading(reading *r)
{
    a3_arena_free(&r->arena);
    close_object(&r->o);
}

static inline const a3_hook *hook_named(const a3_module *m, const char *symbol)
{
    for (size_t i = 0; i < m->hooks.count; i++)
        if (strcmp(m->hooks.items[i].symbol, symbol) == 0)
            return &m->hooks.items[i];
    fail_msg("no hook %s", symbol);
    return NULL;
}

#endif

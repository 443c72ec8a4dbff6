/* SPDX-License-Identifier: MIT */
/* For the tests of the image room: fixtures opened from memory of exactly their size, so that a sanitizer sees every
 * byte read too many. */
#ifndef A3_TESTS_OBJECTS_H
#define A3_TESTS_OBJECTS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "image/image.h"

typedef struct object {
    uint8_t *data; /* owned */
    size_t size;
    a3_arena arena;
    a3_slices slices;
    a3_err err;
    a3_limits limits;
    a3_image *im; /* the first slice's, or NULL */
} object;

/* The bytes of testdata/bin/NAME, to be freed. */
static inline uint8_t *object_bytes(const char *name, size_t *size)
{
    char path[1024];
    const char *top = getenv("A3_TESTDATA");
    assert_non_null(top);
    snprintf(path, sizeof path, "%s/bin/%s", top, name);
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        fail_msg("%s cannot be opened", path);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    *size = (size_t)ftell(file);
    rewind(file);
    uint8_t *data = malloc(*size ? *size : 1);
    assert_non_null(data);
    assert_int_equal(fread(data, 1, *size, file), *size);
    fclose(file);
    return data;
}

/* Opens what is in data[0..size); the object must stay where it is. */
static inline void object_open(object *o)
{
    a3_arena_init(&o->arena, (size_t)1 << 30);
    o->slices = (a3_slices){NULL, 0, 0};
    o->err = (a3_err)A3_ERR_INIT;
    a3_image_open((a3_span){o->data, o->size}, &o->limits, &o->arena, &o->slices, &o->err);
    o->im = o->slices.count > 0 ? o->slices.items[0].image : NULL;
}

static inline void object_load(object *o, const char *name)
{
    *o = (object){.limits = A3_LIMITS_DEFAULT};
    o->data = object_bytes(name, &o->size);
    object_open(o);
}

/* After the bytes were changed. */
static inline void object_reopen(object *o)
{
    a3_arena_free(&o->arena);
    object_open(o);
}

static inline void object_free(object *o)
{
    a3_arena_free(&o->arena);
    free(o->data);
}

static inline void object_put(object *o, size_t at, unsigned size, uint64_t value, bool big)
{
    assert_true(size <= o->size && at <= o->size - size);
    for (unsigned i = 0; i < size; i++)
        o->data[at + i] = (uint8_t)(value >> (8 * (big ? size - 1 - i : i)));
}

static inline uint64_t object_get(const object *o, size_t at, unsigned size)
{
    assert_true(size <= o->size && at <= o->size - size);
    return a3_load(o->data + at, size, false);
}

#endif

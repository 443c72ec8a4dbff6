/* SPDX-License-Identifier: MIT */
/* For tests of the image room: one object in memory that ends where its allocation ends, so that the sanitizers see every
 * byte read too much. */
#ifndef A3_TESTS_IMAGE_OPEN_H
#define A3_TESTS_IMAGE_OPEN_H

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "image/image.h"

#define MUST(condition) assert_true(condition)
#include "exercise.h"

typedef struct object {
    uint8_t *data;
    size_t size;
    a3_arena *arena; /* the image keeps a pointer to it */
    a3_slices slices;
    const a3_slice *slice; /* the only one */
    a3_image *im;          /* NULL: see slice->err */
} object;

static inline uint8_t *load_fixture(const char *name, size_t *size)
{
    char path[1024];
    const char *root = getenv("A3_TESTDATA");
    assert_non_null(root);
    snprintf(path, sizeof path, "%s/bin/%s", root, name);
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        fail_msg("%s: cannot be opened", path);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    long end = ftell(file);
    assert_true(end > 0);
    rewind(file);
    uint8_t *data = malloc((size_t)end);
    assert_non_null(data);
    assert_int_equal(fread(data, 1, (size_t)end, file), (size_t)end);
    fclose(file);
    *size = (size_t)end;
    return data;
}

/* A copy of the first `size` bytes of `data`, opened. */
static inline object open_limited(const uint8_t *data, size_t size, const a3_limits *limits, size_t cap)
{
    object o = {.data = malloc(size ? size : 1), .size = size, .arena = malloc(sizeof *o.arena)};
    assert_non_null(o.data);
    assert_non_null(o.arena);
    if (size > 0)
        memcpy(o.data, data, size);
    a3_arena_init(o.arena, cap);
    a3_err err = A3_ERR_INIT;
    a3_image_open((a3_span){o.data, size}, limits, o.arena, &o.slices, &err);
    if (o.slices.count == 1) {
        o.slice = &o.slices.items[0];
        o.im = o.slice->image;
        assert_true((o.im == NULL) == (o.slice->err.status != A3_OK));
    }
    return o;
}

static inline object open_bytes(const uint8_t *data, size_t size)
{
    /* static: the image keeps a pointer to its limits */
    static a3_limits limits;
    limits = A3_LIMITS_DEFAULT;
    return open_limited(data, size, &limits, (size_t)256 << 20);
}

static inline object open_fixture(const char *name)
{
    size_t size;
    uint8_t *data = load_fixture(name, &size);
    object o = open_bytes(data, size);
    free(data);
    if (o.im == NULL)
        fail_msg("%s: %s", name, o.slice ? o.slice->err.message : "not recognised");
    assert_int_equal(o.im->symbols.status, A3_OK);
    return o;
}

static inline void close_object(object *o)
{
    a3_arena_free(o->arena);
    free(o->arena);
    free(o->data);
}

static inline void expect_text(const char *text, const char *part)
{
    if (text == NULL || strstr(text, part) == NULL)
        fail_msg("\"%s\" does not have \"%s\"", text ? text : "(null)", part);
}

/* The slice must have failed with this status and a message that has `part`. */
static inline void expect_failure(const uint8_t *data, size_t size, a3_status status, const char *part)
{
    object o = open_bytes(data, size);
    assert_non_null(o.slice);
    if (o.im != NULL)
        fail_msg("opened, although: %s", part);
    expect_text(o.slice->err.message, part);
    assert_int_equal(o.slice->err.status, status);
    close_object(&o);
}

/* All shorter lengths: none may open as if it were whole. */
static inline void cut_everywhere(const char *name, bool may_open)
{
    size_t size;
    uint8_t *data = load_fixture(name, &size);
    for (size_t length = 0; length < size; length++) {
        object o = open_bytes(data, length);
        if (o.im != NULL)
            exercise(o.im);
        if (o.im != NULL && !may_open)
            fail_msg("%s: opened although cut at %zu of %zu", name, length, size);
        if (o.slice != NULL && o.im == NULL)
            assert_true(o.slice->err.message[0] != 0);
        close_object(&o);
    }
    free(data);
}

/* Random bytes at random places, the same in every run. */
static inline void damage(const char *name, unsigned rounds, uint64_t seed)
{
    size_t size;
    uint8_t *data = load_fixture(name, &size);
    uint8_t *copy = malloc(size);
    assert_non_null(copy);
    for (unsigned round = 0; round < rounds; round++) {
        memcpy(copy, data, size);
        for (unsigned i = 0; i <= round % 8; i++) {
            seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
            size_t at = (size_t)(seed >> 20) % size;
            static const uint8_t nasty[] = {0x00, 0xff, 0x7f, 0x80, 0x01, 0x10};
            unsigned choice = (unsigned)(seed >> 56) % 8;
            copy[at] = choice < sizeof nasty ? nasty[choice] : (uint8_t)(seed >> 48);
        }
        object o = open_bytes(copy, size);
        if (o.im != NULL)
            exercise(o.im);
        close_object(&o);
    }
    free(copy);
    free(data);
}

/* Little arenas: every allocation fails once, and each time the answer is an error, not a crash. */
static inline void starve(const char *name)
{
    size_t size;
    uint8_t *data = load_fixture(name, &size);
    static const a3_limits limits = A3_LIMITS_DEFAULT;
    bool whole = false;
    for (size_t cap = 0; cap < (size_t)1 << 20 && !whole; cap += cap < 4096 ? 16 : 512) {
        object o = open_limited(data, size, &limits, cap);
        if (o.im != NULL) {
            exercise(o.im);
            whole = o.im->symbols.status == A3_OK && o.im->fixups_error.status == A3_OK;
            assert_true(whole || o.im->symbols.status == A3_NOMEM || o.im->fixups_error.status == A3_NOMEM);
        } else if (o.slice != NULL) {
            assert_int_equal(o.slice->err.status, A3_NOMEM);
        }
        close_object(&o);
    }
    assert_true(whole);
    free(data);
}

#endif

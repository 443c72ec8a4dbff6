/* SPDX-License-Identifier: MIT */
/* PE images made by hand, for the tests. */
#ifndef A3_TESTS_PE_MAKE_H
#define A3_TESTS_PE_MAKE_H

#include "image_open.h"

static inline void put(uint8_t *at, uint64_t value, unsigned size)
{
    for (unsigned i = 0; i < size; i++)
        at[i] = (uint8_t)(value >> (8 * i));
}

/* -- images made by hand: one section at RVA 0x1000, from 0x400 on in the file -- */

enum { BASE = 0x10000000, SECTION_AT = 0x400, SECTION_RVA = 0x1000 };

typedef struct made {
    uint8_t *data;
    size_t size;
    size_t directories; /* file offset */
    unsigned word;
} made;

static inline made make_sized(bool wide, size_t raw, size_t virtual)
{
    made m = {.size = SECTION_AT + raw, .word = wide ? 8 : 4};
    m.data = calloc(1, m.size);
    assert_non_null(m.data);
    uint8_t *d = m.data;
    memcpy(d, "MZ", 2);
    put(d + 0x3c, 0x40, 4);
    memcpy(d + 0x40, "PE\0\0", 4);
    put(d + 0x44, wide ? 0x8664 : 0x14c, 2);
    put(d + 0x46, 1, 2);
    unsigned optional_size = (wide ? 112 : 96) + 16 * 8;
    put(d + 0x54, optional_size, 2);
    put(d + 0x56, 0x2002, 2);
    uint8_t *o = d + 0x58;
    put(o, wide ? 0x20b : 0x10b, 2);
    put(o + (wide ? 24 : 28), BASE, wide ? 8 : 4);
    put(o + 32, 0x1000, 4);
    put(o + 36, 0x200, 4);
    put(o + 56, SECTION_RVA + virtual, 4);
    put(o + 60, SECTION_AT, 4);
    put(o + (wide ? 108 : 92), 16, 4);
    m.directories = 0x58 + (wide ? 112 : 96);
    uint8_t *s = o + optional_size;
    memcpy(s, ".all", 4);
    put(s + 8, virtual, 4);
    put(s + 12, SECTION_RVA, 4);
    put(s + 16, raw, 4);
    put(s + 20, SECTION_AT, 4);
    put(s + 36, 0xe0000000, 4);
    return m;
}

static inline made make(bool wide) { return make_sized(wide, 0x1000, 0x1000); }

static inline void set(made *m, uint32_t rva, uint64_t value, unsigned size)
{
    put(m->data + SECTION_AT + rva - SECTION_RVA, value, size);
}

static inline void text(made *m, uint32_t rva, const char *value)
{
    memcpy(m->data + SECTION_AT + rva - SECTION_RVA, value, strlen(value) + 1);
}

static inline void directory(made *m, unsigned index, uint32_t rva, uint32_t size)
{
    put(m->data + m->directories + index * 8, rva, 4);
    put(m->data + m->directories + index * 8 + 4, size, 4);
}

/* Import descriptor `index` of a table at `at`. */
static inline void descriptor(made *m, uint32_t at, unsigned index, uint32_t lookup, uint32_t name, uint32_t addresses)
{
    set(m, at + index * 20, lookup, 4);
    set(m, at + index * 20 + 12, name, 4);
    set(m, at + index * 20 + 16, addresses, 4);
}

static inline object open_made(made *m)
{
    object o = open_bytes(m->data, m->size);
    if (o.im == NULL)
        fail_msg("%s", o.slice ? o.slice->err.message : "not recognised");
    return o;
}

/* Opens, wants im->symbols malformed with this text and `imports` read nevertheless; frees. */
static inline void expect_symbols(made *m, const char *part, size_t imports, size_t exports)
{
    object o = open_made(m);
    expect_text(o.im->symbols.message, part);
    assert_int_equal(o.im->symbols.status, A3_MALFORMED);
    assert_int_equal(o.im->imports.count, imports);
    assert_int_equal(o.im->exports.count, exports);
    exercise(o.im);
    close_object(&o);
    free(m->data);
}

static inline const char *import_library(const object *o, const char *name)
{
    const a3_import *one = a3_image_import(o->im, name);
    return one ? one->library : NULL;
}

#endif

/* SPDX-License-Identifier: MIT */
/* For the test programs of the container room: a small good ZIP, and what the walk must say once a field of it was changed. */
#ifndef A3_TESTS_ZIPCHECK_H
#define A3_TESTS_ZIPCHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "wheel/container.h"
#include "base/hash.h"
#include "zipmake.h"

/* The good sibling. Local headers: a.txt at 0x0, b.txt at 0x2c, c.txt at 0x5c; central directory at 0x88, its entries 55 (0x37) bytes
 * each; end record at 0x12d. */
static inline zm_zip *good_zip(void)
{
    char letters[600];
    memset(letters, 'a', sizeof letters);
    zm_zip *zip = zm_new();
    zm_add_text(zip, "pkg/a.txt", "hello");
    zm_add_deflated(zip, "pkg/b.txt", letters, sizeof letters);
    zm_add_text(zip, "pkg/c.txt", "world");
    return zip;
}

static inline zm_entry *entry_of(zm_zip *zip, size_t i) { return zip->entries.items[i]; }

typedef struct expected_fault {
    a3_zip_code code;
    unsigned flags;
    uint64_t offset;
    const char *member, *text, *server;
} expected_fault;

enum { R = A3_ZIP_INDEX_REJECTS, E500 = A3_ZIP_INDEX_500, I = A3_ZIP_INSTALL };

typedef struct opened {
    a3_buf file;
    a3_arena arena;
    a3_container zip;
    a3_err err;
    a3_status status;
} opened;

static inline void open_within(opened *o, zm_zip *made, const a3_limits *limits)
{
    o->file = zm_build(made);
    zm_free(made);
    a3_arena_init(&o->arena, (size_t)limits->arena);
    o->err = (a3_err)A3_ERR_INIT;
    o->status = a3_zip_open(zm_span(&o->file), limits, &o->arena, &o->zip, &o->err);
}

static inline void open_built(opened *o, zm_zip *made) { open_within(o, made, &A3_LIMITS_DEFAULT); }

static inline void close_opened(opened *o)
{
    a3_arena_free(&o->arena);
    a3_buf_free(&o->file);
}

/* What libzip and libarchive make of a bad file is theirs, and differs by version. */
static inline bool is_second_opinion(const a3_zip_fault *f)
{
    return f->code == A3_ZIP_CONFUSION &&
           (strncmp(f->text, "libzip ", 7) == 0 || strncmp(f->text, "readers that stream ", 20) == 0);
}

/* Frees `made`. Every fault of the walk, in order, and no other. */
static inline void check_faults(zm_zip *made, const expected_fault *want, size_t count)
{
    opened o;
    open_built(&o, made);
    if (o.status != A3_OK)
        print_error("%s\n", o.err.message);
    assert_int_equal(o.status, A3_OK);
    size_t at = 0;
    for (size_t i = 0; i < o.zip.fault_count; i++) {
        const a3_zip_fault *f = &o.zip.faults[i];
        if (is_second_opinion(f))
            continue;
        if (at == count)
            print_error("unexpected: 0x%llx %s: %s [%s]\n", (unsigned long long)f->offset, f->member ? f->member : "-", f->text,
                        f->server ? f->server : "-");
        assert_true(at < count);
        const expected_fault *w = &want[at++];
        assert_string_equal(f->text, w->text);
        assert_int_equal(f->code, w->code);
        assert_int_equal(f->flags, w->flags);
        assert_int_equal(f->offset, w->offset);
        assert_string_equal(f->member ? f->member : "-", w->member ? w->member : "-");
        assert_string_equal(f->server ? f->server : "-", w->server ? w->server : "-");
    }
    assert_int_equal(at, count);
    close_opened(&o);
}

#define CHECK_FAULTS(zip, ...) \
    check_faults((zip), (const expected_fault[]){__VA_ARGS__}, \
                 sizeof((const expected_fault[]){__VA_ARGS__}) / sizeof(expected_fault))

static inline void check_clean(zm_zip *made) { check_faults(made, NULL, 0); }

/* Frees `made`. The archive cannot be opened. */
static inline void check_refused(zm_zip *made, a3_status status, uint64_t offset, const char *message)
{
    opened o;
    open_built(&o, made);
    assert_string_equal(o.err.message, message);
    assert_int_equal(o.status, status);
    assert_int_equal(o.err.offset, offset);
    close_opened(&o);
}

#endif

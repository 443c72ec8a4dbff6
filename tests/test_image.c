/* SPDX-License-Identifier: MIT */
/* What all formats share: recognition, sorting and merging, lookups, the loaded view. */
#include "image_open.h"

#include "image/order.h"

static void formats_are_told_by_their_bytes(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t size;
        a3_format format;
    } cases[] = {
        {"\177ELF", 4, A3_FORMAT_ELF},
        {"\177EL", 3, A3_FORMAT_NONE},
        {"", 0, A3_FORMAT_NONE},
        {"\0asm\1\0\0\0", 8, A3_FORMAT_WASM},
        {"\xcf\xfa\xed\xfe", 4, A3_FORMAT_MACHO},
        {"\xfe\xed\xfa\xce", 4, A3_FORMAT_MACHO},
        {"\xca\xfe\xba\xbe\0\0\0\2", 8, A3_FORMAT_MACHO},
        {"\xca\xfe\xba\xbf\0\0\0\2", 8, A3_FORMAT_MACHO},
        {"\xca\xfe\xba\xbe\0\0\0\x34", 8, A3_FORMAT_NONE}, /* a Java class */
        {"\xca\xfe\xba\xbe", 4, A3_FORMAT_NONE},
        {"MZ", 2, A3_FORMAT_NONE},
        {"#!/bin/sh\n", 10, A3_FORMAT_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(a3_image_detect((a3_span){(const uint8_t *)cases[i].bytes, cases[i].size}), cases[i].format);
    uint8_t dos[0x48] = {'M', 'Z'};
    const a3_span all = {dos, sizeof dos};
    dos[0x3c] = 0x40;
    assert_int_equal(a3_image_detect(all), A3_FORMAT_NONE); /* a DOS program */
    memcpy(dos + 0x40, "PE\0\0", 4);
    assert_int_equal(a3_image_detect(all), A3_FORMAT_PE);
    assert_int_equal(a3_image_detect((a3_span){dos, 0x42}), A3_FORMAT_PE); /* cut short */
    memcpy(dos, "MZ is how this text starts, and it goes on for some time, on ", 61);
    memcpy(dos + 60, "and on", 6);
    assert_int_equal(a3_image_detect(all), A3_FORMAT_NONE);
}

static void no_object_is_not_mine(void **state)
{
    (void)state;
    a3_arena arena;
    a3_arena_init(&arena, 1 << 20);
    a3_slices slices = {NULL, 0, 0};
    a3_err err = A3_ERR_INIT;
    const a3_limits limits = A3_LIMITS_DEFAULT;
    assert_int_equal(a3_image_open((a3_span){(const uint8_t *)"text", 4}, &limits, &arena, &slices, &err), A3_NOT_MINE);
    assert_int_equal(slices.count, 0);
    a3_arena_free(&arena);
}

static void names_sort_as_strings_and_keep_their_order(void **state)
{
    (void)state;
    enum { COUNT = 5000 };
    static char text[COUNT][40];
    static const char *names[COUNT];
    static uint32_t order[COUNT];
    static bool equal[COUNT];
    uint32_t seed = 12345;
    for (size_t i = 0; i < COUNT; i++) {
        /* long common prefixes, lengths about multiples of eight, bytes above 127, many equal ones */
        seed = seed * 1664525 + 1013904223;
        int length = snprintf(text[i], sizeof text[i], "%.*s", (int)(seed >> 8) % 18, "_ZN5torch8autograd");
        seed = seed * 1664525 + 1013904223;
        snprintf(text[i] + length, sizeof text[i] - (size_t)length, "%u%s", seed >> 22, seed & 0x1000 ? "\xc3\xa9" : "");
        names[i] = (seed & 0x7000000) == 0 ? NULL : text[i];
        order[i] = (uint32_t)i;
    }
    memset(equal, 0, sizeof equal);
    assert_true(a3_order_names(names, order, COUNT, equal));
    bool seen[COUNT] = {false};
    seen[order[0]] = true;
    for (size_t i = 1; i < COUNT; i++) {
        const char *before = names[order[i - 1]], *here = names[order[i]];
        int way = strcmp(before ? before : "", here ? here : "");
        assert_true(way <= 0);
        assert_int_equal(equal[i], way == 0);
        if (way == 0)
            assert_true(order[i - 1] < order[i]);
        assert_false(seen[order[i]]);
        seen[order[i]] = true;
    }
}

typedef struct fake {
    a3_arena arena;
    a3_slices slices;
    a3_limits limits;
    a3_image *im;
} fake;

static void fake_new(fake *f)
{
    *f = (fake){.limits = A3_LIMITS_DEFAULT};
    a3_arena_init(&f->arena, 1 << 20);
    f->im = a3_image_new(&f->slices, &f->arena, &f->limits, A3_FORMAT_PE, (a3_span){NULL, 0});
    assert_non_null(f->im);
    f->im->pointer_size = 8;
}

static void imports_are_sorted_and_merged(void **state)
{
    (void)state;
    fake f;
    fake_new(&f);
    static const a3_import given[] = {
        {.name = "b", .library = "y", .flags = A3_SYM_WEAK},
        {.name = "b", .library = "x"},
        {.name = "a", .library = "x", .flags = A3_SYM_WEAK, .version = NULL},
        {.name = "a", .library = "x", .flags = A3_SYM_WEAK | A3_SYM_DATA, .version = "V1"},
        {.name = "b", .library = "y", .flags = 0},
        {.library = "x", .ordinal = 7, .flags = A3_SYM_ORDINAL},
        {.library = "x", .ordinal = 8, .flags = A3_SYM_ORDINAL},
        {.library = "x", .ordinal = 8, .flags = A3_SYM_ORDINAL},
        {.name = "c"},
    };
    for (size_t i = 0; i < sizeof given / sizeof *given; i++)
        *A3_PUSH(&f.arena, &f.im->imports) = given[i];
    a3_image_finish(f.im);
    assert_int_equal(f.im->imports.count, 6);
    const a3_import *one = a3_image_import(f.im, "a");
    assert_int_equal(one->flags, A3_SYM_WEAK | A3_SYM_DATA); /* weak in all its parts */
    assert_string_equal(one->version, "V1");
    size_t y = a3_image_import_index(f.im, "b", "y");
    assert_int_equal(f.im->imports.items[y].flags, 0); /* weak in one part only */
    assert_string_equal(f.im->imports.items[a3_image_import_index(f.im, "b", "x")].library, "x");
    assert_string_equal(a3_image_import(f.im, "b")->library, "x");
    assert_true(a3_image_import_index(f.im, "b", "z") == SIZE_MAX);
    assert_true(a3_image_import_index(f.im, "b", NULL) == SIZE_MAX);
    assert_true(a3_image_import_index(f.im, "c", NULL) < f.im->imports.count);
    assert_null(a3_image_import(f.im, "bb"));
    a3_arena_free(&f.arena);
}

static void exports_are_found_and_the_first_of_a_name_stays(void **state)
{
    (void)state;
    fake f;
    fake_new(&f);
    static const char *const names[] = {"PyModExport_demo", "a", "z", "a", "PyModExport_dem", ""};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        *A3_PUSH(&f.arena, &f.im->exports) = (a3_export){.name = names[i], .address = i};
    a3_image_finish(f.im);
    assert_int_equal(f.im->exports.count, 5);
    assert_int_equal(a3_image_export(f.im, "PyModExport_demo")->address, 0);
    assert_int_equal(a3_image_export(f.im, "a")->address, 1);
    assert_int_equal(a3_image_export(f.im, "z")->address, 2);
    assert_null(a3_image_export(f.im, "zz"));
    assert_null(a3_image_export(f.im, "PyModExport_"));
    assert_string_equal(a3_image_defines(f.im, (const char *const[]){"nobody", "z", NULL}), "z");
    assert_null(a3_image_defines(f.im, (const char *const[]){"nobody", NULL}));
    a3_arena_free(&f.arena);
}

static const uint8_t low[] = {1, 2, 3, 4, 5, 6, 7, 8, 'h', 'i', 0, 'x'};

static void two_segments(fake *f)
{
    fake_new(f);
    *A3_PUSH(&f->arena, &f->im->segments) = (a3_segment){.address = 0x2000, .size = 16};
    *A3_PUSH(&f->arena, &f->im->segments) = (a3_segment){.address = 0x1000, .size = 32, .file = {low, sizeof low}};
    *A3_PUSH(&f->arena, &f->im->segments) = (a3_segment){.address = 0x1010, .size = 32}; /* overlaps: gives way */
    *A3_PUSH(&f->arena, &f->im->segments) = (a3_segment){.address = UINT64_MAX - 7, .size = 16}; /* wraps around */
    a3_image_finish(f->im);
}

static void addresses_lead_to_bytes(void **state)
{
    (void)state;
    fake f;
    two_segments(&f);
    uint64_t word;
    uint8_t raw[64];
    assert_int_equal(f.im->segments.count, 4);
    assert_null(a3_image_segment(f.im, 0xfff));
    assert_int_equal(a3_image_segment(f.im, 0x101f)->address, 0x1000);
    assert_int_equal(a3_image_segment(f.im, 0x1020)->address, 0x1020);
    assert_null(a3_image_segment(f.im, 0x1030));
    assert_non_null(a3_image_segment(f.im, UINT64_MAX - 1));
    assert_true(a3_image_word(f.im, 0x1000, 8, &word));
    assert_true(word == UINT64_C(0x0807060504030201));
    assert_true(a3_image_word(f.im, 0x100a, 8, &word)); /* two bytes of the file, the rest zeros */
    assert_int_equal(word, 'x' << 8);
    assert_true(a3_image_word(f.im, 0x1018, 8, &word));
    assert_int_equal(word, 0);
    assert_false(a3_image_word(f.im, 0x1019, 8, &word)); /* ends in another segment */
    assert_false(a3_image_word(f.im, 0x1000, 9, &word));
    assert_true(a3_image_read(f.im, 0x1000, raw, 32));
    assert_false(a3_image_read(f.im, 0x1000, raw, 33));
    assert_string_equal(a3_image_string(f.im, 0x1008, 100), "hi");
    assert_string_equal(a3_image_string(f.im, 0x1008, 3), "hi");
    assert_null(a3_image_string(f.im, 0x1008, 2));   /* longer than asked for */
    assert_null(a3_image_string(f.im, 0x100b, 100)); /* its end is not in the file */
    assert_null(a3_image_string(f.im, 0x2000, 100));
    assert_null(a3_image_string(f.im, 0x3000, 100));
    a3_arena_free(&f.arena);
}

static void some_fixups(a3_image *im)
{
    static const a3_fixup given[] = {
        {.address = 0x2008, .target = 7, .kind = A3_FIXUP_ADDRESS, .size = 8},
        {.address = 0x1008, .target = 0, .addend = 4, .kind = A3_FIXUP_IMPORT, .size = 8},
        {.address = 0x2000, .target = 0x2008, .kind = A3_FIXUP_ADDRESS, .size = 4},
        {.address = 0x2008, .target = 0x1000, .kind = A3_FIXUP_ADDRESS, .size = 8},
    };
    for (size_t i = 0; i < sizeof given / sizeof *given; i++)
        *A3_PUSH(im->arena, &im->fixups) = given[i];
}

static void pointers_are_what_the_loader_leaves(void **state)
{
    (void)state;
    static const struct a3_image_ops ops = {.load_fixups = some_fixups};
    fake f;
    two_segments(&f);
    f.im->ops = &ops;
    a3_pointer p = a3_image_pointer(f.im, 0x1000);
    assert_int_equal(p.kind, A3_POINTER_PLAIN);
    assert_true(p.value == UINT64_C(0x0807060504030201));
    p = a3_image_pointer(f.im, 0x1008);
    assert_int_equal(p.kind, A3_POINTER_IMPORT);
    assert_int_equal(p.addend, 4);
    p = a3_image_pointer(f.im, 0x2008);
    assert_int_equal(p.kind, A3_POINTER_ADDRESS);
    assert_int_equal(p.value, 0x1000); /* the last write */
    assert_int_equal(a3_image_pointer(f.im, 0x1004).kind, A3_POINTER_NONE); /* parts of a fixup */
    assert_int_equal(a3_image_pointer(f.im, 0x100f).kind, A3_POINTER_NONE);
    assert_int_equal(a3_image_pointer(f.im, 0x1010).kind, A3_POINTER_PLAIN);
    assert_int_equal(a3_image_pointer(f.im, 0x2000).kind, A3_POINTER_NONE); /* a fixup of four bytes */
    assert_int_equal(a3_image_pointer(f.im, 0x3000).kind, A3_POINTER_NONE);
    assert_int_equal(a3_image_pointer(f.im, UINT64_MAX).kind, A3_POINTER_NONE);
    assert_int_equal(f.im->fixups.count, 3);
    assert_non_null(a3_image_fixup(f.im, 0x2000));
    assert_null(a3_image_fixup(f.im, 0x2004));
    a3_arena_free(&f.arena);
}

/* Runs of every length, in an order that needs all of the merging. */
static void many_fixups(a3_image *im)
{
    uint32_t seed = 1;
    for (size_t i = 0; i < 3000; i++) {
        seed = seed * 1664525 + 1013904223;
        *A3_PUSH(im->arena, &im->fixups) = (a3_fixup){.address = seed >> 20, .target = i, .size = 8};
    }
}

static void fixups_are_sorted_and_the_last_write_stays(void **state)
{
    (void)state;
    static const struct a3_image_ops ops = {.load_fixups = many_fixups};
    static uint64_t last[4096];
    fake f;
    fake_new(&f);
    f.im->ops = &ops;
    many_fixups(f.im);
    size_t distinct = 0;
    memset(last, 0xff, sizeof last);
    for (size_t i = 0; i < f.im->fixups.count; i++) {
        distinct += last[f.im->fixups.items[i].address] == UINT64_MAX;
        last[f.im->fixups.items[i].address] = f.im->fixups.items[i].target;
    }
    f.im->fixups.count = 0;
    a3_image_load_fixups(f.im);
    assert_int_equal(f.im->fixups.count, distinct);
    for (size_t i = 0; i < distinct; i++) {
        if (i > 0)
            assert_true(f.im->fixups.items[i - 1].address < f.im->fixups.items[i].address);
        assert_int_equal(f.im->fixups.items[i].target, last[f.im->fixups.items[i].address]);
    }
    a3_arena_free(&f.arena);
}

static void slices_fail_once(void **state)
{
    (void)state;
    fake f;
    fake_new(&f);
    a3_slice_fail(&f.slices, A3_MALFORMED, 64, "section %d", 3);
    a3_slice_fail(&f.slices, A3_NOMEM, 0, "later");
    assert_null(f.slices.items[0].image);
    assert_int_equal(f.slices.items[0].err.status, A3_MALFORMED);
    assert_int_equal(f.slices.items[0].err.offset, 64);
    assert_string_equal(f.slices.items[0].err.message, "section 3");
    a3_arena_free(&f.arena);
    a3_arena_init(&f.arena, 0);
    a3_slices none = {NULL, 0, 0};
    assert_null(a3_image_new(&none, &f.arena, &f.limits, A3_FORMAT_ELF, (a3_span){NULL, 0}));
    a3_slice_fail(&none, A3_NOMEM, 0, "nothing to fail");
    assert_int_equal(none.count, 0);
    a3_arena_free(&f.arena);
}

static void every_name_is_there(void **state)
{
    (void)state;
    for (int i = 0; i < A3_ARCH_COUNT; i++)
        assert_non_null(a3_arch_name((a3_arch)i));
    assert_string_equal(a3_arch_name(A3_ARCH_COUNT), "unknown");
    assert_string_equal(a3_format_name(A3_FORMAT_MACHO), "macho");
    assert_string_equal(a3_format_name((a3_format)99), "none");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formats_are_told_by_their_bytes), cmocka_unit_test(no_object_is_not_mine),
        cmocka_unit_test(names_sort_as_strings_and_keep_their_order), cmocka_unit_test(imports_are_sorted_and_merged),
        cmocka_unit_test(exports_are_found_and_the_first_of_a_name_stays), cmocka_unit_test(addresses_lead_to_bytes),
        cmocka_unit_test(pointers_are_what_the_loader_leaves), cmocka_unit_test(fixups_are_sorted_and_the_last_write_stays),
        cmocka_unit_test(slices_fail_once), cmocka_unit_test(every_name_is_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

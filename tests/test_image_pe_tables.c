/* SPDX-License-Identifier: MIT */
/* Imports, exports and relocations of PE images, as linkers here do not write them. */
#include "pe_make.h"

/* Two libraries with a name and an ordinal each; `word` as the machine has it. */
static made two_libraries(bool wide)
{
    made m = make(wide);
    uint64_t top = wide ? UINT64_C(1) << 63 : UINT64_C(1) << 31;
    directory(&m, 1, 0x1000, 60);
    descriptor(&m, 0x1000, 0, 0x1100, 0x1200, 0x1300);
    descriptor(&m, 0x1000, 1, 0x1140, 0x1210, 0x1340);
    set(&m, 0x1100, 0x1220, m.word);
    set(&m, 0x1100 + m.word, top | 9, m.word);
    set(&m, 0x1140, top | 7, m.word);
    set(&m, 0x1140 + m.word, 0x1230, m.word);
    text(&m, 0x1200, "b.dll");
    text(&m, 0x1210, "a.dll");
    text(&m, 0x1222, "first");
    text(&m, 0x1232, "second");
    return m;
}

static void imports_by_hand(void **state)
{
    (void)state;
    for (int wide = 0; wide < 2; wide++) {
        made m = two_libraries(wide);
        object o = open_made(&m);
        assert_int_equal(o.im->symbols.status, A3_OK);
        assert_int_equal(o.im->needed.count, 2);
        assert_string_equal(o.im->needed.items[0].name, "b.dll");
        assert_int_equal(o.im->imports.count, 4);
        assert_string_equal(import_library(&o, "first"), "b.dll");
        assert_string_equal(import_library(&o, "second"), "a.dll");
        exercise(o.im);
        const a3_fixup *fixup = a3_image_fixup(o.im, BASE + 0x1300 + m.word); /* ordinal 9 of b.dll */
        assert_non_null(fixup);
        assert_int_equal(o.im->imports.items[fixup->target].ordinal, 9);
        assert_string_equal(o.im->imports.items[fixup->target].library, "b.dll");
        a3_pointer pointer = a3_image_pointer(o.im, BASE + 0x1340 + m.word);
        assert_int_equal(pointer.kind, A3_POINTER_IMPORT);
        assert_string_equal(o.im->imports.items[pointer.value].name, "second");
        close_object(&o);

        /* without a lookup table, or with one outside the image, the address table is read */
        for (int outside = 0; outside < 2; outside++) {
            descriptor(&m, 0x1000, 0, outside ? 0x80000000 : 0, 0x1200, 0x1100);
            o = open_made(&m);
            assert_int_equal(o.im->symbols.status, A3_OK);
            assert_string_equal(import_library(&o, "first"), "b.dll");
            assert_int_equal(o.im->imports.count, 4);
            close_object(&o);
        }
        free(m.data);
    }
}

static void import_faults(void **state)
{
    (void)state;
    made m = two_libraries(true);
    set(&m, 0x1100, 0x123456, 8);
    expect_symbols(&m, "import directory entry 0 (b.dll): the name of an entry is outside the file's data, at RVA 0x123456", 3, 0);
    m = two_libraries(true);
    text(&m, 0x1222, "");
    expect_symbols(&m, "import directory entry 0 (b.dll): the name of an entry is empty, at RVA 0x1220", 3, 0);
    m = two_libraries(true);
    descriptor(&m, 0x1000, 0, 0x1100, 0x80000000, 0x1300);
    expect_symbols(&m, "import directory entry 0: the library's name is outside the file's data, at RVA 0x80000000", 2, 0);
    m = two_libraries(true);
    descriptor(&m, 0x1000, 1, 0, 0x1210, 0x9000);
    expect_symbols(&m, "import directory entry 1 (a.dll): the lookup table is outside the image, at RVA 0x9000", 2, 0);
    m = two_libraries(true);
    memset(m.data + SECTION_AT + 0x800, 'x', 261);
    descriptor(&m, 0x1000, 0, 0x1100, 0x1800, 0x1300);
    expect_symbols(&m, "the library's name is longer than any path, at RVA 0x1800", 2, 0);
    m = two_libraries(true);
    directory(&m, 1, 0x5000, 60);
    expect_symbols(&m, "import directory: outside the image, at RVA 0x5000", 0, 0);
    m = two_libraries(true);
    directory(&m, 1, 0xfffffff0, 60);
    expect_symbols(&m, "import directory: outside the image, at RVA 0xfffffff0", 0, 0);
    m = two_libraries(true);
    descriptor(&m, 0x1000, 1, 0x1800, 0x1210, 0x1340);
    for (uint32_t rva = 0x1800; rva < 0x2000; rva += 8)
        set(&m, rva, UINT64_C(1) << 63 | rva, 8); /* no zero up to the section's end */
    object o = open_made(&m);
    expect_text(o.im->symbols.message, "import directory entry 1 (a.dll): the lookup table has no end, it starts at RVA 0x1800");
    assert_non_null(a3_image_import(o.im, "first"));
    close_object(&o);
    free(m.data);
    m = two_libraries(true);
    for (uint32_t rva = 0x1e00; rva < 0x2000; rva += 4)
        set(&m, rva, 0x1200, 4);
    directory(&m, 1, 0x1e00, 60);
    descriptor(&m, 0x1e00, 0, 0x1100, 0x1200, 0x1300);
    o = open_made(&m);
    expect_text(o.im->symbols.message, "import directory");
    assert_non_null(a3_image_import(o.im, "first"));
    close_object(&o);
    free(m.data);
}

/* Tables whose terminator is in the zeros that the loader adds behind the file's bytes. */
static void terminator_in_zeros(void **state)
{
    (void)state;
    made m = make_sized(true, 0x200, 0x1000);
    directory(&m, 1, 0x11e8, 40);
    descriptor(&m, 0x11e8, 0, 0x1000, 0x1080, 0x1100); /* 20 bytes, 4 are left */
    set(&m, 0x1000, 0x1090, 8);
    text(&m, 0x1080, "a.dll");
    text(&m, 0x1092, "first");
    object o = open_made(&m);
    assert_int_equal(o.im->symbols.status, A3_OK);
    assert_int_equal(o.im->imports.count, 1);
    close_object(&o);
    set(&m, 0x11f8, 0x11f8, 4); /* the address table, read as the lookup table: one entry, zeros behind the file */
    descriptor(&m, 0x11e8, 0, 0x11f8, 0x1080, 0x1100);
    set(&m, 0x11f8, 0x1090, 8);
    descriptor(&m, 0x1100, 0, 0x11f8, 0x1080, 0x1180);
    directory(&m, 1, 0x1100, 40);
    o = open_made(&m);
    assert_int_equal(o.im->symbols.status, A3_OK);
    assert_int_equal(o.im->imports.count, 1);
    close_object(&o);
    free(m.data);
    m = make_sized(true, 0x200, 0x200); /* the page is filled with zeros even so */
    directory(&m, 1, 0x11e8, 40);
    descriptor(&m, 0x11e8, 0, 0x1000, 0x1080, 0x1100);
    set(&m, 0x1000, 0x1090, 8);
    text(&m, 0x1080, "a.dll");
    text(&m, 0x1092, "first");
    o = open_made(&m);
    assert_int_equal(o.im->imports.count, 1);
    close_object(&o);
    free(m.data);
}

/* Delay-load tables of Visual C++ 6 hold addresses, not RVAs. */
static void old_delay_imports(void **state)
{
    (void)state;
    made m = make(false);
    directory(&m, 13, 0x1000, 64);
    set(&m, 0x1004, BASE + 0x1200, 4); /* attributes 0 */
    set(&m, 0x100c, BASE + 0x1300, 4);
    set(&m, 0x1010, BASE + 0x1100, 4);
    set(&m, 0x1100, BASE + 0x1220, 4);
    set(&m, 0x1104, UINT32_C(1) << 31 | 5, 4);
    text(&m, 0x1200, "python38.dll");
    text(&m, 0x1222, "Py_Initialize");
    object o = open_made(&m);
    assert_int_equal(o.im->symbols.status, A3_OK);
    assert_string_equal(import_library(&o, "Py_Initialize"), "python38.dll");
    assert_int_equal(a3_image_import(o.im, "Py_Initialize")->flags, A3_SYM_DELAY);
    assert_int_equal(o.im->imports.items[0].flags, A3_SYM_DELAY | A3_SYM_ORDINAL);
    assert_int_equal(o.im->imports.items[0].ordinal, 5);
    assert_int_equal(a3_image_pointer(o.im, BASE + 0x1300).kind, A3_POINTER_IMPORT);
    close_object(&o);
    free(m.data);
}

/* Both normal and delayed: the loader needs it at once. */
static void delayed_and_not(void **state)
{
    (void)state;
    made m = two_libraries(false);
    directory(&m, 13, 0x1400, 64);
    set(&m, 0x1400, 1, 4);
    set(&m, 0x1404, 0x1200, 4);
    set(&m, 0x140c, 0x1500, 4);
    set(&m, 0x1410, 0x1100, 4);
    object o = open_made(&m);
    assert_int_equal(a3_image_import(o.im, "first")->flags, 0);
    assert_int_equal(o.im->needed.count, 3);
    assert_int_equal(o.im->imports.count, 4);
    close_object(&o);
    free(m.data);
}

/* Tables that share bytes would cost the product of their sizes. */
static void overlapping_imports(void **state)
{
    (void)state;
    made m = make_sized(true, 0x100000, 0x100000);
    directory(&m, 1, 0x1000, 0x10000);
    for (unsigned i = 0; i < 3000; i++)
        descriptor(&m, 0x1000, i, 0x20000, 0x1f000, 0x30000);
    text(&m, 0x1f000, "a.dll");
    for (unsigned i = 0; i < 100000; i++)
        set(&m, 0x20000 + i * 8, UINT64_C(1) << 63 | i, 8);
    object o = open_made(&m);
    expect_text(o.im->symbols.message, "more entries than the file has room for: tables overlap");
    exercise(o.im);
    close_object(&o);
    /* the same with names: each entry a suffix of one long name */
    for (unsigned i = 1; i < 3000; i++)
        descriptor(&m, 0x1000, i, 0, 0, 0);
    memset(m.data + SECTION_AT + 0xc0000, 'x', 0x30000);
    for (unsigned i = 0; i < 80000; i++)
        set(&m, 0x20000 + i * 8, 0xc2000 + i, 8);
    set(&m, 0x20000 + 80000 * 8, 0, 8);
    descriptor(&m, 0x1000, 0, 0x20000, 0x1f000, 0xe0000);
    o = open_made(&m);
    expect_text(o.im->symbols.message, "names overlap, they are longer than the file together");
    exercise(o.im);
    close_object(&o);
    free(m.data);
}

static void import_limits(void **state)
{
    (void)state;
    made m = two_libraries(true);
    a3_limits limits = A3_LIMITS_DEFAULT;
    limits.symbols = 3;
    object o = open_limited(m.data, m.size, &limits, 1 << 20);
    assert_int_equal(o.im->symbols.status, A3_LIMIT);
    assert_int_equal(o.im->imports.count, 3);
    close_object(&o);
    limits.symbols = 4;
    limits.load_commands = 1;
    o = open_limited(m.data, m.size, &limits, 1 << 20);
    assert_int_equal(o.im->symbols.status, A3_LIMIT);
    assert_int_equal(o.im->needed.count, 1);
    close_object(&o);
    free(m.data);
}

/* Functions: 0 named twice, 1 not there, 2 by number only, 3 a forward, 4 a forward by number only. */
static made exporting(void)
{
    made m = make(true);
    directory(&m, 0, 0x1000, 0x100);
    set(&m, 0x100c, 0x1080, 4);
    set(&m, 0x1010, 100, 4);
    set(&m, 0x1014, 5, 4);
    set(&m, 0x1018, 3, 4);
    set(&m, 0x101c, 0x1030, 4);
    set(&m, 0x1020, 0x1050, 4);
    set(&m, 0x1024, 0x1060, 4);
    static const uint32_t functions[] = {0x1500, 0, 0x1520, 0x10a0, 0x10b0};
    for (unsigned i = 0; i < 5; i++)
        set(&m, 0x1030 + i * 4, functions[i], 4);
    static const uint32_t names[] = {0x1090, 0x1094, 0x1098};
    static const uint16_t ordinals[] = {0, 3, 0};
    for (unsigned i = 0; i < 3; i++) {
        set(&m, 0x1050 + i * 4, names[i], 4);
        set(&m, 0x1060 + i * 2, ordinals[i], 2);
    }
    text(&m, 0x1080, "own.dll");
    text(&m, 0x1090, "a");
    text(&m, 0x1094, "f");
    text(&m, 0x1098, "z");
    text(&m, 0x10a0, "other.#12");
    text(&m, 0x10b0, "other.sym");
    return m;
}

static void exports_by_hand(void **state)
{
    (void)state;
    made m = exporting();
    object o = open_made(&m);
    assert_int_equal(o.im->symbols.status, A3_OK);
    assert_string_equal(o.im->soname, "own.dll");
    assert_int_equal(o.im->exports.count, 5);
    assert_int_equal(a3_image_export(o.im, "a")->address, BASE + 0x1500);
    assert_int_equal(a3_image_export(o.im, "z")->address, BASE + 0x1500);
    assert_string_equal(a3_image_export(o.im, "f")->forward, "other.#12");
    unsigned numbers = 0;
    for (size_t i = 0; i < o.im->exports.count; i++)
        if (o.im->exports.items[i].flags & A3_SYM_ORDINAL) {
            assert_null(o.im->exports.items[i].name);
            numbers++;
        }
    assert_int_equal(numbers, 2);
    close_object(&o);
    free(m.data);

    m = exporting();
    set(&m, 0x1014, 0xffffffff, 4);
    expect_symbols(&m, "export directory: the table of 4294967295 functions at RVA 0x1030 is outside the file's data", 0, 0);
    m = exporting();
    set(&m, 0x1018, 0xffffffff, 4);
    expect_symbols(&m, "export directory: the table of 4294967295 names at RVA 0x1050 is outside the file's data", 0, 0);
    m = exporting();
    set(&m, 0x1024, 0x2000, 4);
    expect_symbols(&m, "export directory: the table of 3 name ordinals at RVA 0x2000 is outside the file's data", 0, 0);
    m = exporting();
    set(&m, 0x1060, 5, 2);
    expect_symbols(&m, "export directory: a is function 5 of 5", 0, 4);
    m = exporting();
    set(&m, 0x1050, 0x8000, 4);
    expect_symbols(&m, "export directory: a name is outside the file's data, at RVA 0x8000", 0, 4);
    m = exporting();
    set(&m, 0x100c, 0x8000, 4);
    expect_symbols(&m, "export directory: its name is outside the file's data, at RVA 0x8000", 0, 5);
    m = exporting();
    directory(&m, 0, 0x1ff0, 0x100);
    expect_symbols(&m, "export directory: cut short, it starts at RVA 0x1ff0", 0, 0);
    m = exporting();
    directory(&m, 0, 0x8000, 0x100);
    expect_symbols(&m, "export directory: outside the image, at RVA 0x8000", 0, 0);
    m = exporting();
    memset(m.data + SECTION_AT + 0xb0, 'x', 0x1000 - 0xb0);
    expect_symbols(&m, "export directory: the text of a forward is outside the file's data, at RVA 0x10b0", 0, 5);
}

/* -- relocations -- */

static made relocating(bool wide)
{
    made m = make(wide);
    directory(&m, 5, 0x1000, 16);
    set(&m, 0x1000, 0x1000, 4);
    set(&m, 0x1004, 16, 4);
    set(&m, 0x1008, (wide ? 0xa000 : 0x3000) | 0x100, 2);
    set(&m, 0x100a, (wide ? 0xa000 : 0x3000) | 0x120, 2);
    set(&m, 0x1100, BASE + 0x1234, m.word);
    set(&m, 0x1120, BASE + 0x1100, m.word);
    return m;
}

static void expect_fixups(made *m, a3_status status, const char *part, size_t count)
{
    object o = open_made(m);
    exercise(o.im);
    assert_int_equal(o.im->fixups_error.status, status);
    expect_text(o.im->fixups_error.message, part);
    assert_int_equal(o.im->fixups.count, count);
    close_object(&o);
    free(m->data);
}

static void relocations_by_hand(void **state)
{
    (void)state;
    for (int wide = 0; wide < 2; wide++) {
        made m = relocating(wide);
        object o = open_made(&m);
        a3_pointer pointer = a3_image_pointer(o.im, BASE + 0x1100);
        assert_int_equal(pointer.kind, A3_POINTER_ADDRESS);
        assert_int_equal(pointer.value, BASE + 0x1234);
        assert_int_equal(a3_image_pointer(o.im, BASE + 0x1110).kind, A3_POINTER_PLAIN);
        assert_int_equal(a3_image_pointer(o.im, BASE + 0x1102).kind, A3_POINTER_NONE);
        assert_int_equal(o.im->fixups.count, 2);
        close_object(&o);
        free(m.data);
    }
    made m = relocating(true);
    set(&m, 0x1004, 4, 4);
    expect_fixups(&m, A3_MALFORMED, "base relocation block of 0x4 bytes: 0x10 are left", 0);
    m = relocating(true);
    set(&m, 0x1004, 0xffffffff, 4);
    expect_fixups(&m, A3_MALFORMED, "base relocation block of 0xffffffff bytes: 0x10 are left", 0);
    m = relocating(true);
    set(&m, 0x1000, 0xfffff000, 4);
    expect_fixups(&m, A3_MALFORMED, "base relocation at RVA 0xfffff100, outside the image", 0);
    m = relocating(true);
    set(&m, 0x1008, 0xaffc, 2); /* the word would end behind the section */
    expect_fixups(&m, A3_MALFORMED, "base relocation at RVA 0x1ffc, outside the image", 1);
    m = relocating(true);
    set(&m, 0x1008, 0x4100, 2);
    set(&m, 0x100a, 0x3120, 2); /* the second half of HIGHADJ, not a relocation */
    expect_fixups(&m, A3_UNSUPPORTED, "base relocation of type 4 at RVA 0x1100", 0);
    m = relocating(true);
    set(&m, 0x1008, 0x5100, 2);
    expect_fixups(&m, A3_UNSUPPORTED, "base relocation of type 5 at RVA 0x1100", 1);
    m = relocating(true);
    directory(&m, 5, 0x1000, 0x2000);
    expect_fixups(&m, A3_MALFORMED, "the base relocations (0x2000 bytes at RVA 0x1000) end outside the file's data", 2);
    m = relocating(true);
    directory(&m, 5, 0x9000, 16);
    expect_fixups(&m, A3_MALFORMED, "the base relocations are outside the image, at RVA 0x9000", 0);
    m = relocating(true);
    directory(&m, 5, 0x1000, 64); /* zeros behind the only block are padding */
    expect_fixups(&m, A3_OK, "", 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(imports_by_hand),     cmocka_unit_test(import_faults),   cmocka_unit_test(terminator_in_zeros),
        cmocka_unit_test(old_delay_imports),   cmocka_unit_test(delayed_and_not), cmocka_unit_test(overlapping_imports),
        cmocka_unit_test(import_limits),       cmocka_unit_test(exports_by_hand), cmocka_unit_test(relocations_by_hand),
    };
    return cmocka_run_group_tests_name("image/pe tables", tests, NULL, NULL);
}

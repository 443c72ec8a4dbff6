/* SPDX-License-Identifier: MIT */
#include "pe_make.h"

/* -- fixtures -- */

static void good_modules(void **state)
{
    (void)state;
    static const struct { const char *file; a3_arch arch; const char *name; unsigned pointer; } rows[] = {
        {"abi3t-good.x86_64-windows.pyd", A3_ARCH_X86_64, "x86_64", 8},
        {"abi3t-good.i686-windows.pyd", A3_ARCH_I686, "i686", 4},
        {"abi3t-good.arm64-windows.pyd", A3_ARCH_AARCH64, "arm64", 8},
        {"abi3t-good.x86_64-mingw.pyd", A3_ARCH_X86_64, "x86_64", 8},
        {"abi3t-good.i686-mingw.pyd", A3_ARCH_I686, "i686", 4},
        {"abi3t-good.arm64-mingw.pyd", A3_ARCH_AARCH64, "arm64", 8},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        object o = open_fixture(rows[i].file);
        assert_int_equal(o.im->format, A3_FORMAT_PE);
        assert_int_equal(o.im->arch, rows[i].arch);
        assert_string_equal(o.im->arch_name, rows[i].name);
        assert_string_equal(o.slice->arch_name, rows[i].name);
        assert_int_equal(o.im->pointer_size, rows[i].pointer);
        assert_int_equal(o.im->os, A3_OS_WINDOWS);
        assert_int_equal(o.im->kind, A3_KIND_SHARED);
        assert_false(o.im->flat_namespace);
        assert_true(o.im->base != 0 && o.im->min_os != 0);
        assert_string_equal(o.im->soname, rows[i].file);
        assert_string_equal(import_library(&o, "PyLong_FromLong"), "python3t.dll");
        assert_int_equal(o.im->needed.count, 1);
        assert_string_equal(o.im->needed.items[0].name, "python3t.dll");
        const a3_export *hook = a3_image_export(o.im, "PyModExport_demo");
        assert_non_null(hook);
        assert_int_equal(a3_image_segment(o.im, hook->address)->protection, A3_PROT_READ | A3_PROT_EXEC);
        exercise(o.im);
        assert_int_equal(o.im->fixups_error.status, A3_OK);
        unsigned addresses = 0, imports = 0;
        for (size_t k = 0; k < o.im->fixups.count; k++) {
            const a3_fixup *one = &o.im->fixups.items[k];
            assert_int_equal(one->size, rows[i].pointer);
            addresses += one->kind == A3_FIXUP_ADDRESS;
            imports += one->kind == A3_FIXUP_IMPORT;
            if (one->kind == A3_FIXUP_ADDRESS && strstr(rows[i].file, "windows"))
                assert_non_null(a3_image_segment(o.im, one->target));
        }
        assert_true(addresses >= 8);
        assert_int_equal(imports, o.im->imports.count);
        close_object(&o);
    }
}

static void delay_ordinal_forward(void **state)
{
    (void)state;
    object o = open_fixture("pe-delay.i686-windows.pyd");
    const a3_import *one = a3_image_import(o.im, "PyLong_FromLong");
    assert_int_equal(one->flags, A3_SYM_DELAY);
    assert_string_equal(one->library, "python315.dll");
    assert_int_equal(o.im->needed.items[0].flags, A3_NEEDED_DELAY);
    bool found = false; /* the entry has a base relocation too: the import stands */
    a3_image_load_fixups(o.im);
    for (size_t i = 0; i < o.im->fixups.count; i++)
        found = found || (o.im->fixups.items[i].kind == A3_FIXUP_IMPORT &&
                          &o.im->imports.items[o.im->fixups.items[i].target] == one);
    assert_true(found);
    close_object(&o);

    o = open_fixture("pe-ordinal.x86_64-windows.pyd");
    assert_true(o.im->imports.count >= 3);
    for (size_t i = 0; i < o.im->imports.count; i++) {
        one = &o.im->imports.items[i];
        assert_null(one->name);
        assert_int_equal(one->flags, A3_SYM_ORDINAL);
        assert_true(i == 0 || one[-1].ordinal < one->ordinal);
        assert_string_equal(one->library, "python3t.dll");
    }
    exercise(o.im);
    close_object(&o);

    o = open_fixture("pe-forwarder.x86_64-windows.pyd");
    const a3_export *hook = a3_image_export(o.im, "PyModExport_demo");
    assert_int_equal(hook->flags, A3_SYM_FORWARD);
    assert_int_equal(hook->address, 0);
    assert_string_equal(hook->forward, "other.PyModExport_demo");
    assert_int_equal(a3_image_export(o.im, "PyModExport_other")->flags, 0);
    close_object(&o);

    o = open_fixture("pe-no-imports.arm64-windows.pyd");
    assert_int_equal(o.im->imports.count, 0);
    assert_int_equal(o.im->needed.count, 0);
    close_object(&o);

    o = open_fixture("pe-fixed.i686-windows.pyd"); /* no relocations: pointers stay as they are */
    a3_image_load_fixups(o.im);
    for (size_t i = 0; i < o.im->fixups.count; i++)
        assert_int_equal(o.im->fixups.items[i].kind, A3_FIXUP_IMPORT);
    close_object(&o);
}

/* -- one field changed -- */

static void header_faults(void **state)
{
    (void)state;
    size_t size;
    uint8_t *good = load_fixture("abi3t-good.x86_64-windows.pyd", &size);
    size_t pe = (size_t)a3_load(good + 0x3c, 4, false), coff = pe + 4, optional = pe + 24;
    size_t sections = optional + (size_t)a3_load(good + coff + 16, 2, false);
    const struct { size_t at; uint64_t value; unsigned size; a3_status status; const char *message; } rows[] = {
        {0x3c, 0x100000, 4, A3_MALFORMED, "the PE header should be at 0x100000, the file ends at"},
        {0x3c, size - 10, 4, A3_OK, ""}, /* "PE" does not stand there: not an object at all */
        {coff, 0x1c4, 2, A3_UNSUPPORTED, "machine 0x01c4 (arm32)"},
        {coff, 0x200, 2, A3_UNSUPPORTED, "machine 0x0200 (ia64)"},
        {coff, 0xa641, 2, A3_UNSUPPORTED, "machine 0xa641 (arm64ec)"},
        {coff, 0xa64e, 2, A3_UNSUPPORTED, "machine 0xa64e (arm64x)"},
        {coff, 0x9999, 2, A3_UNSUPPORTED, "machine 0x9999 are not read"},
        {coff, 0x14c, 2, A3_MALFORMED, "a i686 image cannot have a PE32+ optional header"},
        {coff + 2, 0xffff, 2, A3_MALFORMED, "the section table (65535 entries) ends behind the end of the file"},
        {coff + 16, 0xffff, 2, A3_MALFORMED, "the optional header (0xffff bytes) ends behind the end of the file"},
        {coff + 16, 100, 2, A3_MALFORMED, "the optional header (0x64 bytes) is too small for its fields"},
        {coff + 16, 120, 2, A3_MALFORMED, "16 data directories do not fit the optional header (0x78 bytes)"},
        {optional, 0x107, 2, A3_UNSUPPORTED, "a ROM image"},
        {optional, 0x10b, 2, A3_MALFORMED, "a x86_64 image cannot have a PE32 optional header"},
        {optional, 0x999, 2, A3_MALFORMED, "optional header magic 0x999 is neither"},
        {optional + 24, 0x180000001, 8, A3_MALFORMED, "image base 0x180000001 is no multiple of 0x10000"},
        {optional + 24, UINT64_C(0xffffffffffff0000), 8, A3_OK, ""}, /* fits to the byte or not: below */
        {optional + 32, 0x3000, 4, A3_MALFORMED, "section alignment 0x3000 is no power of two"},
        {optional + 32, 0x100, 4, A3_MALFORMED, "section alignment 0x100 is no power of two, or less than the file alignment"},
        {optional + 36, 0, 4, A3_MALFORMED, "file alignment 0x0 is no power of two, or less than 0x200"},
        {optional + 36, 0x100, 4, A3_MALFORMED, "file alignment 0x100 is no power of two, or less than 0x200"},
        {optional + 56, 0x1000, 4, A3_MALFORMED, "behind the end of the image (0x1000)"},
        {optional + 56, 0x10, 4, A3_MALFORMED, "are larger than the image (0x10)"},
        {optional + 60, 0x1001, 4, A3_MALFORMED, "end behind the end of the file"},
        {sections + 8, 0xffffffff, 4, A3_MALFORMED, "section 0 (.text) ends at RVA 0x100001000, behind the end of the image"},
        {sections + 12, 0x200, 4, A3_MALFORMED, "section 0 (.text) at RVA 0x200 overlaps what comes before it, which ends at 0x400"},
        {sections + 12, 0x1010, 4, A3_MALFORMED, "section 0 (.text) at RVA 0x1010 does not begin at a page"},
        {sections + 16, 0xfffffe00, 4, A3_MALFORMED, "section 0 (.text): its data, 0xfffffe00 bytes at 0x400, ends behind the end"},
        {sections + 20, 0xfffffe00, 4, A3_MALFORMED, "section 0 (.text): its data, 0x200 bytes at 0xfffffe00, ends behind the end"},
        {sections + 40 + 12, 0x1000, 4, A3_MALFORMED, "section 1 (.rdata) at RVA 0x1000 overlaps what comes before it, which ends at 0x2000"},
        {sections + 40 + 12, 0xfffff000, 4, A3_MALFORMED, "section 1 (.rdata) ends at RVA 0x100000000, behind the end of the image"},
    };
    uint8_t *bad = malloc(size);
    assert_non_null(bad);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        memcpy(bad, good, size);
        put(bad + rows[i].at, rows[i].value, rows[i].size);
        if (rows[i].status != A3_OK)
            expect_failure(bad, size, rows[i].status, rows[i].message);
    }
    memcpy(bad, good, size);
    put(bad + optional + 24, UINT64_C(0xffffffffffff0000), 8); /* five pages below the end of the address space */
    object o = open_bytes(bad, size);
    assert_non_null(o.im);
    exercise(o.im);
    close_object(&o);
    put(bad + optional + 56, 0x10000, 4);
    expect_failure(bad, size, A3_MALFORMED, "does not fit the address space at its base 0xffffffffffff0000");
    free(bad);
    free(good);
}

static void other_mz_files(void **state)
{
    (void)state;
    uint8_t bytes[0x200] = {'M', 'Z'};
    put(bytes + 0x3c, 0x80, 4);
    object o = open_bytes(bytes, sizeof bytes);
    assert_null(o.slice); /* told by their signature to be no PE image */
    close_object(&o);
    static const struct { const char *signature, *message; } rows[] = {{"NE", "a NE program"}, {"LE", "a LE program"},
                                                                       {"LX", "a LX program"}, {"\1\2", "a DO"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        static const a3_limits limits = A3_LIMITS_DEFAULT;
        a3_arena arena;
        a3_slices slices = {NULL, 0, 0};
        a3_arena_init(&arena, 1 << 20);
        memcpy(bytes + 0x80, rows[i].signature, 2);
        a3_pe_open((a3_span){bytes, sizeof bytes}, &limits, &arena, &slices);
        assert_int_equal(slices.count, 1);
        assert_int_equal(slices.items[0].err.status, A3_UNSUPPORTED);
        expect_text(slices.items[0].err.message, rows[i].message);
        a3_arena_free(&arena);
    }
}

/* -- sections -- */

static void section_oddities(void **state)
{
    (void)state;
    made m = make(true);
    uint8_t *section = m.data + m.directories + 16 * 8;
    text(&m, 0x1000, "here");
    put(section + 20, SECTION_AT + 0x1ff, 4); /* rounded down to a sector */
    object o = open_made(&m);
    assert_string_equal(a3_image_string(o.im, BASE + 0x1000, 16), "here");
    close_object(&o);
    put(section + 20, 0, 4); /* no data at all, whatever its size */
    o = open_made(&m);
    uint64_t word = 1;
    assert_true(a3_image_word(o.im, BASE + 0x1000, 8, &word));
    assert_int_equal(word, 0);
    assert_null(a3_image_string(o.im, BASE + 0x1000, 16));
    close_object(&o);
    put(section + 20, SECTION_AT, 4);
    put(section + 8, 0, 4); /* no virtual size: that of the data */
    o = open_made(&m);
    assert_string_equal(a3_image_string(o.im, BASE + 0x1000, 16), "here");
    assert_null(a3_image_segment(o.im, BASE + 0x2000));
    assert_true(a3_image_word(o.im, BASE + 0x3c, 4, &word)); /* headers are mapped */
    assert_int_equal(word, 0x40);
    close_object(&o);
    put(section + 16, 0, 4); /* nothing at all, wherever it points to */
    put(section + 20, 0xffffff00, 4);
    o = open_made(&m);
    assert_null(a3_image_segment(o.im, BASE + 0x1000));
    close_object(&o);
    free(m.data);

    m = make_sized(true, 0x1000, 0x80); /* bytes behind the virtual size, in the same page, are there */
    text(&m, 0x1800, "behind");
    o = open_made(&m);
    assert_string_equal(a3_image_string(o.im, BASE + 0x1800, 16), "behind");
    close_object(&o);
    uint8_t *optional = m.data + 0x58;
    put(optional + 32, 0x200, 4); /* but not where sections are aligned to less than a page */
    put(optional + 36, 0x200, 4);
    o = open_made(&m);
    assert_null(a3_image_segment(o.im, BASE + 0x1800));
    close_object(&o);
    put(m.data + 0x58 + 108, 2, 4); /* NumberOfRvaAndSizes: an import directory is not even there */
    directory(&m, 5, 0x9000, 16);
    o = open_made(&m);
    exercise(o.im);
    assert_int_equal(o.im->fixups_error.status, A3_OK);
    close_object(&o);
    put(m.data + 0x56, 2, 2);
    o = open_made(&m);
    assert_int_equal(o.im->kind, A3_KIND_PROGRAM);
    close_object(&o);
    free(m.data);
}

static void dwarf_sections(void **state)
{
    (void)state;
    made m = make(true);
    uint8_t *section = m.data + m.directories + 16 * 8;
    memcpy(section, ".debug_i", 8);
    object o = open_made(&m);
    assert_true(o.im->debug_info);
    close_object(&o);
    memcpy(section, "/4\0\0\0\0\0", 8); /* string table behind 1 symbol at 0x500 */
    put(m.data + 0x4c, 0x500, 4);
    put(m.data + 0x50, 1, 4);
    memcpy(m.data + 0x500 + 18 + 4, ".debug_line_str", 16);
    o = open_made(&m);
    assert_true(o.im->debug_info);
    close_object(&o);
    memcpy(m.data + 0x500 + 18 + 4, ".eh_frame_hdr", 14);
    o = open_made(&m);
    assert_false(o.im->debug_info);
    close_object(&o);
    put(m.data + 0x50, 0xffffffff, 4); /* outside the file: the name stays as it is */
    memcpy(section, "/4294967", 8);
    o = open_made(&m);
    assert_false(o.im->debug_info);
    close_object(&o);
    free(m.data);
}

/* .NET: byte code fits every machine unless it says otherwise; compiled code is marked with its system. */
static void managed_code(void **state)
{
    (void)state;
    static const struct { bool wide; uint32_t flags; bool any; } rows[] = {
        {false, 1, true}, {false, 9, true}, {false, 3, false}, {false, 0x20003, true}, {false, 0, false}, {true, 1, false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        made m = make(rows[i].wide);
        directory(&m, 14, 0x1000, 72);
        set(&m, 0x1010, rows[i].flags, 4);
        object o = open_made(&m);
        assert_int_equal(o.im->any_arch, rows[i].any);
        assert_int_equal(o.im->os, rows[i].any ? A3_OS_UNKNOWN : A3_OS_WINDOWS);
        close_object(&o);
        free(m.data);
    }
    static const struct { uint16_t machine; a3_arch arch; a3_os os; } compiled[] = {
        {0xfd1d, A3_ARCH_X86_64, A3_OS_LINUX}, {0xd11d, A3_ARCH_AARCH64, A3_OS_LINUX}, {0xec20, A3_ARCH_AARCH64, A3_OS_MACOS},
        {0x2ba0, A3_ARCH_X86_64, A3_OS_FREEBSD}};
    for (size_t i = 0; i < sizeof compiled / sizeof *compiled; i++) {
        made m = make(true);
        put(m.data + 0x44, compiled[i].machine, 2);
        object o = open_made(&m);
        assert_int_equal(o.im->arch, compiled[i].arch);
        assert_int_equal(o.im->os, compiled[i].os);
        close_object(&o);
        free(m.data);
    }
}

static void cut_short(void **state)
{
    (void)state;
    cut_everywhere("abi3t-good.x86_64-windows.pyd", false);
    cut_everywhere("pe-delay.i686-windows.pyd", false);
    cut_everywhere("abi3t-good.i686-mingw.pyd", false);
}

static void damaged(void **state)
{
    (void)state;
    damage("abi3t-good.x86_64-windows.pyd", 3000, 1);
    damage("pe-delay.i686-windows.pyd", 3000, 2);
    damage("pe-forwarder.x86_64-windows.pyd", 1500, 3);
    damage("pe-ordinal.i686-windows.pyd", 1500, 4);
}

static void starved(void **state)
{
    (void)state;
    starve("abi3t-good.x86_64-windows.pyd");
    starve("pe-delay.i686-windows.pyd");
    starve("pe-ordinal.i686-windows.pyd");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_modules),     cmocka_unit_test(delay_ordinal_forward), cmocka_unit_test(header_faults),
        cmocka_unit_test(other_mz_files),   cmocka_unit_test(section_oddities),      cmocka_unit_test(dwarf_sections),
        cmocka_unit_test(managed_code),     cmocka_unit_test(cut_short),             cmocka_unit_test(damaged),
        cmocka_unit_test(starved),
    };
    return cmocka_run_group_tests_name("image/pe", tests, NULL, NULL);
}

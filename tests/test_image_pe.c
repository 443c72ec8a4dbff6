/* SPDX-License-Identifier: MIT */
#include "image_open.h"

/* -- fixtures -- */

static const char *import_library(const object *o, const char *name)
{
    const a3_import *one = a3_image_import(o->im, name);
    return one ? one->library : NULL;
}

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

static void put(uint8_t *at, uint64_t value, unsigned size)
{
    for (unsigned i = 0; i < size; i++)
        at[i] = (uint8_t)(value >> (8 * i));
}

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

/* -- images made by hand: one section at RVA 0x1000, from 0x400 on in the file -- */

enum { BASE = 0x10000000, SECTION_AT = 0x400, SECTION_RVA = 0x1000 };

typedef struct made {
    uint8_t *data;
    size_t size;
    size_t directories; /* file offset */
    unsigned word;
} made;

static made make_sized(bool wide, size_t raw, size_t virtual)
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

static made make(bool wide) { return make_sized(wide, 0x1000, 0x1000); }

static void set(made *m, uint32_t rva, uint64_t value, unsigned size)
{
    put(m->data + SECTION_AT + rva - SECTION_RVA, value, size);
}

static void text(made *m, uint32_t rva, const char *value)
{
    memcpy(m->data + SECTION_AT + rva - SECTION_RVA, value, strlen(value) + 1);
}

static void directory(made *m, unsigned index, uint32_t rva, uint32_t size)
{
    put(m->data + m->directories + index * 8, rva, 4);
    put(m->data + m->directories + index * 8 + 4, size, 4);
}

/* Import descriptor `index` of a table at `at`. */
static void descriptor(made *m, uint32_t at, unsigned index, uint32_t lookup, uint32_t name, uint32_t addresses)
{
    set(m, at + index * 20, lookup, 4);
    set(m, at + index * 20 + 12, name, 4);
    set(m, at + index * 20 + 16, addresses, 4);
}

static object open_made(made *m)
{
    object o = open_bytes(m->data, m->size);
    if (o.im == NULL)
        fail_msg("%s", o.slice ? o.slice->err.message : "not recognised");
    return o;
}

/* Opens, wants im->symbols malformed with this text and `imports` read nevertheless; frees. */
static void expect_symbols(made *m, const char *part, size_t imports, size_t exports)
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
        cmocka_unit_test(good_modules),        cmocka_unit_test(delay_ordinal_forward), cmocka_unit_test(header_faults),
        cmocka_unit_test(other_mz_files),      cmocka_unit_test(imports_by_hand),       cmocka_unit_test(import_faults),
        cmocka_unit_test(terminator_in_zeros), cmocka_unit_test(old_delay_imports),     cmocka_unit_test(delayed_and_not),
        cmocka_unit_test(overlapping_imports), cmocka_unit_test(import_limits),         cmocka_unit_test(exports_by_hand),
        cmocka_unit_test(relocations_by_hand), cmocka_unit_test(section_oddities),      cmocka_unit_test(dwarf_sections),
        cmocka_unit_test(managed_code),
        cmocka_unit_test(cut_short),           cmocka_unit_test(damaged),               cmocka_unit_test(starved),
    };
    return cmocka_run_group_tests_name("image/pe", tests, NULL, NULL);
}

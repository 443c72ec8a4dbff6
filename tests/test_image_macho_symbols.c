/* SPDX-License-Identifier: MIT */
/* Mach-O: symbol tables, export tries, platforms and signatures written by hand. */
#include "image_open.h"
#include "machomake.h"

#include "base/hash.h"

enum {
    LC_DYSYMTAB = 0xb, LC_DYLIB = 0xc, LC_SIGNATURE = 0x1d, LC_LAZY = 0x20, LC_ENCRYPTION = 0x21, LC_MIN_MACOS = 0x24,
    LC_MIN_IOS = 0x25, LC_BUILD = 0x32
};
enum { LC_TRIE = (int)0x80000033, LC_WEAK = (int)0x80000018, LC_REEXPORT = (int)0x8000001f, LC_UPWARD = (int)0x80000023 };
enum { UNDEFINED = 0x01, DEFINED = 0x0f, LOCAL = 0x0e, PRIVATE = 0x1f, ABSOLUTE = 0x03, INDIRECT = 0x0b };

static maker m;

static object open_maker(void) { return open_bytes(m.data, sizeof m.data); }

static object open_good(void)
{
    object o = open_maker();
    if (o.im == NULL)
        fail_msg("%s", o.slice->err.message);
    exercise(o.im);
    assert_string_equal(o.im->symbols.message, "");
    return o;
}

static void expect_symbols_error(a3_status status, const char *part)
{
    object o = open_maker();
    assert_non_null(o.im);
    exercise(o.im);
    expect_text(o.im->symbols.message, part);
    assert_int_equal(o.im->symbols.status, status);
    close_object(&o);
}

/* -- symbol table -- */

static void expect_import(const a3_image *im, size_t index, const char *name, const char *library, unsigned flags)
{
    assert_true(index < im->imports.count);
    const a3_import *one = &im->imports.items[index];
    assert_string_equal(one->name, name);
    assert_int_equal(one->flags, flags);
    if (library != NULL)
        assert_string_equal(one->library, library);
    else
        assert_null(one->library);
}

static const mm_symbol some_symbols[] = {
    {"_a", UNDEFINED, 0, 0x100, 0},                        /* of the first library */
    {"_b", UNDEFINED, 0, 0x240, 0},                        /* of the second, weak */
    {"_c", UNDEFINED, 0, 0xfe00, 0}, {"_d", UNDEFINED, 0, 0xff00, 0}, /* flat lookup, main program */
    {"_self", UNDEFINED, 0, 0, 0},
    {"_x", DEFINED, 1, 0x80, UINT64_C(0x100000010)},       /* weak definition */
    {"_y", DEFINED, 2, 0, UINT64_C(0x100004010)},
    {"_hidden", PRIVATE, 1, 0, UINT64_C(0x100000010)}, {"_local", LOCAL, 1, 0, UINT64_C(0x100000010)},
    {"_abs", ABSOLUTE, 0, 0, 0x1234},
    {"plain", DEFINED, 1, 0, UINT64_C(0x100000020)},
    {"radr://5614542", 0x3c, 0, 0, 0},                     /* strip's mark is no debugging information */
};
enum { SYMBOL_COUNT = sizeof some_symbols / sizeof *some_symbols };

static void symbol_table(void **state)
{
    (void)state;
    mm_begin(&m, MM_X86_64, 3, MM_BUNDLE, MM_TWOLEVEL);
    mm_library(&m, LC_DYLIB, "one.dylib");
    mm_library(&m, (uint32_t)LC_WEAK, "two.dylib");
    mm_symtab(&m, some_symbols, SYMBOL_COUNT);
    object o = open_good();
    assert_int_equal(o.im->imports.count, 4);
    expect_import(o.im, 0, "a", "one.dylib", 0);
    expect_import(o.im, 1, "b", "two.dylib", A3_SYM_WEAK);
    expect_import(o.im, 2, "c", NULL, 0);
    expect_import(o.im, 3, "d", NULL, 0);
    assert_int_equal(o.im->exports.count, 4);
    assert_int_equal(a3_image_export(o.im, "x")->flags, A3_SYM_WEAK);
    assert_int_equal(a3_image_export(o.im, "x")->address, m.base + 0x10);
    assert_int_equal(a3_image_export(o.im, "y")->flags, A3_SYM_DATA);
    assert_int_equal(a3_image_export(o.im, "abs")->address, 0x1234);
    assert_non_null(a3_image_export(o.im, "plain"));
    assert_false(o.im->debug_info);
    assert_int_equal(o.im->needed.items[1].flags, A3_NEEDED_WEAK);
    static const char *const hidden[] = {"nothing", "a", "local", "hidden", NULL};
    assert_string_equal(a3_image_defines(o.im, hidden), "hidden");
    assert_null(a3_image_defines(o.im, hidden + 4));
    close_object(&o);

    mm_put(&m, 24, 0, 4); /* a flat namespace: ordinals mean nothing */
    o = open_good();
    assert_true(o.im->flat_namespace);
    for (size_t i = 0; i < o.im->imports.count; i++)
        assert_null(o.im->imports.items[i].library);
    assert_int_equal(o.im->imports.count, 5);
    close_object(&o);
}

static void symbol_table_faults(void **state)
{
    (void)state;
    mm_begin(&m, MM_X86_64, 3, MM_BUNDLE, MM_TWOLEVEL);
    mm_symtab(&m, some_symbols, SYMBOL_COUNT);
    expect_symbols_error(A3_MALFORMED, "a symbol is bound to library 1 of 0");
    mm_put(&m, MM_LINKEDIT + 6, 0xfe00, 2);
    mm_put(&m, MM_LINKEDIT + 16 + 6, 0xfe00, 2);
    mm_put(&m, MM_LINKEDIT + 32, 0x10000, 4);
    expect_symbols_error(A3_MALFORMED, "symbol at 0x8020: no name at +0x10000");
    mm_begin(&m, MM_X86_64, 3, MM_BUNDLE, MM_TWOLEVEL);
    mm_symtab(&m, some_symbols, SYMBOL_COUNT);
    mm_put(&m, MM_LINKEDIT + 16 * (SYMBOL_COUNT - 1) + 4, 0x64, 1); /* N_SO */
    a3_limits few = A3_LIMITS_DEFAULT;
    few.symbols = 2;
    object o = open_limited(m.data, sizeof m.data, &few, 1 << 20);
    assert_true(o.im->imports.count == 2);
    assert_int_equal(o.im->symbols.status, A3_MALFORMED); /* the first fault: no libraries */
    close_object(&o);
    mm_put(&m, 24, 0, 4);
    o = open_limited(m.data, sizeof m.data, &few, 1 << 20);
    assert_int_equal(o.im->symbols.status, A3_LIMIT);
    expect_text(o.im->symbols.message, "more than 2 symbols");
    close_object(&o);
    o = open_good();
    assert_true(o.im->debug_info);
    close_object(&o);
}

/* The loader's table decides; the symbol table adds what it does not name. */
static void tables_together(void **state)
{
    (void)state;
    mm_begin(&m, MM_X86_64, 3, MM_BUNDLE, MM_TWOLEVEL);
    mm_library(&m, LC_DYLIB, "one.dylib");
    static const mm_import imports[] = {
        {"_a", 1, false, 0}, {"_c", -2, false, 0}, {"_w", -3, false, 0}, {"_own", -3, false, 0}, {"_flat", -2, false, 0},
    };
    static const uint16_t starts[] = {0};
    mm_chained(&m, &(mm_chains){.format = 6, .page_size = 0x4000, .pages = 1, .starts = starts, .start_count = 1,
                                .import_format = 1, .imports = imports, .import_count = 5});
    static const mm_symbol symbols[] = {
        {"_a", UNDEFINED, 0, 0xfe00, 0},   /* as where the library's number is too large for the symbol table */
        {"_w", UNDEFINED, 0, 0x100, 0},
        {"_only", UNDEFINED, 0, 0x100, 0},
        {"_own", DEFINED, 1, 0x80, UINT64_C(0x100000010)},
        {"_flat", DEFINED, 1, 0, UINT64_C(0x100000020)},
    };
    mm_symtab(&m, symbols, 5);
    for (uint64_t i = 0; i < 5; i++)
        mm_put(&m, MM_DATA + 8 * i, UINT64_C(1) << 63 | i | (i < 4 ? UINT64_C(2) << 51 : 0), 8);
    object o = open_good();
    assert_string_equal(o.im->fixups_error.message, "");
    assert_int_equal(o.im->imports.count, 4);
    expect_import(o.im, 0, "a", "one.dylib", 0);
    expect_import(o.im, 1, "c", NULL, 0);
    expect_import(o.im, 2, "only", "one.dylib", 0);
    expect_import(o.im, 3, "w", "one.dylib", 0);
    static const struct {
        a3_pointer_kind kind;
        uint64_t value;
    } pointers[] = {{A3_POINTER_IMPORT, 0}, {A3_POINTER_IMPORT, 1}, {A3_POINTER_IMPORT, 3},
                    {A3_POINTER_ADDRESS, UINT64_C(0x100000010)}, {A3_POINTER_ADDRESS, UINT64_C(0x100000020)}};
    for (uint64_t i = 0; i < 5; i++) {
        a3_pointer p = a3_image_pointer(o.im, m.base + MM_DATA + 8 * i);
        assert_int_equal(p.kind, pointers[i].kind);
        assert_int_equal(p.value, pointers[i].value);
    }
    close_object(&o);
}

/* -- export trie -- */

static void begin_trie(const void *bytes, size_t size)
{
    mm_begin(&m, MM_X86_64, 3, MM_DYLIB, MM_TWOLEVEL);
    mm_library(&m, (uint32_t)LC_REEXPORT, "one.dylib");
    mm_linkedit(&m, (uint32_t)LC_TRIE, bytes, size);
}

static void export_trie(void **state)
{
    (void)state;
    static const uint8_t good[] = {
        /*  0 */ 0, 2, '_', 'P', 'y', 0, 12, 'z', 0, 49, 0, 0,
        /* 12 */ 3, 0, 0x90, 0x02, 4, 'A', 0, 29, 'B', 0, 34, 'C', 0, 39, 'D', 0, 44,
        /* 29 */ 3, 4, 0x80, 0x01, 0,                      /* _PyA: weak, 0x80 */
        /* 34 */ 3, 2, 0x80, 0x02, 0,                      /* _PyB: absolute 0x100 */
        /* 39 */ 3, 1, 0x80, 0x02, 0,                      /* _PyC: thread-local */
        /* 44 */ 3, 8, 1, 0, 0,                            /* _PyD: of one.dylib, same name */
        /* 49 */ 6, 8, 1, '_', 'y', 'y', 0, 0,             /* z: of one.dylib, named _yy there */
    };
    begin_trie(good, sizeof good);
    object o = open_good();
    assert_int_equal(o.im->exports.count, 6);
    assert_int_equal(a3_image_export(o.im, "Py")->address, m.base + 0x110);
    assert_int_equal(a3_image_export(o.im, "PyA")->flags, A3_SYM_WEAK);
    assert_int_equal(a3_image_export(o.im, "PyB")->address, 0x100);
    assert_int_equal(a3_image_export(o.im, "PyC")->flags & A3_SYM_TLS, A3_SYM_TLS);
    assert_int_equal(a3_image_export(o.im, "PyD")->flags, A3_SYM_FORWARD);
    assert_string_equal(a3_image_export(o.im, "PyD")->forward, "one.dylib:PyD");
    assert_string_equal(a3_image_export(o.im, "z")->forward, "one.dylib:yy");
    assert_int_equal(o.im->needed.items[0].flags, A3_NEEDED_REEXPORT);
    close_object(&o);
    static const uint8_t resolver[] = {0, 1, '_', 'r', 0, 6, 4, 0x10, 0x80, 0x02, 0x20, 0};
    begin_trie(resolver, sizeof resolver);
    o = open_good();
    assert_int_equal(a3_image_export(o.im, "r")->address, m.base + 0x100);
    close_object(&o);
}

static void export_trie_faults(void **state)
{
    (void)state;
    static const struct {
        uint8_t bytes[16];
        size_t size;
        const char *part;
    } rows[] = {
        {{5, 0}, 2, "export trie at 0x8000: a node reaches beyond the trie"},
        {{0}, 1, "a node reaches beyond the trie"},
        {{0, 1, 'a', 'b', 'c'}, 5, "an edge reaches beyond the trie"},
        {{0, 1, 'a', 0}, 4, "an edge reaches beyond the trie"},
        {{0, 1, 'a', 0, 5}, 5, "an edge leads out of the trie"},
        {{0, 1, 'a', 0, 0}, 5, "its nodes form no tree"},                       /* a cycle */
        {{0, 2, 0, 6, 0, 6, 0, 2, 0, 12, 0, 12, 0, 1, 0, 0}, 16, "its nodes form no tree"}, /* shared nodes */
        {{0, 1, 'a', 0, 5, 1, 0, 0}, 8, "a node's export does not fit into its size"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        begin_trie(rows[i].bytes, rows[i].size);
        /* the symbol table stands in */
        static const mm_symbol symbol = {"_x", DEFINED, 1, 0, UINT64_C(0x100000010)};
        mm_symtab(&m, &symbol, 1);
        object o = open_maker();
        expect_text(o.im->symbols.message, rows[i].part);
        assert_int_equal(o.im->exports.count, 1);
        assert_non_null(a3_image_export(o.im, "x"));
        close_object(&o);
    }
}

/* Names that grow with every node: their sum is quadratic in the size of the trie. Deep, too. */
static void export_trie_bounds(void **state)
{
    (void)state;
    enum { NODES = 200000, SIZE = NODES * 9 + 2 };
    uint8_t *data = calloc(1, MM_LINKEDIT + SIZE);
    assert_non_null(data);
    uint8_t *p = data + MM_LINKEDIT;
    for (uint32_t i = 0; i < NODES; i++, p += 9) { /* export at 1; one edge "a", to the next node */
        const uint32_t next = (i + 1) * 9;
        const uint8_t node[] = {2, 0, 1, 1, 'a', 0, 0x80 | (next & 0x7f), 0x80 | (next >> 7 & 0x7f), next >> 14 & 0x7f};
        memcpy(p, node, 9);
    }
    mm_begin(&m, MM_X86_64, 3, MM_DYLIB, MM_TWOLEVEL);
    mm_put(&m, 32 + 2 * 72 + 32, SIZE, 8); /* __LINKEDIT */
    mm_put(&m, 32 + 2 * 72 + 48, SIZE, 8);
    mm_command(&m, (uint32_t)LC_TRIE, (const uint32_t[]){MM_LINKEDIT, SIZE}, 2, NULL);
    memcpy(data, m.data, MM_LINKEDIT);
    object o = open_bytes(data, MM_LINKEDIT + SIZE);
    assert_non_null(o.im);
    assert_int_equal(o.im->symbols.status, A3_LIMIT);
    expect_text(o.im->symbols.message, "names add up to more than an image of");
    assert_int_equal(o.im->exports.count, 0);
    close_object(&o);
    memset(data + MM_LINKEDIT, 0, SIZE); /* now depth alone */
    uint8_t *q = data + MM_LINKEDIT;
    for (uint32_t i = 0; i < NODES; i++, q += 7) {
        const uint32_t next = (i + 1) * 7;
        const uint8_t node[] = {0, 1, 'a', 0, 0x80 | (next & 0x7f), 0x80 | (next >> 7 & 0x7f), next >> 14 & 0x7f};
        memcpy(q, node, 7);
    }
    o = open_bytes(data, MM_LINKEDIT + SIZE);
    expect_text(o.im->symbols.message, "nodes are nested too deeply");
    close_object(&o);
    free(data);
}

/* Thousands of symbols that share one long name. */
static void symbol_name_bounds(void **state)
{
    (void)state;
    enum { COUNT = 20000, NAME = 100000, SIZE = COUNT * 16 + NAME };
    uint8_t *data = calloc(1, MM_LINKEDIT + SIZE);
    assert_non_null(data);
    mm_begin(&m, MM_X86_64, 3, MM_DYLIB, 0);
    mm_put(&m, 32 + 2 * 72 + 32, SIZE, 8);
    mm_put(&m, 32 + 2 * 72 + 48, SIZE, 8);
    mm_command(&m, 2, (const uint32_t[]){MM_LINKEDIT, COUNT, MM_LINKEDIT + COUNT * 16, NAME}, 4, NULL);
    memcpy(data, m.data, MM_LINKEDIT);
    for (size_t i = 0; i < COUNT; i++)
        data[MM_LINKEDIT + 16 * i + 4] = UNDEFINED;
    memset(data + MM_LINKEDIT + COUNT * 16, 'a', NAME - 1);
    object o = open_bytes(data, MM_LINKEDIT + SIZE);
    assert_int_equal(o.im->symbols.status, A3_LIMIT);
    expect_text(o.im->symbols.message, "names add up to more");
    assert_true(o.im->imports.count <= 1);
    close_object(&o);

    /* Short names, but of a library with a long one. */
    mm_begin(&m, MM_X86_64, 3, MM_DYLIB, MM_TWOLEVEL);
    mm_put(&m, 32 + 2 * 72 + 32, SIZE, 8);
    mm_put(&m, 32 + 2 * 72 + 48, SIZE, 8);
    char library[8000];
    memset(library, 'l', sizeof library);
    library[sizeof library - 1] = 0;
    mm_library(&m, LC_DYLIB, library);
    mm_command(&m, 2, (const uint32_t[]){MM_LINKEDIT, COUNT, MM_LINKEDIT + COUNT * 16, NAME}, 4, NULL);
    memcpy(data, m.data, MM_LINKEDIT);
    for (size_t i = 0; i < COUNT; i++) {
        data[MM_LINKEDIT + 16 * i] = (uint8_t)(i % 200);
        data[MM_LINKEDIT + 16 * i + 7] = 1;
    }
    for (size_t i = 0; i < 200; i += 2)
        data[MM_LINKEDIT + COUNT * 16 + i + 1] = 0;
    o = open_bytes(data, MM_LINKEDIT + SIZE);
    assert_int_equal(o.im->symbols.status, A3_LIMIT);
    expect_text(o.im->symbols.message, "names add up to more");
    close_object(&o);
    free(data);
}

/* -- kinds, machines, platforms -- */

static void libraries(void **state)
{
    (void)state;
    mm_begin(&m, MM_X86_64, 3, MM_BUNDLE, MM_TWOLEVEL);
    static const uint32_t types[] = {LC_DYLIB, (uint32_t)LC_WEAK, (uint32_t)LC_REEXPORT, LC_LAZY, (uint32_t)LC_UPWARD};
    static const uint8_t flags[] = {0, A3_NEEDED_WEAK, A3_NEEDED_REEXPORT, A3_NEEDED_DELAY, 0, A3_NEEDED_WEAK | A3_NEEDED_DELAY};
    for (size_t i = 0; i < 5; i++)
        mm_library(&m, types[i], (const char[]){(char)('a' + i), 0});
    mm_command(&m, LC_DYLIB, (const uint32_t[]){28, 0x1a741800, 0, 0, 1 | 8}, 5, "f"); /* dylib_use_command */
    object o = open_good();
    assert_int_equal(o.im->needed.count, 6);
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(o.im->needed.items[i].name[0], 'a' + (int)i);
        assert_int_equal(o.im->needed.items[i].flags, flags[i]);
    }
    close_object(&o);
}

static void platforms(void **state)
{
    (void)state;
    static const struct {
        uint32_t cpu, type, platform;
        a3_os os;
    } rows[] = {
        {MM_X86_64, LC_MIN_MACOS, 0, A3_OS_MACOS},         {MM_ARM64, LC_MIN_IOS, 0, A3_OS_IOS},
        {MM_X86_64, LC_MIN_IOS, 0, A3_OS_IOS_SIMULATOR},   {MM_ARM64, 0x2f, 0, A3_OS_APPLE_OTHER},
        {MM_ARM64, LC_BUILD, 1, A3_OS_MACOS},              {MM_ARM64, LC_BUILD, 2, A3_OS_IOS},
        {MM_ARM64, LC_BUILD, 7, A3_OS_IOS_SIMULATOR},      {MM_ARM64, LC_BUILD, 6, A3_OS_APPLE_OTHER},
        {MM_X86_64, 0x7f, 0, A3_OS_MACOS},                 {MM_ARM64, 0x7f, 0, A3_OS_UNKNOWN},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        mm_begin(&m, rows[i].cpu, 0, MM_BUNDLE, 0);
        if (rows[i].type == LC_BUILD)
            mm_command(&m, LC_BUILD, (const uint32_t[]){rows[i].platform, 0xb0100, 0xc0000, 0}, 4, NULL);
        else
            mm_command(&m, rows[i].type, (const uint32_t[]){0xb0100, 0xc0000}, 2, NULL);
        object o = open_good();
        assert_int_equal(o.im->os, rows[i].os);
        assert_int_equal(o.im->min_os, rows[i].type == 0x7f ? 0 : 0xb0100);
        close_object(&o);
    }
    for (uint32_t first = 0; first < 2; first++) { /* zippered: for Catalyst and for macOS, in either order */
        mm_begin(&m, MM_ARM64, 0, MM_DYLIB, 0);
        for (uint32_t i = 0; i < 2; i++)
            mm_command(&m, LC_BUILD, (const uint32_t[]){i == first ? 6 : 1, i == first ? 0xe0000 : 0xb0000, 0, 0}, 4, NULL);
        object o = open_good();
        assert_int_equal(o.im->os, A3_OS_MACOS);
        assert_int_equal(o.im->min_os, 0xb0000);
        close_object(&o);
    }
}

static void machines_and_kinds(void **state)
{
    (void)state;
    static const struct {
        uint32_t cpu, subtype;
        a3_arch arch;
        const char *name;
    } rows[] = {
        {MM_I386, 3, A3_ARCH_I686, "i386"},      {MM_PPC, 0, A3_ARCH_PPC, "ppc"},
        {MM_X86_64, 8, A3_ARCH_X86_64, "x86_64h"}, {MM_ARM64, 0x80000002, A3_ARCH_AARCH64, "arm64e"},
        {12, 9, A3_ARCH_ARM, "armv7"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        mm_begin(&m, rows[i].cpu, rows[i].subtype, MM_BUNDLE, 0);
        mm_library(&m, LC_DYLIB, "/usr/lib/libSystem.B.dylib");
        mm_symbol symbols[] = {{"_a", UNDEFINED, 0, 0, 0}, {"_x", DEFINED, 1, 0, m.base + 0x10}};
        mm_symtab(&m, symbols, 2);
        object o = open_good();
        assert_int_equal(o.im->arch, rows[i].arch);
        assert_string_equal(o.im->arch_name, rows[i].name);
        assert_int_equal(o.im->big_endian, rows[i].cpu == MM_PPC);
        assert_int_equal(o.im->pointer_size, m.is64 ? 8 : 4);
        assert_non_null(a3_image_import(o.im, "a"));
        assert_int_equal(a3_image_export(o.im, "x")->address, m.base + 0x10);
        close_object(&o);
    }
    static const mm_symbol symbol = {"_x", DEFINED, 1, 0, UINT64_C(0x100000010)};
    for (uint32_t type = 1; type <= 11; type++) {
        mm_begin(&m, MM_ARM64, 0, type, 0);
        mm_segment(&m, "__PAGEZERO", 0, 0x100000000, 0, 0, 0);
        mm_symtab(&m, &symbol, 1);
        if (type == 4 || type == 10) /* core files, debug companions: what overlaps is never mapped */
            mm_segment(&m, "", m.base, 0x1000, 0, 0x1000, 5);
        object o = open_good();
        assert_int_equal(o.im->segments.count, 3); /* without __PAGEZERO */
        assert_int_equal(o.im->exports.count, type == 10 ? 0 : 1); /* a debug companion (.dSYM) exports nothing */
        assert_int_equal(o.im->debug_info, type == 10);
        assert_int_equal(o.im->kind, type == 1 || type == 10  ? A3_KIND_RELOCATABLE
                                     : type == 2              ? A3_KIND_PROGRAM
                                     : type == 6 || type == 8 ? A3_KIND_SHARED
                                                              : A3_KIND_OTHER);
        assert_int_equal(o.im->fixups_error.status, type == 1 || type == 10 ? A3_UNSUPPORTED : A3_OK);
        close_object(&o);
    }
    mm_begin(&m, MM_ARM64, 0, MM_BUNDLE, 0);
    mm_command(&m, LC_ENCRYPTION, (const uint32_t[]){0x1000, 0x1000, 0}, 3, NULL);
    object o = open_good();
    close_object(&o);
    mm_put(&m, m.command - 8, 1, 4);
    expect_failure(m.data, sizeof m.data, A3_UNSUPPORTED, "the code is encrypted (cryptid 1)");
    mm_begin(&m, MM_I386, 3, MM_BUNDLE, 0);
    uint32_t relocations[18] = {[15] = 4};
    mm_command(&m, LC_DYSYMTAB, relocations, 18, NULL);
    o = open_good();
    expect_text(o.im->fixups_error.message, "before macOS 10.6");
    close_object(&o);
    mm_begin(&m, MM_I386, 3, MM_BUNDLE, 0);
    mm_segment(&m, "__HIGH", 0xfffff000, 0x2000, 0, 0, 3);
    expect_failure(m.data, sizeof m.data, A3_MALFORMED, "segment __HIGH: 0xfffff000+0x2000 wraps");
}

/* -- signatures -- */

typedef struct sign {
    a3_hash_kind kind;
    uint8_t type, size;
    uint32_t slot;
    uint8_t spoil; /* XORed onto the first page's hash */
} sign;

static void put_big(uint8_t *at, uint64_t value, unsigned bytes)
{
    for (unsigned i = 0; i < bytes; i++)
        at[i] = (uint8_t)(value >> 8 * (bytes - 1 - i));
}

/* Signs everything before the signature with each of the directories in pages of 1 << shift bytes (0: all is one page). */
static void open_signed(const sign *signs, size_t count, unsigned shift, bool wide, a3_signature verdict)
{
    static uint8_t blob[0x1f00];
    enum { DIRECTORY = 64 };
    mm_begin(&m, MM_ARM64, 0, MM_BUNDLE, MM_TWOLEVEL);
    const uint32_t limit = MM_LINKEDIT + 0x70; /* the last page is a short one */
    m.linkedit = limit;
    mm_command(&m, LC_SIGNATURE, (const uint32_t[]){limit, sizeof blob}, 2, NULL);
    const uint32_t page = shift ? 1u << shift : limit, pages = (limit + page - 1) / page;
    memset(blob, 0, sizeof blob);
    put_big(blob, 0xfade0cc0, 4);
    put_big(blob + 4, sizeof blob, 4);
    put_big(blob + 8, count, 4);
    size_t end = 12 + 8 * count;
    for (size_t i = 0; i < count; i++) {
        uint8_t *d = blob + end;
        const size_t size = DIRECTORY + (size_t)pages * signs[i].size;
        put_big(blob + 12 + 8 * i, signs[i].slot, 4);
        put_big(blob + 16 + 8 * i, end, 4);
        put_big(d, 0xfade0c02, 4);
        put_big(d + 4, size, 4);
        put_big(d + 8, wide ? 0x20400 : 0x20100, 4);
        put_big(d + 16, DIRECTORY, 4);
        put_big(d + 28, pages, 4);
        put_big(d + 32, wide ? 0xffffffff : limit, 4);
        d[36] = signs[i].size;
        d[37] = signs[i].type;
        d[39] = (uint8_t)shift;
        put_big(d + 56, wide ? limit : 0, 8);
        for (uint32_t k = 0; k < pages; k++) {
            uint8_t digest[A3_HASH_MAX];
            uint32_t from = k * page;
            a3_hash(signs[i].kind, (a3_span){m.data + from, limit - from < page ? limit - from : page}, digest);
            memcpy(d + DIRECTORY + (size_t)k * signs[i].size, digest, signs[i].size);
        }
        d[DIRECTORY] ^= signs[i].spoil;
        end += size;
    }
    mm_table(&m, blob, sizeof blob);
    object o = open_good();
    a3_image_check_signature(o.im);
    if ((verdict == A3_SIGNATURE_VALID) != (o.im->signature_error.status == A3_OK))
        fail_msg("%s", o.im->signature_error.message);
    assert_int_equal(o.im->signature, verdict);
    a3_image_check_signature(o.im);
    assert_int_equal(o.im->signature, verdict);
    close_object(&o);
}

static void signatures(void **state)
{
    (void)state;
    static const sign kinds[] = {
        {A3_HASH_SHA1, 1, 20, 0, 0}, {A3_HASH_SHA256, 2, 32, 0, 0}, {A3_HASH_SHA256, 3, 20, 0, 0}, {A3_HASH_SHA384, 4, 48, 0, 0},
    };
    for (size_t i = 0; i < 4; i++) {
        sign bad = kinds[i];
        bad.spoil = 1;
        open_signed(&kinds[i], 1, 12, false, A3_SIGNATURE_VALID);
        open_signed(&kinds[i], 1, 14, true, A3_SIGNATURE_VALID);
        open_signed(&kinds[i], 1, 0, true, A3_SIGNATURE_VALID);
        open_signed(&bad, 1, 12, true, A3_SIGNATURE_INVALID);
    }
    /* the best hash counts, in whichever slot */
    static const sign pair[] = {{A3_HASH_SHA1, 1, 20, 0, 0}, {A3_HASH_SHA256, 2, 32, 0x1000, 0}};
    static const sign weak_bad[] = {{A3_HASH_SHA1, 1, 20, 0, 1}, {A3_HASH_SHA256, 2, 32, 0x1000, 0}};
    static const sign best_bad[] = {{A3_HASH_SHA1, 1, 20, 0, 0}, {A3_HASH_SHA256, 2, 32, 0x1000, 1}};
    static const sign odd[] = {{A3_HASH_SHA256, 2, 32, 0, 0}, {A3_HASH_SHA1, 1, 20, 0x1000, 0}, {A3_HASH_SHA1, 9, 20, 2, 1}};
    static const sign unknown[] = {{A3_HASH_SHA1, 9, 20, 0, 0}};
    open_signed(pair, 2, 12, true, A3_SIGNATURE_VALID);
    open_signed(weak_bad, 2, 12, true, A3_SIGNATURE_VALID);
    open_signed(best_bad, 2, 12, true, A3_SIGNATURE_INVALID);
    open_signed(odd, 3, 12, true, A3_SIGNATURE_VALID);
    open_signed(unknown, 1, 12, true, A3_SIGNATURE_UNREADABLE);
}

static void same_machine_twice(void **state)
{
    (void)state;
    mm_begin(&m, MM_ARM64, 0, MM_BUNDLE, 0);
    enum { STEP = 0xc000 };
    uint8_t *data = calloc(1, 3 * STEP);
    const uint32_t header[] = {0xcafebabe, 2, MM_ARM64, 0, STEP, MM_SIZE, 14, MM_ARM64, 0x80000000, 2 * STEP, MM_SIZE, 14};
    for (size_t i = 0; i < sizeof header / sizeof *header; i++)
        put_big(data + 4 * i, header[i], 4);
    memcpy(data + STEP, m.data, MM_SIZE);
    memcpy(data + 2 * STEP, m.data, MM_SIZE);
    object o = open_bytes(data, 3 * STEP);
    assert_int_equal(o.slices.count, 2);
    assert_non_null(o.slices.items[0].image);
    assert_null(o.slices.items[0].image->layout_fault);
    expect_text(o.slices.items[1].err.message, "slice arm64: for the same machine as slice arm64");
    close_object(&o);
    free(data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(symbol_table),       cmocka_unit_test(symbol_table_faults), cmocka_unit_test(tables_together),
        cmocka_unit_test(export_trie),        cmocka_unit_test(export_trie_faults),  cmocka_unit_test(export_trie_bounds),
        cmocka_unit_test(symbol_name_bounds), cmocka_unit_test(libraries),           cmocka_unit_test(platforms),
        cmocka_unit_test(machines_and_kinds), cmocka_unit_test(signatures),          cmocka_unit_test(same_machine_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

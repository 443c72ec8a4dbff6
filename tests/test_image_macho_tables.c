/* SPDX-License-Identifier: MIT */
/* Mach-O: tables written by hand, for what the fixtures' linker does not make, and for what no linker should. */
#include "image_open.h"
#include "machomake.h"

#define BYTES(...) ((const uint8_t[]){__VA_ARGS__}), sizeof((const uint8_t[]){__VA_ARGS__})
#define PART(...) {BYTES(__VA_ARGS__)}
#define NONE {"", 0}

enum { LC_DYLIB = 0xc };
static const uint64_t DATA = UINT64_C(0x100000000) + MM_DATA;

static maker m;

static object open_maker(void) { return open_bytes(m.data, sizeof m.data); }

/* Opened, fixups loaded, without any complaint. */
static object open_good(void)
{
    object o = open_maker();
    if (o.im == NULL)
        fail_msg("%s", o.slice->err.message);
    exercise(o.im);
    assert_string_equal(o.im->symbols.message, "");
    assert_string_equal(o.im->fixups_error.message, "");
    return o;
}

static void expect_symbols_error(const char *part)
{
    object o = open_maker();
    assert_non_null(o.im);
    exercise(o.im);
    expect_text(o.im->symbols.message, part);
    expect_text(o.im->fixups_error.message, part);
    close_object(&o);
}

/* Returns how many fixups stand nevertheless. */
static size_t expect_fixups_error(a3_status status, const char *part)
{
    object o = open_maker();
    assert_non_null(o.im);
    exercise(o.im);
    assert_string_equal(o.im->symbols.message, "");
    expect_text(o.im->fixups_error.message, part);
    assert_int_equal(o.im->fixups_error.status, status);
    size_t count = o.im->fixups.count;
    close_object(&o);
    return count;
}

static void expect_address(object *o, uint64_t at, uint64_t target)
{
    a3_pointer p = a3_image_pointer(o->im, at);
    assert_int_equal(p.kind, A3_POINTER_ADDRESS);
    assert_int_equal(p.value, target);
}

static void expect_import(object *o, uint64_t at, const char *name, int64_t addend)
{
    a3_pointer p = a3_image_pointer(o->im, at);
    assert_int_equal(p.kind, A3_POINTER_IMPORT);
    assert_string_equal(o->im->imports.items[p.value].name, name);
    assert_int_equal(p.addend, addend);
}

/* -- chained fixups -- */

static const mm_import two_imports[] = {{"_PyLong_FromLong", -2, false, 0x10}, {"_memcpy", 1, true, -8}};
static const uint16_t one_page[] = {0};

static void begin_chains(uint16_t format, uint32_t import_format)
{
    mm_begin(&m, format == 3 ? MM_I386 : MM_ARM64, 0, MM_BUNDLE, MM_TWOLEVEL);
    mm_library(&m, LC_DYLIB, "/usr/lib/libSystem.B.dylib");
    mm_chained(&m, &(mm_chains){.format = format, .page_size = 0x4000, .pages = 1, .starts = one_page, .start_count = 1,
                                .import_format = import_format, .max_valid = 0x100000, .imports = two_imports,
                                .import_count = 2});
}

static void chained_64(void **state)
{
    (void)state;
    for (uint16_t format = 2; format <= 6; format += 4) /* DYLD_CHAINED_PTR_64, _64_OFFSET */
        for (uint32_t imports = 1; imports <= 3; imports++) {
            begin_chains(format, imports);
            uint64_t target = format == 2 ? DATA + 0x20 : MM_DATA + 0x20;
            int64_t more = imports == 1 ? 0 : 1; /* format 1 has no addends */
            mm_put(&m, MM_DATA, target | UINT64_C(2) << 51, 8);
            mm_put(&m, MM_DATA + 8, UINT64_C(1) << 63 | UINT64_C(5) << 24 | UINT64_C(3) << 51, 8); /* next: 12 bytes on */
            mm_put(&m, MM_DATA + 20, UINT64_C(1) << 63 | 1 | UINT64_C(3) << 51, 8);
            mm_put(&m, MM_DATA + 32, target | UINT64_C(0x80) << 36, 8);
            object o = open_good();
            assert_int_equal(o.im->fixups.count, 4);
            expect_address(&o, DATA, DATA + 0x20);
            expect_import(&o, DATA + 8, "PyLong_FromLong", 5 + more * 0x10);
            expect_import(&o, DATA + 20, "memcpy", more * -8);
            expect_address(&o, DATA + 32, (DATA + 0x20) | UINT64_C(0x80) << 56);
            assert_int_equal(o.im->imports.count, 2);
            assert_int_equal(a3_image_import(o.im, "memcpy")->flags, A3_SYM_WEAK);
            assert_string_equal(a3_image_import(o.im, "memcpy")->library, "/usr/lib/libSystem.B.dylib");
            assert_null(a3_image_import(o.im, "PyLong_FromLong")->library);
            assert_int_equal(a3_image_import(o.im, "PyLong_FromLong")->flags, 0);
            assert_int_equal(a3_image_pointer(o.im, DATA + 4).kind, A3_POINTER_NONE);
            close_object(&o);
        }
}

static void chained_arm64e(void **state)
{
    (void)state;
    static const uint16_t formats[] = {1, 9, 12, 7};
    for (size_t i = 0; i < 4; i++) {
        begin_chains(formats[i], 1);
        mm_put(&m, 8, 2, 4); /* cpu subtype: arm64e */
        uint64_t step = UINT64_C(1) << 51 << (formats[i] == 7); /* of 8 bytes, or twice 4 */
        uint64_t bind = UINT64_C(1) << 62, authenticated = UINT64_C(1) << 63;
        mm_put(&m, MM_DATA, (formats[i] == 1 ? DATA + 0x40 : MM_DATA + 0x40) | UINT64_C(0x5a) << 43 | step, 8);
        mm_put(&m, MM_DATA + 8, (MM_DATA + 0x50) | UINT64_C(0xbeef) << 32 | authenticated | step, 8);
        mm_put(&m, MM_DATA + 16, bind | UINT64_C(0x7fffd) << 32 | 1 | step, 8); /* addend -3 */
        mm_put(&m, MM_DATA + 24, bind | authenticated | UINT64_C(0x1234) << 32, 8);
        object o = open_good();
        assert_string_equal(o.im->arch_name, "arm64e");
        assert_int_equal(o.im->fixups.count, 4);
        expect_address(&o, DATA, (DATA + 0x40) | UINT64_C(0x5a) << 56);
        expect_address(&o, DATA + 8, DATA + 0x50);
        expect_import(&o, DATA + 16, "memcpy", -3);
        expect_import(&o, DATA + 24, "PyLong_FromLong", 0);
        close_object(&o);
        mm_put(&m, MM_DATA + 24, bind | authenticated | 0x10001, 8); /* 16 or 24 bits of ordinal */
        if (formats[i] == 12) {
            expect_fixups_error(A3_MALFORMED, "names an import that the table does not have");
        } else {
            o = open_good();
            expect_import(&o, DATA + 24, "memcpy", 0);
            close_object(&o);
        }
    }
}

static void chained_32(void **state)
{
    (void)state;
    begin_chains(3, 1);
    uint32_t base = 0x10000 + MM_DATA;
    mm_put(&m, MM_DATA, (base + 0x20) | 1u << 26, 4);
    mm_put(&m, MM_DATA + 4, 0x3000000u | 1u << 26, 4); /* above max_valid: a number, only a link of the chain */
    mm_put(&m, MM_DATA + 8, 1u << 31 | 7u << 20 | 1, 4);
    object o = open_good();
    assert_int_equal(o.im->pointer_size, 4);
    assert_int_equal(o.im->fixups.count, 2);
    expect_address(&o, base, base + 0x20);
    expect_import(&o, base + 8, "memcpy", 7);
    assert_int_equal(a3_image_pointer(o.im, base + 4).kind, A3_POINTER_PLAIN);
    close_object(&o);
}

/* Two pages, the first with two chains; a page without any. */
static void chained_pages(void **state)
{
    (void)state;
    static const uint16_t starts[] = {0x8000 | 3, 0xffff, 0x10, 0x20, 0x8000 | 0x40};
    mm_begin(&m, MM_X86_64, 3, MM_BUNDLE, MM_TWOLEVEL);
    mm_chained(&m, &(mm_chains){.format = 6, .page_size = 0x1000, .pages = 3, .starts = starts, .start_count = 5,
                                .import_format = 1});
    mm_put(&m, MM_DATA + 0x20, 0x100, 8);
    mm_put(&m, MM_DATA + 0x40, 0x200 | UINT64_C(2) << 51, 8);
    mm_put(&m, MM_DATA + 0x48, 0x300, 8);
    mm_put(&m, MM_DATA + 0x2010, 0x400, 8);
    object o = open_good();
    assert_int_equal(o.im->fixups.count, 4);
    expect_address(&o, DATA + 0x20, m.base + 0x100);
    expect_address(&o, DATA + 0x40, m.base + 0x200);
    expect_address(&o, DATA + 0x48, m.base + 0x300);
    expect_address(&o, DATA + 0x2010, m.base + 0x400);
    close_object(&o);
}

/* One field of the table poked; `at` from its start. */
static void chained_faults(void **state)
{
    (void)state;
    enum { SEGMENT = 48, IMPORTS = 72, SYMBOLS, FIXUPS };
    static const struct {
        size_t at;
        uint32_t value;
        unsigned bytes;
        int what;
        a3_status status;
        const char *part;
    } rows[] = {
        {0, 1, 4, SYMBOLS, A3_UNSUPPORTED, "version 1"},
        {24, 1, 4, SYMBOLS, A3_UNSUPPORTED, "the names are compressed"},
        {20, 4, 4, SYMBOLS, A3_UNSUPPORTED, "unknown imports format 4"},
        {16, 0x1000000, 4, SYMBOLS, A3_MALFORMED, "16777216 imports at +0x48 lie outside"},
        {8, 0x10000, 4, SYMBOLS, A3_MALFORMED, "imports at +0x10000 lie outside"},
        {12, 0x10000, 4, SYMBOLS, A3_MALFORMED, "chained import at 0x8048: no name at +0x1"},
        {IMPORTS, 0xfffffe01, 4, SYMBOLS, A3_MALFORMED, "no name at +0x7fffff"},
        {IMPORTS, 0x00000205, 4, SYMBOLS, A3_MALFORMED, "a symbol is bound to library 5 of 1"},
        {4, 0x10000, 4, FIXUPS, A3_MALFORMED, "the list of segments lies outside"},
        {32, 4, 4, FIXUPS, A3_MALFORMED, "the list of segments"},
        {40, 0x10000, 4, FIXUPS, A3_MALFORMED, "a segment's starts lie outside"},
        {SEGMENT, 0x10000, 4, FIXUPS, A3_MALFORMED, "a segment's starts lie outside"},
        {SEGMENT, 22, 4, FIXUPS, A3_MALFORMED, "page starts do not fit"},
        {SEGMENT + 4, 0x2000, 2, FIXUPS, A3_MALFORMED, "neither 0x1000 nor 0x4000"},
        {SEGMENT + 6, 3, 2, FIXUPS, A3_UNSUPPORTED, "pointer format 3 in segment __DATA"},
        {SEGMENT + 6, 8, 2, FIXUPS, A3_UNSUPPORTED, "pointer format 8 in segment __DATA"},
        {SEGMENT + 8, MM_DATA + 8, 4, FIXUPS, A3_MALFORMED, "name another address"},
        {SEGMENT + 20, 2, 2, FIXUPS, A3_MALFORMED, "page starts do not fit"},
        {SEGMENT + 22, 0x4000, 2, FIXUPS, A3_MALFORMED, "a chain leaves its page"},
        {SEGMENT + 22, 0x3ffc, 2, FIXUPS, A3_MALFORMED, "outside of what the file holds of segment __DATA"},
        {SEGMENT + 22, 0x8001, 2, FIXUPS, A3_MALFORMED, "list of chains does not end"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        begin_chains(6, 1);
        assert_int_equal(mm_get(&m, MM_LINKEDIT + 8, 4), IMPORTS);
        mm_put(&m, MM_LINKEDIT + rows[i].at, rows[i].value, rows[i].bytes);
        if (rows[i].what == SYMBOLS)
            expect_symbols_error(rows[i].part);
        else
            expect_fixups_error(rows[i].status, rows[i].part);
    }
    begin_chains(6, 1);
    mm_put(&m, MM_DATA, UINT64_C(1) << 63 | 2, 8);
    expect_fixups_error(A3_MALFORMED, "names an import that the table does not have");
    mm_put(&m, MM_DATA, UINT64_C(0xfff) << 51, 8); /* 0x3ffc on: the next one would cross the end */
    assert_int_equal(expect_fixups_error(A3_MALFORMED, "outside of what the file holds"), 1);
}

/* The same list of chains for each page, each of them long: more writes than there is room for. */
static void chained_flood(void **state)
{
    (void)state;
    static uint16_t starts[1500];
    for (size_t i = 0; i < 1500; i++)
        starts[i] = i < 4 ? 0x8000 | 4 : i == 1499 ? 0x8000 : 0;
    mm_begin(&m, MM_ARM64, 0, MM_BUNDLE, MM_TWOLEVEL);
    mm_chained(&m, &(mm_chains){.format = 6, .page_size = 0x1000, .pages = 4, .starts = starts, .start_count = 1500,
                                .import_format = 1});
    for (size_t at = MM_DATA; at < MM_LINKEDIT - 8; at += 8)
        mm_put(&m, at, UINT64_C(1) << 52, 8);
    for (size_t page = 1; page <= 4; page++)
        mm_put(&m, MM_DATA + page * 0x1000 - 8, 0, 8);
    expect_fixups_error(A3_MALFORMED, "more writes than the segments have room for");
}

/* -- opcodes -- */

static void rebase_opcodes(void **state)
{
    (void)state;
    mm_begin(&m, MM_X86_64, 3, MM_BUNDLE, MM_TWOLEVEL);
    const opcodes parts[5] = {PART(0x11, 0x21, 0x00, 0x51,      /* +0 */
                                   0x30, 0x08, 0x52,            /* +0x10, +0x18 */
                                   0x42, 0x60, 0x02,            /* +0x30, +0x38 */
                                   0x70, 0x10, 0x51,            /* +0x40, +0x58 */
                                   0x80, 0x02, 0x08, 0x51,      /* +0x60, +0x70, +0x80 */
                                   0x30, 0x80, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01, 0x51, /* +8 */
                                   0x00, 0xff), NONE, NONE, NONE, NONE};
    mm_dyld_info(&m, parts);
    static const uint16_t places[] = {0, 8, 0x10, 0x18, 0x30, 0x38, 0x40, 0x58, 0x60, 0x70, 0x80};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        mm_put(&m, MM_DATA + places[i], m.base + places[i] + 1, 8);
    object o = open_good();
    assert_int_equal(o.im->fixups.count, sizeof places / sizeof *places);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        expect_address(&o, DATA + places[i], m.base + places[i] + 1);
    close_object(&o);
}

static void bind_opcodes(void **state)
{
    (void)state;
    mm_begin(&m, MM_X86_64, 3, MM_BUNDLE, MM_TWOLEVEL);
    mm_library(&m, LC_DYLIB, "/usr/lib/libSystem.B.dylib");
    const opcodes parts[5] = {
        PART(0x11, 0x21, 0x40, 0x51),
        PART(0x11, 0x40, '_', 'a', 0, 0x51, 0x71, 0x00, 0x90,  /* a of library 1 at +0 */
             0x3e, 0x41, '_', 'b', 0, 0x60, 0x7f, 0xa0, 0x08,  /* weak b, flat, addend -1 at +8 */
             0x3f, 0x40, 'c', 0, 0x60, 0x00, 0xb1,             /* c of the main program at +0x18 */
             0x20, 0x01, 0x40, '_', 'd', 0, 0xc0, 0x02, 0x08,  /* d of library 1 at +0x28, +0x38 */
             0x10, 0x40, '_', 'o', 'w', 'n', 0, 0x80, 0x08, 0x90, /* own of the image itself at +0x50 */
             0x00, 0x99),
        PART(0x40, '_', 'o', 'w', 'n', 0, 0x51, 0x71, 0x60, 0x90, /* own: any definition, there is one here */
             0x40, '_', 'a', 0, 0x90,                             /* a: elsewhere */
             0x48, '_', 's', 0),                                  /* s is defined here, strongly; no bind */
        PART(0x71, 0x40, 0x11, 0x40, '_', 'l', 0, 0x90, 0x00, 0x71, 0x48, 0x3e, 0x40, '_', 'k', 0, 0x90, 0x00),
        PART(0x00, 0x01, '_', 'o', 'w', 'n', 0, 8, 3, 0x00, 0x80, 0x02, 0x00),
    };
    mm_dyld_info(&m, parts);
    mm_put(&m, MM_DATA + 0x40, m.base + 0x999, 8);
    object o = open_good();
    expect_import(&o, DATA, "a", 0);
    expect_import(&o, DATA + 8, "b", -1);
    expect_import(&o, DATA + 0x18, "c", 0);
    expect_import(&o, DATA + 0x28, "d", 0);
    expect_import(&o, DATA + 0x38, "d", 0);
    expect_address(&o, DATA + 0x50, m.base + 0x100);
    expect_address(&o, DATA + 0x60, m.base + 0x100);
    expect_import(&o, DATA + 0x68, "a", 0);
    expect_import(&o, DATA + 0x40, "l", 0); /* a lazy pointer is rebased first, bound later */
    expect_import(&o, DATA + 0x48, "k", 0);
    assert_int_equal(o.im->fixups.count, 10);
    static const char *const names[] = {"a", "b", "c", "d", "k", "l"};
    assert_int_equal(o.im->imports.count, 6);
    for (size_t i = 0; i < 6; i++) {
        const a3_import *one = &o.im->imports.items[i];
        assert_string_equal(one->name, names[i]);
        assert_int_equal(one->flags, i == 1 ? A3_SYM_WEAK : 0);
        assert_true((one->library != NULL) == (strchr("adl", names[i][0]) != NULL));
    }
    close_object(&o);
}

/* BIND_OPCODE_THREADED: first the table of symbols, then chains that name its entries. */
static void threaded_binds(void **state)
{
    (void)state;
    mm_begin(&m, MM_ARM64, 2, MM_BUNDLE, MM_TWOLEVEL);
    const opcodes parts[5] = {NONE,
        PART(0xd0, 0x02, 0x3e, 0x51, 0x40, '_', 'a', 0, 0x90, 0x40, '_', 'b', 0, 0x60, 0x04, 0x90, 0x71, 0x10, 0xd1, 0x00),
        NONE, NONE, NONE};
    mm_dyld_info(&m, parts);
    mm_put(&m, MM_DATA + 0x10, UINT64_C(1) << 62 | UINT64_C(2) << 51 | 1, 8);
    mm_put(&m, MM_DATA + 0x20, (m.base + 0x77) | UINT64_C(1) << 51, 8);
    mm_put(&m, MM_DATA + 0x28, UINT64_C(1) << 63 | UINT64_C(1) << 51 | 0x88, 8);
    mm_put(&m, MM_DATA + 0x30, UINT64_C(3) << 62, 8);
    object o = open_good();
    assert_int_equal(o.im->fixups.count, 4);
    expect_import(&o, DATA + 0x10, "b", 4);
    expect_address(&o, DATA + 0x20, m.base + 0x77);
    expect_address(&o, DATA + 0x28, m.base + 0x88);
    expect_import(&o, DATA + 0x30, "a", 0);
    close_object(&o);
    mm_put(&m, MM_DATA + 0x10, UINT64_C(1) << 62 | 2, 8);
    expect_fixups_error(A3_MALFORMED, "names a symbol beyond the table");
}

static void opcode_faults(void **state)
{
    (void)state;
    const struct {
        bool bind;
        opcodes code;
        const char *part;
    } rows[] = {
        {false, PART(0x90), "rebase opcodes at 0x8000: unknown opcode 0x90"},
        {false, PART(0x11, 0x51), "at 0x8001: no segment was chosen"},
        {false, PART(0x23, 0x00), "there is no such segment"},
        {false, PART(0x21), "the last opcode is cut short"},
        {false, PART(0x21, 0x80, 0x80), "the last opcode is cut short"},
        {false, PART(0x21, 0xf9, 0x7f, 0x51), "a write to address 0x100007ff9, outside"},
        {false, PART(0x21, 0x00, 0x60, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01), "outside of what the file"},
        {false, PART(0x21, 0x00, 0x80, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01, 0xf8, 0xff, 0xff, 0xff,
                     0xff, 0xff, 0xff, 0xff, 0xff, 0x01), "more writes than the segments have room for"}, /* skip -8 */
        {false, PART(0x13, 0x21, 0x00, 0x60, 0xff, 0xff, 0xff, 0xff, 0x0f), "more writes than the segments"},
        {true, PART(0xe0), "bind opcodes at 0x8000: unknown opcode 0xe0"},
        {true, PART(0xd2), "unknown threaded opcode"},
        {true, PART(0x71, 0x00, 0x90), "no symbol was chosen"},
        {true, PART(0x40, '_', 'a'), "the last opcode is cut short"},
        {true, PART(0x73, 0x00), "there is no such segment"},
        {true, PART(0x15, 0x40, '_', 'a', 0, 0x71, 0x00, 0x90), "a symbol is bound to library 5 of 0"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        mm_begin(&m, MM_X86_64, 3, MM_BUNDLE, MM_TWOLEVEL);
        opcodes parts[5] = {NONE, NONE, NONE, NONE, NONE};
        parts[rows[i].bind] = rows[i].code;
        mm_dyld_info(&m, parts);
        if (rows[i].bind)
            expect_symbols_error(rows[i].part);
        else
            expect_fixups_error(A3_MALFORMED, rows[i].part);
    }
    mm_begin(&m, MM_X86_64, 3, MM_BUNDLE, MM_TWOLEVEL);
    const opcodes lazy[5] = {NONE, NONE, NONE, PART(0x00, 0x40, '_', 'a'), NONE}; /* 0 does not end this one */
    mm_dyld_info(&m, lazy);
    expect_symbols_error("lazy bind opcodes at 0x8004: the last opcode is cut short");
    /* One long name chosen again and again; what was paid for is bound. */
    static uint8_t again[0x1e00] = {0x11, 0x71, 0x00, 0x51, 0x40, '_'};
    const size_t name = 0x1400;
    memset(again + 6, 'n', name);
    again[6 + name] = 0;
    for (size_t i = 7 + name; i + 1 < sizeof again; i += 2)
        memcpy(again + i, (const uint8_t[]){i & 2 ? 0x3e : 0x3f, 0x90}, 2);
    mm_begin(&m, MM_X86_64, 3, MM_BUNDLE, MM_TWOLEVEL);
    const opcodes flood[5] = {NONE, {again, sizeof again}, NONE, NONE, NONE};
    mm_dyld_info(&m, flood);
    object o = open_maker();
    assert_int_equal(o.im->symbols.status, A3_LIMIT);
    a3_image_load_fixups(o.im);
    assert_in_range(o.im->fixups.count, 100, 400);
    close_object(&o);
    /* What only the fixups need. */
    const struct {
        opcodes code;
        const char *part;
    } late[] = {
        {PART(0x3e, 0x40, '_', 'a', 0, 0x90), "no segment was chosen"},
        {PART(0x3e, 0x40, '_', 'a', 0, 0x71, 0x80, 0x80, 0x01, 0x90), "outside of what the file holds"},
        {PART(0x10, 0x40, '_', 'a', 0, 0x71, 0x00, 0x90), "a symbol that the image does not have"},
        {PART(0x3e, 0x40, '_', 'a', 0, 0x71, 0x00, 0xc0, 0xff, 0xff, 0xff, 0xff, 0x0f, 0xf8, 0xff, 0xff, 0xff, 0xff, 0xff,
              0xff, 0xff, 0xff, 0x01), "more writes than the segments have room for"},
    };
    for (size_t i = 0; i < sizeof late / sizeof *late; i++) {
        mm_begin(&m, MM_X86_64, 3, MM_BUNDLE, MM_TWOLEVEL);
        const opcodes parts[5] = {NONE, late[i].code, NONE, NONE, NONE};
        mm_dyld_info(&m, parts);
        expect_fixups_error(A3_MALFORMED, late[i].part);
    }
}

/* Go leaves debugging information in the file that is not to be loaded: no size in memory and, as dyld wants it then, no protection. */
static void segments_that_are_not_loaded(void **state)
{
    (void)state;
    const struct {
        uint64_t size;
        unsigned protection;
        const char *part;
    } rows[] = {{0, 0, NULL}, {0, 7, "segment __DWARF: 0x100 bytes in the file, 0x0 in memory"}, {0x80, 0, "segment __DWARF: 0x100 bytes in the file, 0x80 in memory"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        mm_begin(&m, MM_ARM64, 0, MM_DYLIB, MM_TWOLEVEL);
        mm_segment(&m, "__DWARF", rows[i].size ? 0x200000000 : 0, rows[i].size, MM_LINKEDIT, 0x100, rows[i].protection);
        object o = open_maker();
        if (rows[i].part != NULL) {
            assert_null(o.im);
            expect_text(o.slice->err.message, rows[i].part);
        } else {
            assert_non_null(o.im);
            uint64_t word;
            assert_false(a3_image_word(o.im, 0, 8, &word)); /* nothing lies at its address */
        }
        close_object(&o);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chained_64),     cmocka_unit_test(chained_arm64e), cmocka_unit_test(chained_32),
        cmocka_unit_test(chained_pages),  cmocka_unit_test(chained_faults), cmocka_unit_test(chained_flood),
        cmocka_unit_test(rebase_opcodes), cmocka_unit_test(bind_opcodes),   cmocka_unit_test(threaded_binds),
        cmocka_unit_test(opcode_faults),  cmocka_unit_test(segments_that_are_not_loaded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

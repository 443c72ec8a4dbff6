/* SPDX-License-Identifier: MIT */
/* Mach-O: what linkers make (the fixtures), and the same with one field poked. */
#include "image_open.h"

static const char CHAINED[] = "abi3t-good-chained.arm64-macos.so", OPCODES[] = "abi3t-good.x86_64-macos.so",
                  FAT[] = "abi3t-good.universal2-macos.so", SIGNED[] = "abi3t-good.arm64-macos.so";

static uint32_t load32(const uint8_t *p) { return (uint32_t)a3_load(p, 4, false); }

static void store(uint8_t *data, size_t at, uint64_t value, unsigned bytes)
{
    for (unsigned i = 0; i < bytes; i++)
        data[at + i] = (uint8_t)(value >> 8 * i);
}

static void store_big(uint8_t *data, size_t at, uint64_t value, unsigned bytes)
{
    for (unsigned i = 0; i < bytes; i++)
        data[at + i] = (uint8_t)(value >> 8 * (bytes - 1 - i));
}

/* Offset of the `nth` command of this type in a thin 64-bit file. */
static size_t find_command(const uint8_t *data, uint32_t type, unsigned nth)
{
    size_t at = 32;
    for (uint32_t i = 0; i < load32(data + 16); i++) {
        if (load32(data + at) == type && nth-- == 0)
            return at;
        at += load32(data + at + 4);
    }
    fail_msg("no load command 0x%x", type);
    return 0;
}

static void facts(void **state)
{
    (void)state;
    static const struct {
        const char *file;
        a3_arch arch;
        const char *name;
        a3_os os;
        uint32_t min_os, sdk;
        a3_signature signature;
    } rows[] = {
        {OPCODES, A3_ARCH_X86_64, "x86_64", A3_OS_MACOS, 0xa0d00, 0xa0d00, A3_SIGNATURE_NONE},
        {CHAINED, A3_ARCH_AARCH64, "arm64", A3_OS_MACOS, 0xb0000, 0xb0000, A3_SIGNATURE_VALID},
        {"macho-10.9.x86_64-macos.so", A3_ARCH_X86_64, "x86_64", A3_OS_MACOS, 0xa0900, 0xa0900, A3_SIGNATURE_NONE},
        {"macho-sdk-15.2.x86_64-macos.so", A3_ARCH_X86_64, "x86_64", A3_OS_MACOS, 0xb0000, 0xf0200, A3_SIGNATURE_NONE},
        {"macho-signed.x86_64-macos.so", A3_ARCH_X86_64, "x86_64", A3_OS_MACOS, 0xa0d00, 0xa0d00, A3_SIGNATURE_VALID},
        {"macho-unsigned.arm64-macos.so", A3_ARCH_AARCH64, "arm64", A3_OS_MACOS, 0xb0000, 0xb0000, A3_SIGNATURE_NONE},
        {"abi3t-good.arm64-ios.so", A3_ARCH_AARCH64, "arm64", A3_OS_IOS, 0xd0000, 0xd0000, A3_SIGNATURE_NONE},
        {"abi3t-good.arm64-ios-simulator.so", A3_ARCH_AARCH64, "arm64", A3_OS_IOS_SIMULATOR, 0xe0000, 0xe0000,
         A3_SIGNATURE_VALID},
        {"abi3t-good.x86_64-ios-simulator.so", A3_ARCH_X86_64, "x86_64", A3_OS_IOS_SIMULATOR, 0xd0000, 0xd0000,
         A3_SIGNATURE_NONE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        object o = open_fixture(rows[i].file);
        assert_int_equal(o.im->format, A3_FORMAT_MACHO);
        assert_int_equal(o.im->arch, rows[i].arch);
        assert_string_equal(o.im->arch_name, rows[i].name);
        assert_string_equal(o.slice->arch_name, rows[i].name);
        assert_null(o.im->slice);
        assert_int_equal(o.im->os, rows[i].os);
        assert_int_equal(o.im->min_os, rows[i].min_os);
        assert_int_equal(o.im->sdk, rows[i].sdk);
        assert_int_equal(o.im->kind, A3_KIND_SHARED);
        assert_int_equal(o.im->pointer_size, 8);
        assert_false(o.im->flat_namespace);
        assert_false(o.im->debug_info);
        assert_null(o.im->layout_fault);
        assert_int_equal(o.im->signature,
                         rows[i].signature == A3_SIGNATURE_NONE ? A3_SIGNATURE_NONE : A3_SIGNATURE_UNREADABLE);
        a3_image_check_signature(o.im);
        assert_int_equal(o.im->signature, rows[i].signature);
        assert_string_equal(o.im->needed.items[0].name, "/usr/lib/libSystem.B.dylib");
        const a3_import *one = a3_image_import(o.im, "PyLong_FromLong");
        assert_non_null(one);
        assert_null(one->library);
        assert_int_equal(one->flags, 0);
        const a3_export *hook = a3_image_export(o.im, "PyModExport_demo");
        assert_non_null(hook);
        assert_int_equal(a3_image_segment(o.im, hook->address)->protection, A3_PROT_READ | A3_PROT_EXEC);
        assert_int_equal(hook->flags, 0);
        exercise(o.im);
        assert_int_equal(o.im->fixups_error.status, A3_OK);
        close_object(&o);
    }
}

static void names_and_paths(void **state)
{
    (void)state;
    object o = open_fixture("library.arm64-macos.so");
    assert_string_equal(o.im->soname, "@rpath/libfoo.1.dylib");
    close_object(&o);
    o = open_fixture("macho-rpath.x86_64-macos.so");
    assert_int_equal(o.im->rpaths.count, 2);
    assert_string_equal(o.im->rpaths.items[0], "@loader_path/../demo.dylibs");
    assert_string_equal(o.im->rpaths.items[1], "/opt/homebrew/lib");
    close_object(&o);
    o = open_fixture("libpython-linked-framework.x86_64-macos.so");
    const a3_import *one = a3_image_import(o.im, "PyLong_FromLong");
    assert_non_null(one);
    expect_text(one->library, "Python.framework");
    one = a3_image_import(o.im, "dyld_stub_binder");
    assert_string_equal(one->library, "/usr/lib/libSystem.B.dylib");
    close_object(&o);
    o = open_fixture("import-313-weak.x86_64-macos.so");
    unsigned weak = 0;
    for (size_t i = 0; i < o.im->imports.count; i++)
        weak += o.im->imports.items[i].flags == A3_SYM_WEAK;
    assert_int_equal(weak, 1);
    close_object(&o);
    o = open_fixture("abi3t-good-shared.x86_64-macos.so");
    assert_int_equal(a3_image_export(o.im, "demo_slots")->flags, A3_SYM_DATA);
    close_object(&o);
}

/* The same module with both kinds of fixups: the loader leaves the same pointers. */
static void fixups(void **state)
{
    (void)state;
    static const char *const files[] = {CHAINED, SIGNED, OPCODES, "abi3t-good-chained.x86_64-macos.so",
                                        "abi3t-good-const.x86_64-macos.so", "macho-no-plt.x86_64-macos.so"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        object o = open_fixture(files[i]);
        a3_image_load_fixups(o.im);
        assert_int_equal(o.im->fixups_error.status, A3_OK);
        unsigned imports = 0, abis = 0;
        for (size_t k = 0; k < o.im->fixups.count; k++) {
            const a3_fixup *one = &o.im->fixups.items[k];
            assert_int_equal(one->size, 8);
            imports += one->kind == A3_FIXUP_IMPORT;
            uint64_t id;
            if (one->kind != A3_FIXUP_ADDRESS || !a3_image_word(o.im, one->address - 8, 2, &id) || id != 109)
                continue;
            uint64_t info;
            assert_true(a3_image_word(o.im, one->target, 4, &info)); /* PyABIInfo: major 1, minor 0, flags 7 */
            assert_int_equal(info, 0x00070001);
            a3_pointer p = a3_image_pointer(o.im, one->address);
            assert_int_equal(p.kind, A3_POINTER_ADDRESS);
            assert_int_equal(p.value, one->target);
            abis++;
        }
        assert_int_equal(abis, 1);
        /* all but dyld_stub_binder, which chained files list and do not use */
        assert_in_range(imports, o.im->imports.count - 1, o.im->imports.count);
        close_object(&o);
    }
}

static void fat_files(void **state)
{
    (void)state;
    static const char *const files[] = {FAT, "abi3t-good-fat64.universal2-macos.so"};
    for (size_t i = 0; i < 2; i++) {
        size_t size;
        uint8_t *data = load_fixture(files[i], &size);
        object o = open_bytes(data, size);
        assert_int_equal(o.slices.count, 2);
        for (size_t k = 0; k < 2; k++) {
            const a3_slice *slice = &o.slices.items[k];
            assert_string_equal(slice->name, k ? "arm64" : "x86_64");
            assert_non_null(slice->image);
            assert_string_equal(slice->image->slice, slice->name);
            assert_true(slice->image->bytes.data == o.data + slice->image->offset);
            assert_int_equal(slice->image->offset % 0x1000, 0);
            assert_non_null(a3_image_export(slice->image, "PyModExport_demo"));
            assert_null(slice->image->layout_fault);
            exercise(slice->image);
            a3_image_check_signature(slice->image);
            assert_int_equal(slice->image->signature, k ? A3_SIGNATURE_VALID : A3_SIGNATURE_NONE);
        }
        close_object(&o);
        free(data);
    }
    size_t size;
    uint8_t *data = load_fixture("macho-slice-missing.universal2-macos.so", &size);
    object o = open_bytes(data, size);
    assert_int_equal(o.slices.count, 1);
    assert_string_equal(o.slice->name, "x86_64");
    close_object(&o);
    free(data);
}

/* One field of the fat header poked; `slice` of `count` must fail with `part`, the others stand. */
static void fat_faults(void **state)
{
    (void)state;
    enum { FIRST = 8, SECOND = 28, TYPE = 0, OFFSET = 8, LENGTH = 12 };
    static const struct {
        size_t at;
        uint32_t value;
        size_t count, slice;
        a3_status status;
        uint64_t offset;
        const char *part;
    } rows[] = {
        {4, 0, 1, 0, A3_MALFORMED, 4, "lists no slices"},
        {4, 44, 44, 2, A3_MALFORMED, SECOND + 20, "no bytes of it at 0x0, size 0x0"},
        {FIRST + OFFSET, 0x10, 2, 0, A3_MALFORMED, FIRST, "slice x86_64: no bytes of it at 0x10"},
        {FIRST + LENGTH, 0, 2, 0, A3_MALFORMED, FIRST, "slice x86_64: no bytes of it"},
        {SECOND + LENGTH, 0x7fffffff, 2, 1, A3_MALFORMED, SECOND, "slice arm64: no bytes of it"},
        {SECOND + OFFSET, 0xfffffff0, 2, 1, A3_MALFORMED, SECOND, "slice arm64: no bytes of it"},
        {SECOND + OFFSET, 0x2000, 2, 1, A3_MALFORMED, SECOND, "slice arm64: overlaps slice x86_64"},
        {SECOND + TYPE, 7, 2, 1, A3_MALFORMED, 0, "the fat header says i386, the slice's own header says arm64"},
        {SECOND + TYPE, 77, 2, 1, A3_MALFORMED, 0, "the fat header says machine 0x4d"},
    };
    size_t size;
    uint8_t *data = load_fixture(FAT, &size);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint8_t *copy = malloc(size);
        memcpy(copy, data, size);
        store_big(copy, rows[i].at, rows[i].value, 4);
        object o = open_bytes(copy, size);
        assert_int_equal(o.slices.count, rows[i].count);
        const a3_slice *slice = &o.slices.items[rows[i].slice];
        assert_null(slice->image);
        expect_text(slice->err.message, rows[i].part);
        assert_int_equal(slice->err.status, rows[i].status);
        if (rows[i].offset != 0)
            assert_int_equal(slice->err.offset, rows[i].offset);
        if (rows[i].count == 2)
            assert_non_null(o.slices.items[1 - rows[i].slice].image);
        close_object(&o);
        free(copy);
    }
    a3_limits few = A3_LIMITS_DEFAULT;
    few.slices = 1;
    object o = open_limited(data, size, &few, 1 << 20);
    assert_int_equal(o.slice->err.status, A3_LIMIT);
    expect_text(o.slice->err.message, "lists 2 slices, the limit is 1");
    close_object(&o);
    store_big(data, FIRST, 0x00330034, 4); /* no matter: version 45 and later is a Java class */
    store_big(data, 4, 45, 4);
    o = open_bytes(data, size);
    assert_int_equal(o.slices.count, 0);
    close_object(&o);
    free(data);
}

static void fat_strangers(void **state)
{
    (void)state;
    size_t size;
    uint8_t *data = load_fixture(FAT, &size);
    size_t second = (size_t)a3_load(data + 28 + 8, 4, true);
    memcpy(data + second, "!<arch>\n", 8);
    object o = open_bytes(data, size);
    assert_int_equal(o.slices.items[1].err.status, A3_UNSUPPORTED);
    assert_int_equal(o.slices.items[1].err.offset, second);
    expect_text(o.slices.items[1].err.message, "static archive");
    close_object(&o);
    size_t first = (size_t)a3_load(data + 8 + 8, 4, true);
    memcpy(data + first, "!<arch>\n", 8); /* both: no object at all */
    o = open_bytes(data, size);
    assert_int_equal(o.slices.count, 0);
    close_object(&o);
    data[first] = 0;
    memcpy(data + second, "BC\xc0\xde", 4);
    o = open_bytes(data, size);
    assert_int_equal(o.slices.items[1].err.status, A3_MALFORMED);
    expect_text(o.slices.items[1].err.message, "no Mach-O header");
    close_object(&o);
    free(data);
}

/* A slice that the loader cannot map, though all of it is there. */
static void fat_off_page(void **state)
{
    (void)state;
    size_t size;
    uint8_t *thin = load_fixture(SIGNED, &size);
    uint8_t *data = calloc(1, size + 0x1000);
    const uint32_t header[] = {0xcafebabe, 1, 0x0100000c, 0, 0x1000, (uint32_t)size, 12};
    for (size_t i = 0; i < 7; i++)
        store_big(data, 4 * i, header[i], 4);
    memcpy(data + 0x1000, thin, size);
    object o = open_bytes(data, size + 0x1000);
    assert_non_null(o.im);
    expect_text(o.im->layout_fault, "does not start on a page");
    close_object(&o);
    free(data);
    free(thin);
}

static void header_faults(void **state)
{
    (void)state;
    static const struct {
        size_t at;
        uint32_t value;
        a3_status status;
        const char *part;
    } rows[] = {
        {4, 0x0100000e, A3_UNSUPPORTED, "Mach-O for machine 0x100000e is not read"},
        {4, 0x0200000c, A3_UNSUPPORTED, "Mach-O for arm64_32 is not read"},
        {4, 7, A3_MALFORMED, "a 64-bit Mach-O header for i386"},
        {4, 0x01000012, A3_UNSUPPORTED, "Mach-O for ppc64 is not read"},
        {12, 0, A3_UNSUPPORTED, "file type 0"},
        {12, 99, A3_UNSUPPORTED, "file type 99"},
        {16, 0x10000, A3_MALFORMED, "load commands at 0x20: 65536 do not fit"},
        {16, 0x10000000, A3_LIMIT, "the limit is 100000"},
        {20, 0x100000, A3_MALFORMED, "load commands at 0x20: their 1048576 bytes reach beyond"},
        {32 + 4, 0, A3_MALFORMED, "load command 0 at 0x20: size 0 is smaller than its header"},
        {32 + 4, 7, A3_MALFORMED, "size 7 is smaller than its header"},
        {32 + 4, 0x99, A3_MALFORMED, "no multiple of 4"},
        {32 + 4, 0x10000, A3_MALFORMED, "size 65536 is more than is left"},
        {32 + 4, 0x40, A3_MALFORMED, "load command 0 at 0x20: size 64 is smaller than what its type needs"},
        {32 + 4, 0x98 - 8, A3_MALFORMED, "sections do not make up its size"},
        {32 + 64, 0xffffffff, A3_MALFORMED, "sections do not make up its size"},
        {32, 1, A3_MALFORMED, "a 32-bit segment in a 64-bit image"},
    };
    size_t size;
    uint8_t *data = load_fixture(OPCODES, &size);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint32_t old = load32(data + rows[i].at);
        store(data, rows[i].at, rows[i].value, 4);
        expect_failure(data, size, rows[i].status, rows[i].part);
        store(data, rows[i].at, old, 4);
    }
    free(data);
}

/* One field of one load command poked. `what`: which of the errors it becomes. */
static void command_faults(void **state)
{
    (void)state;
    enum { SLICE, SYMBOLS, FIXUPS, SIGNATURE };
    static const struct {
        const char *file;
        uint32_t type;
        unsigned nth, at;
        uint32_t value;
        int what;
        const char *part;
    } rows[] = {
        {OPCODES, 0x19, 0, 40, 0x1000000, SLICE, "segment __TEXT: its bytes 0x1000000+0x1000 lie outside"},
        {OPCODES, 0x19, 0, 48, 0x2000, SLICE, "segment __TEXT: 0x2000 bytes in the file, 0x1000 in memory"},
        {OPCODES, 0x19, 1, 36, 1, SLICE, "segment at 0x2e0: __LINKEDIT at address 0x2000 overlaps __DATA"},
        {OPCODES, 0x19, 1, 24, 0x800, SLICE, "__DATA at address 0x800 overlaps __TEXT"},
        {OPCODES, 2, 0, 8, 0x1000000, SYMBOLS, "symbol table at 0x"},
        {OPCODES, 2, 0, 12, 0x10000000, SYMBOLS, "lie outside the 8624 bytes of the image"},
        {OPCODES, 2, 0, 16, 0x1000000, SYMBOLS, "string table at 0x"},
        {OPCODES, 2, 0, 4, 16, SLICE, "size 16 is smaller than what its type needs"},
        {OPCODES, 0x80000022, 0, 8, 0x1000000, FIXUPS, "rebase opcodes at 0x"},
        {OPCODES, 0x80000022, 0, 20, 0x1000000, SYMBOLS, "bind opcodes at 0x"},
        {OPCODES, 0x80000022, 0, 36, 0x1000000, SYMBOLS, "lazy bind opcodes at 0x"},
        {OPCODES, 0x80000022, 0, 44, 0x1000000, SYMBOLS, "export trie at 0x"},
        {OPCODES, 0xc, 0, 8, 0x1000, SLICE, "its library name at +4096 is no string within its 56 bytes"},
        {OPCODES, 0xc, 0, 8, 4, SLICE, "its library name at +4 is no string"},
        {OPCODES, 0x1b, 0, 0, 2, SLICE, "a second symbol table"},
        {CHAINED, 0x80000034, 0, 8, 0x1000000, SYMBOLS, "chained fixups at 0x"},
        {CHAINED, 0x80000034, 0, 12, 4, SYMBOLS, "size 4 is smaller than its header"},
        {CHAINED, 0x80000033, 0, 8, 0x1000000, SYMBOLS, "export trie at 0x"},
        {CHAINED, 0x80000033, 0, 0, 0x80000034, SLICE, "a second chained fixups"},
        {SIGNED, 0x1d, 0, 8, 0x1000000, SIGNATURE, "code signature at 0x"},
        {SIGNED, 0x1d, 0, 12, 0x1000000, SIGNATURE, "code signature at 0x"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t size;
        uint8_t *data = load_fixture(rows[i].file, &size);
        size_t at = find_command(data, rows[i].type, rows[i].nth);
        store(data, at + rows[i].at, rows[i].value, 4);
        if (rows[i].what == SLICE) {
            expect_failure(data, size, A3_MALFORMED, rows[i].part);
        } else {
            object o = open_bytes(data, size);
            if (o.im == NULL)
                fail_msg("%s", o.slice->err.message);
            exercise(o.im);
            a3_image_check_signature(o.im);
            const a3_err *err = rows[i].what == SYMBOLS  ? &o.im->symbols
                                : rows[i].what == FIXUPS ? &o.im->fixups_error
                                                         : &o.im->signature_error;
            expect_text(err->message, rows[i].part);
            assert_int_equal(err->status, A3_MALFORMED);
            if (rows[i].what == SYMBOLS)
                assert_int_not_equal(o.im->fixups_error.status, A3_OK);
            if (rows[i].what == SIGNATURE)
                assert_int_equal(o.im->signature, A3_SIGNATURE_UNREADABLE);
            close_object(&o);
        }
        free(data);
    }
}

/* Without its symbol table an image still tells its imports and exports, and the other way round. */
static void each_table_alone(void **state)
{
    (void)state;
    static const struct {
        const char *file;
        uint32_t type;
    } rows[] = {{CHAINED, 2}, {OPCODES, 2}, {OPCODES, 0x80000022}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t size;
        uint8_t *data = load_fixture(rows[i].file, &size);
        store(data, find_command(data, rows[i].type, 0), 0x7f, 4); /* a command that nobody knows */
        object o = open_bytes(data, size);
        assert_non_null(o.im);
        assert_int_equal(o.im->symbols.status, A3_OK);
        static const char *const names[] = {"PyErr_SetString", "PyExc_ValueError", "PyLong_FromLong",
                                            "PyModule_AddIntConstant"};
        for (size_t k = 0; k < 4; k++)
            assert_non_null(a3_image_import(o.im, names[k]));
        assert_non_null(a3_image_export(o.im, "PyModExport_demo"));
        close_object(&o);
        free(data);
    }
}

static void signature_verdict(const uint8_t *data, size_t size, a3_signature verdict, const char *part)
{
    object o = open_bytes(data, size);
    assert_non_null(o.im);
    a3_image_check_signature(o.im);
    assert_int_equal(o.im->signature, verdict);
    expect_text(o.im->signature_error.message, part);
    close_object(&o);
}

static void signatures(void **state)
{
    (void)state;
    size_t size;
    uint8_t *data = load_fixture(SIGNED, &size);
    size_t signature = load32(data + find_command(data, 0x1d, 0) + 8);
    size_t directory = signature + (size_t)a3_load(data + signature + 16, 4, true);
    const struct {
        size_t at;
        uint8_t flip;
        a3_signature verdict;
        const char *part;
    } rows[] = {
        {0x3000, 1, A3_SIGNATURE_INVALID, "code signature at 0x3000: page 3 (0x1000 bytes) does not have the sha256"},
        {signature - 1, 1, A3_SIGNATURE_INVALID, "does not have the sha256 that was signed"},
        {directory + 20, 1, A3_SIGNATURE_VALID, ""}, /* the identifier is not ours to judge */
        {directory + 31, 1, A3_SIGNATURE_INVALID, "hashes for"},
        {directory + 34, 0x40, A3_SIGNATURE_INVALID, "within segment"},
        {directory + 33, 0x40, A3_SIGNATURE_INVALID, "covers more bytes than there are"},
        {directory + 37, 4, A3_SIGNATURE_UNREADABLE, "unknown hashes"},
        {directory + 37, 3, A3_SIGNATURE_UNREADABLE, "impossible sizes"},
        {directory + 18, 0x40, A3_SIGNATURE_UNREADABLE, "do not fit into their code directory"},
        {directory + 9, 0x40, A3_SIGNATURE_UNREADABLE, "of a kind that we do not know"},
        {directory, 1, A3_SIGNATURE_UNREADABLE, "wrong magic number"},
        {directory + 5, 1, A3_SIGNATURE_UNREADABLE, "a blob does not fit"},
        {signature, 1, A3_SIGNATURE_UNREADABLE, "wrong magic number"},
        {signature + 5, 1, A3_SIGNATURE_UNREADABLE, "a blob does not fit"},
        {signature + 9, 1, A3_SIGNATURE_UNREADABLE, "list of blobs does not fit"},
        {signature + 13, 1, A3_SIGNATURE_UNREADABLE, "no code directory"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        data[rows[i].at] ^= rows[i].flip;
        signature_verdict(data, size, rows[i].verdict, rows[i].part);
        data[rows[i].at] ^= rows[i].flip;
    }
    signature_verdict(data, size, A3_SIGNATURE_VALID, "");
    free(data);
}

/* Every shorter file is an error: the last segment is not all there. (At a stride that no alignment hides behind; all lengths
 * of the headers.) */
static void truncations(void **state)
{
    (void)state;
    static const char *const files[] = {OPCODES, CHAINED, FAT};
    for (size_t i = 0; i < 3; i++) {
        size_t size;
        uint8_t *data = load_fixture(files[i], &size);
        for (size_t length = 0; length < size; length += length < 0x800 || length > size - 0x100 ? 1 : 61) {
            object o = open_bytes(data, length);
            if (length < 8)
                assert_int_equal(o.slices.count, i == 2 || length < 4 ? 0 : 1);
            for (size_t k = 0; k < o.slices.count; k++) {
                const a3_slice *slice = &o.slices.items[k];
                bool whole = slice->image != NULL && slice->image->offset + slice->image->bytes.size <= length;
                assert_true((slice->image != NULL) == whole);
                if (i < 2 && slice->image != NULL)
                    fail_msg("%s opened although cut at %zu", files[i], length);
                assert_true(whole || slice->err.message[0] != 0);
            }
            close_object(&o);
        }
        free(data);
    }
}

static void damaged(void **state)
{
    (void)state;
    damage(OPCODES, 2000, 1);
    damage(CHAINED, 600, 2);
    damage("type-good.x86_64-macos.so", 1500, 3);
}

static void starved(void **state)
{
    (void)state;
    starve(OPCODES);
    starve(CHAINED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(facts),          cmocka_unit_test(names_and_paths), cmocka_unit_test(fixups),
        cmocka_unit_test(fat_files),      cmocka_unit_test(fat_faults),      cmocka_unit_test(fat_strangers),
        cmocka_unit_test(fat_off_page),   cmocka_unit_test(header_faults),   cmocka_unit_test(command_faults),
        cmocka_unit_test(each_table_alone), cmocka_unit_test(signatures),    cmocka_unit_test(truncations),
        cmocka_unit_test(damaged),        cmocka_unit_test(starved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

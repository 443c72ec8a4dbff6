/* SPDX-License-Identifier: MIT */
/* ELF: what good files say. */
#include "image_open.h"

static object open_good(const char *name)
{
    object o = open_fixture(name);
    exercise(o.im);
    if (o.im->fixups_error.status != A3_OK)
        fail_msg("%s: %s", name, o.im->fixups_error.message);
    return o;
}

/* The one Py_mod_abi slot {109, flags, 0, pointer} of the good module, found in the relocated data: true for every
 * machine, width and byte order if segments, relocations and words are right. */
static void assert_slot(object *o, const char *name)
{
    a3_image *im = o->im;
    unsigned found = 0;
    for (size_t i = 0; i < im->fixups.count; i++) {
        uint64_t at = im->fixups.items[i].address - 8, id, zero, major, flags;
        if (!a3_image_word(im, at, 2, &id) || id != 109 || !a3_image_word(im, at + 4, 4, &zero) || zero != 0)
            continue;
        a3_pointer p = a3_image_pointer(im, at + 8);
        if (p.kind == A3_POINTER_ADDRESS && a3_image_word(im, p.value, 1, &major) && major == 1 &&
            a3_image_word(im, p.value + 2, 2, &flags) && flags == 7)
            found++;
    }
    if (found != 1)
        fail_msg("%s: %u Py_mod_abi slots", name, found);
}

static bool points_to_import(a3_image *im, const char *name)
{
    for (size_t i = 0; i < im->fixups.count; i++) {
        const a3_fixup *one = &im->fixups.items[i];
        if (one->kind == A3_FIXUP_IMPORT && strcmp(im->imports.items[one->target].name, name) == 0)
            return one->addend == 0 && one->size == im->pointer_size;
    }
    return false;
}

static void every_machine_is_read(void **state)
{
    (void)state;
    static const struct {
        const char *file;
        a3_arch arch;
        const char *name;
        uint8_t pointer;
        bool big, sections;
    } cases[] = {
        {"abi3t-good.x86_64-linux-gnu.so", A3_ARCH_X86_64, "x86_64", 8, false, true},
        {"abi3t-good.i686-linux-gnu.so", A3_ARCH_I686, "i686", 4, false, true},
        {"abi3t-good.aarch64-linux-gnu.so", A3_ARCH_AARCH64, "aarch64", 8, false, true},
        {"abi3t-good.armv7-linux-gnueabihf.so", A3_ARCH_ARM, "armv7l", 4, false, true},
        {"abi3t-good.powerpc64le-linux-gnu.so", A3_ARCH_PPC64LE, "ppc64le", 8, false, true},
        {"abi3t-good.s390x-linux-gnu.so", A3_ARCH_S390X, "s390x", 8, true, true},
        {"abi3t-good.riscv64-linux-gnu.so", A3_ARCH_RISCV64, "riscv64", 8, false, true},
        {"abi3t-good.loongarch64-linux-gnu.so", A3_ARCH_LOONGARCH64, "loongarch64", 8, false, true},
        {"elf-big-endian.powerpc64-linux-gnu.so", A3_ARCH_PPC64, "ppc64", 8, true, true},
        {"abi3t-good.x86_64-linux-musl.so", A3_ARCH_X86_64, "x86_64", 8, false, true},
        {"abi3t-good-bfd.x86_64-linux-gnu.so", A3_ARCH_X86_64, "x86_64", 8, false, true},
        {"abi3t-good-const.x86_64-linux-gnu.so", A3_ARCH_X86_64, "x86_64", 8, false, true},
        {"abi3t-good-shared.x86_64-linux-gnu.so", A3_ARCH_X86_64, "x86_64", 8, false, true},
        {"abi3t-good-shared.aarch64-linux-gnu.so", A3_ARCH_AARCH64, "aarch64", 8, false, true},
        {"elf-thumb.armv7-linux-gnueabihf.so", A3_ARCH_ARM, "armv7l", 4, false, true},
        {"elf-relr.x86_64-linux-gnu.so", A3_ARCH_X86_64, "x86_64", 8, false, true},
        {"elf-relr.aarch64-linux-gnu.so", A3_ARCH_AARCH64, "aarch64", 8, false, true},
        {"elf-relr.i686-linux-gnu.so", A3_ARCH_I686, "i686", 4, false, true},
        {"elf-android-packed.x86_64-linux-gnu.so", A3_ARCH_X86_64, "x86_64", 8, false, true},
        {"elf-android-packed.aarch64-linux-android24.so", A3_ARCH_AARCH64, "aarch64", 8, false, true},
        {"elf-no-sections.x86_64-linux-gnu.so", A3_ARCH_X86_64, "x86_64", 8, false, false},
        {"elf-no-sections.aarch64-linux-gnu.so", A3_ARCH_AARCH64, "aarch64", 8, false, false},
        {"elf-no-sections-sysv.x86_64-linux-gnu.so", A3_ARCH_X86_64, "x86_64", 8, false, false},
        {"elf-no-sections-sysv.i686-linux-gnu.so", A3_ARCH_I686, "i686", 4, false, false},
        {"elf-no-sections-both.x86_64-linux-gnu.so", A3_ARCH_X86_64, "x86_64", 8, false, false},
        {"elf-no-sections-both.s390x-linux-gnu.so", A3_ARCH_S390X, "s390x", 8, true, false},
    };
    static const char *const wanted[] = {"PyErr_SetString", "PyExc_ValueError", "PyLong_FromLong",
                                         "PyModule_AddIntConstant"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        object o = open_good(cases[i].file);
        assert_int_equal(o.slices.count, 1);
        assert_int_equal(o.slice->format, A3_FORMAT_ELF);
        assert_int_equal(o.im->arch, cases[i].arch);
        assert_string_equal(o.im->arch_name, cases[i].name);
        assert_int_equal(o.im->pointer_size, cases[i].pointer);
        assert_int_equal(o.im->big_endian, cases[i].big);
        assert_int_equal(o.im->has_section_table, cases[i].sections);
        assert_int_equal(o.im->kind, A3_KIND_SHARED);
        assert_true(o.im->flat_namespace);
        assert_int_equal(o.im->os, A3_OS_LINUX);
        assert_int_equal(o.im->imports.count, sizeof wanted / sizeof *wanted);
        for (size_t n = 0; n < sizeof wanted / sizeof *wanted; n++) {
            assert_string_equal(o.im->imports.items[n].name, wanted[n]);
            assert_true(points_to_import(o.im, wanted[n]));
        }
        const a3_export *hook = a3_image_export(o.im, "PyModExport_demo");
        assert_non_null(hook);
        assert_non_null(a3_image_segment(o.im, hook->address));
        assert_slot(&o, cases[i].file);
        close_object(&o);
    }
}

static void packed_relocations_say_the_same(void **state)
{
    (void)state;
    object plain = open_good("abi3t-good.x86_64-linux-gnu.so");
    object packed = open_good("elf-android-packed.x86_64-linux-gnu.so");
    assert_int_equal(plain.im->fixups.count, packed.im->fixups.count);
    close_object(&plain);
    close_object(&packed);
}

static void platform_facts_are_told(void **state)
{
    (void)state;
    object o = open_good("elf-glibc-2.38.x86_64-linux-gnu.so");
    assert_int_equal(o.im->libc, A3_LIBC_GLIBC);
    assert_int_equal(o.im->needed.count, 1);
    assert_string_equal(o.im->needed.items[0].name, "libc.so.6");
    assert_int_equal(o.im->versions.count, 1);
    assert_string_equal(o.im->versions.items[0].version, "GLIBC_2.38");
    assert_string_equal(o.im->versions.items[0].library, "libc.so.6");
    assert_string_equal(a3_image_import(o.im, "strlcpy")->version, "GLIBC_2.38");
    assert_null(a3_image_import(o.im, "PyLong_FromLong")->version);
    close_object(&o);

    o = open_good("abi3t-good.x86_64-linux-musl.so");
    assert_int_equal(o.im->libc, A3_LIBC_MUSL);
    close_object(&o);

    o = open_good("no-imports.x86_64-linux-gnu.so");
    assert_int_equal(o.im->libc, A3_LIBC_UNKNOWN);
    assert_int_equal(o.im->imports.count, 0);
    assert_int_equal(o.im->needed.count, 0);
    close_object(&o);

    o = open_good("library.x86_64-linux-gnu.so");
    assert_string_equal(o.im->soname, "libfoo.so.1");
    close_object(&o);

    o = open_good("elf-rpath.x86_64-linux-gnu.so");
    assert_int_equal(o.im->rpaths.count, 1);
    assert_int_equal(o.im->runpaths.count, 0);
    assert_string_equal(o.im->rpaths.items[0], "$ORIGIN/../demo.libs");
    close_object(&o);

    o = open_good("elf-rpath-outside.x86_64-linux-gnu.so");
    assert_int_equal(o.im->rpaths.count, 0);
    assert_int_equal(o.im->runpaths.count, 2);
    assert_string_equal(o.im->runpaths.items[0], "/home/build/lib");
    assert_string_equal(o.im->runpaths.items[1], "$ORIGIN/lib");
    close_object(&o);

    o = open_good("import-313-weak.x86_64-linux-gnu.so");
    unsigned weak = 0;
    for (size_t i = 0; i < o.im->imports.count; i++)
        weak += (o.im->imports.items[i].flags & A3_SYM_WEAK) != 0;
    assert_int_equal(weak, 1);
    close_object(&o);
}

static void marks_are_set_where_they_belong(void **state)
{
    (void)state;
    enum { STACK = 1, TEXT = 2, DEBUG = 4, SOFT = 8 };
    static const struct {
        const char *file;
        unsigned marks;
        uint32_t isa, flags;
    } cases[] = {
        {"abi3t-good.x86_64-linux-gnu.so", 0, 0, 0},
        {"elf-exec-stack.x86_64-linux-gnu.so", STACK, 0, 0},
        {"elf-text-relocations.i686-linux-gnu.so", TEXT, 0, 0},
        {"elf-debug-info.x86_64-linux-gnu.so", DEBUG, 0, 0},
        {"elf-soft-float.arm-linux-gnueabi.so", SOFT, 0, 0x5000200},
        {"abi3t-good.armv7-linux-gnueabihf.so", 0, 0, 0x5000400},
        {"elf-isa-v2.x86_64-linux-gnu.so", 0, 2, 0},
        {"elf-isa-v3.x86_64-linux-gnu.so", 0, 4, 0},
        {"abi3t-good.riscv64-linux-gnu.so", 0, 0, 5},
        {"abi3t-good.powerpc64le-linux-gnu.so", 0, 0, 2},
        {"elf-cet.x86_64-linux-gnu.so", 0, 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        object o = open_good(cases[i].file);
        assert_int_equal((o.im->exec_stack ? STACK : 0) | (o.im->text_relocations ? TEXT : 0) |
                             (o.im->debug_info ? DEBUG : 0) | (o.im->soft_float ? SOFT : 0),
                         cases[i].marks);
        assert_int_equal(o.im->isa_needed, cases[i].isa);
        assert_int_equal(o.im->elf_flags, cases[i].flags);
        close_object(&o);
    }
}

/* libgcc_s defines a version GLIBC_2.0 wherever it is built: what needs it alone is no glibc object. */
static void versions_of_libgcc_tell_no_libc(void **state)
{
    (void)state;
    size_t size, replaced = 0;
    uint8_t *data = load_fixture("elf-glibc-2.5.x86_64-linux-gnu.so", &size);
    for (size_t i = 0; i + 10 <= size; i++)
        if (memcmp(data + i, "libc.so.6", 10) == 0) {
            memcpy(data + i, "libgcc_s", 9);
            replaced++;
        }
    assert_true(replaced > 0);
    object o = open_bytes(data, size);
    assert_string_equal(o.im->needed.items[0].name, "libgcc_s");
    assert_memory_equal(o.im->versions.items[0].version, "GLIBC_", 6);
    assert_int_equal(o.im->libc, A3_LIBC_UNKNOWN);
    close_object(&o);
    free(data);
}

static void programs_objects_and_libraries_differ(void **state)
{
    (void)state;
    object o = open_good("elf-program.x86_64-linux-gnu.so");
    assert_int_equal(o.im->kind, A3_KIND_PROGRAM);
    assert_string_equal(o.im->interpreter, "/lib64/ld-linux-x86-64.so.2");
    assert_int_equal(o.im->libc, A3_LIBC_GLIBC);
    close_object(&o);

    o = open_good("elf-program-static.x86_64-linux-gnu.so");
    assert_int_equal(o.im->kind, A3_KIND_PROGRAM);
    assert_null(o.im->interpreter);
    close_object(&o);

    o = open_good("elf-object.x86_64-linux-gnu.so");
    assert_int_equal(o.im->kind, A3_KIND_RELOCATABLE);
    assert_non_null(a3_image_import(o.im, "PyLong_FromLong"));
    assert_non_null(a3_image_export(o.im, "PyModExport_demo"));
    assert_null(a3_image_export(o.im, "demo_slots")); /* local */
    assert_int_equal(o.im->segments.count, 0);
    close_object(&o);
}

static void hidden_definitions_are_seen_where_asked_for(void **state)
{
    (void)state;
    object o;
    static const char *const runtime[] = {"Py_Initialize", "_PyRuntime", NULL};
    o = open_good("libpython-static-hidden.x86_64-linux-gnu.so");
    assert_null(a3_image_export(o.im, "Py_Initialize"));
    assert_non_null(a3_image_defines(o.im, runtime));
    close_object(&o);
    o = open_good("abi3t-good.x86_64-linux-gnu.so");
    assert_null(a3_image_defines(o.im, runtime));
    close_object(&o);
}

/* Members of archives and wheels begin anywhere. */
static void bytes_need_no_alignment(void **state)
{
    (void)state;
    static const char *const names[] = {"abi3t-good.x86_64-linux-gnu.so", "abi3t-good.s390x-linux-gnu.so",
                                        "abi3t-good.i686-linux-gnu.so"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        object o = open_good(names[i]);
        const size_t imports = o.im->imports.count, fixups = o.im->fixups.count;
        uint8_t *moved = malloc(o.size + 1);
        assert_non_null(moved);
        memcpy(moved + 1, o.data, o.size);
        a3_arena_free(o.arena);
        a3_arena_init(o.arena, (size_t)1 << 20);
        a3_slices slices = {NULL, 0, 0};
        const a3_limits limits = A3_LIMITS_DEFAULT;
        a3_image_open((a3_span){moved + 1, o.size}, &limits, o.arena, &slices, NULL);
        a3_image *im = slices.items[0].image;
        assert_non_null(im);
        exercise(im);
        assert_int_equal(im->imports.count, imports);
        assert_int_equal(im->fixups.count, fixups);
        close_object(&o);
        free(moved);
    }
}

static void put(uint8_t *at, unsigned size, uint64_t value, bool big)
{
    for (unsigned i = 0; i < size; i++)
        at[i] = (uint8_t)(value >> (8 * (big ? size - 1 - i : i)));
}

/* Where the value of a dynamic entry lies; 64-bit files whose PT_DYNAMIC is there. */
static uint8_t *dynamic_value(uint8_t *data, uint64_t tag, bool big)
{
    const uint8_t *header = data + 64;
    while (a3_load(header, 4, big) != 2)
        header += 56;
    uint8_t *at = data + a3_load(header + 8, 8, big);
    for (; a3_load(at, 8, big) != tag; at += 16)
        assert_int_not_equal(a3_load(at, 8, big), 0);
    return at + 8;
}

/* The words of DT_HASH are 8 bytes wide on s390x; lld writes 4, GNU ld 8. */
static void s390x_has_two_hash_tables(void **state)
{
    (void)state;
    enum { HASH = 4, GNU_HASH = 0x6ffffef5 };
    size_t size;
    uint8_t *data = load_fixture("elf-no-sections-both.s390x-linux-gnu.so", &size);
    uint8_t *gnu = dynamic_value(data, GNU_HASH, true), *hash = dynamic_value(data, HASH, true);
    put(gnu - 8, 8, 0x6fff0000, true);
    const uint64_t symbols = a3_load(data + a3_load(hash, 8, true) + 4, 4, true);
    object o = open_bytes(data, size);
    assert_int_equal(o.im->symbols.status, A3_OK);
    assert_non_null(a3_image_export(o.im, "PyModExport_demo"));
    /* A wide table in place of the code: one bucket. */
    const a3_segment *code = a3_image_segment(o.im, a3_image_export(o.im, "PyModExport_demo")->address);
    uint8_t *table = data + (code->file.data - o.data);
    assert_true(code->file.size >= 8 * (3 + symbols));
    memset(table, 0, 8 * (3 + symbols));
    put(table, 8, 1, true);
    put(table + 8, 8, symbols, true);
    put(hash, 8, code->address, true);
    close_object(&o);
    o = open_bytes(data, size);
    assert_int_equal(o.im->symbols.status, A3_OK);
    assert_non_null(a3_image_export(o.im, "PyModExport_demo"));
    assert_int_equal(o.im->imports.count, 4);
    close_object(&o);
    free(data);
}

/* What an indirect function resolves to is known at run time alone: no fixup for it. */
static void indirect_functions_are_not_followed(void **state)
{
    (void)state;
    enum { SYMTAB = 6, GLOBAL_IFUNC = 0x1a };
    size_t size;
    uint8_t *data = load_fixture("abi3t-good-shared.x86_64-linux-gnu.so", &size);
    object o = open_bytes(data, size);
    exercise(o.im);
    const uint64_t slots = a3_image_export(o.im, "demo_slots")->address;
    const size_t all = o.im->fixups.count;
    size_t theirs = 0;
    for (size_t i = 0; i < all; i++)
        theirs += o.im->fixups.items[i].kind == A3_FIXUP_ADDRESS && o.im->fixups.items[i].target == slots;
    assert_int_equal(theirs, 1);
    uint8_t *symbol = data + a3_load(dynamic_value(data, SYMTAB, false), 8, false);
    while (a3_load(symbol + 8, 8, false) != slots)
        symbol += 24;
    symbol[4] = GLOBAL_IFUNC;
    close_object(&o);
    o = open_bytes(data, size);
    exercise(o.im);
    assert_int_equal(o.im->fixups.count, all); /* what is stored there cannot be told */
    size_t unknown = 0;
    for (size_t i = 0; i < all; i++) {
        const a3_fixup *one = &o.im->fixups.items[i];
        unknown += one->kind == A3_FIXUP_UNKNOWN && a3_image_pointer(o.im, one->address).kind == A3_POINTER_NONE;
    }
    assert_int_equal(unknown, theirs);
    close_object(&o);
    free(data);
}

/* The good file with `note` in place of its last program header (PT_GNU_STACK), 64-bit little-endian. */
static object with_note(const char *name, const void *note, size_t note_size, uint64_t align)
{
    size_t size;
    uint8_t *data = load_fixture(name, &size);
    data = realloc(data, size + note_size);
    assert_non_null(data);
    memcpy(data + size, note, note_size);
    uint8_t *header = data + 64 + 56 * (a3_load(data + 56, 2, false) - 1);
    assert_int_equal(a3_load(header, 4, false), 0x6474e551);
    put(header, 4, 4, false);
    put(header + 8, 8, size, false);
    put(header + 32, 8, note_size, false);
    put(header + 48, 8, align, false);
    object o = open_bytes(data, size + note_size);
    free(data);
    assert_non_null(o.im);
    return o;
}

static void notes_name_the_system(void **state)
{
    (void)state;
    static const struct {
        char note[40];
        size_t size;
        a3_os os;
        uint32_t min_os;
    } cases[] = {
        {"\x08\0\0\0\x84\0\0\0\1\0\0\0Android\0\x18\0\0\0r27c", 12 + 8 + 0x84, A3_OS_ANDROID, 24},
        {"\x08\0\0\0\4\0\0\0\1\0\0\0Android\0\x15\0\0\0", 24, A3_OS_ANDROID, 21},
        {"\x08\0\0\0\4\0\0\0\1\0\0\0FreeBSD\0\0\0\0\0", 24, A3_OS_FREEBSD, 0},
        {"\x08\0\0\0\4\0\0\0\1\0\0\0OpenBSD\0\0\0\0\0", 24, A3_OS_UNKNOWN, 0},
        {"\4\0\0\0\x10\0\0\0\1\0\0\0GNU\0\0\0\0\0\3\0\0\0\2\0\0\0\0\0\0\0", 32, A3_OS_LINUX, 0},
        {"\4\0\0\0\x10\0\0\0\1\0\0\0GNU\0\1\0\0\0\3\0\0\0\2\0\0\0\0\0\0\0", 32, A3_OS_UNKNOWN, 0},
        {"\x08\0\0\0\4\0\0\0\2\0\0\0Android\0\x15\0\0\0", 24, A3_OS_LINUX, 0}, /* another type */
        {"\x08\0\0\0\xff\xff\0\0\1\0\0\0Android\0\x15\0\0\0", 24, A3_OS_LINUX, 0}, /* cut short */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint8_t note[256] = {0};
        memcpy(note, cases[i].note, sizeof cases[i].note);
        object o = with_note("abi3t-good.x86_64-linux-gnu.so", note, cases[i].size, 4);
        assert_int_equal(o.im->os, cases[i].os);
        assert_int_equal(o.im->min_os, cases[i].min_os);
        assert_int_equal(o.im->libc, cases[i].os == A3_OS_ANDROID ? A3_LIBC_BIONIC : A3_LIBC_UNKNOWN);
        close_object(&o);
    }
}

static void properties_are_found_among_others(void **state)
{
    (void)state;
    /* X86_FEATURE_1_AND, then ISA_1_NEEDED, each padded to 8 bytes */
    static const char note[] = "\4\0\0\0\x20\0\0\0\5\0\0\0GNU\0"
                               "\2\0\0\xc0\4\0\0\0\3\0\0\0\0\0\0\0"
                               "\2\x80\0\xc0\4\0\0\0\7\0\0\0\0\0\0\0";
    object o = with_note("abi3t-good.x86_64-linux-gnu.so", note, sizeof note - 1, 8);
    assert_int_equal(o.im->isa_needed, 7);
    close_object(&o);
    o = with_note("elf-relr.aarch64-linux-gnu.so", note, sizeof note - 1, 8); /* another machine's numbers */
    assert_int_equal(o.im->isa_needed, 0);
    close_object(&o);
}

static void old_arm_objects_tell_by_attributes(void **state)
{
    (void)state;
    static const struct {
        const char *file;
        uint32_t flags;
        bool soft;
    } cases[] = {
        {"abi3t-good.armv7-linux-gnueabihf.so", 0x5000400, false},
        {"abi3t-good.armv7-linux-gnueabihf.so", 0x5000000, false}, /* Tag_ABI_VFP_args */
        {"abi3t-good.armv7-linux-gnueabihf.so", 0x5000200, true},
        {"elf-soft-float.arm-linux-gnueabi.so", 0x5000000, true},
        {"elf-soft-float.arm-linux-gnueabi.so", 0x5000400, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t size;
        uint8_t *data = load_fixture(cases[i].file, &size);
        put(data + 36, 4, cases[i].flags, false);
        object o = open_bytes(data, size);
        free(data);
        assert_non_null(o.im);
        assert_int_equal(o.im->soft_float, cases[i].soft);
        close_object(&o);
    }
}

static void the_toc_is_known(void **state)
{
    (void)state;
    object o = open_good("abi3t-good.powerpc64le-linux-gnu.so");
    uint64_t first; /* the GOT starts with the TOC pointer, which is 0x8000 behind it */
    assert_true(a3_image_word(o.im, o.im->toc - 0x8000, 8, &first));
    assert_int_equal(first, o.im->toc);
    close_object(&o);
    o = open_good("abi3t-good.x86_64-linux-gnu.so");
    assert_int_equal(o.im->toc, 0);
    close_object(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_machine_is_read), cmocka_unit_test(packed_relocations_say_the_same),
        cmocka_unit_test(platform_facts_are_told), cmocka_unit_test(marks_are_set_where_they_belong),
        cmocka_unit_test(versions_of_libgcc_tell_no_libc),
        cmocka_unit_test(programs_objects_and_libraries_differ),
        cmocka_unit_test(hidden_definitions_are_seen_where_asked_for), cmocka_unit_test(bytes_need_no_alignment),
        cmocka_unit_test(the_toc_is_known),
        cmocka_unit_test(notes_name_the_system), cmocka_unit_test(properties_are_found_among_others),
        cmocka_unit_test(old_arm_objects_tell_by_attributes), cmocka_unit_test(s390x_has_two_hash_tables),
        cmocka_unit_test(indirect_functions_are_not_followed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

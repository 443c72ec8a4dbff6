/* SPDX-License-Identifier: MIT */
/* ELF: files with one field changed, cut files, and what must never happen: a pass with symbols missing. */
#include "image_open.h"

static void put(object *o, size_t at, unsigned size, uint64_t value, bool big)
{
    assert_true(size <= o->size && at <= o->size - size);
    for (unsigned i = 0; i < size; i++)
        o->data[at + i] = (uint8_t)(value >> (8 * (big ? size - 1 - i : i)));
}

static uint64_t get(const object *o, size_t at, unsigned size)
{
    assert_true(size <= o->size && at <= o->size - size);
    return a3_load(o->data + at, size, false);
}

/* After the bytes were changed. */
static void reopen(object *o)
{
    object again = open_bytes(o->data, o->size);
    close_object(o);
    *o = again;
    if (o->im != NULL)
        exercise(o->im);
}

/* Most cases change one field of this file: 64-bit, little-endian, versions, PT_DYNAMIC, GNU hash, section headers. */
static const char GOOD[] = "elf-glibc-2.38.x86_64-linux-gnu.so";
enum { PROGRAMS = 64, PROGRAM = 56, P_OFFSET = 8, P_ADDRESS = 16, P_FILE = 32, P_SIZE = 40, P_ALIGN = 48 };
enum { LOAD = 1, DYNAMIC = 2, INTERP = 3, GNU_STACK = 0x6474e551 };

/* File offset of the `index`th program header of a type. */
static size_t program(const object *o, uint32_t type, unsigned index)
{
    for (unsigned i = 0; i < get(o, 56, 2); i++)
        if (get(o, PROGRAMS + i * PROGRAM, 4) == type && index-- == 0)
            return PROGRAMS + i * PROGRAM;
    fail_msg("no program header of type %u", type);
    return 0;
}

/* File offset of the dynamic entry with this tag. */
static size_t entry(const object *o, uint64_t tag)
{
    for (size_t at = get(o, program(o, DYNAMIC, 0) + P_OFFSET, 8);; at += 16) {
        if (get(o, at, 8) == tag)
            return at;
        if (get(o, at, 8) == 0)
            fail_msg("no dynamic entry %llx", (unsigned long long)tag);
    }
}

typedef enum place { FILE_OFFSET, FIRST_LOAD, SECOND_LOAD, DYNAMIC_HEADER, TAG, SECTION_1, BEHIND_TAG } place;

typedef struct poke {
    place place;
    uint64_t at; /* offset; TAG: the tag; BEHIND_TAG: the tag whose table is meant, `more` into it */
    unsigned size;
    uint64_t value;
    a3_status status;
    const char *says;
    unsigned more;
} poke;

static size_t place_of(const object *o, const poke *p)
{
    switch (p->place) {
    case FIRST_LOAD:
        return program(o, LOAD, 0) + p->at;
    case SECOND_LOAD:
        return program(o, LOAD, 1) + p->at;
    case DYNAMIC_HEADER:
        return program(o, DYNAMIC, 0) + p->at;
    case TAG:
        return entry(o, p->at) + (p->more ? 0 : 8); /* more: the tag itself, else its value */
    case SECTION_1:
        return get(o, 40, 8) + 64 + p->at;
    case BEHIND_TAG: /* the tables of the file lie in its first segment, whose addresses are offsets */
        return get(o, entry(o, p->at) + 8, 8) + p->more;
    default:
        return p->at;
    }
}

static void assert_says(const a3_err *err, const poke *p)
{
    if (err->status != p->status || strstr(err->message, p->says) == NULL)
        fail_msg("expected %s \"%s\", got %s \"%s\"", a3_status_name(p->status), p->says, a3_status_name(err->status),
                 err->message);
}

static void broken_headers_are_no_image(void **state)
{
    (void)state;
    static const poke pokes[] = {
        {FILE_OFFSET, 4, 1, 3, A3_MALFORMED, "class 3", 0},
        {FILE_OFFSET, 5, 1, 0, A3_MALFORMED, "data encoding 0", 0},
        {FILE_OFFSET, 6, 1, 2, A3_MALFORMED, "version 2", 0},
        {FILE_OFFSET, 20, 4, 0, A3_MALFORMED, "version 0", 0},
        {FILE_OFFSET, 16, 2, 7, A3_MALFORMED, "type 7 does not exist", 0},
        {FILE_OFFSET, 16, 2, 0, A3_UNSUPPORTED, "no type", 0},
        {FILE_OFFSET, 16, 2, 4, A3_UNSUPPORTED, "core dump", 0},
        {FILE_OFFSET, 16, 2, 0xff00, A3_UNSUPPORTED, "own type", 0},
        {FILE_OFFSET, 16, 2, 1, A3_MALFORMED, "relocatable object with segments", 0},
        {FILE_OFFSET, 32, 8, 0x10000, A3_MALFORMED, "program headers at 0x10000", 0},
        {FILE_OFFSET, 32, 8, UINT64_MAX, A3_MALFORMED, "program headers", 0},
        {FILE_OFFSET, 40, 8, 0x10000, A3_MALFORMED, "section headers at 0x10000", 0},
        {FILE_OFFSET, 40, 8, UINT64_MAX - 8, A3_MALFORMED, "section headers", 0},
        {FILE_OFFSET, 40, 8, 0, A3_MALFORMED, "section headers at offset 0", 0},
        {FILE_OFFSET, 54, 2, 32, A3_MALFORMED, "program headers of 32 bytes", 0},
        {FILE_OFFSET, 56, 2, 0, A3_MALFORMED, "without a loadable segment", 0},
        {FILE_OFFSET, 56, 2, 0xfffe, A3_MALFORMED, "65534 program headers", 0},
        {FILE_OFFSET, 56, 2, 0xffff, A3_MALFORMED, "without a loadable segment", 0}, /* section 0 says none */
        {FILE_OFFSET, 58, 2, 40, A3_MALFORMED, "section headers of 40 bytes", 0},
        {FILE_OFFSET, 60, 2, 0x7000, A3_MALFORMED, "28672 section headers", 0},
        {FILE_OFFSET, 62, 2, 0x7000, A3_MALFORMED, "section names", 0},
        {SECTION_1, 24, 8, 0x10000, A3_MALFORMED, "section 1", 0},
        {SECTION_1, 32, 8, UINT64_MAX, A3_MALFORMED, "section 1", 0},
        {FIRST_LOAD, P_OFFSET, 8, 0x10000, A3_MALFORMED, "ends behind the end of the file", 0},
        {FIRST_LOAD, P_FILE, 8, UINT64_MAX, A3_MALFORMED, "ends behind the end of the file", 0},
        {FIRST_LOAD, P_SIZE, 8, 0x10, A3_MALFORMED, "more bytes in the file", 0},
        {FIRST_LOAD, P_SIZE, 8, UINT64_MAX - 1, A3_MALFORMED, "overlap", 0},
        {SECOND_LOAD, P_SIZE, 8, UINT64_MAX - 1, A3_MALFORMED, "leaves the address space", 0},
        {FIRST_LOAD, P_SIZE, 8, 0x2000, A3_MALFORMED, "overlap", 0},
        {FIRST_LOAD, P_ALIGN, 8, 0x1001, A3_MALFORMED, "not a power of two", 0},
        {SECOND_LOAD, P_ALIGN, 8, 0x2000, A3_MALFORMED, "differ modulo the alignment 0x2000", 0},
        {SECOND_LOAD, P_ADDRESS, 8, 0x14e8, A3_MALFORMED, "differ modulo the alignment", 0},
        {DYNAMIC_HEADER, 0, 4, 0, A3_MALFORMED, "without a dynamic segment", 0},
        {DYNAMIC_HEADER, P_ADDRESS, 8, 0x14e0, A3_MALFORMED, "not the same place", 0},
        {DYNAMIC_HEADER, P_ADDRESS, 8, 0x100000, A3_MALFORMED, "not the same place", 0},
        {DYNAMIC_HEADER, P_OFFSET, 8, 0x4e0, A3_MALFORMED, "not the same place", 0},
        {DYNAMIC_HEADER, P_FILE, 8, 0x10000, A3_MALFORMED, "ends behind the end of the file", 0},
        {DYNAMIC_HEADER, 0, 4, INTERP, A3_MALFORMED, "without a dynamic segment", 0},
        {FIRST_LOAD, 0, 4, DYNAMIC, A3_MALFORMED, "more than one dynamic segment", 0},
    };
    for (size_t i = 0; i < sizeof pokes / sizeof *pokes; i++) {
        object o = open_fixture(GOOD);
        put(&o, place_of(&o, &pokes[i]), pokes[i].size, pokes[i].value, false);
        reopen(&o);
        assert_int_equal(o.slices.count, 1);
        assert_null(o.im);
        assert_says(&o.slice->err, &pokes[i]);
        assert_int_equal(o.slice->format, A3_FORMAT_ELF);
        close_object(&o);
    }
}

/* The image stands, im->symbols tells; what could be read is there. */
static void broken_tables_leave_the_image(void **state)
{
    (void)state;
    enum { STRTAB = 5, SYMTAB = 6, STRSZ = 10, SYMENT = 11, NEEDED = 1, GNU_HASH = 0x6ffffef5, VERSYM = 0x6ffffff0,
           VERNEED = 0x6ffffffe, VERNEEDNUM = 0x6fffffff };
    static const poke pokes[] = {
        {DYNAMIC_HEADER, P_FILE, 8, 0x30, A3_MALFORMED, "no end (no DT_NULL", 0},
        {TAG, STRTAB, 8, 0x100000, A3_MALFORMED, "string table", 0},
        {TAG, STRTAB, 8, 0x6fff0000, A3_MALFORMED, "no DT_STRTAB", 1},
        {TAG, STRSZ, 8, 0x100000, A3_MALFORMED, "string table", 0},
        {TAG, STRSZ, 8, 0x6fff0000, A3_MALFORMED, "no DT_STRSZ", 1},
        {TAG, STRSZ, 8, 20, A3_MALFORMED, "string", 0},
        {TAG, SYMTAB, 8, 0x100000, A3_MALFORMED, "symbol table at address 0x100000", 0},
        {TAG, SYMTAB, 8, 0x6fff0000, A3_MALFORMED, "no DT_SYMTAB", 1},
        {TAG, SYMTAB, 8, 0x36d0, A3_MALFORMED, "disagree about the symbol table", 0},
        {TAG, STRTAB, 8, 0x36d0, A3_MALFORMED, "disagree about the string table", 0},
        {TAG, SYMENT, 8, 16, A3_MALFORMED, "symbols of 16 bytes", 0},
        {TAG, NEEDED, 8, 0x1000, A3_MALFORMED, "DT_NEEDED: 0x1000 is not in the string table", 0},
        {TAG, GNU_HASH, 8, 0x100000, A3_MALFORMED, "GNU hash table at address 0x100000", 0},
        {TAG, GNU_HASH, 8, 0x6fff0000, A3_MALFORMED, "no hash table", 1},
        {BEHIND_TAG, GNU_HASH, 4, 0x7fffffff, A3_MALFORMED, "GNU hash table", 0},
        {BEHIND_TAG, GNU_HASH, 4, 0, A3_MALFORMED, "GNU hash table", 0},
        {BEHIND_TAG, GNU_HASH, 4, 0x7fffffff, A3_MALFORMED, "GNU hash table", 8},
        {BEHIND_TAG, GNU_HASH, 4, 0x7fffffff, A3_MALFORMED, "GNU hash table", 24},
        {TAG, VERSYM, 8, 0x100000, A3_MALFORMED, "version table", 0},
        {TAG, VERNEED, 8, 0x100000, A3_MALFORMED, "DT_VERNEED", 0},
        {TAG, VERNEED, 8, 0x6fff0000, A3_MALFORMED, "which nothing names", 1},
        {TAG, VERNEEDNUM, 8, 2, A3_MALFORMED, "2 libraries with versions stated, 1 linked", 0},
        {BEHIND_TAG, VERNEED, 2, 2, A3_MALFORMED, "unknown layout", 0},
        {BEHIND_TAG, VERNEED, 2, 5, A3_MALFORMED, "5 versions of a library stated, 1 linked", 2},
        {BEHIND_TAG, VERNEED, 4, 0xffff, A3_MALFORMED, "not in the string table", 4},
        {BEHIND_TAG, VERNEED, 4, 0xffffff, A3_MALFORMED, "leaves its segment", 8},
        {BEHIND_TAG, VERNEED, 4, 0xfffff0, A3_MALFORMED, "leaves its segment", 12},
        {BEHIND_TAG, VERNEED, 4, 0xffff, A3_MALFORMED, "not in the string table", 24},
        {BEHIND_TAG, VERNEED, 2, 9, A3_MALFORMED, "which nothing names", 22},
        {BEHIND_TAG, SYMTAB, 4, 0x10000, A3_MALFORMED, "the name of a symbol", 24},
    };
    for (size_t i = 0; i < sizeof pokes / sizeof *pokes; i++) {
        object o = open_fixture(GOOD);
        put(&o, place_of(&o, &pokes[i]), pokes[i].size, pokes[i].value, false);
        reopen(&o);
        if (o.im == NULL)
            fail_msg("%s: %s", pokes[i].says, o.slice->err.message);
        assert_says(&o.im->symbols, &pokes[i]);
        a3_image_load_fixups(o.im);
        close_object(&o);
    }
}

static void other_machines_are_named(void **state)
{
    (void)state;
    static const struct {
        const char *file;
        uint16_t machine;
        const char *name;
    } cases[] = {
        {"abi3t-good.x86_64-linux-gnu.so", 0x1234, "machine 0x1234"},
        {"abi3t-good.x86_64-linux-gnu.so", 8, "mips64el"},
        {"abi3t-good.x86_64-linux-gnu.so", 43, "sparc64"},
        {"abi3t-good.x86_64-linux-gnu.so", 3, "machine 0x0003"}, /* a 64-bit i386 does not exist */
        {"abi3t-good.i686-linux-gnu.so", 62, "x32"},
        {"abi3t-good.i686-linux-gnu.so", 243, "riscv32"},
        {"abi3t-good.i686-linux-gnu.so", 183, "aarch64_ilp32"},
        {"abi3t-good.i686-linux-gnu.so", 20, "ppc"},
        {"abi3t-good.s390x-linux-gnu.so", 183, "aarch64_be"},
        {"elf-mips64.mips64el-linux-gnuabi64.so", 0, "mips64el"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t size;
        uint8_t *data = load_fixture(cases[i].file, &size);
        object o = open_bytes(data, size);
        if (cases[i].machine != 0)
            put(&o, 18, 2, cases[i].machine, o.data[5] == 2);
        reopen(&o);
        assert_null(o.im);
        assert_int_equal(o.slice->err.status, A3_UNSUPPORTED);
        assert_string_equal(o.slice->arch_name, cases[i].name);
        close_object(&o);
        free(data);
    }
}

static void broken_relocations_are_told(void **state)
{
    (void)state;
    enum { RELA = 7, RELASZ = 8, RELAENT = 9, JMPREL = 23 };
    static const poke pokes[] = {
        {TAG, RELA, 8, 0x100000, A3_MALFORMED, "DT_RELA (0xd8 bytes at address 0x100000)", 0},
        {TAG, RELASZ, 8, UINT64_MAX, A3_MALFORMED, "DT_RELA", 0},
        {TAG, RELAENT, 8, 16, A3_MALFORMED, "DT_RELAENT says 16", 0},
        {TAG, JMPREL, 8, 0x100000, A3_MALFORMED, "DT_JMPREL", 0},
        {BEHIND_TAG, RELA, 8, 0x100000, A3_MALFORMED, "address 0x100000 is not within a segment", 0},
        {BEHIND_TAG, JMPREL, 8, UINT64_MAX - 1, A3_MALFORMED, "is not within a segment", 0},
    };
    for (size_t i = 0; i < sizeof pokes / sizeof *pokes; i++) {
        object o = open_fixture(GOOD);
        put(&o, place_of(&o, &pokes[i]), pokes[i].size, pokes[i].value, false);
        reopen(&o);
        assert_non_null(o.im);
        assert_int_equal(o.im->symbols.status, A3_OK);
        assert_int_equal(o.im->imports.count, 5);
        a3_image_load_fixups(o.im);
        assert_says(&o.im->fixups_error, &pokes[i]);
        close_object(&o);
    }
}

static void broken_packed_relocations_are_told(void **state)
{
    (void)state;
    enum { ANDROID_RELA = 0x60000011, ANDROID_RELR = 0x6fffe000, RELR = 36 };
    static const struct {
        uint64_t tag;
        unsigned more, size;
        uint64_t value;
        const char *says;
    } cases[] = {
        {ANDROID_RELA, 0, 4, 0, "APS2"},
        {ANDROID_RELA, 4, 1, 0x3f, "cut short"},
        {ANDROID_RELA, 4, 4, 0x0fffffff, "more than the file has words"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        object o = open_fixture("elf-android-packed.x86_64-linux-gnu.so");
        put(&o, get(&o, entry(&o, cases[i].tag) + 8, 8) + cases[i].more, cases[i].size, cases[i].value, false);
        reopen(&o);
        assert_non_null(o.im);
        a3_image_load_fixups(o.im);
        assert_int_equal(o.im->fixups_error.status, A3_MALFORMED);
        if (strstr(o.im->fixups_error.message, cases[i].says) == NULL)
            fail_msg("%s: %s", cases[i].says, o.im->fixups_error.message);
        close_object(&o);
    }
    object o = open_fixture("elf-relr.x86_64-linux-gnu.so");
    put(&o, get(&o, entry(&o, RELR) + 8, 8), 8, 0x100000, false);
    reopen(&o);
    a3_image_load_fixups(o.im);
    assert_non_null(strstr(o.im->fixups_error.message, "DT_RELR: address 0x100000"));
    close_object(&o);
}

static void symbols_cannot_hide(void **state)
{
    (void)state;
    enum { GNU_HASH = 0x6ffffef5 };
    /* A hash table that ends early, with section headers that tell. */
    object o = open_fixture(GOOD);
    size_t hash = get(&o, entry(&o, GNU_HASH) + 8, 8);
    put(&o, hash + 24, 4, 0, false); /* the only bucket is empty */
    reopen(&o);
    assert_int_equal(o.im->imports.count, 5);
    assert_non_null(a3_image_export(o.im, "PyModExport_demo"));
    /* And without them: relocations name the imports. */
    put(&o, 40, 8, 0, false);
    put(&o, 58, 6, 0, false);
    reopen(&o);
    assert_false(o.im->has_section_table);
    assert_int_equal(o.im->imports.count, 5);
    close_object(&o);
    /* A relocation that names a symbol behind the table. */
    o = open_fixture(GOOD);
    put(&o, get(&o, entry(&o, 23) + 8, 8) + 12, 4, 1000, false);
    reopen(&o);
    assert_int_equal(o.im->symbols.status, A3_MALFORMED);
    assert_int_equal(o.im->imports.count >= 5, 1);
    close_object(&o);
}

static void a_file_cut_short_never_passes(void **state)
{
    (void)state;
    static const char *const with_sections[] = {"elf-glibc-2.38.x86_64-linux-gnu.so", "abi3t-good.i686-linux-gnu.so",
                                                "elf-object.x86_64-linux-gnu.so"};
    for (size_t i = 0; i < sizeof with_sections / sizeof *with_sections; i++)
        cut_everywhere(with_sections[i], false);
    /* Without section headers the last bytes of a file need not mean anything. */
    object whole = open_fixture("elf-no-sections-both.s390x-linux-gnu.so");
    for (size_t size = 0; size < whole.size; size++) {
        object o = open_bytes(whole.data, size);
        if (o.im != NULL)
            exercise(o.im);
        assert_true(o.im == NULL || o.im->symbols.status != A3_OK ||
                    (o.im->imports.count == whole.im->imports.count && o.im->exports.count == whole.im->exports.count));
        assert_true(o.im != NULL || size < 4 || o.slice->err.status == A3_MALFORMED);
        close_object(&o);
    }
    close_object(&whole);
}

static const char *const varied[] = {"elf-glibc-2.38.x86_64-linux-gnu.so", "elf-android-packed.x86_64-linux-gnu.so",
                                     "elf-relr.i686-linux-gnu.so", "elf-no-sections-both.s390x-linux-gnu.so",
                                     "elf-soft-float.arm-linux-gnueabi.so", "elf-isa-v2.x86_64-linux-gnu.so"};

/* Whatever one byte says, nothing is read behind the bytes and everything ends. */
static void any_byte_may_be_wrong(void **state)
{
    (void)state;
    static const uint8_t values[] = {0x00, 0x7f, 0x80, 0xff};
    for (size_t n = 0; n < sizeof varied / sizeof *varied; n++) {
        size_t size;
        uint8_t *data = load_fixture(varied[n], &size);
        for (size_t at = 0; at < size; at++) {
            const uint8_t was = data[at];
            for (size_t v = 0; v < sizeof values; v++) {
                data[at] = values[v];
                object o = open_bytes(data, size);
                if (o.im != NULL)
                    exercise(o.im);
                close_object(&o);
            }
            data[at] = was;
        }
        free(data);
    }
}

static void many_bytes_may_be_wrong(void **state)
{
    (void)state;
    for (size_t n = 0; n < sizeof varied / sizeof *varied; n++)
        damage(varied[n], 5000, n);
}

/* Names that overlap make a small file expensive: each is as long as the rest of the table. */
static void overlapping_names_are_paid_for(void **state)
{
    (void)state;
    enum { SYMBOLS = 4000, NAMES = 64 * 1024 };
    object o = open_fixture("elf-object.x86_64-linux-gnu.so");
    size_t sections = get(&o, 40, 8), table = 0;
    for (size_t i = 0; i < get(&o, 60, 2); i++)
        if (get(&o, sections + 64 * i + 4, 4) == 2)
            table = sections + 64 * i;
    const size_t strings = sections + 64 * get(&o, table + 40, 4), symbols_at = o.size, size = SYMBOLS * 24;
    o.data = realloc(o.data, o.size + size + NAMES); /* the image is not asked again before it is opened again */
    assert_non_null(o.data);
    memset(o.data + o.size, 0, size + NAMES);
    memset(o.data + o.size + size, 'a', NAMES - 1);
    o.size += size + NAMES;
    put(&o, table + 24, 8, symbols_at, false);
    put(&o, table + 32, 8, size, false);
    put(&o, strings + 24, 8, symbols_at + size, false);
    put(&o, strings + 32, 8, NAMES, false);
    for (size_t i = 1; i < SYMBOLS; i++) {
        put(&o, symbols_at + 24 * i, 4, i, false);
        put(&o, symbols_at + 24 * i + 4, 1, 0x10, false);
    }
    reopen(&o);
    assert_non_null(o.im);
    assert_int_equal(o.im->symbols.status, A3_LIMIT);
    assert_true(o.im->imports.count > 0);
    assert_true(o.im->imports.count < SYMBOLS - 1);
    close_object(&o);
}

static void limits_are_kept(void **state)
{
    (void)state;
    object o = open_fixture(GOOD);
    a3_limits limits = A3_LIMITS_DEFAULT;
    limits.symbols = 3;
    object few = open_limited(o.data, o.size, &limits, (size_t)1 << 20);
    assert_int_equal(few.im->symbols.status, A3_LIMIT);
    assert_int_equal(few.im->imports.count, 2); /* of three symbols the first is the null symbol */
    close_object(&few);
    limits = A3_LIMITS_DEFAULT;
    limits.load_commands = 3;
    few = open_limited(o.data, o.size, &limits, (size_t)1 << 20);
    assert_int_equal(few.im->symbols.status, A3_LIMIT);
    close_object(&few);
    close_object(&o);
}

/* However little memory there is: an image, or an image that says what is missing, or no image. */
static void memory_may_end_anywhere(void **state)
{
    (void)state;
    for (size_t n = 0; n < sizeof varied / sizeof *varied; n++)
        starve(varied[n]);
}

/* What objcopy --only-keep-debug makes: headers as they were, code and data gone. */
static void debug_files_are_no_libraries(void **state)
{
    (void)state;
    object o = open_fixture("elf-debug-info.x86_64-linux-gnu.so");
    const size_t sections = get(&o, 40, 8);
    for (size_t i = 1; i < get(&o, 60, 2); i++)
        if (get(&o, sections + 64 * i + 8, 8) & 2) /* SHF_ALLOC */
            put(&o, sections + 64 * i + 4, 4, 8, false);
    reopen(&o);
    assert_int_equal(o.im->kind, A3_KIND_SHARED); /* section headers alone do not make it one */
    assert_int_equal(o.im->imports.count, 4);
    const size_t dynamic = program(&o, DYNAMIC, 0);
    memset(o.data + get(&o, dynamic + P_OFFSET, 8), 0, get(&o, dynamic + P_FILE, 8));
    reopen(&o);
    assert_int_equal(o.im->kind, A3_KIND_OTHER);
    assert_true(o.im->debug_info);
    assert_int_equal(o.im->symbols.status, A3_OK);
    close_object(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(broken_headers_are_no_image), cmocka_unit_test(broken_tables_leave_the_image),
        cmocka_unit_test(other_machines_are_named), cmocka_unit_test(broken_relocations_are_told),
        cmocka_unit_test(broken_packed_relocations_are_told), cmocka_unit_test(symbols_cannot_hide),
        cmocka_unit_test(a_file_cut_short_never_passes), cmocka_unit_test(any_byte_may_be_wrong),
        cmocka_unit_test(many_bytes_may_be_wrong),
        cmocka_unit_test(overlapping_names_are_paid_for), cmocka_unit_test(limits_are_kept),
        cmocka_unit_test(memory_may_end_anywhere), cmocka_unit_test(debug_files_are_no_libraries),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/* Mach-O, thin and fat: which slices there are, and the header of each. mach-o/fat.h, mach-o/loader.h. */
#include "image/macho.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MAGIC_32 = 0xfeedface, MAGIC_64 = 0xfeedfacf, MAGIC_32_SWAPPED = 0xcefaedfe, MAGIC_64_SWAPPED = 0xcffaedfe,
    FAT_MAGIC = 0xcafebabe, FAT_MAGIC_64 = 0xcafebabf
};
enum { ABI64 = 0x01000000, SUBTYPE_MASK = 0x00ffffff };
enum { MH_TWOLEVEL = 0x80 };
enum { CPU_X86_64 = 7 | ABI64, CPU_ARM = 12, CPU_ARM64 = 12 | ABI64 };

typedef struct cpu {
    uint32_t type;
    const char *name;
    a3_arch arch; /* A3_ARCH_UNKNOWN: a machine that we do not read */
    bool big_endian;
} cpu;

static const cpu cpus[] = {
    {7, "i386", A3_ARCH_I686, false},
    {CPU_X86_64, "x86_64", A3_ARCH_X86_64, false},
    {CPU_ARM, "arm", A3_ARCH_ARM, false},
    {CPU_ARM64, "arm64", A3_ARCH_AARCH64, false},
    {18, "ppc", A3_ARCH_PPC, true},
    {18 | ABI64, "ppc64", A3_ARCH_PPC64, true},
    {12 | 0x02000000, "arm64_32", A3_ARCH_UNKNOWN, false},
    {6, "m68k", A3_ARCH_UNKNOWN, true},
    {11, "hppa", A3_ARCH_UNKNOWN, true},
    {13, "m88k", A3_ARCH_UNKNOWN, true},
    {14, "sparc", A3_ARCH_UNKNOWN, true},
    {15, "i860", A3_ARCH_UNKNOWN, true},
};

/* Subtypes whose code does not run on every machine of the type, or not in every process. */
static const struct {
    uint32_t type, subtype;
    const char *name;
} subtypes[] = {
    {CPU_X86_64, 8, "x86_64h"}, {CPU_ARM64, 2, "arm64e"}, {CPU_ARM, 6, "armv6"},
    {CPU_ARM, 9, "armv7"},      {CPU_ARM, 11, "armv7s"},  {CPU_ARM, 12, "armv7k"},
};

static const cpu *cpu_find(uint32_t type)
{
    for (size_t i = 0; i < sizeof cpus / sizeof *cpus; i++)
        if (cpus[i].type == type)
            return &cpus[i];
    return NULL;
}

/* As lipo and the wheel tags write it; NULL: no memory. */
static const char *cpu_name(a3_arena *arena, uint32_t type, uint32_t subtype)
{
    for (size_t i = 0; i < sizeof subtypes / sizeof *subtypes; i++)
        if (subtypes[i].type == type && subtypes[i].subtype == (subtype & SUBTYPE_MASK))
            return subtypes[i].name;
    const cpu *found = cpu_find(type);
    return found ? found->name : a3_printf(arena, "machine 0x%" PRIx32, type);
}

typedef struct opening {
    const a3_limits *limits;
    a3_arena *arena;
    a3_slices *slices;
} opening;

a3_status a3_macho_fail(const a3_macho *m, a3_err *err, a3_status status, uint64_t at, const char *what,
                        const char *format, ...)
{
    char message[sizeof err->message];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    uint64_t offset = m->im->offset + at;
    return a3_fail_at(err, status, offset, "%s at 0x%" PRIx64 ": %s", what, offset, message);
}

static a3_kind kind_of(uint32_t file_type)
{
    switch (file_type) {
    case A3_MACHO_OBJECT: case A3_MACHO_DSYM: /* for linkers and debuggers: nothing loads them */
        return A3_KIND_RELOCATABLE;
    case A3_MACHO_EXECUTE:
        return A3_KIND_PROGRAM;
    case A3_MACHO_DYLIB: case A3_MACHO_BUNDLE:
        return A3_KIND_SHARED;
    default: /* core files, kernel extensions, ... */
        return A3_KIND_OTHER;
    }
}

/* Names may overlap in the file, so their sum is capped: a string table is rarely as large as its image, and export tries
 * fold common prefixes ten to one. */
static uint64_t name_budget(a3_span bytes, const a3_limits *limits)
{
    uint64_t share = (UINT64_C(1) << 20) + UINT64_C(16) * bytes.size;
    return share < limits->arena ? share : limits->arena;
}

/* Header and load commands; on failure the slice has its reason. */
static bool read_image(opening *o, a3_macho *m, uint32_t magic)
{
    a3_image *im = m->im;
    m->is64 = magic == MAGIC_64 || magic == MAGIC_64_SWAPPED;
    im->big_endian = magic == MAGIC_32 || magic == MAGIC_64;
    im->pointer_size = m->is64 ? 8 : 4;
    a3_cursor c = a3_cursor_at(im->bytes, 4, im->big_endian);
    uint32_t type = a3_get32(&c);
    uint32_t subtype = a3_get32(&c);
    m->file_type = a3_get32(&c);
    m->commands = a3_get32(&c);
    m->commands_size = a3_get32(&c);
    m->flags = a3_get32(&c);
    if (m->is64)
        a3_skip(&c, 4);
    m->commands_at = c.pos;
    if (!c.ok) {
        a3_slice_fail(o->slices, A3_MALFORMED, im->offset + im->bytes.size, "the file ends within the Mach-O header");
        return false;
    }
    a3_slice *slice = &o->slices->items[o->slices->count - 1];
    const cpu *machine = cpu_find(type);
    im->arch_name = slice->arch_name = cpu_name(o->arena, type, subtype);
    const char *name = im->arch_name ? im->arch_name : "?";
    if (machine == NULL || machine->arch == A3_ARCH_UNKNOWN || machine->big_endian != im->big_endian) {
        a3_slice_fail(o->slices, A3_UNSUPPORTED, im->offset + 4, "Mach-O for %s%s is not read",
                      im->big_endian && machine && !machine->big_endian ? "big-endian " : "", name);
        return false;
    }
    if (((type & ABI64) != 0) != m->is64) {
        a3_slice_fail(o->slices, A3_MALFORMED, im->offset + 4, "a %d-bit Mach-O header for %s", m->is64 ? 64 : 32, name);
        return false;
    }
    if (m->file_type == 0 || m->file_type > A3_MACHO_LAST_TYPE) {
        a3_slice_fail(o->slices, A3_UNSUPPORTED, im->offset + 12, "Mach-O file type %" PRIu32 " is not known", m->file_type);
        return false;
    }
    im->arch = machine->arch;
    im->kind = kind_of(m->file_type);
    im->flat_namespace = (m->flags & MH_TWOLEVEL) == 0;
    a3_err err = A3_ERR_INIT;
    if (a3_macho_read_commands(m, &err) != A3_OK) {
        a3_slice_fail(o->slices, err.status, err.offset, "%s", err.message);
        return false;
    }
    return true;
}

static const struct a3_image_ops ops = {
    .load_fixups = a3_macho_load_fixups,
    .check_signature = a3_macho_check_signature,
    .defines = a3_macho_defines,
};

static bool is_archive(a3_span bytes) { return bytes.size >= 8 && memcmp(bytes.data, "!<arch>\n", 8) == 0; }

/* One thin object at `offset` of the member; `slice` is its name in a fat file, or NULL. Pushes one slice; the image where
 * it could be opened. */
static a3_image *open_thin(opening *o, a3_span bytes, uint64_t offset, const char *slice)
{
    a3_image *im = a3_image_new(o->slices, o->arena, o->limits, A3_FORMAT_MACHO, bytes);
    a3_macho *m = im ? A3_NEW(o->arena, a3_macho) : NULL;
    if (m == NULL) {
        if (im != NULL)
            a3_slice_fail(o->slices, A3_NOMEM, A3_NO_OFFSET, "no memory for the object's tables");
        return NULL;
    }
    o->slices->items[o->slices->count - 1].name = slice;
    im->slice = slice;
    im->offset = offset;
    im->priv = m;
    im->ops = &ops;
    m->im = im;
    m->names_left = name_budget(bytes, o->limits);
    a3_cursor c = a3_cursor_at(bytes, 0, true);
    uint32_t magic = a3_get32(&c);
    if (magic != MAGIC_32 && magic != MAGIC_64 && magic != MAGIC_32_SWAPPED && magic != MAGIC_64_SWAPPED) {
        if (is_archive(bytes))
            a3_slice_fail(o->slices, A3_UNSUPPORTED, offset, "a static archive, not an object that can be loaded");
        else
            a3_slice_fail(o->slices, A3_MALFORMED, offset, "no Mach-O header");
        return NULL;
    }
    if (!read_image(o, m, magic))
        return NULL;
    a3_macho_read_symbols(m);
    return im;
}

typedef struct fat_entry {
    uint32_t type, subtype;
    uint64_t offset, size;
    const char *name;
    a3_span bytes; /* empty: outside of the file, or in its header */
} fat_entry;

/* A slice of which there is nothing but its error. */
static void fail_new(opening *o, const char *name, a3_status status, uint64_t at, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
static void fail_new(opening *o, const char *name, a3_status status, uint64_t at, const char *format, ...)
{
    char message[320];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    a3_slice *slice = a3_slice_new(o->slices, o->arena, A3_FORMAT_MACHO);
    if (slice == NULL)
        return;
    slice->name = slice->arch_name = name;
    a3_slice_fail(o->slices, status, at, "%s", message);
}

static bool same_machine(const fat_entry *a, const fat_entry *b)
{
    return a->type == b->type && ((a->subtype ^ b->subtype) & SUBTYPE_MASK) == 0;
}

static bool overlap(const fat_entry *a, const fat_entry *b)
{
    return a->bytes.size > 0 && b->bytes.size > 0 && a->offset < b->offset + b->size && b->offset < a->offset + a->size;
}

/* dyld maps slices, so they start on a page. */
static void check_alignment(a3_image *im, const fat_entry *e)
{
    uint64_t page = e->type == CPU_ARM64 ? 0x4000 : 0x1000;
    if (e->offset % page != 0 && (im->kind == A3_KIND_SHARED || im->kind == A3_KIND_PROGRAM))
        im->layout_fault = "the slice does not start on a page of the fat file";
}

/* A static library for several machines: no more an object than one for one machine. */
static bool only_archives(const fat_entry *entries, uint32_t count)
{
    uint32_t archives = 0;
    while (archives < count && is_archive(entries[archives].bytes))
        archives++;
    return archives == count;
}

/* `at`: offset of the entry in the file. */
static void open_entry(opening *o, const fat_entry *entries, size_t index, uint64_t at)
{
    const fat_entry *e = &entries[index];
    const char *name = e->name ? e->name : "?";
    if (e->bytes.size == 0) {
        fail_new(o, e->name, A3_MALFORMED, at, "slice %s: no bytes of it at 0x%" PRIx64 ", size 0x%" PRIx64
                 ": outside of the file, or in its header", name, e->offset, e->size);
        return;
    }
    for (const fat_entry *other = entries; other < e; other++) {
        if (!same_machine(e, other) && !overlap(e, other))
            continue;
        fail_new(o, e->name, A3_MALFORMED, at, "slice %s: %s slice %s", name,
                 overlap(e, other) ? "overlaps" : "for the same machine as", other->name ? other->name : "?");
        return;
    }
    a3_image *im = open_thin(o, e->bytes, e->offset, e->name);
    if (im == NULL)
        return;
    a3_cursor c = a3_cursor_at(e->bytes, 4, im->big_endian);
    fat_entry own = {.type = a3_get32(&c)};
    own.subtype = a3_get32(&c);
    if (same_machine(e, &own))
        check_alignment(im, e);
    else
        a3_slice_fail(o->slices, A3_MALFORMED, e->offset + 4, "the fat header says %s, the slice's own header says %s",
                      name, im->arch_name);
}

static fat_entry *read_entries(opening *o, a3_span bytes, a3_cursor *c, uint32_t count, bool wide, uint64_t end)
{
    fat_entry *entries = A3_NEW_ARRAY(o->arena, fat_entry, count);
    for (uint32_t i = 0; i < count && entries != NULL; i++) {
        fat_entry *e = &entries[i];
        e->type = a3_get32(c);
        e->subtype = a3_get32(c);
        e->offset = a3_get_word(c, wide ? 8 : 4);
        e->size = a3_get_word(c, wide ? 8 : 4);
        a3_skip(c, wide ? 8 : 4); /* alignment: what the linker wished, not what is there */
        e->name = cpu_name(o->arena, e->type, e->subtype);
        if (e->offset >= end)
            a3_span_sub(bytes, e->offset, e->size, &e->bytes);
    }
    return entries;
}

static void open_fat(opening *o, a3_span bytes, bool wide)
{
    uint64_t entry_size = wide ? 32 : 20;
    a3_cursor c = a3_cursor_at(bytes, 4, true);
    uint32_t count = a3_get32(&c);
    uint64_t end = 8 + count * entry_size;
    if (!c.ok || (count > 0 && count <= o->limits->slices && end > bytes.size))
        fail_new(o, NULL, A3_MALFORMED, bytes.size, "the file ends within the fat header");
    else if (count == 0)
        fail_new(o, NULL, A3_MALFORMED, 4, "the fat header lists no slices");
    else if (count > o->limits->slices)
        fail_new(o, NULL, A3_LIMIT, 4, "the fat header lists %" PRIu32 " slices, the limit is %" PRIu64, count,
                 o->limits->slices);
    else {
        const fat_entry *entries = read_entries(o, bytes, &c, count, wide, end);
        if (entries == NULL || only_archives(entries, count))
            return;
        for (uint32_t i = 0; i < count; i++)
            open_entry(o, entries, i, 8 + i * entry_size);
    }
}

void a3_macho_open(a3_span bytes, const a3_limits *limits, a3_arena *arena, a3_slices *slices)
{
    opening o = {limits, arena, slices};
    a3_cursor c = a3_cursor_at(bytes, 0, true);
    uint32_t magic = a3_get32(&c);
    if (magic == FAT_MAGIC || magic == FAT_MAGIC_64)
        open_fat(&o, bytes, magic == FAT_MAGIC_64);
    else
        open_thin(&o, bytes, 0, NULL);
}

/* SPDX-License-Identifier: MIT */
/* The dynamic table (gABI, "Dynamic Section"), found by PT_DYNAMIC and read through the loaded addresses, as the loader
 * does. What is broken here is an error in im->symbols: the image stands. */
#include <string.h>

#include "base/text.h"
#include "image/elf.h"

enum { DT_NULL = 0, DT_NEEDED = 1 };
enum { DF_TEXTREL = 4 };
enum { DF_1_PIE = 0x08000000 };

/* One place for the numbers; a tag that is not here does not concern us. */
static const struct {
    uint32_t number;
    a3_elf_tag tag;
} tags[] = {
    {4, A3_TAG_HASH},           {5, A3_TAG_STRTAB},         {6, A3_TAG_SYMTAB},        {7, A3_TAG_RELA},
    {12, A3_TAG_INIT},          {25, A3_TAG_INIT_ARRAY},    {27, A3_TAG_INIT_ARRAYSZ},
    {8, A3_TAG_RELASZ},         {9, A3_TAG_RELAENT},        {10, A3_TAG_STRSZ},        {11, A3_TAG_SYMENT},
    {14, A3_TAG_SONAME},        {15, A3_TAG_RPATH},         {17, A3_TAG_REL},          {18, A3_TAG_RELSZ},
    {19, A3_TAG_RELENT},        {20, A3_TAG_PLTREL},        {2, A3_TAG_PLTRELSZ},      {23, A3_TAG_JMPREL},
    {21, A3_TAG_DEBUG},         {22, A3_TAG_TEXTREL},       {29, A3_TAG_RUNPATH},      {30, A3_TAG_FLAGS},
    {35, A3_TAG_RELRSZ},        {36, A3_TAG_RELR},          {37, A3_TAG_RELRENT},      {0x6ffffef5, A3_TAG_GNU_HASH},
    {0x6ffffffb, A3_TAG_FLAGS_1}, {0x6ffffff0, A3_TAG_VERSYM}, {0x6ffffffc, A3_TAG_VERDEF},
    {0x6ffffffd, A3_TAG_VERDEFNUM}, {0x6ffffffe, A3_TAG_VERNEED}, {0x6fffffff, A3_TAG_VERNEEDNUM},
    {0x6000000f, A3_TAG_ANDROID_REL}, {0x60000010, A3_TAG_ANDROID_RELSZ}, {0x60000011, A3_TAG_ANDROID_RELA},
    {0x60000012, A3_TAG_ANDROID_RELASZ}, {0x6fffe000, A3_TAG_ANDROID_RELR}, {0x6fffe001, A3_TAG_ANDROID_RELRSZ},
};

const char *a3_elf_text(a3_elf *e, uint64_t offset, uint64_t at, const char *what)
{
    a3_span rest = a3_span_from(e->strings, offset);
    if (rest.size == 0) {
        a3_fail_at(&e->im->symbols, A3_MALFORMED, at, "%s: 0x%llx is not in the string table of 0x%zx bytes", what,
                   (unsigned long long)offset, e->strings.size);
        return NULL;
    }
    size_t most = rest.size;
    if (most > e->text_left)
        most = (size_t)e->text_left;
    const uint8_t *end = most > 0 ? memchr(rest.data, 0, most) : NULL;
    if (end != NULL) {
        e->text_left -= (size_t)(end - rest.data) + 1;
        return (const char *)rest.data;
    }
    e->text_left -= most;
    if (most < rest.size) {
        a3_fail_at(&e->im->symbols, A3_LIMIT, at, "the names add up to many times the size of the file");
    } else {
        a3_fail_at(&e->im->symbols, A3_MALFORMED, at, "%s: the string at 0x%llx has no end in the string table", what,
                   (unsigned long long)offset);
    }
    return NULL;
}

/* Offsets of the names of the libraries, kept until the string table is known. */
typedef A3_LIST(a3_elf_entry) entries;

static void note_entry(a3_elf *e, entries *needed, uint64_t number, uint64_t value, uint64_t at)
{
    const a3_elf_entry entry = {true, value, at};
    if (number == DT_NEEDED) {
        a3_elf_entry *one = A3_PUSH(e->im->arena, needed);
        if (one == NULL)
            a3_fail(&e->im->symbols, A3_NOMEM, "no memory for the needed libraries");
        else
            *one = entry;
        return;
    }
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (tags[i].number == number) {
            e->tags[tags[i].tag] = entry;
            return;
        }
}

static void read_entries(a3_elf *e, entries *needed)
{
    const a3_elf_program *p = e->programs.items;
    while (p->type != A3_PT_DYNAMIC) /* check_linked saw it */
        p++;
    a3_span table;
    uint64_t base;
    a3_elf_window(e, p->address, &table, &base);
    if (table.size > p->file_size)
        table.size = (size_t)p->file_size;
    a3_cursor c = a3_cursor_at(table, 0, e->big);
    for (uint64_t count = 0;; count++) {
        uint64_t at = base + c.pos;
        uint64_t number = a3_get_word(&c, e->word), value = a3_get_word(&c, e->word);
        if (!c.ok) {
            a3_fail_at(&e->im->symbols, A3_MALFORMED, at, "the dynamic table has no end (no DT_NULL within its 0x%llx bytes)",
                       (unsigned long long)p->file_size);
            return;
        }
        if (number == DT_NULL)
            return;
        if (count >= e->im->limits->load_commands) {
            a3_fail_at(&e->im->symbols, A3_LIMIT, at, "more than %llu entries in the dynamic table",
                       (unsigned long long)count);
            return;
        }
        note_entry(e, needed, number, value, at);
    }
}

static void place_strings(a3_elf *e)
{
    const a3_elf_entry *table = &e->tags[A3_TAG_STRTAB], *size = &e->tags[A3_TAG_STRSZ];
    a3_err *err = &e->im->symbols;
    if (!table->there || !size->there) {
        a3_fail(err, A3_MALFORMED, "the dynamic table has no %s", table->there ? "DT_STRSZ" : "DT_STRTAB");
        return;
    }
    uint64_t offset;
    a3_span there;
    if (!a3_elf_window(e, table->value, &there, &offset) || !a3_span_sub(there, 0, size->value, &e->strings)) {
        a3_fail_at(err, A3_MALFORMED, table->at, "the string table (0x%llx bytes at address 0x%llx) is not within a segment",
                   (unsigned long long)size->value, (unsigned long long)table->value);
        e->strings = there;
    }
}

static void read_needed(a3_elf *e, const entries *needed)
{
    for (size_t i = 0; i < needed->count; i++) {
        const char *name = a3_elf_text(e, needed->items[i].value, needed->items[i].at, "DT_NEEDED");
        a3_needed *one = name ? A3_PUSH(e->im->arena, &e->im->needed) : NULL;
        if (one != NULL)
            one->name = name;
        else if (name != NULL)
            a3_fail(&e->im->symbols, A3_NOMEM, "no memory for the needed libraries");
    }
}

static void read_paths(a3_elf *e, a3_elf_tag tag, const char *what, a3_strings *list)
{
    const a3_elf_entry *entry = &e->tags[tag];
    const char *text = entry->there ? a3_elf_text(e, entry->value, entry->at, what) : NULL;
    if (text == NULL || *text == '\0')
        return;
    for (;;) {
        size_t size = strcspn(text, ":");
        const char *path = a3_strndup(e->im->arena, text, size);
        const char **one = path ? A3_PUSH(e->im->arena, list) : NULL;
        if (one == NULL) {
            a3_fail(&e->im->symbols, A3_NOMEM, "no memory for the search paths");
            return;
        }
        *one = path;
        if (text[size] == '\0')
            return;
        text += size + 1;
    }
}

static uint64_t value_of(const a3_elf *e, a3_elf_tag tag) { return e->tags[tag].there ? e->tags[tag].value : 0; }

/* A position-independent program is an ET_DYN too. Linkers say DF_1_PIE; older ones did not, but a program has an
 * interpreter and DT_DEBUG, and no name that others could need. A library may have an interpreter (libc.so.6 has). */
static bool is_program(const a3_elf *e)
{
    return (value_of(e, A3_TAG_FLAGS_1) & DF_1_PIE) != 0 ||
           (e->im->interpreter != NULL && e->tags[A3_TAG_DEBUG].there && !e->tags[A3_TAG_SONAME].there);
}

static a3_libc libc_of(const char *library)
{
    static const struct {
        const char *prefix;
        a3_libc libc;
    } known[] = {
        {"libc.so.6", A3_LIBC_GLIBC},  {"ld-linux", A3_LIBC_GLIBC}, {"ld64.so.", A3_LIBC_GLIBC},
        {"ld.so.1", A3_LIBC_GLIBC},    {"libc.musl-", A3_LIBC_MUSL}, {"ld-musl-", A3_LIBC_MUSL},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (a3_has_prefix(library, known[i].prefix))
            return known[i].libc;
    return A3_LIBC_UNKNOWN;
}

/* Android's C library is called libc.so, as musl's is where it was not renamed; these are Android's alone. */
static bool is_bionic(const a3_image *im)
{
    bool libc = false, other = false;
    for (size_t i = 0; i < im->needed.count; i++) {
        const char *name = im->needed.items[i].name;
        libc = libc || strcmp(name, "libc.so") == 0;
        other = other || strcmp(name, "libdl.so") == 0 || strcmp(name, "liblog.so") == 0;
    }
    return libc && other;
}

void a3_elf_find_libc(a3_elf *e)
{
    a3_image *im = e->im;
    if (im->os != A3_OS_LINUX && im->os != A3_OS_ANDROID)
        return;
    if (im->interpreter != NULL)
        im->libc = a3_has_prefix(im->interpreter, "/system/bin/linker") ? A3_LIBC_BIONIC
                                                                        : libc_of(a3_basename(im->interpreter));
    for (size_t i = 0; i < im->needed.count && im->libc == A3_LIBC_UNKNOWN; i++)
        im->libc = libc_of(im->needed.items[i].name);
    for (size_t i = 0; i < im->versions.count && im->libc == A3_LIBC_UNKNOWN; i++) /* libgcc_s has a GLIBC_2.0 of its own, on musl too */
        if (a3_has_prefix(im->versions.items[i].version, "GLIBC_") && !a3_has_prefix(im->versions.items[i].library, "libgcc_s"))
            im->libc = A3_LIBC_GLIBC;
    if (im->os == A3_OS_ANDROID || (im->libc == A3_LIBC_UNKNOWN && is_bionic(im)))
        im->libc = A3_LIBC_BIONIC;
    if (im->libc == A3_LIBC_BIONIC)
        im->os = A3_OS_ANDROID;
}

void a3_elf_read_dynamic(a3_elf *e)
{
    a3_image *im = e->im;
    entries needed = {NULL, 0, 0};
    read_entries(e, &needed);
    place_strings(e);
    read_needed(e, &needed);
    if (e->tags[A3_TAG_SONAME].there)
        im->soname = a3_elf_text(e, e->tags[A3_TAG_SONAME].value, e->tags[A3_TAG_SONAME].at, "DT_SONAME");
    read_paths(e, A3_TAG_RPATH, "DT_RPATH", &im->rpaths);
    read_paths(e, A3_TAG_RUNPATH, "DT_RUNPATH", &im->runpaths);
    im->start = (a3_start){.function = value_of(e, A3_TAG_INIT), .table = value_of(e, A3_TAG_INIT_ARRAY),
                           .table_size = value_of(e, A3_TAG_INIT_ARRAYSZ)};
    im->text_relocations = e->tags[A3_TAG_TEXTREL].there || (value_of(e, A3_TAG_FLAGS) & DF_TEXTREL) != 0;
    if (im->kind == A3_KIND_SHARED && is_program(e))
        im->kind = A3_KIND_PROGRAM;
}

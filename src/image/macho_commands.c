/* SPDX-License-Identifier: MIT */
/* Load commands. Each is a window of its own: nothing in it is read beyond its size. mach-o/loader.h. */
#include "image/macho.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    LC_SEGMENT = 0x1, LC_SYMTAB = 0x2, LC_DYSYMTAB = 0xb, LC_LOAD_DYLIB = 0xc, LC_ID_DYLIB = 0xd, LC_SEGMENT_64 = 0x19,
    LC_CODE_SIGNATURE = 0x1d, LC_LAZY_LOAD_DYLIB = 0x20, LC_ENCRYPTION_INFO = 0x21, LC_DYLD_INFO = 0x22,
    LC_VERSION_MIN_MACOSX = 0x24, LC_VERSION_MIN_IPHONEOS = 0x25, LC_ENCRYPTION_INFO_64 = 0x2c, LC_VERSION_MIN_TVOS = 0x2f,
    LC_VERSION_MIN_WATCHOS = 0x30, LC_BUILD_VERSION = 0x32,
    LC_REQ_DYLD = 0x80000000
};
#define LC_LOAD_WEAK_DYLIB (0x18 | LC_REQ_DYLD)
#define LC_RPATH (0x1c | LC_REQ_DYLD)
#define LC_REEXPORT_DYLIB (0x1f | LC_REQ_DYLD)
#define LC_DYLD_INFO_ONLY (0x22 | LC_REQ_DYLD)
#define LC_LOAD_UPWARD_DYLIB (0x23 | LC_REQ_DYLD)
#define LC_DYLD_EXPORTS_TRIE (0x33 | LC_REQ_DYLD)
#define LC_DYLD_CHAINED_FIXUPS (0x34 | LC_REQ_DYLD)

/* LC_LOAD_DYLIB with this time stamp has flags behind its version fields (dylib_use_command, macOS 15). */
enum { DYLIB_USE_MARKER = 0x1a741800, USE_WEAK = 1, USE_REEXPORT = 2, USE_DELAY = 8 };
enum { PLATFORM_MACOS = 1, PLATFORM_IOS = 2, PLATFORM_IOS_SIMULATOR = 7 };

typedef struct command {
    a3_macho *m;
    a3_err *err;
    uint32_t index, type;
    uint64_t at; /* offset in the image */
    a3_cursor body; /* window: the whole command; position: behind type and size */
} command;

static bool fail(const command *l, a3_status status, const char *format, ...) __attribute__((format(printf, 3, 4)));
static bool fail(const command *l, a3_status status, const char *format, ...)
{
    char message[sizeof l->err->message], what[40];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    snprintf(what, sizeof what, "load command %" PRIu32, l->index);
    a3_macho_fail(l->m, l->err, status, l->at, what, "%s", message);
    return false;
}

/* Asked once, when all fields of the command were read. */
static bool whole(const command *l)
{
    return l->body.ok || fail(l, A3_MALFORMED, "size %zu is smaller than what its type needs", l->body.in.size);
}

static bool no_memory(const command *l) { return fail(l, A3_NOMEM, "no memory"); }

/* __mod_init_func, or what newer linkers make of it. */
static void note_constructors(command *l, a3_span section)
{
    enum { SECTION_TYPE = 0xff, S_MOD_INIT_FUNC_POINTERS = 9, S_INIT_FUNC_OFFSETS = 0x16 };
    unsigned word = l->m->is64 ? 8 : 4;
    a3_cursor c = a3_cursor_at(section, 32, l->body.big_endian);
    uint64_t address = a3_get_word(&c, word), size = a3_get_word(&c, word);
    a3_skip(&c, 16);
    uint64_t type = a3_get_word(&c, 4) & SECTION_TYPE;
    if (type == S_MOD_INIT_FUNC_POINTERS || type == S_INIT_FUNC_OFFSETS)
        l->m->im->start = (a3_start){.table = address, .table_size = size, .offsets = type == S_INIT_FUNC_OFFSETS};
}

/* Debugging information in an object file is in sections of a segment by this name. */
static bool read_sections(command *l, uint32_t count)
{
    uint64_t size = l->m->is64 ? 80 : 68;
    if (a3_left(&l->body) % size != 0 || a3_left(&l->body) / size != count)
        return fail(l, A3_MALFORMED, "%" PRIu32 " sections do not make up its size %zu", count, l->body.in.size);
    for (uint32_t i = 0; i < count; i++) {
        a3_span section = a3_get_span(&l->body, size);
        if (memcmp(section.data + 16, "__DWARF", 8) == 0)
            l->m->im->debug_info = true;
        note_constructors(l, section);
    }
    return true;
}

static bool read_segment(command *l)
{
    enum { SG_READ_ONLY = 0x10, VM_PROT_WRITE = 2 };
    a3_macho *m = l->m;
    unsigned word = m->is64 ? 8 : 4;
    a3_span name = a3_get_span(&l->body, 16);
    uint64_t address = a3_get_word(&l->body, word);
    uint64_t size = a3_get_word(&l->body, word);
    uint64_t offset = a3_get_word(&l->body, word);
    uint64_t file_size = a3_get_word(&l->body, word);
    a3_skip(&l->body, 4);
    uint32_t protection = a3_get32(&l->body);
    uint32_t sections = a3_get32(&l->body), flags = a3_get32(&l->body);
    if (flags & SG_READ_ONLY) /* once its pointers are fixed up */
        protection &= ~(uint32_t)VM_PROT_WRITE;
    if (!whole(l) || !read_sections(l, sections))
        return false;
    a3_macho_segment *s = A3_PUSH(m->im->arena, &m->segments);
    char *text = s ? a3_strndup(m->im->arena, (const char *)name.data, strnlen((const char *)name.data, name.size)) : NULL;
    if (text == NULL)
        return no_memory(l);
    *s = (a3_macho_segment){.name = text, .address = address, .size = size, .command = l->at,
                            .offset = offset, .protection = protection};
    if (!a3_span_sub(m->im->bytes, offset, file_size, &s->file))
        return fail(l, A3_MALFORMED, "segment %s: its bytes 0x%" PRIx64 "+0x%" PRIx64 " lie outside the %zu bytes of the image",
                    text, offset, file_size, m->im->bytes.size);
    if (size > (m->is64 ? UINT64_MAX : UINT32_MAX) - address)
        return fail(l, A3_MALFORMED, "segment %s: 0x%" PRIx64 "+0x%" PRIx64 " wraps around the address space", text, address, size);
    if (file_size > size && size == 0 && protection == 0)
        s->file = (a3_span){NULL, 0}; /* not to be loaded: debugging information, as Go's linker leaves it. dyld takes this form alone */
    else if (file_size > size)
        return fail(l, A3_MALFORMED, "segment %s: 0x%" PRIx64 " bytes in the file, 0x%" PRIx64 " in memory", text, file_size, size);
    return true;
}

/* The table that the command points to. One outside of the image is left out, and `err` says so. False: a second one. */
static bool set_table(command *l, a3_macho_table *table, uint64_t offset, uint64_t size, a3_err *err, const char *what)
{
    if (table->there)
        return fail(l, A3_MALFORMED, "a second %s", what);
    table->there = true;
    table->at = offset;
    if (!a3_span_sub(l->m->im->bytes, offset, size, &table->bytes)) {
        table->there = false;
        a3_macho_fail(l->m, err, A3_MALFORMED, l->at, what, "its bytes 0x%" PRIx64 "+0x%" PRIx64
                      " lie outside the %zu bytes of the image", offset, size, l->m->im->bytes.size);
    }
    return true;
}

static bool read_linkedit(command *l, a3_macho_table *table, a3_err *err, const char *what)
{
    uint32_t offset = a3_get32(&l->body), size = a3_get32(&l->body);
    return whole(l) && set_table(l, table, offset, size, err, what);
}

static bool read_symtab(command *l)
{
    a3_macho *m = l->m;
    uint32_t offset = a3_get32(&l->body), count = a3_get32(&l->body);
    uint32_t strings = a3_get32(&l->body), strings_size = a3_get32(&l->body);
    uint64_t size = (uint64_t)count * (m->is64 ? 16 : 12);
    m->symbol_count = count;
    return whole(l) && set_table(l, &m->symbols, offset, size, &m->im->symbols, "symbol table") &&
           set_table(l, &m->strings, strings, strings_size, &m->im->symbols, "string table");
}

static bool read_dysymtab(command *l)
{
    a3_skip(&l->body, 14 * 4 + 4); /* ilocalsym to extreloff */
    uint32_t external = a3_get32(&l->body);
    a3_skip(&l->body, 4); /* locreloff */
    uint32_t local = a3_get32(&l->body);
    l->m->classic_relocations = external != 0 || local != 0;
    return whole(l);
}

static bool read_dyld_info(command *l)
{
    a3_macho *m = l->m;
    const struct {
        a3_macho_table *table;
        a3_err *err;
        const char *what;
    } parts[] = {
        {&m->rebase, &m->im->fixups_error, "rebase opcodes"},
        {&m->bind, &m->im->symbols, "bind opcodes"},
        {&m->weak_bind, &m->im->symbols, "weak bind opcodes"},
        {&m->lazy_bind, &m->im->symbols, "lazy bind opcodes"},
        {&m->trie, &m->im->symbols, "export trie"},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        uint32_t offset = a3_get32(&l->body), size = a3_get32(&l->body);
        if (!whole(l))
            return false;
        if (size > 0 && !set_table(l, parts[i].table, offset, size, parts[i].err, parts[i].what))
            return false;
    }
    return true;
}

/* A string that the command holds behind its fields; its offset is the next field. NULL: it does not. */
static const char *read_string(command *l, const char *what)
{
    uint32_t offset = a3_get32(&l->body);
    if (!whole(l))
        return NULL;
    const char *text = offset >= l->body.pos ? a3_span_string(l->body.in, offset) : NULL;
    if (text == NULL)
        fail(l, A3_MALFORMED, "its %s at +%" PRIu32 " is no string within its %zu bytes", what, offset, l->body.in.size);
    return text;
}

static bool read_dylib(command *l, unsigned flags)
{
    const char *name = read_string(l, "library name");
    uint32_t stamp = a3_get32(&l->body);
    a3_skip(&l->body, 8); /* versions */
    if (name == NULL || !whole(l))
        return false;
    if (l->type == LC_ID_DYLIB) {
        if (l->m->im->soname != NULL)
            return fail(l, A3_MALFORMED, "a second name of the library itself");
        l->m->im->soname = name;
        return true;
    }
    if (stamp == DYLIB_USE_MARKER) {
        uint32_t use = a3_get32(&l->body);
        flags |= (use & USE_WEAK ? A3_NEEDED_WEAK : 0) | (use & USE_REEXPORT ? A3_NEEDED_REEXPORT : 0) |
                 (use & USE_DELAY ? A3_NEEDED_DELAY : 0);
    }
    a3_needed *needed = A3_PUSH(l->m->im->arena, &l->m->im->needed);
    if (needed == NULL)
        return no_memory(l);
    *needed = (a3_needed){.name = name, .flags = (uint8_t)flags};
    return whole(l);
}

static bool read_rpath(command *l)
{
    const char *path = read_string(l, "path");
    if (path == NULL)
        return false;
    const char **item = A3_PUSH(l->m->im->arena, &l->m->im->rpaths);
    if (item == NULL)
        return no_memory(l);
    *item = path;
    return true;
}

/* Files for macOS and Catalyst at once ("zippered") have two of these: macOS counts. */
static void set_platform(a3_image *im, a3_os os, uint32_t min_os, uint32_t sdk)
{
    if (im->os != A3_OS_UNKNOWN && (os != A3_OS_MACOS || im->os == A3_OS_MACOS))
        return;
    im->os = os;
    im->min_os = min_os;
    im->sdk = sdk;
}

static bool read_version_min(command *l)
{
    uint32_t min_os = a3_get32(&l->body), sdk = a3_get32(&l->body);
    bool pc = l->m->im->arch == A3_ARCH_X86_64 || l->m->im->arch == A3_ARCH_I686;
    a3_os os = A3_OS_APPLE_OTHER;
    if (l->type == LC_VERSION_MIN_MACOSX)
        os = A3_OS_MACOS;
    else if (l->type == LC_VERSION_MIN_IPHONEOS)
        os = pc ? A3_OS_IOS_SIMULATOR : A3_OS_IOS;
    if (!whole(l))
        return false;
    set_platform(l->m->im, os, min_os, sdk);
    return true;
}

static bool read_build_version(command *l)
{
    uint32_t platform = a3_get32(&l->body), min_os = a3_get32(&l->body), sdk = a3_get32(&l->body);
    a3_skip(&l->body, 4); /* tools */
    a3_os os = platform == PLATFORM_MACOS           ? A3_OS_MACOS
               : platform == PLATFORM_IOS           ? A3_OS_IOS
               : platform == PLATFORM_IOS_SIMULATOR ? A3_OS_IOS_SIMULATOR
                                                    : A3_OS_APPLE_OTHER;
    if (!whole(l))
        return false;
    set_platform(l->m->im, os, min_os, sdk);
    return true;
}

static bool read_encryption(command *l)
{
    a3_skip(&l->body, 8);
    uint32_t id = a3_get32(&l->body);
    if (whole(l) && id != 0)
        fail(l, A3_UNSUPPORTED, "the code is encrypted (cryptid %" PRIu32 ")", id);
    return l->err->status == A3_OK;
}

static bool read_signature(command *l)
{
    l->m->im->signature = A3_SIGNATURE_UNREADABLE;
    return read_linkedit(l, &l->m->signature, &l->m->im->signature_error, "code signature");
}

static bool read_one(command *l)
{
    a3_macho *m = l->m;
    switch (l->type) {
    case LC_SEGMENT: case LC_SEGMENT_64:
        if ((l->type == LC_SEGMENT_64) != m->is64)
            return fail(l, A3_MALFORMED, "a %d-bit segment in a %d-bit image", m->is64 ? 32 : 64, m->is64 ? 64 : 32);
        return read_segment(l);
    case LC_SYMTAB:
        return read_symtab(l);
    case LC_DYSYMTAB:
        return read_dysymtab(l);
    case LC_DYLD_INFO: case LC_DYLD_INFO_ONLY:
        return read_dyld_info(l);
    case LC_DYLD_EXPORTS_TRIE:
        return read_linkedit(l, &m->trie, &m->im->symbols, "export trie");
    case LC_DYLD_CHAINED_FIXUPS:
        return read_linkedit(l, &m->chains, &m->im->symbols, "chained fixups");
    case LC_CODE_SIGNATURE:
        return read_signature(l);
    case LC_ID_DYLIB: case LC_LOAD_DYLIB: case LC_LOAD_UPWARD_DYLIB:
        return read_dylib(l, 0);
    case LC_LOAD_WEAK_DYLIB:
        return read_dylib(l, A3_NEEDED_WEAK);
    case LC_REEXPORT_DYLIB:
        return read_dylib(l, A3_NEEDED_REEXPORT);
    case LC_LAZY_LOAD_DYLIB:
        return read_dylib(l, A3_NEEDED_DELAY);
    case LC_RPATH:
        return read_rpath(l);
    case LC_VERSION_MIN_MACOSX: case LC_VERSION_MIN_IPHONEOS: case LC_VERSION_MIN_TVOS: case LC_VERSION_MIN_WATCHOS:
        return read_version_min(l);
    case LC_BUILD_VERSION:
        return read_build_version(l);
    case LC_ENCRYPTION_INFO: case LC_ENCRYPTION_INFO_64:
        return read_encryption(l);
    default: /* nothing that we need */
        return true;
    }
}

static int compare_segments(const void *a, const void *b)
{
    const a3_macho_segment *x = *(a3_macho_segment *const *)a, *y = *(a3_macho_segment *const *)b;
    return x->address != y->address ? (x->address < y->address ? -1 : 1) : (x < y ? -1 : x > y);
}

/* What dyld maps must not overlap; other kinds (object files, debug companions, core files) are never mapped. */
static bool check_overlaps(const a3_macho *m, a3_err *err)
{
    size_t count = 0;
    bool mapped = m->im->kind == A3_KIND_SHARED || m->im->kind == A3_KIND_PROGRAM;
    if (!mapped || m->segments.count < 2)
        return true;
    const a3_macho_segment **order = A3_NEW_ARRAY(m->im->arena, const a3_macho_segment *, m->segments.count);
    if (order == NULL) {
        a3_fail(err, A3_NOMEM, "no memory for the segments");
        return false;
    }
    for (size_t i = 0; i < m->segments.count; i++)
        if (m->segments.items[i].size > 0)
            order[count++] = &m->segments.items[i];
    qsort(order, count, sizeof *order, compare_segments);
    for (size_t i = 1; i < count; i++) {
        const a3_macho_segment *low = order[i - 1], *high = order[i];
        if (high->address - low->address >= low->size)
            continue;
        a3_macho_fail(m, err, A3_MALFORMED, high->command, "segment", "%s at address 0x%" PRIx64 " overlaps %s", high->name,
                      high->address, low->name);
        return false;
    }
    return true;
}

/* The image's own view: what is mapped and may be read. */
static bool add_segments(a3_macho *m, a3_err *err)
{
    a3_image *im = m->im;
    bool based = false;
    for (size_t i = 0; i < m->segments.count; i++) {
        const a3_macho_segment *s = &m->segments.items[i];
        if (!based && s->offset == 0 && s->file.size > 0) {
            im->base = s->address;
            based = true;
        }
        if (s->size == 0 || (s->protection == 0 && s->file.size == 0)) /* __PAGEZERO */
            continue;
        a3_segment *out = A3_PUSH(im->arena, &im->segments);
        if (out == NULL) {
            a3_fail(err, A3_NOMEM, "no memory for the segments");
            return false;
        }
        unsigned p = s->protection;
        *out = (a3_segment){.address = s->address, .size = s->size, .file = s->file,
                            .protection = (uint8_t)((p & 1 ? A3_PROT_READ : 0) | (p & 2 ? A3_PROT_WRITE : 0) |
                                                    (p & 4 ? A3_PROT_EXEC : 0))};
    }
    return true;
}

a3_status a3_macho_read_commands(a3_macho *m, a3_err *err)
{
    enum { SMALLEST = 8 };
    a3_image *im = m->im;
    a3_span window;
    if (!a3_span_sub(im->bytes, m->commands_at, m->commands_size, &window))
        return a3_macho_fail(m, err, A3_MALFORMED, m->commands_at, "load commands", "their %" PRIu32
                             " bytes reach beyond the %zu bytes of the image", m->commands_size, im->bytes.size);
    if (m->commands > im->limits->load_commands)
        return a3_macho_fail(m, err, A3_LIMIT, m->commands_at, "load commands", "there are %" PRIu32 ", the limit is %" PRIu64,
                             m->commands, im->limits->load_commands);
    if (m->commands > window.size / SMALLEST)
        return a3_macho_fail(m, err, A3_MALFORMED, m->commands_at, "load commands", "%" PRIu32 " do not fit into %" PRIu32
                             " bytes", m->commands, m->commands_size);
    a3_cursor c = a3_cursor_at(window, 0, im->big_endian);
    for (uint32_t i = 0; i < m->commands; i++) {
        command l = {.m = m, .err = err, .index = i, .at = m->commands_at + c.pos};
        a3_cursor head = c;
        l.type = a3_get32(&head);
        uint32_t size = a3_get32(&head);
        if (!head.ok) {
            fail(&l, A3_MALFORMED, "the load commands end before it");
            return err->status;
        }
        if (size < SMALLEST || size % 4 != 0 || size > a3_left(&c)) {
            fail(&l, A3_MALFORMED, "size %" PRIu32 " is %s", size,
                 size < SMALLEST ? "smaller than its header" : size % 4 ? "no multiple of 4" : "more than is left");
            return err->status;
        }
        l.body = a3_cursor_at(a3_get_span(&c, size), SMALLEST, im->big_endian);
        if (!read_one(&l))
            return err->status;
    }
    /* Before LC_VERSION_MIN_* there was only macOS. */
    if (im->os == A3_OS_UNKNOWN && (im->arch == A3_ARCH_X86_64 || im->arch == A3_ARCH_I686 || im->big_endian))
        im->os = A3_OS_MACOS;
    return check_overlaps(m, err) && add_segments(m, err) ? A3_OK : err->status;
}

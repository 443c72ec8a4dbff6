/* SPDX-License-Identifier: MIT */
/* Imports and exports: the union of what the tables of a Mach-O image say. The loader's own tables (bind opcodes, chained
 * fixups, export trie) come first, for they decide what happens and survive strip; the symbol table adds what no fixup
 * asks for, and is all there is in object files and in images older than macOS 10.6. mach-o/nlist.h. */
#include "image/macho.h"

#include <inttypes.h>
#include <string.h>

enum {
    N_STAB = 0xe0, N_PEXT = 0x10, N_TYPE = 0x0e, N_EXT = 0x01, /* n_type */
    N_UNDF = 0x0, N_ABS = 0x2, N_SECT = 0xe, N_INDR = 0xa, N_PBUD = 0xc,
    N_OPT = 0x3c, /* the one debugging symbol that strip leaves behind */
    N_WEAK_REF = 0x40, N_WEAK_DEF = 0x80 /* n_desc */
};
/* Library ordinals in the symbol table are unsigned bytes. */
enum { TABLE_MAIN_PROGRAM = 0xff, TABLE_FLAT_LOOKUP = 0xfe };
enum { ORIGINS = A3_MACHO_FROM_LOADER | A3_MACHO_FROM_TABLE | A3_MACHO_FROM_WEAK | A3_MACHO_MAYBE_OWN };

const char *a3_macho_plain_name(const char *name) { return name[0] == '_' ? name + 1 : name; }

bool a3_macho_charge(a3_macho *m, uint64_t size)
{
    if (size >= m->names_left) {
        a3_fail(&m->im->symbols, A3_LIMIT, "the symbols' names add up to more than an image of %zu bytes may have",
                m->im->bytes.size);
        m->names_left = 0;
        return false;
    }
    m->names_left -= size + 1;
    return true;
}

const char *a3_macho_name(a3_macho *m, a3_span strings, uint64_t offset, size_t *size, uint64_t at, const char *what)
{
    a3_span rest = a3_span_from(strings, offset);
    if (rest.size > m->names_left)
        rest.size = (size_t)m->names_left; /* do not look further than may be paid for */
    const uint8_t *end = rest.size > 0 ? memchr(rest.data, 0, rest.size) : NULL;
    if (end == NULL) {
        if (offset < strings.size && rest.size == m->names_left)
            a3_macho_charge(m, rest.size);
        else
            a3_macho_fail(m, &m->im->symbols, A3_MALFORMED, at, what, "no name at +0x%" PRIx64 " of %zu bytes of names", offset,
                          strings.size);
        return NULL;
    }
    *size = (size_t)(end - rest.data);
    return a3_macho_charge(m, *size) ? a3_macho_plain_name((const char *)rest.data) : NULL;
}

const char *a3_macho_library(a3_macho *m, int64_t ordinal)
{
    if (ordinal <= 0)
        return NULL;
    if ((uint64_t)ordinal <= m->im->needed.count)
        return m->im->needed.items[ordinal - 1].name;
    a3_fail(&m->im->symbols, A3_MALFORMED, "a symbol is bound to library %" PRId64 " of %zu", ordinal, m->im->needed.count);
    return NULL;
}

static bool room_for_symbol(a3_macho *m, size_t count)
{
    if (count < m->im->limits->symbols)
        return true;
    a3_fail(&m->im->symbols, A3_LIMIT, "more than %" PRIu64 " symbols", m->im->limits->symbols);
    return false;
}

bool a3_macho_add_import(a3_macho *m, const char *name, int64_t ordinal, bool weak, a3_macho_origin origin)
{
    if (ordinal == A3_MACHO_SELF)
        return true;
    if (!room_for_symbol(m, m->im->imports.count))
        return false;
    const char *library = a3_macho_library(m, ordinal);
    if (library != NULL && !a3_macho_charge(m, strlen(library))) /* sorting looks at these bytes too */
        return false;
    a3_import *one = A3_PUSH(m->im->arena, &m->im->imports);
    if (one == NULL) {
        a3_fail(&m->im->symbols, A3_NOMEM, "no memory for the imports");
        return false;
    }
    if (ordinal == A3_MACHO_WEAK_LOOKUP)
        origin = A3_MACHO_FROM_WEAK;
    bool maybe_own = ordinal == A3_MACHO_FLAT_LOOKUP || ordinal == A3_MACHO_WEAK_LOOKUP;
    one->name = name;
    one->library = library;
    one->flags = (uint16_t)((weak ? A3_SYM_WEAK : 0) | origin | (maybe_own ? A3_MACHO_MAYBE_OWN : 0));
    return true;
}

a3_export *a3_macho_add_export(a3_macho *m, const char *name)
{
    if (!room_for_symbol(m, m->im->exports.count))
        return NULL;
    a3_export *one = A3_PUSH(m->im->arena, &m->im->exports);
    if (one == NULL)
        a3_fail(&m->im->symbols, A3_NOMEM, "no memory for the exports");
    else
        one->name = name;
    return one;
}

typedef struct entry {
    uint32_t name;
    uint8_t type;
    uint16_t desc;
    uint64_t value;
    uint64_t at; /* offset in the image */
} entry;

static bool is_undefined(const entry *e)
{
    unsigned kind = e->type & N_TYPE;
    return (kind == N_UNDF && e->value == 0) || kind == N_PBUD;
}

static bool take_undefined(a3_macho *m, const entry *e, const char *name)
{
    int ordinal = A3_MACHO_FLAT_LOOKUP;
    if (!m->im->flat_namespace) {
        ordinal = e->desc >> 8;
        if (ordinal == TABLE_MAIN_PROGRAM)
            ordinal = A3_MACHO_MAIN_PROGRAM;
        else if (ordinal == TABLE_FLAT_LOOKUP)
            ordinal = A3_MACHO_FLAT_LOOKUP;
    }
    return a3_macho_add_import(m, name, ordinal, (e->desc & N_WEAK_REF) != 0, A3_MACHO_FROM_TABLE);
}

/* Defined in a section, absolute, common (an object file's tentative definition), or an alias of another symbol. */
static bool take_defined(a3_macho *m, const entry *e, const char *name)
{
    a3_export *one = a3_macho_add_export(m, name);
    if (one == NULL)
        return false;
    unsigned kind = e->type & N_TYPE;
    one->flags = (e->desc & N_WEAK_DEF) && kind != N_UNDF ? A3_SYM_WEAK : 0;
    if (kind == N_UNDF) {
        one->flags |= A3_SYM_DATA;
    } else if (kind == N_INDR) {
        size_t size;
        const char *target = a3_macho_name(m, m->strings.bytes, e->value, &size, e->at, "symbol");
        one->flags |= A3_SYM_FORWARD;
        one->forward = target ? a3_printf(m->im->arena, ":%s", target) : NULL;
        if (one->forward == NULL)
            a3_fail(&m->im->symbols, A3_NOMEM, "no memory for the exports");
    } else {
        one->address = e->value;
    }
    return true;
}

/* `with_exports`: no export trie tells them. */
static void read_table(a3_macho *m, bool with_exports)
{
    a3_image *im = m->im;
    const unsigned size = m->is64 ? 16 : 12;
    const bool big = im->big_endian;
    const uint8_t *p = m->symbols.bytes.data; /* set_table has proved symbol_count * size bytes */
    for (uint32_t i = 0; i < m->symbol_count; i++, p += size) {
        uint8_t type = p[4];
        if (type & N_STAB) {
            im->debug_info = im->debug_info || type != N_OPT;
            continue;
        }
        if ((type & N_EXT) == 0)
            continue;
        entry e = {.name = (uint32_t)a3_load(p, 4, big), .type = type, .desc = (uint16_t)a3_load(p + 6, 2, big),
                   .value = a3_load(p + 8, size - 8, big), .at = m->symbols.at + (uint64_t)i * size};
        bool undefined = is_undefined(&e);
        if (!undefined && (!with_exports || (type & N_PEXT)))
            continue;
        size_t length;
        const char *name = a3_macho_name(m, m->strings.bytes, e.name, &length, e.at, "symbol");
        if (name == NULL || !(undefined ? take_undefined(m, &e, name) : take_defined(m, &e, name)))
            return;
    }
}

const char *a3_macho_defines(const a3_image *im, const char *const *names)
{
    const a3_macho *m = im->priv;
    const unsigned size = m->is64 ? 16 : 12;
    const uint8_t *p = m->symbols.bytes.data;
    uint32_t count = m->symbols.there && m->strings.there ? m->symbol_count : 0;
    for (uint32_t i = 0; i < count; i++, p += size) {
        unsigned kind = p[4] & N_TYPE;
        if ((p[4] & N_STAB) || (kind != N_SECT && kind != N_ABS))
            continue;
        a3_span name = a3_span_from(m->strings.bytes, a3_load(p, 4, im->big_endian));
        for (size_t n = 0; names[n] != NULL; n++) {
            size_t length = strlen(names[n]) + 1;
            if (name.size > length && name.data[0] == '_' && memcmp(name.data + 1, names[n], length) == 0)
                return names[n];
        }
    }
    return NULL;
}

static bool is_own(const a3_image *im, const char *name)
{
    const a3_export *own = a3_image_export(im, name);
    return own != NULL && (own->flags & A3_SYM_FORWARD) == 0;
}

/* One name's imports, `count` of them, as a3_image_finish has merged them: what the loader binds counts most, then the
 * symbol table (which has too few bits for the ordinal of the 254th library), then the coalescing of weak definitions.
 * What the image itself defines is no import where any definition will do. Returns how many were kept, in place. */
static size_t settle_name(const a3_image *im, a3_import *run, size_t count)
{
    unsigned origins = 0;
    for (size_t i = 0; i < count; i++)
        origins |= run[i].flags;
    unsigned wanted = origins & A3_MACHO_FROM_LOADER  ? A3_MACHO_FROM_LOADER
                      : origins & A3_MACHO_FROM_TABLE ? A3_MACHO_FROM_TABLE
                                                      : A3_MACHO_FROM_WEAK;
    bool own = (origins & A3_MACHO_MAYBE_OWN) && is_own(im, run[0].name);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if ((run[i].flags & wanted) == 0 || (own && (run[i].flags & A3_MACHO_MAYBE_OWN)))
            continue;
        run[kept] = run[i];
        run[kept++].flags &= (uint16_t)~ORIGINS;
    }
    return kept;
}

static void settle_imports(a3_image *im)
{
    a3_import *items = im->imports.items;
    size_t kept = 0;
    for (size_t from = 0, end; from < im->imports.count; from = end) {
        for (end = from + 1; end < im->imports.count && strcmp(items[from].name, items[end].name) == 0;)
            end++;
        size_t here = settle_name(im, items + from, end - from);
        memmove(items + kept, items + from, here * sizeof *items);
        kept += here;
    }
    im->imports.count = kept;
}

/* What lies in a segment that cannot be executed is data. */
static void mark_data(a3_image *im)
{
    if (im->kind == A3_KIND_RELOCATABLE)
        return;
    for (size_t i = 0; i < im->exports.count; i++) {
        a3_export *one = &im->exports.items[i];
        const a3_segment *segment = one->flags & A3_SYM_FORWARD ? NULL : a3_image_segment(im, one->address);
        if (segment != NULL && (segment->protection & A3_PROT_EXEC) == 0)
            one->flags |= A3_SYM_DATA;
    }
}

void a3_macho_read_symbols(a3_macho *m)
{
    a3_image *im = m->im;
    if (m->file_type == A3_MACHO_DSYM) { /* its symbols are those of another file, and nothing loads it */
        im->debug_info = true;
        a3_image_finish(im);
        return;
    }
    a3_macho_record_chained(m);
    a3_macho_record_binds(m);
    bool with_exports = !m->trie.there;
    if (m->trie.there && !a3_macho_read_trie(m)) {
        im->exports.count = 0;
        with_exports = true;
    }
    if (m->symbols.there && m->strings.there)
        read_table(m, with_exports);
    a3_image_finish(im);
    settle_imports(im);
    mark_data(im);
}

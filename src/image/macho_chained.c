/* SPDX-License-Identifier: MIT */
/* LC_DYLD_CHAINED_FIXUPS: every pointer that the loader writes holds the distance to the next one on its page; a table
 * lists the imports. mach-o/fixup-chains.h. */
#include "image/macho.h"

#include <inttypes.h>
#include <string.h>

enum { IMPORT = 1, IMPORT_ADDEND = 2, IMPORT_ADDEND64 = 3 }; /* DYLD_CHAINED_IMPORT* */
enum { SYMBOLS_ZLIB = 1 };
enum { START_NONE = 0xffff, START_MULTI = 0x8000, START_LAST = 0x8000 };

/* dyld_chained_starts_in_segment.pointer_format */
enum { ARM64E = 1, PTR_64 = 2, PTR_32 = 3, PTR_64_OFFSET = 6, ARM64E_KERNEL = 7, ARM64E_USERLAND = 9, ARM64E_USERLAND24 = 12 };

static const char what[] = "chained fixups";

typedef struct import {
    int64_t ordinal, addend;
    bool weak;
    uint64_t name; /* offset in the names */
    uint64_t at;   /* offset in the image */
} import;

static unsigned import_size(uint32_t format) { return format == IMPORT ? 4 : format == IMPORT_ADDEND ? 8 : 16; }

/* `index` < chained.import_count, which the table was proved to hold. */
static import read_import(const a3_macho *m, uint32_t index)
{
    const a3_macho_chained *chained = &m->chained;
    unsigned size = import_size(chained->import_format);
    const uint8_t *p = chained->imports.data + (uint64_t)index * size;
    const bool big = m->im->big_endian;
    import one = {.at = chained->imports_at + (uint64_t)index * size};
    if (chained->import_format == IMPORT_ADDEND64) {
        uint64_t raw = a3_load(p, 8, big);
        one.ordinal = raw & 0xffff;
        if (one.ordinal > 0xfff0) /* the last values are the negative, special ordinals */
            one.ordinal -= 0x10000;
        one.weak = raw >> 16 & 1;
        one.name = raw >> 32;
        one.addend = (int64_t)a3_load(p + 8, 8, big);
    } else {
        uint32_t raw = (uint32_t)a3_load(p, 4, big);
        one.ordinal = raw & 0xff;
        if (one.ordinal > 0xf0)
            one.ordinal -= 0x100;
        one.weak = raw >> 8 & 1;
        one.name = raw >> 9;
        if (chained->import_format == IMPORT_ADDEND)
            one.addend = a3_sign_extend(a3_load(p + 4, 4, big), 32);
    }
    return one;
}

static bool read_header(a3_macho *m)
{
    a3_err *err = &m->im->symbols;
    a3_macho_chained *chained = &m->chained;
    a3_span table = m->chains.bytes;
    uint64_t at = m->chains.at;
    a3_cursor c = a3_cursor_at(table, 0, m->im->big_endian);
    uint32_t version = a3_get32(&c);
    chained->starts = a3_get32(&c);
    uint32_t imports = a3_get32(&c), symbols = a3_get32(&c);
    chained->import_count = a3_get32(&c);
    chained->import_format = a3_get32(&c);
    uint32_t symbols_format = a3_get32(&c);
    if (!c.ok) {
        a3_macho_fail(m, err, A3_MALFORMED, at, what, "size %zu is smaller than its header", table.size);
    } else if (version != 0) {
        a3_macho_fail(m, err, A3_UNSUPPORTED, at, what, "version %" PRIu32, version);
    } else if (chained->import_count == 0) {
        chained->there = true;
    } else if (symbols_format != 0) {
        a3_macho_fail(m, err, A3_UNSUPPORTED, at, what, "the names are %s (symbols format %" PRIu32 ")",
                      symbols_format == SYMBOLS_ZLIB ? "compressed" : "in an unknown form", symbols_format);
    } else if (chained->import_format < IMPORT || chained->import_format > IMPORT_ADDEND64) {
        a3_macho_fail(m, err, A3_UNSUPPORTED, at, what, "unknown imports format %" PRIu32, chained->import_format);
    } else if (!a3_span_sub(table, imports, (uint64_t)chained->import_count * import_size(chained->import_format),
                            &chained->imports)) {
        a3_macho_fail(m, err, A3_MALFORMED, at, what, "%" PRIu32 " imports at +0x%" PRIx32 " lie outside of its %zu bytes",
                      chained->import_count, imports, table.size);
    } else {
        chained->imports_at = at + imports;
        chained->names = a3_span_from(table, symbols);
        chained->there = true;
    }
    return chained->there;
}

void a3_macho_record_chained(a3_macho *m)
{
    if (!m->chains.there || !read_header(m))
        return;
    for (uint32_t i = 0; i < m->chained.import_count; i++) {
        import one = read_import(m, i);
        size_t size;
        const char *name = a3_macho_name(m, m->chained.names, one.name, &size, one.at, "chained import");
        if (name == NULL || !a3_macho_add_import(m, name, one.ordinal, one.weak, A3_MACHO_FROM_LOADER))
            return;
        m->chained.recorded++;
    }
}

/* ---- pointers ---- */

/* An import as fixups use it; looked up when the first pointer names it. */
typedef struct resolved {
    a3_macho_target target;
    int64_t addend;
    bool known;
} resolved;

typedef struct chain_segment {
    const a3_macho_segment *segment;
    uint64_t at; /* offset in the image of its description */
    uint16_t format;
    uint16_t page_size, page_count;
    uint32_t max_valid; /* 32-bit: larger targets are no pointers */
    a3_cursor starts;   /* window: the page starts, and the lists of pages with several */
} chain_segment;

typedef struct walker {
    a3_macho *m;
    a3_err *err;
    a3_macho_writer w;
    resolved *imports;
} walker;

/* One pointer, decoded. */
typedef struct link {
    bool bind, none; /* none: only a link of the chain, nothing is written */
    uint32_t ordinal;
    int64_t addend;
    uint64_t target;
    uint64_t next; /* bytes, 0: the chain ends */
} link;

static bool fail(walker *w, uint64_t at, const char *why)
{
    a3_macho_fail(w->m, w->err, A3_MALFORMED, at, what, "%s", why);
    return false;
}

static uint64_t bits(uint64_t raw, unsigned low, unsigned count) { return raw >> low & ((UINT64_C(1) << count) - 1); }

/* DYLD_CHAINED_PTR_64 and _64_OFFSET. Rebase: 0-35 target, 36-43 the top byte; bind: 0-23 ordinal, 24-31 addend;
 * 51-62 next in steps of 4, 63 bind. */
static link decode_64(const chain_segment *s, uint64_t raw, uint64_t base)
{
    link l = {.bind = raw >> 63, .next = bits(raw, 51, 12) * 4};
    if (l.bind) {
        l.ordinal = (uint32_t)bits(raw, 0, 24);
        l.addend = (int64_t)bits(raw, 24, 8);
    } else {
        l.target = (bits(raw, 0, 36) + (s->format == PTR_64_OFFSET ? base : 0)) | bits(raw, 36, 8) << 56;
    }
    return l;
}

/* DYLD_CHAINED_PTR_ARM64E and its kin. 51-61 next, 62 bind, 63 authenticated. Rebase: 0-42 target, 43-50 the top byte;
 * authenticated: 0-31 offset from the base. Bind: 0-15 (or 0-23) ordinal; not authenticated: 32-50 addend. */
static link decode_arm64e(const chain_segment *s, uint64_t raw, uint64_t base)
{
    bool authenticated = raw >> 63;
    link l = {.bind = bits(raw, 62, 1), .next = bits(raw, 51, 11) * (s->format == ARM64E_KERNEL ? 4 : 8)};
    if (l.bind) {
        l.ordinal = (uint32_t)bits(raw, 0, s->format == ARM64E_USERLAND24 ? 24 : 16);
        l.addend = authenticated ? 0 : a3_sign_extend(bits(raw, 32, 19), 19);
    } else if (authenticated) {
        l.target = base + bits(raw, 0, 32);
    } else {
        l.target = (bits(raw, 0, 43) + (s->format == ARM64E ? 0 : base)) | bits(raw, 43, 8) << 56;
    }
    return l;
}

/* DYLD_CHAINED_PTR_32. Rebase: 0-25 target; bind: 0-19 ordinal, 20-25 addend; 26-30 next in steps of 4, 31 bind. */
static link decode_32(const chain_segment *s, uint64_t raw)
{
    link l = {.bind = bits(raw, 31, 1), .next = bits(raw, 26, 5) * 4};
    if (l.bind) {
        l.ordinal = (uint32_t)bits(raw, 0, 20);
        l.addend = (int64_t)bits(raw, 20, 6);
    } else {
        l.target = bits(raw, 0, 26);
        l.none = l.target > s->max_valid;
    }
    return l;
}

static bool look_up(walker *w, uint64_t at, uint32_t ordinal, resolved *out)
{
    a3_macho *m = w->m;
    if (ordinal >= m->chained.recorded)
        return fail(w, at, "a pointer names an import that the table does not have");
    resolved *one = &w->imports[ordinal];
    if (!one->known) {
        import in = read_import(m, ordinal);
        const char *name = a3_span_string(m->chained.names, in.name); /* there: it was recorded */
        one->target = a3_macho_resolve(m, a3_macho_plain_name(name), in.ordinal);
        one->addend = in.addend;
        one->known = true;
    }
    *out = *one;
    return true;
}

/* The chain that starts at `offset` of the page at `page` (an offset in the segment). It does not leave its page. */
static bool walk_chain(walker *w, const chain_segment *s, uint64_t page, uint64_t offset)
{
    const uint8_t size = s->format == PTR_32 ? 4 : 8;
    for (;;) {
        uint64_t address = s->segment->address + page + offset;
        if (offset >= s->page_size)
            return fail(w, s->at, "a chain leaves its page");
        uint64_t raw = a3_macho_stored(w->m, s->segment, address, size);
        link l = s->format == PTR_32 ? decode_32(s, raw)
                 : s->format == PTR_64 || s->format == PTR_64_OFFSET ? decode_64(s, raw, w->m->im->base)
                                                                     : decode_arm64e(s, raw, w->m->im->base);
        resolved to = {.target = {.found = true, .kind = A3_FIXUP_ADDRESS, .value = l.target}};
        if (l.bind && !look_up(w, s->at, l.ordinal, &to))
            return false;
        if (!a3_macho_write(&w->w, s->at, s->segment, address, to.target,
                            (int64_t)((uint64_t)to.addend + (uint64_t)l.addend), l.none ? 0 : size))
            return false;
        if (l.next == 0)
            return true;
        offset += l.next;
    }
}

/* A page with several chains: `index` leads to a list of starts behind those of the pages. */
static bool walk_page(walker *w, chain_segment *s, unsigned page, uint16_t start)
{
    uint64_t at = (uint64_t)page * s->page_size;
    if (start == START_NONE)
        return true;
    if ((start & START_MULTI) == 0)
        return walk_chain(w, s, at, start);
    a3_cursor list = s->starts;
    a3_seek(&list, (uint64_t)(start & ~START_MULTI) * 2);
    for (uint16_t one = 0; (one & START_LAST) == 0;) {
        one = a3_get16(&list);
        if (!list.ok)
            return fail(w, s->at, "a page's list of chains does not end");
        if (!walk_chain(w, s, at, one & ~START_LAST))
            return false;
    }
    return true;
}

/* dyld_chained_starts_in_segment at `offset` of the table. */
static bool read_segment(walker *w, const a3_macho_segment *segment, uint64_t offset, chain_segment *s)
{
    a3_macho *m = w->m;
    a3_cursor c = a3_cursor_at(m->chains.bytes, offset, m->im->big_endian);
    uint32_t size = a3_get32(&c);
    *s = (chain_segment){.segment = segment, .at = m->chains.at + offset};
    a3_span window;
    if (!c.ok || !a3_span_sub(m->chains.bytes, offset, size, &window))
        return fail(w, s->at, "a segment's starts lie outside of the table");
    c = a3_cursor_at(window, 4, m->im->big_endian);
    s->page_size = a3_get16(&c);
    s->format = a3_get16(&c);
    uint64_t segment_offset = a3_get64(&c);
    s->max_valid = a3_get32(&c);
    s->page_count = a3_get16(&c);
    s->starts = a3_cursor_at(a3_span_from(window, c.pos), 0, m->im->big_endian);
    if (!c.ok || a3_left(&s->starts) / 2 < s->page_count)
        return fail(w, s->at, "a segment's page starts do not fit into its size");
    if (segment_offset != segment->address - m->im->base)
        return fail(w, s->at, "a segment's starts name another address than its load command");
    if (s->page_size != 0x1000 && s->page_size != 0x4000)
        return fail(w, s->at, "a page is neither 0x1000 nor 0x4000 bytes");
    return true;
}

static bool known_format(const walker *w, const chain_segment *s)
{
    switch (s->format) {
    case ARM64E: case PTR_64: case PTR_64_OFFSET: case ARM64E_KERNEL: case ARM64E_USERLAND: case ARM64E_USERLAND24:
        return w->m->is64;
    case PTR_32:
        return !w->m->is64;
    default:
        return false;
    }
}

static bool walk_segment(walker *w, const a3_macho_segment *segment, uint64_t offset)
{
    chain_segment s;
    if (!read_segment(w, segment, offset, &s))
        return false;
    if (!known_format(w, &s)) {
        a3_macho_fail(w->m, w->err, A3_UNSUPPORTED, s.at, what, "pointer format %u in segment %s", s.format, segment->name);
        return true; /* other segments may be read */
    }
    a3_cursor pages = s.starts;
    for (unsigned page = 0; page < s.page_count; page++)
        if (!walk_page(w, &s, page, a3_get16(&pages)))
            return false;
    return true;
}

void a3_macho_load_chained(a3_macho *m)
{
    if (!m->chained.there)
        return;
    walker w = {.m = m, .err = &m->im->fixups_error, .w = a3_macho_writer_new(m, what)};
    w.imports = A3_NEW_ARRAY(m->im->arena, resolved, m->chained.import_count);
    if (w.imports == NULL) {
        a3_fail(w.err, A3_NOMEM, "no memory for the relocations");
        return;
    }
    a3_cursor c = a3_cursor_at(m->chains.bytes, m->chained.starts, m->im->big_endian);
    uint32_t count = a3_get32(&c);
    if (!c.ok || count > m->segments.count || count > a3_left(&c) / 4) {
        fail(&w, m->chains.at + m->chained.starts, "the list of segments lies outside of the table, or is too long");
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t offset = a3_get32(&c);
        if (offset != 0 && !walk_segment(&w, &m->segments.items[i], (uint64_t)m->chained.starts + offset))
            return;
    }
}

/* SPDX-License-Identifier: MIT */
/* LC_DYLD_INFO: two small byte codes, one that says where image addresses are stored (rebase), one that says where the
 * addresses of symbols go (bind; also lazy and weak). They are run twice: at opening for the imports they name, later for
 * the fixups. mach-o/loader.h, REBASE_OPCODE_* and BIND_OPCODE_*. */
#include "image/macho.h"

#include <inttypes.h>
#include <string.h>

enum { OPCODE = 0xf0, IMMEDIATE = 0x0f };
enum { TYPE_POINTER = 1, TYPE_ABSOLUTE32 = 2, TYPE_PCREL32 = 3 };
enum { WEAK_IMPORT = 1 };

/* Both codes keep a place in a segment. */
typedef struct place {
    const a3_macho_segment *segment; /* NULL: not set yet */
    uint64_t address;
    uint8_t type;
} place;

static bool fail(a3_macho *m, a3_err *err, const char *what, uint64_t at, const char *why)
{
    a3_macho_fail(m, err, A3_MALFORMED, at, what, "%s", why);
    return false;
}

static bool set_place(a3_macho *m, place *p, unsigned index, uint64_t offset)
{
    if (index >= m->segments.count)
        return false;
    p->segment = &m->segments.items[index];
    p->address = p->segment->address + offset;
    return true;
}

/* Bytes that a write of this type takes; 0 for program-counter relative text, which stores no address. */
static uint8_t width(const a3_macho *m, uint8_t type)
{
    return type == TYPE_POINTER ? m->im->pointer_size : type == TYPE_ABSOLUTE32 ? 4 : 0;
}

/* ---- rebase ---- */

/* `count` writes, `skip` bytes between them. */
static bool rebase(a3_macho_writer *w, uint64_t at, place *p, uint64_t count, uint64_t skip)
{
    a3_macho *m = w->m;
    uint8_t size = width(m, p->type);
    if (p->segment == NULL)
        return fail(m, &m->im->fixups_error, w->what, at, "no segment was chosen");
    for (uint64_t i = 0; i < count; i++) {
        uint64_t stored = a3_macho_stored(m, p->segment, p->address, size);
        a3_macho_target target = {.found = true, .kind = A3_FIXUP_ADDRESS, .value = stored};
        if (!a3_macho_write(w, at, p->segment, p->address, target, 0, size))
            return false;
        p->address += m->im->pointer_size + skip;
    }
    return true;
}

enum {
    REBASE_DONE = 0x00, REBASE_SET_TYPE = 0x10, REBASE_SET_SEGMENT = 0x20, REBASE_ADD = 0x30, REBASE_ADD_SCALED = 0x40,
    REBASE_DO_IMM_TIMES = 0x50, REBASE_DO_TIMES = 0x60, REBASE_DO_ADD = 0x70, REBASE_DO_TIMES_SKIPPING = 0x80
};

/* False: the end of the code, or an error. */
static bool rebase_step(a3_macho_writer *w, a3_cursor *c, place *p)
{
    a3_macho *m = w->m;
    uint64_t at = m->rebase.at + c->pos, count, skip;
    uint8_t byte = a3_get8(c);
    unsigned immediate = byte & IMMEDIATE;
    switch (byte & OPCODE) {
    case REBASE_DONE:
        return false;
    case REBASE_SET_TYPE:
        p->type = (uint8_t)immediate;
        return true;
    case REBASE_SET_SEGMENT:
        if (!set_place(m, p, immediate, a3_get_uleb(c)))
            return fail(m, &m->im->fixups_error, w->what, at, "there is no such segment");
        return true;
    case REBASE_ADD:
        p->address += a3_get_uleb(c);
        return true;
    case REBASE_ADD_SCALED:
        p->address += (uint64_t)immediate * m->im->pointer_size;
        return true;
    case REBASE_DO_IMM_TIMES:
        return rebase(w, at, p, immediate, 0);
    case REBASE_DO_TIMES:
        count = a3_get_uleb(c);
        return c->ok && rebase(w, at, p, count, 0);
    case REBASE_DO_ADD:
        skip = a3_get_uleb(c);
        return c->ok && rebase(w, at, p, 1, skip);
    case REBASE_DO_TIMES_SKIPPING:
        count = a3_get_uleb(c);
        skip = a3_get_uleb(c);
        return c->ok && rebase(w, at, p, count, skip);
    default:
        a3_macho_fail(m, &m->im->fixups_error, A3_MALFORMED, at, w->what, "unknown opcode 0x%02x", byte);
        return false;
    }
}

static void run_rebase(a3_macho *m)
{
    a3_macho_writer w = a3_macho_writer_new(m, "rebase opcodes");
    a3_cursor c = a3_cursor_at(m->rebase.bytes, 0, false);
    place p = {.type = TYPE_POINTER};
    while (c.ok && a3_left(&c) > 0 && rebase_step(&w, &c, &p))
        ;
    if (!c.ok)
        fail(m, &m->im->fixups_error, w.what, m->rebase.at + m->rebase.bytes.size, "the last opcode is cut short");
}

/* ---- bind ---- */

typedef enum stream { STREAM_BIND, STREAM_LAZY, STREAM_WEAK } stream;

typedef struct bound { /* entry of the table for threaded binds */
    a3_macho_target target;
    int64_t addend;
} bound;

typedef struct binder {
    a3_macho *m;
    a3_err *err;
    const a3_macho_table *table;
    stream kind;
    bool record;       /* take the imports, write nothing */
    a3_macho_writer w;
    a3_cursor c;
    place p;
    const char *symbol; /* as written; NULL: not set yet */
    size_t symbol_size;
    int64_t ordinal, addend;
    bool weak;
    bool fresh;         /* symbol or ordinal changed since `target` was looked up */
    a3_macho_target target;
    bool threaded;
    A3_LIST(bound) threads;
} binder;

static bool bind_fail(binder *b, uint64_t at, const char *why) { return fail(b->m, b->err, b->w.what, at, why); }

/* What the symbol chosen now leads to; looked up once a choice. Recording pays for each of these look-ups. */
static bool look_up(binder *b, uint64_t at)
{
    a3_macho *m = b->m;
    if (b->symbol == NULL)
        return bind_fail(b, at, "no symbol was chosen");
    if (!b->fresh)
        return true;
    b->fresh = false;
    if (b->record)
        return a3_macho_charge(m, b->symbol_size) &&
               a3_macho_add_import(m, a3_macho_plain_name(b->symbol), b->ordinal, b->weak,
                                   b->kind == STREAM_WEAK ? A3_MACHO_FROM_WEAK : A3_MACHO_FROM_LOADER);
    b->target = a3_macho_resolve(m, a3_macho_plain_name(b->symbol), b->ordinal);
    return true;
}

static bool bind(binder *b, uint64_t at, uint64_t count, uint64_t skip)
{
    a3_macho *m = b->m;
    uint8_t size = width(m, b->p.type);
    if (count == 0)
        return true;
    if (!look_up(b, at))
        return false;
    if (b->record)
        return true;
    if (b->threaded) {
        bound *one = A3_PUSH(m->im->arena, &b->threads);
        if (one == NULL) {
            a3_fail(b->err, A3_NOMEM, "no memory for the relocations");
            return false;
        }
        *one = (bound){b->target, b->addend};
        return true;
    }
    if (b->p.segment == NULL)
        return bind_fail(b, at, "no segment was chosen");
    for (uint64_t i = 0; i < count; i++) {
        if (!a3_macho_write(&b->w, at, b->p.segment, b->p.address, b->target, b->addend, size))
            return false;
        b->p.address += m->im->pointer_size + skip;
    }
    return true;
}

/* Early arm64e: the pointers from here on are chained, and name their symbol by its place in the table built before.
 * Bits: 0-15 ordinal, 51-61 distance to the next in words, 62 bind, 63 authenticated. */
static bool apply_threads(binder *b, uint64_t at)
{
    enum { NEXT = 51, NEXT_MASK = 0x7ff, BIND = 62, AUTHENTICATED = 63 };
    if (b->record)
        return true;
    if (b->p.segment == NULL)
        return bind_fail(b, at, "no segment was chosen");
    for (uint64_t next = 1; next != 0;) {
        uint64_t raw = a3_macho_stored(b->m, b->p.segment, b->p.address, 8);
        a3_macho_target target = {.found = true, .kind = A3_FIXUP_ADDRESS};
        int64_t addend = 0;
        if (raw >> BIND & 1) {
            uint64_t ordinal = raw & 0xffff;
            if (ordinal >= b->threads.count)
                return bind_fail(b, at, "a chained pointer names a symbol beyond the table");
            target = b->threads.items[ordinal].target;
            addend = b->threads.items[ordinal].addend;
        } else if (raw >> AUTHENTICATED & 1) {
            target.value = b->m->im->base + (raw & UINT32_MAX);
        } else {
            target.value = (raw & 0x7ffffffffff) | (raw >> 43 & 0xff) << 56;
        }
        if (!a3_macho_write(&b->w, at, b->p.segment, b->p.address, target, addend, 8))
            return false;
        next = raw >> NEXT & NEXT_MASK;
        b->p.address += next * 8;
    }
    return true;
}

enum {
    BIND_DONE = 0x00, BIND_SET_ORDINAL_IMM = 0x10, BIND_SET_ORDINAL = 0x20, BIND_SET_SPECIAL = 0x30, BIND_SET_SYMBOL = 0x40,
    BIND_SET_TYPE = 0x50, BIND_SET_ADDEND = 0x60, BIND_SET_SEGMENT = 0x70, BIND_ADD = 0x80, BIND_DO = 0x90,
    BIND_DO_ADD = 0xa0, BIND_DO_ADD_SCALED = 0xb0, BIND_DO_TIMES_SKIPPING = 0xc0, BIND_THREADED = 0xd0
};
enum { THREADED_TABLE = 0, THREADED_APPLY = 1 };

static bool set_ordinal(binder *b, int64_t ordinal)
{
    b->fresh = b->fresh || b->ordinal != ordinal;
    b->ordinal = ordinal;
    return true;
}

static bool set_symbol(binder *b, unsigned flags)
{
    b->symbol = a3_get_string(&b->c);
    b->symbol_size = b->symbol ? strlen(b->symbol) : 0;
    b->weak = (flags & WEAK_IMPORT) != 0;
    b->fresh = true;
    return true;
}

static bool bind_threaded(binder *b, uint64_t at, unsigned immediate)
{
    if (immediate == THREADED_APPLY)
        return apply_threads(b, at);
    if (immediate != THREADED_TABLE)
        return bind_fail(b, at, "unknown threaded opcode");
    a3_get_uleb(&b->c); /* how large the table will be */
    b->threads.count = 0;
    b->threaded = true;
    return true;
}

/* False: the end of the code, or an error. */
static bool bind_step(binder *b)
{
    a3_cursor *c = &b->c;
    uint64_t at = b->table->at + c->pos, count, skip;
    uint8_t byte = a3_get8(c);
    unsigned immediate = byte & IMMEDIATE;
    switch (byte & OPCODE) {
    case BIND_DONE: /* ends one symbol of the lazy stream, and the other streams */
        return b->kind == STREAM_LAZY;
    case BIND_SET_ORDINAL_IMM:
        return set_ordinal(b, immediate);
    case BIND_SET_ORDINAL:
        count = a3_get_uleb(c);
        return set_ordinal(b, count > INT64_MAX ? INT64_MAX : (int64_t)count);
    case BIND_SET_SPECIAL:
        return set_ordinal(b, immediate == 0 ? 0 : (int64_t)immediate - 16);
    case BIND_SET_SYMBOL:
        return set_symbol(b, immediate);
    case BIND_SET_TYPE:
        b->p.type = (uint8_t)immediate;
        return true;
    case BIND_SET_ADDEND:
        b->addend = a3_get_sleb(c);
        return true;
    case BIND_SET_SEGMENT:
        return set_place(b->m, &b->p, immediate, a3_get_uleb(c)) || bind_fail(b, at, "there is no such segment");
    case BIND_ADD:
        b->p.address += a3_get_uleb(c);
        return true;
    case BIND_DO:
        return bind(b, at, 1, 0);
    case BIND_DO_ADD:
        skip = a3_get_uleb(c);
        return c->ok && bind(b, at, 1, skip);
    case BIND_DO_ADD_SCALED:
        return bind(b, at, 1, (uint64_t)immediate * b->m->im->pointer_size);
    case BIND_DO_TIMES_SKIPPING:
        count = a3_get_uleb(c);
        skip = a3_get_uleb(c);
        return c->ok && bind(b, at, count, skip);
    case BIND_THREADED:
        return bind_threaded(b, at, immediate);
    default:
        a3_macho_fail(b->m, b->err, A3_MALFORMED, at, b->w.what, "unknown opcode 0x%02x", byte);
        return false;
    }
}

static void run_bind(a3_macho *m, a3_macho_table *table, stream kind, bool record)
{
    static const char *const names[] = {"bind opcodes", "lazy bind opcodes", "weak bind opcodes"};
    if (!table->there)
        return;
    binder b = {.m = m, .table = table, .kind = kind, .record = record};
    b.err = record ? &m->im->symbols : &m->im->fixups_error;
    b.w = a3_macho_writer_new(m, names[kind]);
    b.c = a3_cursor_at(table->bytes, 0, false);
    b.p.type = TYPE_POINTER;
    b.ordinal = kind == STREAM_WEAK ? A3_MACHO_WEAK_LOOKUP : A3_MACHO_SELF;
    size_t done = 0; /* bytes of whole opcodes that were run */
    while (b.c.ok && a3_left(&b.c) > 0 && bind_step(&b))
        done = b.c.ok ? b.c.pos : done;
    if (!b.c.ok)
        fail(m, b.err, b.w.what, table->at + table->bytes.size, "the last opcode is cut short");
    if (record)
        table->bytes.size = done; /* what the fixups may run: its names are paid for */
}

void a3_macho_record_binds(a3_macho *m)
{
    run_bind(m, &m->bind, STREAM_BIND, true);
    run_bind(m, &m->lazy_bind, STREAM_LAZY, true);
    run_bind(m, &m->weak_bind, STREAM_WEAK, true);
}

/* In the order that leaves, at one address, the loader's last word: a lazy pointer is rebased first, and a weak
 * definition may replace what was bound before. */
void a3_macho_load_opcodes(a3_macho *m)
{
    if (m->rebase.there)
        run_rebase(m);
    run_bind(m, &m->bind, STREAM_BIND, false);
    run_bind(m, &m->lazy_bind, STREAM_LAZY, false);
    run_bind(m, &m->weak_bind, STREAM_WEAK, false);
}

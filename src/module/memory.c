/* SPDX-License-Identifier: MIT */
#include "module/memory.h"

#include <string.h>

#include "image/wasm.h"

enum {
    FIRST_TABLE = 512, LARGEST_TABLE = 1 << 15, /* 32,768 x 8 bytes of stores are more than any hook's prologue makes */
    LARGEST_LOG = 1 << 17,
    STACK_SIZE = 1 << 20,
    THREAD_SIZE = 1 << 16
};
#define HEAP_SIZE (UINT64_C(1) << 24)

static bool overlaps_image(const a3_image *im, uint64_t start, uint64_t size)
{
    for (size_t i = 0; i < im->segments.count; i++) {
        const a3_segment *s = &im->segments.items[i];
        if (s->address < start + size && start - s->address < s->size)
            return true;
        if (s->address >= start && s->address - start < size)
            return true;
    }
    return false;
}

/* The regions stand in one row, where no segment is: tried from the top of the address space downwards. */
static void place_regions(a3_memory *m)
{
    bool wide = m->im->pointer_size == 8;
    m->import_shift = wide ? 12 : 4;
    uint64_t imports = (uint64_t)m->im->imports.count << m->import_shift;
    if (imports > (wide ? UINT64_C(1) << 40 : UINT64_C(1) << 27))
        imports = 0;
    const uint64_t gap = 0x10000;
    uint64_t size = imports + STACK_SIZE + HEAP_SIZE + THREAD_SIZE + 5 * gap;
    uint64_t step = wide ? UINT64_C(1) << 41 : UINT64_C(1) << 24;
    uint64_t at = wide ? UINT64_C(0x7a0000000000) : UINT64_C(0xe0000000);
    for (int tries = 0; overlaps_image(m->im, at, size); tries++) {
        if (tries == 40)
            return;
        at -= step;
    }
    m->imports = at;
    m->imports_end = at + imports;
    m->stack = m->imports_end + gap;
    m->stack_end = m->stack + STACK_SIZE;
    m->heap = m->stack_end + gap;
    m->heap_end = m->heap + HEAP_SIZE;
    m->thread = m->heap_end + gap;
    m->thread_end = m->thread + THREAD_SIZE;
    m->exit = m->thread_end + gap;
}

void a3_memory_init(a3_memory *m, a3_image *im, a3_arena *arena)
{
    memset(m, 0, sizeof *m);
    m->im = im;
    m->arena = arena;
    a3_image_load_fixups(im);
    place_regions(m);
    m->heap_next = m->heap;
}

void a3_memory_reset(a3_memory *m)
{
    if (m->table_count > 0)
        memset(m->table, 0, m->table_size * sizeof *m->table);
    m->table_count = m->log_count = m->block_count = 0;
    m->heap_next = m->heap;
    m->full = false;
}

/* -- the overlay -- */

static size_t slot_of(const a3_memory *m, uint64_t key)
{
    return (size_t)((key * UINT64_C(0x9e3779b97f4a7c15)) >> 32) & (m->table_size - 1);
}

static a3_patch *find_patch(const a3_memory *m, uint64_t key)
{
    if (m->table_count == 0)
        return NULL;
    for (size_t at = slot_of(m, key);; at = (at + 1) & (m->table_size - 1)) {
        a3_patch *p = &m->table[at];
        if (!p->used)
            return NULL;
        if (p->key == key)
            return p;
    }
}

static bool grow_table(a3_memory *m)
{
    size_t size = m->table_size ? m->table_size * 2 : FIRST_TABLE;
    a3_patch *old = m->table;
    size_t old_size = m->table_size;
    a3_patch *table = size <= LARGEST_TABLE && m->arena ? A3_NEW_ARRAY(m->arena, a3_patch, size) : NULL;
    if (table == NULL)
        return false;
    m->table = table;
    m->table_size = size;
    for (size_t i = 0; i < old_size; i++) {
        if (!old[i].used)
            continue;
        size_t at = slot_of(m, old[i].key);
        while (table[at].used)
            at = (at + 1) & (size - 1);
        table[at] = old[i];
    }
    return true;
}

/* NULL: no room. */
static a3_patch *patch_for(a3_memory *m, uint64_t key)
{
    a3_patch *p = find_patch(m, key);
    if (p != NULL)
        return p;
    if (m->table_count * 4 >= m->table_size * 3 && !grow_table(m))
        return NULL;
    size_t at = slot_of(m, key);
    while (m->table[at].used)
        at = (at + 1) & (m->table_size - 1);
    m->table_count++;
    m->table[at] = (a3_patch){.key = key, .used = true};
    return &m->table[at];
}

static bool log_patch(a3_memory *m, const a3_patch *p)
{
    if (m->log_count == m->log_room) {
        size_t room = m->log_room ? m->log_room * 2 : FIRST_TABLE;
        a3_patch *log = room <= LARGEST_LOG ? A3_NEW_ARRAY(m->arena, a3_patch, room) : NULL;
        if (log == NULL)
            return false;
        if (m->log_count > 0)
            memcpy(log, m->log, m->log_count * sizeof *log);
        m->log = log;
        m->log_room = room;
    }
    m->log[m->log_count++] = *p;
    return true;
}

static void store_byte_run(a3_memory *m, uint64_t key, unsigned first, unsigned count, bool known, uint64_t value)
{
    a3_patch *p = patch_for(m, key);
    if (p == NULL || !log_patch(m, p)) {
        m->full = true;
        return;
    }
    uint64_t bits = count == 8 ? UINT64_MAX : ((UINT64_C(1) << (8 * count)) - 1) << (8 * first);
    uint8_t bytes = (uint8_t)(((1u << count) - 1) << first);
    p->written |= bytes;
    p->known = (uint8_t)(known ? p->known | bytes : p->known & ~bytes);
    p->soft &= (uint8_t)~bytes;
    p->value = (p->value & ~bits) | ((value << (8 * first)) & bits);
}

static uint64_t reverse(uint64_t value, unsigned size)
{
    return size == 0 ? 0 : __builtin_bswap64(value) >> (8 * (8 - size));
}

void a3_memory_store(a3_memory *m, uint64_t address, unsigned size, bool known, uint64_t value)
{
    if (size == 0 || size > 8)
        return;
    if (m->im->big_endian)
        value = reverse(value, size);
    unsigned first = address & 7, here = size < 8 - first ? size : 8 - first;
    store_byte_run(m, address >> 3, first, here, known, value);
    if (here < size)
        store_byte_run(m, (address >> 3) + 1, 0, size - here, known, value >> (8 * here));
}

void a3_memory_soften(a3_memory *m, uint64_t address, unsigned size)
{
    for (unsigned i = 0; i < size; i++) {
        a3_patch *p = find_patch(m, (address + i) >> 3);
        if (p != NULL)
            p->soft |= (uint8_t)(1u << ((address + i) & 7));
    }
}

void a3_memory_substitute(a3_memory *m, uint64_t tag, uint64_t value)
{
    for (size_t i = 0; i < m->table_size; i++) {
        if (!m->table[i].used || m->table[i].known == m->table[i].written)
            continue;
        for (unsigned size = 8; size >= 4; size -= 4)
            for (unsigned at = 0; at < 8; at += size) {
                uint64_t there, address = (m->table[i].key << 3) + at;
                if (a3_memory_load(m, address, size, &there) == A3_UNKNOWN && there == tag)
                    a3_memory_store(m, address, size, true, value);
            }
    }
}

bool a3_memory_written(const a3_memory *m, uint64_t address, unsigned size)
{
    for (unsigned i = 0; i < size; i++) {
        const a3_patch *p = find_patch(m, (address + i) >> 3);
        if (p != NULL && (p->written >> ((address + i) & 7) & 1))
            return true;
    }
    return false;
}

/* -- what is under the overlay -- */

static bool is_sealed(const a3_image *im, uint64_t address) { return address - im->sealed < im->sealed_size; }

static const a3_segment *segment_at(a3_memory *m, uint64_t address)
{
    if (m->last == NULL || address - m->last->address >= m->last->size)
        m->last = a3_image_segment(m->im, address);
    return m->last;
}

bool a3_memory_number(const a3_memory *m, a3_pointer pointer, uint64_t *value)
{
    *value = pointer.value;
    if (pointer.kind == A3_POINTER_NONE)
        return false;
    if (pointer.kind != A3_POINTER_IMPORT)
        return true;
    uint64_t at = (pointer.value << m->import_shift) + (uint64_t)pointer.addend;
    *value = m->imports + at;
    return pointer.addend >= 0 && (uint64_t)pointer.addend >> m->import_shift == 0 && at < m->imports_end - m->imports;
}

/* The number that the loader stores for a fixup. */
static bool fixup_number(const a3_memory *m, const a3_fixup *f, uint64_t *value)
{
    if (f->kind == A3_FIXUP_UNKNOWN)
        return false;
    a3_pointer p = {.kind = f->kind == A3_FIXUP_IMPORT ? A3_POINTER_IMPORT : A3_POINTER_ADDRESS, .value = f->target,
                    .addend = f->addend};
    return a3_memory_number(m, p, value);
}

static a3_known load_image(a3_memory *m, const a3_segment *s, uint64_t address, unsigned size, uint64_t *value)
{
    uint8_t raw[8] = {0};
    uint64_t at = address - s->address;
    if (size > s->size - at)
        return A3_NOWHERE;
    bool touched = false;
    if (at < s->file.size)
        memcpy(raw, s->file.data + at, s->file.size - at < size ? (size_t)(s->file.size - at) : size);
    const a3_fixups *fixups = &m->im->fixups;
    size_t low = 0, high = fixups->count;
    uint64_t from = address >= 7 ? address - 7 : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (fixups->items[middle].address < from)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < fixups->count; low++) {
        const a3_fixup *f = &fixups->items[low];
        if (f->address >= address && f->address - address >= size)
            break;
        if (f->address < address && address - f->address >= f->size)
            continue;
        uint64_t number;
        touched = true;
        if (!fixup_number(m, f, &number))
            return A3_UNKNOWN;
        for (unsigned i = 0; i < f->size && i < 8; i++) {
            uint64_t place = f->address + i - address;
            unsigned byte = m->im->big_endian ? f->size - 1u - i : i;
            if (place < size)
                raw[place] = (uint8_t)(number >> (8 * byte));
        }
    }
    *value = a3_load(raw, size, m->im->big_endian);
    m->soft = m->soft || (!touched && (s->protection & A3_PROT_WRITE) != 0 && !is_sealed(m->im, address));
    return A3_KNOWN;
}

static a3_known load_heap(const a3_memory *m, uint64_t address, unsigned size, uint64_t *value)
{
    for (size_t i = 0; i < m->block_count; i++) {
        uint64_t at = address - m->blocks[i].address;
        if (at < m->blocks[i].size && size <= m->blocks[i].size - at && m->blocks[i].zeroed) {
            *value = 0;
            return A3_KNOWN;
        }
    }
    return A3_UNKNOWN;
}

static a3_known load_base(a3_memory *m, uint64_t address, unsigned size, uint64_t *value)
{
    const a3_segment *s = segment_at(m, address);
    if (s != NULL)
        return load_image(m, s, address, size, value);
    if (address >= m->heap && address < m->heap_end)
        return load_heap(m, address, size, value);
    bool ours = a3_memory_is_stack(m, address) || (address >= m->thread && address < m->thread_end);
    return ours ? A3_UNKNOWN : A3_NOWHERE;
}

/* An unknown value: its name, if it was stored in one piece within eight aligned bytes. */
static a3_known load_tag(const a3_memory *m, uint64_t address, unsigned size, uint64_t *value)
{
    unsigned first = address & 7;
    const a3_patch *p = find_patch(m, address >> 3);
    unsigned bytes = ((1u << size) - 1) << first;
    if (p == NULL || size < 4 || first + size > 8 || (p->written & bytes) != bytes || (p->known & bytes) != 0)
        return A3_UNKNOWN;
    uint64_t bits = p->value >> (8 * first);
    bits = size == 8 ? bits : bits & UINT32_MAX;
    *value = m->im->big_endian ? reverse(bits, size) : bits;
    return A3_UNKNOWN;
}

/* Bytes from the overlay where it has them, else from below; in address order, lowest first. */
static a3_known load_mixed(a3_memory *m, uint64_t address, unsigned size, uint64_t *value)
{
    uint8_t raw[8];
    for (unsigned i = 0; i < size; i++) {
        const a3_patch *p = find_patch(m, (address + i) >> 3);
        unsigned bit = (address + i) & 7;
        uint64_t byte;
        if (p != NULL && (p->written >> bit & 1)) {
            if (!(p->known >> bit & 1)) {
                m->soft = (p->soft >> bit & 1) != 0;
                return load_tag(m, address, size, value);
            }
            byte = p->value >> (8 * bit);
            m->soft = m->soft || (p->soft >> bit & 1);
        } else {
            a3_known known = load_base(m, address + i, 1, &byte);
            if (known != A3_KNOWN)
                return known;
        }
        raw[i] = (uint8_t)byte;
    }
    *value = a3_load(raw, size, m->im->big_endian);
    return A3_KNOWN;
}

a3_known a3_memory_load(a3_memory *m, uint64_t address, unsigned size, uint64_t *value)
{
    *value = 0;
    m->soft = false;
    if (size == 0 || size > 8)
        return A3_NOWHERE;
    unsigned first = address & 7;
    const a3_patch *p = find_patch(m, address >> 3);
    const a3_patch *q = first + size > 8 ? find_patch(m, (address >> 3) + 1) : NULL;
    unsigned bytes = ((1u << size) - 1) << first;
    if ((p == NULL || !(p->written & bytes)) && (q == NULL || !(q->written & bytes >> 8)))
        return load_base(m, address, size, value);
    if (p != NULL && first + size <= 8 && (p->known & bytes) == bytes) {
        uint64_t bits = p->value >> (8 * first);
        bits = size == 8 ? bits : bits & ((UINT64_C(1) << (8 * size)) - 1);
        *value = m->im->big_endian ? reverse(bits, size) : bits;
        m->soft = (p->soft & bytes) != 0;
        return A3_KNOWN;
    }
    return load_mixed(m, address, size, value);
}

a3_pointer a3_memory_classify(const a3_memory *m, uint64_t value)
{
    if (value >= m->imports && value < m->imports_end) {
        uint64_t at = value - m->imports;
        return (a3_pointer){.kind = A3_POINTER_IMPORT, .value = at >> m->import_shift,
                            .addend = (int64_t)(at & ((UINT64_C(1) << m->import_shift) - 1))};
    }
    bool ours = m->stack != 0 && value >= m->stack && value < m->thread_end;
    if (m->im->format == A3_FORMAT_WASM) { /* a function pointer */
        value = a3_wasm_resolve(m->im, value);
        ours = ours || (value >= A3_WASM_FUNCTION && value - A3_WASM_FUNCTION < a3_wasm_function_count(m->im));
    }
    bool address = value != 0 && (ours || a3_image_segment(m->im, value) != NULL);
    return (a3_pointer){.kind = address ? A3_POINTER_ADDRESS : A3_POINTER_PLAIN, .value = value};
}

a3_pointer a3_memory_pointer(a3_memory *m, uint64_t address, a3_known *known)
{
    const a3_pointer none = {.kind = A3_POINTER_NONE};
    unsigned size = m->im->pointer_size;
    uint64_t value;
    if (a3_memory_written(m, address, size)) {
        *known = a3_memory_load(m, address, size, &value);
        return *known == A3_KNOWN ? a3_memory_classify(m, value) : none;
    }
    if (segment_at(m, address) == NULL) {
        *known = load_base(m, address, size, &value);
        return *known == A3_KNOWN ? (a3_pointer){.kind = A3_POINTER_PLAIN, .value = value} : none;
    }
    a3_pointer p = a3_image_pointer(m->im, address);
    *known = p.kind != A3_POINTER_NONE ? A3_KNOWN : a3_memory_load(m, address, size, &value);
    if (*known == A3_KNOWN && p.kind == A3_POINTER_NONE)
        *known = A3_UNKNOWN;
    /* Relocations that could not be read may fill what looks empty. */
    if (p.kind == A3_POINTER_PLAIN && m->im->fixups_error.status != A3_OK) {
        *known = A3_UNKNOWN;
        return none;
    }
    /* An image that is linked to an address may go without relocations (PE /fixed). */
    if (p.kind == A3_POINTER_PLAIN && m->im->base != 0 && p.value >= m->im->base)
        p.kind = a3_memory_classify(m, p.value).kind;
    return p;
}

const char *a3_memory_string(a3_memory *m, uint64_t address, size_t most, a3_arena *arena)
{
    if (segment_at(m, address) != NULL && m->table_count == 0) {
        const char *text = a3_image_string(m->im, address, most + 1);
        return text ? a3_strdup(arena, text) : NULL;
    }
    size_t size = 0;
    uint64_t byte;
    while (a3_memory_load(m, address + size, 1, &byte) == A3_KNOWN && byte != 0 && size <= most)
        size++;
    if (size > most || a3_memory_load(m, address + size, 1, &byte) != A3_KNOWN)
        return NULL;
    char *text = a3_alloc(arena, size + 1);
    for (size_t i = 0; text != NULL && i < size; i++) {
        a3_memory_load(m, address + i, 1, &byte);
        text[i] = (char)byte;
    }
    return text;
}

bool a3_memory_writable(const a3_memory *m, uint64_t address)
{
    const a3_segment *s = a3_image_segment(m->im, address);
    return s == NULL || ((s->protection & A3_PROT_WRITE) != 0 && !is_sealed(m->im, address));
}

/* -- heap and undoing -- */

uint64_t a3_memory_allocate(a3_memory *m, uint64_t size, bool zeroed)
{
    uint64_t room = m->heap_end - m->heap_next;
    if (m->block_count == A3_HEAP_BLOCKS || m->heap == 0 || size > room / 2)
        return 0;
    uint64_t address = m->heap_next;
    m->heap_next += (size + 0xfff) & ~UINT64_C(0xfff);
    m->heap_next += 0x1000; /* what is written behind a block does not reach the next */
    if (m->heap_next > m->heap_end)
        m->heap_next = m->heap_end;
    m->blocks[m->block_count].address = address;
    m->blocks[m->block_count].size = size;
    m->blocks[m->block_count++].zeroed = zeroed;
    return address;
}

a3_mark a3_memory_mark(const a3_memory *m)
{
    return (a3_mark){.log = m->log_count, .blocks = m->block_count, .heap_next = m->heap_next};
}

void a3_memory_undo(a3_memory *m, a3_mark mark)
{
    while (m->log_count > mark.log) {
        const a3_patch *old = &m->log[--m->log_count];
        a3_patch *now = find_patch(m, old->key);
        if (now != NULL) {
            now->value = old->value;
            now->written = old->written;
            now->known = old->known;
            now->soft = old->soft;
        }
    }
    m->block_count = mark.blocks;
    m->heap_next = mark.heap_next;
}

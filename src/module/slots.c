/* SPDX-License-Identifier: MIT */
/* The walk over PySlot (PEP 820) and PyModuleDef_Slot (PEP 489) arrays, as CPython 3.15's Python/slots.c does it. */
#include "module/slots.h"

/* CPython reads five arrays deep; we go on to say what stands further down. Hostile arrays are cut short: CPython knows
 * 111 ids and lets three repeat. */
enum { CPYTHON_DEEPEST = 5, DEEPEST = 16, MOST_ENTRIES = 1024, LONGEST_TEXT = 4096 };

unsigned a3_slot_canonical(unsigned id) { return id >= 1 && id <= 4 ? id + (A3_SLOT_CREATE - 1) : id; }

a3_slot_kind a3_slot_kind_of(unsigned id)
{
    switch (a3_slot_canonical(id)) {
    case A3_SLOT_CREATE: case A3_SLOT_EXEC: case A3_SLOT_TRAVERSE: case A3_SLOT_CLEAR: case A3_SLOT_FREE:
        return A3_SLOT_IS_FUNCTION;
    case A3_SLOT_INTERPRETERS: case A3_SLOT_GIL: case A3_SLOT_STATE_SIZE:
        return A3_SLOT_IS_NUMBER;
    case A3_SLOT_SUBSLOTS: case A3_SLOT_MOD_SLOTS:
        return A3_SLOT_IS_ARRAY;
    case A3_SLOT_NAME: case A3_SLOT_DOC: case A3_SLOT_METHODS: case A3_SLOT_ABI: case A3_SLOT_TOKEN:
        return A3_SLOT_IS_DATA;
    default:
        return id >= 5 && id <= A3_SLOT_LAST ? A3_SLOT_OF_TYPE : A3_SLOT_UNKNOWN;
    }
}

unsigned a3_slot_stride(const a3_image *im, a3_slot_layout layout)
{
    return layout == A3_SLOTS_NEW ? 16 : 2u * im->pointer_size;
}

const a3_abi_info *a3_abi_info_read(a3_memory *m, uint64_t address, a3_arena *arena)
{
    uint64_t major, minor, flags, build, abi;
    if (a3_memory_load(m, address, 1, &major) != A3_KNOWN || a3_memory_load(m, address + 1, 1, &minor) != A3_KNOWN ||
        a3_memory_load(m, address + 2, 2, &flags) != A3_KNOWN || a3_memory_load(m, address + 4, 4, &build) != A3_KNOWN ||
        a3_memory_load(m, address + 8, 4, &abi) != A3_KNOWN)
        return NULL;
    a3_abi_info *info = A3_NEW(arena, a3_abi_info);
    if (info != NULL)
        *info = (a3_abi_info){.address = address, .major = (uint8_t)major, .minor = (uint8_t)minor, .flags = (uint16_t)flags,
                              .build_version = (uint32_t)build, .abi_version = (uint32_t)abi};
    return info;
}

typedef struct place {
    uint64_t at;
    a3_slot_layout layout;
} place;

typedef struct walk {
    a3_memory *m;
    a3_arena *arena;
    a3_slot_array *array;
    bool types;
    place stack[DEEPEST];
    unsigned depth; /* arrays open */
} walk;

static void stop(walk *w, const char *why)
{
    w->array->broken = why;
    w->depth = 0;
}

/* The entry's id and flags; false: the walk stopped. */
static bool read_head(walk *w, const place *p, a3_slot *slot)
{
    uint64_t id, flags = 0;
    a3_known known = a3_memory_load(w->m, p->at, p->layout == A3_SLOTS_NEW ? 2 : 4, &id);
    if (known == A3_KNOWN && p->layout == A3_SLOTS_NEW)
        known = a3_memory_load(w->m, p->at + 2, 2, &flags);
    if (known != A3_KNOWN) {
        stop(w, known == A3_NOWHERE ? "the array runs out of the image" : "an entry's id could not be told");
        return false;
    }
    /* CPython cuts the old kind's int to 16 bits. */
    *slot = (a3_slot){.id = (uint16_t)id, .flags = (uint16_t)flags, .layout = p->layout, .depth = (uint8_t)w->depth};
    slot->address = a3_image_segment(w->m->im, p->at) ? p->at : 0;
    return true;
}

static a3_slot_kind kind_here(const walk *w, unsigned id)
{
    if (!w->types)
        return a3_slot_kind_of(id);
    switch (id) {
    case A3_SLOT_SUBSLOTS: case A3_SLOT_TYPE_SLOTS:
        return A3_SLOT_IS_ARRAY;
    case A3_SLOT_TP_BASICSIZE: case A3_SLOT_TP_EXTRA_BASICSIZE: case A3_SLOT_TP_ITEMSIZE: case A3_SLOT_TP_FLAGS:
        return A3_SLOT_IS_NUMBER;
    case A3_SLOT_TP_NAME:
        return A3_SLOT_IS_DATA;
    default:
        return A3_SLOT_OF_TYPE;
    }
}

static void read_value(walk *w, const place *p, a3_slot *slot)
{
    unsigned pointer_size = w->m->im->pointer_size;
    uint64_t at = p->at + (p->layout == A3_SLOTS_NEW ? 8 : pointer_size);
    a3_known known;
    a3_slot_kind kind = kind_here(w, slot->id);
    if (kind == A3_SLOT_IS_NUMBER) {
        slot->value.kind = A3_POINTER_PLAIN;
        known = a3_memory_load(w->m, at, pointer_size, &slot->value.value);
    } else {
        slot->value = a3_memory_pointer(w->m, at, &known);
    }
    slot->known = known == A3_KNOWN;
    slot->null = slot->known && slot->value.kind == A3_POINTER_PLAIN && slot->value.value == 0;
    if (!slot->known || slot->value.kind != A3_POINTER_ADDRESS)
        return;
    unsigned id = slot->id;
    if (!w->types && id == A3_SLOT_ABI)
        slot->abi_info = a3_abi_info_read(w->m, slot->value.value, w->arena);
    else if (w->types ? id == A3_SLOT_TP_NAME : id == A3_SLOT_NAME || id == A3_SLOT_DOC)
        slot->text = a3_memory_string(w->m, slot->value.value, LONGEST_TEXT, w->arena);
}

/* Goes down into the array that the slot leads to, if it does. */
static void descend(walk *w, const a3_slot *slot)
{
    if (kind_here(w, slot->id) != A3_SLOT_IS_ARRAY || slot->null)
        return;
    if (!slot->known || slot->value.kind != A3_POINTER_ADDRESS) {
        stop(w, "a nested array's address could not be told");
    } else if (w->depth == DEEPEST) {
        w->array->too_deep = true;
        stop(w, "too many arrays are nested");
    } else {
        w->array->too_deep = w->array->too_deep || w->depth >= CPYTHON_DEEPEST;
        w->stack[w->depth++] = (place){
            .at = slot->value.value, .layout = slot->id == A3_SLOT_SUBSLOTS ? A3_SLOTS_NEW : A3_SLOTS_OLD};
    }
}

a3_slot_array *a3_slots_walk(a3_memory *m, uint64_t address, a3_slot_layout layout, bool types, a3_basis basis,
                             a3_arena *arena)
{
    a3_slot_array *array = A3_NEW(arena, a3_slot_array);
    if (array == NULL)
        return NULL;
    *array = (a3_slot_array){.address = address, .layout = layout, .pointer_size = m->im->pointer_size, .basis = basis};
    walk w = {.m = m, .arena = arena, .array = array, .types = types, .depth = 1};
    w.stack[0] = (place){.at = address, .layout = layout};
    while (w.depth > 0) {
        place *p = &w.stack[w.depth - 1];
        a3_slot slot;
        if (!read_head(&w, p, &slot))
            break;
        if (slot.id == A3_SLOT_END) {
            array->bad_end = array->bad_end || (slot.flags & A3_SLOT_OPTIONAL) != 0;
            w.depth--;
            continue;
        }
        if (array->slots.count == MOST_ENTRIES) {
            stop(&w, "the array has too many entries");
            break;
        }
        read_value(&w, p, &slot);
        a3_slot *kept = A3_PUSH(arena, &array->slots);
        if (kept == NULL)
            return NULL;
        *kept = slot;
        p->at += a3_slot_stride(m->im, p->layout);
        descend(&w, kept);
    }
    array->complete = array->broken == NULL;
    return arena->failed ? NULL : array;
}

bool a3_slots_same(const a3_slot_array *a, const a3_slot_array *b)
{
    if (a->address != b->address || a->layout != b->layout || a->complete != b->complete || a->slots.count != b->slots.count)
        return false;
    for (size_t i = 0; i < a->slots.count; i++) {
        const a3_slot *s = &a->slots.items[i], *t = &b->slots.items[i];
        if (s->id != t->id || s->flags != t->flags || s->known != t->known || s->value.kind != t->value.kind ||
            s->value.value != t->value.value || s->value.addend != t->value.addend)
            return false;
    }
    return true;
}

const a3_slot *a3_slot_find(const a3_slot_array *array, unsigned id)
{
    for (size_t i = 0; i < array->slots.count; i++)
        if (a3_slot_canonical(array->slots.items[i].id) == id)
            return &array->slots.items[i];
    return NULL;
}

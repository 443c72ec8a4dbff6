/* SPDX-License-Identifier: MIT */
/* The data scan: an entry {109, flags <= 7, 0, pointer} (or the old {int 109, pointer}) whose pointer the loader fills in and
 * which leads to a plausible PyABIInfo, in an array that walks cleanly to its terminator. It needs no decoder and works
 * for every format. The pointers are what is sought: relocations are few, data are large. */
#include "module/scan.h"

#include <string.h>

#include "module/slots.h"

/* More hits than any module has; what is beyond is not looked at and `agree` is withheld. */
enum { MOST_HITS = 64, MOST_CANDIDATES = 4096, MOST_BACK = 64, MOST_LEVELS = 5 };

typedef struct scan {
    a3_memory *m;
    a3_arena *arena;
    a3_scan *out;
    size_t candidates;
    bool cut; /* there was more than we looked at */
} scan;

bool a3_abi_info_plausible(const a3_abi_info *info)
{
    unsigned build_minor = info->build_version >> 16 & 0xff, abi_minor = info->abi_version >> 16 & 0xff;
    if (info->major != 1 || info->minor != 0 || info->flags > 15 || (info->flags & (A3_ABI_GIL | A3_ABI_FREETHREADED)) == 0)
        return false;
    if ((info->flags & A3_ABI_STABLE) && (info->flags & A3_ABI_INTERNAL))
        return false;
    if (info->build_version != 0 && (info->build_version >> 24 != 3 || build_minor < 15 || build_minor > 60))
        return false;
    return info->abi_version == 0 || (info->abi_version >> 24 == 3 && abi_minor >= 2 && abi_minor <= 60);
}

a3_gil a3_array_gil(const a3_slot_array *array)
{
    const a3_slot *slot = a3_slot_find(array, A3_SLOT_GIL);
    if (slot == NULL)
        return array->complete && !array->maybe_stale ? A3_GIL_ABSENT : A3_GIL_UNDETERMINED;
    if (!slot->known)
        return A3_GIL_UNDETERMINED;
    return slot->value.value == 1 ? A3_GIL_NOT_USED : A3_GIL_USED;
}

/* An entry that may stand in a module's array: known id, fitting value. */
static bool entry_plausible(const a3_slot *slot)
{
    bool optional = slot->layout == A3_SLOTS_NEW && (slot->flags & A3_SLOT_OPTIONAL) != 0;
    if (slot->flags > 7 || !slot->known)
        return false;
    switch (a3_slot_kind_of(slot->id)) {
    case A3_SLOT_IS_FUNCTION: case A3_SLOT_IS_DATA: case A3_SLOT_IS_ARRAY:
        return slot->null || slot->value.kind == A3_POINTER_ADDRESS || slot->value.kind == A3_POINTER_IMPORT;
    case A3_SLOT_IS_NUMBER:
        return true;
    case A3_SLOT_OF_TYPE: case A3_SLOT_UNKNOWN:
        return optional;
    }
    return false;
}

static bool array_plausible(const a3_slot_array *array)
{
    bool hit = false;
    for (size_t i = 0; i < array->slots.count; i++) {
        const a3_slot *slot = &array->slots.items[i];
        if (!entry_plausible(slot))
            return false;
        hit = hit || (slot->id == A3_SLOT_ABI && slot->abi_info != NULL && a3_abi_info_plausible(slot->abi_info));
    }
    return array->complete && hit;
}

/* Id and flags of the entry at `at`, as far as its head can be one: no relocation in it, reserved bytes (the old kind's
 * padding) zero. */
static bool read_head(scan *s, uint64_t at, a3_slot_layout layout, unsigned *id, unsigned *flags)
{
    unsigned head = layout == A3_SLOTS_NEW ? 8 : s->m->im->pointer_size;
    uint8_t raw[8];
    if (!a3_image_read(s->m->im, at, raw, head))
        return false;
    for (unsigned i = 0; i < head; i += 4)
        if (a3_image_fixup(s->m->im, at + i) != NULL)
            return false;
    bool big = s->m->im->big_endian;
    *id = (unsigned)a3_load(raw, layout == A3_SLOTS_NEW ? 2 : 4, big);
    *flags = layout == A3_SLOTS_NEW ? (unsigned)a3_load(raw + 2, 2, big) : 0;
    return *flags <= 7 && (head == 4 || a3_load(raw + 4, 4, big) == 0);
}

/* The first entry of the array that the entry at `at` stands in. */
static uint64_t array_start(scan *s, uint64_t at, a3_slot_layout layout)
{
    unsigned stride = a3_slot_stride(s->m->im, layout);
    for (int i = 0; i < MOST_BACK && at >= stride; i++) {
        unsigned id, flags;
        if (!read_head(s, at - stride, layout, &id, &flags) || id == A3_SLOT_END || id > 0xffff)
            break;
        a3_slot_kind kind = a3_slot_kind_of(id);
        bool optional = layout == A3_SLOTS_NEW && (flags & A3_SLOT_OPTIONAL) != 0;
        if ((kind == A3_SLOT_UNKNOWN || kind == A3_SLOT_OF_TYPE) && !optional)
            break;
        at -= stride;
    }
    return at;
}

static bool same_array(const scan *s, uint64_t address)
{
    for (size_t i = 0; i < s->out->arrays.count; i++)
        if (s->out->arrays.items[i]->address == address)
            return true;
    return false;
}

/* An entry of a wanted id was found at `at`: keeps its array if it is plausible. *kept: it is among the arrays now.
 * False: no memory. */
static bool keep_array_at(scan *s, uint64_t at, a3_slot_layout layout, bool *kept)
{
    *kept = false;
    if (s->out->arrays.count == MOST_HITS || s->candidates == MOST_CANDIDATES) {
        s->cut = true;
        return true;
    }
    s->candidates++;
    uint64_t start = array_start(s, at, layout);
    *kept = same_array(s, start);
    if (*kept)
        return true;
    a3_slot_array *array = a3_slots_walk(s->m, start, layout, false, A3_BASIS_DATA, s->arena);
    if (array == NULL)
        return false;
    if (!array_plausible(array))
        return true;
    a3_slot_array **place = A3_PUSH(s->arena, &s->out->arrays);
    if (place != NULL)
        *place = array;
    *kept = place != NULL;
    return *kept;
}

/* Tries the layouts that an entry may have whose value stands at `value` and whose id is `id`. With 64 bits an entry
 * without flags is the same in both (little-endian): the new one is taken. */
static bool try_entry(scan *s, uint64_t value, unsigned id)
{
    static const a3_slot_layout layouts[] = {A3_SLOTS_NEW, A3_SLOTS_OLD};
    unsigned p = s->m->im->pointer_size;
    bool kept = false;
    for (int i = 0; i < 2 && !kept; i++) {
        unsigned before = layouts[i] == A3_SLOTS_NEW ? 8 : p, found, flags;
        if (value < before || (value - before) % p != 0 || !read_head(s, value - before, layouts[i], &found, &flags) ||
            found != id)
            continue;
        if (!keep_array_at(s, value - before, layouts[i], &kept))
            return false;
    }
    return true;
}

const a3_fixup *a3_fixup_next(a3_fixup_walk *w)
{
    if (w->im->segments.count == 0)
        return NULL;
    const a3_segment *end = w->im->segments.items + w->im->segments.count;
    if (w->segment == NULL)
        w->segment = w->im->segments.items;
    while (w->next < w->im->fixups.count && w->segment < end) {
        const a3_fixup *f = &w->im->fixups.items[w->next];
        if (f->address >= w->segment->address && f->address - w->segment->address >= w->segment->size) {
            w->segment++;
            continue;
        }
        w->next++;
        if (f->kind != A3_FIXUP_ADDRESS || f->address < w->segment->address)
            continue;
        w->at = (size_t)(f->address - w->segment->address);
        return f;
    }
    return NULL;
}

const uint8_t *a3_fixup_bytes(const a3_fixup_walk *w, size_t before, size_t size)
{
    size_t there = w->segment->file.size, at = w->at;
    if (before > at || at - before > there || size > there - (at - before))
        return NULL;
    return w->segment->file.data + (at - before);
}

/* Every pointer that the loader stores: is there a 109 eight (four) bytes before it? */
static bool scan_fixups(scan *s)
{
    const a3_image *im = s->m->im;
    a3_fixup_walk w = {.im = im};
    const a3_fixup *f;
    while ((f = a3_fixup_next(&w)) != NULL) {
        const uint8_t *head = a3_fixup_bytes(&w, 8, 8);
        if (head == NULL)
            continue;
        unsigned old = 8u - im->pointer_size;
        if (a3_load(head, 2, im->big_endian) != A3_SLOT_ABI && a3_load(head + old, 4, im->big_endian) != A3_SLOT_ABI)
            continue;
        if (!try_entry(s, f->address, A3_SLOT_ABI))
            return false;
    }
    return true;
}

/* An image that is linked to one address may have no relocations at all: then every aligned place is looked at. */
static bool scan_bytes(scan *s)
{
    a3_image *im = s->m->im;
    unsigned p = im->pointer_size;
    for (size_t i = 0; i < im->segments.count; i++) {
        const a3_segment *segment = &im->segments.items[i];
        size_t skew = (size_t)((p - segment->address % p) % p);
        for (size_t at = skew; at + 8 <= segment->file.size; at += p) {
            const uint8_t *head = segment->file.data + at;
            if (a3_load(head, 2, im->big_endian) != A3_SLOT_ABI && a3_load(head, 4, im->big_endian) != A3_SLOT_ABI)
                continue;
            if (!try_entry(s, segment->address + at + 8, A3_SLOT_ABI) ||
                (p == 4 && !try_entry(s, segment->address + at + 4, A3_SLOT_ABI)))
                return false;
        }
    }
    return true;
}

/* The kept array that starts at `address`, or its place behind the end. */
static size_t array_at(const scan *s, uint64_t address)
{
    size_t i = 0;
    while (i < s->out->arrays.count && s->out->arrays.items[i]->address != address)
        i++;
    return i;
}

/* Replaces arrays that another array includes (92, 94) by that one. True: something was replaced. */
static bool climb(scan *s, bool *failed)
{
    static const unsigned ids[] = {A3_SLOT_SUBSLOTS, A3_SLOT_MOD_SLOTS};
    const a3_fixups *fixups = &s->m->im->fixups;
    bool climbed = false;
    for (size_t i = 0; i < fixups->count; i++) {
        const a3_fixup *f = &fixups->items[i];
        if (f->kind != A3_FIXUP_ADDRESS)
            continue;
        size_t child = array_at(s, f->target);
        if (child == s->out->arrays.count)
            continue;
        for (int k = 0; k < 2; k++) {
            size_t count = s->out->arrays.count;
            if (!try_entry(s, f->address, ids[k])) {
                *failed = true;
                return false;
            }
            if (s->out->arrays.count == count || s->out->arrays.items[count]->address == f->target)
                continue;
            memmove(&s->out->arrays.items[child], &s->out->arrays.items[child + 1],
                    (s->out->arrays.count - child - 1) * sizeof(a3_slot_array *));
            s->out->arrays.count--;
            climbed = true;
            break;
        }
    }
    return climbed;
}

static void sort_arrays(a3_slot_arrays *list)
{
    for (size_t i = 1; i < list->count; i++) {
        a3_slot_array *array = list->items[i];
        size_t at = i;
        for (; at > 0 && list->items[at - 1]->address > array->address; at--)
            list->items[at] = list->items[at - 1];
        list->items[at] = array;
    }
}

static bool same_bytes(const a3_abi_info *a, const a3_abi_info *b)
{
    return a->major == b->major && a->minor == b->minor && a->flags == b->flags && a->build_version == b->build_version &&
           a->abi_version == b->abi_version;
}

static bool hits_agree(const a3_slot_arrays *list)
{
    const a3_abi_info *first = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const a3_slot_array *array = list->items[i];
        if (a3_array_gil(array) != a3_array_gil(list->items[0]))
            return false;
        for (size_t k = 0; k < array->slots.count; k++) {
            const a3_slot *slot = &array->slots.items[k];
            if (slot->id != A3_SLOT_ABI)
                continue;
            if (slot->abi_info == NULL || (first != NULL && !same_bytes(first, slot->abi_info)))
                return false;
            first = slot->abi_info;
        }
    }
    return first != NULL;
}

a3_status a3_scan_slots(a3_memory *m, a3_arena *arena, a3_scan *out)
{
    scan s = {.m = m, .arena = arena, .out = out};
    bool linked_to_address = m->im->fixups.count == 0 && m->im->base != 0;
    if (!(linked_to_address ? scan_bytes(&s) : scan_fixups(&s)))
        return A3_NOMEM;
    bool failed = false;
    for (int level = 0; level < MOST_LEVELS && out->arrays.count > 0 && climb(&s, &failed); level++)
        continue;
    if (failed)
        return A3_NOMEM;
    sort_arrays(&out->arrays);
    out->agree = !s.cut && hits_agree(&out->arrays);
    return A3_OK;
}

/* SPDX-License-Identifier: MIT */
/* Layouts: CPython Include/moduleobject.h, Include/object.h (GIL and free-threaded heads), Include/cpython/object.h.
 * In pointers p: PyModuleDef is head (2p), m_init, m_index, m_copy, m_name, m_doc, m_size, m_methods, m_slots, m_traverse,
 * m_clear, m_free. */
#include "module/defs.h"

#include "module/slots.h"

enum { LONGEST_NAME = 1024 };

unsigned a3_object_head(const a3_image *im, a3_def_family family)
{
    /* Free-threaded: ob_tid p, ob_flags 2, ob_mutex 1, ob_gc_bits 1, ob_ref_local 4, ob_ref_shared p, ob_type p. */
    return family == A3_DEF_FREETHREADED ? 3u * im->pointer_size + 8 : 2u * im->pointer_size;
}

a3_def_family a3_object_family(a3_memory *m, uint64_t address)
{
    unsigned p = m->im->pointer_size;
    uint64_t count, local, bits;
    if (a3_memory_load(m, address, p, &count) != A3_KNOWN)
        return A3_DEF_UNKNOWN;
    if (count == 1)
        return A3_DEF_PY311;
    if (count == (p == 8 ? UINT64_C(0xffffffff) : UINT64_C(0x3fffffff)))
        return A3_DEF_PY312;
    if (count == (p == 8 ? UINT64_C(0x00050000c0000000) : UINT64_C(0x70000000)))
        return A3_DEF_PY314;
    bool is_free = count == 0 && a3_memory_load(m, address + p, 4, &bits) == A3_KNOWN &&
                   a3_memory_load(m, address + p + 4, 4, &local) == A3_KNOWN && local == UINT64_C(0xffffffff);
    return is_free ? A3_DEF_FREETHREADED : A3_DEF_UNKNOWN;
}

/* The string that the pointer at `address` leads to. */
static const char *string_at(a3_memory *m, uint64_t address, a3_arena *arena)
{
    a3_known known;
    a3_pointer p = a3_memory_pointer(m, address, &known);
    return known == A3_KNOWN && p.kind == A3_POINTER_ADDRESS ? a3_memory_string(m, p.value, LONGEST_NAME, arena) : NULL;
}

a3_module_def *a3_def_read(a3_memory *m, uint64_t address, a3_basis basis, a3_arena *arena)
{
    a3_module_def *def = A3_NEW(arena, a3_module_def);
    if (def == NULL)
        return NULL;
    unsigned p = m->im->pointer_size;
    *def = (a3_module_def){.address = address, .family = a3_object_family(m, address), .basis = basis};
    uint64_t name = address + a3_object_head(m->im, def->family) + 3 * p, size;
    def->name = string_at(m, name, arena);
    if (def->name == NULL && def->family == A3_DEF_UNKNOWN) {
        /* A head of zeros is what some generators leave to run time: the name tells which layout it is. */
        uint64_t other = address + a3_object_head(m->im, A3_DEF_FREETHREADED) + 3 * p;
        def->name = string_at(m, other, arena);
        name = def->name ? other : name;
    }
    if (a3_memory_load(m, name + 2 * p, p, &size) == A3_KNOWN) {
        def->size_known = true;
        def->size = a3_sign_extend(size, 8 * p);
    }
    a3_known known;
    for (unsigned i = 0; i < A3_DEF_FIELDS; i++) {
        def->fields[i] = a3_memory_pointer(m, name + (i < 4 ? i : i + 1) * p, &known);
        def->fields_known |= (uint8_t)((known == A3_KNOWN) << i);
    }
    a3_pointer slots = a3_memory_pointer(m, name + 4 * p, &known);
    def->slots_known = known == A3_KNOWN && (slots.kind == A3_POINTER_ADDRESS || slots.value == 0);
    if (def->slots_known && slots.kind == A3_POINTER_ADDRESS) {
        def->slots = a3_slots_walk(m, slots.value, A3_SLOTS_OLD, false, basis, arena);
        if (def->slots == NULL)
            return NULL;
    }
    return arena->failed ? NULL : def;
}

const char *a3_type_name(a3_memory *m, uint64_t address, a3_arena *arena)
{
    /* PyVarObject: the head, then ob_size. */
    unsigned p = m->im->pointer_size;
    a3_def_family family = a3_object_family(m, address);
    const char *name = string_at(m, address + a3_object_head(m->im, family) + p, arena);
    if (name == NULL && family == A3_DEF_UNKNOWN)
        name = string_at(m, address + a3_object_head(m->im, A3_DEF_FREETHREADED) + p, arena);
    return name;
}

bool a3_type_spec_read(a3_memory *m, uint64_t address, a3_arena *arena, a3_type_spec *out)
{
    unsigned p = m->im->pointer_size;
    uint64_t basicsize = 0, itemsize = 0, flags = 0;
    a3_known known = a3_memory_load(m, address + p, 4, &basicsize);
    if (known == A3_NOWHERE)
        return false;
    out->address = address;
    out->name = string_at(m, address, arena);
    out->sizes_known = known == A3_KNOWN && a3_memory_load(m, address + p + 4, 4, &itemsize) == A3_KNOWN;
    if (a3_memory_load(m, address + p + 8, 4, &flags) == A3_KNOWN)
        out->flags = (uint32_t)flags;
    if (out->sizes_known) {
        out->basicsize = a3_sign_extend(basicsize, 32);
        out->itemsize = a3_sign_extend(itemsize, 32);
    }
    return true;
}

bool a3_type_slots_read(a3_memory *m, uint64_t address, a3_arena *arena, a3_type_spec *out)
{
    const a3_slot_array *array = a3_slots_walk(m, address, A3_SLOTS_NEW, true, A3_BASIS_CODE, arena);
    if (array == NULL)
        return false;
    out->address = address;
    out->sizes_known = array->complete;
    for (size_t i = 0; i < array->slots.count; i++) {
        const a3_slot *slot = &array->slots.items[i];
        int64_t number = a3_sign_extend(slot->value.value, 8 * m->im->pointer_size);
        bool size = slot->id >= A3_SLOT_TP_BASICSIZE && slot->id <= A3_SLOT_TP_ITEMSIZE;
        if (size && !slot->known)
            out->sizes_known = false;
        else if (slot->id == A3_SLOT_TP_BASICSIZE)
            out->basicsize = number;
        else if (slot->id == A3_SLOT_TP_EXTRA_BASICSIZE)
            out->basicsize = number < 0 ? number : -number; /* as PyType_Spec writes it */
        else if (slot->id == A3_SLOT_TP_ITEMSIZE)
            out->itemsize = number;
        else if (slot->id == A3_SLOT_TP_FLAGS && slot->known)
            out->flags = (uint32_t)slot->value.value;
        else if (slot->id == A3_SLOT_TP_NAME)
            out->name = slot->text;
    }
    return array->complete || array->slots.count > 0;
}

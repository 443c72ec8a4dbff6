/* SPDX-License-Identifier: MIT */
/* What CPython 3.15 refuses in a module's slots (Python/slots.c, Objects/moduleobject.c; PEP 793, PEP 820). */
#include "base/bytes.h"
#include "module/slots.h"

typedef struct check {
    a3_hook_kind kind;
    a3_arena *arena;
    a3_slot_faults *out;
    bool seen[A3_SLOT_LAST + 1], told[A3_SLOT_LAST + 1];
    a3_status status;
} check;

static void fault(check *c, const a3_slot *slot, const char *text)
{
    a3_slot_fault *f = text ? A3_PUSH(c->arena, c->out) : NULL;
    if (f == NULL)
        c->status = A3_NOMEM;
    else
        *f = (a3_slot_fault){.slot = slot, .text = text};
}

#define FAULT(c, slot, format, ...) fault(c, slot, a3_printf((c)->arena, format, __VA_ARGS__))

static bool refuses_null(unsigned id)
{
    return id == A3_SLOT_EXEC || id == A3_SLOT_NAME || id == A3_SLOT_DOC ||
           (id >= A3_SLOT_METHODS && id <= A3_SLOT_FREE) || id == A3_SLOT_TOKEN;
}

/* A def made for PyInit_ may name several Py_mod_exec (PEP 489); slots alone may not (PEP 793). */
static bool may_repeat(const check *c, unsigned id)
{
    return id == A3_SLOT_SUBSLOTS || id == A3_SLOT_MOD_SLOTS || id == A3_SLOT_ABI ||
           (id == A3_SLOT_EXEC && c->kind == A3_HOOK_INIT);
}

static bool conflicts_with_def(unsigned id)
{
    return id == A3_SLOT_NAME || id == A3_SLOT_STATE_SIZE || id == A3_SLOT_METHODS || id == A3_SLOT_TOKEN;
}

static void check_known(check *c, const a3_slot *slot, unsigned id, unsigned pointer_size)
{
    const char *name = a3_slot_name(slot->id);
    bool is_static = slot->layout == A3_SLOTS_OLD || (slot->flags & A3_SLOT_STATIC) != 0;
    if (slot->null && refuses_null(id))
        FAULT(c, slot, "%s (%u) is NULL", name, slot->id);
    if (id == A3_SLOT_METHODS && !is_static)
        FAULT(c, slot, "%s (%u) lacks the flag PySlot_STATIC", name, slot->id);
    if (a3_slot_kind_of(id) == A3_SLOT_IS_ARRAY && c->kind == A3_HOOK_INIT && !is_static && !slot->null)
        FAULT(c, slot, "%s (%u) within a PyModuleDef's slots lacks the flag PySlot_STATIC", name, slot->id);
    if (id == A3_SLOT_STATE_SIZE && slot->known && a3_sign_extend(slot->value.value, 8 * pointer_size) < 0)
        FAULT(c, slot, "%s (%u) is negative: %lld", name, slot->id,
              (long long)a3_sign_extend(slot->value.value, 8 * pointer_size));
    if (c->kind == A3_HOOK_INIT && conflicts_with_def(id))
        FAULT(c, slot, "%s (%u) conflicts with the PyModuleDef's own field", name, slot->id);
    if (c->seen[id] && !c->told[id] && !may_repeat(c, id)) {
        c->told[id] = true;
        FAULT(c, slot, "%s (%u) stands twice", name, slot->id);
    }
    c->seen[id] = true;
}

static void check_slot(check *c, const a3_slot *slot, unsigned pointer_size)
{
    bool optional = slot->layout == A3_SLOTS_NEW && (slot->flags & A3_SLOT_OPTIONAL) != 0;
    switch (a3_slot_kind_of(slot->id)) {
    case A3_SLOT_UNKNOWN:
        if (!optional && slot->id == A3_SLOT_INVALID)
            fault(c, slot, "Py_slot_invalid (65535)");
        else if (!optional)
            FAULT(c, slot, "unknown slot id %u", slot->id);
        break;
    case A3_SLOT_OF_TYPE:
        if (!optional)
            FAULT(c, slot, "%s (%u) is a slot of types, not of modules", a3_slot_name(slot->id), slot->id);
        break;
    default:
        check_known(c, slot, a3_slot_canonical(slot->id), pointer_size);
    }
}

a3_status a3_slot_faults_find(const a3_slot_array *array, a3_hook_kind kind, a3_arena *arena, a3_slot_faults *out)
{
    check c = {.kind = kind, .arena = arena, .out = out};
    for (size_t i = 0; i < array->slots.count; i++)
        check_slot(&c, &array->slots.items[i], array->pointer_size);
    if (array->too_deep)
        fault(&c, NULL, "more than five arrays are nested");
    if (array->bad_end)
        fault(&c, NULL, "the terminator (Py_slot_end) has the flag PySlot_OPTIONAL");
    return c.status;
}

/* SPDX-License-Identifier: MIT */
/* What CPython 3.15 refuses in a module's slots and in its PyModuleDef (Python/slots.c, Objects/moduleobject.c; PEP 793,
 * PEP 820). docs/slots.md holds each kind of input against the interpreter. */
#include <string.h>

#include "base/bytes.h"
#include "base/text.h"
#include "module/slots.h"

typedef struct check {
    a3_hook_kind kind;
    const a3_module_def *def; /* whose m_slots these are; NULL: nobody's, or not known */
    a3_arena *arena;
    a3_slot_faults *out;
    bool seen[A3_SLOT_LAST + 1], told[A3_SLOT_LAST + 1];
    a3_status status;
} check;

static void fault(check *c, const a3_slot *slot, const char *text, const char *said)
{
    a3_slot_fault *f = text && said ? A3_PUSH(c->arena, c->out) : NULL;
    if (f == NULL)
        c->status = A3_NOMEM;
    else
        *f = (a3_slot_fault){.slot = slot, .text = text, .said = said};
}

#define SAY(c, ...) a3_printf((c)->arena, __VA_ARGS__)

static const char negative_size[] = "m_size may not be negative for multi-phase initialization";

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

static const char *const field_names[A3_DEF_FIELDS] = {"m_name", "m_doc", "m_size", "m_methods", "m_traverse", "m_clear",
                                                       "m_free"};

/* The slot says what the def's own field says, and says it otherwise; pointers are compared, not what they lead to. */
static void check_conflict(check *c, const a3_slot *slot, unsigned id)
{
    const char *name = a3_slot_name(slot->id);
    if (c->def == NULL || c->def->stale || !slot->known)
        return;
    if (id == A3_SLOT_TOKEN && !slot->null && slot->value.value != c->def->address)
        fault(c, slot, SAY(c, "%s (%u) is another than the PyModuleDef", name, slot->id),
              "arbitrary Py_mod_token not allowed with PyModuleDef");
    if (id < A3_SLOT_NAME || id >= A3_SLOT_NAME + A3_DEF_FIELDS || (slot->null && refuses_null(id)))
        return;
    unsigned index = id - A3_SLOT_NAME;
    const a3_pointer *field = &c->def->fields[index];
    bool same = field->kind == slot->value.kind && field->value == slot->value.value && field->addend == slot->value.addend;
    if ((c->def->fields_known >> index & 1) && !same)
        fault(c, slot, SAY(c, "%s (%u) conflicts with the PyModuleDef's %s", name, slot->id, field_names[index]),
              SAY(c, "%s conflicts with PyModuleDef.%s", name, field_names[index]));
}

static void check_twice(check *c, const a3_slot *slot, unsigned id)
{
    const char *name = a3_slot_name(slot->id);
    bool twice = c->seen[id] && !c->told[id] && !may_repeat(c, id);
    c->seen[id] = true;
    if (!twice)
        return;
    c->told[id] = true;
    fault(c, slot, SAY(c, "%s (%u) stands twice", name, slot->id),
          id == A3_SLOT_EXEC ? "has multiple Py_mod_exec slots" : SAY(c, "has multiple %s (%u) slots", name, id));
}

static void check_known(check *c, const a3_slot *slot, unsigned id, unsigned pointer_size)
{
    const char *name = a3_slot_name(slot->id);
    bool is_static = slot->layout == A3_SLOTS_OLD || (slot->flags & A3_SLOT_STATIC) != 0;
    int64_t number = a3_sign_extend(slot->value.value, 8 * pointer_size);
    if (slot->null && refuses_null(id))
        fault(c, slot, SAY(c, "%s (%u) is NULL", name, slot->id), SAY(c, "NULL not allowed for slot %s", name));
    if (id == A3_SLOT_METHODS && !is_static)
        fault(c, slot, SAY(c, "%s (%u) lacks the flag PySlot_STATIC", name, slot->id), "Py_mod_methods requires PySlot_STATIC");
    if (a3_slot_kind_of(id) == A3_SLOT_IS_ARRAY && c->kind == A3_HOOK_INIT && !is_static && !slot->null)
        fault(c, slot, SAY(c, "%s (%u) within a PyModuleDef's slots lacks the flag PySlot_STATIC", name, slot->id),
              "slots included from PyModuleDef must be static");
    if (id == A3_SLOT_STATE_SIZE && slot->known && number < 0)
        fault(c, slot, SAY(c, "%s (%u) is negative: %lld", name, slot->id, (long long)number), negative_size);
    if (id == A3_SLOT_DOC && slot->text != NULL && !a3_utf8_valid(slot->text, strlen(slot->text)))
        fault(c, slot, SAY(c, "%s (%u) is not UTF-8", name, slot->id), "'utf-8' codec can't decode");
    if (c->kind == A3_HOOK_INIT)
        check_conflict(c, slot, id);
    check_twice(c, slot, id);
}

static void check_slot(check *c, const a3_slot *slot, unsigned pointer_size)
{
    bool optional = slot->layout == A3_SLOTS_NEW && (slot->flags & A3_SLOT_OPTIONAL) != 0;
    const char *name = a3_slot_name(slot->id);
    switch (a3_slot_kind_of(slot->id)) {
    case A3_SLOT_UNKNOWN:
        if (!optional && slot->id == A3_SLOT_INVALID)
            fault(c, slot, "Py_slot_invalid (65535)", "invalid slot (Py_slot_invalid, 65535)");
        else if (!optional)
            fault(c, slot, SAY(c, "unknown slot id %u", slot->id), SAY(c, "unknown module slot ID %u", slot->id));
        break;
    case A3_SLOT_OF_TYPE:
        if (!optional)
            fault(c, slot, SAY(c, "%s (%u) is a slot of types, not of modules", name, slot->id),
                  SAY(c, "invalid module slot %u (%s)", slot->id, name));
        break;
    default:
        check_known(c, slot, a3_slot_canonical(slot->id), pointer_size);
    }
}

a3_status a3_slot_faults_find(const a3_slot_array *array, a3_hook_kind kind, const a3_module_def *def, a3_arena *arena,
                              a3_slot_faults *out)
{
    check c = {.kind = kind, .def = def, .arena = arena, .out = out};
    for (size_t i = 0; i < array->slots.count; i++)
        check_slot(&c, &array->slots.items[i], array->pointer_size);
    if (array->too_deep)
        fault(&c, NULL, "more than five arrays are nested", "too many levels of nested slots");
    if (array->bad_end)
        fault(&c, NULL, "the terminator (Py_slot_end) has the flag PySlot_OPTIONAL", "invalid flags for Py_slot_end");
    return c.status;
}

/* What the functions that take a def refuse it for (PEP 489). */
static void check_def(check *c, const a3_module_def *def)
{
    if (def->stale)
        return;
    if (def->multi_phase && def->size_known && def->size < 0)
        fault(c, NULL, SAY(c, "m_size of the PyModuleDef is negative: %lld, and it is passed to PyModuleDef_Init",
                           (long long)def->size), negative_size);
    if (def->single_phase && !def->multi_phase && def->slots != NULL)
        fault(c, NULL, "the PyModuleDef has m_slots and is passed to PyModule_Create2",
              "PyModule_Create is incompatible with m_slots");
}

a3_status a3_hook_faults_find(const a3_hook *hook, const a3_slots_answer *answer, a3_arena *arena, a3_slot_faults *out)
{
    check c = {.kind = hook->kind, .arena = arena, .out = out};
    for (size_t i = 0; i < answer->array_count && c.status == A3_OK; i++) {
        const a3_module_def *def = NULL;
        for (size_t k = 0; k < hook->defs.count && def == NULL; k++)
            if (hook->defs.items[k]->slots != NULL && hook->defs.items[k]->slots->address == answer->arrays[i]->address)
                def = hook->defs.items[k];
        c.status = a3_slot_faults_find(answer->arrays[i], hook->kind, def, arena, out);
    }
    for (size_t k = 0; k < hook->defs.count && hook->kind == A3_HOOK_INIT && c.status == A3_OK; k++)
        check_def(&c, hook->defs.items[k]);
    return c.status;
}

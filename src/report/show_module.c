/* SPDX-License-Identifier: MIT */
/* `show`: hooks, what they return, PyABIInfo, definitions, types. */
#include <string.h>

#include "base/text.h"
#include "report/json.h"
#include "report/show.h"

enum { MOD_INTERPRETERS = 86, MOD_GIL = 87 };

static void text(a3_buf *out, const char *value) { a3_text_escape(out, value ? value : "?", strlen(value ? value : "?")); }

/* -- values that have names -- */

static const char *gil_name(const a3_slot *slot)
{
    return !slot->known ? NULL : slot->value.value == 1 ? "not used" : slot->value.value == 0 ? "used" : "used (no such value)";
}

static const char *interpreters_name(const a3_slot *slot)
{
    static const char *const names[] = {"not supported", "supported", "supported, each with its own GIL"};
    return slot->known && slot->value.value < 3 ? names[slot->value.value] : NULL;
}

static void put_abi_info(a3_buf *out, const a3_abi_info *info)
{
    static const char *const names[] = {"STABLE", "GIL", "FREETHREADED", "INTERNAL"};
    a3_buf_printf(out, "PyABIInfo %u.%u", info->major, info->minor);
    for (unsigned bit = 0; bit < 16; bit++)
        if (info->flags >> bit & 1)
            bit < 4 ? a3_buf_printf(out, " %s", names[bit]) : a3_buf_printf(out, " 0x%x", 1u << bit);
    if (info->abi_version != 0)
        a3_buf_printf(out, ", ABI of %s", a3_hex_version(info->abi_version, (info->flags & A3_ABI_STABLE) == 0).text);
    if (info->build_version != 0)
        a3_buf_printf(out, ", built with %s", a3_hex_version(info->build_version, true).text);
}

/* -- text -- */

static void put_value(a3_buf *out, const a3_slot *slot)
{
    unsigned id = a3_slot_canonical(slot->id);
    const char *name = id == MOD_GIL ? gil_name(slot) : id == MOD_INTERPRETERS ? interpreters_name(slot) : NULL;
    if (!slot->known) {
        a3_buf_str(out, "set at run time");
    } else if (slot->abi_info != NULL) {
        put_abi_info(out, slot->abi_info);
    } else if (slot->text != NULL) {
        a3_buf_char(out, '"');
        text(out, slot->text);
        a3_buf_char(out, '"');
    } else if (slot->null || slot->value.kind == A3_POINTER_PLAIN) {
        a3_buf_printf(out, "%llu", (unsigned long long)slot->value.value);
    } else {
        a3_buf_printf(out, slot->value.kind == A3_POINTER_IMPORT ? "an import" : "0x%llx", (unsigned long long)slot->value.value);
    }
    if (name != NULL)
        a3_buf_printf(out, " (%s)", name);
}

static void print_array(a3_buf *out, const a3_slot_array *array)
{
    static const char *const bases[] = {"", ", by code", ", by data"};
    a3_buf_printf(out, "      %s at 0x%llx%s%s%s\n", array->layout == A3_SLOTS_NEW ? "slots" : "PyModuleDef_Slot array", (unsigned long long)array->address,
                  bases[array->basis], array->broken ? ", unreadable: " : "", array->broken ? array->broken : "");
    for (size_t i = 0; i < array->slots.count; i++) {
        const a3_slot *slot = &array->slots.items[i];
        const char *name = a3_slot_name(slot->id);
        a3_buf_printf(out, "        %*s%s (%u) = ", (slot->depth > 0 ? slot->depth - 1 : 0) * 2, "", name ? name : "unknown slot", slot->id);
        put_value(out, slot);
        a3_buf_char(out, '\n');
    }
}

static const char *const answers[] = {"undetermined", "verified", "absent"};
static const char *const bases[] = {NULL, "code", "data"};
static const char *const gils[] = {"undetermined", "used", "not used", "not declared"};

static void print_answer(a3_buf *out, const a3_module *module, const a3_hook *hook)
{
    a3_slots_answer answer = a3_module_slots_answer(module, hook);
    a3_buf_printf(out, "      Py_mod_abi    %s%s%s%s%s", answers[answer.slots], answer.basis ? ", by " : "", answer.basis ? bases[answer.basis] : "", answer.why ? ": " : "",
                  answer.why ? answer.why : "");
    if (answer.abi_info != NULL) {
        a3_buf_str(out, answer.slots == A3_ANSWER_VERIFIED ? ": " : "; ");
        put_abi_info(out, answer.abi_info);
    }
    a3_buf_printf(out, "\n      GIL           %s%s\n", gils[answer.gil], hook->sets_gil ? ", by PyUnstable_Module_SetGIL" : "");
    const char *interpreters = NULL;
    for (size_t i = 0; i < answer.array_count; i++) {
        const a3_slot *slot = a3_slot_find(answer.arrays[i], MOD_INTERPRETERS);
        interpreters = slot ? interpreters_name(slot) : interpreters;
    }
    if (interpreters != NULL)
        a3_buf_printf(out, "      interpreters  sub-interpreters %s\n", interpreters);
}

static void print_hook(a3_buf *out, const a3_module *module, const a3_hook *hook)
{
    a3_buf_str(out, "    hook ");
    text(out, hook->symbol);
    a3_buf_printf(out, "%s%s%s\n", hook->single_phase ? ", single-phase" : "", hook->returns_null ? ", may return NULL" : "", hook->followed ? "" : ", not followed to every end");
    print_answer(out, module, hook);
    for (size_t i = 0; i < hook->defs.count; i++) {
        const a3_module_def *def = hook->defs.items[i];
        a3_buf_printf(out, "      PyModuleDef at 0x%llx, headers %s, name ", (unsigned long long)def->address, a3_def_family_name(def->family));
        text(out, def->name);
        if (def->size_known)
            a3_buf_printf(out, ", size %lld", (long long)def->size);
        a3_buf_char(out, '\n');
    }
    for (size_t i = 0; i < hook->arrays.count; i++)
        print_array(out, hook->arrays.items[i]);
}

void a3_show_module(a3_buf *out, const a3_object *object)
{
    const a3_module *module = object->module;
    for (size_t i = 0; i < module->hooks.count; i++)
        print_hook(out, module, &module->hooks.items[i]);
    for (size_t i = 0; i < module->scan.arrays.count && module->scan.arrays.items[i]->basis == A3_BASIS_DATA; i++) {
        bool returned = false;
        for (size_t h = 0; h < module->hooks.count; h++)
            for (size_t k = 0; k < module->hooks.items[h].arrays.count; k++)
                returned = returned || module->hooks.items[h].arrays.items[k]->address == module->scan.arrays.items[i]->address;
        if (!returned) {
            a3_buf_str(out, "    in data, returned by no hook as far as could be seen:\n");
            print_array(out, module->scan.arrays.items[i]);
        }
    }
    for (size_t i = 0; i < module->checked.count; i++) {
        a3_buf_str(out, "    PyABIInfo_Check is called with ");
        put_abi_info(out, module->checked.items[i]);
        a3_buf_char(out, '\n');
    }
    for (size_t i = 0; i < module->types.count; i++) {
        const a3_type_spec *spec = &module->types.items[i];
        a3_buf_str(out, "    type ");
        text(out, spec->name);
        if (spec->sizes_known)
            a3_buf_printf(out, ": basicsize %lld, itemsize %lld, flags 0x%x", (long long)spec->basicsize, (long long)spec->itemsize, (unsigned)spec->flags);
        a3_buf_printf(out, "%s%s\n", spec->function ? ", passed to " : ", seen in data", spec->function ? spec->function : "");
    }
    for (size_t i = 0; i < module->objects.count; i++) {
        const a3_static_object *thing = &module->objects.items[i];
        a3_buf_printf(out, "    static %s ", thing->kind);
        text(out, thing->name);
        a3_buf_printf(out, "%s%s\n", thing->function ? ", passed to " : ", seen in data", thing->function ? thing->function : "");
    }
}

/* -- JSON -- */

static json_t *slot_json(const a3_slot *slot)
{
    json_t *value = json_null();
    if (slot->known && slot->abi_info != NULL)
        value = a3_json_abi_info(slot->abi_info);
    else if (slot->known && slot->text != NULL)
        value = a3_json_text(slot->text);
    else if (slot->known)
        value = json_integer((json_int_t)slot->value.value);
    return json_pack("{s:i, s:o, s:i, s:i, s:b, s:o}", "id", slot->id, "name", a3_json_text(a3_slot_name(slot->id)), "flags", slot->flags, "depth", slot->depth, "known",
                     slot->known, "value", value);
}

/* Takes both references. */
static bool append(json_t *list, json_t *value) { return json_array_append_new(list, value) == 0; }

static json_t *array_json(const a3_slot_array *array)
{
    json_t *slots = json_array();
    bool ok = true;
    for (size_t i = 0; i < array->slots.count; i++)
        ok = append(slots, slot_json(&array->slots.items[i])) && ok;
    json_t *out = json_pack("{s:s, s:b, s:s, s:o}", "layout", array->layout == A3_SLOTS_NEW ? "PySlot" : "PyModuleDef_Slot", "complete", array->complete, "basis",
                            array->basis == A3_BASIS_CODE ? "code" : "data", "slots", slots);
    if (!ok) {
        json_decref(out);
        return NULL;
    }
    return out;
}

static json_t *hook_json(const a3_module *module, const a3_hook *hook)
{
    static const char *const gil_values[] = {"undetermined", "used", "not-used", "absent"};
    a3_slots_answer answer = a3_module_slots_answer(module, hook);
    json_t *arrays = json_array(), *defs = json_array();
    bool ok = true;
    for (size_t i = 0; i < hook->arrays.count; i++)
        ok = append(arrays, array_json(hook->arrays.items[i])) && ok;
    for (size_t i = 0; i < hook->defs.count; i++)
        ok = append(defs, json_pack("{s:o, s:s}", "name", a3_json_text(hook->defs.items[i]->name), "headers", a3_def_family_name(hook->defs.items[i]->family))) && ok;
    json_t *out = json_pack("{s:o, s:o, s:b, s:b, s:b, s:o, s:o}", "symbol", a3_json_text(hook->symbol), "module", a3_json_text(hook->module), "followed", hook->followed,
                            "returns_null", hook->returns_null, "single_phase", hook->single_phase, "arrays", arrays, "definitions", defs);
    ok = a3_json_put(out, "slots", json_string(answers[answer.slots])) && ok;
    ok = a3_json_put(out, "basis", a3_json_text(bases[answer.basis])) && ok;
    ok = a3_json_put(out, "why", a3_json_text(answer.why)) && ok;
    ok = a3_json_put(out, "abi_info", a3_json_abi_info(answer.abi_info)) && ok;
    ok = a3_json_put(out, "gil", json_string(gil_values[answer.gil])) && ok;
    if (!ok) {
        json_decref(out);
        return NULL;
    }
    return out;
}

static json_t *type_json(const a3_type_spec *spec)
{
    return json_pack("{s:o, s:o, s:o, s:o}", "name", a3_json_text(spec->name), "basicsize", spec->sizes_known ? json_integer(spec->basicsize) : json_null(), "itemsize",
                     spec->sizes_known ? json_integer(spec->itemsize) : json_null(), "passed_to", a3_json_text(spec->function));
}

bool a3_show_module_json(const a3_object *object, json_t *out)
{
    const a3_module *module = object->module;
    json_t *hooks = json_array(), *types = json_array(), *things = json_array();
    bool ok = true;
    for (size_t i = 0; module != NULL && i < module->hooks.count; i++)
        ok = append(hooks, hook_json(module, &module->hooks.items[i])) && ok;
    for (size_t i = 0; module != NULL && i < module->types.count; i++)
        ok = append(types, type_json(&module->types.items[i])) && ok;
    for (size_t i = 0; module != NULL && i < module->objects.count; i++)
        ok = append(things, json_pack("{s:s, s:o, s:o}", "kind", module->objects.items[i].kind, "name", a3_json_text(module->objects.items[i].name), "passed_to",
                                      a3_json_text(module->objects.items[i].function))) && ok;
    ok = a3_json_put(out, "hook_details", hooks) && ok;
    ok = a3_json_put(out, "types", types) && ok;
    return a3_json_put(out, "static_objects", things) && ok;
}

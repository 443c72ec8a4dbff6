/* SPDX-License-Identifier: MIT */
/* A4: types and static objects of modules that claim abi3t. */
#include <string.h>

#include "rules/hooks.h"
#include "rules/judge.h"

/* `seen`: specs in data have been noted, which may be what the calls are given. */
static void judge_unread(a3_pass *pass, const a3_object *object, bool seen)
{
    const a3_type_specs *types = &object->module->types;
    a3_finding *finding = NULL;
    bool unread = object->module->types_undetermined && !seen;
    for (size_t i = 0; i < types->count; i++)
        unread = unread || (!types->items[i].sizes_known && types->items[i].function != NULL);
    if (unread)
        finding = a3_find(pass->out, A3_RULE_A404, object->file->name, object->slice, "creates types from specs that could not all be read: their sizes were not checked");
    for (size_t i = 0; unread && i < types->count; i++)
        if (!types->items[i].sizes_known && types->items[i].function != NULL)
            a3_evidence(pass->out, finding, "%s, passed to %s", types->items[i].name ? types->items[i].name : "a type", types->items[i].function);
}

static void judge_specs(a3_pass *pass, const a3_object *object)
{
    const a3_type_specs *types = &object->module->types;
    const char *member = object->file->name, *slice = object->slice;
    a3_finding *sizes = NULL, *items = NULL, *unproved = NULL;
    size_t bad = 0;
    for (size_t i = 0; i < types->count; i++)
        bad += types->items[i].function != NULL && types->items[i].sizes_known && types->items[i].basicsize > 0;
    for (size_t i = 0; i < types->count; i++) {
        const a3_type_spec *spec = &types->items[i];
        if (!spec->sizes_known || spec->function == NULL || spec->basicsize <= 0)
            continue;
        if (sizes == NULL)
            sizes = a3_find(pass->out, A3_RULE_A401, member, slice, "claims abi3t and creates %zu type%s with an absolute basicsize", bad, bad == 1 ? "" : "s");
        a3_evidence(pass->out, sizes, "%s: basicsize %lld, passed to %s", spec->name ? spec->name : "a type", (long long)spec->basicsize, spec->function);
    }
    for (size_t i = 0; i < types->count; i++) {
        const a3_type_spec *spec = &types->items[i];
        if (!spec->sizes_known || spec->function == NULL || spec->itemsize == 0)
            continue;
        if (items == NULL)
            items = a3_find(pass->out, A3_RULE_A402, member, slice, "claims abi3t and creates a type with an itemsize");
        a3_evidence(pass->out, items, "%s: itemsize %lld, passed to %s", spec->name ? spec->name : "a type", (long long)spec->itemsize, spec->function);
    }
    for (size_t i = 0; i < types->count; i++) {
        const a3_type_spec *spec = &types->items[i];
        if (!spec->sizes_known || spec->function != NULL || (spec->basicsize <= 0 && spec->itemsize == 0))
            continue;
        if (unproved == NULL)
            unproved = a3_find(pass->out, A3_RULE_A404, member, slice, "claims abi3t and holds what looks like a type spec with absolute sizes; no use of it could be proved");
        a3_evidence(pass->out, unproved, "%s: basicsize %lld, itemsize %lld", spec->name ? spec->name : "a type", (long long)spec->basicsize, (long long)spec->itemsize);
    }
    judge_unread(pass, object, unproved != NULL);
}

/* `init_only`: A202 has said it already, as an error, of the module's definition. */
static bool proved(const a3_static_object *thing, bool init_only)
{
    return thing->function != NULL && thing->on_live_path && !(init_only && strcmp(thing->kind, "PyModuleDef") == 0);
}

static void judge_objects(a3_pass *pass, const a3_object *object)
{
    const a3_static_objects *things = &object->module->objects;
    bool init_only = a3_object_hook(object, A3_HOOK_EXPORT) == NULL;
    for (int certain = 1; certain >= 0; certain--) {
        a3_finding *finding = NULL;
        for (size_t i = 0; i < things->count; i++) {
            const a3_static_object *thing = &things->items[i];
            if (proved(thing, init_only) != (certain != 0))
                continue;
            if (finding == NULL)
                finding = a3_find_as(pass->out, A3_RULE_A403, certain ? A3_SEVERITY_ERROR : A3_SEVERITY_NOTE, object->file->name, object->slice, "%s",
                                     certain ? "claims abi3t and hands a static Python object to CPython"
                                             : "claims abi3t and holds a static Python object");
            a3_evidence(pass->out, finding, "%s%s%s at 0x%llx%s%s", thing->kind, thing->name ? " " : "", thing->name ? thing->name : "",
                        (unsigned long long)thing->address, thing->function ? ", passed to " : ", seen in data", thing->function ? thing->function : "");
        }
    }
}

static void one_object(a3_pass *pass, const a3_object *object)
{
    if (object->role != A3_ROLE_EXTENSION || object->module == NULL || !object->claim.abi3t)
        return;
    judge_specs(pass, object);
    judge_objects(pass, object);
}

void a3_pass_types(a3_pass *pass) { a3_each_object(pass, one_object); }

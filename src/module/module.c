/* SPDX-License-Identifier: MIT */
/* One image, read: hooks by name, the data scan, the hooks' code, then the functions that their slots name. */
#include "module/module.h"

#include <string.h>

#include "module/hooks.h"
#include "module/scan.h"

/* Instructions for all hooks of the module, and for the functions that their slots name, in search of types: shared
 * among them, so that a file of a hundred hooks gets no more time than one of ten. */
enum { HOOKS_STEPS = 200000, FUNCTIONS_STEPS = 60000, SCRATCH_BYTES = 64 << 20 };

static const char *const type_functions[] = {"PyType_FromSpec", "PyType_FromSpecWithBases", "PyType_FromModuleAndSpec",
                                             "PyType_FromMetaclass", "PyType_FromSlots"};

static bool imports_type_function(const a3_image *im)
{
    for (size_t i = 0; i < sizeof type_functions / sizeof type_functions[0]; i++)
        if (a3_image_import(im, type_functions[i]) != NULL)
            return true;
    return false;
}

/* A PyInit_ hook beside PyModExport_ of the same module is dead code for an interpreter that knows the latter. */
static bool is_live(const a3_module *m, const a3_hook *hook, bool prefer_export)
{
    if (!prefer_export || hook->kind == A3_HOOK_EXPORT)
        return true;
    for (size_t i = 0; i < m->hooks.count; i++) {
        const a3_hook *other = &m->hooks.items[i];
        if (other->kind == A3_HOOK_EXPORT && other->punycode == hook->punycode && strcmp(other->module, hook->module) == 0)
            return false;
    }
    return true;
}

static bool has_export(const a3_module *m)
{
    for (size_t i = 0; i < m->hooks.count; i++)
        if (m->hooks.items[i].kind == A3_HOOK_EXPORT)
            return true;
    return false;
}

static a3_status read_code(a3_reading *r, bool prefer_export)
{
    a3_module *m = r->module;
    /* Static types matter to a module that is made from slots; one with a PyModuleDef has its static object already. */
    bool types = imports_type_function(r->m->im) || (has_export(m) && a3_image_import(r->m->im, "PyType_Ready") != NULL);
    a3_status status = A3_OK;
    uint32_t count = m->hooks.count < UINT32_MAX ? (uint32_t)m->hooks.count : UINT32_MAX;
    /* Hooks first: what they return matters more than the types that they make. */
    for (int pass = 0; pass < (types ? 2 : 1); pass++) {
        r->steps_left = pass == 0 ? HOOKS_STEPS : FUNCTIONS_STEPS;
        r->steps = r->steps_left / count;
        for (size_t i = 0; i < m->hooks.count && status == A3_OK; i++) {
            r->hook = &m->hooks.items[i];
            r->live = is_live(m, r->hook, prefer_export);
            status = pass == 0 ? a3_hook_follow(r) : a3_hook_follow_slots(r);
        }
    }
    return status;
}

static a3_status read_full(a3_image *im, bool prefer_export, a3_arena *arena, a3_arena *scratch, a3_module *out)
{
    a3_memory memory;
    a3_memory_init(&memory, im, scratch);
    a3_status status = a3_scan_slots(&memory, arena, &out->scan);
    if (status != A3_OK || out->hooks.count == 0)
        return status;
    out->imports_set_gil = a3_image_import(im, "PyUnstable_Module_SetGIL") != NULL;
    const a3_isa *isa = a3_isa_for(im);
    a3_reading reading = {.m = &memory, .arena = arena, .module = out};
    if (isa != NULL) {
        out->isa = isa->name;
        reading.machine = a3_machine_new(&memory, isa);
        if (reading.machine == NULL)
            return A3_NOMEM;
    }
    status = read_code(&reading, prefer_export);
    a3_memory_reset(&memory);
    bool specs = imports_type_function(im);
    if (status == A3_OK)
        status = a3_scan_objects(&memory, specs, arena, out);
    out->types_undetermined = out->types_undetermined || (specs && out->types.count == 0);
    return status;
}

a3_status a3_module_read(a3_image *im, a3_module_depth depth, bool prefer_export, a3_arena *arena, a3_module **out,
                         a3_err *err)
{
    *out = A3_NEW(arena, a3_module);
    a3_status status = *out ? a3_hooks_find(im, arena, *out) : A3_NOMEM;
    if (status == A3_OK && depth == A3_MODULE_FULL) {
        a3_arena scratch;
        a3_arena_init(&scratch, SCRATCH_BYTES);
        status = read_full(im, prefer_export, arena, &scratch, *out);
        if (status == A3_NOMEM && scratch.failed && !scratch.exhausted)
            status = A3_LIMIT;
        a3_arena_free(&scratch);
    }
    return status == A3_OK ? A3_OK : a3_fail(err, status, "no memory for what the module says");
}

/* SPDX-License-Identifier: MIT */
/* From an image, which borrows the file's bytes, to what facts keep of it. */
#include <string.h>

#include "abi/policy.h"
#include "abi/pylib.h"
#include "abi/stable.h"
#include "base/text.h"
#include "facts/gather.h"

/* Copies in one go; sticky failure through the arena's `failed`. */
static const char *keep(a3_arena *arena, const char *text) { return a3_strdup(arena, text); }

static void keep_strings(a3_arena *arena, a3_strings *out, const a3_strings *in)
{
    for (size_t i = 0; i < in->count; i++) {
        const char **slot = A3_PUSH(arena, out);
        if (slot != NULL)
            *slot = keep(arena, in->items[i]);
    }
}

static void keep_import(a3_arena *arena, a3_imports *out, const a3_import *in)
{
    a3_import *slot = A3_PUSH(arena, out);
    if (slot == NULL)
        return;
    *slot = *in;
    slot->name = keep(arena, in->name);
    slot->library = keep(arena, in->library);
    slot->version = keep(arena, in->version);
}

static void keep_imports(a3_arena *arena, a3_object *object, const a3_image *im)
{
    object->import_count = im->imports.count;
    for (size_t i = 0; i < im->imports.count; i++) {
        const a3_import *import = &im->imports.items[i];
        bool python = import->name != NULL && a3_python_name(import->name);
        if (python || (import->library != NULL && a3_pylib_parse(import->library, NULL)))
            keep_import(arena, &object->python, import);
        else if (import->name != NULL && (import->flags & A3_SYM_WEAK) == 0 && a3_policy_lists_symbol(import->name))
            keep_import(arena, &object->listed, import);
    }
}

static void keep_exports(a3_arena *arena, a3_object *object, const a3_image *im)
{
    object->export_count = im->exports.count;
    static const char *const runtime[] = {"Py_Initialize", "_PyRuntime", NULL};
    object->defines_runtime = a3_image_defines(im, runtime) != NULL;
    for (size_t i = 0; i < im->exports.count; i++) {
        const char *name = im->exports.items[i].name;
        object->cffi_on_pypy |= name != NULL && a3_has_prefix(name, "_cffi_pypyinit_");
        if (name == NULL || !a3_python_name(name) || a3_has_prefix(name, "PyInit_") || a3_has_prefix(name, "PyModExport_") ||
            a3_has_prefix(name, "PyInitU_") || a3_has_prefix(name, "PyModExportU_"))
            continue;
        const char **slot = A3_PUSH(arena, &object->own_python);
        if (slot != NULL)
            *slot = keep(arena, name);
    }
}

static void keep_needed(a3_arena *arena, a3_object *object, const a3_image *im)
{
    for (size_t i = 0; i < im->needed.count; i++) {
        a3_needed *slot = A3_PUSH(arena, &object->needed);
        if (slot != NULL)
            *slot = (a3_needed){keep(arena, im->needed.items[i].name), im->needed.items[i].flags};
    }
    for (size_t i = 0; i < im->versions.count; i++) {
        const a3_version_need *need = &im->versions.items[i];
        a3_version_need *slot = A3_PUSH(arena, &object->versions);
        if (slot != NULL)
            *slot = (a3_version_need){keep(arena, need->library), keep(arena, need->version), need->weak};
    }
    keep_strings(arena, &object->rpaths, &im->rpaths);
    keep_strings(arena, &object->runpaths, &im->runpaths);
}

/* Only what exports a hook can be a module; everything else costs nothing more. */
static bool exports_hook(const a3_image *im)
{
    for (size_t i = 0; i < im->exports.count; i++) {
        const char *name = im->exports.items[i].name;
        if (name != NULL && (a3_has_prefix(name, "PyInit") || a3_has_prefix(name, "PyModExport")))
            return true;
    }
    return false;
}

/* false: memory ran out on the way, in an arena or beside it. */
static bool describe(a3_object *object, a3_image *im, const a3_subject *subject, a3_arena *arena)
{
    object->format = im->format;
    object->arch = im->arch;
    object->os = im->os;
    object->kind = im->kind;
    object->libc = im->libc;
    object->pointer_size = im->pointer_size;
    object->big_endian = im->big_endian;
    object->any_arch = im->any_arch;
    object->flat_namespace = im->flat_namespace;
    object->exec_stack = im->exec_stack;
    object->text_relocations = im->text_relocations;
    object->debug_info = im->debug_info;
    object->soft_float = im->soft_float;
    object->arch_name = keep(arena, im->arch_name);
    object->slice = keep(arena, im->slice);
    object->soname = keep(arena, im->soname);
    object->interpreter = keep(arena, im->interpreter);
    object->layout_fault = keep(arena, im->layout_fault);
    object->symbols = im->symbols;
    object->elf_flags = im->elf_flags;
    object->isa_needed = im->isa_needed;
    object->min_os = im->min_os;
    object->sdk = im->sdk;
    keep_imports(arena, object, im);
    keep_exports(arena, object, im);
    keep_needed(arena, object, im);
    a3_image_check_signature(im);
    object->signature = im->signature;
    object->signature_error = im->signature_error;
    bool fed = im->symbols.status != A3_NOMEM && im->signature_error.status != A3_NOMEM;
    if (!exports_hook(im))
        return fed;
    bool prefer_export = subject->claim.source == A3_CLAIM_NONE || a3_claim_admits(&subject->claim, A3_VERSION(3, 15));
    /* A3_LIMIT: what was not looked at is undetermined */
    fed = a3_module_read(im, A3_MODULE_FULL, prefer_export, arena, &object->module, NULL) != A3_NOMEM && fed;
    return fed && im->fixups_error.status != A3_NOMEM;
}

void a3_objects_read(a3_file *file, a3_span bytes, const a3_subject *subject)
{
    const a3_limits *limits = &subject->how->limits;
    a3_arena scratch; /* the image and its tables: gone with the bytes */
    a3_arena_init(&scratch, limits->arena);
    a3_slices slices = {0};
    a3_err err = A3_ERR_INIT;
    bool fed = true;
    a3_status status = a3_image_open(bytes, limits, &scratch, &slices, &err);
    for (size_t i = 0; status == A3_OK && i < slices.count; i++) {
        a3_slice *slice = &slices.items[i];
        a3_object *object = A3_PUSH(&file->arena, &file->objects);
        if (object == NULL)
            break;
        object->file = file;
        object->format = slice->format;
        if (slice->image != NULL) {
            fed = describe(object, slice->image, subject, &file->arena) && fed;
            continue;
        }
        fed = fed && slice->err.status != A3_NOMEM;
        object->err = slice->err;
        object->slice = keep(&file->arena, slice->name);
        object->arch_name = keep(&file->arena, slice->arch_name);
    }
    if (status != A3_OK && status != A3_NOT_MINE && file->err.status == A3_OK)
        file->err = err;
    if (file->arena.failed)
        a3_gather_starved(&file->arena, &file->err);
    else if (scratch.failed)
        a3_gather_starved(&scratch, &file->err);
    else if (!fed)
        a3_fail(&file->err, A3_NOMEM, "out of memory");
    a3_arena_free(&scratch);
}

const a3_hook *a3_object_hook(const a3_object *object, a3_hook_kind kind)
{
    if (object->module == NULL)
        return NULL;
    const a3_hook *best = a3_module_hook(object->module, object->module_name);
    if (best == NULL || best->kind == kind)
        return best;
    for (size_t i = 0; i < object->module->hooks.count; i++) {
        const a3_hook *hook = &object->module->hooks.items[i];
        if (hook->kind == kind && hook->punycode == best->punycode && strcmp(hook->module, best->module) == 0)
            return hook;
    }
    return NULL;
}

const a3_hook *a3_object_entry(const a3_object *object)
{
    if (object->module == NULL)
        return NULL;
    const a3_hook *named = a3_module_hook(object->module, object->module_name);
    return named != NULL ? named : a3_module_hook(object->module, NULL);
}

a3_slots_answer a3_object_slots(const a3_object *object)
{
    if (object->module == NULL)
        return (a3_slots_answer){.slots = A3_ANSWER_UNDETERMINED};
    return a3_module_slots_answer(object->module, a3_object_entry(object));
}

bool a3_object_only_named_module(const a3_object *object)
{
    bool hooks = object->module != NULL && object->module->hooks.count > 0;
    return object->symbols.status == A3_OK && !hooks && object->python.count == 0;
}

bool a3_group_holds_module(const a3_module_group *group)
{
    for (size_t k = 0; k < group->count; k++)
        for (size_t i = 0; i < group->files[k]->objects.count; i++) {
            const a3_object *object = &group->files[k]->objects.items[i];
            if (object->role == A3_ROLE_EXTENSION && !a3_object_only_named_module(object))
                return true;
        }
    return false;
}

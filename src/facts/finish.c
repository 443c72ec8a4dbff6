/* SPDX-License-Identifier: MIT */
/* What needs all files of the input: roles, siblings, the claim of each object. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "facts/gather.h"

/* A library's name, whatever it exports: libfoo.so.1, and what no importer looks at (pywin32's pythoncom313.dll has a hook
 * and is loaded by code of its own). */
static bool library_name(const char *name)
{
    size_t size = strlen(name);
    return (a3_has_prefix(name, "lib") && strstr(name, ".so.") != NULL) || (size > 4 && strcasecmp(name + size - 4, ".dll") == 0) ||
           a3_has_suffix(name, ".dylib");
}

static a3_role role_of(const a3_object *object, const char *name, const a3_suffix *suffix)
{
    if (object->kind == A3_KIND_RELOCATABLE)
        return A3_ROLE_LIBRARY;
    bool hook = object->module != NULL && object->module->hooks.count > 0;
    bool importer_only = suffix->windows || suffix->kind == A3_SUFFIX_ABI3 || suffix->kind == A3_SUFFIX_ABI3T ||
                         suffix->kind == A3_SUFFIX_VERSION;
    if (object->kind != A3_KIND_PROGRAM && !library_name(name) && (hook || importer_only))
        return A3_ROLE_EXTENSION;
    return object->kind == A3_KIND_SHARED || suffix->kind != A3_SUFFIX_NONE ? A3_ROLE_LIBRARY : A3_ROLE_PROGRAM;
}

/* Machines that the claim names; where it names none, the object's own. A wheel that is tagged linux_ARCH was built for the C library and
 * the float registers of the building machine, which the tag does not name: the object's own count, and where it needs no C library, either. */
static size_t targets(const a3_subject *subject, const a3_object *object, a3_target *out, size_t room)
{
    size_t count = 0;
    for (size_t i = 0; i < subject->platforms.count; i++) {
        const a3_platform *platform = &subject->platforms.items[i].platform;
        for (size_t a = 0; a < platform->arch_count && count < room; a++) {
            a3_target target = a3_platform_target(platform, a);
            bool open = platform->family == A3_PLATFORM_LINUX;
            target.libc = open ? object->libc : target.libc;
            target.soft_float = open ? object->soft_float : target.soft_float;
            out[count++] = target;
            target.libc = A3_LIBC_MUSL;
            if (open && object->libc == A3_LIBC_UNKNOWN && count < room)
                out[count++] = target;
        }
    }
    if (count == 0 && room > 0)
        out[count++] = (a3_target){object->os, object->arch, object->libc, object->soft_float};
    return count;
}

/* Files of one module: same folder, same name up to the first dot. */
typedef struct module_file {
    a3_file *file;
    const char *base; /* of file->name */
    size_t folder;    /* chars before base */
    size_t stem;      /* chars of the module's name */
} module_file;

static int by_module(const void *left, const void *right)
{
    const module_file *a = left, *b = right;
    size_t a_size = a->folder + a->stem, b_size = b->folder + b->stem, least = a_size < b_size ? a_size : b_size;
    int order = memcmp(a->file->name, b->file->name, least);
    if (order == 0)
        order = (a_size > b_size) - (a_size < b_size);
    return order ? order : strcmp(a->file->name, b->file->name);
}

static bool same_module(const module_file *a, const module_file *b)
{
    return a->folder == b->folder && a->stem == b->stem && memcmp(a->file->name, b->file->name, a->folder + a->stem) == 0;
}

/* What the interpreters of the claim import on one machine: an index of files, plus one; 0: none of them. */
typedef struct choice {
    a3_target machine;
    size_t winner[64];
} choice;

/* The files of one module, and what is known of them. */
typedef struct siblings {
    const module_file *files;
    size_t count;
    const char *stem;
    bool pure;              /* one of Python text is there too */
    A3_LIST(choice) choices; /* by machine, as they are asked for: thousands of files have a handful of machines */
} siblings;

static const choice *choice_on(a3_subject *subject, siblings *module, const a3_target *machine)
{
    for (size_t i = 0; i < module->choices.count; i++) {
        const a3_target *known = &module->choices.items[i].machine;
        if (known->os == machine->os && known->arch == machine->arch && known->libc == machine->libc && known->soft_float == machine->soft_float)
            return &module->choices.items[i];
    }
    choice *made = A3_PUSH(&subject->arena, &module->choices);
    if (made == NULL)
        return NULL;
    *made = (choice){.machine = *machine};
    for (size_t i = 0; i < a3_interp_count(); i++) {
        int best = -1;
        for (size_t k = 0; k < module->count && (subject->claim.installs >> i & 1) != 0; k++) {
            int rank = a3_interp_imports(a3_interp_at(i), machine, module->files[k].base, module->stem);
            if (rank >= 0 && (best < 0 || rank < best)) {
                best = rank;
                made->winner[i] = k + 1;
            }
        }
    }
    return made;
}

/* Interpreters of the claim that import this very file; *taken: those that import a sibling instead. */
static a3_interp_set importers(a3_subject *subject, const a3_object *object, siblings *module, size_t self, a3_interp_set *taken)
{
    a3_target machines[32];
    size_t machine_count = targets(subject, object, machines, sizeof machines / sizeof *machines);
    a3_interp_set set = 0;
    for (size_t m = 0; m < machine_count; m++) {
        const choice *made = choice_on(subject, module, &machines[m]);
        for (size_t i = 0; made != NULL && i < a3_interp_count(); i++) {
            if (made->winner[i] == self + 1)
                set |= UINT64_C(1) << i;
            else if ((made->winner[i] != 0 || module->pure) && (subject->claim.installs >> i & 1) != 0)
                *taken |= UINT64_C(1) << i;
        }
    }
    return set;
}

/* A package's own file is named __init__, its hook after the package. */
static const char *module_name(a3_subject *subject, const module_file *self)
{
    size_t folder = self->folder;
    if (self->stem != strlen("__init__") || memcmp(self->base, "__init__", self->stem) != 0 || folder < 2)
        return a3_strndup(&subject->arena, self->base, self->stem);
    size_t start = folder - 1;
    while (start > 0 && self->file->name[start - 1] != '/')
        start--;
    return a3_strndup(&subject->arena, self->file->name + start, folder - 1 - start);
}

static bool has_pure_sibling(a3_subject *subject, const char *path)
{
    static const char *const forms[] = {"%s.py", "%s.pyc", "%s/__init__.py"};
    a3_buf name = A3_BUF_INIT;
    bool found = false;
    for (size_t i = 0; i < sizeof forms / sizeof *forms && !found; i++) {
        name.size = 0;
        a3_buf_str(&name, path);
        a3_buf_str(&name, forms[i] + 2);
        found = a3_buf_ok(&name) && a3_subject_find(subject, a3_buf_text(&name)) != NULL;
    }
    if (!a3_buf_ok(&name))
        a3_arena_fail(&subject->arena);
    a3_buf_free(&name);
    return found;
}

static void settle_object(a3_subject *subject, a3_object *object, siblings *module, size_t self)
{
    const char *base = module->files[self].base;
    if (subject->kind == A3_INPUT_OBJECT) /* its name is its claim */
        return;
    a3_interp_set taken = 0;
    object->importers = importers(subject, object, module, self, &taken);
    a3_claim named = {.source = A3_CLAIM_NONE};
    if (a3_suffix_parse(base).kind == A3_SUFFIX_VERSION && a3_claim_stable(&subject->claim))
        /* a leftover: what it is built for is what its name says, not what the wheel claims */
        a3_claim_from_object_name(&named, base, 0, &subject->arena);
    if (named.source != A3_CLAIM_NONE)
        object->claim = named;
    else if ((subject->claim.installs & ~taken) != 0)
        object->claim = a3_claim_narrow(&subject->claim, ~taken);
}

static void settle_group(a3_subject *subject, const module_file *files, size_t count)
{
    a3_module_group *group = A3_PUSH(&subject->arena, &subject->modules);
    a3_file **members = A3_NEW_ARRAY(&subject->arena, a3_file *, count);
    char *path = a3_strndup(&subject->arena, files->file->name, files->folder + files->stem);
    char *stem = a3_strndup(&subject->arena, files->base, files->stem);
    const char *module = module_name(subject, files);
    if (group == NULL || members == NULL || path == NULL || stem == NULL || module == NULL)
        return; /* the arena's failure is asked at the end */
    *group = (a3_module_group){.path = path, .files = members, .count = count, .pure = has_pure_sibling(subject, path)};
    siblings all = {.files = files, .count = count, .stem = stem, .pure = group->pure};
    for (size_t k = 0; k < count; k++) {
        members[k] = files[k].file;
        for (size_t i = 0; i < members[k]->objects.count; i++) {
            a3_object *object = &members[k]->objects.items[i];
            if (object->role != A3_ROLE_EXTENSION)
                continue;
            object->module_name = module;
            settle_object(subject, object, &all, k);
            group->importers |= object->importers;
        }
    }
}

void a3_objects_finish(a3_subject *subject)
{
    module_file *modules = A3_NEW_ARRAY(&subject->arena, module_file, subject->file_count);
    size_t count = 0;
    for (size_t f = 0; modules != NULL && f < subject->file_count; f++) {
        a3_file *file = &subject->files[f];
        const char *base = a3_basename(file->name);
        a3_suffix suffix = a3_suffix_parse(base);
        bool extension = false;
        for (size_t i = 0; i < file->objects.count; i++) {
            a3_object *object = &file->objects.items[i];
            subject->object_count++;
            object->claim = subject->claim;
            object->importers = subject->claim.installs;
            if (object->err.status != A3_OK)
                continue;
            object->role = role_of(object, base, &suffix);
            extension |= object->role == A3_ROLE_EXTENSION;
        }
        if (extension)
            modules[count++] = (module_file){file, base, strlen(file->name) - strlen(base), strcspn(base, ".")};
    }
    if (modules == NULL)
        return;
    qsort(modules, count, sizeof *modules, by_module);
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count && same_module(&modules[first], &modules[end]); end++)
            continue;
        settle_group(subject, &modules[first], end - first);
    }
}

void a3_subject_finish(a3_subject *subject)
{
    a3_objects_finish(subject);
    a3_libraries_finish(subject);
    for (size_t i = 0; i < subject->file_count; i++)
        if (subject->files[i].unread)
            a3_fail(&subject->err, subject->files[i].err.status, "%s: %s", subject->files[i].name, subject->files[i].err.message);
    if (subject->arena.failed)
        a3_gather_starved(&subject->arena, &subject->err);
}

/* SPDX-License-Identifier: MIT */
#include "facts/needs.h"

#include <string.h>

#include "abi/pylib.h"
#include "base/buf.h"
#include "base/text.h"

static void put(a3_arena *arena, a3_strings *list, const char *text)
{
    const char **slot = A3_PUSH(arena, list);
    if (slot != NULL)
        *slot = text;
}

static bool input_brings(const a3_object *object, size_t index) { return a3_object_library(object, index).bringer == A3_BROUGHT_BY_INPUT; }

static bool brings(const a3_object *object, const char *library)
{
    for (size_t i = 0; i < object->needed.count; i++)
        if (object->needed.items[i].name != NULL && strcmp(object->needed.items[i].name, library) == 0)
            return input_brings(object, i);
    return false;
}

a3_status a3_object_blockers(const a3_object *object, a3_policy_set asked, const a3_platform *glibc,
                             a3_arena *arena, a3_blockers *out)
{
    a3_strings needed = {0}, imports = {0};
    A3_LIST(a3_policy_version) versions = {0};
    for (size_t i = 0; i < object->needed.count; i++) {
        const char *name = object->needed.items[i].name;
        if (name != NULL && !a3_pylib_parse(name, NULL) && !input_brings(object, i))
            put(arena, &needed, name);
    }
    for (size_t i = 0; i < object->versions.count; i++) {
        const a3_version_need *need = &object->versions.items[i];
        if (need->weak || need->library == NULL || need->version == NULL || brings(object, need->library))
            continue;
        a3_policy_version *slot = A3_PUSH(arena, &versions);
        if (slot != NULL)
            *slot = (a3_policy_version){need->library, need->version};
    }
    for (size_t i = 0; i < object->listed.count; i++)
        put(arena, &imports, object->listed.items[i].name);
    if (arena->failed)
        return A3_NOMEM;
    a3_policy_query query = {.arch = object->arch, .versions = versions.items, .version_count = versions.count, .needed = needed.items,
                             .needed_count = needed.count, .imports = imports.items, .import_count = imports.count};
    if (glibc != NULL) {
        query.glibc_major = glibc->major;
        query.glibc_minor = glibc->minor;
    }
    return a3_policy_check(arena, &query, asked, out);
}

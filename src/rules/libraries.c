/* SPDX-License-Identifier: MIT */
/* A107 to A109, and A104 for debug DLLs: the Python runtime that a binary binds itself to. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "abi/pylib.h"
#include "rules/judge.h"

/* Where extension modules must link libpython (PEP 738, PEP 730; Cygwin's loader has no undefined symbols). */
static bool required(const a3_pass *pass, const a3_object *object)
{
    if (object->os == A3_OS_ANDROID || object->os == A3_OS_IOS || object->os == A3_OS_IOS_SIMULATOR || object->os == A3_OS_CYGWIN)
        return true;
    for (size_t i = 0; i < pass->subject->platforms.count; i++) {
        a3_platform_family family = pass->subject->platforms.items[i].platform.family;
        if (family == A3_PLATFORM_ANDROID || family == A3_PLATFORM_IOS || family == A3_PLATFORM_CYGWIN)
            return true;
    }
    return false;
}

static bool claims(const a3_claim *claim, a3_version version, bool free_threaded)
{
    for (size_t i = 0; i < a3_interp_count(); i++) {
        const a3_interp *interp = a3_interp_at(i);
        if ((claim->installs >> i & 1) != 0 && interp->version == version && interp->free_threaded == free_threaded)
            return true;
    }
    return claim->installs == 0;
}

static void linked(a3_pass *pass, const a3_object *object)
{
    bool must = required(pass, object);
    for (size_t i = 0; i < object->needed.count; i++) {
        const char *name = object->needed.items[i].name;
        a3_pylib lib;
        if (name == NULL || !a3_pylib_parse(name, &lib) || (lib.dll && !must))
            continue;
        if (!must) {
            a3_finding *finding = a3_find(pass->out, A3_RULE_A107, object->file->name, object->slice,
                                          "links %s: interpreters without that library cannot import it, others load a second runtime", name);
            if (lib.debug)
                a3_evidence(pass->out, finding, "%s is of a debug build", name);
        } else if (a3_version_minor(lib.version) != 0 && object->claim.source != A3_CLAIM_NONE &&
                   !claims(&object->claim, lib.version, lib.free_threaded)) {
            a3_find(pass->out, A3_RULE_A107, object->file->name, object->slice,
                    "links %s, of a version that is not among those that the tags claim", name);
        }
    }
}

/* The DLL that the claim asks for, as text; and whether `lib` is one of those that do. */
static bool right_dll(const a3_claim *claim, const a3_pylib *lib, char *want, size_t room)
{
    if (claim->abi3t) {
        snprintf(want, room, "python3t.dll");
        return lib->stable && lib->free_threaded;
    }
    if (claim->abi3) {
        bool either = claim->floor >= A3_VERSION(3, 15);
        snprintf(want, room, either ? "python3.dll (or python3t.dll)" : "python3.dll");
        return lib->stable && (!lib->free_threaded || either);
    }
    bool gil = false, free_threaded = false, version = false;
    for (size_t i = 0; i < a3_interp_count(); i++) {
        const a3_interp *interp = a3_interp_at(i);
        if ((claim->installs >> i & 1) == 0 || interp->implementation != A3_IMPL_CPYTHON)
            continue;
        gil |= !interp->free_threaded;
        free_threaded |= interp->free_threaded;
        version |= lib->version == interp->version && lib->free_threaded == interp->free_threaded;
    }
    snprintf(want, room, "python%u%u%s.dll", a3_version_major(claim->floor), a3_version_minor(claim->floor), gil ? "" : "t");
    if (!claim->specific || (!gil && !free_threaded))
        return true; /* no version is claimed: T108 speaks of that */
    return version || (lib->stable && lib->free_threaded == !gil);
}

static void dlls(a3_pass *pass, const a3_object *object)
{
    const char *member = object->file->name, *first = NULL;
    for (size_t i = 0; i < object->needed.count; i++) {
        const char *name = object->needed.items[i].name;
        const char *how = (object->needed.items[i].flags & A3_NEEDED_DELAY) != 0 ? " (delay-loaded)" : "";
        a3_pylib lib;
        char want[64];
        if (name == NULL || !a3_pylib_parse(name, &lib) || !lib.dll)
            continue;
        if (lib.debug)
            a3_find(pass->out, A3_RULE_A104, member, object->slice, "imports from %s%s, which only debug builds of CPython have", name, how);
        else if (object->claim.source != A3_CLAIM_NONE && !right_dll(&object->claim, &lib, want, sizeof want)) {
            a3_finding *finding = a3_find(pass->out, A3_RULE_A108, member, object->slice, "imports from %s%s; the tags ask for %s", name, how, want);
            if (lib.stable && object->claim.abi3t)
                a3_evidence(pass->out, finding, "a free-threaded installation has python3t.dll only");
            else if (!lib.stable)
                a3_evidence(pass->out, finding, "%s is there with CPython %s alone", name, A3_VERSION_TEXT(lib.version));
        }
        if (first != NULL && strcasecmp(first, name) != 0)
            a3_find(pass->out, A3_RULE_A108, member, object->slice, "imports from two Python DLLs, %s and %s", first, name);
        if (first == NULL)
            first = name;
    }
    a3_finding *ordinals = NULL;
    for (size_t i = 0; i < object->python.count; i++) {
        const a3_import *import = &object->python.items[i];
        if ((import->flags & A3_SYM_ORDINAL) == 0)
            continue;
        if (ordinals == NULL)
            ordinals = a3_find(pass->out, A3_RULE_A108, member, object->slice,
                               "imports from a Python DLL by ordinal: the numbers change between versions");
        a3_evidence(pass->out, ordinals, "%s ordinal %u", import->library ? import->library : "?", (unsigned)import->ordinal);
    }
}

static void one_object(a3_pass *pass, const a3_object *object)
{
    if (object->role == A3_ROLE_PROGRAM)
        return;
    linked(pass, object);
    if (!required(pass, object))
        dlls(pass, object);
    if (object->role == A3_ROLE_EXTENSION && object->defines_runtime)
        a3_find(pass->out, A3_RULE_A109, object->file->name, object->slice, "defines Py_Initialize or _PyRuntime: libpython was linked into it statically");
}

void a3_pass_libraries(a3_pass *pass) { a3_each_object(pass, one_object); }

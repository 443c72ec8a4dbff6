/* SPDX-License-Identifier: MIT */
/* A1: what the binaries import from CPython. Exports are not judged (A111 is a note). */
#include <string.h>

#include "abi/pylib.h"
#include "abi/stable.h"
#include "base/text.h"
#include "rules/judge.h"

/* What a rule makes of one import. */
typedef enum verdict {
    FINE, DEBUG_BUILD, LAYOUT_DEALLOC, LAYOUT_CONSTANT, LAYOUT_SIZE_T, OTHER_PLATFORM, TOO_NEW, TOO_NEW_WEAK, PRIVATE, PRIVATE_WEAK,
    UNKNOWN, VERDICTS
} verdict;

/* Whose symbol is it? Formats that name a library for each import tell; elsewhere names do. */
static bool is_cpythons(const a3_pass *pass, const a3_import *import)
{
    if (import->name == NULL || a3_hook_name(import->name) || a3_pass_defines(pass, import->name))
        return false;
    return import->library == NULL || a3_pylib_parse(import->library, NULL);
}

static verdict judge_import(const a3_pass *pass, const a3_object *object, const a3_import *import)
{
    const a3_claim *claim = &object->claim;
    if (!is_cpythons(pass, import))
        return FINE;
    bool weak = (import->flags & A3_SYM_WEAK) != 0;
    if (a3_debug_symbol(import->name))
        return claim->source == A3_CLAIM_NONE ? FINE : DEBUG_BUILD;
    if (!a3_claim_stable(claim))
        return FINE;
    if (claim->abi3t)
        switch (a3_layout_symbol(import->name)) {
        case A3_LAYOUT_DEALLOC: return LAYOUT_DEALLOC;
        case A3_LAYOUT_CONSTANT: return LAYOUT_CONSTANT;
        case A3_LAYOUT_SIZE_T: return LAYOUT_SIZE_T;
        case A3_LAYOUT_NONE: break;
        }
    a3_stable stable;
    if (a3_stable_find(import->name, &stable)) {
        if (!a3_ifdef_holds((a3_ifdef)stable.ifdef, object->os))
            return OTHER_PLATFORM;
        if (claim->floor != 0 && stable.added > claim->floor)
            return weak ? TOO_NEW_WEAK : TOO_NEW;
        return FINE;
    }
    a3_private hidden;
    if (a3_private_find(import->name, &hidden) || a3_free_threaded_symbol(import->name))
        return weak ? PRIVATE_WEAK : PRIVATE;
    return weak ? FINE : UNKNOWN; /* weak and unknown: NULL everywhere */
}

static void say_missing(a3_buf *out, const a3_claim *claim, a3_exporters versions)
{
    a3_interp_set missing = 0;
    for (size_t i = 0; i < a3_interp_count(); i++) {
        const a3_interp *interp = a3_interp_at(i);
        if ((claim->installs >> i & 1) != 0 && interp->implementation == A3_IMPL_CPYTHON && interp->version >= A3_VERSION(3, 6) &&
            interp->version <= A3_ABI_DATA_LATEST && !a3_exported_by(versions, interp->version))
            missing |= UINT64_C(1) << i;
    }
    if (missing == 0 || claim->floor == 0)
        return;
    a3_arena scratch;
    a3_arena_init(&scratch, 1 << 16);
    a3_buf_printf(out, "; missing on %s, where this is installed", a3_interp_set_text(missing, &scratch));
    out->failed |= scratch.failed;
    a3_arena_free(&scratch);
}

static void evidence_private(a3_pass *pass, a3_finding *finding, const a3_object *object, const a3_import *import)
{
    a3_buf text = A3_BUF_INIT;
    a3_private hidden;
    a3_buf_str(&text, import->name);
    a3_buf_str(&text, ": ");
    if (a3_private_find(import->name, &hidden)) {
        a3_exporters_text(&text, hidden.versions);
        if (hidden.versions != A3_EXPORTERS_FREE_THREADED)
            say_missing(&text, &object->claim, hidden.versions);
    } else {
        a3_buf_str(&text, "only code for the version-specific free-threaded ABI imports it");
    }
    const a3_replacement *instead = a3_public_replacement(import->name);
    if (instead != NULL && instead->since != 0)
        a3_buf_printf(&text, "; use %s (Stable ABI since %s)", instead->use, A3_VERSION_TEXT(instead->since));
    else if (instead != NULL)
        a3_buf_printf(&text, "; use %s", instead->use);
    if ((import->flags & A3_SYM_WEAK) != 0)
        a3_buf_str(&text, "; weak");
    a3_evidence(pass->out, finding, "%s", a3_buf_keep(&text, pass->out->arena));
}

static void evidence(a3_pass *pass, a3_finding *finding, const a3_object *object, const a3_import *import, verdict kind)
{
    a3_stable stable;
    switch (kind) {
    case PRIVATE: case PRIVATE_WEAK:
        evidence_private(pass, finding, object, import);
        break;
    case TOO_NEW: case TOO_NEW_WEAK:
        if (a3_stable_find(import->name, &stable))
            a3_evidence(pass->out, finding, "%s: in the Stable ABI since %s%s", import->name, A3_VERSION_TEXT(stable.added),
                        kind == TOO_NEW_WEAK ? "; weak, so NULL before" : "");
        break;
    case OTHER_PLATFORM:
        if (a3_stable_find(import->name, &stable))
            a3_evidence(pass->out, finding, "%s: %s (#ifdef %s)", import->name, a3_ifdef_where((a3_ifdef)stable.ifdef),
                        a3_ifdef_name((a3_ifdef)stable.ifdef));
        break;
    default:
        a3_evidence(pass->out, finding, "%s", import->name);
        break;
    }
}

static a3_version newest(const a3_object *object)
{
    a3_version version = 0;
    for (size_t i = 0; i < object->python.count; i++) {
        a3_stable stable;
        const char *name = object->python.items[i].name;
        if (name != NULL && (object->python.items[i].flags & A3_SYM_WEAK) == 0 && a3_stable_find(name, &stable) && stable.added > version)
            version = stable.added;
    }
    return version;
}

/* Needs a library that is neither in the input nor the system's: it may define what CPython does not. */
static const char *foreign_library(const a3_pass *pass, const a3_object *object)
{
    for (size_t i = 0; i < object->needed.count; i++) {
        const char *name = object->needed.items[i].name;
        if (name != NULL && !a3_pylib_parse(name, NULL) && !a3_input_ships(pass->subject, name) && !a3_system_library(object->os, name))
            return name;
    }
    return NULL;
}

static a3_finding *begin(a3_pass *pass, const a3_object *object, verdict kind, size_t count)
{
    const char *member = object->file->name, *slice = object->slice, *s = count == 1 ? "" : "s";
    const a3_version_text claimed = a3_version_format(object->claim.floor);
    const char *floor = claimed.text;
    const char *abi = object->claim.abi3 && object->claim.abi3t ? "abi3 and abi3t" : object->claim.abi3t ? "abi3t" : "abi3";
    a3_finding *finding = NULL;
    const char *foreign;
    switch (kind) {
    case DEBUG_BUILD:
        return a3_find(pass->out, A3_RULE_A104, member, slice, "imports %zu name%s that only debug builds of CPython export", count, s);
    case LAYOUT_DEALLOC:
        finding = a3_find(pass->out, A3_RULE_A103, member, slice,
                          "claims abi3t and imports _Py_Dealloc: reference counts were inlined for the GIL layout, which corrupts memory on free-threaded CPython");
        break;
    case LAYOUT_CONSTANT:
        return a3_find_as(pass->out, A3_RULE_A103, A3_SEVERITY_WARNING, member, slice,
                          "claims abi3t and imports %zu name%s that headers for abi3t do not emit: some of the code was compiled for an older Limited API", count, s);
    case LAYOUT_SIZE_T:
        return a3_find_as(pass->out, A3_RULE_A103, A3_SEVERITY_NOTE, member, slice,
                          "claims abi3t and imports %zu name%s of headers before 3.13", count, s);
    case OTHER_PLATFORM:
        return a3_find(pass->out, A3_RULE_A105, member, slice, "imports %zu Stable ABI name%s that CPython does not export on this platform", count, s);
    case TOO_NEW:
        finding = a3_find(pass->out, A3_RULE_A102, member, slice,
                          "claims %s from CPython %s on and imports %zu name%s that came later: the import fails on versions before %s", abi, floor, count, s,
                          A3_VERSION_TEXT(newest(object)));
        a3_fix(pass->out, finding, "raise the interpreter tag to cp%u%u, or compile with Py_LIMITED_API=0x%02x%02x0000",
               a3_version_major(newest(object)), a3_version_minor(newest(object)), a3_version_major(object->claim.floor),
               a3_version_minor(object->claim.floor));
        break;
    case TOO_NEW_WEAK:
        return a3_find_as(pass->out, A3_RULE_A102, A3_SEVERITY_NOTE, member, slice, "weakly imports %zu name%s that came after CPython %s", count, s, floor);
    case PRIVATE:
        return a3_find(pass->out, A3_RULE_A101, member, slice, "claims %s and imports %zu CPython name%s outside the Stable ABI", abi, count, s);
    case PRIVATE_WEAK:
        return a3_find_as(pass->out, A3_RULE_A101, A3_SEVERITY_WARNING, member, slice, "claims %s and weakly imports %zu CPython name%s outside the Stable ABI",
                          abi, count, s);
    case UNKNOWN:
        foreign = foreign_library(pass, object);
        if (foreign == NULL)
            return a3_find(pass->out, A3_RULE_A106, member, slice, "imports %zu Python-like name%s that no known CPython exports and nothing here defines", count, s);
        finding = a3_find_as(pass->out, A3_RULE_A106, A3_SEVERITY_WARNING, member, slice,
                             "imports %zu Python-like name%s that no known CPython exports and nothing here defines; %s, which is not here, may", count, s, foreign);
        break;
    case FINE: case VERDICTS:
        break;
    }
    return finding;
}

static void unreadable_symbols(a3_pass *pass, const a3_object *object)
{
    if (object->symbols.status == A3_OK)
        return;
    a3_finding *finding = a3_find(pass->out, A3_RULE_A110, object->file->name, object->slice, "its symbol tables cannot be read: %s", object->symbols.message);
    if (object->symbols.offset != A3_NO_OFFSET)
        a3_evidence(pass->out, finding, "at byte 0x%llx", (unsigned long long)object->symbols.offset);
}

static void own_names(a3_pass *pass, const a3_object *object)
{
    if (object->own_python.count == 0 || object->defines_runtime)
        return;
    a3_finding *finding = a3_find(pass->out, A3_RULE_A111, object->file->name, object->slice, "exports %zu Python-like name%s of its own",
                                  object->own_python.count, object->own_python.count == 1 ? "" : "s");
    for (size_t i = 0; i < object->own_python.count; i++)
        a3_evidence(pass->out, finding, "%s", object->own_python.items[i]);
}

static void borrowed(a3_pass *pass, const a3_object *object)
{
    if (object->role != A3_ROLE_EXTENSION || object->module == NULL || !a3_claim_free_threaded(&object->claim))
        return;
    a3_slots_answer answer = a3_object_slots(object);
    if (answer.gil != A3_GIL_NOT_USED)
        return;
    a3_finding *finding = NULL;
    for (size_t i = 0; i < object->python.count; i++) {
        const char *name = object->python.items[i].name;
        const a3_replacement *strong = name && is_cpythons(pass, &object->python.items[i]) ? a3_strong_reference(name) : NULL;
        if (strong == NULL)
            continue;
        if (finding == NULL)
            finding = a3_find(pass->out, A3_RULE_A113, object->file->name, object->slice,
                              "runs without the GIL and imports functions that return borrowed references");
        if (strong->since != 0)
            a3_evidence(pass->out, finding, "%s: %s returns a strong reference (Stable ABI since %s)", name, strong->use, A3_VERSION_TEXT(strong->since));
        else
            a3_evidence(pass->out, finding, "%s: %s", name, strong->use);
    }
}

static void one_object(a3_pass *pass, const a3_object *object)
{
    unreadable_symbols(pass, object);
    for (verdict kind = DEBUG_BUILD; kind < VERDICTS; kind++) {
        size_t count = 0;
        for (size_t i = 0; i < object->python.count; i++)
            count += judge_import(pass, object, &object->python.items[i]) == kind;
        a3_finding *finding = count > 0 ? begin(pass, object, kind, count) : NULL;
        for (size_t i = 0; finding != NULL && i < object->python.count; i++)
            if (judge_import(pass, object, &object->python.items[i]) == kind)
                evidence(pass, finding, object, &object->python.items[i], kind);
    }
    own_names(pass, object);
    borrowed(pass, object);
}

/* A112, of the whole input: the newest Stable ABI name that any object imports. */
static void floor_note(a3_pass *pass)
{
    const a3_subject *subject = pass->subject;
    if (!subject->claim.abi3 || subject->claim.abi3t || subject->claim.floor == 0 || subject->kind == A3_INPUT_OBJECT)
        return;
    a3_version needed = A3_ABI3_FIRST;
    size_t extensions = 0;
    for (size_t f = 0; f < subject->file_count; f++)
        for (size_t i = 0; i < subject->files[f].objects.count; i++) {
            const a3_object *object = &subject->files[f].objects.items[i];
            if (object->err.status != A3_OK || object->symbols.status != A3_OK)
                return;
            const a3_hook *hook = a3_object_entry(object);
            extensions += object->role == A3_ROLE_EXTENSION;
            if (newest(object) > needed)
                needed = newest(object);
            if (hook != NULL && hook->kind == A3_HOOK_EXPORT)
                needed = A3_VERSION(3, 15);
        }
    if (extensions > 0 && needed < subject->claim.floor)
        a3_find(pass->out, A3_RULE_A112, NULL, NULL, "the tag says CPython %s and later; the imported names alone would allow %s",
                A3_VERSION_TEXT(subject->claim.floor), A3_VERSION_TEXT(needed));
}

void a3_pass_imports(a3_pass *pass)
{
    a3_each_object(pass, one_object);
    floor_note(pass);
}

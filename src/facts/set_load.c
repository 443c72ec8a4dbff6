/* SPDX-License-Identifier: MIT */
/* Would this interpreter import that file? What CPython does at import, asked of the facts: does the file's name suit, does
 * the loader find Python's symbols and DLL, is there a hook, are its slots accepted. Sources: importlib's suffix order,
 * CPython's Objects/moduleobject.c and Python/modsupport.c (PyABIInfo_Check), PEP 793, 803. */
#include <stdio.h>
#include <string.h>

#include "abi/pylib.h"
#include "abi/stable.h"
#include "base/text.h"
#include "facts/set.h"

enum { SLOT_ABI = 109 };
#define SLOTS_FIRST A3_VERSION(3, 15) /* PyModExport_ and Py_mod_abi */

size_t a3_interp_index(const a3_interp *interp) { return (size_t)(interp - a3_interp_at(0)); }

static bool cpython(const a3_interp *interp) { return interp->implementation == A3_IMPL_CPYTHON; }

__attribute__((format(printf, 4, 5))) static void refuse(a3_refusal *out, a3_interp_set set, a3_arena *arena, const char *format, ...)
{
    set &= ~out->refused;
    if (set == 0)
        return;
    char text[320];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    const char *kept = a3_strdup(arena, text);
    out->refused |= set;
    for (size_t i = 0; i < a3_interp_count(); i++)
        if (set >> i & 1)
            out->reasons[i] = kept ? kept : "";
}

static void unsure(a3_refusal *out, a3_interp_set set, const char *why)
{
    out->unknown |= set;
    for (size_t i = 0; i < a3_interp_count(); i++)
        if ((set >> i & 1) && out->reasons[i] == NULL)
            out->reasons[i] = why;
}

/* CPythons from `first` to before `end` (0: no end), with or without the GIL. */
static a3_interp_set range(a3_version first, a3_version end, bool gil, bool free_threaded)
{
    a3_interp_set set = 0;
    for (size_t i = 0; i < a3_interp_count(); i++) {
        const a3_interp *interp = a3_interp_at(i);
        if (cpython(interp) && interp->version >= first && (end == 0 || interp->version < end) &&
            (interp->free_threaded ? free_threaded : gil))
            set |= UINT64_C(1) << i;
    }
    return set;
}

static a3_interp_set all(void) { return range(0, 0, true, true); }

/* ---- the loader ---- */

static bool wheel_defines(const a3_subject *subject, const char *name)
{
    for (size_t f = 0; f < subject->file_count; f++)
        for (size_t i = 0; i < subject->files[f].objects.count; i++) {
            const a3_strings *own = &subject->files[f].objects.items[i].own_python;
            for (size_t k = 0; k < own->count; k++)
                if (strcmp(own->items[k], name) == 0)
                    return true;
        }
    return false;
}

/* Everything that it needs is in the wheel or part of the system: nobody else can define an unknown name. */
static bool needs_known(const a3_subject *subject, const a3_object *object)
{
    for (size_t i = 0; i < object->needed.count; i++) {
        const char *name = object->needed.items[i].name;
        if (!a3_input_ships(subject, name) && !a3_system_library(object->os, name) && !a3_pylib_parse(name, NULL))
            return false;
    }
    return true;
}

/* CPythons that do not export the name. A name of the Stable ABI may have been exported before it became one: that counts for
 * modules of one version, which were linked against it, and is no promise for modules that claim the Stable ABI. Later ones than the tables know are taken to export what the last one does. */
static a3_interp_set lacking(const char *name, const a3_object *object, bool *known)
{
    a3_stable stable;
    a3_private private;
    *known = true;
    if (a3_stable_find(name, &stable))
        return !a3_ifdef_holds(stable.ifdef, object->os) ? all() : a3_claim_stable(&object->claim) ? range(0, stable.added, true, true) : 0;
    if (a3_debug_symbol(name))
        return all();
    bool free_only = a3_free_threaded_symbol(name);
    if (!a3_private_find(name, &private)) {
        *known = free_only;
        return free_only ? range(0, 0, true, false) : 0;
    }
    a3_interp_set set = free_only ? range(0, 0, true, false) : 0;
    for (size_t i = 0; i < a3_interp_count(); i++) {
        const a3_interp *interp = a3_interp_at(i);
        a3_version version = interp->version > A3_ABI_DATA_LATEST ? A3_ABI_DATA_LATEST : interp->version;
        /* below 3.6 the tables say nothing */
        if (cpython(interp) && version >= A3_VERSION(3, 6) && !a3_exported_by(private.versions, version) &&
            !(interp->free_threaded && (private.versions & A3_EXPORTERS_FREE_THREADED)))
            set |= UINT64_C(1) << i;
    }
    return set;
}

static void loader_symbols(const a3_subject *subject, const a3_object *object, a3_arena *arena, a3_refusal *out)
{
    int closed = -1; /* not asked yet */
    size_t unknown_asked = 0;
    for (size_t i = 0; i < object->python.count; i++) {
        const a3_import *import = &object->python.items[i];
        if (import->name == NULL || (import->flags & (A3_SYM_WEAK | A3_SYM_DELAY)) != 0 || a3_hook_name(import->name))
            continue;
        bool known;
        a3_interp_set lack = lacking(import->name, object, &known);
        a3_stable stable;
        if (lack != 0 && a3_stable_find(import->name, &stable) && lack != all())
            refuse(out, lack, arena, "needs %s, in the Stable ABI since %s", import->name, A3_VERSION_TEXT(stable.added));
        else
            refuse(out, lack, arena, "needs %s, which is not exported there", import->name);
        if (known || unknown_asked++ >= 64) /* bounded: one sound reason is enough */
            continue;
        if (closed < 0)
            closed = needs_known(subject, object);
        if (closed && !wheel_defines(subject, import->name))
            refuse(out, all(), arena, "needs %s, which no known CPython exports", import->name);
    }
}

static void loader_dll(const a3_object *object, a3_arena *arena, a3_refusal *out)
{
    for (size_t i = 0; i < object->needed.count; i++) {
        a3_pylib lib;
        if (object->os != A3_OS_WINDOWS || (object->needed.items[i].flags & A3_NEEDED_DELAY) || !a3_pylib_parse(object->needed.items[i].name, &lib))
            continue;
        a3_interp_set have = lib.debug ? 0
                             : lib.stable ? range(lib.free_threaded ? SLOTS_FIRST : 0, 0, true, lib.free_threaded)
                                          : range(lib.version, (a3_version)(lib.version + 1), !lib.free_threaded, lib.free_threaded);
        refuse(out, all() & ~have, arena, "loads %s, which it does not have", object->needed.items[i].name);
    }
}

/* ---- hooks and slots ---- */

/* What PyABIInfo_Check of each interpreter in `set` says. */
static void abi_info(const a3_abi_info *info, a3_interp_set set, a3_arena *arena, a3_refusal *out)
{
    a3_version version = (a3_version)(info->abi_version >> 16);
    bool stable = info->flags & A3_ABI_STABLE, gil = info->flags & A3_ABI_GIL, free_threaded = info->flags & A3_ABI_FREETHREADED;
    if (info->major == 0)
        return;
    if (info->major > 1)
        refuse(out, set, arena, "refuses its Py_mod_abi: PyABIInfo version too high");
    if ((info->flags & A3_ABI_INTERNAL) && stable)
        refuse(out, set, arena, "refuses its Py_mod_abi: both INTERNAL and STABLE");
    if (stable && info->abi_version != 0 && version < A3_ABI3_FIRST)
        refuse(out, set, arena, "refuses its Py_mod_abi: STABLE with abi_version below 3.2");
    if (gil && !free_threaded)
        refuse(out, set & range(0, 0, false, true), arena, "refuses its Py_mod_abi: only compatible with GIL-enabled CPython");
    if (free_threaded && !gil)
        refuse(out, set & range(0, 0, true, false), arena, "refuses its Py_mod_abi: only compatible with free-threaded CPython");
    if (stable && info->abi_version != 0)
        refuse(out, set & range(0, version, true, true), arena, "refuses its Py_mod_abi: abi_version %s is later", A3_VERSION_TEXT(version));
    if (!stable && info->abi_version != 0)
        refuse(out, set & ~range(version, (a3_version)(version + 1), true, true), arena, "refuses its Py_mod_abi: made for CPython %s alone",
               A3_VERSION_TEXT(version));
}

static void slot_array(const a3_slot_array *array, const a3_hook *hook, a3_interp_set set, a3_arena *arena, a3_refusal *out)
{
    for (size_t i = 0; i < array->slots.count; i++) {
        const a3_slot *slot = &array->slots.items[i];
        if (slot->id == SLOT_ABI && slot->known && slot->null)
            refuse(out, set & range(SLOTS_FIRST, 0, true, true), arena, "refuses its Py_mod_abi: NULL");
        if (slot->id == SLOT_ABI && slot->abi_info != NULL)
            abi_info(slot->abi_info, set & range(SLOTS_FIRST, 0, true, true), arena, out);
        a3_version since = slot->id == 3 ? A3_VERSION(3, 12) : slot->id == 4 ? A3_VERSION(3, 13)
                           : slot->id >= 84 && slot->id <= 110               ? A3_VERSION(3, 15) : 0;
        if (hook->kind == A3_HOOK_INIT && since != 0)
            refuse(out, set & range(0, since, true, true), arena, "does not know slot %u (%s)", slot->id,
                   a3_slot_name(slot->id) ? a3_slot_name(slot->id) : "?");
    }
}

static void slots(const a3_object *object, const a3_hook *hook, a3_interp_set set, a3_arena *arena, a3_refusal *out)
{
    a3_slots_answer answer = a3_module_slots_answer(object->module, hook);
    if (hook->kind == A3_HOOK_EXPORT && answer.slots == A3_ANSWER_ABSENT)
        refuse(out, set, arena, "refuses %s: Py_mod_abi is missing", hook->symbol);
    if (answer.slots != A3_ANSWER_UNDETERMINED)
        for (size_t i = 0; i < answer.array_count; i++)
            slot_array(answer.arrays[i], hook, set, arena, out);
    else if (hook->kind == A3_HOOK_EXPORT)
        unsure(out, set, "what its hook returns could not be determined");
    a3_slot_faults faults = {0};
    if (answer.slots != A3_ANSWER_UNDETERMINED)
        a3_hook_faults_find(hook, &answer, arena, &faults);
    if (faults.count > 0)
        refuse(out, set, arena, "refuses its slots: %s", faults.items[0].text);
    for (size_t i = 0; hook->kind == A3_HOOK_INIT && i < hook->defs.count; i++) {
        a3_def_family family = hook->defs.items[i]->family;
        if (family == A3_DEF_FREETHREADED)
            refuse(out, set & range(0, 0, true, false), arena, "reads its PyModuleDef at other offsets (it is laid out for free-threaded CPython)");
        else if (family != A3_DEF_UNKNOWN)
            refuse(out, set & range(0, 0, false, true), arena, "reads its PyModuleDef at other offsets (it is laid out for CPython with the GIL)");
        else
            unsure(out, set & range(0, 0, false, true) & ~out->refused, "the layout of its PyModuleDef could not be told");
    }
}

void a3_object_refusal(const a3_subject *subject, const a3_object *object, a3_arena *arena, a3_refusal *out)
{
    memset(out, 0, sizeof *out);
    a3_interp_set every = all() | subject->claim.installs; /* PyPy too, where hooks and symbols are not judged */
    if (object->err.status != A3_OK) {
        refuse(out, every, arena, "cannot be read: %s", object->err.message);
        return;
    }
    if (object->defines_runtime)
        refuse(out, every, arena, "carries a Python runtime of its own");
    loader_dll(object, arena, out);
    loader_symbols(subject, object, arena, out);
    if (object->symbols.status != A3_OK)
        unsure(out, every, "its symbol tables cannot be read");
    if (object->module == NULL) {
        unsure(out, every, "its hooks could not be read");
        return;
    }
    const a3_hook *export = a3_object_hook(object, A3_HOOK_EXPORT), *init = a3_object_hook(object, A3_HOOK_INIT);
    const char *name = object->module_name ? object->module_name : "?";
    a3_interp_set new = range(SLOTS_FIRST, 0, true, true), by_init = init ? all() & ~(export ? new : 0) : 0;
    if (init == NULL)
        refuse(out, export ? every & ~new : every, arena, "looks for PyInit_%s%s, which it does not export", name, export ? "" : " or PyModExport_");
    if (export != NULL)
        slots(object, export, new, arena, out);
    if (init != NULL)
        slots(object, init, by_init, arena, out);
}

/* ---- groups ---- */

static const a3_object *slice_of(const a3_file *file, const a3_target *target)
{
    const a3_object *first = NULL;
    for (size_t i = 0; i < file->objects.count; i++) {
        const a3_object *object = &file->objects.items[i];
        if (object->role != A3_ROLE_EXTENSION)
            continue;
        if (first == NULL)
            first = object;
        if (target != NULL && object->arch == target->arch)
            return object;
    }
    return first;
}

const a3_object *a3_group_object(const a3_module_group *group, const a3_interp *interp, const a3_target *target)
{
    const a3_object *best = NULL;
    int best_rank = -1;
    const char *slash = strrchr(group->path, '/');
    const char *module = slash ? slash + 1 : group->path;
    for (size_t i = 0; i < group->count; i++) {
        const a3_object *object = slice_of(group->files[i], target);
        if (object == NULL)
            continue;
        a3_target own = {object->os, object->arch, object->libc, object->soft_float};
        int rank = a3_interp_imports(interp, target ? target : &own, a3_basename(group->files[i]->name), module);
        if (rank >= 0 && (best_rank < 0 || rank < best_rank)) {
            best = object;
            best_rank = rank;
        }
    }
    return best;
}

static void reason(a3_loading *load, a3_arena *arena, const char *path, const char *text)
{
    if (load->reasons.count >= A3_LOAD_REASONS)
        return;
    a3_set_text *slot = A3_PUSH(arena, &load->reasons);
    char *module = a3_strdup(arena, path), *why = a3_strdup(arena, text);
    if (slot != NULL)
        *slot = (a3_set_text){module ? module : "", why ? why : ""};
}

static bool same_machine(const a3_object *object, const a3_target *target)
{
    bool arch = object->arch == target->arch || object->arch == A3_ARCH_UNKNOWN || target->arch == A3_ARCH_UNKNOWN;
    return arch && (object->os == target->os || object->os == A3_OS_UNKNOWN);
}

static bool same_libc(const a3_object *object, const a3_target *target)
{
    return target->os != A3_OS_LINUX || object->libc == target->libc || object->libc == A3_LIBC_UNKNOWN || target->libc == A3_LIBC_UNKNOWN;
}

/* One group on all interpreters of one machine; `refusals` belong to the objects of the group, in order. */
static void load_group(const a3_module_group *group, const a3_refusal *refusals, const a3_object *const *objects, size_t count, a3_interp_set installs,
                       const a3_target *target, a3_loading *loads, a3_arena *arena)
{
    for (size_t i = 0; i < a3_interp_count(); i++) {
        if ((installs >> i & 1) == 0)
            continue;
        a3_loading *load = &loads[i];
        const a3_interp *interp = a3_interp_at(i);
        const a3_object *object = a3_group_object(group, interp, target);
        load->modules++;
        if (object == NULL && group->pure) /* the Python file beside it is found instead */
            continue;
        const char *why = object == NULL                                       ? "none of its files has a suffix that it imports"
                          : target == NULL                                      ? NULL
                          : !same_machine(object, target)                       ? "its file is made for another machine"
                          : !same_libc(object, target)                          ? "its file is made for another C library" : NULL;
        bool fails = why != NULL;
        for (size_t k = 0; k < count && !fails && object != NULL; k++)
            if (objects[k] == object) {
                why = refusals[k].reasons[i];
                fails = refusals[k].refused >> i & 1;
            }
        if (why == NULL)
            continue;
        load->failing += fails;
        load->unknown += !fails;
        a3_load_state state = fails ? A3_LOAD_FAILS : A3_LOAD_UNKNOWN;
        if (state > load->state) { /* what fails is said before what is not known */
            load->reasons.count = 0;
            load->state = state;
        }
        if (state == load->state)
            reason(load, arena, group->path, why);
    }
}

/* Files named as extensions that hold no object which could be opened: whoever imports them fails. */
static void load_broken(const a3_subject *subject, const a3_file *file, a3_set_wheel *wheel, a3_arena *arena)
{
    a3_suffix suffix = a3_suffix_parse(a3_basename(file->name));
    const char *why = file->err.status != A3_OK ? file->err.message : file->objects.count == 0 ? "is no native object" : NULL;
    for (size_t i = 0; i < file->objects.count && why == NULL; i++)
        if (file->objects.items[i].err.status != A3_OK)
            why = file->objects.items[i].err.message;
    if (why == NULL || (!suffix.windows && suffix.kind != A3_SUFFIX_ABI3 && suffix.kind != A3_SUFFIX_ABI3T && suffix.kind != A3_SUFFIX_VERSION))
        return;
    for (size_t i = 0; i < wheel->targets.count * a3_interp_count(); i++) {
        a3_loading *load = &wheel->loads[i];
        if ((subject->claim.installs >> i % a3_interp_count() & 1) == 0)
            continue;
        if (load->state < A3_LOAD_FAILS)
            load->reasons.count = 0;
        load->state = A3_LOAD_FAILS;
        load->modules++;
        load->failing++;
        reason(load, arena, file->name, why);
    }
}

void a3_set_loads(const a3_subject *subject, a3_set_wheel *wheel, a3_arena *arena)
{
    size_t interps = a3_interp_count();
    wheel->loads = A3_NEW_ARRAY(arena, a3_loading, wheel->targets.count * interps);
    if (wheel->loads == NULL)
        return;
    a3_arena work;
    a3_arena_init(&work, subject->how->limits.arena);
    for (size_t g = 0; g < subject->modules.count; g++) {
        const a3_module_group *group = &subject->modules.items[g];
        size_t count = 0, room = 0;
        for (size_t f = 0; f < group->count; f++)
            room += group->files[f]->objects.count;
        a3_refusal *refusals = A3_NEW_ARRAY(&work, a3_refusal, room);
        const a3_object **objects = A3_NEW_ARRAY(&work, const a3_object *, room);
        for (size_t f = 0; f < group->count && refusals != NULL && objects != NULL; f++)
            for (size_t i = 0; i < group->files[f]->objects.count; i++) {
                objects[count] = &group->files[f]->objects.items[i];
                if (objects[count]->role == A3_ROLE_EXTENSION)
                    a3_object_refusal(subject, objects[count], &work, &refusals[count]);
                count++;
            }
        for (size_t t = 0; t < wheel->targets.count; t++) {
            const a3_target *target = &wheel->targets.items[t];
            load_group(group, refusals, objects, count, subject->claim.installs, target->os == A3_OS_UNKNOWN ? NULL : target,
                       &wheel->loads[t * interps], arena);
        }
        if (work.failed)
            a3_arena_fail(arena);
        a3_arena_free(&work);
        a3_arena_init(&work, subject->how->limits.arena);
    }
    a3_arena_free(&work);
    for (size_t f = 0; f < subject->file_count; f++)
        if (subject->files[f].named_binary)
            load_broken(subject, &subject->files[f], wheel, arena);
}

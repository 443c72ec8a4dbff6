/* SPDX-License-Identifier: MIT */
/* From runs over code to what hooks say: the arrays that they return, the defs and type specs that they hand on. */
#include "module/hooks.h"

#include <string.h>

#include "module/defs.h"
#include "module/slots.h"

/* Budgets, in instructions. A hook of PyO3's debug build takes 900, of pybind11 2,500; what is longer is a single-phase
 * init, where the calls matter that come early. */
enum { HOOK_STEPS = 20000, FUNCTION_STEPS = 10000, LEAST_STEPS = 1000, STEPS_BEHIND_DEF = 2000, MOST_ARRAYS = 16, MOST_DEFS = 32, MOST_TYPES = 512, MOST_OBJECTS = 512 };

/* -- what paths return -- */

static bool keep_array(a3_reading *r, a3_slot_array *array)
{
    a3_hook *hook = r->hook;
    for (size_t i = 0; i < hook->arrays.count; i++) {
        a3_slot_array *other = hook->arrays.items[i];
        if (a3_slots_same(other, array)) {
            other->maybe_stale = other->maybe_stale && array->maybe_stale;
            return true;
        }
        /* One path fills it, another finds it filled: what it holds before is returned by none. */
        if (other->address == array->address && other->written != array->written) {
            hook->arrays.items[i] = other->written ? other : array;
            return true;
        }
    }
    if (hook->arrays.count == MOST_ARRAYS) {
        hook->returns_unknown = true;
        return true;
    }
    a3_slot_array **place = A3_PUSH(r->arena, &hook->arrays);
    if (place != NULL)
        *place = array;
    return place != NULL;
}

/* Every entry of the top array and its end were stored by the code that we followed. */
static bool built_by_code(const a3_reading *r, const a3_slot_array *array)
{
    unsigned stride = a3_slot_stride(r->m->im, array->layout), head = array->layout == A3_SLOTS_NEW ? 2 : 4;
    uint64_t at = array->address;
    for (size_t i = 0; i < array->slots.count; i++)
        if (array->slots.items[i].depth == 1) {
            if (!a3_memory_written(r->m, at, head))
                return false;
            at += stride;
        }
    return array->complete && a3_memory_written(r->m, at, head);
}

/* An unknown function was given the address of what stands there, or of what it stands in. */
static bool is_touched(const a3_touched *touched, uint64_t address, uint64_t size)
{
    enum { BEFORE = 256 };
    if (touched->count > A3_MOST_TOUCHED)
        return true;
    for (unsigned i = 0; i < touched->count; i++)
        if (touched->address[i] + BEFORE >= address && touched->address[i] < address + size)
            return true;
    return false;
}

/* An array that code may have changed behind our back says nothing by what it lacks. */
static void judge_staleness(const a3_reading *r, a3_slot_array *array, bool stale, bool doubtful, const a3_touched *touched)
{
    stale = stale || is_touched(touched, array->address, 16 * (array->slots.count + 1));
    stale = stale && a3_memory_writable(r->m, array->address) && !built_by_code(r, array);
    array->maybe_stale = (stale || doubtful) && a3_slot_find(array, A3_SLOT_ABI) == NULL;
}

/* Returned if a variable has another value than at first: only what stands in the file whole is believed then. */
static bool maybe_returned(a3_reading *r, uint64_t value)
{
    const a3_segment *segment = a3_image_segment(r->m->im, value);
    if (segment == NULL || r->hook->kind != A3_HOOK_EXPORT || a3_memory_written(r->m, value, 4))
        return true;
    a3_slot_array *array = a3_slots_walk(r->m, value, A3_SLOTS_NEW, false, A3_BASIS_CODE, r->arena);
    if (array == NULL)
        return false;
    if (!array->complete || array->slots.count == 0)
        return true;
    a3_slot_array **place = A3_PUSH(r->arena, &r->maybes);
    if (place != NULL)
        *place = array;
    return place != NULL;
}

/* What no path returns at first is added: it is as bad as it is. */
static bool add_maybes(a3_reading *r)
{
    bool room = true;
    for (size_t i = 0; i < r->maybes.count && room; i++) {
        bool known = false;
        for (size_t k = 0; k < r->hook->arrays.count; k++)
            known = known || r->hook->arrays.items[k]->address == r->maybes.items[i]->address;
        room = known || keep_array(r, r->maybes.items[i]);
    }
    r->maybes = (a3_slot_arrays){0};
    return room;
}

static bool returned(void *user, const a3_result *result)
{
    a3_reading *r = user;
    bool known = result->known;
    uint64_t value = result->value;
    if (result->maybe)
        return !known || value == 0 || maybe_returned(r, value);
    if (known && value == 0) {
        r->hook->returns_null = true;
        return true;
    }
    a3_pointer p = a3_memory_classify(r->m, value);
    r->hook->returns_foreign = r->hook->returns_foreign || result->foreign;
    if (!known || p.kind != A3_POINTER_ADDRESS || a3_memory_is_stack(r->m, value)) {
        r->hook->returns_unknown = true;
        return true;
    }
    if (r->hook->kind != A3_HOOK_EXPORT)
        return true;
    a3_slot_array *array = a3_slots_walk(r->m, value, A3_SLOTS_NEW, false, A3_BASIS_CODE, r->arena);
    if (array == NULL)
        return false;
    array->written = a3_memory_written(r->m, value, 4);
    judge_staleness(r, array, result->stale, result->doubtful, result->touched);
    return keep_array(r, array);
}

/* -- what is handed to functions -- */

static bool keep_def_array(a3_reading *r, const a3_module_def *def, const a3_call *call)
{
    if (def->slots == NULL || r->hook->kind != A3_HOOK_INIT)
        return true;
    def->slots->written = a3_memory_written(r->m, def->slots->address, 4);
    judge_staleness(r, def->slots, call->stale, false, call->touched);
    return keep_array(r, def->slots);
}

static bool keep_object(a3_reading *r, uint64_t address, const char *kind, const char *function, const char *name)
{
    for (size_t i = 0; i < r->module->objects.count; i++) {
        a3_static_object *o = &r->module->objects.items[i];
        if (o->address == address) {
            o->on_live_path = o->on_live_path || r->live;
            return true;
        }
    }
    if (r->module->objects.count == MOST_OBJECTS)
        return true;
    a3_static_object *o = A3_PUSH(r->arena, &r->module->objects);
    if (o != NULL)
        *o = (a3_static_object){.address = address, .kind = kind, .function = function, .name = name, .basis = A3_BASIS_CODE,
                                .on_live_path = r->live};
    return o != NULL;
}

static void note_use(a3_module_def *def, const a3_call *call)
{
    def->multi_phase = def->multi_phase || call->watch == A3_WATCH_DEF_INIT;
    def->single_phase = def->single_phase || call->watch == A3_WATCH_CREATE;
    def->stale = def->stale || call->stale || is_touched(call->touched, def->address, 128);
    if (def->stale && def->name == NULL && def->slots == NULL)
        def->slots_known = false; /* blank: filled by what was not followed */
}

static bool is_settled(const a3_module_def *def)
{
    return def->slots_known && (def->slots == NULL || (def->slots->complete && !def->slots->maybe_stale));
}

/* The definition that was looked for is read: what is left of the code needs no thorough look. */
static bool hurry(a3_reading *r, const a3_module_def *def, const a3_call *call)
{
    bool all = call->watch == A3_WATCH_DEF_INIT || !r->module->imports_set_gil;
    if (r->hook->kind == A3_HOOK_INIT && all && is_settled(def) && r->plan.steps - r->outcome->steps > STEPS_BEHIND_DEF)
        r->plan.steps = r->outcome->steps + STEPS_BEHIND_DEF;
    return true;
}

/* One path fills its slots, another finds them filled. */
static bool see_again(a3_reading *r, a3_module_def *def, const a3_call *call)
{
    note_use(def, call);
    if (is_settled(def))
        return true;
    a3_module_def *other = a3_def_read(r->m, call->value, A3_BASIS_CODE, r->arena);
    if (other == NULL)
        return false;
    if (other->slots == NULL || !other->slots->complete || !a3_memory_written(r->m, other->slots->address, 4))
        return true;
    def->slots = other->slots;
    return keep_def_array(r, def, call);
}

static bool saw_def(a3_reading *r, const a3_call *call)
{
    a3_hook *hook = r->hook;
    hook->single_phase = hook->single_phase || call->watch == A3_WATCH_CREATE;
    if (!call->known || call->value == 0) {
        hook->returns_unknown = hook->returns_unknown || !call->maybe;
        return true;
    }
    bool is_static = a3_image_segment(r->m->im, call->value) != NULL;
    for (size_t i = 0; i < hook->defs.count; i++)
        if (hook->defs.items[i]->address == call->value)
            return see_again(r, hook->defs.items[i], call) && hurry(r, hook->defs.items[i], call);
    if (hook->defs.count == MOST_DEFS)
        return true;
    a3_module_def *def = a3_def_read(r->m, call->value, A3_BASIS_CODE, r->arena);
    if (def == NULL)
        return false;
    if (call->maybe && (def->slots == NULL || def->slots->slots.count == 0 || a3_memory_written(r->m, call->value, 8)))
        return true; /* not filled in on this path */
    def->on_live_path = r->live;
    note_use(def, call);
    a3_module_def **place = A3_PUSH(r->arena, &hook->defs);
    if (place == NULL)
        return false;
    *place = def;
    if (is_static && !keep_object(r, call->value, "PyModuleDef", call->name, def->name))
        return false;
    return keep_def_array(r, def, call) && hurry(r, def, call);
}

static void saw_gil(a3_reading *r, const a3_call *call)
{
    r->hook->sets_gil = true;
    if (call->known && call->value == 1)
        r->hook->sets_gil_not_used = true;
}

static bool saw_spec(a3_reading *r, const a3_call *call)
{
    a3_type_spec spec = {.function = call->name, .basis = A3_BASIS_CODE};
    bool read = false;
    if (call->known && call->value != 0)
        read = call->watch == A3_WATCH_TYPE_SLOTS ? a3_type_slots_read(r->m, call->value, r->arena, &spec)
                                                  : a3_type_spec_read(r->m, call->value, r->arena, &spec);
    if (r->arena->failed)
        return false;
    if (!read) {
        r->module->types_undetermined = true;
        return true;
    }
    for (size_t i = 0; i < r->module->types.count; i++) {
        const a3_type_spec *t = &r->module->types.items[i];
        if (t->address == spec.address && t->basicsize == spec.basicsize && t->itemsize == spec.itemsize)
            return true;
    }
    if (r->module->types.count == MOST_TYPES)
        return true;
    a3_type_spec *place = A3_PUSH(r->arena, &r->module->types);
    if (place != NULL)
        *place = spec;
    return place != NULL;
}

static bool saw_check(a3_reading *r, const a3_call *call)
{
    const a3_abi_info *info = call->known ? a3_abi_info_read(r->m, call->value, r->arena) : NULL;
    if (info == NULL)
        return !r->arena->failed;
    for (size_t i = 0; i < r->module->checked.count; i++)
        if (r->module->checked.items[i]->address == info->address)
            return true;
    const a3_abi_info **place = A3_PUSH(r->arena, &r->module->checked);
    if (place != NULL)
        *place = info;
    return place != NULL;
}

static bool called(void *user, const a3_call *call)
{
    a3_reading *r = user;
    switch (call->watch) {
    case A3_WATCH_DEF_INIT: case A3_WATCH_CREATE: case A3_WATCH_FROM_DEF:
        return saw_def(r, call);
    case A3_WATCH_SET_GIL:
        saw_gil(r, call);
        return true;
    case A3_WATCH_TYPE_SPEC: case A3_WATCH_TYPE_SLOTS:
        return saw_spec(r, call);
    case A3_WATCH_TYPE_READY:
        if (!call->known || a3_image_segment(r->m->im, call->value) == NULL)
            return true;
        return keep_object(r, call->value, "PyTypeObject", call->name, a3_type_name(r->m, call->value, r->arena)) &&
               !r->arena->failed;
    case A3_WATCH_ABI_CHECK:
        return saw_check(r, call);
    default:
        return true;
    }
}

/* -- runs -- */

static a3_status run(a3_reading *r, a3_plan plan, bool results, a3_outcome *out)
{
    a3_visitor visitor = {.user = r, .called = called, .returned = results ? returned : NULL};
    if (plan.steps > r->steps)
        plan.steps = r->steps < LEAST_STEPS ? LEAST_STEPS : r->steps;
    if (plan.steps > r->steps_left)
        plan.steps = r->steps_left;
    r->plan = plan;
    r->outcome = out;
    a3_status status = a3_interpret(r->machine, &r->plan, &visitor, out);
    r->steps_left -= out->steps;
    return status;
}

/* A definition that says all, or arrays that a PyModExport_ hook returns. */
static bool has_found(const a3_hook *hook)
{
    bool found = hook->kind == A3_HOOK_EXPORT && hook->arrays.count > 0;
    for (size_t i = 0; i < hook->defs.count && !found; i++)
        found = is_settled(hook->defs.items[i]);
    return found;
}

/* Everything that the hook's own functions can show: all paths for PyModExport_, every call for PyInit_. */
static a3_status follow_hook(a3_reading *r, bool constructors)
{
    a3_hook *hook = r->hook;
    bool all_paths = hook->kind == A3_HOOK_EXPORT;
    a3_plan plan = {.entry = hook->address, .steps = HOOK_STEPS, .follow = true, .cover = !all_paths,
                    .constructors = constructors};
    a3_outcome out;
    a3_status status = run(r, plan, all_paths, &out);
    bool unknown = hook->returns_unknown, found = has_found(hook);
    /* No definition: perhaps the way to it leads through a side that was seen when a helper was called from elsewhere. */
    if (status == A3_OK && !all_paths && !found) {
        plan.contexts = true;
        status = run(r, plan, false, &out);
        found = has_found(hook);
        plan.contexts = false;
    }
    /* Not to the end: once more, over the calls instead of into them. */
    if (status == A3_OK && (all_paths || !found) && !out.complete) {
        const char *stopped = out.stopped;
        hook->returns_unknown = false;
        plan.follow = false;
        status = run(r, plan, all_paths, &out);
        if (!out.complete)
            out.stopped = stopped;
        hook->returns_unknown = hook->returns_unknown && (unknown || !out.complete);
    }
    hook->followed = out.complete;
    hook->stopped = out.stopped;
    return status == A3_OK && !add_maybes(r) ? A3_NOMEM : status;
}

/* -- what constructors may have done before -- */

static bool is_blank(const a3_slot_array *array)
{
    const a3_slot *abi = a3_slot_find(array, A3_SLOT_ABI);
    return array->slots.count == 0 || (abi != NULL && abi->null);
}

/* As the file has it, in memory that is written to, and not as a module's own slots should be. */
static bool array_in_doubt(const a3_reading *r, const a3_slot_array *array)
{
    bool lacks = is_blank(array) || (r->hook->kind == A3_HOOK_EXPORT && a3_slot_find(array, A3_SLOT_ABI) == NULL);
    return lacks && !array->written && !array->maybe_stale && array->complete &&
           a3_image_segment(r->m->im, array->address) != NULL && a3_memory_writable(r->m, array->address);
}

static bool def_in_doubt(const a3_reading *r, const a3_module_def *def)
{
    return def->name == NULL && def->slots == NULL && def->slots_known && def->family == A3_DEF_UNKNOWN &&
           a3_image_segment(r->m->im, def->address) != NULL;
}

static bool in_doubt(const a3_reading *r)
{
    const a3_start *start = &r->m->im->start;
    bool doubt = false;
    if (start->function == 0 && start->table_size == 0)
        return false;
    for (size_t i = 0; i < r->hook->arrays.count; i++)
        doubt = doubt || array_in_doubt(r, r->hook->arrays.items[i]);
    for (size_t i = 0; i < r->hook->defs.count; i++)
        doubt = doubt || def_in_doubt(r, r->hook->defs.items[i]);
    return doubt;
}

/* The constructors could not be followed to their end: what is blank may have been filled by them, and so may what they were
 * seen to change. */
static void keep_doubt(const a3_reading *r, const a3_hook *after)
{
    for (size_t i = 0; i < r->hook->arrays.count; i++) {
        a3_slot_array *array = r->hook->arrays.items[i];
        bool changed = is_blank(array);
        for (size_t k = 0; k < after->arrays.count; k++)
            changed = changed || (after->arrays.items[k]->address == array->address && !a3_slots_same(after->arrays.items[k], array));
        array->maybe_stale = array->maybe_stale || (changed && array_in_doubt(r, array));
    }
    for (size_t i = 0; i < r->hook->defs.count; i++)
        if (def_in_doubt(r, r->hook->defs.items[i]))
            r->hook->defs.items[i]->slots_known = false;
}

a3_status a3_hook_follow(a3_reading *r)
{
    a3_hook *hook = r->hook;
    if (r->machine == NULL)
        hook->stopped = "there is no decoder for this machine";
    if (hook->stopped != NULL)
        return A3_OK;
    const a3_hook blank = *hook;
    a3_status status = follow_hook(r, false);
    if (status != A3_OK || !in_doubt(r))
        return status;
    const a3_hook before = *hook;
    *hook = blank;
    status = follow_hook(r, true);
    if (hook->followed && hook->arrays.count + hook->defs.count > 0)
        return status;
    const a3_hook after = *hook;
    *hook = before;
    keep_doubt(r, &after);
    return status;
}

/* Py_mod_create and Py_mod_exec of the array. */
static a3_status follow_functions(a3_reading *r, const a3_slot_array *array)
{
    for (size_t i = 0; i < array->slots.count; i++) {
        const a3_slot *slot = &array->slots.items[i];
        unsigned id = a3_slot_canonical(slot->id);
        if ((id != A3_SLOT_CREATE && id != A3_SLOT_EXEC) || !slot->known || slot->value.kind != A3_POINTER_ADDRESS)
            continue;
        a3_outcome out;
        a3_plan plan = {.entry = slot->value.value, .steps = FUNCTION_STEPS, .follow = true, .cover = true};
        a3_status status = run(r, plan, false, &out);
        if (status == A3_OK && !out.complete) {
            plan.follow = false;
            status = run(r, plan, false, &out);
        }
        if (status != A3_OK)
            return status;
    }
    return A3_OK;
}

a3_status a3_hook_follow_slots(a3_reading *r)
{
    a3_status status = A3_OK;
    for (size_t i = 0; i < r->hook->arrays.count && status == A3_OK && r->machine != NULL; i++)
        status = follow_functions(r, r->hook->arrays.items[i]);
    return status;
}

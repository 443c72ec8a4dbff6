/* SPDX-License-Identifier: MIT */
/* One answer out of what hooks, code and data say. */
#include "module/scan.h"
#include "module/slots.h"

/* How many interpreters refuse it, roughly: higher is worse. */
static unsigned badness(const a3_abi_info *info)
{
    bool stable = info->flags & A3_ABI_STABLE, internal = info->flags & A3_ABI_INTERNAL;
    unsigned abi_minor = info->abi_version >> 16 & 0xff, abi_major = info->abi_version >> 24;
    bool too_early = stable && info->abi_version != 0 && (abi_major < 3 || (abi_major == 3 && abi_minor < 2));
    unsigned missing = 0;
    if (info->flags & (A3_ABI_GIL | A3_ABI_FREETHREADED))
        missing = (info->flags & A3_ABI_FREETHREADED ? 0 : 2) + (info->flags & A3_ABI_GIL ? 0 : 1);
    if (info->major > 1 || (info->major == 1 && ((stable && internal) || too_early)))
        return 64;
    if (info->major == 0)
        return 32;
    return (internal ? 16 : 0) + (stable ? 0 : 8) + missing;
}

static void take_worse(const a3_abi_info **worst, const a3_abi_info *info)
{
    if (info == NULL)
        return;
    if (*worst == NULL || badness(info) > badness(*worst) ||
        (badness(info) == badness(*worst) && info->abi_version > (*worst)->abi_version))
        *worst = info;
}

static unsigned gil_rank(a3_gil gil)
{
    switch (gil) {
    case A3_GIL_USED:
        return 3;
    case A3_GIL_ABSENT:
        return 2;
    case A3_GIL_UNDETERMINED:
        return 1;
    case A3_GIL_NOT_USED:
        break;
    }
    return 0;
}

static void take_gil(a3_slots_answer *answer, a3_gil gil, bool *first)
{
    if (*first || gil_rank(gil) > gil_rank(answer->gil))
        answer->gil = gil;
    *first = false;
}

static void summarise(a3_slots_answer *answer, const a3_slot_arrays *arrays)
{
    bool first = true;
    answer->arrays = arrays->items;
    answer->array_count = arrays->count;
    answer->abi_info = NULL;
    answer->gil = A3_GIL_UNDETERMINED;
    for (size_t i = 0; i < arrays->count; i++) {
        const a3_slot_array *array = arrays->items[i];
        take_gil(answer, a3_array_gil(array), &first);
        for (size_t k = 0; k < array->slots.count; k++)
            take_worse(&answer->abi_info, array->slots.items[k].abi_info);
    }
}

typedef struct tally {
    size_t with, without, unread;
} tally;

static tally count_arrays(const a3_slot_arrays *arrays)
{
    tally t = {0, 0, 0};
    for (size_t i = 0; i < arrays->count; i++) {
        const a3_slot_array *array = arrays->items[i];
        if (a3_slot_find(array, A3_SLOT_ABI) != NULL)
            t.with++;
        else if (array->complete && !array->maybe_stale)
            t.without++;
        else
            t.unread++;
    }
    return t;
}

static size_t hooks_of_kind(const a3_module *m, a3_hook_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < m->hooks.count; i++)
        count += m->hooks.items[i].kind == kind;
    return count;
}

/* Why the code did not tell. */
static const char *reason(const a3_hook *hook)
{
    if (hook->stopped != NULL)
        return hook->stopped;
    if (hook->returns_foreign && hook->kind == A3_HOOK_EXPORT)
        return "the hook returns what an imported function gives it";
    if (hook->kind == A3_HOOK_INIT && hook->defs.count == 0)
        return "the hook hands on no definition of its own";
    return "the hook returns what could not be told";
}

/* The code did not tell: do the data? Only where no array was seen that says otherwise. */
static a3_slots_answer by_data(const a3_module *m, const a3_hook *hook, bool contradicted)
{
    a3_slots_answer answer = {.slots = A3_ANSWER_UNDETERMINED};
    bool several = hook->kind == A3_HOOK_EXPORT ? hooks_of_kind(m, A3_HOOK_EXPORT) > 1 : m->hooks.count > 1;
    bool usable = m->scan.arrays.count > 0 && !contradicted && !hook->elsewhere && !hook->returns_foreign;
    summarise(&answer, usable && !several && hook->arrays.count == 0 ? &m->scan.arrays : &hook->arrays);
    if (!usable) {
        answer.why = reason(hook);
    } else if (several) {
        answer.why = "the hook's code could not be followed, and the file has several hooks";
    } else if (!m->scan.agree) {
        answer.why = "the hook's code could not be followed, and the slot arrays in the file differ";
    } else {
        summarise(&answer, &m->scan.arrays);
        answer.slots = A3_ANSWER_VERIFIED;
        answer.basis = A3_BASIS_DATA;
    }
    /* What the hook does not provably return does not speak for it; what it provably can return is as bad as it is. */
    if (answer.slots == A3_ANSWER_UNDETERMINED &&
        (answer.arrays != hook->arrays.items || (answer.gil != A3_GIL_USED && answer.gil != A3_GIL_ABSENT)))
        answer.gil = A3_GIL_UNDETERMINED;
    return answer;
}

/* A def without m_slots, or single-phase: no slots at all. Its GIL is what PyUnstable_Module_SetGIL says. */
static a3_gil single_phase_gil(const a3_module *m, const a3_hook *hook)
{
    if (hook->sets_gil_not_used)
        return A3_GIL_NOT_USED;
    if (hook->sets_gil)
        return A3_GIL_USED;
    /* imported and not seen called: it may stand where the reading did not get */
    return m->imports_set_gil ? A3_GIL_UNDETERMINED : A3_GIL_ABSENT;
}

static bool has_slotless_def(const a3_hook *hook)
{
    for (size_t i = 0; i < hook->defs.count; i++)
        if (hook->defs.items[i]->slots_known && hook->defs.items[i]->slots == NULL)
            return true;
    return false;
}

a3_slots_answer a3_module_slots_answer(const a3_module *m, const a3_hook *hook)
{
    a3_slots_answer answer = {.slots = A3_ANSWER_UNDETERMINED, .why = "there is no hook"};
    if (hook == NULL)
        return answer;
    bool slotless = hook->kind == A3_HOOK_INIT && has_slotless_def(hook);
    tally t = count_arrays(&hook->arrays);
    answer.why = NULL;
    summarise(&answer, &hook->arrays);
    if (slotless) {
        bool first = hook->arrays.count == 0;
        take_gil(&answer, hook->single_phase ? single_phase_gil(m, hook) : A3_GIL_ABSENT, &first);
    }
    if (t.without > 0 || slotless) {
        answer.slots = A3_ANSWER_ABSENT;
        answer.basis = A3_BASIS_CODE;
        return answer;
    }
    /* PyInit_: the def that was passed on is the one, whatever else the code does before. */
    bool every_path = hook->kind == A3_HOOK_INIT ? !hook->returns_unknown : hook->followed && !hook->returns_unknown;
    if (t.with > 0 && t.unread == 0 && every_path) {
        answer.slots = A3_ANSWER_VERIFIED;
        answer.basis = A3_BASIS_CODE;
        return answer;
    }
    if (hook->followed && t.with + t.unread == 0 && hook->returns_null && !hook->returns_unknown) {
        answer.why = "the hook returns NULL on every path";
        return answer;
    }
    return by_data(m, hook, t.unread > 0);
}

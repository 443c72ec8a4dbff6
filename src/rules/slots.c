/* SPDX-License-Identifier: MIT */
/* A3: what the hook returns, held against the claim. */
#include <string.h>

#include "abi/stable.h"
#include "base/text.h"
#include "rules/hooks.h"
#include "rules/judge.h"

enum { SLOT_ABI = 109 };

static a3_version abi_version(const a3_abi_info *info) { return (a3_version)(info->abi_version >> 16); }

static const char *flags_text(uint16_t flags, a3_arena *arena)
{
    static const char *const names[] = {"STABLE", "GIL", "FREETHREADED", "INTERNAL"};
    a3_buf out = A3_BUF_INIT;
    for (unsigned bit = 0; bit < 16; bit++)
        if (flags >> bit & 1) {
            a3_buf_str(&out, out.size ? " " : "");
            if (bit < 4)
                a3_buf_str(&out, names[bit]);
            else
                a3_buf_printf(&out, "0x%x", 1u << bit);
        }
    if (flags == 0)
        a3_buf_str(&out, "no flags");
    return a3_buf_keep(&out, arena);
}

/* A302: refused whatever the tag. NULL: fine. */
static const char *refused(const a3_abi_info *info)
{
    if (info->major > 1)
        return "its major version is above 1 (\"PyABIInfo version too high\")";
    if (info->major == 0)
        return NULL;
    if ((info->flags & A3_ABI_STABLE) != 0 && (info->flags & A3_ABI_INTERNAL) != 0)
        return "it says both INTERNAL and STABLE (\"cannot use both internal and stable ABI\")";
    if ((info->flags & A3_ABI_STABLE) != 0 && info->abi_version != 0 && abi_version(info) < A3_ABI3_FIRST)
        return "it says STABLE with an abi_version below 3.2 (\"invalid stable ABI version\")";
    return NULL;
}

/* Interpreters of the claim, by kind. */
typedef struct kinds {
    bool gil, free_threaded;
    a3_version lowest, highest;
} kinds;

static kinds kinds_of(const a3_claim *claim)
{
    kinds k = {false, false, 0, 0};
    for (size_t i = 0; i < a3_interp_count(); i++) {
        const a3_interp *interp = a3_interp_at(i);
        if ((claim->installs >> i & 1) == 0 || interp->implementation != A3_IMPL_CPYTHON)
            continue;
        k.gil |= !interp->free_threaded;
        k.free_threaded |= interp->free_threaded;
        if (k.lowest == 0 || interp->version < k.lowest)
            k.lowest = interp->version;
        if (interp->version > k.highest)
            k.highest = interp->version;
    }
    if (claim->installs == 0) { /* tags that nothing installs: what they are meant to say */
        k.gil = claim->abi3 || !claim->abi3t;
        k.free_threaded = claim->abi3t;
        k.lowest = k.highest = claim->floor;
    }
    return k;
}

/* A304: true of some tag, but not of this one. Adds each reason as evidence; returns how many. */
static size_t mismatch(a3_pass *pass, a3_finding *finding, const a3_object *object, const a3_abi_info *info)
{
    const a3_claim *claim = &object->claim;
    kinds k = kinds_of(claim);
    bool stable = (info->flags & A3_ABI_STABLE) != 0, gil = (info->flags & A3_ABI_GIL) != 0;
    bool free_threaded = (info->flags & A3_ABI_FREETHREADED) != 0, internal = (info->flags & A3_ABI_INTERNAL) != 0;
    size_t count = 0;
#define REASON(...) (count++, a3_evidence(pass->out, finding, __VA_ARGS__))
    if (info->major != 1)
        return 0;
    if (a3_claim_stable(claim) && !stable)
        REASON("not STABLE: it was compiled for one version only, the tags claim the Stable ABI");
    if (internal && info->abi_version != 0)
        REASON("INTERNAL: only the very CPython that it was built with takes it (\"incompatible internal ABI\")");
    if (k.free_threaded && gil && !free_threaded)
        REASON("GIL without FREETHREADED: free-threaded CPython, which the tags claim, refuses it (\"only compatible with GIL-enabled CPython\")");
    if (k.gil && free_threaded && !gil)
        REASON("FREETHREADED without GIL: CPython with the GIL, which the tags claim, refuses it (\"only compatible with free-threaded CPython\")");
    /* older versions do not read Py_mod_abi: they refuse the module for the slot (A308) or the hook (A206), or use PyInit_ */
    a3_version reader = k.lowest > A3_VERSION(3, 15) ? k.lowest : A3_VERSION(3, 15);
    if (stable && claim->floor != 0 && abi_version(info) > reader)
        REASON("abi_version %s: CPython %s, which the tags claim, refuses it (\"incompatible future stable ABI version\")",
               A3_VERSION_TEXT(abi_version(info)), A3_VERSION_TEXT(reader));
    if (!stable && !internal && info->abi_version != 0 && k.lowest != 0 && !a3_claim_stable(claim) &&
        (abi_version(info) != k.lowest || abi_version(info) != k.highest))
        REASON("abi_version %s is not the %s that the tags claim (\"incompatible ABI version\")", A3_VERSION_TEXT(abi_version(info)), A3_VERSION_TEXT(k.lowest));
#undef REASON
    return count;
}

static void judge_info(a3_pass *pass, const a3_object *object, const a3_abi_info *info)
{
    const char *member = object->file->name, *slice = object->slice, *why = refused(info);
    if (why != NULL) {
        a3_find(pass->out, A3_RULE_A302, member, slice, "Py_mod_abi is refused by every CPython: %s", why);
        return;
    }
    if (info->major == 0) {
        a3_find(pass->out, A3_RULE_A303, member, slice, "Py_mod_abi has major version 0, so that CPython checks nothing of it");
        return;
    }
    if (object->claim.source == A3_CLAIM_NONE || mismatch(pass, NULL, object, info) == 0)
        return;
    a3_buf version = A3_BUF_INIT;
    if (info->abi_version != 0)
        a3_buf_printf(&version, ", abi_version %s", A3_VERSION_TEXT(abi_version(info)));
    a3_buf tags = A3_BUF_INIT;
    a3_tag_set_format(&tags, &object->claim.tags.python);
    a3_buf_char(&tags, '-');
    a3_tag_set_format(&tags, &object->claim.tags.abi);
    a3_finding *finding = a3_find(pass->out, A3_RULE_A304, member, slice, "Py_mod_abi says %s%s, which is not what %s claims",
                                  flags_text(info->flags, pass->out->arena), a3_buf_keep(&version, pass->out->arena),
                                  a3_buf_keep(&tags, pass->out->arena));
    mismatch(pass, finding, object, info);
}

static bool same_info(const a3_abi_info *a, const a3_abi_info *b)
{
    return a->major == b->major && a->minor == b->minor && a->flags == b->flags && a->build_version == b->build_version &&
           a->abi_version == b->abi_version;
}

/* Every Py_mod_abi counts; equal ones are said once. */
static void judge_infos(a3_pass *pass, const a3_object *object, const a3_slots_answer *answer)
{
    const a3_abi_info *seen[16];
    size_t seen_count = 0;
    bool null_said = false;
    for (size_t i = 0; i < answer->array_count; i++)
        for (size_t k = 0; k < answer->arrays[i]->slots.count; k++) {
            const a3_slot *slot = &answer->arrays[i]->slots.items[k];
            if (slot->id != SLOT_ABI)
                continue;
            if (slot->known && slot->null && !null_said) {
                a3_find(pass->out, A3_RULE_A302, object->file->name, object->slice,
                        "Py_mod_abi is NULL: every CPython refuses the module (\"NULL not allowed for slot Py_mod_abi\")");
                null_said = true;
            }
            bool new = slot->abi_info != NULL && seen_count < sizeof seen / sizeof *seen;
            for (size_t s = 0; s < seen_count && new; s++)
                new = !same_info(seen[s], slot->abi_info);
            if (!new)
                continue;
            seen[seen_count++] = slot->abi_info;
            judge_info(pass, object, slot->abi_info);
        }
}

static void judge_faults(a3_pass *pass, const a3_object *object, const a3_slots_answer *answer, const a3_hook *hook)
{
    a3_slot_faults faults = {0};
    a3_hook_faults_find(hook, answer, pass->out->arena, &faults);
    a3_finding *finding = NULL;
    for (size_t f = 0; f < faults.count; f++) {
        if (finding == NULL)
            finding = a3_find(pass->out, A3_RULE_A306, object->file->name, object->slice, "CPython refuses its slots at import: %s", faults.items[f].text);
        a3_evidence(pass->out, finding, "%s (\"%s\")", faults.items[f].text, faults.items[f].said);
    }
}

/* A308: m_slots is read by every version that installs the module. */
static void judge_age(a3_pass *pass, const a3_object *object, const a3_hook *init)
{
    a3_finding *finding = NULL;
    for (size_t i = 0; i < init->arrays.count; i++)
        for (size_t k = 0; k < init->arrays.items[i]->slots.count; k++) {
            const a3_slot *slot = &init->arrays.items[i]->slots.items[k];
            a3_version since = slot->id == 3 ? A3_VERSION(3, 12) : slot->id == 4 ? A3_VERSION(3, 13) : slot->id >= 84 && slot->id <= 110 ? A3_VERSION(3, 15) : 0;
            if (since == 0 || !a3_claim_admits_below(&object->claim, since))
                continue;
            if (finding == NULL)
                finding = a3_find(pass->out, A3_RULE_A308, object->file->name, object->slice,
                                  "%s passes on slots that CPython %s, which the tags claim, refuses", init->symbol, A3_VERSION_TEXT(object->claim.floor));
            a3_evidence(pass->out, finding, "slot %u (%s) is known since %s", slot->id, a3_slot_name(slot->id) ? a3_slot_name(slot->id) : "?",
                        A3_VERSION_TEXT(since));
        }
}

static void judge_gil(a3_pass *pass, const a3_object *object, const a3_slots_answer *answer, const a3_hook *hook)
{
    if ((answer->gil != A3_GIL_ABSENT && answer->gil != A3_GIL_USED) || object->claim.source == A3_CLAIM_NONE ||
        !a3_claim_free_threaded(&object->claim))
        return;
    /* installed there, but never looked at: a file named for another version */
    a3_claim imported = a3_claim_narrow(&object->claim, object->importers);
    if (pass->subject->kind != A3_INPUT_OBJECT && object->importers != 0 && !a3_claim_free_threaded(&imported))
        return;
    a3_find(pass->out, A3_RULE_A305, object->file->name, object->slice, "%s: importing it on free-threaded CPython turns the GIL back on",
            answer->gil == A3_GIL_USED ? "declares that it uses the GIL"
            : hook->single_phase       ? "is a single-phase module and does not call PyUnstable_Module_SetGIL"
                                       : "does not declare Py_mod_gil");
}

static void one_object(a3_pass *pass, const a3_object *object)
{
    if (object->role != A3_ROLE_EXTENSION || object->module == NULL)
        return;
    const char *member = object->file->name, *slice = object->slice;
    const a3_hook *hook = a3_object_entry(object);
    const a3_hook *init = a3_object_hook(object, A3_HOOK_INIT);
    if (hook == NULL)
        return;
    bool serves_new = a3_claim_admits(&object->claim, A3_VERSION(3, 15));
    a3_slots_answer answer = a3_module_slots_answer(object->module, hook);
    if (hook->kind == A3_HOOK_EXPORT && serves_new && answer.slots == A3_ANSWER_ABSENT)
        a3_find(pass->out, A3_RULE_A301, member, slice, "%s returns slots without Py_mod_abi: CPython 3.15 and later refuses the module", hook->symbol);
    if (hook->kind == A3_HOOK_EXPORT && serves_new && answer.slots == A3_ANSWER_UNDETERMINED) {
        a3_finding *finding = a3_find(pass->out, A3_RULE_A205, member, slice, "what %s returns could not be determined%s%s", hook->symbol,
                                      answer.why ? ": " : "", answer.why ? answer.why : "");
        if (object->module->scan.arrays.count > 0)
            a3_evidence(pass->out, finding, "its data holds %zu array%s with Py_mod_abi", object->module->scan.arrays.count,
                        object->module->scan.arrays.count == 1 ? "" : "s");
    }
    if (answer.slots != A3_ANSWER_UNDETERMINED) {
        if (serves_new)
            judge_infos(pass, object, &answer);
        if (hook->kind == A3_HOOK_INIT || serves_new)
            judge_faults(pass, object, &answer, hook);
    }
    if (init != NULL)
        judge_age(pass, object, init);
    if (hook->kind == A3_HOOK_INIT && answer.slots == A3_ANSWER_ABSENT && object->claim.floor >= A3_VERSION(3, 15) &&
        !a3_object_imports(object, "PyABIInfo_Check"))
        a3_find(pass->out, A3_RULE_A307, member, slice, "enters through %s and does not declare its ABI", hook->symbol);
    judge_gil(pass, object, &answer, hook);
}

void a3_pass_slots(a3_pass *pass) { a3_each_object(pass, one_object); }

/* SPDX-License-Identifier: MIT */
/* T1 and T3: the tags themselves. */
#include <string.h>
#include <strings.h>

#include "abi/stable.h"
#include "base/text.h"
#include "rules/judge.h"

static void file_name(a3_pass *pass)
{
    const a3_subject *subject = pass->subject;
    if (subject->kind != A3_INPUT_WHEEL)
        return;
    for (size_t i = 0; i < subject->name_faults.count; i++) {
        const a3_fault *fault = &subject->name_faults.items[i];
        if (fault->code == A3_FAULT_NAME)
            a3_find(pass->out, A3_RULE_T101, NULL, NULL, "%s is not a wheel's file name: %s", subject->base, fault->text);
        else if (fault->code == A3_FAULT_NAME_STRICT)
            a3_find_as(pass->out, A3_RULE_T101, A3_SEVERITY_WARNING, NULL, NULL, "%s: %s", subject->base, fault->text);
    }
    if (subject->name.split && subject->name.valid && !a3_tags_sorted(&subject->name.tags))
        a3_find(pass->out, A3_RULE_T103, NULL, NULL, "the tag sets %s-%s-%s are not sorted", subject->name.python, subject->name.abi, subject->name.platform);
}

static void put_tags(a3_pass *pass, a3_finding *finding, const a3_tag_list *tags, const char *where)
{
    for (size_t i = 0; i < tags->count; i++)
        a3_evidence(pass->out, finding, "%s-%s-%s: only in %s", tags->items[i].python, tags->items[i].abi, tags->items[i].platform, where);
}

static void against_wheel_file(a3_pass *pass)
{
    const a3_subject *subject = pass->subject;
    if (subject->kind != A3_INPUT_WHEEL || !subject->name.valid || !subject->has_wheel)
        return;
    a3_tag_list only_name = {0}, only_wheel = {0};
    a3_tags_compare(pass->out->arena, &subject->name.tags, &subject->wheel.tags, &only_name, &only_wheel, NULL);
    if (only_name.count + only_wheel.count > 0) {
        a3_finding *finding = a3_find(pass->out, A3_RULE_T102, NULL, NULL, "file name and WHEEL name different tags: %zu only in the file name, %zu only in WHEEL",
                                      only_name.count, only_wheel.count);
        put_tags(pass, finding, &only_name, "the file name");
        put_tags(pass, finding, &only_wheel, "WHEEL");
    }
    const char *name = subject->name.build ? subject->name.build : "", *wheel = subject->wheel.build ? subject->wheel.build : "";
    if (strcmp(name, wheel) != 0)
        a3_find(pass->out, A3_RULE_T102, NULL, NULL, "the build tag is \"%s\" in the file name and \"%s\" in WHEEL", name, wheel);
}

static bool installed(const char *python, const char *abi)
{
    for (size_t i = 0; i < a3_interp_count(); i++)
        if (a3_interp_rank(a3_interp_at(i), python, abi, false) >= 0)
            return true;
    return false;
}

static void interpreter_tags(a3_pass *pass)
{
    const a3_tag_sets *tags = &pass->subject->claim.tags;
    bool stable = false, abi3t = a3_tag_set_has(&tags->abi, "abi3t");
    for (size_t i = 0; i < tags->abi.count; i++)
        stable |= a3_abi_is_stable(tags->abi.items[i]);
    for (size_t p = 0; p < tags->python.count; p++) {
        const char *python = tags->python.items[p];
        a3_python_tag tag = a3_python_tag_parse(python);
        if (tag.free_threaded) {
            a3_finding *finding = a3_find(pass->out, A3_RULE_T106, NULL, NULL, "nothing installs the interpreter tag %s: it has no t, the ABI tag has it", python);
            a3_fix(pass->out, finding, "use cp%u%u as the interpreter tag", a3_version_major(tag.version), a3_version_minor(tag.version));
            continue;
        }
        bool known = tag.impl == A3_PYTHON_CPYTHON && tag.version >= A3_ABI3_FIRST && tag.version <= A3_VERSION(3, 16);
        bool any = false, wants_stable = stable && (tag.impl == A3_PYTHON_GENERIC || tag.impl == A3_PYTHON_PYPY);
        for (size_t a = 0; a < tags->abi.count; a++)
            any |= installed(python, tags->abi.items[a]);
        if (!any && (known || wants_stable)) {
            a3_buf abi = A3_BUF_INIT;
            a3_tag_set_format(&abi, &tags->abi);
            a3_find(pass->out, A3_RULE_T106, NULL, NULL, "nothing installs the interpreter tag %s with the ABI tag %s", python, a3_buf_keep(&abi, pass->out->arena));
        }
    }
    if (abi3t)
        for (size_t p = 0; p < tags->python.count; p++) {
            a3_python_tag tag = a3_python_tag_parse(tags->python.items[p]);
            if (tag.impl == A3_PYTHON_CPYTHON && tag.version != 0 && tag.version < A3_ABI3T_FIRST)
                a3_find(pass->out, A3_RULE_T104, NULL, NULL, "%s with abi3t: abi3t begins with CPython 3.15, no binary can serve %s through it", tags->python.items[p],
                        A3_VERSION_TEXT(tag.version));
        }
    if (abi3t && !a3_tag_set_has(&tags->abi, "abi3"))
        a3_find(pass->out, A3_RULE_T105, NULL, NULL, "abi3t without abi3: CPython with the GIL does not install it");
    if (stable && tags->python.count > 1) {
        a3_buf all = A3_BUF_INIT;
        a3_tag_set_format(&all, &tags->python);
        a3_find(pass->out, A3_RULE_T107, NULL, NULL, "several interpreter tags (%s) with a stable ABI tag: the lowest one decides", a3_buf_keep(&all, pass->out->arena));
    }
}

/* T108. Libraries never count: a wheel of plain shared libraries is often tagged py3-none-PLATFORM, and rightly. */
static void purity(a3_pass *pass)
{
    const a3_subject *subject = pass->subject;
    if (subject->kind == A3_INPUT_OBJECT || subject->claim.source == A3_CLAIM_NONE)
        return;
    const a3_tag_sets *tags = &subject->claim.tags;
    bool pure_lib = subject->has_wheel && subject->wheel.purelib_known && subject->wheel.purelib;
    bool any = a3_tag_set_has(&tags->platform, "any"), none = a3_tag_set_has(&tags->abi, "none") && !a3_claim_stable(&subject->claim);
    bool generic = false;
    for (size_t p = 0; p < tags->python.count; p++)
        generic |= a3_python_tag_parse(tags->python.items[p]).impl == A3_PYTHON_GENERIC;
    if (!pure_lib && !any && !none)
        return;
    a3_finding *finding = NULL;
    for (size_t g = 0; g < subject->modules.count; g++) {
        const a3_module_group *group = &subject->modules.items[g];
        if (pure_lib && !any && !none && strstr(group->path, ".data/platlib/") != NULL)
            continue; /* installed to platlib all the same */
        if (!a3_group_holds_module(group))
            continue;
        if (finding == NULL && (any || pure_lib || generic))
            finding = a3_find(pass->out, A3_RULE_T108, NULL, NULL, "%s, and the wheel holds extension modules",
                              any ? "the platform tag is any" : pure_lib ? "WHEEL says Root-Is-Purelib: true" : "the ABI tag is none and the interpreter tag generic");
        else if (finding == NULL)
            finding = a3_find_as(pass->out, A3_RULE_T108, A3_SEVERITY_NOTE, NULL, NULL, "the ABI tag is none, and the wheel holds extension modules");
        if (finding == NULL)
            return;
        if (any && a3_pass_best(pass)->tag != NULL)
            a3_fix(pass->out, finding, "the binaries allow %s: build a platform wheel, or `abi3t-audit retag --platform-tag` it; set Root-Is-Purelib: false", a3_pass_best(pass)->tag);
        for (size_t k = 0; k < group->count; k++)
            a3_evidence(pass->out, finding, "%s", group->files[k]->name);
    }
}

static void requires_python(a3_pass *pass)
{
    const a3_subject *subject = pass->subject;
    if (!subject->has_metadata || !subject->metadata.requires_python_valid || subject->claim.source == A3_CLAIM_NONE ||
        (!subject->claim.specific && !a3_claim_stable(&subject->claim)) || subject->claim.floor == 0)
        return;
    a3_version floor = subject->claim.floor, required = a3_specifiers_python_floor(&subject->metadata.python);
    if (!a3_specifiers_admit_python(&subject->metadata.python, floor)) {
        a3_finding *finding = a3_find(pass->out, A3_RULE_T301, NULL, NULL, "the tags begin at CPython %s, which Requires-Python \"%s\" refuses", A3_VERSION_TEXT(floor),
                                      subject->metadata.requires_python);
        if (required > floor)
            a3_fix(pass->out, finding, "tag the wheel cp%u%u, or lower Requires-Python to >=%s", a3_version_major(required), a3_version_minor(required),
                   A3_VERSION_TEXT(floor));
    } else if (a3_claim_stable(&subject->claim) && required < floor) {
        a3_find_as(pass->out, A3_RULE_T301, A3_SEVERITY_NOTE, NULL, NULL, "Requires-Python \"%s\" admits CPython %s, the tags begin at %s: older versions need another wheel",
                   subject->metadata.requires_python, A3_VERSION_TEXT(required), A3_VERSION_TEXT(floor));
    }
}

void a3_pass_tags(a3_pass *pass)
{
    file_name(pass);
    against_wheel_file(pass);
    if (pass->subject->claim.source == A3_CLAIM_OPTION || (pass->subject->claim.source != A3_CLAIM_NONE && pass->subject->kind != A3_INPUT_OBJECT))
        interpreter_tags(pass); /* the name of a bare object states no interpreter tag */
    purity(pass);
    requires_python(pass);
}

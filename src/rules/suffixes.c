/* SPDX-License-Identifier: MIT */
/* T2: the names of extension files, held against who installs the wheel. */
#include <string.h>

#include "base/text.h"
#include "rules/judge.h"

static const char *wanted(const a3_subject *subject)
{
    return subject->claim.abi3t ? ".abi3t.so" : subject->claim.abi3 ? ".abi3.so" : "the suffix of its version";
}

static void importable(a3_pass *pass, const a3_module_group *group)
{
    const a3_subject *subject = pass->subject;
    a3_interp_set missing = subject->claim.installs & ~group->importers, cpython = 0;
    for (size_t i = 0; i < a3_interp_count(); i++)
        if (a3_interp_at(i)->implementation == A3_IMPL_CPYTHON)
            cpython |= UINT64_C(1) << i;
    missing &= cpython;
    /* an extension in a wheel for every platform is an extra for some: T108 says all that there is to say */
    bool everywhere = a3_tag_set_has(&subject->claim.tags.platform, "any");
    if (missing == 0 || group->pure || everywhere || !a3_group_holds_module(group))
        return;
    const char *module = a3_basename(group->path);
    a3_finding *finding = a3_find(pass->out, A3_RULE_T201, group->files[0]->name, NULL, "%s installs it and cannot import %s: none of its suffixes fits",
                                  a3_interp_set_text(missing, pass->out->arena), module);
    for (size_t i = 0; i < group->count; i++)
        a3_evidence(pass->out, finding, "%s", group->files[i]->name);
    const char *base = a3_basename(group->files[0]->name), *suffix = a3_suffix_parse(base).windows ? ".pyd" : wanted(subject);
    bool has_it = strncmp(base, module, strlen(module)) == 0 && strcmp(base + strlen(module), suffix) == 0;
    if (!a3_claim_stable(&subject->claim))
        a3_fix(pass->out, finding, "name it for the version that the tags claim, or retag the wheel to what its binaries are built for");
    else if (has_it)
        a3_fix(pass->out, finding, "no name would do: raise the interpreter tag to what the binaries are built for");
    else
        a3_fix(pass->out, finding, "name it %s%s (`abi3t-audit repair` does it)", module, suffix);
}

static void one_file(a3_pass *pass, const a3_file *file)
{
    const a3_subject *subject = pass->subject;
    a3_suffix suffix = a3_suffix_parse(a3_basename(file->name));
    if (!a3_claim_stable(&subject->claim))
        return;
    if (suffix.kind == A3_SUFFIX_BARE && !suffix.windows) {
        a3_finding *finding = a3_find(pass->out, A3_RULE_T202, file->name, NULL, "has the bare suffix .so, which interpreters import whatever they were built for");
        a3_fix(pass->out, finding, "rename it to %.*s%s (`abi3t-audit repair` does it)", (int)suffix.stem, a3_basename(file->name), wanted(subject));
    } else if (suffix.kind == A3_SUFFIX_VERSION) {
        a3_find(pass->out, A3_RULE_T203, file->name, NULL, "is named for one version, in a wheel that claims the Stable ABI");
    }
}

void a3_pass_suffixes(a3_pass *pass)
{
    if (pass->subject->kind == A3_INPUT_OBJECT || pass->subject->claim.source == A3_CLAIM_NONE)
        return;
    for (size_t g = 0; g < pass->subject->modules.count; g++) {
        const a3_module_group *group = &pass->subject->modules.items[g];
        importable(pass, group);
        for (size_t k = 0; k < group->count; k++)
            one_file(pass, group->files[k]);
    }
}

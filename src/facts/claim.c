/* SPDX-License-Identifier: MIT */
#include <string.h>
#include <strings.h>

#include "abi/stable.h"
#include "facts/gather.h"

/* Sets what follows from `installs`: through which kind of ABI tag, and from which version on. */
static void settle(a3_claim *claim)
{
    claim->abi3 = claim->abi3t = claim->specific = false;
    claim->floor = 0;
    for (size_t i = 0; i < a3_interp_count(); i++) {
        const a3_interp *interp = a3_interp_at(i);
        if ((claim->installs >> i & 1) == 0 || interp->implementation != A3_IMPL_CPYTHON)
            continue;
        for (size_t p = 0; p < claim->tags.python.count; p++)
            for (size_t a = 0; a < claim->tags.abi.count; a++) {
                const char *abi = claim->tags.abi.items[a];
                if (a3_interp_rank(interp, claim->tags.python.items[p], abi, false) < 0)
                    continue;
                claim->abi3 |= a3_abi_is_stable(abi) && !interp->free_threaded;
                claim->abi3t |= a3_abi_is_stable(abi) && interp->free_threaded;
                claim->specific |= a3_abi_tag_version(abi, NULL, NULL) != 0;
            }
        if (claim->floor == 0 || interp->version < claim->floor)
            claim->floor = interp->version;
    }
}

void a3_claim_from_tags(a3_claim *claim, a3_claim_source source, const a3_tag_sets *tags)
{
    *claim = (a3_claim){.source = source, .tags = *tags};
    for (size_t i = 0; i < a3_interp_count() && i < 64; i++)
        for (size_t p = 0; p < tags->python.count; p++)
            for (size_t a = 0; a < tags->abi.count; a++)
                if (a3_interp_rank(a3_interp_at(i), tags->python.items[p], tags->abi.items[a], false) >= 0 ||
                    a3_interp_rank(a3_interp_at(i), tags->python.items[p], tags->abi.items[a], true) >= 0)
                    claim->installs |= UINT64_C(1) << i;
    settle(claim);
    /* Tags that nothing installs (cp315t, py3-abi3) still say what the binaries are meant to be: judged as if they were
     * installed, the tag itself gets a finding of its own. */
    if (claim->installs != 0)
        return;
    for (size_t a = 0; a < tags->abi.count; a++) {
        claim->abi3 |= strcasecmp(tags->abi.items[a], "abi3") == 0;
        claim->abi3t |= strcasecmp(tags->abi.items[a], "abi3t") == 0;
        claim->specific |= a3_abi_tag_version(tags->abi.items[a], NULL, NULL) != 0;
    }
    claim->floor = a3_tags_floor(&tags->python);
    if (a3_version_minor(claim->floor) == 0)
        claim->floor = claim->abi3t ? A3_ABI3T_FIRST : claim->abi3 ? A3_ABI3_FIRST : 0;
}

static void one(a3_arena *arena, a3_strings *list, const char *text)
{
    const char **slot = A3_PUSH(arena, list);
    if (slot != NULL)
        *slot = text;
}

void a3_claim_from_object_name(a3_claim *claim, const char *basename, a3_version min_python, a3_arena *arena)
{
    *claim = (a3_claim){.source = A3_CLAIM_NONE};
    a3_suffix suffix = a3_suffix_parse(basename);
    a3_tag_sets tags = {0};
    a3_version floor = min_python;
    if (suffix.debug || (suffix.windows && suffix.kind != A3_SUFFIX_VERSION))
        return; /* Windows names carry a version at most, and .pyd says nothing */
    switch (suffix.kind) {
    case A3_SUFFIX_ABI3T:
        if (floor < A3_ABI3T_FIRST)
            floor = A3_ABI3T_FIRST;
        one(arena, &tags.abi, "abi3");
        one(arena, &tags.abi, "abi3t");
        break;
    case A3_SUFFIX_ABI3:
        one(arena, &tags.abi, "abi3");
        break;
    case A3_SUFFIX_VERSION:
        if (suffix.implementation != A3_IMPL_CPYTHON || suffix.version == 0)
            return;
        floor = suffix.version;
        one(arena, &tags.abi, a3_printf(arena, "cp%u%u%s", a3_version_major(floor), a3_version_minor(floor), suffix.free_threaded ? "t" : ""));
        break;
    case A3_SUFFIX_NONE: case A3_SUFFIX_BARE: case A3_SUFFIX_UNKNOWN:
        return;
    }
    a3_version first = floor ? floor : A3_ABI3_FIRST;
    one(arena, &tags.python, a3_printf(arena, "cp%u%u", a3_version_major(first), a3_version_minor(first)));
    if (arena->failed)
        return;
    a3_claim_from_tags(claim, A3_CLAIM_OBJECT_NAME, &tags);
    if (floor == 0) /* .abi3.so alone states no floor: only names outside the Stable ABI can be judged */
        claim->floor = 0;
}

a3_claim a3_claim_narrow(const a3_claim *claim, a3_interp_set importers)
{
    a3_claim narrow = *claim;
    narrow.installs &= importers;
    if (narrow.installs != claim->installs)
        settle(&narrow);
    return narrow;
}

bool a3_claim_admits(const a3_claim *claim, a3_version version)
{
    if (claim->floor == 0)
        return true;
    for (size_t i = 0; i < a3_interp_count(); i++)
        if ((claim->installs >> i & 1) != 0 && a3_interp_at(i)->implementation == A3_IMPL_CPYTHON && a3_interp_at(i)->version >= version)
            return true;
    return claim->installs == 0;
}

bool a3_claim_admits_below(const a3_claim *claim, a3_version version)
{
    return claim->floor != 0 && claim->floor < version;
}

bool a3_claim_free_threaded(const a3_claim *claim)
{
    for (size_t i = 0; i < a3_interp_count(); i++)
        if ((claim->installs >> i & 1) != 0 && a3_interp_at(i)->free_threaded)
            return true;
    return false;
}

static void range(a3_buf *out, bool free_threaded, a3_interp_set set, const char **separator)
{
    size_t count = a3_interp_count();
    for (size_t i = 0; i < count;) {
        const a3_interp *first = a3_interp_at(i), *last = first;
        bool wanted = (set >> i & 1) != 0 && first->implementation == A3_IMPL_CPYTHON && first->free_threaded == free_threaded;
        i++;
        if (!wanted)
            continue;
        while (i < count && (set >> i & 1) != 0 && a3_interp_at(i)->implementation == A3_IMPL_CPYTHON &&
               a3_interp_at(i)->free_threaded == free_threaded)
            last = a3_interp_at(i++);
        a3_buf_printf(out, first == last ? "%s%s" : "%s%s to %s", *separator, first->name, last->name);
        *separator = ", ";
    }
}

const char *a3_interp_set_text(a3_interp_set set, a3_arena *arena)
{
    a3_buf out = A3_BUF_INIT;
    const char *separator = "CPython ";
    range(&out, false, set, &separator);
    range(&out, true, set, &separator);
    for (size_t i = 0; i < a3_interp_count(); i++)
        if ((set >> i & 1) != 0 && a3_interp_at(i)->implementation != A3_IMPL_CPYTHON) {
            a3_buf_printf(&out, "%s%s", out.size ? ", " : "", a3_interp_at(i)->name);
        }
    if (out.size == 0)
        a3_buf_str(&out, "no interpreter");
    return a3_buf_keep(&out, arena);
}

/* SPDX-License-Identifier: MIT */
/* P on Linux: symbol versions, libraries and C library against the platform part of the tag; and what any loader minds. */
#include <string.h>

#include "abi/policy.h"
#include "base/text.h"
#include "facts/needs.h"
#include "rules/judge.h"
#include "rules/platform.h"

static bool is_linux(const a3_platform *platform)
{
    return platform->family == A3_PLATFORM_MANYLINUX || platform->family == A3_PLATFORM_MUSLLINUX || platform->family == A3_PLATFORM_ANDROID;
}

static const char *libc_name(a3_libc libc)
{
    return libc == A3_LIBC_GLIBC ? "glibc" : libc == A3_LIBC_MUSL ? "musl" : libc == A3_LIBC_BIONIC ? "Android's bionic" : "unknown";
}

/* One finding for each kind of blocker and object; libraries are a3_judge_libraries'. */
static void put_blockers(a3_pass *pass, const a3_object *object, const a3_tagged_platform *tagged, const a3_blockers *blockers)
{
    const char *member = object->file->name;
    a3_finding *versions = NULL, *symbols = NULL;
    for (size_t i = 0; i < blockers->count; i++) {
        const a3_blocker *b = &blockers->items[i];
        if (b->policies == 0 || (b->kind != A3_BLOCK_VERSION && b->kind != A3_BLOCK_SYMBOL))
            continue;
        a3_finding **finding = b->kind == A3_BLOCK_VERSION ? &versions : &symbols;
        if (*finding == NULL && b->kind == A3_BLOCK_VERSION) {
            *finding = a3_find(pass->out, A3_RULE_P102, member, object->slice, "needs symbol versions that %s does not promise", tagged->tag);
            a3_fix_tag(pass, *finding, "build on an older system");
        } else if (*finding == NULL) {
            *finding = a3_find(pass->out, A3_RULE_P104, member, object->slice, "imports symbols that %s forbids to rely on", tagged->tag);
            a3_fix_tag(pass, *finding, "link the library statically or put it into the wheel");
        }
        a3_evidence(pass->out, *finding, "%s (%s)", b->name, b->library ? b->library : "?");
    }
}

/* Of several tags of one family the one that promises least decides: alias and number are one tag. */
static const a3_tagged_platform *strictest(const a3_pass *pass, const a3_object *object, a3_platform_family family)
{
    const a3_tagged_platform *best = NULL;
    for (size_t i = 0; i < pass->subject->platforms.count; i++) {
        const a3_tagged_platform *tagged = &pass->subject->platforms.items[i];
        const a3_platform *p = &tagged->platform;
        if (p->family != family || !a3_platform_has_arch(p, object->arch))
            continue;
        if (best == NULL || p->major < best->platform.major || (p->major == best->platform.major && p->minor < best->platform.minor))
            best = tagged;
    }
    return best;
}

static void against_policy(a3_pass *pass, const a3_object *object, a3_platform_family family)
{
    const a3_tagged_platform *tagged = strictest(pass, object, family);
    bool exact;
    if (tagged == NULL)
        return;
    const char *member = object->file->name;
    if (object->libc != A3_LIBC_UNKNOWN && tagged->platform.libc != A3_LIBC_UNKNOWN && object->libc != tagged->platform.libc) {
        a3_finding *finding = a3_find(pass->out, A3_RULE_P105, member, object->slice, "was built for %s, and %s promises %s", libc_name(object->libc), tagged->tag,
                                      libc_name(tagged->platform.libc));
        a3_fix_tag(pass, finding, "build in the image of the tag's C library");
        return; /* what it needs of the other library says nothing more */
    }
    if (family == A3_PLATFORM_ANDROID && object->os == A3_OS_ANDROID && object->min_os > tagged->platform.major)
        a3_fix_tag(pass, a3_find(pass->out, A3_RULE_P102, member, object->slice, "was built for API level %u of Android, and the tag is %s", (unsigned)object->min_os, tagged->tag),
                   "build it for the API level of the tag");
    int policy = a3_policy_for(&tagged->platform, &exact);
    if (policy < 0)
        return;
    a3_blockers blockers = {0};
    a3_object_blockers(object, (a3_policy_set)1 << policy, exact ? NULL : &tagged->platform, pass->out->arena, &blockers);
    put_blockers(pass, object, tagged, &blockers);
    a3_judge_libraries(pass, object, tagged, (a3_policy_set)1 << policy);
}

/* GNU_PROPERTY_X86_ISA_1_*: baseline, v2, v3, v4 from bit 0 on. */
static void isa_level(a3_pass *pass, const a3_object *object)
{
    unsigned level = a3_isa_level(object);
    const a3_tagged_platform *weakest = NULL;
    for (size_t i = 0; i < pass->subject->platforms.count; i++) {
        const a3_tagged_platform *tagged = &pass->subject->platforms.items[i];
        if (a3_platform_has_arch(&tagged->platform, object->arch) && (weakest == NULL || tagged->platform.isa_level < weakest->platform.isa_level))
            weakest = tagged;
    }
    if (weakest != NULL && level > weakest->platform.isa_level)
        a3_fix_tag(pass, a3_find(pass->out, A3_RULE_P106, object->file->name, object->slice, "needs x86-64-v%u instructions, and %s admits every x86-64 processor", level, weakest->tag),
                   "compile for the baseline (-march=x86-64) and choose faster code at run time");
}

/* ---- search paths ---- */

bool a3_leaves_root(const char *folder, const char *relative)
{
    long depth = 0;
    for (const char *at = folder; *at != '\0'; at++)
        depth += *at == '/';
    for (const char *at = relative; *at != '\0';) {
        size_t size = strcspn(at, "/");
        if (size == 2 && at[0] == '.' && at[1] == '.')
            depth--;
        else if (size > 0 && !(size == 1 && at[0] == '.'))
            depth++;
        if (depth < 0)
            return true;
        at += size;
        at += *at == '/';
    }
    return false;
}

/* `entry` of an RPATH: NULL where it stays in the wheel, else what is wrong. Two folders above the wheel's root is the
 * environment's lib, which some wheels that depend on others use on purpose. */
static const char *outside(const a3_object *object, const char *entry)
{
    static const char *const origins[] = {"$ORIGIN", "${ORIGIN}", "@loader_path", "@executable_path"};
    for (size_t i = 0; i < sizeof origins / sizeof *origins; i++) {
        size_t size = strlen(origins[i]);
        if (strncmp(entry, origins[i], size) != 0 || (entry[size] != '\0' && entry[size] != '/'))
            continue;
        if (i == 3)
            return NULL; /* the interpreter's folder: where, only it knows */
        return a3_leaves_root(object->file->name, entry + size) ? "leads out of the wheel" : NULL;
    }
    if (a3_has_prefix(entry, "/usr/lib/swift"))
        return NULL; /* part of macOS */
    if (entry[0] == '/')
        return "is a folder of the machine that it was built on";
    return entry[0] == '\0' ? "is empty, which means the working directory" : "is relative to the working directory";
}

static void search_paths(a3_pass *pass, const a3_object *object)
{
    const a3_strings *const lists[] = {&object->rpaths, &object->runpaths};
    a3_finding *finding = NULL;
    for (size_t l = 0; l < 2; l++)
        for (size_t i = 0; i < lists[l]->count; i++) {
            const char *why = outside(object, lists[l]->items[i]);
            if (why == NULL)
                continue;
            if (finding == NULL)
                finding = a3_find(pass->out, A3_RULE_P111, object->file->name, object->slice, "searches for its libraries outside the wheel");
            a3_evidence(pass->out, finding, "%s %s", lists[l]->items[i], why);
        }
}

static void one_object(a3_pass *pass, const a3_object *object)
{
    const char *member = object->file->name, *slice = object->slice;
    if (object->debug_info)
        a3_find(pass->out, A3_RULE_P114, member, slice, "holds debugging information");
    if (object->kind == A3_KIND_RELOCATABLE)
        return;
    if (object->exec_stack)
        a3_find(pass->out, A3_RULE_P112, member, slice, "asks for an executable stack");
    if (object->text_relocations)
        a3_find(pass->out, A3_RULE_P113, member, slice, "has relocations in its code");
    search_paths(pass, object);
    if (object->format == A3_FORMAT_ELF) {
        for (a3_platform_family family = A3_PLATFORM_UNKNOWN; family <= A3_PLATFORM_OTHER; family++) {
            a3_platform probe = {.family = family};
            if (is_linux(&probe))
                against_policy(pass, object, family);
        }
        isa_level(pass, object);
    } else if (object->format == A3_FORMAT_MACHO) {
        a3_judge_macho(pass, object);
    } else {
        a3_judge_libraries(pass, object, NULL, 0);
    }
}

void a3_pass_platform(a3_pass *pass)
{
    a3_each_object(pass, one_object);
    a3_judge_slices(pass);
}

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

static void hint_best(a3_pass *pass, a3_finding *finding)
{
    if (finding == NULL)
        return;
    a3_best_platform best = a3_find_best_platform(pass->subject, pass->out->arena);
    if (best.tag != NULL)
        a3_fix(pass->out, finding, "the binaries allow %s: retag the wheel (`abi3t-audit repair --plat auto`), or build on an older system", best.tag);
}

/* One finding for each kind of blocker and object. */
static void put_blockers(a3_pass *pass, const a3_object *object, const a3_tagged_platform *tagged, const a3_blockers *blockers)
{
    static const struct { a3_blocker_kind kind; a3_rule_id rule; } kinds[] = {
        {A3_BLOCK_VERSION, A3_RULE_P102}, {A3_BLOCK_LIBRARY, A3_RULE_P103}, {A3_BLOCK_SYMBOL, A3_RULE_P104}};
    const char *member = object->file->name, *elsewhere = blockers->count > 0 ? a3_looks_elsewhere(pass, object) : NULL;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        a3_finding *finding = NULL;
        for (size_t i = 0; i < blockers->count; i++) {
            const a3_blocker *b = &blockers->items[i];
            if (b->kind != kinds[k].kind || b->policies == 0)
                continue;
            if (finding == NULL && b->kind == A3_BLOCK_VERSION)
                finding = a3_find(pass->out, kinds[k].rule, member, object->slice, "needs symbol versions that %s does not promise", tagged->tag);
            else if (finding == NULL && b->kind == A3_BLOCK_LIBRARY && elsewhere != NULL)
                finding = a3_find_as(pass->out, kinds[k].rule, A3_SEVERITY_WARNING, member, object->slice,
                                     "needs libraries that neither the wheel holds nor %s promises, and looks for them in %s, which another wheel may fill", tagged->tag, elsewhere);
            else if (finding == NULL && b->kind == A3_BLOCK_LIBRARY)
                finding = a3_find(pass->out, kinds[k].rule, member, object->slice, "needs libraries that neither the wheel holds nor %s promises", tagged->tag);
            else if (finding == NULL)
                finding = a3_find(pass->out, kinds[k].rule, member, object->slice, "imports symbols that %s forbids to rely on", tagged->tag);
            if (b->kind == A3_BLOCK_LIBRARY)
                a3_evidence(pass->out, finding, "%s", b->library);
            else
                a3_evidence(pass->out, finding, "%s (%s)", b->name, b->library ? b->library : "?");
        }
        if (finding != NULL && kinds[k].kind == A3_BLOCK_VERSION)
            hint_best(pass, finding);
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
        a3_find(pass->out, A3_RULE_P105, member, object->slice, "was built for %s, and %s promises %s", libc_name(object->libc), tagged->tag,
                libc_name(tagged->platform.libc));
        return; /* what it needs of the other library says nothing more */
    }
    int policy = a3_policy_for(&tagged->platform, &exact);
    if (policy < 0)
        return;
    a3_blockers blockers = {0};
    a3_object_blockers(pass->subject, object, (a3_policy_set)1 << policy, exact ? NULL : &tagged->platform, pass->out->arena, &blockers);
    put_blockers(pass, object, tagged, &blockers);
}

/* GNU_PROPERTY_X86_ISA_1_*: baseline, v2, v3, v4 from bit 0 on. */
static void isa_level(a3_pass *pass, const a3_object *object)
{
    unsigned level = (object->isa_needed & 8) != 0 ? 4 : (object->isa_needed & 4) != 0 ? 3 : (object->isa_needed & 2) != 0 ? 2 : 0;
    const a3_tagged_platform *weakest = NULL;
    for (size_t i = 0; i < pass->subject->platforms.count; i++) {
        const a3_tagged_platform *tagged = &pass->subject->platforms.items[i];
        if (a3_platform_has_arch(&tagged->platform, object->arch) && (weakest == NULL || tagged->platform.isa_level < weakest->platform.isa_level))
            weakest = tagged;
    }
    if (weakest != NULL && level > weakest->platform.isa_level)
        a3_find(pass->out, A3_RULE_P106, object->file->name, object->slice, "needs x86-64-v%u instructions, and %s admits every x86-64 processor", level, weakest->tag);
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

static bool holds_folder(const a3_subject *subject, const char *folder)
{
    size_t size = strlen(folder);
    for (size_t i = 0; i < subject->file_count; i++)
        if (strncmp(subject->files[i].name, folder, size) == 0 && (size == 0 || subject->files[i].name[size] == '/'))
            return true;
    return false;
}

/* The folder that "$ORIGIN/../x" means for an object, relative to the root of where wheels are installed; NULL: none. */
static const char *folder_meant(a3_pass *pass, const a3_object *object, const char *entry)
{
    const char *rest = a3_has_prefix(entry, "$ORIGIN") ? entry + 7 : a3_has_prefix(entry, "${ORIGIN}") ? entry + 9 : a3_has_prefix(entry, "@loader_path") ? entry + 12 : NULL;
    const char *name = object->file->name;
    char *out = rest ? a3_printf(pass->out->arena, "%.*s%s", (int)(strlen(name) - strlen(a3_basename(name))), name, rest) : NULL;
    size_t used = 0;
    for (char *at = out; at != NULL && *at != '\0';) {
        size_t size = strcspn(at, "/");
        char *next = at + size + (at[size] == '/');
        if (size == 2 && at[0] == '.' && at[1] == '.') {
            while (used > 0 && out[used - 1] != '/')
                used--;
            used -= used > 0;
        } else if (size > 0 && !(size == 1 && at[0] == '.')) {
            if (used > 0)
                out[used++] = '/';
            memmove(out + used, at, size);
            used += size;
        }
        at = next;
    }
    if (out != NULL)
        out[used] = '\0';
    return out;
}

const char *a3_looks_elsewhere(a3_pass *pass, const a3_object *object)
{
    const a3_strings *const lists[] = {&object->rpaths, &object->runpaths};
    for (size_t l = 0; l < 2; l++)
        for (size_t i = 0; i < lists[l]->count; i++) {
            const char *folder = folder_meant(pass, object, lists[l]->items[i]);
            if (folder != NULL && !holds_folder(pass->subject, folder))
                return lists[l]->items[i];
        }
    return NULL;
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
    } else if (object->format == A3_FORMAT_PE) {
        a3_judge_pe(pass, object);
    }
}

void a3_pass_platform(a3_pass *pass)
{
    a3_each_object(pass, one_object);
    a3_judge_slices(pass);
}

/* SPDX-License-Identifier: MIT */
/* P on macOS and iOS. */
#include <string.h>

#include "abi/pylib.h"
#include "abi/windows.h"
#include "base/text.h"
#include "facts/needs.h"
#include "rules/platform.h"

/* ---- macOS, iOS ---- */

static uint32_t tag_version(const a3_platform *platform) { return platform->major << 16 | platform->minor << 8; }

/* The oldest system that the tags promise for this slice; 0: none speaks of it. */
static const a3_tagged_platform *oldest(const a3_pass *pass, const a3_object *object)
{
    const a3_tagged_platform *best = NULL;
    for (size_t i = 0; i < pass->subject->platforms.count; i++) {
        const a3_tagged_platform *tagged = &pass->subject->platforms.items[i];
        const a3_platform *p = &tagged->platform;
        if ((p->family != A3_PLATFORM_MACOS && p->family != A3_PLATFORM_IOS) || !a3_platform_has_arch(p, object->arch))
            continue;
        if (best == NULL || tag_version(p) < tag_version(&best->platform))
            best = tagged;
    }
    return best;
}

static void system_version(a3_pass *pass, const a3_object *object)
{
    const a3_tagged_platform *tagged = oldest(pass, object);
    if (tagged == NULL || object->min_os == 0)
        return;
    uint32_t promised = tag_version(&tagged->platform), needs = object->min_os & ~UINT32_C(0xff);
    if (tagged->platform.family == A3_PLATFORM_MACOS && promised >= UINT32_C(11) << 16)
        needs &= ~UINT32_C(0xffff); /* from 11 on tags have minor 0 */
    uint32_t first = object->arch != A3_ARCH_AARCH64                  ? 0 /* of the systems for this processor; compilers raise lower targets to it */
                     : tagged->platform.family == A3_PLATFORM_MACOS    ? UINT32_C(11) << 16
                     : tagged->platform.os == A3_OS_IOS_SIMULATOR      ? UINT32_C(14) << 16
                                                                       : 0;
    if (promised < first)
        promised = first;
    if (needs <= promised)
        return;
    a3_finding *finding = a3_find(pass->out, A3_RULE_P107, object->file->name, object->slice, "needs %s %u.%u, and the tag is %s",
                                  tagged->platform.family == A3_PLATFORM_IOS ? "iOS" : "macOS", (unsigned)(object->min_os >> 16),
                                  (unsigned)(object->min_os >> 8 & 0xff), tagged->tag);
    const char *variable = tagged->platform.family == A3_PLATFORM_IOS ? "IPHONEOS_DEPLOYMENT_TARGET" : "MACOSX_DEPLOYMENT_TARGET";
    a3_fix_tag(pass, finding, a3_printf(pass->out->arena, "build them with %s=%u.%u", variable, (unsigned)tagged->platform.major, (unsigned)tagged->platform.minor));
}

static bool ios(const a3_object *object) { return object->os == A3_OS_IOS || object->os == A3_OS_IOS_SIMULATOR; }

void a3_judge_macho(a3_pass *pass, const a3_object *object)
{
    const char *member = object->file->name, *slice = object->slice;
    system_version(pass, object);
    a3_judge_libraries(pass, object, NULL, 0);
    if (object->arch != A3_ARCH_AARCH64 || ios(object) || object->os != A3_OS_MACOS)
        return; /* elsewhere the signature is made at install, or not asked for */
    if (object->signature == A3_SIGNATURE_NONE)
        a3_find(pass->out, A3_RULE_P110, member, slice, "is arm64 code for macOS without a code signature");
    else if (object->signature == A3_SIGNATURE_INVALID)
        a3_find(pass->out, A3_RULE_P118, member, slice, "its code signature does not match its content: %s", object->signature_error.message);
    else if (object->signature == A3_SIGNATURE_UNREADABLE)
        a3_find_as(pass->out, A3_RULE_P118, A3_SEVERITY_WARNING, member, slice, "its code signature cannot be read: %s", object->signature_error.message);
}

static bool has_slice(const a3_file *file, a3_arch arch)
{
    for (size_t i = 0; i < file->objects.count; i++)
        if (file->objects.items[i].arch == arch || file->objects.items[i].err.status != A3_OK)
            return true; /* one that could not be opened has a finding of its own */
    return false;
}

/* A thin file serves one processor; a sibling for the other may stand beside it under another name only if nothing loads this one. */
static void missing_slices(a3_pass *pass, const a3_file *file)
{
    const char *said = NULL;
    for (size_t i = 0; i < pass->subject->platforms.count; i++) {
        const a3_tagged_platform *tagged = &pass->subject->platforms.items[i];
        if (tagged->platform.family != A3_PLATFORM_MACOS)
            continue;
        for (size_t a = 0; a < tagged->platform.arch_count; a++) {
            a3_arch arch = tagged->platform.arches[a];
            if ((arch != A3_ARCH_X86_64 && arch != A3_ARCH_AARCH64) || has_slice(file, arch) || (said != NULL && strcmp(said, a3_arch_name(arch)) == 0))
                continue;
            bool some = has_slice(file, A3_ARCH_X86_64) || has_slice(file, A3_ARCH_AARCH64);
            if (!some || (tagged->platform.arch_count == 1 && pass->subject->platforms.count == 1))
                continue; /* P101 speaks of files that fit no tag at all */
            said = a3_arch_name(arch);
            a3_finding *finding = a3_find_as(pass->out, A3_RULE_P108, a3_loaded_by_name(pass, file) ? A3_SEVERITY_ERROR : A3_SEVERITY_WARNING, file->name, NULL,
                                             "has no %s slice, which %s promises", arch == A3_ARCH_AARCH64 ? "arm64" : said, tagged->tag);
            a3_fix_tag(pass, finding, "build the file for both architectures (delocate-merge)");
        }
    }
}

static bool same_names(const a3_imports *a, const a3_imports *b, const char **differs)
{
    size_t i = 0, k = 0; /* both are sorted by name */
    while (i < a->count || k < b->count) {
        const char *left = i < a->count ? a->items[i].name : NULL, *right = k < b->count ? b->items[k].name : NULL;
        int order = left == NULL ? 1 : right == NULL ? -1 : strcmp(left, right);
        if (order != 0) {
            *differs = order < 0 ? left : right;
            return false;
        }
        i++;
        k++;
    }
    return true;
}

static void different_slices(a3_pass *pass, const a3_file *file)
{
    const a3_object *first = NULL;
    for (size_t i = 0; i < file->objects.count; i++) {
        const a3_object *object = &file->objects.items[i];
        if (object->err.status != A3_OK || object->slice == NULL || object->role != A3_ROLE_EXTENSION)
            continue;
        if (first == NULL) {
            first = object;
            continue;
        }
        const char *name = NULL, *what = NULL;
        if ((first->module == NULL) != (object->module == NULL) || (first->module != NULL && first->module->hooks.count != object->module->hooks.count))
            what = "they export different hooks";
        else if (first->module != NULL) {
            a3_slots_answer a = a3_object_slots(first);
            a3_slots_answer b = a3_object_slots(object);
            if (a.slots != b.slots || a.gil != b.gil || (a.abi_info == NULL) != (b.abi_info == NULL) ||
                (a.abi_info != NULL && (a.abi_info->flags != b.abi_info->flags || a.abi_info->abi_version != b.abi_info->abi_version)))
                what = "their slots differ";
        }
        if (what == NULL && !same_names(&first->python, &object->python, &name))
            what = "they import different Python names";
        if (what == NULL)
            continue;
        a3_finding *finding = a3_find(pass->out, A3_RULE_P109, file->name, NULL, "its slices %s and %s were built differently: %s", first->slice, object->slice, what);
        if (name != NULL)
            a3_evidence(pass->out, finding, "only one of them imports %s", name);
    }
}

void a3_judge_slices(a3_pass *pass)
{
    for (size_t f = 0; f < pass->subject->file_count; f++) {
        const a3_file *file = &pass->subject->files[f];
        if (file->objects.count == 0 || file->objects.items[0].format != A3_FORMAT_MACHO)
            continue;
        missing_slices(pass, file);
        different_slices(pass, file);
    }
}

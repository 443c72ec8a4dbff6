/* SPDX-License-Identifier: MIT */
#include "facts/needs.h"

#include <string.h>

#include "abi/pylib.h"
#include "base/buf.h"
#include "base/text.h"

static void put(a3_arena *arena, a3_strings *list, const char *text)
{
    const char **slot = A3_PUSH(arena, list);
    if (slot != NULL)
        *slot = text;
}

a3_status a3_object_blockers(const a3_subject *subject, const a3_object *object, a3_policy_set asked, const a3_platform *glibc,
                             a3_arena *arena, a3_blockers *out)
{
    a3_strings needed = {0}, imports = {0};
    A3_LIST(a3_policy_version) versions = {0};
    for (size_t i = 0; i < object->needed.count; i++) {
        const char *name = object->needed.items[i].name;
        if (name != NULL && !a3_pylib_parse(name, NULL) && !a3_input_ships(subject, name))
            put(arena, &needed, name);
    }
    for (size_t i = 0; i < object->versions.count; i++) {
        const a3_version_need *need = &object->versions.items[i];
        if (need->weak || need->library == NULL || need->version == NULL || a3_input_ships(subject, need->library))
            continue;
        a3_policy_version *slot = A3_PUSH(arena, &versions);
        if (slot != NULL)
            *slot = (a3_policy_version){need->library, need->version};
    }
    for (size_t i = 0; i < object->listed.count; i++)
        put(arena, &imports, object->listed.items[i].name);
    if (arena->failed)
        return A3_NOMEM;
    a3_policy_query query = {.arch = object->arch, .versions = versions.items, .version_count = versions.count, .needed = needed.items,
                             .needed_count = needed.count, .imports = imports.items, .import_count = imports.count};
    if (glibc != NULL) {
        query.glibc_major = glibc->major;
        query.glibc_minor = glibc->minor;
    }
    return a3_policy_check(arena, &query, asked, out);
}

uint32_t a3_macos_floor(const a3_object *object)
{
    uint32_t floor = object->min_os & ~UINT32_C(0xff);
    return object->arch == A3_ARCH_AARCH64 && floor != 0 && floor < UINT32_C(11) << 16 ? UINT32_C(11) << 16 : floor;
}

/* ---- the best tag ---- */

typedef struct survey {
    size_t elf, macho, other;
    a3_arch arch;         /* of the ELF objects */
    bool mixed, glibc, musl, bionic, x86_64, arm64;
    uint32_t x86_64_floor, arm64_floor;
} survey;

static void look(survey *s, const a3_object *object)
{
    if (object->kind == A3_KIND_RELOCATABLE || object->err.status != A3_OK)
        return;
    if (object->format == A3_FORMAT_ELF) {
        s->mixed |= s->elf++ > 0 && s->arch != object->arch;
        s->arch = object->arch;
        s->glibc |= object->libc == A3_LIBC_GLIBC;
        s->musl |= object->libc == A3_LIBC_MUSL;
        s->bionic |= object->libc == A3_LIBC_BIONIC;
    } else if (object->format == A3_FORMAT_MACHO && object->os == A3_OS_MACOS) {
        uint32_t *floor = object->arch == A3_ARCH_AARCH64 ? &s->arm64_floor : &s->x86_64_floor;
        s->macho++;
        *(object->arch == A3_ARCH_AARCH64 ? &s->arm64 : &s->x86_64) = true;
        if (a3_macos_floor(object) > *floor)
            *floor = a3_macos_floor(object);
    } else {
        s->other++;
    }
}

static void each(const a3_subject *subject, survey *s)
{
    for (size_t f = 0; f < subject->file_count; f++)
        for (size_t i = 0; i < subject->files[f].objects.count; i++)
            look(s, &subject->files[f].objects.items[i]);
}

static const char *why_no_policy(const a3_blockers *all, a3_policy_set family, a3_arena *arena)
{
    a3_strings libraries = {0};
    a3_buf text = A3_BUF_INIT;
    for (size_t i = 0; i < all->count; i++) {
        const a3_blocker *b = &all->items[i];
        bool again = b->kind != A3_BLOCK_LIBRARY || (b->policies & family) != family;
        for (size_t k = 0; k < libraries.count && !again; k++)
            again = strcmp(libraries.items[k], b->library) == 0;
        if (again)
            continue;
        put(arena, &libraries, b->library);
        a3_buf_printf(&text, "%s%s", libraries.count > 1 ? ", " : "they need libraries that no policy has and the wheel does not hold: ", b->library);
    }
    const char *why = text.size > 0 ? a3_strdup(arena, a3_buf_text(&text)) : "they need symbol versions or symbols that no policy has";
    a3_buf_free(&text);
    return why;
}

static bool claims_musl(const a3_subject *subject)
{
    for (size_t i = 0; i < subject->platforms.count; i++)
        if (subject->platforms.items[i].platform.family == A3_PLATFORM_MUSLLINUX)
            return true;
    return false;
}

static void best_linux(const a3_subject *subject, const survey *s, a3_arena *arena, a3_best_platform *best)
{
    best->libc_stated = s->glibc || s->musl;
    if (s->glibc && s->musl) {
        best->why_none = "some binaries were built for glibc and some for musl";
        return;
    }
    bool musl = s->musl || (!s->glibc && claims_musl(subject)); /* musl's libc.so is named as Android's: it states nothing */
    a3_policy_set family = a3_policy_family_set(musl ? A3_POLICY_MUSLLINUX : A3_POLICY_MANYLINUX) & a3_policy_arch_set(s->arch), met = family;
    a3_blockers all = {0};
    for (size_t f = 0; f < subject->file_count; f++)
        for (size_t i = 0; i < subject->files[f].objects.count; i++) {
            const a3_object *object = &subject->files[f].objects.items[i];
            if (object->err.status == A3_OK && object->format == A3_FORMAT_ELF && object->kind != A3_KIND_RELOCATABLE)
                a3_object_blockers(subject, object, family, NULL, arena, &all);
        }
    for (size_t i = 0; i < all.count; i++)
        met &= ~all.items[i].policies;
    int better = -1;
    /* musl has no symbol versions, so that no binary says which one it needs: the newest promises the least */
    for (size_t i = 0; i < a3_policy_count() && (best->policy < 0 || s->musl); i++)
        if ((met >> i & 1) != 0)
            best->policy = (int)i;
        else if ((family >> i & 1) != 0)
            better = (int)i;
    for (size_t i = 0; better >= 0 && i < all.count; i++)
        if ((all.items[i].policies >> better & 1) != 0) {
            a3_blocker *slot = A3_PUSH(arena, &best->next);
            if (slot != NULL)
                *slot = all.items[i];
        }
    if (best->policy < 0)
        best->why_none = family ? why_no_policy(&all, family, arena) : "no policy knows the architecture";
    else
        best->tag = a3_printf(arena, "%s_%s", a3_policy_at((size_t)best->policy)->name, a3_arch_name(s->arch));
}

static void best_macos(const survey *s, a3_arena *arena, a3_best_platform *best)
{
    uint32_t floor = s->x86_64 ? s->x86_64_floor : s->arm64_floor;
    if (floor == 0) {
        best->why_none = "no binary states the macOS version that it needs";
        return;
    }
    /* arm64 begins at 11.0: there a universal2 tag below says nothing of that slice */
    if (s->x86_64 && s->arm64 && s->arm64_floor > UINT32_C(11) << 16 && s->arm64_floor > floor)
        floor = s->arm64_floor;
    unsigned major = floor >> 16, minor = major >= 11 ? 0 : floor >> 8 & 0xff;
    best->tag = a3_printf(arena, "macosx_%u_%u_%s", major, minor, s->x86_64 && s->arm64 ? "universal2" : s->arm64 ? "arm64" : "x86_64");
}

a3_best_platform a3_find_best_platform(const a3_subject *subject, a3_arena *arena)
{
    a3_best_platform best = {.policy = -1};
    survey s = {.arch = A3_ARCH_UNKNOWN};
    each(subject, &s);
    if ((s.elf > 0) + (s.macho > 0) + (s.other > 0) != 1)
        best.why_none = s.elf + s.macho + s.other == 0 ? "the wheel holds no native objects" : "the wheel holds objects for several systems";
    else if (s.elf > 0 && s.mixed)
        best.why_none = "the wheel holds objects for several architectures";
    else if (s.elf > 0 && s.bionic)
        best.why_none = "its objects are for Android";
    else if (s.elf > 0)
        best_linux(subject, &s, arena, &best);
    else if (s.macho > 0)
        best_macos(&s, arena, &best);
    else
        best.why_none = "of this system only the tag that the build chose can be told";
    return best;
}

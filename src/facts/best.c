/* SPDX-License-Identifier: MIT */
/* The platform tag that the objects of an input allow. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "facts/needs.h"

enum { MACOS_11 = 11 << 16 };

/* The objects that the tag is told from: of one format and system, and on Linux of one architecture and C library. */
typedef struct survey {
    const a3_subject *subject;
    a3_role role;           /* of those that decide */
    a3_format format;
    a3_os os;
    a3_arch arch;           /* ELF, PE */
    a3_libc libc;           /* of those that state one */
    const char *why_none;
} survey;

typedef bool object_fn(survey *s, const a3_object *object);

static bool each(survey *s, object_fn *look)
{
    for (size_t f = 0; f < s->subject->file_count; f++)
        for (size_t i = 0; i < s->subject->files[f].objects.count; i++) {
            const a3_object *object = &s->subject->files[f].objects.items[i];
            if (object->err.status == A3_OK && object->kind != A3_KIND_RELOCATABLE && !object->any_arch && !look(s, object))
                return false;
        }
    return true;
}

/* ---- which objects ---- */

static bool claimed(const a3_subject *subject, const a3_object *object)
{
    for (size_t i = 0; i < subject->platforms.count; i++)
        if (a3_platform_has_arch(&subject->platforms.items[i].platform, object->arch))
            return true;
    return false;
}

static bool claims_libc(const a3_subject *subject, a3_libc libc)
{
    for (size_t i = 0; i < subject->platforms.count; i++)
        if (subject->platforms.items[i].platform.libc == libc)
            return true;
    return false;
}

/* Extensions before libraries before programs. */
static int rank(a3_role role) { return role == A3_ROLE_EXTENSION ? 2 : role == A3_ROLE_LIBRARY ? 1 : 0; }

static bool choose_role(survey *s, const a3_object *object)
{
    if (s->format == A3_FORMAT_NONE || rank(object->role) > rank(s->role)) {
        s->role = object->role;
        s->format = object->format;
    }
    return true;
}

static bool apple(a3_format format) { return format == A3_FORMAT_MACHO; }

/* Fat files have all their architectures: there it is no choice. */
static bool choose_system(survey *s, const a3_object *object)
{
    if (object->role != s->role)
        return true;
    if (object->format != s->format) {
        s->why_none = "the wheel holds objects for several systems";
        return false;
    }
    if (s->os == A3_OS_UNKNOWN || object->os == A3_OS_ANDROID)
        s->os = object->os;
    if (apple(s->format) && object->os != s->os) {
        s->why_none = "the wheel holds objects for several systems";
        return false;
    }
    if (apple(s->format) || s->arch == A3_ARCH_UNKNOWN) {
        s->arch = object->arch;
    } else if (object->arch != s->arch) {
        const a3_object other = {.arch = s->arch};
        bool old = claimed(s->subject, &other), new = claimed(s->subject, object);
        if (old == new || s->role == A3_ROLE_EXTENSION) { /* modules are loaded, whatever they are for */
            s->why_none = "the wheel holds objects for several architectures";
            return false;
        }
        if (new)
            s->arch = object->arch;
    }
    return true;
}

static bool choose_libc(survey *s, const a3_object *object)
{
    if (object->format != s->format || object->arch != s->arch || object->libc == A3_LIBC_UNKNOWN || object->libc == s->libc)
        return true;
    if (s->libc == A3_LIBC_UNKNOWN) {
        s->libc = object->libc;
        return true;
    }
    bool old = claims_libc(s->subject, s->libc), new = claims_libc(s->subject, object->libc);
    if (old == new) {
        s->why_none = "some binaries were built for glibc and some for musl";
        return false;
    }
    if (new)
        s->libc = object->libc;
    return true;
}

static bool belongs(const survey *s, const a3_object *object)
{
    if (object->format != s->format)
        return false;
    if (apple(s->format))
        return object->os == s->os;
    return object->arch == s->arch && (object->libc == s->libc || object->libc == A3_LIBC_UNKNOWN);
}

/* ---- Linux, Android ---- */

typedef struct linux_needs {
    survey survey;
    a3_arena *arena;
    a3_policy_set family;
    a3_blockers blockers;
    uint32_t api;      /* Android: highest level stated */
    unsigned isa;      /* highest x86-64 level needed */
    bool libc_so;      /* one needs libc.so, which on Linux is musl's name for itself */
    bool musl_suffix;  /* the last resort: one is named for musl. The reverse says nothing: musl's builds had -linux-gnu there too before 3.11 */
    bool soft_float;
} linux_needs;

unsigned a3_isa_level(const a3_object *object)
{
    uint32_t needed = object->isa_needed;
    return (needed & 8) != 0 ? 4 : (needed & 4) != 0 ? 3 : (needed & 2) != 0 ? 2 : 0;
}

/* What speaks of musl where no object states its C library. */
static bool look_for_musl(survey *s, const a3_object *object)
{
    linux_needs *all = (linux_needs *)s;
    if (!belongs(s, object))
        return true;
    for (size_t i = 0; i < object->needed.count; i++)
        all->libc_so |= object->needed.items[i].name != NULL && strcmp(object->needed.items[i].name, "libc.so") == 0;
    a3_suffix suffix = a3_suffix_parse(a3_basename(object->file->name));
    all->musl_suffix |= suffix.kind == A3_SUFFIX_VERSION && suffix.triplet != NULL && strstr(suffix.triplet, "-linux-musl") != NULL;
    return true;
}

static bool add_needs(survey *s, const a3_object *object)
{
    linux_needs *all = (linux_needs *)s;
    if (!belongs(s, object))
        return true;
    a3_object_blockers(object, all->family, NULL, all->arena, &all->blockers);
    if (object->os == A3_OS_ANDROID && object->min_os > all->api)
        all->api = object->min_os;
    if (a3_isa_level(object) > all->isa)
        all->isa = a3_isa_level(object);
    all->soft_float |= object->soft_float;
    return true;
}

static int by_text(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

/* The libraries among the blockers of the policy, sorted, each once. */
static void list_external(const a3_blockers *blockers, a3_policy_set policy, a3_arena *arena, a3_strings *out)
{
    for (size_t i = 0; i < blockers->count; i++) {
        const char **slot = blockers->items[i].kind == A3_BLOCK_LIBRARY && (blockers->items[i].policies & policy) != 0 ? A3_PUSH(arena, out) : NULL;
        if (slot != NULL)
            *slot = blockers->items[i].library;
    }
    if (out->count == 0)
        return;
    qsort(out->items, out->count, sizeof *out->items, by_text);
    size_t kept = 1;
    for (size_t i = 1; i < out->count; i++)
        if (strcmp(out->items[i], out->items[kept - 1]) != 0)
            out->items[kept++] = out->items[i];
    out->count = kept;
}

static void list_next(const a3_blockers *blockers, a3_policy_set policy, a3_arena *arena, a3_blockers *out)
{
    for (size_t i = 0; i < blockers->count; i++) {
        a3_blocker *slot = (blockers->items[i].policies & policy) != 0 ? A3_PUSH(arena, out) : NULL;
        if (slot != NULL)
            *slot = blockers->items[i];
    }
}

/* PEP 600 has a tag for every glibc, policies only for those that systems shipped: where a newer glibc alone is missing,
 * its number makes the tag. 0: something else is. */
static uint32_t newer_glibc(const a3_blockers *blockers, a3_policy_set newest)
{
    uint32_t most = 0;
    for (size_t i = 0; i < blockers->count; i++) {
        const a3_blocker *blocker = &blockers->items[i];
        uint32_t major, minor;
        if ((blocker->policies & newest) == 0)
            continue;
        if (blocker->kind != A3_BLOCK_VERSION || !a3_glibc_version(blocker->name, &major, &minor) || major != 2)
            return 0;
        if (minor > most)
            most = minor;
    }
    return most;
}

static const char *why_no_policy(const linux_needs *all, const a3_best_platform *best)
{
    a3_buf text = A3_BUF_INIT;
    if (all->soft_float)
        return "the tags of the architecture promise that floats are passed in floating-point registers";
    if (all->family == 0)
        return "no policy knows the architecture";
    for (size_t i = 0; i < best->external.count; i++)
        a3_buf_printf(&text, "%s%s", i > 0 ? ", " : "they need libraries that no policy has and the wheel does not hold: ", best->external.items[i]);
    if (text.size > 0 || !a3_buf_ok(&text))
        return a3_buf_keep(&text, all->arena);
    if (all->isa == 0)
        return "they need symbol versions or symbols that no policy has";
    const char *why = a3_printf(all->arena, "they need x86-64-v%u processors", all->isa);
    return why ? why : "they meet no policy";
}

static void best_linux(linux_needs *all, a3_best_platform *best)
{
    const survey *s = &all->survey;
    a3_arena *arena = all->arena;
    each(&all->survey, look_for_musl);
    bool claims_glibc = claims_libc(s->subject, A3_LIBC_GLIBC), by_name = !claims_glibc && (claims_libc(s->subject, A3_LIBC_MUSL) || all->musl_suffix);
    bool musl = s->libc == A3_LIBC_MUSL || (s->libc == A3_LIBC_UNKNOWN && (all->libc_so || by_name));
    best->libc_stated = s->libc != A3_LIBC_UNKNOWN || all->libc_so;
    all->family = a3_policy_family_set(musl ? A3_POLICY_MUSLLINUX : A3_POLICY_MANYLINUX) & a3_policy_arch_set(s->arch);
    each(&all->survey, add_needs);
    if (all->isa > 0) {
        a3_blocker *slot = A3_PUSH(arena, &all->blockers);
        if (slot != NULL)
            *slot = (a3_blocker){A3_BLOCK_ISA, NULL, a3_printf(arena, "x86-64-v%u", all->isa), all->family};
    }
    a3_policy_set met = all->soft_float ? 0 : all->family, newest = 0, better = 0;
    for (size_t i = 0; i < all->blockers.count; i++)
        met &= ~all->blockers.items[i].policies;
    for (size_t i = 0; i < a3_policy_count(); i++) { /* ascending: the first is the best. musl has no symbol versions: nothing tells the newest from the one before */
        a3_policy_set bit = (a3_policy_set)1 << i;
        if ((all->family & bit) == 0)
            continue;
        newest = bit;
        if ((met & bit) != 0 && (best->policy < 0 || musl))
            best->policy = (int)i;
        else if (best->policy < 0)
            better = bit;
    }
    list_external(&all->blockers, newest, arena, &best->external);
    list_next(&all->blockers, best->policy >= 0 ? better : newest, arena, &best->next);
    const char *arch = a3_arch_name(s->arch);
    uint32_t glibc = best->policy < 0 && !musl && !all->soft_float && newest != 0 ? newer_glibc(&all->blockers, newest) : 0;
    if (best->policy >= 0)
        best->tag = a3_printf(arena, "%s_%s", a3_policy_at((size_t)best->policy)->name, arch);
    else if (glibc > 0)
        best->tag = a3_printf(arena, "manylinux_2_%u_%s", (unsigned)glibc, arch);
    else
        best->tag = a3_printf(arena, "linux_%s", arch);
    if (best->policy < 0 && glibc == 0)
        best->why_none = why_no_policy(all, best);
}

static bool lacks_library(const a3_blockers *blockers, a3_policy_set policy)
{
    for (size_t i = 0; i < blockers->count; i++)
        if (blockers->items[i].kind == A3_BLOCK_LIBRARY && (blockers->items[i].policies & policy) != 0)
            return true;
    return false;
}

/* The level that the objects ask for, or the first above it that has the libraries. */
static void best_android(linux_needs *all, a3_best_platform *best)
{
    static const struct { a3_arch arch; const char *name; } names[] = {
        {A3_ARCH_X86_64, "x86_64"}, {A3_ARCH_AARCH64, "arm64_v8a"}, {A3_ARCH_I686, "x86"}, {A3_ARCH_ARM, "armeabi_v7a"}};
    const survey *s = &all->survey;
    const char *arch = NULL;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].arch == s->arch)
            arch = names[i].name;
    best->libc_stated = true;
    all->family = a3_policy_family_set(A3_POLICY_ANDROID);
    each(&all->survey, add_needs);
    if (all->api == 0 || arch == NULL) {
        best->why_none = arch ? "no binary states the API level of Android that it needs" : "Android has no tag for the architecture";
        return;
    }
    a3_policy_set newest = 0;
    uint32_t level = all->api;
    for (size_t i = 0; i < a3_policy_count(); i++) {
        a3_policy_set bit = (a3_policy_set)1 << i;
        if ((all->family & bit) == 0)
            continue;
        newest = bit;
        bool superseded = i + 1 < a3_policy_count() && (all->family >> (i + 1) & 1) != 0 && a3_policy_at(i + 1)->major <= all->api;
        if (superseded || best->policy >= 0 || lacks_library(&all->blockers, bit))
            continue;
        best->policy = (int)i;
        if (a3_policy_at(i)->major > level)
            level = a3_policy_at(i)->major;
    }
    list_external(&all->blockers, newest, all->arena, &best->external);
    if (best->external.count > 0)
        best->why_none = "they need libraries that Android does not have and the wheel does not hold";
    else
        best->tag = a3_printf(all->arena, "android_%u_%s", (unsigned)level, arch);
}

/* ---- macOS, iOS ---- */

typedef struct apple_slices {
    survey survey;
    unsigned common, some;  /* sets of architectures (bit: a3_arch): that all files have, and that one has */
    const a3_file *file;    /* whose slices are being seen */
    unsigned here;
    uint32_t floor[A3_ARCH_COUNT]; /* minimum system */
} apple_slices;

uint32_t a3_macos_floor(const a3_object *object)
{
    uint32_t floor = object->min_os & ~UINT32_C(0xff);
    return object->arch == A3_ARCH_AARCH64 && floor != 0 && floor < MACOS_11 ? MACOS_11 : floor;
}

static void end_of_file(apple_slices *all)
{
    if (all->file == NULL)
        return;
    all->common = all->some == 0 ? all->here : all->common & all->here;
    all->some |= all->here;
}

static bool add_slice(survey *s, const a3_object *object)
{
    apple_slices *all = (apple_slices *)s;
    if (!belongs(s, object))
        return true;
    uint32_t floor = s->os == A3_OS_MACOS ? a3_macos_floor(object) : object->min_os & ~UINT32_C(0xff);
    if (floor > all->floor[object->arch])
        all->floor[object->arch] = floor;
    if (object->role != s->role)
        return true;
    if (object->file != all->file) {
        end_of_file(all);
        all->file = object->file;
        all->here = 0;
    }
    all->here |= 1U << object->arch;
    return true;
}

static const char *macos_arch(unsigned set)
{
#define BIT(arch) (1U << A3_ARCH_##arch)
    static const struct { unsigned set; const char *name; } names[] = {
        {BIT(X86_64) | BIT(AARCH64), "universal2"}, {BIT(AARCH64), "arm64"}, {BIT(X86_64), "x86_64"}, {BIT(I686), "i386"}, {BIT(PPC), "ppc"},
        {BIT(PPC64), "ppc64"}, {BIT(I686) | BIT(X86_64), "intel"}, {BIT(I686) | BIT(PPC), "fat"}, {BIT(I686) | BIT(PPC) | BIT(X86_64), "fat3"},
        {BIT(PPC64) | BIT(X86_64), "fat64"}, {BIT(I686) | BIT(PPC) | BIT(PPC64) | BIT(X86_64), "universal"}};
#undef BIT
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].set == set)
            return names[i].name;
    return NULL;
}

static void best_macos(const apple_slices *all, unsigned set, a3_arena *arena, a3_best_platform *best)
{
    uint32_t floor = 0;
    for (unsigned arch = 0; arch < A3_ARCH_COUNT; arch++) {
        bool alone = set == 1U << A3_ARCH_AARCH64;
        /* arm64 begins at 11.0: there a tag below says nothing of that slice */
        if ((set >> arch & 1) == 0 || (arch == A3_ARCH_AARCH64 && !alone && all->floor[arch] <= MACOS_11))
            continue;
        if (all->floor[arch] > floor)
            floor = all->floor[arch];
    }
    unsigned major = floor >> 16, minor = major >= 11 ? 0 : floor >> 8 & 0xff;
    if (floor == 0)
        best->why_none = "no binary states the macOS version that it needs";
    else if (macos_arch(set) == NULL)
        best->why_none = "macOS has no tag for these architectures";
    else
        best->tag = a3_printf(arena, "macosx_%u_%u_%s", major, minor, macos_arch(set));
}

/* One tag for each architecture: iOS has no universal ones. */
static void best_ios(const apple_slices *all, unsigned set, a3_arena *arena, a3_best_platform *best)
{
    static const a3_arch known[] = {A3_ARCH_AARCH64, A3_ARCH_X86_64};
    for (size_t i = 0; i < 2; i++) {
        uint32_t floor = all->floor[known[i]];
        if ((set >> known[i] & 1) != 0 && floor != 0)
            best->tag = a3_printf(arena, "%s%sios_%u_%u_%s_%s", best->tag ? best->tag : "", best->tag ? "." : "", (unsigned)(floor >> 16), (unsigned)(floor >> 8 & 0xff),
                                  known[i] == A3_ARCH_AARCH64 ? "arm64" : "x86_64", all->survey.os == A3_OS_IOS ? "iphoneos" : "iphonesimulator");
    }
    if (best->tag == NULL)
        best->why_none = "no binary states the iOS version that it needs";
}

static void best_apple(const survey *s, a3_arena *arena, a3_best_platform *best)
{
    apple_slices all = {.survey = *s};
    each(&all.survey, add_slice);
    end_of_file(&all);
    /* nothing that all files have: files for one architecture stand beside one another */
    unsigned set = all.common ? all.common : all.some;
    if (s->os == A3_OS_MACOS)
        best_macos(&all, set, arena, best);
    else if (s->os == A3_OS_IOS || s->os == A3_OS_IOS_SIMULATOR)
        best_ios(&all, set, arena, best);
    else
        best->why_none = s->os == A3_OS_UNKNOWN ? "no binary states the system that it was built for" : "there is no tag for the system that its objects are for";
}

/* ---- all ---- */

static void best_windows(const survey *s, a3_best_platform *best)
{
    best->tag = s->arch == A3_ARCH_X86_64 ? "win_amd64" : s->arch == A3_ARCH_I686 ? "win32" : s->arch == A3_ARCH_AARCH64 ? "win_arm64" : s->arch == A3_ARCH_ARM ? "win_arm32" : NULL;
    if (best->tag == NULL)
        best->why_none = "Windows has no tag for the architecture";
}

a3_best_platform a3_find_best_platform(const a3_subject *subject, a3_arena *arena)
{
    a3_best_platform best = {.policy = -1};
    linux_needs all = {.survey = {.subject = subject}, .arena = arena};
    survey *s = &all.survey;
    each(s, choose_role);
    if (s->format == A3_FORMAT_NONE)
        best.why_none = "the wheel holds no native objects";
    else if (!each(s, choose_system) || (s->format == A3_FORMAT_ELF && !each(s, choose_libc)))
        best.why_none = s->why_none;
    else if (apple(s->format))
        best_apple(s, arena, &best);
    else if (s->format == A3_FORMAT_PE)
        best_windows(s, &best);
    else if (s->format == A3_FORMAT_WASM)
        best.why_none = "side modules do not say which Emscripten they were linked with: only the tag that the build chose tells it";
    else if (s->os == A3_OS_ANDROID || (s->libc == A3_LIBC_UNKNOWN && claims_libc(subject, A3_LIBC_BIONIC)))
        best_android(&all, &best);
    else if (s->os == A3_OS_LINUX || s->os == A3_OS_UNKNOWN)
        best_linux(&all, &best);
    else
        best.why_none = "of this system only the tag that the build chose can be told";
    return best;
}

/* A library that another distribution may bring speaks against no tag. */
static bool speaks_against(const a3_object *object, const a3_blocker *blocker)
{
    for (size_t i = 0; blocker->kind == A3_BLOCK_LIBRARY && i < object->needed.count; i++)
        if (object->needed.items[i].name != NULL && strcmp(object->needed.items[i].name, blocker->library) == 0)
            return a3_object_library(object, i).bringer == A3_BROUGHT_BY_NOBODY;
    return true;
}

/* Some object needs what the policy of this tag does not have. */
static bool blocked(const a3_subject *subject, const a3_platform *says, a3_arena *arena)
{
    bool exact;
    int policy = a3_policy_for(says, &exact);
    for (size_t f = 0; f < subject->file_count && policy >= 0; f++)
        for (size_t i = 0; i < subject->files[f].objects.count; i++) {
            const a3_object *object = &subject->files[f].objects.items[i];
            if (object->err.status != A3_OK || object->format != A3_FORMAT_ELF || object->kind == A3_KIND_RELOCATABLE || !a3_platform_has_arch(says, object->arch))
                continue;
            a3_blockers blockers = {0};
            a3_object_blockers(object, (a3_policy_set)1 << policy, exact ? NULL : says, arena, &blockers);
            for (size_t k = 0; k < blockers.count; k++)
                if (speaks_against(object, &blockers.items[k]))
                    return true;
            if (a3_isa_level(object) > says->isa_level || object->soft_float != says->soft_float)
                return true;
        }
    return false;
}

bool a3_best_is_plain(const a3_best_platform *best) { return best->tag != NULL && a3_has_prefix(best->tag, "linux_"); }

static bool fits_one(const a3_subject *subject, const a3_best_platform *best, const char *tag, const a3_platform *says, a3_arena *arena)
{
    a3_platform can = a3_platform_parse(tag);
    bool policed = says->family == A3_PLATFORM_MANYLINUX || says->family == A3_PLATFORM_MUSLLINUX;
    if (!policed)
        return a3_platform_within(&can, says) || (says->family == A3_PLATFORM_LINUX && can.os == A3_OS_LINUX && a3_platform_has_arch(says, can.arches[0]));
    /* what no binary says anything of is not contradicted: a static program runs on glibc and musl alike, and nothing tells musl's version */
    bool libc = !best->libc_stated || can.family == says->family || can.family == A3_PLATFORM_LINUX;
    return can.os == A3_OS_LINUX && libc && a3_platform_has_arch(says, can.arches[0]) && !blocked(subject, says, arena);
}

bool a3_best_fits(const a3_subject *subject, const a3_best_platform *best, const a3_platform *says, a3_arena *arena)
{
    if (says->family == A3_PLATFORM_OTHER || says->family == A3_PLATFORM_UNKNOWN || best->tag == NULL)
        return true;
    for (const char *at = best->tag; *at != '\0';) {
        size_t size = strcspn(at, ".");
        const char *one = a3_strndup(arena, at, size);
        if (one != NULL && fits_one(subject, best, one, says, arena))
            return true;
        at += size + (at[size] == '.');
    }
    return false;
}

bool a3_best_fits_claim(const a3_subject *subject, const a3_best_platform *best, a3_arena *arena)
{
    for (size_t i = 0; i < subject->platforms.count; i++)
        if (!a3_best_fits(subject, best, &subject->platforms.items[i].platform, arena))
            return false;
    return true;
}

/* SPDX-License-Identifier: MIT */
/* The columns of a matrix: machines as installers tell them apart, and which platform tags each takes. Source: packaging.tags
 * (26.4), whose lists of tags for macOS, glibc, musl, iOS and Android decide what an installer looks for at all. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "abi/stable.h"
#include "base/text.h"
#include "facts/set.h"

static const char *arch_text(a3_arch arch)
{
    static const char *const names[A3_ARCH_COUNT] = {
        [A3_ARCH_UNKNOWN] = "unknown", [A3_ARCH_X86_64] = "x86_64", [A3_ARCH_I686] = "i686", [A3_ARCH_AARCH64] = "aarch64",
        [A3_ARCH_ARM] = "armv7l", [A3_ARCH_PPC64] = "ppc64", [A3_ARCH_PPC64LE] = "ppc64le", [A3_ARCH_S390X] = "s390x",
        [A3_ARCH_RISCV64] = "riscv64", [A3_ARCH_LOONGARCH64] = "loongarch64", [A3_ARCH_WASM32] = "wasm32", [A3_ARCH_PPC] = "ppc",
        [A3_ARCH_MIPS] = "mips", [A3_ARCH_MIPS64] = "mips64", [A3_ARCH_SPARC] = "sparc", [A3_ARCH_RISCV32] = "riscv32"};
    return names[arch];
}

static const char *os_text(a3_os os)
{
    switch (os) {
    case A3_OS_LINUX: return "Linux";
    case A3_OS_ANDROID: return "Android";
    case A3_OS_FREEBSD: return "FreeBSD";
    case A3_OS_MACOS: return "macOS";
    case A3_OS_IOS: return "iOS";
    case A3_OS_IOS_SIMULATOR: return "iOS simulator";
    case A3_OS_WINDOWS: return "Windows";
    case A3_OS_EMSCRIPTEN: return "Emscripten";
    case A3_OS_CYGWIN: return "Cygwin";
    case A3_OS_APPLE_OTHER: case A3_OS_UNKNOWN: break;
    }
    return "other";
}

/* The architecture as the system's own people write it. */
static const char *local_arch(const a3_column *column)
{
    bool apple = column->os == A3_OS_MACOS || column->os == A3_OS_IOS || column->os == A3_OS_IOS_SIMULATOR;
    if (column->arch == A3_ARCH_AARCH64 && (apple || column->os == A3_OS_WINDOWS))
        return "arm64";
    if (column->os == A3_OS_WINDOWS)
        return column->arch == A3_ARCH_X86_64 ? "amd64" : column->arch == A3_ARCH_I686 ? "32-bit" : arch_text(column->arch);
    if (column->soft_float)
        return "armel";
    return arch_text(column->arch);
}

static const char *or_empty(const char *text) { return text ? text : ""; }

static void name_column(a3_column *column, a3_arena *arena)
{
    if (column->tag != NULL) {
        a3_platform platform = a3_platform_parse(column->tag);
        bool emscripten = platform.family == A3_PLATFORM_EMSCRIPTEN;
        const char *kind = a3_has_prefix(column->tag, "pyemscripten_") ? "" : a3_has_prefix(column->tag, "pyodide_") ? "pyodide " : "plain ";
        column->group = emscripten ? "Emscripten" : "Other";
        column->machine = emscripten ? or_empty(a3_printf(arena, "%s%u.%u", kind, platform.major, platform.minor)) : column->tag;
        column->label = emscripten ? or_empty(a3_printf(arena, "Emscripten %s", column->machine)) : column->tag;
        column->key = column->tag;
        return;
    }
    const char *libc = column->os != A3_OS_LINUX ? NULL : column->libc == A3_LIBC_MUSL ? "musl" : "glibc";
    column->machine = local_arch(column);
    column->group = libc ? or_empty(a3_printf(arena, "%s, %s", os_text(column->os), libc)) : os_text(column->os);
    column->label = or_empty(a3_printf(arena, "%s %s%s%s", os_text(column->os), column->machine, libc ? ", " : "", libc ? libc : ""));
    char *key = a3_printf(arena, "%s-%s%s%s", os_text(column->os), column->machine, libc ? "-" : "", libc ? libc : "");
    for (char *at = key; at != NULL && *at != '\0'; at++)
        *at = *at == ' ' ? '-' : *at >= 'A' && *at <= 'Z' ? (char)(*at + 32) : *at;
    column->key = or_empty(key);
}

static bool same_column(const a3_column *a, const a3_column *b)
{
    if (a->tag != NULL || b->tag != NULL)
        return a->tag != NULL && b->tag != NULL && strcasecmp(a->tag, b->tag) == 0;
    return a->os == b->os && a->arch == b->arch && a->libc == b->libc && a->soft_float == b->soft_float;
}

/* Of its group among the groups. */
static int place(const a3_column *column)
{
    static const a3_os order[] = {A3_OS_LINUX, A3_OS_MACOS, A3_OS_WINDOWS, A3_OS_ANDROID, A3_OS_IOS, A3_OS_IOS_SIMULATOR, A3_OS_EMSCRIPTEN};
    int at = 0;
    while (at < (int)(sizeof order / sizeof *order) && order[at] != column->os)
        at++;
    if (column->tag != NULL && column->os != A3_OS_EMSCRIPTEN)
        at = 100;
    return at * 2 + (column->os == A3_OS_LINUX && column->libc == A3_LIBC_MUSL);
}

static void add_column(a3_set *set, a3_column column, a3_arena *arena)
{
    for (size_t i = 0; i < set->columns.count; i++)
        if (same_column(&set->columns.items[i], &column))
            return;
    enum { MOST_COLUMNS = 64 }; /* more than there are platforms; made-up tags must not make the table endless */
    set->more_platforms |= set->columns.count == MOST_COLUMNS;
    a3_column *slot = set->columns.count < MOST_COLUMNS ? A3_PUSH(arena, &set->columns) : NULL;
    if (slot == NULL)
        return;
    name_column(&column, arena);
    size_t at = set->columns.count - 1;
    for (; at > 0 && place(&set->columns.items[at - 1]) > place(&column); at--)
        set->columns.items[at] = set->columns.items[at - 1];
    set->columns.items[at] = column;
}

const a3_column *a3_usual_columns(size_t *count)
{
    static const a3_column usual[] = {
        {.os = A3_OS_LINUX, .arch = A3_ARCH_X86_64, .libc = A3_LIBC_GLIBC}, {.os = A3_OS_LINUX, .arch = A3_ARCH_AARCH64, .libc = A3_LIBC_GLIBC},
        {.os = A3_OS_LINUX, .arch = A3_ARCH_X86_64, .libc = A3_LIBC_MUSL},  {.os = A3_OS_LINUX, .arch = A3_ARCH_AARCH64, .libc = A3_LIBC_MUSL},
        {.os = A3_OS_MACOS, .arch = A3_ARCH_AARCH64},                       {.os = A3_OS_MACOS, .arch = A3_ARCH_X86_64},
        {.os = A3_OS_WINDOWS, .arch = A3_ARCH_X86_64},                      {.os = A3_OS_WINDOWS, .arch = A3_ARCH_AARCH64},
        {.os = A3_OS_WINDOWS, .arch = A3_ARCH_I686}};
    *count = sizeof usual / sizeof *usual;
    return usual;
}

/* Installers compare the platform as a whole: no order of versions, no lists of machines. */
static bool by_tag_alone(const a3_platform *platform)
{
    switch (platform->family) {
    case A3_PLATFORM_MANYLINUX: case A3_PLATFORM_MUSLLINUX: case A3_PLATFORM_LINUX: /* linux_armv6l, linux_i386, ..._x86_64_v3 */
        return platform->arches[0] == A3_ARCH_UNKNOWN || strcasecmp(platform->arch_name, arch_text(platform->arches[0])) != 0;
    case A3_PLATFORM_MACOS: case A3_PLATFORM_IOS: case A3_PLATFORM_ANDROID: case A3_PLATFORM_WINDOWS:
        return platform->arch_count == 0 || platform->arches[0] == A3_ARCH_UNKNOWN;
    default: return true;
    }
}

static void add_columns_of(a3_set *set, const a3_tagged_platform *tagged, a3_arena *arena)
{
    const a3_platform *platform = &tagged->platform;
    if (platform->family == A3_PLATFORM_ANY)
        return;
    if (by_tag_alone(platform)) {
        add_column(set, (a3_column){.os = platform->os, .arch = platform->arch_count ? platform->arches[0] : A3_ARCH_UNKNOWN, .tag = tagged->tag}, arena);
        return;
    }
    for (size_t a = 0; a < platform->arch_count; a++) {
        /* fat tags of old Macs (intel, universal) bring no columns of machines that no current Python runs on */
        if (platform->os == A3_OS_MACOS && platform->arches[a] != A3_ARCH_X86_64 && platform->arches[a] != A3_ARCH_AARCH64)
            continue;
        a3_libc libc = platform->os != A3_OS_LINUX ? A3_LIBC_UNKNOWN : platform->libc == A3_LIBC_MUSL ? A3_LIBC_MUSL : A3_LIBC_GLIBC;
        add_column(set, (a3_column){.os = platform->os, .arch = platform->arches[a], .libc = libc, .soft_float = platform->soft_float}, arena);
    }
}

void a3_set_columns(a3_set *set, a3_arena *arena)
{
    size_t count;
    const a3_column *usual = a3_usual_columns(&count);
    for (size_t i = 0; i < count; i++) {
        a3_column column = usual[i];
        column.usual = true;
        add_column(set, column, arena);
    }
    for (size_t w = 0; w < set->wheels.count; w++)
        for (size_t p = 0; p < set->wheels.items[w].platforms.count; p++)
            add_columns_of(set, &set->wheels.items[w].platforms.items[p], arena);
}

/* ---- what an installer there takes ---- */

/* macOS: 10.4 to 10.16, then whole numbers: midyear updates (12.3) are no versions of tags. arm64 begins with 11, apart from fat files. */
static bool takes_macos(const a3_platform *platform, a3_arch arch)
{
    if (platform->major >= 11)
        return platform->minor == 0;
    bool version = platform->major == 10 && platform->minor >= 4 && platform->minor <= 16;
    return version && (arch != A3_ARCH_AARCH64 || strcasecmp(platform->arch_name, "universal2") == 0);
}

bool a3_column_takes(const a3_column *column, const a3_tagged_platform *tagged)
{
    const a3_platform *platform = &tagged->platform;
    if (platform->family == A3_PLATFORM_ANY)
        return true;
    if (column->tag != NULL || by_tag_alone(platform))
        return column->tag != NULL && strcasecmp(tagged->tag, column->tag) == 0;
    if (platform->os != column->os || platform->soft_float != column->soft_float || !a3_platform_has_arch(platform, column->arch))
        return false;
    bool intel = column->arch == A3_ARCH_X86_64 || column->arch == A3_ARCH_I686;
    switch (platform->family) {
    case A3_PLATFORM_LINUX: return true; /* says nothing of libc */
    case A3_PLATFORM_MANYLINUX: return column->libc == A3_LIBC_GLIBC && platform->major == 2 && platform->minor >= (intel ? 5 : 17);
    case A3_PLATFORM_MUSLLINUX: return column->libc == A3_LIBC_MUSL && platform->major == 1;
    case A3_PLATFORM_MACOS: return takes_macos(platform, column->arch);
    case A3_PLATFORM_IOS: return platform->major >= 12 && platform->minor <= 9;
    case A3_PLATFORM_ANDROID: return platform->major >= 16;
    default: return true;
    }
}

bool a3_column_has_interp(const a3_column *column, const a3_interp *interp)
{
    if (interp->implementation != A3_IMPL_CPYTHON || interp->version > A3_ABI_DATA_LATEST)
        return false; /* nobody can have built for a CPython that is not out */
    switch (column->os) {
    case A3_OS_IOS: case A3_OS_IOS_SIMULATOR: case A3_OS_ANDROID: return interp->version >= A3_VERSION(3, 13) && !interp->free_threaded; /* PEP 730, 738 */
    case A3_OS_EMSCRIPTEN: return false; /* a platform version belongs to one CPython (PEP 783): its wheels say which */
    case A3_OS_WINDOWS: return column->arch != A3_ARCH_AARCH64 || interp->version >= A3_VERSION(3, 11);
    default: return true;
    }
}

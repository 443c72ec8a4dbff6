/* SPDX-License-Identifier: MIT */
#include "abi/platform.h"

#include <string.h>
#include <strings.h>

typedef struct arch_name {
    const char *name;
    a3_arch arches[A3_PLATFORM_ARCHES]; /* filled from the left, the rest A3_ARCH_UNKNOWN (0) */
} arch_name;

/* Architectures as wheel tags write them, for all families: a name means the same wherever it stands. */
static const arch_name arch_names[] = {
    {"x86_64", {A3_ARCH_X86_64}},
    {"amd64", {A3_ARCH_X86_64}},
    {"i386", {A3_ARCH_I686}},
    {"i486", {A3_ARCH_I686}},
    {"i586", {A3_ARCH_I686}},
    {"i686", {A3_ARCH_I686}},
    {"x86", {A3_ARCH_I686}},
    {"aarch64", {A3_ARCH_AARCH64}},
    {"arm64", {A3_ARCH_AARCH64}},
    {"arm64_v8a", {A3_ARCH_AARCH64}},
    {"armv5l", {A3_ARCH_ARM}},
    {"armv6l", {A3_ARCH_ARM}},
    {"armv7l", {A3_ARCH_ARM}},
    {"armv8l", {A3_ARCH_ARM}},
    {"armeabi_v7a", {A3_ARCH_ARM}},
    {"arm32", {A3_ARCH_ARM}},
    {"ppc", {A3_ARCH_PPC}},
    {"ppc64", {A3_ARCH_PPC64}},
    {"ppc64le", {A3_ARCH_PPC64LE}},
    {"s390x", {A3_ARCH_S390X}},
    {"riscv64", {A3_ARCH_RISCV64}},
    {"riscv32", {A3_ARCH_RISCV32}},
    {"loongarch64", {A3_ARCH_LOONGARCH64}},
    {"mips", {A3_ARCH_MIPS}},
    {"mips64", {A3_ARCH_MIPS64}},
    {"wasm32", {A3_ARCH_WASM32}},
    /* macOS fat files (distutils' names) */
    {"universal2", {A3_ARCH_X86_64, A3_ARCH_AARCH64}},
    {"universal", {A3_ARCH_I686, A3_ARCH_PPC, A3_ARCH_PPC64, A3_ARCH_X86_64}},
    {"intel", {A3_ARCH_I686, A3_ARCH_X86_64}},
    {"fat", {A3_ARCH_I686, A3_ARCH_PPC}},
    {"fat3", {A3_ARCH_I686, A3_ARCH_PPC, A3_ARCH_X86_64}},
    {"fat64", {A3_ARCH_PPC64, A3_ARCH_X86_64}},
};

static void set_arch(a3_platform *out, const char *name)
{
    out->arch_name = name;
    out->arch_count = 1;
    if (strncasecmp(name, "x86_64_v", 8) == 0 && name[8] >= '1' && name[8] <= '4' && name[9] == '\0') {
        out->arches[0] = A3_ARCH_X86_64;
        out->isa_level = (uint8_t)(name[8] - '0');
        return;
    }
    for (size_t i = 0; i < sizeof arch_names / sizeof *arch_names; i++) {
        if (strcasecmp(name, arch_names[i].name) != 0)
            continue;
        memcpy(out->arches, arch_names[i].arches, sizeof out->arches);
        while (out->arch_count < A3_PLATFORM_ARCHES && out->arches[out->arch_count] != A3_ARCH_UNKNOWN)
            out->arch_count++;
        out->soft_float = strcasecmp(name, "armeabi_v7a") == 0;
        return;
    }
}

/* ---- small steps over a tag: each moves *p behind what it took ---- */

static bool take(const char **p, const char *prefix)
{
    size_t size = strlen(prefix);
    if (strncasecmp(*p, prefix, size) != 0)
        return false;
    *p += size;
    return true;
}

static bool take_number(const char **p, uint32_t *out)
{
    const char *at = *p;
    uint32_t value = 0;
    while (*at >= '0' && *at <= '9') {
        if (value > (UINT32_MAX - 9) / 10)
            return false;
        value = value * 10 + (uint32_t)(*at++ - '0');
    }
    bool some = at != *p;
    *p = at;
    *out = value;
    return some;
}

/* "2_17_" */
static bool take_version(const char **p, a3_platform *out)
{
    return take_number(p, &out->major) && take(p, "_") && take_number(p, &out->minor) && take(p, "_") && **p != '\0';
}

typedef struct simple {
    const char *tag;
    a3_platform_family family;
    a3_os os;
    const char *arch;
} simple;

static const simple simples[] = {
    {"any", A3_PLATFORM_ANY, A3_OS_UNKNOWN, NULL},
    {"win32", A3_PLATFORM_WINDOWS, A3_OS_WINDOWS, "i686"},
    {"win_amd64", A3_PLATFORM_WINDOWS, A3_OS_WINDOWS, "x86_64"},
    {"win_arm64", A3_PLATFORM_WINDOWS, A3_OS_WINDOWS, "arm64"},
    {"win_arm32", A3_PLATFORM_WINDOWS, A3_OS_WINDOWS, "arm32"},
    {"win_ia64", A3_PLATFORM_WINDOWS, A3_OS_WINDOWS, "ia64"},
};

static bool parse_simple(const char *tag, a3_platform *out)
{
    for (size_t i = 0; i < sizeof simples / sizeof *simples; i++) {
        if (strcasecmp(tag, simples[i].tag) != 0)
            continue;
        out->family = simples[i].family;
        out->os = simples[i].os;
        if (simples[i].arch != NULL)
            set_arch(out, simples[i].arch);
        return true;
    }
    return false;
}

typedef struct legacy {
    const char *prefix, *policy;
    uint32_t minor;
} legacy;

static bool parse_linux(const char *p, a3_platform *out)
{
    static const legacy aliases[] = {
        {"manylinux1_", "manylinux_2_5", 5}, {"manylinux2010_", "manylinux_2_12", 12}, {"manylinux2014_", "manylinux_2_17", 17},
    };
    out->os = A3_OS_LINUX;
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
        if (!take(&p, aliases[i].prefix))
            continue;
        out->family = A3_PLATFORM_MANYLINUX;
        out->policy = aliases[i].policy;
        out->major = 2;
        out->minor = aliases[i].minor;
        out->libc = A3_LIBC_GLIBC;
        set_arch(out, p);
        return *p != '\0';
    }
    if (take(&p, "linux_")) {
        out->family = A3_PLATFORM_LINUX;
        set_arch(out, p);
        return *p != '\0';
    }
    bool many = take(&p, "manylinux_");
    if (!many && !take(&p, "musllinux_"))
        return false;
    out->family = many ? A3_PLATFORM_MANYLINUX : A3_PLATFORM_MUSLLINUX;
    out->libc = many ? A3_LIBC_GLIBC : A3_LIBC_MUSL;
    if (!take_version(&p, out))
        return false;
    set_arch(out, p);
    return true;
}

static bool parse_apple(const char *p, a3_platform *out)
{
    if (take(&p, "macosx_")) {
        out->family = A3_PLATFORM_MACOS;
        out->os = A3_OS_MACOS;
        if (!take_version(&p, out))
            return false;
        set_arch(out, p);
        return true;
    }
    if (!take(&p, "ios_") || !take_version(&p, out))
        return false;
    out->family = A3_PLATFORM_IOS;
    static const struct {
        const char *ending, *arch;
        a3_os os;
    } forms[] = {
        {"arm64_iphoneos", "arm64", A3_OS_IOS},
        {"arm64_iphonesimulator", "arm64", A3_OS_IOS_SIMULATOR},
        {"x86_64_iphonesimulator", "x86_64", A3_OS_IOS_SIMULATOR},
        {"x86_64_iphoneos", "x86_64", A3_OS_IOS},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (strcasecmp(p, forms[i].ending) == 0) {
            out->os = forms[i].os;
            set_arch(out, forms[i].arch);
            return true;
        }
    }
    return false;
}

/* pyemscripten_2026_0_wasm32, pyodide_2025_0_wasm32, emscripten_4_0_9_wasm32 */
static bool parse_emscripten(const char *p, a3_platform *out)
{
    bool plain = false;
    uint32_t patch;
    if (!take(&p, "pyemscripten_") && !take(&p, "pyodide_") && !(plain = take(&p, "emscripten_")))
        return false;
    out->family = A3_PLATFORM_EMSCRIPTEN;
    out->os = A3_OS_EMSCRIPTEN;
    set_arch(out, "wasm32");
    if (!take_number(&p, &out->major) || !take(&p, "_") || !take_number(&p, &out->minor) || !take(&p, "_"))
        return false;
    if (plain && take_number(&p, &patch) && !take(&p, "_"))
        return false;
    return strcasecmp(p, "wasm32") == 0;
}

static bool parse_rest(const char *p, a3_platform *out)
{
    if (take(&p, "android_")) {
        out->family = A3_PLATFORM_ANDROID;
        out->os = A3_OS_ANDROID;
        out->libc = A3_LIBC_BIONIC;
        if (!take_number(&p, &out->major) || !take(&p, "_") || *p == '\0')
            return false;
        set_arch(out, p);
        return true;
    }
    if (take(&p, "freebsd_")) { /* freebsd_14_1_release_amd64 */
        out->family = A3_PLATFORM_FREEBSD;
        out->os = A3_OS_FREEBSD;
        if (take_number(&p, &out->major) && take(&p, "_"))
            take_number(&p, &out->minor);
        const char *arch = strrchr(p, '_');
        if (arch != NULL)
            set_arch(out, strcasecmp(arch + 1, "64") == 0 ? "x86_64" : arch + 1);
        return true;
    }
    if (take(&p, "cygwin_")) { /* cygwin_3_4_9_x86_64 */
        out->family = A3_PLATFORM_CYGWIN;
        out->os = A3_OS_CYGWIN;
        size_t size = strlen(p);
        set_arch(out, size >= 4 && strcasecmp(p + size - 4, "i686") == 0 ? "i686" : "x86_64");
        return true;
    }
    static const char *const others[] = {"mingw",      "aix_",  "solaris_", "openbsd_", "netbsd_",
                                         "dragonfly_", "wasi_", "haiku_",   "hp_ux_"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (take(&p, others[i])) {
            out->family = A3_PLATFORM_OTHER;
            return true;
        }
    }
    return false;
}

a3_platform a3_platform_parse(const char *tag)
{
    static bool (*const parsers[])(const char *, a3_platform *) = {
        parse_simple, parse_linux, parse_apple, parse_emscripten, parse_rest,
    };
    for (size_t i = 0; i < sizeof parsers / sizeof *parsers; i++) {
        a3_platform out = {.family = A3_PLATFORM_UNKNOWN};
        if (parsers[i](tag, &out))
            return out;
    }
    return (a3_platform){.family = A3_PLATFORM_UNKNOWN};
}

const char *a3_platform_family_name(a3_platform_family family)
{
    static const char *const names[] = {
        "unknown platform", "any platform", "Linux",   "manylinux",  "musllinux", "macOS",          "iOS",
        "Android",          "Windows",      "Emscripten", "FreeBSD", "Cygwin",    "other platform",
    };
    return names[family];
}

bool a3_platform_has_arch(const a3_platform *platform, a3_arch arch)
{
    for (size_t i = 0; i < platform->arch_count; i++)
        if (platform->arches[i] == arch)
            return true;
    return false;
}

a3_target a3_platform_target(const a3_platform *platform, size_t index)
{
    return (a3_target){
        .os = platform->os,
        .arch = index < platform->arch_count ? platform->arches[index] : A3_ARCH_UNKNOWN,
        .libc = platform->libc,
        .soft_float = platform->soft_float,
    };
}

bool a3_platform_within(const a3_platform *want, const a3_platform *have)
{
    if (want->family == A3_PLATFORM_ANY)
        return true;
    bool plain = want->family == A3_PLATFORM_LINUX && have->os == A3_OS_LINUX;
    if (want->os != have->os || (want->family != have->family && !plain))
        return false;
    for (size_t i = 0; i < have->arch_count; i++)
        if (!a3_platform_has_arch(want, have->arches[i]))
            return false;
    unsigned want_level = want->isa_level > 1 ? want->isa_level : 1, have_level = have->isa_level > 1 ? have->isa_level : 1;
    return want_level <= have_level &&
           (plain || want->major < have->major || (want->major == have->major && want->minor <= have->minor));
}

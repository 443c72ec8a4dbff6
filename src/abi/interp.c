/* SPDX-License-Identifier: MIT */
#include "abi/interp.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#define GIL(minor) {"3." #minor, A3_VERSION(3, minor), A3_IMPL_CPYTHON, false}
#define FREE(minor) {"3." #minor "t", A3_VERSION(3, minor), A3_IMPL_CPYTHON, true}
#define PYPY(minor) {"PyPy 3." #minor, A3_VERSION(3, minor), A3_IMPL_PYPY, false}
static const a3_interp interps[] = {
    GIL(2),   GIL(3),   GIL(4),   GIL(5),   GIL(6),   GIL(7),   GIL(8),  GIL(9),  GIL(10), GIL(11),  GIL(12),  GIL(13), GIL(14),
    GIL(15),  GIL(16),  FREE(13), FREE(14), FREE(15), FREE(16), PYPY(6), PYPY(7), PYPY(8), PYPY(9), PYPY(10), PYPY(11),
};

size_t a3_interp_count(void) { return sizeof interps / sizeof *interps; }
const a3_interp *a3_interp_at(size_t index) { return &interps[index]; }

const a3_interp *a3_interp_find(a3_version version, bool free_threaded)
{
    for (size_t i = 0; i < a3_interp_count(); i++)
        if (interps[i].implementation == A3_IMPL_CPYTHON && interps[i].version == version &&
            interps[i].free_threaded == free_threaded)
            return &interps[i];
    return NULL;
}

/* ---- tags ----
 *
 * Ranks: everything for a platform first, in blocks: the interpreter's own ABI, its stable ABI, "none", the stable ABI of
 * older interpreters (newest first), then py3Y, py3, py3(Y-1)... with "none"; then "any" with "none": cp3Y, py3Y, py3, ... */

enum { OWN = 0, STABLE = 1, NONE = 2, OLDER = 3, GENERIC = 200, ANY = 1000 };

/* Reads "prefix", one digit of the major version and the minor version; minor -1 where there is none. */
static bool split_tag(const char *tag, const char *prefix, unsigned *major, int *minor)
{
    size_t size = strlen(prefix);
    if (strncasecmp(tag, prefix, size) != 0 || tag[size] < '0' || tag[size] > '9')
        return false;
    *major = (unsigned)(tag[size] - '0');
    *minor = -1;
    const char *digits = tag + size + 1;
    if (*digits == '\0')
        return true;
    if (strlen(digits) > 3 || (digits[0] == '0' && digits[1] != '\0'))
        return false;
    *minor = 0;
    for (; *digits != '\0'; digits++) {
        if (*digits < '0' || *digits > '9')
            return false;
        *minor = *minor * 10 + (*digits - '0');
    }
    return true;
}

/* ABI tags that the interpreter counts as its own. */
static bool own_abi(const a3_interp *interp, const char *abi)
{
    char own[24];
    unsigned minor = a3_version_minor(interp->version);
    if (interp->implementation == A3_IMPL_PYPY) { /* pypy311_pp73: the last part is PyPy's own version */
        int size = snprintf(own, sizeof own, "pypy3%u_pp", minor);
        return strncasecmp(abi, own, (size_t)size) == 0;
    }
    /* up to 3.7 with pymalloc, 3.2 on Linux with wide Unicode as well */
    snprintf(own, sizeof own, "cp3%u%s", minor, interp->free_threaded ? "t" : minor <= 7 ? "m" : "");
    if (strcasecmp(abi, own) == 0)
        return true;
    return minor == 2 && strcasecmp(abi, "cp32mu") == 0;
}

int a3_interp_rank(const a3_interp *interp, const char *python, const char *abi, bool any)
{
    unsigned major;
    int minor, own = (int)a3_version_minor(interp->version);
    bool none = strcasecmp(abi, "none") == 0;
    if (split_tag(python, "py", &major, &minor)) {
        if (!none || major != 3 || minor > own)
            return A3_INTERP_NOT_INSTALLED;
        int place = minor == own ? 0 : minor < 0 ? 1 : 1 + own - minor;
        return (any ? ANY + 1 : GENERIC) + place;
    }
    bool pypy = interp->implementation == A3_IMPL_PYPY;
    if (!split_tag(python, pypy ? "pp" : "cp", &major, &minor) || major != 3 || minor > own)
        return A3_INTERP_NOT_INSTALLED;
    if (minor < 0) /* pp3-none-any; nothing asks for cp3 */
        return pypy && none && any ? ANY : A3_INTERP_NOT_INSTALLED;
    if (none)
        return minor < own ? A3_INTERP_NOT_INSTALLED : any ? ANY : NONE;
    if (any)
        return A3_INTERP_NOT_INSTALLED;
    if (minor == own && own_abi(interp, abi))
        return OWN;
    if (pypy || minor < 2 || strcasecmp(abi, interp->free_threaded ? "abi3t" : "abi3") != 0)
        return A3_INTERP_NOT_INSTALLED;
    return minor == own ? STABLE : OLDER + own - 1 - minor;
}

/* ---- suffixes ---- */

/* The platform part of SOABI (PLATFORM_TRIPLET of configure), NULL where it has none. */
static const char *triplet(const a3_target *target, unsigned minor, char *room, size_t size)
{
    static const char *const linux_names[A3_ARCH_COUNT] = {
        [A3_ARCH_X86_64] = "x86_64",   [A3_ARCH_I686] = "i386",         [A3_ARCH_AARCH64] = "aarch64",
        [A3_ARCH_ARM] = "arm",         [A3_ARCH_PPC64] = "powerpc64",   [A3_ARCH_PPC64LE] = "powerpc64le",
        [A3_ARCH_S390X] = "s390x",     [A3_ARCH_RISCV64] = "riscv64",   [A3_ARCH_LOONGARCH64] = "loongarch64",
        [A3_ARCH_PPC] = "powerpc",     [A3_ARCH_RISCV32] = "riscv32",   [A3_ARCH_SPARC] = "sparc",
    };
    if (minor < 5) /* PEP 3149's names got the platform with 3.5 */
        return NULL;
    const char *arch = linux_names[target->arch];
    switch (target->os) {
    case A3_OS_LINUX: {
        if (arch == NULL)
            return NULL;
        const char *libc = target->libc == A3_LIBC_MUSL && minor >= 11 ? "musl" : "gnu";
        const char *eabi = target->arch != A3_ARCH_ARM ? "" : target->soft_float ? "eabi" : "eabihf";
        snprintf(room, size, "%s-linux-%s%s", arch, libc, eabi);
        return room;
    }
    case A3_OS_ANDROID:
        if (minor < 13)
            return NULL;
        if (target->arch == A3_ARCH_I686)
            return "i686-linux-android";
        if (target->arch == A3_ARCH_ARM)
            return "arm-linux-androideabi";
        if (arch == NULL)
            return NULL;
        snprintf(room, size, "%s-linux-android", arch);
        return room;
    case A3_OS_MACOS: return "darwin";
    case A3_OS_IOS: return "iphoneos";
    case A3_OS_IOS_SIMULATOR: return "iphonesimulator";
    case A3_OS_EMSCRIPTEN: return minor >= 11 ? "wasm32-emscripten" : NULL;
    default: return NULL;
    }
}

__attribute__((format(printf, 2, 3))) static void add(a3_suffixes *out, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(out->items[out->count++], A3_SUFFIX_ROOM, format, args);
    va_end(args);
}

static const char *windows_name(a3_arch arch)
{
    return arch == A3_ARCH_X86_64    ? "win_amd64"
           : arch == A3_ARCH_AARCH64 ? "win_arm64"
           : arch == A3_ARCH_ARM     ? "win_arm32"
                                     : "win32";
}

void a3_interp_suffixes(const a3_interp *interp, const a3_target *target, a3_suffixes *out)
{
    unsigned minor = a3_version_minor(interp->version);
    const char *threads = interp->free_threaded ? "t" : "";
    char room[40], soabi[80];
    const char *platform = triplet(target, minor, room, sizeof room);
    *out = (a3_suffixes){.count = 0};
    if (interp->implementation == A3_IMPL_PYPY) {
        const char *end = target->os == A3_OS_WINDOWS ? ".pyd" : ".so";
        const char *where = target->os == A3_OS_WINDOWS ? windows_name(target->arch) : platform;
        add(out, ".pypy3%u-pp73%s%s%s", minor, where ? "-" : "", where ? where : "", end);
        add(out, "%s", end);
        return;
    }
    if (target->os == A3_OS_WINDOWS) {
        if (minor >= 5)
            add(out, ".cp3%u%s-%s.pyd", minor, threads, windows_name(target->arch));
        add(out, ".pyd");
        return;
    }
    if (target->os == A3_OS_CYGWIN) {
        add(out, ".cpython-3%u%s%s-%s-cygwin.dll", minor, minor <= 7 ? "m" : "", threads,
            target->arch == A3_ARCH_I686 ? "i686" : "x86_64");
        add(out, ".abi3.dll");
        add(out, ".dll");
        return;
    }
    snprintf(soabi, sizeof soabi, "3%u%s%s%s%s", minor, minor == 2 ? "mu" : minor <= 7 ? "m" : "", threads,
             platform ? "-" : "", platform ? platform : "");
    add(out, ".cpython-%s.so", soabi);
    bool both = minor >= 15;
    if (!both || !interp->free_threaded) {
        if (both && platform)
            add(out, ".abi3-%s.so", platform);
        add(out, ".abi3.so");
    }
    if (both) {
        if (platform)
            add(out, ".abi3t-%s.so", platform);
        add(out, ".abi3t.so");
    }
    add(out, ".so");
}

/* PyPy's own version stands in the suffix (pp73, pp80); an interpreter of the model is any PyPy of that Python. On Linux only
 * the machine is compared: PyPys write -gnu on musl too, and builders do not agree on 32-bit names. */
static bool pypy_suffix(const char *suffix, const char *own, const a3_target *target)
{
    size_t head = strcspn(own, "-") + strlen("-pp");
    const char *tail = own + head + strspn(own + head, "0123456789");
    size_t digits = strncmp(suffix, own, head) == 0 ? strspn(suffix + head, "0123456789") : 0;
    const char *rest = suffix + head + digits;
    if (digits == 0)
        return false;
    if (target->os != A3_OS_LINUX || strcmp(rest, tail) == 0)
        return strcmp(rest, tail) == 0;
    static const char *const i686[] = {"-x86-linux", "-i386-linux", "-i686-linux"};
    for (size_t i = 0; target->arch == A3_ARCH_I686 && i < sizeof i686 / sizeof *i686; i++)
        if (strncmp(rest, i686[i], strlen(i686[i])) == 0)
            return true;
    size_t machine = 1 + strcspn(tail + (*tail == '-'), "-");
    return *tail == '-' && strncmp(rest, tail, machine) == 0 && strncmp(rest + machine, "-linux", strlen("-linux")) == 0;
}

int a3_interp_imports(const a3_interp *interp, const a3_target *target, const char *basename, const char *module)
{
    a3_suffixes suffixes;
    size_t stem = strlen(module);
    bool windows = target->os == A3_OS_WINDOWS;
    if ((windows ? strncasecmp : strncmp)(basename, module, stem) != 0)
        return -1;
    a3_interp_suffixes(interp, target, &suffixes);
    for (size_t i = 0; i < suffixes.count; i++)
        if ((windows ? strcasecmp : strcmp)(basename + stem, suffixes.items[i]) == 0)
            return (int)i;
    return interp->implementation == A3_IMPL_PYPY && pypy_suffix(basename + stem, suffixes.items[0], target) ? 0 : -1;
}

/* SPDX-License-Identifier: MIT */
/* Platform tags of wheels, taken apart. Sources: PEP 425, 513, 571, 599, 600, 656, 730, 738, 783, packaging.tags. */
#ifndef A3_ABI_PLATFORM_H
#define A3_ABI_PLATFORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "abi/interp.h"
#include "base/machine.h"

typedef enum a3_platform_family {
    A3_PLATFORM_UNKNOWN,    /* not a tag that we know: nothing below is set but what could be told */
    A3_PLATFORM_ANY,
    A3_PLATFORM_LINUX,      /* linux_ARCH: no promise about libc */
    A3_PLATFORM_MANYLINUX,  /* glibc major.minor */
    A3_PLATFORM_MUSLLINUX,  /* musl major.minor */
    A3_PLATFORM_MACOS,      /* macOS major.minor */
    A3_PLATFORM_IOS,        /* iOS major.minor; os tells device from simulator */
    A3_PLATFORM_ANDROID,    /* API level in major */
    A3_PLATFORM_WINDOWS,
    A3_PLATFORM_EMSCRIPTEN, /* pyemscripten_Y_P (major = year, minor = patch), pyodide_Y_P, emscripten_V */
    A3_PLATFORM_FREEBSD,    /* major.minor if told */
    A3_PLATFORM_CYGWIN,
    A3_PLATFORM_OTHER       /* a platform that we know of and do not judge (mingw, AIX, Solaris, OpenBSD, NetBSD, WASI) */
} a3_platform_family;

enum { A3_PLATFORM_ARCHES = 4 };
typedef struct a3_platform {
    a3_platform_family family;
    a3_os os;
    a3_libc libc;
    uint32_t major, minor;
    const char *arch_name;               /* into the tag: "x86_64", "universal2", "armeabi_v7a"; NULL if none */
    a3_arch arches[A3_PLATFORM_ARCHES];  /* universal2: x86_64 and arm64. Unknown architectures are A3_ARCH_UNKNOWN */
    size_t arch_count;                   /* 0: the tag names none (any, emscripten has wasm32) */
    const char *policy;                  /* legacy alias: "manylinux_2_17" for manylinux2014; static; else NULL */
    uint8_t isa_level;                   /* x86_64_v2: 2, ... ; else 0 */
    bool soft_float;                     /* armeabi_v7a */
} a3_platform;

/* Takes lower and upper case alike. Never fails: A3_PLATFORM_UNKNOWN says it. */
a3_platform a3_platform_parse(const char *tag);
const char *a3_platform_family_name(a3_platform_family family); /* "manylinux", "macOS", ...: for people */
bool a3_platform_has_arch(const a3_platform *platform, a3_arch arch);
/* The target of the platform's `index`-th architecture. */
a3_target a3_platform_target(const a3_platform *platform, size_t index);
/* Would a machine whose newest tag is `have` install a wheel of `want`? Same family and system, `want` has all of `have`'s
 * architectures at its version or below; linux_ARCH and "any" ask for no version. For overlap and coverage of release sets. */
bool a3_platform_within(const a3_platform *want, const a3_platform *have);

/* Does the package index take an upload with this platform tag? Exactly its list (compared in lower case, as the
 * server's parser folds it). */
bool a3_index_platform_allowed(const char *tag);

#endif

/* SPDX-License-Identifier: MIT */
/* The package index's list of platform tags. */
#include <ctype.h>
#include <string.h>

#include "abi/platform.h"
#include "base/text.h"

enum { TAG_MAX = 256 }; /* a file name's part cannot be longer */

static bool one_of(const char *text, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(text, list[i]) == 0)
            return true;
    return false;
}
#define ONE_OF(text, ...) \
    one_of((text), (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

/* Moves behind decimal digits and one following underscore; false if there is not at least one digit. */
static bool number(const char **p, const char **digits, size_t *size)
{
    *digits = *p;
    *size = strspn(*p, "0123456789");
    *p += *size;
    if (*size == 0 || **p != '_')
        return false;
    (*p)++;
    return true;
}

static bool macos(const char *p)
{
    const char *major, *minor;
    size_t major_size, minor_size;
    if (!number(&p, &major, &major_size) || !number(&p, &minor, &minor_size) || major_size != 2)
        return false;
    bool ten = memcmp(major, "10", 2) == 0;
    bool later = minor_size == 1 && *minor == '0' &&
                 (memcmp(major, "26", 2) == 0 || (major[0] == '1' && major[1] >= '1' && major[1] <= '5'));
    return (ten || later) && ONE_OF(p, "ppc", "ppc64", "i386", "x86_64", "arm64", "intel", "fat", "fat3", "fat64", "universal",
                                    "universal2");
}

static bool versioned_linux(const char *p, bool many)
{
    const char *digits;
    size_t size;
    if (!number(&p, &digits, &size) || !number(&p, &digits, &size))
        return false;
    return ONE_OF(p, "x86_64", "i686", "aarch64", "armv7l", "ppc64le", "s390x", "riscv64") || (many && strcmp(p, "ppc64") == 0);
}

static bool ios(const char *p)
{
    const char *digits;
    size_t size;
    if (!number(&p, &digits, &size) || !number(&p, &digits, &size))
        return false;
    if (!a3_has_prefix(p, "arm64_") && !a3_has_prefix(p, "x86_64_"))
        return false;
    p += *p == 'a' ? 6 : 7;
    return ONE_OF(p, "iphoneos", "iphonesimulator");
}

static bool android(const char *p)
{
    const char *digits;
    size_t size;
    return number(&p, &digits, &size) && ONE_OF(p, "armeabi_v7a", "arm64_v8a", "x86", "x86_64");
}

static bool pyemscripten(const char *p)
{
    const char *digits;
    size_t size;
    return number(&p, &digits, &size) && number(&p, &digits, &size) && strcmp(p, "wasm32") == 0;
}

bool a3_index_platform_allowed(const char *tag)
{
    char lower[TAG_MAX + 1] = "";
    size_t size = strlen(tag);
    if (size > TAG_MAX)
        return false;
    for (size_t i = 0; i <= size; i++)
        lower[i] = (char)(tag[i] >= 'A' && tag[i] <= 'Z' ? tag[i] + ('a' - 'A') : tag[i]);
    if (ONE_OF(lower, "any", "win32", "win_arm64", "win_amd64", "win_ia64", "manylinux1_x86_64", "manylinux1_i686",
               "manylinux2010_x86_64", "manylinux2010_i686", "manylinux2014_x86_64", "manylinux2014_i686",
               "manylinux2014_aarch64", "manylinux2014_armv7l", "manylinux2014_ppc64", "manylinux2014_ppc64le",
               "manylinux2014_s390x", "linux_armv6l", "linux_armv7l"))
        return true;
    if (a3_has_prefix(lower, "macosx_"))
        return macos(lower + 7);
    if (a3_has_prefix(lower, "manylinux_") || a3_has_prefix(lower, "musllinux_"))
        return versioned_linux(lower + 10, lower[1] == 'a');
    if (a3_has_prefix(lower, "ios_"))
        return ios(lower + 4);
    if (a3_has_prefix(lower, "android_"))
        return android(lower + 8);
    return a3_has_prefix(lower, "pyemscripten_") && pyemscripten(lower + 13);
}

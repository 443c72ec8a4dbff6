/* SPDX-License-Identifier: MIT */
/* Whose library is a name: the input's own, the system's, or somebody else's. */
#include <string.h>
#include <strings.h>

#include "abi/policy.h"
#include "base/text.h"
#include "facts/facts.h"

static const char *last_part(const char *name)
{
    const char *slash = strrchr(name, '/');
    return slash ? slash + 1 : name;
}

bool a3_input_ships(const a3_subject *subject, const char *library)
{
    const char *base = last_part(library);
    for (size_t i = 0; i < subject->file_count; i++)
        if (strcasecmp(last_part(subject->files[i].name), base) == 0)
            return true;
    return false;
}

bool a3_system_library(a3_os os, const char *name)
{
    switch (os) {
    case A3_OS_MACOS: case A3_OS_IOS: case A3_OS_IOS_SIMULATOR: case A3_OS_APPLE_OTHER:
        return a3_has_prefix(name, "/usr/lib/") || a3_has_prefix(name, "/System/");
    default:
        return a3_policy_allows_library(name) != 0 || a3_has_prefix(name, "ld-linux") || a3_has_prefix(name, "ld64.so") ||
               a3_has_prefix(name, "ld-musl-") || a3_has_prefix(name, "libc.musl-");
    }
}

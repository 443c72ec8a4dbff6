/* SPDX-License-Identifier: MIT */
/* Libraries that every system has. */
#include "abi/policy.h"
#include "base/text.h"
#include "facts/facts.h"

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

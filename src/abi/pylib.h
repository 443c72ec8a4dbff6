/* SPDX-License-Identifier: MIT */
/* Names of libraries that are a Python runtime. */
#ifndef A3_ABI_PYLIB_H
#define A3_ABI_PYLIB_H

#include <stdbool.h>

#include "base/version.h"

typedef struct a3_pylib {
    a3_version version; /* 3.15; minor 0: of no version (python3.dll, libpython3.so) */
    bool stable;        /* python3.dll, python3t.dll, libpython3.so, ...: holds the Stable ABI alone */
    bool free_threaded, debug;
    bool dll;           /* a Windows name */
} a3_pylib;

/* `name` as a binary states it, with or without folders: libpython3.15t.so.1.0, Python.framework/Versions/3.15/Python,
 * python315_d.dll, libpython3.11.dll (MinGW, Cygwin). `out` may be NULL. false: not a Python runtime. */
bool a3_pylib_parse(const char *name, a3_pylib *out);

#endif

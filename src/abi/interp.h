/* SPDX-License-Identifier: MIT */
/* Interpreters as data: which wheel tags each one's installer takes, and which file names its importer looks at.
 * Sources: PEP 425, 3149, 803; packaging's tag order; CPython's dynload tables. */
#ifndef A3_ABI_INTERP_H
#define A3_ABI_INTERP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/machine.h"
#include "base/version.h"

typedef enum a3_implementation { A3_IMPL_CPYTHON, A3_IMPL_PYPY, A3_IMPL_GRAALPY, A3_IMPL_OTHER } a3_implementation;

typedef struct a3_interp {
    const char *name; /* "3.15", "3.15t", "PyPy 3.11"; static */
    a3_version version;
    uint8_t implementation; /* a3_implementation */
    bool free_threaded;
} a3_interp;

/* CPython 3.2 to 3.16 (GIL), 3.13t to 3.16t, PyPy 3.6 to 3.11, in that order. */
size_t a3_interp_count(void);
const a3_interp *a3_interp_at(size_t index);
/* The CPython of that version, or NULL. */
const a3_interp *a3_interp_find(a3_version version, bool free_threaded);

/* How much the interpreter's installer likes a wheel of these tags (each a single element, compared without case): 0 is
 * liked best, -1: not installed at all. Orders as packaging.tags.sys_tags does, apart from the platform: `any` says that the
 * platform tag is "any" (installed only with ABI "none", and after everything platform-specific). */
int a3_interp_rank(const a3_interp *interp, const char *python, const char *abi, bool any);
enum { A3_INTERP_NOT_INSTALLED = -1 };

/* The machine that an interpreter runs on. */
typedef struct a3_target {
    a3_os os;
    a3_arch arch;
    a3_libc libc;    /* Linux: unknown counts as glibc */
    bool soft_float; /* 32-bit Arm */
} a3_target;

enum { A3_SUFFIXES_MAX = 6, A3_SUFFIX_ROOM = 48 };
typedef struct a3_suffixes {
    size_t count;
    char items[A3_SUFFIXES_MAX][A3_SUFFIX_ROOM]; /* ".cpython-315-x86_64-linux-gnu.so", ... in the order that they are tried */
} a3_suffixes;
/* What importlib.machinery.EXTENSION_SUFFIXES is in a release build. */
void a3_interp_suffixes(const a3_interp *interp, const a3_target *target, a3_suffixes *out);

/* Does the importer take the file `basename` for the module `module` (the last part of its dotted name)? The suffix's place
 * in a3_interp_suffixes (0: tried first), or -1. Windows compares file names without case. */
int a3_interp_imports(const a3_interp *interp, const a3_target *target, const char *basename, const char *module);

/* ---- file names ---- */

typedef enum a3_suffix_kind {
    A3_SUFFIX_NONE,    /* not a name that an importer of extensions takes: libfoo.so.1, foo.dll, foo.dylib, foo.txt */
    A3_SUFFIX_BARE,    /* .so, .pyd */
    A3_SUFFIX_ABI3,    /* .abi3.so, .abi3-TRIPLET.so (a .abi3.pyd too, which Windows takes for no module's file) */
    A3_SUFFIX_ABI3T,   /* .abi3t.so, .abi3t-TRIPLET.so */
    A3_SUFFIX_VERSION, /* .cpython-315t-x86_64-linux-gnu.so, .cp315-win_amd64.pyd, .pypy311-pp73-..., .graalpy... */
    A3_SUFFIX_UNKNOWN  /* foo.bar.so: an extension's ending behind a middle part that no interpreter uses */
} a3_suffix_kind;

typedef struct a3_suffix {
    a3_suffix_kind kind;
    a3_implementation implementation; /* VERSION */
    a3_version version;               /* VERSION; 0: not told */
    bool free_threaded, debug;        /* VERSION: a "t", a "d" in the ABI part; debug also for a `_d` ending (Windows) */
    bool windows;                     /* .pyd */
    size_t stem;                      /* chars of the module's name: up to the first dot */
    const char *triplet;              /* into the file name, without the leading dash; NULL if none */
    size_t triplet_size;              /* chars: up to ".so" or ".pyd" */
    size_t size;                      /* chars of the suffix, from the first dot to the end */
} a3_suffix;

/* `basename` without directories. A name that starts with a dot has no stem: A3_SUFFIX_NONE. */
a3_suffix a3_suffix_parse(const char *basename);

#endif

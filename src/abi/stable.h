/* SPDX-License-Identifier: MIT */
/* What CPython exports: the Stable ABI symbol by symbol, and what lies outside of it. Constant tables, found by bisection.
 * Sources: src/abi/data/stable_abi.tsv and cpython_exports.tsv, which say where they come from. */
#ifndef A3_ABI_STABLE_H
#define A3_ABI_STABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/machine.h"
#include "base/version.h"

/* "3.15.2": the CPython release whose symbols the tables hold. */
const char *a3_abi_data_version(void);
/* Its major.minor: claims above it cannot be judged in full. */
#define A3_ABI_DATA_LATEST A3_VERSION(3, 15)
/* The first version of each stable ABI (PEP 384, PEP 803). */
#define A3_ABI3_FIRST A3_VERSION(3, 2)
#define A3_ABI3T_FIRST A3_VERSION(3, 15)

typedef enum a3_symbol_kind { A3_SYMBOL_FUNCTION, A3_SYMBOL_DATA, A3_SYMBOL_OTHER } a3_symbol_kind;
const char *a3_symbol_kind_name(a3_symbol_kind kind); /* "function", "data", "symbol" */

/* Platform feature macro that a Stable ABI symbol depends on. */
typedef enum a3_ifdef {
    A3_IFDEF_NONE, A3_IFDEF_MS_WINDOWS, A3_IFDEF_HAVE_FORK, A3_IFDEF_THREAD_NATIVE_ID, A3_IFDEF_STACKCHECK,
    A3_IFDEF_REF_DEBUG
} a3_ifdef;
const char *a3_ifdef_name(a3_ifdef macro); /* "MS_WINDOWS", ...; "" for none */
/* Does a release build of CPython define the macro there? An unknown os gets the benefit of the doubt: true unless no
 * platform at all has it (Py_REF_DEBUG). Source: pythread.h, pythonrun.h, configure of 3.15. */
bool a3_ifdef_holds(a3_ifdef macro, a3_os os);
/* "Windows only", "not on Windows and Emscripten", ...: for messages; static text, "" for none. */
const char *a3_ifdef_where(a3_ifdef macro);

typedef struct a3_stable {
    const char *name; /* static */
    a3_version added; /* the first Stable ABI version that has it */
    uint8_t kind;     /* a3_symbol_kind */
    uint8_t ifdef;    /* a3_ifdef */
    bool abi_only;    /* in the Stable ABI, not in the Limited API: only macros and older headers emit it */
} a3_stable;

/* false: `name` is not in the Stable ABI (then `out` is untouched). */
bool a3_stable_find(const char *name, a3_stable *out);
size_t a3_stable_count(void);
a3_stable a3_stable_at(size_t index); /* index < count; in strcmp order of names */

/* A name that some CPython exports (x86-64 Linux, GIL) outside the Stable ABI. */
typedef uint16_t a3_exporters; /* bit i: CPython 3.(6 + i), i = 0..9; bit 15: free-threaded 3.15 headers only */
#define A3_EXPORTERS_FREE_THREADED ((a3_exporters)0x8000)
typedef struct a3_private {
    const char *name; /* static */
    uint8_t kind;     /* a3_symbol_kind */
    a3_exporters versions;
} a3_private;

bool a3_private_find(const char *name, a3_private *out);
size_t a3_private_count(void);
a3_private a3_private_at(size_t index); /* in strcmp order */
bool a3_exported_by(a3_exporters versions, a3_version version);
/* Appends "exported by 3.6 to 3.11 and 3.13 to 3.15, not by 3.12", "exported by 3.6 to 3.8, gone in 3.9", "exported by 3.14 and
 * 3.15", "declared by the free-threaded 3.15 headers only". */
void a3_exporters_text(a3_buf *out, a3_exporters versions);

/* Index of the first name >= prefix in each table, for prefix searches: walk on while a3_has_prefix(name, prefix). */
size_t a3_stable_lower_bound(const char *prefix);
size_t a3_private_lower_bound(const char *prefix);

/* Is it a name as CPython makes them, `Py[A-Z]...` or `_Py[A-Z_]...`? (Whose it is has to be told otherwise.) */
bool a3_python_name(const char *name);
/* PyInit_X, PyInitU_X, PyModExport_X, PyModExportU_X: a name that a module defines, not CPython. */
bool a3_hook_name(const char *name);

/* Symbols that only a debug or ref-tracing build emits (Py_DEBUG, Py_REF_DEBUG, Py_TRACE_REFS). */
bool a3_debug_symbol(const char *name);
/* Symbols that only code compiled for the version-specific free-threaded ABI emits. */
bool a3_free_threaded_symbol(const char *name);
/* Symbols that say that the code knows PyObject's GIL layout; facts behind A103. */
typedef enum a3_layout_trace {
    A3_LAYOUT_NONE,
    A3_LAYOUT_DEALLOC,  /* _Py_Dealloc: inlined reference counting */
    A3_LAYOUT_CONSTANT, /* _Py_NoneStruct and friends: compiled for a Limited API below 3.13 */
    A3_LAYOUT_SIZE_T    /* *_SizeT parsers: compiled for a Limited API below 3.13 */
} a3_layout_trace;
a3_layout_trace a3_layout_symbol(const char *name);

/* What a person can call instead. */
typedef struct a3_replacement {
    const char *use;  /* public name(s): "PyObject_GenericGetDict"; static */
    a3_version since; /* Limited API version of `use`; 0: it is not in the Limited API, or `use` is advice */
} a3_replacement;
/* For well-known private names, macros called as functions and names of Python 2. NULL: nothing known. */
const a3_replacement *a3_public_replacement(const char *name);
/* For functions that return borrowed references that are unsafe without the GIL (A113). NULL: not one of them. */
const a3_replacement *a3_strong_reference(const char *name);

#endif

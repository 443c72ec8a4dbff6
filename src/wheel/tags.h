/* SPDX-License-Identifier: MIT */
/* Compatibility tags (PEP 425): compressed sets, single tags, claims. */
#ifndef A3_WHEEL_TAGS_H
#define A3_WHEEL_TAGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/version.h"

/* One column each, elements as written and in the order written, duplicates kept. */
typedef struct a3_tag_sets {
    a3_strings python, abi, platform;
} a3_tag_sets;

typedef struct a3_tag {
    const char *python, *abi, *platform;
} a3_tag;
typedef A3_LIST(a3_tag) a3_tag_list;

/* One column, "abi3.abi3t", split at dots; empty elements are kept (an empty text is one empty element). */
a3_status a3_tag_set_parse(a3_arena *arena, const char *text, size_t size, a3_strings *out, a3_err *err);
/* "cp315-abi3.abi3t-manylinux_2_17_x86_64.manylinux2014_x86_64". A3_INVALID: not three parts. Empty elements are kept. */
a3_status a3_tags_parse(a3_arena *arena, const char *text, size_t size, a3_tag_sets *out, a3_err *err);
/* As a3_tags_parse, but the platform may be left out (then it has no elements) and everything must be plausible. A3_INVALID
 * with a message for the user: an element is empty or holds characters that no tag holds, or a python tag is none or has
 * a `t`. */
a3_status a3_claim_parse(a3_arena *arena, const char *text, a3_tag_sets *out, a3_err *err);

bool a3_tag_set_has(const a3_strings *set, const char *element); /* compared in lower case */
/* Are the elements in ascending order (as current tools write them), without duplicates? */
bool a3_tag_set_sorted(const a3_strings *set);
bool a3_tags_sorted(const a3_tag_sets *tags);
/* A sorted copy in lower case without duplicates. */
a3_status a3_tags_normalise(a3_arena *arena, const a3_tag_sets *tags, a3_tag_sets *out);
/* Same sets, case, order and duplicates aside? */
bool a3_tag_set_equal(const a3_strings *a, const a3_strings *b);
bool a3_tags_equal(const a3_tag_sets *a, const a3_tag_sets *b);

/* Number of single tags; saturates. */
size_t a3_tags_product(const a3_tag_sets *tags);
enum { A3_TAGS_PRODUCT_MAX = 100000 };
/* Every single tag, lower case, in sorted order (python, abi, platform), duplicates dropped. A3_LIMIT above
 * A3_TAGS_PRODUCT_MAX. */
a3_status a3_tags_expand(a3_arena *arena, const a3_tag_sets *tags, a3_tag_list *out, a3_err *err);
/* Compares a product with a list of single tags (WHEEL's): what only one side has, sorted. Elements of `list` that are
 * compressed sets are expanded. A3_LIMIT as above. */
a3_status a3_tags_compare(a3_arena *arena, const a3_tag_sets *tags, const a3_tag_list *list, a3_tag_list *only_tags,
                          a3_tag_list *only_list, a3_err *err);

/* "cp315-abi3.abi3t-any", as written; without the platform where it has no elements. */
void a3_tags_format(a3_buf *out, const a3_tag_sets *tags);
void a3_tag_set_format(a3_buf *out, const a3_strings *set); /* joined with dots */
void a3_tag_format(a3_buf *out, const a3_tag *tag);

/* ---- the interpreter tag ---- */

typedef enum a3_python_impl {
    A3_PYTHON_GENERIC, /* py */
    A3_PYTHON_CPYTHON, /* cp */
    A3_PYTHON_PYPY,    /* pp */
    A3_PYTHON_OTHER    /* ip, jy, graalpy, ... */
} a3_python_impl;

typedef struct a3_python_tag {
    a3_python_impl impl;
    a3_version version; /* cp315: 3.15; py3: 3.0 with has_minor false; 0: none told */
    bool has_minor;
    bool free_threaded; /* cp315t: written by mistake, nothing installs it */
    bool valid;         /* letters, then digits, then at most that "t" (or nothing known of it, for other implementations) */
} a3_python_tag;

a3_python_tag a3_python_tag_parse(const char *tag);
/* The lowest version that a column admits (cp310.cp315: 3.10; py2.py3: 3.0, Python 2 aside); 0: none told. */
a3_version a3_tags_floor(const a3_strings *python);
/* abi3, abi3t (case aside). */
bool a3_abi_is_stable(const char *abi);
/* The CPython version of a version-specific ABI tag (cp37m, cp315t, cp315td): 3.7, 3.15; 0: it is none. The out-flags may
 * be NULL. */
a3_version a3_abi_tag_version(const char *abi, bool *free_threaded, bool *debug);

#endif

/* SPDX-License-Identifier: MIT */
/* Versions and version specifiers of Python packages (PEP 440, as packaging reads them). */
#ifndef A3_WHEEL_PEP440_H
#define A3_WHEEL_PEP440_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/version.h"

/* A number of any length: digits without leading zeros (0: no digits), borrowed from the text parsed. */
typedef struct a3_digits {
    const char *text;
    uint32_t size;
} a3_digits;

/* One part of a local version: a number, or letters and digits (compared in lower case). */
typedef struct a3_local_part {
    a3_digits digits; /* the text as written where `number` is false */
    bool number;
} a3_local_part;

typedef struct a3_pep440 {
    a3_digits epoch;
    a3_digits *release;
    uint32_t release_count; /* at least 1 */
    char pre;               /* 'a', 'b', 'r' (rc), or 0 */
    bool has_post, has_dev;
    a3_digits pre_number, post, dev;
    a3_local_part *local;
    uint32_t local_count;
} a3_pep440;

/* What packaging.version.Version takes (leading "v", spellings such as "1.0-alpha", "1.0.post-1", surrounding white space).
 * false: invalid, or no memory (arena->failed). `out` borrows `text`. */
bool a3_pep440_parse(a3_arena *arena, const char *text, size_t size, a3_pep440 *out);
int a3_pep440_compare(const a3_pep440 *a, const a3_pep440 *b); /* <0, 0, >0 */
/* The normal form: "1!1.0rc1.post2.dev3+ubuntu.1" (trailing zeros of the release kept). */
void a3_pep440_format(a3_buf *out, const a3_pep440 *version);
/* Are both texts versions, and equal ones? */
bool a3_pep440_equal(a3_arena *arena, const char *a, const char *b);

typedef enum a3_specifier_op {
    A3_SPEC_COMPATIBLE, A3_SPEC_EQUAL, A3_SPEC_NOT_EQUAL, A3_SPEC_LE, A3_SPEC_GE, A3_SPEC_LT, A3_SPEC_GT, A3_SPEC_ARBITRARY
} a3_specifier_op;

typedef struct a3_specifier {
    a3_specifier_op op;
    bool prefix;           /* == 3.8.* and != 3.8.* */
    a3_pep440 version;     /* not for A3_SPEC_ARBITRARY */
    const char *text;      /* the version as written */
    size_t size;           /* chars */
} a3_specifier;
typedef A3_LIST(a3_specifier) a3_specifiers;

/* ">=3.8, !=3.9.*" as packaging.specifiers.SpecifierSet (empty text: no specifiers). false: `fault` (may be NULL) is the
 * offending clause, quoted, in the arena: "'3.8'"; or no memory. */
bool a3_specifiers_parse(a3_arena *arena, const char *text, size_t size, a3_specifiers *out, const char **fault);
/* Reads one clause (">= 3.8.1") at the start of the text, as far as it goes: chars taken, 0: none there, or no memory. */
size_t a3_specifier_take(a3_arena *arena, const char *text, size_t size, a3_specifier *out);
/* Does the version satisfy all of them? Pre-releases count as packaging's contains(version, prereleases=True). */
bool a3_specifiers_admit(const a3_specifiers *specifiers, const a3_pep440 *version);
/* Does any release of Python MAJOR.MINOR (its patch releases 0 to 99) satisfy them? Above 1000 clauses: true, untried. */
bool a3_specifiers_admit_python(const a3_specifiers *specifiers, a3_version python);
/* The lowest 3.Y (0 <= Y <= 99) some release of which satisfies them; 0: none of Python 3. */
a3_version a3_specifiers_python_floor(const a3_specifiers *specifiers);

#endif

/* SPDX-License-Identifier: MIT */
/* TOML 1.1 (and so 1.0), for configuration: the whole syntax, so that a pyproject.toml is read whatever else stands in it. Of
 * numbers with a fraction and of times only the kind is kept. Bounded: documents up to A3_TOML_MOST bytes, nesting up to
 * A3_TOML_DEPTH, memory by the arena. What it accepts is held against Python's tomllib (tests/toml-compare). */
#ifndef A3_BASE_TOML_H
#define A3_BASE_TOML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

enum { A3_TOML_MOST = 4 << 20, A3_TOML_DEPTH = 64 }; /* far beyond what people write */

typedef enum a3_toml_kind {
    A3_TOML_TABLE,
    A3_TOML_ARRAY,
    A3_TOML_STRING,
    A3_TOML_INTEGER,
    A3_TOML_BOOLEAN,
    A3_TOML_FLOAT,
    A3_TOML_TIME /* a date, a time, or both */
} a3_toml_kind;

/* One value, and the key that it has in its table. Everything lies in the arena of the document. */
typedef struct a3_toml {
    a3_toml_kind kind;
    uint32_t at, key_at; /* where value and key stand in the document, in bytes: a3_toml_place */
    const char *key;     /* NULL: in an array, or the document; else NUL-terminated, and may hold NULs of its own */
    size_t key_size;
    const char *text;    /* STRING: as a key */
    size_t size;
    int64_t integer;     /* INTEGER; BOOLEAN: 0 or 1 */
    struct a3_toml *first, *last, *next; /* TABLE and ARRAY: members in the document's order */
    bool inline_value;   /* the reader's own: complete as it was written, nothing may be added later */
    bool declared;       /* by a [header] of its own */
    uint32_t dotted;     /* 1 + number of the header below which a dotted key made or used it; 0: none */
} a3_toml;

typedef struct a3_toml_document {
    a3_toml root; /* TABLE */
    bool newer;   /* has something that TOML 1.0 does not know */
} a3_toml_document;

/* A3_OK; A3_MALFORMED or A3_LIMIT with the offset in `err`; A3_NOMEM. */
a3_status a3_toml_parse(a3_arena *arena, const char *text, size_t size, a3_toml_document *out, a3_err *err);
/* The member of that name, or NULL; linear in the table's size. */
const a3_toml *a3_toml_get(const a3_toml *table, const char *key);
/* Line and column of an offset, both from 1, the column in characters. */
void a3_toml_place(const char *text, size_t size, uint64_t offset, unsigned *line, unsigned *column);
/* "a string", "an array": for messages; static text. */
const char *a3_toml_kind_name(a3_toml_kind kind);

#endif

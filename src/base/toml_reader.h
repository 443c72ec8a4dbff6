/* SPDX-License-Identifier: MIT */
/* Private to base/toml*.c: the reader's state, and what one file takes from the other. */
#ifndef A3_BASE_TOML_READER_H
#define A3_BASE_TOML_READER_H

#include "base/buf.h"
#include "base/toml.h"

typedef struct a3_toml_reader {
    const char *text;
    size_t size, pos; /* invariant: pos <= size */
    a3_arena *arena;
    a3_err *err; /* once it is not A3_OK, everything returns false */
    a3_toml_document *out;
    a3_buf scratch;         /* of the string that is being read */
    a3_toml **slots;        /* hash table over (table, key), to find a key in a table of any size; room is a power of two */
    const a3_toml **owners;
    size_t slot_count, slot_room;
    uint32_t header;        /* number of the header that is in force */
    unsigned depth;
} a3_toml_reader;

/* Each records the error and returns false. */
bool a3_toml_fail_at(a3_toml_reader *p, size_t at, const char *words);
bool a3_toml_fail(a3_toml_reader *p, const char *words);
bool a3_toml_no_memory(a3_toml_reader *p);

int a3_toml_peek(const a3_toml_reader *p, size_t ahead); /* -1: the end */
/* Moves behind the word; false where it does not stand here. */
bool a3_toml_take(a3_toml_reader *p, const char *word);
bool a3_toml_take_newline(a3_toml_reader *p);
void a3_toml_skip_space(a3_toml_reader *p);
bool a3_toml_skip_comment(a3_toml_reader *p);
bool a3_toml_is_bare(int c); /* in a key without quotes */
/* At a quote; the text lies in the arena afterwards. */
bool a3_toml_string(a3_toml_reader *p, bool may_have_lines, const char **text, size_t *size);
/* A number, a time, true or false. */
bool a3_toml_word(a3_toml_reader *p, a3_toml *out);

#endif

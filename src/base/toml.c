/* SPDX-License-Identifier: MIT */
/* The structure of TOML: keys, headers, arrays, and what may be added to what. */
#include <string.h>

#include "base/text.h"
#include "base/toml_reader.h"

/* Spaces, line ends and comments, as they may stand within brackets. */
static bool skip_lines(a3_toml_reader *p)
{
    do {
        a3_toml_skip_space(p);
        if (!a3_toml_skip_comment(p))
            return false;
    } while (a3_toml_take_newline(p));
    return true;
}

/* ---- tables ---- */

static size_t hash(const a3_toml *table, const char *key, size_t size)
{
    uint64_t value = (uint64_t)(uintptr_t)table * UINT64_C(0x9e3779b97f4a7c15);
    for (size_t i = 0; i < size; i++)
        value = (value ^ (unsigned char)key[i]) * UINT64_C(0x100000001b3);
    return (size_t)(value ^ value >> 32);
}

/* Index of the slot that holds the key, or of the empty one where it belongs. There always is an empty one. */
static size_t slot_of(const a3_toml_reader *p, const a3_toml *table, const char *key, size_t size)
{
    size_t i = hash(table, key, size) & (p->slot_room - 1);
    while (p->slots[i] != NULL && !(p->owners[i] == table && p->slots[i]->key_size == size && memcmp(p->slots[i]->key, key, size) == 0))
        i = (i + 1) & (p->slot_room - 1);
    return i;
}

static bool grow(a3_toml_reader *p)
{
    size_t old_room = p->slot_room, room = old_room ? old_room * 2 : 64;
    a3_toml **old = p->slots;
    const a3_toml **old_owners = p->owners;
    p->slots = A3_NEW_ARRAY(p->arena, a3_toml *, room);
    p->owners = A3_NEW_ARRAY(p->arena, const a3_toml *, room);
    if (p->slots == NULL || p->owners == NULL)
        return a3_toml_no_memory(p);
    p->slot_room = room;
    for (size_t i = 0; i < old_room; i++)
        if (old[i] != NULL) {
            size_t slot = slot_of(p, old_owners[i], old[i]->key, old[i]->key_size);
            p->slots[slot] = old[i];
            p->owners[slot] = old_owners[i];
        }
    return true;
}

typedef struct toml_key {
    const char *text;
    size_t size;
    uint32_t at;
} toml_key;

static a3_toml *append(a3_toml_reader *p, a3_toml *owner, a3_toml_kind kind, size_t at)
{
    a3_toml *node = A3_NEW(p->arena, a3_toml);
    if (node == NULL) {
        a3_toml_no_memory(p);
        return NULL;
    }
    node->kind = kind;
    node->at = (uint32_t)at;
    if (owner->last != NULL)
        owner->last->next = node;
    else
        owner->first = node;
    return owner->last = node;
}

static a3_toml *find(const a3_toml_reader *p, const a3_toml *table, const toml_key *k) { return p->slots[slot_of(p, table, k->text, k->size)]; }

static a3_toml *add(a3_toml_reader *p, a3_toml *table, const toml_key *k, a3_toml_kind kind)
{
    if (2 * (p->slot_count + 1) > p->slot_room && !grow(p))
        return NULL;
    a3_toml *node = append(p, table, kind, k->at);
    if (node == NULL)
        return NULL;
    node->key = k->text;
    node->key_size = k->size;
    node->key_at = k->at;
    size_t slot = slot_of(p, table, k->text, k->size);
    p->slots[slot] = node;
    p->owners[slot] = table;
    p->slot_count++;
    return node;
}

static bool parse_key(a3_toml_reader *p, toml_key *k)
{
    k->at = (uint32_t)p->pos;
    if (a3_toml_peek(p, 0) == '"' || a3_toml_peek(p, 0) == '\'')
        return a3_toml_string(p, false, &k->text, &k->size);
    for (k->size = 0; a3_toml_is_bare(a3_toml_peek(p, 0)); p->pos++)
        k->size++;
    if (k->size == 0)
        return a3_toml_fail(p, "no key stands here");
    k->text = a3_strndup(p->arena, p->text + k->at, k->size);
    return k->text != NULL || a3_toml_no_memory(p);
}

/* Through a part of a [header] that is not its last. */
static a3_toml *enter(a3_toml_reader *p, a3_toml *table, const toml_key *k)
{
    a3_toml *node = find(p, table, k);
    if (node == NULL)
        return add(p, table, k, A3_TOML_TABLE);
    if (node->inline_value || (node->kind != A3_TOML_TABLE && node->kind != A3_TOML_ARRAY)) {
        a3_toml_fail_at(p, k->at, "this key has a value already, which cannot be added to");
        return NULL;
    }
    return node->kind == A3_TOML_ARRAY ? node->last : node;
}

/* Through a part of a dotted key that is not its last. */
static a3_toml *enter_dotted(a3_toml_reader *p, a3_toml *table, const toml_key *k)
{
    a3_toml *node = find(p, table, k);
    if (node == NULL && (node = add(p, table, k, A3_TOML_TABLE)) == NULL)
        return NULL;
    if (node->kind != A3_TOML_TABLE || node->inline_value || node->declared || (node->dotted != 0 && node->dotted != p->header + 1)) {
        a3_toml_fail_at(p, k->at, "this key was given elsewhere already, which cannot be added to from here");
        return NULL;
    }
    node->dotted = p->header + 1;
    return node;
}

/* A key with its dots: *table becomes what holds the last part. */
static bool parse_keys(a3_toml_reader *p, a3_toml **table, toml_key *last, a3_toml *(*step)(a3_toml_reader *, a3_toml *, const toml_key *))
{
    for (unsigned parts = 1;; parts++) {
        if (!parse_key(p, last))
            return false;
        a3_toml_skip_space(p);
        if (a3_toml_peek(p, 0) != '.')
            return true;
        if (parts == A3_TOML_DEPTH) {
            a3_fail_at(p->err, A3_LIMIT, last->at, "a key of more than %d parts", A3_TOML_DEPTH);
            return false;
        }
        p->pos++;
        a3_toml_skip_space(p);
        if ((*table = step(p, *table, last)) == NULL)
            return false;
    }
}

static bool parse_value(a3_toml_reader *p, a3_toml *out);

static bool parse_pair(a3_toml_reader *p, a3_toml *table)
{
    toml_key k;
    if (!parse_keys(p, &table, &k, enter_dotted))
        return false;
    if (!a3_toml_take(p, "="))
        return a3_toml_fail(p, "expected = behind the key");
    a3_toml_skip_space(p);
    if (find(p, table, &k) != NULL)
        return a3_toml_fail_at(p, k.at, "the same key twice");
    a3_toml *node = add(p, table, &k, A3_TOML_TABLE);
    return node != NULL && parse_value(p, node);
}

static bool parse_array(a3_toml_reader *p, a3_toml *out)
{
    size_t start = p->pos++;
    out->kind = A3_TOML_ARRAY;
    while (skip_lines(p) && !a3_toml_take(p, "]")) {
        if (a3_toml_peek(p, 0) == -1)
            return a3_toml_fail_at(p, start, "an array without its end");
        if (out->first != NULL && !a3_toml_take(p, ","))
            return a3_toml_fail(p, "expected , or ] in the array");
        if (!skip_lines(p))
            return false;
        if (out->first != NULL && a3_toml_take(p, "]"))
            return true;
        a3_toml *item = append(p, out, A3_TOML_TABLE, p->pos);
        if (item == NULL || !parse_value(p, item))
            return false;
    }
    return p->err->status == A3_OK;
}

/* skip_lines in an inline table; TOML 1.0 has no line ends there. */
static bool skip_lines_newer(a3_toml_reader *p)
{
    a3_toml_skip_space(p);
    p->out->newer |= a3_toml_peek(p, 0) == '\n' || a3_toml_peek(p, 0) == '\r' || a3_toml_peek(p, 0) == '#';
    return skip_lines(p);
}

static bool parse_inline_table(a3_toml_reader *p, a3_toml *out)
{
    size_t start = p->pos++;
    out->kind = A3_TOML_TABLE;
    while (skip_lines_newer(p) && !a3_toml_take(p, "}")) {
        if (a3_toml_peek(p, 0) == -1)
            return a3_toml_fail_at(p, start, "an inline table without its end");
        if (out->first != NULL && !a3_toml_take(p, ","))
            return a3_toml_fail(p, "expected , or } in the inline table");
        if (!skip_lines_newer(p))
            return false;
        if (out->first != NULL && a3_toml_take(p, "}")) {
            p->out->newer = true; /* a comma behind the last */
            return true;
        }
        if (!parse_pair(p, out))
            return false;
    }
    return p->err->status == A3_OK;
}

static bool parse_value(a3_toml_reader *p, a3_toml *out)
{
    out->at = (uint32_t)p->pos;
    int c = a3_toml_peek(p, 0);
    if (c == '"' || c == '\'') {
        out->kind = A3_TOML_STRING;
        return a3_toml_string(p, true, &out->text, &out->size);
    }
    if (c != '[' && c != '{')
        return a3_toml_word(p, out);
    if (p->depth == A3_TOML_DEPTH) {
        a3_fail_at(p->err, A3_LIMIT, p->pos, "values are nested deeper than %d", A3_TOML_DEPTH);
        return false;
    }
    p->depth++;
    out->inline_value = true;
    bool ok = c == '[' ? parse_array(p, out) : parse_inline_table(p, out);
    p->depth--;
    return ok;
}

/* "[a.b]", "[[a.b]]": *table becomes the one that the following lines are of. */
static bool parse_header(a3_toml_reader *p, a3_toml **table)
{
    toml_key k;
    size_t start = p->pos;
    bool array = a3_toml_take(p, "[[");
    p->pos += !array;
    p->header++;
    *table = &p->out->root;
    a3_toml_skip_space(p);
    if (!parse_keys(p, table, &k, enter))
        return false;
    if (!a3_toml_take(p, array ? "]]" : "]"))
        return a3_toml_fail(p, array ? "expected ]] behind the header's key" : "expected ] behind the header's key");
    a3_toml *node = find(p, *table, &k);
    if (node != NULL && (array ? node->kind != A3_TOML_ARRAY || node->inline_value
                               : node->kind != A3_TOML_TABLE || node->inline_value || node->declared || node->dotted != 0))
        return a3_toml_fail_at(p, k.at, array ? "this key has a value already, which is no array of tables" : "the same table twice");
    if (node == NULL && (node = add(p, *table, &k, array ? A3_TOML_ARRAY : A3_TOML_TABLE)) == NULL)
        return false;
    node->declared = true;
    *table = array ? append(p, node, A3_TOML_TABLE, start) : node;
    return *table != NULL;
}

static bool parse_lines(a3_toml_reader *p)
{
    a3_toml *table = &p->out->root;
    if (!grow(p))
        return false;
    while (p->pos < p->size) {
        a3_toml_skip_space(p);
        int c = a3_toml_peek(p, 0);
        if (c == '[' ? !parse_header(p, &table) : c != -1 && c != '#' && c != '\n' && c != '\r' && !parse_pair(p, table))
            return false;
        a3_toml_skip_space(p);
        if (!a3_toml_skip_comment(p))
            return false;
        if (p->pos < p->size && !a3_toml_take_newline(p))
            return a3_toml_fail(p, "expected the end of the line");
    }
    return true;
}

a3_status a3_toml_parse(a3_arena *arena, const char *text, size_t size, a3_toml_document *out, a3_err *err)
{
    *out = (a3_toml_document){.root = {.kind = A3_TOML_TABLE}};
    if (size > A3_TOML_MOST)
        return a3_fail(err, A3_LIMIT, "larger than %d MiB", A3_TOML_MOST >> 20);
    uint32_t code;
    for (size_t pos = 0, step; pos < size; pos += step)
        if ((step = a3_utf8_decode(text + pos, size - pos, &code)) == 0)
            return a3_fail_at(err, A3_MALFORMED, pos, "not UTF-8");
    if (size >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
        return a3_fail_at(err, A3_MALFORMED, 0, "a byte order mark, which TOML has not: save the file as plain UTF-8");
    a3_err own = A3_ERR_INIT;
    a3_toml_reader p = {.text = text, .size = size, .arena = arena, .err = &own, .out = out, .scratch = A3_BUF_INIT};
    parse_lines(&p);
    a3_buf_free(&p.scratch);
    if (own.status != A3_OK && err != NULL && err->status == A3_OK)
        *err = own;
    return own.status;
}

const a3_toml *a3_toml_get(const a3_toml *table, const char *key)
{
    size_t size = strlen(key);
    for (const a3_toml *node = table->first; node != NULL; node = node->next)
        if (node->key_size == size && memcmp(node->key, key, size) == 0)
            return node;
    return NULL;
}

void a3_toml_place(const char *text, size_t size, uint64_t offset, unsigned *line, unsigned *column)
{
    *line = *column = 1;
    for (size_t i = 0; i < size && i < offset; i++)
        if (text[i] == '\n') {
            ++*line;
            *column = 1;
        } else if (((unsigned char)text[i] & 0xc0) != 0x80) {
            ++*column;
        }
}

const char *a3_toml_kind_name(a3_toml_kind kind)
{
    static const char *const names[] = {"a table", "an array", "a string", "an integer", "true or false", "a number with a fraction", "a date or time"};
    return names[kind];
}

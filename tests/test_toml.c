/* SPDX-License-Identifier: MIT */
/* The TOML reader by itself: values, the places of faults, limits, memory. What it accepts at all is held against Python's reader in
 * tests/toml-compare. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/toml.h"

static void values_and_places(void **state)
{
    (void)state;
    static const char text[] = "a = \"x\\u00e9\\u0000y\" # comment\n[t.u]\r\n\"b c\" = [ -5, true ]\nd = { e = '''\nf''' }\n";
    a3_arena arena;
    a3_arena_init(&arena, 1 << 20);
    a3_toml_document document;
    a3_err err = A3_ERR_INIT;
    assert_int_equal(a3_toml_parse(&arena, text, sizeof text - 1, &document, &err), A3_OK);
    const a3_toml *a = a3_toml_get(&document.root, "a");
    assert_int_equal(a->kind, A3_TOML_STRING);
    assert_int_equal(a->size, 5);
    assert_memory_equal(a->text, "x\xc3\xa9\0y", 5);
    const a3_toml *u = a3_toml_get(a3_toml_get(&document.root, "t"), "u"), *b = a3_toml_get(u, "b c");
    assert_int_equal(b->first->integer, -5);
    assert_int_equal(b->last->kind, A3_TOML_BOOLEAN);
    assert_int_equal(b->last->integer, 1);
    assert_string_equal(a3_toml_get(a3_toml_get(u, "d"), "e")->text, "f");
    assert_null(a3_toml_get(u, "x"));
    unsigned line, column;
    a3_toml_place(text, sizeof text - 1, b->last->at, &line, &column);
    assert_int_equal(line, 3);
    assert_int_equal(column, 15);
    a3_toml_place(text, sizeof text - 1, b->key_at, &line, &column);
    assert_int_equal(column, 1);
    assert_false(document.newer);
    a3_arena_free(&arena);
}

static void faults_say_where(void **state)
{
    (void)state;
    static const struct { const char *text, *said; } faults[] = {
        {"a = 1\nb 2\n", "2:3: expected = behind the key"},
        {"\xc3\xa9 = 1", "1:1: no key stands here"},
        {"x = '\xc3\xa9' y", "1:9: expected the end of the line"},
        {"x = 'a\n'", "1:7: a string without its end on this line"},
        {"x = \"abc", "1:5: a string without its end"},
        {"x = \"a\\q\"", "1:8: no such escape; a plain backslash is written \\\\, or in a 'literal string'"},
        {"x = \"\\ud800\"", "1:8: not a character of Unicode"},
        {"x = \"a\x01\"", "1:7: a control character in a string"},
        {"x = \xff", "1:5: not UTF-8"},
        {"\xef\xbb\xbfx = 1", "1:1: a byte order mark, which TOML has not: save the file as plain UTF-8"},
        {"x = 1\nx = 2", "2:1: the same key twice"},
        {"[a]\n[b]\n[a]", "3:2: the same table twice"},
        {"a = 1\n[a.b]", "2:2: this key has a value already, which cannot be added to"},
        {"a.b = 1\n[[a]]", "2:3: this key has a value already, which is no array of tables"},
        {"[a.b]\n[a]\nb.c = 1", "3:1: this key was given elsewhere already, which cannot be added to from here"},
        {"x = 012", "1:5: a number with a leading zero"},
        {"x = yes", "1:5: not a value of TOML (text stands in quotes)"},
        {"x = 9223372036854775808", "1:5: an integer of more than 64 bits"},
        {"x = 2023-02-29", "1:5: not a date or time"},
        {"x = [1 2]", "1:8: expected , or ] in the array"},
        {"x = [\n1", "1:5: an array without its end"},
        {"x = {a = 1", "1:5: an inline table without its end"},
        {"[a", "1:3: expected ] behind the header's key"},
        {"x =", "1:4: no value stands here"},
    };
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        a3_arena arena;
        a3_arena_init(&arena, 1 << 20);
        a3_toml_document document;
        a3_err err = A3_ERR_INIT;
        assert_int_equal(a3_toml_parse(&arena, faults[i].text, strlen(faults[i].text), &document, &err), A3_MALFORMED);
        unsigned line, column;
        a3_toml_place(faults[i].text, strlen(faults[i].text), err.offset, &line, &column);
        char said[500];
        snprintf(said, sizeof said, "%u:%u: %s", line, column, err.message);
        assert_string_equal(said, faults[i].said);
        a3_arena_free(&arena);
    }
}

static a3_status parse(const a3_buf *text, size_t cap)
{
    a3_arena arena;
    a3_arena_init(&arena, cap);
    a3_toml_document document;
    a3_err err = A3_ERR_INIT;
    assert_true(a3_buf_ok(text));
    a3_status status = a3_toml_parse(&arena, text->data, text->size, &document, &err);
    assert_int_equal(status, err.status);
    a3_arena_free(&arena);
    return status;
}

static void limits_hold(void **state)
{
    (void)state;
    for (int depth = A3_TOML_DEPTH; depth <= A3_TOML_DEPTH + 1; depth++) {
        a3_buf arrays = A3_BUF_INIT, tables = A3_BUF_INIT, parts = A3_BUF_INIT;
        a3_buf_str(&arrays, "x=");
        for (int i = 0; i < depth; i++) {
            a3_buf_str(&arrays, "[");
            a3_buf_str(&tables, i ? "{x=" : "x={x=");
            a3_buf_str(&parts, i ? ".x" : "x");
        }
        a3_buf_str(&tables, "1");
        for (int i = 0; i < depth; i++) {
            a3_buf_str(&arrays, "]");
            a3_buf_str(&tables, "}");
        }
        a3_buf_str(&parts, "=1");
        a3_status wanted = depth == A3_TOML_DEPTH ? A3_OK : A3_LIMIT;
        assert_int_equal(parse(&arrays, 1 << 20), wanted);
        assert_int_equal(parse(&tables, 1 << 20), wanted);
        assert_int_equal(parse(&parts, 1 << 20), wanted);
        a3_buf_free(&arrays);
        a3_buf_free(&tables);
        a3_buf_free(&parts);
    }
    a3_buf large = A3_BUF_INIT;
    while (large.size <= A3_TOML_MOST)
        a3_buf_str(&large, "# a comment of a line's length\n");
    assert_int_equal(parse(&large, 1 << 20), A3_LIMIT);
    a3_buf_free(&large);
}

/* As many keys and values as a document of the largest size can hold: seconds would mean a quadratic search. */
static void many_keys(void **state)
{
    (void)state;
    a3_buf keys = A3_BUF_INIT, items = A3_BUF_INIT;
    for (unsigned i = 0; keys.size < A3_TOML_MOST - 16; i++)
        a3_buf_printf(&keys, "%x=1\n", i);
    a3_buf_str(&items, "x=[");
    while (items.size < A3_TOML_MOST - 16)
        a3_buf_str(&items, "1,");
    a3_buf_str(&items, "]");
    assert_int_equal(parse(&keys, 512 << 20), A3_OK);
    assert_int_equal(parse(&items, 512 << 20), A3_OK);
    a3_buf_free(&keys);
    a3_buf_free(&items);
}

/* Whatever memory there is: the document, or a clean error. */
static void memory_runs_out(void **state)
{
    (void)state;
    a3_buf text = A3_BUF_INIT;
    for (int i = 0; i < 200; i++)
        a3_buf_printf(&text, "[[t]]\n\"key %d\" = [{a.b = 'x'}, \"y\\n\"]\n[t.s%d]\n", i, i);
    bool fits = false;
    for (size_t cap = 0; !fits; cap += 512) {
        a3_status status = parse(&text, cap);
        fits = status == A3_OK;
        assert_true(fits || status == A3_NOMEM);
    }
    a3_buf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_and_places), cmocka_unit_test(faults_say_where), cmocka_unit_test(limits_hold),
        cmocka_unit_test(many_keys),         cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

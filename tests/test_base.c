/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/bytes.h"
#include "base/err.h"
#include "base/text.h"

static void cursor_fails_sticky(void **state)
{
    (void)state;
    static const uint8_t bytes[] = {1, 2, 3, 4, 5, 6};
    a3_cursor c = a3_cursor_at((a3_span){bytes, sizeof bytes}, 0, false);
    assert_int_equal(a3_get32(&c), 0x04030201);
    assert_true(c.ok);
    assert_int_equal(a3_get32(&c), 0);
    assert_false(c.ok);
    assert_int_equal(a3_get8(&c), 0); /* two bytes are left, the failure stays */
    c = a3_cursor_at((a3_span){bytes, sizeof bytes}, 7, false);
    assert_false(c.ok);
    c = a3_cursor_at((a3_span){bytes, sizeof bytes}, 4, true);
    assert_int_equal(a3_get16(&c), 0x0506);
    assert_true(c.ok);
}

static void spans_do_not_overflow(void **state)
{
    (void)state;
    static const uint8_t bytes[4] = {0};
    a3_span out;
    assert_true(a3_span_sub((a3_span){bytes, 4}, 4, 0, &out));
    assert_false(a3_span_sub((a3_span){bytes, 4}, 1, UINT64_MAX, &out));
    assert_false(a3_span_sub((a3_span){bytes, 4}, UINT64_MAX, 1, &out));
    assert_int_equal(out.size, 0);
}

static void leb128(void **state)
{
    (void)state;
    static const uint8_t bytes[] = {0xe5, 0x8e, 0x26, 0x7f, 0x80, 0x7f};
    a3_cursor c = a3_cursor_at((a3_span){bytes, sizeof bytes}, 0, false);
    assert_int_equal(a3_get_uleb(&c), 624485);
    assert_int_equal(a3_get_sleb(&c), -1);
    assert_int_equal(a3_get_sleb(&c), -128);
    static const uint8_t longest[] = {0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x02};
    c = a3_cursor_at((a3_span){longest, sizeof longest}, 0, false);
    a3_get_uleb(&c);
    assert_false(c.ok);
}

static void first_error_wins(void **state)
{
    (void)state;
    a3_err err = A3_ERR_INIT;
    a3_fail_at(&err, A3_MALFORMED, 64, "section %d", 3);
    assert_int_equal(a3_fail(&err, A3_IO, "later"), A3_MALFORMED);
    a3_err_prefix(&err, "x.so");
    assert_string_equal(err.message, "x.so: section 3");
    assert_int_equal(err.offset, 64);
}

static void arena_keeps_its_cap(void **state)
{
    (void)state;
    a3_arena arena;
    a3_arena_init(&arena, 10000);
    assert_non_null(a3_alloc(&arena, 9000));
    assert_null(a3_alloc(&arena, 9000));
    assert_true(arena.failed);
    assert_null(a3_alloc_array(&arena, SIZE_MAX, 16));
    a3_arena_free(&arena);
    struct { A3_LIST(int) list; } l = {0};
    a3_arena_init(&arena, 1 << 20);
    for (int i = 0; i < 1000; i++)
        *A3_PUSH(&arena, &l.list) = i;
    assert_int_equal(l.list.items[999], 999);
    assert_true(A3_RESERVE(&arena, &l.list, 100));
    assert_true(l.list.room >= 1100);
    assert_int_equal(l.list.count, 1000);
    assert_int_equal(l.list.items[999], 999);
    const int *there = l.list.items;
    assert_true(A3_RESERVE(&arena, &l.list, 100));
    assert_ptr_equal(l.list.items, there); /* there was room already */
    assert_false(A3_RESERVE(&arena, &l.list, SIZE_MAX));
    a3_arena_free(&arena);
}

static void integers_of_every_width(void **state)
{
    (void)state;
    static const uint8_t bytes[] = {0, 1, 2, 3, 4, 5, 6, 0xf7, 8}; /* read from 1 on: not aligned */
    assert_int_equal(a3_load(bytes + 1, 1, true), 1);
    assert_int_equal(a3_load(bytes + 1, 2, true), 0x0102);
    assert_int_equal(a3_load(bytes + 1, 2, false), 0x0201);
    assert_int_equal(a3_load(bytes + 1, 3, true), 0x010203);
    assert_int_equal(a3_load(bytes + 1, 4, true), 0x01020304);
    assert_int_equal(a3_load(bytes + 1, 4, false), 0x04030201);
    assert_true(a3_load(bytes + 1, 8, true) == UINT64_C(0x010203040506f708));
    assert_true(a3_load(bytes + 1, 8, false) == UINT64_C(0x08f7060504030201));
}

static void terminals_are_safe(void **state)
{
    (void)state;
    static const char nasty[] = "a\x1b[31m\xc3\xa9\xff\n\xe2\x80\xae";
    a3_buf out = A3_BUF_INIT;
    a3_text_escape(&out, nasty, sizeof nasty - 1);
    assert_string_equal(a3_buf_text(&out), "a\\x1b[31m\xc3\xa9\\xff\\n\\u{202e}");
    a3_buf_free(&out);
}

static void patterns(void **state)
{
    (void)state;
    assert_true(a3_glob("*.abi3t.so", "pkg/_x.abi3t.so"));
    assert_true(a3_glob("[A-C]1*", "B123"));
    assert_false(a3_glob("*.so", "x.so.1"));
    assert_true(a3_glob("a*b*c", "aXbYbZc"));
    assert_false(a3_glob("", "x"));
}

static void punycode(void **state)
{
    (void)state;
    char out[64];
    assert_true(a3_punycode("h\xc3\xa9", 3, out, sizeof out));
    assert_string_equal(out, "h-bga");
    assert_true(a3_punycode("b\xc3\xbc" "cher", 7, out, sizeof out));
    assert_string_equal(out, "bcher-kva");
    assert_false(a3_punycode("h\xc3\xa9", 3, out, 4));
}

static void text_of_python(void **state)
{
    (void)state;
    static const struct {
        const char *text, *stripped;
    } strips[] = {
        {"  a b\t\n", "a b"}, {"\xc2\xa0 a\xe2\x80\xa8", "a"}, {"\xe3\x80\x80", ""}, {"", ""}, {"\x1f\x85", "\x85"}, {"\xc2\x85x\xc3\xa9 ", "x\xc3\xa9"},
        {" \x80\x80\x80\x80 ", "\x80\x80\x80\x80"},
    };
    for (size_t i = 0; i < sizeof strips / sizeof *strips; i++) {
        const char *text = strips[i].text;
        size_t size = strlen(text);
        a3_strip(&text, &size);
        assert_int_equal(size, strlen(strips[i].stripped));
        assert_memory_equal(text, strips[i].stripped, size);
    }
    assert_true(a3_words("a_9\xc3\xa9", 5, "") && a3_words("", 0, "") && a3_words("a.b-c", 5, ".-"));
    assert_false(a3_words("a.b", 3, "-") || a3_words("a\xe2\x80\x93", 4, "-") || a3_words("a\xff", 2, "") || a3_words("a\0b", 3, "."));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cursor_fails_sticky), cmocka_unit_test(spans_do_not_overflow), cmocka_unit_test(leb128),
        cmocka_unit_test(first_error_wins),    cmocka_unit_test(arena_keeps_its_cap),   cmocka_unit_test(terminals_are_safe),
        cmocka_unit_test(text_of_python), cmocka_unit_test(patterns),            cmocka_unit_test(punycode),
        cmocka_unit_test(integers_of_every_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/hash.h"

static a3_span text(const char *s) { return (a3_span){(const uint8_t *)s, strlen(s)}; }

/* FIPS 180-4 and 202, RFC 1321: the message "abc", as RECORD writes digests. */
static void digests(void **state)
{
    (void)state;
    static const struct { const char *name, *text; } known[] = {
        {"md5", "kAFQmDzST7DWlj99KOF_cg"},
        {"sha1", "qZk-NkcGgWq6PiVxeFDCbJzQ2J0"},
        {"sha224", "Iwl9IjQF2CKGQqR3vaJVsyqtvOS9oLP342ydpw"},
        {"sha256", "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0"},
        {"sha384", "ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP_W-2AhgcroefMI1i67KE0yCWn"},
        {"sha512", "3a81oZNherrMQXNJriBBMRLm-k6JqX6iCp7u5ktV05ohkpkqJ0_BqDa6PCOj_uu9RU1EI2Q86A4qmslPpUyknw"},
        {"sha3_256", "Ophdp0_iJbIEXBcta9OQvYVfCG4-nVJbRr_iRRFDFTI"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        a3_hash_kind kind = a3_hash_by_name(known[i].name, strlen(known[i].name));
        assert_int_not_equal(kind, A3_HASH_NONE);
        assert_string_equal(a3_hash_name(kind), known[i].name);
        uint8_t digest[A3_HASH_MAX];
        size_t size = a3_hash(kind, text("abc"), digest);
        assert_int_equal(size, a3_hash_size(kind));
        char out[A3_BASE64_MAX];
        assert_true(a3_base64url(digest, size, out, sizeof out));
        assert_string_equal(out, known[i].text);
        uint8_t back[A3_HASH_MAX];
        assert_int_equal(a3_base64url_decode(out, strlen(out), back, sizeof back), (long)size);
        assert_memory_equal(back, digest, size);
    }
}

static void unknown_algorithms(void **state)
{
    (void)state;
    uint8_t digest[A3_HASH_MAX];
    assert_int_equal(a3_hash_by_name("SHA256", 6), A3_HASH_NONE);
    assert_int_equal(a3_hash_by_name("sha25", 5), A3_HASH_NONE);
    assert_int_equal(a3_hash_by_name("", 0), A3_HASH_NONE);
    assert_int_equal(a3_hash(A3_HASH_NONE, text("abc"), digest), 0);
    assert_int_equal(a3_hash_size(A3_HASH_NONE), 0);
    assert_string_equal(a3_hash_name(A3_HASH_NONE), "none");
}

static void empty_input(void **state)
{
    (void)state;
    uint8_t digest[32];
    char out[A3_BASE64_MAX];
    a3_sha256((a3_span){NULL, 0}, digest);
    assert_true(a3_base64url(digest, 32, out, sizeof out));
    assert_string_equal(out, "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
    assert_int_equal(a3_crc32(0, (a3_span){NULL, 0}), 0);
}

static void base64url(void **state)
{
    (void)state;
    static const struct { const char *bytes, *text; } known[] = { /* RFC 4648 section 10, without padding */
        {"", ""}, {"f", "Zg"}, {"fo", "Zm8"}, {"foo", "Zm9v"}, {"foob", "Zm9vYg"}, {"fooba", "Zm9vYmE"}, {"\xfb\xff", "-_8"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        char out[16];
        uint8_t back[16];
        size_t size = strlen(known[i].bytes), length = strlen(known[i].text);
        assert_true(a3_base64url((const uint8_t *)known[i].bytes, size, out, sizeof out));
        assert_string_equal(out, known[i].text);
        assert_false(a3_base64url((const uint8_t *)known[i].bytes, size, out, length));
        assert_int_equal(a3_base64url_decode(known[i].text, length, back, sizeof back), (long)size);
        assert_memory_equal(back, known[i].bytes, size);
    }
}

static void base64url_refuses(void **state)
{
    (void)state;
    uint8_t back[16];
    assert_int_equal(a3_base64url_decode("Zg==", 4, back, 16), 1);
    assert_int_equal(a3_base64url_decode("Zm8=", 4, back, 16), 2);
    static const char *const bad[] = {"Z", "Zg=", "Zh", "Zm9vY", "Zm+v", "Zm/v", "Z===", "====", "Zm 9", "Zg==Zg=="};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(a3_base64url_decode(bad[i], strlen(bad[i]), back, 16), -1);
    assert_int_equal(a3_base64url_decode("Zm9v", 4, back, 2), -1);
}

static void crc32(void **state)
{
    (void)state;
    assert_int_equal(a3_crc32(0, text("123456789")), 0xcbf43926);
    assert_int_equal(a3_crc32(a3_crc32(0, text("1234")), text("56789")), 0xcbf43926);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digests), cmocka_unit_test(unknown_algorithms), cmocka_unit_test(empty_input),
        cmocka_unit_test(base64url), cmocka_unit_test(base64url_refuses), cmocka_unit_test(crc32),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

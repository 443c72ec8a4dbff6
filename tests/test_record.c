/* SPDX-License-Identifier: MIT */
/* RECORD, WHEEL and entry_points.txt. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "arena_fixture.h"
#include "wheel/entrypoints.h"
#include "wheel/record.h"
#include "wheel/wheelfile.h"

static a3_span span(const char *text) { return (a3_span){(const uint8_t *)text, strlen(text)}; }

#define SELF "d-1.dist-info/RECORD"
#define SHA256 "sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU" /* of nothing */

static a3_record record(const char *text, a3_faults *faults)
{
    a3_record r;
    assert_int_equal(a3_record_parse(&arena, span(text), SELF, &r, faults), A3_OK);
    return r;
}

/* A NUL ends C's strings, and must not end what is looked at. */
static void nul_in_record(void **state)
{
    (void)state;
    static const struct { const char *text; size_t size; a3_fault_code code; } rows[] = {
        {"d/a\0b," SHA256 ",0", sizeof "d/a\0b," SHA256 ",0" - 1, A3_FAULT_RECORD_PATH},
        {"d/a," SHA256 "\0x,0", sizeof "d/a," SHA256 "\0x,0" - 1, A3_FAULT_RECORD_HASH},
        {"d/a," SHA256 ",0\0x", sizeof "d/a," SHA256 ",0\0x" - 1, A3_FAULT_RECORD_HASH},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        a3_faults faults = {0};
        a3_record r;
        assert_int_equal(a3_record_parse(&arena, (a3_span){(const uint8_t *)rows[i].text, rows[i].size}, SELF, &r, &faults), A3_OK);
        assert_int_equal(faults.totals[rows[i].code], 1);
    }
}

static void good_record(void **state)
{
    (void)state;
    a3_faults faults = {0};
    a3_record r = record(
        "d/__init__.py," SHA256 ",0\r\n\"d/a,\"\"b\"\".py\"," SHA256 ",12\nd/h\xc3\xa9.py," SHA256 ",0\n" SELF ",,", &faults);
    assert_int_equal(faults.count, 0);
    assert_true(r.complete);
    assert_int_equal(r.count, 4);
    assert_string_equal(r.items[1].path, "d/a,\"b\".py");
    assert_int_equal(r.items[1].size, 12);
    assert_true(r.items[1].has_size && r.items[1].kind == A3_HASH_SHA256);
    assert_int_equal(r.items[0].digest[0], 0xe3);
    assert_string_equal(r.items[0].hash, SHA256);
    assert_int_equal(r.items[3].line, 4);
    assert_false(r.items[3].has_size);
    a3_record multi = record("\"a\nb\"," SHA256 ",0\nc," SHA256 ",1\n" SELF ",,\n", &faults);
    assert_string_equal(multi.items[0].path, "a\nb");
    assert_int_equal(multi.items[1].line, 3);
}

static void bad_records(void **state)
{
    (void)state;
    static const struct {
        const char *row;
        a3_fault_code code;
        a3_index_answer index;
        const char *text;
    } cases[] = {
        {"a,b," SHA256 ",0", A3_FAULT_RECORD_FIELDS, A3_INDEX_NOTHING, "a row has 4 fields, not path, hash and size"},
        {"a," SHA256, A3_FAULT_RECORD_FIELDS, A3_INDEX_NOTHING, "a row has 2 fields, not path, hash and size"},
        {"", A3_FAULT_RECORD_BLANK, A3_INDEX_FAILS, "a blank line"},
        {"," SHA256 ",0", A3_FAULT_RECORD_PATH, A3_INDEX_MAILS, "the path '' is empty"},
        {"/a," SHA256 ",0", A3_FAULT_RECORD_PATH, A3_INDEX_NOTHING, "the path '/a' is absolute"},
        {"c:\\a," SHA256 ",0", A3_FAULT_RECORD_PATH, A3_INDEX_NOTHING, "the path 'c:\\a' is absolute"},
        {"a\\b," SHA256 ",0", A3_FAULT_RECORD_PATH, A3_INDEX_NOTHING, "the path 'a\\b' holds a backslash"},
        {"a/../b," SHA256 ",0", A3_FAULT_RECORD_PATH, A3_INDEX_NOTHING, "the path 'a/../b' leads out of the wheel"},
        {"./a," SHA256 ",0", A3_FAULT_RECORD_PATH, A3_INDEX_MAILS, "the path './a' is not in its shortest form"},
        {"a/," SHA256 ",0", A3_FAULT_RECORD_PATH, A3_INDEX_MAILS, "the path 'a/' names a directory"},
        {"a,abc,0", A3_FAULT_RECORD_HASH, A3_INDEX_NOTHING, "the hash 'abc' of 'a' names no algorithm"},
        {"a,crc=abc,0", A3_FAULT_RECORD_HASH, A3_INDEX_NOTHING, "'a' has a hash of an unknown algorithm, 'crc=abc'"},
        {"a,sha256=abc,0", A3_FAULT_RECORD_HASH, A3_INDEX_NOTHING,
         "the hash of 'a' is no sha256 digest in URL-safe base64 without padding: 'abc'"},
        {"a,sha256=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU,0", A3_FAULT_RECORD_HASH, A3_INDEX_NOTHING,
         "the hash of 'a' is no sha256 digest in URL-safe base64 without padding: "
         "'47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU'"},
        {"a,md5=1B2M2Y8AsgTpgAmY7PhCfg,0", A3_FAULT_RECORD_WEAK, A3_INDEX_NOTHING,
         "'a' is hashed with md5, sha256 or better is demanded"},
        {"a,,0", A3_FAULT_RECORD_NO_HASH, A3_INDEX_NOTHING, "'a' has no hash"},
        {"a," SHA256 ",", A3_FAULT_RECORD_NO_SIZE, A3_INDEX_NOTHING, "'a' has no size"},
        {"a," SHA256 ",-1", A3_FAULT_RECORD_SIZE, A3_INDEX_NOTHING, "the size '-1' of 'a' is no number"},
        {"a," SHA256 ",99999999999999999999", A3_FAULT_RECORD_SIZE, A3_INDEX_NOTHING,
         "the size '99999999999999999999' of 'a' is no number"},
        {"d-1.dist-info/RECORD.jws,,", A3_FAULT_RECORD_SIGNATURE, A3_INDEX_MAILS,
         "'d-1.dist-info/RECORD.jws' is listed, a signature of RECORD cannot be"},
        {"x," SHA256 ",0", A3_FAULT_RECORD_DUPLICATE, A3_INDEX_NOTHING, "'x' is listed again"},
        {"a\xe2\x80\xa8" "b," SHA256 ",0", A3_FAULT_RECORD_CSV, A3_INDEX_MAILS,
         "a character at which pip and the index end the line, and other readers do not"},
        {"\xff," SHA256 ",0", A3_FAULT_RECORD_ENCODING, A3_INDEX_REFUSES, "RECORD is not UTF-8"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[512];
        a3_faults faults = {0};
        snprintf(text, sizeof text, "x," SHA256 ",0\n%s\n" SELF ",,\n", cases[i].row);
        record(text, &faults);
        if (faults.count != 1)
            fail_msg("%s: %zu faults", cases[i].row, faults.count);
        assert_string_equal(faults.items[0].text, cases[i].text);
        assert_int_equal(faults.items[0].code, cases[i].code);
        assert_int_equal(faults.items[0].index, cases[i].index);
        if (cases[i].code != A3_FAULT_RECORD_ENCODING)
            assert_int_equal(faults.items[0].line, 2);
    }
    a3_faults faults = {0};
    a3_record r = record("a," SHA256 ",0\na," SHA256 ",0\n" SELF "," SHA256 ",5\n", &faults);
    assert_false(r.items[0].duplicate);
    assert_true(r.items[1].duplicate);
    assert_int_equal(faults.totals[A3_FAULT_RECORD_SELF_HASH], 1);
    a3_faults none = {0};
    record("a," SHA256 ",0\n", &none);
    assert_string_equal(none.items[0].text, "RECORD does not list itself");
    a3_faults end = {0};
    record("a," SHA256 ",0\f\n" SELF ",,\n", &end);
    assert_int_equal(end.items[0].code, A3_FAULT_RECORD_CSV);
    assert_int_equal(end.items[0].index, A3_INDEX_FAILS); /* what they see then is a blank line */
    a3_faults mark = {0};
    record("\xef\xbb\xbf" SELF ",,\n", &mark);
    assert_string_equal(mark.items[0].text, "a byte order mark stands before the first path and is taken for a part of it");
}

static void long_fields(void **state)
{
    (void)state;
    char *text = a3_alloc(&arena, 140000);
    a3_faults faults = {0};
    memset(text, 'x', 131072);
    memcpy(text + 131072, ",,\nb,,\n", 8);
    a3_record r = record(text, &faults);
    assert_true(r.complete);
    assert_int_equal(r.count, 2);
    text[131072] = 'x';
    text[131073] = ',';
    r = record(text, &faults);
    assert_false(r.complete);
    assert_int_equal(r.count, 0);
    assert_int_equal(faults.totals[A3_FAULT_RECORD_CSV], 1);
}

static void many_rows(void **state)
{
    (void)state;
    enum { ROWS = 300000 };
    a3_arena own;
    a3_arena_init(&own, (size_t)512 << 20);
    char *text = a3_alloc(&own, ROWS * 12 + 1);
    for (size_t i = 0; i < ROWS; i++)
        memcpy(text + i * 12, "pkg/a.py,,1\n", 12);
    a3_faults faults = {0};
    a3_record r;
    assert_int_equal(a3_record_parse(&own, span(text), SELF, &r, &faults), A3_OK);
    assert_int_equal(faults.totals[A3_FAULT_RECORD_DUPLICATE], ROWS - 1);
    assert_int_equal(faults.totals[A3_FAULT_RECORD_NO_HASH], ROWS);
    assert_int_equal(faults.count, 2 * A3_FAULTS_KEPT + 1);
    a3_arena_free(&own);
}

static void rows_are_written(void **state)
{
    (void)state;
    a3_buf out = A3_BUF_INIT;
    a3_record_write_row(&out, "a/b.py", "sha256=x", 12);
    a3_record_write_row(&out, "a,\"b\"", "sha256=y", 0);
    a3_record_write_row(&out, SELF, NULL, 0);
    assert_string_equal(a3_buf_text(&out), "a/b.py,sha256=x,12\n\"a,\"\"b\"\"\",sha256=y,0\n" SELF ",,\n");
    a3_buf_free(&out);
}

/* ---- WHEEL ---- */

static void wheel_file(void **state)
{
    (void)state;
    a3_wheelfile w;
    a3_faults faults = {0};
    assert_int_equal(a3_wheelfile_parse(&arena,
                                        span("Wheel-Version: 1.0\nGenerator: x 1\nGenerator: delocate\nRoot-Is-Purelib: False\n"
                                             "Tag: cp315-abi3-linux_x86_64\ntag: cp315-abi3t-linux_x86_64 \nBuild: 2a\n\n"),
                                        &w, &faults),
                     A3_OK);
    assert_int_equal(faults.count, 0);
    assert_true(w.version_major == 1 && w.version_minor == 0 && w.purelib_known && !w.purelib);
    assert_string_equal(w.generator, "x 1");
    assert_string_equal(w.build, "2a");
    assert_int_equal(w.tags.count, 2);
    assert_string_equal(w.tags.items[1].abi, "abi3t");
    assert_string_equal(w.tags.items[1].platform, "linux_x86_64");
}

static void bad_wheel_files(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        a3_fault_code code;
        uint32_t line;
        const char *fault;
    } cases[] = {
        {"Root-Is-Purelib: true\nTag: a-b-c\n", A3_FAULT_WHEEL_MISSING, 0, "Wheel-Version is missing"},
        {"Wheel-Version: 1.0\nTag: a-b-c\n", A3_FAULT_WHEEL_MISSING, 0, "Root-Is-Purelib is missing"},
        {"Wheel-Version: 1.0\nRoot-Is-Purelib: true\n", A3_FAULT_WHEEL_MISSING, 0, "Tag is missing"},
        {"Wheel-Version: 1\nRoot-Is-Purelib: true\nTag: a-b-c\n", A3_FAULT_WHEEL_VERSION, 1,
         "Wheel-Version '1' is not of the form 1.0"},
        {"Wheel-Version: 2.0\nRoot-Is-Purelib: true\nTag: a-b-c\n", A3_FAULT_WHEEL_VERSION, 1,
         "Wheel-Version is 2.0, installers take major version 1 only"},
        {"Wheel-Version: 1.9\nRoot-Is-Purelib: true\nTag: a-b-c\n", A3_FAULT_WHEEL_MINOR, 1,
         "Wheel-Version is 1.9, installers warn of everything above 1.0"},
        {"Wheel-Version: 1.0\nRoot-Is-Purelib: yes\nTag: a-b-c\n", A3_FAULT_WHEEL_VALUE, 2,
         "Root-Is-Purelib 'yes' is neither true nor false"},
        {"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: a-b\n", A3_FAULT_WHEEL_TAG, 3,
         "Tag 'a-b' is not of the form PYTHON-ABI-PLATFORM"},
        {"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: a--c\n", A3_FAULT_WHEEL_TAG, 3,
         "Tag 'a--c' is not of the form PYTHON-ABI-PLATFORM"},
        {"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: a.b-c-d\n", A3_FAULT_WHEEL_TAG_SET, 3,
         "Tag 'a.b-c-d' is a compressed set, WHEEL has one line for each tag"},
        {"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: a-b-c\nRoot-Is-Purelib: false\n", A3_FAULT_WHEEL_DUPLICATE, 4,
         "a second Root-Is-Purelib, readers take the first"},
        {"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: a-b-c\nBuild: x\n", A3_FAULT_WHEEL_VALUE, 4,
         "Build 'x' does not start with a digit"},
        {"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: a-b-c\nnonsense\n", A3_FAULT_WHEEL_SYNTAX, 4,
         "'nonsense' is no header: it ends the headers, what follows is not read as such"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        a3_wheelfile w;
        a3_faults faults = {0};
        assert_int_equal(a3_wheelfile_parse(&arena, span(cases[i].text), &w, &faults), A3_OK);
        assert_int_equal(faults.count, 1);
        assert_string_equal(faults.items[0].text, cases[i].fault);
        assert_int_equal(faults.items[0].code, cases[i].code);
        assert_int_equal(faults.items[0].line, cases[i].line);
        assert_int_equal(faults.items[0].index, A3_INDEX_NOTHING);
    }
}

/* ---- entry points ---- */

static void entry_points(void **state)
{
    (void)state;
    a3_entrypoints e;
    a3_faults faults = {0};
    assert_int_equal(
        a3_entrypoints_parse(
            &arena,
            span("# comment\n[console_scripts]\ndemo = demo.cli:main\nde-mo.x=a:b.c [extra]\r\n\n[x.y]\n=z = no\nk =\n"), &e,
            &faults),
        A3_OK);
    assert_int_equal(faults.count, 1);
    assert_string_equal(faults.items[0].text, "'=z = no' has no name before the '='");
    assert_int_equal(e.count, 3);
    assert_string_equal(e.items[1].name, "de-mo.x");
    assert_string_equal(e.items[1].value, "a:b.c [extra]");
    assert_string_equal(e.items[2].group, "x.y");
    assert_int_equal(e.items[2].line, 8);
}

static void bad_entry_points(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        a3_fault_code code;
        a3_index_answer index;
        uint32_t line;
        const char *fault;
    } cases[] = {
        {"a = b:c\n", A3_FAULT_ENTRY_SYNTAX, A3_INDEX_REFUSES, 1, "'a = b:c' stands before the first section"},
        {"[x]\na: b\n", A3_FAULT_ENTRY_SYNTAX, A3_INDEX_REFUSES, 2,
         "'a: b' is neither a section nor of the form 'name = module:object'"},
        {"[x]\na\n", A3_FAULT_ENTRY_SYNTAX, A3_INDEX_REFUSES, 2,
         "'a' is neither a section nor of the form 'name = module:object'"},
        {"[x]\na=b\n[x]\n", A3_FAULT_ENTRY_DUPLICATE, A3_INDEX_REFUSES, 3, "the section [x] stands twice"},
        {"[x]\na=b\na = c\n", A3_FAULT_ENTRY_DUPLICATE, A3_INDEX_REFUSES, 3, "'a' stands twice in [x]"},
        {"[gui_scripts]\na b = c:d\n", A3_FAULT_ENTRY_NAME, A3_INDEX_REFUSES, 2,
         "the script's name 'a b' holds more than letters, digits, '_', '.' and '-'"},
        {"[console_scripts]\na = c\n", A3_FAULT_ENTRY_VALUE, A3_INDEX_NOTHING, 2,
         "the script 'a' names no callable (module:function): 'c'"},
        {"[DEFAULT]\na b = x\n[console_scripts]\n[DEFAULT]\n", A3_FAULT_ENTRY_NAME, A3_INDEX_REFUSES, 2,
         "the script's name 'a b' holds more than letters, digits, '_', '.' and '-'"},
        {"[console_scripts]\na\xe2\x80\x93z = c:d\n", A3_FAULT_ENTRY_NAME, A3_INDEX_REFUSES, 2,
         "the script's name 'a\xe2\x80\x93z' holds more than letters, digits, '_', '.' and '-'"},
        {"[x]\n\xff = c\n", A3_FAULT_ENTRY_ENCODING, A3_INDEX_REFUSES, 0, "the file is not UTF-8"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        a3_entrypoints e;
        a3_faults faults = {0};
        assert_int_equal(a3_entrypoints_parse(&arena, span(cases[i].text), &e, &faults), A3_OK);
        if (faults.count != 1)
            fail_msg("%s: %zu faults", cases[i].text, faults.count);
        assert_string_equal(faults.items[0].text, cases[i].fault);
        assert_int_equal(faults.items[0].code, cases[i].code);
        assert_int_equal(faults.items[0].index, cases[i].index);
        assert_int_equal(faults.items[0].line, cases[i].line);
    }
    a3_entrypoints e;
    a3_faults mark = {0};
    a3_entrypoints_parse(&arena, span("\xef\xbb\xbf[x]\n"), &e, &mark);
    assert_string_equal(mark.items[0].text, "a byte order mark stands before the first section");
}

static void memory_runs_out(void **state)
{
    (void)state;
    bool done = false;
    for (size_t cap = 64; cap < ((size_t)1 << 20) && !done; cap += 64) {
        a3_arena own;
        a3_faults faults = {0};
        a3_record r;
        a3_wheelfile w;
        a3_entrypoints e;
        a3_arena_init(&own, cap);
        a3_status one = a3_record_parse(&own, span("a," SHA256 ",1\nb,x,y\n"), SELF, &r, &faults);
        a3_status two = a3_wheelfile_parse(&own, span("Wheel-Version: x\nTag: a-b-c\nBuild: 1\nGenerator: g\n"), &w, &faults);
        a3_status three = a3_entrypoints_parse(&own, span("[x]\na=b\n c\nd\n[console_scripts]\ne=f:g\n"), &e, &faults);
        assert_true((one == A3_OK || one == A3_NOMEM) && (two == A3_OK || two == A3_NOMEM) &&
                    (three == A3_OK || three == A3_NOMEM));
        done = one == A3_OK && two == A3_OK && three == A3_OK;
        a3_arena_free(&own);
    }
    assert_true(done);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nul_in_record), cmocka_unit_test(good_record),     cmocka_unit_test(bad_records),      cmocka_unit_test(long_fields),
        cmocka_unit_test(many_rows),       cmocka_unit_test(rows_are_written), cmocka_unit_test(wheel_file),
        cmocka_unit_test(bad_wheel_files), cmocka_unit_test(entry_points),     cmocka_unit_test(bad_entry_points),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, fresh_arena, drop_arena);
}

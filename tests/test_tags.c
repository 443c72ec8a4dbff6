/* SPDX-License-Identifier: MIT */
/* Tags, file names, versions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "arena_fixture.h"
#include "base/text.h"
#include "wheel/name.h"
#include "wheel/pep440.h"
#include "wheel/tags.h"

static a3_tag_sets tags_of(const char *text)
{
    a3_tag_sets sets;
    assert_int_equal(a3_tags_parse(&arena, text, strlen(text), &sets, NULL), A3_OK);
    return sets;
}

static void expect_format(const a3_tag_sets *sets, const char *expected)
{
    a3_buf out = A3_BUF_INIT;
    a3_tags_format(&out, sets);
    assert_string_equal(a3_buf_text(&out), expected);
    a3_buf_free(&out);
}

static void sets(void **state)
{
    (void)state;
    const char *text = "cp315-abi3.abi3t-manylinux_2_17_x86_64.manylinux2014_x86_64";
    a3_tag_sets a = tags_of(text), b, n;
    a3_err err = A3_ERR_INIT;
    expect_format(&a, text);
    assert_int_equal(a.python.count, 1);
    assert_int_equal(a.platform.count, 2);
    assert_true(a3_tag_set_sorted(&a.abi));
    assert_false(a3_tags_sorted(&a));
    assert_int_equal(a3_tags_normalise(&arena, &a, &n), A3_OK);
    expect_format(&n, "cp315-abi3.abi3t-manylinux2014_x86_64.manylinux_2_17_x86_64");
    assert_true(a3_tags_sorted(&n) && a3_tags_equal(&a, &n));
    b = tags_of("cp315-abi3t.ABI3.abi3-manylinux2014_x86_64.manylinux_2_17_x86_64");
    assert_true(a3_tags_equal(&a, &b));
    assert_false(a3_tag_set_sorted(&b.abi));
    b = tags_of("cp315-abi3-manylinux2014_x86_64.manylinux_2_17_x86_64");
    assert_false(a3_tags_equal(&a, &b));
    assert_int_equal(a3_tags_parse(&arena, "cp315-abi3", 10, &b, &err), A3_INVALID);
    assert_int_equal(a3_tags_parse(&arena, "a-b-c-d", 7, &b, NULL), A3_INVALID);
    b = tags_of("cp315..cp316--any");
    assert_int_equal(b.python.count, 3);
    assert_string_equal(b.python.items[1], "");
    assert_int_equal(b.abi.count, 1);
    expect_format(&b, "cp315..cp316--any");
}

static void single_tags(void **state)
{
    (void)state;
    a3_tag_sets a = tags_of("cp315.cp314-abi3.abi3-win32");
    a3_tag_list list, file = {0}, only_a, only_b;
    a3_err err = A3_ERR_INIT;
    assert_int_equal(a3_tags_product(&a), 4);
    assert_int_equal(a3_tags_expand(&arena, &a, &list, &err), A3_OK);
    assert_int_equal(list.count, 2);
    assert_string_equal(list.items[0].python, "cp314");
    *A3_PUSH(&arena, &file) = (a3_tag){"cp315", "abi3.abi3t", "win32"};
    *A3_PUSH(&arena, &file) = (a3_tag){"CP314", "abi3", "win32"};
    assert_int_equal(a3_tags_compare(&arena, &a, &file, &only_a, &only_b, &err), A3_OK);
    assert_int_equal(only_a.count, 0);
    assert_int_equal(only_b.count, 1);
    assert_string_equal(only_b.items[0].abi, "abi3t");
    file.count = 1;
    assert_int_equal(a3_tags_compare(&arena, &a, &file, &only_a, &only_b, &err), A3_OK);
    assert_int_equal(only_a.count, 1);
    assert_string_equal(only_a.items[0].python, "cp314");
}

static void products_are_bounded(void **state)
{
    (void)state;
    char text[1300];
    size_t size = 0;
    for (int column = 0; column < 3; column++) {
        for (int i = 0; i < 200; i++) {
            text[size++] = (char)('a' + i % 26);
            text[size++] = i == 199 ? '-' : '.';
        }
    }
    a3_tag_sets a;
    a3_tag_list list;
    a3_err err = A3_ERR_INIT;
    assert_int_equal(a3_tags_parse(&arena, text, size - 1, &a, NULL), A3_OK);
    assert_int_equal(a3_tags_product(&a), 8000000);
    assert_int_equal(a3_tags_expand(&arena, &a, &list, &err), A3_LIMIT);
    assert_string_equal(err.message, "more than 100000 tags");
}

static void claims(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
    } bad[] = {
        {"cp315", "'cp315': a claim is PYTHON-ABI or PYTHON-ABI-PLATFORM, as in cp315-abi3.abi3t"},
        {"cp315-", "'cp315-': an empty tag"},
        {"cp315-abi3.-any", "'cp315-abi3.-any': an empty tag"},
        {"cp315t-abi3t", "'cp315t': an interpreter tag never has a 't', free threading is said by the ABI tag (cp315-abi3t)"},
        {"cp-abi3", "'cp' is no interpreter tag (cp315, py3, ...)"},
        {"cp315-abi 3", "'cp315-abi 3': 'abi 3' is no tag"},
        {"a-b-c-d", "'a-b-c-d': a claim is PYTHON-ABI or PYTHON-ABI-PLATFORM, as in cp315-abi3.abi3t"},
    };
    a3_tag_sets sets;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        a3_err err = A3_ERR_INIT;
        assert_int_equal(a3_claim_parse(&arena, bad[i].text, &sets, &err), A3_INVALID);
        assert_string_equal(err.message, bad[i].message);
    }
    assert_int_equal(a3_claim_parse(&arena, "cp315-abi3.abi3t", &sets, NULL), A3_OK);
    assert_int_equal(sets.platform.count, 0);
    expect_format(&sets, "cp315-abi3.abi3t");
    assert_int_equal(a3_claim_parse(&arena, "cp39-abi3-win_amd64", &sets, NULL), A3_OK);
    assert_string_equal(sets.platform.items[0], "win_amd64");
}

static void interpreter_tags(void **state)
{
    (void)state;
    static const struct {
        const char *tag;
        a3_python_impl impl;
        a3_version version;
        bool has_minor, free_threaded, valid;
    } cases[] = {
        {"cp315", A3_PYTHON_CPYTHON, A3_VERSION(3, 15), true, false, true},
        {"CP39", A3_PYTHON_CPYTHON, A3_VERSION(3, 9), true, false, true},
        {"cp3", A3_PYTHON_CPYTHON, A3_VERSION(3, 0), false, false, true},
        {"py3", A3_PYTHON_GENERIC, A3_VERSION(3, 0), false, false, true},
        {"py2", A3_PYTHON_GENERIC, A3_VERSION(2, 0), false, false, true},
        {"pp311", A3_PYTHON_PYPY, A3_VERSION(3, 11), true, false, true},
        {"cp315t", A3_PYTHON_CPYTHON, A3_VERSION(3, 15), true, true, true},
        {"cp", A3_PYTHON_CPYTHON, 0, false, false, false},
        {"cp3x", A3_PYTHON_CPYTHON, A3_VERSION(3, 0), false, false, false},
        {"graalpy311", A3_PYTHON_OTHER, A3_VERSION(3, 11), true, false, true},
        {"cp31999", A3_PYTHON_CPYTHON, 0, true, false, false},
        {"", A3_PYTHON_OTHER, 0, false, false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        a3_python_tag got = a3_python_tag_parse(cases[i].tag);
        if (got.impl != cases[i].impl || got.version != cases[i].version || got.has_minor != cases[i].has_minor ||
            got.free_threaded != cases[i].free_threaded || got.valid != cases[i].valid)
            fail_msg("%s", cases[i].tag);
    }
    a3_tag_sets sets = tags_of("cp315.cp310-abi3-any");
    assert_int_equal(a3_tags_floor(&sets.python), A3_VERSION(3, 10));
    sets = tags_of("py2.py3-none-any");
    assert_int_equal(a3_tags_floor(&sets.python), A3_VERSION(3, 0));
    bool threads, debug;
    assert_int_equal(a3_abi_tag_version("cp315td", &threads, &debug), A3_VERSION(3, 15));
    assert_true(threads && debug);
    assert_int_equal(a3_abi_tag_version("cp37m", &threads, &debug), A3_VERSION(3, 7));
    assert_false(threads || debug);
    assert_int_equal(a3_abi_tag_version("abi3", NULL, NULL), 0);
    assert_int_equal(a3_abi_tag_version("cp3", NULL, NULL), 0);
    assert_int_equal(a3_abi_tag_version("cp315x", NULL, NULL), 0);
    assert_true(a3_abi_is_stable("abi3") && a3_abi_is_stable("abi3t") && !a3_abi_is_stable("abi3x") && !a3_abi_is_stable("none"));
}

/* ---- file names ---- */

static void good_names(void **state)
{
    (void)state;
    static const char *const names[] = {
        "demo-1.0-cp315-abi3.abi3t-manylinux_2_17_x86_64.manylinux2014_x86_64.whl", "a_b-2!1.0rc1-1x-cp39-cp39-win_amd64.whl",
        "demo-1.0-py2.py3-none-any.whl",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        a3_wheel_name name;
        a3_faults faults = {0};
        assert_int_equal(a3_wheel_name_parse(&arena, names[i], &name, &faults), A3_OK);
        assert_true(name.valid && name.split);
        assert_int_equal(faults.count, 0);
        assert_string_equal(a3_wheel_name_format(&arena, &name), names[i]);
    }
    a3_wheel_name name;
    a3_faults faults = {0};
    a3_wheel_name_parse(&arena, names[1], &name, &faults);
    assert_string_equal(name.normalised, "a-b");
    assert_string_equal(name.version, "2!1.0rc1");
    assert_string_equal(name.build, "1x");
    assert_string_equal(name.tags.platform.items[0], "win_amd64");
}

static void bad_names(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        a3_fault_code code;
        a3_index_answer index;
        bool valid;
        const char *text;
    } cases[] = {
        {"demo-1.0-py3-none-any.zip", A3_FAULT_NAME, A3_INDEX_REFUSES, false, "the name does not end in '.whl'"},
        {"demo-1.0-py3-none-any.WHL", A3_FAULT_NAME, A3_INDEX_REFUSES, false, "the name does not end in '.whl'"},
        {"demo-1.0-py3-none.whl", A3_FAULT_NAME, A3_INDEX_REFUSES, false,
         "the name is not made of 5 or 6 parts (name-version[-build]-python-abi-platform)"},
        {"demo__x-1.0-py3-none-any.whl", A3_FAULT_NAME, A3_INDEX_REFUSES, false,
         "the project's name 'demo__x' holds a double underscore"},
        {"de+mo-1.0-py3-none-any.whl", A3_FAULT_NAME, A3_INDEX_REFUSES, false,
         "the project's name 'de+mo' holds characters other than letters, digits, '_' and '.'"},
        {"demo-1.0_1-py3-none-any.whl", A3_FAULT_NAME, A3_INDEX_REFUSES, false, "'1.0_1' is no version (PEP 440)"},
        {"demo-1.0-x1-py3-none-any.whl", A3_FAULT_NAME, A3_INDEX_REFUSES, false,
         "the build tag 'x1' does not start with a digit"},
        {"-1.0-py3-none-any.whl", A3_FAULT_NAME_STRICT, A3_INDEX_REFUSES, true,
         "the project's name is empty: installers with packaging 26.3 or later refuse it"},
        {"demo-1.0--none-any.whl", A3_FAULT_NAME_STRICT, A3_INDEX_NOTHING, true,
         "an empty interpreter tag: installers with packaging 26.3 or later refuse it"},
        {"demo-1.0-py3-none-.whl", A3_FAULT_NAME_STRICT, A3_INDEX_REFUSES, true,
         "an empty platform tag: installers with packaging 26.3 or later refuse it"},
        {"demo-1.0-3py-none-any.whl", A3_FAULT_NAME_STRICT, A3_INDEX_NOTHING, true,
         "the interpreter tag '3py' is no identifier: installers with packaging 26.3 or later refuse it"},
        {"Demo.X-1.0-py3-none-any.whl", A3_FAULT_NAME_INDEX, A3_INDEX_REFUSES, true,
         "the project's name 'Demo.X' is not in its normal form 'demo_x'"},
        {"demo-1.0.RC1-py3-none-any.whl", A3_FAULT_NAME_STYLE, A3_INDEX_NOTHING, true,
         "the version '1.0.RC1' is not in its normal form '1.0rc1'"},
        {"demo-1.0-py3-none-a\\b.whl", A3_FAULT_NAME_INDEX, A3_INDEX_REFUSES, true, "the name holds the character 0x5c"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        a3_wheel_name name;
        a3_faults faults = {0};
        assert_int_equal(a3_wheel_name_parse(&arena, cases[i].name, &name, &faults), A3_OK);
        assert_int_equal(faults.count, 1);
        assert_string_equal(faults.items[0].text, cases[i].text);
        assert_int_equal(faults.items[0].code, cases[i].code);
        assert_int_equal(faults.items[0].index, cases[i].index);
        assert_int_equal(name.valid, cases[i].valid);
    }
    char longest[400] = "demo-1.0-1";
    memset(longest + 10, 'x', 240);
    memcpy(longest + 232, "-py3-none-any.whl", 18);
    a3_wheel_name name;
    a3_faults faults = {0};
    a3_wheel_name_parse(&arena, longest, &name, &faults);
    assert_string_equal(faults.items[0].text, "the name is 249 bytes long, 246 are allowed");
    assert_true(name.valid);
}

/* What the index says of them. */
static void refused_names(void **state)
{
    (void)state;
    static const struct {
        const char *name, *server;
    } cases[] = {
        {"demo-1.0-py3-none-any.WHL", "Invalid file extension: Use .tar.gz, .whl or .zip extension."},
        {"demo-py3-none-any.whl", "Invalid wheel filename (wrong number of parts): 'demo-py3-none-any'"},
        {"demo__x-1.0-py3-none-any.whl", "Invalid project name: 'demo__x-1.0-py3-none-any'"},
        {"demo-one-py3-none-any.whl", "Invalid wheel filename (invalid version): 'demo-one-py3-none-any'"},
        {"demo-1.0-x-py3-none-any.whl", "Invalid build number: x in 'demo-1.0-x-py3-none-any'"},
        {"De.Mo-1.0-py3-none-any.whl",
         "Filename 'De.Mo-1.0-py3-none-any.whl' should contain the normalized project name 'de_mo', not 'De.Mo'."},
        {"demo-1.0-py3-none-a\\y.whl", "Cannot upload a file with '/' or '\\' in the name."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        a3_wheel_name name;
        a3_faults faults = {0};
        assert_int_equal(a3_wheel_name_parse(&arena, cases[i].name, &name, &faults), A3_OK);
        assert_string_equal(faults.items[0].server, cases[i].server);
    }
}

static void project_names(void **state)
{
    (void)state;
    assert_string_equal(a3_name_normalise(&arena, "Foo__.-Bar", '-'), "foo-bar");
    assert_string_equal(a3_name_normalise(&arena, "Foo.Bar", '_'), "foo_bar");
    assert_true(a3_name_equal("Foo_Bar", "foo...bar") && !a3_name_equal("foo", "foo-") && !a3_name_equal("foobar", "foo-bar"));
    assert_true(a3_name_valid("a", 1) && a3_name_valid("A.b_c-1", 7));
    assert_false(a3_name_valid("", 0) || a3_name_valid("a-", 2) || a3_name_valid("_a", 2) || a3_name_valid("a b", 3));
    a3_dist_dir dir;
    assert_true(a3_dist_dir_parse(&arena, "demo-1.0.dist-info", 18, &dir));
    assert_string_equal(dir.name, "demo");
    assert_string_equal(dir.version, "1.0");
    assert_false(dir.is_data);
    assert_true(a3_dist_dir_parse(&arena, "demo-1.0-1.data", 15, &dir) && dir.is_data);
    assert_string_equal(dir.version, "1.0-1");
    assert_false(a3_dist_dir_parse(&arena, "demo.dist-info", 14, &dir));
    assert_false(a3_dist_dir_parse(&arena, ".dist-info", 10, &dir));
    assert_false(a3_dist_dir_parse(&arena, "a/b-1.dist-info", 15, &dir));
}

/* ---- versions ---- */

static void versions_normalise(void **state)
{
    (void)state;
    static const struct {
        const char *text, *normal;
    } cases[] = {
        {"1.0", "1.0"},
        {"v1.0.0-ALPHA.2", "1.0.0a2"},
        {"01.002", "1.2"},
        {"1.0-1", "1.0.post1"},
        {"1!2.preview3.rev4.dev5+Ab.01-c", "1!2rc3.post4.dev5+ab.1.c"},
        {" 1.0\t", "1.0"},
        {"1.0.dev_", "1.0.dev0"},
        {"1.0c", "1.0rc0"},
        {"0!1", "1"},
        {"99999999999999999999999.1", "99999999999999999999999.1"},
        {"1.0_1", NULL},
        {"", NULL},
        {"1.0+", NULL},
        {"1.0+a..b", NULL},
        {"1.0.*", NULL},
        {"a", NULL},
        {"1..0", NULL},
        {"1.0 1", NULL},
        {"1.0rc1a", NULL},
        {"!1", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        a3_pep440 version;
        a3_buf out = A3_BUF_INIT;
        bool ok = a3_pep440_parse(&arena, cases[i].text, strlen(cases[i].text), &version);
        assert_int_equal(ok, cases[i].normal != NULL);
        if (ok) {
            a3_pep440_format(&out, &version);
            assert_string_equal(a3_buf_text(&out), cases[i].normal);
        }
        a3_buf_free(&out);
    }
}

static void versions_compare(void **state)
{
    (void)state;
    static const char *const order[] = {"0.9",       "1.0.dev1",  "1.0a1.dev1", "1.0a1",     "1.0a1.post1", "1.0b2",
                                        "1.0rc1",    "1.0",       "1.0+abc",    "1.0+abc.1", "1.0+5",       "1.0.post0.dev1",
                                        "1.0.post0", "1.0.post1", "1.0.1",      "1.10",      "1!0.1"};
    a3_pep440 a, b;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        for (size_t j = 0; j < sizeof order / sizeof *order; j++) {
            assert_true(a3_pep440_parse(&arena, order[i], strlen(order[i]), &a) &&
                        a3_pep440_parse(&arena, order[j], strlen(order[j]), &b));
            int got = a3_pep440_compare(&a, &b);
            assert_int_equal((got > 0) - (got < 0), (i > j) - (i < j));
        }
    assert_true(a3_pep440_equal(&arena, "1.0", "1") && a3_pep440_equal(&arena, "1.0rc1", "1.0.0-c1") &&
                !a3_pep440_equal(&arena, "1.0", "1.0.post0"));
}

static void specifiers(void **state)
{
    (void)state;
    static const struct {
        const char *text, *fault;
        a3_version floor;
        unsigned admits; /* a minor version of Python 3 that is admitted, 99: none */
    } cases[] = {
        {">=3.8", NULL, A3_VERSION(3, 8), 15},
        {">=3.8.1,<4", NULL, A3_VERSION(3, 8), 8},
        {"", NULL, A3_VERSION(3, 0), 5},
        {"!=3.0.*,!=3.1.*", NULL, A3_VERSION(3, 2), 2},
        {"~=3.7", NULL, A3_VERSION(3, 7), 15},
        {">3.8", NULL, A3_VERSION(3, 8), 9},
        {"==3.15.*", NULL, A3_VERSION(3, 15), 15},
        {">=3.8,", NULL, A3_VERSION(3, 8), 8},
        {"<3", NULL, 0, 99},
        {"===3.9", NULL, 0, 99},
        {"3.8", "'3.8'", 0, 99},
        {">=3.8.*", "'>=3.8.*'", 0, 99},
        {">=3.8 <4", "'>=3.8 <4'", 0, 99},
        {"~=3", "'~=3'", 0, 99},
        {">=3.8, nope", "'nope'", 0, 99},
        {">=3.8+x", "'>=3.8+x'", 0, 99},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        a3_specifiers parsed;
        const char *fault = NULL;
        bool ok = a3_specifiers_parse(&arena, cases[i].text, strlen(cases[i].text), &parsed, &fault);
        assert_int_equal(ok, cases[i].fault == NULL);
        if (!ok) {
            assert_string_equal(fault, cases[i].fault);
            continue;
        }
        assert_int_equal(a3_specifiers_python_floor(&parsed), cases[i].floor);
        if (cases[i].admits != 99)
            assert_true(a3_specifiers_admit_python(&parsed, A3_VERSION(3, cases[i].admits)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sets),          cmocka_unit_test(single_tags),        cmocka_unit_test(products_are_bounded),
        cmocka_unit_test(claims),        cmocka_unit_test(interpreter_tags),   cmocka_unit_test(good_names),
        cmocka_unit_test(bad_names), cmocka_unit_test(refused_names),     cmocka_unit_test(project_names),      cmocka_unit_test(versions_normalise),
        cmocka_unit_test(versions_compare), cmocka_unit_test(specifiers),
    };
    return cmocka_run_group_tests(tests, fresh_arena, drop_arena);
}

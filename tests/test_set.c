/* SPDX-License-Identifier: MIT */
/* Matrix through the library: sets made of fixtures, cells and findings out of the JSON. */
#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE
#include "set_make.h"

static json_t *cell(const result *r, const char *interpreter, const char *platform)
{
    size_t index;
    json_t *item, *matrix = json_array_get(json_object_get(r->json, "matrices"), 0);
    json_array_foreach(json_object_get(matrix, "cells"), index, item)
        if (strcmp(json_string_value(json_object_get(item, "interpreter")), interpreter) == 0 &&
            strcmp(json_string_value(json_object_get(item, "platform")), platform) == 0)
            return item;
    fail_msg("no cell %s %s", interpreter, platform);
    return NULL;
}

static void expect(const result *r, const char *interpreter, const char *platform, const char *state)
{
    const char *got = text_of(cell(r, interpreter, platform), "state");
    if (strcmp(got, state) != 0)
        fail_msg("%s on %s: %s, not %s", interpreter, platform, got, state);
}

static size_t findings(const result *r, const char *rule)
{
    size_t index, count = 0;
    json_t *item, *matrix = json_array_get(json_object_get(r->json, "matrices"), 0);
    json_array_foreach(json_object_get(matrix, "findings"), index, item)
        count += strcmp(text_of(item, "rule"), rule) == 0;
    return count;
}

/* The `number`-th finding of the rule; NULL: there are fewer. */
static json_t *finding(const result *r, const char *rule, size_t number)
{
    size_t index;
    json_t *item, *matrix = json_array_get(json_object_get(r->json, "matrices"), 0);
    json_array_foreach(json_object_get(matrix, "findings"), index, item)
        if (strcmp(text_of(item, "rule"), rule) == 0 && number-- == 0)
            return item;
    return NULL;
}

static const char *message(const result *r, const char *rule, size_t number) { return text_of(finding(r, rule, number), "message"); }
static const char *severity(const result *r, const char *rule) { return text_of(finding(r, rule, 0), "severity"); }

#define GOOD "abi3t-good.x86_64-linux-gnu.so"
#define LINUX "linux-x86_64-glibc"

static void good_set(void **state)
{
    (void)state;
    wheel_of("demo", "1.0", "cp315-abi3.abi3t-manylinux_2_28_x86_64", "demo/demo.abi3t.so", GOOD, NULL);
    wheel_of("demo", "1.0", "py3-none-win_amd64", NULL, NULL, NULL);
    FILE *sdist = fopen(in_folder("demo-1.0.tar.gz"), "w");
    assert_non_null(sdist);
    fclose(sdist);
    result r = run_on(abi3t_matrix, folder, "json", NULL);
    assert_int_equal(r.outcome, ABI3T_CLEAN);
    expect(&r, "3.15", LINUX, "imports");
    expect(&r, "3.16t", LINUX, "imports");
    expect(&r, "3.14t", LINUX, "sdist");
    expect(&r, "3.9", "windows-amd64", "imports");
    expect(&r, "PyPy 3.11", LINUX, "sdist");
    expect(&r, "3.15", "macos-arm64", "sdist");
    assert_string_equal(text_of(cell(&r, "3.15", LINUX), "needs"), "glibc 2.28");
    assert_int_equal(findings(&r, "S104"), 0);
    assert_int_equal(findings(&r, "S101"), 0); /* 3.9 to 3.14 are below the lowest served */
    drop(&r);
}

static void gap(void **state)
{
    (void)state;
    wheel_of("demo", "1.0", "cp39-abi3-manylinux_2_17_x86_64", "demo/demo.abi3.so", "init-old.x86_64-linux-gnu.so", NULL);
    result r = run_on(abi3t_matrix, folder, "json", NULL);
    assert_int_equal(findings(&r, "S101"), 1);
    assert_int_equal(findings(&r, "S104"), 1);
    assert_true(json_is_true(json_object_get(cell(&r, "3.15t", LINUX), "gap")));
    assert_false(json_is_true(json_object_get(cell(&r, "3.15", "macos-arm64"), "gap"))); /* nobody is served there */
    expect(&r, "3.15t", LINUX, "none");
    drop(&r);
}

static void wrong_name(void **state)
{
    (void)state;
    wheel_of("demo", "1.0", "cp315-abi3.abi3t-linux_x86_64", "demo/demo.abi3.so", GOOD, NULL);
    result r = run_on(abi3t_matrix, folder, "json", NULL);
    assert_int_equal(r.outcome, ABI3T_FINDINGS);
    expect(&r, "3.15t", LINUX, "fails"); /* .abi3.so is not looked at */
    expect(&r, "3.15", LINUX, "imports");
    drop(&r);
}

static void priority(void **state)
{
    (void)state;
    wheel_of("demo", "1.0", "cp315-abi3.abi3t-manylinux_2_17_x86_64", "demo/demo.abi3t.so", GOOD, NULL);
    wheel_of("demo", "1.0", "cp315-abi3.abi3t-manylinux_2_28_x86_64", "demo/demo.abi3t.so", GOOD, NULL);
    wheel_of("demo", "1.0", "py3-none-any", NULL, NULL, NULL);
    result r = run_on(abi3t_matrix, folder, "json", NULL);
    json_t *c = cell(&r, "3.15t", LINUX);
    assert_string_equal(text_of(c, "wheel"), "demo-1.0-cp315-abi3.abi3t-manylinux_2_28_x86_64.whl");
    assert_string_equal(text_of(c, "needs"), "glibc 2.28");
    json_t *older = json_object_get(c, "older_systems");
    assert_int_equal(json_array_size(older), 2);
    assert_string_equal(text_of(json_array_get(older, 0), "needs"), "glibc 2.17");
    assert_string_equal(text_of(json_array_get(older, 0), "wheel"), "demo-1.0-cp315-abi3.abi3t-manylinux_2_17_x86_64.whl");
    assert_true(json_is_null(json_object_get(json_array_get(older, 1), "needs"))); /* the pure one, for what is older still */
    assert_int_equal(json_array_size(json_object_get(c, "others")), 0);
    assert_string_equal(text_of(cell(&r, "3.9", "macos-x86_64"), "wheel"), "demo-1.0-py3-none-any.whl");
    assert_int_equal(findings(&r, "S101"), 0);
    drop(&r);
}

static void overlap_and_builds(void **state)
{
    (void)state;
    wheel_of("demo", "1.0", "py3-none-any", NULL, NULL, NULL);
    wheel_of("demo", "1.0-2", "py3-none-any", NULL, NULL, NULL); /* dist-info differs; the name's build tag is what counts */
    result r = run_on(abi3t_matrix, folder, "json", NULL);
    assert_string_equal(text_of(cell(&r, "3.12", LINUX), "wheel"), "demo-1.0-2-py3-none-any.whl");
    assert_int_equal(findings(&r, "S102"), 1);
    drop(&r);
}

static void requires_python(void **state)
{
    (void)state;
    wheel_of("demo", "1.0", "py3-none-any", NULL, NULL, "Requires-Python: >=3.12\n");
    result r = run_on(abi3t_matrix, folder, "json", NULL);
    expect(&r, "3.11", LINUX, "excluded");
    expect(&r, "3.12", LINUX, "imports");
    assert_int_equal(findings(&r, "S101"), 0);
    drop(&r);
}

static void differs(void **state)
{
    (void)state;
    wheel_of("demo", "1.0", "py3-none-win_amd64", NULL, NULL, "Requires-Dist: a\nRequires-Dist: b\n");
    wheel_of("demo", "1.0", "py3-none-win_arm64", NULL, NULL, "Requires-Dist: b\nRequires-Dist: a\n"); /* order is nothing */
    result same = run_on(abi3t_matrix, folder, "json", NULL);
    assert_int_equal(findings(&same, "S103"), 0);
    drop(&same);
    wheel_of("demo", "1.0", "py3-none-win32", NULL, NULL, "Requires-Dist: a\n");
    result r = run_on(abi3t_matrix, folder, "json", NULL);
    assert_int_equal(r.outcome, ABI3T_FINDINGS);
    assert_true(findings(&r, "S103") > 0);
    drop(&r);
}

static void modules_differ(void **state)
{
    (void)state;
    wheel_of("demo", "1.0", "cp315-abi3.abi3t-manylinux_2_17_x86_64", "demo/demo.abi3t.so", GOOD, NULL);
    wheel_of("demo", "1.0", "cp315-abi3.abi3t-manylinux_2_17_aarch64", "demo/other.abi3t.so", "abi3t-good.aarch64-linux-gnu.so", NULL);
    result r = run_on(abi3t_matrix, folder, "json", NULL);
    assert_int_equal(findings(&r, "S103"), 1);
    expect(&r, "3.15", "linux-aarch64-glibc", "fails"); /* no PyModExport_other */
    drop(&r);
}

/* What nobody can have built is no gap: for CPythons to come, for systems without that CPython, for free-threaded ones before
 * 3.14 unless the set serves one. */
static void no_gaps(void **state)
{
    (void)state;
    wheel_of("demo", "1.0", "cp312-cp312-manylinux_2_17_x86_64", NULL, NULL, NULL);
    wheel_of("demo", "1.0", "cp312-cp312-android_24_arm64_v8a", NULL, NULL, NULL);
    wheel_of("demo", "1.0", "cp314-cp314-pyemscripten_2026_0_wasm32", NULL, NULL, NULL);
    result r = run_on(abi3t_matrix, folder, "json", NULL);
    static const struct {
        const char *interpreter, *platform;
        bool gap;
    } cases[] = {{"3.11", LINUX, false}, {"3.13", LINUX, true}, {"3.15", LINUX, true}, {"3.16", LINUX, false}, {"3.13t", LINUX, false},
                 {"3.14t", LINUX, true}, {"3.16t", LINUX, false}, {"PyPy 3.11", LINUX, false}, {"3.13", "android-aarch64", true},
                 {"3.14t", "android-aarch64", false}, {"3.15", "pyemscripten_2026_0_wasm32", false}, {"3.13", "macos-arm64", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (json_is_true(json_object_get(cell(&r, cases[i].interpreter, cases[i].platform), "gap")) != cases[i].gap)
            fail_msg("%s on %s: gap %d expected", cases[i].interpreter, cases[i].platform, cases[i].gap);
    assert_int_equal(findings(&r, "S101"), 2); /* Linux, Android */
    drop(&r);
    wheel_of("demo", "1.0", "cp313-cp313t-manylinux_2_17_x86_64", NULL, NULL, NULL);
    r = run_on(abi3t_matrix, folder, "json", NULL);
    expect(&r, "3.13t", LINUX, "imports");
    drop(&r);
    wheel_of("demo", "1.0", "cp312-cp312-win_amd64", NULL, NULL, NULL);
    wheel_of("demo", "1.0", "cp312-cp312-win32", NULL, NULL, NULL);
    r = run_on(abi3t_matrix, folder, "json", NULL);
    assert_int_equal(findings(&r, "S101"), 2); /* Linux and both Windows in one */
    assert_string_equal(message(&r, "S101", 1), "no wheel for CPython 3.13 to 3.15, 3.14t to 3.15t on 3 platforms: nothing to install");
    drop(&r);
}

/* The wheel that systems too old for the first get does not import: an error, though the newest is served. */
static void older_system_fails(void **state)
{
    (void)state;
    wheel_of("demo", "1.0", "cp315-abi3.abi3t-manylinux_2_28_x86_64", "demo/demo.abi3t.so", GOOD, NULL);
    wheel_of("demo", "1.0", "cp315-abi3.abi3t-manylinux_2_17_x86_64", "demo/demo.abi3.so", GOOD, NULL);
    result r = run_on(abi3t_matrix, folder, "json", NULL);
    expect(&r, "3.15t", LINUX, "imports");
    json_t *older = json_array_get(json_object_get(cell(&r, "3.15t", LINUX), "older_systems"), 0);
    assert_string_equal(text_of(older, "state"), "fails");
    assert_int_equal(json_array_size(json_object_get(older, "reasons")), 1);
    assert_int_equal(r.outcome, ABI3T_FINDINGS);
    drop(&r);
}

/* "any" with an extension inside imports on that extension's own machine alone. */
static void any_with_extension(void **state)
{
    (void)state;
    wheel_of("demo", "1.0", "py3-none-any", "demo/demo.so", "init-old.x86_64-linux-gnu.so", NULL);
    result r = run_on(abi3t_matrix, folder, "json", NULL);
    expect(&r, "3.9", "windows-amd64", "fails");
    expect(&r, "3.9", "linux-aarch64-glibc", "fails");
    expect(&r, "3.9", LINUX, "imports");
    expect(&r, "3.9", "linux-x86_64-musl", "fails"); /* it needs libc.so.6 */
    json_t *reason = json_array_get(json_object_get(cell(&r, "3.9", "linux-aarch64-glibc"), "reasons"), 0);
    assert_string_equal(text_of(reason, "why"), "its file is made for another machine");
    drop(&r);
}

static void uninstallable(void **state)
{
    (void)state;
    wheel_of("demo", "1.0", "cp39-abi3-macosx_12_3_arm64", NULL, NULL, NULL); /* installers ask for 12_0, never for 12_3 */
    wheel_of("demo", "1.0", "pp311-pypy311_pp80-win_amd64", NULL, NULL, NULL);
    result r = run_on(abi3t_matrix, folder, "json", NULL);
    expect(&r, "3.12", "macos-arm64", "none");
    expect(&r, "PyPy 3.11", "windows-amd64", "imports");
    drop(&r);
}

/* A PyPy takes its own ABI alone, and one row stands for all of that Python: none of their wheels is passed over. */
static void two_pypys(void **state)
{
    (void)state;
    wheel_of("demo", "1.0", "pp311-pypy311_pp73-win_amd64", "demo/demo.pypy311-pp73-win_amd64.pyd", "abi3t-good.x86_64-windows.pyd", NULL);
    wheel_of("demo", "1.0", "pp311-pypy311_pp80-win_amd64", "demo/demo.pypy311-pp80-win_amd64.pyd", "abi3t-good.x86_64-windows.pyd", NULL);
    wheel_of("demo", "1.0", "pp311-pypy311_pp80-manylinux1_i686", "demo/demo.pypy311-pp80-x86-linux-gnu.so", "abi3t-good.i686-linux-gnu.so", NULL);
    wheel_of("demo", "1.0", "pp311-pypy311_pp80-musllinux_1_2_aarch64", "demo/demo.pypy311-pp80-aarch64-linux-gnu.so", "abi3t-good.aarch64-linux-gnu.so", NULL);
    wheel_of("demo", "1.0", "pp311-pypy311_pp80-musllinux_1_2_x86_64", "demo/demo.pypy311-pp80-aarch64-linux-gnu.so", GOOD, NULL);
    result r = run_on(abi3t_matrix, folder, "json", NULL);
    assert_int_equal(findings(&r, "S102"), 0);
    json_t *reasons = json_object_get(cell(&r, "PyPy 3.11", "linux-i686-glibc"), "reasons");
    assert_null(strstr(text_of(json_array_get(reasons, 0), "why"), "suffix"));
    reasons = json_object_get(cell(&r, "PyPy 3.11", "linux-aarch64-musl"), "reasons");
    assert_null(strstr(text_of(json_array_get(reasons, 0), "why"), "suffix"));
    reasons = json_object_get(cell(&r, "PyPy 3.11", "linux-x86_64-musl"), "reasons");
    assert_non_null(strstr(text_of(json_array_get(reasons, 0), "why"), "suffix"));
    drop(&r);
}

static void metadata_differs(void **state)
{
    (void)state;
    static const struct {
        const char *one, *other, *severity; /* NULL: no finding */
    } cases[] = {{"Requires-Dist: a\n", "Requires-Dist: a>=1\n", "error"},
                 {"Requires-Python: >=3.9\n", "Requires-Python: >=3.10\n", "error"},
                 {"Provides-Extra: x\n", "", "error"},
                 {"Dynamic: requires-dist\nRequires-Dist: a\n", "Dynamic: requires-dist\nRequires-Dist: a>=1\n", "note"},
                 {"Summary: one\n", "Summary: other\n", "note"},
                 {"Requires-Dist: a ; (os_name == 'nt') and extra == 'x'\n", "Requires-Dist: A; os_name=='nt' and extra == \"x\"\n", NULL},
                 {"Requires-Dist: a; extra == 'x-y'\nProvides-Extra: x-y\n", "Requires-Dist: a; extra == 'X_y'\nProvides-Extra: X.y\n", NULL},
                 {"Requires-Dist: a; os_name == 'x-y'\n", "Requires-Dist: a; os_name == 'x_y'\n", "error"},
                 {"Requires-Dist: a; os_name == 'a' and (os_name == 'b' or os_name == 'c')\n", "Requires-Dist: a; os_name == 'a' and os_name == 'b' or os_name == 'c'\n", "error"},
                 {"Requires-Dist: a>=1,<2\n", "Requires-Dist: a (<2, >=1)\n", NULL},
                 {"Requires-Python: >=3.9,<4\n", "Requires-Python: <4, >=3.9\n", NULL},
                 {"\nText.\nOf two lines.\n", "\r\nText.\r\nOf two lines.\r\n", NULL},
                 {"\nText.\n", "\nOther text.\n", "note"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        wheel_of("demo", "1.0", "py3-none-win_amd64", NULL, NULL, cases[i].one);
        wheel_of("demo", "1.0", "py3-none-win_arm64", NULL, NULL, cases[i].other);
        result r = run_on(abi3t_matrix, folder, "json", NULL);
        size_t count = findings(&r, "S103");
        if (count != (cases[i].severity != NULL) || (count > 0 && strcmp(severity(&r, "S103"), cases[i].severity) != 0))
            fail_msg("case %zu: %zu findings, %s", i, count, count ? severity(&r, "S103") : "-");
        assert_int_equal(r.outcome, cases[i].severity && strcmp(cases[i].severity, "error") == 0 ? ABI3T_FINDINGS : ABI3T_CLEAN);
        drop(&r);
    }
}

/* Many wheels that differ alike are one finding, and what most have is right. */
static void one_odd_wheel(void **state)
{
    (void)state;
    static const char *const platforms[] = {"win32", "win_amd64", "win_arm64", "macosx_11_0_arm64", "manylinux_2_17_x86_64"};
    for (size_t i = 0; i < 5; i++) {
        char tag[64];
        snprintf(tag, sizeof tag, "py3-none-%s", platforms[i]);
        wheel_of("demo", "1.0", tag, NULL, NULL, i == 3 ? "Requires-Dist: b\n" : "Requires-Dist: a\n");
    }
    result r = run_on(abi3t_matrix, folder, "json", NULL);
    assert_int_equal(findings(&r, "S103"), 1);
    assert_string_equal(message(&r, "S103", 0), "METADATA of demo-1.0-py3-none-macosx_11_0_arm64.whl differs from that of "
                                                "demo-1.0-py3-none-manylinux_2_17_x86_64.whl and 3 more in Requires-Dist");
    drop(&r);
}

/* Made-up platforms do not make the table endless, and what has no column is not passed over in silence. */
static void too_many_platforms(void **state)
{
    (void)state;
    char tag[64];
    for (unsigned i = 0; i < 70; i++) {
        snprintf(tag, sizeof tag, "py3-none-freebsd_%u_0_release_amd64", 10 + i);
        wheel_of("demo", "1.0", tag, NULL, NULL, NULL);
    }
    result r = run_on(abi3t_matrix, folder, "json", NULL);
    assert_int_equal(json_array_size(json_object_get(json_array_get(json_object_get(r.json, "matrices"), 0), "platforms")), 64);
    assert_int_equal(findings(&r, "Z110"), 1);
    assert_int_equal(r.outcome, ABI3T_FINDINGS);
    drop(&r);
    r = run_on(abi3t_matrix, folder, "text", NULL);
    assert_non_null(strstr(a3_buf_text(&r.text), "demo-1.0-py3-none-freebsd_79_0_release_amd64.whl (for platforms that the table leaves out)"));
    assert_null(strstr(a3_buf_text(&r.text), "picked nowhere"));
    drop(&r);
}

/* A folder of everything that a team has: each release costs what its table takes, not more. */
static void many_releases(void **state)
{
    (void)state;
    char name[16];
    for (unsigned i = 0; i < 600; i++) {
        snprintf(name, sizeof name, "p%u", i);
        wheel_of(name, "1.0", "py3-none-any", NULL, NULL, NULL);
    }
    const char *small[] = {"limit", "arena=100000000", NULL};
    result r = run_on(abi3t_matrix, folder, "json", small);
    assert_int_equal(json_array_size(json_object_get(r.json, "matrices")), 600);
    assert_int_equal(r.outcome, ABI3T_CLEAN);
    drop(&r);
}

static void pages(void **state)
{
    (void)state;
    wheel_of("demo", "1.0", "cp315-abi3.abi3t-manylinux_2_28_x86_64", "demo/demo.abi3t.so", GOOD, NULL);
    result text = run_on(abi3t_matrix, folder, "text", NULL), html = run_on(abi3t_matrix, folder, "html", NULL),
           markdown = run_on(abi3t_matrix, folder, "markdown", NULL);
    assert_non_null(strstr(a3_buf_text(&text.text), "  CPython 3.15  ok 1      -         -"));
    assert_non_null(strstr(a3_buf_text(&text.text), "    1  demo-1.0-cp315-abi3.abi3t-manylinux_2_28_x86_64.whl\n"));
    assert_non_null(strstr(a3_buf_text(&html.text), "prefers-color-scheme:dark"));
    assert_null(strstr(a3_buf_text(&html.text), "<script"));
    assert_null(strstr(a3_buf_text(&html.text), "http"));
    assert_non_null(strstr(a3_buf_text(&markdown.text), "| **CPython 3.15t** |"));
    drop(&text);
    drop(&html);
    drop(&markdown);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
        TEST(good_set), TEST(gap), TEST(wrong_name), TEST(priority), TEST(overlap_and_builds), TEST(requires_python), TEST(differs),
        TEST(modules_differ), TEST(no_gaps), TEST(older_system_fails), TEST(any_with_extension), TEST(uninstallable), TEST(two_pypys), TEST(metadata_differs),
        TEST(one_odd_wheel), TEST(too_many_platforms), TEST(many_releases), TEST(pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

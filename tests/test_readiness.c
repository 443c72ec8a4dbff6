/* SPDX-License-Identifier: MIT */
/* Readiness through the library: distributions made of fixtures, rows out of the JSON. */
#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE
#include "set_make.h"

#define GOOD "abi3t-good.x86_64-linux-gnu.so"

static json_t *row(const result *r, const char *name)
{
    size_t index;
    json_t *item;
    json_array_foreach(json_object_get(r->json, "distributions"), index, item)
        if (strcmp(text_of(item, "name"), name) == 0)
            return item;
    fail_msg("no row %s", name);
    return NULL;
}

static void readiness(void **state)
{
    (void)state;
    wheel_of("good", "1.0", "cp315-abi3.abi3t-manylinux_2_17_x86_64", "demo/demo.abi3t.so", GOOD, NULL);
    wheel_of("plain", "1.0", "py3-none-any", NULL, NULL, NULL);
    wheel_of("old", "1.0", "cp39-abi3-manylinux_2_17_x86_64", "demo/demo.abi3.so", "init-old.x86_64-linux-gnu.so", NULL);
    result r = run_on(abi3t_readiness, folder, "json", NULL);
    assert_int_equal(r.outcome, ABI3T_CLEAN);
    assert_string_equal(text_of(r.json, "python"), "3.15t");
    assert_string_equal(text_of(row(&r, "good"), "kind"), "abi3t");
    assert_string_equal(text_of(row(&r, "plain"), "state"), "ready");
    assert_string_equal(text_of(row(&r, "plain"), "kind"), "pure");
    assert_string_equal(text_of(row(&r, "old"), "state"), "gil-only");
    FILE *baseline = fopen(in_folder("baseline.json"), "w");
    assert_non_null(baseline);
    fputs(a3_buf_text(&r.text), baseline);
    fclose(baseline);
    drop(&r);
    const char *gate[] = {"fail-on", "gil", NULL};
    result failing = run_on(abi3t_readiness, folder, "json", gate);
    assert_int_equal(failing.outcome, ABI3T_FINDINGS);
    drop(&failing);
    const char *known[] = {"fail-on", "gil", "baseline", in_folder("baseline.json"), NULL};
    result clean = run_on(abi3t_readiness, folder, "text", known);
    assert_int_equal(clean.outcome, ABI3T_CLEAN);
    drop(&clean);
    wheel_of("newer", "1.0", "cp39-abi3-manylinux_2_17_x86_64", "demo/demo.abi3.so", "init-old.x86_64-linux-gnu.so", NULL);
    result worse = run_on(abi3t_readiness, folder, "json", known);
    assert_int_equal(worse.outcome, ABI3T_FINDINGS);
    assert_true(json_is_true(json_object_get(row(&worse, "newer"), "regressed")));
    assert_false(json_is_true(json_object_get(row(&worse, "old"), "regressed")));
    drop(&worse);
    const char *broken[] = {"baseline", in_folder("plain-1.0-py3-none-any.whl"), NULL};
    result bad = run_on(abi3t_readiness, folder, "text", broken);
    assert_int_equal(bad.outcome, ABI3T_FAILED);
    drop(&bad);
}

/* One module under one claim: what is said of it. */
static void verdicts(void **state)
{
    (void)state;
    static const struct {
        const char *tags, *member, *fixture, *state, *gil, *why; /* state and gil of the module; NULL: ready */
    } cases[] = {
        {"cp315-abi3.abi3t-linux_x86_64", "demo/demo.abi3t.so", GOOD, "ready", NULL, NULL},
        {"cp315-abi3.abi3t-linux_x86_64", "demo/demo.abi3t.so", "gil-used.x86_64-linux-gnu.so", "gil", "used", "declares that it uses the GIL"},
        {"cp315-abi3.abi3t-linux_x86_64", "demo/demo.abi3t.so", "gil-none.x86_64-linux-gnu.so", "gil", "absent", "does not declare Py_mod_gil"},
        {"cp315-abi3.abi3t-linux_x86_64", "demo/demo.abi3t.so", "choice.x86_64-linux-gnu.so", "ready", NULL, NULL},
        {"cp315-abi3.abi3t-win_amd64", "demo/demo.pyd", "pe-forwarder.x86_64-windows.pyd", "undecided", "undetermined", "could not be determined"},
        {"cp314-cp314t-linux_x86_64", "demo/demo.so", "init-backend.x86_64-linux-gnu.so", "undecided", "undetermined", "could not be determined"},
        {"cp314-cp314t-linux_x86_64", "demo/demo.so", "init-gil-none-free.x86_64-linux-gnu.so", "gil", "absent", "does not declare Py_mod_gil"},
        {"cp314-cp314t-linux_x86_64", "demo/demo.so", "init-single-set-gil.x86_64-linux-gnu.so", "ready", NULL, NULL},
        {"cp315-cp315t-linux_x86_64", "demo/demo.so", "gil-only.x86_64-linux-gnu.so", "gil-only", "not-used", "only compatible with GIL-enabled CPython"},
        {"cp39-abi3-linux_x86_64", "demo/demo.abi3.so", "init-old.x86_64-linux-gnu.so", "gil-only", "none", "does not install the wheel"},
        {"cp315-abi3.abi3t-linux_x86_64", "demo/demo.abi3.so", GOOD, "gil-only", "none", "none of its files has a suffix"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char project[16];
        snprintf(project, sizeof project, "d%zu", i);
        wheel_of(project, "1.0", cases[i].tags, cases[i].member, cases[i].fixture, NULL);
        const char *options[] = {"python", strstr(cases[i].tags, "cp314") ? "3.14t" : "3.15t", NULL};
        char name[128];
        snprintf(name, sizeof name, "%s-1.0-%s.whl", project, cases[i].tags);
        result r = run_on(abi3t_readiness, in_folder(name), "json", options);
        json_t *one = row(&r, project), *module = json_array_get(json_object_get(one, "modules"), 0);
        if (strcmp(text_of(one, "state"), cases[i].state) != 0 || (module != NULL) != (cases[i].gil != NULL))
            fail_msg("case %zu: %s", i, a3_buf_text(&r.text));
        if (module != NULL) {
            assert_string_equal(text_of(module, "module"), "demo/demo");
            assert_string_equal(text_of(module, "gil"), cases[i].gil);
            assert_non_null(strstr(text_of(module, "why"), cases[i].why));
        }
        drop(&r);
        const char *gate[] = {options[0], options[1], "fail-on", "gil", NULL};
        r = run_on(abi3t_readiness, in_folder(name), "text", gate);
        assert_int_equal(r.outcome, strncmp(cases[i].state, "gil", 3) == 0 ? ABI3T_FINDINGS : ABI3T_CLEAN);
        drop(&r);
        gate[3] = "undecided";
        r = run_on(abi3t_readiness, in_folder(name), "text", gate);
        assert_int_equal(r.outcome, strcmp(cases[i].state, "ready") == 0 ? ABI3T_CLEAN : ABI3T_FINDINGS);
        drop(&r);
    }
}

/* Without --python the interpreter is the one that most distributions are made for; a baseline brings its own along. */
static void interpreter(void **state)
{
    (void)state;
    wheel_of("one", "1.0", "cp314-cp314t-linux_x86_64", "demo/demo.so", "init-single-set-gil.x86_64-linux-gnu.so", NULL);
    wheel_of("two", "1.0", "cp314-cp314t-linux_x86_64", "demo/demo.so", "init-single-set-gil.x86_64-linux-gnu.so", NULL);
    wheel_of("three", "1.0", "cp315-abi3.abi3t-linux_x86_64", "demo/demo.abi3t.so", GOOD, NULL);
    result r = run_on(abi3t_readiness, folder, "json", NULL);
    assert_string_equal(text_of(r.json, "python"), "3.14t");
    assert_string_equal(text_of(row(&r, "three"), "state"), "gil-only");
    FILE *baseline = fopen(in_folder("baseline.json"), "w");
    assert_non_null(baseline);
    fputs(a3_buf_text(&r.text), baseline);
    fclose(baseline);
    drop(&r);
    wheel_of("four", "1.0", "cp315-abi3.abi3t-linux_x86_64", "demo/demo.abi3t.so", GOOD, NULL);
    wheel_of("five", "1.0", "cp315-abi3.abi3t-linux_x86_64", "demo/demo.abi3t.so", GOOD, NULL);
    r = run_on(abi3t_readiness, folder, "json", NULL);
    assert_string_equal(text_of(r.json, "python"), "3.15t");
    drop(&r);
    const char *known[] = {"baseline", in_folder("baseline.json"), NULL};
    r = run_on(abi3t_readiness, folder, "json", known);
    assert_string_equal(text_of(r.json, "python"), "3.14t");
    assert_int_equal(json_integer_value(json_object_get(json_object_get(r.json, "totals"), "regressions")), 2);
    drop(&r);
}

/* Of several wheels of one distribution the one that the interpreter installs counts, of these the worst. */
static void several_wheels(void **state)
{
    (void)state;
    wheel_of("demo", "1.0", "cp39-abi3-linux_x86_64", "demo/demo.abi3.so", "init-old.x86_64-linux-gnu.so", NULL);
    wheel_of("demo", "1.0", "cp315-abi3.abi3t-linux_x86_64", "demo/demo.abi3t.so", GOOD, NULL);
    result r = run_on(abi3t_readiness, folder, "json", NULL);
    assert_int_equal(json_array_size(json_object_get(r.json, "distributions")), 1);
    assert_string_equal(text_of(row(&r, "demo"), "state"), "ready");
    drop(&r);
    wheel_of("demo", "1.0", "cp315-abi3.abi3t-linux_aarch64", "demo/demo.abi3t.so", "gil-none.x86_64-linux-gnu.so", NULL);
    r = run_on(abi3t_readiness, folder, "json", NULL);
    assert_string_equal(text_of(row(&r, "demo"), "state"), "gil");
    drop(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
        TEST(readiness), TEST(verdicts), TEST(interpreter), TEST(several_wheels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

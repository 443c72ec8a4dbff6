/* SPDX-License-Identifier: MIT */
/* Readiness through the library: distributions made of fixtures, rows out of the JSON. */
#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE
#include <errno.h>

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

/* ---- a site-packages folder ---- */

static void put(const char *name, const void *data, size_t size)
{
    char *path = in_folder(name);
    for (char *slash = path + strlen(folder) + 1; (slash = strchr(slash, '/')) != NULL; *slash++ = '/') {
        *slash = '\0';
        assert_true(mkdir(path, 0777) == 0 || errno == EEXIST);
    }
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, size, file), size);
    fclose(file);
}

static void put_fixture(const char *name, const char *fixture, size_t most)
{
    a3_mapped mapped = {0};
    char path[512];
    snprintf(path, sizeof path, "%s/bin/%s", getenv("A3_TESTDATA"), fixture);
    assert_int_equal(a3_map_file(path, UINT64_C(1) << 30, &mapped, NULL), A3_OK);
    put(name, mapped.bytes.data, mapped.bytes.size < most ? mapped.bytes.size : most);
    a3_unmap(&mapped);
}

/* What an installer leaves of PROJECT-1.0: its .dist-info with a RECORD that lists `member`, which is not put there. */
static void installed(const char *project, const char *tags, const char *member)
{
    char name[128], text[512];
    snprintf(name, sizeof name, "%s-1.0.dist-info/METADATA", project);
    put(name, text, (size_t)snprintf(text, sizeof text, "Metadata-Version: 2.1\nName: %s\nVersion: 1.0\n", project));
    snprintf(name, sizeof name, "%s-1.0.dist-info/WHEEL", project);
    put(name, text, (size_t)snprintf(text, sizeof text, "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: false\nTag: %s\n", tags));
    snprintf(name, sizeof name, "%s-1.0.dist-info/RECORD", project);
    put(name, text, (size_t)snprintf(text, sizeof text, "%s,,\n%s-1.0.dist-info/METADATA,,\n%s-1.0.dist-info/WHEEL,,\n%s,,\n", member, project, project, name));
}

static void site_packages(void **state)
{
    (void)state;
    static const struct {
        const char *project, *tags, *member, *fixture; /* NULL: listed and not there */
        size_t most;                                   /* bytes of it that are there */
        const char *kind, *state, *why;
    } cases[] = {
        {"good", "cp315-abi3.abi3t-linux_x86_64", "good/demo.abi3t.so", GOOD, SIZE_MAX, "abi3t", "ready", NULL},
        {"own", "cp315-cp315t-linux_x86_64", "own/demo.cpython-315t-x86_64-linux-gnu.so", "gil-used.x86_64-linux-gnu.so", SIZE_MAX, "free-threaded", "gil",
         "declares that it uses the GIL"},
        {"silent", "cp315-abi3.abi3t-linux_x86_64", "silent/demo.abi3t.so", "gil-none.x86_64-linux-gnu.so", SIZE_MAX, "abi3t", "gil", "does not declare Py_mod_gil"},
        {"old", "cp39-abi3-linux_x86_64", "old/demo.abi3.so", "init-old.x86_64-linux-gnu.so", SIZE_MAX, "gil-only", "gil-only", "none of its files has a suffix"},
        {"bare", "cp315-cp315-linux_x86_64", "bare/demo.so", "init-old.x86_64-linux-gnu.so", SIZE_MAX, "gil-only", "gil-only", "installed for another one"},
        {"pure", "py3-none-any", "pure/__init__.py", "README", 0, "pure", "ready", NULL},
        {"cut", "cp315-abi3.abi3t-linux_x86_64", "cut/demo.abi3t.so", GOOD, 100, "abi3t", "undecided", ""},
        {"gone", "cp315-abi3.abi3t-linux_x86_64", "gone/demo.abi3t.so", NULL, 0, "abi3t", "undecided", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        installed(cases[i].project, cases[i].tags, cases[i].member);
        if (cases[i].most == 0 && cases[i].fixture != NULL)
            put(cases[i].member, "", 0);
        else if (cases[i].fixture != NULL)
            put_fixture(cases[i].member, cases[i].fixture, cases[i].most);
    }
    put_fixture("stray.cpython-315t-x86_64-linux-gnu.so", "gil-none.x86_64-linux-gnu.so", SIZE_MAX); /* in no RECORD */
    result r = run_on(abi3t_readiness, folder, "json", NULL);
    assert_string_equal(text_of(r.json, "python"), "3.15t");
    assert_int_equal(json_array_size(json_object_get(r.json, "distributions")), sizeof cases / sizeof *cases + 1);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        json_t *one = row(&r, cases[i].project), *module = json_array_get(json_object_get(one, "modules"), 0);
        if (strcmp(text_of(one, "kind"), cases[i].kind) != 0 || strcmp(text_of(one, "state"), cases[i].state) != 0 || (module == NULL) != (cases[i].why == NULL) ||
            (module != NULL && strstr(text_of(module, "why"), cases[i].why) == NULL))
            fail_msg("%s: %s", cases[i].project, a3_buf_text(&r.text));
    }
    assert_string_equal(text_of(row(&r, "stray.cpython-315t-x86_64-linux-gnu.so"), "state"), "gil-only"); /* its hook is another module's */
    drop(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
        TEST(readiness), TEST(verdicts), TEST(interpreter), TEST(several_wheels), TEST(site_packages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

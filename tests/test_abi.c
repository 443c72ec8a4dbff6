/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "abi/interp.h"
#include "abi/platform.h"
#include "abi/policy.h"
#include "abi/stable.h"
#include "base/text.h"

#define V(minor) A3_VERSION(3, minor)

static void versions(void **state)
{
    (void)state;
    assert_true(V(9) < V(15) && V(15) < A3_VERSION(4, 0));
    assert_string_equal(A3_VERSION_TEXT(V(15)), "3.15");
    assert_string_equal(A3_VERSION_TEXT(A3_VERSION(255, 255)), "255.255");
}

static void stable_names(void **state)
{
    (void)state;
    a3_stable s;
    assert_int_equal(a3_stable_count(), 967);
    assert_true(a3_stable_find("PyObject_GetOptionalAttr", &s));
    assert_int_equal(s.added, V(13));
    assert_false(s.abi_only);
    assert_true(a3_stable_find("_Py_NoneStruct", &s));
    assert_true(s.abi_only && s.kind == A3_SYMBOL_DATA);
    assert_true(a3_stable_find("PyExc_WindowsError", &s));
    assert_int_equal(s.ifdef, A3_IFDEF_MS_WINDOWS);
    assert_false(a3_stable_find("PyObject_GetOptionalAtt", &s));
    assert_false(a3_stable_find("", &s));
    assert_false(a3_stable_find("zzz", &s));
    for (size_t i = 0; i < a3_stable_count(); i++) {
        a3_stable at = a3_stable_at(i);
        assert_true(a3_stable_find(at.name, &s) && s.name == at.name);
        assert_true(at.added >= V(2) && at.added <= A3_ABI_DATA_LATEST);
        assert_true(a3_python_name(at.name));
    }
    size_t at = a3_stable_lower_bound("PyModExport");
    assert_true(at < a3_stable_count() && strcmp(a3_stable_at(at).name, "PyModExport") >= 0);
    assert_true(at == 0 || strcmp(a3_stable_at(at - 1).name, "PyModExport") < 0);
}

static void private_names(void **state)
{
    (void)state;
    a3_private p;
    a3_stable s;
    assert_int_equal(a3_private_count(), 2086);
    assert_true(a3_private_find("_PyObject_GetDictPtr", &p));
    assert_true(a3_exported_by(p.versions, V(15)));
    assert_false(a3_exported_by(p.versions, V(5)));
    assert_false(a3_exported_by(p.versions, V(16)));
    for (size_t i = 0; i < a3_private_count(); i++) {
        assert_false(a3_stable_find(a3_private_at(i).name, &s));
        assert_true(a3_private_find(a3_private_at(i).name, &p));
        assert_true(p.versions != 0);
    }
}

static a3_exporters bits(const char *text) /* "6-11 13" */
{
    a3_exporters set = 0;
    unsigned from, to;
    int used;
    while (sscanf(text, " %u%n", &from, &used) == 1) {
        text += used;
        to = from;
        if (sscanf(text, "-%u%n", &to, &used) == 1)
            text += used;
        for (; from <= to; from++)
            set = (a3_exporters)(set | 1u << (from - 6));
    }
    return set;
}

static void exporters_read_well(void **state)
{
    (void)state;
    static const struct {
        const char *set, *text;
    } cases[] = {
        {"6-15", "exported by 3.6 to 3.15"},
        {"6-8", "exported by 3.6 to 3.8, gone in 3.9"},
        {"13", "exported by 3.13, gone in 3.14"},
        {"14-15", "exported by 3.14 and 3.15"},
        {"15", "exported by 3.15"},
        {"6-11 13-15", "exported by 3.6 to 3.11 and 3.13 to 3.15, not by 3.12"},
        {"6-7 9 11-12", "exported by 3.6 to 3.7, 3.9 and 3.11 to 3.12, not by 3.8 and 3.10, gone in 3.13"},
        {"6-8 15", "exported by 3.6 to 3.8 and 3.15, not by 3.9 to 3.14"},
        {"", "exported by no known CPython"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        a3_buf out = A3_BUF_INIT;
        a3_exporters_text(&out, bits(cases[i].set));
        assert_string_equal(a3_buf_text(&out), cases[i].text);
        a3_buf_free(&out);
    }
    a3_buf out = A3_BUF_INIT;
    a3_exporters_text(&out, A3_EXPORTERS_FREE_THREADED);
    assert_string_equal(a3_buf_text(&out), "declared by the free-threaded 3.15 headers only");
    a3_buf_free(&out);
}

static void names_are_classified(void **state)
{
    (void)state;
    static const char *const yes[] = {"PyLong_FromLong", "Py_IncRef", "_Py_Dealloc", "_PyObject_New", "PyX", "_Py__x", "_Py_x"};
    static const char *const no[] = {"Pylon", "Py", "_Py", "py_x", "Py_x", "Py1", "", "__Py_X", "Pango_X", "Py__x"};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        assert_true(a3_python_name(yes[i]));
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        assert_false(a3_python_name(no[i]));
    assert_true(a3_hook_name("PyModExport_x") && a3_hook_name("PyInitU_h_bga") && !a3_hook_name("PyInitialise"));
    assert_true(a3_debug_symbol("_Py_RefTotal") && a3_debug_symbol("_Py_inc_count") &&
                a3_debug_symbol("PyModule_Create2TraceRefs"));
    assert_false(a3_debug_symbol("_Py_Dealloc"));
    assert_true(a3_free_threaded_symbol("_Py_DecRefShared") && a3_free_threaded_symbol("PyUnstable_Module_SetGIL"));
    assert_false(a3_free_threaded_symbol("_PyObject_GetDictPtr"));
    assert_int_equal(a3_layout_symbol("_Py_Dealloc"), A3_LAYOUT_DEALLOC);
    assert_int_equal(a3_layout_symbol("_Py_TrueStruct"), A3_LAYOUT_CONSTANT);
    assert_int_equal(a3_layout_symbol("_PyArg_ParseTuple_SizeT"), A3_LAYOUT_SIZE_T);
    assert_int_equal(a3_layout_symbol("_Py_DecRef"), A3_LAYOUT_NONE);
}

static void hold_since(const a3_replacement *r)
{
    a3_stable s;
    if (r != NULL && r->since != 0) {
        assert_true(a3_stable_find(r->use, &s));
        assert_int_equal(s.added, r->since);
        assert_false(s.abi_only);
    }
}

static void replacements_are_true(void **state)
{
    (void)state;
    size_t some = 0;
    for (size_t i = 0; i < a3_private_count(); i++) {
        hold_since(a3_public_replacement(a3_private_at(i).name));
        some += a3_public_replacement(a3_private_at(i).name) != NULL;
    }
    for (size_t i = 0; i < a3_stable_count(); i++) {
        hold_since(a3_public_replacement(a3_stable_at(i).name));
        hold_since(a3_strong_reference(a3_stable_at(i).name));
    }
    assert_true(some > 40);
    static const char *const elsewhere[] = {"PyTuple_GET_ITEM", "PyString_FromString", "PyUnicodeUCS4_FromUnicode",
                                            "Py_InitModule4_64"};
    for (size_t i = 0; i < sizeof elsewhere / sizeof *elsewhere; i++) {
        assert_non_null(a3_public_replacement(elsewhere[i]));
        hold_since(a3_public_replacement(elsewhere[i]));
    }
    assert_string_equal(a3_public_replacement("_PyObject_GetDictPtr")->use, "PyObject_GenericGetDict");
    assert_string_equal(a3_strong_reference("PyList_GetItem")->use, "PyList_GetItemRef");
    assert_int_equal(a3_strong_reference("PyDict_GetItemString")->since, V(13));
    assert_int_equal(a3_strong_reference("PyDict_Next")->since, 0);
    assert_null(a3_strong_reference("PyList_GetItemRef"));
    assert_null(a3_public_replacement("PyList_GetItem"));
}

static void conditions(void **state)
{
    (void)state;
    assert_true(a3_ifdef_holds(A3_IFDEF_MS_WINDOWS, A3_OS_WINDOWS));
    assert_false(a3_ifdef_holds(A3_IFDEF_MS_WINDOWS, A3_OS_CYGWIN));
    assert_true(a3_ifdef_holds(A3_IFDEF_HAVE_FORK, A3_OS_MACOS) && a3_ifdef_holds(A3_IFDEF_HAVE_FORK, A3_OS_ANDROID));
    assert_false(a3_ifdef_holds(A3_IFDEF_HAVE_FORK, A3_OS_WINDOWS) || a3_ifdef_holds(A3_IFDEF_HAVE_FORK, A3_OS_EMSCRIPTEN));
    assert_true(a3_ifdef_holds(A3_IFDEF_THREAD_NATIVE_ID, A3_OS_WINDOWS));
    assert_false(a3_ifdef_holds(A3_IFDEF_THREAD_NATIVE_ID, A3_OS_EMSCRIPTEN));
    assert_false(a3_ifdef_holds(A3_IFDEF_REF_DEBUG, A3_OS_UNKNOWN));
    assert_true(a3_ifdef_holds(A3_IFDEF_MS_WINDOWS, A3_OS_UNKNOWN) && a3_ifdef_holds(A3_IFDEF_NONE, A3_OS_LINUX));
}

/* ---- interpreters ---- */

static void ranks(void **state)
{
    (void)state;
    static const struct {
        unsigned minor;
        bool free_threaded;
        const char *python, *abi;
        bool any;
        int rank;
    } cases[] = {
        {15, false, "cp315", "cp315", false, 0},  {15, false, "cp315", "abi3", false, 1},
        {15, false, "cp315", "none", false, 2},   {15, false, "cp314", "abi3", false, 3},
        {15, false, "cp32", "abi3", false, 15},   {15, false, "cp31", "abi3", false, -1},
        {15, false, "cp315", "abi3t", false, -1}, {15, false, "cp315", "cp315t", false, -1},
        {15, false, "cp316", "abi3", false, -1},  {15, false, "cp314", "none", false, -1},
        {15, false, "cp314", "cp314", false, -1}, {15, false, "py3", "abi3", false, -1},
        {15, false, "cp3", "abi3", false, -1},    {15, false, "py2", "none", true, -1},
        {15, false, "cp315", "none", true, 1000}, {15, false, "py315", "none", true, 1001},
        {15, false, "py3", "none", true, 1002},   {15, false, "py314", "none", true, 1003},
        {15, false, "py316", "none", true, -1},   {15, false, "py3", "none", false, 201},
        {15, false, "cp315", "abi3", true, -1},   {15, true, "cp315", "cp315t", false, 0},
        {15, true, "cp315", "abi3t", false, 1},   {15, true, "cp315", "abi3", false, -1},
        {15, true, "cp315t", "abi3t", false, -1}, {15, true, "cp315t", "cp315t", false, -1},
        {15, true, "cp313", "abi3t", false, 4},   {14, true, "cp314", "abi3t", false, 1},
        {14, true, "cp315", "abi3t", false, -1},  {13, true, "cp313", "cp313t", false, 0},
        {7, false, "cp37", "cp37m", false, 0},    {7, false, "cp37", "cp37", false, -1},
        {8, false, "cp38", "cp38", false, 0},     {8, false, "cp38", "cp38d", false, -1},
        {2, false, "cp32", "cp32mu", false, 0},   {2, false, "cp32", "cp32m", false, 0},
        {15, false, "CP315", "ABI3", false, 1},   {15, false, "cp3015", "abi3", false, -1},
        {15, false, "cp315", "", false, -1},      {15, false, "", "none", true, -1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const a3_interp *interp = a3_interp_find(V(cases[i].minor), cases[i].free_threaded);
        assert_non_null(interp);
        if (a3_interp_rank(interp, cases[i].python, cases[i].abi, cases[i].any) != cases[i].rank)
            fail_msg("%s: %s-%s: %d, not %d", interp->name, cases[i].python, cases[i].abi,
                     a3_interp_rank(interp, cases[i].python, cases[i].abi, cases[i].any), cases[i].rank);
    }
    assert_null(a3_interp_find(V(12), true));
    const a3_interp *pypy = a3_interp_at(a3_interp_count() - 1);
    assert_string_equal(pypy->name, "PyPy 3.11");
    assert_int_equal(a3_interp_rank(pypy, "pp311", "pypy311_pp73", false), 0);
    assert_int_equal(a3_interp_rank(pypy, "cp311", "abi3", false), -1);
    assert_int_equal(a3_interp_rank(pypy, "pp311", "abi3", false), -1);
    assert_int_equal(a3_interp_rank(pypy, "py3", "none", true), 1002);
}

static const a3_target linux_x86 = {.os = A3_OS_LINUX, .arch = A3_ARCH_X86_64, .libc = A3_LIBC_GLIBC};

static void expect_suffixes(const char *name, a3_target target, const char *expected)
{
    const a3_interp *interp = NULL;
    for (size_t i = 0; i < a3_interp_count(); i++)
        if (strcmp(a3_interp_at(i)->name, name) == 0)
            interp = a3_interp_at(i);
    assert_non_null(interp);
    a3_suffixes got;
    a3_buf text = A3_BUF_INIT;
    a3_interp_suffixes(interp, &target, &got);
    for (size_t i = 0; i < got.count; i++)
        a3_buf_printf(&text, "%s%s", i ? " " : "", got.items[i]);
    assert_string_equal(a3_buf_text(&text), expected);
    a3_buf_free(&text);
}

static void suffixes(void **state)
{
    (void)state;
    expect_suffixes(
        "3.15", linux_x86,
        ".cpython-315-x86_64-linux-gnu.so .abi3-x86_64-linux-gnu.so .abi3.so .abi3t-x86_64-linux-gnu.so .abi3t.so .so");
    expect_suffixes("3.15t", linux_x86, ".cpython-315t-x86_64-linux-gnu.so .abi3t-x86_64-linux-gnu.so .abi3t.so .so");
    expect_suffixes("3.14t", linux_x86, ".cpython-314t-x86_64-linux-gnu.so .abi3.so .so");
    expect_suffixes("3.7", linux_x86, ".cpython-37m-x86_64-linux-gnu.so .abi3.so .so");
    expect_suffixes("3.2", linux_x86, ".cpython-32mu.so .abi3.so .so");
    expect_suffixes("3.11", (a3_target){.os = A3_OS_LINUX, .arch = A3_ARCH_ARM, .libc = A3_LIBC_GLIBC},
                    ".cpython-311-arm-linux-gnueabihf.so .abi3.so .so");
    expect_suffixes("3.11", (a3_target){.os = A3_OS_LINUX, .arch = A3_ARCH_PPC64LE, .libc = A3_LIBC_MUSL},
                    ".cpython-311-powerpc64le-linux-musl.so .abi3.so .so");
    expect_suffixes("3.10", (a3_target){.os = A3_OS_LINUX, .arch = A3_ARCH_I686, .libc = A3_LIBC_MUSL},
                    ".cpython-310-i386-linux-gnu.so .abi3.so .so");
    expect_suffixes("3.15", (a3_target){.os = A3_OS_MACOS, .arch = A3_ARCH_AARCH64},
                    ".cpython-315-darwin.so .abi3-darwin.so .abi3.so .abi3t-darwin.so .abi3t.so .so");
    expect_suffixes("3.15t", (a3_target){.os = A3_OS_WINDOWS, .arch = A3_ARCH_AARCH64}, ".cp315t-win_arm64.pyd .pyd");
    expect_suffixes("3.8", (a3_target){.os = A3_OS_WINDOWS, .arch = A3_ARCH_I686}, ".cp38-win32.pyd .pyd");
    expect_suffixes("3.4", (a3_target){.os = A3_OS_WINDOWS, .arch = A3_ARCH_X86_64}, ".pyd");
    expect_suffixes("3.13", (a3_target){.os = A3_OS_ANDROID, .arch = A3_ARCH_AARCH64},
                    ".cpython-313-aarch64-linux-android.so .abi3.so .so");
    expect_suffixes("3.13", (a3_target){.os = A3_OS_IOS_SIMULATOR, .arch = A3_ARCH_X86_64},
                    ".cpython-313-iphonesimulator.so .abi3.so .so");
    expect_suffixes("3.13", (a3_target){.os = A3_OS_EMSCRIPTEN, .arch = A3_ARCH_WASM32},
                    ".cpython-313-wasm32-emscripten.so .abi3.so .so");
    expect_suffixes("PyPy 3.11", linux_x86, ".pypy311-pp73-x86_64-linux-gnu.so .so");
    /* every name fits its room */
    for (size_t i = 0; i < a3_interp_count(); i++)
        for (int arch = 0; arch < A3_ARCH_COUNT; arch++)
            for (int os = 0; os <= A3_OS_CYGWIN; os++) {
                a3_suffixes got;
                a3_target target = {.os = (a3_os)os, .arch = (a3_arch)arch, .libc = A3_LIBC_MUSL};
                a3_interp_suffixes(a3_interp_at(i), &target, &got);
                assert_true(got.count >= 1 && got.count <= A3_SUFFIXES_MAX);
                for (size_t j = 0; j < got.count; j++)
                    assert_true(strchr(got.items[j] + 1, '.') != NULL || strlen(got.items[j]) <= 4);
            }
}

static void imports(void **state)
{
    (void)state;
    const a3_interp *gil = a3_interp_find(V(15), false), *ft = a3_interp_find(V(15), true), *old = a3_interp_find(V(14), false);
    a3_target windows = {.os = A3_OS_WINDOWS, .arch = A3_ARCH_X86_64};
    assert_int_equal(a3_interp_imports(gil, &linux_x86, "_x.abi3.so", "_x"), 2);
    assert_int_equal(a3_interp_imports(ft, &linux_x86, "_x.abi3.so", "_x"), -1);
    assert_int_equal(a3_interp_imports(ft, &linux_x86, "_x.abi3t.so", "_x"), 2);
    assert_int_equal(a3_interp_imports(old, &linux_x86, "_x.abi3t.so", "_x"), -1);
    assert_int_equal(a3_interp_imports(old, &linux_x86, "_x.abi3-x86_64-linux-gnu.so", "_x"), -1);
    assert_int_equal(a3_interp_imports(old, &linux_x86, "_x.so", "_x"), 2);
    assert_int_equal(a3_interp_imports(old, &linux_x86, "_xy.so", "_x"), -1);
    assert_int_equal(a3_interp_imports(gil, &windows, "_X.PYD", "_x"), 1);
    assert_int_equal(a3_interp_imports(gil, &windows, "_x.abi3.pyd", "_x"), -1);
    assert_int_equal(a3_interp_imports(gil, &linux_x86, "_X.so", "_x"), -1);
}

static void suffix_names(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        a3_suffix_kind kind;
        a3_implementation implementation;
        a3_version version;
        bool free_threaded, debug;
        const char *triplet;
    } cases[] = {
        {"_x.so", A3_SUFFIX_BARE, A3_IMPL_CPYTHON, 0, false, false, ""},
        {"_x.pyd", A3_SUFFIX_BARE, A3_IMPL_CPYTHON, 0, false, false, ""},
        {"_x_d.pyd", A3_SUFFIX_BARE, A3_IMPL_CPYTHON, 0, false, true, ""},
        {"_x.abi3.so", A3_SUFFIX_ABI3, A3_IMPL_CPYTHON, 0, false, false, ""},
        {"_x.abi3.pyd", A3_SUFFIX_ABI3, A3_IMPL_CPYTHON, 0, false, false, ""},
        {"_x.abi3t.so", A3_SUFFIX_ABI3T, A3_IMPL_CPYTHON, 0, false, false, ""},
        {"_x.abi3t-darwin.so", A3_SUFFIX_ABI3T, A3_IMPL_CPYTHON, 0, false, false, "darwin"},
        {"_x.abi3-x86_64-linux-gnu.so", A3_SUFFIX_ABI3, A3_IMPL_CPYTHON, 0, false, false, "x86_64-linux-gnu"},
        {"_x.abi4.so", A3_SUFFIX_UNKNOWN, A3_IMPL_CPYTHON, 0, false, false, ""},
        {"_x.abi3-.so", A3_SUFFIX_UNKNOWN, A3_IMPL_CPYTHON, 0, false, false, ""},
        {"_x.cpython-315t-x86_64-linux-gnu.so", A3_SUFFIX_VERSION, A3_IMPL_CPYTHON, V(15), true, false, "x86_64-linux-gnu"},
        {"_x.cpython-315td-darwin.so", A3_SUFFIX_VERSION, A3_IMPL_CPYTHON, V(15), true, true, "darwin"},
        {"_x.cpython-37m-darwin.so", A3_SUFFIX_VERSION, A3_IMPL_CPYTHON, V(7), false, false, "darwin"},
        {"_x.cpython-39.so", A3_SUFFIX_VERSION, A3_IMPL_CPYTHON, V(9), false, false, ""},
        {"_x.cpython-x.so", A3_SUFFIX_UNKNOWN, A3_IMPL_CPYTHON, 0, false, false, ""},
        {"_x.cp315t-win_amd64.pyd", A3_SUFFIX_VERSION, A3_IMPL_CPYTHON, V(15), true, false, "win_amd64"},
        {"_x_d.cp312-win32.pyd", A3_SUFFIX_VERSION, A3_IMPL_CPYTHON, V(12), false, true, "win32"},
        {"_x.cp312.pyd", A3_SUFFIX_UNKNOWN, A3_IMPL_CPYTHON, V(12), false, false, ""},
        {"_x.pypy311-pp73-x86_64-linux-gnu.so", A3_SUFFIX_VERSION, A3_IMPL_PYPY, V(11), false, false, "x86_64-linux-gnu"},
        {"_x.pypy-41.so", A3_SUFFIX_VERSION, A3_IMPL_PYPY, 0, false, false, ""},
        {"_x.graalpy250-311-native-x86_64-linux.so", A3_SUFFIX_VERSION, A3_IMPL_GRAALPY, V(11), false, false, "native-x86_64-linux"},
        {"libfoo.so.1", A3_SUFFIX_NONE, A3_IMPL_CPYTHON, 0, false, false, ""},
        {"foo.dylib", A3_SUFFIX_NONE, A3_IMPL_CPYTHON, 0, false, false, ""},
        {"foo.dll", A3_SUFFIX_NONE, A3_IMPL_CPYTHON, 0, false, false, ""},
        {"foo", A3_SUFFIX_NONE, A3_IMPL_CPYTHON, 0, false, false, ""},
        {".so", A3_SUFFIX_NONE, A3_IMPL_CPYTHON, 0, false, false, ""},
        {"_x.SO", A3_SUFFIX_NONE, A3_IMPL_CPYTHON, 0, false, false, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        a3_suffix got = a3_suffix_parse(cases[i].name);
        if (got.kind != cases[i].kind || got.implementation != cases[i].implementation ||
            got.free_threaded != cases[i].free_threaded || got.debug != cases[i].debug)
            fail_msg("%s: kind %d", cases[i].name, got.kind);
        if (cases[i].triplet == NULL)
            continue;
        assert_int_equal(got.version, cases[i].version);
        assert_int_equal(got.triplet_size, strlen(cases[i].triplet));
        assert_memory_equal(got.triplet ? got.triplet : "", cases[i].triplet, got.triplet_size);
    }
    assert_int_equal(a3_suffix_parse("_x_d.pyd").stem, 4);
    assert_int_equal(a3_suffix_parse("pkg.abi3.so").size, 8);
}

/* ---- platforms ---- */

static void platforms(void **state)
{
    (void)state;
    static const struct {
        const char *tag;
        a3_platform_family family;
        a3_os os;
        a3_libc libc;
        uint32_t major, minor;
        a3_arch arches[2];
        size_t count;
    } cases[] = {
        {"any", A3_PLATFORM_ANY, A3_OS_UNKNOWN, A3_LIBC_UNKNOWN, 0, 0, {0}, 0},
        {"win_amd64", A3_PLATFORM_WINDOWS, A3_OS_WINDOWS, A3_LIBC_UNKNOWN, 0, 0, {A3_ARCH_X86_64}, 1},
        {"win32", A3_PLATFORM_WINDOWS, A3_OS_WINDOWS, A3_LIBC_UNKNOWN, 0, 0, {A3_ARCH_I686}, 1},
        {"win_arm64", A3_PLATFORM_WINDOWS, A3_OS_WINDOWS, A3_LIBC_UNKNOWN, 0, 0, {A3_ARCH_AARCH64}, 1},
        {"linux_x86_64", A3_PLATFORM_LINUX, A3_OS_LINUX, A3_LIBC_UNKNOWN, 0, 0, {A3_ARCH_X86_64}, 1},
        {"manylinux2014_aarch64", A3_PLATFORM_MANYLINUX, A3_OS_LINUX, A3_LIBC_GLIBC, 2, 17, {A3_ARCH_AARCH64}, 1},
        {"manylinux1_i686", A3_PLATFORM_MANYLINUX, A3_OS_LINUX, A3_LIBC_GLIBC, 2, 5, {A3_ARCH_I686}, 1},
        {"manylinux_2_28_s390x", A3_PLATFORM_MANYLINUX, A3_OS_LINUX, A3_LIBC_GLIBC, 2, 28, {A3_ARCH_S390X}, 1},
        {"musllinux_1_2_armv7l", A3_PLATFORM_MUSLLINUX, A3_OS_LINUX, A3_LIBC_MUSL, 1, 2, {A3_ARCH_ARM}, 1},
        {"macosx_10_9_universal2", A3_PLATFORM_MACOS, A3_OS_MACOS, A3_LIBC_UNKNOWN, 10, 9, {A3_ARCH_X86_64, A3_ARCH_AARCH64}, 2},
        {"macosx_11_0_arm64", A3_PLATFORM_MACOS, A3_OS_MACOS, A3_LIBC_UNKNOWN, 11, 0, {A3_ARCH_AARCH64}, 1},
        {"macosx_10_6_intel", A3_PLATFORM_MACOS, A3_OS_MACOS, A3_LIBC_UNKNOWN, 10, 6, {A3_ARCH_I686, A3_ARCH_X86_64}, 2},
        {"ios_13_0_arm64_iphoneos", A3_PLATFORM_IOS, A3_OS_IOS, A3_LIBC_UNKNOWN, 13, 0, {A3_ARCH_AARCH64}, 1},
        {"ios_13_0_x86_64_iphonesimulator", A3_PLATFORM_IOS, A3_OS_IOS_SIMULATOR, A3_LIBC_UNKNOWN, 13, 0, {A3_ARCH_X86_64}, 1},
        {"android_24_arm64_v8a", A3_PLATFORM_ANDROID, A3_OS_ANDROID, A3_LIBC_BIONIC, 24, 0, {A3_ARCH_AARCH64}, 1},
        {"pyemscripten_2026_0_wasm32", A3_PLATFORM_EMSCRIPTEN, A3_OS_EMSCRIPTEN, A3_LIBC_UNKNOWN, 2026, 0, {A3_ARCH_WASM32}, 1},
        {"pyodide_2025_0_wasm32", A3_PLATFORM_EMSCRIPTEN, A3_OS_EMSCRIPTEN, A3_LIBC_UNKNOWN, 2025, 0, {A3_ARCH_WASM32}, 1},
        {"emscripten_4_0_9_wasm32", A3_PLATFORM_EMSCRIPTEN, A3_OS_EMSCRIPTEN, A3_LIBC_UNKNOWN, 4, 0, {A3_ARCH_WASM32}, 1},
        {"MACOSX_11_0_ARM64", A3_PLATFORM_MACOS, A3_OS_MACOS, A3_LIBC_UNKNOWN, 11, 0, {A3_ARCH_AARCH64}, 1},
        {"linux_sparc64", A3_PLATFORM_LINUX, A3_OS_LINUX, A3_LIBC_UNKNOWN, 0, 0, {A3_ARCH_UNKNOWN}, 1},
        {"freebsd_14_1_release_amd64", A3_PLATFORM_FREEBSD, A3_OS_FREEBSD, A3_LIBC_UNKNOWN, 14, 1, {A3_ARCH_X86_64}, 1},
        {"cygwin_3_4_9_x86_64", A3_PLATFORM_CYGWIN, A3_OS_CYGWIN, A3_LIBC_UNKNOWN, 0, 0, {A3_ARCH_X86_64}, 1},
        {"manylinux_2_x86_64", A3_PLATFORM_UNKNOWN, A3_OS_UNKNOWN, A3_LIBC_UNKNOWN, 0, 0, {0}, 0},
        {"manylinux_2_99999999999_x86_64", A3_PLATFORM_UNKNOWN, A3_OS_UNKNOWN, A3_LIBC_UNKNOWN, 0, 0, {0}, 0},
        {"macosx_11_arm64", A3_PLATFORM_UNKNOWN, A3_OS_UNKNOWN, A3_LIBC_UNKNOWN, 0, 0, {0}, 0},
        {"", A3_PLATFORM_UNKNOWN, A3_OS_UNKNOWN, A3_LIBC_UNKNOWN, 0, 0, {0}, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        a3_platform got = a3_platform_parse(cases[i].tag);
        if (got.family != cases[i].family || got.os != cases[i].os || got.libc != cases[i].libc || got.major != cases[i].major ||
            got.minor != cases[i].minor || got.arch_count != cases[i].count)
            fail_msg("%s: %s %u.%u", cases[i].tag, a3_platform_family_name(got.family), got.major, got.minor);
        for (size_t j = 0; j < got.arch_count; j++)
            assert_int_equal(got.arches[j], cases[i].arches[j]);
    }
    assert_int_equal(a3_platform_parse("linux_x86_64_v3").isa_level, 3);
    assert_true(a3_platform_parse("android_21_armeabi_v7a").soft_float);
    assert_string_equal(a3_platform_parse("manylinux2014_x86_64").policy, "manylinux_2_17");
}

static bool within(const char *want, const char *have)
{
    a3_platform a = a3_platform_parse(want), b = a3_platform_parse(have);
    return a3_platform_within(&a, &b);
}

static void platforms_contain(void **state)
{
    (void)state;
    assert_true(within("any", "win32") && within("manylinux2014_x86_64", "manylinux_2_28_x86_64"));
    assert_false(within("manylinux_2_28_x86_64", "manylinux2014_x86_64"));
    assert_false(within("manylinux_2_17_x86_64", "musllinux_1_2_x86_64"));
    assert_true(within("linux_x86_64", "musllinux_1_2_x86_64"));
    assert_false(within("manylinux_2_17_x86_64", "linux_x86_64"));
    assert_true(within("macosx_10_9_universal2", "macosx_14_0_arm64"));
    assert_false(within("macosx_11_0_arm64", "macosx_14_0_universal2"));
    assert_false(within("ios_13_0_arm64_iphoneos", "ios_17_0_arm64_iphonesimulator"));
    assert_false(within("linux_x86_64_v3", "manylinux_2_17_x86_64"));
}

static void index_platforms(void **state)
{
    (void)state;
    static const char *const yes[] = {
        "any", "win32", "win_ia64", "WIN_AMD64", "manylinux1_i686", "manylinux2014_ppc64", "linux_armv6l", "macosx_10_99_fat3",
        "macosx_26_0_universal2", "macosx_15_0_arm64", "manylinux_2_17_ppc64", "manylinux_9_999_riscv64", "musllinux_1_2_s390x",
        "ios_13_0_arm64_iphoneos", "ios_13_0_x86_64_iphonesimulator", "android_21_x86", "pyemscripten_2026_0_wasm32",
    };
    static const char *const no[] = {
        "linux_x86_64",
        "manylinux_2_36_loongarch64",
        "pyodide_2025_0_wasm32",
        "win_arm32",
        "macosx_27_0_arm64",
        "macosx_11_1_arm64",
        "macosx_9_0_ppc",
        "macosx_11_00_arm64",
        "musllinux_1_2_ppc64",
        "manylinux1_aarch64",
        "manylinux_2_x86_64",
        "android_21_arm64",
        "android_arm64_v8a",
        "ios_13_0_i386_iphonesimulator",
        "manylinux_2_17_x86_64_v3",
        "",
        "anyx",
        "macosx_16_0_arm64",
        "android_21",
        "ios_13_0_arm64_iphoneosx",
        "pyemscripten_2026_0_wasm32_x",
    };
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        if (!a3_index_platform_allowed(yes[i]))
            fail_msg("%s is refused", yes[i]);
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        if (a3_index_platform_allowed(no[i]))
            fail_msg("%s is taken", no[i]);
}

/* ---- policies ---- */

static a3_policy_set one(const char *name)
{
    int index = a3_policy_find(name);
    assert_true(index >= 0);
    return (a3_policy_set)1 << index;
}

static void policy_lookups(void **state)
{
    (void)state;
    bool exact;
    assert_int_equal(a3_policy_count(), 22);
    assert_int_equal(a3_policy_find("manylinux2014"), a3_policy_find("manylinux_2_17"));
    assert_int_equal(a3_policy_find("linux"), -1);
    a3_platform p = a3_platform_parse("manylinux_2_33_x86_64");
    assert_int_equal(a3_policy_for(&p, &exact), a3_policy_find("manylinux_2_31"));
    assert_false(exact);
    p = a3_platform_parse("manylinux2010_x86_64");
    assert_int_equal(a3_policy_for(&p, &exact), a3_policy_find("manylinux_2_12"));
    assert_true(exact);
    p = a3_platform_parse("android_30_x86_64");
    assert_int_equal(a3_policy_for(&p, &exact), a3_policy_find("android_27"));
    p = a3_platform_parse("manylinux_2_4_x86_64");
    assert_int_equal(a3_policy_for(&p, &exact), -1);
    p = a3_platform_parse("win32");
    assert_int_equal(a3_policy_for(&p, &exact), -1);
    /* ascending within families: a3_policy_for counts on it */
    for (size_t i = 1; i < a3_policy_count(); i++) {
        const a3_policy *a = a3_policy_at(i - 1), *b = a3_policy_at(i);
        assert_true(a->family < b->family || a->major < b->major || (a->major == b->major && a->minor < b->minor));
    }
    a3_policy_set set = a3_policy_allows_version(A3_ARCH_X86_64, "GLIBC_2.17");
    assert_true(set & one("manylinux2014") && !(set & one("manylinux2010")) && set & one("manylinux_2_41"));
    set = a3_policy_allows_version(A3_ARCH_X86_64, "OPENSSL_1_1_0");
    assert_true(set & one("manylinux1") && set & one("android_27"));
    assert_false(a3_policy_allows_version(A3_ARCH_X86_64, "GLIBC_PRIVATE") & a3_policy_family_set(A3_POLICY_MANYLINUX));
    /* not an architecture of manylinux_2_28, but glibc's number still counts */
    set = a3_policy_allows_version(A3_ARCH_RISCV64, "GLIBC_2.28");
    assert_true(set & one("manylinux_2_28") && !(set & one("manylinux_2_27")));
    assert_true(a3_policy_allows_library("libm.so.6") & one("manylinux1"));
    assert_false(a3_policy_allows_library("libm.so.6") & one("musllinux_1_2"));
    assert_true(a3_policy_allows_library("libc.musl-x86_64.so.1") & one("musllinux_1_1"));
    assert_true(a3_policy_allows_library("ld-linux-x86-64.so.2") & one("manylinux1"));
    assert_true(a3_policy_allows_library("libpython3.13.so") & one("android_21"));
    assert_false(a3_policy_allows_library("libpython3.13.so") & one("manylinux_2_41"));
    assert_int_equal(a3_policy_allows_library("libfoo.so"), 0);
}

static void policy_check(void **state)
{
    (void)state;
    static const a3_policy_version versions_needed[] = {
        {"libc.so.6", "GLIBC_2.2.5"}, {"libc.so.6", "GLIBC_2.28"}, {"libz.so.1", "ZLIB_1.2.9"}};
    static const char *const needed[] = {"libc.so.6", "libz.so.1", "libssl.so.3"};
    static const char *const imported[] = {"PyLong_FromLong", "crc_fold_copy", "memcpy"};
    a3_policy_query query = {.arch = A3_ARCH_X86_64, .versions = versions_needed, .version_count = 3, .needed = needed,
                             .needed_count = 3, .imports = imported, .import_count = 3};
    a3_arena arena;
    a3_blockers out = {0};
    a3_arena_init(&arena, 1 << 20);
    a3_policy_set asked = one("manylinux2014") | one("manylinux_2_28") | one("manylinux_2_34");
    assert_int_equal(a3_policy_check(&arena, &query, asked, &out), A3_OK);
    assert_int_equal(out.count, 4);
    assert_string_equal(out.items[0].name, "GLIBC_2.28");
    assert_int_equal(out.items[0].policies, one("manylinux2014"));
    assert_string_equal(out.items[1].name, "ZLIB_1.2.9");
    assert_int_equal(out.items[1].policies, one("manylinux2014"));
    assert_int_equal(out.items[2].kind, A3_BLOCK_LIBRARY);
    assert_string_equal(out.items[2].library, "libssl.so.3");
    assert_int_equal(out.items[2].policies, asked);
    assert_int_equal(out.items[3].kind, A3_BLOCK_SYMBOL);
    assert_string_equal(out.items[3].library, "libz.so.1");
    assert_string_equal(out.items[3].name, "crc_fold_copy");
    /* a tag between two policies allows glibc up to its own number */
    query.glibc_major = 2;
    query.glibc_minor = 28;
    out.count = 0;
    assert_int_equal(a3_policy_check(&arena, &query, one("manylinux2014"), &out), A3_OK);
    assert_string_equal(out.items[0].name, "ZLIB_1.2.9");
    query = (a3_policy_query){.arch = A3_ARCH_LOONGARCH64};
    out.count = 0;
    assert_int_equal(a3_policy_check(&arena, &query, asked, &out), A3_OK);
    assert_int_equal(out.items[0].kind, A3_BLOCK_ARCH);
    assert_int_equal(out.items[0].policies, asked);
    a3_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(versions),         cmocka_unit_test(stable_names),
        cmocka_unit_test(private_names),    cmocka_unit_test(exporters_read_well),
        cmocka_unit_test(names_are_classified), cmocka_unit_test(replacements_are_true),
        cmocka_unit_test(conditions),       cmocka_unit_test(ranks),
        cmocka_unit_test(suffixes),         cmocka_unit_test(imports),
        cmocka_unit_test(suffix_names),     cmocka_unit_test(platforms),
        cmocka_unit_test(platforms_contain), cmocka_unit_test(index_platforms),
        cmocka_unit_test(policy_lookups),   cmocka_unit_test(policy_check),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

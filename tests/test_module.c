/* SPDX-License-Identifier: MIT */
/* What the module room reads out of the fixtures: each bad one beside the good one that it differs from by one thing. */
#include "module_read.h"

#include "module/slots.h"

static const a3_answer U = A3_ANSWER_UNDETERMINED, V = A3_ANSWER_VERIFIED, N = A3_ANSWER_ABSENT;

/* -- answers -- */

typedef struct expectation {
    const char *file, *hook;
    a3_answer slots;
    a3_basis basis;
    a3_gil gil;
    int flags; /* of the worst PyABIInfo; -1: there is none */
} expectation;

static const char *const machines[] = {
    "x86_64-linux-gnu.so",  "i686-linux-gnu.so",   "aarch64-linux-gnu.so",   "x86_64-macos.so",   "arm64-macos.so",
    "x86_64-windows.pyd",   "i686-windows.pyd",    "arm64-windows.pyd",      "x86_64-mingw.pyd",  "i686-mingw.pyd",
    "arm64-mingw.pyd",      "arm64-ios.so",        "x86_64-ios-simulator.so", "x86_64-linux-musl.so",
    "aarch64-linux-android24.so",
};

static void expect(const expectation *e)
{
    reading *r = read_fixture(e->file);
    const a3_hook *hook = hook_named(r->m, e->hook);
    a3_slots_answer a = a3_module_slots_answer(r->m, hook);
    int flags = a.abi_info ? a.abi_info->flags : -1;
    if (a.slots != e->slots || a.basis != e->basis || a.gil != e->gil || flags != e->flags)
        fail_msg("%s %s: answer %d basis %d gil %d flags %d, why %s", e->file, e->hook, a.slots, a.basis, a.gil, flags,
                 a.why ? a.why : "-");
    assert_true((a.why != NULL) == (a.slots == U));
    close_reading(r);
}

static void good_everywhere(void **state)
{
    (void)state;
    char name[128];
    for (size_t i = 0; i < sizeof machines / sizeof machines[0]; i++) {
        snprintf(name, sizeof name, "abi3t-good.%s", machines[i]);
        expect(&(expectation){name, "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_NOT_USED, 7});
    }
}

static void answers(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"abi3-only.x86_64-linux-gnu.so", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_NOT_USED, 3},
        {"gil-only.x86_64-linux-gnu.so", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_NOT_USED, 2},
        {"abi-none.x86_64-linux-gnu.so", "PyModExport_demo", N, A3_BASIS_CODE, A3_GIL_NOT_USED, -1},
        {"abi-none.i686-windows.pyd", "PyModExport_demo", N, A3_BASIS_CODE, A3_GIL_NOT_USED, -1},
        {"abi-none.arm64-windows.pyd", "PyModExport_demo", N, A3_BASIS_CODE, A3_GIL_NOT_USED, -1},
        {"abi-null.x86_64-linux-gnu.so", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_NOT_USED, -1},
        {"abi-major-2.x86_64-linux-gnu.so", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_NOT_USED, 7},
        {"abi-internal-stable.x86_64-linux-gnu.so", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_NOT_USED, 15},
        {"gil-none.x86_64-linux-gnu.so", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_ABSENT, 7},
        {"gil-used.x86_64-linux-gnu.so", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_USED, 7},
        {"gil-7.x86_64-linux-gnu.so", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_USED, 7},
        {"nested-5.x86_64-linux-gnu.so", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_NOT_USED, 7},
        {"nested-old.i686-linux-gnu.so", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_NOT_USED, 7},
        {"guard.x86_64-linux-gnu.so", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_NOT_USED, 7},
        {"helper.i686-linux-gnu.so", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_NOT_USED, 7},
        {"runtime.x86_64-linux-gnu.so", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_NOT_USED, 7},
        {"runtime.aarch64-linux-gnu.so", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_NOT_USED, 7},
        {"runtime-abi-none.x86_64-linux-gnu.so", "PyModExport_demo", N, A3_BASIS_CODE, A3_GIL_NOT_USED, -1},
        {"choice.aarch64-linux-gnu.so", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_NOT_USED, 7},
        {"choice-three.x86_64-linux-gnu.so", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_NOT_USED, 7},
        {"choice-lacking.x86_64-linux-gnu.so", "PyModExport_demo", N, A3_BASIS_CODE, A3_GIL_NOT_USED, 7},
        {"choice-lacking.aarch64-linux-gnu.so", "PyModExport_demo", N, A3_BASIS_CODE, A3_GIL_NOT_USED, 7},
        {"choice-different.x86_64-linux-gnu.so", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_NOT_USED, 3},
        {"null.x86_64-linux-gnu.so", "PyModExport_demo", U, A3_BASIS_NONE, A3_GIL_UNDETERMINED, -1},
        {"unoptimised.x86_64-linux-gnu.so", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_NOT_USED, 7},
        {"unoptimised.aarch64-linux-gnu.so", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_NOT_USED, 7},
        {"several.x86_64-linux-gnu.so", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_NOT_USED, 7},
        {"several.x86_64-linux-gnu.so", "PyModExport_second", V, A3_BASIS_CODE, A3_GIL_USED, 3},
        {"several.x86_64-linux-gnu.so", "PyInit_third", N, A3_BASIS_CODE, A3_GIL_ABSENT, -1},
        {"init.x86_64-linux-gnu.so", "PyInit_demo", N, A3_BASIS_CODE, A3_GIL_NOT_USED, -1},
        {"init.i686-windows.pyd", "PyInit_demo", N, A3_BASIS_CODE, A3_GIL_NOT_USED, -1},
        {"init-copied.x86_64-linux-gnu.so", "PyInit_demo", N, A3_BASIS_CODE, A3_GIL_NOT_USED, -1},
        {"init-copied.aarch64-linux-gnu.so", "PyInit_demo", N, A3_BASIS_CODE, A3_GIL_NOT_USED, -1},
        {"init-copied.s390x-linux-gnu.so", "PyInit_demo", N, A3_BASIS_CODE, A3_GIL_NOT_USED, -1},
        {"init-abi.aarch64-linux-gnu.so", "PyInit_demo", V, A3_BASIS_CODE, A3_GIL_NOT_USED, 3},
        {"init-single.x86_64-linux-gnu.so", "PyInit_demo", N, A3_BASIS_CODE, A3_GIL_ABSENT, -1},
        {"init-single-set-gil.x86_64-linux-gnu.so", "PyInit_demo", N, A3_BASIS_CODE, A3_GIL_NOT_USED, -1},
        {"init-backend.x86_64-linux-gnu.so", "PyInit_demo", U, A3_BASIS_NONE, A3_GIL_UNDETERMINED, -1},
        {"pe-forwarder.x86_64-windows.pyd", "PyModExport_demo", U, A3_BASIS_NONE, A3_GIL_UNDETERMINED, -1},
        {"pe-forwarder.x86_64-windows.pyd", "PyModExport_other", V, A3_BASIS_CODE, A3_GIL_NOT_USED, 7},
        {"pe-fixed.i686-windows.pyd", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_NOT_USED, 7},
        {"pe-ordinal.i686-windows.pyd", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_NOT_USED, 7},
        {"elf-relr.aarch64-linux-gnu.so", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_NOT_USED, 7},
        {"elf-cet.x86_64-linux-gnu.so", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_NOT_USED, 7},
        {"elf-pac.aarch64-linux-gnu.so", "PyModExport_demo", V, A3_BASIS_CODE, A3_GIL_NOT_USED, 7},
    };
    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++)
        expect(&list[i]);
}

static void reasons(void **state)
{
    (void)state;
    reading *r = read_fixture("null.x86_64-linux-gnu.so");
    expect_text(a3_module_slots_answer(r->m, &r->m->hooks.items[0]).why, "NULL on every path");
    assert_true(r->m->hooks.items[0].followed);
    close_reading(r);
    r = read_fixture("pe-forwarder.x86_64-windows.pyd");
    expect_text(a3_module_slots_answer(r->m, hook_named(r->m, "PyModExport_demo")).why, "in another library");
    assert_int_equal(a3_module_slots_answer(r->m, hook_named(r->m, "PyModExport_demo")).gil, A3_GIL_UNDETERMINED);
    close_reading(r);
    a3_slots_answer none = a3_module_slots_answer(r->m, NULL);
    expect_text(none.why, "no hook");
    assert_int_equal(none.slots, U);
}

/* -- what exactly was read -- */

static void every_array(void **state)
{
    (void)state;
    reading *r = read_fixture("choice-three.x86_64-linux-gnu.so");
    const a3_hook *hook = &r->m->hooks.items[0];
    assert_int_equal(hook->arrays.count, 3);
    assert_true(hook->followed);
    assert_false(hook->returns_unknown || hook->returns_null);
    close_reading(r);
    r = read_fixture("abi3t-good.x86_64-linux-gnu.so");
    const a3_slot_array *array = r->m->hooks.items[0].arrays.items[0];
    static const uint16_t ids[] = {109, 100, 101, 103, 85, 87};
    assert_int_equal(array->slots.count, 6);
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(array->slots.items[i].id, ids[i]);
        assert_int_equal(array->slots.items[i].depth, 1);
        assert_true(array->slots.items[i].known);
        assert_int_equal(array->slots.items[i].address, array->address + 16 * i);
    }
    assert_string_equal(array->slots.items[1].text, "demo");
    assert_string_equal(array->slots.items[2].text, "A demo.");
    const a3_abi_info *abi = array->slots.items[0].abi_info;
    assert_int_equal(abi->major, 1);
    assert_int_equal(abi->build_version, 0x030f02f0);
    assert_int_equal(abi->abi_version, 0x030f0000);
    close_reading(r);
}

static void nesting(void **state)
{
    (void)state;
    reading *r = read_fixture("nested-5.x86_64-linux-gnu.so");
    const a3_slot_array *array = r->m->hooks.items[0].arrays.items[0];
    assert_false(array->too_deep);
    assert_int_equal(a3_slot_find(array, 109)->depth, 5);
    /* The scan found the deepest array, and went up to the one that includes all others. */
    assert_int_equal(r->m->scan.arrays.count, 1);
    assert_int_equal(r->m->scan.arrays.items[0]->address, array->address);
    close_reading(r);
    r = read_fixture("nested-6.x86_64-linux-gnu.so");
    assert_true(r->m->hooks.items[0].arrays.items[0]->too_deep);
    close_reading(r);
    r = read_fixture("nested-old.s390x-linux-gnu.so");
    assert_int_equal(r->m->scan.arrays.count, 1);
    assert_int_equal(a3_slot_find(r->m->scan.arrays.items[0], 109)->layout, A3_SLOTS_OLD);
    close_reading(r);
}

static void scans_agree(void **state)
{
    (void)state;
    reading *r = read_fixture("choice.x86_64-linux-gnu.so");
    assert_int_equal(r->m->scan.arrays.count, 2);
    assert_true(r->m->scan.agree);
    close_reading(r);
    r = read_fixture("choice-different.x86_64-linux-gnu.so");
    assert_int_equal(r->m->scan.arrays.count, 2);
    assert_false(r->m->scan.agree);
    close_reading(r);
    r = read_fixture("abi-major-2.x86_64-linux-gnu.so"); /* not plausible: only code that returns it makes it one */
    assert_int_equal(r->m->scan.arrays.count, 0);
    close_reading(r);
    r = read_fixture("library.x86_64-linux-gnu.so");
    assert_int_equal(r->m->scan.arrays.count + r->m->hooks.count, 0);
    close_reading(r);
}

static void definitions(void **state)
{
    (void)state;
    static const struct {
        const char *file;
        a3_def_family family;
    } list[] = {
        {"init.x86_64-linux-gnu.so", A3_DEF_PY311},          {"init-head-312.x86_64-linux-gnu.so", A3_DEF_PY312},
        {"init-head-312.i686-linux-gnu.so", A3_DEF_PY312},   {"init-head-314.x86_64-linux-gnu.so", A3_DEF_PY314},
        {"init-head-314.i686-linux-gnu.so", A3_DEF_PY314},   {"init-head-free.x86_64-linux-gnu.so", A3_DEF_FREETHREADED},
        {"init.i686-windows.pyd", A3_DEF_PY311},
    };
    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++) {
        reading *r = read_fixture(list[i].file);
        const a3_hook *hook = &r->m->hooks.items[0];
        assert_int_equal(hook->defs.count, 1);
        const a3_module_def *def = hook->defs.items[0];
        assert_int_equal(def->family, list[i].family);
        assert_string_equal(def->name, "demo");
        assert_true(def->slots_known && def->slots != NULL && def->size_known && def->on_live_path);
        assert_int_equal(def->size, 0);
        assert_false(hook->single_phase);
        close_reading(r);
    }
}

static void dead_definition(void **state)
{
    (void)state;
    reading *r = read_fixture("init-beside.x86_64-linux-gnu.so");
    assert_int_equal(r->m->objects.count, 1);
    assert_string_equal(r->m->objects.items[0].kind, "PyModuleDef");
    assert_string_equal(r->m->objects.items[0].function, "PyModuleDef_Init");
    assert_false(r->m->objects.items[0].on_live_path);
    /* For an interpreter that does not know PyModExport_ the path is alive. */
    a3_module *again;
    a3_err err = A3_ERR_INIT;
    assert_int_equal(a3_module_read(r->o.im, A3_MODULE_FULL, false, &r->arena, &again, &err), A3_OK);
    assert_true(again->objects.items[0].on_live_path);
    close_reading(r);
}

static void hook_choice(void **state)
{
    (void)state;
    reading *r = read_fixture("several.x86_64-linux-gnu.so");
    assert_null(a3_module_hook(r->m, NULL));
    assert_string_equal(a3_module_hook(r->m, "second")->symbol, "PyModExport_second");
    assert_string_equal(a3_module_hook(r->m, "third")->symbol, "PyInit_third");
    assert_null(a3_module_hook(r->m, "fourth"));
    close_reading(r);
    r = read_fixture("init-beside.x86_64-linux-gnu.so");
    assert_string_equal(a3_module_hook(r->m, "demo")->symbol, "PyModExport_demo");
    assert_string_equal(a3_module_hook(r->m, NULL)->symbol, "PyModExport_demo");
    close_reading(r);
    r = read_fixture("punycode.x86_64-linux-gnu.so");
    assert_string_equal(a3_module_hook(r->m, "h\xc3\xa9")->symbol, "PyModExportU_h_bga");
    assert_null(a3_module_hook(r->m, "h_bga"));
    close_reading(r);
}

/* -- types -- */

static void type_specs(void **state)
{
    (void)state;
    static const struct {
        const char *file, *function;
        int64_t basicsize, itemsize;
    } list[] = {
        {"type-good.x86_64-linux-gnu.so", "PyType_FromModuleAndSpec", -16, 0},
        {"type-good.aarch64-linux-gnu.so", "PyType_FromModuleAndSpec", -16, 0},
        {"type-zero.x86_64-linux-gnu.so", "PyType_FromModuleAndSpec", 0, 0},
        {"type-basicsize.x86_64-linux-gnu.so", "PyType_FromModuleAndSpec", 32, 0},
        {"type-basicsize.i686-linux-gnu.so", "PyType_FromModuleAndSpec", 32, 0},
        {"type-basicsize.x86_64-macos.so", "PyType_FromModuleAndSpec", 32, 0},
        {"type-basicsize.x86_64-windows.pyd", "PyType_FromModuleAndSpec", 32, 0},
        {"type-itemsize.x86_64-linux-gnu.so", "PyType_FromModuleAndSpec", -16, 8},
        {"type-from-spec.x86_64-linux-gnu.so", "PyType_FromSpec", 32, 0},
        {"type-from-metaclass.x86_64-linux-gnu.so", "PyType_FromMetaclass", 32, 0},
        {"type-from-slots.x86_64-linux-gnu.so", "PyType_FromSlots", 32, 0},
        {"type-from-slots-good.x86_64-linux-gnu.so", "PyType_FromSlots", -16, 0},
    };
    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++) {
        reading *r = read_fixture(list[i].file);
        if (r->m->types.count != 1)
            fail_msg("%s: %zu types", list[i].file, r->m->types.count);
        const a3_type_spec *t = &r->m->types.items[0];
        assert_string_equal(t->function, list[i].function);
        assert_string_equal(t->name, "demo.Thing");
        assert_int_equal(t->basis, A3_BASIS_CODE);
        assert_true(t->sizes_known);
        assert_int_equal(t->basicsize, list[i].basicsize);
        assert_int_equal(t->itemsize, list[i].itemsize);
        assert_false(r->m->types_undetermined);
        close_reading(r);
    }
    reading *r = read_fixture("type-static.x86_64-linux-gnu.so");
    assert_int_equal(r->m->objects.count, 1);
    assert_string_equal(r->m->objects.items[0].kind, "PyTypeObject");
    assert_string_equal(r->m->objects.items[0].name, "demo.Thing");
    assert_int_equal(r->m->objects.items[0].basis, A3_BASIS_CODE);
    close_reading(r);
}

/* A name, sizes and a pointer to an array are in other structures too (OpenSSL's ASN1_ITEM): the numbers must be those of a type. */
static void other_structures_are_no_specs(void)
{
    static const struct {
        uint32_t basicsize, flags;
        bool spec;
    } list[] = {{32, 1u << 9, true}, {16, 0, true}, {0, 1u << 10, true}, {(uint32_t)-16, 1u << 24, true},
                {1, 1u << 4, false}, {15, 0, false}, {0, UINT32_MAX, false}, {32, 3u << 24, false}, {32, 1u << 1, false}};
    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++) {
        size_t size, at = 0, hits = 0;
        uint8_t *data = load_fixture("type-basicsize.x86_64-linux-gnu.so", &size);
        for (size_t k = 0; k + 16 <= size; k += 4) {  /* basicsize 32, itemsize 0, flags 0, padding */
            if (memcmp(data + k, "\x20\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 16) != 0)
                continue;
            at = k;
            hits++;
        }
        assert_int_equal(hits, 1);
        for (unsigned b = 0; b < 4; b++) { /* little-endian, whatever this machine is */
            data[at + b] = (uint8_t)(list[i].basicsize >> 8 * b);
            data[at + 8 + b] = (uint8_t)(list[i].flags >> 8 * b);
        }
        object o = open_bytes(data, size);
        assert_non_null(o.im);
        o.im->arch = A3_ARCH_UNKNOWN;
        reading r = {.o = o};
        read_object(&r, true);
        assert_int_equal(r.m->types.count, list[i].spec);
        assert_int_equal(r.m->types_undetermined, !list[i].spec);
        close_reading(&r);
        free(data);
    }
}

/* Without a decoder the data still show specs and definitions. */
static void types_by_data(void **state)
{
    (void)state;
    size_t size;
    uint8_t *data = load_fixture("type-basicsize.x86_64-linux-gnu.so", &size);
    object o = open_bytes(data, size);
    assert_non_null(o.im);
    o.im->arch = A3_ARCH_UNKNOWN;
    reading r = {.o = o};
    read_object(&r, true);
    assert_null(r.m->isa);
    assert_int_equal(r.m->types.count, 1);
    assert_int_equal(r.m->types.items[0].basis, A3_BASIS_DATA);
    assert_null(r.m->types.items[0].function);
    assert_int_equal(r.m->types.items[0].basicsize, 32);
    a3_slots_answer a = a3_module_slots_answer(r.m, &r.m->hooks.items[0]);
    assert_int_equal(a.slots, V);
    assert_int_equal(a.basis, A3_BASIS_DATA);
    close_reading(&r);
    free(data);
    other_structures_are_no_specs();
    r = (reading){.o = open_fixture("init-beside.x86_64-linux-gnu.so")};
    r.o.im->arch = A3_ARCH_UNKNOWN;
    read_object(&r, true);
    assert_int_equal(r.m->objects.count, 1);
    assert_int_equal(r.m->objects.items[0].basis, A3_BASIS_DATA);
    assert_string_equal(r.m->objects.items[0].name, "demo");
    close_reading(&r);
}

/* -- faults -- */

static void faults_of(const char *file, const char *const *texts)
{
    reading *r = read_fixture(file);
    a3_slot_faults faults = {0};
    const a3_hook *hook = &r->m->hooks.items[0];
    assert_int_equal(hook->arrays.count, 1);
    assert_int_equal(a3_slot_faults_find(hook->arrays.items[0], hook->kind, NULL, &r->arena, &faults), A3_OK);
    size_t count = 0;
    while (texts[count] != NULL)
        count++;
    if (faults.count != count)
        fail_msg("%s: %zu faults, the first \"%s\"", file, faults.count, faults.count ? faults.items[0].text : "-");
    for (size_t i = 0; i < count; i++)
        expect_text(faults.items[i].text, texts[i]);
    close_reading(r);
}
#define FAULTS(file, ...) faults_of(file ".x86_64-linux-gnu.so", (const char *const[]){__VA_ARGS__ __VA_OPT__(,) NULL})

static void slot_faults(void **state)
{
    (void)state;
    FAULTS("abi3t-good");
    FAULTS("slot-500", "unknown slot id 500");
    FAULTS("slot-500-optional");
    FAULTS("slot-invalid", "Py_slot_invalid");
    FAULTS("slot-of-type", "Py_tp_doc (56) is a slot of types");
    FAULTS("slot-twice", "Py_mod_exec (85) stands twice");
    FAULTS("slot-twice-old-id", "Py_mod_gil (4) stands twice");
    FAULTS("slot-flags-unknown");
    FAULTS("abi-twice");
    FAULTS("abi-null");
    FAULTS("token-null", "Py_mod_token (110) is NULL");
    FAULTS("state-size-negative", "Py_mod_state_size (102) is negative: -1");
    FAULTS("methods-not-static", "Py_mod_methods (103) lacks the flag PySlot_STATIC");
    FAULTS("nested-5");
    FAULTS("nested-6", "more than five arrays");
    FAULTS("init");
    FAULTS("init-abi");
    FAULTS("gil-none");
}

/* A definition may name several exec functions, and none of what its own fields say. */
static void def_faults(void **state)
{
    (void)state;
    a3_slot slots[] = {
        {.id = 2, .layout = A3_SLOTS_OLD, .known = true, .value = {.kind = A3_POINTER_ADDRESS, .value = 64}},
        {.id = 85, .layout = A3_SLOTS_OLD, .known = true, .value = {.kind = A3_POINTER_ADDRESS, .value = 64}},
        {.id = 103, .layout = A3_SLOTS_OLD, .known = true, .value = {.kind = A3_POINTER_ADDRESS, .value = 64}},
    };
    a3_slot_array array = {.layout = A3_SLOTS_OLD, .pointer_size = 8, .complete = true, .slots = {slots, 3, 3}};
    a3_module_def def = {.fields_known = 1 << 3};
    a3_arena arena;
    a3_arena_init(&arena, 1 << 16);
    a3_slot_faults faults = {0};
    assert_int_equal(a3_slot_faults_find(&array, A3_HOOK_INIT, &def, &arena, &faults), A3_OK);
    assert_int_equal(faults.count, 1);
    expect_text(faults.items[0].text, "conflicts");
    faults = (a3_slot_faults){0};
    assert_int_equal(a3_slot_faults_find(&array, A3_HOOK_EXPORT, NULL, &arena, &faults), A3_OK);
    assert_int_equal(faults.count, 1);
    expect_text(faults.items[0].text, "stands twice");
    slots[2].layout = A3_SLOTS_NEW; /* without STATIC, in 32 bits, negative */
    slots[2].id = 102;
    slots[2].value = (a3_pointer){.kind = A3_POINTER_PLAIN, .value = 0xfffffffe};
    array.pointer_size = 4;
    array.slots.count = 3;
    faults = (a3_slot_faults){0};
    array.bad_end = true;
    a3_slot_faults_find(&array, A3_HOOK_EXPORT, NULL, &arena, &faults);
    assert_int_equal(faults.count, 3);
    expect_text(faults.items[1].text, "negative: -2");
    expect_text(faults.items[2].text, "terminator");
    a3_arena_free(&arena);
}

static void names(void **state)
{
    (void)state;
    assert_string_equal(a3_slot_name(109), "Py_mod_abi");
    assert_string_equal(a3_slot_name(83), "Py_tp_token");
    assert_string_equal(a3_slot_name(56), "Py_tp_doc");
    assert_string_equal(a3_slot_name(2), "Py_mod_exec");
    assert_null(a3_slot_name(111));
    assert_int_equal(a3_slot_canonical(4), 87);
    assert_int_equal(a3_slot_canonical(5), 5);
    assert_string_equal(a3_def_family_name(A3_DEF_PY312), "3.12-3.13");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_everywhere), cmocka_unit_test(answers),         cmocka_unit_test(reasons),
        cmocka_unit_test(every_array),     cmocka_unit_test(nesting),         cmocka_unit_test(scans_agree),
        cmocka_unit_test(definitions),     cmocka_unit_test(dead_definition), cmocka_unit_test(hook_choice),
        cmocka_unit_test(type_specs),      cmocka_unit_test(types_by_data),   cmocka_unit_test(slot_faults),
        cmocka_unit_test(def_faults),      cmocka_unit_test(names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

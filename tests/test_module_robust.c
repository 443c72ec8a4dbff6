/* SPDX-License-Identifier: MIT */
/* Broken and hostile modules: whatever the bytes say, reading ends soon, within its memory, and never claims too much. */
#include "module_read.h"

/* Offset in the file of the array that the only hook returns. */
static size_t array_offset(const object *o, const a3_module *m)
{
    uint64_t address = m->hooks.items[0].arrays.items[0]->address;
    const a3_segment *s = a3_image_segment(o->im, address);
    assert_non_null(s);
    return (size_t)(s->file.data - o->data) + (size_t)(address - s->address);
}

typedef struct poke {
    uint8_t *data;
    size_t size, at; /* at: of the array */
} poke;

static poke good(const char *name)
{
    poke p;
    p.data = load_fixture(name, &p.size);
    reading *r = read_bytes(p.data, p.size);
    p.at = array_offset(&r->o, r->m);
    close_reading(r);
    return p;
}

static a3_slots_answer answer(const reading *r) { return a3_module_slots_answer(r->m, &r->m->hooks.items[0]); }

/* One field of the good array changed at a time. */
static void poked_fields(void **state)
{
    (void)state;
    poke p = good("abi3t-good.x86_64-linux-gnu.so");
    p.data[p.at] = 110; /* Py_mod_abi becomes a token */
    reading *r = read_bytes(p.data, p.size);
    assert_int_equal(answer(r).slots, A3_ANSWER_ABSENT);
    assert_int_equal(r->m->scan.arrays.count, 0);
    close_reading(r);
    p.data[p.at] = 109;
    p.data[p.at + 2] = 0x80; /* an unknown flag: CPython accepts it, the scan does not */
    r = read_bytes(p.data, p.size);
    assert_int_equal(answer(r).slots, A3_ANSWER_VERIFIED);
    assert_int_equal(r->m->scan.arrays.count, 0);
    close_reading(r);
    p.data[p.at + 2] = 0;
    p.data[p.at + 4] = 1; /* reserved: likewise */
    r = read_bytes(p.data, p.size);
    assert_int_equal(answer(r).slots, A3_ANSWER_VERIFIED);
    assert_int_equal(r->m->scan.arrays.count, 0);
    close_reading(r);
    p.data[p.at + 4] = 0;
    p.data[p.at + 16] = 0; /* the second entry ends the array */
    r = read_bytes(p.data, p.size);
    assert_int_equal(answer(r).slots, A3_ANSWER_VERIFIED);
    assert_int_equal(answer(r).gil, A3_GIL_ABSENT);
    close_reading(r);
    p.data[p.at + 16] = 100;
    p.data[p.at + 96 + 2] = 1; /* the terminator is OPTIONAL */
    r = read_bytes(p.data, p.size);
    assert_true(r->m->hooks.items[0].arrays.items[0]->bad_end);
    close_reading(r);
    free(p.data);
}

/* An array that includes itself, and one without an end. */
static void poked_nesting(void **state)
{
    (void)state;
    poke p = good("abi3t-good.x86_64-windows.pyd"); /* pointers stand in place there */
    size_t doc = p.at + 32;
    uint8_t self[8];
    reading *r = read_bytes(p.data, p.size);
    uint64_t address = r->m->hooks.items[0].arrays.items[0]->address;
    close_reading(r);
    for (unsigned i = 0; i < 8; i++)
        self[i] = (uint8_t)(address >> (8 * i));
    memcpy(p.data + doc + 8, self, 8);
    p.data[doc] = 92;
    r = read_bytes(p.data, p.size);
    const a3_slot_array *array = r->m->hooks.items[0].arrays.items[0];
    assert_true(array->too_deep);
    assert_false(array->complete);
    assert_non_null(array->broken);
    assert_int_equal(answer(r).slots, A3_ANSWER_VERIFIED); /* Py_mod_abi was there before */
    close_reading(r);
    free(p.data);
}

/* The code is random bytes: it may be anything but followed to a lie. */
static void poked_code(void **state)
{
    (void)state;
    static const char *const files[] = {"abi-none.x86_64-linux-gnu.so", "abi-none.i686-linux-gnu.so", "abi-none.aarch64-linux-gnu.so"};
    uint64_t seed = 1;
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        size_t size;
        uint8_t *data = load_fixture(files[i], &size);
        object o = open_bytes(data, size);
        const a3_export *hook = a3_image_export(o.im, "PyModExport_demo");
        const a3_segment *s = a3_image_segment(o.im, hook->address);
        size_t at = (size_t)(s->file.data - o.data) + (size_t)(hook->address - s->address);
        close_object(&o);
        uint8_t *copy = malloc(size);
        for (unsigned round = 0; round < 200; round++) {
            memcpy(copy, data, size);
            for (size_t k = 0; k < 24 && at + k < size; k++) {
                seed = seed * UINT64_C(6364136223846793005) + 1;
                copy[at + k] = (uint8_t)(seed >> 56);
            }
            reading *r = read_bytes(copy, size);
            assert_int_not_equal(answer(r).slots, A3_ANSWER_VERIFIED);
            close_reading(r);
        }
        free(copy);
        free(data);
    }
}

static void damage_module(const char *name, unsigned rounds)
{
    size_t size;
    uint8_t *data = load_fixture(name, &size), *copy = malloc(size);
    uint64_t seed = size;
    for (unsigned round = 0; round < rounds; round++) {
        memcpy(copy, data, size);
        for (unsigned i = 0; i <= round % 12; i++) {
            seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
            copy[(size_t)(seed >> 20) % size] = (uint8_t)(seed >> 48);
        }
        object o = open_bytes(copy, size);
        for (size_t i = 0; i < o.slices.count; i++) {
            a3_module *m;
            a3_arena arena;
            a3_err err = A3_ERR_INIT;
            a3_arena_init(&arena, (size_t)16 << 20);
            if (o.slices.items[i].image != NULL &&
                a3_module_read(o.slices.items[i].image, A3_MODULE_FULL, true, &arena, &m, &err) == A3_OK)
                for (size_t k = 0; k < m->hooks.count; k++) {
                    a3_slots_answer a = a3_module_slots_answer(m, &m->hooks.items[k]);
                    assert_true((a.slots == A3_ANSWER_UNDETERMINED) == (a.basis == A3_BASIS_NONE));
                }
            a3_arena_free(&arena);
        }
        close_object(&o);
    }
    free(copy);
    free(data);
}

static void damaged(void **state)
{
    (void)state;
    static const char *const files[] = {
        "abi3t-good.x86_64-linux-gnu.so", "abi3t-good.i686-linux-gnu.so", "abi3t-good.aarch64-linux-gnu.so",
        "abi3t-good.x86_64-windows.pyd",  "abi3t-good.i686-windows.pyd",  "abi3t-good-chained.arm64-macos.so",
        "abi3t-good.s390x-linux-gnu.so",  "type-basicsize.x86_64-linux-gnu.so", "init-beside.x86_64-linux-gnu.so",
        "nested-6.x86_64-linux-gnu.so",   "runtime.aarch64-linux-gnu.so", "abi3t-good.armv7-linux-gnueabihf.so",
        "abi3t-good.powerpc64le-linux-gnu.so", "abi3t-good.riscv64-linux-gnu.so", "abi3t-good.loongarch64-linux-gnu.so",
        "abi3t-good.wasm32.so",
    };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        damage_module(files[i], 150);
}

/* Every allocation fails in its turn: "no memory" or a whole answer, nothing between. */
static void starved(void **state)
{
    (void)state;
    static const char *const files[] = {"type-basicsize.x86_64-linux-gnu.so", "init-beside.aarch64-linux-gnu.so",
                                        "choice-three.x86_64-linux-gnu.so"};
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        reading *r = read_fixture(files[i]);
        bool whole = false;
        for (size_t cap = 0; !whole; cap += 64) {
            a3_arena arena;
            a3_module *m;
            a3_err err = A3_ERR_INIT;
            a3_arena_init(&arena, cap);
            a3_status status = a3_module_read(r->o.im, A3_MODULE_FULL, true, &arena, &m, &err);
            whole = status == A3_OK;
            if (whole)
                assert_int_equal(m->hooks.items[0].arrays.count, r->m->hooks.items[0].arrays.count);
            else
                assert_int_equal(status, A3_NOMEM);
            assert_true(cap < 1 << 16);
            a3_arena_free(&arena);
        }
        close_reading(r);
    }
}

static void same_twice(void **state)
{
    (void)state;
    reading *r = read_fixture("several.x86_64-linux-gnu.so");
    a3_module *again;
    a3_err err = A3_ERR_INIT;
    assert_int_equal(a3_module_read(r->o.im, A3_MODULE_FULL, true, &r->arena, &again, &err), A3_OK);
    assert_int_equal(again->hooks.count, r->m->hooks.count);
    for (size_t i = 0; i < again->hooks.count; i++) {
        assert_string_equal(again->hooks.items[i].symbol, r->m->hooks.items[i].symbol);
        assert_int_equal(again->hooks.items[i].arrays.count, r->m->hooks.items[i].arrays.count);
    }
    /* Names alone: no code is looked at. */
    assert_int_equal(a3_module_read(r->o.im, A3_MODULE_HOOKS, true, &r->arena, &again, &err), A3_OK);
    assert_int_equal(again->hooks.count, 3);
    assert_int_equal(again->hooks.items[0].arrays.count + again->scan.arrays.count, 0);
    close_reading(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(poked_fields), cmocka_unit_test(poked_nesting), cmocka_unit_test(poked_code),
        cmocka_unit_test(damaged),      cmocka_unit_test(starved),       cmocka_unit_test(same_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

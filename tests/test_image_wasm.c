/* SPDX-License-Identifier: MIT */
#include "wasm_make.h"

#include "image/wasm.h"

static void expect_fixup(object *o, uint64_t offset, const char *symbol, uint64_t value)
{
    a3_pointer pointer = a3_image_pointer(o->im, A3_WASM_BASE + offset);
    assert_int_equal(pointer.kind, symbol ? A3_POINTER_IMPORT : A3_POINTER_ADDRESS);
    if (symbol != NULL) {
        assert_string_equal(o->im->imports.items[pointer.value].name, symbol);
        assert_int_equal(pointer.addend, value);
    } else {
        assert_int_equal(pointer.value, value);
    }
}

static void made_by_hand(void **state)
{
    (void)state;
    module m;
    side_module(&m);
    object o = open_module(&m);
    a3_image *im = o.im;
    assert_int_equal(im->kind, A3_KIND_SHARED);
    assert_int_equal(im->os, A3_OS_EMSCRIPTEN);
    assert_int_equal(im->arch, A3_ARCH_WASM32);
    assert_int_equal(im->pointer_size, 4);
    assert_true(im->flat_namespace);
    assert_null(im->layout_fault);
    assert_int_equal(im->base, A3_WASM_BASE);
    assert_int_equal(im->needed.count, 2);
    assert_string_equal(im->needed.items[1].name, "libb.so");
    assert_int_equal(im->runpaths.count, 1);
    assert_string_equal(im->runpaths.items[0], "$ORIGIN/x");

    assert_int_equal(im->imports.count, 3); /* mine is its own, memory and the bases are no symbols, f is one symbol */
    const a3_import *f = a3_image_import(im, "f"), *other = a3_image_import(im, "other"), *clock = a3_image_import(im, "clock");
    assert_int_equal(f->flags, A3_SYM_WEAK);
    assert_int_equal(other->flags, A3_SYM_DATA);
    assert_null(f->library);
    assert_null(other->library);
    assert_string_equal(clock->library, "wasi_snapshot_preview1");

    assert_int_equal(im->exports.count, 5);
    assert_int_equal(a3_image_export(im, "hook")->address, A3_WASM_FUNCTION + 3);
    assert_int_equal(a3_image_export(im, "mine")->address, A3_WASM_BASE + 8);
    assert_int_equal(a3_image_export(im, "mine")->flags, A3_SYM_DATA);
    assert_int_equal(a3_image_export(im, "thread")->flags, A3_SYM_DATA | A3_SYM_TLS);
    assert_int_equal(a3_image_export(im, "thread")->address, A3_WASM_BASE + 36);
    assert_int_equal(a3_image_export(im, "again")->flags, A3_SYM_FORWARD);
    assert_string_equal(a3_image_export(im, "again")->forward, "env:f");

    uint64_t word;
    assert_string_equal(a3_image_string(im, A3_WASM_BASE, 8), "abc");
    assert_true(a3_image_word(im, A3_WASM_BASE + 16, 4, &word));
    assert_int_equal(word, 0x08070605);
    assert_true(a3_image_word(im, A3_WASM_BASE + 60, 4, &word)); /* zeros up to 64 */
    assert_int_equal(word, 0);
    assert_false(a3_image_word(im, A3_WASM_BASE + 61, 4, &word));

    assert_int_equal(im->fixups_loaded, false);
    expect_fixup(&o, 0, NULL, A3_WASM_BASE + 20);
    assert_int_equal(im->fixups_error.status, A3_OK);
    assert_int_equal(im->fixups.count, 9);
    expect_fixup(&o, 4, NULL, A3_WASM_BASE + 20);
    expect_fixup(&o, 8, "other", 4);
    expect_fixup(&o, 12, "f", 0);
    expect_fixup(&o, 16, NULL, A3_WASM_FUNCTION + 3);
    expect_fixup(&o, 20, NULL, A3_WASM_FUNCTION + 0);
    expect_fixup(&o, 24, NULL, A3_WASM_BASE + 8);
    expect_fixup(&o, 28, NULL, A3_WASM_BASE + 40);
    expect_fixup(&o, 32, NULL, A3_WASM_BASE + 20);
    exercise(im);
    close_object(&o);
}

/* -- what the interpreter asks -- */

static void functions_and_globals(void **state)
{
    (void)state;
    module m;
    side_module(&m);
    object o = open_module(&m);
    a3_image *im = o.im;
    a3_wasm_function function;
    assert_int_equal(a3_wasm_function_count(im), 5);
    assert_true(a3_wasm_function_at(im, 3, &function));
    assert_false(function.imported);
    assert_int_equal(function.params, 2);
    assert_int_equal(function.results, 1);
    assert_int_equal(function.locals, 10);
    assert_int_equal(function.body.size, 3);
    assert_int_equal(function.body.data[0], 0x41);
    assert_true(a3_wasm_function_at(im, 0, &function));
    assert_true(function.imported);
    assert_string_equal(im->imports.items[function.import].name, "f");
    assert_true(a3_wasm_function_at(im, 1, &function));
    assert_string_equal(im->imports.items[function.import].name, "clock");
    assert_false(a3_wasm_function_at(im, 5, &function));
    uint32_t params, results, index;
    assert_true(a3_wasm_type(im, 1, &params, &results));
    assert_int_equal(params, 2);
    assert_false(a3_wasm_type(im, 2, &params, &results));

    a3_pointer value = a3_wasm_global(im, G_BASE);
    assert_int_equal(value.kind, A3_POINTER_ADDRESS);
    assert_int_equal(value.value, A3_WASM_BASE);
    assert_int_equal(a3_wasm_global(im, G_TABLE).value, A3_WASM_TABLE);
    assert_int_equal(a3_wasm_global(im, G_STACK).kind, A3_POINTER_NONE);
    assert_true(a3_wasm_is_stack_pointer(im, G_STACK));
    assert_false(a3_wasm_is_stack_pointer(im, G_BASE));
    value = a3_wasm_global(im, G_OTHER);
    assert_int_equal(value.kind, A3_POINTER_IMPORT);
    assert_string_equal(im->imports.items[value.value].name, "other");
    assert_int_equal(a3_wasm_global(im, G_MINE).value, A3_WASM_BASE + 8);
    assert_int_equal(a3_wasm_global(im, G_OFFSET).kind, A3_POINTER_PLAIN);
    assert_int_equal(a3_wasm_global(im, G_OFFSET).value, 36);
    assert_int_equal(a3_wasm_global(im, G_SET).value, A3_WASM_BASE + 40);
    assert_int_equal(a3_wasm_global(im, 99).kind, A3_POINTER_NONE);

    assert_true(a3_wasm_slot(im, 0, &index));
    assert_int_equal(index, 3);
    assert_true(a3_wasm_slot(im, 1, &index));
    assert_int_equal(index, 0);
    assert_false(a3_wasm_slot(im, 2, &index));
    assert_int_equal(a3_wasm_resolve(im, A3_WASM_TABLE), A3_WASM_FUNCTION + 3);
    assert_int_equal(a3_wasm_resolve(im, A3_WASM_TABLE + 2), A3_WASM_TABLE + 2);
    assert_int_equal(a3_wasm_resolve(im, A3_WASM_BASE + 2), A3_WASM_BASE + 2);
    close_object(&o);
}

static void faults(void **state)
{
    (void)state;
    static const struct { unsigned section, at; uint8_t value; a3_status status; const char *message; } rows[] = {
        {1, 0, 200, A3_MALFORMED, "type section, entry 0"},
        {1, 0, 1, A3_MALFORMED, "the section is longer than its contents"},
        {1, 1, 0x5f, A3_UNSUPPORTED, "a type that is no function type"},
        {1, 6, 1, A3_MALFORMED, "type section"}, /* a value type that does not exist */
        {2, 0, 11, A3_MALFORMED, "import section, entry 10 (up to"},
        {2, 0, 9, A3_MALFORMED, "import section, entry 9 (up to"},
        {2, 2, 0xff, A3_MALFORMED, "a name is not UTF-8"},
        {2, 12, 9, A3_MALFORMED, "an import of unknown kind"},
        {2, 13, 4, A3_UNSUPPORTED, "64-bit memory (wasm64)"},
        {3, 1, 2, A3_MALFORMED, "function section, entry 0 (up to"},
        {3, 0, 2, A3_MALFORMED, "function section, entry 2 (up to"},
        {6, 3, 0x45, A3_UNSUPPORTED, "global section, entry 0 (up to"},
        {6, 3, 0x10, A3_UNSUPPORTED, "global section, entry 0 (up to"}, /* a call, before there is any code */
        {7, 7, 99, A3_MALFORMED, "export section, entry 0 (up to"},
        {7, 6, 9, A3_MALFORMED, "export section, entry 0 (up to"},
        {8, 0, 5, A3_MALFORMED, "start section, entry 0 (up to"},
        {9, 1, 8, A3_MALFORMED, "element section, entry 0 (up to"},
        {9, 5, 200, A3_MALFORMED, "element section, entry 0 (up to"},
        {10, 0, 4, A3_MALFORMED, "code section, entry 0 (up to"},
        {11, 1, 3, A3_MALFORMED, "data section, entry 0 (up to"},
        {11, 5, 10, A3_MALFORMED, "data section, entry 1 (up to"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        module m;
        side_module(&m);
        contents(&m, rows[i].section)[rows[i].at] = rows[i].value;
        if (rows[i].value == 0x10)
            contents(&m, rows[i].section)[rows[i].at + 1] = 2;
        expect_failure(m.data, m.size, rows[i].status, rows[i].message);
    }
}

static void header_faults(void **state)
{
    (void)state;
    module m;
    side_module(&m);
    m.data[4] = 2;
    expect_failure(m.data, m.size, A3_UNSUPPORTED, "a module of wasm version 2, only modules of version 1 are read");
    m.data[4] = 13;
    m.data[6] = 1;
    expect_failure(m.data, m.size, A3_UNSUPPORTED, "a component of wasm version 13");
    expect_failure(m.data, 6, A3_MALFORMED, "the file ends behind its magic number: it is cut short");
    side_module(&m);
    *(contents(&m, 3) - 6) = 14;
    expect_failure(m.data, m.size, A3_MALFORMED, "its kind does not exist (id 14)");
    side_module(&m);
    *(contents(&m, 3) - 6) = 2;
    expect_failure(m.data, m.size, A3_MALFORMED, "it stands twice or out of order (id 2)");
    side_module(&m);
    size_t at = (size_t)(contents(&m, 10) - m.data) - 6;
    expect_failure(m.data, at, A3_MALFORMED, "functions without a code section");
    memset(m.data + at + 1, 0xff, 5); /* 2^35 - 1 */
    expect_failure(m.data, m.size, A3_MALFORMED, "code section at 0x");
    side_module(&m);
    m.data[14] = 200; /* length of the custom section's name */
    expect_failure(m.data, m.size, A3_MALFORMED, "custom section, entry 0 (up to");
    side_module(&m);
    memcpy(m.data + find(&m, "\4mine\3\6", 7), "\4hook", 5);
    expect_failure(m.data, m.size, A3_MALFORMED, "export section: two exports have the same name");
}

static void nul_in_names(void **state)
{
    (void)state;
    module m;
    side_module(&m);
    memcpy(m.data + find(&m, "clock", 5), "clo\0k", 5);
    object o = open_module(&m);
    assert_int_equal(o.im->symbols.status, A3_MALFORMED);
    expect_text(o.im->symbols.message, "import section, entry 9: its name has a NUL byte");
    assert_int_equal(o.im->imports.count, 2);
    a3_wasm_function function;
    assert_true(a3_wasm_function_at(o.im, 1, &function));
    assert_int_equal(function.import, SIZE_MAX);
    exercise(o.im);
    close_object(&o);
}

/* Names may be empty. */
static void empty_names(void **state)
{
    (void)state;
    module m;
    header(&m);
    section(&m, 1);
    ADD(&m, 1, 0x60, 0, 0);
    end(&m);
    section(&m, 2);
    ADD(&m, 1, 0, 0, 0, 0);
    end(&m);
    section(&m, 7);
    ADD(&m, 1, 0, 0, 0);
    end(&m);
    object o = open_module(&m);
    assert_int_equal(o.im->imports.count, 1);
    assert_string_equal(o.im->imports.items[0].name, "");
    assert_string_equal(a3_image_export(o.im, "")->forward, ":");
    exercise(o.im);
    close_object(&o);
}

/* -- layout -- */

static void expect_layout(const module *m, const char *part)
{
    object o = open_module(m);
    expect_text(o.im->layout_fault, part);
    assert_non_null(a3_image_export(o.im, "hook"));
    exercise(o.im);
    close_object(&o);
}

static void layout_faults(void **state)
{
    (void)state;
    module m;
    header(&m);
    imports(&m);
    definitions(&m);
    code(&m);
    data(&m);
    object o = open_module(&m); /* still read as the side module that it was */
    assert_string_equal(o.im->layout_fault, "there is no dylink.0 section");
    assert_int_equal(o.im->kind, A3_KIND_SHARED);
    expect_fixup(&o, 16, NULL, A3_WASM_FUNCTION + 3);
    close_object(&o);

    header(&m);
    section(&m, 0);
    name(&m, "producers");
    end(&m);
    dylink(&m);
    imports(&m);
    definitions(&m);
    code(&m);
    data(&m);
    expect_layout(&m, "the dylink.0 section is not the first section");

    side_module(&m);
    memcpy(m.data + find(&m, "\7liba.so", 8), "\177liba.so", 8);
    expect_layout(&m, "dylink.0 section: subsection 2 at 0xa of it is cut short");
    side_module(&m);
    m.data[find(&m, "\2\7liba.so", 9)] = 1;
    expect_layout(&m, "dylink.0 section: subsection 2 at 0xa of it is longer than its contents");
    side_module(&m);
    uint8_t *unknown = m.data + find(&m, "\143\203\200\200\200\0\1\2\3", 9);
    unknown[1] = 0x84;
    expect_layout(&m, "dylink.0 section: subsection 99 at 0x");
    side_module(&m);
    contents(&m, 11)[10] = 'x'; /* no change of the layout: data */
    contents(&m, 11)[3] = G_OTHER;
    expect_layout(&m, "data segment 0 is not placed relative to __memory_base");
    side_module(&m);
    m.data[find(&m, "\100\4\2\0", 4)] = 20; /* memory of 20 bytes, the second segment ends at 24 */
    expect_layout(&m, "data segment 1 ends behind the memory that the dylink.0 section asks for");
}

/* The dylink section of 2020: no subsections. */
static void old_dylink(void **state)
{
    (void)state;
    module m;
    header(&m);
    section(&m, 0);
    name(&m, "dylink");
    ADD(&m, 64, 4, 2, 0, 1);
    name(&m, "liba.so");
    end(&m);
    imports(&m);
    definitions(&m);
    code(&m);
    data(&m);
    object o = open_module(&m);
    assert_null(o.im->layout_fault);
    assert_int_equal(o.im->needed.count, 1);
    uint64_t word;
    assert_true(a3_image_word(o.im, A3_WASM_BASE + 60, 4, &word));
    expect_fixup(&o, 16, NULL, A3_WASM_FUNCTION + 3);
    close_object(&o);
    m.data[find(&m, "\1\7liba.so", 9)] = 2;
    expect_layout(&m, "dylink section: it is cut short");
}

/* Programs and object files have absolute addresses. */
static void other_modules(void **state)
{
    (void)state;
    module m;
    header(&m);
    section(&m, 11);
    ADD(&m, 1, 0, 0x41, 0x80, 0x08, 0x0b, 4, 't', 'e', 'x', 0);
    end(&m);
    object o = open_module(&m);
    assert_int_equal(o.im->kind, A3_KIND_PROGRAM);
    assert_int_equal(o.im->base, 0);
    assert_string_equal(a3_image_string(o.im, 1024, 8), "tex");
    assert_non_null(o.im->layout_fault);
    close_object(&o);
    section(&m, 0);
    name(&m, "linking");
    end(&m);
    section(&m, 0);
    name(&m, ".debug_info");
    end(&m);
    o = open_module(&m);
    assert_int_equal(o.im->kind, A3_KIND_RELOCATABLE);
    assert_true(o.im->debug_info);
    close_object(&o);
    header(&m);
    o = open_module(&m); /* empty, but a module */
    assert_int_equal(o.im->kind, A3_KIND_PROGRAM);
    close_object(&o);
}

/* -- relocation functions -- */

/* The side module with this relocation function (locals and instructions). */
static void with_relocations(module *m, const void *body, size_t size)
{
    header(m);
    dylink(m);
    imports(m);
    definitions(m);
    section(m, 10);
    ADD(m, 3);
    begin(m);
    add(m, body, size);
    end(m);
    ADD(m, 4, 0, 0x41, 5, 0x0b, 2, 0, 0x0b);
    end(m);
    data(m);
}

static void odd_relocations(void **state)
{
    (void)state;
    static const struct { const char *body; size_t size; size_t count; a3_status status; const char *message; } rows[] = {
        {"\0\x0b", 2, 0, A3_OK, ""},
        {"\0\x23\0\x23\0\x36\2\0\x45\x0b", 10, 1, A3_UNSUPPORTED, "__wasm_apply_data_relocs: instruction 0x45 is not understood"},
        {"\0\x23\0\x28\2\0\x23\0\x36\2\0\x0b", 12, 0, A3_UNSUPPORTED, "stores to an address that is not known"},
        {"\0\x23\0\x23\2\x36\2\0\x0b", 9, 0, A3_UNSUPPORTED, "stores a value that is not known"},
        {"\0\x23\0\x23\0\x37\2\0\x0b", 9, 0, A3_MALFORMED, "stores 8 bytes at offset 0x0, which is no pointer"},
        {"\0\x23\0\x23\0\x36\2\100\x0b", 9, 0, A3_MALFORMED, "stores 4 bytes at offset 0x40, which is outside the module's memory"},
        {"\0\x23\0\x41\5\x36\2\0\x0b", 9, 0, A3_OK, ""}, /* a number is no pointer */
        {"\0\x20\0\x1a\x0b", 5, 0, A3_UNSUPPORTED, "instruction 0x20 is not understood"}, /* there is no local */
        {"\0\x23\x63\x1a\x0b", 5, 0, A3_OK, ""}, /* nor global: nothing known, nothing stored */
        {"\0\x10\4\x10\4\x0b", 6, 0, A3_OK, ""}, /* calls of the module's own */
        {"\0\x10\2\x0b", 4, 0, A3_UNSUPPORTED, "instruction 0x10 is not understood"}, /* endless */
        {"\0\x10\0\x0b", 4, 0, A3_UNSUPPORTED, "instruction 0x10 is not understood"}, /* of an import */
        {"\0\x23\0\x23\0\x36\2\0", 8, 1, A3_UNSUPPORTED, "instruction 0x00 is not understood"}, /* no end */
        {"\1\xff\xff\xff\xff\x0f\x7f\x0b", 8, 0, A3_UNSUPPORTED, "__wasm_apply_data_relocs"}, /* 2^32 - 1 locals */
        {"\0\x23\0\x23\4\x36\2\0\x23\0\x23\0\x36\2\4\x0f\0", 17, 2, A3_OK, ""}, /* up to the return */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        module m;
        with_relocations(&m, rows[i].body, rows[i].size);
        object o = open_module(&m);
        exercise(o.im);
        expect_text(o.im->fixups_error.message, rows[i].message);
        assert_int_equal(o.im->fixups_error.status, rows[i].status);
        assert_int_equal(o.im->fixups.count, rows[i].count);
        close_object(&o);
    }
}

/* A body that is a few bytes and a thousand calls of one that declares fifty thousand locals ends by fuel. */
static void costly_relocations(void **state)
{
    (void)state;
    uint8_t body[2100] = {1, 0xb0, 0x86, 0x03, 0x7f}; /* 49,968 locals */
    for (unsigned i = 0; i < 1000; i++) {
        body[5 + 2 * i] = 0x10;
        body[6 + 2 * i] = 2; /* itself */
    }
    body[2005] = 0x0b;
    module m;
    with_relocations(&m, body, 2006);
    object o = open_module(&m);
    exercise(o.im);
    assert_int_equal(o.im->fixups_error.status, A3_UNSUPPORTED);
    close_object(&o);
}

/* Without an exported relocation function the constructors call it. */
static void old_constructors(void **state)
{
    (void)state;
    static const struct { const char *name; size_t count; } rows[] = {
        {"__wasm_call_ctors", 9}, {"__wasm_apply_relocs", 9}, {"something_else", 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        module m;
        header(&m);
        dylink(&m);
        imports(&m);
        definitions_with(&m, rows[i].name);
        code(&m);
        data(&m);
        object o = open_module(&m);
        a3_image_load_fixups(o.im);
        assert_int_equal(o.im->fixups.count, rows[i].count);
        assert_int_equal(o.im->fixups_error.status, A3_OK);
        close_object(&o);
    }
}

/* Shared memory: the start function copies the data, once, behind an atomic flag. */
static void passive_data(void **state)
{
    (void)state;
    module m;
    header(&m);
    dylink(&m);
    imports(&m);
    section(&m, 3);
    ADD(&m, 1, 0);
    end(&m);
    section(&m, 8);
    ADD(&m, 2);
    end(&m);
    section(&m, 12);
    ADD(&m, 1);
    end(&m);
    section(&m, 10);
    ADD(&m, 1);
    begin(&m);
    ADD(&m, 1, 1, 0x7f, 0x23, G_BASE, 0x41, 60, 0x6a, 0x21, 0);           /* local 0 = the flag */
    ADD(&m, 0x02, 0x40, 0x02, 0x40, 0x02, 0x40, 0x20, 0, 0x41, 0, 0x41, 1, 0xfe, 0x48, 2, 0, 0x0e, 2, 0, 1, 2, 0x0b);
    ADD(&m, 0x23, G_BASE, 0x41, 8, 0x6a, 0x41, 0, 0x41, 4, 0xfc, 8, 0, 0); /* memory.init 0 at base + 8 */
    ADD(&m, 0x20, 0, 0x41, 2, 0xfe, 0x17, 2, 0, 0x0c, 1, 0x0b, 0x0b, 0xfc, 9, 0, 0x0b);
    end(&m);
    end(&m);
    section(&m, 11);
    ADD(&m, 1, 1, 4, 'd', 'o', 'g', 0);
    end(&m);
    object o = open_module(&m);
    assert_string_equal(a3_image_string(o.im, A3_WASM_BASE + 8, 8), "dog");
    uint64_t word;
    assert_true(a3_image_word(o.im, A3_WASM_BASE + 32, 4, &word));
    exercise(o.im);
    close_object(&o);
    m.data[find(&m, "\xfc\x08\0\0", 4) - 1] = 3; /* only part of it: where its data is, is not known */
    o = open_module(&m);
    assert_false(a3_image_word(o.im, A3_WASM_BASE + 32, 4, &word));
    close_object(&o);
}

/* -- fixtures -- */

static void fixtures(void **state)
{
    (void)state;
    object o = open_fixture("abi3t-good.wasm32.so");
    assert_null(o.im->layout_fault);
    assert_string_equal(o.slice->arch_name, "wasm32");
    assert_non_null(a3_image_import(o.im, "PyLong_FromLong"));
    assert_int_equal(a3_image_import(o.im, "PyExc_ValueError")->flags, A3_SYM_DATA);
    assert_int_equal(o.im->imports.count, 4);
    assert_null(a3_image_import(o.im, "__memory_base"));
    a3_wasm_function hook;
    uint64_t address = a3_image_export(o.im, "PyModExport_demo")->address;
    assert_true(address >= A3_WASM_FUNCTION);
    assert_true(a3_wasm_function_at(o.im, (uint32_t)(address - A3_WASM_FUNCTION), &hook));
    assert_int_equal(hook.params, 0);
    assert_int_equal(hook.results, 1);
    exercise(o.im);
    assert_int_equal(o.im->fixups_error.status, A3_OK);
    assert_int_equal(o.im->fixups.count, 8);
    close_object(&o);
    o = open_fixture("init.wasm32.so");
    assert_non_null(a3_image_import(o.im, "PyModuleDef_Init"));
    assert_non_null(a3_image_export(o.im, "PyInit_demo"));
    exercise(o.im);
    assert_int_equal(o.im->fixups_error.status, A3_OK);
    close_object(&o);
}

static void cut_short(void **state)
{
    (void)state;
    module m;
    side_module(&m);
    for (size_t length = 0; length < m.size; length++) {
        object o = open_bytes(m.data, length);
        if (o.im != NULL) /* a cut between sections can be seen only where code is missing */
            exercise(o.im);
        close_object(&o);
    }
    cut_everywhere("abi3t-good.wasm32.so", true);
}

static void damaged(void **state)
{
    (void)state;
    damage("abi3t-good.wasm32.so", 6000, 5);
    damage("init.wasm32.so", 3000, 6);
    uint64_t seed = 7;
    module good, m;
    side_module(&good);
    for (unsigned round = 0; round < 6000; round++) {
        m = good;
        for (unsigned i = 0; i <= round % 4; i++) {
            seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
            m.data[8 + (size_t)(seed >> 20) % (m.size - 8)] = (uint8_t)(seed >> 50);
        }
        object o = open_bytes(m.data, m.size);
        if (o.im != NULL) {
            exercise(o.im);
            for (uint32_t i = 0; i < 12; i++) {
                a3_wasm_function function;
                a3_wasm_global(o.im, i);
                a3_wasm_function_at(o.im, i, &function);
                a3_wasm_resolve(o.im, A3_WASM_TABLE + i);
            }
        }
        close_object(&o);
    }
}

static void starved(void **state)
{
    (void)state;
    starve("abi3t-good.wasm32.so");
    starve("init.wasm32.so");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(made_by_hand),       cmocka_unit_test(functions_and_globals), cmocka_unit_test(faults),
        cmocka_unit_test(header_faults),      cmocka_unit_test(nul_in_names),          cmocka_unit_test(layout_faults),
        cmocka_unit_test(empty_names),
        cmocka_unit_test(old_dylink),         cmocka_unit_test(other_modules),         cmocka_unit_test(odd_relocations),
        cmocka_unit_test(costly_relocations), cmocka_unit_test(old_constructors),      cmocka_unit_test(passive_data),
        cmocka_unit_test(fixtures),           cmocka_unit_test(cut_short),             cmocka_unit_test(damaged),
        cmocka_unit_test(starved),
    };
    return cmocka_run_group_tests_name("image/wasm", tests, NULL, NULL);
}

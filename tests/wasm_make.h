/* SPDX-License-Identifier: MIT */
/* A wasm side module made by hand, for the tests. */
#ifndef A3_TESTS_WASM_MAKE_H
#define A3_TESTS_WASM_MAKE_H

#include "image_open.h"

typedef struct module {
    uint8_t data[4096];
    size_t size;
    size_t open[4]; /* where the sizes of open sections and subsections stand */
    unsigned depth;
} module;

#define ADD(m, ...) add((m), (const uint8_t[]){__VA_ARGS__}, sizeof (const uint8_t[]){__VA_ARGS__})

static inline void add(module *m, const void *bytes, size_t size)
{
    assert_true(size <= sizeof m->data - m->size);
    memcpy(m->data + m->size, bytes, size);
    m->size += size;
}

static inline void name(module *m, const char *value)
{
    ADD(m, (uint8_t)strlen(value));
    add(m, value, strlen(value));
}

/* A size that is known at the end: five bytes of LEB128, as linkers write them too. */
static inline void begin(module *m)
{
    m->open[m->depth++] = m->size;
    ADD(m, 0, 0, 0, 0, 0);
}

static inline void end(module *m)
{
    size_t at = m->open[--m->depth], size = m->size - at - 5;
    for (unsigned i = 0; i < 5; i++)
        m->data[at + i] = (uint8_t)(((size >> (7 * i)) & 0x7f) | (i < 4 ? 0x80 : 0));
}

static inline void section(module *m, unsigned id)
{
    ADD(m, (uint8_t)id);
    begin(m);
}

static inline void header(module *m)
{
    *m = (module){.size = 0};
    add(m, "\0asm\1\0\0\0", 8);
}

static inline void dylink(module *m)
{
    section(m, 0);
    name(m, "dylink.0");
    ADD(m, 1); /* memory of 64 bytes, table of 2 */
    begin(m);
    ADD(m, 64, 4, 2, 0);
    end(m);
    ADD(m, 2); /* needed */
    begin(m);
    ADD(m, 2);
    name(m, "liba.so");
    name(m, "libb.so");
    end(m);
    ADD(m, 3); /* export info: thread-local */
    begin(m);
    ADD(m, 1);
    name(m, "thread");
    ADD(m, 0x80, 0x02);
    end(m);
    ADD(m, 4); /* import info: f is weak, other is not */
    begin(m);
    ADD(m, 2);
    name(m, "env");
    name(m, "f");
    ADD(m, 0x11);
    name(m, "GOT.mem");
    name(m, "other");
    ADD(m, 0x10);
    end(m);
    ADD(m, 5); /* runtime path */
    begin(m);
    ADD(m, 1);
    name(m, "$ORIGIN/x");
    end(m);
    ADD(m, 99); /* unknown: passed over */
    begin(m);
    ADD(m, 1, 2, 3);
    end(m);
    end(m);
}

static inline void import(module *m, const char *from, const char *what)
{
    name(m, from);
    name(m, what);
}

enum { G_BASE, G_TABLE, G_STACK, G_OTHER, G_F, G_MINE, G_OWN, G_OFFSET, G_SET };

static inline void imports(module *m)
{
    section(m, 1); /* types: () -> (), (i32, i64) -> i32 */
    ADD(m, 2, 0x60, 0, 0, 0x60, 2, 0x7f, 0x7e, 1, 0x7f);
    end(m);
    section(m, 2);
    ADD(m, 10);
    import(m, "env", "memory");
    ADD(m, 2, 0, 1);
    import(m, "env", "__indirect_function_table");
    ADD(m, 1, 0x70, 1, 2, 9);
    import(m, "env", "__memory_base");
    ADD(m, 3, 0x7f, 0);
    import(m, "env", "__table_base");
    ADD(m, 3, 0x7f, 0);
    import(m, "env", "__stack_pointer");
    ADD(m, 3, 0x7f, 1);
    import(m, "GOT.mem", "other");
    ADD(m, 3, 0x7f, 1);
    import(m, "GOT.func", "f");
    ADD(m, 3, 0x7f, 1);
    import(m, "GOT.mem", "mine");
    ADD(m, 3, 0x7f, 1);
    import(m, "env", "f"); /* function 0 */
    ADD(m, 0, 1);
    import(m, "wasi_snapshot_preview1", "clock"); /* function 1 */
    ADD(m, 0, 1);
    end(m);
}

/* Functions 2 relocations, 3 hook, 4 start. Global 6 is "mine", at offset 8; 7 a plain number; 8 is set by the start function. */
static inline void definitions_with(module *m, const char *relocation)
{
    section(m, 3);
    ADD(m, 3, 0, 1, 0);
    end(m);
    section(m, 6);
    ADD(m, 3, 0x7f, 0, 0x41, 8, 0x0b, 0x7f, 0, 0x41, 12, 0x41, 3, 0x6c, 0x0b, 0x7f, 1, 0x41, 0, 0x0b);
    end(m);
    section(m, 7);
    ADD(m, 6);
    name(m, "mine");
    ADD(m, 3, G_OWN);
    name(m, "thread");
    ADD(m, 3, G_OFFSET);
    name(m, relocation);
    ADD(m, 0, 2);
    name(m, "hook");
    ADD(m, 0, 3);
    name(m, "again"); /* an import handed on */
    ADD(m, 0, 0);
    name(m, "memory");
    ADD(m, 2, 0);
    end(m);
    section(m, 8);
    ADD(m, 4);
    end(m);
    section(m, 9); /* slots 0, 1: functions 3 and 0 */
    ADD(m, 1, 0, 0x23, G_TABLE, 0x0b, 2, 3, 0);
    end(m);
}

static inline void definitions(module *m) { definitions_with(m, "__wasm_apply_data_relocs"); }

/* memory[base + offset] = what the bytes push */
#define STORE(m, offset, ...) \
    do { \
        ADD((m), 0x23, G_BASE, 0x41, (offset), 0x6a); \
        ADD((m), __VA_ARGS__); \
        ADD((m), 0x36, 2, 0); \
    } while (0)

static inline void relocations(module *m)
{
    begin(m);
    ADD(m, 1, 2, 0x7f); /* two locals */
    STORE(m, 0, 0x23, G_BASE, 0x41, 20, 0x6a, 0x22, 0);       /* 0: base + 20, kept in local 0 */
    STORE(m, 4, 0x20, 0);                                     /* 4: the same */
    STORE(m, 8, 0x23, G_OTHER, 0x41, 4, 0x6a);                /* 8: other + 4 */
    STORE(m, 12, 0x23, G_F);                                  /* 12: f */
    STORE(m, 16, 0x41, 0, 0x23, G_TABLE, 0x6a);               /* 16: function 3, by slot 0 */
    STORE(m, 20, 0x23, G_TABLE, 0x41, 1, 0x6a);               /* 20: function 0, imported, by slot 1 */
    STORE(m, 24, 0x23, G_MINE);                               /* 24: mine, by its own GOT entry */
    STORE(m, 28, 0x23, G_SET);                                /* 28: base + 40, as the start function set it */
    ADD(m, 0x23, G_BASE, 0x20, 0, 0x36, 2, 32);               /* 32: the store's own offset */
    ADD(m, 0x0b);
    end(m);
}

static inline void code(module *m)
{
    section(m, 10);
    ADD(m, 3);
    relocations(m);
    begin(m); /* the hook: 7 + 1 locals of its own, i32.const 5 */
    ADD(m, 2, 7, 0x7f, 1, 0x7e, 0x41, 5, 0x0b);
    end(m);
    begin(m); /* start: global 8 = base + 40; memory.fill */
    ADD(m, 0, 0x23, G_BASE, 0x41, 40, 0x6a, 0x24, G_SET);
    ADD(m, 0x23, G_BASE, 0x41, 0, 0x41, 0, 0xfc, 11, 0, 0x0b);
    end(m);
    end(m);
}

static inline void data(module *m)
{
    section(m, 11);
    ADD(m, 2, 0, 0x23, G_BASE, 0x0b, 8, 'a', 'b', 'c', 0, 1, 2, 3, 4);
    ADD(m, 2, 0, 0x23, G_BASE, 0x41, 16, 0x6a, 0x0b, 8, 5, 6, 7, 8, 9, 10, 11, 12);
    end(m);
}

static inline void side_module(module *m)
{
    header(m);
    dylink(m);
    imports(m);
    definitions(m);
    code(m);
    data(m);
}

static inline object open_module(const module *m)
{
    object o = open_bytes(m->data, m->size);
    if (o.im == NULL)
        fail_msg("%s", o.slice ? o.slice->err.message : "not recognised");
    return o;
}

/* Where `part` starts in the module; it must be there once. */
static inline size_t find(const module *m, const void *part, size_t size)
{
    size_t found = SIZE_MAX;
    for (size_t i = 0; i + size <= m->size; i++)
        if (memcmp(m->data + i, part, size) == 0) {
            assert_int_equal(found, SIZE_MAX);
            found = i;
        }
    assert_int_not_equal(found, SIZE_MAX);
    return found;
}

/* The contents of the standard section `id`. */
static inline uint8_t *contents(module *m, unsigned id)
{
    for (size_t at = 8; at < m->size;) {
        if (m->data[at] == id)
            return m->data + at + 6;
        a3_cursor c = a3_cursor_at((a3_span){m->data, m->size}, at + 1, false);
        size_t size = (size_t)a3_get_uleb(&c);
        at = c.pos + size;
    }
    fail();
    return NULL;
}

#endif

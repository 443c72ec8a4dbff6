/* SPDX-License-Identifier: MIT */
/* The dylink.0 section of side modules, and the dylink section of those from before 2021 (tool conventions,
 * DynamicLinking.md). A module with a broken one can be read, but no loader takes it: im->layout_fault. */
#include "image/wasm_priv.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

enum { SUB_MEMORY = 1, SUB_NEEDED = 2, SUB_EXPORTS = 3, SUB_IMPORTS = 4, SUB_RUNTIME_PATH = 5 };
enum { SYMBOL_WEAK = 1, SYMBOL_TLS = 0x100 };

__attribute__((format(printf, 2, 3))) static void fault(a3_wasm_reader *r, const char *format, ...)
{
    char text[160];
    va_list args;
    if (r->im->layout_fault != NULL)
        return;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    r->im->layout_fault = a3_strdup(r->arena, text);
}

/* Memory and table that the module needs: sizes and the logarithms of their alignments. */
static void read_memory(a3_wasm_reader *r, a3_cursor *c)
{
    r->w->memory_size = a3_wasm_u32(c);
    a3_wasm_u32(c);
    a3_wasm_u32(c);
    a3_wasm_u32(c);
}

static const char *read_text(a3_wasm_reader *r, a3_cursor *c)
{
    a3_span text = a3_wasm_bytes(c);
    return c->ok ? a3_wasm_copy(r->arena, text) : NULL;
}

static bool read_needed(a3_wasm_reader *r, a3_cursor *c)
{
    uint32_t count = a3_wasm_count(c);
    for (uint32_t i = 0; i < count && c->ok; i++) {
        const char *name = read_text(r, c);
        if (!c->ok)
            return true;
        a3_needed *one = A3_PUSH(r->arena, &r->im->needed);
        if (name == NULL || one == NULL)
            return false;
        one->name = name;
    }
    return true;
}

static bool read_runtime_path(a3_wasm_reader *r, a3_cursor *c)
{
    uint32_t count = a3_wasm_count(c);
    for (uint32_t i = 0; i < count && c->ok; i++) {
        const char *path = read_text(r, c);
        if (!c->ok)
            return true;
        const char **one = A3_PUSH(r->arena, &r->im->runpaths);
        if (path == NULL || one == NULL)
            return false;
        *one = path;
    }
    return true;
}

/* Names with flags: of imports (with the module before each) those that are weak, of exports those in thread-local data. */
static bool read_flags(a3_wasm_reader *r, a3_cursor *c, bool imports)
{
    uint32_t count = a3_wasm_count(c);
    for (uint32_t i = 0; i < count && c->ok; i++) {
        if (imports)
            a3_wasm_bytes(c);
        a3_span name = a3_wasm_bytes(c);
        uint32_t flags = a3_wasm_u32(c);
        if (!c->ok || (flags & (imports ? SYMBOL_WEAK : SYMBOL_TLS)) == 0)
            continue;
        a3_wasm_names *list = imports ? &r->w->weak_imports : &r->w->tls_exports;
        const char *text = a3_wasm_copy(r->arena, name);
        const char **one = A3_PUSH(r->arena, list);
        if (text == NULL || one == NULL)
            return false;
        *one = text;
    }
    return true;
}

static bool read_part(a3_wasm_reader *r, unsigned type, a3_cursor *c)
{
    switch (type) {
    case SUB_MEMORY:
        read_memory(r, c);
        return true;
    case SUB_NEEDED:
        return read_needed(r, c);
    case SUB_EXPORTS:
        return read_flags(r, c, false);
    case SUB_IMPORTS:
        return read_flags(r, c, true);
    case SUB_RUNTIME_PATH:
        return read_runtime_path(r, c);
    default:
        a3_seek(c, c->in.size);
        return true;
    }
}

static bool read_parts(a3_wasm_reader *r, a3_cursor *c)
{
    while (c->ok && a3_left(c) > 0) {
        size_t pos = c->pos;
        unsigned type = a3_get8(c);
        a3_cursor part = a3_cursor_at(a3_wasm_bytes(c), 0, false);
        if (!c->ok) {
            fault(r, "dylink.0 section: subsection %u at 0x%zx of it ends behind the section's end", type, pos);
            return true;
        }
        if (!read_part(r, type, &part))
            return a3_wasm_nomem(r);
        if (!part.ok || a3_left(&part) > 0)
            fault(r, "dylink.0 section: subsection %u at 0x%zx of it is %s", type, pos,
                  part.ok ? "longer than its contents" : "cut short");
    }
    return true;
}

bool a3_wasm_read_dylink(a3_wasm_reader *r, a3_span contents, bool legacy)
{
    a3_cursor c = a3_cursor_at(contents, 0, false);
    if (!legacy)
        return read_parts(r, &c);
    read_memory(r, &c);
    if (!read_needed(r, &c))
        return a3_wasm_nomem(r);
    if (!c.ok)
        fault(r, "dylink section: it is cut short");
    return true;
}

/* SPDX-License-Identifier: MIT */
/* Exports of a PE image ("The .edata Section"). What is data and what is code cannot be told. */
#include "image/pe.h"

#include <inttypes.h>
#include <string.h>

typedef struct export_tables {
    a3_pe *pe;
    a3_image *im;
    a3_span functions; /* u32 RVAs, by ordinal - base */
    uint32_t function_count;
    a3_pe_directory directory;
} export_tables;

static bool malformed(export_tables *t, const char *what, uint64_t rva)
{
    a3_fail_at(&t->im->symbols, A3_MALFORMED, A3_NO_OFFSET, "export directory: %s RVA 0x%" PRIx64, what, rva);
    return false;
}

/* An address inside the export directory is not code but the text of a forward, "other.function" or "other.#12". */
static bool push(export_tables *t, const char *name, uint32_t index)
{
    a3_image *im = t->im;
    uint32_t rva = (uint32_t)a3_load(t->functions.data + (size_t)index * 4, 4, false);
    if (rva == 0)
        return true;
    if (im->exports.count >= im->limits->symbols) {
        a3_fail(&im->symbols, A3_LIMIT, "more than %" PRIu64 " exports", im->limits->symbols);
        return false;
    }
    a3_export *one = A3_PUSH(im->arena, &im->exports);
    if (one == NULL) {
        a3_fail(&im->symbols, A3_NOMEM, "no memory for the exports");
        return false;
    }
    *one = (a3_export){.name = name, .address = im->base + rva, .flags = name ? 0 : A3_SYM_ORDINAL};
    if (rva - t->directory.rva < t->directory.size && rva >= t->directory.rva) {
        one->address = 0;
        one->flags |= A3_SYM_FORWARD;
        one->forward = a3_pe_string(t->pe, rva);
        if (one->forward == NULL)
            malformed(t, "the text of a forward is outside the file's data, at", rva);
    }
    return true;
}

/* `count` elements of `size` bytes at `rva`; `what` for the message. */
static bool table(export_tables *t, uint32_t rva, uint32_t count, unsigned size, const char *what, a3_span *out)
{
    a3_pe_window window;
    *out = (a3_span){NULL, 0};
    if (count == 0)
        return true;
    if (!a3_pe_map(t->pe, rva, &window) || !a3_span_sub(window.file, 0, (uint64_t)count * size, out)) {
        a3_fail_at(&t->im->symbols, A3_MALFORMED, a3_pe_offset(t->pe, window.file.data),
                   "export directory: the table of %" PRIu32 " %s at RVA 0x%" PRIx32 " is outside the file's data", count, what,
                   rva);
        return false;
    }
    return true;
}

/* Exports with a name; each function that has one is marked in `named`. */
static bool push_named(export_tables *t, a3_span names, a3_span ordinals, uint8_t *named)
{
    for (size_t i = 0; i < names.size / 4; i++) {
        uint32_t rva = (uint32_t)a3_load(names.data + i * 4, 4, false);
        uint32_t index = (uint32_t)a3_load(ordinals.data + i * 2, 2, false);
        const char *name = a3_pe_string(t->pe, rva);
        if (name == NULL) {
            malformed(t, t->pe->name_fuel ? "a name is outside the file's data, at" : "names overlap, up to that at", rva);
            if (t->pe->name_fuel == 0)
                return false;
            continue;
        }
        if (index >= t->function_count) {
            a3_fail_at(&t->im->symbols, A3_MALFORMED, a3_pe_offset(t->pe, ordinals.data + i * 2),
                       "export directory: %s is function %" PRIu32 " of %" PRIu32, name, index, t->function_count);
            continue;
        }
        named[index / 8] |= (uint8_t)(1u << index % 8);
        if (!push(t, name, index))
            return false;
    }
    return true;
}

void a3_pe_read_exports(a3_pe *pe)
{
    export_tables t = {.pe = pe, .im = pe->im, .directory = pe->directories[A3_PE_EXPORTS]};
    a3_pe_window window;
    a3_span names, ordinals;
    if (t.directory.rva == 0)
        return;
    if (!a3_pe_map(pe, t.directory.rva, &window)) {
        malformed(&t, "outside the image, at", t.directory.rva);
        return;
    }
    a3_cursor c = a3_cursor_at(window.file, 12, false);
    uint32_t own_name = a3_get32(&c);
    a3_skip(&c, 4); /* number of the first ordinal */
    t.function_count = a3_get32(&c);
    uint32_t name_count = a3_get32(&c);
    uint32_t functions_at = a3_get32(&c), names_at = a3_get32(&c), ordinals_at = a3_get32(&c);
    if (!c.ok) {
        malformed(&t, "cut short, it starts at", t.directory.rva);
        return;
    }
    pe->name_fuel = (uint64_t)pe->im->bytes.size * 2;
    if (own_name != 0) {
        pe->im->soname = a3_pe_string(pe, own_name);
        if (pe->im->soname == NULL)
            malformed(&t, "its name is outside the file's data, at", own_name);
    }
    if (!table(&t, functions_at, t.function_count, 4, "functions", &t.functions) ||
        !table(&t, names_at, name_count, 4, "names", &names) ||
        !table(&t, ordinals_at, name_count, 2, "name ordinals", &ordinals))
        return;
    uint8_t *named = a3_alloc(pe->im->arena, t.function_count / 8 + 1);
    if (named == NULL) {
        a3_fail(&pe->im->symbols, A3_NOMEM, "no memory for the exports");
        return;
    }
    if (!push_named(&t, names, ordinals, named))
        return;
    for (uint32_t i = 0; i < t.function_count; i++)
        if ((named[i / 8] >> i % 8 & 1) == 0 && !push(&t, NULL, i))
            return;
}

/* SPDX-License-Identifier: MIT */
/* Imports and delay imports of a PE image ("The .idata Section", "Delay-Load Import Tables").
 *
 * Names are taken as they are written: import tables of DLLs that follow the C calling convention carry no decoration, and
 * where a stdcall name is decorated ("_f@4") that is the name which the loader looks for. */
#include "image/pe.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* MAX_PATH of Windows. Sorting looks at the library's name once for each import: it must be short. */
enum { LONGEST_LIBRARY = 260 };

/* One library, from either kind of table. Addresses are relative to the image base. */
typedef struct descriptor {
    uint64_t library, lookup, addresses; /* RVAs: name, table of names or ordinals, import address table */
    uint64_t bias;                       /* to be subtracted from what the tables hold: old delay tables hold addresses */
    bool delay;
    unsigned index;                      /* in its directory */
    const char *name;                    /* NULL: not read yet */
} descriptor;

typedef struct walk {
    a3_pe *pe;
    const a3_pe_import_visitor *visitor;
    a3_err *err;
    bool stopped;
} walk;

static const char *directory_name(bool delay) { return delay ? "delay import directory" : "import directory"; }

/* "import directory entry 3 (KERNEL32.dll): WHAT RVA 0x1234" */
static void fail(walk *w, const descriptor *d, uint64_t offset, const char *what, uint64_t rva)
{
    if (w->err->status != A3_OK)
        return;
    a3_fail_at(w->err, A3_MALFORMED, offset, "%s RVA 0x%" PRIx64, what, rva);
    if (d->name != NULL)
        a3_err_prefix(w->err, "%s entry %u (%.64s)", directory_name(d->delay), d->index, d->name);
    else
        a3_err_prefix(w->err, "%s entry %u", directory_name(d->delay), d->index);
}

static bool is_zero(a3_span bytes)
{
    for (size_t i = 0; i < bytes.size; i++)
        if (bytes.data[i] != 0)
            return false;
    return true;
}

/* One lookup entry: an ordinal if the top bit is set, else the RVA of a hint and a name. False: the walk is over. */
static bool visit_entry(walk *w, const descriptor *d, uint64_t entry, uint64_t offset, uint64_t index)
{
    a3_pe *pe = w->pe;
    unsigned width = pe->im->pointer_size;
    a3_pe_import one = {.library = d->name, .flags = d->delay ? A3_SYM_DELAY : 0,
                        .address = pe->im->base + d->addresses + index * width};
    if (entry >> (8 * width - 1) != 0) {
        one.ordinal = (uint32_t)(entry & 0xffff);
        one.flags |= A3_SYM_ORDINAL;
    } else {
        uint64_t rva = entry - d->bias;
        one.name = a3_pe_string(pe, rva + 2); /* behind the hint */
        if (one.name == NULL || *one.name == 0) {
            bool dry = one.name == NULL && pe->name_fuel == 0;
            fail(w, d, offset, dry            ? "names overlap, they are longer than the file together, up to that at"
                               : one.name == NULL ? "the name of an entry is outside the file's data, at"
                                              : "the name of an entry is empty, at",
                 rva);
            return !dry;
        }
    }
    w->stopped = !w->visitor->import(w->visitor->context, &one);
    return !w->stopped;
}

/* The lookup table of one library, up to its zero entry. */
static void visit_entries(walk *w, const descriptor *d)
{
    a3_pe *pe = w->pe;
    unsigned width = pe->im->pointer_size;
    a3_pe_window table;
    if (!a3_pe_map(pe, d->lookup, &table)) {
        fail(w, d, A3_NO_OFFSET, "the lookup table is outside the image, at", d->lookup);
        return;
    }
    a3_cursor c = a3_cursor_at(table.file, 0, false);
    for (uint64_t index = 0;; index++) {
        uint64_t offset = a3_pe_offset(pe, table.file.data) + c.pos;
        if (a3_left(&c) < width) {
            if (a3_left(&c) + table.zeros < width || !is_zero(a3_get_span(&c, a3_left(&c))))
                fail(w, d, offset, "the lookup table has no end, it starts at", d->lookup);
            return;
        }
        uint64_t entry = a3_get_word(&c, width);
        if (entry == 0)
            return;
        if (pe->entry_fuel == 0) {
            fail(w, d, offset, "more entries than the file has room for: tables overlap, this one starts at", d->lookup);
            w->stopped = true;
            return;
        }
        pe->entry_fuel--;
        if (!visit_entry(w, d, entry, offset, index))
            return;
    }
}

/* `offset`: of the descriptor in the member. */
static void visit_library(walk *w, descriptor *d, uint64_t offset)
{
    d->name = a3_pe_string(w->pe, d->library);
    if (d->name == NULL) {
        fail(w, d, offset, "the library's name is outside the file's data, at", d->library);
        return;
    }
    if (strlen(d->name) > LONGEST_LIBRARY) {
        fail(w, d, offset, "the library's name is longer than any path, at", d->library);
        return;
    }
    if (w->visitor->library != NULL && !w->visitor->library(w->visitor->context, d->name, d->delay))
        w->stopped = true;
    else
        visit_entries(w, d);
}

/* The loader takes the original table unless it lies outside the image: old linkers left rubbish there. */
static uint64_t choose_lookup(const a3_pe *pe, uint32_t original, uint32_t first)
{
    return original >= pe->headers_size && original < pe->image_size ? original : first;
}

static void read_normal(a3_cursor *c, const a3_pe *pe, descriptor *d)
{
    uint32_t original = a3_get32(c);
    a3_skip(c, 8); /* TimeDateStamp, ForwarderChain */
    d->library = a3_get32(c);
    d->addresses = a3_get32(c);
    d->lookup = choose_lookup(pe, original, (uint32_t)d->addresses);
}

/* Bit 0 of the attributes: the fields are RVAs. Without it (Visual C++ 6, 32-bit only) they are addresses. */
static void read_delay(a3_cursor *c, const a3_pe *pe, descriptor *d)
{
    bool relative = a3_get32(c) & 1;
    d->library = a3_get32(c);
    a3_skip(c, 4); /* module handle */
    d->addresses = a3_get32(c);
    d->lookup = a3_get32(c);
    a3_skip(c, 12); /* bound and unload tables, time stamp */
    if (relative || d->library == 0)
        return;
    d->bias = pe->im->base;
    d->library -= d->bias;
    d->lookup -= d->bias;
    d->addresses -= d->bias;
}

/* The directory's size is not looked at, as the loader does not: it ends with an entry that names no library. */
static void visit_directory(walk *w, bool delay)
{
    a3_pe *pe = w->pe;
    uint32_t rva = pe->directories[delay ? A3_PE_DELAY_IMPORTS : A3_PE_IMPORTS].rva;
    size_t entry = delay ? 32 : 20;
    a3_pe_window table;
    if (rva == 0)
        return;
    if (!a3_pe_map(pe, rva, &table)) {
        a3_fail(w->err, A3_MALFORMED, "%s: outside the image, at RVA 0x%" PRIx32, directory_name(delay), rva);
        return;
    }
    a3_cursor c = a3_cursor_at(table.file, 0, false);
    for (unsigned index = 0; !w->stopped; index++) {
        uint64_t offset = a3_pe_offset(pe, table.file.data) + c.pos;
        if (a3_left(&c) < entry) {
            if (a3_left(&c) + table.zeros < entry || !is_zero(a3_get_span(&c, a3_left(&c))))
                a3_fail_at(w->err, A3_MALFORMED, offset, "%s: it has no end, it starts at RVA 0x%" PRIx32, directory_name(delay),
                           rva);
            return;
        }
        descriptor d = {.delay = delay, .index = index};
        if (delay)
            read_delay(&c, pe, &d);
        else
            read_normal(&c, pe, &d);
        if (d.library == 0 || (!delay && d.addresses == 0))
            return;
        visit_library(w, &d, offset);
    }
}

void a3_pe_each_import(a3_pe *pe, const a3_pe_import_visitor *visitor, a3_err *err)
{
    walk w = {.pe = pe, .visitor = visitor, .err = err};
    pe->entry_fuel = pe->im->bytes.size / pe->im->pointer_size;
    visit_directory(&w, false);
    if (!w.stopped)
        visit_directory(&w, true);
}

/* -- the neutral tables -- */

typedef struct collect {
    a3_image *im;
    a3_imports numbered; /* by ordinal: to be put in order, a3_image_finish sorts by names alone */
} collect;

static bool push_library(void *context, const char *name, bool delay)
{
    a3_image *im = ((collect *)context)->im;
    a3_needed *one = NULL;
    if (im->needed.count >= im->limits->load_commands) {
        a3_fail(&im->symbols, A3_LIMIT, "more than %" PRIu64 " imported libraries", im->limits->load_commands);
        return false;
    }
    one = A3_PUSH(im->arena, &im->needed);
    if (one == NULL) {
        a3_fail(&im->symbols, A3_NOMEM, "no memory for the imported libraries");
        return false;
    }
    *one = (a3_needed){.name = name, .flags = delay ? A3_NEEDED_DELAY : 0};
    return true;
}

static bool push_import(void *context, const a3_pe_import *one)
{
    collect *k = context;
    a3_image *im = k->im;
    if (im->imports.count + k->numbered.count >= im->limits->symbols) {
        a3_fail(&im->symbols, A3_LIMIT, "more than %" PRIu64 " imports", im->limits->symbols);
        return false;
    }
    a3_imports *list = one->name ? &im->imports : &k->numbered;
    a3_import *pushed = A3_PUSH(im->arena, list);
    if (pushed == NULL) {
        a3_fail(&im->symbols, A3_NOMEM, "no memory for the imports");
        return false;
    }
    *pushed = (a3_import){.name = one->name, .library = one->library, .ordinal = one->ordinal, .flags = one->flags};
    return true;
}

static int compare_ordinals(const void *a, const void *b)
{
    const a3_import *x = a, *y = b;
    return x->ordinal < y->ordinal ? -1 : x->ordinal > y->ordinal;
}

void a3_pe_read_imports(a3_pe *pe)
{
    a3_image *im = pe->im;
    collect k = {.im = im};
    const a3_pe_import_visitor visitor = {push_library, push_import, &k};
    pe->name_fuel = (uint64_t)im->bytes.size * 2;
    a3_pe_each_import(pe, &visitor, &im->symbols);
    if (k.numbered.count > 1)
        qsort(k.numbered.items, k.numbered.count, sizeof *k.numbered.items, compare_ordinals);
    for (size_t i = 0; i < k.numbered.count; i++) {
        a3_import *one = A3_PUSH(im->arena, &im->imports);
        if (one == NULL) {
            a3_fail(&im->symbols, A3_NOMEM, "no memory for the imports");
            return;
        }
        *one = k.numbered.items[i];
    }
}

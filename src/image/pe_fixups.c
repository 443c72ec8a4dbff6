/* SPDX-License-Identifier: MIT */
/* What the Windows loader writes into a PE image: base relocations ("The .reloc Section") and import address tables. */
#include "image/pe.h"

#include <inttypes.h>
#include <string.h>

enum { RELOCATION_ABSOLUTE = 0, RELOCATION_HIGHLOW = 3, RELOCATION_HIGHADJ = 4, RELOCATION_DIR64 = 10 };
enum { BLOCK_HEADER = 8, BLOCK_SPAN = 0x1000 };

typedef struct loading {
    a3_pe *pe;
    a3_image *im;
    const a3_segment *segment; /* of the last relocation: they come page by page */
} loading;

static bool push(loading *l, a3_fixup fixup)
{
    a3_fixup *one = A3_PUSH(l->im->arena, &l->im->fixups);
    if (one == NULL) {
        a3_fail(&l->im->fixups_error, A3_NOMEM, "no memory for the relocations");
        return false;
    }
    *one = fixup;
    return true;
}

/* The value in place is an address already, as if the image were loaded at its preferred base. */
static bool relocate(loading *l, uint64_t rva, uint8_t size, uint64_t offset)
{
    uint64_t address = l->im->base + rva;
    if (l->segment == NULL || address < l->segment->address || address - l->segment->address >= l->segment->size)
        l->segment = rva < l->pe->image_size ? a3_image_segment(l->im, address) : NULL;
    const a3_segment *s = l->segment;
    if (s == NULL || size > s->size - (address - s->address)) {
        a3_fail_at(&l->im->fixups_error, A3_MALFORMED, offset, "base relocation at RVA 0x%" PRIx64 ", outside the image", rva);
        return true;
    }
    a3_span word;
    uint64_t value = 0;
    if (a3_span_sub(s->file, address - s->address, size, &word))
        value = a3_load(word.data, size, false);
    else
        a3_image_word(l->im, address, size, &value);
    return push(l, (a3_fixup){.address = address, .target = value, .kind = A3_FIXUP_ADDRESS, .size = size});
}

/* The entries of one block: 4 bits of type, 12 bits of offset from the block's RVA. False: no memory. */
static bool relocate_block(loading *l, uint32_t page, a3_span entries)
{
    a3_cursor c = a3_cursor_at(entries, 0, false);
    while (a3_left(&c) >= 2) {
        uint64_t offset = a3_pe_offset(l->pe, entries.data) + c.pos;
        unsigned entry = a3_get16(&c), type = entry >> 12;
        uint64_t rva = (uint64_t)page + entry % BLOCK_SPAN;
        if (type == RELOCATION_HIGHLOW || type == RELOCATION_DIR64) {
            if (!relocate(l, rva, type == RELOCATION_DIR64 ? 8 : 4, offset))
                return false;
        } else if (type != RELOCATION_ABSOLUTE) {
            a3_fail_at(&l->im->fixups_error, A3_UNSUPPORTED, offset, "base relocation of type %u at RVA 0x%" PRIx64, type, rva);
            if (type == RELOCATION_HIGHADJ)
                a3_skip(&c, 2); /* its second half */
        }
    }
    return true;
}

static void load_relocations(loading *l)
{
    a3_pe_directory directory = l->pe->directories[A3_PE_RELOCATIONS];
    a3_pe_window window;
    if (directory.rva == 0 || directory.size == 0)
        return;
    if (!a3_pe_map(l->pe, directory.rva, &window)) {
        a3_fail(&l->im->fixups_error, A3_MALFORMED, "the base relocations are outside the image, at RVA 0x%" PRIx32,
                directory.rva);
        return;
    }
    if (window.file.size < directory.size)
        a3_fail_at(&l->im->fixups_error, A3_MALFORMED, a3_pe_offset(l->pe, window.file.data),
                   "the base relocations (0x%" PRIx32 " bytes at RVA 0x%" PRIx32 ") end outside the file's data", directory.size,
                   directory.rva);
    else
        window.file.size = directory.size;
    a3_cursor c = a3_cursor_at(window.file, 0, false);
    while (a3_left(&c) >= BLOCK_HEADER) {
        uint64_t offset = a3_pe_offset(l->pe, window.file.data) + c.pos;
        uint32_t page = a3_get32(&c), size = a3_get32(&c);
        if (page == 0 && size == 0)
            return; /* padding */
        if (size < BLOCK_HEADER || size - BLOCK_HEADER > a3_left(&c)) {
            a3_fail_at(&l->im->fixups_error, A3_MALFORMED, offset,
                       "base relocation block of 0x%" PRIx32 " bytes: 0x%zx are left", size, a3_left(&c) + BLOCK_HEADER);
            return;
        }
        if (!relocate_block(l, page, a3_get_span(&c, size - BLOCK_HEADER)))
            return;
    }
}

/* Imports by number stand before the named ones, in order of (library, ordinal). */
static size_t find_numbered(const a3_image *im, const char *library, uint32_t ordinal)
{
    size_t low = 0, high = im->imports.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const a3_import *one = &im->imports.items[middle];
        int order = one->name != NULL ? 1 : strcmp(one->library, library);
        if (order < 0 || (order == 0 && one->ordinal < ordinal))
            low = middle + 1;
        else
            high = middle;
    }
    if (low >= im->imports.count)
        return SIZE_MAX;
    const a3_import *one = &im->imports.items[low];
    return one->name == NULL && one->ordinal == ordinal && strcmp(one->library, library) == 0 ? low : SIZE_MAX;
}

static bool push_import(void *context, const a3_pe_import *one)
{
    loading *l = context;
    size_t index = one->name ? a3_image_import_index(l->im, one->name, one->library)
                             : find_numbered(l->im, one->library, one->ordinal);
    if (index == SIZE_MAX || a3_image_segment(l->im, one->address) == NULL)
        return true; /* the tables were over a limit; or nothing is there to write to */
    return push(l, (a3_fixup){.address = one->address, .target = index, .kind = A3_FIXUP_IMPORT,
                              .size = l->im->pointer_size});
}

/* Delay-loaded entries also have base relocations, to the code that loads them: of several fixups at one address the last
 * stands, so that imports come last. */
void a3_pe_load_fixups(a3_image *im)
{
    a3_pe *pe = im->priv;
    loading l = {.pe = pe, .im = im};
    const a3_pe_import_visitor visitor = {NULL, push_import, &l};
    a3_err reported = A3_ERR_INIT; /* already in im->symbols */
    load_relocations(&l);
    pe->name_fuel = (uint64_t)im->bytes.size * 2;
    a3_pe_each_import(pe, &visitor, &reported);
}

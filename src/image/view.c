/* SPDX-License-Identifier: MIT */
/* The loaded image: address -> bytes, and what the loader writes there. */
#include "image/image.h"

#include <stdlib.h>
#include <string.h>

const a3_segment *a3_image_segment(const a3_image *im, uint64_t address)
{
    size_t low = 0, high = im->segments.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (im->segments.items[middle].address <= address)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return NULL;
    const a3_segment *segment = &im->segments.items[low - 1];
    return address - segment->address < segment->size ? segment : NULL;
}

bool a3_image_read(const a3_image *im, uint64_t address, void *out, size_t size)
{
    const a3_segment *segment = a3_image_segment(im, address);
    if (segment == NULL)
        return false;
    uint64_t at = address - segment->address;
    if (size > segment->size - at)
        return false;
    size_t there = at < segment->file.size ? segment->file.size - (size_t)at : 0;
    if (there > size)
        there = size;
    if (there > 0)
        memcpy(out, segment->file.data + at, there);
    if (there < size)
        memset((uint8_t *)out + there, 0, size - there);
    return true;
}

const char *a3_image_string(const a3_image *im, uint64_t address, size_t most)
{
    const a3_segment *segment = a3_image_segment(im, address);
    if (segment == NULL)
        return NULL;
    a3_span text = a3_span_from(segment->file, address - segment->address);
    if (text.size > most)
        text.size = most;
    return a3_span_string(text, 0);
}

bool a3_image_word(const a3_image *im, uint64_t address, unsigned size, uint64_t *out)
{
    uint8_t raw[8];
    if (size == 0 || size > sizeof raw || !a3_image_read(im, address, raw, size))
        return false;
    *out = a3_load(raw, size, im->big_endian);
    return true;
}

/* Length of the ascending run that starts at `from`. */
static size_t run_end(const a3_fixup *items, size_t from, size_t count)
{
    size_t end = from + 1;
    while (end < count && items[end - 1].address <= items[end].address)
        end++;
    return end;
}

static void merge_runs(const a3_fixup *in, a3_fixup *out, size_t from, size_t middle, size_t end)
{
    size_t left = from, right = middle;
    for (size_t at = from; at < end; at++) {
        bool take_left = left < middle && (right >= end || in[left].address <= in[right].address);
        out[at] = take_left ? in[left++] : in[right++];
    }
}

/* Merge sort by the runs that are there: linkers write most relocations in ascending order, and it is stable, so that
 * the last of several writes to one address can be told. */
static bool sort_fixups(a3_fixups *list)
{
    size_t count = list->count;
    if (count < 2 || run_end(list->items, 0, count) == count)
        return true;
    a3_fixup *spare = calloc(count, sizeof *spare);
    if (spare == NULL)
        return false;
    a3_fixup *in = list->items, *out = spare;
    for (size_t runs = 2; runs > 1;) {
        runs = 0;
        for (size_t from = 0; from < count; runs++) {
            size_t middle = run_end(in, from, count);
            size_t end = middle < count ? run_end(in, middle, count) : count;
            merge_runs(in, out, from, middle, end);
            from = end;
        }
        a3_fixup *other = in;
        in = out;
        out = other;
    }
    if (in != list->items)
        memcpy(list->items, in, count * sizeof *in);
    free(spare);
    return true;
}

/* One entry an address: the last write stays. */
static void drop_duplicates(a3_fixups *list)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (kept > 0 && list->items[kept - 1].address == list->items[i].address)
            list->items[kept - 1] = list->items[i];
        else
            list->items[kept++] = list->items[i];
    }
    list->count = kept;
}

void a3_image_load_fixups(a3_image *im)
{
    if (im->fixups_loaded)
        return;
    im->fixups_loaded = true;
    if (im->ops == NULL || im->ops->load_fixups == NULL)
        return;
    im->ops->load_fixups(im);
    if (!sort_fixups(&im->fixups)) {
        im->fixups.count = 0;
        a3_fail(&im->fixups_error, A3_NOMEM, "no memory to sort the relocations");
    }
    drop_duplicates(&im->fixups);
}

/* The first fixup at `address` or behind it. */
static size_t fixup_bound(const a3_image *im, uint64_t address)
{
    size_t low = 0, high = im->fixups.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (im->fixups.items[middle].address < address)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const a3_fixup *a3_image_fixup(a3_image *im, uint64_t address)
{
    a3_image_load_fixups(im);
    size_t at = fixup_bound(im, address);
    return at < im->fixups.count && im->fixups.items[at].address == address ? &im->fixups.items[at] : NULL;
}

a3_pointer a3_image_pointer(a3_image *im, uint64_t address)
{
    const a3_pointer none = {.kind = A3_POINTER_NONE};
    a3_image_load_fixups(im);
    uint64_t plain;
    if (!a3_image_word(im, address, im->pointer_size, &plain))
        return none;
    size_t at = fixup_bound(im, address);
    const a3_fixup *items = im->fixups.items;
    if (at < im->fixups.count && items[at].address == address && items[at].kind == A3_FIXUP_UNKNOWN)
        return none;
    if (at < im->fixups.count && items[at].address == address && items[at].size == im->pointer_size)
        return (a3_pointer){.kind = items[at].kind == A3_FIXUP_IMPORT ? A3_POINTER_IMPORT : A3_POINTER_ADDRESS,
                            .value = items[at].target,
                            .addend = items[at].kind == A3_FIXUP_IMPORT ? items[at].addend : 0};
    bool covered = at < im->fixups.count && items[at].address - address < im->pointer_size;
    covered = covered || (at > 0 && address - items[at - 1].address < items[at - 1].size);
    return covered ? none : (a3_pointer){.kind = A3_POINTER_PLAIN, .value = plain};
}

void a3_image_check_signature(a3_image *im)
{
    if (im->ops != NULL && im->ops->check_signature != NULL)
        im->ops->check_signature(im);
}

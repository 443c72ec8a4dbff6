/* SPDX-License-Identifier: MIT */
/* Everything that can be asked of an image, so that a broken one has every chance to do harm. Whoever includes it says what
 * MUST does with a promise that is not kept. */
#ifndef A3_TESTS_EXERCISE_H
#define A3_TESTS_EXERCISE_H

#include <string.h>

#include "image/image.h"

static inline size_t length_of(const char *text) { return text ? strlen(text) : 0; }

/* The tables that opening made: sorted, and every name there. */
static inline uint64_t exercise_tables(const a3_image *im)
{
    const bool sorted = im->symbols.status != A3_NOMEM;
    uint64_t sum = length_of(im->soname) + length_of(im->interpreter) + length_of(im->layout_fault) + strlen(im->arch_name);
    for (size_t i = 0; i < im->imports.count; i++) {
        const a3_import *one = &im->imports.items[i];
        MUST(one->name != NULL || (one->flags & A3_SYM_ORDINAL) != 0);
        sum += length_of(one->name) + length_of(one->library) + length_of(one->version) + one->ordinal;
        MUST(!sorted || one->name == NULL || a3_image_import(im, one->name) != NULL);
    }
    for (size_t i = 0; i < im->exports.count; i++) {
        const a3_export *one = &im->exports.items[i];
        MUST(one->name != NULL || (one->flags & A3_SYM_ORDINAL) != 0);
        sum += length_of(one->name) + length_of(one->forward);
        MUST(!sorted || one->name == NULL || a3_image_export(im, one->name) != NULL);
    }
    for (size_t i = 0; i < im->needed.count; i++)
        sum += strlen(im->needed.items[i].name);
    for (size_t i = 0; i < im->versions.count; i++)
        sum += length_of(im->versions.items[i].library) + length_of(im->versions.items[i].version);
    for (size_t i = 0; i < im->rpaths.count; i++)
        sum += strlen(im->rpaths.items[i]);
    for (size_t i = 0; i < im->runpaths.count; i++)
        sum += strlen(im->runpaths.items[i]);
    static const char *const names[] = {"Py_Initialize", "_PyRuntime", NULL};
    return sum + length_of(a3_image_defines(im, names));
}

static inline uint64_t exercise(a3_image *im)
{
    uint64_t sum = exercise_tables(im);
    a3_image_load_fixups(im);
    for (size_t i = 0; i < im->fixups.count; i++) {
        const a3_fixup *one = &im->fixups.items[i];
        MUST(i == 0 || one[-1].address < one->address);
        MUST(one->kind != A3_FIXUP_IMPORT || one->target < im->imports.count);
        MUST(one->size == 4 || one->size == 8);
        sum += a3_image_pointer(im, one->address).value;
    }
    for (size_t i = 0; i < im->segments.count; i++) {
        const a3_segment *one = &im->segments.items[i];
        uint64_t word;
        MUST(one->file.size <= one->size);
        MUST(i == 0 || one[-1].address + one[-1].size <= one->address);
        for (size_t k = 0; k < one->file.size; k += 4096)
            sum += one->file.data[k] + (one->file.size > 0 ? one->file.data[one->file.size - 1] : 0u);
        if (a3_image_word(im, one->address + one->size - 1, 1, &word))
            sum += word;
        sum += length_of(a3_image_string(im, one->address, 4096));
    }
    a3_image_check_signature(im);
    MUST(im->signature != A3_SIGNATURE_INVALID || im->signature_error.message[0] != '\0');
    return sum;
}

#endif

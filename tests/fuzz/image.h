/* SPDX-License-Identifier: MIT */
/* The four image targets: bytes of one format, opened by its own reader, and everything asked of what comes out. */
#ifndef A3_TESTS_FUZZ_IMAGE_H
#define A3_TESTS_FUZZ_IMAGE_H

#include "fuzz.h"

#include "../exercise.h"

typedef void open_fn(a3_span bytes, const a3_limits *limits, a3_arena *arena, a3_slices *slices);

/* A slice has an image, or says why not. */
static inline void fuzz_image(const uint8_t *data, size_t size, open_fn *open)
{
    const a3_limits limits = A3_LIMITS_DEFAULT;
    a3_arena arena;
    a3_slices slices = {0};
    a3_arena_init(&arena, (size_t)64 << 20);
    open((a3_span){data, size}, &limits, &arena, &slices);
    for (size_t i = 0; i < slices.count; i++) {
        const a3_slice *one = &slices.items[i];
        MUST((one->image == NULL) == (one->err.status != A3_OK));
        if (one->image != NULL)
            exercise(one->image);
        else
            MUST(one->err.message[0] != '\0');
    }
    a3_arena_free(&arena);
}

#endif

/* SPDX-License-Identifier: MIT */
#include "image/image.h"

void a3_wasm_open(a3_span bytes, const a3_limits *limits, a3_arena *arena, a3_slices *slices)
{
    (void)bytes;
    (void)limits;
    if (a3_slice_new(slices, arena, A3_FORMAT_WASM) != NULL)
        a3_slice_fail(slices, A3_UNSUPPORTED, 0, "wasm objects are not read yet");
}

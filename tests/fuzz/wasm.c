/* SPDX-License-Identifier: MIT */
/* wasm: sections, dylink.0, imports, exports, globals, data, relocation functions. */
#include "image.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_image(data, size, a3_wasm_open);
    return 0;
}

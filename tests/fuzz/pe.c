/* SPDX-License-Identifier: MIT */
/* PE: sections, imports, delayed imports, exports, base relocations. */
#include "image.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_image(data, size, a3_pe_open);
    return 0;
}

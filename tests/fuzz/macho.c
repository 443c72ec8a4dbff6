/* SPDX-License-Identifier: MIT */
/* Mach-O: fat and thin, load commands, symbols, export trie, binds, chained fixups, signatures. */
#include "image.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_image(data, size, a3_macho_open);
    return 0;
}

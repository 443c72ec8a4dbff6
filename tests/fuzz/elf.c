/* SPDX-License-Identifier: MIT */
/* ELF: headers, dynamic section, symbols, versions, notes, relocations. */
#include "image.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_image(data, size, a3_elf_open);
    return 0;
}

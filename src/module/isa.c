/* SPDX-License-Identifier: MIT */
#include "module/lift.h"

const a3_isa *a3_isa_for(const a3_image *im)
{
    switch (im->arch) {
    case A3_ARCH_X86_64:
        return im->os == A3_OS_WINDOWS ? &a3_isa_x86_64_win : &a3_isa_x86_64_sysv;
    case A3_ARCH_I686:
        return &a3_isa_i686;
    case A3_ARCH_AARCH64:
        return &a3_isa_aarch64;
    default:
        return NULL;
    }
}

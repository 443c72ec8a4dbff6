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
    case A3_ARCH_ARM:
        return &a3_isa_arm;
    case A3_ARCH_PPC64LE:
        return &a3_isa_ppc64le;
    case A3_ARCH_S390X:
        return &a3_isa_s390x;
    case A3_ARCH_RISCV64:
        return &a3_isa_riscv64;
    case A3_ARCH_LOONGARCH64:
        return &a3_isa_loongarch64;
    case A3_ARCH_WASM32:
        return im->format == A3_FORMAT_WASM ? &a3_isa_wasm32 : NULL;
    default:
        return NULL;
    }
}

/* SPDX-License-Identifier: MIT */
/* Machines by number, width and byte order; the names are those of the platforms' own tags where there are any. */
#include "image/elf.h"

enum { NARROW = 1, WIDE = 2, LITTLE = 1, BIG = 2 };

static const a3_elf_machine machines[] = {
    {A3_EM_X86_64, WIDE, LITTLE, A3_ARCH_X86_64, "x86_64", true},
    {A3_EM_X86_64, NARROW, LITTLE, A3_ARCH_UNKNOWN, "x32", false},
    {A3_EM_386, NARROW, LITTLE, A3_ARCH_I686, "i686", true},
    {A3_EM_AARCH64, WIDE, LITTLE, A3_ARCH_AARCH64, "aarch64", true},
    {A3_EM_AARCH64, WIDE, BIG, A3_ARCH_UNKNOWN, "aarch64_be", false},
    {A3_EM_AARCH64, NARROW, 0, A3_ARCH_UNKNOWN, "aarch64_ilp32", false},
    {A3_EM_ARM, NARROW, LITTLE, A3_ARCH_ARM, "armv7l", true},
    {A3_EM_ARM, NARROW, BIG, A3_ARCH_UNKNOWN, "armeb", false},
    {A3_EM_PPC64, WIDE, LITTLE, A3_ARCH_PPC64LE, "ppc64le", true},
    {A3_EM_PPC64, WIDE, BIG, A3_ARCH_PPC64, "ppc64", true},
    {A3_EM_PPC, NARROW, 0, A3_ARCH_PPC, "ppc", false},
    {A3_EM_S390, WIDE, BIG, A3_ARCH_S390X, "s390x", true},
    {A3_EM_S390, NARROW, BIG, A3_ARCH_UNKNOWN, "s390", false},
    {A3_EM_RISCV, WIDE, LITTLE, A3_ARCH_RISCV64, "riscv64", true},
    {A3_EM_RISCV, NARROW, LITTLE, A3_ARCH_RISCV32, "riscv32", false},
    {A3_EM_LOONGARCH, WIDE, LITTLE, A3_ARCH_LOONGARCH64, "loongarch64", true},
    {A3_EM_LOONGARCH, NARROW, LITTLE, A3_ARCH_UNKNOWN, "loongarch32", false},
    {A3_EM_MIPS, WIDE, LITTLE, A3_ARCH_MIPS64, "mips64el", false},
    {A3_EM_MIPS, WIDE, BIG, A3_ARCH_MIPS64, "mips64", false},
    {A3_EM_MIPS, NARROW, LITTLE, A3_ARCH_MIPS, "mipsel", false},
    {A3_EM_MIPS, NARROW, BIG, A3_ARCH_MIPS, "mips", false},
    {A3_EM_SPARC, 0, 0, A3_ARCH_SPARC, "sparc", false},
    {A3_EM_SPARC32PLUS, 0, 0, A3_ARCH_SPARC, "sparc", false},
    {A3_EM_SPARCV9, 0, 0, A3_ARCH_SPARC, "sparc64", false},
    {A3_EM_68K, 0, 0, A3_ARCH_UNKNOWN, "m68k", false},
    {A3_EM_PARISC, 0, 0, A3_ARCH_UNKNOWN, "hppa", false},
    {A3_EM_SH, 0, 0, A3_ARCH_UNKNOWN, "sh4", false},
    {A3_EM_IA_64, 0, 0, A3_ARCH_UNKNOWN, "ia64", false},
    {A3_EM_ALPHA, 0, 0, A3_ARCH_UNKNOWN, "alpha", false},
    {A3_EM_CUDA, 0, 0, A3_ARCH_UNKNOWN, "cuda", false},
    {A3_EM_AMDGPU, 0, 0, A3_ARCH_UNKNOWN, "amdgpu", false},
    {A3_EM_BPF, 0, 0, A3_ARCH_UNKNOWN, "bpf", false},
    {A3_EM_ARC, 0, 0, A3_ARCH_UNKNOWN, "arc", false},
    {A3_EM_ARC_V2, 0, 0, A3_ARCH_UNKNOWN, "arc", false},
    {A3_EM_AVR, 0, 0, A3_ARCH_UNKNOWN, "avr", false},
    {A3_EM_XTENSA, 0, 0, A3_ARCH_UNKNOWN, "xtensa", false},
    {A3_EM_HEXAGON, 0, 0, A3_ARCH_UNKNOWN, "hexagon", false},
    {A3_EM_CSKY, 0, 0, A3_ARCH_UNKNOWN, "csky", false},
};

const a3_elf_machine *a3_elf_find_machine(uint16_t number, bool wide, bool big)
{
    const uint8_t width = wide ? WIDE : NARROW, order = big ? BIG : LITTLE;
    for (size_t i = 0; i < sizeof machines / sizeof *machines; i++) {
        const a3_elf_machine *one = &machines[i];
        if (one->number == number && (one->width == 0 || one->width == width) && (one->order == 0 || one->order == order))
            return one;
    }
    return NULL;
}

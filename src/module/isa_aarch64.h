/* SPDX-License-Identifier: MIT */
/* Shared by the three files of the AArch64 decoder: isa_aarch64.c (integers, branches), isa_aarch64_mem.c (loads and
 * stores), isa_aarch64_vec.c (vectors). Source: Arm Architecture Reference Manual for A-profile, A64 encodings. */
#ifndef A3_MODULE_ISA_AARCH64_H
#define A3_MODULE_ISA_AARCH64_H

#include "base/bytes.h"
#include "module/emit.h"

/* Registers: x0-x30, sp, the halves of v0-v31 from 32 on, the thread block. */
enum { A3_A64_SP = 31, A3_A64_LINK = 30, A3_A64_VEC = 32, A3_A64_THREAD = 96, A3_A64_T0 = A3_REG_T0 };
enum { A3_A64_TA = A3_A64_T0, A3_A64_TB, A3_A64_TC, A3_A64_TD };

static inline unsigned a3_bits(uint32_t word, unsigned high, unsigned low)
{
    return word >> low & (uint32_t)((UINT64_C(1) << (high - low + 1)) - 1);
}
static inline int64_t a3_bits_signed(uint32_t word, unsigned high, unsigned low)
{
    return a3_sign_extend(a3_bits(word, high, low), high - low + 1);
}
/* Register 31 is the zero register here, the stack pointer there. */
static inline unsigned a3_a64_reg(unsigned n) { return n == 31 ? A3_REG_NONE : n; }
static inline unsigned a3_a64_half(unsigned n, unsigned half) { return A3_A64_VEC + 2 * n + half; }
/* The extend operation `option` (uxtb ... sxtx) of register `reg` and a shift, into scratch `to`. */
void a3_a64_extend(a3_insn *out, unsigned to, unsigned reg, unsigned option, unsigned shift);

bool a3_a64_memory(uint32_t w, uint64_t pc, a3_insn *out);
bool a3_a64_vector(uint32_t w, a3_insn *out);

#endif

/* SPDX-License-Identifier: MIT */
/* What the A32 and T32 encodings of 32-bit Arm share: the operations behind them. Sections cited in the three files are
 * those of the Arm Architecture Reference Manual, ARMv7-A and ARMv7-R edition (DDI 0406C). */
#ifndef A3_MODULE_ISA_ARM_H
#define A3_MODULE_ISA_ARM_H

#include "module/emit.h"

/* Registers: r0-r15, then s0-s31 and the singles that d16-d31 would be made of (d<n> is S0 + 2n and S0 + 2n + 1), and the
 * carry flag. */
enum { A3_ARM_SP = 13, A3_ARM_LR = 14, A3_ARM_PC = 15, A3_ARM_S0 = 16, A3_ARM_CARRY = 80 };

/* The decoder's context: ITSTATE of T32 in the low eight bits, and whether the carry has to be asked of its register
 * because the flags were set by something else than a comparison. */
enum { A3_ARM_IT = 0xff, A3_ARM_CARRY_APART = 0x100 };

/* One instruction being decoded. `pc` is what reading the program counter gives (its own address + 8, or + 4 in T32). */
typedef struct a3_arm {
    a3_insn *out;
    uint32_t pc;
    bool thumb;
    uint32_t *context;
} a3_arm;

/* Second operand: an immediate, or a register (perhaps scratch). `carry`: what logical operations leave in the carry flag
 * if they set flags: it stays, it is lost, bit `carry_bit` of `carry_of`, or the top bit of the immediate. */
typedef struct a3_arm_operand {
    bool is_imm;
    uint32_t imm;
    unsigned reg;
    enum { A3_ARM_CARRY_STAYS, A3_ARM_CARRY_LOST, A3_ARM_CARRY_BIT, A3_ARM_CARRY_TOP } carry;
    unsigned carry_of, carry_bit;
} a3_arm_operand;

/* Data-processing operations by their A32 number (A5.2), ORN of T32 behind them. */
enum {
    A3_ARM_AND, A3_ARM_EOR, A3_ARM_SUB, A3_ARM_RSB, A3_ARM_ADD, A3_ARM_ADC, A3_ARM_SBC, A3_ARM_RSC, A3_ARM_TST, A3_ARM_TEQ,
    A3_ARM_CMP, A3_ARM_CMN, A3_ARM_ORR, A3_ARM_MOV, A3_ARM_BIC, A3_ARM_MVN, A3_ARM_ORN
};

static inline unsigned a3_arm_bits(uint32_t word, unsigned low, unsigned count) { return word >> low & ((1U << count) - 1); }

static inline a3_arm_operand a3_arm_imm(uint32_t imm) { return (a3_arm_operand){.is_imm = true, .imm = imm}; }
static inline a3_arm_operand a3_arm_reg(unsigned reg) { return (a3_arm_operand){.reg = reg}; }

/* -- isa_arm_operate.c -- */
/* The register that holds what reading register `n` gives (scratch for the program counter). */
unsigned a3_arm_source(a3_arm *c, unsigned n);
/* Everything behind it is done only under the condition (A8.3); 14 and 15: always. */
void a3_arm_when(a3_arm *c, unsigned cond);
void a3_arm_branch(a3_arm *c, unsigned cond, uint32_t target);
/* The flags are no longer known; or N and Z are those of a result, the carry stays. */
void a3_arm_flags_lost(a3_arm *c);
void a3_arm_flags_of(a3_arm *c, unsigned d);
/* Register `m` shifted by an immediate or by a register (A8.4.3). */
a3_arm_operand a3_arm_shifted(a3_arm *c, unsigned m, unsigned type, unsigned amount);
a3_arm_operand a3_arm_shifted_by(a3_arm *c, unsigned m, unsigned type, unsigned s);
/* d = n op operand; false: not an instruction of application code. */
bool a3_arm_data(a3_arm *c, unsigned op, bool set_flags, unsigned d, unsigned n, a3_arm_operand operand);
/* To the address in a register, the state by its bit 0; link: a call. */
void a3_arm_branch_exchange(a3_arm *c, unsigned m, bool link);

typedef struct a3_arm_access {
    bool load, sign, before, back; /* before: the offset is applied to the address; back: and to the base register */
    unsigned size, t, n;           /* size 8: the pair t, t2 (LDRD, STRD) */
    unsigned t2;
    bool down;                     /* the offset is subtracted */
    a3_arm_operand offset;
} a3_arm_access;
void a3_arm_transfer(a3_arm *c, const a3_arm_access *a);
/* LDM and STM (A8.8.57 and the following). */
void a3_arm_multiple(a3_arm *c, bool load, unsigned n, unsigned list, bool up, bool before, bool back);
/* SXTB16 ... UXTH with rotation, `n` added unless it is 15 (A5.4.3, A6.3.12); kind: bit 2 unsigned, low two 0 b16, 2 b, 3 h. */
void a3_arm_extend(a3_arm *c, unsigned kind, unsigned d, unsigned n, unsigned m, unsigned rotate);
/* SBFX, UBFX: d = bits of n. */
void a3_arm_extract(a3_arm *c, bool is_signed, unsigned d, unsigned n, unsigned low, unsigned width);
/* BFI, BFC (n == 15): bits low..high of d = low bits of n. */
void a3_arm_insert(a3_arm *c, unsigned d, unsigned n, unsigned low, unsigned high);
/* MUL, MLA (a < 15 added) and MLS. */
void a3_arm_multiply(a3_arm *c, bool subtract, unsigned d, unsigned n, unsigned m, unsigned a);
/* UMULL, SMULL; UMLAL, SMLAL where `add` */
void a3_arm_multiply_long(a3_arm *c, bool is_signed, bool add, unsigned low, unsigned high, unsigned n, unsigned m);
/* SMULxy, SMLAxy (a < 15 added): products of halfwords, the upper ones where told */
void a3_arm_multiply_halves(a3_arm *c, unsigned d, unsigned n, bool n_top, unsigned m, bool m_top, unsigned a);
/* LDREX and its kin: loads are followed; stores leave memory and status unknown. */
void a3_arm_exclusive(a3_arm *c, bool load, unsigned size, unsigned t, unsigned t2, unsigned n, unsigned status, int64_t disp);

/* -- isa_thumb.c: the T32 instruction whose halfwords are at `code` -- */
bool a3_thumb_decode(a3_arm *c, const uint8_t *code, size_t size);

/* -- isa_neon.c: Floating-point and Advanced SIMD instructions, in the A32 form of the encoding -- */
bool a3_arm_vector_memory(a3_arm *c, uint32_t word); /* 110x: VLDR, VLDM, VSTM, two core registers */
bool a3_arm_vector_core(a3_arm *c, uint32_t word);   /* 1110: arithmetic, moves to and from core registers */
void a3_arm_simd_data(a3_arm *c, uint32_t word);     /* 1111001 */
bool a3_arm_simd_elements(a3_arm *c, uint32_t word); /* 11110100: VLDn, VSTn */

#endif

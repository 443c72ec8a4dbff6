/* SPDX-License-Identifier: MIT */
/* What the two files of the 64-bit POWER decoder share. Sections cited are those of the Power ISA, Version 3.1. */
#ifndef A3_MODULE_ISA_PPC64_H
#define A3_MODULE_ISA_PPC64_H

#include "module/emit.h"

/* Registers: r0-r31, LR, CTR, then for each condition field the two values that its comparison was made of, the 64
 * vector-scalar registers as doublewords 0 and 1 (f<n> is doubleword 0 of register n, v<n> is register 32 + n), the
 * carry of XER, and three bits of each condition field that were written one by one. */
enum { A3_PPC_LR = 32, A3_PPC_CTR = 33, A3_PPC_CR = 34, A3_PPC_VSR = 50, A3_PPC_CA = 178, A3_PPC_BIT = 179 };

static inline unsigned a3_ppc_bits(uint32_t word, unsigned low, unsigned count) { return word >> low & ((1U << count) - 1); }

/* The base register of an access: r0 stands for zero. */
static inline unsigned a3_ppc_base(unsigned ra) { return ra ? ra : A3_REG_NONE; }

static inline unsigned a3_ppc_vsr(unsigned n, unsigned doubleword) { return A3_PPC_VSR + 2 * n + doubleword; }
static inline unsigned a3_ppc_fpr(unsigned n) { return a3_ppc_vsr(n, 0); }

/* -- isa_ppc64.c: condition fields -- */
void a3_ppc_compare(a3_insn *out, unsigned field, bool is_unsigned, unsigned size, unsigned a, unsigned b, uint32_t *context);
void a3_ppc_compare_imm(a3_insn *out, unsigned field, bool is_unsigned, unsigned size, unsigned a, int64_t imm, uint32_t *context);
/* The record forms compare their result with 0 into field 0. */
void a3_ppc_record(a3_insn *out, bool wanted, unsigned d, uint32_t *context);
/* Condition register bit `bi` (wanted set or clear) as a condition over flags, which are set anew where needed. */
a3_cond a3_ppc_condition(a3_insn *out, unsigned bi, bool set, uint32_t *context);
/* A condition field is no longer known. */
void a3_ppc_forget_field(a3_insn *out, unsigned field, uint32_t *context);

/* mfocrf, mtcrf: a field in its place in a general register. */
void a3_ppc_read_field(a3_insn *out, unsigned field, unsigned d, uint32_t *context);
void a3_ppc_write_field(a3_insn *out, unsigned field, unsigned s, uint32_t *context);

/* -- isa_ppc64_fixed.c -- */
void a3_ppc_rotate_word(a3_insn *out, uint32_t word, uint32_t *context);       /* 20, 21, 23 */
bool a3_ppc_rotate_doubleword(a3_insn *out, uint32_t word, uint32_t *context); /* 30 */
bool a3_ppc_extended_opcode(a3_insn *out, uint32_t word, uint32_t *context);   /* 31 */
/* d = a (or ~a) + b + the carry, or + 1 in an inverted sum without it; sets the carry. */
enum { A3_PPC_INVERT = 1, A3_PPC_CARRY_IN = 2 };
void a3_ppc_carrying(a3_insn *out, unsigned flags, unsigned d, unsigned a, unsigned b);

/* -- isa_vsx.c -- */
/* How a vector lies in memory: LXV (both doublewords reversed, as little-endian machines keep a quadword), LXVD2X
 * (doubleword 0 first), LXVW4X (word 0 first), one doubleword to 0, the same one to both, words repeated. */
typedef enum a3_ppc_layout {
    A3_PPC_QUAD, A3_PPC_DOUBLES, A3_PPC_WORDS, A3_PPC_ONE, A3_PPC_SPLAT, A3_PPC_LOW_WORD, A3_PPC_SPLAT_WORD, A3_PPC_PAIR,
    A3_PPC_OTHER
} a3_ppc_layout;
void a3_ppc_vector_access(a3_insn *out, a3_ppc_layout layout, bool load, unsigned vsr, unsigned base, int64_t disp);
void a3_ppc_vsx(a3_insn *out, uint32_t word, uint32_t *context);     /* primary opcode 60 */
void a3_ppc_altivec(a3_insn *out, uint32_t word, uint32_t *context); /* 4 */
void a3_ppc_floating(a3_insn *out, uint32_t word, uint32_t *context); /* 59, 63 */
/* Moves between general and vector-scalar registers (7.6.4), by extended opcode of 31; false: not one of them. */
bool a3_ppc_vector_move(a3_insn *out, uint32_t word, unsigned xo);
/* 8RR prefixed instructions (1.6.3): splats of an immediate; others leave the target unknown. */
void a3_ppc_vector_prefixed(a3_insn *out, uint32_t prefix, uint32_t suffix);

#endif

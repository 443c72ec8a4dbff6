/* SPDX-License-Identifier: MIT */
/* What the two files of the z/Architecture decoder share. */
#ifndef A3_MODULE_ISA_S390X_H
#define A3_MODULE_ISA_S390X_H

#include "module/emit.h"

/* Registers: r0-r15, then the 32 vector registers as left and right doubleword (f<n> is the left one of v<n>), the carry of
 * the last logical sum, and the address of the thread block, which the first two access registers hold. */
enum { A3_Z_VECTOR = 16, A3_Z_CARRY = 80, A3_Z_THREAD };
static inline unsigned a3_z_vector(unsigned n, unsigned doubleword) { return A3_Z_VECTOR + 2 * (n & 31) + doubleword; }

/* What the condition code was made of (the decoder's context): how a branch mask is to be read over the flags. */
enum {
    A3_Z_UNKNOWN,
    A3_Z_SIGNED, A3_Z_UNSIGNED, /* a comparison: 0 equal, 1 low, 2 high */
    A3_Z_SUM,                   /* a signed result: 0 zero, 1 negative, 2 positive, 3 overflow */
    A3_Z_LOGICAL_SUM,           /* 0, 2 zero; 1, 3 not zero; 2, 3 with carry (no borrow), kept in A3_Z_CARRY */
    A3_Z_NONZERO,               /* 0 zero, 1 not */
    A3_Z_BIT, A3_Z_BITS         /* test under mask of one bit: 0 clear, 3 set; of several: 0 clear, 3 all set, 1 and 2 mixed */
};

/* A base or index register: number 0 stands for zero. */
static inline unsigned a3_z_base(unsigned n) { return n ? n : A3_REG_NONE; }

/* The instruction's bytes, all six readable whatever its length. */
typedef struct a3_z {
    a3_insn *out;
    const uint8_t *b;
    uint64_t pc;
    uint32_t *context;
} a3_z;

static inline unsigned a3_z_high(const a3_z *z, unsigned i) { return z->b[i] >> 4; }
static inline unsigned a3_z_low(const a3_z *z, unsigned i) { return z->b[i] & 15; }
/* Twelve-bit displacement at byte i (base in the upper four bits). */
static inline int64_t a3_z_disp(const a3_z *z, unsigned i) { return a3_z_low(z, i) << 8 | z->b[i + 1]; }

/* The low half of a register: 32-bit operations leave the high half alone. Where that is not known, it counts as 0. */
static inline void a3_z_set_low(a3_insn *out, unsigned d, unsigned from)
{
    a3_op *op = a3_emit(out, A3_OP_INSERT);
    op->size = 4;
    op->d = (uint8_t)d;
    op->a = (uint8_t)from;
    op->sign = true;
}

/* An operation: one description for its register, storage, relative and immediate forms. */
enum {
    A3_Z_NONE, A3_Z_MOVE, A3_Z_MOVE_TEST, A3_Z_ADD, A3_Z_SUB, A3_Z_ADD_L, A3_Z_SUB_L, A3_Z_MUL, A3_Z_AND, A3_Z_OR, A3_Z_XOR,
    A3_Z_AND_NOT, A3_Z_OR_NOT, A3_Z_NAND, A3_Z_NOR, A3_Z_NXOR, A3_Z_COMPARE, A3_Z_COMPARE_L, A3_Z_STORE, A3_Z_NEGATE,
    A3_Z_POSITIVE, A3_Z_NEGATIVE, /* absolute value, its negative */
    A3_Z_ADD_CARRY, A3_Z_SUB_BORROW,
    A3_Z_MUL_TEST,
    A3_Z_LOST /* the result is not followed */
};
typedef struct a3_z_operation {
    uint8_t op;
    uint8_t width; /* bytes of the operation */
    uint8_t from;  /* bytes of the second operand, A3_Z_EXTEND: extended with its sign, else with zeros */
} a3_z_operation;
enum { A3_Z_EXTEND = 16 };

/* -- isa_s390x_operate.c -- */
static inline void a3_z_set_cc(a3_z *z, unsigned kind) { *z->context = kind; }
/* r1 = a op (the second operand in register b, in storage at base + disp with a = r1, immediate). */
void a3_z_register(a3_z *z, a3_z_operation o, unsigned r1, unsigned a, unsigned b);
void a3_z_storage(a3_z *z, a3_z_operation o, unsigned r1, unsigned base, int64_t disp);
void a3_z_immediate(a3_z *z, a3_z_operation o, unsigned r1, unsigned a, int64_t imm);
/* Storage changed by, or compared with, an immediate. */
void a3_z_storage_immediate(a3_z *z, a3_z_operation o, unsigned base, int64_t disp, int64_t imm);
/* `size` bytes at byte `byte` (from the right) of r1; kind: 0 insert, 1 and, 2 or, 3 load with zeros around, 4 xor */
void a3_z_field_immediate(a3_z *z, unsigned kind, unsigned r1, unsigned size, unsigned byte, uint64_t imm);
void a3_z_test_mask(a3_z *z, unsigned reg, uint64_t mask);
/* LMG, STMG, ...: r1 to r3 wrapping around */
void a3_z_multiple(a3_z *z, bool load, unsigned size, unsigned r1, unsigned r3, unsigned base, int64_t disp);
/* d = s shifted; the amount in a register (its low six bits count), or an immediate where `amount` is A3_REG_NONE. */
void a3_z_shift(a3_z *z, a3_op_code code, unsigned size, unsigned d, unsigned s, unsigned amount, int64_t imm);
/* ROTATE THEN ... SELECTED BITS, by the last byte of the operation code */
bool a3_z_rotate(a3_z *z, unsigned op, unsigned r1, unsigned r2, unsigned first, unsigned last, unsigned amount);
/* A mask (8: code 0, 4: 1, 2: 2, 1: 3) over the flags as the last operation left them. */
a3_cond a3_z_condition(a3_z *z, unsigned mask, bool *never);
/* d = condition ? a : otherwise; 4 bytes leave the high half. */
void a3_z_on_condition(a3_z *z, unsigned mask, unsigned size, unsigned d, unsigned a, unsigned otherwise);
/* IPM: the condition code as a number, in the register's byte 3 from the right. */
void a3_z_condition_value(a3_z *z, unsigned r1);
void a3_z_branch(a3_z *z, unsigned mask, uint64_t target);
void a3_z_branch_register(a3_z *z, unsigned mask, unsigned reg); /* register 0: no branch */
void a3_z_branch_save(a3_z *z, unsigned r1, uint64_t target, unsigned length);
void a3_z_call_register(a3_z *z, unsigned r1, unsigned r2);
void a3_z_branch_count(a3_z *z, unsigned r1, unsigned size, uint64_t target);
/* Compare and branch: to `target`, or to the address in `reg` where that is not A3_REG_NONE. */
void a3_z_compare_branch(a3_z *z, bool is_signed, unsigned size, unsigned a, unsigned b, unsigned mask, uint64_t target,
                         unsigned reg);

/* The high half of a register, likewise. */
static inline void a3_z_set_high(a3_insn *out, unsigned d, unsigned from)
{
    a3_z_set_low(out, d, from);
    out->ops[out->count - 1].imm = 4;
}

/* -- isa_s390x_immediate.c: by the first byte of the operation code; false: not known -- */
uint64_t a3_z_relative16(const a3_z *z); /* the address that bytes 2 and 3 lead to */
bool a3_z_group_a5(a3_z *z);
bool a3_z_group_a7(a3_z *z);
bool a3_z_group_c0(a3_z *z);
bool a3_z_group_c(a3_z *z); /* C2, C4, C6, CC */
bool a3_z_group_e5(a3_z *z);
bool a3_z_group_ec(a3_z *z);

/* -- isa_s390x_vector.c -- */
bool a3_z_vector_facility(a3_z *z); /* operation codes E6 and E7; false: not known */
bool a3_z_lose_float(a3_z *z, unsigned r1); /* true */
/* The short form (4 bytes) is the left word of the left doubleword. */
void a3_z_float_storage(a3_z *z, bool load, unsigned size, unsigned r1, unsigned base, int64_t disp);
bool a3_z_float_registers(a3_z *z);                            /* B3 */
bool a3_z_float_long(a3_z *z, unsigned base, int64_t disp);    /* ED */

#endif

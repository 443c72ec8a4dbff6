/* SPDX-License-Identifier: MIT */
/* z/Architecture: the operations behind the encodings of isa_s390x.c, condition code and branches.
 * Source: z/Architecture Principles of Operation (SA22-7832-13), chapter 7 and appendix C (condition codes). */
#include "module/isa_s390x.h"

enum { T0 = A3_REG_T0, T1, T2, T3, T4, T5 };

static const struct {
    uint8_t code; /* a3_op_code */
    uint8_t cc;   /* what the condition code says afterwards */
} effects[] = {
    [A3_Z_MOVE_TEST] = {0, A3_Z_SIGNED},           [A3_Z_NEGATE] = {0, A3_Z_SUM},
    [A3_Z_ADD] = {A3_OP_ADD, A3_Z_SUM},            [A3_Z_SUB] = {A3_OP_SUB, A3_Z_SUM},
    [A3_Z_ADD_L] = {A3_OP_ADD, A3_Z_LOGICAL_SUM},  [A3_Z_SUB_L] = {A3_OP_SUB, A3_Z_LOGICAL_SUM},
    [A3_Z_AND] = {A3_OP_AND, A3_Z_NONZERO},        [A3_Z_OR] = {A3_OP_OR, A3_Z_NONZERO},
    [A3_Z_XOR] = {A3_OP_XOR, A3_Z_NONZERO},        [A3_Z_MUL] = {A3_OP_MUL, A3_Z_UNKNOWN},
    [A3_Z_AND_NOT] = {A3_OP_AND, A3_Z_NONZERO},    [A3_Z_OR_NOT] = {A3_OP_OR, A3_Z_NONZERO},
    [A3_Z_NAND] = {A3_OP_AND, A3_Z_NONZERO},       [A3_Z_NOR] = {A3_OP_OR, A3_Z_NONZERO},
    [A3_Z_NXOR] = {A3_OP_XOR, A3_Z_NONZERO},       [A3_Z_MUL_TEST] = {A3_OP_MUL, A3_Z_SUM},
    [A3_Z_POSITIVE] = {0, A3_Z_SUM},               [A3_Z_NEGATIVE] = {0, A3_Z_SUM},
    [A3_Z_ADD_CARRY] = {A3_OP_ADD, A3_Z_UNKNOWN},  [A3_Z_SUB_BORROW] = {A3_OP_SUB, A3_Z_UNKNOWN},
};

/* d = |b|, or -|b|: (b ^ s) - s with s the sign spread over the register */
static void absolute(a3_z *z, bool negative, unsigned size, unsigned d, unsigned b)
{
    a3_put_imm(z->out, A3_OP_SAR, size, T0, b, 8 * (int64_t)size - 1);
    a3_put(z->out, A3_OP_XOR, size, T1, b, T0);
    a3_put(z->out, A3_OP_SUB, size, d, negative ? T0 : T1, negative ? T1 : T0);
}

/* A logical sum or difference in T1, its carry (of a difference: no borrow) in A3_Z_CARRY. */
static void logical_sum(a3_z *z, bool subtract, unsigned size, unsigned a, unsigned b)
{
    a3_put_unary(z->out, A3_OP_ZEXT, size, T0, b);
    if (subtract)
        a3_put_unary(z->out, A3_OP_NOT, 8, T0, T0);
    a3_put_unary(z->out, A3_OP_ZEXT, size, A3_Z_CARRY, a);
    a3_put(z->out, A3_OP_ADD, 8, T1, A3_Z_CARRY, T0);
    if (subtract)
        a3_put_imm(z->out, A3_OP_ADD, 8, T1, T1, 1);
    if (size == 4) { /* bit 32 is the carry of a sum, the borrow of a difference */
        a3_put_imm(z->out, A3_OP_SHR, 8, A3_Z_CARRY, T1, 63 - (subtract ? 0 : 31));
        if (subtract)
            a3_put_imm(z->out, A3_OP_XOR, 8, A3_Z_CARRY, A3_Z_CARRY, 1);
        return;
    }
    /* (x & y) | ((x | y) & ~sum), the top bit */
    a3_put_unary(z->out, A3_OP_NOT, 8, T4, T1);
    a3_put(z->out, A3_OP_OR, 8, T5, A3_Z_CARRY, T0);
    a3_put(z->out, A3_OP_AND, 8, T4, T4, T5);
    a3_put(z->out, A3_OP_AND, 8, T5, A3_Z_CARRY, T0);
    a3_put(z->out, A3_OP_OR, 8, T4, T4, T5);
    a3_put_imm(z->out, A3_OP_SHR, 8, A3_Z_CARRY, T4, 63);
}

/* d = a + b + 1 if the condition code is 2 or 3 (after a comparison: high); d = a - b - 1 if it is not. */
static void with_carry(a3_z *z, bool subtract, unsigned size, unsigned d, unsigned a, unsigned b)
{
    bool is_signed = *z->context == A3_Z_SIGNED, compared = is_signed || *z->context == A3_Z_UNSIGNED;
    if (compared) {
        a3_put_const(z->out, T0, 1);
        a3_put_select(z->out, is_signed ? A3_COND_SGT : A3_COND_UGT, A3_Z_CARRY, T0, A3_REG_NONE);
    } else if (*z->context != A3_Z_LOGICAL_SUM) {
        a3_put_havoc(z->out, d);
        return;
    }
    a3_put(z->out, subtract ? A3_OP_SUB : A3_OP_ADD, size, T1, a, b);
    if (subtract)
        a3_put_imm(z->out, A3_OP_SUB, size, T1, T1, 1);
    a3_put(z->out, A3_OP_ADD, size, d, T1, A3_Z_CARRY);
}

/* r1 = a op b, both already as wide as the operation */
static void operate(a3_z *z, a3_z_operation o, unsigned r1, unsigned a, unsigned b)
{
    unsigned d = o.width == 8 ? r1 : T3;
    switch (o.op) {
    case A3_Z_COMPARE: case A3_Z_COMPARE_L:
        a3_put(z->out, A3_OP_FLAGS_SUB, o.width, A3_REG_NONE, a, b);
        a3_z_set_cc(z, o.op == A3_Z_COMPARE ? A3_Z_SIGNED : A3_Z_UNSIGNED);
        return;
    case A3_Z_MOVE: case A3_Z_MOVE_TEST: a3_put_unary(z->out, A3_OP_MOVE, o.width, d, b); break;
    case A3_Z_NEGATE: a3_put(z->out, A3_OP_SUB, o.width, d, A3_REG_NONE, b); break;
    case A3_Z_POSITIVE: case A3_Z_NEGATIVE: absolute(z, o.op == A3_Z_NEGATIVE, o.width, d, b); break;
    case A3_Z_ADD_CARRY: case A3_Z_SUB_BORROW: with_carry(z, o.op == A3_Z_SUB_BORROW, o.width, d, a, b); break;
    case A3_Z_ADD_L: case A3_Z_SUB_L:
        logical_sum(z, o.op == A3_Z_SUB_L, o.width, a, b);
        a3_put_unary(z->out, A3_OP_MOVE, o.width, d, T1);
        break;
    case A3_Z_AND_NOT: case A3_Z_OR_NOT:
        a3_put_unary(z->out, A3_OP_NOT, 8, T0, b);
        a3_put(z->out, (a3_op_code)effects[o.op].code, o.width, d, a, T0);
        break;
    case A3_Z_NAND: case A3_Z_NOR: case A3_Z_NXOR:
        a3_put(z->out, (a3_op_code)effects[o.op].code, o.width, T0, a, b);
        a3_put_unary(z->out, A3_OP_NOT, o.width, d, T0);
        break;
    case A3_Z_LOST:
        a3_put_havoc(z->out, r1);
        a3_z_set_cc(z, A3_Z_UNKNOWN);
        return;
    default: a3_put(z->out, (a3_op_code)effects[o.op].code, o.width, d, a, b);
    }
    if (o.width == 4)
        a3_z_set_low(z->out, r1, T3);
    if (o.op == A3_Z_MOVE || o.op == A3_Z_MUL)
        return;
    a3_put_imm(z->out, A3_OP_FLAGS_SUB, o.width, A3_REG_NONE, d, 0);
    a3_z_set_cc(z, effects[o.op].cc);
}

void a3_z_register(a3_z *z, a3_z_operation o, unsigned r1, unsigned a, unsigned r2)
{
    unsigned size = o.from & 15;
    if (size < o.width) {
        a3_put_unary(z->out, o.from & A3_Z_EXTEND ? A3_OP_SEXT : A3_OP_ZEXT, size, T2, r2);
        r2 = T2;
    }
    operate(z, o, r1, a, r2);
}

void a3_z_storage(a3_z *z, a3_z_operation o, unsigned r1, unsigned base, int64_t disp)
{
    if (o.op == A3_Z_STORE) {
        a3_put_store(z->out, o.from, r1, base, disp);
        return;
    }
    a3_put_load(z->out, o.from & 15, o.from & A3_Z_EXTEND, T2, base, disp);
    operate(z, o, r1, r1, T2);
}

void a3_z_immediate(a3_z *z, a3_z_operation o, unsigned r1, unsigned a, int64_t imm)
{
    a3_put_const(z->out, T2, imm);
    operate(z, o, r1, a, T2);
}

void a3_z_field_immediate(a3_z *z, unsigned kind, unsigned r1, unsigned size, unsigned byte, uint64_t imm)
{
    uint64_t field = size == 4 ? UINT32_MAX : 0xffff, placed = imm << (8 * byte);
    a3_op *op;
    switch (kind) {
    case 0:
        a3_put_const(z->out, T0, (int64_t)imm);
        op = a3_emit(z->out, A3_OP_INSERT);
        op->size = (uint8_t)size;
        op->d = (uint8_t)r1;
        op->a = T0;
        op->imm = byte;
        op->sign = size == 4 && byte == 0;
        return;
    case 1: a3_put_imm(z->out, A3_OP_AND, 8, r1, r1, (int64_t)(placed | ~(field << (8 * byte)))); break;
    case 2: a3_put_imm(z->out, A3_OP_OR, 8, r1, r1, (int64_t)placed); break;
    case 3: a3_put_const(z->out, r1, (int64_t)placed); return;
    default: a3_put_imm(z->out, A3_OP_XOR, 8, r1, r1, (int64_t)placed);
    }
    a3_put_imm(z->out, A3_OP_AND, 8, T0, r1, (int64_t)(field << (8 * byte)));
    a3_put_imm(z->out, A3_OP_FLAGS_SUB, 8, A3_REG_NONE, T0, 0);
    a3_z_set_cc(z, A3_Z_NONZERO);
}

void a3_z_test_mask(a3_z *z, unsigned reg, uint64_t mask)
{
    a3_put_imm(z->out, A3_OP_FLAGS_AND, 8, A3_REG_NONE, reg, (int64_t)mask);
    a3_z_set_cc(z, (mask & (mask - 1)) == 0 ? A3_Z_BIT : A3_Z_BITS);
}

void a3_z_storage_immediate(a3_z *z, a3_z_operation o, unsigned base, int64_t disp, int64_t imm)
{
    a3_put_load(z->out, o.from & 15, o.from & A3_Z_EXTEND, T3, base, disp);
    a3_put_const(z->out, T2, imm);
    if (o.op == A3_Z_COMPARE || o.op == A3_Z_COMPARE_L) {
        operate(z, o, A3_REG_NONE, T3, T2);
        return;
    }
    if (o.op == A3_Z_ADD_L) {
        logical_sum(z, false, o.from & 15, T3, T2);
        a3_put_unary(z->out, A3_OP_MOVE, o.from & 15, T3, T1);
    } else {
        a3_put(z->out, (a3_op_code)effects[o.op].code, o.from & 15, T3, T3, T2);
    }
    a3_put_store(z->out, o.from & 15, T3, base, disp);
    a3_put_imm(z->out, A3_OP_FLAGS_SUB, o.from & 15, A3_REG_NONE, T3, 0);
    a3_z_set_cc(z, effects[o.op].cc);
}

void a3_z_multiple(a3_z *z, bool load, unsigned size, unsigned r1, unsigned r3, unsigned base, int64_t disp)
{
    a3_put_move(z->out, T1, base); /* the base may be among those loaded */
    for (unsigned r = r1;; r = (r + 1) & 15, disp += size) {
        if (!load) {
            a3_put_store(z->out, size, r, T1, disp);
        } else if (size == 8) {
            a3_put_load(z->out, 8, false, r, T1, disp);
        } else {
            a3_put_load(z->out, 4, false, T0, T1, disp);
            a3_z_set_low(z->out, r, T0);
        }
        if (r == r3)
            return;
    }
}

void a3_z_shift(a3_z *z, a3_op_code code, unsigned size, unsigned d, unsigned s, unsigned amount, int64_t imm)
{
    unsigned to = size == 8 ? d : T3;
    if (amount == A3_REG_NONE) {
        a3_put_imm(z->out, code, size, to, s, imm & 63);
    } else {
        a3_put_imm(z->out, A3_OP_ADD, 8, T0, amount, imm);
        a3_put_imm(z->out, A3_OP_AND, 8, T0, T0, 63);
        a3_put(z->out, code, size, to, s, T0);
    }
    if (size == 4)
        a3_z_set_low(z->out, d, T3);
}

bool a3_z_rotate(a3_z *z, unsigned op, unsigned r1, unsigned r2, unsigned first, unsigned last, unsigned amount)
{
    bool other = first & 0x80, zero = last & 0x80; /* test only; clear around */
    bool low = op == 0x51, high = op == 0x5d;      /* one half alone */
    unsigned limit = low || high ? 31 : 63, offset = low ? 32 : 0;
    first = (first & limit) + offset;
    last = (last & limit) + offset;
    uint64_t from = UINT64_MAX >> first, to = UINT64_MAX << (63 - last), mask = first <= last ? from & to : from | to;
    mask &= low ? UINT32_MAX : high ? ~(uint64_t)UINT32_MAX : UINT64_MAX;
    a3_put_imm(z->out, A3_OP_ROR, 8, T0, r2, (64 - amount) & 63);
    a3_put_imm(z->out, A3_OP_AND, 8, T0, T0, (int64_t)mask);
    switch (op) {
    case 0x51: case 0x55: case 0x59: case 0x5d: /* RISBLG, RISBG, RISBGN, RISBHG */
        if (zero && low) {
            a3_z_set_low(z->out, r1, T0);
            return true;
        }
        if (zero && high) {
            a3_put_imm(z->out, A3_OP_SHR, 8, T0, T0, 32);
            a3_z_set_high(z->out, r1, T0);
            return true;
        }
        if (!zero) {
            a3_put_imm(z->out, A3_OP_AND, 8, T1, r1, (int64_t)~mask);
            a3_put(z->out, A3_OP_OR, 8, T0, T0, T1);
        }
        a3_put_move(z->out, r1, T0);
        if (op != 0x55)
            return true;
        a3_put_imm(z->out, A3_OP_FLAGS_SUB, 8, A3_REG_NONE, r1, 0);
        a3_z_set_cc(z, A3_Z_SIGNED);
        return true;
    case 0x54: /* RNSBG */
        a3_put_imm(z->out, A3_OP_OR, 8, T0, T0, (int64_t)~mask);
        a3_put(z->out, A3_OP_AND, 8, T0, T0, r1);
        break;
    case 0x56: case 0x57: /* ROSBG, RXSBG */
        a3_put(z->out, op == 0x56 ? A3_OP_OR : A3_OP_XOR, 8, T0, T0, r1);
        break;
    default: return false;
    }
    if (!other)
        a3_put_move(z->out, r1, T0);
    a3_put_imm(z->out, A3_OP_AND, 8, T0, T0, (int64_t)mask);
    a3_put_imm(z->out, A3_OP_FLAGS_SUB, 8, A3_REG_NONE, T0, 0);
    a3_z_set_cc(z, A3_Z_NONZERO);
    return true;
}

/* -- conditions and branches -- */

a3_cond a3_z_condition(a3_z *z, unsigned mask, bool *never)
{
    static const uint8_t is_signed[8] = {0, A3_COND_SGT, A3_COND_SLT, A3_COND_NE, A3_COND_EQ, A3_COND_SGE, A3_COND_SLE, A3_COND_ALWAYS};
    static const uint8_t is_unsigned[8] = {0, A3_COND_UGT, A3_COND_ULT, A3_COND_NE, A3_COND_EQ, A3_COND_UGE, A3_COND_ULE, A3_COND_ALWAYS};
    unsigned kind = *z->context;
    *never = mask == 0;
    if (mask == 0 || mask == 15)
        return A3_COND_ALWAYS;
    switch (kind) {
    case A3_Z_SIGNED: case A3_Z_UNSIGNED:
        *never = mask == 1;
        return (a3_cond)(kind == A3_Z_SIGNED ? is_signed : is_unsigned)[mask >> 1];
    case A3_Z_SUM: return mask == 1 || mask == 14 ? A3_COND_UNKNOWN : (a3_cond)is_signed[mask >> 1];
    case A3_Z_LOGICAL_SUM:
        if (mask == 3 || mask == 12) { /* on the carry */
            a3_put_imm(z->out, A3_OP_FLAGS_SUB, 8, A3_REG_NONE, A3_Z_CARRY, 0);
            a3_z_set_cc(z, A3_Z_UNKNOWN);
            return mask == 3 ? A3_COND_NE : A3_COND_EQ;
        }
        return mask == 10 ? A3_COND_EQ : mask == 5 ? A3_COND_NE : A3_COND_UNKNOWN;
    case A3_Z_NONZERO:
        *never = (mask & 12) == 0;
        return (mask & 12) == 12 ? A3_COND_ALWAYS : mask & 8 ? A3_COND_EQ : A3_COND_NE;
    case A3_Z_BIT:
        *never = (mask & 9) == 0;
        return (mask & 9) == 9 ? A3_COND_ALWAYS : mask & 8 ? A3_COND_EQ : A3_COND_NE;
    case A3_Z_BITS: return mask == 8 ? A3_COND_EQ : mask == 7 ? A3_COND_NE : A3_COND_UNKNOWN;
    default: return A3_COND_UNKNOWN;
    }
}

void a3_z_condition_value(a3_z *z, unsigned r1)
{
    unsigned kind = *z->context;
    bool order = kind == A3_Z_SIGNED || kind == A3_Z_UNSIGNED || kind == A3_Z_SUM;
    if (!order && kind != A3_Z_NONZERO && kind != A3_Z_BIT) {
        a3_put_havoc(z->out, r1);
        return;
    }
    a3_put_const(z->out, T0, kind == A3_Z_BIT ? 0x30 : 0x10); /* the program mask beside it is zero */
    if (order) {
        a3_put_const(z->out, T1, 0x20);
        a3_put_select(z->out, kind == A3_Z_UNSIGNED ? A3_COND_ULT : A3_COND_SLT, T0, T0, T1);
    }
    a3_put_select(z->out, A3_COND_EQ, T0, A3_REG_NONE, T0);
    a3_op *op = a3_emit(z->out, A3_OP_INSERT);
    op->size = 1;
    op->d = (uint8_t)r1;
    op->a = T0;
    op->imm = 3;
    op->sign = true;
}

void a3_z_on_condition(a3_z *z, unsigned mask, unsigned size, unsigned d, unsigned a, unsigned otherwise)
{
    bool never;
    a3_cond cond = a3_z_condition(z, mask, &never);
    a3_put_select(z->out, cond, T3, never ? otherwise : a, otherwise);
    if (size == 8)
        a3_put_move(z->out, d, T3);
    else
        a3_z_set_low(z->out, d, T3);
}

void a3_z_branch(a3_z *z, unsigned mask, uint64_t target)
{
    bool never;
    a3_cond cond = a3_z_condition(z, mask, &never);
    if (never)
        return;
    if (target == z->pc + 2 && z->b[0] == 0xa7) { /* into itself: how compilers trap */
        if (cond != A3_COND_ALWAYS)
            a3_put_skip(z->out, cond);
        a3_emit(z->out, A3_OP_TRAP);
    } else if (cond == A3_COND_ALWAYS)
        a3_put_jump(z->out, target);
    else
        a3_put_branch(z->out, cond, target);
}

static void jump_register(a3_z *z, unsigned reg)
{
    if (reg == 14)
        a3_put_return(z->out, reg);
    else
        a3_put_jump_to(z->out, reg);
}

void a3_z_branch_register(a3_z *z, unsigned mask, unsigned reg)
{
    bool never;
    a3_cond cond = a3_z_condition(z, mask, &never);
    if (never || reg == 0)
        return;
    if (cond != A3_COND_ALWAYS)
        a3_put_skip(z->out, cond);
    jump_register(z, reg);
}

/* A link through another register than r14 addresses a literal pool. */
void a3_z_branch_save(a3_z *z, unsigned r1, uint64_t target, unsigned length)
{
    if (r1 == 14) {
        a3_put_call(z->out, 14, target);
        a3_z_set_cc(z, A3_Z_UNKNOWN);
    } else {
        a3_put_const(z->out, r1, (int64_t)(z->pc + length));
        a3_put_jump(z->out, target);
    }
}

void a3_z_call_register(a3_z *z, unsigned r1, unsigned r2)
{
    if (r2 == 0) {
        a3_put_const(z->out, r1, (int64_t)(z->pc + 2));
        return;
    }
    a3_put_move(z->out, T0, r2);
    a3_put_call_to(z->out, r1, T0);
    a3_z_set_cc(z, A3_Z_UNKNOWN);
}

void a3_z_compare_branch(a3_z *z, bool is_signed, unsigned size, unsigned a, unsigned b, unsigned mask, uint64_t target,
                         unsigned reg)
{
    unsigned less = is_signed ? A3_COND_RSLT : A3_COND_RULT, not_less = is_signed ? A3_COND_RSGE : A3_COND_RUGE;
    const struct {
        unsigned cond;
        bool swapped;
    } conds[8] = {{0, false}, {less, true}, {less, false}, {A3_COND_RNE, false}, {A3_COND_REQ, false}, {not_less, false},
                  {not_less, true}, {A3_COND_ALWAYS, false}};
    mask >>= 1;
    if (mask == 0)
        return;
    bool swapped = conds[mask].swapped;
    a3_put_branch_regs(z->out, (a3_cond)conds[mask].cond, swapped ? b : a, swapped ? a : b, target);
    a3_op *op = &z->out->ops[z->out->count - 1];
    op->size = (uint8_t)size;
    if (reg == A3_REG_NONE)
        return;
    op->code = A3_OP_SKIP; /* unless it holds */
    jump_register(z, reg);
}

void a3_z_branch_count(a3_z *z, unsigned r1, unsigned size, uint64_t target)
{
    a3_put_imm(z->out, A3_OP_SUB, size, T0, r1, 1);
    if (size == 8)
        a3_put_move(z->out, r1, T0);
    else
        a3_z_set_low(z->out, r1, T0);
    a3_put_branch_regs(z->out, A3_COND_NONZERO, T0, A3_REG_NONE, target);
    z->out->ops[z->out->count - 1].size = (uint8_t)size;
}

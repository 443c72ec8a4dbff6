/* SPDX-License-Identifier: MIT */
/* 32-bit Arm: the operations that the A32 and T32 encodings share.
 * Source: ARM DDI 0406C, chapter A2.3, A2.4 (flags), A8 (instructions). */
#include "module/isa_arm.h"

/* Scratch: T0 to T3 for operands and addresses, TARGET for a value on its way to the program counter. */
enum { T0 = A3_REG_T0, T1, T2, T3, PC_VALUE = A3_REG_T0 + 5, TARGET };

unsigned a3_arm_source(a3_arm *c, unsigned n)
{
    if (n != A3_ARM_PC)
        return n;
    a3_put_const(c->out, PC_VALUE, c->pc);
    return PC_VALUE;
}

/* The condition as an operation of the given kind, over the flags, or over the carry alone. */
static void conditional(a3_arm *c, a3_op_code code, unsigned cond, uint32_t target)
{
    static const uint8_t conds[16] = {
        A3_COND_EQ, A3_COND_NE, A3_COND_UGE, A3_COND_ULT, A3_COND_NEG, A3_COND_POS, A3_COND_OVERFLOW, A3_COND_NO_OVERFLOW,
        A3_COND_UGT, A3_COND_ULE, A3_COND_SGE, A3_COND_SLT, A3_COND_SGT, A3_COND_SLE, A3_COND_ALWAYS, A3_COND_ALWAYS,
    };
    a3_op *op = a3_emit(c->out, code);
    op->cond = conds[cond & 15];
    op->imm = target;
    if (!(*c->context & A3_ARM_CARRY_APART))
        return;
    if (cond == 2 || cond == 3) { /* carry set, clear */
        op->cond = cond == 2 ? A3_COND_NONZERO : A3_COND_ZERO;
        op->a = A3_ARM_CARRY;
    } else if (cond == 8 || cond == 9) {
        op->cond = A3_COND_UNKNOWN;
    }
}

void a3_arm_when(a3_arm *c, unsigned cond)
{
    if (cond < 14)
        conditional(c, A3_OP_SKIP, cond, 0);
}

void a3_arm_branch(a3_arm *c, unsigned cond, uint32_t target)
{
    if (cond < 14)
        conditional(c, A3_OP_BRANCH, cond, target);
    else
        a3_put_jump(c->out, target);
}

static unsigned destination(unsigned d) { return d == A3_ARM_PC ? TARGET : d; }

/* The program counter was written. A32: bit 0 selects the state; T32 moves and sums stay in T32. */
static void arrive(a3_arm *c, bool exchange)
{
    if (c->thumb && !exchange)
        a3_put_imm(c->out, A3_OP_OR, 4, TARGET, TARGET, 1);
    a3_put_jump_to(c->out, TARGET);
}

void a3_arm_branch_exchange(a3_arm *c, unsigned m, bool link)
{
    unsigned reg = a3_arm_source(c, m);
    if (link) {
        a3_put_move(c->out, TARGET, reg); /* `blx lr` */
        a3_put_call_to(c->out, A3_ARM_LR, TARGET);
    } else if (m == A3_ARM_LR) {
        a3_put_return(c->out, reg);
    } else {
        a3_put_jump_to(c->out, reg);
    }
}

static const uint8_t shift_codes[4] = {A3_OP_SHL, A3_OP_SHR, A3_OP_SAR, A3_OP_ROR};

a3_arm_operand a3_arm_shifted(a3_arm *c, unsigned m, unsigned type, unsigned amount)
{
    unsigned reg = a3_arm_source(c, m);
    if (type == 0 && amount == 0)
        return a3_arm_reg(reg);
    if (type == 3 && amount == 0) { /* RRX */
        a3_put_imm(c->out, A3_OP_SHL, 4, T0, A3_ARM_CARRY, 31);
        a3_put_imm(c->out, A3_OP_SHR, 4, T1, reg, 1);
        a3_put(c->out, A3_OP_OR, 4, T0, T0, T1);
        return (a3_arm_operand){.reg = T0, .carry = A3_ARM_CARRY_BIT, .carry_of = reg};
    }
    amount = amount ? amount : 32;
    a3_put_imm(c->out, (a3_op_code)shift_codes[type], 4, T0, reg, amount);
    return (a3_arm_operand){.reg = T0, .carry = A3_ARM_CARRY_BIT, .carry_of = reg, .carry_bit = type ? amount - 1 : 32 - amount};
}

a3_arm_operand a3_arm_shifted_by(a3_arm *c, unsigned m, unsigned type, unsigned s)
{
    a3_put_unary(c->out, A3_OP_ZEXT, 1, T1, a3_arm_source(c, s));
    a3_put(c->out, (a3_op_code)shift_codes[type], 4, T0, a3_arm_source(c, m), T1);
    return (a3_arm_operand){.reg = T0, .carry = A3_ARM_CARRY_LOST};
}

/* d = n op operand, 4 bytes */
static void compute(a3_arm *c, a3_op_code code, unsigned d, unsigned n, a3_arm_operand b)
{
    if (b.is_imm)
        a3_put_imm(c->out, code, 4, d, n, b.imm);
    else
        a3_put(c->out, code, 4, d, n, b.reg);
}

/* -- flags: the machine's N, Z and V by a FLAGS operation, the carry in a register besides -- */

static unsigned in_register(a3_arm *c, a3_arm_operand b, unsigned scratch)
{
    if (!b.is_imm)
        return b.reg;
    a3_put_const(c->out, scratch, b.imm);
    return scratch;
}

void a3_arm_flags_lost(a3_arm *c)
{
    a3_emit(c->out, A3_OP_FLAGS_HAVOC);
    a3_put_havoc(c->out, A3_ARM_CARRY);
    *c->context &= ~(uint32_t)A3_ARM_CARRY_APART;
}

void a3_arm_flags_of(a3_arm *c, unsigned d)
{
    a3_put(c->out, A3_OP_FLAGS_AND, 4, A3_REG_NONE, d, d);
    c->out->ops[c->out->count - 1].bit = 2; /* overflow stays */
    *c->context |= A3_ARM_CARRY_APART;
}

/* A logical operation is going to set flags: its carry, while the operands are as they were. */
static void carry_of_shifter(a3_arm *c, a3_arm_operand b)
{
    if (b.carry == A3_ARM_CARRY_LOST) {
        a3_put_havoc(c->out, A3_ARM_CARRY);
    } else if (b.carry == A3_ARM_CARRY_TOP) {
        a3_put_const(c->out, A3_ARM_CARRY, b.imm >> 31);
    } else if (b.carry == A3_ARM_CARRY_BIT) {
        a3_put_imm(c->out, A3_OP_SHR, 4, A3_ARM_CARRY, b.carry_of, b.carry_bit);
        a3_put_imm(c->out, A3_OP_AND, 4, A3_ARM_CARRY, A3_ARM_CARRY, 1);
    }
}

/* Flags of n - b */
static void flags_of_difference(a3_arm *c, unsigned n, unsigned b)
{
    a3_put(c->out, A3_OP_FLAGS_SUB, 4, A3_REG_NONE, n, b);
    if (n == b) {
        a3_put_const(c->out, A3_ARM_CARRY, 1);
    } else {
        a3_put(c->out, A3_OP_SUB, 8, A3_ARM_CARRY, n, b);
        a3_put_imm(c->out, A3_OP_SHR, 8, A3_ARM_CARRY, A3_ARM_CARRY, 63);
        a3_put_imm(c->out, A3_OP_XOR, 8, A3_ARM_CARRY, A3_ARM_CARRY, 1);
    }
    *c->context &= ~(uint32_t)A3_ARM_CARRY_APART;
}

static void compare(a3_arm *c, unsigned n, a3_arm_operand b)
{
    flags_of_difference(c, n, in_register(c, b, T3));
    if (b.is_imm) { /* what an equal register is, is told by the immediate */
        a3_op *op = &c->out->ops[c->out->count - 4];
        op->use_imm = true;
        op->imm = b.imm;
    }
}

/* Adding an immediate leaves the flags that subtracting its negative leaves, 0 and 0x80000000 excepted. */
static void flags_of_sum(a3_arm *c, unsigned n, a3_arm_operand b)
{
    if (b.is_imm && (b.imm & 0x7fffffff) != 0) {
        compare(c, n, a3_arm_imm(0U - b.imm));
        return;
    }
    unsigned right = in_register(c, b, T3);
    a3_put(c->out, A3_OP_FLAGS_ADD, 4, A3_REG_NONE, n, right);
    a3_put(c->out, A3_OP_ADD, 8, A3_ARM_CARRY, n, right);
    a3_put_imm(c->out, A3_OP_SHR, 8, A3_ARM_CARRY, A3_ARM_CARRY, 32);
    *c->context |= A3_ARM_CARRY_APART;
}

/* ADC, SBC, RSC: d = a + b (or ~b) + carry. Behind a subtraction the signed order is that of the exact difference, as the
 * comparison of 64-bit numbers wants it. */
static void with_carry(a3_arm *c, bool subtract, bool set_flags, unsigned d, unsigned a, unsigned b)
{
    a3_put_unary(c->out, A3_OP_ZEXT, 4, T2, b);
    if (subtract)
        a3_put_imm(c->out, A3_OP_XOR, 8, T2, T2, UINT32_MAX);
    a3_put(c->out, A3_OP_ADD, 8, T2, T2, A3_ARM_CARRY);
    a3_put(c->out, A3_OP_ADD, 8, T2, T2, a);
    if (set_flags && subtract) {
        a3_put_unary(c->out, A3_OP_SEXT, 4, T3, b);
        a3_put(c->out, A3_OP_SUB, 8, T3, T3, A3_ARM_CARRY);
        a3_put_imm(c->out, A3_OP_ADD, 8, T3, T3, 1);
        a3_put_unary(c->out, A3_OP_SEXT, 4, T0, a);
        a3_put(c->out, A3_OP_FLAGS_SUB, 8, A3_REG_NONE, T0, T3);
        c->out->ops[c->out->count - 1].bit = 1; /* the carry stands apart */
        *c->context |= A3_ARM_CARRY_APART;
    }
    if (set_flags)
        a3_put_imm(c->out, A3_OP_SHR, 8, A3_ARM_CARRY, T2, 32);
    a3_put_unary(c->out, A3_OP_ZEXT, 4, d, T2);
    if (set_flags && !subtract)
        a3_arm_flags_of(c, d);
}

/* The logical operations: d = n op b, and MOV, MVN. */
static void logical(a3_arm *c, unsigned op, unsigned d, unsigned n, a3_arm_operand b)
{
    bool inverted = op == A3_ARM_BIC || op == A3_ARM_MVN || op == A3_ARM_ORN;
    if (inverted && b.is_imm)
        b.imm = ~b.imm;
    else if (inverted) {
        a3_put_unary(c->out, A3_OP_NOT, 4, T2, b.reg);
        b = a3_arm_reg(T2);
    }
    if (op == A3_ARM_AND || op == A3_ARM_BIC)
        compute(c, A3_OP_AND, d, n, b);
    else if (op == A3_ARM_EOR)
        compute(c, A3_OP_XOR, d, n, b);
    else if (op == A3_ARM_ORR || op == A3_ARM_ORN)
        compute(c, A3_OP_OR, d, n, b);
    else if (b.is_imm)
        a3_put_const(c->out, d, b.imm);
    else
        a3_put_unary(c->out, A3_OP_MOVE, 4, d, b.reg);
}

bool a3_arm_data(a3_arm *c, unsigned op, bool set_flags, unsigned d, unsigned n, a3_arm_operand b)
{
    bool move = op == A3_ARM_MOV || op == A3_ARM_MVN;
    unsigned left = move ? 0 : a3_arm_source(c, n), to = destination(d);
    switch (op) {
    case A3_ARM_TST: case A3_ARM_TEQ:
        carry_of_shifter(c, b);
        compute(c, op == A3_ARM_TST ? A3_OP_AND : A3_OP_XOR, T2, left, b);
        a3_arm_flags_of(c, T2);
        return true;
    case A3_ARM_CMP: compare(c, left, b); return true;
    case A3_ARM_CMN: flags_of_sum(c, left, b); return true;
    default: break;
    }
    if (d == A3_ARM_PC && set_flags)
        return false; /* returns from an exception */
    if (op == A3_ARM_MOV && d == A3_ARM_PC && !b.is_imm && b.reg == A3_ARM_LR) {
        a3_put_return(c->out, A3_ARM_LR);
        return true;
    }
    switch (op) {
    case A3_ARM_ADD:
        if (set_flags)
            flags_of_sum(c, left, b);
        compute(c, A3_OP_ADD, to, left, b);
        break;
    case A3_ARM_SUB:
        if (set_flags)
            compare(c, left, b);
        compute(c, A3_OP_SUB, to, left, b);
        break;
    case A3_ARM_RSB: {
        unsigned right = in_register(c, b, T2);
        if (set_flags)
            flags_of_difference(c, right, left);
        a3_put(c->out, A3_OP_SUB, 4, to, right, left);
        break;
    }
    case A3_ARM_ADC: with_carry(c, false, set_flags, to, left, in_register(c, b, T1)); break;
    case A3_ARM_SBC: with_carry(c, true, set_flags, to, left, in_register(c, b, T1)); break;
    case A3_ARM_RSC: with_carry(c, true, set_flags, to, in_register(c, b, T1), left); break;
    default:
        if (set_flags)
            carry_of_shifter(c, b);
        logical(c, op, to, left, b);
        if (set_flags)
            a3_arm_flags_of(c, to);
    }
    if (d == A3_ARM_PC)
        arrive(c, false);
    return true;
}

/* T1 = base -/+ offset */
static void address(a3_arm *c, const a3_arm_access *a, unsigned base)
{
    compute(c, a->down ? A3_OP_SUB : A3_OP_ADD, T1, base, a->offset);
}

void a3_arm_transfer(a3_arm *c, const a3_arm_access *a)
{
    /* Literals are relative to the aligned program counter. */
    if (a->n == A3_ARM_PC)
        a3_put_const(c->out, PC_VALUE, c->pc & ~3U);
    unsigned base = a->n == A3_ARM_PC ? PC_VALUE : a->n, at = base, loaded = destination(a->t);
    if (a->before || a->back)
        address(c, a, base);
    if (a->before)
        at = T1;
    if (a->size == 8) {
        if (a->load)
            a3_put_move(c->out, T2, at); /* the first register may be the base */
        for (unsigned i = 0; i < 2; i++)
            if (a->load)
                a3_put_load(c->out, 4, false, i ? a->t2 : a->t, T2, 4 * (int64_t)i);
            else
                a3_put_store(c->out, 4, i ? a->t2 : a->t, at, 4 * (int64_t)i);
    } else if (a->load) {
        a3_put_load(c->out, a->size, a->sign, loaded, at, 0);
        if (a->sign)
            a3_put_unary(c->out, A3_OP_ZEXT, 4, loaded, loaded);
    } else {
        a3_put_store(c->out, a->size, a3_arm_source(c, a->t), at, 0);
    }
    if (a->back && a->n != A3_ARM_PC)
        a3_put_move(c->out, a->n, T1);
    if (!a->load || a->t != A3_ARM_PC)
        return;
    if (a->n == A3_ARM_SP)
        a3_put_return(c->out, TARGET);
    else
        arrive(c, true);
}

void a3_arm_multiple(a3_arm *c, bool load, unsigned n, unsigned list, bool up, bool before, bool back)
{
    unsigned count = (unsigned)__builtin_popcount(list);
    int64_t total = 4 * (int64_t)count, offset = (up ? 0 : -total) + (before == up ? 4 : 0);
    unsigned base = n;
    if (load) { /* the base may be among the registers loaded */
        a3_put_move(c->out, T1, n);
        base = T1;
    }
    for (unsigned i = 0; i < 16; i++) {
        if ((list >> i & 1) == 0)
            continue;
        if (load)
            a3_put_load(c->out, 4, false, destination(i), base, offset);
        else
            a3_put_store(c->out, 4, a3_arm_source(c, i), base, offset);
        offset += 4;
    }
    if (back)
        a3_put_imm(c->out, up ? A3_OP_ADD : A3_OP_SUB, 4, n, base, total);
    if (load && list >> A3_ARM_PC & 1)
        a3_put_return(c->out, TARGET);
}

void a3_arm_extend(a3_arm *c, unsigned kind, unsigned d, unsigned n, unsigned m, unsigned rotate)
{
    unsigned size = (kind & 3) == 2 ? 1 : 2;
    if ((kind & 3) < 2) { /* two bytes at once */
        a3_put_havoc(c->out, d);
        return;
    }
    if (rotate != 0) {
        a3_put_imm(c->out, A3_OP_ROR, 4, T0, m, 8 * (int64_t)rotate);
        m = T0;
    }
    a3_put_unary(c->out, kind & 4 ? A3_OP_ZEXT : A3_OP_SEXT, size, T0, m);
    if (n == A3_ARM_PC)
        a3_put_unary(c->out, A3_OP_MOVE, 4, d, T0);
    else
        a3_put(c->out, A3_OP_ADD, 4, d, n, T0);
}

void a3_arm_extract(a3_arm *c, bool is_signed, unsigned d, unsigned n, unsigned low, unsigned width)
{
    if (low + width > 32) {
        a3_put_havoc(c->out, d);
        return;
    }
    a3_put_imm(c->out, A3_OP_SHL, 4, T0, n, 32 - low - width);
    a3_put_imm(c->out, is_signed ? A3_OP_SAR : A3_OP_SHR, 4, d, T0, 32 - width);
}

void a3_arm_insert(a3_arm *c, unsigned d, unsigned n, unsigned low, unsigned high)
{
    if (high < low) {
        a3_put_havoc(c->out, d);
        return;
    }
    uint32_t mask = UINT32_MAX >> (31 - (high - low));
    a3_put_imm(c->out, A3_OP_AND, 4, T0, n == A3_ARM_PC ? A3_REG_NONE : n, mask);
    a3_put_imm(c->out, A3_OP_SHL, 4, T0, T0, low);
    a3_put_imm(c->out, A3_OP_AND, 4, T1, d, (int64_t)(uint32_t)~(mask << low));
    a3_put(c->out, A3_OP_OR, 4, d, T0, T1);
}

void a3_arm_multiply(a3_arm *c, bool subtract, unsigned d, unsigned n, unsigned m, unsigned a)
{
    a3_put(c->out, A3_OP_MUL, 4, a == A3_ARM_PC ? d : T0, n, m);
    if (a != A3_ARM_PC)
        a3_put(c->out, subtract ? A3_OP_SUB : A3_OP_ADD, 4, d, a, T0);
}

void a3_arm_multiply_long(a3_arm *c, bool is_signed, bool add, unsigned low, unsigned high, unsigned n, unsigned m)
{
    a3_put_unary(c->out, is_signed ? A3_OP_SEXT : A3_OP_ZEXT, 4, T0, n);
    a3_put_unary(c->out, is_signed ? A3_OP_SEXT : A3_OP_ZEXT, 4, T1, m);
    a3_put(c->out, A3_OP_MUL, 8, T0, T0, T1);
    if (add) {
        a3_put_imm(c->out, A3_OP_SHL, 8, T1, high, 32);
        a3_put(c->out, A3_OP_OR, 8, T1, T1, low);
        a3_put(c->out, A3_OP_ADD, 8, T0, T0, T1);
    }
    a3_put_unary(c->out, A3_OP_ZEXT, 4, low, T0);
    a3_put_imm(c->out, A3_OP_SHR, 8, high, T0, 32);
}

void a3_arm_multiply_halves(a3_arm *c, unsigned d, unsigned n, bool n_top, unsigned m, bool m_top, unsigned a)
{
    a3_put_imm(c->out, A3_OP_SHR, 4, T0, n, n_top ? 16 : 0);
    a3_put_imm(c->out, A3_OP_SHR, 4, T1, m, m_top ? 16 : 0);
    a3_put_unary(c->out, A3_OP_SEXT, 2, T0, T0);
    a3_put_unary(c->out, A3_OP_SEXT, 2, T1, T1);
    a3_put(c->out, A3_OP_MUL, 4, a < 15 ? T0 : d, T0, T1);
    if (a < 15)
        a3_put(c->out, A3_OP_ADD, 4, d, a, T0);
}

void a3_arm_exclusive(a3_arm *c, bool load, unsigned size, unsigned t, unsigned t2, unsigned n, unsigned status, int64_t disp)
{
    if (!load) {
        a3_put_store(c->out, size < 4 ? size : 4, t, n, disp);
        if (size == 8)
            a3_put_store(c->out, 4, t2, n, disp + 4);
        a3_put_const(c->out, status, 0); /* the store succeeded */
        return;
    }
    a3_put_move(c->out, T1, n);
    a3_put_load(c->out, size < 4 ? size : 4, false, t, T1, disp);
    if (size == 8)
        a3_put_load(c->out, 4, false, t2, T1, disp + 4);
}

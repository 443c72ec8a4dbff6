/* SPDX-License-Identifier: MIT */
/* 32-bit Arm: the T32 encodings. Source: ARM DDI 0406C, chapter A6; A2.5.2 (ITSTATE, kept in the decoder's context). */
#include "base/bytes.h"
#include "module/isa_arm.h"

enum { T0 = A3_REG_T0, T1, T2, TARGET = A3_REG_T0 + 6 };

static unsigned bits(uint32_t word, unsigned low, unsigned count) { return a3_arm_bits(word, low, count); }

/* -- 16 bits (A6.2) -- */

/* 00: shifts, sums, moves and comparisons with an immediate (A6.2.1); flags are set outside IT blocks. */
static bool immediate16(a3_arm *c, unsigned w, bool set)
{
    unsigned d = bits(w, 0, 3), n = bits(w, 3, 3), op = bits(w, 11, 3), amount = bits(w, 6, 5);
    if (op < 3) {
        if (op == 0 && amount == 0)
            return a3_arm_data(c, A3_ARM_MOV, set, d, 0, a3_arm_reg(n));
        return a3_arm_data(c, A3_ARM_MOV, set, d, 0, a3_arm_shifted(c, n, op, amount));
    }
    if (op == 3) {
        a3_arm_operand b = bits(w, 10, 1) ? a3_arm_imm(bits(w, 6, 3)) : a3_arm_reg(bits(w, 6, 3));
        return a3_arm_data(c, bits(w, 9, 1) ? A3_ARM_SUB : A3_ARM_ADD, set, d, n, b);
    }
    static const uint8_t ops[4] = {A3_ARM_MOV, A3_ARM_CMP, A3_ARM_ADD, A3_ARM_SUB};
    d = bits(w, 8, 3);
    return a3_arm_data(c, ops[op - 4], set, d, d, a3_arm_imm(bits(w, 0, 8)));
}

/* 010000: data processing (A6.2.2) */
static bool data16(a3_arm *c, unsigned w, bool set)
{
    unsigned d = bits(w, 0, 3), m = bits(w, 3, 3), op = bits(w, 6, 4);
    switch (op) {
    case 2: case 3: case 4: case 7: /* lsl, lsr, asr, ror by register */
        return a3_arm_data(c, A3_ARM_MOV, set, d, 0, a3_arm_shifted_by(c, d, op == 7 ? 3 : op - 2, m));
    case 9: return a3_arm_data(c, A3_ARM_RSB, set, d, m, a3_arm_imm(0));
    case 13:
        a3_arm_multiply(c, false, d, d, m, A3_ARM_PC);
        if (set)
            a3_arm_flags_of(c, d);
        return true;
    default: {
        static const uint8_t ops[16] = {A3_ARM_AND, A3_ARM_EOR, 0, 0, 0, A3_ARM_ADC, A3_ARM_SBC, 0,
                                        A3_ARM_TST, 0, A3_ARM_CMP, A3_ARM_CMN, A3_ARM_ORR, 0, A3_ARM_BIC, A3_ARM_MVN};
        return a3_arm_data(c, ops[op], set, d, d, a3_arm_reg(m));
    }
    }
}

/* 010001: high registers, branch and exchange (A6.2.3) */
static bool high16(a3_arm *c, unsigned w)
{
    unsigned d = bits(w, 7, 1) << 3 | bits(w, 0, 3), m = bits(w, 3, 4);
    switch (bits(w, 8, 2)) {
    case 0: return a3_arm_data(c, A3_ARM_ADD, false, d, d, a3_arm_reg(a3_arm_source(c, m)));
    case 1: return a3_arm_data(c, A3_ARM_CMP, false, d, d, a3_arm_reg(a3_arm_source(c, m)));
    case 2: return a3_arm_data(c, A3_ARM_MOV, false, d, 0, a3_arm_reg(a3_arm_source(c, m)));
    default: a3_arm_branch_exchange(c, m, bits(w, 7, 1)); return true;
    }
}

/* 0100 1 to 1001: single loads and stores (A6.2.4) */
static void memory16(a3_arm *c, unsigned w)
{
    a3_arm_access a = {.before = true, .t = bits(w, 0, 3), .n = bits(w, 3, 3), .load = bits(w, 11, 1)};
    unsigned imm5 = bits(w, 6, 5), op = bits(w, 9, 3);
    static const struct {
        uint8_t size, load, sign;
    } by_register[8] = {{4, 0, 0}, {2, 0, 0}, {1, 0, 0}, {1, 1, 1}, {4, 1, 0}, {2, 1, 0}, {1, 1, 0}, {2, 1, 1}};
    switch (w >> 12) {
    case 4: /* literal */
        a.n = A3_ARM_PC;
        break;
    case 5:
        a.size = by_register[op].size;
        a.load = by_register[op].load;
        a.sign = by_register[op].sign;
        a.offset = a3_arm_reg(bits(w, 6, 3));
        a3_arm_transfer(c, &a);
        return;
    case 6: a.size = 4; a.offset = a3_arm_imm(imm5 * 4); a3_arm_transfer(c, &a); return;
    case 7: a.size = 1; a.offset = a3_arm_imm(imm5); a3_arm_transfer(c, &a); return;
    case 8: a.size = 2; a.offset = a3_arm_imm(imm5 * 2); a3_arm_transfer(c, &a); return;
    default: a.n = A3_ARM_SP;
    }
    a.t = bits(w, 8, 3);
    a.size = 4;
    a.offset = a3_arm_imm(4 * bits(w, 0, 8));
    a3_arm_transfer(c, &a);
}

/* 1011: miscellaneous (A6.2.5) */
static bool miscellaneous16(a3_arm *c, unsigned w)
{
    unsigned list = bits(w, 0, 8), d = bits(w, 0, 3), m = bits(w, 3, 3);
    switch (bits(w, 8, 4)) {
    case 0x0: /* add, sub of the stack pointer */
        return a3_arm_data(c, bits(w, 7, 1) ? A3_ARM_SUB : A3_ARM_ADD, false, A3_ARM_SP, A3_ARM_SP,
                           a3_arm_imm(4 * bits(w, 0, 7)));
    case 0x1: case 0x3: case 0x9: case 0xb: /* cbz, cbnz */
        a3_put_branch_regs(c->out, bits(w, 11, 1) ? A3_COND_NONZERO : A3_COND_ZERO, d, A3_REG_NONE,
                           (uint32_t)(c->pc + (bits(w, 9, 1) << 6 | bits(w, 3, 5) << 1)) | 1);
        c->out->ops[c->out->count - 1].size = 4;
        return true;
    case 0x2: { /* sxth, sxtb, uxth, uxtb */
        static const uint8_t kinds[4] = {3, 2, 7, 6};
        a3_arm_extend(c, kinds[bits(w, 6, 2)], d, A3_ARM_PC, m, 0);
        return true;
    }
    case 0x4: case 0x5: a3_arm_multiple(c, false, A3_ARM_SP, list | bits(w, 8, 1) << A3_ARM_LR, false, true, true); return true;
    case 0xc: case 0xd: a3_arm_multiple(c, true, A3_ARM_SP, list | bits(w, 8, 1) << A3_ARM_PC, true, false, true); return true;
    case 0xa: /* rev; hlt */
        a3_put_havoc(c->out, d);
        return bits(w, 6, 2) != 2;
    case 0xe: a3_emit(c->out, A3_OP_TRAP); return true; /* bkpt */
    case 0xf:
        if (bits(w, 0, 4) != 0) /* it: the next instructions are conditional */
            *c->context |= bits(w, 0, 8);
        return true;
    default: return false; /* setend, cps */
    }
}

static bool decode16(a3_arm *c, unsigned w, bool set)
{
    switch (w >> 12) {
    case 0: case 1: case 2: case 3: return immediate16(c, w, set);
    case 4:
        if (w >> 10 == 0x10)
            return data16(c, w, set);
        if (w >> 10 == 0x11)
            return high16(c, w);
        memory16(c, w);
        return true;
    case 5: case 6: case 7: case 8: case 9: memory16(c, w); return true;
    case 10: /* adr; add of the stack pointer */
        if (bits(w, 11, 1))
            return a3_arm_data(c, A3_ARM_ADD, false, bits(w, 8, 3), A3_ARM_SP, a3_arm_imm(4 * bits(w, 0, 8)));
        a3_put_const(c->out, bits(w, 8, 3), (uint32_t)((c->pc & ~3U) + 4 * bits(w, 0, 8)));
        return true;
    case 11: return miscellaneous16(c, w);
    case 12: { /* stm, ldm: the base is written back unless it is loaded */
        unsigned n = bits(w, 8, 3), list = bits(w, 0, 8);
        bool load = bits(w, 11, 1);
        a3_arm_multiple(c, load, n, list, true, false, !load || !(list >> n & 1));
        return true;
    }
    case 13:
        if (bits(w, 8, 4) == 14) /* udf */
            a3_emit(c->out, A3_OP_TRAP);
        else if (bits(w, 8, 4) == 15) /* svc answers in r0 */
            a3_put_havoc(c->out, 0);
        else
            a3_arm_branch(c, bits(w, 8, 4), (c->pc + (uint32_t)a3_sign_extend(bits(w, 0, 8) << 1, 9)) | 1);
        return true;
    default: a3_put_jump(c->out, (uint32_t)(c->pc + (uint32_t)a3_sign_extend(bits(w, 0, 11) << 1, 12)) | 1); return true;
    }
}

/* -- 32 bits (A6.3); the first halfword stands in the upper half -- */

/* ThumbExpandImm (A6.3.2) */
static a3_arm_operand expand_imm(uint32_t w)
{
    unsigned imm12 = bits(w, 26, 1) << 11 | bits(w, 12, 3) << 8 | bits(w, 0, 8), byte = imm12 & 0xff, amount = imm12 >> 7;
    a3_arm_operand rotated = {.is_imm = true, .carry = A3_ARM_CARRY_TOP};
    switch (imm12 >> 8) {
    case 0: return a3_arm_imm(byte);
    case 1: return a3_arm_imm(byte << 16 | byte);
    case 2: return a3_arm_imm(byte << 24 | byte << 8);
    case 3: return a3_arm_imm(byte * 0x01010101U);
    default: byte |= 0x80; rotated.imm = byte >> amount | byte << (32 - amount); return rotated;
    }
}

/* Data processing with a modified immediate or a shifted register (A6.3.1, A6.3.11): d or n of 15 select a sibling. */
static bool data32(a3_arm *c, uint32_t w, a3_arm_operand b)
{
    static const uint8_t ops[16] = {A3_ARM_AND, A3_ARM_BIC, A3_ARM_ORR, A3_ARM_ORN, A3_ARM_EOR, 0xff, 0xff, 0xff,
                                    A3_ARM_ADD, 0xff, A3_ARM_ADC, A3_ARM_SBC, 0xff, A3_ARM_SUB, A3_ARM_RSB, 0xff};
    unsigned op = ops[bits(w, 21, 4)], n = bits(w, 16, 4), d = bits(w, 8, 4);
    bool set = bits(w, 20, 1);
    if (bits(w, 21, 4) == 6) { /* pkhbt, pkhtb */
        a3_put_havoc(c->out, d);
        return true;
    }
    if (op == 0xff)
        return false;
    if (n == 15 && (op == A3_ARM_ORR || op == A3_ARM_ORN))
        op = op == A3_ARM_ORR ? A3_ARM_MOV : A3_ARM_MVN;
    if (d == 15 && set) {
        switch (op) {
        case A3_ARM_AND: op = A3_ARM_TST; break;
        case A3_ARM_EOR: op = A3_ARM_TEQ; break;
        case A3_ARM_ADD: op = A3_ARM_CMN; break;
        case A3_ARM_SUB: op = A3_ARM_CMP; break;
        default: return false;
        }
    }
    return a3_arm_data(c, op, set, d, n, b);
}

/* Data processing with a plain immediate (A6.3.3) */
static bool plain32(a3_arm *c, uint32_t w)
{
    unsigned d = bits(w, 8, 4), n = bits(w, 16, 4), low = bits(w, 12, 3) << 2 | bits(w, 6, 2), last = bits(w, 0, 5);
    uint32_t imm12 = bits(w, 26, 1) << 11 | bits(w, 12, 3) << 8 | bits(w, 0, 8), imm16 = n << 12 | imm12;
    switch (bits(w, 20, 5)) {
    case 0x00: case 0x0a: /* addw, subw; adr */
        if (n == 15)
            a3_put_const(c->out, d, (uint32_t)((c->pc & ~3U) + (bits(w, 20, 5) ? 0U - imm12 : imm12)));
        else
            a3_put_imm(c->out, bits(w, 20, 5) ? A3_OP_SUB : A3_OP_ADD, 4, d, n, imm12);
        return true;
    case 0x04: a3_put_const(c->out, d, imm16); return true; /* movw */
    case 0x0c:                                              /* movt */
        a3_put_unary(c->out, A3_OP_ZEXT, 2, d, d);
        a3_put_imm(c->out, A3_OP_OR, 4, d, d, (int64_t)imm16 << 16);
        return true;
    case 0x10: case 0x12: case 0x18: case 0x1a: a3_put_havoc(c->out, d); return true; /* ssat, usat */
    case 0x14: case 0x1c: a3_arm_extract(c, bits(w, 20, 5) == 0x14, d, n, low, last + 1); return true;
    case 0x16: a3_arm_insert(c, d, n, low, last); return true;
    default: return false;
    }
}

/* Branches and miscellaneous control (A6.3.4) */
static bool control32(a3_arm *c, uint32_t w)
{
    unsigned s = bits(w, 26, 1), j1 = bits(w, 13, 1), j2 = bits(w, 11, 1);
    uint32_t far = (uint32_t)a3_sign_extend((uint64_t)s << 24 | (uint64_t)(s == j1) << 23 | (uint64_t)(s == j2) << 22 |
                                                (uint64_t)bits(w, 16, 10) << 12 | (uint64_t)bits(w, 0, 11) << 1, 25);
    switch (bits(w, 12, 3) & 5) {
    case 1: a3_put_jump(c->out, (uint32_t)(c->pc + far) | 1); return true;
    case 5: a3_put_call(c->out, A3_ARM_LR, (uint32_t)(c->pc + far) | 1); return true;
    case 4: a3_put_call(c->out, A3_ARM_LR, (uint32_t)((c->pc & ~3U) + far) & ~3U); return true; /* to A32 */
    default: break;
    }
    unsigned cond = bits(w, 22, 4), d = bits(w, 8, 4);
    if (cond < 14) {
        uint32_t near = (uint32_t)a3_sign_extend(s << 20 | j2 << 19 | j1 << 18 | bits(w, 16, 6) << 12 | bits(w, 0, 11) << 1, 21);
        a3_arm_branch(c, cond, (c->pc + near) | 1);
        return true;
    }
    switch (bits(w, 20, 7)) {
    case 0x38: case 0x39: a3_arm_flags_lost(c); return true; /* msr */
    case 0x3a: return bits(w, 8, 3) == 0;                                  /* hints; cps */
    case 0x3b: return true;                                                /* barriers, clrex */
    case 0x3c: a3_arm_branch_exchange(c, bits(w, 16, 4), false); return true; /* bxj */
    case 0x3e: case 0x3f: a3_put_havoc(c->out, d); return true;            /* mrs */
    case 0x7f: a3_emit(c->out, A3_OP_TRAP); return bits(w, 12, 4) == 10;   /* udf */
    default: return false;
    }
}

/* Load and store multiple, dual, exclusive; table branch (A6.3.5, A6.3.6) */
static bool dual32(a3_arm *c, uint32_t w)
{
    unsigned n = bits(w, 16, 4), t = bits(w, 12, 4), t2 = bits(w, 8, 4), op1 = bits(w, 23, 2), op2 = bits(w, 20, 2);
    if (!bits(w, 22, 1)) {
        if (op1 == 0 || op1 == 3) /* srs, rfe */
            return false;
        a3_arm_multiple(c, bits(w, 20, 1), n, bits(w, 0, 16), op1 == 1, op1 == 2, bits(w, 21, 1));
        return true;
    }
    if (op1 & 2 || op2 & 2) { /* ldrd, strd: P or W */
        a3_arm_access a = {.load = bits(w, 20, 1), .before = bits(w, 24, 1), .back = bits(w, 21, 1), .size = 8, .t = t,
                           .t2 = t2, .n = n, .down = !bits(w, 23, 1), .offset = a3_arm_imm(4 * bits(w, 0, 8))};
        if (t == 15 || t2 == 15)
            return false;
        a3_arm_transfer(c, &a);
        return true;
    }
    if (op1 == 0) { /* ldrex, strex: t2 is the status of a store */
        a3_arm_exclusive(c, op2, 4, t, 0, n, t2, 4 * (int64_t)bits(w, 0, 8));
        return true;
    }
    unsigned kind = bits(w, 4, 4), size = 1U << (kind & 3);
    if (kind < 2 && op2) { /* tbb, tbh: twice the entry is the distance */
        unsigned index = bits(w, 0, 4), base = a3_arm_source(c, n);
        a3_put_imm(c->out, A3_OP_SHL, 4, T0, index, kind);
        a3_put(c->out, A3_OP_ADD, 4, T0, base, T0);
        a3_put_load(c->out, size, false, T0, T0, 0);
        a3_put_imm(c->out, A3_OP_SHL, 4, T0, T0, 1);
        a3_put_imm(c->out, A3_OP_ADD, 4, TARGET, T0, c->pc);
        a3_put_imm(c->out, A3_OP_OR, 4, TARGET, TARGET, 1);
        a3_put_jump_to(c->out, TARGET);
        return true;
    }
    if (kind >= 8 && kind < 11 && !op2) /* stlb, stlh, stl (ARMv8) */
        a3_put_store(c->out, size, t, n, 0);
    else if (kind >= 4)
        a3_arm_exclusive(c, op2, size, t, t2, n, bits(w, 0, 4), 0);
    return kind >= 4;
}

/* Single loads and stores (A6.3.7-A6.3.10): 1111100, bit 24 signed, bit 23 twelve-bit offset, 21-22 size, 20 load */
static bool memory32(a3_arm *c, uint32_t w)
{
    unsigned log = bits(w, 21, 2), n = bits(w, 16, 4), t = bits(w, 12, 4), kind = bits(w, 8, 4);
    bool load = bits(w, 20, 1), sign = bits(w, 24, 1);
    if (log == 3 || (sign && !load))
        return false;
    if (load && t == 15 && log < 2) /* pld, pli and other hints */
        return true;
    a3_arm_access a = {.load = load, .sign = sign, .before = true, .size = 1U << log, .t = t, .n = n};
    if (n == 15 || bits(w, 23, 1)) {
        a.offset = a3_arm_imm(bits(w, 0, 12));
        a.down = n == 15 && !bits(w, 23, 1);
    } else if (bits(w, 11, 1)) { /* 1PUW: eight bits, indexed; 1110 unprivileged */
        a.offset = a3_arm_imm(bits(w, 0, 8));
        a.before = kind & 4;
        a.down = !(kind & 2);
        a.back = (kind & 1) != 0;
        if (!a.before && !a.back)
            return false;
    } else if (bits(w, 6, 6) == 0) {
        a.offset = a3_arm_shifted(c, bits(w, 0, 4), 0, bits(w, 4, 2));
    } else {
        return false;
    }
    a3_arm_transfer(c, &a);
    return true;
}

/* Data processing on registers (A6.3.12-A6.3.15): shifts by register, extensions; the others are not followed. */
static bool register32(a3_arm *c, uint32_t w)
{
    unsigned op = bits(w, 20, 4), n = bits(w, 16, 4), d = bits(w, 8, 4), m = bits(w, 0, 4);
    if (bits(w, 12, 4) != 15)
        return false;
    if (!bits(w, 7, 1) && op < 8)
        return a3_arm_data(c, A3_ARM_MOV, op & 1, d, 0, a3_arm_shifted_by(c, n, op >> 1, m));
    if (op < 6 && !bits(w, 6, 1)) { /* sxth, uxth, sxtb16, uxtb16, sxtb, uxtb */
        static const uint8_t kinds[6] = {3, 7, 0, 4, 2, 6};
        a3_arm_extend(c, kinds[op], d, n, m, bits(w, 4, 2));
        return true;
    }
    if (op == 11 && bits(w, 4, 4) == 8)
        a3_put_unary(c->out, A3_OP_CLZ, 4, d, m);
    else
        a3_put_havoc(c->out, d); /* parallel sums, saturation, rev, sel */
    return op >= 8;
}

/* Multiplies and divisions (A6.3.16, A6.3.17) */
static bool multiply32(a3_arm *c, uint32_t w)
{
    unsigned op = bits(w, 20, 3), kind = bits(w, 4, 4), n = bits(w, 16, 4), a = bits(w, 12, 4), d = bits(w, 8, 4), m = bits(w, 0, 4);
    if (!bits(w, 23, 1)) {
        if (op == 0 && kind < 2)
            a3_arm_multiply(c, kind, d, n, m, a);
        else if (op == 1 && kind < 4)
            a3_arm_multiply_halves(c, d, n, kind & 2, m, kind & 1, a);
        else
            a3_put_havoc(c->out, d);
        return true;
    }
    if ((op & 1) == 0 && kind == 0) { /* smull, umull, smlal, umlal */
        a3_arm_multiply_long(c, !(op & 2), op & 4, a, d, n, m);
        return true;
    }
    a3_put_havoc(c->out, d);
    if ((op & 1) == 0) /* accumulating: both halves; sdiv and udiv have op 1 and 3 */
        a3_put_havoc(c->out, a);
    return true;
}

/* Coprocessor space (A6.3.18): the same instructions as A32's with the condition "always", SIMD data moved. */
static bool coprocessor32(a3_arm *c, uint32_t w)
{
    if (bits(w, 24, 2) == 3) {
        a3_arm_simd_data(c, UINT32_C(0xf2000000) | (w & 0xffffff) | bits(w, 28, 1) << 24);
        return true;
    }
    if (!bits(w, 25, 1))
        return !bits(w, 28, 1) && a3_arm_vector_memory(c, w);
    return a3_arm_vector_core(c, w);
}

static bool decode32(a3_arm *c, uint32_t w)
{
    if (bits(w, 26, 1) && bits(w, 27, 2) != 2) /* 111x1 1: coprocessor, but 11110 1 is the sign of immediates */
        return coprocessor32(c, w);
    switch (bits(w, 27, 2)) {
    case 1:
        if (!bits(w, 25, 1))
            return dual32(c, w);
        return data32(c, w, a3_arm_shifted(c, bits(w, 0, 4), bits(w, 4, 2), bits(w, 12, 3) << 2 | bits(w, 6, 2)));
    case 2:
        if (bits(w, 15, 1))
            return control32(c, w);
        return bits(w, 25, 1) ? plain32(c, w) : data32(c, w, expand_imm(w));
    default:
        if (bits(w, 24, 2) == 1 && !bits(w, 20, 1))
            return a3_arm_simd_elements(c, UINT32_C(0xf4000000) | (w & 0xffffff));
        if (!bits(w, 25, 1))
            return memory32(c, w);
        return bits(w, 24, 1) ? multiply32(c, w) : register32(c, w);
    }
}

bool a3_thumb_decode(a3_arm *c, const uint8_t *code, size_t size)
{
    if (size < 2)
        return false;
    uint32_t first = (uint32_t)a3_load(code, 2, false), it = *c->context & A3_ARM_IT;
    bool wide = first >> 11 >= 0x1d, conditional = (it & 15) != 0;
    if (wide && size < 4)
        return false;
    c->out->length = wide ? 4 : 2;
    *c->context &= ~(uint32_t)A3_ARM_IT;
    if (conditional && (it & 7) != 0)
        *c->context |= (it & 0xe0) | (it << 1 & 0x1f);
    if (conditional)
        a3_arm_when(c, it >> 4);
    if (wide)
        return decode32(c, first << 16 | (uint32_t)a3_load(code + 2, 2, false));
    return decode16(c, first, !conditional);
}

/* SPDX-License-Identifier: MIT */
/* 32-bit Arm: the A32 encodings. Source: ARM DDI 0406C, chapter A5. */
#include "base/bytes.h"
#include "module/isa_arm.h"

static unsigned bits(uint32_t word, unsigned low, unsigned count) { return a3_arm_bits(word, low, count); }

static uint32_t rotate_right(uint32_t value, unsigned amount)
{
    amount &= 31;
    return amount ? value >> amount | value << (32 - amount) : value;
}

/* Extra loads and stores (A5.2.8): halfwords, signed bytes, doublewords */
static bool extra_memory(a3_arm *c, uint32_t w)
{
    unsigned kind = bits(w, 5, 2);
    bool load = bits(w, 20, 1), pre = bits(w, 24, 1), pair = !load && kind != 1;
    a3_arm_access a = {.load = load || kind == 2, .sign = load && kind > 1, .before = pre, .back = !pre || bits(w, 21, 1),
                       .size = pair ? 8 : kind == 2 ? 1 : 2, .t = bits(w, 12, 4), .n = bits(w, 16, 4),
                       .down = !bits(w, 23, 1)};
    if (!pre && bits(w, 21, 1)) /* unprivileged forms */
        return false;
    if (pair && (a.t & 1 || a.t == 14))
        return false;
    a.t2 = a.t + 1;
    a.offset = bits(w, 22, 1) ? a3_arm_imm(bits(w, 8, 4) << 4 | bits(w, 0, 4)) : a3_arm_reg(bits(w, 0, 4));
    a3_arm_transfer(c, &a);
    return true;
}

/* Multiplies (A5.2.5) and synchronization (A5.2.10) */
static bool multiply_or_exclusive(a3_arm *c, uint32_t w)
{
    unsigned op = bits(w, 20, 4), d = bits(w, 16, 4), a = bits(w, 12, 4), m = bits(w, 8, 4), n = bits(w, 0, 4);
    if (bits(w, 24, 1)) {
        static const uint8_t sizes[4] = {4, 8, 1, 2};
        bool load = op & 1;
        if ((op & 8) == 0) { /* swp */
            a3_put_fetch(c->out, A3_OP_MOVE, op & 4 ? 1 : 4, false, a, n, d, 0);
        } else if (!load && (w & 0xf000) == 0xf000 && bits(w, 8, 2) == 0) { /* stl (ARMv8) */
            a3_put_memory(c->out, A3_OP_STORE, sizes[op >> 1 & 3], false, n, d, 0);
        } else {
            unsigned t = load ? a : n;
            a3_arm_exclusive(c, load, sizes[op >> 1 & 3], t, t + 1, d, a, 0);
        }
        return true;
    }
    switch (op >> 1) {
    case 0: a3_arm_multiply(c, false, d, n, m, A3_ARM_PC); break;
    case 1: a3_arm_multiply(c, false, d, n, m, a); break;
    case 3: a3_arm_multiply(c, true, d, n, m, a); break;
    case 4: case 5: case 6: case 7: a3_arm_multiply_long(c, op >> 1 >= 6, op >> 1 & 1, a, d, n, m); break;
    default: /* umaal */
        a3_put_havoc(c->out, a);
        a3_put_havoc(c->out, d);
    }
    if (op & 1)
        a3_arm_flags_lost(c);
    return true;
}

/* Miscellaneous (A5.2.12), saturating and halfword multiplies (A5.2.6, A5.2.7): what tst, teq, cmp, cmn without flags hold */
static bool miscellaneous(a3_arm *c, uint32_t w)
{
    unsigned op = bits(w, 21, 2), kind = bits(w, 4, 4), d = bits(w, 12, 4);
    if (kind & 8 && (op == 0 || op == 3)) { /* smlaxy, smulxy */
        a3_arm_multiply_halves(c, bits(w, 16, 4), bits(w, 0, 4), kind & 2, bits(w, 8, 4), kind & 4, op == 0 ? d : A3_ARM_PC);
        return true;
    }
    if (kind & 8) {
        a3_put_havoc(c->out, bits(w, 16, 4));
        a3_put_havoc(c->out, d); /* SMLALxy writes both */
        return true;
    }
    switch (kind) {
    case 0: /* mrs, msr */
        if (op & 1)
            a3_arm_flags_lost(c);
        else
            a3_put_havoc(c->out, d);
        return true;
    case 1:
        if (op == 1)
            a3_arm_branch_exchange(c, bits(w, 0, 4), false);
        else
            a3_put_unary(c->out, A3_OP_CLZ, 4, d, bits(w, 0, 4));
        return op == 1 || op == 3;
    case 2: a3_arm_branch_exchange(c, bits(w, 0, 4), false); return op == 1; /* bxj */
    case 3: a3_arm_branch_exchange(c, bits(w, 0, 4), true); return op == 1;
    case 5: a3_put_havoc(c->out, d); return true; /* qadd, ... */
    case 7: a3_emit(c->out, A3_OP_TRAP); return true; /* bkpt, hvc, smc */
    default: return false;
    }
}

/* 000 and 001: data processing (A5.2) */
static bool data_processing(a3_arm *c, uint32_t w)
{
    unsigned op = bits(w, 21, 4), d = bits(w, 12, 4), n = bits(w, 16, 4), m = bits(w, 0, 4);
    bool set = bits(w, 20, 1), compare = op >= A3_ARM_TST && op <= A3_ARM_CMN;
    if (bits(w, 25, 1)) {
        if (compare && !set) {
            uint32_t imm = bits(w, 16, 4) << 12 | bits(w, 0, 12);
            if (op == A3_ARM_TST) /* movw */
                a3_put_const(c->out, d, imm);
            else if (op == A3_ARM_CMP) { /* movt */
                a3_put_unary(c->out, A3_OP_ZEXT, 2, d, d);
                a3_put_imm(c->out, A3_OP_OR, 4, d, d, (int64_t)imm << 16);
            } else if (bits(w, 16, 4) != 0) /* msr; else hints */
                a3_arm_flags_lost(c);
            return true;
        }
        a3_arm_operand imm = a3_arm_imm(rotate_right(bits(w, 0, 8), 2 * bits(w, 8, 4)));
        imm.carry = bits(w, 8, 4) ? A3_ARM_CARRY_TOP : A3_ARM_CARRY_STAYS;
        return a3_arm_data(c, op, set, d, n, imm);
    }
    if ((w & 0x90) == 0x90)
        return bits(w, 5, 2) ? extra_memory(c, w) : multiply_or_exclusive(c, w);
    if (compare && !set)
        return miscellaneous(c, w);
    a3_arm_operand b = w & 0x10 ? a3_arm_shifted_by(c, m, bits(w, 5, 2), bits(w, 8, 4))
                                : a3_arm_shifted(c, m, bits(w, 5, 2), bits(w, 7, 5));
    return a3_arm_data(c, op, set, d, n, b);
}

/* 010 and 011 without bit 4: word and byte accesses (A5.3) */
static void word_or_byte(a3_arm *c, uint32_t w)
{
    bool pre = bits(w, 24, 1);
    a3_arm_access a = {.load = bits(w, 20, 1), .before = pre, .back = !pre || bits(w, 21, 1),
                       .size = bits(w, 22, 1) ? 1 : 4, .t = bits(w, 12, 4), .n = bits(w, 16, 4), .down = !bits(w, 23, 1)};
    a.offset = bits(w, 25, 1) ? a3_arm_shifted(c, bits(w, 0, 4), bits(w, 5, 2), bits(w, 7, 5)) : a3_arm_imm(bits(w, 0, 12));
    a3_arm_transfer(c, &a);
}

/* 011 with bit 4: media (A5.4) */
static bool media(a3_arm *c, uint32_t w)
{
    unsigned op = bits(w, 20, 5), d = bits(w, 12, 4), n = bits(w, 16, 4), m = bits(w, 0, 4), low = bits(w, 7, 5);
    if (op >> 3 == 1 && bits(w, 5, 3) == 3) { /* sxtb, ... */
        a3_arm_extend(c, op & 7, d, n, m, bits(w, 10, 2));
        return true;
    }
    switch (op) {
    case 0x1a: case 0x1b: case 0x1e: case 0x1f:
        if (op == 0x1f && bits(w, 5, 3) == 7) { /* udf */
            a3_emit(c->out, A3_OP_TRAP);
            return true;
        }
        a3_arm_extract(c, op < 0x1e, d, m, low, bits(w, 16, 5) + 1);
        return true;
    case 0x1c: case 0x1d: a3_arm_insert(c, d, m, low, bits(w, 16, 5)); return true;
    case 0x10: case 0x11: case 0x13: case 0x14: case 0x15: case 0x18: /* multiplies, divisions, usada8: bits 16-19 */
        a3_put_havoc(c->out, n);
        if (op == 0x14) /* smlald */
            a3_put_havoc(c->out, d);
        return true;
    default: a3_put_havoc(c->out, d); return op < 0x10; /* parallel sums, rev, pkh, ssat */
    }
}

/* 100 and 101: block transfers, branches (A5.5) */
static bool branch_or_block(a3_arm *c, uint32_t w, unsigned cond)
{
    if (!bits(w, 25, 1)) {
        bool up = bits(w, 23, 1), before = bits(w, 24, 1);
        if (bits(w, 22, 1)) /* user registers, exception return */
            return false;
        a3_arm_when(c, cond);
        a3_arm_multiple(c, bits(w, 20, 1), bits(w, 16, 4), bits(w, 0, 16), up, before, bits(w, 21, 1));
        return true;
    }
    uint32_t target = c->pc + (uint32_t)a3_sign_extend((uint64_t)bits(w, 0, 24) << 2, 26);
    if (bits(w, 24, 1)) {
        a3_arm_when(c, cond);
        a3_put_call(c->out, A3_ARM_LR, target);
    } else {
        a3_arm_branch(c, cond, target);
    }
    return true;
}

/* Condition 1111 (A5.7) */
static bool unconditional(a3_arm *c, uint32_t w)
{
    if (bits(w, 25, 3) == 5) { /* blx to T32 */
        uint32_t offset = (uint32_t)a3_sign_extend((uint64_t)bits(w, 0, 24) << 2, 26) + 2 * bits(w, 24, 1);
        a3_put_call(c->out, A3_ARM_LR, (uint32_t)(c->pc + offset) | 1);
        return true;
    }
    if (bits(w, 25, 3) == 1) {
        a3_arm_simd_data(c, w);
        return true;
    }
    if (bits(w, 24, 4) == 4 && !bits(w, 20, 1))
        return a3_arm_simd_elements(c, w);
    if (bits(w, 24, 4) == 4 || bits(w, 24, 4) == 6) /* with bit 20 among 0100: hints */
        return true;
    if ((w & 0x0f000e00) == 0x0e000a00) /* ARMv8: vsel, vmaxnm, vrint */
        return a3_arm_vector_core(c, w);
    bool barrier = (w & 0x0ff00000) == 0x05700000, preload = (w & 0x0d700000) == 0x05500000 || (w & 0x0d700000) == 0x05100000;
    return barrier || preload;
}

static bool decode_word(a3_arm *c, uint32_t w)
{
    unsigned cond = w >> 28;
    if (cond == 15)
        return unconditional(c, w);
    if (bits(w, 26, 2) == 2)
        return branch_or_block(c, w, cond);
    a3_arm_when(c, cond);
    switch (bits(w, 25, 3)) {
    case 0: case 1: return data_processing(c, w);
    case 2: word_or_byte(c, w); return true;
    case 3:
        if (w & 0x10)
            return media(c, w);
        word_or_byte(c, w);
        return true;
    case 6: return a3_arm_vector_memory(c, w);
    default:
        if (bits(w, 24, 1)) { /* svc answers in r0 */
            a3_put_havoc(c->out, 0);
            return true;
        }
        return a3_arm_vector_core(c, w);
    }
}

static bool decode(const uint8_t *code, size_t size, uint64_t pc, uint32_t *context, a3_insn *out)
{
    a3_arm c = {.out = out, .pc = (uint32_t)(pc & ~UINT64_C(1)) + (pc & 1 ? 4 : 8), .thumb = pc & 1, .context = context};
    out->count = 0;
    out->thumb = c.thumb;
    out->length = 4;
    if (c.thumb)
        return a3_thumb_decode(&c, code, size);
    return size >= 4 && decode_word(&c, (uint32_t)a3_load(code, 4, false));
}

const a3_isa a3_isa_arm = {
    .name = "arm",
    .stack = A3_ARM_SP,
    .link = A3_ARM_LR,
    .result = 0,
    .entry = A3_REG_NONE,
    .args = {0, 1, 2, 3},
    .arg_count = 4,
    .pointer_size = 4,
    .thumb = true,
    .decode = decode,
    /* r0-r3, r12, lr; s0-s15 and d16-d31 (AAPCS32 6.1); the carry */
    .volatile_low = UINT64_C(0x500f) | UINT64_C(0xffff) << 16 | UINT64_C(0xffff) << 48,
    .volatile_high = UINT64_C(0x1ffff),
};

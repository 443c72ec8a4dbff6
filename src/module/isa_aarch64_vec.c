/* SPDX-License-Identifier: MIT */
/* Vectors, as far as compilers build arrays with them: immediates, copies between registers, whole-register logic and the
 * permutations of doublewords. Of everything else the destination is forgotten. */
#include "module/isa_aarch64.h"

static unsigned low(unsigned n) { return a3_a64_half(n, 0); }
static unsigned high(unsigned n) { return a3_a64_half(n, 1); }

static void havoc(a3_insn *out, unsigned n)
{
    a3_put_havoc(out, low(n));
    a3_put_havoc(out, high(n));
}

/* The 64 bits that movi, mvni, orr, bic and fmov spread out of eight (AdvSIMDExpandImm). */
static uint64_t expand_imm(unsigned op, unsigned cmode, unsigned imm8)
{
    uint64_t value = imm8;
    switch (cmode >> 1) {
    case 0: case 1: case 2: case 3:
        value <<= 8 * (cmode >> 1);
        return value | value << 32;
    case 4: case 5:
        value <<= 8 * (cmode >> 1 & 1);
        return value * UINT64_C(0x0001000100010001);
    case 6:
        value = cmode & 1 ? value << 16 | 0xffff : value << 8 | 0xff;
        return value | value << 32;
    default:
        break;
    }
    if (cmode == 14 && op == 0)
        return value * UINT64_C(0x0101010101010101);
    if (cmode == 14) {
        uint64_t bytes = 0;
        for (unsigned i = 0; i < 8; i++)
            bytes |= imm8 >> i & 1 ? UINT64_C(0xff) << (8 * i) : 0;
        return bytes;
    }
    uint64_t sign = imm8 >> 7, b = imm8 >> 6 & 1, rest = imm8 & 0x3f;
    if (op == 0) {
        value = sign << 31 | (b ? UINT64_C(0x1f) << 25 : UINT64_C(1) << 30) | rest << 19;
        return value | value << 32;
    }
    return sign << 63 | (b ? UINT64_C(0xff) << 54 : UINT64_C(1) << 62) | rest << 48;
}

/* movi, mvni, orr, bic, fmov (vector, immediate) */
static void modified_immediate(uint32_t w, a3_insn *out)
{
    unsigned cmode = a3_bits(w, 15, 12), op = w >> 29 & 1, rd = a3_bits(w, 4, 0);
    bool whole = w >> 30 & 1, combines = (cmode & 1) && cmode < 12;
    uint64_t imm = expand_imm(op, cmode, a3_bits(w, 18, 16) << 5 | a3_bits(w, 9, 5));
    if (combines) {
        havoc(out, rd);
        return;
    }
    if (op == 1 && cmode < 14)
        imm = ~imm;
    a3_put_const(out, low(rd), (int64_t)imm);
    a3_put_const(out, high(rd), whole ? (int64_t)imm : 0);
}

/* dup, ins, umov, smov */
static void copy(uint32_t w, a3_insn *out)
{
    unsigned imm5 = a3_bits(w, 20, 16), imm4 = a3_bits(w, 14, 11), rn = a3_bits(w, 9, 5), rd = a3_bits(w, 4, 0);
    bool whole = w >> 30 & 1, element = w >> 29 & 1, quads = (imm5 & 15) == 8;
    unsigned lane = imm5 >> 4;
    if (element) { /* ins (element) */
        if (quads)
            a3_put_move(out, a3_a64_half(rd, lane), a3_a64_half(rn, imm4 >> 3));
        else
            havoc(out, rd);
        return;
    }
    switch (imm4) {
    case 0: /* dup (element) */
    case 1: /* dup (general) */
        if (quads && whole) {
            a3_put_move(out, A3_A64_TA, imm4 == 0 ? a3_a64_half(rn, lane) : a3_a64_reg(rn));
            a3_put_move(out, low(rd), A3_A64_TA);
            a3_put_move(out, high(rd), A3_A64_TA);
        } else {
            havoc(out, rd);
        }
        return;
    case 3: /* ins (general) */
        if (quads) {
            a3_put_move(out, a3_a64_half(rd, lane), a3_a64_reg(rn));
        } else if ((imm5 & 7) == 4) { /* a word */
            a3_op *op = a3_emit(out, A3_OP_INSERT);
            op->size = 4;
            op->d = (uint8_t)a3_a64_half(rd, imm5 >> 4);
            op->a = (uint8_t)a3_a64_reg(rn);
            op->imm = imm5 >> 3 & 1 ? 4 : 0;
        } else {
            havoc(out, rd);
        }
        return;
    case 7: /* umov */
        if (quads)
            a3_put_move(out, a3_a64_reg(rd), a3_a64_half(rn, lane));
        else
            a3_put_havoc(out, a3_a64_reg(rd));
        return;
    case 5: /* smov */
        a3_put_havoc(out, a3_a64_reg(rd));
        return;
    default:
        havoc(out, rd);
    }
}

/* and, bic, orr, orn, eor of whole registers */
static bool logic(uint32_t w, a3_insn *out)
{
    static const uint8_t codes[4] = {A3_OP_AND, A3_OP_AND, A3_OP_OR, A3_OP_OR};
    unsigned rd = a3_bits(w, 4, 0), rn = a3_bits(w, 9, 5), rm = a3_bits(w, 20, 16), which = a3_bits(w, 23, 22);
    bool exclusive = w >> 29 & 1, whole = w >> 30 & 1;
    if (exclusive && which != 0)
        return false;
    for (unsigned h = 0; h < 2; h++) {
        unsigned b = a3_a64_half(rm, h);
        if (h == 1 && !whole) {
            a3_put_const(out, high(rd), 0);
            break;
        }
        if (!exclusive && which == 2 && rn == rm) {
            a3_put_move(out, a3_a64_half(rd, h), b); /* mov */
            continue;
        }
        if (!exclusive && (which & 1)) {
            a3_put_unary(out, A3_OP_NOT, 8, A3_A64_TA, b);
            b = A3_A64_TA;
        }
        a3_put(out, exclusive ? A3_OP_XOR : (a3_op_code)codes[which], 8, a3_a64_half(rd, h), a3_a64_half(rn, h), b);
    }
    return true;
}

/* zip, uzp and trn of doublewords: all of them pair two halves */
static bool pair_doublewords(uint32_t w, a3_insn *out)
{
    unsigned rd = a3_bits(w, 4, 0), rn = a3_bits(w, 9, 5), rm = a3_bits(w, 20, 16), which = w >> 14 & 1;
    if (a3_bits(w, 23, 22) != 3 || !(w >> 30 & 1) || a3_bits(w, 13, 12) == 0)
        return false;
    a3_put_move(out, A3_A64_TA, a3_a64_half(rm, which));
    a3_put_move(out, low(rd), a3_a64_half(rn, which));
    a3_put_move(out, high(rd), A3_A64_TA);
    return true;
}

static bool extract(uint32_t w, a3_insn *out)
{
    unsigned rd = a3_bits(w, 4, 0);
    if (a3_bits(w, 14, 11) != 8 || !(w >> 30 & 1))
        return false;
    a3_put_move(out, A3_A64_TA, low(a3_bits(w, 20, 16)));
    a3_put_move(out, low(rd), high(a3_bits(w, 9, 5)));
    a3_put_move(out, high(rd), A3_A64_TA);
    return true;
}

/* fmov between a general register and a vector's half or word */
static bool move_general(uint32_t w, a3_insn *out)
{
    unsigned type = a3_bits(w, 23, 22), rmode = a3_bits(w, 20, 19), opcode = a3_bits(w, 18, 16);
    unsigned rn = a3_bits(w, 9, 5), rd = a3_bits(w, 4, 0), size = w >> 31 ? 8 : 4;
    bool top = type == 2 && rmode == 1, plain = rmode == 0 && type == (size == 8 ? 1u : 0u);
    if (opcode < 6 || (!top && !plain))
        return false;
    if (opcode == 6) {
        a3_put_unary(out, A3_OP_MOVE, size, a3_a64_reg(rd), a3_a64_half(rn, top));
    } else {
        a3_put_unary(out, A3_OP_MOVE, size, a3_a64_half(rd, top), a3_a64_reg(rn));
        if (!top)
            a3_put_const(out, high(rd), 0);
    }
    return true;
}

/* Scalar floats: what goes to a general register, what to the flags, and the rest. */
static void floats(uint32_t w, a3_insn *out)
{
    unsigned rd = a3_bits(w, 4, 0), rn = a3_bits(w, 9, 5), opcode = a3_bits(w, 18, 16);
    bool converts = a3_bits(w, 15, 10) == 0 && (w >> 21 & 1), fixed = !(w >> 21 & 1);
    if (w >> 24 & 1) { /* fused multiply-add */
        havoc(out, rd);
    } else if (converts || fixed) {
        bool to_vector = opcode == 2 || opcode == 3 || opcode == 7;
        if (converts && move_general(w, out))
            return;
        if (to_vector)
            havoc(out, rd);
        else
            a3_put_havoc(out, a3_a64_reg(rd));
    } else if (a3_bits(w, 13, 10) == 8 || a3_bits(w, 11, 10) == 1) { /* fcmp, fccmp */
        a3_emit(out, A3_OP_FLAGS_HAVOC);
    } else if (a3_bits(w, 23, 10) == 0x1810) { /* fmov d, d */
        a3_put_move(out, low(rd), low(rn));
        a3_put_const(out, high(rd), 0);
    } else {
        havoc(out, rd);
    }
}

bool a3_a64_vector(uint32_t w, a3_insn *out)
{
    unsigned rd = a3_bits(w, 4, 0);
    bool known = false;
    if (a3_bits(w, 30, 25) == 0x0f) { /* x0 01111 */
        floats(w, out);
        return true;
    }
    if (w >> 31) {
        /* Cryptography of 8.2: vectors alone. */
        havoc(out, rd);
        return true;
    }
    if (a3_bits(w, 28, 19) == 0x1e0 && (w >> 10 & 1)) {
        modified_immediate(w, out);
        return true;
    }
    if (a3_bits(w, 28, 21) == 0x70 && !(w >> 15 & 1) && (w >> 10 & 1)) {
        copy(w, out);
        return true;
    }
    if (a3_bits(w, 28, 24) == 0x0e && (w >> 21 & 1) && a3_bits(w, 15, 10) == 7)
        known = logic(w, out);
    else if (a3_bits(w, 29, 24) == 0x0e && !(w >> 21 & 1) && !(w >> 15 & 1) && a3_bits(w, 11, 10) == 2)
        known = pair_doublewords(w, out);
    else if (a3_bits(w, 29, 21) == 0x170 && !(w >> 15 & 1) && !(w >> 10 & 1))
        known = extract(w, out);
    if (!known)
        havoc(out, rd);
    return true;
}

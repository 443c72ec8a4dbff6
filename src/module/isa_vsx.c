/* SPDX-License-Identifier: MIT */
/* 64-bit POWER: vector-scalar, vector and floating-point registers. Moves, constants, loads and stores are followed by
 * doublewords, as compilers copy and fill structures with them; arithmetic is not.
 * Source: Power ISA 3.1, Book I, chapters 4 (floating point), 6 (vector), 7 (vector-scalar). */
#include "base/bytes.h"
#include "module/isa_ppc64.h"

enum { T0 = A3_REG_T0, T1, T2, T3 };

static unsigned bits(uint32_t word, unsigned low, unsigned count) { return a3_ppc_bits(word, low, count); }

static unsigned dw(unsigned vsr, unsigned index) { return a3_ppc_vsr(vsr, index); }

static void havoc(a3_insn *out, unsigned vsr)
{
    a3_put_havoc(out, dw(vsr, 0));
    a3_put_havoc(out, dw(vsr, 1));
}

/* d = high word of a beside high word of b (or low beside low); d may be neither. */
static void merge_words(a3_insn *out, bool high, unsigned d, unsigned a, unsigned b)
{
    if (high) {
        a3_put_imm(out, A3_OP_AND, 8, d, a, (int64_t)0xffffffff00000000);
        a3_put_imm(out, A3_OP_SHR, 8, T3, b, 32);
    } else {
        a3_put_imm(out, A3_OP_SHL, 8, d, a, 32);
        a3_put_unary(out, A3_OP_ZEXT, 4, T3, b);
    }
    a3_put(out, A3_OP_OR, 8, d, d, T3);
}

static void splat_word(a3_insn *out, unsigned vsr, unsigned from)
{
    a3_put_unary(out, A3_OP_ZEXT, 4, T0, from);
    for (unsigned i = 0; i < 2; i++)
        a3_put_imm(out, A3_OP_MUL, 8, dw(vsr, i), T0, INT64_C(0x100000001));
}

/* LXVW4X, STXVW4X: the words in order, the high word of a doubleword first */
static void words_access(a3_insn *out, bool load, unsigned vsr, unsigned base, int64_t disp)
{
    for (unsigned i = 0; i < 2; i++, disp += 8) {
        if (load) {
            a3_put_load(out, 4, false, T1, base, disp);
            a3_put_load(out, 4, false, T2, base, disp + 4);
            a3_put_imm(out, A3_OP_SHL, 8, T1, T1, 32);
            a3_put(out, A3_OP_OR, 8, dw(vsr, i), T1, T2);
        } else {
            a3_put_imm(out, A3_OP_SHR, 8, T1, dw(vsr, i), 32);
            a3_put_store(out, 4, T1, base, disp);
            a3_put_store(out, 4, dw(vsr, i), base, disp + 4);
        }
    }
}

void a3_ppc_vector_access(a3_insn *out, a3_ppc_layout layout, bool load, unsigned vsr, unsigned base, int64_t disp)
{
    a3_op_code code = load ? A3_OP_LOAD : A3_OP_STORE;
    switch (layout) {
    case A3_PPC_PAIR: /* the second register lies first */
        a3_ppc_vector_access(out, A3_PPC_QUAD, load, (vsr & 62) + 1, base, disp);
        a3_ppc_vector_access(out, A3_PPC_QUAD, load, vsr & 62, base, disp + 16);
        return;
    case A3_PPC_QUAD:
        a3_put_memory(out, code, 8, false, dw(vsr, 1), base, disp);
        a3_put_memory(out, code, 8, false, dw(vsr, 0), base, disp + 8);
        return;
    case A3_PPC_DOUBLES:
        a3_put_memory(out, code, 8, false, dw(vsr, 0), base, disp);
        a3_put_memory(out, code, 8, false, dw(vsr, 1), base, disp + 8);
        return;
    case A3_PPC_WORDS: words_access(out, load, vsr, base, disp); return;
    case A3_PPC_ONE: case A3_PPC_LOW_WORD:
        a3_put_memory(out, code, layout == A3_PPC_ONE ? 8 : 4, false, dw(vsr, 0), base, disp);
        if (load)
            a3_put_havoc(out, dw(vsr, 1));
        return;
    case A3_PPC_SPLAT:
        a3_put_load(out, 8, false, dw(vsr, 0), base, disp);
        a3_put_move(out, dw(vsr, 1), dw(vsr, 0));
        return;
    case A3_PPC_SPLAT_WORD:
        a3_put_load(out, 4, false, T1, base, disp);
        splat_word(out, vsr, T1);
        return;
    default:
        if (load)
            havoc(out, vsr);
        else
            a3_put_memory(out, A3_OP_HAVOC_MEMORY, 16, false, A3_REG_NONE, base, disp);
    }
}

bool a3_ppc_vector_move(a3_insn *out, uint32_t word, unsigned xo)
{
    unsigned t = bits(word, 21, 5), a = bits(word, 16, 5), b = bits(word, 11, 5), vsr = t | bits(word, 0, 1) << 5;
    switch (xo) {
    case 51: a3_put_move(out, a, dw(vsr, 0)); return true;                        /* mfvsrd */
    case 115: a3_put_unary(out, A3_OP_ZEXT, 4, a, dw(vsr, 0)); return true;       /* mfvsrwz */
    case 307: a3_put_move(out, a, dw(vsr, 1)); return true;                       /* mfvsrld */
    case 179: case 211: case 243:                                                 /* mtvsrd, mtvsrwa, mtvsrwz */
        a3_put_unary(out, xo == 179 ? A3_OP_MOVE : xo == 211 ? A3_OP_SEXT : A3_OP_ZEXT, xo == 179 ? 8 : 4, dw(vsr, 0), a);
        a3_put_havoc(out, dw(vsr, 1));
        return true;
    case 403: splat_word(out, vsr, a); return true;                               /* mtvsrws */
    case 435:                                                                     /* mtvsrdd */
        a3_put_move(out, dw(vsr, 0), a3_ppc_base(a));
        a3_put_move(out, dw(vsr, 1), b);
        return true;
    default: return false;
    }
}

/* XXSLDWI, and VSLDOI by whole words: four words of a and b in a row, from word `first` on */
static void shift_words(a3_insn *out, unsigned t, unsigned a, unsigned b, unsigned first)
{
    const unsigned row[4] = {dw(a, 0), dw(a, 1), dw(b, 0), dw(b, 1)};
    for (unsigned i = 0; i < 2; i++) {
        unsigned from = row[first / 2 + i];
        if (first % 2 == 0) {
            a3_put_move(out, T0 + i, from);
            continue;
        }
        a3_put_imm(out, A3_OP_SHL, 8, T0 + i, from, 32);
        a3_put_imm(out, A3_OP_SHR, 8, T3, row[first / 2 + i + 1], 32);
        a3_put(out, A3_OP_OR, 8, T0 + i, T0 + i, T3);
    }
    a3_put_move(out, dw(t, 0), T0);
    a3_put_move(out, dw(t, 1), T1);
}

/* Bitwise operations of both kinds of registers; the code is A3_OP_AND, OR, XOR; inverted: the second operand, the result. */
static void logic(a3_insn *out, unsigned t, unsigned a, unsigned b, a3_op_code code, bool invert_b, bool invert)
{
    for (unsigned i = 0; i < 2; i++) {
        unsigned right = dw(b, i);
        if (code == A3_OP_OR && a == b && !invert_b && !invert) {
            a3_put_move(out, dw(t, i), right);
            continue;
        }
        if (invert_b) {
            a3_put_unary(out, A3_OP_NOT, 8, T0, right);
            right = T0;
        }
        a3_put(out, code, 8, dw(t, i), dw(a, i), right);
        if (invert)
            a3_put_unary(out, A3_OP_NOT, 8, dw(t, i), dw(t, i));
    }
}

static void splat_constant(a3_insn *out, unsigned vsr, uint64_t value)
{
    a3_put_const(out, dw(vsr, 0), (int64_t)value);
    a3_put_const(out, dw(vsr, 1), (int64_t)value);
}

/* Scalar comparisons and tests: only a condition field is written. */
static bool to_condition_field(uint32_t word)
{
    switch (bits(word, 3, 8)) {
    case 35: case 43: case 59: case 61: case 93: case 125: return true; /* xscmpudp, odp, expdp; xstdivdp, xvtdiv */
    default: break;
    }
    switch (bits(word, 2, 9)) {
    case 106: case 170: case 234: case 298: case 354: case 362: return true; /* xstsqrtdp, xvtsqrt; xststdc */
    default: return false;
    }
}

void a3_ppc_vsx(a3_insn *out, uint32_t word, uint32_t *context)
{
    unsigned t = bits(word, 21, 5) | bits(word, 0, 1) << 5, a = bits(word, 16, 5) | bits(word, 2, 1) << 5;
    unsigned b = bits(word, 11, 5) | bits(word, 1, 1) << 5, xo = bits(word, 3, 8), two = bits(word, 8, 2);
    static const struct {
        uint8_t code;
        bool invert_b, invert;
    } logical[8] = {{A3_OP_AND, false, false}, {A3_OP_AND, true, false}, {A3_OP_OR, false, false}, {A3_OP_XOR, false, false},
                    {A3_OP_OR, false, true},   {A3_OP_OR, true, false},  {A3_OP_AND, false, true}, {A3_OP_XOR, false, true}};
    if (bits(word, 4, 2) == 3) { /* xxsel */
        havoc(out, t);
    } else if ((xo & 0x9f) == 0x0a) { /* xxpermdi */
        a3_put_move(out, T0, dw(a, two >> 1));
        a3_put_move(out, T1, dw(b, two & 1));
        a3_put_move(out, dw(t, 0), T0);
        a3_put_move(out, dw(t, 1), T1);
    } else if ((xo & 0x9f) == 0x02) { /* xxsldwi */
        shift_words(out, t, a, b, two);
    } else if ((xo & 0xc7) == 0x82) { /* xxland ... xxleqv */
        unsigned which = bits(xo, 3, 3);
        logic(out, t, a, b, (a3_op_code)logical[which].code, logical[which].invert_b, logical[which].invert);
    } else if (xo == 0x12 || xo == 0x32) { /* xxmrghw, xxmrglw */
        unsigned from = xo == 0x32;
        merge_words(out, true, T0, dw(a, from), dw(b, from));
        merge_words(out, false, T1, dw(a, from), dw(b, from));
        a3_put_move(out, dw(t, 0), T0);
        a3_put_move(out, dw(t, 1), T1);
    } else if (bits(word, 2, 9) == 164) { /* xxspltw */
        unsigned index = bits(word, 16, 2);
        a3_put_imm(out, A3_OP_SHR, 8, T1, dw(b, index / 2), index % 2 ? 0 : 32);
        splat_word(out, t, T1);
    } else if (bits(word, 1, 10) == 360 && bits(word, 19, 2) == 0) { /* xxspltib */
        splat_constant(out, t, bits(word, 11, 8) * UINT64_C(0x0101010101010101));
    } else if (to_condition_field(word)) {
        a3_ppc_forget_field(out, bits(word, 23, 3), context);
    } else {
        if (bits(word, 2, 9) == 347) /* xsxexpdp, xsxsigdp to a general register */
            a3_put_havoc(out, bits(word, 21, 5));
        if ((xo & 0x7f) >= 0x43 && (xo & 7) == 3 && bits(word, 10, 1)) /* xvcmp with record */
            a3_ppc_forget_field(out, 6, context);
        havoc(out, t);
    }
}

void a3_ppc_altivec(a3_insn *out, uint32_t word, uint32_t *context)
{
    unsigned rt = bits(word, 21, 5), ra = bits(word, 16, 5), rb = bits(word, 11, 5), xo = bits(word, 0, 11);
    unsigned t = 32 + rt, a = 32 + ra, b = 32 + rb;
    int64_t imm = a3_sign_extend(ra, 5);
    switch (bits(word, 0, 6)) {
    case 44: /* vsldoi */
        if (bits(word, 6, 2) == 0)
            shift_words(out, t, a, b, bits(word, 8, 2));
        else
            havoc(out, t);
        return;
    case 48: case 49: a3_put_havoc(out, rt); return; /* maddhd, maddhdu */
    case 51:                                         /* maddld */
        a3_put(out, A3_OP_MUL, 8, T0, ra, rb);
        a3_put(out, A3_OP_ADD, 8, rt, T0, bits(word, 6, 5));
        return;
    default: break;
    }
    switch (xo) {
    case 1028: logic(out, t, a, b, A3_OP_AND, false, false); return; /* vand */
    case 1092: logic(out, t, a, b, A3_OP_AND, true, false); return;  /* vandc */
    case 1156: logic(out, t, a, b, A3_OP_OR, false, false); return;  /* vor */
    case 1220: logic(out, t, a, b, A3_OP_XOR, false, false); return; /* vxor */
    case 1284: logic(out, t, a, b, A3_OP_OR, false, true); return;   /* vnor */
    case 780: splat_constant(out, t, (uint8_t)imm * UINT64_C(0x0101010101010101)); return;  /* vspltisb */
    case 844: splat_constant(out, t, (uint16_t)imm * UINT64_C(0x0001000100010001)); return; /* vspltish */
    case 908: splat_constant(out, t, (uint32_t)imm * UINT64_C(0x0000000100000001)); return; /* vspltisw */
    case 1538: case 1549: case 1613: case 1677: case 1805: case 1869: case 1933: /* vclzlsbb; vextublx, ...: to a general */
        a3_put_havoc(out, rt);
        break;
    default: break;
    }
    if (bits(word, 10, 1) && ((xo & 0x3f) == 6 || (xo & 0x3f) == 7)) /* vcmp with record */
        a3_ppc_forget_field(out, 6, context);
    havoc(out, t);
}

void a3_ppc_floating(a3_insn *out, uint32_t word, uint32_t *context)
{
    unsigned xo = bits(word, 1, 10), t = bits(word, 21, 5);
    bool is63 = word >> 26 == 63;
    if (word & 1)
        a3_ppc_forget_field(out, 1, context);
    if (is63 && (xo == 0 || xo == 32 || xo == 64 || xo == 128 || xo == 160)) /* fcmpu, fcmpo, mcrfs, ftdiv, ftsqrt */
        a3_ppc_forget_field(out, bits(word, 23, 3), context);
    else if (is63 && (xo == 132 || xo == 164 || xo == 708)) /* xscmpoqp, xscmpexpqp, xststdcqp */
        a3_ppc_forget_field(out, bits(word, 23, 3), context);
    else if (is63 && xo == 72 && !(word & 1)) { /* fmr */
        a3_put_move(out, a3_ppc_fpr(t), a3_ppc_fpr(bits(word, 11, 5)));
        a3_put_havoc(out, dw(t, 1));
    } else if (!is63 || (xo != 38 && xo != 70 && xo != 134 && xo != 711)) { /* mtfsb, mtfsf write the status alone */
        havoc(out, t);
        if (is63 && (xo & 31) < 8) /* quad-precision forms write a vector register */
            havoc(out, 32 + t);
    }
}

void a3_ppc_vector_prefixed(a3_insn *out, uint32_t prefix, uint32_t suffix)
{
    unsigned t = bits(suffix, 21, 5) | bits(suffix, 16, 1) << 5, kind = bits(suffix, 17, 4);
    uint64_t imm = (uint64_t)bits(prefix, 0, 16) << 16 | bits(suffix, 0, 16);
    if (suffix >> 26 != 32) { /* xxblendv, xxpermx, xxeval: XX4 targets */
        havoc(out, bits(suffix, 21, 5) | bits(suffix, 0, 1) << 5);
    } else if (kind == 3) { /* xxspltiw */
        splat_constant(out, t, imm << 32 | imm);
    } else if (kind < 2) { /* xxsplti32dx: one word of each doubleword, the high one first */
        for (unsigned i = 0; i < 2; i++) {
            a3_put_imm(out, A3_OP_AND, 8, T0, dw(t, i), kind & 1 ? (int64_t)0xffffffff00000000 : INT64_C(0xffffffff));
            a3_put_imm(out, A3_OP_OR, 8, dw(t, i), T0, (int64_t)(kind & 1 ? imm : imm << 32));
        }
    } else if (kind == 2 && imm == 0) { /* xxspltidp */
        splat_constant(out, t, 0);
    } else {
        havoc(out, t);
    }
}

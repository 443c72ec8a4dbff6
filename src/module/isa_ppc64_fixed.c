/* SPDX-License-Identifier: MIT */
/* 64-bit POWER: rotations and primary opcode 31 (register forms, indexed accesses).
 * Source: Power ISA 3.1, Book I, chapters 3.3.2-3.3.14 (fixed-point), 4.6, 6.7, 7.6.1 (indexed vector accesses). */
#include "module/isa_ppc64.h"

enum { LR = A3_PPC_LR, CTR = A3_PPC_CTR, CA = A3_PPC_CA, T0 = A3_REG_T0, T1, T2, T3 };

static unsigned bits(uint32_t word, unsigned low, unsigned count) { return a3_ppc_bits(word, low, count); }

/* -- rotations (3.3.14) -- */

static uint64_t mask(unsigned first, unsigned last) /* bits numbered from the top */
{
    uint64_t from = UINT64_MAX >> first, to = UINT64_MAX << (63 - last);
    return first <= last ? from & to : from | to;
}

/* d = (rotated & m), or merged into what d holds under m */
static void put_masked(a3_insn *out, unsigned d, unsigned rotated, uint64_t m, bool insert)
{
    if (!insert) {
        a3_put_imm(out, A3_OP_AND, 8, d, rotated, (int64_t)m);
        return;
    }
    a3_put_imm(out, A3_OP_AND, 8, T0, rotated, (int64_t)m);
    a3_put_imm(out, A3_OP_AND, 8, T1, d, (int64_t)~m);
    a3_put(out, A3_OP_OR, 8, d, T0, T1);
}

/* rlwimi, rlwinm, rlwnm: the low word, rotated, stands in both halves before the mask. */
void a3_ppc_rotate_word(a3_insn *out, uint32_t word, uint32_t *context)
{
    unsigned op = word >> 26, s = bits(word, 21, 5), a = bits(word, 16, 5), sh = bits(word, 11, 5);
    unsigned mb = bits(word, 6, 5), me = bits(word, 1, 5);
    if (op == 23) {
        a3_put_imm(out, A3_OP_AND, 8, T1, sh, 31);
        a3_put(out, A3_OP_SUB, 8, T1, A3_REG_NONE, T1);
        a3_put_imm(out, A3_OP_AND, 8, T1, T1, 31);
        a3_put(out, A3_OP_ROR, 4, T0, s, T1);
    } else {
        a3_put_imm(out, A3_OP_ROR, 4, T0, s, (32 - sh) & 31);
    }
    if (mb > me || op == 20)
        a3_put_imm(out, A3_OP_MUL, 8, T0, T0, INT64_C(0x100000001));
    put_masked(out, a, T0, mask(mb + 32, me + 32), op == 20);
    a3_ppc_record(out, word & 1, a, context);
}

/* Primary opcode 30: rldicl, rldicr, rldic, rldimi, rldcl, rldcr */
bool a3_ppc_rotate_doubleword(a3_insn *out, uint32_t word, uint32_t *context)
{
    unsigned s = bits(word, 21, 5), a = bits(word, 16, 5), kind = bits(word, 2, 3), m = bits(word, 6, 5) | bits(word, 5, 1) << 5;
    unsigned sh = bits(word, 11, 5) | bits(word, 1, 1) << 5;
    if (kind == 4) {
        a3_put(out, A3_OP_SUB, 8, T1, A3_REG_NONE, bits(word, 11, 5));
        a3_put_imm(out, A3_OP_AND, 8, T1, T1, 63);
        a3_put(out, A3_OP_ROR, 8, T0, s, T1);
        put_masked(out, a, T0, bits(word, 1, 1) ? mask(0, m) : mask(m, 63), false);
    } else if (kind < 4) {
        uint64_t under = kind == 0 ? mask(m, 63) : kind == 1 ? mask(0, m) : mask(m, 63 - sh);
        a3_put_imm(out, A3_OP_ROR, 8, T0, s, (64 - sh) & 63);
        put_masked(out, a, T0, under, kind == 3);
    } else {
        return false;
    }
    a3_ppc_record(out, word & 1, a, context);
    return true;
}

/* -- primary opcode 31 -- */

enum { /* forms; d is RT or RA as the manual has it */
    NONE, SUM,  /* RT = RA op RB */
    SUB_FROM,   /* RT = RB - RA */
    NEGATE, CARRYING, /* RT = RA or ~RA, + RB, 0 or -1, + carry, with carry out */
    COUNT,      /* RA = leading zeros in `arg` bytes of RS */
    LOGIC, /* RA = RS op RB */
    INVERTED_B, INVERTED, /* ... with ~RB; ~(...) */
    EXTEND,     /* RA = sign extension of `arg` bytes of RS */
    SHIFT,      /* RA = RS shifted by RB; arg: 8 for doublewords */
    MULTIPLY_WORD, MULTIPLY_HIGH, TO_RT, TO_RA, /* written, not followed */
    LOAD, STORE, LOAD_FLOAT, STORE_FLOAT, VECTOR, MOVE_VECTOR, UNKNOWN_STORE, UNKNOWN_LOAD, CONDITIONAL_STORE, IGNORED, SPECIAL
};
enum { INVERT = A3_PPC_INVERT, CARRY_IN = A3_PPC_CARRY_IN, ZERO = 4, MINUS_ONE = 8 }; /* arg of CARRYING */
enum { SIGNED = 16, UPDATE = 32, ALTIVEC = 64, IS_STORE = 128 }; /* arg of LOAD and VECTOR, beside size or layout */

typedef struct form {
    uint8_t kind, arg;
} form;

static const form extended[1024] = {
    [266] = {SUM, A3_OP_ADD}, [40] = {SUB_FROM, 0}, [104] = {NEGATE, 0},
    [233] = {SUM, A3_OP_MUL}, [235] = {MULTIPLY_WORD, 0},
    [9] = {TO_RT, 0}, [11] = {MULTIPLY_HIGH, 0}, [73] = {TO_RT, 0}, [75] = {MULTIPLY_HIGH, SIGNED},                          /* mulh */
    [457] = {TO_RT, 0}, [459] = {TO_RT, 0}, [489] = {TO_RT, 0}, [491] = {TO_RT, 0},                      /* div */
    [393] = {TO_RT, 0}, [395] = {TO_RT, 0}, [425] = {TO_RT, 0}, [427] = {TO_RT, 0},                      /* dive */
    [265] = {TO_RT, 0}, [267] = {TO_RT, 0}, [777] = {TO_RT, 0}, [779] = {TO_RT, 0},                      /* mod */
    [10] = {CARRYING, 0}, [138] = {CARRYING, CARRY_IN}, [202] = {CARRYING, CARRY_IN | ZERO}, [234] = {CARRYING, CARRY_IN | MINUS_ONE},
    [8] = {CARRYING, INVERT}, [136] = {CARRYING, INVERT | CARRY_IN}, [200] = {CARRYING, INVERT | CARRY_IN | ZERO},
    [232] = {CARRYING, INVERT | CARRY_IN | MINUS_ONE}, [170] = {TO_RT, 0},
    [371] = {TO_RT, 0}, [128] = {TO_RT, 0}, [755] = {TO_RT, 0}, [74] = {TO_RT, 0},    /* mftb, setb, darn */
    [28] = {LOGIC, A3_OP_AND}, [444] = {LOGIC, A3_OP_OR}, [316] = {LOGIC, A3_OP_XOR},
    [60] = {INVERTED_B, A3_OP_AND}, [412] = {INVERTED_B, A3_OP_OR},
    [124] = {INVERTED, A3_OP_OR}, [476] = {INVERTED, A3_OP_AND}, [284] = {INVERTED, A3_OP_XOR},
    [954] = {EXTEND, 1}, [922] = {EXTEND, 2}, [986] = {EXTEND, 4},
    [24] = {SHIFT, 4}, [27] = {SHIFT, 8}, [536] = {SHIFT, 4}, [539] = {SHIFT, 8}, [792] = {SHIFT, 4}, [794] = {SHIFT, 8},
    [26] = {COUNT, 4}, [58] = {COUNT, 8}, [538] = {TO_RA, 0}, [570] = {TO_RA, 0}, [122] = {TO_RA, 0}, [378] = {TO_RA, 0}, /* counts */
    [506] = {TO_RA, 0}, [154] = {TO_RA, 0}, [186] = {TO_RA, 0}, [252] = {TO_RA, 0}, [508] = {TO_RA, 0},
    [155] = {TO_RA, 0}, [187] = {TO_RA, 0}, [219] = {TO_RA, 0}, [59] = {TO_RA, 0}, [571] = {TO_RA, 0},   /* brw, brd, brh; Power10 */
    [156] = {TO_RA, 0}, [188] = {TO_RA, 0}, [220] = {TO_RA, 0},
    [21] = {LOAD, 8}, [53] = {LOAD, 8 | UPDATE}, [23] = {LOAD, 4}, [55] = {LOAD, 4 | UPDATE}, [87] = {LOAD, 1},
    [119] = {LOAD, 1 | UPDATE}, [279] = {LOAD, 2}, [311] = {LOAD, 2 | UPDATE}, [343] = {LOAD, 2 | SIGNED},
    [375] = {LOAD, 2 | SIGNED | UPDATE}, [341] = {LOAD, 4 | SIGNED}, [373] = {LOAD, 4 | SIGNED | UPDATE},
    [20] = {LOAD, 4}, [84] = {LOAD, 8}, [52] = {LOAD, 1}, [116] = {LOAD, 2},                             /* and reserve */
    [532] = {TO_RT, 0}, [534] = {TO_RT, 0}, [790] = {TO_RT, 0},                                          /* byte-reversed */
    [149] = {STORE, 8}, [181] = {STORE, 8 | UPDATE}, [151] = {STORE, 4}, [183] = {STORE, 4 | UPDATE}, [215] = {STORE, 1},
    [247] = {STORE, 1 | UPDATE}, [407] = {STORE, 2}, [439] = {STORE, 2 | UPDATE},
    [660] = {UNKNOWN_STORE, 8}, [662] = {UNKNOWN_STORE, 4}, [918] = {UNKNOWN_STORE, 2},
    [150] = {CONDITIONAL_STORE, 4}, [214] = {CONDITIONAL_STORE, 8}, [694] = {CONDITIONAL_STORE, 1}, [726] = {CONDITIONAL_STORE, 2},
    [599] = {LOAD_FLOAT, 8}, [631] = {LOAD_FLOAT, 8 | UPDATE}, [535] = {LOAD_FLOAT, 0}, [567] = {LOAD_FLOAT, UPDATE},
    [887] = {LOAD_FLOAT, 4}, [855] = {LOAD_FLOAT, 4 | SIGNED},
    [727] = {STORE_FLOAT, 8}, [759] = {STORE_FLOAT, 8 | UPDATE}, [983] = {STORE_FLOAT, 4}, [663] = {UNKNOWN_STORE, 4},
    [695] = {UNKNOWN_STORE, 4 | UPDATE},
    [103] = {VECTOR, A3_PPC_QUAD | ALTIVEC}, [359] = {VECTOR, A3_PPC_QUAD | ALTIVEC}, [231] = {VECTOR, A3_PPC_QUAD | ALTIVEC | IS_STORE},
    [487] = {VECTOR, A3_PPC_QUAD | ALTIVEC | IS_STORE}, [7] = {UNKNOWN_LOAD, 0}, [39] = {UNKNOWN_LOAD, 0}, [71] = {UNKNOWN_LOAD, 0},
    [6] = {UNKNOWN_LOAD, 0}, [38] = {UNKNOWN_LOAD, 0},                                                   /* lvsl, lvsr */
    [135] = {UNKNOWN_STORE, 1}, [167] = {UNKNOWN_STORE, 2}, [199] = {UNKNOWN_STORE, 4},
    [268] = {VECTOR, A3_PPC_QUAD}, [396] = {VECTOR, A3_PPC_QUAD | IS_STORE}, [844] = {VECTOR, A3_PPC_DOUBLES},
    [972] = {VECTOR, A3_PPC_DOUBLES | IS_STORE}, [780] = {VECTOR, A3_PPC_WORDS}, [908] = {VECTOR, A3_PPC_WORDS | IS_STORE},
    [588] = {VECTOR, A3_PPC_ONE}, [716] = {VECTOR, A3_PPC_ONE | IS_STORE}, [332] = {VECTOR, A3_PPC_SPLAT},
    [364] = {VECTOR, A3_PPC_SPLAT_WORD}, [12] = {VECTOR, A3_PPC_LOW_WORD}, [140] = {VECTOR, A3_PPC_LOW_WORD | IS_STORE},
    [333] = {VECTOR, A3_PPC_PAIR}, [461] = {VECTOR, A3_PPC_PAIR | IS_STORE},
    [76] = {VECTOR, A3_PPC_OTHER}, [269] = {VECTOR, A3_PPC_OTHER}, [301] = {VECTOR, A3_PPC_OTHER}, [524] = {VECTOR, A3_PPC_OTHER},
    [781] = {VECTOR, A3_PPC_OTHER}, [812] = {VECTOR, A3_PPC_OTHER}, [813] = {VECTOR, A3_PPC_OTHER}, [876] = {VECTOR, A3_PPC_OTHER},
    [13] = {VECTOR, A3_PPC_OTHER}, [45] = {VECTOR, A3_PPC_OTHER}, [77] = {VECTOR, A3_PPC_OTHER}, [109] = {VECTOR, A3_PPC_OTHER},
    [397] = {VECTOR, A3_PPC_OTHER | IS_STORE}, [429] = {VECTOR, A3_PPC_OTHER | IS_STORE}, [652] = {VECTOR, A3_PPC_OTHER | IS_STORE},
    [909] = {VECTOR, A3_PPC_OTHER | IS_STORE}, [940] = {VECTOR, A3_PPC_OTHER | IS_STORE}, [941] = {VECTOR, A3_PPC_OTHER | IS_STORE},
    [1004] = {VECTOR, A3_PPC_OTHER | IS_STORE}, [141] = {VECTOR, A3_PPC_OTHER | IS_STORE}, [173] = {VECTOR, A3_PPC_OTHER | IS_STORE},
    [205] = {VECTOR, A3_PPC_OTHER | IS_STORE}, [237] = {VECTOR, A3_PPC_OTHER | IS_STORE},
    [51] = {MOVE_VECTOR, 0}, [115] = {MOVE_VECTOR, 0}, [307] = {MOVE_VECTOR, 0}, [179] = {MOVE_VECTOR, 0}, [211] = {MOVE_VECTOR, 0},
    [243] = {MOVE_VECTOR, 0}, [403] = {MOVE_VECTOR, 0}, [435] = {MOVE_VECTOR, 0},
    [598] = {IGNORED, 0}, [854] = {IGNORED, 0}, [278] = {IGNORED, 0}, [246] = {IGNORED, 0}, [86] = {IGNORED, 0}, [54] = {IGNORED, 0},
    [982] = {IGNORED, 0}, [30] = {IGNORED, 0}, [68] = {IGNORED, 0},
    [19] = {SPECIAL, 0}, [4] = {SPECIAL, 0}, [0] = {SPECIAL, 0}, [32] = {SPECIAL, 0}, [192] = {SPECIAL, 0}, [224] = {SPECIAL, 0}, [576] = {SPECIAL, 0},
    [144] = {SPECIAL, 0}, [339] = {SPECIAL, 0}, [467] = {SPECIAL, 0}, [824] = {SPECIAL, 0}, [826] = {SPECIAL, 0},
    [827] = {SPECIAL, 0}, [890] = {SPECIAL, 0}, [891] = {SPECIAL, 0}, [384] = {SPECIAL, 0}, [416] = {SPECIAL, 0},
    [448] = {SPECIAL, 0}, [480] = {SPECIAL, 0},
};

void a3_ppc_carrying(a3_insn *out, unsigned flags, unsigned d, unsigned a, unsigned b)
{
    bool mirror = (flags & INVERT) && a == b; /* how the carry is spread over a register */
    if (flags & INVERT) {
        a3_put_unary(out, A3_OP_NOT, 8, T0, a);
        a = T0;
    }
    if (mirror)
        a3_put_const(out, T1, -1);
    else
        a3_put(out, A3_OP_ADD, 8, T1, a, b);
    if (flags & CARRY_IN)
        a3_put(out, A3_OP_ADD, 8, T1, T1, CA);
    else if (flags & INVERT)
        a3_put_imm(out, A3_OP_ADD, 8, T1, T1, 1);
    if (!mirror || !(flags & CARRY_IN)) { /* a carry through a mirror is the one that came in */
        a3_put(out, A3_OP_AND, 8, T2, a, b);
        a3_put(out, A3_OP_OR, 8, T3, a, b);
        a3_put_unary(out, A3_OP_NOT, 8, CA, T1);
        a3_put(out, A3_OP_AND, 8, T3, T3, CA);
        a3_put(out, A3_OP_OR, 8, T2, T2, T3);
        a3_put_imm(out, A3_OP_SHR, 8, CA, T2, 63);
    }
    a3_put_move(out, d, T1);
}

/* slw, srw, sraw and their doubleword forms: an amount of the full width or more shifts everything out. */
static void shift(a3_insn *out, unsigned xo, unsigned size, unsigned d, unsigned s, unsigned b)
{
    a3_op_code code = xo < 512 ? A3_OP_SHL : xo < 768 ? A3_OP_SHR : A3_OP_SAR;
    a3_put_imm(out, A3_OP_AND, 8, T1, b, 16 * (int64_t)size - 1);
    a3_put(out, code, size, d, s, T1);
    if (code == A3_OP_SAR) {
        a3_put_unary(out, A3_OP_SEXT, size, d, d);
        a3_put_havoc(out, CA);
    }
}

/* srawi, sradi: the carry says that a negative value lost bits, so that adding it rounds towards zero. */
static void shift_algebraic(a3_insn *out, unsigned size, unsigned d, unsigned s, unsigned amount)
{
    a3_put_unary(out, A3_OP_SEXT, size, T0, s);
    a3_put_imm(out, A3_OP_AND, 8, T1, T0, (int64_t)((UINT64_C(1) << amount) - 1));
    a3_put(out, A3_OP_SUB, 8, T2, A3_REG_NONE, T1);
    a3_put(out, A3_OP_OR, 8, T1, T1, T2);
    a3_put(out, A3_OP_AND, 8, T1, T1, T0);
    a3_put_imm(out, A3_OP_SHR, 8, CA, T1, 63);
    a3_put_imm(out, A3_OP_SAR, 8, d, T0, amount);
}

static void set_bit(a3_insn *out, unsigned xo, unsigned d, unsigned bi, uint32_t *context) /* setbc, setbcr, setnbc, setnbcr */
{
    a3_cond cond = a3_ppc_condition(out, bi, !(xo & 32), context);
    a3_put_const(out, T0, xo >= 448 ? -1 : 1);
    a3_put_select(out, cond, d, T0, A3_REG_NONE);
}

static void special(a3_insn *out, uint32_t word, unsigned xo, uint32_t *context)
{
    unsigned t = bits(word, 21, 5), a = bits(word, 16, 5), b = bits(word, 11, 5), spr = b << 5 | a;
    bool rc = word & 1;
    switch (xo) {
    case 4: /* tw; `tw 31,r,r` is the trap */
        if (t == 31)
            a3_emit(out, A3_OP_TRAP);
        return;
    case 0: case 32: a3_ppc_compare(out, t / 4, xo == 32, t & 1 ? 8 : 4, a, b, context); return;
    case 192: case 224: case 576: a3_ppc_forget_field(out, t / 4, context); return; /* cmprb, cmpeqb, mcrxrx */
    case 144:                                                                      /* mtcrf */
        for (unsigned i = 0; i < 8; i++)
            if (word >> (19 - i) & 1)
                a3_ppc_write_field(out, i, t, context);
        return;
    case 19: /* mfcr, mfocrf */
        if (word & 0x100000 && __builtin_popcount(word >> 12 & 0xff) == 1)
            a3_ppc_read_field(out, (unsigned)__builtin_clz(word << 12), t, context);
        else
            a3_put_havoc(out, t);
        return;
    case 339:
        if (spr == 8 || spr == 9)
            a3_put_move(out, t, spr == 8 ? LR : CTR);
        else
            a3_put_havoc(out, t);
        return;
    case 467:
        if (spr == 8 || spr == 9)
            a3_put_move(out, spr == 8 ? LR : CTR, t);
        return;
    case 824: shift_algebraic(out, 4, a, t, b); break;                    /* srawi */
    case 826: case 827: shift_algebraic(out, 8, a, t, b | (xo & 1) << 5); break; /* sradi */
    case 890: case 891:                                                              /* extswsli */
        a3_put_unary(out, A3_OP_SEXT, 4, T0, t);
        a3_put_imm(out, A3_OP_SHL, 8, a, T0, b | (xo & 1) << 5);
        break;
    default: set_bit(out, xo, t, a, context); return;
    }
    a3_ppc_record(out, rc, a, context);
}

/* Loads, stores and vector accesses at RA|0 + RB */
static void indexed(a3_insn *out, uint32_t word, form f, uint32_t *context)
{
    unsigned t = bits(word, 21, 5), a = bits(word, 16, 5), b = bits(word, 11, 5), size = f.arg & 15;
    a3_put(out, A3_OP_ADD, 8, T0, a3_ppc_base(a), b);
    switch (f.kind) {
    case LOAD: a3_put_load(out, size, f.arg & SIGNED, t, T0, 0); break;
    case STORE: a3_put_store(out, size, t, T0, 0); break;
    case LOAD_FLOAT:
        if (size == 0) /* lfsx converts */
            a3_put_havoc(out, a3_ppc_fpr(t));
        else
            a3_put_load(out, size, f.arg & SIGNED, a3_ppc_fpr(t), T0, 0);
        a3_put_havoc(out, a3_ppc_vsr(t, 1));
        break;
    case STORE_FLOAT: a3_put_store(out, size, a3_ppc_fpr(t), T0, 0); break;
    case VECTOR:
        if (f.arg & ALTIVEC)
            a3_put_imm(out, A3_OP_AND, 8, T0, T0, ~INT64_C(15));
        a3_ppc_vector_access(out, (a3_ppc_layout)size, !(f.arg & IS_STORE), t | (f.arg & ALTIVEC ? 32 : bits(word, 0, 1) << 5), T0, 0);
        return;
    case UNKNOWN_LOAD:
        a3_put_havoc(out, a3_ppc_vsr(32 + t, 0));
        a3_put_havoc(out, a3_ppc_vsr(32 + t, 1));
        return;
    case CONDITIONAL_STORE: /* it succeeds */
        a3_put_store(out, size, t, T0, 0);
        a3_ppc_compare_imm(out, 0, false, 8, A3_REG_NONE, 0, context);
        break;
    default:
        a3_put_memory(out, A3_OP_HAVOC_MEMORY, size, false, A3_REG_NONE, T0, 0);
    }
    if (f.arg & UPDATE)
        a3_put_move(out, a, T0);
}

bool a3_ppc_extended_opcode(a3_insn *out, uint32_t word, uint32_t *context)
{
    unsigned t = bits(word, 21, 5), a = bits(word, 16, 5), b = bits(word, 11, 5), xo = bits(word, 1, 10);
    if (bits(word, 1, 5) == 15) { /* isel */
        a3_cond cond = a3_ppc_condition(out, bits(word, 6, 5), true, context);
        a3_put_select(out, cond, t, a3_ppc_base(a), b);
        return true;
    }
    form f = extended[xo];
    if (f.kind == NONE && xo >= 512) /* overflow-enabled forms */
        f = extended[xo & 511].kind <= CARRYING || extended[xo & 511].kind == TO_RT || extended[xo & 511].kind == MULTIPLY_WORD
                ? extended[xo & 511] : f;
    unsigned d = t;
    switch (f.kind) {
    case SUM: a3_put(out, (a3_op_code)f.arg, 8, t, a, b); break;
    case SUB_FROM: a3_put(out, A3_OP_SUB, 8, t, b, a); break;
    case NEGATE: a3_put(out, A3_OP_SUB, 8, t, A3_REG_NONE, a); break;
    case MULTIPLY_WORD:
        a3_put_unary(out, A3_OP_SEXT, 4, T0, a);
        a3_put_unary(out, A3_OP_SEXT, 4, T1, b);
        a3_put(out, A3_OP_MUL, 8, t, T0, T1);
        break;
    case MULTIPLY_HIGH:
        a3_put_unary(out, f.arg & SIGNED ? A3_OP_SEXT : A3_OP_ZEXT, 4, T0, a);
        a3_put_unary(out, f.arg & SIGNED ? A3_OP_SEXT : A3_OP_ZEXT, 4, T1, b);
        a3_put(out, A3_OP_MUL, 8, T0, T0, T1);
        a3_put_imm(out, A3_OP_SAR, 8, t, T0, 32);
        break;
    case CARRYING:
        if (f.arg & (ZERO | MINUS_ONE))
            a3_put_const(out, b = T2, f.arg & ZERO ? 0 : -1);
        a3_ppc_carrying(out, f.arg, t, a, b);
        break;
    case COUNT: a3_put_unary(out, A3_OP_CLZ, f.arg, d = a, t); break;
    case TO_RT: a3_put_havoc(out, t); break;
    case TO_RA: a3_put_havoc(out, d = a); break;
    case LOGIC: case INVERTED: case INVERTED_B:
        d = a;
        if (f.kind == INVERTED_B) {
            a3_put_unary(out, A3_OP_NOT, 8, T0, b);
            b = T0;
        }
        if (f.arg == A3_OP_OR && t == b) /* mr */
            a3_put_move(out, a, t);
        else
            a3_put(out, (a3_op_code)f.arg, 8, a, t, b);
        if (f.kind == INVERTED)
            a3_put_unary(out, A3_OP_NOT, 8, a, a);
        break;
    case EXTEND: a3_put_unary(out, A3_OP_SEXT, f.arg, d = a, t); break;
    case SHIFT: shift(out, xo, f.arg, d = a, t, b); break;
    case LOAD: case STORE: case LOAD_FLOAT: case STORE_FLOAT: case VECTOR: case UNKNOWN_STORE: case UNKNOWN_LOAD:
    case CONDITIONAL_STORE: indexed(out, word, f, context); return true;
    case MOVE_VECTOR: return a3_ppc_vector_move(out, word, xo);
    case IGNORED: return true;
    case SPECIAL: special(out, word, xo, context); return true;
    default: return false;
    }
    a3_ppc_record(out, word & 1, d, context);
    return true;
}

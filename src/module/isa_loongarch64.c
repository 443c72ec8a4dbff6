/* SPDX-License-Identifier: MIT */
/* LoongArch64 with the vector moves that compilers copy and build structures with.
 * Sources: LoongArch Reference Manual Volume 1 (v1.10): section 2.2 (integer), 2.2.5 (branches), 2.2.6-2.2.9 (memory),
 * 3.2 (floating point), appendix B (table of encodings); Volume 2 (LSX, LASX); LoongArch ELF psABI, procedure calling
 * convention. */
#include "base/bytes.h"
#include "module/emit.h"

/* Vector register n is F0 + n, F0 + 32 + n, ...: four 64-bit parts of LASX, the first two LSX, the first one f<n>. */
enum { RA = 1, SP = 3, A0 = 4, F0 = 32, T0 = A3_REG_T0, T1 };

static unsigned r(unsigned n) { return n ? n : A3_REG_NONE; } /* r0 reads as zero and swallows writes */

static unsigned bits(uint32_t word, unsigned low, unsigned count) { return word >> low & ((1U << count) - 1); }

static unsigned part(unsigned vector, unsigned index) { return F0 + 32 * index + vector; }

static void havoc_vector(a3_insn *out, unsigned d)
{
    for (unsigned i = 0; i < 4; i++)
        a3_put_havoc(out, part(d, i));
}

/* The .w forms work on 32 bits and sign-extend what they find. */
static void put_w(a3_insn *out, a3_op_code code, unsigned d, unsigned a, unsigned b)
{
    a3_put(out, code, 4, T0, a, b);
    a3_put_unary(out, A3_OP_SEXT, 4, d, T0);
}

static void put_w_imm(a3_insn *out, a3_op_code code, unsigned d, unsigned a, int64_t imm)
{
    a3_put_imm(out, code, 4, T0, a, imm);
    a3_put_unary(out, A3_OP_SEXT, 4, d, T0);
}

/* A shift by register: `log` low bits of the amount count. */
static void put_shift(a3_insn *out, a3_op_code code, bool word, unsigned d, unsigned a, unsigned b)
{
    a3_put_imm(out, A3_OP_AND, 8, T1, b, word ? 31 : 63);
    if (word)
        put_w(out, code, d, a, T1);
    else
        a3_put(out, code, 8, d, a, T1);
}

/* 3R format, opcode in bits 15-31 (2.2.1, 2.2.2) */
static void three_registers(a3_insn *out, uint32_t word, unsigned d, unsigned j, unsigned k)
{
    static const struct {
        uint8_t code, wide; /* wide: 8 bytes, else 4 sign-extended; 0: not a plain operation */
    } plain[0x40] = {
        [0x20] = {A3_OP_ADD, 4}, [0x21] = {A3_OP_ADD, 8}, [0x22] = {A3_OP_SUB, 4}, [0x23] = {A3_OP_SUB, 8},
        [0x29] = {A3_OP_AND, 8}, [0x2a] = {A3_OP_OR, 8},  [0x2b] = {A3_OP_XOR, 8}, [0x38] = {A3_OP_MUL, 4},
        [0x3b] = {A3_OP_MUL, 8},
    };
    unsigned op = word >> 15;
    if (op < 0x40 && plain[op].wide == 8) {
        a3_put(out, (a3_op_code)plain[op].code, 8, d, j, k);
        return;
    }
    if (op < 0x40 && plain[op].wide == 4) {
        put_w(out, (a3_op_code)plain[op].code, d, j, k);
        return;
    }
    switch (op) {
    case 0x24: case 0x25: a3_put_less(out, op == 0x24, d, j, k); return;
    case 0x26: case 0x27: /* maskeqz, masknez: zero where rk is (not) zero */
        a3_put_imm(out, A3_OP_FLAGS_SUB, 8, A3_REG_NONE, k, 0);
        a3_put_select(out, op == 0x26 ? A3_COND_EQ : A3_COND_NE, d, A3_REG_NONE, j);
        return;
    case 0x28: /* nor */
        a3_put(out, A3_OP_OR, 8, T0, j, k);
        a3_put_unary(out, A3_OP_NOT, 8, d, T0);
        return;
    case 0x2c: case 0x2d: /* orn, andn */
        a3_put_unary(out, A3_OP_NOT, 8, T0, k);
        a3_put(out, op == 0x2c ? A3_OP_OR : A3_OP_AND, 8, d, j, T0);
        return;
    case 0x2e: put_shift(out, A3_OP_SHL, true, d, j, k); return;
    case 0x2f: put_shift(out, A3_OP_SHR, true, d, j, k); return;
    case 0x30: put_shift(out, A3_OP_SAR, true, d, j, k); return;
    case 0x31: put_shift(out, A3_OP_SHL, false, d, j, k); return;
    case 0x32: put_shift(out, A3_OP_SHR, false, d, j, k); return;
    case 0x33: put_shift(out, A3_OP_SAR, false, d, j, k); return;
    case 0x36: put_shift(out, A3_OP_ROR, true, d, j, k); return;
    case 0x37: put_shift(out, A3_OP_ROR, false, d, j, k); return;
    case 0x3e: case 0x3f: /* mulw.d.w, mulw.d.wu */
        a3_put_unary(out, op == 0x3e ? A3_OP_SEXT : A3_OP_ZEXT, 4, T0, j);
        a3_put_unary(out, op == 0x3e ? A3_OP_SEXT : A3_OP_ZEXT, 4, T1, k);
        a3_put(out, A3_OP_MUL, 8, d, T0, T1);
        return;
    default: a3_put_havoc(out, d); /* division, high products, crc */
    }
}

/* bstrins and bstrpick (2.2.3.8, 2.2.3.9): bits lsb..msb */
static void bit_string(a3_insn *out, bool insert, unsigned size, unsigned msb, unsigned lsb, unsigned d, unsigned j)
{
    if (msb < lsb) { /* undefined */
        a3_put_havoc(out, d);
        return;
    }
    uint64_t mask = UINT64_MAX >> (63 - (msb - lsb));
    if (insert) {
        a3_put_imm(out, A3_OP_AND, 8, T0, j, (int64_t)mask);
        a3_put_imm(out, A3_OP_SHL, 8, T0, T0, lsb);
        a3_put_imm(out, A3_OP_AND, 8, T1, d, (int64_t)~(mask << lsb));
        a3_put(out, A3_OP_OR, 8, d, T0, T1);
    } else {
        a3_put_imm(out, A3_OP_SHR, 8, T0, j, lsb);
        a3_put_imm(out, A3_OP_AND, 8, d, T0, (int64_t)mask);
    }
    if (size == 4)
        a3_put_unary(out, A3_OP_SEXT, 4, d, d);
}

/* Opcodes 0x00000000-0x00ffffff: register forms, immediate shifts, bit strings (2.2.1-2.2.3) */
static void integer(a3_insn *out, uint32_t word, unsigned d, unsigned j, unsigned k)
{
    unsigned five = bits(word, 10, 5), six = bits(word, 10, 6), amount = bits(word, 15, 2) + 1;
    switch (word >> 22) {
    case 2: case 3: bit_string(out, word >> 22 == 2, 8, bits(word, 16, 6), six, d, j); return;
    case 1: break;
    default:
        switch (word >> 17) {
        case 0x02: /* alsl.w */
            a3_put_imm(out, A3_OP_SHL, 8, T1, j, amount);
            put_w(out, A3_OP_ADD, d, T1, k);
            return;
        case 0x03: case 0x16: /* alsl.wu, alsl.d */
            a3_put_imm(out, A3_OP_SHL, 8, T1, j, amount);
            a3_put(out, A3_OP_ADD, word >> 17 == 3 ? 4 : 8, d, T1, k);
            return;
        default: break;
        }
        if (word >> 10 == 0x05 || word >> 10 == 0x09) /* clz.w, clz.d */
            a3_put_unary(out, A3_OP_CLZ, word >> 10 == 0x05 ? 4 : 8, d, j);
        else if (word >> 10 >= 0x18 && word >> 10 <= 0x1a) { /* rdtime writes both */
            a3_put_havoc(out, d);
            a3_put_havoc(out, j);
        } else if (word >> 10 == 0x16 || word >> 10 == 0x17) /* ext.w.h, ext.w.b */
            a3_put_unary(out, A3_OP_SEXT, word >> 10 == 0x16 ? 2 : 1, d, j);
        else if (word >> 16 == 0x2a) /* break */
            a3_emit(out, A3_OP_TRAP);
        else if (word >> 15 == 0x56) /* syscall answers in a0 */
            a3_put_havoc(out, A0);
        else
            three_registers(out, word, d, j, k);
        return;
    }
    if (word & 0x00200000) {
        bit_string(out, (word & 0x8000) == 0, 4, bits(word, 16, 5), five, d, j);
        return;
    }
    static const uint8_t shifts[4] = {A3_OP_SHL, A3_OP_SHR, A3_OP_SAR, A3_OP_ROR};
    a3_op_code code = (a3_op_code)shifts[bits(word, 18, 2)];
    if (bits(word, 15, 3) == 1)
        put_w_imm(out, code, d, j, five);
    else if (bits(word, 16, 2) == 1)
        a3_put_imm(out, code, 8, d, j, six);
    else
        a3_put_havoc(out, d);
}

/* Opcodes 0x01000000-0x01ffffff (3.2): moves are followed, arithmetic is not. */
static void floating(a3_insn *out, uint32_t word)
{
    unsigned rd = r(bits(word, 0, 5)), rj = r(bits(word, 5, 5)), fd = part(bits(word, 0, 5), 0), fj = part(bits(word, 5, 5), 0);
    switch (word >> 10) {
    case 0x4525: case 0x4526: a3_put_move(out, fd, fj); return; /* fmov.s, fmov.d */
    case 0x4529: a3_put_unary(out, A3_OP_ZEXT, 4, fd, rj); return; /* movgr2fr.w */
    case 0x452a: a3_put_move(out, fd, rj); return; /* movgr2fr.d */
    case 0x452b: /* movgr2frh.w */
        a3_put_imm(out, A3_OP_SHL, 8, T0, rj, 32);
        a3_put_unary(out, A3_OP_ZEXT, 4, T1, fd);
        a3_put(out, A3_OP_OR, 8, fd, T0, T1);
        return;
    case 0x452d: a3_put_unary(out, A3_OP_SEXT, 4, rd, fj); return; /* movfr2gr.s */
    case 0x452e: a3_put_move(out, rd, fj); return; /* movfr2gr.d */
    case 0x452f: a3_put_imm(out, A3_OP_SAR, 8, rd, fj, 32); return; /* movfrh2gr.s */
    case 0x4530: case 0x4534: case 0x4536: return; /* to a control or condition register: not modelled */
    case 0x4532: case 0x4537: a3_put_havoc(out, rd); return; /* from one */
    default: a3_put_havoc(out, fd);
    }
}

/* Loads and stores with a 12-bit displacement, opcode in bits 22-31 (2.2.6, 3.2.7; Volume 2) */
static bool memory(a3_insn *out, uint32_t word, unsigned d, unsigned j)
{
    unsigned op = word >> 22 & 0x1f, vector = bits(word, 0, 5);
    int64_t disp = a3_sign_extend(bits(word, 10, 12), 12);
    if (op < 4)
        a3_put_load(out, 1U << op, true, d, j, disp);
    else if (op < 8)
        a3_put_store(out, 1U << (op & 3), d, j, disp);
    else if (op < 11)
        a3_put_load(out, 1U << (op & 3), false, d, j, disp);
    else if (op == 11)
        return true; /* preld */
    else if (op < 16)
        a3_put_memory(out, op & 1 ? A3_OP_STORE : A3_OP_LOAD, op < 14 ? 4 : 8, false, part(vector, 0), j, disp);
    else if (op < 20)
        for (unsigned i = 0; i < (op < 18 ? 2U : 4U); i++)
            a3_put_memory(out, op & 1 ? A3_OP_STORE : A3_OP_LOAD, 8, false, part(vector, i), j, disp + 8 * (int64_t)i);
    else
        return false;
    return true;
}

/* Opcodes 0x38000000-0x38ffffff: indexed, atomic, barriers (2.2.6.2, 2.2.7, 2.2.8) */
static bool indexed(a3_insn *out, uint32_t word, unsigned d, unsigned j, unsigned k)
{
    unsigned op = bits(word, 18, 6), vector = bits(word, 0, 5);
    if (op >= 0x14) {
        if (word >> 16 == 0x3872) /* dbar, ibar */
            return true;
        if (word < 0x38570000 || word >= 0x38720000)
            return false;
        /* amswap, amadd, amand, amor, amxor, and the same with barriers nine further */
        static const uint8_t codes[5] = {A3_OP_MOVE, A3_OP_ADD, A3_OP_AND, A3_OP_OR, A3_OP_XOR};
        unsigned kind = (word - 0x38600000) >> 16;
        kind = kind >= 9 ? kind - 9 : kind;
        if (word >= 0x38600000 && kind < 5) {
            a3_put_fetch(out, (a3_op_code)codes[kind], word >> 15 & 1 ? 8 : 4, true, d, k, j, 0);
            return true;
        }
        if (word >= 0x38580000 && word < 0x385c0000) { /* amcas.b, .h, .w, .d */
            a3_put_compare_swap(out, 1U << bits(word, 15, 2), true, d, k, j, 0);
            return true;
        }
        a3_put_memory(out, A3_OP_HAVOC_MEMORY, 8, false, A3_REG_NONE, j, 0); /* sc.q, ammax, ... */
        a3_put_havoc(out, d);
        return true;
    }
    a3_put(out, A3_OP_ADD, 8, T0, j, k);
    if (op < 4)
        a3_put_load(out, 1U << op, true, d, T0, 0);
    else if (op < 8)
        a3_put_store(out, 1U << (op & 3), d, T0, 0);
    else if (op < 11)
        a3_put_load(out, 1U << (op & 3), false, d, T0, 0);
    else if (op >= 12 && op < 16)
        a3_put_memory(out, op & 2 ? A3_OP_STORE : A3_OP_LOAD, op & 1 ? 8 : 4, false, part(vector, 0), T0, 0);
    else if (op >= 16)
        for (unsigned i = 0; i < (op < 18 ? 2U : 4U); i++)
            a3_put_memory(out, op & 1 ? A3_OP_STORE : A3_OP_LOAD, 8, false, part(vector, i), T0, 8 * (int64_t)i);
    return true;
}

/* The repeated element of vldi (Volume 2): only the plain forms, bit 12 clear. */
static uint64_t repeated(uint64_t value, unsigned log)
{
    static const uint64_t ones[4] = {UINT64_C(0x0101010101010101), UINT64_C(0x0001000100010001), UINT64_C(0x100000001), 1};
    uint64_t mask = UINT64_MAX >> (64 - (8U << log));
    return (value & mask) * ones[log];
}

/* The element of `log` bytes number `index` of vector d */
static void insert_element(a3_insn *out, unsigned log, unsigned index, unsigned d, unsigned j)
{
    unsigned byte = index << log;
    a3_op *op = a3_emit(out, A3_OP_INSERT);
    op->size = (uint8_t)(1U << log);
    op->d = (uint8_t)part(d, byte / 8);
    op->a = (uint8_t)j;
    op->imm = byte % 8;
}

static void pick_element(a3_insn *out, bool is_signed, unsigned log, unsigned index, unsigned d, unsigned j)
{
    unsigned byte = index << log;
    a3_put_imm(out, A3_OP_SHR, 8, T0, part(j, byte / 8), 8 * (byte % 8));
    a3_put_unary(out, is_signed ? A3_OP_SEXT : A3_OP_ZEXT, 1U << log, d, T0);
}

/* Bits 10-14 of the element forms say the size and hold the index below it: 0iiii b, 10iii h, 110ii w, 1110i d; of
 * LASX, twice as long, 10iii w, 110ii d. */
static bool element(uint32_t word, bool lasx, unsigned *log, unsigned *index)
{
    unsigned five = bits(word, 10, 5);
    unsigned extra = lasx ? 1 : 0;
    for (unsigned i = extra; i < 4 - extra; i++)
        if ((five & (0x10U >> i)) == 0) {
            *log = i + extra;
            *index = five & ((0x10U >> i) - 1);
            return true;
        }
    return false;
}

/* LSX and LASX register forms (Volume 2): what builds and moves pairs of doublewords; the rest is unknown. */
static void vector(a3_insn *out, uint32_t word)
{
    unsigned d = bits(word, 0, 5), j = bits(word, 5, 5), k = bits(word, 10, 5), log, index;
    unsigned parts = word & 0x04000000 ? 4 : 2; /* 0x74000000-0x77ffffff: LASX */
    uint32_t op = word & ~UINT32_C(0x04000000);
    if (op >> 18 == 0x1cf8 && (op & 0x20000) == 0) { /* vldi */
        int64_t value = a3_sign_extend(bits(word, 5, 10), 10);
        for (unsigned i = 0; i < parts; i++)
            a3_put_const(out, part(d, i), (int64_t)repeated((uint64_t)value, bits(word, 15, 2)));
        return;
    }
    if (op >> 12 == 0x729f0) { /* vreplgr2vr */
        unsigned size_log = bits(word, 10, 2);
        a3_put_unary(out, A3_OP_ZEXT, 1U << size_log, T0, r(j));
        for (unsigned i = 0; i < parts; i++)
            a3_put_imm(out, A3_OP_MUL, 8, part(d, i), T0, (int64_t)repeated(1, size_log));
        return;
    }
    if (element(word, parts == 4, &log, &index))
        switch (op >> 15) {
        case 0xe5d7: insert_element(out, log, index, d, r(j)); return;       /* vinsgr2vr */
        case 0xe5df: pick_element(out, true, log, index, r(d), j); return;   /* vpickve2gr */
        case 0xe5e7: pick_element(out, false, log, index, r(d), j); return;  /* vpickve2gr.bu, ... */
        case 0xe5ef:                                                         /* vreplvei */
            if (parts == 4)
                break;
            pick_element(out, false, log, index, T1, j);
            for (unsigned i = 0; i < 2; i++)
                a3_put_imm(out, A3_OP_MUL, 8, part(d, i), T1, (int64_t)repeated(1, log));
            return;
        default: break;
        }
    static const uint8_t logic[3] = {A3_OP_AND, A3_OP_OR, A3_OP_XOR};
    unsigned which = (op >> 15) - 0xe24c; /* vand.v, vor.v, vxor.v */
    if (which < 3 || op >> 10 == 0x1cf500) { /* or vori.b with 0, which moves */
        for (unsigned i = 0; i < parts; i++)
            if (which < 3)
                a3_put(out, (a3_op_code)logic[which], 8, part(d, i), part(j, i), part(k, i));
            else
                a3_put_move(out, part(d, i), part(j, i));
        return;
    }
    if (op >> 18 == 0x1ce0 && parts == 2) { /* vextrins.d */
        a3_put_move(out, part(d, bits(word, 14, 1)), part(j, bits(word, 10, 1)));
        return;
    }
    if (parts == 2) { /* doubleword pairs: low of one beside low of the other, and so on */
        unsigned low, high;
        switch (op >> 15) {
        case 0xe237: case 0xe22f: case 0xe23f: low = high = 0; break; /* vilvl.d, vpackev.d, vpickev.d */
        case 0xe23b: case 0xe233: case 0xe243: low = high = 1; break; /* vilvh.d, vpackod.d, vpickod.d */
        default: havoc_vector(out, d); return;
        }
        a3_put_move(out, T0, part(k, low));
        a3_put_move(out, part(d, 1), part(j, high));
        a3_put_move(out, part(d, 0), T0);
        return;
    }
    havoc_vector(out, d);
}

/* vldrepl and vstelm (Volume 2): only doublewords are followed. */
static void replicate_or_element(a3_insn *out, uint32_t word, unsigned j)
{
    unsigned d = bits(word, 0, 5);
    if (word >> 19 == 0x602) { /* vldrepl.d */
        a3_put_load(out, 8, false, part(d, 0), j, a3_sign_extend(bits(word, 10, 9), 9) * 8);
        a3_put_move(out, part(d, 1), part(d, 0));
    } else if (word >> 19 == 0x622) { /* vstelm.d */
        a3_put_store(out, 8, part(d, bits(word, 18, 1)), j, a3_sign_extend(bits(word, 10, 8), 8) * 8);
    } else if (word >> 24 == 0x30) {
        havoc_vector(out, d);
    } else { /* vstelm.b, .h, .w: one bit among 20-23 says the size and scales the displacement */
        unsigned log = word & 0x800000 ? 0 : word & 0x400000 ? 1 : word & 0x200000 ? 2 : 3;
        a3_put_memory(out, A3_OP_HAVOC_MEMORY, 1U << log, false, A3_REG_NONE, j,
                      a3_sign_extend(bits(word, 10, 8), 8) * (1 << log));
    }
}

/* jirl (2.2.5.4): only a link through ra is a call; the PLT links t1 and goes on in the function called before. */
static void jirl(a3_insn *out, uint32_t word, unsigned rd, unsigned rj, uint64_t next)
{
    int64_t disp = a3_sign_extend(bits(word, 10, 16), 16) * 4;
    if (rd == 0 && rj == RA && disp == 0) {
        a3_put_return(out, RA);
        return;
    }
    a3_put_imm(out, A3_OP_ADD, 8, T0, r(rj), disp);
    if (rd == RA) {
        a3_put_call_to(out, RA, T0);
        return;
    }
    a3_put_const(out, r(rd), (int64_t)next);
    a3_put_jump_to(out, T0);
}

/* Opcodes 0x10-0x1b in bits 26-31 (2.2.5) */
static bool branch(a3_insn *out, uint32_t word, uint64_t pc)
{
    unsigned op = word >> 26, d = bits(word, 0, 5), j = bits(word, 5, 5);
    uint64_t near = pc + (uint64_t)(a3_sign_extend(bits(word, 10, 16), 16) * 4);
    uint64_t middle = pc + (uint64_t)(a3_sign_extend(bits(word, 0, 5) << 16 | bits(word, 10, 16), 21) * 4);
    uint64_t far = pc + (uint64_t)(a3_sign_extend(bits(word, 0, 10) << 16 | bits(word, 10, 16), 26) * 4);
    static const uint8_t conds[] = {A3_COND_REQ, A3_COND_RNE, A3_COND_RSLT, A3_COND_RSGE, A3_COND_RULT, A3_COND_RUGE};
    switch (op) {
    case 0x10: a3_put_branch_regs(out, A3_COND_ZERO, r(j), A3_REG_NONE, middle); return true;
    case 0x11: a3_put_branch_regs(out, A3_COND_NONZERO, r(j), A3_REG_NONE, middle); return true;
    case 0x12: a3_put_branch(out, A3_COND_UNKNOWN, middle); return true; /* on a floating-point condition */
    case 0x13: jirl(out, word, d, j, pc + 4); return true;
    case 0x14: a3_put_jump(out, far); return true;
    case 0x15: a3_put_call(out, RA, far); return true;
    default: a3_put_branch_regs(out, (a3_cond)conds[op - 0x16], r(j), r(d), near); return true;
    }
}

/* Immediates to registers (2.2.1.4-2.2.1.11); opcode in bits 22-31 or 25-31 */
static bool immediate(a3_insn *out, uint32_t word, uint64_t pc, unsigned d, unsigned j)
{
    int64_t si12 = a3_sign_extend(bits(word, 10, 12), 12), si20 = a3_sign_extend(bits(word, 5, 20), 20);
    unsigned ui12 = bits(word, 10, 12);
    switch (word >> 25) {
    case 0x0a: a3_put_const(out, d, si20 * 4096); return true;                                         /* lu12i.w */
    case 0x0b:                                                                                         /* lu32i.d */
        a3_put_unary(out, A3_OP_ZEXT, 4, T0, d);
        a3_put_imm(out, A3_OP_OR, 8, d, T0, (int64_t)((uint64_t)si20 << 32));
        return true;
    case 0x0c: a3_put_const(out, d, (int64_t)(pc + (uint64_t)(si20 * 4))); return true;                /* pcaddi */
    case 0x0d: a3_put_const(out, d, (int64_t)((pc + (uint64_t)(si20 * 4096)) & ~UINT64_C(0xfff))); return true; /* pcalau12i */
    case 0x0e: a3_put_const(out, d, (int64_t)(pc + (uint64_t)(si20 * 4096))); return true;             /* pcaddu12i */
    case 0x0f: a3_put_const(out, d, (int64_t)(pc + (uint64_t)(si20 * 262144))); return true;           /* pcaddu18i */
    default: break;
    }
    switch (word >> 22) {
    case 0x08: case 0x09: /* slti, sltui */
        a3_put_const(out, T0, si12);
        a3_put_less(out, word >> 22 == 8, d, j, T0);
        return true;
    case 0x0a: put_w_imm(out, A3_OP_ADD, d, j, si12); return true;
    case 0x0b: a3_put_imm(out, A3_OP_ADD, 8, d, j, si12); return true;
    case 0x0c: /* lu52i.d */
        a3_put_imm(out, A3_OP_AND, 8, T0, j, INT64_C(0xfffffffffffff));
        a3_put_imm(out, A3_OP_OR, 8, d, T0, (int64_t)((uint64_t)si12 << 52));
        return true;
    case 0x0d: a3_put_imm(out, A3_OP_AND, 8, d, j, ui12); return true; /* andi 0, 0, 0 is the nop */
    case 0x0e: a3_put_imm(out, A3_OP_OR, 8, d, j, ui12); return true;
    case 0x0f: a3_put_imm(out, A3_OP_XOR, 8, d, j, ui12); return true;
    default: break;
    }
    if (word >> 26 != 0x04) /* addu16i.d */
        return false;
    a3_put_imm(out, A3_OP_ADD, 8, d, j, a3_sign_extend(bits(word, 10, 16), 16) * 65536);
    return true;
}

static bool decode_word(uint32_t word, uint64_t pc, a3_insn *out)
{
    unsigned d = r(bits(word, 0, 5)), j = r(bits(word, 5, 5)), k = r(bits(word, 10, 5)), top = word >> 24;
    int64_t scaled = a3_sign_extend(bits(word, 10, 14), 14) * 4;
    switch (top) {
    case 0x00: integer(out, word, d, j, k); return true;
    case 0x01: floating(out, word); return true;
    case 0x08: case 0x09: case 0x0d: havoc_vector(out, bits(word, 0, 5)); return true; /* fused multiply-add, selects */
    case 0x0c: /* fcmp writes a condition bit; vfcmp a vector */
        if (bits(word, 20, 4) != 1 && bits(word, 20, 4) != 2)
            havoc_vector(out, bits(word, 0, 5));
        return true;
    case 0x20: case 0x22: case 0x24: case 0x26: /* ll, ldptr */
        a3_put_load(out, top & 2 ? 8 : 4, true, d, j, scaled);
        return true;
    case 0x21: case 0x23: /* sc */
        a3_put_store(out, top & 2 ? 8 : 4, d, j, scaled);
        a3_put_const(out, d, 1); /* the store succeeded */
        return true;
    case 0x25: case 0x27: a3_put_store(out, top & 2 ? 8 : 4, d, j, scaled); return true;
    case 0x28: case 0x29: case 0x2a: case 0x2b: case 0x2c: return memory(out, word, d, j);
    case 0x30: case 0x31: replicate_or_element(out, word, j); return true;
    case 0x38: return indexed(out, word, d, j, k);
    default: break;
    }
    if (top >> 2 >= 0x10 && top >> 2 <= 0x1b)
        return branch(out, word, pc);
    if (top >> 3 == 0x0e) { /* 0x70-0x77 */
        vector(out, word);
        return true;
    }
    return immediate(out, word, pc, d, j);
}

static bool decode(const uint8_t *code, size_t size, uint64_t pc, uint32_t *context, a3_insn *out)
{
    (void)context;
    out->count = 0;
    out->thumb = false;
    out->length = 4;
    return size >= 4 && decode_word((uint32_t)a3_load(code, 4, false), pc, out);
}

const a3_isa a3_isa_loongarch64 = {
    .name = "loongarch64",
    .stack = SP,
    .link = RA,
    .result = A0,
    .entry = A3_REG_NONE,
    .args = {4, 5, 6, 7, 8, 9, 10, 11},
    .arg_count = 8,
    .pointer_size = 8,
    .decode = decode,
    /* ra, a0-a7, t0-t8; f0-f23, and the upper parts of all vector registers */
    .volatile_low = UINT64_C(0x001ffff2) | UINT64_C(0x00ffffff) << 32,
    .volatile_high = UINT64_MAX,
};

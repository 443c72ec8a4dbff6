/* SPDX-License-Identifier: MIT */
/* RV64GC with the address and bit helpers of Zba and Zbb.
 * Sources: The RISC-V Instruction Set Manual, Volume I (20240411): chapter 2 (RV32I), 4 (RV64I), 13 (M), 14 (A),
 * 20-21 (F, D), 27 (C), 28 (B); RISC-V ELF psABI, "Integer Calling Convention", "Procedure Linkage Table". */
#include "base/bytes.h"
#include "module/emit.h"

enum { RA = 1, SP = 2, A0 = 10, F0 = 32, T0 = A3_REG_T0, T1, T2 };

/* x0 reads as zero and swallows writes. */
static unsigned x(unsigned n) { return n ? n : A3_REG_NONE; }

static unsigned bits(uint32_t word, unsigned low, unsigned count) { return word >> low & ((1U << count) - 1); }

static int64_t sign(uint64_t value, unsigned width) { return a3_sign_extend(value, width); }

/* The W instructions work on 32 bits and sign-extend what they find. */
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

/* JAL and JALR (2.5): only a link through ra is a call. The PLT links t1 and millicode links t0: both go on in the
 * function that was called before, so that ra must stay. */
static void put_jal(a3_insn *out, unsigned rd, uint64_t target, uint64_t next)
{
    if (rd == RA) {
        a3_put_call(out, RA, target);
        return;
    }
    a3_put_const(out, x(rd), (int64_t)next);
    a3_put_jump(out, target);
}

static void put_jalr(a3_insn *out, unsigned rd, unsigned rs1, int64_t imm, uint64_t next)
{
    if (rd == 0 && rs1 == RA && imm == 0) {
        a3_put_return(out, RA);
        return;
    }
    a3_put_imm(out, A3_OP_ADD, 8, T0, x(rs1), imm);
    a3_put_imm(out, A3_OP_AND, 8, T0, T0, ~INT64_C(1));
    if (rd == RA) {
        a3_put_call_to(out, RA, T0);
        return;
    }
    a3_put_const(out, x(rd), (int64_t)next);
    a3_put_jump_to(out, T0);
}

/* LOAD, LOAD-FP, STORE, STORE-FP by funct3: log2 of the size, bit 2: unsigned. */
static bool put_load(a3_insn *out, unsigned funct3, unsigned d, unsigned base, int64_t imm)
{
    if (funct3 == 7)
        return false;
    a3_put_load(out, 1U << (funct3 & 3), (funct3 & 4) == 0, d, base, imm);
    return true;
}

/* OP-IMM (2.4.1, 4.2.1; Zbb 28.4): immediate shifts hold the amount in 6 bits and the kind above it. */
static void op_imm(a3_insn *out, uint32_t word, unsigned rd, unsigned rs1)
{
    int64_t imm = (int32_t)word >> 20;
    unsigned kind = bits(word, 26, 6), amount = bits(word, 20, 6);
    static const uint8_t plain[8] = {[0] = A3_OP_ADD, [4] = A3_OP_XOR, [6] = A3_OP_OR, [7] = A3_OP_AND};
    switch (bits(word, 12, 3)) {
    case 0: case 4: case 6: case 7:
        a3_put_imm(out, (a3_op_code)plain[bits(word, 12, 3)], 8, rd, rs1, imm);
        return;
    case 2: case 3: /* slti, sltiu */
        a3_put_const(out, T0, imm);
        a3_put_less(out, bits(word, 12, 3) == 2, rd, rs1, T0);
        return;
    case 1:
        if (kind == 0)
            a3_put_imm(out, A3_OP_SHL, 8, rd, rs1, amount);
        else if (kind == 0x18 && (amount == 4 || amount == 5)) /* sext.b, sext.h */
            a3_put_unary(out, A3_OP_SEXT, amount - 3, rd, rs1);
        else if (kind == 0x0a) /* bseti */
            a3_put_imm(out, A3_OP_OR, 8, rd, rs1, (int64_t)(UINT64_C(1) << amount));
        else if (kind == 0x12) /* bclri */
            a3_put_imm(out, A3_OP_AND, 8, rd, rs1, (int64_t)~(UINT64_C(1) << amount));
        else if (kind == 0x1a) /* binvi */
            a3_put_imm(out, A3_OP_XOR, 8, rd, rs1, (int64_t)(UINT64_C(1) << amount));
        else if (kind == 0x18 && amount == 0)
            a3_put_unary(out, A3_OP_CLZ, 8, rd, rs1);
        else
            a3_put_havoc(out, rd); /* ctz, cpop */
        return;
    default:
        if (kind == 0x00 || kind == 0x10 || kind == 0x18)
            a3_put_imm(out, kind == 0 ? A3_OP_SHR : kind == 0x10 ? A3_OP_SAR : A3_OP_ROR, 8, rd, rs1, amount);
        else if (kind == 0x12) { /* bexti */
            a3_put_imm(out, A3_OP_SHR, 8, T0, rs1, amount);
            a3_put_imm(out, A3_OP_AND, 8, rd, T0, 1);
        } else
            a3_put_havoc(out, rd); /* rev8, orc.b */
    }
}

/* OP-IMM-32 (4.2.1) */
static void op_imm_32(a3_insn *out, uint32_t word, unsigned rd, unsigned rs1)
{
    unsigned funct3 = bits(word, 12, 3), kind = bits(word, 25, 7), amount = bits(word, 20, 5);
    if (funct3 == 0)
        put_w_imm(out, A3_OP_ADD, rd, rs1, (int32_t)word >> 20);
    else if (funct3 == 1 && kind == 0)
        put_w_imm(out, A3_OP_SHL, rd, rs1, amount);
    else if (funct3 == 1 && kind >> 1 == 2) { /* slli.uw */
        a3_put_unary(out, A3_OP_ZEXT, 4, T0, rs1);
        a3_put_imm(out, A3_OP_SHL, 8, rd, T0, bits(word, 20, 6));
    } else if (funct3 == 5 && (kind == 0 || kind == 0x20 || kind == 0x30))
        put_w_imm(out, kind == 0 ? A3_OP_SHR : kind == 0x20 ? A3_OP_SAR : A3_OP_ROR, rd, rs1, amount);
    else if (funct3 == 1 && kind == 0x30 && amount == 0)
        a3_put_unary(out, A3_OP_CLZ, 4, rd, rs1);
    else
        a3_put_havoc(out, rd);
}

/* The single-bit instructions (28.5): bset, bclr, binv, bext; bit number in T0 */
static void single_bit(a3_insn *out, unsigned key, unsigned rd, unsigned a)
{
    if (key == 0x125) {
        a3_put(out, A3_OP_SHR, 8, T0, a, T0);
        a3_put_imm(out, A3_OP_AND, 8, rd, T0, 1);
        return;
    }
    a3_put_const(out, T1, 1);
    a3_put(out, A3_OP_SHL, 8, T1, T1, T0);
    if (key == 0x121)
        a3_put_unary(out, A3_OP_NOT, 8, T1, T1);
    a3_put(out, key == 0x0a1 ? A3_OP_OR : key == 0x121 ? A3_OP_AND : A3_OP_XOR, 8, rd, a, T1);
}

/* OP (2.4.2, 4.2.2; 12.3; 13; 28.3-28.5), by funct7 and funct3 */
static void op_reg(a3_insn *out, unsigned key, unsigned rd, unsigned a, unsigned b)
{
    switch (key) {
    case 0x000: a3_put(out, A3_OP_ADD, 8, rd, a, b); return;
    case 0x100: a3_put(out, A3_OP_SUB, 8, rd, a, b); return;
    case 0x004: a3_put(out, A3_OP_XOR, 8, rd, a, b); return;
    case 0x006: a3_put(out, A3_OP_OR, 8, rd, a, b); return;
    case 0x007: a3_put(out, A3_OP_AND, 8, rd, a, b); return;
    case 0x008: a3_put(out, A3_OP_MUL, 8, rd, a, b); return;
    case 0x002: case 0x003: a3_put_less(out, key == 2, rd, a, b); return;
    case 0x001: case 0x005: case 0x105: case 0x185: { /* sll, srl, sra, ror: the low six bits count */
        static const uint8_t codes[4] = {A3_OP_SHR, 0, A3_OP_SAR, A3_OP_ROR};
        a3_put_imm(out, A3_OP_AND, 8, T0, b, 63);
        a3_put(out, key == 1 ? A3_OP_SHL : (a3_op_code)codes[key >> 7], 8, rd, a, T0);
        return;
    }
    case 0x181: /* rol */
        a3_put(out, A3_OP_SUB, 8, T0, A3_REG_NONE, b);
        a3_put_imm(out, A3_OP_AND, 8, T0, T0, 63);
        a3_put(out, A3_OP_ROR, 8, rd, a, T0);
        return;
    case 0x0a1: case 0x121: case 0x125: case 0x1a1:
        a3_put_imm(out, A3_OP_AND, 8, T0, b, 63);
        single_bit(out, key, rd, a);
        return;
    case 0x02c: case 0x02d: case 0x02e: case 0x02f: /* min, minu, max, maxu */
        a3_put(out, A3_OP_FLAGS_SUB, 8, A3_REG_NONE, a, b);
        a3_put_select(out, key & 1 ? A3_COND_ULT : A3_COND_SLT, rd, key & 2 ? b : a, key & 2 ? a : b);
        return;
    case 0x03d: case 0x03f: /* czero.eqz, czero.nez */
        a3_put_imm(out, A3_OP_FLAGS_SUB, 8, A3_REG_NONE, b, 0);
        a3_put_select(out, key == 0x3d ? A3_COND_EQ : A3_COND_NE, rd, A3_REG_NONE, a);
        return;
    case 0x104: case 0x106: case 0x107: /* xnor, orn, andn */
        a3_put_unary(out, A3_OP_NOT, 8, T0, b);
        a3_put(out, key == 0x104 ? A3_OP_XOR : key == 0x106 ? A3_OP_OR : A3_OP_AND, 8, rd, a, T0);
        return;
    case 0x082: case 0x084: case 0x086: /* sh1add, sh2add, sh3add */
        a3_put_imm(out, A3_OP_SHL, 8, T0, a, (key & 7) >> 1);
        a3_put(out, A3_OP_ADD, 8, rd, T0, b);
        return;
    default: a3_put_havoc(out, rd);
    }
}

/* OP-32 (4.2.2, 13, 28.3) */
static void op_reg_32(a3_insn *out, unsigned key, unsigned rd, unsigned a, unsigned b)
{
    switch (key) {
    case 0x000: put_w(out, A3_OP_ADD, rd, a, b); return;
    case 0x100: put_w(out, A3_OP_SUB, rd, a, b); return;
    case 0x008: put_w(out, A3_OP_MUL, rd, a, b); return;
    case 0x001: case 0x005: case 0x105:
        a3_put_imm(out, A3_OP_AND, 8, T1, b, 31);
        put_w(out, key == 1 ? A3_OP_SHL : key == 5 ? A3_OP_SHR : A3_OP_SAR, rd, a, T1);
        return;
    case 0x020: case 0x082: case 0x084: case 0x086: /* add.uw, sh1add.uw, ... */
        a3_put_unary(out, A3_OP_ZEXT, 4, T0, a);
        a3_put_imm(out, A3_OP_SHL, 8, T0, T0, (key & 7) >> 1);
        a3_put(out, A3_OP_ADD, 8, rd, T0, b);
        return;
    default:
        if (key == 0x024 && b == A3_REG_NONE) /* zext.h */
            a3_put_unary(out, A3_OP_ZEXT, 2, rd, a);
        else
            a3_put_havoc(out, rd);
    }
}

/* AMO (14): sc succeeds; minimum and maximum leave what they wrote unknown. */
static bool amo(a3_insn *out, uint32_t word, unsigned rd, unsigned rs1)
{
    static const uint8_t codes[32] = {[0] = A3_OP_ADD, [1] = A3_OP_MOVE, [4] = A3_OP_XOR, [8] = A3_OP_OR, [12] = A3_OP_AND};
    unsigned size = 1U << bits(word, 12, 3), kind = bits(word, 27, 5), rs2 = x(bits(word, 20, 5));
    if (size != 4 && size != 8)
        return false;
    if (kind == 2) {
        a3_put_load(out, size, true, rd, rs1, 0);
        return true;
    }
    if (kind == 3) {
        a3_put_store(out, size, rs2, rs1, 0);
        a3_put_const(out, rd, 0);
        return true;
    }
    if (kind == 5) { /* amocas */
        a3_put_compare_swap(out, size, true, rd, rs2, rs1, 0);
        return true;
    }
    if (codes[kind] != A3_OP_CONST) {
        a3_put_fetch(out, (a3_op_code)codes[kind], size, true, rd, rs2, rs1, 0);
        return true;
    }
    a3_put_memory(out, A3_OP_HAVOC_MEMORY, size, false, A3_REG_NONE, rs1, 0);
    a3_put_havoc(out, rd);
    return true;
}

/* OP-FP (20.5-20.8, 21.4-21.6): moves are followed, arithmetic is not. */
static void op_fp(a3_insn *out, uint32_t word)
{
    unsigned funct5 = bits(word, 27, 5), rd = bits(word, 7, 5), rs1 = bits(word, 15, 5), rs2 = bits(word, 20, 5);
    unsigned size = bits(word, 25, 2) == 1 ? 8 : 4;
    if (funct5 == 0x1c && bits(word, 12, 3) == 0) /* fmv.x.w, fmv.x.d */
        a3_put_unary(out, A3_OP_SEXT, size, x(rd), F0 + rs1);
    else if (funct5 == 0x1e) /* fmv.w.x, fmv.d.x */
        a3_put_unary(out, A3_OP_ZEXT, size, F0 + rd, x(rs1));
    else if (funct5 == 0x04 && bits(word, 12, 3) == 0 && rs1 == rs2) /* fmv.s, fmv.d */
        a3_put_move(out, F0 + rd, F0 + rs1);
    else if (funct5 == 0x14 || funct5 == 0x18 || funct5 == 0x1c) /* compare, convert to integer, classify */
        a3_put_havoc(out, x(rd));
    else
        a3_put_havoc(out, F0 + rd);
}

static int64_t immediate_s(uint32_t word) { return sign(bits(word, 25, 7) << 5 | bits(word, 7, 5), 12); }

static int64_t immediate_b(uint32_t word)
{
    return sign(bits(word, 31, 1) << 12 | bits(word, 7, 1) << 11 | bits(word, 25, 6) << 5 | bits(word, 8, 4) << 1, 13);
}

static int64_t immediate_j(uint32_t word)
{
    return sign(bits(word, 31, 1) << 20 | bits(word, 12, 8) << 12 | bits(word, 20, 1) << 11 | bits(word, 21, 10) << 1, 21);
}

/* The 32-bit formats, by major opcode (table 70 of the manual, "RISC-V base opcode map"). */
static bool decode_word(uint32_t word, uint64_t pc, a3_insn *out)
{
    unsigned rd = x(bits(word, 7, 5)), rs1 = x(bits(word, 15, 5)), rs2 = x(bits(word, 20, 5));
    unsigned funct3 = bits(word, 12, 3), key = bits(word, 25, 7) << 3 | funct3;
    static const uint8_t branches[8] = {A3_COND_REQ, A3_COND_RNE, 0, 0, A3_COND_RSLT, A3_COND_RSGE, A3_COND_RULT, A3_COND_RUGE};
    switch (bits(word, 2, 5)) {
    case 0x00: return put_load(out, funct3, rd, rs1, (int32_t)word >> 20);
    case 0x01:
        if (funct3 != 2 && funct3 != 3)
            return false; /* vector loads */
        a3_put_load(out, 1U << funct3, false, F0 + bits(word, 7, 5), rs1, (int32_t)word >> 20);
        return true;
    case 0x03: return true; /* fence, fence.i, cache hints */
    case 0x04: op_imm(out, word, rd, rs1); return true;
    case 0x05: a3_put_const(out, rd, (int64_t)(pc + (uint64_t)(int64_t)(int32_t)(word & 0xfffff000))); return true;
    case 0x06: op_imm_32(out, word, rd, rs1); return true;
    case 0x08:
        if (funct3 > 3)
            return false;
        a3_put_store(out, 1U << funct3, rs2, rs1, immediate_s(word));
        return true;
    case 0x09:
        if (funct3 != 2 && funct3 != 3)
            return false;
        a3_put_store(out, 1U << funct3, F0 + bits(word, 20, 5), rs1, immediate_s(word));
        return true;
    case 0x0b: return amo(out, word, rd, rs1);
    case 0x0c: op_reg(out, key, rd, rs1, rs2); return true;
    case 0x0d: a3_put_const(out, rd, (int32_t)(word & 0xfffff000)); return true;
    case 0x0e: op_reg_32(out, key, rd, rs1, rs2); return true;
    case 0x10: case 0x11: case 0x12: case 0x13: a3_put_havoc(out, F0 + bits(word, 7, 5)); return true; /* fmadd, ... */
    case 0x14: op_fp(out, word); return true;
    case 0x18:
        if (branches[funct3] == 0)
            return false;
        a3_put_branch_regs(out, (a3_cond)branches[funct3], rs1, rs2, pc + (uint64_t)immediate_b(word));
        return true;
    case 0x19:
        if (funct3 != 0)
            return false;
        put_jalr(out, bits(word, 7, 5), bits(word, 15, 5), (int32_t)word >> 20, pc + 4);
        return true;
    case 0x1b: put_jal(out, bits(word, 7, 5), pc + (uint64_t)immediate_j(word), pc + 4); return true;
    case 0x1c: /* ecall answers in a0; ebreak; CSR access (wfi and other privileged ones do not occur) */
        if (word == 0x00100073)
            a3_emit(out, A3_OP_TRAP);
        else
            a3_put_havoc(out, word == 0x00000073 ? A0 : rd);
        return true;
    default: return false;
    }
}

/* C extension, quadrant 0 (27.3-27.5): sp-relative address, loads and stores over x8-x15 and f8-f15 */
static bool quadrant0(uint32_t half, a3_insn *out)
{
    unsigned r = 8 + bits(half, 2, 3), base = 8 + bits(half, 7, 3);
    int64_t word = bits(half, 10, 3) << 3 | bits(half, 6, 1) << 2 | bits(half, 5, 1) << 6;
    int64_t dword = bits(half, 10, 3) << 3 | bits(half, 5, 2) << 6;
    switch (half >> 13) {
    case 0: { /* c.addi4spn; all zero is defined to be illegal */
        unsigned imm = bits(half, 7, 4) << 6 | bits(half, 11, 2) << 4 | bits(half, 5, 1) << 3 | bits(half, 6, 1) << 2;
        if (half == 0)
            a3_emit(out, A3_OP_TRAP);
        else
            a3_put_imm(out, A3_OP_ADD, 8, r, SP, imm);
        return half == 0 || imm != 0;
    }
    case 1: a3_put_load(out, 8, false, F0 + r, base, dword); return true;
    case 2: a3_put_load(out, 4, true, r, base, word); return true;
    case 3: a3_put_load(out, 8, false, r, base, dword); return true;
    case 4: { /* Zcb: c.lbu, c.lhu, c.lh, c.sb, c.sh */
        unsigned kind = bits(half, 10, 3), byte = bits(half, 5, 1) << 1 | bits(half, 6, 1), imm = byte & 2;
        if (kind == 0)
            a3_put_load(out, 1, false, r, base, byte);
        else if (kind == 1)
            a3_put_load(out, 2, bits(half, 6, 1), r, base, imm);
        else if (kind == 2 || kind == 3)
            a3_put_store(out, kind == 2 ? 1 : 2, r, base, kind == 2 ? byte : imm);
        else
            return false;
        return true;
    }
    case 5: a3_put_store(out, 8, F0 + r, base, dword); return true;
    case 6: a3_put_store(out, 4, r, base, word); return true;
    default: a3_put_store(out, 8, r, base, dword); return true;
    }
}

/* Quadrant 1, funct3 4 (27.5.2, 27.5.3; Zcb 27.8): c.srli, c.srai, c.andi and the register forms over x8-x15 */
static void quadrant1_alu(uint32_t half, a3_insn *out)
{
    unsigned rd = 8 + bits(half, 7, 3), rs2 = 8 + bits(half, 2, 3), six = bits(half, 12, 1) << 5 | bits(half, 2, 5);
    static const uint8_t codes[4] = {A3_OP_SUB, A3_OP_XOR, A3_OP_OR, A3_OP_AND};
    switch (bits(half, 10, 2)) {
    case 0: a3_put_imm(out, A3_OP_SHR, 8, rd, rd, six); return;
    case 1: a3_put_imm(out, A3_OP_SAR, 8, rd, rd, six); return;
    case 2: a3_put_imm(out, A3_OP_AND, 8, rd, rd, sign(six, 6)); return;
    default: break;
    }
    unsigned kind = bits(half, 5, 2);
    if (bits(half, 12, 1) == 0)
        a3_put(out, (a3_op_code)codes[kind], 8, rd, rd, rs2);
    else if (kind < 2) /* c.subw, c.addw */
        put_w(out, kind == 0 ? A3_OP_SUB : A3_OP_ADD, rd, rd, rs2);
    else if (kind == 2) /* c.mul */
        a3_put(out, A3_OP_MUL, 8, rd, rd, rs2);
    else { /* c.zext.b, c.sext.b, c.zext.h, c.sext.h, c.zext.w, c.not */
        unsigned which = bits(half, 2, 3);
        static const uint8_t sizes[8] = {1, 1, 2, 2, 4, 8, 0, 0};
        static const uint8_t ops[8] = {A3_OP_ZEXT, A3_OP_SEXT, A3_OP_ZEXT, A3_OP_SEXT, A3_OP_ZEXT, A3_OP_NOT, 0, 0};
        if (which < 6)
            a3_put_unary(out, (a3_op_code)ops[which], sizes[which], rd, rd);
        else
            a3_put_havoc(out, rd);
    }
}

/* Quadrant 1 (27.4, 27.5): immediates, jumps, branches */
static bool quadrant1(uint32_t half, uint64_t pc, a3_insn *out)
{
    unsigned n = bits(half, 7, 5), rd = x(n), funct3 = half >> 13;
    int64_t imm = sign(bits(half, 12, 1) << 5 | bits(half, 2, 5), 6);
    switch (funct3) {
    case 0: a3_put_imm(out, A3_OP_ADD, 8, rd, rd, imm); return true; /* c.nop, c.addi */
    case 1: put_w_imm(out, A3_OP_ADD, rd, rd, imm); return n != 0;
    case 2: a3_put_const(out, rd, imm); return true;
    case 3:
        if (n == SP) /* c.addi16sp */
            a3_put_imm(out, A3_OP_ADD, 8, SP, SP,
                       sign(bits(half, 12, 1) << 9 | bits(half, 3, 2) << 7 | bits(half, 5, 1) << 6 |
                                bits(half, 2, 1) << 5 | bits(half, 6, 1) << 4, 10));
        else if (imm != 0)
            a3_put_const(out, rd, imm * 4096);
        else
            return (n & 0x11) == 1; /* c.mop.n (Zcmop): among them the shadow stack's push and pop-check */
        return true;
    case 4: quadrant1_alu(half, out); return true;
    case 5:
        a3_put_jump(out, pc + (uint64_t)sign(bits(half, 12, 1) << 11 | bits(half, 8, 1) << 10 | bits(half, 9, 2) << 8 |
                                                 bits(half, 6, 1) << 7 | bits(half, 7, 1) << 6 | bits(half, 2, 1) << 5 |
                                                 bits(half, 11, 1) << 4 | bits(half, 3, 3) << 1, 12));
        return true;
    default: {
        int64_t to = sign(bits(half, 12, 1) << 8 | bits(half, 5, 2) << 6 | bits(half, 2, 1) << 5 |
                              bits(half, 10, 2) << 3 | bits(half, 3, 2) << 1, 9);
        a3_put_branch_regs(out, funct3 == 6 ? A3_COND_ZERO : A3_COND_NONZERO, 8 + bits(half, 7, 3), A3_REG_NONE,
                           pc + (uint64_t)to);
        return true;
    }
    }
}

/* Quadrant 2 (27.3.1, 27.4, 27.5): sp-relative loads and stores, moves, jumps through a register */
static bool quadrant2(uint32_t half, uint64_t pc, a3_insn *out)
{
    unsigned n = bits(half, 7, 5), rs2 = bits(half, 2, 5), high = bits(half, 12, 1);
    int64_t load8 = high << 5 | bits(half, 5, 2) << 3 | bits(half, 2, 3) << 6;
    int64_t load4 = high << 5 | bits(half, 4, 3) << 2 | bits(half, 2, 2) << 6;
    int64_t store8 = bits(half, 10, 3) << 3 | bits(half, 7, 3) << 6;
    int64_t store4 = bits(half, 9, 4) << 2 | bits(half, 7, 2) << 6;
    switch (half >> 13) {
    case 0: a3_put_imm(out, A3_OP_SHL, 8, x(n), x(n), high << 5 | rs2); return true;
    case 1: a3_put_load(out, 8, false, F0 + n, SP, load8); return true;
    case 2: a3_put_load(out, 4, true, x(n), SP, load4); return n != 0;
    case 3: a3_put_load(out, 8, false, x(n), SP, load8); return n != 0;
    case 5: a3_put_store(out, 8, F0 + rs2, SP, store8); return true;
    case 6: a3_put_store(out, 4, x(rs2), SP, store4); return true;
    case 7: a3_put_store(out, 8, x(rs2), SP, store8); return true;
    default: break;
    }
    if (rs2 != 0) /* c.mv, c.add */
        a3_put(out, high ? A3_OP_ADD : A3_OP_MOVE, 8, x(n), high ? x(n) : rs2, high ? rs2 : A3_REG_NONE);
    else if (n != 0) /* c.jr, c.jalr */
        put_jalr(out, high ? RA : 0, n, 0, pc + 2);
    else if (high) /* c.ebreak */
        a3_emit(out, A3_OP_TRAP);
    else
        return false;
    return true;
}

/* Instruction length encoding (1.5): the low two bits are 11 in all but compressed instructions, 11111 in longer ones. */
static bool decode(const uint8_t *code, size_t size, uint64_t pc, uint32_t *context, a3_insn *out)
{
    (void)context;
    out->count = 0;
    out->thumb = false;
    if (size < 2)
        return false;
    uint32_t word = (uint32_t)a3_load(code, 2, false);
    out->length = 2;
    switch (word & 3) {
    case 0: return quadrant0(word, out);
    case 1: return quadrant1(word, pc, out);
    case 2: return quadrant2(word, pc, out);
    default: break;
    }
    if (size < 4 || (word & 0x1c) == 0x1c)
        return false;
    out->length = 4;
    return decode_word((uint32_t)a3_load(code, 4, false), pc, out);
}

const a3_isa a3_isa_riscv64 = {
    .name = "riscv64",
    .stack = SP,
    .link = RA,
    .result = A0,
    .entry = A3_REG_NONE,
    .args = {10, 11, 12, 13, 14, 15, 16, 17},
    .arg_count = 8,
    .pointer_size = 8,
    .decode = decode,
    /* ra, t0-t6, a0-a7; ft0-ft11, fa0-fa7 */
    .volatile_low = UINT64_C(0xf003fce2) | UINT64_C(0xf003fcff) << 32,
};

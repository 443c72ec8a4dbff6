/* SPDX-License-Identifier: MIT */
/* 32-bit Arm: Floating-point and Advanced SIMD. Moves, constants, loads and stores are followed word by word, as compilers
 * fill structures with them; arithmetic is not. Source: ARM DDI 0406C, chapter A7. */
#include "base/bytes.h"
#include "module/isa_arm.h"

enum { T0 = A3_REG_T0, T1, T2, T3 };

static unsigned bits(uint32_t word, unsigned low, unsigned count) { return a3_arm_bits(word, low, count); }

/* Word `index` of doubleword register d; beyond d31 nothing (quadwords of an odd number are undefined). */
static unsigned word_of(unsigned d, unsigned index)
{
    unsigned n = 2 * d + index;
    return n < 64 ? A3_ARM_S0 + n : A3_REG_NONE;
}

/* Register numbers are split: four bits and one elsewhere (A7.3). */
static unsigned vector_d(uint32_t w) { return bits(w, 22, 1) << 4 | bits(w, 12, 4); }
static unsigned vector_n(uint32_t w) { return bits(w, 7, 1) << 4 | bits(w, 16, 4); }
static unsigned vector_m(uint32_t w) { return bits(w, 5, 1) << 4 | bits(w, 0, 4); }
static unsigned single_d(uint32_t w) { return A3_ARM_S0 + (bits(w, 12, 4) << 1 | bits(w, 22, 1)); }
static unsigned single_n(uint32_t w) { return A3_ARM_S0 + (bits(w, 16, 4) << 1 | bits(w, 7, 1)); }
static unsigned single_m(uint32_t w) { return A3_ARM_S0 + (bits(w, 0, 4) << 1 | bits(w, 5, 1)); }

static void havoc_words(a3_arm *c, unsigned d, unsigned words)
{
    for (unsigned i = 0; i < words; i++)
        a3_put_havoc(c->out, word_of(d, i));
}

/* -- memory -- */

/* VMOV between two core registers and a doubleword or two singles (A7.9) */
static void two_core(a3_arm *c, uint32_t w)
{
    for (unsigned i = 0; i < 2; i++) {
        unsigned core = bits(w, i ? 16 : 12, 4), vector = bits(w, 8, 1) ? word_of(vector_m(w), i) : single_m(w) + i;
        if (vector >= A3_ARM_S0 + 64)
            vector = A3_REG_NONE;
        if (bits(w, 20, 1))
            a3_put_move(c->out, core, vector);
        else
            a3_put_move(c->out, vector, core);
    }
}

/* Extension register load and store (A7.6) */
bool a3_arm_vector_memory(a3_arm *c, uint32_t w)
{
    bool pre = bits(w, 24, 1), up = bits(w, 23, 1), back = bits(w, 21, 1), load = bits(w, 20, 1), wide = bits(w, 8, 1);
    bool ours = bits(w, 9, 3) == 5;
    unsigned n = bits(w, 16, 4), imm = bits(w, 0, 8), base = n;
    if ((w & 0x0fe00000) == 0x0c400000) {
        if (ours)
            two_core(c, w);
        else if (load) { /* mrrc */
            a3_put_havoc(c->out, bits(w, 12, 4));
            a3_put_havoc(c->out, n);
        }
        return true;
    }
    if (!ours || (!pre && !up) || (pre && up && back))
        return false;
    bool several = !pre || back;
    unsigned count = several ? imm & (wide ? 0xfe : 0xff) : wide ? 2 : 1, first = wide ? word_of(vector_d(w), 0) : single_d(w);
    int64_t disp = several ? (up ? 0 : -4 * (int64_t)imm) : up ? 4 * (int64_t)imm : -4 * (int64_t)imm;
    if (count > 32 || first + count > A3_ARM_S0 + 64)
        return false;
    if (n == A3_ARM_PC) {
        a3_put_const(c->out, T1, c->pc & ~3U);
        base = T1;
    }
    for (unsigned i = 0; i < count; i++)
        a3_put_memory(c->out, load ? A3_OP_LOAD : A3_OP_STORE, 4, false, first + i, base, disp + 4 * (int64_t)i);
    if (several && back)
        a3_put_imm(c->out, up ? A3_OP_ADD : A3_OP_SUB, 4, n, n, 4 * (int64_t)imm);
    return true;
}

/* Element and structure load and store (A7.7) */
static void write_back(a3_arm *c, unsigned n, unsigned m, unsigned size)
{
    if (m == 13)
        a3_put_imm(c->out, A3_OP_ADD, 4, n, n, size);
    else if (m != 15)
        a3_put(c->out, A3_OP_ADD, 4, n, n, m);
}

/* One lane of each of `structs` registers, or all lanes from one element */
static bool single_elements(a3_arm *c, uint32_t w)
{
    unsigned n = bits(w, 16, 4), d = vector_d(w), structs = bits(w, 8, 2) + 1, log = bits(w, 10, 2), index, byte;
    bool load = bits(w, 21, 1);
    if (log == 3) { /* all lanes */
        if (!load)
            return false;
        unsigned size = 1U << bits(w, 6, 2);
        bool plain = structs == 1 && size <= 4;
        if (plain) {
            a3_put_load(c->out, size, false, T0, n, 0);
            a3_put_imm(c->out, A3_OP_MUL, 4, T0, T0, size == 1 ? 0x01010101 : size == 2 ? 0x10001 : 1);
        }
        for (unsigned i = 0; i < (plain ? 2 * (1 + bits(w, 5, 1)) : 8 * structs); i++)
            a3_put_unary(c->out, plain ? A3_OP_MOVE : A3_OP_HAVOC, 4, word_of(d, i), T0);
        write_back(c, n, bits(w, 0, 4), structs * size);
        return true;
    }
    unsigned spacing = (log == 1 && bits(w, 5, 1)) || (log == 2 && bits(w, 6, 1)) ? 2 : 1;
    index = bits(w, 5, 3) >> log;
    byte = index << log;
    for (unsigned i = 0; i < structs; i++) {
        unsigned reg = word_of(d + i * spacing, byte / 4);
        int64_t disp = (int64_t)i << log;
        if (load && log == 2) {
            a3_put_load(c->out, 4, false, reg, n, disp);
        } else if (load) {
            a3_put_load(c->out, 1U << log, false, T0, n, disp);
            a3_op *op = a3_emit(c->out, A3_OP_INSERT);
            op->size = (uint8_t)(1U << log);
            op->d = (uint8_t)reg;
            op->a = T0;
            op->imm = byte % 4;
        } else {
            a3_put_imm(c->out, A3_OP_SHR, 4, T0, reg, 8 * (byte % 4));
            a3_put_store(c->out, 1U << log, T0, n, disp);
        }
    }
    write_back(c, n, bits(w, 0, 4), structs << log);
    return true;
}

bool a3_arm_simd_elements(a3_arm *c, uint32_t w)
{
    static const struct {
        uint8_t structs, regs, spacing; /* doublewords of one structure member, distance between members */
    } types[16] = {[0] = {4, 1, 1}, [1] = {4, 1, 2}, [2] = {1, 4, 0}, [3] = {2, 2, 2}, [4] = {3, 1, 1}, [5] = {3, 1, 2},
                   [6] = {1, 3, 0}, [7] = {1, 1, 0}, [8] = {2, 1, 1}, [9] = {2, 1, 2}, [10] = {1, 2, 0}};
    if (bits(w, 23, 1))
        return single_elements(c, w);
    unsigned type = bits(w, 8, 4), n = bits(w, 16, 4), d = vector_d(w);
    unsigned structs = types[type].structs, regs = types[type].regs, spacing = types[type].spacing;
    bool load = bits(w, 21, 1), words = structs == 1 || bits(w, 6, 2) == 2;
    if (structs == 0 || n == A3_ARM_PC)
        return false;
    int64_t disp = 0;
    for (unsigned r = 0; r < regs; r++)
        for (unsigned e = 0; e < 2; e++)
            for (unsigned i = 0; i < structs; i++, disp += 4) {
                a3_op_code code = load ? (words ? A3_OP_LOAD : A3_OP_HAVOC) : words ? A3_OP_STORE : A3_OP_HAVOC_MEMORY;
                a3_put_memory(c->out, code, 4, false, word_of(d + r + i * spacing, e), n, disp);
            }
    write_back(c, n, bits(w, 0, 4), 8 * structs * regs);
    return true;
}

/* -- core registers and arithmetic -- */

/* VFPExpandImm (A7.5.1), the upper word */
static uint32_t expand_float(unsigned imm8, bool wide)
{
    uint32_t sign = (uint32_t)(imm8 >> 7) << 31, b = imm8 >> 6 & 1, low = imm8 & 0x3f;
    if (wide)
        return sign | (b ? 0U : 1U) << 30 | (b ? 0xffU : 0U) << 22 | low << 16;
    return sign | (b ? 0U : 1U) << 30 | (b ? 0x1fU : 0U) << 25 | low << 19;
}

/* Floating-point data processing (A7.5) */
static void arithmetic(a3_arm *c, uint32_t w)
{
    bool wide = bits(w, 8, 1), other = bits(w, 20, 4) == 11 || bits(w, 20, 4) == 15, plain = w >> 28 != 15;
    unsigned d = wide ? word_of(vector_d(w), 0) : single_d(w), m = wide ? word_of(vector_m(w), 0) : single_m(w);
    if (plain && other && bits(w, 4, 4) == 0) { /* vmov immediate */
        uint32_t high = expand_float(bits(w, 16, 4) << 4 | bits(w, 0, 4), wide);
        a3_put_const(c->out, d, wide ? 0 : high);
        if (wide)
            a3_put_const(c->out, d + 1, high);
    } else if (plain && other && bits(w, 16, 4) == 0 && bits(w, 6, 2) == 1) { /* vmov register */
        for (unsigned i = 0; i < (wide ? 2U : 1U); i++)
            a3_put_move(c->out, d + i, m + i);
    } else if (!plain || !other || bits(w, 17, 3) != 2) { /* but vcmp: to FPSCR, read by vmrs */
        a3_put_havoc(c->out, single_d(w));
        if (wide || bits(w, 6, 2) == 3) /* conversions change the width */
            havoc_words(c, vector_d(w), 2);
    }
}

/* A scalar's place (A8.8.341): opc1 and opc2 say size and index. */
static void scalar_place(uint32_t w, unsigned *size, unsigned *byte)
{
    unsigned opc1 = bits(w, 21, 2), opc2 = bits(w, 5, 2);
    if (opc1 & 2)
        *size = 1, *byte = (opc1 & 1) << 2 | opc2;
    else if (opc2 & 1)
        *size = 2, *byte = (opc1 & 1) << 2 | (opc2 & 2);
    else
        *size = 4, *byte = (opc1 & 1) << 2;
}

static void repeat(a3_arm *c, unsigned d, unsigned words, unsigned from, unsigned size)
{
    a3_put_unary(c->out, A3_OP_ZEXT, size, T0, from);
    a3_put_imm(c->out, A3_OP_MUL, 4, T0, T0, size == 1 ? 0x01010101 : size == 2 ? 0x10001 : 1);
    for (unsigned i = 0; i < words; i++)
        a3_put_move(c->out, word_of(d, i), T0);
}

/* Transfers between core and extension registers (A7.8) */
static bool transfer(a3_arm *c, uint32_t w)
{
    unsigned a = bits(w, 21, 3), t = bits(w, 12, 4), size, byte;
    bool load = bits(w, 20, 1), scalar = bits(w, 8, 1);
    if (!scalar) {
        if (a == 7 && load && t == A3_ARM_PC) /* vmrs APSR_nzcv */
            a3_arm_flags_lost(c);
        else if (a == 7 && load)
            a3_put_havoc(c->out, t);
        else if (a == 0)
            a3_put_move(c->out, load ? t : single_n(w), load ? single_n(w) : t);
        return a == 0 || a == 7;
    }
    unsigned v = vector_n(w);
    if (!load && a & 4) { /* vdup */
        repeat(c, v, bits(w, 21, 1) ? 4 : 2, t, bits(w, 22, 1) ? 1 : bits(w, 5, 1) ? 2 : 4);
        return true;
    }
    scalar_place(w, &size, &byte);
    if (load) {
        a3_put_imm(c->out, A3_OP_SHR, 4, t, word_of(v, byte / 4), 8 * (byte % 4));
        a3_put_unary(c->out, a & 4 || size == 4 ? A3_OP_ZEXT : A3_OP_SEXT, size, t, t);
        a3_put_unary(c->out, A3_OP_ZEXT, 4, t, t);
    } else if (size == 4) {
        a3_put_move(c->out, word_of(v, byte / 4), t);
    } else {
        a3_op *op = a3_emit(c->out, A3_OP_INSERT);
        op->size = (uint8_t)size;
        op->d = (uint8_t)word_of(v, byte / 4);
        op->a = (uint8_t)t;
        op->imm = byte % 4;
    }
    return true;
}

bool a3_arm_vector_core(a3_arm *c, uint32_t w)
{
    if (bits(w, 9, 3) != 5) { /* another coprocessor: the thread register, for one */
        if (!(w & 0x10))
            return false;
        if (bits(w, 20, 1) && bits(w, 12, 4) == A3_ARM_PC)
            a3_arm_flags_lost(c);
        else if (bits(w, 20, 1))
            a3_put_havoc(c->out, bits(w, 12, 4));
        return true;
    }
    if (w & 0x10)
        return w >> 28 != 15 && transfer(c, w);
    arithmetic(c, w);
    return true;
}

/* -- Advanced SIMD data processing (A7.4) -- */

/* AdvSIMDExpandImm (A7.4.6); false: not a plain constant */
static bool expand_simd(uint32_t w, uint64_t *value)
{
    unsigned cmode = bits(w, 8, 4), imm8 = bits(w, 24, 1) << 7 | bits(w, 16, 3) << 4 | bits(w, 0, 4), shift = 8 * (cmode >> 1 & 3);
    bool op = bits(w, 5, 1);
    uint64_t word;
    if (cmode < 12 && cmode & 1) /* vorr, vbic immediate */
        return false;
    if (cmode < 8)
        word = (uint64_t)imm8 << shift;
    else if (cmode < 12)
        word = ((uint64_t)imm8 << (shift & 8)) * 0x10001;
    else if (cmode < 14)
        word = cmode & 1 ? (uint64_t)imm8 << 16 | 0xffff : (uint64_t)imm8 << 8 | 0xff;
    else if (cmode == 14 && !op)
        word = imm8 * UINT64_C(0x01010101);
    else if (cmode == 14) {
        *value = 0;
        for (unsigned i = 0; i < 8; i++)
            *value |= imm8 >> i & 1 ? UINT64_C(0xff) << (8 * i) : 0;
        return true;
    } else if (op)
        return false;
    else
        word = expand_float(imm8, false);
    *value = word << 32 | word;
    if (op)
        *value = ~*value;
    return true;
}

/* VAND, VBIC, VORR (which moves), VORN, VEOR */
static bool logic(a3_arm *c, uint32_t w, unsigned words)
{
    static const uint8_t codes[8] = {A3_OP_AND, A3_OP_AND, A3_OP_OR, A3_OP_OR, A3_OP_XOR, 0, 0, 0};
    unsigned kind = bits(w, 24, 1) << 2 | bits(w, 20, 2), d = vector_d(w), n = vector_n(w), m = vector_m(w);
    if (kind > 4)
        return false;
    for (unsigned i = 0; i < words; i++) {
        unsigned right = word_of(m, i);
        if (kind & 1) {
            a3_put_unary(c->out, A3_OP_NOT, 4, T0, right);
            right = T0;
        }
        if (kind == 2 && n == m)
            a3_put_move(c->out, word_of(d, i), right);
        else
            a3_put(c->out, (a3_op_code)codes[kind], 4, word_of(d, i), word_of(n, i), right);
    }
    return true;
}

static void exchange(a3_arm *c, unsigned a, unsigned b)
{
    a3_put_move(c->out, T0, a);
    a3_put_move(c->out, a, b);
    a3_put_move(c->out, b, T0);
}

/* Two registers, miscellaneous (A7.4.5) */
static void two_registers(a3_arm *c, uint32_t w, unsigned words)
{
    unsigned group = bits(w, 16, 2), op = bits(w, 7, 4), d = vector_d(w), m = vector_m(w);
    bool of_words = bits(w, 18, 2) == 2;
    if (group == 2 && op == 0) { /* vswp */
        for (unsigned i = 0; i < words; i++)
            exchange(c, word_of(d, i), word_of(m, i));
    } else if (group == 2 && of_words && (op == 1 || (op == 3 && words == 2))) { /* vtrn.32; vzip.32 of doublewords is it too */
        for (unsigned i = 0; i < words; i += 2)
            exchange(c, word_of(d, i + 1), word_of(m, i));
    } else if (group == 0 && op == 0 && of_words && d != m) { /* vrev64.32 */
        for (unsigned i = 0; i < words; i++)
            a3_put_move(c->out, word_of(d, i), word_of(m, i ^ 1));
    } else {
        havoc_words(c, d, d & 1 ? 2 : 4);
        if (group == 2 && op < 4)
            havoc_words(c, m, words);
    }
}

/* VEXT by whole words: the words from `first` on of n and m in a row */
static void extract(a3_arm *c, uint32_t w, unsigned words)
{
    unsigned first = bits(w, 8, 4) / 4, d = vector_d(w), n = vector_n(w), m = vector_m(w);
    for (unsigned i = 0; i < words; i++) {
        unsigned at = first + i;
        a3_put_move(c->out, T0 + i, at < words ? word_of(n, at) : word_of(m, at - words));
    }
    for (unsigned i = 0; i < words; i++)
        a3_put_move(c->out, word_of(d, i), T0 + i);
}

void a3_arm_simd_data(a3_arm *c, uint32_t w)
{
    unsigned words = bits(w, 6, 1) ? 4 : 2, d = vector_d(w);
    uint64_t value;
    if (!bits(w, 23, 1)) {
        if (bits(w, 8, 4) == 1 && w & 0x10 && logic(c, w, words))
            return;
        havoc_words(c, d, words);
    } else if ((w & 0x00380090) == 0x10 && expand_simd(w, &value)) {
        for (unsigned i = 0; i < words; i++)
            a3_put_const(c->out, word_of(d, i), (int64_t)(i & 1 ? value >> 32 : value & UINT32_MAX));
    } else if ((w & 0x01300010) == 0x00300000 && bits(w, 8, 2) == 0) {
        extract(c, w, words);
    } else if ((w & 0x01b00f90) == 0x01b00c00) { /* vdup from a scalar */
        unsigned imm4 = bits(w, 16, 4), size = imm4 & 1 ? 1 : imm4 & 2 ? 2 : 4, byte = imm4 >> (size == 4 ? 3 : size) << (size == 4 ? 2 : size - 1);
        a3_put_imm(c->out, A3_OP_SHR, 4, T1, word_of(vector_m(w), byte / 4), 8 * (byte % 4));
        repeat(c, d, words, T1, size);
    } else if ((w & 0x01b00810) == 0x01b00000) {
        two_registers(c, w, words);
    } else {
        havoc_words(c, d, d & 1 ? 2 : 4); /* long forms write a quadword whatever bit 6 says */
    }
}

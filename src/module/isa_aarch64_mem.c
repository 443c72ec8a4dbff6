/* SPDX-License-Identifier: MIT */
#include "module/isa_aarch64.h"

/* A general or vector register of `size` bytes to or from [base + disp]. */
static void transfer(a3_insn *out, bool load, bool vector, unsigned size, unsigned rt, unsigned base, int64_t disp)
{
    a3_op_code code = load ? A3_OP_LOAD : A3_OP_STORE;
    if (!vector) {
        a3_put_memory(out, code, size, false, a3_a64_reg(rt), base, disp);
        return;
    }
    a3_put_memory(out, code, size == 16 ? 8 : size, false, a3_a64_half(rt, 0), base, disp);
    if (size == 16)
        a3_put_memory(out, code, 8, false, a3_a64_half(rt, 1), base, disp + 8);
    else if (load)
        a3_put_const(out, a3_a64_half(rt, 1), 0);
}

static void load_signed(a3_insn *out, unsigned size, bool to_32, unsigned rt, unsigned base, int64_t disp)
{
    a3_put_load(out, size, true, a3_a64_reg(rt), base, disp);
    if (to_32)
        a3_put_unary(out, A3_OP_ZEXT, 4, a3_a64_reg(rt), a3_a64_reg(rt));
}

static bool literal(uint32_t w, uint64_t pc, a3_insn *out)
{
    unsigned opc = a3_bits(w, 31, 30), rt = a3_bits(w, 4, 0);
    bool vector = w >> 26 & 1;
    a3_put_const(out, A3_A64_TA, (int64_t)(pc + (uint64_t)(4 * a3_bits_signed(w, 23, 5))));
    if (vector)
        transfer(out, true, true, 4u << opc, rt, A3_A64_TA, 0);
    else if (opc == 2)
        load_signed(out, 4, false, rt, A3_A64_TA, 0);
    else if (opc != 3) /* 3: prfm */
        transfer(out, true, false, opc == 0 ? 4 : 8, rt, A3_A64_TA, 0);
    return !vector || opc != 3;
}

static bool pair(uint32_t w, a3_insn *out)
{
    unsigned opc = a3_bits(w, 31, 30), mode = a3_bits(w, 24, 23), rn = a3_bits(w, 9, 5);
    unsigned rt = a3_bits(w, 4, 0), rt2 = a3_bits(w, 14, 10);
    bool vector = w >> 26 & 1, load = w >> 22 & 1;
    if (opc == 3)
        return false;
    unsigned size = vector ? 4u << opc : opc == 2 ? 8 : 4;
    bool is_signed = !vector && opc == 1 && load, tagged = !vector && opc == 1 && !load;
    int64_t disp = a3_bits_signed(w, 21, 15) * (int64_t)(tagged ? 16 : size);
    if (tagged)
        size = 8; /* stgp stores two registers, and tags */
    unsigned base = rn;
    if (mode == 3) {
        a3_put_imm(out, A3_OP_ADD, 8, rn, rn, disp);
        disp = 0;
    } else if (mode == 1 || load) {
        a3_put_move(out, A3_A64_TA, rn); /* the base may be loaded, or is changed afterwards */
        base = A3_A64_TA;
    }
    int64_t at = mode == 1 ? 0 : disp;
    if (mode == 3 && load) {
        a3_put_move(out, A3_A64_TA, rn);
        base = A3_A64_TA;
    }
    if (is_signed) {
        load_signed(out, 4, false, rt, base, at);
        load_signed(out, 4, false, rt2, base, at + 4);
    } else {
        transfer(out, load, vector, size, rt, base, at);
        transfer(out, load, vector, size, rt2, base, at + size);
    }
    if (mode == 1)
        a3_put_imm(out, A3_OP_ADD, 8, rn, A3_A64_TA, disp);
    return true;
}

/* One register at [base + disp]; `kind` is opc, the size from bits 31-30. */
static bool one_register(uint32_t w, a3_insn *out, unsigned base, int64_t disp)
{
    unsigned size = a3_bits(w, 31, 30), opc = a3_bits(w, 23, 22), rt = a3_bits(w, 4, 0);
    bool vector = w >> 26 & 1;
    if (vector) {
        if (opc >= 2 && size != 0)
            return false;
        transfer(out, opc & 1, true, opc >= 2 ? 16 : 1u << size, rt, base, disp);
        return true;
    }
    if (opc < 2)
        transfer(out, opc == 1, false, 1u << size, rt, base, disp);
    else if (size == 3)
        return opc == 2; /* prfm */
    else
        load_signed(out, 1u << size, opc == 3, rt, base, disp);
    return true;
}

/* Bytes that an immediate of the scaled forms counts in. */
static unsigned scale_of(uint32_t w)
{
    bool quad = (w >> 26 & 1) && (w >> 23 & 1);
    return quad ? 4 : a3_bits(w, 31, 30);
}

static bool register_offset(uint32_t w, a3_insn *out)
{
    unsigned option = a3_bits(w, 15, 13), rn = a3_bits(w, 9, 5);
    if (!(option & 2))
        return false;
    a3_a64_extend(out, A3_A64_TA, a3_a64_reg(a3_bits(w, 20, 16)), option, w >> 12 & 1 ? scale_of(w) : 0);
    a3_put(out, A3_OP_ADD, 8, A3_A64_TA, A3_A64_TA, rn);
    return one_register(w, out, A3_A64_TA, 0);
}

/* ldadd, swp, ldapr and their like */
static bool atomic(uint32_t w, a3_insn *out)
{
    unsigned size = 1u << a3_bits(w, 31, 30), rn = a3_bits(w, 9, 5), rt = a3_bits(w, 4, 0);
    if (w >> 26 & 1)
        return false;
    if (a3_bits(w, 15, 12) == 12) { /* ldapr */
        transfer(out, true, false, size, rt, rn, 0);
        return true;
    }
    if (a3_bits(w, 15, 12) == 8) { /* swp */
        a3_put_move(out, A3_A64_TA, rn);
        a3_put_move(out, A3_A64_TB, a3_a64_reg(a3_bits(w, 20, 16)));
        a3_put_load(out, size, false, a3_a64_reg(rt), A3_A64_TA, 0);
        a3_put_store(out, size, A3_A64_TB, A3_A64_TA, 0);
        return true;
    }
    static const uint8_t codes[4] = {A3_OP_ADD, A3_OP_AND, A3_OP_XOR, A3_OP_OR};
    unsigned which = a3_bits(w, 15, 12);
    if (which < 4) { /* ldadd, ldclr, ldeor, ldset */
        unsigned value = a3_a64_reg(a3_bits(w, 20, 16));
        if (which == 1) {
            a3_put_unary(out, A3_OP_NOT, 8, A3_A64_TA, value);
            value = A3_A64_TA;
        }
        a3_put_fetch(out, (a3_op_code)codes[which], size, false, a3_a64_reg(rt), value, rn, 0);
        return true;
    }
    a3_put_memory(out, A3_OP_HAVOC_MEMORY, size, false, A3_REG_NONE, rn, 0);
    a3_put_havoc(out, a3_a64_reg(rt));
    return true;
}

static bool unscaled(uint32_t w, a3_insn *out)
{
    unsigned mode = a3_bits(w, 11, 10), rn = a3_bits(w, 9, 5);
    int64_t imm = a3_bits_signed(w, 20, 12);
    if (mode == 0 || mode == 2)
        return one_register(w, out, rn, imm);
    a3_put_imm(out, A3_OP_ADD, 8, A3_A64_TB, rn, imm);
    a3_put_move(out, A3_A64_TA, mode == 3 ? A3_A64_TB : rn);
    bool known = one_register(w, out, A3_A64_TA, 0);
    a3_put_move(out, rn, A3_A64_TB);
    return known;
}

/* ldraa, ldrab: the pointer is left as it is */
static bool authenticated_load(uint32_t w, a3_insn *out)
{
    unsigned rn = a3_bits(w, 9, 5), rt = a3_a64_reg(a3_bits(w, 4, 0));
    int64_t imm = 8 * a3_sign_extend((w >> 22 & 1) << 9 | a3_bits(w, 20, 12), 10);
    a3_put_imm(out, A3_OP_ADD, 8, A3_A64_TA, rn, imm);
    if (w >> 11 & 1)
        a3_put_move(out, rn, A3_A64_TA);
    a3_put_load(out, 8, false, rt, A3_A64_TA, 0);
    return a3_bits(w, 31, 30) == 3 && !(w >> 26 & 1);
}

static bool single(uint32_t w, a3_insn *out)
{
    if (w >> 24 & 1)
        return one_register(w, out, a3_bits(w, 9, 5), (int64_t)a3_bits(w, 21, 10) << scale_of(w));
    if (!(w >> 21 & 1))
        return unscaled(w, out);
    switch (a3_bits(w, 11, 10)) {
    case 0:
        return atomic(w, out);
    case 2:
        return register_offset(w, out);
    default:
        return authenticated_load(w, out);
    }
}

/* ldxr, stxr, ldar, stlr, cas and the pairs of them */
static bool exclusive(uint32_t w, a3_insn *out)
{
    unsigned size = 1u << a3_bits(w, 31, 30), rn = a3_bits(w, 9, 5), rt = a3_bits(w, 4, 0), rs = a3_bits(w, 20, 16);
    bool ordered = w >> 23 & 1, load = w >> 22 & 1, o1 = w >> 21 & 1;
    bool is_pair = o1 && !ordered, swaps = o1 && (ordered || !(w >> 31));
    if (swaps) { /* cas; casp, whose size is in bit 30 */
        if (ordered) {
            a3_put_compare_swap(out, size, false, a3_a64_reg(rs), a3_a64_reg(rt), rn, 0);
            return true;
        }
        a3_put_memory(out, A3_OP_HAVOC_MEMORY, w >> 30 & 1 ? 16 : 8, false, A3_REG_NONE, rn, 0);
        a3_put_havoc(out, a3_a64_reg(rs));
        a3_put_havoc(out, a3_a64_reg(rs + 1 < 32 ? rs + 1 : 31));
        return true;
    }
    a3_put_move(out, A3_A64_TA, rn);
    transfer(out, load, false, size, rt, A3_A64_TA, 0);
    if (is_pair)
        transfer(out, load, false, size, a3_bits(w, 14, 10), A3_A64_TA, size);
    if (!load && !ordered)
        a3_put_const(out, a3_a64_reg(rs), 0); /* the store succeeded */
    return true;
}

static void post_index(uint32_t w, a3_insn *out, unsigned bytes)
{
    unsigned rn = a3_bits(w, 9, 5), rm = a3_bits(w, 20, 16);
    if (!(w >> 23 & 1))
        return;
    if (rm == 31)
        a3_put_imm(out, A3_OP_ADD, 8, rn, rn, bytes);
    else
        a3_put(out, A3_OP_ADD, 8, rn, rn, rm);
}

/* ld1-ld4, st1-st4 of whole registers; those of 1 are contiguous, the others interleave and are not modelled. */
static bool structures(uint32_t w, a3_insn *out)
{
    static const uint8_t counts[16] = {4, 0, 4, 0, 3, 0, 3, 1, 2, 0, 2, 0, 0, 0, 0, 0};
    unsigned opcode = a3_bits(w, 15, 12), count = counts[opcode], size = w >> 30 & 1 ? 16 : 8;
    unsigned rn = a3_bits(w, 9, 5), rt = a3_bits(w, 4, 0);
    bool load = w >> 22 & 1, contiguous = opcode == 2 || opcode == 6 || opcode == 7 || opcode == 10;
    if (count == 0)
        return false;
    for (unsigned i = 0; i < count; i++) {
        unsigned v = (rt + i) & 31;
        if (contiguous) {
            transfer(out, load, true, size, v, rn, (int64_t)i * size);
        } else if (load) {
            a3_put_havoc(out, a3_a64_half(v, 0));
            a3_put_havoc(out, a3_a64_half(v, 1));
        }
    }
    if (!contiguous && !load)
        a3_put_memory(out, A3_OP_HAVOC_MEMORY, count * size, false, A3_REG_NONE, rn, 0);
    post_index(w, out, count * size);
    return true;
}

/* One lane, or ld1r: st1 {v.d}[i] and st1 {v.s}[i] are modelled. */
static bool lanes(uint32_t w, a3_insn *out)
{
    unsigned opcode = a3_bits(w, 15, 13), rn = a3_bits(w, 9, 5), rt = a3_bits(w, 4, 0), q = w >> 30 & 1;
    unsigned count = ((opcode & 1) << 1 | (w >> 21 & 1)) + 1;
    bool load = w >> 22 & 1;
    unsigned width = opcode >> 1 == 3 ? 1u << a3_bits(w, 11, 10) : opcode >> 1 == 2 ? (w >> 10 & 1 ? 8 : 4) : 1u << (opcode >> 1);
    bool one_quad = count == 1 && width == 8 && opcode >> 1 == 2;
    if (one_quad) {
        a3_put_memory(out, load ? A3_OP_LOAD : A3_OP_STORE, 8, false, a3_a64_half(rt, q), rn, 0);
    } else if (load) {
        for (unsigned i = 0; i < count; i++) {
            a3_put_havoc(out, a3_a64_half((rt + i) & 31, 0));
            a3_put_havoc(out, a3_a64_half((rt + i) & 31, 1));
        }
    } else {
        a3_put_memory(out, A3_OP_HAVOC_MEMORY, count * width, false, A3_REG_NONE, rn, 0);
    }
    post_index(w, out, count * width);
    return true;
}

/* ldapur, stlur; memory tags; memory copies and fills by instruction */
static bool ordered_unscaled(uint32_t w, a3_insn *out)
{
    if (w >> 21 & 1) { /* stg, ldg and their like: tags are not kept */
        if (a3_bits(w, 11, 10) == 0)
            a3_put_havoc(out, a3_a64_reg(a3_bits(w, 4, 0)));
        else if (a3_bits(w, 11, 10) != 2)
            a3_put_imm(out, A3_OP_ADD, 8, a3_bits(w, 9, 5), a3_bits(w, 9, 5), 16 * a3_bits_signed(w, 20, 12));
        return true;
    }
    if (a3_bits(w, 11, 10) == 0)
        return one_register(w, out, a3_bits(w, 9, 5), a3_bits_signed(w, 20, 12));
    if (a3_bits(w, 11, 10) != 1)
        return false;
    a3_put_havoc(out, a3_a64_reg(a3_bits(w, 4, 0)));
    a3_put_havoc(out, a3_a64_reg(a3_bits(w, 9, 5)));
    a3_put_havoc(out, a3_a64_reg(a3_bits(w, 20, 16)));
    a3_put_havoc(out, A3_A64_TA);
    a3_put_memory(out, A3_OP_HAVOC_MEMORY, 64, false, A3_REG_NONE, A3_A64_TA, 0);
    return true;
}

bool a3_a64_memory(uint32_t w, uint64_t pc, a3_insn *out)
{
    switch (a3_bits(w, 29, 27)) {
    case 1:
        if (!(w >> 26 & 1))
            return w >> 24 & 1 ? false : exclusive(w, out);
        if (w >> 31)
            return false;
        return w >> 24 & 1 ? lanes(w, out) : structures(w, out);
    case 3:
        return w >> 24 & 1 ? ordered_unscaled(w, out) : literal(w, pc, out);
    case 5:
        return pair(w, out);
    case 7:
        return single(w, out);
    default:
        return false;
    }
}

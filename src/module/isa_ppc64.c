/* SPDX-License-Identifier: MIT */
/* 64-bit POWER, little-endian (ELFv2), prefixed instructions of Power10 included.
 * Sources: Power ISA 3.1, Book I, chapters 1.6 (prefixed), 2 (branches, condition register), 3 (fixed-point);
 * 64-bit ELF V2 ABI: 2.2 (registers), 2.3.2 (TOC pointer, local entry points), 3.4 (PLT call code).
 *
 * Eight condition fields over one set of flags: a comparison leaves its two values in registers of the field (unsigned
 * ones with the top bit flipped, so that the signed order is right) and sets the flags too; `context` says whose flags
 * they are, so that the usual case, compare and branch, keeps what the interpreter can tell from it. Bits that were written
 * one by one stand in registers of their own, and `context` says which. */
#include "base/bytes.h"
#include "module/isa_ppc64.h"

enum { LR = A3_PPC_LR, CTR = A3_PPC_CTR, T0 = A3_REG_T0, T1, T2 };
enum { SIGNED = 16 }; /* beside a size */
enum { OWNED = 8, IS_UNSIGNED = 16 }; /* of `context`; the low three bits are the field whose flags are set */

static unsigned bits(uint32_t word, unsigned low, unsigned count) { return a3_ppc_bits(word, low, count); }

static unsigned left(unsigned field) { return A3_PPC_CR + 2 * field; }
static unsigned right(unsigned field) { return A3_PPC_CR + 2 * field + 1; }

/* The register of condition register bit `bi` (not for summary overflow), and its mark in `context` where it was written
 * alone: three marks a field from bit 8 on. */
static unsigned bit_register(unsigned bi) { return A3_PPC_BIT + bi / 4 * 3 + bi % 4; }
static uint32_t bit_mark(unsigned bi) { return UINT32_C(1) << (8 + bi / 4 * 3 + bi % 4); }

/* The flags are the comparison in this field; all its bits come from there. */
static void own(uint32_t *context, unsigned field, bool is_unsigned)
{
    uint32_t marks = *context & ~UINT32_C(0xff) & ~(7 * bit_mark(4 * field));
    *context = marks | OWNED | field | (is_unsigned ? IS_UNSIGNED : 0);
}

static void disown(uint32_t *context) { *context &= ~UINT32_C(0xff); }

void a3_ppc_forget_field(a3_insn *out, unsigned field, uint32_t *context)
{
    a3_put_havoc(out, left(field));
    a3_put_havoc(out, right(field));
    *context &= ~(7 * bit_mark(4 * field));
    if ((*context & 7) == field)
        disown(context);
}

/* -- condition fields (2.3) -- */

void a3_ppc_compare(a3_insn *out, unsigned field, bool is_unsigned, unsigned size, unsigned a, unsigned b, uint32_t *context)
{
    a3_put(out, A3_OP_FLAGS_SUB, size, A3_REG_NONE, a, b);
    own(context, field, is_unsigned);
    for (unsigned i = 0; i < 2; i++) {
        unsigned from = i ? b : a, to = i ? right(field) : left(field);
        a3_put_unary(out, is_unsigned ? A3_OP_ZEXT : A3_OP_SEXT, size, to, from);
        if (is_unsigned)
            a3_put_imm(out, A3_OP_XOR, 8, to, to, INT64_MIN);
    }
}

void a3_ppc_compare_imm(a3_insn *out, unsigned field, bool is_unsigned, unsigned size, unsigned a, int64_t imm, uint32_t *context)
{
    a3_put_imm(out, A3_OP_FLAGS_SUB, size, A3_REG_NONE, a, imm);
    own(context, field, is_unsigned);
    a3_put_unary(out, is_unsigned ? A3_OP_ZEXT : A3_OP_SEXT, size, left(field), a);
    if (is_unsigned)
        a3_put_imm(out, A3_OP_XOR, 8, left(field), left(field), INT64_MIN);
    a3_put_const(out, right(field), is_unsigned ? imm ^ INT64_MIN : imm);
}

void a3_ppc_record(a3_insn *out, bool wanted, unsigned d, uint32_t *context)
{
    if (wanted)
        a3_ppc_compare_imm(out, 0, false, 8, d, 0, context);
}

a3_cond a3_ppc_condition(a3_insn *out, unsigned bi, bool set, uint32_t *context)
{
    static const uint8_t conds[3][2][2] = {
        {{A3_COND_SGE, A3_COND_SLT}, {A3_COND_UGE, A3_COND_ULT}},
        {{A3_COND_SLE, A3_COND_SGT}, {A3_COND_ULE, A3_COND_UGT}},
        {{A3_COND_NE, A3_COND_EQ}, {A3_COND_NE, A3_COND_EQ}},
    };
    unsigned field = bi / 4, bit = bi % 4;
    if (bit == 3) /* summary overflow, unordered */
        return A3_COND_UNKNOWN;
    if (*context & bit_mark(bi)) {
        a3_put_imm(out, A3_OP_FLAGS_SUB, 8, A3_REG_NONE, bit_register(bi), 0);
        disown(context);
        return set ? A3_COND_NE : A3_COND_EQ;
    }
    if ((*context & (OWNED | 7)) != (OWNED | field)) {
        a3_put(out, A3_OP_FLAGS_SUB, 8, A3_REG_NONE, left(field), right(field));
        disown(context);
        *context |= OWNED | field;
    }
    return (a3_cond)conds[bit][*context & IS_UNSIGNED ? 1 : 0][set];
}

/* crand and its kin, by extended opcode: one bit from two */
static void condition_logic(a3_insn *out, unsigned xo, unsigned t, unsigned a, unsigned b, uint32_t *context)
{
    bool invert_b = xo == 129 || xo == 417, invert = xo == 225 || xo == 33 || xo == 289; /* crandc, crorc; crnand, crnor, creqv */
    bool exclusive = xo == 193 || xo == 289, both = xo == 257 || xo == 129 || xo == 225;
    if (a == b && exclusive) { /* crclr, crset: whatever the bit was */
        a3_put_const(out, T0, 0);
    } else {
        a3_put_const(out, T2, 1);
        a3_put_select(out, a3_ppc_condition(out, a, true, context), T0, T2, A3_REG_NONE);
        if (a == b)
            a3_put_move(out, T1, T0);
        else
            a3_put_select(out, a3_ppc_condition(out, b, true, context), T1, T2, A3_REG_NONE);
        a3_put_imm(out, A3_OP_XOR, 8, T1, T1, invert_b);
        a3_put(out, both ? A3_OP_AND : exclusive ? A3_OP_XOR : A3_OP_OR, 8, T0, T0, T1);
    }
    if (t % 4 != 3) {
        a3_put_imm(out, A3_OP_XOR, 8, bit_register(t), T0, invert);
        *context |= bit_mark(t);
    }
}

/* How compilers spill single bits; of a field that was only compared nothing is told. */
void a3_ppc_read_field(a3_insn *out, unsigned field, unsigned d, uint32_t *context)
{
    if ((*context & 7 * bit_mark(4 * field)) == 0) {
        a3_put_havoc(out, d);
        return;
    }
    a3_put_const(out, d, 0);
    for (unsigned bi = 4 * field; bi < 4 * field + 3; bi++)
        if (*context & bit_mark(bi)) {
            a3_put_imm(out, A3_OP_SHL, 8, T0, bit_register(bi), 31 - bi);
            a3_put(out, A3_OP_OR, 8, d, d, T0);
        }
}

void a3_ppc_write_field(a3_insn *out, unsigned field, unsigned s, uint32_t *context)
{
    a3_ppc_forget_field(out, field, context);
    for (unsigned bi = 4 * field; bi < 4 * field + 3; bi++) {
        a3_put_imm(out, A3_OP_SHR, 8, T0, s, 31 - bi);
        a3_put_imm(out, A3_OP_AND, 8, bit_register(bi), T0, 1);
        *context |= bit_mark(bi);
    }
}

/* What a called function leaves of it: cr2 to cr4. */
static void forget_volatile(uint32_t *context) { *context &= 0x1ff * bit_mark(4 * 2); }

/* -- branches (2.4) -- */

/* BO and BI: the condition under which the branch is taken; the count register is decremented where BO says so. */
static a3_cond branch_condition(a3_insn *out, unsigned bo, unsigned bi, uint32_t *context)
{
    bool counts = !(bo & 4), tests = !(bo & 16);
    if (counts)
        a3_put_imm(out, A3_OP_SUB, 8, CTR, CTR, 1);
    if (counts && tests)
        return A3_COND_UNKNOWN;
    if (tests)
        return a3_ppc_condition(out, bi, bo & 8, context);
    if (!counts)
        return A3_COND_ALWAYS;
    a3_put_imm(out, A3_OP_FLAGS_SUB, 8, A3_REG_NONE, CTR, 0);
    disown(context);
    return bo & 2 ? A3_COND_EQ : A3_COND_NE;
}

/* To a fixed target: bc, b */
static void branch_to(a3_insn *out, a3_cond cond, bool link, uint64_t target, uint32_t *context)
{
    if (link) {
        if (cond != A3_COND_ALWAYS)
            a3_put_skip(out, cond);
        a3_put_call(out, LR, target);
        forget_volatile(context);
    } else if (cond == A3_COND_ALWAYS) {
        a3_put_jump(out, target);
    } else {
        a3_put_branch(out, cond, target);
    }
}

/* bclr, bcctr: through a register */
static void branch_through(a3_insn *out, uint32_t word, unsigned reg, uint32_t *context)
{
    a3_cond cond = branch_condition(out, bits(word, 21, 5), bits(word, 16, 5), context);
    if (cond != A3_COND_ALWAYS)
        a3_put_skip(out, cond);
    if (word & 1) {
        a3_put_move(out, T0, reg); /* blrl */
        a3_put_call_to(out, LR, T0);
        forget_volatile(context);
    } else if (reg == LR) {
        a3_put_return(out, LR);
    } else {
        a3_put_jump_to(out, reg);
    }
}

/* mcrf */
static void move_field(a3_insn *out, unsigned to, unsigned from, uint32_t *context)
{
    a3_ppc_forget_field(out, to, context);
    a3_put_move(out, left(to), left(from));
    a3_put_move(out, right(to), right(from));
    for (unsigned i = 0; i < 3; i++)
        if (*context & bit_mark(4 * from + i)) {
            a3_put_move(out, bit_register(4 * to + i), bit_register(4 * from + i));
            *context |= bit_mark(4 * to + i);
        }
}

/* Primary opcode 19 */
static bool branch_registers(a3_insn *out, uint32_t word, uint64_t pc, uint32_t *context)
{
    unsigned t = bits(word, 21, 5);
    if (bits(word, 1, 5) == 2) { /* addpcis */
        int64_t d = a3_sign_extend(bits(word, 6, 10) << 6 | bits(word, 16, 5) << 1 | bits(word, 0, 1), 16);
        a3_put_const(out, t, (int64_t)(pc + 4 + (uint64_t)(d * 65536)));
        return true;
    }
    switch (bits(word, 1, 10)) {
    case 16: branch_through(out, word, LR, context); return true;
    case 528: branch_through(out, word, CTR, context); return true;
    case 0: move_field(out, t / 4, bits(word, 18, 3), context); return true;
    case 33: case 129: case 193: case 225: case 257: case 289: case 417: case 449:
        condition_logic(out, bits(word, 1, 10), t, bits(word, 16, 5), bits(word, 11, 5), context);
        return true;
    case 150: return true; /* isync */
    default: return false;
    }
}

/* -- loads and stores with a displacement (3.3.1-3.3.6, 4.6, 7.6.1) -- */

/* By primary opcode less 32: size, bit 4 signed; update forms are odd. */
static void access_d(a3_insn *out, unsigned op, unsigned t, unsigned a, unsigned base, int64_t disp)
{
    static const uint8_t sizes[] = {4, 4, 1, 1, 4, 4, 1, 1, 2, 2, 2 | SIGNED, 2 | SIGNED, 2, 2, 0, 0, 0, 0, 8, 8, 4, 4, 8, 8};
    unsigned size = sizes[op - 32] & 15;
    bool update = op & 1;
    if (op < 48 && (op & ~3U) != 36 && (op & ~1U) != 44)
        a3_put_load(out, size, sizes[op - 32] & SIGNED, t, base, disp);
    else if (op < 48)
        a3_put_store(out, size, t, base, disp);
    else if (op >= 54)
        a3_put_store(out, 8, a3_ppc_fpr(t), base, disp);
    else if (op >= 52) /* stfs converts */
        a3_put_memory(out, A3_OP_HAVOC_MEMORY, 4, false, A3_REG_NONE, base, disp);
    else {
        a3_put_memory(out, op >= 50 ? A3_OP_LOAD : A3_OP_HAVOC, 8, false, a3_ppc_fpr(t), base, disp);
        a3_put_havoc(out, a3_ppc_vsr(t, 1));
    }
    if (update)
        a3_put_imm(out, A3_OP_ADD, 8, a, base, disp);
}

/* DS and DQ forms: the low bits of the displacement are part of the opcode. */
static bool access_ds(a3_insn *out, uint32_t word)
{
    unsigned op = word >> 26, t = bits(word, 21, 5), a = bits(word, 16, 5), base = a3_ppc_base(a), kind = bits(word, 0, 2);
    int64_t ds = a3_sign_extend(word & 0xfffc, 16), dq = a3_sign_extend(word & 0xfff0, 16);
    switch (op) {
    case 6: /* lxvp, stxvp */
        a3_ppc_vector_access(out, A3_PPC_PAIR, !(word & 1), (t & 30) | (t & 1) << 5, base, dq);
        return (word & 15) < 2;
    case 56: /* lq: the pair lies low doubleword first */
        a3_put_load(out, 8, false, T0, base, dq);
        a3_put_load(out, 8, false, t & 30, base, dq + 8);
        a3_put_move(out, (t & 30) + 1, T0);
        return true;
    case 57:
        if (kind < 2) /* lfdp */
            return false;
        a3_ppc_vector_access(out, kind == 2 ? A3_PPC_ONE : A3_PPC_OTHER, true, 32 + t, base, ds);
        return true;
    case 58:
        if (kind == 3)
            return false;
        a3_put_load(out, kind == 2 ? 4 : 8, kind == 2, t, base, ds);
        break;
    case 61:
        if ((word & 7) == 1 || (word & 7) == 5) { /* lxv, stxv */
            a3_ppc_vector_access(out, A3_PPC_QUAD, (word & 4) == 0, t | bits(word, 3, 1) << 5, base, dq);
            return true;
        }
        if (kind == 2) /* stxsd */
            a3_put_store(out, 8, a3_ppc_fpr(32 + t), base, ds);
        else if (kind == 3) /* stxssp */
            a3_put_memory(out, A3_OP_HAVOC_MEMORY, 4, false, A3_REG_NONE, base, ds);
        return kind >= 2;
    default: /* 62 */
        if (kind == 3)
            return false;
        a3_put_store(out, 8, kind == 2 ? t + 1 : t, base, ds);
        if (kind == 2) /* stq */
            a3_put_store(out, 8, t, base, ds + 8);
    }
    if (kind == 1)
        a3_put_imm(out, A3_OP_ADD, 8, a, base, ds);
    return true;
}

/* -- prefixed (1.6): types 8LS and MLS have a displacement of 34 bits -- */

static bool prefixed(a3_insn *out, uint32_t prefix, uint32_t suffix, uint64_t pc)
{
    unsigned type = bits(prefix, 24, 2), op = suffix >> 26, t = bits(suffix, 21, 5), a = bits(suffix, 16, 5), base = a3_ppc_base(a);
    int64_t d = a3_sign_extend((uint64_t)bits(prefix, 0, 18) << 16 | bits(suffix, 0, 16), 34);
    if (type == 1) {
        a3_ppc_vector_prefixed(out, prefix, suffix);
        return true;
    }
    if (type == 3) /* pnop; matrix arithmetic writes accumulators alone */
        return true;
    if (bits(prefix, 20, 1)) { /* relative to this instruction */
        a3_put_const(out, T2, (int64_t)(pc + (uint64_t)d));
        base = T2;
        d = 0;
    }
    if (type == 2) {
        if (op == 14)
            a3_put_imm(out, A3_OP_ADD, 8, t, base, d);
        else if (op >= 32 && op < 56 && !(op & 1) && op != 46)
            access_d(out, op, t, a, base, d);
        else
            return false;
        return true;
    }
    switch (op) {
    case 41: a3_put_load(out, 4, true, t, base, d); return true;
    case 57: a3_put_load(out, 8, false, t, base, d); return true;
    case 61: a3_put_store(out, 8, t, base, d); return true;
    case 42: case 43: a3_ppc_vector_access(out, op == 42 ? A3_PPC_ONE : A3_PPC_OTHER, true, 32 + t, base, d); return true;
    case 46: a3_put_store(out, 8, a3_ppc_fpr(32 + t), base, d); return true;
    case 47: a3_put_memory(out, A3_OP_HAVOC_MEMORY, 4, false, A3_REG_NONE, base, d); return true;
    case 50: case 51: case 54: case 55:
        a3_ppc_vector_access(out, A3_PPC_QUAD, op < 54, t | (op & 1) << 5, base, d);
        return true;
    case 58: case 62: a3_ppc_vector_access(out, A3_PPC_PAIR, op == 58, (t & 30) | (t & 1) << 5, base, d); return true;
    default: return false;
    }
}

static bool decode_word(uint32_t word, uint64_t pc, uint32_t *context, a3_insn *out)
{
    unsigned op = word >> 26, t = bits(word, 21, 5), a = bits(word, 16, 5);
    int64_t si = a3_sign_extend(word, 16), ui = word & 0xffff;
    static const uint8_t logical[6] = {A3_OP_OR, A3_OP_OR, A3_OP_XOR, A3_OP_XOR, A3_OP_AND, A3_OP_AND};
    switch (op) {
    case 2: return true; /* tdi */
    case 3: /* twi; `twi 31` is unconditional */
        if (t == 31)
            a3_emit(out, A3_OP_TRAP);
        return true;
    case 4: a3_ppc_altivec(out, word, context); return true;
    case 7: a3_put_imm(out, A3_OP_MUL, 8, t, a, si); return true;
    case 8:
        a3_put_const(out, T2, si);
        a3_ppc_carrying(out, A3_PPC_INVERT, t, a, T2);
        return true;
    case 10: case 11: a3_ppc_compare_imm(out, t / 4, op == 10, t & 1 ? 8 : 4, a, op == 10 ? ui : si, context); return true;
    case 12: case 13:
        a3_put_const(out, T2, si);
        a3_ppc_carrying(out, 0, t, a, T2);
        a3_ppc_record(out, op == 13, t, context);
        return true;
    case 14: case 15: a3_put_imm(out, A3_OP_ADD, 8, t, a3_ppc_base(a), op == 14 ? si : si * 65536); return true;
    case 16: {
        a3_cond cond = branch_condition(out, t, a, context);
        branch_to(out, cond, word & 1, (word & 2 ? 0 : pc) + (uint64_t)a3_sign_extend(word & 0xfffc, 16), context);
        return true;
    }
    case 17: a3_put_havoc(out, 3); a3_ppc_forget_field(out, 0, context); return true; /* sc answers in r3 and cr0 */
    case 18:
        branch_to(out, A3_COND_ALWAYS, word & 1, (word & 2 ? 0 : pc) + (uint64_t)a3_sign_extend(word & 0x3fffffc, 26), context);
        return true;
    case 19: return branch_registers(out, word, pc, context);
    case 20: case 21: case 23: a3_ppc_rotate_word(out, word, context); return true;
    case 24: case 25: case 26: case 27: case 28: case 29:
        a3_put_imm(out, (a3_op_code)logical[op - 24], 8, a, t, op & 1 ? ui << 16 : ui);
        a3_ppc_record(out, op >= 28, a, context);
        return true;
    case 30: return a3_ppc_rotate_doubleword(out, word, context);
    case 31: return a3_ppc_extended_opcode(out, word, context);
    case 59: case 63: a3_ppc_floating(out, word, context); return true;
    case 60: a3_ppc_vsx(out, word, context); return true;
    case 6: case 56: case 57: case 58: case 61: case 62: return access_ds(out, word);
    default:
        if (op < 32 || op == 46 || op == 47)
            return false;
        access_d(out, op, t, a, a3_ppc_base(a), si);
        return true;
    }
}

static bool decode(const uint8_t *code, size_t size, uint64_t pc, uint32_t *context, a3_insn *out)
{
    out->count = 0;
    out->thumb = false;
    out->length = 4;
    if (size < 4)
        return false;
    uint32_t word = (uint32_t)a3_load(code, 4, false);
    if (word >> 26 != 1)
        return decode_word(word, pc, context, out);
    out->length = 8;
    return size >= 8 && prefixed(out, word, (uint32_t)a3_load(code + 4, 4, false), pc);
}

const a3_isa a3_isa_ppc64le = {
    .name = "ppc64le",
    .stack = 1,
    .link = LR,
    .result = 3,
    .entry = 12,
    .args = {3, 4, 5, 6, 7, 8, 9, 10},
    .arg_count = 8,
    .pointer_size = 8,
    .decode = decode,
    /* r0, r3-r12; LR, CTR, cr0, cr1, cr5-cr7; all of vs0-vs13, doubleword 1 of vs14-vs31, v0 on */
    .volatile_low = UINT64_C(0x1ff9) | UINT64_C(3) << 32 | UINT64_C(0xf) << 34 | UINT64_MAX << 44,
    .volatile_high = ~(UINT64_C(0x5555555555555555) & ((UINT64_C(1) << 50) - 1) & (UINT64_MAX << 14)),
};

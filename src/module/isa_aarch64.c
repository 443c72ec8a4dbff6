/* SPDX-License-Identifier: MIT */
#include "module/isa_aarch64.h"

static unsigned size_of(uint32_t w) { return w >> 31 ? 8 : 4; }

static const uint8_t conds[16] = {A3_COND_EQ, A3_COND_NE, A3_COND_UGE, A3_COND_ULT, A3_COND_NEG, A3_COND_POS,
                                  A3_COND_OVERFLOW, A3_COND_NO_OVERFLOW, A3_COND_UGT, A3_COND_ULE, A3_COND_SGE, A3_COND_SLT,
                                  A3_COND_SGT, A3_COND_SLE, A3_COND_ALWAYS, A3_COND_ALWAYS};

static void put_flags(a3_insn *out, a3_op_code code, unsigned size, unsigned a, unsigned b)
{
    a3_put(out, code, size, A3_REG_NONE, a, b);
    out->ops[out->count - 1].bit = code == A3_OP_FLAGS_SUB ? 0 : 8;
}

static void put_flags_imm(a3_insn *out, a3_op_code code, unsigned size, unsigned a, int64_t imm)
{
    a3_put_imm(out, code, size, A3_REG_NONE, a, imm);
    out->ops[out->count - 1].bit = code == A3_OP_FLAGS_SUB ? 0 : 8;
}

/* -- data processing: immediates -- */

static void address_of_page(uint32_t w, uint64_t pc, a3_insn *out)
{
    int64_t imm = a3_sign_extend((uint64_t)a3_bits(w, 23, 5) << 2 | a3_bits(w, 30, 29), 21);
    bool page = w >> 31;
    uint64_t value = page ? (pc & ~UINT64_C(0xfff)) + ((uint64_t)imm << 12) : pc + (uint64_t)imm;
    a3_put_const(out, a3_a64_reg(a3_bits(w, 4, 0)), (int64_t)value);
}

static void add_imm(uint32_t w, a3_insn *out)
{
    int64_t imm = (int64_t)a3_bits(w, 21, 10) << (w >> 22 & 1 ? 12 : 0);
    unsigned size = size_of(w), rn = a3_bits(w, 9, 5), rd = a3_bits(w, 4, 0);
    bool subtract = w >> 30 & 1, sets_flags = w >> 29 & 1;
    if (sets_flags)
        put_flags_imm(out, subtract ? A3_OP_FLAGS_SUB : A3_OP_FLAGS_ADD, size, rn, imm);
    a3_put_imm(out, subtract ? A3_OP_SUB : A3_OP_ADD, size, sets_flags ? a3_a64_reg(rd) : rd, rn, imm);
}

/* The immediate of and, orr, eor: a run of ones, rotated and repeated. False: not an encoding. */
static bool bitmask(uint32_t w, uint64_t *out)
{
    unsigned n = w >> 22 & 1, immr = a3_bits(w, 21, 16), imms = a3_bits(w, 15, 10);
    unsigned combined = n << 6 | (~imms & 0x3f);
    if (combined == 0 || (n && !(w >> 31)))
        return false;
    unsigned length = 31 - (unsigned)__builtin_clz(combined);
    if (length == 0)
        return false;
    unsigned size = 1u << length, ones = (imms & (size - 1)) + 1, rotate = immr & (size - 1);
    if (ones == size)
        return false;
    uint64_t run = (UINT64_C(1) << ones) - 1;
    if (rotate != 0)
        run = (run >> rotate | run << (size - rotate)) & (size == 64 ? UINT64_MAX : (UINT64_C(1) << size) - 1);
    for (; size < 64; size *= 2)
        run |= run << size;
    *out = run;
    return true;
}

static bool logic_imm(uint32_t w, a3_insn *out)
{
    static const uint8_t codes[4] = {A3_OP_AND, A3_OP_OR, A3_OP_XOR, A3_OP_AND};
    uint64_t imm;
    if (!bitmask(w, &imm))
        return false;
    unsigned opc = a3_bits(w, 30, 29), rn = a3_a64_reg(a3_bits(w, 9, 5)), rd = a3_bits(w, 4, 0);
    if (opc == 3)
        put_flags_imm(out, A3_OP_FLAGS_AND, size_of(w), rn, (int64_t)imm);
    a3_put_imm(out, (a3_op_code)codes[opc], size_of(w), opc == 3 ? a3_a64_reg(rd) : rd, rn, (int64_t)imm);
    return true;
}

static bool move_wide(uint32_t w, a3_insn *out)
{
    unsigned opc = a3_bits(w, 30, 29), shift = 16 * a3_bits(w, 22, 21), rd = a3_a64_reg(a3_bits(w, 4, 0));
    uint64_t imm = (uint64_t)a3_bits(w, 20, 5) << shift;
    if (opc == 1 || (shift >= 32 && size_of(w) == 4))
        return false;
    if (opc == 3) {
        a3_put_imm(out, A3_OP_AND, size_of(w), A3_A64_TA, rd, (int64_t)~(UINT64_C(0xffff) << shift));
        a3_put_imm(out, A3_OP_OR, size_of(w), rd, A3_A64_TA, (int64_t)imm);
    } else {
        imm = opc == 0 ? ~imm : imm;
        a3_put_const(out, rd, (int64_t)(size_of(w) == 4 ? imm & UINT64_C(0xffffffff) : imm));
    }
    return true;
}

/* sbfm, bfm, ubfm and all their aliases: lsl, lsr, asr, sxtw, ubfx, bfi ... */
static bool bitfield(uint32_t w, a3_insn *out)
{
    unsigned size = size_of(w), width = 8 * size, opc = a3_bits(w, 30, 29);
    unsigned r = a3_bits(w, 21, 16), s = a3_bits(w, 15, 10);
    unsigned rn = a3_a64_reg(a3_bits(w, 9, 5)), rd = a3_a64_reg(a3_bits(w, 4, 0));
    if (opc == 3 || r >= width || s >= width)
        return false;
    unsigned length = s >= r ? s - r + 1 : s + 1, place = s >= r ? 0 : width - r;
    /* The field to the top, then down to its place: SAR brings the sign. */
    a3_put_imm(out, A3_OP_SHL, size, A3_A64_TA, rn, width - 1 - s);
    a3_put_imm(out, opc == 0 ? A3_OP_SAR : A3_OP_SHR, size, A3_A64_TA, A3_A64_TA, width - length);
    if (place != 0)
        a3_put_imm(out, A3_OP_SHL, size, A3_A64_TA, A3_A64_TA, place);
    if (opc == 1) {
        uint64_t mask = (length == 64 ? UINT64_MAX : (UINT64_C(1) << length) - 1) << place;
        a3_put_imm(out, A3_OP_AND, size, A3_A64_TA, A3_A64_TA, (int64_t)mask);
        a3_put_imm(out, A3_OP_AND, size, A3_A64_TB, rd, (int64_t)~mask);
        a3_put(out, A3_OP_OR, size, rd, A3_A64_TA, A3_A64_TB);
    } else {
        a3_put_unary(out, A3_OP_MOVE, size, rd, A3_A64_TA);
    }
    return true;
}

static void extract(uint32_t w, a3_insn *out)
{
    unsigned size = size_of(w), low = a3_bits(w, 15, 10);
    unsigned rm = a3_a64_reg(a3_bits(w, 20, 16)), rn = a3_a64_reg(a3_bits(w, 9, 5)), rd = a3_a64_reg(a3_bits(w, 4, 0));
    a3_put_imm(out, A3_OP_SHR, size, A3_A64_TA, rm, low);
    a3_put_imm(out, A3_OP_SHL, size, A3_A64_TB, rn, 8 * (int64_t)size - low);
    a3_put(out, A3_OP_OR, size, rd, A3_A64_TA, A3_A64_TB);
}

static bool immediates(uint32_t w, uint64_t pc, a3_insn *out)
{
    switch (a3_bits(w, 25, 23)) {
    case 0: case 1:
        address_of_page(w, pc, out);
        return true;
    case 2:
        add_imm(w, out);
        return true;
    case 3: /* tagged addresses, minimum and maximum */
        a3_put_havoc(out, a3_bits(w, 4, 0));
        return true;
    case 4:
        return logic_imm(w, out);
    case 5:
        return move_wide(w, out);
    case 6:
        return bitfield(w, out);
    default:
        extract(w, out);
        return true;
    }
}

/* -- data processing: registers -- */

/* A register shifted by an immediate: itself, or a scratch register. */
static unsigned shifted(uint32_t w, a3_insn *out)
{
    static const uint8_t codes[4] = {A3_OP_SHL, A3_OP_SHR, A3_OP_SAR, A3_OP_ROR};
    unsigned rm = a3_a64_reg(a3_bits(w, 20, 16)), amount = a3_bits(w, 15, 10);
    if (amount == 0)
        return rm;
    a3_put_imm(out, (a3_op_code)codes[a3_bits(w, 23, 22)], size_of(w), A3_A64_TA, rm, amount);
    return A3_A64_TA;
}

static void logic_registers(uint32_t w, a3_insn *out)
{
    static const uint8_t codes[4] = {A3_OP_AND, A3_OP_OR, A3_OP_XOR, A3_OP_AND};
    unsigned size = size_of(w), opc = a3_bits(w, 30, 29), rn = a3_a64_reg(a3_bits(w, 9, 5)), rd = a3_a64_reg(a3_bits(w, 4, 0));
    unsigned b = shifted(w, out);
    if (w >> 21 & 1) {
        a3_put_unary(out, A3_OP_NOT, size, A3_A64_TA, b);
        b = A3_A64_TA;
    }
    if (opc == 3)
        put_flags(out, A3_OP_FLAGS_AND, size, rn, b);
    if (opc == 1 && rn == A3_REG_NONE)
        a3_put_unary(out, A3_OP_MOVE, size, rd, b); /* mov, mvn */
    else
        a3_put(out, (a3_op_code)codes[opc], size, rd, rn, b);
}

void a3_a64_extend(a3_insn *out, unsigned to, unsigned reg, unsigned option, unsigned shift)
{
    a3_put_unary(out, option & 4 ? A3_OP_SEXT : A3_OP_ZEXT, 1u << (option & 3), to, reg);
    if (shift != 0)
        a3_put_imm(out, A3_OP_SHL, 8, to, to, shift);
}

static void add_registers(uint32_t w, a3_insn *out)
{
    unsigned size = size_of(w), rn = a3_bits(w, 9, 5), rd = a3_bits(w, 4, 0), b;
    bool subtract = w >> 30 & 1, sets_flags = w >> 29 & 1, extended = w >> 21 & 1;
    if (extended) {
        a3_a64_extend(out, A3_A64_TA, a3_a64_reg(a3_bits(w, 20, 16)), a3_bits(w, 15, 13), a3_bits(w, 12, 10));
        b = A3_A64_TA;
        rd = sets_flags ? a3_a64_reg(rd) : rd;
    } else {
        b = shifted(w, out);
        rn = a3_a64_reg(rn);
        rd = a3_a64_reg(rd);
    }
    if (sets_flags)
        put_flags(out, subtract ? A3_OP_FLAGS_SUB : A3_OP_FLAGS_ADD, size, rn, b);
    a3_put(out, subtract ? A3_OP_SUB : A3_OP_ADD, size, rd, rn, b);
}

/* csel, csinc, csinv, csneg */
static void conditional_select(uint32_t w, a3_insn *out)
{
    unsigned size = size_of(w), rn = a3_a64_reg(a3_bits(w, 9, 5)), rm = a3_a64_reg(a3_bits(w, 20, 16));
    bool inverts = w >> 30 & 1, adds = w >> 10 & 1;
    if (inverts && adds)
        a3_put(out, A3_OP_SUB, size, A3_A64_TB, A3_REG_NONE, rm);
    else if (inverts)
        a3_put_unary(out, A3_OP_NOT, size, A3_A64_TB, rm);
    else
        a3_put_imm(out, A3_OP_ADD, size, A3_A64_TB, rm, adds);
    a3_put_unary(out, A3_OP_MOVE, size, A3_A64_TA, rn);
    a3_put_select(out, (a3_cond)conds[a3_bits(w, 15, 12)], a3_a64_reg(a3_bits(w, 4, 0)), A3_A64_TA, A3_A64_TB);
}

static void two_sources(uint32_t w, a3_insn *out)
{
    static const uint8_t codes[4] = {A3_OP_SHL, A3_OP_SHR, A3_OP_SAR, A3_OP_ROR};
    unsigned size = size_of(w), opcode = a3_bits(w, 15, 10), rd = a3_a64_reg(a3_bits(w, 4, 0));
    if (opcode < 8 || opcode > 11) { /* divisions, checksums, pacga */
        a3_put_havoc(out, rd);
        return;
    }
    a3_put_imm(out, A3_OP_AND, 8, A3_A64_TA, a3_a64_reg(a3_bits(w, 20, 16)), 8 * (int64_t)size - 1);
    a3_put(out, (a3_op_code)codes[opcode - 8], size, rd, a3_a64_reg(a3_bits(w, 9, 5)), A3_A64_TA);
}

static void one_source(uint32_t w, a3_insn *out)
{
    /* Pointer authentication leaves the pointer as it is, for us. */
    if (a3_bits(w, 20, 16) != 1)
        a3_put_havoc(out, a3_a64_reg(a3_bits(w, 4, 0)));
}

static void three_sources(uint32_t w, a3_insn *out)
{
    unsigned size = size_of(w), op31 = a3_bits(w, 23, 21), rd = a3_a64_reg(a3_bits(w, 4, 0));
    unsigned rn = a3_a64_reg(a3_bits(w, 9, 5)), rm = a3_a64_reg(a3_bits(w, 20, 16)), ra = a3_a64_reg(a3_bits(w, 14, 10));
    if (op31 != 0 && op31 != 1 && op31 != 5) {
        a3_put_havoc(out, rd);
        return;
    }
    unsigned a = rn, b = rm;
    if (op31 != 0) { /* smaddl, umaddl */
        a3_op_code code = op31 == 1 ? A3_OP_SEXT : A3_OP_ZEXT;
        a3_put_unary(out, code, 4, A3_A64_TA, rn);
        a3_put_unary(out, code, 4, A3_A64_TB, rm);
        a = A3_A64_TA;
        b = A3_A64_TB;
    }
    a3_put(out, A3_OP_MUL, size, A3_A64_TA, a, b);
    a3_put(out, w >> 15 & 1 ? A3_OP_SUB : A3_OP_ADD, size, rd, ra, A3_A64_TA);
}

static bool registers(uint32_t w, a3_insn *out)
{
    unsigned group = a3_bits(w, 28, 24);
    if (group == 0x0a) {
        logic_registers(w, out);
        return true;
    }
    if (group == 0x0b) {
        add_registers(w, out);
        return true;
    }
    if (group == 0x1b) {
        three_sources(w, out);
        return true;
    }
    switch (a3_bits(w, 23, 21)) {
    case 0: /* adc, sbc; rmif, setf: the carry is not kept */
        if (a3_bits(w, 15, 10) == 0)
            a3_put_havoc(out, a3_a64_reg(a3_bits(w, 4, 0)));
        if (w >> 29 & 1)
            a3_emit(out, A3_OP_FLAGS_HAVOC);
        return true;
    case 2: /* ccmp, ccmn */
        a3_emit(out, A3_OP_FLAGS_HAVOC);
        return true;
    case 4:
        conditional_select(w, out);
        return true;
    case 6:
        if (w >> 30 & 1)
            one_source(w, out);
        else
            two_sources(w, out);
        return true;
    default:
        return false;
    }
}

/* -- branches and system -- */

static void compare_and_branch(uint32_t w, uint64_t pc, a3_insn *out)
{
    a3_put_branch_regs(out, w >> 24 & 1 ? A3_COND_NONZERO : A3_COND_ZERO, a3_a64_reg(a3_bits(w, 4, 0)), A3_REG_NONE,
                       pc + (uint64_t)(4 * a3_bits_signed(w, 23, 5)));
    out->ops[out->count - 1].size = (uint8_t)size_of(w);
}

static void test_and_branch(uint32_t w, uint64_t pc, a3_insn *out)
{
    a3_put_branch_regs(out, w >> 24 & 1 ? A3_COND_BIT_SET : A3_COND_BIT_CLEAR, a3_a64_reg(a3_bits(w, 4, 0)), A3_REG_NONE,
                       pc + (uint64_t)(4 * a3_bits_signed(w, 18, 5)));
    out->ops[out->count - 1].bit = (uint8_t)(w >> 31 << 5 | a3_bits(w, 23, 19));
}

static bool branch_to_register(uint32_t w, a3_insn *out)
{
    unsigned rn = a3_bits(w, 9, 5);
    switch (a3_bits(w, 24, 21)) {
    case 0: case 8: /* br, braaz, braa */
        a3_put_jump_to(out, a3_a64_reg(rn));
        return true;
    case 1: case 9:
        a3_put_call_to(out, A3_A64_LINK, a3_a64_reg(rn));
        return true;
    case 2: /* ret; retaa and retab name no register */
        a3_put_return(out, rn == 31 ? A3_A64_LINK : rn);
        return true;
    default:
        return false;
    }
}

static bool system_instruction(uint32_t w, a3_insn *out)
{
    unsigned rt = a3_a64_reg(a3_bits(w, 4, 0));
    if (a3_bits(w, 31, 24) == 0xd4) { /* svc, brk, hlt */
        bool svc = a3_bits(w, 23, 21) == 0 && a3_bits(w, 4, 0) == 1;
        a3_emit(out, svc ? A3_OP_HAVOC : A3_OP_TRAP)->d = 0;
        return true;
    }
    if (a3_bits(w, 31, 22) != 0x354)
        return false;
    uint32_t which = w & ~UINT32_C(0x1f);
    if (which == UINT32_C(0xd53bd040) || which == UINT32_C(0xd53bd060)) /* tpidr_el0, tpidrro_el0 */
        a3_put_move(out, rt, A3_A64_THREAD);
    else if (w >> 21 & 1)
        a3_put_havoc(out, rt); /* mrs, sysl */
    if (which == UINT32_C(0xd53b2400) || which == UINT32_C(0xd53b2420)) /* rndr, rndrrs */
        a3_emit(out, A3_OP_FLAGS_HAVOC);
    if (which == UINT32_C(0xd50b7420))
        a3_put_memory(out, A3_OP_HAVOC_MEMORY, 64, false, A3_REG_NONE, rt, 0); /* dc zva */
    return true; /* hints, barriers, bti, paciasp, msr: nothing that we keep */
}

static bool branches(uint32_t w, uint64_t pc, a3_insn *out)
{
    if (a3_bits(w, 30, 26) == 5) {
        uint64_t target = pc + (uint64_t)(4 * a3_bits_signed(w, 25, 0));
        if (w >> 31)
            a3_put_call(out, A3_A64_LINK, target);
        else
            a3_put_jump(out, target);
        return true;
    }
    if (a3_bits(w, 30, 25) == 0x1a) {
        compare_and_branch(w, pc, out);
        return true;
    }
    if (a3_bits(w, 30, 25) == 0x1b) {
        test_and_branch(w, pc, out);
        return true;
    }
    if (a3_bits(w, 31, 24) == 0x54) {
        a3_put_branch(out, (a3_cond)conds[a3_bits(w, 3, 0)], pc + (uint64_t)(4 * a3_bits_signed(w, 23, 5)));
        return true;
    }
    return a3_bits(w, 31, 25) == 0x6b ? branch_to_register(w, out) : system_instruction(w, out);
}

static bool decode(const uint8_t *code, size_t size, uint64_t pc, uint32_t *context, a3_insn *out)
{
    (void)context;
    if (size < 4)
        return false;
    uint32_t w = (uint32_t)a3_load(code, 4, false);
    out->length = 4;
    out->count = 0;
    out->thumb = false;
    bool known;
    switch (a3_bits(w, 28, 25)) {
    case 8: case 9:
        known = immediates(w, pc, out);
        break;
    case 10: case 11:
        known = branches(w, pc, out);
        break;
    case 5: case 13:
        known = registers(w, out);
        break;
    case 7: case 15:
        known = a3_a64_vector(w, out);
        break;
    case 4: case 6: case 12: case 14:
        known = a3_a64_memory(w, pc, out);
        break;
    default: /* udf; SVE and SME are not modelled */
        known = w >> 16 == 0;
        a3_emit(out, A3_OP_TRAP);
    }
    return known && out->count < A3_OPS_MAX;
}

/* Volatile: x0-x18 and the link register; v0-v7 and v16-v31; of v8-v15 the upper halves (AAPCS64). */
const a3_isa a3_isa_aarch64 = {
    .name = "aarch64", .stack = A3_A64_SP, .link = A3_A64_LINK, .result = 0, .entry = A3_REG_NONE,
    .args = {0, 1, 2, 3, 4, 5, 6, 7}, .arg_count = 8, .pointer_size = 8, .decode = decode, .thread = A3_A64_THREAD,
    .volatile_low = UINT64_C(0x4007ffff) | UINT64_C(0xaaaaffff) << 32, .volatile_high = UINT64_C(0xffffffff)};

/* SPDX-License-Identifier: MIT */
/* One-byte opcodes: arithmetic, moves, the stack, strings, branches. */
#include "base/bytes.h"
#include "module/isa_x86.h"

enum { ALU_ADD, ALU_OR, ALU_ADC, ALU_SBB, ALU_AND, ALU_SUB, ALU_XOR, ALU_CMP };

static void flags_of(a3_x86 *d, a3_op_code code, unsigned size, unsigned a, unsigned b, bool use_imm, int64_t imm, unsigned lost)
{
    a3_op *op = a3_emit(d->out, code);
    op->size = (uint8_t)size;
    op->a = (uint8_t)a;
    op->b = (uint8_t)b;
    op->use_imm = use_imm;
    op->imm = imm;
    op->bit = (uint8_t)(code != A3_OP_FLAGS_SUB && !(lost & 1) ? lost | 4 : lost);
}

/* sbb r,r spreads the borrow over the register, which is a decision; else the carry is a number like any other. */
static void with_carry(a3_x86 *d, unsigned which, unsigned size, bool to_reg, bool same, bool use_imm, int64_t imm)
{
    if (which == ALU_SBB && same) {
        a3_put_const(d->out, A3_X86_TW, size == 8 ? -1 : (int64_t)((UINT64_C(1) << (8 * size)) - 1));
        a3_put_select(d->out, A3_COND_ULT, A3_X86_TV, A3_X86_TW, A3_REG_NONE);
        a3_x86_write_gpr(d, d->rm, size, A3_X86_TV);
        a3_x86_forget_flags(d);
        return;
    }
    a3_op_code code = which == ALU_ADC ? A3_OP_ADD : A3_OP_SUB;
    unsigned rm = a3_x86_read_rm(d, size, A3_X86_TV), reg = use_imm ? A3_REG_NONE : a3_x86_read_gpr(d, d->reg, size, A3_X86_TW);
    a3_put_const(d->out, A3_X86_TX, 1);
    a3_put_select(d->out, A3_COND_ULT, A3_X86_TX, A3_X86_TX, A3_REG_NONE);
    d->out->ops[d->out->count - 1].sign = true;
    a3_put(d->out, code, size, A3_X86_TX, to_reg ? reg : rm, A3_X86_TX);
    if (use_imm)
        a3_put_imm(d->out, code, size, A3_X86_TX, A3_X86_TX, imm);
    else
        a3_put(d->out, code, size, A3_X86_TX, A3_X86_TX, to_reg ? rm : reg);
    if (to_reg)
        a3_x86_write_gpr(d, d->reg, size, A3_X86_TX);
    else
        a3_x86_write_rm(d, size, A3_X86_TX);
    a3_x86_forget_flags(d);
}

/* destination = destination op source. `to_reg`: the destination is ModRM.reg, else r/m. The source is an immediate where
 * `use_imm`. */
static void alu(a3_x86 *d, unsigned which, unsigned size, bool to_reg, bool use_imm, int64_t imm)
{
    static const uint8_t codes[8] = {A3_OP_ADD, A3_OP_OR, 0, 0, A3_OP_AND, A3_OP_SUB, A3_OP_XOR, A3_OP_SUB};
    bool same = !use_imm && !d->is_mem && d->reg == d->rm;
    if (which == ALU_ADC || which == ALU_SBB) {
        with_carry(d, which, size, to_reg, same, use_imm, imm);
        return;
    }
    unsigned rm = a3_x86_read_rm(d, size, A3_X86_TV), b = A3_REG_NONE, a = rm;
    if (!use_imm) {
        unsigned reg = same ? rm : a3_x86_read_gpr(d, d->reg, size, A3_X86_TW);
        a = to_reg ? reg : rm;
        b = to_reg ? rm : reg;
    }
    if (which == ALU_CMP || which == ALU_SUB || which == ALU_ADD)
        flags_of(d, which == ALU_ADD ? A3_OP_FLAGS_ADD : A3_OP_FLAGS_SUB, size, a, b, use_imm, imm, 0);
    if (which == ALU_CMP)
        return;
    a3_op *op = a3_emit(d->out, (a3_op_code)codes[which]);
    op->size = (uint8_t)size;
    op->d = A3_X86_TX;
    op->a = (uint8_t)a;
    op->b = (uint8_t)b;
    op->use_imm = use_imm;
    op->imm = imm;
    if (to_reg)
        a3_x86_write_gpr(d, d->reg, size, A3_X86_TX);
    else
        a3_x86_write_rm(d, size, A3_X86_TX);
    if (which != ALU_SUB && which != ALU_ADD)
        flags_of(d, A3_OP_FLAGS_AND, size, A3_X86_TX, A3_X86_TX, false, 0, 0);
}

/* The six forms of an arithmetic opcode: 00-05 and so on. */
static void alu_block(a3_x86 *d, unsigned opcode)
{
    unsigned which = opcode >> 3 & 7, form = opcode & 7, size = form & 1 ? a3_x86_size(d) : 1;
    if (form < 4) {
        a3_x86_modrm(d, 0);
        alu(d, which, size, (form & 2) != 0, false, 0);
        return;
    }
    d->rm = A3_X86_AX;
    alu(d, which, size, false, true, a3_x86_get_signed(d, size == 8 ? 4 : size));
}

static void group1(a3_x86 *d, unsigned opcode)
{
    unsigned size = opcode & 1 ? a3_x86_size(d) : 1, imm_size = opcode == 0x81 ? (size == 8 ? 4 : size) : 1;
    a3_x86_modrm(d, imm_size);
    int64_t imm = a3_x86_get_signed(d, imm_size);
    d->imm_size = 0; /* it was read: addresses count from here */
    alu(d, d->reg & 7, size, false, true, imm);
}

static void increment(a3_x86 *d, unsigned size, bool down)
{
    unsigned value = a3_x86_read_rm(d, size, A3_X86_TV);
    flags_of(d, down ? A3_OP_FLAGS_SUB : A3_OP_FLAGS_ADD, size, value, A3_REG_NONE, true, 1, 1);
    a3_put_imm(d->out, down ? A3_OP_SUB : A3_OP_ADD, size, A3_X86_TX, value, 1);
    a3_x86_write_rm(d, size, A3_X86_TX);
}

static void shift_group(a3_x86 *d, unsigned opcode)
{
    static const uint8_t codes[8] = {0, A3_OP_ROR, 0, 0, A3_OP_SHL, A3_OP_SHR, A3_OP_SHL, A3_OP_SAR};
    unsigned size = opcode & 1 ? a3_x86_size(d) : 1, imm_size = opcode < 0xd0 ? 1 : 0;
    a3_x86_modrm(d, imm_size);
    int64_t count = opcode < 0xd0 ? (int64_t)a3_x86_get(d, 1) : 1;
    d->imm_size = 0;
    unsigned which = d->reg & 7;
    count &= size == 8 ? 63 : 31;
    if (codes[which] == 0) {
        a3_x86_havoc_rm(d, size);
        a3_x86_forget_flags(d);
        return;
    }
    unsigned value = a3_x86_read_rm(d, size, A3_X86_TV);
    if (opcode >= 0xd2) {
        a3_put_imm(d->out, A3_OP_AND, 8, A3_X86_TW, A3_X86_CX, size == 8 ? 63 : 31);
        a3_put(d->out, (a3_op_code)codes[which], size, A3_X86_TX, value, A3_X86_TW);
    } else {
        a3_put_imm(d->out, (a3_op_code)codes[which], size, A3_X86_TX, value, count);
    }
    a3_x86_write_rm(d, size, A3_X86_TX);
    if (opcode >= 0xd2 || which == 1 || count == 0) /* a count of zero leaves the flags alone */
        a3_x86_forget_flags(d);
    else
        flags_of(d, A3_OP_FLAGS_AND, size, A3_X86_TX, A3_X86_TX, false, 0, 3);
}

/* F6, F7: test, not, neg, mul, imul, div, idiv */
static void group3(a3_x86 *d, unsigned opcode)
{
    unsigned size = opcode & 1 ? a3_x86_size(d) : 1;
    const uint8_t *modrm = d->at;
    bool is_test = modrm < d->end && (*modrm >> 3 & 7) < 2;
    unsigned imm_size = !is_test ? 0 : size == 8 ? 4 : size;
    a3_x86_modrm(d, imm_size);
    int64_t imm = imm_size ? a3_x86_get_signed(d, imm_size) : 0;
    d->imm_size = 0;
    unsigned which = d->reg & 7;
    if (which < 4) {
        unsigned value = a3_x86_read_rm(d, size, A3_X86_TV);
        if (is_test) {
            flags_of(d, A3_OP_FLAGS_AND, size, value, A3_REG_NONE, true, imm, 0);
            return;
        }
        if (which == 3)
            flags_of(d, A3_OP_FLAGS_SUB, size, A3_REG_NONE, value, false, 0, 0);
        a3_put(d->out, which == 2 ? A3_OP_NOT : A3_OP_SUB, size, A3_X86_TX, which == 2 ? value : A3_REG_NONE,
               which == 2 ? A3_REG_NONE : value);
        a3_x86_write_rm(d, size, A3_X86_TX);
        return;
    }
    a3_x86_havoc_gpr(d, A3_X86_AX, 4);
    if (size > 1)
        a3_x86_havoc_gpr(d, A3_X86_DX, 4);
    a3_x86_forget_flags(d);
}

static void multiply_imm(a3_x86 *d, unsigned opcode)
{
    unsigned size = a3_x86_size(d), imm_size = opcode == 0x6b ? 1 : size == 8 ? 4 : size;
    a3_x86_modrm(d, imm_size);
    int64_t imm = a3_x86_get_signed(d, imm_size);
    d->imm_size = 0;
    unsigned value = a3_x86_read_rm(d, size, A3_X86_TV);
    a3_put_imm(d->out, A3_OP_MUL, size, A3_X86_TX, value, imm);
    a3_x86_write_gpr(d, d->reg, size, A3_X86_TX);
    a3_x86_forget_flags(d);
}

/* -- stack, moves, strings -- */

static void push(a3_x86 *d, unsigned value)
{
    unsigned p = d->wide ? 8 : 4;
    if (d->opsize)
        d->bad = true; /* a push of 16 bits: no compiler writes it */
    a3_put_imm(d->out, A3_OP_SUB, p, A3_X86_TY, A3_X86_SP, p);
    a3_put_store(d->out, p, value, A3_X86_TY, 0);
    a3_put_move(d->out, A3_X86_SP, A3_X86_TY);
}

static void pop(a3_x86 *d, unsigned to)
{
    unsigned p = d->wide ? 8 : 4;
    if (d->opsize)
        d->bad = true;
    a3_put_load(d->out, p, false, A3_X86_TY, A3_X86_SP, 0);
    a3_put_imm(d->out, A3_OP_ADD, p, A3_X86_SP, A3_X86_SP, p);
    a3_put_move(d->out, to, A3_X86_TY);
}

static void add_scaled(a3_x86 *d, unsigned reg, unsigned scaled)
{
    a3_put(d->out, A3_OP_ADD, a3_x86_address_size(d), reg, reg, scaled);
}

/* movs, stos, with and without rep; the direction flag is taken to be clear, as every calling convention has it. */
static void move_string(a3_x86 *d, unsigned opcode)
{
    unsigned size = opcode & 1 ? a3_x86_size(d) : 1, p = a3_x86_address_size(d);
    bool copy = (opcode & ~1u) == 0xa4;
    a3_op *op = a3_emit(d->out, copy ? A3_OP_COPY : A3_OP_FILL);
    op->size = (uint8_t)size;
    op->d = A3_X86_DI;
    op->a = copy ? A3_X86_SI : A3_X86_AX;
    if (d->rep || d->repne) {
        op->b = A3_X86_CX;
        a3_put_imm(d->out, A3_OP_MUL, p, A3_X86_TV, A3_X86_CX, size);
        a3_put_const(d->out, A3_X86_CX, 0);
    } else {
        op->use_imm = true;
        op->imm = 1;
        a3_put_const(d->out, A3_X86_TV, size);
    }
    add_scaled(d, A3_X86_DI, A3_X86_TV);
    if (copy)
        add_scaled(d, A3_X86_SI, A3_X86_TV);
}

/* cmps, scas, lods: what they leave is not modelled. */
static void other_string(a3_x86 *d, unsigned opcode)
{
    static const uint8_t touched[] = {A3_X86_CX, A3_X86_SI, A3_X86_DI};
    for (size_t i = 0; i < sizeof touched; i++)
        a3_x86_havoc_gpr(d, touched[i], 4);
    if ((opcode & ~1u) == 0xac)
        a3_x86_havoc_gpr(d, A3_X86_AX, 4);
    else
        a3_x86_forget_flags(d);
}

static void exchange(a3_x86 *d, unsigned size)
{
    unsigned rm = a3_x86_read_rm(d, size, A3_X86_TV), reg = a3_x86_read_gpr(d, d->reg, size, A3_X86_TW);
    a3_put_move(d->out, A3_X86_TV, rm);
    a3_put_move(d->out, A3_X86_TX, reg);
    a3_x86_write_rm(d, size, A3_X86_TX);
    a3_x86_write_gpr(d, d->reg, size, A3_X86_TV);
}

static void convert(a3_x86 *d, bool into_dx)
{
    unsigned size = a3_x86_size(d);
    if (into_dx) { /* cwd, cdq, cqo */
        a3_put_imm(d->out, A3_OP_SAR, size, A3_X86_TV, A3_X86_AX, 8 * (int64_t)size - 1);
        a3_x86_write_gpr(d, A3_X86_DX, size, A3_X86_TV);
    } else {
        a3_put_unary(d->out, A3_OP_SEXT, size / 2, A3_X86_TV, A3_X86_AX);
        a3_x86_write_gpr(d, A3_X86_AX, size, A3_X86_TV);
    }
}

static void address_move(a3_x86 *d)
{
    a3_x86_modrm(d, 0);
    d->thread = false; /* lea does not add the segment's base */
    a3_x86_address ea = a3_x86_ea(d);
    a3_put_imm(d->out, A3_OP_ADD, a3_x86_address_size(d), A3_X86_TV, ea.base, ea.disp);
    a3_x86_write_gpr(d, d->reg, a3_x86_size(d), A3_X86_TV);
}

static void move_imm(a3_x86 *d, unsigned opcode)
{
    unsigned size = opcode & 1 ? a3_x86_size(d) : 1, imm_size = size == 8 ? 4 : size;
    a3_x86_modrm(d, imm_size);
    a3_put_const(d->out, A3_X86_TV, a3_x86_get_signed(d, imm_size));
    d->imm_size = 0;
    a3_x86_write_rm(d, size, A3_X86_TV);
}

/* mov to and from an absolute address */
static void move_absolute(a3_x86 *d, unsigned opcode)
{
    unsigned size = opcode & 1 ? a3_x86_size(d) : 1;
    d->is_mem = true;
    d->base = d->index = A3_REG_NONE;
    d->disp = (int64_t)a3_x86_get(d, a3_x86_address_size(d));
    d->reg = A3_X86_AX;
    if (opcode & 2)
        a3_x86_write_rm(d, size, A3_X86_AX);
    else
        a3_x86_write_gpr(d, A3_X86_AX, size, a3_x86_read_rm(d, size, A3_X86_TV));
}

/* FE, FF: inc, dec, call, jmp, push */
static bool group5(a3_x86 *d, unsigned opcode)
{
    a3_x86_modrm(d, 0);
    unsigned which = d->reg & 7, p = d->wide ? 8 : 4;
    if (which < 2) {
        increment(d, opcode & 1 ? a3_x86_size(d) : 1, which == 1);
        return true;
    }
    if (opcode == 0xfe || which == 3 || which == 5 || which == 7)
        return false;
    unsigned target = a3_x86_read_rm(d, p, A3_X86_TV);
    if (which == 2)
        a3_put_call_to(d->out, A3_REG_NONE, target);
    else if (which == 4)
        a3_put_jump_to(d->out, target);
    else
        push(d, target);
    return true;
}

/* -- the one-byte opcodes, by rows -- */

static bool rows_4_to_7(a3_x86 *d, unsigned opcode)
{
    unsigned number = (opcode & 7) | d->b;
    if (opcode < 0x50) { /* inc, dec of 32-bit mode */
        d->rm = opcode & 7;
        increment(d, a3_x86_size(d), (opcode & 8) != 0);
        return !d->wide;
    }
    if (opcode < 0x58) {
        push(d, number);
        return true;
    }
    if (opcode < 0x60) {
        pop(d, number);
        return true;
    }
    if (opcode >= 0x70) {
        int64_t displacement = a3_x86_get_signed(d, 1);
        a3_x86_branch(d, opcode, displacement);
        return true;
    }
    switch (opcode) {
    case 0x63: /* movsxd; arpl in 32-bit mode */
        a3_x86_modrm(d, 0);
        a3_put_unary(d->out, A3_OP_SEXT, 4, A3_X86_TV, a3_x86_read_rm(d, 4, A3_X86_TV));
        a3_x86_write_gpr(d, d->reg, a3_x86_size(d), A3_X86_TV);
        return d->wide;
    case 0x68: case 0x6a:
        a3_put_const(d->out, A3_X86_TV, a3_x86_get_signed(d, opcode == 0x68 ? 4 : 1));
        push(d, A3_X86_TV);
        return true;
    case 0x69: case 0x6b:
        multiply_imm(d, opcode);
        return true;
    default:
        return false;
    }
}

static bool row_8(a3_x86 *d, unsigned opcode)
{
    unsigned size = opcode & 1 ? a3_x86_size(d) : 1;
    if (opcode < 0x84) {
        group1(d, opcode);
        return opcode != 0x82;
    }
    if (opcode == 0x8d) {
        address_move(d);
        return d->is_mem;
    }
    a3_x86_modrm(d, 0);
    switch (opcode) {
    case 0x84: case 0x85: {
        unsigned a = a3_x86_read_rm(d, size, A3_X86_TV);
        unsigned b = !d->is_mem && d->reg == d->rm ? a : a3_x86_read_gpr(d, d->reg, size, A3_X86_TW);
        flags_of(d, A3_OP_FLAGS_AND, size, a, b, false, 0, 0);
        return true;
    }
    case 0x86: case 0x87:
        exchange(d, size);
        return true;
    case 0x88: case 0x89:
        a3_x86_write_rm(d, size, a3_x86_read_gpr(d, d->reg, size, A3_X86_TW));
        return true;
    case 0x8a: case 0x8b:
        a3_x86_write_gpr(d, d->reg, size, a3_x86_read_rm(d, size, A3_X86_TV));
        return true;
    case 0x8c:
        a3_x86_havoc_rm(d, d->is_mem ? 2 : 4);
        return true;
    case 0x8e:
        return true;
    default: /* 8f: pop r/m */
        pop(d, A3_X86_TV);
        a3_x86_write_rm(d, d->wide ? 8 : 4, A3_X86_TV);
        return true;
    }
}

static bool row_9(a3_x86 *d, unsigned opcode)
{
    if (opcode < 0x98) {
        unsigned number = (opcode & 7) | d->b;
        if (number == A3_X86_AX)
            return true; /* nop, pause */
        d->rm = (uint8_t)number;
        d->reg = A3_X86_AX;
        exchange(d, a3_x86_size(d));
        return true;
    }
    switch (opcode) {
    case 0x98: case 0x99:
        convert(d, opcode == 0x99);
        return true;
    case 0x9b:
        return true;
    case 0x9c:
        a3_put_havoc(d->out, A3_X86_TV);
        push(d, A3_X86_TV);
        return true;
    case 0x9d:
        pop(d, A3_X86_TV);
        a3_x86_forget_flags(d);
        return true;
    case 0x9e:
        a3_x86_forget_flags(d);
        return true;
    case 0x9f:
        a3_x86_havoc_gpr(d, A3_X86_AX, 4);
        return true;
    default:
        return false;
    }
}

static bool rows_a_to_b(a3_x86 *d, unsigned opcode)
{
    unsigned size = opcode & 1 ? a3_x86_size(d) : 1;
    if (opcode >= 0xb0) {
        unsigned number = (opcode & 7) | d->b;
        size = opcode & 8 ? a3_x86_size(d) : 1;
        a3_put_const(d->out, A3_X86_TV, (int64_t)a3_x86_get(d, size));
        a3_x86_write_gpr(d, number, size, A3_X86_TV);
        return true;
    }
    switch (opcode & ~1u) {
    case 0xa0: case 0xa2:
        move_absolute(d, opcode);
        return true;
    case 0xa4: case 0xaa:
        move_string(d, opcode);
        return true;
    case 0xa8:
        flags_of(d, A3_OP_FLAGS_AND, size, A3_X86_AX, A3_REG_NONE, true, a3_x86_get_signed(d, size == 8 ? 4 : size), 0);
        return true;
    default:
        other_string(d, opcode);
        return true;
    }
}

static void do_return(a3_x86 *d, unsigned opcode)
{
    a3_emit(d->out, A3_OP_RETURN)->imm = opcode == 0xc2 ? (int64_t)a3_x86_get(d, 2) : 0;
}

static bool rows_c_to_d(a3_x86 *d, unsigned opcode)
{
    if (opcode >= 0xd8) {
        a3_x86_x87(d, opcode);
        return true;
    }
    switch (opcode) {
    case 0xc0: case 0xc1: case 0xd0: case 0xd1: case 0xd2: case 0xd3:
        shift_group(d, opcode);
        return true;
    case 0xc2: case 0xc3:
        do_return(d, opcode);
        return true;
    case 0xc6: case 0xc7:
        move_imm(d, opcode);
        return (d->reg & 7) == 0;
    case 0xc9: /* leave */
        a3_put_move(d->out, A3_X86_SP, A3_X86_BP);
        pop(d, A3_X86_BP);
        return true;
    case 0xcc:
        a3_emit(d->out, A3_OP_TRAP);
        return true;
    case 0xcd: /* int 0x29 is Windows' fast fail; others are system calls */
        a3_emit(d->out, a3_x86_get(d, 1) == 0x29 ? A3_OP_TRAP : A3_OP_HAVOC)->d = A3_X86_AX;
        return true;
    case 0xd7:
        a3_x86_havoc_gpr(d, A3_X86_AX, 4);
        return true;
    default:
        return false;
    }
}

static bool rows_e_to_f(a3_x86 *d, unsigned opcode)
{
    int64_t displacement;
    switch (opcode) {
    case 0xe0: case 0xe1: case 0xe2: case 0xe3:
        displacement = a3_x86_get_signed(d, 1);
        if (opcode != 0xe3)
            a3_put_imm(d->out, A3_OP_SUB, a3_x86_address_size(d), A3_X86_CX, A3_X86_CX, 1);
        a3_put_branch_regs(d->out, opcode == 0xe3 ? A3_COND_ZERO : opcode == 0xe2 ? A3_COND_NONZERO : A3_COND_UNKNOWN,
                           A3_X86_CX, A3_REG_NONE, a3_x86_next(d) + (uint64_t)displacement);
        return true;
    case 0xe8:
        displacement = a3_x86_get_signed(d, 4);
        a3_put_call(d->out, A3_REG_NONE, a3_x86_next(d) + (uint64_t)displacement);
        return !d->opsize || d->wide;
    case 0xe9: case 0xeb:
        displacement = a3_x86_get_signed(d, opcode == 0xe9 ? 4 : 1);
        a3_put_jump(d->out, a3_x86_next(d) + (uint64_t)displacement);
        return !d->opsize || d->wide || opcode == 0xeb;
    case 0xf1: case 0xf4:
        a3_emit(d->out, A3_OP_TRAP);
        return true;
    case 0xf5: case 0xf8: case 0xf9:
        a3_x86_forget_flags(d);
        return true;
    case 0xf6: case 0xf7:
        group3(d, opcode);
        return true;
    case 0xfc:
        return true;
    case 0xfe: case 0xff:
        return group5(d, opcode);
    default:
        return false;
    }
}

bool a3_x86_one(a3_x86 *d, unsigned opcode)
{
    if (opcode < 0x40) {
        if ((opcode & 7) >= 6)
            return false;
        alu_block(d, opcode);
        return true;
    }
    if (opcode < 0x80)
        return rows_4_to_7(d, opcode);
    if (opcode < 0x90)
        return row_8(d, opcode);
    if (opcode < 0xa0)
        return row_9(d, opcode);
    if (opcode < 0xc0)
        return rows_a_to_b(d, opcode);
    return opcode < 0xe0 ? rows_c_to_d(d, opcode) : rows_e_to_f(d, opcode);
}

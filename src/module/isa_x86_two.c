/* SPDX-License-Identifier: MIT */
/* 0F opcodes on general registers, and the VEX ones that work on them (BMI, mask registers). */
#include "module/isa_x86.h"

/* ModRM and an immediate that are read past; the displacement was read in between. */
static void operands(a3_x86 *d, unsigned imm_size)
{
    a3_x86_modrm(d, imm_size);
    a3_x86_get(d, imm_size);
    d->imm_size = 0;
}

static void conditional_move(a3_x86 *d, unsigned opcode)
{
    unsigned size = a3_x86_size(d);
    operands(d, 0);
    unsigned value = a3_x86_read_rm(d, size, A3_X86_TV);
    a3_put_select(d->out, a3_x86_cond(opcode), A3_X86_TW, value, d->reg & 15);
    a3_x86_write_gpr(d, d->reg, size, A3_X86_TW);
}

static void set_byte(a3_x86 *d, unsigned opcode)
{
    operands(d, 0);
    a3_put_const(d->out, A3_X86_TV, 1);
    a3_put_select(d->out, a3_x86_cond(opcode), A3_X86_TW, A3_X86_TV, A3_REG_NONE);
    a3_x86_write_rm(d, 1, A3_X86_TW);
}

static void extend(a3_x86 *d, unsigned opcode)
{
    unsigned from = opcode & 1 ? 2 : 1;
    operands(d, 0);
    unsigned value = a3_x86_read_rm(d, from, A3_X86_TV);
    a3_put_unary(d->out, opcode >= 0xbe ? A3_OP_SEXT : A3_OP_ZEXT, from, A3_X86_TW, value);
    a3_x86_write_gpr(d, d->reg, a3_x86_size(d), A3_X86_TW);
}

static void multiply(a3_x86 *d)
{
    unsigned size = a3_x86_size(d);
    operands(d, 0);
    unsigned value = a3_x86_read_rm(d, size, A3_X86_TV);
    a3_put(d->out, A3_OP_MUL, size, A3_X86_TW, d->reg & 15, value);
    a3_x86_write_gpr(d, d->reg, size, A3_X86_TW);
    a3_x86_forget_flags(d);
}

/* cpuid, rdtsc, rdpmc, syscall and their like: these registers, then nothing is known of them. */
static bool havoc_several(a3_x86 *d, const char *registers)
{
    for (; *registers != '\0'; registers++) {
        switch (*registers) {
        case 'a': a3_x86_havoc_gpr(d, A3_X86_AX, 4); break;
        case 'b': a3_x86_havoc_gpr(d, A3_X86_BX, 4); break;
        case 'c': a3_x86_havoc_gpr(d, A3_X86_CX, 4); break;
        case 'd': a3_x86_havoc_gpr(d, A3_X86_DX, 4); break;
        default: a3_x86_havoc_gpr(d, 11, 4);
        }
    }
    return true;
}

/* 0F 01: system instructions; xgetbv is the one that programs use. */
static bool group7(a3_x86 *d)
{
    operands(d, 0);
    if (!d->is_mem)
        return havoc_several(d, "ad");
    a3_x86_havoc_rm(d, 10);
    return true;
}

/* 0F AE: fences, fxsave, ldmxcsr, stmxcsr, rdfsbase */
static bool group15(a3_x86 *d)
{
    operands(d, 0);
    unsigned which = d->reg & 7;
    if (!d->is_mem && d->rep)
        a3_x86_havoc_gpr(d, d->rm, 4);
    else if (d->is_mem && (which == 0 || which == 4 || which == 6)) { /* hundreds of bytes */
        a3_put_havoc(d->out, A3_X86_TV);
        a3_put_memory(d->out, A3_OP_HAVOC_MEMORY, 64, false, A3_REG_NONE, A3_X86_TV, 0);
    } else if (d->is_mem && which == 3) {
        a3_x86_havoc_rm(d, 4);
    }
    return true;
}

/* 0F C7: cmpxchg8b/16b, rdrand, rdseed, rdpid */
static bool group9(a3_x86 *d)
{
    operands(d, 0);
    if (d->is_mem) {
        a3_x86_havoc_rm(d, d->w ? 16 : 8);
        havoc_several(d, "ad");
    } else {
        a3_x86_havoc_gpr(d, d->rm, 4);
    }
    a3_x86_forget_flags(d);
    return true;
}

/* rm = ax == rm ? reg : rm; ax = what rm was */
static void compare_exchange(a3_x86 *d, unsigned size)
{
    unsigned rm = a3_x86_read_rm(d, size, A3_X86_TV), reg = a3_x86_read_gpr(d, d->reg, size, A3_X86_TW);
    a3_put_move(d->out, A3_X86_TV, rm);
    a3_put(d->out, A3_OP_FLAGS_SUB, size, A3_REG_NONE, A3_X86_AX, A3_X86_TV);
    a3_put_select(d->out, A3_COND_EQ, A3_X86_TX, reg, A3_X86_TV);
    a3_x86_write_rm(d, size, A3_X86_TX);
    a3_x86_write_gpr(d, A3_X86_AX, size, A3_X86_TV);
}

static void exchange_add(a3_x86 *d, unsigned size)
{
    unsigned rm = a3_x86_read_rm(d, size, A3_X86_TV), reg = a3_x86_read_gpr(d, d->reg, size, A3_X86_TW);
    a3_put_move(d->out, A3_X86_TV, rm);
    a3_put(d->out, A3_OP_FLAGS_ADD, size, A3_REG_NONE, A3_X86_TV, reg);
    d->out->ops[d->out->count - 1].bit = 4;
    a3_put(d->out, A3_OP_ADD, size, A3_X86_TX, A3_X86_TV, reg);
    a3_x86_write_gpr(d, d->reg, size, A3_X86_TV);
    a3_x86_write_rm(d, size, A3_X86_TX);
}

/* cmpxchg, xadd, and the bit operations that write */
static bool exchange_and_bits(a3_x86 *d, unsigned opcode)
{
    bool byte = opcode == 0xb0 || opcode == 0xc0;
    unsigned size = byte ? 1 : a3_x86_size(d);
    operands(d, opcode == 0xa4 || opcode == 0xac || opcode == 0xba ? 1 : 0);
    bool only_tests = opcode == 0xa3 || (opcode == 0xba && (d->reg & 7) == 4);
    if (opcode == 0xb0 || opcode == 0xb1) {
        compare_exchange(d, size);
        return true;
    }
    if (opcode == 0xc0 || opcode == 0xc1) {
        exchange_add(d, size);
        return true;
    }
    if (!only_tests)
        a3_x86_havoc_rm(d, size);
    a3_x86_forget_flags(d);
    return true;
}

/* A result that is not modelled in ModRM.reg. */
static bool unknown_result(a3_x86 *d, unsigned imm_size, bool flags)
{
    operands(d, imm_size);
    a3_x86_havoc_gpr(d, d->reg, 4);
    if (flags)
        a3_x86_forget_flags(d);
    return true;
}

static bool map_1(a3_x86 *d, unsigned opcode)
{
    switch (opcode) {
    case 0x00: /* sldt, str, verr */
        operands(d, 0);
        if ((d->reg & 7) < 2)
            a3_x86_havoc_rm(d, d->is_mem ? 2 : 4);
        a3_x86_forget_flags(d);
        return true;
    case 0x02: case 0x03:
        return unknown_result(d, 0, true);
    case 0x01:
        return group7(d);
    case 0x05: case 0x34:
        return havoc_several(d, "ac.");
    case 0x0b: case 0xb9: case 0xff:
        a3_emit(d->out, A3_OP_TRAP);
        return true;
    case 0x0d: case 0x18: case 0x19: case 0x1a: case 0x1b: case 0x1c: case 0x1d: case 0x1e: case 0x1f:
        operands(d, 0); /* prefetches, endbr, nops */
        return true;
    case 0x31: case 0x33: case 0xa2:
        return havoc_several(d, opcode == 0xa2 ? "abcd" : "ad");
    case 0x77: /* emms */
        return true;
    case 0xa0: case 0xa1: case 0xa8: case 0xa9: /* push, pop fs, gs */
        return false;
    case 0xa3: case 0xa4: case 0xa5: case 0xab: case 0xac: case 0xad: case 0xb0: case 0xb1: case 0xb3: case 0xba: case 0xbb:
    case 0xc0: case 0xc1:
        return exchange_and_bits(d, opcode);
    case 0xae:
        return group15(d);
    case 0xaf:
        multiply(d);
        return true;
    case 0xb6: case 0xb7: case 0xbe: case 0xbf:
        extend(d, opcode);
        return true;
    case 0xb8: case 0xbc: case 0xbd:
        return unknown_result(d, 0, true);
    case 0xc3: /* movnti */
        operands(d, 0);
        a3_x86_write_rm(d, a3_x86_size(d), d->reg & 15);
        return d->is_mem;
    case 0xc7:
        return group9(d);
    case 0xc8: case 0xc9: case 0xca: case 0xcb: case 0xcc: case 0xcd: case 0xce: case 0xcf: /* bswap */
        a3_x86_havoc_gpr(d, (opcode & 7) | d->b, 4);
        return true;
    default:
        break;
    }
    if ((opcode & 0xf0) == 0x40) {
        conditional_move(d, opcode);
        return true;
    }
    if ((opcode & 0xf0) == 0x80) {
        int64_t displacement = a3_x86_get_signed(d, 4);
        a3_x86_branch(d, opcode, displacement);
        return !d->opsize || d->wide;
    }
    if ((opcode & 0xf0) == 0x90) {
        set_byte(d, opcode);
        return true;
    }
    return a3_x86_vector(d, opcode);
}

/* andn, bextr, blsr, bzhi, pdep, mulx, shlx: results are not modelled. */
static bool vex_general(a3_x86 *d, unsigned opcode)
{
    bool to_vvvv = opcode == 0xf3;
    operands(d, d->map == 3 ? 1 : 0);
    a3_x86_havoc_gpr(d, to_vvvv ? d->vvvv : d->reg, 4);
    if (opcode == 0xf6)
        a3_x86_havoc_gpr(d, d->vvvv, 4); /* mulx writes both */
    a3_x86_forget_flags(d);
    return true;
}

/* AVX-512 mask registers: not kept, but two of the forms write a general register or memory. */
static bool mask_move(a3_x86 *d, unsigned opcode)
{
    operands(d, d->map == 3 ? 1 : 0);
    if (opcode == 0x93)
        a3_x86_havoc_gpr(d, d->reg, 4);
    else if (opcode == 0x91)
        a3_x86_havoc_rm(d, 8);
    else if (opcode == 0x98 || opcode == 0x99)
        a3_x86_forget_flags(d);
    return true;
}

static bool is_mask_opcode(const a3_x86 *d, unsigned opcode)
{
    if (d->evex)
        return false;
    if (d->map == 1)
        return (opcode >= 0x41 && opcode <= 0x4b) || (opcode >= 0x90 && opcode <= 0x93) || opcode == 0x98 || opcode == 0x99;
    return d->map == 3 && opcode >= 0x30 && opcode <= 0x33;
}

static bool map_2_general(a3_x86 *d, unsigned opcode)
{
    switch (opcode) {
    case 0xf0: case 0xf1: /* movbe; crc32 with F2 */
        operands(d, 0);
        if (opcode == 0xf1 && !d->repne && d->is_mem)
            a3_x86_havoc_rm(d, a3_x86_size(d));
        else
            a3_x86_havoc_gpr(d, d->reg, 4);
        return true;
    case 0xf6: /* adcx, adox */
        return unknown_result(d, 0, true);
    case 0xf8: /* movdir64b */
        operands(d, 0);
        a3_put_memory(d->out, A3_OP_HAVOC_MEMORY, 64, false, A3_REG_NONE, d->reg & 15, 0);
        return true;
    case 0xf9: /* movdiri */
        operands(d, 0);
        a3_x86_write_rm(d, d->w ? 8 : 4, d->reg & 15);
        return d->is_mem;
    default:
        return a3_x86_vector(d, opcode);
    }
}

void a3_x86_unknown_store(a3_x86 *d, bool known_place)
{
    if (known_place && d->is_mem && !d->evex) {
        a3_x86_havoc_rm(d, d->vector_bytes);
        return;
    }
    a3_put_havoc(d->out, A3_X86_TV);
    a3_put_memory(d->out, A3_OP_HAVOC_MEMORY, 64, false, A3_REG_NONE, A3_X86_TV, 0);
}

/* EVEX maps 5 and 6: half-precision floats. */
static bool half_floats(a3_x86 *d, unsigned opcode)
{
    operands(d, 0);
    if (d->map == 5 && (opcode == 0x11 || opcode == 0x7e) && d->is_mem)
        a3_x86_unknown_store(d, false);
    else
        a3_x86_havoc_vectors(d);
    if (d->map == 5 && (opcode == 0x2c || opcode == 0x2d || opcode == 0x78 || opcode == 0x79))
        a3_x86_havoc_gpr(d, d->reg, 4);
    if (d->map == 5 && opcode == 0x7e && !d->is_mem)
        a3_x86_havoc_gpr(d, d->rm, 4);
    if (d->map == 5 && (opcode == 0x2e || opcode == 0x2f))
        a3_x86_forget_flags(d);
    return true;
}

bool a3_x86_two(a3_x86 *d, unsigned opcode)
{
    if (d->evex && d->map >= 5)
        return half_floats(d, opcode);
    if (d->vex && is_mask_opcode(d, opcode))
        return mask_move(d, opcode);
    if (d->vex && !d->evex && ((d->map == 2 && opcode >= 0xf2 && opcode <= 0xf7) || (d->map == 3 && opcode == 0xf0)))
        return vex_general(d, opcode);
    if (d->vex)
        return d->map == 1 && opcode == 0xae ? group15(d) : a3_x86_vector(d, opcode);
    if (d->map == 1)
        return map_1(d, opcode);
    return d->map == 2 ? map_2_general(d, opcode) : a3_x86_vector(d, opcode);
}

/* x87: the stack of floats is not kept; stores and fnstsw are what others may see. */
void a3_x86_x87(a3_x86 *d, unsigned opcode)
{
    a3_x86_modrm(d, 0);
    unsigned which = d->reg & 7;
    if (!d->is_mem) {
        if (opcode == 0xdf && which == 4)
            a3_x86_havoc_gpr(d, A3_X86_AX, 4);
        else if ((opcode == 0xdb || opcode == 0xdf) && (which == 5 || which == 6))
            a3_x86_forget_flags(d);
        return;
    }
    bool odd = opcode & 1;
    bool stores = odd && (which == 1 || which == 2 || which == 3 || which == 6 || which == 7);
    if (!stores)
        return;
    if (which == 6 && (opcode == 0xd9 || opcode == 0xdd)) /* fnstenv, fnsave */
        a3_x86_unknown_store(d, false);
    else
        a3_x86_havoc_rm(d, 10);
}

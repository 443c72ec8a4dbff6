/* SPDX-License-Identifier: MIT */
/* SSE, AVX and what is needed of AVX-512: moves, shuffles and logic that compilers build arrays with are modelled
 * on quads (eight bytes); of everything else, what it writes is forgotten. MMX registers are not kept. */
#include "module/isa_x86.h"

enum { VALUE = A3_X86_TV, OTHER = A3_X86_TW };

/* Quad `q` of vector register `n`; NONE-like scratch where it is not kept (writes vanish, reads must not be made). */
static unsigned quad(unsigned n, unsigned q)
{
    if (n < 16)
        return q < 4 ? A3_X86_VEC + 4 * n + q : A3_REG_NONE;
    return q < 2 ? A3_X86_VEC_HIGH + 2 * (n - 16) + q : A3_REG_NONE;
}

static bool is_kept(unsigned n, unsigned q) { return quad(n, q) != A3_REG_NONE; }

static void havoc_vector(a3_x86 *d, unsigned n)
{
    for (unsigned q = 0; q < 4; q++)
        if (is_kept(n, q))
            a3_put_havoc(d->out, quad(n, q));
}

void a3_x86_havoc_vectors(a3_x86 *d)
{
    havoc_vector(d, d->reg);
    if (!d->is_mem)
        havoc_vector(d, d->rm);
}

/* VEX and EVEX instructions clear what they do not write. */
static void clear_from(a3_x86 *d, unsigned n, unsigned q)
{
    for (; d->vex && q < 4; q++)
        if (is_kept(n, q))
            a3_put_const(d->out, quad(n, q), 0);
}

/* Quad `q` of the register or memory operand, in `scratch` or in its own register. */
static unsigned read_quad(a3_x86 *d, unsigned q, unsigned scratch)
{
    if (!d->is_mem) {
        if (is_kept(d->rm, q))
            return quad(d->rm, q);
        a3_put_havoc(d->out, scratch);
        return scratch;
    }
    a3_x86_address ea = a3_x86_ea(d);
    a3_put_load(d->out, 8, false, scratch, ea.base, ea.disp + 8 * (int64_t)q);
    return scratch;
}

/* movups, movaps, movdqa and all that copy whole registers. */
static void move_whole(a3_x86 *d, bool store)
{
    unsigned quads = d->vector_bytes / 8u;
    for (unsigned q = 0; q < quads; q++) {
        if (!store) {
            unsigned value = read_quad(d, q, VALUE);
            if (is_kept(d->reg, q))
                a3_put_move(d->out, quad(d->reg, q), value);
            continue;
        }
        unsigned from = is_kept(d->reg, q) ? quad(d->reg, q) : VALUE;
        if (from == VALUE)
            a3_put_havoc(d->out, VALUE);
        if (d->is_mem) {
            a3_x86_address ea = a3_x86_ea(d);
            a3_put_store(d->out, 8, from, ea.base, ea.disp + 8 * (int64_t)q);
        } else if (is_kept(d->rm, q)) {
            a3_put_move(d->out, quad(d->rm, q), from);
        }
    }
    clear_from(d, store && !d->is_mem ? d->rm : d->reg, store && d->is_mem ? 4 : quads);
}

/* movss, movsd: 4 or 8 bytes; from memory they clear the rest, between registers they merge. */
static void move_scalar(a3_x86 *d, bool store, unsigned size)
{
    unsigned reg = quad(d->reg, 0);
    d->disp_scale = (uint8_t)size;
    if (d->is_mem) {
        a3_x86_address ea = a3_x86_ea(d);
        if (store) {
            a3_put_store(d->out, size, reg, ea.base, ea.disp);
            return;
        }
        a3_put_load(d->out, size, false, reg, ea.base, ea.disp);
        a3_put_const(d->out, quad(d->reg, 1), 0);
        clear_from(d, d->reg, 2);
        return;
    }
    unsigned to = store ? d->rm : d->reg, from = store ? d->reg : d->rm;
    if (size == 4 || d->evex) {
        havoc_vector(d, to);
        return;
    }
    a3_put_move(d->out, VALUE, quad(from, 0));
    if (d->vex)
        a3_put_move(d->out, quad(to, 1), quad(d->vvvv, 1));
    a3_put_move(d->out, quad(to, 0), VALUE);
    clear_from(d, to, 2);
}

/* movlps/movlpd (12, 13), movhps/movhpd (16, 17), movhlps, movlhps */
static void move_half(a3_x86 *d, unsigned opcode)
{
    bool high = opcode >= 0x16, store = opcode & 1;
    d->disp_scale = 8;
    if (store) {
        if (d->is_mem) {
            a3_x86_address ea = a3_x86_ea(d);
            a3_put_store(d->out, 8, quad(d->reg, high), ea.base, ea.disp);
        }
        return;
    }
    unsigned base = d->vex ? d->vvvv : d->reg;
    /* From a register: movhlps takes the high half into the low one, movlhps the other way. */
    a3_put_move(d->out, VALUE, d->is_mem ? read_quad(d, 0, VALUE) : quad(d->rm, high ? 0 : 1));
    a3_put_move(d->out, OTHER, quad(base, high ? 0 : 1));
    a3_put_move(d->out, quad(d->reg, high), VALUE);
    a3_put_move(d->out, quad(d->reg, !high), OTHER);
    clear_from(d, d->reg, 2);
}

/* punpcklqdq, unpcklpd (low) and punpckhqdq, unpckhpd */
static void unpack_quads(a3_x86 *d, bool high)
{
    unsigned first = d->vex ? d->vvvv : d->reg;
    for (unsigned lane = 0; lane < d->vector_bytes / 16u && lane < 2; lane++) {
        unsigned b = read_quad(d, 2 * lane + high, VALUE);
        a3_put_move(d->out, VALUE, b);
        if (!is_kept(d->reg, 2 * lane + 1))
            continue;
        if (is_kept(first, 2 * lane + high))
            a3_put_move(d->out, quad(d->reg, 2 * lane), quad(first, 2 * lane + high));
        else
            a3_put_havoc(d->out, quad(d->reg, 2 * lane));
        a3_put_move(d->out, quad(d->reg, 2 * lane + 1), VALUE);
    }
    clear_from(d, d->reg, d->vector_bytes / 8u);
}

static void half_of(a3_x86 *d, unsigned to, unsigned from, bool high)
{
    if (high)
        a3_put_imm(d->out, A3_OP_SHR, 8, to, from, 32);
    else
        a3_put_unary(d->out, A3_OP_ZEXT, 4, to, from);
}

/* to = low | high << 32, through scratch. Both are zero-extended dwords. */
static void join_halves(a3_x86 *d, unsigned to, unsigned low, unsigned high)
{
    a3_put_imm(d->out, A3_OP_SHL, 8, high, high, 32);
    a3_put(d->out, A3_OP_OR, 8, to, low, high);
}

/* punpckldq: a0 b0 a1 b1 */
static void unpack_dwords(a3_x86 *d, bool high)
{
    if (d->vector_bytes != 16) {
        havoc_vector(d, d->reg);
        return;
    }
    unsigned first = d->vex ? d->vvvv : d->reg;
    unsigned a = quad(first, high), b = read_quad(d, high, A3_X86_TX);
    a3_put_move(d->out, A3_X86_TX, b);
    a3_put_move(d->out, A3_X86_TY, a);
    half_of(d, VALUE, A3_X86_TY, false);
    half_of(d, OTHER, A3_X86_TX, false);
    join_halves(d, quad(d->reg, 0), VALUE, OTHER);
    half_of(d, VALUE, A3_X86_TY, true);
    half_of(d, OTHER, A3_X86_TX, true);
    join_halves(d, quad(d->reg, 1), VALUE, OTHER);
    clear_from(d, d->reg, 2);
}

/* pshufd, shufps: dwords 0 and 1 out of one source, 2 and 3 out of the other, chosen by the immediate. */
static void shuffle_dwords(a3_x86 *d, bool one_source)
{
    unsigned imm = (unsigned)a3_x86_get(d, 1);
    d->imm_size = 0;
    if (d->vector_bytes != 16) {
        havoc_vector(d, d->reg);
        return;
    }
    unsigned first = d->vex ? d->vvvv : d->reg;
    for (unsigned i = 0; i < 2; i++) {
        for (unsigned k = 0; k < 2; k++) {
            unsigned which = imm >> (4 * i + 2 * k) & 3;
            bool from_rm = one_source || i == 1;
            unsigned source = from_rm ? read_quad(d, which / 2, A3_X86_TX) : quad(first, which / 2);
            half_of(d, k == 0 ? VALUE : OTHER, source, which & 1);
        }
        /* The first result waits in TY: the register may be a source of the second. */
        join_halves(d, i == 0 ? A3_X86_TY : VALUE, VALUE, OTHER);
    }
    a3_put_move(d->out, quad(d->reg, 0), A3_X86_TY);
    a3_put_move(d->out, quad(d->reg, 1), VALUE);
    clear_from(d, d->reg, 2);
}

/* and, andn, or, xor of whole registers */
static void logic(a3_x86 *d, a3_op_code code, bool invert)
{
    unsigned first = d->vex ? d->vvvv : d->reg;
    bool same = !d->is_mem && first == d->rm;
    for (unsigned q = 0; q < d->vector_bytes / 8u && q < 4; q++) {
        if (!is_kept(d->reg, q))
            continue;
        if (same && code == A3_OP_XOR) {
            a3_put_const(d->out, quad(d->reg, q), 0);
            continue;
        }
        unsigned b = read_quad(d, q, VALUE), a = is_kept(first, q) ? quad(first, q) : OTHER;
        if (a == OTHER)
            a3_put_havoc(d->out, OTHER);
        if (invert) {
            a3_put_unary(d->out, A3_OP_NOT, 8, OTHER, a);
            a = OTHER;
        }
        a3_put(d->out, code, 8, quad(d->reg, q), a, b);
    }
    clear_from(d, d->reg, d->vector_bytes / 8u);
}

/* movd, movq into a vector register (6E) and out of it (7E) */
static void move_general(a3_x86 *d, bool out)
{
    unsigned size = d->w ? 8 : 4;
    d->disp_scale = (uint8_t)size;
    if (out) {
        a3_x86_write_rm(d, size, quad(d->reg, 0));
        return;
    }
    unsigned value = a3_x86_read_rm(d, size, VALUE);
    a3_put_unary(d->out, A3_OP_MOVE, size, quad(d->reg, 0), value);
    a3_put_const(d->out, quad(d->reg, 1), 0);
    clear_from(d, d->reg, 2);
}

/* movq xmm, xmm/m64 (F3 7E) and movq xmm/m64, xmm (66 D6) */
static void move_low(a3_x86 *d, bool out)
{
    d->disp_scale = 8;
    if (out && d->is_mem) {
        a3_x86_address ea = a3_x86_ea(d);
        a3_put_store(d->out, 8, quad(d->reg, 0), ea.base, ea.disp);
        return;
    }
    unsigned to = out ? d->rm : d->reg;
    a3_put_move(d->out, quad(to, 0), out ? quad(d->reg, 0) : read_quad(d, 0, VALUE));
    a3_put_const(d->out, quad(to, 1), 0);
    clear_from(d, to, 2);
}

/* pinsrd, pinsrq (3A 22) and pextrd, pextrq (3A 16) */
static void insert_extract(a3_x86 *d, bool extract)
{
    unsigned size = d->w ? 8 : 4, imm = (unsigned)a3_x86_get(d, 1);
    d->imm_size = 0;
    d->disp_scale = (uint8_t)size;
    unsigned q = size == 8 ? imm & 1 : imm >> 1 & 1;
    bool high = size == 4 && (imm & 1);
    if (extract) {
        half_of(d, VALUE, quad(d->reg, q), high);
        a3_x86_write_rm(d, size, size == 8 ? quad(d->reg, q) : VALUE);
        return;
    }
    unsigned value = a3_x86_read_rm(d, size, VALUE), first = d->vex ? d->vvvv : d->reg;
    if (value != VALUE)
        a3_put_move(d->out, VALUE, value);
    if (first != d->reg)
        for (unsigned k = 0; k < 2; k++)
            a3_put_move(d->out, quad(d->reg, k), quad(first, k));
    if (size == 8) {
        a3_put_move(d->out, quad(d->reg, q), VALUE);
    } else {
        a3_op *op = a3_emit(d->out, A3_OP_INSERT);
        op->size = 4;
        op->d = (uint8_t)quad(d->reg, q);
        op->a = VALUE;
        op->imm = high ? 4 : 0;
    }
    clear_from(d, d->reg, 2);
}

/* vinsertf128, vinserti128 */
static void insert_lane(a3_x86 *d)
{
    unsigned lane = (unsigned)a3_x86_get(d, 1) & 1;
    d->imm_size = 0;
    a3_put_move(d->out, A3_X86_TX, read_quad(d, 0, A3_X86_TX));
    a3_put_move(d->out, A3_X86_TY, read_quad(d, 1, A3_X86_TY)); /* the source may be the destination */
    for (unsigned q = 0; q < 4; q++) {
        unsigned inserted = q & 1 ? A3_X86_TY : A3_X86_TX;
        a3_put_move(d->out, quad(d->reg, q), q / 2 == lane ? inserted : quad(d->vvvv, q));
    }
}

static void broadcast(a3_x86 *d, unsigned size)
{
    d->disp_scale = (uint8_t)size;
    if (d->is_mem) {
        a3_x86_address ea = a3_x86_ea(d);
        a3_put_load(d->out, size, false, VALUE, ea.base, ea.disp);
    } else {
        a3_put_unary(d->out, A3_OP_MOVE, size, VALUE, quad(d->rm, 0));
    }
    if (size == 4) {
        a3_put_imm(d->out, A3_OP_SHL, 8, OTHER, VALUE, 32);
        a3_put(d->out, A3_OP_OR, 8, VALUE, VALUE, OTHER);
    }
    for (unsigned q = 0; q < d->vector_bytes / 8u && q < 4; q++)
        if (is_kept(d->reg, q))
            a3_put_move(d->out, quad(d->reg, q), VALUE);
    clear_from(d, d->reg, d->vector_bytes / 8u);
}

/* -- the maps -- */

static bool moves_1(a3_x86 *d, unsigned opcode)
{
    bool scalar = d->rep || d->repne;
    switch (opcode) {
    case 0x10: case 0x11:
        a3_x86_modrm(d, 0);
        if (scalar)
            move_scalar(d, opcode & 1, d->rep ? 4 : 8);
        else
            move_whole(d, opcode & 1);
        return true;
    case 0x12: case 0x13: case 0x16: case 0x17:
        a3_x86_modrm(d, 0);
        if (scalar) /* movddup, movsldup, movshdup */
            havoc_vector(d, d->reg);
        else
            move_half(d, opcode);
        return true;
    case 0x14: case 0x15:
        a3_x86_modrm(d, 0);
        if (d->opsize)
            unpack_quads(d, opcode & 1);
        else
            unpack_dwords(d, opcode & 1);
        return true;
    case 0x28: case 0x29: case 0x2b: case 0xe7:
        a3_x86_modrm(d, 0);
        if (opcode == 0xe7 && !d->opsize)
            a3_x86_havoc_rm(d, 8); /* movntq */
        else
            move_whole(d, opcode != 0x28);
        return true;
    case 0x6f: case 0x7f:
        a3_x86_modrm(d, 0);
        if (d->opsize || d->rep || d->evex)
            move_whole(d, opcode == 0x7f);
        else if (opcode == 0x7f && d->is_mem)
            a3_x86_havoc_rm(d, 8); /* movq m64, mm */
        return true;
    case 0xf0:
        a3_x86_modrm(d, 0);
        move_whole(d, false);
        return true;
    case 0x6e: case 0x7e:
        a3_x86_modrm(d, 0);
        if (opcode == 0x7e && d->rep)
            move_low(d, false);
        else if (d->opsize)
            move_general(d, opcode == 0x7e);
        else if (opcode == 0x7e)
            a3_x86_havoc_rm(d, d->w ? 8 : 4); /* out of an mm register */
        return true;
    case 0xd6:
        a3_x86_modrm(d, 0);
        if (d->opsize)
            move_low(d, true);
        else
            havoc_vector(d, d->reg);
        return true;
    default:
        return false;
    }
}

static bool logic_1(a3_x86 *d, unsigned opcode)
{
    bool mmx = opcode >= 0x60 && !d->opsize;
    a3_op_code code = A3_OP_XOR;
    switch (opcode) {
    case 0x54: case 0x55: case 0xdb: case 0xdf:
        code = A3_OP_AND;
        break;
    case 0x56: case 0xeb:
        code = A3_OP_OR;
        break;
    case 0x57: case 0xef:
        break;
    case 0x62: case 0x6a: case 0x6c: case 0x6d:
        a3_x86_modrm(d, 0);
        if (!mmx && opcode >= 0x6c)
            unpack_quads(d, opcode & 1);
        else if (!mmx)
            unpack_dwords(d, opcode == 0x6a);
        return true;
    case 0x70: case 0xc6:
        a3_x86_modrm(d, 1);
        if (opcode == 0x70 ? d->opsize : !d->opsize) {
            shuffle_dwords(d, opcode == 0x70);
        } else {
            a3_x86_get(d, 1);
            havoc_vector(d, d->reg);
        }
        return true;
    case 0x74: case 0x75: case 0x76: /* a register is equal to itself: all ones */
        a3_x86_modrm(d, 0);
        if (d->evex)
            return true; /* into a mask register */
        for (unsigned q = 0; !mmx && q < d->vector_bytes / 8u && q < 4; q++) {
            bool ones = !d->is_mem && d->rm == (d->vex ? d->vvvv : d->reg);
            if (is_kept(d->reg, q) && ones)
                a3_put_const(d->out, quad(d->reg, q), -1);
            else if (is_kept(d->reg, q))
                a3_put_havoc(d->out, quad(d->reg, q));
        }
        clear_from(d, d->reg, d->vector_bytes / 8u);
        return true;
    default:
        return false;
    }
    a3_x86_modrm(d, 0);
    if (!mmx)
        logic(d, code, opcode == 0x55 || opcode == 0xdf);
    return true;
}

/* What is left of map 1: which immediates, and what is written. */
static bool others_1(a3_x86 *d, unsigned opcode)
{
    if (opcode == 0x77) { /* vzeroupper; vzeroall */
        for (unsigned n = 0; n < 16; n++)
            for (unsigned q = d->vector_bytes == 32 ? 0 : 2; q < 4; q++)
                a3_put_const(d->out, quad(n, q), 0);
        return true;
    }
    bool known = (opcode >= 0x2a && opcode <= 0x2f) || (opcode >= 0x50 && opcode <= 0x7f) || opcode == 0xc2 ||
                 (opcode >= 0xc4 && opcode <= 0xc6) || opcode >= 0xd0;
    if (!known)
        return false;
    bool imm = (opcode >= 0x71 && opcode <= 0x73) || opcode == 0xc2 || opcode == 0xc4 || opcode == 0xc5;
    a3_x86_modrm(d, imm);
    a3_x86_get(d, imm);
    d->imm_size = 0;
    switch (opcode) {
    case 0x2c: case 0x2d: case 0x50: case 0xc5: case 0xd7:
        a3_x86_havoc_gpr(d, d->reg, 4);
        return true;
    case 0x78: case 0x79: /* EVEX: to a general register or a vector */
        a3_x86_havoc_gpr(d, d->reg, 4);
        havoc_vector(d, d->reg);
        return true;
    case 0x2e: case 0x2f:
        a3_emit(d->out, A3_OP_FLAGS_HAVOC);
        return true;
    case 0x71: case 0x72: case 0x73:
        if (d->opsize)
            havoc_vector(d, d->vex ? d->vvvv : d->rm);
        return true;
    case 0xf7:
        a3_x86_unknown_store(d, false);
        return true;
    default:
        havoc_vector(d, d->reg);
        return true;
    }
}

static bool map_2(a3_x86 *d, unsigned opcode)
{
    a3_x86_modrm(d, 0);
    switch (opcode) {
    case 0x17:
        a3_emit(d->out, A3_OP_FLAGS_HAVOC);
        return true;
    case 0x18: case 0x58:
        broadcast(d, 4);
        return true;
    case 0x19: case 0x59:
        broadcast(d, 8);
        return true;
    case 0x2a:
        move_whole(d, false);
        return true;
    case 0x90: case 0x91: case 0x92: case 0x93: /* gathers clear their mask */
        havoc_vector(d, d->reg);
        havoc_vector(d, d->vvvv);
        return true;
    case 0x2e: case 0x2f: case 0x8e: /* masked stores; EVEX uses the first two otherwise */
    case 0x63: case 0x8a: case 0x8b: case 0xa0: case 0xa1: case 0xa2: case 0xa3:
        a3_x86_unknown_store(d, opcode < 0x30 || opcode == 0x8e);
        a3_x86_havoc_vectors(d);
        return true;
    default:
        if (d->evex && d->is_mem && opcode >= 0x10 && opcode <= 0x35 && d->rep)
            a3_x86_unknown_store(d, false); /* narrowing stores */
        else if (d->evex)
            a3_x86_havoc_vectors(d);
        else
            havoc_vector(d, d->reg);
        return true;
    }
}

static bool map_3(a3_x86 *d, unsigned opcode)
{
    a3_x86_modrm(d, 1);
    switch (opcode) {
    case 0x16: case 0x22:
        insert_extract(d, opcode == 0x16);
        return true;
    case 0x18: case 0x38:
        if (!d->evex) {
            insert_lane(d);
            return true;
        }
        break;
    default:
        break;
    }
    a3_x86_get(d, 1);
    d->imm_size = 0;
    switch (opcode) {
    case 0x14: case 0x15: case 0x17:
        a3_x86_havoc_rm(d, 4);
        return true;
    case 0x19: case 0x39: case 0x1b: case 0x3b: case 0x1d:
        if (d->is_mem)
            a3_x86_unknown_store(d, true);
        else
            havoc_vector(d, d->rm);
        return true;
    case 0x60: case 0x61: case 0x62: case 0x63:
        a3_x86_havoc_gpr(d, A3_X86_CX, 4);
        havoc_vector(d, 0);
        a3_emit(d->out, A3_OP_FLAGS_HAVOC);
        return true;
    default:
        havoc_vector(d, d->reg);
        return true;
    }
}

static bool is_store(const a3_x86 *d, unsigned opcode)
{
    static const uint8_t stores[] = {0x11, 0x13, 0x17, 0x29, 0x2b, 0x7e, 0x7f, 0xd6, 0xe7};
    for (size_t i = 0; d->map == 1 && i < sizeof stores; i++)
        if (stores[i] == opcode && !(opcode == 0x7e && d->rep))
            return true;
    return false;
}

/* EVEX with a mask or a broadcast: only what is written is of interest. */
static bool masked(a3_x86 *d, unsigned opcode)
{
    bool imm = d->map == 3 || (d->map == 1 && ((opcode >= 0x70 && opcode <= 0x73) || opcode == 0xc2 || opcode == 0xc6));
    a3_x86_modrm(d, imm);
    a3_x86_get(d, imm);
    if (d->is_mem && is_store(d, opcode))
        a3_x86_unknown_store(d, false);
    else if (!d->is_mem && is_store(d, opcode))
        havoc_vector(d, d->rm);
    havoc_vector(d, d->reg);
    if (d->map == 1 && opcode >= 0x71 && opcode <= 0x73)
        havoc_vector(d, d->vvvv);
    if (d->is_mem && d->map != 1)
        a3_x86_unknown_store(d, false);
    return true;
}

bool a3_x86_vector(a3_x86 *d, unsigned opcode)
{
    if (d->evex && d->mask != 0)
        return masked(d, opcode);
    if (d->map == 2)
        return map_2(d, opcode);
    if (d->map == 3)
        return map_3(d, opcode);
    return moves_1(d, opcode) || logic_1(d, opcode) || others_1(d, opcode);
}

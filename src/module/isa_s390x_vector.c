/* SPDX-License-Identifier: MIT */
/* z/Architecture vectors and floating point: what moves, fills and splits; arithmetic is not followed. Element 0 is the
 * leftmost. Source: z/Architecture Principles of Operation (SA22-7832-13), chapters 9, 18-20 (floating point), 21-24. */
#include "base/bytes.h"
#include "module/isa_s390x.h"

enum { T0 = A3_REG_T0, T1, T2, T3 };

static void havoc(a3_z *z, unsigned v)
{
    a3_put_havoc(z->out, a3_z_vector(v, 0));
    a3_put_havoc(z->out, a3_z_vector(v, 1));
}

/* -- floating point -- */

bool a3_z_lose_float(a3_z *z, unsigned r1)
{
    havoc(z, r1);
    a3_z_set_cc(z, A3_Z_UNKNOWN);
    return true;
}

void a3_z_float_storage(a3_z *z, bool load, unsigned size, unsigned r1, unsigned base, int64_t disp)
{
    unsigned reg = a3_z_vector(r1, 0);
    if (size == 8) {
        a3_put_memory(z->out, load ? A3_OP_LOAD : A3_OP_STORE, 8, false, reg, base, disp);
    } else if (load) {
        a3_put_load(z->out, 4, false, T0, base, disp);
        a3_put_imm(z->out, A3_OP_SHL, 8, reg, T0, 32);
    } else {
        a3_put_imm(z->out, A3_OP_SHR, 8, T0, reg, 32);
        a3_put_store(z->out, 4, T0, base, disp);
    }
    if (load)
        a3_put_havoc(z->out, a3_z_vector(r1, 1));
}

bool a3_z_float_registers(a3_z *z)
{
    unsigned op = z->b[1], r1 = a3_z_high(z, 3), r2 = a3_z_low(z, 3);
    switch (op) {
    case 0xc1: a3_put_move(z->out, a3_z_vector(r1, 0), r2); return true;  /* ldgr */
    case 0xcd: a3_put_move(z->out, r1, a3_z_vector(r2, 0)); return true;  /* lgdr */
    case 0x74: case 0x75: a3_put_const(z->out, a3_z_vector(r1, 0), 0); return true; /* lzer, lzdr */
    case 0x8c: a3_put_havoc(z->out, r1); return true;                     /* efpc */
    case 0x84: return true;                                               /* sfpc */
    default: break;
    }
    bool to_general = (op >= 0x98 && op <= 0xba && (op & 8)) || (op >= 0xb8 && op <= 0xca && op & 8) ||
                      (op >= 0x41 && op <= 0x4b) || (op >= 0xe1 && op <= 0xef && op != 0xe4);
    if (to_general) /* conversions to fixed point, exponents */
        a3_put_havoc(z->out, r1);
    return a3_z_lose_float(z, r1);
}

bool a3_z_float_long(a3_z *z, unsigned base, int64_t disp)
{
    unsigned op = z->b[5], r1 = a3_z_high(z, 1);
    if (op == 0x24) { /* lde: a short number lengthened, which is how four bytes are moved */
        a3_z_float_storage(z, true, 4, r1, base, disp);
        return true;
    }
    if (op >= 0x64 && op <= 0x67) { /* ley, ldy, stey, stdy */
        a3_z_float_storage(z, op < 0x66, op & 1 ? 8 : 4, r1, base, disp);
        return true;
    }
    a3_z_lose_float(z, a3_z_high(z, 4));
    return a3_z_lose_float(z, r1);
}

/* -- vectors -- */

/* Register fields have four bits, the fifth stands in the fourth byte. */
typedef struct fields {
    unsigned v1, v2, v3, m4; /* m4: the mask in the fifth byte's high half */
    unsigned base;           /* with the index of VRX added */
    int64_t disp;
} fields;

static void set_both(a3_z *z, unsigned v, unsigned left, unsigned right)
{
    a3_put_move(z->out, T2, right);
    a3_put_move(z->out, a3_z_vector(v, 0), left);
    a3_put_move(z->out, a3_z_vector(v, 1), T2);
}

static uint64_t repeated(uint64_t value, unsigned log)
{
    static const uint64_t ones[4] = {UINT64_C(0x0101010101010101), UINT64_C(0x0001000100010001), UINT64_C(0x100000001), 1};
    return (value & UINT64_MAX >> (64 - (8U << log))) * ones[log];
}

/* Where element `index` of 1 << log bytes lies: its doubleword, and the byte from the right in it. */
static unsigned element_register(unsigned v, unsigned log, unsigned index) { return a3_z_vector(v, (index << log) / 8 & 1); }
static unsigned element_byte(unsigned log, unsigned index) { return 8 - (1U << log) - ((index << log) & 7); }

static void set_element(a3_z *z, unsigned v, unsigned log, unsigned index, unsigned from)
{
    if (log == 3) {
        a3_put_move(z->out, element_register(v, log, index), from);
        return;
    }
    a3_op *op = a3_emit(z->out, A3_OP_INSERT);
    op->size = (uint8_t)(1U << log);
    op->d = (uint8_t)element_register(v, log, index);
    op->a = (uint8_t)from;
    op->imm = element_byte(log, index);
}

static void get_element(a3_z *z, unsigned d, unsigned v, unsigned log, unsigned index)
{
    a3_put_imm(z->out, A3_OP_SHR, 8, d, element_register(v, log, index), 8 * (int64_t)element_byte(log, index));
    a3_put_unary(z->out, A3_OP_ZEXT, 1U << log, d, d);
}

static void replicate(a3_z *z, unsigned v, unsigned log, unsigned from)
{
    a3_put_imm(z->out, A3_OP_MUL, 8, T3, from, (int64_t)repeated(1, log));
    set_both(z, v, T3, T3);
}

/* The loads and stores (VRX, VRS-a, VRI for byte masks); false: not one of them */
static bool storage(a3_z *z, unsigned op, const fields *f)
{
    static const uint8_t logs[4] = {0, 1, 3, 2}; /* byte, halfword, doubleword, word: E700-E703, E708-E70B */
    unsigned log = logs[op & 3];
    switch (op) {
    case 0x00: case 0x01: case 0x02: case 0x03: /* vleb, vleh, vleg, vlef */
        a3_put_load(z->out, 1U << log, false, T0, f->base, f->disp);
        set_element(z, f->v1, log, f->m4, T0);
        return true;
    case 0x08: case 0x09: case 0x0a: case 0x0b: /* vsteb, ... */
        get_element(z, T0, f->v1, log, f->m4);
        a3_put_store(z->out, 1U << log, T0, f->base, f->disp);
        return true;
    case 0x04: case 0x05: /* vllez, vlrep */
        if (f->m4 > 3 && !(op == 0x04 && f->m4 == 6)) {
            havoc(z, f->v1);
            return true;
        }
        log = f->m4 == 6 ? 2 : f->m4;
        a3_put_load(z->out, 1U << log, false, T0, f->base, f->disp);
        if (op == 0x05) {
            replicate(z, f->v1, log, T0);
        } else { /* rightmost of the left half, or leftmost (6) */
            a3_put_imm(z->out, A3_OP_SHL, 8, T0, T0, f->m4 == 6 ? 32 : 0);
            set_both(z, f->v1, T0, A3_REG_NONE);
        }
        return true;
    case 0x06: case 0x0e: /* vl, vst */
        for (unsigned i = 0; i < 2; i++)
            a3_put_memory(z->out, op == 0x06 ? A3_OP_LOAD : A3_OP_STORE, 8, false, a3_z_vector(f->v1, i), f->base, f->disp + 8 * (int64_t)i);
        return true;
    case 0x36: case 0x3e: /* vlm, vstm: sixteen registers at most */
        if (f->v2 < f->v1 || f->v2 - f->v1 > 15)
            return false;
        for (unsigned v = f->v1; v <= f->v2; v++)
            for (unsigned i = 0; i < 2; i++)
                a3_put_memory(z->out, op == 0x36 ? A3_OP_LOAD : A3_OP_STORE, 8, false, a3_z_vector(v, i), f->base,
                              f->disp + 16 * (int64_t)(v - f->v1) + 8 * (int64_t)i);
        return true;
    case 0x07: case 0x37: havoc(z, f->v1); return true; /* vlbb, vll */
    case 0x3f: a3_put_memory(z->out, A3_OP_HAVOC_MEMORY, 16, false, A3_REG_NONE, f->base, f->disp); return true; /* vstl */
    default: return false;
    }
}

/* Between general and vector registers: the element's number is the address b2 + d2 */
static void general(a3_z *z, unsigned op, const fields *f)
{
    unsigned r1 = a3_z_high(z, 1), r3 = a3_z_low(z, 1), log = f->m4;
    bool fixed = f->base == A3_REG_NONE && log < 4;
    unsigned index = (unsigned)f->disp & ((16U >> (log & 3)) - 1);
    if (op == 0x21) { /* vlgv */
        if (fixed)
            get_element(z, r1, f->v2, log, index);
        else
            a3_put_havoc(z->out, r1);
    } else if (fixed) { /* vlvg */
        set_element(z, f->v1, log, index, r3);
    } else {
        havoc(z, f->v1);
    }
}

static void immediate(a3_z *z, unsigned op, const fields *f)
{
    static const uint8_t logs[4] = {0, 1, 3, 2};
    uint64_t imm = (uint64_t)z->b[2] << 8 | z->b[3], halves[2] = {0, 0};
    switch (op) {
    case 0x40: case 0x41: case 0x42: case 0x43: /* vleib, vleih, vleig, vleif */
        a3_put_const(z->out, T0, a3_sign_extend(imm, 16));
        set_element(z, f->v1, logs[op & 3], f->m4, T0);
        return;
    case 0x44: /* vgbm: a bit a byte */
        for (unsigned i = 0; i < 16; i++)
            if (imm >> (15 - i) & 1)
                halves[i / 8] |= UINT64_C(0xff) << (56 - 8 * (i % 8));
        break;
    case 0x45: /* vrepi */
        halves[0] = halves[1] = repeated((uint64_t)a3_sign_extend(imm, 16), f->m4 & 3);
        break;
    default: havoc(z, f->v1); return; /* vgm */
    }
    a3_put_const(z->out, a3_z_vector(f->v1, 0), (int64_t)halves[0]);
    a3_put_const(z->out, a3_z_vector(f->v1, 1), (int64_t)halves[1]);
}

/* Bitwise operations; false: not one of them */
static bool logic(a3_z *z, unsigned op, const fields *f)
{
    a3_op_code code = op == 0x6a || op == 0x6b || op == 0x6f ? A3_OP_OR : op == 0x6d || op == 0x6c ? A3_OP_XOR : A3_OP_AND;
    if (op < 0x68 || op > 0x6f)
        return false;
    for (unsigned i = 0; i < 2; i++) {
        unsigned d = a3_z_vector(f->v1, i), right = a3_z_vector(f->v3, i);
        if (op == 0x69 || op == 0x6f) { /* vnc, voc */
            a3_put_unary(z->out, A3_OP_NOT, 8, T0, right);
            right = T0;
        }
        a3_put(z->out, code, 8, d, a3_z_vector(f->v2, i), right);
        if (op == 0x6b || op == 0x6c || op == 0x6e) /* vno, vnx, vnn */
            a3_put_unary(z->out, A3_OP_NOT, 8, d, d);
    }
    return true;
}

/* The two forms of merging high or low elements that stay within doublewords or words */
static void merge(a3_z *z, const fields *f, unsigned half)
{
    unsigned a = a3_z_vector(f->v2, half), b = a3_z_vector(f->v3, half);
    if (f->m4 == 3) {
        set_both(z, f->v1, a, b);
    } else if (f->m4 == 2) {
        a3_put_imm(z->out, A3_OP_SHR, 8, T0, b, 32);
        a3_put_imm(z->out, A3_OP_AND, 8, T1, a, (int64_t)0xffffffff00000000);
        a3_put(z->out, A3_OP_OR, 8, T0, T0, T1);
        a3_put_unary(z->out, A3_OP_ZEXT, 4, T1, b);
        a3_put_imm(z->out, A3_OP_SHL, 8, T3, a, 32);
        a3_put(z->out, A3_OP_OR, 8, T1, T1, T3);
        set_both(z, f->v1, T0, T1);
    } else {
        havoc(z, f->v1);
    }
}

static bool vector_e7(a3_z *z, const fields *f)
{
    unsigned op = z->b[5];
    if (storage(z, op, f) || logic(z, op, f))
        return true;
    switch (op) {
    case 0x21: case 0x22: general(z, op, f); return true;
    case 0x40: case 0x41: case 0x42: case 0x43: case 0x44: case 0x45: case 0x46: immediate(z, op, f); return true;
    case 0x4d: /* vrep: the element's number is in bytes 2 and 3 */
        if (f->m4 > 3) {
            havoc(z, f->v1);
            return true;
        }
        get_element(z, T0, f->v3, f->m4, (unsigned)(z->b[2] << 8 | z->b[3]) & ((16U >> f->m4) - 1));
        replicate(z, f->v1, f->m4, T0);
        return true;
    case 0x56: set_both(z, f->v1, a3_z_vector(f->v2, 0), a3_z_vector(f->v2, 1)); return true; /* vlr */
    case 0x60: merge(z, f, 1); return true;                                                   /* vmrl */
    case 0x61: merge(z, f, 0); return true;                                                   /* vmrh */
    case 0x62: set_both(z, f->v1, f->v2 & 15, f->v3 & 15); return true;                       /* vlvgp: general registers */
    case 0x84: set_both(z, f->v1, a3_z_vector(f->v2, f->m4 >> 2 & 1), a3_z_vector(f->v3, f->m4 & 1)); return true; /* vpdi */
    case 0x1a: case 0x1b: return false; /* scattered stores */
    case 0x27: a3_put_havoc(z->out, a3_z_high(z, 1)); break; /* lcbb */
    default: break;
    }
    /* Comparisons and string searches set the condition code where a bit of their mask says so. */
    *z->context = A3_Z_UNKNOWN;
    havoc(z, f->v1);
    return true;
}

bool a3_z_vector_facility(a3_z *z)
{
    unsigned rxb = a3_z_low(z, 4), op = z->b[5];
    bool indexed = z->b[0] == 0xe6 || op <= 0x0f;
    fields f = {.v1 = a3_z_high(z, 1) | (rxb & 8) << 1, .v2 = a3_z_low(z, 1) | (rxb & 4) << 2, .v3 = a3_z_high(z, 2) | (rxb & 2) << 3,
                .m4 = a3_z_high(z, 4), .base = a3_z_base(a3_z_high(z, 2)), .disp = a3_z_disp(z, 2)};
    if (z->b[0] == 0xe7 && op == 0x4d)
        f.v3 = a3_z_low(z, 1) | (rxb & 4) << 2;
    if (indexed && a3_z_low(z, 1) != 0) {
        a3_put(z->out, A3_OP_ADD, 8, T1, f.base, a3_z_low(z, 1));
        f.base = T1;
    }
    if (z->b[0] == 0xe7)
        return vector_e7(z, &f);
    if (op >= 0x08 && op <= 0x0f) /* stores with bytes or elements reversed */
        a3_put_memory(z->out, A3_OP_HAVOC_MEMORY, 16, false, A3_REG_NONE, f.base, f.disp);
    else if (op < 0x08 || (op >= 0x30 && op <= 0x37 && op != 0x34 && op != 0x35))
        havoc(z, f.v1);
    else
        return false; /* packed decimal */
    return true;
}

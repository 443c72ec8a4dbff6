/* SPDX-License-Identifier: MIT */
/* z/Architecture: the forms with immediate operands and relative addresses (RI, RIL, RIE, RRS, RIS, SIL).
 * Source: z/Architecture Principles of Operation (SA22-7832-13), chapters 5 "Instruction Formats" and 7. */
#include "base/bytes.h"
#include "module/isa_s390x.h"

enum { T0 = A3_REG_T0, T1, T2, T3 };
enum { /* short names for the tables */
    NONE = A3_Z_NONE, MOVE = A3_Z_MOVE, ADD = A3_Z_ADD, ADD_L = A3_Z_ADD_L, SUB_L = A3_Z_SUB_L, MUL = A3_Z_MUL,
    COMPARE = A3_Z_COMPARE, COMPARE_L = A3_Z_COMPARE_L, STORE = A3_Z_STORE, S = A3_Z_EXTEND
};
/* C2x (immediate), C4x and C6x (relative): by the low half of the second byte */
static const a3_z_operation c2[16] = {[0x0] = {MUL, 8, 4 | S}, [0x1] = {MUL, 4, 4}, [0x4] = {SUB_L, 8, 4}, [0x5] = {SUB_L, 4, 4},
    [0x8] = {ADD, 8, 4 | S}, [0x9] = {ADD, 4, 4}, [0xa] = {ADD_L, 8, 4}, [0xb] = {ADD_L, 4, 4}, [0xc] = {COMPARE, 8, 4 | S},
    [0xd] = {COMPARE, 4, 4}, [0xe] = {COMPARE_L, 8, 4}, [0xf] = {COMPARE_L, 4, 4}};
static const a3_z_operation c4[16] = {[0x2] = {MOVE, 4, 2}, [0x4] = {MOVE, 8, 2 | S}, [0x5] = {MOVE, 4, 2 | S}, [0x6] = {MOVE, 8, 2},
    [0x7] = {STORE, 4, 2}, [0x8] = {MOVE, 8, 8}, [0xb] = {STORE, 8, 8}, [0xc] = {MOVE, 8, 4 | S}, [0xd] = {MOVE, 4, 4},
    [0xe] = {MOVE, 8, 4}, [0xf] = {STORE, 4, 4}};
static const a3_z_operation c6[16] = {[0x4] = {COMPARE, 8, 2 | S}, [0x5] = {COMPARE, 4, 2 | S}, [0x6] = {COMPARE_L, 8, 2},
    [0x7] = {COMPARE_L, 4, 2}, [0x8] = {COMPARE, 8, 8}, [0xa] = {COMPARE_L, 8, 8}, [0xc] = {COMPARE, 8, 4 | S}, [0xd] = {COMPARE, 4, 4},
    [0xe] = {COMPARE_L, 8, 4}, [0xf] = {COMPARE_L, 4, 4}};

static int64_t signed16(const a3_z *z) { return a3_sign_extend((uint64_t)z->b[2] << 8 | z->b[3], 16); }
static uint64_t unsigned32(const a3_z *z) { return a3_load(z->b + 2, 4, true); }
static int64_t signed32(const a3_z *z) { return a3_sign_extend(unsigned32(z), 32); }
uint64_t a3_z_relative16(const a3_z *z) { return z->pc + (uint64_t)(2 * signed16(z)); }
static uint64_t relative32(const a3_z *z) { return z->pc + (uint64_t)(2 * signed32(z)); }

/* A5: immediates of 16 bits; A7 and C0 hold the rest of that kind. */
bool a3_z_group_a5(a3_z *z)
{
    unsigned op = a3_z_low(z, 1);
    a3_z_field_immediate(z, op >> 2, a3_z_high(z, 1), 2, 2 * (3 - (op & 3)), (uint64_t)z->b[2] << 8 | z->b[3]);
    return true;
}

bool a3_z_group_a7(a3_z *z)
{
    unsigned r1 = a3_z_high(z, 1);
    static const a3_z_operation forms[16] = {[0x8] = {MOVE, 4, 4}, [0x9] = {MOVE, 8, 8}, [0xa] = {ADD, 4, 4}, [0xb] = {ADD, 8, 8},
                                        [0xc] = {MUL, 4, 4}, [0xd] = {MUL, 8, 8}, [0xe] = {COMPARE, 4, 4}, [0xf] = {COMPARE, 8, 8}};
    static const uint8_t places[4] = {16, 0, 48, 32};
    unsigned op = a3_z_low(z, 1);
    switch (op) {
    case 0: case 1: case 2: case 3: a3_z_test_mask(z, r1, ((uint64_t)z->b[2] << 8 | z->b[3]) << places[op]); return true;
    case 4: a3_z_branch(z, r1, a3_z_relative16(z)); return true;
    case 5: a3_z_branch_save(z, r1, a3_z_relative16(z), 4); return true;
    case 6: case 7: a3_z_branch_count(z, r1, op == 6 ? 4 : 8, a3_z_relative16(z)); return true;
    default: a3_z_immediate(z, forms[op], r1, r1, signed16(z)); return true;
    }
}

bool a3_z_group_c0(a3_z *z)
{
    unsigned r1 = a3_z_high(z, 1), op = a3_z_low(z, 1);
    static const uint8_t kinds[16] = {[6] = 4, [7] = 4, [8] = 0, [9] = 0, [0xa] = 1, [0xb] = 1, [0xc] = 2, [0xd] = 2, [0xe] = 3, [0xf] = 3};
    switch (op) {
    case 0: a3_put_const(z->out, r1, (int64_t)relative32(z)); return true; /* larl */
    case 1: a3_put_const(z->out, r1, signed32(z)); return true;            /* lgfi */
    case 4: a3_z_branch(z, r1, relative32(z)); return true;
    case 5: a3_z_branch_save(z, r1, relative32(z), 6); return true;
    case 2: case 3: return false;
    default: a3_z_field_immediate(z, kinds[op], r1, 4, op & 1 ? 0 : 4, unsigned32(z)); return true;
    }
}

/* CC: sums and comparisons of the high half with an immediate */
static bool high_immediate(a3_z *z, unsigned op, unsigned r1)
{
    a3_z_operation o = {op == 8 ? ADD : op == 0xa || op == 0xb ? ADD_L : op == 0xd ? COMPARE : COMPARE_L, 4, 4};
    if (op < 8 || op == 9 || op == 0xc || op == 0xe) /* brcth */
        return false;
    a3_put_imm(z->out, A3_OP_SHR, 8, T0, r1, 32);
    a3_z_immediate(z, o, T0, T0, signed32(z));
    if (op <= 0xb)
        a3_z_set_high(z->out, r1, T0);
    return true;
}

/* C2, C4, C6, CC */
bool a3_z_group_c(a3_z *z)
{
    unsigned r1 = a3_z_high(z, 1), op = a3_z_low(z, 1);
    const a3_z_operation *o = z->b[0] == 0xc2 ? &c2[op] : z->b[0] == 0xc4 ? &c4[op] : &c6[op];
    if (z->b[0] == 0xc6 && op == 2) /* pfdrl */
        return true;
    if (z->b[0] == 0xcc)
        return high_immediate(z, op, r1);
    if (o->op == NONE) /* exrl among them: what it runs is elsewhere */
        return false;
    if (z->b[0] == 0xc2) {
        a3_z_immediate(z, *o, r1, r1, o->width == 8 && !(o->from & S) ? (int64_t)unsigned32(z) : signed32(z));
    } else {
        a3_z_storage(z, *o, r1, A3_REG_NONE, (int64_t)relative32(z));
    }
    return true;
}

/* EC: RIE, RRS, RIS */
bool a3_z_group_ec(a3_z *z)
{
    unsigned op = z->b[5], r1 = a3_z_high(z, 1), r2 = a3_z_low(z, 1), m3 = a3_z_high(z, 4);
    bool is_signed = !(op & 1), with_register = op < 0x7c || (op >= 0xe4 && op < 0xf8), wide = (op & 0x12) == 0 || (op & 0x1e) == 0x1c;
    uint64_t target = a3_z_relative16(z);
    switch (op) {
    case 0x44: case 0x45: /* brxhg, brxlg */
        a3_put_havoc(z->out, r1);
        a3_put_branch(z->out, A3_COND_UNKNOWN, target);
        return true;
    case 0x42: case 0x46: /* lochi, locghi */
        a3_put_const(z->out, T2, signed16(z));
        a3_z_on_condition(z, r2, op == 0x46 ? 8 : 4, r1, T2, r1);
        return true;
    case 0x4e: a3_put_havoc(z->out, r1); return true; /* lochhi */
    case 0x51: case 0x54: case 0x55: case 0x56: case 0x57: case 0x59: case 0x5d:
        return a3_z_rotate(z, op, r1, r2, z->b[2], z->b[3], z->b[4] & 63);
    case 0x70: case 0x71: case 0x72: case 0x73: return true; /* compare and trap */
    case 0xd8: case 0xd9: case 0xda: case 0xdb: {            /* ahik, aghik, alhsik, alghsik */
        uint8_t size = op & 1 ? 8 : 4;
        a3_z_immediate(z, (a3_z_operation){op & 2 ? ADD_L : ADD, size, size}, r1, r2, signed16(z));
        return true;
    }
    case 0x64: case 0x65: case 0x76: case 0x77: case 0xe4: case 0xe5: case 0xf6: case 0xf7: /* two registers */
    case 0x7c: case 0x7d: case 0x7e: case 0x7f: case 0xfc: case 0xfd: case 0xfe: case 0xff: /* register, immediate */
        break;
    default: return false;
    }
    unsigned reg = A3_REG_NONE;
    if (op >= 0xe4) { /* branch to an address */
        reg = a3_z_high(z, 2);
        if (reg != 14 || a3_z_disp(z, 2) != 0) {
            a3_put_imm(z->out, A3_OP_ADD, 8, T1, a3_z_base(reg), a3_z_disp(z, 2));
            reg = T1;
        }
    }
    if (with_register) {
        a3_z_compare_branch(z, is_signed, wide ? 8 : 4, r1, r2, m3, target, reg);
    } else {
        a3_put_const(z->out, T0, is_signed ? a3_sign_extend(z->b[4], 8) : z->b[4]);
        a3_z_compare_branch(z, is_signed, wide ? 8 : 4, r1, T0, r2, target, reg);
    }
    return true;
}

/* E5: SIL */
bool a3_z_group_e5(a3_z *z)
{
    static const a3_z_operation compare[16] = {[0x4] = {COMPARE, 4, 2 | S}, [0x5] = {COMPARE_L, 4, 2}, [0x8] = {COMPARE, 8, 8},
                                               [0x9] = {COMPARE_L, 8, 8}, [0xc] = {COMPARE, 4, 4}, [0xd] = {COMPARE_L, 4, 4}};
    unsigned op = z->b[1], base = a3_z_base(a3_z_high(z, 2));
    int64_t disp = a3_z_disp(z, 2), imm = a3_sign_extend((uint64_t)z->b[4] << 8 | z->b[5], 16);
    switch (op) {
    case 0x44: case 0x48: case 0x4c: /* mvhhi, mvghi, mvhi */
        a3_put_const(z->out, T0, imm);
        a3_put_store(z->out, op == 0x44 ? 2 : op == 0x48 ? 8 : 4, T0, base, disp);
        return true;
    default:
        if (op >> 4 != 5 || compare[op & 15].op == NONE)
            return false;
        a3_z_storage_immediate(z, compare[op & 15], base, disp, op & 1 ? imm & 0xffff : imm);
        return true;
    }
}

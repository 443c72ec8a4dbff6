/* SPDX-License-Identifier: MIT */
/* z/Architecture (s390x), 64-bit addressing.
 * Sources: z/Architecture Principles of Operation (SA22-7832-13): chapter 5 "Instruction Formats", 7 (general), 9, 18-20
 * (floating point), appendix C (condition codes); ELF ABI s390x Supplement 1.6, "Parameter Passing", "PLT". */
#include "base/bytes.h"
#include "module/isa_s390x.h"

enum { T0 = A3_REG_T0, T1, T2, T3 };
enum { /* short names for the tables */
    NONE = A3_Z_NONE, MOVE = A3_Z_MOVE, MOVE_TEST = A3_Z_MOVE_TEST, ADD = A3_Z_ADD, SUB = A3_Z_SUB, ADD_L = A3_Z_ADD_L,
    SUB_L = A3_Z_SUB_L, MUL = A3_Z_MUL, AND = A3_Z_AND, OR = A3_Z_OR, XOR = A3_Z_XOR, COMPARE = A3_Z_COMPARE,
    COMPARE_L = A3_Z_COMPARE_L, STORE = A3_Z_STORE, NEGATE = A3_Z_NEGATE, POSITIVE = A3_Z_POSITIVE,
    NEGATIVE = A3_Z_NEGATIVE, AND_NOT = A3_Z_AND_NOT, OR_NOT = A3_Z_OR_NOT, NAND = A3_Z_NAND, NOR = A3_Z_NOR, NXOR = A3_Z_NXOR,
    ADD_CARRY = A3_Z_ADD_CARRY, SUB_BORROW = A3_Z_SUB_BORROW, MUL_TEST = A3_Z_MUL_TEST, LOST = A3_Z_LOST, S = A3_Z_EXTEND
};

/* RR format (one byte of operation code) and the storage forms of RX */
static const a3_z_operation rr[32] = {
    [0x10] = {POSITIVE, 4, 4}, [0x11] = {NEGATIVE, 4, 4}, [0x12] = {MOVE_TEST, 4, 4}, [0x13] = {NEGATE, 4, 4}, [0x14] = {AND, 4, 4},
    [0x15] = {COMPARE_L, 4, 4}, [0x16] = {OR, 4, 4}, [0x17] = {XOR, 4, 4}, [0x18] = {MOVE, 4, 4}, [0x19] = {COMPARE, 4, 4},
    [0x1a] = {ADD, 4, 4}, [0x1b] = {SUB, 4, 4}, [0x1c] = {LOST, 4, 4}, [0x1d] = {LOST, 4, 4}, [0x1e] = {ADD_L, 4, 4},
    [0x1f] = {SUB_L, 4, 4},
};
static const a3_z_operation rx[64] = { /* from 0x40 on */
    [0x00] = {STORE, 4, 2}, [0x02] = {STORE, 4, 1}, [0x08] = {MOVE, 4, 2 | S}, [0x09] = {COMPARE, 4, 2 | S},
    [0x0a] = {ADD, 4, 2 | S}, [0x0b] = {SUB, 4, 2 | S}, [0x0c] = {MUL, 4, 2 | S}, [0x10] = {STORE, 4, 4}, [0x14] = {AND, 4, 4},
    [0x15] = {COMPARE_L, 4, 4}, [0x16] = {OR, 4, 4}, [0x17] = {XOR, 4, 4}, [0x18] = {MOVE, 4, 4}, [0x19] = {COMPARE, 4, 4},
    [0x1a] = {ADD, 4, 4}, [0x1b] = {SUB, 4, 4}, [0x1c] = {LOST, 4, 4}, [0x1d] = {LOST, 4, 4}, [0x1e] = {ADD_L, 4, 4},
    [0x1f] = {SUB_L, 4, 4}, [0x31] = {MUL, 4, 4},
};
/* B9xx: RRE; from E4 on (and 64-67, 74-77) RRF with a third register */
static const a3_z_operation b9[256] = {
    [0x00] = {POSITIVE, 8, 8}, [0x01] = {NEGATIVE, 8, 8}, [0x02] = {MOVE_TEST, 8, 8}, [0x03] = {NEGATE, 8, 8}, [0x04] = {MOVE, 8, 8},
    [0x06] = {MOVE, 8, 1 | S}, [0x07] = {MOVE, 8, 2 | S}, [0x08] = {ADD, 8, 8}, [0x09] = {SUB, 8, 8}, [0x0a] = {ADD_L, 8, 8},
    [0x0b] = {SUB_L, 8, 8}, [0x0c] = {MUL, 8, 8}, [0x0f] = {LOST, 8, 8}, [0x12] = {MOVE_TEST, 8, 4 | S}, [0x13] = {NEGATE, 8, 4 | S},
    [0x14] = {MOVE, 8, 4 | S}, [0x16] = {MOVE, 8, 4}, [0x18] = {ADD, 8, 4 | S}, [0x19] = {SUB, 8, 4 | S}, [0x1a] = {ADD_L, 8, 4},
    [0x1b] = {SUB_L, 8, 4}, [0x1c] = {MUL, 8, 4 | S}, [0x1f] = {LOST, 4, 4}, [0x20] = {COMPARE, 8, 8}, [0x21] = {COMPARE_L, 8, 8},
    [0x26] = {MOVE, 4, 1 | S}, [0x27] = {MOVE, 4, 2 | S}, [0x30] = {COMPARE, 8, 4 | S}, [0x31] = {COMPARE_L, 8, 4},
    [0x17] = {LOST, 8, 8}, [0x10] = {POSITIVE, 8, 4 | S}, [0x11] = {NEGATIVE, 8, 4 | S}, [0x80] = {AND, 8, 8}, [0x81] = {OR, 8, 8}, [0x82] = {XOR, 8, 8},
    [0x84] = {MOVE, 8, 1}, [0x85] = {MOVE, 8, 2}, [0x88] = {ADD_CARRY, 8, 8}, [0x89] = {SUB_BORROW, 8, 8}, [0x94] = {MOVE, 4, 1},
    [0x95] = {MOVE, 4, 2}, [0x98] = {ADD_CARRY, 4, 4}, [0x99] = {SUB_BORROW, 4, 4}, [0xe1] = {LOST, 8, 8},
    [0xe4] = {AND, 8, 8}, [0xe6] = {OR, 8, 8}, [0xe7] = {XOR, 8, 8}, [0xe8] = {ADD, 8, 8}, [0xe9] = {SUB, 8, 8}, [0xea] = {ADD_L, 8, 8},
    [0xeb] = {SUB_L, 8, 8}, [0xf4] = {AND, 4, 4}, [0xf6] = {OR, 4, 4}, [0xf7] = {XOR, 4, 4}, [0xf8] = {ADD, 4, 4}, [0xf9] = {SUB, 4, 4},
    [0xfa] = {ADD_L, 4, 4}, [0xfb] = {SUB_L, 4, 4}, [0xe5] = {AND_NOT, 8, 8}, [0xf5] = {AND_NOT, 4, 4}, [0xec] = {LOST, 8, 8},
    [0xed] = {MUL_TEST, 8, 8}, [0xfd] = {MUL_TEST, 4, 4}, [0x64] = {NAND, 8, 8}, [0x65] = {OR_NOT, 8, 8}, [0x66] = {NOR, 8, 8},
    [0x67] = {NXOR, 8, 8}, [0x74] = {NAND, 4, 4}, [0x75] = {OR_NOT, 4, 4}, [0x76] = {NOR, 4, 4}, [0x77] = {NXOR, 4, 4},
};
static const a3_z_operation e3[256] = { /* RXY */
    [0x02] = {MOVE_TEST, 8, 8}, [0x04] = {MOVE, 8, 8}, [0x08] = {ADD, 8, 8}, [0x09] = {SUB, 8, 8}, [0x0a] = {ADD_L, 8, 8},
    [0x0b] = {SUB_L, 8, 8}, [0x0c] = {MUL, 8, 8}, [0x0f] = {LOST, 8, 8}, [0x12] = {MOVE_TEST, 4, 4}, [0x14] = {MOVE, 8, 4 | S},
    [0x15] = {MOVE, 8, 2 | S}, [0x16] = {MOVE, 8, 4}, [0x17] = {LOST, 8, 4}, [0x18] = {ADD, 8, 4 | S}, [0x19] = {SUB, 8, 4 | S},
    [0x1a] = {ADD_L, 8, 4}, [0x1b] = {SUB_L, 8, 4}, [0x1c] = {MUL, 8, 4 | S}, [0x1e] = {LOST, 4, 4}, [0x1f] = {LOST, 4, 2},
    [0x20] = {COMPARE, 8, 8}, [0x21] = {COMPARE_L, 8, 8}, [0x24] = {STORE, 8, 8}, [0x25] = {STORE, 8, 8}, [0x30] = {COMPARE, 8, 4 | S},
    [0x31] = {COMPARE_L, 8, 4}, [0x32] = {MOVE_TEST, 8, 4 | S}, [0x34] = {COMPARE, 8, 2 | S}, [0x38] = {ADD, 8, 2 | S},
    [0x39] = {SUB, 8, 2 | S}, [0x3c] = {MUL, 8, 2 | S}, [0x50] = {STORE, 4, 4}, [0x51] = {MUL, 4, 4}, [0x53] = {MUL_TEST, 4, 4},
    [0x54] = {AND, 4, 4}, [0x55] = {COMPARE_L, 4, 4}, [0x56] = {OR, 4, 4}, [0x57] = {XOR, 4, 4}, [0x58] = {MOVE, 4, 4},
    [0x59] = {COMPARE, 4, 4}, [0x5a] = {ADD, 4, 4}, [0x5b] = {SUB, 4, 4}, [0x5e] = {ADD_L, 4, 4}, [0x5f] = {SUB_L, 4, 4},
    [0x70] = {STORE, 4, 2}, [0x72] = {STORE, 4, 1}, [0x76] = {MOVE, 4, 1 | S}, [0x77] = {MOVE, 8, 1 | S}, [0x78] = {MOVE, 4, 2 | S},
    [0x79] = {COMPARE, 4, 2 | S}, [0x7a] = {ADD, 4, 2 | S}, [0x7b] = {SUB, 4, 2 | S}, [0x7c] = {MUL, 4, 2 | S},
    [0x80] = {AND, 8, 8}, [0x81] = {OR, 8, 8}, [0x82] = {XOR, 8, 8}, [0x83] = {MUL_TEST, 8, 8}, [0x88] = {ADD_CARRY, 8, 8}, [0x89] = {SUB_BORROW, 8, 8},
    [0x90] = {MOVE, 8, 1}, [0x91] = {MOVE, 8, 2}, [0x94] = {MOVE, 4, 1}, [0x95] = {MOVE, 4, 2}, [0x98] = {ADD_CARRY, 4, 4},
    [0x99] = {SUB_BORROW, 4, 4}, [0x06] = {LOST, 4, 4}, [0x0e] = {LOST, 8, 8}, [0x2a] = {LOST, 8, 8}, [0x3a] = {LOST, 8, 4}, [0x3b] = {LOST, 4, 4},
};
/* -- fields -- */

/* Long displacement: low twelve bits, then the high eight */
static int64_t long_disp(const a3_z *z) { return a3_sign_extend((uint64_t)z->b[4] << 12 | (uint64_t)a3_z_disp(z, 2), 20); }

/* base (+ index) in one register */
static unsigned address_base(a3_z *z, bool indexed)
{
    unsigned base = a3_z_base(a3_z_high(z, 2)), index = indexed ? a3_z_base(a3_z_low(z, 1)) : A3_REG_NONE;
    if (index == A3_REG_NONE)
        return base;
    if (base == A3_REG_NONE)
        return index;
    a3_put(z->out, A3_OP_ADD, 8, T1, base, index);
    return T1;
}

/* -- groups -- */

/* The six of SI (91-97) and SIY (EB51-EB57), by the low half of the operation code */
static bool byte_immediate(a3_z *z, unsigned which, int64_t disp)
{
    unsigned base = a3_z_base(a3_z_high(z, 2));
    static const uint8_t ops[8] = {[4] = AND, [5] = COMPARE_L, [6] = OR, [7] = XOR};
    switch (which) {
    case 1:
        a3_put_load(z->out, 1, false, T3, base, disp);
        a3_z_test_mask(z, T3, z->b[1]);
        return true;
    case 2:
        a3_put_const(z->out, T3, z->b[1]);
        a3_put_store(z->out, 1, T3, base, disp);
        return true;
    case 4: case 5: case 6: case 7: a3_z_storage_immediate(z, (a3_z_operation){ops[which], 4, 1}, base, disp, z->b[1]); return true;
    default: return false;
    }
}

/* What is stored cannot be told. */
static void lose_storage(a3_z *z, unsigned size, unsigned base, int64_t disp)
{
    for (unsigned done = 0; done < size; done += 64)
        a3_put_memory(z->out, A3_OP_HAVOC_MEMORY, size - done < 64 ? size - done : 64, false, A3_REG_NONE, base, disp + done);
    a3_z_set_cc(z, A3_Z_UNKNOWN);
}

static bool lose(a3_z *z, unsigned first, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        a3_put_havoc(z->out, (first + i) & 15);
    a3_z_set_cc(z, A3_Z_UNKNOWN);
    return true;
}

/* CS: storage = r1 == storage ? r3 : storage, r1 = what was there; code 0 where it was equal, else 1 */
static void compare_swap(a3_z *z, unsigned size, unsigned r1, unsigned r3, unsigned base, int64_t disp)
{
    a3_put_load(z->out, size, false, T2, base, disp);
    a3_put(z->out, A3_OP_FLAGS_SUB, size, A3_REG_NONE, r1, T2);
    a3_put_select(z->out, A3_COND_EQ, T3, r3, T2);
    a3_put_store(z->out, size, T3, base, disp);
    if (size == 8)
        a3_put_move(z->out, r1, T2);
    else
        a3_z_set_low(z->out, r1, T2);
    a3_z_set_cc(z, A3_Z_NONZERO);
}

/* LAA, LAN, LAO, LAX, LAAL: r1 = storage, storage = storage op r3 */
static void fetch(a3_z *z, unsigned which, unsigned size, unsigned r1, unsigned r3, unsigned base, int64_t disp)
{
    a3_op_code code = which == 4 ? A3_OP_AND : which == 6 ? A3_OP_OR : which == 7 ? A3_OP_XOR : A3_OP_ADD;
    a3_put_fetch(z->out, code, size, false, T2, r3, base, disp);
    if (size == 8)
        a3_put_move(z->out, r1, T2);
    else
        a3_z_set_low(z->out, r1, T2);
    a3_z_set_cc(z, A3_Z_UNKNOWN);
}

/* ICM, CLM, STCM: the bytes of r1 that the mask selects, in a row in storage; only runs from the right are followed. */
static bool plain_mask(unsigned mask) { return mask == 1 || mask == 3 || mask == 15; }

static bool insert_characters(a3_z *z, unsigned r1, unsigned mask, int64_t disp)
{
    unsigned size = (unsigned)__builtin_popcount(mask);
    if (!plain_mask(mask))
        return lose(z, r1, 1);
    a3_put_load(z->out, size, false, T0, a3_z_base(a3_z_high(z, 2)), disp);
    a3_z_set_low(z->out, r1, T0);
    z->out->ops[z->out->count - 1].size = (uint8_t)size;
    a3_put_imm(z->out, A3_OP_FLAGS_SUB, size, A3_REG_NONE, T0, 0);
    a3_z_set_cc(z, A3_Z_SIGNED);
    return true;
}

static void compare_characters(a3_z *z, unsigned r1, unsigned mask, int64_t disp)
{
    unsigned size = (unsigned)__builtin_popcount(mask);
    if (plain_mask(mask)) {
        a3_put_load(z->out, size, false, T0, a3_z_base(a3_z_high(z, 2)), disp);
        a3_put(z->out, A3_OP_FLAGS_SUB, size, A3_REG_NONE, r1, T0);
    }
    a3_z_set_cc(z, plain_mask(mask) ? A3_Z_UNSIGNED : A3_Z_UNKNOWN);
}

static void store_characters(a3_z *z, unsigned r1, unsigned mask, int64_t disp)
{
    unsigned base = a3_z_base(a3_z_high(z, 2)), count = (unsigned)__builtin_popcount(mask);
    if (plain_mask(mask))
        a3_put_store(z->out, count, r1, base, disp);
    else if (count > 0)
        a3_put_memory(z->out, A3_OP_HAVOC_MEMORY, count, false, A3_REG_NONE, base, disp);
}

/* The product of the odd register's low half and another low half, over the low halves of the pair */
static void multiply_pair(a3_z *z, bool is_signed, unsigned r1, unsigned b)
{
    a3_put_unary(z->out, is_signed ? A3_OP_SEXT : A3_OP_ZEXT, 4, T0, (r1 + 1) & 15);
    a3_put_unary(z->out, is_signed ? A3_OP_SEXT : A3_OP_ZEXT, 4, T1, b);
    a3_put(z->out, A3_OP_MUL, 8, T0, T0, T1);
    a3_z_set_low(z->out, (r1 + 1) & 15, T0);
    a3_put_imm(z->out, A3_OP_SHR, 8, T0, T0, 32);
    a3_z_set_low(z->out, r1, T0);
}

/* Operation codes 01-3F: two bytes */
static bool group_rr(a3_z *z)
{
    unsigned op = z->b[0], r1 = a3_z_high(z, 1), r2 = a3_z_low(z, 1);
    switch (op) {
    case 0x00: a3_emit(z->out, A3_OP_TRAP); return true;
    case 0x04: a3_z_set_cc(z, A3_Z_UNKNOWN); return true; /* spm */
    case 0x05: case 0x0d: a3_z_call_register(z, r1, r2); return true;
    case 0x06: /* bctr 0 is how one is subtracted */
        a3_put_imm(z->out, A3_OP_SUB, 4, T0, r1, 1);
        a3_z_set_low(z->out, r1, T0);
        return r2 == 0;
    case 0x07: a3_z_branch_register(z, r1, r2); return true;
    case 0x0a: return lose(z, 2, 1); /* svc */
    case 0x1c: multiply_pair(z, true, r1, r2); return true;
    case 0x1d: return lose(z, r1, 2);
    case 0x28: a3_put_move(z->out, a3_z_vector(r1, 0), a3_z_vector(r2, 0)); return true;
    default: break;
    }
    if (op >= 0x20)
        return a3_z_lose_float(z, r1);
    if (op < 0x10)
        return false;
    a3_z_register(z, rr[op], r1, r1, r2);
    return true;
}

/* 40-7F: RX */
static bool group_rx(a3_z *z)
{
    unsigned op = z->b[0], r1 = a3_z_high(z, 1), base = address_base(z, true);
    int64_t disp = a3_z_disp(z, 2);
    switch (op) {
    case 0x41: a3_put_imm(z->out, A3_OP_ADD, 8, r1, base, disp); return true; /* la */
    case 0x43:                                                                /* ic */
        a3_put_load(z->out, 1, false, T0, base, disp);
        a3_z_set_low(z->out, r1, T0);
        z->out->ops[z->out->count - 1].size = 1;
        return true;
    case 0x47: case 0x4d: /* bc, bas */
        a3_put_imm(z->out, A3_OP_ADD, 8, T2, base, disp);
        if (op == 0x47)
            a3_z_branch_register(z, r1, T2);
        else
            a3_put_call_to(z->out, r1, T2);
        return true;
    case 0x60: case 0x68: case 0x70: case 0x78: a3_z_float_storage(z, op & 8, op < 0x70 ? 8 : 4, r1, base, disp); return true;
    case 0x5c:
        a3_put_load(z->out, 4, false, T2, base, disp);
        multiply_pair(z, true, r1, T2);
        return true;
    case 0x5d: return lose(z, r1, 2);
    default: break;
    }
    if (op >= 0x60 && op != 0x71)
        return a3_z_lose_float(z, r1);
    if (rx[op - 0x40].op == NONE)
        return false;
    a3_z_storage(z, rx[op - 0x40], r1, base, disp);
    return true;
}

/* 84-BF: RS, SI, and the shifts */
static bool group_rs(a3_z *z)
{
    unsigned op = z->b[0], r1 = a3_z_high(z, 1), r3 = a3_z_low(z, 1), base = a3_z_base(a3_z_high(z, 2));
    int64_t disp = a3_z_disp(z, 2);
    static const uint8_t shifts[4] = {A3_OP_SHR, A3_OP_SHL, A3_OP_SAR, A3_OP_SHL};
    switch (op) {
    case 0x84: case 0x85: /* brxh, brxle: on a sum that is not followed */
        a3_put_havoc(z->out, r1);
        a3_put_branch(z->out, A3_COND_UNKNOWN, a3_z_relative16(z));
        return true;
    case 0x88: case 0x89: case 0x8a: case 0x8b:
        a3_z_shift(z, (a3_op_code)shifts[op & 3], 4, r1, r1, base, disp);
        if (op & 2) {
            a3_put_imm(z->out, A3_OP_FLAGS_SUB, 4, A3_REG_NONE, r1, 0);
            a3_z_set_cc(z, A3_Z_SUM);
        }
        return true;
    case 0x8c: case 0x8d: case 0x8e: case 0x8f: return lose(z, r1, 2);
    case 0x90: case 0x98: a3_z_multiple(z, op == 0x98, 4, r1, r3, base, disp); return true;
    case 0x91: case 0x92: case 0x94: case 0x95: case 0x96: case 0x97: return byte_immediate(z, op & 15, disp);
    case 0x9a: return true; /* lam */
    case 0x9b: lose_storage(z, 64, base, disp); return true;
    case 0xba: compare_swap(z, 4, r1, r3, base, disp); return true;
    case 0xbb: /* cds */
        lose_storage(z, 8, base, disp);
        return lose(z, r1, 2);
    case 0xbd: compare_characters(z, r1, r3, disp); return true;
    case 0xbe: store_characters(z, r1, r3, disp); return true;
    case 0xbf: return insert_characters(z, r1, r3, disp);
    default: return false;
    }
}

/* EAR: the thread block's address is in two halves, the first in access register 0. */
static void load_access_register(a3_z *z, unsigned r1, unsigned access)
{
    if (access > 1) {
        a3_put_havoc(z->out, r1);
        return;
    }
    a3_put_imm(z->out, A3_OP_SHR, 8, T0, A3_Z_THREAD, access == 0 ? 32 : 0);
    a3_z_set_low(z->out, r1, T0);
}

/* B2, B3, B9: two bytes of operation code, registers in the last byte */
static bool group_b2(a3_z *z)
{
    unsigned r1 = a3_z_high(z, 3), r2 = a3_z_low(z, 3);
    switch (z->b[1]) {
    case 0x22: a3_z_condition_value(z, r1); return true; /* ipm */
    case 0x4f: load_access_register(z, r1, r2); return true;
    case 0x4e: case 0x4d: case 0xe8: return true;                /* sar, cpya, ppa */
    case 0x52: a3_z_register(z, (a3_z_operation){MUL, 4, 4}, r1, r1, r2); return true;
    case 0x05: case 0x7c: lose_storage(z, 8, a3_z_base(a3_z_high(z, 2)), a3_z_disp(z, 2)); return true; /* stck */
    case 0x5d: case 0x5e: lose(z, r1, 1); return lose(z, r2, 1); /* clst, srst */
    default: return false;
    }
}

static bool group_b9(a3_z *z)
{
    unsigned op = z->b[1], r1 = a3_z_high(z, 3), r2 = a3_z_low(z, 3), r3 = a3_z_high(z, 2), m4 = a3_z_low(z, 2);
    switch (op) {
    case 0x0d: case 0x1d: case 0x86: case 0x87: case 0x97: case 0x83: return lose(z, r1, 2); /* division, 128 bits; flogr */
    case 0x96: multiply_pair(z, false, r1, r2); return true;                                 /* mlr */
    case 0x46: /* bctgr */
        a3_put_imm(z->out, A3_OP_SUB, 8, r1, r1, 1);
        return r2 == 0;
    case 0xe2: case 0xf2: a3_z_on_condition(z, r3, op == 0xe2 ? 8 : 4, r1, r2, r1); return true; /* locgr, locr */
    case 0xe3: case 0xf0: a3_z_on_condition(z, m4, op == 0xe3 ? 8 : 4, r1, r2, r3); return true; /* selgr, selr */
    case 0xe0: case 0xc0: a3_put_havoc(z->out, r1); return true;
    default: break;
    }
    if (b9[op].op == NONE)
        return false;
    if (op >= 0xe4 || (op & 0xec) == 0x64) /* three registers */
        a3_z_register(z, b9[op], r1, r2, r3);
    else
        a3_z_register(z, b9[op], r1, r1, r2);
    return true;
}

/* E3: RXY */
static bool group_e3(a3_z *z)
{
    unsigned op = z->b[5], r1 = a3_z_high(z, 1), base = address_base(z, true);
    int64_t disp = long_disp(z);
    switch (op) {
    case 0x71: a3_put_imm(z->out, A3_OP_ADD, 8, r1, base, disp); return true; /* lay */
    case 0x36: return true;                                                   /* pfd */
    case 0x46: /* bctg */
        a3_put_imm(z->out, A3_OP_ADD, 8, T2, base, disp);
        a3_put_imm(z->out, A3_OP_SUB, 8, r1, r1, 1);
        a3_put_imm(z->out, A3_OP_FLAGS_SUB, 8, A3_REG_NONE, r1, 0);
        a3_put_skip(z->out, A3_COND_NE);
        a3_put_jump_to(z->out, T2);
        a3_z_set_cc(z, A3_Z_UNKNOWN);
        return true;
    case 0x73: return lose(z, r1, 1);                                                  /* icy */
    case 0x8e: case 0x8f: a3_z_multiple(z, op == 0x8f, 8, r1, (r1 + 1) & 15, base, disp); return true; /* stpq, lpq */
    case 0x5c: case 0x96: /* mfy, ml */
        a3_put_load(z->out, 4, false, T2, base, disp);
        multiply_pair(z, op == 0x5c, r1, T2);
        return true;
    case 0x0d: case 0x1d: case 0x84: case 0x86: case 0x87: case 0x97: return lose(z, r1, 2);
    case 0x2f: case 0x3e: case 0x3f: lose_storage(z, op == 0x2f ? 8 : 4, base, disp); return true; /* reversed */
    case 0xc0: case 0xc2: case 0xc4: case 0xc6: case 0xca: /* to the high half: lbh, llch, lhh, llhh, lfh */
        a3_put_load(z->out, op == 0xca ? 4 : op & 4 ? 2 : 1, op == 0xc0 || op == 0xc4, T0, base, disp);
        a3_z_set_high(z->out, r1, T0);
        return true;
    case 0xc3: case 0xc7: case 0xcb: /* from it: stch, sthh, stfh */
        a3_put_imm(z->out, A3_OP_SHR, 8, T0, r1, 32);
        a3_put_store(z->out, op == 0xcb ? 4 : op & 4 ? 2 : 1, T0, base, disp);
        return true;
    default: break;
    }
    if (e3[op].op == NONE)
        return false;
    a3_z_storage(z, e3[op], r1, base, disp);
    return true;
}

/* EB: RSY, SIY */
static bool group_eb(a3_z *z)
{
    unsigned op = z->b[5], r1 = a3_z_high(z, 1), r3 = a3_z_low(z, 1), base = a3_z_base(a3_z_high(z, 2));
    int64_t disp = long_disp(z);
    static const struct {
        uint8_t code, size, cc;
    } shifts[256] = {[0x0a] = {A3_OP_SAR, 8, A3_Z_SIGNED}, [0x0b] = {A3_OP_SHL, 8, A3_Z_SUM}, [0x0c] = {A3_OP_SHR, 8, 0},
                     [0x0d] = {A3_OP_SHL, 8, 0}, [0xdc] = {A3_OP_SAR, 4, A3_Z_SIGNED}, [0xdd] = {A3_OP_SHL, 4, A3_Z_SUM},
                     [0xde] = {A3_OP_SHR, 4, 0}, [0xdf] = {A3_OP_SHL, 4, 0}};
    if (shifts[op].size) {
        a3_z_shift(z, (a3_op_code)shifts[op].code, shifts[op].size, r1, r3, base, disp);
        if (shifts[op].cc) {
            a3_put_imm(z->out, A3_OP_FLAGS_SUB, shifts[op].size, A3_REG_NONE, r1, 0);
            a3_z_set_cc(z, shifts[op].cc);
        }
        return true;
    }
    switch (op) {
    case 0x04: case 0x24: a3_z_multiple(z, op == 0x04, 8, r1, r3, base, disp); return true;
    case 0x98: case 0x90: a3_z_multiple(z, op == 0x98, 4, r1, r3, base, disp); return true;
    case 0x1c: case 0x1d: return lose(z, r1, 1); /* rllg, rll */
    case 0x51: case 0x52: case 0x54: case 0x55: case 0x56: case 0x57: return byte_immediate(z, op & 15, disp);
    case 0x6a: case 0x7a: case 0x6e: case 0x7e: { /* asi, agsi, alsi, algsi */
        uint8_t size = op & 16 ? 8 : 4;
        a3_z_operation o = {op & 4 ? ADD_L : ADD, size, size};
        a3_z_storage_immediate(z, o, base, disp, a3_sign_extend(z->b[1], 8));
        return true;
    }
    case 0x14: case 0x30: compare_swap(z, op == 0x14 ? 4 : 8, r1, r3, base, disp); return true; /* csy, csg */
    case 0x31: case 0x3e: /* cdsy, cdsg */
        lose_storage(z, op == 0x3e ? 16 : 8, base, disp);
        return lose(z, r1, 2);
    case 0x20: a3_z_set_cc(z, A3_Z_UNKNOWN); return true; /* clmh */
    case 0x21: compare_characters(z, r1, r3, disp); return true;
    case 0x23: case 0x2b: return true;                               /* compare and trap */
    case 0x2d: store_characters(z, r1, r3, disp); return true;
    case 0x2c: case 0x26: lose_storage(z, 64, base, disp); return true; /* high words */
    case 0x80: case 0x96: return lose(z, r1, op == 0x80 ? 1 : 16);
    case 0x81: return insert_characters(z, r1, r3, disp);
    case 0xe2: case 0xf2: /* locg, loc */
        a3_put_load(z->out, op == 0xe2 ? 8 : 4, false, T2, base, disp);
        a3_z_on_condition(z, r3, op == 0xe2 ? 8 : 4, r1, T2, r1);
        return true;
    case 0xe3: case 0xf3: { /* stocg, stoc */
        bool never;
        a3_cond cond = a3_z_condition(z, r3, &never);
        if (!never)
            a3_put_skip(z->out, cond);
        if (!never)
            a3_put_store(z->out, op == 0xe3 ? 8 : 4, r1, base, disp);
        return true;
    }
    case 0xe4: case 0xe6: case 0xe7: case 0xe8: case 0xea: case 0xf4: case 0xf6: case 0xf7: case 0xf8: case 0xfa: /* laag, ... */
        fetch(z, op & 15, op < 0xf0 ? 8 : 4, r1, r3, base, disp);
        return true;
    default: return false;
    }
}

static bool fits_register(unsigned count) { return count == 1 || count == 2 || count == 4 || count == 8; }

/* MVC and CLC of what a register could hold: a value that is not known is still the same where it was copied to. */
static void short_storage(a3_z *z, bool compare, unsigned size, unsigned base1, int64_t disp1, unsigned base2, int64_t disp2)
{
    a3_put_load(z->out, size, false, T1, base2, disp2);
    if (!compare) {
        a3_put_store(z->out, size, T1, base1, disp1);
        return;
    }
    a3_put_load(z->out, size, false, T0, base1, disp1);
    a3_put(z->out, A3_OP_FLAGS_SUB, size, A3_REG_NONE, T0, T1);
    a3_z_set_cc(z, A3_Z_UNSIGNED);
}

/* D0-DF: SS. Bytes go left to right one after the other, so that a field moved one byte to the right fills. */
static bool group_ss(a3_z *z)
{
    unsigned op = z->b[0], count = z->b[1] + 1U, base1 = a3_z_base(a3_z_high(z, 2)), base2 = a3_z_base(a3_z_high(z, 4));
    int64_t disp1 = a3_z_disp(z, 2), disp2 = a3_z_disp(z, 4);
    bool clear = op == 0xd7 && base1 == base2 && disp1 == disp2;
    if ((op == 0xd2 || op == 0xd5) && fits_register(count)) {
        short_storage(z, op == 0xd5, count, base1, disp1, base2, disp2);
        return true;
    }
    if (op == 0xd2 || clear) {
        a3_put_imm(z->out, A3_OP_ADD, 8, T0, base1, disp1);
        a3_put_imm(z->out, A3_OP_ADD, 8, T1, base2, disp2);
        a3_op *bulk = a3_emit(z->out, clear ? A3_OP_FILL : A3_OP_COPY);
        bulk->d = T0;
        bulk->a = clear ? A3_REG_NONE : T1;
        bulk->use_imm = true;
        bulk->imm = count;
        bulk->size = 1;
        if (clear)
            a3_z_set_cc(z, A3_Z_UNKNOWN);
        return true;
    }
    switch (op) {
    case 0xd5: a3_z_set_cc(z, A3_Z_UNKNOWN); return true; /* clc */
    case 0xd1: case 0xd3: case 0xd4: case 0xd6: case 0xd7: case 0xdc: lose_storage(z, count, base1, disp1); return true;
    default: return false;
    }
}

static bool decode_bytes(a3_z *z)
{
    unsigned op = z->b[0];
    switch (op) {
    case 0xa5: return a3_z_group_a5(z);
    case 0xa7: return a3_z_group_a7(z);
    case 0xb2: return group_b2(z);
    case 0xb3: return a3_z_float_registers(z);
    case 0xb9: return group_b9(z);
    case 0xc0: return a3_z_group_c0(z);
    case 0xc2: case 0xc4: case 0xc6: case 0xcc: return a3_z_group_c(z);
    case 0xe3: return group_e3(z);
    case 0xe5: return a3_z_group_e5(z);
    case 0xe6: case 0xe7: return a3_z_vector_facility(z);
    case 0xeb: return group_eb(z);
    case 0xec: return a3_z_group_ec(z);
    case 0xed: return a3_z_float_long(z, address_base(z, true), long_disp(z));
    default: break;
    }
    if (op < 0x40)
        return group_rr(z);
    if (op < 0x80)
        return group_rx(z);
    if (op < 0xc0)
        return group_rs(z);
    return op >= 0xd0 && op < 0xe0 && group_ss(z);
}

static bool decode(const uint8_t *code, size_t size, uint64_t pc, uint32_t *context, a3_insn *out)
{
    out->count = 0;
    out->thumb = false;
    if (size == 0)
        return false;
    out->length = code[0] < 0x40 ? 2 : code[0] < 0xc0 ? 4 : 6;
    if (size < out->length)
        return false;
    uint8_t bytes[6] = {0};
    for (unsigned i = 0; i < out->length; i++)
        bytes[i] = code[i];
    a3_z z = {.out = out, .b = bytes, .pc = pc, .context = context};
    return decode_bytes(&z);
}

const a3_isa a3_isa_s390x = {
    .name = "s390x",
    .stack = 15,
    .link = 14,
    .result = 2,
    .entry = A3_REG_NONE,
    .args = {2, 3, 4, 5, 6},
    .arg_count = 5,
    .pointer_size = 8,
    .big_endian = true,
    .decode = decode,
    .thread = A3_Z_THREAD,
    .stack_offset = 160, /* register save area */
    /* r0-r5, r14; f0-f7, f16-f31 and the right halves of all vector registers */
    .volatile_low = UINT64_C(0x403f) | UINT64_C(0xaaaaffff) << 16 | UINT64_C(0xffff) << 48,
    .volatile_high = UINT64_C(0xffff),
};

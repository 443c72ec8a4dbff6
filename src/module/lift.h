/* SPDX-License-Identifier: MIT */
/* The seam between instruction decoders and the one bounded interpreter (module/interp.c): a decoder turns one machine
 * instruction into a few neutral operations over registers and memory. It knows encodings and nothing else: no image, no
 * state, no policy. What it does not model it says (A3_OP_HAVOC of the registers written), never guesses.
 * All values are 64 bits wide; `size` says how many bytes matter: operands are cut to it, results are zero-extended from
 * it (the pointer width of 32-bit machines is applied to addresses by the interpreter). Shift counts are not masked: a
 * count of the width or more gives 0 (SAR: the sign); where the machine masks, the decoder does (AND). */
#ifndef A3_MODULE_LIFT_H
#define A3_MODULE_LIFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "image/image.h"

/* Registers are small numbers of the decoder's own; 0..A3_REG_MAX-1. General registers come first by their machine
 * number. A3_REG_NONE reads as 0 and swallows writes (the zero register). A3_REG_T0.. are scratch within one
 * instruction. Vector registers are pairs of 64-bit halves (low, high). */
enum { A3_REG_MAX = 216, A3_REG_T0 = 208, A3_REG_NONE = 255 };

typedef enum a3_op_code {
    A3_OP_CONST,  /* d = imm */
    A3_OP_MOVE,   /* d = a */
    A3_OP_ADD, A3_OP_SUB, A3_OP_AND, A3_OP_OR, A3_OP_XOR, /* d = a op (b or imm) */
    A3_OP_SHL, A3_OP_SHR, A3_OP_SAR, A3_OP_MUL, A3_OP_ROR,
    A3_OP_NOT,    /* d = ~a */
    A3_OP_SEXT,   /* d = sign-extension of the low `size` bytes of a, to 8 */
    A3_OP_ZEXT,   /* d = low `size` bytes of a */
    A3_OP_CLZ,    /* d = number of leading zero bits in the low `size` bytes of a (how POWER and Arm test for zero) */
    A3_OP_INSERT, /* d = d with the `size` bytes at byte `imm` replaced by the low bytes of a (x86 ah, movk); `sign`: where d
                   * is not known its other bytes count as 0 (s390x: the high half of what is used as 32 bits) */
    A3_OP_LOAD,   /* d = memory[a + imm], `size` bytes, zero-extended (`sign`: sign-extended) */
    A3_OP_STORE,  /* memory[a + imm] = low `size` bytes of d */
    A3_OP_HAVOC,  /* d = unknown */
    A3_OP_HAVOC_MEMORY, /* memory[a + imm], `size` bytes (any number up to 64) = unknown (a store of a value that is not
                         * modelled) */
    A3_OP_COPY,   /* memory[d ...] = memory[a ...], n = (b or imm) units of `size` bytes, ascending; registers are left alone
                   * (x86 rep movs, s390x mvc) */
    A3_OP_FILL,   /* memory[d ...] = n = (b or imm) units of the low `size` bytes of a (x86 rep stos, s390x xc) */
    A3_OP_FLAGS_SUB,    /* flags of a - (b or imm), `size` bytes; ULT means "borrow" on every machine */
    /* Of a + b, of a & b. The unsigned conditions fork behind these two (machines differ in what they leave in the carry).
     * In all three, `bit` 1: the unsigned conditions are unknown, 2: the overflow and the signed order are unknown. In the
     * last two, 4: ULT means carry (x86; never of a & b), 8: it means no carry (AArch64; always of a & b). */
    A3_OP_FLAGS_ADD, A3_OP_FLAGS_AND,
    A3_OP_FLAGS_HAVOC,  /* flags unknown: a later condition on them forks */
    A3_OP_SELECT, /* d = cond ? a : b; an unknown condition forks where the two differ (`sign`: makes d unknown instead) */
    A3_OP_SKIP,   /* unless cond: go on behind the instruction, skip the remaining operations (predication) */
    A3_OP_JUMP,   /* pc = imm, or register a (+ imm) where a != NONE */
    A3_OP_CALL,   /* as JUMP, with the return address in `d` (link register) or pushed (d == NONE on x86) */
    A3_OP_RETURN, /* pc = register a, or popped (a == NONE); imm: bytes popped besides (x86 ret n) */
    A3_OP_BRANCH, /* if cond: pc = imm */
    A3_OP_TRAP    /* this path ends: ud2, brk, hlt, unreachable */
} a3_op_code;

/* Condition: over the flags of the last FLAGS_ operation, or over a register (`a`) being zero / a bit being set. */
typedef enum a3_cond {
    A3_COND_ALWAYS, A3_COND_EQ, A3_COND_NE, A3_COND_ULT, A3_COND_UGE, A3_COND_ULE, A3_COND_UGT, A3_COND_SLT,
    A3_COND_SGE, A3_COND_SLE, A3_COND_SGT, A3_COND_NEG, A3_COND_POS, A3_COND_OVERFLOW, A3_COND_NO_OVERFLOW,
    A3_COND_ZERO, A3_COND_NONZERO,       /* register a == 0 (low `size` bytes) */
    A3_COND_BIT_CLEAR, A3_COND_BIT_SET,  /* bit `bit` of register a */
    A3_COND_RSLT, A3_COND_RSGE, A3_COND_RULT, A3_COND_RUGE, A3_COND_REQ, A3_COND_RNE, /* register a against register b */
    A3_COND_UNKNOWN                      /* always forks */
} a3_cond;

typedef struct a3_op {
    uint8_t code;  /* a3_op_code */
    uint8_t size;  /* bytes: 1, 2, 4, 8 */
    uint8_t d, a, b;
    uint8_t cond;  /* a3_cond */
    uint8_t bit;
    bool use_imm;  /* the second operand is imm, not b */
    bool sign;
    int64_t imm;
} a3_op;

enum { A3_OPS_MAX = 72 }; /* of one instruction (s390x mvc copies up to 256 bytes) */
typedef struct a3_insn {
    uint8_t length; /* bytes */
    uint8_t count;
    bool thumb;     /* 32-bit Arm: state behind this instruction */
    a3_op ops[A3_OPS_MAX];
} a3_insn;

typedef struct a3_isa {
    const char *name;
    uint8_t stack, link, result;   /* registers; link NONE where the return address is pushed */
    uint8_t entry;                 /* holds the function's own address at entry (ppc64: r12); NONE elsewhere */
    uint8_t args[8], arg_count;    /* argument registers of the platform's calling convention; i686: none (stack) */
    uint8_t pointer_size;
    bool big_endian;               /* of code */
    /* Decodes the instruction at `pc` from `code` (at least 1 byte). False: not an instruction known to us; the path
     * becomes undetermined. `pc` of 32-bit Arm has bit 0 set in Thumb state. `context` is one word that the interpreter
     * keeps for the decoder between instructions of one path (Thumb IT state), 0 at entry. NULL for wasm, whose code
     * is read by wasm_code.c. */
    bool (*decode)(const uint8_t *code, size_t size, uint64_t pc, uint32_t *context, a3_insn *out);
    /* Registers that a call destroys, as a bit set over 0..127 (two words); those from 128 on are always destroyed. */
    uint64_t volatile_low, volatile_high;
    bool thumb;                    /* bit 0 of a code address is a state, not a part of it (32-bit Arm) */
    uint8_t thread;                /* register that points to the thread block, also a decoder's own (x86 fs); 0: none */
    uint8_t stack_offset;          /* bytes from the stack pointer at a function's entry to its stack arguments (i686: 4) */
} a3_isa;

/* NULL: no decoder for this machine. PE and Mach-O variants differ in calling convention only. */
const a3_isa *a3_isa_for(const a3_image *im);

extern const a3_isa a3_isa_x86_64_sysv, a3_isa_x86_64_win, a3_isa_i686, a3_isa_aarch64, a3_isa_arm, a3_isa_ppc64le,
    a3_isa_s390x, a3_isa_riscv64, a3_isa_loongarch64, a3_isa_wasm32;

/* Helpers for decoders: append one operation; silently ignores more than A3_OPS_MAX (the decoder then returns false). */
static inline a3_op *a3_emit(a3_insn *out, a3_op_code code)
{
    static const a3_op blank = {.size = 8, .d = A3_REG_NONE, .a = A3_REG_NONE, .b = A3_REG_NONE};
    a3_op *op = &out->ops[out->count < A3_OPS_MAX ? out->count++ : A3_OPS_MAX - 1];
    *op = blank;
    op->code = (uint8_t)code;
    return op;
}

#endif

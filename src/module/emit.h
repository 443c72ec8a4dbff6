/* SPDX-License-Identifier: MIT */
/* Short forms of a3_emit for decoders: one line an operation. Argument order is that of an assembler: destination first. */
#ifndef A3_MODULE_EMIT_H
#define A3_MODULE_EMIT_H

#include "module/lift.h"

static inline void a3_put_const(a3_insn *out, unsigned d, int64_t value)
{
    a3_op *op = a3_emit(out, A3_OP_CONST);
    op->d = (uint8_t)d;
    op->imm = value;
}

static inline void a3_put_havoc(a3_insn *out, unsigned d) { a3_emit(out, A3_OP_HAVOC)->d = (uint8_t)d; }

/* d = a op b; what a register gives with itself is known even where the register is not */
static inline void a3_put(a3_insn *out, a3_op_code code, unsigned size, unsigned d, unsigned a, unsigned b)
{
    if (a == b && (code == A3_OP_XOR || code == A3_OP_SUB)) {
        a3_put_const(out, d, 0);
        return;
    }
    a3_op *op = a3_emit(out, code);
    op->size = (uint8_t)size;
    op->d = (uint8_t)d;
    op->a = (uint8_t)a;
    op->b = (uint8_t)b;
}

/* d = a op imm */
static inline void a3_put_imm(a3_insn *out, a3_op_code code, unsigned size, unsigned d, unsigned a, int64_t imm)
{
    a3_op *op = a3_emit(out, code);
    op->size = (uint8_t)size;
    op->d = (uint8_t)d;
    op->a = (uint8_t)a;
    op->use_imm = true;
    op->imm = imm;
}

/* MOVE, NOT, SEXT, ZEXT: d = op a */
static inline void a3_put_unary(a3_insn *out, a3_op_code code, unsigned size, unsigned d, unsigned a)
{
    a3_put(out, code, size, d, a, A3_REG_NONE);
}

static inline void a3_put_move(a3_insn *out, unsigned d, unsigned a) { a3_put_unary(out, A3_OP_MOVE, 8, d, a); }

/* LOAD, STORE, HAVOC_MEMORY: the register `d` and memory[base + disp] */
static inline void a3_put_memory(a3_insn *out, a3_op_code code, unsigned size, bool sign, unsigned d, unsigned base,
                                 int64_t disp)
{
    a3_op *op = a3_emit(out, code);
    op->size = (uint8_t)size;
    op->sign = sign;
    op->d = (uint8_t)d;
    op->a = (uint8_t)base;
    op->imm = disp;
}

static inline void a3_put_load(a3_insn *out, unsigned size, bool sign, unsigned d, unsigned base, int64_t disp)
{
    a3_put_memory(out, A3_OP_LOAD, size, sign, d, base, disp);
}

static inline void a3_put_store(a3_insn *out, unsigned size, unsigned d, unsigned base, int64_t disp)
{
    a3_put_memory(out, A3_OP_STORE, size, false, d, base, disp);
}

static inline void a3_put_jump(a3_insn *out, uint64_t target) { a3_emit(out, A3_OP_JUMP)->imm = (int64_t)target; }

static inline void a3_put_jump_to(a3_insn *out, unsigned reg) { a3_emit(out, A3_OP_JUMP)->a = (uint8_t)reg; }

static inline void a3_put_return(a3_insn *out, unsigned reg) { a3_emit(out, A3_OP_RETURN)->a = (uint8_t)reg; }

static inline void a3_put_call(a3_insn *out, unsigned link, uint64_t target)
{
    a3_op *op = a3_emit(out, A3_OP_CALL);
    op->d = (uint8_t)link;
    op->imm = (int64_t)target;
}

static inline void a3_put_call_to(a3_insn *out, unsigned link, unsigned reg)
{
    a3_op *op = a3_emit(out, A3_OP_CALL);
    op->d = (uint8_t)link;
    op->a = (uint8_t)reg;
}

/* Condition over flags. */
static inline void a3_put_branch(a3_insn *out, a3_cond cond, uint64_t target)
{
    a3_op *op = a3_emit(out, A3_OP_BRANCH);
    op->cond = (uint8_t)cond;
    op->imm = (int64_t)target;
}

/* Condition over registers: a against b (or zero, b unused). */
static inline void a3_put_branch_regs(a3_insn *out, a3_cond cond, unsigned a, unsigned b, uint64_t target)
{
    a3_op *op = a3_emit(out, A3_OP_BRANCH);
    op->cond = (uint8_t)cond;
    op->a = (uint8_t)a;
    op->b = (uint8_t)b;
    op->imm = (int64_t)target;
}

static inline void a3_put_skip(a3_insn *out, a3_cond cond) { a3_emit(out, A3_OP_SKIP)->cond = (uint8_t)cond; }

/* d = cond (over flags) ? a : b */
static inline void a3_put_select(a3_insn *out, a3_cond cond, unsigned d, unsigned a, unsigned b)
{
    a3_op *op = a3_emit(out, A3_OP_SELECT);
    op->cond = (uint8_t)cond;
    op->d = (uint8_t)d;
    op->a = (uint8_t)a;
    op->b = (uint8_t)b;
}

/* memory[base + disp] = (what was there) op a; d = what was there. T5 to T7 are used. A3_OP_MOVE: a itself. */
static inline void a3_put_fetch(a3_insn *out, a3_op_code code, unsigned size, bool sign, unsigned d, unsigned a, unsigned base,
                                int64_t disp)
{
    enum { WAS = A3_REG_T0 + 5, NEW, PLACE };
    a3_put_imm(out, A3_OP_ADD, 8, PLACE, base, disp);
    a3_put_load(out, size, sign, WAS, PLACE, 0);
    if (code == A3_OP_MOVE)
        a3_put_move(out, NEW, a);
    else
        a3_put(out, code, size, NEW, WAS, a);
    a3_put_store(out, size, NEW, PLACE, 0);
    a3_put_move(out, d, WAS);
}

/* If memory[base + disp] holds what d holds, it becomes a; d = what was there. The rest of the instruction is left out where it
 * does not, so that this comes last. */
static inline void a3_put_compare_swap(a3_insn *out, unsigned size, bool sign, unsigned d, unsigned a, unsigned base, int64_t disp)
{
    enum { EXPECTED = A3_REG_T0 + 4, WAS, NEW, PLACE };
    a3_put_imm(out, A3_OP_ADD, 8, PLACE, base, disp);
    a3_put_move(out, NEW, a);
    a3_put_move(out, EXPECTED, d);
    a3_put_load(out, size, sign, WAS, PLACE, 0);
    a3_put_move(out, d, WAS);
    a3_op *op = a3_emit(out, A3_OP_SKIP);
    op->cond = A3_COND_REQ;
    op->size = (uint8_t)size;
    op->a = EXPECTED;
    op->b = WAS;
    a3_put_store(out, size, NEW, PLACE, 0);
}

/* d = 1 if a < b, else 0 */
static inline void a3_put_less(a3_insn *out, bool is_signed, unsigned d, unsigned a, unsigned b)
{
    a3_put(out, A3_OP_FLAGS_SUB, 8, A3_REG_NONE, a, b);
    a3_put_const(out, A3_REG_T0 + 7, 1);
    a3_put_select(out, is_signed ? A3_COND_SLT : A3_COND_ULT, d, A3_REG_T0 + 7, A3_REG_NONE);
}

#endif

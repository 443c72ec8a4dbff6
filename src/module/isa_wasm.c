/* SPDX-License-Identifier: MIT */
/* wasm32 instructions as operations over an operand stack in memory.
 * Source: WebAssembly core specification, chapters 4.4 (instructions), 4.4.10 (calls), 5.4 (encodings).
 *
 * A frame, eight bytes a place: the locals (the parameters lie where the caller had pushed them), what the caller's
 * registers held, the operand height at which each open block began, then the operands. */
#include "base/text.h"
#include "module/emit.h"
#include "module/wasm_code.h"

enum {
    FRAME,   /* address of local 0 */
    SP,      /* behind the top operand */
    BLOCKS,  /* behind the innermost open block's height */
    SHADOW,  /* the global __stack_pointer */
    LINK, RESULT, ARGS = 8,
    T0 = A3_REG_T0, T1, T2, T3
};
enum { SAVED = 3, MOST_ARGS = 8, MOST_LOCALS = 4096, MOST_LABELS = 30 };

typedef struct lifter {
    a3_insn *out;
    a3_wasm_code *code;
    const a3_wasm_body *body;
    a3_wasm_op op;
} lifter;

/* -- operands -- */

/* The top `count` operands into T0 (the deepest), T1, T2. */
static void take(lifter *l, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        a3_put_load(l->out, 8, false, T0 + i, SP, -8 * (int64_t)(count - i));
}

/* `count` operands go, the value in `reg` comes (A3_REG_NONE: nothing). */
static void give(lifter *l, unsigned count, unsigned reg)
{
    int64_t change = (reg != A3_REG_NONE) - (int64_t)count;
    if (reg != A3_REG_NONE)
        a3_put_store(l->out, 8, reg, SP, -8 * (int64_t)count);
    if (change != 0)
        a3_put_imm(l->out, A3_OP_ADD, 4, SP, SP, 8 * change);
}

/* Eight bytes from one place to another, by halves: a union that holds a pointer is copied as a whole, and half of it may
 * never have been written. */
static void move_halves(lifter *l, unsigned to, int64_t to_disp, unsigned from, int64_t from_disp)
{
    a3_put_load(l->out, 4, false, T2, from, from_disp);
    a3_put_load(l->out, 4, false, T3, from, from_disp + 4);
    a3_put_store(l->out, 4, T2, to, to_disp);
    a3_put_store(l->out, 4, T3, to, to_disp + 4);
}

static void give_unknown(lifter *l, unsigned count)
{
    a3_put_havoc(l->out, T0);
    give(l, count, T0);
}

/* -- functions -- */

/* The frame of a function that was called: its arguments are the operands above SP. */
static bool enter(lifter *l, bool outermost)
{
    const a3_wasm_function *f = &l->body->f;
    uint32_t more = f->locals - f->params;
    if (f->locals < f->params || f->locals > MOST_LOCALS)
        return false;
    a3_put_move(l->out, T0, FRAME);
    a3_put_move(l->out, FRAME, SP);
    if (outermost) /* the shadow stack grows down from where the operands grow up */
        a3_put_imm(l->out, A3_OP_SUB, 4, SHADOW, SP, 0x1000);
    a3_put_imm(l->out, A3_OP_ADD, 4, T1, FRAME, 8 * (int64_t)f->params);
    a3_op *fill = a3_emit(l->out, A3_OP_FILL);
    fill->d = T1;
    fill->use_imm = true;
    fill->imm = more;
    a3_put_imm(l->out, A3_OP_ADD, 4, T1, FRAME, 8 * (int64_t)f->locals);
    a3_put_store(l->out, 8, T0, T1, 0);
    a3_put_store(l->out, 8, LINK, T1, 8);
    a3_put_store(l->out, 8, BLOCKS, T1, 16);
    a3_put_imm(l->out, A3_OP_ADD, 4, BLOCKS, T1, 8 * SAVED);
    a3_put_imm(l->out, A3_OP_ADD, 4, SP, BLOCKS, 8 * (int64_t)l->body->depth);
    a3_put_jump(l->out, a3_wasm_address(l->body, 0, A3_WASM_PLAIN));
    return true;
}

static bool leave(lifter *l)
{
    const a3_wasm_function *f = &l->body->f;
    if (f->results > 1)
        return false;
    a3_put_memory(l->out, f->results ? A3_OP_LOAD : A3_OP_HAVOC, 8, false, RESULT, SP, -8);
    a3_put_imm(l->out, A3_OP_ADD, 4, T1, FRAME, 8 * (int64_t)f->locals);
    a3_put_move(l->out, SP, FRAME);
    a3_put_load(l->out, 8, false, FRAME, T1, 0);
    a3_put_load(l->out, 8, false, LINK, T1, 8);
    a3_put_load(l->out, 8, false, BLOCKS, T1, 16);
    a3_put_return(l->out, LINK);
    return true;
}

/* Arguments for imported functions go to registers; for all of them they lie above SP. The callee's address: `known`, or
 * in T0. */
static void call(lifter *l, uint32_t params, uint64_t known, bool indirect)
{
    for (uint32_t i = 0; i < MOST_ARGS; i++)
        if (i < params)
            a3_put_load(l->out, 8, false, ARGS + i, SP, -8 * (int64_t)(params - i));
        else
            a3_put_havoc(l->out, ARGS + i);
    a3_put_imm(l->out, A3_OP_SUB, 4, SP, SP, 8 * (int64_t)params);
    if (indirect)
        a3_put_call_to(l->out, LINK, T0);
    else
        a3_put_call(l->out, LINK, known);
    l->out->length = 1; /* the next stage */
}

/* How Emscripten calls what may throw: invoke_ takes the function's table slot and its arguments. */
static bool is_invoke(const lifter *l, const a3_wasm_function *f)
{
    const a3_imports *imports = &l->code->m->im->imports;
    return f->imported && f->import < imports->count && f->params > 0 && imports->items[f->import].name != NULL &&
           a3_has_prefix(imports->items[f->import].name, "invoke_");
}

static bool call_function(lifter *l)
{
    a3_wasm_function f;
    if (l->op.a > UINT32_MAX || !a3_wasm_function_at(l->code->m->im, (uint32_t)l->op.a, &f))
        return false;
    if (is_invoke(l, &f)) {
        uint32_t params = f.params - 1;
        if (params > MOST_ARGS)
            return false;
        a3_put_load(l->out, 4, false, T0, SP, -8 * (int64_t)f.params);
        for (uint32_t i = 0; i < params; i++) { /* over the function's place */
            a3_put_load(l->out, 8, false, T1, SP, -8 * (int64_t)(params - i));
            a3_put_store(l->out, 8, T1, SP, -8 * (int64_t)(params - i + 1));
        }
        a3_put_imm(l->out, A3_OP_SUB, 4, SP, SP, 8);
        call(l, params, 0, true);
        return true;
    }
    bool lost = f.imported && f.import == SIZE_MAX; /* an import of no name */
    if (lost)
        a3_put_havoc(l->out, T0);
    call(l, f.params, A3_WASM_FUNCTION + (uint32_t)l->op.a, lost);
    return true;
}

static bool call_indirect(lifter *l)
{
    uint32_t params, results;
    if (l->op.a > UINT32_MAX || !a3_wasm_type(l->code->m->im, (uint32_t)l->op.a, &params, &results))
        return false;
    a3_put_load(l->out, 4, false, T0, SP, -8);
    a3_put_imm(l->out, A3_OP_SUB, 4, SP, SP, 8);
    call(l, params, 0, true);
    return true;
}

/* Behind a call: its result becomes an operand. */
static bool returned(lifter *l)
{
    uint32_t params, results = 0;
    a3_wasm_function f;
    if (l->op.op == 0x10 && a3_wasm_function_at(l->code->m->im, (uint32_t)l->op.a, &f))
        results = f.results;
    else if (l->op.op != 0x11 || !a3_wasm_type(l->code->m->im, (uint32_t)l->op.a, &params, &results))
        return false;
    if (results == 1)
        give(l, 0, RESULT);
    l->out->length = (uint8_t)(A3_WASM_STAGES * l->op.size - A3_WASM_RETURNED);
    return results <= 1;
}

/* -- structure -- */

static void open_block(lifter *l, const a3_wasm_block *b)
{
    a3_put_imm(l->out, A3_OP_SUB, 4, T1, SP, 8 * (int64_t)b->params);
    a3_put_store(l->out, 8, T1, BLOCKS, 0);
    a3_put_imm(l->out, A3_OP_ADD, 4, BLOCKS, BLOCKS, 8);
}

static bool start_block(lifter *l, unsigned op)
{
    uint32_t inside = a3_wasm_enclosing(l->body, l->op.at + 1);
    if (inside == A3_WASM_NO_BLOCK)
        return false;
    const a3_wasm_block *b = &l->body->blocks[inside];
    if (op != 0x04) {
        open_block(l, b);
        return true;
    }
    take(l, 1);
    give(l, 1, A3_REG_NONE);
    open_block(l, b);
    uint32_t otherwise = b->middle ? b->middle + 1 : b->end;
    a3_put_branch_regs(l->out, A3_COND_ZERO, T0, A3_REG_NONE, a3_wasm_address(l->body, otherwise, A3_WASM_PLAIN));
    l->out->ops[l->out->count - 1].size = 4;
    return true;
}

static bool end_block(lifter *l)
{
    if (l->op.at + l->op.size == l->body->f.body.size)
        return leave(l);
    a3_put_imm(l->out, A3_OP_SUB, 4, BLOCKS, BLOCKS, 8);
    return true;
}

/* To the end of the innermost block, where falling into `else` or a handler leads. */
static bool skip_rest(lifter *l)
{
    uint32_t inside = a3_wasm_enclosing(l->body, l->op.at);
    if (inside == A3_WASM_NO_BLOCK)
        return false;
    a3_put_jump(l->out, a3_wasm_address(l->body, l->body->blocks[inside].end, A3_WASM_PLAIN));
    return true;
}

/* Out of `label` blocks, with the operands that the target wants. */
static bool branch(lifter *l, uint64_t label, uint32_t at)
{
    uint32_t i = a3_wasm_enclosing(l->body, at);
    for (uint64_t n = label; n > 0 && i != A3_WASM_NO_BLOCK; n--)
        i = l->body->blocks[i].parent;
    if (i == A3_WASM_NO_BLOCK)
        return leave(l);
    const a3_wasm_block *b = &l->body->blocks[i];
    unsigned wanted = b->loop ? b->params : b->results;
    if (wanted > 1)
        return false;
    if (wanted)
        take(l, 1);
    a3_put_load(l->out, 4, false, SP, BLOCKS, -8 * (int64_t)(label + 1));
    if (wanted)
        give(l, 0, T0);
    a3_put_imm(l->out, A3_OP_SUB, 4, BLOCKS, BLOCKS, 8 * (int64_t)(label + (b->loop ? 0 : 1)));
    a3_put_jump(l->out, a3_wasm_address(l->body, b->loop ? b->body : b->end + 1, A3_WASM_PLAIN));
    return true;
}

/* br_if: the branch itself is another stage of the instruction, at its label. */
static void branch_if(lifter *l)
{
    take(l, 1);
    give(l, 1, A3_REG_NONE);
    a3_put_branch_regs(l->out, A3_COND_NONZERO, T0, A3_REG_NONE, a3_wasm_address(l->body, l->op.label, A3_WASM_LABEL));
    l->out->ops[l->out->count - 1].size = 4;
}

static bool branch_table(lifter *l)
{
    if (l->op.labels > MOST_LABELS)
        return false;
    a3_cursor c = a3_cursor_at(l->body->f.body, l->op.label, false);
    take(l, 1);
    give(l, 1, A3_REG_NONE);
    for (uint32_t i = 0; i < l->op.labels; i++) {
        a3_put_const(l->out, T1, i);
        a3_put_branch_regs(l->out, A3_COND_REQ, T0, T1, a3_wasm_address(l->body, (uint32_t)c.pos, A3_WASM_LABEL));
        l->out->ops[l->out->count - 1].size = 4;
        a3_get_uleb(&c);
    }
    a3_put_jump(l->out, a3_wasm_address(l->body, (uint32_t)c.pos, A3_WASM_LABEL));
    return true;
}

/* -- variables -- */

static bool local(lifter *l)
{
    if (l->op.a >= l->body->f.locals)
        return false;
    if (l->op.op == 0x20) {
        move_halves(l, SP, 0, FRAME, 8 * (int64_t)l->op.a);
        a3_put_imm(l->out, A3_OP_ADD, 4, SP, SP, 8);
        return true;
    }
    move_halves(l, FRAME, 8 * (int64_t)l->op.a, SP, -8);
    if (l->op.op == 0x21)
        give(l, 1, A3_REG_NONE);
    return true;
}

static bool global(lifter *l)
{
    a3_image *im = l->code->m->im;
    uint32_t index = (uint32_t)l->op.a;
    bool shadow = l->op.a == index && a3_wasm_is_stack_pointer(im, index);
    if (l->op.op == 0x24) {
        take(l, 1);
        if (shadow)
            a3_put_unary(l->out, A3_OP_MOVE, 4, SHADOW, T0);
        give(l, 1, A3_REG_NONE);
        return shadow || a3_wasm_global(im, index).kind == A3_POINTER_NONE; /* else a global that we hold for constant */
    }
    uint64_t value;
    if (shadow) {
        give(l, 0, SHADOW);
        return true;
    }
    if (a3_memory_number(l->code->m, a3_wasm_global(im, index), &value))
        a3_put_const(l->out, T0, (int64_t)value);
    else
        a3_put_havoc(l->out, T0);
    give(l, 0, T0);
    return true;
}

/* -- values -- */

enum { UNKNOWN, BINARY, COMPARE, ZERO, UNARY, LOAD, STORE, LOSE_STORE, SHIFT, ROTATE_LEFT, KEEP };
typedef struct form {
    uint8_t kind, size; /* bytes */
    uint8_t code;       /* a3_op_code or a3_cond; UNKNOWN: how many operands go; LOAD: 1 sign-extended to 4, 2 to 8 bytes */
} form;

#define COMPARISONS(first, bytes) \
    [first] = {ZERO, bytes, 0}, [first + 1] = {COMPARE, bytes, A3_COND_EQ}, [first + 2] = {COMPARE, bytes, A3_COND_NE}, \
    [first + 3] = {COMPARE, bytes, A3_COND_SLT}, [first + 4] = {COMPARE, bytes, A3_COND_ULT}, \
    [first + 5] = {COMPARE, bytes, A3_COND_SGT}, [first + 6] = {COMPARE, bytes, A3_COND_UGT}, \
    [first + 7] = {COMPARE, bytes, A3_COND_SLE}, [first + 8] = {COMPARE, bytes, A3_COND_ULE}, \
    [first + 9] = {COMPARE, bytes, A3_COND_SGE}, [first + 10] = {COMPARE, bytes, A3_COND_UGE}
#define ARITHMETIC(first, bytes) \
    [first] = {UNARY, bytes, A3_OP_CLZ}, [first + 1] = {UNKNOWN, 0, 1}, [first + 2] = {UNKNOWN, 0, 1}, \
    [first + 3] = {BINARY, bytes, A3_OP_ADD}, [first + 4] = {BINARY, bytes, A3_OP_SUB}, [first + 5] = {BINARY, bytes, A3_OP_MUL}, \
    [first + 6] = {UNKNOWN, 0, 2}, [first + 7] = {UNKNOWN, 0, 2}, [first + 8] = {UNKNOWN, 0, 2}, [first + 9] = {UNKNOWN, 0, 2}, \
    [first + 10] = {BINARY, bytes, A3_OP_AND}, [first + 11] = {BINARY, bytes, A3_OP_OR}, [first + 12] = {BINARY, bytes, A3_OP_XOR}, \
    [first + 13] = {SHIFT, bytes, A3_OP_SHL}, [first + 14] = {SHIFT, bytes, A3_OP_SAR}, [first + 15] = {SHIFT, bytes, A3_OP_SHR}, \
    [first + 16] = {ROTATE_LEFT, bytes, 0}, [first + 17] = {SHIFT, bytes, A3_OP_ROR}

/* From 0x28 on; floating point arithmetic is not followed, its values are moved. */
static const form forms[0xc5 - 0x28] = {
    [0x00] = {LOAD, 4, 0}, [0x01] = {LOAD, 8, 0}, [0x02] = {LOAD, 4, 0}, [0x03] = {LOAD, 8, 0}, [0x04] = {LOAD, 1, 1},
    [0x05] = {LOAD, 1, 0}, [0x06] = {LOAD, 2, 1}, [0x07] = {LOAD, 2, 0}, [0x08] = {LOAD, 1, 2}, [0x09] = {LOAD, 1, 0},
    [0x0a] = {LOAD, 2, 2}, [0x0b] = {LOAD, 2, 0}, [0x0c] = {LOAD, 4, 2}, [0x0d] = {LOAD, 4, 0}, [0x0e] = {STORE, 4, 0},
    [0x0f] = {STORE, 8, 0}, [0x10] = {STORE, 4, 0}, [0x11] = {STORE, 8, 0}, [0x12] = {STORE, 1, 0}, [0x13] = {STORE, 2, 0},
    [0x14] = {STORE, 1, 0}, [0x15] = {STORE, 2, 0}, [0x16] = {STORE, 4, 0},
    COMPARISONS(0x1d, 4), COMPARISONS(0x28, 8),
    [0x33 ... 0x3e] = {UNKNOWN, 0, 2}, /* f32, f64 comparisons */
    ARITHMETIC(0x3f, 4), ARITHMETIC(0x51, 8),
    [0x63 ... 0x69] = {UNKNOWN, 0, 1}, [0x6a ... 0x70] = {UNKNOWN, 0, 2}, /* f32 */
    [0x71 ... 0x77] = {UNKNOWN, 0, 1}, [0x78 ... 0x7e] = {UNKNOWN, 0, 2}, /* f64 */
    [0x7f] = {UNARY, 4, A3_OP_ZEXT}, [0x80 ... 0x83] = {UNKNOWN, 0, 1}, [0x84] = {UNARY, 4, A3_OP_SEXT}, [0x85] = {UNARY, 4, A3_OP_ZEXT},
    [0x86 ... 0x93] = {UNKNOWN, 0, 1}, [0x94 ... 0x97] = {KEEP, 0, 0}, /* conversions, reinterpretations */
    [0x98] = {UNARY, 1, A3_OP_SEXT}, [0x99] = {UNARY, 2, A3_OP_SEXT}, [0x9a] = {UNARY, 1, A3_OP_SEXT},
    [0x9b] = {UNARY, 2, A3_OP_SEXT}, [0x9c] = {UNARY, 4, A3_OP_SEXT},
};

static bool memory(lifter *l, form f)
{
    if (l->op.b > UINT32_MAX || l->op.a & 0x40)
        return false;
    if (f.kind == STORE) {
        take(l, 2);
        a3_put_unary(l->out, A3_OP_ZEXT, 4, T0, T0);
        if (f.size == 8)
            move_halves(l, T0, (int64_t)l->op.b, SP, -8);
        else
            a3_put_store(l->out, f.size, T1, T0, (int64_t)l->op.b);
        give(l, 2, A3_REG_NONE);
        return true;
    }
    take(l, 1);
    a3_put_unary(l->out, A3_OP_ZEXT, 4, T0, T0);
    if (f.size == 8) {
        move_halves(l, SP, -8, T0, (int64_t)l->op.b);
        return true;
    }
    a3_put_load(l->out, f.size, f.code != 0, T0, T0, (int64_t)l->op.b);
    if (f.code == 1)
        a3_put_unary(l->out, A3_OP_ZEXT, 4, T0, T0);
    give(l, 1, T0);
    return true;
}

static bool value(lifter *l)
{
    form f = forms[l->op.op - 0x28];
    unsigned code = f.code;
    switch (f.kind) {
    case LOAD: case STORE: return memory(l, f);
    case KEEP: return true;
    case UNKNOWN:
        if (code == 0)
            return false;
        give_unknown(l, code);
        return true;
    case UNARY:
        take(l, 1);
        a3_put_unary(l->out, (a3_op_code)code, f.size, T0, T0);
        if (l->op.op == 0xc0 || l->op.op == 0xc1) /* to 32 bits only */
            a3_put_unary(l->out, A3_OP_ZEXT, 4, T0, T0);
        give(l, 1, T0);
        return true;
    case BINARY:
        take(l, 2);
        a3_put(l->out, (a3_op_code)code, f.size, T0, T0, T1);
        break;
    case SHIFT: case ROTATE_LEFT:
        take(l, 2);
        if (f.kind == ROTATE_LEFT)
            a3_put(l->out, A3_OP_SUB, 8, T1, A3_REG_NONE, T1);
        a3_put_imm(l->out, A3_OP_AND, 8, T1, T1, 8 * f.size - 1);
        a3_put(l->out, f.kind == ROTATE_LEFT ? A3_OP_ROR : (a3_op_code)code, f.size, T0, T0, T1);
        break;
    default: /* COMPARE, ZERO */
        take(l, f.kind == ZERO ? 1 : 2);
        if (f.kind == ZERO)
            a3_put_imm(l->out, A3_OP_FLAGS_SUB, f.size, A3_REG_NONE, T0, 0);
        else
            a3_put(l->out, A3_OP_FLAGS_SUB, f.size, A3_REG_NONE, T0, T1);
        a3_put_const(l->out, T2, 1);
        a3_put_select(l->out, f.kind == ZERO ? A3_COND_EQ : (a3_cond)code, T0, T2, A3_REG_NONE);
        give(l, f.kind == ZERO ? 1 : 2, T0);
        return true;
    }
    give(l, 2, T0);
    return true;
}

static bool prefixed(lifter *l)
{
    a3_op *op;
    switch (l->op.op) {
    case 0xfc0a: case 0xfc0b: /* memory.copy, memory.fill */
        take(l, 3);
        for (unsigned i = 0; i < 3; i++)
            a3_put_unary(l->out, A3_OP_ZEXT, 4, T0 + i, T0 + i);
        op = a3_emit(l->out, l->op.op == 0xfc0a ? A3_OP_COPY : A3_OP_FILL);
        op->size = 1;
        op->d = T0;
        op->a = T1;
        op->b = T2;
        give(l, 3, A3_REG_NONE);
        return true;
    case 0xfc00: case 0xfc01: case 0xfc02: case 0xfc03: case 0xfc04: case 0xfc05: case 0xfc06: case 0xfc07:
        give_unknown(l, 1);
        return true;
    case 0xfc0d: case 0xfe03: return true; /* elem.drop, atomic.fence */
    case 0xfc10: give_unknown(l, 0); return true; /* table.size */
    case 0xfd00: case 0xfd0f: case 0xfd10: case 0xfd11: case 0xfd12: case 0xfd13: case 0xfd14: /* vectors: load, splat */
        give_unknown(l, 1);
        return true;
    case 0xfd0c: give_unknown(l, 0); return true;
    case 0xfd0b: /* v128.store */
        if (l->op.b > UINT32_MAX || l->op.a & 0x40)
            return false;
        take(l, 2);
        a3_put_unary(l->out, A3_OP_ZEXT, 4, T0, T0);
        a3_put_memory(l->out, A3_OP_HAVOC_MEMORY, 16, false, A3_REG_NONE, T0, (int64_t)l->op.b);
        give(l, 2, A3_REG_NONE);
        return true;
    default: return false;
    }
}

static bool plain(lifter *l)
{
    switch (l->op.op) {
    case 0x00: case 0x08: case 0x09: case 0x0a: /* unreachable; throw and rethrow leave as C++ exceptions do elsewhere */
        a3_emit(l->out, A3_OP_TRAP);
        return true;
    case 0x01: return true;
    case 0x02: case 0x03: case 0x04: case 0x06: case 0x1f: return start_block(l, l->op.op);
    case 0x05: case 0x07: case 0x19: return skip_rest(l);
    case 0x0b: case 0x18: return end_block(l);
    case 0x0c: return branch(l, l->op.a, l->op.at);
    case 0x0d: branch_if(l); return true;
    case 0x0e: return branch_table(l);
    case 0x0f: return leave(l);
    case 0x10: return call_function(l);
    case 0x11: return call_indirect(l);
    case 0x1a: give(l, 1, A3_REG_NONE); return true;
    case 0x1b: case 0x1c: /* select */
        take(l, 3);
        a3_put_imm(l->out, A3_OP_FLAGS_SUB, 4, A3_REG_NONE, T2, 0);
        a3_put_select(l->out, A3_COND_NE, T0, T0, T1);
        give(l, 3, T0);
        return true;
    case 0x20: case 0x21: case 0x22: return local(l);
    case 0x23: case 0x24: return global(l);
    case 0x25: case 0x40: case 0xd1: give_unknown(l, 1); return true; /* table.get, memory.grow, ref.is_null */
    case 0x26: give(l, 2, A3_REG_NONE); return true;                  /* table.set */
    case 0x3f: case 0xd0: case 0xd2: give_unknown(l, 0); return true; /* memory.size, ref.null, ref.func */
    case 0x41: case 0x43:
        a3_put_const(l->out, T0, (uint32_t)l->op.value);
        give(l, 0, T0);
        return true;
    case 0x42: case 0x44:
        a3_put_const(l->out, T0, l->op.value);
        give(l, 0, T0);
        return true;
    default:
        if (l->op.op >= 0x28 && l->op.op < 0xc5)
            return value(l);
        return l->op.op > 0xff && prefixed(l);
    }
}

bool a3_wasm_lift(a3_wasm_code *code, const a3_wasm_body *body, uint32_t at, enum a3_wasm_stage stage, a3_insn *out)
{
    lifter l = {.out = out, .code = code, .body = body};
    if (stage == A3_WASM_LABEL) {
        a3_cursor c = a3_cursor_at(body->f.body, at, false);
        uint64_t label = a3_get_uleb(&c);
        out->length = 1;
        return c.ok && label < body->f.body.size && branch(&l, label, at);
    }
    if (stage == A3_WASM_ENTER || stage == A3_WASM_START) {
        out->length = 1;
        return enter(&l, stage == A3_WASM_START);
    }
    if (!a3_wasm_op_read(body, at, &l.op))
        return false;
    if (l.op.size > UINT8_MAX / A3_WASM_STAGES) /* a table never goes straight on */
        return l.op.op == 0x0e && branch_table(&l);
    out->length = (uint8_t)(A3_WASM_STAGES * l.op.size);
    return stage == A3_WASM_RETURNED ? returned(&l) : stage == A3_WASM_PLAIN && plain(&l);
}

const a3_isa a3_isa_wasm32 = {
    .name = "wasm32",
    .stack = SP,
    .link = LINK,
    .result = RESULT,
    .entry = A3_REG_NONE,
    .args = {ARGS, ARGS + 1, ARGS + 2, ARGS + 3, ARGS + 4, ARGS + 5, ARGS + 6, ARGS + 7},
    .arg_count = MOST_ARGS,
    .pointer_size = 4,
    .volatile_low = UINT64_C(0xff30), /* LINK, RESULT, ARGS */
};

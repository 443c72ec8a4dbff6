/* SPDX-License-Identifier: MIT */
/* Straight-line evaluation of wasm code over values that are partly known: constant expressions, and the functions with
 * which a side module relocates itself. Every instruction is looked at once; nothing jumps. */
#include "image/wasm_priv.h"

#include <stdlib.h>
#include <string.h>

enum { STACK_DEPTH = 64, CALL_DEPTH = 4 };
/* Steps beyond one for each byte of code: locals are declared by count, and a body may be called more than once. */
enum { SPARE_FUEL = 1000000 };

typedef struct frame {
    a3_wasm_machine *m;
    a3_cursor *c;
    a3_wasm_value stack[STACK_DEPTH];
    unsigned depth;
    a3_wasm_value *locals;
    uint32_t local_count;
    unsigned calls;  /* how deep */
    uint32_t blocks; /* open ones, when control flow is passed over */
} frame;

static const a3_wasm_value unknown = {A3_WASM_UNKNOWN, 0, 0};

/* The stack is left as it is: there may be one frame for each three bytes of a file. */
static void start(frame *f, a3_wasm_machine *m, a3_cursor *c, unsigned calls)
{
    f->m = m;
    f->c = c;
    f->depth = 0;
    f->locals = NULL;
    f->local_count = 0;
    f->calls = calls;
    f->blocks = 0;
}

static bool push(frame *f, a3_wasm_value value)
{
    if (f->depth == STACK_DEPTH)
        return false;
    f->stack[f->depth++] = value;
    return true;
}

static a3_wasm_value pop(frame *f) { return f->depth > 0 ? f->stack[--f->depth] : unknown; }

static a3_wasm_value number(uint64_t value) { return (a3_wasm_value){A3_WASM_NUMBER, (uint32_t)value, 0}; }

/* An address moves by a number; anything else that is not two numbers is not known. */
static a3_wasm_value arithmetic(unsigned code, a3_wasm_value a, a3_wasm_value b)
{
    bool plain = a.kind == A3_WASM_NUMBER && b.kind == A3_WASM_NUMBER;
    if (code == 0x6a && b.kind > A3_WASM_NUMBER) { /* number + address */
        a3_wasm_value other = a;
        a = b;
        b = other;
    }
    if ((code == 0x6a || code == 0x6b) && a.kind != A3_WASM_UNKNOWN && b.kind == A3_WASM_NUMBER) {
        a.number = code == 0x6a ? a.number + b.number : a.number - b.number;
        return a;
    }
    return code == 0x6c && plain ? number((uint64_t)a.number * b.number) : unknown;
}

static a3_wasm_value *local(frame *f) /* NULL: no such local */
{
    uint32_t index = a3_wasm_u32(f->c);
    if (f->c->ok && index < f->local_count)
        return &f->locals[index];
    f->c->ok = false;
    return NULL;
}

static a3_wasm_value global(frame *f)
{
    uint32_t index = a3_wasm_u32(f->c);
    return f->c->ok && index < f->m->w->globals.count ? f->m->w->globals.items[index].value : unknown;
}

static void set_global(frame *f)
{
    uint32_t index = a3_wasm_u32(f->c);
    a3_wasm_value value = pop(f);
    if (f->c->ok && index < f->m->w->globals.count && f->m->writes)
        f->m->w->globals.items[index].value = value;
}

/* Alignment (bit 6: a memory index follows) and offset. */
static uint32_t memory_operand(frame *f)
{
    uint32_t alignment = a3_wasm_u32(f->c);
    if (alignment & 0x40)
        a3_wasm_u32(f->c);
    return a3_wasm_u32(f->c);
}

static bool store(frame *f, unsigned size)
{
    uint32_t offset = memory_operand(f);
    a3_wasm_value value = pop(f), address = pop(f);
    if (!f->c->ok || f->m->store == NULL)
        return f->c->ok;
    if (address.kind == A3_WASM_ADDRESS || address.kind == A3_WASM_NUMBER)
        address.number += offset;
    return f->m->store(f->m->context, address, value, size);
}

static bool run_function(a3_wasm_machine *m, uint32_t index, unsigned calls);

/* Only calls of the module's own functions that neither take nor give a value can be followed. */
static bool call(frame *f)
{
    a3_wasm_function callee;
    uint32_t index = a3_wasm_u32(f->c);
    if (!f->c->ok || f->calls == CALL_DEPTH || !a3_wasm_function_at(f->m->w->im, index, &callee) || callee.imported ||
        callee.params != 0 || callee.results != 0)
        return false;
    return run_function(f->m, index, f->calls + 1);
}

/* 0xfc: bulk memory. But for memory.init their effect is on zeros (bss) or on data that is not modelled. */
static bool bulk(frame *f)
{
    uint32_t code = a3_wasm_u32(f->c);
    if (code < 8 || code > 11)
        return false;
    uint32_t segment = a3_wasm_u32(f->c);
    if (code == 8 || code == 10)
        a3_wasm_u32(f->c);
    if (code == 9) /* data.drop */
        return true;
    a3_wasm_value size = pop(f), source = pop(f), place = pop(f);
    if (code == 8 && f->c->ok && f->m->init != NULL && source.kind == A3_WASM_NUMBER && size.kind == A3_WASM_NUMBER)
        f->m->init(f->m->context, segment, place, source.number, size.number);
    return true;
}

/* Control flow and atomics, passed over: what stands on the stack is given up. */
static bool pass_over(frame *f, unsigned code)
{
    f->depth = 0;
    switch (code) {
    case 0x02: case 0x03: case 0x04: /* block, loop, if */
        a3_get_sleb(f->c);
        f->blocks++;
        return true;
    case 0x05: /* else */
        return true;
    case 0x0b: /* end of a block */
        f->blocks--;
        return true;
    case 0x0c: case 0x0d: /* br, br_if */
        a3_wasm_u32(f->c);
        return true;
    case 0x0e: /* br_table */
        for (uint64_t left = (uint64_t)a3_wasm_count(f->c) + 1; left > 0 && f->c->ok; left--)
            a3_wasm_u32(f->c);
        return true;
    case 0xfe: /* atomics; 3 is a fence */
        if (a3_wasm_u32(f->c) == 3)
            a3_get8(f->c);
        else
            memory_operand(f);
        return push(f, unknown);
    default:
        return false;
    }
}

static bool vector(frame *f)
{
    if (a3_wasm_u32(f->c) != 12) /* v128.const */
        return false;
    a3_skip(f->c, 16);
    return push(f, unknown);
}

/* One instruction. False: not understood. */
static bool step(frame *f, unsigned code)
{
    a3_wasm_value a, b, *slot;
    switch (code) {
    case 0x01: /* nop */
        return true;
    case 0x10:
        return call(f);
    case 0x1a: /* drop */
        pop(f);
        return true;
    case 0x20: /* local.get */
        slot = local(f);
        return slot != NULL && push(f, *slot);
    case 0x21: /* local.set */
    case 0x22: /* local.tee */
        slot = local(f);
        a = pop(f);
        if (slot != NULL)
            *slot = a;
        return slot != NULL && (code == 0x21 || push(f, a));
    case 0x23: /* global.get */
        return push(f, global(f));
    case 0x24:
        set_global(f);
        return true;
    case 0x28: case 0x29: case 0x2c: case 0x2d: case 0x2e: case 0x2f: /* loads */
        memory_operand(f);
        pop(f);
        return push(f, unknown);
    case 0x36: /* i32.store */
        return store(f, 4);
    case 0x37: /* i64.store */
        return store(f, 8);
    case 0x3a: /* i32.store8 */
        return store(f, 1);
    case 0x3b: /* i32.store16 */
        return store(f, 2);
    case 0x41: /* i32.const */
        return push(f, number((uint64_t)a3_get_sleb(f->c)));
    case 0x42: /* i64.const */
        a3_get_sleb(f->c);
        return push(f, unknown);
    case 0x43: case 0x44: /* f32.const, f64.const */
        a3_skip(f->c, code == 0x43 ? 4 : 8);
        return push(f, unknown);
    case 0x6a: case 0x6b: case 0x6c: /* i32.add, sub, mul */
        b = pop(f);
        a = pop(f);
        return push(f, arithmetic(code, a, b));
    case 0x7c: case 0x7d: case 0x7e: /* the same of i64 */
        pop(f);
        pop(f);
        return push(f, unknown);
    case 0xd0: /* ref.null */
        a3_get_sleb(f->c);
        return push(f, unknown);
    case 0xd2: /* ref.func */
        a = (a3_wasm_value){A3_WASM_ADDRESS, (uint32_t)A3_WASM_FUNCTION, 0};
        a.number += a3_wasm_u32(f->c);
        return push(f, a);
    case 0xfc:
        return bulk(f);
    case 0xfd:
        return vector(f);
    default:
        return false;
    }
}

/* Up to the `end` or `return` of this body or expression. False: stopped before it; m->code and m->pos say where. */
static bool run(frame *f)
{
    a3_wasm_machine *m = f->m;
    for (;;) {
        size_t pos = f->c->pos;
        unsigned code = a3_get8(f->c);
        if (f->c->ok && (code == 0x0b || code == 0x0f) && f->blocks == 0)
            return true;
        if (f->c->ok && m->fuel > 0 && (step(f, code) || (m->init != NULL && pass_over(f, code))) && f->c->ok) {
            m->fuel--;
            continue;
        }
        if (!m->stopped) {
            m->stopped = true;
            m->code = code;
            m->at = f->c->in.data ? f->c->in.data + pos : NULL;
        }
        return false;
    }
}

static bool run_function(a3_wasm_machine *m, uint32_t index, unsigned calls)
{
    a3_wasm_function function;
    if (!a3_wasm_function_at(m->w->im, index, &function) || function.imported)
        return false;
    size_t declarations = m->w->bodies[index - m->w->imported_functions].size - function.body.size;
    if (m->fuel <= function.locals + declarations)
        return false;
    m->fuel -= function.locals + declarations;
    a3_cursor c = a3_cursor_at(function.body, 0, false);
    frame f;
    start(&f, m, &c, calls);
    f.local_count = function.locals;
    f.locals = calloc((size_t)function.locals + 1, sizeof *f.locals);
    if (f.locals == NULL)
        return false;
    for (uint32_t i = function.params; i < function.locals; i++)
        f.locals[i] = number(0);
    bool done = run(&f);
    free(f.locals);
    return done;
}

bool a3_wasm_run(a3_wasm_machine *m, uint32_t index)
{
    m->stopped = false;
    m->fuel = m->w->code_size + SPARE_FUEL;
    return run_function(m, index, 0);
}

bool a3_wasm_constant(a3_wasm *w, a3_cursor *c, a3_wasm_value *out, unsigned *code)
{
    a3_wasm_machine m = {.w = w, .fuel = c->in.size - c->pos};
    frame f;
    start(&f, &m, c, CALL_DEPTH);
    bool done = run(&f);
    *code = m.code;
    *out = done && f.depth == 1 ? f.stack[0] : unknown;
    return done;
}

/* SPDX-License-Identifier: MIT */
/* Reading wasm instructions, and the block structure of functions. */
#include "module/wasm_code.h"

#include <string.h>

/* Bounds on what is looked through for one module: functions, blocks open at a time and in all, bytes of bodies. */
enum { MOST_BODIES = 1024, MOST_DEPTH = 512, MOST_BLOCKS = 400000, MOST_BYTES = 32 << 20 };

#define CODE UINT64_C(0x90000000)
#define CODE_END UINT64_C(0xd0000000)

a3_wasm_code *a3_wasm_code_new(a3_memory *m)
{
    a3_wasm_code *code = A3_NEW(m->arena, a3_wasm_code);
    if (code != NULL)
        code->m = m;
    return code;
}

uint64_t a3_wasm_address(const a3_wasm_body *body, uint32_t at, enum a3_wasm_stage stage)
{
    return CODE + A3_WASM_STAGES * (body->offset + at) + stage;
}

/* -- instructions (core specification, 5.4) -- */

static void skip_value_type(a3_cursor *c)
{
    uint8_t type = a3_get8(c);
    if (type == 0x63 || type == 0x64) /* references to a heap type */
        a3_get_sleb(c);
}

static void read_memarg(a3_cursor *c, a3_wasm_op *op)
{
    op->a = a3_get_uleb(c);
    if (op->a & 0x40) /* with the memory's index */
        a3_get_uleb(c);
    op->b = a3_get_uleb(c);
}

static void read_label(a3_cursor *c, a3_wasm_op *op)
{
    op->label = (uint32_t)c->pos;
    op->a = a3_get_uleb(c);
}

static void read_table(a3_cursor *c, a3_wasm_op *op)
{
    uint64_t count = a3_get_uleb(c);
    op->label = (uint32_t)c->pos;
    if (count > a3_left(c)) {
        c->ok = false;
        return;
    }
    op->labels = (uint32_t)count;
    for (uint64_t i = 0; i <= count && c->ok; i++)
        a3_get_uleb(c);
}

static void read_catches(a3_cursor *c)
{
    uint64_t count = a3_get_uleb(c);
    for (uint64_t i = 0; i < count && c->ok; i++) {
        uint8_t kind = a3_get8(c);
        if (kind < 2) /* with a tag */
            a3_get_uleb(c);
        a3_get_uleb(c);
    }
}

/* Prefixes fc (saturation, bulk memory, tables), fd (vectors), fe (threads) */
static void read_prefixed(a3_cursor *c, a3_wasm_op *op)
{
    uint64_t number = a3_get_uleb(c);
    unsigned prefix = op->op;
    if (number > 0x1ff || (prefix == 0xfe && number > 0x4e))
        c->ok = false;
    op->op = (uint16_t)(prefix << 8 | (number & 0xff));
    if (prefix == 0xfc) {
        static const uint8_t indices[18] = {[8] = 2, [9] = 1, [10] = 2, [11] = 1, [12] = 2, [13] = 1, [14] = 2, [15] = 1, [16] = 1, [17] = 1};
        if (number > 17)
            c->ok = false;
        for (unsigned i = 0; c->ok && i < indices[number]; i++)
            a3_get_uleb(c);
    } else if (prefix == 0xfe) {
        if (number == 3)
            a3_get8(c);
        else
            read_memarg(c, op);
    } else if (number <= 11 || (number >= 84 && number <= 93)) {
        read_memarg(c, op);
        if (number >= 84 && number <= 91)
            a3_get8(c);
    } else if (number == 12 || number == 13) {
        op->value = (int64_t)a3_get64(c);
        op->b = a3_get64(c);
    } else if (number >= 21 && number <= 34) {
        a3_get8(c);
    } else if (number > 0xff) { /* relaxed vectors */
        op->op = 0xfdff;
    }
}

static void read_immediates(a3_cursor *c, a3_wasm_op *op)
{
    uint64_t count;
    switch (op->op) {
    case 0x02: case 0x03: case 0x04: case 0x06: op->value = a3_get_sleb(c); return;
    case 0x1f:
        op->value = a3_get_sleb(c);
        read_catches(c);
        return;
    case 0x0c: case 0x0d: case 0xd5: case 0xd6: read_label(c, op); return;
    case 0x0e: read_table(c, op); return;
    case 0x07: case 0x08: case 0x09: case 0x18: case 0x10: case 0x12: case 0x14: case 0x15: case 0x20: case 0x21: case 0x22:
    case 0x23: case 0x24: case 0x25: case 0x26: case 0x3f: case 0x40: case 0xd2:
        op->a = a3_get_uleb(c);
        return;
    case 0x11: case 0x13:
        op->a = a3_get_uleb(c);
        op->b = a3_get_uleb(c);
        return;
    case 0x1c:
        count = a3_get_uleb(c);
        for (uint64_t i = 0; i < count && c->ok; i++)
            skip_value_type(c);
        return;
    case 0x41: case 0x42: case 0xd0: op->value = a3_get_sleb(c); return;
    case 0x43: op->value = a3_get32(c); return;
    case 0x44: op->value = (int64_t)a3_get64(c); return;
    case 0xfc: case 0xfd: case 0xfe: read_prefixed(c, op); return;
    case 0xfb: c->ok = false; return; /* garbage-collected types */
    default:
        if (op->op >= 0x28 && op->op <= 0x3e)
            read_memarg(c, op);
    }
}

bool a3_wasm_op_read(const a3_wasm_body *body, uint32_t at, a3_wasm_op *out)
{
    a3_cursor c = a3_cursor_at(body->f.body, at, false);
    *out = (a3_wasm_op){.op = a3_get8(&c), .at = at};
    read_immediates(&c, out);
    out->size = (uint32_t)c.pos - at;
    return c.ok;
}

/* -- blocks -- */

/* Block types: none, one value, or a function type (5.4.1) */
static bool block_type(const a3_image *im, int64_t type, a3_wasm_block *block)
{
    uint32_t params = 0, results = type == -64 ? 0 : 1;
    if (type >= 0 && (type > UINT32_MAX || !a3_wasm_type(im, (uint32_t)type, &params, &results)))
        return false;
    block->params = (uint16_t)params;
    block->results = (uint16_t)results;
    return params <= UINT16_MAX && results <= UINT16_MAX;
}

static bool open_block(a3_wasm_code *code, a3_wasm_body *body, const a3_wasm_op *op, uint32_t parent, size_t *room)
{
    if (code->blocks == MOST_BLOCKS)
        return false;
    if (body->block_count == *room) {
        size_t more = *room ? *room * 2 : 16;
        a3_wasm_block *blocks = A3_NEW_ARRAY(code->m->arena, a3_wasm_block, more);
        if (blocks == NULL)
            return false;
        if (*room > 0)
            memcpy(blocks, body->blocks, *room * sizeof *blocks);
        body->blocks = blocks;
        *room = more;
    }
    code->blocks++;
    a3_wasm_block *b = &body->blocks[body->block_count++];
    *b = (a3_wasm_block){.at = op->at, .body = op->at + op->size, .parent = parent, .loop = op->op == 0x03};
    return block_type(code->m->im, op->value, b);
}

/* Notes where blocks open and close. False: not well formed, too much, or with instructions that we do not know. */
static bool look_through(a3_wasm_code *code, a3_wasm_body *body)
{
    uint32_t open[MOST_DEPTH], depth = 0;
    size_t room = 0, size = body->f.body.size;
    if (size > UINT32_MAX || size > MOST_BYTES - code->bytes)
        return false;
    code->bytes += size;
    a3_wasm_op op;
    for (uint32_t at = 0; at < size; at += op.size) {
        if (!a3_wasm_op_read(body, at, &op))
            return false;
        switch (op.op) {
        case 0x02: case 0x03: case 0x04: case 0x06: case 0x1f: /* block, loop, if, try, try_table */
            if (depth == MOST_DEPTH || !open_block(code, body, &op, depth ? open[depth - 1] : A3_WASM_NO_BLOCK, &room))
                return false;
            open[depth++] = (uint32_t)body->block_count - 1;
            body->depth = depth > body->depth ? depth : body->depth;
            break;
        case 0x05: /* else */
            if (depth == 0)
                return false;
            body->blocks[open[depth - 1]].middle = at;
            break;
        case 0x0b: case 0x18: /* end, delegate */
            if (depth == 0)
                return op.op == 0x0b && at + op.size == size;
            body->blocks[open[--depth]].end = at;
            break;
        default:
            break;
        }
    }
    return false;
}

uint32_t a3_wasm_enclosing(const a3_wasm_body *body, uint32_t at)
{
    size_t low = 0, high = body->block_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (body->blocks[middle].at < at)
            low = middle + 1;
        else
            high = middle;
    }
    uint32_t i = low ? (uint32_t)low - 1 : A3_WASM_NO_BLOCK;
    while (i != A3_WASM_NO_BLOCK && body->blocks[i].end < at)
        i = body->blocks[i].parent;
    return i;
}

/* -- functions -- */

/* Index of the first body that does not start before `offset`. */
static size_t body_place(const a3_wasm_code *code, uint64_t offset)
{
    size_t low = 0, high = code->bodies.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (code->bodies.items[middle]->offset < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The body that an offset of the image lies in; NULL: none that was entered. */
static a3_wasm_body *body_of(const a3_wasm_code *code, uint64_t offset)
{
    size_t place = body_place(code, offset + 1);
    a3_wasm_body *body = place ? code->bodies.items[place - 1] : NULL;
    return body != NULL && offset - body->offset < body->f.body.size ? body : NULL;
}

/* Looks through the function, once. NULL: it cannot be followed. */
static a3_wasm_body *enter_body(a3_wasm_code *code, const a3_wasm_function *f)
{
    const a3_span image = code->m->im->bytes;
    uint64_t offset = f->body.size ? (uint64_t)(f->body.data - image.data) : UINT64_MAX;
    if (offset >= (CODE_END - CODE) / A3_WASM_STAGES - f->body.size)
        return NULL;
    size_t place = body_place(code, offset);
    if (place < code->bodies.count && code->bodies.items[place]->offset == offset)
        return code->bodies.items[place];
    if (code->bodies.count == MOST_BODIES)
        return NULL;
    a3_wasm_body *body = A3_NEW(code->m->arena, a3_wasm_body);
    if (body == NULL)
        return NULL;
    *body = (a3_wasm_body){.f = *f, .offset = offset};
    if (!look_through(code, body))
        body->f.body.size = 0; /* nothing in it is code for us */
    a3_wasm_body **last = A3_PUSH(code->m->arena, &code->bodies);
    if (last == NULL)
        return NULL;
    memmove(&code->bodies.items[place + 1], &code->bodies.items[place], (code->bodies.count - 1 - place) * sizeof *last);
    code->bodies.items[place] = body;
    return body;
}

uint64_t a3_wasm_code_target(a3_wasm_code *code, uint64_t value, bool outermost)
{
    a3_wasm_function f;
    uint64_t number;
    value = a3_wasm_resolve(code->m->im, value);
    if (value < A3_WASM_TABLE || value >= CODE)
        return value;
    if (value < A3_WASM_FUNCTION || !a3_wasm_function_at(code->m->im, (uint32_t)(value - A3_WASM_FUNCTION), &f))
        return 0;
    if (f.imported) {
        a3_pointer import = {.kind = A3_POINTER_IMPORT, .value = f.import};
        return f.import != SIZE_MAX && a3_memory_number(code->m, import, &number) ? number : 0;
    }
    const a3_wasm_body *body = enter_body(code, &f);
    if (body == NULL || body->f.body.size == 0)
        return 0;
    return a3_wasm_address(body, 0, outermost ? A3_WASM_START : A3_WASM_ENTER);
}

bool a3_wasm_code_at(const a3_wasm_code *code, uint64_t pc)
{
    return pc >= CODE && pc < CODE_END && body_of(code, (pc - CODE) / A3_WASM_STAGES) != NULL;
}

bool a3_wasm_code_decode(a3_wasm_code *code, uint64_t pc, a3_insn *out)
{
    uint64_t offset = (pc - CODE) / A3_WASM_STAGES;
    out->count = 0;
    out->thumb = false;
    if (code->last == NULL || offset - code->last->offset >= code->last->f.body.size)
        code->last = body_of(code, offset);
    return code->last != NULL && a3_wasm_lift(code, code->last, (uint32_t)(offset - code->last->offset),
                                              (enum a3_wasm_stage)((pc - CODE) % A3_WASM_STAGES), out);
}

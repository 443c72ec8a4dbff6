/* SPDX-License-Identifier: MIT */
/* WebAssembly for the interpreter (module/interp.c). Wasm code cannot be decoded from one place alone: branches name
 * enclosing blocks, calls name functions. So functions are looked through once, when they are first entered, and what is
 * decoded then are ordinary operations (lift.h) over an operand stack in memory.
 *
 * Code gets addresses of its own, CODE + 8 * (offset in the image) + stage, where one instruction takes several stages.
 * Sources: WebAssembly core specification, chapters 4 (execution) and 5 (binary format). */
#ifndef A3_MODULE_WASM_CODE_H
#define A3_MODULE_WASM_CODE_H

#include "image/wasm.h"
#include "module/lift.h"
#include "module/memory.h"

typedef struct a3_wasm_code a3_wasm_code;

/* For images of format wasm; NULL: no memory. */
a3_wasm_code *a3_wasm_code_new(a3_memory *m);
/* Where the interpreter goes on for a function's or a table slot's address (image/wasm.h); other values are handed back.
 * `outermost`: the hook itself. 0: no such function, or one that cannot be followed. */
uint64_t a3_wasm_code_target(a3_wasm_code *code, uint64_t value, bool outermost);
/* Is there code at this address? */
bool a3_wasm_code_at(const a3_wasm_code *code, uint64_t pc);
/* As a3_isa.decode. */
bool a3_wasm_code_decode(a3_wasm_code *code, uint64_t pc, a3_insn *out);

/* -- for wasm_code.c and isa_wasm.c -- */

enum { A3_WASM_STAGES = 8 };
enum a3_wasm_stage {
    A3_WASM_PLAIN,    /* the instruction at this offset */
    A3_WASM_RETURNED, /* behind the call at this offset */
    A3_WASM_LABEL,    /* a branch to the label whose number is at this offset */
    A3_WASM_ENTER,    /* the function whose body starts at this offset: its frame is made */
    A3_WASM_START     /* the same for the hook itself */
};

/* One instruction as read. */
typedef struct a3_wasm_op {
    uint16_t op;        /* the byte, or prefix << 8 | number */
    uint64_t a, b;      /* immediates: index, alignment and offset, second index */
    int64_t value;      /* constants, block types */
    uint32_t at, size;  /* offset in the body, bytes */
    uint32_t label;     /* offset of the (first) label's number */
    uint32_t labels;    /* how many labels a table has besides the default */
} a3_wasm_op;

/* Offsets in the body. */
typedef struct a3_wasm_block {
    uint32_t at, body, middle, end; /* opening instruction, the first inside, else (0: none), closing instruction */
    uint32_t parent;                /* index, A3_WASM_NO_BLOCK for the function itself */
    uint16_t params, results;
    bool loop;
} a3_wasm_block;
enum { A3_WASM_NO_BLOCK = UINT32_MAX };

typedef struct a3_wasm_body {
    a3_wasm_function f;
    uint64_t offset;       /* of the instructions in the image */
    a3_wasm_block *blocks; /* in the order in which they open */
    size_t block_count;
    uint32_t depth;        /* most blocks open at a time */
} a3_wasm_body;

struct a3_wasm_code {
    a3_memory *m;
    A3_LIST(a3_wasm_body *) bodies; /* by offset */
    a3_wasm_body *last;
    size_t blocks;                  /* of all bodies */
    size_t bytes;                   /* looked through */
};

/* The instruction at `at` of the body; false: it is cut short or not known to us. */
bool a3_wasm_op_read(const a3_wasm_body *body, uint32_t at, a3_wasm_op *out);
/* The innermost block open at the instruction at offset `at`. */
uint32_t a3_wasm_enclosing(const a3_wasm_body *body, uint32_t at);
uint64_t a3_wasm_address(const a3_wasm_body *body, uint32_t at, enum a3_wasm_stage stage);

/* -- isa_wasm.c -- */
/* The operations of one stage; sets length and count. */
bool a3_wasm_lift(a3_wasm_code *code, const a3_wasm_body *body, uint32_t at, enum a3_wasm_stage stage, a3_insn *out);

#endif

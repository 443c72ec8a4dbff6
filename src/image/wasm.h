/* SPDX-License-Identifier: MIT */
/* What the module room needs of a wasm module beyond the neutral view, so that it can follow its code: functions, types,
 * globals, the function table. Valid for images of format A3_FORMAT_WASM only; everything points into the image's bytes
 * or its arena.
 *
 * A wasm module has no addresses of its own: the loader chooses where its memory and its table slots begin, and functions
 * have no address at all. The neutral view places them thus, so that one number says what it is (0 is nothing):
 *
 *   A3_WASM_BASE ...           linear memory: im->base + offset from __memory_base (a module that is no side module
 *                              has absolute addresses, im->base is 0)
 *   A3_WASM_TABLE + slot       what a function pointer holds at run time: slot counted from __table_base. Never stored in
 *                              fixups or exports, seen only by who computes with the global __table_base
 *   A3_WASM_FUNCTION + index   function `index`, imported ones first; addresses of exported functions, and what fixups say of
 *                              stored function pointers
 *
 * Sources: WebAssembly core specification (binary format); tool conventions, DynamicLinking.md. */
#ifndef A3_IMAGE_WASM_H
#define A3_IMAGE_WASM_H

#include "image/image.h"

#define A3_WASM_BASE UINT64_C(0x10000)
#define A3_WASM_TABLE UINT64_C(0x70000000)
#define A3_WASM_FUNCTION UINT64_C(0x80000000)

typedef struct a3_wasm_function {
    uint32_t index;
    uint32_t params, results; /* how many */
    uint32_t locals;          /* how many: the parameters and those that the body declares, which start as 0 */
    bool imported;            /* then there is no body */
    size_t import;            /* imported: index into im->imports, SIZE_MAX where that has none */
    a3_span body;             /* instructions, behind the declarations of locals, the final `end` included */
} a3_wasm_function;

/* False: no such function, or its declarations of locals are broken or more than 50,000 (what engines allow). */
bool a3_wasm_function_at(const a3_image *im, uint32_t index, a3_wasm_function *out);
/* Type `index`, for block types and call_indirect. False: no such type. */
bool a3_wasm_type(const a3_image *im, uint32_t index, uint32_t *params, uint32_t *results);
uint32_t a3_wasm_function_count(const a3_image *im);

/* What a global holds when the module has been loaded: PLAIN a number; ADDRESS as above (__memory_base is im->base,
 * __table_base is A3_WASM_TABLE, a GOT entry of a symbol that the module itself exports is that symbol); IMPORT a GOT entry of an
 * import; NONE not known (__stack_pointer, or no such global). Loads the fixups. */
a3_pointer a3_wasm_global(a3_image *im, uint32_t index);
/* The image's __stack_pointer, so that an interpreter may give it a value of its own. False: not that global. */
bool a3_wasm_is_stack_pointer(const a3_image *im, uint32_t index);

/* The function in a table slot (counted from __table_base; absolute where the module is no side module). False: not known. */
bool a3_wasm_slot(const a3_image *im, uint64_t slot, uint32_t *function);
/* Turns a table slot's address, A3_WASM_TABLE + slot, into its function's address; other values are handed back. */
uint64_t a3_wasm_resolve(const a3_image *im, uint64_t value);

#endif

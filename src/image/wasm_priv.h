/* SPDX-License-Identifier: MIT */
/* Private to the wasm reader. */
#ifndef A3_IMAGE_WASM_PRIV_H
#define A3_IMAGE_WASM_PRIV_H

#include "image/wasm.h"

typedef enum a3_wasm_kind { A3_WASM_KIND_FUNCTION, A3_WASM_KIND_TABLE, A3_WASM_KIND_MEMORY, A3_WASM_KIND_GLOBAL, A3_WASM_KIND_TAG } a3_wasm_kind;

/* A value as far as it is known before the module is loaded. 32-bit arithmetic. */
typedef enum a3_wasm_value_kind {
    A3_WASM_UNKNOWN,
    A3_WASM_NUMBER,
    A3_WASM_ADDRESS, /* see wasm.h */
    A3_WASM_SYMBOL   /* address of the symbol that globals[global] names, plus number */
} a3_wasm_value_kind;
typedef struct a3_wasm_value {
    uint8_t kind;
    uint32_t number;
    uint32_t global;
} a3_wasm_value;

typedef struct a3_wasm_import {
    const char *module, *name; /* name NULL: it has a NUL byte inside and can be no symbol */
    a3_wasm_kind kind;
    uint32_t index;            /* within its kind */
    size_t symbol;             /* index into im->imports, once they are sorted; SIZE_MAX: it is none */
} a3_wasm_import;

typedef struct a3_wasm_global_entry {
    a3_wasm_value value;
    const a3_wasm_import *import; /* NULL: defined here */
} a3_wasm_global_entry;

typedef struct a3_wasm_export {
    const char *name;
    a3_wasm_kind kind; /* FUNCTION or GLOBAL */
    uint32_t index;
} a3_wasm_export;

typedef struct a3_wasm_type_entry {
    uint32_t params, results;
} a3_wasm_type_entry;

/* An active element segment: slots start .. start + count. */
typedef struct a3_wasm_element {
    uint64_t start;
    uint32_t count;
    bool relative;       /* to __table_base */
    uint32_t *functions; /* UINT32_MAX: null or not known */
} a3_wasm_element;

typedef struct a3_wasm_data {
    bool active; /* false: copied to its place by the module's own start function */
    a3_wasm_value place;
    a3_span bytes;
} a3_wasm_data;

typedef A3_LIST(a3_wasm_import) a3_wasm_imports;
typedef A3_LIST(a3_wasm_global_entry) a3_wasm_globals;
typedef A3_LIST(a3_wasm_export) a3_wasm_exports;
typedef A3_LIST(a3_wasm_element) a3_wasm_elements;
typedef A3_LIST(a3_wasm_data) a3_wasm_datas;
typedef A3_LIST(const char *) a3_wasm_names;

typedef struct a3_wasm {
    a3_image *im;
    a3_wasm_type_entry *types;
    uint32_t type_count;
    uint32_t *function_types; /* of all functions, imported ones first */
    uint32_t function_count, imported_functions;
    const a3_wasm_import **function_imports;
    a3_span *bodies;          /* of those defined here, as the code section has them */
    uint64_t code_size;       /* bytes of all bodies */
    a3_wasm_imports imports;
    a3_wasm_globals globals;
    a3_wasm_exports exports;
    a3_wasm_elements elements; /* sorted by start once opened */
    a3_wasm_datas datas;
    bool has_start, has_dylink, has_linking, has_code;
    bool side;                 /* placed by a loader: it has a dylink section, or at least imports __memory_base */
    uint32_t start;
    uint64_t memory_size;      /* what the dylink section asks for, bytes */
    a3_wasm_names weak_imports, tls_exports;
} a3_wasm;

/* Opening: one section at a time through one cursor. */
typedef struct a3_wasm_reader {
    a3_slices *slices;
    a3_arena *arena;
    a3_image *im;
    a3_wasm *w;
    a3_cursor c;         /* over the section's contents */
    uint64_t at;         /* of the contents in the member */
    const char *section; /* "import" */
    uint32_t entry;      /* which of its entries is being read */
} a3_wasm_reader;

/* Unsigned LEB128 of 32 bits, at most 5 bytes as the specification says. */
uint32_t a3_wasm_u32(a3_cursor *c);
/* A count of entries of at least one byte each: fails where the bytes left cannot hold them. */
uint32_t a3_wasm_count(a3_cursor *c);
/* A length and that many bytes. */
a3_span a3_wasm_bytes(a3_cursor *c);
/* A copy with a NUL behind it, of empty text too; NULL: no memory. */
const char *a3_wasm_copy(a3_arena *arena, a3_span text);
/* A name: UTF-8, copied with a NUL behind it. NULL: the cursor failed, or not UTF-8 (the slice failed), or no memory. `whole`
 * is set to false where the name has a NUL byte inside. */
const char *a3_wasm_name(a3_wasm_reader *r, bool *whole);
/* Turns the slice into an error "SECTION section, entry N at 0xOFFSET: MESSAGE". Returns false. */
bool a3_wasm_fail(a3_wasm_reader *r, a3_status status, const char *message);
bool a3_wasm_nomem(a3_wasm_reader *r);

/* The standard sections. False: the slice failed. A section that ran over its end leaves r->c not ok. */
bool a3_wasm_read_types(a3_wasm_reader *r);
bool a3_wasm_read_imports(a3_wasm_reader *r);
bool a3_wasm_read_functions(a3_wasm_reader *r);
bool a3_wasm_read_globals(a3_wasm_reader *r);
bool a3_wasm_read_exports(a3_wasm_reader *r);
bool a3_wasm_read_start(a3_wasm_reader *r);
bool a3_wasm_read_elements(a3_wasm_reader *r);
bool a3_wasm_read_code(a3_wasm_reader *r);
bool a3_wasm_read_data(a3_wasm_reader *r);

/* dylink.0 (`legacy`: dylink). What is wrong goes to im->layout_fault. False: no memory, the slice failed. */
bool a3_wasm_read_dylink(a3_wasm_reader *r, a3_span contents, bool legacy);

/* Straight-line evaluation. What it does not understand ends it. */
typedef struct a3_wasm_machine {
    a3_wasm *w;
    bool writes; /* global.set takes effect */
    /* A store of `size` bytes; NULL: stores are passed over. False ends the run. */
    bool (*store)(void *context, a3_wasm_value address, a3_wasm_value value, unsigned size);
    /* memory.init: `size` bytes from `source` on of data segment `segment`, to `place`. If given, control flow is passed over
     * in the order of the code: the function that linkers write for this copies each segment once, if no other thread
     * has. */
    void (*init)(void *context, uint32_t segment, a3_wasm_value place, uint32_t source, uint32_t size);
    void *context;
    uint64_t fuel;
    bool stopped;      /* before the end: */
    unsigned code;     /* at this instruction */
    const uint8_t *at; /* which is here; NULL: not in any code */
} a3_wasm_machine;

/* Runs function `index` without arguments. False: stopped before its end. */
bool a3_wasm_run(a3_wasm_machine *m, uint32_t index);
/* Evaluates a constant expression at the cursor, up to and including its `end`. False: an instruction that is not
 * understood stands in it (`code`), or the cursor failed. */
bool a3_wasm_constant(a3_wasm *w, a3_cursor *c, a3_wasm_value *out, unsigned *code);

void a3_wasm_load_fixups(a3_image *im);
uint64_t a3_wasm_constructors(const a3_image *im); /* address of the function that runs them; 0: none */

#endif

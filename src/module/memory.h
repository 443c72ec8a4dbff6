/* SPDX-License-Identifier: MIT */
/* Memory as code and walks see it: the loaded image (relocations applied) under an overlay of the stores that
 * interpreted code has made. A byte is known, unknown, or nowhere. Imports, stack, heap and thread block stand at made-up
 * addresses outside the image, so that a value is one number whatever it points to.
 *
 * The overlay keeps a log: a path's stores are taken back by returning to a mark. */
#ifndef A3_MODULE_MEMORY_H
#define A3_MODULE_MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "image/image.h"

typedef enum a3_known {
    A3_NOWHERE, /* no such address */
    A3_UNKNOWN, /* there, but not told */
    A3_KNOWN
} a3_known;

/* Eight aligned bytes of the overlay; byte i stands in bits 8 * i of `value`. */
typedef struct a3_patch {
    uint64_t key;            /* address / 8 */
    uint64_t value;
    uint8_t written, known;  /* a bit a byte; known is a subset of written */
    uint8_t soft;            /* a bit a byte: the value follows from what other code may have changed */
    bool used;               /* the place in the table is taken */
} a3_patch;

enum { A3_HEAP_BLOCKS = 64 };

typedef struct a3_memory {
    a3_image *im;
    a3_arena *arena;         /* of the overlay; may be freed after the memory's last use */
    const a3_segment *last;  /* segment of the last access */
    /* The made-up regions; all zero where the image leaves no room for them. */
    uint64_t imports, imports_end, stack, stack_end, heap, heap_end, thread, thread_end;
    uint64_t exit;           /* return address of a path's outermost call */
    unsigned import_shift;   /* bytes between two imports, as a power of two */
    struct {
        uint64_t address, size;
        bool zeroed;
    } blocks[A3_HEAP_BLOCKS];
    size_t block_count;
    uint64_t heap_next;
    a3_patch *table;         /* open addressing, size a power of two */
    size_t table_size, table_count;
    a3_patch *log;           /* earlier contents, newest last */
    size_t log_count, log_room;
    bool full;               /* a store did not fit: what is read from now on may be stale */
    bool soft;               /* of the last load: it read variables of the image as the file has them */
} a3_memory;

/* The image's fixups are loaded. Stores need `arena`; NULL: a read-only view. */
void a3_memory_init(a3_memory *m, a3_image *im, a3_arena *arena);
/* Empties overlay, heap and log. */
void a3_memory_reset(a3_memory *m);

/* 1 to 8 bytes in the image's byte order. UNKNOWN: *value is the tag that was stored there in one piece (the name of an
 * unknown value, see machine.h), 0 if none was. */
a3_known a3_memory_load(a3_memory *m, uint64_t address, unsigned size, uint64_t *value);
/* `known` false: the bytes become unknown, `value` is their tag or 0. Stores outside image and regions are kept too (nobody can read them wrongly). */
void a3_memory_store(a3_memory *m, uint64_t address, unsigned size, bool known, uint64_t value);
/* What was stored there just now follows from variables that other code may have changed. */
void a3_memory_soften(a3_memory *m, uint64_t address, unsigned size);
/* Every unknown value named `tag` in the overlay is known to be `value` (below 2^31). */
void a3_memory_substitute(a3_memory *m, uint64_t tag, uint64_t value);
/* A byte of it was stored by code. */
bool a3_memory_written(const a3_memory *m, uint64_t address, unsigned size);
/* The pointer stored there as a loader or the code left it; PLAIN also for code's own numbers that lead nowhere.
 * kind NONE: nowhere or unknown, told apart by `*known`. */
a3_pointer a3_memory_pointer(a3_memory *m, uint64_t address, a3_known *known);
/* NUL-terminated, at most `most` bytes before the NUL, copied into `arena`; NULL: not there, too long, or no memory. */
const char *a3_memory_string(a3_memory *m, uint64_t address, size_t most, a3_arena *arena);

/* What a number points to. PLAIN: nothing of ours. */
a3_pointer a3_memory_classify(const a3_memory *m, uint64_t value);
/* The number that stands for a pointer; false: none (an import beyond the made-up region). */
bool a3_memory_number(const a3_memory *m, a3_pointer pointer, uint64_t *value);
static inline bool a3_memory_is_stack(const a3_memory *m, uint64_t address)
{
    return address >= m->stack && address < m->stack_end;
}
/* Writable by the module itself: writable segments, stack, heap. */
bool a3_memory_writable(const a3_memory *m, uint64_t address);

/* A fresh block of the heap, 0 if there is no room. Undone with the overlay. */
uint64_t a3_memory_allocate(a3_memory *m, uint64_t size, bool zeroed);

typedef struct a3_mark {
    size_t log, blocks;
    uint64_t heap_next;
} a3_mark;
a3_mark a3_memory_mark(const a3_memory *m);
void a3_memory_undo(a3_memory *m, a3_mark mark);

#endif

/* SPDX-License-Identifier: MIT */
/* Walks over slot arrays, for this room. */
#ifndef A3_MODULE_SLOTS_H
#define A3_MODULE_SLOTS_H

#include "module/memory.h"
#include "module/module.h"

enum {
    A3_SLOT_END = 0, A3_SLOT_CREATE = 84, A3_SLOT_EXEC = 85, A3_SLOT_INTERPRETERS = 86, A3_SLOT_GIL = 87,
    A3_SLOT_SUBSLOTS = 92, A3_SLOT_TYPE_SLOTS = 93, A3_SLOT_MOD_SLOTS = 94, A3_SLOT_TP_NAME = 95, A3_SLOT_TP_BASICSIZE = 96,
    A3_SLOT_TP_EXTRA_BASICSIZE = 97, A3_SLOT_TP_ITEMSIZE = 98, A3_SLOT_TP_FLAGS = 99, A3_SLOT_NAME = 100, A3_SLOT_DOC = 101,
    A3_SLOT_STATE_SIZE = 102, A3_SLOT_METHODS = 103, A3_SLOT_TRAVERSE = 104, A3_SLOT_CLEAR = 105, A3_SLOT_FREE = 106,
    A3_SLOT_ABI = 109, A3_SLOT_TOKEN = 110, A3_SLOT_LAST = 110, A3_SLOT_INVALID = 0xffff
};
enum { A3_SLOT_OPTIONAL = 1, A3_SLOT_STATIC = 2, A3_SLOT_INTPTR = 4 };

/* What a slot id (old or new) stands for in a module's array. */
typedef enum a3_slot_kind {
    A3_SLOT_UNKNOWN, A3_SLOT_OF_TYPE, A3_SLOT_IS_DATA, A3_SLOT_IS_FUNCTION, A3_SLOT_IS_NUMBER, A3_SLOT_IS_ARRAY
} a3_slot_kind;
a3_slot_kind a3_slot_kind_of(unsigned id);

/* Walks the array at `address` as CPython 3.15 does. With `types` the numbers are those of type slots (1-4 are not
 * module slots, 93 leads to an array of the old kind). NULL: no memory (arena->failed). */
a3_slot_array *a3_slots_walk(a3_memory *m, uint64_t address, a3_slot_layout layout, bool types, a3_basis basis,
                             a3_arena *arena);
/* Reads a PyABIInfo; NULL: not readable (or no memory). */
const a3_abi_info *a3_abi_info_read(a3_memory *m, uint64_t address, a3_arena *arena);
/* Same entries with the same values. */
bool a3_slots_same(const a3_slot_array *a, const a3_slot_array *b);
/* Bytes from one entry to the next. */
unsigned a3_slot_stride(const a3_image *im, a3_slot_layout layout);

#endif

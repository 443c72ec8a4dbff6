/* SPDX-License-Identifier: MIT */
/* PyModuleDef, PyTypeObject and PyType_Spec as they stand in memory, for this room. */
#ifndef A3_MODULE_DEFS_H
#define A3_MODULE_DEFS_H

#include "module/memory.h"
#include "module/module.h"

/* Bytes from the start of an object with PyObject_HEAD to what stands behind the head, by whose headers it is. */
unsigned a3_object_head(const a3_image *im, a3_def_family family);
/* Which headers the head at `address` comes from; UNKNOWN: none of those known, or not readable. */
a3_def_family a3_object_family(a3_memory *m, uint64_t address);

/* Reads the def as far as it can be read; NULL: no memory. */
a3_module_def *a3_def_read(a3_memory *m, uint64_t address, a3_basis basis, a3_arena *arena);
/* tp_name of a static type, copied; NULL unreadable. */
const char *a3_type_name(a3_memory *m, uint64_t address, a3_arena *arena);
/* Reads PyType_Spec; false: not even its address is in memory. */
bool a3_type_spec_read(a3_memory *m, uint64_t address, a3_arena *arena, a3_type_spec *out);
/* Reads the sizes out of an array for PyType_FromSlots; false: it could not be walked. */
bool a3_type_slots_read(a3_memory *m, uint64_t address, a3_arena *arena, a3_type_spec *out);

#endif

/* SPDX-License-Identifier: MIT */
/* What the image's data say without its code (basis data), for this room. */
#ifndef A3_MODULE_SCAN_H
#define A3_MODULE_SCAN_H

#include "module/memory.h"
#include "module/module.h"

/* Fills out->scan with the arrays in data that hold a plausible {109 -> PyABIInfo}. A3_NOMEM alone fails. */
a3_status a3_scan_slots(a3_memory *m, a3_arena *arena, a3_scan *out);
/* 12 bytes that a compiler of 3.15 or later, or PyO3, would write. */
bool a3_abi_info_plausible(const a3_abi_info *info);
/* The declaration of an array: undetermined where its value is not known or the array was not read to its end. */
a3_gil a3_array_gil(const a3_slot_array *array);

/* The addresses that the loader stores, in order, each with the segment that it stands in. */
typedef struct a3_fixup_walk {
    const a3_image *im;
    size_t next;               /* index behind the fixup that was given last */
    const a3_segment *segment; /* of that fixup */
    size_t at;                 /* its offset in the segment */
} a3_fixup_walk;
/* NULL at the end. */
const a3_fixup *a3_fixup_next(a3_fixup_walk *w);
/* `size` bytes from `before` bytes in front of the fixup on, all of them in the file; NULL otherwise. */
const uint8_t *a3_fixup_bytes(const a3_fixup_walk *w, size_t before, size_t size);

/* Adds objects that look like static PyModuleDefs, PyTypeObjects and (`specs`) PyType_Specs by their relocations, unless
 * the code led to them already. A3_NOMEM alone fails. */
a3_status a3_scan_objects(a3_memory *m, bool specs, a3_arena *arena, a3_module *out);

#endif

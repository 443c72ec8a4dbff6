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

/* Objects that look like static PyModuleDefs, PyTypeObjects and PyType_Specs by their relocations. */
a3_status a3_scan_objects(a3_memory *m, a3_arena *arena, a3_module *out);

#endif

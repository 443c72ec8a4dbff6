/* SPDX-License-Identifier: MIT
 *
 * Arrays within arrays: the top one names the module, the deepest holds Py_mod_abi, each one between leads to the next.
 * ARRAYS counts them, the top one included: CPython accepts five, refuses six. With OLD_ARRAY the deepest is a
 * Py_mod_slots (94) array of the old PyModuleDef_Slot kind.
 */
#include "demo.h"

#ifndef ARRAYS
#define ARRAYS 2
#endif

static PyABIInfo demo_abi = ABI_INFO(ABI_FLAGS);

#ifdef OLD_ARRAY
static PyModuleDef_Slot old_array[] = {
	{Py_mod_abi, &demo_abi},
	{Py_mod_exec, (void *)demo_exec},
	{Py_mod_gil, (void *)Py_MOD_GIL_NOT_USED},
	{0},
};
static PySlot deepest[] = {PySlot_STATIC_DATA(Py_mod_slots, old_array), PySlot_END};
#else
static PySlot deepest[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &demo_abi),
	PySlot_FUNC(Py_mod_exec, demo_exec),
	PySlot_DATA(Py_mod_gil, Py_MOD_GIL_NOT_USED),
	PySlot_END,
};
#endif

#if ARRAYS >= 3
static PySlot level3[] = {PySlot_STATIC_DATA(Py_slot_subslots, deepest), PySlot_END};
#else
#define level3 deepest
#endif
#if ARRAYS >= 4
static PySlot level4[] = {PySlot_STATIC_DATA(Py_slot_subslots, level3), PySlot_END};
#else
#define level4 level3
#endif
#if ARRAYS >= 5
static PySlot level5[] = {PySlot_STATIC_DATA(Py_slot_subslots, level4), PySlot_END};
#else
#define level5 level4
#endif
#if ARRAYS >= 6
static PySlot level6[] = {PySlot_STATIC_DATA(Py_slot_subslots, level5), PySlot_END};
#else
#define level6 level5
#endif

static PySlot demo_slots[] = {
	PySlot_STATIC_DATA(Py_mod_name, TEXT(MODULE)),
	PySlot_STATIC_DATA(Py_slot_subslots, level6),
	PySlot_STATIC_DATA(Py_mod_methods, methods),
	PySlot_END,
};

EXPORT PySlot *
HOOK(void)
{
	return demo_slots;
}

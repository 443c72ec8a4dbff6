/* SPDX-License-Identifier: MIT
 *
 * PyModExport_demo gets the array from a helper function that is not inlined.
 */
#include "demo.h"

static PyABIInfo demo_abi = ABI_INFO(ABI_FLAGS);

static PySlot demo_slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &demo_abi),
	PySlot_STATIC_DATA(Py_mod_name, TEXT(MODULE)),
	PySlot_FUNC(Py_mod_exec, demo_exec),
	PySlot_DATA(Py_mod_gil, Py_MOD_GIL_NOT_USED),
	PySlot_END,
};

static PySlot *volatile last;

__attribute__((noinline)) static PySlot *
remember(PySlot *slots)
{
	last = slots;
	return slots;
}

EXPORT PySlot *
HOOK(void)
{
	return remember(demo_slots);
}

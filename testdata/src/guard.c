/* SPDX-License-Identifier: MIT
 *
 * PyModExport_demo refuses a second call (NULL with an exception), else returns the one static array.
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

static volatile int called;

EXPORT PySlot *
HOOK(void)
{
	if (called) {
		PyErr_SetString(PyExc_ValueError, "imported twice");
		return NULL;
	}
	called = 1;
	return demo_slots;
}

/* SPDX-License-Identifier: MIT
 *
 * PyModExport_demo fills its array when it is called: on disk there are only zeros.
 */
#include "demo.h"

static PyABIInfo demo_abi = ABI_INFO(ABI_FLAGS);
static PySlot demo_slots[6];

EXPORT PySlot *
HOOK(void)
{
	PySlot *slot = demo_slots;
#ifndef ABI_NONE
	*slot++ = (PySlot)PySlot_STATIC_DATA(Py_mod_abi, &demo_abi);
#endif
	*slot++ = (PySlot)PySlot_STATIC_DATA(Py_mod_name, TEXT(MODULE));
	*slot++ = (PySlot)PySlot_STATIC_DATA(Py_mod_methods, methods);
	*slot++ = (PySlot)PySlot_FUNC(Py_mod_exec, demo_exec);
	*slot++ = (PySlot)PySlot_DATA(Py_mod_gil, Py_MOD_GIL_NOT_USED);
	*slot = (PySlot)PySlot_END;
	return demo_slots;
}

/* SPDX-License-Identifier: MIT
 *
 * PyModExport_demo chooses among static arrays at run time. LACKING: one of them has no Py_mod_abi. DIFFERENT: one
 * declares another ABI. THREE: among three.
 */
#include "demo.h"

#ifdef DIFFERENT
#define OLDER_FLAGS (ABI_STABLE | ABI_GIL)
#else
#define OLDER_FLAGS ABI_FLAGS
#endif

static PyABIInfo abi = ABI_INFO(ABI_FLAGS);
#ifndef LACKING
static PyABIInfo older_abi = ABI_INFO(OLDER_FLAGS);
#endif

static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &abi),
	PySlot_STATIC_DATA(Py_mod_name, TEXT(MODULE)),
	PySlot_STATIC_DATA(Py_mod_methods, methods),
	PySlot_FUNC(Py_mod_exec, demo_exec),
	PySlot_DATA(Py_mod_gil, Py_MOD_GIL_NOT_USED),
	PySlot_END,
};

static PySlot older_slots[] = {
#ifndef LACKING
	PySlot_STATIC_DATA(Py_mod_abi, &older_abi),
#endif
	PySlot_STATIC_DATA(Py_mod_name, TEXT(MODULE)),
	PySlot_FUNC(Py_mod_exec, demo_exec),
	PySlot_DATA(Py_mod_gil, Py_MOD_GIL_NOT_USED),
	PySlot_END,
};

#ifdef THREE
static PySlot oldest_slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &abi),
	PySlot_STATIC_DATA(Py_mod_name, TEXT(MODULE)),
	PySlot_DATA(Py_mod_gil, Py_MOD_GIL_NOT_USED),
	PySlot_END,
};
#endif

EXPORT PySlot *
HOOK(void)
{
#ifdef THREE
	if (Py_Version < 0x030f0300)
		return oldest_slots;
#endif
	return Py_Version < 0x03100000 ? older_slots : slots;
}

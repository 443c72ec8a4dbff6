/* SPDX-License-Identifier: MIT
 *
 * PyInit_demo, multi-phase, with a static PyModuleDef.
 *
 *   HEAD                       whose headers it was compiled with (capi.h)
 *   NEW_IDS                    slot numbers of 3.15 instead of those up to 3.14
 *   WITH_ABI                   Py_mod_abi among m_slots
 *   WITH_INTERPRETERS          Py_mod_multiple_interpreters (needs 3.12)
 *   GIL, GIL_NONE              as in export.c
 *   COPIED                     slots are built on the stack and copied by eight bytes, the padding behind an id along
 */
#include "demo.h"

#ifndef GIL
#define GIL Py_MOD_GIL_NOT_USED
#endif

#ifdef WITH_ABI
static PyABIInfo demo_abi = ABI_INFO(ABI_FLAGS);
#endif

#ifdef COPIED
static PyModuleDef_Slot slots[3];

static void
copy(PyModuleDef_Slot *to, const volatile PyModuleDef_Slot *from)
{
	for (unsigned i = 0; i < sizeof *to / 8; i++)
		((volatile unsigned long long *)to)[i] = ((const volatile unsigned long long *)from)[i];
}

static void
add(unsigned i, int id, void *value)
{
	volatile PyModuleDef_Slot slot;
	slot.slot = id;
	slot.value = value;
	copy(&slots[i], &slot);
}
#else
static PyModuleDef_Slot slots[] = {
#ifdef WITH_ABI
	{Py_mod_abi, &demo_abi},
#endif
#ifdef NEW_IDS
	{Py_mod_exec, (void *)demo_exec},
#else
	{Py_mod_exec_old, (void *)demo_exec},
#endif
#ifdef WITH_INTERPRETERS
	{Py_mod_multiple_interpreters_old, (void *)2},
#endif
#ifdef GIL_NONE
#elif defined(NEW_IDS)
	{Py_mod_gil, (void *)GIL},
#else
	{Py_mod_gil_old, (void *)GIL},
#endif
	{0},
};
#endif

static PyModuleDef definition = {
	.ob_base = PyObject_HEAD_INIT,
	.m_name = TEXT(MODULE),
	.m_doc = "A demo.",
	.m_methods = methods,
	.m_slots = slots,
};

EXPORT PyObject *
INIT_HOOK(void)
{
#ifdef COPIED
	add(0, Py_mod_exec_old, (void *)demo_exec);
	add(1, Py_mod_gil_old, (void *)GIL);
	add(2, 0, NULL);
#endif
	return PyModuleDef_Init(&definition);
}

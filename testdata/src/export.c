/* SPDX-License-Identifier: MIT
 *
 * The good module: PyModExport_demo returns one static array. Most bad fixtures are this one with one macro set:
 *
 *   ABI_NONE, ABI_NULL         no Py_mod_abi slot; one that is NULL
 *   GIL=0, GIL_NONE            Py_mod_gil "used"; no Py_mod_gil slot
 *   METHODS_FLAGS=0            Py_mod_methods without PySlot_STATIC
 *   EXTRA, EXTRA_FLAGS, EXTRA_VALUE      one slot more
 *   PYO3                       the order and the entries that PyO3 writes
 *   WITH_INIT                  also a PyInit_demo with an old-style definition
 *   CONST=const                the array in read-only data
 *   SHARED                     the array and the PyABIInfo are exported data (interposable: reached through the GOT)
 */
#include "demo.h"

#ifndef GIL
#define GIL Py_MOD_GIL_NOT_USED
#endif
#ifndef METHODS_FLAGS
#define METHODS_FLAGS PySlot_STATIC
#endif
#ifndef EXTRA_FLAGS
#define EXTRA_FLAGS 0
#endif
#ifndef EXTRA_VALUE
#define EXTRA_VALUE 0
#endif
#ifdef SHARED
#define SCOPE EXPORT
#else
#define SCOPE static
#endif

#if !defined(ABI_NONE) && !defined(ABI_NULL)
SCOPE CONST PyABIInfo demo_abi = ABI_INFO(ABI_FLAGS);
#endif

SCOPE CONST PySlot demo_slots[] = {
#ifdef PYO3
	PySlot_FUNC(Py_mod_exec, demo_exec),
#endif
#ifdef ABI_NULL
	PySlot_STATIC_DATA(Py_mod_abi, NULL),
#elif !defined(ABI_NONE)
	PySlot_STATIC_DATA(Py_mod_abi, &demo_abi),
#endif
#ifdef PYO3
	PySlot_DATA(Py_mod_gil, GIL),
	PySlot_STATIC_DATA(Py_mod_name, TEXT(MODULE)),
	PySlot_STATIC_DATA(Py_mod_doc, "A demo."),
#else
	PySlot_STATIC_DATA(Py_mod_name, TEXT(MODULE)),
	PySlot_STATIC_DATA(Py_mod_doc, "A demo."),
	{.sl_id = Py_mod_methods, .sl_flags = METHODS_FLAGS, .sl_ptr = methods},
	PySlot_FUNC(Py_mod_exec, demo_exec),
#ifndef GIL_NONE
	PySlot_DATA(Py_mod_gil, GIL),
#endif
#endif
#ifdef EXTRA
	{.sl_id = EXTRA, .sl_flags = EXTRA_FLAGS, .sl_ptr = (void *)EXTRA_VALUE},
#endif
	PySlot_END,
};

EXPORT PySlot *
HOOK(void)
{
	return (PySlot *)demo_slots;
}

#ifdef WITH_INIT
static PyModuleDef_Slot init_slots[] = {
	{Py_mod_exec_old, (void *)demo_exec},
	{Py_mod_gil_old, (void *)Py_MOD_GIL_NOT_USED},
	{0},
};

static PyModuleDef definition = {
	.ob_base = PyObject_HEAD_INIT, .m_name = TEXT(MODULE), .m_methods = methods, .m_slots = init_slots};

EXPORT PyObject *
INIT_HOOK(void)
{
	return PyModuleDef_Init(&definition);
}
#endif

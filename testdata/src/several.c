/* SPDX-License-Identifier: MIT
 *
 * Three hooks in one file, as mypyc groups have them: demo is good, second declares abi3 alone, third is a PyInit_.
 */
#include "demo.h"

static PyABIInfo both = ABI_INFO(ABI_STABLE | ABI_GIL | ABI_FREETHREADED);
static PyABIInfo gil_only = ABI_INFO(ABI_STABLE | ABI_GIL);

static PySlot demo_slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &both),
	PySlot_STATIC_DATA(Py_mod_name, "demo"),
	PySlot_FUNC(Py_mod_exec, demo_exec),
	PySlot_DATA(Py_mod_gil, Py_MOD_GIL_NOT_USED),
	PySlot_END,
};

static PySlot second_slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &gil_only),
	PySlot_STATIC_DATA(Py_mod_name, "second"),
	PySlot_STATIC_DATA(Py_mod_methods, methods),
	PySlot_DATA(Py_mod_gil, Py_MOD_GIL_USED),
	PySlot_END,
};

static PyModuleDef_Slot third_slots[] = {{Py_mod_exec_old, (void *)demo_exec}, {0}};
static PyModuleDef third = {.ob_base = PyObject_HEAD_INIT, .m_name = "third", .m_slots = third_slots};

EXPORT PySlot *
PyModExport_demo(void)
{
	return demo_slots;
}

EXPORT PySlot *
PyModExport_second(void)
{
	return second_slots;
}

EXPORT PyObject *
PyInit_third(void)
{
	return PyModuleDef_Init(&third);
}

/* SPDX-License-Identifier: MIT
 *
 * A module that claims abi3t and makes a static type object ready: no opaque-object build could have compiled it.
 */
#include "demo.h"

static struct {
	PyObject ob_base;
	Py_ssize_t ob_size;
	const char *tp_name;
	Py_ssize_t tp_basicsize, tp_itemsize;
	void *rest[46];
} thing_type = {.ob_base = PyObject_HEAD_INIT, .tp_name = "demo.Thing", .tp_basicsize = sizeof(PyObject)};

static int
type_exec(PyObject *module)
{
	if (PyType_Ready(&thing_type) < 0 || demo_exec(module) < 0)
		return -1;
	return PyModule_AddType(module, (PyObject *)&thing_type);
}

static PyABIInfo demo_abi = ABI_INFO(ABI_FLAGS);

static PySlot demo_slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &demo_abi),
	PySlot_STATIC_DATA(Py_mod_name, TEXT(MODULE)),
	PySlot_STATIC_DATA(Py_mod_methods, methods),
	PySlot_FUNC(Py_mod_exec, type_exec),
	PySlot_DATA(Py_mod_gil, Py_MOD_GIL_NOT_USED),
	PySlot_END,
};

EXPORT PySlot *
HOOK(void)
{
	return demo_slots;
}

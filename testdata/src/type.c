/* SPDX-License-Identifier: MIT
 *
 * A good module whose exec function makes one type. BASICSIZE (-16: extra storage; positive: an absolute size, wrong in
 * abi3t; 0: inherited) and ITEMSIZE go into the spec; VIA chooses the function: SPEC, MODULE_SPEC, METACLASS, SLOTS.
 * UNKNOWN: the size is computed.
 */
#include "demo.h"

#define SPEC 1
#define MODULE_SPEC 2
#define METACLASS 3
#define SLOTS 4
#ifndef VIA
#define VIA MODULE_SPEC
#endif
#ifndef BASICSIZE
#define BASICSIZE -16
#endif
#ifndef ITEMSIZE
#define ITEMSIZE 0
#endif

#if VIA == SLOTS
static PySlot type_slots[] = {
	PySlot_STATIC_DATA(Py_tp_name, "demo.Thing"),
#if BASICSIZE < 0
	PySlot_SIZE(Py_tp_extra_basicsize, -(BASICSIZE)),
#else
	PySlot_SIZE(Py_tp_basicsize, BASICSIZE),
#endif
#if ITEMSIZE
	PySlot_SIZE(Py_tp_itemsize, ITEMSIZE),
#endif
	PySlot_STATIC_DATA(Py_tp_doc, "A thing."),
	PySlot_END,
};
#else
static PyType_Slot type_slots[] = {{Py_tp_doc, "A thing."}, {0}};
static PyType_Spec spec = {"demo.Thing", BASICSIZE, ITEMSIZE, 0, type_slots};
#endif

static int
type_exec(PyObject *module)
{
#ifdef UNKNOWN
	spec.basicsize = -PyModule_AddIntConstant(module, "size", 16);
#endif
#if VIA == SPEC
	PyObject *type = PyType_FromSpec(&spec);
#elif VIA == MODULE_SPEC
	PyObject *type = PyType_FromModuleAndSpec(module, &spec, NULL);
#elif VIA == METACLASS
	PyObject *type = PyType_FromMetaclass(NULL, module, &spec, NULL);
#else
	PyObject *type = PyType_FromSlots(type_slots);
#endif
	if (!type || demo_exec(module) < 0)
		return -1;
	return PyModule_AddType(module, type);
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

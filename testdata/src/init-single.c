/* SPDX-License-Identifier: MIT
 *
 * PyInit_demo, single-phase: PyModule_Create2 on a static PyModuleDef. SET_GIL: also says that it runs without the GIL.
 */
#include "demo.h"

static PyModuleDef definition = {
	.ob_base = PyObject_HEAD_INIT,
	.m_name = TEXT(MODULE),
	.m_doc = "A demo.",
	.m_size = -1,
	.m_methods = methods,
};

EXPORT PyObject *
INIT_HOOK(void)
{
	PyObject *module = PyModule_Create2(&definition, 1013);
	if (!module || demo_exec(module) < 0)
		return NULL;
#ifdef SET_GIL
	PyUnstable_Module_SetGIL(module, (void *)Py_MOD_GIL_NOT_USED);
#endif
	return module;
}

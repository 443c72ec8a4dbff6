/* SPDX-License-Identifier: MIT
 *
 * PyInit_demo without a PyModuleDef of its own: another module makes it. Either through a capsule, or (DIRECT) by a
 * function that a backend library exports.
 */
#include "demo.h"

typedef PyObject *make_module(const char *name, int (*exec)(PyObject *));

#ifdef DIRECT
IMPORT make_module backend_make_module;
#endif

EXPORT PyObject *
INIT_HOOK(void)
{
#ifdef DIRECT
	return backend_make_module(TEXT(MODULE), demo_exec);
#else
	make_module **backend = PyCapsule_Import("backend._api", 0);
	return backend ? (*backend)(TEXT(MODULE), demo_exec) : NULL;
#endif
}

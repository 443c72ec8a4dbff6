/* SPDX-License-Identifier: MIT
 *
 * PyModExport_demo returns NULL on every path: with an exception, or (SILENT) without one, which is a SystemError.
 */
#include "demo.h"

EXPORT PySlot *
HOOK(void)
{
#ifndef SILENT
	PyErr_SetString(PyExc_ValueError, "not on this machine");
#endif
	return NULL;
}

/* Keeps the demo's parts in the file. */
EXPORT void *
demo_parts(int which)
{
	return which ? (void *)methods : (void *)demo_exec;
}

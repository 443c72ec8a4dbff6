/* SPDX-License-Identifier: MIT
 *
 * What every demo module is made of: its name, its PyABIInfo, one method, one exec function. Macros change one thing at
 * a time, so that a bad fixture is the good one with one fault.
 *
 *   MODULE                     the module's name (demo); HOOK: the export hook's, if it is not PyModExport_MODULE
 *   ABI_MAJOR, ABI_MINOR, ABI_FLAGS, ABI_BUILD, ABI_VERSION      the fields of PyABIInfo
 *   CALL, CALL2                the exec function calls this import
 *   DATA                       the exec function takes the address of this imported object
 *   WEAK                       the exec function calls this weak import if it is there
 *   NO_DATA                    the module imports no data (which cannot be delay-loaded)
 *   NO_IMPORTS                 the module imports nothing at all
 */
#ifndef DEMO_H
#define DEMO_H

#include "capi.h"

#ifndef MODULE
#define MODULE demo
#endif
#ifndef HOOK
#define HOOK JOIN(PyModExport_, MODULE)
#endif
#ifndef INIT_HOOK
#define INIT_HOOK JOIN(PyInit_, MODULE)
#endif
#ifndef ABI_MAJOR
#define ABI_MAJOR 1
#endif
#ifndef ABI_MINOR
#define ABI_MINOR 0
#endif
#ifndef ABI_FLAGS
#define ABI_FLAGS (ABI_STABLE | ABI_GIL | ABI_FREETHREADED)
#endif
#ifndef ABI_BUILD
#define ABI_BUILD 0x030f02f0
#endif
#ifndef ABI_VERSION
#define ABI_VERSION 0x030f0000
#endif
#ifndef CONST
#define CONST
#endif

#define ABI_INFO(flags) {ABI_MAJOR, ABI_MINOR, (flags), ABI_BUILD, ABI_VERSION}

#ifdef CALL
IMPORT void *CALL(void);
#endif
#ifdef CALL2
IMPORT void *CALL2(void);
#endif
#ifdef DATA
IMPORT extern char DATA[];
#endif
#ifdef WEAK
#ifdef __APPLE__
extern void *WEAK(void) __attribute__((weak_import));
#else
extern void *WEAK(void) __attribute__((weak));
#endif
#endif

static PyObject *
answer(PyObject *self, PyObject *arg)
{
	(void)self, (void)arg;
#ifdef NO_IMPORTS
	return arg;
#else
#ifndef NO_DATA
	if (!arg) {
		PyErr_SetString(PyExc_ValueError, "no argument");
		return NULL;
	}
#endif
	return PyLong_FromLong(42);
#endif
}

static PyMethodDef methods[] = {{"answer", answer, METH_O, "The answer."}, {0}};

static int
demo_exec(PyObject *module)
{
#ifdef CALL
	if (!CALL())
		return -1;
#endif
#ifdef CALL2
	if (!CALL2())
		return -1;
#endif
#ifdef DATA
	if ((char *)module == DATA)
		return -1;
#endif
#ifdef WEAK
	if (WEAK && !WEAK())
		return -1;
#endif
#ifdef NO_IMPORTS
	return !module;
#else
	return PyModule_AddIntConstant(module, "size", 7);
#endif
}

#endif

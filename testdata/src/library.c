/* SPDX-License-Identifier: MIT
 *
 * A vendored library: no export hook. PYTHONIC: it exports names that look like CPython's and are its own.
 */
#include "capi.h"

EXPORT int
foo_answer(void)
{
	return 42;
}

#ifdef PYTHONIC
EXPORT void *
PyFoo_Helper(void)
{
	return (void *)foo_answer;
}

EXPORT void *
PyNoSuch_Thing(void)
{
	return NULL;
}
#endif

#ifdef BACKEND
EXPORT void *
backend_make_module(const char *name, void *exec)
{
	return name ? exec : NULL;
}
#endif

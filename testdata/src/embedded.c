/* SPDX-License-Identifier: MIT
 *
 * A good module into which libpython was linked statically: it defines the interpreter's own names. HIDDEN: they are
 * not exported, so only a symbol table that was not stripped shows them.
 */
#ifdef HIDDEN
#define OWN __attribute__((used))
#else
#define OWN EXPORT
#endif

#include "export.c"

OWN char _PyRuntime[64] = {1};

OWN void
Py_Initialize(void)
{
	_PyRuntime[0]++;
}

OWN int
PyRun_SimpleStringFlags(const char *text, void *flags)
{
	(void)flags;
	return text[0] - _PyRuntime[0];
}

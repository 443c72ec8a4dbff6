/* SPDX-License-Identifier: MIT
 *
 * Ways in which PyModExport_demo comes to its array; WAY chooses. All arrays are good, but for the second one of FLAG, which
 * has no Py_mod_abi.
 *
 *   COPY         memcpy from a constant template
 *   LOOP         built from a compact table
 *   LAZY         filled at the first call, under a static flag
 *   ONCE         filled by whoever wins an atomic exchange, the others wait
 *   FLAG         one of two arrays, by a variable that other code sets; STARTS: and there is a constructor
 *   SWITCH       one of five, looked up by a number that is not known
 *   CASES        the same through a table of jumps
 *   POINTER      from a function whose address stands in a variable
 *   TAIL         handed through four functions, the last call of each
 *   CONSTRUCTOR  filled before the hook can be called
 *   PART         all static but for the address of the PyABIInfo, which a constructor stores
 *   FOREIGN      what another library gives it; the good array in this file is returned by nobody
 */
#include "demo.h"

#define COPY 1
#define LOOP 2
#define LAZY 3
#define ONCE 4
#define FLAG 5
#define SWITCH 6
#define CASES 7
#define POINTER 8
#define TAIL 9
#define CONSTRUCTOR 10
#define PART 11
#define FOREIGN 12

static PyABIInfo abi = ABI_INFO(ABI_FLAGS);

#define GOOD \
	{PySlot_STATIC_DATA(Py_mod_abi, &abi), PySlot_FUNC(Py_mod_exec, demo_exec), \
		PySlot_PTR(Py_mod_gil, Py_MOD_GIL_NOT_USED), PySlot_END}

#if WAY == COPY
void *memcpy(void *, const void *, __SIZE_TYPE__);
static const PySlot model[4] = GOOD;
static PySlot slots[4];

EXPORT PySlot *
HOOK(void)
{
	memcpy(slots, model, sizeof slots);
	return slots;
}

#elif WAY == LOOP
static PySlot slots[4];
static const struct {
	u16 id, flags;
	void *value;
} table[] = {{Py_mod_abi, PySlot_STATIC, &abi}, {Py_mod_exec, 0, (void *)demo_exec},
	{Py_mod_gil, PySlot_INTPTR, (void *)Py_MOD_GIL_NOT_USED}, {0}};

EXPORT PySlot *
HOOK(void)
{
	for (int i = 0; table[i].id; i++) {
		slots[i].sl_id = table[i].id;
		slots[i].sl_flags = table[i].flags;
		slots[i].sl_ptr = table[i].value;
	}
	return slots;
}

#elif WAY == LAZY || WAY == ONCE || WAY == CONSTRUCTOR
static PySlot slots[4];

#if WAY == CONSTRUCTOR
__attribute__((constructor))
#endif
static void
fill(void)
{
	slots[0] = (PySlot)PySlot_STATIC_DATA(Py_mod_abi, &abi);
	slots[1] = (PySlot)PySlot_FUNC(Py_mod_exec, demo_exec);
	slots[2] = (PySlot)PySlot_PTR(Py_mod_gil, Py_MOD_GIL_NOT_USED);
}

static volatile int state;

EXPORT PySlot *
HOOK(void)
{
#if WAY == LAZY
	if (!state)
		fill();
	state = 1;
#elif WAY == ONCE
	int fresh = 0;
	if (__atomic_compare_exchange_n(&state, &fresh, 1, 0, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) {
		fill();
		__atomic_store_n(&state, 2, __ATOMIC_RELEASE);
	}
	while (__atomic_load_n(&state, __ATOMIC_ACQUIRE) != 2)
		;
#endif
	return slots;
}

#elif WAY == FLAG
static PySlot slots[] = GOOD;
static PySlot others[] = {PySlot_FUNC(Py_mod_exec, demo_exec), PySlot_PTR(Py_mod_gil, Py_MOD_GIL_NOT_USED), PySlot_END};
static int other;

#ifdef STARTS /* a constructor with a dozen questions of its own */
static volatile int asked[12];

__attribute__((constructor)) static void
ask(void)
{
	for (int i = 0; i < 12; i++)
		if (asked[i])
			PyErr_SetString(PyExc_ValueError, "asked");
}
#endif

EXPORT void
demo_choose(int which)
{
	other = which;
}

EXPORT PySlot *
HOOK(void)
{
	return other ? others : slots;
}

#elif WAY == SWITCH || WAY == CASES
static PySlot first[] = GOOD, second[] = GOOD, third[] = GOOD, fourth[] = GOOD, fifth[] = GOOD;

#if WAY == SWITCH
#define WORK(number) (void)0
#else
#define WORK(number) PyLong_FromLong(number), PyErr_SetString(PyExc_ValueError, #number)
#endif

EXPORT PySlot *
HOOK(void)
{
	switch (PyModule_AddIntConstant(NULL, "which", 1)) {
	case 0: WORK(10); return first;
	case 1: WORK(31); return second;
	case 2: WORK(52); return third;
	case 3: WORK(73); return fourth;
	case 4: WORK(94); return fifth;
	default: return NULL;
	}
}

#elif WAY == POINTER || WAY == TAIL
static PySlot slots[] = GOOD;

#if WAY == POINTER
static PySlot *get(void) { return slots; }
static PySlot *(*volatile getter)(void) = get;

EXPORT PySlot *
HOOK(void)
{
	return getter();
}

#else
#define STEP(name, next) \
	__attribute__((noinline)) static PySlot *name(PySlot *array, int depth) \
	{ \
		PyLong_FromLong(depth); \
		return next(array, depth + 1); \
	}

__attribute__((noinline)) static PySlot *
last(PySlot *array, int depth)
{
	if (depth > 3)
		PyErr_SetString(PyExc_ValueError, "deep");
	return array;
}

STEP(third, last)
STEP(second, third)
STEP(first, second)

EXPORT PySlot *
HOOK(void)
{
	return first(slots, 0);
}
#endif

#elif WAY == FOREIGN
EXPORT PySlot decoy[] = GOOD;
IMPORT PySlot *other_slots(void);

EXPORT PySlot *
HOOK(void)
{
	PySlot *slots = other_slots();
	if (!slots)
		PyErr_SetString(PyExc_ValueError, "nothing");
	return slots;
}

#elif WAY == PART
static PySlot slots[] = {PySlot_STATIC_DATA(Py_mod_abi, NULL), PySlot_FUNC(Py_mod_exec, demo_exec),
	PySlot_PTR(Py_mod_gil, Py_MOD_GIL_NOT_USED), PySlot_END};

__attribute__((constructor)) static void
complete(void)
{
	slots[0].sl_ptr = &abi;
}

EXPORT PySlot *
HOOK(void)
{
	return slots;
}
#endif

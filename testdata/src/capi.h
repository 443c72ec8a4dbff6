/* SPDX-License-Identifier: MIT
 *
 * The small part of CPython 3.15's C API that the fixtures use, declared by ourselves: no Python.h is needed to build
 * them, for any target, and every byte in a fixture can be read off its source.
 */
#ifndef CAPI_H
#define CAPI_H

typedef __UINT8_TYPE__ u8;
typedef __UINT16_TYPE__ u16;
typedef __UINT32_TYPE__ u32;
typedef __UINT64_TYPE__ u64;
typedef __INTPTR_TYPE__ Py_ssize_t;

#define NULL ((void *)0)

#ifdef _WIN32
#define IMPORT __declspec(dllimport)
#define EXPORT __declspec(dllexport)
#else
#define IMPORT
#define EXPORT __attribute__((visibility("default"), used))
#endif

#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)
#define TEXT_(a) #a
#define TEXT(a) TEXT_(a)

typedef struct _object PyObject;

/* --- slots (PEP 820): 16 bytes everywhere, the pointer in the first bytes of the union --------------------------- */

typedef struct {
	u16 sl_id;
	u16 sl_flags;
	u32 sl_reserved;
	union {
		void *sl_ptr;
		void (*sl_func)(void);
		Py_ssize_t sl_size;
		u64 sl_uint64;
	};
} PySlot;

#define PySlot_OPTIONAL 1
#define PySlot_STATIC 2
#define PySlot_INTPTR 4

#define PySlot_DATA(id, value) {.sl_id = (id), .sl_ptr = (void *)(value)}
#define PySlot_STATIC_DATA(id, value) {.sl_id = (id), .sl_flags = PySlot_STATIC, .sl_ptr = (void *)(value)}
#define PySlot_PTR(id, value) {.sl_id = (id), .sl_flags = PySlot_INTPTR, .sl_ptr = (void *)(value)}
#define PySlot_FUNC(id, value) {.sl_id = (id), .sl_func = (void (*)(void))(value)}
#define PySlot_SIZE(id, value) {.sl_id = (id), .sl_size = (value)}
#define PySlot_END {0}

/* The numbers up to 3.14 ... */
#define Py_mod_create_old 1
#define Py_mod_exec_old 2
#define Py_mod_multiple_interpreters_old 3
#define Py_mod_gil_old 4
/* ... and those of 3.15. */
#define Py_tp_doc 56
#define Py_mod_create 84
#define Py_mod_exec 85
#define Py_mod_multiple_interpreters 86
#define Py_mod_gil 87
#define Py_slot_subslots 92
#define Py_mod_slots 94
#define Py_tp_name 95
#define Py_tp_basicsize 96
#define Py_tp_extra_basicsize 97
#define Py_tp_itemsize 98
#define Py_tp_flags 99
#define Py_mod_name 100
#define Py_mod_doc 101
#define Py_mod_state_size 102
#define Py_mod_methods 103
#define Py_mod_abi 109
#define Py_mod_token 110

#define Py_MOD_GIL_USED 0
#define Py_MOD_GIL_NOT_USED 1

/* --- PyABIInfo: 12 bytes everywhere ------------------------------------------------------------------------------ */

typedef struct {
	u8 major, minor;
	u16 flags;
	u32 build_version;
	u32 abi_version;
} PyABIInfo;

#define ABI_STABLE 1
#define ABI_GIL 2
#define ABI_FREETHREADED 4
#define ABI_INTERNAL 8

/* --- modules ----------------------------------------------------------------------------------------------------- */

typedef struct {
	const char *name;
	PyObject *(*method)(PyObject *, PyObject *);
	int flags;
	const char *doc;
} PyMethodDef;

#define METH_O 8

typedef struct {
	int slot;
	void *value;
} PyModuleDef_Slot;

/* The object head as each header family writes it into static data; HEAD chooses. */
#define HEAD_311 1 /* up to 3.11, or a limited API below 3.12: reference count 1 */
#define HEAD_312 2 /* 3.12, 3.13: an immortal count */
#define HEAD_314 3 /* 3.14, 3.15: immortal, statically allocated */
#define HEAD_FREE 4 /* free-threaded */
#ifndef HEAD
#define HEAD HEAD_311
#endif

#if HEAD == HEAD_FREE
struct _object {
	Py_ssize_t ob_tid;
	u16 ob_flags;
	u8 ob_mutex, ob_gc_bits;
	u32 ob_ref_local;
	Py_ssize_t ob_ref_shared;
	void *ob_type;
};
#define PyObject_HEAD_INIT {.ob_flags = 4, .ob_ref_local = 0xffffffffu}
#else
struct _object {
	Py_ssize_t ob_refcnt;
	void *ob_type;
};
#if HEAD == HEAD_311
#define PyObject_HEAD_INIT {.ob_refcnt = 1}
#elif HEAD == HEAD_312
#define PyObject_HEAD_INIT {.ob_refcnt = sizeof(void *) == 8 ? (Py_ssize_t)0xffffffff : 0x3fffffff}
#else
#define PyObject_HEAD_INIT {.ob_refcnt = sizeof(void *) == 8 ? (Py_ssize_t)0x00050000c0000000 : 0x70000000}
#endif
#endif

typedef struct {
	PyObject ob_base;
	PyObject *(*m_init)(void);
	Py_ssize_t m_index;
	PyObject *m_copy;
	const char *m_name;
	const char *m_doc;
	Py_ssize_t m_size;
	PyMethodDef *m_methods;
	PyModuleDef_Slot *m_slots;
	void *m_traverse, *m_clear, *m_free;
} PyModuleDef;

/* --- types ------------------------------------------------------------------------------------------------------- */

typedef struct {
	int slot;
	void *value;
} PyType_Slot;

typedef struct {
	const char *name;
	int basicsize;
	int itemsize;
	unsigned flags;
	PyType_Slot *slots;
} PyType_Spec;

/* --- imports ----------------------------------------------------------------------------------------------------- */

IMPORT extern PyObject *PyExc_ValueError;
IMPORT extern const unsigned long Py_Version;
IMPORT void PyErr_SetString(PyObject *, const char *);
IMPORT PyObject *PyLong_FromLong(long);
IMPORT int PyModule_AddIntConstant(PyObject *, const char *, long);
IMPORT int PyModule_AddType(PyObject *, PyObject *);
IMPORT PyObject *PyModuleDef_Init(PyModuleDef *);
IMPORT PyObject *PyModule_Create2(PyModuleDef *, int);
IMPORT int PyUnstable_Module_SetGIL(PyObject *, void *);
IMPORT void *PyCapsule_Import(const char *, int);
IMPORT PyObject *PyType_FromSpec(PyType_Spec *);
IMPORT PyObject *PyType_FromModuleAndSpec(PyObject *, PyType_Spec *, PyObject *);
IMPORT PyObject *PyType_FromMetaclass(PyObject *, PyObject *, PyType_Spec *, PyObject *);
IMPORT PyObject *PyType_FromSlots(const PySlot *);
IMPORT int PyType_Ready(void *);

#endif

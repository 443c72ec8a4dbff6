/* SPDX-License-Identifier: MIT */
/* What a symbol's name betrays, and what to call instead. */
#include <stdlib.h>
#include <string.h>

#include "abi/stable.h"
#include "base/text.h"

static bool upper(char c) { return c >= 'A' && c <= 'Z'; }

bool a3_python_name(const char *name)
{
    bool underscore = name[0] == '_';
    if (underscore)
        name++;
    return name[0] == 'P' && name[1] == 'y' && (upper(name[2]) || (name[2] == '_' && (underscore || upper(name[3]))));
}

bool a3_hook_name(const char *name)
{
    return a3_has_prefix(name, "PyInit_") || a3_has_prefix(name, "PyInitU_") || a3_has_prefix(name, "PyModExport_") ||
           a3_has_prefix(name, "PyModExportU_");
}

static int by_text(const void *key, const void *element) { return strcmp(key, *(const char *const *)element); }

bool a3_debug_symbol(const char *name)
{
    static const char *const names[] = {
        "PyModule_Create2TraceRefs",
        "PyModule_FromDefAndSpec2TraceRefs",
        "_Py_DECREF_DecRefTotal",
        "_Py_DecRefTotal_DO_NOT_USE_THIS",
        "_Py_INCREF_IncRefTotal",
        "_Py_IncRefTotal_DO_NOT_USE_THIS",
        "_Py_NegativeRefcount",
        "_Py_RefTotal",
        "_Py_dec_count",
        "_Py_inc_count",
    };
    return bsearch(name, names, sizeof names / sizeof *names, sizeof *names, by_text) != NULL;
}

bool a3_free_threaded_symbol(const char *name)
{
    a3_private found;
    return a3_private_find(name, &found) && found.versions == A3_EXPORTERS_FREE_THREADED;
}

a3_layout_trace a3_layout_symbol(const char *name)
{
    static const char *const constants[] = {"_Py_EllipsisObject", "_Py_FalseStruct", "_Py_NoneStruct", "_Py_NotImplementedStruct",
                                            "_Py_TrueStruct"};
    if (name[0] != '_' || !a3_has_prefix(name, "_Py"))
        return A3_LAYOUT_NONE;
    if (strcmp(name, "_Py_Dealloc") == 0)
        return A3_LAYOUT_DEALLOC;
    if (bsearch(name, constants, sizeof constants / sizeof *constants, sizeof *constants, by_text) != NULL)
        return A3_LAYOUT_CONSTANT;
    return a3_has_suffix(name, "_SizeT") ? A3_LAYOUT_SIZE_T : A3_LAYOUT_NONE;
}

typedef struct hint {
    const char *name; /* first: by_text looks here */
    a3_replacement replacement;
} hint;

#define V(minor) A3_VERSION(3, minor)
/* In strcmp order; tests hold `since` against the Stable ABI table. */
static const hint hints[] = {
    {"PyByteArray_AS_STRING", {"PyByteArray_AsString", V(2)}},
    {"PyByteArray_GET_SIZE", {"PyByteArray_Size", V(2)}},
    {"PyBytes_AS_STRING", {"PyBytes_AsString", V(2)}},
    {"PyBytes_GET_SIZE", {"PyBytes_Size", V(2)}},
    {"PyCObject_AsVoidPtr", {"PyCapsule_GetPointer", V(2)}},
    {"PyCObject_FromVoidPtr", {"PyCapsule_New", V(2)}},
    {"PyDict_GET_SIZE", {"PyDict_Size", V(2)}},
    {"PyFloat_AS_DOUBLE", {"PyFloat_AsDouble", V(2)}},
    {"PyInt_AsLong", {"PyLong_AsLong", V(2)}},
    {"PyInt_AsSsize_t", {"PyLong_AsSsize_t", V(2)}},
    {"PyInt_FromLong", {"PyLong_FromLong", V(2)}},
    {"PyInt_FromSize_t", {"PyLong_FromSize_t", V(2)}},
    {"PyInt_FromSsize_t", {"PyLong_FromSsize_t", V(2)}},
    {"PyInt_Type", {"PyLong_Type", V(2)}},
    {"PyList_Extend", {"PyList_SetSlice", V(2)}},
    {"PyList_GET_ITEM", {"PyList_GetItemRef", V(13)}},
    {"PyList_GET_SIZE", {"PyList_Size", V(2)}},
    {"PyList_SET_ITEM", {"PyList_SetItem", V(2)}},
    {"PyNumber_Int", {"PyNumber_Long", V(2)}},
    {"PySequence_Fast_GET_ITEM", {"PySequence_GetItem", V(2)}},
    {"PySequence_Fast_GET_SIZE", {"PySequence_Size", V(2)}},
    {"PySet_GET_SIZE", {"PySet_Size", V(2)}},
    {"PyString_AsString", {"PyBytes_AsString", V(2)}},
    {"PyString_AsStringAndSize", {"PyBytes_AsStringAndSize", V(2)}},
    {"PyString_FromFormat", {"PyBytes_FromFormat", V(2)}},
    {"PyString_FromString", {"PyBytes_FromString", V(2)}},
    {"PyString_FromStringAndSize", {"PyBytes_FromStringAndSize", V(2)}},
    {"PyString_InternFromString", {"PyUnicode_InternFromString", V(2)}},
    {"PyString_Size", {"PyBytes_Size", V(2)}},
    {"PyString_Type", {"PyBytes_Type", V(2)}},
    {"PyTuple_GET_ITEM", {"PyTuple_GetItem", V(2)}},
    {"PyTuple_GET_SIZE", {"PyTuple_Size", V(2)}},
    {"PyTuple_SET_ITEM", {"PyTuple_SetItem", V(2)}},
    {"PyUnicode_AsUnicode", {"PyUnicode_AsWideCharString", V(7)}},
    {"PyUnicode_AsUnicodeAndSize", {"PyUnicode_AsWideCharString", V(7)}},
    {"PyUnicode_FromUnicode", {"PyUnicode_FromWideChar", V(2)}},
    {"PyUnicode_GET_LENGTH", {"PyUnicode_GetLength", V(7)}},
    {"PyUnicode_GetMax", {"the constant 0x10ffff", 0}},
    {"PyUnicode_READ_CHAR", {"PyUnicode_ReadChar", V(7)}},
    {"Py_InitModule3", {"PyModuleDef_Init", V(5)}},
    {"Py_InitModule4", {"PyModuleDef_Init", V(5)}},
    {"Py_InitModule4TraceRefs", {"PyModuleDef_Init", V(5)}},
    {"Py_InitModule4_64", {"PyModuleDef_Init", V(5)}},
    {"_PyArg_ParseTupleAndKeywords_SizeT", {"PyArg_ParseTupleAndKeywords", V(2)}},
    {"_PyArg_ParseTuple_SizeT", {"PyArg_ParseTuple", V(2)}},
    {"_PyArg_Parse_SizeT", {"PyArg_Parse", V(2)}},
    {"_PyArg_VaParseTupleAndKeywords_SizeT", {"PyArg_VaParseTupleAndKeywords", V(2)}},
    {"_PyArg_VaParse_SizeT", {"PyArg_VaParse", V(2)}},
    {"_PyDict_Contains", {"PyDict_Contains", V(2)}},
    {"_PyDict_Contains_KnownHash", {"PyDict_Contains", V(2)}},
    {"_PyDict_DelItemId", {"PyDict_DelItemString", V(2)}},
    {"_PyDict_DelItem_KnownHash", {"PyDict_DelItem", V(2)}},
    {"_PyDict_GetItemId", {"PyDict_GetItemStringRef", V(13)}},
    {"_PyDict_GetItemIdWithError", {"PyDict_GetItemStringRef", V(13)}},
    {"_PyDict_GetItemStringWithError", {"PyDict_GetItemStringRef", V(13)}},
    {"_PyDict_GetItemWithError", {"PyDict_GetItemRef", V(13)}},
    {"_PyDict_GetItem_KnownHash", {"PyDict_GetItemRef", V(13)}},
    {"_PyDict_NewPresized", {"PyDict_New", V(2)}},
    {"_PyDict_Next", {"PyDict_Next", V(2)}},
    {"_PyDict_SetItemId", {"PyDict_SetItemString", V(2)}},
    {"_PyDict_SetItem_KnownHash", {"PyDict_SetItem", V(2)}},
    {"_PyEval_GetBuiltin", {"PyEval_GetFrameBuiltins", V(13)}},
    {"_PyEval_SliceIndex", {"PyNumber_AsSsize_t", V(2)}},
    {"_PyGen_Send", {"PyIter_Send", V(10)}},
    {"_PyImport_GetModuleAttrString", {"PyImport_ImportModule and PyObject_GetAttrString", 0}},
    {"_PyImport_GetModuleId", {"PyImport_GetModule", V(8)}},
    {"_PyIter_Send", {"PyIter_Send", V(10)}},
    {"_PyList_Extend", {"PyList_SetSlice", V(2)}},
    {"_PyLong_AsByteArray", {"PyLong_AsNativeBytes", V(14)}},
    {"_PyLong_AsInt", {"PyLong_AsInt", V(13)}},
    {"_PyLong_FromByteArray", {"PyLong_FromNativeBytes", V(14)}},
    {"_PyModule_Add", {"PyModule_Add", V(13)}},
    {"_PyObject_CallFunction_SizeT", {"PyObject_CallFunction", V(2)}},
    {"_PyObject_CallMethodId", {"PyObject_CallMethod", V(2)}},
    {"_PyObject_CallMethodIdObjArgs", {"PyObject_CallMethodObjArgs", V(2)}},
    {"_PyObject_CallMethod_SizeT", {"PyObject_CallMethod", V(2)}},
    {"_PyObject_CallNoArg", {"PyObject_CallNoArgs", V(10)}},
    {"_PyObject_FastCall", {"PyObject_Vectorcall", V(12)}},
    {"_PyObject_FastCallDict", {"PyObject_VectorcallDict", 0}},
    {"_PyObject_GetAttrId", {"PyObject_GetAttrString", V(2)}},
    {"_PyObject_GetDictPtr", {"PyObject_GenericGetDict", V(10)}},
    {"_PyObject_HasAttrId", {"PyObject_HasAttrStringWithError", V(13)}},
    {"_PyObject_HasLen", {"PyObject_Size", V(2)}},
    {"_PyObject_LookupAttr", {"PyObject_GetOptionalAttr", V(13)}},
    {"_PyObject_LookupAttrId", {"PyObject_GetOptionalAttrString", V(13)}},
    {"_PyObject_SetAttrId", {"PyObject_SetAttrString", V(2)}},
    {"_PyObject_Vectorcall", {"PyObject_Vectorcall", V(12)}},
    {"_PySys_GetObjectId", {"PySys_GetObject", V(2)}},
    {"_PySys_GetSizeOf", {"a call of sys.getsizeof", 0}},
    {"_PyThreadState_GetDict", {"PyThreadState_GetDict", V(2)}},
    {"_PyThreadState_GetFrame", {"PyThreadState_GetFrame", V(10)}},
    {"_PyThreadState_UncheckedGet", {"PyThreadState_Get", V(2)}},
    {"_PyType_Name", {"PyType_GetName", V(11)}},
    {"_PyUnicode_AsString", {"PyUnicode_AsUTF8AndSize", V(10)}},
    {"_PyUnicode_AsStringAndSize", {"PyUnicode_AsUTF8AndSize", V(10)}},
    {"_PyUnicode_AsUTF8String", {"PyUnicode_AsUTF8String", V(2)}},
    {"_PyUnicode_EQ", {"PyUnicode_Compare", V(2)}},
    {"_PyUnicode_EqualToASCIIString", {"PyUnicode_EqualToUTF8", V(13)}},
    {"_PyUnicode_FromASCII", {"PyUnicode_DecodeASCII", V(2)}},
    {"_PyUnicode_FromId", {"PyUnicode_InternFromString", V(2)}},
    {"_PyUnicode_Ready", {"nothing: strings are always ready from 3.12 on", 0}},
    {"_PyWeakref_CallableProxyType", {"PyWeakref_NewProxy", V(2)}},
    {"_Py_BuildValue_SizeT", {"Py_BuildValue", V(2)}},
    {"_Py_CheckRecursiveCall", {"Py_EnterRecursiveCall", V(9)}},
    {"_Py_Dealloc", {"Py_DecRef", V(2)}},
    {"_Py_EllipsisObject", {"Py_GetConstantBorrowed", V(13)}},
    {"_Py_FalseStruct", {"Py_GetConstantBorrowed", V(13)}},
    {"_Py_IsFinalizing", {"Py_IsFinalizing", V(13)}},
    {"_Py_NewReference", {"PyType_GenericAlloc", V(2)}},
    {"_Py_NoneStruct", {"Py_GetConstantBorrowed", V(13)}},
    {"_Py_NotImplementedStruct", {"Py_GetConstantBorrowed", V(13)}},
    {"_Py_TrueStruct", {"Py_GetConstantBorrowed", V(13)}},
    {"_Py_VaBuildValue_SizeT", {"Py_VaBuildValue", V(2)}},
};

static const a3_replacement *find_hint(const hint *table, size_t count, const char *name)
{
    const hint *found = bsearch(name, table, count, sizeof *table, by_text);
    return found ? &found->replacement : NULL;
}

const a3_replacement *a3_public_replacement(const char *name)
{
    static const a3_replacement ucs = {"a PyUnicode_ function: the code was built for Python 2 or 3.2", 0};
    if (a3_has_prefix(name, "PyUnicodeUCS2_") || a3_has_prefix(name, "PyUnicodeUCS4_"))
        return &ucs;
    return find_hint(hints, sizeof hints / sizeof *hints, name);
}

const a3_replacement *a3_strong_reference(const char *name)
{
    static const hint strong[] = {
        {"PyDict_GetItem", {"PyDict_GetItemRef", V(13)}},
        {"PyDict_GetItemString", {"PyDict_GetItemStringRef", V(13)}},
        {"PyDict_GetItemWithError", {"PyDict_GetItemRef", V(13)}},
        {"PyDict_Next", {"PyDict_Items, or PyDict_Next in a critical section over the dict", 0}},
        {"PyImport_AddModule", {"PyImport_AddModuleRef", V(13)}},
        {"PyList_GetItem", {"PyList_GetItemRef", V(13)}},
        {"PyWeakref_GetObject", {"PyWeakref_GetRef", V(13)}},
    };
    return find_hint(strong, sizeof strong / sizeof *strong, name);
}

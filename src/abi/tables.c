/* SPDX-License-Identifier: MIT */
/* Made by src/abi/gen-tables from src/abi/data: change those. */
#include "abi/tables.h"

#include <stddef.h>

const char a3_abi_names[] =
    "PyABIInfo_Check\0"
    "PyAIter_Check\0"
    "PyAST_Check\0"
    "PyAST_Compile\0"
    "PyAST_CompileEx\0"
    "PyAST_CompileObject\0"
    "PyAST_FromNode\0"
    "PyAST_FromNodeObject\0"
    "PyAST_Validate\0"
    "PyAST_mod2obj\0"
    "PyAST_obj2mod\0"
    "PyArena_AddPyObject\0"
    "PyArena_Free\0"
    "PyArena_Malloc\0"
    "PyArena_New\0"
    "PyArg_Parse\0"
    "PyArg_ParseArray\0"
    "PyArg_ParseArrayAndKeywords\0"
    "PyArg_ParseTuple\0"
    "PyArg_ParseTupleAndKeywords\0"
    "PyArg_UnpackTuple\0"
    "PyArg_VaParse\0"
    "PyArg_VaParseTupleAndKeywords\0"
    "PyArg_ValidateKeywordArguments\0"
    "PyAsyncGen_ClearFreeLists\0"
    "PyAsyncGen_Fini\0"
    "PyAsyncGen_New\0"
    "PyAsyncGen_Type\0"
    "PyBaseObject_Type\0"
    "PyBool_FromLong\0"
    "PyBool_Type\0"
    "PyBuffer_FillContiguousStrides\0"
    "PyBuffer_FillInfo\0"
    "PyBuffer_FromContiguous\0"
    "PyBuffer_GetPointer\0"
    "PyBuffer_IsContiguous\0"
    "PyBuffer_Release\0"
    "PyBuffer_SizeFromFormat\0"
    "PyBuffer_ToContiguous\0"
    "PyBufferedIOBase_Type\0"
    "PyBufferedRWPair_Type\0"
    "PyBufferedRandom_Type\0"
    "PyBufferedReader_Type\0"
    "PyBufferedWriter_Type\0"
    "PyByteArrayIter_Type\0"
    "PyByteArray_AsString\0"
    "PyByteArray_Concat\0"
    "PyByteArray_Fini\0"
    "PyByteArray_FromObject\0"
    "PyByteArray_FromStringAndSize\0"
    "PyByteArray_Init\0"
    "PyByteArray_Resize\0"
    "PyByteArray_Size\0"
    "PyByteArray_Type\0"
    "PyBytesIO_Type\0"
    "PyBytesIter_Type\0"
    "PyBytesWriter_Create\0"
    "PyBytesWriter_Discard\0"
    "PyBytesWriter_Finish\0"
    "PyBytesWriter_FinishWithPointer\0"
    "PyBytesWriter_FinishWithSize\0"
    "PyBytesWriter_Format\0"
    "PyBytesWriter_GetData\0"
    "PyBytesWriter_GetSize\0"
    "PyBytesWriter_Grow\0"
    "PyBytesWriter_GrowAndUpdatePointer\0"
    "PyBytesWriter_Resize\0"
    "PyBytesWriter_WriteBytes\0"
    "PyBytes_AsString\0"
    "PyBytes_AsStringAndSize\0"
    "PyBytes_Concat\0"
    "PyBytes_ConcatAndDel\0"
    "PyBytes_DecodeEscape\0"
    "PyBytes_Fini\0"
    "PyBytes_FromFormat\0"
    "PyBytes_FromFormatV\0"
    "PyBytes_FromObject\0"
    "PyBytes_FromString\0"
    "PyBytes_FromStringAndSize\0"
    "PyBytes_Join\0"
    "PyBytes_Repr\0"
    "PyBytes_Size\0"
    "PyBytes_Type\0"
    "PyCFunction_Call\0"
    "PyCFunction_ClearFreeList\0"
    "PyCFunction_Fini\0"
    "PyCFunction_GetFlags\0"
    "PyCFunction_GetFunction\0"
    "PyCFunction_GetSelf\0"
    "PyCFunction_New\0"
    "PyCFunction_NewEx\0"
    "PyCFunction_Type\0"
    "PyCMethod_New\0"
    "PyCMethod_Type\0"
    "PyCallIter_New\0"
    "PyCallIter_Type\0"
    "PyCallable_Check\0"
    "PyCapsule_GetContext\0"
    "PyCapsule_GetDestructor\0"
    "PyCapsule_GetName\0"
    "PyCapsule_GetPointer\0"
    "PyCapsule_Import\0"
    "PyCapsule_IsValid\0"
    "PyCapsule_New\0"
    "PyCapsule_SetContext\0"
    "PyCapsule_SetDestructor\0"
    "PyCapsule_SetName\0"
    "PyCapsule_SetPointer\0"
    "PyCapsule_Type\0"
    "PyCell_Get\0"
    "PyCell_New\0"
    "PyCell_Set\0"
    "PyCell_Type\0"
    "PyClassMethodDescr_Type\0"
    "PyClassMethod_New\0"
    "PyClassMethod_Type\0"
    "PyCode_AddWatcher\0"
    "PyCode_Addr2Line\0"
    "PyCode_Addr2Location\0"
    "PyCode_ClearWatcher\0"
    "PyCode_GetCellvars\0"
    "PyCode_GetCode\0"
    "PyCode_GetFreevars\0"
    "PyCode_GetVarnames\0"
    "PyCode_New\0"
    "PyCode_NewEmpty\0"
    "PyCode_NewWithPosOnlyArgs\0"
    "PyCode_Optimize\0"
    "PyCode_Type\0"
    "PyCodec_BackslashReplaceErrors\0"
    "PyCodec_Decode\0"
    "PyCodec_Decoder\0"
    "PyCodec_Encode\0"
    "PyCodec_Encoder\0"
    "PyCodec_IgnoreErrors\0"
    "PyCodec_IncrementalDecoder\0"
    "PyCodec_IncrementalEncoder\0"
    "PyCodec_KnownEncoding\0"
    "PyCodec_LookupError\0"
    "PyCodec_NameReplaceErrors\0"
    "PyCodec_Register\0"
    "PyCodec_RegisterError\0"
    "PyCodec_ReplaceErrors\0"
    "PyCodec_StreamReader\0"
    "PyCodec_StreamWriter\0"
    "PyCodec_StrictErrors\0"
    "PyCodec_Unregister\0"
    "PyCodec_XMLCharRefReplaceErrors\0"
    "PyCompileString\0"
    "PyCompile_OpcodeStackEffect\0"
    "PyCompile_OpcodeStackEffectWithJump\0"
    "PyComplex_AsCComplex\0"
    "PyComplex_FromCComplex\0"
    "PyComplex_FromDoubles\0"
    "PyComplex_ImagAsDouble\0"
    "PyComplex_RealAsDouble\0"
    "PyComplex_Type\0"
    "PyConfig_Clear\0"
    "PyConfig_Get\0"
    "PyConfig_GetInt\0"
    "PyConfig_InitIsolatedConfig\0"
    "PyConfig_InitPythonConfig\0"
    "PyConfig_Names\0"
    "PyConfig_Read\0"
    "PyConfig_Set\0"
    "PyConfig_SetArgv\0"
    "PyConfig_SetBytesArgv\0"
    "PyConfig_SetBytesString\0"
    "PyConfig_SetString\0"
    "PyConfig_SetWideStringList\0"
    "PyContextTokenMissing_Type\0"
    "PyContextToken_Type\0"
    "PyContextVar_Get\0"
    "PyContextVar_New\0"
    "PyContextVar_Reset\0"
    "PyContextVar_Set\0"
    "PyContextVar_Type\0"
    "PyContext_AddWatcher\0"
    "PyContext_ClearFreeList\0"
    "PyContext_ClearWatcher\0"
    "PyContext_Copy\0"
    "PyContext_CopyCurrent\0"
    "PyContext_Enter\0"
    "PyContext_Exit\0"
    "PyContext_New\0"
    "PyContext_Type\0"
    "PyCoro_New\0"
    "PyCoro_Type\0"
    "PyCriticalSection2_Begin\0"
    "PyCriticalSection2_BeginMutex\0"
    "PyCriticalSection2_End\0"
    "PyCriticalSection_Begin\0"
    "PyCriticalSection_BeginMutex\0"
    "PyCriticalSection_End\0"
    "PyDescr_IsData\0"
    "PyDescr_NewClassMethod\0"
    "PyDescr_NewGetSet\0"
    "PyDescr_NewMember\0"
    "PyDescr_NewMethod\0"
    "PyDescr_NewWrapper\0"
    "PyDictItems_Type\0"
    "PyDictIterItem_Type\0"
    "PyDictIterKey_Type\0"
    "PyDictIterValue_Type\0"
    "PyDictKeys_Type\0"
    "PyDictProxy_New\0"
    "PyDictProxy_Type\0"
    "PyDictRevIterItem_Type\0"
    "PyDictRevIterKey_Type\0"
    "PyDictRevIterValue_Type\0"
    "PyDictValues_Type\0"
    "PyDict_AddWatcher\0"
    "PyDict_Clear\0"
    "PyDict_ClearFreeList\0"
    "PyDict_ClearWatcher\0"
    "PyDict_Contains\0"
    "PyDict_ContainsString\0"
    "PyDict_Copy\0"
    "PyDict_DelItem\0"
    "PyDict_DelItemString\0"
    "PyDict_Fini\0"
    "PyDict_GetItem\0"
    "PyDict_GetItemRef\0"
    "PyDict_GetItemString\0"
    "PyDict_GetItemStringRef\0"
    "PyDict_GetItemWithError\0"
    "PyDict_Items\0"
    "PyDict_Keys\0"
    "PyDict_Merge\0"
    "PyDict_MergeFromSeq2\0"
    "PyDict_New\0"
    "PyDict_Next\0"
    "PyDict_Pop\0"
    "PyDict_PopString\0"
    "PyDict_SetDefault\0"
    "PyDict_SetDefaultRef\0"
    "PyDict_SetItem\0"
    "PyDict_SetItemString\0"
    "PyDict_Size\0"
    "PyDict_Type\0"
    "PyDict_Unwatch\0"
    "PyDict_Update\0"
    "PyDict_Values\0"
    "PyDict_Watch\0"
    "PyEllipsis_Type\0"
    "PyEnum_Type\0"
    "PyErr_BadArgument\0"
    "PyErr_BadInternalCall\0"
    "PyErr_CheckSignals\0"
    "PyErr_Clear\0"
    "PyErr_Display\0"
    "PyErr_DisplayException\0"
    "PyErr_ExceptionMatches\0"
    "PyErr_Fetch\0"
    "PyErr_Format\0"
    "PyErr_FormatUnraisable\0"
    "PyErr_FormatV\0"
    "PyErr_GetExcInfo\0"
    "PyErr_GetHandledException\0"
    "PyErr_GetRaisedException\0"
    "PyErr_GivenExceptionMatches\0"
    "PyErr_NewException\0"
    "PyErr_NewExceptionWithDoc\0"
    "PyErr_NoMemory\0"
    "PyErr_NormalizeException\0"
    "PyErr_Occurred\0"
    "PyErr_Print\0"
    "PyErr_PrintEx\0"
    "PyErr_ProgramText\0"
    "PyErr_ProgramTextObject\0"
    "PyErr_RangedSyntaxLocationObject\0"
    "PyErr_ResourceWarning\0"
    "PyErr_Restore\0"
    "PyErr_SetExcFromWindowsErr\0"
    "PyErr_SetExcFromWindowsErrWithFilename\0"
    "PyErr_SetExcFromWindowsErrWithFilenameObject\0"
    "PyErr_SetExcFromWindowsErrWithFilenameObjects\0"
    "PyErr_SetExcInfo\0"
    "PyErr_SetFromErrno\0"
    "PyErr_SetFromErrnoWithFilename\0"
    "PyErr_SetFromErrnoWithFilenameObject\0"
    "PyErr_SetFromErrnoWithFilenameObjects\0"
    "PyErr_SetFromWindowsErr\0"
    "PyErr_SetFromWindowsErrWithFilename\0"
    "PyErr_SetHandledException\0"
    "PyErr_SetImportError\0"
    "PyErr_SetImportErrorSubclass\0"
    "PyErr_SetInterrupt\0"
    "PyErr_SetInterruptEx\0"
    "PyErr_SetNone\0"
    "PyErr_SetObject\0"
    "PyErr_SetRaisedException\0"
    "PyErr_SetString\0"
    "PyErr_SyntaxLocation\0"
    "PyErr_SyntaxLocationEx\0"
    "PyErr_SyntaxLocationObject\0"
    "PyErr_Warn\0"
    "PyErr_WarnEx\0"
    "PyErr_WarnExplicit\0"
    "PyErr_WarnExplicitFormat\0"
    "PyErr_WarnExplicitObject\0"
    "PyErr_WarnFormat\0"
    "PyErr_WriteUnraisable\0"
    "PyEval_AcquireLock\0"
    "PyEval_AcquireThread\0"
    "PyEval_CallFunction\0"
    "PyEval_CallMethod\0"
    "PyEval_CallObjectWithKeywords\0"
    "PyEval_EvalCode\0"
    "PyEval_EvalCodeEx\0"
    "PyEval_EvalFrame\0"
    "PyEval_EvalFrameEx\0"
    "PyEval_GetBuiltins\0"
    "PyEval_GetCallStats\0"
    "PyEval_GetFrame\0"
    "PyEval_GetFrameBuiltins\0"
    "PyEval_GetFrameGlobals\0"
    "PyEval_GetFrameLocals\0"
    "PyEval_GetFuncDesc\0"
    "PyEval_GetFuncName\0"
    "PyEval_GetGlobals\0"
    "PyEval_GetLocals\0"
    "PyEval_InitThreads\0"
    "PyEval_MergeCompilerFlags\0"
    "PyEval_ReInitThreads\0"
    "PyEval_ReleaseLock\0"
    "PyEval_ReleaseThread\0"
    "PyEval_RestoreThread\0"
    "PyEval_SaveThread\0"
    "PyEval_SetProfile\0"
    "PyEval_SetProfileAllThreads\0"
    "PyEval_SetTrace\0"
    "PyEval_SetTraceAllThreads\0"
    "PyEval_ThreadsInitialized\0"
    "PyEvent_Wait\0"
    "PyEvent_WaitTimed\0"
    "PyExc_ArithmeticError\0"
    "PyExc_AssertionError\0"
    "PyExc_AttributeError\0"
    "PyExc_BaseException\0"
    "PyExc_BaseExceptionGroup\0"
    "PyExc_BlockingIOError\0"
    "PyExc_BrokenPipeError\0"
    "PyExc_BufferError\0"
    "PyExc_BytesWarning\0"
    "PyExc_ChildProcessError\0"
    "PyExc_ConnectionAbortedError\0"
    "PyExc_ConnectionError\0"
    "PyExc_ConnectionRefusedError\0"
    "PyExc_ConnectionResetError\0"
    "PyExc_DeprecationWarning\0"
    "PyExc_EOFError\0"
    "PyExc_EncodingWarning\0"
    "PyExc_EnvironmentError\0"
    "PyExc_Exception\0"
    "PyExc_FileExistsError\0"
    "PyExc_FileNotFoundError\0"
    "PyExc_FloatingPointError\0"
    "PyExc_FutureWarning\0"
    "PyExc_GeneratorExit\0"
    "PyExc_IOError\0"
    "PyExc_ImportCycleError\0"
    "PyExc_ImportError\0"
    "PyExc_ImportWarning\0"
    "PyExc_IndentationError\0"
    "PyExc_IndexError\0"
    "PyExc_InterpreterError\0"
    "PyExc_InterpreterNotFoundError\0"
    "PyExc_InterruptedError\0"
    "PyExc_IsADirectoryError\0"
    "PyExc_KeyError\0"
    "PyExc_KeyboardInterrupt\0"
    "PyExc_LookupError\0"
    "PyExc_MemoryError\0"
    "PyExc_ModuleNotFoundError\0"
    "PyExc_NameError\0"
    "PyExc_NotADirectoryError\0"
    "PyExc_NotImplementedError\0"
    "PyExc_OSError\0"
    "PyExc_OverflowError\0"
    "PyExc_PendingDeprecationWarning\0"
    "PyExc_PermissionError\0"
    "PyExc_ProcessLookupError\0"
    "PyExc_PythonFinalizationError\0"
    "PyExc_RecursionError\0"
    "PyExc_ReferenceError\0"
    "PyExc_ResourceWarning\0"
    "PyExc_RuntimeError\0"
    "PyExc_RuntimeWarning\0"
    "PyExc_StopAsyncIteration\0"
    "PyExc_StopIteration\0"
    "PyExc_SyntaxError\0"
    "PyExc_SyntaxWarning\0"
    "PyExc_SystemError\0"
    "PyExc_SystemExit\0"
    "PyExc_TabError\0"
    "PyExc_TimeoutError\0"
    "PyExc_TypeError\0"
    "PyExc_UnboundLocalError\0"
    "PyExc_UnicodeDecodeError\0"
    "PyExc_UnicodeEncodeError\0"
    "PyExc_UnicodeError\0"
    "PyExc_UnicodeTranslateError\0"
    "PyExc_UnicodeWarning\0"
    "PyExc_UserWarning\0"
    "PyExc_ValueError\0"
    "PyExc_Warning\0"
    "PyExc_WindowsError\0"
    "PyExc_ZeroDivisionError\0"
    "PyExceptionClass_Name\0"
    "PyException_GetArgs\0"
    "PyException_GetCause\0"
    "PyException_GetContext\0"
    "PyException_GetTraceback\0"
    "PyException_SetArgs\0"
    "PyException_SetCause\0"
    "PyException_SetContext\0"
    "PyException_SetTraceback\0"
    "PyFPE_counter\0"
    "PyFPE_dummy\0"
    "PyFPE_jbuf\0"
    "PyFileIO_Type\0"
    "PyFile_FromFd\0"
    "PyFile_GetLine\0"
    "PyFile_NewStdPrinter\0"
    "PyFile_OpenCode\0"
    "PyFile_OpenCodeObject\0"
    "PyFile_SetOpenCodeHook\0"
    "PyFile_WriteObject\0"
    "PyFile_WriteString\0"
    "PyFilter_Type\0"
    "PyFloat_AsDouble\0"
    "PyFloat_ClearFreeList\0"
    "PyFloat_Fini\0"
    "PyFloat_FromDouble\0"
    "PyFloat_FromString\0"
    "PyFloat_GetInfo\0"
    "PyFloat_GetMax\0"
    "PyFloat_GetMin\0"
    "PyFloat_Pack2\0"
    "PyFloat_Pack4\0"
    "PyFloat_Pack8\0"
    "PyFloat_Type\0"
    "PyFloat_Unpack2\0"
    "PyFloat_Unpack4\0"
    "PyFloat_Unpack8\0"
    "PyFrameLocalsProxy_Type\0"
    "PyFrame_BlockPop\0"
    "PyFrame_BlockSetup\0"
    "PyFrame_ClearFreeList\0"
    "PyFrame_FastToLocals\0"
    "PyFrame_FastToLocalsWithError\0"
    "PyFrame_Fini\0"
    "PyFrame_GetBack\0"
    "PyFrame_GetBuiltins\0"
    "PyFrame_GetCode\0"
    "PyFrame_GetGenerator\0"
    "PyFrame_GetGlobals\0"
    "PyFrame_GetLasti\0"
    "PyFrame_GetLineNumber\0"
    "PyFrame_GetLocals\0"
    "PyFrame_GetVar\0"
    "PyFrame_GetVarString\0"
    "PyFrame_LocalsToFast\0"
    "PyFrame_New\0"
    "PyFrame_Type\0"
    "PyFrozenDict_New\0"
    "PyFrozenDict_Type\0"
    "PyFrozenSet_New\0"
    "PyFrozenSet_Type\0"
    "PyFunction_AddWatcher\0"
    "PyFunction_ClearWatcher\0"
    "PyFunction_GetAnnotations\0"
    "PyFunction_GetClosure\0"
    "PyFunction_GetCode\0"
    "PyFunction_GetDefaults\0"
    "PyFunction_GetGlobals\0"
    "PyFunction_GetKwDefaults\0"
    "PyFunction_GetModule\0"
    "PyFunction_New\0"
    "PyFunction_NewWithQualName\0"
    "PyFunction_SetAnnotations\0"
    "PyFunction_SetClosure\0"
    "PyFunction_SetDefaults\0"
    "PyFunction_SetKwDefaults\0"
    "PyFunction_SetVectorcall\0"
    "PyFunction_Type\0"
    "PyFuture_FromAST\0"
    "PyFuture_FromASTObject\0"
    "PyGC_Collect\0"
    "PyGC_Disable\0"
    "PyGC_Enable\0"
    "PyGC_IsEnabled\0"
    "PyGILState_Check\0"
    "PyGILState_Ensure\0"
    "PyGILState_GetThisThreadState\0"
    "PyGILState_Release\0"
    "PyGen_GetCode\0"
    "PyGen_NeedsFinalizing\0"
    "PyGen_New\0"
    "PyGen_NewWithQualName\0"
    "PyGen_Type\0"
    "PyGetSetDescr_Type\0"
    "PyGrammar_AddAccelerators\0"
    "PyGrammar_FindDFA\0"
    "PyGrammar_LabelRepr\0"
    "PyGrammar_RemoveAccelerators\0"
    "PyHash_GetFuncDef\0"
    "PyIOBase_Type\0"
    "PyImport_AddModule\0"
    "PyImport_AddModuleObject\0"
    "PyImport_AddModuleRef\0"
    "PyImport_AppendInittab\0"
    "PyImport_Cleanup\0"
    "PyImport_CreateModuleFromInitfunc\0"
    "PyImport_ExecCodeModule\0"
    "PyImport_ExecCodeModuleEx\0"
    "PyImport_ExecCodeModuleObject\0"
    "PyImport_ExecCodeModuleWithPathnames\0"
    "PyImport_ExtendInittab\0"
    "PyImport_FrozenModules\0"
    "PyImport_GetImporter\0"
    "PyImport_GetLazyImportsFilter\0"
    "PyImport_GetLazyImportsMode\0"
    "PyImport_GetMagicNumber\0"
    "PyImport_GetMagicTag\0"
    "PyImport_GetModule\0"
    "PyImport_GetModuleDict\0"
    "PyImport_Import\0"
    "PyImport_ImportFrozenModule\0"
    "PyImport_ImportFrozenModuleObject\0"
    "PyImport_ImportModule\0"
    "PyImport_ImportModuleAttr\0"
    "PyImport_ImportModuleAttrString\0"
    "PyImport_ImportModuleLevel\0"
    "PyImport_ImportModuleLevelObject\0"
    "PyImport_ImportModuleNoBlock\0"
    "PyImport_Inittab\0"
    "PyImport_ReloadModule\0"
    "PyImport_SetLazyImportsFilter\0"
    "PyImport_SetLazyImportsMode\0"
    "PyIncrementalNewlineDecoder_Type\0"
    "PyIndex_Check\0"
    "PyInitConfig_AddModule\0"
    "PyInitConfig_Create\0"
    "PyInitConfig_Free\0"
    "PyInitConfig_FreeStrList\0"
    "PyInitConfig_GetError\0"
    "PyInitConfig_GetExitCode\0"
    "PyInitConfig_GetInt\0"
    "PyInitConfig_GetStr\0"
    "PyInitConfig_GetStrList\0"
    "PyInitConfig_HasOption\0"
    "PyInitConfig_SetInt\0"
    "PyInitConfig_SetStr\0"
    "PyInitConfig_SetStrList\0"
    "PyInit__abc\0"
    "PyInit__ast\0"
    "PyInit__asyncio\0"
    "PyInit__bisect\0"
    "PyInit__blake2\0"
    "PyInit__codecs\0"
    "PyInit__collections\0"
    "PyInit__contextvars\0"
    "PyInit__csv\0"
    "PyInit__datetime\0"
    "PyInit__elementtree\0"
    "PyInit__functools\0"
    "PyInit__heapq\0"
    "PyInit__imp\0"
    "PyInit__io\0"
    "PyInit__json\0"
    "PyInit__locale\0"
    "PyInit__math_integer\0"
    "PyInit__md5\0"
    "PyInit__opcode\0"
    "PyInit__operator\0"
    "PyInit__peg_parser\0"
    "PyInit__pickle\0"
    "PyInit__posixsubprocess\0"
    "PyInit__random\0"
    "PyInit__sha1\0"
    "PyInit__sha2\0"
    "PyInit__sha256\0"
    "PyInit__sha3\0"
    "PyInit__sha512\0"
    "PyInit__signal\0"
    "PyInit__socket\0"
    "PyInit__sre\0"
    "PyInit__stat\0"
    "PyInit__statistics\0"
    "PyInit__string\0"
    "PyInit__struct\0"
    "PyInit__suggestions\0"
    "PyInit__symtable\0"
    "PyInit__sysconfig\0"
    "PyInit__thread\0"
    "PyInit__tokenize\0"
    "PyInit__tracemalloc\0"
    "PyInit__types\0"
    "PyInit__typing\0"
    "PyInit__weakref\0"
    "PyInit__zstd\0"
    "PyInit_array\0"
    "PyInit_atexit\0"
    "PyInit_binascii\0"
    "PyInit_cmath\0"
    "PyInit_errno\0"
    "PyInit_faulthandler\0"
    "PyInit_fcntl\0"
    "PyInit_gc\0"
    "PyInit_grp\0"
    "PyInit_imp\0"
    "PyInit_itertools\0"
    "PyInit_math\0"
    "PyInit_posix\0"
    "PyInit_pwd\0"
    "PyInit_pyexpat\0"
    "PyInit_select\0"
    "PyInit_spwd\0"
    "PyInit_syslog\0"
    "PyInit_time\0"
    "PyInit_unicodedata\0"
    "PyInit_xxsubtype\0"
    "PyInit_zipimport\0"
    "PyInit_zlib\0"
    "PyInstanceMethod_Function\0"
    "PyInstanceMethod_New\0"
    "PyInstanceMethod_Type\0"
    "PyInterpreterGuard_Close\0"
    "PyInterpreterGuard_FromCurrent\0"
    "PyInterpreterGuard_FromView\0"
    "PyInterpreterState_Clear\0"
    "PyInterpreterState_Delete\0"
    "PyInterpreterState_Get\0"
    "PyInterpreterState_GetDict\0"
    "PyInterpreterState_GetID\0"
    "PyInterpreterState_Head\0"
    "PyInterpreterState_Main\0"
    "PyInterpreterState_New\0"
    "PyInterpreterState_Next\0"
    "PyInterpreterState_ThreadHead\0"
    "PyInterpreterView_Close\0"
    "PyInterpreterView_FromCurrent\0"
    "PyInterpreterView_FromMain\0"
    "PyIter_Check\0"
    "PyIter_Next\0"
    "PyIter_NextItem\0"
    "PyIter_Send\0"
    "PyLazyImport_Type\0"
    "PyListIter_Type\0"
    "PyListRevIter_Type\0"
    "PyList_Append\0"
    "PyList_AsTuple\0"
    "PyList_Clear\0"
    "PyList_ClearFreeList\0"
    "PyList_Extend\0"
    "PyList_Fini\0"
    "PyList_GetItem\0"
    "PyList_GetItemRef\0"
    "PyList_GetSlice\0"
    "PyList_Insert\0"
    "PyList_New\0"
    "PyList_Reverse\0"
    "PyList_SetItem\0"
    "PyList_SetSlice\0"
    "PyList_Size\0"
    "PyList_Sort\0"
    "PyList_Type\0"
    "PyLongRangeIter_Type\0"
    "PyLongWriter_Create\0"
    "PyLongWriter_Discard\0"
    "PyLongWriter_Finish\0"
    "PyLong_AsDouble\0"
    "PyLong_AsInt\0"
    "PyLong_AsInt32\0"
    "PyLong_AsInt64\0"
    "PyLong_AsLong\0"
    "PyLong_AsLongAndOverflow\0"
    "PyLong_AsLongLong\0"
    "PyLong_AsLongLongAndOverflow\0"
    "PyLong_AsNativeBytes\0"
    "PyLong_AsSize_t\0"
    "PyLong_AsSsize_t\0"
    "PyLong_AsUInt32\0"
    "PyLong_AsUInt64\0"
    "PyLong_AsUnsignedLong\0"
    "PyLong_AsUnsignedLongLong\0"
    "PyLong_AsUnsignedLongLongMask\0"
    "PyLong_AsUnsignedLongMask\0"
    "PyLong_AsVoidPtr\0"
    "PyLong_Export\0"
    "PyLong_Fini\0"
    "PyLong_FreeExport\0"
    "PyLong_FromDouble\0"
    "PyLong_FromInt32\0"
    "PyLong_FromInt64\0"
    "PyLong_FromLong\0"
    "PyLong_FromLongLong\0"
    "PyLong_FromNativeBytes\0"
    "PyLong_FromSize_t\0"
    "PyLong_FromSsize_t\0"
    "PyLong_FromString\0"
    "PyLong_FromUInt32\0"
    "PyLong_FromUInt64\0"
    "PyLong_FromUnicode\0"
    "PyLong_FromUnicodeObject\0"
    "PyLong_FromUnsignedLong\0"
    "PyLong_FromUnsignedLongLong\0"
    "PyLong_FromUnsignedNativeBytes\0"
    "PyLong_FromVoidPtr\0"
    "PyLong_GetInfo\0"
    "PyLong_GetNativeLayout\0"
    "PyLong_GetSign\0"
    "PyLong_IsNegative\0"
    "PyLong_IsPositive\0"
    "PyLong_IsZero\0"
    "PyLong_Type\0"
    "PyMap_Type\0"
    "PyMapping_Check\0"
    "PyMapping_GetItemString\0"
    "PyMapping_GetOptionalItem\0"
    "PyMapping_GetOptionalItemString\0"
    "PyMapping_HasKey\0"
    "PyMapping_HasKeyString\0"
    "PyMapping_HasKeyStringWithError\0"
    "PyMapping_HasKeyWithError\0"
    "PyMapping_Items\0"
    "PyMapping_Keys\0"
    "PyMapping_Length\0"
    "PyMapping_SetItemString\0"
    "PyMapping_Size\0"
    "PyMapping_Values\0"
    "PyMarshal_Init\0"
    "PyMarshal_ReadLastObjectFromFile\0"
    "PyMarshal_ReadLongFromFile\0"
    "PyMarshal_ReadObjectFromFile\0"
    "PyMarshal_ReadObjectFromString\0"
    "PyMarshal_ReadShortFromFile\0"
    "PyMarshal_WriteLongToFile\0"
    "PyMarshal_WriteObjectToFile\0"
    "PyMarshal_WriteObjectToString\0"
    "PyMem_Calloc\0"
    "PyMem_Free\0"
    "PyMem_GetAllocator\0"
    "PyMem_Malloc\0"
    "PyMem_RawCalloc\0"
    "PyMem_RawFree\0"
    "PyMem_RawMalloc\0"
    "PyMem_RawRealloc\0"
    "PyMem_Realloc\0"
    "PyMem_SetAllocator\0"
    "PyMem_SetupDebugHooks\0"
    "PyMemberDescr_Type\0"
    "PyMember_GetOne\0"
    "PyMember_SetOne\0"
    "PyMemoryView_FromBuffer\0"
    "PyMemoryView_FromMemory\0"
    "PyMemoryView_FromObject\0"
    "PyMemoryView_GetContiguous\0"
    "PyMemoryView_Type\0"
    "PyMethodDescr_Type\0"
    "PyMethod_ClearFreeList\0"
    "PyMethod_Fini\0"
    "PyMethod_Function\0"
    "PyMethod_New\0"
    "PyMethod_Self\0"
    "PyMethod_Type\0"
    "PyModuleDef_Init\0"
    "PyModuleDef_Type\0"
    "PyModule_Add\0"
    "PyModule_AddFunctions\0"
    "PyModule_AddIntConstant\0"
    "PyModule_AddObject\0"
    "PyModule_AddObjectRef\0"
    "PyModule_AddStringConstant\0"
    "PyModule_AddType\0"
    "PyModule_Create2\0"
    "PyModule_Exec\0"
    "PyModule_ExecDef\0"
    "PyModule_FromDefAndSpec2\0"
    "PyModule_FromSlotsAndSpec\0"
    "PyModule_GetDef\0"
    "PyModule_GetDict\0"
    "PyModule_GetFilename\0"
    "PyModule_GetFilenameObject\0"
    "PyModule_GetName\0"
    "PyModule_GetNameObject\0"
    "PyModule_GetState\0"
    "PyModule_GetStateSize\0"
    "PyModule_GetState_DuringGC\0"
    "PyModule_GetToken\0"
    "PyModule_GetToken_DuringGC\0"
    "PyModule_GetWarningsModule\0"
    "PyModule_New\0"
    "PyModule_NewObject\0"
    "PyModule_SetDocString\0"
    "PyModule_Type\0"
    "PyMonitoring_EnterScope\0"
    "PyMonitoring_ExitScope\0"
    "PyMutex_IsLocked\0"
    "PyMutex_Lock\0"
    "PyMutex_Unlock\0"
    "PyNode_AddChild\0"
    "PyNode_Compile\0"
    "PyNode_Free\0"
    "PyNode_ListTree\0"
    "PyNode_New\0"
    "PyNumber_Absolute\0"
    "PyNumber_Add\0"
    "PyNumber_And\0"
    "PyNumber_AsOff_t\0"
    "PyNumber_AsSsize_t\0"
    "PyNumber_Check\0"
    "PyNumber_Divmod\0"
    "PyNumber_Float\0"
    "PyNumber_FloorDivide\0"
    "PyNumber_InMatrixMultiply\0"
    "PyNumber_InPlaceAdd\0"
    "PyNumber_InPlaceAnd\0"
    "PyNumber_InPlaceFloorDivide\0"
    "PyNumber_InPlaceLshift\0"
    "PyNumber_InPlaceMatrixMultiply\0"
    "PyNumber_InPlaceMultiply\0"
    "PyNumber_InPlaceOr\0"
    "PyNumber_InPlacePower\0"
    "PyNumber_InPlaceRemainder\0"
    "PyNumber_InPlaceRshift\0"
    "PyNumber_InPlaceSubtract\0"
    "PyNumber_InPlaceTrueDivide\0"
    "PyNumber_InPlaceXor\0"
    "PyNumber_Index\0"
    "PyNumber_Invert\0"
    "PyNumber_Long\0"
    "PyNumber_Lshift\0"
    "PyNumber_MatrixMultiply\0"
    "PyNumber_Multiply\0"
    "PyNumber_Negative\0"
    "PyNumber_Or\0"
    "PyNumber_Positive\0"
    "PyNumber_Power\0"
    "PyNumber_Remainder\0"
    "PyNumber_Rshift\0"
    "PyNumber_Subtract\0"
    "PyNumber_ToBase\0"
    "PyNumber_TrueDivide\0"
    "PyNumber_Xor\0"
    "PyODictItems_Type\0"
    "PyODictIter_Type\0"
    "PyODictKeys_Type\0"
    "PyODictValues_Type\0"
    "PyODict_DelItem\0"
    "PyODict_New\0"
    "PyODict_SetItem\0"
    "PyODict_Type\0"
    "PyOS_AfterFork\0"
    "PyOS_AfterFork_Child\0"
    "PyOS_AfterFork_Parent\0"
    "PyOS_BeforeFork\0"
    "PyOS_CheckStack\0"
    "PyOS_FSPath\0"
    "PyOS_FiniInterrupts\0"
    "PyOS_InitInterrupts\0"
    "PyOS_InputHook\0"
    "PyOS_InterruptOccurred\0"
    "PyOS_Readline\0"
    "PyOS_ReadlineFunctionPointer\0"
    "PyOS_StdioReadline\0"
    "PyOS_double_to_string\0"
    "PyOS_getsig\0"
    "PyOS_mystricmp\0"
    "PyOS_mystrnicmp\0"
    "PyOS_setsig\0"
    "PyOS_snprintf\0"
    "PyOS_string_to_double\0"
    "PyOS_strtol\0"
    "PyOS_strtoul\0"
    "PyOS_vsnprintf\0"
    "PyObject_ASCII\0"
    "PyObject_AsCharBuffer\0"
    "PyObject_AsFileDescriptor\0"
    "PyObject_AsReadBuffer\0"
    "PyObject_AsWriteBuffer\0"
    "PyObject_Bytes\0"
    "PyObject_Call\0"
    "PyObject_CallFinalizer\0"
    "PyObject_CallFinalizerFromDealloc\0"
    "PyObject_CallFunction\0"
    "PyObject_CallFunctionObjArgs\0"
    "PyObject_CallMethod\0"
    "PyObject_CallMethodObjArgs\0"
    "PyObject_CallNoArgs\0"
    "PyObject_CallObject\0"
    "PyObject_CallOneArg\0"
    "PyObject_Calloc\0"
    "PyObject_CheckBuffer\0"
    "PyObject_CheckReadBuffer\0"
    "PyObject_ClearManagedDict\0"
    "PyObject_ClearWeakRefs\0"
    "PyObject_CopyData\0"
    "PyObject_DelAttr\0"
    "PyObject_DelAttrString\0"
    "PyObject_DelItem\0"
    "PyObject_DelItemString\0"
    "PyObject_Dir\0"
    "PyObject_Dump\0"
    "PyObject_Format\0"
    "PyObject_Free\0"
    "PyObject_GC_Del\0"
    "PyObject_GC_IsFinalized\0"
    "PyObject_GC_IsTracked\0"
    "PyObject_GC_Track\0"
    "PyObject_GC_UnTrack\0"
    "PyObject_GET_WEAKREFS_LISTPTR\0"
    "PyObject_GenericGetAttr\0"
    "PyObject_GenericGetDict\0"
    "PyObject_GenericHash\0"
    "PyObject_GenericSetAttr\0"
    "PyObject_GenericSetDict\0"
    "PyObject_GetAIter\0"
    "PyObject_GetArenaAllocator\0"
    "PyObject_GetAttr\0"
    "PyObject_GetAttrString\0"
    "PyObject_GetBuffer\0"
    "PyObject_GetItem\0"
    "PyObject_GetItemData\0"
    "PyObject_GetItemData_DuringGC\0"
    "PyObject_GetIter\0"
    "PyObject_GetOptionalAttr\0"
    "PyObject_GetOptionalAttrString\0"
    "PyObject_GetTypeData\0"
    "PyObject_GetTypeData_DuringGC\0"
    "PyObject_HasAttr\0"
    "PyObject_HasAttrString\0"
    "PyObject_HasAttrStringWithError\0"
    "PyObject_HasAttrWithError\0"
    "PyObject_Hash\0"
    "PyObject_HashNotImplemented\0"
    "PyObject_IS_GC\0"
    "PyObject_Init\0"
    "PyObject_InitVar\0"
    "PyObject_IsInstance\0"
    "PyObject_IsSubclass\0"
    "PyObject_IsTrue\0"
    "PyObject_Length\0"
    "PyObject_LengthHint\0"
    "PyObject_Malloc\0"
    "PyObject_Not\0"
    "PyObject_Print\0"
    "PyObject_Realloc\0"
    "PyObject_Repr\0"
    "PyObject_RichCompare\0"
    "PyObject_RichCompareBool\0"
    "PyObject_SelfIter\0"
    "PyObject_SetArenaAllocator\0"
    "PyObject_SetAttr\0"
    "PyObject_SetAttrString\0"
    "PyObject_SetItem\0"
    "PyObject_Size\0"
    "PyObject_Str\0"
    "PyObject_Type\0"
    "PyObject_Vectorcall\0"
    "PyObject_VectorcallDict\0"
    "PyObject_VectorcallMethod\0"
    "PyObject_VisitManagedDict\0"
    "PyParser_ASTFromFile\0"
    "PyParser_ASTFromFileObject\0"
    "PyParser_ASTFromString\0"
    "PyParser_ASTFromStringObject\0"
    "PyParser_AddToken\0"
    "PyParser_ClearError\0"
    "PyParser_Delete\0"
    "PyParser_New\0"
    "PyParser_ParseFile\0"
    "PyParser_ParseFileFlags\0"
    "PyParser_ParseFileFlagsEx\0"
    "PyParser_ParseFileObject\0"
    "PyParser_ParseString\0"
    "PyParser_ParseStringFlags\0"
    "PyParser_ParseStringFlagsFilename\0"
    "PyParser_ParseStringFlagsFilenameEx\0"
    "PyParser_ParseStringObject\0"
    "PyParser_SetError\0"
    "PyParser_SimpleParseFile\0"
    "PyParser_SimpleParseFileFlags\0"
    "PyParser_SimpleParseString\0"
    "PyParser_SimpleParseStringFilename\0"
    "PyParser_SimpleParseStringFlags\0"
    "PyParser_SimpleParseStringFlagsFilename\0"
    "PyPegen_ASTFromFileObject\0"
    "PyPegen_ASTFromFilename\0"
    "PyPegen_ASTFromString\0"
    "PyPegen_ASTFromStringObject\0"
    "PyPickleBuffer_FromObject\0"
    "PyPickleBuffer_GetBuffer\0"
    "PyPickleBuffer_Release\0"
    "PyPickleBuffer_Type\0"
    "PyPreConfig_InitIsolatedConfig\0"
    "PyPreConfig_InitPythonConfig\0"
    "PyProperty_Type\0"
    "PyRangeIter_Type\0"
    "PyRange_Type\0"
    "PyRawIOBase_Type\0"
    "PyRefTracer_GetTracer\0"
    "PyRefTracer_SetTracer\0"
    "PyReversed_Type\0"
    "PyRun_AnyFile\0"
    "PyRun_AnyFileEx\0"
    "PyRun_AnyFileExFlags\0"
    "PyRun_AnyFileFlags\0"
    "PyRun_File\0"
    "PyRun_FileEx\0"
    "PyRun_FileExFlags\0"
    "PyRun_FileFlags\0"
    "PyRun_InteractiveLoop\0"
    "PyRun_InteractiveLoopFlags\0"
    "PyRun_InteractiveOne\0"
    "PyRun_InteractiveOneFlags\0"
    "PyRun_InteractiveOneObject\0"
    "PyRun_SimpleFile\0"
    "PyRun_SimpleFileEx\0"
    "PyRun_SimpleFileExFlags\0"
    "PyRun_SimpleString\0"
    "PyRun_SimpleStringFlags\0"
    "PyRun_String\0"
    "PyRun_StringFlags\0"
    "PySTEntry_Type\0"
    "PyST_GetScope\0"
    "PySentinel_New\0"
    "PySentinel_Type\0"
    "PySeqIter_New\0"
    "PySeqIter_Type\0"
    "PySequence_Check\0"
    "PySequence_Concat\0"
    "PySequence_Contains\0"
    "PySequence_Count\0"
    "PySequence_DelItem\0"
    "PySequence_DelSlice\0"
    "PySequence_Fast\0"
    "PySequence_GetItem\0"
    "PySequence_GetSlice\0"
    "PySequence_In\0"
    "PySequence_InPlaceConcat\0"
    "PySequence_InPlaceRepeat\0"
    "PySequence_Index\0"
    "PySequence_Length\0"
    "PySequence_List\0"
    "PySequence_Repeat\0"
    "PySequence_SetItem\0"
    "PySequence_SetSlice\0"
    "PySequence_Size\0"
    "PySequence_Tuple\0"
    "PySetIter_Type\0"
    "PySet_Add\0"
    "PySet_Clear\0"
    "PySet_ClearFreeList\0"
    "PySet_Contains\0"
    "PySet_Discard\0"
    "PySet_Fini\0"
    "PySet_New\0"
    "PySet_Pop\0"
    "PySet_Size\0"
    "PySet_Type\0"
    "PySignal_SetWakeupFd\0"
    "PySlice_AdjustIndices\0"
    "PySlice_Fini\0"
    "PySlice_GetIndices\0"
    "PySlice_GetIndicesEx\0"
    "PySlice_New\0"
    "PySlice_Type\0"
    "PySlice_Unpack\0"
    "PyState_AddModule\0"
    "PyState_FindModule\0"
    "PyState_RemoveModule\0"
    "PyStaticMethod_New\0"
    "PyStaticMethod_Type\0"
    "PyStatus_Error\0"
    "PyStatus_Exception\0"
    "PyStatus_Exit\0"
    "PyStatus_IsError\0"
    "PyStatus_IsExit\0"
    "PyStatus_NoMemory\0"
    "PyStatus_Ok\0"
    "PyStdPrinter_Type\0"
    "PyStringIO_Type\0"
    "PyStructSequence_GetItem\0"
    "PyStructSequence_InitType\0"
    "PyStructSequence_InitType2\0"
    "PyStructSequence_New\0"
    "PyStructSequence_NewType\0"
    "PyStructSequence_SetItem\0"
    "PyStructSequence_UnnamedField\0"
    "PySuper_Type\0"
    "PySymtable_Build\0"
    "PySymtable_BuildObject\0"
    "PySymtable_Free\0"
    "PySymtable_Lookup\0"
    "PySys_AddAuditHook\0"
    "PySys_AddWarnOption\0"
    "PySys_AddWarnOptionUnicode\0"
    "PySys_AddXOption\0"
    "PySys_Audit\0"
    "PySys_AuditTuple\0"
    "PySys_FormatStderr\0"
    "PySys_FormatStdout\0"
    "PySys_GetAttr\0"
    "PySys_GetAttrString\0"
    "PySys_GetObject\0"
    "PySys_GetOptionalAttr\0"
    "PySys_GetOptionalAttrString\0"
    "PySys_GetXOptions\0"
    "PySys_HasWarnOptions\0"
    "PySys_ResetWarnOptions\0"
    "PySys_SetArgv\0"
    "PySys_SetArgvEx\0"
    "PySys_SetObject\0"
    "PySys_SetPath\0"
    "PySys_WriteStderr\0"
    "PySys_WriteStdout\0"
    "PyTextIOBase_Type\0"
    "PyTextIOWrapper_Type\0"
    "PyThreadState_Clear\0"
    "PyThreadState_Delete\0"
    "PyThreadState_DeleteCurrent\0"
    "PyThreadState_Ensure\0"
    "PyThreadState_EnsureFromView\0"
    "PyThreadState_EnterTracing\0"
    "PyThreadState_Get\0"
    "PyThreadState_GetDict\0"
    "PyThreadState_GetFrame\0"
    "PyThreadState_GetID\0"
    "PyThreadState_GetInterpreter\0"
    "PyThreadState_GetUnchecked\0"
    "PyThreadState_LeaveTracing\0"
    "PyThreadState_New\0"
    "PyThreadState_Next\0"
    "PyThreadState_Release\0"
    "PyThreadState_SetAsyncExc\0"
    "PyThreadState_Swap\0"
    "PyThread_GetInfo\0"
    "PyThread_ParseTimeoutArg\0"
    "PyThread_ReInitTLS\0"
    "PyThread_acquire_lock\0"
    "PyThread_acquire_lock_timed\0"
    "PyThread_acquire_lock_timed_with_retries\0"
    "PyThread_allocate_lock\0"
    "PyThread_create_key\0"
    "PyThread_delete_key\0"
    "PyThread_delete_key_value\0"
    "PyThread_detach_thread\0"
    "PyThread_exit_thread\0"
    "PyThread_free_lock\0"
    "PyThread_get_key_value\0"
    "PyThread_get_stacksize\0"
    "PyThread_get_thread_ident\0"
    "PyThread_get_thread_ident_ex\0"
    "PyThread_get_thread_native_id\0"
    "PyThread_init_thread\0"
    "PyThread_join_thread\0"
    "PyThread_release_lock\0"
    "PyThread_set_key_value\0"
    "PyThread_set_stacksize\0"
    "PyThread_start_joinable_thread\0"
    "PyThread_start_new_thread\0"
    "PyThread_tss_alloc\0"
    "PyThread_tss_create\0"
    "PyThread_tss_delete\0"
    "PyThread_tss_free\0"
    "PyThread_tss_get\0"
    "PyThread_tss_is_created\0"
    "PyThread_tss_set\0"
    "PyTime_AsSecondsDouble\0"
    "PyTime_Monotonic\0"
    "PyTime_MonotonicRaw\0"
    "PyTime_PerfCounter\0"
    "PyTime_PerfCounterRaw\0"
    "PyTime_Time\0"
    "PyTime_TimeRaw\0"
    "PyToken_OneChar\0"
    "PyToken_ThreeChars\0"
    "PyToken_TwoChars\0"
    "PyTokenizer_FindEncoding\0"
    "PyTokenizer_FindEncodingFilename\0"
    "PyTokenizer_Free\0"
    "PyTokenizer_FromFile\0"
    "PyTokenizer_FromString\0"
    "PyTokenizer_FromUTF8\0"
    "PyTokenizer_Get\0"
    "PyTraceBack_Here\0"
    "PyTraceBack_Print\0"
    "PyTraceBack_Type\0"
    "PyTraceMalloc_Track\0"
    "PyTraceMalloc_Untrack\0"
    "PyTupleIter_Type\0"
    "PyTuple_ClearFreeList\0"
    "PyTuple_Fini\0"
    "PyTuple_FromArray\0"
    "PyTuple_GetItem\0"
    "PyTuple_GetSlice\0"
    "PyTuple_New\0"
    "PyTuple_Pack\0"
    "PyTuple_SetItem\0"
    "PyTuple_Size\0"
    "PyTuple_Type\0"
    "PyType_AddWatcher\0"
    "PyType_ClearCache\0"
    "PyType_ClearWatcher\0"
    "PyType_Freeze\0"
    "PyType_FromMetaclass\0"
    "PyType_FromModuleAndSpec\0"
    "PyType_FromSlots\0"
    "PyType_FromSpec\0"
    "PyType_FromSpecWithBases\0"
    "PyType_GenericAlloc\0"
    "PyType_GenericNew\0"
    "PyType_GetBaseByToken\0"
    "PyType_GetBaseByToken_DuringGC\0"
    "PyType_GetDict\0"
    "PyType_GetFlags\0"
    "PyType_GetFullyQualifiedName\0"
    "PyType_GetModule\0"
    "PyType_GetModuleByDef\0"
    "PyType_GetModuleByToken\0"
    "PyType_GetModuleByToken_DuringGC\0"
    "PyType_GetModuleName\0"
    "PyType_GetModuleState\0"
    "PyType_GetModuleState_DuringGC\0"
    "PyType_GetModule_DuringGC\0"
    "PyType_GetName\0"
    "PyType_GetQualName\0"
    "PyType_GetSlot\0"
    "PyType_GetTypeDataSize\0"
    "PyType_IsSubtype\0"
    "PyType_Modified\0"
    "PyType_Ready\0"
    "PyType_SUPPORTS_WEAKREFS\0"
    "PyType_Type\0"
    "PyType_Unwatch\0"
    "PyType_Watch\0"
    "PyUnicodeDecodeError_Create\0"
    "PyUnicodeDecodeError_GetEncoding\0"
    "PyUnicodeDecodeError_GetEnd\0"
    "PyUnicodeDecodeError_GetObject\0"
    "PyUnicodeDecodeError_GetReason\0"
    "PyUnicodeDecodeError_GetStart\0"
    "PyUnicodeDecodeError_SetEnd\0"
    "PyUnicodeDecodeError_SetReason\0"
    "PyUnicodeDecodeError_SetStart\0"
    "PyUnicodeEncodeError_Create\0"
    "PyUnicodeEncodeError_GetEncoding\0"
    "PyUnicodeEncodeError_GetEnd\0"
    "PyUnicodeEncodeError_GetObject\0"
    "PyUnicodeEncodeError_GetReason\0"
    "PyUnicodeEncodeError_GetStart\0"
    "PyUnicodeEncodeError_SetEnd\0"
    "PyUnicodeEncodeError_SetReason\0"
    "PyUnicodeEncodeError_SetStart\0"
    "PyUnicodeIter_Type\0"
    "PyUnicodeTranslateError_Create\0"
    "PyUnicodeTranslateError_GetEnd\0"
    "PyUnicodeTranslateError_GetObject\0"
    "PyUnicodeTranslateError_GetReason\0"
    "PyUnicodeTranslateError_GetStart\0"
    "PyUnicodeTranslateError_SetEnd\0"
    "PyUnicodeTranslateError_SetReason\0"
    "PyUnicodeTranslateError_SetStart\0"
    "PyUnicodeWriter_Create\0"
    "PyUnicodeWriter_DecodeUTF8Stateful\0"
    "PyUnicodeWriter_Discard\0"
    "PyUnicodeWriter_Finish\0"
    "PyUnicodeWriter_Format\0"
    "PyUnicodeWriter_WriteASCII\0"
    "PyUnicodeWriter_WriteChar\0"
    "PyUnicodeWriter_WriteRepr\0"
    "PyUnicodeWriter_WriteStr\0"
    "PyUnicodeWriter_WriteSubstring\0"
    "PyUnicodeWriter_WriteUCS4\0"
    "PyUnicodeWriter_WriteUTF8\0"
    "PyUnicodeWriter_WriteWideChar\0"
    "PyUnicode_Append\0"
    "PyUnicode_AppendAndDel\0"
    "PyUnicode_AsASCIIString\0"
    "PyUnicode_AsCharmapString\0"
    "PyUnicode_AsDecodedObject\0"
    "PyUnicode_AsDecodedUnicode\0"
    "PyUnicode_AsEncodedObject\0"
    "PyUnicode_AsEncodedString\0"
    "PyUnicode_AsEncodedUnicode\0"
    "PyUnicode_AsLatin1String\0"
    "PyUnicode_AsMBCSString\0"
    "PyUnicode_AsRawUnicodeEscapeString\0"
    "PyUnicode_AsUCS4\0"
    "PyUnicode_AsUCS4Copy\0"
    "PyUnicode_AsUTF16String\0"
    "PyUnicode_AsUTF32String\0"
    "PyUnicode_AsUTF8\0"
    "PyUnicode_AsUTF8AndSize\0"
    "PyUnicode_AsUTF8String\0"
    "PyUnicode_AsUnicode\0"
    "PyUnicode_AsUnicodeAndSize\0"
    "PyUnicode_AsUnicodeCopy\0"
    "PyUnicode_AsUnicodeEscapeString\0"
    "PyUnicode_AsWideChar\0"
    "PyUnicode_AsWideCharString\0"
    "PyUnicode_BuildEncodingMap\0"
    "PyUnicode_ClearFreeList\0"
    "PyUnicode_Compare\0"
    "PyUnicode_CompareWithASCIIString\0"
    "PyUnicode_Concat\0"
    "PyUnicode_Contains\0"
    "PyUnicode_CopyCharacters\0"
    "PyUnicode_Count\0"
    "PyUnicode_DATA\0"
    "PyUnicode_Decode\0"
    "PyUnicode_DecodeASCII\0"
    "PyUnicode_DecodeCharmap\0"
    "PyUnicode_DecodeCodePageStateful\0"
    "PyUnicode_DecodeFSDefault\0"
    "PyUnicode_DecodeFSDefaultAndSize\0"
    "PyUnicode_DecodeLatin1\0"
    "PyUnicode_DecodeLocale\0"
    "PyUnicode_DecodeLocaleAndSize\0"
    "PyUnicode_DecodeMBCS\0"
    "PyUnicode_DecodeMBCSStateful\0"
    "PyUnicode_DecodeRawUnicodeEscape\0"
    "PyUnicode_DecodeUTF16\0"
    "PyUnicode_DecodeUTF16Stateful\0"
    "PyUnicode_DecodeUTF32\0"
    "PyUnicode_DecodeUTF32Stateful\0"
    "PyUnicode_DecodeUTF7\0"
    "PyUnicode_DecodeUTF7Stateful\0"
    "PyUnicode_DecodeUTF8\0"
    "PyUnicode_DecodeUTF8Stateful\0"
    "PyUnicode_DecodeUnicodeEscape\0"
    "PyUnicode_Encode\0"
    "PyUnicode_EncodeASCII\0"
    "PyUnicode_EncodeCharmap\0"
    "PyUnicode_EncodeCodePage\0"
    "PyUnicode_EncodeDecimal\0"
    "PyUnicode_EncodeFSDefault\0"
    "PyUnicode_EncodeLatin1\0"
    "PyUnicode_EncodeLocale\0"
    "PyUnicode_EncodeRawUnicodeEscape\0"
    "PyUnicode_EncodeUTF16\0"
    "PyUnicode_EncodeUTF32\0"
    "PyUnicode_EncodeUTF7\0"
    "PyUnicode_EncodeUTF8\0"
    "PyUnicode_EncodeUnicodeEscape\0"
    "PyUnicode_Equal\0"
    "PyUnicode_EqualToUTF8\0"
    "PyUnicode_EqualToUTF8AndSize\0"
    "PyUnicode_FSConverter\0"
    "PyUnicode_FSDecoder\0"
    "PyUnicode_Fill\0"
    "PyUnicode_Find\0"
    "PyUnicode_FindChar\0"
    "PyUnicode_Format\0"
    "PyUnicode_FromEncodedObject\0"
    "PyUnicode_FromFormat\0"
    "PyUnicode_FromFormatV\0"
    "PyUnicode_FromKindAndData\0"
    "PyUnicode_FromObject\0"
    "PyUnicode_FromOrdinal\0"
    "PyUnicode_FromString\0"
    "PyUnicode_FromStringAndSize\0"
    "PyUnicode_FromUnicode\0"
    "PyUnicode_FromWideChar\0"
    "PyUnicode_GetDefaultEncoding\0"
    "PyUnicode_GetLength\0"
    "PyUnicode_GetMax\0"
    "PyUnicode_GetSize\0"
    "PyUnicode_InternFromString\0"
    "PyUnicode_InternImmortal\0"
    "PyUnicode_InternInPlace\0"
    "PyUnicode_IsIdentifier\0"
    "PyUnicode_Join\0"
    "PyUnicode_KIND\0"
    "PyUnicode_New\0"
    "PyUnicode_Partition\0"
    "PyUnicode_RPartition\0"
    "PyUnicode_RSplit\0"
    "PyUnicode_ReadChar\0"
    "PyUnicode_Replace\0"
    "PyUnicode_Resize\0"
    "PyUnicode_RichCompare\0"
    "PyUnicode_Split\0"
    "PyUnicode_Splitlines\0"
    "PyUnicode_Substring\0"
    "PyUnicode_Tailmatch\0"
    "PyUnicode_TransformDecimalToASCII\0"
    "PyUnicode_Translate\0"
    "PyUnicode_TranslateCharmap\0"
    "PyUnicode_Type\0"
    "PyUnicode_WriteChar\0"
    "PyUnstable_AtExit\0"
    "PyUnstable_Code_GetExtra\0"
    "PyUnstable_Code_New\0"
    "PyUnstable_Code_NewWithPosOnlyArgs\0"
    "PyUnstable_Code_SetExtra\0"
    "PyUnstable_CopyPerfMapFile\0"
    "PyUnstable_DumpTraceback\0"
    "PyUnstable_DumpTracebackThreads\0"
    "PyUnstable_EnableTryIncRef\0"
    "PyUnstable_Eval_RequestCodeExtraIndex\0"
    "PyUnstable_Exc_PrepReraiseStar\0"
    "PyUnstable_ExecutableKinds\0"
    "PyUnstable_GC_VisitObjects\0"
    "PyUnstable_InterpreterFrame_GetCode\0"
    "PyUnstable_InterpreterFrame_GetLasti\0"
    "PyUnstable_InterpreterFrame_GetLine\0"
    "PyUnstable_InterpreterState_GetMainModule\0"
    "PyUnstable_IsImmortal\0"
    "PyUnstable_Long_CompactValue\0"
    "PyUnstable_Long_IsCompact\0"
    "PyUnstable_Module_SetGIL\0"
    "PyUnstable_Object_ClearWeakRefsNoCallbacks\0"
    "PyUnstable_Object_EnableDeferredRefcount\0"
    "PyUnstable_Object_GC_NewWithExtraData\0"
    "PyUnstable_Object_IsUniqueReferencedTemporary\0"
    "PyUnstable_Object_IsUniquelyReferenced\0"
    "PyUnstable_PerfMapState_Fini\0"
    "PyUnstable_PerfMapState_Init\0"
    "PyUnstable_PerfTrampoline_CompileCode\0"
    "PyUnstable_PerfTrampoline_SetPersistAfterFork\0"
    "PyUnstable_SetImmortal\0"
    "PyUnstable_ThreadState_ResetStackProtection\0"
    "PyUnstable_ThreadState_SetStackProtection\0"
    "PyUnstable_TryIncRef\0"
    "PyUnstable_Type_AssignVersionTag\0"
    "PyUnstable_WritePerfMapEntry\0"
    "PyVectorcall_Call\0"
    "PyVectorcall_Function\0"
    "PyVectorcall_NARGS\0"
    "PyWeakref_GetObject\0"
    "PyWeakref_GetRef\0"
    "PyWeakref_IsDead\0"
    "PyWeakref_NewProxy\0"
    "PyWeakref_NewRef\0"
    "PyWideStringList_Append\0"
    "PyWideStringList_Insert\0"
    "PyWrapperDescr_Type\0"
    "PyWrapper_New\0"
    "PyZip_Type\0"
    "Py_AddPendingCall\0"
    "Py_AtExit\0"
    "Py_BuildValue\0"
    "Py_BytesMain\0"
    "Py_BytesWarningFlag\0"
    "Py_CompileString\0"
    "Py_CompileStringExFlags\0"
    "Py_CompileStringFlags\0"
    "Py_CompileStringObject\0"
    "Py_DebugFlag\0"
    "Py_DecRef\0"
    "Py_DecodeLocale\0"
    "Py_DontWriteBytecodeFlag\0"
    "Py_EncodeLocale\0"
    "Py_EndInterpreter\0"
    "Py_EnterRecursiveCall\0"
    "Py_Exit\0"
    "Py_ExitStatusException\0"
    "Py_FatalError\0"
    "Py_FdIsInteractive\0"
    "Py_FileSystemDefaultEncodeErrors\0"
    "Py_FileSystemDefaultEncoding\0"
    "Py_Finalize\0"
    "Py_FinalizeEx\0"
    "Py_FrozenFlag\0"
    "Py_FrozenMain\0"
    "Py_GETENV\0"
    "Py_GenericAlias\0"
    "Py_GenericAliasType\0"
    "Py_GetArgcArgv\0"
    "Py_GetBuildInfo\0"
    "Py_GetCompiler\0"
    "Py_GetConstant\0"
    "Py_GetConstantBorrowed\0"
    "Py_GetCopyright\0"
    "Py_GetExecPrefix\0"
    "Py_GetPath\0"
    "Py_GetPlatform\0"
    "Py_GetPrefix\0"
    "Py_GetProgramFullPath\0"
    "Py_GetProgramName\0"
    "Py_GetPythonHome\0"
    "Py_GetRecursionLimit\0"
    "Py_GetVersion\0"
    "Py_HasFileSystemDefaultEncoding\0"
    "Py_HashBuffer\0"
    "Py_HashPointer\0"
    "Py_HashRandomizationFlag\0"
    "Py_IS_TYPE\0"
    "Py_IgnoreEnvironmentFlag\0"
    "Py_IncRef\0"
    "Py_Initialize\0"
    "Py_InitializeEx\0"
    "Py_InitializeFromConfig\0"
    "Py_InitializeFromInitConfig\0"
    "Py_InspectFlag\0"
    "Py_InteractiveFlag\0"
    "Py_Is\0"
    "Py_IsFalse\0"
    "Py_IsFinalizing\0"
    "Py_IsInitialized\0"
    "Py_IsNone\0"
    "Py_IsTrue\0"
    "Py_IsolatedFlag\0"
    "Py_LeaveRecursiveCall\0"
    "Py_Main\0"
    "Py_MakePendingCalls\0"
    "Py_NewInterpreter\0"
    "Py_NewInterpreterFromConfig\0"
    "Py_NewRef\0"
    "Py_NoSiteFlag\0"
    "Py_NoUserSiteDirectory\0"
    "Py_OptimizeFlag\0"
    "Py_PACK_FULL_VERSION\0"
    "Py_PACK_VERSION\0"
    "Py_PreInitialize\0"
    "Py_PreInitializeFromArgs\0"
    "Py_PreInitializeFromBytesArgs\0"
    "Py_QuietFlag\0"
    "Py_REFCNT\0"
    "Py_ReprEnter\0"
    "Py_ReprLeave\0"
    "Py_RunMain\0"
    "Py_SET_SIZE\0"
    "Py_SIZE\0"
    "Py_SetPath\0"
    "Py_SetProgramName\0"
    "Py_SetPythonHome\0"
    "Py_SetRecursionLimit\0"
    "Py_SetStandardStreamEncoding\0"
    "Py_SymtableString\0"
    "Py_SymtableStringObject\0"
    "Py_TYPE\0"
    "Py_UNICODE_strcat\0"
    "Py_UNICODE_strchr\0"
    "Py_UNICODE_strcmp\0"
    "Py_UNICODE_strcpy\0"
    "Py_UNICODE_strlen\0"
    "Py_UNICODE_strncmp\0"
    "Py_UNICODE_strncpy\0"
    "Py_UNICODE_strrchr\0"
    "Py_UTF8Mode\0"
    "Py_UnbufferedStdioFlag\0"
    "Py_UniversalNewlineFgets\0"
    "Py_UseClassExceptionsFlag\0"
    "Py_VaBuildValue\0"
    "Py_VerboseFlag\0"
    "Py_Version\0"
    "Py_XNewRef\0"
    "Py_fclose\0"
    "Py_fopen\0"
    "Py_hexdigits\0"
    "Py_meta_grammar\0"
    "Py_pgen\0"
    "_PyAIterWrapper_New\0"
    "_PyAIterWrapper_Type\0"
    "_PyAST_Compile\0"
    "_PyAST_ExprAsUnicode\0"
    "_PyAST_GetDocString\0"
    "_PyAST_Optimize\0"
    "_PyAccu_Accumulate\0"
    "_PyAccu_Destroy\0"
    "_PyAccu_Finish\0"
    "_PyAccu_FinishAsList\0"
    "_PyAccu_Init\0"
    "_PyArena_AddPyObject\0"
    "_PyArena_Free\0"
    "_PyArena_Malloc\0"
    "_PyArena_New\0"
    "_PyArg_BadArgument\0"
    "_PyArg_CheckPositional\0"
    "_PyArg_Fini\0"
    "_PyArg_NoKeywords\0"
    "_PyArg_NoKwnames\0"
    "_PyArg_NoPositional\0"
    "_PyArg_ParseStack\0"
    "_PyArg_ParseStackAndKeywords\0"
    "_PyArg_ParseStackAndKeywords_SizeT\0"
    "_PyArg_ParseStack_SizeT\0"
    "_PyArg_ParseTupleAndKeywordsFast\0"
    "_PyArg_ParseTupleAndKeywordsFast_SizeT\0"
    "_PyArg_ParseTupleAndKeywords_SizeT\0"
    "_PyArg_ParseTuple_SizeT\0"
    "_PyArg_Parse_SizeT\0"
    "_PyArg_UnpackKeywords\0"
    "_PyArg_UnpackKeywordsWithVararg\0"
    "_PyArg_UnpackStack\0"
    "_PyArg_VaParseTupleAndKeywordsFast\0"
    "_PyArg_VaParseTupleAndKeywordsFast_SizeT\0"
    "_PyArg_VaParseTupleAndKeywords_SizeT\0"
    "_PyArg_VaParse_SizeT\0"
    "_PyArgv_AsWstrList\0"
    "_PyAsyncGenASend_Send\0"
    "_PyAsyncGenASend_Type\0"
    "_PyAsyncGenAThrow_Type\0"
    "_PyAsyncGenValueWrapperNew\0"
    "_PyAsyncGenWrappedValue_Type\0"
    "_PyBufferWrapper_Type\0"
    "_PyBuffer_ReleaseInInterpreter\0"
    "_PyBuffer_ReleaseInInterpreterAndRawFree\0"
    "_PyBuildSlice_ConsumeRefs\0"
    "_PyBuiltin_Init\0"
    "_PyBuiltins_AddExceptions\0"
    "_PyByteArray_empty_string\0"
    "_PyBytesIOBuffer_Type\0"
    "_PyBytesWriter_Alloc\0"
    "_PyBytesWriter_CreateByteArray\0"
    "_PyBytesWriter_Dealloc\0"
    "_PyBytesWriter_Finish\0"
    "_PyBytesWriter_Init\0"
    "_PyBytesWriter_Prepare\0"
    "_PyBytesWriter_Resize\0"
    "_PyBytesWriter_WriteBytes\0"
    "_PyBytes_DecodeEscape\0"
    "_PyBytes_DecodeEscape2\0"
    "_PyBytes_Find\0"
    "_PyBytes_FormatEx\0"
    "_PyBytes_FromData\0"
    "_PyBytes_FromHex\0"
    "_PyBytes_FromXIData\0"
    "_PyBytes_GetData\0"
    "_PyBytes_GetXIData\0"
    "_PyBytes_GetXIDataWrapped\0"
    "_PyBytes_Join\0"
    "_PyBytes_Repeat\0"
    "_PyBytes_Resize\0"
    "_PyBytes_ReverseFind\0"
    "_PyCFunction_DebugMallocStats\0"
    "_PyCFunction_FastCallDict\0"
    "_PyCFunction_FastCallKeywords\0"
    "_PyCallMethodDescriptorFastWithKeywords_StackRef\0"
    "_PyCallMethodDescriptorFast_StackRef\0"
    "_PyCapsule_SetTraverse\0"
    "_PyCode_CheckLineNumber\0"
    "_PyCode_CheckNoExternalState\0"
    "_PyCode_CheckNoInternalState\0"
    "_PyCode_CheckPureFunction\0"
    "_PyCode_ConstantKey\0"
    "_PyCode_Deinstrument\0"
    "_PyCode_FromXIData\0"
    "_PyCode_GetExtra\0"
    "_PyCode_GetPureScriptXIData\0"
    "_PyCode_GetScriptXIData\0"
    "_PyCode_GetVarCounts\0"
    "_PyCode_GetXIData\0"
    "_PyCode_InitAddressRange\0"
    "_PyCode_InitOpcache\0"
    "_PyCode_New\0"
    "_PyCode_ReturnsOnlyNone\0"
    "_PyCode_SetExtra\0"
    "_PyCode_SetUnboundVarCounts\0"
    "_PyCode_Validate\0"
    "_PyCode_VerifyStateless\0"
    "_PyCodecInfo_GetIncrementalDecoder\0"
    "_PyCodecInfo_GetIncrementalEncoder\0"
    "_PyCodec_DecodeText\0"
    "_PyCodec_EncodeText\0"
    "_PyCodec_Forget\0"
    "_PyCodec_Lookup\0"
    "_PyCodec_LookupTextEncoding\0"
    "_PyCompactLong_Add\0"
    "_PyCompactLong_Multiply\0"
    "_PyCompactLong_Subtract\0"
    "_PyCompile_Assemble\0"
    "_PyCompile_CleanDoc\0"
    "_PyCompile_CodeGen\0"
    "_PyCompile_GetBinaryIntrinsicName\0"
    "_PyCompile_GetUnaryIntrinsicName\0"
    "_PyCompile_OpcodeHasArg\0"
    "_PyCompile_OpcodeHasConst\0"
    "_PyCompile_OpcodeHasExc\0"
    "_PyCompile_OpcodeHasFree\0"
    "_PyCompile_OpcodeHasJump\0"
    "_PyCompile_OpcodeHasLocal\0"
    "_PyCompile_OpcodeHasName\0"
    "_PyCompile_OpcodeIsValid\0"
    "_PyCompile_OptimizeCfg\0"
    "_PyComplex_FormatAdvancedWriter\0"
    "_PyConfig_AsDict\0"
    "_PyConfig_Copy\0"
    "_PyConfig_FromDict\0"
    "_PyConfig_InitCompatConfig\0"
    "_PyConfig_InitPathConfig\0"
    "_PyConfig_SetPyArgv\0"
    "_PyConfig_Write\0"
    "_PyConfig_WritePathConfig\0"
    "_PyContext_Enter\0"
    "_PyContext_Exit\0"
    "_PyContext_Fini\0"
    "_PyContext_Init\0"
    "_PyContext_NewHamtForTests\0"
    "_PyCoreConfig_AsDict\0"
    "_PyCoreConfig_Clear\0"
    "_PyCoreConfig_Copy\0"
    "_PyCoreConfig_GetGlobalConfig\0"
    "_PyCoreConfig_Read\0"
    "_PyCoreConfig_SetGlobalConfig\0"
    "_PyCoroWrapper_Type\0"
    "_PyCoro_ComputeOrigin\0"
    "_PyCoro_GetAwaitableIter\0"
    "_PyCriticalSection2_BeginSlow\0"
    "_PyCriticalSection_BeginSlow\0"
    "_PyCriticalSection_Resume\0"
    "_PyCriticalSection_SuspendAll\0"
    "_PyCrossInterpreterData_Clear\0"
    "_PyCrossInterpreterData_Free\0"
    "_PyCrossInterpreterData_Init\0"
    "_PyCrossInterpreterData_InitWithSize\0"
    "_PyCrossInterpreterData_Lookup\0"
    "_PyCrossInterpreterData_New\0"
    "_PyCrossInterpreterData_NewObject\0"
    "_PyCrossInterpreterData_RegisterClass\0"
    "_PyCrossInterpreterData_Release\0"
    "_PyCrossInterpreterData_ReleaseAndRawFree\0"
    "_PyCrossInterpreterData_UnregisterClass\0"
    "_PyDeadline_Get\0"
    "_PyDeadline_Init\0"
    "_PyDebugAllocatorStats\0"
    "_PyDictKeys_DecRef\0"
    "_PyDictKeys_GetVersionForCurrentState\0"
    "_PyDictKeys_StringLookup\0"
    "_PyDictKeys_StringLookupAndVersion\0"
    "_PyDictKeys_StringLookupSplit\0"
    "_PyDictView_Intersect\0"
    "_PyDictView_New\0"
    "_PyDict_CheckConsistency\0"
    "_PyDict_Contains\0"
    "_PyDict_ContainsId\0"
    "_PyDict_Contains_KnownHash\0"
    "_PyDict_CopyAsDict\0"
    "_PyDict_DebugMallocStats\0"
    "_PyDict_DelItemId\0"
    "_PyDict_DelItemIf\0"
    "_PyDict_DelItem_KnownHash\0"
    "_PyDict_DelItem_KnownHash_LockHeld\0"
    "_PyDict_FromItems\0"
    "_PyDict_FromKeys\0"
    "_PyDict_GetItemId\0"
    "_PyDict_GetItemIdWithError\0"
    "_PyDict_GetItemRef_KnownHash\0"
    "_PyDict_GetItemRef_KnownHash_LockHeld\0"
    "_PyDict_GetItemStringWithError\0"
    "_PyDict_GetItemWithError\0"
    "_PyDict_GetItem_KnownHash\0"
    "_PyDict_GetKeysVersionForCurrentState\0"
    "_PyDict_HasOnlyStringKeys\0"
    "_PyDict_InsertSplitValue\0"
    "_PyDict_KeysSize\0"
    "_PyDict_LoadGlobal\0"
    "_PyDict_LoadGlobalStackRef\0"
    "_PyDict_LookupIndex\0"
    "_PyDict_LookupIndexAndValue\0"
    "_PyDict_MaybeUntrack\0"
    "_PyDict_MergeEx\0"
    "_PyDict_MergeUniq\0"
    "_PyDict_NewKeysForClass\0"
    "_PyDict_NewPresized\0"
    "_PyDict_Next\0"
    "_PyDict_Pop\0"
    "_PyDict_Pop_KnownHash\0"
    "_PyDict_SendEvent\0"
    "_PyDict_SetItemId\0"
    "_PyDict_SetItem_KnownHash\0"
    "_PyDict_SetItem_KnownHash_LockHeld\0"
    "_PyDict_SetItem_LockHeld\0"
    "_PyDict_SetItem_Take2\0"
    "_PyDict_SetItem_Take2_KnownHash\0"
    "_PyDict_SizeOf\0"
    "_PyDict_StoreSubscript\0"
    "_PyDict_Subscript\0"
    "_PyDict_SubscriptKnownHash\0"
    "_PyDumpExecutors\0"
    "_PyErr_BadInternalCall\0"
    "_PyErr_ChainExceptions\0"
    "_PyErr_ChainExceptions1\0"
    "_PyErr_ChainStackItem\0"
    "_PyErr_CheckSignals\0"
    "_PyErr_CheckSignalsTstate\0"
    "_PyErr_Clear\0"
    "_PyErr_Display\0"
    "_PyErr_DisplayException\0"
    "_PyErr_EmitSyntaxWarning\0"
    "_PyErr_ExceptionMatches\0"
    "_PyErr_Fetch\0"
    "_PyErr_Format\0"
    "_PyErr_FormatFromCause\0"
    "_PyErr_FormatFromCauseTstate\0"
    "_PyErr_FormatNote\0"
    "_PyErr_FormatV\0"
    "_PyErr_GetExcInfo\0"
    "_PyErr_GetHandledException\0"
    "_PyErr_GetRaisedException\0"
    "_PyErr_GetTopmostException\0"
    "_PyErr_Init\0"
    "_PyErr_NoMemory\0"
    "_PyErr_NormalizeException\0"
    "_PyErr_Print\0"
    "_PyErr_ProgramDecodedTextObject\0"
    "_PyErr_Restore\0"
    "_PyErr_SetFromPyStatus\0"
    "_PyErr_SetHandledException\0"
    "_PyErr_SetInterpreterAlreadyRunning\0"
    "_PyErr_SetKeyError\0"
    "_PyErr_SetLocaleString\0"
    "_PyErr_SetNone\0"
    "_PyErr_SetObject\0"
    "_PyErr_SetRaisedException\0"
    "_PyErr_SetString\0"
    "_PyErr_StackItemToExcInfoTuple\0"
    "_PyErr_TrySetFromCause\0"
    "_PyErr_WarnUnawaitedCoroutine\0"
    "_PyErr_WriteUnraisableDefaultHook\0"
    "_PyErr_WriteUnraisableMsg\0"
    "_PyEvalFramePushAndInit\0"
    "_PyEvalFramePushAndInit_Ex\0"
    "_PyEval_AddPendingCall\0"
    "_PyEval_BinaryOps\0"
    "_PyEval_CallTracing\0"
    "_PyEval_CheckExceptStarTypeValid\0"
    "_PyEval_CheckExceptTypeValid\0"
    "_PyEval_ConversionFuncs\0"
    "_PyEval_EvalCodeWithName\0"
    "_PyEval_EvalFrameDefault\0"
    "_PyEval_ExceptionGroupMatch\0"
    "_PyEval_Fini\0"
    "_PyEval_FiniThreads\0"
    "_PyEval_FormatAwaitableError\0"
    "_PyEval_FormatExcCheckArg\0"
    "_PyEval_FormatExcUnbound\0"
    "_PyEval_FormatKwargsError\0"
    "_PyEval_FrameClearAndPop\0"
    "_PyEval_GetANext\0"
    "_PyEval_GetAsyncGenFinalizer\0"
    "_PyEval_GetAsyncGenFirstiter\0"
    "_PyEval_GetAwaitable\0"
    "_PyEval_GetBuiltin\0"
    "_PyEval_GetBuiltinId\0"
    "_PyEval_GetCoroutineOriginTrackingDepth\0"
    "_PyEval_GetCoroutineWrapper\0"
    "_PyEval_GetIter\0"
    "_PyEval_GetSwitchInterval\0"
    "_PyEval_ImportFrom\0"
    "_PyEval_ImportName\0"
    "_PyEval_Initialize\0"
    "_PyEval_LazyImportFrom\0"
    "_PyEval_LazyImportName\0"
    "_PyEval_LoadGlobalStackRef\0"
    "_PyEval_LoadName\0"
    "_PyEval_MakePendingCalls\0"
    "_PyEval_MatchClass\0"
    "_PyEval_MatchKeys\0"
    "_PyEval_MonitorRaise\0"
    "_PyEval_NoToolsForUnwind\0"
    "_PyEval_RaiseAsyncExc\0"
    "_PyEval_ReInitThreads\0"
    "_PyEval_RequestCodeExtraIndex\0"
    "_PyEval_SetAsyncGenFinalizer\0"
    "_PyEval_SetAsyncGenFirstiter\0"
    "_PyEval_SetCoroutineOriginTrackingDepth\0"
    "_PyEval_SetCoroutineWrapper\0"
    "_PyEval_SetProfile\0"
    "_PyEval_SetSwitchInterval\0"
    "_PyEval_SetTrace\0"
    "_PyEval_SignalAsyncExc\0"
    "_PyEval_SignalReceived\0"
    "_PyEval_SliceIndex\0"
    "_PyEval_SliceIndexNotNone\0"
    "_PyEval_SpecialMethodCanSuggest\0"
    "_PyEval_StartTheWorld\0"
    "_PyEval_StopTheWorld\0"
    "_PyEval_UnpackIndices\0"
    "_PyEval_UnpackIterable\0"
    "_PyEval_UnpackIterableStackRef\0"
    "_PyEvent_IsSet\0"
    "_PyEvent_Notify\0"
    "_PyExc_CreateExceptionGroup\0"
    "_PyExc_Fini\0"
    "_PyExc_IncompleteInputError\0"
    "_PyExc_Init\0"
    "_PyExc_PrepReraiseStar\0"
    "_PyException_AddNote\0"
    "_PyExecutor_ClearExit\0"
    "_PyFaulthandler_Fini\0"
    "_PyFaulthandler_Init\0"
    "_PyFileIO_closed\0"
    "_PyFloat_DebugMallocStats\0"
    "_PyFloat_ExactDealloc\0"
    "_PyFloat_FormatAdvancedWriter\0"
    "_PyFloat_Init\0"
    "_PyFloat_Pack2\0"
    "_PyFloat_Pack4\0"
    "_PyFloat_Pack8\0"
    "_PyFloat_Unpack2\0"
    "_PyFloat_Unpack4\0"
    "_PyFloat_Unpack8\0"
    "_PyForIter_VirtualIteratorNext\0"
    "_PyFrame_ClearExceptCode\0"
    "_PyFrame_ClearLocals\0"
    "_PyFrame_DebugMallocStats\0"
    "_PyFrame_Init\0"
    "_PyFrame_IsEntryFrame\0"
    "_PyFrame_MakeAndSetFrameObject\0"
    "_PyFrame_New_NoTrack\0"
    "_PyFunction_FastCallDict\0"
    "_PyFunction_FastCallKeywords\0"
    "_PyFunction_FromXIData\0"
    "_PyFunction_GetVersionForCurrentState\0"
    "_PyFunction_GetXIData\0"
    "_PyFunction_SetVersion\0"
    "_PyFunction_Vectorcall\0"
    "_PyFunction_VerifyStateless\0"
    "_PyGC_CollectIfEnabled\0"
    "_PyGC_CollectNoFail\0"
    "_PyGC_Dump\0"
    "_PyGC_DumpShutdownStats\0"
    "_PyGC_Fini\0"
    "_PyGC_InitState\0"
    "_PyGC_Initialize\0"
    "_PyGC_VisitFrameStack\0"
    "_PyGC_VisitStackRef\0"
    "_PyGC_generation0\0"
    "_PyGILState_Fini\0"
    "_PyGILState_GetInterpreterStateUnsafe\0"
    "_PyGILState_Init\0"
    "_PyGILState_Reinit\0"
    "_PyGILState_check_enabled\0"
    "_PyGen_FetchStopIterationValue\0"
    "_PyGen_Finalize\0"
    "_PyGen_Send\0"
    "_PyGen_SetStopIterationValue\0"
    "_PyGen_yf\0"
    "_PyHamtItems_Type\0"
    "_PyHamtKeys_Type\0"
    "_PyHamtValues_Type\0"
    "_PyHamt_ArrayNode_Type\0"
    "_PyHamt_Assoc\0"
    "_PyHamt_BitmapNode_Type\0"
    "_PyHamt_CollisionNode_Type\0"
    "_PyHamt_Eq\0"
    "_PyHamt_Find\0"
    "_PyHamt_Fini\0"
    "_PyHamt_Init\0"
    "_PyHamt_Len\0"
    "_PyHamt_New\0"
    "_PyHamt_NewIterItems\0"
    "_PyHamt_NewIterKeys\0"
    "_PyHamt_NewIterValues\0"
    "_PyHamt_Type\0"
    "_PyHamt_Without\0"
    "_PyHash_Fini\0"
    "_PyIOBase_check_closed\0"
    "_PyIOBase_check_readable\0"
    "_PyIOBase_check_seekable\0"
    "_PyIOBase_check_writable\0"
    "_PyIOBase_finalize\0"
    "_PyIO_ConvertSsize_t\0"
    "_PyIO_Module\0"
    "_PyIO_empty_bytes\0"
    "_PyIO_empty_str\0"
    "_PyIO_find_line_ending\0"
    "_PyIO_get_locale_module\0"
    "_PyIO_get_module_state\0"
    "_PyIO_str_close\0"
    "_PyIO_str_closed\0"
    "_PyIO_str_decode\0"
    "_PyIO_str_encode\0"
    "_PyIO_str_fileno\0"
    "_PyIO_str_flush\0"
    "_PyIO_str_getstate\0"
    "_PyIO_str_isatty\0"
    "_PyIO_str_newlines\0"
    "_PyIO_str_nl\0"
    "_PyIO_str_peek\0"
    "_PyIO_str_read\0"
    "_PyIO_str_read1\0"
    "_PyIO_str_readable\0"
    "_PyIO_str_readall\0"
    "_PyIO_str_readinto\0"
    "_PyIO_str_readline\0"
    "_PyIO_str_reset\0"
    "_PyIO_str_seek\0"
    "_PyIO_str_seekable\0"
    "_PyIO_str_setstate\0"
    "_PyIO_str_tell\0"
    "_PyIO_str_truncate\0"
    "_PyIO_str_writable\0"
    "_PyIO_str_write\0"
    "_PyIO_trap_eintr\0"
    "_PyIO_zero\0"
    "_PyImportHooks_Init\0"
    "_PyImportZip_Init\0"
    "_PyImport_AcquireLock\0"
    "_PyImport_AddModuleObject\0"
    "_PyImport_CheckSubinterpIncompatibleExtensionAllowed\0"
    "_PyImport_ClearExtension\0"
    "_PyImport_DynLoadFiletab\0"
    "_PyImport_FindBuiltin\0"
    "_PyImport_FindExtensionObject\0"
    "_PyImport_FindExtensionObjectEx\0"
    "_PyImport_FindSharedFuncptr\0"
    "_PyImport_Fini\0"
    "_PyImport_Fini2\0"
    "_PyImport_FixupBuiltin\0"
    "_PyImport_FixupExtensionObject\0"
    "_PyImport_FrozenBootstrap\0"
    "_PyImport_FrozenStdlib\0"
    "_PyImport_FrozenTest\0"
    "_PyImport_GetModuleAttr\0"
    "_PyImport_GetModuleAttrString\0"
    "_PyImport_GetModuleId\0"
    "_PyImport_Init\0"
    "_PyImport_Inittab\0"
    "_PyImport_IsInitialized\0"
    "_PyImport_LoadDynamicModuleWithSpec\0"
    "_PyImport_LoadLazyImportTstate\0"
    "_PyImport_ReInitLock\0"
    "_PyImport_ReleaseLock\0"
    "_PyImport_SetModule\0"
    "_PyImport_SetModuleString\0"
    "_PyIncrementalNewlineDecoder_decode\0"
    "_PyInstructionSequence_New\0"
    "_PyInstrumentation_DISABLE\0"
    "_PyInstrumentation_MISSING\0"
    "_PyInterpolation_Build\0"
    "_PyInterpreterConfig_AsDict\0"
    "_PyInterpreterConfig_InitFromDict\0"
    "_PyInterpreterConfig_InitFromState\0"
    "_PyInterpreterConfig_UpdateFromDict\0"
    "_PyInterpreterGuard_GetInterpreter\0"
    "_PyInterpreterID_LookUp\0"
    "_PyInterpreterID_New\0"
    "_PyInterpreterID_Type\0"
    "_PyInterpreterState_DeleteExceptMain\0"
    "_PyInterpreterState_Enable\0"
    "_PyInterpreterState_FailIfRunningMain\0"
    "_PyInterpreterState_Get\0"
    "_PyInterpreterState_GetConfig\0"
    "_PyInterpreterState_GetConfigCopy\0"
    "_PyInterpreterState_GetEvalFrameFunc\0"
    "_PyInterpreterState_GetIDObject\0"
    "_PyInterpreterState_GetMainModule\0"
    "_PyInterpreterState_GetWhence\0"
    "_PyInterpreterState_GuardCountdown\0"
    "_PyInterpreterState_HasFeature\0"
    "_PyInterpreterState_IDDecref\0"
    "_PyInterpreterState_IDIncref\0"
    "_PyInterpreterState_IDInitref\0"
    "_PyInterpreterState_IsReady\0"
    "_PyInterpreterState_IsRunningMain\0"
    "_PyInterpreterState_IsSpecializationEnabled\0"
    "_PyInterpreterState_LookUpID\0"
    "_PyInterpreterState_LookUpIDObject\0"
    "_PyInterpreterState_Main\0"
    "_PyInterpreterState_New\0"
    "_PyInterpreterState_ObjectToID\0"
    "_PyInterpreterState_RequireIDRef\0"
    "_PyInterpreterState_RequiresIDRef\0"
    "_PyInterpreterState_SetConfig\0"
    "_PyInterpreterState_SetEvalFrameAllowSpecialization\0"
    "_PyInterpreterState_SetEvalFrameFunc\0"
    "_PyInterpreterState_SetNotRunningMain\0"
    "_PyInterpreterState_SetRunningMain\0"
    "_PyIntrinsics_BinaryFunctions\0"
    "_PyIntrinsics_UnaryFunctions\0"
    "_PyIter_Send\0"
    "_PyJIT_AddressInJitCode\0"
    "_PyJIT_Entry\0"
    "_PyJit_EnterExecutorShouldStopTracing\0"
    "_PyJit_FinalizeTracing\0"
    "_PyJit_TryInitializeTracing\0"
    "_PyJit_translate_single_bytecode_to_trace\0"
    "_PyLazyImport_New\0"
    "_PyLazyImport_Reify\0"
    "_PyLineTable_NextAddressRange\0"
    "_PyList_AppendTakeRefListResize\0"
    "_PyList_AsTupleAndClear\0"
    "_PyList_BinarySlice\0"
    "_PyList_Concat\0"
    "_PyList_DebugMallocStats\0"
    "_PyList_Extend\0"
    "_PyList_FromArraySteal\0"
    "_PyList_FromStackRefStealOnSuccess\0"
    "_PyList_GetItemRef\0"
    "_PyList_SliceSubscript\0"
    "_PyLong_Add\0"
    "_PyLong_AsByteArray\0"
    "_PyLong_AsInt\0"
    "_PyLong_AsTime_t\0"
    "_PyLong_Copy\0"
    "_PyLong_DigitValue\0"
    "_PyLong_DivmodNear\0"
    "_PyLong_ExactDealloc\0"
    "_PyLong_FileDescriptor_Converter\0"
    "_PyLong_Format\0"
    "_PyLong_FormatAdvancedWriter\0"
    "_PyLong_FormatBytesWriter\0"
    "_PyLong_FormatWriter\0"
    "_PyLong_Frexp\0"
    "_PyLong_FromByteArray\0"
    "_PyLong_FromBytes\0"
    "_PyLong_FromDigits\0"
    "_PyLong_FromGid\0"
    "_PyLong_FromNbIndexOrNbInt\0"
    "_PyLong_FromNbInt\0"
    "_PyLong_FromTime_t\0"
    "_PyLong_FromUid\0"
    "_PyLong_GCD\0"
    "_PyLong_Init\0"
    "_PyLong_Lshift\0"
    "_PyLong_Multiply\0"
    "_PyLong_New\0"
    "_PyLong_NumBits\0"
    "_PyLong_One\0"
    "_PyLong_Rshift\0"
    "_PyLong_Sign\0"
    "_PyLong_Size_t_Converter\0"
    "_PyLong_Subtract\0"
    "_PyLong_UInt16_Converter\0"
    "_PyLong_UInt32_Converter\0"
    "_PyLong_UInt64_Converter\0"
    "_PyLong_UInt8_Converter\0"
    "_PyLong_UnsignedInt_Converter\0"
    "_PyLong_UnsignedLongLong_Converter\0"
    "_PyLong_UnsignedLong_Converter\0"
    "_PyLong_UnsignedShort_Converter\0"
    "_PyLong_Zero\0"
    "_PyMainInterpreterConfig_AsDict\0"
    "_PyMainInterpreterConfig_Clear\0"
    "_PyMainInterpreterConfig_Copy\0"
    "_PyMainInterpreterConfig_Read\0"
    "_PyManagedBuffer_Type\0"
    "_PyMapping_GetOptionalItem2\0"
    "_PyMarshal_GetXIData\0"
    "_PyMarshal_ReadObjectFromXIData\0"
    "_PyMem_DumpTraceback\0"
    "_PyMem_GetAllocatorName\0"
    "_PyMem_GetAllocatorsName\0"
    "_PyMem_GetCurrentAllocatorName\0"
    "_PyMem_IsFreed\0"
    "_PyMem_PymallocEnabled\0"
    "_PyMem_RawStrdup\0"
    "_PyMem_RawWcsdup\0"
    "_PyMem_SetDefaultAllocator\0"
    "_PyMem_SetupAllocators\0"
    "_PyMem_Strdup\0"
    "_PyMethodDef_RawFastCallDict\0"
    "_PyMethodDef_RawFastCallKeywords\0"
    "_PyMethodDescr_FastCallKeywords\0"
    "_PyMethodWrapper_Type\0"
    "_PyMethod_DebugMallocStats\0"
    "_PyModuleSpec_IsInitializing\0"
    "_PyModule_Add\0"
    "_PyModule_Clear\0"
    "_PyModule_ClearDict\0"
    "_PyModule_CreateInitialized\0"
    "_PyMonitoring_FireBranchEvent\0"
    "_PyMonitoring_FireBranchLeftEvent\0"
    "_PyMonitoring_FireBranchRightEvent\0"
    "_PyMonitoring_FireCRaiseEvent\0"
    "_PyMonitoring_FireCReturnEvent\0"
    "_PyMonitoring_FireCallEvent\0"
    "_PyMonitoring_FireExceptionHandledEvent\0"
    "_PyMonitoring_FireJumpEvent\0"
    "_PyMonitoring_FireLineEvent\0"
    "_PyMonitoring_FirePyResumeEvent\0"
    "_PyMonitoring_FirePyReturnEvent\0"
    "_PyMonitoring_FirePyStartEvent\0"
    "_PyMonitoring_FirePyThrowEvent\0"
    "_PyMonitoring_FirePyUnwindEvent\0"
    "_PyMonitoring_FirePyYieldEvent\0"
    "_PyMonitoring_FireRaiseEvent\0"
    "_PyMonitoring_FireReraiseEvent\0"
    "_PyMonitoring_FireStopIterationEvent\0"
    "_PyMutex_LockTimed\0"
    "_PyNamespace_New\0"
    "_PyNamespace_Type\0"
    "_PyNode_FinalizeEndPos\0"
    "_PyNode_SizeOf\0"
    "_PyNone_Type\0"
    "_PyNotImplemented_Type\0"
    "_PyNumber_InPlacePowerNoMod\0"
    "_PyNumber_Index\0"
    "_PyNumber_PowerNoMod\0"
    "_PyOS_GetOpt\0"
    "_PyOS_InterruptOccurred\0"
    "_PyOS_IsMainThread\0"
    "_PyOS_ReadlineTState\0"
    "_PyOS_ResetGetOpt\0"
    "_PyOS_URandom\0"
    "_PyOS_URandomNonblock\0"
    "_PyOS_mystrnicmp_hack\0"
    "_PyOS_optarg\0"
    "_PyOS_opterr\0"
    "_PyOS_optind\0"
    "_PyObjectArray_Free\0"
    "_PyObjectArray_FromStackRefArray\0"
    "_PyObjectDict_SetItem\0"
    "_PyObject_AssertFailed\0"
    "_PyObject_Call\0"
    "_PyObject_CallFunction_SizeT\0"
    "_PyObject_CallMethod\0"
    "_PyObject_CallMethodId\0"
    "_PyObject_CallMethodIdObjArgs\0"
    "_PyObject_CallMethodId_SizeT\0"
    "_PyObject_CallMethod_SizeT\0"
    "_PyObject_Call_Prepend\0"
    "_PyObject_CheckConsistency\0"
    "_PyObject_CheckCrossInterpreterData\0"
    "_PyObject_CheckXIData\0"
    "_PyObject_ClearManagedDict\0"
    "_PyObject_DebugMallocStats\0"
    "_PyObject_DebugTypeStats\0"
    "_PyObject_Dump\0"
    "_PyObject_FastCall\0"
    "_PyObject_FastCallDict\0"
    "_PyObject_FastCallDictTstate\0"
    "_PyObject_FastCallKeywords\0"
    "_PyObject_FastCall_Prepend\0"
    "_PyObject_FunctionStr\0"
    "_PyObject_GC_Calloc\0"
    "_PyObject_GC_Malloc\0"
    "_PyObject_GC_New\0"
    "_PyObject_GC_NewVar\0"
    "_PyObject_GC_Resize\0"
    "_PyObject_GenericGetAttrWithDict\0"
    "_PyObject_GenericSetAttrWithDict\0"
    "_PyObject_GetAttrId\0"
    "_PyObject_GetAttrStackRef\0"
    "_PyObject_GetBuiltin\0"
    "_PyObject_GetCrossInterpreterData\0"
    "_PyObject_GetDictPtr\0"
    "_PyObject_GetMethod\0"
    "_PyObject_GetState\0"
    "_PyObject_GetXIData\0"
    "_PyObject_GetXIDataNoFallback\0"
    "_PyObject_HasAttrId\0"
    "_PyObject_HasFastCall\0"
    "_PyObject_HasLen\0"
    "_PyObject_IsAbstract\0"
    "_PyObject_IsFreed\0"
    "_PyObject_LookupAttr\0"
    "_PyObject_LookupAttrId\0"
    "_PyObject_LookupSpecial\0"
    "_PyObject_LookupSpecialId\0"
    "_PyObject_LookupSpecialMethod\0"
    "_PyObject_MakeTpCall\0"
    "_PyObject_MaybeCallSpecialNoArgs\0"
    "_PyObject_MaybeCallSpecialOneArg\0"
    "_PyObject_New\0"
    "_PyObject_NewVar\0"
    "_PyObject_NextNotImplemented\0"
    "_PyObject_RealIsInstance\0"
    "_PyObject_RealIsSubclass\0"
    "_PyObject_SetAttrId\0"
    "_PyObject_SetAttributeErrorContext\0"
    "_PyObject_SetManagedDict\0"
    "_PyObject_VisitManagedDict\0"
    "_PyObject_VisitType\0"
    "_PyOnceFlag_CallOnceSlow\0"
    "_PyOpcode_Caches\0"
    "_PyOpcode_Deopt\0"
    "_PyOpcode_OpName\0"
    "_PyOpcode_RecordEntries\0"
    "_PyOpcode_RecordFunctions\0"
    "_PyOpcode_RecordSlotMaps\0"
    "_PyOpcode_RecordTransformValue\0"
    "_PyOpcode_opcode_metadata\0"
    "_PyOptimizer_Optimize\0"
    "_PyParkingLot_AfterFork\0"
    "_PyParkingLot_Park\0"
    "_PyParkingLot_Unpark\0"
    "_PyParkingLot_UnparkAll\0"
    "_PyParser_Grammar\0"
    "_PyParser_TokenNames\0"
    "_PyPathConfig_Calculate\0"
    "_PyPathConfig_Clear\0"
    "_PyPathConfig_ClearGlobal\0"
    "_PyPathConfig_ComputeArgv0\0"
    "_PyPathConfig_ComputeSysPath0\0"
    "_PyPathConfig_Init\0"
    "_PyPickle_GetXIData\0"
    "_PyPickle_LoadFromXIData\0"
    "_PyPreCmdline_Clear\0"
    "_PyPreCmdline_Read\0"
    "_PyPreCmdline_SetArgv\0"
    "_PyPreCmdline_SetConfig\0"
    "_PyPreConfig_AsDict\0"
    "_PyPreConfig_GetConfig\0"
    "_PyPreConfig_InitCompatConfig\0"
    "_PyPreConfig_InitFromConfig\0"
    "_PyPreConfig_InitFromPreConfig\0"
    "_PyPreConfig_Read\0"
    "_PyPreConfig_Write\0"
    "_PyRWMutex_Lock\0"
    "_PyRWMutex_RLock\0"
    "_PyRWMutex_RUnlock\0"
    "_PyRWMutex_Unlock\0"
    "_PyRandom_Fini\0"
    "_PyRandom_Init\0"
    "_PyRecursiveMutex_IsLockedByCurrentThread\0"
    "_PyRecursiveMutex_Lock\0"
    "_PyRecursiveMutex_Unlock\0"
    "_PyRun_AnyFileObject\0"
    "_PyRun_InteractiveLoopObject\0"
    "_PyRun_SimpleFileObject\0"
    "_PyRuntime\0"
    "_PyRuntimeState_Fini\0"
    "_PyRuntimeState_Init\0"
    "_PyRuntimeState_ReInitThreads\0"
    "_PyRuntime_Finalize\0"
    "_PyRuntime_Initialize\0"
    "_PySemaphore_Destroy\0"
    "_PySemaphore_Init\0"
    "_PySemaphore_Wait\0"
    "_PySemaphore_Wakeup\0"
    "_PySeqLock_AbandonWrite\0"
    "_PySeqLock_AfterFork\0"
    "_PySeqLock_BeginRead\0"
    "_PySeqLock_EndRead\0"
    "_PySeqLock_LockWrite\0"
    "_PySeqLock_UnlockWrite\0"
    "_PySequence_BytesToCharpArray\0"
    "_PySequence_IterSearch\0"
    "_PySet_AddTakeRef\0"
    "_PySet_Contains\0"
    "_PySet_Dummy\0"
    "_PySet_NextEntry\0"
    "_PySet_NextEntryRef\0"
    "_PySet_Update\0"
    "_PySignal_AfterFork\0"
    "_PySignal_Init\0"
    "_PySlice_FromIndices\0"
    "_PySlice_GetLongIndices\0"
    "_PySlotIterator_Init\0"
    "_PySlotIterator_InitLegacy\0"
    "_PySlotIterator_Next\0"
    "_PySlotIterator_Rewind\0"
    "_PySlotIterator_SawSlot\0"
    "_PySlot_names\0"
    "_PyStack_AsDict\0"
    "_PyStack_AsTuple\0"
    "_PyStack_AsTupleSlice\0"
    "_PyStack_UnpackDict\0"
    "_PyStack_UnpackDict_Free\0"
    "_PyStack_UnpackDict_FreeNoDecRef\0"
    "_PyState_AddModule\0"
    "_PyState_ClearModules\0"
    "_PyStaticType_GetBuiltins\0"
    "_PyStaticType_GetState\0"
    "_PyStaticType_InitForExtension\0"
    "_PyStolenTuple_Free\0"
    "_PyStructSequence_Init\0"
    "_PyStructSequence_InitType\0"
    "_PyStructSequence_NewType\0"
    "_PySuper_Lookup\0"
    "_PySys_AddWarnOptionWithError\0"
    "_PySys_AddXOptionWithError\0"
    "_PySys_BeginInit\0"
    "_PySys_ClearAuditHooks\0"
    "_PySys_Create\0"
    "_PySys_EndInit\0"
    "_PySys_GetAttr\0"
    "_PySys_GetObjectId\0"
    "_PySys_GetOptionalAttr\0"
    "_PySys_GetOptionalAttrString\0"
    "_PySys_GetRequiredAttr\0"
    "_PySys_GetRequiredAttrString\0"
    "_PySys_GetSizeOf\0"
    "_PySys_ImplCacheTag\0"
    "_PySys_ImplName\0"
    "_PySys_Init\0"
    "_PySys_InitMain\0"
    "_PySys_ReadPreinitWarnOptions\0"
    "_PySys_ReadPreinitXOptions\0"
    "_PySys_SetObjectId\0"
    "_PySys_SetPreliminaryStderr\0"
    "_PyTemplate_Build\0"
    "_PyThreadState_Bind\0"
    "_PyThreadState_Current\0"
    "_PyThreadState_DeleteCurrent\0"
    "_PyThreadState_DeleteExcept\0"
    "_PyThreadState_GetCurrent\0"
    "_PyThreadState_GetDict\0"
    "_PyThreadState_GetFrame\0"
    "_PyThreadState_Init\0"
    "_PyThreadState_New\0"
    "_PyThreadState_NewBound\0"
    "_PyThreadState_PopFrame\0"
    "_PyThreadState_Prealloc\0"
    "_PyThreadState_PushFrame\0"
    "_PyThreadState_SetCurrent\0"
    "_PyThreadState_Swap\0"
    "_PyThreadState_UncheckedGet\0"
    "_PyThread_CurrentExceptions\0"
    "_PyThread_CurrentFrames\0"
    "_PyThread_at_fork_reinit\0"
    "_PyThread_cond_after\0"
    "_PyThread_cond_init\0"
    "_PyTime_Add\0"
    "_PyTime_AsLong\0"
    "_PyTime_AsMicroseconds\0"
    "_PyTime_AsMilliseconds\0"
    "_PyTime_AsNanoseconds\0"
    "_PyTime_AsNanosecondsObject\0"
    "_PyTime_AsSecondsDouble\0"
    "_PyTime_AsTimespec\0"
    "_PyTime_AsTimespec_clamp\0"
    "_PyTime_AsTimeval\0"
    "_PyTime_AsTimevalTime_t\0"
    "_PyTime_AsTimeval_clamp\0"
    "_PyTime_AsTimeval_noraise\0"
    "_PyTime_FromLong\0"
    "_PyTime_FromMicrosecondsClamp\0"
    "_PyTime_FromMillisecondsObject\0"
    "_PyTime_FromNanoseconds\0"
    "_PyTime_FromNanosecondsObject\0"
    "_PyTime_FromSeconds\0"
    "_PyTime_FromSecondsObject\0"
    "_PyTime_FromTimespec\0"
    "_PyTime_FromTimeval\0"
    "_PyTime_GetMonotonicClock\0"
    "_PyTime_GetMonotonicClockWithInfo\0"
    "_PyTime_GetPerfCounter\0"
    "_PyTime_GetPerfCounterWithInfo\0"
    "_PyTime_GetSystemClock\0"
    "_PyTime_GetSystemClockWithInfo\0"
    "_PyTime_Init\0"
    "_PyTime_MonotonicWithInfo\0"
    "_PyTime_MulDiv\0"
    "_PyTime_ObjectToTime_t\0"
    "_PyTime_ObjectToTimespec\0"
    "_PyTime_ObjectToTimeval\0"
    "_PyTime_gmtime\0"
    "_PyTime_localtime\0"
    "_PyToken_OneChar\0"
    "_PyToken_ThreeChars\0"
    "_PyToken_TwoChars\0"
    "_PyTraceBack_FromFrame\0"
    "_PyTraceBack_Print_Indented\0"
    "_PyTraceMalloc_ClearTraces\0"
    "_PyTraceMalloc_Fini\0"
    "_PyTraceMalloc_GetMemory\0"
    "_PyTraceMalloc_GetObjectTraceback\0"
    "_PyTraceMalloc_GetTraceback\0"
    "_PyTraceMalloc_GetTracebackLimit\0"
    "_PyTraceMalloc_GetTracedMemory\0"
    "_PyTraceMalloc_GetTraces\0"
    "_PyTraceMalloc_Init\0"
    "_PyTraceMalloc_IsTracing\0"
    "_PyTraceMalloc_NewReference\0"
    "_PyTraceMalloc_ResetPeak\0"
    "_PyTraceMalloc_Start\0"
    "_PyTraceMalloc_Stop\0"
    "_PyTraceMalloc_Track\0"
    "_PyTraceMalloc_Untrack\0"
    "_PyTraceback_Add\0"
    "_PyTrash_begin\0"
    "_PyTrash_cond\0"
    "_PyTrash_delete_later\0"
    "_PyTrash_delete_nesting\0"
    "_PyTrash_deposit_object\0"
    "_PyTrash_destroy_chain\0"
    "_PyTrash_end\0"
    "_PyTrash_thread_deposit_object\0"
    "_PyTrash_thread_destroy_chain\0"
    "_PyTuple_BinarySlice\0"
    "_PyTuple_Concat\0"
    "_PyTuple_DebugMallocStats\0"
    "_PyTuple_FromArray\0"
    "_PyTuple_FromArraySteal\0"
    "_PyTuple_FromPair\0"
    "_PyTuple_FromPairSteal\0"
    "_PyTuple_FromStackRefStealOnSuccess\0"
    "_PyTuple_MaybeUntrack\0"
    "_PyTuple_Resize\0"
    "_PyType_AllocNoTrack\0"
    "_PyType_CacheInitForSpecialization\0"
    "_PyType_CalculateMetaclass\0"
    "_PyType_CheckConsistency\0"
    "_PyType_Fini\0"
    "_PyType_GetBaseByToken_Borrow\0"
    "_PyType_GetDict\0"
    "_PyType_GetDocFromInternalDoc\0"
    "_PyType_GetModuleByDef\0"
    "_PyType_GetModuleByDef2\0"
    "_PyType_GetModuleByDef3\0"
    "_PyType_GetSlotWrapperNames\0"
    "_PyType_GetTextSignatureFromInternalDoc\0"
    "_PyType_InitSubclasses\0"
    "_PyType_Lookup\0"
    "_PyType_LookupId\0"
    "_PyType_LookupRef\0"
    "_PyType_LookupRefAndVersion\0"
    "_PyType_LookupSubclasses\0"
    "_PyType_Name\0"
    "_PyType_NewManagedObject\0"
    "_PyType_SetVersion\0"
    "_PyTypes_Init\0"
    "_PyUnicodeTranslateError_Create\0"
    "_PyUnicodeWriter_Dealloc\0"
    "_PyUnicodeWriter_Finish\0"
    "_PyUnicodeWriter_Init\0"
    "_PyUnicodeWriter_PrepareInternal\0"
    "_PyUnicodeWriter_PrepareKindInternal\0"
    "_PyUnicodeWriter_WriteASCIIString\0"
    "_PyUnicodeWriter_WriteChar\0"
    "_PyUnicodeWriter_WriteLatin1String\0"
    "_PyUnicodeWriter_WriteStr\0"
    "_PyUnicodeWriter_WriteSubstring\0"
    "_PyUnicode_AsASCIIString\0"
    "_PyUnicode_AsKind\0"
    "_PyUnicode_AsLatin1String\0"
    "_PyUnicode_AsUTF8NoNUL\0"
    "_PyUnicode_AsUTF8String\0"
    "_PyUnicode_AsUnicode\0"
    "_PyUnicode_AsWideCharString\0"
    "_PyUnicode_BinarySlice\0"
    "_PyUnicode_CheckConsistency\0"
    "_PyUnicode_ClearStaticStrings\0"
    "_PyUnicode_Copy\0"
    "_PyUnicode_DecodeRawUnicodeEscapeStateful\0"
    "_PyUnicode_DecodeUnicodeEscape\0"
    "_PyUnicode_DecodeUnicodeEscapeInternal\0"
    "_PyUnicode_DecodeUnicodeEscapeInternal2\0"
    "_PyUnicode_DecodeUnicodeEscapeStateful\0"
    "_PyUnicode_DecodeUnicodeInternal\0"
    "_PyUnicode_EQ\0"
    "_PyUnicode_EncodeCharmap\0"
    "_PyUnicode_EncodeUTF16\0"
    "_PyUnicode_EncodeUTF32\0"
    "_PyUnicode_EncodeUTF7\0"
    "_PyUnicode_Equal\0"
    "_PyUnicode_EqualToASCIIId\0"
    "_PyUnicode_EqualToASCIIString\0"
    "_PyUnicode_ExactDealloc\0"
    "_PyUnicode_ExtendedCase\0"
    "_PyUnicode_FastCopyCharacters\0"
    "_PyUnicode_FastFill\0"
    "_PyUnicode_FindMaxChar\0"
    "_PyUnicode_Fini\0"
    "_PyUnicode_FormatAdvancedWriter\0"
    "_PyUnicode_FormatLong\0"
    "_PyUnicode_FromASCII\0"
    "_PyUnicode_FromId\0"
    "_PyUnicode_Init\0"
    "_PyUnicode_InitEncodings\0"
    "_PyUnicode_InsertThousandsGrouping\0"
    "_PyUnicode_InternImmortal\0"
    "_PyUnicode_InternInPlace\0"
    "_PyUnicode_InternMortal\0"
    "_PyUnicode_IsAlpha\0"
    "_PyUnicode_IsCaseIgnorable\0"
    "_PyUnicode_IsCased\0"
    "_PyUnicode_IsDecimalDigit\0"
    "_PyUnicode_IsDigit\0"
    "_PyUnicode_IsLinebreak\0"
    "_PyUnicode_IsLowercase\0"
    "_PyUnicode_IsNumeric\0"
    "_PyUnicode_IsPrintable\0"
    "_PyUnicode_IsTitlecase\0"
    "_PyUnicode_IsUppercase\0"
    "_PyUnicode_IsWhitespace\0"
    "_PyUnicode_IsXidContinue\0"
    "_PyUnicode_IsXidStart\0"
    "_PyUnicode_JoinArray\0"
    "_PyUnicode_Ready\0"
    "_PyUnicode_ScanIdentifier\0"
    "_PyUnicode_ToDecimalDigit\0"
    "_PyUnicode_ToDigit\0"
    "_PyUnicode_ToFoldedFull\0"
    "_PyUnicode_ToLowerFull\0"
    "_PyUnicode_ToLowercase\0"
    "_PyUnicode_ToNumeric\0"
    "_PyUnicode_ToTitleFull\0"
    "_PyUnicode_ToTitlecase\0"
    "_PyUnicode_ToUpperFull\0"
    "_PyUnicode_ToUppercase\0"
    "_PyUnicode_TransformDecimalAndSpaceToASCII\0"
    "_PyUnicode_TypeRecords\0"
    "_PyUnicode_WideCharString_Converter\0"
    "_PyUnicode_WideCharString_Opt_Converter\0"
    "_PyUnicode_XStrip\0"
    "_PyUnion_Type\0"
    "_PyWarnings_Fini\0"
    "_PyWarnings_Init\0"
    "_PyWeakref_CallableProxyType\0"
    "_PyWeakref_ClearRef\0"
    "_PyWeakref_GetWeakrefCount\0"
    "_PyWeakref_IsDead\0"
    "_PyWeakref_ProxyType\0"
    "_PyWeakref_RefType\0"
    "_PyWideStringList_AsList\0"
    "_PyWideStringList_Clear\0"
    "_PyWideStringList_Copy\0"
    "_PyWideStringList_Extend\0"
    "_PyXIData_Clear\0"
    "_PyXIData_FormatNotShareableError\0"
    "_PyXIData_Free\0"
    "_PyXIData_GetNotShareableErrorType\0"
    "_PyXIData_Init\0"
    "_PyXIData_InitWithSize\0"
    "_PyXIData_Lookup\0"
    "_PyXIData_New\0"
    "_PyXIData_NewObject\0"
    "_PyXIData_RegisterClass\0"
    "_PyXIData_Release\0"
    "_PyXIData_ReleaseAndRawFree\0"
    "_PyXIData_SetNotShareableError\0"
    "_PyXIData_UnregisterClass\0"
    "_PyXI_ApplyCapturedException\0"
    "_PyXI_ApplyError\0"
    "_PyXI_ApplyNamespace\0"
    "_PyXI_ClearExcInfo\0"
    "_PyXI_ClearResult\0"
    "_PyXI_EndInterpreter\0"
    "_PyXI_Enter\0"
    "_PyXI_ExcInfoAsObject\0"
    "_PyXI_Exit\0"
    "_PyXI_FillNamespaceFromDict\0"
    "_PyXI_FormatExcInfo\0"
    "_PyXI_FreeExcInfo\0"
    "_PyXI_FreeFailure\0"
    "_PyXI_FreeNamespace\0"
    "_PyXI_FreeSession\0"
    "_PyXI_GetFailureCode\0"
    "_PyXI_GetMainNamespace\0"
    "_PyXI_GetPreserved\0"
    "_PyXI_HasCapturedException\0"
    "_PyXI_InitExcInfo\0"
    "_PyXI_InitFailure\0"
    "_PyXI_InitFailureUTF8\0"
    "_PyXI_NamespaceFromNames\0"
    "_PyXI_NewExcInfo\0"
    "_PyXI_NewFailure\0"
    "_PyXI_NewInterpreter\0"
    "_PyXI_NewSession\0"
    "_PyXI_Preserve\0"
    "_PyXI_UnwrapNotShareableError\0"
    "_Py_AnnAssign\0"
    "_Py_Assert\0"
    "_Py_Assign\0"
    "_Py_AsyncFor\0"
    "_Py_AsyncFunctionDef\0"
    "_Py_AsyncWith\0"
    "_Py_AtExit\0"
    "_Py_Attribute\0"
    "_Py_AugAssign\0"
    "_Py_Await\0"
    "_Py_BinOp\0"
    "_Py_BoolOp\0"
    "_Py_Break\0"
    "_Py_BreakPoint\0"
    "_Py_BuildMap_StackRefSteal\0"
    "_Py_BuildString_StackRefSteal\0"
    "_Py_BuildValue_SizeT\0"
    "_Py_BuiltinCallFastWithKeywords_StackRef\0"
    "_Py_BuiltinCallFast_StackRef\0"
    "_Py_Bytes\0"
    "_Py_CalculateSuggestions\0"
    "_Py_Call\0"
    "_Py_CallBuiltinClass_StackRef\0"
    "_Py_CheckFunctionResult\0"
    "_Py_CheckHashBasedPycsMode\0"
    "_Py_CheckRecursionLimit\0"
    "_Py_CheckRecursiveCall\0"
    "_Py_CheckRecursiveCallPy\0"
    "_Py_Check_ArgsIterable\0"
    "_Py_ClassDef\0"
    "_Py_ClearArgcArgv\0"
    "_Py_ClearExecutorDeletionList\0"
    "_Py_ClearFileSystemEncoding\0"
    "_Py_ClearStandardStreamEncoding\0"
    "_Py_CoerceLegacyLocale\0"
    "_Py_Compare\0"
    "_Py_Constant\0"
    "_Py_Continue\0"
    "_Py_Dealloc\0"
    "_Py_DecRef\0"
    "_Py_DecRefShared\0"
    "_Py_DecRefSharedDebug\0"
    "_Py_DecodeLocaleEx\0"
    "_Py_DecodeUTF8Ex\0"
    "_Py_DecodeUTF8_surrogateescape\0"
    "_Py_Delete\0"
    "_Py_Dict\0"
    "_Py_DictComp\0"
    "_Py_DisplaySourceLine\0"
    "_Py_DumpASCII\0"
    "_Py_DumpDecimal\0"
    "_Py_DumpExtensionModules\0"
    "_Py_DumpHexadecimal\0"
    "_Py_DumpPathConfig\0"
    "_Py_DumpStack\0"
    "_Py_DumpTraceback\0"
    "_Py_DumpTracebackThreads\0"
    "_Py_Ellipsis\0"
    "_Py_EllipsisObject\0"
    "_Py_EncodeLocaleEx\0"
    "_Py_EncodeLocaleRaw\0"
    "_Py_EncodeUTF8Ex\0"
    "_Py_ExceptHandler\0"
    "_Py_ExecutorDetach\0"
    "_Py_Executor_DependsOn\0"
    "_Py_Executors_InvalidateAll\0"
    "_Py_Executors_InvalidateCold\0"
    "_Py_Executors_InvalidateDependency\0"
    "_Py_Expr\0"
    "_Py_Expression\0"
    "_Py_ExtSlice\0"
    "_Py_FalseStruct\0"
    "_Py_FatalErrorFormat\0"
    "_Py_FatalErrorFunc\0"
    "_Py_FatalError_TstateNULL\0"
    "_Py_FatalInitError\0"
    "_Py_FatalRefcountErrorFunc\0"
    "_Py_FdIsInteractive\0"
    "_Py_Finalizing\0"
    "_Py_FindEnvConfigValue\0"
    "_Py_FinishPendingCalls\0"
    "_Py_For\0"
    "_Py_ForgetReference\0"
    "_Py_FormattedValue\0"
    "_Py_FreeCharPArray\0"
    "_Py_FunctionAttributeOffsets\0"
    "_Py_FunctionDef\0"
    "_Py_FunctionType\0"
    "_Py_GeneratorExp\0"
    "_Py_GetAllocatedBlocks\0"
    "_Py_GetBaseCodeUnit\0"
    "_Py_GetBuiltWithAssert\0"
    "_Py_GetConfig\0"
    "_Py_GetConfigsAsDict\0"
    "_Py_GetEnv\0"
    "_Py_GetErrorHandler\0"
    "_Py_GetExecutor\0"
    "_Py_GetForceASCII\0"
    "_Py_GetGlobalVariablesAsDict\0"
    "_Py_GetLocaleEncoding\0"
    "_Py_GetLocaleEncodingObject\0"
    "_Py_GetLocaleconvNumeric\0"
    "_Py_GetStdlibDir\0"
    "_Py_GetThreadLocal_Addr\0"
    "_Py_Get_Getpath_CodeObject\0"
    "_Py_Gid_Converter\0"
    "_Py_Global\0"
    "_Py_HandlePending\0"
    "_Py_HandleSystemExit\0"
    "_Py_HasFileSystemDefaultEncodeErrors\0"
    "_Py_HashBytes\0"
    "_Py_HashDouble\0"
    "_Py_HashPointer\0"
    "_Py_HashPointerRaw\0"
    "_Py_HashRandomization_Fini\0"
    "_Py_HashRandomization_Init\0"
    "_Py_HashSecret\0"
    "_Py_INTERPRETER_TRAMPOLINE_INSTRUCTIONS_PTR\0"
    "_Py_If\0"
    "_Py_IfExp\0"
    "_Py_Import\0"
    "_Py_ImportFrom\0"
    "_Py_IncRef\0"
    "_Py_Index\0"
    "_Py_InitCleanup\0"
    "_Py_InitDumpStack\0"
    "_Py_InitializeCore\0"
    "_Py_InitializeCore_impl\0"
    "_Py_InitializeEx_Private\0"
    "_Py_InitializeFromConfig\0"
    "_Py_InitializeMain\0"
    "_Py_InitializeMainInterpreter\0"
    "_Py_InitializeRecursionLimits\0"
    "_Py_Initialize_ReadEnvVarsNoAlloc\0"
    "_Py_Instrument\0"
    "_Py_Interactive\0"
    "_Py_IsCoreInitialized\0"
    "_Py_IsFinalizing\0"
    "_Py_IsInterpreterFinalizing\0"
    "_Py_IsLocaleCoercionTarget\0"
    "_Py_IsPrivateName\0"
    "_Py_IsValidFD\0"
    "_Py_JoinedStr\0"
    "_Py_KeyedHash\0"
    "_Py_Lambda\0"
    "_Py_LegacyLocaleDetected\0"
    "_Py_List\0"
    "_Py_ListComp\0"
    "_Py_LoadAttr_StackRefSteal\0"
    "_Py_M__importlib\0"
    "_Py_M__importlib_bootstrap\0"
    "_Py_M__importlib_bootstrap_external\0"
    "_Py_M__importlib_external\0"
    "_Py_M__zipimport\0"
    "_Py_MakeCoro\0"
    "_Py_Mangle\0"
    "_Py_MergeZeroLocalRefcount\0"
    "_Py_Module\0"
    "_Py_Name\0"
    "_Py_NameConstant\0"
    "_Py_NamedExpr\0"
    "_Py_NegativeRefcount\0"
    "_Py_NewInterpreter\0"
    "_Py_NewReference\0"
    "_Py_NewReferenceNoTotal\0"
    "_Py_NoneStruct\0"
    "_Py_Nonlocal\0"
    "_Py_NotImplementedStruct\0"
    "_Py_Num\0"
    "_Py_PackageContext\0"
    "_Py_Pass\0"
    "_Py_PreInitializeFromConfig\0"
    "_Py_PreInitializeFromPyArgv\0"
    "_Py_PyAtExit\0"
    "_Py_Raise\0"
    "_Py_ReachedRecursionLimit\0"
    "_Py_ReachedRecursionLimitWithMargin\0"
    "_Py_ReadHashSeed\0"
    "_Py_ReadyTypes\0"
    "_Py_RefTotal\0"
    "_Py_ReleaseInternedUnicodeStrings\0"
    "_Py_ResetForceASCII\0"
    "_Py_RestoreSignals\0"
    "_Py_ResurrectReference\0"
    "_Py_Return\0"
    "_Py_Set\0"
    "_Py_SetComp\0"
    "_Py_SetFileSystemEncoding\0"
    "_Py_SetImmortal\0"
    "_Py_SetImmortalUntracked\0"
    "_Py_SetLocaleFromEnv\0"
    "_Py_SetProgramFullPath\0"
    "_Py_SetRefcnt\0"
    "_Py_Sigset_Converter\0"
    "_Py_Slice\0"
    "_Py_SourceAsString\0"
    "_Py_SpecialMethods\0"
    "_Py_Specialize_BinaryOp\0"
    "_Py_Specialize_Call\0"
    "_Py_Specialize_CallFunctionEx\0"
    "_Py_Specialize_CallKw\0"
    "_Py_Specialize_CompareOp\0"
    "_Py_Specialize_ContainsOp\0"
    "_Py_Specialize_ForIter\0"
    "_Py_Specialize_GetIter\0"
    "_Py_Specialize_LoadAttr\0"
    "_Py_Specialize_LoadGlobal\0"
    "_Py_Specialize_LoadSuperAttr\0"
    "_Py_Specialize_Resume\0"
    "_Py_Specialize_Send\0"
    "_Py_Specialize_StoreAttr\0"
    "_Py_Specialize_StoreSubscr\0"
    "_Py_Specialize_ToBool\0"
    "_Py_Specialize_UnpackSequence\0"
    "_Py_Starred\0"
    "_Py_Str\0"
    "_Py_Subscript\0"
    "_Py_Suite\0"
    "_Py_SwappedOp\0"
    "_Py_SymtableStringObjectFlags\0"
    "_Py_TrueStruct\0"
    "_Py_Try\0"
    "_Py_Tuple\0"
    "_Py_TypeIgnore\0"
    "_Py_UTF8_Edit_Cost\0"
    "_Py_Uid_Converter\0"
    "_Py_UnaryOp\0"
    "_Py_UnhandledKeyboardInterrupt\0"
    "_Py_UniversalNewlineFgetsWithSize\0"
    "_Py_UnixMain\0"
    "_Py_VaBuildStack\0"
    "_Py_VaBuildStack_SizeT\0"
    "_Py_VaBuildValue_SizeT\0"
    "_Py_VectorCallInstrumentation_StackRefSteal\0"
    "_Py_VectorCall_StackRefSteal\0"
    "_Py_While\0"
    "_Py_With\0"
    "_Py_WriteIndent\0"
    "_Py_WriteIndentedMargin\0"
    "_Py_Yield\0"
    "_Py_YieldFrom\0"
    "_Py_abspath\0"
    "_Py_abstract_hack\0"
    "_Py_add_one_to_index_C\0"
    "_Py_add_one_to_index_F\0"
    "_Py_addarc\0"
    "_Py_addbit\0"
    "_Py_adddfa\0"
    "_Py_addfirstsets\0"
    "_Py_addlabel\0"
    "_Py_addstate\0"
    "_Py_alias\0"
    "_Py_arg\0"
    "_Py_arguments\0"
    "_Py_ascii_whitespace\0"
    "_Py_asdl_int_seq_new\0"
    "_Py_asdl_seq_new\0"
    "_Py_bit_length\0"
    "_Py_bytes_capitalize\0"
    "_Py_bytes_contains\0"
    "_Py_bytes_count\0"
    "_Py_bytes_endswith\0"
    "_Py_bytes_find\0"
    "_Py_bytes_index\0"
    "_Py_bytes_isalnum\0"
    "_Py_bytes_isalpha\0"
    "_Py_bytes_isascii\0"
    "_Py_bytes_isdigit\0"
    "_Py_bytes_islower\0"
    "_Py_bytes_isspace\0"
    "_Py_bytes_istitle\0"
    "_Py_bytes_isupper\0"
    "_Py_bytes_lower\0"
    "_Py_bytes_maketrans\0"
    "_Py_bytes_rfind\0"
    "_Py_bytes_rindex\0"
    "_Py_bytes_startswith\0"
    "_Py_bytes_swapcase\0"
    "_Py_bytes_title\0"
    "_Py_bytes_upper\0"
    "_Py_c_abs\0"
    "_Py_c_diff\0"
    "_Py_c_neg\0"
    "_Py_c_pow\0"
    "_Py_c_prod\0"
    "_Py_c_quot\0"
    "_Py_c_sum\0"
    "_Py_call_instrumentation\0"
    "_Py_call_instrumentation_2args\0"
    "_Py_call_instrumentation_arg\0"
    "_Py_call_instrumentation_exc2\0"
    "_Py_call_instrumentation_instruction\0"
    "_Py_call_instrumentation_jump\0"
    "_Py_call_instrumentation_line\0"
    "_Py_capitalize__doc__\0"
    "_Py_center__doc__\0"
    "_Py_closerange\0"
    "_Py_comprehension\0"
    "_Py_convert_optional_to_non_negative_ssize_t\0"
    "_Py_convert_optional_to_ssize_t\0"
    "_Py_count__doc__\0"
    "_Py_cr_diff\0"
    "_Py_cr_prod\0"
    "_Py_cr_quot\0"
    "_Py_cr_sum\0"
    "_Py_ctype_table\0"
    "_Py_ctype_tolower\0"
    "_Py_ctype_toupper\0"
    "_Py_delbitset\0"
    "_Py_device_encoding\0"
    "_Py_dg_dtoa\0"
    "_Py_dg_freedtoa\0"
    "_Py_dg_infinity\0"
    "_Py_dg_stdnan\0"
    "_Py_dg_strtod\0"
    "_Py_dict_lookup\0"
    "_Py_dup\0"
    "_Py_endswith__doc__\0"
    "_Py_expandtabs__doc__\0"
    "_Py_find__doc__\0"
    "_Py_findlabel\0"
    "_Py_fopen\0"
    "_Py_fopen_obj\0"
    "_Py_freegrammar\0"
    "_Py_fstat\0"
    "_Py_fstat_noraise\0"
    "_Py_get_387controlword\0"
    "_Py_get_blocking\0"
    "_Py_get_env_flag\0"
    "_Py_get_inheritable\0"
    "_Py_get_xoption\0"
    "_Py_gitidentifier\0"
    "_Py_gitversion\0"
    "_Py_global_config_int_max_str_digits\0"
    "_Py_hashtable_clear\0"
    "_Py_hashtable_compare_direct\0"
    "_Py_hashtable_copy\0"
    "_Py_hashtable_destroy\0"
    "_Py_hashtable_foreach\0"
    "_Py_hashtable_get\0"
    "_Py_hashtable_get_entry\0"
    "_Py_hashtable_hash_ptr\0"
    "_Py_hashtable_len\0"
    "_Py_hashtable_new\0"
    "_Py_hashtable_new_full\0"
    "_Py_hashtable_pop\0"
    "_Py_hashtable_set\0"
    "_Py_hashtable_size\0"
    "_Py_hashtable_steal\0"
    "_Py_index__doc__\0"
    "_Py_isabs\0"
    "_Py_isalnum__doc__\0"
    "_Py_isalpha__doc__\0"
    "_Py_isascii__doc__\0"
    "_Py_isdigit__doc__\0"
    "_Py_islower__doc__\0"
    "_Py_isspace__doc__\0"
    "_Py_istitle__doc__\0"
    "_Py_isupper__doc__\0"
    "_Py_keyword\0"
    "_Py_ljust__doc__\0"
    "_Py_lower__doc__\0"
    "_Py_maketrans__doc__\0"
    "_Py_mergebitset\0"
    "_Py_meta_grammar\0"
    "_Py_newbitset\0"
    "_Py_newgrammar\0"
    "_Py_normalize_encoding\0"
    "_Py_normpath\0"
    "_Py_open\0"
    "_Py_open_cloexec_works\0"
    "_Py_open_noraise\0"
    "_Py_parse_inf_or_nan\0"
    "_Py_path_config\0"
    "_Py_pgen\0"
    "_Py_rc_diff\0"
    "_Py_rc_quot\0"
    "_Py_read\0"
    "_Py_rfind__doc__\0"
    "_Py_rindex__doc__\0"
    "_Py_rjust__doc__\0"
    "_Py_samebitset\0"
    "_Py_set_387controlword\0"
    "_Py_set_blocking\0"
    "_Py_set_inheritable\0"
    "_Py_set_inheritable_async_safe\0"
    "_Py_startswith__doc__\0"
    "_Py_stat\0"
    "_Py_str_to_int\0"
    "_Py_strerror\0"
    "_Py_strhex\0"
    "_Py_strhex_bytes\0"
    "_Py_strhex_bytes_with_sep\0"
    "_Py_strhex_with_sep\0"
    "_Py_string_to_number_with_underscores\0"
    "_Py_swapcase__doc__\0"
    "_Py_title__doc__\0"
    "_Py_tracemalloc_config\0"
    "_Py_trampoline_func_end\0"
    "_Py_trampoline_func_start\0"
    "_Py_translatelabels\0"
    "_Py_union_type_or\0"
    "_Py_uop_symbols_test\0"
    "_Py_upper__doc__\0"
    "_Py_wfopen\0"
    "_Py_wgetcwd\0"
    "_Py_withitem\0"
    "_Py_wreadlink\0"
    "_Py_wrealpath\0"
    "_Py_write\0"
    "_Py_write_noraise\0"
    "_Py_zfill__doc__\0";

const size_t a3_stable_row_count = 967;
const a3_stable_row a3_stable_rows[] = {
    {0, A3_VERSION(3, 15), 0, 0, 0},
    {16, A3_VERSION(3, 10), 0, 0, 0},
    {231, A3_VERSION(3, 2), 0, 0, 0},
    {288, A3_VERSION(3, 2), 0, 0, 0},
    {305, A3_VERSION(3, 2), 0, 0, 0},
    {333, A3_VERSION(3, 2), 0, 0, 0},
    {351, A3_VERSION(3, 2), 0, 0, 0},
    {365, A3_VERSION(3, 2), 0, 0, 0},
    {395, A3_VERSION(3, 2), 0, 0, 0},
    {499, A3_VERSION(3, 2), 1, 0, 0},
    {517, A3_VERSION(3, 2), 0, 0, 0},
    {533, A3_VERSION(3, 2), 1, 0, 0},
    {545, A3_VERSION(3, 11), 0, 0, 0},
    {576, A3_VERSION(3, 11), 0, 0, 0},
    {594, A3_VERSION(3, 11), 0, 0, 0},
    {618, A3_VERSION(3, 11), 0, 0, 0},
    {638, A3_VERSION(3, 11), 0, 0, 0},
    {660, A3_VERSION(3, 11), 0, 0, 0},
    {677, A3_VERSION(3, 11), 0, 0, 0},
    {701, A3_VERSION(3, 11), 0, 0, 0},
    {833, A3_VERSION(3, 2), 1, 0, 0},
    {854, A3_VERSION(3, 2), 0, 0, 0},
    {875, A3_VERSION(3, 2), 0, 0, 0},
    {911, A3_VERSION(3, 2), 0, 0, 0},
    {934, A3_VERSION(3, 2), 0, 0, 0},
    {981, A3_VERSION(3, 2), 0, 0, 0},
    {1000, A3_VERSION(3, 2), 0, 0, 0},
    {1017, A3_VERSION(3, 2), 1, 0, 0},
    {1049, A3_VERSION(3, 2), 1, 0, 0},
    {1356, A3_VERSION(3, 2), 0, 0, 0},
    {1373, A3_VERSION(3, 2), 0, 0, 0},
    {1397, A3_VERSION(3, 2), 0, 0, 0},
    {1412, A3_VERSION(3, 2), 0, 0, 0},
    {1433, A3_VERSION(3, 2), 0, 0, 0},
    {1467, A3_VERSION(3, 2), 0, 0, 0},
    {1486, A3_VERSION(3, 2), 0, 0, 0},
    {1506, A3_VERSION(3, 2), 0, 0, 0},
    {1525, A3_VERSION(3, 2), 0, 0, 0},
    {1544, A3_VERSION(3, 2), 0, 0, 0},
    {1583, A3_VERSION(3, 2), 0, 0, 0},
    {1596, A3_VERSION(3, 2), 0, 0, 0},
    {1609, A3_VERSION(3, 2), 1, 0, 0},
    {1622, A3_VERSION(3, 2), 0, 0, 1},
    {1682, A3_VERSION(3, 2), 0, 0, 0},
    {1703, A3_VERSION(3, 2), 0, 0, 0},
    {1727, A3_VERSION(3, 2), 0, 0, 0},
    {1747, A3_VERSION(3, 4), 0, 0, 0},
    {1763, A3_VERSION(3, 2), 0, 0, 0},
    {1781, A3_VERSION(3, 2), 1, 0, 0},
    {1798, A3_VERSION(3, 9), 0, 0, 0},
    {1827, A3_VERSION(3, 2), 0, 0, 0},
    {1842, A3_VERSION(3, 2), 1, 0, 0},
    {1858, A3_VERSION(3, 2), 0, 0, 0},
    {1875, A3_VERSION(3, 2), 0, 0, 0},
    {1896, A3_VERSION(3, 2), 0, 0, 0},
    {1920, A3_VERSION(3, 2), 0, 0, 0},
    {1938, A3_VERSION(3, 2), 0, 0, 0},
    {1959, A3_VERSION(3, 2), 0, 0, 0},
    {1976, A3_VERSION(3, 2), 0, 0, 0},
    {1994, A3_VERSION(3, 2), 0, 0, 0},
    {2008, A3_VERSION(3, 2), 0, 0, 0},
    {2029, A3_VERSION(3, 2), 0, 0, 0},
    {2053, A3_VERSION(3, 2), 0, 0, 0},
    {2071, A3_VERSION(3, 2), 0, 0, 0},
    {2092, A3_VERSION(3, 2), 1, 0, 0},
    {2152, A3_VERSION(3, 2), 1, 0, 0},
    {2442, A3_VERSION(3, 2), 0, 0, 0},
    {2473, A3_VERSION(3, 2), 0, 0, 0},
    {2488, A3_VERSION(3, 2), 0, 0, 0},
    {2504, A3_VERSION(3, 2), 0, 0, 0},
    {2519, A3_VERSION(3, 2), 0, 0, 0},
    {2535, A3_VERSION(3, 2), 0, 0, 0},
    {2556, A3_VERSION(3, 2), 0, 0, 0},
    {2583, A3_VERSION(3, 2), 0, 0, 0},
    {2610, A3_VERSION(3, 2), 0, 0, 0},
    {2632, A3_VERSION(3, 2), 0, 0, 0},
    {2652, A3_VERSION(3, 7), 0, 0, 0},
    {2678, A3_VERSION(3, 2), 0, 0, 0},
    {2695, A3_VERSION(3, 2), 0, 0, 0},
    {2717, A3_VERSION(3, 2), 0, 0, 0},
    {2739, A3_VERSION(3, 2), 0, 0, 0},
    {2760, A3_VERSION(3, 2), 0, 0, 0},
    {2781, A3_VERSION(3, 2), 0, 0, 0},
    {2802, A3_VERSION(3, 10), 0, 0, 0},
    {2821, A3_VERSION(3, 2), 0, 0, 0},
    {2977, A3_VERSION(3, 2), 0, 0, 0},
    {2999, A3_VERSION(3, 2), 0, 0, 0},
    {3022, A3_VERSION(3, 2), 0, 0, 0},
    {3045, A3_VERSION(3, 2), 1, 0, 0},
    {3632, A3_VERSION(3, 15), 0, 0, 0},
    {3687, A3_VERSION(3, 15), 0, 0, 0},
    {3710, A3_VERSION(3, 15), 0, 0, 0},
    {3763, A3_VERSION(3, 15), 0, 0, 0},
    {3800, A3_VERSION(3, 2), 0, 0, 0},
    {3823, A3_VERSION(3, 2), 0, 0, 0},
    {3841, A3_VERSION(3, 2), 0, 0, 0},
    {3859, A3_VERSION(3, 2), 0, 0, 0},
    {3896, A3_VERSION(3, 2), 1, 0, 0},
    {3913, A3_VERSION(3, 2), 1, 0, 0},
    {3933, A3_VERSION(3, 2), 1, 0, 0},
    {3952, A3_VERSION(3, 2), 1, 0, 0},
    {3973, A3_VERSION(3, 2), 1, 0, 0},
    {3989, A3_VERSION(3, 2), 0, 0, 0},
    {4005, A3_VERSION(3, 2), 1, 0, 0},
    {4022, A3_VERSION(3, 8), 1, 0, 0},
    {4045, A3_VERSION(3, 8), 1, 0, 0},
    {4067, A3_VERSION(3, 8), 1, 0, 0},
    {4091, A3_VERSION(3, 2), 1, 0, 0},
    {4127, A3_VERSION(3, 2), 0, 0, 0},
    {4181, A3_VERSION(3, 2), 0, 0, 0},
    {4219, A3_VERSION(3, 2), 0, 0, 0},
    {4231, A3_VERSION(3, 2), 0, 0, 0},
    {4246, A3_VERSION(3, 2), 0, 0, 0},
    {4279, A3_VERSION(3, 2), 0, 0, 0},
    {4294, A3_VERSION(3, 13), 0, 0, 0},
    {4312, A3_VERSION(3, 2), 0, 0, 0},
    {4333, A3_VERSION(3, 13), 0, 0, 0},
    {4357, A3_VERSION(3, 2), 0, 0, 0},
    {4381, A3_VERSION(3, 2), 0, 0, 0},
    {4394, A3_VERSION(3, 2), 0, 0, 0},
    {4406, A3_VERSION(3, 2), 0, 0, 0},
    {4419, A3_VERSION(3, 2), 0, 0, 0},
    {4440, A3_VERSION(3, 2), 0, 0, 0},
    {4451, A3_VERSION(3, 2), 0, 0, 0},
    {4509, A3_VERSION(3, 15), 0, 0, 0},
    {4530, A3_VERSION(3, 2), 0, 0, 0},
    {4545, A3_VERSION(3, 2), 0, 0, 0},
    {4566, A3_VERSION(3, 2), 0, 0, 0},
    {4578, A3_VERSION(3, 2), 1, 0, 0},
    {4605, A3_VERSION(3, 2), 0, 0, 0},
    {4619, A3_VERSION(3, 2), 0, 0, 0},
    {4646, A3_VERSION(3, 2), 1, 0, 0},
    {4662, A3_VERSION(3, 2), 1, 0, 0},
    {4674, A3_VERSION(3, 2), 0, 0, 0},
    {4692, A3_VERSION(3, 2), 0, 0, 0},
    {4714, A3_VERSION(3, 2), 0, 0, 0},
    {4733, A3_VERSION(3, 2), 0, 0, 0},
    {4745, A3_VERSION(3, 2), 0, 0, 0},
    {4759, A3_VERSION(3, 12), 0, 0, 0},
    {4782, A3_VERSION(3, 2), 0, 0, 0},
    {4805, A3_VERSION(3, 2), 0, 0, 0},
    {4817, A3_VERSION(3, 2), 0, 0, 0},
    {4853, A3_VERSION(3, 5), 0, 0, 0},
    {4867, A3_VERSION(3, 7), 0, 0, 0},
    {4884, A3_VERSION(3, 11), 0, 0, 0},
    {4910, A3_VERSION(3, 12), 0, 0, 0},
    {4935, A3_VERSION(3, 2), 0, 0, 0},
    {4963, A3_VERSION(3, 2), 0, 0, 0},
    {4982, A3_VERSION(3, 2), 0, 0, 0},
    {5008, A3_VERSION(3, 2), 0, 0, 0},
    {5023, A3_VERSION(3, 2), 0, 0, 0},
    {5048, A3_VERSION(3, 2), 0, 0, 0},
    {5063, A3_VERSION(3, 2), 0, 0, 0},
    {5075, A3_VERSION(3, 2), 0, 0, 0},
    {5089, A3_VERSION(3, 2), 0, 0, 0},
    {5164, A3_VERSION(3, 6), 0, 0, 0},
    {5186, A3_VERSION(3, 2), 0, 0, 0},
    {5200, A3_VERSION(3, 7), 0, 1, 0},
    {5227, A3_VERSION(3, 7), 0, 1, 0},
    {5266, A3_VERSION(3, 7), 0, 1, 0},
    {5311, A3_VERSION(3, 7), 0, 1, 0},
    {5357, A3_VERSION(3, 7), 0, 0, 0},
    {5374, A3_VERSION(3, 2), 0, 0, 0},
    {5393, A3_VERSION(3, 2), 0, 0, 0},
    {5424, A3_VERSION(3, 2), 0, 0, 0},
    {5461, A3_VERSION(3, 7), 0, 0, 0},
    {5499, A3_VERSION(3, 7), 0, 1, 0},
    {5523, A3_VERSION(3, 7), 0, 1, 0},
    {5559, A3_VERSION(3, 11), 0, 0, 0},
    {5585, A3_VERSION(3, 7), 0, 0, 0},
    {5606, A3_VERSION(3, 6), 0, 0, 0},
    {5635, A3_VERSION(3, 2), 0, 0, 0},
    {5654, A3_VERSION(3, 10), 0, 0, 0},
    {5675, A3_VERSION(3, 2), 0, 0, 0},
    {5689, A3_VERSION(3, 2), 0, 0, 0},
    {5705, A3_VERSION(3, 12), 0, 0, 0},
    {5730, A3_VERSION(3, 2), 0, 0, 0},
    {5746, A3_VERSION(3, 2), 0, 0, 0},
    {5767, A3_VERSION(3, 7), 0, 0, 0},
    {5828, A3_VERSION(3, 2), 0, 0, 0},
    {5841, A3_VERSION(3, 2), 0, 0, 0},
    {5910, A3_VERSION(3, 2), 0, 0, 0},
    {5927, A3_VERSION(3, 2), 0, 0, 0},
    {5949, A3_VERSION(3, 2), 0, 0, 1},
    {5968, A3_VERSION(3, 2), 0, 0, 0},
    {5989, A3_VERSION(3, 2), 0, 0, 1},
    {6009, A3_VERSION(3, 2), 0, 0, 1},
    {6027, A3_VERSION(3, 2), 0, 0, 1},
    {6057, A3_VERSION(3, 2), 0, 0, 0},
    {6073, A3_VERSION(3, 2), 0, 0, 0},
    {6091, A3_VERSION(3, 2), 0, 0, 0},
    {6108, A3_VERSION(3, 2), 0, 0, 0},
    {6127, A3_VERSION(3, 2), 0, 0, 0},
    {6166, A3_VERSION(3, 2), 0, 0, 0},
    {6182, A3_VERSION(3, 13), 0, 0, 0},
    {6206, A3_VERSION(3, 13), 0, 0, 0},
    {6229, A3_VERSION(3, 13), 0, 0, 0},
    {6251, A3_VERSION(3, 2), 0, 0, 0},
    {6270, A3_VERSION(3, 2), 0, 0, 0},
    {6289, A3_VERSION(3, 2), 0, 0, 0},
    {6307, A3_VERSION(3, 2), 0, 0, 0},
    {6324, A3_VERSION(3, 2), 0, 0, 0},
    {6390, A3_VERSION(3, 2), 0, 0, 1},
    {6409, A3_VERSION(3, 2), 0, 0, 0},
    {6430, A3_VERSION(3, 2), 0, 0, 0},
    {6451, A3_VERSION(3, 2), 0, 0, 0},
    {6557, A3_VERSION(3, 2), 0, 0, 1},
    {6614, A3_VERSION(3, 2), 1, 0, 0},
    {6636, A3_VERSION(3, 2), 1, 0, 0},
    {6657, A3_VERSION(3, 2), 1, 0, 0},
    {6678, A3_VERSION(3, 2), 1, 0, 0},
    {6698, A3_VERSION(3, 11), 1, 0, 0},
    {6723, A3_VERSION(3, 7), 1, 0, 0},
    {6745, A3_VERSION(3, 7), 1, 0, 0},
    {6767, A3_VERSION(3, 2), 1, 0, 0},
    {6785, A3_VERSION(3, 2), 1, 0, 0},
    {6804, A3_VERSION(3, 7), 1, 0, 0},
    {6828, A3_VERSION(3, 7), 1, 0, 0},
    {6857, A3_VERSION(3, 7), 1, 0, 0},
    {6879, A3_VERSION(3, 7), 1, 0, 0},
    {6908, A3_VERSION(3, 7), 1, 0, 0},
    {6935, A3_VERSION(3, 2), 1, 0, 0},
    {6960, A3_VERSION(3, 2), 1, 0, 0},
    {6975, A3_VERSION(3, 10), 1, 0, 0},
    {6997, A3_VERSION(3, 2), 1, 0, 0},
    {7020, A3_VERSION(3, 2), 1, 0, 0},
    {7036, A3_VERSION(3, 7), 1, 0, 0},
    {7058, A3_VERSION(3, 7), 1, 0, 0},
    {7082, A3_VERSION(3, 2), 1, 0, 0},
    {7107, A3_VERSION(3, 2), 1, 0, 0},
    {7127, A3_VERSION(3, 2), 1, 0, 0},
    {7147, A3_VERSION(3, 2), 1, 0, 0},
    {7184, A3_VERSION(3, 2), 1, 0, 0},
    {7202, A3_VERSION(3, 2), 1, 0, 0},
    {7222, A3_VERSION(3, 2), 1, 0, 0},
    {7245, A3_VERSION(3, 2), 1, 0, 0},
    {7316, A3_VERSION(3, 7), 1, 0, 0},
    {7339, A3_VERSION(3, 7), 1, 0, 0},
    {7363, A3_VERSION(3, 2), 1, 0, 0},
    {7378, A3_VERSION(3, 2), 1, 0, 0},
    {7402, A3_VERSION(3, 2), 1, 0, 0},
    {7420, A3_VERSION(3, 2), 1, 0, 0},
    {7438, A3_VERSION(3, 6), 1, 0, 0},
    {7464, A3_VERSION(3, 2), 1, 0, 0},
    {7480, A3_VERSION(3, 7), 1, 0, 0},
    {7505, A3_VERSION(3, 2), 1, 0, 0},
    {7531, A3_VERSION(3, 2), 1, 0, 0},
    {7545, A3_VERSION(3, 2), 1, 0, 0},
    {7565, A3_VERSION(3, 2), 1, 0, 0},
    {7597, A3_VERSION(3, 7), 1, 0, 0},
    {7619, A3_VERSION(3, 7), 1, 0, 0},
    {7674, A3_VERSION(3, 7), 1, 0, 0},
    {7695, A3_VERSION(3, 2), 1, 0, 0},
    {7716, A3_VERSION(3, 7), 1, 0, 0},
    {7738, A3_VERSION(3, 2), 1, 0, 0},
    {7757, A3_VERSION(3, 2), 1, 0, 0},
    {7778, A3_VERSION(3, 7), 1, 0, 0},
    {7803, A3_VERSION(3, 2), 1, 0, 0},
    {7823, A3_VERSION(3, 2), 1, 0, 0},
    {7841, A3_VERSION(3, 2), 1, 0, 0},
    {7861, A3_VERSION(3, 2), 1, 0, 0},
    {7879, A3_VERSION(3, 2), 1, 0, 0},
    {7896, A3_VERSION(3, 2), 1, 0, 0},
    {7911, A3_VERSION(3, 7), 1, 0, 0},
    {7930, A3_VERSION(3, 2), 1, 0, 0},
    {7946, A3_VERSION(3, 2), 1, 0, 0},
    {7970, A3_VERSION(3, 2), 1, 0, 0},
    {7995, A3_VERSION(3, 2), 1, 0, 0},
    {8020, A3_VERSION(3, 2), 1, 0, 0},
    {8039, A3_VERSION(3, 2), 1, 0, 0},
    {8067, A3_VERSION(3, 2), 1, 0, 0},
    {8088, A3_VERSION(3, 2), 1, 0, 0},
    {8106, A3_VERSION(3, 2), 1, 0, 0},
    {8123, A3_VERSION(3, 2), 1, 0, 0},
    {8137, A3_VERSION(3, 7), 1, 1, 0},
    {8156, A3_VERSION(3, 2), 1, 0, 0},
    {8180, A3_VERSION(3, 8), 0, 0, 0},
    {8202, A3_VERSION(3, 12), 0, 0, 0},
    {8222, A3_VERSION(3, 2), 0, 0, 0},
    {8243, A3_VERSION(3, 2), 0, 0, 0},
    {8266, A3_VERSION(3, 2), 0, 0, 0},
    {8291, A3_VERSION(3, 12), 0, 0, 0},
    {8311, A3_VERSION(3, 2), 0, 0, 0},
    {8332, A3_VERSION(3, 2), 0, 0, 0},
    {8355, A3_VERSION(3, 2), 0, 0, 0},
    {8431, A3_VERSION(3, 2), 0, 0, 0},
    {8445, A3_VERSION(3, 2), 0, 0, 0},
    {8542, A3_VERSION(3, 2), 0, 0, 0},
    {8561, A3_VERSION(3, 2), 0, 0, 0},
    {8580, A3_VERSION(3, 2), 1, 0, 0},
    {8594, A3_VERSION(3, 2), 0, 0, 0},
    {8646, A3_VERSION(3, 2), 0, 0, 0},
    {8665, A3_VERSION(3, 2), 0, 0, 0},
    {8684, A3_VERSION(3, 2), 0, 0, 0},
    {8700, A3_VERSION(3, 2), 0, 0, 0},
    {8715, A3_VERSION(3, 2), 0, 0, 0},
    {8772, A3_VERSION(3, 2), 1, 0, 0},
    {9015, A3_VERSION(3, 10), 0, 0, 0},
    {9088, A3_VERSION(3, 10), 0, 0, 0},
    {9245, A3_VERSION(3, 2), 0, 0, 0},
    {9261, A3_VERSION(3, 2), 1, 0, 0},
    {9701, A3_VERSION(3, 2), 0, 0, 0},
    {9714, A3_VERSION(3, 10), 0, 0, 0},
    {9727, A3_VERSION(3, 10), 0, 0, 0},
    {9739, A3_VERSION(3, 10), 0, 0, 0},
    {9771, A3_VERSION(3, 2), 0, 0, 0},
    {9789, A3_VERSION(3, 2), 0, 0, 0},
    {9819, A3_VERSION(3, 2), 0, 0, 0},
    {9917, A3_VERSION(3, 2), 1, 0, 0},
    {10061, A3_VERSION(3, 2), 0, 0, 0},
    {10080, A3_VERSION(3, 7), 0, 0, 0},
    {10105, A3_VERSION(3, 13), 0, 0, 0},
    {10127, A3_VERSION(3, 2), 0, 0, 0},
    {10201, A3_VERSION(3, 2), 0, 0, 0},
    {10225, A3_VERSION(3, 2), 0, 0, 0},
    {10251, A3_VERSION(3, 7), 0, 0, 0},
    {10281, A3_VERSION(3, 2), 0, 0, 0},
    {10364, A3_VERSION(3, 2), 0, 0, 0},
    {10443, A3_VERSION(3, 2), 0, 0, 0},
    {10467, A3_VERSION(3, 2), 0, 0, 0},
    {10488, A3_VERSION(3, 8), 0, 0, 0},
    {10507, A3_VERSION(3, 2), 0, 0, 0},
    {10530, A3_VERSION(3, 2), 0, 0, 0},
    {10546, A3_VERSION(3, 2), 0, 0, 0},
    {10574, A3_VERSION(3, 7), 0, 0, 0},
    {10608, A3_VERSION(3, 2), 0, 0, 0},
    {10688, A3_VERSION(3, 2), 0, 0, 0},
    {10715, A3_VERSION(3, 7), 0, 0, 0},
    {10748, A3_VERSION(3, 2), 0, 0, 1},
    {10794, A3_VERSION(3, 2), 0, 0, 0},
    {10907, A3_VERSION(3, 8), 0, 0, 0},
    {12326, A3_VERSION(3, 15), 0, 0, 0},
    {12351, A3_VERSION(3, 15), 0, 0, 0},
    {12382, A3_VERSION(3, 15), 0, 0, 0},
    {12410, A3_VERSION(3, 2), 0, 0, 0},
    {12435, A3_VERSION(3, 2), 0, 0, 0},
    {12461, A3_VERSION(3, 9), 0, 0, 0},
    {12484, A3_VERSION(3, 8), 0, 0, 0},
    {12511, A3_VERSION(3, 7), 0, 0, 0},
    {12584, A3_VERSION(3, 2), 0, 0, 0},
    {12661, A3_VERSION(3, 15), 0, 0, 0},
    {12685, A3_VERSION(3, 15), 0, 0, 0},
    {12715, A3_VERSION(3, 15), 0, 0, 0},
    {12742, A3_VERSION(3, 8), 0, 0, 0},
    {12755, A3_VERSION(3, 2), 0, 0, 0},
    {12767, A3_VERSION(3, 14), 0, 0, 0},
    {12783, A3_VERSION(3, 10), 0, 0, 0},
    {12813, A3_VERSION(3, 2), 1, 0, 0},
    {12829, A3_VERSION(3, 2), 1, 0, 0},
    {12848, A3_VERSION(3, 2), 0, 0, 0},
    {12862, A3_VERSION(3, 2), 0, 0, 0},
    {12937, A3_VERSION(3, 2), 0, 0, 0},
    {12952, A3_VERSION(3, 13), 0, 0, 0},
    {12970, A3_VERSION(3, 2), 0, 0, 0},
    {12986, A3_VERSION(3, 2), 0, 0, 0},
    {13000, A3_VERSION(3, 2), 0, 0, 0},
    {13011, A3_VERSION(3, 2), 0, 0, 0},
    {13026, A3_VERSION(3, 2), 0, 0, 0},
    {13041, A3_VERSION(3, 2), 0, 0, 0},
    {13057, A3_VERSION(3, 2), 0, 0, 0},
    {13069, A3_VERSION(3, 2), 0, 0, 0},
    {13081, A3_VERSION(3, 2), 1, 0, 0},
    {13093, A3_VERSION(3, 2), 1, 0, 0},
    {13114, A3_VERSION(3, 15), 0, 0, 0},
    {13134, A3_VERSION(3, 15), 0, 0, 0},
    {13155, A3_VERSION(3, 15), 0, 0, 0},
    {13175, A3_VERSION(3, 2), 0, 0, 0},
    {13191, A3_VERSION(3, 13), 0, 0, 0},
    {13204, A3_VERSION(3, 14), 0, 0, 0},
    {13219, A3_VERSION(3, 14), 0, 0, 0},
    {13234, A3_VERSION(3, 2), 0, 0, 0},
    {13248, A3_VERSION(3, 2), 0, 0, 0},
    {13273, A3_VERSION(3, 2), 0, 0, 0},
    {13291, A3_VERSION(3, 2), 0, 0, 0},
    {13320, A3_VERSION(3, 14), 0, 0, 0},
    {13341, A3_VERSION(3, 2), 0, 0, 0},
    {13357, A3_VERSION(3, 2), 0, 0, 0},
    {13374, A3_VERSION(3, 14), 0, 0, 0},
    {13390, A3_VERSION(3, 14), 0, 0, 0},
    {13406, A3_VERSION(3, 2), 0, 0, 0},
    {13428, A3_VERSION(3, 2), 0, 0, 0},
    {13454, A3_VERSION(3, 2), 0, 0, 0},
    {13484, A3_VERSION(3, 2), 0, 0, 0},
    {13510, A3_VERSION(3, 2), 0, 0, 0},
    {13527, A3_VERSION(3, 15), 0, 0, 0},
    {13553, A3_VERSION(3, 15), 0, 0, 0},
    {13571, A3_VERSION(3, 2), 0, 0, 0},
    {13589, A3_VERSION(3, 14), 0, 0, 0},
    {13606, A3_VERSION(3, 14), 0, 0, 0},
    {13623, A3_VERSION(3, 2), 0, 0, 0},
    {13639, A3_VERSION(3, 2), 0, 0, 0},
    {13659, A3_VERSION(3, 14), 0, 0, 0},
    {13682, A3_VERSION(3, 2), 0, 0, 0},
    {13700, A3_VERSION(3, 2), 0, 0, 0},
    {13719, A3_VERSION(3, 2), 0, 0, 0},
    {13737, A3_VERSION(3, 14), 0, 0, 0},
    {13755, A3_VERSION(3, 14), 0, 0, 0},
    {13817, A3_VERSION(3, 2), 0, 0, 0},
    {13841, A3_VERSION(3, 2), 0, 0, 0},
    {13869, A3_VERSION(3, 14), 0, 0, 0},
    {13900, A3_VERSION(3, 2), 0, 0, 0},
    {13919, A3_VERSION(3, 2), 0, 0, 0},
    {13934, A3_VERSION(3, 15), 0, 0, 0},
    {14022, A3_VERSION(3, 2), 1, 0, 0},
    {14034, A3_VERSION(3, 2), 1, 0, 0},
    {14045, A3_VERSION(3, 2), 0, 0, 0},
    {14061, A3_VERSION(3, 2), 0, 0, 0},
    {14085, A3_VERSION(3, 13), 0, 0, 0},
    {14111, A3_VERSION(3, 13), 0, 0, 0},
    {14143, A3_VERSION(3, 2), 0, 0, 0},
    {14160, A3_VERSION(3, 2), 0, 0, 0},
    {14183, A3_VERSION(3, 13), 0, 0, 0},
    {14215, A3_VERSION(3, 13), 0, 0, 0},
    {14241, A3_VERSION(3, 2), 0, 0, 0},
    {14257, A3_VERSION(3, 2), 0, 0, 0},
    {14272, A3_VERSION(3, 2), 0, 0, 0},
    {14289, A3_VERSION(3, 2), 0, 0, 0},
    {14313, A3_VERSION(3, 2), 0, 0, 0},
    {14328, A3_VERSION(3, 2), 0, 0, 0},
    {14449, A3_VERSION(3, 2), 0, 0, 1},
    {14562, A3_VERSION(3, 2), 0, 0, 1},
    {14592, A3_VERSION(3, 7), 0, 0, 0},
    {14605, A3_VERSION(3, 2), 0, 0, 0},
    {14635, A3_VERSION(3, 2), 0, 0, 0},
    {14648, A3_VERSION(3, 13), 0, 0, 0},
    {14664, A3_VERSION(3, 13), 0, 0, 0},
    {14678, A3_VERSION(3, 13), 0, 0, 0},
    {14694, A3_VERSION(3, 13), 0, 0, 0},
    {14711, A3_VERSION(3, 2), 0, 0, 0},
    {14766, A3_VERSION(3, 2), 1, 0, 0},
    {14785, A3_VERSION(3, 2), 0, 0, 0},
    {14801, A3_VERSION(3, 2), 0, 0, 0},
    {14817, A3_VERSION(3, 11), 0, 0, 0},
    {14841, A3_VERSION(3, 7), 0, 0, 0},
    {14865, A3_VERSION(3, 2), 0, 0, 0},
    {14889, A3_VERSION(3, 2), 0, 0, 0},
    {14916, A3_VERSION(3, 2), 1, 0, 0},
    {14934, A3_VERSION(3, 2), 1, 0, 0},
    {15049, A3_VERSION(3, 5), 0, 0, 0},
    {15066, A3_VERSION(3, 5), 1, 0, 0},
    {15083, A3_VERSION(3, 13), 0, 0, 0},
    {15096, A3_VERSION(3, 7), 0, 0, 0},
    {15118, A3_VERSION(3, 2), 0, 0, 0},
    {15142, A3_VERSION(3, 2), 0, 0, 0},
    {15161, A3_VERSION(3, 10), 0, 0, 0},
    {15183, A3_VERSION(3, 2), 0, 0, 0},
    {15210, A3_VERSION(3, 10), 0, 0, 0},
    {15227, A3_VERSION(3, 2), 0, 0, 0},
    {15244, A3_VERSION(3, 15), 0, 0, 0},
    {15258, A3_VERSION(3, 7), 0, 0, 0},
    {15275, A3_VERSION(3, 7), 0, 0, 0},
    {15300, A3_VERSION(3, 15), 0, 0, 0},
    {15326, A3_VERSION(3, 2), 0, 0, 0},
    {15342, A3_VERSION(3, 2), 0, 0, 0},
    {15359, A3_VERSION(3, 2), 0, 0, 0},
    {15380, A3_VERSION(3, 2), 0, 0, 0},
    {15407, A3_VERSION(3, 2), 0, 0, 0},
    {15424, A3_VERSION(3, 7), 0, 0, 0},
    {15447, A3_VERSION(3, 2), 0, 0, 0},
    {15465, A3_VERSION(3, 15), 0, 0, 0},
    {15487, A3_VERSION(3, 15), 0, 0, 0},
    {15514, A3_VERSION(3, 15), 0, 0, 0},
    {15532, A3_VERSION(3, 15), 0, 0, 0},
    {15586, A3_VERSION(3, 2), 0, 0, 0},
    {15599, A3_VERSION(3, 7), 0, 0, 0},
    {15618, A3_VERSION(3, 7), 0, 0, 0},
    {15640, A3_VERSION(3, 2), 1, 0, 0},
    {15816, A3_VERSION(3, 2), 0, 0, 0},
    {15834, A3_VERSION(3, 2), 0, 0, 0},
    {15847, A3_VERSION(3, 2), 0, 0, 0},
    {15877, A3_VERSION(3, 2), 0, 0, 0},
    {15896, A3_VERSION(3, 2), 0, 0, 0},
    {15911, A3_VERSION(3, 2), 0, 0, 0},
    {15927, A3_VERSION(3, 2), 0, 0, 0},
    {15942, A3_VERSION(3, 2), 0, 0, 0},
    {15989, A3_VERSION(3, 2), 0, 0, 0},
    {16009, A3_VERSION(3, 2), 0, 0, 0},
    {16029, A3_VERSION(3, 2), 0, 0, 0},
    {16057, A3_VERSION(3, 2), 0, 0, 0},
    {16080, A3_VERSION(3, 7), 0, 0, 0},
    {16111, A3_VERSION(3, 2), 0, 0, 0},
    {16136, A3_VERSION(3, 2), 0, 0, 0},
    {16155, A3_VERSION(3, 2), 0, 0, 0},
    {16177, A3_VERSION(3, 2), 0, 0, 0},
    {16203, A3_VERSION(3, 2), 0, 0, 0},
    {16226, A3_VERSION(3, 2), 0, 0, 0},
    {16251, A3_VERSION(3, 2), 0, 0, 0},
    {16278, A3_VERSION(3, 2), 0, 0, 0},
    {16298, A3_VERSION(3, 2), 0, 0, 0},
    {16313, A3_VERSION(3, 2), 0, 0, 0},
    {16329, A3_VERSION(3, 2), 0, 0, 0},
    {16343, A3_VERSION(3, 2), 0, 0, 0},
    {16359, A3_VERSION(3, 7), 0, 0, 0},
    {16383, A3_VERSION(3, 2), 0, 0, 0},
    {16401, A3_VERSION(3, 2), 0, 0, 0},
    {16419, A3_VERSION(3, 2), 0, 0, 0},
    {16431, A3_VERSION(3, 2), 0, 0, 0},
    {16449, A3_VERSION(3, 2), 0, 0, 0},
    {16464, A3_VERSION(3, 2), 0, 0, 0},
    {16483, A3_VERSION(3, 2), 0, 0, 0},
    {16499, A3_VERSION(3, 2), 0, 0, 0},
    {16517, A3_VERSION(3, 2), 0, 0, 0},
    {16533, A3_VERSION(3, 2), 0, 0, 0},
    {16553, A3_VERSION(3, 2), 0, 0, 0},
    {16694, A3_VERSION(3, 2), 0, 2, 0},
    {16709, A3_VERSION(3, 7), 0, 2, 0},
    {16730, A3_VERSION(3, 7), 0, 2, 0},
    {16752, A3_VERSION(3, 7), 0, 2, 0},
    {16768, A3_VERSION(3, 7), 0, 4, 0},
    {16784, A3_VERSION(3, 6), 0, 0, 0},
    {16836, A3_VERSION(3, 2), 1, 0, 0},
    {16851, A3_VERSION(3, 2), 0, 0, 0},
    {16936, A3_VERSION(3, 2), 0, 0, 0},
    {16958, A3_VERSION(3, 2), 0, 0, 0},
    {16970, A3_VERSION(3, 2), 0, 0, 0},
    {16985, A3_VERSION(3, 2), 0, 0, 0},
    {17001, A3_VERSION(3, 2), 0, 0, 0},
    {17013, A3_VERSION(3, 2), 0, 0, 0},
    {17027, A3_VERSION(3, 2), 0, 0, 0},
    {17049, A3_VERSION(3, 2), 0, 0, 0},
    {17061, A3_VERSION(3, 2), 0, 0, 0},
    {17074, A3_VERSION(3, 2), 0, 0, 0},
    {17089, A3_VERSION(3, 2), 0, 0, 0},
    {17104, A3_VERSION(3, 2), 0, 0, 1},
    {17126, A3_VERSION(3, 2), 0, 0, 0},
    {17152, A3_VERSION(3, 2), 0, 0, 1},
    {17174, A3_VERSION(3, 2), 0, 0, 1},
    {17197, A3_VERSION(3, 2), 0, 0, 0},
    {17212, A3_VERSION(3, 2), 0, 0, 0},
    {17249, A3_VERSION(3, 15), 0, 0, 0},
    {17283, A3_VERSION(3, 2), 0, 0, 0},
    {17305, A3_VERSION(3, 2), 0, 0, 0},
    {17334, A3_VERSION(3, 2), 0, 0, 0},
    {17354, A3_VERSION(3, 2), 0, 0, 0},
    {17381, A3_VERSION(3, 10), 0, 0, 0},
    {17401, A3_VERSION(3, 2), 0, 0, 0},
    {17441, A3_VERSION(3, 7), 0, 0, 0},
    {17457, A3_VERSION(3, 11), 0, 0, 0},
    {17478, A3_VERSION(3, 2), 0, 0, 1},
    {17529, A3_VERSION(3, 2), 0, 0, 0},
    {17552, A3_VERSION(3, 11), 0, 0, 0},
    {17570, A3_VERSION(3, 13), 0, 0, 0},
    {17587, A3_VERSION(3, 13), 0, 0, 0},
    {17610, A3_VERSION(3, 2), 0, 0, 0},
    {17627, A3_VERSION(3, 2), 0, 0, 0},
    {17650, A3_VERSION(3, 2), 0, 0, 0},
    {17677, A3_VERSION(3, 2), 0, 0, 0},
    {17693, A3_VERSION(3, 2), 0, 0, 0},
    {17707, A3_VERSION(3, 2), 0, 0, 0},
    {17723, A3_VERSION(3, 9), 0, 0, 0},
    {17747, A3_VERSION(3, 9), 0, 0, 0},
    {17769, A3_VERSION(3, 2), 0, 0, 0},
    {17787, A3_VERSION(3, 2), 0, 0, 0},
    {17837, A3_VERSION(3, 2), 0, 0, 0},
    {17861, A3_VERSION(3, 10), 0, 0, 0},
    {17906, A3_VERSION(3, 2), 0, 0, 0},
    {17930, A3_VERSION(3, 7), 0, 0, 0},
    {17954, A3_VERSION(3, 10), 0, 0, 0},
    {17999, A3_VERSION(3, 2), 0, 0, 0},
    {18016, A3_VERSION(3, 2), 0, 0, 0},
    {18039, A3_VERSION(3, 11), 0, 0, 0},
    {18058, A3_VERSION(3, 2), 0, 0, 0},
    {18126, A3_VERSION(3, 2), 0, 0, 0},
    {18143, A3_VERSION(3, 13), 0, 0, 0},
    {18168, A3_VERSION(3, 13), 0, 0, 0},
    {18199, A3_VERSION(3, 12), 0, 0, 0},
    {18220, A3_VERSION(3, 15), 0, 0, 0},
    {18250, A3_VERSION(3, 2), 0, 0, 0},
    {18267, A3_VERSION(3, 2), 0, 0, 0},
    {18290, A3_VERSION(3, 13), 0, 0, 0},
    {18322, A3_VERSION(3, 13), 0, 0, 0},
    {18348, A3_VERSION(3, 2), 0, 0, 0},
    {18362, A3_VERSION(3, 2), 0, 0, 0},
    {18405, A3_VERSION(3, 2), 0, 0, 0},
    {18419, A3_VERSION(3, 2), 0, 0, 0},
    {18436, A3_VERSION(3, 2), 0, 0, 0},
    {18456, A3_VERSION(3, 2), 0, 0, 0},
    {18476, A3_VERSION(3, 2), 0, 0, 0},
    {18492, A3_VERSION(3, 2), 0, 0, 0},
    {18528, A3_VERSION(3, 2), 0, 0, 0},
    {18544, A3_VERSION(3, 2), 0, 0, 0},
    {18572, A3_VERSION(3, 2), 0, 0, 0},
    {18589, A3_VERSION(3, 2), 0, 0, 0},
    {18603, A3_VERSION(3, 2), 0, 0, 0},
    {18624, A3_VERSION(3, 2), 0, 0, 0},
    {18649, A3_VERSION(3, 2), 0, 0, 0},
    {18694, A3_VERSION(3, 2), 0, 0, 0},
    {18711, A3_VERSION(3, 2), 0, 0, 0},
    {18734, A3_VERSION(3, 2), 0, 0, 0},
    {18751, A3_VERSION(3, 2), 0, 0, 0},
    {18765, A3_VERSION(3, 2), 0, 0, 0},
    {18778, A3_VERSION(3, 2), 0, 0, 0},
    {18792, A3_VERSION(3, 12), 0, 0, 0},
    {18836, A3_VERSION(3, 12), 0, 0, 0},
    {19754, A3_VERSION(3, 2), 1, 0, 0},
    {19770, A3_VERSION(3, 2), 1, 0, 0},
    {19787, A3_VERSION(3, 2), 1, 0, 0},
    {19861, A3_VERSION(3, 2), 1, 0, 0},
    {20322, A3_VERSION(3, 2), 0, 0, 0},
    {20336, A3_VERSION(3, 2), 1, 0, 0},
    {20351, A3_VERSION(3, 2), 0, 0, 0},
    {20368, A3_VERSION(3, 2), 0, 0, 0},
    {20386, A3_VERSION(3, 2), 0, 0, 0},
    {20406, A3_VERSION(3, 2), 0, 0, 0},
    {20423, A3_VERSION(3, 2), 0, 0, 0},
    {20442, A3_VERSION(3, 2), 0, 0, 0},
    {20462, A3_VERSION(3, 2), 0, 0, 0},
    {20478, A3_VERSION(3, 2), 0, 0, 0},
    {20497, A3_VERSION(3, 2), 0, 0, 0},
    {20517, A3_VERSION(3, 2), 0, 0, 0},
    {20531, A3_VERSION(3, 2), 0, 0, 0},
    {20556, A3_VERSION(3, 2), 0, 0, 0},
    {20581, A3_VERSION(3, 2), 0, 0, 0},
    {20598, A3_VERSION(3, 2), 0, 0, 0},
    {20616, A3_VERSION(3, 2), 0, 0, 0},
    {20632, A3_VERSION(3, 2), 0, 0, 0},
    {20650, A3_VERSION(3, 2), 0, 0, 0},
    {20669, A3_VERSION(3, 2), 0, 0, 0},
    {20689, A3_VERSION(3, 2), 0, 0, 0},
    {20705, A3_VERSION(3, 2), 0, 0, 0},
    {20722, A3_VERSION(3, 2), 1, 0, 0},
    {20737, A3_VERSION(3, 2), 0, 0, 0},
    {20747, A3_VERSION(3, 2), 0, 0, 0},
    {20779, A3_VERSION(3, 2), 0, 0, 0},
    {20794, A3_VERSION(3, 2), 0, 0, 0},
    {20819, A3_VERSION(3, 2), 0, 0, 0},
    {20829, A3_VERSION(3, 2), 0, 0, 0},
    {20839, A3_VERSION(3, 2), 0, 0, 0},
    {20850, A3_VERSION(3, 2), 1, 0, 0},
    {20882, A3_VERSION(3, 7), 0, 0, 0},
    {20917, A3_VERSION(3, 2), 0, 0, 0},
    {20936, A3_VERSION(3, 2), 0, 0, 0},
    {20957, A3_VERSION(3, 2), 0, 0, 0},
    {20969, A3_VERSION(3, 2), 1, 0, 0},
    {20982, A3_VERSION(3, 7), 0, 0, 0},
    {20997, A3_VERSION(3, 3), 0, 0, 0},
    {21015, A3_VERSION(3, 2), 0, 0, 0},
    {21034, A3_VERSION(3, 3), 0, 0, 0},
    {21239, A3_VERSION(3, 2), 0, 0, 0},
    {21317, A3_VERSION(3, 2), 0, 0, 0},
    {21338, A3_VERSION(3, 2), 0, 0, 0},
    {21363, A3_VERSION(3, 2), 0, 0, 0},
    {21388, A3_VERSION(3, 11), 1, 0, 0},
    {21418, A3_VERSION(3, 2), 1, 0, 0},
    {21524, A3_VERSION(3, 2), 0, 0, 1},
    {21544, A3_VERSION(3, 2), 0, 0, 1},
    {21571, A3_VERSION(3, 7), 0, 0, 1},
    {21588, A3_VERSION(3, 13), 0, 0, 0},
    {21600, A3_VERSION(3, 13), 0, 0, 0},
    {21617, A3_VERSION(3, 2), 0, 0, 0},
    {21636, A3_VERSION(3, 2), 0, 0, 0},
    {21655, A3_VERSION(3, 15), 0, 0, 0},
    {21669, A3_VERSION(3, 15), 0, 0, 0},
    {21689, A3_VERSION(3, 2), 0, 0, 0},
    {21705, A3_VERSION(3, 15), 0, 0, 0},
    {21727, A3_VERSION(3, 15), 0, 0, 0},
    {21755, A3_VERSION(3, 7), 0, 0, 0},
    {21773, A3_VERSION(3, 2), 0, 0, 1},
    {21794, A3_VERSION(3, 2), 0, 0, 1},
    {21817, A3_VERSION(3, 2), 0, 0, 0},
    {21831, A3_VERSION(3, 2), 0, 0, 0},
    {21847, A3_VERSION(3, 2), 0, 0, 0},
    {21863, A3_VERSION(3, 2), 0, 0, 1},
    {21877, A3_VERSION(3, 2), 0, 0, 0},
    {21895, A3_VERSION(3, 2), 0, 0, 0},
    {21952, A3_VERSION(3, 2), 0, 0, 0},
    {21972, A3_VERSION(3, 2), 0, 0, 0},
    {21993, A3_VERSION(3, 2), 0, 0, 1},
    {22021, A3_VERSION(3, 15), 0, 0, 0},
    {22042, A3_VERSION(3, 15), 0, 0, 0},
    {22098, A3_VERSION(3, 2), 0, 0, 0},
    {22116, A3_VERSION(3, 2), 0, 0, 0},
    {22138, A3_VERSION(3, 10), 0, 0, 0},
    {22161, A3_VERSION(3, 10), 0, 0, 0},
    {22181, A3_VERSION(3, 10), 0, 0, 0},
    {22264, A3_VERSION(3, 2), 0, 0, 0},
    {22301, A3_VERSION(3, 15), 0, 0, 0},
    {22323, A3_VERSION(3, 2), 0, 0, 0},
    {22349, A3_VERSION(3, 2), 0, 0, 0},
    {22368, A3_VERSION(3, 3), 0, 0, 0},
    {22410, A3_VERSION(3, 2), 0, 0, 0},
    {22429, A3_VERSION(3, 2), 0, 0, 0},
    {22451, A3_VERSION(3, 2), 0, 0, 0},
    {22520, A3_VERSION(3, 2), 0, 0, 0},
    {22543, A3_VERSION(3, 2), 0, 0, 0},
    {22563, A3_VERSION(3, 2), 0, 0, 0},
    {22583, A3_VERSION(3, 2), 0, 0, 0},
    {22632, A3_VERSION(3, 2), 0, 0, 0},
    {22653, A3_VERSION(3, 2), 0, 0, 0},
    {22672, A3_VERSION(3, 2), 0, 0, 0},
    {22695, A3_VERSION(3, 2), 0, 0, 0},
    {22718, A3_VERSION(3, 2), 0, 0, 0},
    {22773, A3_VERSION(3, 2), 0, 3, 0},
    {22803, A3_VERSION(3, 2), 0, 0, 0},
    {22845, A3_VERSION(3, 2), 0, 0, 0},
    {22867, A3_VERSION(3, 2), 0, 0, 0},
    {22890, A3_VERSION(3, 2), 0, 0, 0},
    {22944, A3_VERSION(3, 2), 0, 0, 0},
    {22970, A3_VERSION(3, 7), 0, 0, 0},
    {22989, A3_VERSION(3, 7), 0, 0, 0},
    {23009, A3_VERSION(3, 7), 0, 0, 0},
    {23029, A3_VERSION(3, 7), 0, 0, 0},
    {23047, A3_VERSION(3, 7), 0, 0, 0},
    {23064, A3_VERSION(3, 7), 0, 0, 0},
    {23088, A3_VERSION(3, 7), 0, 0, 0},
    {23441, A3_VERSION(3, 2), 0, 0, 0},
    {23458, A3_VERSION(3, 2), 0, 0, 0},
    {23476, A3_VERSION(3, 2), 1, 0, 0},
    {23535, A3_VERSION(3, 2), 1, 0, 0},
    {23605, A3_VERSION(3, 2), 0, 0, 0},
    {23621, A3_VERSION(3, 2), 0, 0, 0},
    {23638, A3_VERSION(3, 2), 0, 0, 0},
    {23650, A3_VERSION(3, 2), 0, 0, 0},
    {23663, A3_VERSION(3, 2), 0, 0, 0},
    {23679, A3_VERSION(3, 2), 0, 0, 0},
    {23692, A3_VERSION(3, 2), 1, 0, 0},
    {23723, A3_VERSION(3, 2), 0, 0, 0},
    {23761, A3_VERSION(3, 14), 0, 0, 0},
    {23775, A3_VERSION(3, 12), 0, 0, 0},
    {23796, A3_VERSION(3, 10), 0, 0, 0},
    {23821, A3_VERSION(3, 15), 0, 0, 0},
    {23838, A3_VERSION(3, 2), 0, 0, 0},
    {23854, A3_VERSION(3, 3), 0, 0, 0},
    {23879, A3_VERSION(3, 2), 0, 0, 0},
    {23899, A3_VERSION(3, 2), 0, 0, 0},
    {23917, A3_VERSION(3, 14), 0, 0, 0},
    {23939, A3_VERSION(3, 15), 0, 0, 0},
    {23985, A3_VERSION(3, 2), 0, 0, 0},
    {24001, A3_VERSION(3, 13), 0, 0, 0},
    {24030, A3_VERSION(3, 10), 0, 0, 0},
    {24047, A3_VERSION(3, 13), 0, 0, 0},
    {24069, A3_VERSION(3, 15), 0, 0, 0},
    {24093, A3_VERSION(3, 15), 0, 0, 0},
    {24126, A3_VERSION(3, 13), 0, 0, 0},
    {24147, A3_VERSION(3, 10), 0, 0, 0},
    {24169, A3_VERSION(3, 15), 0, 0, 0},
    {24200, A3_VERSION(3, 15), 0, 0, 0},
    {24226, A3_VERSION(3, 11), 0, 0, 0},
    {24241, A3_VERSION(3, 11), 0, 0, 0},
    {24260, A3_VERSION(3, 4), 0, 0, 0},
    {24275, A3_VERSION(3, 12), 0, 0, 0},
    {24298, A3_VERSION(3, 2), 0, 0, 0},
    {24315, A3_VERSION(3, 2), 0, 0, 0},
    {24331, A3_VERSION(3, 2), 0, 0, 0},
    {24369, A3_VERSION(3, 2), 1, 0, 0},
    {24409, A3_VERSION(3, 2), 0, 0, 0},
    {24437, A3_VERSION(3, 2), 0, 0, 0},
    {24470, A3_VERSION(3, 2), 0, 0, 0},
    {24498, A3_VERSION(3, 2), 0, 0, 0},
    {24529, A3_VERSION(3, 2), 0, 0, 0},
    {24560, A3_VERSION(3, 2), 0, 0, 0},
    {24590, A3_VERSION(3, 2), 0, 0, 0},
    {24618, A3_VERSION(3, 2), 0, 0, 0},
    {24649, A3_VERSION(3, 2), 0, 0, 0},
    {24707, A3_VERSION(3, 2), 0, 0, 0},
    {24740, A3_VERSION(3, 2), 0, 0, 0},
    {24768, A3_VERSION(3, 2), 0, 0, 0},
    {24799, A3_VERSION(3, 2), 0, 0, 0},
    {24830, A3_VERSION(3, 2), 0, 0, 0},
    {24860, A3_VERSION(3, 2), 0, 0, 0},
    {24888, A3_VERSION(3, 2), 0, 0, 0},
    {24919, A3_VERSION(3, 2), 0, 0, 0},
    {24949, A3_VERSION(3, 2), 1, 0, 0},
    {24999, A3_VERSION(3, 2), 0, 0, 0},
    {25030, A3_VERSION(3, 2), 0, 0, 0},
    {25064, A3_VERSION(3, 2), 0, 0, 0},
    {25098, A3_VERSION(3, 2), 0, 0, 0},
    {25131, A3_VERSION(3, 2), 0, 0, 0},
    {25162, A3_VERSION(3, 2), 0, 0, 0},
    {25196, A3_VERSION(3, 2), 0, 0, 0},
    {25574, A3_VERSION(3, 2), 0, 0, 0},
    {25591, A3_VERSION(3, 2), 0, 0, 0},
    {25614, A3_VERSION(3, 2), 0, 0, 0},
    {25638, A3_VERSION(3, 2), 0, 0, 0},
    {25664, A3_VERSION(3, 2), 0, 0, 1},
    {25690, A3_VERSION(3, 2), 0, 0, 1},
    {25717, A3_VERSION(3, 2), 0, 0, 1},
    {25743, A3_VERSION(3, 2), 0, 0, 0},
    {25769, A3_VERSION(3, 2), 0, 0, 1},
    {25796, A3_VERSION(3, 2), 0, 0, 0},
    {25821, A3_VERSION(3, 7), 0, 1, 0},
    {25844, A3_VERSION(3, 2), 0, 0, 0},
    {25879, A3_VERSION(3, 7), 0, 0, 0},
    {25896, A3_VERSION(3, 7), 0, 0, 0},
    {25917, A3_VERSION(3, 2), 0, 0, 0},
    {25941, A3_VERSION(3, 2), 0, 0, 0},
    {25982, A3_VERSION(3, 10), 0, 0, 0},
    {26006, A3_VERSION(3, 2), 0, 0, 0},
    {26100, A3_VERSION(3, 2), 0, 0, 0},
    {26132, A3_VERSION(3, 2), 0, 0, 0},
    {26153, A3_VERSION(3, 7), 0, 0, 0},
    {26180, A3_VERSION(3, 2), 0, 0, 0},
    {26231, A3_VERSION(3, 2), 0, 0, 0},
    {26249, A3_VERSION(3, 2), 0, 0, 0},
    {26282, A3_VERSION(3, 2), 0, 0, 0},
    {26299, A3_VERSION(3, 2), 0, 0, 0},
    {26343, A3_VERSION(3, 2), 0, 0, 0},
    {26374, A3_VERSION(3, 2), 0, 0, 0},
    {26391, A3_VERSION(3, 2), 0, 0, 0},
    {26413, A3_VERSION(3, 2), 0, 0, 0},
    {26437, A3_VERSION(3, 7), 0, 1, 0},
    {26470, A3_VERSION(3, 2), 0, 0, 0},
    {26496, A3_VERSION(3, 2), 0, 0, 0},
    {26529, A3_VERSION(3, 2), 0, 0, 0},
    {26552, A3_VERSION(3, 7), 0, 0, 0},
    {26575, A3_VERSION(3, 7), 0, 0, 0},
    {26605, A3_VERSION(3, 7), 0, 1, 0},
    {26626, A3_VERSION(3, 7), 0, 1, 0},
    {26655, A3_VERSION(3, 2), 0, 0, 0},
    {26688, A3_VERSION(3, 2), 0, 0, 0},
    {26710, A3_VERSION(3, 2), 0, 0, 0},
    {26740, A3_VERSION(3, 2), 0, 0, 0},
    {26762, A3_VERSION(3, 2), 0, 0, 0},
    {26792, A3_VERSION(3, 2), 0, 0, 0},
    {26813, A3_VERSION(3, 2), 0, 0, 0},
    {26842, A3_VERSION(3, 2), 0, 0, 0},
    {26863, A3_VERSION(3, 2), 0, 0, 0},
    {26892, A3_VERSION(3, 2), 0, 0, 0},
    {26985, A3_VERSION(3, 7), 0, 1, 0},
    {27034, A3_VERSION(3, 2), 0, 0, 0},
    {27083, A3_VERSION(3, 7), 0, 0, 0},
    {27255, A3_VERSION(3, 14), 0, 0, 0},
    {27271, A3_VERSION(3, 13), 0, 0, 0},
    {27293, A3_VERSION(3, 13), 0, 0, 0},
    {27322, A3_VERSION(3, 2), 0, 0, 0},
    {27344, A3_VERSION(3, 2), 0, 0, 0},
    {27379, A3_VERSION(3, 2), 0, 0, 0},
    {27394, A3_VERSION(3, 7), 0, 0, 0},
    {27413, A3_VERSION(3, 2), 0, 0, 0},
    {27430, A3_VERSION(3, 2), 0, 0, 0},
    {27458, A3_VERSION(3, 2), 0, 0, 0},
    {27479, A3_VERSION(3, 2), 0, 0, 0},
    {27527, A3_VERSION(3, 2), 0, 0, 0},
    {27548, A3_VERSION(3, 2), 0, 0, 0},
    {27570, A3_VERSION(3, 2), 0, 0, 0},
    {27591, A3_VERSION(3, 2), 0, 0, 0},
    {27641, A3_VERSION(3, 2), 0, 0, 0},
    {27664, A3_VERSION(3, 2), 0, 0, 0},
    {27693, A3_VERSION(3, 7), 0, 0, 0},
    {27730, A3_VERSION(3, 2), 0, 0, 1},
    {27748, A3_VERSION(3, 2), 0, 0, 0},
    {27775, A3_VERSION(3, 2), 0, 0, 1},
    {27800, A3_VERSION(3, 2), 0, 0, 0},
    {27824, A3_VERSION(3, 2), 0, 0, 0},
    {27847, A3_VERSION(3, 2), 0, 0, 0},
    {27891, A3_VERSION(3, 2), 0, 0, 0},
    {27911, A3_VERSION(3, 2), 0, 0, 0},
    {27932, A3_VERSION(3, 2), 0, 0, 0},
    {27949, A3_VERSION(3, 7), 0, 0, 0},
    {27968, A3_VERSION(3, 2), 0, 0, 0},
    {27986, A3_VERSION(3, 2), 0, 0, 0},
    {28003, A3_VERSION(3, 2), 0, 0, 0},
    {28025, A3_VERSION(3, 2), 0, 0, 0},
    {28041, A3_VERSION(3, 2), 0, 0, 0},
    {28062, A3_VERSION(3, 7), 0, 0, 0},
    {28082, A3_VERSION(3, 2), 0, 0, 0},
    {28136, A3_VERSION(3, 2), 0, 0, 0},
    {28183, A3_VERSION(3, 2), 1, 0, 0},
    {28198, A3_VERSION(3, 7), 0, 0, 0},
    {29369, A3_VERSION(3, 12), 0, 0, 0},
    {29409, A3_VERSION(3, 12), 0, 0, 0},
    {29428, A3_VERSION(3, 2), 0, 0, 1},
    {29448, A3_VERSION(3, 13), 0, 0, 0},
    {29482, A3_VERSION(3, 2), 0, 0, 0},
    {29501, A3_VERSION(3, 2), 0, 0, 0},
    {29566, A3_VERSION(3, 2), 1, 0, 0},
    {29586, A3_VERSION(3, 2), 0, 0, 0},
    {29600, A3_VERSION(3, 2), 1, 0, 0},
    {29611, A3_VERSION(3, 2), 0, 0, 0},
    {29629, A3_VERSION(3, 2), 0, 0, 0},
    {29639, A3_VERSION(3, 2), 0, 0, 0},
    {29653, A3_VERSION(3, 8), 0, 0, 0},
    {29686, A3_VERSION(3, 2), 0, 0, 0},
    {29785, A3_VERSION(3, 2), 0, 0, 0},
    {29795, A3_VERSION(3, 7), 0, 0, 0},
    {29836, A3_VERSION(3, 7), 0, 0, 0},
    {29852, A3_VERSION(3, 2), 0, 0, 0},
    {29870, A3_VERSION(3, 9), 0, 0, 0},
    {29892, A3_VERSION(3, 2), 0, 0, 0},
    {29923, A3_VERSION(3, 2), 0, 0, 0},
    {29956, A3_VERSION(3, 10), 1, 0, 0},
    {29989, A3_VERSION(3, 2), 1, 0, 0},
    {30018, A3_VERSION(3, 2), 0, 0, 0},
    {30030, A3_VERSION(3, 6), 0, 0, 0},
    {30082, A3_VERSION(3, 9), 0, 0, 0},
    {30098, A3_VERSION(3, 9), 1, 0, 0},
    {30118, A3_VERSION(3, 10), 0, 0, 1},
    {30133, A3_VERSION(3, 2), 0, 0, 0},
    {30149, A3_VERSION(3, 2), 0, 0, 0},
    {30164, A3_VERSION(3, 13), 0, 0, 0},
    {30179, A3_VERSION(3, 13), 0, 0, 0},
    {30202, A3_VERSION(3, 2), 0, 0, 0},
    {30218, A3_VERSION(3, 2), 0, 0, 1},
    {30235, A3_VERSION(3, 2), 0, 0, 1},
    {30246, A3_VERSION(3, 2), 0, 0, 0},
    {30261, A3_VERSION(3, 2), 0, 0, 1},
    {30274, A3_VERSION(3, 2), 0, 0, 1},
    {30296, A3_VERSION(3, 2), 0, 0, 1},
    {30314, A3_VERSION(3, 2), 0, 0, 1},
    {30331, A3_VERSION(3, 2), 0, 0, 0},
    {30352, A3_VERSION(3, 2), 0, 0, 0},
    {30366, A3_VERSION(3, 2), 1, 0, 0},
    {30452, A3_VERSION(3, 15), 0, 0, 0},
    {30488, A3_VERSION(3, 2), 0, 0, 0},
    {30498, A3_VERSION(3, 2), 0, 0, 0},
    {30512, A3_VERSION(3, 2), 0, 0, 0},
    {30614, A3_VERSION(3, 10), 0, 0, 0},
    {30620, A3_VERSION(3, 10), 0, 0, 0},
    {30631, A3_VERSION(3, 13), 0, 0, 0},
    {30647, A3_VERSION(3, 2), 0, 0, 0},
    {30664, A3_VERSION(3, 10), 0, 0, 0},
    {30674, A3_VERSION(3, 10), 0, 0, 0},
    {30700, A3_VERSION(3, 9), 0, 0, 0},
    {30722, A3_VERSION(3, 2), 0, 0, 0},
    {30730, A3_VERSION(3, 2), 0, 0, 0},
    {30750, A3_VERSION(3, 2), 0, 0, 0},
    {30796, A3_VERSION(3, 10), 0, 0, 0},
    {30859, A3_VERSION(3, 14), 0, 0, 0},
    {30880, A3_VERSION(3, 14), 0, 0, 0},
    {30981, A3_VERSION(3, 14), 0, 0, 0},
    {30991, A3_VERSION(3, 2), 0, 0, 0},
    {31004, A3_VERSION(3, 2), 0, 0, 0},
    {31028, A3_VERSION(3, 15), 0, 0, 0},
    {31040, A3_VERSION(3, 15), 0, 0, 0},
    {31048, A3_VERSION(3, 7), 0, 0, 1},
    {31059, A3_VERSION(3, 2), 0, 0, 0},
    {31077, A3_VERSION(3, 2), 0, 0, 0},
    {31094, A3_VERSION(3, 2), 0, 0, 0},
    {31186, A3_VERSION(3, 14), 0, 0, 0},
    {31341, A3_VERSION(3, 8), 1, 0, 0},
    {31427, A3_VERSION(3, 2), 0, 0, 0},
    {31458, A3_VERSION(3, 11), 1, 0, 0},
    {31469, A3_VERSION(3, 10), 0, 0, 0},
    {32084, A3_VERSION(3, 3), 0, 0, 1},
    {32119, A3_VERSION(3, 3), 0, 0, 1},
    {32143, A3_VERSION(3, 3), 0, 0, 1},
    {32311, A3_VERSION(3, 3), 0, 0, 1},
    {32348, A3_VERSION(3, 3), 0, 0, 1},
    {36695, A3_VERSION(3, 2), 0, 0, 1},
    {46565, A3_VERSION(3, 2), 0, 0, 1},
    {46697, A3_VERSION(3, 2), 0, 0, 1},
    {47113, A3_VERSION(3, 2), 0, 0, 1},
    {47130, A3_VERSION(3, 2), 0, 0, 1},
    {47150, A3_VERSION(3, 2), 0, 0, 1},
    {47756, A3_VERSION(3, 2), 0, 0, 1},
    {47770, A3_VERSION(3, 2), 0, 0, 1},
    {49883, A3_VERSION(3, 2), 0, 0, 1},
    {50756, A3_VERSION(3, 2), 0, 0, 1},
    {50843, A3_VERSION(3, 2), 0, 0, 1},
    {55583, A3_VERSION(3, 2), 1, 0, 1},
    {55677, A3_VERSION(3, 2), 1, 0, 1},
    {55698, A3_VERSION(3, 2), 1, 0, 1},
    {56948, A3_VERSION(3, 2), 0, 0, 1},
    {57188, A3_VERSION(3, 2), 0, 0, 1},
    {57441, A3_VERSION(3, 2), 0, 0, 1},
    {57453, A3_VERSION(3, 10), 0, 0, 1},
    {57789, A3_VERSION(3, 2), 1, 0, 1},
    {58053, A3_VERSION(3, 2), 1, 0, 1},
    {59070, A3_VERSION(3, 10), 0, 0, 1},
    {59826, A3_VERSION(3, 10), 0, 5, 1},
    {59907, A3_VERSION(3, 2), 1, 0, 1},
    {59935, A3_VERSION(3, 2), 1, 0, 1},
    {60169, A3_VERSION(3, 10), 1, 5, 1},
    {60420, A3_VERSION(3, 13), 0, 0, 1},
    {60965, A3_VERSION(3, 2), 1, 0, 1},
    {61009, A3_VERSION(3, 2), 1, 0, 1},
    {61224, A3_VERSION(3, 2), 0, 0, 1},
};

const size_t a3_private_row_count = 2086;
const a3_private_row a3_private_rows[] = {
    {30, 0x0007, 0},
    {42, 0x0007, 0},
    {56, 0x000f, 0},
    {72, 0x000f, 0},
    {92, 0x000f, 0},
    {107, 0x000f, 0},
    {128, 0x000f, 0},
    {143, 0x0007, 0},
    {157, 0x0007, 0},
    {171, 0x000f, 0},
    {191, 0x000f, 0},
    {204, 0x000f, 0},
    {219, 0x000f, 0},
    {243, 0x0200, 0},
    {260, 0x0200, 0},
    {426, 0x0007, 0},
    {452, 0x0007, 0},
    {468, 0x03ff, 0},
    {483, 0x03ff, 1},
    {723, 0x0007, 1},
    {745, 0x0007, 1},
    {767, 0x0007, 1},
    {789, 0x0007, 1},
    {811, 0x0007, 1},
    {894, 0x0003, 0},
    {964, 0x0003, 0},
    {1034, 0x0007, 1},
    {1066, 0x0200, 0},
    {1087, 0x0200, 0},
    {1109, 0x0200, 0},
    {1130, 0x0200, 0},
    {1162, 0x0200, 0},
    {1191, 0x0200, 0},
    {1212, 0x0200, 0},
    {1234, 0x0200, 0},
    {1256, 0x0200, 0},
    {1275, 0x0200, 0},
    {1310, 0x0200, 0},
    {1331, 0x0200, 0},
    {1454, 0x0007, 0},
    {1570, 0x0300, 0},
    {1639, 0x0007, 0},
    {1665, 0x0007, 0},
    {1812, 0x03f8, 1},
    {2107, 0x03ff, 0},
    {2118, 0x03ff, 0},
    {2129, 0x03ff, 0},
    {2140, 0x03ff, 1},
    {2176, 0x03ff, 0},
    {2194, 0x03ff, 1},
    {2213, 0x03c0, 0},
    {2231, 0x03ff, 0},
    {2248, 0x03e0, 0},
    {2269, 0x03c0, 0},
    {2289, 0x03e0, 0},
    {2308, 0x03e0, 0},
    {2323, 0x03e0, 0},
    {2342, 0x03e0, 0},
    {2361, 0x003f, 0},
    {2372, 0x03ff, 0},
    {2388, 0x003c, 0},
    {2414, 0x03ff, 0},
    {2430, 0x03ff, 1},
    {2853, 0x0007, 0},
    {2869, 0x03ff, 0},
    {2897, 0x03fc, 0},
    {2933, 0x03ff, 0},
    {2954, 0x03ff, 0},
    {3060, 0x03fc, 0},
    {3075, 0x0300, 0},
    {3088, 0x0300, 0},
    {3104, 0x03fc, 0},
    {3132, 0x03fc, 0},
    {3158, 0x0300, 0},
    {3173, 0x03fc, 0},
    {3187, 0x0300, 0},
    {3200, 0x03fc, 0},
    {3217, 0x03fc, 0},
    {3239, 0x03fc, 0},
    {3263, 0x03fc, 0},
    {3282, 0x03fc, 0},
    {3309, 0x0006, 1},
    {3336, 0x03fe, 1},
    {3356, 0x03fe, 0},
    {3373, 0x03fe, 0},
    {3390, 0x03fe, 0},
    {3409, 0x03fe, 0},
    {3426, 0x03fe, 1},
    {3444, 0x0300, 0},
    {3465, 0x0006, 0},
    {3489, 0x0300, 0},
    {3512, 0x03fe, 0},
    {3527, 0x03fe, 0},
    {3549, 0x03fe, 0},
    {3565, 0x03fe, 0},
    {3580, 0x03fe, 0},
    {3594, 0x03fe, 1},
    {3609, 0x03ff, 0},
    {3620, 0x03ff, 1},
    {3657, 0x0300, 0},
    {3734, 0x0300, 0},
    {3785, 0x03f0, 0},
    {3877, 0x03ff, 0},
    {4109, 0x03c0, 0},
    {4140, 0x0007, 0},
    {4161, 0x03c0, 0},
    {4197, 0x0380, 0},
    {4267, 0x0007, 0},
    {4463, 0x0380, 0},
    {4474, 0x0380, 0},
    {4491, 0x03ff, 0},
    {4590, 0x03c0, 0},
    {4633, 0x03c0, 0},
    {4830, 0x0380, 0},
    {5107, 0x03ff, 0},
    {5131, 0x03f0, 0},
    {5790, 0x03ff, 0},
    {5817, 0x0007, 0},
    {5860, 0x03ff, 0},
    {5885, 0x03ff, 0},
    {6146, 0x0001, 0},
    {6343, 0x03ff, 0},
    {6369, 0x0003, 0},
    {6469, 0x03ff, 0},
    {6487, 0x03c0, 0},
    {6515, 0x03ff, 0},
    {6531, 0x03c0, 0},
    {6583, 0x0380, 0},
    {6596, 0x0380, 0},
    {7161, 0x0200, 1},
    {7262, 0x0380, 1},
    {7285, 0x0380, 1},
    {7644, 0x0380, 1},
    {8380, 0x0006, 1},
    {8394, 0x0007, 0},
    {8406, 0x0006, 1},
    {8417, 0x0007, 1},
    {8460, 0x03ff, 0},
    {8481, 0x03fc, 0},
    {8497, 0x03fc, 0},
    {8519, 0x03fc, 0},
    {8611, 0x0007, 0},
    {8633, 0x0007, 0},
    {8730, 0x03e0, 0},
    {8744, 0x03e0, 0},
    {8758, 0x03e0, 0},
    {8785, 0x03e0, 0},
    {8801, 0x03e0, 0},
    {8817, 0x03e0, 0},
    {8833, 0x0380, 1},
    {8857, 0x001f, 0},
    {8874, 0x001f, 0},
    {8893, 0x0007, 0},
    {8915, 0x03ff, 0},
    {8936, 0x03ff, 0},
    {8966, 0x0007, 0},
    {8979, 0x03f8, 0},
    {8995, 0x03e0, 0},
    {9031, 0x03e0, 0},
    {9052, 0x03e0, 0},
    {9071, 0x03e0, 0},
    {9110, 0x03e0, 0},
    {9128, 0x03c0, 0},
    {9143, 0x03c0, 0},
    {9164, 0x03ff, 0},
    {9185, 0x03ff, 0},
    {9197, 0x03ff, 1},
    {9210, 0x0200, 0},
    {9227, 0x0200, 1},
    {9278, 0x03c0, 0},
    {9300, 0x03c0, 0},
    {9324, 0x03ff, 0},
    {9350, 0x03ff, 0},
    {9372, 0x03ff, 0},
    {9391, 0x03ff, 0},
    {9414, 0x03ff, 0},
    {9436, 0x03ff, 0},
    {9461, 0x03ff, 0},
    {9482, 0x03ff, 0},
    {9497, 0x03ff, 0},
    {9524, 0x03ff, 0},
    {9550, 0x03ff, 0},
    {9572, 0x03ff, 0},
    {9595, 0x03ff, 0},
    {9620, 0x03c0, 0},
    {9645, 0x03ff, 1},
    {9661, 0x000f, 0},
    {9678, 0x000f, 0},
    {9754, 0x03ff, 0},
    {9838, 0x03c0, 0},
    {9852, 0x0007, 0},
    {9874, 0x03ff, 0},
    {9884, 0x03ff, 0},
    {9906, 0x03ff, 1},
    {9936, 0x0007, 0},
    {9962, 0x0007, 0},
    {9980, 0x0007, 0},
    {10000, 0x0007, 0},
    {10029, 0x03ff, 0},
    {10047, 0x0007, 1},
    {10150, 0x0007, 0},
    {10167, 0x0200, 0},
    {10318, 0x03ff, 0},
    {10341, 0x03ff, 1},
    {10385, 0x0200, 0},
    {10415, 0x0200, 0},
    {10630, 0x0300, 0},
    {10656, 0x0300, 0},
    {10777, 0x03ff, 1},
    {10816, 0x0200, 0},
    {10846, 0x0200, 0},
    {10874, 0x0007, 1},
    {10921, 0x0300, 0},
    {10944, 0x0300, 0},
    {10964, 0x0300, 0},
    {10982, 0x0300, 0},
    {11007, 0x0300, 0},
    {11029, 0x0300, 0},
    {11054, 0x0300, 0},
    {11074, 0x0300, 0},
    {11094, 0x0300, 0},
    {11118, 0x0300, 0},
    {11141, 0x0300, 0},
    {11161, 0x0300, 0},
    {11181, 0x0300, 0},
    {11205, 0x03fe, 0},
    {11217, 0x03ff, 0},
    {11229, 0x0200, 0},
    {11245, 0x03a0, 0},
    {11260, 0x03a0, 0},
    {11275, 0x03ff, 0},
    {11290, 0x03ff, 0},
    {11310, 0x0300, 0},
    {11330, 0x03a0, 0},
    {11342, 0x03a0, 0},
    {11359, 0x03a0, 0},
    {11379, 0x03ff, 0},
    {11397, 0x03a0, 0},
    {11411, 0x03fe, 0},
    {11423, 0x03ff, 0},
    {11434, 0x0380, 0},
    {11447, 0x03ff, 0},
    {11462, 0x0200, 0},
    {11483, 0x03a0, 0},
    {11495, 0x03a0, 0},
    {11510, 0x03ff, 0},
    {11527, 0x0008, 0},
    {11546, 0x03a0, 0},
    {11561, 0x03a0, 0},
    {11585, 0x03a0, 0},
    {11600, 0x03a0, 0},
    {11613, 0x0380, 0},
    {11626, 0x0020, 0},
    {11641, 0x03a0, 0},
    {11654, 0x0020, 0},
    {11669, 0x03ff, 0},
    {11684, 0x03a0, 0},
    {11699, 0x03ff, 0},
    {11711, 0x03ff, 0},
    {11724, 0x03a0, 0},
    {11743, 0x03ff, 0},
    {11758, 0x03a0, 0},
    {11773, 0x0380, 0},
    {11793, 0x03ff, 0},
    {11810, 0x0380, 0},
    {11828, 0x03ff, 0},
    {11843, 0x03e0, 0},
    {11860, 0x03ff, 0},
    {11880, 0x0300, 0},
    {11894, 0x03c0, 0},
    {11909, 0x03ff, 0},
    {11925, 0x0200, 0},
    {11938, 0x03a0, 0},
    {11951, 0x03ff, 0},
    {11965, 0x03a0, 0},
    {11981, 0x03a0, 0},
    {11994, 0x03ff, 0},
    {12007, 0x03ff, 0},
    {12027, 0x03a0, 0},
    {12040, 0x03ff, 0},
    {12050, 0x03a0, 0},
    {12061, 0x0001, 0},
    {12072, 0x03ff, 0},
    {12089, 0x03a0, 0},
    {12101, 0x03ff, 0},
    {12114, 0x03ff, 0},
    {12125, 0x03a0, 0},
    {12140, 0x03a0, 0},
    {12154, 0x0020, 0},
    {12166, 0x03a0, 0},
    {12180, 0x03ff, 0},
    {12192, 0x03a0, 0},
    {12211, 0x003f, 0},
    {12228, 0x0003, 0},
    {12245, 0x03a0, 0},
    {12257, 0x03ff, 0},
    {12283, 0x03ff, 0},
    {12304, 0x03ff, 1},
    {12536, 0x03ff, 0},
    {12560, 0x03fe, 0},
    {12607, 0x03ff, 0},
    {12631, 0x03ff, 0},
    {12795, 0x0200, 1},
    {12877, 0x0380, 0},
    {12890, 0x0007, 0},
    {12911, 0x0380, 0},
    {12925, 0x0007, 0},
    {13541, 0x0007, 0},
    {13773, 0x000f, 0},
    {13792, 0x03ff, 0},
    {13957, 0x0300, 0},
    {13972, 0x0300, 0},
    {13990, 0x0300, 0},
    {14008, 0x0300, 0},
    {14345, 0x03ff, 0},
    {14360, 0x03ff, 0},
    {14393, 0x03ff, 0},
    {14420, 0x03ff, 0},
    {14480, 0x03ff, 0},
    {14508, 0x03ff, 0},
    {14534, 0x03ff, 0},
    {14616, 0x03ff, 0},
    {14725, 0x03ff, 0},
    {14744, 0x03ff, 0},
    {14953, 0x0007, 0},
    {14976, 0x0007, 0},
    {14990, 0x03ff, 0},
    {15008, 0x03ff, 0},
    {15021, 0x03ff, 0},
    {15035, 0x03ff, 1},
    {15559, 0x0007, 0},
    {15654, 0x0380, 0},
    {15678, 0x0380, 0},
    {15701, 0x0300, 0},
    {15718, 0x0380, 0},
    {15731, 0x0380, 0},
    {15746, 0x000f, 0},
    {15762, 0x000f, 0},
    {15777, 0x000f, 0},
    {15789, 0x000f, 0},
    {15805, 0x000f, 0},
    {15860, 0x0007, 0},
    {15963, 0x0007, 0},
    {16566, 0x03ff, 1},
    {16584, 0x03ff, 1},
    {16601, 0x03ff, 1},
    {16618, 0x03ff, 1},
    {16637, 0x03ff, 0},
    {16653, 0x03ff, 0},
    {16665, 0x03ff, 0},
    {16681, 0x03ff, 1},
    {16796, 0x0007, 0},
    {16816, 0x000f, 0},
    {16874, 0x03ff, 0},
    {16888, 0x03ff, 1},
    {16917, 0x0007, 0},
    {17226, 0x03ff, 0},
    {17421, 0x03e0, 0},
    {17503, 0x0380, 0},
    {17663, 0x0200, 0},
    {17807, 0x03f8, 0},
    {17885, 0x0380, 0},
    {17972, 0x03ff, 0},
    {18075, 0x03c0, 0},
    {18096, 0x0200, 0},
    {18390, 0x03f8, 0},
    {18508, 0x03ff, 0},
    {18557, 0x03ff, 0},
    {18667, 0x03ff, 0},
    {18812, 0x03f8, 0},
    {18862, 0x0380, 0},
    {18888, 0x000f, 0},
    {18909, 0x000f, 0},
    {18936, 0x000f, 0},
    {18959, 0x000f, 0},
    {18988, 0x0007, 0},
    {19006, 0x000f, 0},
    {19026, 0x0007, 0},
    {19042, 0x0007, 0},
    {19055, 0x000f, 0},
    {19074, 0x000f, 0},
    {19098, 0x000f, 0},
    {19124, 0x000f, 0},
    {19149, 0x000f, 0},
    {19170, 0x000f, 0},
    {19196, 0x000f, 0},
    {19230, 0x000f, 0},
    {19266, 0x000f, 0},
    {19293, 0x000f, 0},
    {19311, 0x000f, 0},
    {19336, 0x000f, 0},
    {19366, 0x000f, 0},
    {19393, 0x0003, 0},
    {19428, 0x000f, 0},
    {19460, 0x000f, 0},
    {19500, 0x0008, 0},
    {19526, 0x0008, 0},
    {19550, 0x0008, 0},
    {19572, 0x0008, 0},
    {19600, 0x03fc, 0},
    {19626, 0x03fc, 0},
    {19651, 0x03fc, 0},
    {19674, 0x03fc, 1},
    {19694, 0x03fc, 0},
    {19725, 0x03fc, 0},
    {19800, 0x0007, 1},
    {19817, 0x0380, 0},
    {19839, 0x0380, 0},
    {19877, 0x03ff, 0},
    {19891, 0x03ff, 0},
    {19907, 0x03ff, 0},
    {19928, 0x03ff, 0},
    {19947, 0x03ff, 0},
    {19958, 0x03ff, 0},
    {19971, 0x03ff, 0},
    {19989, 0x03ff, 0},
    {20005, 0x03ff, 0},
    {20027, 0x03ff, 0},
    {20054, 0x03ff, 0},
    {20075, 0x03ff, 0},
    {20101, 0x03ff, 0},
    {20128, 0x03ff, 0},
    {20145, 0x03ff, 0},
    {20164, 0x03ff, 0},
    {20188, 0x03ff, 0},
    {20207, 0x03ff, 0},
    {20231, 0x03ff, 0},
    {20244, 0x03ff, 0},
    {20262, 0x000f, 1},
    {20277, 0x000f, 0},
    {20291, 0x0200, 0},
    {20306, 0x0200, 1},
    {20759, 0x0007, 0},
    {20808, 0x0007, 0},
    {20861, 0x0387, 0},
    {20904, 0x0007, 0},
    {21055, 0x03ff, 0},
    {21074, 0x03ff, 1},
    {21094, 0x03fc, 0},
    {21109, 0x03fc, 0},
    {21128, 0x03fc, 0},
    {21142, 0x03fc, 0},
    {21159, 0x03fc, 0},
    {21175, 0x03fc, 0},
    {21193, 0x03fc, 0},
    {21205, 0x03ff, 1},
    {21223, 0x0007, 1},
    {21264, 0x03ff, 0},
    {21290, 0x03ff, 0},
    {21431, 0x000f, 0},
    {21448, 0x000f, 0},
    {21471, 0x000f, 0},
    {21487, 0x007f, 0},
    {21505, 0x03fc, 0},
    {21913, 0x0007, 1},
    {21931, 0x0007, 1},
    {22071, 0x03e0, 0},
    {22210, 0x0380, 0},
    {22237, 0x03e0, 0},
    {22282, 0x03ff, 0},
    {22385, 0x0380, 0},
    {22479, 0x0380, 0},
    {22609, 0x0380, 0},
    {22744, 0x0380, 0},
    {22824, 0x0380, 0},
    {22913, 0x0380, 0},
    {23105, 0x0380, 0},
    {23128, 0x0380, 0},
    {23145, 0x0380, 0},
    {23165, 0x0380, 0},
    {23184, 0x0380, 0},
    {23206, 0x0380, 0},
    {23218, 0x0380, 0},
    {23233, 0x003f, 0},
    {23249, 0x003f, 0},
    {23268, 0x003f, 0},
    {23285, 0x0007, 0},
    {23310, 0x0007, 0},
    {23343, 0x0007, 0},
    {23360, 0x0007, 0},
    {23381, 0x0007, 0},
    {23404, 0x0007, 0},
    {23425, 0x0007, 0},
    {23493, 0x03fe, 0},
    {23513, 0x03fe, 0},
    {23552, 0x0007, 0},
    {23574, 0x0007, 0},
    {23587, 0x0200, 0},
    {23705, 0x03c0, 0},
    {23741, 0x03c0, 0},
    {23970, 0x03c0, 0},
    {24344, 0x03e0, 0},
    {24381, 0x03c0, 0},
    {24396, 0x03c0, 0},
    {24679, 0x001f, 0},
    {24968, 0x001f, 0},
    {25229, 0x0300, 0},
    {25252, 0x0300, 0},
    {25287, 0x0300, 0},
    {25311, 0x0300, 0},
    {25334, 0x0300, 0},
    {25357, 0x0300, 0},
    {25384, 0x0300, 0},
    {25410, 0x0300, 0},
    {25436, 0x0300, 0},
    {25461, 0x0300, 0},
    {25492, 0x0300, 0},
    {25518, 0x0300, 0},
    {25544, 0x0300, 0},
    {25965, 0x03ff, 0},
    {26029, 0x003f, 0},
    {26049, 0x003f, 0},
    {26076, 0x000f, 0},
    {26207, 0x0007, 0},
    {26318, 0x03ff, 0},
    {26359, 0x0300, 0},
    {26922, 0x001f, 0},
    {26939, 0x001f, 0},
    {26961, 0x001f, 0},
    {27010, 0x001f, 0},
    {27060, 0x001f, 0},
    {27106, 0x001f, 0},
    {27139, 0x001f, 0},
    {27161, 0x001f, 0},
    {27183, 0x001f, 0},
    {27204, 0x001f, 0},
    {27225, 0x001f, 0},
    {27364, 0x03ff, 0},
    {27501, 0x03ff, 0},
    {27619, 0x003f, 0},
    {27713, 0x000f, 0},
    {27862, 0x0300, 0},
    {27877, 0x03ff, 0},
    {28102, 0x001f, 0},
    {28156, 0x001f, 0},
    {28218, 0x0380, 0},
    {28236, 0x03c0, 0},
    {28261, 0x03c0, 0},
    {28281, 0x03c0, 0},
    {28316, 0x03c0, 0},
    {28341, 0x0380, 0},
    {28368, 0x0200, 0},
    {28393, 0x0200, 0},
    {28425, 0x0300, 0},
    {28452, 0x03c0, 0},
    {28490, 0x03c0, 0},
    {28521, 0x0380, 1},
    {28548, 0x03c0, 0},
    {28575, 0x03c0, 0},
    {28611, 0x03c0, 0},
    {28648, 0x03c0, 0},
    {28684, 0x0080, 0},
    {28726, 0x0300, 0},
    {28748, 0x03c0, 0},
    {28777, 0x03c0, 0},
    {28803, 0x8000, 0},
    {28828, 0x0380, 0},
    {28871, 0x0300, 0},
    {28912, 0x03c0, 0},
    {28950, 0x0300, 0},
    {28996, 0x0300, 0},
    {29035, 0x03c0, 0},
    {29064, 0x03c0, 0},
    {29093, 0x0380, 0},
    {29131, 0x0380, 0},
    {29177, 0x0200, 0},
    {29200, 0x0300, 0},
    {29244, 0x0300, 0},
    {29286, 0x0300, 0},
    {29307, 0x03c0, 0},
    {29340, 0x03c0, 0},
    {29387, 0x03e0, 0},
    {29465, 0x0300, 0},
    {29518, 0x03fc, 0},
    {29542, 0x03fc, 0},
    {29666, 0x03ff, 1},
    {29703, 0x03ff, 0},
    {29727, 0x03ff, 0},
    {29749, 0x03ff, 0},
    {29772, 0x03ff, 1},
    {29811, 0x03ff, 1},
    {29900, 0x03fc, 0},
    {29937, 0x03ff, 0},
    {30044, 0x03ff, 1},
    {30058, 0x03ff, 0},
    {30072, 0x03e0, 0},
    {30398, 0x0300, 0},
    {30412, 0x0380, 0},
    {30427, 0x03ff, 1},
    {30463, 0x03ff, 1},
    {30528, 0x03fc, 0},
    {30552, 0x0300, 0},
    {30580, 0x03ff, 1},
    {30595, 0x03ff, 1},
    {30684, 0x03ff, 1},
    {30768, 0x03c0, 0},
    {30806, 0x03ff, 1},
    {30820, 0x03ff, 1},
    {30843, 0x03ff, 1},
    {30896, 0x03fc, 0},
    {30913, 0x03fc, 0},
    {30938, 0x03fc, 0},
    {30968, 0x03ff, 1},
    {31017, 0x03fc, 0},
    {31115, 0x007f, 0},
    {31144, 0x000f, 0},
    {31162, 0x000f, 0},
    {31194, 0x000f, 0},
    {31212, 0x000f, 0},
    {31230, 0x000f, 0},
    {31248, 0x000f, 0},
    {31266, 0x000f, 0},
    {31284, 0x000f, 0},
    {31303, 0x000f, 0},
    {31322, 0x000f, 0},
    {31353, 0x03ff, 1},
    {31376, 0x03ff, 0},
    {31401, 0x0001, 1},
    {31443, 0x03ff, 1},
    {31480, 0x0300, 0},
    {31490, 0x0300, 0},
    {31499, 0x03ff, 1},
    {31512, 0x0003, 0},
    {31528, 0x0003, 0},
    {31536, 0x0001, 0},
    {31556, 0x0001, 1},
    {31577, 0x03f0, 0},
    {31592, 0x0006, 0},
    {31613, 0x000c, 0},
    {31633, 0x000e, 0},
    {31649, 0x003f, 0},
    {31668, 0x003f, 0},
    {31684, 0x003f, 0},
    {31699, 0x003f, 0},
    {31720, 0x003f, 0},
    {31733, 0x03f0, 0},
    {31754, 0x03f0, 0},
    {31768, 0x03f0, 0},
    {31784, 0x03f0, 0},
    {31797, 0x03fc, 0},
    {31816, 0x03fc, 0},
    {31839, 0x0007, 0},
    {31851, 0x03ff, 0},
    {31869, 0x0078, 0},
    {31886, 0x03ff, 0},
    {31906, 0x03ff, 0},
    {31924, 0x03fe, 0},
    {31953, 0x007e, 0},
    {31988, 0x007f, 0},
    {32012, 0x03ff, 0},
    {32045, 0x007f, 0},
    {32162, 0x03fc, 0},
    {32184, 0x00e0, 0},
    {32216, 0x007e, 0},
    {32235, 0x007f, 0},
    {32270, 0x007f, 0},
    {32369, 0x007c, 0},
    {32388, 0x0200, 0},
    {32410, 0x03ff, 1},
    {32432, 0x007f, 1},
    {32455, 0x0207, 0},
    {32482, 0x007f, 1},
    {32511, 0x0040, 1},
    {32533, 0x0380, 0},
    {32564, 0x0380, 0},
    {32605, 0x0200, 0},
    {32631, 0x0007, 0},
    {32647, 0x0004, 0},
    {32673, 0x01ff, 1},
    {32699, 0x003f, 1},
    {32721, 0x01ff, 0},
    {32742, 0x0200, 0},
    {32773, 0x01ff, 0},
    {32796, 0x01ff, 0},
    {32818, 0x01ff, 0},
    {32838, 0x01ff, 0},
    {32861, 0x01ff, 0},
    {32883, 0x01ff, 0},
    {32909, 0x00ff, 0},
    {32931, 0x03a0, 0},
    {32954, 0x03e0, 0},
    {32968, 0x007f, 0},
    {32986, 0x0300, 0},
    {33004, 0x007f, 0},
    {33021, 0x0300, 0},
    {33041, 0x0300, 0},
    {33058, 0x0300, 0},
    {33077, 0x0300, 0},
    {33103, 0x00ff, 0},
    {33117, 0x03e0, 0},
    {33133, 0x03ff, 0},
    {33149, 0x03e0, 0},
    {33170, 0x0007, 0},
    {33200, 0x0007, 0},
    {33226, 0x0003, 0},
    {33256, 0x0200, 0},
    {33305, 0x0200, 0},
    {33342, 0x0380, 0},
    {33365, 0x03ff, 0},
    {33389, 0x0300, 0},
    {33418, 0x0300, 0},
    {33447, 0x0300, 0},
    {33473, 0x01ff, 0},
    {33493, 0x0200, 0},
    {33514, 0x0300, 0},
    {33533, 0x003f, 0},
    {33550, 0x0300, 0},
    {33578, 0x0300, 0},
    {33602, 0x0300, 0},
    {33623, 0x0300, 0},
    {33641, 0x0200, 0},
    {33666, 0x0004, 0},
    {33686, 0x0060, 0},
    {33698, 0x0300, 0},
    {33722, 0x003f, 0},
    {33739, 0x0300, 0},
    {33767, 0x0060, 0},
    {33784, 0x0300, 0},
    {33808, 0x007f, 0},
    {33843, 0x007f, 0},
    {33878, 0x007f, 0},
    {33898, 0x007f, 0},
    {33918, 0x000f, 0},
    {33934, 0x007f, 0},
    {33950, 0x007f, 0},
    {33978, 0x0200, 0},
    {33997, 0x0200, 0},
    {34021, 0x0200, 0},
    {34045, 0x03c0, 0},
    {34065, 0x0380, 0},
    {34085, 0x03c0, 0},
    {34104, 0x0380, 0},
    {34138, 0x0380, 0},
    {34171, 0x0080, 0},
    {34195, 0x0080, 0},
    {34221, 0x0080, 0},
    {34245, 0x0080, 0},
    {34270, 0x0080, 0},
    {34295, 0x0080, 0},
    {34321, 0x0080, 0},
    {34346, 0x0080, 0},
    {34371, 0x03c0, 0},
    {34394, 0x001f, 0},
    {34426, 0x03f0, 0},
    {34443, 0x0004, 0},
    {34458, 0x03f0, 0},
    {34477, 0x03fc, 0},
    {34504, 0x0004, 0},
    {34529, 0x0004, 0},
    {34549, 0x0004, 0},
    {34565, 0x0004, 0},
    {34591, 0x0200, 0},
    {34608, 0x0200, 0},
    {34624, 0x0006, 0},
    {34640, 0x0006, 0},
    {34656, 0x03fe, 0},
    {34683, 0x0002, 0},
    {34704, 0x0002, 0},
    {34724, 0x0002, 0},
    {34743, 0x0002, 0},
    {34773, 0x0002, 0},
    {34792, 0x0002, 0},
    {34822, 0x007f, 1},
    {34842, 0x0200, 0},
    {34864, 0x0387, 0},
    {34889, 0x0380, 0},
    {34919, 0x0380, 0},
    {34948, 0x0380, 0},
    {34974, 0x0380, 0},
    {35004, 0x00c0, 0},
    {35034, 0x0080, 0},
    {35063, 0x00c0, 0},
    {35092, 0x00c0, 0},
    {35129, 0x00fc, 0},
    {35160, 0x0080, 0},
    {35188, 0x00fc, 0},
    {35222, 0x00fc, 0},
    {35260, 0x00fc, 0},
    {35292, 0x00c0, 0},
    {35334, 0x00c0, 0},
    {35374, 0x03e0, 0},
    {35390, 0x03e0, 0},
    {35407, 0x007f, 0},
    {35430, 0x0007, 0},
    {35449, 0x0200, 0},
    {35487, 0x0200, 0},
    {35512, 0x0200, 0},
    {35547, 0x0200, 0},
    {35577, 0x007f, 0},
    {35599, 0x007f, 0},
    {35615, 0x007c, 0},
    {35640, 0x000f, 0},
    {35657, 0x0070, 0},
    {35676, 0x0070, 0},
    {35703, 0x0200, 0},
    {35722, 0x007f, 0},
    {35747, 0x007f, 0},
    {35765, 0x03ff, 0},
    {35783, 0x03ff, 0},
    {35809, 0x0200, 0},
    {35844, 0x0380, 0},
    {35862, 0x0007, 0},
    {35879, 0x000f, 0},
    {35897, 0x007f, 0},
    {35924, 0x0200, 0},
    {35953, 0x0380, 0},
    {35991, 0x03fc, 0},
    {36022, 0x0060, 0},
    {36047, 0x03ff, 0},
    {36073, 0x0200, 0},
    {36111, 0x007f, 0},
    {36137, 0x0200, 0},
    {36162, 0x0007, 0},
    {36179, 0x0187, 0},
    {36198, 0x0300, 0},
    {36225, 0x0200, 0},
    {36245, 0x0200, 0},
    {36273, 0x007f, 0},
    {36294, 0x01ff, 0},
    {36310, 0x0200, 0},
    {36328, 0x0007, 0},
    {36352, 0x03ff, 0},
    {36372, 0x007f, 0},
    {36385, 0x03ff, 0},
    {36397, 0x0007, 0},
    {36419, 0x0300, 0},
    {36437, 0x007f, 0},
    {36455, 0x03ff, 0},
    {36481, 0x0380, 0},
    {36516, 0x0200, 0},
    {36541, 0x0380, 0},
    {36563, 0x0200, 0},
    {36595, 0x03ff, 0},
    {36610, 0x0200, 0},
    {36633, 0x0200, 0},
    {36651, 0x0200, 0},
    {36678, 0x0300, 0},
    {36718, 0x007f, 0},
    {36741, 0x03c0, 0},
    {36765, 0x0078, 0},
    {36787, 0x007c, 0},
    {36807, 0x0078, 0},
    {36833, 0x03fc, 0},
    {36846, 0x007c, 0},
    {36861, 0x0040, 0},
    {36885, 0x0200, 0},
    {36910, 0x03fc, 0},
    {36934, 0x007c, 0},
    {36947, 0x03fc, 0},
    {36961, 0x03ff, 0},
    {36984, 0x0078, 0},
    {37013, 0x0300, 0},
    {37031, 0x0300, 0},
    {37046, 0x0078, 0},
    {37064, 0x0260, 0},
    {37091, 0x0300, 0},
    {37117, 0x027e, 0},
    {37144, 0x0004, 0},
    {37156, 0x0078, 0},
    {37172, 0x007c, 0},
    {37198, 0x007c, 0},
    {37211, 0x03f0, 0},
    {37243, 0x007c, 0},
    {37258, 0x03c0, 0},
    {37281, 0x0060, 0},
    {37308, 0x0300, 0},
    {37344, 0x03ff, 0},
    {37363, 0x0380, 0},
    {37386, 0x007c, 0},
    {37401, 0x027c, 0},
    {37418, 0x0300, 0},
    {37444, 0x03fc, 0},
    {37461, 0x0060, 0},
    {37492, 0x003f, 0},
    {37515, 0x0006, 0},
    {37545, 0x0004, 0},
    {37579, 0x007c, 0},
    {37605, 0x0380, 0},
    {37629, 0x0200, 0},
    {37656, 0x03fc, 0},
    {37679, 0x0380, 1},
    {37697, 0x001f, 0},
    {37717, 0x0380, 0},
    {37750, 0x0380, 0},
    {37779, 0x0380, 1},
    {37803, 0x000e, 0},
    {37828, 0x03ff, 0},
    {37853, 0x0380, 0},
    {37881, 0x0004, 0},
    {37894, 0x0007, 0},
    {37914, 0x0380, 0},
    {37943, 0x0380, 0},
    {37969, 0x0380, 0},
    {37994, 0x0380, 0},
    {38020, 0x0380, 0},
    {38045, 0x0300, 0},
    {38062, 0x001f, 0},
    {38091, 0x001f, 0},
    {38120, 0x0300, 0},
    {38141, 0x03e0, 0},
    {38160, 0x007f, 0},
    {38181, 0x001e, 0},
    {38221, 0x0003, 0},
    {38249, 0x0200, 0},
    {38265, 0x007f, 0},
    {38291, 0x0300, 0},
    {38310, 0x0300, 0},
    {38329, 0x0006, 0},
    {38348, 0x0200, 0},
    {38371, 0x0200, 0},
    {38394, 0x0300, 0},
    {38421, 0x0300, 0},
    {38438, 0x03c0, 0},
    {38463, 0x0380, 0},
    {38482, 0x0380, 0},
    {38500, 0x0380, 0},
    {38521, 0x0380, 0},
    {38546, 0x0200, 0},
    {38568, 0x0004, 0},
    {38590, 0x003f, 0},
    {38620, 0x001f, 0},
    {38649, 0x001f, 0},
    {38678, 0x001e, 0},
    {38718, 0x0003, 0},
    {38746, 0x03f8, 0},
    {38765, 0x007f, 0},
    {38791, 0x0078, 0},
    {38808, 0x007f, 0},
    {38831, 0x007f, 0},
    {38854, 0x03ff, 0},
    {38873, 0x03ff, 0},
    {38899, 0x0300, 0},
    {38931, 0x0300, 0},
    {38953, 0x0300, 0},
    {38974, 0x0200, 0},
    {38996, 0x0080, 0},
    {39019, 0x0300, 0},
    {39050, 0x0380, 0},
    {39065, 0x0380, 0},
    {39081, 0x0240, 0},
    {39109, 0x0007, 0},
    {39121, 0x0380, 1},
    {39149, 0x0007, 0},
    {39161, 0x0040, 0},
    {39184, 0x0240, 0},
    {39205, 0x0200, 0},
    {39227, 0x0007, 0},
    {39248, 0x0007, 0},
    {39269, 0x0007, 0},
    {39286, 0x007f, 0},
    {39312, 0x0380, 0},
    {39334, 0x007f, 0},
    {39364, 0x0007, 0},
    {39378, 0x001f, 0},
    {39393, 0x001f, 0},
    {39408, 0x001f, 0},
    {39423, 0x001f, 0},
    {39440, 0x001f, 0},
    {39457, 0x001f, 0},
    {39474, 0x0200, 0},
    {39505, 0x0200, 0},
    {39530, 0x0200, 0},
    {39551, 0x001f, 0},
    {39577, 0x0003, 0},
    {39591, 0x03e0, 0},
    {39613, 0x0200, 0},
    {39644, 0x0206, 0},
    {39665, 0x0007, 0},
    {39690, 0x0003, 0},
    {39719, 0x0300, 0},
    {39742, 0x0200, 0},
    {39780, 0x0300, 0},
    {39802, 0x0380, 0},
    {39825, 0x027c, 0},
    {39848, 0x0300, 0},
    {39876, 0x000f, 0},
    {39899, 0x000f, 0},
    {39919, 0x0007, 0},
    {39930, 0x0007, 0},
    {39954, 0x0007, 0},
    {39965, 0x0008, 0},
    {39981, 0x0006, 0},
    {39998, 0x0200, 0},
    {40020, 0x0200, 0},
    {40040, 0x0001, 1},
    {40058, 0x0007, 0},
    {40075, 0x007f, 0},
    {40113, 0x0007, 0},
    {40130, 0x000f, 0},
    {40149, 0x0001, 1},
    {40175, 0x03ff, 0},
    {40206, 0x007f, 0},
    {40222, 0x000f, 0},
    {40234, 0x03ff, 0},
    {40263, 0x0187, 0},
    {40273, 0x001e, 1},
    {40291, 0x001e, 1},
    {40308, 0x001e, 1},
    {40327, 0x001e, 1},
    {40350, 0x0006, 0},
    {40364, 0x001e, 1},
    {40388, 0x001e, 1},
    {40415, 0x0006, 0},
    {40426, 0x0006, 0},
    {40439, 0x0006, 0},
    {40452, 0x0006, 0},
    {40465, 0x0006, 0},
    {40477, 0x0006, 0},
    {40489, 0x0006, 0},
    {40510, 0x0006, 0},
    {40530, 0x0006, 0},
    {40552, 0x001e, 1},
    {40565, 0x0006, 0},
    {40581, 0x0007, 0},
    {40594, 0x0007, 0},
    {40617, 0x0007, 0},
    {40642, 0x0007, 0},
    {40667, 0x0007, 0},
    {40692, 0x0007, 0},
    {40711, 0x0001, 0},
    {40732, 0x0007, 1},
    {40745, 0x0007, 1},
    {40763, 0x0007, 1},
    {40779, 0x0007, 0},
    {40802, 0x0007, 0},
    {40826, 0x0007, 0},
    {40849, 0x0007, 1},
    {40865, 0x0007, 1},
    {40882, 0x0007, 1},
    {40899, 0x0007, 1},
    {40916, 0x0007, 1},
    {40933, 0x0007, 1},
    {40949, 0x0007, 1},
    {40968, 0x0007, 1},
    {40985, 0x0007, 1},
    {41004, 0x0007, 1},
    {41017, 0x0006, 1},
    {41032, 0x0007, 1},
    {41047, 0x0007, 1},
    {41063, 0x0007, 1},
    {41082, 0x0007, 1},
    {41100, 0x0007, 1},
    {41119, 0x0007, 1},
    {41138, 0x0007, 1},
    {41154, 0x0007, 1},
    {41169, 0x0007, 1},
    {41188, 0x0007, 1},
    {41207, 0x0007, 1},
    {41222, 0x0007, 1},
    {41241, 0x0007, 1},
    {41260, 0x0007, 1},
    {41276, 0x0007, 0},
    {41293, 0x0001, 1},
    {41304, 0x0007, 0},
    {41324, 0x0007, 0},
    {41342, 0x007f, 0},
    {41364, 0x0006, 0},
    {41390, 0x0040, 0},
    {41443, 0x03c0, 0},
    {41468, 0x0007, 1},
    {41493, 0x0007, 0},
    {41515, 0x001f, 0},
    {41545, 0x0006, 0},
    {41577, 0x0007, 0},
    {41605, 0x0007, 0},
    {41620, 0x0006, 0},
    {41636, 0x007f, 0},
    {41659, 0x007f, 0},
    {41690, 0x03e0, 1},
    {41716, 0x03e0, 1},
    {41739, 0x03e0, 1},
    {41760, 0x00f0, 0},
    {41784, 0x00f0, 0},
    {41814, 0x007e, 0},
    {41836, 0x0007, 0},
    {41851, 0x0007, 1},
    {41869, 0x007e, 0},
    {41893, 0x0007, 0},
    {41929, 0x0200, 0},
    {41960, 0x0007, 0},
    {41981, 0x007f, 0},
    {42003, 0x03fe, 0},
    {42023, 0x027e, 0},
    {42049, 0x0007, 0},
    {42085, 0x0380, 0},
    {42112, 0x0200, 1},
    {42139, 0x0200, 1},
    {42166, 0x0300, 0},
    {42189, 0x0380, 0},
    {42217, 0x0380, 0},
    {42251, 0x0380, 0},
    {42286, 0x0380, 0},
    {42322, 0x0200, 0},
    {42357, 0x007c, 0},
    {42381, 0x007c, 0},
    {42402, 0x007c, 1},
    {42424, 0x000c, 0},
    {42461, 0x007e, 0},
    {42488, 0x0080, 0},
    {42526, 0x0004, 0},
    {42550, 0x0078, 0},
    {42580, 0x00f0, 0},
    {42614, 0x03f8, 0},
    {42651, 0x03fc, 0},
    {42683, 0x007c, 0},
    {42717, 0x0380, 0},
    {42747, 0x0200, 0},
    {42782, 0x0040, 0},
    {42813, 0x03fe, 0},
    {42842, 0x03fe, 0},
    {42871, 0x00fe, 0},
    {42901, 0x0380, 0},
    {42929, 0x03c0, 0},
    {42963, 0x0200, 0},
    {43007, 0x03fe, 0},
    {43036, 0x0380, 0},
    {43071, 0x0300, 0},
    {43096, 0x0380, 0},
    {43120, 0x0380, 0},
    {43151, 0x03fc, 0},
    {43184, 0x03fc, 0},
    {43218, 0x00f0, 0},
    {43248, 0x0200, 0},
    {43300, 0x03f8, 0},
    {43337, 0x03c0, 0},
    {43375, 0x03c0, 0},
    {43410, 0x0380, 1},
    {43440, 0x0380, 1},
    {43469, 0x0200, 0},
    {43482, 0x0200, 0},
    {43506, 0x0200, 0},
    {43519, 0x0200, 0},
    {43557, 0x0200, 0},
    {43580, 0x0200, 0},
    {43608, 0x0200, 0},
    {43650, 0x0200, 0},
    {43668, 0x0200, 0},
    {43688, 0x0200, 0},
    {43718, 0x0380, 0},
    {43750, 0x0300, 0},
    {43774, 0x0200, 0},
    {43794, 0x0200, 0},
    {43809, 0x007f, 0},
    {43834, 0x03ff, 0},
    {43849, 0x0080, 0},
    {43872, 0x0300, 0},
    {43907, 0x0200, 0},
    {43926, 0x0300, 0},
    {43949, 0x0180, 0},
    {43961, 0x03ff, 0},
    {43981, 0x007f, 0},
    {43995, 0x03ff, 0},
    {44012, 0x03ff, 0},
    {44025, 0x03ff, 1},
    {44044, 0x03ff, 0},
    {44063, 0x0300, 0},
    {44084, 0x03f0, 0},
    {44117, 0x03ff, 0},
    {44132, 0x007f, 0},
    {44161, 0x007f, 0},
    {44187, 0x007f, 0},
    {44208, 0x03ff, 0},
    {44222, 0x03ff, 0},
    {44244, 0x007f, 0},
    {44262, 0x03c0, 0},
    {44281, 0x03ff, 0},
    {44297, 0x000c, 0},
    {44324, 0x000f, 0},
    {44342, 0x03ff, 0},
    {44361, 0x007f, 0},
    {44377, 0x03ff, 0},
    {44389, 0x0007, 0},
    {44402, 0x03fc, 0},
    {44417, 0x0180, 0},
    {44434, 0x03ff, 0},
    {44446, 0x03ff, 0},
    {44462, 0x000e, 1},
    {44474, 0x03fc, 0},
    {44489, 0x03ff, 0},
    {44502, 0x03fc, 0},
    {44527, 0x0180, 0},
    {44544, 0x0300, 0},
    {44569, 0x0300, 0},
    {44594, 0x0300, 0},
    {44619, 0x0300, 0},
    {44643, 0x03fc, 0},
    {44673, 0x03fc, 0},
    {44708, 0x03fc, 0},
    {44739, 0x03fc, 0},
    {44771, 0x000e, 1},
    {44784, 0x0002, 0},
    {44816, 0x0002, 0},
    {44847, 0x0002, 0},
    {44877, 0x0002, 0},
    {44907, 0x007f, 1},
    {44929, 0x0200, 0},
    {44957, 0x0300, 0},
    {44978, 0x0300, 0},
    {45010, 0x0007, 0},
    {45031, 0x007c, 0},
    {45055, 0x0002, 0},
    {45080, 0x03fc, 0},
    {45111, 0x0001, 0},
    {45126, 0x0001, 0},
    {45149, 0x007f, 0},
    {45166, 0x007e, 0},
    {45183, 0x007e, 0},
    {45210, 0x007f, 0},
    {45233, 0x03ff, 0},
    {45247, 0x0006, 0},
    {45276, 0x0006, 0},
    {45309, 0x0002, 0},
    {45341, 0x007f, 1},
    {45363, 0x0007, 0},
    {45390, 0x007c, 0},
    {45419, 0x0040, 0},
    {45433, 0x007f, 0},
    {45449, 0x007f, 0},
    {45469, 0x007e, 0},
    {45497, 0x0380, 0},
    {45527, 0x0300, 0},
    {45561, 0x0300, 0},
    {45596, 0x0380, 0},
    {45626, 0x0380, 0},
    {45657, 0x0380, 0},
    {45685, 0x0380, 0},
    {45725, 0x0380, 0},
    {45753, 0x0380, 0},
    {45781, 0x0380, 0},
    {45813, 0x0380, 0},
    {45845, 0x0380, 0},
    {45876, 0x0380, 0},
    {45907, 0x0380, 0},
    {45939, 0x0380, 0},
    {45970, 0x0380, 0},
    {45999, 0x0380, 0},
    {46030, 0x0380, 0},
    {46067, 0x0300, 0},
    {46086, 0x03ff, 0},
    {46103, 0x007f, 1},
    {46121, 0x0004, 0},
    {46144, 0x000f, 0},
    {46159, 0x03ff, 1},
    {46172, 0x03ff, 1},
    {46195, 0x0200, 0},
    {46223, 0x03f0, 0},
    {46239, 0x0200, 0},
    {46260, 0x0007, 0},
    {46273, 0x007c, 0},
    {46297, 0x03ff, 0},
    {46316, 0x03ff, 1},
    {46337, 0x0007, 0},
    {46355, 0x007f, 0},
    {46369, 0x03ff, 0},
    {46391, 0x0007, 1},
    {46413, 0x0007, 1},
    {46426, 0x0007, 1},
    {46439, 0x0007, 1},
    {46452, 0x0300, 0},
    {46472, 0x0300, 0},
    {46505, 0x0207, 0},
    {46527, 0x03fc, 0},
    {46550, 0x0078, 0},
    {46594, 0x03e0, 0},
    {46615, 0x03ff, 0},
    {46638, 0x007f, 0},
    {46668, 0x007f, 0},
    {46724, 0x007f, 0},
    {46747, 0x007c, 0},
    {46774, 0x00fc, 0},
    {46810, 0x0300, 0},
    {46832, 0x0040, 0},
    {46859, 0x03ff, 0},
    {46886, 0x007f, 0},
    {46911, 0x01ff, 0},
    {46926, 0x0060, 0},
    {46945, 0x0007, 0},
    {46968, 0x0078, 0},
    {46997, 0x0003, 0},
    {47024, 0x0006, 0},
    {47051, 0x03f8, 0},
    {47073, 0x001f, 0},
    {47093, 0x001f, 0},
    {47170, 0x03ff, 0},
    {47203, 0x03ff, 0},
    {47236, 0x03ff, 0},
    {47256, 0x0200, 0},
    {47282, 0x0003, 0},
    {47303, 0x00fc, 0},
    {47337, 0x03ff, 0},
    {47358, 0x03fe, 0},
    {47378, 0x03e0, 0},
    {47397, 0x0300, 0},
    {47417, 0x0300, 0},
    {47447, 0x000f, 0},
    {47467, 0x0002, 0},
    {47489, 0x027f, 0},
    {47506, 0x007f, 0},
    {47527, 0x03ff, 0},
    {47545, 0x007e, 0},
    {47566, 0x007e, 0},
    {47589, 0x03ff, 0},
    {47613, 0x0060, 0},
    {47639, 0x0300, 0},
    {47669, 0x03fc, 0},
    {47690, 0x0300, 0},
    {47723, 0x0300, 0},
    {47787, 0x007f, 0},
    {47816, 0x007f, 0},
    {47841, 0x007f, 0},
    {47866, 0x007f, 0},
    {47886, 0x0200, 0},
    {47921, 0x0180, 0},
    {47946, 0x0040, 0},
    {47973, 0x0200, 0},
    {47993, 0x0380, 0},
    {48018, 0x0200, 1},
    {48035, 0x0200, 1},
    {48051, 0x0200, 1},
    {48068, 0x0200, 1},
    {48092, 0x0200, 1},
    {48118, 0x0200, 1},
    {48143, 0x0200, 0},
    {48174, 0x0200, 1},
    {48200, 0x0300, 0},
    {48222, 0x0380, 0},
    {48246, 0x0380, 0},
    {48265, 0x0380, 0},
    {48286, 0x0380, 0},
    {48310, 0x000f, 1},
    {48328, 0x03ff, 1},
    {48349, 0x0006, 0},
    {48373, 0x0002, 0},
    {48393, 0x03e4, 0},
    {48419, 0x0002, 0},
    {48446, 0x0004, 0},
    {48476, 0x0002, 0},
    {48495, 0x0300, 0},
    {48515, 0x0300, 0},
    {48540, 0x0004, 0},
    {48560, 0x0004, 0},
    {48579, 0x0004, 0},
    {48601, 0x0004, 0},
    {48625, 0x0004, 0},
    {48645, 0x0004, 0},
    {48668, 0x03fc, 0},
    {48698, 0x0004, 0},
    {48726, 0x0004, 0},
    {48757, 0x0004, 0},
    {48775, 0x0004, 0},
    {48794, 0x0380, 0},
    {48810, 0x0380, 0},
    {48827, 0x0380, 0},
    {48846, 0x0380, 0},
    {48864, 0x0001, 0},
    {48879, 0x0001, 0},
    {48894, 0x0380, 0},
    {48936, 0x0380, 0},
    {48959, 0x0380, 0},
    {48984, 0x0070, 0},
    {49005, 0x0070, 0},
    {49034, 0x0070, 0},
    {49058, 0x03fe, 1},
    {49069, 0x007e, 0},
    {49090, 0x007e, 0},
    {49111, 0x000c, 0},
    {49141, 0x007e, 0},
    {49161, 0x007e, 0},
    {49183, 0x0380, 0},
    {49204, 0x0380, 0},
    {49222, 0x0380, 0},
    {49240, 0x0380, 0},
    {49260, 0x0380, 0},
    {49284, 0x0380, 0},
    {49305, 0x0380, 0},
    {49326, 0x0380, 0},
    {49345, 0x0380, 0},
    {49366, 0x0380, 0},
    {49389, 0x007f, 0},
    {49419, 0x007f, 0},
    {49442, 0x0300, 0},
    {49460, 0x0380, 0},
    {49476, 0x03ff, 1},
    {49489, 0x03ff, 0},
    {49506, 0x0380, 0},
    {49526, 0x03ff, 0},
    {49540, 0x000e, 0},
    {49560, 0x0004, 0},
    {49575, 0x03ff, 0},
    {49596, 0x03ff, 0},
    {49620, 0x0200, 0},
    {49641, 0x0200, 0},
    {49668, 0x0200, 0},
    {49689, 0x0200, 0},
    {49712, 0x0200, 0},
    {49736, 0x0200, 1},
    {49750, 0x03ff, 0},
    {49766, 0x0003, 0},
    {49783, 0x0002, 0},
    {49805, 0x0207, 0},
    {49825, 0x0200, 0},
    {49850, 0x0200, 0},
    {49902, 0x0007, 0},
    {49924, 0x0300, 0},
    {49950, 0x0200, 0},
    {49973, 0x0380, 0},
    {50004, 0x0200, 0},
    {50024, 0x0007, 0},
    {50047, 0x0030, 0},
    {50074, 0x03e0, 0},
    {50100, 0x0380, 0},
    {50116, 0x0002, 0},
    {50146, 0x0002, 0},
    {50173, 0x0002, 0},
    {50190, 0x0004, 0},
    {50213, 0x0004, 0},
    {50227, 0x0002, 0},
    {50242, 0x00e0, 0},
    {50257, 0x001f, 0},
    {50276, 0x0180, 0},
    {50299, 0x0180, 0},
    {50328, 0x0180, 0},
    {50351, 0x0180, 0},
    {50380, 0x03ff, 0},
    {50397, 0x0007, 1},
    {50417, 0x0007, 1},
    {50433, 0x0001, 0},
    {50445, 0x0004, 0},
    {50461, 0x0004, 0},
    {50491, 0x0004, 0},
    {50518, 0x001f, 0},
    {50537, 0x0004, 0},
    {50565, 0x0300, 0},
    {50583, 0x0040, 0},
    {50603, 0x0001, 1},
    {50626, 0x0078, 0},
    {50655, 0x007f, 0},
    {50683, 0x03c0, 0},
    {50709, 0x03f8, 0},
    {50732, 0x0001, 1},
    {50776, 0x03c0, 0},
    {50795, 0x0380, 0},
    {50819, 0x0380, 0},
    {50867, 0x0200, 0},
    {50892, 0x0020, 0},
    {50918, 0x007c, 0},
    {50938, 0x007f, 0},
    {50966, 0x0070, 0},
    {50994, 0x03ff, 0},
    {51018, 0x0078, 0},
    {51043, 0x0004, 0},
    {51064, 0x0004, 0},
    {51084, 0x0060, 0},
    {51096, 0x0180, 0},
    {51111, 0x03ff, 0},
    {51134, 0x03ff, 0},
    {51157, 0x0060, 0},
    {51179, 0x007f, 0},
    {51207, 0x007f, 0},
    {51231, 0x03ff, 0},
    {51250, 0x03e0, 0},
    {51275, 0x03ff, 0},
    {51293, 0x03ff, 0},
    {51317, 0x03e0, 0},
    {51341, 0x001f, 0},
    {51367, 0x0180, 0},
    {51384, 0x0040, 0},
    {51414, 0x03ff, 0},
    {51445, 0x007f, 0},
    {51469, 0x007e, 0},
    {51499, 0x03ff, 0},
    {51519, 0x03ff, 0},
    {51545, 0x007e, 0},
    {51566, 0x007e, 0},
    {51586, 0x007f, 0},
    {51612, 0x007f, 0},
    {51646, 0x007e, 0},
    {51669, 0x007e, 0},
    {51700, 0x007f, 0},
    {51723, 0x007f, 0},
    {51754, 0x000f, 0},
    {51767, 0x0380, 0},
    {51793, 0x007e, 0},
    {51808, 0x03ff, 0},
    {51831, 0x03ff, 0},
    {51856, 0x03ff, 0},
    {51880, 0x03ff, 0},
    {51895, 0x03ff, 0},
    {51913, 0x03c0, 0},
    {51930, 0x03c0, 0},
    {51950, 0x03c0, 0},
    {51968, 0x0264, 0},
    {51991, 0x0060, 0},
    {52019, 0x0040, 0},
    {52046, 0x0007, 0},
    {52066, 0x0040, 0},
    {52091, 0x0040, 0},
    {52125, 0x03ff, 0},
    {52153, 0x0040, 0},
    {52186, 0x0040, 0},
    {52217, 0x0040, 0},
    {52242, 0x0047, 0},
    {52262, 0x0040, 0},
    {52287, 0x000c, 0},
    {52315, 0x0040, 0},
    {52340, 0x0040, 0},
    {52361, 0x0040, 0},
    {52381, 0x0001, 0},
    {52402, 0x0001, 0},
    {52425, 0x03ff, 0},
    {52442, 0x0078, 0},
    {52457, 0x0070, 0},
    {52471, 0x0001, 1},
    {52493, 0x0001, 1},
    {52517, 0x001f, 0},
    {52541, 0x001f, 0},
    {52564, 0x0078, 0},
    {52577, 0x039f, 0},
    {52608, 0x039f, 0},
    {52638, 0x0200, 0},
    {52659, 0x0200, 0},
    {52675, 0x007f, 0},
    {52701, 0x0104, 0},
    {52720, 0x0380, 0},
    {52744, 0x0200, 0},
    {52762, 0x0200, 0},
    {52785, 0x0300, 0},
    {52821, 0x007f, 0},
    {52843, 0x03ff, 0},
    {52859, 0x0380, 0},
    {52880, 0x0200, 0},
    {52915, 0x007f, 0},
    {52942, 0x007c, 0},
    {52967, 0x0007, 0},
    {52980, 0x0100, 0},
    {53010, 0x03c0, 0},
    {53026, 0x007f, 0},
    {53056, 0x0010, 0},
    {53079, 0x0080, 0},
    {53103, 0x0080, 0},
    {53127, 0x0300, 0},
    {53155, 0x007f, 0},
    {53195, 0x0200, 0},
    {53218, 0x03ff, 0},
    {53233, 0x007f, 0},
    {53250, 0x0380, 0},
    {53268, 0x0200, 0},
    {53296, 0x0200, 0},
    {53321, 0x03fe, 0},
    {53334, 0x0300, 0},
    {53359, 0x0300, 0},
    {53378, 0x0004, 0},
    {53392, 0x007f, 0},
    {53424, 0x03ff, 0},
    {53449, 0x03ff, 0},
    {53473, 0x03ff, 0},
    {53495, 0x03ff, 0},
    {53528, 0x03ff, 0},
    {53565, 0x03ff, 0},
    {53599, 0x03ff, 0},
    {53626, 0x03ff, 0},
    {53661, 0x03ff, 0},
    {53687, 0x03ff, 0},
    {53719, 0x007f, 0},
    {53744, 0x0007, 0},
    {53762, 0x007f, 0},
    {53788, 0x0380, 0},
    {53811, 0x03ff, 0},
    {53835, 0x003f, 0},
    {53856, 0x0001, 0},
    {53884, 0x0200, 0},
    {53907, 0x03fc, 0},
    {53935, 0x0007, 0},
    {53965, 0x03ff, 0},
    {53981, 0x0078, 0},
    {54023, 0x0007, 0},
    {54054, 0x00f8, 0},
    {54093, 0x03a0, 0},
    {54133, 0x0078, 0},
    {54172, 0x0003, 0},
    {54205, 0x007f, 0},
    {54219, 0x007f, 0},
    {54244, 0x03ff, 0},
    {54267, 0x03ff, 0},
    {54290, 0x007f, 0},
    {54312, 0x03e0, 0},
    {54329, 0x007f, 0},
    {54355, 0x03ff, 0},
    {54385, 0x0380, 0},
    {54409, 0x0007, 1},
    {54433, 0x007f, 0},
    {54463, 0x007f, 0},
    {54483, 0x007f, 0},
    {54506, 0x0007, 0},
    {54522, 0x007f, 0},
    {54554, 0x007f, 0},
    {54576, 0x007f, 0},
    {54597, 0x03ff, 0},
    {54615, 0x0007, 0},
    {54631, 0x0004, 0},
    {54656, 0x007f, 0},
    {54691, 0x0380, 0},
    {54717, 0x0380, 0},
    {54742, 0x0380, 0},
    {54766, 0x03ff, 0},
    {54785, 0x007f, 0},
    {54812, 0x007f, 0},
    {54831, 0x03ff, 0},
    {54857, 0x03ff, 0},
    {54876, 0x03ff, 0},
    {54899, 0x03ff, 0},
    {54922, 0x03ff, 0},
    {54943, 0x03ff, 0},
    {54966, 0x03ff, 0},
    {54989, 0x03ff, 0},
    {55012, 0x03ff, 0},
    {55036, 0x027f, 0},
    {55061, 0x027f, 0},
    {55083, 0x03ff, 0},
    {55104, 0x003f, 0},
    {55121, 0x03f8, 0},
    {55147, 0x03ff, 0},
    {55173, 0x03ff, 0},
    {55192, 0x007f, 0},
    {55216, 0x007f, 0},
    {55239, 0x03ff, 0},
    {55262, 0x03ff, 0},
    {55283, 0x007f, 0},
    {55306, 0x03ff, 0},
    {55329, 0x007f, 0},
    {55352, 0x03ff, 0},
    {55375, 0x03ff, 0},
    {55418, 0x0007, 1},
    {55441, 0x0070, 0},
    {55477, 0x0070, 0},
    {55517, 0x007f, 0},
    {55535, 0x0380, 1},
    {55549, 0x0004, 0},
    {55566, 0x03ff, 0},
    {55612, 0x03ff, 0},
    {55632, 0x007f, 0},
    {55659, 0x0380, 0},
    {55717, 0x007c, 0},
    {55742, 0x007c, 0},
    {55766, 0x007c, 0},
    {55789, 0x007c, 0},
    {55814, 0x0300, 0},
    {55830, 0x0300, 0},
    {55864, 0x0300, 0},
    {55879, 0x0300, 0},
    {55914, 0x0300, 0},
    {55929, 0x0300, 0},
    {55952, 0x0300, 0},
    {55969, 0x0300, 0},
    {55983, 0x0300, 0},
    {56003, 0x0300, 0},
    {56027, 0x0300, 0},
    {56045, 0x0300, 0},
    {56073, 0x0300, 0},
    {56104, 0x0300, 0},
    {56130, 0x0080, 0},
    {56159, 0x0080, 0},
    {56176, 0x0080, 0},
    {56197, 0x0080, 0},
    {56216, 0x0300, 0},
    {56234, 0x0380, 0},
    {56255, 0x0380, 0},
    {56267, 0x0380, 0},
    {56289, 0x0380, 0},
    {56300, 0x0080, 0},
    {56328, 0x0380, 0},
    {56348, 0x0300, 0},
    {56366, 0x0300, 0},
    {56384, 0x0080, 0},
    {56404, 0x0300, 0},
    {56422, 0x0300, 0},
    {56443, 0x0300, 0},
    {56466, 0x0300, 0},
    {56485, 0x0080, 0},
    {56512, 0x0080, 0},
    {56530, 0x0300, 0},
    {56548, 0x0300, 0},
    {56570, 0x0080, 0},
    {56595, 0x0300, 0},
    {56612, 0x0300, 0},
    {56629, 0x0380, 0},
    {56650, 0x0300, 0},
    {56667, 0x0300, 0},
    {56682, 0x0300, 0},
    {56712, 0x0007, 0},
    {56726, 0x0007, 0},
    {56737, 0x0007, 0},
    {56748, 0x0007, 0},
    {56761, 0x0007, 0},
    {56782, 0x0007, 0},
    {56796, 0x0040, 0},
    {56807, 0x0007, 0},
    {56821, 0x0007, 0},
    {56835, 0x0007, 0},
    {56845, 0x0007, 0},
    {56855, 0x0007, 0},
    {56866, 0x0007, 0},
    {56876, 0x03ff, 0},
    {56891, 0x0200, 0},
    {56918, 0x0200, 0},
    {56969, 0x0200, 0},
    {57010, 0x0200, 0},
    {57039, 0x0003, 0},
    {57049, 0x0200, 0},
    {57074, 0x0007, 0},
    {57083, 0x0200, 0},
    {57113, 0x03ff, 0},
    {57137, 0x0002, 1},
    {57164, 0x000f, 1},
    {57211, 0x0200, 0},
    {57236, 0x0300, 0},
    {57259, 0x0007, 0},
    {57272, 0x007c, 0},
    {57290, 0x0200, 0},
    {57320, 0x0004, 0},
    {57348, 0x007c, 0},
    {57380, 0x007e, 0},
    {57403, 0x0007, 0},
    {57415, 0x0007, 0},
    {57428, 0x0007, 0},
    {57464, 0x8000, 0},
    {57481, 0x8000, 0},
    {57503, 0x03ff, 0},
    {57522, 0x006e, 0},
    {57539, 0x006e, 0},
    {57570, 0x0007, 0},
    {57581, 0x0007, 0},
    {57590, 0x0007, 0},
    {57603, 0x03ff, 0},
    {57625, 0x0067, 0},
    {57639, 0x0067, 0},
    {57655, 0x0070, 0},
    {57680, 0x0067, 0},
    {57700, 0x0004, 0},
    {57719, 0x0300, 0},
    {57733, 0x0067, 0},
    {57751, 0x0067, 0},
    {57776, 0x0003, 0},
    {57808, 0x03ff, 0},
    {57827, 0x007e, 0},
    {57847, 0x006e, 0},
    {57864, 0x0007, 0},
    {57882, 0x0200, 0},
    {57901, 0x0300, 0},
    {57924, 0x0300, 0},
    {57952, 0x0300, 0},
    {57981, 0x0300, 0},
    {58016, 0x0007, 0},
    {58025, 0x0007, 0},
    {58040, 0x0007, 0},
    {58069, 0x0078, 0},
    {58090, 0x03f8, 0},
    {58109, 0x0038, 0},
    {58135, 0x0002, 0},
    {58154, 0x03e0, 0},
    {58181, 0x0070, 0},
    {58201, 0x0001, 1},
    {58216, 0x0006, 0},
    {58239, 0x0004, 0},
    {58262, 0x0007, 0},
    {58270, 0x0300, 0},
    {58290, 0x0007, 0},
    {58309, 0x007f, 0},
    {58328, 0x0300, 1},
    {58357, 0x0007, 0},
    {58373, 0x0004, 0},
    {58390, 0x0007, 0},
    {58407, 0x003f, 0},
    {58430, 0x0200, 0},
    {58450, 0x0300, 0},
    {58473, 0x03f8, 0},
    {58487, 0x03fc, 0},
    {58508, 0x007c, 0},
    {58519, 0x03fc, 0},
    {58539, 0x0300, 0},
    {58555, 0x007e, 0},
    {58573, 0x0002, 0},
    {58602, 0x0070, 0},
    {58624, 0x0070, 0},
    {58652, 0x007f, 0},
    {58677, 0x0200, 0},
    {58694, 0x8000, 0},
    {58718, 0x03e0, 0},
    {58745, 0x03ff, 0},
    {58763, 0x0007, 0},
    {58774, 0x0380, 0},
    {58792, 0x007c, 0},
    {58813, 0x0064, 1},
    {58850, 0x00ff, 0},
    {58864, 0x03ff, 0},
    {58879, 0x007f, 0},
    {58895, 0x0078, 0},
    {58914, 0x0006, 0},
    {58941, 0x0006, 0},
    {58968, 0x03ff, 1},
    {58983, 0x0200, 1},
    {59027, 0x0007, 0},
    {59034, 0x0007, 0},
    {59044, 0x0007, 0},
    {59055, 0x0007, 0},
    {59081, 0x0007, 0},
    {59091, 0x0300, 1},
    {59107, 0x0300, 0},
    {59125, 0x0002, 0},
    {59144, 0x0002, 0},
    {59168, 0x0001, 0},
    {59193, 0x0002, 0},
    {59218, 0x02fc, 0},
    {59237, 0x0002, 0},
    {59267, 0x0300, 0},
    {59297, 0x0002, 0},
    {59331, 0x0200, 0},
    {59346, 0x0007, 0},
    {59362, 0x007e, 0},
    {59384, 0x007e, 0},
    {59401, 0x03c0, 0},
    {59429, 0x007c, 0},
    {59456, 0x0200, 0},
    {59474, 0x0380, 0},
    {59488, 0x0007, 0},
    {59502, 0x0006, 0},
    {59516, 0x0007, 0},
    {59527, 0x007e, 0},
    {59552, 0x0007, 0},
    {59561, 0x0007, 0},
    {59574, 0x0300, 0},
    {59601, 0x0003, 1},
    {59618, 0x0004, 1},
    {59645, 0x0004, 1},
    {59681, 0x0003, 1},
    {59707, 0x0004, 1},
    {59724, 0x0380, 0},
    {59737, 0x020f, 0},
    {59748, 0x8000, 0},
    {59775, 0x0007, 0},
    {59786, 0x0007, 0},
    {59795, 0x0003, 0},
    {59812, 0x0004, 0},
    {59847, 0x0038, 0},
    {59866, 0x03f8, 0},
    {59883, 0x03c0, 0},
    {59922, 0x0007, 0},
    {59960, 0x0003, 0},
    {59968, 0x003f, 1},
    {59987, 0x0007, 0},
    {59996, 0x007c, 0},
    {60024, 0x007c, 0},
    {60052, 0x000f, 0},
    {60065, 0x0007, 0},
    {60075, 0x0200, 0},
    {60101, 0x0300, 0},
    {60137, 0x0002, 0},
    {60154, 0x0003, 0},
    {60182, 0x0003, 0},
    {60216, 0x007e, 0},
    {60236, 0x03ff, 0},
    {60255, 0x0380, 0},
    {60278, 0x0007, 0},
    {60289, 0x0007, 0},
    {60297, 0x0007, 0},
    {60309, 0x0004, 0},
    {60335, 0x0300, 0},
    {60351, 0x0300, 0},
    {60376, 0x03fe, 0},
    {60397, 0x007e, 0},
    {60434, 0x007c, 0},
    {60455, 0x0007, 0},
    {60465, 0x007c, 0},
    {60484, 0x0300, 1},
    {60503, 0x0200, 0},
    {60527, 0x0200, 0},
    {60547, 0x0200, 0},
    {60577, 0x0200, 0},
    {60599, 0x0200, 0},
    {60624, 0x0200, 0},
    {60650, 0x0200, 0},
    {60673, 0x0200, 0},
    {60696, 0x0200, 0},
    {60720, 0x0200, 0},
    {60746, 0x0200, 0},
    {60775, 0x0200, 0},
    {60797, 0x0200, 0},
    {60817, 0x0200, 0},
    {60842, 0x0200, 0},
    {60869, 0x0200, 0},
    {60891, 0x0200, 0},
    {60921, 0x0007, 0},
    {60933, 0x0003, 0},
    {60941, 0x0007, 0},
    {60955, 0x0007, 0},
    {60979, 0x000c, 0},
    {61024, 0x0007, 0},
    {61032, 0x0007, 0},
    {61042, 0x0004, 0},
    {61057, 0x03f0, 0},
    {61076, 0x03ff, 0},
    {61094, 0x0007, 0},
    {61106, 0x003c, 1},
    {61137, 0x03c0, 0},
    {61171, 0x0002, 0},
    {61184, 0x007e, 0},
    {61201, 0x007e, 0},
    {61247, 0x0200, 0},
    {61291, 0x0200, 0},
    {61320, 0x0007, 0},
    {61330, 0x0007, 0},
    {61339, 0x0060, 0},
    {61355, 0x0060, 0},
    {61379, 0x0007, 0},
    {61389, 0x0007, 0},
    {61403, 0x0018, 0},
    {61415, 0x0007, 1},
    {61433, 0x007f, 0},
    {61456, 0x007f, 0},
    {61479, 0x0003, 0},
    {61490, 0x0003, 0},
    {61501, 0x0003, 0},
    {61512, 0x0003, 0},
    {61529, 0x0003, 0},
    {61542, 0x0003, 0},
    {61555, 0x0007, 0},
    {61565, 0x0007, 0},
    {61573, 0x0007, 0},
    {61587, 0x03ff, 1},
    {61608, 0x0007, 0},
    {61629, 0x0007, 0},
    {61646, 0x0008, 0},
    {61661, 0x0007, 0},
    {61682, 0x0007, 0},
    {61701, 0x0007, 0},
    {61717, 0x0007, 0},
    {61736, 0x0007, 0},
    {61751, 0x0007, 0},
    {61767, 0x0007, 0},
    {61785, 0x0007, 0},
    {61803, 0x0006, 0},
    {61821, 0x0007, 0},
    {61839, 0x0007, 0},
    {61857, 0x0007, 0},
    {61875, 0x0007, 0},
    {61893, 0x0007, 0},
    {61911, 0x0007, 0},
    {61927, 0x0007, 0},
    {61947, 0x0007, 0},
    {61963, 0x0007, 0},
    {61980, 0x0007, 0},
    {62001, 0x0007, 0},
    {62020, 0x0007, 0},
    {62036, 0x0007, 0},
    {62052, 0x03ff, 0},
    {62062, 0x03ff, 0},
    {62073, 0x03ff, 0},
    {62083, 0x03ff, 0},
    {62093, 0x03ff, 0},
    {62104, 0x03ff, 0},
    {62115, 0x03ff, 0},
    {62125, 0x0200, 0},
    {62150, 0x0200, 0},
    {62181, 0x0200, 0},
    {62210, 0x0200, 0},
    {62240, 0x0200, 0},
    {62277, 0x0200, 0},
    {62307, 0x0200, 0},
    {62337, 0x0007, 1},
    {62359, 0x0003, 1},
    {62377, 0x03f0, 0},
    {62392, 0x0007, 0},
    {62410, 0x0200, 0},
    {62455, 0x03fe, 0},
    {62487, 0x0007, 1},
    {62504, 0x0300, 0},
    {62516, 0x0300, 0},
    {62528, 0x0300, 0},
    {62540, 0x0300, 0},
    {62551, 0x03ff, 1},
    {62567, 0x03ff, 1},
    {62585, 0x03ff, 1},
    {62603, 0x0003, 0},
    {62617, 0x007f, 0},
    {62637, 0x007f, 0},
    {62649, 0x007f, 0},
    {62665, 0x003f, 0},
    {62681, 0x003f, 0},
    {62695, 0x007f, 0},
    {62709, 0x0200, 0},
    {62725, 0x03ff, 0},
    {62733, 0x0007, 1},
    {62753, 0x0003, 1},
    {62775, 0x0007, 1},
    {62791, 0x0003, 0},
    {62805, 0x000f, 0},
    {62815, 0x00ff, 0},
    {62829, 0x0003, 0},
    {62845, 0x03ff, 0},
    {62855, 0x03ff, 0},
    {62873, 0x001f, 0},
    {62896, 0x007f, 0},
    {62913, 0x007c, 0},
    {62930, 0x007f, 0},
    {62950, 0x007c, 0},
    {62966, 0x007f, 0},
    {62984, 0x007f, 0},
    {62999, 0x0006, 1},
    {63036, 0x03ff, 0},
    {63056, 0x03ff, 0},
    {63085, 0x0007, 0},
    {63104, 0x03ff, 0},
    {63126, 0x03ff, 0},
    {63148, 0x03ff, 0},
    {63166, 0x0007, 0},
    {63190, 0x03ff, 0},
    {63213, 0x03c0, 0},
    {63231, 0x03ff, 0},
    {63249, 0x03ff, 0},
    {63272, 0x0007, 0},
    {63290, 0x03ff, 0},
    {63308, 0x03ff, 0},
    {63327, 0x03f8, 0},
    {63347, 0x0007, 1},
    {63364, 0x0018, 0},
    {63374, 0x0007, 1},
    {63393, 0x0007, 1},
    {63412, 0x0006, 1},
    {63431, 0x0007, 1},
    {63450, 0x0007, 1},
    {63469, 0x0007, 1},
    {63488, 0x0007, 1},
    {63507, 0x0007, 1},
    {63526, 0x0007, 0},
    {63538, 0x0003, 1},
    {63555, 0x0007, 1},
    {63572, 0x0007, 1},
    {63593, 0x0003, 0},
    {63609, 0x0003, 0},
    {63626, 0x0003, 0},
    {63640, 0x0003, 0},
    {63655, 0x0007, 0},
    {63678, 0x03e0, 0},
    {63691, 0x03ff, 0},
    {63700, 0x0007, 1},
    {63723, 0x03ff, 0},
    {63740, 0x007f, 0},
    {63761, 0x001e, 1},
    {63777, 0x0003, 0},
    {63786, 0x0300, 0},
    {63798, 0x0300, 0},
    {63810, 0x007f, 0},
    {63819, 0x0007, 1},
    {63836, 0x0007, 1},
    {63854, 0x0003, 1},
    {63871, 0x0003, 0},
    {63886, 0x001f, 0},
    {63909, 0x007f, 0},
    {63926, 0x03ff, 0},
    {63946, 0x03ff, 0},
    {63977, 0x0007, 1},
    {63999, 0x03ff, 0},
    {64008, 0x007c, 0},
    {64023, 0x0300, 0},
    {64036, 0x03ff, 0},
    {64047, 0x007f, 0},
    {64064, 0x03fc, 0},
    {64090, 0x007c, 0},
    {64110, 0x007f, 0},
    {64148, 0x0007, 1},
    {64168, 0x0007, 1},
    {64185, 0x003c, 1},
    {64208, 0x03c0, 2},
    {64232, 0x03c0, 2},
    {64258, 0x0003, 0},
    {64278, 0x0380, 0},
    {64296, 0x0300, 0},
    {64317, 0x0007, 1},
    {64334, 0x007f, 0},
    {64345, 0x007f, 0},
    {64357, 0x0007, 0},
    {64370, 0x007f, 0},
    {64384, 0x007f, 0},
    {64398, 0x03ff, 0},
    {64408, 0x03ff, 0},
    {64426, 0x0003, 1},
};

const a3_policy a3_policy_rows[] = {
    {"manylinux_2_5", "manylinux1", 0, 2, 5},
    {"manylinux_2_12", "manylinux2010", 0, 2, 12},
    {"manylinux_2_17", "manylinux2014", 0, 2, 17},
    {"manylinux_2_24", NULL, 0, 2, 24},
    {"manylinux_2_26", NULL, 0, 2, 26},
    {"manylinux_2_27", NULL, 0, 2, 27},
    {"manylinux_2_28", NULL, 0, 2, 28},
    {"manylinux_2_31", NULL, 0, 2, 31},
    {"manylinux_2_34", NULL, 0, 2, 34},
    {"manylinux_2_35", NULL, 0, 2, 35},
    {"manylinux_2_36", NULL, 0, 2, 36},
    {"manylinux_2_37", NULL, 0, 2, 37},
    {"manylinux_2_38", NULL, 0, 2, 38},
    {"manylinux_2_39", NULL, 0, 2, 39},
    {"manylinux_2_40", NULL, 0, 2, 40},
    {"manylinux_2_41", NULL, 0, 2, 41},
    {"musllinux_1_1", NULL, 1, 1, 1},
    {"musllinux_1_2", NULL, 1, 1, 2},
    {"android_21", NULL, 2, 21, 0},
    {"android_24", NULL, 2, 24, 0},
    {"android_26", NULL, 2, 26, 0},
    {"android_27", NULL, 2, 27, 0},
};
const size_t a3_policy_row_count = 22;

const char a3_policy_names[] =
    "CXXABI_1.3\0"
    "CXXABI_1.3.1\0"
    "CXXABI_1.3.10\0"
    "CXXABI_1.3.11\0"
    "CXXABI_1.3.12\0"
    "CXXABI_1.3.13\0"
    "CXXABI_1.3.14\0"
    "CXXABI_1.3.15\0"
    "CXXABI_1.3.2\0"
    "CXXABI_1.3.3\0"
    "CXXABI_1.3.4\0"
    "CXXABI_1.3.5\0"
    "CXXABI_1.3.6\0"
    "CXXABI_1.3.7\0"
    "CXXABI_1.3.8\0"
    "CXXABI_1.3.9\0"
    "CXXABI_ARM_1.3.3\0"
    "CXXABI_FLOAT128\0"
    "CXXABI_IEEE128_1.3.13\0"
    "CXXABI_LDBL_1.3\0"
    "CXXABI_TM_1\0"
    "GCC_11.0\0"
    "GCC_12.0.0\0"
    "GCC_13.0.0\0"
    "GCC_14.0\0"
    "GCC_14.0.0\0"
    "GCC_3.0\0"
    "GCC_3.3\0"
    "GCC_3.3.1\0"
    "GCC_3.3.4\0"
    "GCC_3.4\0"
    "GCC_3.4.2\0"
    "GCC_3.4.4\0"
    "GCC_3.5\0"
    "GCC_4.0.0\0"
    "GCC_4.1.0\0"
    "GCC_4.2.0\0"
    "GCC_4.3.0\0"
    "GCC_4.4.0\0"
    "GCC_4.5.0\0"
    "GCC_4.7.0\0"
    "GCC_4.8.0\0"
    "GCC_7.0.0\0"
    "GLIBCXX_3.4\0"
    "GLIBCXX_3.4.1\0"
    "GLIBCXX_3.4.10\0"
    "GLIBCXX_3.4.11\0"
    "GLIBCXX_3.4.12\0"
    "GLIBCXX_3.4.13\0"
    "GLIBCXX_3.4.14\0"
    "GLIBCXX_3.4.15\0"
    "GLIBCXX_3.4.16\0"
    "GLIBCXX_3.4.17\0"
    "GLIBCXX_3.4.18\0"
    "GLIBCXX_3.4.19\0"
    "GLIBCXX_3.4.2\0"
    "GLIBCXX_3.4.20\0"
    "GLIBCXX_3.4.21\0"
    "GLIBCXX_3.4.22\0"
    "GLIBCXX_3.4.23\0"
    "GLIBCXX_3.4.24\0"
    "GLIBCXX_3.4.25\0"
    "GLIBCXX_3.4.26\0"
    "GLIBCXX_3.4.27\0"
    "GLIBCXX_3.4.28\0"
    "GLIBCXX_3.4.29\0"
    "GLIBCXX_3.4.3\0"
    "GLIBCXX_3.4.30\0"
    "GLIBCXX_3.4.31\0"
    "GLIBCXX_3.4.32\0"
    "GLIBCXX_3.4.33\0"
    "GLIBCXX_3.4.4\0"
    "GLIBCXX_3.4.5\0"
    "GLIBCXX_3.4.6\0"
    "GLIBCXX_3.4.7\0"
    "GLIBCXX_3.4.8\0"
    "GLIBCXX_3.4.9\0"
    "GLIBCXX_IEEE128_3.4.29\0"
    "GLIBCXX_IEEE128_3.4.30\0"
    "GLIBCXX_IEEE128_3.4.31\0"
    "GLIBCXX_LDBL_3.4\0"
    "GLIBCXX_LDBL_3.4.10\0"
    "GLIBCXX_LDBL_3.4.21\0"
    "GLIBCXX_LDBL_3.4.29\0"
    "GLIBCXX_LDBL_3.4.31\0"
    "GLIBCXX_LDBL_3.4.7\0"
    "GLIBC_2.0\0"
    "GLIBC_2.1\0"
    "GLIBC_2.1.1\0"
    "GLIBC_2.1.2\0"
    "GLIBC_2.1.3\0"
    "GLIBC_2.10\0"
    "GLIBC_2.11\0"
    "GLIBC_2.12\0"
    "GLIBC_2.13\0"
    "GLIBC_2.14\0"
    "GLIBC_2.15\0"
    "GLIBC_2.16\0"
    "GLIBC_2.17\0"
    "GLIBC_2.18\0"
    "GLIBC_2.19\0"
    "GLIBC_2.2\0"
    "GLIBC_2.2.1\0"
    "GLIBC_2.2.2\0"
    "GLIBC_2.2.3\0"
    "GLIBC_2.2.4\0"
    "GLIBC_2.2.5\0"
    "GLIBC_2.2.6\0"
    "GLIBC_2.22\0"
    "GLIBC_2.23\0"
    "GLIBC_2.24\0"
    "GLIBC_2.25\0"
    "GLIBC_2.26\0"
    "GLIBC_2.27\0"
    "GLIBC_2.28\0"
    "GLIBC_2.29\0"
    "GLIBC_2.3\0"
    "GLIBC_2.3.2\0"
    "GLIBC_2.3.3\0"
    "GLIBC_2.3.4\0"
    "GLIBC_2.30\0"
    "GLIBC_2.31\0"
    "GLIBC_2.32\0"
    "GLIBC_2.33\0"
    "GLIBC_2.34\0"
    "GLIBC_2.35\0"
    "GLIBC_2.36\0"
    "GLIBC_2.37\0"
    "GLIBC_2.38\0"
    "GLIBC_2.39\0"
    "GLIBC_2.4\0"
    "GLIBC_2.40\0"
    "GLIBC_2.41\0"
    "GLIBC_2.5\0"
    "GLIBC_2.6\0"
    "GLIBC_2.7\0"
    "GLIBC_2.8\0"
    "GLIBC_2.9\0"
    "GLIBC_ABI_DT_RELR\0"
    "LIBATOMIC_1.0\0"
    "LIBATOMIC_1.1\0"
    "LIBATOMIC_1.2\0"
    "ZLIB_1.2.0\0"
    "ZLIB_1.2.0.2\0"
    "ZLIB_1.2.0.8\0"
    "ZLIB_1.2.12\0"
    "ZLIB_1.2.2\0"
    "ZLIB_1.2.2.3\0"
    "ZLIB_1.2.2.4\0"
    "ZLIB_1.2.3.3\0"
    "ZLIB_1.2.3.4\0"
    "ZLIB_1.2.3.5\0"
    "ZLIB_1.2.5.1\0"
    "ZLIB_1.2.5.2\0"
    "ZLIB_1.2.7.1\0"
    "ZLIB_1.2.9\0"
    "__cxa_thread_atexit_impl\0"
    "__issignaling\0"
    "__issignalingf\0"
    "__issignalingl\0"
    "_dist_code\0"
    "_length_code\0"
    "_tr_align\0"
    "_tr_flush_block\0"
    "_tr_init\0"
    "_tr_stored_block\0"
    "_tr_tally\0"
    "adler32_default\0"
    "bi_windup\0"
    "crc32_acle\0"
    "crc32_combine_gen\0"
    "crc32_combine_gen64\0"
    "crc32_combine_op\0"
    "crc32_le_vgfm_16\0"
    "crc32_neon\0"
    "crc32_vpmsum\0"
    "crc32_z_default\0"
    "crc_fold_512to32\0"
    "crc_fold_copy\0"
    "crc_fold_init\0"
    "deflate_copyright\0"
    "deflate_medium\0"
    "fill_window\0"
    "flush_pending\0"
    "gzflags\0"
    "inflate_copyright\0"
    "inflate_fast\0"
    "inflate_table\0"
    "libEGL.so\0"
    "libGL.so.1\0"
    "libGLESv1_CM.so\0"
    "libGLESv2.so\0"
    "libICE.so.6\0"
    "libOpenMAXAL.so\0"
    "libOpenSLES.so\0"
    "libSM.so.6\0"
    "libX11.so.6\0"
    "libXext.so.6\0"
    "libXrender.so.1\0"
    "libaaudio.so\0"
    "libandroid.so\0"
    "libanl.so.1\0"
    "libatomic.so.1\0"
    "libc.so\0"
    "libc.so.6\0"
    "libcamera2ndk.so\0"
    "libcrypto_python.so\0"
    "libdl.so\0"
    "libdl.so.2\0"
    "libexpat.so.1\0"
    "libgcc_s.so.1\0"
    "libglib-2.0.so.0\0"
    "libgobject-2.0.so.0\0"
    "libgthread-2.0.so.0\0"
    "libjnigraphics.so\0"
    "liblog.so\0"
    "libm.so\0"
    "libm.so.6\0"
    "libmediandk.so\0"
    "libmvec.so.1\0"
    "libneuralnetworks.so\0"
    "libnsl.so.1\0"
    "libpthread.so.0\0"
    "libresolv.so.2\0"
    "librt.so.1\0"
    "libsqlite3_python.so\0"
    "libssl_python.so\0"
    "libstdc++.so.6\0"
    "libsync.so\0"
    "libutil.so.1\0"
    "libvulkan.so\0"
    "libz.so\0"
    "libz.so.1\0"
    "longest_match\0"
    "pthread_getattr_default_np\0"
    "pthread_setattr_default_np\0"
    "slide_hash_sse\0"
    "sse2_slide_hash\0"
    "static_ltree\0"
    "uncompress2\0"
    "x86_check_features\0"
    "x86_cpu_has_pclmul\0"
    "x86_cpu_has_sse2\0"
    "x86_cpu_has_sse42\0"
    "z_errmsg\0"
    "z_vstring\0"
    "zcalloc\0"
    "zcfree\0";

const a3_policy_set a3_policy_arches[A3_ARCH_COUNT] = {
    [A3_ARCH_I686] = 0x3ffff,
    [A3_ARCH_X86_64] = 0x3fffff,
    [A3_ARCH_AARCH64] = 0x3ffffc,
    [A3_ARCH_PPC64] = 0x4,
    [A3_ARCH_PPC64LE] = 0x3fffc,
    [A3_ARCH_S390X] = 0x3fffc,
    [A3_ARCH_ARM] = 0x3fffc,
    [A3_ARCH_RISCV64] = 0x3ff80,
    [A3_ARCH_LOONGARCH64] = 0x2fc00,
};

const a3_policy_version_row a3_policy_version_rows[] = {
    {0, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {11, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {24, {[A3_ARCH_X86_64] = 0xfff8, [A3_ARCH_I686] = 0xfff8, [A3_ARCH_AARCH64] = 0xfff8, [A3_ARCH_ARM] = 0xfff8, [A3_ARCH_PPC64LE] = 0xfff8, [A3_ARCH_S390X] = 0xfff8, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {38, {[A3_ARCH_X86_64] = 0xffe0, [A3_ARCH_I686] = 0xfff0, [A3_ARCH_AARCH64] = 0xfff0, [A3_ARCH_ARM] = 0xfff0, [A3_ARCH_PPC64LE] = 0xfff0, [A3_ARCH_S390X] = 0xfff0, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {52, {[A3_ARCH_X86_64] = 0xff80, [A3_ARCH_I686] = 0xff80, [A3_ARCH_AARCH64] = 0xff80, [A3_ARCH_ARM] = 0xff80, [A3_ARCH_PPC64LE] = 0xff80, [A3_ARCH_S390X] = 0xff80, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {66, {[A3_ARCH_X86_64] = 0xff00, [A3_ARCH_I686] = 0xff00, [A3_ARCH_AARCH64] = 0xff00, [A3_ARCH_ARM] = 0xff00, [A3_ARCH_PPC64LE] = 0xff00, [A3_ARCH_S390X] = 0xff00, [A3_ARCH_RISCV64] = 0xff00, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {80, {[A3_ARCH_X86_64] = 0xe000, [A3_ARCH_I686] = 0xe000, [A3_ARCH_AARCH64] = 0xe000, [A3_ARCH_ARM] = 0xe000, [A3_ARCH_PPC64LE] = 0xe000, [A3_ARCH_S390X] = 0xe000, [A3_ARCH_RISCV64] = 0xe000, [A3_ARCH_LOONGARCH64] = 0xe000}},
    {94, {[A3_ARCH_X86_64] = 0xe000, [A3_ARCH_I686] = 0xe000, [A3_ARCH_AARCH64] = 0xe000, [A3_ARCH_ARM] = 0xe000, [A3_ARCH_PPC64LE] = 0xe000, [A3_ARCH_S390X] = 0xe000, [A3_ARCH_RISCV64] = 0xe000, [A3_ARCH_LOONGARCH64] = 0xe000}},
    {108, {[A3_ARCH_X86_64] = 0xfffe, [A3_ARCH_I686] = 0xfffe, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {121, {[A3_ARCH_X86_64] = 0xfffe, [A3_ARCH_I686] = 0xfffe, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {134, {[A3_ARCH_X86_64] = 0xfffc, [A3_ARCH_I686] = 0xfffc, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {147, {[A3_ARCH_X86_64] = 0xfffc, [A3_ARCH_I686] = 0xfffc, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {160, {[A3_ARCH_X86_64] = 0xfffc, [A3_ARCH_I686] = 0xfffc, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {173, {[A3_ARCH_X86_64] = 0xfffc, [A3_ARCH_I686] = 0xfffc, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {186, {[A3_ARCH_X86_64] = 0xfff8, [A3_ARCH_I686] = 0xfff8, [A3_ARCH_AARCH64] = 0xfff8, [A3_ARCH_ARM] = 0xfff8, [A3_ARCH_PPC64LE] = 0xfff8, [A3_ARCH_S390X] = 0xfff8, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {199, {[A3_ARCH_X86_64] = 0xfff8, [A3_ARCH_I686] = 0xfff8, [A3_ARCH_AARCH64] = 0xfff8, [A3_ARCH_ARM] = 0xfff8, [A3_ARCH_PPC64LE] = 0xfff8, [A3_ARCH_S390X] = 0xfff8, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {212, {[A3_ARCH_ARM] = 0xfffc}},
    {229, {[A3_ARCH_X86_64] = 0xfff8, [A3_ARCH_I686] = 0xfff8}},
    {245, {[A3_ARCH_PPC64LE] = 0xff00}},
    {267, {[A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc}},
    {283, {[A3_ARCH_X86_64] = 0xfffc, [A3_ARCH_I686] = 0xfffc, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {295, {[A3_ARCH_AARCH64] = 0xff00}},
    {304, {[A3_ARCH_X86_64] = 0xfe00, [A3_ARCH_I686] = 0xfe00}},
    {315, {[A3_ARCH_X86_64] = 0xe000, [A3_ARCH_I686] = 0xe000, [A3_ARCH_AARCH64] = 0xe000}},
    {326, {[A3_ARCH_AARCH64] = 0xe000}},
    {335, {[A3_ARCH_X86_64] = 0xe000, [A3_ARCH_I686] = 0xe000, [A3_ARCH_AARCH64] = 0xe000, [A3_ARCH_ARM] = 0xe000, [A3_ARCH_PPC64LE] = 0xe000, [A3_ARCH_S390X] = 0xe000, [A3_ARCH_RISCV64] = 0xe000, [A3_ARCH_LOONGARCH64] = 0xe000}},
    {346, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {354, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {362, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {372, {[A3_ARCH_ARM] = 0xfffc}},
    {382, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {390, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {400, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {410, {[A3_ARCH_ARM] = 0xfffc}},
    {418, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {428, {[A3_ARCH_S390X] = 0xfffc}},
    {438, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {448, {[A3_ARCH_X86_64] = 0xfffe, [A3_ARCH_I686] = 0xfffe, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {458, {[A3_ARCH_I686] = 0xfffe, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {468, {[A3_ARCH_I686] = 0xfffe, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {478, {[A3_ARCH_X86_64] = 0xfffc, [A3_ARCH_I686] = 0xfffc, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {488, {[A3_ARCH_X86_64] = 0xfffc, [A3_ARCH_I686] = 0xfffc, [A3_ARCH_PPC64] = 0x4}},
    {498, {[A3_ARCH_X86_64] = 0xffe0, [A3_ARCH_I686] = 0xfff0, [A3_ARCH_AARCH64] = 0xfff0, [A3_ARCH_ARM] = 0xfff0, [A3_ARCH_PPC64LE] = 0xfff0, [A3_ARCH_S390X] = 0xfff0, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {508, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {520, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {534, {[A3_ARCH_X86_64] = 0xfffe, [A3_ARCH_I686] = 0xfffe, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {549, {[A3_ARCH_X86_64] = 0xfffe, [A3_ARCH_I686] = 0xfffe, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {564, {[A3_ARCH_X86_64] = 0xfffe, [A3_ARCH_I686] = 0xfffe, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {579, {[A3_ARCH_X86_64] = 0xfffe, [A3_ARCH_I686] = 0xfffe, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {594, {[A3_ARCH_X86_64] = 0xfffc, [A3_ARCH_I686] = 0xfffc, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {609, {[A3_ARCH_X86_64] = 0xfffc, [A3_ARCH_I686] = 0xfffc, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {624, {[A3_ARCH_X86_64] = 0xfffc, [A3_ARCH_I686] = 0xfffc, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {639, {[A3_ARCH_X86_64] = 0xfffc, [A3_ARCH_I686] = 0xfffc, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {654, {[A3_ARCH_X86_64] = 0xfffc, [A3_ARCH_I686] = 0xfffc, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {669, {[A3_ARCH_X86_64] = 0xfffc, [A3_ARCH_I686] = 0xfffc, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {684, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {698, {[A3_ARCH_X86_64] = 0xfff8, [A3_ARCH_I686] = 0xfff8, [A3_ARCH_AARCH64] = 0xfff8, [A3_ARCH_ARM] = 0xfff8, [A3_ARCH_PPC64LE] = 0xfff8, [A3_ARCH_S390X] = 0xfff8, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {713, {[A3_ARCH_X86_64] = 0xfff8, [A3_ARCH_I686] = 0xfff8, [A3_ARCH_AARCH64] = 0xfff8, [A3_ARCH_ARM] = 0xfff8, [A3_ARCH_PPC64LE] = 0xfff8, [A3_ARCH_S390X] = 0xfff8, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {728, {[A3_ARCH_X86_64] = 0xfff8, [A3_ARCH_I686] = 0xfff8, [A3_ARCH_AARCH64] = 0xfff8, [A3_ARCH_ARM] = 0xfff8, [A3_ARCH_PPC64LE] = 0xfff8, [A3_ARCH_S390X] = 0xfff8, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {743, {[A3_ARCH_X86_64] = 0xffe0, [A3_ARCH_I686] = 0xfff0, [A3_ARCH_AARCH64] = 0xfff0, [A3_ARCH_ARM] = 0xfff0, [A3_ARCH_PPC64LE] = 0xfff0, [A3_ARCH_S390X] = 0xfff0, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {758, {[A3_ARCH_X86_64] = 0xffe0, [A3_ARCH_I686] = 0xfff0, [A3_ARCH_AARCH64] = 0xfff0, [A3_ARCH_ARM] = 0xfff0, [A3_ARCH_PPC64LE] = 0xfff0, [A3_ARCH_S390X] = 0xfff0, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {773, {[A3_ARCH_X86_64] = 0xff80, [A3_ARCH_I686] = 0xff80, [A3_ARCH_AARCH64] = 0xff80, [A3_ARCH_ARM] = 0xff80, [A3_ARCH_PPC64LE] = 0xff80, [A3_ARCH_S390X] = 0xff80, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {788, {[A3_ARCH_X86_64] = 0xff80, [A3_ARCH_I686] = 0xff80, [A3_ARCH_AARCH64] = 0xff80, [A3_ARCH_ARM] = 0xff80, [A3_ARCH_PPC64LE] = 0xff80, [A3_ARCH_S390X] = 0xff80, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {803, {[A3_ARCH_X86_64] = 0xff80, [A3_ARCH_I686] = 0xff80, [A3_ARCH_AARCH64] = 0xff80, [A3_ARCH_ARM] = 0xff80, [A3_ARCH_PPC64LE] = 0xff80, [A3_ARCH_S390X] = 0xff80, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {818, {[A3_ARCH_X86_64] = 0xff80, [A3_ARCH_I686] = 0xff80, [A3_ARCH_AARCH64] = 0xff80, [A3_ARCH_ARM] = 0xff80, [A3_ARCH_PPC64LE] = 0xff80, [A3_ARCH_S390X] = 0xff80, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {833, {[A3_ARCH_X86_64] = 0xff00, [A3_ARCH_I686] = 0xff00, [A3_ARCH_AARCH64] = 0xff00, [A3_ARCH_ARM] = 0xff00, [A3_ARCH_PPC64LE] = 0xff00, [A3_ARCH_S390X] = 0xff00, [A3_ARCH_RISCV64] = 0xff00, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {848, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {862, {[A3_ARCH_X86_64] = 0xfe00, [A3_ARCH_I686] = 0xfe00, [A3_ARCH_AARCH64] = 0xfe00, [A3_ARCH_ARM] = 0xfe00, [A3_ARCH_PPC64LE] = 0xfe00, [A3_ARCH_S390X] = 0xfe00, [A3_ARCH_RISCV64] = 0xfe00, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {877, {[A3_ARCH_X86_64] = 0xe000, [A3_ARCH_I686] = 0xe000, [A3_ARCH_AARCH64] = 0xe000, [A3_ARCH_ARM] = 0xe000, [A3_ARCH_PPC64LE] = 0xe000, [A3_ARCH_S390X] = 0xe000, [A3_ARCH_RISCV64] = 0xe000, [A3_ARCH_LOONGARCH64] = 0xe000}},
    {892, {[A3_ARCH_X86_64] = 0xe000, [A3_ARCH_I686] = 0xe000, [A3_ARCH_AARCH64] = 0xe000, [A3_ARCH_ARM] = 0xe000, [A3_ARCH_PPC64LE] = 0xe000, [A3_ARCH_S390X] = 0xe000, [A3_ARCH_RISCV64] = 0xe000, [A3_ARCH_LOONGARCH64] = 0xe000}},
    {907, {[A3_ARCH_X86_64] = 0xe000, [A3_ARCH_I686] = 0xe000, [A3_ARCH_AARCH64] = 0xe000, [A3_ARCH_ARM] = 0xe000, [A3_ARCH_PPC64LE] = 0xe000, [A3_ARCH_S390X] = 0xe000, [A3_ARCH_RISCV64] = 0xe000, [A3_ARCH_LOONGARCH64] = 0xc000}},
    {922, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {936, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {950, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {964, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {978, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {992, {[A3_ARCH_X86_64] = 0xfffe, [A3_ARCH_I686] = 0xfffe, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {1006, {[A3_ARCH_PPC64LE] = 0xff00}},
    {1029, {[A3_ARCH_PPC64LE] = 0xfe00}},
    {1052, {[A3_ARCH_PPC64LE] = 0xe000}},
    {1075, {[A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc}},
    {1092, {[A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc}},
    {1112, {[A3_ARCH_PPC64LE] = 0xfff8, [A3_ARCH_S390X] = 0xfff8}},
    {1132, {[A3_ARCH_PPC64LE] = 0xff00, [A3_ARCH_S390X] = 0xff00}},
    {1152, {[A3_ARCH_PPC64LE] = 0xe000, [A3_ARCH_S390X] = 0xe000}},
    {1172, {[A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc}},
    {1191, {[A3_ARCH_I686] = 0xffff, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {1201, {[A3_ARCH_I686] = 0xffff, [A3_ARCH_PPC64] = 0x4}},
    {1211, {[A3_ARCH_I686] = 0xffff, [A3_ARCH_PPC64] = 0x4}},
    {1223, {[A3_ARCH_I686] = 0xffff, [A3_ARCH_PPC64] = 0x4}},
    {1235, {[A3_ARCH_I686] = 0xffff, [A3_ARCH_PPC64] = 0x4}},
    {1247, {[A3_ARCH_X86_64] = 0xfffe, [A3_ARCH_I686] = 0xfffe, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_S390X] = 0xfffc}},
    {1258, {[A3_ARCH_X86_64] = 0xfffe, [A3_ARCH_I686] = 0xfffe, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_S390X] = 0xfffc}},
    {1269, {[A3_ARCH_X86_64] = 0xfffe, [A3_ARCH_I686] = 0xfffe, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_S390X] = 0xfffc}},
    {1280, {[A3_ARCH_X86_64] = 0xfffc, [A3_ARCH_I686] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_S390X] = 0xfffc}},
    {1291, {[A3_ARCH_X86_64] = 0xfffc, [A3_ARCH_I686] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_S390X] = 0xfffc}},
    {1302, {[A3_ARCH_X86_64] = 0xfffc, [A3_ARCH_I686] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_S390X] = 0xfffc}},
    {1313, {[A3_ARCH_X86_64] = 0xfffc, [A3_ARCH_I686] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_S390X] = 0xfffc}},
    {1324, {[A3_ARCH_X86_64] = 0xfffc, [A3_ARCH_I686] = 0xfffc, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc}},
    {1335, {[A3_ARCH_X86_64] = 0xfff8, [A3_ARCH_I686] = 0xfff8, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfff8, [A3_ARCH_PPC64LE] = 0xfff8, [A3_ARCH_S390X] = 0xfff8}},
    {1346, {[A3_ARCH_S390X] = 0xfff8}},
    {1357, {[A3_ARCH_I686] = 0xffff, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_S390X] = 0xfffc}},
    {1367, {[A3_ARCH_I686] = 0xffff, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_S390X] = 0xfffc}},
    {1379, {[A3_ARCH_I686] = 0xffff, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_S390X] = 0xfffc}},
    {1391, {[A3_ARCH_I686] = 0xffff, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_S390X] = 0xfffc}},
    {1403, {[A3_ARCH_I686] = 0xffff, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_S390X] = 0xfffc}},
    {1415, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_PPC64] = 0x4}},
    {1427, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_S390X] = 0xfffc}},
    {1439, {[A3_ARCH_X86_64] = 0xfff8, [A3_ARCH_I686] = 0xfff8, [A3_ARCH_AARCH64] = 0xfff8, [A3_ARCH_ARM] = 0xfff8, [A3_ARCH_PPC64LE] = 0xfff8, [A3_ARCH_S390X] = 0xfff8}},
    {1450, {[A3_ARCH_X86_64] = 0xfff8, [A3_ARCH_I686] = 0xfff8, [A3_ARCH_AARCH64] = 0xfff8, [A3_ARCH_ARM] = 0xfff8, [A3_ARCH_PPC64LE] = 0xfff8, [A3_ARCH_S390X] = 0xfff8}},
    {1461, {[A3_ARCH_X86_64] = 0xfff8, [A3_ARCH_I686] = 0xfff8, [A3_ARCH_AARCH64] = 0xfff8, [A3_ARCH_ARM] = 0xfff8, [A3_ARCH_PPC64LE] = 0xfff8, [A3_ARCH_S390X] = 0xfff8}},
    {1472, {[A3_ARCH_X86_64] = 0xfff0, [A3_ARCH_I686] = 0xfff0, [A3_ARCH_AARCH64] = 0xfff0, [A3_ARCH_ARM] = 0xfff0, [A3_ARCH_PPC64LE] = 0xfff0, [A3_ARCH_S390X] = 0xfff0}},
    {1483, {[A3_ARCH_X86_64] = 0xfff0, [A3_ARCH_I686] = 0xfff0, [A3_ARCH_AARCH64] = 0xfff0, [A3_ARCH_ARM] = 0xfff0, [A3_ARCH_PPC64LE] = 0xfff0, [A3_ARCH_S390X] = 0xfff0}},
    {1494, {[A3_ARCH_X86_64] = 0xffe0, [A3_ARCH_I686] = 0xffe0, [A3_ARCH_AARCH64] = 0xffe0, [A3_ARCH_ARM] = 0xffe0, [A3_ARCH_PPC64LE] = 0xffe0, [A3_ARCH_S390X] = 0xffe0, [A3_ARCH_RISCV64] = 0xff80}},
    {1505, {[A3_ARCH_X86_64] = 0xffc0, [A3_ARCH_I686] = 0xffc0, [A3_ARCH_AARCH64] = 0xffc0, [A3_ARCH_ARM] = 0xffc0, [A3_ARCH_PPC64LE] = 0xffc0, [A3_ARCH_S390X] = 0xffc0, [A3_ARCH_RISCV64] = 0xff80}},
    {1516, {[A3_ARCH_X86_64] = 0xff80, [A3_ARCH_I686] = 0xff80, [A3_ARCH_AARCH64] = 0xff80, [A3_ARCH_ARM] = 0xff80, [A3_ARCH_PPC64LE] = 0xff80, [A3_ARCH_S390X] = 0xff80, [A3_ARCH_RISCV64] = 0xff80}},
    {1527, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_S390X] = 0xfffc}},
    {1537, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_S390X] = 0xfffc}},
    {1549, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_S390X] = 0xfffc}},
    {1561, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_S390X] = 0xfffc}},
    {1573, {[A3_ARCH_X86_64] = 0xff80, [A3_ARCH_I686] = 0xff80, [A3_ARCH_AARCH64] = 0xff80, [A3_ARCH_ARM] = 0xff80, [A3_ARCH_PPC64LE] = 0xff80, [A3_ARCH_S390X] = 0xff80, [A3_ARCH_RISCV64] = 0xff80}},
    {1584, {[A3_ARCH_X86_64] = 0xff80, [A3_ARCH_I686] = 0xff80, [A3_ARCH_AARCH64] = 0xff80, [A3_ARCH_ARM] = 0xff80, [A3_ARCH_PPC64LE] = 0xff80, [A3_ARCH_S390X] = 0xff80, [A3_ARCH_RISCV64] = 0xff80}},
    {1595, {[A3_ARCH_X86_64] = 0xff00, [A3_ARCH_I686] = 0xff00, [A3_ARCH_AARCH64] = 0xff00, [A3_ARCH_ARM] = 0xff00, [A3_ARCH_PPC64LE] = 0xff00, [A3_ARCH_S390X] = 0xff00, [A3_ARCH_RISCV64] = 0xff00}},
    {1606, {[A3_ARCH_X86_64] = 0xff00, [A3_ARCH_I686] = 0xff00, [A3_ARCH_AARCH64] = 0xff00, [A3_ARCH_ARM] = 0xff00, [A3_ARCH_PPC64LE] = 0xff00, [A3_ARCH_S390X] = 0xff00, [A3_ARCH_RISCV64] = 0xff00}},
    {1617, {[A3_ARCH_X86_64] = 0xff00, [A3_ARCH_I686] = 0xff00, [A3_ARCH_AARCH64] = 0xff00, [A3_ARCH_ARM] = 0xff00, [A3_ARCH_PPC64LE] = 0xff00, [A3_ARCH_S390X] = 0xff00, [A3_ARCH_RISCV64] = 0xff00}},
    {1628, {[A3_ARCH_X86_64] = 0xfe00, [A3_ARCH_I686] = 0xfe00, [A3_ARCH_AARCH64] = 0xfe00, [A3_ARCH_ARM] = 0xfe00, [A3_ARCH_PPC64LE] = 0xfe00, [A3_ARCH_S390X] = 0xfe00, [A3_ARCH_RISCV64] = 0xfe00}},
    {1639, {[A3_ARCH_X86_64] = 0xfc00, [A3_ARCH_I686] = 0xfc00, [A3_ARCH_AARCH64] = 0xfc00, [A3_ARCH_ARM] = 0xfc00, [A3_ARCH_PPC64LE] = 0xfc00, [A3_ARCH_S390X] = 0xfc00, [A3_ARCH_RISCV64] = 0xfc00, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {1650, {[A3_ARCH_I686] = 0xf800, [A3_ARCH_ARM] = 0xf800, [A3_ARCH_RISCV64] = 0xf800}},
    {1661, {[A3_ARCH_X86_64] = 0xf000, [A3_ARCH_I686] = 0xf000, [A3_ARCH_AARCH64] = 0xf000, [A3_ARCH_ARM] = 0xf000, [A3_ARCH_PPC64LE] = 0xf000, [A3_ARCH_S390X] = 0xf000, [A3_ARCH_RISCV64] = 0xf000, [A3_ARCH_LOONGARCH64] = 0xf000}},
    {1672, {[A3_ARCH_X86_64] = 0xe000, [A3_ARCH_I686] = 0xe000, [A3_ARCH_AARCH64] = 0xe000, [A3_ARCH_ARM] = 0xe000, [A3_ARCH_PPC64LE] = 0xe000, [A3_ARCH_S390X] = 0xe000, [A3_ARCH_RISCV64] = 0xe000, [A3_ARCH_LOONGARCH64] = 0xe000}},
    {1683, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_S390X] = 0xfffc}},
    {1693, {[A3_ARCH_X86_64] = 0xc000, [A3_ARCH_I686] = 0xc000, [A3_ARCH_AARCH64] = 0xc000, [A3_ARCH_ARM] = 0xc000, [A3_ARCH_PPC64LE] = 0xc000, [A3_ARCH_S390X] = 0xc000, [A3_ARCH_RISCV64] = 0xc000, [A3_ARCH_LOONGARCH64] = 0xc000}},
    {1704, {[A3_ARCH_X86_64] = 0x8000, [A3_ARCH_I686] = 0x8000, [A3_ARCH_AARCH64] = 0x8000, [A3_ARCH_ARM] = 0x8000, [A3_ARCH_PPC64LE] = 0x8000, [A3_ARCH_S390X] = 0x8000, [A3_ARCH_RISCV64] = 0x8000, [A3_ARCH_LOONGARCH64] = 0x8000}},
    {1715, {[A3_ARCH_X86_64] = 0xffff, [A3_ARCH_I686] = 0xffff, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_S390X] = 0xfffc}},
    {1725, {[A3_ARCH_X86_64] = 0xfffe, [A3_ARCH_I686] = 0xfffe, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_S390X] = 0xfffc}},
    {1735, {[A3_ARCH_X86_64] = 0xfffe, [A3_ARCH_I686] = 0xfffe, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_S390X] = 0xfffc}},
    {1745, {[A3_ARCH_X86_64] = 0xfffe, [A3_ARCH_I686] = 0xfffe, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_S390X] = 0xfffc}},
    {1755, {[A3_ARCH_X86_64] = 0xfffe, [A3_ARCH_I686] = 0xfffe, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_S390X] = 0xfffc}},
    {1765, {[A3_ARCH_X86_64] = 0xfc00, [A3_ARCH_I686] = 0xfc00, [A3_ARCH_AARCH64] = 0xfc00, [A3_ARCH_ARM] = 0xfc00, [A3_ARCH_PPC64LE] = 0xfc00, [A3_ARCH_S390X] = 0xfc00, [A3_ARCH_RISCV64] = 0xf000, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {1783, {[A3_ARCH_X86_64] = 0xfff8, [A3_ARCH_I686] = 0xfffc, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfff8, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {1797, {[A3_ARCH_X86_64] = 0xfff8, [A3_ARCH_I686] = 0xfff8, [A3_ARCH_AARCH64] = 0xfff8, [A3_ARCH_ARM] = 0xfff8, [A3_ARCH_PPC64LE] = 0xfff8, [A3_ARCH_S390X] = 0xfff8, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {1811, {[A3_ARCH_X86_64] = 0xfff8, [A3_ARCH_I686] = 0xfff8, [A3_ARCH_AARCH64] = 0xfff8, [A3_ARCH_ARM] = 0xfff8, [A3_ARCH_PPC64LE] = 0xfff8, [A3_ARCH_S390X] = 0xfff8, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {1825, {[A3_ARCH_X86_64] = 0xfffe, [A3_ARCH_I686] = 0xfffe, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {1836, {[A3_ARCH_X86_64] = 0xfffe, [A3_ARCH_I686] = 0xfffe, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {1849, {[A3_ARCH_X86_64] = 0xfffe, [A3_ARCH_I686] = 0xfffe, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {1862, {[A3_ARCH_X86_64] = 0xf800, [A3_ARCH_I686] = 0xfc00, [A3_ARCH_AARCH64] = 0xf800, [A3_ARCH_ARM] = 0xf800, [A3_ARCH_PPC64LE] = 0xf800, [A3_ARCH_S390X] = 0xf800, [A3_ARCH_RISCV64] = 0xf800, [A3_ARCH_LOONGARCH64] = 0xf800}},
    {1874, {[A3_ARCH_X86_64] = 0xfffe, [A3_ARCH_I686] = 0xfffe, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {1885, {[A3_ARCH_X86_64] = 0xfffe, [A3_ARCH_I686] = 0xfffe, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {1898, {[A3_ARCH_X86_64] = 0xfffe, [A3_ARCH_I686] = 0xfffe, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {1911, {[A3_ARCH_X86_64] = 0xfffc, [A3_ARCH_I686] = 0xfffc, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {1924, {[A3_ARCH_X86_64] = 0xfffc, [A3_ARCH_I686] = 0xfffc, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {1937, {[A3_ARCH_X86_64] = 0xfffc, [A3_ARCH_I686] = 0xfffc, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {1950, {[A3_ARCH_X86_64] = 0xfffc, [A3_ARCH_I686] = 0xfffc, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {1963, {[A3_ARCH_X86_64] = 0xfffc, [A3_ARCH_I686] = 0xfffc, [A3_ARCH_AARCH64] = 0xfffc, [A3_ARCH_ARM] = 0xfffc, [A3_ARCH_PPC64] = 0x4, [A3_ARCH_PPC64LE] = 0xfffc, [A3_ARCH_S390X] = 0xfffc, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {1976, {[A3_ARCH_X86_64] = 0xffe0, [A3_ARCH_I686] = 0xfff0, [A3_ARCH_AARCH64] = 0xffe0, [A3_ARCH_ARM] = 0xfff0, [A3_ARCH_PPC64LE] = 0xfff0, [A3_ARCH_S390X] = 0xfff0, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
    {1989, {[A3_ARCH_X86_64] = 0xffe0, [A3_ARCH_I686] = 0xfff0, [A3_ARCH_AARCH64] = 0xffe0, [A3_ARCH_ARM] = 0xfff0, [A3_ARCH_PPC64LE] = 0xfff0, [A3_ARCH_S390X] = 0xfff0, [A3_ARCH_RISCV64] = 0xff80, [A3_ARCH_LOONGARCH64] = 0xfc00}},
};
const size_t a3_policy_version_row_count = 156;

const a3_policy_library_row a3_policy_library_rows[] = {
    {2461, 0x3c0000},
    {2471, 0xffff},
    {2482, 0x3c0000},
    {2498, 0x3c0000},
    {2511, 0xffff},
    {2523, 0x3c0000},
    {2539, 0x3c0000},
    {2554, 0xffff},
    {2565, 0xffff},
    {2577, 0xffff},
    {2590, 0xffff},
    {2606, 0x300000},
    {2619, 0x3c0000},
    {2633, 0xffff},
    {2645, 0xffff},
    {2660, 0x3f0000},
    {2668, 0xffff},
    {2678, 0x380000},
    {2695, 0x3c0000},
    {2715, 0x3c0000},
    {2724, 0xffff},
    {2735, 0xfffe},
    {2749, 0xffff},
    {2763, 0xffff},
    {2780, 0xffff},
    {2800, 0xffff},
    {2820, 0x3c0000},
    {2838, 0x3c0000},
    {2848, 0x3c0000},
    {2856, 0xffff},
    {2866, 0x3c0000},
    {2881, 0xfff8},
    {2894, 0x200000},
    {2915, 0xffff},
    {2927, 0xffff},
    {2943, 0xffff},
    {2958, 0xffff},
    {2969, 0x3c0000},
    {2990, 0x3c0000},
    {3007, 0xffff},
    {3022, 0x300000},
    {3033, 0xffff},
    {3046, 0x380000},
    {3059, 0x3c0000},
    {3067, 0x3ffff},
};
const size_t a3_policy_library_row_count = 45;

const a3_policy_symbol_row a3_policy_symbol_rows[] = {
    {2000, 2668, 0x7},
    {2025, 2668, 0x7},
    {2025, 2856, 0x7},
    {2039, 2668, 0x7},
    {2039, 2856, 0x7},
    {2054, 2668, 0x7},
    {2054, 2856, 0x7},
    {2069, 3067, 0x3ffff},
    {2080, 3067, 0x3ffff},
    {2093, 3067, 0x3ffff},
    {2103, 3067, 0x3ffff},
    {2119, 3067, 0x3ffff},
    {2128, 3067, 0x3ffff},
    {2145, 3067, 0x3ffff},
    {2155, 3067, 0xffff},
    {2171, 3067, 0x303ff},
    {2181, 3067, 0xffff},
    {2192, 3067, 0x7ff},
    {2210, 3067, 0x7ff},
    {2230, 3067, 0x7ff},
    {2247, 3067, 0xffff},
    {2264, 3067, 0xffff},
    {2275, 3067, 0x3ffff},
    {2288, 3067, 0xffff},
    {2304, 3067, 0x303ff},
    {2321, 3067, 0x303ff},
    {2335, 3067, 0x303ff},
    {2349, 3067, 0x3ffff},
    {2367, 3067, 0x303ff},
    {2382, 3067, 0x303ff},
    {2394, 3067, 0x303ff},
    {2408, 3067, 0x3ffff},
    {2416, 3067, 0x3ffff},
    {2434, 3067, 0x3ffff},
    {2447, 3067, 0x3ffff},
    {3077, 3067, 0x303ff},
    {3091, 2668, 0x7},
    {3091, 2927, 0x7},
    {3118, 2668, 0x7},
    {3118, 2927, 0x7},
    {3145, 3067, 0x303ff},
    {3160, 3067, 0xffff},
    {3176, 3067, 0x303ff},
    {3189, 3067, 0x300ff},
    {3201, 3067, 0x303ff},
    {3220, 3067, 0x303ff},
    {3239, 3067, 0x303ff},
    {3256, 3067, 0x303ff},
    {3274, 3067, 0x3ffff},
    {3283, 3067, 0xffff},
    {3293, 3067, 0x3ffff},
    {3301, 3067, 0x3ffff},
};
const size_t a3_policy_symbol_row_count = 52;
_Static_assert(sizeof a3_policy_symbol_rows / sizeof *a3_policy_symbol_rows <= A3_POLICY_SYMBOLS_MAX, "policy.c");

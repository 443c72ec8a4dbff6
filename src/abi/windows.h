/* SPDX-License-Identifier: MIT */
/* Where a DLL comes from that a Windows binary names. */
#ifndef A3_ABI_WINDOWS_H
#define A3_ABI_WINDOWS_H

typedef enum a3_dll_origin {
    A3_DLL_UNKNOWN, /* neither of these: has to be in the wheel */
    A3_DLL_SYSTEM,  /* part of every Windows that CPython supports, API sets included */
    A3_DLL_CPYTHON, /* comes with CPython or PyPy: their own DLLs, vcruntime140 */
    A3_DLL_REDIST   /* the Visual C++ redistributable: often there, promised by nobody */
} a3_dll_origin;

/* `name` without folders, compared without case. */
a3_dll_origin a3_dll_origin_of(const char *name);

#endif

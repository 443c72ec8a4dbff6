/* SPDX-License-Identifier: MIT */
#ifndef ABI3T_H
#define ABI3T_H
/* Version of the library, "0.1.0"; static text. */
const char *abi3t_version(void);
#endif

/* SPDX-License-Identifier: MIT
 *
 * Not a libc, but something to link against that has a libc's soname and symbol versions. Built, never committed.
 */
void *getenv(void) { return 0; } /* as old as the platform */
void *splice(void) { return 0; }
void *secure_getenv(void) { return 0; }
void *strlcpy(void) { return 0; }
void *openat2(void) { return 0; }

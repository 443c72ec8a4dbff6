/* SPDX-License-Identifier: MIT
 *
 * Not a libc, but something to link against that has a libc's soname and symbol versions. Built, never committed.
 */
#ifdef VERSIONED
__asm__(".symver memcpy_old, memcpy@GLIBC_2.2.5\n"
	".symver memcpy_new, memcpy@@GLIBC_2.14\n");
void *memcpy_old(void) { return 0; }
void *memcpy_new(void) { return 0; }
#else
void *memcpy(void) { return 0; }
#endif
void *getenv(void) { return 0; }
void *splice(void) { return 0; }
void *secure_getenv(void) { return 0; }
void *dlopen(void) { return 0; }
void *strlcpy(void) { return 0; }
void *getauxval(void) { return 0; }

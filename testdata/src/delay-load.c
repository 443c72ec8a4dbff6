/* SPDX-License-Identifier: MIT
 *
 * The helper that delay-loading needs from a C runtime; our fixtures are linked without one.
 */
#ifdef __i386__
__attribute__((stdcall))
#endif
void *
__delayLoadHelper2(const void *descriptor, void **entry)
{
	(void)descriptor;
	return *entry;
}

/* SPDX-License-Identifier: MIT
 *
 * A program: what a wheel may carry under data/scripts.
 */
__attribute__((noreturn)) void
_start(void)
{
	for (;;)
		;
}

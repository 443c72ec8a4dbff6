/* SPDX-License-Identifier: MIT
 *
 * The start-up and stack-protector symbols that a C runtime would bring to a DLL; our fixtures are linked without one.
 */
#ifdef __i386__
#define STDCALL __attribute__((stdcall))
#define FASTCALL __attribute__((fastcall))
#else
#define STDCALL
#define FASTCALL
#endif

int STDCALL
DllMainCRTStartup(void *dll, unsigned reason, void *reserved)
{
	(void)dll, (void)reason, (void)reserved;
	return 1;
}

/* What checks the stack protector must not be protected. */
#define PLAIN __attribute__((no_stack_protector))

#ifdef _MSC_VER
__UINTPTR_TYPE__ __security_cookie = 0x1234;

PLAIN void FASTCALL
__security_check_cookie(__UINTPTR_TYPE__ cookie)
{
	if (cookie != __security_cookie || cookie >> (8 * sizeof cookie - 16))
		for (;;);
}

int _except_handler3(void) { return 0; }
int _except_handler4(void) { return 0; }
int __C_specific_handler(void) { return 0; }
int __GSHandlerCheck(void) { return 0; }
void *__guard_dispatch_icall_fptr, *__guard_check_icall_fptr;
int _fltused;
#else
__UINTPTR_TYPE__ __stack_chk_guard = 0x1234;
PLAIN void __stack_chk_fail(void) { for (;;); }
#endif

void *
memset(void *to, int value, __SIZE_TYPE__ size)
{
	for (volatile char *at = to; size--;)
		*at++ = (char)value;
	return to;
}

void *
memcpy(void *to, const void *from, __SIZE_TYPE__ size)
{
	const char *source = from;
	for (volatile char *at = to; size--;)
		*at++ = *source++;
	return to;
}

/* SPDX-License-Identifier: MIT */
/* The layout of what callers hand over, as the last release had it: a program that was compiled against that release runs with this library.
 * New members take the place of reserved ones. */
#include <stddef.h>

#include "abi3t.h"

#define AT(type, member, offset) _Static_assert(offsetof(type, member) == (offset) * sizeof(void *), #type " " #member)
AT(abi3t_writer, format, 0);
AT(abi3t_writer, write, 1);
AT(abi3t_writer, context, 2);
AT(abi3t_writer, color, 3);
AT(abi3t_writer, reserved, 4);
_Static_assert(sizeof(abi3t_writer) == 6 * sizeof(void *), "abi3t_writer");
AT(abi3t_events, context, 0);
AT(abi3t_events, diagnostic, 1);
AT(abi3t_events, progress, 2);
AT(abi3t_events, next_path, 3);
AT(abi3t_events, reserved, 4);
_Static_assert(sizeof(abi3t_events) == 8 * sizeof(void *), "abi3t_events");
AT(abi3t_option, name, 0);
AT(abi3t_option, letter, 1);
AT(abi3t_option, argument, 2);
AT(abi3t_option, commands, 3);
AT(abi3t_option, help, 4);
_Static_assert(sizeof(abi3t_option) == 5 * sizeof(void *), "abi3t_option is an element of an array: a new member needs a new function");
_Static_assert(sizeof(abi3t_message) == 512, "abi3t_message");
_Static_assert(ABI3T_CLEAN == 0 && ABI3T_FINDINGS == 1 && ABI3T_USAGE == 2 && ABI3T_FAILED == 3 && sizeof(abi3t_outcome) == sizeof(int), "abi3t_outcome");

int main(void) { return 0; }

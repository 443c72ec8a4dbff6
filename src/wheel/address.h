/* SPDX-License-Identifier: MIT */
/* The address of a mail header field, as Python's email package takes it (email.utils.parseaddr, strict). */
#ifndef A3_WHEEL_ADDRESS_H
#define A3_WHEEL_ADDRESS_H

#include "base/arena.h"

/* The only address of "Name <address>", "address (Name)" and the like, which need not be a good one: of "a at b" it is "a". "" where
 * there is none, or several, or a parenthesis does not close. NULL where we do not follow (groups), and for want of memory. Linear. */
const char *a3_mail_address(a3_arena *arena, const char *text);

#endif

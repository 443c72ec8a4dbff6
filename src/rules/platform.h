/* SPDX-License-Identifier: MIT */
/* Private to the P passes. */
#ifndef A3_RULES_PLATFORM_H
#define A3_RULES_PLATFORM_H

#include "rules/judge.h"

void a3_judge_macho(a3_pass *pass, const a3_object *object); /* P103, P107, P110, P118 */
void a3_judge_pe(a3_pass *pass, const a3_object *object);    /* P103 */
void a3_judge_slices(a3_pass *pass);                         /* P108, P109: of whole files */

/* The object searches in a folder beside it of which the input holds nothing: another wheel may bring what lies there. The entry, or NULL. */
const char *a3_looks_elsewhere(a3_pass *pass, const a3_object *object);

/* Does `relative` ("/../x") lead above the root, starting from the folder of the file named `folder`? */
bool a3_leaves_root(const char *folder, const char *relative);

#endif

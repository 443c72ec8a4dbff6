/* SPDX-License-Identifier: MIT */
/* Private to the P passes. */
#ifndef A3_RULES_PLATFORM_H
#define A3_RULES_PLATFORM_H

#include "abi/policy.h"
#include "rules/judge.h"

void a3_judge_macho(a3_pass *pass, const a3_object *object); /* P103, P107, P110, P118 */
/* P103. ELF: `policy` (one bit) is that of the platform tag. */
void a3_judge_libraries(a3_pass *pass, const a3_object *object, const a3_tagged_platform *tagged, a3_policy_set policy);
void a3_judge_slices(a3_pass *pass);                         /* P108, P109: of whole files */

/* Does `relative` ("/../x") lead above the root, starting from the folder of the file named `folder`? */
bool a3_leaves_root(const char *folder, const char *relative);

#endif

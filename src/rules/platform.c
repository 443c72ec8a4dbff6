/* SPDX-License-Identifier: MIT */
/* P: what the binaries need of the system, held against the platform part of the tag. */
#include "rules/judge.h"

static void one_object(a3_pass *pass, const a3_object *object)
{
    const char *member = object->file->name, *slice = object->slice;
    if (object->exec_stack)
        a3_find(pass->out, A3_RULE_P112, member, slice, "asks for an executable stack");
    if (object->text_relocations)
        a3_find(pass->out, A3_RULE_P113, member, slice, "has relocations in its code");
    if (object->debug_info)
        a3_find(pass->out, A3_RULE_P114, member, slice, "holds debugging information");
}

void a3_pass_platform(a3_pass *pass) { a3_each_object(pass, one_object); }

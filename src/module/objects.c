/* SPDX-License-Identifier: MIT */
/* Static Python objects by the relocations that they have: a head that a compiler's macro wrote, then a name. */
#include "module/scan.h"

a3_status a3_scan_objects(a3_memory *m, a3_arena *arena, a3_module *out)
{
    (void)m;
    (void)arena;
    (void)out;
    return A3_OK;
}

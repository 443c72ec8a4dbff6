/* SPDX-License-Identifier: MIT */
/* What native objects need of the system that they are installed on, and the best platform tag that this allows. */
#ifndef A3_FACTS_NEEDS_H
#define A3_FACTS_NEEDS_H

#include "abi/policy.h"
#include "facts/facts.h"

/* ELF: what keeps the object from the policies `asked`; libraries and versions that the input ships are left out, weak needs
 * too. `glibc`: GLIBC_ versions up to that of this manylinux platform count as met; NULL: none. A3_NOMEM alone fails. */
a3_status a3_object_blockers(const a3_subject *subject, const a3_object *object, a3_policy_set asked, const a3_platform *glibc,
                             a3_arena *arena, a3_blockers *out);

typedef struct a3_best_platform {
    const char *tag;      /* "manylinux_2_17_x86_64", "musllinux_1_2_aarch64", "macosx_11_0_arm64"; NULL: none can be told */
    const char *why_none; /* with tag NULL: a clause; static or in the arena */
    bool libc_stated;     /* some object says which C library it was built for; false: the tag is a guess that nothing contradicts */
    int policy;           /* Linux: index of the policy; -1 else */
    a3_blockers next;     /* Linux: what stands in the way of the next better policy (of the family) */
} a3_best_platform;

/* The tag that serves the most systems and that every object of the input fits. The input must hold objects of one kind of
 * system; several architectures of macOS make universal2. */
a3_best_platform a3_find_best_platform(const a3_subject *subject, a3_arena *arena);

/* Minimum macOS that the object's slice asks for, as major << 16 | minor << 8; at least 11.0 on arm64; 0: not stated. */
uint32_t a3_macos_floor(const a3_object *object);

#endif

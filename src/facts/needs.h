/* SPDX-License-Identifier: MIT */
/* What native objects need of the system that they are installed on, and the best platform tag that this allows. */
#ifndef A3_FACTS_NEEDS_H
#define A3_FACTS_NEEDS_H

#include "abi/policy.h"
#include "facts/facts.h"

/* -- libraries; after finish -- */
/* Where the library needed[index] of the object is. */
a3_library a3_object_library(const a3_object *object, size_t index);
/* Some object of the input needs a library of this name, whatever the folder. */
bool a3_input_needs(const a3_subject *subject, const char *library);
/* "libfoo-1a2b3c4d.so.1", "libfoo.1a2b3c4d.so", "foo-0123456789abcdef0123456789abcdef.dll": the tools that put libraries into
 * wheels name them after their content, so that no other wheel brings them. */
bool a3_made_for_one_wheel(const char *library);

/* ELF: what keeps the object from the policies `asked`; libraries and versions that the input ships are left out, weak needs
 * too. `glibc`: GLIBC_ versions up to that of this manylinux platform count as met; NULL: none. A3_NOMEM alone fails. */
a3_status a3_object_blockers(const a3_object *object, a3_policy_set asked, const a3_platform *glibc,
                             a3_arena *arena, a3_blockers *out);

typedef struct a3_best_platform {
    const char *tag;      /* "manylinux_2_17_x86_64", "linux_x86_64", "macosx_11_0_arm64", "win_amd64"; several with dots; NULL: none can be told */
    const char *why_none; /* with tag NULL or linux_ARCH: a clause; static or in the arena */
    bool libc_stated;     /* Linux: some object says which C library it was built for; false: the tag is a guess that nothing contradicts */
    int policy;           /* Linux: index of the policy; -1: none, also with linux_ARCH */
    a3_blockers next;     /* Linux: what stands in the way of the next better policy; with linux_ARCH of the newest */
    a3_strings external;  /* Linux, Android: libraries that the input does not bring and the newest policy does not list; sorted */
} a3_best_platform;

/* The tag that serves the most systems and that every object of the input fits. Modules decide what system that is, where
 * there are none libraries, else programs: helpers for other systems may lie beside them. What the objects leave open
 * (glibc or musl, one of several architectures) the input's own claim decides. */
a3_best_platform a3_find_best_platform(const a3_subject *subject, a3_arena *arena);

/* linux_ARCH: the binaries meet no policy. */
bool a3_best_is_plain(const a3_best_platform *best);
/* Is this platform tag true of the binaries? Where they leave open what it promises (the version of musl, glibc or musl) it
 * is. Tags of systems that have no such answer are, and so are all where none can be told. */
bool a3_best_fits(const a3_subject *subject, const a3_best_platform *best, const a3_platform *says, a3_arena *arena);
/* All platform tags that the input claims are. */
bool a3_best_fits_claim(const a3_subject *subject, const a3_best_platform *best, a3_arena *arena);

/* x86-64-vN that the object says it needs (GNU_PROPERTY_X86_ISA_1_NEEDED): 2, 3 or 4; 0: none above the baseline. */
unsigned a3_isa_level(const a3_object *object);

/* Minimum macOS that the object's slice asks for, as major << 16 | minor << 8; at least 11.0 on arm64; 0: not stated. */
uint32_t a3_macos_floor(const a3_object *object);

#endif

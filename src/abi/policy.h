/* SPDX-License-Identifier: MIT */
/* What a platform tag promises about libraries and symbol versions: the policies manylinux, musllinux and android as
 * constant tables. Every policy has one bit of a set, so that one bisection a name answers for all policies at once.
 * Source: src/abi/data/{manylinux,musllinux,android}-policy.json (pypa/auditwheel, MIT). */
#ifndef A3_ABI_POLICY_H
#define A3_ABI_POLICY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "abi/platform.h"
#include "base/arena.h"
#include "base/err.h"
#include "base/machine.h"

typedef enum a3_policy_family { A3_POLICY_MANYLINUX, A3_POLICY_MUSLLINUX, A3_POLICY_ANDROID } a3_policy_family;

typedef struct a3_policy {
    const char *name;        /* "manylinux_2_17", "musllinux_1_2", "android_24" */
    const char *alias;       /* "manylinux2014", or NULL */
    uint8_t family;          /* a3_policy_family */
    uint16_t major, minor;   /* glibc, musl; Android: API level in major */
} a3_policy;

typedef uint32_t a3_policy_set; /* bit i: a3_policy_at(i) */

/* All policies: each family from the one that fits most systems (manylinux_2_5) to the newest. */
size_t a3_policy_count(void);
const a3_policy *a3_policy_at(size_t index);
/* Of one family. */
a3_policy_set a3_policy_family_set(a3_policy_family family);
/* Those that are defined for the architecture (manylinux_2_5: x86_64 and i686 only). */
a3_policy_set a3_policy_arch_set(a3_arch arch);
/* Index by name or alias without the architecture ("manylinux2014"), or -1. */
int a3_policy_find(const char *name);
/* The policy that judges a platform tag: its own, or, for a version between two policies (manylinux_2_33), the newest one
 * below it, `exact` false: then GLIBC_ versions up to the tag's own are allowed on top, see a3_policy_query.glibc_major.
 * -1: none (older than all, or of no such family). */
int a3_policy_for(const a3_platform *platform, bool *exact);

typedef struct a3_policy_version { const char *library, *version; } a3_policy_version; /* "libc.so.6", "GLIBC_2.17" */

/* What one image, or a whole wheel, needs. Names are borrowed; the caller leaves out weak needs and what the wheel ships
 * itself. */
typedef struct a3_policy_query {
    a3_arch arch;
    const a3_policy_version *versions;
    size_t version_count;
    const char *const *needed; /* libraries: "libm.so.6" */
    size_t needed_count;
    const char *const *imports; /* names of undefined, not weak symbols, for the black lists */
    size_t import_count;
    uint32_t glibc_major, glibc_minor; /* GLIBC_x.y up to this is allowed whatever the policy (0: no such allowance) */
} a3_policy_query;

typedef enum a3_blocker_kind {
    A3_BLOCK_ARCH,    /* no policy for the architecture */
    A3_BLOCK_VERSION, /* `name` (GLIBC_2.34) of `library` is newer than the policy */
    A3_BLOCK_LIBRARY, /* `library` is not on the policy's list: has to be shipped in the wheel */
    A3_BLOCK_SYMBOL,  /* `name`, which `library` must not be relied on for */
    A3_BLOCK_ISA      /* `name` (x86-64-v3): processors that the tag does not ask for. Not of a3_policy_check */
} a3_blocker_kind;

typedef struct a3_blocker {
    a3_blocker_kind kind;
    const char *library, *name; /* borrowed from the query, `library` of A3_BLOCK_SYMBOL static; NULL where the kind has none */
    a3_policy_set policies;     /* those that it keeps from */
} a3_blocker;
typedef A3_LIST(a3_blocker) a3_blockers;

/* Appends what stands in the way of the policies `asked`, in the query's order (arch, versions, libraries, symbols): one pass
 * for all of them; a policy in nobody's `policies` is met. A3_NOMEM is the only failure. */
a3_status a3_policy_check(a3_arena *arena, const a3_policy_query *query, a3_policy_set asked, a3_blockers *out);

/* Single questions. */
/* The number behind "GLIBC_": false where it is none ("GLIBC_PRIVATE"). */
bool a3_glibc_version(const char *version, uint32_t *major, uint32_t *minor);
/* Some policy's black list holds the symbol, whatever its library. */
bool a3_policy_lists_symbol(const char *name);
a3_policy_set a3_policy_allows_library(const char *library);                    /* dynamic loaders and libpython: see policy.c */
a3_policy_set a3_policy_allows_version(a3_arch arch, const char *version); /* all, for prefixes that are no policy's business */

#endif

/* SPDX-License-Identifier: MIT */
#include "abi/policy.h"

#include <string.h>

#include "abi/tables.h"
#include "base/text.h"

size_t a3_policy_count(void) { return a3_policy_row_count; }
const a3_policy *a3_policy_at(size_t index) { return &a3_policy_rows[index]; }

static a3_policy_set all_policies(void) { return (a3_policy_set)((UINT64_C(1) << a3_policy_row_count) - 1); }

a3_policy_set a3_policy_family_set(a3_policy_family family)
{
    a3_policy_set set = 0;
    for (size_t i = 0; i < a3_policy_row_count; i++)
        if (a3_policy_rows[i].family == family)
            set |= (a3_policy_set)1 << i;
    return set;
}

a3_policy_set a3_policy_arch_set(a3_arch arch) { return arch < A3_ARCH_COUNT ? a3_policy_arches[arch] : 0; }

int a3_policy_find(const char *name)
{
    for (size_t i = 0; i < a3_policy_row_count; i++) {
        const a3_policy *policy = &a3_policy_rows[i];
        if (strcmp(policy->name, name) == 0 || (policy->alias != NULL && strcmp(policy->alias, name) == 0))
            return (int)i;
    }
    return -1;
}

int a3_policy_for(const a3_platform *platform, bool *exact)
{
    a3_policy_family family;
    int best = -1;
    switch (platform->family) {
    case A3_PLATFORM_MANYLINUX: family = A3_POLICY_MANYLINUX; break;
    case A3_PLATFORM_MUSLLINUX: family = A3_POLICY_MUSLLINUX; break;
    case A3_PLATFORM_ANDROID: family = A3_POLICY_ANDROID; break;
    default: return -1;
    }
    *exact = false;
    for (size_t i = 0; i < a3_policy_row_count; i++) { /* ascending within a family */
        const a3_policy *policy = &a3_policy_rows[i];
        if (policy->family != family || policy->major > platform->major ||
            (policy->major == platform->major && policy->minor > platform->minor))
            continue;
        best = (int)i;
        *exact = policy->major == platform->major && policy->minor == platform->minor;
    }
    return best;
}

/* ---- single questions ---- */

a3_policy_set a3_policy_allows_library(const char *library)
{
    /* the dynamic loader comes with the C library, whatever the policy lists */
    if (a3_has_prefix(library, "ld-linux") || a3_has_prefix(library, "ld64.so.") || a3_has_prefix(library, "ld.so."))
        return a3_policy_family_set(A3_POLICY_MANYLINUX);
    if (a3_has_prefix(library, "ld-musl-") || (a3_has_prefix(library, "libc.musl-") && a3_has_suffix(library, ".so.1")))
        return a3_policy_family_set(A3_POLICY_MUSLLINUX);
    a3_policy_set android = a3_has_prefix(library, "libpython3.") ? a3_policy_family_set(A3_POLICY_ANDROID) : 0;
    size_t at = a3_table_lower_bound(a3_policy_library_rows, sizeof *a3_policy_library_rows, a3_policy_library_row_count,
                                     a3_policy_names, library);
    if (at == a3_policy_library_row_count || strcmp(a3_policy_names + a3_policy_library_rows[at].name, library) != 0)
        return android;
    return a3_policy_library_rows[at].allowed | android;
}

bool a3_glibc_version(const char *version, uint32_t *major, uint32_t *minor)
{
    if (!a3_has_prefix(version, "GLIBC_"))
        return false;
    uint32_t numbers[3] = {0, 0, 0};
    size_t part = 0;
    for (const char *p = version + 6; *p != '\0'; p++) {
        if (*p == '.' && p[1] != '\0')
            part++;
        else if (*p < '0' || *p > '9')
            return false;
        else if (part < 3 && numbers[part] < 100000)
            numbers[part] = numbers[part] * 10 + (uint32_t)(*p - '0');
        if (part > 2)
            return false;
    }
    *major = numbers[0];
    *minor = numbers[1];
    return true;
}

/* Does the policy's glibc have it by its number? For architectures that the policy does not list. */
static a3_policy_set by_number(const char *version)
{
    uint32_t major, minor;
    a3_policy_set set = 0;
    if (!a3_glibc_version(version, &major, &minor))
        return 0;
    for (size_t i = 0; i < a3_policy_row_count; i++) {
        const a3_policy *policy = &a3_policy_rows[i];
        if (policy->family == A3_POLICY_MANYLINUX &&
            (major < policy->major || (major == policy->major && minor <= policy->minor)))
            set |= (a3_policy_set)1 << i;
    }
    return set;
}

a3_policy_set a3_policy_allows_version(a3_arch arch, const char *version)
{
    static const char *const judged[] = {"CXXABI_", "GCC_", "GLIBCXX_", "GLIBC_", "LIBATOMIC_", "ZLIB_"};
    a3_policy_set many = a3_policy_family_set(A3_POLICY_MANYLINUX), allowed = 0, known = a3_policy_arch_set(arch);
    bool business = false;
    for (size_t i = 0; i < sizeof judged / sizeof *judged; i++)
        business |= a3_has_prefix(version, judged[i]);
    if (!business)
        return all_policies();
    size_t at = a3_table_lower_bound(a3_policy_version_rows, sizeof *a3_policy_version_rows, a3_policy_version_row_count,
                                     a3_policy_names, version);
    if (at < a3_policy_version_row_count && strcmp(a3_policy_names + a3_policy_version_rows[at].name, version) == 0) {
        const a3_policy_version_row *row = &a3_policy_version_rows[at];
        if (arch < A3_ARCH_COUNT)
            allowed = row->allowed[arch];
        for (size_t i = 0; i < A3_ARCH_COUNT; i++)
            allowed |= row->allowed[i] & ~known;
    }
    allowed |= by_number(version) & ~known;
    return allowed | (all_policies() & ~many); /* other libcs have no symbol versions to judge */
}

/* ---- everything at once ---- */

static bool block(a3_arena *arena, a3_blockers *out, a3_blocker blocker)
{
    if (blocker.policies == 0)
        return true;
    a3_blocker *new = A3_PUSH(arena, out);
    if (new != NULL)
        *new = blocker;
    return new != NULL;
}

static bool is_needed(const a3_policy_query *query, const char *library)
{
    for (size_t i = 0; i < query->needed_count; i++)
        if (strcmp(query->needed[i], library) == 0)
            return true;
    return false;
}

bool a3_policy_lists_symbol(const char *name)
{
    size_t at = a3_table_lower_bound(a3_policy_symbol_rows, sizeof *a3_policy_symbol_rows, a3_policy_symbol_row_count,
                                     a3_policy_names, name);
    return at < a3_policy_symbol_row_count && strcmp(a3_policy_names + a3_policy_symbol_rows[at].symbol, name) == 0;
}

/* The black lists name four libraries in all: which of them are needed is asked once. */
static bool check_symbols(a3_arena *arena, const a3_policy_query *query, a3_policy_set asked, a3_blockers *out)
{
    bool needed[A3_POLICY_SYMBOLS_MAX], some = false;
    for (size_t i = 0; i < a3_policy_symbol_row_count; i++)
        some |= needed[i] = is_needed(query, a3_policy_names + a3_policy_symbol_rows[i].library);
    for (size_t i = 0; some && i < query->import_count; i++) {
        size_t at = a3_table_lower_bound(a3_policy_symbol_rows, sizeof *a3_policy_symbol_rows, a3_policy_symbol_row_count,
                                         a3_policy_names, query->imports[i]);
        for (; at < a3_policy_symbol_row_count; at++) {
            const a3_policy_symbol_row *row = &a3_policy_symbol_rows[at];
            if (strcmp(a3_policy_names + row->symbol, query->imports[i]) != 0)
                break;
            if (needed[at] && !block(arena, out,
                                     (a3_blocker){A3_BLOCK_SYMBOL, a3_policy_names + row->library, query->imports[i],
                                                  asked & row->refused}))
                return false;
        }
    }
    return true;
}

a3_status a3_policy_check(a3_arena *arena, const a3_policy_query *query, a3_policy_set asked, a3_blockers *out)
{
    bool ok = block(arena, out, (a3_blocker){A3_BLOCK_ARCH, NULL, NULL, asked & ~a3_policy_arch_set(query->arch)});
    for (size_t i = 0; ok && i < query->version_count; i++) {
        const a3_policy_version *need = &query->versions[i];
        uint32_t major, minor;
        if (query->glibc_major != 0 && a3_glibc_version(need->version, &major, &minor) &&
            (major < query->glibc_major || (major == query->glibc_major && minor <= query->glibc_minor)))
            continue;
        a3_policy_set refused = asked & ~a3_policy_allows_version(query->arch, need->version);
        ok = block(arena, out, (a3_blocker){A3_BLOCK_VERSION, need->library, need->version, refused});
    }
    for (size_t i = 0; ok && i < query->needed_count; i++) {
        a3_policy_set refused = asked & ~a3_policy_allows_library(query->needed[i]);
        ok = block(arena, out, (a3_blocker){A3_BLOCK_LIBRARY, query->needed[i], NULL, refused});
    }
    return ok && check_symbols(arena, query, asked, out) ? A3_OK : A3_NOMEM;
}

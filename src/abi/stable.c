/* SPDX-License-Identifier: MIT */
#include "abi/stable.h"

#include <string.h>

#include "abi/tables.h"
#include "base/text.h"

const char *a3_abi_data_version(void) { return "3.15.2"; }

size_t a3_table_lower_bound(const void *rows, size_t stride, size_t count, const char *pool, const char *key)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        uint32_t name;
        memcpy(&name, (const char *)rows + middle * stride, sizeof name);
        if (strcmp(pool + name, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t a3_stable_count(void) { return a3_stable_row_count; }
size_t a3_private_count(void) { return a3_private_row_count; }

a3_stable a3_stable_at(size_t index)
{
    const a3_stable_row *row = &a3_stable_rows[index];
    return (a3_stable){a3_abi_names + row->name, row->added, row->kind, row->ifdef, row->abi_only};
}

a3_private a3_private_at(size_t index)
{
    const a3_private_row *row = &a3_private_rows[index];
    return (a3_private){a3_abi_names + row->name, row->kind, row->versions};
}

size_t a3_stable_lower_bound(const char *prefix)
{
    return a3_table_lower_bound(a3_stable_rows, sizeof *a3_stable_rows, a3_stable_row_count, a3_abi_names, prefix);
}

size_t a3_private_lower_bound(const char *prefix)
{
    return a3_table_lower_bound(a3_private_rows, sizeof *a3_private_rows, a3_private_row_count, a3_abi_names, prefix);
}

bool a3_stable_find(const char *name, a3_stable *out)
{
    size_t at = a3_stable_lower_bound(name);
    if (at == a3_stable_row_count || strcmp(a3_abi_names + a3_stable_rows[at].name, name) != 0)
        return false;
    *out = a3_stable_at(at);
    return true;
}

bool a3_private_find(const char *name, a3_private *out)
{
    size_t at = a3_private_lower_bound(name);
    if (at == a3_private_row_count || strcmp(a3_abi_names + a3_private_rows[at].name, name) != 0)
        return false;
    *out = a3_private_at(at);
    return true;
}

const char *a3_symbol_kind_name(a3_symbol_kind kind)
{
    return kind == A3_SYMBOL_FUNCTION ? "function" : kind == A3_SYMBOL_DATA ? "data" : "symbol";
}

/* ---- versions that export a private name ---- */

enum { FIRST_MINOR = 6, MINORS = 10 };

bool a3_exported_by(a3_exporters versions, a3_version version)
{
    unsigned minor = a3_version_minor(version);
    return a3_version_major(version) == 3 && minor >= FIRST_MINOR && minor < FIRST_MINOR + MINORS &&
           (versions >> (minor - FIRST_MINOR) & 1) != 0;
}

/* Appends the set bits below `end` as "3.6 to 3.11, 3.13 and 3.15". */
static void ranges_text(a3_buf *out, a3_exporters versions, unsigned end)
{
    unsigned written = 0;
    for (unsigned i = 0; i < end;) {
        if ((versions >> i & 1) == 0) {
            i++;
            continue;
        }
        unsigned last = i;
        while (last + 1 < end && (versions >> (last + 1) & 1) != 0)
            last++;
        bool more = (versions & ((1u << end) - 1)) >> (last + 1) != 0;
        if (written++ > 0)
            a3_buf_str(out, more ? ", " : " and ");
        a3_buf_printf(out, "3.%u", FIRST_MINOR + i);
        if (last > i)
            a3_buf_printf(out, last == i + 1 && !more && written == 1 ? " and 3.%u" : " to 3.%u", FIRST_MINOR + last);
        i = last + 1;
    }
}

void a3_exporters_text(a3_buf *out, a3_exporters versions)
{
    unsigned known = versions & ((1u << MINORS) - 1);
    if (known == 0) {
        a3_buf_str(out, versions & A3_EXPORTERS_FREE_THREADED ? "declared by the free-threaded 3.15 headers only"
                                                              : "exported by no known CPython");
        return;
    }
    unsigned first = 0, end = MINORS;
    while ((known >> first & 1) == 0)
        first++;
    while ((known >> (end - 1) & 1) == 0)
        end--;
    a3_buf_str(out, "exported by ");
    ranges_text(out, (a3_exporters)known, end);
    a3_exporters missing = (a3_exporters)(~known >> first << first & ((1u << end) - 1));
    if (missing != 0) {
        a3_buf_str(out, ", not by ");
        ranges_text(out, missing, end);
    }
    if (end < MINORS)
        a3_buf_printf(out, ", gone in 3.%u", FIRST_MINOR + end);
}

/* ---- platform conditions ---- */

const char *a3_ifdef_name(a3_ifdef macro)
{
    static const char *const names[] = {"",           "MS_WINDOWS", "HAVE_FORK", "PY_HAVE_THREAD_NATIVE_ID",
                                        "USE_STACKCHECK", "Py_REF_DEBUG"};
    return names[macro];
}

bool a3_ifdef_holds(a3_ifdef macro, a3_os os)
{
    if (macro == A3_IFDEF_REF_DEBUG)
        return false;
    if (macro == A3_IFDEF_NONE || os == A3_OS_UNKNOWN)
        return true;
    switch (macro) {
    case A3_IFDEF_MS_WINDOWS:
    case A3_IFDEF_STACKCHECK: /* 32-bit only up to 3.13 */
        return os == A3_OS_WINDOWS;
    case A3_IFDEF_HAVE_FORK: /* iOS links fork() although it may not be called there */
        return os != A3_OS_WINDOWS && os != A3_OS_EMSCRIPTEN;
    default:
        return os != A3_OS_EMSCRIPTEN && os != A3_OS_CYGWIN;
    }
}

const char *a3_ifdef_where(a3_ifdef macro)
{
    static const char *const where[] = {
        "", "Windows only", "not on Windows and Emscripten", "not on Emscripten and Cygwin", "Windows only", "debug builds only",
    };
    return where[macro];
}

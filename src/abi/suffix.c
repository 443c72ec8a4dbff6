/* SPDX-License-Identifier: MIT */
/* What the name of an extension's file says of itself. */
#include <string.h>
#include <strings.h>

#include "abi/interp.h"

static bool digit(char c) { return c >= '0' && c <= '9'; }

/* A piece of the file name. */
typedef struct part {
    const char *text;
    size_t size;
} part;

static bool starts(part p, const char *prefix)
{
    size_t size = strlen(prefix);
    return p.size >= size && strncasecmp(p.text, prefix, size) == 0;
}

static part skip(part p, size_t size) { return (part){p.text + size, p.size - size}; }

/* "315t", "37m", "3": one digit of major version, the rest is minor; what follows the digits stays in `p`. */
static a3_version take_version(part *p)
{
    unsigned minor = 0;
    size_t at = 1;
    if (p->size == 0 || !digit(p->text[0]))
        return 0;
    unsigned major = (unsigned)(p->text[0] - '0');
    for (; at < p->size && at < 4 && digit(p->text[at]); at++)
        minor = minor * 10 + (unsigned)(p->text[at] - '0');
    *p = skip(*p, at);
    return minor > 255 ? 0 : A3_VERSION(major, minor);
}

/* The ABI letters behind the version, then the triplet behind a dash. false: something else stands there. */
static bool take_flags(part p, a3_suffix *out)
{
    for (; p.size > 0 && p.text[0] != '-'; p = skip(p, 1)) {
        if (p.text[0] == 't')
            out->free_threaded = true;
        else if (p.text[0] == 'd')
            out->debug = true;
        else if (p.text[0] != 'm' && p.text[0] != 'u')
            return false;
    }
    if (p.size > 0) {
        out->triplet = p.text + 1;
        out->triplet_size = p.size - 1;
    }
    return p.size != 1;
}

/* "311-pp73-x86_64-linux-gnu" (PyPy), "-41" (old PyPy, its own version), "250-311-native-x86_64-linux" (GraalPy). */
static bool foreign(part p, a3_implementation implementation, a3_suffix *out)
{
    out->implementation = implementation;
    while (implementation == A3_IMPL_GRAALPY && p.size > 0 && digit(p.text[0])) /* its own version stands before Python's */
        p = skip(p, 1);
    bool dashed = starts(p, "-");
    if (dashed)
        p = skip(p, 1);
    if (!dashed || implementation == A3_IMPL_GRAALPY)
        out->version = take_version(&p);
    const char *dash = memchr(p.text, '-', p.size);
    if (dash != NULL && starts(skip(p, (size_t)(dash - p.text) + 1), "pp")) /* "-pp73" before the platform */
        dash = memchr(dash + 1, '-', p.size - (size_t)(dash + 1 - p.text));
    if (dash != NULL) {
        out->triplet = dash + 1;
        out->triplet_size = p.size - (size_t)(dash + 1 - p.text);
    }
    return true;
}

/* The parts between the module's name and the ending. */
static void middle(part p, a3_suffix *out)
{
    bool abi3t = starts(p, "abi3t");
    if (abi3t || starts(p, "abi3")) {
        part rest = skip(p, abi3t ? 5 : 4);
        if (rest.size == 0 || (rest.size > 1 && rest.text[0] == '-')) {
            out->kind = abi3t ? A3_SUFFIX_ABI3T : A3_SUFFIX_ABI3;
            out->triplet = rest.size ? rest.text + 1 : NULL;
            out->triplet_size = rest.size ? rest.size - 1 : 0;
        }
        return;
    }
    bool known = false;
    if (starts(p, "cpython-")) {
        p = skip(p, 8);
        out->version = take_version(&p);
        known = out->version != 0 && take_flags(p, out);
    } else if (out->windows && starts(p, "cp")) {
        p = skip(p, 2);
        out->version = take_version(&p);
        known = out->version != 0 && take_flags(p, out) && out->triplet != NULL;
    } else if (starts(p, "pypy")) {
        known = foreign(skip(p, 4), A3_IMPL_PYPY, out);
    } else if (starts(p, "graalpy")) {
        known = foreign(skip(p, 7), A3_IMPL_GRAALPY, out);
    }
    out->kind = known ? A3_SUFFIX_VERSION : A3_SUFFIX_UNKNOWN;
}

a3_suffix a3_suffix_parse(const char *basename)
{
    a3_suffix out = {.kind = A3_SUFFIX_NONE, .implementation = A3_IMPL_CPYTHON};
    const char *dot = strchr(basename, '.');
    const char *ending = strrchr(basename, '.');
    if (dot == NULL || dot == basename)
        return out;
    out.stem = (size_t)(dot - basename);
    out.size = strlen(dot);
    out.windows = strcasecmp(ending, ".pyd") == 0;
    if (!out.windows && strcmp(ending, ".so") != 0)
        return out;
    /* foo_d.pyd is a debug build's foo, or a release build's foo_d: the export hook tells */
    out.debug = out.windows && out.stem > 2 && strncasecmp(dot - 2, "_d", 2) == 0;
    out.kind = dot == ending ? A3_SUFFIX_BARE : A3_SUFFIX_UNKNOWN;
    if (dot != ending)
        middle((part){dot + 1, (size_t)(ending - dot - 1)}, &out);
    return out;
}

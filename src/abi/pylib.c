/* SPDX-License-Identifier: MIT */
#include "abi/pylib.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* Up to three digits at *at; advances. -1: none. */
static int number(const char **at)
{
    int value = -1;
    for (int digits = 0; digits < 3 && isdigit((unsigned char)**at); digits++, (*at)++)
        value = (value < 0 ? 0 : value * 10) + (**at - '0');
    return value;
}

/* "3", "3.15", "315", then "t", "d", "m", "u" or "_d" in any order; the rest is left in *at. */
static bool version_and_flags(const char **at, bool dotted, a3_pylib *out)
{
    int major = **at >= '0' && **at <= '9' ? *(*at)++ - '0' : -1, minor = 0;
    if (major != 2 && major != 3)
        return false;
    const char *rest = *at + (dotted && **at == '.');
    if (dotted ? rest != *at && isdigit((unsigned char)*rest) : isdigit((unsigned char)*rest)) {
        minor = number(&rest);
        *at = rest;
    } else {
        out->stable = true;
    }
    out->version = A3_VERSION(major, minor);
    for (;; (*at)++) {
        if (**at == 't' || **at == 'T')
            out->free_threaded = true;
        else if (**at == 'd' && ((*at)[1] == '\0' || !isalpha((unsigned char)(*at)[1]) || (*at)[1] == 'm' || (*at)[1] == 'u'))
            out->debug = true;
        else if (**at == '_' && ((*at)[1] == 'd' || (*at)[1] == 'D'))
            continue;
        else if (**at != 'm' && **at != 'u' && **at != 'D')
            return true;
        else if (**at == 'D')
            out->debug = true;
    }
}

/* .../Python.framework/Versions/3.15/Python, PythonT.framework, Python3.framework */
static bool framework(const char *name, a3_pylib *out)
{
    const char *at = strstr(name, "Python");
    for (; at != NULL; at = strstr(at + 1, "Python")) {
        const char *rest = at + strlen("Python");
        bool free_threaded = *rest == 'T';
        rest += free_threaded;
        rest += *rest == '3';
        if (strncmp(rest, ".framework/", strlen(".framework/")) != 0 || (at != name && at[-1] != '/'))
            continue;
        out->free_threaded = free_threaded;
        rest += strlen(".framework/");
        if (strncmp(rest, "Versions/", strlen("Versions/")) == 0) {
            rest += strlen("Versions/");
            version_and_flags(&rest, true, out);
            out->stable = false;
        }
        return true;
    }
    return false;
}

bool a3_pylib_parse(const char *name, a3_pylib *out)
{
    a3_pylib ignored;
    if (out == NULL)
        out = &ignored;
    memset(out, 0, sizeof *out);
    const char *slash = strrchr(name, '/'), *base = slash ? slash + 1 : name;
    if (strncasecmp(base, "python", 6) == 0) { /* DLL names are compared without case */
        const char *at = base + 6;
        out->dll = true;
        if (version_and_flags(&at, false, out) && strcasecmp(at, ".dll") == 0)
            return true;
    }
    memset(out, 0, sizeof *out);
    if (strncasecmp(base, "libpython", 9) == 0) {
        const char *at = base + 9;
        if (version_and_flags(&at, true, out)) {
            out->dll = strcasecmp(at, ".dll") == 0;
            if (out->dll || strncmp(at, ".so", 3) == 0 || strcmp(at, ".dylib") == 0)
                return true;
        }
    }
    memset(out, 0, sizeof *out);
    return framework(name, out);
}

/* SPDX-License-Identifier: MIT */
#include "wheel/wheelfile.h"

#include <string.h>
#include <strings.h>

#include "wheel/headers.h"

/* Code, line and the rest of a fault; the index looks at nothing in WHEEL. */
#define FAULT(code, line, ...) A3_FAULT(arena, faults, code, A3_INDEX_NOTHING, line, NULL, __VA_ARGS__)
#define QUOTE(text) a3_fault_quote(arena, (text), strlen(text))

/* Digits up to `end`; false where there are none, too many, or something else. */
static bool number(const char *text, const char *end, uint32_t *out)
{
    *out = 0;
    if (text == end || end - text > 6)
        return false;
    for (; text < end; text++) {
        if (*text < '0' || *text > '9')
            return false;
        *out = *out * 10 + (uint32_t)(*text - '0');
    }
    return true;
}

static void set_version(a3_arena *arena, const a3_header *h, a3_wheelfile *out, a3_faults *faults)
{
    const char *dot = strchr(h->value, '.');
    if (dot == NULL || !number(h->value, dot, &out->version_major) ||
        !number(dot + 1, h->value + strlen(h->value), &out->version_minor)) {
        out->version_major = out->version_minor = 0;
        FAULT(A3_FAULT_WHEEL_VERSION, h->line, "Wheel-Version %s is not of the form 1.0", QUOTE(h->value));
    } else if (out->version_major != 1) {
        FAULT(A3_FAULT_WHEEL_VERSION, h->line, "Wheel-Version is %s, installers take major version 1 only", h->value);
    } else if (out->version_minor > 0) {
        FAULT(A3_FAULT_WHEEL_MINOR, h->line, "Wheel-Version is %s, installers warn of everything above 1.0", h->value);
    }
}

static void set_purelib(a3_arena *arena, const a3_header *h, a3_wheelfile *out, a3_faults *faults)
{
    out->purelib = strcasecmp(h->value, "true") == 0;
    out->purelib_known = out->purelib || strcasecmp(h->value, "false") == 0;
    if (!out->purelib_known)
        FAULT(A3_FAULT_WHEEL_VALUE, h->line, "Root-Is-Purelib %s is neither true nor false", QUOTE(h->value));
}

/* A hundred are many. */
enum { TAGS_KEPT = 10000 };

static bool add_tag(a3_arena *arena, const a3_header *h, a3_wheelfile *out, a3_faults *faults)
{
    const char *first = strchr(h->value, '-'), *second = first ? strchr(first + 1, '-') : NULL;
    if (second == NULL || strchr(second + 1, '-') != NULL || first == h->value || second == first + 1 || second[1] == '\0') {
        FAULT(A3_FAULT_WHEEL_TAG, h->line, "Tag %s is not of the form PYTHON-ABI-PLATFORM", QUOTE(h->value));
        return true;
    }
    if (strchr(h->value, '.') != NULL)
        FAULT(A3_FAULT_WHEEL_TAG_SET, h->line, "Tag %s is a compressed set, WHEEL has one line for each tag", QUOTE(h->value));
    if (out->tags.count >= TAGS_KEPT) {
        FAULT(A3_FAULT_WHEEL_TAG, h->line, "there are more than %d lines of Tag", TAGS_KEPT);
        return true;
    }
    a3_tag *tag = A3_PUSH(arena, &out->tags);
    if (tag == NULL)
        return false;
    tag->python = a3_strndup(arena, h->value, (size_t)(first - h->value));
    tag->abi = a3_strndup(arena, first + 1, (size_t)(second - first - 1));
    tag->platform = a3_strdup(arena, second + 1);
    return tag->python != NULL && tag->abi != NULL && tag->platform != NULL;
}

/* Python's readers strip what stands around a value. */
static void trim(char *text)
{
    size_t size = strlen(text);
    while (size > 0 && (text[size - 1] == ' ' || text[size - 1] == '\t'))
        text[--size] = '\0';
}

a3_status a3_wheelfile_parse(a3_arena *arena, a3_span bytes, a3_wheelfile *out, a3_faults *faults)
{
    enum { FORMAT, PURELIB, GENERATOR, BUILD, TAG, FIELDS };
    static const char *const names[FIELDS] = {"Wheel-Version", "Root-Is-Purelib", "Generator", "Build", "Tag"};
    unsigned seen[FIELDS] = {0};
    a3_headers headers;
    *out = (a3_wheelfile){.tags = {0}};
    bool ok = a3_headers_parse(arena, bytes, A3_FAULT_WHEEL_SYNTAX, A3_FAULT_WHEEL_ENCODING, &headers, faults) == A3_OK;
    for (size_t i = 0; ok && i < headers.count; i++) {
        a3_header h = headers.items[i];
        char *value = a3_strdup(arena, h.value);
        size_t field = 0;
        if (value == NULL)
            return A3_NOMEM;
        trim(value);
        h.value = value;
        while (field < FIELDS && strcasecmp(h.name, names[field]) != 0)
            field++;
        if (field == FIELDS)
            continue;
        if (seen[field]++ > 0 && field != TAG) {
            if (field != GENERATOR) /* delocate and others add a line of their own */
                FAULT(A3_FAULT_WHEEL_DUPLICATE, h.line, "a second %s, readers take the first", names[field]);
            continue;
        }
        switch (field) {
        case FORMAT: set_version(arena, &h, out, faults); break;
        case PURELIB: set_purelib(arena, &h, out, faults); break;
        case GENERATOR: out->generator = value; break;
        case BUILD:
            out->build = value;
            if (*value < '0' || *value > '9')
                FAULT(A3_FAULT_WHEEL_VALUE, h.line, "Build %s does not start with a digit", QUOTE(value));
            break;
        default: ok = add_tag(arena, &h, out, faults);
        }
    }
    static const size_t wanted[] = {FORMAT, PURELIB, TAG};
    for (size_t i = 0; ok && i < sizeof wanted / sizeof *wanted; i++)
        if (seen[wanted[i]] == 0)
            FAULT(A3_FAULT_WHEEL_MISSING, 0, "%s is missing", names[wanted[i]]);
    return ok && !arena->failed ? A3_OK : A3_NOMEM;
}

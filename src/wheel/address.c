/* SPDX-License-Identifier: MIT */
#include "wheel/address.h"

#include <string.h>

#include "base/buf.h"

/* What ends an atom, and a word of a name, in which dots may stand. */
#define ATOM_ENDS "()<>@,:;.\"[] \t\r\n"
#define WORD_ENDS "()<>@,:;\"[] \t\r\n"

static bool one_of(char c, const char *set) { return c != '\0' && strchr(set, c) != NULL; }

/* Behind a fragment that ends in `close` or a CR; comments nest, quotes and literals do not. Its text without escapes goes to `out`. */
static const char *delimited(const char *at, char close, bool nests, a3_buf *out)
{
    size_t depth = 1;
    for (at++; *at != '\0'; at++) {
        if (*at == '\\') {
            if (at[1] == '\0')
                return at + 1;
            at++;
        } else if (*at == close || *at == '\r') {
            if (--depth == 0)
                return at + 1;
            continue;
        } else if (nests && *at == '(') {
            depth++;
        }
        if (out != NULL)
            a3_buf_char(out, *at);
    }
    return at;
}

/* Blanks and comments; blanks are copied to `blanks`, if given. */
static const char *skip(const char *at, a3_buf *blanks)
{
    for (; one_of(*at, " \t\r\n("); at++) {
        if (*at == '(')
            at = delimited(at, ')', true, NULL) - 1;
        else if (blanks != NULL && (*at == ' ' || *at == '\t'))
            a3_buf_char(blanks, *at);
    }
    return at;
}

/* Words before an address: whether there are any, and the first one in `word`. */
static const char *phrase(const char *at, bool *any, a3_buf *word)
{
    *any = false;
    while (*at != '\0') {
        a3_buf *out = *any ? NULL : word;
        if (one_of(*at, " \t\r\n")) {
            at++;
        } else if (*at == '(') {
            at = delimited(at, ')', true, NULL);
        } else if (*at == '"') {
            at = delimited(at, '"', false, out);
            *any = true;
        } else if (one_of(*at, WORD_ENDS)) {
            break;
        } else {
            size_t size = strcspn(at, WORD_ENDS);
            if (out != NULL)
                a3_buf_add(out, at, size);
            at += size;
            *any = true;
        }
    }
    return at;
}

/* The part behind '@'; false: a second '@' follows, which makes no address of it. */
static const char *domain(const char *at, a3_buf *out, bool *good)
{
    size_t before = out->size;
    *good = true;
    while (*at != '\0') {
        if (*at == ' ' || *at == '\t') {
            at++;
        } else if (*at == '(') {
            at = delimited(at, ')', true, NULL);
        } else if (*at == '[') {
            a3_buf_char(out, '[');
            at = delimited(at, ']', false, out);
            a3_buf_char(out, ']');
        } else if (*at == '.') {
            a3_buf_char(out, *at++);
        } else if (*at == '@') {
            *good = false;
            return at;
        } else if (one_of(*at, ATOM_ENDS)) {
            break;
        } else {
            size_t size = strcspn(at, ATOM_ENDS);
            a3_buf_add(out, at, size);
            at += size;
        }
    }
    *good = out->size > before;
    return at;
}

static void drop_blanks(a3_buf *out)
{
    while (out->size > 0 && one_of(out->data[out->size - 1], " \t"))
        out->size--;
}

static const char *address_spec(const char *at, a3_buf *out)
{
    out->size = 0;
    at = skip(at, NULL);
    while (*at != '\0') {
        bool dot = *at == '.';
        if (dot) {
            drop_blanks(out);
            a3_buf_char(out, *at++);
        } else if (*at == '"') {
            a3_buf_char(out, '"');
            at = delimited(at, '"', false, out);
            a3_buf_char(out, '"');
        } else if (one_of(*at, ATOM_ENDS)) {
            drop_blanks(out);
            break;
        } else {
            size_t size = strcspn(at, ATOM_ENDS);
            a3_buf_add(out, at, size);
            at += size;
        }
        at = skip(at, dot ? NULL : out);
    }
    if (*at != '@')
        return at;
    a3_buf_char(out, '@');
    bool good;
    at = domain(skip(at + 1, NULL), out, &good);
    if (!good)
        out->size = 0;
    return at;
}

/* "<@route:address>": the route is skipped. */
static const char *in_brackets(const char *at, a3_buf *out)
{
    a3_buf route = A3_BUF_INIT;
    bool ignored, routed = false;
    out->size = 0;
    at = skip(at + 1, NULL);
    while (*at != '\0' && *at != '>') {
        if (routed) {
            at = domain(at, &route, &ignored);
            routed = false;
        } else if (*at == '@' || *at == ':') {
            routed = *at++ == '@';
        } else {
            at = address_spec(at, out);
            break;
        }
        at = skip(at, NULL);
    }
    a3_buf_free(&route);
    return *at != '\0' ? at + 1 : at;
}

/* One address from `at` on; how many came of it (0 or 1). */
static const char *address(const char *at, a3_buf *out, unsigned *count)
{
    bool words;
    out->size = 0;
    const char *start = at = skip(at, NULL);
    at = skip(phrase(at, &words, out), NULL);
    *count = 1;
    if (*at == '.' || *at == '@') {
        at = address_spec(start, out);
    } else if (*at == '<') {
        at = in_brackets(at, out);
    } else if (!words) {
        *count = 0;
        at += *at != '\0';
    }
    at = skip(at, NULL);
    return at + (*at == ',');
}

/* The closing quote of a string that opens at `at`, or NULL. */
static const char *string_end(const char *at)
{
    for (at++; *at != '\0' && *at != '"'; at++)
        if (*at == '\\' && at[1] != '\0')
            at++;
    return *at == '"' ? at : NULL;
}

/* Quoted strings apart, do the parentheses close, and is there a colon, which makes groups? */
static bool closes(const char *text, bool *group)
{
    size_t open = 0;
    bool strings = true; /* there may be closed ones further on */
    *group = false;
    for (const char *p = text; *p != '\0'; p++) {
        const char *end = *p == '"' && strings ? string_end(p) : NULL;
        strings = strings && (*p != '"' || end != NULL);
        if (end != NULL)
            p = end;
        else if (*p == '\\' && p[1] != '\0')
            p++;
        else if (*p == '(')
            open++;
        else if (*p == ')' && open-- == 0)
            return false;
        else if (*p == ':')
            *group = true;
    }
    return open == 0;
}

const char *a3_mail_address(a3_arena *arena, const char *text)
{
    a3_buf one = A3_BUF_INIT, first = A3_BUF_INIT;
    bool group;
    unsigned total = 0;
    if (!closes(text, &group))
        return "";
    if (group)
        return NULL;
    for (const char *at = text; *at != '\0' && total < 2;) {
        unsigned count;
        at = address(at, total == 0 ? &first : &one, &count);
        if (count == 0 && total == 0)
            first.size = 0;
        total++; /* what gives none counts as an empty one */
    }
    bool good = total == 1 && (first.size == 0 || memchr(first.data, '[', first.size) == NULL);
    const char *out = a3_buf_ok(&first) ? a3_strndup(arena, a3_buf_text(&first), good ? first.size : 0) : NULL;
    a3_buf_free(&one);
    a3_buf_free(&first);
    return out;
}

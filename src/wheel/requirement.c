/* SPDX-License-Identifier: MIT */
/* The marker grammar nests in parentheses only, so that counting them does for recursion. */
#include "wheel/requirement.h"

#include <string.h>

#include "base/text.h"

typedef struct parser {
    a3_arena *arena;
    const char *text, *at;
    const char *expected; /* set with the first failure: what should have stood at `at` */
} parser;

static bool word(char c) { return a3_is_alnum(c) || c == '_' || ((unsigned char)c & 0x80) != 0; }

static bool expected(parser *p, const char *what)
{
    if (p->expected == NULL)
        p->expected = what;
    return false;
}

static void blanks(parser *p) { p->at += strspn(p->at, " \t"); }

static bool take(parser *p, const char *text)
{
    size_t size = strlen(text);
    if (strncmp(p->at, text, size) != 0)
        return false;
    p->at += size;
    return true;
}

/* The same for a word: no word goes on behind it. */
static bool take_word(parser *p, const char *text)
{
    size_t size = strlen(text);
    return strncmp(p->at, text, size) == 0 && !word(p->at[size]) && take(p, text);
}

static const char *identifier(parser *p)
{
    size_t size = 0;
    if (!a3_is_alnum(p->at[0]))
        return NULL;
    while (a3_is_alnum(p->at[size]) || (p->at[size] != '\0' && strchr("._-", p->at[size]) != NULL))
        size++;
    while (p->at[size - 1] == '.' || p->at[size - 1] == '-')
        size--;
    const char *copy = a3_strndup(p->arena, p->at, size);
    p->at += size;
    return copy;
}

static bool extras(parser *p, a3_strings *out)
{
    if (!take(p, "["))
        return true;
    blanks(p);
    const char *name = identifier(p);
    while (name != NULL) {
        const char **new = A3_PUSH(p->arena, out);
        if (new == NULL)
            return false;
        *new = name;
        blanks(p);
        if (!take(p, ","))
            break;
        blanks(p);
        if ((name = identifier(p)) == NULL)
            return expected(p, "the name of an extra");
    }
    blanks(p);
    return take(p, "]") || expected(p, "a comma or ']'");
}

/* Clauses are found one by one, because only they know where they end, and then read as one set. */
static bool specifiers(parser *p, a3_specifiers *out)
{
    bool parenthesis = take(p, "(");
    a3_specifier one;
    blanks(p);
    const char *start = p->at;
    for (size_t size; (size = a3_specifier_take(p->arena, p->at, strlen(p->at), &one)) > 0;) {
        p->at += size;
        if (p->at[0] == '.' && p->at[1] == '*')
            return expected(p, "no '.*' with this operator");
        if (p->at[0] == '+' && a3_is_alnum(p->at[1]))
            return expected(p, "no local version with this operator");
        blanks(p);
        if (!take(p, ","))
            break;
        blanks(p);
    }
    if (!a3_specifiers_parse(p->arena, start, (size_t)(p->at - start), out, NULL)) /* '===' takes commas for its own */
        return expected(p, "a version specifier");
    return !parenthesis || take(p, ")") || expected(p, "')'");
}

static bool marker_value(parser *p)
{
    static const char *const variables[] = {
        "python_version",       "python_full_version",   "os_name",                        "os.name",
        "sys_platform",         "sys.platform",          "platform_release",               "platform_system",
        "platform_version",     "platform.version",      "platform_machine",               "platform.machine",
        "platform_python_implementation", "platform.python_implementation", "python_implementation", "implementation_name",
        "implementation_version", "extra",               "extras",                         "dependency_groups",
    };
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
        if (take_word(p, variables[i]))
            return true;
    char quote = *p->at;
    const char *end = quote == '\'' || quote == '"' ? strchr(p->at + 1, quote) : NULL;
    if (end == NULL || memchr(p->at, '\n', (size_t)(end - p->at)) != NULL)
        return expected(p, "a marker variable or a quoted string");
    p->at = end + 1;
    return true;
}

static bool marker_operator(parser *p)
{
    static const char *const operators[] = {"===", "==", "~=", "!=", "<=", ">=", "<", ">"};
    if (take_word(p, "in"))
        return true;
    if (take_word(p, "not")) {
        const char *before = p->at;
        blanks(p);
        return (p->at > before && take_word(p, "in")) || expected(p, "'in' after 'not'");
    }
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (take(p, operators[i]))
            return true;
    return expected(p, "a marker operator");
}

static bool marker(parser *p)
{
    enum { DEEPEST = 200 }; /* of packaging 26.4; those before fail with a RecursionError, a little further down */
    size_t depth = 0;
    for (;;) {
        blanks(p);
        if (take(p, "(")) {
            if (++depth > DEEPEST)
                return expected(p, "no more than 200 parentheses, one in the other,");
            continue;
        }
        if (!marker_value(p))
            return false;
        blanks(p);
        if (!marker_operator(p))
            return false;
        blanks(p);
        if (!marker_value(p))
            return false;
        blanks(p);
        while (depth > 0 && take(p, ")")) {
            depth--;
            blanks(p);
        }
        if (!take_word(p, "and") && !take_word(p, "or"))
            return depth == 0 || expected(p, "')'");
    }
}

static bool tail(parser *p, a3_requirement *out, const char *what)
{
    if (*p->at == '\0')
        return true;
    if (!take(p, ";"))
        return expected(p, what);
    out->marker = a3_strdup(p->arena, p->at);
    return out->marker != NULL && marker(p) && (*p->at == '\0' || expected(p, "the end"));
}

static bool url(parser *p, a3_requirement *out)
{
    blanks(p);
    size_t size = strcspn(p->at, " \t\n\v\f\r\x1c\x1d\x1e\x1f");
    if (size == 0)
        return expected(p, "a URL");
    out->url = a3_strndup(p->arena, p->at, size);
    p->at += size;
    blanks(p);
    return out->url != NULL && tail(p, out, "a semicolon or the end");
}

bool a3_requirement_parse(a3_arena *arena, const char *text, a3_requirement *out, const char **fault)
{
    parser p = {.arena = arena, .text = text, .at = text};
    *out = (a3_requirement){.name = NULL};
    *fault = NULL;
    blanks(&p);
    out->name = identifier(&p);
    bool ok = out->name != NULL || expected(&p, "a project's name");
    if (ok) {
        blanks(&p);
        ok = extras(&p, &out->extras);
        blanks(&p);
    }
    if (ok)
        ok = take(&p, "@") ? url(&p, out)
                           : specifiers(&p, &out->specifiers) && (blanks(&p), tail(&p, out, "a comma, a semicolon or the end"));
    if (!ok && !arena->failed)
        *fault = a3_printf(arena, "expected %s at character %zu", p.expected, (size_t)(p.at - text) + 1);
    return ok;
}

/* SPDX-License-Identifier: MIT */
#include "wheel/spdx.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "wheel/fault.h"

typedef struct token {
    const char *text;
    size_t size;
} token;

static bool blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f); }

/* A parenthesis, or everything up to the next blank or parenthesis. */
static bool next_token(const char **at, token *out)
{
    while (blank(**at))
        (*at)++;
    if (**at == '\0')
        return false;
    out->text = *at;
    out->size = 1;
    if (**at != '(' && **at != ')')
        while (out->text[out->size] != '\0' && !blank(out->text[out->size]) && strchr("()", out->text[out->size]) == NULL)
            out->size++;
    *at += out->size;
    return true;
}

static bool is(token t, const char *word) { return t.size == strlen(word) && strncasecmp(t.text, word, t.size) == 0; }

static int by_id(const void *key, const void *element) { return strcmp(key, element); }

static bool listed(token t, const char (*ids)[A3_SPDX_ROOM], size_t count)
{
    char key[A3_SPDX_ROOM];
    if (t.size >= sizeof key)
        return false;
    for (size_t i = 0; i < t.size; i++)
        key[i] = (char)(t.text[i] >= 'A' && t.text[i] <= 'Z' ? t.text[i] + ('a' - 'A') : t.text[i]);
    key[t.size] = '\0';
    return bsearch(key, ids, count, sizeof *ids, by_id) != NULL;
}

/* "MIT", "Apache-2.0+", "LicenseRef-My.own": how good it is as a license. */
static a3_license_answer license(token t)
{
    enum { REF = 11 };
    bool plus = t.text[t.size - 1] == '+';
    token id = {t.text, t.size - plus};
    if (id.size < REF || strncasecmp(id.text, "LicenseRef-", REF) != 0)
        return listed(id, a3_spdx_licenses, a3_spdx_license_count) ? A3_LICENSE_VALID : A3_LICENSE_INVALID;
    for (size_t i = REF; i < id.size; i++) {
        char c = id.text[i];
        if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && c != '.' && c != '-')
            return A3_LICENSE_INVALID;
    }
    return plus || id.size == REF ? A3_LICENSE_LOOSE : A3_LICENSE_VALID;
}

static a3_license_answer say(a3_arena *arena, const char **fault, a3_license_answer answer, token t, const char *what)
{
    *fault = a3_printf(arena, "%s %s", a3_fault_quote(arena, t.text, t.size), what);
    return answer;
}

/* Operands and operators take turns; parentheses are counted. WITH joins a license and an exception. */
a3_license_answer a3_license_expression_check(a3_arena *arena, const char *text, const char **fault)
{
    enum { START, LICENSE, EXCEPTION, CLOSED, OPERATOR, WITH, OPENED } last = START;
    a3_license_answer answer = A3_LICENSE_VALID;
    size_t depth = 0;
    token t;
    *fault = NULL;
    while (next_token(&text, &t)) {
        bool operand_due = last == START || last == OPERATOR || last == WITH || last == OPENED;
        if (is(t, "AND") || is(t, "OR") || is(t, ")")) {
            if (operand_due)
                return say(arena, fault, A3_LICENSE_INVALID, t, "stands where a license is due");
            if (*t.text == ')' && depth-- == 0)
                return say(arena, fault, A3_LICENSE_INVALID, t, "closes nothing");
            last = *t.text == ')' ? CLOSED : OPERATOR;
        } else if (is(t, "WITH")) {
            if (operand_due)
                return say(arena, fault, A3_LICENSE_INVALID, t, "stands where a license is due");
            if (last != LICENSE)
                answer = say(arena, fault, A3_LICENSE_LOOSE, t, "does not follow a license");
            last = WITH;
        } else if (!operand_due) {
            return say(arena, fault, A3_LICENSE_INVALID, t, "follows without AND, OR or WITH");
        } else if (is(t, "(")) {
            if (last == WITH)
                answer = say(arena, fault, A3_LICENSE_LOOSE, t, "follows WITH, where an exception is due");
            depth++;
            last = OPENED;
        } else if (last == WITH) {
            if (!listed(t, a3_spdx_exceptions, a3_spdx_exception_count))
                return say(arena, fault, A3_LICENSE_INVALID, t, "is no known license exception");
            last = EXCEPTION;
        } else {
            a3_license_answer one = license(t);
            if (one == A3_LICENSE_INVALID)
                return say(arena, fault, one, t, "is no known license identifier");
            if (one == A3_LICENSE_LOOSE)
                answer = say(arena, fault, one, t, "is no well-formed LicenseRef");
            last = LICENSE;
        }
    }
    if (last == START || last == OPERATOR || last == WITH || last == OPENED || depth > 0) {
        *fault = last == START ? "the expression is empty"
                 : depth > 0   ? "a parenthesis is not closed"
                               : "the expression ends where a license is due";
        return A3_LICENSE_INVALID;
    }
    return answer;
}

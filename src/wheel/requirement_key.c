/* SPDX-License-Identifier: MIT */
/* One text for all spellings of a dependency: build tools write the same one with other blanks, quotes, parentheses and order. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "wheel/name.h"
#include "wheel/requirement.h"

static int by_text(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

static void put_sorted(a3_buf *out, a3_strings *list, const char *first, const char *last)
{
    if (list->count == 0)
        return;
    qsort(list->items, list->count, sizeof *list->items, by_text);
    for (size_t i = 0; i < list->count; i++)
        a3_buf_printf(out, "%s%s", i ? "," : first, list->items[i]);
    a3_buf_str(out, last);
}

static void put(a3_arena *arena, a3_strings *list, const char *text)
{
    const char **slot = text ? A3_PUSH(arena, list) : NULL;
    if (slot != NULL)
        *slot = text;
}

static void put_specifiers(a3_arena *arena, a3_buf *out, const a3_specifiers *specifiers)
{
    static const char *const operators[] = {"~=", "==", "!=", "<=", ">=", "<", ">", "==="};
    a3_strings texts = {0};
    for (size_t i = 0; i < specifiers->count; i++) {
        const a3_specifier *one = &specifiers->items[i];
        put(arena, &texts, a3_printf(arena, "%s%.*s%s", operators[one->op], (int)one->size, one->text, one->prefix && one->text[one->size - 1] != '*' ? ".*" : ""));
    }
    put_sorted(out, &texts, "", "");
}

/* ---- markers: in reverse Polish notation, which has no parentheses ---- */

static size_t token(const char *at)
{
    if (*at == '"' || *at == '\'') {
        const char *end = strchr(at + 1, *at);
        return end ? (size_t)(end - at) + 1 : strlen(at);
    }
    size_t size = strcspn(at, " \t()\"'<>=!~");
    return size > 0 ? size : strspn(at, "<>=!~") ? strspn(at, "<>=!~") : 1;
}

static bool is(const char *at, size_t size, const char *word) { return size == strlen(word) && strncmp(at, word, size) == 0; }

/* `folded`: the name of an extra, which is the same however it is spelt (PEP 685). */
static void put_value(a3_arena *arena, a3_buf *out, const char *at, size_t size, bool folded)
{
    bool quoted = size >= 2 && (*at == '"' || *at == '\'');
    char *text = quoted ? a3_strndup(arena, at + 1, size - 2) : NULL;
    const char *name = folded && text ? a3_name_normalise(arena, text, '-') : text;
    a3_buf_char(out, ' ');
    if (quoted) /* the other kind of quote cannot stand in it together with this one */
        a3_buf_printf(out, "\"%s\"", name ? name : "");
    else
        a3_buf_add(out, at, size);
}

/* Takes operators off the stack that bind at least as tightly as `next` ('|' or '&'; ')' takes all up to its '('). */
static void unwind(a3_buf *out, a3_buf *stack, char next)
{
    while (stack->size > 0 && stack->data[stack->size - 1] != '(' && (next != '&' || stack->data[stack->size - 1] == '&'))
        a3_buf_printf(out, " %c", stack->data[--stack->size]);
    if (next == ')' && stack->size > 0)
        stack->size--;
}

static void put_marker(a3_arena *arena, a3_buf *out, const char *at)
{
    bool extra = false; /* the comparison at hand is of extras */
    a3_buf stack = A3_BUF_INIT;
    for (; at += strspn(at, " \t"), *at != '\0';) {
        size_t size = token(at);
        char joint = is(at, size, "and") ? '&' : is(at, size, "or") ? '|' : '\0';
        if (joint != '\0') {
            unwind(out, &stack, joint);
            a3_buf_char(&stack, joint);
            extra = false;
        } else if (*at == '(') {
            a3_buf_char(&stack, '(');
        } else if (*at == ')') {
            unwind(out, &stack, ')');
        } else {
            extra |= is(at, size, "extra");
            put_value(arena, out, at, size, extra);
        }
        at += size;
    }
    while (stack.size > 0)
        unwind(out, &stack, ')');
    out->failed |= stack.failed;
    a3_buf_free(&stack);
}

static const char *take(a3_arena *arena, a3_buf *out, const char *otherwise)
{
    const char *text = a3_buf_ok(out) ? a3_strdup(arena, a3_buf_text(out)) : NULL;
    a3_buf_free(out);
    return text ? text : otherwise;
}

const char *a3_requirement_key(a3_arena *arena, const char *text)
{
    a3_requirement parsed;
    const char *fault;
    if (!a3_requirement_parse(arena, text, &parsed, &fault))
        return text;
    a3_buf out = A3_BUF_INIT;
    const char *name = a3_name_normalise(arena, parsed.name, '-');
    a3_strings extras = {0};
    for (size_t i = 0; i < parsed.extras.count; i++)
        put(arena, &extras, a3_name_normalise(arena, parsed.extras.items[i], '-'));
    a3_buf_str(&out, name ? name : parsed.name);
    put_sorted(&out, &extras, "[", "]");
    put_specifiers(arena, &out, &parsed.specifiers);
    if (parsed.url != NULL)
        a3_buf_printf(&out, "@%s", parsed.url);
    if (parsed.marker != NULL) {
        a3_buf_char(&out, ';');
        put_marker(arena, &out, parsed.marker);
    }
    return take(arena, &out, text);
}

const char *a3_specifiers_key(a3_arena *arena, const char *text)
{
    a3_specifiers parsed = {0};
    if (!a3_specifiers_parse(arena, text, strlen(text), &parsed, NULL))
        return text;
    a3_buf out = A3_BUF_INIT;
    put_specifiers(arena, &out, &parsed);
    return take(arena, &out, text);
}

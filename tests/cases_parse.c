/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cases.h"

void *case_need(const void *pointer)
{
    if (pointer == NULL) {
        fputs("run_cases: out of memory\n", stderr);
        exit(99);
    }
    return (void *)(uintptr_t)pointer;
}

static int hex(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; }

char *case_unescape(const char *text, size_t size, a3_arena *arena, size_t *out_size)
{
    char *out = case_need(a3_alloc(arena, size + 1)), *at = out;
    for (size_t i = 0; i < size; i++) {
        char c = text[i];
        if (c == '\\' && i + 1 < size) {
            c = text[++i];
            if (c == 'x' && i + 2 < size && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
                c = (char)(hex(text[i + 1]) << 4 | hex(text[i + 2]));
                i += 2;
            } else {
                c = c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c == '0' ? '\0' : c;
            }
        }
        *at++ = c;
    }
    if (out_size != NULL)
        *out_size = (size_t)(at - out);
    return out;
}

char *case_word(const char **at, a3_arena *arena)
{
    const char *start = *at + strspn(*at, " \t"), *end;
    if (*start == '\0')
        return NULL;
    if (*start != '"') {
        end = start + strcspn(start, " \t");
        *at = end;
        return case_need(a3_strndup(arena, start, (size_t)(end - start)));
    }
    for (end = ++start; *end != '"'; end++) {
        if (*end == '\\' && end[1] != '\0')
            end++;
        if (*end == '\0')
            return NULL;
    }
    *at = end + 1;
    return case_unescape(start, (size_t)(end - start), arena, NULL);
}

static void add_words(const char *value, a3_arena *arena, a3_strings *out)
{
    for (char *word; (word = case_word(&value, arena)) != NULL;)
        *(const char **)case_need(A3_PUSH(arena, out)) = word;
}

/* "demo/x.so(arm64)" is a member and a slice; "-" is none. */
static void split_member(const char *word, a3_arena *arena, const char **member, const char **slice)
{
    const char *open = strrchr(word, '(');
    size_t size = strlen(word);
    *slice = NULL;
    if (open != NULL && word[size - 1] == ')') {
        *slice = case_need(a3_strndup(arena, open + 1, (size_t)(word + size - 1 - (open + 1))));
        size = (size_t)(open - word);
    }
    *member = size == 1 && *word == '-' ? NULL : case_need(a3_strndup(arena, word, size));
}

static bool parse_expect(case_test *test, const case_line *line, a3_arena *arena)
{
    const char *at = line->value;
    case_finding *finding = case_need(A3_PUSH(arena, &test->expected));
    finding->number = line->number;
    finding->severity = case_word(&at, arena);
    finding->rule = case_word(&at, arena);
    const char *member = case_word(&at, arena);
    if (member == NULL)
        return false;
    split_member(member, arena, &finding->member, &finding->slice);
    finding->message = case_word(&at, arena);
    at += strspn(at, " \t");
    return *at == '\0' && (strcmp(finding->severity, "error") == 0 || strcmp(finding->severity, "warning") == 0 ||
                           strcmp(finding->severity, "note") == 0);
}

static void keep(case_lines *lines, const case_line *line, a3_arena *arena)
{
    *(case_line *)case_need(A3_PUSH(arena, lines)) = *line;
}

static bool one_of(const char *key, const char *list)
{
    size_t size = strlen(key);
    for (const char *at = strstr(list, key); at != NULL; at = strstr(at + 1, key))
        if ((at == list || at[-1] == ' ') && (at[size] == ' ' || at[size] == '\0'))
            return true;
    return false;
}

/* NULL, or what is wrong with the line. */
static const char *take(case_tests *out, const char *path, const case_line *line, a3_arena *arena)
{
    case_test *test = out->count > 0 ? &out->items[out->count - 1] : NULL;
    const char *key = line->key, *value = line->value;
    if (strcmp(key, "case") == 0) {
        test = case_need(A3_PUSH(arena, out));
        *test = (case_test){.title = value, .file = path, .number = line->number, .exit = -1};
        return NULL;
    }
    if (test == NULL)
        return "a file begins with case:";
    if (strcmp(key, "wheel") == 0) {
        test->subject = value;
    } else if (strcmp(key, "object") == 0) {
        const char *at = value;
        test->subject = case_word(&at, arena);
        const char *equals = case_word(&at, arena);
        test->object = case_word(&at, arena);
        if (test->object == NULL || strcmp(equals, "=") != 0)
            return "object: NAME = FIXTURE";
    } else if (strcmp(key, "options") == 0) {
        add_words(value, arena, &test->options);
    } else if (one_of(key, "near-miss no")) {
        add_words(value, arena, &test->absent);
    } else if (strcmp(key, "exit") == 0) {
        test->exit = value[0] - '0';
    } else if (strcmp(key, "notes") == 0) {
        test->all_notes = true;
        return strcmp(value, "all") == 0 ? NULL : "notes: all";
    } else if (strcmp(key, "expect") == 0) {
        return parse_expect(test, line, arena) ? NULL : "expect: SEVERITY RULE MEMBER [\"MESSAGE\"]";
    } else if (one_of(key, "evidence evidence-total fix")) {
        if (test->expected.count == 0)
            return "stands below an expect:";
        keep(&test->expected.items[test->expected.count - 1].details, line, arena);
    } else if (strcmp(key, "image") == 0) {
        keep(&test->images, line, arena);
    } else if (one_of(key, "file text zeros poke patch cut metadata wheel-line requires-python purelib tags dist-info edit drop late zip")) {
        keep(&test->contents, line, arena);
    } else {
        return "no such key";
    }
    return NULL;
}

static char *read_text(const char *path, a3_arena *arena)
{
    FILE *file = fopen(path, "r");
    a3_buf out = A3_BUF_INIT;
    char chunk[4096];
    if (file == NULL) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
        return NULL;
    }
    for (size_t size; (size = fread(chunk, 1, sizeof chunk, file)) > 0;)
        a3_buf_add(&out, chunk, size);
    fclose(file);
    char *text = case_need(a3_strdup(arena, a3_buf_text(&out)));
    a3_buf_free(&out);
    return text;
}

bool cases_parse(const char *path, a3_arena *arena, case_tests *out)
{
    char *text = read_text(path, arena);
    unsigned number = 0;
    size_t first = out->count;
    for (char *at = text, *next; at != NULL; at = next) {
        next = strchr(at, '\n');
        if (next != NULL)
            *next++ = '\0';
        number++;
        at += strspn(at, " \t");
        char *end = at + strlen(at);
        while (end > at && (end[-1] == ' ' || end[-1] == '\t'))
            *--end = '\0';
        if (*at == '\0' || *at == '#')
            continue;
        size_t key = strcspn(at, ":");
        case_line line = {.key = case_need(a3_strndup(arena, at, key)), .number = number};
        line.value = at + key + (at[key] != '\0');
        line.value += strspn(line.value, " \t");
        const char *wrong = at[key] == '\0' ? "a line is KEY: VALUE" : take(out, path, &line, arena);
        if (wrong != NULL) {
            fprintf(stderr, "%s:%u: %s\n", path, number, wrong);
            return false;
        }
    }
    for (size_t i = first; i < out->count; i++)
        if (out->items[i].subject == NULL) {
            fprintf(stderr, "%s:%u: the case has no wheel: or object: line\n", path, out->items[i].number);
            return false;
        }
    return text != NULL;
}

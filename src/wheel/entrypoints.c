/* SPDX-License-Identifier: MIT */
#include "wheel/entrypoints.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

typedef struct parser {
    a3_arena *arena;
    a3_entrypoints *out;
    a3_faults *faults;
    const char *group; /* NULL before the first section header */
    size_t group_number;
    a3_entrypoint *open; /* the last of `out`, if a deeper line would continue its value; else NULL */
    size_t indent;     /* of the line that began it */
    uint32_t line;
} parser;

/* A piece of one line. */
typedef struct piece {
    const char *text;
    size_t size;
} piece;

static piece strip(piece p)
{
    a3_strip(&p.text, &p.size);
    return p;
}

#define FAULT(p, code, index, server, ...) A3_FAULT((p)->arena, (p)->faults, code, index, (p)->line, server, __VA_ARGS__)
static const char no_ini[] = "entry_points.txt is not a valid INI file";
#define QUOTE(p, piece) a3_fault_quote((p)->arena, (piece).text, (piece).size)

static bool words(const char *text, const char *more) { return *text != '\0' && a3_words(text, strlen(text), more); }

/* configparser's own section, whose keys stand in every other one too; it may stand twice. */
static const char defaults[] = "DEFAULT";

static bool is_script_group(const char *group)
{
    return strcmp(group, "console_scripts") == 0 || strcmp(group, "gui_scripts") == 0;
}

/* "module:attribute [extras]": scripts need the attribute. */
static bool callable(a3_arena *arena, const char *value)
{
    const char *bracket = strchr(value, '['), *colon = strchr(value, ':');
    size_t size = bracket ? (size_t)(bracket - value) : strlen(value);
    if (colon == NULL || (size_t)(colon - value) >= size)
        return false;
    piece module = strip((piece){value, (size_t)(colon - value)}),
          attribute = strip((piece){colon + 1, size - (size_t)(colon + 1 - value)});
    const char *a = a3_strndup(arena, module.text, module.size), *b = a3_strndup(arena, attribute.text, attribute.size);
    return a == NULL || b == NULL || (words(a, ".") && words(b, "."));
}

static bool section(parser *p, piece line)
{
    size_t close = line.size - 1; /* the last ']': take_line has seen one */
    while (line.text[close] != ']')
        close--;
    piece header = {line.text + 1, close - 1};
    p->open = NULL;
    p->group = a3_strndup(p->arena, header.text, header.size);
    p->group_number++;
    return p->group != NULL;
}

static bool option(parser *p, piece line)
{
    const char *equals = memchr(line.text, '=', line.size);
    p->open = NULL;
    if (p->group == NULL) {
        FAULT(p, A3_FAULT_ENTRY_SYNTAX, A3_INDEX_REFUSES, no_ini, "%s stands before the first section", QUOTE(p, line));
        return true;
    }
    if (equals == NULL) {
        FAULT(p, A3_FAULT_ENTRY_SYNTAX, A3_INDEX_REFUSES, no_ini, "%s is neither a section nor of the form 'name = module:object'",
              QUOTE(p, line));
        return true;
    }
    piece name = strip((piece){line.text, (size_t)(equals - line.text)});
    piece value = strip((piece){equals + 1, line.size - (size_t)(equals + 1 - line.text)});
    if (name.size == 0) {
        FAULT(p, A3_FAULT_ENTRY_SYNTAX, A3_INDEX_REFUSES, no_ini, "%s has no name before the '='", QUOTE(p, line));
        return true;
    }
    a3_entrypoint *new = A3_PUSH(p->arena, p->out);
    if (new == NULL)
        return false;
    *new = (a3_entrypoint){p->group, a3_strndup(p->arena, name.text, name.size), a3_strndup(p->arena, value.text, value.size),
                           p->line};
    p->open = new;
    return new->name != NULL && new->value != NULL;
}

/* One line as configparser's reader takes it (full-line comments, values continued by deeper lines). */
static bool take_line(parser *p, piece raw)
{
    piece line = strip(raw);
    size_t indent = 0;
    if (line.size == 0 || line.text[0] == '#' || line.text[0] == ';')
        return true;
    indent = (size_t)(line.text - raw.text);
    if (p->open != NULL && indent > p->indent) {
        /* no reference has two lines: the first further one, behind a line feed, is enough to say so */
        if (strchr(p->open->value, '\n') == NULL)
            p->open->value = a3_printf(p->arena, "%s\n%.*s", p->open->value, line.size > 200 ? 200 : (int)line.size, line.text);
        return p->open->value != NULL;
    }
    p->indent = indent;
    if (line.text[0] == '[' && line.size > 2 && memchr(line.text + 2, ']', line.size - 2) != NULL)
        return section(p, line);
    return option(p, line);
}

static int by_name(const void *a, const void *b)
{
    const a3_entrypoint *x = *(const a3_entrypoint *const *)a, *y = *(const a3_entrypoint *const *)b;
    int order = strcmp(x->group, y->group);
    if (order == 0)
        order = strcmp(x->name, y->name);
    return order ? order : (x > y) - (x < y);
}

static const char *bad_name(parser *p, const a3_entrypoint *e)
{
    const char *name = a3_fault_repr(p->arena, e->name), *group = a3_fault_repr(p->arena, e->group);
    return name && group ? a3_printf(p->arena, "Invalid entry point name %s in %s", name, group) : NULL;
}

static bool check(parser *p, bool scripts)
{
    size_t count = p->out->count;
    const a3_entrypoint **order = calloc(count ? count : 1, sizeof *order);
    if (order == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        order[i] = &p->out->items[i];
    qsort(order, count, sizeof *order, by_name);
    for (size_t i = 1; i < count; i++) {
        const a3_entrypoint *a = order[i - 1], *b = order[i];
        p->line = b->line;
        if (strcmp(a->group, b->group) == 0 && strcmp(a->name, b->name) == 0)
            FAULT(p, A3_FAULT_ENTRY_DUPLICATE, A3_INDEX_REFUSES, no_ini, "'%s' stands twice in [%s]", b->name, b->group);
    }
    free(order);
    for (size_t i = 0; i < count; i++) {
        const a3_entrypoint *e = &p->out->items[i];
        p->line = e->line;
        if ((is_script_group(e->group) || (scripts && strcmp(e->group, defaults) == 0)) && !words(e->name, ".-"))
            FAULT(p, A3_FAULT_ENTRY_NAME, A3_INDEX_REFUSES, bad_name(p, e), "the script's name %s holds more than letters, digits, '_', '.' and '-'",
                  a3_fault_quote(p->arena, e->name, strlen(e->name)));
        if (is_script_group(e->group) && !callable(p->arena, e->value))
            FAULT(p, A3_FAULT_ENTRY_VALUE, A3_INDEX_NOTHING, NULL, "the script '%s' names no callable (module:function): %s", e->name,
                  a3_fault_quote(p->arena, e->value, strlen(e->value)));
    }
    return true;
}

/* Section names, to find the ones that stand twice. */
typedef A3_LIST(a3_entrypoint) headers;

static void duplicate_sections(parser *p, const headers *sections)
{
    const a3_entrypoint **order = calloc(sections->count ? sections->count : 1, sizeof *order);
    if (order == NULL) {
        a3_arena_fail(p->arena);
        return;
    }
    for (size_t i = 0; i < sections->count; i++)
        order[i] = &sections->items[i];
    qsort(order, sections->count, sizeof *order, by_name);
    for (size_t i = 1; i < sections->count; i++) {
        p->line = order[i]->line;
        if (strcmp(order[i - 1]->group, order[i]->group) == 0 && strcmp(order[i]->group, defaults) != 0)
            FAULT(p, A3_FAULT_ENTRY_DUPLICATE, A3_INDEX_REFUSES, no_ini, "the section [%s] stands twice", order[i]->group);
    }
    free(order);
}

a3_status a3_entrypoints_parse(a3_arena *arena, a3_span bytes, a3_entrypoints *out, a3_faults *faults)
{
    parser p = {.arena = arena, .out = out, .faults = faults};
    headers sections = {0};
    const char *text = (const char *)bytes.data;
    bool ok = true, scripts = false; /* a section of scripts */
    *out = (a3_entrypoints){0};
    if (!a3_utf8_valid(text, bytes.size))
        FAULT(&p, A3_FAULT_ENTRY_ENCODING, A3_INDEX_REFUSES, "entry_points.txt is not decodable as UTF-8", "the file is not UTF-8");
    if (bytes.size >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
        FAULT(&p, A3_FAULT_ENTRY_ENCODING, A3_INDEX_REFUSES, no_ini, "a byte order mark stands before the first section");
    for (size_t pos = 0; ok && pos < bytes.size;) {
        const char *end = memchr(text + pos, '\n', bytes.size - pos);
        size_t size = end ? (size_t)(end - text) - pos : bytes.size - pos, seen = p.group_number;
        p.line++;
        ok = take_line(&p, (piece){text + pos, size});
        pos += size + 1;
        a3_entrypoint *new = ok && p.group_number > seen ? A3_PUSH(arena, &sections) : NULL;
        if (new != NULL)
            *new = (a3_entrypoint){.group = p.group, .name = "", .line = p.line};
        scripts |= new != NULL && is_script_group(p.group);
    }
    ok = ok && check(&p, scripts);
    if (ok)
        duplicate_sections(&p, &sections);
    return ok && !arena->failed ? A3_OK : A3_NOMEM;
}

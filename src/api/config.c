/* SPDX-License-Identifier: MIT */
/* Configuration: the options of the table that may stand in a file ('=' in options.def), as TOML. Says of everything that is wrong
 * where it stands. */
#include <stdio.h>
#include <string.h>

#include "api/options.h"
#include "api/run.h"
#include "base/text.h"
#include "base/toml.h"

static const char TABLE[] = "abi3t-audit"; /* below "tool" */

typedef struct config {
    abi3t_options *options;
    const char *name, *text; /* of the file */
    size_t size;
    abi3t_message *why;
} config;

static abi3t_outcome say(const config *c, uint64_t at, abi3t_outcome outcome, const char *words)
{
    unsigned line, column;
    a3_buf out = A3_BUF_INIT;
    a3_text_escape(&out, c->name, strlen(c->name));
    if (at != A3_NO_OFFSET) {
        a3_toml_place(c->text, c->size, at, &line, &column);
        a3_buf_printf(&out, ":%u:%u", line, column);
    }
    a3_buf_str(&out, ": ");
    a3_text_escape(&out, words, strlen(words)); /* keys and texts of the file are in there */
    if (c->why != NULL)
        snprintf(c->why->text, sizeof c->why->text, "%s", a3_buf_text(&out));
    a3_buf_free(&out);
    return outcome;
}

static abi3t_outcome wrong(const config *c, const a3_toml *where, const char *format, const char *what, const char *more)
{
    char words[400];
    snprintf(words, sizeof words, format, what, more);
    return say(c, where->at, ABI3T_USAGE, words);
}

static abi3t_outcome wrong_kind(const config *c, const a3_toml *value, const char *wanted)
{
    return wrong(c, value, "expected %s, not %s", wanted, a3_toml_kind_name(value->kind));
}

static abi3t_outcome set(const config *c, const a3_toml *where, const char *name, const char *value)
{
    abi3t_message message = {""};
    abi3t_outcome outcome = abi3t_options_set(c->options, name, value, &message);
    return outcome == ABI3T_CLEAN ? outcome : say(c, where->at, outcome, message.text + 2 * a3_has_prefix(message.text, "--"));
}

static abi3t_outcome no_memory(const config *c) { return say(c, A3_NO_OFFSET, ABI3T_FAILED, "out of memory"); }

/* A text that the library can take. */
static abi3t_outcome check_text(const config *c, const a3_toml *value)
{
    if (value->kind != A3_TOML_STRING)
        return wrong_kind(c, value, "a string");
    return strlen(value->text) == value->size ? ABI3T_CLEAN : wrong(c, value, "%s%s", "a NUL in a string", "");
}

/* Keys are compared as C strings. */
static bool plain(const a3_toml *member) { return strlen(member->key) == member->key_size; }

/* One string, or an array of them; `rules`: that name rules. */
static abi3t_outcome take_texts(const config *c, const a3_toml *value, bool rules, a3_strings *out)
{
    bool array = value->kind == A3_TOML_ARRAY;
    for (const a3_toml *item = array ? value->first : value; item != NULL; item = array ? item->next : NULL) {
        abi3t_outcome outcome = check_text(c, item);
        if (outcome != ABI3T_CLEAN)
            return outcome;
        if (rules && !a3_rule_pattern_known(item->text))
            return wrong(c, item, "no rule is called \"%s\" (see `abi3t-audit rules`)%s", item->text, "");
        const char **slot = A3_PUSH(&c->options->arena, out);
        if (slot == NULL || (*slot = a3_strdup(&c->options->arena, item->text)) == NULL)
            return no_memory(c);
    }
    return out->count > 0 ? ABI3T_CLEAN : wrong(c, value, "%s%s", "nothing stands in this array", "");
}

/* { rule = ..., path = ..., reason = "..." } */
static abi3t_outcome take_setting(const config *c, const a3_toml *table, a3_severity severity)
{
    a3_strings rules = {0}, paths = {0};
    const char *reason = NULL;
    for (const a3_toml *item = table->first; item != NULL; item = item->next) {
        abi3t_outcome outcome;
        if (strcmp(item->key, "rule") == 0 || strcmp(item->key, "rules") == 0)
            outcome = take_texts(c, item, true, &rules);
        else if (strcmp(item->key, "path") == 0 || strcmp(item->key, "paths") == 0)
            outcome = take_texts(c, item, false, &paths);
        else if (strcmp(item->key, "reason") != 0 || !plain(item))
            return say(c, item->key_at, ABI3T_USAGE, "unknown key; an entry has rule, path and reason");
        else if ((outcome = check_text(c, item)) == ABI3T_CLEAN && (reason = a3_strdup(&c->options->arena, item->text)) == NULL)
            outcome = no_memory(c);
        if (outcome != ABI3T_CLEAN)
            return outcome;
    }
    if (rules.count == 0)
        return wrong(c, table, "%s%s", "this entry names no rule", "");
    if (reason == NULL) {
        unsigned line, column;
        a3_toml_place(c->text, c->size, table->at, &line, &column);
        reason = a3_printf(&c->options->arena, "%s, line %u, gives no reason", a3_basename(c->name), line);
    }
    for (size_t r = 0; r < rules.count; r++)
        for (size_t i = 0; i < paths.count || i == 0; i++) {
            a3_rule_setting *slot = A3_PUSH(&c->options->arena, &c->options->judge.config.settings);
            if (slot == NULL || reason == NULL)
                return no_memory(c);
            *slot = (a3_rule_setting){.pattern = rules.items[r], .path = paths.count ? paths.items[i] : NULL, .severity = severity,
                                      .reason = severity == A3_SEVERITY_OFF ? reason : NULL};
        }
    return ABI3T_CLEAN;
}

static abi3t_outcome take_rules(const config *c, const char *name, const a3_toml *value)
{
    a3_severity severity;
    bool tables = a3_severity_option(name, &severity);
    if (value->kind != A3_TOML_ARRAY)
        return wrong_kind(c, value, "an array");
    for (const a3_toml *item = value->first; item != NULL; item = item->next) {
        abi3t_outcome outcome;
        if (tables && item->kind == A3_TOML_TABLE)
            outcome = take_setting(c, item, severity);
        else if (item->kind != A3_TOML_STRING)
            outcome = wrong_kind(c, item, tables ? "a string or a table" : "a string");
        else if ((outcome = check_text(c, item)) == ABI3T_CLEAN)
            outcome = set(c, item, name, item->text);
        if (outcome != ABI3T_CLEAN)
            return outcome;
    }
    return ABI3T_CLEAN;
}

static abi3t_outcome take_limits(const config *c, const a3_toml *table)
{
    if (table->kind != A3_TOML_TABLE)
        return wrong_kind(c, table, "a table");
    for (const a3_toml *item = table->first; item != NULL; item = item->next) {
        if (item->kind != A3_TOML_INTEGER && item->kind != A3_TOML_STRING)
            return wrong_kind(c, item, "an integer or a string");
        abi3t_outcome outcome = item->kind == A3_TOML_STRING ? check_text(c, item) : ABI3T_CLEAN;
        if (outcome != ABI3T_CLEAN)
            return outcome;
        char value[128];
        if (item->kind == A3_TOML_INTEGER)
            snprintf(value, sizeof value, "%.60s=%lld", item->key, (long long)item->integer);
        else
            snprintf(value, sizeof value, "%.60s=%.60s", item->key, item->text);
        if ((outcome = set(c, item, "limit", value)) != ABI3T_CLEAN)
            return outcome;
    }
    return ABI3T_CLEAN;
}

/* The kind of the value follows from what the option's is called in the help. */
static abi3t_outcome take_value(const config *c, const abi3t_option *option, const a3_toml *value)
{
    const char *argument = option->argument;
    if (argument == NULL) {
        if (value->kind != A3_TOML_BOOLEAN)
            return wrong_kind(c, value, "true or false");
        return value->integer ? set(c, value, option->name, NULL) : ABI3T_CLEAN;
    }
    bool number = strcmp(argument, "N") == 0, size = strcmp(argument, "SIZE") == 0;
    if ((number || size) && value->kind == A3_TOML_INTEGER) {
        char text[32];
        snprintf(text, sizeof text, "%lld", (long long)value->integer);
        return set(c, value, option->name, text);
    }
    if (number || (size && value->kind != A3_TOML_STRING))
        return wrong_kind(c, value, number ? "an integer" : "an integer or a string");
    abi3t_outcome outcome = check_text(c, value);
    return outcome == ABI3T_CLEAN ? set(c, value, option->name, value->text) : outcome;
}

static const char *key_of(const abi3t_option *option) { return strcmp(option->name, "limit") == 0 ? "limits" : option->name; }

static const abi3t_option *find_option(const char *key)
{
    size_t count;
    const abi3t_option *list = abi3t_option_list(&count);
    for (size_t i = 0; i < count; i++)
        if (strchr(list[i].commands, '=') != NULL && strcmp(key_of(&list[i]), key) == 0)
            return &list[i];
    return NULL;
}

static abi3t_outcome unknown_key(const config *c, const a3_toml *member)
{
    size_t count;
    const abi3t_option *list = abi3t_option_list(&count);
    a3_buf words = A3_BUF_INIT;
    a3_buf_printf(&words, "unknown key \"%.60s\"; there are", member->key);
    for (size_t i = 0; i < count; i++)
        if (strchr(list[i].commands, '=') != NULL)
            a3_buf_printf(&words, " %s", key_of(&list[i]));
    abi3t_outcome outcome = say(c, member->key_at, ABI3T_USAGE, a3_buf_text(&words));
    a3_buf_free(&words);
    return outcome;
}

static bool is_rules(const abi3t_option *option) { return option->argument != NULL && strcmp(option->argument, "RULES") == 0; }

static abi3t_outcome take_table(const config *c, const a3_toml *table)
{
    abi3t_outcome outcome = ABI3T_CLEAN;
    for (const a3_toml *member = table->first; member != NULL && outcome == ABI3T_CLEAN; member = member->next) {
        const abi3t_option *option = plain(member) ? find_option(member->key) : NULL;
        if (option == NULL)
            outcome = unknown_key(c, member);
        else if (strcmp(option->name, "limit") == 0)
            outcome = take_limits(c, member);
        else if (!is_rules(option))
            outcome = take_value(c, option, member);
    }
    /* a table has no order, so that here is one: what is ignored stays ignored */
    static const char *const order[] = {"select", "error", "warn", "note", "ignore"};
    for (size_t i = 0; i < sizeof order / sizeof *order && outcome == ABI3T_CLEAN; i++) {
        const a3_toml *member = a3_toml_get(table, order[i]);
        if (member != NULL)
            outcome = take_rules(c, order[i], member);
    }
    c->options->select_is_default = c->options->judge.config.select.count > 0;
    return outcome;
}

abi3t_outcome abi3t_options_load(abi3t_options *options, const char *name, const char *text, size_t size, int *found, abi3t_message *why)
{
    config c = {options, name, text, size, why};
    a3_arena arena;
    a3_arena_init(&arena, 512 << 20); /* more than a document of the largest size can need */
    a3_toml_document document;
    a3_err err = A3_ERR_INIT;
    abi3t_outcome outcome = ABI3T_CLEAN;
    bool there = false;
    if (a3_toml_parse(&arena, text, size, &document, &err) != A3_OK) {
        outcome = say(&c, err.offset, err.status == A3_NOMEM ? ABI3T_FAILED : ABI3T_USAGE, err.message);
    } else {
        const a3_toml *table = &document.root;
        if (strcmp(a3_basename(name), "pyproject.toml") == 0) {
            const a3_toml *tool = a3_toml_get(table, "tool");
            table = tool != NULL && tool->kind == A3_TOML_TABLE ? a3_toml_get(tool, TABLE) : NULL;
        }
        there = table != NULL;
        if (there)
            outcome = table->kind == A3_TOML_TABLE ? take_table(&c, table) : wrong_kind(&c, table, "a table");
    }
    a3_arena_free(&arena);
    if (found != NULL)
        *found = there;
    return outcome;
}

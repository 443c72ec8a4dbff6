/* SPDX-License-Identifier: MIT */
/* abi3t_matrix: wheels become sets, sets become matrices. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "api/table.h"
#include "base/text.h"
#include "facts/set.h"
#include "report/matrix.h"
#include "rules/judge.h"

typedef struct matrix {
    const abi3t_options *options;
    a3_sets sets;
    a3_matrix_run run;
    bool no_memory;
} matrix;

static void skip(matrix *m, const char *path, const char *why)
{
    const char **slot = A3_PUSH(m->run.arena, &m->run.skipped);
    char *text = slot ? a3_printf(m->run.arena, "%s: %s", path, why) : NULL;
    if (slot != NULL)
        *slot = text ? text : "";
}

/* Codes of the rules that the wheel breaks as errors, in order, each once. */
static void list_rules(matrix *m, const a3_findings *findings, a3_set_wheel *wheel)
{
    bool seen[A3_RULE_COUNT] = {false};
    for (size_t i = 0; i < findings->count; i++)
        if (findings->items[i].severity == A3_SEVERITY_ERROR && findings->items[i].ignored == NULL)
            seen[findings->items[i].rule] = true;
    for (int rule = 0; rule < A3_RULE_COUNT; rule++) {
        const char **slot = seen[rule] ? A3_PUSH(m->run.arena, &wheel->rules) : NULL;
        if (slot != NULL)
            *slot = a3_rule_code((a3_rule_id)rule);
    }
}

static bool one(void *context, a3_subject *subject)
{
    matrix *m = context;
    m->run.totals.inputs++;
    m->run.totals.unreadable += subject->err.status != A3_OK;
    if (subject->kind != A3_INPUT_WHEEL) {
        skip(m, subject->path, subject->err.status != A3_OK ? subject->err.message : "not a wheel");
        return true;
    }
    if (!subject->name.split) {
        skip(m, subject->path, "its file name is not that of a wheel");
        m->run.totals.failed++;
        return true;
    }
    a3_set_wheel *wheel = a3_sets_add(&m->sets, subject);
    if (wheel == NULL)
        return !(m->no_memory = true);
    a3_arena arena;
    a3_arena_init(&arena, m->options->gather.limits.arena);
    a3_judge judge = m->options->judge;
    memset(&judge.config.select, 0, sizeof judge.config.select); /* --select is for what is reported of the set */
    a3_findings findings = {.arena = &arena, .config = &judge.config, .path = subject->path};
    if (a3_judge_subject(subject, &judge, &findings, NULL) != A3_OK)
        m->no_memory = true;
    list_rules(m, &findings, wheel);
    a3_arena_free(&arena);
    return true;
}

/* ---- sdists: no subjects, their names say all ---- */

static int by_text(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

static void sdists_of_folder(matrix *m, const char *path)
{
    DIR *folder = opendir(path);
    if (folder == NULL) /* the run says so */
        return;
    a3_strings found = {0};
    struct dirent *item;
    while ((item = readdir(folder)) != NULL && found.count < m->options->gather.limits.members) {
        const char **slot = item->d_name[0] == '.' ? NULL : A3_PUSH(m->run.arena, &found);
        if (slot != NULL && (*slot = a3_printf(m->run.arena, "%s%s%s", path, a3_has_suffix(path, "/") ? "" : "/", item->d_name)) == NULL)
            found.count--;
    }
    closedir(folder);
    if (found.count > 1)
        qsort(found.items, found.count, sizeof *found.items, by_text);
    struct stat st;
    for (size_t i = 0; i < found.count; i++)
        if (stat(found.items[i], &st) == 0 && S_ISREG(st.st_mode))
            a3_sets_add_sdist(&m->sets, found.items[i]);
}

/* Takes sdists out of the run. */
static bool take_sdist(void *context, const char *path)
{
    matrix *m = context;
    struct stat st;
    bool there = stat(path, &st) == 0;
    if (there && S_ISDIR(st.st_mode))
        sdists_of_folder(m, path);
    return there && S_ISREG(st.st_mode) && a3_sets_add_sdist(&m->sets, path);
}

static void finish(matrix *m)
{
    a3_sets_finish(&m->sets);
    a3_arena *arena = m->run.arena;
    a3_matrix *items = A3_NEW_ARRAY(arena, a3_matrix, m->sets.list.count);
    for (size_t i = 0; items != NULL && !arena->failed && i < m->sets.list.count; i++) {
        const a3_set *set = m->sets.list.items[i];
        a3_findings *findings = A3_NEW(arena, a3_findings);
        if (findings == NULL)
            break;
        *findings = (a3_findings){.arena = arena, .config = &m->options->judge.config, .path = set->project};
        a3_judge_set(set, findings);
        items[i] = a3_matrix_of(set, findings, arena);
        m->run.items = items;
        m->run.count = i + 1;
        size_t errors = 0, warnings = 0, notes = 0;
        for (size_t k = 0; k < findings->count; k++)
            if (findings->items[k].ignored == NULL) {
                errors += findings->items[k].severity == A3_SEVERITY_ERROR;
                warnings += findings->items[k].severity == A3_SEVERITY_WARNING;
                notes += findings->items[k].severity == A3_SEVERITY_NOTE;
            }
        m->run.totals.errors += errors;
        m->run.totals.warnings += warnings;
        m->run.totals.notes += notes;
        /* an import that fails is an error of the release, whichever rule of the audit names its cause */
        m->run.totals.failed += errors > 0 || items[i].failing > 0 || (m->options->strict && warnings > 0);
    }
    m->no_memory |= arena->failed;
}

abi3t_outcome abi3t_matrix(const abi3t_options *options, const char *const *paths, size_t path_count, const abi3t_writer *writers,
                           size_t writer_count, const abi3t_events *events, abi3t_message *why)
{
    const a3_table table = {"matrix", a3_matrix_format, writers, writer_count};
    if (a3_table_check(&table, why) != ABI3T_CLEAN)
        return ABI3T_USAGE;
    const abi3t_options everything = a3_table_options(options);
    a3_arena arena;
    a3_arena_init(&arena, options->gather.limits.arena);
    matrix m = {.options = options, .sets = {.arena = &arena}, .run = {.arena = &arena}};
    a3_err err = A3_ERR_INIT;
    a3_run run = {.options = &everything, .paths = paths, .path_count = path_count, .events = events, .take_path = take_sdist, .each = one, .context = &m};
    a3_status status = a3_run_subjects(&run, &err);
    finish(&m);
    if (m.no_memory)
        a3_fail(&err, A3_NOMEM, "out of memory (limit arena)");
    bool written = a3_table_write(&table, options, &m.run, &m.run.totals, &arena, &err) == A3_OK;
    abi3t_outcome outcome = m.run.totals.failed > 0 ? ABI3T_FINDINGS : ABI3T_CLEAN;
    if (status != A3_OK || !written || m.no_memory || run.unreadable || m.run.totals.unreadable > 0)
        outcome = ABI3T_FAILED;
    if (why != NULL)
        snprintf(why->text, sizeof why->text, "%s", err.message);
    a3_arena_free(&arena);
    return outcome;
}

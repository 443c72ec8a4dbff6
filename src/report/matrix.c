/* SPDX-License-Identifier: MIT */
/* What all forms of the matrix share, and JSON (schema "abi3t-matrix/1"). */
#include "report/matrix.h"

#include <string.h>

#include "report/json.h"

const a3_report_ops *a3_matrix_format(const char *name)
{
    static const a3_report_ops *const formats[] = {&a3_matrix_text, &a3_matrix_json, &a3_matrix_markdown, &a3_matrix_html};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i]->name, name) == 0)
            return formats[i];
    return NULL;
}

const char *a3_matrix_row_name(const a3_interp *interp, a3_arena *arena)
{
    if (interp->implementation != A3_IMPL_CPYTHON)
        return interp->name;
    const char *name = a3_printf(arena, "CPython %s", interp->name);
    return name ? name : "";
}

/* Where the table is full, some platforms have none. */
static bool has_column(const a3_set *set, const a3_set_wheel *wheel)
{
    for (size_t c = 0; set->more_platforms && c < set->columns.count; c++)
        for (size_t p = 0; p < wheel->platforms.count; p++)
            if (a3_column_takes(&set->columns.items[c], &wheel->platforms.items[p]))
                return true;
    return !set->more_platforms;
}

const char *a3_matrix_wheel_remark(const a3_set *set, const a3_set_wheel *wheel)
{
    a3_interp_set shown = 0;
    for (size_t r = 0; r < set->rows.count; r++)
        shown |= UINT64_C(1) << a3_interp_index(set->rows.items[r]);
    return !wheel->readable              ? "could not be read"
           : wheel->picked               ? NULL
           : wheel->installs == 0        ? "no interpreter installs it"
           : (wheel->installs & wheel->admits) == 0 ? "Requires-Python excludes every interpreter of its tags"
           : (wheel->installs & shown) == 0 ? "for interpreters that the table leaves out"
           : !has_column(set, wheel)     ? "for platforms that the table leaves out" : "picked nowhere";
}

const char *a3_matrix_problem_text(const a3_matrix_problem *problem, a3_arena *arena)
{
    a3_buf out = A3_BUF_INIT;
    for (size_t i = 0; i < problem->modules.count; i++)
        a3_buf_printf(&out, "%s%s", i ? ", " : "", problem->modules.items[i]);
    a3_buf_printf(&out, "%s: %s", problem->modules.count == A3_LOAD_REASONS ? ", ..." : "", problem->reason);
    return a3_buf_keep(&out, arena);
}

const char *a3_matrix_columns_text(const a3_set *set, uint64_t columns, a3_arena *arena)
{
    a3_buf out = A3_BUF_INIT;
    for (size_t c = 0; c < set->columns.count; c++)
        if (columns >> c & 1)
            a3_buf_printf(&out, "%s%s", out.size ? "; " : "", set->columns.items[c].label);
    return a3_buf_keep(&out, arena);
}

static void note_problem(a3_matrix *m, const a3_step *step, a3_set_text reason, size_t column, const a3_interp *interp, a3_arena *arena)
{
    a3_matrix_problem *problem = NULL;
    for (size_t i = 0; i < m->problems.count && problem == NULL; i++)
        if (m->problems.items[i].wheel == step->wheel && strcmp(m->problems.items[i].reason, reason.value) == 0)
            problem = &m->problems.items[i];
    if (problem == NULL) {
        enum { MOST_PROBLEMS = 2000 };
        problem = m->problems.count < MOST_PROBLEMS ? A3_PUSH(arena, &m->problems) : NULL;
        if (problem == NULL)
            return;
        *problem = (a3_matrix_problem){.wheel = step->wheel, .state = step->state, .reason = reason.value};
    }
    problem->interpreters |= UINT64_C(1) << a3_interp_index(interp);
    problem->columns |= UINT64_C(1) << column;
    for (size_t i = 0; i < problem->modules.count; i++)
        if (strcmp(problem->modules.items[i], reason.name) == 0)
            return;
    const char **slot = problem->modules.count < A3_LOAD_REASONS ? A3_PUSH(arena, &problem->modules) : NULL;
    if (slot != NULL)
        *slot = reason.name;
}

static void note_problems(a3_matrix *m, const a3_step *step, size_t column, const a3_interp *interp, a3_arena *arena)
{
    if (step->state != A3_CELL_FAILS && step->state != A3_CELL_UNKNOWN)
        return;
    for (size_t i = 0; i < step->loading->reasons.count; i++)
        note_problem(m, step, step->loading->reasons.items[i], column, interp, arena);
    if (step->loading->reasons.count == 0)
        note_problem(m, step, (a3_set_text){"wheel", "could not be read in full"}, column, interp, arena);
    m->failing += step->state == A3_CELL_FAILS;
}

a3_matrix a3_matrix_of(const a3_set *set, const a3_findings *findings, a3_arena *arena)
{
    a3_matrix m = {.set = set, .findings = findings};
    for (size_t r = 0; r < set->rows.count; r++)
        for (size_t c = 0; c < set->columns.count; c++) {
            const a3_cell *cell = a3_set_cell(set, r, c);
            m.states[cell->state]++;
            m.gaps += cell->gap;
            for (size_t s = 0; s < cell->steps.count; s++)
                note_problems(&m, &cell->steps.items[s], c, set->rows.items[r], arena);
        }
    return m;
}

/* ---- JSON ---- */

static json_t *wheel_json(const a3_set_wheel *wheel)
{
    return json_pack("{s:o, s:{s:o, s:o, s:o}, s:o, s:b, s:b, s:o}", "path", a3_json_text(wheel->path), "tags", "python",
                     a3_json_texts(wheel->tags.python.items, wheel->tags.python.count), "abi",
                     a3_json_texts(wheel->tags.abi.items, wheel->tags.abi.count), "platform",
                     a3_json_texts(wheel->tags.platform.items, wheel->tags.platform.count), "requires_python",
                     a3_json_text(wheel->requires_python), "readable", wheel->readable, "picked", wheel->picked, "errors",
                     a3_json_texts(wheel->rules.items, wheel->rules.count));
}

static json_t *reasons_json(const a3_loading *loading)
{
    json_t *list = json_array();
    for (size_t i = 0; loading != NULL && i < loading->reasons.count; i++)
        if (json_array_append_new(list, json_pack("{s:o, s:o}", "module", a3_json_text(loading->reasons.items[i].name), "why",
                                                  a3_json_text(loading->reasons.items[i].value))) != 0) {
            json_decref(list);
            return NULL;
        }
    return list;
}

static json_t *step_json(const a3_step *step)
{
    return json_pack("{s:o, s:o, s:o, s:s, s:o}", "wheel", a3_json_text(step->wheel->base), "tag", a3_json_text(step->tag), "needs", a3_json_text(step->needs),
                     "state", a3_cell_state_name(step->state), "reasons", reasons_json(step->loading));
}

static json_t *cell_json(const a3_set *set, size_t row, size_t column)
{
    const a3_cell *cell = a3_set_cell(set, row, column);
    const a3_step *pick = a3_cell_pick(cell);
    json_t *older = json_array(), *others = json_array();
    bool ok = true;
    for (size_t i = 1; i < cell->steps.count; i++)
        ok &= json_array_append_new(older, step_json(&cell->steps.items[i])) == 0;
    for (size_t i = 0; i < cell->others.count; i++)
        ok &= json_array_append_new(others, a3_json_text(cell->others.items[i]->base)) == 0;
    json_t *out = json_pack("{s:s, s:o, s:s, s:o, s:o, s:o, s:b, s:o, s:o, s:o}", "interpreter", set->rows.items[row]->name, "platform",
                            a3_json_text(set->columns.items[column].key), "state", a3_cell_state_name(cell->state), "wheel",
                            a3_json_text(pick ? pick->wheel->base : NULL), "tag", a3_json_text(pick ? pick->tag : NULL), "needs",
                            a3_json_text(pick ? pick->needs : NULL), "gap", cell->gap, "reasons", reasons_json(pick ? pick->loading : NULL), "older_systems",
                            older, "others", others);
    if (!ok) {
        json_decref(out);
        return NULL;
    }
    return out;
}

static json_t *matrix_json(const a3_matrix *m)
{
    const a3_set *set = m->set;
    json_t *rows = json_array(), *columns = json_array(), *wheels = json_array(), *cells = json_array(), *findings = json_array(), *counts = json_object();
    bool ok = true;
    for (size_t r = 0; r < set->rows.count; r++)
        ok &= json_array_append_new(rows, json_string(set->rows.items[r]->name)) == 0;
    for (size_t c = 0; c < set->columns.count; c++)
        ok &= json_array_append_new(columns, json_pack("{s:o, s:o, s:b, s:b}", "key", a3_json_text(set->columns.items[c].key), "label",
                                                       a3_json_text(set->columns.items[c].label), "usual", set->columns.items[c].usual, "served",
                                                       set->columns.items[c].served)) == 0;
    for (size_t i = 0; i < set->wheels.count; i++)
        ok &= json_array_append_new(wheels, wheel_json(&set->wheels.items[i])) == 0;
    for (size_t r = 0; r < set->rows.count; r++)
        for (size_t c = 0; c < set->columns.count; c++)
            ok &= json_array_append_new(cells, cell_json(set, r, c)) == 0;
    for (size_t i = 0; i < m->findings->count; i++)
        ok &= json_array_append_new(findings, a3_json_finding(&m->findings->items[i])) == 0;
    for (int s = 0; s < A3_CELL_STATES; s++)
        ok &= a3_json_put(counts, a3_cell_state_name((a3_cell_state)s), json_integer((json_int_t)m->states[s]));
    ok &= a3_json_put(counts, "gaps", json_integer((json_int_t)m->gaps));
    json_t *out = json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "project", a3_json_text(set->project), "version",
                            a3_json_text(set->version), "interpreters", rows, "platforms", columns, "wheels", wheels, "sdists",
                            a3_json_texts(set->sdists.items, set->sdists.count), "cells", cells, "counts", counts, "findings", findings);
    if (!ok) {
        json_decref(out);
        return NULL;
    }
    return out;
}

static void json_end(a3_report *report, const a3_totals *totals)
{
    const a3_matrix_run *run = report->state;
    json_t *document = a3_json_head(), *list = json_array();
    bool ok = a3_json_put(document, "schema", json_string("abi3t-matrix/1"));
    for (size_t i = 0; i < run->count; i++)
        ok &= json_array_append_new(list, matrix_json(&run->items[i])) == 0;
    ok &= a3_json_put(document, "matrices", list);
    ok &= a3_json_put(document, "skipped", a3_json_texts(run->skipped.items, run->skipped.count));
    ok &= a3_json_put(document, "summary", a3_json_summary(totals));
    report->failed |= !ok;
    a3_json_write(report, document, false);
}

const a3_report_ops a3_matrix_json = {.name = "json", .end = json_end};

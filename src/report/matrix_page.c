/* SPDX-License-Identifier: MIT */
/* The matrix as Markdown, for a job summary. */
#include <string.h>

#include "report/matrix.h"

static const char *const emoji[A3_CELL_STATES] = {"\xe2\x9c\x85", "\xe2\x9d\x94", "\xe2\x9d\x8c", "\xe2\x9a\x99\xef\xb8\x8f", "\xe2\x80\x93", "\xe2\x8a\x98"};
static const char *const meanings[A3_CELL_STATES] = {
    "installs this wheel, its modules import", "installs, not all of it could be followed", "installs, and importing a module fails",
    "no wheel: built from the sdist", "nothing to install", "Requires-Python leaves it out"};

static const char pypy[] = "PyPy is served by wheels of its own or pure ones: the stable ABIs abi3 and abi3t are CPython's.";

static void counts(a3_buf *out, const a3_matrix *m)
{
    a3_buf_printf(out, "%zu of %zu combinations install and import; %zu fail, %zu undetermined, %zu gap%s", m->states[A3_CELL_OK],
                  m->set->rows.count * m->set->columns.count, m->states[A3_CELL_FAILS], m->states[A3_CELL_UNKNOWN], m->gaps, m->gaps == 1 ? "" : "s");
}

/* ---- Markdown ---- */

static void md_cell(a3_buf *out, const a3_cell *cell)
{
    a3_buf_printf(out, " %s", cell->gap ? "\xe2\x9a\xa0\xef\xb8\x8f gap" : emoji[cell->state]);
    for (size_t i = 0; i < cell->steps.count; i++) {
        const a3_step *step = &cell->steps.items[i];
        a3_buf_str(out, i ? "<br>" : " ");
        if (i > 0 && step->state != A3_CELL_OK)
            a3_buf_printf(out, "%s ", emoji[step->state]);
        a3_markdown_text(out, step->wheel->short_tags);
        if (i > 0)
            a3_buf_printf(out, " (from %s)", step->needs ? step->needs : "any system");
    }
    a3_buf_str(out, " |");
}

static void md_one(a3_report *report, const a3_matrix_run *run, const a3_matrix *m)
{
    a3_buf *out = &report->out;
    const a3_set *set = m->set;
    a3_buf_str(out, "## ");
    a3_markdown_text(out, set->project);
    a3_buf_char(out, ' ');
    a3_markdown_text(out, set->version);
    a3_buf_str(out, "\n\n");
    counts(out, m);
    a3_buf_str(out, ".\n\n| |");
    for (size_t c = 0; c < set->columns.count; c++) {
        a3_buf_char(out, ' ');
        a3_markdown_text(out, set->columns.items[c].group);
        a3_buf_str(out, "<br>");
        a3_markdown_text(out, set->columns.items[c].machine);
        a3_buf_str(out, " |");
    }
    a3_buf_str(out, "\n|---|");
    for (size_t c = 0; c < set->columns.count; c++)
        a3_buf_str(out, "---|");
    a3_buf_char(out, '\n');
    for (size_t r = 0; r < set->rows.count; r++) {
        a3_buf_printf(out, "| **%s** |", a3_matrix_row_name(set->rows.items[r], run->arena));
        for (size_t c = 0; c < set->columns.count; c++)
            md_cell(out, a3_set_cell(set, r, c));
        a3_buf_char(out, '\n');
    }
    a3_buf_char(out, '\n');
    for (int s = 0; s < A3_CELL_STATES; s++)
        a3_buf_printf(out, "%s%s %s", s ? " \xc2\xb7 " : "", emoji[s], meanings[s]);
    a3_buf_printf(out, ". %s\n\n", pypy);
    for (size_t i = 0; i < m->problems.count; i++) {
        const a3_matrix_problem *p = &m->problems.items[i];
        a3_buf_printf(out, "- %s ", emoji[p->state]);
        a3_markdown_text(out, p->wheel->base);
        a3_buf_str(out, ": ");
        a3_markdown_text(out, a3_matrix_problem_text(p, run->arena));
        a3_buf_printf(out, " (%s; ", a3_interp_set_text(p->interpreters, run->arena));
        a3_markdown_text(out, a3_matrix_columns_text(set, p->columns, run->arena));
        a3_buf_str(out, ")\n");
    }
    for (size_t i = 0; i < m->findings->count; i++) {
        const a3_finding *finding = &m->findings->items[i];
        if ((finding->severity == A3_SEVERITY_NOTE || finding->ignored != NULL) && !report->style.verbose)
            continue;
        a3_buf_printf(out, "- **%s** %s %s: ", a3_severity_name(finding->severity), a3_rule_code(finding->rule), a3_rule_name(finding->rule));
        if (finding->member != NULL) {
            a3_markdown_text(out, finding->member);
            a3_buf_str(out, ": ");
        }
        a3_markdown_text(out, finding->message);
        for (size_t k = 0; k < finding->evidence.count; k++) {
            a3_buf_str(out, "<br>");
            a3_markdown_text(out, finding->evidence.items[k]);
        }
        a3_buf_char(out, '\n');
    }
    a3_buf_printf(out, "\n<details><summary>%zu wheel%s%s</summary>\n\n", set->wheels.count, set->wheels.count == 1 ? "" : "s",
                  set->sdists.count ? " and the sdist" : ", no sdist");
    for (size_t i = 0; i < set->wheels.count; i++) {
        const a3_set_wheel *wheel = &set->wheels.items[i];
        const char *remark = a3_matrix_wheel_remark(set, wheel);
        a3_buf_str(out, "- ");
        a3_markdown_text(out, wheel->base);
        if (remark != NULL)
            a3_buf_printf(out, " (%s)", remark);
        for (size_t k = 0; k < wheel->rules.count; k++)
            a3_buf_printf(out, "%s%s", k ? ", " : "; audit errors: ", wheel->rules.items[k]);
        a3_buf_char(out, '\n');
    }
    a3_buf_str(out, "\n</details>\n\n");
}

static void md_end(a3_report *report, const a3_totals *totals)
{
    (void)totals;
    const a3_matrix_run *run = report->state;
    for (size_t i = 0; i < run->count; i++)
        md_one(report, run, &run->items[i]);
    for (size_t i = 0; i < run->skipped.count; i++) {
        a3_buf_str(&report->out, "- not in any set: ");
        a3_markdown_text(&report->out, run->skipped.items[i]);
        a3_buf_char(&report->out, '\n');
    }
}

const a3_report_ops a3_matrix_markdown = {.name = "markdown", .end = md_end};


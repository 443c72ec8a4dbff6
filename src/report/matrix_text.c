/* SPDX-License-Identifier: MIT */
/* The matrix for a terminal: a word and the wheel's number in each cell, the wheels and what is wrong below. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "report/matrix.h"

enum { CELL = 10, WIDEST = 14, HEAD = 14 };

static void escaped(a3_buf *out, const char *text) { a3_text_escape(out, text, strlen(text)); }

/* Words of "Linux x86_64, glibc", one a line; NULL: there are fewer. */
static size_t word(const char *label, size_t number, const char **at)
{
    for (*at = label;; number--) {
        size_t size = strcspn(*at, " ");
        if (number == 0)
            return size > 0 && (*at)[size - 1] == ',' ? size - 1 : size;
        if ((*at)[size] == '\0')
            return 0;
        *at += size + 1;
    }
}

/* Chars of a column: the longest word of its label, within bounds. */
static int width(const a3_set *set, size_t column)
{
    int most = CELL;
    const char *at;
    for (size_t line = 0, size; (size = word(set->columns.items[column].label, line, &at)) > 0; line++)
        if ((int)size >= most)
            most = (int)size < WIDEST ? (int)size + 1 : WIDEST;
    return most;
}

static void header(a3_buf *out, const a3_set *set)
{
    for (size_t line = 0; line < 3; line++) {
        a3_buf_printf(out, "  %-*s", HEAD, "");
        for (size_t c = 0; c < set->columns.count; c++) {
            const char *at;
            size_t size = word(set->columns.items[c].label, line, &at);
            a3_buf safe = A3_BUF_INIT;
            a3_text_escape(&safe, at, size);
            a3_buf_printf(out, "%-*.*s ", width(set, c) - 1, c + 1 < set->columns.count ? width(set, c) - 1 : 40, a3_buf_text(&safe));
            out->failed |= safe.failed;
            a3_buf_free(&safe);
        }
        while (out->size > 0 && out->data[out->size - 1] == ' ')
            out->data[--out->size] = '\0';
        a3_buf_char(out, '\n');
    }
}

static void cell_text(a3_report *report, const a3_set *set, size_t row, size_t column)
{
    static const char *const words[A3_CELL_STATES] = {"ok", "?", "FAILS", "sdist", "-", "excl."};
    static const char *const tints[A3_CELL_STATES] = {"\033[32m", "\033[33m", "\033[1;31m", "\033[36m", "\033[2m", "\033[2m"};
    const a3_cell *cell = a3_set_cell(set, row, column);
    char text[32];
    const a3_step *pick = a3_cell_pick(cell);
    if (pick != NULL)
        snprintf(text, sizeof text, "%s %zu%s", words[cell->state], a3_matrix_number(set, pick->wheel), cell->steps.count > 1 ? "*" : "");
    else
        snprintf(text, sizeof text, "%s%s", cell->gap && cell->state == A3_CELL_NONE ? "gap" : words[cell->state], cell->gap && cell->state == A3_CELL_SDIST ? " gap" : "");
    if (report->style.color)
        a3_buf_str(&report->out, cell->gap ? "\033[1;33m" : tints[cell->state]);
    a3_buf_printf(&report->out, "%-*s", width(set, column), text);
    if (report->style.color)
        a3_buf_str(&report->out, "\033[0m");
}

static void legend(a3_buf *out, const a3_set *set)
{
    for (size_t i = 0; i < set->wheels.count; i++) {
        const a3_set_wheel *wheel = &set->wheels.items[i];
        a3_buf_printf(out, "  %3zu  ", i + 1);
        escaped(out, wheel->base);
        const char *remark = a3_matrix_wheel_remark(set, wheel);
        if (remark != NULL)
            a3_buf_printf(out, " (%s)", remark);
        for (size_t k = 0; k < wheel->rules.count; k++)
            a3_buf_printf(out, "%s%s", k ? ", " : "; audit errors: ", wheel->rules.items[k]);
        a3_buf_char(out, '\n');
    }
    for (size_t i = 0; i < set->sdists.count; i++) {
        a3_buf_str(out, "  sdist  ");
        escaped(out, a3_basename(set->sdists.items[i]));
        a3_buf_char(out, '\n');
    }
}

/* "glibc 2.28: wheel 3; glibc 2.17: wheel 1", of a cell. */
static void steps_text(a3_buf *out, const a3_set *set, const a3_cell *cell)
{
    out->size = 0;
    a3_buf_str(out, "");
    for (size_t i = 0; i < cell->steps.count; i++) {
        const a3_step *step = &cell->steps.items[i];
        a3_buf_printf(out, "%s%s", i ? "; from " : "", step->needs ? step->needs : "any system");
        if (cell->steps.count > 1)
            a3_buf_printf(out, " on: %zu%s", a3_matrix_number(set, step->wheel), step->state == A3_CELL_FAILS ? " FAILS" : "");
    }
}

/* What systems the picks of a column ask for: a line for each answer, with the interpreters that it holds for. */
static void systems(a3_buf *out, const a3_set *set, a3_arena *arena)
{
    a3_buf mine = A3_BUF_INIT, other = A3_BUF_INIT;
    for (size_t c = 0; c < set->columns.count; c++) {
        a3_interp_set told = 0, served = 0;
        for (size_t r = 0; r < set->rows.count; r++)
            if (a3_set_cell(set, r, c)->steps.count > 0)
                served |= UINT64_C(1) << a3_interp_index(set->rows.items[r]);
        for (size_t r = 0; r < set->rows.count; r++) {
            const a3_cell *cell = a3_set_cell(set, r, c);
            if (cell->steps.count == 0 || (cell->steps.count == 1 && cell->steps.items[0].needs == NULL) || (told >> a3_interp_index(set->rows.items[r]) & 1))
                continue;
            a3_interp_set same = 0;
            steps_text(&mine, set, cell);
            for (size_t k = r; k < set->rows.count; k++) {
                steps_text(&other, set, a3_set_cell(set, k, c));
                if (a3_set_cell(set, k, c)->steps.count > 0 && strcmp(a3_buf_text(&mine), a3_buf_text(&other)) == 0)
                    same |= UINT64_C(1) << a3_interp_index(set->rows.items[k]);
            }
            told |= same;
            a3_buf_str(out, "  ");
            escaped(out, set->columns.items[c].label);
            a3_buf_printf(out, ": from %s", a3_buf_text(&mine));
            if (same != served)
                a3_buf_printf(out, " (%s)", a3_interp_set_text(same, arena));
            a3_buf_char(out, '\n');
        }
    }
    out->failed |= mine.failed || other.failed;
    a3_buf_free(&mine);
    a3_buf_free(&other);
}

static void one(a3_report *report, const a3_matrix_run *run, const a3_matrix *m)
{
    a3_buf *out = &report->out;
    const a3_set *set = m->set;
    escaped(out, set->project);
    a3_buf_char(out, ' ');
    escaped(out, set->version);
    a3_buf_printf(out, ": %zu wheel%s, %s\n\n", set->wheels.count, set->wheels.count == 1 ? "" : "s", set->sdists.count ? "with an sdist" : "no sdist");
    header(out, set);
    for (size_t r = 0; r < set->rows.count; r++) {
        a3_buf_printf(out, "  %-*s", HEAD, a3_matrix_row_name(set->rows.items[r], run->arena));
        for (size_t c = 0; c < set->columns.count; c++)
            cell_text(report, set, r, c);
        while (out->size > 0 && out->data[out->size - 1] == ' ')
            out->data[--out->size] = '\0';
        a3_buf_char(out, '\n');
    }
    a3_buf_str(out, "\n  ok N: wheel N installs and imports; FAILS N: installs, an import fails; ? N: could not be determined; sdist: built from source;\n"
                    "  -: nothing to install; gap: others are served there; excl.: Requires-Python; *: older systems get another wheel.\n"
                    "  PyPy is not served by the stable ABIs.\n\n");
    legend(out, set);
    systems(out, set, run->arena);
    for (size_t i = 0; i < m->problems.count; i++) {
        const a3_matrix_problem *p = &m->problems.items[i];
        a3_buf_printf(out, "  %s %zu: ", p->state == A3_CELL_FAILS ? "FAILS" : "?", a3_matrix_number(set, p->wheel));
        escaped(out, a3_matrix_problem_text(p, run->arena));
        a3_buf_printf(out, "\n      on %s; %s\n", a3_interp_set_text(p->interpreters, run->arena), a3_matrix_columns_text(set, p->columns, run->arena));
    }
    for (size_t i = 0; i < m->findings->count; i++) {
        const a3_finding *finding = &m->findings->items[i];
        if ((finding->severity == A3_SEVERITY_NOTE || finding->ignored != NULL) && !report->style.verbose)
            continue;
        a3_buf_str(out, "  ");
        if (finding->member != NULL) {
            escaped(out, finding->member);
            a3_buf_str(out, ": ");
        }
        a3_buf_printf(out, "%s: ", a3_severity_name(finding->severity));
        escaped(out, finding->message);
        a3_buf_printf(out, " [%s %s]\n", a3_rule_code(finding->rule), a3_rule_name(finding->rule));
        for (size_t k = 0; k < finding->evidence.count; k++) {
            a3_buf_str(out, "      ");
            escaped(out, finding->evidence.items[k]);
            a3_buf_char(out, '\n');
        }
        if (finding->evidence_total > finding->evidence.count)
            a3_buf_printf(out, "      ... and %zu more\n", finding->evidence_total - finding->evidence.count);
    }
    a3_buf_char(out, '\n');
}

static void text_end(a3_report *report, const a3_totals *totals)
{
    const a3_matrix_run *run = report->state;
    for (size_t i = 0; i < run->count; i++)
        one(report, run, &run->items[i]);
    for (size_t i = 0; i < run->skipped.count; i++) {
        a3_buf_str(&report->out, "not in any set: ");
        escaped(&report->out, run->skipped.items[i]);
        a3_buf_char(&report->out, '\n');
    }
    if (report->style.quiet)
        return;
    size_t failing = 0; /* sets: these fail the run as errors do */
    for (size_t i = 0; i < run->count; i++)
        failing += run->items[i].failing > 0;
    a3_buf_printf(&report->out, "%zu set%s: ", run->count, run->count == 1 ? "" : "s");
    if (failing > 0)
        a3_buf_printf(&report->out, "imports fail in %zu, ", failing);
    a3_buf_printf(&report->out, "%zu error%s, %zu warning%s, %zu note%s%s\n", totals->errors, totals->errors == 1 ? "" : "s", totals->warnings,
                      totals->warnings == 1 ? "" : "s", totals->notes, totals->notes == 1 ? "" : "s",
                      totals->notes && !report->style.verbose ? " (shown with --verbose)" : "");
}

const a3_report_ops a3_matrix_text = {.name = "text", .end = text_end};

/* SPDX-License-Identifier: MIT */
/* The matrix as a page: Markdown for a job summary, HTML to be read in a browser. */
#include <string.h>

#include "base/text.h"
#include "report/html.h"
#include "report/matrix.h"

static const char *const words[A3_CELL_STATES] = {"imports", "undetermined", "import fails", "sdist only", "nothing", "excluded"};
static const char *const marks[A3_CELL_STATES] = {"\xe2\x9c\x93", "?", "\xe2\x9c\x97", "\xe2\x9a\x99", "\xe2\x80\x93", "\xe2\x8a\x98"};
static const char *const emoji[A3_CELL_STATES] = {"\xe2\x9c\x85", "\xe2\x9d\x94", "\xe2\x9d\x8c", "\xe2\x9a\x99\xef\xb8\x8f", "\xe2\x80\x93", "\xe2\x8a\x98"};
static const char *const classes[A3_CELL_STATES] = {"ok", "warn", "bad", "sdist", "none", "none"};
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
        a3_markdown_text(out, set->columns.items[c].label);
        a3_buf_str(out, " |");
    }
    a3_buf_str(out, "\n|---|");
    for (size_t c = 0; c < set->columns.count; c++)
        a3_buf_str(out, "---|");
    a3_buf_char(out, '\n');
    for (size_t r = 0; r < set->rows.count; r++) {
        a3_buf_printf(out, "| **%s** |", a3_matrix_row_name(set->rows.items[r], run->arena));
        for (size_t c = 0; c < set->columns.count; c++) {
            const a3_cell *cell = a3_set_cell(set, r, c);
            a3_buf_printf(out, " %s", emoji[cell->state]);
            if (cell->wheel != NULL)
                a3_buf_printf(out, " %zu", a3_matrix_number(set, cell->wheel));
            if (cell->state == A3_CELL_FAILS || cell->state == A3_CELL_UNKNOWN || cell->state == A3_CELL_SDIST)
                a3_buf_printf(out, " %s", words[cell->state]);
            a3_buf_str(out, cell->gap ? " \xe2\x9a\xa0\xef\xb8\x8f gap |" : " |");
        }
        a3_buf_char(out, '\n');
    }
    a3_buf_char(out, '\n');
    for (int s = 0; s < A3_CELL_STATES; s++)
        a3_buf_printf(out, "%s%s %s", s ? " \xc2\xb7 " : "", emoji[s], meanings[s]);
    a3_buf_printf(out, ". %s\n\n", pypy);
    for (size_t i = 0; i < set->wheels.count; i++) {
        const a3_set_wheel *wheel = &set->wheels.items[i];
        a3_buf_printf(out, "%zu. ", i + 1);
        a3_markdown_text(out, wheel->base);
        a3_buf_str(out, !wheel->readable ? " (could not be read)" : wheel->picked ? "" : " (picked nowhere)");
        for (size_t k = 0; k < wheel->rules.count; k++)
            a3_buf_printf(out, "%s%s", k ? ", " : "; audit errors: ", wheel->rules.items[k]);
        a3_buf_char(out, '\n');
    }
    a3_buf_char(out, '\n');
    for (size_t i = 0; i < m->problems.count; i++) {
        const a3_matrix_problem *p = &m->problems.items[i];
        a3_buf_printf(out, "- %s wheel %zu: ", emoji[p->state], a3_matrix_number(set, p->wheel));
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
    a3_buf_char(out, '\n');
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

/* ---- HTML ---- */

static void html_cell(a3_buf *out, const a3_set *set, const a3_cell *cell)
{
    a3_buf_printf(out, "<td class=\"%s%s\"", classes[cell->state], cell->gap ? " gap" : "");
    if (cell->wheel != NULL) {
        a3_buf_str(out, " title=\"");
        a3_xml_text(out, cell->wheel->base);
        a3_buf_char(out, '"');
    }
    a3_buf_printf(out, "><b>%s %s</b>", marks[cell->state], words[cell->state]);
    if (cell->wheel != NULL) {
        a3_buf_printf(out, "<small>wheel %zu", a3_matrix_number(set, cell->wheel));
        if (cell->needs != NULL)
            a3_buf_printf(out, ", %s+", cell->needs);
        a3_buf_str(out, "</small>");
    }
    for (size_t i = 0; i < cell->others.count; i++)
        if (cell->other_needs.items[i] != NULL)
            a3_buf_printf(out, "<small>%s+: wheel %zu</small>", cell->other_needs.items[i], a3_matrix_number(set, cell->others.items[i]));
    a3_buf_str(out, cell->gap ? "<small>\xe2\x9a\xa0 gap</small></td>" : "</td>");
}

static void html_wheels(a3_buf *out, const a3_set *set)
{
    a3_buf_str(out, "<h3>Wheels</h3>\n<ol>\n");
    for (size_t i = 0; i < set->wheels.count; i++) {
        const a3_set_wheel *wheel = &set->wheels.items[i];
        a3_buf_str(out, "<li>");
        a3_html_element(out, "code", NULL, wheel->base);
        a3_buf_str(out, !wheel->readable ? " could not be read" : wheel->picked ? "" : " <span class=\"dim\">picked nowhere</span>");
        for (size_t k = 0; k < wheel->rules.count; k++)
            a3_buf_printf(out, "%s%s", k ? ", " : "; audit errors: ", wheel->rules.items[k]);
        a3_buf_str(out, "</li>\n");
    }
    a3_buf_str(out, "</ol>\n");
    for (size_t i = 0; i < set->sdists.count; i++) {
        a3_buf_str(out, "<p>sdist ");
        a3_html_element(out, "code", NULL, a3_basename(set->sdists.items[i]));
        a3_buf_str(out, "</p>\n");
    }
}

static void html_one(a3_report *report, const a3_matrix_run *run, const a3_matrix *m)
{
    a3_buf *out = &report->out;
    const a3_set *set = m->set;
    a3_buf_str(out, "<h2>");
    a3_xml_text(out, set->project);
    a3_buf_char(out, ' ');
    a3_xml_text(out, set->version);
    a3_buf_str(out, "</h2>\n<p>");
    counts(out, m);
    a3_buf_str(out, set->sdists.count ? "." : "; no sdist.");
    a3_buf_str(out, "</p>\n<div class=\"scroll\"><table class=\"grid\">\n<thead><tr><th scope=\"col\">Interpreter</th>");
    for (size_t c = 0; c < set->columns.count; c++) {
        a3_buf_str(out, "<th scope=\"col\">");
        a3_xml_text(out, set->columns.items[c].label);
        a3_buf_str(out, "</th>");
    }
    a3_buf_str(out, "</tr></thead>\n<tbody>\n");
    for (size_t r = 0; r < set->rows.count; r++) {
        a3_buf_printf(out, "<tr><th scope=\"row\">%s%s</th>", a3_matrix_row_name(set->rows.items[r], run->arena),
                      set->rows.items[r]->free_threaded ? "<small>free-threaded</small>" : "");
        for (size_t c = 0; c < set->columns.count; c++)
            html_cell(out, set, a3_set_cell(set, r, c));
        a3_buf_str(out, "</tr>\n");
    }
    a3_buf_str(out, "</tbody>\n</table></div>\n<p class=\"key\">");
    for (int s = 0; s < A3_CELL_STATES; s++)
        a3_buf_printf(out, "<span class=\"%s\">%s %s</span>%s ", classes[s], marks[s], words[s], meanings[s]);
    a3_buf_printf(out, "</p>\n<p class=\"dim\">%s</p>\n", pypy);
    if (m->problems.count > 0)
        a3_buf_str(out, "<h3>Imports that fail or could not be followed</h3>\n<ul>\n");
    for (size_t i = 0; i < m->problems.count; i++) {
        const a3_matrix_problem *p = &m->problems.items[i];
        a3_buf_printf(out, "<li><b>%s %s</b>, wheel %zu: ", marks[p->state], words[p->state], a3_matrix_number(set, p->wheel));
        a3_xml_text(out, a3_matrix_problem_text(p, run->arena));
        a3_buf_printf(out, "<small>on %s; ", a3_interp_set_text(p->interpreters, run->arena));
        a3_xml_text(out, a3_matrix_columns_text(set, p->columns, run->arena));
        a3_buf_str(out, "</small></li>\n");
    }
    if (m->problems.count > 0)
        a3_buf_str(out, "</ul>\n");
    a3_html_findings(out, m->findings, report->style.verbose);
    html_wheels(out, set);
}

static void html_end(a3_report *report, const a3_totals *totals)
{
    const a3_matrix_run *run = report->state;
    a3_html_begin(&report->out, "Release matrix");
    a3_buf_printf(&report->out, "<h1>Release matrix</h1>\n<p class=\"dim\">Which wheel an installer picks, and whether its modules import there, "
                                "read from the files alone. %zu errors, %zu warnings, %zu notes.</p>\n", totals->errors, totals->warnings, totals->notes);
    for (size_t i = 0; i < run->count; i++)
        html_one(report, run, &run->items[i]);
    if (run->skipped.count > 0)
        a3_buf_str(&report->out, "<h2>Not in any set</h2>\n<ul>\n");
    for (size_t i = 0; i < run->skipped.count; i++) {
        a3_html_element(&report->out, "li", NULL, run->skipped.items[i]);
        a3_buf_char(&report->out, '\n');
    }
    if (run->skipped.count > 0)
        a3_buf_str(&report->out, "</ul>\n");
    a3_html_end(&report->out);
}

const a3_report_ops a3_matrix_html = {.name = "html", .end = html_end};

/* SPDX-License-Identifier: MIT */
/* The matrix in a browser: a coloured tile for each interpreter and machine, what is wrong below. */
#include <stdio.h>
#include <string.h>

#include "abi/stable.h"
#include "base/text.h"
#include "report/html.h"
#include "report/matrix.h"

static const char *const words[A3_CELL_STATES] = {"imports", "undetermined", "import fails", "sdist only", "nothing", "excluded"};
static const char *const marks[A3_CELL_STATES] = {"\xe2\x9c\x93", "?", "\xe2\x9c\x97", "\xe2\x9a\x92", "\xe2\x80\x93", "\xe2\x88\x85"};
static const char *const classes[A3_CELL_STATES] = {"ok", "warn", "bad", "sdist", "none", "none"};
static const char *const meanings[A3_CELL_STATES] = {
    "a wheel installs, its modules import", "a wheel installs, not all of it could be followed", "a wheel installs, and importing a module fails",
    "no wheel: built from the sdist", "nothing to install", "Requires-Python leaves it out"};

/* "2.28" of "glibc 2.28": the column says of what. */
static const char *number(const char *needs)
{
    const char *space = strrchr(needs, ' ');
    return space ? space + 1 : needs;
}

static const char *or_empty(const char *text) { return text ? text : ""; }

/* A link to the wheel below the table, its name for who points at it. */
static void wheel_link(a3_buf *out, const a3_matrix_run *run, const a3_matrix *m, const a3_set_wheel *wheel, const char *text)
{
    a3_buf_printf(out, "<a href=\"#w%zu-%zu\" title=\"", (size_t)(m - run->items), a3_matrix_number(m->set, wheel));
    a3_xml_text(out, wheel->base);
    a3_buf_str(out, "\">");
    enum { NARROW = 10 }; /* chars that need not break */
    bool wide = strlen(text) > NARROW;
    for (const char *dash; wide && (dash = strchr(text, '-')) != NULL; text = dash + 1) { /* may break behind a dash */
        char part[64];
        snprintf(part, sizeof part, "%.*s", (int)(dash + 1 - text), text);
        a3_xml_text(out, part);
        a3_buf_str(out, "<wbr>");
    }
    a3_xml_text(out, text);
    a3_buf_str(out, "</a>");
}

/* "2.34+ 2.28+ 2.17+", one wheel each; what older systems get under another name starts a line. */
static void html_steps(a3_buf *out, const a3_matrix_run *run, const a3_matrix *m, const a3_cell *cell)
{
    const char *tags = cell->steps.items[0].wheel->short_tags;
    a3_buf_str(out, "<small>");
    for (size_t i = 0; i < cell->steps.count; i++) {
        const a3_step *step = &cell->steps.items[i];
        bool other = strcmp(tags, step->wheel->short_tags) != 0;
        tags = step->wheel->short_tags;
        if (i == 0 && step->needs == NULL)
            continue;
        a3_buf_str(out, other ? "</small><small>" : i ? " " : "");
        if (i > 0 && step->state != A3_CELL_OK)
            a3_buf_printf(out, "<strong>%s</strong> ", marks[step->state]);
        const char *from = step->needs ? number(step->needs) : "any";
        wheel_link(out, run, m, step->wheel, or_empty(a3_printf(run->arena, "%s%s%s%s", other ? tags : "", other ? " " : "", from, step->needs ? "+" : "")));
    }
    a3_buf_str(out, "</small>");
}

static void html_cell(a3_buf *out, const a3_matrix_run *run, const a3_matrix *m, const a3_cell *cell)
{
    bool older_fails = false;
    for (size_t i = 1; i < cell->steps.count; i++)
        older_fails |= cell->steps.items[i].state == A3_CELL_FAILS;
    a3_buf_printf(out, "<td class=\"%s\" title=\"%s\">", cell->gap ? "gap" : older_fails && cell->state == A3_CELL_OK ? "warn" : classes[cell->state],
                  meanings[cell->state]);
    if (cell->gap) {
        a3_buf_printf(out, "<b>\xe2\x9a\xa0 gap</b><small>%s</small>", words[cell->state]);
    } else if (cell->steps.count == 0) {
        if (cell->state == A3_CELL_SDIST)
            a3_buf_printf(out, "<b>%s</b><small>%s</small>", marks[cell->state], words[cell->state]);
        else
            a3_buf_str(out, cell->state == A3_CELL_NONE ? marks[cell->state] : "excl.");
    } else {
        a3_buf_printf(out, "<b>%s&nbsp;", marks[cell->state]);
        wheel_link(out, run, m, cell->steps.items[0].wheel, cell->steps.items[0].wheel->short_tags);
        a3_buf_str(out, "</b>");
        if (cell->state != A3_CELL_OK)
            a3_html_element(out, "small", NULL, words[cell->state]);
        html_steps(out, run, m, cell);
    }
    a3_buf_str(out, "</td>");
}

static void head(a3_buf *out, const a3_set *set)
{
    a3_buf_str(out, "<thead>\n<tr><td></td>");
    for (size_t c = 0, same; c < set->columns.count; c += same) {
        for (same = 1; c + same < set->columns.count && strcmp(set->columns.items[c].group, set->columns.items[c + same].group) == 0; same++)
            ;
        a3_buf_printf(out, "<th scope=\"colgroup\" colspan=\"%zu\">", same);
        a3_xml_text(out, set->columns.items[c].group);
        a3_buf_str(out, "</th>");
    }
    a3_buf_str(out, "</tr>\n<tr><td></td>");
    for (size_t c = 0; c < set->columns.count; c++) {
        a3_buf_str(out, "<th scope=\"col\">");
        a3_xml_text(out, set->columns.items[c].machine);
        a3_buf_str(out, "</th>");
    }
    a3_buf_str(out, "</tr>\n</thead>\n");
}

static const char *kind_of(const a3_interp *interp)
{
    return interp->implementation != A3_IMPL_CPYTHON ? "Other implementations" : interp->free_threaded ? "CPython, free-threaded" : "CPython with the GIL";
}

static void rows(a3_buf *out, const a3_matrix_run *run, const a3_matrix *m)
{
    const a3_set *set = m->set;
    const char *kind = NULL;
    for (size_t r = 0; r < set->rows.count; r++) {
        const a3_interp *interp = set->rows.items[r];
        if (kind == NULL || strcmp(kind, kind_of(interp)) != 0) {
            a3_buf_printf(out, "%s<tbody>\n<tr class=\"kind\"><th scope=\"rowgroup\" colspan=\"%zu\"><span>%s</span></th></tr>\n", kind ? "</tbody>\n" : "",
                          set->columns.count + 1, kind_of(interp));
            kind = kind_of(interp);
        }
        a3_buf_printf(out, "<tr><th scope=\"row\">%s%s</th>", interp->name, interp->version > A3_ABI_DATA_LATEST ? "<small>to come</small>" : "");
        for (size_t c = 0; c < set->columns.count; c++)
            html_cell(out, run, m, a3_set_cell(set, r, c));
        a3_buf_str(out, "</tr>\n");
    }
    a3_buf_str(out, kind ? "</tbody>\n" : "");
}

static void tallies(a3_buf *out, const a3_matrix *m)
{
    static const a3_cell_state order[] = {A3_CELL_OK, A3_CELL_UNKNOWN, A3_CELL_FAILS};
    static const char *const told[] = {"install and import", "undetermined", "fail to import"};
    a3_html_tally tally[A3_CELL_STATES + 1];
    size_t count = 0, gaps_sdist = 0;
    for (size_t i = 0; i < m->set->rows.count * m->set->columns.count; i++)
        gaps_sdist += m->set->cells[i].gap && m->set->cells[i].state == A3_CELL_SDIST;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        tally[count++] = (a3_html_tally){classes[order[i]], marks[order[i]], told[i], m->states[order[i]]};
    tally[count++] = (a3_html_tally){"gap", "\xe2\x9a\xa0", m->gaps == 1 ? "gap" : "gaps", m->gaps};
    tally[count++] = (a3_html_tally){"sdist", marks[A3_CELL_SDIST], "sdist only", m->states[A3_CELL_SDIST] - gaps_sdist};
    tally[count++] = (a3_html_tally){"none", marks[A3_CELL_NONE], "nothing or excluded",
                                     m->states[A3_CELL_NONE] + m->states[A3_CELL_EXCLUDED] - (m->gaps - gaps_sdist)};
    a3_html_tallies(out, tally, count);
}

static void wheels(a3_buf *out, const a3_matrix_run *run, const a3_matrix *m)
{
    const a3_set *set = m->set;
    a3_buf_printf(out, "<details%s><summary>%zu wheel%s", set->wheels.count <= 12 ? " open" : "", set->wheels.count, set->wheels.count == 1 ? "" : "s");
    a3_buf_printf(out, set->sdists.count ? " and the sdist" : ", no sdist");
    a3_buf_str(out, "</summary>\n<ol>\n");
    for (size_t i = 0; i < set->wheels.count; i++) {
        const a3_set_wheel *wheel = &set->wheels.items[i];
        const char *remark = a3_matrix_wheel_remark(set, wheel);
        a3_buf_printf(out, "<li id=\"w%zu-%zu\">", (size_t)(m - run->items), i + 1);
        a3_html_element(out, "code", NULL, wheel->base);
        if (remark != NULL)
            a3_html_element(out, "span", "chip none", remark);
        for (size_t k = 0; k < wheel->rules.count; k++)
            a3_html_element(out, "span", "chip bad", wheel->rules.items[k]);
        a3_buf_str(out, "</li>\n");
    }
    a3_buf_str(out, "</ol>\n");
    for (size_t i = 0; i < set->sdists.count; i++) {
        a3_buf_str(out, "<p>sdist ");
        a3_html_element(out, "code", NULL, a3_basename(set->sdists.items[i]));
        a3_buf_str(out, "</p>\n");
    }
    a3_buf_str(out, "</details>\n");
}

static void problems(a3_buf *out, const a3_matrix_run *run, const a3_matrix *m)
{
    for (size_t i = 0; i < m->problems.count; i++) {
        const a3_matrix_problem *p = &m->problems.items[i];
        a3_buf_printf(out, "%s<li class=\"%s\"><b>%s %s</b> ", i ? "" : "<h3>Imports that fail or could not be followed</h3>\n<ul class=\"cards\">\n",
                      classes[p->state], marks[p->state], words[p->state]);
        a3_html_element(out, "code", NULL, p->wheel->base);
        a3_buf_str(out, "<p>");
        a3_xml_text(out, a3_matrix_problem_text(p, run->arena));
        a3_buf_printf(out, "</p><small>%s on ", a3_interp_set_text(p->interpreters, run->arena));
        a3_xml_text(out, a3_matrix_columns_text(m->set, p->columns, run->arena));
        a3_buf_str(out, "</small></li>\n");
    }
    a3_buf_str(out, m->problems.count ? "</ul>\n" : "");
}

static void html_one(a3_report *report, const a3_matrix_run *run, const a3_matrix *m)
{
    a3_buf *out = &report->out;
    const a3_set *set = m->set;
    a3_buf_printf(out, "<section id=\"m%zu\">\n<h2>", (size_t)(m - run->items));
    a3_xml_text(out, set->project);
    a3_buf_char(out, ' ');
    a3_html_element(out, "span", "dim", set->version);
    a3_buf_str(out, "</h2>\n");
    tallies(out, m);
    a3_buf_str(out, "<div class=\"scroll\"><table class=\"tiles\">\n");
    head(out, set);
    rows(out, run, m);
    a3_buf_str(out, "</table></div>\n");
    problems(out, run, m);
    a3_html_findings(out, m->findings, report->style.verbose);
    wheels(out, run, m);
    a3_buf_str(out, "</section>\n");
}

/* Where there are many: one line each, to find the bad ones by. */
static void contents(a3_buf *out, const a3_matrix_run *run)
{
    a3_buf_str(out, "<ul class=\"contents\">\n");
    for (size_t i = 0; i < run->count; i++) {
        const a3_matrix *m = &run->items[i];
        a3_buf_printf(out, "<li><a href=\"#m%zu\">", i);
        a3_xml_text(out, m->set->project);
        a3_buf_char(out, ' ');
        a3_xml_text(out, m->set->version);
        a3_buf_str(out, "</a>");
        if (m->failing > 0)
            a3_buf_printf(out, "<span class=\"chip bad\">%s %zu</span>", marks[A3_CELL_FAILS], m->failing);
        if (m->states[A3_CELL_UNKNOWN] > 0)
            a3_buf_printf(out, "<span class=\"chip warn\">? %zu</span>", m->states[A3_CELL_UNKNOWN]);
        if (m->gaps > 0)
            a3_buf_printf(out, "<span class=\"chip gap\">\xe2\x9a\xa0 %zu</span>", m->gaps);
        a3_buf_str(out, "</li>\n");
    }
    a3_buf_str(out, "</ul>\n");
}

static void html_end(a3_report *report, const a3_totals *totals)
{
    const a3_matrix_run *run = report->state;
    a3_buf *out = &report->out;
    a3_html_begin(out, "Release matrix");
    a3_buf_str(out, "<h1>Release matrix</h1>\n<p class=\"dim\">Which wheel an installer picks on each interpreter and machine, and whether its modules "
                       "import there, read from the files alone. 2.28+: for glibc 2.28 and later; behind it, what older systems get. "
                       "PyPy takes wheels of its own and pure ones: the stable ABIs are CPython's.</p>\n");
    (void)totals;
    if (run->count > 1)
        contents(out, run);
    for (size_t i = 0; i < run->count; i++)
        html_one(report, run, &run->items[i]);
    if (run->skipped.count > 0)
        a3_buf_str(out, "<h2>Not in any set</h2>\n<ul>\n");
    for (size_t i = 0; i < run->skipped.count; i++) {
        a3_html_element(out, "li", NULL, run->skipped.items[i]);
        a3_buf_char(out, '\n');
    }
    if (run->skipped.count > 0)
        a3_buf_str(out, "</ul>\n");
    a3_html_end(out);
}

const a3_report_ops a3_matrix_html = {.name = "html", .end = html_end};

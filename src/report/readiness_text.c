/* SPDX-License-Identifier: MIT */
/* The readiness table for a terminal, as Markdown and as HTML. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "report/html.h"
#include "report/readiness.h"

static const char *const words[A3_READINESS_COUNT] = {"ready", "cannot be decided", "turns the GIL on", "cannot be used"};
static const char *const kinds[] = {"pure", "abi3t", "free-threaded", "GIL only"};
static const char replaced[] = "its extensions are for other interpreters, Python files stand in for them";
static const char *const marks[A3_READINESS_COUNT] = {"\xe2\x9c\x93", "?", "\xe2\x9c\x97", "\xe2\x8a\x98"};
static const char *const emoji[A3_READINESS_COUNT] = {"\xe2\x9c\x85", "\xe2\x9d\x94", "\xe2\x9d\x8c", "\xe2\x9b\x94"};
static const char *const classes[A3_READINESS_COUNT] = {"ok", "warn", "bad", "bad"};

static void escaped(a3_buf *out, const char *text) { a3_text_escape(out, text, strlen(text)); }

static void totals_text(a3_buf *out, const a3_ready_run *run)
{
    a3_buf_printf(out, "CPython %s: %zu distribution%s: %zu ready, %zu turn the GIL on, %zu cannot be used, %zu cannot be decided (%zu pure, %zu abi3t, "
                       "%zu free-threaded, %zu GIL only)", run->interp->name, run->count, run->count == 1 ? "" : "s", run->states[A3_READY],
                  run->states[A3_TURNS_GIL_ON], run->states[A3_GIL_ONLY], run->states[A3_NOT_DECIDED], run->kinds[A3_BUILD_PURE],
                  run->kinds[A3_BUILD_ABI3T], run->kinds[A3_BUILD_FREE_THREADED], run->kinds[A3_BUILD_GIL]);
    if (run->baseline)
        a3_buf_printf(out, "; %zu worse than the baseline", run->regressions);
}

/* ---- text ---- */

static void text_row(a3_report *report, const a3_ready_run *run, const a3_ready_row *row, int width)
{
    static const char *const tints[A3_READINESS_COUNT] = {"\033[32m", "\033[33m", "\033[1;31m", "\033[1;31m"};
    a3_buf *out = &report->out;
    if (report->style.quiet && row->state == A3_READY)
        return;
    size_t start = out->size;
    escaped(out, row->name);
    if (row->version != NULL) {
        a3_buf_char(out, ' ');
        escaped(out, row->version);
    }
    a3_buf_printf(out, "%*s  %-14s", width > (int)(out->size - start) ? width - (int)(out->size - start) : 0, "", kinds[row->kind]);
    a3_buf_str(out, report->style.color ? tints[row->state] : "");
    a3_buf_str(out, words[row->state]);
    a3_buf_str(out, report->style.color ? "\033[0m" : "");
    a3_buf_str(out, row->regressed ? " (worse than the baseline)\n" : "\n");
    for (size_t i = 0; i < row->modules.count; i++) {
        const char *names = a3_ready_modules_text(row, i, run->arena);
        if (names == NULL)
            continue;
        a3_buf_str(out, "    ");
        escaped(out, names);
        a3_buf_str(out, ": ");
        escaped(out, row->modules.items[i].why);
        a3_buf_char(out, '\n');
    }
    if (row->state == A3_READY && row->replaced > 0)
        a3_buf_printf(out, "    %s\n", replaced);
}

static void text_end(a3_report *report, const a3_totals *totals)
{
    (void)totals;
    const a3_ready_run *run = report->state;
    int width = 24;
    for (size_t i = 0; i < run->count; i++) {
        size_t size = strlen(run->rows[i].name) + (run->rows[i].version ? strlen(run->rows[i].version) + 1 : 0);
        if ((int)size > width && size < 60)
            width = (int)size;
    }
    for (size_t i = 0; i < run->count; i++)
        text_row(report, run, &run->rows[i], width);
    totals_text(&report->out, run);
    a3_buf_char(&report->out, '\n');
}

const a3_report_ops a3_ready_text = {.name = "text", .end = text_end};

/* ---- Markdown ---- */

static void md_end(a3_report *report, const a3_totals *totals)
{
    (void)totals;
    const a3_ready_run *run = report->state;
    a3_buf *out = &report->out;
    a3_buf_str(out, "## Free-threading readiness\n\n");
    totals_text(out, run);
    a3_buf_str(out, ".\n\n| distribution | version | made for | verdict | modules |\n|---|---|---|---|---|\n");
    for (size_t i = 0; i < run->count; i++) {
        const a3_ready_row *row = &run->rows[i];
        a3_buf_str(out, "| ");
        a3_markdown_text(out, row->name);
        a3_buf_str(out, " | ");
        a3_markdown_text(out, row->version ? row->version : "");
        a3_buf_printf(out, " | %s | %s %s%s | ", kinds[row->kind], emoji[row->state], words[row->state],
                      row->regressed ? " (worse than the baseline)" : "");
        for (size_t k = 0; k < row->modules.count; k++) {
            const char *names = a3_ready_modules_text(row, k, run->arena);
            if (names == NULL)
                continue;
            a3_buf_str(out, k ? "<br>" : "");
            a3_markdown_text(out, names);
            a3_buf_str(out, ": ");
            a3_markdown_text(out, row->modules.items[k].why);
        }
        if (row->state == A3_READY && row->replaced > 0)
            a3_buf_str(out, replaced);
        a3_buf_str(out, " |\n");
    }
}

const a3_report_ops a3_ready_markdown = {.name = "markdown", .end = md_end};

/* ---- HTML ---- */

static void html_row(a3_buf *out, const a3_ready_run *run, const a3_ready_row *row)
{
    a3_buf_str(out, "<tr><th scope=\"row\">");
    a3_xml_text(out, row->name);
    a3_buf_str(out, "</th><td>");
    a3_xml_text(out, row->version ? row->version : "");
    a3_buf_printf(out, "</td><td>%s</td><td><span class=\"chip %s\">%s %s</span>%s</td><td>", kinds[row->kind], classes[row->state], marks[row->state],
                  words[row->state], row->regressed ? " <span class=\"chip gap\">\xe2\x9a\xa0 worse than the baseline</span>" : "");
    for (size_t k = 0; k < row->modules.count; k++) {
        const char *names = a3_ready_modules_text(row, k, run->arena);
        if (names == NULL)
            continue;
        a3_buf_str(out, "<div>");
        a3_html_element(out, "code", NULL, names);
        a3_html_element(out, "small", NULL, row->modules.items[k].why);
        a3_buf_str(out, "</div>");
    }
    if (row->state == A3_READY && row->replaced > 0)
        a3_html_element(out, "span", "dim", replaced);
    else if (row->modules.count == 0 && row->module_count > 0)
        a3_buf_printf(out, "<span class=\"dim\">%s declares that it does without the GIL</span>",
                      row->module_count == 1 ? "its module" : a3_printf(run->arena, "each of its %zu modules", row->module_count));
    a3_buf_str(out, "</td></tr>\n");
}

static void html_end(a3_report *report, const a3_totals *totals)
{
    static const a3_readiness order[] = {A3_GIL_ONLY, A3_TURNS_GIL_ON, A3_NOT_DECIDED, A3_READY};
    (void)totals;
    const a3_ready_run *run = report->state;
    a3_buf *out = &report->out;
    a3_html_begin(out, "Free-threading readiness");
    a3_buf_str(out, "<h1>Free-threading readiness</h1>\n<p class=\"dim\">A free-threaded interpreter turns the GIL back on for the whole process when it imports a "
                    "module that does not declare that it does without it.</p>\n");
    a3_buf_printf(out, "<h2>CPython %s <span class=\"dim\">%zu distribution%s</span></h2>\n", run->interp->name, run->count, run->count == 1 ? "" : "s");
    a3_html_tally tally[A3_READINESS_COUNT + 1];
    size_t count = 0;
    for (size_t i = A3_READINESS_COUNT; i-- > 0;)
        tally[count++] = (a3_html_tally){classes[order[i]], marks[order[i]], words[order[i]], run->states[order[i]]};
    a3_html_tallies(out, tally, count);
    a3_buf_printf(out, "<p class=\"dim\">%zu pure, %zu abi3t, %zu free-threaded, %zu GIL only", run->kinds[A3_BUILD_PURE], run->kinds[A3_BUILD_ABI3T],
                  run->kinds[A3_BUILD_FREE_THREADED], run->kinds[A3_BUILD_GIL]);
    if (run->baseline)
        a3_buf_printf(out, "; %zu worse than the baseline", run->regressions);
    a3_buf_str(out, "</p>\n<div class=\"scroll\"><table class=\"list\">\n<thead><tr><th scope=\"col\">Distribution</th><th scope=\"col\">Version</th>"
                    "<th scope=\"col\">Made for</th><th scope=\"col\">Verdict</th><th scope=\"col\">Modules</th></tr></thead>\n<tbody>\n");
    for (size_t o = 0; o < A3_READINESS_COUNT; o++) /* what needs attention first */
        for (size_t i = 0; i < run->count; i++)
            if (run->rows[i].state == order[o])
                html_row(out, run, &run->rows[i]);
    a3_buf_str(out, "</tbody>\n</table></div>\n");
    a3_html_end(out);
}

const a3_report_ops a3_ready_html = {.name = "html", .end = html_end};

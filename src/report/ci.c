/* SPDX-License-Identifier: MIT */
/* Reports that CI systems read: GitHub workflow commands, JUnit XML, Markdown for a job summary. */
#include <string.h>

#include "base/text.h"
#include "report/report.h"

/* ---- GitHub workflow commands: ::error title=...,file=...::message ---- */

/* Percent-encoding as the runner decodes it; properties encode ':' and ',' too. */
static void command_text(a3_buf *out, const char *text, bool property)
{
    a3_buf safe = A3_BUF_INIT;
    a3_text_escape(&safe, text, strlen(text));
    for (const char *at = a3_buf_text(&safe); *at != '\0'; at++)
        if (*at == '%' || *at == '\r' || *at == '\n' || (property && (*at == ':' || *at == ',')))
            a3_buf_printf(out, "%%%02X", (unsigned char)*at);
        else
            a3_buf_char(out, *at);
    out->failed |= safe.failed;
    a3_buf_free(&safe);
}

static void github_input(a3_report *report, const a3_result *result)
{
    a3_buf *out = &report->out;
    if (result->subject->err.status != A3_OK && result->errors == 0) { /* no finding says it */
        a3_buf_str(out, "::error file=");
        command_text(out, result->subject->path, true);
        a3_buf_str(out, ",title=could not be audited::");
        command_text(out, result->subject->err.message, false);
        a3_buf_char(out, '\n');
    }
    for (size_t i = 0; i < result->findings->count; i++) {
        const a3_finding *finding = &result->findings->items[i];
        if (finding->ignored != NULL || (finding->severity == A3_SEVERITY_NOTE && !report->style.verbose))
            continue;
        a3_buf_printf(out, "::%s file=", finding->severity == A3_SEVERITY_ERROR ? "error" : finding->severity == A3_SEVERITY_WARNING ? "warning" : "notice");
        command_text(out, result->subject->path, true);
        a3_buf_printf(out, ",title=%s %s::", a3_rule_code(finding->rule), a3_rule_name(finding->rule));
        if (finding->member != NULL) {
            command_text(out, finding->member, false);
            if (finding->slice != NULL) {
                a3_buf_str(out, " (");
                command_text(out, finding->slice, false);
                a3_buf_char(out, ')');
            }
            a3_buf_str(out, ": ");
        }
        command_text(out, finding->message, false);
        for (size_t k = 0; k < finding->evidence.count; k++) {
            a3_buf_str(out, "%0A  ");
            command_text(out, finding->evidence.items[k], false);
        }
        a3_buf_str(out, "%0AWhat to change: ");
        command_text(out, finding->fix ? finding->fix : a3_rule_remedy(finding->rule), false);
        a3_buf_char(out, '\n');
    }
}

const a3_report_ops a3_report_github = {.name = "github", .input = github_input};

/* ---- JUnit XML: a suite an input, with a case for the input as such and one for each finding ---- */

/* XML 1.0 character data: what XML cannot hold has been escaped as text. */
void a3_xml_text(a3_buf *out, const char *text)
{
    a3_buf safe = A3_BUF_INIT;
    a3_text_escape(&safe, text, strlen(text));
    for (const char *at = a3_buf_text(&safe); *at != '\0'; at++)
        switch (*at) {
        case '<': a3_buf_str(out, "&lt;"); break;
        case '>': a3_buf_str(out, "&gt;"); break;
        case '&': a3_buf_str(out, "&amp;"); break;
        case '"': a3_buf_str(out, "&quot;"); break;
        default: a3_buf_char(out, *at);
        }
    out->failed |= safe.failed;
    a3_buf_free(&safe);
}

static bool same_place(const a3_finding *a, const a3_finding *b)
{
    bool member = a->member == b->member || (a->member && b->member && strcmp(a->member, b->member) == 0);
    bool slice = a->slice == b->slice || (a->slice && b->slice && strcmp(a->slice, b->slice) == 0);
    return a->rule == b->rule && member && slice;
}

/* Readers tell cases apart by their names: the second of one rule at one place gets a number. */
static void junit_name(a3_buf *out, const a3_findings *findings, size_t index)
{
    const a3_finding *finding = &findings->items[index];
    size_t number = 1;
    for (size_t i = index; i-- > 0 && same_place(&findings->items[i], finding);) /* they are sorted */
        number++;
    a3_buf_printf(out, "%s %s", a3_rule_code(finding->rule), a3_rule_name(finding->rule));
    if (finding->member != NULL) {
        a3_buf_char(out, ' ');
        a3_xml_text(out, finding->member);
    }
    if (finding->slice != NULL) {
        a3_buf_str(out, " (");
        a3_xml_text(out, finding->slice);
        a3_buf_char(out, ')');
    }
    if (number > 1)
        a3_buf_printf(out, " #%zu", number);
}

static bool junit_fails(const a3_result *result, const a3_finding *finding)
{
    return finding->ignored == NULL && (finding->severity == A3_SEVERITY_ERROR || (finding->severity == A3_SEVERITY_WARNING && result->strict));
}

static void junit_case(a3_buf *out, const a3_result *result, size_t index)
{
    const a3_finding *finding = &result->findings->items[index];
    bool fails = junit_fails(result, finding);
    a3_buf_str(out, "    <testcase classname=\"");
    a3_xml_text(out, result->subject->path);
    a3_buf_str(out, "\" name=\"");
    junit_name(out, result->findings, index);
    a3_buf_printf(out, "\">\n      <%s message=\"", fails ? "failure" : "skipped");
    if (!fails)
        a3_buf_printf(out, "%s: ", finding->ignored ? "ignored" : a3_severity_name(finding->severity));
    a3_xml_text(out, finding->message);
    if (!fails) { /* <skipped> has no text */
        a3_buf_str(out, "\"/>\n    </testcase>\n");
        return;
    }
    a3_buf_printf(out, "\" type=\"%s\">", a3_rule_code(finding->rule));
    for (size_t k = 0; k < finding->evidence.count; k++) {
        a3_xml_text(out, finding->evidence.items[k]);
        a3_buf_char(out, '\n');
    }
    a3_xml_text(out, finding->fix ? finding->fix : a3_rule_remedy(finding->rule));
    a3_buf_str(out, "</failure>\n    </testcase>\n");
}

static void junit_begin(a3_report *report)
{
    a3_buf_str(&report->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"abi3t-audit\">\n");
}

/* The first case is the input as such: it passes where it could be looked at, so that a suite of mere notes is no suite of skips. */
static void junit_input(a3_report *report, const a3_result *result)
{
    a3_buf *out = &report->out;
    const a3_findings *findings = result->findings;
    bool broken = result->subject->err.status != A3_OK;
    size_t failures = 0;
    for (size_t i = 0; i < findings->count; i++)
        failures += junit_fails(result, &findings->items[i]);
    a3_buf_str(out, "  <testsuite name=\"");
    a3_xml_text(out, result->subject->path);
    a3_buf_printf(out, "\" tests=\"%zu\" failures=\"%zu\" errors=\"%d\" skipped=\"%zu\">\n    <testcase classname=\"", findings->count + 1, failures, broken,
                  findings->count - failures);
    a3_xml_text(out, result->subject->path);
    a3_buf_str(out, "\" name=\"could be audited\"");
    if (broken) {
        a3_buf_str(out, ">\n      <error message=\"");
        a3_xml_text(out, result->subject->err.message);
        a3_buf_str(out, "\"/>\n    </testcase>\n");
    } else {
        a3_buf_str(out, "/>\n");
    }
    for (size_t i = 0; i < findings->count; i++)
        junit_case(out, result, i);
    a3_buf_str(out, "  </testsuite>\n");
}

static void junit_end(a3_report *report, const a3_totals *totals)
{
    (void)totals;
    a3_buf_str(&report->out, "</testsuites>\n");
}

const a3_report_ops a3_report_junit = {.name = "junit", .begin = junit_begin, .input = junit_input, .end = junit_end};

/* ---- Markdown ---- */

/* Inline text of a table cell: what Markdown or HTML would read is escaped. */
void a3_markdown_text(a3_buf *out, const char *text)
{
    a3_buf safe = A3_BUF_INIT;
    a3_text_escape(&safe, text, strlen(text));
    for (const char *at = a3_buf_text(&safe); *at != '\0'; at++) {
        if (*at == '<')
            a3_buf_str(out, "&lt;");
        else if (*at == '&')
            a3_buf_str(out, "&amp;");
        else if (*at == '$') /* between two of them GitHub sees a formula, whatever is escaped */
            a3_buf_str(out, "&#36;");
        else if (strchr("\\`*_{}[]#|~>", *at) != NULL)
            a3_buf_printf(out, "\\%c", *at);
        else
            a3_buf_char(out, *at);
    }
    out->failed |= safe.failed;
    a3_buf_free(&safe);
}

static void markdown_begin(a3_report *report) { a3_buf_str(&report->out, "## abi3t-audit\n\n"); }

static void markdown_input(a3_report *report, const a3_result *result)
{
    static const char *const marks[] = {"\xe2\x9c\x85", "\xe2\x9d\x8c", "\xe2\x9b\x94"};
    a3_buf *out = &report->out;
    a3_buf_printf(out, "### %s ", marks[result->verdict]);
    a3_markdown_text(out, result->subject->base ? result->subject->base : result->subject->path);
    a3_buf_printf(out, "\n\n%s: %zu error%s, %zu warning%s, %zu note%s\n\n", a3_verdict_name(result->verdict), result->errors, result->errors == 1 ? "" : "s",
                  result->warnings, result->warnings == 1 ? "" : "s", result->notes, result->notes == 1 ? "" : "s");
    if (result->subject->err.status != A3_OK) {
        a3_markdown_text(out, result->subject->err.message);
        a3_buf_str(out, "\n\n");
    }
    bool head = false;
    for (size_t i = 0; i < result->findings->count; i++) {
        const a3_finding *finding = &result->findings->items[i];
        if ((finding->severity == A3_SEVERITY_NOTE || finding->ignored != NULL) && !report->style.verbose)
            continue;
        if (!head)
            a3_buf_str(out, "| | rule | where | what | what to change |\n|---|---|---|---|---|\n");
        head = true;
        a3_buf_printf(out, "| %s | %s %s | ", finding->ignored ? "ignored" : a3_severity_name(finding->severity), a3_rule_code(finding->rule), a3_rule_name(finding->rule));
        a3_markdown_text(out, finding->member ? finding->member : "");
        if (finding->slice != NULL) {
            a3_buf_str(out, " (");
            a3_markdown_text(out, finding->slice);
            a3_buf_char(out, ')');
        }
        a3_buf_str(out, " | ");
        a3_markdown_text(out, finding->message);
        for (size_t k = 0; k < finding->evidence.count; k++) {
            a3_buf_str(out, "<br>");
            a3_markdown_text(out, finding->evidence.items[k]);
        }
        a3_buf_str(out, " | ");
        a3_markdown_text(out, finding->ignored ? finding->ignored : finding->fix ? finding->fix : a3_rule_remedy(finding->rule));
        a3_buf_str(out, " |\n");
    }
    if (head)
        a3_buf_char(out, '\n');
}

static void markdown_end(a3_report *report, const a3_totals *totals)
{
    a3_buf_printf(&report->out, "%zu input%s: %zu pass, %zu fail, %zu could not be audited\n", totals->inputs, totals->inputs == 1 ? "" : "s",
                  totals->inputs - totals->failed - totals->unreadable, totals->failed, totals->unreadable);
}

const a3_report_ops a3_report_markdown = {.name = "markdown", .begin = markdown_begin, .input = markdown_input, .end = markdown_end};

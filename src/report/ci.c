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
    for (size_t i = 0; i < result->findings->count; i++) {
        const a3_finding *finding = &result->findings->items[i];
        if (finding->ignored != NULL || (finding->severity == A3_SEVERITY_NOTE && !report->style.verbose))
            continue;
        a3_buf_printf(out, "::%s file=", finding->severity == A3_SEVERITY_ERROR ? "error" : finding->severity == A3_SEVERITY_WARNING ? "warning" : "notice");
        command_text(out, result->subject->path, true);
        a3_buf_printf(out, ",title=%s %s::", a3_rule_code(finding->rule), a3_rule_name(finding->rule));
        if (finding->member != NULL) {
            command_text(out, finding->member, false);
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

/* ---- JUnit XML: a suite an input, a case a rule that was broken; a clean input is one passing case ---- */

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

static void junit_case(a3_buf *out, const a3_subject *subject, const a3_finding *finding)
{
    a3_buf_str(out, "    <testcase classname=\"");
    a3_xml_text(out, subject->path);
    a3_buf_printf(out, "\" name=\"%s %s", a3_rule_code(finding->rule), a3_rule_name(finding->rule));
    if (finding->member != NULL) {
        a3_buf_char(out, ' ');
        a3_xml_text(out, finding->member);
    }
    if (finding->slice != NULL) {
        a3_buf_str(out, " (");
        a3_xml_text(out, finding->slice);
        a3_buf_char(out, ')');
    }
    bool fails = finding->severity == A3_SEVERITY_ERROR && finding->ignored == NULL;
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

static void junit_input(a3_report *report, const a3_result *result)
{
    a3_buf *out = &report->out;
    const a3_findings *findings = result->findings;
    bool broken = result->subject->err.status != A3_OK && findings->count == 0;
    size_t tests = findings->count ? findings->count : 1, failures = 0;
    for (size_t i = 0; i < findings->count; i++)
        failures += findings->items[i].severity == A3_SEVERITY_ERROR && findings->items[i].ignored == NULL;
    a3_buf_str(out, "  <testsuite name=\"");
    a3_xml_text(out, result->subject->path);
    a3_buf_printf(out, "\" tests=\"%zu\" failures=\"%zu\" errors=\"%d\" skipped=\"%zu\">\n", tests, failures, broken, findings->count - failures);
    for (size_t i = 0; i < findings->count; i++)
        junit_case(out, result->subject, &findings->items[i]);
    if (findings->count == 0) {
        a3_buf_str(out, "    <testcase classname=\"");
        a3_xml_text(out, result->subject->path);
        a3_buf_str(out, "\" name=\"audit\"");
        if (broken) {
            a3_buf_str(out, ">\n      <error message=\"");
            a3_xml_text(out, result->subject->err.message);
            a3_buf_str(out, "\"/>\n    </testcase>\n");
        } else {
            a3_buf_str(out, "/>\n");
        }
    }
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
    a3_buf_printf(out, "\n\n%s: %zu errors, %zu warnings, %zu notes\n\n", a3_verdict_name(result->verdict), result->errors, result->warnings, result->notes);
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
    a3_buf_printf(&report->out, "%zu inputs: %zu pass, %zu fail, %zu could not be audited\n", totals->inputs,
                  totals->inputs - totals->failed - totals->unreadable, totals->failed, totals->unreadable);
}

const a3_report_ops a3_report_markdown = {.name = "markdown", .begin = markdown_begin, .input = markdown_input, .end = markdown_end};

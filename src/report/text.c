/* SPDX-License-Identifier: MIT */
/* Text for people: one finding a line in the form that compilers use, evidence and hint indented below, no wrapping. */
#include <string.h>

#include "base/text.h"
#include "report/alike.h"
#include "report/report.h"

typedef enum { PLAIN, BOLD, RED, YELLOW, CYAN, GREEN, DIM } tint;

static void color(a3_report *report, tint which)
{
    static const char *const codes[] = {"\033[0m", "\033[1m", "\033[1;31m", "\033[1;33m", "\033[36m", "\033[32m", "\033[2m"};
    if (report->style.color)
        a3_buf_str(&report->out, codes[which]);
}

static void colored(a3_report *report, tint which, const char *text)
{
    color(report, which);
    a3_text_escape(&report->out, text, strlen(text));
    color(report, PLAIN);
}

static void place(a3_report *report, const a3_subject *subject, const a3_finding *finding, size_t alike)
{
    a3_text_escape(&report->out, subject->path, strlen(subject->path));
    if (alike > 1) {
        a3_buf_printf(&report->out, ": %zu files", alike);
    } else if (finding->member != NULL && subject->kind != A3_INPUT_OBJECT) {
        a3_buf_str(&report->out, ": ");
        a3_text_escape(&report->out, finding->member, strlen(finding->member));
    }
    if (finding->slice != NULL) {
        a3_buf_str(&report->out, " (");
        a3_text_escape(&report->out, finding->slice, strlen(finding->slice));
        a3_buf_char(&report->out, ')');
    }
}

static void print_members(a3_report *report, const a3_findings *findings, const uint32_t *alike, size_t count)
{
    size_t shown = count > a3_evidence_limit(findings) ? a3_evidence_limit(findings) : count;
    for (size_t i = 0; i < shown; i++) {
        const char *member = findings->items[alike[i]].member;
        a3_buf_str(&report->out, "    in ");
        a3_text_escape(&report->out, member, strlen(member));
        a3_buf_char(&report->out, '\n');
    }
    if (count > shown)
        a3_buf_printf(&report->out, "    in %zu more\n", count - shown);
}

/* `alike`: the finding and those that say the same of other files, in order; `count` of them. */
static void print_finding(a3_report *report, const a3_subject *subject, const a3_findings *findings, const uint32_t *alike, size_t count)
{
    const a3_finding *finding = &findings->items[alike[0]];
    static const tint tints[] = {PLAIN, CYAN, YELLOW, RED};
    color(report, BOLD);
    place(report, subject, finding, count);
    color(report, PLAIN);
    a3_buf_str(&report->out, ": ");
    colored(report, finding->ignored ? DIM : tints[finding->severity], finding->ignored ? "ignored" : a3_severity_name(finding->severity));
    a3_buf_str(&report->out, ": ");
    a3_text_escape(&report->out, finding->message, strlen(finding->message));
    a3_buf_printf(&report->out, " [%s %s]\n", a3_rule_code(finding->rule), a3_rule_name(finding->rule));
    for (size_t i = 0; i < finding->evidence.count; i++) {
        a3_buf_str(&report->out, "    ");
        a3_text_escape(&report->out, finding->evidence.items[i], strlen(finding->evidence.items[i]));
        a3_buf_char(&report->out, '\n');
    }
    if (finding->evidence_total > finding->evidence.count)
        a3_buf_printf(&report->out, "    ... and %zu more\n", finding->evidence_total - finding->evidence.count);
    if (count > 1)
        print_members(report, findings, alike, count);
    if (finding->ignored != NULL) {
        a3_buf_str(&report->out, "    reason: ");
        a3_text_escape(&report->out, finding->ignored, strlen(finding->ignored));
        a3_buf_char(&report->out, '\n');
        return;
    }
    const char *fix = finding->fix ? finding->fix : a3_rule_remedy(finding->rule);
    a3_buf_str(&report->out, "    ");
    colored(report, DIM, "hint: ");
    a3_text_escape(&report->out, fix, strlen(fix));
    a3_buf_char(&report->out, '\n');
}

static void count(a3_buf *out, size_t n, const char *what, const char **separator)
{
    a3_buf_printf(out, "%s%zu %s%s", *separator, n, what, n == 1 ? "" : "s");
    *separator = ", ";
}

static void print_claim(a3_report *report, const a3_result *result)
{
    const a3_subject *subject = result->subject;
    const char *separator = "";
    if (subject->kind == A3_INPUT_ARCHIVE) {
        a3_buf_str(&report->out, " (no wheel and no native object in it)");
        return;
    }
    a3_buf_str(&report->out, " (");
    if (subject->claim.source != A3_CLAIM_NONE) {
        for (size_t i = 0; i < subject->claim.tags.abi.count; i++) {
            a3_buf_str(&report->out, i ? "." : "");
            a3_text_escape(&report->out, subject->claim.tags.abi.items[i], strlen(subject->claim.tags.abi.items[i]));
        }
        if (subject->claim.floor != 0 && (subject->claim.specific || a3_claim_stable(&subject->claim)))
            a3_buf_printf(&report->out, ", CPython %s%s", A3_VERSION_TEXT(subject->claim.floor),
                          subject->claim.abi3 || subject->claim.abi3t ? " and later" : "");
        separator = ", ";
    }
    count(&report->out, subject->object_count, "binary", &separator);
    if (subject->object_count != 1) { /* "binarys": the one irregular plural here */
        report->out.size -= strlen("ys");
        a3_buf_str(&report->out, "ies");
    }
    a3_buf_char(&report->out, ')');
}

/* In the order found; what is said of many files alike is said once, where the first stands. */
static void print_findings(a3_report *report, const a3_result *result)
{
    enum { MANY = 3 };
    const a3_findings *findings = result->findings;
    a3_alike alike;
    bool grouped = a3_alike_find(findings, &alike);
    for (size_t i = 0; i < findings->count; i++) {
        const a3_finding *finding = &findings->items[i];
        uint32_t self = (uint32_t)i;
        const uint32_t *group = &self;
        size_t count = grouped ? a3_alike_group(&alike, i, &group) : 1;
        bool minor = finding->severity == A3_SEVERITY_NOTE || finding->ignored != NULL;
        if (minor && !report->style.verbose)
            continue;
        if (count < MANY)
            print_finding(report, result->subject, findings, &self, 1);
        else if (group[0] == i)
            print_finding(report, result->subject, findings, group, count);
    }
    a3_alike_free(&alike);
}

static void text_input(a3_report *report, const a3_result *result)
{
    const a3_subject *subject = result->subject;
    print_findings(report, result);
    if (report->style.quiet && result->verdict == A3_VERDICT_PASS)
        return;
    static const tint tints[] = {GREEN, RED, RED};
    a3_text_escape(&report->out, subject->path, strlen(subject->path));
    a3_buf_str(&report->out, ": ");
    colored(report, tints[result->verdict], a3_verdict_name(result->verdict));
    if (subject->err.status == A3_OK)
        print_claim(report, result);
    const char *separator = ": ";
    if (result->errors > 0)
        count(&report->out, result->errors, "error", &separator);
    if (result->warnings > 0)
        count(&report->out, result->warnings, "warning", &separator);
    if (result->notes > 0)
        count(&report->out, result->notes, "note", &separator);
    if (result->ignored > 0) {
        a3_buf_printf(&report->out, "%s%zu ignored", separator, result->ignored);
        separator = ", ";
    }
    if (result->notes + result->ignored > 0 && !report->style.verbose)
        a3_buf_str(&report->out, " (shown with --verbose)");
    a3_buf_char(&report->out, '\n');
}

static void text_end(a3_report *report, const a3_totals *totals)
{
    if (report->style.quiet || totals->inputs < 2)
        return;
    const char *separator = "";
    count(&report->out, totals->inputs, "input", &separator);
    a3_buf_printf(&report->out, ": %zu pass, %zu fail, %zu could not be audited; ",
                  totals->inputs - totals->failed - totals->unreadable, totals->failed, totals->unreadable);
    separator = "";
    count(&report->out, totals->errors, "error", &separator);
    count(&report->out, totals->warnings, "warning", &separator);
    count(&report->out, totals->notes, "note", &separator);
    a3_buf_char(&report->out, '\n');
}

const a3_report_ops a3_report_text = {.name = "text", .input = text_input, .end = text_end};

/* SPDX-License-Identifier: MIT */
/* SARIF 2.1.0 (OASIS standard), as code scanning services read it: one run, every rule with its help, one result a finding. */
#include <string.h>

#include "base/text.h"
#include "report/json.h"

static json_t *message(const char *text) { return json_pack("{s:o}", "text", a3_json_text(text)); }

static const char *level(a3_severity severity)
{
    return severity == A3_SEVERITY_ERROR ? "error" : severity == A3_SEVERITY_WARNING ? "warning" : severity == A3_SEVERITY_NOTE ? "note" : "none";
}

static json_t *rule_json(a3_rule_id rule)
{
    a3_buf help = A3_BUF_INIT;
    a3_buf_printf(&help, "%s\n\nWhat to change: %s\n\nReference: %s", a3_rule_explanation(rule), a3_rule_remedy(rule), a3_rule_reference(rule));
    json_t *out = json_pack("{s:s, s:s, s:o, s:o, s:o, s:{s:s}}", "id", a3_rule_code(rule), "name", a3_rule_name(rule), "shortDescription",
                            message(a3_rule_title(rule)), "fullDescription", message(a3_rule_explanation(rule)), "help", message(a3_buf_text(&help)),
                            "defaultConfiguration", "level", level(a3_rule_severity(rule)));
    a3_buf_free(&help);
    return out;
}

/* A path as a relative or absolute URI reference (RFC 3986): everything but unreserved characters and '/' is encoded. */
static json_t *uri(const char *path)
{
    a3_buf out = A3_BUF_INIT;
    if (path[0] == '/')
        a3_buf_str(&out, "file://");
    for (const char *at = path; *at != '\0'; at++)
        if (strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/", *at) != NULL)
            a3_buf_char(&out, *at);
        else
            a3_buf_printf(&out, "%%%02X", (unsigned char)*at);
    json_t *value = a3_buf_ok(&out) ? json_string(a3_buf_text(&out)) : NULL;
    a3_buf_free(&out);
    return value;
}

static json_t *location(const a3_subject *subject, const a3_finding *finding)
{
    /* services show results at a line of a file: the wheel's first */
    json_t *out = json_pack("{s:{s:{s:o}, s:{s:i}}}", "physicalLocation", "artifactLocation", "uri", uri(subject->path), "region", "startLine", 1);
    if (out == NULL || finding->member == NULL)
        return out;
    json_t *logical = json_pack("[{s:o, s:s}]", "fullyQualifiedName", a3_json_text(finding->member), "kind", "module");
    if (!a3_json_put(out, "logicalLocations", logical)) {
        json_decref(out);
        return NULL;
    }
    return out;
}

/* FNV-1a over what identifies a finding: services match results of two runs by it. */
static void fingerprint(const a3_subject *subject, const a3_finding *finding, char out[17])
{
    const char *const parts[] = {a3_rule_code(finding->rule), subject->base ? subject->base : "", finding->member ? finding->member : "", finding->slice ? finding->slice : "",
                                 finding->message};
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        for (const char *at = parts[i];; at++) {
            hash = (hash ^ (unsigned char)*at) * UINT64_C(0x100000001b3);
            if (*at == '\0')
                break;
        }
    snprintf(out, 17, "%016llx", (unsigned long long)hash);
}

static json_t *result_json(const a3_subject *subject, const a3_finding *finding)
{
    a3_buf text = A3_BUF_INIT;
    if (finding->member != NULL)
        a3_buf_printf(&text, "%s%s%s%s: ", finding->member, finding->slice ? " (" : "", finding->slice ? finding->slice : "", finding->slice ? ")" : "");
    a3_buf_printf(&text, "%s.", finding->message);
    for (size_t i = 0; i < finding->evidence.count; i++)
        a3_buf_printf(&text, "\n- %s", finding->evidence.items[i]);
    if (finding->evidence_total > finding->evidence.count)
        a3_buf_printf(&text, "\n- and %zu more", finding->evidence_total - finding->evidence.count);
    a3_buf_printf(&text, "\nWhat to change: %s", finding->fix ? finding->fix : a3_rule_remedy(finding->rule));
    char mark[17];
    fingerprint(subject, finding, mark);
    json_t *out = json_pack("{s:s, s:i, s:s, s:o, s:[o], s:{s:s}}", "ruleId", a3_rule_code(finding->rule), "ruleIndex", (int)finding->rule, "level",
                            level(finding->severity), "message", message(a3_buf_text(&text)), "locations", location(subject, finding), "partialFingerprints",
                            "abi3tAudit/v1", mark);
    a3_buf_free(&text);
    if (out != NULL && finding->ignored != NULL &&
        !a3_json_put(out, "suppressions", json_pack("[{s:s, s:o}]", "kind", "external", "justification", a3_json_text(finding->ignored)))) {
        json_decref(out);
        return NULL;
    }
    return out;
}

static void sarif_begin(a3_report *report)
{
    report->state = json_array();
    report->failed |= report->state == NULL;
}

static void sarif_input(a3_report *report, const a3_result *result)
{
    for (size_t i = 0; i < result->findings->count; i++)
        report->failed |= json_array_append_new(report->state, result_json(result->subject, &result->findings->items[i])) != 0;
}

static void sarif_end(a3_report *report, const a3_totals *totals)
{
    json_t *rules = json_array();
    bool ok = true;
    for (int rule = 0; rule < A3_RULE_COUNT; rule++)
        ok &= json_array_append_new(rules, rule_json((a3_rule_id)rule)) == 0;
    json_t *document = json_pack("{s:s, s:s, s:[{s:{s:{s:s, s:s, s:s, s:o}}, s:s, s:[{s:b}], s:O}]}", "$schema",
                                 "https://json.schemastore.org/sarif-2.1.0.json", "version", "2.1.0", "runs", "tool", "driver", "name", "abi3t-audit",
                                 "version", PACKAGE_VERSION, "informationUri", "https://pypi.org/project/abi3t-audit/", "rules", rules, "columnKind",
                                 "unicodeCodePoints", "invocations", "executionSuccessful", totals->unreadable == 0, "results", report->state);
    report->failed |= !ok;
    a3_json_write(report, document, false);
}

static void sarif_drop(a3_report *report) { json_decref(report->state); }

const a3_report_ops a3_report_sarif = {.name = "sarif", .begin = sarif_begin, .input = sarif_input, .end = sarif_end, .drop = sarif_drop};

/* SPDX-License-Identifier: MIT */
/* SARIF 2.1.0 (OASIS standard), as code scanning services read it: one run, every rule with its help, one result a finding. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "report/json.h"

static json_t *message(const char *text) { return json_pack("{s:o}", "text", a3_json_text(text)); }
static json_t *long_message(a3_buf *text) { return json_pack("{s:o}", "text", a3_json_buf(text)); }

static const char *level(a3_severity severity)
{
    return severity == A3_SEVERITY_ERROR ? "error" : severity == A3_SEVERITY_WARNING ? "warning" : severity == A3_SEVERITY_NOTE ? "note" : "none";
}

/* The first web page that the reference names, if any; PEPs have theirs. false: no memory. */
static bool put_help_uri(json_t *out, const char *reference)
{
    for (const char *at = reference; *at != '\0'; at += strcspn(at, ";"), at += strspn(at, "; ")) {
        unsigned pep;
        size_t size = strcspn(at, ";");
        if (a3_has_prefix(at, "https://"))
            return a3_json_put(out, "helpUri", json_stringn(at, strcspn(at, "; ") < size ? strcspn(at, "; ") : size));
        if (sscanf(at, "PEP %4u", &pep) == 1)
            return a3_json_put(out, "helpUri", json_sprintf("https://peps.python.org/pep-%04u/", pep));
    }
    return true;
}

static json_t *rule_json(a3_rule_id rule)
{
    a3_buf help = A3_BUF_INIT, markdown = A3_BUF_INIT;
    a3_buf_printf(&help, "%s\n\nWhat to change: %s\n\nReference: %s", a3_rule_explanation(rule), a3_rule_remedy(rule), a3_rule_reference(rule));
    a3_markdown_text(&markdown, a3_rule_explanation(rule));
    a3_buf_str(&markdown, "\n\n**What to change:** ");
    a3_markdown_text(&markdown, a3_rule_remedy(rule));
    a3_buf_printf(&markdown, "\n\n**Reference:** %s", a3_rule_reference(rule)); /* ours: its addresses shall be links */
    json_t *out = json_pack("{s:s, s:s, s:o, s:o, s:{s:o, s:o}, s:{s:s}, s:{s:[s, s]}}", "id", a3_rule_code(rule), "name", a3_rule_name(rule), "shortDescription",
                            message(a3_rule_title(rule)), "fullDescription", message(a3_rule_explanation(rule)), "help", "text", a3_json_buf(&help), "markdown",
                            a3_json_buf(&markdown), "defaultConfiguration", "level", level(a3_rule_severity(rule)), "properties", "tags", "python", "wheel");
    if (out != NULL && !put_help_uri(out, a3_rule_reference(rule))) {
        json_decref(out);
        return NULL;
    }
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
    return a3_json_buf(&out);
}

typedef struct sarif {
    json_t *results, *artifacts, *notifications;
} sarif;

static json_t *artifact_location(const a3_subject *subject, size_t index)
{
    return json_pack("{s:o, s:I}", "uri", uri(subject->path), "index", (json_int_t)index);
}

static json_t *location(const a3_subject *subject, size_t index, const a3_finding *finding)
{
    /* services show results at a line of a file: the wheel's first */
    json_t *out = json_pack("{s:{s:o, s:{s:i}}}", "physicalLocation", "artifactLocation", artifact_location(subject, index), "region", "startLine", 1);
    if (out == NULL || finding->member == NULL)
        return out;
    const char *slash = strrchr(finding->member, '/');
    json_t *logical = json_pack("[{s:o, s:o, s:s}]", "name", a3_json_text(slash ? slash + 1 : finding->member), "fullyQualifiedName",
                                a3_json_text(finding->member), "kind", "module");
    if (!a3_json_put(out, "logicalLocations", logical)) {
        json_decref(out);
        return NULL;
    }
    return out;
}

static uint64_t mix(uint64_t hash, const char *text) /* FNV-1a, the NUL included */
{
    for (;; text++) {
        hash = (hash ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
        if (*text == '\0')
            return hash;
    }
}

/* What identifies a finding from release to release: services match results of two runs by it. The project's version is no part of it. */
static void fingerprint(const a3_subject *subject, const a3_finding *finding, char out[17])
{
    uint64_t hash = mix(UINT64_C(0xcbf29ce484222325), a3_rule_code(finding->rule));
    const char *member = finding->member ? finding->member : "", *tags = subject->base ? subject->base : "";
    if (subject->name.split) {
        hash = mix(hash, subject->name.normalised);
        for (size_t dashes = 0, at = strlen(tags); at > 0; at--) /* python-abi-platform.whl: behind the third dash from the end */
            if (tags[at - 1] == '-' && ++dashes == 3) {
                tags += at;
                break;
            }
    }
    if (subject->dist_info != NULL && a3_has_prefix(member, subject->dist_info))
        member += strlen(subject->dist_info);
    hash = mix(mix(mix(mix(hash, tags), member), finding->slice ? finding->slice : ""), finding->message);
    snprintf(out, 17, "%016llx", (unsigned long long)hash);
}

static json_t *result_json(const a3_subject *subject, size_t index, const a3_finding *finding)
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
    char mark[17], line[24];
    fingerprint(subject, finding, mark);
    snprintf(line, sizeof line, "%s:1", mark); /* the one that GitHub matches by */
    json_t *out = json_pack("{s:s, s:i, s:s, s:o, s:[o], s:{s:s, s:s}}", "ruleId", a3_rule_code(finding->rule), "ruleIndex", (int)finding->rule, "level",
                            level(finding->severity), "message", long_message(&text), "locations", location(subject, index, finding), "partialFingerprints",
                            "abi3tAudit/v2", mark, "primaryLocationLineHash", line);
    if (out != NULL && finding->ignored != NULL &&
        !a3_json_put(out, "suppressions", json_pack("[{s:s, s:o}]", "kind", "external", "justification", a3_json_text(finding->ignored)))) {
        json_decref(out);
        return NULL;
    }
    return out;
}

static void sarif_begin(a3_report *report)
{
    sarif *state = calloc(1, sizeof *state);
    report->state = state;
    if (state != NULL)
        *state = (sarif){json_array(), json_array(), json_array()};
    report->failed |= state == NULL || state->results == NULL || state->artifacts == NULL || state->notifications == NULL;
}

static void sarif_input(a3_report *report, const a3_result *result)
{
    sarif *state = report->state;
    const a3_subject *subject = result->subject;
    size_t index = json_array_size(state->artifacts);
    bool ok = json_array_append_new(state->artifacts, json_pack("{s:{s:o}, s:[s]}", "location", "uri", uri(subject->path), "roles", "analysisTarget")) == 0;
    for (size_t i = 0; i < result->findings->count; i++)
        ok &= json_array_append_new(state->results, result_json(subject, index, &result->findings->items[i])) == 0;
    if (subject->err.status != A3_OK) /* no result stands for what was not looked at */
        ok &= json_array_append_new(state->notifications,
                                    json_pack("{s:s, s:o, s:[{s:{s:o}}]}", "level", "error", "message", message(subject->err.message), "locations", "physicalLocation",
                                              "artifactLocation", artifact_location(subject, index))) == 0;
    report->failed |= !ok;
}

static void sarif_end(a3_report *report, const a3_totals *totals)
{
    sarif *state = report->state;
    json_t *rules = json_array();
    bool ok = true;
    for (int rule = 0; rule < A3_RULE_COUNT; rule++)
        ok &= json_array_append_new(rules, rule_json((a3_rule_id)rule)) == 0;
    json_t *document = json_pack("{s:s, s:s, s:[{s:{s:{s:s, s:s, s:o}}, s:s, s:[{s:b, s:O}], s:O, s:O}]}", "$schema",
                                 "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json", "version", "2.1.0", "runs", "tool",
                                 "driver", "name", "abi3t-audit", "semanticVersion", PACKAGE_VERSION, "rules", rules, "columnKind", "unicodeCodePoints",
                                 "invocations", "executionSuccessful", totals->unreadable == 0, "toolExecutionNotifications", state->notifications, "artifacts",
                                 state->artifacts, "results", state->results);
    report->failed |= !ok;
    a3_json_write(report, document, false);
}

static void sarif_drop(a3_report *report)
{
    sarif *state = report->state;
    if (state == NULL)
        return;
    json_decref(state->results);
    json_decref(state->artifacts);
    json_decref(state->notifications);
    free(state);
}

const a3_report_ops a3_report_sarif = {.name = "sarif", .begin = sarif_begin, .input = sarif_input, .end = sarif_end, .drop = sarif_drop};

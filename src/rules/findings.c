/* SPDX-License-Identifier: MIT */
#include "rules/findings.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

/* All texts in one constant object and offsets into it: no relocations, nothing to set up at start. */
static const struct {
#define A3_RULE(id, name, severity, title, explanation, remedy, reference) \
    char id##_id[sizeof #id], id##_name[sizeof name], id##_title[sizeof title], id##_explanation[sizeof explanation], \
        id##_remedy[sizeof remedy], id##_reference[sizeof reference];
#include "rules/rules.def"
#undef A3_RULE
} texts = {
#define A3_RULE(id, name, severity, title, explanation, remedy, reference) #id, name, title, explanation, remedy, reference,
#include "rules/rules.def"
#undef A3_RULE
};

static const struct {
    uint32_t id, name, title, explanation, remedy, reference;
    uint8_t severity;
} rules[] = {
#define AT(field) offsetof(__typeof__(texts), field)
#define A3_RULE(id, name, severity, title, explanation, remedy, reference) \
    [A3_RULE_##id] = {AT(id##_id), AT(id##_name), AT(id##_title), AT(id##_explanation), AT(id##_remedy), \
                      AT(id##_reference), A3_SEVERITY_##severity},
#include "rules/rules.def"
#undef A3_RULE
#undef AT
};

static const char *text_at(uint32_t offset) { return (const char *)&texts + offset; }

const char *a3_rule_code(a3_rule_id rule) { return text_at(rules[rule].id); }
const char *a3_rule_name(a3_rule_id rule) { return text_at(rules[rule].name); }
const char *a3_rule_title(a3_rule_id rule) { return text_at(rules[rule].title); }
const char *a3_rule_explanation(a3_rule_id rule) { return text_at(rules[rule].explanation); }
const char *a3_rule_remedy(a3_rule_id rule) { return text_at(rules[rule].remedy); }
const char *a3_rule_reference(a3_rule_id rule) { return text_at(rules[rule].reference); }
a3_severity a3_rule_severity(a3_rule_id rule) { return (a3_severity)rules[rule].severity; }

const char *a3_severity_name(a3_severity severity)
{
    switch (severity) {
    case A3_SEVERITY_ERROR: return "error";
    case A3_SEVERITY_WARNING: return "warning";
    case A3_SEVERITY_NOTE: return "note";
    case A3_SEVERITY_OFF: break;
    }
    return "off";
}

bool a3_rule_matches(a3_rule_id rule, const char *pattern)
{
    size_t size = strlen(pattern);
    if (strcasecmp(pattern, "all") == 0)
        return true;
    if (strcasecmp(pattern, a3_rule_name(rule)) == 0)
        return true;
    return size > 0 && strncasecmp(a3_rule_code(rule), pattern, size) == 0;
}

bool a3_rule_pattern_known(const char *pattern)
{
    for (int rule = 0; rule < A3_RULE_COUNT; rule++)
        if (a3_rule_matches((a3_rule_id)rule, pattern))
            return true;
    return false;
}

static bool selected(const a3_rule_config *config, a3_rule_id rule)
{
    for (size_t i = 0; i < config->select.count; i++)
        if (a3_rule_matches(rule, config->select.items[i]))
            return true;
    return config->select.count == 0;
}

static bool setting_applies(const a3_rule_setting *setting, const char *path, const a3_finding *finding)
{
    if (!a3_rule_matches(finding->rule, setting->pattern))
        return false;
    return setting->path == NULL || a3_glob(setting->path, path) || a3_glob(setting->path, a3_basename(path)) ||
           (finding->member != NULL && a3_glob(setting->path, finding->member));
}

/* Severity after the configuration; false: the finding is dropped. */
static bool configure(const a3_findings *out, a3_finding *finding)
{
    const a3_rule_config *config = out->config;
    if (config == NULL)
        return true;
    if (!selected(config, finding->rule))
        return false;
    bool off = false;
    for (size_t i = 0; i < config->settings.count; i++) {
        const a3_rule_setting *setting = &config->settings.items[i];
        if (!setting_applies(setting, out->path ? out->path : "", finding))
            continue;
        off = setting->severity == A3_SEVERITY_OFF;
        finding->ignored = off ? setting->reason : NULL;
        if (!off)
            finding->severity = setting->severity;
    }
    return !off || finding->ignored != NULL;
}

static a3_finding *find(a3_findings *out, a3_finding finding, const char *format, va_list args)
{
    if (!configure(out, &finding))
        return NULL;
    const char *message = a3_vprintf(out->arena, format, args);
    a3_finding *slot = message ? A3_PUSH(out->arena, out) : NULL;
    if (slot == NULL)
        return NULL;
    *slot = finding;
    slot->message = message;
    return slot;
}

a3_finding *a3_find(a3_findings *out, a3_rule_id rule, const char *member, const char *slice, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    a3_finding *finding =
        find(out, (a3_finding){.rule = rule, .severity = a3_rule_severity(rule), .member = member, .slice = slice}, format, args);
    va_end(args);
    return finding;
}

a3_finding *a3_find_as(a3_findings *out, a3_rule_id rule, a3_severity severity, const char *member, const char *slice,
                       const char *format, ...)
{
    va_list args;
    va_start(args, format);
    a3_finding *finding =
        find(out, (a3_finding){.rule = rule, .severity = severity, .member = member, .slice = slice}, format, args);
    va_end(args);
    return finding;
}

size_t a3_evidence_limit(const a3_findings *out)
{
    return out->config && out->config->evidence_limit ? out->config->evidence_limit : A3_EVIDENCE_LIMIT;
}

void a3_evidence(a3_findings *out, a3_finding *finding, const char *format, ...)
{
    if (finding == NULL)
        return;
    finding->evidence_total++;
    size_t limit = a3_evidence_limit(out);
    if (finding->evidence.count >= limit)
        return;
    va_list args;
    va_start(args, format);
    char *text = a3_vprintf(out->arena, format, args);
    va_end(args);
    const char **slot = text ? A3_PUSH(out->arena, &finding->evidence) : NULL;
    if (slot != NULL)
        *slot = text;
}

void a3_fix(a3_findings *out, a3_finding *finding, const char *format, ...)
{
    if (finding == NULL)
        return;
    va_list args;
    va_start(args, format);
    finding->fix = a3_vprintf(out->arena, format, args);
    va_end(args);
}

static int compare_text(const char *a, const char *b)
{
    if (a == NULL || b == NULL)
        return (a != NULL) - (b != NULL);
    return strcmp(a, b);
}

static int compare(const void *left, const void *right)
{
    const a3_finding *a = left, *b = right;
    int order = compare_text(a->member, b->member);
    if (order == 0)
        order = compare_text(a->slice, b->slice);
    if (order == 0)
        order = (a->rule > b->rule) - (a->rule < b->rule);
    if (order == 0)
        order = (b->severity > a->severity) - (b->severity < a->severity);
    return order ? order : compare_text(a->message, b->message);
}

void a3_findings_sort(a3_findings *out)
{
    if (out->count > 1)
        qsort(out->items, out->count, sizeof *out->items, compare);
}

/* SPDX-License-Identifier: MIT */
/* The catalogue as data, and findings: what is wrong with a subject. A finding names its rule; the rule's texts stand in
 * rules.def alone. */
#ifndef A3_RULES_FINDINGS_H
#define A3_RULES_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

typedef enum a3_severity { A3_SEVERITY_OFF, A3_SEVERITY_NOTE, A3_SEVERITY_WARNING, A3_SEVERITY_ERROR } a3_severity;

#define A3_RULE(id, name, severity, title, explanation, remedy, reference) A3_RULE_##id,
typedef enum a3_rule_id {
#include "rules/rules.def"
    A3_RULE_COUNT
} a3_rule_id;
#undef A3_RULE

/* Static texts. */
const char *a3_rule_code(a3_rule_id rule);        /* "A101" */
const char *a3_rule_name(a3_rule_id rule);        /* "non-limited-symbol" */
const char *a3_rule_title(a3_rule_id rule);
const char *a3_rule_explanation(a3_rule_id rule);
const char *a3_rule_remedy(a3_rule_id rule);
const char *a3_rule_reference(a3_rule_id rule);
a3_severity a3_rule_severity(a3_rule_id rule);
const char *a3_severity_name(a3_severity severity); /* "error", "warning", "note", "off" */

/* A pattern names rules by id ("A101"), name ("non-limited-symbol") or prefix of an id ("A1", "T"); case is ignored; "all". */
bool a3_rule_matches(a3_rule_id rule, const char *pattern);
/* True if the pattern names any rule at all. */
bool a3_rule_pattern_known(const char *pattern);

typedef A3_LIST(const char *) a3_texts;

typedef struct a3_finding {
    a3_rule_id rule;
    a3_severity severity;
    const char *member;   /* unescaped; NULL: of the input as a whole */
    const char *slice;    /* NULL: not of a fat file, or of all slices */
    const char *message;  /* one sentence, unescaped, without a full stop */
    a3_texts evidence;    /* the first `evidence limit` pieces */
    size_t evidence_total;/* of all pieces found */
    const char *fix;      /* what to change here; NULL: the rule's remedy says all */
    const char *ignored;  /* the reason given with an ignore rule; NULL: it counts. Such findings are reported, not judged */
} a3_finding;

/* One rule of the configuration: change severity (or switch off) where the pattern, the input's path and the member match. */
typedef struct a3_rule_setting {
    const char *pattern;  /* as a3_rule_matches */
    const char *path;     /* glob over the input's path, its basename, or the member; NULL: all */
    const char *reason;   /* with OFF: findings are kept, marked ignored with this reason; NULL: dropped */
    a3_severity severity; /* OFF, or what it becomes */
} a3_rule_setting;

typedef struct a3_rule_config {
    A3_LIST(const char *) select;        /* patterns; empty: all rules */
    A3_LIST(a3_rule_setting) settings;   /* in order, later ones win */
    size_t evidence_limit;               /* pieces of evidence kept for one finding */
} a3_rule_config;

enum { A3_EVIDENCE_LIMIT = 12 };

typedef struct a3_findings {
    a3_finding *items;
    size_t count, room;
    a3_arena *arena;               /* holds everything said */
    const a3_rule_config *config;
    const char *path;              /* of the input, for the settings' path patterns */
} a3_findings;

/* Adds a finding with the severity of the rule. Returns NULL where the configuration drops it, or memory is out: the other
 * calls take NULL and do nothing, so that a pass need not ask. `member` and `slice` must outlive the findings. The pointer
 * is good until the next a3_find. */
a3_finding *a3_find(a3_findings *out, a3_rule_id rule, const char *member, const char *slice, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* As a3_find, for the milder case of a rule: `severity` unless the configuration says otherwise. */
a3_finding *a3_find_as(a3_findings *out, a3_rule_id rule, a3_severity severity, const char *member, const char *slice,
                       const char *format, ...) __attribute__((format(printf, 6, 7)));
void a3_evidence(a3_findings *out, a3_finding *finding, const char *format, ...) __attribute__((format(printf, 3, 4)));
void a3_fix(a3_findings *out, a3_finding *finding, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Pieces kept for one finding. */
size_t a3_evidence_limit(const a3_findings *out);
/* By member (those of the input as a whole first), slice, rule, message. */
void a3_findings_sort(a3_findings *out);

#endif

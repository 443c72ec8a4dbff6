/* SPDX-License-Identifier: MIT */
/* Findings on their way to a reader. Producers hand over results one input at a time, in input order, and never know the
 * format; a format is a row of ops. */
#ifndef A3_REPORT_REPORT_H
#define A3_REPORT_REPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "abi3t.h"
#include "base/buf.h"
#include "facts/facts.h"
#include "rules/findings.h"

typedef enum a3_verdict { A3_VERDICT_PASS, A3_VERDICT_FAIL, A3_VERDICT_ERROR } a3_verdict;

typedef struct a3_result {
    const a3_subject *subject;
    const a3_findings *findings; /* sorted */
    a3_verdict verdict;
    size_t errors, warnings, notes; /* that count */
    size_t ignored;
    bool strict; /* warnings fail too */
} a3_result;

/* Sums over the run. */
typedef struct a3_totals {
    size_t inputs, failed, unreadable; /* unreadable: verdict error */
    size_t errors, warnings, notes;
} a3_totals;

typedef struct a3_report_style {
    bool color, quiet, verbose;
} a3_report_style;

typedef struct a3_report a3_report;
typedef struct a3_report_ops {
    const char *name; /* "text" */
    /* Each may be NULL. They append to report->out, which is flushed after each call. */
    void (*begin)(a3_report *report);
    void (*input)(a3_report *report, const a3_result *result);
    void (*end)(a3_report *report, const a3_totals *totals);
    void (*drop)(a3_report *report); /* frees report->state */
} a3_report_ops;

struct a3_report {
    const a3_report_ops *ops;
    const abi3t_writer *writer;
    a3_report_style style;
    a3_buf out;
    void *state; /* the format's own */
    bool failed; /* memory, or the writer said no: `errnum` */
    int errnum;
};

/* NULL: no such format. */
const a3_report_ops *a3_report_format(const char *name);
void a3_report_start(a3_report *report, const a3_report_ops *ops, const abi3t_writer *writer, a3_report_style style);
void a3_report_input(a3_report *report, const a3_result *result);
/* Writes the end, frees everything; false where something could not be written (report->errnum: 0 = no memory). */
bool a3_report_finish(a3_report *report, const a3_totals *totals);

/* Verdict and counts of one input. `strict`: warnings fail too. */
a3_result a3_result_of(const a3_subject *subject, const a3_findings *findings, bool strict);

extern const a3_report_ops a3_report_text, a3_report_json, a3_report_ndjson, a3_report_sarif, a3_report_github, a3_report_junit,
    a3_report_markdown;

const char *a3_verdict_name(a3_verdict verdict);      /* "pass", "fail", "error" */
const char *a3_input_kind_name(a3_input_kind kind);   /* "wheel", ... */
const char *a3_role_name(a3_role role);               /* "extension", ... */

/* Text for XML and HTML (content or a quoted attribute), and for Markdown within a line; what a terminal should not see is
 * escaped as well. */
void a3_xml_text(a3_buf *out, const char *text);
void a3_markdown_text(a3_buf *out, const char *text);

/* What an object's module says, as reports state it. */
typedef struct a3_object_answer {
    const char *slots;  /* "verified", "absent", "undetermined"; NULL: a library */
    const char *basis;  /* "code", "data"; NULL */
    const char *gil;    /* "used", "not-used", "absent", "undetermined"; NULL: a library */
    const a3_abi_info *abi_info; /* NULL: none */
} a3_object_answer;
a3_object_answer a3_object_answer_of(const a3_object *object);

/* PY_VERSION_HEX as people write it: "3.15.2rc1"; not `full`: "3.15". */
typedef struct a3_hex_version_text {
    char text[48];
} a3_hex_version_text;
a3_hex_version_text a3_hex_version(uint32_t hex, bool full);

#endif

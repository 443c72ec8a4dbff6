/* SPDX-License-Identifier: MIT */
/* The frame of an HTML report: one self-contained file, no scripts, no fonts or pictures from elsewhere, light and dark. */
#ifndef A3_REPORT_HTML_H
#define A3_REPORT_HTML_H

#include "report/report.h"

void a3_html_begin(a3_buf *out, const char *title);
void a3_html_end(a3_buf *out);
/* <tag class="class">text</tag>, the text escaped; class may be NULL. */
void a3_html_element(a3_buf *out, const char *tag, const char *class, const char *text);
typedef struct a3_html_tally {
    const char *class, *mark, *word; /* "ok", "\xe2\x9c\x93", "imports" */
    size_t count;
} a3_html_tally;
/* How many of what: as a bar and in numbers. Those of which there are none are left out. */
void a3_html_tallies(a3_buf *out, const a3_html_tally *tallies, size_t count);
/* A list of findings; nothing where there are none. */
void a3_html_findings(a3_buf *out, const a3_findings *findings, bool verbose);

#endif

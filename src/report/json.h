/* SPDX-License-Identifier: MIT */
/* Pieces of JSON that several reports are made of. Every function returns a new reference, or NULL without memory: json_*
 * calls pass NULL on as a failure, so that a tree is asked once. */
#ifndef A3_REPORT_JSON_H
#define A3_REPORT_JSON_H

#include <jansson.h>
#include <stdbool.h>

#include "report/report.h"

json_t *a3_json_text(const char *text); /* null for NULL; bytes that are no UTF-8 become \xNN */
json_t *a3_json_texts(const char *const *items, size_t count);
json_t *a3_json_buf(a3_buf *text); /* the same of what the buffer holds, which is freed; NULL too where it failed */
bool a3_json_put(json_t *object, const char *key, json_t *value); /* takes the reference; false: failure */
json_t *a3_json_abi_info(const a3_abi_info *info);
json_t *a3_json_image(const a3_object *object);
json_t *a3_json_tags(const a3_claim *claim);
json_t *a3_json_summary(const a3_totals *totals);
json_t *a3_json_finding(const a3_finding *finding);
json_t *a3_json_head(void); /* {"schema", "tool"} */
/* Appends the value and a newline to the report, takes the reference. */
void a3_json_write(a3_report *report, json_t *value, bool line);

#endif

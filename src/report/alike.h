/* SPDX-License-Identifier: MIT */
/* Findings that say the same of several files. */
#ifndef A3_REPORT_ALIKE_H
#define A3_REPORT_ALIKE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/findings.h"

typedef struct a3_alike {
    uint32_t *order; /* indices of findings, alike ones side by side, each group in the findings' order */
    uint32_t *place; /* of each finding: where its group begins in `order` */
    uint32_t *size;  /* at that place: how many it has */
} a3_alike;

/* false: no memory; then there is nothing to free, though it does no harm. n log n. */
bool a3_alike_find(const a3_findings *findings, a3_alike *out);
void a3_alike_free(a3_alike *alike);
/* The findings that say of their files what this one says of its own, itself included: how many, and their indices. */
size_t a3_alike_group(const a3_alike *alike, size_t finding, const uint32_t **group);

#endif

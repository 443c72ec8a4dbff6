/* SPDX-License-Identifier: MIT */
#include "report/alike.h"

#include <stdlib.h>
#include <string.h>

static int by_text(const char *a, const char *b)
{
    return a == NULL || b == NULL ? (a != NULL) - (b != NULL) : strcmp(a, b);
}

/* By everything but the file; 0: alike. What is not said of a file is like nothing but itself. */
static int by_content(const a3_finding *a, const a3_finding *b)
{
    int order = ((int)a->rule - (int)b->rule) != 0 ? (int)a->rule - (int)b->rule : (int)a->severity - (int)b->severity;
    if (order == 0)
        order = by_text(a->message, b->message);
    if (order == 0)
        order = by_text(a->slice, b->slice);
    if (order == 0)
        order = by_text(a->fix, b->fix);
    if (order == 0)
        order = by_text(a->ignored, b->ignored);
    if (order == 0)
        order = (a->evidence_total > b->evidence_total) - (a->evidence_total < b->evidence_total);
    for (size_t i = 0; order == 0 && i < a->evidence.count && i < b->evidence.count; i++)
        order = by_text(a->evidence.items[i], b->evidence.items[i]);
    return order;
}

typedef struct key {
    const a3_finding *finding;
    uint32_t index;
} key;

static int by_key(const void *left, const void *right)
{
    const key *a = left, *b = right;
    int order = by_content(a->finding, b->finding);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

bool a3_alike_find(const a3_findings *findings, a3_alike *out)
{
    size_t count = findings->count;
    *out = (a3_alike){0};
    if (count == 0 || count > UINT32_MAX)
        return false;
    key *keys = calloc(count, sizeof *keys);
    out->order = calloc(count, sizeof *out->order);
    out->place = calloc(count, sizeof *out->place);
    out->size = calloc(count, sizeof *out->size);
    if (keys == NULL || out->order == NULL || out->place == NULL || out->size == NULL) {
        free(keys);
        a3_alike_free(out);
        return false;
    }
    for (size_t i = 0; i < count; i++)
        keys[i] = (key){&findings->items[i], (uint32_t)i};
    qsort(keys, count, sizeof *keys, by_key);
    for (size_t i = 0, first = 0; i < count; i++) {
        if (keys[i].finding->member == NULL || by_content(keys[i].finding, keys[first].finding) != 0)
            first = i;
        out->order[i] = keys[i].index;
        out->place[keys[i].index] = (uint32_t)first;
        out->size[first]++;
    }
    free(keys);
    return true;
}

void a3_alike_free(a3_alike *alike)
{
    free(alike->order);
    free(alike->place);
    free(alike->size);
    *alike = (a3_alike){0};
}

size_t a3_alike_group(const a3_alike *alike, size_t finding, const uint32_t **group)
{
    size_t first = alike->place[finding];
    *group = alike->order + first;
    return alike->size[first];
}

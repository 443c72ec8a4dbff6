/* SPDX-License-Identifier: MIT */
/* S: a release set as a whole. Findings have the wheel's base name as member where one wheel is meant. */
#include <string.h>
#include <strings.h>

#include "rules/judge.h"

typedef const a3_set set_t;

/* ---- S101 ---- */

static void gaps(set_t *set, a3_findings *out)
{
    for (size_t c = 0; c < set->columns.count; c++) {
        a3_interp_set missing = 0;
        bool sdist = false;
        for (size_t r = 0; r < set->rows.count; r++) {
            const a3_cell *cell = a3_set_cell(set, r, c);
            if (cell->gap)
                missing |= UINT64_C(1) << a3_interp_index(set->rows.items[r]);
            sdist |= cell->gap && cell->state == A3_CELL_SDIST;
        }
        if (missing != 0)
            a3_find(out, A3_RULE_S101, NULL, NULL, "%s: no wheel for %s: %s", set->columns.items[c].label, a3_interp_set_text(missing, out->arena),
                    sdist ? "installers fall back to the sdist" : "nothing to install");
    }
}

/* ---- S102 ---- */

/* Cells in which `other` would serve too and is not picked, beside `wheel`: as evidence; returns how many. */
static size_t overlap(set_t *set, const a3_set_wheel *wheel, const a3_set_wheel *other, a3_findings *out, a3_finding *finding)
{
    size_t count = 0;
    for (size_t c = 0; c < set->columns.count; c++) {
        a3_interp_set both = 0;
        for (size_t r = 0; r < set->rows.count; r++) {
            const a3_cell *cell = a3_set_cell(set, r, c);
            for (size_t i = 0; cell->wheel == wheel && i < cell->others.count; i++)
                if (cell->others.items[i] == other && cell->other_needs.items[i] == NULL)
                    both |= UINT64_C(1) << a3_interp_index(set->rows.items[r]);
        }
        if (both != 0 && finding != NULL)
            a3_evidence(out, finding, "%s: %s", set->columns.items[c].label, a3_interp_set_text(both, out->arena));
        count += both != 0;
    }
    return count;
}

static void overlaps(set_t *set, a3_findings *out)
{
    enum { MOST_PAIRS = 2000 }; /* wheels of the largest releases number a hundred; beyond, the table itself says it */
    size_t pairs = 0;
    for (size_t i = 0; i < set->wheels.count; i++)
        for (size_t k = 0; k < set->wheels.count && pairs < MOST_PAIRS; k++, pairs++) {
            const a3_set_wheel *wheel = &set->wheels.items[i], *other = &set->wheels.items[k];
            if (i == k || overlap(set, wheel, other, out, NULL) == 0)
                continue;
            a3_finding *finding = a3_find(out, A3_RULE_S102, other->base, NULL, "%s serves the same interpreters and is preferred%s", wheel->base,
                                          other->picked ? "" : "; no installer picks this wheel");
            overlap(set, wheel, other, out, finding);
        }
}

/* ---- S103 ---- */

typedef const char *get_fn(const a3_set_wheel *wheel);
static const char *get_name(const a3_set_wheel *wheel) { return wheel->name; }
static const char *get_version(const a3_set_wheel *wheel) { return wheel->version; }
static const char *get_meta_name(const a3_set_wheel *wheel) { return wheel->has_metadata ? wheel->meta_name ? wheel->meta_name : "" : NULL; }
static const char *get_meta_version(const a3_set_wheel *wheel) { return wheel->has_metadata ? wheel->meta_version ? wheel->meta_version : "" : NULL; }

/* One text that all wheels should share. NULL: nothing to compare. */
static void one_text(set_t *set, a3_findings *out, const char *what, get_fn *get)
{
    const a3_set_wheel *first = NULL;
    a3_finding *finding = NULL;
    for (size_t i = 0; i < set->wheels.count; i++) {
        const a3_set_wheel *wheel = &set->wheels.items[i];
        if (get(wheel) == NULL)
            continue;
        if (first == NULL) {
            first = wheel;
            continue;
        }
        if (strcmp(get(wheel), get(first)) == 0)
            continue;
        if (finding == NULL) {
            finding = a3_find(out, A3_RULE_S103, NULL, NULL, "wheels of the set differ in %s", what);
            a3_evidence(out, finding, "%s: \"%s\"", first->base, get(first));
        }
        a3_evidence(out, finding, "%s: \"%s\"", wheel->base, get(wheel));
    }
}

static const char *shorten(const char *text, a3_arena *arena)
{
    enum { MOST = 100 };
    size_t size = strcspn(text, "\n");
    if (size <= MOST && text[size] == '\0')
        return text;
    char *cut = a3_printf(arena, "%.*s...", (int)(size < MOST ? size : MOST), text);
    return cut ? cut : "";
}

/* What the metadata of `wheel` has more or less than that of `first`: both are sorted. */
static void compare_fields(const a3_set_wheel *first, const a3_set_wheel *wheel, a3_findings *out)
{
    a3_finding *finding = NULL;
    for (size_t i = 0, k = 0; i < first->metadata.count || k < wheel->metadata.count;) {
        const a3_set_text *a = i < first->metadata.count ? &first->metadata.items[i] : NULL;
        const a3_set_text *b = k < wheel->metadata.count ? &wheel->metadata.items[k] : NULL;
        int order = a == NULL ? 1 : b == NULL ? -1 : strcmp(a->name, b->name);
        if (order == 0)
            order = strcmp(a->value, b->value);
        if (order == 0) {
            i++;
            k++;
            continue;
        }
        if (finding == NULL)
            finding = a3_find(out, A3_RULE_S103, wheel->base, NULL, "its METADATA differs from that of %s", first->base);
        if (order < 0)
            a3_evidence(out, finding, "missing here: %s: %s", a->name, shorten(a->value, out->arena));
        else
            a3_evidence(out, finding, "only here: %s: %s", b->name, shorten(b->value, out->arena));
        i += order < 0;
        k += order > 0;
    }
}

static void compare_metadata(set_t *set, a3_findings *out)
{
    const a3_set_wheel *first = NULL;
    for (size_t i = 0; i < set->wheels.count; i++) {
        const a3_set_wheel *wheel = &set->wheels.items[i];
        if (!wheel->has_metadata)
            continue;
        if (first != NULL)
            compare_fields(first, wheel, out);
        else
            first = wheel;
    }
}

/* ---- S103, modules ---- */

static a3_os family(const a3_set_wheel *wheel) { return wheel->targets.count > 0 ? wheel->targets.items[0].os : A3_OS_UNKNOWN; }

static bool comparable(const a3_set_wheel *wheel) { return wheel->readable && wheel->extensions > 0; }

static void compare_modules(const a3_set_wheel *first, const a3_set_wheel *wheel, a3_findings *out)
{
    a3_finding *finding = NULL;
    bool same = family(first) == family(wheel);
    for (size_t i = 0, k = 0; i < first->modules.count || k < wheel->modules.count;) {
        const char *a = i < first->modules.count ? first->modules.items[i] : NULL, *b = k < wheel->modules.count ? wheel->modules.items[k] : NULL;
        int order = a == NULL ? 1 : b == NULL ? -1 : strcmp(a, b);
        if (order != 0 && finding == NULL)
            finding = a3_find_as(out, A3_RULE_S103, same ? A3_SEVERITY_WARNING : A3_SEVERITY_NOTE, wheel->base, NULL,
                                 "its modules are not those of %s%s", first->base, same ? "" : ", made for another system");
        if (order < 0)
            a3_evidence(out, finding, "missing here: %s", a);
        else if (order > 0)
            a3_evidence(out, finding, "only here: %s", b);
        i += order <= 0;
        k += order >= 0;
    }
}

/* Each wheel against the first of its own system, and the first of each system against the first of all. A wheel without
 * extensions is the fallback beside the others: it has a list of its own. */
static void modules(set_t *set, a3_findings *out)
{
    const a3_set_wheel *first = NULL;
    for (size_t i = 0; i < set->wheels.count; i++) {
        const a3_set_wheel *wheel = &set->wheels.items[i], *own = NULL;
        if (!comparable(wheel))
            continue;
        for (size_t k = 0; k < i && own == NULL; k++)
            if (comparable(&set->wheels.items[k]) && family(&set->wheels.items[k]) == family(wheel))
                own = &set->wheels.items[k];
        if (own != NULL || first != NULL)
            compare_modules(own ? own : first, wheel, out);
        if (first == NULL)
            first = wheel;
    }
}

static void versions(set_t *set, a3_findings *out)
{
    if (set->other_versions.count == 0)
        return;
    a3_finding *finding = a3_find(out, A3_RULE_S103, NULL, NULL, "other versions of %s lie beside %s", set->project, set->version);
    for (size_t i = 0; i < set->other_versions.count; i++)
        a3_evidence(out, finding, "%s", set->other_versions.items[i]);
}

void a3_judge_set(const a3_set *set, a3_findings *out)
{
    gaps(set, out);
    overlaps(set, out);
    versions(set, out);
    one_text(set, out, "the project name of their file names", get_name);
    one_text(set, out, "the version of their file names", get_version);
    one_text(set, out, "the name that METADATA states", get_meta_name);
    one_text(set, out, "the version that METADATA states", get_meta_version);
    compare_metadata(set, out);
    modules(set, out);
    if (set->sdists.count == 0 && set->wheels.count > 0)
        a3_find(out, A3_RULE_S104, NULL, NULL, "no sdist of %s %s is among the paths", set->project, set->version);
    a3_findings_sort(out);
}

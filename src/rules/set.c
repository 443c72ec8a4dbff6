/* SPDX-License-Identifier: MIT */
/* S: a release set as a whole. Findings have the wheel's base name as member where one wheel is meant. */
#include <string.h>
#include <strings.h>

#include "rules/judge.h"

typedef const a3_set set_t;

/* ---- S101 ---- */

/* Interpreters that the column has gaps for. */
static a3_interp_set missing_of(set_t *set, size_t column, bool *sdist)
{
    a3_interp_set missing = 0;
    *sdist = false;
    for (size_t r = 0; r < set->rows.count; r++) {
        const a3_cell *cell = a3_set_cell(set, r, column);
        if (cell->gap)
            missing |= UINT64_C(1) << a3_interp_index(set->rows.items[r]);
        *sdist |= cell->gap && cell->state == A3_CELL_SDIST;
    }
    return missing;
}

/* One finding for all platforms that lack the same interpreters. */
static void gaps(set_t *set, a3_findings *out)
{
    for (size_t c = 0; c < set->columns.count; c++) {
        bool sdist, other, seen = false;
        a3_interp_set missing = missing_of(set, c, &sdist);
        for (size_t k = 0; k < c && !seen; k++)
            seen = missing_of(set, k, &other) == missing && other == sdist;
        if (missing == 0 || seen)
            continue;
        size_t count = 1;
        for (size_t k = c + 1; k < set->columns.count; k++)
            count += missing_of(set, k, &other) == missing && other == sdist;
        const char *rest = sdist ? "installers fall back to the sdist" : "nothing to install", *who = a3_interp_set_text(missing, out->arena);
        if (count == 1) {
            a3_find(out, A3_RULE_S101, NULL, NULL, "no wheel for %s on %s: %s", who, set->columns.items[c].label, rest);
            continue;
        }
        a3_finding *finding = a3_find(out, A3_RULE_S101, NULL, NULL, "no wheel for %s on %zu platforms: %s", who, count, rest);
        for (size_t k = c; k < set->columns.count; k++)
            if (missing_of(set, k, &other) == missing && other == sdist)
                a3_evidence(out, finding, "%s", set->columns.items[k].label);
    }
}

/* ---- S102 ---- */

/* Where wheels of one kind of tags are preferred to those of another, which others do take. */
typedef struct preference {
    a3_interp_set interps;
    uint64_t columns;
} preference;

enum { MOST_KINDS = 256 }; /* of tags in one set; beyond them the cells say it */

static size_t kind_of(a3_strings *kinds, const char *tags, a3_arena *arena)
{
    size_t i = 0;
    while (i < kinds->count && strcmp(kinds->items[i], tags) != 0)
        i++;
    if (i < kinds->count || kinds->count == MOST_KINDS)
        return i;
    const char **slot = A3_PUSH(arena, kinds);
    if (slot == NULL)
        return MOST_KINDS;
    *slot = tags;
    return i;
}

/* `all`: by the kind that is preferred, then by the one passed over. */
static void tell_preferences(const a3_strings *kinds, const preference *all, a3_findings *out)
{
    a3_finding *finding = NULL;
    for (size_t i = 0; i < kinds->count * kinds->count; i++) {
        if (all[i].columns == 0)
            continue;
        if (finding == NULL)
            finding = a3_find(out, A3_RULE_S102, NULL, NULL, "some wheels are passed over where another of the set is preferred");
        size_t platforms = 0;
        for (uint64_t columns = all[i].columns; columns != 0; columns &= columns - 1)
            platforms++;
        a3_evidence(out, finding, "%s to %s%s: %s on %zu platform%s", kinds->items[i / kinds->count], i / kinds->count == i % kinds->count ? "another " : "",
                    kinds->items[i % kinds->count], a3_interp_set_text(all[i].interps, out->arena), platforms, platforms == 1 ? "" : "s");
    }
}

/* Wheels that nobody picks although they fit; and in one finding who is preferred to whom, which is nearly always meant so. */
static void overlaps(set_t *set, a3_findings *out)
{
    a3_strings kinds = {0};
    bool *passed = A3_NEW_ARRAY(out->arena, bool, set->wheels.count);
    size_t *kind = A3_NEW_ARRAY(out->arena, size_t, set->wheels.count);
    for (size_t w = 0; kind != NULL && w < set->wheels.count; w++)
        kind[w] = kind_of(&kinds, set->wheels.items[w].short_tags, out->arena);
    preference *all = A3_NEW_ARRAY(out->arena, preference, kinds.count * kinds.count);
    if (out->arena->failed)
        return;
    for (size_t r = 0; r < set->rows.count; r++)
        for (size_t c = 0; c < set->columns.count; c++) {
            const a3_cell *cell = a3_set_cell(set, r, c);
            for (size_t i = 0; i < cell->others.count; i++) {
                const a3_set_wheel *other = cell->others.items[i];
                size_t winner = kind[cell->steps.items[0].wheel - set->wheels.items], loser = kind[other - set->wheels.items];
                passed[other - set->wheels.items] = true;
                if (!other->picked || winner == MOST_KINDS || loser == MOST_KINDS)
                    continue;
                all[winner * kinds.count + loser].interps |= UINT64_C(1) << a3_interp_index(set->rows.items[r]);
                all[winner * kinds.count + loser].columns |= UINT64_C(1) << c;
            }
        }
    for (size_t w = 0; w < set->wheels.count; w++)
        if (passed[w] && !set->wheels.items[w].picked)
            a3_find(out, A3_RULE_S102, set->wheels.items[w].base, NULL, "no installer picks it: others of the set are preferred wherever it fits");
    tell_preferences(&kinds, all, out);
}

/* ---- S103: what differs, told once for all wheels that differ alike ---- */

typedef A3_LIST(const a3_set_wheel *) some_wheels;
typedef struct difference {
    set_t *set;
    a3_findings *out;
    a3_severity severity;
    bool resolvers;   /* METADATA: the fields that resolvers read, or all others */
    bool dynamic[3];  /* some wheel names that one of `read_by_resolvers` as Dynamic */
    bool same_kind;   /* modules: of wheels for one system and one interpreter */
} difference;
typedef struct difference_ops {
    bool (*equal)(const difference *d, const a3_set_wheel *a, const a3_set_wheel *b);
    void (*tell)(const difference *d, const a3_set_wheel *usual, size_t usual_count, const some_wheels *odd);
} difference_ops;

static void put_wheel(const difference *d, some_wheels *list, const a3_set_wheel *wheel)
{
    const a3_set_wheel **slot = A3_PUSH(d->out->arena, list);
    if (slot != NULL)
        *slot = wheel;
}

static some_wheels alike(const difference *d, const difference_ops *ops, const some_wheels *all, size_t first)
{
    some_wheels out = {0};
    for (size_t i = first; i < all->count; i++)
        if (i == first || ops->equal(d, all->items[first], all->items[i]))
            put_wheel(d, &out, all->items[i]);
    return out;
}

/* What most wheels have is taken for right, the first of two that are equally many. Returns a wheel that has it. */
static const a3_set_wheel *tell_differences(const difference *d, const difference_ops *ops, const some_wheels *all)
{
    some_wheels usual = {0};
    A3_LIST(some_wheels) classes = {0};
    for (size_t i = 0; i < all->count; i++) {
        bool known = false;
        for (size_t k = 0; k < classes.count && !known; k++)
            known = ops->equal(d, classes.items[k].items[0], all->items[i]);
        some_wheels *slot = known ? NULL : A3_PUSH(d->out->arena, &classes);
        if (slot == NULL)
            continue;
        *slot = alike(d, ops, all, i);
        if (slot->count > usual.count)
            usual = *slot;
    }
    for (size_t k = 0; k < classes.count; k++)
        if (classes.items[k].count > 0 && usual.count > 0 && classes.items[k].items[0] != usual.items[0])
            ops->tell(d, usual.items[0], usual.count, &classes.items[k]);
    return usual.count > 0 ? usual.items[0] : NULL;
}

/* "demo-1.whl", "demo-1.whl and 3 more" */
static const char *names(const difference *d, const some_wheels *odd)
{
    if (odd->count == 1)
        return odd->items[0]->base;
    char *text = a3_printf(d->out->arena, "%s and %zu more", odd->items[0]->base, odd->count - 1);
    return text ? text : "";
}

static void list_wheels(const difference *d, a3_finding *finding, const some_wheels *odd)
{
    for (size_t i = 0; odd->count > 1 && i < odd->count; i++)
        a3_evidence(d->out, finding, "differs: %s", odd->items[i]->base);
}

/* -- names and versions -- */

static bool same_names(const difference *d, const a3_set_wheel *a, const a3_set_wheel *b)
{
    (void)d;
    return strcmp(a->name, b->name) == 0 && strcmp(a->version, b->version) == 0;
}

/* Only the spelling can differ: name and version make the set. */
static void tell_names(const difference *d, const a3_set_wheel *usual, size_t usual_count, const some_wheels *odd)
{
    (void)usual_count;
    a3_finding *finding = a3_find_as(d->out, A3_RULE_S103, A3_SEVERITY_WARNING, odd->count == 1 ? odd->items[0]->base : NULL, NULL,
                                     "file names spell the project and version \"%s-%s\" and \"%s-%s\"", odd->items[0]->name, odd->items[0]->version,
                                     usual->name, usual->version);
    list_wheels(d, finding, odd);
}

static bool same_text(const char *a, const char *b) { return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0; }

static bool same_identity(const difference *d, const a3_set_wheel *a, const a3_set_wheel *b)
{
    (void)d;
    return same_text(a->meta_name, b->meta_name) && same_text(a->meta_version, b->meta_version);
}

static void tell_identity(const difference *d, const a3_set_wheel *usual, size_t usual_count, const some_wheels *odd)
{
    (void)usual_count;
    const a3_set_wheel *one = odd->items[0];
    bool spelling = one->meta_name && usual->meta_name && one->meta_version && usual->meta_version &&
                    a3_pep440_equal(d->out->arena, one->meta_version, usual->meta_version) &&
                    same_text(a3_name_normalise(d->out->arena, one->meta_name, '-'), a3_name_normalise(d->out->arena, usual->meta_name, '-'));
    a3_finding *finding = a3_find_as(d->out, A3_RULE_S103, spelling ? A3_SEVERITY_WARNING : A3_SEVERITY_ERROR, odd->count == 1 ? one->base : NULL, NULL, "METADATA states %s %s and %s %s",
                                  one->meta_name ? one->meta_name : "no name", one->meta_version ? one->meta_version : "without version",
                                  usual->meta_name ? usual->meta_name : "no name", usual->meta_version ? usual->meta_version : "without version");
    list_wheels(d, finding, odd);
}

/* -- METADATA -- */

static const char *const read_by_resolvers[] = {"Requires-Dist", "Requires-Python", "Provides-Extra"};

static bool names_dynamic(set_t *set, const char *field)
{
    for (size_t w = 0; w < set->wheels.count; w++)
        for (size_t i = 0; i < set->wheels.items[w].metadata.count; i++) {
            const a3_set_field *item = &set->wheels.items[w].metadata.items[i];
            if (strcmp(item->name, "Dynamic") == 0 && strcasecmp(item->value, field) == 0)
                return true;
        }
    return false;
}

/* What resolvers read of one wheel and believe of all; a field that a wheel names as Dynamic may differ (PEP 643). */
static bool for_resolvers(const difference *d, const char *field)
{
    for (size_t i = 0; i < sizeof read_by_resolvers / sizeof *read_by_resolvers; i++)
        if (strcmp(field, read_by_resolvers[i]) == 0)
            return !d->dynamic[i];
    return false;
}

/* The next field from `at` on that is compared; NULL: no more. */
static const a3_set_field *next_field(const difference *d, const a3_set_wheel *wheel, size_t *at)
{
    while (*at < wheel->metadata.count && for_resolvers(d, wheel->metadata.items[*at].name) != d->resolvers)
        ++*at;
    return *at < wheel->metadata.count ? &wheel->metadata.items[*at] : NULL;
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

/* The next difference: exactly one of *a and *b is not NULL. False: no more. */
static bool next_difference(const difference *d, const a3_set_wheel *usual, const a3_set_wheel *odd, size_t at[2], const a3_set_field **a, const a3_set_field **b)
{
    for (;;) {
        *a = next_field(d, usual, &at[0]);
        *b = next_field(d, odd, &at[1]);
        if (*a == NULL && *b == NULL)
            return false;
        int order = *a == NULL ? 1 : *b == NULL ? -1 : strcmp((*a)->name, (*b)->name);
        if (order == 0)
            order = strcmp((*a)->key, (*b)->key);
        at[0] += order <= 0;
        at[1] += order >= 0;
        if (order == 0)
            continue;
        *(order < 0 ? b : a) = NULL;
        return true;
    }
}

static bool same_metadata(const difference *d, const a3_set_wheel *a, const a3_set_wheel *b)
{
    const a3_set_field *x, *y;
    size_t at[2] = {0, 0};
    return !next_difference(d, a, b, at, &x, &y);
}

static void tell_metadata(const difference *d, const a3_set_wheel *usual, size_t usual_count, const some_wheels *odd)
{
    const a3_set_field *a, *b;
    size_t at[2] = {0, 0};
    a3_buf fields = A3_BUF_INIT;
    for (const char *last = ""; next_difference(d, usual, odd->items[0], at, &a, &b);) {
        const char *name = (a ? a : b)->name;
        if (strcmp(last, name) != 0)
            a3_buf_printf(&fields, "%s%s", fields.size ? ", " : "", name);
        last = name;
    }
    a3_finding *finding = a3_find_as(d->out, A3_RULE_S103, d->severity, odd->count == 1 ? odd->items[0]->base : NULL, NULL,
                                     "METADATA of %s differs from that of %s%s in %s", names(d, odd), usual->base,
                                     usual_count > 1 ? a3_printf(d->out->arena, " and %zu more", usual_count - 1) : "", a3_buf_text(&fields));
    a3_buf_free(&fields);
    at[0] = at[1] = 0;
    while (finding != NULL && next_difference(d, usual, odd->items[0], at, &a, &b))
        a3_evidence(d->out, finding, "%s: %s: %s", a ? "missing here" : "only here", (a ? a : b)->name, shorten((a ? a : b)->value, d->out->arena));
    list_wheels(d, finding, odd);
}

/* -- modules -- */

static a3_os family(const a3_set_wheel *wheel) { return wheel->targets.count > 0 ? wheel->targets.items[0].os : A3_OS_UNKNOWN; }

static bool same_column(const a3_strings *a, const a3_strings *b)
{
    bool same = a->count == b->count;
    for (size_t i = 0; i < a->count && same; i++)
        same = strcasecmp(a->items[i], b->items[i]) == 0;
    return same;
}

static bool same_kind(const a3_set_wheel *a, const a3_set_wheel *b)
{
    return family(a) == family(b) && same_column(&a->tags.python, &b->tags.python) && same_column(&a->tags.abi, &b->tags.abi);
}

static bool same_modules(const difference *d, const a3_set_wheel *a, const a3_set_wheel *b)
{
    (void)d;
    bool same = a->modules.count == b->modules.count;
    for (size_t i = 0; i < a->modules.count && same; i++)
        same = strcmp(a->modules.items[i], b->modules.items[i]) == 0;
    return same;
}

static void tell_modules(const difference *d, const a3_set_wheel *usual, size_t usual_count, const some_wheels *odd)
{
    const a3_set_wheel *one = odd->items[0];
    a3_finding *finding = a3_find_as(d->out, A3_RULE_S103, d->severity, odd->count == 1 ? one->base : NULL, NULL, "modules of %s are not those of %s%s%s",
                                     names(d, odd), usual->base, usual_count > 1 && d->same_kind ? a3_printf(d->out->arena, " and %zu more", usual_count - 1) : "",
                                     d->same_kind ? "" : ", made for another system or interpreter");
    for (size_t i = 0, k = 0; finding != NULL && (i < usual->modules.count || k < one->modules.count);) {
        const char *a = i < usual->modules.count ? usual->modules.items[i] : NULL, *b = k < one->modules.count ? one->modules.items[k] : NULL;
        int order = a == NULL ? 1 : b == NULL ? -1 : strcmp(a, b);
        if (order < 0)
            a3_evidence(d->out, finding, "missing here: %s", a);
        else if (order > 0)
            a3_evidence(d->out, finding, "only here: %s", b);
        i += order <= 0;
        k += order >= 0;
    }
    list_wheels(d, finding, odd);
}

/* Wheels for one system and interpreter against each other; then one of each kind against each other, where a difference may
 * well be meant (a note). A wheel without extensions is the fallback beside the others: it has a list of its own. */
static void compare_modules(difference *d)
{
    static const difference_ops ops = {same_modules, tell_modules};
    set_t *set = d->set;
    some_wheels kinds = {0};
    for (size_t i = 0; i < set->wheels.count; i++) {
        const a3_set_wheel *wheel = &set->wheels.items[i];
        some_wheels own = {0};
        bool told = !wheel->readable || wheel->extensions == 0;
        for (size_t k = 0; k < i && !told; k++)
            told = set->wheels.items[k].readable && set->wheels.items[k].extensions > 0 && same_kind(&set->wheels.items[k], wheel);
        for (size_t k = i; k < set->wheels.count && !told; k++)
            if (set->wheels.items[k].readable && set->wheels.items[k].extensions > 0 && same_kind(&set->wheels.items[k], wheel))
                put_wheel(d, &own, &set->wheels.items[k]);
        d->same_kind = true;
        d->severity = A3_SEVERITY_WARNING;
        const a3_set_wheel *usual = own.count > 0 ? tell_differences(d, &ops, &own) : NULL;
        if (usual != NULL)
            put_wheel(d, &kinds, usual);
    }
    d->same_kind = false;
    d->severity = A3_SEVERITY_NOTE;
    tell_differences(d, &ops, &kinds);
}

static void compare(set_t *set, a3_findings *out)
{
    static const difference_ops spelling = {same_names, tell_names}, identity = {same_identity, tell_identity}, metadata = {same_metadata, tell_metadata};
    difference d = {.set = set, .out = out};
    some_wheels all = {0}, described = {0};
    for (size_t i = 0; i < set->wheels.count; i++) {
        put_wheel(&d, &all, &set->wheels.items[i]);
        if (set->wheels.items[i].has_metadata)
            put_wheel(&d, &described, &set->wheels.items[i]);
    }
    for (size_t i = 0; i < sizeof read_by_resolvers / sizeof *read_by_resolvers; i++)
        d.dynamic[i] = names_dynamic(set, read_by_resolvers[i]);
    tell_differences(&d, &spelling, &all);
    tell_differences(&d, &identity, &described);
    d.resolvers = true;
    d.severity = A3_SEVERITY_ERROR;
    tell_differences(&d, &metadata, &described);
    d.resolvers = false;
    d.severity = A3_SEVERITY_NOTE;
    tell_differences(&d, &metadata, &described);
    compare_modules(&d);
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
    if (set->more_platforms)
        a3_fix(out, a3_find(out, A3_RULE_Z110, NULL, NULL, "wheels for more than %zu platforms: the others have no column, nor was it looked at what they get",
                            set->columns.count), "give the wheels of fewer platforms at a time");
    gaps(set, out);
    overlaps(set, out);
    versions(set, out);
    compare(set, out);
    if (set->sdists.count == 0 && set->wheels.count > 0)
        a3_find(out, A3_RULE_S104, NULL, NULL, "no sdist of %s %s is among the paths", set->project, set->version);
    a3_findings_sort(out);
}

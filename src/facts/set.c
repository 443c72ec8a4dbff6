/* SPDX-License-Identifier: MIT */
/* Wheels and sdists gathered into sets, one for each version of each project. */
#include "facts/set.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/text.h"
#include "wheel/requirement.h"

enum { MOST_TARGETS = 16 }; /* machines of one wheel's platform tags that are followed one by one: a universal2 wheel has two */

static void put(a3_arena *arena, a3_strings *list, const char *text)
{
    const char **slot = A3_PUSH(arena, list);
    char *copy = a3_strdup(arena, text);
    if (slot != NULL)
        *slot = copy ? copy : "";
}

static int by_text(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

static void sort_unique(a3_strings *list)
{
    size_t kept = 0;
    if (list->count > 1)
        qsort(list->items, list->count, sizeof *list->items, by_text);
    for (size_t i = 0; i < list->count; i++)
        if (kept == 0 || strcmp(list->items[kept - 1], list->items[i]) != 0)
            list->items[kept++] = list->items[i];
    list->count = kept;
}

/* Versions are one if PEP 440 says so, else if the texts are equal. */
static bool same_version(a3_arena *arena, const char *a, const char *b)
{
    return strcmp(a, b) == 0 || a3_pep440_equal(arena, a, b);
}

static a3_set *set_of(a3_sets *sets, const char *project, const char *version)
{
    for (size_t i = 0; i < sets->list.count; i++)
        if (strcmp(sets->list.items[i]->project, project) == 0 && same_version(sets->arena, sets->list.items[i]->version, version))
            return sets->list.items[i];
    a3_set **slot = A3_PUSH(sets->arena, &sets->list);
    a3_set *set = A3_NEW(sets->arena, a3_set);
    char *name = a3_strdup(sets->arena, project), *number = a3_strdup(sets->arena, version);
    if (slot == NULL || set == NULL || name == NULL || number == NULL) {
        if (slot != NULL)
            sets->list.count--;
        return NULL;
    }
    set->project = name;
    set->version = number;
    *slot = set;
    return set;
}

/* ---- what is kept of a wheel ---- */

static void copy_column(a3_arena *arena, a3_strings *to, const a3_strings *from)
{
    for (size_t i = 0; i < from->count; i++)
        put(arena, to, from->items[i]);
}

static int by_field(const void *left, const void *right)
{
    const a3_set_field *a = left, *b = right;
    int order = strcmp(a->name, b->name);
    return order ? order : strcmp(a->key, b->key);
}

static void add_field(a3_arena *arena, a3_set_wheel *wheel, a3_meta_field field, const char *value)
{
    a3_set_field *slot = A3_PUSH(arena, &wheel->metadata);
    const char *copy = a3_strdup(arena, value), *key = copy;
    if (slot == NULL || copy == NULL)
        return;
    if (field == A3_META_REQUIRES_DIST)
        key = a3_requirement_key(arena, copy);
    else if (field == A3_META_REQUIRES_PYTHON)
        key = a3_specifiers_key(arena, copy);
    else if (field == A3_META_PROVIDES_EXTRA || field == A3_META_DYNAMIC)
        key = a3_name_normalise(arena, copy, '-');
    *slot = (a3_set_field){a3_meta_field_name(field), copy, key ? key : copy};
}

/* Long text is compared, not kept; a build on Windows ends its lines otherwise and says the same. */
static void add_digest(a3_arena *arena, a3_set_wheel *wheel, a3_span text)
{
    char line[80];
    size_t size = 0;
    uint64_t hash = UINT64_C(0xcbf29ce484222325); /* FNV-1a: two texts of one project, not an adversary's */
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '\r')
            continue;
        hash = (hash ^ text.data[i]) * UINT64_C(0x100000001b3);
        size++;
    }
    snprintf(line, sizeof line, "%zu bytes, digest %016llx", size, (unsigned long long)hash);
    add_field(arena, wheel, A3_META_DESCRIPTION, line);
}

static void copy_metadata(a3_arena *arena, a3_set_wheel *wheel, const a3_subject *subject)
{
    const a3_metadata *metadata = &subject->metadata;
    wheel->has_metadata = subject->has_metadata;
    wheel->admits = UINT64_MAX;
    if (!subject->has_metadata)
        return;
    wheel->meta_name = a3_strdup(arena, metadata->name);
    wheel->meta_version = a3_strdup(arena, metadata->version);
    wheel->requires_python = a3_strdup(arena, metadata->requires_python);
    if (metadata->requires_python != NULL && metadata->requires_python_valid) {
        wheel->admits = 0;
        for (size_t i = 0; i < a3_interp_count(); i++)
            if (a3_specifiers_admit_python(&metadata->python, a3_interp_at(i)->version))
                wheel->admits |= UINT64_C(1) << i;
    }
    bool described = false;
    for (size_t i = 0; i < metadata->count; i++) {
        const a3_meta_value *item = &metadata->items[i];
        if (item->field == A3_META_DESCRIPTION)
            described = true;
        else if (item->field != A3_META_NAME && item->field != A3_META_VERSION)
            add_field(arena, wheel, item->field, item->value);
    }
    if (described || metadata->description.size > 0)
        add_digest(arena, wheel, metadata->description);
    if (wheel->metadata.count > 1)
        qsort(wheel->metadata.items, wheel->metadata.count, sizeof *wheel->metadata.items, by_field);
}

static bool same_target(const a3_target *a, const a3_target *b)
{
    return a->os == b->os && a->arch == b->arch && a->libc == b->libc && a->soft_float == b->soft_float;
}

static void copy_platforms(a3_arena *arena, a3_set_wheel *wheel)
{
    for (size_t i = 0; i < wheel->tags.platform.count; i++) {
        a3_tagged_platform *slot = A3_PUSH(arena, &wheel->platforms);
        if (slot == NULL)
            return;
        *slot = (a3_tagged_platform){wheel->tags.platform.items[i], a3_platform_parse(wheel->tags.platform.items[i])};
        for (size_t a = 0; a < slot->platform.arch_count && wheel->targets.count < MOST_TARGETS; a++) {
            a3_target target = a3_platform_target(&slot->platform, a);
            bool seen = target.os == A3_OS_UNKNOWN;
            for (size_t t = 0; t < wheel->targets.count && !seen; t++)
                seen = same_target(&wheel->targets.items[t], &target);
            a3_target *place = seen ? NULL : A3_PUSH(arena, &wheel->targets);
            if (place != NULL)
                *place = target;
        }
    }
    /* what "any" with extensions does is asked of the usual machines */
    size_t usual = 0;
    const a3_column *columns = a3_usual_columns(&usual);
    bool any = wheel->targets.count == 0 && wheel->extensions > 0;
    for (size_t i = 0; any && i < usual; i++) {
        a3_target *place = A3_PUSH(arena, &wheel->targets);
        if (place != NULL)
            *place = (a3_target){columns[i].os, columns[i].arch, columns[i].libc, false};
    }
    if (wheel->targets.count == 0)
        (void)A3_PUSH(arena, &wheel->targets);
}

/* Import paths: "pkg/x" of pkg/x.py and of pkg/x.abi3.so alike. What lies in purelib or platlib of .data is installed beside. */
static void copy_modules(a3_arena *arena, a3_set_wheel *wheel, const a3_subject *subject)
{
    wheel->extensions = subject->modules.count;
    for (size_t i = 0; i < subject->modules.count; i++)
        put(arena, &wheel->modules, subject->modules.items[i].path);
    for (size_t i = 0; i < subject->file_count; i++) {
        const char *name = subject->files[i].name;
        size_t size = strlen(name);
        if (size < 4 || strcmp(name + size - 3, ".py") != 0 || strstr(name, ".data/scripts/") != NULL)
            continue;
        char *path = a3_strndup(arena, name, size - 3);
        if (path != NULL)
            put(arena, &wheel->modules, path);
    }
    for (size_t i = 0; i < wheel->modules.count; i++) {
        const char *data = strstr(wheel->modules.items[i], ".data/platlib/");
        if (data == NULL)
            data = strstr(wheel->modules.items[i], ".data/purelib/");
        if (data != NULL)
            wheel->modules.items[i] = data + strlen(".data/platlib/");
    }
    sort_unique(&wheel->modules);
}

static void join(a3_buf *out, const a3_strings *list)
{
    for (size_t i = 0; i < list->count; i++)
        a3_buf_printf(out, "%s%s", i ? "." : "", list->items[i]);
}

static const char *short_tags(const a3_set_wheel *wheel, a3_arena *arena)
{
    const a3_tag_sets *tags = &wheel->tags;
    const char *python = tags->python.count == 1 ? tags->python.items[0] : "-", *abi = tags->abi.count == 1 ? tags->abi.items[0] : "";
    bool own = strncasecmp(abi, python, strlen(python)) == 0 ||
               (strncasecmp(python, "pp", 2) == 0 && strncasecmp(abi, "pypy", 4) == 0 && strncasecmp(abi + 4, python + 2, strlen(python + 2)) == 0);
    a3_buf out = A3_BUF_INIT;
    if (!own) {
        join(&out, &tags->python);
        a3_buf_char(&out, '-');
    }
    join(&out, &tags->abi);
    if (wheel->build != NULL)
        a3_buf_printf(&out, " (build %s)", wheel->build);
    return a3_buf_keep(&out, arena);
}

a3_set_wheel *a3_sets_add(a3_sets *sets, const a3_subject *subject)
{
    a3_arena *arena = sets->arena;
    if (subject->kind != A3_INPUT_WHEEL || !subject->name.split)
        return NULL;
    a3_set *set = set_of(sets, subject->name.normalised, subject->name.version);
    a3_set_wheel *wheel = set ? A3_PUSH(arena, &set->wheels) : NULL;
    if (wheel == NULL)
        return NULL;
    wheel->path = a3_strdup(arena, subject->path);
    wheel->base = a3_strdup(arena, subject->base);
    wheel->name = a3_strdup(arena, subject->name.name);
    wheel->version = a3_strdup(arena, subject->name.version);
    wheel->build = a3_strdup(arena, subject->name.build);
    wheel->readable = subject->err.status == A3_OK;
    copy_column(arena, &wheel->tags.python, &subject->claim.tags.python);
    copy_column(arena, &wheel->tags.abi, &subject->claim.tags.abi);
    copy_column(arena, &wheel->tags.platform, &subject->claim.tags.platform);
    wheel->short_tags = short_tags(wheel, arena);
    wheel->installs = subject->claim.installs;
    copy_modules(arena, wheel, subject);
    copy_platforms(arena, wheel);
    copy_metadata(arena, wheel, subject);
    a3_set_loads(subject, wheel, arena);
    return arena->failed ? NULL : wheel;
}

bool a3_sets_add_sdist(a3_sets *sets, const char *path)
{
    static const char *const endings[] = {".tar.gz", ".zip", ".tgz", ".tar.bz2", ".tbz", ".tar.xz", ".txz", ".tar"};
    const char *base = a3_basename(path);
    size_t size = strlen(base), stem = 0;
    for (size_t i = 0; i < sizeof endings / sizeof *endings && stem == 0; i++) {
        size_t ending = strlen(endings[i]);
        if (size > ending && strcasecmp(base + size - ending, endings[i]) == 0)
            stem = size - ending;
    }
    char *name = stem ? a3_strndup(sets->arena, base, stem) : NULL;
    if (name == NULL)
        return false;
    /* the version is behind the last dash that a version follows; project names may hold dashes (before PEP 625) */
    for (char *dash = strrchr(name, '-'); dash != NULL && dash > name;) {
        a3_pep440 version;
        if (a3_pep440_parse(sets->arena, dash + 1, strlen(dash + 1), &version)) {
            *dash = '\0';
            char *project = a3_name_valid(name, strlen(name)) ? a3_name_normalise(sets->arena, name, '-') : NULL;
            a3_set *set = project ? set_of(sets, project, dash + 1) : NULL;
            if (set != NULL)
                put(sets->arena, &set->sdists, path);
            return set != NULL;
        }
        char *before = dash - 1;
        while (before > name && *before != '-')
            before--;
        dash = before > name ? before : NULL;
    }
    return false;
}

/* ---- the finish ---- */

static int by_base(const void *left, const void *right)
{
    const a3_set_wheel *a = left, *b = right;
    int order = strcmp(a->base, b->base);
    return order ? order : strcmp(a->path, b->path);
}

static int by_project(const void *left, const void *right)
{
    const a3_set *a = *(a3_set *const *)left, *b = *(a3_set *const *)right;
    int order = strcmp(a->project, b->project);
    return order ? order : strverscmp(a->version, b->version);
}

void a3_sets_finish(a3_sets *sets)
{
    if (sets->list.count > 1)
        qsort(sets->list.items, sets->list.count, sizeof *sets->list.items, by_project);
    for (size_t i = 0; i < sets->list.count; i++) {
        a3_set *set = sets->list.items[i];
        sort_unique(&set->sdists);
        if (set->wheels.count > 1)
            qsort(set->wheels.items, set->wheels.count, sizeof *set->wheels.items, by_base);
        for (size_t k = i; k-- > 0 && strcmp(sets->list.items[k]->project, set->project) == 0;) {
            put(sets->arena, &set->other_versions, sets->list.items[k]->version);
            put(sets->arena, &sets->list.items[k]->other_versions, set->version);
        }
        a3_set_matrix(set, sets->arena);
    }
}

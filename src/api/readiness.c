/* SPDX-License-Identifier: MIT */
/* abi3t_readiness: one row for each distribution. Each row is decided twice over while its subject is there: for every
 * free-threaded interpreter of the model, for which one is meant may only be known at the end. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "abi/stable.h"
#include "api/table.h"
#include "base/text.h"
#include "report/readiness.h"

enum { MOST_INTERPS = 8, MOST_MODULES = 200 };

/* What CPythons say to an extension of the subject at hand. */
typedef struct ready_refusal {
    const a3_object *object;
    a3_refusal refusal;
} ready_refusal;

/* One input, for each free-threaded interpreter. */
typedef struct ready_input {
    const char *key; /* name, to join several wheels of one distribution */
    bool loose;      /* a bare object: a row of its own */
    bool bad;        /* could not be read */
    a3_ready_row rows[MOST_INTERPS];
} ready_input;

typedef struct readiness {
    const abi3t_options *options;
    a3_arena *arena;
    const a3_interp *interps[MOST_INTERPS]; /* free-threaded, oldest first */
    size_t interp_count;
    A3_LIST(ready_input) inputs;
    size_t served[MOST_INTERPS];            /* inputs with extensions that each of them installs */
    A3_LIST(ready_refusal) refusals;        /* in `work` */
    a3_arena work;                          /* for one subject */
    size_t unreadable;
} readiness;

static const char *keep(readiness *r, const char *text)
{
    char *copy = a3_strdup(r->arena, text);
    return copy ? copy : text ? "" : NULL;
}

static void add_module(readiness *r, a3_ready_row *row, const char *name, const char *gil, a3_readiness state, const char *why)
{
    if (state > row->state)
        row->state = state;
    row->not_ready += state != A3_READY;
    if (state == A3_READY || row->modules.count >= MOST_MODULES)
        return;
    a3_ready_module *slot = A3_PUSH(r->arena, &row->modules);
    if (slot != NULL)
        *slot = (a3_ready_module){keep(r, name), gil, keep(r, why), state};
}

static const a3_refusal *refusal_of(const readiness *r, const a3_object *object)
{
    for (size_t i = 0; i < r->refusals.count; i++)
        if (r->refusals.items[i].object == object)
            return &r->refusals.items[i].refusal;
    return NULL;
}

/* What importing that object does there. */
static void judge_object(readiness *r, a3_ready_row *row, const a3_interp *interp, const char *name, const a3_object *object)
{
    const char *gil = object->err.status == A3_OK ? a3_object_answer_of(object).gil : NULL;
    const a3_refusal *refusal = refusal_of(r, object);
    size_t index = a3_interp_index(interp);
    if (gil == NULL)
        gil = "undetermined";
    if (object->err.status != A3_OK)
        add_module(r, row, name, gil, A3_NOT_DECIDED, object->err.message);
    else if (refusal != NULL && (refusal->refused >> index & 1))
        add_module(r, row, name, gil, A3_GIL_ONLY, a3_printf(r->arena, "CPython %s %s", interp->name, refusal->reasons[index]));
    else if (strcmp(gil, "not-used") == 0)
        add_module(r, row, name, gil, A3_READY, NULL);
    else if (strcmp(gil, "used") == 0)
        add_module(r, row, name, gil, A3_TURNS_GIL_ON, "declares that it uses the GIL");
    else if (strcmp(gil, "absent") == 0)
        add_module(r, row, name, gil, A3_TURNS_GIL_ON, "does not declare Py_mod_gil");
    else
        add_module(r, row, name, gil, A3_NOT_DECIDED, "what it declares could not be determined");
}

static bool free_threaded_own(const a3_claim *claim)
{
    for (size_t i = 0; i < claim->tags.abi.count; i++) {
        bool free_threaded = false;
        if (a3_abi_tag_version(claim->tags.abi.items[i], &free_threaded, NULL) != 0 && free_threaded)
            return true;
    }
    return false;
}

static a3_build_kind kind_of(const a3_subject *subject, bool extensions)
{
    if (!extensions)
        return A3_BUILD_PURE;
    return subject->claim.abi3t ? A3_BUILD_ABI3T : free_threaded_own(&subject->claim) || a3_claim_free_threaded(&subject->claim) ? A3_BUILD_FREE_THREADED
                                                                                                                                : A3_BUILD_GIL;
}

/* The machine to import on: the claim's first, else each object's own. */
static const a3_target *machine(const a3_subject *subject, a3_target *room)
{
    for (size_t i = 0; i < subject->platforms.count; i++)
        if (subject->platforms.items[i].platform.arch_count > 0) {
            *room = a3_platform_target(&subject->platforms.items[i].platform, 0);
            return room;
        }
    return NULL;
}

static void judge_groups(readiness *r, const a3_subject *subject, const a3_interp *interp, a3_ready_row *row)
{
    a3_target room;
    const a3_target *target = machine(subject, &room);
    for (size_t g = 0; g < subject->modules.count; g++) {
        const a3_module_group *group = &subject->modules.items[g];
        const a3_object *object = a3_group_object(group, interp, target);
        row->module_count++;
        row->replaced += object == NULL && group->pure;
        if (object == NULL && !group->pure)
            add_module(r, row, group->path, "none", A3_GIL_ONLY, "none of its files has a suffix that this interpreter imports");
        else if (object != NULL && !row->installed) /* .abi3.so, .so: found, and laid out for other builds */
            add_module(r, row, group->path, "none", A3_GIL_ONLY, "the interpreter would import a file that was installed for another one");
        if (object == NULL || !row->installed)
            continue;
        if (object->file->objects.count == 1) {
            judge_object(r, row, interp, group->path, object);
            continue;
        }
        for (size_t i = 0; i < object->file->objects.count; i++) /* a fat file: each slice is somebody's */
            if (object->file->objects.items[i].role == A3_ROLE_EXTENSION || object->file->objects.items[i].err.status != A3_OK)
                judge_object(r, row, interp, a3_printf(r->arena, "%s (%s)", group->path, object->file->objects.items[i].slice ? object->file->objects.items[i].slice : "?"),
                             &object->file->objects.items[i]);
    }
}

/* Files named as extensions in which no object could be opened: nothing is known of them. */
static size_t judge_broken(readiness *r, const a3_subject *subject, a3_ready_row *row)
{
    size_t count = 0;
    for (size_t f = 0; f < subject->file_count; f++) {
        const a3_file *file = &subject->files[f];
        a3_suffix suffix = a3_suffix_parse(a3_basename(file->name));
        bool named = file->named_binary && suffix.kind != A3_SUFFIX_NONE && (suffix.kind != A3_SUFFIX_BARE || suffix.windows);
        bool opened = false;
        for (size_t i = 0; i < file->objects.count; i++)
            opened |= file->objects.items[i].err.status == A3_OK;
        if (!named || opened)
            continue;
        count++;
        if (row != NULL)
            add_module(r, row, file->name, "undetermined", A3_NOT_DECIDED, file->err.status != A3_OK ? file->err.message : "is no native object that could be read");
    }
    return count;
}

static void judge_row(readiness *r, const a3_subject *subject, size_t which, a3_ready_row *row)
{
    const a3_interp *interp = r->interps[which];
    bool extensions = subject->modules.count > 0 || judge_broken(r, subject, NULL) > 0;
    row->kind = kind_of(subject, extensions);
    row->installed = subject->claim.source == A3_CLAIM_NONE || (subject->claim.installs >> a3_interp_index(interp) & 1) != 0;
    if (subject->err.status != A3_OK) {
        add_module(r, row, subject->base ? subject->base : subject->path, "undetermined", A3_NOT_DECIDED, subject->err.message);
        return;
    }
    judge_broken(r, subject, row);
    if (!extensions)
        return;
    if (!row->installed && subject->kind != A3_INPUT_DIRECTORY) {
        row->module_count = subject->modules.count;
        for (size_t g = 0; g < subject->modules.count; g++)
            add_module(r, row, subject->modules.items[g].path, "none", A3_GIL_ONLY, a3_printf(r->arena, "CPython %s does not install the wheel", interp->name));
        return;
    }
    judge_groups(r, subject, interp, row);
}

static void judge_bare(readiness *r, const a3_subject *subject, size_t which, a3_ready_row *row)
{
    const a3_interp *interp = r->interps[which];
    bool extension = false;
    for (size_t f = 0; f < subject->file_count; f++)
        for (size_t i = 0; i < subject->files[f].objects.count; i++) {
            const a3_object *object = &subject->files[f].objects.items[i];
            if (object->role != A3_ROLE_EXTENSION)
                continue;
            extension = true;
            row->module_count++;
            a3_target own = {object->os, object->arch, object->libc, object->soft_float};
            const char *stem = a3_strndup(r->arena, subject->base, strcspn(subject->base, "."));
            row->installed = a3_interp_imports(interp, &own, subject->base, stem ? stem : "") >= 0;
            if (row->installed)
                judge_object(r, row, interp, subject->base, object);
            else
                add_module(r, row, subject->base, "none", A3_GIL_ONLY, "has a suffix that this interpreter does not import");
        }
    row->kind = !extension ? A3_BUILD_PURE : kind_of(subject, true);
    if (subject->err.status != A3_OK || (!extension && judge_broken(r, subject, row) > 0 && row->state == A3_READY))
        add_module(r, row, subject->base, "undetermined", A3_NOT_DECIDED, subject->err.message);
}

/* Only where a free-threaded interpreter installs it: what it would not install needs no further reason. */
static void find_refusals(readiness *r, const a3_subject *subject)
{
    a3_arena_init(&r->work, r->options->gather.limits.arena);
    bool wanted = subject->claim.source == A3_CLAIM_NONE;
    for (size_t i = 0; i < r->interp_count; i++)
        wanted |= subject->claim.installs >> a3_interp_index(r->interps[i]) & 1;
    for (size_t f = 0; wanted && f < subject->file_count; f++)
        for (size_t i = 0; i < subject->files[f].objects.count; i++) {
            const a3_object *object = &subject->files[f].objects.items[i];
            ready_refusal *slot = object->role == A3_ROLE_EXTENSION ? A3_PUSH(&r->work, &r->refusals) : NULL;
            if (slot == NULL)
                continue;
            slot->object = object;
            a3_object_refusal(subject, object, &r->work, &slot->refusal);
        }
}

static bool one(void *context, a3_subject *subject)
{
    readiness *r = context;
    r->unreadable += subject->err.status != A3_OK;
    bool loose = subject->kind == A3_INPUT_OBJECT;
    bool extension = !loose || subject->err.status != A3_OK;
    for (size_t f = 0; f < subject->file_count && !extension; f++)
        for (size_t i = 0; i < subject->files[f].objects.count; i++)
            extension |= subject->files[f].objects.items[i].role == A3_ROLE_EXTENSION;
    extension |= loose && judge_broken(r, subject, NULL) > 0;
    if (!extension) /* a library or a program is nobody's module */
        return true;
    ready_input *input = A3_PUSH(r->arena, &r->inputs);
    if (input == NULL)
        return false;
    const char *name = subject->name.split ? subject->name.name : subject->has_metadata ? subject->metadata.name : NULL;
    const char *version = subject->name.split ? subject->name.version : subject->has_metadata ? subject->metadata.version : NULL;
    const char *normal = name ? a3_name_normalise(r->arena, name, '-') : keep(r, subject->base ? subject->base : subject->path);
    *input = (ready_input){.key = normal ? normal : "", .loose = loose, .bad = subject->err.status != A3_OK};
    find_refusals(r, subject);
    for (size_t i = 0; i < r->interp_count; i++) {
        r->served[i] += subject->modules.count > 0 && (subject->claim.installs >> a3_interp_index(r->interps[i]) & 1);
        a3_ready_row *row = &input->rows[i];
        *row = (a3_ready_row){.name = input->key, .version = keep(r, version), .path = keep(r, subject->path)};
        if (loose)
            judge_bare(r, subject, i, row);
        else
            judge_row(r, subject, i, row);
    }
    r->arena->failed |= r->work.failed;
    a3_arena_free(&r->work);
    memset(&r->refusals, 0, sizeof r->refusals);
    return !r->arena->failed;
}

/* ---- rows out of inputs ---- */

static int by_name(const void *left, const void *right)
{
    const a3_ready_row *a = left, *b = right;
    int order = strcmp(a->name, b->name);
    if (order == 0)
        order = strverscmp(a->version ? a->version : "", b->version ? b->version : "");
    if (order == 0) /* the wheel that is installed stands first */
        order = (int)b->installed - (int)a->installed;
    if (order == 0 && a->state != b->state) /* of several platforms the worst counts */
        order = a->state > b->state ? -1 : 1;
    return order ? order : strcmp(a->path, b->path);
}

static bool same_distribution(const a3_ready_row *a, const a3_ready_row *b)
{
    return strcmp(a->name, b->name) == 0 && strcmp(a->version ? a->version : "", b->version ? b->version : "") == 0;
}

/* The interpreter that most inputs are made for, the newest of several; at most the one that the tables know. What --python says
 * goes first, then what the baseline was written for. */
static size_t choose(const readiness *r, a3_version asked)
{
    size_t chosen = 0;
    for (size_t i = 0; i < r->interp_count; i++)
        if (r->interps[i]->version <= A3_ABI_DATA_LATEST && r->served[i] >= r->served[chosen])
            chosen = i;
    for (size_t i = 0; asked != 0 && i < r->interp_count; i++)
        if (r->interps[i]->version == asked)
            return i;
    return chosen;
}

static a3_status collect(readiness *r, const a3_ready_baseline *baseline, a3_ready_run *run, a3_err *err)
{
    size_t which = choose(r, r->options->ready_python ? r->options->ready_python : baseline ? baseline->python : 0), kept = 0;
    run->interp = r->interps[which];
    run->arena = r->arena;
    run->rows = A3_NEW_ARRAY(r->arena, a3_ready_row, r->inputs.count + 1);
    if (r->arena->failed)
        return a3_fail(err, A3_NOMEM, "out of memory (limit arena)");
    for (size_t i = 0; i < r->inputs.count; i++)
        run->rows[i] = r->inputs.items[i].rows[which];
    if (r->inputs.count > 1)
        qsort(run->rows, r->inputs.count, sizeof *run->rows, by_name);
    for (size_t i = 0; i < r->inputs.count; i++)
        if (kept == 0 || !same_distribution(&run->rows[kept - 1], &run->rows[i]))
            run->rows[kept++] = run->rows[i];
    run->count = kept;
    for (size_t i = 0; i < kept; i++) {
        run->states[run->rows[i].state]++;
        run->kinds[run->rows[i].kind]++;
    }
    if (baseline != NULL)
        a3_ready_compare(run, baseline);
    return A3_OK;
}

/* Read before anything else: a gate that cannot be held is said at once. */
static a3_status read_baseline(readiness *r, a3_ready_baseline *out, a3_err *err)
{
    const char *path = r->options->ready_baseline;
    a3_mapped mapped;
    a3_status status = a3_map_file(path, r->options->gather.limits.member_size, &mapped, err);
    if (status == A3_OK) {
        status = a3_ready_baseline_read((const char *)mapped.bytes.data, mapped.bytes.size, r->arena, out, err);
        a3_unmap(&mapped);
    }
    if (status == A3_OK && r->options->ready_python != 0 && out->python != r->options->ready_python)
        status = a3_fail(err, A3_INVALID, "was written for CPython %st, not for %st: write it anew", A3_VERSION_TEXT(out->python),
                         A3_VERSION_TEXT(r->options->ready_python));
    if (status != A3_OK)
        a3_err_prefix(err, "baseline %s", path);
    return status;
}

static bool gate(const readiness *r, const a3_ready_run *run)
{
    if (r->options->ready_fail_on == 0)
        return run->baseline && run->regressions > 0;
    for (size_t i = 0; i < run->count; i++)
        if ((int)run->rows[i].state >= r->options->ready_fail_on && (!run->baseline || run->rows[i].regressed))
            return true;
    return false;
}

abi3t_outcome abi3t_readiness(const abi3t_options *options, const char *const *paths, size_t path_count, const abi3t_writer *writers,
                              size_t writer_count, const abi3t_events *events, abi3t_message *why)
{
    const a3_table reports = {"readiness", a3_ready_format, writers, writer_count};
    if (a3_table_check(&reports, why) != ABI3T_CLEAN)
        return ABI3T_USAGE;
    const abi3t_options everything = a3_table_options(options);
    a3_arena arena;
    a3_arena_init(&arena, options->gather.limits.arena);
    readiness r = {.options = options, .arena = &arena};
    for (size_t i = 0; i < a3_interp_count(); i++)
        if (a3_interp_at(i)->free_threaded && r.interp_count < MOST_INTERPS)
            r.interps[r.interp_count++] = a3_interp_at(i);
    a3_run run = {.options = &everything, .paths = paths, .path_count = path_count, .events = events, .each = one, .context = &r};
    a3_err err = A3_ERR_INIT;
    a3_ready_run table = {0};
    a3_ready_baseline baseline = {0};
    bool bad = options->ready_baseline != NULL && read_baseline(&r, &baseline, &err) != A3_OK;
    bool compared = options->ready_baseline != NULL && !bad; /* the table is of use without a comparison, too */
    bad |= a3_run_subjects(&run, &err) != A3_OK;
    bad |= collect(&r, compared ? &baseline : NULL, &table, &err) != A3_OK;
    if (table.rows != NULL)
        bad |= a3_table_write(&reports, options, &table, &(a3_totals){0}, &arena, &err) != A3_OK;
    abi3t_outcome outcome = bad || run.unreadable || r.unreadable > 0 ? ABI3T_FAILED : gate(&r, &table) ? ABI3T_FINDINGS : ABI3T_CLEAN;
    if (why != NULL)
        snprintf(why->text, sizeof why->text, "%s", err.message);
    a3_arena_free(&arena);
    return outcome;
}

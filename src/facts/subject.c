/* SPDX-License-Identifier: MIT */
/* Opening and closing a subject: container, metadata files, claim. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "facts/gather.h"

static void begin(a3_subject *subject, a3_input_kind kind, const char *path, const char *inner, const a3_gather *how)
{
    *subject = (a3_subject){.kind = kind, .how = how, .err = A3_ERR_INIT};
    a3_arena_init(&subject->arena, how->limits.arena);
    subject->path = a3_strdup(&subject->arena, path);
    if (subject->path == NULL)
        return;
    subject->in_archive = inner != NULL;
    subject->base = a3_basename(inner ? a3_strdup(&subject->arena, inner) : subject->path);
}

a3_status a3_gather_starved(const a3_arena *arena, a3_err *err)
{
    return arena->exhausted ? a3_fail(err, A3_NOMEM, "out of memory")
                            : a3_fail(err, A3_LIMIT, "more memory is needed for its facts than the limit arena allows");
}

static bool add_files(a3_subject *subject, size_t count)
{
    subject->files = A3_NEW_ARRAY(&subject->arena, a3_file, count);
    if (subject->files == NULL)
        return false;
    subject->file_count = count;
    for (size_t i = 0; i < count; i++)
        a3_arena_init(&subject->files[i].arena, subject->how->limits.arena);
    return true;
}

/* ---- claim ---- */

static void split_platforms(a3_subject *subject)
{
    const a3_strings *tags = &subject->claim.tags.platform;
    for (size_t i = 0; i < tags->count; i++) {
        a3_tagged_platform *slot = A3_PUSH(&subject->arena, &subject->platforms);
        if (slot != NULL)
            *slot = (a3_tagged_platform){tags->items[i], a3_platform_parse(tags->items[i])};
    }
}

/* WHEEL's Tag lines as column sets: what a directory claims, and a wheel whose file name says nothing. */
static bool tags_from_wheel_file(a3_subject *subject, a3_tag_sets *out)
{
    memset(out, 0, sizeof *out);
    for (size_t i = 0; i < subject->wheel.tags.count; i++) {
        const a3_tag *tag = &subject->wheel.tags.items[i];
        const char *const parts[] = {tag->python, tag->abi, tag->platform};
        a3_strings *const columns[] = {&out->python, &out->abi, &out->platform};
        for (size_t c = 0; c < 3; c++) {
            a3_strings elements = {0};
            a3_tag_set_parse(&subject->arena, parts[c], strlen(parts[c]), &elements, NULL);
            for (size_t k = 0; k < elements.count; k++)
                if (!a3_tag_set_has(columns[c], elements.items[k])) {
                    const char **slot = A3_PUSH(&subject->arena, columns[c]);
                    if (slot != NULL)
                        *slot = elements.items[k];
                }
        }
    }
    return out->python.count > 0;
}

static void settle_claim(a3_subject *subject)
{
    const a3_gather *how = subject->how;
    a3_tag_sets tags;
    if (how->claim != NULL) {
        tags = *how->claim;
        if (tags.platform.count == 0 && subject->kind == A3_INPUT_WHEEL && subject->name.split)
            tags.platform = subject->name.tags.platform;
        a3_claim_from_tags(&subject->claim, A3_CLAIM_OPTION, &tags);
    } else if (subject->kind == A3_INPUT_WHEEL && subject->name.valid) {
        a3_claim_from_tags(&subject->claim, A3_CLAIM_FILE_NAME, &subject->name.tags);
    } else if (subject->kind == A3_INPUT_OBJECT) {
        a3_claim_from_object_name(&subject->claim, subject->base, how->min_python, &subject->arena);
    } else if (subject->has_wheel && tags_from_wheel_file(subject, &tags)) {
        a3_claim_from_tags(&subject->claim, A3_CLAIM_WHEEL_FILE, &tags);
    } else if (subject->kind == A3_INPUT_WHEEL && subject->name.split) {
        a3_claim_from_tags(&subject->claim, A3_CLAIM_FILE_NAME, &subject->name.tags);
    }
    split_platforms(subject);
}

/* ---- wheel ---- */

/* The folders name.dist-info at the top, sorted, each once. */
static void list_dist_infos(a3_subject *subject)
{
    const a3_container *zip = &subject->container;
    for (size_t i = 0; i < zip->count; i++) {
        const char *name = zip->members[i].name, *slash = strchr(name, '/');
        size_t size = slash ? (size_t)(slash - name) : 0;
        if (size < strlen(".dist-info") || strncmp(slash - strlen(".dist-info"), ".dist-info", strlen(".dist-info")) != 0)
            continue;
        size_t at = 0;
        int order = 1;
        for (; at < subject->dist_infos.count; at++) {
            const char *have = subject->dist_infos.items[at];
            order = strncmp(name, have, size);
            if (order == 0 && have[size] != '\0')
                order = -1;
            if (order <= 0)
                break;
        }
        if (at < subject->dist_infos.count && order == 0)
            continue;
        char *folder = a3_strndup(&subject->arena, name, size);
        if (folder == NULL || subject->dist_infos.count >= 1000 || A3_PUSH(&subject->arena, &subject->dist_infos) == NULL)
            return;
        memmove(&subject->dist_infos.items[at + 1], &subject->dist_infos.items[at],
                (subject->dist_infos.count - 1 - at) * sizeof *subject->dist_infos.items);
        subject->dist_infos.items[at] = folder;
    }
}

/* As pip chooses: the folder whose project name is the file name's; else the only one, or the first. */
static void choose_dist_info(a3_subject *subject)
{
    for (size_t i = 0; i < subject->dist_infos.count; i++) {
        const char *folder = subject->dist_infos.items[i];
        a3_dist_dir parts;
        if (subject->name.split && a3_dist_dir_parse(&subject->arena, folder, strlen(folder), &parts) &&
            a3_name_equal(parts.name, subject->name.name)) {
            subject->dist_info = folder;
            return;
        }
    }
    if (subject->dist_infos.count > 0)
        subject->dist_info = subject->dist_infos.items[0];
}

/* Metadata files are read first, whole: they say what the rest is held against. */
static void read_meta(a3_subject *subject, a3_reader *reader, a3_meta_file which, const char *name)
{
    char *path = a3_printf(&subject->arena, "%s/%s", subject->dist_info, name);
    const a3_member *member = path ? a3_container_find(&subject->container, path, strlen(path)) : NULL;
    a3_span text;
    a3_err err = A3_ERR_INIT; /* the file's own job meets it again and reports it, but for want of memory */
    if (member == NULL)
        return;
    a3_status status = a3_member_read(&subject->container, member, reader, &subject->how->limits, &text, &err);
    if (status == A3_NOMEM)
        a3_fail(&subject->err, A3_NOMEM, "%s: %s", path, err.message);
    else if (status == A3_OK || text.data != NULL)
        a3_meta_read(subject, which, text, &subject->err);
}

static void open_wheel(a3_subject *subject)
{
    a3_span bytes = subject->mapped.bytes;
    subject->size = bytes.size;
    if (bytes.size == 0) {
        a3_fail_at(&subject->err, A3_MALFORMED, 0, "the file is empty");
        return;
    }
    a3_status status = a3_zip_open(bytes, &subject->how->limits, &subject->arena, &subject->container, &subject->err);
    if (status == A3_NOT_MINE) {
        subject->err.status = A3_MALFORMED;
        if (subject->err.message[0] == '\0')
            a3_fail_at(&subject->err, A3_MALFORMED, 0, "not a ZIP archive (%s)", a3_container_format(bytes));
    }
    if (status != A3_OK)
        return;
    subject->has_container = true;
    list_dist_infos(subject);
    choose_dist_info(subject);
    if (subject->dist_info != NULL) {
        a3_reader reader = A3_READER_INIT;
        read_meta(subject, &reader, A3_FILE_WHEEL, "WHEEL");
        read_meta(subject, &reader, A3_FILE_RECORD, "RECORD");
        read_meta(subject, &reader, A3_FILE_METADATA, "METADATA");
        read_meta(subject, &reader, A3_FILE_ENTRY_POINTS, "entry_points.txt");
        a3_reader_free(&reader);
    }
    size_t count = 0;
    for (size_t i = 0; i < subject->container.count; i++)
        count += !subject->container.members[i].is_directory;
    if (!add_files(subject, count))
        return;
    a3_file *file = subject->files;
    for (size_t i = 0; i < subject->container.count; i++) {
        const a3_member *member = &subject->container.members[i];
        if (member->is_directory)
            continue;
        file->name = member->name;
        file->member = member;
        file->size = member->size;
        file->packed = member->packed;
        file->named_binary = a3_is_binary_name(member->name);
        file++;
    }
}

static void open_object(a3_subject *subject)
{
    subject->size = subject->mapped.bytes.size;
    if (!add_files(subject, 1))
        return;
    subject->files[0].name = subject->base;
    subject->files[0].size = subject->size;
    subject->files[0].named_binary = true; /* somebody named it as a subject: if it is no object, that is a finding */
}

/* ---- an installed or unpacked distribution ---- */

static void read_meta_file(a3_subject *subject, a3_meta_file which, const char *name)
{
    a3_mapped mapped;
    a3_err err = A3_ERR_INIT;
    char *path = a3_printf(&subject->arena, "%s/%s", subject->path, name);
    if (path == NULL)
        return;
    if (a3_map_file(path, 0, &mapped, &err) != A3_OK) {
        if (err.status != A3_IO || a3_file_exists(path))
            a3_fail(&subject->err, err.status, "%s", err.message);
        return;
    }
    a3_meta_read(subject, which, mapped.bytes, &subject->err);
    a3_unmap(&mapped);
}

static void open_dist(a3_subject *subject)
{
    subject->dist_info = subject->base;
    const char **slot = A3_PUSH(&subject->arena, &subject->dist_infos);
    if (slot != NULL)
        *slot = subject->base;
    read_meta_file(subject, A3_FILE_WHEEL, "WHEEL");
    read_meta_file(subject, A3_FILE_RECORD, "RECORD");
    read_meta_file(subject, A3_FILE_METADATA, "METADATA");
    read_meta_file(subject, A3_FILE_ENTRY_POINTS, "entry_points.txt");
    if (subject->has_record && add_files(subject, subject->recorded.count)) {
        const char *base = a3_strndup(&subject->arena, subject->path, strlen(subject->path) - strlen(subject->base));
        for (size_t i = 0; i < subject->recorded.count; i++) {
            a3_file *file = &subject->files[i];
            file->row = &subject->recorded.items[i];
            file->name = file->row->path;
            file->path = file->name[0] == '/' ? file->name : a3_printf(&subject->arena, "%s%s", base ? base : "", file->name);
            file->size = file->row->size;
            file->named_binary = a3_is_binary_name(file->name);
        }
    }
}

/* ---- any input ---- */

a3_status a3_subject_open(a3_subject *subject, const a3_input *input, const a3_gather *how, a3_err *err)
{
    a3_input_kind kind = input->kind;
    bool is_file = kind == A3_INPUT_WHEEL || kind == A3_INPUT_OBJECT;
    begin(subject, kind, input->path, input->inner, how);
    subject->mapped = input->content;
    if (subject->path == NULL || subject->base == NULL)
        return a3_fail(err, A3_NOMEM, "out of memory");
    subject->err = input->err;
    subject->told = input->err.status != A3_OK;
    if (subject->err.status == A3_OK && is_file && input->content.bytes.data == NULL)
        a3_map_file(input->path, how->limits.member_size, &subject->mapped, &subject->err);
    if (kind == A3_INPUT_WHEEL)
        a3_wheel_name_parse(&subject->arena, subject->base, &subject->name, &subject->name_faults);
    if (subject->err.status == A3_OK && kind == A3_INPUT_WHEEL)
        open_wheel(subject);
    else if (subject->err.status == A3_OK && kind == A3_INPUT_OBJECT)
        open_object(subject);
    else if (subject->err.status == A3_OK && kind == A3_INPUT_DIRECTORY)
        open_dist(subject);
    settle_claim(subject);
    a3_files_sort(subject);
    if (subject->has_record && kind == A3_INPUT_WHEEL)
        a3_record_tie(subject);
    if (subject->arena.failed)
        a3_gather_starved(&subject->arena, &subject->err);
    return A3_OK;
}

void a3_subject_free(a3_subject *subject)
{
    for (size_t i = 0; i < subject->file_count; i++)
        a3_arena_free(&subject->files[i].arena);
    a3_unmap(&subject->mapped);
    a3_arena_free(&subject->arena);
}

/* ---- metadata files ---- */

a3_status a3_meta_read(a3_subject *subject, a3_meta_file which, a3_span text, a3_err *err)
{
    a3_arena *arena = &subject->arena;
    a3_status status = A3_OK;
    /* parsers borrow: the text is kept */
    a3_span kept = {(const uint8_t *)a3_strndup(arena, (const char *)text.data, text.size), text.size};
    if (text.size == 0)
        kept = (a3_span){NULL, 0};
    else if (kept.data == NULL)
        return a3_gather_starved(arena, err);
    switch (which) {
    case A3_FILE_WHEEL:
        status = a3_wheelfile_parse(arena, kept, &subject->wheel, &subject->wheel_faults);
        subject->has_wheel = status == A3_OK;
        break;
    case A3_FILE_RECORD:
        status = a3_record_parse(arena, kept, a3_printf(arena, "%s/RECORD", subject->dist_info), &subject->recorded, &subject->record_faults);
        subject->has_record = status == A3_OK;
        break;
    case A3_FILE_METADATA:
        status = a3_metadata_parse(arena, kept, &subject->metadata, &subject->metadata_faults);
        subject->has_metadata = status == A3_OK;
        break;
    case A3_FILE_ENTRY_POINTS:
        status = a3_entrypoints_parse(arena, kept, &subject->entry_points, &subject->entry_faults);
        subject->has_entry_points = status == A3_OK;
        break;
    }
    if (status == A3_NOMEM && !arena->failed)
        a3_arena_fail(arena);
    return status == A3_NOMEM ? a3_gather_starved(arena, err) : status;
}

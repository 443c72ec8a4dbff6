/* SPDX-License-Identifier: MIT */
#include "repair/plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "wheel/headers.h"

static void say(a3_plan *plan, a3_strings *list, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int size = vsnprintf(NULL, 0, format, args);
    char *text = size < 0 ? NULL : a3_alloc(plan->arena, (size_t)size + 1);
    const char **slot = text ? A3_PUSH(plan->arena, list) : NULL;
    if (slot != NULL) {
        vsnprintf(text, (size_t)size + 1, format, again);
        *slot = text;
    }
    va_end(again);
}

void a3_plan_step(a3_plan *plan, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say(plan, &plan->steps, format, args);
    va_end(args);
}

void a3_plan_refuse(a3_plan *plan, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say(plan, &plan->refusals, format, args);
    va_end(args);
}

static void warn(a3_plan *plan, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say(plan, &plan->warnings, format, args);
    va_end(args);
}

/* ---- names of members ---- */

static bool in_folder(const char *name, const char *folder)
{
    size_t size = strlen(folder);
    return strncmp(name, folder, size) == 0 && name[size] == '/';
}

/* The suffix that the new tags ask for; NULL: leave it. */
static const char *wanted_suffix(const a3_plan *plan)
{
    if (a3_tag_set_has(&plan->tags.abi, "abi3t"))
        return ".abi3t.so";
    return a3_tag_set_has(&plan->tags.abi, "abi3") ? ".abi3.so" : NULL;
}

/* A stable-ABI file that the new claim's interpreters would not all see. Siblings of one module are left as they are: which of
 * them is meant, nobody can tell. */
static const char *extension_name(a3_plan *plan, const a3_module_group *group, const a3_file *file)
{
    const char *wanted = wanted_suffix(plan), *base = a3_basename(file->name);
    a3_suffix suffix = a3_suffix_parse(base);
    if (wanted == NULL || suffix.windows || suffix.kind == A3_SUFFIX_NONE || suffix.kind == A3_SUFFIX_UNKNOWN)
        return file->name;
    if (group->count > 1) {
        for (size_t i = 0; i < group->count && suffix.kind == A3_SUFFIX_VERSION; i++)
            if (group->files[i] != file) {
                a3_plan_refuse(plan, "%s lies beside %s: it is most often a leftover of an earlier build. Clean the build tree and build again", file->name,
                               group->files[i]->name);
                break;
            }
        return file->name;
    }
    if (strcmp(base + suffix.stem, wanted) == 0)
        return file->name;
    char *name = a3_printf(plan->arena, "%.*s%s", (int)(strlen(file->name) - strlen(base) + suffix.stem), file->name, wanted);
    return name ? name : file->name;
}

static const a3_module_group *group_of(const a3_subject *subject, const a3_file *file)
{
    for (size_t g = 0; g < subject->modules.count; g++)
        for (size_t k = 0; k < subject->modules.items[g].count; k++)
            if (subject->modules.items[g].files[k] == file)
                return &subject->modules.items[g];
    return NULL;
}

/* "old.dist-info/X" -> "new.dist-info/X", and the .data folder likewise. */
static const char *refolder(a3_plan *plan, const char *name)
{
    const char *old = plan->subject->dist_info;
    if (old == NULL || strcmp(old, plan->dist_info) == 0)
        return name;
    size_t stem = strlen(old) - strlen(".dist-info");
    const char *data = a3_printf(plan->arena, "%.*s.data", (int)stem, old);
    const char *moved = NULL;
    if (in_folder(name, old))
        moved = a3_printf(plan->arena, "%s%s", plan->dist_info, name + strlen(old));
    else if (data != NULL && in_folder(name, data))
        moved = a3_printf(plan->arena, "%.*s%s", (int)(strlen(plan->dist_info) - strlen(".dist-info")), plan->dist_info, name + stem);
    return moved ? moved : name;
}

static bool signature(const a3_plan *plan, const char *name)
{
    return in_folder(name, plan->dist_info) && (a3_has_suffix(name, "/RECORD.jws") || a3_has_suffix(name, "/RECORD.p7s"));
}

static bool is_meta(const a3_plan *plan, const char *name, const char *file)
{
    return in_folder(name, plan->dist_info) && strcmp(name + strlen(plan->dist_info) + 1, file) == 0;
}

static void add_entry(a3_plan *plan, const char *name, const a3_file *file)
{
    a3_entry_plan *entry = A3_PUSH(plan->arena, &plan->entries);
    if (entry != NULL)
        *entry = (a3_entry_plan){.name = name, .member = file->member, .file = file};
}

/* What a copy cannot put right. */
static void check_file(a3_plan *plan, const a3_file *file, const char *name)
{
    if (file->err.status != A3_OK)
        a3_plan_refuse(plan, "%s: %s. Build the wheel again", file->name, file->err.message);
    if (file->member->is_symlink)
        a3_plan_refuse(plan, "%s is a symbolic link, which wheels cannot hold. Pack the file itself", file->name);
    if (name[0] == '/' || strchr(name, '\\') != NULL || strchr(name, ':') != NULL || in_folder(name, "..") || strstr(name, "/../") != NULL || a3_has_suffix(name, "/..") ||
        name[0] == '\0' || strstr(name, "//") != NULL)
        a3_plan_refuse(plan, "%s leads out of the wheel. Pack it under a plain relative path", file->name);
    if (file->member->method != 0 && file->member->method != 8)
        a3_plan_refuse(plan, "%s is packed with a method that installers do not read. Pack the wheel with deflate", file->name);
}

static int by_name(const void *a, const void *b)
{
    return strcmp((*(const a3_entry_plan *const *)a)->name, (*(const a3_entry_plan *const *)b)->name);
}

static void check_duplicates(a3_plan *plan)
{
    const a3_entry_plan **sorted = A3_NEW_ARRAY(plan->arena, const a3_entry_plan *, plan->entries.count);
    if (sorted == NULL)
        return;
    for (size_t i = 0; i < plan->entries.count; i++)
        sorted[i] = &plan->entries.items[i];
    qsort(sorted, plan->entries.count, sizeof *sorted, by_name);
    for (size_t i = 1; i < plan->entries.count; i++)
        if (strcmp(sorted[i - 1]->name, sorted[i]->name) == 0)
            a3_plan_refuse(plan, "two members are called %s. Build the wheel again", sorted[i]->name);
}

static void list_entries(a3_plan *plan)
{
    const a3_subject *subject = plan->subject;
    /* three rounds: the files, then .dist-info, then RECORD */
    for (int round = 0; round < 3; round++)
        for (size_t i = 0; i < subject->file_count; i++) {
            const a3_file *file = &subject->files[i];
            const a3_module_group *group = file->objects.count > 0 ? group_of(subject, file) : NULL;
            const char *name = refolder(plan, group ? extension_name(plan, group, file) : file->name);
            bool meta = in_folder(name, plan->dist_info), record = is_meta(plan, name, "RECORD");
            if (round != (record ? 2 : meta ? 1 : 0))
                continue;
            if (signature(plan, name)) {
                a3_plan_step(plan, "%s is dropped: it signs the old RECORD", file->name);
                warn(plan, "%s was dropped", file->name);
                continue;
            }
            check_file(plan, file, name);
            if (strcmp(name, file->name) != 0)
                a3_plan_step(plan, "%s -> %s", file->name, name);
            add_entry(plan, name, file);
        }
    check_duplicates(plan);
}

/* ---- what is wrong with container and RECORD ---- */

static void container_steps(a3_plan *plan)
{
    const a3_container *zip = &plan->subject->container;
    size_t framing = 0;
    for (size_t i = 0; i < zip->fault_count; i++)
        switch (zip->faults[i].code) {
        case A3_ZIP_FRAMING: case A3_ZIP_CONFUSION: framing++; break;
        default: break;
        }
    if (framing > 0)
        a3_plan_step(plan, "the archive is written anew: %s%s", zip->faults[0].text, framing > 1 ? ", and more of the kind" : "");
}

static void record_steps(a3_plan *plan)
{
    const a3_subject *subject = plan->subject;
    size_t unlisted = 0, different = 0;
    for (size_t i = 0; i < subject->file_count; i++) {
        const char *name = subject->files[i].name;
        bool exempt = subject->dist_info != NULL && in_folder(name, subject->dist_info) && strncmp(name + strlen(subject->dist_info) + 1, "RECORD", 6) == 0;
        unlisted += subject->files[i].row == NULL && !exempt;
        different += subject->files[i].record == A3_RECORD_HASH_DIFFERS || subject->files[i].record == A3_RECORD_SIZE_DIFFERS;
    }
    if (!subject->has_record)
        a3_plan_step(plan, "RECORD is written: there is none");
    else if (unlisted + different + subject->missing.count > 0 || subject->record_faults.count > 0)
        a3_plan_step(plan, "RECORD is rewritten: %zu files not listed, %zu rows without file, %zu files with another content, %zu faults of syntax", unlisted,
                     subject->missing.count, different, subject->record_faults.count);
}

static bool holds_extensions(const a3_subject *subject) { return subject->modules.count > 0; }

static void wheel_steps(a3_plan *plan)
{
    const a3_subject *subject = plan->subject;
    if (!subject->has_wheel) {
        a3_plan_refuse(plan, "%s holds no WHEEL file: build the wheel again", subject->dist_info);
        return;
    }
    a3_tag_list only_plan = {0}, only_wheel = {0};
    a3_tags_compare(plan->arena, &plan->tags, &subject->wheel.tags, &only_plan, &only_wheel, NULL);
    const char *build = plan->build ? plan->build : "", *had = subject->wheel.build ? subject->wheel.build : "";
    if (only_plan.count + only_wheel.count > 0 || strcmp(build, had) != 0)
        a3_plan_step(plan, "WHEEL gets the tags of the file name: %zu added, %zu removed", only_plan.count, only_wheel.count);
    for (size_t i = 0; i < subject->wheel_faults.count; i++)
        if (subject->wheel_faults.items[i].code == A3_FAULT_WHEEL_TAG_SET) {
            a3_plan_step(plan, "WHEEL gets one Tag line for each tag");
            break;
        }
    if (subject->wheel.purelib_known && subject->wheel.purelib && holds_extensions(subject))
        a3_plan_step(plan, "WHEEL: Root-Is-Purelib true -> false, the wheel holds extension modules");
}

a3_status a3_plan_make(a3_plan *plan, const a3_subject *subject, const a3_repair_request *request, a3_arena *arena, a3_err *err)
{
    *plan = (a3_plan){.subject = subject, .request = request, .arena = arena};
    if (subject->dist_infos.count != 1) {
        a3_plan_refuse(plan, "the wheel holds %zu .dist-info folders: build it again", subject->dist_infos.count);
        return A3_OK;
    }
    a3_status status = a3_plan_tags(plan, err);
    if (status != A3_OK || plan->refusals.count > 0)
        return status;
    a3_dist_dir parts;
    bool own = a3_dist_dir_parse(arena, subject->dist_info, strlen(subject->dist_info), &parts) && a3_name_equal(parts.name, plan->name) &&
               a3_pep440_equal(arena, parts.version, plan->version);
    if (!own) {
        a3_plan_refuse(plan, "%s does not belong to %s: build the wheel again", subject->dist_info, subject->base);
        return A3_OK;
    }
    plan->dist_info = a3_printf(arena, "%s-%s.dist-info", plan->name, plan->version);
    if (plan->dist_info == NULL)
        return a3_fail(err, A3_NOMEM, "out of memory");
    wheel_steps(plan);
    list_entries(plan);
    container_steps(plan);
    record_steps(plan);
    return arena->failed ? a3_fail(err, A3_NOMEM, "out of memory") : A3_OK;
}

/* ---- contents ---- */

static bool header_is(const a3_header *header, const char *name) { return strcasecmp(header->name, name) == 0; }

a3_status a3_plan_wheel_text(const a3_plan *plan, a3_span old, a3_buf *out, a3_err *err)
{
    a3_headers headers = {0};
    a3_faults ignored = {0};
    a3_tag_list tags = {0};
    a3_status status = a3_headers_parse(plan->arena, old, A3_FAULT_WHEEL_SYNTAX, A3_FAULT_WHEEL_ENCODING, &headers, &ignored);
    if (status == A3_OK)
        status = a3_tags_expand(plan->arena, &plan->tags, &tags, err);
    if (status != A3_OK)
        return a3_fail(err, status, "WHEEL");
    for (size_t i = 0; i < headers.count; i++) {
        const a3_header *header = &headers.items[i];
        if (header_is(header, "Tag") || header_is(header, "Build"))
            continue;
        const char *value = header_is(header, "Root-Is-Purelib") && holds_extensions(plan->subject) ? "false" : header->value;
        a3_buf_printf(out, "%s: %s\n", header->name, value);
    }
    if (plan->build != NULL)
        a3_buf_printf(out, "Build: %s\n", plan->build);
    for (size_t i = 0; i < tags.count; i++)
        a3_buf_printf(out, "Tag: %s-%s-%s\n", tags.items[i].python, tags.items[i].abi, tags.items[i].platform);
    return a3_buf_ok(out) ? A3_OK : a3_fail(err, A3_NOMEM, "out of memory");
}

static a3_span keep(a3_plan *plan, const a3_buf *text)
{
    char *copy = a3_strndup(plan->arena, a3_buf_text(text), text->size);
    return (a3_span){(const uint8_t *)copy, copy ? text->size : 0};
}

/* sha256 and size of an entry as RECORD's row has them. */
static a3_status write_row(a3_plan *plan, const a3_entry_plan *entry, a3_reader *reader, a3_buf *out, a3_err *err)
{
    uint8_t digest[A3_HASH_MAX];
    uint64_t size = entry->fresh ? entry->content.size : entry->file->size;
    const a3_record_row *row = entry->file ? entry->file->row : NULL;
    if (entry->fresh) {
        a3_sha256(entry->content, digest);
    } else if (entry->file->record == A3_RECORD_MATCHES && row->kind == A3_HASH_SHA256) {
        memcpy(digest, row->digest, 32);
    } else {
        a3_span bytes;
        a3_status status = a3_member_read(&plan->subject->container, entry->member, reader, &plan->subject->how->limits, &bytes, err);
        if (status != A3_OK) {
            a3_err_prefix(err, "%s", entry->name);
            return status;
        }
        a3_sha256(bytes, digest);
    }
    char text[A3_BASE64_MAX], hash[A3_BASE64_MAX + 16];
    a3_base64url(digest, 32, text, sizeof text);
    snprintf(hash, sizeof hash, "sha256=%s", text);
    a3_record_write_row(out, entry->name, hash, size);
    return A3_OK;
}

a3_status a3_plan_complete(a3_plan *plan, a3_reader *reader, a3_err *err)
{
    a3_status status = A3_OK;
    a3_entry_plan *record = NULL;
    for (size_t i = 0; i < plan->entries.count && status == A3_OK; i++) {
        a3_entry_plan *entry = &plan->entries.items[i];
        if (is_meta(plan, entry->name, "RECORD"))
            record = entry;
        if (!is_meta(plan, entry->name, "WHEEL"))
            continue;
        a3_span old;
        a3_buf text = A3_BUF_INIT;
        status = a3_member_read(&plan->subject->container, entry->member, reader, &plan->subject->how->limits, &old, err);
        if (status == A3_OK)
            status = a3_plan_wheel_text(plan, old, &text, err);
        entry->content = keep(plan, &text);
        entry->fresh = status != A3_OK || !a3_span_equal(entry->content, old);
        a3_buf_free(&text);
    }
    if (record == NULL && status == A3_OK) {
        record = A3_PUSH(plan->arena, &plan->entries);
        if (record != NULL)
            record->name = a3_printf(plan->arena, "%s/RECORD", plan->dist_info);
    }
    if (status == A3_OK && (record == NULL || record->name == NULL))
        return a3_fail(err, A3_NOMEM, "out of memory");
    a3_buf rows = A3_BUF_INIT;
    for (size_t i = 0; i < plan->entries.count && status == A3_OK; i++)
        if (&plan->entries.items[i] != record)
            status = write_row(plan, &plan->entries.items[i], reader, &rows, err);
    if (status == A3_OK) {
        a3_record_write_row(&rows, record->name, NULL, 0);
        record->content = keep(plan, &rows);
        record->fresh = true;
        if (!a3_buf_ok(&rows) || plan->arena->failed)
            status = a3_fail(err, A3_NOMEM, "out of memory");
    }
    a3_buf_free(&rows);
    return status;
}

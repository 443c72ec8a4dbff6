/* SPDX-License-Identifier: MIT */
#include "repair/plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "wheel/headers.h"

static void say(a3_plan *plan, a3_strings *list, const char *format, va_list args)
{
    const char *text = a3_vprintf(plan->arena, format, args);
    const char **slot = text ? A3_PUSH(plan->arena, list) : NULL;
    if (slot != NULL)
        *slot = text;
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

static bool has_stable_tag(const a3_plan *plan) { return a3_tag_set_has(&plan->tags.abi, "abi3") || a3_tag_set_has(&plan->tags.abi, "abi3t"); }

/* The suffix that the new tags ask for; NULL: leave it. */
static const char *wanted_suffix(const a3_plan *plan, const a3_suffix *suffix)
{
    if (suffix->windows) /* where no importer looks at .abi3.pyd */
        return plan->request->retag || suffix->kind == A3_SUFFIX_BARE || !has_stable_tag(plan) ? NULL : ".pyd";
    if (a3_tag_set_has(&plan->tags.abi, "abi3t"))
        return ".abi3t.so";
    return a3_tag_set_has(&plan->tags.abi, "abi3") ? ".abi3.so" : NULL;
}

/* Every CPython that installs the new wheel, on every machine that its tags name, looks at a file of this name. */
static bool seen_by_all(const a3_plan *plan, const a3_object *object, const char *base, const char *module)
{
    for (size_t t = 0; t <= plan->tags.platform.count; t++) {
        bool own = t == plan->tags.platform.count; /* tags that name no machine leave the object's own */
        const a3_platform platform = own ? (a3_platform){0} : a3_platform_parse(plan->tags.platform.items[t]);
        for (size_t a = 0; a < (own ? 1 : platform.arch_count); a++) {
            const a3_target target = own ? (a3_target){object->os, object->arch, object->libc, object->soft_float} : a3_platform_target(&platform, a);
            for (size_t i = 0; i < a3_interp_count(); i++)
                if ((plan->claim.installs >> i & 1) != 0 && a3_interp_at(i)->implementation == A3_IMPL_CPYTHON &&
                    a3_interp_imports(a3_interp_at(i), &target, base, module) < 0)
                    return false;
        }
    }
    return true;
}

/* A name that does what it should stays: .abi3t-x86_64-linux-gnu.so is as good as .abi3t.so. A retag says abi3 or abi3t in
 * the names, too. */
static bool good_name(a3_plan *plan, const a3_file *file, const char *base, const a3_suffix *suffix)
{
    if ((suffix->kind != A3_SUFFIX_ABI3 && suffix->kind != A3_SUFFIX_ABI3T) || suffix->windows)
        return false;
    if (plan->request->retag && (suffix->kind == A3_SUFFIX_ABI3T) != a3_tag_set_has(&plan->tags.abi, "abi3t"))
        return false;
    const char *module = a3_strndup(plan->arena, base, suffix->stem);
    return module == NULL || seen_by_all(plan, &file->objects.items[0], base, module);
}

/* What the file of an extension is called in the new wheel. Siblings of one module are left as they are: which of them is
 * meant, nobody can tell. */
static const char *extension_name(a3_plan *plan, const a3_module_group *group, const a3_file *file)
{
    const char *base = a3_basename(file->name);
    const a3_suffix suffix = a3_suffix_parse(base);
    const char *wanted = wanted_suffix(plan, &suffix);
    if (wanted == NULL || suffix.kind == A3_SUFFIX_NONE || suffix.kind == A3_SUFFIX_UNKNOWN)
        return file->name;
    if (group->count > 1) {
        const a3_file *other = group->files[group->files[0] == file];
        if (suffix.kind == A3_SUFFIX_VERSION)
            a3_plan_refuse(plan, "%s lies beside %s: it is most often a leftover of an earlier build. Clean the build tree and build again", file->name, other->name);
        return file->name;
    }
    if (good_name(plan, file, base, &suffix))
        return file->name;
    return a3_printf(plan->arena, "%.*s%s", (int)(strlen(file->name) - strlen(base) + suffix.stem), file->name, wanted);
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

/* New names of all files, in their order. NULL: no memory. */
static const char **new_names(a3_plan *plan)
{
    const a3_subject *subject = plan->subject;
    const char **names = A3_NEW_ARRAY(plan->arena, const char *, subject->file_count + 1);
    if (names == NULL)
        return NULL;
    for (size_t i = 0; i < subject->file_count; i++)
        names[i] = refolder(plan, subject->files[i].name);
    for (size_t g = 0; g < subject->modules.count; g++)
        for (size_t k = 0; k < subject->modules.items[g].count; k++) {
            const a3_file *file = subject->modules.items[g].files[k];
            const char *name = extension_name(plan, &subject->modules.items[g], file);
            names[file - subject->files] = name ? refolder(plan, name) : NULL;
        }
    return plan->arena->failed ? NULL : names;
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
        a3_plan_refuse(plan, "%s: %s. %s", file->name, file->err.message,
                       file->err.status == A3_LIMIT ? "Where the file is known to be good, raise the limit (--limit)" : "Build the wheel again");
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
    const char **names = new_names(plan);
    /* three rounds: the files, then .dist-info, then RECORD */
    for (int round = 0; round < 3 && names != NULL; round++)
        for (size_t i = 0; i < subject->file_count; i++) {
            const a3_file *file = &subject->files[i];
            const char *name = names[i];
            bool meta = in_folder(name, plan->dist_info), record = is_meta(plan, name, "RECORD");
            if (round != (record ? 2 : meta ? 1 : 0))
                continue;
            if (signature(plan, name)) {
                a3_plan_step(plan, "%s is dropped: it signs the old RECORD", file->name);
                warn(plan, "%s is dropped: sign again where signatures are wanted", file->name);
                plan->new_record = true;
                continue;
            }
            check_file(plan, file, name);
            if (strcmp(name, file->name) != 0) {
                a3_plan_step(plan, "%s -> %s", file->name, name);
                plan->new_record = true;
            }
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

static void count_clause(a3_buf *out, size_t count, const char *one, const char *many)
{
    if (count > 0)
        a3_buf_printf(out, "%s%zu %s", out->size > 0 ? ", " : "", count, count == 1 ? one : many);
}

enum { MOST_NAMED = 8 };

/* The checksums of the archive hold, so nothing was damaged on the way: somebody changed the file after RECORD was written
 * (strip, patchelf, codesign do). Whether they should have, the maintainer knows. */
static size_t changed_files(a3_plan *plan)
{
    const a3_subject *subject = plan->subject;
    size_t count = 0;
    for (size_t i = 0; i < subject->file_count; i++) {
        const a3_file *file = &subject->files[i];
        if (file->record != A3_RECORD_HASH_DIFFERS && file->record != A3_RECORD_SIZE_DIFFERS)
            continue;
        if (!plan->request->retag && count++ < MOST_NAMED)
            warn(plan, "%s is not what RECORD says: it was changed after RECORD was written. The new RECORD vouches for it; make sure that it is yours", file->name);
    }
    if (count > MOST_NAMED)
        warn(plan, "%zu more files are not what RECORD says", count - MOST_NAMED);
    return count;
}

static void record_steps(a3_plan *plan)
{
    const a3_subject *subject = plan->subject;
    size_t unlisted = 0, different = changed_files(plan);
    for (size_t i = 0; i < subject->file_count; i++) {
        const char *name = subject->files[i].name;
        bool exempt = subject->dist_info != NULL && in_folder(name, subject->dist_info) && strncmp(name + strlen(subject->dist_info) + 1, "RECORD", 6) == 0;
        unlisted += subject->files[i].row == NULL && !exempt;
    }
    a3_buf what = A3_BUF_INIT;
    count_clause(&what, unlisted, "file not listed", "files not listed");
    count_clause(&what, subject->missing.count, "row without a file", "rows without a file");
    count_clause(&what, different, "changed file", "changed files");
    count_clause(&what, subject->record_faults.count, "fault of syntax", "faults of syntax");
    if (!subject->has_record)
        a3_plan_step(plan, "RECORD is written: there is none");
    else if (what.size > 0)
        a3_plan_step(plan, "RECORD is written anew: %s", a3_buf_text(&what));
    plan->new_record |= plan->new_wheel || !subject->has_record || what.size > 0;
    a3_buf_free(&what);
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
    size_t before = plan->steps.count;
    const char *build = plan->build ? plan->build : "", *had = subject->wheel.build ? subject->wheel.build : "";
    if (only_plan.count + only_wheel.count > 0)
        a3_plan_step(plan, "WHEEL gets the tags of the file name: %zu added, %zu removed", only_plan.count, only_wheel.count);
    if (strcmp(build, had) != 0)
        a3_plan_step(plan, "WHEEL: Build %s -> %s", *had ? had : "none", *build ? build : "none");
    for (size_t i = 0; i < subject->wheel_faults.count; i++)
        if (subject->wheel_faults.items[i].code == A3_FAULT_WHEEL_TAG_SET) {
            a3_plan_step(plan, "WHEEL gets one Tag line for each tag");
            break;
        }
    if (subject->wheel.purelib_known && subject->wheel.purelib && holds_extensions(subject))
        a3_plan_step(plan, "WHEEL: Root-Is-Purelib true -> false, the wheel holds extension modules");
    plan->new_wheel = plan->steps.count > before;
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
    a3_claim_from_tags(&plan->claim, A3_CLAIM_FILE_NAME, &plan->tags);
    size_t of_the_name = plan->steps.count;
    wheel_steps(plan);
    list_entries(plan);
    container_steps(plan);
    record_steps(plan);
    plan->same_content = plan->steps.count == of_the_name;
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

/* An entry's row. */
static a3_status write_row(a3_plan *plan, const a3_entry_plan *entry, a3_reader *reader, a3_buf *out, a3_err *err)
{
    uint8_t digest[A3_HASH_MAX];
    uint64_t size = entry->fresh ? entry->content.size : entry->file->size;
    const a3_record_row *row = entry->file ? entry->file->row : NULL;
    if (entry->fresh) {
        a3_sha256(entry->content, digest);
    } else if (entry->file->record == A3_RECORD_MATCHES && row->kind == A3_HASH_SHA256) {
        memcpy(digest, row->digest, 32);
    } else if (plan->request->retag && (entry->file->record == A3_RECORD_HASH_DIFFERS || entry->file->record == A3_RECORD_SIZE_DIFFERS)) {
        a3_record_write_row(out, entry->name, row->hash, row->has_size ? row->size : size);
        return A3_OK;
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

static a3_status complete_wheel(a3_plan *plan, a3_entry_plan *entry, a3_reader *reader, a3_err *err)
{
    a3_span old;
    a3_status status = a3_member_read(&plan->subject->container, entry->member, reader, &plan->subject->how->limits, &old, err);
    if (status != A3_OK)
        return status;
    a3_buf text = A3_BUF_INIT;
    status = a3_plan_wheel_text(plan, old, &text, err);
    entry->content = keep(plan, &text);
    entry->fresh = true;
    a3_buf_free(&text);
    return status;
}

static a3_status complete_record(a3_plan *plan, a3_entry_plan *record, a3_reader *reader, a3_err *err)
{
    a3_status status = A3_OK;
    a3_buf rows = A3_BUF_INIT;
    for (size_t i = 0; i < plan->entries.count && status == A3_OK; i++)
        if (&plan->entries.items[i] != record)
            status = write_row(plan, &plan->entries.items[i], reader, &rows, err);
    a3_record_write_row(&rows, record->name, NULL, 0);
    record->content = keep(plan, &rows);
    record->fresh = true;
    if (status == A3_OK && (!a3_buf_ok(&rows) || plan->arena->failed))
        status = a3_fail(err, A3_NOMEM, "out of memory");
    a3_buf_free(&rows);
    return status;
}

static a3_entry_plan *find_meta(a3_plan *plan, const char *file)
{
    for (size_t i = 0; i < plan->entries.count; i++)
        if (is_meta(plan, plan->entries.items[i].name, file))
            return &plan->entries.items[i];
    return NULL;
}

a3_status a3_plan_complete(a3_plan *plan, a3_reader *reader, a3_err *err)
{
    a3_entry_plan *wheel = find_meta(plan, "WHEEL");
    a3_status status = plan->new_wheel && wheel != NULL ? complete_wheel(plan, wheel, reader, err) : A3_OK;
    if (status != A3_OK || !plan->new_record)
        return status;
    a3_entry_plan *record = find_meta(plan, "RECORD");
    if (record == NULL && (record = A3_PUSH(plan->arena, &plan->entries)) != NULL)
        record->name = a3_printf(plan->arena, "%s/RECORD", plan->dist_info);
    if (record == NULL || record->name == NULL)
        return a3_fail(err, A3_NOMEM, "out of memory");
    return complete_record(plan, record, reader, err);
}

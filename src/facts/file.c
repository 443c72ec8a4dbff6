/* SPDX-License-Identifier: MIT */
/* The job of one file: read it, hold it against RECORD, read the objects in it. Touches nothing but its own file. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "facts/gather.h"
#include "wheel/marks.h"

static void check_row(a3_file *file, a3_span bytes)
{
    const a3_record_row *row = file->row;
    if (row == NULL)
        return;
    if (row->has_size && row->size != bytes.size) {
        file->record = A3_RECORD_SIZE_DIFFERS;
        return;
    }
    if (row->digest == NULL)
        return;
    size_t size = a3_hash(row->kind, bytes, file->digest);
    file->record = memcmp(file->digest, row->digest, size) == 0 ? A3_RECORD_MATCHES : A3_RECORD_HASH_DIFFERS;
}

/* Words of Python code that loads libraries, or tells Windows where they are, before a module that needs them is imported. */
static bool loads_libraries(const char *name, a3_span text)
{
    static const char *const words[] = {"add_dll_directory", "DLL(", "cdll", "windll", "LoadLibrary", "dlopen", "RTLD_GLOBAL", "load_library", "SetDllDirectory"};
    bool found = false;
    if (!a3_has_suffix(name, ".py") && !a3_has_suffix(name, ".pth"))
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words && !found; i++)
        found = text.size > 0 && memmem(text.data, text.size, words[i], strlen(words[i])) != NULL;
    return found;
}

static void look(a3_subject *subject, a3_file *file, a3_span bytes)
{
    check_row(file, bytes);
    if (file->member != NULL && a3_zip_index_scans(file->member))
        file->mark = a3_index_mark(bytes);
    if (strstr(file->name, "METADATA") != NULL && bytes.size > 0)
        file->metadata_like = memmem(bytes.data, bytes.size, "Metadata-Version", strlen("Metadata-Version")) != NULL;
    file->loads_libraries = loads_libraries(file->name, bytes);
    if (a3_image_detect(bytes) != A3_FORMAT_NONE)
        a3_objects_read(file, bytes, subject);
}

static void read_file(a3_subject *subject, a3_file *file, a3_reader *reader)
{
    a3_span bytes = {NULL, 0};
    if (file->member != NULL) {
        a3_status status = a3_member_read(&subject->container, file->member, reader, &subject->how->limits, &bytes, &file->err);
        file->code = reader->code;
        if (status == A3_OK || bytes.data != NULL) /* a wrong checksum alone: still looked at */
            look(subject, file, bytes);
    } else if (file->path != NULL) {
        a3_mapped mapped;
        if (a3_map_file(file->path, 0, &mapped, &file->err) != A3_OK)
            return;
        file->size = mapped.bytes.size;
        look(subject, file, mapped.bytes);
        a3_unmap(&mapped);
    } else {
        look(subject, file, subject->mapped.bytes);
    }
}

void a3_subject_file(a3_subject *subject, size_t index, a3_reader *reader)
{
    a3_file *file = &subject->files[index];
    file->looked_at = true;
    read_file(subject, file, reader);
    file->unread = file->err.status == A3_NOMEM || (file->err.status == A3_IO && file->path != NULL && a3_file_exists(file->path));
}

/* ---- RECORD's rows and the files ---- */

static int by_name(const void *a, const void *b)
{
    return strcmp((*(a3_file *const *)a)->name, (*(a3_file *const *)b)->name);
}

static int by_base(const void *a, const void *b)
{
    return strcasecmp(a3_basename((*(a3_file *const *)a)->name), a3_basename((*(a3_file *const *)b)->name));
}

static int base_to_file(const void *key, const void *item) { return strcasecmp(key, a3_basename((*(a3_file *const *)item)->name)); }

bool a3_input_ships(const a3_subject *subject, const char *library)
{
    return subject->file_count > 0 &&
           bsearch(a3_basename(library), subject->by_base, subject->file_count, sizeof *subject->by_base, base_to_file) != NULL;
}

void a3_files_sort(a3_subject *subject)
{
    subject->by_name = A3_NEW_ARRAY(&subject->arena, a3_file *, subject->file_count);
    subject->by_base = A3_NEW_ARRAY(&subject->arena, a3_file *, subject->file_count);
    if (subject->by_name == NULL || subject->by_base == NULL) {
        subject->file_count = 0;
        return;
    }
    for (size_t i = 0; i < subject->file_count; i++)
        subject->by_name[i] = subject->by_base[i] = &subject->files[i];
    qsort(subject->by_name, subject->file_count, sizeof *subject->by_name, by_name);
    qsort(subject->by_base, subject->file_count, sizeof *subject->by_base, by_base);
}

/* The first of its name in by_name, or NULL. */
static a3_file **first_named(const a3_subject *subject, const char *name)
{
    size_t low = 0, high = subject->file_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(subject->by_name[middle]->name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < subject->file_count && strcmp(subject->by_name[low]->name, name) == 0 ? &subject->by_name[low] : NULL;
}

a3_file *a3_subject_find(const a3_subject *subject, const char *name)
{
    a3_file **hit = first_named(subject, name);
    return hit ? *hit : NULL;
}

/* The file that a path with backslashes means. */
static a3_file **with_slashes(a3_subject *subject, const char *path)
{
    if (strchr(path, '\\') == NULL)
        return NULL;
    char *copy = a3_strdup(&subject->arena, path);
    for (char *p = copy; p != NULL && *p != '\0'; p++)
        *p = *p == '\\' ? '/' : *p;
    return copy ? first_named(subject, copy) : NULL;
}

void a3_record_tie(a3_subject *subject)
{
    for (size_t i = 0; i < subject->recorded.count; i++) {
        const a3_record_row *row = &subject->recorded.items[i];
        a3_file **hit = first_named(subject, row->path);
        if (hit == NULL && with_slashes(subject, row->path) != NULL)
            continue; /* a fault of RECORD, but the file is there */
        if (hit == NULL) {
            const a3_record_row **slot = A3_PUSH(&subject->arena, &subject->missing);
            if (slot != NULL)
                *slot = row;
            continue;
        }
        if ((*hit)->row != NULL) /* a duplicate row: the first one counts */
            continue;
        /* duplicates in the container share a row: each must match it */
        for (; hit < subject->by_name + subject->file_count && strcmp((*hit)->name, row->path) == 0; hit++)
            (*hit)->row = row;
    }
}

/* SPDX-License-Identifier: MIT */
#include "rules/judge.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

static int by_text(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

void a3_each_object(a3_pass *pass, a3_object_fn *each)
{
    for (size_t f = 0; f < pass->subject->file_count; f++)
        for (size_t i = 0; i < pass->subject->files[f].objects.count; i++)
            if (pass->subject->files[f].objects.items[i].err.status == A3_OK)
                each(pass, &pass->subject->files[f].objects.items[i]);
}

bool a3_pass_defines(const a3_pass *pass, const char *name)
{
    return pass->wheel_name_count > 0 &&
           bsearch(&name, pass->wheel_names, pass->wheel_name_count, sizeof *pass->wheel_names, by_text) != NULL;
}

static int by_folded_text(const void *a, const void *b) { return strcasecmp(*(const char *const *)a, *(const char *const *)b); }

bool a3_loaded_by_name(const a3_pass *pass, const a3_file *file)
{
    const char *base = a3_basename(file->name);
    for (size_t i = 0; i < file->objects.count; i++)
        if (file->objects.items[i].role == A3_ROLE_EXTENSION)
            return true;
    return pass->needed_count > 0 && bsearch(&base, pass->needed, pass->needed_count, sizeof *pass->needed, by_folded_text) != NULL;
}

a3_severity a3_unloadable(const a3_pass *pass, const a3_object *object)
{
    if (a3_loaded_by_name(pass, object->file) || strstr(object->file->name, ".data/scripts/") != NULL)
        return A3_SEVERITY_ERROR;
    return object->role == A3_ROLE_PROGRAM ? A3_SEVERITY_NOTE : A3_SEVERITY_WARNING;
}

static void collect_needed(a3_pass *pass)
{
    size_t count = 0;
    for (size_t f = 0; f < pass->subject->file_count; f++)
        for (size_t i = 0; i < pass->subject->files[f].objects.count; i++)
            count += pass->subject->files[f].objects.items[i].needed.count;
    const char **names = count ? A3_NEW_ARRAY(pass->out->arena, const char *, count) : NULL;
    if (names == NULL)
        return;
    for (size_t f = 0; f < pass->subject->file_count; f++)
        for (size_t i = 0; i < pass->subject->files[f].objects.count; i++) {
            const a3_neededs *needed = &pass->subject->files[f].objects.items[i].needed;
            for (size_t k = 0; k < needed->count; k++)
                if (needed->items[k].name != NULL)
                    names[pass->needed_count++] = a3_basename(needed->items[k].name);
        }
    qsort(names, pass->needed_count, sizeof *names, by_folded_text);
    pass->needed = names;
}

static void collect_names(a3_pass *pass)
{
    size_t count = 0;
    for (size_t f = 0; f < pass->subject->file_count; f++)
        for (size_t i = 0; i < pass->subject->files[f].objects.count; i++)
            count += pass->subject->files[f].objects.items[i].own_python.count;
    const char **names = count ? A3_NEW_ARRAY(pass->out->arena, const char *, count) : NULL;
    if (names == NULL)
        return;
    for (size_t f = 0; f < pass->subject->file_count; f++)
        for (size_t i = 0; i < pass->subject->files[f].objects.count; i++) {
            const a3_strings *own = &pass->subject->files[f].objects.items[i].own_python;
            for (size_t k = 0; k < own->count; k++)
                names[pass->wheel_name_count++] = own->items[k];
        }
    qsort(names, pass->wheel_name_count, sizeof *names, by_text);
    pass->wheel_names = names;
}

a3_status a3_judge_subject(const a3_subject *subject, const a3_judge *judge, a3_findings *out, a3_err *err)
{
    static void (*const passes[])(a3_pass *) = {
        a3_pass_input,     a3_pass_objects, a3_pass_imports,  a3_pass_libraries, a3_pass_entry,    a3_pass_slots, a3_pass_types,
        a3_pass_tags,      a3_pass_suffixes, a3_pass_platform, a3_pass_container, a3_pass_record,  a3_pass_metadata, a3_pass_index,
    };
    if (subject->err.status == A3_IO || subject->err.status == A3_NOMEM)
        return A3_OK; /* it is not there, cannot be read, or not held: the run says so, nothing can be said of it */
    a3_pass pass = {.subject = subject, .judge = judge, .out = out};
    collect_names(&pass);
    collect_needed(&pass);
    for (size_t i = 0; i < sizeof passes / sizeof *passes; i++)
        passes[i](&pass);
    a3_findings_sort(out);
    return out->arena->failed ? a3_fail(err, A3_NOMEM, "more memory is needed for the findings than there is (limit arena)") : A3_OK;
}

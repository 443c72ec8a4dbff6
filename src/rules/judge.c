/* SPDX-License-Identifier: MIT */
#include "rules/judge.h"

#include <stdlib.h>
#include <string.h>

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

bool a3_loaded_by_name(const a3_pass *pass, const a3_file *file)
{
    for (size_t i = 0; i < file->objects.count; i++)
        if (file->objects.items[i].role == A3_ROLE_EXTENSION)
            return true;
    return a3_input_needs(pass->subject, file->name);
}

a3_severity a3_unloadable(const a3_pass *pass, const a3_object *object)
{
    if (a3_loaded_by_name(pass, object->file) || strstr(object->file->name, ".data/scripts/") != NULL)
        return A3_SEVERITY_ERROR;
    return object->role == A3_ROLE_PROGRAM ? A3_SEVERITY_NOTE : A3_SEVERITY_WARNING;
}

const a3_best_platform *a3_pass_best(a3_pass *pass)
{
    if (!pass->best_known) {
        pass->best = a3_find_best_platform(pass->subject, pass->out->arena);
        pass->best_fits = a3_best_fits_claim(pass->subject, &pass->best, pass->out->arena);
        pass->best_known = true;
    }
    return &pass->best;
}

/* `repair` makes a promise smaller and never moves it to another system. */
static bool repair_does(const a3_pass *pass, const char *tag)
{
    const a3_platform can = a3_platform_parse(tag);
    for (size_t i = 0; i < pass->subject->platforms.count; i++) {
        const a3_platform *says = &pass->subject->platforms.items[i].platform;
        if (says->family != can.family || can.arch_count == 0 || !a3_platform_has_arch(says, can.arches[0]))
            return false;
    }
    return can.family == A3_PLATFORM_MANYLINUX || can.family == A3_PLATFORM_MACOS;
}

void a3_fix_tag(a3_pass *pass, a3_finding *finding, const char *otherwise)
{
    const a3_best_platform *best = a3_pass_best(pass);
    if (finding == NULL || otherwise == NULL)
        return;
    if (best->tag == NULL || pass->best_fits)
        a3_fix(pass->out, finding, "%s", otherwise);
    else if (a3_best_is_plain(best))
        a3_fix(pass->out, finding, "as they are, the binaries allow %s alone, which the index does not take: %s", best->tag, otherwise);
    else
        a3_fix(pass->out, finding, "the binaries allow %s: retag the wheel (`abi3t-audit %s`), or %s", best->tag,
               repair_does(pass, best->tag) ? "repair" : "retag --platform-tag", otherwise);
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
    for (size_t i = 0; i < sizeof passes / sizeof *passes; i++)
        passes[i](&pass);
    a3_findings_sort(out);
    return out->arena->failed ? a3_fail(err, A3_NOMEM, "more memory is needed for the findings than there is (limit arena)") : A3_OK;
}

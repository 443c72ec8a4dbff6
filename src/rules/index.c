/* SPDX-License-Identifier: MIT */
/* U: what the package index would do with the upload. One finding for each of its rules, in its server's words. */
#include <string.h>

#include "abi/platform.h"
#include "base/text.h"
#include "rules/judge.h"

/* Bytes; larger files need a raised limit for the project. */
static const uint64_t largest_upload = UINT64_C(100) << 20;

/* One rule of the index broken, wherever: collected first, so that each makes one finding. */
typedef struct breach {
    const char *server; /* the index's words, or ours where they are not known */
    const char *place, *text;
    bool mails;
} breach;
typedef A3_LIST(breach) breaches;

static void add(a3_pass *pass, breaches *all, bool mails, const char *server, const char *place, const char *text)
{
    breach *slot = A3_PUSH(pass->out->arena, all);
    if (slot != NULL)
        *slot = (breach){server ? server : text, place, text, mails};
}

static void from_faults(a3_pass *pass, breaches *all, const a3_faults *faults, const char *file)
{
    for (size_t i = 0; i < faults->count; i++) {
        const a3_fault *fault = &faults->items[i];
        if (fault->index == A3_INDEX_NOTHING)
            continue;
        const char *place = fault->line ? a3_printf(pass->out->arena, "%s line %u", file, (unsigned)fault->line) : file;
        add(pass, all, fault->index == A3_INDEX_MAILS, fault->server, place ? place : file, fault->text);
    }
}

static void from_container(a3_pass *pass, breaches *all)
{
    const a3_container *zip = &pass->subject->container;
    for (size_t i = 0; i < zip->fault_count; i++)
        if ((zip->faults[i].flags & (A3_ZIP_INDEX_REJECTS | A3_ZIP_INDEX_500)) != 0)
            add(pass, all, false, zip->faults[i].server, zip->faults[i].member ? zip->faults[i].member : "the archive", zip->faults[i].text);
}

/* The folder is looked for by the file name's own spelling. The index stops at the first file that it misses; the others are evidence. */
static void required_files(a3_pass *pass, breaches *all)
{
    static const char *const names[] = {"WHEEL", "RECORD", "METADATA"};
    const a3_subject *subject = pass->subject;
    const char *server = NULL;
    for (size_t i = 0; subject->name.split && i < sizeof names / sizeof *names; i++) {
        char *path = a3_printf(pass->out->arena, "%s-%s.dist-info/%s", subject->name.name, subject->name.version, names[i]);
        if (path == NULL || a3_subject_find(subject, path) != NULL)
            continue;
        if (server == NULL)
            server = a3_printf(pass->out->arena, "Wheel '%s' does not contain the required %s file: %s", subject->base, names[i], path);
        add(pass, all, false, server, path, "is not in the wheel under the name that the file name asks for");
    }
}

static void platforms(a3_pass *pass, breaches *all)
{
    const a3_subject *subject = pass->subject;
    for (size_t i = 0; subject->name.split && i < subject->name.tags.platform.count; i++) {
        const char *tag = subject->name.tags.platform.items[i];
        char *server = a3_index_platform_allowed(tag) ? NULL : a3_printf(pass->out->arena, "Binary wheel '%s' has an unsupported platform tag '%s'.", subject->base, tag);
        if (server != NULL)
            add(pass, all, false, server, subject->base, "the index takes no files with this platform tag");
    }
}

static void size_and_licences(a3_pass *pass, breaches *all)
{
    const a3_subject *subject = pass->subject;
    if (subject->size > largest_upload)
        add(pass, all, false, a3_printf(pass->out->arena, "File too large. Limit for project is 100 MB"), subject->base,
            a3_printf(pass->out->arena, "the file has %llu bytes, projects without a raised limit may upload %llu", (unsigned long long)subject->size,
                      (unsigned long long)largest_upload));
}

/* RECORD's paths and the archive's files as sets, less RECORD's signatures. */
static void record_set(a3_pass *pass, breaches *all)
{
    const a3_subject *subject = pass->subject;
    const char *server = "The wheel's RECORD does not match its contents";
    if (!subject->has_record)
        return;
    size_t unlisted = 0, missing = 0;
    const char *first = NULL;
    for (size_t i = 0; i < subject->file_count; i++) {
        const a3_file *file = &subject->files[i];
        bool signature = a3_has_suffix(file->name, ".dist-info/RECORD.jws") || a3_has_suffix(file->name, ".dist-info/RECORD.p7s");
        if (file->row != NULL || signature)
            continue;
        unlisted++;
        first = first ? first : file->name;
    }
    for (size_t i = 0; i < subject->missing.count; i++) {
        missing++;
        first = first ? first : subject->missing.items[i]->path;
    }
    if (unlisted + missing > 0)
        add(pass, all, true, server, first, a3_printf(pass->out->arena, "%zu files are not listed, %zu rows have no file", unlisted, missing));
}

static void say(a3_pass *pass, const breaches *all)
{
    for (size_t i = 0; i < all->count; i++) {
        const breach *first = &all->items[i];
        bool said = false;
        for (size_t k = 0; k < i && !said; k++)
            said = all->items[k].mails == first->mails && strcmp(all->items[k].server, first->server) == 0;
        if (said)
            continue;
        a3_finding *finding = a3_find(pass->out, first->mails ? A3_RULE_U102 : A3_RULE_U101, NULL, NULL, "the index %s: %s",
                                      first->mails ? "accepts the upload and mails" : "refuses the upload", first->server);
        size_t places = 0;
        for (size_t k = i; k < all->count; k++)
            if (all->items[k].mails == first->mails && strcmp(all->items[k].server, first->server) == 0) {
                places++;
                a3_evidence(pass->out, finding, "%s: %s", all->items[k].place ? all->items[k].place : pass->subject->base, all->items[k].text ? all->items[k].text : "");
            }
        for (size_t p = 0; p < pass->subject->platforms.count; p++)
            if (pass->subject->platforms.items[p].platform.family == A3_PLATFORM_LINUX && strstr(first->server, "platform") != NULL)
                a3_fix(pass->out, finding,
                       "a wheel that is not repaired yet is judged with --index none; `abi3t-audit repair --plat auto` sets the manylinux or musllinux tag that the binaries allow");
    }
}

void a3_pass_index(a3_pass *pass)
{
    const a3_subject *subject = pass->subject;
    if (!pass->judge->index || subject->kind != A3_INPUT_WHEEL || !subject->has_container)
        return;
    breaches all = {0};
    from_faults(pass, &all, &subject->name_faults, subject->base);
    platforms(pass, &all);
    from_container(pass, &all);
    required_files(pass, &all);
    size_and_licences(pass, &all);
    from_faults(pass, &all, &subject->metadata_faults, "METADATA");
    from_faults(pass, &all, &subject->entry_faults, "entry_points.txt");
    from_faults(pass, &all, &subject->record_faults, "RECORD");
    record_set(pass, &all);
    say(pass, &all);
}

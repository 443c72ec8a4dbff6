/* SPDX-License-Identifier: MIT */
/* R1: RECORD against the files, both ways. */
#include <string.h>

#include "base/text.h"
#include "rules/judge.h"

/* RECORD itself and its signatures need no row and no hash. */
static bool exempt(const a3_subject *subject, const char *name)
{
    static const char *const names[] = {"RECORD", "RECORD.jws", "RECORD.p7s"};
    size_t size = strlen(subject->dist_info);
    if (strncmp(name, subject->dist_info, size) != 0 || name[size] != '/')
        return false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name + size + 1, names[i]) == 0)
            return true;
    return false;
}

/* Compiled files come and go after installation. */
static bool volatile_file(const a3_subject *subject, const char *name)
{
    return subject->kind == A3_INPUT_DIRECTORY && a3_has_suffix(name, ".pyc");
}

/* What is installed changes on purpose too: distributions strip binaries, move scripts and patch files, and nothing that runs reads RECORD. */
static a3_finding *changed(a3_pass *pass, a3_rule_id rule, const char *member, const char *message)
{
    if (pass->subject->kind != A3_INPUT_DIRECTORY)
        return a3_find(pass->out, rule, member, NULL, "%s", message);
    a3_finding *finding = a3_find_as(pass->out, rule, A3_SEVERITY_WARNING, member, NULL, "%s", message);
    a3_fix(pass->out, finding, "if nobody changed it on purpose, install it again");
    return finding;
}

static void missing_files(a3_pass *pass)
{
    const a3_subject *subject = pass->subject;
    a3_finding *finding = NULL;
    size_t count = subject->missing.count;
    for (size_t i = 0; i < count; i++) {
        if (finding == NULL)
            finding = a3_find(pass->out, A3_RULE_R101, NULL, NULL, "RECORD lists %zu file%s that the wheel does not hold", count, count == 1 ? "" : "s");
        a3_evidence(pass->out, finding, "%s (line %u)", subject->missing.items[i]->path, (unsigned)subject->missing.items[i]->line);
    }
    for (size_t i = 0; subject->kind == A3_INPUT_DIRECTORY && i < subject->file_count; i++) {
        const a3_file *file = &subject->files[i];
        if (file->err.status != A3_IO || volatile_file(subject, file->name))
            continue;
        if (finding == NULL)
            finding = changed(pass, A3_RULE_R101, NULL, "RECORD lists files that are not there or cannot be read");
        a3_evidence(pass->out, finding, "%s", file->err.message); /* which names it */
    }
}

static void unlisted_files(a3_pass *pass)
{
    const a3_subject *subject = pass->subject;
    size_t count = 0;
    for (size_t i = 0; i < subject->file_count; i++)
        count += subject->files[i].row == NULL && !exempt(subject, subject->files[i].name);
    if (count == 0 || subject->kind != A3_INPUT_WHEEL)
        return;
    a3_finding *finding = a3_find(pass->out, A3_RULE_R102, NULL, NULL, "the wheel holds %zu file%s that RECORD does not list", count, count == 1 ? "" : "s");
    for (size_t i = 0; i < subject->file_count; i++)
        if (subject->files[i].row == NULL && !exempt(subject, subject->files[i].name))
            a3_evidence(pass->out, finding, "%s", subject->files[i].name);
}

static void contents(a3_pass *pass)
{
    const a3_subject *subject = pass->subject;
    for (size_t i = 0; i < subject->file_count; i++) {
        const a3_file *file = &subject->files[i];
        if (volatile_file(subject, file->name) || file->row == NULL)
            continue;
        if (file->record == A3_RECORD_SIZE_DIFFERS) {
            const char *sizes = a3_printf(pass->out->arena, "has %llu bytes, RECORD states %llu", (unsigned long long)file->size,
                                          (unsigned long long)file->row->size);
            changed(pass, A3_RULE_R104, file->name, sizes ? sizes : "");
        }
        if (file->record != A3_RECORD_HASH_DIFFERS)
            continue;
        char text[A3_BASE64_MAX];
        const char *differs = a3_printf(pass->out->arena, "does not have the %s that RECORD states", a3_hash_name(file->row->kind));
        a3_finding *finding = changed(pass, A3_RULE_R103, file->name, differs ? differs : "");
        if (a3_base64url(file->digest, a3_hash_size(file->row->kind), text, sizeof text))
            a3_evidence(pass->out, finding, "RECORD: %s; content: %s=%s", file->row->hash, a3_hash_name(file->row->kind), text);
    }
}

static void syntax(a3_pass *pass)
{
    const a3_faults *faults = &pass->subject->record_faults;
    const char *record = a3_printf(pass->out->arena, "%s/RECORD", pass->subject->dist_info);
    for (int code = A3_FAULT_RECORD_ENCODING; code <= A3_FAULT_RECORD_SELF; code++) {
        a3_finding *finding = NULL;
        for (size_t i = 0; i < faults->count; i++) {
            const a3_fault *fault = &faults->items[i];
            if (fault->code != (a3_fault_code)code)
                continue;
            a3_rule_id rule = code == A3_FAULT_RECORD_WEAK ? A3_RULE_R106 : A3_RULE_R105;
            /* against the custom or the letter, but most installers take it */
            bool mild = code == A3_FAULT_RECORD_NO_SIZE || code == A3_FAULT_RECORD_SIGNATURE || code == A3_FAULT_RECORD_SELF;
            a3_severity severity = mild ? A3_SEVERITY_WARNING : A3_SEVERITY_ERROR;
            if (finding == NULL && faults->totals[code] > 1)
                finding = a3_find_as(pass->out, rule, severity, record, NULL, "line %u and %zu more: %s", (unsigned)fault->line, faults->totals[code] - 1, fault->text);
            else if (finding == NULL)
                finding = fault->line ? a3_find_as(pass->out, rule, severity, record, NULL, "line %u: %s", (unsigned)fault->line, fault->text)
                                      : a3_find_as(pass->out, rule, severity, record, NULL, "%s", fault->text);
            if (faults->totals[code] > 1)
                a3_evidence(pass->out, finding, "line %u: %s", (unsigned)fault->line, fault->text);
        }
        if (finding != NULL && finding->evidence_total > 0)
            finding->evidence_total = faults->totals[code];
    }
}

void a3_pass_record(a3_pass *pass)
{
    const a3_subject *subject = pass->subject;
    if (subject->dist_info == NULL || !subject->has_record)
        return;
    missing_files(pass);
    unlisted_files(pass);
    contents(pass);
    if (subject->kind != A3_INPUT_WHEEL)
        return; /* installers add rows without hashes */
    syntax(pass);
    for (size_t i = 0; i < subject->file_count; i++)
        if (exempt(subject, subject->files[i].name) && !a3_has_suffix(subject->files[i].name, "/RECORD"))
            a3_find(pass->out, A3_RULE_R107, subject->files[i].name, NULL, "a signature of RECORD that no installer reads any more");
}

/* SPDX-License-Identifier: MIT */
/* R2: the metadata files as installers read them. What only the index minds is U101's. */
#include <string.h>

#include "base/text.h"
#include "rules/judge.h"

static const char *in_dist_info(a3_pass *pass, const char *name)
{
    const char *path = a3_printf(pass->out->arena, "%s/%s", pass->subject->dist_info, name);
    return path ? path : name;
}

static void dist_info(a3_pass *pass)
{
    const a3_subject *subject = pass->subject;
    if (subject->kind != A3_INPUT_WHEEL)
        return;
    if (subject->dist_infos.count == 0) {
        a3_find(pass->out, A3_RULE_R201, NULL, NULL, "the wheel holds no .dist-info folder");
        return;
    }
    if (subject->dist_infos.count > 1) {
        a3_finding *finding = a3_find(pass->out, A3_RULE_R201, NULL, NULL, "the wheel holds %zu .dist-info folders", subject->dist_infos.count);
        for (size_t i = 0; i < subject->dist_infos.count; i++)
            a3_evidence(pass->out, finding, "%s", subject->dist_infos.items[i]);
    }
    a3_dist_dir parts;
    if (!subject->name.valid)
        return;
    if (!a3_dist_dir_parse(pass->out->arena, subject->dist_info, strlen(subject->dist_info), &parts) ||
        !a3_name_equal(parts.name, subject->name.name) || !a3_pep440_equal(pass->out->arena, parts.version, subject->name.version)) {
        a3_finding *finding = a3_find(pass->out, A3_RULE_R201, NULL, NULL, "%s does not belong to the file name %s", subject->dist_info, subject->base);
        a3_fix(pass->out, finding, "the folder must be called %s-%s.dist-info", subject->name.name, subject->name.version);
    }
}

typedef struct mapping {
    a3_fault_code first, last;
    a3_rule_id rule;
    a3_severity severity;
} mapping;

/* Faults that installers stumble over; the first row that holds the code decides. */
static const mapping rows[] = {
    {A3_FAULT_WHEEL_MINOR, A3_FAULT_WHEEL_MINOR, A3_RULE_R202, A3_SEVERITY_WARNING},
    {A3_FAULT_WHEEL_DUPLICATE, A3_FAULT_WHEEL_DUPLICATE, A3_RULE_R202, A3_SEVERITY_WARNING},
    {A3_FAULT_WHEEL_TAG_SET, A3_FAULT_WHEEL_TAG_SET, A3_RULE_R202, A3_SEVERITY_WARNING},
    {A3_FAULT_WHEEL_SYNTAX, A3_FAULT_WHEEL_TAG_SET, A3_RULE_R202, A3_SEVERITY_ERROR},
    {A3_FAULT_META_SYNTAX, A3_FAULT_META_ENCODING, A3_RULE_R203, A3_SEVERITY_WARNING},
    {A3_FAULT_META_MISSING, A3_FAULT_META_MISSING, A3_RULE_R203, A3_SEVERITY_ERROR},
    {A3_FAULT_META_VERSION, A3_FAULT_META_VERSION, A3_RULE_R203, A3_SEVERITY_ERROR},
    {A3_FAULT_META_MINOR, A3_FAULT_META_MINOR, A3_RULE_R203, A3_SEVERITY_WARNING},
    {A3_FAULT_META_NAME, A3_FAULT_META_REQUIRES_DIST, A3_RULE_R203, A3_SEVERITY_ERROR},
    {A3_FAULT_META_REQUIRES_PYTHON, A3_FAULT_META_REQUIRES_PYTHON, A3_RULE_R203, A3_SEVERITY_ERROR},
    {A3_FAULT_ENTRY_ENCODING, A3_FAULT_ENTRY_DUPLICATE, A3_RULE_R206, A3_SEVERITY_ERROR},
    {A3_FAULT_ENTRY_NAME, A3_FAULT_ENTRY_VALUE, A3_RULE_R206, A3_SEVERITY_ERROR},
};

static void put_faults(a3_pass *pass, const a3_faults *faults, const char *file)
{
    const char *member = in_dist_info(pass, file);
    for (size_t i = 0; i < faults->count; i++) {
        const a3_fault *fault = &faults->items[i];
        for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
            if (fault->code < rows[r].first || fault->code > rows[r].last)
                continue;
            if (fault->line != 0)
                a3_find_as(pass->out, rows[r].rule, rows[r].severity, member, NULL, "line %u: %s", (unsigned)fault->line, fault->text);
            else
                a3_find_as(pass->out, rows[r].rule, rows[r].severity, member, NULL, "%s", fault->text);
            break;
        }
    }
}

static void names_agree(a3_pass *pass)
{
    const a3_subject *subject = pass->subject;
    const a3_metadata *metadata = &subject->metadata;
    if (subject->kind != A3_INPUT_WHEEL || !subject->name.valid || !subject->has_metadata)
        return;
    const char *member = in_dist_info(pass, "METADATA");
    if (metadata->name != NULL && !a3_name_equal(metadata->name, subject->name.name))
        a3_find(pass->out, A3_RULE_R204, member, NULL, "Name is \"%s\", the file name says \"%s\"", metadata->name, subject->name.name);
    if (metadata->version != NULL && !a3_pep440_equal(pass->out->arena, metadata->version, subject->name.version))
        a3_find(pass->out, A3_RULE_R204, member, NULL, "Version is \"%s\", the file name says \"%s\"", metadata->version, subject->name.version);
}

static void data_layout(a3_pass *pass)
{
    static const char *const known[] = {"purelib", "platlib", "headers", "scripts", "data"};
    const a3_subject *subject = pass->subject;
    const char *last = "";
    size_t last_size = 0;
    for (size_t i = 0; subject->kind == A3_INPUT_WHEEL && i < subject->file_count; i++) {
        const char *name = subject->files[i].name, *slash = strchr(name, '/');
        size_t folder = slash ? (size_t)(slash - name) : 0;
        if (folder < 6 || strncmp(slash - 5, ".data", 5) != 0)
            continue;
        const char *part = slash + 1, *end = strchr(part, '/');
        size_t size = end ? (size_t)(end - name) : strlen(name);
        if (size == last_size && strncmp(name, last, size) == 0)
            continue; /* said, or fine, already */
        last = name;
        last_size = size;
        bool fine = false;
        for (size_t k = 0; end != NULL && k < sizeof known / sizeof *known; k++)
            fine |= strlen(known[k]) == (size_t)(end - part) && strncmp(known[k], part, (size_t)(end - part)) == 0;
        a3_dist_dir parts;
        bool own = subject->name.valid && a3_dist_dir_parse(pass->out->arena, name, folder, &parts) && parts.is_data &&
                   a3_name_equal(parts.name, subject->name.name) && a3_pep440_equal(pass->out->arena, parts.version, subject->name.version);
        if (subject->name.valid && !own)
            a3_find(pass->out, A3_RULE_R205, name, NULL, "%.*s is not the .data folder of %s", (int)folder, name, subject->base);
        else if (!fine)
            a3_find(pass->out, A3_RULE_R205, name, NULL, "%.*s is no part of .data that installers know (purelib, platlib, headers, scripts, data)", (int)size, name);
    }
}

static void licences(a3_pass *pass)
{
    const a3_subject *subject = pass->subject;
    for (size_t i = 0; subject->kind == A3_INPUT_WHEEL && i < subject->metadata.count; i++) {
        const a3_meta_value *value = &subject->metadata.items[i];
        if (value->field != A3_META_LICENSE_FILE || !a3_metadata_sends_licences(&subject->metadata))
            continue;
        const char *path = a3_printf(pass->out->arena, "%s/licenses/%s", subject->dist_info, value->value);
        if (path != NULL && a3_subject_find(subject, path) == NULL)
            a3_find(pass->out, A3_RULE_R207, in_dist_info(pass, "METADATA"), NULL, "License-File \"%s\" is not in %s/licenses", value->value, subject->dist_info);
    }
}

/* Of what is installed METADATA alone is required: not every installer is one of wheels. `then`: what follows there, NULL if it is an error. */
static void required(a3_pass *pass, const char *name, bool have, a3_rule_id rule, const char *then)
{
    const char *path = in_dist_info(pass, name);
    bool mild = pass->subject->kind == A3_INPUT_DIRECTORY && then != NULL;
    if (!have && a3_subject_find(pass->subject, path) != NULL)
        a3_find(pass->out, rule, path, NULL, "cannot be read");
    else if (!have)
        a3_find_as(pass->out, rule, mild ? A3_SEVERITY_NOTE : A3_SEVERITY_ERROR, NULL, NULL, "%s holds no %s file%s", pass->subject->dist_info, name,
                   mild ? then : "");
}

void a3_pass_metadata(a3_pass *pass)
{
    const a3_subject *subject = pass->subject;
    if (subject->kind != A3_INPUT_WHEEL && subject->kind != A3_INPUT_DIRECTORY)
        return;
    if (subject->kind == A3_INPUT_WHEEL && !subject->has_container)
        return;
    dist_info(pass);
    if (subject->dist_info == NULL)
        return;
    required(pass, "WHEEL", subject->has_wheel, A3_RULE_R202, ": nothing says for which interpreters it is");
    required(pass, "METADATA", subject->has_metadata, A3_RULE_R203, NULL);
    required(pass, "RECORD", subject->has_record, A3_RULE_R105, ": nothing says which files are its own, they are judged by their names alone");
    put_faults(pass, &subject->wheel_faults, "WHEEL");
    put_faults(pass, &subject->metadata_faults, "METADATA");
    put_faults(pass, &subject->entry_faults, "entry_points.txt");
    names_agree(pass);
    data_layout(pass);
    licences(pass);
}

/* SPDX-License-Identifier: MIT */
/* U: what the package index would do with the upload. One finding for each of its rules, in its server's words. */
#include <string.h>

#include "abi/platform.h"
#include "base/text.h"
#include "rules/judge.h"

/* Bytes; larger files need a raised limit for the project. */
static const uint64_t largest_upload = UINT64_C(100) << 20;

typedef enum verdict { REFUSES, MAY_REFUSE, MAILS } verdict;

typedef struct place {
    const char *where, *text;
} place;

/* One rule of the index broken, wherever: each makes one finding. */
typedef struct breach {
    verdict answer;
    const char *server; /* the index's words, or ours where they are not known */
    A3_LIST(place) places; /* the first KEPT */
    size_t total;
} breach;
enum { KEPT = 1000 };

typedef struct breaches {
    breach *items;
    size_t count, room;
    a3_arena *arena;
    const a3_subject *subject;
} breaches;

static void add(breaches *all, verdict answer, const char *server, const char *where, const char *text)
{
    breach *to = NULL;
    server = server ? server : text;
    if (server == NULL)
        return; /* out of memory: the arena remembers */
    for (size_t i = all->count; i-- > 0 && to == NULL;) /* as a rule the one added last */
        if (all->items[i].answer == answer && strcmp(all->items[i].server, server) == 0)
            to = &all->items[i];
    if (to == NULL) {
        to = A3_PUSH(all->arena, all);
        if (to == NULL)
            return;
        *to = (breach){.answer = answer, .server = server};
    }
    place *new = to->total++ < KEPT ? A3_PUSH(all->arena, &to->places) : NULL;
    if (new != NULL)
        *new = (place){where ? where : all->subject->base, text ? text : server};
}

/* The server's path of a metadata file: by the file name's own spelling. NULL where that gives none. */
static const char *in_folder(breaches *all, const char *name)
{
    const a3_wheel_name *own = &all->subject->name;
    return own->split ? a3_printf(all->arena, "%s-%s.dist-info/%s", own->name, own->version, name) : NULL;
}

static void from_faults(breaches *all, const a3_faults *faults, const char *file)
{
    for (size_t i = 0; i < faults->count; i++) {
        const a3_fault *fault = &faults->items[i];
        if (fault->index == A3_INDEX_NOTHING || fault->index == A3_INDEX_MAILS)
            continue; /* mails: record_set */
        const char *server = fault->server, *record = in_folder(all, "RECORD");
        if (server == NULL && fault->index == A3_INDEX_REFUSES && record != NULL &&
            (fault->code == A3_FAULT_RECORD_ENCODING || fault->code == A3_FAULT_RECORD_CSV)) /* what the server cannot read is not there */
            server = a3_printf(all->arena, "Wheel '%s' does not contain the required RECORD file: %s", all->subject->base, record);
        const char *where = fault->line ? a3_printf(all->arena, "%s line %u", file, (unsigned)fault->line) : file;
        add(all, fault->index == A3_INDEX_DOUBTED ? MAY_REFUSE : REFUSES, server, where ? where : file, fault->text);
    }
}

/* ---- the file name ---- */

static void platforms(breaches *all)
{
    const a3_subject *subject = all->subject;
    for (size_t i = 0; subject->name.split && i < subject->name.tags.platform.count; i++) {
        const char *tag = subject->name.tags.platform.items[i];
        if (!a3_index_platform_allowed(tag))
            add(all, REFUSES, a3_printf(all->arena, "Binary wheel '%s' has an unsupported platform tag '%s'.", subject->base, tag), NULL,
                "the index takes no files with this platform tag");
    }
}

/* What METADATA says against what the file name says. */
static void names(breaches *all)
{
    const a3_subject *subject = all->subject;
    const a3_metadata *metadata = &subject->metadata;
    a3_pep440 version, other;
    if (!subject->name.valid || !subject->has_metadata)
        return;
    if (metadata->name != NULL && a3_name_valid(metadata->name, strlen(metadata->name)) && !a3_name_equal(metadata->name, subject->name.name))
        add(all, REFUSES, a3_printf(all->arena, "Start filename for '%s' with '%s'.", metadata->name, a3_name_normalise(all->arena, metadata->name, '_')),
            NULL, "METADATA has another Name");
    if (metadata->version != NULL && a3_pep440_parse(all->arena, metadata->version, strlen(metadata->version), &version) &&
        a3_pep440_parse(all->arena, subject->name.version, strlen(subject->name.version), &other) && a3_pep440_compare(&version, &other) != 0) {
        a3_buf wanted = A3_BUF_INIT, have = A3_BUF_INIT;
        a3_pep440_format(&wanted, &version);
        a3_pep440_format(&have, &other);
        add(all, REFUSES, a3_printf(all->arena, "Version in filename should be '%s' not '%s'.", a3_buf_text(&wanted), a3_buf_text(&have)), NULL,
            "METADATA has another Version");
        a3_buf_free(&wanted);
        a3_buf_free(&have);
    }
}

/* ---- the archive and its files ---- */

static void from_container(breaches *all)
{
    const a3_container *zip = &all->subject->container;
    for (size_t i = 0; i < zip->fault_count; i++)
        if ((zip->faults[i].flags & (A3_ZIP_INDEX_REJECTS | A3_ZIP_INDEX_500)) != 0)
            add(all, REFUSES, zip->faults[i].server, zip->faults[i].member ? zip->faults[i].member : "the archive", zip->faults[i].text);
}

/* What the server unpacks must unpack, and must not be what it keeps out. */
static void contents(breaches *all)
{
    const a3_subject *subject = all->subject;
    for (size_t i = 0; i < subject->file_count; i++) {
        const a3_file *file = &subject->files[i];
        if (file->member == NULL)
            continue;
        if (file->err.status == A3_MALFORMED && file->code == A3_ZIP_CRC && a3_zip_index_reads(file->member))
            add(all, REFUSES, "a file that the server reads is damaged", file->name, file->err.message);
        if (file->mark != NULL)
            add(all, REFUSES, file->mark, file->name, "the content has the marks that the server searches for");
    }
}

/* The server stops at the first file that it misses; the others are evidence. */
static void required_files(breaches *all)
{
    static const char *const names[] = {"WHEEL", "RECORD", "METADATA"};
    const a3_subject *subject = all->subject;
    const char *server = NULL;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *path = in_folder(all, names[i]);
        if (path == NULL || a3_subject_find(subject, path) != NULL)
            continue;
        if (server == NULL)
            server = i == 0 ? a3_printf(all->arena, "WHEEL not found at %s", path)
                            : a3_printf(all->arena, "Wheel '%s' does not contain the required %s file: %s", subject->base, names[i], path);
        add(all, REFUSES, server, path, "is not in the wheel under the name that the file name asks for");
    }
}

static void licences(breaches *all)
{
    const a3_subject *subject = all->subject;
    const char *own = in_folder(all, "METADATA");
    if (own == NULL || a3_subject_find(subject, own) == NULL || !subject->has_metadata || !a3_metadata_sends_licences(&subject->metadata))
        return;
    for (size_t i = 0; i < subject->metadata.count; i++) {
        const a3_meta_value *value = &subject->metadata.items[i];
        const char *path = value->field == A3_META_LICENSE_FILE ? in_folder(all, "licenses/") : NULL;
        path = path ? a3_printf(all->arena, "%s%s", path, value->value) : NULL;
        if (path != NULL && a3_subject_find(subject, path) == NULL)
            add(all, REFUSES, a3_printf(all->arena, "License-File %s does not exist in distribution file %s at %s", value->value, subject->base, path),
                a3_printf(all->arena, "METADATA line %u", (unsigned)value->line), "no such file");
    }
}

static const char too_large[] = "File too large. Limit for project is 100 MB.";

static void size(breaches *all)
{
    const a3_subject *subject = all->subject;
    if (subject->size > largest_upload)
        add(all, REFUSES, too_large, NULL,
            a3_printf(all->arena, "the file has %llu bytes, projects without a raised limit may upload %llu", (unsigned long long)subject->size,
                      (unsigned long long)largest_upload));
}

/* Does `a` stand before `b` for twine: fewer folders, then folder by folder? */
static bool before(const char *a, const char *b)
{
    size_t depth_a = 0, depth_b = 0;
    for (const char *p = a; *p != '\0'; p++)
        depth_a += *p == '/';
    for (const char *p = b; *p != '\0'; p++)
        depth_b += *p == '/';
    if (depth_a != depth_b)
        return depth_a < depth_b;
    while (*a != '\0' && *a == *b)
        a++, b++;
    return (*a == '/' ? 1 : (unsigned char)*a) < (*b == '/' ? 1 : (unsigned char)*b);
}

/* twine fills the form from the first file of that order, whatever its folder is called. */
static void metadata_chosen(breaches *all)
{
    const a3_subject *subject = all->subject;
    const char *own = in_folder(all, "METADATA");
    const a3_file *first = NULL;
    if (own == NULL || a3_subject_find(subject, own) == NULL)
        return; /* required_files */
    for (size_t i = 0; i < subject->file_count; i++)
        if (subject->files[i].metadata_like && (first == NULL || before(subject->files[i].name, first->name)))
            first = &subject->files[i];
    if (first != NULL && strcmp(first->name, own) != 0)
        add(all, REFUSES, "the metadata of another file is uploaded", first->name,
            a3_printf(all->arena, "twine meets it before %s, and takes it for the wheel's", own));
}

/* ---- RECORD ---- */

static bool is_exempt(breaches *all, const a3_file *file)
{
    const char *jws = in_folder(all, "RECORD.jws"), *p7s = in_folder(all, "RECORD.p7s");
    return (jws != NULL && strcmp(file->name, jws) == 0) || (p7s != NULL && strcmp(file->name, p7s) == 0);
}

/* RECORD's paths, with '/' for '\', and the archive's files, less RECORD's signatures, must be the same set. Rows that the parser of
 * RECORD says the index cannot take as they are count as rows without a file. */
static void record_set(breaches *all)
{
    static const char server[] = "The wheel's RECORD does not match its contents";
    const a3_subject *subject = all->subject;
    bool *covered = A3_NEW_ARRAY(all->arena, bool, subject->file_count);
    size_t missing = 0;
    if (!subject->has_record || covered == NULL)
        return;
    for (size_t i = 0; i < subject->recorded.count; i++) {
        const a3_record_row *row = &subject->recorded.items[i];
        const char *path = row->path;
        if (strchr(path, '\\') != NULL) {
            char *copy = a3_strdup(all->arena, path);
            for (char *p = copy; p != NULL && *p != '\0'; p++)
                *p = *p == '\\' ? '/' : *p;
            path = copy ? copy : path;
        }
        const a3_file *file = a3_subject_find(subject, path);
        if (file != NULL && !is_exempt(all, file))
            covered[file - subject->files] = true;
        else if (missing++ < KEPT)
            add(all, MAILS, server, a3_printf(all->arena, "RECORD line %u", (unsigned)row->line), a3_printf(all->arena, "the wheel has no file %s", path));
        else
            add(all, MAILS, server, NULL, NULL);
    }
    for (size_t i = 0; i < subject->file_count; i++) {
        const a3_file *file = &subject->files[i];
        if (!covered[i] && a3_subject_find(subject, file->name) == file && !is_exempt(all, file) && !a3_has_suffix(file->name, "\\"))
            add(all, MAILS, server, file->name, "RECORD does not list it");
    }
    for (size_t i = 0; i < subject->record_faults.count; i++) {
        const a3_fault *fault = &subject->record_faults.items[i];
        if (fault->index == A3_INDEX_MAILS && (fault->code == A3_FAULT_RECORD_PATH || fault->code == A3_FAULT_RECORD_CSV))
            add(all, MAILS, server, a3_printf(all->arena, "RECORD line %u", (unsigned)fault->line), fault->text);
    }
}

/* ---- findings ---- */

static void say(a3_pass *pass, const breach *broken)
{
    static const char *const verbs[] = {[REFUSES] = "refuses the upload", [MAY_REFUSE] = "refuses the upload unless it has changed since",
                                        [MAILS] = "accepts the upload and mails"};
    const a3_subject *subject = pass->subject;
    a3_rule_id rule = broken->answer == MAILS ? A3_RULE_U102 : A3_RULE_U101;
    a3_finding *finding = a3_find_as(pass->out, rule, broken->answer == REFUSES ? A3_SEVERITY_ERROR : A3_SEVERITY_WARNING, NULL, NULL,
                                     "the index %s: %s", verbs[broken->answer], broken->server);
    for (size_t i = 0; i < broken->places.count; i++)
        a3_evidence(pass->out, finding, "%s: %s", broken->places.items[i].where, broken->places.items[i].text);
    if (finding != NULL)
        finding->evidence_total = broken->total;
    if (strcmp(broken->server, too_large) == 0)
        a3_fix(pass->out, finding, "the index raises a project's limit on request, to 1 GiB at most; smaller: without debug information, without what is bundled twice");
    for (size_t p = 0; p < subject->platforms.count; p++)
        if (subject->platforms.items[p].platform.family == A3_PLATFORM_LINUX && strstr(broken->server, "unsupported platform tag") != NULL)
            a3_fix(pass->out, finding,
                   "a wheel that is not repaired yet is judged with --index none; `abi3t-audit repair --plat auto` sets the manylinux or musllinux tag that the binaries allow");
}

void a3_pass_index(a3_pass *pass)
{
    const a3_subject *subject = pass->subject;
    if (!pass->judge->index || subject->kind != A3_INPUT_WHEEL || !subject->has_container)
        return;
    breaches all = {.arena = pass->out->arena, .subject = subject};
    from_faults(&all, &subject->name_faults, subject->base);
    platforms(&all);
    names(&all);
    size(&all);
    from_container(&all);
    contents(&all);
    required_files(&all);
    licences(&all);
    metadata_chosen(&all);
    from_faults(&all, &subject->metadata_faults, "METADATA");
    from_faults(&all, &subject->entry_faults, "entry_points.txt");
    from_faults(&all, &subject->record_faults, "RECORD");
    record_set(&all);
    for (size_t i = 0; i < all.count; i++)
        say(pass, &all.items[i]);
}

/* SPDX-License-Identifier: MIT */
/* abi3t_repair and abi3t_retag: facts -> plan -> new wheel -> audited again -> kept, or forgotten. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "api/run.h"
#include "base/text.h"
#include "repair/plan.h"
#include "repair/write.h"
#include "report/json.h"
#include "report/report.h"
#include "rules/judge.h"

typedef struct job {
    const abi3t_options *options;
    const abi3t_writer *writer;
    const abi3t_events *events;
    bool retag, json;
    json_t *wheels;  /* JSON: what was done so far */
    a3_buf out;
    bool refused, failed;
} job;

/* One wheel on its way. */
typedef struct step {
    job *j;
    a3_subject *subject;
    a3_arena arena;
    a3_findings before, after;
    a3_plan plan;
    const char *target; /* path of the new wheel */
    bool written, same; /* same: the target is there already, byte for byte */
    a3_err err;
} step;

static void line(job *j, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void line(job *j, const char *format, ...)
{
    char text[4096];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (j->json)
        return;
    a3_text_escape(&j->out, text, strlen(text));
    a3_buf_char(&j->out, '\n');
}

static a3_status judge(step *s, const a3_subject *subject, a3_findings *out)
{
    *out = (a3_findings){.arena = &s->arena, .config = &s->j->options->judge.config, .path = subject->path};
    return a3_judge_subject(subject, &s->j->options->judge, out, &s->err);
}

/* Errors that keep a result from being written. A retag answers for the claim alone. */
static size_t errors_in(const job *j, const a3_findings *findings)
{
    size_t count = 0;
    for (size_t i = 0; i < findings->count; i++) {
        const a3_finding *finding = &findings->items[i];
        bool counts = finding->severity == A3_SEVERITY_ERROR || (j->options->strict && finding->severity == A3_SEVERITY_WARNING);
        char family = a3_rule_code(finding->rule)[0];
        if (counts && finding->ignored == NULL && (!j->retag || family == 'A' || family == 'T' || family == 'P'))
            count++;
    }
    return count;
}

static void print_findings(step *s, const a3_subject *subject, const a3_findings *findings)
{
    if (s->j->json)
        return;
    a3_report report;
    a3_report_style style = {s->j->writer->color != 0, true, s->j->options->verbose};
    a3_result result = a3_result_of(subject, findings, s->j->options->strict);
    a3_report_start(&report, &a3_report_text, s->j->writer, style);
    a3_report_input(&report, &result);
    a3_totals none = {.inputs = 1};
    s->j->failed |= !a3_report_finish(&report, &none);
}

static void flush(job *j)
{
    if (!a3_buf_ok(&j->out) || (j->out.size > 0 && j->writer->write(j->writer->context, j->out.data, j->out.size) != 0))
        j->failed = true;
    j->out.size = 0;
}

/* ---- where it goes ---- */

static const char *folder_of(step *s)
{
    const a3_repair_options *o = &s->j->options->repair;
    if (!o->in_place && o->wheel_dir != NULL)
        return o->wheel_dir;
    if (!o->in_place && !s->j->retag)
        return "wheelhouse";
    const char *slash = strrchr(s->subject->path, '/');
    if (slash == NULL)
        return ".";
    return slash == s->subject->path ? "/" : a3_strndup(&s->arena, s->subject->path, (size_t)(slash - s->subject->path));
}

static bool make_folder(step *s, const char *folder)
{
    struct stat st;
    char *path = a3_strdup(&s->arena, folder);
    if (stat(folder, &st) == 0 && S_ISDIR(st.st_mode))
        return true;
    for (char *at = path; at != NULL; at = strchr(at + 1, '/')) {
        if (at == path)
            continue;
        *at = '\0';
        mkdir(path, 0777); /* what is wrong shows at the last one */
        *at = '/';
    }
    if (path == NULL || (mkdir(folder, 0777) != 0 && errno != EEXIST)) {
        a3_fail_errno(&s->err, errno, "%s cannot be made", folder);
        return false;
    }
    return true;
}

static bool same_content(a3_span bytes, const char *path)
{
    a3_mapped other;
    if (a3_map_file(path, bytes.size, &other, NULL) != A3_OK)
        return false;
    bool same = a3_span_equal(bytes, other.bytes);
    a3_unmap(&other);
    return same;
}

/* Keeps the draft under the target's name. */
static bool keep(step *s, a3_draft *draft, a3_span bytes)
{
    const a3_repair_options *o = &s->j->options->repair;
    struct stat old, new;
    bool exists = stat(s->target, &new) == 0;
    bool self = exists && stat(s->subject->path, &old) == 0 && old.st_dev == new.st_dev && old.st_ino == new.st_ino;
    if (exists && same_content(bytes, s->target)) {
        s->same = true;
        return true;
    }
    if (exists && !o->clobber && !(self && o->in_place)) {
        a3_fail(&s->err, A3_IO, "%s exists and is another file (--clobber replaces it)", s->target);
        return false;
    }
    s->written = a3_draft_keep(draft, s->target, exists, &s->err) == A3_OK;
    return s->written;
}

/* In place, or with --remove: the folder holds exactly one wheel afterwards. */
static void remove_old(step *s)
{
    const a3_repair_options *o = &s->j->options->repair;
    struct stat old, new;
    if ((!o->in_place && !o->remove) || stat(s->subject->path, &old) != 0 || stat(s->target, &new) != 0 ||
        (old.st_dev == new.st_dev && old.st_ino == new.st_ino))
        return;
    if (unlink(s->subject->path) != 0)
        a3_fail_errno(&s->err, errno, "removing %s failed", s->subject->path);
    else
        line(s->j, "  removed %s", s->subject->path);
}

/* ---- one wheel ---- */

/* Gathers and judges what was written, under the name that it would have. */
static bool audit_result(step *s, a3_span bytes, a3_subject *result)
{
    a3_input input = {.kind = A3_INPUT_WHEEL, .path = s->target, .content.bytes = bytes};
    if (a3_subject_open(result, &input, &s->j->options->gather, &s->err) != A3_OK)
        return false;
    a3_reader reader = A3_READER_INIT;
    for (size_t i = 0; i < result->file_count; i++)
        a3_subject_file(result, i, &reader);
    a3_reader_free(&reader);
    a3_subject_finish(result);
    return judge(s, result, &s->after) == A3_OK;
}

static bool write_content(step *s, a3_draft *draft, bool copy)
{
    if (copy)
        return a3_draft_write(draft, s->subject->mapped.bytes.data, s->subject->mapped.bytes.size, &s->err) == A3_OK;
    a3_reader reader = A3_READER_INIT;
    bool ok = a3_plan_complete(&s->plan, &reader, &s->err) == A3_OK && a3_plan_write(&s->plan, draft, &s->err) == A3_OK;
    a3_reader_free(&reader);
    return ok;
}

static bool decide(step *s, const a3_subject *result)
{
    bool force = s->j->options->repair.force;
    size_t errors = result->err.status != A3_OK ? 1 : errors_in(s->j, &s->after);
    print_findings(s, result, &s->after);
    if (errors == 0)
        return true;
    s->j->refused = true;
    if (force)
        line(s->j, "  --force: written although %zu errors are left", errors);
    else
        line(s->j, "  refused: the result would still have %zu error%s%s", errors, errors == 1 ? "" : "s",
             s->j->retag ? "; the binaries do not support these tags" : "; rebuild what the findings name");
    return force;
}

static void write_wheel(step *s, bool copy)
{
    const a3_repair_options *o = &s->j->options->repair;
    struct stat st;
    mode_t mode = stat(s->subject->path, &st) == 0 ? st.st_mode & 0777 : 0644;
    const char *folder = folder_of(s);
    if (folder == NULL || (!o->dry_run && !make_folder(s, folder)))
        return;
    s->target = a3_printf(&s->arena, "%s/%s", folder, copy ? s->subject->base : s->plan.file_name);
    a3_draft draft;
    if (s->target == NULL || a3_draft_open(&draft, o->dry_run ? NULL : folder, mode, &a3_file_ops_system, &s->err) != A3_OK)
        return;
    if (write_content(s, &draft, copy) && fstat(draft.fd, &st) == 0) {
        void *map = st.st_size > 0 ? mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, draft.fd, 0) : MAP_FAILED;
        a3_span bytes = {map, (size_t)st.st_size};
        a3_subject result = {0};
        if (map == MAP_FAILED)
            a3_fail_errno(&s->err, errno, "the new wheel cannot be read back");
        else if (audit_result(s, bytes, &result)) {
            flush(s->j);
            if (decide(s, &result) && o->dry_run)
                line(s->j, "  would write %s", s->target);
            else if ((errors_in(s->j, &s->after) == 0 || o->force) && !o->dry_run && keep(s, &draft, bytes)) {
                fchmod(draft.fd, mode);
                line(s->j, s->same ? "  %s is there already, the same" : "  wrote %s", s->target);
                remove_old(s);
                if (!copy && !s->same)
                    line(s->j, "  attestations name the file and its digest: make them after this step");
            }
        }
        a3_subject_free(&result);
        if (map != MAP_FAILED)
            munmap(map, (size_t)st.st_size);
    }
    a3_draft_close(&draft);
}

static void say_plan(step *s)
{
    line(s->j, "%s", s->subject->path);
    for (size_t i = 0; i < s->plan.steps.count; i++)
        line(s->j, "  %s", s->plan.steps.items[i]);
    for (size_t i = 0; i < s->plan.refusals.count; i++)
        line(s->j, "  cannot be put right: %s", s->plan.refusals.items[i]);
}

static void one_wheel(step *s)
{
    const a3_repair_options *o = &s->j->options->repair;
    if (s->subject->kind != A3_INPUT_WHEEL || s->subject->in_archive) {
        a3_fail(&s->err, A3_INVALID, "only wheels that are files of their own can be written anew");
        return;
    }
    if (s->subject->err.status != A3_OK) {
        s->err = s->subject->err;
        return;
    }
    if (judge(s, s->subject, &s->before) != A3_OK || a3_plan_make(&s->plan, s->subject, &o->request, &s->arena, &s->err) != A3_OK)
        return;
    bool clean = errors_in(s->j, &s->before) == 0, idle = s->plan.steps.count == 0;
    /* what is clean is left as it is, even where it holds things that could not be put right */
    if (!s->j->retag && clean && (idle || s->plan.refusals.count > 0)) {
        line(s->j, "%s", s->subject->path);
        line(s->j, "  nothing to put right");
        if (!o->in_place)
            write_wheel(s, true);
        return;
    }
    say_plan(s);
    if (s->plan.refusals.count > 0) {
        flush(s->j);
        print_findings(s, s->subject, &s->before);
        s->j->refused = true;
        return;
    }
    for (size_t i = 0; i < s->plan.warnings.count && s->j->events != NULL && s->j->events->diagnostic != NULL; i++)
        s->j->events->diagnostic(s->j->events->context, s->plan.warnings.items[i]);
    if (idle) {
        flush(s->j);
        print_findings(s, s->subject, &s->before);
        if (!clean) {
            s->j->refused = true;
            line(s->j, "  refused: nothing of this can be put right without a new build");
            return;
        }
        line(s->j, "  nothing to change");
        if (!o->in_place && o->wheel_dir != NULL)
            write_wheel(s, true);
        return;
    }
    write_wheel(s, false);
}

/* ---- JSON ---- */

static json_t *finding_brief(const a3_finding *finding)
{
    return json_pack("{s:s, s:s, s:s, s:o, s:o}", "rule", a3_rule_code(finding->rule), "name", a3_rule_name(finding->rule), "severity",
                     a3_severity_name(finding->severity), "member", a3_json_text(finding->member), "message", a3_json_text(finding->message));
}

static json_t *wheel_json(const step *s)
{
    json_t *out = json_object(), *findings = json_array();
    const a3_findings *all = s->after.arena ? &s->after : &s->before;
    bool ok = true;
    for (size_t i = 0; i < all->count; i++)
        ok &= json_array_append_new(findings, finding_brief(&all->items[i])) == 0;
    ok = a3_json_put(out, "path", a3_json_text(s->subject->path)) && ok;
    ok = a3_json_put(out, "output", a3_json_text(s->written || s->same ? s->target : NULL)) && ok;
    ok = a3_json_put(out, "plan", a3_json_texts(s->plan.steps.items, s->plan.steps.count)) && ok;
    ok = a3_json_put(out, "refused", a3_json_texts(s->plan.refusals.items, s->plan.refusals.count)) && ok;
    ok = a3_json_put(out, "error", a3_json_text(s->err.status != A3_OK ? s->err.message : NULL)) && ok;
    ok = a3_json_put(out, "findings", findings) && ok;
    if (!ok) {
        json_decref(out);
        return NULL;
    }
    return out;
}

static bool each(void *context, a3_subject *subject)
{
    job *j = context;
    step s = {.j = j, .subject = subject, .err = A3_ERR_INIT};
    a3_arena_init(&s.arena, j->options->gather.limits.arena);
    one_wheel(&s);
    if (s.err.status != A3_OK) {
        j->failed = true;
        a3_buf text = A3_BUF_INIT;
        a3_text_escape(&text, subject->path, strlen(subject->path));
        a3_buf_str(&text, ": ");
        a3_text_escape(&text, s.err.message, strlen(s.err.message));
        if (j->events != NULL && j->events->diagnostic != NULL && a3_buf_ok(&text))
            j->events->diagnostic(j->events->context, a3_buf_text(&text));
        a3_buf_free(&text);
    }
    if (j->json)
        j->failed |= json_array_append_new(j->wheels, wheel_json(&s)) != 0;
    flush(j);
    a3_arena_free(&s.arena);
    return true;
}

static int append(const char *data, size_t size, void *out)
{
    a3_buf_add(out, data, size);
    return a3_buf_ok(out) ? 0 : -1;
}

static abi3t_outcome rewrite(const abi3t_options *options, const char *const *paths, size_t path_count, const abi3t_writer *writers,
                             size_t writer_count, const abi3t_events *events, abi3t_message *why, bool retag)
{
    const a3_repair_options *o = &options->repair;
    const a3_repair_request *r = &o->request;
    if (writer_count != 1 || (strcmp(writers[0].format, "text") != 0 && strcmp(writers[0].format, "json") != 0))
        return a3_usage(why, "%s writes one report, text or json", retag ? "retag" : "repair");
    if (o->in_place && o->wheel_dir != NULL)
        return a3_usage(why, "--in-place and --wheel-dir exclude each other");
    if (retag && r->python == NULL && r->abi == NULL && r->platform == NULL && r->build == NULL)
        return a3_usage(why, "retag: no tag is given (--python-tag, --abi-tag, --platform-tag, --build)");
    abi3t_options own = *options;
    own.repair.request.retag = retag;
    own.gather.claim = NULL; /* what only other commands know */
    own.gather.min_python = 0;
    if (retag) {
        own.repair.request.plat = NULL;
        own.repair.request.only_plat = false;
    }
    job j = {.options = &own, .writer = writers, .events = events, .retag = retag, .json = strcmp(writers[0].format, "json") == 0, .out = A3_BUF_INIT};
    if (j.json && (j.wheels = json_array()) == NULL)
        return ABI3T_FAILED;
    a3_run run = {.options = &own, .paths = paths, .path_count = path_count, .events = events, .each = each, .context = &j};
    a3_err err = A3_ERR_INIT;
    a3_status status = a3_run_subjects(&run, &err);
    if (j.json) {
        json_t *document = a3_json_head();
        if (!a3_json_put(document, "wheels", j.wheels) || json_dump_callback(document, append, &j.out, JSON_INDENT(2)) != 0)
            j.failed = true;
        a3_buf_char(&j.out, '\n');
        json_decref(document);
    }
    flush(&j);
    a3_buf_free(&j.out);
    if (why != NULL)
        snprintf(why->text, sizeof why->text, "%s", err.message);
    if (status == A3_INVALID)
        return ABI3T_USAGE;
    if (status != A3_OK || j.failed || run.unreadable)
        return ABI3T_FAILED;
    return j.refused ? ABI3T_FINDINGS : ABI3T_CLEAN;
}

abi3t_outcome abi3t_repair(const abi3t_options *options, const char *const *paths, size_t path_count, const abi3t_writer *writers,
                           size_t writer_count, const abi3t_events *events, abi3t_message *why)
{
    return rewrite(options, paths, path_count, writers, writer_count, events, why, false);
}

abi3t_outcome abi3t_retag(const abi3t_options *options, const char *const *paths, size_t path_count, const abi3t_writer *writers,
                          size_t writer_count, const abi3t_events *events, abi3t_message *why)
{
    return rewrite(options, paths, path_count, writers, writer_count, events, why, true);
}

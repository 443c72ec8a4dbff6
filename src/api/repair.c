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
#include "repair/place.h"
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
    a3_err err;      /* why the report could not be written */
} job;

/* One wheel on its way. */
typedef struct step {
    job *j;
    a3_subject *subject;
    a3_arena arena;
    a3_findings before, after;
    a3_plan plan;
    a3_place place;     /* of the new wheel */
    bool written, same; /* same: it is there already, byte for byte */
    bool clean;         /* the input was */
    bool refused;
    bool spoilt;        /* what the plan makes of a clean wheel is not clean: it is left as it is */
    a3_subject result;  /* the new wheel, without its bytes: the findings name its members */
    a3_err err;
} step;

static int append(void *out, const char *data, size_t size)
{
    a3_buf_add(out, data, size);
    return a3_buf_ok(out) ? 0 : ENOMEM;
}

/* `errnum` 0: for want of memory. */
static void unwritten(job *j, int errnum)
{
    j->failed = true;
    a3_fail_errno(&j->err, errnum ? errnum : ENOMEM, "the report could not be written");
}

static void line(step *s, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void line(step *s, const char *format, ...)
{
    if (s->j->json)
        return;
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int size = vsnprintf(NULL, 0, format, args);
    char *text = size < 0 ? NULL : malloc((size_t)size + 1);
    if (text != NULL) {
        vsnprintf(text, (size_t)size + 1, format, again);
        a3_text_escape(&s->j->out, text, (size_t)size);
        a3_buf_char(&s->j->out, '\n');
    } else {
        unwritten(s->j, 0);
    }
    free(text);
    va_end(again);
    va_end(args);
}

static a3_status judge(step *s, const a3_subject *subject, a3_findings *out)
{
    *out = (a3_findings){.arena = &s->arena, .config = &s->j->options->judge.config, .path = subject->path};
    return a3_judge_subject(subject, &s->j->options->judge, out, &s->err);
}

typedef struct errors {
    size_t count; /* that keep a result from being written */
    size_t other; /* a retag answers for the claim alone: of the rest */
} errors;

static errors errors_in(const job *j, const a3_findings *findings)
{
    errors found = {0};
    for (size_t i = 0; i < findings->count; i++) {
        const a3_finding *finding = &findings->items[i];
        bool counts = finding->severity == A3_SEVERITY_ERROR || (j->options->strict && finding->severity == A3_SEVERITY_WARNING);
        if (!counts || finding->ignored != NULL)
            continue;
        char family = a3_rule_code(finding->rule)[0];
        if (j->retag && family != 'A' && family != 'T' && family != 'P')
            found.other++;
        else
            found.count++;
    }
    return found;
}

static void print_findings(step *s, const a3_subject *subject, const a3_findings *findings)
{
    if (s->j->json)
        return;
    a3_report report;
    a3_report_style style = {s->j->writer->color != 0, true, s->j->options->verbose};
    a3_result result = a3_result_of(subject, findings, s->j->options->strict);
    const abi3t_writer out = {.format = "text", .write = append, .context = &s->j->out, .color = s->j->writer->color};
    a3_report_start(&report, &a3_report_text, &out, style);
    a3_report_input(&report, &result);
    a3_totals none = {.inputs = 1};
    if (!a3_report_finish(&report, &none))
        unwritten(s->j, report.errnum);
}

static void flush(job *j)
{
    int errnum = a3_buf_ok(&j->out) && j->out.size > 0 ? j->writer->write(j->writer->context, j->out.data, j->out.size) : 0;
    if (!a3_buf_ok(&j->out) || errnum != 0)
        unwritten(j, errnum);
    j->out.size = 0;
}

/* ---- the new wheel ---- */

/* Gathers and judges what was written, under the name that it would have. */
static bool audit_result(step *s, a3_span bytes)
{
    a3_subject *result = &s->result;
    a3_subject_free(result);
    a3_input input = {.kind = A3_INPUT_WHEEL, .path = s->place.path, .content.bytes = bytes};
    if (a3_subject_open(result, &input, &s->j->options->gather, &s->err) != A3_OK)
        return false;
    a3_reader reader = A3_READER_INIT;
    for (size_t i = 0; i < result->file_count; i++)
        a3_subject_file(result, i, &reader);
    a3_reader_free(&reader);
    a3_subject_finish(result);
    if (result->err.status == A3_NOMEM || result->err.status == A3_IO)
        a3_fail(&s->err, result->err.status, "%s", result->err.message);
    return judge(s, result, &s->after) == A3_OK && s->err.status == A3_OK;
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

/* Is the result good enough? Says what is wrong with it. */
static bool decide(step *s)
{
    errors found = errors_in(s->j, &s->after);
    if (s->result.err.status != A3_OK)
        found.count++;
    print_findings(s, &s->result, &s->after);
    if (found.count == 0) {
        if (found.other > 0)
            line(s, "  %zu error%s of the input, which the tags do not touch, %s left as before", found.other, found.other == 1 ? "" : "s",
                 found.other == 1 ? "is" : "are");
        return true;
    }
    if (s->clean && !s->j->retag) {
        s->spoilt = true;
        line(s, "  left as it is: it would have %zu error%s afterwards, and has none", found.count, found.count == 1 ? "" : "s");
        return false;
    }
    s->refused = true;
    if (s->j->options->repair.force)
        line(s, "  --force: written although %zu error%s left", found.count, found.count == 1 ? " is" : "s are");
    else
        line(s, "  refused: the result would still have %zu error%s%s", found.count, found.count == 1 ? "" : "s",
             s->j->retag ? "; the binaries do not support these tags" : "; rebuild what the findings name");
    return s->j->options->repair.force;
}

/* Gives the draft its name, or would. */
static void keep(step *s, a3_draft *draft, a3_span bytes, mode_t mode)
{
    const a3_repair_options *o = &s->j->options->repair;
    a3_taken taken = a3_place_taken(&s->place, bytes);
    if (taken == A3_TAKEN_INPUT && !o->in_place) {
        a3_fail(&s->err, A3_IO, "the new wheel would have the same name as the input (--in-place replaces it, --wheel-dir writes elsewhere)");
        return;
    }
    if (taken == A3_TAKEN_OTHER && !o->clobber) {
        a3_fail(&s->err, A3_IO, "%s exists and is another file (--clobber replaces it)", s->place.path);
        return;
    }
    s->same = taken == A3_TAKEN_SAME;
    if (o->dry_run) {
        line(s, s->same ? "  %s is there already, the same" : "  would write %s", s->place.path);
        return;
    }
    if (!s->same) {
        a3_draft_hold(draft);
        s->written = a3_place_make(&s->place, &s->err) == A3_OK && a3_draft_keep(draft, s->place.path, mode, taken != A3_FREE, &s->err) == A3_OK;
        if (!s->written) {
            a3_place_forget(&s->place);
            return;
        }
    }
    line(s, s->same ? "  %s is there already, the same" : "  wrote %s", s->place.path);
    bool removed = false;
    if ((o->in_place || o->remove) && a3_place_remove_input(&s->place, &removed, &s->err) == A3_OK && removed)
        line(s, "  removed %s", s->subject->path);
}

static void judge_and_keep(step *s, a3_draft *draft, mode_t mode)
{
    struct stat st;
    void *map = fstat(draft->fd, &st) == 0 && st.st_size > 0 ? mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, draft->fd, 0) : MAP_FAILED;
    if (map == MAP_FAILED) {
        a3_fail_errno(&s->err, errno, "the new wheel cannot be read back");
        return;
    }
    const a3_span bytes = {map, (size_t)st.st_size};
    if (audit_result(s, bytes) && decide(s))
        keep(s, draft, bytes, mode);
    munmap(map, (size_t)st.st_size);
}

/* `copy`: the input as it is. */
static void write_wheel(step *s, bool copy)
{
    const a3_repair_options *o = &s->j->options->repair;
    struct stat st;
    mode_t mode = stat(s->subject->path, &st) == 0 ? st.st_mode & 0777 : 0644;
    const char *folder = o->in_place ? NULL : o->wheel_dir != NULL ? o->wheel_dir : s->j->retag ? NULL : "wheelhouse";
    if (a3_place_init(&s->place, s->subject->path, folder, copy ? s->subject->base : s->plan.file_name, &s->arena, &s->err) != A3_OK)
        return;
    a3_draft draft;
    const char *nearest = NULL;
    if (a3_place_nearest(&s->place, &nearest, &s->err) != A3_OK || a3_draft_open(&draft, nearest, o->dry_run, &a3_file_ops_system, &s->err) != A3_OK)
        return;
    if (write_content(s, &draft, copy || s->plan.same_content))
        judge_and_keep(s, &draft, mode);
    a3_draft_close(&draft);
    if (!copy && s->written)
        line(s, "  attestations name the file and its digest: make them after this step");
}

/* ---- one wheel ---- */

static void say_plan(step *s)
{
    line(s, "%s", s->subject->path);
    for (size_t i = 0; i < s->plan.steps.count; i++)
        line(s, "  %s", s->plan.steps.items[i]);
    for (size_t i = 0; i < s->plan.refusals.count; i++)
        line(s, "  cannot be put right: %s", s->plan.refusals.items[i]);
}

static void refuse(step *s)
{
    print_findings(s, s->subject, &s->before);
    s->refused = true;
}

static void one_wheel(step *s)
{
    const a3_repair_options *o = &s->j->options->repair;
    if (s->subject->err.status != A3_OK) {
        s->err = s->subject->err;
        return;
    }
    if (s->subject->kind != A3_INPUT_WHEEL || s->subject->in_archive) {
        a3_fail(&s->err, A3_INVALID, "only wheels that are files of their own can be written anew");
        return;
    }
    if (judge(s, s->subject, &s->before) != A3_OK || a3_plan_make(&s->plan, s->subject, &o->request, &s->arena, &s->err) != A3_OK)
        return;
    bool idle = s->plan.steps.count == 0;
    s->clean = errors_in(s->j, &s->before).count == 0;
    /* what is clean is left as it is, even where it holds things that could not be put right */
    if (!s->j->retag && s->clean && (idle || s->plan.refusals.count > 0)) {
        line(s, "%s", s->subject->path);
        line(s, "  nothing to put right");
        if (!o->in_place)
            write_wheel(s, true);
        return;
    }
    say_plan(s);
    if (s->plan.refusals.count > 0) {
        refuse(s);
        return;
    }
    for (size_t i = 0; i < s->plan.warnings.count; i++) {
        const char *warning = a3_printf(&s->arena, "warning: %s", s->plan.warnings.items[i]);
        if (warning != NULL)
            a3_diagnose(s->j->events, s->subject->path, warning);
    }
    if (!idle) {
        write_wheel(s, false);
        if (s->spoilt && !o->in_place)
            write_wheel(s, true);
    } else if (!s->clean) {
        refuse(s);
        line(s, "  refused: nothing of this can be put right without a new build");
    } else {
        line(s, "  nothing to change");
        if (!o->in_place && o->wheel_dir != NULL)
            write_wheel(s, true);
    }
}

/* ---- JSON ---- */

static json_t *wheel_json(const step *s)
{
    json_t *out = json_object(), *findings = json_array();
    const a3_findings *all = s->after.arena ? &s->after : &s->before;
    bool ok = true;
    for (size_t i = 0; i < all->count; i++)
        ok &= json_array_append_new(findings, a3_json_finding(&all->items[i])) == 0;
    ok = a3_json_put(out, "path", a3_json_text(s->subject->path)) && ok;
    ok = a3_json_put(out, "output", a3_json_text(s->written || s->same ? s->place.path : NULL)) && ok;
    ok = a3_json_put(out, "plan", a3_json_texts(s->plan.steps.items, s->plan.steps.count)) && ok;
    ok = a3_json_put(out, "warnings", a3_json_texts(s->plan.warnings.items, s->plan.warnings.count)) && ok;
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
    if (s.arena.failed)
        a3_fail(&s.err, A3_NOMEM, "out of memory (limit arena)");
    if (s.err.status != A3_OK) {
        j->failed = true;
        if (!subject->told)
            a3_diagnose(j->events, subject->path, s.err.message);
    }
    j->refused |= s.refused;
    if (j->json && json_array_append_new(j->wheels, wheel_json(&s)) != 0)
        unwritten(j, 0);
    else if (!j->json && j->options->quiet && !s.refused && s.err.status == A3_OK && errors_in(j, s.after.arena ? &s.after : &s.before).other == 0)
        j->out.size = 0; /* nothing is wrong with it */
    flush(j);
    a3_subject_free(&s.result);
    a3_arena_free(&s.arena);
    return true;
}

static int append_json(const char *data, size_t size, void *out) { return append(out, data, size) == 0 ? 0 : -1; }

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
    a3_err err = A3_ERR_INIT;
    if (retag && a3_repair_request_check(r, &err) != A3_OK)
        return a3_usage(why, "%s", err.message);
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
        unwritten(&j, 0);
    a3_run run = {.options = &own, .paths = paths, .path_count = path_count, .events = events, .each = each, .context = &j};
    a3_status status = a3_run_subjects(&run, &err);
    if (j.json) {
        json_t *document = a3_json_head();
        if (!a3_json_put(document, "wheels", j.wheels) || json_dump_callback(document, append_json, &j.out, JSON_INDENT(2)) != 0)
            unwritten(&j, 0);
        a3_buf_char(&j.out, '\n');
        json_decref(document);
    }
    flush(&j);
    a3_buf_free(&j.out);
    if (why != NULL)
        snprintf(why->text, sizeof why->text, "%s", status != A3_OK ? err.message : j.err.message);
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

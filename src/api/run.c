/* SPDX-License-Identifier: MIT */
#include "api/run.h"

#include <errno.h>
#include <glob.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "api/inputs.h"
#include "api/pool.h"
#include "base/text.h"

/* Subjects open at once: enough to find big members early and to keep every thread busy, few enough to bound what
 * finished ones hold while an earlier one is not. */
enum { WINDOW = 128 };

typedef struct runner {
    a3_run *run;
    a3_pool pool;
    a3_work *first, *last; /* open subjects in input order */
    size_t open;
    a3_inputs inputs;
    uint64_t done;
    bool stopped; /* `each` said so */
} runner;

abi3t_outcome a3_usage(abi3t_message *why, const char *format, ...)
{
    if (why != NULL) {
        va_list args;
        va_start(args, format);
        vsnprintf(why->text, sizeof why->text, format, args);
        va_end(args);
    }
    return ABI3T_USAGE;
}

void a3_diagnose(const abi3t_events *events, const char *path, const char *what)
{
    if (events == NULL || events->diagnostic == NULL)
        return;
    a3_buf line = A3_BUF_INIT;
    a3_text_escape(&line, path, strlen(path));
    a3_buf_str(&line, ": ");
    a3_text_escape(&line, what, strlen(what));
    events->diagnostic(events->context, a3_buf_ok(&line) ? a3_buf_text(&line) : "out of memory");
    a3_buf_free(&line);
}

static void tick(void *context, uint64_t bytes)
{
    runner *r = context;
    r->run->events->progress(r->run->events->context, r->done, r->done + r->open, bytes);
}

static void release(a3_work *work)
{
    a3_subject_free(&work->subject);
    free(work);
}

/* Hands on the oldest open subject, once all its files are done. */
static void finish_first(runner *r)
{
    a3_work *work = r->first;
    bool progress = r->run->events != NULL && r->run->events->progress != NULL;
    a3_pool_wait(&r->pool, work, progress ? tick : NULL, r);
    a3_subject_finish(&work->subject);
    const a3_err *err = &work->subject.err;
    if (!work->subject.told && (err->status == A3_IO || err->status == A3_NOMEM)) { /* of this machine: nothing that a rule would judge */
        a3_diagnose(r->run->events, work->subject.path, err->message);
        work->subject.told = r->run->unreadable = true;
    }
    r->first = work->next;
    if (r->first == NULL)
        r->last = NULL;
    r->open--;
    r->done++;
    if (!r->stopped && !r->run->each(r->run->context, &work->subject))
        r->stopped = true;
    release(work);
}

static a3_status open_input(runner *r, const a3_input *input, a3_err *err)
{
    a3_work *work = calloc(1, sizeof *work);
    if (work == NULL) {
        a3_mapped content = input->content;
        a3_unmap(&content);
        return a3_fail(err, A3_NOMEM, "out of memory");
    }
    const a3_gather *how = &r->run->options->gather;
    a3_status status = a3_subject_open(&work->subject, input, how, err);
    if (status == A3_OK)
        status = a3_pool_add(&r->pool, work, err);
    if (status != A3_OK) {
        release(work);
        return status;
    }
    if (r->last != NULL)
        r->last->next = work;
    else
        r->first = work;
    r->last = work;
    r->open++;
    return A3_OK;
}

/* What lies in an archive is gathered while the archive streams by: one at a time, everything before it handed on first. */
static a3_status take_inner(void *context, const a3_input *input, a3_err *err)
{
    runner *r = context;
    a3_status status = open_input(r, input, err);
    while (r->first != NULL)
        finish_first(r);
    return r->stopped ? A3_IO : status;
}

static a3_status gather_all(runner *r, a3_err *err)
{
    a3_status status = A3_OK;
    a3_input input;
    a3_inputs_state state = A3_INPUTS_ONE;
    while (status == A3_OK && !r->stopped && (state != A3_INPUTS_END || r->first != NULL)) {
        while (r->first != NULL && !r->stopped && a3_pool_done(&r->pool, r->first))
            finish_first(r);
        if (state == A3_INPUTS_ONE && r->open < WINDOW && !r->stopped) {
            status = a3_inputs_next(&r->inputs, &input, &state, err);
            if (status != A3_OK || state != A3_INPUTS_ONE)
                continue;
            if (input.kind != A3_INPUT_ARCHIVE || input.err.status != A3_OK) {
                status = open_input(r, &input, err);
                continue;
            }
            while (r->first != NULL && !r->stopped)
                finish_first(r);
            if (!r->stopped)
                status = a3_archive_inputs(&input, &r->run->options->gather.limits, take_inner, r, err);
        } else if (r->first != NULL) {
            finish_first(r);
        } else if (state == A3_INPUTS_NOT_YET) {
            state = A3_INPUTS_ONE; /* all is handed on: now the stream may be waited for */
        }
    }
    return r->stopped ? A3_OK : status;
}

a3_status a3_run_subjects(a3_run *run, a3_err *err)
{
    runner r = {.run = run};
    unsigned threads = run->options->jobs ? run->options->jobs : a3_processors();
    if (a3_pool_init(&r.pool, threads, run->options->gather.limits.memory, err) != A3_OK)
        return err->status;
    a3_inputs_init(&r.inputs, run);
    a3_status status = gather_all(&r, err);
    while (r.first != NULL) { /* after a failure: what is open is waited for, not judged */
        r.stopped = true;
        finish_first(&r);
    }
    a3_inputs_free(&r.inputs);
    a3_pool_free(&r.pool);
    return status;
}

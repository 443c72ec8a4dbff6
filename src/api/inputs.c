/* SPDX-License-Identifier: MIT */
#include "api/inputs.h"

#include <errno.h>
#include <glob.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text.h"

void a3_inputs_init(a3_inputs *inputs, a3_run *run)
{
    *inputs = (a3_inputs){.run = run};
    a3_arena_init(&inputs->arena, run->options->gather.limits.arena);
}

void a3_inputs_free(a3_inputs *inputs)
{
    while (inputs->next_waiting < inputs->waiting.count) /* the run was stopped */
        a3_unmap(&inputs->waiting.items[inputs->next_waiting++].content);
    a3_arena_free(&inputs->arena);
}

/* NULL: out of memory, which the caller asks arena.failed about. */
static a3_input *add(a3_inputs *inputs, a3_input_kind kind, const char *path)
{
    char *copy = a3_strdup(&inputs->arena, path);
    a3_input *slot = copy ? A3_PUSH(&inputs->arena, &inputs->waiting) : NULL;
    if (slot != NULL)
        *slot = (a3_input){.kind = kind, .path = copy, .err = A3_ERR_INIT};
    return slot;
}

static void add_unreadable(a3_inputs *inputs, a3_input_kind kind, const char *path, const a3_err *err)
{
    a3_diagnose(inputs->run->events, path, err->message);
    inputs->run->unreadable = true;
    a3_input *input = add(inputs, kind, path);
    if (input != NULL)
        input->err = *err;
}

static a3_input_kind kind_by_name(const char *path)
{
    return a3_is_wheel_name(path) ? A3_INPUT_WHEEL : A3_INPUT_OBJECT;
}

/* A file: a wheel by name, else by what it holds. A pipe can be read once only: what came out of it goes along. */
static void add_file(a3_inputs *inputs, const char *path, bool regular)
{
    a3_err err = A3_ERR_INIT;
    if (a3_is_wheel_name(path)) {
        add(inputs, A3_INPUT_WHEEL, path);
        return;
    }
    a3_mapped mapped;
    if (a3_map_file(path, inputs->run->options->gather.limits.member_size, &mapped, &err) != A3_OK) {
        add_unreadable(inputs, kind_by_name(path), path, &err);
        return;
    }
    a3_input *input = NULL;
    if (a3_image_detect(mapped.bytes) != A3_FORMAT_NONE || a3_is_binary_name(path)) {
        input = add(inputs, A3_INPUT_OBJECT, path);
    } else if (a3_container_detect(mapped.bytes) != A3_CONTAINER_NONE) {
        input = add(inputs, A3_INPUT_ARCHIVE, path);
    } else {
        a3_fail(&err, A3_NOT_MINE, mapped.bytes.size ? "neither a wheel nor a native object nor an archive of them" : "the file is empty");
        add_unreadable(inputs, A3_INPUT_OBJECT, path, &err);
    }
    if (input != NULL && !regular)
        input->content = mapped;
    else
        a3_unmap(&mapped);
}

static void found(void *context, a3_input_kind kind, const char *path) { add(context, kind, path); }

static void add_directory(a3_inputs *inputs, const char *path)
{
    a3_err err = A3_ERR_INIT;
    size_t before = inputs->waiting.count;
    a3_expand_directory(path, &inputs->run->options->gather.limits, &inputs->arena, found, inputs, &err);
    if (err.status == A3_OK && inputs->waiting.count == before)
        a3_fail(&err, A3_NOT_MINE, "nothing to audit in this directory: no wheel, no native object, no .dist-info");
    if (err.status != A3_OK)
        add_unreadable(inputs, A3_INPUT_DIRECTORY, path, &err);
}

static void add_path(a3_inputs *inputs, const char *path, bool may_expand)
{
    struct stat st;
    if (stat(path, &st) == 0) {
        if (S_ISDIR(st.st_mode))
            add_directory(inputs, path);
        else
            add_file(inputs, path, S_ISREG(st.st_mode));
        return;
    }
    int errnum = errno;
    glob_t matches;
    if (may_expand && strpbrk(path, "*?[") != NULL && glob(path, 0, NULL, &matches) == 0) {
        for (size_t i = 0; i < matches.gl_pathc; i++)
            add_path(inputs, matches.gl_pathv[i], false);
        globfree(&matches);
        return;
    }
    a3_err err = A3_ERR_INIT;
    if (may_expand && strpbrk(path, "*?[") != NULL)
        a3_fail(&err, A3_IO, "no file matches this pattern");
    else
        a3_fail_errno(&err, errnum, "cannot be read");
    add_unreadable(inputs, kind_by_name(path), path, &err);
}

static bool streams(const a3_run *run) { return run->events != NULL && run->events->next_path != NULL; }

static const char *next_path(a3_inputs *inputs)
{
    const a3_run *run = inputs->run;
    const char *path;
    do
        path = streams(run) ? run->events->next_path(run->events->context) : inputs->next_path < run->path_count ? run->paths[inputs->next_path++] : NULL;
    while (path != NULL && *path != '\0' && run->take_path != NULL && run->take_path(run->context, path));
    return path;
}

a3_status a3_inputs_next(a3_inputs *inputs, a3_input *out, a3_inputs_state *state, a3_err *err)
{
    while (inputs->next_waiting == inputs->waiting.count) {
        a3_arena_free(&inputs->arena);
        memset(&inputs->waiting, 0, sizeof inputs->waiting);
        inputs->next_waiting = 0;
        const char *path = next_path(inputs);
        if (path == NULL || (*path == '\0' && streams(inputs->run))) {
            *state = path ? A3_INPUTS_NOT_YET : A3_INPUTS_END;
            return A3_OK;
        }
        add_path(inputs, path, true);
        if (inputs->arena.failed)
            return a3_fail(err, A3_NOMEM, "%s: out of memory while listing its files", path);
    }
    *out = inputs->waiting.items[inputs->next_waiting++];
    *state = A3_INPUTS_ONE;
    return A3_OK;
}

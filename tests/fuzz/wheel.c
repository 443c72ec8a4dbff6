/* SPDX-License-Identifier: MIT */
/* A whole wheel through the public functions, with every format of report. Reports hold no control characters, and JSON is JSON. */
#include <jansson.h>

#include "abi3t.h"
#include "base/buf.h"
#include "wheel_input.h"

static int keep(void *context, const char *data, size_t size)
{
    a3_buf_add(context, data, size);
    return 0;
}

static void check_report(const a3_buf *out, const char *format)
{
    const bool json = strcmp(format, "json") == 0 || strcmp(format, "sarif") == 0;
    for (size_t i = 0; i < out->size; i++)
        MUST((unsigned char)out->data[i] >= 0x20 || out->data[i] == '\n' || (out->data[i] == '\t' && !json));
    json_t *document = json ? json_loadb(out->data, out->size, 0, NULL) : NULL;
    MUST(!json || document != NULL);
    json_decref(document);
}

/* One command, `formats` NULL-terminated. */
static void call(abi3t_command *command, const char *path, const char *const *formats)
{
    abi3t_writer writers[8] = {0};
    a3_buf out[8] = {0};
    size_t count = 0;
    abi3t_options *options = abi3t_options_new();
    abi3t_message why;
    MUST(options != NULL);
    abi3t_options_set(options, "jobs", "1", NULL);
    abi3t_options_set(options, "verbose", NULL, NULL);
    abi3t_options_set(options, "limit", "member-size=8M", NULL);
    abi3t_options_set(options, "limit", "total-size=8M", NULL);
    for (; formats[count] != NULL; count++)
        writers[count] = (abi3t_writer){.format = formats[count], .write = keep, .context = &out[count]};
    abi3t_outcome outcome = command(options, &path, 1, writers, count, NULL, &why);
    MUST(outcome == ABI3T_CLEAN || outcome == ABI3T_FINDINGS || outcome == ABI3T_FAILED);
    for (size_t i = 0; i < count; i++) {
        check_report(&out[i], formats[i]);
        a3_buf_free(&out[i]);
    }
    abi3t_options_free(options);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    /* by size, so that all have their turn: each one costs more than what it reports on */
    static const struct { abi3t_command *command; const char *formats[8]; } calls[] = {
        {abi3t_audit, {"text", "json"}},     {abi3t_audit, {"ndjson", "markdown"}},  {abi3t_audit, {"github", "junit"}},
        {abi3t_audit, {"sarif"}},            {abi3t_show, {"text"}},                 {abi3t_show, {"json"}},
        {abi3t_matrix, {"text", "json"}},    {abi3t_matrix, {"markdown", "html"}},   {abi3t_readiness, {"text", "json"}},
        {abi3t_audit, {"text", "json", "ndjson", "sarif", "github", "junit", "markdown"}},
    };
    wheel_input input;
    if (!wheel_input_open(data, size, &input))
        return 0;
    const size_t turn = size % (sizeof calls / sizeof *calls);
    call(calls[turn].command, input.path, calls[turn].formats);
    wheel_input_close(&input);
    return 0;
}

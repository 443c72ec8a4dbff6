/* SPDX-License-Identifier: MIT */
/* Audits the paths given and prints a verdict for each, out of the library's own NDJSON report.
 *
 *     cc verdicts.c $(pkg-config --cflags --libs abi3t) -o verdicts
 *     ./verdicts dist/demo.whl */
#include <abi3t.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What the report says, kept until it is whole. */
struct text {
    char *data;
    size_t size;
};

static int keep(void *context, const char *data, size_t size)
{
    struct text *text = context;
    char *grown = realloc(text->data, text->size + size + 1);
    if (grown == NULL)
        return 12; /* ENOMEM: the call then ends with ABI3T_FAILED */
    memcpy(grown + text->size, data, size);
    text->data = grown;
    text->size += size;
    grown[text->size] = '\0';
    return 0;
}

static void complain(void *context, const char *line) { fprintf(stderr, "%s: %s\n", (const char *)context, line); }

/* The JSON string that follows `key`, up to its closing quote; a real program has a JSON reader. */
static void print_field(const char *line, const char *key)
{
    const char *at = strstr(line, key);
    for (at = at ? at + strlen(key) : ""; *at != '\0' && *at != '"'; at++)
        putchar(*at);
}

int main(int argc, char **argv)
{
    static const char config[] = "strict = true\n";
    abi3t_message why = {""};
    abi3t_options *options = abi3t_options_new();
    if (options == NULL)
        return ABI3T_FAILED;
    if (abi3t_options_load(options, "built-in", config, sizeof config - 1, NULL, &why) != ABI3T_CLEAN ||
        abi3t_options_set(options, "index", "none", &why) != ABI3T_CLEAN) {
        fprintf(stderr, "%s: %s\n", argv[0], why.text);
        abi3t_options_free(options);
        return ABI3T_USAGE;
    }
    struct text report = {NULL, 0};
    const abi3t_writer writer = {.format = "ndjson", .write = keep, .context = &report};
    const abi3t_events events = {.context = argv[0], .diagnostic = complain};
    abi3t_outcome outcome = abi3t_audit(options, (const char *const *)argv + 1, (size_t)(argc - 1), &writer, 1, &events, &why);
    if (why.text[0] != '\0')
        fprintf(stderr, "%s: %s\n", argv[0], why.text);
    char *save = NULL;
    for (char *line = report.data ? strtok_r(report.data, "\n", &save) : NULL; line != NULL; line = strtok_r(NULL, "\n", &save)) {
        print_field(line, "\"verdict\":\"");
        putchar(' ');
        print_field(line, "\"path\":\"");
        putchar('\n');
    }
    free(report.data);
    abi3t_options_free(options);
    return (int)outcome;
}

/* SPDX-License-Identifier: MIT */
/* The program is thin: arguments in, one library call, reports out. It includes abi3t.h and nothing else of ours. */
#ifndef A3_CLI_CLI_H
#define A3_CLI_CLI_H

#include <stdbool.h>
#include <stdio.h>

#include "abi3t.h"

typedef struct cli_command {
    const char *name;
    char letter; /* in the option table */
    abi3t_command *run;
    const char *arguments; /* "PATH..." */
    const char *summary;
    bool needs_arguments, takes_paths;
} cli_command;

const cli_command *cli_commands(size_t *count);
const cli_command *cli_command_find(const char *name); /* NULL: none */

enum { CLI_MOST_REPORTS = 16 };

typedef struct cli_output {
    const char *format;
    const char *path; /* NULL: standard output */
    char *temporary;  /* where it is written until it is whole */
    FILE *file;
    int errnum;
} cli_output;

typedef struct cli_arguments {
    const cli_command *command;
    abi3t_options *options;
    const char *const *paths;
    size_t path_count;
    cli_output outputs[CLI_MOST_REPORTS];
    size_t output_count;
    int color; /* -1 auto, 0 never, 1 always */
    bool help, version, verbose;
    bool null; /* paths on standard input end with a NUL */
    bool open; /* --no-sandbox */
    char *config_path; /* of the configuration that was read, owned; NULL: none */
} cli_arguments;

/* Reads argv; the paths point into it. ABI3T_USAGE with a message in `why`. */
abi3t_outcome cli_parse(int argc, char **argv, cli_arguments *out, abi3t_message *why);
void cli_arguments_free(cli_arguments *arguments);
/* Loads the configuration: `path`, or (NULL) what is found from the working directory upward, which may be none. */
abi3t_outcome cli_configure(cli_arguments *arguments, const char *path, abi3t_message *why);

bool cli_to_stdout(const cli_output *output);
/* Both would write the same file, or both standard output. */
bool cli_same_place(const cli_output *a, const cli_output *b);
/* Opens each output; false with a message on standard error. */
bool cli_outputs_open(cli_arguments *arguments, abi3t_writer *writers);
/* Makes the files final (`keep`, and all could be written), or removes what was written; false if something could not be written. */
bool cli_outputs_close(cli_arguments *arguments, bool keep);

/* Somebody who read an output has gone, as head(1) does: no more is said about it. */
bool cli_outputs_gone(const cli_arguments *arguments);

/* Gives up writing, running programs and the network, as far as the kernel can refuse them; for commands that only read.
 * After cli_outputs_open: what is open stays so, and reports can still be made final. */
void cli_sandbox(const cli_arguments *arguments);

void cli_help(FILE *out, const cli_command *command); /* NULL: the program's */
void cli_version(FILE *out);

/* Paths on standard input, for "-". */
enum { CLI_LONGEST_PATH = 16 << 10 }; /* far beyond any PATH_MAX: what is longer is handed on cut short, and cannot be opened */
typedef struct cli_list {
    size_t start, end; /* of what was read and not handed on */
    bool null;         /* NUL ends a path, not the line */
    bool skip;         /* the rest of a path that was too long */
    bool told;         /* that there is none for the moment */
    bool ended;
    int errnum;        /* why it ended; 0: it was the end */
    char data[CLI_LONGEST_PATH + 1];
} cli_list;
/* As abi3t_events.next_path. */
const char *cli_list_next(cli_list *list);

/* Diagnostics and the progress line on standard error. */
typedef struct cli_progress {
    bool terminal, shown;
    long long start_ms;
    cli_list *list;
} cli_progress;
abi3t_events cli_events(cli_progress *progress, cli_list *list); /* list: NULL where the paths are arguments */
void cli_progress_clear(cli_progress *progress);

#endif

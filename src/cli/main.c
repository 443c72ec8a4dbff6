/* SPDX-License-Identifier: MIT */
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

static const cli_command commands[] = {
#define CLI_COMMAND(name, letter, run, arguments, needed, paths, summary) {name, letter, run, arguments, summary, needed, paths},
#include "cli/commands.def"
#undef CLI_COMMAND
};

const cli_command *cli_commands(size_t *count)
{
    *count = sizeof commands / sizeof *commands;
    return commands;
}

const cli_command *cli_command_find(const char *name)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

static int usage_error(const abi3t_message *why)
{
    fprintf(stderr, "abi3t-audit: %s\nTry 'abi3t-audit --help'.\n", why->text);
    return ABI3T_USAGE;
}

static abi3t_outcome run(cli_arguments *arguments)
{
    abi3t_writer writers[CLI_MOST_REPORTS];
    abi3t_message why = {""};
    if (!cli_outputs_open(arguments, writers)) {
        cli_outputs_close(arguments, false);
        return ABI3T_FAILED;
    }
    if (arguments->verbose && arguments->config_path != NULL)
        fprintf(stderr, "abi3t-audit: configuration: %s\n", arguments->config_path);
    bool listed = arguments->path_count == 1 && strcmp(arguments->paths[0], "-") == 0 && arguments->command->takes_paths;
    cli_list list = {.null = arguments->null};
    cli_progress progress;
    abi3t_events events = cli_events(&progress, listed ? &list : NULL);
    if (!arguments->open && strchr("ASMD", arguments->command->letter) != NULL) /* repair and retag write */
        cli_sandbox(arguments);
    abi3t_outcome outcome = arguments->command->run(arguments->options, arguments->paths, arguments->path_count, writers,
                                                    arguments->output_count, &events, &why);
    cli_progress_clear(&progress);
    if (list.errnum != 0) {
        fprintf(stderr, "abi3t-audit: standard input: %s\n", strerror(list.errnum));
        outcome = ABI3T_FAILED;
    }
    bool gone = cli_outputs_gone(arguments);
    if (!cli_outputs_close(arguments, outcome != ABI3T_USAGE))
        outcome = ABI3T_FAILED;
    if (outcome == ABI3T_USAGE)
        usage_error(&why);
    else if (why.text[0] != '\0' && !gone)
        fprintf(stderr, "abi3t-audit: %s\n", why.text);
    return outcome;
}

int main(int argc, char **argv)
{
    cli_arguments arguments;
    abi3t_message why = {""};
    signal(SIGPIPE, SIG_IGN); /* a reader that has gone is an output that cannot be written: files begun are removed, exit 3 */
    abi3t_outcome outcome = cli_parse(argc, argv, &arguments, &why);
    if (outcome == ABI3T_CLEAN && arguments.help)
        cli_help(stdout, arguments.command);
    else if (outcome == ABI3T_CLEAN && arguments.version)
        cli_version(stdout);
    else if (outcome == ABI3T_CLEAN)
        outcome = run(&arguments);
    else if (outcome == ABI3T_USAGE)
        usage_error(&why);
    else
        fprintf(stderr, "abi3t-audit: %s\n", why.text);
    cli_arguments_free(&arguments);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        if (!cli_outputs_gone(&arguments))
            perror("abi3t-audit: standard output");
        return ABI3T_FAILED;
    }
    return outcome;
}

/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

static const cli_command commands[] = {
    {"audit", 'A', abi3t_audit, "PATH...", "judge wheels, native objects, directories and archives (the default)", true},
    {"show", 'S', abi3t_show, "PATH...", "say what is in them and what it claims, without judgement", true},
    {"repair", 'R', abi3t_repair, "WHEEL...", "write corrected wheels", true},
    {"retag", 'G', abi3t_retag, "WHEEL...", "set tags and rename what follows from them", true},
    {"matrix", 'M', abi3t_matrix, "PATH...", "a release: which interpreter on which platform gets which wheel, and the gaps", true},
    {"readiness", 'D', abi3t_readiness, "PATH...", "which distributions are ready for free threading, and which turn the GIL on", true},
    {"rules", 'U', abi3t_rules, "[RULE...]", "the catalogue; explain rules", false},
    {"symbols", 'Y', abi3t_symbols, "NAME...", "what the Stable ABI says of names", true},
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
    cli_progress progress = {0};
    abi3t_events events = cli_events(&progress);
    if (!(arguments->path_count == 1 && strcmp(arguments->paths[0], "-") == 0))
        events.next_path = NULL;
    abi3t_outcome outcome = arguments->command->run(arguments->options, arguments->paths, arguments->path_count, writers,
                                                    arguments->output_count, &events, &why);
    cli_progress_clear(&progress);
    free(progress.line);
    if (!cli_outputs_close(arguments, outcome != ABI3T_USAGE))
        outcome = ABI3T_FAILED;
    if (outcome == ABI3T_USAGE)
        usage_error(&why);
    else if (why.text[0] != '\0')
        fprintf(stderr, "abi3t-audit: %s\n", why.text);
    return outcome;
}

int main(int argc, char **argv)
{
    cli_arguments arguments;
    abi3t_message why = {""};
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
        perror("abi3t-audit: standard output");
        return ABI3T_FAILED;
    }
    return outcome;
}

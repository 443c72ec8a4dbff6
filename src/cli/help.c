/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "cli/cli.h"

static void print_option(FILE *out, const abi3t_option *option)
{
    char left[64];
    snprintf(left, sizeof left, "%s%c%s--%s%s%s", option->letter ? "-" : " ", option->letter ? option->letter : ' ',
             option->letter ? ", " : "  ", option->name, option->argument ? " " : "", option->argument ? option->argument : "");
    if (strlen(left) < 28)
        fprintf(out, "  %-28s%s\n", left, option->help);
    else
        fprintf(out, "  %s\n  %28s%s\n", left, "", option->help);
}

void cli_help(FILE *out, const cli_command *command)
{
    size_t count;
    const abi3t_option *options = abi3t_option_list(&count);
    if (command == NULL) {
        fputs("Usage: abi3t-audit [COMMAND] [OPTION]... PATH...\n\n"
              "Says whether what Python wheels claim is true: tags, Stable ABI, abi3t, platform, metadata, container.\n\nCommands:\n", out);
        size_t number;
        const cli_command *commands = cli_commands(&number);
        for (size_t i = 0; i < number; i++)
            fprintf(out, "  %-11s%s\n", commands[i].name, commands[i].summary);
        fputs("\nOptions of audit:\n", out);
        command = cli_command_find("audit");
    } else {
        fprintf(out, "Usage: abi3t-audit %s [OPTION]... %s\n\nAbout: %s.\n\nOptions:\n", command->name, command->arguments, command->summary);
    }
    for (size_t i = 0; i < count; i++)
        if (strchr(options[i].commands, command->letter) != NULL)
            print_option(out, &options[i]);
    fputs("\nExit status: 0 clean, 1 findings, 2 usage, 3 something could not be read, audited or written.\n", out);
}

void cli_version(FILE *out)
{
    fprintf(out, "abi3t-audit %s (Stable ABI of CPython %s)\n", abi3t_version(), abi3t_stable_abi_version());
}

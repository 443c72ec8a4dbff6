/* SPDX-License-Identifier: MIT */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

enum { FIRST_LONG = 256 };

static abi3t_outcome usage(abi3t_message *why, const char *format, const char *what, const char *more)
{
    snprintf(why->text, sizeof why->text, format, what, more);
    return ABI3T_USAGE;
}

typedef struct given {
    const abi3t_option *option;
    const char *value;
} given;

static bool knows(const cli_command *command, const abi3t_option *option) { return strchr(option->commands, command->letter) != NULL; }

/* getopt's tables, made of ours, for one command. `longs` has count + 1 elements, `shorts` 2 for each option and 3 more. */
static void make_tables(const abi3t_option *list, size_t count, const cli_command *command, struct option *longs, char *shorts)
{
    char *at = shorts;
    size_t used = 0;
    *at++ = ':'; /* missing values are told from unknown options */
    for (size_t i = 0; i < count; i++) {
        if (!knows(command, &list[i]))
            continue;
        longs[used++] = (struct option){list[i].name, list[i].argument ? required_argument : no_argument, NULL, FIRST_LONG + (int)i};
        if (list[i].letter == 0)
            continue;
        *at++ = list[i].letter;
        if (list[i].argument)
            *at++ = ':';
    }
    longs[used] = (struct option){NULL, 0, NULL, 0};
    *at = '\0';
}

static const abi3t_option *by_code(const abi3t_option *list, size_t count, const cli_command *command, int code)
{
    for (size_t i = 0; i < count; i++)
        if (!knows(command, &list[i]))
            continue;
        else if (code == FIRST_LONG + (int)i || (list[i].letter != 0 && code == list[i].letter))
            return &list[i];
    return NULL;
}

/* Does this word take the next one as its value? */
static bool takes_next(const abi3t_option *list, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++)
        if (list[i].argument != NULL &&
            ((word[0] == '-' && word[1] == list[i].letter && word[1] != '\0' && word[2] == '\0') || (strncmp(word, "--", 2) == 0 && strcmp(word + 2, list[i].name) == 0)))
            return true;
    return false;
}

/* The command is the first word that is no option: it says which options there are. */
static const cli_command *find_command(const abi3t_option *list, size_t count, int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--") == 0)
            break;
        if (argv[i][0] == '-' && argv[i][1] != '\0') {
            i += takes_next(list, count, argv[i]);
            continue;
        }
        const cli_command *command = cli_command_find(argv[i]);
        return command ? command : cli_command_find("audit");
    }
    return cli_command_find("audit");
}

/* An option that getopt does not know: another command's? */
static abi3t_outcome unknown(const abi3t_option *list, size_t count, const cli_command *command, const char *word, abi3t_message *why)
{
    size_t size = strcspn(word, "=");
    for (size_t i = 0; i < count; i++)
        if (strncmp(word, "--", 2) == 0 && strlen(list[i].name) == size - 2 && strncmp(list[i].name, word + 2, size - 2) == 0)
            return usage(why, "the command %s has no option --%s", command->name, list[i].name);
    return usage(why, "unknown or ambiguous option %s%s", word, "");
}

static abi3t_outcome add_output(cli_arguments *out, const char *value, abi3t_message *why)
{
    if (out->output_count == CLI_MOST_REPORTS)
        return usage(why, "too many reports: %s%s", value, "");
    cli_output *output = &out->outputs[out->output_count++];
    char *equals = strchr(value, '=');
    output->path = equals ? equals + 1 : NULL;
    output->format = value;
    if (equals != NULL)
        *equals = '\0'; /* argv may be written (C11 5.1.2.2.1) */
    if (*value == '\0' || (equals != NULL && equals[1] == '\0'))
        return usage(why, "--report takes FORMAT or FORMAT=FILE, not \"%s%s\"", value, equals ? "=" : "");
    return ABI3T_CLEAN;
}

/* The program's own options; everything else is the library's. */
static abi3t_outcome take(cli_arguments *out, const given *g, abi3t_message *why)
{
    const char *name = g->option->name;
    if (strcmp(name, "help") == 0)
        out->help = true;
    else if (strcmp(name, "version") == 0)
        out->version = true;
    else if (strcmp(name, "format") == 0)
        out->outputs[0].format = g->value;
    else if (strcmp(name, "output") == 0)
        out->outputs[0].path = g->value;
    else if (strcmp(name, "report") == 0)
        return add_output(out, g->value, why);
    else if (strcmp(name, "color") == 0) {
        out->color = strcmp(g->value, "always") == 0 ? 1 : strcmp(g->value, "never") == 0 ? 0 : -1;
        if (out->color < 0 && strcmp(g->value, "auto") != 0)
            return usage(why, "--color takes auto, always or never, not \"%s\"%s", g->value, "");
    } else if (strcmp(name, "null") == 0) {
        out->null = true;
    } else if (strcmp(name, "no-sandbox") == 0) {
        out->open = true;
    } else if (strcmp(name, "config") != 0 && strcmp(name, "no-config") != 0) {
        out->verbose |= strcmp(name, "verbose") == 0;
        return abi3t_options_set(out->options, name, g->value, why);
    }
    return ABI3T_CLEAN;
}

/* Below everything that the command line says. Of --config and --no-config the last counts. */
static abi3t_outcome configure(cli_arguments *out, const given *all, size_t count, abi3t_message *why)
{
    const char *path = NULL;
    bool read = false;
    size_t options;
    const abi3t_option *list = abi3t_option_list(&options);
    for (size_t i = 0; i < options; i++) /* a command without --config has no configuration */
        read |= strcmp(list[i].name, "config") == 0 && knows(out->command, &list[i]);
    for (size_t i = 0; i < count; i++) {
        const char *name = all[i].option->name;
        if (strcmp(name, "help") == 0 || strcmp(name, "version") == 0)
            return ABI3T_CLEAN;
        if (strcmp(name, "config") == 0 || strcmp(name, "no-config") == 0) {
            path = all[i].value;
            read = path != NULL;
        }
    }
    return read ? cli_configure(out, path, why) : ABI3T_CLEAN;
}

static abi3t_outcome apply(cli_arguments *out, const given *all, size_t count, abi3t_message *why)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    if (epoch != NULL && *epoch != '\0' && strchr("RG", out->command->letter) != NULL)
        abi3t_options_set(out->options, "source-date-epoch", epoch, NULL);
    abi3t_outcome outcome = configure(out, all, count, why);
    for (size_t i = 0; i < count && outcome == ABI3T_CLEAN; i++)
        outcome = take(out, &all[i], why);
    if (outcome != ABI3T_CLEAN)
        return outcome;
    /* a --report to standard output takes the place of the ordinary report there */
    for (size_t i = 1; i < out->output_count; i++)
        if (cli_to_stdout(&out->outputs[i]) && cli_to_stdout(&out->outputs[0]) && out->outputs[0].format == NULL)
            out->outputs[0].format = "";
    if (out->outputs[0].format == NULL)
        out->outputs[0].format = "text";
    for (size_t i = 0; i < out->output_count; i++)
        for (size_t k = 0; k < i; k++)
            if (out->outputs[k].format[0] != '\0' && cli_same_place(&out->outputs[i], &out->outputs[k]))
                return usage(why, "two reports would go to %s%s", cli_to_stdout(&out->outputs[i]) ? "standard output" : out->outputs[i].path, "");
    return ABI3T_CLEAN;
}

abi3t_outcome cli_parse(int argc, char **argv, cli_arguments *out, abi3t_message *why)
{
    *out = (cli_arguments){.output_count = 1, .color = -1, .options = abi3t_options_new()};
    size_t count;
    const abi3t_option *list = abi3t_option_list(&count);
    out->command = find_command(list, count, argc, argv);
    struct option *longs = calloc(count + 1, sizeof *longs);
    char *shorts = calloc(count + 2, 2);
    given *all = calloc((size_t)argc + 1, sizeof *all);
    abi3t_outcome outcome = ABI3T_CLEAN;
    if (out->options == NULL || longs == NULL || shorts == NULL || all == NULL) {
        snprintf(why->text, sizeof why->text, "out of memory");
        outcome = ABI3T_FAILED;
        goto out;
    }
    make_tables(list, count, out->command, longs, shorts);
    size_t given_count = 0;
    opterr = 0;
    for (int code; (code = getopt_long(argc, argv, shorts, longs, NULL)) != -1;) {
        const char *word = optind > 0 && optind <= argc ? argv[optind - 1] : "";
        const abi3t_option *option = by_code(list, count, out->command, code);
        if (code == ':')
            outcome = usage(why, "%s needs a value%s", word, "");
        else if (option == NULL)
            outcome = unknown(list, count, out->command, word, why);
        if (outcome != ABI3T_CLEAN)
            goto out;
        all[given_count++] = (given){option, optarg};
    }
    out->paths = (const char *const *)argv + optind;
    out->path_count = (size_t)(argc - optind);
    if (out->path_count > 0 && cli_command_find(out->paths[0]) == out->command) {
        out->paths++;
        out->path_count--;
    } else {
        for (size_t i = 0; i < given_count; i++) /* --help without a command speaks of all */
            if (strcmp(all[i].option->name, "help") == 0 && out->path_count == 0)
                out->command = NULL;
    }
    if (out->command == NULL) {
        out->help = true;
        goto out;
    }
    outcome = apply(out, all, given_count, why);
    if (outcome == ABI3T_CLEAN && out->path_count == 0 && out->command->needs_arguments && !out->help && !out->version)
        outcome = usage(why, "%s: no %s given", out->command->name, strcmp(out->command->arguments, "NAME...") == 0 ? "names" : "paths");
    for (size_t i = 0; outcome == ABI3T_CLEAN && out->command->takes_paths && out->path_count > 1 && i < out->path_count; i++)
        if (strcmp(out->paths[i], "-") == 0)
            outcome = usage(why, "- reads the paths from standard input and stands alone; a file of that name is ./-%s%s", "", "");
out:
    free(longs);
    free(shorts);
    free(all);
    return outcome;
}

void cli_arguments_free(cli_arguments *arguments)
{
    abi3t_options_free(arguments->options);
    free(arguments->config_path);
}

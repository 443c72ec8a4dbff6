/* SPDX-License-Identifier: MIT */
/* The program's tables of options, commands and rules, for the tools that make manual pages and shell completion of them. They run at
 * build time, on the building machine. */
#ifndef A3_TOOLS_TABLES_H
#define A3_TOOLS_TABLES_H

#include <stdbool.h>
#include <stddef.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

typedef struct option {
    const char *name;
    char letter;
    const char *argument, *commands, *help;
} option;
static const option options[] = {
#define A3_OPTION(name, letter, argument, commands, help) {name, letter, argument, commands, help},
#include "api/options.def"
#undef A3_OPTION
};

typedef struct command {
    const char *name;
    char letter;
    const char *arguments;
    bool takes_paths;
    const char *summary;
} command;
static const command commands[] = {
#define CLI_COMMAND(name, letter, run, arguments, needed, paths, summary) {name, letter, arguments, paths, summary},
#include "cli/commands.def"
#undef CLI_COMMAND
};

enum severity { NOTE, WARNING, ERROR };
typedef struct rule {
    const char *id, *name;
    enum severity severity;
    const char *title, *explanation, *remedy, *reference;
} rule;
static const rule rules[] = {
#define A3_RULE(id, name, severity, title, explanation, remedy, reference) {#id, name, severity, title, explanation, remedy, reference},
#include "rules/rules.def"
#undef A3_RULE
};

#endif

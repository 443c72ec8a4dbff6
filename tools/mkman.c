/* SPDX-License-Identifier: MIT */
/* Makes the manual pages out of the tables that the program itself uses: mkman page TEMPLATE writes TEMPLATE with lines such as
 * ".\" @OPTIONS@" replaced; mkman rules writes the catalogue. */
#include <stdio.h>
#include <string.h>

#include "tools/tables.h"

static const struct { const char *prefix, *title; } families[] = {
    {"A1", "What the binaries import"}, {"A2", "The way into a module"}, {"A3", "What the hook returns"},
    {"A4", "Types and static objects"}, {"T", "Tags and names"}, {"P", "The platform"}, {"Z", "The container"},
    {"R", "Metadata"}, {"U", "Upload to the index"}, {"S", "The release as a set"},
};

/* Text that roff prints as it is: no escapes, no requests, hyphens that can be copied. */
static void put(const char *text)
{
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '\\')
            fputs("\\e", stdout);
        else if (*at == '-')
            fputs("\\-", stdout);
        else if ((*at == '.' || *at == '\'') && at == text)
            printf("\\&%c", *at);
        else
            putchar(*at);
    }
}

/* The commands that know an option, unless all do. */
static void put_knowing(const char *letters)
{
    size_t known = 0;
    const char *separator = "";
    for (size_t i = 0; i < COUNT(commands); i++)
        known += strchr(letters, commands[i].letter) != NULL;
    if (known == COUNT(commands))
        return;
    fputs(" (", stdout);
    for (size_t i = 0; i < COUNT(commands); i++)
        if (strchr(letters, commands[i].letter) != NULL) {
            printf("%s%s", separator, commands[i].name);
            separator = ", ";
        }
    putchar(')');
}

/* Those of one command, or (NULL) of all. */
static void put_options(const command *of)
{
    for (size_t i = 0; i < COUNT(options); i++) {
        const option *o = &options[i];
        if (of != NULL && strchr(o->commands, of->letter) == NULL)
            continue;
        fputs(".TP\n", stdout);
        if (o->letter != 0)
            printf("\\fB\\-%c\\fR, ", o->letter);
        fputs("\\fB\\-\\-", stdout);
        put(o->name);
        fputs("\\fR", stdout);
        if (o->argument != NULL) {
            fputs(" \\fI", stdout);
            put(o->argument);
            fputs("\\fR", stdout);
        }
        putchar('\n');
        put(o->help);
        if (of == NULL)
            put_knowing(o->commands);
        putchar('\n');
    }
}

static void put_commands(void)
{
    for (size_t i = 0; i < COUNT(commands); i++) {
        printf(".TP\n.BR abi3t-audit-%s (1)\n", commands[i].name);
        put(commands[i].summary);
        putchar('\n');
    }
}

/* What may stand in the configuration, with the kind of its value: as api/config.c takes it. */
static void put_keys(void)
{
    for (size_t i = 0; i < COUNT(options); i++) {
        const option *o = &options[i];
        if (strchr(o->commands, '=') == NULL)
            continue;
        bool limit = strcmp(o->name, "limit") == 0;
        const char *kind = o->argument == NULL              ? "true or false"
                           : limit                          ? "a table of integers, or of strings like \"2G\""
                           : strcmp(o->argument, "RULES") == 0 ? strcmp(o->name, "select") == 0 ? "an array of rules" : "an array of rules and tables (see below)"
                           : strcmp(o->argument, "N") == 0     ? "an integer"
                           : strcmp(o->argument, "SIZE") == 0  ? "an integer, or a string like \"2G\""
                                                               : "a string: ";
        fputs(".TP\n.B ", stdout);
        put(limit ? "limits" : o->name);
        printf("\n%s%s%s.\n", kind, kind[strlen(kind) - 1] == ' ' ? o->argument : "", "");
        fputs("Option \\-\\-", stdout);
        put(o->name);
        fputs(": ", stdout);
        put(o->help);
        fputs(".\n", stdout);
    }
}

/* A source file in a page, between .nf and .fi. */
static int put_source(const char *path)
{
    char line[4096];
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        perror(path);
        return 1;
    }
    while (fgets(line, sizeof line, file) != NULL)
        put(line);
    fclose(file);
    return 0;
}

/* "man/abi3t-audit-show.1.in": the options of show. */
static const command *command_of(const char *path)
{
    const char *name = strrchr(path, '/');
    name = name ? name + 1 : path;
    for (size_t i = 0; i < COUNT(commands); i++) {
        char page[128];
        snprintf(page, sizeof page, "abi3t-audit-%s.1.in", commands[i].name);
        if (strcmp(page, name) == 0)
            return &commands[i];
    }
    return NULL;
}

static int put_page(const char *path, const char *example)
{
    char line[4096];
    int failed = 0;
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        perror(path);
        return 1;
    }
    while (fgets(line, sizeof line, file) != NULL)
        if (strcmp(line, ".\\\" @OPTIONS@\n") == 0)
            put_options(command_of(path));
        else if (strcmp(line, ".\\\" @COMMANDS@\n") == 0)
            put_commands();
        else if (strcmp(line, ".\\\" @KEYS@\n") == 0)
            put_keys();
        else if (strcmp(line, ".\\\" @EXAMPLE@\n") == 0)
            failed |= put_source(example);
        else
            fputs(line, stdout);
    fclose(file);
    return failed;
}

static void put_rule(const rule *r)
{
    static const char *const severities[] = {"note", "warning", "error"};
    printf(".SS %s ", r->id);
    put(r->name);
    printf(" (%s)\n", severities[r->severity]);
    fputs("\\fI", stdout);
    put(r->title);
    fputs("\\fR.\n.PP\n", stdout);
    put(r->explanation);
    fputs("\n.PP\nWhat to change: ", stdout);
    put(r->remedy);
    fputs("\n.PP\nReference: ", stdout);
    put(r->reference);
    putchar('\n');
}

static void put_rules(void)
{
    fputs(".\\\" SPDX-License-Identifier: MIT\n"
          ".TH ABI3T-RULES 7 \"\" \"abi3t-audit\" \"Miscellaneous\"\n"
          ".SH NAME\nabi3t\\-rules \\- the rules that abi3t-audit judges wheels by\n"
          ".SH DESCRIPTION\n"
          "Each rule has an id and a name, which do not change. Options and configuration take either, or the beginning of an id (A1, T).\n"
          "An error fails the audit, a warning does so under \\-\\-strict, a note never does; a milder case of a rule may be reported one step lower.\n"
          ".BR \"abi3t-audit rules\" \" \\fIRULE\\fR\"\nprints one of them.\n", stdout);
    for (size_t f = 0; f < COUNT(families); f++) {
        const char *prefix = families[f].prefix;
        printf(".SH %s: ", prefix);
        for (const char *at = families[f].title; *at != '\0'; at++)
            putchar(*at >= 'a' && *at <= 'z' ? *at - 32 : *at);
        putchar('\n');
        for (size_t i = 0; i < COUNT(rules); i++)
            if (strncmp(rules[i].id, prefix, strlen(prefix)) == 0)
                put_rule(&rules[i]);
    }
    fputs(".SH SEE ALSO\n.BR abi3t-audit (1)\n", stdout);
}

int main(int argc, char **argv)
{
    int failed = 0;
    if ((argc == 3 || argc == 4) && strcmp(argv[1], "page") == 0) {
        failed = put_page(argv[2], argc == 4 ? argv[3] : "");
    } else if (argc == 2 && strcmp(argv[1], "rules") == 0) {
        put_rules();
    } else {
        fputs("usage: mkman page TEMPLATE [EXAMPLE] | mkman rules\n", stderr);
        return 2;
    }
    return failed || fflush(stdout) != 0;
}

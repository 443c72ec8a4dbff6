/* SPDX-License-Identifier: MIT */
/* Makes the manual pages out of the tables that the program itself uses: mkman options FILE writes FILE with the line
 * ".\" @OPTIONS@" replaced by the options; mkman rules writes the catalogue. Run at build time, on the building machine. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct option {
    const char *name;
    char letter;
    const char *argument, *commands, *help;
} options[] = {
#define A3_OPTION(name, letter, argument, commands, help) {name, letter, argument, commands, help},
#include "api/options.def"
};

enum severity { NOTE, WARNING, ERROR };
static const struct rule {
    const char *id, *name;
    enum severity severity;
    const char *title, *explanation, *remedy, *reference;
} rules[] = {
#define A3_RULE(id, name, severity, title, explanation, remedy, reference) {#id, name, severity, title, explanation, remedy, reference},
#include "rules/rules.def"
};

static const struct { const char *prefix, *title; } families[] = {
    {"A1", "What the binaries import"}, {"A2", "The way into a module"}, {"A3", "What the hook returns"},
    {"A4", "Types and static objects"}, {"T", "Tags and names"}, {"P", "The platform"}, {"Z", "The container"},
    {"R", "Metadata"}, {"U", "Upload to the index"}, {"S", "The release as a set"},
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

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

static void put_commands(const char *letters)
{
    static const struct { char letter; const char *name; } names[] = {
        {'A', "audit"}, {'S', "show"}, {'R', "repair"}, {'G', "retag"}, {'M', "matrix"}, {'D', "readiness"}, {'U', "rules"}, {'Y', "symbols"}};
    size_t known = 0;
    const char *separator = "";
    for (size_t i = 0; i < COUNT(names); i++)
        known += strchr(letters, names[i].letter) != NULL;
    if (known == COUNT(names))
        return; /* of every command */
    fputs(" (", stdout);
    for (size_t i = 0; i < COUNT(names); i++)
        if (strchr(letters, names[i].letter) != NULL) {
            printf("%s%s", separator, names[i].name);
            separator = ", ";
        }
    putchar(')');
}

static void put_options(void)
{
    for (size_t i = 0; i < COUNT(options); i++) {
        const struct option *o = &options[i];
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
        put_commands(o->commands);
        putchar('\n');
    }
}

static int put_page(const char *path)
{
    char line[4096];
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        perror(path);
        return 1;
    }
    while (fgets(line, sizeof line, file) != NULL)
        if (strcmp(line, ".\\\" @OPTIONS@\n") == 0)
            put_options();
        else
            fputs(line, stdout);
    fclose(file);
    return 0;
}

static void put_rule(const struct rule *rule)
{
    static const char *const severities[] = {"note", "warning", "error"};
    printf(".SS %s ", rule->id);
    put(rule->name);
    printf(" (%s)\n", severities[rule->severity]);
    fputs("\\fI", stdout);
    put(rule->title);
    fputs("\\fR.\n.PP\n", stdout);
    put(rule->explanation);
    fputs("\n.PP\nWhat to change: ", stdout);
    put(rule->remedy);
    fputs("\n.PP\nReference: ", stdout);
    put(rule->reference);
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
    if (argc == 3 && strcmp(argv[1], "options") == 0) {
        failed = put_page(argv[2]);
    } else if (argc == 2 && strcmp(argv[1], "rules") == 0) {
        put_rules();
    } else {
        fputs("usage: mkman options PAGE | mkman rules\n", stderr);
        return 2;
    }
    return failed || fflush(stdout) != 0;
}

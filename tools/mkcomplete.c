/* SPDX-License-Identifier: MIT */
/* Makes shell completion out of the tables that the program itself uses: mkcomplete bash|zsh|fish. */
#include <stdio.h>
#include <string.h>

#include "tools/tables.h"

static bool knows(const command *c, const option *o) { return strchr(o->commands, c->letter) != NULL; }
static bool is(const option *o, const char *argument) { return o->argument != NULL && strcmp(o->argument, argument) == 0; }
/* May stand several times. */
static bool repeats(const option *o) { return is(o, "RULES") || is(o, "NAME=N") || is(o, "FORMAT[=FILE]"); }

static const char *formats(const command *c)
{
    switch (c->letter) {
    case 'A': return "text json ndjson sarif github junit markdown";
    case 'M':
    case 'D': return "text markdown html json";
    default: return "text json";
    }
}

/* "pypi|none", "auto|TAG": the words that are meant as they stand, with spaces between; else an empty text. */
static const char *words(const command *c, const option *o, char *out, size_t room)
{
    size_t size = 0;
    if (is(o, "FORMAT") || is(o, "FORMAT[=FILE]"))
        return formats(c);
    if (is(o, "WHEN"))
        return "auto always never";
    if (is(o, "NAME=N"))
        return "members= member-size= total-size= ratio= symbols= load-commands= slices= nesting= arena=";
    if (o->argument == NULL || strchr(o->argument, '|') == NULL)
        return "";
    for (const char *at = o->argument; *at != '\0' && size + 1 < room; at++)
        if (*at == '|')
            out[size++] = ' ';
        else if (*at >= 'a' && *at <= 'z')
            out[size++] = *at;
    out[size] = '\0';
    return out;
}

/* Ids and names of the rules, and the beginnings that stand for a family. */
static void put_rules(const char *separator)
{
    printf("all");
    for (size_t i = 0; i < COUNT(rules); i++) {
        char family[3] = {rules[i].id[0], rules[i].id[1], '\0'};
        if (i == 0 || strncmp(rules[i - 1].id, family, 2) != 0)
            printf("%s%s", separator, family);
        printf("%s%s%s%s", separator, rules[i].id, separator, rules[i].name);
    }
}

static void put_head(const char *first)
{
    printf("%s# SPDX-License-Identifier: MIT\n# Made by tools/mkcomplete from the tables of options, commands and rules.\n\n", first);
}

/* Those that take an argument, of all commands. */
static void valued_options(void)
{
    for (size_t i = 0; i < COUNT(options); i++)
        if (options[i].argument != NULL) {
            printf(" --%s", options[i].name);
            if (options[i].letter != 0)
                printf(" -%c", options[i].letter);
        }
}

/* ---- bash ---- */

static void bash_options(const command *c, bool valued)
{
    for (size_t i = 0; i < COUNT(options); i++) {
        const option *o = &options[i];
        if (!knows(c, o) || (valued && o->argument == NULL))
            continue;
        printf(" --%s", o->name);
        if (valued && o->letter != 0)
            printf(" -%c", o->letter);
    }
}

static void put_bash(void)
{
    char room[256];
    put_head("");
    fputs("_abi3t_audit() {\n"
          "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command='' options valued i word rules\n"
          "    COMPREPLY=()\n"
          "    # the shell splits words at =\n"
          "    if [[ $cur == = ]]; then\n"
          "        cur=''\n"
          "    elif [[ $prev == = ]]; then\n"
          "        prev=${COMP_WORDS[COMP_CWORD-2]}\n"
          "    fi\n"
          "    valued='", stdout);
    valued_options();
    fputs(" '\n"
          "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
          "        word=${COMP_WORDS[i]}\n"
          "        if [[ $word == -?* ]]; then\n"
          "            if [[ ${COMP_WORDS[i+1]} == = ]]; then\n"
          "                ((i += 2))\n"
          "            elif [[ $valued == *\" $word \"* ]]; then\n"
          "                ((i++))\n"
          "            fi\n"
          "            continue\n"
          "        fi\n"
          "        command=$word\n"
          "        break\n"
          "    done\n"
          "    case $command in\n", stdout);
    for (size_t k = COUNT(commands); k-- > 0;) { /* the first one is the default: last */
        printf(k ? "    %s)\n" : "    *)\n", commands[k].name);
        fputs("        options='", stdout);
        bash_options(&commands[k], false);
        fputs("' valued='", stdout);
        bash_options(&commands[k], true);
        fputs(" ' ;;\n", stdout);
    }
    fputs("    esac\n"
          "    if [[ $cur == -* && $valued != *\" $prev \"* ]]; then\n"
          "        mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$cur\")\n"
          "        return\n"
          "    fi\n"
          "    rules='", stdout);
    put_rules(" ");
    fputs("'\n"
          "    if [[ $prev == -* && $valued == *\" $prev \"* ]]; then\n"
          "        case ${command:-audit}:$prev in\n", stdout);
    for (size_t k = COUNT(commands); k-- > 0;)
        for (size_t i = 0; i < COUNT(options); i++) {
            const option *o = &options[i];
            if (!knows(&commands[k], o))
                continue;
            const char *list = words(&commands[k], o, room, sizeof room);
            if (*list == '\0' && !is(o, "RULES") && !is(o, "DIR"))
                continue;
            printf("        %s:--%s", k ? commands[k].name : "*", o->name);
            if (o->letter != 0)
                printf("|%s:-%c", k ? commands[k].name : "*", o->letter);
            if (is(o, "RULES")) /* behind the last comma */
                printf(")\n            word=${cur%%\"${cur##*,}\"}\n            mapfile -t COMPREPLY < <(compgen -P \"$word\" -W \"$rules\" -- \"${cur##*,}\")\n"
                       "            compopt -o nospace 2>/dev/null ;;\n");
            else if (is(o, "DIR"))
                printf(")\n            mapfile -t COMPREPLY < <(compgen -d -- \"$cur\")\n            compopt -o filenames 2>/dev/null ;;\n");
            else
                printf(")\n            mapfile -t COMPREPLY < <(compgen -W '%s' -- \"$cur\")%s ;;\n", list, is(o, "NAME=N") ? "\n            compopt -o nospace 2>/dev/null" : "");
        }
    fputs("        esac\n"
          "        return\n"
          "    fi\n"
          "    case $command in\n"
          "    rules)\n"
          "        mapfile -t COMPREPLY < <(compgen -W \"$rules\" -- \"$cur\") ;;\n"
          "    '')\n"
          "        mapfile -t COMPREPLY < <(compgen -W '", stdout);
    for (size_t k = 0; k < COUNT(commands); k++)
        printf("%s%s", k ? " " : "", commands[k].name);
    fputs("' -- \"$cur\"; compgen -f -- \"$cur\")\n"
          "        compopt -o filenames 2>/dev/null ;;\n"
          "    esac # else: file names, as by default\n"
          "}\n"
          "complete -o bashdefault -o default -F _abi3t_audit abi3t-audit\n", stdout);
}

/* ---- zsh ---- */

/* Within a single-quoted specification: brackets and colons have a meaning there. */
static void zsh_text(const char *text)
{
    for (const char *at = text; *at != '\0'; at++)
        if (*at == '\'')
            fputs("'\\''", stdout);
        else if (strchr("[]:\\", *at) != NULL)
            printf("\\%c", *at);
        else
            putchar(*at);
}

static void zsh_option(const command *c, const option *o)
{
    char room[256];
    const char *list = words(c, o, room, sizeof room), *value = o->argument ? o->argument : "";
    printf("        ");
    if (o->letter != 0 && repeats(o))
        printf("'*'");
    else if (o->letter != 0)
        printf("'(-%c --%s)'", o->letter, o->name);
    if (o->letter != 0)
        printf("{-%c%s,--%s%s}'[", o->letter, o->argument ? "+" : "", o->name, o->argument ? "=" : "");
    else
        printf("'%s--%s%s[", repeats(o) ? "*" : "", o->name, o->argument ? "=" : "");
    zsh_text(o->help);
    putchar(']');
    if (o->argument != NULL) {
        putchar(':');
        zsh_text(value);
        putchar(':');
        if (is(o, "RULES"))
            fputs("_sequence _abi3t_audit_rules", stdout);
        else if (is(o, "FILE"))
            fputs("_files", stdout);
        else if (is(o, "DIR"))
            fputs("_files -/", stdout);
        else if (is(o, "NAME=N"))
            printf("{compadd -S \"\" -- %s}", list);
        else if (*list != '\0')
            printf("(%s)", list);
        else
            putchar(' ');
    }
    fputs("'\n", stdout);
}

static void put_zsh(void)
{
    put_head("#compdef abi3t-audit\n");
    fputs("_abi3t_audit_rules() {\n"
          "    local -a rules=(", stdout);
    put_rules(" ");
    fputs(")\n"
          "    compadd \"$@\" -a rules\n"
          "}\n\n"
          "_abi3t_audit_subjects() {\n"
          "    local -a commands=(\n", stdout);
    for (size_t k = 0; k < COUNT(commands); k++) {
        printf("        '%s:", commands[k].name);
        zsh_text(commands[k].summary);
        fputs("'\n", stdout);
    }
    fputs("    )\n"
          "    case $abi3t_command in\n"
          "    '') _alternative 'commands:command:{_describe command commands}' 'files:path:_files' ;;\n"
          "    rules) _abi3t_audit_rules ;;\n"
          "    symbols) _message name ;;\n"
          "    *) _files ;;\n"
          "    esac\n"
          "}\n\n"
          "_abi3t_audit() {\n"
          "    local abi3t_command='' valued='", stdout);
    valued_options();
    fputs(" '\n"
          "    local -i at\n"
          "    local -a specs\n"
          "    for ((at = 2; at < CURRENT; at++)); do\n"
          "        case $words[at] in\n"
          "        -?*) [[ $valued == *\" $words[at] \"* ]] && ((at++)) ;;\n"
          "        *) abi3t_command=$words[at]; break ;;\n"
          "        esac\n"
          "    done\n"
          "    case $abi3t_command in\n", stdout);
    for (size_t k = COUNT(commands); k-- > 0;) {
        printf(k ? "    %s) specs=(\n" : "    *) specs=(\n", commands[k].name);
        for (size_t i = 0; i < COUNT(options); i++)
            if (knows(&commands[k], &options[i]))
                zsh_option(&commands[k], &options[i]);
        fputs("        ) ;;\n", stdout);
    }
    fputs("    esac\n"
          "    _arguments -s -S : $specs '*: :_abi3t_audit_subjects'\n"
          "}\n\n"
          "_abi3t_audit \"$@\"\n", stdout);
}

/* ---- fish ---- */

static void fish_text(const char *text)
{
    putchar('\'');
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '\'' || *at == '\\')
            putchar('\\');
        putchar(*at);
    }
    putchar('\'');
}

/* The same option with the same values for several commands: one line. */
static bool fish_first(size_t k, const option *o)
{
    for (size_t i = 0; i < k; i++)
        if (knows(&commands[i], o) && formats(&commands[i]) == formats(&commands[k]))
            return false;
    return true;
}

static void fish_option(size_t k, const option *o)
{
    char room[256];
    const char *list = words(&commands[k], o, room, sizeof room);
    fputs("complete -c abi3t-audit -n '__abi3t_audit_is", stdout);
    for (size_t i = k; i < COUNT(commands); i++)
        if (knows(&commands[i], o) && formats(&commands[i]) == formats(&commands[k]))
            printf(" %s", commands[i].name);
    printf("' -l %s", o->name);
    if (o->letter != 0)
        printf(" -s %c", o->letter);
    if (is(o, "RULES"))
        fputs(" -x -a '(__fish_append , $__abi3t_audit_rules)'", stdout);
    else if (is(o, "FILE"))
        fputs(" -r -F", stdout);
    else if (is(o, "DIR"))
        fputs(" -x -a '(__fish_complete_directories)'", stdout);
    else if (o->argument != NULL)
        printf(" -x%s%s%s", *list ? " -a '" : "", list, *list ? "'" : "");
    fputs(" -d ", stdout);
    fish_text(o->help);
    putchar('\n');
}

static void put_fish(void)
{
    put_head("");
    fputs("set -g __abi3t_audit_rules ", stdout);
    put_rules(" ");
    fputs("\n\n"
          "# the command that stands on the line; nothing where none does yet\n"
          "function __abi3t_audit_command\n"
          "    set -l valued", stdout);
    valued_options();
    fputs("\n"
          "    set -l skip 1\n"
          "    for word in (commandline -opc)\n"
          "        if test $skip = 1\n"
          "            set skip 0\n"
          "        else if contains -- $word $valued\n"
          "            set skip 1\n"
          "        else if not string match -q -- '-?*' $word\n"
          "            echo $word\n"
          "            return\n"
          "        end\n"
          "    end\n"
          "end\n\n"
          "function __abi3t_audit_is\n"
          "    set -l command (__abi3t_audit_command)\n"
          "    contains -- \"$command\"", stdout);
    for (size_t k = 0; k < COUNT(commands); k++)
        printf(" %s", commands[k].name);
    fputs("\n"
          "    or set command audit\n"
          "    contains -- $command $argv\n"
          "end\n\n", stdout);
    for (size_t k = 0; k < COUNT(commands); k++) {
        printf("complete -c abi3t-audit -n 'test -z (__abi3t_audit_command)' -a %s -d ", commands[k].name);
        fish_text(commands[k].summary);
        putchar('\n');
    }
    fputs("complete -c abi3t-audit -n '__abi3t_audit_is rules' -f -a '$__abi3t_audit_rules'\n"
          "complete -c abi3t-audit -n '__abi3t_audit_is symbols' -f\n", stdout);
    for (size_t i = 0; i < COUNT(options); i++)
        for (size_t k = 0; k < COUNT(commands); k++)
            if (knows(&commands[k], &options[i]) && fish_first(k, &options[i]))
                fish_option(k, &options[i]);
}

int main(int argc, char **argv)
{
    const char *shell = argc == 2 ? argv[1] : "";
    if (strcmp(shell, "bash") == 0)
        put_bash();
    else if (strcmp(shell, "zsh") == 0)
        put_zsh();
    else if (strcmp(shell, "fish") == 0)
        put_fish();
    else {
        fputs("usage: mkcomplete bash|zsh|fish\n", stderr);
        return 2;
    }
    return fflush(stdout) != 0;
}

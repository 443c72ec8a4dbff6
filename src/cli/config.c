/* SPDX-License-Identifier: MIT */
/* Finds the configuration file: the nearest folder, from the working directory upward, that has an abi3t-audit.toml, or a pyproject.toml
 * with our table. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/cli.h"

enum { MOST_BYTES = 5 << 20, MOST_FOLDERS = 1024 }; /* the library takes 4 MiB, and says so of what is larger */

static abi3t_outcome cannot(const char *path, int errnum, abi3t_message *why)
{
    snprintf(why->text, sizeof why->text, "%.300s: the configuration cannot be read: %s", path, strerror(errnum));
    return ABI3T_USAGE;
}

/* Reads and loads one file. *found as abi3t_options_load says. */
static abi3t_outcome load(cli_arguments *arguments, const char *path, int *found, abi3t_message *why)
{
    FILE *file = fopen(path, "re");
    if (file == NULL)
        return cannot(path, errno, why);
    abi3t_outcome outcome = ABI3T_CLEAN;
    char *text = malloc(MOST_BYTES);
    size_t size = text ? fread(text, 1, MOST_BYTES, file) : 0;
    if (text == NULL || ferror(file))
        outcome = cannot(path, text ? errno : ENOMEM, why);
    else
        outcome = abi3t_options_load(arguments->options, path, text, size, found, why);
    free(text);
    fclose(file);
    return outcome;
}

/* Is there such a file? Folders and the like of that name do not count. */
static bool is_there(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

static bool is_root(const char *folder)
{
    struct stat here, above;
    char up[4 * MOST_FOLDERS];
    snprintf(up, sizeof up, "%s..", folder);
    return stat(*folder ? folder : ".", &here) != 0 || stat(up, &above) != 0 || (here.st_dev == above.st_dev && here.st_ino == above.st_ino);
}

static abi3t_outcome search(cli_arguments *arguments, abi3t_message *why)
{
    static const char *const names[] = {"abi3t-audit.toml", "pyproject.toml"};
    char folder[3 * MOST_FOLDERS + 1] = "", path[sizeof folder + 32]; /* "", "../", "../../", ... */
    for (unsigned depth = 0; depth < MOST_FOLDERS; depth++) {
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            snprintf(path, sizeof path, "%s%s", folder, names[i]);
            int found = 0;
            abi3t_outcome outcome = is_there(path) ? load(arguments, path, &found, why) : ABI3T_CLEAN;
            if (outcome != ABI3T_CLEAN)
                return outcome;
            if (found && (arguments->config_path = strdup(path)) == NULL)
                return cannot(path, ENOMEM, why);
            if (found)
                return ABI3T_CLEAN;
        }
        if (is_root(folder))
            break;
        memcpy(folder + 3 * depth, "../", 4);
    }
    return ABI3T_CLEAN;
}

abi3t_outcome cli_configure(cli_arguments *arguments, const char *path, abi3t_message *why)
{
    if (path == NULL)
        return search(arguments, why);
    int found;
    abi3t_outcome outcome = load(arguments, path, &found, why);
    if (outcome == ABI3T_CLEAN && !found) {
        snprintf(why->text, sizeof why->text, "%.400s: has no table [tool.abi3t-audit]", path);
        outcome = ABI3T_USAGE;
    }
    if (outcome == ABI3T_CLEAN && (arguments->config_path = strdup(path)) == NULL)
        return cannot(path, ENOMEM, why);
    return outcome;
}

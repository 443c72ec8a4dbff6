/* SPDX-License-Identifier: MIT */
/* Reports to standard output or to files; a file has its final name only when it is whole. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"

static int write_file(void *context, const char *data, size_t size)
{
    cli_output *output = context;
    /* what has a reader is handed on at once */
    if (fwrite(data, 1, size, output->file) == size && (output->temporary != NULL || fflush(output->file) == 0))
        return 0;
    output->errnum = errno ? errno : EIO;
    return output->errnum;
}

static bool regular_or_new(const char *path)
{
    struct stat st;
    return stat(path, &st) != 0 || S_ISREG(st.st_mode);
}

bool cli_to_stdout(const cli_output *output) { return output->path == NULL || strcmp(output->path, "-") == 0; }

/* The folder that the file is or will be in, and its name there. */
static bool place_of(const char *path, struct stat *folder, const char **name)
{
    const char *slash = strrchr(path, '/');
    *name = slash ? slash + 1 : path;
    if (slash == NULL)
        return stat(".", folder) == 0;
    char *copy = strndup(path, (size_t)(slash - path) + 1);
    bool there = copy != NULL && stat(copy, folder) == 0;
    free(copy);
    return there;
}

bool cli_same_place(const cli_output *a, const cli_output *b)
{
    if (cli_to_stdout(a) || cli_to_stdout(b))
        return cli_to_stdout(a) && cli_to_stdout(b);
    struct stat one, other;
    const char *name, *other_name;
    if (strcmp(a->path, b->path) == 0)
        return regular_or_new(a->path); /* /dev/null takes any number */
    return place_of(a->path, &one, &name) && place_of(b->path, &other, &other_name) && one.st_dev == other.st_dev && one.st_ino == other.st_ino &&
           strcmp(name, other_name) == 0 && regular_or_new(a->path);
}

static bool open_output(cli_output *output)
{
    if (cli_to_stdout(output)) {
        output->file = stdout;
        return true;
    }
    if (!regular_or_new(output->path)) { /* a pipe or /dev/null is written as it is */
        output->file = fopen(output->path, "we");
    } else {
        size_t room = strlen(output->path) + 32;
        int fd = -1;
        output->temporary = malloc(room);
        if (output->temporary != NULL) {
            snprintf(output->temporary, room, "%s.%ld.tmp", output->path, (long)getpid());
            fd = open(output->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        }
        output->file = fd < 0 ? NULL : fdopen(fd, "w");
        if (fd >= 0 && output->file == NULL)
            close(fd);
    }
    if (output->file == NULL)
        fprintf(stderr, "abi3t-audit: %s: %s\n", output->path, strerror(errno));
    return output->file != NULL;
}

static bool terminal_color(const cli_arguments *arguments, const cli_output *output)
{
    if (arguments->color >= 0)
        return arguments->color != 0;
    const char *no = getenv("NO_COLOR"), *term = getenv("TERM");
    return (no == NULL || *no == '\0') && output->file == stdout && isatty(STDOUT_FILENO) && term != NULL && strcmp(term, "dumb") != 0;
}

bool cli_outputs_open(cli_arguments *arguments, abi3t_writer *writers)
{
    if (arguments->outputs[0].format[0] == '\0') { /* nothing for it to say */
        arguments->output_count--;
        memmove(arguments->outputs, arguments->outputs + 1, arguments->output_count * sizeof *arguments->outputs);
    }
    for (size_t i = 0; i < arguments->output_count; i++) {
        cli_output *output = &arguments->outputs[i];
        if (!open_output(output))
            return false;
        writers[i] = (abi3t_writer){.format = output->format, .write = write_file, .context = output, .color = terminal_color(arguments, output)};
    }
    return true;
}

bool cli_outputs_gone(const cli_arguments *arguments)
{
    for (size_t i = 0; i < arguments->output_count; i++)
        if (arguments->outputs[i].errnum == EPIPE)
            return true;
    return false;
}

bool cli_outputs_close(cli_arguments *arguments, bool keep)
{
    bool ok = true;
    for (size_t i = 0; i < arguments->output_count; i++)
        keep &= arguments->outputs[i].errnum == 0; /* the run ended there: the other reports have no end either */
    for (size_t i = 0; i < arguments->output_count; i++) {
        cli_output *output = &arguments->outputs[i];
        bool good = output->file != NULL && output->errnum == 0;
        if (output->file != NULL && output->file != stdout) {
            int failed = fclose(output->file);
            if (failed != 0) {
                fprintf(stderr, "abi3t-audit: %s: %s\n", output->path, strerror(errno));
                good = false;
            }
        }
        if (output->temporary != NULL) {
            if (good && keep && rename(output->temporary, output->path) != 0) {
                fprintf(stderr, "abi3t-audit: %s: %s\n", output->path, strerror(errno));
                good = false;
            }
            if (!good || !keep)
                unlink(output->temporary);
            free(output->temporary);
        }
        output->file = NULL;
        output->temporary = NULL;
        ok &= good || !keep;
    }
    return ok;
}

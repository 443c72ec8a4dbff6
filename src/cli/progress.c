/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/cli.h"

static long long now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void cli_progress_clear(cli_progress *progress)
{
    if (progress->shown)
        fputs("\r\033[K", stderr);
    progress->shown = false;
}

static void diagnostic(void *context, const char *line)
{
    cli_progress_clear(context);
    fprintf(stderr, "abi3t-audit: %s\n", line);
}

/* Only on a terminal, and only once the run takes longer than a second. */
static void progress_line(void *context, uint64_t done, uint64_t known, uint64_t bytes)
{
    cli_progress *progress = context;
    if (!progress->terminal || now_ms() - progress->start_ms < 1000)
        return;
    fprintf(stderr, "\r\033[K%llu of %llu inputs, %.1f MB looked at", (unsigned long long)done, (unsigned long long)known, (double)bytes / 1e6);
    progress->shown = true;
}

/* Paths on standard input, one a line; NUL-separated if the first one ends so. */
static const char *next_path(void *context)
{
    cli_progress *progress = context;
    size_t size = 0;
    for (;;) {
        int c = getc_unlocked(stdin);
        if (c == EOF && size == 0)
            return NULL;
        if (c == EOF || c == '\n' || c == '\0') {
            if (size == 0)
                continue;
            progress->line[size] = '\0';
            return progress->line;
        }
        if (size + 2 > progress->room) {
            size_t room = progress->room ? progress->room * 2 : 256;
            char *line = realloc(progress->line, room);
            if (line == NULL)
                return NULL;
            progress->line = line;
            progress->room = room;
        }
        progress->line[size++] = (char)c;
    }
}

abi3t_events cli_events(cli_progress *progress)
{
    *progress = (cli_progress){.terminal = isatty(STDERR_FILENO), .start_ms = now_ms()};
    return (abi3t_events){.context = progress, .diagnostic = diagnostic, .progress = progress_line, .next_path = next_path};
}

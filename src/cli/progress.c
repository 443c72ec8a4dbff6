/* SPDX-License-Identifier: MIT */
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

static const char *next_path(void *context)
{
    cli_progress *progress = context;
    return cli_list_next(progress->list);
}

abi3t_events cli_events(cli_progress *progress, cli_list *list)
{
    *progress = (cli_progress){.terminal = isatty(STDERR_FILENO), .start_ms = now_ms(), .list = list};
    return (abi3t_events){.context = progress, .diagnostic = diagnostic, .progress = progress_line, .next_path = list ? next_path : NULL};
}

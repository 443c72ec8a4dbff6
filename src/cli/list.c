/* SPDX-License-Identifier: MIT */
/* Paths on standard input, one a line or NUL-terminated, in memory that does not depend on how many there are. */
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

/* Is something there to read, or the end? Files always say yes. */
static bool readable(void)
{
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    return poll(&input, 1, 0) != 0;
}

/* Reads more behind what is there, waiting for it if need be. */
static void read_more(cli_list *list)
{
    memmove(list->data, list->data + list->start, list->end - list->start);
    list->end -= list->start;
    list->start = 0;
    ssize_t got;
    do
        got = read(STDIN_FILENO, list->data + list->end, CLI_LONGEST_PATH - list->end);
    while (got < 0 && errno == EINTR);
    if (got <= 0) {
        list->ended = true;
        list->errnum = got < 0 ? errno : 0;
        return;
    }
    /* no path has a NUL in it: from where there is one, they are the ends */
    list->null |= memchr(list->data + list->end, '\0', (size_t)got) != NULL;
    list->end += (size_t)got;
}

/* The next record; NULL where none is whole. The end of the input, and of the room for one, end a record too. */
static char *take_record(cli_list *list)
{
    char *at = list->data + list->start;
    size_t size = list->end - list->start;
    char *separator = memchr(at, list->null ? '\0' : '\n', size);
    bool whole = separator != NULL || list->ended;
    if (separator == NULL && (size < CLI_LONGEST_PATH && !(list->ended && size > 0)))
        return NULL;
    list->start += separator ? (size_t)(separator - at) + 1 : size;
    *(separator ? separator : at + size) = '\0'; /* `data` has a byte more than the longest path */
    list->skip = !whole;
    return at;
}

const char *cli_list_next(cli_list *list)
{
    for (;;) {
        bool rest = list->skip; /* of a path longer than any can be: its beginning was handed on */
        char *record = take_record(list);
        if (record != NULL) {
            list->told = false;
            if (*record != '\0' && !rest)
                return record;
        } else if (list->ended) {
            return NULL;
        } else if (!list->told && !readable()) {
            list->told = true;
            return "";
        } else {
            read_more(list);
        }
    }
}

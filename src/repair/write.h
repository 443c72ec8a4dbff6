/* SPDX-License-Identifier: MIT */
/* A plan becomes a file: the archive, and the transaction around it. */
#ifndef A3_REPAIR_WRITE_H
#define A3_REPAIR_WRITE_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/err.h"
#include "repair/plan.h"

/* The system calls of a transaction, so that tests can fail each of them. NULL context is fine. */
typedef struct a3_file_ops {
    void *context;
    ssize_t (*write)(void *context, int fd, const void *data, size_t size);
    int (*sync)(void *context, int fd);
    int (*link)(void *context, const char *from, const char *to); /* fails where `to` exists */
    int (*rename)(void *context, const char *from, const char *to);
    int (*rename_new)(void *context, const char *from, const char *to); /* the same, but fails where `to` exists */
    bool nameless;                                                /* files without a name may be used */
} a3_file_ops;
extern const a3_file_ops a3_file_ops_system;

/* A file in the making: without a name where the system can do that (O_TMPFILE), else under a hidden temporary one. While it
 * has that name signals are held, and a3_draft_write fails once one waits: whoever ends a long write does not wait long, and
 * nothing is left behind. */
typedef struct a3_draft {
    int fd;
    char *folder;
    char *temporary; /* NULL: it has no name */
    bool held;       /* signals wait; `old` is the mask before */
    sigset_t old;
    const a3_file_ops *ops;
} a3_draft;

/* In a folder of the file system where it is going to stay. `look`: it is not going to be kept, and must not have a name even for a moment (where
 * the folder cannot do that, it lies elsewhere). A3_IO, A3_NOMEM. */
a3_status a3_draft_open(a3_draft *draft, const char *folder, bool look, const a3_file_ops *ops, a3_err *err);
/* From here on until a3_draft_close signals that would end the process wait. */
void a3_draft_hold(a3_draft *draft);
/* Gives it its mode and its name: synced first, then atomically. `replace`: over an existing file. A3_IO;
 * A3_INVALID: there is such a file already. */
a3_status a3_draft_keep(a3_draft *draft, const char *path, mode_t mode, bool replace, a3_err *err);
/* Forgets it: nothing is left behind. After a3_draft_keep it only closes. */
void a3_draft_close(a3_draft *draft);
a3_status a3_draft_write(a3_draft *draft, const void *data, size_t size, a3_err *err);

/* The planned wheel as an archive: local headers complete, no data descriptors, ZIP64 only where sizes or counts ask for it. */
a3_status a3_plan_write(const a3_plan *plan, a3_draft *draft, a3_err *err);

#endif

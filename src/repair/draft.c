/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "repair/write.h"

static ssize_t system_write(void *context, int fd, const void *data, size_t size)
{
    (void)context;
    return write(fd, data, size);
}

static int system_sync(void *context, int fd)
{
    (void)context;
    return fsync(fd);
}

static int system_link(void *context, const char *from, const char *to)
{
    (void)context;
    return linkat(AT_FDCWD, from, AT_FDCWD, to, AT_SYMLINK_FOLLOW);
}

static int system_rename(void *context, const char *from, const char *to)
{
    (void)context;
    return rename(from, to);
}

static int system_rename_new(void *context, const char *from, const char *to)
{
    (void)context;
#ifdef RENAME_NOREPLACE
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return -1;
#endif
    /* neither hard links nor this: a moment is left in which another process could make the file */
    struct stat st;
    if (lstat(to, &st) == 0) {
        errno = EEXIST;
        return -1;
    }
    return rename(from, to);
}

const a3_file_ops a3_file_ops_system = {NULL, system_write, system_sync, system_link, system_rename, system_rename_new, true};

/* ---- signals ---- */

static void ending_signals(sigset_t *set)
{
    static const int ending[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGXCPU, SIGXFSZ};
    sigemptyset(set);
    for (size_t i = 0; i < sizeof ending / sizeof *ending; i++)
        sigaddset(set, ending[i]);
}

void a3_draft_hold(a3_draft *draft)
{
    sigset_t set;
    ending_signals(&set);
    if (!draft->held)
        draft->held = pthread_sigmask(SIG_BLOCK, &set, &draft->old) == 0;
}

static bool interrupted(const a3_draft *draft)
{
    sigset_t waiting, set;
    if (!draft->held || sigpending(&waiting) != 0)
        return false;
    ending_signals(&set);
    for (int signal = 1; signal < 32; signal++)
        if (sigismember(&set, signal) == 1 && sigismember(&waiting, signal) == 1)
            return true;
    return false;
}

/* ---- names ---- */

enum { TRIES = 100 };

/* Calls `make` with hidden names of the folder until one is free. The name is kept in draft->temporary. */
static a3_status with_temporary(a3_draft *draft, int (*make)(a3_draft *draft, const char *name), a3_err *err)
{
    size_t room = strlen(draft->folder) + 80;
    char *name = malloc(room);
    if (name == NULL)
        return a3_fail(err, A3_NOMEM, "out of memory");
    a3_draft_hold(draft);
    int done = -1;
    errno = EEXIST; /* left by a process that was killed, perhaps of the same number */
    for (int i = 0; i < TRIES && done < 0 && errno == EEXIST; i++) {
        snprintf(name, room, "%s/.abi3t-audit-%ld-%d.tmp", draft->folder, (long)getpid(), i);
        done = make(draft, name);
    }
    if (done < 0) {
        a3_fail_errno(err, errno, "%s cannot be written to", draft->folder);
        free(name);
        return err ? err->status : A3_IO;
    }
    draft->temporary = name;
    return A3_OK;
}

static int make_file(a3_draft *draft, const char *name)
{
    draft->fd = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    return draft->fd;
}

static int link_nameless(a3_draft *draft, const char *name)
{
    char self[64];
    snprintf(self, sizeof self, "/proc/self/fd/%d", draft->fd);
    return draft->ops->link(draft->ops->context, self, name);
}

/* ---- the draft ---- */

static int open_nameless(const a3_file_ops *ops, const char *folder)
{
#ifdef O_TMPFILE
    if (ops->nameless && access("/proc/self/fd", X_OK) == 0) /* through which it gets its name */
        return open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
#else
    (void)ops;
    (void)folder;
#endif
    return -1;
}

static int open_elsewhere(void)
{
    FILE *file = tmpfile(); /* unlinked at once */
    int fd = file ? fcntl(fileno(file), F_DUPFD_CLOEXEC, 3) : -1, errnum = errno;
    if (file != NULL)
        fclose(file);
    errno = errnum;
    return fd;
}

a3_status a3_draft_open(a3_draft *draft, const char *folder, bool look, const a3_file_ops *ops, a3_err *err)
{
    *draft = (a3_draft){.fd = open_nameless(ops, folder), .ops = ops};
    if (draft->fd < 0 && look && (draft->fd = open_elsewhere()) < 0)
        return a3_fail_errno(err, errno, "a temporary file cannot be made");
    draft->folder = strdup(folder);
    a3_status status = draft->folder ? A3_OK : a3_fail(err, A3_NOMEM, "out of memory");
    if (status == A3_OK && draft->fd < 0)
        status = with_temporary(draft, make_file, err);
    if (status != A3_OK)
        a3_draft_close(draft);
    return status;
}

a3_status a3_draft_write(a3_draft *draft, const void *data, size_t size, a3_err *err)
{
    const char *at = data;
    while (size > 0) {
        if (interrupted(draft))
            return a3_fail(err, A3_IO, "interrupted while the new wheel was written");
        ssize_t written = draft->ops->write(draft->ops->context, draft->fd, at, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return a3_fail_errno(err, written < 0 ? errno : EIO, "writing the new wheel failed");
        at += written;
        size -= (size_t)written;
    }
    return A3_OK;
}

/* Makes the folder's entry last, too. */
static void sync_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash ? strndup(path, slash == path ? 1 : (size_t)(slash - path)) : strdup(".");
    int fd = folder ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    free(folder);
    if (fd < 0)
        return;
    fsync(fd);
    close(fd);
}

/* Under a new name: by link, which refuses an existing file, as rename would not. */
static int name_new(a3_draft *draft, const char *path)
{
    const a3_file_ops *ops = draft->ops;
    if (draft->temporary == NULL)
        return link_nameless(draft, path);
    if (ops->link(ops->context, draft->temporary, path) == 0)
        return 0; /* a3_draft_close removes the temporary name */
    if (errno != EPERM && errno != ENOTSUP && errno != ENOSYS)
        return -1;
    /* a file system without hard links */
    if (ops->rename_new(ops->context, draft->temporary, path) != 0)
        return -1;
    free(draft->temporary);
    draft->temporary = NULL;
    return 0;
}

static int name_over(a3_draft *draft, const char *path)
{
    if (draft->ops->rename(draft->ops->context, draft->temporary, path) != 0)
        return -1;
    free(draft->temporary);
    draft->temporary = NULL;
    return 0;
}

a3_status a3_draft_keep(a3_draft *draft, const char *path, mode_t mode, bool replace, a3_err *err)
{
    fchmod(draft->fd, mode); /* some file systems have no modes */
    if (draft->ops->sync(draft->ops->context, draft->fd) != 0)
        return a3_fail_errno(err, errno, "making %s durable (fsync) failed", path);
    if (replace && draft->temporary == NULL) {
        a3_status status = with_temporary(draft, link_nameless, err);
        if (status != A3_OK)
            return status;
    }
    if ((replace ? name_over(draft, path) : name_new(draft, path)) != 0)
        return errno == EEXIST ? a3_fail(err, A3_INVALID, "%s exists", path)
                               : a3_fail_errno(err, errno, "%s %s failed", replace ? "renaming to" : "naming", path);
    sync_folder(path);
    return A3_OK;
}

void a3_draft_close(a3_draft *draft)
{
    if (draft->temporary != NULL)
        unlink(draft->temporary);
    free(draft->temporary);
    free(draft->folder);
    if (draft->fd >= 0)
        close(draft->fd);
    if (draft->held)
        pthread_sigmask(SIG_SETMASK, &draft->old, NULL); /* what waited comes now */
    *draft = (a3_draft){.fd = -1};
}

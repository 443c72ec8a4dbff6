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

const a3_file_ops a3_file_ops_system = {NULL, system_write, system_sync, system_link, system_rename};

static char *temporary_name(const char *folder)
{
    size_t room = strlen(folder) + 64;
    char *name = malloc(room);
    if (name != NULL)
        snprintf(name, room, "%s/.abi3t-audit-%ld.tmp", folder, (long)getpid());
    return name;
}

static int open_nameless(const char *folder, mode_t mode)
{
#ifdef O_TMPFILE
    return open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, mode);
#else
    (void)folder;
    (void)mode;
    errno = ENOTSUP;
    return -1;
#endif
}

a3_status a3_draft_open(a3_draft *draft, const char *folder, mode_t mode, const a3_file_ops *ops, a3_err *err)
{
    *draft = (a3_draft){.fd = -1, .ops = ops};
    if (folder == NULL) {
        FILE *file = tmpfile(); /* unlinked at once */
        draft->fd = file ? fcntl(fileno(file), F_DUPFD_CLOEXEC, 3) : -1;
        if (file != NULL)
            fclose(file);
        return draft->fd < 0 ? a3_fail_errno(err, errno, "a temporary file cannot be made") : A3_OK;
    }
    draft->fd = open_nameless(folder, mode);
    if (draft->fd >= 0)
        return A3_OK;
    draft->temporary = temporary_name(folder);
    if (draft->temporary == NULL)
        return a3_fail(err, A3_NOMEM, "out of memory");
    draft->fd = open(draft->temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (draft->fd >= 0)
        return A3_OK;
    a3_fail_errno(err, errno, "%s cannot be written to", folder);
    free(draft->temporary);
    draft->temporary = NULL;
    return err ? err->status : A3_IO;
}

a3_status a3_draft_write(a3_draft *draft, const void *data, size_t size, a3_err *err)
{
    const char *at = data;
    while (size > 0) {
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
    char folder[4096];
    const char *slash = strrchr(path, '/');
    size_t size = slash ? (size_t)(slash - path) : 0;
    if (size >= sizeof folder)
        return;
    memcpy(folder, path, size);
    folder[size] = '\0';
    int fd = open(size ? folder : slash ? "/" : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    fsync(fd);
    close(fd);
}

/* A name for the nameless: straight to the final one, or, where a file is replaced, to a temporary one that is renamed. */
static a3_status name_it(a3_draft *draft, const char *path, bool replace, a3_err *err)
{
    char self[64];
    snprintf(self, sizeof self, "/proc/self/fd/%d", draft->fd);
    if (!replace) {
        if (draft->ops->link(draft->ops->context, self, path) == 0)
            return A3_OK;
        return errno == EEXIST ? a3_fail(err, A3_INVALID, "%s exists", path) : a3_fail_errno(err, errno, "naming %s failed", path);
    }
    size_t room = strlen(path) + 64;
    char *temporary = malloc(room);
    if (temporary == NULL)
        return a3_fail(err, A3_NOMEM, "out of memory");
    snprintf(temporary, room, "%s.%ld.tmp", path, (long)getpid());
    if (draft->ops->link(draft->ops->context, self, temporary) != 0) {
        a3_fail_errno(err, errno, "naming %s failed", path);
        free(temporary);
        return err ? err->status : A3_IO;
    }
    draft->temporary = temporary;
    return A3_OK;
}

a3_status a3_draft_keep(a3_draft *draft, const char *path, bool replace, a3_err *err)
{
    if (draft->ops->sync(draft->ops->context, draft->fd) != 0)
        return a3_fail_errno(err, errno, "making %s durable (fsync) failed", path);
    if (draft->temporary == NULL) {
        a3_status status = name_it(draft, path, replace, err);
        if (status != A3_OK || draft->temporary == NULL) {
            if (status == A3_OK)
                sync_folder(path);
            return status;
        }
    } else if (!replace) {
        /* link refuses an existing file, rename would not */
        if (draft->ops->link(draft->ops->context, draft->temporary, path) != 0)
            return errno == EEXIST ? a3_fail(err, A3_INVALID, "%s exists", path) : a3_fail_errno(err, errno, "naming %s failed", path);
        sync_folder(path);
        return A3_OK; /* a3_draft_close removes the temporary name */
    }
    if (draft->ops->rename(draft->ops->context, draft->temporary, path) != 0)
        return a3_fail_errno(err, errno, "renaming to %s failed", path);
    free(draft->temporary);
    draft->temporary = NULL;
    sync_folder(path);
    return A3_OK;
}

void a3_draft_close(a3_draft *draft)
{
    if (draft->temporary != NULL)
        unlink(draft->temporary);
    free(draft->temporary);
    draft->temporary = NULL;
    if (draft->fd >= 0)
        close(draft->fd);
    draft->fd = -1;
}

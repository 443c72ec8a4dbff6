/* SPDX-License-Identifier: MIT */
#include "wheel/container.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* Below this, reading is cheaper than mapping and taking the page faults. */
enum { MAP_FROM = 64 << 10, FIRST_READ = 64 << 10 };

/* Reads to the end of `fd` into memory; `expected` bytes are room for a start. A file that grows past `limit` is refused. */
static a3_status read_all(int fd, const char *path, size_t expected, uint64_t limit, a3_mapped *out, a3_err *err)
{
    size_t room = expected + 1, used = 0; /* one more, to see the end without another round */
    uint8_t *data = malloc(room);
    while (data != NULL) {
        ssize_t got = read(fd, data + used, room - used);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            int reason = errno;
            free(data);
            return a3_fail_errno(err, reason, "cannot read %s", path);
        }
        if (got == 0) {
            out->heap = data;
            out->bytes = (a3_span){used ? data : NULL, used};
            return A3_OK;
        }
        used += (size_t)got;
        if (used > limit) {
            free(data);
            return a3_fail(err, A3_LIMIT, "%s: more than %llu bytes", path, (unsigned long long)limit);
        }
        if (used == room) {
            uint8_t *more = room <= SIZE_MAX / 2 ? realloc(data, room * 2) : NULL;
            if (more == NULL)
                free(data);
            data = more;
            room *= 2;
        }
    }
    return a3_fail(err, A3_NOMEM, "%s: out of memory", path);
}

static a3_status map_or_read(int fd, const char *path, uint64_t stream_limit, a3_mapped *out, a3_err *err)
{
    struct stat info;
    if (fstat(fd, &info) != 0)
        return a3_fail_errno(err, errno, "cannot read %s", path);
    if (S_ISDIR(info.st_mode))
        return a3_fail_errno(err, EISDIR, "cannot read %s", path);
    if (!S_ISREG(info.st_mode) && stream_limit == 0)
        return a3_fail(err, A3_IO, "cannot read %s: not a regular file", path);
    if (!S_ISREG(info.st_mode))
        return read_all(fd, path, FIRST_READ, stream_limit, out, err);
    if (info.st_size > 0 && (uintmax_t)info.st_size > SIZE_MAX / 2)
        return a3_fail(err, A3_LIMIT, "%s: too large for this machine's address space", path);
    size_t size = (size_t)info.st_size;
    if (size >= MAP_FROM) {
        void *map = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
        if (map != MAP_FAILED) {
            out->map = map;
            out->bytes = (a3_span){map, size};
            return A3_OK;
        }
    }
    /* Files of /proc say that they are empty: take what comes, within bounds. */
    uint64_t limit = stream_limit > size ? stream_limit : size;
    return read_all(fd, path, size, limit, out, err);
}

a3_status a3_map_file(const char *path, uint64_t stream_limit, a3_mapped *out, a3_err *err)
{
    *out = (a3_mapped){.bytes = {NULL, 0}};
    int fd;
    do {
        fd = open(path, O_RDONLY | O_CLOEXEC | (stream_limit == 0 ? O_NONBLOCK : 0)); /* a pipe nobody writes to must not hold us */
    } while (fd < 0 && errno == EINTR);
    if (fd < 0)
        return a3_fail_errno(err, errno, "cannot open %s", path);
    a3_status status = map_or_read(fd, path, stream_limit, out, err);
    close(fd);
    return status;
}

bool a3_file_exists(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 ? S_ISREG(info.st_mode) : errno != ENOENT && errno != ENOTDIR && errno != ELOOP && errno != ENAMETOOLONG;
}

void a3_unmap(a3_mapped *mapped)
{
    if (mapped->map != NULL)
        munmap(mapped->map, mapped->bytes.size);
    free(mapped->heap);
    *mapped = (a3_mapped){.bytes = {NULL, 0}};
}

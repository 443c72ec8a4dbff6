/* SPDX-License-Identifier: MIT */
/* The calls that fail. A program's own definitions take precedence over those of shared libraries, so that what libarchive
 * and the others allocate fails too. */
#include "faults.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

fault_plan fault_now;

/* libarchive has been loaded. It ends the process, or crashes, where some of its own allocations fail: from then on only
 * those of the program itself do. */
static bool archive_loaded;
extern char __executable_start, etext;
static bool own(const void *caller) { return (const char *)caller >= &__executable_start && (const char *)caller < &etext; }

/* Does this call fail? */
static bool fails(fault_kind kind, const void *caller)
{
    if (!fault_now.armed || (archive_loaded && !own(caller)))
        return false;
    long number = ++fault_now.calls[kind];
    return fault_now.kind == kind && fault_now.at > 0 && number >= fault_now.at && number - fault_now.at <= fault_now.after;
}

#define NEXT(function) ((__typeof__(&function))next(#function))
static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

/* Shared libraries are to find them. */
#pragma GCC visibility push(default)

/* ---- memory ---- */

/* What is asked for while dlsym looks for the real functions. */
static _Alignas(max_align_t) uint8_t early[4096];
static size_t early_used;
static bool is_early(const void *p) { return (uintptr_t)p >= (uintptr_t)early && (uintptr_t)p < (uintptr_t)early + sizeof early; }

static void *(*real_malloc)(size_t);
static void *(*real_calloc)(size_t, size_t);
static void *(*real_realloc)(void *, size_t);
static void (*real_free)(void *);

static bool real(void)
{
    static bool looking;
    if (real_free == NULL && !looking) {
        looking = true;
        real_malloc = NEXT(malloc);
        real_calloc = NEXT(calloc);
        real_realloc = NEXT(realloc);
        real_free = NEXT(free);
    }
    return real_free != NULL;
}

static void *early_block(size_t size)
{
    size = (size + sizeof(max_align_t) - 1) / sizeof(max_align_t) * sizeof(max_align_t);
    if (size > sizeof early - early_used)
        return NULL;
    early_used += size;
    return early + early_used - size;
}

static void *count(void *block)
{
    fault_now.blocks += fault_now.armed && block != NULL;
    return block;
}

static void *no_memory(void)
{
    errno = ENOMEM;
    return NULL;
}

void *malloc(size_t size) { return !real() ? early_block(size) : fails(FAULT_MEMORY, __builtin_return_address(0)) ? no_memory() : count(real_malloc(size)); }

void *calloc(size_t number, size_t size)
{
    return !real() ? early_block(number * size) : fails(FAULT_MEMORY, __builtin_return_address(0)) ? no_memory() : count(real_calloc(number, size));
}

void *realloc(void *old, size_t size)
{
    if (!real() || is_early(old) || fails(FAULT_MEMORY, __builtin_return_address(0)))
        return no_memory();
    void *block = real_realloc(old, size);
    fault_now.blocks += fault_now.armed && old == NULL && block != NULL;
    return block;
}

void free(void *block)
{
    if (block == NULL || is_early(block) || !real())
        return;
    fault_now.blocks -= fault_now.armed;
    real_free(block);
}

/* ---- files ---- */

#define FAILS(error) (fails(FAULT_FILE, __builtin_return_address(0)) && ((errno = (error)), true))

int open(const char *path, int flags, ...)
{
    va_list args;
    va_start(args, flags);
    mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(args, mode_t) : 0;
    va_end(args);
    return FAILS(EMFILE) ? -1 : NEXT(open)(path, flags, mode);
}

/* FAULT_SHORT: seven bytes, or an interruption before them. */
static bool interrupted(size_t *size)
{
    static unsigned turn;
    if (!fault_now.armed || fault_now.kind != FAULT_SHORT)
        return false;
    *size = *size > 7 ? 7 : *size;
    return turn++ % 2 == 0 && ((errno = EINTR), true);
}

ssize_t read(int fd, void *data, size_t size)
{
    if (interrupted(&size) || FAILS(EIO))
        return -1;
    return NEXT(read)(fd, data, size);
}

ssize_t write(int fd, const void *data, size_t size)
{
    if (interrupted(&size) || FAILS(ENOSPC))
        return -1;
    return NEXT(write)(fd, data, size);
}

void *mmap(void *at, size_t size, int protection, int flags, int fd, off_t offset)
{
    return fd >= 0 && FAILS(ENODEV) ? MAP_FAILED : NEXT(mmap)(at, size, protection, flags, fd, offset);
}

int fstat(int fd, struct stat *st) { return FAILS(EIO) ? -1 : NEXT(fstat)(fd, st); }
int stat(const char *path, struct stat *st) { return FAILS(EACCES) ? -1 : NEXT(stat)(path, st); }
int lstat(const char *path, struct stat *st) { return FAILS(EACCES) ? -1 : NEXT(lstat)(path, st); }
int fsync(int fd) { return FAILS(EIO) ? -1 : NEXT(fsync)(fd); }
int rename(const char *from, const char *to) { return FAILS(EACCES) ? -1 : NEXT(rename)(from, to); }
int link(const char *from, const char *to) { return FAILS(EPERM) ? -1 : NEXT(link)(from, to); }
int linkat(int from_fd, const char *from, int to_fd, const char *to, int flags)
{
    return FAILS(EPERM) ? -1 : NEXT(linkat)(from_fd, from, to_fd, to, flags);
}
int mkdir(const char *path, mode_t mode) { return FAILS(ENOSPC) ? -1 : NEXT(mkdir)(path, mode); }
int fchmod(int fd, mode_t mode) { return FAILS(EPERM) ? -1 : NEXT(fchmod)(fd, mode); }
DIR *opendir(const char *path) { return FAILS(EMFILE) ? NULL : NEXT(opendir)(path); }
struct dirent *readdir(DIR *directory) { return FAILS(EIO) ? NULL : NEXT(readdir)(directory); }

/* Not the loader's own allocations: it does not always survive their failure. (A library that is not there is no fault: less
 * is looked at then.) */
void *dlopen(const char *path, int flags)
{
    bool armed = fault_now.armed;
    archive_loaded |= strstr(path, "libarchive") != NULL;
    fault_now.armed = false;
    void *handle = NEXT(dlopen)(path, flags);
    fault_now.armed = armed;
    return handle;
}

/* SPDX-License-Identifier: MIT */
/* Directories: an unpacked wheel, a site-packages, a folder of wheels. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "facts/gather.h"

bool a3_is_wheel_name(const char *path)
{
    size_t size = strlen(path);
    return size > 4 && strcasecmp(path + size - 4, ".whl") == 0;
}

/* libfoo.so, libfoo.so.1, libfoo.so.1.2.3 */
static bool is_so_name(const char *name)
{
    for (const char *at = strstr(name, ".so"); at != NULL; at = strstr(at + 1, ".so"))
        if (at != name && at[3 + strspn(at + 3, ".0123456789")] == '\0' && (at[3] == '\0' || at[3] == '.'))
            return true;
    return false;
}

bool a3_is_binary_name(const char *path)
{
    static const char *const suffixes[] = {".pyd", ".dylib", ".dll"};
    const char *name = a3_basename(path);
    size_t size = strlen(name);
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (size > strlen(suffixes[i]) && strcasecmp(name + size - strlen(suffixes[i]), suffixes[i]) == 0)
            return true;
    return is_so_name(name);
}

typedef struct tree {
    const a3_limits *limits;
    a3_arena *arena;
    a3_err *err;
    a3_strings folders;  /* to be read */
    a3_strings dists;    /* .dist-info folders */
    a3_strings wheels, objects;
    a3_strings recorded; /* paths that some RECORD lists, sorted */
    uint64_t seen;
} tree;

static void put(tree *t, a3_strings *list, const char *path)
{
    const char **slot = A3_PUSH(t->arena, list);
    if (slot != NULL)
        *slot = path;
}

/* A file that is not named as a binary may still be one (programs): asked by content only where it can be executed. */
static bool holds_object(const char *path)
{
    uint8_t head[4096];
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return false;
    ssize_t size = read(file, head, sizeof head);
    close(file);
    return size > 0 && a3_image_detect((a3_span){head, (size_t)size}) != A3_FORMAT_NONE;
}

static void entry(tree *t, const char *folder, const char *name)
{
    char *path = a3_printf(t->arena, "%s%s%s", folder, a3_has_suffix(folder, "/") ? "" : "/", name);
    struct stat st;
    if (path == NULL)
        return;
    if (lstat(path, &st) != 0) {
        if (errno != ENOENT) /* gone meanwhile */
            a3_fail_errno(t->err, errno, "%s", path);
        return;
    }
    if (S_ISDIR(st.st_mode)) {
        put(t, a3_has_suffix(name, ".dist-info") ? &t->dists : &t->folders, path);
        return;
    }
    /* a link to a file is read as the file; a link to a folder is not followed, for it may lead anywhere */
    if (S_ISLNK(st.st_mode) && stat(path, &st) != 0)
        return;
    if (!S_ISREG(st.st_mode))
        return;
    if (a3_is_wheel_name(name))
        put(t, &t->wheels, path);
    else if (a3_is_binary_name(name) || ((st.st_mode & 0111) != 0 && holds_object(path)))
        put(t, &t->objects, path);
}

static void read_folder(tree *t, const char *path)
{
    DIR *folder = opendir(path);
    if (folder == NULL) {
        a3_fail_errno(t->err, errno, "%s", path);
        return;
    }
    struct dirent *item;
    while ((errno = 0, item = readdir(folder)) != NULL && t->err->status == A3_OK) {
        if (strcmp(item->d_name, ".") == 0 || strcmp(item->d_name, "..") == 0)
            continue;
        if (++t->seen > t->limits->members)
            a3_fail(t->err, A3_LIMIT, "more than %llu files (limit members)", (unsigned long long)t->limits->members);
        else
            entry(t, path, item->d_name);
    }
    if (errno != 0)
        a3_fail_errno(t->err, errno, "%s", path);
    closedir(folder);
}

static int by_name(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

static void sort(a3_strings *list)
{
    if (list->count > 1)
        qsort(list->items, list->count, sizeof *list->items, by_name);
}

static void note_recorded(tree *t, const char *dist_info)
{
    a3_mapped mapped;
    a3_err err = A3_ERR_INIT;
    char *path = a3_printf(t->arena, "%s/RECORD", dist_info);
    if (path == NULL)
        return;
    if (a3_map_file(path, 0, &mapped, &err) != A3_OK) {
        if (err.status != A3_IO || a3_file_exists(path))
            a3_fail(t->err, err.status, "%s", err.message);
        return;
    }
    size_t base = strlen(dist_info) - strlen(a3_basename(dist_info)); /* with its slash, or 0 */
    a3_record record = {0};
    a3_faults faults = {0};
    if (a3_record_parse(t->arena, mapped.bytes, path, &record, &faults) != A3_OK)
        a3_fail(t->err, A3_NOMEM, "%s: out of memory", path);
    else
        for (size_t i = 0; i < record.count; i++) {
            char *full = a3_printf(t->arena, "%.*s%s", (int)base, dist_info, record.items[i].path);
            if (full != NULL)
                put(t, &t->recorded, full);
        }
    a3_unmap(&mapped);
}

a3_status a3_expand_directory(const char *path, const a3_limits *limits, a3_arena *arena, a3_found_fn *found, void *context, a3_err *err)
{
    tree t = {.limits = limits, .arena = arena, .err = err};
    size_t size = strlen(path);
    while (size > 1 && path[size - 1] == '/')
        size--;
    char *root = a3_strndup(arena, path, size);
    if (root != NULL)
        put(&t, a3_has_suffix(root, ".dist-info") ? &t.dists : &t.folders, root);
    for (size_t next = 0; next < t.folders.count && err->status == A3_OK; next++)
        read_folder(&t, t.folders.items[next]);
    for (size_t i = 0; i < t.dists.count && err->status == A3_OK; i++)
        note_recorded(&t, t.dists.items[i]);
    if (arena->failed)
        return a3_fail(err, A3_NOMEM, "%s: out of memory while listing its files", path);
    if (err->status != A3_OK)
        return err->status;
    sort(&t.recorded);
    sort(&t.wheels);
    sort(&t.dists);
    sort(&t.objects);
    for (size_t i = 0; i < t.wheels.count; i++)
        found(context, A3_INPUT_WHEEL, t.wheels.items[i]);
    for (size_t i = 0; i < t.dists.count; i++)
        found(context, A3_INPUT_DIRECTORY, t.dists.items[i]);
    for (size_t i = 0; i < t.objects.count; i++)
        if (t.recorded.count == 0 || bsearch(&t.objects.items[i], t.recorded.items, t.recorded.count, sizeof *t.recorded.items, by_name) == NULL)
            found(context, A3_INPUT_OBJECT, t.objects.items[i]);
    return A3_OK;
}

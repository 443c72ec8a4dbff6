/* SPDX-License-Identifier: MIT */
#include "repair/place.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "wheel/container.h"

/* The folder part of a path: "." and "/" where it has none of its own. */
static const char *folder_part(const char *path, a3_arena *arena)
{
    const char *slash = strrchr(path, '/');
    if (slash == NULL)
        return ".";
    return slash == path ? "/" : a3_strndup(arena, path, (size_t)(slash - path));
}

a3_status a3_place_init(a3_place *place, const char *input, const char *folder, const char *name, a3_arena *arena, a3_err *err)
{
    *place = (a3_place){.input = input, .arena = arena};
    size_t size = folder ? strlen(folder) : 0;
    while (size > 1 && folder[size - 1] == '/')
        size--;
    place->folder = folder ? a3_strndup(arena, folder, size) : folder_part(input, arena);
    if (place->folder == NULL)
        return a3_fail(err, A3_NOMEM, "out of memory");
    bool bare = folder == NULL && strchr(input, '/') == NULL;
    place->path = bare ? name : a3_printf(arena, strcmp(place->folder, "/") == 0 ? "%s%s" : "%s/%s", place->folder, name);
    return place->path ? A3_OK : a3_fail(err, A3_NOMEM, "out of memory");
}

a3_status a3_place_make(a3_place *place, a3_err *err)
{
    struct stat st;
    if (stat(place->folder, &st) == 0)
        return A3_OK; /* what is there and is no folder shows when a file is made in it */
    char *path = a3_strdup(place->arena, place->folder);
    if (path == NULL)
        return a3_fail(err, A3_NOMEM, "out of memory");
    for (char *slash = path; slash != NULL;) {
        slash = strchr(slash + 1, '/');
        if (slash != NULL)
            *slash = '\0';
        int errnum = mkdir(path, 0777) == 0 ? 0 : errno;
        if (errnum == 0 && place->made == NULL)
            place->made = a3_strdup(place->arena, path);
        if (errnum != 0 && slash == NULL && stat(path, &st) != 0)
            return a3_fail_errno(err, errnum, "%s cannot be made", place->folder);
        if (slash != NULL)
            *slash = '/';
    }
    return A3_OK;
}

a3_status a3_place_nearest(const a3_place *place, const char **folder, a3_err *err)
{
    struct stat st;
    const char *at = place->folder;
    while (at != NULL && stat(at, &st) != 0 && errno == ENOENT)
        at = strcmp(at, ".") == 0 || strcmp(at, "/") == 0 ? NULL : folder_part(at, place->arena);
    if (at == NULL)
        return a3_fail_errno(err, ENOENT, "%s cannot be made", place->folder);
    *folder = at;
    if (stat(at, &st) == 0 && !S_ISDIR(st.st_mode))
        errno = ENOTDIR;
    else if (faccessat(AT_FDCWD, at, W_OK | X_OK, AT_EACCESS) == 0)
        return A3_OK;
    return a3_fail_errno(err, errno, "%s cannot be %s", place->folder, at == place->folder ? "written to" : "made");
}

void a3_place_forget(a3_place *place)
{
    if (place->made == NULL)
        return;
    for (const char *folder = place->folder; folder != NULL && rmdir(folder) == 0 && strcmp(folder, place->made) != 0;)
        folder = folder_part(folder, place->arena);
    place->made = NULL;
}

static bool same_content(const char *path, a3_span bytes)
{
    a3_mapped other;
    if (a3_map_file(path, bytes.size, &other, NULL) != A3_OK)
        return false;
    bool same = a3_span_equal(bytes, other.bytes);
    a3_unmap(&other);
    return same;
}

/* One entry of one folder, not two names of a file; case aside, which some file systems do not tell apart. */
static bool is_input(const a3_place *place)
{
    struct stat old, new, old_folder, new_folder;
    if (lstat(place->input, &old) != 0 || lstat(place->path, &new) != 0 || old.st_dev != new.st_dev || old.st_ino != new.st_ino)
        return false;
    if (new.st_nlink == 1)
        return true;
    const char *from = folder_part(place->input, place->arena);
    return from != NULL && stat(from, &old_folder) == 0 && stat(place->folder, &new_folder) == 0 && old_folder.st_dev == new_folder.st_dev &&
           old_folder.st_ino == new_folder.st_ino && strcasecmp(a3_basename(place->input), a3_basename(place->path)) == 0;
}

a3_taken a3_place_taken(const a3_place *place, a3_span bytes)
{
    struct stat st;
    if (lstat(place->path, &st) != 0)
        return A3_FREE;
    if (S_ISREG(st.st_mode) && same_content(place->path, bytes))
        return A3_TAKEN_SAME;
    return is_input(place) ? A3_TAKEN_INPUT : A3_TAKEN_OTHER;
}

a3_status a3_place_remove_input(const a3_place *place, bool *removed, a3_err *err)
{
    *removed = false;
    if (is_input(place) || access(place->input, F_OK) != 0)
        return A3_OK;
    if (unlink(place->input) != 0)
        return a3_fail_errno(err, errno, "removing %s failed", place->input);
    *removed = true;
    return A3_OK;
}

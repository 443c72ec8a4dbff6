/* SPDX-License-Identifier: MIT */
/* Names of members: where they lead, how they are encoded, which of them are one and the same file. */
#include "wheel/zip_walk.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/fold.h"
#include "base/hash.h"
#include "base/text.h"

static int by_hash(const void *a, const void *b)
{
    const struct a3_zip_name *x = a, *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return x->member < y->member ? -1 : x->member > y->member;
}

static bool same_name(const a3_member *m, const char *name, size_t size)
{
    return m->name_size == size && (size == 0 || memcmp(m->name, name, size) == 0);
}

a3_status a3_zip_index_names(a3_zip_walk *walk)
{
    size_t count = walk->out->count;
    struct a3_zip_name *names = A3_NEW_ARRAY(walk->arena, struct a3_zip_name, count);
    if (names == NULL || count > UINT32_MAX)
        return a3_fail(walk->err, A3_NOMEM, "out of memory for the names of %zu members", count);
    for (size_t i = 0; i < count; i++)
        names[i] = (struct a3_zip_name){a3_hash64(walk->members[i].name, walk->members[i].name_size), (uint32_t)i};
    qsort(names, count, sizeof *names, by_hash);
    walk->out->index = names;
    return A3_OK;
}

const a3_member *a3_container_find(const a3_container *container, const char *name, size_t size)
{
    uint64_t hash = a3_hash64(name, size);
    size_t low = 0, high = container->count;
    while (low < high) { /* the first that is greater */
        size_t middle = low + (high - low) / 2;
        if (container->index[middle].hash > hash)
            high = middle;
        else
            low = middle + 1;
    }
    for (; low > 0 && container->index[low - 1].hash == hash; low--) {
        const a3_member *m = &container->members[container->index[low - 1].member];
        if (same_name(m, name, size))
            return m;
    }
    return NULL;
}

bool a3_zip_index_scans(const a3_member *member)
{
    const char *slash = strrchr(member->name, '/'), *base = slash ? slash + 1 : member->name;
    const char *dot = strrchr(base, '.');
    return dot != NULL && dot > base && (strcasecmp(dot, ".py") == 0 || strcasecmp(dot, ".pye") == 0);
}

bool a3_zip_index_reads(const a3_member *member)
{
    static const char *const files[] = {"WHEEL", "RECORD", "METADATA", "entry_points.txt"};
    if (a3_zip_index_scans(member))
        return true;
    const char *slash = strchr(member->name, '/');
    if (slash == NULL || slash - member->name < 10 || memcmp(slash - 10, ".dist-info", 10) != 0)
        return false;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (strcmp(slash + 1, files[i]) == 0)
            return true;
    return a3_has_prefix(slash + 1, "licenses/");
}

/* ---- one name ------------------------------------------------------------------------------------------------------ */

static bool has_parent_component(const a3_member *m)
{
    if (memmem(m->name, m->name_size, "..", 2) == NULL)
        return false;
    for (size_t i = 0, start = 0; i <= m->name_size; i++)
        if (i == m->name_size || m->name[i] == '/' || m->name[i] == '\\') {
            if (i - start == 2 && m->name[start] == '.' && m->name[start + 1] == '.')
                return true;
            start = i + 1;
        }
    return false;
}

/* Bytes that Linux takes in one component, and in a path with the NUL behind it (limits.h: NAME_MAX, PATH_MAX). */
enum { COMPONENT_MOST = 255, PATH_MOST = 4095 };

static bool has_long_component(const a3_member *m)
{
    for (size_t i = 0, start = 0; i <= m->name_size; i++)
        if (i == m->name_size || m->name[i] == '/') {
            if (i - start > COMPONENT_MOST)
                return true;
            start = i + 1;
        }
    return false;
}

static bool has_drive(const char *name)
{
    return ((name[0] >= 'A' && name[0] <= 'Z') || (name[0] >= 'a' && name[0] <= 'z')) && name[1] == ':';
}

static void check_path(a3_zip_walk *walk, const a3_member *m)
{
    const char *what = NULL;
    if (m->name_size == 0)
        what = "the name is empty";
    else if (has_parent_component(m))
        what = "the path has a '..' component, which may lead out of the folder that it is unpacked into";
    else if (m->name[0] == '/')
        what = "the path is absolute";
    else if (has_drive(m->name))
        what = "the path names a drive";
    else if (memchr(m->name, '\\', m->name_size) != NULL)
        what = "the path has a backslash, which separates folders on Windows only";
    else if (m->name_size > PATH_MOST || has_long_component(m))
        what = "the path is too long: Linux takes 4095 bytes, 255 between two slashes";
    if (what != NULL)
        a3_zip_add_fault(walk, A3_ZIP_UNSAFE_PATH, A3_ZIP_INSTALL, m->central_offset, m->name, NULL, "%s", what);
}

static void check_encoding(a3_zip_walk *walk, const a3_member *m)
{
    bool ascii = true, control = false, nul = false;
    for (size_t i = 0; i < m->name_size; i++) {
        unsigned char c = (unsigned char)m->name[i];
        ascii = ascii && c < 0x80;
        control = control || c < 0x20 || c == 0x7f;
        nul = nul || c == 0;
    }
    if (nul)
        a3_zip_add_fault(walk, A3_ZIP_CONFUSION, A3_ZIP_BOTH, m->central_offset, m->name,
                         "Invalid character in filename",
                         "the name goes on behind a NUL character, where CPython's zipfile ends it");
    else if (control)
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_INDEX_REJECTS, m->central_offset, m->name,
                         "Invalid character in filename", "the name has a control character");
    if (ascii)
        return;
    bool utf8 = a3_utf8_valid(m->name, m->name_size);
    if ((m->flags & A3_ZIP_FLAG_UTF8) == 0)
        a3_zip_add_fault(walk, A3_ZIP_CONFUSION, A3_ZIP_BOTH, m->central_offset, m->name,
                         utf8 ? "Filename not in central directory" : "Filename not unicode",
                         "the name is not ASCII and not marked as UTF-8 (flag bit 11): readers take it for code page 437 or guess");
    else if (!utf8)
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_INDEX_500 | A3_ZIP_INSTALL, m->central_offset, m->name, NULL,
                         "the name is marked as UTF-8 (flag bit 11) and is none");
}

static void check_type(a3_zip_walk *walk, const a3_member *m)
{
    uint32_t type = m->mode & S_IFMT;
    if (type == S_IFLNK)
        a3_zip_add_fault(walk, A3_ZIP_SYMLINK, A3_ZIP_INSTALL, m->central_offset, m->name, NULL,
                         "a symbolic link (mode 0%o): installers write a file that holds the path of its target", m->mode);
    else if (type == S_IFDIR && !m->is_directory)
        a3_zip_add_fault(walk, A3_ZIP_CONFUSION, 0, m->central_offset, m->name, NULL,
                         "a directory by its mode (0%o), a file by its name", m->mode);
    else if (type != 0 && type != S_IFREG && type != S_IFDIR)
        a3_zip_add_fault(walk, A3_ZIP_SYMLINK, A3_ZIP_INSTALL, m->central_offset, m->name, NULL,
                         "neither file nor directory by its mode (0%o)", m->mode);
}

/* ---- many names ---------------------------------------------------------------------------------------------------- */

/* Equal hashes stand together. More than a few different names with one hash do not come about. */
enum { MOST_COLLISIONS = 8 };

static void check_duplicates(a3_zip_walk *walk)
{
    const struct a3_zip_name *names = walk->out->index;
    for (size_t i = 1; i < walk->out->count; i++) {
        const a3_member *m = &walk->members[names[i].member];
        for (size_t back = 1; back <= MOST_COLLISIONS && back <= i && names[i - back].hash == names[i].hash; back++)
            if (same_name(&walk->members[names[i - back].member], m->name, m->name_size)) {
                a3_zip_add_fault(walk, A3_ZIP_DUPLICATE, A3_ZIP_BOTH, m->central_offset, m->name,
                                 "Duplicate filename in local headers",
                                 "the name occurs more than once: readers take the first, the last or both");
                break;
            }
    }
}

/* The path that a member is unpacked to on a file system that knows neither letter case nor normalisation: '\' is '/', and empty
 * and '.' components are gone. */
static a3_span unpacked_path(a3_buf *scratch, const a3_member *m)
{
    scratch->size = 0;
    a3_fold_name(scratch, m->name, m->name_size);
    if (scratch->data == NULL) /* an empty name */
        return (a3_span){NULL, 0};
    char *to = scratch->data;
    const char *from = scratch->data, *end = from + scratch->size;
    while (from < end) {
        const char *part = from;
        while (from < end && *from != '/' && *from != '\\')
            from++;
        size_t size = (size_t)(from - part);
        if (size > 0 && !(size == 1 && *part == '.')) {
            if (to != scratch->data)
                *to++ = '/';
            memmove(to, part, size);
            to += size;
        }
        from++; /* the separator */
    }
    scratch->size = (size_t)(to - scratch->data);
    return (a3_span){(const uint8_t *)scratch->data, scratch->size};
}

static bool same_path(const a3_member *a, const a3_member *b, a3_buf *one, a3_buf *two)
{
    return a3_span_equal(unpacked_path(one, a), unpacked_path(two, b));
}

static void report_same_path(a3_zip_walk *walk, const a3_member *m, const a3_member *other)
{
    a3_span name = {(const uint8_t *)other->name, other->name_size};
    if (same_name(other, m->name, m->name_size))
        return; /* reported as a duplicate */
    if (m->is_directory != other->is_directory)
        a3_zip_add_fault(walk, A3_ZIP_DUPLICATE, A3_ZIP_INSTALL, m->central_offset, m->name, NULL,
                         "the same path as %s, but one is a file and the other a directory", a3_zip_quote(walk, name));
    else if (!m->is_directory)
        a3_zip_add_fault(walk, A3_ZIP_CASE_DUPLICATE, 0, m->central_offset, m->name, NULL,
                         "the same file as %s where letter case and Unicode normalisation do not count (Windows, macOS)",
                         a3_zip_quote(walk, name));
}

static void check_same_paths(a3_zip_walk *walk)
{
    size_t count = walk->out->count;
    struct a3_zip_name *paths = A3_NEW_ARRAY(walk->arena, struct a3_zip_name, count);
    if (paths == NULL)
        return; /* the arena remembers */
    a3_buf one = A3_BUF_INIT, two = A3_BUF_INIT;
    for (size_t i = 0; i < count; i++) {
        a3_span path = unpacked_path(&one, &walk->members[i]);
        paths[i] = (struct a3_zip_name){a3_hash64(path.data, path.size), (uint32_t)i};
    }
    qsort(paths, count, sizeof *paths, by_hash);
    for (size_t i = 1; i < count; i++) {
        const a3_member *m = &walk->members[paths[i].member], *other = &walk->members[paths[i - 1].member];
        if (paths[i].hash == paths[i - 1].hash && same_path(m, other, &one, &two))
            report_same_path(walk, m, other);
    }
    if (!a3_buf_ok(&one) || !a3_buf_ok(&two))
        a3_arena_fail(walk->arena);
    a3_buf_free(&one);
    a3_buf_free(&two);
}

void a3_zip_check_names(a3_zip_walk *walk)
{
    for (size_t i = 0; i < walk->out->count; i++) {
        check_path(walk, &walk->members[i]);
        check_encoding(walk, &walk->members[i]);
        check_type(walk, &walk->members[i]);
    }
    check_duplicates(walk);
    check_same_paths(walk);
}

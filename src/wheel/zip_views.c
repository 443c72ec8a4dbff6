/* SPDX-License-Identifier: MIT */
/* Second opinions. Where the strict walk found a fault that readers may take differently (zip_walk.h: where it found none, they cannot),
 * libzip says what readers of the central directory see, and libarchive what those see that stream. */
#include "wheel/archive_lib.h"
#include "wheel/zip_walk.h"

#include <errno.h>
#include <inttypes.h>
#include <locale.h>
#include <string.h>

enum { MOST_DIFFERENCES = 16 };

/* ---- libzip -------------------------------------------------------------------------------------------------------- */

typedef struct zip_view {
    a3_zip_lib lib;
    a3_zip_walk *walk;
    zip_t *zip;
    unsigned differences;
} zip_view;

static void differ(a3_zip_walk *walk, unsigned *differences, uint64_t offset, const char *member, const char *text)
{
    if (++*differences <= MOST_DIFFERENCES)
        a3_zip_add_fault(walk, A3_ZIP_CONFUSION, A3_ZIP_INSTALL, offset, member, NULL, "%s", text);
}

/* Of an error: the machine's fault, not the archive's. */
static bool out_of_memory(zip_view *v, const zip_error_t *error)
{
    bool memory = v->lib.zip_error_code_zip(error) == ZIP_ER_MEMORY;
    if (memory)
        a3_arena_fail(v->walk->arena);
    return memory;
}

static void compare_entry(zip_view *v, size_t i)
{
    const a3_member *m = &v->walk->members[i];
    zip_stat_t stat;
    const char *name = v->lib.zip_get_name(v->zip, i, ZIP_FL_ENC_RAW);
    if (name == NULL || v->lib.zip_stat_index(v->zip, i, 0, &stat) != 0) {
        if (!out_of_memory(v, v->lib.zip_get_error(v->zip)))
            differ(v->walk, &v->differences, m->central_offset, m->name, "libzip cannot read the entry");
    } else if (strcmp(name, m->name) != 0)
        differ(v->walk, &v->differences, m->central_offset, m->name, "libzip sees another name");
    else if (((stat.valid & ZIP_STAT_SIZE) && stat.size != m->size) ||
             ((stat.valid & ZIP_STAT_COMP_SIZE) && stat.comp_size != m->packed))
        differ(v->walk, &v->differences, m->central_offset, m->name, "libzip sees another size");
    else if ((stat.valid & ZIP_STAT_COMP_METHOD) && stat.comp_method != m->method)
        differ(v->walk, &v->differences, m->central_offset, m->name, "libzip sees another compression method");
}

static void compare_libzip(a3_zip_walk *walk)
{
    zip_view v = {.walk = walk};
    if (a3_zip_lib_load(&v.lib, NULL) != A3_OK)
        return;
    zip_error_t error;
    v.lib.zip_error_init(&error);
    zip_source_t *source = v.lib.zip_source_buffer_create(walk->file.data, walk->file.size, 0, &error);
    v.zip = source ? v.lib.zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
    if (v.zip == NULL) {
        if (source == NULL) /* libzip 1.7 does not always say why; there is but one reason */
            a3_arena_fail(walk->arena);
        else if (!out_of_memory(&v, &error))
            a3_zip_add_fault(walk, A3_ZIP_CONFUSION, A3_ZIP_INSTALL, A3_NO_OFFSET, NULL, NULL, "libzip does not open the archive: %s",
                             v.lib.zip_error_strerror(&error));
        if (source != NULL)
            v.lib.zip_source_free(source);
        v.lib.zip_error_fini(&error);
        return;
    }
    zip_int64_t count = v.lib.zip_get_num_entries(v.zip, 0);
    if (count != (zip_int64_t)walk->out->count)
        a3_zip_add_fault(walk, A3_ZIP_CONFUSION, A3_ZIP_INSTALL, A3_NO_OFFSET, NULL, NULL,
                         "libzip sees %" PRId64 " members, the central directory has %zu", (int64_t)count, walk->out->count);
    for (size_t i = 0; i < walk->out->count && (zip_int64_t)i < count; i++)
        compare_entry(&v, i);
    v.lib.zip_discard(v.zip);
    v.lib.zip_error_fini(&error);
}

/* ---- libarchive, streaming ----------------------------------------------------------------------------------------- */

typedef struct stream_view {
    a3_archive_lib lib;
    a3_zip_walk *walk;
    struct archive *archive;
    bool *seen;      /* of each member */
    bool nameless;   /* a member's name could not be had */
    uint64_t budget; /* bytes that may still be unpacked */
    unsigned differences;
} stream_view;

/* Data whose size the local header does not tell is unpacked to find its end: within bounds. */
static int skip_data(stream_view *v)
{
    for (;;) {
        const void *block;
        size_t size;
        la_int64_t offset;
        int result = v->lib.archive_read_data_block(v->archive, &block, &size, &offset);
        if (result != ARCHIVE_OK)
            return result == ARCHIVE_EOF ? ARCHIVE_OK : result;
        if (size > v->budget)
            return ARCHIVE_FATAL;
        v->budget -= size;
    }
}

static int visit(stream_view *v, struct archive_entry *entry)
{
    const char *raw = v->lib.archive_entry_pathname(entry);
    const char *name = raw ? raw : v->lib.archive_entry_pathname_utf8(entry);
    const a3_member *m = name ? a3_container_find(v->walk->out, name, strlen(name)) : NULL;
    bool sized = v->lib.archive_entry_size_is_set(entry) != 0;
    v->nameless |= name == NULL;
    if (name != NULL && m == NULL) {
        const char *text = a3_zip_quote(v->walk, (a3_span){(const uint8_t *)name, strlen(name)});
        if (++v->differences <= MOST_DIFFERENCES)
            a3_zip_add_fault(v->walk, A3_ZIP_CONFUSION, A3_ZIP_INSTALL, A3_NO_OFFSET, NULL, NULL,
                             "readers that stream see the member %s, which the central directory does not have", text);
    } else if (m != NULL) {
        v->seen[m - v->walk->members] = true;
        if (sized && !m->is_directory && !m->is_symlink && (uint64_t)v->lib.archive_entry_size(entry) != m->size)
            differ(v->walk, &v->differences, m->header_offset, m->name, "readers that stream see another size");
    }
    return sized ? v->lib.archive_read_data_skip(v->archive) : skip_data(v);
}

static void report_unseen(stream_view *v)
{
    for (size_t i = 0; i < v->walk->out->count; i++) {
        const a3_member *m = &v->walk->members[i];
        if (v->nameless && !a3_zip_is_ascii((a3_span){(const uint8_t *)m->name, m->name_size}))
            continue;
        /* of equal names a3_container_find gives one */
        if (!v->seen[i] && a3_container_find(v->walk->out, m->name, m->name_size) == m)
            differ(v->walk, &v->differences, m->header_offset, m->name, "readers that stream do not see the member");
    }
}

static void compare_stream(a3_zip_walk *walk)
{
    stream_view v = {.walk = walk, .budget = (64u << 20) + walk->out->total_size,
                     .seen = A3_NEW_ARRAY(walk->arena, bool, walk->out->count)};
    if (v.seen == NULL || a3_archive_lib_load(&v.lib, NULL) != A3_OK)
        return;
    v.archive = v.lib.archive_read_new();
    if (v.archive == NULL) {
        a3_arena_fail(walk->arena);
        return;
    }
    /* libarchive gives names in the charset of the thread's locale, and none where they do not fit into that */
    locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    locale_t before = utf8 != (locale_t)0 ? uselocale(utf8) : (locale_t)0;
    int result = v.lib.archive_read_support_format_zip_streamable(v.archive);
    if (result == ARCHIVE_OK)
        result = v.lib.archive_read_open_memory(v.archive, walk->file.data, walk->file.size);
    while (result == ARCHIVE_OK || result == ARCHIVE_WARN) {
        struct archive_entry *entry;
        result = v.lib.archive_read_next_header(v.archive, &entry);
        if (result == ARCHIVE_OK || result == ARCHIVE_WARN)
            result = visit(&v, entry);
    }
    if (result != ARCHIVE_EOF && v.lib.archive_errno(v.archive) == ENOMEM) {
        a3_arena_fail(walk->arena);
    } else if (result != ARCHIVE_EOF) {
        const char *reason = v.lib.archive_error_string(v.archive);
        a3_zip_add_fault(walk, A3_ZIP_CONFUSION, A3_ZIP_INSTALL, A3_NO_OFFSET, NULL, NULL,
                         "readers that stream stop before the end: %s", reason ? reason : "too much data");
    }
    report_unseen(&v);
    v.lib.archive_read_free(v.archive);
    if (utf8 != (locale_t)0) {
        uselocale(before);
        freelocale(utf8);
    }
}

void a3_zip_compare_views(a3_zip_walk *walk)
{
    if (walk->seen[A3_ZIP_FRAMING] == 0 && walk->seen[A3_ZIP_CONFUSION] == 0)
        return;
    compare_libzip(walk);
    compare_stream(walk);
}

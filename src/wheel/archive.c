/* SPDX-License-Identifier: MIT */
/* tar in all its wrappings, through libarchive: sdists, conda packages and their inner streams. */
#include "wheel/archive_lib.h"
#include "wheel/zip_walk.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

typedef struct stream {
    a3_archive_lib lib;
    struct archive *archive;
    const a3_limits *limits;
    a3_err *err;
    uint64_t packed;  /* bytes of the stream as a whole */
    uint64_t members, total;
    uint8_t *buffer;  /* of the entry at hand */
    size_t room, used;
} stream;

static const char *reason(const stream *s)
{
    const char *text = s->lib.archive_error_string(s->archive);
    return text ? text : "no reason given";
}

/* libarchive gave up: for want of memory, or for what `otherwise` says. */
static a3_status broken(const stream *s, a3_status otherwise)
{
    return a3_fail(s->err, s->lib.archive_errno(s->archive) == ENOMEM ? A3_NOMEM : otherwise, "%s", reason(s));
}

/* One filter only, the one whose signature the bytes have: libarchive never guesses, and where it would run a program for want of a
 * library (ARCHIVE_WARN), it does not come to it. */
static a3_status add_filter(stream *s, a3_span bytes)
{
    const struct { const char *magic; uint8_t size; int (*support)(struct archive *); } filters[] = {
        {"\x1f\x8b", 2, s->lib.archive_read_support_filter_gzip},
        {"BZh", 3, s->lib.archive_read_support_filter_bzip2},
        {"\xfd" "7zXZ", 5, s->lib.archive_read_support_filter_xz},
        {"\x28\xb5\x2f\xfd", 4, s->lib.archive_read_support_filter_zstd},
        {"\x50\x2a\x4d\x18", 4, s->lib.archive_read_support_filter_zstd},
        {"LZIP", 4, s->lib.archive_read_support_filter_lzip},
        {"\x1f\x9d", 2, s->lib.archive_read_support_filter_compress},
    };
    for (size_t i = 0; i < sizeof filters / sizeof *filters; i++)
        if (bytes.size >= filters[i].size && memcmp(bytes.data, filters[i].magic, filters[i].size) == 0)
            return filters[i].support(s->archive) == ARCHIVE_OK
                       ? A3_OK
                       : a3_fail(s->err, A3_UNSUPPORTED, "libarchive was built without support for a %s",
                                 a3_container_format(bytes));
    return A3_OK;
}

static a3_status open_stream(stream *s, a3_span bytes)
{
    a3_status status = a3_archive_lib_load(&s->lib, s->err);
    if (status != A3_OK)
        return status;
    s->archive = s->lib.archive_read_new();
    if (s->archive == NULL || s->lib.archive_read_support_format_tar(s->archive) != ARCHIVE_OK)
        return a3_fail(s->err, A3_NOMEM, "out of memory");
    status = add_filter(s, bytes);
    if (status == A3_OK && s->lib.archive_read_open_memory(s->archive, bytes.data, bytes.size) != ARCHIVE_OK)
        status = a3_fail(s->err, s->lib.archive_errno(s->archive) == ENOMEM ? A3_NOMEM : A3_MALFORMED,
                         "no tar archive can be read out of the %s: %s", a3_container_format(bytes), reason(s));
    return status;
}

/* More room, after the limits were asked. */
static a3_status grow(stream *s)
{
    size_t room = s->room ? s->room : 64 << 10;
    uint8_t *more = room <= SIZE_MAX / 2 ? realloc(s->buffer, room * 2) : NULL;
    if (more == NULL)
        return a3_fail(s->err, A3_NOMEM, "out of memory for a member of more than %zu bytes", s->used);
    s->buffer = more;
    s->room = room * 2;
    return A3_OK;
}

static a3_status check_limits(stream *s)
{
    const a3_limits *l = s->limits;
    uint64_t total = s->total + s->used;
    if (s->used > l->member_size)
        return a3_fail(s->err, A3_LIMIT, "more than %" PRIu64 " bytes unpacked", l->member_size);
    if (total > l->total_size)
        return a3_fail(s->err, A3_LIMIT, "more than %" PRIu64 " bytes unpacked in all", l->total_size);
    if (total > l->ratio_floor && total / l->ratio > s->packed)
        return a3_fail(s->err, A3_LIMIT, "more than %" PRIu64 " times the packed size unpacked", l->ratio);
    return A3_OK;
}

static a3_status read_content(stream *s)
{
    s->used = 0;
    for (;;) {
        if (s->used == s->room) {
            a3_status status = grow(s);
            if (status != A3_OK)
                return status;
        }
        la_ssize_t got = s->lib.archive_read_data(s->archive, s->buffer + s->used, s->room - s->used);
        if (got < 0)
            return broken(s, A3_MALFORMED);
        if (got == 0)
            return A3_OK;
        s->used += (size_t)got;
        a3_status status = check_limits(s);
        if (status != A3_OK)
            return status;
    }
}

static const char *either(const char *utf8, const char *raw) { return utf8 ? utf8 : raw; }

static a3_status read_entry(stream *s, struct archive_entry *from, a3_entry *entry)
{
    const a3_archive_lib *lib = &s->lib;
    const char *name = either(lib->archive_entry_pathname_utf8(from), lib->archive_entry_pathname(from));
    const char *hard = either(lib->archive_entry_hardlink_utf8(from), lib->archive_entry_hardlink(from));
    const char *soft = either(lib->archive_entry_symlink_utf8(from), lib->archive_entry_symlink(from));
    *entry = (a3_entry){.name = name ? name : "", .target = hard ? hard : soft,
                        .mode = (uint32_t)lib->archive_entry_mode(from)};
    if (hard != NULL && (entry->mode & AE_IFMT) == 0)
        entry->mode |= AE_IFREG;
    s->used = 0;
    if (++s->members > s->limits->members)
        return a3_fail(s->err, A3_LIMIT, "more than %" PRIu64 " members", s->limits->members);
    a3_status status = A3_OK;
    if (lib->archive_entry_filetype(from) == AE_IFREG && hard == NULL)
        status = read_content(s);
    if (status != A3_OK) {
        a3_err_prefix(s->err, "member %.200s", entry->name);
        return status;
    }
    s->total += s->used;
    entry->bytes = (a3_span){s->used ? s->buffer : NULL, s->used};
    entry->size = s->used;
    return A3_OK;
}

static a3_status each_entry(stream *s, a3_entry_fn *each, void *context)
{
    for (;;) {
        struct archive_entry *from = NULL;
        int result = s->lib.archive_read_next_header(s->archive, &from);
        if (result == ARCHIVE_EOF)
            return A3_OK;
        if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
            return broken(s, A3_MALFORMED);
        a3_entry entry;
        a3_status status = read_entry(s, from, &entry);
        if (status != A3_OK || !each(context, &entry))
            return status;
    }
}

static void close_stream(stream *s)
{
    if (s->archive != NULL)
        s->lib.archive_read_free(s->archive);
    free(s->buffer);
}

a3_status a3_archive_each(a3_span bytes, const a3_limits *limits, a3_entry_fn *each, void *context, a3_err *err)
{
    a3_err own = A3_ERR_INIT;
    stream s = {.limits = limits, .err = err ? err : &own, .packed = bytes.size};
    a3_container_kind kind = a3_container_detect(bytes);
    if (kind != A3_CONTAINER_TAR && kind != A3_CONTAINER_STREAM)
        return a3_fail(err, A3_NOT_MINE, "%s: not one of the formats that are read", a3_container_format(bytes));
    a3_status status = open_stream(&s, bytes);
    if (status == A3_OK)
        status = each_entry(&s, each, context);
    close_stream(&s);
    return status;
}

a3_status a3_archive_unpack_one(a3_span zip, uint8_t *out, size_t size, a3_err *err)
{
    stream s = {.err = err};
    a3_status status = a3_archive_lib_load(&s.lib, err);
    if (status != A3_OK)
        return status;
    s.archive = s.lib.archive_read_new();
    struct archive_entry *entry;
    if (s.archive == NULL || s.lib.archive_read_support_format_zip_streamable(s.archive) != ARCHIVE_OK)
        status = a3_fail(err, A3_NOMEM, "out of memory");
    else if (s.lib.archive_read_open_memory(s.archive, zip.data, zip.size) != ARCHIVE_OK ||
             s.lib.archive_read_next_header(s.archive, &entry) != ARCHIVE_OK)
        status = broken(&s, A3_UNSUPPORTED);
    size_t used = 0;
    la_ssize_t got = 0;
    while (status == A3_OK && (got = s.lib.archive_read_data(s.archive, size > 0 ? out + used : NULL, size - used)) > 0)
        used += (size_t)got;
    /* libarchive tells of a method that it does not know at the first byte */
    if (status == A3_OK && got < 0)
        status = broken(&s, used == 0 ? A3_UNSUPPORTED : A3_MALFORMED);
    if (status == A3_OK && used < size)
        status = a3_fail(err, A3_MALFORMED, "the data unpacks to %zu bytes, the central directory says %zu", used, size);
    close_stream(&s);
    return status;
}

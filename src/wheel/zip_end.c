/* SPDX-License-Identifier: MIT */
/* The end of a ZIP: end record (APPNOTE 4.3.16), ZIP64 end record (4.3.14) and its locator (4.3.15). They are found as CPython's
 * zipfile finds them, and read as it reads them. */
#include "wheel/zip_walk.h"

#include <inttypes.h>
#include <string.h>

typedef struct end_record {
    uint16_t disk, central_disk, here, total;
    uint32_t size, offset;
    uint16_t comment_size;
} end_record;

typedef struct end64_record {
    uint64_t record_size;
    uint32_t disk, central_disk;
    uint64_t here, total, size, offset;
} end64_record;

typedef struct locator {
    uint32_t disk, disks;
    uint64_t offset;
} locator;

static bool signature_at(a3_span file, uint64_t offset, uint32_t signature)
{
    a3_cursor c = a3_cursor_at(file, offset, false);
    return a3_get32(&c) == signature && c.ok;
}

/* The last end record of the file: its very last 22 bytes if they are one without a comment, else the last signature within
 * the reach of a comment. */
static bool find_record(a3_span file, uint64_t *offset)
{
    if (file.size < A3_ZIP_END_SIZE)
        return false;
    size_t last = file.size - A3_ZIP_END_SIZE;
    if (signature_at(file, last, A3_ZIP_END) && a3_load(file.data + file.size - 2, 2, false) == 0) {
        *offset = last;
        return true;
    }
    size_t first = last > 0x10000 ? last - 0x10000 : 0;
    for (size_t at = file.size - 4 + 1; at-- > first;)
        if (file.data[at] == 'P' && signature_at(file, at, A3_ZIP_END)) {
            *offset = at;
            return at <= last;
        }
    return false;
}

static end_record read_end(a3_span file, uint64_t offset)
{
    a3_cursor c = a3_cursor_at(file, offset + 4, false);
    end_record r = {.disk = a3_get16(&c)};
    r.central_disk = a3_get16(&c);
    r.here = a3_get16(&c);
    r.total = a3_get16(&c);
    r.size = a3_get32(&c);
    r.offset = a3_get32(&c);
    r.comment_size = a3_get16(&c);
    return r;
}

static end64_record read_end64(a3_span file, uint64_t offset)
{
    a3_cursor c = a3_cursor_at(file, offset + 4, false);
    end64_record r = {.record_size = a3_get64(&c)};
    a3_skip(&c, 4); /* versions */
    r.disk = a3_get32(&c);
    r.central_disk = a3_get32(&c);
    r.here = a3_get64(&c);
    r.total = a3_get64(&c);
    r.size = a3_get64(&c);
    r.offset = a3_get64(&c);
    return r;
}

static locator read_locator(a3_span file, uint64_t offset)
{
    a3_cursor c = a3_cursor_at(file, offset + 4, false);
    locator l = {.disk = a3_get32(&c)};
    l.offset = a3_get64(&c);
    l.disks = a3_get32(&c);
    return l;
}

/* Where a file begins as a ZIP but has no end record, it was cut short as a rule: how far do its records go? */
static a3_status no_end(a3_zip_walk *walk)
{
    a3_span file = walk->file;
    if (!signature_at(file, 0, A3_ZIP_LOCAL) && !signature_at(file, 0, A3_ZIP_CENTRAL) &&
        !signature_at(file, 0, A3_ZIP_END))
        return file.size == 0 ? a3_fail_at(walk->err, A3_NOT_MINE, 0, "the file is empty")
                              : a3_fail_at(walk->err, A3_NOT_MINE, 0, "no ZIP: neither its signature nor an end record");
    uint64_t at = 0;
    a3_zip_local local;
    while (a3_zip_read_local(file, at, &local) && local.packed <= file.size - local.data_offset)
        at = local.data_offset + local.packed; /* at least the header's 30 bytes on */
    if (signature_at(file, at, A3_ZIP_LOCAL) && a3_zip_read_local(file, at, &local))
        return a3_fail_at(walk->err, A3_MALFORMED, at,
                          "cut short at 0x%zx: the member whose local header is at 0x%" PRIx64
                          " has %" PRIu64 " bytes of data, of which %" PRIu64
                          " are there, and there is no end of central directory record",
                          file.size, at, local.packed, file.size - local.data_offset);
    return a3_fail_at(walk->err, A3_MALFORMED, file.size,
                      "cut short at 0x%zx: there is no end of central directory record behind the records that go to 0x%" PRIx64,
                      file.size, at);
}

/* The end record repeats what the ZIP64 end record says, or holds 0xffff or 0xffffffff where that alone counts. */
static void compare_ends(a3_zip_walk *walk, const end_record *r, const end64_record *r64)
{
    const struct { const char *what; uint64_t small, limit, large; } fields[] = {
        {"number of entries", r->total, UINT16_MAX, r64->total},
        {"size of the central directory", r->size, UINT32_MAX, r64->size},
        {"offset of the central directory", r->offset, UINT32_MAX, r64->offset},
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (fields[i].small != fields[i].limit && fields[i].small != fields[i].large)
            a3_zip_add_fault(walk, A3_ZIP_CONFUSION, A3_ZIP_INSTALL, walk->out->end_offset, NULL, NULL,
                             "the %s is %" PRIu64 " in the end record, %" PRIu64 " in the ZIP64 end record",
                             fields[i].what, fields[i].small, fields[i].large);
}

static void check_end64(a3_zip_walk *walk, uint64_t at, uint64_t locator_at, const locator *l, const end64_record *r)
{
    if (r->record_size != A3_ZIP_END64_SIZE - 12)
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_BOTH, at, NULL, "ZIP64 extensible data not allowed",
                         "the ZIP64 end record says that it is %" PRIu64 " bytes long, 44 are allowed", r->record_size);
    if (locator_at - at != A3_ZIP_END64_SIZE)
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_BOTH, at, NULL, NULL,
                         "%" PRIu64 " bytes stand between the ZIP64 end record and its locator",
                         locator_at - at - A3_ZIP_END64_SIZE);
    if (r->offset + r->size != l->offset || r->offset > UINT64_MAX - r->size)
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_BOTH, locator_at, NULL, "Corrupt zip64 end of central directory record",
                         "the ZIP64 locator says 0x%" PRIx64 ", but the central directory (offset 0x%" PRIx64
                         ", %" PRIu64 " bytes) does not end there",
                         l->offset, r->offset, r->size);
    if (r->here != r->total)
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_INDEX_REJECTS, at, NULL, "Malformed zip file",
                         "the ZIP64 end record counts %" PRIu64 " entries on this disk and %" PRIu64 " in all", r->here,
                         r->total);
    if (r->disk != 0 || r->central_disk != 0)
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, 0, at, NULL, NULL,
                         "the ZIP64 end record names disks %" PRIu32 " and %" PRIu32 ", but there is one file", r->disk,
                         r->central_disk);
}

/* The ZIP64 end record, where the locator stands right before the end record. *found: it is there, at *at. */
static a3_status find_end64(a3_zip_walk *walk, uint64_t end, const end_record *r, end64_record *r64, uint64_t *at, bool *found)
{
    a3_span file = walk->file;
    *found = false;
    if (end < A3_ZIP_LOCATOR_SIZE || !signature_at(file, end - A3_ZIP_LOCATOR_SIZE, A3_ZIP_LOCATOR))
        return A3_OK;
    uint64_t locator_at = end - A3_ZIP_LOCATOR_SIZE;
    locator l = read_locator(file, locator_at);
    if (l.disk != 0 || l.disks > 1)
        return a3_fail_at(walk->err, A3_MALFORMED, locator_at,
                          "the ZIP64 locator says that the archive spans %" PRIu32 " disks", l.disks);
    uint64_t last = locator_at >= A3_ZIP_END64_SIZE ? locator_at - A3_ZIP_END64_SIZE : 0;
    *at = l.offset <= last && signature_at(file, l.offset, A3_ZIP_END64) ? l.offset : last;
    if (locator_at < A3_ZIP_END64_SIZE || !signature_at(file, *at, A3_ZIP_END64))
        return a3_fail_at(walk->err, A3_MALFORMED, locator_at,
                          "the ZIP64 locator leads to 0x%" PRIx64 ", but no ZIP64 end record is there", l.offset);
    *r64 = read_end64(file, *at);
    *found = true;
    check_end64(walk, *at, locator_at, &l, r64);
    compare_ends(walk, r, r64);
    return A3_OK;
}

static void check_end(a3_zip_walk *walk, uint64_t end, const end_record *r)
{
    uint64_t behind = walk->file.size - end - A3_ZIP_END_SIZE;
    if (r->comment_size > behind)
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_INDEX_REJECTS, end, NULL, "Trailing data",
                         "the archive comment is %u bytes long, of which %" PRIu64 " are there", r->comment_size, behind);
    else if (r->comment_size < behind)
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_INDEX_REJECTS, end + A3_ZIP_END_SIZE + r->comment_size, NULL,
                         "Trailing data", "%" PRIu64 " bytes stand behind the end of the archive",
                         behind - r->comment_size);
    if (r->here != r->total)
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_INDEX_REJECTS, end, NULL, "Malformed zip file",
                         "the end record counts %u entries on this disk and %u in all", r->here, r->total);
    /* 0xffff: see the ZIP64 end record */
    if ((r->disk != 0 && r->disk != UINT16_MAX) || (r->central_disk != 0 && r->central_disk != UINT16_MAX))
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, 0, end, NULL, NULL,
                         "the end record names disks %u and %u, but there is one file", r->disk, r->central_disk);
    a3_span_sub(walk->file, end + A3_ZIP_END_SIZE, r->comment_size < behind ? r->comment_size : behind,
                &walk->out->comment);
}

a3_status a3_zip_find_end(a3_zip_walk *walk)
{
    a3_container *out = walk->out;
    if (!find_record(walk->file, &out->end_offset))
        return no_end(walk);
    uint64_t end = out->end_offset, end64 = 0;
    end_record r = read_end(walk->file, end);
    check_end(walk, end, &r);
    end64_record r64;
    bool is_zip64;
    a3_status status = find_end64(walk, end, &r, &r64, &end64, &is_zip64);
    if (status != A3_OK)
        return status;
    uint64_t size = is_zip64 ? r64.size : r.size;
    walk->stored_count = is_zip64 ? r64.total : r.total;
    walk->stored_offset = is_zip64 ? r64.offset : r.offset;
    walk->central_end = is_zip64 ? end64 : end;
    if (size > walk->central_end)
        return a3_fail_at(walk->err, A3_MALFORMED, end,
                          "the end record at 0x%" PRIx64 " says that %" PRIu64
                          " bytes of central directory stand before it, which is more than there are",
                          end, size);
    out->central_size = size;
    out->central_offset = walk->central_end - size;
    walk->base = (int64_t)(out->central_offset - walk->stored_offset); /* wraps as intended: both are below 2^64 */
    return A3_OK;
}

/* SPDX-License-Identifier: MIT */
/* The central directory (APPNOTE 4.3.12): which members there are. Read as CPython's zipfile reads it: entry after entry until
 * the directory's bytes are used up, whatever the end record's count says. */
#include "wheel/zip_walk.h"

#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>

#include "base/hash.h"
#include "base/text.h"

bool a3_zip_next_extra(a3_cursor *cursor, uint16_t *id, a3_span *data)
{
    if (!cursor->ok || a3_left(cursor) == 0)
        return false;
    *id = a3_get16(cursor);
    uint16_t size = a3_get16(cursor);
    *data = a3_get_span(cursor, size);
    return cursor->ok;
}

/* The next `size` bytes, or as many as there are. */
static a3_span up_to(a3_cursor *c, size_t size) { return a3_get_span(c, size < a3_left(c) ? size : a3_left(c)); }

/* How many entries the directory has: a walk over its headers only, so that the table can be allocated in one piece. */
static a3_status count_entries(a3_zip_walk *walk, a3_span directory, size_t *count)
{
    uint64_t at = 0, start = walk->out->central_offset;
    *count = 0;
    while (at < directory.size) {
        a3_cursor c = a3_cursor_at(directory, at, false);
        uint32_t signature = a3_get32(&c);
        a3_seek(&c, at + 28);
        uint64_t size = A3_ZIP_CENTRAL_SIZE;
        size += a3_get16(&c);
        size += a3_get16(&c);
        size += a3_get16(&c);
        if (directory.size - at < A3_ZIP_CENTRAL_SIZE)
            return a3_fail_at(walk->err, A3_MALFORMED, start + at,
                              "the central directory is cut short: entry %zu at 0x%" PRIx64 " has %" PRIu64
                              " of its 46 bytes",
                              *count + 1, start + at, (uint64_t)directory.size - at);
        if (signature != A3_ZIP_CENTRAL)
            return a3_fail_at(walk->err, A3_MALFORMED, start + at,
                              "entry %zu of the central directory should be at 0x%" PRIx64
                              ", but its signature is not there (0x%08" PRIx32 ")",
                              *count + 1, start + at, signature);
        if (*count >= walk->limits->members) {
            a3_zip_add_fault(walk, A3_ZIP_LIMIT, 0, start + at, NULL, NULL, "more than %" PRIu64 " members",
                             walk->limits->members);
            return a3_fail_at(walk->err, A3_LIMIT, start + at, "more than %" PRIu64 " members", walk->limits->members);
        }
        ++*count;
        at += size;
    }
    return A3_OK;
}

/* ZIP64 sizes and offset (APPNOTE 4.5.3): a field holds, in this order, what the header gives as 0xffffffff. */
static void read_zip64(a3_zip_walk *walk, a3_member *m, a3_span data)
{
    a3_cursor c = a3_cursor_at(data, 0, false);
    uint64_t *const fields[] = {&m->size, &m->packed, &m->header_offset};
    static const char *const what[] = {"size", "packed size", "offset"};
    for (size_t i = 0; i < 3; i++) {
        if (*fields[i] != UINT32_MAX)
            continue;
        uint64_t value = a3_get64(&c);
        if (!c.ok) {
            a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_BOTH, m->central_offset, m->name, NULL,
                             "the central entry's ZIP64 field has no %s", what[i]);
            return;
        }
        *fields[i] = value;
    }
    if (a3_left(&c) == 0 || (a3_left(&c) == 4 && c.pos > 0))
        return; /* 4 more bytes: the disk's number */
    /* More than was asked for. Some writers always put in all, and some readers take it without asking. */
    c = a3_cursor_at(data, 0, false);
    for (size_t i = 0; i < 3 && a3_left(&c) >= 8; i++)
        if (a3_get64(&c) != *fields[i])
            a3_zip_add_fault(walk, A3_ZIP_CONFUSION, 0, m->central_offset, m->name, NULL,
                             "the central entry's ZIP64 field gives another %s than its header", what[i]);
}

/* Info-ZIP's Unicode path (APPNOTE 4.6.9): CPython from 3.13 on takes it as the name, older ones do not know it. */
static void check_unicode_path(a3_zip_walk *walk, const a3_member *m, a3_span data)
{
    a3_cursor c = a3_cursor_at(data, 0, false);
    uint8_t version = a3_get8(&c);
    uint32_t crc = a3_get32(&c);
    a3_span name = a3_get_span(&c, a3_left(&c));
    a3_span own = {(const uint8_t *)m->name, m->name_size};
    if (!c.ok)
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_BOTH, m->central_offset, m->name,
                         "Corrupt unicode path extra field (0x7075)",
                         "the central entry's Unicode path field is %zu bytes long, 5 is the least", data.size);
    else if (version != 1 || crc != a3_crc32(0, own) || name.size == 0)
        return; /* void by its own rules */
    else if (!a3_utf8_valid((const char *)name.data, name.size))
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_BOTH, m->central_offset, m->name,
                         "Corrupt unicode path extra field (0x7075): invalid utf-8 bytes",
                         "the central entry's Unicode path field is not UTF-8");
    else if (!a3_span_equal(name, own))
        a3_zip_add_fault(walk, A3_ZIP_CONFUSION, A3_ZIP_INSTALL, m->central_offset, m->name, NULL,
                         "the central entry's Unicode path field gives it another name, which CPython 3.13 and later use");
}

static void read_extras(a3_zip_walk *walk, a3_member *m)
{
    a3_cursor c = a3_cursor_at(m->central_extra, 0, false);
    uint16_t id;
    a3_span data;
    unsigned zip64 = 0, unicode = 0;
    size_t whole = 0; /* bytes of records that are whole */
    while (a3_zip_next_extra(&c, &id, &data)) {
        whole = c.pos;
        if (id == A3_ZIP_EXTRA_ZIP64 && zip64++ == 0)
            read_zip64(walk, m, data);
        else if (id == A3_ZIP_EXTRA_UNICODE_PATH && unicode++ == 0)
            check_unicode_path(walk, m, data);
    }
    if (zip64 > 1 || unicode > 1)
        a3_zip_add_fault(walk, A3_ZIP_CONFUSION, A3_ZIP_INSTALL, m->central_offset, m->name, NULL,
                         "the central entry has the extra field 0x%04x twice", zip64 > 1 ? 0x0001 : 0x7075);
    if (!c.ok) /* zipfile overlooks up to 3 bytes that are no record */
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, c.in.size - whole < 4 ? 0 : A3_ZIP_BOTH, m->central_offset, m->name, NULL,
                         "the central entry's extra field is ill-formed: a record goes beyond its end");
}

static void read_mode(a3_member *m)
{
    m->host = (uint8_t)(m->version_made >> 8);
    if (m->host == 3 || m->host == 19)
        m->mode = m->external >> 16;
    m->is_directory = m->name_size > 0 && m->name[m->name_size - 1] == '/';
    m->is_symlink = (m->mode & S_IFMT) == S_IFLNK;
    m->encrypted = (m->flags & (A3_ZIP_FLAG_ENCRYPTED | A3_ZIP_FLAG_PATCH | A3_ZIP_FLAG_STRONG)) != 0 ||
                   m->method == A3_ZIP_AES;
}

/* Faults of one entry that need no other record. */
static void check_entry(a3_zip_walk *walk, const a3_member *m, uint16_t disk)
{
    uint64_t at = m->central_offset;
    if (m->comment.size > 0)
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_INDEX_REJECTS, at, m->name, "Comment in central directory",
                         "the entry has a comment of %zu bytes", m->comment.size);
    if (disk != 0 && disk != UINT16_MAX)
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, 0, at, m->name, NULL, "the entry is said to be on disk %u", disk);
    if ((m->version_needed & 0xff) > 63)
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_INDEX_500 | A3_ZIP_INSTALL, at, m->name, NULL,
                         "version needed to extract is %u.%u, 6.3 is the highest that CPython's zipfile reads",
                         (m->version_needed & 0xff) / 10, (m->version_needed & 0xff) % 10);
    if (m->encrypted)
        a3_zip_add_fault(walk, A3_ZIP_ENCRYPTED, A3_ZIP_INSTALL | (a3_zip_index_reads(m) ? A3_ZIP_INDEX_500 : 0), at, m->name, NULL,
                         "the member is encrypted (flags 0x%04x)", m->flags);
    if (m->method != A3_ZIP_STORED && m->method != A3_ZIP_DEFLATED)
        a3_zip_add_fault(walk, A3_ZIP_METHOD, A3_ZIP_INDEX_REJECTS, at, m->name,
                         "File does not use a supported compression type",
                         "compression method %u, but stored (0) and deflated (8) are the only ones of a wheel", m->method);
    if (m->method == A3_ZIP_STORED && m->size != m->packed && !m->encrypted)
        a3_zip_add_fault(walk, A3_ZIP_CONFUSION, A3_ZIP_INSTALL, at, m->name, NULL,
                         "stored, but %" PRIu64 " bytes unpacked and %" PRIu64 " packed", m->size, m->packed);
    if (m->is_directory && m->size > 0)
        a3_zip_add_fault(walk, A3_ZIP_CONFUSION, 0, at, m->name, NULL, "a directory with %" PRIu64 " bytes of data",
                         m->size);
}

static bool read_entry(a3_zip_walk *walk, a3_cursor *c, a3_member *m)
{
    m->central_offset = walk->out->central_offset + c->pos;
    a3_skip(c, 4);
    m->version_made = a3_get16(c);
    m->version_needed = a3_get16(c);
    m->flags = a3_get16(c);
    m->method = a3_get16(c);
    m->dos_time = a3_get32(c);
    m->crc = a3_get32(c);
    m->packed = a3_get32(c);
    m->size = a3_get32(c);
    m->name_size = a3_get16(c);
    uint16_t extra_size = a3_get16(c), comment_size = a3_get16(c), disk = a3_get16(c);
    m->internal = a3_get16(c);
    m->external = a3_get32(c);
    m->header_offset = a3_get32(c);
    bool cut = (size_t)m->name_size + extra_size + comment_size > a3_left(c);
    a3_span name = up_to(c, m->name_size);
    m->central_extra = up_to(c, extra_size);
    m->comment = up_to(c, comment_size);
    m->name_size = (uint16_t)name.size;
    m->name = a3_strndup(walk->arena, (const char *)name.data, name.size);
    if (name.size == 0)
        m->name = "";
    if (m->name == NULL)
        return false;
    if (cut)
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_BOTH, m->central_offset, m->name,
                         comment_size > 0 ? "Comment in central directory" : "Malformed zip file",
                         "the entry goes beyond the end of the central directory");
    read_mode(m);
    read_extras(walk, m);
    check_entry(walk, m, disk);
    return true;
}

/* Offsets count from the first byte of the archive proper, which need not be the file's. zipfile takes the difference between where the
 * directory is and where it is said to be for the length of such a prefix. Where that leads to no local header, but the offset as it
 * stands does, the end record's offset is wrong and nothing else. */
static void settle_base(a3_zip_walk *walk, size_t count)
{
    a3_container *out = walk->out;
    if (walk->base == 0)
        return;
    a3_zip_local local;
    uint64_t first = count > 0 ? walk->members[0].header_offset : 0;
    bool moved = count == 0 || a3_zip_read_local(walk->file, first + (uint64_t)walk->base, &local);
    if (!moved && a3_zip_read_local(walk->file, first, &local))
        walk->base = 0;
    if (walk->base > 0)
        out->prefix = (uint64_t)walk->base;
    if (walk->base <= 0 || count == 0)
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, count > 0 ? A3_ZIP_BOTH : A3_ZIP_INDEX_REJECTS, out->end_offset, NULL,
                         "Mismatched central directory offset",
                         "the end record says that the central directory is at 0x%" PRIx64 ", it is at 0x%" PRIx64,
                         walk->stored_offset, out->central_offset);
    for (size_t i = 0; i < count; i++)
        walk->members[i].header_offset += (uint64_t)walk->base; /* what leaves the file is found out at its local header */
}

a3_status a3_zip_read_central(a3_zip_walk *walk)
{
    a3_container *out = walk->out;
    a3_span directory;
    if (!a3_span_sub(walk->file, out->central_offset, out->central_size, &directory))
        return a3_fail(walk->err, A3_BUG, "the central directory was not bounded");
    size_t count;
    a3_status status = count_entries(walk, directory, &count);
    if (status != A3_OK)
        return status;
    walk->members = A3_NEW_ARRAY(walk->arena, a3_member, count);
    walk->record_end = A3_NEW_ARRAY(walk->arena, uint64_t, count);
    walk->named = A3_NEW_ARRAY(walk->arena, uint32_t, count);
    if (walk->members == NULL || walk->record_end == NULL || walk->named == NULL)
        return a3_fail(walk->err, A3_NOMEM, "out of memory for %zu members", count);
    a3_cursor c = a3_cursor_at(directory, 0, false);
    for (size_t i = 0; i < count; i++)
        if (!read_entry(walk, &c, &walk->members[i]))
            return a3_fail(walk->err, A3_NOMEM, "out of memory at member %zu of %zu", i + 1, count);
    out->members = walk->members;
    out->count = count;
    settle_base(walk, count);
    if (walk->stored_count != count)
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_INDEX_REJECTS, out->end_offset, NULL,
                         "Mismatched central directory records",
                         "the end record counts %" PRIu64 " entries, the central directory has %zu", walk->stored_count,
                         count);
    return A3_OK;
}

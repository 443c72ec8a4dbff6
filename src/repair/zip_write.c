/* SPDX-License-Identifier: MIT */
/* ZIP records as every reader agrees on them (PKWARE APPNOTE.TXT 4.3, 4.4). */
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "repair/write.h"

enum { LEVEL = 9, UTF8_NAME = 1 << 11, DEFLATED = 8, ZIP64_ID = 1, MADE_BY_UNIX = 3 << 8 };
static const uint32_t full32 = UINT32_MAX;

typedef struct record {
    const char *name;
    uint64_t size, packed, offset;
    uint32_t crc, time, external;
    uint16_t method, flags, made_by;
} record;

typedef struct writer {
    a3_draft *draft;
    a3_err *err;
    uint64_t at;
    a3_buf central;
} writer;

static a3_status put(writer *w, const void *data, size_t size)
{
    a3_status status = a3_draft_write(w->draft, data, size, w->err);
    w->at += size;
    return status;
}

static bool ascii(const char *text)
{
    for (; *text != '\0'; text++)
        if ((unsigned char)*text >= 0x80)
            return false;
    return true;
}

static bool big(const record *r) { return r->size >= full32 || r->packed >= full32; }

static uint16_t needed(bool zip64) { return zip64 ? 45 : 20; }

static uint32_t low(uint64_t value, bool zip64) { return zip64 ? full32 : (uint32_t)value; }

static void local_header(a3_buf *out, const record *r)
{
    bool zip64 = big(r);
    a3_buf_le32(out, 0x04034b50);
    a3_buf_le16(out, needed(zip64));
    a3_buf_le16(out, r->flags);
    a3_buf_le16(out, r->method);
    a3_buf_le32(out, r->time);
    a3_buf_le32(out, r->crc);
    a3_buf_le32(out, low(r->packed, zip64));
    a3_buf_le32(out, low(r->size, zip64));
    a3_buf_le16(out, (uint16_t)strlen(r->name));
    a3_buf_le16(out, zip64 ? 20 : 0);
    a3_buf_str(out, r->name);
    if (zip64) {
        a3_buf_le16(out, ZIP64_ID);
        a3_buf_le16(out, 16);
        a3_buf_le64(out, r->size);
        a3_buf_le64(out, r->packed);
    }
}

static void central_header(a3_buf *out, const record *r)
{
    bool zip64 = big(r), far = r->offset >= full32;
    uint16_t extra = (uint16_t)((zip64 ? 16 : 0) + (far ? 8 : 0));
    a3_buf_le32(out, 0x02014b50);
    a3_buf_le16(out, r->made_by);
    a3_buf_le16(out, needed(zip64 || far));
    a3_buf_le16(out, r->flags);
    a3_buf_le16(out, r->method);
    a3_buf_le32(out, r->time);
    a3_buf_le32(out, r->crc);
    a3_buf_le32(out, low(r->packed, zip64));
    a3_buf_le32(out, low(r->size, zip64));
    a3_buf_le16(out, (uint16_t)strlen(r->name));
    a3_buf_le16(out, extra ? (uint16_t)(extra + 4) : 0);
    a3_buf_le16(out, 0);
    a3_buf_le16(out, 0);
    a3_buf_le16(out, 0);
    a3_buf_le32(out, r->external);
    a3_buf_le32(out, low(r->offset, far));
    a3_buf_str(out, r->name);
    if (extra != 0) {
        a3_buf_le16(out, ZIP64_ID);
        a3_buf_le16(out, extra);
        if (zip64) {
            a3_buf_le64(out, r->size);
            a3_buf_le64(out, r->packed);
        }
        if (far)
            a3_buf_le64(out, r->offset);
    }
}

static a3_status put_record(writer *w, record *r, a3_span data)
{
    a3_buf header = A3_BUF_INIT;
    r->offset = w->at;
    local_header(&header, r);
    a3_status status = a3_buf_ok(&header) ? put(w, header.data, header.size) : a3_fail(w->err, A3_NOMEM, "out of memory");
    if (status == A3_OK && data.size > 0)
        status = put(w, data.data, data.size);
    central_header(&w->central, r);
    a3_buf_free(&header);
    return status;
}

/* Packed data as it is: only the record around it is new. */
static a3_status copy_member(writer *w, const a3_plan *plan, const a3_entry_plan *entry)
{
    const a3_member *m = entry->member;
    record r = {.name = entry->name, .size = m->size, .packed = m->packed, .crc = m->crc, .time = m->dos_time, .external = m->external, .method = m->method,
                .flags = (uint16_t)((m->flags & 6) | (ascii(entry->name) ? 0 : UTF8_NAME)), .made_by = (uint16_t)(20 | m->host << 8)};
    return put_record(w, &r, a3_member_packed(&plan->subject->container, m));
}

static a3_status write_fresh(writer *w, const a3_plan *plan, const a3_entry_plan *entry)
{
    uint32_t mode = entry->member && entry->member->mode ? entry->member->mode : 0100644;
    record r = {.name = entry->name, .size = entry->content.size, .crc = a3_crc32(0, entry->content), .time = plan->request->dos_time, .external = mode << 16,
                .method = DEFLATED, .flags = ascii(entry->name) ? 0 : UTF8_NAME, .made_by = 20 | MADE_BY_UNIX};
    struct libdeflate_compressor *packer = libdeflate_alloc_compressor(LEVEL);
    size_t room = packer ? libdeflate_deflate_compress_bound(packer, entry->content.size) : 0;
    void *packed = room ? malloc(room) : NULL;
    a3_status status;
    if (packed == NULL) {
        status = a3_fail(w->err, A3_NOMEM, "out of memory");
    } else {
        static const char empty[1];
        r.packed = libdeflate_deflate_compress(packer, entry->content.data ? (const void *)entry->content.data : empty, entry->content.size, packed, room);
        status = put_record(w, &r, (a3_span){packed, (size_t)r.packed});
    }
    free(packed);
    libdeflate_free_compressor(packer);
    return status;
}

static a3_status put_end(writer *w, uint64_t count)
{
    uint64_t start = w->at, size = w->central.size;
    a3_status status = a3_buf_ok(&w->central) ? put(w, a3_buf_text(&w->central), w->central.size) : a3_fail(w->err, A3_NOMEM, "out of memory");
    bool zip64 = count >= 0xffff || size >= full32 || start >= full32;
    a3_buf end = A3_BUF_INIT;
    if (zip64) {
        a3_buf_le32(&end, 0x06064b50);
        a3_buf_le64(&end, 44);
        a3_buf_le16(&end, 45 | MADE_BY_UNIX);
        a3_buf_le16(&end, 45);
        a3_buf_le32(&end, 0);
        a3_buf_le32(&end, 0);
        a3_buf_le64(&end, count);
        a3_buf_le64(&end, count);
        a3_buf_le64(&end, size);
        a3_buf_le64(&end, start);
        a3_buf_le32(&end, 0x07064b50);
        a3_buf_le32(&end, 0);
        a3_buf_le64(&end, start + size);
        a3_buf_le32(&end, 1);
    }
    a3_buf_le32(&end, 0x06054b50);
    a3_buf_le16(&end, 0);
    a3_buf_le16(&end, 0);
    a3_buf_le16(&end, zip64 ? 0xffff : (uint16_t)count);
    a3_buf_le16(&end, zip64 ? 0xffff : (uint16_t)count);
    a3_buf_le32(&end, low(size, zip64));
    a3_buf_le32(&end, low(start, zip64));
    a3_buf_le16(&end, 0);
    if (status == A3_OK)
        status = a3_buf_ok(&end) ? put(w, end.data, end.size) : a3_fail(w->err, A3_NOMEM, "out of memory");
    a3_buf_free(&end);
    return status;
}

a3_status a3_plan_write(const a3_plan *plan, a3_draft *draft, a3_err *err)
{
    writer w = {.draft = draft, .err = err, .central = A3_BUF_INIT};
    a3_status status = A3_OK;
    for (size_t i = 0; i < plan->entries.count && status == A3_OK; i++) {
        const a3_entry_plan *entry = &plan->entries.items[i];
        if (strlen(entry->name) > 0xffff)
            status = a3_fail(err, A3_UNSUPPORTED, "%.40s...: the name is too long for a ZIP", entry->name);
        else
            status = entry->fresh ? write_fresh(&w, plan, entry) : copy_member(&w, plan, entry);
    }
    if (status == A3_OK)
        status = put_end(&w, plan->entries.count);
    a3_buf_free(&w.central);
    return status;
}

/* SPDX-License-Identifier: MIT */
/* A member's local header (APPNOTE 4.3.7), data and data descriptor (4.3.9), held against its central entry. Readers that stream see
 * the local header only; what differs there is what they would see differently. */
#include "wheel/zip_walk.h"

#include <inttypes.h>
#include <string.h>

#include "base/hash.h"
#include "base/text.h"

/* A field holds what the header gives as 0xffffffff, in this order (APPNOTE 4.5.3). */
static void resolve_zip64(a3_zip_local *local)
{
    a3_cursor extras = a3_cursor_at(local->extra, 0, false);
    uint16_t id;
    a3_span data;
    while (a3_zip_next_extra(&extras, &id, &data)) {
        if (id != A3_ZIP_EXTRA_ZIP64)
            continue;
        a3_cursor c = a3_cursor_at(data, 0, false);
        if (local->size == UINT32_MAX && a3_left(&c) >= 8)
            local->size = a3_get64(&c);
        if (local->packed == UINT32_MAX && a3_left(&c) >= 8)
            local->packed = a3_get64(&c);
        return;
    }
}

bool a3_zip_read_local(a3_span file, uint64_t offset, a3_zip_local *out)
{
    a3_cursor c = a3_cursor_at(file, offset, false);
    bool signature = a3_get32(&c) == A3_ZIP_LOCAL;
    out->needed = a3_get16(&c);
    out->flags = a3_get16(&c);
    out->method = a3_get16(&c);
    out->dos_time = a3_get32(&c);
    out->crc = a3_get32(&c);
    out->packed = out->packed32 = a3_get32(&c);
    out->size = out->size32 = a3_get32(&c);
    uint16_t name_size = a3_get16(&c), extra_size = a3_get16(&c);
    out->name = a3_get_span(&c, name_size);
    out->extra = a3_get_span(&c, extra_size);
    out->data_offset = c.pos;
    if (!c.ok || !signature)
        return false;
    if (extra_size > 0)
        resolve_zip64(out);
    return true;
}

bool a3_zip_begins_local(a3_span file, uint64_t offset)
{
    a3_cursor c = a3_cursor_at(file, offset, false);
    return a3_get32(&c) == A3_ZIP_LOCAL && c.ok;
}

/* What the package index's own walk makes of the extra field: the sizes that it goes on with, or its refusal. */
typedef struct index_view {
    uint64_t packed, size;
    const char *refusal; /* NULL, or the server's words */
    const char *reason;  /* then ours */
} index_view;

static void refuse(index_view *view, const char *refusal, const char *reason)
{
    if (view->refusal == NULL) {
        view->refusal = refusal;
        view->reason = reason;
    }
}

static void index_zip64(index_view *view, const a3_zip_local *local, a3_span data)
{
    static const char malformed[] = "Malformed zip file";
    a3_cursor c = a3_cursor_at(data, 0, false);
    uint64_t first = a3_get64(&c), second = a3_get64(&c);
    switch (data.size) {
    case 0:
        if (view->packed == UINT32_MAX || view->size == UINT32_MAX)
            refuse(view, malformed, "the local header leaves its sizes to a ZIP64 field that is empty");
        return;
    case 8:
        if (local->method != A3_ZIP_STORED)
            refuse(view, malformed, "the local header's ZIP64 field has one size only, but the data is compressed");
        view->packed = first;
        break;
    case 16: case 24: case 28:
        view->packed = second;
        break;
    default:
        refuse(view, malformed, "the local header's ZIP64 field has a length other than 0, 8, 16, 24 or 28");
        return;
    }
    if (view->size == UINT32_MAX)
        view->size = first;
}

static bool has_control(a3_span name)
{
    for (size_t i = 0; i < name.size; i++)
        if (name.data[i] < 0x20 || name.data[i] == 0x7f)
            return true;
    return false;
}

static void index_unicode_path(a3_zip_walk *walk, const a3_member *m, const a3_zip_local *local, index_view *view,
                               a3_span data)
{
    a3_cursor c = a3_cursor_at(data, 0, false);
    uint8_t version = a3_get8(&c);
    uint32_t crc = a3_get32(&c);
    a3_span name = a3_get_span(&c, a3_left(&c));
    if (has_control(name))
        refuse(view, "Invalid character in filename", "the local header's Unicode path has a control character");
    else if (!a3_utf8_valid((const char *)name.data, name.size))
        refuse(view, "Filename not valid UTF-8", "the local header's Unicode path is not UTF-8");
    else if (c.ok && version == 1 && name.size > 0 && crc == a3_crc32(0, local->name) &&
             !a3_span_equal(name, local->name))
        a3_zip_add_fault(walk, A3_ZIP_CONFUSION, 0, m->header_offset, m->name, NULL,
                         "the local header's Unicode path field gives it another name, %s", a3_zip_quote(walk, name));
}

static index_view check_extras(a3_zip_walk *walk, const a3_member *m, const a3_zip_local *local, bool *zip64)
{
    index_view view = {.packed = local->packed32, .size = local->size32};
    a3_cursor c = a3_cursor_at(local->extra, 0, false);
    uint16_t id;
    a3_span data;
    bool unicode = *zip64 = false;
    while (a3_zip_next_extra(&c, &id, &data)) {
        bool *seen = id == A3_ZIP_EXTRA_ZIP64 ? zip64 : id == A3_ZIP_EXTRA_UNICODE_PATH ? &unicode : NULL;
        if (seen == NULL)
            continue;
        if (*seen)
            refuse(&view, "Invalid duplicate extra in local file",
                   id == A3_ZIP_EXTRA_ZIP64 ? "the local header has two ZIP64 fields"
                                            : "the local header has two Unicode path fields");
        *seen = true;
        if (seen == zip64)
            index_zip64(&view, local, data);
        else
            index_unicode_path(walk, m, local, &view, data);
    }
    if (!c.ok)
        refuse(&view, "Malformed zip file", "the local header's extra field is ill-formed: a record goes beyond its end");
    return view;
}

/* Length of the data descriptor behind the data, by which of the four forms in use agrees with the central entry; 0: none does. */
static uint64_t descriptor_size(a3_span file, uint64_t at, const a3_member *m, bool zip64)
{
    for (unsigned form = 0; form < 4; form++) {
        bool wide = (form & 1) != (zip64 ? 1 : 0), bare = form >= 2;
        a3_cursor c = a3_cursor_at(file, at, false);
        if (!bare && a3_get32(&c) != A3_ZIP_DESCRIPTOR)
            continue;
        uint32_t crc = a3_get32(&c);
        uint64_t packed = a3_get_word(&c, wide ? 8 : 4), size = a3_get_word(&c, wide ? 8 : 4);
        if (c.ok && crc == m->crc && packed == m->packed && size == m->size)
            return c.pos - at;
    }
    return 0;
}

static uint64_t check_descriptor(a3_zip_walk *walk, const a3_member *m, uint64_t data_end, bool zip64)
{
    uint64_t size = descriptor_size(walk->file, data_end, m, zip64);
    if (size == 0)
        a3_zip_add_fault(walk, A3_ZIP_CONFUSION, A3_ZIP_BOTH, data_end, m->name, NULL,
                         "no data descriptor that agrees with the central directory stands behind the data");
    return size;
}

bool a3_zip_is_ascii(a3_span name)
{
    for (size_t i = 0; i < name.size; i++)
        if (name.data[i] >= 0x80)
            return false;
    return true;
}

const char *a3_zip_index_lost(a3_span name)
{
    return has_control(name)                                          ? "Invalid character in filename"
           : !a3_utf8_valid((const char *)name.data, name.size)       ? "Filename not unicode"
                                                                      : "Filename not in central directory";
}

/* The package index looks a local header up by its name. */
static void report_name(a3_zip_walk *walk, const a3_member *m, const a3_zip_local *local, const index_view *view)
{
    const a3_member *named = a3_container_find(walk->out, (const char *)local->name.data, local->name.size);
    walk->named[m - walk->members] = named ? (uint32_t)(named - walk->members) : A3_ZIP_NOBODY;
    const char *server = named == NULL                   ? a3_zip_index_lost(local->name)
                         : named->packed != view->packed ? "Mis-matched data size"
                         : named->size != view->size     ? "Mis-matched file size"
                                                         : NULL;
    bool rejects = server != NULL || a3_zip_index_reads(m);
    a3_zip_add_fault(walk, A3_ZIP_CONFUSION, A3_ZIP_INSTALL | (rejects ? A3_ZIP_INDEX_REJECTS : 0), m->header_offset, m->name,
                     server, "the local header calls it %s", a3_zip_quote(walk, local->name));
}

static void compare_headers(a3_zip_walk *walk, const a3_member *m, const a3_zip_local *local, const index_view *view)
{
    uint64_t at = m->header_offset;
    a3_span name = {(const uint8_t *)m->name, m->name_size};
    bool descriptor = (local->flags & A3_ZIP_FLAG_DESCRIPTOR) != 0;
    bool renamed = !a3_span_equal(local->name, name);
    if (renamed)
        report_name(walk, m, local, view);
    if (local->method != m->method)
        a3_zip_add_fault(walk, A3_ZIP_CONFUSION, A3_ZIP_INSTALL, at, m->name, NULL,
                         "compression method %u in the local header, %u in the central directory", local->method,
                         m->method);
    unsigned differ = local->flags ^ m->flags;
    if (a3_zip_is_ascii(name))
        differ &= ~(unsigned)A3_ZIP_FLAG_UTF8;
    if (differ & (A3_ZIP_FLAG_ENCRYPTED | A3_ZIP_FLAG_DESCRIPTOR | A3_ZIP_FLAG_PATCH | A3_ZIP_FLAG_STRONG |
                  A3_ZIP_FLAG_UTF8 | A3_ZIP_FLAG_MASKED))
        a3_zip_add_fault(walk, A3_ZIP_CONFUSION,
                         A3_ZIP_INSTALL | (differ & A3_ZIP_FLAG_UTF8 && a3_zip_index_reads(m) ? A3_ZIP_INDEX_REJECTS : 0),
                         at, m->name, NULL, "flags 0x%04x in the local header, 0x%04x in the central directory",
                         local->flags, m->flags);
    if (local->crc != m->crc && !(descriptor && local->crc == 0))
        a3_zip_add_fault(walk, A3_ZIP_CONFUSION, A3_ZIP_INSTALL, at, m->name, NULL,
                         "CRC 0x%08" PRIx32 " in the local header, 0x%08" PRIx32 " in the central directory", local->crc,
                         m->crc);
    if (descriptor)
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_INDEX_REJECTS, at, m->name, "ZIP contains a data descriptor",
                         "sizes and CRC stand behind the data (data descriptor)");
    if (descriptor && local->packed32 == 0 && local->size32 == 0)
        return;
    /* With a descriptor, 0xffffffff and no values in a ZIP64 field say the same as 0 */
    if (descriptor && local->packed == UINT32_MAX && local->size == UINT32_MAX)
        return;
    const char *server = renamed                     ? NULL /* it compares with the sizes of another member */
                         : view->packed != m->packed ? "Mis-matched data size"
                         : view->size != m->size     ? "Mis-matched file size"
                                                     : NULL;
    if (server != NULL || local->packed != m->packed || local->size != m->size)
        a3_zip_add_fault(walk, A3_ZIP_CONFUSION, server ? A3_ZIP_BOTH : A3_ZIP_INSTALL, at, m->name, server,
                         "%" PRIu64 " bytes packed and %" PRIu64 " unpacked in the local header, %" PRIu64 " and %" PRIu64
                         " in the central directory",
                         local->packed, local->size, m->packed, m->size);
}

void a3_zip_check_local(a3_zip_walk *walk, size_t member)
{
    a3_member *m = &walk->members[member];
    a3_zip_local local;
    walk->record_end[member] = m->header_offset;
    walk->named[member] = (uint32_t)member;
    if (!a3_zip_read_local(walk->file, m->header_offset, &local)) {
        m->unreadable = true; /* zip_layout.c reports it */
        return;
    }
    m->local_flags = local.flags;
    m->local_extra = local.extra;
    bool zip64;
    index_view view = check_extras(walk, m, &local, &zip64);
    if (view.refusal != NULL)
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_INDEX_REJECTS, m->header_offset, m->name, view.refusal, "%s",
                         view.reason);
    compare_headers(walk, m, &local, &view);
    bool renamed = !a3_span_equal(local.name, (a3_span){(const uint8_t *)m->name, m->name_size});
    uint64_t left = walk->file.size - local.data_offset;
    if (m->packed > left) {
        m->unreadable = true;
        walk->record_end[member] = walk->file.size;
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, renamed ? A3_ZIP_INSTALL : A3_ZIP_BOTH, m->header_offset, m->name,
                         renamed ? NULL : "Malformed zip file",
                         "%" PRIu64 " bytes of data at 0x%" PRIx64 " go beyond the end of the file", m->packed,
                         local.data_offset);
        return;
    }
    m->data_offset = local.data_offset;
    uint64_t end = local.data_offset + m->packed;
    if (renamed) /* another member's header: its record is as long as it says itself */
        end = local.data_offset + (local.packed < left ? local.packed : left);
    else if (local.flags & A3_ZIP_FLAG_DESCRIPTOR)
        end += check_descriptor(walk, m, end, zip64);
    walk->record_end[member] = end;
}

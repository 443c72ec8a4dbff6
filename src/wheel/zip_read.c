/* SPDX-License-Identifier: MIT */
/* Unpacking members. */
#include "wheel/zip_walk.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <libdeflate.h>

#include "base/buf.h"
#include "base/hash.h"

/* DEFLATE's densest symbol is 2 bits for 258 bytes. */
enum { DEFLATE_MOST = 258 * 8 / 2 };
/* A buffer larger than this is given back when a much smaller member comes. */
enum { KEEP = 64 << 20 };

void a3_reader_free(a3_reader *reader)
{
    if (reader->inflater != NULL)
        libdeflate_free_decompressor(reader->inflater);
    free(reader->buffer);
    *reader = (a3_reader)A3_READER_INIT;
}

static bool make_room(a3_reader *reader, size_t size)
{
    if (size <= reader->room && (reader->room <= KEEP || size > reader->room / 8))
        return true;
    free(reader->buffer);
    size_t room = size < 4096 ? 4096 : size;
    reader->buffer = malloc(room);
    reader->room = reader->buffer ? room : 0;
    return reader->buffer != NULL;
}

static a3_status fail(a3_reader *reader, a3_zip_code code, a3_status status)
{
    reader->code = code;
    return status;
}

uint64_t a3_zip_most(const a3_member *m)
{
    return m->method == A3_ZIP_DEFLATED && m->size / DEFLATE_MOST > m->packed ? m->packed * DEFLATE_MOST : m->size;
}

/* Asked before memory is taken. */
static a3_status check_claim(const a3_member *m, a3_reader *reader, const a3_limits *limits, a3_err *err)
{
    if (a3_zip_most(m) > limits->member_size || a3_zip_most(m) > SIZE_MAX / 2)
        return fail(reader, A3_ZIP_LIMIT,
                    a3_fail_at(err, A3_LIMIT, m->data_offset, "%" PRIu64 " bytes unpacked, the limit is %" PRIu64, m->size,
                               limits->member_size));
    if (a3_zip_most(m) > limits->ratio_floor && a3_zip_most(m) / limits->ratio > m->packed)
        return fail(reader, A3_ZIP_LIMIT,
                    a3_fail_at(err, A3_LIMIT, m->data_offset,
                               "%" PRIu64 " bytes unpacked are more than %" PRIu64 " times the packed size", m->size,
                               limits->ratio));
    return A3_OK;
}

static a3_status check_crc(const a3_member *m, a3_reader *reader, a3_span bytes, a3_err *err)
{
    uint32_t crc = a3_crc32(0, bytes);
    if (crc == m->crc)
        return A3_OK;
    return fail(reader, A3_ZIP_CRC,
                a3_fail_at(err, A3_MALFORMED, m->data_offset, "CRC 0x%08" PRIx32 ", the central directory says 0x%08" PRIx32,
                           crc, m->crc));
}

/* Is it the declared size alone that is wrong? zipfile then gives what there is, up to that size; other readers refuse or give all. */
static a3_zip_code size_code(const a3_member *m, a3_span bytes)
{
    bytes.size = bytes.size < m->size ? bytes.size : (size_t)m->size;
    return a3_crc32(0, bytes) == m->crc ? A3_ZIP_CONFUSION : A3_ZIP_CRC;
}

/* The same where there is more than the declared size: what would readers see that stop there? Unpacked again into more room, because a copy
 * that does not fit is not begun; what is behind the declared size does not matter. */
static a3_zip_code prefix_code(const a3_member *m, a3_span packed, a3_reader *reader)
{
    enum { LONGEST_COPY = 0xffff }; /* a stored block; matches are shorter */
    size_t size = (size_t)m->size, made = 0, used = 0;
    if (!make_room(reader, size + LONGEST_COPY))
        return A3_ZIP_CRC;
    libdeflate_deflate_decompress_ex(reader->inflater, packed.data, packed.size, reader->buffer, size + LONGEST_COPY, &used, &made);
    return size_code(m, (a3_span){reader->buffer, size});
}

static a3_status inflate(const a3_member *m, a3_span packed, a3_reader *reader, size_t *left_over, a3_err *err)
{
    if (reader->inflater == NULL)
        reader->inflater = libdeflate_alloc_decompressor();
    if (reader->inflater == NULL)
        return a3_fail(err, A3_NOMEM, "out of memory");
    size_t used = 0, made = 0;
    enum libdeflate_result result = libdeflate_deflate_decompress_ex(reader->inflater, packed.data, packed.size,
                                                                     reader->buffer, (size_t)a3_zip_most(m), &used, &made);
    if (result == LIBDEFLATE_SUCCESS && made == m->size) {
        *left_over = packed.size - used;
        return A3_OK;
    }
    reader->code = A3_ZIP_CRC;
    if (result == LIBDEFLATE_INSUFFICIENT_SPACE)
        return fail(reader, prefix_code(m, packed, reader), a3_fail_at(err, A3_MALFORMED, m->data_offset,
                          "the data unpacks to more than the %" PRIu64 " bytes that the central directory says", m->size));
    if (result == LIBDEFLATE_SUCCESS)
        return fail(reader, size_code(m, (a3_span){reader->buffer, made}), a3_fail_at(err, A3_MALFORMED, m->data_offset,
                          "the data unpacks to %zu bytes, the central directory says %" PRIu64, made, m->size));
    return a3_fail_at(err, A3_MALFORMED, m->data_offset, "the deflated data is damaged or cut short");
}

/* Any other method: the member is put into a ZIP of its own for libarchive, at a cost that depends on it alone. */
static a3_status unpack_other(const a3_member *m, a3_span packed, a3_reader *reader, a3_err *err)
{
    if (m->packed >= UINT32_MAX || m->size >= UINT32_MAX)
        return a3_fail_at(err, A3_UNSUPPORTED, m->data_offset, "compression method %u above 4 GiB", m->method);
    a3_buf zip = A3_BUF_INIT;
    a3_buf_le32(&zip, A3_ZIP_LOCAL);
    a3_buf_le16(&zip, 63);
    a3_buf_le16(&zip, m->flags & 6); /* what the method makes of bits 1 and 2 (LZMA: an end mark) */
    a3_buf_le16(&zip, m->method);
    a3_buf_le32(&zip, 0x210000);
    a3_buf_le32(&zip, m->crc);
    a3_buf_le32(&zip, (uint32_t)m->packed);
    a3_buf_le32(&zip, (uint32_t)m->size);
    a3_buf_le16(&zip, 1);
    a3_buf_le16(&zip, 0);
    a3_buf_char(&zip, 'm');
    a3_buf_add(&zip, packed.data, packed.size);
    a3_status status = a3_buf_ok(&zip)
                           ? a3_archive_unpack_one((a3_span){(const uint8_t *)zip.data, zip.size}, reader->buffer,
                                                   (size_t)m->size, err)
                           : a3_fail(err, A3_NOMEM, "out of memory");
    a3_buf_free(&zip);
    a3_err_prefix(err, "compression method %u", m->method);
    return status;
}

static a3_status unpack(const a3_member *m, a3_span packed, a3_reader *reader, a3_span *out, a3_err *err)
{
    size_t left_over = 0;
    if (m->method == A3_ZIP_STORED) {
        if (m->size != m->packed)
            return fail(reader, size_code(m, packed),
                        a3_fail_at(err, A3_MALFORMED, m->data_offset,
                                   "stored, but %" PRIu64 " bytes unpacked and %" PRIu64 " packed", m->size, m->packed));
        *out = packed;
        return check_crc(m, reader, *out, err);
    }
    if (m->packed == 0 && m->size == 0)
        return check_crc(m, reader, *out, err); /* no stream at all: so do some writers with empty files, and readers take it */
    if (!make_room(reader, (size_t)a3_zip_most(m)))
        return a3_fail(err, A3_NOMEM, "out of memory for %" PRIu64 " bytes", m->size);
    reader->code = A3_ZIP_METHOD;
    a3_status status = m->method == A3_ZIP_DEFLATED ? inflate(m, packed, reader, &left_over, err)
                                                    : unpack_other(m, packed, reader, err);
    if (status != A3_OK)
        return status;
    *out = m->size ? (a3_span){reader->buffer, (size_t)m->size} : (a3_span){NULL, 0};
    status = check_crc(m, reader, *out, err);
    if (status == A3_OK && left_over > 0)
        return fail(reader, A3_ZIP_CONFUSION,
                    a3_fail_at(err, A3_MALFORMED, m->data_offset + m->packed - left_over,
                               "the deflated data ends %zu bytes before the member does", left_over));
    return status;
}

a3_status a3_member_read(const a3_container *container, const a3_member *m, a3_reader *reader, const a3_limits *limits,
                         a3_span *out, a3_err *err)
{
    *out = (a3_span){NULL, 0};
    reader->code = A3_ZIP_FRAMING;
    if (m->unreadable)
        return a3_fail_at(err, A3_MALFORMED, m->header_offset, "its local header or data is not where the central directory says");
    if (m->encrypted)
        return fail(reader, A3_ZIP_ENCRYPTED, a3_fail_at(err, A3_UNSUPPORTED, m->data_offset, "encrypted"));
    if (m->beyond)
        return fail(reader, A3_ZIP_LIMIT, a3_fail_at(err, A3_LIMIT, m->data_offset, "not unpacked: the archive's members are too large"));
    a3_status status = check_claim(m, reader, limits, err);
    if (status != A3_OK)
        return status;
    return unpack(m, a3_member_packed(container, m), reader, out, err);
}

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

/* May `size` bytes come of what is packed? Asked before memory is taken for them. */
static a3_status check_claim(const a3_member *m, a3_reader *reader, const a3_limits *limits, a3_err *err)
{
    if (m->size > limits->member_size || m->size > SIZE_MAX / 2)
        return fail(reader, A3_ZIP_LIMIT,
                    a3_fail_at(err, A3_LIMIT, m->data_offset, "%" PRIu64 " bytes unpacked, the limit is %" PRIu64, m->size,
                               limits->member_size));
    if (m->method == A3_ZIP_DEFLATED && m->size / DEFLATE_MOST > m->packed)
        return fail(reader, A3_ZIP_CRC,
                    a3_fail_at(err, A3_MALFORMED, m->data_offset,
                               "%" PRIu64 " bytes cannot come of %" PRIu64 " deflated ones", m->size, m->packed));
    if (m->size > limits->ratio_floor && m->size / limits->ratio > m->packed)
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

static a3_status inflate(const a3_member *m, a3_span packed, a3_reader *reader, size_t *left_over, a3_err *err)
{
    if (reader->inflater == NULL)
        reader->inflater = libdeflate_alloc_decompressor();
    if (reader->inflater == NULL)
        return a3_fail(err, A3_NOMEM, "out of memory");
    size_t used = 0, made = 0;
    enum libdeflate_result result = libdeflate_deflate_decompress_ex(reader->inflater, packed.data, packed.size,
                                                                     reader->buffer, (size_t)m->size, &used, &made);
    if (result == LIBDEFLATE_SUCCESS && made == m->size) {
        *left_over = packed.size - used;
        return A3_OK;
    }
    reader->code = A3_ZIP_CRC;
    if (result == LIBDEFLATE_INSUFFICIENT_SPACE)
        return a3_fail_at(err, A3_MALFORMED, m->data_offset,
                          "the data unpacks to more than the %" PRIu64 " bytes that the central directory says", m->size);
    if (result == LIBDEFLATE_SUCCESS)
        return a3_fail_at(err, A3_MALFORMED, m->data_offset,
                          "the data unpacks to %zu bytes, the central directory says %" PRIu64, made, m->size);
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
            return fail(reader, A3_ZIP_CONFUSION,
                        a3_fail_at(err, A3_MALFORMED, m->data_offset,
                                   "stored, but %" PRIu64 " bytes unpacked and %" PRIu64 " packed", m->size, m->packed));
        *out = packed;
        return check_crc(m, reader, *out, err);
    }
    if (m->packed == 0 && m->size == 0)
        return check_crc(m, reader, *out, err); /* no stream at all: so do some writers with empty files, and readers take it */
    if (!make_room(reader, (size_t)m->size))
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
    a3_status status = check_claim(m, reader, limits, err);
    if (status != A3_OK)
        return status;
    return unpack(m, a3_member_packed(container, m), reader, out, err);
}

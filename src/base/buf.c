/* SPDX-License-Identifier: MIT */
#include "base/buf.h"

#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void a3_buf_free(a3_buf *buf)
{
    free(buf->data);
    *buf = (a3_buf)A3_BUF_INIT;
}

/* Room for `size` more bytes and a NUL. */
static bool reserve(a3_buf *buf, size_t size)
{
    if (buf->failed || size > SIZE_MAX / 2 - buf->size - 1) {
        buf->failed = true;
        return false;
    }
    size_t need = buf->size + size + 1;
    if (need <= buf->room)
        return true;
    size_t room = buf->room ? buf->room : 256;
    while (room < need)
        room *= 2;
    char *data = realloc(buf->data, room);
    if (data == NULL) {
        buf->failed = true;
        return false;
    }
    buf->data = data;
    buf->room = room;
    return true;
}

void a3_buf_add(a3_buf *buf, const void *data, size_t size)
{
    if (!reserve(buf, size))
        return;
    if (size > 0)
        memcpy(buf->data + buf->size, data, size);
    buf->size += size;
    buf->data[buf->size] = '\0';
}

void a3_buf_str(a3_buf *buf, const char *text) { a3_buf_add(buf, text, strlen(text)); }
void a3_buf_char(a3_buf *buf, char c) { a3_buf_add(buf, &c, 1); }

void a3_buf_printf(a3_buf *buf, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int size = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (size < 0)
        buf->failed = true;
    else if (reserve(buf, (size_t)size)) {
        vsnprintf(buf->data + buf->size, (size_t)size + 1, format, again);
        buf->size += (size_t)size;
    }
    va_end(again);
}

static void add_le(a3_buf *buf, uint64_t value, unsigned bytes)
{
    unsigned char out[8];
    for (unsigned i = 0; i < bytes; i++)
        out[i] = (unsigned char)(value >> (8 * i));
    a3_buf_add(buf, out, bytes);
}

void a3_buf_le16(a3_buf *buf, uint16_t value) { add_le(buf, value, 2); }
void a3_buf_le32(a3_buf *buf, uint32_t value) { add_le(buf, value, 4); }
void a3_buf_le64(a3_buf *buf, uint64_t value) { add_le(buf, value, 8); }

const char *a3_buf_keep(a3_buf *buf, a3_arena *arena)
{
    const char *text = a3_buf_ok(buf) ? a3_strndup(arena, a3_buf_text(buf), buf->size) : NULL;
    if (!a3_buf_ok(buf))
        a3_arena_fail(arena);
    a3_buf_free(buf);
    return text ? text : "";
}

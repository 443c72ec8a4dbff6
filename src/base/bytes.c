/* SPDX-License-Identifier: MIT */
#include "base/bytes.h"

#include <string.h>

bool a3_span_sub(a3_span in, uint64_t offset, uint64_t size, a3_span *out)
{
    *out = (a3_span){NULL, 0};
    if (offset > in.size || size > in.size - offset)
        return false;
    if (size > 0)
        *out = (a3_span){in.data + offset, (size_t)size};
    return true;
}

a3_span a3_span_from(a3_span in, uint64_t offset)
{
    if (offset >= in.size)
        return (a3_span){NULL, 0};
    return (a3_span){in.data + offset, in.size - (size_t)offset};
}

bool a3_span_equal(a3_span a, a3_span b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

bool a3_span_is(a3_span a, const char *text)
{
    size_t size = strlen(text);
    return a.size == size && (size == 0 || memcmp(a.data, text, size) == 0);
}

const char *a3_span_string(a3_span in, uint64_t offset)
{
    if (offset >= in.size)
        return NULL;
    const uint8_t *start = in.data + offset;
    return memchr(start, 0, in.size - (size_t)offset) ? (const char *)start : NULL;
}

a3_cursor a3_cursor_at(a3_span in, uint64_t offset, bool big_endian)
{
    bool ok = offset <= in.size;
    return (a3_cursor){.in = in, .pos = ok ? (size_t)offset : in.size, .big_endian = big_endian, .ok = ok};
}

/* The bounds check that every read goes through. NULL after a failure. */
static const uint8_t *take(a3_cursor *c, uint64_t size)
{
    if (!c->ok || size > c->in.size - c->pos) {
        c->ok = false;
        return NULL;
    }
    const uint8_t *at = c->in.data ? c->in.data + c->pos : NULL; /* an empty window may have no address */
    c->pos += (size_t)size;
    return at;
}

int64_t a3_sign_extend(uint64_t value, unsigned bits)
{
    if (bits == 0 || bits >= 64)
        return (int64_t)value;
    uint64_t sign = UINT64_C(1) << (bits - 1);
    value &= (sign << 1) - 1;
    return (int64_t)((value ^ sign) - sign);
}

uint64_t a3_get_word(a3_cursor *c, unsigned bytes)
{
    const uint8_t *p = take(c, bytes);
    return p ? a3_load(p, bytes, c->big_endian) : 0;
}

uint8_t a3_get8(a3_cursor *c) { return (uint8_t)a3_get_word(c, 1); }
uint16_t a3_get16(a3_cursor *c) { return (uint16_t)a3_get_word(c, 2); }
uint32_t a3_get32(a3_cursor *c) { return (uint32_t)a3_get_word(c, 4); }
uint64_t a3_get64(a3_cursor *c) { return a3_get_word(c, 8); }

uint64_t a3_get_uleb(a3_cursor *c)
{
    uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
        const uint8_t *p = take(c, 1);
        if (p == NULL)
            return 0;
        uint64_t part = *p & 0x7f;
        if (shift >= 64 || (shift == 63 && part > 1)) {
            c->ok = false;
            return 0;
        }
        value |= part << shift;
        if ((*p & 0x80) == 0)
            return value;
    }
}

int64_t a3_get_sleb(a3_cursor *c)
{
    uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
        const uint8_t *p = take(c, 1);
        if (p == NULL)
            return 0;
        if (shift >= 64) {
            c->ok = false;
            return 0;
        }
        value |= (uint64_t)(*p & 0x7f) << shift;
        if ((*p & 0x80) == 0)
            return a3_sign_extend(value, shift + 7);
    }
}

a3_span a3_get_span(a3_cursor *c, uint64_t size)
{
    const uint8_t *p = take(c, size);
    return p && size ? (a3_span){p, (size_t)size} : (a3_span){NULL, 0};
}

const char *a3_get_string(a3_cursor *c)
{
    const char *text = c->ok ? a3_span_string(c->in, c->pos) : NULL;
    if (text == NULL) {
        c->ok = false;
        return NULL;
    }
    c->pos += strlen(text) + 1;
    return text;
}

void a3_skip(a3_cursor *c, uint64_t size) { take(c, size); }

void a3_seek(a3_cursor *c, uint64_t pos)
{
    if (!c->ok || pos > c->in.size)
        c->ok = false;
    else
        c->pos = (size_t)pos;
}

/* SPDX-License-Identifier: MIT */
/* The only place where bytes of a file become integers. One bounds check (`n > len - pos`), sticky failure: after
 * the first failed read every read returns 0 and `ok` stays false, so that a header is read straight-line and asked
 * once at its end. */
#ifndef A3_BASE_BYTES_H
#define A3_BASE_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Borrowed bytes. Invariant: `data[0..size)` is readable, or size is 0. */
typedef struct a3_span {
    const uint8_t *data;
    size_t size;
} a3_span;

/* The `size` bytes from `offset` on; false (and an empty span) where they are not all there. */
bool a3_span_sub(a3_span in, uint64_t offset, uint64_t size, a3_span *out);
/* The bytes from `offset` to the end; empty where offset is beyond. */
a3_span a3_span_from(a3_span in, uint64_t offset);
bool a3_span_equal(a3_span a, a3_span b);
bool a3_span_is(a3_span a, const char *text);
/* NUL-terminated string at `offset`, NUL inside the span: pointer into the span, or NULL. */
const char *a3_span_string(a3_span in, uint64_t offset);

typedef struct a3_cursor {
    a3_span in;
    size_t pos; /* invariant: pos <= in.size */
    bool big_endian;
    bool ok;
} a3_cursor;

a3_cursor a3_cursor_at(a3_span in, uint64_t offset, bool big_endian); /* not ok where offset > size */
uint8_t a3_get8(a3_cursor *c);
uint16_t a3_get16(a3_cursor *c);
uint32_t a3_get32(a3_cursor *c);
uint64_t a3_get64(a3_cursor *c);
uint64_t a3_get_word(a3_cursor *c, unsigned bytes); /* bytes: 4 or 8 (1 and 2 too), zero-extended */
uint64_t a3_get_uleb(a3_cursor *c);                 /* at most 64 bits; longer is a failure */
int64_t a3_get_sleb(a3_cursor *c);
a3_span a3_get_span(a3_cursor *c, uint64_t size); /* the next bytes as a window; empty on failure */
const char *a3_get_string(a3_cursor *c);          /* NUL-terminated, advances behind the NUL; NULL on failure */
void a3_skip(a3_cursor *c, uint64_t size);
void a3_seek(a3_cursor *c, uint64_t pos);
static inline size_t a3_left(const a3_cursor *c) { return c->in.size - c->pos; }

/* Integers out of memory that a caller has already bounded (code and data words of an image). */
static inline uint64_t a3_load(const uint8_t *p, unsigned bytes, bool big_endian)
{
    const bool swap = big_endian != (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__);
    uint16_t two;
    uint32_t four;
    uint64_t eight, value = 0;
    switch (bytes) {
    case 1:
        return *p;
    case 2:
        memcpy(&two, p, 2);
        return swap ? __builtin_bswap16(two) : two;
    case 4:
        memcpy(&four, p, 4);
        return swap ? __builtin_bswap32(four) : four;
    case 8:
        memcpy(&eight, p, 8);
        return swap ? __builtin_bswap64(eight) : eight;
    default:
        for (unsigned i = 0; i < bytes && i < 8; i++)
            value |= (uint64_t)p[i] << (8 * (big_endian ? bytes - 1 - i : i));
        return value;
    }
}
int64_t a3_sign_extend(uint64_t value, unsigned bits);

#endif

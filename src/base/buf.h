/* SPDX-License-Identifier: MIT */
/* Growing bytes for output. Failure is sticky: ask a3_buf_ok once at the end. */
#ifndef A3_BASE_BUF_H
#define A3_BASE_BUF_H

#include <stdbool.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

struct a3_arena;

typedef struct a3_buf {
    char *data; /* owned; always NUL-terminated once not NULL */
    size_t size, room;
    bool failed;
} a3_buf;

#define A3_BUF_INIT {NULL, 0, 0, false}
void a3_buf_free(a3_buf *buf);
void a3_buf_add(a3_buf *buf, const void *data, size_t size);
void a3_buf_str(a3_buf *buf, const char *text);
void a3_buf_char(a3_buf *buf, char c);
void a3_buf_printf(a3_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void a3_buf_le16(a3_buf *buf, uint16_t value);
void a3_buf_le32(a3_buf *buf, uint32_t value);
void a3_buf_le64(a3_buf *buf, uint64_t value);
/* The text copied into the arena, and the buffer freed. "" where memory was lacking, for either: the arena has `failed` then. */
const char *a3_buf_keep(a3_buf *buf, struct a3_arena *arena);
static inline bool a3_buf_ok(const a3_buf *buf) { return !buf->failed; }
static inline const char *a3_buf_text(const a3_buf *buf) { return buf->data ? buf->data : ""; }

#endif

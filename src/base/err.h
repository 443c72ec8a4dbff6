/* SPDX-License-Identifier: MIT */
/* One way to fail: "we could not do our job". What is wrong with the subject is a finding, not an error. */
#ifndef A3_BASE_ERR_H
#define A3_BASE_ERR_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

typedef enum a3_status {
    A3_OK = 0,
    A3_NOT_MINE,    /* the bytes are of another format: ask the next reader */
    A3_UNSUPPORTED, /* well-formed as far as read, but of a kind that we do not read */
    A3_MALFORMED,   /* claims to be of the format and breaks its rules; `offset` says where */
    A3_LIMIT,       /* one of our own limits was reached (base/limits.h) */
    A3_IO,          /* the operating system refused: text of errno in the message */
    A3_NOMEM,       /* allocation failed or an arena's cap was reached */
    A3_INVALID,     /* the caller's arguments cannot be right (a usage error) */
    A3_BUG          /* a promise of our own code was broken */
} a3_status;

#define A3_NO_OFFSET UINT64_MAX

/* Owned by the caller, never allocated; the first error wins, later calls of a3_fail leave it alone. */
typedef struct a3_err {
    a3_status status;
    uint64_t offset; /* byte offset in the file or member, A3_NO_OFFSET if it has no place */
    char message[384];
} a3_err;

#define A3_ERR_INIT {A3_OK, A3_NO_OFFSET, ""}

/* Records an error (unless one stands already) and returns the status that stands. `err` may be NULL. */
a3_status a3_fail(a3_err *err, a3_status status, const char *format, ...) __attribute__((format(printf, 3, 4)));
a3_status a3_fail_at(a3_err *err, a3_status status, uint64_t offset, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* As a3_fail with A3_IO, ": " and the text of `errnum` appended. */
a3_status a3_fail_errno(a3_err *err, int errnum, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Puts "context: " before the message; nothing where no error stands. */
void a3_err_prefix(a3_err *err, const char *format, ...) __attribute__((format(printf, 2, 3)));
void a3_err_reset(a3_err *err);
/* "malformed", "unsupported", ...: static text. */
const char *a3_status_name(a3_status status);

#endif

/* SPDX-License-Identifier: MIT */
#include "base/err.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static void put(a3_err *err, a3_status status, uint64_t offset, const char *format, va_list args)
{
    err->status = status;
    err->offset = offset;
    vsnprintf(err->message, sizeof err->message, format, args);
}

a3_status a3_fail(a3_err *err, a3_status status, const char *format, ...)
{
    if (err == NULL || err->status != A3_OK)
        return err ? err->status : status;
    va_list args;
    va_start(args, format);
    put(err, status, A3_NO_OFFSET, format, args);
    va_end(args);
    return status;
}

a3_status a3_fail_at(a3_err *err, a3_status status, uint64_t offset, const char *format, ...)
{
    if (err == NULL || err->status != A3_OK)
        return err ? err->status : status;
    va_list args;
    va_start(args, format);
    put(err, status, offset, format, args);
    va_end(args);
    return status;
}

a3_status a3_fail_errno(a3_err *err, int errnum, const char *format, ...)
{
    if (err == NULL || err->status != A3_OK)
        return err ? err->status : A3_IO;
    va_list args;
    va_start(args, format);
    put(err, errnum == ENOMEM ? A3_NOMEM : A3_IO, A3_NO_OFFSET, format, args);
    va_end(args);
    char text[128];
    size_t used = strlen(err->message);
#if defined(__GLIBC__) && defined(_GNU_SOURCE)
    const char *reason = strerror_r(errnum, text, sizeof text);
#else
    const char *reason = strerror_r(errnum, text, sizeof text) == 0 ? text : "unknown error";
#endif
    snprintf(err->message + used, sizeof err->message - used, ": %s", reason);
    return err->status;
}

void a3_err_prefix(a3_err *err, const char *format, ...)
{
    if (err == NULL || err->status == A3_OK)
        return;
    char old[sizeof err->message];
    memcpy(old, err->message, sizeof old);
    va_list args;
    va_start(args, format);
    vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    size_t used = strlen(err->message);
    snprintf(err->message + used, sizeof err->message - used, ": %s", old);
}

void a3_err_reset(a3_err *err)
{
    err->status = A3_OK;
    err->offset = A3_NO_OFFSET;
    err->message[0] = '\0';
}

const char *a3_status_name(a3_status status)
{
    static const char *const names[] = {
        [A3_OK] = "ok",           [A3_NOT_MINE] = "not this format", [A3_UNSUPPORTED] = "unsupported",
        [A3_MALFORMED] = "malformed", [A3_LIMIT] = "limit reached",  [A3_IO] = "input/output",
        [A3_NOMEM] = "out of memory", [A3_INVALID] = "invalid",      [A3_BUG] = "internal error",
    };
    return (size_t)status < sizeof names / sizeof *names ? names[status] : "unknown";
}

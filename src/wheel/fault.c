/* SPDX-License-Identifier: MIT */
#include "wheel/fault.h"

#include <string.h>

#include "base/text.h"

void a3_fault_add(a3_arena *arena, a3_faults *faults, a3_fault_code code, a3_index_answer index, uint32_t line,
                  const char *server, const char *format, ...)
{
    if (faults->totals[code]++ >= A3_FAULTS_KEPT)
        return;
    va_list args;
    va_start(args, format);
    const char *text = a3_vprintf(arena, format, args);
    va_end(args);
    a3_fault *fault = text ? A3_PUSH(arena, faults) : NULL;
    if (fault != NULL)
        *fault = (a3_fault){code, index, line, text, server};
}

const char *a3_fault_quote(a3_arena *arena, const char *text, size_t size)
{
    enum { MOST = 80 };
    const char *more = "";
    if (size > MOST) {
        size = MOST;
        while (size > MOST - 4 && ((unsigned char)text[size] & 0xc0) == 0x80) /* not inside a UTF-8 sequence */
            size--;
        more = "...";
    }
    const char *quoted = a3_printf(arena, "'%.*s%s'", (int)size, text, more);
    return quoted ? quoted : "";
}

const char *a3_fault_repr(a3_arena *arena, const char *text)
{
    size_t size = strlen(text);
    char quote = strchr(text, '\'') != NULL && strchr(text, '"') == NULL ? '"' : '\'';
    a3_buf out = A3_BUF_INIT;
    if (size > 200 || !a3_utf8_valid(text, size))
        return NULL;
    a3_buf_char(&out, quote);
    for (const char *p = text; *p != '\0'; p++) {
        if ((unsigned char)*p < 0x20 || *p == 0x7f) {
            a3_buf_free(&out);
            return NULL;
        }
        if (*p == quote || *p == '\\')
            a3_buf_char(&out, '\\');
        a3_buf_char(&out, *p);
    }
    a3_buf_char(&out, quote);
    const char *copy = a3_strndup(arena, a3_buf_text(&out), out.size);
    a3_buf_free(&out);
    return copy;
}

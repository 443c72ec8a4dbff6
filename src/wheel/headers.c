/* SPDX-License-Identifier: MIT */
/* The feed parser of Python's email package, as far as it matters for files without MIME parts. A line ends in LF, CRLF or CR. */
#include "wheel/headers.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"

typedef struct lines {
    const char *text;
    size_t size, pos; /* pos: start of the next line */
    uint32_t number;  /* of the line taken last, from 1 */
} lines;

/* One line without its end. false: no more. */
static bool next_line(lines *in, a3_span *out)
{
    if (in->pos >= in->size)
        return false;
    const char *start = in->text + in->pos;
    size_t left = in->size - in->pos, length = 0;
    while (length < left && start[length] != '\n' && start[length] != '\r')
        length++;
    size_t end = length + (length < left);
    if (end < left && start[length] == '\r' && start[end] == '\n')
        end++;
    *out = (a3_span){(const uint8_t *)start, length};
    in->pos += end;
    in->number++;
    return true;
}

/* "Name:" at the start of a line: the length of the name. As the feed parser: printable ASCII without colon, at least one... */
static bool header_name(a3_span line, size_t *size)
{
    size_t i = 0;
    while (i < line.size && line.data[i] > 0x20 && line.data[i] < 0x7f && line.data[i] != ':')
        i++;
    *size = i;
    return i < line.size && line.data[i] == ':';
}

static bool is_blank(uint8_t c) { return c == ' ' || c == '\t'; }

/* The value grows by its folded lines: pieces are gathered in a buffer, so that the work stays linear. */
static bool finish(a3_arena *arena, a3_headers *out, a3_buf *value)
{
    if (out->count == 0)
        return true;
    char *copy = a3_strndup(arena, a3_buf_text(value), value->size);
    out->items[out->count - 1].value = copy ? copy : "";
    value->size = 0;
    return copy != NULL && a3_buf_ok(value);
}

static void check_text(a3_arena *arena, a3_span bytes, a3_fault_code syntax, a3_fault_code encoding, a3_headers *out,
                       a3_faults *faults)
{
    out->utf8 = a3_utf8_valid((const char *)bytes.data, bytes.size);
    if (!out->utf8)
        a3_fault_add(arena, faults, encoding, A3_INDEX_NOTHING, 0, NULL, "the text is not UTF-8");
    if (bytes.size >= 3 && memcmp(bytes.data, "\xef\xbb\xbf", 3) == 0)
        a3_fault_add(arena, faults, encoding, A3_INDEX_NOTHING, 1, NULL,
                     "a byte order mark stands before the first field: Python's parser then sees no field at all");
    if (bytes.size > 0 && memchr(bytes.data, 0, bytes.size) != NULL)
        A3_FAULT(arena, faults, syntax, A3_INDEX_NOTHING, 0, NULL, "the text holds a NUL character");
}

/* Lines that Python's parser drops before it goes on: what is wrong with them, or NULL. */
static const char *drops(a3_span line)
{
    if (is_blank(line.data[0]))
        return "a continuation line without a header before it";
    if (line.data[0] == ':')
        return "a header without a name";
    return line.size >= 5 && memcmp(line.data, "From ", 5) == 0 ? "a mailbox's 'From ' line among the headers" : NULL;
}

a3_status a3_headers_parse(a3_arena *arena, a3_span bytes, a3_fault_code syntax, a3_fault_code encoding,
                           a3_headers *out, a3_faults *faults)
{
    lines in = {.text = (const char *)bytes.data, .size = bytes.size};
    a3_buf value = A3_BUF_INIT;
    a3_span line;
    bool ok = true, open = false; /* open: a header that a folded line can continue */
    *out = (a3_headers){.body_line = 1};
    check_text(arena, bytes, syntax, encoding, out, faults);
    size_t before = in.pos;
    for (; ok && next_line(&in, &line); before = in.pos) {
        size_t size;
        if (line.size == 0) {
            before = in.pos;
            break;
        }
        if (is_blank(line.data[0]) && open) {
            a3_buf_char(&value, '\n');
            a3_buf_add(&value, line.data, line.size);
            continue;
        }
        open = false;
        const char *dropped = drops(line);
        if (dropped != NULL) {
            A3_FAULT(arena, faults, syntax, A3_INDEX_NOTHING, in.number, NULL, "%s", dropped);
            continue;
        }
        if (!header_name(line, &size)) {
            A3_FAULT(arena, faults, syntax, A3_INDEX_NOTHING, in.number, NULL,
                         "%s is no header: it ends the headers, what follows is not read as such",
                         a3_fault_quote(arena, (const char *)line.data, line.size));
            in.number--;
            break;
        }
        ok = finish(arena, out, &value);
        a3_header *new = ok ? A3_PUSH(arena, out) : NULL;
        ok = new != NULL && (new->name = a3_strndup(arena, (const char *)line.data, size)) != NULL;
        if (!ok)
            break;
        new->line = in.number;
        open = true;
        for (size++; size < line.size && is_blank(line.data[size]);)
            size++;
        a3_buf_add(&value, line.data + size, line.size - size);
    }
    ok = ok && finish(arena, out, &value);
    out->body = a3_span_from(bytes, before);
    out->body_line = in.number + 1;
    a3_buf_free(&value);
    return ok && !arena->failed ? A3_OK : A3_NOMEM;
}

const a3_header *a3_header_find(const a3_headers *headers, const char *name)
{
    for (size_t i = 0; i < headers->count; i++)
        if (strcasecmp(headers->items[i].name, name) == 0)
            return &headers->items[i];
    return NULL;
}

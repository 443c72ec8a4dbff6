/* SPDX-License-Identifier: MIT */
/* RECORD: the CSV first, row by row into one buffer of fields, then what the fields say. */
#include "wheel/record.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum { FIELD_MAX = 131072 }; /* characters: csv.field_size_limit() of Python */

/* One row of fields, each NUL-terminated in `text` (which may hold NULs of the file: `start` has the sizes). */
typedef struct row {
    a3_buf text;
    size_t start[5]; /* of the first four fields; start[n] one behind the end of field n - 1 */
    size_t count;    /* fields seen, kept or not */
    uint32_t line;
} row;

typedef struct parser {
    a3_arena *arena;
    a3_span in;
    size_t pos;
    uint32_t line; /* of in.data[pos], from 1 */
    const char *self;
    size_t self_directory; /* bytes of `self` up to and with the last '/' */
    a3_record *out;
    a3_faults *faults;
    bool self_seen;
} parser;

#define FAULT(p, code, index, line, ...) A3_FAULT((p)->arena, (p)->faults, code, index, line, NULL, __VA_ARGS__)
#define QUOTE(p, text) a3_fault_quote((p)->arena, (text), strlen(text))

/* ---- CSV: the states of Python's _csv reader (excel dialect, not strict) ---- */

static void end_field(row *r)
{
    a3_buf_char(&r->text, '\0');
    r->count++;
    if (r->count < 4)
        r->start[r->count] = r->text.size;
    else
        r->text.size = r->start[3]; /* four fields tell that there are too many */
}

typedef enum row_result { ROW_FIELDS, ROW_BLANK, ROW_END, ROW_BROKEN } row_result;

/* The reader is fed lines as Python's text files give them: LF, CRLF and CR all end one, unless opened with newline="". RECORD's
 * readers differ in that; a lone CR outside of quotes is an end for both. */
static row_result next_row(parser *p, row *r)
{
    enum { FIELD_START, UNQUOTED, QUOTED, QUOTE_IN_QUOTED } state = FIELD_START;
    size_t field = 0; /* characters of the field */
    r->text.size = r->count = 0;
    r->start[0] = 0;
    r->line = p->line;
    if (p->pos == p->in.size)
        return ROW_END;
    for (;;) {
        bool end = p->pos == p->in.size;
        char c = end ? '\n' : (char)p->in.data[p->pos];
        if (!end) {
            p->pos++;
            if (c == '\r' && p->pos < p->in.size && p->in.data[p->pos] == '\n') {
                p->pos++;
                if (state == QUOTED)
                    a3_buf_char(&r->text, '\r');
                c = '\n';
            } else if (c == '\r' && state != QUOTED) {
                c = '\n';
            }
            p->line += c == '\n' || c == '\r';
        }
        if (c == '\n' && (state != QUOTED || end)) {
            if (r->count == 0 && field == 0 && state == FIELD_START)
                return ROW_BLANK;
            end_field(r);
            return ROW_FIELDS;
        }
        if (state == FIELD_START && c == '"') {
            state = QUOTED;
            continue;
        }
        if (c == ',' && state != QUOTED) {
            end_field(r);
            state = FIELD_START;
            field = 0;
            continue;
        }
        if (c == '"' && state == QUOTED) {
            state = QUOTE_IN_QUOTED;
            continue;
        }
        state = state == QUOTED || (state == QUOTE_IN_QUOTED && c == '"') ? QUOTED : UNQUOTED;
        field += ((unsigned char)c & 0xc0) != 0x80;
        if (field > FIELD_MAX) {
            FAULT(p, A3_FAULT_RECORD_CSV, A3_INDEX_REFUSES, r->line,
                  "a field is longer than %d characters, Python's csv module gives up there", FIELD_MAX);
            return ROW_BROKEN;
        }
        a3_buf_char(&r->text, c);
    }
}

/* ---- fields ---- */

static bool in_self_directory(const parser *p, const char *path, const char *name)
{
    return strncmp(path, p->self, p->self_directory) == 0 && strcmp(path + p->self_directory, name) == 0;
}

/* Also with backslashes, which are another fault. */
static bool is_self(const parser *p, const char *path)
{
    const char *self = p->self;
    for (; *path != '\0' && (*path == *self || (*path == '\\' && *self == '/')); path++)
        self++;
    return *path == *self;
}
static bool is_signature(const parser *p, const char *path)
{
    return in_self_directory(p, path, "RECORD.jws") || in_self_directory(p, path, "RECORD.p7s");
}

static void check_path(parser *p, const char *path, size_t size, uint32_t line)
{
    const char *wrong = NULL;
    a3_index_answer index = A3_INDEX_NOTHING;
    if (size == 0)
        wrong = "is empty", index = A3_INDEX_MAILS;
    else if (strlen(path) != size)
        wrong = "holds a NUL character", index = A3_INDEX_MAILS;
    else if (path[0] == '/' || (size > 2 && path[1] == ':' && (path[2] == '\\' || path[2] == '/')))
        wrong = "is absolute";
    else if (strchr(path, '\\') != NULL)
        wrong = "holds a backslash";
    else if (path[size - 1] == '/')
        wrong = "names a directory", index = A3_INDEX_MAILS;
    else if (a3_has_prefix(path, "./") || strstr(path, "/./") != NULL || strstr(path, "//") != NULL)
        wrong = "is not in its shortest form", index = A3_INDEX_MAILS;
    for (const char *at = path; wrong == NULL && at != NULL; at = strchr(at, '/')) {
        at += *at == '/';
        if (a3_has_prefix(at, "..") && (at[2] == '/' || at[2] == '\0'))
            wrong = "leads out of the wheel";
    }
    if (wrong != NULL) /* its own row is one that nobody looks a file up by */
        FAULT(p, is_self(p, path) ? A3_FAULT_RECORD_SELF : A3_FAULT_RECORD_PATH, index, line, "the path %s %s", a3_fault_quote(p->arena, path, size), wrong);
}

/* "sha256=..." into kind and digest. */
static bool set_hash(parser *p, a3_record_row *to, const char *text)
{
    uint8_t bytes[A3_HASH_MAX];
    const char *equals = strchr(text, '=');
    to->hash = a3_strdup(p->arena, text);
    if (to->hash == NULL)
        return false;
    if (equals == NULL) {
        FAULT(p, A3_FAULT_RECORD_HASH, A3_INDEX_NOTHING, to->line, "the hash %s of %s names no algorithm", QUOTE(p, text),
              QUOTE(p, to->path));
        return true;
    }
    a3_hash_kind kind = a3_hash_by_name(text, (size_t)(equals - text));
    if (kind == A3_HASH_NONE) {
        FAULT(p, A3_FAULT_RECORD_HASH, A3_INDEX_NOTHING, to->line, "%s has a hash of an unknown algorithm, %s",
              QUOTE(p, to->path), QUOTE(p, text));
        return true;
    }
    to->kind = kind;
    if (kind == A3_HASH_MD5 || kind == A3_HASH_SHA1 || kind == A3_HASH_SHA224)
        FAULT(p, A3_FAULT_RECORD_WEAK, A3_INDEX_NOTHING, to->line, "%s is hashed with %s, sha256 or better is demanded",
              QUOTE(p, to->path), a3_hash_name(kind));
    size_t want = a3_hash_size(kind), length = strlen(equals + 1);
    bool padded = length > 0 && equals[length] == '=';
    if (a3_base64url_decode(equals + 1, length, bytes, sizeof bytes) != (long)want || padded) {
        FAULT(p, A3_FAULT_RECORD_HASH, A3_INDEX_NOTHING, to->line,
              "the hash of %s is no %s digest in URL-safe base64 without padding: %s", QUOTE(p, to->path), a3_hash_name(kind),
              QUOTE(p, equals + 1));
        if (!padded)
            return true;
        if (a3_base64url_decode(equals + 1, length, bytes, sizeof bytes) != (long)want)
            return true;
    }
    uint8_t *digest = a3_alloc(p->arena, want);
    if (digest != NULL)
        memcpy(digest, bytes, want);
    to->digest = digest;
    return digest != NULL;
}

static void set_size(parser *p, a3_record_row *to, const char *text)
{
    to->has_size = true;
    for (const char *c = text; *c != '\0'; c++) {
        if (*c < '0' || *c > '9' || to->size > (UINT64_MAX - 9) / 10) {
            to->has_size = false;
            FAULT(p, A3_FAULT_RECORD_SIZE, A3_INDEX_NOTHING, to->line, "the size %s of %s is no number", QUOTE(p, text),
                  QUOTE(p, to->path));
            return;
        }
        to->size = to->size * 10 + (uint64_t)(*c - '0');
    }
}

static bool add_row(parser *p, row *r)
{
    const char *text = a3_buf_text(&r->text);
    const char *fields[3] = {text, r->count > 1 ? text + r->start[1] : "", r->count > 2 ? text + r->start[2] : ""};
    size_t path_size = (r->count > 1 ? r->start[1] : r->text.size) - 1;
    check_path(p, fields[0], path_size, r->line);
    if (path_size == 0)
        return true;
    a3_record_row *to = A3_PUSH(p->arena, p->out);
    if (to == NULL || (to->path = a3_strndup(p->arena, fields[0], path_size)) == NULL)
        return false;
    to->line = r->line;
    to->path_size = (uint32_t)path_size;
    to->hash = "";
    bool self = is_self(p, to->path), signature = is_signature(p, to->path);
    p->self_seen |= self;
    if (r->count != 3) { /* nobody can tell what its other fields mean */
        FAULT(p, A3_FAULT_RECORD_FIELDS, A3_INDEX_NOTHING, r->line, "a row has %zu fields, not path, hash and size", r->count);
        return (to->hash = a3_strdup(p->arena, fields[1])) != NULL;
    }
    if (strlen(fields[1]) != r->start[2] - r->start[1] - 1 || strlen(fields[2]) != r->text.size - r->start[2] - 1)
        FAULT(p, A3_FAULT_RECORD_HASH, A3_INDEX_NOTHING, r->line, "the hash or the size of %s holds a NUL character", QUOTE(p, to->path));
    if (signature)
        FAULT(p, A3_FAULT_RECORD_SIGNATURE, A3_INDEX_MAILS, to->line, "%s is listed, a signature of RECORD cannot be",
              QUOTE(p, to->path));
    if (*fields[1] != '\0' && !set_hash(p, to, fields[1]))
        return false;
    if (*fields[2] != '\0')
        set_size(p, to, fields[2]);
    if (self && (*fields[1] != '\0' || *fields[2] != '\0'))
        FAULT(p, A3_FAULT_RECORD_SELF_HASH, A3_INDEX_NOTHING, to->line, "RECORD's own row has a hash or a size");
    else if (!self && !signature && *fields[1] == '\0')
        FAULT(p, A3_FAULT_RECORD_NO_HASH, A3_INDEX_NOTHING, to->line, "%s has no hash", QUOTE(p, to->path));
    else if (!self && !signature && *fields[2] == '\0')
        FAULT(p, A3_FAULT_RECORD_NO_SIZE, A3_INDEX_NOTHING, to->line, "%s has no size", QUOTE(p, to->path));
    return true;
}

/* ---- duplicates: by sorting pointers to rows ---- */

static int by_path(const void *a, const void *b)
{
    const a3_record_row *x = *(a3_record_row *const *)a, *y = *(a3_record_row *const *)b;
    int order = strcmp(x->path, y->path);
    return order ? order : (x > y) - (x < y);
}

static bool mark_duplicates(parser *p)
{
    a3_record *out = p->out;
    if (out->count < 2)
        return true;
    a3_record_row **order = calloc(out->count, sizeof *order);
    if (order == NULL)
        return false;
    for (size_t i = 0; i < out->count; i++)
        order[i] = &out->items[i];
    qsort(order, out->count, sizeof *order, by_path);
    for (size_t i = 1; i < out->count; i++)
        order[i]->duplicate = strcmp(order[i - 1]->path, order[i]->path) == 0;
    free(order);
    for (size_t i = 0; i < out->count; i++)
        if (out->items[i].duplicate)
            FAULT(p, A3_FAULT_RECORD_DUPLICATE, A3_INDEX_NOTHING, out->items[i].line, "%s is listed again",
                  QUOTE(p, out->items[i].path));
    return true;
}

/* pip and the index split RECORD as Python's str.splitlines() does, which knows more line ends than csv: 0x0b, 0x0c, 0x1c to 0x1e,
 * U+0085, U+2028, U+2029. */
static size_t other_line_end(const uint8_t *at, size_t size)
{
    if (*at == 0x0b || *at == 0x0c || (*at >= 0x1c && *at <= 0x1e))
        return 1;
    if (size >= 2 && at[0] == 0xc2 && at[1] == 0x85)
        return 2;
    return size >= 3 && at[0] == 0xe2 && at[1] == 0x80 && (at[2] == 0xa8 || at[2] == 0xa9) ? 3 : 0;
}

static void check_line_ends(parser *p)
{
    uint32_t line = 1;
    bool empty = true; /* nothing since the last line end, of whatever kind */
    for (size_t pos = 0, step; pos < p->in.size; pos += step) {
        const uint8_t *at = p->in.data + pos;
        size_t left = p->in.size - pos, other = other_line_end(at, left), next = other < left ? at[other] : '\n';
        bool end = *at == '\n' || *at == '\r';
        step = other ? other : 1;
        line += *at == '\n';
        if (other > 0) {
            bool blank = empty || next == '\n' || next == '\r' || (other < left && other_line_end(at + other, left - other) > 0);
            FAULT(p, A3_FAULT_RECORD_CSV, blank ? A3_INDEX_FAILS : A3_INDEX_MAILS, line,
                  "a character at which pip and the index end the line, and other readers do not");
        }
        empty = other > 0 || end;
    }
}

a3_status a3_record_parse(a3_arena *arena, a3_span bytes, const char *self, a3_record *out, a3_faults *faults)
{
    const char *slash = strrchr(self, '/');
    parser p = {.arena = arena, .in = bytes, .line = 1, .self = self, .self_directory = slash ? (size_t)(slash + 1 - self) : 0,
                .out = out, .faults = faults};
    row r = {.text = A3_BUF_INIT};
    row_result result = ROW_FIELDS;
    bool ok = true;
    *out = (a3_record){.complete = true};
    if (!a3_utf8_valid((const char *)bytes.data, bytes.size))
        FAULT(&p, A3_FAULT_RECORD_ENCODING, A3_INDEX_REFUSES, 0, "RECORD is not UTF-8");
    if (bytes.size >= 3 && memcmp(bytes.data, "\xef\xbb\xbf", 3) == 0)
        FAULT(&p, A3_FAULT_RECORD_PATH, A3_INDEX_MAILS, 1,
              "a byte order mark stands before the first path and is taken for a part of it");
    check_line_ends(&p);
    while (ok && result != ROW_END && result != ROW_BROKEN) {
        result = next_row(&p, &r);
        if (result == ROW_BLANK)
            FAULT(&p, A3_FAULT_RECORD_BLANK, A3_INDEX_FAILS, r.line, "a blank line");
        ok = a3_buf_ok(&r.text) && (result != ROW_FIELDS || add_row(&p, &r));
    }
    out->complete = result != ROW_BROKEN;
    a3_buf_free(&r.text);
    ok = ok && mark_duplicates(&p);
    if (ok && out->complete && !p.self_seen)
        FAULT(&p, A3_FAULT_RECORD_SELF, A3_INDEX_MAILS, 0, "RECORD does not list itself");
    return ok && !arena->failed ? A3_OK : A3_NOMEM;
}

void a3_record_write_row(a3_buf *out, const char *path, const char *digest_text, uint64_t size)
{
    bool quote = strpbrk(path, ",\"\r\n") != NULL;
    if (quote)
        a3_buf_char(out, '"');
    for (const char *p = path; *p != '\0'; p++) {
        if (*p == '"')
            a3_buf_char(out, '"');
        a3_buf_char(out, *p);
    }
    a3_buf_str(out, quote ? "\"," : ",");
    if (digest_text != NULL)
        a3_buf_printf(out, "%s,%llu\n", digest_text, (unsigned long long)size);
    else
        a3_buf_str(out, ",\n");
}

/* SPDX-License-Identifier: MIT */
/* From the lines of a case to a wheel or an object on disk. Everything that is not said is as in a good wheel. */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "cases.h"
#include "zipmake.h"

typedef struct maker {
    const case_test *test;
    const char *testdata;
    a3_arena *arena;
    FILE *log;
    zm_zip *zip;
    const char *info;          /* demo-1.0.dist-info */
    const char *name, *version, *tags, *purelib;
    zm_entry *last;            /* what poke, patch and cut change */
    bool bad;
} maker;

static void complain(maker *m, const case_line *line, const char *format, ...) __attribute__((format(printf, 3, 4)));
static void complain(maker *m, const case_line *line, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fprintf(m->log, "# %s:%u: ", m->test->file, line->number);
    vfprintf(m->log, format, args);
    fputc('\n', m->log);
    va_end(args);
    m->bad = true;
}

static a3_span fixture(maker *m, const case_line *line, const char *name)
{
    a3_buf bytes = A3_BUF_INIT;
    const char *path = case_need(a3_printf(m->arena, "%s/bin/%s", m->testdata, name));
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        complain(m, line, "%s: %s", path, strerror(errno));
        return (a3_span){NULL, 0};
    }
    char chunk[8192];
    for (size_t size; (size = fread(chunk, 1, sizeof chunk, file)) > 0;)
        a3_buf_add(&bytes, chunk, size);
    fclose(file);
    a3_span out = zm_bytes(m->zip, bytes.data, bytes.size);
    a3_buf_free(&bytes);
    return out;
}

/* A member's content after a change; the sums follow. */
static void refill(zm_entry *entry, a3_span content)
{
    zm_set_sizes(entry, (uint32_t)content.size, (uint32_t)content.size);
    entry->local.crc = entry->central.crc = a3_crc32(0, content);
    entry->packed = entry->content = content;
}

/* MEMBER = FIXTURE, and MEMBER = TEXT for text and late. */
static void add_member(maker *m, const case_line *line, bool is_text)
{
    const char *at = line->value;
    char *name = case_word(&at, m->arena), *equals = case_word(&at, m->arena);
    const char *rest = at + strspn(at, " ");
    if (name == NULL || equals == NULL || strcmp(equals, "=") != 0) {
        complain(m, line, "%s: MEMBER = %s", line->key, is_text ? "TEXT" : "FIXTURE");
        return;
    }
    size_t size;
    if (is_text) {
        char *text = case_unescape(rest, strlen(rest), m->arena, &size);
        m->last = zm_add(m->zip, name, text, size);
    } else {
        a3_span bytes = fixture(m, line, rest);
        m->last = zm_add(m->zip, name, bytes.data, bytes.size);
    }
}

/* zeros: MEMBER = SIZE, deflated. */
static void add_zeros(maker *m, const case_line *line)
{
    const char *at = line->value;
    char *name = case_word(&at, m->arena), *equals = case_word(&at, m->arena), *size = case_word(&at, m->arena);
    if (equals == NULL || size == NULL) {
        complain(m, line, "zeros: MEMBER = SIZE");
        return;
    }
    size_t count = (size_t)strtoul(size, NULL, 0);
    void *zeros = case_need(calloc(1, count + 1));
    m->last = zm_add_deflated(m->zip, name, zeros, count);
    free(zeros);
}

/* OFFSET HEX...: bytes put over those that are there; a negative offset counts from the end. */
static void poke(maker *m, const case_line *line, a3_span content)
{
    const char *at = line->value;
    char *word = case_word(&at, m->arena), *end = NULL;
    long long offset = word ? strtoll(word, &end, 0) : 0;
    uint8_t *bytes = (uint8_t *)(uintptr_t)content.data;
    if (word == NULL || *end != '\0') {
        complain(m, line, "poke: OFFSET HEX...");
        return;
    }
    size_t where = offset < 0 ? content.size - (size_t)-offset : (size_t)offset;
    while ((word = case_word(&at, m->arena)) != NULL) {
        unsigned long value = strtoul(word, &end, 16);
        if (where >= content.size || value > 255 || *end != '\0') {
            complain(m, line, "poke: no byte, or outside of %zu bytes", content.size);
            return;
        }
        bytes[where++] = (uint8_t)value;
    }
}

static a3_span find_text(a3_span in, const char *text, size_t from)
{
    size_t size = strlen(text);
    for (size_t i = from; i + size <= in.size; i++)
        if (memcmp(in.data + i, text, size) == 0)
            return (a3_span){in.data + i, size};
    return (a3_span){NULL, 0};
}

/* patch: "OLD" "NEW", of equal lengths, everywhere. */
static void patch(maker *m, const case_line *line, a3_span content)
{
    const char *at = line->value;
    const char *old = case_word(&at, m->arena), *new = case_word(&at, m->arena);
    if (old == NULL || new == NULL || strlen(old) != strlen(new) || find_text(content, old, 0).data == NULL) {
        complain(m, line, "patch: \"OLD\" \"NEW\", equally long, and OLD is there");
        return;
    }
    size_t from = 0;
    for (a3_span hit; (hit = find_text(content, old, from)).data != NULL; from = (size_t)(hit.data - content.data) + hit.size)
        memcpy((void *)(uintptr_t)hit.data, new, hit.size);
}

static void change_last(maker *m, const case_line *line)
{
    if (m->last == NULL) {
        complain(m, line, "%s: stands below a file: or text:", line->key);
        return;
    }
    a3_span content = m->last->content;
    if (strcmp(line->key, "poke") == 0)
        poke(m, line, content);
    else if (strcmp(line->key, "patch") == 0)
        patch(m, line, content);
    else if ((size_t)strtoul(line->value, NULL, 0) < content.size)
        content.size = (size_t)strtoul(line->value, NULL, 0);
    else
        complain(m, line, "cut: fewer bytes than the %zu that are there", content.size);
    refill(m->last, content);
}

/* edit: MEMBER "OLD" "NEW", the first OLD. */
static void edit(maker *m, const case_line *line)
{
    const char *at = line->value;
    const char *name = case_word(&at, m->arena), *old = case_word(&at, m->arena), *new = case_word(&at, m->arena);
    zm_entry *entry = name ? zm_find(m->zip, name) : NULL;
    if (entry == NULL && name != NULL)
        entry = zm_find(m->zip, case_need(a3_printf(m->arena, "%s/%s", m->info, name)));
    a3_span hit = entry && new ? find_text(entry->content, old, 0) : (a3_span){NULL, 0};
    if (hit.data == NULL) {
        complain(m, line, "edit: MEMBER \"OLD\" \"NEW\", and OLD is there");
        return;
    }
    a3_buf out = A3_BUF_INIT;
    size_t before = (size_t)(hit.data - entry->content.data);
    a3_buf_add(&out, entry->content.data, before);
    a3_buf_str(&out, new);
    a3_buf_add(&out, hit.data + hit.size, entry->content.size - before - hit.size);
    refill(entry, zm_bytes(m->zip, out.data, out.size));
    a3_buf_free(&out);
}

static bool edits_record(const case_line *line)
{
    return strncmp(line->value, "RECORD ", strlen("RECORD ")) == 0 || strstr(line->value, ".dist-info/RECORD ") != NULL;
}

static void drop(maker *m, const case_line *line)
{
    zm_entry *entry = zm_find(m->zip, line->value);
    if (entry == NULL)
        entry = zm_find(m->zip, case_need(a3_printf(m->arena, "%s/%s", m->info, line->value)));
    for (size_t i = 0; entry != NULL && i < m->zip->entries.count; i++)
        if (m->zip->entries.items[i] == entry) {
            memmove(&m->zip->entries.items[i], &m->zip->entries.items[i + 1],
                    (m->zip->entries.count - i - 1) * sizeof *m->zip->entries.items);
            m->zip->entries.count--;
            return;
        }
    complain(m, line, "drop: %s is not there", line->value);
}

/* name, version and tags: of the file name, where it has as many parts. */
static void split_name(maker *m)
{
    char *text = case_need(a3_strdup(m->arena, m->test->subject));
    const char *parts[6] = {NULL};
    size_t count = 0;
    char *end = strstr(text, ".whl");
    if (end != NULL)
        *end = '\0';
    for (char *part = text; part != NULL && count < 6; count++) {
        parts[count] = part;
        part = strchr(part, '-');
        if (part != NULL)
            *part++ = '\0';
    }
    m->name = count > 0 ? parts[0] : "demo";
    m->version = count > 1 ? parts[1] : "1.0";
    m->tags = count < 5 ? "cp315-abi3-linux_x86_64"
                        : case_need(a3_printf(m->arena, "%s-%s-%s", parts[count - 3], parts[count - 2], parts[count - 1]));
    m->purelib = strlen(m->tags) > 4 && strcmp(m->tags + strlen(m->tags) - 4, "-any") == 0 ? "true" : "false";
    m->info = case_need(a3_printf(m->arena, "%s-%s.dist-info", m->name, m->version));
}

static void add_dist_info(maker *m)
{
    a3_buf metadata = A3_BUF_INIT, wheel = A3_BUF_INIT, more = A3_BUF_INIT;
    const case_lines *lines = &m->test->contents;
    a3_buf_printf(&metadata, "Metadata-Version: 2.1\nName: %s\nVersion: %s\n", m->name, m->version);
    for (size_t i = 0; i < lines->count; i++) {
        const case_line *line = &lines->items[i];
        if (strcmp(line->key, "metadata") == 0)
            a3_buf_printf(&metadata, "%s\n", line->value);
        else if (strcmp(line->key, "requires-python") == 0)
            a3_buf_printf(&metadata, "Requires-Python: %s\n", line->value);
        else if (strcmp(line->key, "wheel-line") == 0)
            a3_buf_printf(&more, "%s\n", line->value);
        else if (strcmp(line->key, "tags") == 0)
            m->tags = line->value;
        else if (strcmp(line->key, "purelib") == 0)
            m->purelib = line->value;
    }
    a3_buf_printf(&wheel, "Wheel-Version: 1.0\nGenerator: run_cases\nRoot-Is-Purelib: %s\n", m->purelib);
    zm_wheel_tags(&wheel, m->tags);
    a3_buf_str(&wheel, a3_buf_text(&more));
    zm_add_text(m->zip, case_need(a3_printf(m->arena, "%s/METADATA", m->info)), a3_buf_text(&metadata));
    zm_add_text(m->zip, case_need(a3_printf(m->arena, "%s/WHEEL", m->info)), a3_buf_text(&wheel));
    a3_buf_free(&metadata);
    a3_buf_free(&wheel);
    a3_buf_free(&more);
}

static bool changes_last(const case_line *line)
{
    return strcmp(line->key, "poke") == 0 || strcmp(line->key, "patch") == 0 || strcmp(line->key, "cut") == 0;
}

/* In order: the members; the metadata and edits of it; RECORD; what is done behind RECORD's back. */
static void make_wheel(maker *m)
{
    const case_lines *lines = &m->test->contents;
    split_name(m);
    for (size_t i = 0; i < lines->count; i++) {
        const case_line *line = &lines->items[i];
        if (strcmp(line->key, "file") == 0 || strcmp(line->key, "text") == 0)
            add_member(m, line, line->key[0] == 't');
        else if (strcmp(line->key, "zeros") == 0)
            add_zeros(m, line);
        else if (changes_last(line))
            change_last(m, line);
        else if (strcmp(line->key, "dist-info") == 0)
            m->info = case_need(a3_printf(m->arena, "%s.dist-info", line->value));
    }
    add_dist_info(m);
    for (size_t i = 0; i < lines->count; i++)
        if (strcmp(lines->items[i].key, "edit") == 0 && !edits_record(&lines->items[i]))
            edit(m, &lines->items[i]);
    zm_add_record(m->zip, m->info);
    for (size_t i = 0; i < lines->count; i++) {
        const case_line *line = &lines->items[i];
        if (strcmp(line->key, "edit") == 0 && edits_record(line))
            edit(m, line);
        else if (strcmp(line->key, "drop") == 0)
            drop(m, line);
        else if (strcmp(line->key, "late") == 0)
            add_member(m, line, true);
        else if (strcmp(line->key, "zip") == 0)
            if (!case_zip_fault(m->zip, line->value, m->arena))
                complain(m, line, "zip: no such action, member or field");
    }
}

static void make_object(maker *m)
{
    const case_lines *lines = &m->test->contents;
    const case_line here = {.number = m->test->number};
    a3_span bytes = fixture(m, &here, m->test->object);
    m->last = zm_add(m->zip, m->test->subject, bytes.data, bytes.size);
    for (size_t i = 0; i < lines->count; i++)
        if (changes_last(&lines->items[i]))
            change_last(m, &lines->items[i]);
        else
            complain(m, &lines->items[i], "%s: is for wheels", lines->items[i].key);
}

const char *case_write(const case_test *test, const char *folder, const char *testdata, a3_arena *arena, FILE *log)
{
    maker m = {.test = test, .testdata = testdata, .arena = arena, .log = log, .zip = zm_new()};
    const char *path = case_need(a3_printf(arena, "%s/%s", folder, test->subject));
    if (test->object == NULL) {
        make_wheel(&m);
        zm_write(m.zip, path);
    } else {
        make_object(&m);
        FILE *file = fopen(path, "wb");
        if (file == NULL || fwrite(m.last->content.data, 1, m.last->content.size, file) != m.last->content.size || fclose(file) != 0) {
            fprintf(log, "# %s: %s\n", path, strerror(errno));
            m.bad = true;
        }
    }
    zm_free(m.zip);
    return m.bad ? NULL : path;
}

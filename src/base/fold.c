/* SPDX-License-Identifier: MIT */
#include "base/fold.h"

#include <stdint.h>

#include "base/text.h"

typedef struct fold_entry {
    uint32_t code : 24, length : 8;
    uint16_t at; /* in fold_pool */
} fold_entry;

typedef struct combining_range {
    uint32_t first, last;
    uint8_t value;
} combining_range;

#include "base/fold_table.h"

enum { MOST_MARKS = 32, COUNT_ENTRIES = sizeof fold_entries / sizeof *fold_entries,
       COUNT_RANGES = sizeof combining_ranges / sizeof *combining_ranges };

/* Combining marks wait here until their order is known. */
typedef struct folder {
    a3_buf *out;
    uint32_t marks[MOST_MARKS];
    uint8_t classes[MOST_MARKS];
    unsigned count;
} folder;

static void put_utf8(a3_buf *out, uint32_t code)
{
    char text[4];
    unsigned size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (unsigned i = size; i-- > 1; code >>= 6)
        text[i] = (char)(0x80 | (code & 0x3f));
    text[0] = (char)(size == 1 ? code : (0xf00u >> size & 0xf0) | code);
    a3_buf_add(out, text, size);
}

static void flush(folder *f)
{
    for (unsigned i = 0; i < f->count; i++)
        put_utf8(f->out, f->marks[i]);
    f->count = 0;
}

static uint8_t combining_class(uint32_t code)
{
    size_t low = 0, high = COUNT_RANGES;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (code > combining_ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < COUNT_RANGES && code >= combining_ranges[low].first ? combining_ranges[low].value : 0;
}

static void put(folder *f, uint32_t code)
{
    uint8_t value = combining_class(code);
    if (value == 0 || f->count == MOST_MARKS)
        flush(f);
    if (value == 0) {
        put_utf8(f->out, code);
        return;
    }
    unsigned at = f->count++;
    for (; at > 0 && f->classes[at - 1] > value; at--) {
        f->marks[at] = f->marks[at - 1];
        f->classes[at] = f->classes[at - 1];
    }
    f->marks[at] = code;
    f->classes[at] = value;
}

static const fold_entry *find_entry(uint32_t code)
{
    size_t low = 0, high = COUNT_ENTRIES;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (code > fold_entries[middle].code)
            low = middle + 1;
        else
            high = middle;
    }
    return low < COUNT_ENTRIES && fold_entries[low].code == code ? &fold_entries[low] : NULL;
}

/* Hangul syllables decompose by arithmetic (Unicode, section 3.12). */
static void put_hangul(folder *f, uint32_t index)
{
    put(f, 0x1100 + index / 588);
    put(f, 0x1161 + index % 588 / 28);
    if (index % 28 != 0)
        put(f, 0x11a7 + index % 28);
}

static void fold_code(folder *f, uint32_t code)
{
    if (code >= 0xac00 && code < 0xac00 + 11172) {
        put_hangul(f, code - 0xac00);
        return;
    }
    const fold_entry *entry = find_entry(code);
    if (entry == NULL)
        put(f, code);
    else
        for (unsigned i = 0; i < entry->length; i++)
            put(f, fold_pool[entry->at + i]);
}

static bool is_ascii(char c) { return (unsigned char)c < 0x80; }

/* Most names are ASCII throughout: copied in one piece, then lowered in place. */
static size_t put_ascii(a3_buf *out, const char *text, size_t size)
{
    size_t run = 0, before = out->size;
    while (run < size && is_ascii(text[run]))
        run++;
    a3_buf_add(out, text, run);
    for (size_t i = before; i < out->size; i++)
        if (out->data[i] >= 'A' && out->data[i] <= 'Z')
            out->data[i] = (char)(out->data[i] + 'a' - 'A');
    return run;
}

void a3_fold_name(a3_buf *out, const char *name, size_t size)
{
    folder f = {.out = out, .count = 0};
    for (size_t pos = 0; pos < size;) {
        if (is_ascii(name[pos])) {
            flush(&f);
            pos += put_ascii(out, name + pos, size - pos);
            continue;
        }
        uint32_t code;
        size_t step = a3_utf8_decode(name + pos, size - pos, &code);
        if (step > 0) {
            fold_code(&f, code);
        } else {
            flush(&f);
            a3_buf_char(out, name[pos]);
            step = 1;
        }
        pos += step;
    }
    flush(&f);
}

/* SPDX-License-Identifier: MIT */
/* A neutral image as a few bytes: what the module room sees of an object, without the object around it, so that most of what
 * a fuzzer changes is code, data and pointers. The format is ours, and no more than the two functions below. Little endian. */
#ifndef A3_TESTS_FUZZ_MINI_IMAGE_H
#define A3_TESTS_FUZZ_MINI_IMAGE_H

#include "base/buf.h"
#include "image/image.h"

enum { MINI_MOST = 64 }; /* segments, imports, exports; fixups: sixteen times that */

/* No name (by ordinal alone) is written as an empty one. */
static inline const char *mini_name(a3_cursor *c)
{
    const char *name = a3_get_string(c);
    return name != NULL && name[0] != '\0' ? name : NULL;
}

static inline void mini_write_name(a3_buf *out, const char *name) { a3_buf_add(out, name ? name : "", name ? strlen(name) + 1 : 1); }

/* NULL: nothing that could be an image. Names and bytes are those of `bytes`. */
static inline a3_image *mini_read(a3_span bytes, const a3_limits *limits, a3_arena *arena)
{
    a3_cursor c = a3_cursor_at(bytes, 0, false);
    a3_slices slices = {0};
    uint64_t end = 0;
    a3_image *im = a3_image_new(&slices, arena, limits, (a3_format)(a3_get8(&c) % A3_FORMAT_WASM), bytes);
    if (im == NULL)
        return NULL;
    im->arch = (a3_arch)(a3_get8(&c) % A3_ARCH_COUNT);
    im->os = (a3_os)(a3_get8(&c) % (A3_OS_CYGWIN + 1));
    uint8_t flags = a3_get8(&c);
    im->pointer_size = flags & 1 ? 8 : 4;
    im->big_endian = flags & 2;
    im->base = a3_get32(&c);
    im->toc = a3_get32(&c);
    unsigned segments = a3_get8(&c) % MINI_MOST, exports = a3_get8(&c) % MINI_MOST, imports = a3_get8(&c) % MINI_MOST;
    unsigned fixups = a3_get16(&c) % (16 * MINI_MOST);
    for (unsigned i = 0; i < segments && c.ok; i++) { /* what overlaps is dropped: readers refuse it */
        a3_segment one = {.address = a3_get32(&c), .size = a3_get32(&c), .protection = a3_get8(&c) & 7};
        one.file = a3_get_span(&c, a3_get16(&c));
        if (c.ok && one.size > 0 && one.file.size <= one.size && one.address >= end)
            *A3_PUSH(arena, &im->segments) = one;
        end = one.address >= end ? one.address + one.size : end;
    }
    for (unsigned i = 0; i < exports && c.ok; i++) {
        a3_export one = {.name = mini_name(&c), .address = a3_get32(&c), .other = a3_get8(&c)};
        if (c.ok)
            *A3_PUSH(arena, &im->exports) = one;
    }
    for (unsigned i = 0; i < imports && c.ok; i++) {
        a3_import one = {.name = mini_name(&c), .flags = a3_get8(&c) & A3_SYM_WEAK};
        if (c.ok)
            *A3_PUSH(arena, &im->imports) = one;
    }
    a3_image_finish(im);
    for (uint64_t i = 0, last = 0; i < fixups && c.ok; i++) { /* ascending, one an address, as a3_image_load_fixups leaves them */
        uint8_t kind = a3_get8(&c);
        a3_fixup one = {.address = a3_get32(&c), .target = a3_get32(&c), .kind = kind & 1, .size = kind & 2 ? 8 : 4, .addend = kind >> 2};
        if (!c.ok || one.address < last || (one.kind == A3_FIXUP_IMPORT && one.target >= im->imports.count))
            continue;
        *A3_PUSH(arena, &im->fixups) = one;
        last = one.address + 1;
    }
    return im;
}

/* The seed of a real image; false: it is too big for one. */
static inline bool mini_write(a3_buf *out, a3_image *im)
{
    a3_image_load_fixups(im);
    size_t fixups = im->fixups.count < 16 * MINI_MOST ? im->fixups.count : 16 * MINI_MOST - 1;
    if (im->segments.count >= MINI_MOST || im->exports.count >= MINI_MOST || im->imports.count >= MINI_MOST)
        return false;
    const char head[4] = {(char)im->format, (char)im->arch, (char)im->os, (char)((im->pointer_size == 8) | im->big_endian << 1)};
    a3_buf_add(out, head, 4);
    a3_buf_le32(out, (uint32_t)im->base);
    a3_buf_le32(out, (uint32_t)im->toc);
    a3_buf_char(out, (char)im->segments.count);
    a3_buf_char(out, (char)im->exports.count);
    a3_buf_char(out, (char)im->imports.count);
    a3_buf_le16(out, (uint16_t)fixups);
    for (size_t i = 0; i < im->segments.count; i++) {
        const a3_segment *one = &im->segments.items[i];
        size_t size = one->file.size < UINT16_MAX ? one->file.size : UINT16_MAX;
        while (size > 0 && one->file.data[size - 1] == 0)
            size--;
        a3_buf_le32(out, (uint32_t)one->address);
        a3_buf_le32(out, (uint32_t)one->size);
        a3_buf_char(out, (char)one->protection);
        a3_buf_le16(out, (uint16_t)size);
        a3_buf_add(out, one->file.data, size);
    }
    for (size_t i = 0; i < im->exports.count; i++) {
        mini_write_name(out, im->exports.items[i].name);
        a3_buf_le32(out, (uint32_t)im->exports.items[i].address);
        a3_buf_char(out, (char)im->exports.items[i].other);
    }
    for (size_t i = 0; i < im->imports.count; i++) {
        mini_write_name(out, im->imports.items[i].name);
        a3_buf_char(out, (char)im->imports.items[i].flags);
    }
    for (size_t i = 0; i < fixups; i++) {
        const a3_fixup *one = &im->fixups.items[i];
        a3_buf_char(out, (char)(one->kind | (one->size == 8) << 1 | (uint8_t)one->addend << 2));
        a3_buf_le32(out, (uint32_t)one->address);
        a3_buf_le32(out, (uint32_t)one->target);
    }
    return a3_buf_ok(out);
}

#endif

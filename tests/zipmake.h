/* SPDX-License-Identifier: MIT */
/* ZIP files and wheels in memory for tests, with every field of every record in reach: build a good one, change one field, and
 * what comes out is bad in that one way. Defaults are what Python's zipfile writes. Everything is freed by zm_free; a test
 * that runs out of memory aborts. */
#ifndef A3_TESTS_ZIPMAKE_H
#define A3_TESTS_ZIPMAKE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/bytes.h"

/* The value of a field that zm_build is to compute. */
#define ZM_AUTO INT64_MIN

/* One header, as local and as central: fields in the order of the format, `name` and `extra` behind. `made`, `comment`, `disk`,
 * `internal`, `external`, `offset` are of the central header only. */
typedef struct zm_header {
    bool omit; /* do not write this header at all (a local one takes its data with it) */
    uint32_t signature;
    uint16_t made, needed, flags, method, time, date;
    uint32_t crc, packed, size;
    int64_t name_size, extra_size, comment_size; /* written lengths; ZM_AUTO: those of the spans */
    uint16_t disk, internal;
    uint32_t external;
    int64_t offset; /* ZM_AUTO: where the local header went */
    a3_span name, extra, comment;
} zm_header;

typedef struct zm_entry {
    a3_span before;  /* bytes before the local header */
    zm_header local, central;
    a3_span packed;  /* the data as written */
    a3_span after;   /* bytes behind the data (a data descriptor) */
    a3_span content; /* unpacked: what RECORD's hash is of */
} zm_entry;

typedef struct zm_end {
    bool omit;
    int64_t disk, central_disk, here, total, size, offset; /* end record */
    int64_t comment_size;
    a3_span comment;
} zm_end;

/* ZIP64 end record and locator, written where `write` is set. The end record's own fields are not changed by it. */
typedef struct zm_end64 {
    bool write, omit_record, omit_locator;
    int64_t record_size; /* ZM_AUTO: 44 + extensible data */
    uint16_t made, needed;
    int64_t disk, central_disk, here, total, size, offset;
    a3_span extensible;
    int64_t locator_disk, locator_offset, locator_disks;
} zm_end64;

typedef struct zm_zip {
    a3_arena arena;
    A3_LIST(zm_entry *) entries;
    a3_span prefix;         /* before everything; offsets do not count it unless `count_prefix` */
    bool count_prefix;
    a3_span before_central, after_central, trailing;
    zm_end end;
    zm_end64 end64;
} zm_zip;

zm_zip *zm_new(void);
void zm_free(zm_zip *zip);

/* A copy in the ZIP's arena, for the spans above. zm_text without the NUL. */
a3_span zm_bytes(zm_zip *zip, const void *data, size_t size);
a3_span zm_text(zm_zip *zip, const char *text);

/* One more member, stored or deflated, mode 0100644 (a name that ends in '/': 040755). */
zm_entry *zm_add(zm_zip *zip, const char *name, const void *data, size_t size);
zm_entry *zm_add_text(zm_zip *zip, const char *name, const char *text);
zm_entry *zm_add_deflated(zm_zip *zip, const char *name, const void *data, size_t size);
/* The same change to both headers. */
void zm_set_name(zm_zip *zip, zm_entry *entry, const char *name, size_t size);
void zm_set_flags(zm_entry *entry, uint16_t flags);
void zm_set_method(zm_entry *entry, uint16_t method);
void zm_set_sizes(zm_entry *entry, uint32_t packed, uint32_t size);
/* A proper data descriptor behind the data, and flag bit 3; the local header's CRC and sizes become 0. */
void zm_set_descriptor(zm_zip *zip, zm_entry *entry, bool signature, bool zip64);
/* An extra field record (id, size, data) behind those that `in` holds. */
a3_span zm_extra(zm_zip *zip, a3_span in, uint16_t id, const void *data, size_t size);

/* dist-info of a good wheel for what has been added so far, under `{name}-{version}.dist-info/`: METADATA (Metadata-Version 2.1), WHEEL with every element
 * of the tag set's product, RECORD. `tags` is the file name's "cp315-abi3.abi3t-linux_x86_64"; Root-Is-Purelib is true where
 * it ends in "-any". */
void zm_add_dist_info(zm_zip *zip, const char *name, const char *version, const char *tags);
/* The parts of it: RECORD of all that is there, for a wheel whose other files the test writes itself. */
zm_entry *zm_add_record(zm_zip *zip, const char *dist_info);
zm_entry *zm_find(zm_zip *zip, const char *name);
/* WHEEL's Tag lines: the product of a file name's tag sets. */
void zm_wheel_tags(a3_buf *out, const char *tags);

/* The file. The buffer belongs to the caller (a3_buf_free). */
a3_buf zm_build(const zm_zip *zip);
static inline a3_span zm_span(const a3_buf *buf) { return (a3_span){(const uint8_t *)buf->data, buf->size}; }
/* Into a file; aborts where that fails. */
void zm_write(const zm_zip *zip, const char *path);

#endif

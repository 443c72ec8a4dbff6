/* SPDX-License-Identifier: MIT */
/* The strict walk over a ZIP, in steps; private to the files zip_*.c. The format is PKWARE's APPNOTE.TXT 6.3.10, whose sections
 * the comments cite; where it leaves a choice, CPython's zipfile makes it, because installers read wheels with it.
 *
 *   zip_end.c      end records, found from the back: where the central directory is
 *   zip_central.c  the central directory: which members there are
 *   zip_local.c    each member's local header and data, held against its central entry
 *   zip_layout.c   all records in file order, without gap or overlap from offset 0 to the last byte
 *   zip_names.c    names: paths, duplicates, links
 *   zip_walk.c     the order of all this, and what is judged over the archive as a whole
 *
 * A walk that raised no framing and no confusion fault proves that every reader sees the same members. Reading records
 * from offset 0, as streaming readers do, meets exactly the local headers of the central directory's members, since there is nothing
 * between them, each with the central name, sizes, method and CRC, none with its sizes behind the data; then the central directory, which is where the end record says,
 * one whole end record and the end of the file. So a search for the end record from the back or from the front finds the same one. */
#ifndef A3_WHEEL_ZIP_WALK_H
#define A3_WHEEL_ZIP_WALK_H

#include "wheel/container.h"

enum a3_zip_signature {
    A3_ZIP_LOCAL = 0x04034b50,
    A3_ZIP_CENTRAL = 0x02014b50,
    A3_ZIP_END = 0x06054b50,
    A3_ZIP_END64 = 0x06064b50,
    A3_ZIP_LOCATOR = 0x07064b50,
    A3_ZIP_DESCRIPTOR = 0x08074b50
};

enum a3_zip_layout_sizes {
    A3_ZIP_LOCAL_SIZE = 30,
    A3_ZIP_CENTRAL_SIZE = 46,
    A3_ZIP_END_SIZE = 22,
    A3_ZIP_END64_SIZE = 56,
    A3_ZIP_LOCATOR_SIZE = 20
};

enum a3_zip_flag {
    A3_ZIP_FLAG_ENCRYPTED = 1 << 0,
    A3_ZIP_FLAG_DESCRIPTOR = 1 << 3,
    A3_ZIP_FLAG_PATCH = 1 << 5,
    A3_ZIP_FLAG_STRONG = 1 << 6,
    A3_ZIP_FLAG_UTF8 = 1 << 11,
    A3_ZIP_FLAG_MASKED = 1 << 13
};

enum a3_zip_extra_id { A3_ZIP_EXTRA_ZIP64 = 0x0001, A3_ZIP_EXTRA_UNICODE_PATH = 0x7075 };

enum a3_zip_method {
    A3_ZIP_STORED = 0, A3_ZIP_DEFLATED = 8, A3_ZIP_DEFLATE64 = 9, A3_ZIP_BZIP2 = 12, A3_ZIP_LZMA = 14,
    A3_ZIP_ZSTD = 93, A3_ZIP_XZ = 95, A3_ZIP_AES = 99
};

/* Shorthands for the flags that faults carry. */
enum { A3_ZIP_BOTH = A3_ZIP_INDEX_REJECTS | A3_ZIP_INSTALL };

typedef struct a3_zip_walk {
    a3_span file;
    const a3_limits *limits;
    a3_arena *arena;
    a3_err *err;
    a3_container *out;
    a3_member *members;  /* out->members, writable */
    uint64_t *record_end;/* of each member: the end of its local record (data and descriptor included), in the file;
                          * its header_offset where there is no local header */
    uint32_t *named;     /* of each member: the member whose name its local header bears, as a rule itself; A3_ZIP_NOBODY */
    bool *seen_local;    /* of each member: a local header with its name was met on the way from record to record */
    int64_t base;        /* to be added to every offset stored in the file */
    uint64_t stored_count, stored_offset; /* of the central directory, as the end record that counts says */
    uint64_t central_end;/* where the first record behind the central directory is expected */
    A3_LIST(a3_zip_fault) faults;
    size_t seen[A3_ZIP_LIMIT + 1]; /* faults of each code, those not listed included */
} a3_zip_walk;

#define A3_ZIP_NOBODY UINT32_MAX

/* Adds a fault. Of one code at most A3_ZIP_MOST_FAULTS are listed; a3_zip_close_faults says how many more there are. */
enum { A3_ZIP_MOST_FAULTS = 1000 };
void a3_zip_add_fault(a3_zip_walk *walk, a3_zip_code code, unsigned flags, uint64_t offset, const char *member,
                      const char *server, const char *format, ...) __attribute__((format(printf, 7, 8)));
void a3_zip_close_faults(a3_zip_walk *walk);

/* One record of an extra field (APPNOTE 4.5): the next of `cursor`. False at the end; cursor->ok is false where the field is ill-formed. */
bool a3_zip_next_extra(a3_cursor *cursor, uint16_t *id, a3_span *data);

/* The fixed part of a local header. */
typedef struct a3_zip_local {
    uint16_t needed, flags, method;
    uint32_t dos_time, crc;
    uint32_t packed32, size32; /* as stored */
    uint64_t packed, size;     /* after ZIP64 */
    a3_span name, extra;
    uint64_t data_offset;  /* in the file */
} a3_zip_local;
/* False: no whole local header with its name and extra field at `offset`. ZIP64 sizes are put in. */
bool a3_zip_read_local(a3_span file, uint64_t offset, a3_zip_local *out);

/* Its signature at least is there. */
bool a3_zip_begins_local(a3_span file, uint64_t offset);

/* The most bytes that the member can unpack to, whatever its headers say. */
uint64_t a3_zip_most(const a3_member *m);

bool a3_zip_is_ascii(a3_span name);

/* The index's words of a local header whose name no member has. */
const char *a3_zip_index_lost(a3_span name);

/* `name` for a fault's text: quoted, escaped, and cut where it is very long. */
const char *a3_zip_quote(a3_zip_walk *walk, a3_span name);

/* Names are sorted by hash, then by member: equal ones stand together. */
struct a3_zip_name {
    uint64_t hash;
    uint32_t member;
};

/* The steps. Each returns A3_OK or what walk->err says; faults are added on the way. */
a3_status a3_zip_find_end(a3_zip_walk *walk);
a3_status a3_zip_read_central(a3_zip_walk *walk);
a3_status a3_zip_index_names(a3_zip_walk *walk); /* for a3_container_find */
void a3_zip_check_local(a3_zip_walk *walk, size_t member);
void a3_zip_check_layout(a3_zip_walk *walk);
void a3_zip_check_names(a3_zip_walk *walk);

/* Where the walk was not clean: what libzip and libarchive see. */
void a3_zip_compare_views(a3_zip_walk *walk);

/* Unpacks the only member of `zip` through libarchive, for methods that zip_read.c does not know: exactly `size` bytes
 * into `out`. A3_UNSUPPORTED, or A3_MALFORMED: bad data, or more or less than that. */
a3_status a3_archive_unpack_one(a3_span zip, uint8_t *out, size_t size, a3_err *err);

#endif

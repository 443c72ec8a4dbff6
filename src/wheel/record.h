/* SPDX-License-Identifier: MIT */
/* DIST-INFO/RECORD (PEP 376, PEP 427): CSV as Python's csv module reads it. */
#ifndef A3_WHEEL_RECORD_H
#define A3_WHEEL_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/bytes.h"
#include "base/err.h"
#include "base/hash.h"
#include "wheel/fault.h"

typedef struct a3_record_row {
    const char *path;     /* as listed, NUL-terminated; "/" and "\\" as they are */
    const char *hash;     /* as written ("sha256=..."), "" if empty */
    a3_hash_kind kind;    /* algorithm; A3_HASH_NONE: no hash, or none that can be computed */
    const uint8_t *digest;/* a3_hash_size(kind) bytes; NULL where `kind` is none or the text is no digest of it */
    uint64_t size;        /* bytes, if has_size */
    uint32_t path_size;   /* bytes of `path` */
    uint32_t line;        /* on which the row starts, from 1 */
    bool has_size;
    bool duplicate;       /* an earlier row has the same path */
} a3_record_row;

typedef struct a3_record {
    a3_record_row *items; /* in file order; rows with a path only */
    size_t count, room;
    bool complete;        /* read to the end: false where Python's csv module would have raised before */
} a3_record;

/* `self` is RECORD's own path ("demo-1.0.dist-info/RECORD"): it and its signatures may lack hash and size. Fails for want of
 * memory only; everything else is in `faults` (codes A3_FAULT_RECORD_*). Linear in the bytes. */
a3_status a3_record_parse(a3_arena *arena, a3_span bytes, const char *self, a3_record *out, a3_faults *faults);

/* One row as the csv module's writer would (quoted where needed), with LF. `digest_text` may be NULL (no hash, no size). */
void a3_record_write_row(a3_buf *out, const char *path, const char *digest_text, uint64_t size);

#endif

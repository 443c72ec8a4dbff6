/* SPDX-License-Identifier: MIT */
/* The header format of WHEEL and METADATA, as Python's email parser reads it (RFC 822 with folding): lines end in LF, CRLF or CR,
 * the first empty line ends the headers, and so does the first line that is none. */
#ifndef A3_WHEEL_HEADERS_H
#define A3_WHEEL_HEADERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/bytes.h"
#include "base/err.h"
#include "wheel/fault.h"

typedef struct a3_header {
    const char *name;  /* as written, NUL-terminated */
    const char *value; /* NUL-terminated; leading blanks removed; folded lines joined as they are, each line break as one LF */
    uint32_t line;     /* of its first line, from 1 */
} a3_header;

typedef struct a3_headers {
    a3_header *items;
    size_t count, room;
    a3_span body;      /* what follows the empty line, as it is */
    uint32_t body_line;
    bool utf8;         /* the whole text is UTF-8 */
} a3_headers;

/* Never fails but for memory. Faults: `syntax` for lines that are no header (where the headers end early), for a NUL and an
 * empty name; `encoding` for a byte order mark and for what is not UTF-8. */
a3_status a3_headers_parse(a3_arena *arena, a3_span bytes, a3_fault_code syntax, a3_fault_code encoding,
                           a3_headers *out, a3_faults *faults);
/* The first header of that name, compared without case; NULL if none. */
const a3_header *a3_header_find(const a3_headers *headers, const char *name);

#endif

/* SPDX-License-Identifier: MIT */
/* What is wrong with a name or a metadata file: collected by the parsers of this room, turned into findings by the rules. */
#ifndef A3_WHEEL_FAULT_H
#define A3_WHEEL_FAULT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

typedef enum a3_fault_code {
    /* file name (T101) */
    A3_FAULT_NAME,            /* not a wheel's file name: installers refuse it */
    A3_FAULT_NAME_STRICT,     /* packaging from 26.3 on refuses it, older installers take it (or the reverse: the text says) */
    A3_FAULT_NAME_INDEX,      /* installers take it, the index does not */
    A3_FAULT_NAME_STYLE,      /* accepted everywhere, not as current tools write it (name not normalised): no rule of its own */
    /* WHEEL (R202) */
    A3_FAULT_WHEEL_SYNTAX, A3_FAULT_WHEEL_ENCODING, A3_FAULT_WHEEL_MISSING, /* a field that must be there */
    A3_FAULT_WHEEL_DUPLICATE, A3_FAULT_WHEEL_VERSION, /* Wheel-Version not MAJOR.MINOR, or a major above 1 */
    A3_FAULT_WHEEL_MINOR,     /* Wheel-Version minor above 0: installers warn */
    A3_FAULT_WHEEL_VALUE,     /* Root-Is-Purelib neither true nor false, Build without leading digit */
    A3_FAULT_WHEEL_TAG,       /* a Tag: that is not three parts */
    A3_FAULT_WHEEL_TAG_SET,   /* a Tag: that holds a compressed set instead of one tag a line */
    /* RECORD (R105, R106) */
    A3_FAULT_RECORD_ENCODING, /* not UTF-8 */
    A3_FAULT_RECORD_CSV,      /* Python's csv module raises */
    A3_FAULT_RECORD_BLANK,    /* blank line */
    A3_FAULT_RECORD_FIELDS,   /* not three fields */
    A3_FAULT_RECORD_PATH,     /* empty, absolute, "..", backslash, a byte order mark, "./" */
    A3_FAULT_RECORD_HASH,     /* hash without algorithm, unknown algorithm, digest that is not base64url or of a wrong length */
    A3_FAULT_RECORD_WEAK,     /* md5, sha1, sha224 (R106) */
    A3_FAULT_RECORD_NO_HASH,  /* a row other than RECORD and its signatures without hash */
    A3_FAULT_RECORD_SELF_HASH,/* RECORD's own row has a hash */
    A3_FAULT_RECORD_SIZE,     /* size that is no decimal number */
    A3_FAULT_RECORD_NO_SIZE,  /* a row without size: warning */
    A3_FAULT_RECORD_DUPLICATE,
    A3_FAULT_RECORD_SIGNATURE,/* RECORD.jws or RECORD.p7s listed: the index counts it as a difference */
    A3_FAULT_RECORD_SELF,     /* RECORD does not list itself, or with a backslash */
    /* METADATA (R203, U101) */
    A3_FAULT_META_SYNTAX, A3_FAULT_META_ENCODING, A3_FAULT_META_MISSING, A3_FAULT_META_DUPLICATE,
    A3_FAULT_META_UNKNOWN,    /* a field that no metadata version knows: ignored by all readers */
    A3_FAULT_META_VERSION,    /* Metadata-Version that installers must refuse: another major, or none */
    A3_FAULT_META_MINOR,      /* ... that they read all the same: 2.0, which never was one, a later minor */
    A3_FAULT_META_TOO_NEW,    /* a field newer than the declared version */
    A3_FAULT_META_INDEX,      /* Version has a local part, Name is UNKNOWN: the index alone minds */
    A3_FAULT_META_NAME, A3_FAULT_META_PROJECT_VERSION, A3_FAULT_META_REQUIRES_DIST, A3_FAULT_META_DIRECT_URL,
    A3_FAULT_META_REQUIRES_PYTHON, A3_FAULT_META_EXTRA, A3_FAULT_META_LICENSE, A3_FAULT_META_LICENSE_FILE,
    A3_FAULT_META_SUMMARY, A3_FAULT_META_CONTENT_TYPE, A3_FAULT_META_CLASSIFIER, A3_FAULT_META_PROJECT_URL,
    A3_FAULT_META_URL, A3_FAULT_META_EMAIL, A3_FAULT_META_DYNAMIC, A3_FAULT_META_IMPORT_NAME,
    A3_FAULT_META_KEYWORDS,
    /* entry_points.txt (R206) */
    A3_FAULT_ENTRY_ENCODING, A3_FAULT_ENTRY_SYNTAX, A3_FAULT_ENTRY_DUPLICATE, A3_FAULT_ENTRY_NAME, A3_FAULT_ENTRY_VALUE,
    A3_FAULT_COUNT
} a3_fault_code;

/* What the package index does with an upload that has the fault. */
typedef enum a3_index_answer {
    A3_INDEX_NOTHING, A3_INDEX_MAILS, A3_INDEX_REFUSES,
    A3_INDEX_DOUBTED, /* refuses, unless it has learnt since our tables were made */
    A3_INDEX_FAILS,   /* a server error (500): the upload does not succeed either */
    A3_INDEX_UPLOADER /* twine refuses to send it, so that the index never sees it */
} a3_index_answer;

typedef struct a3_fault {
    a3_fault_code code;
    a3_index_answer index;
    uint32_t line;      /* from 1; 0: of the file as a whole, or of a file name */
    const char *text;   /* one sentence without full stop, unescaped text of the file in it cut to a length that can be read */
    const char *server; /* the index's wording, NULL where not known or not refused */
} a3_fault;

enum { A3_FAULTS_KEPT = 100 };
/* A file of nothing but faults must not fill the memory, nor one kind hide another: the first A3_FAULTS_KEPT of each
 * code are kept, all are counted. */
typedef struct a3_faults {
    a3_fault *items;
    size_t count, room;
    size_t totals[A3_FAULT_COUNT];
} a3_faults;

/* Out of memory shows as arena->failed. */
void a3_fault_add(a3_arena *arena, a3_faults *faults, a3_fault_code code, a3_index_answer index, uint32_t line,
                  const char *server, const char *format, ...) __attribute__((format(printf, 7, 8)));
/* The same; the arguments are evaluated only where the fault will be kept. */
#define A3_FAULT(arena, faults, code, ...) \
    ((faults)->totals[code] < A3_FAULTS_KEPT ? a3_fault_add((arena), (faults), (code), __VA_ARGS__) \
                                             : (void)(faults)->totals[code]++)
/* The first `size` bytes of a value for a fault's text, quoted: 'abc', 'abcdef...' above 80 bytes (cut at a UTF-8 boundary). */
const char *a3_fault_quote(a3_arena *arena, const char *text, size_t size);

/* The text as Python's repr() shows it, for the server's wording; NULL where it is longer than 200 bytes, not UTF-8, or
 * holds control characters. */
const char *a3_fault_repr(a3_arena *arena, const char *text);

#endif

/* SPDX-License-Identifier: MIT */
/* Containers: files that hold files. A ZIP (wheel, sdist, conda v2) is walked by our own code over the file's bytes, and
 * every other reader's view of it is held against that walk; tar in all its wrappings is streamed through libarchive.
 *
 * A container borrows the bytes that it was opened on and keeps its tables in the arena given: both must outlive it. Once
 * opened it is never written again: any number of threads may read members of it, each with a reader of its own. */
#ifndef A3_WHEEL_CONTAINER_H
#define A3_WHEEL_CONTAINER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/bytes.h"
#include "base/err.h"
#include "base/limits.h"

/* ---- the file ---------------------------------------------------------------------------------------------------- */

/* A file's bytes, read-only. Small files, pipes and whatever cannot be mapped are read into memory. A large regular file is
 * mapped: who cuts it short while we read it kills the process (SIGBUS), as with every program that maps files. A file
 * renamed over, or grown, does no harm. With neither map nor heap the bytes are borrowed from somebody who keeps them. */
typedef struct a3_mapped {
    a3_span bytes;
    void *map;  /* what a3_unmap gives back: a mapping of bytes.size bytes, or NULL */
    void *heap; /* or malloc'd memory, or NULL */
} a3_mapped;

/* `stream_limit` bounds in bytes what is read of a pipe or device (a regular file is taken as it is); 0: neither is read, as
 * befits a path that nobody named on purpose. A3_IO: cannot be opened or read, or is a directory; A3_LIMIT; A3_NOMEM. An empty file is A3_OK with
 * no bytes. On failure there is nothing to unmap, though it does no harm. */
a3_status a3_map_file(const char *path, uint64_t stream_limit, a3_mapped *out, a3_err *err);
void a3_unmap(a3_mapped *mapped);
/* There is a regular file of that name, or something that may not even be looked at. A link to nothing is nothing. */
bool a3_file_exists(const char *path);

/* ---- what it is --------------------------------------------------------------------------------------------------- */

typedef enum a3_container_kind {
    A3_CONTAINER_NONE,   /* none that we know */
    A3_CONTAINER_ZIP,    /* wheel, sdist or anything else in a ZIP */
    A3_CONTAINER_CONDA,  /* a ZIP whose members are metadata.json and pkg-*.tar.zst, info-*.tar.zst; told by a3_zip_open only */
    A3_CONTAINER_TAR,    /* plain */
    A3_CONTAINER_STREAM, /* gzip, bzip2, xz, zstd, lzip or compress: a tar inside, as a rule */
    A3_CONTAINER_OTHER   /* another archive format (7z, rar, cab, cpio, ar): named, not read */
} a3_container_kind;

/* By content alone: signatures at the start (tar: at 257), or an end record of a ZIP within the last 64 KiB. */
a3_container_kind a3_container_detect(a3_span bytes);
/* "ZIP", "gzip stream", "7-Zip archive": static text for people; "unknown data" if none. */
const char *a3_container_format(a3_span bytes);

/* ---- ZIP ---------------------------------------------------------------------------------------------------------- */

/* What is wrong with a ZIP or a member. One code for each rule of family Z. */
typedef enum a3_zip_code {
    A3_ZIP_FRAMING,        /* Z101 */
    A3_ZIP_CONFUSION,      /* Z102: readers of the same file see different members */
    A3_ZIP_UNSAFE_PATH,    /* Z103 */
    A3_ZIP_DUPLICATE,      /* Z104 */
    A3_ZIP_CASE_DUPLICATE, /* Z104, as a warning: equal once case or Unicode normalisation is set aside */
    A3_ZIP_METHOD,         /* Z105 */
    A3_ZIP_ENCRYPTED,      /* Z106 */
    A3_ZIP_BOMB,           /* Z107 */
    A3_ZIP_CRC,            /* Z108: a member's data is not what its headers say */
    A3_ZIP_SYMLINK,        /* Z109 */
    A3_ZIP_LIMIT           /* Z110: one of base/limits.h */
} a3_zip_code;

typedef enum a3_zip_fault_flags {
    A3_ZIP_INDEX_REJECTS = 1, /* the package index refuses the upload; `server` is its wording where it has one */
    A3_ZIP_INDEX_500 = 2,     /* the package index's server fails on it, so the upload does not succeed either */
    A3_ZIP_INSTALL = 4        /* Python's zipfile or an installer stumbles: raises, or installs something else */
} a3_zip_fault_flags;

typedef struct a3_zip_fault {
    a3_zip_code code;
    uint8_t flags;      /* a3_zip_fault_flags */
    uint64_t offset;    /* in the file; A3_NO_OFFSET if it has no place */
    const char *member; /* the name, NUL-terminated, unescaped; NULL: of the archive as a whole */
    const char *text;   /* one sentence, without the member's name and the offset */
    const char *server; /* the index's wording, or NULL */
} a3_zip_fault;

/* One entry of the central directory, which is the authority: installers read no other. */
typedef struct a3_member {
    const char *name;       /* as stored, NUL-terminated (a NUL inside is a fault), unescaped, UTF-8 or not */
    uint64_t size, packed;  /* bytes, uncompressed and compressed; ZIP64 resolved */
    uint64_t header_offset; /* of the local header, in the file (a prefix before the archive is added in) */
    uint64_t central_offset;/* of the central header, in the file */
    uint64_t data_offset;   /* of the packed data, in the file; 0 if `unreadable` */
    a3_span local_extra, central_extra, comment;
    uint32_t crc;
    uint32_t mode;          /* st_mode, type bits included, where `host` is Unix or macOS; else 0 */
    uint32_t external;      /* external attributes as stored */
    uint32_t dos_time;      /* date << 16 | time */
    uint16_t name_size;     /* bytes */
    uint16_t method, flags; /* flags: general purpose bits of the central header */
    uint16_t local_flags, version_made, version_needed, internal;
    uint8_t host;           /* high byte of "version made by": 3 Unix, 19 macOS, 0 FAT */
    bool is_directory;      /* the name ends in '/' */
    bool is_symlink;
    bool encrypted;         /* flag bit 0, 5 or 6, or method 99 */
    bool beyond;            /* not unpacked: a fault of the archive says so */
    bool unreadable;        /* no local header or not all of the data: a fault says so */
} a3_member;

typedef struct a3_container {
    a3_container_kind kind;    /* ZIP or CONDA */
    a3_span bytes;             /* the file */
    const a3_member *members;  /* in the order of the central directory */
    size_t count;
    const a3_zip_fault *faults;/* in the order found: archive, then members by central directory */
    size_t fault_count;
    uint64_t prefix;           /* bytes before the archive's own offset 0 (self-extractor); normally 0 */
    uint64_t central_offset, central_size; /* in the file */
    uint64_t end_offset;       /* of the end record */
    a3_span comment;           /* of the archive */
    uint64_t total_size;       /* sum of the members' uncompressed sizes; saturates */
    const struct a3_zip_name *index; /* a3_container_find's: `count` hashed names, sorted; private */
} a3_container;

/* Opens the ZIP in `bytes`. A3_OK: the central directory was found and read, whatever else is wrong is in `faults`.
 * A3_NOT_MINE: nothing of a ZIP in it. A3_MALFORMED: begins as a ZIP or has an end record, but the central directory cannot be found or
 * read (err->offset says where); `faults` may hold more. A3_LIMIT: more members than limits->members. A3_NOMEM: the arena's cap. */
a3_status a3_zip_open(a3_span bytes, const a3_limits *limits, a3_arena *arena, a3_container *out, a3_err *err);

/* The member of that exact name (the last one of duplicates, which is the one that Python's zipfile gives), or NULL.
 * Logarithmic. `size` in bytes. */
const a3_member *a3_container_find(const a3_container *container, const char *name, size_t size);

/* The packed data: empty where `unreadable` (and where the member is empty). Suits a raw copy into another archive. */
a3_span a3_member_packed(const a3_container *container, const a3_member *member);

/* Does the package index's server unpack this member (WHEEL, RECORD, METADATA, entry_points.txt, licences, every .py and .pye)? Then
 * it refuses the upload where a3_member_read fails; of all other members it reads the headers only. */
bool a3_zip_index_reads(const a3_member *member);
/* Does it search the content for the marks of what it does not take (.py and .pye)? */
bool a3_zip_index_scans(const a3_member *member);

/* What one thread needs to unpack members: made once, used for any number of containers. */
typedef struct a3_reader {
    struct libdeflate_decompressor *inflater; /* made at the first need */
    uint8_t *buffer;                          /* of the member read last */
    size_t room;                              /* bytes */
    a3_zip_code code;                         /* after a failed a3_member_read: which fault it is */
} a3_reader;

#define A3_READER_INIT {NULL, NULL, 0, A3_ZIP_FRAMING}
void a3_reader_free(a3_reader *reader);

/* Unpacks one member and checks size and CRC. `out` is a window of the container's bytes (stored members) or of the
 * reader's buffer: good until the next read with that reader. Every status but OK comes with reader->code and a message that begins with what
 * is wrong (not with the member's name); err->offset is in the file.
 *   A3_MALFORMED  the data is damaged: bad stream, wrong size, wrong CRC. Where only the CRC is wrong, `out` still holds the bytes; else it is empty
 *   A3_UNSUPPORTED encrypted, or a method that no library at hand reads
 *   A3_LIMIT      limits->member_size or the ratio
 *   A3_NOMEM */
a3_status a3_member_read(const a3_container *container, const a3_member *member, a3_reader *reader,
                         const a3_limits *limits, a3_span *out, a3_err *err);

/* ---- streams ------------------------------------------------------------------------------------------------------- */

typedef struct a3_entry {
    const char *name;   /* NUL-terminated, unescaped */
    const char *target; /* of a symbolic or hard link, else NULL */
    uint64_t size;      /* of `bytes` */
    uint32_t mode;      /* st_mode with type bits */
    a3_span bytes;      /* regular files: the content, good during the call only */
} a3_entry;

/* false: enough seen, stop (a3_archive_each then returns A3_OK). */
typedef bool a3_entry_fn(void *context, const a3_entry *entry);

/* Calls `each` for every entry of a tar, plain or compressed, in stream order, one held in memory at a time. A3_NOT_MINE: by its
 * signature no archive that we read. A3_MALFORMED: cut short, damaged, or no tar in it (entries before the damage were delivered). A3_LIMIT: limits->members, member_size, total_size,
 * or more than limits->ratio times the stream's own size above limits->ratio_floor. A3_UNSUPPORTED: built or installed without libarchive. */
a3_status a3_archive_each(a3_span bytes, const a3_limits *limits, a3_entry_fn *each, void *context, a3_err *err);

#endif

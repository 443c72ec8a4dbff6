/* SPDX-License-Identifier: MIT */
#include "wheel/container.h"

#include <string.h>

typedef struct format {
    const char *name;
    const char *magic;
    uint8_t size; /* of the magic */
    uint16_t at;  /* where it stands in the file */
    a3_container_kind kind;
} format;

/* The order matters for none of them. ZIP: APPNOTE 4.3; gzip: RFC 1952; zstd: RFC 8878 (a frame, or a skippable frame of the sort that pzstd
 * begins with); tar: POSIX ustar; others: their own documents. */
static const format formats[] = {
    {"ZIP archive", "PK\3\4", 4, 0, A3_CONTAINER_ZIP},
    {"ZIP archive without members", "PK\5\6", 4, 0, A3_CONTAINER_ZIP},
    {"gzip stream", "\x1f\x8b", 2, 0, A3_CONTAINER_STREAM},
    {"bzip2 stream", "BZh", 3, 0, A3_CONTAINER_STREAM},
    {"xz stream", "\xfd" "7zXZ\0", 6, 0, A3_CONTAINER_STREAM},
    {"Zstandard stream", "\x28\xb5\x2f\xfd", 4, 0, A3_CONTAINER_STREAM},
    {"Zstandard stream", "\x50\x2a\x4d\x18", 4, 0, A3_CONTAINER_STREAM},
    {"lzip stream", "LZIP", 4, 0, A3_CONTAINER_STREAM},
    {"compress stream", "\x1f\x9d", 2, 0, A3_CONTAINER_STREAM},
    {"tar archive", "ustar", 5, 257, A3_CONTAINER_TAR},
    {"7-Zip archive", "7z\xbc\xaf\x27\x1c", 6, 0, A3_CONTAINER_OTHER},
    {"RAR archive", "Rar!\x1a\x07", 6, 0, A3_CONTAINER_OTHER},
    {"Windows cabinet", "MSCF", 4, 0, A3_CONTAINER_OTHER},
    {"ar archive", "!<arch>\n", 8, 0, A3_CONTAINER_OTHER},
    {"xar archive", "xar!", 4, 0, A3_CONTAINER_OTHER},
    {"cpio archive", "070701", 6, 0, A3_CONTAINER_OTHER},
    {"RPM package", "\xed\xab\xee\xdb", 4, 0, A3_CONTAINER_OTHER},
    {"squashfs image", "hsqs", 4, 0, A3_CONTAINER_OTHER},
};

static const format *find_format(a3_span bytes)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        a3_span at;
        if (a3_span_sub(bytes, formats[i].at, formats[i].size, &at) &&
            memcmp(at.data, formats[i].magic, formats[i].size) == 0)
            return &formats[i];
    }
    return NULL;
}

/* Python's zipfile opens whatever has an end record within reach of its end, whatever the file begins with. */
static bool has_end_record(a3_span bytes)
{
    enum { END = 22, REACH = END + 65535 };
    size_t first = bytes.size > REACH ? bytes.size - REACH : 0;
    for (size_t at = bytes.size >= END ? bytes.size - END + 1 : 0; at-- > first;)
        if (bytes.data[at] == 'P' && memcmp(bytes.data + at, "PK\5\6", 4) == 0)
            return true;
    return false;
}

a3_container_kind a3_container_detect(a3_span bytes)
{
    const format *found = find_format(bytes);
    if (found != NULL)
        return found->kind;
    return has_end_record(bytes) ? A3_CONTAINER_ZIP : A3_CONTAINER_NONE;
}

const char *a3_container_format(a3_span bytes)
{
    const format *found = find_format(bytes);
    if (found != NULL)
        return found->name;
    return has_end_record(bytes) ? "ZIP archive behind other data" : "unknown data";
}

a3_span a3_member_packed(const a3_container *container, const a3_member *member)
{
    a3_span packed = {NULL, 0};
    if (!member->unreadable)
        a3_span_sub(container->bytes, member->data_offset, member->packed, &packed);
    return packed;
}

/* SPDX-License-Identifier: MIT */
/* Prints what the container room sees of files: a line for each fault, and with -m for each member. Every member is unpacked and
 * checked. For people, and for runs over many files. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "wheel/container.h"

static const char *const codes[] = {"Z101 framing", "Z102 confusion", "Z103 path",   "Z104 duplicate", "Z104 case", "Z105 method",
                                    "Z106 encrypted", "Z107 bomb",   "Z108 crc", "Z109 symlink", "Z110 limit"};

static void print_fault(const a3_zip_fault *f)
{
    printf("  %s%s%s%s", codes[f->code], f->flags & A3_ZIP_INDEX_REJECTS ? " R" : "",
           f->flags & A3_ZIP_INDEX_500 ? " 500" : "", f->flags & A3_ZIP_INSTALL ? " I" : "");
    if (f->offset != A3_NO_OFFSET)
        printf(" 0x%" PRIx64, f->offset);
    printf(": %s%s%s%s%s%s\n", f->member ? f->member : "", f->member ? ": " : "", f->text, f->server ? " [" : "",
           f->server ? f->server : "", f->server ? "]" : "");
}

static bool print_entry(void *context, const a3_entry *e)
{
    unsigned *count = context;
    ++*count;
    printf("  %06o %" PRIu64 " %s%s%s\n", e->mode, e->size, e->name, e->target ? " -> " : "", e->target ? e->target : "");
    return true;
}

static int dump_stream(a3_span bytes, const a3_limits *limits)
{
    a3_err err = A3_ERR_INIT;
    unsigned count = 0;
    if (a3_archive_each(bytes, limits, print_entry, &count, &err) == A3_OK)
        return 0;
    printf("  after %u entries: %s: %s\n", count, a3_status_name(err.status), err.message);
    return 1;
}

static int dump_zip(a3_span bytes, const a3_limits *limits, bool members, a3_reader *reader)
{
    a3_err err = A3_ERR_INIT;
    a3_arena arena;
    a3_arena_init(&arena, (size_t)limits->arena);
    a3_container zip;
    a3_status status = a3_zip_open(bytes, limits, &arena, &zip, &err);
    if (status != A3_OK)
        printf("  %s at 0x%" PRIx64 ": %s\n", a3_status_name(status), err.offset, err.message);
    for (size_t i = 0; i < zip.fault_count; i++)
        print_fault(&zip.faults[i]);
    for (size_t i = 0; status == A3_OK && i < zip.count; i++) {
        const a3_member *m = &zip.members[i];
        a3_span content;
        a3_err_reset(&err);
        a3_status read = a3_member_read(&zip, m, reader, limits, &content, &err);
        if (members)
            printf("  %06o %10" PRIu64 " %10" PRIu64 " %2u 0x%08" PRIx64 " %s\n", m->mode, m->size, m->packed, m->method,
                   m->header_offset, m->name);
        if (read != A3_OK)
            printf("  %s%s 0x%" PRIx64 ": %s: %s\n", codes[reader->code], a3_zip_index_reads(m) ? " R" : "", err.offset, m->name,
                   err.message);
    }
    a3_arena_free(&arena);
    return status == A3_OK ? 0 : 1;
}

int main(int argc, char **argv)
{
    bool members = argc > 1 && strcmp(argv[1], "-m") == 0;
    a3_limits limits = A3_LIMITS_DEFAULT;
    a3_reader reader = A3_READER_INIT;
    int status = 0;
    for (int i = members ? 2 : 1; i < argc; i++) {
        a3_err err = A3_ERR_INIT;
        a3_mapped file;
        printf("%s\n", argv[i]);
        if (a3_map_file(argv[i], limits.memory, &file, &err) != A3_OK) {
            printf("  %s\n", err.message);
            status = 1;
            continue;
        }
        a3_container_kind kind = a3_container_detect(file.bytes);
        if (kind == A3_CONTAINER_TAR || kind == A3_CONTAINER_STREAM)
            status |= dump_stream(file.bytes, &limits);
        else
            status |= dump_zip(file.bytes, &limits, members, &reader);
        a3_unmap(&file);
    }
    a3_reader_free(&reader);
    return status;
}

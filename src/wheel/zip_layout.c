/* SPDX-License-Identifier: MIT */
/* All records in file order: each begins where the one before it ends, from offset 0 to the end records. What stands between them
 * is nobody's by the central directory, but may be a member for readers that stream. */
#include "wheel/zip_walk.h"

#include <inttypes.h>
#include <stdlib.h>

/* A local header at `at`, where no member has its own: its member is there for some readers and not for others. Where the record ends, at
 * the latest at `end`; `at` if there is none. */
static uint64_t visit_unlisted(a3_zip_walk *walk, uint64_t at, uint64_t end)
{
    a3_zip_local local;
    a3_span before_end = {walk->file.data, (size_t)end};
    if (!a3_zip_read_local(before_end, at, &local))
        return at;
    const a3_member *m = a3_container_find(walk->out, (const char *)local.name.data, local.name.size);
    const char *name = a3_zip_quote(walk, local.name);
    uint64_t left = end - local.data_offset;
    if (m == NULL)
        a3_zip_add_fault(walk, A3_ZIP_CONFUSION, A3_ZIP_BOTH, at, NULL, a3_zip_index_lost(local.name),
                         "a local header for %s, which the central directory does not list", name);
    else if (walk->seen_local[m - walk->members])
        a3_zip_add_fault(walk, A3_ZIP_CONFUSION, A3_ZIP_BOTH, at, m->name, "Duplicate filename in local headers",
                         "a second local header, to which the central directory does not point");
    else
        a3_zip_add_fault(walk, A3_ZIP_CONFUSION,
                         local.packed == m->packed && local.size == m->size ? A3_ZIP_INSTALL : A3_ZIP_BOTH, at, m->name,
                         local.packed == m->packed ? local.size == m->size ? NULL : "Mis-matched file size"
                                                   : "Mis-matched data size",
                         "a local header to which the central directory does not point: it says 0x%" PRIx64,
                         m->header_offset);
    if (m != NULL)
        walk->seen_local[m - walk->members] = true;
    return local.data_offset + (local.packed < left ? local.packed : left);
}

/* What stands at `from`, up to the next record that is known: one more local header, or bytes of no record. Where to go on. */
static uint64_t visit_gap(a3_zip_walk *walk, uint64_t from, uint64_t to)
{
    uint64_t next = visit_unlisted(walk, from, to);
    if (next != from)
        return next;
    if (a3_zip_begins_local(walk->file, from))
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_INDEX_REJECTS, from, NULL, "Malformed zip file",
                         "a local header goes beyond the end of the file, or into the record behind it");
    else if (from == 0)
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_INDEX_REJECTS, 0, NULL, "Unknown record signature",
                         "%" PRIu64 " bytes stand before the first record", to);
    else
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_INDEX_REJECTS, from, NULL, "Unknown record signature",
                         "%" PRIu64 " bytes belong to no record", to - from);
    return to;
}

typedef struct place {
    uint64_t offset;
    size_t member;
} place;

static int by_offset(const void *a, const void *b)
{
    const place *x = a, *y = b;
    if (x->offset != y->offset)
        return x->offset < y->offset ? -1 : 1;
    return x->member < y->member ? -1 : x->member > y->member;
}

/* The members that have a local header, in file order. */
static place *in_file_order(a3_zip_walk *walk, size_t *count)
{
    place *places = A3_NEW_ARRAY(walk->arena, place, walk->out->count);
    bool sorted = true;
    *count = 0;
    if (places == NULL)
        return NULL;
    for (size_t i = 0; i < walk->out->count; i++) {
        uint64_t offset = walk->members[i].header_offset;
        if (walk->record_end[i] == offset)
            continue;
        sorted = sorted && (*count == 0 || places[*count - 1].offset < offset);
        places[(*count)++] = (place){offset, i};
    }
    if (!sorted)
        qsort(places, *count, sizeof *places, by_offset);
    return places;
}

/* The member's local header is there, but readers that go from record to record do not come by it. */
static void report_overlap(a3_zip_walk *walk, const a3_member *m, const a3_member *cover)
{
    const char *name = cover ? a3_zip_quote(walk, (a3_span){(const uint8_t *)cover->name, cover->name_size}) : "";
    if (cover != NULL && m->header_offset == cover->header_offset)
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_INSTALL, m->header_offset, m->name, NULL,
                         "it shares its local header with %s", name);
    else if (cover != NULL)
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_INSTALL, m->header_offset, m->name, NULL,
                         "its local header lies within the record of %s", name);
    else
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_INSTALL, m->header_offset, m->name, NULL,
                         "its local header lies %s",
                         m->header_offset < walk->out->central_offset ? "within the record of a member that is not listed"
                                                                      : "behind the beginning of the central directory");
}

/* From record to record, as readers that stream go. */
static void walk_records(a3_zip_walk *walk, const place *places, size_t count)
{
    const uint64_t central = walk->out->central_offset;
    const a3_member *cover = NULL; /* whose record goes to `at`; NULL if nobody's that is listed */
    uint64_t at = 0;
    size_t i = 0;
    while (at < central) {
        for (; i < count && places[i].offset < at; i++)
            report_overlap(walk, &walk->members[places[i].member], cover);
        if (i == count || places[i].offset > at) {
            uint64_t next = i < count && places[i].offset < central ? places[i].offset : central;
            at = visit_gap(walk, at, next);
            cover = NULL;
            continue;
        }
        cover = &walk->members[places[i].member];
        const uint32_t named = walk->named[places[i].member];
        if (named != A3_ZIP_NOBODY && walk->seen_local[named])
            a3_zip_add_fault(walk, A3_ZIP_CONFUSION, A3_ZIP_BOTH, at, walk->members[named].name, "Duplicate filename in local headers",
                             "a second local header of this name");
        if (named != A3_ZIP_NOBODY)
            walk->seen_local[named] = true;
        at = walk->record_end[places[i].member];
        for (i++; i < count && places[i].offset == cover->header_offset; i++)
            report_overlap(walk, &walk->members[places[i].member], cover);
    }
    for (; i < count; i++)
        report_overlap(walk, &walk->members[places[i].member], places[i].offset < central ? cover : NULL);
    if (at > central)
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_BOTH, central, cover ? cover->name : NULL, "Unknown record signature",
                         "its data goes to 0x%" PRIx64 ", beyond the beginning of the central directory at 0x%" PRIx64, at,
                         central);
}

/* Members whose name no local header bore on the way. */
static void report_missing(a3_zip_walk *walk)
{
    for (size_t i = 0; i < walk->out->count; i++) {
        const a3_member *m = &walk->members[i];
        /* of equal names a3_container_find gives the last; the others are reported as duplicates */
        bool seen = walk->seen_local[i] || a3_container_find(walk->out, m->name, m->name_size) != m;
        unsigned rejects = !seen || a3_zip_index_reads(m) ? A3_ZIP_INDEX_REJECTS : 0;
        bool cut = a3_zip_begins_local(walk->file, m->header_offset);
        const char *server = seen ? NULL : "Missing filename in local headers";
        if (walk->record_end[i] == m->header_offset)
            a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_INSTALL | rejects, m->header_offset, m->name, server,
                             cut ? "its local header goes beyond the end of the file"
                             : m->header_offset >= walk->file.size
                                 ? "the central directory puts its local header beyond the end of the file"
                                 : "there is no local header where the central directory puts it");
        else if (!seen)
            a3_zip_add_fault(walk, A3_ZIP_CONFUSION, A3_ZIP_BOTH, m->header_offset, m->name, server,
                             "readers that go from record to record meet no local header of this name");
    }
}

static int by_value(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

/* CPython's zipfile does not read a member whose data goes beyond the place where the central directory puts the next one, whatever is
 * there. */
static void check_reach(a3_zip_walk *walk)
{
    const size_t count = walk->out->count;
    uint64_t *starts = A3_NEW_ARRAY(walk->arena, uint64_t, count);
    if (starts == NULL)
        return; /* the arena remembers */
    for (size_t i = 0; i < count; i++)
        starts[i] = walk->members[i].header_offset;
    qsort(starts, count, sizeof *starts, by_value);
    for (size_t i = 0; i < count; i++) {
        const a3_member *m = &walk->members[i];
        size_t low = 0, high = count; /* the first that is greater */
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            if (starts[middle] > m->header_offset)
                high = middle;
            else
                low = middle + 1;
        }
        if (m->unreadable || low == count || m->data_offset + m->packed <= starts[low])
            continue;
        a3_zip_add_fault(walk, A3_ZIP_FRAMING, A3_ZIP_INSTALL | (a3_zip_index_reads(m) ? A3_ZIP_INDEX_REJECTS : 0), m->data_offset, m->name,
                         NULL, "its data overlaps the record that the central directory puts at 0x%" PRIx64 ": installers refuse to read it",
                         starts[low]);
    }
}

void a3_zip_check_layout(a3_zip_walk *walk)
{
    size_t count;
    walk->seen_local = A3_NEW_ARRAY(walk->arena, bool, walk->out->count);
    const place *places = in_file_order(walk, &count);
    if (places == NULL || walk->seen_local == NULL)
        return; /* the arena remembers */
    walk_records(walk, places, count);
    check_reach(walk);
    report_missing(walk);
}

/* SPDX-License-Identifier: MIT */
/* The ZIP walk, the views of other readers, and the reader of members; tar and its compressions where it is no ZIP. */
#include "fuzz.h"

#include "wheel/container.h"

static bool see(void *context, const a3_entry *entry)
{
    uint64_t *sum = context;
    *sum += strlen(entry->name) + entry->size;
    MUST(entry->bytes.size == 0 || entry->bytes.data != NULL);
    if (entry->bytes.size > 0)
        *sum += entry->bytes.data[entry->bytes.size - 1];
    return true;
}

static void read_members(const a3_container *zip, const a3_limits *limits)
{
    a3_reader reader = A3_READER_INIT;
    for (size_t i = 0; i < zip->count; i++) {
        const a3_member *member = &zip->members[i];
        a3_span out, packed = a3_member_packed(zip, member);
        a3_err err = A3_ERR_INIT;
        MUST(a3_container_find(zip, member->name, strlen(member->name)) != NULL || strlen(member->name) != member->name_size);
        MUST(packed.size == 0 || (packed.data >= zip->bytes.data && packed.data + packed.size <= zip->bytes.data + zip->bytes.size));
        a3_status status = a3_member_read(zip, member, &reader, limits, &out, &err);
        MUST((status == A3_OK) == (err.status == A3_OK) && (status == A3_OK || err.message[0] != '\0'));
        MUST(status != A3_OK || out.size == member->size);
        a3_zip_index_reads(member);
    }
    a3_reader_free(&reader);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    a3_limits limits = A3_LIMITS_DEFAULT;
    limits.member_size = limits.total_size = 8 << 20; /* what an honest caller may allow costs too much time here */
    a3_arena arena;
    a3_container zip = {0};
    a3_err err = A3_ERR_INIT;
    a3_arena_init(&arena, (size_t)64 << 20);
    const a3_span bytes = {data, size};
    MUST(a3_container_format(bytes)[0] != '\0');
    const a3_container_kind kind = a3_container_detect(bytes);
    uint64_t sum = 0;
    a3_status status = a3_zip_open(bytes, &limits, &arena, &zip, &err);
    MUST((status == A3_OK) == (err.status == A3_OK) && (status == A3_OK || err.message[0] != '\0'));
    for (size_t i = 0; i < zip.fault_count; i++)
        sum += strlen(zip.faults[i].text) + (zip.faults[i].member ? strlen(zip.faults[i].member) : 0);
    if (status == A3_OK)
        read_members(&zip, &limits);
    else if (kind == A3_CONTAINER_TAR || kind == A3_CONTAINER_STREAM)
        a3_archive_each(bytes, &limits, see, &sum, NULL);
    a3_arena_free(&arena);
    return 0;
}

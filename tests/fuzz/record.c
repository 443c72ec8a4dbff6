/* SPDX-License-Identifier: MIT */
/* RECORD: rows as Python's csv module reads them. What is written of a row reads back as the same row. */
#include "fuzz.h"

#include "wheel/record.h"

static const char self[] = "demo-1.0.dist-info/RECORD";

static void write_and_read(const a3_record_row *row)
{
    a3_buf out = A3_BUF_INIT;
    a3_arena arena;
    a3_record again = {0};
    a3_faults faults = {0};
    a3_arena_init(&arena, 1 << 20);
    a3_record_write_row(&out, row->path, row->digest != NULL ? row->hash : NULL, row->size);
    MUST(a3_buf_ok(&out));
    MUST(a3_record_parse(&arena, (a3_span){(const uint8_t *)out.data, out.size}, self, &again, &faults) == A3_OK);
    MUST(again.count == 1 && again.complete && strcmp(again.items[0].path, row->path) == 0);
    MUST(row->digest == NULL || strcmp(again.items[0].hash, row->hash) == 0);
    a3_arena_free(&arena);
    a3_buf_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    a3_arena arena;
    a3_record record = {0};
    a3_faults faults = {0};
    a3_arena_init(&arena, (size_t)64 << 20);
    if (a3_record_parse(&arena, (a3_span){data, size}, self, &record, &faults) == A3_OK)
        for (size_t i = 0; i < record.count; i++) {
            const a3_record_row *row = &record.items[i];
            const bool whole = strlen(row->path) == row->path_size; /* else a NUL in it, and a fault that says so */
            MUST(row->path_size > 0 && (whole || faults.totals[A3_FAULT_RECORD_PATH] > 0));
            MUST(row->digest == NULL || row->kind != A3_HASH_NONE);
            if (i < 8 && whole)
                write_and_read(row);
        }
    size_t total = 0;
    for (size_t i = 0; i < A3_FAULT_COUNT; i++)
        total += faults.totals[i];
    MUST(faults.count <= total);
    a3_arena_free(&arena);
    return 0;
}

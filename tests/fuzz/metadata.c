/* SPDX-License-Identifier: MIT */
/* The files of headers and the INI file: the same bytes as METADATA, as WHEEL and as entry_points.txt. */
#include "fuzz.h"

#include "wheel/entrypoints.h"
#include "wheel/metadata.h"
#include "wheel/wheelfile.h"

static uint64_t seen(const a3_faults *faults)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < faults->count; i++) {
        const a3_fault *one = &faults->items[i];
        MUST(one->text != NULL && one->text[0] != '\0');
        sum += strlen(one->text) + (one->server ? strlen(one->server) : 0);
    }
    return sum;
}

static void metadata(a3_arena *arena, a3_span bytes)
{
    a3_metadata out = {0};
    a3_faults faults = {0};
    if (a3_metadata_parse(arena, bytes, &out, &faults) != A3_OK)
        return;
    for (size_t i = 0; i < out.count; i++)
        MUST(out.items[i].value != NULL && out.items[i].field < A3_META_FIELD_COUNT && out.items[i].field != A3_META_UNKNOWN);
    MUST(!out.requires_python_valid || out.requires_python != NULL);
    if (out.requires_python_valid)
        a3_specifiers_python_floor(&out.python);
    seen(&faults);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    a3_arena arena;
    a3_wheelfile wheel;
    a3_entrypoints points = {0};
    a3_faults of_wheel = {0}, of_points = {0};
    const a3_span bytes = {data, size};
    a3_arena_init(&arena, (size_t)64 << 20);
    metadata(&arena, bytes);
    if (a3_wheelfile_parse(&arena, bytes, &wheel, &of_wheel) == A3_OK) {
        for (size_t i = 0; i < wheel.tags.count; i++)
            MUST(wheel.tags.items[i].python && wheel.tags.items[i].abi && wheel.tags.items[i].platform);
        seen(&of_wheel);
    }
    if (a3_entrypoints_parse(&arena, bytes, &points, &of_points) == A3_OK) {
        for (size_t i = 0; i < points.count; i++)
            MUST(points.items[i].group && points.items[i].name && points.items[i].value);
        seen(&of_points);
    }
    a3_arena_free(&arena);
    return 0;
}

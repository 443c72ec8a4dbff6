/* SPDX-License-Identifier: MIT */
/* seeds FOLDER FILE...: makes the inputs that fuzzing begins with out of wheels and objects: one subfolder a target. Names come
 * from the content, so that the same seed is written once. */
#include <ctype.h>
#include <sys/stat.h>

#include "base/text.h"
#include "fuzz.h"
#include "mini_image.h"
#include "wheel/container.h"

enum { MOST_BYTES = 100000 };

static void put(const char *folder, const char *target, const void *data, size_t size)
{
    char path[4096];
    uint64_t hash = UINT64_C(0xcbf29ce484222325); /* FNV-1a */
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ ((const uint8_t *)data)[i]) * UINT64_C(0x100000001b3);
    snprintf(path, sizeof path, "%s/%s", folder, target);
    mkdir(path, 0777);
    snprintf(path, sizeof path, "%s/%s/%016llx", folder, target, (unsigned long long)hash);
    if (size > MOST_BYTES)
        return;
    FILE *file = fopen(path, "wb");
    MUST(file != NULL && fwrite(data, 1, size, file) == size && fclose(file) == 0);
}

static void put_object(const char *folder, a3_span bytes)
{
    static const char *const targets[] = {NULL, "elf", "macho", "pe", "wasm"};
    const a3_limits limits = A3_LIMITS_DEFAULT;
    a3_arena arena;
    a3_slices slices = {0};
    a3_format format = a3_image_detect(bytes);
    put(folder, targets[format], bytes.data, bytes.size);
    a3_arena_init(&arena, (size_t)64 << 20);
    a3_image_open(bytes, &limits, &arena, &slices, NULL);
    for (size_t i = 0; i < slices.count && format != A3_FORMAT_WASM; i++) {
        a3_buf out = A3_BUF_INIT;
        if (slices.items[i].image != NULL && mini_write(&out, slices.items[i].image))
            put(folder, "module", out.data, out.size);
        a3_buf_free(&out);
    }
    if (format == A3_FORMAT_WASM)
        put(folder, "module", bytes.data, bytes.size);
    a3_arena_free(&arena);
}

/* A text of a wheel is a seed of the target that parses it. */
static void put_text(const char *folder, const char *name, a3_span content)
{
    static const struct { const char *name, *target; } texts[] = {
        {"/RECORD", "record"}, {"/METADATA", "metadata"}, {"/WHEEL", "metadata"}, {"/entry_points.txt", "metadata"}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (a3_has_suffix(name, texts[i].name))
            put(folder, texts[i].target, content.data, content.size);
}

static void put_wheel(const char *folder, const char *name, a3_span bytes)
{
    const a3_limits limits = A3_LIMITS_DEFAULT;
    a3_arena arena;
    a3_container zip;
    a3_reader reader = A3_READER_INIT;
    a3_buf made = A3_BUF_INIT, whole = A3_BUF_INIT;
    a3_buf_printf(&made, "%s\n", name);
    a3_buf_printf(&whole, "%s\n", name);
    a3_buf_add(&whole, bytes.data, bytes.size);
    a3_arena_init(&arena, (size_t)64 << 20);
    put(folder, "zip", bytes.data, bytes.size);
    put(folder, "wheel", whole.data, whole.size);
    put(folder, "repair", whole.data, whole.size);
    put(folder, "names", name, strlen(name));
    if (a3_zip_open(bytes, &limits, &arena, &zip, NULL) == A3_OK) {
        for (size_t i = 0; i < zip.count; i++) {
            a3_span content;
            if (a3_member_read(&zip, &zip.members[i], &reader, &limits, &content, NULL) != A3_OK || content.size > UINT16_MAX)
                continue;
            put_text(folder, zip.members[i].name, content);
            bool filled = a3_has_suffix(zip.members[i].name, "/RECORD"); /* made anew */
            a3_buf_printf(&made, "%s\n", zip.members[i].name);
            a3_buf_le16(&made, filled ? 0 : (uint16_t)content.size);
            a3_buf_add(&made, content.data, filled ? 0 : content.size);
        }
        put(folder, "wheel", made.data, made.size);
        put(folder, "repair", made.data, made.size);
    }
    a3_buf_free(&made);
    a3_buf_free(&whole);
    a3_reader_free(&reader);
    a3_arena_free(&arena);
}

int main(int count, char **arguments)
{
    MUST(count > 2);
    mkdir(arguments[1], 0777);
    for (int i = 2; i < count; i++) {
        a3_mapped file;
        const char *slash = strrchr(arguments[i], '/'), *name = slash ? slash + 1 : arguments[i];
        MUST(a3_map_file(arguments[i], 0, &file, NULL) == A3_OK);
        if (a3_image_detect(file.bytes) != A3_FORMAT_NONE)
            put_object(arguments[1], file.bytes);
        else if (a3_has_suffix(name, ".whl"))
            put_wheel(arguments[1], name, file.bytes);
        else
            put(arguments[1], "zip", file.bytes.data, file.bytes.size); /* another archive */
        a3_unmap(&file);
    }
    return 0;
}

/* SPDX-License-Identifier: MIT */
#include "zipmake.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libdeflate.h>

#include "base/hash.h"

static void *need(void *memory)
{
    if (memory == NULL) {
        fprintf(stderr, "zipmake: out of memory\n");
        abort();
    }
    return memory;
}

zm_zip *zm_new(void)
{
    zm_zip *zip = need(calloc(1, sizeof *zip));
    a3_arena_init(&zip->arena, SIZE_MAX / 4);
    zip->end = (zm_end){.disk = ZM_AUTO, .central_disk = ZM_AUTO, .here = ZM_AUTO, .total = ZM_AUTO, .size = ZM_AUTO,
                        .offset = ZM_AUTO, .comment_size = ZM_AUTO};
    zip->end64 = (zm_end64){.record_size = ZM_AUTO, .made = 45, .needed = 45, .disk = ZM_AUTO, .central_disk = ZM_AUTO,
                            .here = ZM_AUTO, .total = ZM_AUTO, .size = ZM_AUTO, .offset = ZM_AUTO,
                            .locator_disk = ZM_AUTO, .locator_offset = ZM_AUTO, .locator_disks = ZM_AUTO};
    return zip;
}

void zm_free(zm_zip *zip)
{
    a3_arena_free(&zip->arena);
    free(zip);
}

a3_span zm_bytes(zm_zip *zip, const void *data, size_t size)
{
    return (a3_span){need(a3_strndup(&zip->arena, size ? data : "", size)), size};
}

a3_span zm_text(zm_zip *zip, const char *text) { return zm_bytes(zip, text, strlen(text)); }

zm_entry *zm_add(zm_zip *zip, const char *name, const void *data, size_t size)
{
    zm_entry *entry = need(A3_NEW(&zip->arena, zm_entry));
    zm_entry **slot = need(A3_PUSH(&zip->arena, &zip->entries));
    *slot = entry;
    bool directory = name[0] != '\0' && name[strlen(name) - 1] == '/';
    entry->content = entry->packed = zm_bytes(zip, data, size);
    entry->central = (zm_header){
        .signature = 0x02014b50, .made = 3 << 8 | 20, .needed = 20, .time = 0, .date = 0x21,
        .crc = a3_crc32(0, entry->content), .packed = (uint32_t)size, .size = (uint32_t)size,
        .name_size = ZM_AUTO, .extra_size = ZM_AUTO, .comment_size = ZM_AUTO, .offset = ZM_AUTO,
        .external = directory ? 040755u << 16 | 0x10 : 0100644u << 16, .name = zm_text(zip, name)};
    entry->local = entry->central;
    entry->local.signature = 0x04034b50;
    return entry;
}

zm_entry *zm_add_text(zm_zip *zip, const char *name, const char *text) { return zm_add(zip, name, text, strlen(text)); }

zm_entry *zm_add_deflated(zm_zip *zip, const char *name, const void *data, size_t size)
{
    zm_entry *entry = zm_add(zip, name, data, size);
    struct libdeflate_compressor *deflater = need(libdeflate_alloc_compressor(6));
    size_t room = libdeflate_deflate_compress_bound(deflater, size);
    uint8_t *packed = need(a3_alloc(&zip->arena, room));
    size_t used = libdeflate_deflate_compress(deflater, size ? data : "", size, packed, room);
    libdeflate_free_compressor(deflater);
    entry->packed = (a3_span){packed, used};
    zm_set_method(entry, 8);
    zm_set_sizes(entry, (uint32_t)used, (uint32_t)size);
    return entry;
}

void zm_set_name(zm_zip *zip, zm_entry *entry, const char *name, size_t size)
{
    entry->local.name = entry->central.name = zm_bytes(zip, name, size);
}

void zm_set_flags(zm_entry *entry, uint16_t flags) { entry->local.flags = entry->central.flags = flags; }
void zm_set_method(zm_entry *entry, uint16_t method) { entry->local.method = entry->central.method = method; }

void zm_set_sizes(zm_entry *entry, uint32_t packed, uint32_t size)
{
    entry->local.packed = entry->central.packed = packed;
    entry->local.size = entry->central.size = size;
}

static a3_span taken(zm_zip *zip, a3_buf *buf)
{
    if (!a3_buf_ok(buf))
        need(NULL);
    a3_span copy = zm_bytes(zip, a3_buf_text(buf), buf->size);
    a3_buf_free(buf);
    return copy;
}

void zm_set_descriptor(zm_zip *zip, zm_entry *entry, bool signature, bool zip64)
{
    a3_buf out = A3_BUF_INIT;
    if (signature)
        a3_buf_le32(&out, 0x08074b50);
    a3_buf_le32(&out, entry->central.crc);
    if (zip64) {
        a3_buf_le64(&out, entry->central.packed);
        a3_buf_le64(&out, entry->central.size);
    } else {
        a3_buf_le32(&out, entry->central.packed);
        a3_buf_le32(&out, entry->central.size);
    }
    entry->after = taken(zip, &out);
    entry->local.flags |= 8;
    entry->central.flags |= 8;
    entry->local.crc = entry->local.packed = entry->local.size = 0;
}

a3_span zm_extra(zm_zip *zip, a3_span in, uint16_t id, const void *data, size_t size)
{
    a3_buf out = A3_BUF_INIT;
    a3_buf_add(&out, in.data, in.size);
    a3_buf_le16(&out, id);
    a3_buf_le16(&out, (uint16_t)size);
    a3_buf_add(&out, data, size);
    return taken(zip, &out);
}

zm_entry *zm_find(zm_zip *zip, const char *name)
{
    for (size_t i = 0; i < zip->entries.count; i++)
        if (a3_span_is(zip->entries.items[i]->central.name, name))
            return zip->entries.items[i];
    return NULL;
}

zm_entry *zm_add_record(zm_zip *zip, const char *dist_info)
{
    a3_buf out = A3_BUF_INIT;
    for (size_t i = 0; i < zip->entries.count; i++) {
        const zm_entry *entry = zip->entries.items[i];
        a3_span name = entry->central.name;
        if (name.size > 0 && name.data[name.size - 1] == '/')
            continue;
        uint8_t digest[32];
        char text[A3_BASE64_MAX];
        a3_sha256(entry->content, digest);
        a3_base64url(digest, sizeof digest, text, sizeof text);
        a3_buf_add(&out, name.data, name.size);
        a3_buf_printf(&out, ",sha256=%s,%zu\n", text, entry->content.size);
    }
    a3_buf_printf(&out, "%s/RECORD,,\n", dist_info);
    a3_span text = taken(zip, &out);
    char *path = need(a3_printf(&zip->arena, "%s/RECORD", dist_info));
    return zm_add(zip, path, text.data, text.size);
}

/* The next element of a '.'-compressed set that ends at '-' or at the text's end; *at moves behind it. */
static bool next_tag(const char **at, size_t *size)
{
    *size = strcspn(*at, ".-");
    const char *end = *at + *size;
    *at = *end == '.' ? end + 1 : end;
    return *size > 0;
}

void zm_wheel_tags(a3_buf *out, const char *tags)
{
    const char *abis = strchr(tags, '-');
    const char *platforms = abis ? strchr(abis + 1, '-') : NULL;
    if (platforms == NULL) {
        fprintf(stderr, "zipmake: tags '%s' have no three parts\n", tags);
        abort();
    }
    size_t python_size, abi_size, platform_size;
    for (const char *p = tags, *python = p; next_tag(&p, &python_size); python = p)
        for (const char *a = abis + 1, *abi = a; next_tag(&a, &abi_size); abi = a)
            for (const char *f = platforms + 1, *platform = f; next_tag(&f, &platform_size); platform = f)
                a3_buf_printf(out, "Tag: %.*s-%.*s-%.*s\n", (int)python_size, python, (int)abi_size, abi,
                              (int)platform_size, platform);
}

void zm_add_dist_info(zm_zip *zip, const char *name, const char *version, const char *tags)
{
    char *folder = need(a3_printf(&zip->arena, "%s-%s.dist-info", name, version));
    char *metadata = need(a3_printf(&zip->arena, "Metadata-Version: 2.1\nName: %s\nVersion: %s\n", name, version));
    zm_add_text(zip, need(a3_printf(&zip->arena, "%s/METADATA", folder)), metadata);
    size_t size = strlen(tags);
    bool pure = size > 4 && strcmp(tags + size - 4, "-any") == 0;
    a3_buf out = A3_BUF_INIT;
    a3_buf_printf(&out, "Wheel-Version: 1.0\nGenerator: zipmake\nRoot-Is-Purelib: %s\n", pure ? "true" : "false");
    zm_wheel_tags(&out, tags);
    a3_span wheel = taken(zip, &out);
    zm_add(zip, need(a3_printf(&zip->arena, "%s/WHEEL", folder)), wheel.data, wheel.size);
    zm_add_record(zip, folder);
}

static int64_t pick(int64_t value, uint64_t computed) { return value == ZM_AUTO ? (int64_t)computed : value; }

static void add_span(a3_buf *out, a3_span span) { a3_buf_add(out, span.data, span.size); }

/* From "version needed" to the extra field's length: the part that both headers have. */
static void add_header(a3_buf *out, const zm_header *header)
{
    a3_buf_le16(out, header->needed);
    a3_buf_le16(out, header->flags);
    a3_buf_le16(out, header->method);
    a3_buf_le16(out, header->time);
    a3_buf_le16(out, header->date);
    a3_buf_le32(out, header->crc);
    a3_buf_le32(out, header->packed);
    a3_buf_le32(out, header->size);
    a3_buf_le16(out, (uint16_t)pick(header->name_size, header->name.size));
    a3_buf_le16(out, (uint16_t)pick(header->extra_size, header->extra.size));
}

static void add_local(a3_buf *out, const zm_entry *entry)
{
    add_span(out, entry->before);
    if (entry->local.omit)
        return;
    a3_buf_le32(out, entry->local.signature);
    add_header(out, &entry->local);
    add_span(out, entry->local.name);
    add_span(out, entry->local.extra);
    add_span(out, entry->packed);
    add_span(out, entry->after);
}

static void add_central(a3_buf *out, const zm_header *header, uint64_t local_offset)
{
    a3_buf_le32(out, header->signature);
    a3_buf_le16(out, header->made);
    add_header(out, header);
    a3_buf_le16(out, (uint16_t)pick(header->comment_size, header->comment.size));
    a3_buf_le16(out, header->disk);
    a3_buf_le16(out, header->internal);
    a3_buf_le32(out, header->external);
    a3_buf_le32(out, (uint32_t)pick(header->offset, local_offset));
    add_span(out, header->name);
    add_span(out, header->extra);
    add_span(out, header->comment);
}

static void add_end64(a3_buf *out, const zm_end64 *end, uint64_t count, uint64_t size, uint64_t offset, uint64_t here)
{
    if (!end->omit_record) {
        a3_buf_le32(out, 0x06064b50);
        a3_buf_le64(out, (uint64_t)pick(end->record_size, 44 + end->extensible.size));
        a3_buf_le16(out, end->made);
        a3_buf_le16(out, end->needed);
        a3_buf_le32(out, (uint32_t)pick(end->disk, 0));
        a3_buf_le32(out, (uint32_t)pick(end->central_disk, 0));
        a3_buf_le64(out, (uint64_t)pick(end->here, count));
        a3_buf_le64(out, (uint64_t)pick(end->total, count));
        a3_buf_le64(out, (uint64_t)pick(end->size, size));
        a3_buf_le64(out, (uint64_t)pick(end->offset, offset));
        add_span(out, end->extensible);
    }
    if (!end->omit_locator) {
        a3_buf_le32(out, 0x07064b50);
        a3_buf_le32(out, (uint32_t)pick(end->locator_disk, 0));
        a3_buf_le64(out, (uint64_t)pick(end->locator_offset, here));
        a3_buf_le32(out, (uint32_t)pick(end->locator_disks, 1));
    }
}

static void add_end(a3_buf *out, const zm_end *end, uint64_t count, uint64_t size, uint64_t offset)
{
    a3_buf_le32(out, 0x06054b50);
    a3_buf_le16(out, (uint16_t)pick(end->disk, 0));
    a3_buf_le16(out, (uint16_t)pick(end->central_disk, 0));
    a3_buf_le16(out, (uint16_t)pick(end->here, count > 0xffff ? 0xffff : count));
    a3_buf_le16(out, (uint16_t)pick(end->total, count > 0xffff ? 0xffff : count));
    a3_buf_le32(out, (uint32_t)pick(end->size, size));
    a3_buf_le32(out, (uint32_t)pick(end->offset, offset));
    a3_buf_le16(out, (uint16_t)pick(end->comment_size, end->comment.size));
    add_span(out, end->comment);
}

a3_buf zm_build(const zm_zip *zip)
{
    a3_buf out = A3_BUF_INIT;
    uint64_t count = 0, base = zip->count_prefix ? 0 : zip->prefix.size;
    uint64_t *offsets = need(calloc(zip->entries.count + 1, sizeof *offsets));
    add_span(&out, zip->prefix);
    for (size_t i = 0; i < zip->entries.count; i++) {
        offsets[i] = out.size + zip->entries.items[i]->before.size - base;
        add_local(&out, zip->entries.items[i]);
    }
    add_span(&out, zip->before_central);
    uint64_t central = out.size;
    for (size_t i = 0; i < zip->entries.count; i++) {
        const zm_header *header = &zip->entries.items[i]->central;
        if (header->omit)
            continue;
        add_central(&out, header, offsets[i]);
        count++;
    }
    uint64_t size = out.size - central;
    add_span(&out, zip->after_central);
    if (zip->end64.write)
        add_end64(&out, &zip->end64, count, size, central - base, out.size - base);
    if (!zip->end.omit)
        add_end(&out, &zip->end, count, size, central - base);
    add_span(&out, zip->trailing);
    free(offsets);
    if (!a3_buf_ok(&out))
        need(NULL);
    return out;
}

void zm_write(const zm_zip *zip, const char *path)
{
    a3_buf out = zm_build(zip);
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(out.data, 1, out.size, file) != out.size || fclose(file) != 0) {
        perror(path);
        abort();
    }
    a3_buf_free(&out);
}

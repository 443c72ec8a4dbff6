/* SPDX-License-Identifier: MIT */
/* zip: ACTION ARGUMENT...: faults of the container. */
#include <stdlib.h>
#include <string.h>

#include "cases.h"

/* A field of a header, by its name in APPNOTE's terms, shortened. */
typedef struct field {
    const char *name;
    size_t at, size; /* in the struct */
} field;

#define OF(type, member) {#member, offsetof(type, member), sizeof((type){0}.member)}
static const field headers[] = {OF(zm_header, signature), OF(zm_header, made), OF(zm_header, needed), OF(zm_header, flags), OF(zm_header, method),
                                OF(zm_header, time), OF(zm_header, date), OF(zm_header, crc), OF(zm_header, packed), OF(zm_header, size),
                                OF(zm_header, name_size), OF(zm_header, extra_size), OF(zm_header, comment_size), OF(zm_header, disk),
                                OF(zm_header, external), OF(zm_header, offset)};
static const field ends[] = {OF(zm_end, disk), OF(zm_end, central_disk), OF(zm_end, here), OF(zm_end, total), OF(zm_end, size), OF(zm_end, offset),
                             OF(zm_end, comment_size)};
static const field ends64[] = {OF(zm_end64, record_size), OF(zm_end64, disk), OF(zm_end64, central_disk), OF(zm_end64, here), OF(zm_end64, total),
                               OF(zm_end64, size), OF(zm_end64, offset), OF(zm_end64, locator_disk), OF(zm_end64, locator_offset),
                               OF(zm_end64, locator_disks)};
#undef OF

/* `text` is the new value, or "+1", "-1": so much more or less than `now`. */
static bool set(const field *fields, size_t count, void *base, const char *name, const char *text)
{
    for (size_t i = 0; text != NULL && i < count; i++) {
        if (strcmp(fields[i].name, name) != 0)
            continue;
        int64_t value = (int64_t)strtoull(text, NULL, 0);
        void *to = (char *)base + fields[i].at;
        if (fields[i].size == 2)
            *(uint16_t *)to = (uint16_t)value;
        else if (fields[i].size == 4)
            *(uint32_t *)to = (uint32_t)value;
        else
            *(int64_t *)to = value;
        return true;
    }
    return false;
}
#define SET(fields, base, name, text) set(fields, sizeof(fields) / sizeof *(fields), base, name, text)

static a3_span word_bytes(zm_zip *zip, const char *text, a3_arena *arena)
{
    size_t size = 0;
    char *bytes = case_unescape(text, strlen(text), arena, &size);
    return zm_bytes(zip, bytes, size);
}

/* `extra: MEMBER local|central ID "DATA"`: one more record of the extra field. */
static bool add_extra(zm_zip *zip, zm_entry *entry, const char *which, const char *id, const char *data, a3_arena *arena)
{
    if (which == NULL || id == NULL || data == NULL)
        return false;
    zm_header *header = strcmp(which, "local") == 0 ? &entry->local : &entry->central;
    a3_span bytes = word_bytes(zip, data, arena);
    header->extra = zm_extra(zip, header->extra, (uint16_t)strtoul(id, NULL, 0), bytes.data, bytes.size);
    return true;
}

static bool of_archive(zm_zip *zip, const char *action, const char *first, const char *second, a3_arena *arena)
{
    if (strcmp(action, "prefix") == 0) {
        zip->prefix = word_bytes(zip, first, arena);
        zip->count_prefix = true;
    } else if (strcmp(action, "trailing") == 0) {
        zip->trailing = word_bytes(zip, first, arena);
    } else if (strcmp(action, "comment") == 0) {
        zip->end.comment = word_bytes(zip, first, arena);
    } else if (strcmp(action, "before-central") == 0) {
        zip->before_central = word_bytes(zip, first, arena);
    } else if (strcmp(action, "end") == 0) {
        return SET(ends, &zip->end, first, second);
    } else if (strcmp(action, "end64") == 0) {
        zip->end64.write = true;
        if (strcmp(first, "no-locator") == 0)
            zip->end64.omit_locator = true;
        else if (strcmp(first, "extensible") == 0 && second != NULL)
            zip->end64.extensible = word_bytes(zip, second, arena);
        else
            return strcmp(first, "good") == 0 || SET(ends64, &zip->end64, first, second);
    } else {
        return false;
    }
    return true;
}

static bool of_member(zm_zip *zip, zm_entry *entry, const char *action, const char *const words[3], a3_arena *arena)
{
    const char *second = words[0];
    unsigned long number = second ? strtoul(second, NULL, 0) : 0;
    if (strcmp(action, "extra") == 0)
        return add_extra(zip, entry, words[0], words[1], words[2], arena);
    if (second == NULL)
        return false;
    a3_span text = word_bytes(zip, second, arena);
    if (strcmp(action, "descriptor") == 0)
        zm_set_descriptor(zip, entry, true, false);
    else if (strcmp(action, "flags") == 0)
        zm_set_flags(entry, (uint16_t)number);
    else if (strcmp(action, "method") == 0)
        zm_set_method(entry, (uint16_t)number);
    else if (strcmp(action, "crc") == 0)
        entry->local.crc = entry->central.crc = (uint32_t)number;
    else if (strcmp(action, "mode") == 0)
        entry->central.external = (uint32_t)number << 16;
    else if (strcmp(action, "local") == 0)
        return SET(headers, &entry->local, second, words[1]);
    else if (strcmp(action, "central") == 0)
        return SET(headers, &entry->central, second, words[1]);
    else if (strcmp(action, "omit") == 0)
        *(strcmp(second, "local") == 0 ? &entry->local.omit : &entry->central.omit) = true;
    else if (strcmp(action, "local-name") == 0)
        entry->local.name = text;
    else if (strcmp(action, "name") == 0)
        entry->local.name = entry->central.name = text;
    else if (strcmp(action, "note") == 0)
        entry->central.comment = text;
    else if (strcmp(action, "before") == 0)
        entry->before = text;
    else if (strcmp(action, "local-extra") == 0)
        entry->local.extra = text;
    else if (strcmp(action, "central-extra") == 0)
        entry->central.extra = text;
    else
        return false;
    return true;
}

bool case_zip_fault(zm_zip *zip, const char *value, a3_arena *arena)
{
    const char *at = value;
    const char *action = case_word(&at, arena), *first = case_word(&at, arena);
    const char *words[3];
    for (size_t i = 0; i < 3; i++)
        words[i] = case_word(&at, arena);
    if (action == NULL || first == NULL)
        return false;
    if (of_archive(zip, action, first, words[0], arena))
        return true;
    zm_entry *entry = zm_find(zip, first);
    return entry != NULL && of_member(zip, entry, action, words, arena);
}

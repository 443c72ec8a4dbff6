/* SPDX-License-Identifier: MIT */
#include "wheel/zip_walk.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

/* The package index refuses an archive whose members together have more than 64 MiB and more than 50 times the file's size. */
enum { BOMB_FROM = 64 << 20, BOMB_RATIO = 50 };

void a3_zip_add_fault(a3_zip_walk *walk, a3_zip_code code, unsigned flags, uint64_t offset, const char *member,
                      const char *server, const char *format, ...)
{
    if (++walk->seen[code] > A3_ZIP_MOST_FAULTS)
        return;
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    a3_zip_fault *fault = A3_PUSH(walk->arena, &walk->faults);
    if (fault == NULL)
        return; /* the arena remembers */
    *fault = (a3_zip_fault){.code = code, .flags = (uint8_t)flags, .offset = offset, .member = member,
                            .text = a3_strdup(walk->arena, text), .server = server};
    if (fault->text == NULL)
        fault->text = "";
}

void a3_zip_close_faults(a3_zip_walk *walk)
{
    for (a3_zip_code code = A3_ZIP_FRAMING; code <= A3_ZIP_LIMIT; code++) {
        size_t more = walk->seen[code] > A3_ZIP_MOST_FAULTS ? walk->seen[code] - A3_ZIP_MOST_FAULTS : 0;
        if (more == 0)
            continue;
        walk->seen[code] = 0;
        a3_zip_add_fault(walk, code, 0, A3_NO_OFFSET, NULL, NULL, "%zu more faults of this kind are not listed", more);
    }
    walk->out->faults = walk->faults.items;
    walk->out->fault_count = walk->faults.count;
}

const char *a3_zip_quote(a3_zip_walk *walk, a3_span name)
{
    enum { LONGEST = 200 };
    a3_buf out = A3_BUF_INIT;
    a3_buf_char(&out, '\'');
    a3_text_escape(&out, (const char *)name.data, name.size < LONGEST ? name.size : LONGEST);
    a3_buf_str(&out, name.size < LONGEST ? "'" : "...'");
    const char *text = a3_strdup(walk->arena, a3_buf_text(&out));
    a3_buf_free(&out);
    return text ? text : "";
}

/* ---- the archive as a whole ---------------------------------------------------------------------------------------- */

static bool in_dist_info(const a3_member *m)
{
    const char *slash = strchr(m->name, '/');
    size_t size = strlen(".dist-info");
    return slash != NULL && (size_t)(slash - m->name) >= size && memcmp(slash - size, ".dist-info", size) == 0;
}

/* Members that are not unpacked, for what stands before them has used up the work that one archive is worth: the limit, and of a bomb no
 * more than of one member. The metadata come first, wherever they stand. */
static void bound_work(a3_zip_walk *walk, bool bomb)
{
    const a3_limits *limits = walk->limits;
    uint64_t budget = bomb && limits->member_size < limits->total_size ? limits->member_size : limits->total_size, left = budget;
    size_t beyond = 0;
    for (unsigned turn = 0; turn < 2; turn++)
        for (size_t i = 0; i < walk->out->count; i++) {
            a3_member *m = &walk->members[i];
            if (in_dist_info(m) != (turn == 0))
                continue;
            const uint64_t most = a3_zip_most(m);
            m->beyond = most > left;
            beyond += m->beyond;
            left -= m->beyond ? 0 : most;
        }
    if (beyond > 0)
        a3_zip_add_fault(walk, A3_ZIP_LIMIT, 0, A3_NO_OFFSET, NULL, NULL,
                         "the members have %" PRIu64 " bytes unpacked, the limit is %" PRIu64 ": %zu of them are not unpacked",
                         walk->out->total_size, budget, beyond);
}

static void check_totals(a3_zip_walk *walk)
{
    a3_container *out = walk->out;
    for (size_t i = 0; i < out->count; i++) {
        uint64_t left = UINT64_MAX - out->total_size;
        out->total_size += walk->members[i].size < left ? walk->members[i].size : left;
    }
    bool bomb = out->total_size > BOMB_FROM && out->total_size > (uint64_t)walk->file.size * BOMB_RATIO;
    if (bomb)
        a3_zip_add_fault(walk, A3_ZIP_BOMB, A3_ZIP_INDEX_REJECTS, A3_NO_OFFSET, NULL,
                         "File exceeds compression ratio of 50",
                         "the members have %" PRIu64 " bytes unpacked, more than %d times the file's %zu", out->total_size,
                         BOMB_RATIO, walk->file.size);
    bound_work(walk, bomb);
}

/* Does the file begin with a tar header (POSIX ustar: octal checksum at 148 over the 512 bytes, itself taken as blanks)? */
static bool is_tar(a3_span file)
{
    enum { HEADER = 512, AT = 148, SIZE = 8 };
    if (file.size < HEADER)
        return false;
    unsigned sum = ' ' * SIZE, stored = 0;
    int signed_sum = ' ' * SIZE;
    for (size_t i = 0; i < HEADER; i++)
        if (i < AT || i >= AT + SIZE) {
            sum += file.data[i];
            signed_sum += (signed char)file.data[i];
        }
    size_t at = AT, digits = 0;
    while (at < AT + SIZE && file.data[at] == ' ')
        at++;
    for (; at < AT + SIZE && file.data[at] >= '0' && file.data[at] <= '7'; at++, digits++)
        stored = stored * 8 + (file.data[at] - '0');
    return digits > 0 && (stored == sum || (int)stored == signed_sum);
}

static bool is_conda(const a3_container *c)
{
    if (a3_container_find(c, "metadata.json", 13) == NULL)
        return false;
    for (size_t i = 0; i < c->count; i++)
        if (a3_has_prefix(c->members[i].name, "pkg-") && a3_has_suffix(c->members[i].name, ".tar.zst"))
            return true;
    return false;
}

static a3_status walk_all(a3_zip_walk *walk)
{
    a3_status status = a3_zip_find_end(walk);
    if (status == A3_OK)
        status = a3_zip_read_central(walk);
    if (status == A3_OK)
        status = a3_zip_index_names(walk);
    if (status != A3_OK)
        return status;
    for (size_t i = 0; i < walk->out->count; i++)
        a3_zip_check_local(walk, i);
    a3_zip_check_layout(walk);
    a3_zip_check_names(walk);
    check_totals(walk);
    if (is_tar(walk->file))
        a3_zip_add_fault(walk, A3_ZIP_CONFUSION, A3_ZIP_INDEX_REJECTS, 0, NULL, NULL, "the file is a tar archive too");
    if (is_conda(walk->out))
        walk->out->kind = A3_CONTAINER_CONDA;
    a3_zip_compare_views(walk);
    return A3_OK;
}

a3_status a3_zip_open(a3_span bytes, const a3_limits *limits, a3_arena *arena, a3_container *out, a3_err *err)
{
    *out = (a3_container){.kind = A3_CONTAINER_ZIP, .bytes = bytes};
    a3_err own = A3_ERR_INIT;
    a3_zip_walk walk = {.file = bytes, .limits = limits, .arena = arena, .err = err ? err : &own, .out = out};
    a3_status status = walk_all(&walk);
    a3_zip_close_faults(&walk);
    if (arena->failed)
        return a3_fail(err, A3_NOMEM, "out of memory for the facts about %zu members", out->count);
    return status;
}

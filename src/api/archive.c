/* SPDX-License-Identifier: MIT */
/* Archives of wheels and objects: sdists, conda packages, what CI systems hand out. One member in memory at a time. */
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>

#include "api/inputs.h"
#include "base/text.h"

/* What all levels of one archive share. */
typedef struct tally {
    uint64_t bytes, members; /* unpacked so far */
} tally;

typedef struct walk {
    const a3_limits *limits;
    a3_take_fn *take;
    void *context;
    a3_err *err;       /* of `take`: ends the walk */
    const char *outer; /* "outer.zip!inner.tar" so far */
    unsigned depth;
    tally *tally;
    size_t taken;
    a3_err own;        /* what kept the archive from being read whole */
} walk;

static void walk_bytes(walk *w, a3_span bytes);

/* Archives of archives multiply: each alone may be within the limits. */
static bool within_limits(walk *w, uint64_t size)
{
    tally *t = w->tally;
    t->bytes += size;
    t->members++;
    if (t->bytes > w->limits->total_size)
        a3_fail(&w->own, A3_LIMIT, "more than %" PRIu64 " bytes unpacked in all (limit total-size)", w->limits->total_size);
    else if (t->members > w->limits->members)
        a3_fail(&w->own, A3_LIMIT, "more than %" PRIu64 " members in all (limit members)", w->limits->members);
    else
        return true;
    return false;
}

static bool named_archive(const char *name)
{
    static const char *const suffixes[] = {".zip", ".tar", ".tgz", ".tbz2", ".txz", ".tar.gz", ".tar.bz2", ".tar.xz", ".tar.zst", ".tar.lz", ".tar.Z", ".conda", ".egg"};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (a3_has_suffix(name, suffixes[i]))
            return true;
    return false;
}

static void take_archive(walk *w, const char *name, const char *path, a3_span bytes)
{
    walk inner = {.limits = w->limits, .take = w->take, .context = w->context, .err = w->err, .outer = path, .depth = w->depth + 1,
                  .tally = w->tally, .own = A3_ERR_INIT};
    if (inner.depth > w->limits->nesting)
        a3_fail(&inner.own, A3_LIMIT, "archives are nested deeper than %" PRIu64 " (limit nesting)", w->limits->nesting);
    else
        walk_bytes(&inner, bytes);
    w->taken += inner.taken;
    bool counts = inner.own.status == A3_LIMIT || inner.taken > 0 || named_archive(name);
    if (inner.own.status != A3_OK && counts && w->err->status == A3_OK) {
        a3_input self = {.kind = A3_INPUT_ARCHIVE, .path = path, .inner = name, .err = inner.own};
        w->taken++;
        w->take(w->context, &self, w->err);
    }
}

/* One member of the archive, by content; false ends the walk. */
static bool member(walk *w, const char *name, a3_span bytes)
{
    while (a3_has_prefix(name, "./")) /* as tar writes names below "." */
        name += 2;
    if (!within_limits(w, bytes.size))
        return false;
    bool wheel = a3_is_wheel_name(name);
    bool object = !wheel && (a3_image_detect(bytes) != A3_FORMAT_NONE || a3_is_binary_name(name));
    bool archive = !wheel && !object && a3_container_detect(bytes) != A3_CONTAINER_NONE &&
                   a3_container_detect(bytes) != A3_CONTAINER_OTHER;
    if (!wheel && !object && !archive)
        return true;
    a3_arena arena;
    a3_arena_init(&arena, 1 << 20);
    char *path = a3_printf(&arena, "%s!%s", w->outer, name);
    if (path == NULL) {
        a3_fail(w->err, A3_NOMEM, "out of memory");
    } else if (archive) {
        take_archive(w, name, path, bytes);
    } else {
        static const uint8_t nothing[1];
        a3_input input = {.kind = wheel ? A3_INPUT_WHEEL : A3_INPUT_OBJECT, .path = path, .inner = name, .content.bytes = bytes, .err = A3_ERR_INIT};
        if (bytes.data == NULL)
            input.content.bytes = (a3_span){nothing, 0};
        w->taken++;
        w->take(w->context, &input, w->err);
    }
    a3_arena_free(&arena);
    return w->err->status == A3_OK;
}

/* Links have no content of their own; a hard link's is met under its other name. */
static bool stream_member(void *context, const a3_entry *entry)
{
    return !S_ISREG(entry->mode) || entry->target != NULL || member(context, entry->name, entry->bytes);
}

static void walk_zip(walk *w, a3_span bytes)
{
    a3_arena arena;
    a3_arena_init(&arena, w->limits->arena);
    a3_container container;
    a3_reader reader = A3_READER_INIT;
    if (a3_zip_open(bytes, w->limits, &arena, &container, &w->own) == A3_OK) {
        bool more = true;
        for (size_t i = 0; i < container.count && more; i++) {
            const a3_member *m = &container.members[i];
            a3_span content;
            a3_err err = A3_ERR_INIT;
            if (m->is_directory || m->is_symlink)
                continue;
            a3_status status = a3_member_read(&container, m, &reader, w->limits, &content, &err);
            if (status == A3_OK)
                more = member(w, m->name, content);
            else if (w->own.status == A3_OK) {
                w->own = err;
                a3_err_prefix(&w->own, "%s", m->name);
            }
        }
    }
    a3_reader_free(&reader);
    a3_arena_free(&arena);
}

static void walk_bytes(walk *w, a3_span bytes)
{
    a3_container_kind kind = a3_container_detect(bytes);
    if (kind == A3_CONTAINER_ZIP || kind == A3_CONTAINER_CONDA)
        walk_zip(w, bytes);
    else
        a3_archive_each(bytes, w->limits, stream_member, w, &w->own);
}

a3_status a3_archive_inputs(const a3_input *archive, const a3_limits *limits, a3_take_fn *take, void *context, a3_err *err)
{
    tally sum = {0};
    walk w = {.limits = limits, .take = take, .context = context, .err = err, .outer = archive->path, .depth = 1, .tally = &sum, .own = A3_ERR_INIT};
    a3_mapped content = archive->content;
    if (content.bytes.data != NULL || a3_map_file(archive->path, limits->total_size, &content, &w.own) == A3_OK)
        walk_bytes(&w, content.bytes);
    a3_unmap(&content);
    if (err->status != A3_OK)
        return err->status;
    if (w.own.status == A3_OK && w.taken > 0)
        return A3_OK;
    a3_input self = {.kind = A3_INPUT_ARCHIVE, .path = archive->path, .err = w.own};
    return take(context, &self, err);
}

/* SPDX-License-Identifier: MIT */
/* Archives of wheels and objects: sdists, conda packages, what CI systems hand out. One member in memory at a time. */
#include <string.h>
#include <sys/stat.h>

#include "api/inputs.h"
#include "base/text.h"

typedef struct walk {
    const a3_limits *limits;
    a3_take_fn *take;
    void *context;
    a3_err *err;       /* of `take`: ends the walk */
    const char *outer; /* "outer.zip!inner.tar" so far */
    unsigned depth;
    size_t taken;
    a3_err own;        /* what kept the archive from being read whole */
} walk;

static void walk_bytes(walk *w, a3_span bytes);

/* One member of the archive, by content; false ends the walk. */
static bool member(walk *w, const char *name, a3_span bytes)
{
    while (a3_has_prefix(name, "./")) /* as tar writes names below "." */
        name += 2;
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
        walk inner = {.limits = w->limits, .take = w->take, .context = w->context, .err = w->err, .outer = path, .depth = w->depth + 1};
        if (inner.depth > w->limits->nesting)
            a3_fail(&inner.own, A3_LIMIT, "archives are nested deeper than %llu (limit nesting)", (unsigned long long)w->limits->nesting);
        else
            walk_bytes(&inner, bytes);
        /* gzip'd data files lie in many sdists: what is no archive of ours inside an archive is not a fault of it */
        if (inner.own.status == A3_LIMIT && w->own.status == A3_OK) {
            w->own = inner.own;
            a3_err_prefix(&w->own, "%s", name);
        }
        w->taken += inner.taken;
    } else {
        static const uint8_t nothing[1];
        a3_input input = {.kind = wheel ? A3_INPUT_WHEEL : A3_INPUT_OBJECT, .path = path, .bytes = bytes};
        if (bytes.data == NULL)
            input.bytes = (a3_span){nothing, 0};
        w->taken++;
        w->take(w->context, &input, w->err);
    }
    a3_arena_free(&arena);
    return w->err->status == A3_OK;
}

static bool stream_member(void *context, const a3_entry *entry)
{
    return !S_ISREG(entry->mode) || member(context, entry->name, entry->bytes);
}

static void walk_zip(walk *w, a3_span bytes)
{
    a3_arena arena;
    a3_arena_init(&arena, w->limits->arena);
    a3_container container;
    a3_reader reader = A3_READER_INIT;
    if (a3_zip_open(bytes, w->limits, &arena, &container, &w->own) == A3_OK) {
        for (size_t i = 0; i < container.count && w->err->status == A3_OK; i++) {
            const a3_member *m = &container.members[i];
            a3_span content;
            a3_err err = A3_ERR_INIT;
            if (m->is_directory || m->is_symlink)
                continue;
            a3_status status = a3_member_read(&container, m, &reader, w->limits, &content, &err);
            if (status == A3_OK)
                member(w, m->name, content);
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
    walk w = {.limits = limits, .take = take, .context = context, .err = err, .outer = archive->path, .depth = 1};
    a3_mapped mapped;
    if (a3_map_file(archive->path, limits->total_size, &mapped, &w.own) == A3_OK) {
        walk_bytes(&w, mapped.bytes);
        a3_unmap(&mapped);
    }
    if (err->status != A3_OK)
        return err->status;
    if (w.own.status == A3_OK && w.taken > 0)
        return A3_OK;
    a3_input self = *archive;
    self.err = w.own;
    return take(context, &self, err);
}

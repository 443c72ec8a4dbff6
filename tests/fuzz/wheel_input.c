/* SPDX-License-Identifier: MIT */
#include "wheel_input.h"

#include <ftw.h>
#include <unistd.h>

#include "../zipmake.h"

enum { MOST_MEMBERS = 200, MOST_NAME = 255 };

/* The text before the next line feed, as a string in the arena; NULL: there is none. */
static const char *take_line(a3_cursor *c, a3_arena *arena)
{
    const uint8_t *at = c->in.data + c->pos, *end = a3_left(c) > 0 ? memchr(at, '\n', a3_left(c)) : NULL;
    if (end == NULL)
        return NULL;
    a3_skip(c, (uint64_t)(end - at) + 1);
    return a3_strndup(arena, (const char *)at, (size_t)(end - at));
}

static zm_zip *make_zip(a3_cursor *c)
{
    zm_zip *zip = zm_new();
    for (int i = 0; i < MOST_MEMBERS && a3_left(c) > 0; i++) {
        const char *name = take_line(c, &zip->arena);
        uint64_t size = a3_get16(c);
        if (name == NULL || !c->ok)
            break;
        a3_span content = a3_get_span(c, size < a3_left(c) ? size : a3_left(c));
        const char *slash = strrchr(name, '/');
        if (content.size == 0 && slash != NULL && strcmp(slash, "/RECORD") == 0)
            zm_add_record(zip, a3_strndup(&zip->arena, name, (size_t)(slash - name)));
        else
            zm_add(zip, name, content.data, content.size);
    }
    return zip;
}

bool wheel_input_open(const uint8_t *data, size_t size, wheel_input *out)
{
    a3_arena arena;
    a3_cursor c = a3_cursor_at((a3_span){data, size}, 0, false);
    a3_arena_init(&arena, size + 4096);
    const char *name = take_line(&c, &arena);
    bool fit = name != NULL && name[0] != '\0' && name[0] != '.' && strlen(name) <= MOST_NAME && strchr(name, '/') == NULL;
    if (fit) {
        const char *base = getenv("TMPDIR");
        *out = (wheel_input){0};
        snprintf(out->folder, sizeof out->folder, "%.40s/a3-fuzz-XXXXXX", base ? base : "/tmp");
        MUST(mkdtemp(out->folder) != NULL);
        snprintf(out->path, sizeof out->path, "%s/%s", out->folder, name);
        a3_span rest = a3_span_from(c.in, c.pos);
        a3_buf built = A3_BUF_INIT;
        zm_zip *zip = NULL;
        if (rest.size < 2 || memcmp(rest.data, "PK", 2) != 0) {
            zip = make_zip(&c);
            built = zm_build(zip);
            rest = zm_span(&built);
        }
        FILE *file = fopen(out->path, "wb");
        MUST(file != NULL);
        MUST(rest.size == 0 || fwrite(rest.data, 1, rest.size, file) == rest.size);
        MUST(fclose(file) == 0);
        a3_buf_free(&built);
        if (zip != NULL)
            zm_free(zip);
    }
    a3_arena_free(&arena);
    return fit;
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *where)
{
    (void)st, (void)type, (void)where;
    return remove(path);
}

void wheel_input_close(wheel_input *input) { nftw(input->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS); }

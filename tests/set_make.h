/* SPDX-License-Identifier: MIT */
/* For tests of matrix and readiness: a folder for each test, wheels made of fixtures, a command run through the library. */
#ifndef A3_TESTS_SET_MAKE_H
#define A3_TESTS_SET_MAKE_H

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <jansson.h>

#include "abi3t.h"
#include "wheel/container.h"
#include "zipmake.h"

static char folder[64];

static inline char *in_folder(const char *name)
{
    static char paths[8][256];
    static size_t next;
    char *path = paths[next++ % 8];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static inline int setup(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/a3-set-XXXXXX");
    return mkdtemp(folder) == NULL;
}

static inline int delete_one(const char *path, const struct stat *st, int kind, struct FTW *where)
{
    (void)st;
    (void)kind;
    (void)where;
    return remove(path);
}

static inline int teardown(void **state)
{
    (void)state;
    return nftw(folder, delete_one, 8, FTW_DEPTH | FTW_PHYS);
}

/* demo-1.0-TAGS.whl with demo/_x under `member`, `requires` behind METADATA's fields. */
static inline void wheel_of(const char *project, const char *version, const char *tags, const char *member, const char *fixture, const char *more)
{
    zm_zip *zip = zm_new();
    a3_mapped mapped = {0};
    char path[512];
    zm_add_text(zip, "demo/__init__.py", "");
    if (member != NULL) {
        snprintf(path, sizeof path, "%s/bin/%s", getenv("A3_TESTDATA"), fixture);
        assert_int_equal(a3_map_file(path, UINT64_C(1) << 30, &mapped, NULL), A3_OK);
        zm_add(zip, member, mapped.bytes.data, mapped.bytes.size);
    }
    if (more != NULL) {
        char dist[128], text[512];
        snprintf(dist, sizeof dist, "%s-%s.dist-info", project, version);
        snprintf(path, sizeof path, "%s/METADATA", dist);
        snprintf(text, sizeof text, "Metadata-Version: 2.1\nName: %s\nVersion: %s\n%s", project, version, more);
        zm_add_text(zip, path, text);
        snprintf(path, sizeof path, "%s/WHEEL", dist);
        snprintf(text, sizeof text, "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: false\nTag: %s\n", tags);
        zm_add_text(zip, path, text);
        zm_add_record(zip, dist);
    } else {
        zm_add_dist_info(zip, project, version, tags);
    }
    snprintf(path, sizeof path, "%s/%s-%s-%s.whl", folder, project, version, tags);
    zm_write(zip, path);
    zm_free(zip);
    a3_unmap(&mapped);
}

static inline int append(void *context, const char *data, size_t size)
{
    a3_buf_add(context, data, size);
    return 0;
}

typedef struct result {
    abi3t_outcome outcome;
    json_t *json;
    a3_buf text;
} result;

static inline result run_on(abi3t_command *command, const char *path, const char *format, const char *const *options)
{
    result r = {.text = A3_BUF_INIT};
    abi3t_options *o = abi3t_options_new();
    for (size_t i = 0; options != NULL && options[i] != NULL; i += 2)
        assert_int_equal(abi3t_options_set(o, options[i], options[i + 1], NULL), ABI3T_CLEAN);
    abi3t_writer writer = {.format = format, .write = append, .context = &r.text};
    abi3t_message why = {""};
    r.outcome = command(o, &path, 1, &writer, 1, NULL, &why);
    abi3t_options_free(o);
    if (strcmp(format, "json") == 0) {
        r.json = json_loads(a3_buf_text(&r.text), 0, NULL);
        assert_non_null(r.json);
    }
    return r;
}

static inline void drop(result *r)
{
    json_decref(r->json);
    a3_buf_free(&r->text);
}

static inline const char *text_of(json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

#endif

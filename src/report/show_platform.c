/* SPDX-License-Identifier: MIT */
/* `show --platform`: where each needed library comes from, what versions are asked of it, and the reasoning behind the tag. */
#include <string.h>

#include "abi/pylib.h"
#include "abi/windows.h"
#include "base/text.h"
#include "facts/needs.h"
#include "report/json.h"
#include "report/show.h"

/* The file of the input that answers to a library's name; NULL: none. */
static const a3_file *shipped(const a3_subject *subject, const char *library)
{
    const char *base = a3_basename(library);
    for (size_t i = 0; a3_input_ships(subject, library) && i < subject->file_count; i++)
        if (strcmp(a3_basename(subject->files[i].name), base) == 0)
            return &subject->files[i];
    return NULL;
}

static const char *origin(const a3_subject *subject, const a3_object *object, const char *library)
{
    if (a3_pylib_parse(library, NULL))
        return "Python";
    if (a3_input_ships(subject, library))
        return "in the wheel";
    if (object->format != A3_FORMAT_PE)
        return a3_system_library(object->os, library) ? "system" : "missing";
    switch (a3_dll_origin_of(library)) {
    case A3_DLL_SYSTEM: return "Windows";
    case A3_DLL_CPYTHON: return "CPython";
    case A3_DLL_REDIST: return "Visual C++ redistributable";
    case A3_DLL_UNKNOWN: break;
    }
    return "missing";
}

static void versions_of(a3_buf *out, const a3_object *object, const char *library)
{
    const char *separator = "  [";
    for (size_t i = 0; i < object->versions.count; i++)
        if (strcmp(object->versions.items[i].library, library) == 0) {
            a3_buf_str(out, separator);
            a3_text_escape(out, object->versions.items[i].version, strlen(object->versions.items[i].version));
            separator = " ";
        }
    if (separator[0] == ' ' && separator[1] == '\0')
        a3_buf_char(out, ']');
}

enum { DEEPEST = 8, MOST_LINES = 2000 }; /* of one object's tree: libraries that need one another can make it grow without end */

/* The tree below one object, each level two columns further in; a library that stands above itself is not opened again. */
static void tree(a3_buf *out, const a3_subject *subject, const a3_object *object, const a3_object *const *above, unsigned depth, size_t *lines)
{
    for (size_t i = 0; i < object->needed.count && *lines < MOST_LINES; i++) {
        const char *name = object->needed.items[i].name;
        if (name == NULL)
            continue;
        ++*lines;
        a3_buf_printf(out, "    %*s", (int)(2 * depth), "");
        a3_text_escape(out, name, strlen(name));
        a3_buf_printf(out, ": %s", origin(subject, object, name));
        versions_of(out, object, name);
        a3_buf_char(out, '\n');
        const a3_file *file = depth < DEEPEST ? shipped(subject, name) : NULL;
        for (size_t k = 0; file != NULL && k < file->objects.count; k++) {
            const a3_object *below = &file->objects.items[k];
            bool seen = below == object || below->arch != object->arch || below->err.status != A3_OK;
            const a3_object *path[DEEPEST + 1];
            for (unsigned d = 0; d < depth; d++) {
                path[d] = above[d];
                seen |= above[d] == below;
            }
            path[depth] = object;
            if (!seen)
                tree(out, subject, below, path, depth + 1, lines);
        }
    }
}

void a3_show_object_platform(a3_buf *out, const a3_subject *subject, const a3_object *object)
{
    const a3_strings *const lists[] = {&object->rpaths, &object->runpaths};
    for (size_t l = 0; l < 2; l++)
        for (size_t i = 0; i < lists[l]->count; i++) {
            a3_buf_printf(out, "    %-14s", l == 0 ? "RPATH" : "RUNPATH");
            a3_text_escape(out, lists[l]->items[i], strlen(lists[l]->items[i]));
            a3_buf_char(out, '\n');
        }
    if (object->min_os != 0)
        a3_buf_printf(out, "    %-14s%u.%u\n", object->os == A3_OS_ANDROID ? "API level" : "system", (unsigned)(object->min_os >> 16), (unsigned)(object->min_os >> 8 & 0xff));
    size_t lines = 0;
    tree(out, subject, object, NULL, 0, &lines);
    if (lines >= MOST_LINES)
        a3_buf_str(out, "    ... and more\n");
}

static const char *blocker_text(const a3_blocker *b, a3_arena *arena)
{
    const char *text = NULL;
    if (b->kind == A3_BLOCK_LIBRARY)
        text = a3_printf(arena, "%s is not on its list", b->library);
    else if (b->kind == A3_BLOCK_VERSION)
        text = a3_printf(arena, "%s of %s is newer", b->name, b->library);
    else if (b->kind == A3_BLOCK_SYMBOL)
        text = a3_printf(arena, "%s of %s must not be used", b->name, b->library);
    else
        text = "it does not know the architecture";
    return text ? text : "";
}

/* Each reason once: several objects often have the same. */
static bool said(const a3_blockers *list, size_t index, a3_arena *arena)
{
    const char *text = blocker_text(&list->items[index], arena);
    for (size_t i = 0; i < index; i++)
        if (strcmp(blocker_text(&list->items[i], arena), text) == 0)
            return true;
    return false;
}

enum { MOST_REASONS = 40 };

void a3_show_platform_text(a3_buf *out, a3_subject *subject)
{
    if (subject->object_count == 0)
        return;
    a3_best_platform best = a3_find_best_platform(subject, &subject->arena);
    if (best.tag == NULL) {
        a3_buf_printf(out, "  best tag      none: %s\n", best.why_none);
        return;
    }
    a3_buf_printf(out, "  best tag      %s%s\n", best.tag, best.policy >= 0 && !best.libc_stated ? " (nothing says glibc or musl)" : "");
    for (size_t i = 0; i < best.next.count && i < MOST_REASONS; i++)
        if (!said(&best.next, i, &subject->arena)) {
            a3_buf_str(out, "  not better    ");
            const char *text = blocker_text(&best.next.items[i], &subject->arena);
            a3_text_escape(out, text, strlen(text));
            a3_buf_char(out, '\n');
        }
}

json_t *a3_show_platform_json(a3_subject *subject)
{
    a3_best_platform best = a3_find_best_platform(subject, &subject->arena);
    json_t *reasons = json_array();
    bool ok = true;
    for (size_t i = 0; i < best.next.count && i < MOST_REASONS; i++)
        if (!said(&best.next, i, &subject->arena))
            ok &= json_array_append_new(reasons, a3_json_text(blocker_text(&best.next.items[i], &subject->arena))) == 0;
    if (!ok) {
        json_decref(reasons);
        return NULL;
    }
    return json_pack("{s:o, s:o, s:b, s:o}", "best", a3_json_text(best.tag), "why_none", a3_json_text(best.why_none), "libc_stated", best.libc_stated, "not_better", reasons);
}

json_t *a3_show_needed_json(const a3_subject *subject, const a3_object *object)
{
    json_t *all = json_array();
    bool ok = true;
    for (size_t i = 0; i < object->needed.count; i++) {
        const char *name = object->needed.items[i].name;
        if (name == NULL)
            continue;
        json_t *versions = json_array();
        for (size_t k = 0; k < object->versions.count; k++)
            if (strcmp(object->versions.items[k].library, name) == 0)
                ok &= json_array_append_new(versions, a3_json_text(object->versions.items[k].version)) == 0;
        const a3_file *file = shipped(subject, name);
        ok &= json_array_append_new(all, json_pack("{s:o, s:s, s:o, s:o}", "name", a3_json_text(name), "origin", origin(subject, object, name), "member",
                                                   a3_json_text(file ? file->name : NULL), "versions", versions)) == 0;
    }
    if (!ok) {
        json_decref(all);
        return NULL;
    }
    return all;
}

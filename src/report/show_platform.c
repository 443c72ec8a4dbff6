/* SPDX-License-Identifier: MIT */
/* `show --platform`: where each needed library comes from, what versions are asked of it, and the reasoning behind the tag. */
#include <string.h>

#include "abi/pylib.h"
#include "abi/windows.h"
#include "base/text.h"
#include "facts/needs.h"
#include "report/json.h"
#include "report/show.h"

/* `detail`: more words in brackets, or NULL. */
static const char *origin(const a3_subject *subject, const a3_object *object, size_t index, const char **detail)
{
    const char *name = object->needed.items[index].name;
    const a3_library library = a3_object_library(object, index);
    *detail = NULL;
    if (a3_pylib_parse(name, NULL))
        return "Python";
    if (library.place == A3_PLACE_FOUND || library.place == A3_PLACE_ASTRAY) {
        *detail = library.place == A3_PLACE_FOUND ? NULL : subject->loads_libraries ? "Python code has to load it" : "the loader does not look there";
        return "in the wheel";
    }
    if (object->format != A3_FORMAT_PE && a3_system_library(object->os, name))
        return "system";
    if (object->format == A3_FORMAT_PE)
        switch (a3_dll_origin_of(name)) {
        case A3_DLL_SYSTEM: return "Windows";
        case A3_DLL_CPYTHON: return "CPython";
        case A3_DLL_REDIST: return "Visual C++ redistributable";
        case A3_DLL_UNKNOWN: break;
        }
    *detail = library.bringer == A3_BROUGHT_BY_REQUIRED ? library.named : library.entry;
    return library.bringer == A3_BROUGHT_BY_REQUIRED ? "a required wheel, by the names" : "missing";
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
        const char *detail, *where = origin(subject, object, i, &detail);
        const a3_file *file = a3_object_library(object, i).file;
        a3_buf_printf(out, ": %s", where);
        if (file != NULL) {
            a3_buf_str(out, ": ");
            a3_text_escape(out, file->name, strlen(file->name));
        }
        if (detail != NULL) {
            a3_buf_str(out, " (");
            a3_text_escape(out, detail, strlen(detail));
            a3_buf_char(out, ')');
        }
        versions_of(out, object, name);
        a3_buf_char(out, '\n');
        if (depth >= DEEPEST)
            continue;
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

/* The oldest that the object says it runs on. */
static void oldest_system(a3_buf *out, const a3_object *object)
{
    if (object->os == A3_OS_ANDROID)
        a3_buf_printf(out, "%u", (unsigned)object->min_os);
    else
        a3_buf_printf(out, "%u.%u", (unsigned)(object->min_os >> 16), (unsigned)(object->min_os >> 8 & 0xff));
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
    if (object->min_os != 0) {
        a3_buf_printf(out, "    %-14s", object->os == A3_OS_ANDROID ? "API level" : "system");
        oldest_system(out, object);
        a3_buf_char(out, '\n');
    }
    size_t lines = 0;
    tree(out, subject, object, NULL, 0, &lines);
    if (lines >= MOST_LINES)
        a3_buf_str(out, "    ... and more\n");
}

static const char *blocker_text(const a3_blocker *b, a3_arena *arena)
{
    const char *text = NULL;
    if (b->kind == A3_BLOCK_ISA)
        text = a3_printf(arena, "%s processors are needed", b->name);
    else if (b->kind == A3_BLOCK_LIBRARY)
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
    if (!a3_best_fits_claim(subject, &best, &subject->arena))
        a3_buf_str(out, "  the claim     is more than that\n");
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
    json_t *external = json_array();
    for (size_t i = 0; i < best.external.count; i++)
        ok &= json_array_append_new(external, a3_json_text(best.external.items[i])) == 0;
    if (!ok) {
        json_decref(reasons);
        json_decref(external);
        return NULL;
    }
    return json_pack("{s:o, s:o, s:b, s:b, s:o, s:o}", "best", a3_json_text(best.tag), "why_none", a3_json_text(best.why_none), "libc_stated", best.libc_stated, "claim_holds",
                     a3_best_fits_claim(subject, &best, &subject->arena), "not_better", reasons, "external", external);
}

static json_t *needed_json(const a3_subject *subject, const a3_object *object)
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
        const a3_file *file = a3_object_library(object, i).file;
        const char *detail, *where = origin(subject, object, i, &detail);
        ok &= json_array_append_new(all, json_pack("{s:o, s:s, s:o, s:o, s:o}", "name", a3_json_text(name), "origin", where, "detail", a3_json_text(detail), "member",
                                                   a3_json_text(file ? file->name : NULL), "versions", versions)) == 0;
    }
    if (!ok) {
        json_decref(all);
        return NULL;
    }
    return all;
}

bool a3_show_object_platform_json(const a3_subject *subject, const a3_object *object, json_t *out)
{
    a3_buf system = A3_BUF_INIT;
    if (object->min_os != 0)
        oldest_system(&system, object);
    bool ok = a3_json_put(out, "system", object->min_os != 0 ? a3_json_buf(&system) : json_null());
    ok = a3_json_put(out, "rpaths", a3_json_texts(object->rpaths.items, object->rpaths.count)) && ok;
    ok = a3_json_put(out, "runpaths", a3_json_texts(object->runpaths.items, object->runpaths.count)) && ok;
    return a3_json_put(out, "libraries", needed_json(subject, object)) && ok;
}

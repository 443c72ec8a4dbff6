/* SPDX-License-Identifier: MIT */
/* Who may bring a library that a loader does not find in the input: what METADATA requires, by the names. */
#include <string.h>
#include <strings.h>

#include "abi/policy.h"
#include "abi/pylib.h"
#include "abi/windows.h"
#include "base/text.h"
#include "facts/gather.h"
#include "facts/needs.h"
#include "wheel/requirement.h"

enum { MOST_COMPARISONS = 1000000 }; /* of libraries and requirements, of one input: behind it nothing is said to be lacking */

void a3_list_required(a3_subject *subject)
{
    a3_arena scratch;
    a3_arena_init(&scratch, subject->how->limits.arena);
    for (size_t i = 0; i < subject->metadata.count; i++) {
        const a3_meta_value *value = &subject->metadata.items[i];
        a3_requirement requirement;
        const char *fault;
        if (value->field != A3_META_REQUIRES_DIST || !a3_requirement_parse(&scratch, value->value, &requirement, &fault))
            continue;
        const char **slot = A3_PUSH(&subject->arena, &subject->required);
        if (slot != NULL && (*slot = a3_strdup(&subject->arena, requirement.name)) == NULL)
            subject->required.count--;
    }
    if (scratch.failed)
        a3_arena_fail(&subject->arena);
    a3_arena_free(&scratch);
}

/* ---- names ---- */

bool a3_made_for_one_wheel(const char *library)
{
    for (const char *at = a3_basename(library); (at = strpbrk(at, "-.")) != NULL;) {
        size_t size = strspn(++at, "0123456789abcdef");
        if (size >= 8 && at[size] == '.')
            return true;
    }
    return false;
}

/* The stem begins with the word, or a part of it does; a short word must be all of that part, or end before a capital. */
static bool begins(const char *stem, size_t size, const char *word, size_t length)
{
    for (size_t i = 0; i + length <= size; i++) {
        bool start = i == 0 || !a3_is_alnum(stem[i - 1]);
        bool end = length > 3 || i + length == size || !(stem[i + length] >= 'a' && stem[i + length] <= 'z');
        if (start && end && strncasecmp(stem + i, word, length) == 0)
            return true;
    }
    return false;
}

static bool within(const char *word, size_t length, const char *stem, size_t size)
{
    for (size_t i = 0; i + size <= length; i++)
        if (strncasecmp(word + i, stem, size) == 0)
            return true;
    return false;
}

/* "nvidia-cublas-cu12" has the words nvidia, cublas and cu12; libcublasLt.so.12 begins with cublas, pyarrow's libarrow is in
 * a word. Words that many projects share say nothing. */
static bool speaks_of(const char *requirement, const char *stem, size_t size)
{
    static const char *const common[] = {"python", "lib", "libs", "core", "runtime", "common", "tools", "binary", "headless", "extra", "plugin", "data"};
    for (const char *at = requirement; *at != '\0';) {
        size_t length = 0;
        while (a3_is_alnum(at[length]))
            length++;
        bool shared = length < 3;
        for (size_t i = 0; i < sizeof common / sizeof *common; i++)
            shared |= strlen(common[i]) == length && strncasecmp(at, common[i], length) == 0;
        if (!shared && (begins(stem, size, at, length) || (size >= 4 && within(at, length, stem, size))))
            return true;
        at += length + (at[length] != '\0');
    }
    return false;
}

/* Libraries whose names do not have that of the project in them: c10_cuda, QtCore. */
static bool is_part_of(const char *requirement, const char *stem, size_t size)
{
    static const struct { const char *start, *project; } parts[] = {{"c10", "torch"}, {"Qt", "-qt"}, {"Qt", "pyside"}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t length = strlen(parts[i].start), project = strlen(parts[i].project);
        if (size >= length && strncmp(stem, parts[i].start, length) == 0 && !(stem[length] >= 'a' && stem[length] <= 'z') &&
            within(requirement, strlen(requirement), parts[i].project, project))
            return true;
    }
    return false;
}

/* The name in Requires-Dist that speaks of this library: "nvidia-cublas-cu12" of libcublas.so.12, "PyQt6-Qt6" of Qt6Core.dll.
 * A wheel of libraries alone, which is there for others to build on, may be one of a set: then its own name counts too
 * ("PyQt6-WebEngine-Qt6", where libQt6Core.so.6 is). NULL: none. */
static const char *name_for(const a3_subject *subject, const char *library, size_t *fuel)
{
    const char *stem = a3_basename(library), *self = subject->metadata.name;
    stem += a3_has_prefix(stem, "lib") ? 3 : 0;
    size_t size = 0;
    while (a3_is_alnum(stem[size]) || stem[size] == '_' || stem[size] == '-')
        size++;
    if (size < 3)
        return NULL;
    for (size_t i = 0; i < subject->required.count && *fuel > 0; i++, --*fuel)
        if (speaks_of(subject->required.items[i], stem, size) || is_part_of(subject->required.items[i], stem, size))
            return subject->required.items[i];
    return subject->modules.count == 0 && self != NULL && strpbrk(self, "-_.") != NULL && speaks_of(self, stem, size) ? self : NULL;
}

/* ---- one library ---- */

static bool of_the_system(const a3_object *object, const char *name)
{
    if (a3_pylib_parse(name, NULL))
        return true;
    return object->format == A3_FORMAT_PE ? a3_dll_origin_of(name) != A3_DLL_UNKNOWN : a3_system_library(object->os, name);
}

static void find_one(a3_subject *subject, const char *name, a3_library *library, size_t *fuel)
{
    library->bringer = A3_BROUGHT_BY_NOBODY;
    if (library->place == A3_PLACE_FOUND || (library->place == A3_PLACE_ASTRAY && subject->loads_libraries)) {
        library->bringer = A3_BROUGHT_BY_INPUT;
    } else if (library->place == A3_PLACE_ASTRAY) { /* interpreters may have a search path of their own to the environment's lib */
        if (library->file != NULL && strstr(library->file->name, ".data/data/") != NULL)
            library->bringer = A3_BROUGHT_BY_OTHERS;
    } else if (!a3_made_for_one_wheel(name)) {
        library->named = name_for(subject, name, fuel);
        if (library->named != NULL && library->named != subject->metadata.name)
            library->bringer = A3_BROUGHT_BY_REQUIRED;
        else if (library->named != NULL || *fuel == 0 ||
                 (library->place == A3_PLACE_ELSEWHERE && (subject->required.count > 0 || subject->modules.count == 0)))
            library->bringer = A3_BROUGHT_BY_OTHERS;
    }
}

static void find_all(a3_subject *subject, a3_object *object, size_t *fuel)
{
    bool others = false; /* whoever brings one of them, may bring the rest */
    for (size_t i = 0; i < object->needed.count; i++) {
        const char *name = object->needed.items[i].name;
        if (name == NULL)
            continue;
        find_one(subject, name, &object->libraries[i], fuel);
        a3_bringer bringer = object->libraries[i].bringer;
        others |= (bringer == A3_BROUGHT_BY_REQUIRED || bringer == A3_BROUGHT_BY_OTHERS) && !of_the_system(object, name);
    }
    for (size_t i = 0; others && i < object->needed.count; i++) {
        a3_library *library = &object->libraries[i];
        const char *name = object->needed.items[i].name;
        if (name != NULL && library->bringer == A3_BROUGHT_BY_NOBODY && library->place == A3_PLACE_NOWHERE && !a3_made_for_one_wheel(name))
            library->bringer = A3_BROUGHT_BY_OTHERS;
    }
}

void a3_find_bringers(a3_subject *subject)
{
    size_t fuel = MOST_COMPARISONS;
    for (size_t f = 0; f < subject->file_count; f++)
        for (size_t i = 0; i < subject->files[f].objects.count; i++)
            if (subject->files[f].objects.items[i].libraries != NULL)
                find_all(subject, &subject->files[f].objects.items[i], &fuel);
}

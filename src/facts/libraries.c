/* SPDX-License-Identifier: MIT */
/* Where the loader of an object would find the libraries that it needs: ld.so(8), musl's and Android's loader, dyld(1), and
 * LoadLibraryEx with LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR, which is how CPython loads modules.
 *
 * Folders are those of an installed environment, for which a stand-in is enough: modules go to lib/python/site-packages,
 * X.data/data to the top. What leads above the top leads out of the environment. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "abi/policy.h"
#include "abi/pylib.h"
#include "base/text.h"
#include "facts/gather.h"
#include "facts/needs.h"
#include "wheel/name.h"

#define SITE "lib/python/site-packages"

bool a3_system_library(a3_os os, const char *name)
{
    switch (os) {
    case A3_OS_MACOS: case A3_OS_IOS: case A3_OS_IOS_SIMULATOR: case A3_OS_APPLE_OTHER:
        return a3_has_prefix(name, "/usr/lib/") || a3_has_prefix(name, "/System/");
    default:
        return a3_policy_allows_library(name) != 0 || a3_has_prefix(name, "ld-linux") || a3_has_prefix(name, "ld64.so") ||
               a3_has_prefix(name, "ld-musl-") || a3_has_prefix(name, "libc.musl-");
    }
}

a3_library a3_object_library(const a3_object *object, size_t index)
{
    return object->libraries && index < object->needed.count ? object->libraries[index] : (a3_library){.place = A3_PLACE_NOWHERE};
}

/* ---- folders ---- */

/* Takes "." , ".." and double slashes out, in place. false: it leads above the top. */
static bool normalise(char *path)
{
    size_t used = 0;
    for (const char *at = path; *at != '\0';) {
        size_t size = strcspn(at, "/");
        const char *next = at + size + (at[size] == '/');
        if (size == 2 && at[0] == '.' && at[1] == '.') {
            if (used == 0)
                return false;
            while (used > 0 && path[used - 1] != '/')
                used--;
            used -= used > 0;
        } else if (size > 0 && !(size == 1 && at[0] == '.')) {
            if (used > 0)
                path[used++] = '/';
            memmove(path + used, at, size);
            used += size;
        }
        at = next;
    }
    path[used] = '\0';
    return true;
}

/* Where the file is once installed; NULL: outside of the environment, or no memory. */
static char *installed(const a3_file *file, a3_arena *arena)
{
    static const struct { const char *scheme, *folder; } schemes[] = {
        {".data/purelib/", SITE "/"}, {".data/platlib/", SITE "/"}, {".data/data/", ""}, {".data/scripts/", "bin/"}, {".data/headers/", "include/"}};
    const char *slash = strchr(file->name, '/'), *folder = SITE "/", *rest = file->name;
    for (size_t i = 0; slash != NULL && i < sizeof schemes / sizeof *schemes; i++) {
        size_t before = strlen(".data"), size = strlen(schemes[i].scheme);
        if ((size_t)(slash - file->name) >= before && strncmp(slash - before, schemes[i].scheme, size) == 0) {
            folder = schemes[i].folder;
            rest = slash - before + size;
        }
    }
    char *path = a3_printf(arena, "%s%s", folder, rest);
    return path != NULL && normalise(path) ? path : NULL;
}

/* The path that an entry means for the object that has it; NULL: none within the environment. */
static char *meant(const a3_object *object, const char *entry, const char *behind, a3_arena *arena)
{
    static const char *const origins[] = {"$ORIGIN", "${ORIGIN}", "@loader_path", "@executable_path"};
    for (size_t i = 0; i < sizeof origins / sizeof *origins; i++) {
        size_t size = strlen(origins[i]);
        if (strncmp(entry, origins[i], size) != 0 || (entry[size] != '\0' && entry[size] != '/'))
            continue;
        char *self = i == 3 ? a3_strdup(arena, "bin/python") : installed(object->file, arena);
        char *path = self ? a3_printf(arena, "%.*s/%s/%s", (int)(strlen(self) - strlen(a3_basename(self))), self, entry + size, behind) : NULL;
        return path != NULL && normalise(path) ? path : NULL;
    }
    return NULL;
}

/* ---- what a search may cost ---- */

/* Objects that load one another, followed for one library that its own paths do not lead to; comparisons for all libraries of
 * an input (real wheels: below a million): hostile ones need hundreds of libraries that thousands of files might be. */
enum { MOST_LOADERS = 500, MOST_STEPS = 200000000, STEPS_OF_PATH = 40 };

typedef struct search {
    a3_subject *subject;
    a3_named_objects sonames; /* that are not the file's name */
    a3_arena scratch;         /* of one library */
    const a3_object *chain[MOST_LOADERS]; /* the object and, behind it, those that load it */
    size_t chained;
    const a3_object *met[4 * MOST_LOADERS]; /* what stands in `chain`, by address */
    uint64_t steps;
    bool whole;  /* `chain` holds all loaders of chain[0] */
    bool system; /* the library in question is one that systems have: who else might bring it is no question */
} search;

/* false: the search ends here. */
static bool spend(search *s, uint64_t steps)
{
    s->steps += steps;
    s->subject->libraries_cut |= s->steps > MOST_STEPS;
    return !s->subject->libraries_cut;
}

/* In a list that is sorted by name, whatever the case: the first place whose name is not below `name`, or (`behind`) is above. */
static size_t place_of(const void *list, size_t count, const char *(*name_at)(const void *list, size_t i), const char *name, bool behind)
{
    size_t low = 0;
    while (low < count) {
        size_t middle = low + (count - low) / 2;
        int order = strcasecmp(name_at(list, middle), name);
        if (order < 0 || (behind && order == 0))
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}

/* ---- files by their names ---- */

static const char *base_at(const void *list, size_t i) { return a3_basename(((a3_file *const *)list)[i]->name); }

typedef struct file_range {
    a3_file *const *from, *const *end;
} file_range;

/* The files of that basename, whatever the case. */
static file_range files_of(const a3_subject *subject, const char *base)
{
    a3_file *const *list = subject->by_base;
    return (file_range){list + place_of(list, subject->file_count, base_at, base, false), list + place_of(list, subject->file_count, base_at, base, true)};
}

/* The file that is installed as `path`. Apple's and Windows' file systems ignore case. */
static const a3_file *file_at(search *s, const char *path, bool any_case)
{
    file_range files = files_of(s->subject, a3_basename(path));
    for (; files.from < files.end && spend(s, STEPS_OF_PATH); files.from++) {
        const char *own = installed(*files.from, &s->scratch);
        if (own != NULL && (any_case ? strcasecmp(own, path) : strcmp(own, path)) == 0)
            return *files.from;
    }
    return NULL;
}

static bool holds_folder(const a3_subject *subject, const char *folder, a3_arena *arena)
{
    size_t size = strlen(folder), site = strlen(SITE);
    if (strncmp(folder, SITE, site) == 0 && (folder[site] == '\0' || folder[site] == '/')) {
        const char *within = folder + site + (folder[site] == '/');
        size_t length = strlen(within);
        for (size_t i = 0; i < subject->file_count; i++) /* most files, without a copy of each name */
            if (strncmp(subject->files[i].name, within, length) == 0 && (length == 0 || subject->files[i].name[length] == '/'))
                return true;
    }
    for (size_t i = 0; i < subject->file_count; i++) {
        const char *own = strstr(subject->files[i].name, ".data/") || strstr(subject->files[i].name, "..") ? installed(&subject->files[i], arena) : NULL;
        if (own != NULL && strncmp(own, folder, size) == 0 && (size == 0 || own[size] == '/'))
            return true;
    }
    return false;
}

static bool requires(const a3_subject *subject, const char *name, size_t size, a3_arena *arena)
{
    const char *wanted = subject->required.count > 0 ? a3_strndup(arena, name, size) : NULL;
    for (size_t i = 0; wanted != NULL && i < subject->required.count; i++)
        if (a3_name_equal(subject->required.items[i], wanted))
            return true;
    return false;
}

/* Folders that the tools which put libraries into wheels make for one wheel alone: ".dylibs", ".libs", "NAME.libs". */
static bool is_private(const a3_subject *subject, const char *folder, a3_arena *arena)
{
    for (const char *at = folder; *at != '\0';) {
        size_t size = strcspn(at, "/"), ending = size > 5 && strncmp(at + size - 5, ".libs", 5) == 0 ? 5 : size > 7 && strncmp(at + size - 7, ".dylibs", 7) == 0 ? 7 : 0;
        if ((size == 7 && strncmp(at, ".dylibs", 7) == 0) || (size == 5 && strncmp(at, ".libs", 5) == 0) ||
            (ending > 0 && !requires(subject, at, size - ending, arena)))
            return true;
        at += size + (at[size] == '/');
    }
    return false;
}

/* The entries that might lead to a library which is not in the input. */
typedef struct leads {
    const char *others, *own; /* to a folder that other distributions may fill, to one that is the input's own; NULL: none */
} leads;

static void note_lead(search *s, const char *folder, const char *entry, leads *out)
{
    if (folder == NULL || !spend(s, STEPS_OF_PATH + s->subject->required.count))
        return;
    if (is_private(s->subject, folder, &s->scratch))
        out->own = out->own ? out->own : entry;
    else if (out->others == NULL && spend(s, s->subject->file_count) && !holds_folder(s->subject, folder, &s->scratch))
        out->others = entry;
}

/* ---- who needs whom ---- */

static int by_object_name(const void *a, const void *b) { return strcasecmp(((const a3_named_object *)a)->name, ((const a3_named_object *)b)->name); }

static const char *object_name_at(const void *list, size_t i) { return ((const a3_named_object *)list)[i].name; }

/* The rows of that name: the first, and how many. */
static const a3_named_object *rows_of(const a3_named_objects *list, const char *name, size_t *count)
{
    size_t first = place_of(list->items, list->count, object_name_at, name, false);
    *count = place_of(list->items, list->count, object_name_at, name, true) - first;
    return *count > 0 ? list->items + first : NULL;
}

bool a3_input_needs(const a3_subject *subject, const char *library)
{
    size_t count;
    return rows_of(&subject->needers, a3_basename(library), &count) != NULL;
}

/* ---- one library ---- */

/* false: it is there already. */
static bool meet(search *s, const a3_object *object)
{
    size_t most = sizeof s->met / sizeof *s->met, at = (uintptr_t)object / sizeof *object % most;
    while (s->met[at] != NULL && s->met[at] != object)
        at = (at + 1) % most;
    if (s->met[at] == object)
        return false;
    s->met[at] = s->chain[s->chained++] = object;
    return true;
}

static void gather_loaders(search *s, const a3_object *object)
{
    memset(s->met, 0, sizeof s->met);
    s->chained = 0;
    meet(s, object);
    for (size_t at = 0; at < s->chained; at++) {
        const char *const names[] = {a3_basename(s->chain[at]->file->name), s->chain[at]->soname ? a3_basename(s->chain[at]->soname) : NULL};
        for (size_t n = 0; n < 2; n++) {
            size_t count = 0;
            const a3_named_object *row = names[n] ? rows_of(&s->subject->needers, names[n], &count) : NULL;
            for (size_t i = 0; i < count && s->chained < MOST_LOADERS && spend(s, 1); i++)
                if (row[i].object->arch == object->arch && row[i].object->format == object->format)
                    meet(s, row[i].object);
        }
    }
}

static bool android(const a3_subject *subject)
{
    return subject->platforms.count > 0 && subject->platforms.items[0].platform.family == A3_PLATFORM_ANDROID;
}

/* Search paths of object `at` of the chain that its loader uses for needs of chain[0]. */
static const a3_strings *paths_of(const search *s, size_t at, unsigned which)
{
    static const a3_strings none = {0};
    const a3_object *self = s->chain[0], *other = s->chain[at];
    if (other->format == A3_FORMAT_MACHO)
        return which == 0 ? &other->rpaths : &none; /* of all that are on the way from the program to here */
    if (self->os == A3_OS_ANDROID || android(s->subject))
        return which == 1 && at == 0 ? &other->runpaths : &none;
    if (self->libc == A3_LIBC_MUSL)
        return which == 0 ? &other->rpaths : &other->runpaths; /* one like the other, of all loaders */
    if (which == 1)
        return at == 0 ? &other->runpaths : &none;
    return self->runpaths.count == 0 && other->runpaths.count == 0 ? &other->rpaths : &none;
}

static const a3_file *by_paths(search *s, const char *name, leads *out)
{
    bool macho = s->chain[0]->format == A3_FORMAT_MACHO;
    for (size_t at = 0; at < s->chained; at++)
        for (unsigned which = 0; which < 2; which++) {
            const a3_strings *paths = paths_of(s, at, which);
            for (size_t i = 0; i < paths->count && spend(s, STEPS_OF_PATH); i++) {
                const char *path = meant(s->chain[at], paths->items[i], name, &s->scratch);
                const a3_file *file = path ? file_at(s, path, macho) : NULL;
                if (file != NULL)
                    return file;
                if (!s->system)
                    note_lead(s, meant(s->chain[at], paths->items[i], "", &s->scratch), paths->items[i], out);
            }
        }
    return NULL;
}

/* dyld: "@loader_path/x" and the like name one file; "@rpath/x" is looked for along the search paths. */
static const a3_file *by_install_name(search *s, const char *name, leads *out)
{
    if (a3_has_prefix(name, "@rpath/"))
        return by_paths(s, name + strlen("@rpath/"), out);
    const char *path = meant(s->chain[0], name, "", &s->scratch);
    const a3_file *file = path ? file_at(s, path, true) : NULL;
    if (file == NULL && path != NULL && strchr(path, '/') != NULL)
        note_lead(s, a3_strndup(&s->scratch, path, (size_t)(strrchr(path, '/') - path)), name, out);
    return file;
}

/* Windows: the folder of the module that Python loads, for all that it loads; a loaded DLL serves all by its name. */
static const a3_file *by_folder(search *s, const char *name)
{
    for (size_t at = 0; at < s->chained && spend(s, STEPS_OF_PATH); at++) {
        const char *self = installed(s->chain[at]->file, &s->scratch);
        const char *path = self ? a3_printf(&s->scratch, "%.*s%s", (int)(strlen(self) - strlen(a3_basename(self))), self, name) : NULL;
        const a3_file *file = path ? file_at(s, path, true) : NULL;
        if (file != NULL)
            return file;
    }
    return NULL;
}

/* A file of that name, or one that goes by that name once it is loaded. Wheels for Pyodide: the runtime loads all that the
 * wheel holds, by name. */
static const a3_file *by_name(search *s, const char *name)
{
    const char *base = a3_basename(name);
    file_range files = files_of(s->subject, base);
    bool exact = s->chain[0]->format == A3_FORMAT_ELF || s->chain[0]->format == A3_FORMAT_WASM;
    for (; files.from < files.end && spend(s, 1); files.from++)
        if (!exact || strcmp(a3_basename((*files.from)->name), base) == 0)
            return *files.from;
    size_t count;
    const a3_named_object *row = rows_of(&s->sonames, base, &count);
    for (size_t i = 0; s->chain[0]->format != A3_FORMAT_PE && i < count && spend(s, 1); i++) /* Windows knows loaded DLLs by their files' names alone */
        if (!exact || strcmp(row[i].name, base) == 0)
            return row[i].object->file;
    return NULL;
}

static const a3_file *by_rules_of(search *s, const char *name, leads *out)
{
    switch (s->chain[0]->format) {
    case A3_FORMAT_ELF: return strchr(name, '/') == NULL ? by_paths(s, name, out) : NULL;
    case A3_FORMAT_MACHO: return by_install_name(s, name, out);
    case A3_FORMAT_PE: return by_folder(s, name);
    default: return NULL;
    }
}

/* Does one that loads the object load this library too, and finds it? Then it is there by its name already. */
static const a3_file *loaded_before(search *s, const char *name)
{
    for (size_t at = 1; at < s->chained && spend(s, s->chain[at]->needed.count); at++) {
        const a3_object *loader = s->chain[at];
        for (size_t i = 0; i < loader->needed.count; i++)
            if (loader->libraries != NULL && loader->needed.items[i].name != NULL && strcmp(loader->needed.items[i].name, name) == 0 &&
                loader->libraries[i].place == A3_PLACE_FOUND)
                return loader->libraries[i].file;
    }
    return NULL;
}

static void settle(search *s, const a3_object *object, size_t index, bool again)
{
    a3_library *library = &object->libraries[index];
    const char *name = object->needed.items[index].name;
    leads found = {NULL, NULL};
    if (name == NULL || library->place == A3_PLACE_FOUND)
        return;
    s->system = object->format != A3_FORMAT_PE && (a3_system_library(object->os, name) || a3_pylib_parse(name, NULL));
    if (again && library->place != A3_PLACE_ASTRAY && (s->system || object->format == A3_FORMAT_PE))
        return; /* the common case: nothing in the input has the name */
    if (!again) {
        s->chain[0] = object;
        s->chained = 1;
    } else if (!s->whole || s->chain[0] != object) {
        gather_loaders(s, object);
        s->whole = true;
    }
    const a3_file *file = by_rules_of(s, name, &found);
    if (file == NULL && again)
        file = loaded_before(s, name);
    if (file == NULL && object->format == A3_FORMAT_WASM)
        file = by_name(s, name);
    if (file != NULL) {
        *library = (a3_library){.place = A3_PLACE_FOUND, .file = file};
        return;
    }
    file = by_name(s, name);
    if (file != NULL && file != object->file)
        *library = (a3_library){.place = A3_PLACE_ASTRAY, .file = file};
    else if (found.others != NULL)
        *library = (a3_library){.place = A3_PLACE_ELSEWHERE, .entry = found.others};
    else
        *library = (a3_library){.place = A3_PLACE_NOWHERE, .entry = found.own};
}

/* ---- all ---- */

static void name_object(a3_arena *arena, a3_named_objects *list, const char *name, const a3_object *object)
{
    a3_named_object *row = A3_PUSH(arena, list);
    if (row != NULL)
        *row = (a3_named_object){a3_basename(name), object};
}

static void index_objects(search *s)
{
    a3_subject *subject = s->subject;
    for (size_t f = 0; f < subject->file_count; f++) {
        a3_file *file = &subject->files[f];
        subject->loads_libraries |= file->loads_libraries;
        for (size_t i = 0; i < file->objects.count; i++) {
            a3_object *object = &file->objects.items[i];
            object->libraries = A3_NEW_ARRAY(&subject->arena, a3_library, object->needed.count);
            for (size_t k = 0; k < object->needed.count; k++)
                if (object->needed.items[k].name != NULL)
                    name_object(&subject->arena, &subject->needers, object->needed.items[k].name, object);
            if (object->soname != NULL && strcmp(a3_basename(object->soname), a3_basename(file->name)) != 0)
                name_object(&subject->arena, &s->sonames, object->soname, object);
        }
    }
    a3_named_objects *const lists[] = {&subject->needers, &s->sonames};
    for (size_t i = 0; i < 2; i++)
        if (lists[i]->count > 0)
            qsort(lists[i]->items, lists[i]->count, sizeof *lists[i]->items, by_object_name);
}

/* The object's own paths first, of all objects; what these leave open then has the paths of the loaders, which must have
 * found theirs. */
void a3_libraries_finish(a3_subject *subject)
{
    search *s = A3_NEW(&subject->arena, search);
    if (s == NULL)
        return;
    s->subject = subject;
    a3_list_required(subject);
    index_objects(s);
    for (int again = 0; again < 2; again++)
        for (size_t f = 0; f < subject->file_count; f++)
            for (size_t i = 0; i < subject->files[f].objects.count; i++) {
                a3_object *object = &subject->files[f].objects.items[i];
                for (size_t k = 0; object->libraries != NULL && k < object->needed.count && !subject->libraries_cut; k++) {
                    a3_arena_init(&s->scratch, subject->how->limits.arena);
                    settle(s, object, k, again);
                    if (s->scratch.failed)
                        a3_arena_fail(&subject->arena);
                    a3_arena_free(&s->scratch);
                }
            }
    a3_find_bringers(subject);
}

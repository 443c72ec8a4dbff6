/* SPDX-License-Identifier: MIT */
#include "wheel/name.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "wheel/pep440.h"

enum { INDEX_NAME_MAX = 246 }; /* bytes that the index can store */

static bool digit(char c) { return c >= '0' && c <= '9'; }
static bool separator(char c) { return c == '-' || c == '_' || c == '.'; }
static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c; }

/* ---- project names ---- */

char *a3_name_normalise(a3_arena *arena, const char *name, char between)
{
    char *out = a3_alloc(arena, strlen(name) + 1), *to = out;
    for (const char *p = name; out != NULL && *p != '\0'; p++)
        if (!separator(*p))
            *to++ = lower(*p);
        else if (p == name || !separator(p[-1]))
            *to++ = between;
    return out;
}

bool a3_name_valid(const char *name, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (!a3_is_alnum(name[i]) && !separator(name[i]))
            return false;
    return size > 0 && a3_is_alnum(name[0]) && a3_is_alnum(name[size - 1]);
}

/* The next character of the normal form; moves *p behind what it stands for. */
static char normal_next(const char **p)
{
    char c = *(*p)++;
    if (!separator(c))
        return lower(c);
    while (separator(**p))
        (*p)++;
    return '-';
}

bool a3_name_equal(const char *a, const char *b)
{
    while (*a != '\0' && *b != '\0')
        if (normal_next(&a) != normal_next(&b))
            return false;
    return *a == *b;
}

/* As current tools write it in file names: lower case, single underscores, nothing else between. */
static bool escaped(const char *name)
{
    size_t size = strlen(name);
    for (size_t i = 0; i < size; i++)
        if (!a3_is_alnum(name[i]) && name[i] != '_')
            return false;
        else if (lower(name[i]) != name[i] || (name[i] == '_' && name[i + 1] == '_'))
            return false;
    return a3_name_valid(name, size);
}

/* ---- the file name ---- */

/* Splits at dashes: name, version, (build,) python, abi, platform. */
static bool split(a3_arena *arena, const char *stem, size_t size, a3_wheel_name *out)
{
    const char *fields[6];
    size_t count = 0, start = 0;
    for (size_t i = 0; i <= size; i++) {
        if (i < size && stem[i] != '-')
            continue;
        if (count == 6 || (fields[count++] = a3_strndup(arena, stem + start, i - start)) == NULL)
            return false;
        start = i + 1;
    }
    if (count < 5)
        return false;
    out->name = fields[0];
    out->version = fields[1];
    out->build = count == 6 ? fields[2] : NULL;
    out->python = fields[count - 3];
    out->abi = fields[count - 2];
    out->platform = fields[count - 1];
    out->normalised = a3_name_normalise(arena, out->name, '-');
    a3_strings *const columns[] = {&out->tags.python, &out->tags.abi, &out->tags.platform};
    for (size_t i = 0; i < 3; i++)
        if (a3_tag_set_parse(arena, fields[count - 3 + i], strlen(fields[count - 3 + i]), columns[i], NULL) != A3_OK)
            return false;
    return out->normalised != NULL;
}

/* printf of `format` with the repr of the name, in the server's words; NULL where it has none. */
static const char *said(a3_arena *arena, const char *format, const char *name, size_t size)
{
    char *text = a3_strndup(arena, name, size);
    const char *shown = text ? a3_fault_repr(arena, text) : NULL;
    return shown ? a3_printf(arena, format, shown) : NULL;
}

#define FAULT(code, index, ...) A3_FAULT(arena, faults, code, index, 0, NULL, __VA_ARGS__)
#define REFUSED(code, format, name, size, ...) A3_FAULT(arena, faults, code, A3_INDEX_REFUSES, 0, said(arena, format, name, size), __VA_ARGS__)
#define QUOTE(text) a3_fault_quote(arena, (text), strlen(text))

static const char *bad_build(a3_arena *arena, const char *stem, size_t size, const char *build)
{
    const char *in = said(arena, "%s", stem, size);
    return in ? a3_printf(arena, "Invalid build number: %s in %s", build, in) : NULL;
}

static void check_name(a3_arena *arena, const char *stem, size_t stem_size, const a3_wheel_name *name, a3_faults *faults)
{
    static const char invalid[] = "Invalid project name: %s";
    size_t size = strlen(name->name);
    size_t without = size > 0 && name->name[size - 1] == '\n' ? size - 1 : size;
    if (size == 0)
        FAULT(A3_FAULT_NAME_STRICT, A3_INDEX_REFUSES,
              "the project's name is empty: installers with packaging 26.3 or later refuse it");
    else if (strstr(name->name, "__") != NULL)
        REFUSED(A3_FAULT_NAME, invalid, stem, stem_size, "the project's name %s holds a double underscore", QUOTE(name->name));
    else if (!a3_words(name->name, without, "."))
        REFUSED(A3_FAULT_NAME, invalid, stem, stem_size, "the project's name %s holds characters other than letters, digits, '_' and '.'",
                QUOTE(name->name));
    else if (without < size)
        FAULT(A3_FAULT_NAME_STRICT, A3_INDEX_REFUSES,
              "the project's name ends in a line feed: installers with packaging 26.3 or later refuse it");
    else if (!escaped(name->name)) {
        char *normal = a3_name_normalise(arena, name->name, '_'), *whole = a3_strndup(arena, stem, stem_size);
        const char *file = whole ? a3_fault_repr(arena, whole) : NULL, *own = a3_fault_repr(arena, name->name);
        const char *server = file && own && normal ? a3_printf(arena, "Filename %.*s.whl' should contain the normalized project name '%s', not %s.",
                                                               (int)strlen(file) - 1, file, normal, own) : NULL;
        A3_FAULT(arena, faults, A3_FAULT_NAME_INDEX, A3_INDEX_REFUSES, 0, server, "the project's name %s is not in its normal form '%s'",
                 QUOTE(name->name), normal ? normal : "");
    }
}

static void check_version(a3_arena *arena, const char *stem, size_t stem_size, const a3_wheel_name *name, a3_faults *faults)
{
    a3_pep440 version;
    a3_buf normal = A3_BUF_INIT;
    if (!a3_pep440_parse(arena, name->version, strlen(name->version), &version)) {
        REFUSED(A3_FAULT_NAME, "Invalid wheel filename (invalid version): %s", stem, stem_size, "%s is no version (PEP 440)", QUOTE(name->version));
        return;
    }
    a3_pep440_format(&normal, &version);
    if (strcmp(a3_buf_text(&normal), name->version) != 0)
        FAULT(A3_FAULT_NAME_STYLE, A3_INDEX_NOTHING, "the version %s is not in its normal form %s", QUOTE(name->version),
              QUOTE(a3_buf_text(&normal)));
    a3_buf_free(&normal);
}

/* Python's str.isidentifier: combining marks may stand in it too. */
static bool identifier(const char *text)
{
    size_t size = strlen(text);
    uint32_t code = 0;
    if (size == 0 || digit(*text))
        return false;
    for (size_t pos = 0, step; pos < size; pos += step) {
        step = a3_utf8_decode(text + pos, size - pos, &code);
        bool mark = pos > 0 && code >= 0x300 && code <= 0x36f;
        if (step == 0 || !(code < 0x80 ? a3_is_alnum((char)code) || code == '_' : a3_word_code(code) || mark))
            return false;
    }
    return true;
}

static void check_tags(a3_arena *arena, const a3_wheel_name *name, a3_faults *faults)
{
    static const char *const what[] = {"interpreter", "ABI", "platform"};
    const a3_strings *const columns[] = {&name->tags.python, &name->tags.abi, &name->tags.platform};
    for (size_t i = 0; i < 3; i++) {
        a3_index_answer index = i == 2 ? A3_INDEX_REFUSES : A3_INDEX_NOTHING;
        for (size_t j = 0; j < columns[i]->count; j++) {
            const char *tag = columns[i]->items[j];
            if (*tag == '\0')
                FAULT(A3_FAULT_NAME_STRICT, index, "an empty %s tag: installers with packaging 26.3 or later refuse it", what[i]);
            else if (i == 0 && !identifier(tag))
                FAULT(A3_FAULT_NAME_STRICT, index,
                      "the interpreter tag %s is no identifier: installers with packaging 26.3 or later refuse it", QUOTE(tag));
        }
    }
}

static void check_characters(a3_arena *arena, const char *basename, a3_faults *faults)
{
    size_t size = strlen(basename);
    for (const char *p = basename; *p != '\0'; p++) {
        if ((unsigned char)*p < 0x20 || *p == 0x7f || *p == '/' || *p == '\\') {
            A3_FAULT(arena, faults, A3_FAULT_NAME_INDEX, A3_INDEX_REFUSES, 0,
                     *p == '/' || *p == '\\' ? "Cannot upload a file with '/' or '\\' in the name."
                                            : "Cannot upload a file with non-printable characters (ordinals 0-31) or the DEL character (ordinal 127) in the name.",
                     "the name holds the character 0x%02x", (unsigned char)*p);
            break;
        }
    }
    if (size > INDEX_NAME_MAX)
        A3_FAULT(arena, faults, A3_FAULT_NAME_INDEX, A3_INDEX_REFUSES, 0, a3_printf(arena, "Filename is too long: '%s'", basename),
                 "the name is %zu bytes long, %d are allowed", size, INDEX_NAME_MAX);
}

a3_status a3_wheel_name_parse(a3_arena *arena, const char *basename, a3_wheel_name *out, a3_faults *faults)
{
    size_t size = strlen(basename), before = faults->totals[A3_FAULT_NAME];
    *out = (a3_wheel_name){.valid = false};
    check_characters(arena, basename, faults);
    if (!a3_has_suffix(basename, ".whl"))
        A3_FAULT(arena, faults, A3_FAULT_NAME, A3_INDEX_REFUSES, 0, "Invalid file extension: Use .tar.gz, .whl or .zip extension.",
                 "the name does not end in '.whl'");
    if (size >= 4 && strcasecmp(basename + size - 4, ".whl") == 0)
        size -= 4;
    out->split = split(arena, basename, size, out);
    if (arena->failed)
        return A3_NOMEM;
    if (!out->split) {
        REFUSED(A3_FAULT_NAME, "Invalid wheel filename (wrong number of parts): %s", basename, size,
                "the name is not made of 5 or 6 parts (name-version[-build]-python-abi-platform)");
    } else {
        check_name(arena, basename, size, out, faults);
        check_version(arena, basename, size, out, faults);
        if (out->build != NULL && !digit(out->build[0]))
            A3_FAULT(arena, faults, A3_FAULT_NAME, A3_INDEX_REFUSES, 0, bad_build(arena, basename, size, out->build),
                     "the build tag %s does not start with a digit", QUOTE(out->build));
        check_tags(arena, out, faults);
    }
    out->valid = faults->totals[A3_FAULT_NAME] == before;
    return arena->failed ? A3_NOMEM : A3_OK;
}

bool a3_dist_dir_parse(a3_arena *arena, const char *directory, size_t size, a3_dist_dir *out)
{
    static const char *const endings[] = {".dist-info", ".data"};
    *out = (a3_dist_dir){.is_data = false};
    for (size_t i = 0; i < 2; i++) {
        size_t length = strlen(endings[i]);
        if (size <= length || memcmp(directory + size - length, endings[i], length) != 0)
            continue;
        size -= length;
        const char *dash = memchr(directory, '-', size);
        if (dash == NULL || dash == directory || memchr(directory, '/', size) != NULL)
            return false;
        out->is_data = i == 1;
        out->name = a3_strndup(arena, directory, (size_t)(dash - directory));
        out->version = a3_strndup(arena, dash + 1, size - (size_t)(dash + 1 - directory));
        return out->name != NULL && out->version != NULL;
    }
    return false;
}

char *a3_wheel_name_format(a3_arena *arena, const a3_wheel_name *parts)
{
    return a3_printf(arena, "%s-%s%s%s-%s-%s-%s.whl", parts->name, parts->version, parts->build ? "-" : "",
                     parts->build ? parts->build : "", parts->python, parts->abi, parts->platform);
}

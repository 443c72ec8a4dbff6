/* SPDX-License-Identifier: MIT */
#include "wheel/tags.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool digit(char c) { return c >= '0' && c <= '9'; }
static bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
static a3_status no_memory(a3_err *err) { return a3_fail(err, A3_NOMEM, "out of memory for tags"); }

/* ---- sets ---- */

a3_status a3_tag_set_parse(a3_arena *arena, const char *text, size_t size, a3_strings *out, a3_err *err)
{
    *out = (a3_strings){0};
    for (size_t start = 0; start <= size;) {
        const char *dot = memchr(text + start, '.', size - start);
        size_t end = dot ? (size_t)(dot - text) : size;
        const char **element = A3_PUSH(arena, out);
        if (element == NULL || (*element = a3_strndup(arena, text + start, end - start)) == NULL)
            return no_memory(err);
        start = end + 1;
    }
    return A3_OK;
}

a3_status a3_tags_parse(a3_arena *arena, const char *text, size_t size, a3_tag_sets *out, a3_err *err)
{
    a3_strings *const columns[] = {&out->python, &out->abi, &out->platform};
    *out = (a3_tag_sets){.python = {0}};
    for (size_t i = 0; i < 3; i++) {
        const char *dash = memchr(text, '-', size);
        if ((dash == NULL) != (i == 2))
            return a3_fail(err, A3_INVALID, "a tag has three parts, PYTHON-ABI-PLATFORM");
        size_t length = dash ? (size_t)(dash - text) : size;
        if (a3_tag_set_parse(arena, text, length, columns[i], err) != A3_OK)
            return A3_NOMEM;
        if (dash != NULL) {
            text = dash + 1;
            size -= length + 1;
        }
    }
    return A3_OK;
}

static const char *implausible(const a3_strings *set)
{
    for (size_t i = 0; i < set->count; i++) {
        if (set->items[i][0] == '\0')
            return "";
        for (const char *p = set->items[i]; *p != '\0'; p++)
            if (!letter(*p) && !digit(*p) && *p != '_')
                return set->items[i];
    }
    return NULL;
}

a3_status a3_claim_parse(a3_arena *arena, const char *text, a3_tag_sets *out, a3_err *err)
{
    size_t size = strlen(text), dashes = 0;
    for (size_t i = 0; i < size; i++)
        dashes += text[i] == '-';
    *out = (a3_tag_sets){.python = {0}};
    if (dashes != 1 && dashes != 2)
        return a3_fail(err, A3_INVALID, "'%s': a claim is PYTHON-ABI or PYTHON-ABI-PLATFORM, as in cp315-abi3.abi3t", text);
    const char *dash = memchr(text, '-', size);
    a3_status status;
    if (dashes == 2) {
        status = a3_tags_parse(arena, text, size, out, err);
    } else {
        status = a3_tag_set_parse(arena, text, (size_t)(dash - text), &out->python, err);
        if (status == A3_OK)
            status = a3_tag_set_parse(arena, dash + 1, size - (size_t)(dash + 1 - text), &out->abi, err);
    }
    if (status != A3_OK)
        return status;
    const a3_strings *const columns[] = {&out->python, &out->abi, &out->platform};
    for (size_t i = 0; i < 3; i++) {
        const char *bad = implausible(columns[i]);
        if (bad != NULL)
            return a3_fail(err, A3_INVALID, *bad ? "'%s': '%s' is no tag" : "'%s': an empty tag", text, bad);
    }
    for (size_t i = 0; i < out->python.count; i++) {
        a3_python_tag python = a3_python_tag_parse(out->python.items[i]);
        if (python.free_threaded)
            return a3_fail(err, A3_INVALID,
                           "'%s': an interpreter tag never has a 't', free threading is said by the ABI tag (cp315-abi3t)",
                           out->python.items[i]);
        if (!python.valid)
            return a3_fail(err, A3_INVALID, "'%s' is no interpreter tag (cp315, py3, ...)", out->python.items[i]);
    }
    return A3_OK;
}

bool a3_tag_set_has(const a3_strings *set, const char *element)
{
    for (size_t i = 0; i < set->count; i++)
        if (strcasecmp(set->items[i], element) == 0)
            return true;
    return false;
}

bool a3_tag_set_sorted(const a3_strings *set)
{
    for (size_t i = 1; i < set->count; i++)
        if (strcmp(set->items[i - 1], set->items[i]) >= 0)
            return false;
    return true;
}

bool a3_tags_sorted(const a3_tag_sets *tags)
{
    return a3_tag_set_sorted(&tags->python) && a3_tag_set_sorted(&tags->abi) && a3_tag_set_sorted(&tags->platform);
}

static int by_text(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

static char *lower(a3_arena *arena, const char *text)
{
    char *copy = a3_strdup(arena, text);
    for (char *p = copy; p != NULL && *p != '\0'; p++)
        if (*p >= 'A' && *p <= 'Z')
            *p = (char)(*p + ('a' - 'A'));
    return copy;
}

static bool normalise(a3_arena *arena, const a3_strings *set, a3_strings *out)
{
    const char **items = A3_NEW_ARRAY(arena, const char *, set->count);
    size_t count = 0;
    *out = (a3_strings){0};
    if (items == NULL)
        return false;
    for (size_t i = 0; i < set->count; i++)
        if ((items[i] = lower(arena, set->items[i])) == NULL)
            return false;
    if (set->count > 1)
        qsort(items, set->count, sizeof *items, by_text);
    for (size_t i = 0; i < set->count; i++)
        if (count == 0 || strcmp(items[count - 1], items[i]) != 0)
            items[count++] = items[i];
    *out = (a3_strings){items, count, set->count};
    return true;
}

a3_status a3_tags_normalise(a3_arena *arena, const a3_tag_sets *tags, a3_tag_sets *out)
{
    return normalise(arena, &tags->python, &out->python) && normalise(arena, &tags->abi, &out->abi) &&
                   normalise(arena, &tags->platform, &out->platform)
               ? A3_OK
               : A3_NOMEM;
}

/* Sets come from file names, whose length bounds them: quadratic work is small. */
static bool subset(const a3_strings *a, const a3_strings *b)
{
    for (size_t i = 0; i < a->count; i++)
        if (!a3_tag_set_has(b, a->items[i]))
            return false;
    return true;
}

bool a3_tag_set_equal(const a3_strings *a, const a3_strings *b) { return subset(a, b) && subset(b, a); }

bool a3_tags_equal(const a3_tag_sets *a, const a3_tag_sets *b)
{
    return a3_tag_set_equal(&a->python, &b->python) && a3_tag_set_equal(&a->abi, &b->abi) &&
           a3_tag_set_equal(&a->platform, &b->platform);
}

/* ---- single tags ---- */

size_t a3_tags_product(const a3_tag_sets *tags)
{
    size_t product = 0;
    if (__builtin_mul_overflow(tags->python.count, tags->abi.count, &product) ||
        __builtin_mul_overflow(product, tags->platform.count, &product))
        return SIZE_MAX;
    return product;
}

static int compare_tags(const a3_tag *a, const a3_tag *b)
{
    int order = strcmp(a->python, b->python);
    if (order == 0)
        order = strcmp(a->abi, b->abi);
    return order ? order : strcmp(a->platform, b->platform);
}

static int by_tag(const void *a, const void *b) { return compare_tags(a, b); }

static void sort_unique(a3_tag_list *list)
{
    size_t count = 0;
    if (list->count > 1)
        qsort(list->items, list->count, sizeof *list->items, by_tag);
    for (size_t i = 0; i < list->count; i++)
        if (count == 0 || compare_tags(&list->items[count - 1], &list->items[i]) != 0)
            list->items[count++] = list->items[i];
    list->count = count;
}

/* Appends the product. */
static a3_status expand(a3_arena *arena, const a3_tag_sets *tags, a3_tag_list *out, a3_err *err)
{
    a3_tag_sets sets;
    if (a3_tags_product(tags) > A3_TAGS_PRODUCT_MAX - out->count)
        return a3_fail(err, A3_LIMIT, "more than %d tags", A3_TAGS_PRODUCT_MAX);
    if (a3_tags_normalise(arena, tags, &sets) != A3_OK)
        return no_memory(err);
    for (size_t i = 0; i < sets.python.count; i++)
        for (size_t j = 0; j < sets.abi.count; j++)
            for (size_t k = 0; k < sets.platform.count; k++) {
                a3_tag *tag = A3_PUSH(arena, out);
                if (tag == NULL)
                    return no_memory(err);
                *tag = (a3_tag){sets.python.items[i], sets.abi.items[j], sets.platform.items[k]};
            }
    return A3_OK;
}

a3_status a3_tags_expand(a3_arena *arena, const a3_tag_sets *tags, a3_tag_list *out, a3_err *err)
{
    *out = (a3_tag_list){0};
    a3_status status = expand(arena, tags, out, err);
    sort_unique(out);
    return status;
}

static a3_status expand_list(a3_arena *arena, const a3_tag_list *list, a3_tag_list *out, a3_err *err)
{
    *out = (a3_tag_list){0};
    for (size_t i = 0; i < list->count; i++) {
        const a3_tag *tag = &list->items[i];
        a3_tag_sets sets;
        if (a3_tag_set_parse(arena, tag->python, strlen(tag->python), &sets.python, err) != A3_OK ||
            a3_tag_set_parse(arena, tag->abi, strlen(tag->abi), &sets.abi, err) != A3_OK ||
            a3_tag_set_parse(arena, tag->platform, strlen(tag->platform), &sets.platform, err) != A3_OK)
            return A3_NOMEM;
        a3_status status = expand(arena, &sets, out, err);
        if (status != A3_OK)
            return status;
    }
    sort_unique(out);
    return A3_OK;
}

a3_status a3_tags_compare(a3_arena *arena, const a3_tag_sets *tags, const a3_tag_list *list, a3_tag_list *only_tags,
                          a3_tag_list *only_list, a3_err *err)
{
    a3_tag_list a, b;
    size_t i = 0, j = 0;
    *only_tags = *only_list = (a3_tag_list){0};
    a3_status status = a3_tags_expand(arena, tags, &a, err);
    if (status == A3_OK)
        status = expand_list(arena, list, &b, err);
    while (status == A3_OK && (i < a.count || j < b.count)) {
        int order = i == a.count ? 1 : j == b.count ? -1 : compare_tags(&a.items[i], &b.items[j]);
        if (order != 0) {
            a3_tag_list *to = order < 0 ? only_tags : only_list;
            a3_tag *new = A3_PUSH(arena, to);
            if (new == NULL)
                return no_memory(err);
            *new = order < 0 ? a.items[i] : b.items[j];
        }
        i += order <= 0;
        j += order >= 0;
    }
    return status;
}

/* ---- text ---- */

void a3_tag_set_format(a3_buf *out, const a3_strings *set)
{
    for (size_t i = 0; i < set->count; i++) {
        if (i > 0)
            a3_buf_char(out, '.');
        a3_buf_str(out, set->items[i]);
    }
}

void a3_tags_format(a3_buf *out, const a3_tag_sets *tags)
{
    a3_tag_set_format(out, &tags->python);
    a3_buf_char(out, '-');
    a3_tag_set_format(out, &tags->abi);
    if (tags->platform.count > 0) {
        a3_buf_char(out, '-');
        a3_tag_set_format(out, &tags->platform);
    }
}

void a3_tag_format(a3_buf *out, const a3_tag *tag) { a3_buf_printf(out, "%s-%s-%s", tag->python, tag->abi, tag->platform); }

/* ---- the interpreter and ABI tags ---- */

/* One digit of the major version, the rest is the minor. 0: too long or not all there. */
static a3_version version_of(const char *digits, size_t size, bool *has_minor)
{
    unsigned minor = 0;
    *has_minor = size > 1;
    if (size == 0 || size > 4)
        return 0;
    for (size_t i = 1; i < size; i++)
        minor = minor * 10 + (unsigned)(digits[i] - '0');
    return minor > 255 ? 0 : A3_VERSION((unsigned)(digits[0] - '0'), minor);
}

a3_python_tag a3_python_tag_parse(const char *tag)
{
    a3_python_tag out = {.impl = A3_PYTHON_OTHER};
    size_t letters = 0, digits = 0;
    while (letter(tag[letters]))
        letters++;
    while (digit(tag[letters + digits]))
        digits++;
    const char *rest = tag + letters + digits;
    static const char *const names[] = {"py", "cp", "pp"};
    for (size_t i = 0; i < 3; i++)
        if (letters == 2 && strncasecmp(tag, names[i], 2) == 0)
            out.impl = (a3_python_impl)i;
    out.version = version_of(tag + letters, digits, &out.has_minor);
    out.free_threaded = digits > 0 && strcasecmp(rest, "t") == 0 && out.impl != A3_PYTHON_OTHER;
    if (out.impl == A3_PYTHON_OTHER)
        out.valid = letters > 0;
    else
        out.valid = out.version != 0 && (*rest == '\0' || out.free_threaded);
    return out;
}

a3_version a3_tags_floor(const a3_strings *python)
{
    a3_version floor = 0;
    for (size_t i = 0; i < python->count; i++) {
        a3_python_tag tag = a3_python_tag_parse(python->items[i]);
        if (tag.version >= A3_VERSION(3, 0) && (floor == 0 || tag.version < floor))
            floor = tag.version;
    }
    return floor;
}

bool a3_abi_is_stable(const char *abi) { return strcasecmp(abi, "abi3") == 0 || strcasecmp(abi, "abi3t") == 0; }

a3_version a3_abi_tag_version(const char *abi, bool *free_threaded, bool *debug)
{
    bool threads = false, debugging = false, has_minor;
    size_t digits = 0;
    if (strncasecmp(abi, "cp", 2) != 0)
        return 0;
    abi += 2;
    while (digit(abi[digits]))
        digits++;
    a3_version version = version_of(abi, digits, &has_minor);
    for (const char *p = abi + digits; *p != '\0'; p++) {
        threads |= *p == 't' || *p == 'T';
        debugging |= *p == 'd' || *p == 'D';
        if (strchr("tdmuTDMU", *p) == NULL)
            return 0;
    }
    if (free_threaded != NULL)
        *free_threaded = threads;
    if (debug != NULL)
        *debug = debugging;
    return has_minor ? version : 0;
}

/* SPDX-License-Identifier: MIT */
/* Symbol versions: DT_VERNEED and DT_VERDEF give names to the indices in DT_VERSYM. Source: Linux Standard Base, "Symbol
 * Versioning". Both are chains of records linked by distances, so every step burns fuel. */
#include <string.h>

#include "image/elf.h"

enum { INDEX = 0x7fff, FLAG_BASE = 1, FLAG_WEAK = 2 };

typedef struct named {
    uint16_t index;
    const char *name;
} named;

typedef struct walk {
    a3_elf *e;
    A3_LIST(named) names;
    size_t count; /* highest index seen + 1 */
    uint64_t fuel;
} walk;

static bool burn(walk *w, uint64_t at)
{
    if (w->fuel > 0) {
        w->fuel--;
        return true;
    }
    a3_fail_at(&w->e->im->symbols, A3_LIMIT, at, "too many symbol versions");
    return false;
}

static bool no_memory(walk *w)
{
    a3_fail(&w->e->im->symbols, A3_NOMEM, "no memory for the symbol versions");
    return false;
}

static bool name_version(walk *w, uint16_t index, const char *name)
{
    named *one = A3_PUSH(w->e->im->arena, &w->names);
    if (one == NULL)
        return no_memory(w);
    *one = (named){index & INDEX, name};
    if (one->index >= w->count)
        w->count = (size_t)one->index + 1;
    return true;
}

static bool truncated(walk *w, uint64_t at, const char *what)
{
    a3_fail_at(&w->e->im->symbols, A3_MALFORMED, at, "%s leaves its segment", what);
    return false;
}

/* Loaders follow the links; the counts are there for tools. They must agree, or the two see different versions. */
static void compare_counts(walk *w, uint64_t at, const char *what, uint64_t stated, uint64_t found)
{
    if (stated != found)
        a3_fail_at(&w->e->im->symbols, A3_MALFORMED, at, "%llu %s stated, %llu linked", (unsigned long long)stated, what,
                   (unsigned long long)found);
}

/* Vernaux records of one library. */
static bool read_needs(walk *w, a3_span table, uint64_t base, uint64_t pos, unsigned stated, const char *library)
{
    a3_elf *e = w->e;
    const uint64_t start = base + pos;
    unsigned count = 0;
    for (uint32_t next = 1; next != 0; pos += next, count++) {
        a3_cursor c = a3_cursor_at(table, pos, e->big);
        a3_skip(&c, 4); /* vna_hash */
        uint16_t flags = a3_get16(&c), index = a3_get16(&c);
        uint32_t name = a3_get32(&c);
        next = a3_get32(&c);
        if (!c.ok)
            return truncated(w, base + pos, "a version need");
        if (!burn(w, base + pos))
            return false;
        const char *version = a3_elf_text(e, name, base + pos + 8, "version need");
        if (version == NULL)
            continue;
        a3_version_need *one = A3_PUSH(e->im->arena, &e->im->versions);
        if (one == NULL)
            return no_memory(w);
        *one = (a3_version_need){.library = library, .version = version, .weak = (flags & FLAG_WEAK) != 0};
        if (!name_version(w, index, version))
            return false;
    }
    compare_counts(w, start, "versions of a library", stated, count);
    return true;
}

static void read_verneed(walk *w)
{
    a3_elf *e = w->e;
    const a3_elf_entry *entry = &e->tags[A3_TAG_VERNEED], *stated = &e->tags[A3_TAG_VERNEEDNUM];
    a3_span table;
    uint64_t base, pos = 0, count = 0;
    if (!a3_elf_window(e, entry->value, &table, &base)) {
        a3_fail_at(&e->im->symbols, A3_MALFORMED, entry->at, "DT_VERNEED does not lead into a segment");
        return;
    }
    for (uint32_t next = 1; next != 0; pos += next, count++) {
        a3_cursor c = a3_cursor_at(table, pos, e->big);
        uint16_t version = a3_get16(&c), needs = a3_get16(&c);
        uint32_t file = a3_get32(&c), first = a3_get32(&c);
        next = a3_get32(&c);
        if (!c.ok || version != 1) {
            truncated(w, base + pos, c.ok ? "a version need of unknown layout" : "a version need");
            return;
        }
        if (!burn(w, base + pos))
            return;
        const char *library = a3_elf_text(e, file, base + pos + 4, "version need");
        if (needs > 0 && library != NULL && !read_needs(w, table, base, pos + first, needs, library))
            return;
    }
    if (stated->there)
        compare_counts(w, stated->at, "libraries with versions", stated->value, count);
}

static void read_verdef(walk *w)
{
    a3_elf *e = w->e;
    const a3_elf_entry *entry = &e->tags[A3_TAG_VERDEF], *stated = &e->tags[A3_TAG_VERDEFNUM];
    a3_span table;
    uint64_t base, pos = 0, count = 0;
    if (!a3_elf_window(e, entry->value, &table, &base)) {
        a3_fail_at(&e->im->symbols, A3_MALFORMED, entry->at, "DT_VERDEF does not lead into a segment");
        return;
    }
    for (uint32_t next = 1; next != 0; pos += next, count++) {
        a3_cursor c = a3_cursor_at(table, pos, e->big);
        uint16_t version = a3_get16(&c), flags = a3_get16(&c), index = a3_get16(&c);
        a3_skip(&c, 2 + 4); /* vd_cnt, vd_hash */
        uint32_t first = a3_get32(&c);
        next = a3_get32(&c);
        a3_cursor name = a3_cursor_at(table, pos + first, e->big);
        uint32_t text = a3_get32(&name);
        if (!c.ok || !name.ok || version != 1) {
            truncated(w, base + pos, c.ok && name.ok ? "a version definition of unknown layout" : "a version definition");
            return;
        }
        if (!burn(w, base + pos))
            return;
        const char *label = (flags & FLAG_BASE) ? NULL : a3_elf_text(e, text, base + pos + first, "version definition");
        if (label != NULL && !name_version(w, index, label))
            return;
    }
    if (stated->there)
        compare_counts(w, stated->at, "version definitions", stated->value, count);
}

const char *const *a3_elf_read_versions(a3_elf *e, size_t *count)
{
    *count = 0;
    walk w = {.e = e, .fuel = e->im->limits->load_commands};
    if (e->tags[A3_TAG_VERNEED].there)
        read_verneed(&w);
    if (e->tags[A3_TAG_VERDEF].there)
        read_verdef(&w);
    if (w.count == 0)
        return NULL;
    const char **names = A3_NEW_ARRAY(e->im->arena, const char *, w.count);
    if (names == NULL) {
        no_memory(&w);
        return NULL;
    }
    for (size_t i = 0; i < w.names.count; i++)
        names[w.names.items[i].index] = w.names.items[i].name;
    *count = w.count;
    return names;
}

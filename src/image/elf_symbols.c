/* SPDX-License-Identifier: MIT */
/* Imports and exports. The dynamic symbol table has no size of its own: its length comes from the hash tables, as the
 * loader uses it, and from what else may name a symbol in it: relocations, and the section headers as a witness. The
 * longest answer wins, so that no import can hide behind a short one. Sources: gABI "Symbol Table", "Hash Table"; the
 * GNU hash table as in glibc's dl-lookup.c. */
#include <string.h>

#include "image/elf.h"

enum { SYMBOL_32 = 16, SYMBOL_64 = 24, VERSION_GLOBAL = 1, VERSION_INDEX = 0x7fff, VERSION_HIDDEN = 0x8000 };
/* Names are in no order; memory is asked for them so many symbols before (a prefetch never faults). */
enum { AHEAD = 12 };

static unsigned symbol_size(const a3_elf *e) { return e->wide ? SYMBOL_64 : SYMBOL_32; }

a3_elf_symbol a3_elf_symbol_at(const a3_elf *e, size_t index)
{
    /* symbols.size is symbol_count whole entries */
    const uint8_t *p = e->symbols.data + index * symbol_size(e);
    const bool big = e->big;
    const uint8_t info = p[e->wide ? 4 : 12];
    return (a3_elf_symbol){
        .name = (uint32_t)a3_load(p, 4, big),
        .binding = info >> 4,
        .type = info & 0xf,
        .other = p[e->wide ? 5 : 13],
        .section = (uint16_t)a3_load(p + (e->wide ? 6 : 14), 2, big),
        .value = e->wide ? a3_load(p + 8, 8, big) : a3_load(p + 4, 4, big),
    };
}

/* DT_HASH: nchain is the number of symbols. Words of 4 bytes, but 8 on 64-bit s390x, whose psABI says so; some linkers
 * write 4 there too. False: unreadable. */
static bool count_by_hash(const a3_elf *e, unsigned word, uint64_t *count)
{
    a3_span table;
    uint64_t offset;
    if (!a3_elf_window(e, e->tags[A3_TAG_HASH].value, &table, &offset))
        return false;
    a3_cursor c = a3_cursor_at(table, 0, e->big);
    uint64_t buckets = a3_get_word(&c, word), chains = a3_get_word(&c, word);
    uint64_t words = a3_left(&c) / word;
    *count = chains;
    return c.ok && buckets <= words && chains <= words - buckets && (chains == 0 || buckets > 0);
}

/* DT_GNU_HASH: the highest bucket leads to the last chain, whose end bit is at the last symbol. Symbols below the first
 * hashed one are there too; where nothing is hashed their number is unknown (0). False: unreadable. */
static bool count_by_gnu_hash(const a3_elf *e, uint64_t *count)
{
    a3_span table;
    uint64_t offset;
    if (!a3_elf_window(e, e->tags[A3_TAG_GNU_HASH].value, &table, &offset))
        return false;
    a3_cursor c = a3_cursor_at(table, 0, e->big);
    uint32_t buckets = a3_get32(&c), first = a3_get32(&c), bloom = a3_get32(&c);
    a3_skip(&c, 4); /* shift */
    a3_skip(&c, (uint64_t)bloom * e->word);
    a3_cursor in = a3_cursor_at(a3_get_span(&c, (uint64_t)buckets * 4), 0, e->big);
    uint32_t last = 0;
    for (uint32_t i = 0; i < buckets && in.ok; i++) {
        uint32_t start = a3_get32(&in);
        if (start > last)
            last = start;
    }
    if (!c.ok || !in.ok || bloom == 0 || buckets == 0)
        return false;
    *count = 0;
    if (last == 0)
        return true;
    if (last < first)
        return false;
    a3_skip(&c, (uint64_t)(last - first) * 4);
    while (c.ok && (a3_get32(&c) & 1) == 0)
        last++;
    *count = (uint64_t)last + 1;
    return c.ok;
}

/* The section headers, where there are any, must speak of the same tables: else either we or every tool that goes by
 * sections sees other symbols than the loader. */
static uint64_t count_by_sections(a3_elf *e)
{
    for (size_t i = 0; i < e->sections.count; i++) {
        const a3_elf_section *s = &e->sections.items[i];
        if (s->type != A3_SHT_DYNSYM)
            continue;
        const a3_elf_section *strings = s->link < e->sections.count ? &e->sections.items[s->link] : s;
        if (s->address != e->tags[A3_TAG_SYMTAB].value)
            a3_fail_at(&e->im->symbols, A3_MALFORMED, s->at,
                       "section headers and dynamic table disagree about the symbol table (address 0x%llx, 0x%llx)",
                       (unsigned long long)s->address, (unsigned long long)e->tags[A3_TAG_SYMTAB].value);
        else if (strings->address != e->tags[A3_TAG_STRTAB].value)
            a3_fail_at(&e->im->symbols, A3_MALFORMED, strings->at,
                       "section headers and dynamic table disagree about the string table (address 0x%llx, 0x%llx)",
                       (unsigned long long)strings->address, (unsigned long long)e->tags[A3_TAG_STRTAB].value);
        else
            return s->size / symbol_size(e);
    }
    return 0;
}

static void raise(uint64_t *count, uint64_t other)
{
    if (other > *count)
        *count = other;
}

/* How many symbols there are; what is wrong with the tables that should tell goes to im->symbols. */
static uint64_t count_symbols(a3_elf *e)
{
    const a3_elf_entry *hash = &e->tags[A3_TAG_HASH], *gnu = &e->tags[A3_TAG_GNU_HASH];
    a3_err *err = &e->im->symbols;
    uint64_t count = 0, found = 0;
    if (hash->there) {
        bool read = (e->machine == A3_EM_S390 && count_by_hash(e, 8, &found)) || count_by_hash(e, 4, &found);
        if (read)
            raise(&count, found);
        else
            a3_fail_at(err, A3_MALFORMED, hash->at, "the hash table at address 0x%llx is not within a segment or has impossible counts",
                       (unsigned long long)hash->value);
    }
    if (gnu->there) {
        if (count_by_gnu_hash(e, &found))
            raise(&count, found);
        else
            a3_fail_at(err, A3_MALFORMED, gnu->at, "the GNU hash table at address 0x%llx is not within a segment or has impossible counts",
                       (unsigned long long)gnu->value);
    }
    if (!hash->there && !gnu->there && e->im->kind == A3_KIND_SHARED)
        a3_fail(err, A3_MALFORMED, "no hash table: no loader finds what the object exports");
    uint32_t highest = a3_elf_highest_relocated(e);
    if (highest > 0)
        raise(&count, (uint64_t)highest + 1);
    raise(&count, count_by_sections(e));
    return count;
}

static void place_symbols(a3_elf *e)
{
    const a3_elf_entry *table = &e->tags[A3_TAG_SYMTAB], *size = &e->tags[A3_TAG_SYMENT];
    a3_err *err = &e->im->symbols;
    uint64_t offset;
    a3_span there;
    if (!table->there) {
        a3_fail(err, A3_MALFORMED, "the dynamic table has no DT_SYMTAB");
        return;
    }
    if (size->there && size->value != symbol_size(e)) {
        a3_fail_at(err, A3_MALFORMED, size->at, "symbols of %llu bytes, %u expected", (unsigned long long)size->value,
                   symbol_size(e));
        return;
    }
    if (!a3_elf_window(e, table->value, &there, &offset)) {
        a3_fail_at(err, A3_MALFORMED, table->at, "the symbol table at address 0x%llx is not within a segment",
                   (unsigned long long)table->value);
        return;
    }
    uint64_t count = count_symbols(e);
    if (count > there.size / symbol_size(e)) {
        a3_fail_at(err, A3_MALFORMED, offset, "the symbol table of %llu entries ends behind its segment",
                   (unsigned long long)count);
        count = there.size / symbol_size(e);
    }
    if (count > e->im->limits->symbols) {
        a3_fail_at(err, A3_LIMIT, offset, "%llu symbols, at most %llu are read", (unsigned long long)count,
                   (unsigned long long)e->im->limits->symbols);
        count = e->im->limits->symbols;
    }
    e->symbol_count = (size_t)count;
    a3_span_sub(there, 0, count * symbol_size(e), &e->symbols);
}

/* DT_VERSYM: one index a symbol. */
static a3_span place_versions(a3_elf *e)
{
    const a3_elf_entry *entry = &e->tags[A3_TAG_VERSYM];
    a3_span there, table = {NULL, 0};
    uint64_t offset;
    if (entry->there && e->symbol_count > 0 &&
        (!a3_elf_window(e, entry->value, &there, &offset) || !a3_span_sub(there, 0, 2 * (uint64_t)e->symbol_count, &table)))
        a3_fail_at(&e->im->symbols, A3_MALFORMED, entry->at, "the version table at address 0x%llx is not within a segment",
                   (unsigned long long)entry->value);
    return table;
}

static bool is_exported(const a3_elf_symbol *s)
{
    unsigned visibility = s->other & 3;
    return visibility != A3_STV_HIDDEN && visibility != A3_STV_INTERNAL &&
           (s->binding == A3_STB_GLOBAL || s->binding == A3_STB_WEAK || s->binding == A3_STB_GNU_UNIQUE);
}

static bool is_export(const a3_elf_symbol *s)
{
    return s->section != A3_SHN_UNDEF && s->type != A3_STT_SECTION && s->type != A3_STT_FILE && is_exported(s);
}

static uint16_t flags_of(const a3_elf_symbol *s)
{
    switch (s->type) {
    case A3_STT_OBJECT: case A3_STT_COMMON:
        return A3_SYM_DATA;
    case A3_STT_TLS:
        return A3_SYM_DATA | A3_SYM_TLS;
    case A3_STT_GNU_IFUNC:
        return A3_SYM_RESOLVER;
    default:
        return 0;
    }
}

typedef struct sink {
    a3_elf *e;
    a3_span versions; /* DT_VERSYM, or empty */
    const char *const *names;
    size_t name_count;
    a3_exports hidden; /* not the default version of their name */
} sink;

static uint16_t version_of(const sink *s, size_t index)
{
    return s->versions.size ? (uint16_t)a3_load(s->versions.data + 2 * index, 2, s->e->big) : 0;
}

static bool add_import(sink *s, size_t index, const a3_elf_symbol *symbol, const char *name)
{
    a3_import *one = A3_PUSH(s->e->im->arena, &s->e->im->imports);
    if (one == NULL)
        return false;
    uint16_t version = version_of(s, index) & VERSION_INDEX;
    one->name = name;
    one->version = version < s->name_count ? s->names[version] : NULL;
    if (one->version == NULL && version > VERSION_GLOBAL)
        a3_fail(&s->e->im->symbols, A3_MALFORMED, "symbol %zu has version %u, which nothing names", index, version);
    one->flags = flags_of(symbol) | (symbol->binding == A3_STB_WEAK ? A3_SYM_WEAK : 0);
    return true;
}

/* The version of a name that the loader takes first must come first; the others are merged away. */
static bool add_export(sink *s, size_t index, const a3_elf_symbol *symbol, const char *name)
{
    bool hidden = (version_of(s, index) & VERSION_HIDDEN) != 0;
    a3_export *one = A3_PUSH(s->e->im->arena, hidden ? &s->hidden : &s->e->im->exports);
    if (one == NULL)
        return false;
    *one = (a3_export){.name = name, .address = symbol->value, .flags = flags_of(symbol), .other = symbol->other};
    return true;
}

static void reserve(a3_elf *e)
{
    size_t imports = 0, exports = 0;
    for (size_t i = 1; i < e->symbol_count; i++) {
        a3_elf_symbol symbol = a3_elf_symbol_at(e, i);
        imports += a3_elf_is_import(&symbol);
        exports += is_export(&symbol);
    }
    /* Where this fails the first A3_PUSH does. */
    (void)A3_RESERVE(e->im->arena, &e->im->imports, imports);
    (void)A3_RESERVE(e->im->arena, &e->im->exports, exports);
}

static void read_all(sink *s)
{
    a3_elf *e = s->e;
    reserve(e);
    const uint64_t base = e->symbols.size ? (uint64_t)(e->symbols.data - e->bytes.data) : 0;
    for (size_t i = 1; i < e->symbol_count; i++) {
        a3_elf_symbol symbol = a3_elf_symbol_at(e, i);
        if (i + AHEAD < e->symbol_count)
            __builtin_prefetch((const void *)((uintptr_t)e->strings.data + a3_elf_symbol_at(e, i + AHEAD).name));
        bool import = a3_elf_is_import(&symbol);
        if (!import && !is_export(&symbol))
            continue;
        const char *name = a3_elf_text(e, symbol.name, base + i * symbol_size(e), "the name of a symbol");
        if (name == NULL && e->text_left == 0)
            return;
        if (name == NULL || *name == '\0')
            continue;
        if (!(import ? add_import(s, i, &symbol, name) : add_export(s, i, &symbol, name))) {
            a3_fail(&e->im->symbols, A3_NOMEM, "no memory for the symbols");
            return;
        }
    }
    for (size_t i = 0; i < s->hidden.count; i++) {
        a3_export *one = A3_PUSH(e->im->arena, &e->im->exports);
        if (one != NULL)
            *one = s->hidden.items[i];
    }
}

void a3_elf_read_symbols(a3_elf *e)
{
    place_symbols(e);
    sink s = {.e = e, .hidden = {NULL, 0, 0}};
    s.names = a3_elf_read_versions(e, &s.name_count);
    s.versions = place_versions(e);
    read_all(&s);
}

/* .symtab and its strings. False: none, or a broken one (`section` says which). read_sections saw that the sections are
 * within the file. An object has one at most (gABI). */
static bool place_full_table(const a3_elf *e, a3_elf *out, const a3_elf_section **section)
{
    *section = NULL;
    for (size_t i = 0; i < e->sections.count && *section == NULL; i++)
        if (e->sections.items[i].type == A3_SHT_SYMTAB)
            *section = &e->sections.items[i];
    const a3_elf_section *s = *section;
    if (s == NULL || s->entry_size != symbol_size(e) || s->link >= e->sections.count ||
        e->sections.items[s->link].type != A3_SHT_STRTAB)
        return false;
    const a3_elf_section *strings = &e->sections.items[s->link];
    a3_span_sub(e->bytes, s->offset, s->size - s->size % symbol_size(e), &out->symbols);
    a3_span_sub(e->bytes, strings->offset, strings->size, &out->strings);
    out->symbol_count = out->symbols.size / symbol_size(e);
    return true;
}

void a3_elf_read_object_symbols(a3_elf *e)
{
    a3_err *err = &e->im->symbols;
    const a3_elf_section *section;
    if (!place_full_table(e, e, &section)) {
        if (section != NULL)
            a3_fail_at(err, A3_MALFORMED, section->at, "the symbol table has a wrong entry size or no string table");
        return;
    }
    if (e->symbol_count > e->im->limits->symbols) {
        a3_fail_at(err, A3_LIMIT, section->at, "%zu symbols, at most %llu are read", e->symbol_count,
                   (unsigned long long)e->im->limits->symbols);
        e->symbol_count = (size_t)e->im->limits->symbols;
    }
    sink all = {.e = e, .hidden = {NULL, 0, 0}};
    read_all(&all);
}

const char *a3_elf_defines(const a3_image *im, const char *const *names)
{
    a3_elf table = *(const a3_elf *)im->priv;
    const a3_elf_section *section;
    if (!place_full_table(im->priv, &table, &section))
        return NULL;
    for (size_t i = 1; i < table.symbol_count; i++) {
        a3_elf_symbol symbol = a3_elf_symbol_at(&table, i);
        if (symbol.section == A3_SHN_UNDEF || symbol.type == A3_STT_SECTION || symbol.type == A3_STT_FILE)
            continue;
        a3_span name = a3_span_from(table.strings, symbol.name);
        for (size_t n = 0; names[n] != NULL; n++) {
            size_t size = strlen(names[n]) + 1;
            if (name.size >= size && memcmp(name.data, names[n], size) == 0)
                return names[n];
        }
    }
    return NULL;
}

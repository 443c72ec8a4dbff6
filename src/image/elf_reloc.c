/* SPDX-License-Identifier: MIT */
/* What the loader writes: DT_REL, DT_RELA and DT_JMPREL (gABI, "Relocation"), DT_RELR (gABI, "Relative Relocation
 * Table"), and Android's packed forms of both (bionic, linker_reloc_iterators.h). The types are those of the psABIs. */
#include <string.h>

#include "image/elf.h"

typedef struct relocation {
    uint64_t address;
    uint32_t type, symbol;
    int64_t addend;
    bool in_place; /* REL: the addend is at the address */
} relocation;

/* False stops the walk. */
typedef bool (*visitor)(void *context, const relocation *r);

typedef struct walk {
    const a3_elf *e;
    visitor visit;
    void *context;
    a3_err *err;  /* may be NULL */
    bool reserve; /* most relocations become fixups */
} walk;

static void split_info(const a3_elf *e, uint64_t info, relocation *r)
{
    r->symbol = e->wide ? (uint32_t)(info >> 32) : (uint32_t)info >> 8;
    r->type = e->wide ? (uint32_t)info : (uint32_t)info & 0xff;
}

/* `size` bytes from a tag's address; false where there are none, or not all (and an error, the rest in `out`). */
static bool table_at(const walk *w, a3_elf_tag place, uint64_t size, const char *what, a3_span *out)
{
    const a3_elf *e = w->e;
    a3_span there;
    uint64_t offset;
    if (size == 0)
        return false;
    if (a3_elf_window(e, e->tags[place].value, &there, &offset) && a3_span_sub(there, 0, size, out))
        return true;
    a3_fail_at(w->err, A3_MALFORMED, e->tags[place].at, "%s (0x%llx bytes at address 0x%llx) is not within a segment", what,
               (unsigned long long)size, (unsigned long long)e->tags[place].value);
    return false;
}

static bool walk_plain(const walk *w, a3_elf_tag place, uint64_t size, bool addends, const char *what)
{
    a3_span table;
    if (!w->e->tags[place].there || !table_at(w, place, size, what, &table))
        return true;
    const unsigned word = w->e->word, entry = (addends ? 3 : 2) * word;
    const bool big = w->e->big;
    if (w->reserve)
        (void)A3_RESERVE(w->e->im->arena, &w->e->im->fixups, table.size / entry); /* where this fails A3_PUSH does */
    for (size_t left = table.size / entry; left > 0; left--, table.data += entry) {
        relocation r = {.address = a3_load(table.data, word, big), .in_place = !addends};
        split_info(w->e, a3_load(table.data + word, word, big), &r);
        if (addends)
            r.addend = a3_sign_extend(a3_load(table.data + 2 * word, word, big), word * 8);
        if (!w->visit(w->context, &r))
            return false;
    }
    return true;
}

/* No file needs more relocations than it has words; packed ones could claim any number in a few bytes. */
static uint64_t most_relocations(const a3_elf *e) { return e->bytes.size / 4 + 1; }

enum { BY_INFO = 1, BY_OFFSET = 2, BY_ADDEND = 4, HAS_ADDEND = 8 };

static bool walk_packed(const walk *w, a3_elf_tag place, uint64_t size, bool addends)
{
    static const char what[] = "the packed relocation table";
    a3_span table;
    if (!w->e->tags[place].there || !table_at(w, place, size, what, &table))
        return true;
    const uint64_t at = (uint64_t)(table.data - w->e->bytes.data);
    a3_cursor c = a3_cursor_at(table, 0, false);
    a3_span magic = a3_get_span(&c, 4);
    if (!a3_span_is(magic, "APS2")) {
        a3_fail_at(w->err, A3_MALFORMED, at, "%s does not start with APS2", what);
        return true;
    }
    uint64_t count = (uint64_t)a3_get_sleb(&c);
    relocation r = {.address = (uint64_t)a3_get_sleb(&c), .in_place = !addends};
    if (count > most_relocations(w->e)) {
        a3_fail_at(w->err, A3_MALFORMED, at, "%s claims %llu relocations, more than the file has words", what,
                   (unsigned long long)count);
        return true;
    }
    for (uint64_t i = 0; i < count && c.ok;) {
        uint64_t group = (uint64_t)a3_get_sleb(&c);
        int64_t flags = a3_get_sleb(&c);
        int64_t delta = flags & BY_OFFSET ? a3_get_sleb(&c) : 0;
        uint64_t info = flags & BY_INFO ? (uint64_t)a3_get_sleb(&c) : 0;
        bool own = (flags & HAS_ADDEND) && !(flags & BY_ADDEND);
        uint64_t addend = (uint64_t)r.addend;
        if ((flags & HAS_ADDEND) && (flags & BY_ADDEND))
            addend += (uint64_t)a3_get_sleb(&c);
        else if (!(flags & HAS_ADDEND))
            addend = 0;
        if (!c.ok || group == 0 || group > count - i || ((flags & HAS_ADDEND) && !addends)) {
            c.ok = false;
            break;
        }
        for (; group > 0 && c.ok; group--, i++) {
            r.address += (uint64_t)(flags & BY_OFFSET ? delta : a3_get_sleb(&c));
            info = flags & BY_INFO ? info : (uint64_t)a3_get_sleb(&c);
            addend += own ? (uint64_t)a3_get_sleb(&c) : 0;
            r.addend = (int64_t)addend;
            if (!w->e->wide)
                r.address &= UINT32_MAX;
            split_info(w->e, info, &r);
            if (c.ok && !w->visit(w->context, &r))
                return false;
        }
        r.addend = (int64_t)addend;
    }
    if (!c.ok)
        a3_fail_at(w->err, A3_MALFORMED, at + c.pos, "%s: a group is impossible or cut short", what);
    return true;
}

static uint64_t value_of(const a3_elf *e, a3_elf_tag tag) { return e->tags[tag].there ? e->tags[tag].value : 0; }

static bool check_entry(const walk *w, a3_elf_tag tag, unsigned expected, const char *what)
{
    const a3_elf_entry *entry = &w->e->tags[tag];
    if (!entry->there || entry->value == expected)
        return true;
    a3_fail_at(w->err, A3_MALFORMED, entry->at, "%s says %llu bytes, %u expected", what, (unsigned long long)entry->value,
               expected);
    return false;
}

/* All relocations that name a type and a symbol, in the loader's order. */
static void walk_all(const walk *w)
{
    const a3_elf *e = w->e;
    enum { RELA = 7 };
    const bool plt_addends = value_of(e, A3_TAG_PLTREL) == RELA;
    if (!walk_packed(w, A3_TAG_ANDROID_RELA, value_of(e, A3_TAG_ANDROID_RELASZ), true) ||
        !walk_packed(w, A3_TAG_ANDROID_REL, value_of(e, A3_TAG_ANDROID_RELSZ), false))
        return;
    if (check_entry(w, A3_TAG_RELAENT, 3u * e->word, "DT_RELAENT") &&
        !walk_plain(w, A3_TAG_RELA, value_of(e, A3_TAG_RELASZ), true, "DT_RELA"))
        return;
    if (check_entry(w, A3_TAG_RELENT, 2u * e->word, "DT_RELENT") &&
        !walk_plain(w, A3_TAG_REL, value_of(e, A3_TAG_RELSZ), false, "DT_REL"))
        return;
    walk_plain(w, A3_TAG_JMPREL, value_of(e, A3_TAG_PLTRELSZ), plt_addends, "DT_JMPREL");
}

static bool note_highest(void *context, const relocation *r)
{
    uint32_t *highest = context;
    if (r->symbol > *highest)
        *highest = r->symbol;
    return true;
}

uint32_t a3_elf_highest_relocated(const a3_elf *e)
{
    uint32_t highest = 0;
    const walk w = {.e = e, .visit = note_highest, .context = &highest};
    walk_all(&w);
    return highest;
}

/* -- fixups -- */

/* Relocation types that store a pointer; all are as wide as an address. 0: the machine has none. */
typedef struct types {
    uint16_t machine;
    uint16_t relative, word, word_unaligned, slot_data, slot_call; /* S + A; S + A; GLOB_DAT; JUMP_SLOT */
    uint16_t relative_wide;
} types;

static const types known[] = {
    {A3_EM_X86_64, 8, 1, 0, 6, 7, 38},
    {A3_EM_386, 8, 1, 0, 6, 7, 0},
    {A3_EM_AARCH64, 1027, 257, 0, 1025, 1026, 0},
    {A3_EM_ARM, 23, 2, 0, 21, 22, 0},
    {A3_EM_PPC64, 22, 38, 43, 20, 21, 0},
    {A3_EM_S390, 12, 22, 61, 10, 11, 0},
    {A3_EM_RISCV, 3, 2, 0, 0, 5, 0},
    {A3_EM_LOONGARCH, 3, 2, 0, 0, 5, 0},
};

enum { NO_IMPORT = 1, FIRST_IMPORT = 2 };
typedef struct loader {
    a3_elf *e;
    const types *types;
    uint32_t *imports; /* by symbol: 0 before it was looked up, NO_IMPORT, or the index of its import + FIRST_IMPORT */
} loader;

static bool add_fixup(loader *l, const a3_fixup *fixup)
{
    a3_image *im = l->e->im;
    uint64_t there;
    if (!a3_image_word(im, fixup->address, im->pointer_size, &there)) {
        a3_fail(&im->fixups_error, A3_MALFORMED, "a relocation's address 0x%llx is not within a segment",
                (unsigned long long)fixup->address);
        return true;
    }
    a3_fixup *one = A3_PUSH(im->arena, &im->fixups);
    if (one == NULL) {
        a3_fail(&im->fixups_error, A3_NOMEM, "no memory for the relocations");
        return false;
    }
    *one = *fixup;
    one->size = im->pointer_size;
    return true;
}

static bool add_address(loader *l, uint64_t address, uint64_t target)
{
    if (!l->e->wide)
        target &= UINT32_MAX;
    return add_fixup(l, &(a3_fixup){.address = address, .target = target, .kind = A3_FIXUP_ADDRESS});
}

/* False: no import, or lost to a broken table, which im->symbols tells. */
static bool import_of(loader *l, uint32_t number, const a3_elf_symbol *symbol, uint32_t *index)
{
    a3_elf *e = l->e;
    uint32_t *known_as = &l->imports[number];
    if (*known_as == 0) {
        const char *name = e->text_left > 0 && a3_elf_is_import(symbol) ? a3_span_string(e->strings, symbol->name) : NULL;
        size_t found = name ? a3_image_import_index(e->im, name, NULL) : SIZE_MAX;
        *known_as = found < UINT32_MAX - FIRST_IMPORT ? (uint32_t)found + FIRST_IMPORT : NO_IMPORT;
    }
    *index = *known_as - FIRST_IMPORT;
    return *known_as != NO_IMPORT;
}

static bool add_symbolic(loader *l, const relocation *r, int64_t addend)
{
    a3_elf *e = l->e;
    if (r->symbol >= e->symbol_count) {
        a3_fail(&e->im->fixups_error, A3_MALFORMED, "the relocation at address 0x%llx names symbol %u of %zu",
                (unsigned long long)r->address, r->symbol, e->symbol_count);
        return true;
    }
    a3_elf_symbol symbol = a3_elf_symbol_at(e, r->symbol);
    if (symbol.section == A3_SHN_UNDEF) {
        uint32_t index;
        return !import_of(l, r->symbol, &symbol, &index) ||
               add_fixup(l, &(a3_fixup){.address = r->address, .target = index, .addend = addend, .kind = A3_FIXUP_IMPORT});
    }
    /* What an indirect function resolves to is known at run time alone; absolute and thread-local values are no addresses. */
    if (symbol.type == A3_STT_GNU_IFUNC || symbol.type == A3_STT_TLS || symbol.section == A3_SHN_ABS)
        return add_fixup(l, &(a3_fixup){.address = r->address, .kind = A3_FIXUP_UNKNOWN});
    return add_address(l, r->address, symbol.value + (uint64_t)addend);
}

static bool visit_fixup(void *context, const relocation *r)
{
    loader *l = context;
    const types *t = l->types;
    const bool relative = r->type == t->relative || (t->relative_wide != 0 && r->type == t->relative_wide);
    const bool word = r->type == t->word || (t->word_unaligned != 0 && r->type == t->word_unaligned);
    const bool slot = (t->slot_data != 0 && r->type == t->slot_data) || r->type == t->slot_call;
    int64_t addend = r->addend;
    if (r->in_place) {
        uint64_t there = 0;
        if ((relative || word) && !a3_image_word(l->e->im, r->address, l->e->word, &there)) {
            a3_fail(&l->e->im->fixups_error, A3_MALFORMED, "a relocation's address 0x%llx is not within a segment",
                    (unsigned long long)r->address);
            return true;
        }
        addend = a3_sign_extend(there, l->e->word * 8u);
    }
    if (relative)
        return add_address(l, r->address, (uint64_t)addend);
    if ((word || slot) && r->symbol != 0)
        return add_symbolic(l, r, addend);
    return r->type == 0 || add_fixup(l, &(a3_fixup){.address = r->address, .kind = A3_FIXUP_UNKNOWN});
}

/* DT_RELR: an even word is an address to relocate, an odd one a bit map of the words behind it. */
static bool load_relr(loader *l, const walk *w, a3_elf_tag place, uint64_t size, const char *what)
{
    const a3_elf *e = l->e;
    a3_span table;
    if (!e->tags[place].there || !check_entry(w, A3_TAG_RELRENT, e->word, "DT_RELRENT") ||
        !table_at(w, place, size, what, &table))
        return true;
    const unsigned word = e->word, bits = 8 * word - 1;
    const uint64_t mask = e->wide ? UINT64_MAX : UINT32_MAX;
    uint64_t at = 0, left = most_relocations(e), target;
    for (size_t entries = table.size / word; entries > 0; entries--, table.data += word) {
        uint64_t entry = a3_load(table.data, word, e->big);
        uint64_t map = entry & 1 ? entry >> 1 : 1;
        uint64_t first = entry & 1 ? at : entry;
        for (unsigned bit = 0; map != 0; bit++, map >>= 1) {
            uint64_t address = (first + bit * word) & mask;
            if ((map & 1) == 0)
                continue;
            if (left-- == 0 || !a3_image_word(e->im, address, word, &target)) {
                a3_fail_at(w->err, A3_MALFORMED, (uint64_t)(table.data - e->bytes.data),
                           "%s: address 0x%llx is not within a segment", what, (unsigned long long)address);
                return true;
            }
            if (!add_address(l, address, target))
                return false;
        }
        at = (first + (entry & 1 ? bits * word : word)) & mask;
    }
    return true;
}

static void load_fixups(a3_image *im)
{
    a3_elf *e = im->priv;
    loader l = {.e = e};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].machine == e->machine)
            l.types = &known[i];
    if (!e->dynamic || l.types == NULL)
        return;
    l.imports = A3_NEW_ARRAY(im->arena, uint32_t, e->symbol_count);
    if (l.imports == NULL) {
        a3_fail(&im->fixups_error, A3_NOMEM, "no memory for the relocations");
        return;
    }
    const walk w = {.e = e, .visit = visit_fixup, .context = &l, .err = &im->fixups_error, .reserve = true};
    if (load_relr(&l, &w, A3_TAG_ANDROID_RELR, value_of(e, A3_TAG_ANDROID_RELRSZ), "DT_ANDROID_RELR") &&
        load_relr(&l, &w, A3_TAG_RELR, value_of(e, A3_TAG_RELRSZ), "DT_RELR"))
        walk_all(&w);
}

const struct a3_image_ops a3_elf_ops = {.load_fixups = load_fixups, .defines = a3_elf_defines};

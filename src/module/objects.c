/* SPDX-License-Identifier: MIT */
/* Static Python objects by the relocations that they have: a head as the headers' macros write it, a name, and pointers
 * or zeros where the fields are. Strict, as nothing vouches for what is found. */
#include <string.h>

#include "module/defs.h"
#include "module/scan.h"
#include "module/slots.h"

enum { MOST_FOUND = 512, MOST_NAME = 255, LARGEST_SIZE = 1 << 20, LARGEST_ITEM = 1 << 16, MOST_TYPE_SLOTS = 200 };

typedef struct search {
    a3_memory *m;
    a3_arena *arena;
    a3_module *out;
    a3_fixup_walk walk;
    unsigned p; /* bytes of a pointer */
    bool nomem;
} search;

static bool is_fixed(const search *s, uint64_t address) { return a3_image_fixup(s->m->im, address) != NULL; }

/* No relocation in the `size` bytes before the one that the walk stands at. */
static bool untouched_before(const search *s, uint64_t size)
{
    size_t i = s->walk.next - 1;
    const a3_fixup *items = s->m->im->fixups.items;
    return i == 0 || items[i].address - items[i - 1].address >= size + items[i - 1].size;
}

/* A pointer that the loader stores, or zero. */
static bool pointer_or_null(const search *s, uint64_t address)
{
    uint64_t value;
    return is_fixed(s, address) || (a3_image_word(s->m->im, address, s->p, &value) && value == 0);
}

/* A number in range, not touched by the loader. */
static bool number_in(const search *s, uint64_t address, unsigned size, int64_t least, int64_t most)
{
    uint64_t value;
    if (is_fixed(s, address) || !a3_image_word(s->m->im, address, size, &value))
        return false;
    int64_t number = a3_sign_extend(value, 8 * size);
    return number >= least && number <= most;
}

/* Letters, digits, '_' and '.', not starting with a digit: the name of a module or of a type. */
static const char *python_name(const search *s, uint64_t address)
{
    const char *text = a3_image_string(s->m->im, address, MOST_NAME + 1);
    if (text == NULL || text[0] == '\0' || (text[0] >= '0' && text[0] <= '9'))
        return NULL;
    for (const char *c = text; *c != '\0'; c++) {
        bool letter = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (unsigned char)*c >= 0x80;
        if (!letter && !(*c >= '0' && *c <= '9') && *c != '_' && *c != '.')
            return NULL;
    }
    return text;
}

static bool all_zero(const uint8_t *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (bytes[i] != 0)
            return false;
    return true;
}

static bool known_object(const search *s, uint64_t address)
{
    for (size_t i = 0; i < s->out->objects.count; i++)
        if (s->out->objects.items[i].address == address)
            return true;
    return false;
}

static void keep_object(search *s, uint64_t address, const char *kind, const char *name)
{
    if (s->out->objects.count >= MOST_FOUND || known_object(s, address))
        return;
    a3_static_object *o = A3_PUSH(s->arena, &s->out->objects);
    if (o == NULL || (name = a3_strdup(s->arena, name)) == NULL)
        s->nomem = true;
    else
        *o = (a3_static_object){.address = address, .kind = kind, .name = name, .basis = A3_BASIS_DATA};
}

/* Which head stands `before` bytes in front of the fixup; everything behind it up to the fixup is zero. */
static bool head_at(search *s, unsigned before, a3_def_family *family)
{
    const uint8_t *bytes = a3_fixup_bytes(&s->walk, before, before);
    if (bytes == NULL || !untouched_before(s, before))
        return false;
    uint64_t address = s->walk.segment->address + s->walk.at - before;
    *family = a3_object_family(s->m, address);
    unsigned counted = *family == A3_DEF_FREETHREADED ? s->p + 8 : s->p;
    return *family != A3_DEF_UNKNOWN && all_zero(bytes + counted, before - counted);
}

/* The fixup is m_name of a PyModuleDef. */
static bool try_def(search *s, const a3_fixup *f)
{
    static const a3_def_family layouts[] = {A3_DEF_PY314, A3_DEF_FREETHREADED};
    unsigned p = s->p;
    for (int i = 0; i < 2; i++) {
        unsigned before = a3_object_head(s->m->im, layouts[i]) + 3 * p;
        a3_def_family family;
        if (!head_at(s, before, &family) || (family == A3_DEF_FREETHREADED) != (i == 1))
            continue;
        bool fields = pointer_or_null(s, f->address + p) && number_in(s, f->address + 2 * p, p, -1, LARGEST_SIZE);
        for (unsigned k = 3; k < 8; k++)
            fields = fields && pointer_or_null(s, f->address + k * p);
        fields = fields && (is_fixed(s, f->address + 3 * p) || is_fixed(s, f->address + 4 * p));
        const char *name = fields ? python_name(s, f->target) : NULL;
        if (name == NULL)
            continue;
        keep_object(s, f->address - before, "PyModuleDef", name);
        return true;
    }
    return false;
}

/* The fixup is tp_name of a PyTypeObject. What is checked: sizes, tp_flags, and that some slot leads to a function. */
static bool try_type(search *s, const a3_fixup *f)
{
    static const a3_def_family layouts[] = {A3_DEF_PY314, A3_DEF_FREETHREADED};
    unsigned p = s->p;
    for (int i = 0; i < 2; i++) {
        unsigned before = a3_object_head(s->m->im, layouts[i]) + p;
        uint64_t size;
        const uint8_t *bytes = a3_fixup_bytes(&s->walk, before, before);
        if (bytes == NULL || !all_zero(bytes + before - p, p) || is_fixed(s, f->address - p))
            continue;
        a3_def_family family = a3_object_family(s->m, f->address - before);
        if (family == A3_DEF_UNKNOWN || (family == A3_DEF_FREETHREADED) != (i == 1) || !pointer_or_null(s, f->address - 2 * p))
            continue;
        bool fields = number_in(s, f->address + p, p, 2 * (int64_t)p, LARGEST_SIZE) &&
                      number_in(s, f->address + 2 * p, p, 0, LARGEST_ITEM) && !is_fixed(s, f->address + 18 * p) &&
                      a3_image_word(s->m->im, f->address + 18 * p, p, &size) && size <= UINT32_MAX;
        bool functions = false;
        for (unsigned k = 3; fields && k < 18; k++) {
            if (k == 4) /* tp_vectorcall_offset */
                continue;
            fields = pointer_or_null(s, f->address + k * p);
            functions = functions || is_fixed(s, f->address + k * p);
        }
        const char *name = fields && functions ? python_name(s, f->target) : NULL;
        if (name == NULL)
            continue;
        keep_object(s, f->address - before, "PyTypeObject", name);
        return true;
    }
    return false;
}

/* An array of {int slot, void *value} of type slots, up to its end, of which some lead somewhere. */
static bool is_type_slots(const search *s, uint64_t address)
{
    bool leads = false;
    for (unsigned i = 0; i < MOST_TYPE_SLOTS; i++, address += 2 * s->p) {
        uint64_t id;
        if (is_fixed(s, address) || !a3_image_word(s->m->im, address, 4, &id))
            return false;
        if (id == 0)
            return leads && pointer_or_null(s, address + s->p);
        if (id > A3_SLOT_LAST || !pointer_or_null(s, address + s->p))
            return false;
        leads = leads || is_fixed(s, address + s->p);
    }
    return false;
}

/* As sources write them: not the bits that CPython sets itself, or has no use for, and of the built-in bases (24 to 31) one at most. What else has
 * a name, two numbers and a pointer to an array, as OpenSSL's ASN1_ITEM, fails here as a rule. */
static bool is_type_flags(const search *s, uint64_t address)
{
    const uint64_t never = 1 << 0 | 1 << 1 | 1 << 12 | 1 << 13 | 1 << 19 | 1 << 21;
    uint64_t flags;
    if (is_fixed(s, address) || !a3_image_word(s->m->im, address, 4, &flags))
        return false;
    uint64_t base = flags >> 24;
    return (flags & never) == 0 && (base & (base - 1)) == 0;
}

/* 0: inherited, negative: behind the base's, else at least a PyObject. */
static bool is_basicsize(const search *s, uint64_t address)
{
    return number_in(s, address, 4, -LARGEST_SIZE, 0) || number_in(s, address, 4, 2 * (int64_t)s->p, LARGEST_SIZE);
}

/* The fixup is the name of a PyType_Spec. */
static void try_spec(search *s, const a3_fixup *f)
{
    unsigned p = s->p;
    const a3_fixup *slots = a3_image_fixup(s->m->im, f->address + (p == 8 ? 24 : 16));
    if (slots == NULL || slots->kind != A3_FIXUP_ADDRESS || s->out->types.count >= MOST_FOUND)
        return;
    if (!is_basicsize(s, f->address + p) || !number_in(s, f->address + p + 4, 4, 0, LARGEST_ITEM) || !is_type_flags(s, f->address + p + 8) ||
        python_name(s, f->target) == NULL || !is_type_slots(s, slots->target))
        return;
    for (size_t i = 0; i < s->out->types.count; i++)
        if (s->out->types.items[i].address == f->address)
            return;
    a3_type_spec *spec = A3_PUSH(s->arena, &s->out->types);
    if (spec == NULL) {
        s->nomem = true;
        return;
    }
    spec->basis = A3_BASIS_DATA;
    a3_type_spec_read(s->m, f->address, s->arena, spec);
}

a3_status a3_scan_objects(a3_memory *m, bool specs, a3_arena *arena, a3_module *out)
{
    search s = {.m = m, .arena = arena, .out = out, .p = m->im->pointer_size};
    s.walk.im = m->im;
    const a3_fixup *f;
    while ((f = a3_fixup_next(&s.walk)) != NULL && !s.nomem) {
        if (!try_def(&s, f) && !try_type(&s, f) && specs)
            try_spec(&s, f);
    }
    return s.nomem || arena->failed ? A3_NOMEM : A3_OK;
}

/* SPDX-License-Identifier: MIT */
/* The standard sections of a wasm module ("Modules" of the binary format). Each reader takes one section from r->c; every
 * entry takes at least a byte of the file, so that no table is larger than the bytes that describe it. */
#include "image/wasm_priv.h"

#include <inttypes.h>
#include <string.h>

enum { FUNCTION_TYPE = 0x60, LIMIT_MAXIMUM = 1, LIMIT_64 = 4, LIMIT_PAGE_SIZE = 8, REFERENCE = 0x63, REFERENCE_NULL = 0x64 };

/* A value type; references to heap types have two parts. */
static void skip_value_type(a3_cursor *c)
{
    uint8_t form = a3_get8(c);
    if (form == REFERENCE || form == REFERENCE_NULL)
        a3_get_sleb(c);
    else if (form < 0x40)
        c->ok = false;
}

static uint32_t skip_value_types(a3_cursor *c)
{
    uint32_t count = a3_wasm_count(c);
    for (uint32_t i = 0; i < count && c->ok; i++)
        skip_value_type(c);
    return count;
}

/* Whether an entry is to be read next; r->entry stays at one that could not be read. */
static bool more(a3_wasm_reader *r, uint32_t count)
{
    if (!r->c.ok && r->entry > 0)
        r->entry--;
    return r->c.ok && r->entry < count;
}

bool a3_wasm_read_types(a3_wasm_reader *r)
{
    a3_wasm *w = r->w;
    uint32_t count = a3_wasm_count(&r->c);
    w->types = A3_NEW_ARRAY(r->arena, a3_wasm_type_entry, count);
    if (w->types == NULL)
        return a3_wasm_nomem(r);
    for (r->entry = 0; more(r, count); r->entry++) {
        if (a3_get8(&r->c) != FUNCTION_TYPE && r->c.ok)
            return a3_wasm_fail(r, A3_UNSUPPORTED, "a type that is no function type");
        w->types[r->entry].params = skip_value_types(&r->c);
        w->types[r->entry].results = skip_value_types(&r->c);
    }
    w->type_count = count;
    return true;
}

/* Limits of a table or memory. 64-bit ones are another architecture. */
static bool skip_limits(a3_wasm_reader *r)
{
    uint8_t flags = a3_get8(&r->c);
    if (flags & LIMIT_64) {
        r->slices->items[r->slices->count - 1].arch_name = "wasm64";
        return a3_wasm_fail(r, A3_UNSUPPORTED, "64-bit memory (wasm64)");
    }
    a3_wasm_u32(&r->c);
    if (flags & LIMIT_MAXIMUM)
        a3_wasm_u32(&r->c);
    if (flags & LIMIT_PAGE_SIZE)
        a3_wasm_u32(&r->c);
    return true;
}

static bool add_function(a3_wasm_reader *r, a3_wasm_import *one)
{
    a3_wasm *w = r->w;
    uint32_t type = a3_wasm_u32(&r->c);
    if (r->c.ok && type >= w->type_count)
        return a3_wasm_fail(r, A3_MALFORMED, "its type does not exist");
    one->index = w->imported_functions;
    w->function_types[w->imported_functions++] = type;
    return true;
}

static bool add_global(a3_wasm_reader *r, a3_wasm_value value, uint32_t *index)
{
    a3_wasm_global_entry *global = A3_PUSH(r->arena, &r->w->globals);
    if (global == NULL)
        return a3_wasm_nomem(r);
    global->value = value;
    *index = (uint32_t)(r->w->globals.count - 1);
    return true;
}

/* The globals that the loader gives a side module, and the GOT: what they hold is settled once the exports are known. */
static a3_wasm_value imported_value(a3_wasm *w, const a3_wasm_import *one, uint32_t index)
{
    a3_wasm_value value = {A3_WASM_UNKNOWN, 0, index};
    if (one->name == NULL)
        return value;
    if (strcmp(one->module, "env") == 0 && strcmp(one->name, "__memory_base") == 0) {
        value.kind = A3_WASM_ADDRESS;
        value.number = (uint32_t)A3_WASM_BASE;
        w->side = true;
    } else if (strcmp(one->module, "env") == 0 && strcmp(one->name, "__table_base") == 0) {
        value.kind = A3_WASM_ADDRESS;
        value.number = (uint32_t)A3_WASM_TABLE;
    } else if (strcmp(one->module, "GOT.mem") == 0 || strcmp(one->module, "GOT.func") == 0) {
        value.kind = A3_WASM_SYMBOL;
    }
    return value;
}

static bool read_import(a3_wasm_reader *r)
{
    a3_wasm_import *one = A3_PUSH(r->arena, &r->w->imports);
    bool whole = true;
    if (one == NULL)
        return a3_wasm_nomem(r);
    one->module = a3_wasm_name(r, &whole);
    one->name = one->module ? a3_wasm_name(r, &whole) : NULL;
    if (one->name == NULL)
        return r->c.ok ? false : true;
    if (!whole)
        one->name = NULL;
    uint8_t kind = a3_get8(&r->c);
    one->kind = (a3_wasm_kind)kind;
    switch (kind) {
    case A3_WASM_KIND_FUNCTION:
        return add_function(r, one);
    case A3_WASM_KIND_TABLE:
        skip_value_type(&r->c);
        return skip_limits(r);
    case A3_WASM_KIND_MEMORY:
        return skip_limits(r);
    case A3_WASM_KIND_GLOBAL:
        skip_value_type(&r->c);
        a3_get8(&r->c); /* mutability */
        return add_global(r, imported_value(r->w, one, (uint32_t)r->w->globals.count), &one->index);
    case A3_WASM_KIND_TAG:
        a3_get8(&r->c);
        a3_wasm_u32(&r->c);
        return true;
    default:
        return !r->c.ok || a3_wasm_fail(r, A3_MALFORMED, "an import of unknown kind");
    }
}

/* The list of imports moves while it grows: what points into it is set afterwards. */
static bool link_imports(a3_wasm_reader *r)
{
    a3_wasm *w = r->w;
    w->function_imports = A3_NEW_ARRAY(r->arena, const a3_wasm_import *, w->imported_functions);
    if (w->function_imports == NULL)
        return a3_wasm_nomem(r);
    for (size_t i = 0; i < w->imports.count; i++) {
        const a3_wasm_import *one = &w->imports.items[i];
        if (one->kind == A3_WASM_KIND_FUNCTION)
            w->function_imports[one->index] = one;
        else if (one->kind == A3_WASM_KIND_GLOBAL)
            w->globals.items[one->index].import = one;
    }
    return true;
}

bool a3_wasm_read_imports(a3_wasm_reader *r)
{
    a3_wasm *w = r->w;
    uint32_t count = a3_wasm_count(&r->c);
    if (count > r->im->limits->symbols)
        return a3_wasm_fail(r, A3_LIMIT, "too many imports");
    w->function_types = A3_NEW_ARRAY(r->arena, uint32_t, count);
    if (w->function_types == NULL)
        return a3_wasm_nomem(r);
    for (r->entry = 0; more(r, count); r->entry++)
        if (!read_import(r))
            return false;
    w->function_count = w->imported_functions;
    return !r->c.ok || link_imports(r);
}

bool a3_wasm_read_functions(a3_wasm_reader *r)
{
    a3_wasm *w = r->w;
    uint32_t count = a3_wasm_count(&r->c);
    if (!r->c.ok)
        return true;
    uint32_t *types = A3_NEW_ARRAY(r->arena, uint32_t, (size_t)w->imported_functions + count);
    if (types == NULL)
        return a3_wasm_nomem(r);
    if (w->imported_functions > 0)
        memcpy(types, w->function_types, w->imported_functions * sizeof *types);
    w->function_types = types;
    for (r->entry = 0; more(r, count); r->entry++) {
        uint32_t type = a3_wasm_u32(&r->c);
        if (r->c.ok && type >= w->type_count)
            return a3_wasm_fail(r, A3_MALFORMED, "its type does not exist");
        types[w->imported_functions + r->entry] = type;
    }
    w->function_count = w->imported_functions + count;
    return true;
}

/* A constant expression. Where it cannot be understood, neither can the rest of the section. */
static bool constant(a3_wasm_reader *r, a3_wasm_value *out)
{
    unsigned code;
    if (a3_wasm_constant(r->w, &r->c, out, &code) || !r->c.ok)
        return true;
    return a3_wasm_fail(r, A3_UNSUPPORTED, "a constant expression that is not understood");
}

bool a3_wasm_read_globals(a3_wasm_reader *r)
{
    uint32_t count = a3_wasm_count(&r->c), index;
    for (r->entry = 0; more(r, count); r->entry++) {
        a3_wasm_value value;
        skip_value_type(&r->c);
        a3_get8(&r->c); /* mutability */
        if (!constant(r, &value) || !add_global(r, value, &index))
            return false;
    }
    return true;
}

bool a3_wasm_read_exports(a3_wasm_reader *r)
{
    a3_wasm *w = r->w;
    uint32_t count = a3_wasm_count(&r->c);
    if (count > r->im->limits->symbols)
        return a3_wasm_fail(r, A3_LIMIT, "too many exports");
    for (r->entry = 0; more(r, count); r->entry++) {
        bool whole = true;
        const char *name = a3_wasm_name(r, &whole);
        if (name == NULL)
            return r->c.ok ? false : true;
        uint8_t kind = a3_get8(&r->c);
        uint32_t index = a3_wasm_u32(&r->c);
        if (!r->c.ok)
            return true;
        if ((kind == A3_WASM_KIND_FUNCTION && index >= w->function_count) ||
            (kind == A3_WASM_KIND_GLOBAL && index >= w->globals.count) || kind > A3_WASM_KIND_TAG)
            return a3_wasm_fail(r, A3_MALFORMED, "it leads to nothing that exists");
        if (!whole || (kind != A3_WASM_KIND_FUNCTION && kind != A3_WASM_KIND_GLOBAL))
            continue;
        a3_wasm_export *one = A3_PUSH(r->arena, &w->exports);
        if (one == NULL)
            return a3_wasm_nomem(r);
        *one = (a3_wasm_export){.name = name, .kind = (a3_wasm_kind)kind, .index = index};
    }
    return true;
}

bool a3_wasm_read_start(a3_wasm_reader *r)
{
    r->w->start = a3_wasm_u32(&r->c);
    if (r->c.ok && r->w->start >= r->w->function_count)
        return a3_wasm_fail(r, A3_MALFORMED, "no such function");
    r->w->has_start = r->c.ok;
    return true;
}

/* The functions of one element segment, by index or by constant expressions. */
static bool read_element_functions(a3_wasm_reader *r, bool expressions, a3_wasm_element *element)
{
    element->count = a3_wasm_count(&r->c);
    if (!r->c.ok)
        return true;
    element->functions = A3_NEW_ARRAY(r->arena, uint32_t, element->count);
    if (element->functions == NULL)
        return a3_wasm_nomem(r);
    for (uint32_t i = 0; i < element->count && r->c.ok; i++) {
        a3_wasm_value value = {A3_WASM_UNKNOWN, 0, 0};
        if (expressions && !constant(r, &value))
            return false;
        element->functions[i] = expressions ? UINT32_MAX : a3_wasm_u32(&r->c);
        if (expressions && value.kind == A3_WASM_ADDRESS && value.number >= A3_WASM_FUNCTION)
            element->functions[i] = value.number - (uint32_t)A3_WASM_FUNCTION;
    }
    return true;
}

/* Segment flags: bit 0 passive or declared, bit 1 explicit table (or declared), bit 2 expressions instead of indices. */
static bool read_element(a3_wasm_reader *r)
{
    uint32_t flags = a3_wasm_u32(&r->c);
    a3_wasm_value place = {A3_WASM_UNKNOWN, 0, 0};
    a3_wasm_element element = {0, 0, false, NULL};
    uint32_t table = 0;
    if (flags > 7)
        return a3_wasm_fail(r, A3_MALFORMED, "unknown flags");
    bool active = (flags & 1) == 0, expressions = (flags & 4) != 0;
    if (active && (flags & 2))
        table = a3_wasm_u32(&r->c);
    if (active && !constant(r, &place))
        return false;
    if ((flags & 3) != 0 && expressions)
        skip_value_type(&r->c);
    else if ((flags & 3) != 0)
        a3_get8(&r->c); /* kind: functions */
    if (!read_element_functions(r, expressions, &element))
        return false;
    element.relative = place.kind == A3_WASM_ADDRESS && place.number >= A3_WASM_TABLE && place.number < A3_WASM_FUNCTION;
    if (!active || (!element.relative && place.kind != A3_WASM_NUMBER) || table != 0 || element.count == 0)
        return true;
    element.start = element.relative ? place.number - A3_WASM_TABLE : place.number;
    a3_wasm_element *one = A3_PUSH(r->arena, &r->w->elements);
    if (one == NULL)
        return a3_wasm_nomem(r);
    *one = element;
    return true;
}

bool a3_wasm_read_elements(a3_wasm_reader *r)
{
    uint32_t count = a3_wasm_count(&r->c);
    for (r->entry = 0; more(r, count); r->entry++)
        if (!read_element(r))
            return false;
    return true;
}

bool a3_wasm_read_code(a3_wasm_reader *r)
{
    a3_wasm *w = r->w;
    uint32_t count = a3_wasm_count(&r->c), wanted = w->function_count - w->imported_functions;
    if (r->c.ok && count != wanted)
        return a3_wasm_fail(r, A3_MALFORMED, "it has not as many bodies as the function section has functions");
    w->bodies = A3_NEW_ARRAY(r->arena, a3_span, count);
    if (w->bodies == NULL)
        return a3_wasm_nomem(r);
    for (r->entry = 0; more(r, count); r->entry++) {
        w->bodies[r->entry] = a3_wasm_bytes(&r->c);
        w->code_size += w->bodies[r->entry].size;
    }
    w->has_code = true;
    return true;
}

/* Segment flags: 0 active, 1 passive, 2 active with an explicit memory. */
bool a3_wasm_read_data(a3_wasm_reader *r)
{
    uint32_t count = a3_wasm_count(&r->c);
    for (r->entry = 0; more(r, count); r->entry++) {
        a3_wasm_data *one = A3_PUSH(r->arena, &r->w->datas);
        if (one == NULL)
            return a3_wasm_nomem(r);
        uint32_t flags = a3_wasm_u32(&r->c);
        if (flags > 2)
            return a3_wasm_fail(r, A3_MALFORMED, "unknown flags");
        uint32_t memory = flags == 2 ? a3_wasm_u32(&r->c) : 0;
        if (flags != 1 && !constant(r, &one->place))
            return false;
        one->active = flags != 1 && memory == 0;
        one->bytes = a3_wasm_bytes(&r->c);
    }
    return true;
}

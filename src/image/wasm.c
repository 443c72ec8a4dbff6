/* SPDX-License-Identifier: MIT */
/* wasm modules, above all the side modules that Emscripten and Pyodide load: the walk over the sections, and what they
 * come to in the neutral view. wasm.h says how addresses are made. */
#include "image/wasm_priv.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum { HEADER = 8, CUSTOM = 0, MODULE_VERSION = 1, COMPONENT_LAYER = 1 };

typedef struct section_kind {
    const char *name;
    unsigned rank; /* sections come in ascending order of it, each at most once */
    bool (*read)(a3_wasm_reader *r); /* NULL: nothing in it is needed */
} section_kind;

/* By section id. */
static const section_kind kinds[] = {
    [1] = {"type", 1, a3_wasm_read_types},       [2] = {"import", 2, a3_wasm_read_imports},
    [3] = {"function", 3, a3_wasm_read_functions}, [4] = {"table", 4, NULL},
    [5] = {"memory", 5, NULL},                   [13] = {"tag", 6, NULL},
    [6] = {"global", 7, a3_wasm_read_globals},   [7] = {"export", 8, a3_wasm_read_exports},
    [8] = {"start", 9, a3_wasm_read_start},      [9] = {"element", 10, a3_wasm_read_elements},
    [12] = {"data count", 11, NULL},             [10] = {"code", 12, a3_wasm_read_code},
    [11] = {"data", 13, a3_wasm_read_data},
};

uint32_t a3_wasm_u32(a3_cursor *c)
{
    size_t pos = c->pos;
    uint64_t value = a3_get_uleb(c);
    if (value > UINT32_MAX || c->pos - pos > 5)
        c->ok = false;
    return c->ok ? (uint32_t)value : 0;
}

uint32_t a3_wasm_count(a3_cursor *c)
{
    uint32_t count = a3_wasm_u32(c);
    if (count > a3_left(c))
        c->ok = false;
    return c->ok ? count : 0;
}

a3_span a3_wasm_bytes(a3_cursor *c)
{
    uint32_t size = a3_wasm_u32(c);
    return a3_get_span(c, size);
}

const char *a3_wasm_copy(a3_arena *arena, a3_span text)
{
    return a3_strndup(arena, text.size > 0 ? (const char *)text.data : "", text.size);
}

const char *a3_wasm_name(a3_wasm_reader *r, bool *whole)
{
    static const char *const common[] = {"env", "GOT.mem", "GOT.func"};
    a3_span text = a3_wasm_bytes(&r->c);
    if (!r->c.ok)
        return NULL;
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        if (a3_span_is(text, common[i]))
            return common[i];
    if (!a3_utf8_valid((const char *)text.data, text.size)) {
        a3_wasm_fail(r, A3_MALFORMED, "a name is not UTF-8");
        return NULL;
    }
    if (text.size > 0 && memchr(text.data, 0, text.size) != NULL) {
        *whole = false;
        a3_fail_at(&r->im->symbols, A3_MALFORMED, r->at + r->c.pos, "%s section, entry %" PRIu32 ": its name has a NUL byte",
                   r->section, r->entry);
    }
    const char *copy = a3_wasm_copy(r->arena, text);
    if (copy == NULL)
        a3_wasm_nomem(r);
    return copy;
}

bool a3_wasm_fail(a3_wasm_reader *r, a3_status status, const char *message)
{
    a3_slice_fail(r->slices, status, r->at + r->c.pos, "%s section, entry %" PRIu32 " (up to 0x%" PRIx64 "): %s", r->section,
                  r->entry, r->at + r->c.pos, message);
    return false;
}

bool a3_wasm_nomem(a3_wasm_reader *r)
{
    a3_slice_fail(r->slices, A3_NOMEM, A3_NO_OFFSET, "no memory for the module's tables");
    return false;
}

/* `first`: no other section stands before it. */
static bool read_custom(a3_wasm_reader *r, bool first)
{
    a3_span name = a3_wasm_bytes(&r->c), rest = a3_span_from(r->c.in, r->c.pos);
    r->section = "custom";
    if (!r->c.ok || !a3_utf8_valid((const char *)name.data, name.size))
        return a3_wasm_fail(r, A3_MALFORMED, "its name is cut short or not UTF-8");
    bool legacy = a3_span_is(name, "dylink");
    if (name.size > 7 && memcmp(name.data, ".debug_", 7) == 0)
        r->im->debug_info = true;
    else if (a3_span_is(name, "linking"))
        r->w->has_linking = true;
    else if ((legacy || a3_span_is(name, "dylink.0")) && !r->w->has_dylink) {
        r->w->has_dylink = true;
        if (!first)
            r->im->layout_fault = "the dylink.0 section is not the first section";
        return a3_wasm_read_dylink(r, rest, legacy);
    }
    return true;
}

/* One standard section, which its reader must use up to the last byte. */
static bool read_standard(a3_wasm_reader *r, const section_kind *kind)
{
    r->section = kind->name;
    r->entry = 0;
    if (kind->read == NULL)
        return true;
    if (!kind->read(r))
        return false;
    if (!r->c.ok)
        return a3_wasm_fail(r, A3_MALFORMED, "it ends behind the end of the section, or a number in it is too long");
    if (a3_left(&r->c) > 0)
        return a3_wasm_fail(r, A3_MALFORMED, "the section is longer than its contents");
    return true;
}

static bool read_sections(a3_wasm_reader *r)
{
    unsigned rank = 0;
    a3_cursor c = a3_cursor_at(r->im->bytes, HEADER, false);
    for (bool first = true; a3_left(&c) > 0; first = false) {
        uint64_t start = r->im->offset + c.pos;
        unsigned id = a3_get8(&c);
        a3_span contents = a3_wasm_bytes(&c);
        const section_kind *kind = id < sizeof kinds / sizeof *kinds && kinds[id].name ? &kinds[id] : NULL;
        const char *name = id == CUSTOM ? "custom" : kind ? kind->name : "unknown";
        if (!c.ok) {
            a3_slice_fail(r->slices, A3_MALFORMED, start, "%s section at 0x%" PRIx64
                          " ends behind the end of the file (0x%zx): it is cut short", name, start, r->im->bytes.size);
            return false;
        }
        r->c = a3_cursor_at(contents, 0, false);
        r->at = r->im->offset + c.pos - contents.size;
        if (id == CUSTOM) {
            if (!read_custom(r, first))
                return false;
            continue;
        }
        if (kind == NULL || kind->rank <= rank) {
            a3_slice_fail(r->slices, A3_MALFORMED, start, "section at 0x%" PRIx64 ": %s (id %u)", start,
                          kind ? "it stands twice or out of order" : "its kind does not exist", id);
            return false;
        }
        rank = kind->rank;
        if (!read_standard(r, kind))
            return false;
    }
    if (!r->w->has_code && r->w->function_count > r->w->imported_functions) {
        a3_slice_fail(r->slices, A3_MALFORMED, A3_NO_OFFSET, "functions without a code section: the file is cut short");
        return false;
    }
    return true;
}

/* -- what the sections come to -- */

static int compare_elements(const void *a, const void *b)
{
    const a3_wasm_element *x = a, *y = b;
    return x->start < y->start ? -1 : x->start > y->start;
}

/* Slots count from __table_base in a side module, from 0 in any other: segments of the other kind have no place. */
static void place_elements(a3_wasm *w)
{
    size_t kept = 0;
    for (size_t i = 0; i < w->elements.count; i++)
        if (w->elements.items[i].relative == w->side)
            w->elements.items[kept++] = w->elements.items[i];
    w->elements.count = kept;
    if (kept > 1)
        qsort(w->elements.items, kept, sizeof *w->elements.items, compare_elements);
}

static bool add_segment(a3_wasm_reader *r, uint64_t address, uint64_t size, a3_span file)
{
    a3_segment *segment = A3_PUSH(r->arena, &r->im->segments);
    if (segment == NULL)
        return a3_wasm_nomem(r);
    *segment = (a3_segment){.address = address, .size = size, .file = file, .protection = A3_PROT_READ | A3_PROT_WRITE};
    return true;
}

static void misplaced(a3_wasm_reader *r, size_t index, const char *what)
{
    if (r->im->layout_fault == NULL)
        r->im->layout_fault = a3_printf(r->arena, "data segment %zu %s", index, what);
}

/* The zeros of a side module: before, between and behind its data segments, up to `end`. */
static bool fill_memory(a3_wasm_reader *r, uint64_t end)
{
    a3_segments *list = &r->im->segments;
    size_t count = list->count;
    uint64_t first = count > 0 ? list->items[0].address : end;
    for (size_t i = 0; i < count; i++) {
        a3_segment *one = &list->items[i];
        uint64_t next = i + 1 < count ? one[1].address : end;
        if (next > one->address + one->size)
            one->size = next - one->address;
    }
    return first <= A3_WASM_BASE || add_segment(r, A3_WASM_BASE, first - A3_WASM_BASE, (a3_span){NULL, 0});
}

/* The start function of a module with shared memory copies its data; thread-local templates are copied to their first
 * place too. */
static void place_passive(void *context, uint32_t segment, a3_wasm_value place, uint32_t source, uint32_t size)
{
    a3_wasm *w = context;
    if (segment >= w->datas.count || w->datas.items[segment].active)
        return;
    a3_wasm_data *one = &w->datas.items[segment];
    if (source != 0 || size != one->bytes.size || place.kind == A3_WASM_UNKNOWN)
        return;
    one->active = true;
    one->place = place;
}

/* False: some data has no place that is known, so that zeros cannot be told from data. */
static bool run_start(a3_wasm *w)
{
    a3_wasm_machine m = {.w = w, .init = place_passive, .context = w};
    bool all = true;
    for (size_t i = 0; i < w->datas.count && all; i++)
        all = w->datas.items[i].active;
    if (!all && w->has_start)
        a3_wasm_run(&m, w->start);
    for (size_t i = 0; i < w->datas.count; i++)
        if (!w->datas.items[i].active)
            return false;
    return true;
}

/* Data segments where they will be. */
static bool place_data(a3_wasm_reader *r)
{
    const a3_wasm *w = r->w;
    uint64_t end = w->has_dylink ? A3_WASM_BASE + w->memory_size : A3_WASM_TABLE;
    bool all = run_start(r->w);
    if (end > A3_WASM_TABLE)
        end = A3_WASM_TABLE;
    for (size_t i = 0; i < w->datas.count; i++) {
        const a3_wasm_data *one = &w->datas.items[i];
        uint64_t address = one->place.number;
        if (!one->active || one->bytes.size == 0)
            continue;
        if (one->place.kind != (w->side ? A3_WASM_ADDRESS : A3_WASM_NUMBER))
            misplaced(r, i, "is not placed relative to __memory_base");
        else if (address >= A3_WASM_TABLE || one->bytes.size > A3_WASM_TABLE - address)
            misplaced(r, i, "lies beyond the memory that this reader can show");
        else if (!add_segment(r, address, one->bytes.size, one->bytes))
            return false;
        else if (address + one->bytes.size > end)
            misplaced(r, i, "ends behind the memory that the dylink.0 section asks for");
    }
    a3_image_finish(r->im); /* puts the segments in order */
    return !w->has_dylink || !all || fill_memory(r, end);
}

static bool add_export(a3_wasm_reader *r, const a3_wasm_export *from)
{
    const a3_wasm *w = r->w;
    a3_export *one = A3_PUSH(r->arena, &r->im->exports);
    if (one == NULL)
        return a3_wasm_nomem(r);
    one->name = from->name;
    if (from->kind == A3_WASM_KIND_FUNCTION) {
        const a3_wasm_import *import = from->index < w->imported_functions ? w->function_imports[from->index] : NULL;
        one->address = A3_WASM_FUNCTION + from->index;
        if (import != NULL && import->name != NULL) {
            one->address = 0;
            one->flags = A3_SYM_FORWARD;
            one->forward = a3_printf(r->arena, "%s:%s", import->module, import->name);
            return one->forward != NULL || a3_wasm_nomem(r);
        }
        return true;
    }
    a3_wasm_value value = w->globals.items[from->index].value;
    one->flags = A3_SYM_DATA;
    if (value.kind == A3_WASM_NUMBER) /* the loader adds its base to every exported number */
        one->address = (uint32_t)(value.number + r->im->base);
    else if (value.kind == A3_WASM_ADDRESS)
        one->address = value.number;
    return true;
}

static bool place_exports(a3_wasm_reader *r)
{
    for (size_t i = 0; i < r->w->exports.count; i++)
        if (!add_export(r, &r->w->exports.items[i]))
            return false;
    a3_image_finish(r->im);
    a3_exports *list = &r->im->exports;
    if (list->count < r->w->exports.count) { /* only one of a name is left */
        a3_slice_fail(r->slices, A3_MALFORMED, A3_NO_OFFSET, "export section: two exports have the same name");
        return false;
    }
    for (size_t i = 0; i < r->w->tls_exports.count; i++) {
        const a3_export *one = a3_image_export(r->im, r->w->tls_exports.items[i]);
        if (one != NULL)
            list->items[one - list->items].flags |= A3_SYM_TLS;
    }
    return true;
}

/* NULL for "env" and the GOT, which any module may provide. */
static const char *library(const a3_wasm_import *one)
{
    bool flat = strcmp(one->module, "env") == 0 || strncmp(one->module, "GOT.", 4) == 0;
    return flat ? NULL : one->module;
}

/* What the loader itself provides is no symbol. */
static bool is_symbol(const a3_wasm_import *one)
{
    static const char *const loaders[] = {"__memory_base",   "__table_base", "__stack_pointer", "__memory_base32",
                                          "__table_base32", "__tls_base",   "__stack_high",    "__stack_low"};
    if (one->name == NULL || one->kind == A3_WASM_KIND_TABLE || one->kind == A3_WASM_KIND_MEMORY)
        return false;
    for (size_t i = 0; i < sizeof loaders / sizeof *loaders; i++)
        if (one->kind == A3_WASM_KIND_GLOBAL && strcmp(one->module, "env") == 0 && strcmp(one->name, loaders[i]) == 0)
            return false;
    return true;
}

/* A GOT entry of a symbol that the module itself exports holds that symbol, and is no import. */
static bool bind_to_itself(a3_wasm_reader *r, const a3_wasm_import *one)
{
    bool data = strcmp(one->module, "GOT.mem") == 0;
    if (one->kind != A3_WASM_KIND_GLOBAL || (!data && strcmp(one->module, "GOT.func") != 0))
        return false;
    const a3_export *own = a3_image_export(r->im, one->name);
    if (own == NULL || own->forward != NULL || data != ((own->flags & A3_SYM_DATA) != 0))
        return false;
    r->w->globals.items[one->index].value = (a3_wasm_value){A3_WASM_ADDRESS, (uint32_t)own->address, 0};
    return true;
}

static bool place_imports(a3_wasm_reader *r)
{
    a3_wasm_imports *list = &r->w->imports;
    for (size_t i = 0; i < list->count; i++) {
        a3_wasm_import *from = &list->items[i];
        from->symbol = SIZE_MAX;
        if (!is_symbol(from) || bind_to_itself(r, from))
            continue;
        a3_import *one = A3_PUSH(r->arena, &r->im->imports);
        if (one == NULL)
            return a3_wasm_nomem(r);
        from->symbol = 0;
        one->name = from->name;
        one->library = library(from);
        if (from->kind == A3_WASM_KIND_GLOBAL && strcmp(from->module, "GOT.func") != 0)
            one->flags = A3_SYM_DATA;
    }
    a3_image_finish(r->im);
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].symbol != SIZE_MAX)
            list->items[i].symbol = a3_image_import_index(r->im, list->items[i].name, library(&list->items[i]));
    for (size_t i = 0; i < r->w->weak_imports.count; i++) {
        const char *name = r->w->weak_imports.items[i];
        size_t at = a3_image_import_index(r->im, name, NULL);
        if (at != SIZE_MAX)
            r->im->imports.items[at].flags |= A3_SYM_WEAK;
    }
    return true;
}

static bool check_header(a3_wasm_reader *r)
{
    a3_cursor c = a3_cursor_at(r->im->bytes, 4, false);
    unsigned version = a3_get16(&c), layer = a3_get16(&c);
    if (!c.ok) {
        a3_slice_fail(r->slices, A3_MALFORMED, 4, "the file ends behind its magic number: it is cut short");
        return false;
    }
    if (version != MODULE_VERSION || layer != 0) {
        a3_slice_fail(r->slices, A3_UNSUPPORTED, 4, "%s of wasm version %u, only modules of version 1 are read",
                      layer == COMPONENT_LAYER ? "a component" : "a module", version);
        return false;
    }
    return true;
}

void a3_wasm_open(a3_span bytes, const a3_limits *limits, a3_arena *arena, a3_slices *slices)
{
    static const struct a3_image_ops ops = {.load_fixups = a3_wasm_load_fixups};
    a3_image *im = a3_image_new(slices, arena, limits, A3_FORMAT_WASM, bytes);
    if (im == NULL)
        return;
    a3_wasm_reader r = {.slices = slices, .arena = arena, .im = im, .w = A3_NEW(arena, a3_wasm)};
    if (r.w == NULL) {
        a3_wasm_nomem(&r);
        return;
    }
    r.w->im = im;
    im->priv = r.w;
    im->ops = &ops;
    im->arch = A3_ARCH_WASM32;
    im->arch_name = slices->items[slices->count - 1].arch_name = a3_arch_name(A3_ARCH_WASM32);
    im->pointer_size = 4;
    im->flat_namespace = true;
    if (!check_header(&r) || !read_sections(&r))
        return;
    r.w->side = r.w->side || r.w->has_dylink;
    im->kind = r.w->side ? A3_KIND_SHARED : r.w->has_linking ? A3_KIND_RELOCATABLE : A3_KIND_PROGRAM;
    im->os = r.w->side ? A3_OS_EMSCRIPTEN : A3_OS_UNKNOWN;
    im->base = r.w->side ? A3_WASM_BASE : 0;
    if (!r.w->has_dylink)
        im->layout_fault = "there is no dylink.0 section";
    place_elements(r.w);
    if (place_data(&r) && place_exports(&r)) {
        im->start.function = a3_wasm_constructors(im);
        place_imports(&r);
    }
}

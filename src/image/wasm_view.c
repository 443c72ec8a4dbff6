/* SPDX-License-Identifier: MIT */
/* The loaded module: functions, types, globals and table slots for the interpreter (wasm.h), and the fixups, which are
 * what the module's own relocation functions would store. */
#include "image/wasm_priv.h"

#include <inttypes.h>
#include <string.h>

enum { MOST_LOCALS = 50000 }; /* of one function, what engines allow */

static const a3_wasm *wasm(const a3_image *im) { return im->priv; }

uint32_t a3_wasm_function_count(const a3_image *im) { return wasm(im)->function_count; }

bool a3_wasm_type(const a3_image *im, uint32_t index, uint32_t *params, uint32_t *results)
{
    const a3_wasm *w = wasm(im);
    if (index >= w->type_count)
        return false;
    *params = w->types[index].params;
    *results = w->types[index].results;
    return true;
}

/* Declarations of locals: groups of a count and a type. */
static bool split_body(a3_span whole, a3_wasm_function *out)
{
    a3_cursor c = a3_cursor_at(whole, 0, false);
    uint64_t locals = out->params;
    uint32_t groups = a3_wasm_count(&c);
    if (groups > MOST_LOCALS)
        return false;
    for (uint32_t i = 0; i < groups && c.ok && locals <= MOST_LOCALS; i++) {
        locals += a3_wasm_u32(&c);
        uint8_t type = a3_get8(&c);
        if (type == 0x63 || type == 0x64) /* a reference to a heap type */
            a3_get_sleb(&c);
    }
    out->locals = (uint32_t)locals;
    out->body = a3_span_from(whole, c.pos);
    return c.ok && locals <= MOST_LOCALS;
}

bool a3_wasm_function_at(const a3_image *im, uint32_t index, a3_wasm_function *out)
{
    const a3_wasm *w = wasm(im);
    *out = (a3_wasm_function){.index = index, .import = SIZE_MAX};
    if (index >= w->function_count || !a3_wasm_type(im, w->function_types[index], &out->params, &out->results))
        return false;
    out->imported = index < w->imported_functions;
    if (!out->imported) /* there is no body while the sections before the code are being read */
        return w->has_code && split_body(w->bodies[index - w->imported_functions], out);
    out->locals = out->params;
    out->import = w->function_imports[index]->symbol;
    return true;
}

bool a3_wasm_is_stack_pointer(const a3_image *im, uint32_t index)
{
    const a3_wasm *w = wasm(im);
    const a3_wasm_import *one = index < w->globals.count ? w->globals.items[index].import : NULL;
    return one != NULL && one->name != NULL && strcmp(one->module, "env") == 0 && strcmp(one->name, "__stack_pointer") == 0;
}

bool a3_wasm_slot(const a3_image *im, uint64_t slot, uint32_t *function)
{
    const a3_wasm *w = wasm(im);
    size_t low = 0, high = w->elements.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (w->elements.items[middle].start <= slot)
            low = middle + 1;
        else
            high = middle;
    }
    const a3_wasm_element *one = low > 0 ? &w->elements.items[low - 1] : NULL;
    if (one == NULL || slot - one->start >= one->count || one->functions[slot - one->start] >= w->function_count)
        return false;
    *function = one->functions[slot - one->start];
    return true;
}

uint64_t a3_wasm_resolve(const a3_image *im, uint64_t value)
{
    uint32_t function;
    if (!wasm(im)->side || value < A3_WASM_TABLE || value >= A3_WASM_FUNCTION ||
        !a3_wasm_slot(im, value - A3_WASM_TABLE, &function))
        return value;
    return A3_WASM_FUNCTION + function;
}

a3_pointer a3_wasm_global(a3_image *im, uint32_t index)
{
    const a3_pointer none = {.kind = A3_POINTER_NONE};
    a3_image_load_fixups(im); /* the start function may set globals */
    const a3_wasm *w = wasm(im);
    if (index >= w->globals.count)
        return none;
    a3_wasm_value value = w->globals.items[index].value;
    switch (value.kind) {
    case A3_WASM_NUMBER:
        return (a3_pointer){.kind = A3_POINTER_PLAIN, .value = value.number};
    case A3_WASM_ADDRESS:
        return (a3_pointer){.kind = A3_POINTER_ADDRESS, .value = value.number};
    case A3_WASM_SYMBOL: {
        size_t import = w->globals.items[value.global].import->symbol;
        if (import == SIZE_MAX)
            return none;
        return (a3_pointer){.kind = A3_POINTER_IMPORT, .value = import, .addend = (int32_t)value.number};
    }
    default:
        return none;
    }
}

/* -- fixups -- */

/* A store of the relocation function. Numbers are no pointers; what is not known, though, is a gap in what we see. */
static bool store(void *context, a3_wasm_value address, a3_wasm_value value, unsigned size)
{
    a3_image *im = context;
    const a3_wasm *w = wasm(im);
    if (address.kind != A3_WASM_ADDRESS || value.kind == A3_WASM_UNKNOWN) {
        a3_fail(&im->fixups_error, A3_UNSUPPORTED, "the relocation function stores %s",
                address.kind != A3_WASM_ADDRESS ? "to an address that is not known" : "a value that is not known");
        return true;
    }
    if (value.kind == A3_WASM_NUMBER)
        return true;
    a3_fixup fixup = {.address = address.number, .target = value.number, .kind = A3_FIXUP_ADDRESS, .size = 4};
    if (value.kind == A3_WASM_SYMBOL) {
        fixup.kind = A3_FIXUP_IMPORT;
        fixup.target = w->globals.items[value.global].import->symbol;
        fixup.addend = (int32_t)value.number;
    } else {
        fixup.target = a3_wasm_resolve(im, value.number);
    }
    if (size != 4 || a3_image_segment(im, fixup.address) == NULL || fixup.target == SIZE_MAX) {
        a3_fail(&im->fixups_error, A3_MALFORMED, "the relocation function stores %u bytes at offset 0x%" PRIx64 ", which is %s",
                size, fixup.address - im->base, size != 4 ? "no pointer" : "outside the module's memory");
        return true;
    }
    a3_fixup *one = A3_PUSH(im->arena, &im->fixups);
    if (one == NULL) {
        a3_fail(&im->fixups_error, A3_NOMEM, "no memory for the relocations");
        return false;
    }
    *one = fixup;
    return true;
}

/* Linkers of 2020 and earlier export no relocation function: the constructors begin with a call of it. */
static const a3_export *relocation_function(const a3_image *im, bool *constructors)
{
    const a3_export *found = a3_image_export(im, "__wasm_apply_data_relocs");
    if (found == NULL)
        found = a3_image_export(im, "__wasm_apply_relocs");
    *constructors = found == NULL;
    return found ? found : a3_image_export(im, "__wasm_call_ctors");
}

uint64_t a3_wasm_constructors(const a3_image *im)
{
    bool constructors;
    const a3_export *found = relocation_function(im, &constructors);
    if (!constructors)
        found = a3_image_export(im, "__wasm_call_ctors");
    return found && found->address >= A3_WASM_FUNCTION ? found->address : 0;
}

void a3_wasm_load_fixups(a3_image *im)
{
    a3_wasm *w = im->priv;
    a3_wasm_machine start = {.w = w, .writes = true}, relocate = {.w = w, .writes = true, .store = store, .context = im};
    bool constructors;
    if (!w->side)
        return;
    if (w->has_start)
        a3_wasm_run(&start, w->start); /* sets GOT globals of symbols that are the module's own; the rest is zeroing */
    const a3_export *function = relocation_function(im, &constructors);
    if (function == NULL || function->address < A3_WASM_FUNCTION)
        return;
    if (a3_wasm_run(&relocate, (uint32_t)(function->address - A3_WASM_FUNCTION)) || constructors)
        return;
    uint64_t offset = relocate.at ? im->offset + (uint64_t)(relocate.at - im->bytes.data) : A3_NO_OFFSET;
    a3_fail_at(&im->fixups_error, A3_UNSUPPORTED, offset, "%s: instruction 0x%02x is not understood", function->name,
               relocate.code);
}

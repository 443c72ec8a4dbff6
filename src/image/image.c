/* SPDX-License-Identifier: MIT */
/* Which reader takes the bytes, and what all readers share: slices, sorted tables, names. */
#include "image/image.h"

#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#include "image/order.h"

/* A fat Mach-O and a Java class share 0xcafebabe; the next word is a count of slices or a class file version, which
 * started at 45. */
enum { JAVA_FIRST_VERSION = 45 };
/* A PE header so far behind the DOS header is text that happens to start with "MZ". */
enum { PE_HEADER_FARTHEST = 0x1000000 };

static bool is_pe(a3_span bytes)
{
    a3_cursor c = a3_cursor_at(bytes, 0x3c, false);
    uint32_t header = a3_get32(&c);
    if (!c.ok || header >= PE_HEADER_FARTHEST)
        return false;
    a3_span signature;
    if (!a3_span_sub(bytes, header, 4, &signature))
        return true;
    return memcmp(signature.data, "PE\0\0", 4) == 0;
}

a3_format a3_image_detect(a3_span bytes)
{
    a3_cursor c = a3_cursor_at(bytes, 0, true);
    uint32_t magic = a3_get32(&c);
    if (!c.ok)
        return A3_FORMAT_NONE;
    switch (magic) {
    case 0x7f454c46: /* \177ELF */
        return A3_FORMAT_ELF;
    case 0x0061736d: /* \0asm */
        return A3_FORMAT_WASM;
    case 0xfeedface: case 0xfeedfacf: case 0xcefaedfe: case 0xcffaedfe:
    case 0xcafebabf:
        return A3_FORMAT_MACHO;
    case 0xcafebabe:
        return a3_get32(&c) < JAVA_FIRST_VERSION && c.ok ? A3_FORMAT_MACHO : A3_FORMAT_NONE;
    default:
        return magic >> 16 == 0x4d5a && is_pe(bytes) ? A3_FORMAT_PE : A3_FORMAT_NONE;
    }
}

a3_status a3_image_open(a3_span bytes, const a3_limits *limits, a3_arena *arena, a3_slices *slices, a3_err *err)
{
    size_t before = slices->count;
    switch (a3_image_detect(bytes)) {
    case A3_FORMAT_ELF:
        a3_elf_open(bytes, limits, arena, slices);
        break;
    case A3_FORMAT_MACHO:
        a3_macho_open(bytes, limits, arena, slices);
        break;
    case A3_FORMAT_PE:
        a3_pe_open(bytes, limits, arena, slices);
        break;
    case A3_FORMAT_WASM:
        a3_wasm_open(bytes, limits, arena, slices);
        break;
    default:
        return a3_fail_at(err, A3_NOT_MINE, 0, "no ELF, Mach-O, PE or wasm object");
    }
    if (slices->count > before)
        return A3_OK;
    return arena->failed ? a3_fail(err, A3_NOMEM, "no memory for the object's tables")
                         : a3_fail_at(err, A3_NOT_MINE, 0, "no object, but static archives for several machines");
}

a3_slice *a3_slice_new(a3_slices *slices, a3_arena *arena, a3_format format)
{
    a3_slice *slice = A3_PUSH(arena, slices);
    if (slice != NULL) {
        slice->format = format;
        slice->err = (a3_err)A3_ERR_INIT;
    }
    return slice;
}

a3_image *a3_image_new(a3_slices *slices, a3_arena *arena, const a3_limits *limits, a3_format format, a3_span bytes)
{
    a3_slice *slice = a3_slice_new(slices, arena, format);
    if (slice == NULL)
        return NULL;
    a3_image *im = A3_NEW(arena, a3_image);
    if (im == NULL) {
        a3_fail(&slice->err, A3_NOMEM, "no memory for the object's tables");
        return NULL;
    }
    im->format = format;
    im->bytes = bytes;
    im->arena = arena;
    im->limits = limits;
    im->symbols = (a3_err)A3_ERR_INIT;
    im->fixups_error = (a3_err)A3_ERR_INIT;
    im->signature_error = (a3_err)A3_ERR_INIT;
    slice->image = im;
    return im;
}

void a3_slice_fail(a3_slices *slices, a3_status status, uint64_t offset, const char *format, ...)
{
    if (slices->count == 0)
        return;
    a3_slice *slice = &slices->items[slices->count - 1];
    char message[sizeof slice->err.message];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    slice->image = NULL;
    a3_fail_at(&slice->err, status, offset, "%s", message);
}

static int compare_text(const char *a, const char *b)
{
    return a == b ? 0 : strcmp(a ? a : "", b ? b : "");
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* Flags that hold for the merged import only if they hold for each of its parts. */
enum { EVERY_PART = A3_SYM_WEAK | A3_SYM_DELAY };

static void merge_imports(a3_imports *list)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        a3_import *last = kept ? &list->items[kept - 1] : NULL;
        const a3_import *one = &list->items[i];
        if (last != NULL && same_text(last->name, one->name) && same_text(last->library, one->library) &&
            (one->name != NULL || last->ordinal == one->ordinal)) {
            last->flags = (uint16_t)((last->flags & one->flags & EVERY_PART) |
                                     ((last->flags | one->flags) & ~EVERY_PART));
            if (last->version == NULL)
                last->version = one->version;
        } else {
            list->items[kept++] = *one;
        }
    }
    list->count = kept;
}

/* One stable pass by one field; nothing to do where no item has it. */
static bool order_by(const char **names, uint32_t *order, size_t count)
{
    bool any = false;
    for (size_t i = 0; i < count && !any; i++)
        any = names[i] != NULL;
    return !any || a3_order_names(names, order, count, NULL);
}

#define FIELD(list, names, field) \
    for (size_t at_ = 0; at_ < (list)->count; at_++) \
        (names)[at_] = (list)->items[at_].field

static bool sort_imports(a3_image *im)
{
    a3_imports *list = &im->imports;
    size_t count = list->count;
    if (count < 2)
        return true;
    bool done = false;
    const char **names = calloc(count, sizeof *names);
    uint32_t *order = calloc(count, sizeof *order);
    a3_import *old = calloc(count, sizeof *old);
    if (names == NULL || order == NULL || old == NULL)
        goto out;
    for (size_t i = 0; i < count; i++)
        order[i] = (uint32_t)i;
    FIELD(list, names, version);
    done = order_by(names, order, count);
    FIELD(list, names, library);
    done = done && order_by(names, order, count);
    FIELD(list, names, name);
    done = done && order_by(names, order, count);
    if (!done)
        goto out;
    memcpy(old, list->items, count * sizeof *old);
    for (size_t i = 0; i < count; i++)
        list->items[i] = old[order[i]];
    merge_imports(list);
out:
    free(old);
    free(order);
    free(names);
    return done;
}

enum { AHEAD = 16 }; /* the old order is not the new: memory is asked for so many exports before */

static bool sort_exports(a3_image *im)
{
    a3_exports *list = &im->exports;
    size_t count = list->count;
    if (count < 2)
        return true;
    bool done = false;
    const char **names = calloc(count, sizeof *names);
    uint32_t *order = calloc(count, sizeof *order);
    bool *equal = calloc(count, sizeof *equal);
    a3_export *old = calloc(count, sizeof *old);
    if (names == NULL || order == NULL || equal == NULL || old == NULL)
        goto out;
    for (size_t i = 0; i < count; i++)
        order[i] = (uint32_t)i;
    FIELD(list, names, name);
    done = a3_order_names(names, order, count, equal);
    if (!done)
        goto out;
    memcpy(old, list->items, count * sizeof *old);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        __builtin_prefetch(&old[order[i + AHEAD < count ? i + AHEAD : i]]);
        if (!equal[i] || names[order[i]] == NULL)
            list->items[kept++] = old[order[i]];
    }
    list->count = kept;
out:
    free(old);
    free(equal);
    free(order);
    free(names);
    return done;
}

static int compare_segments(const void *a, const void *b)
{
    const a3_segment *x = a, *y = b;
    return x->address < y->address ? -1 : x->address > y->address;
}

/* Lookup needs segments that are not empty, do not wrap around and do not overlap; where a reader let an overlap pass, the
 * lower segment keeps the addresses. */
static void order_segments(a3_segments *list)
{
    if (list->count > 1)
        qsort(list->items, list->count, sizeof *list->items, compare_segments);
    size_t kept = 0;
    uint64_t end = 0;
    for (size_t i = 0; i < list->count; i++) {
        a3_segment one = list->items[i];
        if (one.size > UINT64_MAX - one.address)
            one.size = UINT64_MAX - one.address;
        uint64_t hidden = kept > 0 && one.address < end ? end - one.address : 0;
        if (hidden >= one.size)
            continue;
        one.address += hidden;
        one.size -= hidden;
        one.file = a3_span_from(one.file, hidden);
        if (one.file.size > one.size)
            one.file.size = (size_t)one.size;
        end = one.address + one.size;
        list->items[kept++] = one;
    }
    list->count = kept;
}

void a3_image_finish(a3_image *im)
{
    if (im->arch_name == NULL)
        im->arch_name = a3_arch_name(im->arch);
    order_segments(&im->segments);
    if (!sort_imports(im) || !sort_exports(im))
        a3_fail(&im->symbols, A3_NOMEM, "no memory to sort the symbols");
}

const a3_export *a3_image_export(const a3_image *im, const char *name)
{
    size_t low = 0, high = im->exports.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_text(im->exports.items[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low >= im->exports.count)
        return NULL;
    const a3_export *found = &im->exports.items[low];
    return same_text(found->name, name) ? found : NULL;
}

const char *a3_image_defines(const a3_image *im, const char *const *names)
{
    for (size_t i = 0; names[i] != NULL; i++)
        if (a3_image_export(im, names[i]) != NULL)
            return names[i];
    return im->ops != NULL && im->ops->defines != NULL ? im->ops->defines(im, names) : NULL;
}

/* The first import that is not before (name, library). */
static size_t import_bound(const a3_image *im, const char *name, const char *library)
{
    size_t low = 0, high = im->imports.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const a3_import *one = &im->imports.items[middle];
        int order = compare_text(one->name, name);
        if (order == 0)
            order = compare_text(one->library, library);
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const a3_import *a3_image_import(const a3_image *im, const char *name)
{
    size_t at = import_bound(im, name, NULL);
    return at < im->imports.count && same_text(im->imports.items[at].name, name) ? &im->imports.items[at] : NULL;
}

size_t a3_image_import_index(const a3_image *im, const char *name, const char *library)
{
    size_t at = import_bound(im, name, library);
    if (at >= im->imports.count)
        return SIZE_MAX;
    const a3_import *one = &im->imports.items[at];
    return same_text(one->name, name) && same_text(one->library, library) ? at : SIZE_MAX;
}

const char *a3_format_name(a3_format format)
{
    static const char *const names[] = {
        [A3_FORMAT_NONE] = "none", [A3_FORMAT_ELF] = "elf",   [A3_FORMAT_MACHO] = "macho",
        [A3_FORMAT_PE] = "pe",     [A3_FORMAT_WASM] = "wasm",
    };
    return (size_t)format < sizeof names / sizeof *names ? names[format] : "none";
}

const char *a3_arch_name(a3_arch arch)
{
    static const char *const names[A3_ARCH_COUNT] = {
        [A3_ARCH_UNKNOWN] = "unknown", [A3_ARCH_X86_64] = "x86_64",   [A3_ARCH_I686] = "i686",
        [A3_ARCH_AARCH64] = "aarch64", [A3_ARCH_ARM] = "armv7l",      [A3_ARCH_PPC64] = "ppc64",
        [A3_ARCH_PPC64LE] = "ppc64le", [A3_ARCH_S390X] = "s390x",     [A3_ARCH_RISCV64] = "riscv64",
        [A3_ARCH_LOONGARCH64] = "loongarch64", [A3_ARCH_WASM32] = "wasm32", [A3_ARCH_PPC] = "ppc",
        [A3_ARCH_MIPS] = "mips",       [A3_ARCH_MIPS64] = "mips64",   [A3_ARCH_SPARC] = "sparc",
        [A3_ARCH_RISCV32] = "riscv32",
    };
    return (size_t)arch < A3_ARCH_COUNT ? names[arch] : "unknown";
}

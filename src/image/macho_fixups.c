/* SPDX-License-Identifier: MIT */
/* What the loader writes where: the part that both kinds of fixups share. */
#include "image/macho.h"

#include <inttypes.h>

uint64_t a3_macho_stored(const a3_macho *m, const a3_macho_segment *segment, uint64_t address, unsigned size)
{
    a3_span at;
    if (size == 0 || !a3_span_sub(segment->file, address - segment->address, size, &at))
        return 0;
    return a3_load(at.data, size, m->im->big_endian);
}

a3_macho_writer a3_macho_writer_new(a3_macho *m, const char *what)
{
    a3_macho_writer w = {.m = m, .what = what};
    for (size_t i = 0; i < m->segments.count; i++)
        w.left += m->segments.items[i].file.size / m->im->pointer_size;
    return w;
}

bool a3_macho_write(a3_macho_writer *w, uint64_t at, const a3_macho_segment *segment, uint64_t address,
                    a3_macho_target target, int64_t addend, uint8_t size)
{
    a3_image *im = w->m->im;
    if (w->left == 0) {
        a3_macho_fail(w->m, &im->fixups_error, A3_MALFORMED, at, w->what, "more writes than the segments have room for");
        return false;
    }
    w->left--;
    if (size == 0)
        return true;
    uint64_t offset = address - segment->address;
    if (offset > segment->file.size || size > segment->file.size - offset) {
        a3_macho_fail(w->m, &im->fixups_error, A3_MALFORMED, at, w->what, "a write to address 0x%" PRIx64
                      ", outside of what the file holds of segment %s", address, segment->name);
        return false;
    }
    if (!target.found) {
        a3_macho_fail(w->m, &im->fixups_error, A3_MALFORMED, at, w->what, "what is stored at address 0x%" PRIx64
                      " comes from a symbol that the image does not have", address);
        return true;
    }
    a3_fixup *out = A3_PUSH(im->arena, &im->fixups);
    if (out == NULL) {
        a3_fail(&im->fixups_error, A3_NOMEM, "no memory for the relocations");
        return false;
    }
    *out = (a3_fixup){.address = address, .target = target.value, .kind = (uint8_t)target.kind, .size = size};
    if (target.kind == A3_FIXUP_IMPORT)
        out->addend = addend;
    else
        out->target += (uint64_t)addend;
    return true;
}

/* A definition in the image itself where any will do; else the import that was recorded at opening. */
a3_macho_target a3_macho_resolve(a3_macho *m, const char *name, int64_t ordinal)
{
    const a3_image *im = m->im;
    if (ordinal == A3_MACHO_SELF || ordinal == A3_MACHO_FLAT_LOOKUP || ordinal == A3_MACHO_WEAK_LOOKUP) {
        const a3_export *own = a3_image_export(im, name);
        if (own != NULL && (own->flags & A3_SYM_FORWARD) == 0)
            return (a3_macho_target){true, A3_FIXUP_ADDRESS, own->address};
    }
    size_t index = a3_image_import_index(im, name, a3_macho_library(m, ordinal));
    if (index == SIZE_MAX && ordinal == A3_MACHO_WEAK_LOOKUP) {
        const a3_import *any = a3_image_import(im, name);
        index = any ? (size_t)(any - im->imports.items) : SIZE_MAX;
    }
    return (a3_macho_target){index != SIZE_MAX, A3_FIXUP_IMPORT, index};
}

void a3_macho_load_fixups(a3_image *im)
{
    a3_macho *m = im->priv;
    if (im->kind == A3_KIND_RELOCATABLE)
        a3_fail(&im->fixups_error, A3_UNSUPPORTED, "the relocations of an object file are not applied");
    if (m->classic_relocations && !m->chains.there && !m->rebase.there && !m->bind.there)
        a3_fail(&im->fixups_error, A3_UNSUPPORTED, "relocations of the kind before macOS 10.6 are not applied");
    /* Imports that could not be read cannot be bound either. */
    if (im->symbols.status != A3_OK)
        a3_fail_at(&im->fixups_error, im->symbols.status, im->symbols.offset, "%s", im->symbols.message);
    a3_macho_load_chained(m);
    a3_macho_load_opcodes(m);
}

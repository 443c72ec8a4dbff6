/* SPDX-License-Identifier: MIT */
/* What a loader does first: PT_LOAD to memory, PT_DYNAMIC, PT_INTERP (gABI, "Program Header", "Program Loading"). What a
 * loader refuses, or what says two things at once, is malformed. */
#include <stdlib.h>

#include "image/elf.h"

#define FAIL(slices, offset, ...) (a3_slice_fail((slices), A3_MALFORMED, (offset), __VA_ARGS__), false)
enum { PF_X = 1, SMALLEST_PAGE = 4096 };

static bool check_program(const a3_elf *e, size_t index, a3_slices *slices)
{
    const a3_elf_program *p = &e->programs.items[index];
    const uint64_t last = e->wide ? UINT64_MAX : UINT32_MAX;
    a3_span there;
    if (!a3_span_sub(e->bytes, p->offset, p->file_size, &there))
        return FAIL(slices, p->at, "segment %zu (0x%llx bytes at 0x%llx) ends behind the end of the file (0x%zx)", index,
                    (unsigned long long)p->file_size, (unsigned long long)p->offset, e->bytes.size);
    if (p->type != A3_PT_LOAD)
        return true;
    if (p->file_size > p->size)
        return FAIL(slices, p->at, "segment %zu has more bytes in the file (0x%llx) than in memory (0x%llx)", index,
                    (unsigned long long)p->file_size, (unsigned long long)p->size);
    if (p->address > last || p->size > last - p->address)
        return FAIL(slices, p->at, "segment %zu (0x%llx bytes at address 0x%llx) leaves the address space", index,
                    (unsigned long long)p->size, (unsigned long long)p->address);
    if ((p->align & (p->align - 1)) != 0 && p->align != 0)
        return FAIL(slices, p->at, "segment %zu: alignment 0x%llx is not a power of two", index,
                    (unsigned long long)p->align);
    /* Libraries are mapped by pages, whatever the header says. What strip makes of a file that patchelf has moved fails here. */
    const uint64_t align = e->type == A3_ET_DYN && p->align < SMALLEST_PAGE ? SMALLEST_PAGE : p->align;
    if (align > 1 && ((p->address - p->offset) & (align - 1)) != 0)
        return FAIL(slices, p->at, "segment %zu: address 0x%llx and offset 0x%llx differ modulo the alignment 0x%llx",
                    index, (unsigned long long)p->address, (unsigned long long)p->offset, (unsigned long long)align);
    return true;
}

static int compare_segments(const void *a, const void *b)
{
    const a3_segment *x = a, *y = b;
    return x->address < y->address ? -1 : x->address > y->address;
}

/* Segment types whose place in the file matters to us. */
static bool is_read(uint32_t type)
{
    return type == A3_PT_LOAD || type == A3_PT_DYNAMIC || type == A3_PT_INTERP || type == A3_PT_NOTE ||
           type == A3_PT_GNU_PROPERTY;
}

bool a3_elf_load_segments(a3_elf *e, a3_slices *slices)
{
    a3_segments *list = &e->im->segments;
    for (size_t i = 0; i < e->programs.count; i++) {
        const a3_elf_program *p = &e->programs.items[i];
        if (is_read(p->type) && !check_program(e, i, slices))
            return false;
        if (p->type == A3_PT_GNU_RELRO) {
            e->im->sealed = p->address;
            e->im->sealed_size = p->size;
        }
        if (p->type == A3_PT_GNU_STACK)
            e->im->exec_stack = (p->flags & PF_X) != 0;
        if (p->type != A3_PT_LOAD || p->size == 0)
            continue;
        a3_segment *one = A3_PUSH(e->im->arena, list);
        if (one == NULL)
            return a3_slice_fail(slices, A3_NOMEM, A3_NO_OFFSET, "no memory for the segments"), false;
        *one = (a3_segment){.address = p->address, .size = p->size, .protection = p->flags & 7};
        a3_span_sub(e->bytes, p->offset, p->file_size, &one->file);
    }
    if (list->count > 1)
        qsort(list->items, list->count, sizeof *list->items, compare_segments);
    for (size_t i = 1; i < list->count; i++)
        if (list->items[i].address - list->items[i - 1].address < list->items[i - 1].size)
            return FAIL(slices, A3_NO_OFFSET, "the segments at the addresses 0x%llx and 0x%llx overlap",
                        (unsigned long long)list->items[i - 1].address, (unsigned long long)list->items[i].address);
    return true;
}

bool a3_elf_window(const a3_elf *e, uint64_t address, a3_span *out, uint64_t *offset)
{
    *out = (a3_span){NULL, 0};
    const a3_segment *segment = a3_image_segment(e->im, address);
    if (segment == NULL)
        return false;
    *out = a3_span_from(segment->file, address - segment->address);
    *offset = out->size ? (uint64_t)(out->data - e->bytes.data) : 0;
    return out->size > 0;
}

static const a3_elf_program *only_program(const a3_elf *e, uint32_t type, bool *several)
{
    const a3_elf_program *found = NULL;
    *several = false;
    for (size_t i = 0; i < e->programs.count; i++) {
        if (e->programs.items[i].type != type)
            continue;
        *several = *several || found != NULL;
        found = found ? found : &e->programs.items[i];
    }
    return found;
}

/* What a loader needs of a linked object. */
bool a3_elf_check_linked(a3_elf *e, a3_slices *slices)
{
    bool several;
    if (e->im->segments.count == 0)
        return FAIL(slices, a3_elf_field(e, 44, 56), "a linked object without a loadable segment");
    const a3_elf_program *p = only_program(e, A3_PT_DYNAMIC, &several);
    if (several)
        return FAIL(slices, p->at, "more than one dynamic segment");
    e->dynamic = p != NULL;
    if (p == NULL && e->type == A3_ET_DYN)
        return FAIL(slices, a3_elf_field(e, 44, 56), "a shared object without a dynamic segment");
    a3_span there;
    uint64_t offset;
    if (p != NULL && (!a3_elf_window(e, p->address, &there, &offset) || offset != p->offset))
        return FAIL(slices, p->at, "the dynamic segment's address 0x%llx and offset 0x%llx are not the same place",
                    (unsigned long long)p->address, (unsigned long long)p->offset);
    p = only_program(e, A3_PT_INTERP, &several);
    if (p == NULL)
        return true;
    a3_span text;
    a3_span_sub(e->bytes, p->offset, p->file_size, &text);
    e->im->interpreter = a3_span_string(text, 0);
    if (e->im->interpreter == NULL)
        return FAIL(slices, p->at, "the interpreter's name at 0x%llx has no end", (unsigned long long)p->offset);
    return true;
}

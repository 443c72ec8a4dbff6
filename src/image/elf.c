/* SPDX-License-Identifier: MIT */
/* ELF: header, program headers, sections, machine. The only file that knows libelf, which reads the two header tables;
 * it gets the bytes as a read-only mapping and never writes into them. Everything behind the headers is read through
 * spans, as the loader finds it: by PT_LOAD and PT_DYNAMIC, never by section. Sections are asked only for what the loader
 * does not look at (names of debug data, attributes, symbols of relocatable objects) and as a second witness. */
#include <libelf.h>
#include <gelf.h>
#include <errno.h>
#include <string.h>

#include "image/elf.h"

/* libelf takes some hundred bytes for each; the largest objects compiled with a section a function have a tenth. */
enum { MOST_SECTIONS = 1000000 };
enum { IDENT = 16, HEADER_32 = 52, HEADER_64 = 64, PROGRAM_32 = 32, PROGRAM_64 = 56, SECTION_32 = 40, SECTION_64 = 64 };

/* The ELF header (gABI, "ELF Header"), as far as it is used. */
typedef struct header {
    uint64_t program_offset, section_offset;
    uint64_t program_count, section_count; /* as section 0 says where the header's fields are too narrow */
    uint32_t version, flags;
    uint16_t program_size, section_size;
} header;

#define FAIL(slices, offset, ...) (a3_slice_fail((slices), A3_MALFORMED, (offset), __VA_ARGS__), false)

static bool read_ident(a3_elf *e, a3_slices *slices)
{
    a3_cursor c = a3_cursor_at(e->bytes, EI_CLASS, false);
    uint8_t class = a3_get8(&c), data = a3_get8(&c), version = a3_get8(&c);
    e->osabi = a3_get8(&c);
    if (!c.ok)
        return FAIL(slices, e->bytes.size, "the file ends within the ELF identification");
    if (class != ELFCLASS32 && class != ELFCLASS64)
        return FAIL(slices, EI_CLASS, "ELF class %u is neither 32-bit (1) nor 64-bit (2)", class);
    if (data != ELFDATA2LSB && data != ELFDATA2MSB)
        return FAIL(slices, EI_DATA, "ELF data encoding %u is neither little-endian (1) nor big-endian (2)", data);
    if (version != EV_CURRENT)
        return FAIL(slices, EI_VERSION, "ELF version %u is not 1", version);
    e->wide = class == ELFCLASS64;
    e->big = data == ELFDATA2MSB;
    e->word = e->wide ? 8 : 4;
    if (e->bytes.size < (e->wide ? HEADER_64 : HEADER_32))
        return FAIL(slices, e->bytes.size, "the file ends within the ELF header");
    return true;
}

static header read_header(a3_elf *e)
{
    header h;
    a3_cursor c = a3_cursor_at(e->bytes, IDENT, e->big);
    e->type = a3_get16(&c);
    e->machine = a3_get16(&c);
    h.version = a3_get32(&c);
    a3_skip(&c, e->word); /* e_entry */
    h.program_offset = a3_get_word(&c, e->word);
    h.section_offset = a3_get_word(&c, e->word);
    h.flags = a3_get32(&c);
    a3_skip(&c, 2); /* e_ehsize */
    h.program_size = a3_get16(&c);
    h.program_count = a3_get16(&c);
    h.section_size = a3_get16(&c);
    h.section_count = a3_get16(&c);
    c = a3_cursor_at(e->bytes, h.section_offset, e->big); /* section 0: gABI, "ELF Header", e_phnum and e_shnum */
    a3_skip(&c, e->wide ? 32 : 20);
    uint64_t size = a3_get_word(&c, e->word);
    a3_skip(&c, 4);
    uint32_t info = a3_get32(&c);
    if (h.section_count == 0 && h.section_offset != 0)
        h.section_count = c.ok ? size : 1; /* 1: check_tables refuses it, it does not fit */
    if (h.program_count == PN_XNUM && h.section_offset != 0 && c.ok)
        h.program_count = info;
    return h;
}

static bool table_fits(const a3_elf *e, uint64_t offset, uint64_t count, uint64_t size)
{
    return offset <= e->bytes.size && count <= (e->bytes.size - offset) / size;
}

/* The header tables must be there in whole; libelf would quietly read fewer entries. */
static bool check_tables(const a3_elf *e, const header *h, a3_slices *slices)
{
    uint64_t size = e->wide ? PROGRAM_64 : PROGRAM_32;
    if (h->version != EV_CURRENT)
        return FAIL(slices, IDENT + 4, "ELF version %u is not 1", h->version);
    if (h->program_count != 0 && h->program_size != size)
        return FAIL(slices, a3_elf_field(e, 42, 54), "program headers of %u bytes, %u expected", h->program_size, (unsigned)size);
    if (h->program_count != 0 && !table_fits(e, h->program_offset, h->program_count, size))
        return FAIL(slices, a3_elf_field(e, 28, 32), "%llu program headers at 0x%llx end behind the end of the file (0x%zx)",
                    (unsigned long long)h->program_count, (unsigned long long)h->program_offset, e->bytes.size);
    size = e->wide ? SECTION_64 : SECTION_32;
    if (h->section_offset == 0 && h->section_count != 0)
        return FAIL(slices, a3_elf_field(e, 32, 40), "%llu section headers at offset 0", (unsigned long long)h->section_count);
    if (h->section_offset == 0)
        return true;
    if (h->section_size != size && (h->section_count != 0 || h->section_size != 0))
        return FAIL(slices, a3_elf_field(e, 46, 58), "section headers of %u bytes, %u expected", h->section_size, (unsigned)size);
    if (!table_fits(e, h->section_offset, h->section_count, size))
        return FAIL(slices, a3_elf_field(e, 32, 40), "%llu section headers at 0x%llx end behind the end of the file (0x%zx)",
                    (unsigned long long)h->section_count, (unsigned long long)h->section_offset, e->bytes.size);
    if (h->section_count <= MOST_SECTIONS)
        return true;
    a3_slice_fail(slices, A3_LIMIT, h->section_offset, "%llu sections, at most %u are read",
                  (unsigned long long)h->section_count, (unsigned)MOST_SECTIONS);
    return false;
}

/* libelf gave up: memory was lacking (malloc sets errno, libelf does not), or the file is not as it says. */
static bool libelf_fails(a3_slices *slices, uint64_t at, const char *what, size_t index)
{
    a3_slice_fail(slices, errno == ENOMEM ? A3_NOMEM : A3_MALFORMED, at, "%s %zu cannot be read: %s", what, index, elf_errmsg(-1));
    return false;
}

/* Names, once the section that holds them is known. */
static bool name_sections(a3_elf *e, Elf *elf, a3_slices *slices)
{
    size_t index;
    if (elf_getshdrstrndx(elf, &index) != 0 || index >= e->sections.count)
        return FAIL(slices, a3_elf_field(e, 50, 62), "the section of the section names is not one of the %zu sections",
                    e->sections.count);
    a3_span names = {NULL, 0};
    if (index != 0 && e->sections.items[index].type == A3_SHT_STRTAB)
        a3_span_sub(e->bytes, e->sections.items[index].offset, e->sections.items[index].size, &names);
    if (names.size > 0 && names.data[names.size - 1] != 0) /* gABI: the last byte is NUL, so that every name ends */
        names.size = 0;
    uint64_t left = e->text_left;
    for (size_t i = 0; i < e->sections.count && left > 0; i++) {
        const char *name = a3_span_string(names, e->sections.items[i].name_offset);
        size_t size = name ? strlen(name) : 0;
        if (name != NULL)
            e->sections.items[i].name = name;
        left -= size < left ? size : left;
    }
    return true;
}

static bool read_sections(a3_elf *e, const header *h, Elf *elf, a3_slices *slices)
{
    if (h->section_offset == 0)
        return true;
    uint64_t size = e->wide ? SECTION_64 : SECTION_32;
    const size_t count = (size_t)h->section_count;
    if (!A3_RESERVE(e->im->arena, &e->sections, count))
        return a3_slice_fail(slices, A3_NOMEM, A3_NO_OFFSET, "no memory for %zu sections", count), false;
    for (size_t i = 0; i < count; i++) {
        GElf_Shdr in;
        Elf_Scn *scn = elf_getscn(elf, i);
        uint64_t at = h->section_offset + i * size;
        if (scn == NULL || gelf_getshdr(scn, &in) == NULL)
            return libelf_fails(slices, at, "section", i);
        *A3_PUSH(e->im->arena, &e->sections) = (a3_elf_section){
            .name = "", .type = in.sh_type, .link = in.sh_link, .name_offset = in.sh_name, .flags = in.sh_flags, .address = in.sh_addr,
            .offset = in.sh_offset, .size = in.sh_size, .entry_size = in.sh_entsize, .at = at};
        a3_span there;
        if (i != 0 && in.sh_type != SHT_NULL && in.sh_type != SHT_NOBITS &&
            !a3_span_sub(e->bytes, in.sh_offset, in.sh_size, &there))
            return FAIL(slices, at, "section %zu (0x%llx bytes at 0x%llx) ends behind the end of the file (0x%zx)", i,
                        (unsigned long long)in.sh_size, (unsigned long long)in.sh_offset, e->bytes.size);
    }
    e->im->has_section_table = count > 1;
    return count == 0 || name_sections(e, elf, slices);
}

static bool read_programs(a3_elf *e, const header *h, Elf *elf, a3_slices *slices)
{
    const uint64_t size = e->wide ? PROGRAM_64 : PROGRAM_32;
    const size_t count = (size_t)h->program_count;
    if (!A3_RESERVE(e->im->arena, &e->programs, count))
        return a3_slice_fail(slices, A3_NOMEM, A3_NO_OFFSET, "no memory for the program headers"), false;
    for (size_t i = 0; i < count; i++) {
        GElf_Phdr in;
        uint64_t at = h->program_offset + i * size;
        if (gelf_getphdr(elf, (int)i, &in) == NULL)
            return libelf_fails(slices, at, "program header", i);
        *A3_PUSH(e->im->arena, &e->programs) = (a3_elf_program){
            .type = in.p_type, .flags = in.p_flags, .offset = in.p_offset, .address = in.p_vaddr,
            .file_size = in.p_filesz, .size = in.p_memsz, .align = in.p_align, .at = at};
    }
    return true;
}

static bool read_tables(a3_elf *e, const header *h, a3_slices *slices)
{
    errno = 0;
    elf_version(EV_CURRENT);
    /* elf_memory reads only (ELF_C_READ), but its parameter is not const. */
    Elf *elf = elf_memory((char *)(uintptr_t)e->bytes.data, e->bytes.size);
    if (elf == NULL || elf_kind(elf) != ELF_K_ELF) {
        a3_slice_fail(slices, errno == ENOMEM ? A3_NOMEM : A3_MALFORMED, 0, "the ELF headers cannot be read: %s", elf_errmsg(-1));
        elf_end(elf);
        return false;
    }
    bool done = read_sections(e, h, elf, slices) && read_programs(e, h, elf, slices);
    elf_end(elf);
    return done;
}

/* objcopy --only-keep-debug and its like keep the headers and drop what would be loaded: code and data are NOBITS. Section
 * headers alone do not make a file such a one: a dynamic table that can be read belongs to a real library. */
static bool debug_only(const a3_elf *e)
{
    bool code = false;
    for (size_t i = 1; i < e->sections.count; i++) {
        const a3_elf_section *s = &e->sections.items[i];
        if ((s->flags & SHF_ALLOC) == 0 || s->type == A3_SHT_NOTE || s->size == 0)
            continue;
        if (s->type != A3_SHT_NOBITS)
            return false;
        code = code || (s->flags & SHF_EXECINSTR) != 0;
    }
    for (size_t i = 0; i < e->programs.count && code; i++) {
        const a3_elf_program *p = &e->programs.items[i];
        a3_span table;
        if (p->type != A3_PT_DYNAMIC)
            continue;
        a3_span_sub(e->bytes, p->offset, p->file_size, &table);
        bool strings = false, symbols = false;
        for (a3_cursor c = a3_cursor_at(table, 0, e->big); a3_left(&c) >= 2u * e->word; a3_skip(&c, e->word)) {
            uint64_t tag = a3_get_word(&c, e->word);
            strings = strings || tag == DT_STRTAB;
            symbols = symbols || tag == DT_SYMTAB;
        }
        return !strings || !symbols;
    }
    return code;
}

static const char *type_name(uint16_t type)
{
    switch (type) {
    case A3_ET_CORE:
        return "core dump";
    case 0:
        return "object of no type";
    default:
        return type >= ET_LOOS ? "object of a system's or processor's own type" : NULL;
    }
}

/* What is well-formed and yet not for us. */
static bool check_supported(a3_elf *e, a3_slices *slices)
{
    a3_image *im = e->im;
    const a3_elf_machine *found = a3_elf_find_machine(e->machine, e->wide, e->big);
    im->arch = found ? found->arch : A3_ARCH_UNKNOWN;
    im->arch_name = found ? found->name : a3_printf(im->arena, "machine 0x%04x", e->machine);
    slices->items[slices->count - 1].arch_name = im->arch_name;
    if (found == NULL || !found->read)
        return a3_slice_fail(slices, A3_UNSUPPORTED, IDENT + 2, "ELF for %s (%s, %s-endian) is not read", im->arch_name,
                             e->wide ? "64-bit" : "32-bit", e->big ? "big" : "little"), false;
    if (e->type == A3_ET_REL || e->type == A3_ET_EXEC || e->type == A3_ET_DYN)
        return true;
    const char *name = type_name(e->type);
    if (name == NULL)
        return FAIL(slices, IDENT, "ELF type %u does not exist", e->type);
    return a3_slice_fail(slices, A3_UNSUPPORTED, IDENT, "ELF %s (type 0x%x) is not read", name, e->type), false;
}

static void note_sections(a3_elf *e)
{
    for (size_t i = 0; i < e->sections.count; i++) {
        const a3_elf_section *s = &e->sections.items[i];
        if (s->size > 0 && (strcmp(s->name, ".debug_info") == 0 || strcmp(s->name, ".zdebug_info") == 0))
            e->im->debug_info = true;
        /* psABI: the TOC pointer is 0x8000 behind the start of the TOC, which linkers put at the GOT's. */
        if (e->machine == A3_EM_PPC64 && e->type != A3_ET_REL && s->address != 0 && strcmp(s->name, ".got") == 0)
            e->im->toc = s->address + 0x8000;
    }
}

static bool open_object(a3_elf *e, a3_slices *slices)
{
    if (!read_ident(e, slices))
        return false;
    a3_image *im = e->im;
    header h = read_header(e);
    im->big_endian = e->big;
    im->pointer_size = e->word;
    im->elf_flags = h.flags;
    if (!check_tables(e, &h, slices) || !read_tables(e, &h, slices) || !check_supported(e, slices))
        return false;
    note_sections(e);
    im->kind = e->type == A3_ET_DYN ? A3_KIND_SHARED : e->type == A3_ET_EXEC ? A3_KIND_PROGRAM : A3_KIND_RELOCATABLE;
    if (e->type == A3_ET_REL) {
        for (size_t i = 0; i < e->programs.count; i++)
            if (e->programs.items[i].type == A3_PT_LOAD || e->programs.items[i].type == A3_PT_DYNAMIC)
                return FAIL(slices, IDENT, "a relocatable object with segments to load");
        a3_elf_read_notes(e);
        a3_elf_read_object_symbols(e);
        return true;
    }
    if (debug_only(e)) {
        im->kind = A3_KIND_OTHER;
        a3_elf_read_notes(e);
        return true;
    }
    if (!a3_elf_load_segments(e, slices) || !a3_elf_check_linked(e, slices))
        return false;
    a3_elf_read_notes(e);
    if (e->dynamic) {
        a3_elf_read_dynamic(e);
        a3_elf_read_symbols(e);
    }
    a3_elf_find_libc(e);
    return true;
}

void a3_elf_open(a3_span bytes, const a3_limits *limits, a3_arena *arena, a3_slices *slices)
{
    a3_image *im = a3_image_new(slices, arena, limits, A3_FORMAT_ELF, bytes);
    if (im == NULL)
        return;
    a3_elf *e = A3_NEW(arena, a3_elf);
    if (e == NULL) {
        a3_slice_fail(slices, A3_NOMEM, A3_NO_OFFSET, "no memory for the object's tables");
        return;
    }
    *e = (a3_elf){.im = im, .bytes = bytes, .text_left = a3_elf_text_most(bytes.size)};
    im->priv = e;
    im->ops = &a3_elf_ops;
    im->flat_namespace = true;
    if (open_object(e, slices))
        a3_image_finish(im);
    else if (arena->failed)
        a3_slice_fail(slices, A3_NOMEM, A3_NO_OFFSET, "no memory for the object's tables");
}

/* SPDX-License-Identifier: MIT */
/* ELF: header, program headers, sections, machine. The only file that knows libelf, which reads the two header tables;
 * it gets the bytes as a read-only mapping and never writes into them. Everything behind the headers is read through
 * spans, as the loader finds it: by PT_LOAD and PT_DYNAMIC, never by section. Sections are asked only for what the loader
 * does not look at (names of debug data, attributes, symbols of relocatable objects) and as a second witness. */
#include <libelf.h>
#include <gelf.h>
#include <stdlib.h>
#include <string.h>

#include "image/elf.h"

enum { IDENT = 16, HEADER_32 = 52, HEADER_64 = 64, PROGRAM_32 = 32, PROGRAM_64 = 56, SECTION_32 = 40, SECTION_64 = 64 };

/* The ELF header (gABI, "ELF Header"), and how far the slice's tables must fit. */
typedef struct header {
    uint64_t program_offset, section_offset;
    uint32_t flags;
    uint16_t program_size, program_count, section_size, section_count, name_section;
} header;

typedef struct machine {
    uint16_t machine;
    uint8_t class, data; /* 0: any */
    a3_arch arch;
    const char *name;
    bool read; /* symbols and relocations of this machine are known to us */
} machine;

static const machine machines[] = {
    {A3_EM_X86_64, ELFCLASS64, ELFDATA2LSB, A3_ARCH_X86_64, "x86_64", true},
    {A3_EM_X86_64, ELFCLASS32, ELFDATA2LSB, A3_ARCH_UNKNOWN, "x32", false},
    {A3_EM_386, ELFCLASS32, ELFDATA2LSB, A3_ARCH_I686, "i686", true},
    {A3_EM_AARCH64, ELFCLASS64, ELFDATA2LSB, A3_ARCH_AARCH64, "aarch64", true},
    {A3_EM_AARCH64, ELFCLASS64, ELFDATA2MSB, A3_ARCH_UNKNOWN, "aarch64_be", false},
    {A3_EM_AARCH64, ELFCLASS32, 0, A3_ARCH_UNKNOWN, "aarch64_ilp32", false},
    {A3_EM_ARM, ELFCLASS32, ELFDATA2LSB, A3_ARCH_ARM, "armv7l", true},
    {A3_EM_ARM, ELFCLASS32, ELFDATA2MSB, A3_ARCH_UNKNOWN, "armeb", false},
    {A3_EM_PPC64, ELFCLASS64, ELFDATA2LSB, A3_ARCH_PPC64LE, "ppc64le", true},
    {A3_EM_PPC64, ELFCLASS64, ELFDATA2MSB, A3_ARCH_PPC64, "ppc64", true},
    {A3_EM_PPC, ELFCLASS32, 0, A3_ARCH_PPC, "ppc", false},
    {A3_EM_S390, ELFCLASS64, ELFDATA2MSB, A3_ARCH_S390X, "s390x", true},
    {A3_EM_S390, ELFCLASS32, ELFDATA2MSB, A3_ARCH_UNKNOWN, "s390", false},
    {A3_EM_RISCV, ELFCLASS64, ELFDATA2LSB, A3_ARCH_RISCV64, "riscv64", true},
    {A3_EM_RISCV, ELFCLASS32, ELFDATA2LSB, A3_ARCH_RISCV32, "riscv32", false},
    {A3_EM_LOONGARCH, ELFCLASS64, ELFDATA2LSB, A3_ARCH_LOONGARCH64, "loongarch64", true},
    {A3_EM_LOONGARCH, ELFCLASS32, ELFDATA2LSB, A3_ARCH_UNKNOWN, "loongarch32", false},
    {A3_EM_MIPS, ELFCLASS64, ELFDATA2LSB, A3_ARCH_MIPS64, "mips64el", false},
    {A3_EM_MIPS, ELFCLASS64, ELFDATA2MSB, A3_ARCH_MIPS64, "mips64", false},
    {A3_EM_MIPS, ELFCLASS32, ELFDATA2LSB, A3_ARCH_MIPS, "mipsel", false},
    {A3_EM_MIPS, ELFCLASS32, ELFDATA2MSB, A3_ARCH_MIPS, "mips", false},
    {A3_EM_SPARC, 0, 0, A3_ARCH_SPARC, "sparc", false},
    {A3_EM_SPARC32PLUS, 0, 0, A3_ARCH_SPARC, "sparc", false},
    {A3_EM_SPARCV9, 0, 0, A3_ARCH_SPARC, "sparc64", false},
    {A3_EM_68K, 0, 0, A3_ARCH_UNKNOWN, "m68k", false},
    {A3_EM_PARISC, 0, 0, A3_ARCH_UNKNOWN, "hppa", false},
    {A3_EM_SH, 0, 0, A3_ARCH_UNKNOWN, "sh4", false},
    {A3_EM_IA_64, 0, 0, A3_ARCH_UNKNOWN, "ia64", false},
    {A3_EM_ALPHA, 0, 0, A3_ARCH_UNKNOWN, "alpha", false},
    {A3_EM_CUDA, 0, 0, A3_ARCH_UNKNOWN, "cuda", false},
    {A3_EM_AMDGPU, 0, 0, A3_ARCH_UNKNOWN, "amdgpu", false},
    {A3_EM_BPF, 0, 0, A3_ARCH_UNKNOWN, "bpf", false},
    {A3_EM_ARC, 0, 0, A3_ARCH_UNKNOWN, "arc", false},
    {A3_EM_ARC_V2, 0, 0, A3_ARCH_UNKNOWN, "arc", false},
    {A3_EM_AVR, 0, 0, A3_ARCH_UNKNOWN, "avr", false},
    {A3_EM_XTENSA, 0, 0, A3_ARCH_UNKNOWN, "xtensa", false},
    {A3_EM_HEXAGON, 0, 0, A3_ARCH_UNKNOWN, "hexagon", false},
    {A3_EM_CSKY, 0, 0, A3_ARCH_UNKNOWN, "csky", false},
};

static const machine *find_machine(const a3_elf *e)
{
    uint8_t class = e->wide ? ELFCLASS64 : ELFCLASS32, data = e->big ? ELFDATA2MSB : ELFDATA2LSB;
    for (size_t i = 0; i < sizeof machines / sizeof *machines; i++) {
        const machine *one = &machines[i];
        if (one->machine == e->machine && (one->class == 0 || one->class == class) &&
            (one->data == 0 || one->data == data))
            return one;
    }
    return NULL;
}

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

/* The offset of a field of the ELF header; the fields that differ in width lie between e_version and e_flags. */
static uint64_t field(const a3_elf *e, uint64_t narrow, uint64_t wide) { return e->wide ? wide : narrow; }

static header read_header(a3_elf *e)
{
    header h;
    a3_cursor c = a3_cursor_at(e->bytes, IDENT, e->big);
    e->type = a3_get16(&c);
    e->machine = a3_get16(&c);
    a3_skip(&c, 4);       /* e_version */
    a3_skip(&c, e->word); /* e_entry */
    h.program_offset = a3_get_word(&c, e->word);
    h.section_offset = a3_get_word(&c, e->word);
    h.flags = a3_get32(&c);
    a3_skip(&c, 2); /* e_ehsize */
    h.program_size = a3_get16(&c);
    h.program_count = a3_get16(&c);
    h.section_size = a3_get16(&c);
    h.section_count = a3_get16(&c);
    h.name_section = a3_get16(&c);
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
    if (h->program_count != 0 && h->program_size != size)
        return FAIL(slices, field(e, 42, 54), "program headers of %u bytes, %u expected", h->program_size, (unsigned)size);
    if (h->program_count != 0 && !table_fits(e, h->program_offset, h->program_count == PN_XNUM ? 1 : h->program_count, size))
        return FAIL(slices, field(e, 28, 32), "%u program headers at 0x%llx end behind the end of the file (0x%zx)",
                    h->program_count, (unsigned long long)h->program_offset, e->bytes.size);
    size = e->wide ? SECTION_64 : SECTION_32;
    if (h->section_offset == 0 && h->section_count != 0)
        return FAIL(slices, field(e, 32, 40), "%u section headers at offset 0", h->section_count);
    if (h->section_offset == 0)
        return true;
    if (h->section_size != size && (h->section_count != 0 || h->section_size != 0))
        return FAIL(slices, field(e, 46, 58), "section headers of %u bytes, %u expected", h->section_size, (unsigned)size);
    if (!table_fits(e, h->section_offset, h->section_count ? h->section_count : 1, size))
        return FAIL(slices, field(e, 32, 40), "%u section headers at 0x%llx end behind the end of the file (0x%zx)",
                    h->section_count, (unsigned long long)h->section_offset, e->bytes.size);
    return true;
}

/* Names, once the section that holds them is known. */
static bool name_sections(a3_elf *e, Elf *elf, a3_slices *slices)
{
    size_t index;
    if (elf_getshdrstrndx(elf, &index) != 0 || index >= e->sections.count)
        return FAIL(slices, field(e, 50, 62), "the section of the section names is not one of the %zu sections",
                    e->sections.count);
    a3_span names = {NULL, 0};
    if (index != 0 && e->sections.items[index].type == A3_SHT_STRTAB)
        a3_span_sub(e->bytes, e->sections.items[index].offset, e->sections.items[index].size, &names);
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
    size_t count;
    if (elf_getshdrnum(elf, &count) != 0 || !table_fits(e, h->section_offset, count, size))
        return FAIL(slices, h->section_offset, "the section headers cannot be read: %s", elf_errmsg(-1));
    if (!A3_RESERVE(e->im->arena, &e->sections, count))
        return a3_slice_fail(slices, A3_NOMEM, A3_NO_OFFSET, "no memory for %zu sections", count), false;
    for (size_t i = 0; i < count; i++) {
        GElf_Shdr in;
        Elf_Scn *scn = elf_getscn(elf, i);
        uint64_t at = h->section_offset + i * size;
        if (scn == NULL || gelf_getshdr(scn, &in) == NULL)
            return FAIL(slices, at, "section %zu cannot be read: %s", i, elf_errmsg(-1));
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
    if (h->program_count == 0)
        return true;
    uint64_t size = e->wide ? PROGRAM_64 : PROGRAM_32, count = h->program_count;
    GElf_Shdr first;
    if (count == PN_XNUM && e->sections.count > 0 && gelf_getshdr(elf_getscn(elf, 0), &first) != NULL)
        count = first.sh_info;
    if (!table_fits(e, h->program_offset, count, size))
        return FAIL(slices, h->program_offset, "%llu program headers end behind the end of the file",
                    (unsigned long long)count);
    if (!A3_RESERVE(e->im->arena, &e->programs, count))
        return a3_slice_fail(slices, A3_NOMEM, A3_NO_OFFSET, "no memory for the program headers"), false;
    for (size_t i = 0; i < count; i++) {
        GElf_Phdr in;
        uint64_t at = h->program_offset + i * size;
        if (gelf_getphdr(elf, (int)i, &in) == NULL)
            return FAIL(slices, at, "program header %zu cannot be read: %s", i, elf_errmsg(-1));
        *A3_PUSH(e->im->arena, &e->programs) = (a3_elf_program){
            .type = in.p_type, .flags = in.p_flags, .offset = in.p_offset, .address = in.p_vaddr,
            .file_size = in.p_filesz, .size = in.p_memsz, .align = in.p_align, .at = at};
    }
    return true;
}

static bool read_tables(a3_elf *e, const header *h, a3_slices *slices)
{
    elf_version(EV_CURRENT);
    /* elf_memory reads only (ELF_C_READ), but its parameter is not const. */
    Elf *elf = elf_memory((char *)(uintptr_t)e->bytes.data, e->bytes.size);
    if (elf == NULL || elf_kind(elf) != ELF_K_ELF) {
        a3_slice_fail(slices, A3_MALFORMED, 0, "the ELF headers cannot be read: %s", elf_errmsg(-1));
        elf_end(elf);
        return false;
    }
    bool done = read_sections(e, h, elf, slices) && read_programs(e, h, elf, slices);
    elf_end(elf);
    return done;
}

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
    if (p->align > 1 && ((p->address - p->offset) & (p->align - 1)) != 0)
        return FAIL(slices, p->at, "segment %zu: address 0x%llx and offset 0x%llx differ modulo the alignment 0x%llx",
                    index, (unsigned long long)p->address, (unsigned long long)p->offset, (unsigned long long)p->align);
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

static bool load_segments(a3_elf *e, a3_slices *slices)
{
    a3_segments *list = &e->im->segments;
    for (size_t i = 0; i < e->programs.count; i++) {
        const a3_elf_program *p = &e->programs.items[i];
        if (is_read(p->type) && !check_program(e, i, slices))
            return false;
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
        if (p->type != A3_PT_DYNAMIC || !a3_span_sub(e->bytes, p->offset, p->file_size, &table))
            continue;
        bool strings = false, symbols = false;
        for (a3_cursor c = a3_cursor_at(table, 0, e->big); a3_left(&c) >= 2u * e->word; a3_skip(&c, e->word)) {
            uint64_t tag = a3_get_word(&c, e->word);
            strings = strings || tag == DT_STRTAB;
            symbols = symbols || tag == DT_SYMTAB;
        }
        if (strings && symbols)
            return false;
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
    const machine *found = find_machine(e);
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
static bool check_linked(a3_elf *e, a3_slices *slices)
{
    bool several;
    if (e->im->segments.count == 0)
        return FAIL(slices, field(e, 44, 56), "a linked object without a loadable segment");
    const a3_elf_program *p = only_program(e, A3_PT_DYNAMIC, &several);
    if (several)
        return FAIL(slices, p->at, "more than one dynamic segment");
    e->dynamic = p != NULL;
    if (p == NULL && e->type == A3_ET_DYN)
        return FAIL(slices, field(e, 44, 56), "a shared object without a dynamic segment");
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
    if (!load_segments(e, slices) || !check_linked(e, slices))
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

/* SPDX-License-Identifier: MIT */
/* PE images (Windows DLLs, .pyd, programs): headers and sections, judged as the Windows loader judges them. Imports and
 * exports are in pe_imports.c and pe_exports.c, relocations in pe_fixups.c. */
#include "image/pe.h"

#include <inttypes.h>
#include <string.h>

enum {
    MAGIC_PE32 = 0x10b, MAGIC_PE32_PLUS = 0x20b, MAGIC_ROM = 0x107,
    FILE_DLL = 0x2000, SECTION_EXECUTE = 0x20000000, SECTION_READ = 0x40000000,
    SECTION_ENTRY = 40, SYMBOL_ENTRY = 18, PAGE = 0x1000,
    SECTOR = 0x200, /* the loader rounds PointerToRawData down to it */
    LONGEST_SECTION_NAME = 128, BASE_ALIGNMENT = 0x10000
};
static const uint32_t SECTION_WRITE = 0x80000000;

typedef struct machine {
    uint16_t number;
    a3_arch arch; /* UNKNOWN: not read */
    const char *name;
} machine;

/* "Machine Types". Images of ARM64EC code say AMD64, those of ARM64X say ARM64; their own numbers stand in object files. */
static const machine machines[] = {
    {0x8664, A3_ARCH_X86_64, "x86_64"},   {0x014c, A3_ARCH_I686, "i686"},      {0xaa64, A3_ARCH_AARCH64, "arm64"},
    {0xa641, A3_ARCH_UNKNOWN, "arm64ec"}, {0xa64e, A3_ARCH_UNKNOWN, "arm64x"}, {0x01c4, A3_ARCH_UNKNOWN, "arm32"},
    {0x01c0, A3_ARCH_UNKNOWN, "arm"},     {0x01c2, A3_ARCH_UNKNOWN, "thumb"},  {0x0200, A3_ARCH_UNKNOWN, "ia64"},
    {0x5032, A3_ARCH_UNKNOWN, "riscv32"}, {0x5064, A3_ARCH_UNKNOWN, "riscv64"}, {0x5128, A3_ARCH_UNKNOWN, "riscv128"},
    {0x6232, A3_ARCH_UNKNOWN, "loongarch32"}, {0x6264, A3_ARCH_UNKNOWN, "loongarch64"},
    {0x0184, A3_ARCH_UNKNOWN, "alpha"},   {0x0284, A3_ARCH_UNKNOWN, "alpha64"}, {0x0ebc, A3_ARCH_UNKNOWN, "efi bytecode"},
    {0x0166, A3_ARCH_UNKNOWN, "mips"},    {0x0266, A3_ARCH_UNKNOWN, "mips16"}, {0x0366, A3_ARCH_UNKNOWN, "mipsfpu"},
    {0x01f0, A3_ARCH_UNKNOWN, "powerpc"}, {0x01f1, A3_ARCH_UNKNOWN, "powerpcfp"}, {0x01a2, A3_ARCH_UNKNOWN, "sh3"},
    {0x01a6, A3_ARCH_UNKNOWN, "sh4"},
};

/* .NET's ahead-of-time compiler marks the system that code is for by the machine number, exclusive or with one of these
 * (dotnet/runtime, readytorun-format.md). */
static const struct { uint16_t mask; a3_os os; } systems[] = {
    {0, A3_OS_WINDOWS}, {0x7b79, A3_OS_LINUX}, {0x4644, A3_OS_MACOS}, {0xadc4, A3_OS_FREEBSD},
};

/* The headers, as far as they matter here. */
typedef struct headers {
    uint64_t at;          /* of "PE\0\0" */
    uint16_t machine, section_count, optional_size, characteristics;
    uint32_t symbols_at, symbol_count;
    uint16_t magic;
    uint64_t base;
    uint32_t entry;       /* RVA, 0: none */
    uint32_t section_alignment, file_alignment;
    uint16_t subsystem_major, subsystem_minor;
    uint32_t image_size, headers_size, directory_count;
} headers;

typedef struct opening {
    a3_span bytes;
    a3_slices *slices;
    a3_arena *arena;
    headers h;
    a3_pe *pe;
    a3_image *im;
} opening;

#define FAIL(o, offset, ...) (a3_slice_fail((o)->slices, A3_MALFORMED, (offset), __VA_ARGS__), false)

bool a3_pe_map(const a3_pe *pe, uint64_t rva, a3_pe_window *out)
{
    *out = (a3_pe_window){{NULL, 0}, 0};
    if (rva >= pe->image_size)
        return false;
    uint64_t address = pe->im->base + rva;
    const a3_segment *segment = a3_image_segment(pe->im, address);
    if (segment == NULL)
        return false;
    uint64_t at = address - segment->address;
    out->file = a3_span_from(segment->file, at);
    out->zeros = segment->size - at - out->file.size;
    return true;
}

uint64_t a3_pe_offset(const a3_pe *pe, const uint8_t *at)
{
    return at ? pe->im->offset + (uint64_t)(at - pe->im->bytes.data) : A3_NO_OFFSET;
}

const char *a3_pe_string(a3_pe *pe, uint64_t rva)
{
    a3_pe_window window;
    if (!a3_pe_map(pe, rva, &window))
        return NULL;
    a3_span text = window.file;
    if (text.size > pe->name_fuel)
        text.size = (size_t)pe->name_fuel;
    const char *found = a3_span_string(text, 0);
    pe->name_fuel -= found ? strlen(found) + 1 : text.size;
    return found;
}

/* "DOS stub", "Signature", "COFF File Header". */
static bool read_file_header(opening *o)
{
    a3_cursor c = a3_cursor_at(o->bytes, 0x3c, false);
    headers *h = &o->h;
    h->at = a3_get32(&c);
    a3_span signature;
    if (!c.ok || !a3_span_sub(o->bytes, h->at, 4, &signature))
        return FAIL(o, 0x3c, "the PE header should be at 0x%" PRIx64 ", the file ends at 0x%zx: it is cut short", h->at,
                    o->bytes.size);
    if (memcmp(signature.data, "PE\0\0", 4) != 0) {
        bool known = memcmp(signature.data, "NE", 2) == 0 || memcmp(signature.data, "LE", 2) == 0 ||
                     memcmp(signature.data, "LX", 2) == 0;
        a3_slice_fail(o->slices, A3_UNSUPPORTED, h->at, "a %.2s program (16-bit Windows, OS/2 or DOS), not a PE image",
                      known ? (const char *)signature.data : "DO");
        return false;
    }
    c = a3_cursor_at(o->bytes, h->at + 4, false);
    h->machine = a3_get16(&c);
    h->section_count = a3_get16(&c);
    a3_skip(&c, 4); /* TimeDateStamp */
    h->symbols_at = a3_get32(&c);
    h->symbol_count = a3_get32(&c);
    h->optional_size = a3_get16(&c);
    h->characteristics = a3_get16(&c);
    if (!c.ok)
        return FAIL(o, h->at, "the COFF file header ends behind the end of the file (0x%zx): it is cut short",
                    o->bytes.size);
    return true;
}

static const machine *find_machine(unsigned number)
{
    for (size_t i = 0; i < sizeof machines / sizeof *machines; i++)
        if (machines[i].number == number)
            return &machines[i];
    return NULL;
}

/* Machines that are not read are not looked at any further. */
static bool choose_machine(opening *o)
{
    a3_slice *slice = &o->slices->items[o->slices->count - 1];
    const machine *found = NULL;
    for (size_t k = 0; k < sizeof systems / sizeof *systems && found == NULL; k++) {
        o->im->os = systems[k].os;
        found = find_machine(o->h.machine ^ systems[k].mask);
        if (k > 0 && found != NULL && found->arch == A3_ARCH_UNKNOWN)
            found = NULL;
    }
    slice->arch_name = found ? found->name : a3_printf(o->arena, "machine 0x%04x", (unsigned)o->h.machine);
    if (found == NULL || found->arch == A3_ARCH_UNKNOWN) {
        a3_slice_fail(o->slices, A3_UNSUPPORTED, o->h.at + 4, "PE images for machine 0x%04x%s%s%s are not read",
                      (unsigned)o->h.machine, found ? " (" : "", found ? found->name : "", found ? ")" : "");
        return false;
    }
    o->im->arch = found->arch;
    o->im->arch_name = found->name;
    o->im->pointer_size = found->arch == A3_ARCH_I686 ? 4 : 8;
    return true;
}

/* "Optional Header". The cursor is left at the data directories. */
static bool read_optional_header(opening *o, a3_cursor *c)
{
    headers *h = &o->h;
    uint64_t at = h->at + 24;
    a3_span window;
    if (!a3_span_sub(o->bytes, at, h->optional_size, &window))
        return FAIL(o, at, "the optional header (0x%x bytes) ends behind the end of the file (0x%zx): it is cut short",
                    (unsigned)h->optional_size, o->bytes.size);
    *c = a3_cursor_at(window, 0, false);
    h->magic = a3_get16(c);
    if (c->ok && h->magic == MAGIC_ROM) {
        a3_slice_fail(o->slices, A3_UNSUPPORTED, at, "a ROM image (optional header magic 0x107), not a PE image");
        return false;
    }
    if (c->ok && h->magic != MAGIC_PE32 && h->magic != MAGIC_PE32_PLUS)
        return FAIL(o, at, "optional header magic 0x%x is neither PE32 nor PE32+", (unsigned)h->magic);
    bool wide = h->magic == MAGIC_PE32_PLUS;
    if (c->ok && wide != (o->im->pointer_size == 8))
        return FAIL(o, at, "a %s image cannot have a PE32%s optional header", o->im->arch_name, wide ? "+" : "");
    a3_skip(c, 14);
    h->entry = a3_get32(c);
    a3_skip(c, wide ? 4 : 8);
    h->base = a3_get_word(c, wide ? 8 : 4);
    h->section_alignment = a3_get32(c);
    h->file_alignment = a3_get32(c);
    a3_skip(c, 8); /* versions of the operating system and of the image */
    h->subsystem_major = a3_get16(c);
    h->subsystem_minor = a3_get16(c);
    a3_skip(c, 4);
    h->image_size = a3_get32(c);
    h->headers_size = a3_get32(c);
    a3_skip(c, 4 + 2 + 2 + 4 * (wide ? 8 : 4) + 4);
    h->directory_count = a3_get32(c);
    if (!c->ok)
        return FAIL(o, at, "the optional header (0x%x bytes) is too small for its fields", (unsigned)h->optional_size);
    return true;
}

/* What the loader asks of the header's numbers before it looks at a section. */
static bool check_optional_header(opening *o)
{
    const headers *h = &o->h;
    uint64_t at = h->at + 24, space = o->im->pointer_size == 8 ? UINT64_MAX : UINT32_MAX;
    uint32_t file = h->file_alignment, section = h->section_alignment;
    if (file == 0 || (file & (file - 1)) != 0 || (file % SECTOR != 0 && file != section))
        return FAIL(o, at + 36, "file alignment 0x%" PRIx32 " is no power of two, or less than 0x200", file);
    if (section < file || (section & (section - 1)) != 0)
        return FAIL(o, at + 32, "section alignment 0x%" PRIx32 " is no power of two, or less than the file alignment 0x%" PRIx32,
                    section, file);
    if (h->base % BASE_ALIGNMENT != 0)
        return FAIL(o, at + (space == UINT32_MAX ? 28 : 24), "image base 0x%" PRIx64 " is no multiple of 0x10000", h->base);
    if (h->image_size > space - h->base)
        return FAIL(o, at + 56, "an image of 0x%" PRIx32 " bytes does not fit the address space at its base 0x%" PRIx64,
                    h->image_size, h->base);
    if (h->headers_size > o->bytes.size)
        return FAIL(o, at + 60, "headers of 0x%" PRIx32 " bytes end behind the end of the file (0x%zx): it is cut short",
                    h->headers_size, o->bytes.size);
    if (h->headers_size > h->image_size)
        return FAIL(o, at + 60, "headers of 0x%" PRIx32 " bytes are larger than the image (0x%" PRIx32 ")", h->headers_size,
                    h->image_size);
    return true;
}

/* "Optional Header Data Directories": as many as both NumberOfRvaAndSizes and we know of. */
static bool read_directories(opening *o, a3_cursor *c)
{
    uint32_t count = o->h.directory_count < A3_PE_DIRECTORIES ? o->h.directory_count : A3_PE_DIRECTORIES;
    for (uint32_t i = 0; i < count; i++) {
        o->pe->directories[i].rva = a3_get32(c);
        o->pe->directories[i].size = a3_get32(c);
    }
    if (!c->ok)
        return FAIL(o, o->h.at + 24, "%" PRIu32 " data directories do not fit the optional header (0x%x bytes)",
                    o->h.directory_count, (unsigned)o->h.optional_size);
    return true;
}

/* The name of a section: 8 bytes, or "/" and an offset into the string table behind the COFF symbols. `room`: 9 bytes. */
static const char *section_name(const opening *o, a3_span field, char *room)
{
    memcpy(room, field.data, 8);
    room[8] = 0;
    if (room[0] != '/' || o->h.symbols_at == 0)
        return room;
    uint64_t offset = 0;
    for (const char *p = room + 1; *p >= '0' && *p <= '9'; p++)
        offset = offset * 10 + (uint64_t)(*p - '0');
    uint64_t strings = o->h.symbols_at + (uint64_t)o->h.symbol_count * SYMBOL_ENTRY;
    a3_span text = a3_span_from(o->bytes, strings + offset);
    if (text.size > LONGEST_SECTION_NAME)
        text.size = LONGEST_SECTION_NAME;
    const char *longer = a3_span_string(text, 0);
    return longer ? longer : room;
}

static bool is_dwarf(const char *name)
{
    return strncmp(name, ".debug_", 7) == 0 || strncmp(name, ".zdebug_", 8) == 0;
}

static bool add_segment(opening *o, uint32_t rva, uint64_t size, a3_span file, uint8_t protection)
{
    a3_segment *segment = A3_PUSH(o->arena, &o->im->segments);
    if (segment == NULL) {
        a3_slice_fail(o->slices, A3_NOMEM, A3_NO_OFFSET, "no memory for the section table");
        return false;
    }
    if (file.size > size)
        file.size = (size_t)size;
    *segment = (a3_segment){.address = o->h.base + rva, .size = size, .file = file, .protection = protection};
    return true;
}

/* One entry of the "Section Table". The loader maps whole pages, so that bytes of the file behind the virtual size up to
 * the end of the page are there too; only where sections are aligned to less than a page is the size taken as it is.
 * `end`: RVA where the section before it ends. */
static bool read_section(opening *o, a3_cursor *c, unsigned index, uint64_t *end)
{
    uint64_t at = c->pos;
    char room[9];
    a3_span field = a3_get_span(c, 8);
    uint32_t virtual_size = a3_get32(c), rva = a3_get32(c), raw_size = a3_get32(c), raw_at = a3_get32(c);
    a3_skip(c, 12);
    uint32_t flags = a3_get32(c);
    const char *name = section_name(o, field, room);
    bool paged = o->h.section_alignment >= PAGE;
    uint64_t size = virtual_size ? virtual_size : raw_size;
    if (paged)
        size = (size + PAGE - 1) / PAGE * PAGE;
    if (rva < *end)
        return FAIL(o, at, "section %u (%s) at RVA 0x%" PRIx32 " overlaps what comes before it, which ends at 0x%" PRIx64,
                    index, name, rva, *end);
    if (paged && rva % PAGE != 0)
        return FAIL(o, at, "section %u (%s) at RVA 0x%" PRIx32 " does not begin at a page", index, name, rva);
    uint64_t room_left = ((uint64_t)o->h.image_size + PAGE - 1) / PAGE * PAGE;
    if (rva > room_left || size > room_left - rva)
        return FAIL(o, at, "section %u (%s) ends at RVA 0x%" PRIx64 ", behind the end of the image (0x%" PRIx32 ")", index,
                    name, rva + size, o->h.image_size);
    a3_span file = {NULL, 0};
    if (raw_at != 0 && raw_size != 0) {
        uint64_t start = paged ? raw_at / SECTOR * SECTOR : raw_at;
        if (!a3_span_sub(o->bytes, start, raw_size, &file))
            return FAIL(o, at, "section %u (%s): its data, 0x%" PRIx32 " bytes at 0x%" PRIx64
                        ", ends behind the end of the file (0x%zx): it is cut short",
                        index, name, raw_size, start, o->bytes.size);
    }
    if (is_dwarf(name))
        o->im->debug_info = true;
    *end = rva + size;
    uint8_t protection = (uint8_t)((flags & SECTION_READ ? A3_PROT_READ : 0) | (flags & SECTION_WRITE ? A3_PROT_WRITE : 0) |
                                   (flags & SECTION_EXECUTE ? A3_PROT_EXEC : 0));
    return size == 0 || add_segment(o, rva, size, file, protection);
}

static bool read_sections(opening *o)
{
    const headers *h = &o->h;
    uint64_t at = h->at + 24 + h->optional_size, end = h->headers_size;
    a3_span table, mapped;
    if (!a3_span_sub(o->bytes, at, (uint64_t)h->section_count * SECTION_ENTRY, &table))
        return FAIL(o, at, "the section table (%u entries) ends behind the end of the file (0x%zx): it is cut short",
                    (unsigned)h->section_count, o->bytes.size);
    a3_span_sub(o->bytes, 0, h->headers_size, &mapped);
    if (h->headers_size > 0 && !add_segment(o, 0, h->headers_size, mapped, A3_PROT_READ))
        return false;
    a3_cursor c = a3_cursor_at(o->bytes, at, false);
    for (unsigned i = 0; i < h->section_count; i++)
        if (!read_section(o, &c, i, &end))
            return false;
    return true;
}

/* Byte code says i386 for want of anything better, unless it needs a 32-bit process (ECMA-335, II.25.3.3). */
static void read_cli_header(opening *o)
{
    enum { IL_ONLY = 1, NEEDS_32_BITS = 2, PREFERS_32_BITS = 0x20000 };
    a3_pe_window window;
    a3_pe_directory directory = o->pe->directories[A3_PE_CLI];
    if (directory.rva == 0 || o->im->arch != A3_ARCH_I686 || !a3_pe_map(o->pe, directory.rva, &window))
        return;
    a3_cursor c = a3_cursor_at(window.file, 16, false);
    uint32_t flags = a3_get32(&c);
    if ((flags & IL_ONLY) == 0 || ((flags & NEEDS_32_BITS) != 0 && (flags & PREFERS_32_BITS) == 0))
        return;
    o->im->any_arch = true;
    o->im->os = A3_OS_UNKNOWN;
}

static bool read_headers(opening *o)
{
    a3_cursor c;
    if (!read_file_header(o) || !choose_machine(o) || !read_optional_header(o, &c) || !check_optional_header(o) ||
        !read_directories(o, &c))
        return false;
    const headers *h = &o->h;
    a3_image *im = o->im;
    im->kind = h->characteristics & FILE_DLL ? A3_KIND_SHARED : A3_KIND_PROGRAM;
    im->base = h->base;
    if (h->entry != 0)
        im->start.function = h->base + h->entry;
    im->min_os = (uint32_t)h->subsystem_major << 16 | (uint32_t)h->subsystem_minor << 8;
    o->pe->headers_size = h->headers_size;
    o->pe->image_size = h->image_size;
    if (!read_sections(o))
        return false;
    read_cli_header(o);
    return true;
}

void a3_pe_open(a3_span bytes, const a3_limits *limits, a3_arena *arena, a3_slices *slices)
{
    static const struct a3_image_ops ops = {.load_fixups = a3_pe_load_fixups};
    opening o = {.bytes = bytes, .slices = slices, .arena = arena};
    o.im = a3_image_new(slices, arena, limits, A3_FORMAT_PE, bytes);
    if (o.im == NULL)
        return;
    o.pe = A3_NEW(arena, a3_pe);
    if (o.pe == NULL) {
        a3_slice_fail(slices, A3_NOMEM, A3_NO_OFFSET, "no memory for the object's tables");
        return;
    }
    o.pe->im = o.im;
    o.im->priv = o.pe;
    o.im->ops = &ops;
    if (!read_headers(&o))
        return;
    a3_pe_read_imports(o.pe);
    a3_pe_read_exports(o.pe);
    a3_image_finish(o.im);
}

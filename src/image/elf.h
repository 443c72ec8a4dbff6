/* SPDX-License-Identifier: MIT */
/* What the files of the ELF reader share. Width and byte order are settled in elf.c: all numbers here are host integers,
 * 64 bits wide where the format's width varies. Sources: System V gABI chapters 4 and 5 ("gABI"), the psABI of each
 * machine, the GNU extensions as in <elf.h> of glibc, Android's linker for its packed relocations. */
#ifndef A3_IMAGE_ELF_H
#define A3_IMAGE_ELF_H

#include "image/image.h"

/* The numbers of the format that more than one file needs; <elf.h> comes with <libelf.h>, which elf.c alone includes. */
enum {
    A3_ET_REL = 1, A3_ET_EXEC = 2, A3_ET_DYN = 3, A3_ET_CORE = 4,
    A3_EM_SPARC = 2, A3_EM_386 = 3, A3_EM_68K = 4, A3_EM_MIPS = 8, A3_EM_PARISC = 15, A3_EM_SPARC32PLUS = 18,
    A3_EM_PPC = 20, A3_EM_PPC64 = 21, A3_EM_S390 = 22, A3_EM_ARM = 40, A3_EM_SH = 42, A3_EM_SPARCV9 = 43,
    A3_EM_IA_64 = 50, A3_EM_X86_64 = 62, A3_EM_AARCH64 = 183, A3_EM_CUDA = 190, A3_EM_AMDGPU = 224, A3_EM_RISCV = 243,
    A3_EM_BPF = 247, A3_EM_AVR = 83, A3_EM_ARC = 93, A3_EM_XTENSA = 94,
    A3_EM_HEXAGON = 164, A3_EM_ARC_V2 = 195, A3_EM_CSKY = 252, A3_EM_LOONGARCH = 258, A3_EM_ALPHA = 0x9026,
    A3_PT_LOAD = 1, A3_PT_DYNAMIC = 2, A3_PT_INTERP = 3, A3_PT_NOTE = 4,
    A3_SHT_SYMTAB = 2, A3_SHT_STRTAB = 3, A3_SHT_DYNAMIC = 6, A3_SHT_NOTE = 7, A3_SHT_NOBITS = 8, A3_SHT_DYNSYM = 11,
    A3_STB_LOCAL = 0, A3_STB_GLOBAL = 1, A3_STB_WEAK = 2, A3_STB_GNU_UNIQUE = 10,
    A3_STT_NOTYPE = 0, A3_STT_OBJECT = 1, A3_STT_SECTION = 3, A3_STT_FILE = 4, A3_STT_COMMON = 5, A3_STT_TLS = 6,
    A3_STT_GNU_IFUNC = 10,
    A3_STV_INTERNAL = 1, A3_STV_HIDDEN = 2,
    A3_SHN_UNDEF = 0, A3_SHN_ABS = 0xfff1,
};
static const uint32_t A3_PT_GNU_STACK = 0x6474e551, A3_PT_GNU_RELRO = 0x6474e552, A3_PT_GNU_PROPERTY = 0x6474e553;

typedef struct a3_elf_program {
    uint32_t type, flags;
    uint64_t offset, address, file_size, size, align;
    uint64_t at; /* file offset of the header itself */
} a3_elf_program;

typedef struct a3_elf_section {
    const char *name; /* "" where it cannot be told */
    uint32_t type, link, name_offset;
    uint64_t flags, address, offset, size, entry_size;
    uint64_t at; /* file offset of the header itself */
} a3_elf_section;

/* The entries of the dynamic table that one file or another looks at. The last of several wins, as in the loader, but for
 * DT_NEEDED, which is collected. */
typedef enum a3_elf_tag {
    A3_TAG_HASH, A3_TAG_STRTAB, A3_TAG_SYMTAB, A3_TAG_RELA, A3_TAG_RELASZ, A3_TAG_RELAENT, A3_TAG_STRSZ, A3_TAG_SYMENT,
    A3_TAG_SONAME, A3_TAG_RPATH, A3_TAG_REL, A3_TAG_RELSZ, A3_TAG_RELENT, A3_TAG_PLTREL, A3_TAG_PLTRELSZ, A3_TAG_JMPREL,
    A3_TAG_DEBUG, A3_TAG_TEXTREL, A3_TAG_RUNPATH, A3_TAG_FLAGS, A3_TAG_RELRSZ, A3_TAG_RELR, A3_TAG_RELRENT, A3_TAG_INIT, A3_TAG_INIT_ARRAY, A3_TAG_INIT_ARRAYSZ,
    A3_TAG_GNU_HASH, A3_TAG_FLAGS_1, A3_TAG_VERSYM, A3_TAG_VERDEF, A3_TAG_VERDEFNUM, A3_TAG_VERNEED, A3_TAG_VERNEEDNUM,
    A3_TAG_ANDROID_REL, A3_TAG_ANDROID_RELSZ, A3_TAG_ANDROID_RELA, A3_TAG_ANDROID_RELASZ, A3_TAG_ANDROID_RELR,
    A3_TAG_ANDROID_RELRSZ, A3_TAG_COUNT
} a3_elf_tag;

typedef struct a3_elf_entry {
    bool there;
    uint64_t value;
    uint64_t at; /* file offset of the entry */
} a3_elf_entry;

typedef A3_LIST(a3_elf_program) a3_elf_programs;
typedef A3_LIST(a3_elf_section) a3_elf_sections;

typedef struct a3_elf_symbol {
    uint32_t name; /* offset in the string table */
    uint8_t binding, type, other;
    uint16_t section;
    uint64_t value;
} a3_elf_symbol;

/* im->priv of an ELF image. */
typedef struct a3_elf {
    a3_image *im;
    a3_span bytes;
    bool wide;     /* ELFCLASS64 */
    bool big;      /* ELFDATA2MSB */
    uint8_t word;  /* bytes: 4 or 8 */
    uint8_t osabi;
    uint16_t type, machine;
    a3_elf_programs programs;
    a3_elf_sections sections; /* section 0 included */
    bool dynamic;  /* there is a PT_DYNAMIC, `tags` and the tables below come from it */
    a3_elf_entry tags[A3_TAG_COUNT];
    a3_span strings;    /* DT_STRTAB, DT_STRSZ; of a relocatable object: its .strtab */
    a3_span symbols;    /* symbol_count whole entries */
    size_t symbol_count;
    uint64_t text_left; /* bytes of names that may still be read: names may overlap in the file */
} a3_elf;

/* Linkers share the tails of names, which gains a few percent; names that add up to many times the file are made to cost
 * time. */
static inline uint64_t a3_elf_text_most(uint64_t file_size)
{
    return (file_size < UINT64_MAX / 32 ? 16 * file_size : UINT64_MAX / 2) + 65536;
}

/* File offset of a field of the ELF header, given for both widths: for messages. */
static inline uint64_t a3_elf_field(const a3_elf *e, uint64_t narrow, uint64_t wide) { return e->wide ? wide : narrow; }

typedef struct a3_elf_machine {
    uint16_t number;
    uint8_t width, order; /* EI_CLASS, EI_DATA; 0: any */
    a3_arch arch;
    const char *name;
    bool read; /* symbols and relocations of this machine are known to us */
} a3_elf_machine;

/* elf_machine.c; NULL: not even a name is known. */
const a3_elf_machine *a3_elf_find_machine(uint16_t number, bool wide, bool big);

/* elf_segments.c: im->segments, exec_stack; the dynamic segment and the interpreter. False: the last slice has failed. */
bool a3_elf_load_segments(a3_elf *e, a3_slices *slices);
bool a3_elf_check_linked(a3_elf *e, a3_slices *slices);
/* Bytes at a loaded address up to the end of what the file has of its segment; false where there are none. `offset`: in
 * the file. */
bool a3_elf_window(const a3_elf *e, uint64_t address, a3_span *out, uint64_t *offset);
/* A string of the dynamic string table, or NULL and an error in im->symbols: "`what` at `at`: ...". */
const char *a3_elf_text(a3_elf *e, uint64_t offset, uint64_t at, const char *what);
/* index < symbol_count */
a3_elf_symbol a3_elf_symbol_at(const a3_elf *e, size_t index);

/* Neither the null symbol nor what only a linker or a debugger looks at. */
static inline bool a3_elf_is_import(const a3_elf_symbol *s)
{
    return s->section == A3_SHN_UNDEF && s->binding != A3_STB_LOCAL && s->type != A3_STT_SECTION && s->type != A3_STT_FILE;
}

/* elf_dynamic.c: the dynamic table: libraries, paths, flags; and the symbol table's place. */
void a3_elf_read_dynamic(a3_elf *e);
/* The C library, told by interpreter, needed libraries and versions; called when all are read. */
void a3_elf_find_libc(a3_elf *e);
/* elf_symbols.c: imports and exports. */
void a3_elf_read_symbols(a3_elf *e);        /* dynamic ones */
void a3_elf_read_object_symbols(a3_elf *e); /* of a relocatable object */
/* elf_versions.c: im->versions, and the version names by index; *count entries, NULL where none. */
const char *const *a3_elf_read_versions(a3_elf *e, size_t *count);
/* elf_notes.c: notes, program properties, Arm attributes. */
void a3_elf_read_notes(a3_elf *e);
/* a3_image_defines: .symtab. */
const char *a3_elf_defines(const a3_image *im, const char *const *names);
/* elf_reloc.c */
extern const struct a3_image_ops a3_elf_ops;
/* The highest symbol index that a relocation names, 0 if none; for tables whose size nothing else tells. */
uint32_t a3_elf_highest_relocated(const a3_elf *e);

#endif

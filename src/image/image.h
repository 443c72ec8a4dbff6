/* SPDX-License-Identifier: MIT */
/* One neutral view of a native object, whatever its format. Format names appear in this room alone.
 *
 * An image borrows from the bytes that it was opened on (names point into them where the format allows) and keeps its
 * tables in the arena given: both must outlive it. Facts copy what they keep.
 *
 * A fat file gives one image for each slice; every other object gives one. */
#ifndef A3_IMAGE_IMAGE_H
#define A3_IMAGE_IMAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/bytes.h"
#include "base/err.h"
#include "base/limits.h"
#include "base/machine.h"

typedef enum a3_format { A3_FORMAT_NONE, A3_FORMAT_ELF, A3_FORMAT_MACHO, A3_FORMAT_PE, A3_FORMAT_WASM } a3_format;

typedef enum a3_kind { A3_KIND_SHARED, A3_KIND_PROGRAM, A3_KIND_RELOCATABLE, A3_KIND_OTHER } a3_kind;

typedef enum a3_symbol_flags {
    A3_SYM_WEAK = 1,     /* the loader leaves it NULL when nobody defines it */
    A3_SYM_DATA = 2,     /* known to be data (else function or not told) */
    A3_SYM_DELAY = 4,    /* PE: delay-loaded */
    A3_SYM_ORDINAL = 8,  /* PE: imported or exported by number only; `name` is NULL unless known */
    A3_SYM_FORWARD = 16, /* export that leads to another library (PE forwarder, Mach-O re-export) */
    A3_SYM_TLS = 32,
    A3_SYM_RESOLVER = 64 /* ELF: STT_GNU_IFUNC, the function at the address chooses the one that is meant */
} a3_symbol_flags;

typedef struct a3_import {
    const char *name;    /* without the leading underscore of Mach-O and of i686 PE decorations; NULL: ordinal only */
    const char *library; /* the library that the object itself names for it (PE, Mach-O two-level; wasm module); else NULL */
    const char *version; /* ELF symbol version ("GLIBC_2.17"), else NULL */
    uint32_t ordinal;    /* with A3_SYM_ORDINAL */
    uint16_t flags;
} a3_import;

typedef struct a3_export {
    const char *name;
    uint64_t address;    /* in the image's address space; 0 for a forward */
    const char *forward; /* "dll.symbol" or "library:symbol"; NULL */
    uint16_t flags;
    uint8_t other;       /* ELF st_other (ppc64 local entry offset), else 0 */
} a3_export;

typedef enum a3_needed_flags { A3_NEEDED_WEAK = 1, A3_NEEDED_DELAY = 2, A3_NEEDED_REEXPORT = 4 } a3_needed_flags;
typedef struct a3_needed {
    const char *name; /* as written: "libc.so.6", "@rpath/libfoo.dylib", "KERNEL32.dll" */
    uint8_t flags;
} a3_needed;

/* ELF version need: "symbol version `version` of library `library`" */
typedef struct a3_version_need {
    const char *library, *version;
    bool weak;
} a3_version_need;

/* One stretch of the loaded image. Bytes behind file.size up to `size` are zeros. */
typedef enum a3_protection { A3_PROT_READ = 4, A3_PROT_WRITE = 2, A3_PROT_EXEC = 1 } a3_protection;
typedef struct a3_segment {
    uint64_t address, size; /* bytes */
    a3_span file;           /* file.size <= size */
    uint8_t protection;
} a3_segment;

/* What the loader writes at an address. The table is sorted by address, one entry an address. */
typedef enum a3_fixup_kind {
    A3_FIXUP_ADDRESS, A3_FIXUP_IMPORT,
    A3_FIXUP_UNKNOWN /* something else: what an indirect function resolves to, thread-local offsets, distances in code */
} a3_fixup_kind;
typedef struct a3_fixup {
    uint64_t address;
    uint64_t target; /* ADDRESS: the address stored; IMPORT: index into imports */
    int64_t addend;  /* IMPORT: added to the symbol's address */
    uint8_t kind, size; /* size: bytes written, 4 or 8 */
} a3_fixup;

/* What the loader runs before anyone can call an export. Not verified: the addresses may lead anywhere. */
typedef struct a3_start {
    uint64_t function;   /* DT_INIT, PE entry point, wasm's constructors; 0: none */
    uint64_t table;      /* pointers to functions, called in order: DT_INIT_ARRAY, __mod_init_func; see `offsets` */
    uint64_t table_size; /* bytes */
    bool offsets;        /* Mach-O __init_offsets: the table holds distances of 4 bytes from `base` */
} a3_start;

typedef enum a3_signature { A3_SIGNATURE_NONE, A3_SIGNATURE_VALID, A3_SIGNATURE_INVALID, A3_SIGNATURE_UNREADABLE } a3_signature;

typedef A3_LIST(a3_import) a3_imports;
typedef A3_LIST(a3_export) a3_exports;
typedef A3_LIST(a3_needed) a3_neededs;
typedef A3_LIST(a3_version_need) a3_version_needs;
typedef A3_LIST(a3_segment) a3_segments;
typedef A3_LIST(a3_fixup) a3_fixups;

typedef struct a3_image {
    a3_format format;
    a3_arch arch;
    a3_os os;
    a3_kind kind;
    uint8_t pointer_size; /* 4 or 8 */
    bool big_endian;
    const char *arch_name; /* "x86_64", "arm64" (as the platform's own tags write it), "sparc64", "machine 0x1234" */
    const char *slice;     /* fat file: the slice's architecture name, "x86_64", "arm64"; NULL otherwise */
    uint64_t offset;       /* of the image in the member's bytes */
    a3_span bytes;         /* the image's own bytes */

    a3_imports imports;   /* sorted by (name, library); duplicates merged */
    a3_exports exports;   /* sorted by name: a3_image_export finds by bisection */
    a3_neededs needed;    /* in the object's order */
    a3_segments segments; /* sorted by address, not overlapping */
    /* The image stands but its symbol tables do not: imports and exports are incomplete (A110). Else A3_OK. */
    a3_err symbols;
    bool flat_namespace; /* imports bind by name, whoever defines it (ELF, flat Mach-O); false: by `library` where given */

    /* What the platform family of rules looks at. Zero or NULL: not stated or not applicable. */
    const char *soname;         /* DT_SONAME, LC_ID_DYLIB, PE export name */
    const char *interpreter;    /* PT_INTERP */
    a3_strings rpaths;          /* DT_RPATH or LC_RPATH entries, in order, split at ':' */
    a3_strings runpaths;        /* DT_RUNPATH */
    a3_version_needs versions;  /* DT_VERNEED */
    a3_libc libc;               /* told by the object itself (interpreter, needed libraries) */
    uint32_t elf_flags;         /* e_flags */
    uint32_t isa_needed;        /* GNU_PROPERTY_X86_ISA_1_NEEDED bits */
    uint32_t min_os, sdk;       /* Mach-O: major << 16 | minor << 8 | patch; Android note: API level in min_os */
    /* Mach-O code signature. Told at opening: NONE. An object that has one is UNREADABLE until a3_image_check_signature has
     * hashed its pages; signature_error then says why it is INVALID or UNREADABLE. */
    a3_signature signature;
    a3_err signature_error;
    bool exec_stack;            /* PT_GNU_STACK with X (absent: architecture default, not judged) */
    bool text_relocations;
    bool debug_info;
    bool soft_float;            /* 32-bit Arm, RISC-V, LoongArch: not the calling convention that passes doubles in floating-point registers */
    bool has_section_table;     /* ELF: section headers there */
    bool any_arch;              /* byte code (.NET) that runs on every architecture and system: `arch` is only how the file
                                 * is laid out, `os` is unknown */
    const char *layout_fault;   /* what keeps the platform's loader from taking the object although it could be read (wasm:
                                 * no dynamic-linking section, or not the first; Mach-O: a slice that starts within a page);
                                 * a sentence without a full stop. NULL: none */
    bool fixups_loaded;
    a3_err fixups_error;        /* relocations could not all be read; those read stand */
    a3_fixups fixups;
    uint64_t base;              /* preferred base (PE ImageBase, Mach-O __TEXT); 0 for ELF */
    a3_start start;
    uint64_t sealed, sealed_size; /* ELF: the part of a writable segment that is read-only once relocated (PT_GNU_RELRO) */
    uint64_t toc;               /* ppc64: TOC base (.got + 0x8000); 0 unknown (no section headers) */
    const struct a3_image_ops *ops;
    void *priv;                 /* the format's own, in the arena */
    a3_arena *arena;
    const a3_limits *limits;
} a3_image;

struct a3_image_ops {
    /* Fills fixups (unsorted is fine; a3_image_load_fixups sorts). Errors go to im->fixups_error. */
    void (*load_fixups)(a3_image *im);
    /* Mach-O only, else NULL: sets im->signature by hashing the pages. */
    void (*check_signature)(a3_image *im);
    /* The first symbol of the full symbol table that defines one of the names (see a3_image_defines); may be NULL. */
    const char *(*defines)(const a3_image *im, const char *const *names);
};

/* One object as found: either an image or the reason why there is none. */
typedef struct a3_slice {
    a3_image *image;    /* NULL: see err */
    const char *name;   /* slice name of a fat file, also when it could not be opened; else NULL */
    a3_format format;   /* told by the magic number, also when the image could not be opened */
    a3_err err;         /* A3_MALFORMED, A3_UNSUPPORTED, A3_LIMIT, A3_NOMEM; offset is relative to the member */
    const char *arch_name; /* also for unsupported machines where it can be told; else NULL */
} a3_slice;
typedef A3_LIST(a3_slice) a3_slices;

/* By magic number alone, never by name: A3_FORMAT_NONE where the bytes are no object. Needs the first 4096 bytes at most
 * (a PE is recognised by "MZ" and, where e_lfanew lies within the bytes, by "PE\0\0"). */
a3_format a3_image_detect(a3_span bytes);

/* Opens every slice in `bytes`. A3_NOT_MINE: no object (nor is a fat file of nothing but static archives). A3_OK: at least
 * one slice was recorded, well or not; a fat file whose own header is broken is one slice with an error. Never prints, never
 * fails for one slice's sake.
 * Sources: System V gABI and psABIs; Apple mach-o/loader.h, fixup-chains.h; Microsoft PE/COFF specification;
 * WebAssembly tool conventions, DynamicLinking.md. */
a3_status a3_image_open(a3_span bytes, const a3_limits *limits, a3_arena *arena, a3_slices *slices, a3_err *err);

/* The format readers, called by a3_image_open alone. Each pushes its slice(s). */
void a3_elf_open(a3_span bytes, const a3_limits *limits, a3_arena *arena, a3_slices *slices);
void a3_macho_open(a3_span bytes, const a3_limits *limits, a3_arena *arena, a3_slices *slices); /* thin and fat */
void a3_pe_open(a3_span bytes, const a3_limits *limits, a3_arena *arena, a3_slices *slices);
void a3_wasm_open(a3_span bytes, const a3_limits *limits, a3_arena *arena, a3_slices *slices);

/* NULL if none. */
const a3_export *a3_image_export(const a3_image *im, const char *name);
const a3_import *a3_image_import(const a3_image *im, const char *name);
/* Which of `names` (NULL-terminated) the object defines, exported or not: looks into the symbol table for linkers and
 * debuggers too, where the object still has one (ELF .symtab). A pointer out of `names`, or NULL. Linear in the symbols. */
const char *a3_image_defines(const a3_image *im, const char *const *names);
const a3_segment *a3_image_segment(const a3_image *im, uint64_t address);

/* -- loaded data: address -> bytes, and the pointer stored at an address, as the loader would have left them -- */
void a3_image_load_fixups(a3_image *im); /* idempotent, sorted afterwards; the functions below call it */
/* Raw bytes (zero-filled tail included), no fixups applied; false unless all of them lie in one segment. */
bool a3_image_read(const a3_image *im, uint64_t address, void *out, size_t size);
/* NUL-terminated string in file-backed bytes, at most `most` bytes; NULL otherwise. Points into the image's bytes. */
const char *a3_image_string(const a3_image *im, uint64_t address, size_t most);
/* Unsigned integer of 1, 2, 4 or 8 bytes, no fixups applied. */
bool a3_image_word(const a3_image *im, uint64_t address, unsigned size, uint64_t *out);

typedef enum a3_pointer_kind {
    A3_POINTER_NONE,    /* no such address, only part of a fixup is covered, or what the loader stores cannot be told */
    A3_POINTER_PLAIN,   /* no fixup here: `value` is the bytes as they are */
    A3_POINTER_ADDRESS, /* the loader stores the image address `value` */
    A3_POINTER_IMPORT   /* the loader stores the address of imports.items[value] + addend */
} a3_pointer_kind;
typedef struct a3_pointer {
    a3_pointer_kind kind;
    uint64_t value;
    int64_t addend;
} a3_pointer;
a3_pointer a3_image_pointer(a3_image *im, uint64_t address);
/* The fixup at exactly this address, or NULL. */
const a3_fixup *a3_image_fixup(a3_image *im, uint64_t address);

void a3_image_check_signature(a3_image *im); /* idempotent; nothing where the format has none */

const char *a3_format_name(a3_format format); /* "elf", "macho", "pe", "wasm" */
const char *a3_arch_name(a3_arch arch);       /* "x86_64", "i686", "aarch64", "armv7l", "ppc64", "ppc64le", ... */

/* Index of the import that names exactly this library (NULL: none), SIZE_MAX if there is none: for the fixups, which are
 * read after a3_image_finish has sorted the imports. */
size_t a3_image_import_index(const a3_image *im, const char *name, const char *library);

/* For the format readers: a new slice without an image, for those that cannot be opened; NULL: no memory. */
a3_slice *a3_slice_new(a3_slices *slices, a3_arena *arena, a3_format format);
/* Turns the last pushed slice into an error (its image is dropped); the first error of a slice wins. `offset` is relative to
 * the member, A3_NO_OFFSET if it has no place. */
void a3_slice_fail(a3_slices *slices, a3_status status, uint64_t offset, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* For the format readers: a new image in the arena with the common fields set and its slice pushed; NULL: no memory (the
 * slice, if it could be pushed, says so). */
a3_image *a3_image_new(a3_slices *slices, a3_arena *arena, const a3_limits *limits, a3_format format, a3_span bytes);
/* Sorts and merges imports (an import is weak only if all its parts are), sorts exports (of several of one name the first
 * stays) and segments, sets arch_name where
 * the reader did not; to be called at the end of opening. Readers bound the bytes of all names together (names may overlap
 * in the file), sorting costs as many steps. Segments that overlap are the reader's to refuse. */
void a3_image_finish(a3_image *im);

#endif

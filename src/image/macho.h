/* SPDX-License-Identifier: MIT */
/* Private to src/image/macho*.c: one Mach-O image while it is read, and afterwards what its fixups and its code signature
 * need. Sources: Apple's mach-o/loader.h, mach-o/nlist.h, mach-o/fat.h, mach-o/fixup-chains.h, xnu's cs_blobs.h.
 *
 *   macho.c          thin and fat, header
 *   macho_commands.c load commands: segments, libraries, platform, where the tables are
 *   macho_symbols.c  imports and exports out of all tables that name them
 *   macho_trie.c     the export trie
 *   macho_bind.c     LC_DYLD_INFO: rebase and bind opcodes
 *   macho_chained.c  LC_DYLD_CHAINED_FIXUPS
 *   macho_fixups.c   what the loader writes where, for both
 *   macho_sign.c     LC_CODE_SIGNATURE */
#ifndef A3_IMAGE_MACHO_H
#define A3_IMAGE_MACHO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "image/image.h"

/* MH_ file types that are told apart beyond a3_kind. */
enum {
    A3_MACHO_OBJECT = 1, A3_MACHO_EXECUTE = 2, A3_MACHO_DYLIB = 6, A3_MACHO_BUNDLE = 8, A3_MACHO_DSYM = 10,
    A3_MACHO_LAST_TYPE = 14
};

/* Library ordinals that name no library of the image's own list (BIND_SPECIAL_DYLIB_*). */
enum { A3_MACHO_SELF = 0, A3_MACHO_MAIN_PROGRAM = -1, A3_MACHO_FLAT_LOOKUP = -2, A3_MACHO_WEAK_LOOKUP = -3 };

/* A table that a load command points to. `bytes` lie within the image. */
typedef struct a3_macho_table {
    bool there;
    uint64_t at; /* offset in the image */
    a3_span bytes;
} a3_macho_table;

/* In the order of the load commands: rebases and binds count segments, __PAGEZERO included. */
typedef struct a3_macho_segment {
    const char *name; /* in the arena */
    uint64_t command; /* offset of its load command in the image */
    uint64_t address, size, offset; /* bytes; offset in the image */
    a3_span file;                   /* within the image, file.size <= size */
    uint32_t protection;            /* VM_PROT_ bits at start */
} a3_macho_segment;

/* LC_DYLD_CHAINED_FIXUPS, its header read and its import table proved to be there. */
typedef struct a3_macho_chained {
    bool there;
    uint32_t starts; /* offset in the table */
    uint32_t import_count, import_format;
    uint32_t recorded; /* imports whose names could be read and paid for: the first so many */
    uint64_t imports_at; /* offset in the image */
    a3_span imports, names;
} a3_macho_chained;

typedef struct a3_macho {
    a3_image *im;
    bool is64;
    uint32_t file_type, flags, commands, commands_size;
    uint64_t commands_at; /* offset in the image */
    A3_LIST(a3_macho_segment) segments;
    uint32_t symbol_count;
    bool classic_relocations; /* LC_DYSYMTAB lists relocations (before macOS 10.6) */
    a3_macho_table symbols, strings, rebase, bind, weak_bind, lazy_bind, trie, chains, signature;
    a3_macho_chained chained;
    uint64_t names_left; /* bytes of names that this image may still take: they may overlap in the file */
    bool signature_checked;
} a3_macho;

/* Records "WHAT at 0xOFFSET: ..." with the offset in the member; `at` is the offset in the image. */
a3_status a3_macho_fail(const a3_macho *m, a3_err *err, a3_status status, uint64_t at, const char *what,
                        const char *format, ...) __attribute__((format(printf, 6, 7)));

/* Reads all load commands into `m` and its image. Anything but A3_OK: the image cannot be read. Tables that lie outside of
 * the image do not fail it: they are left out, and im->symbols, im->fixups_error or im->signature_error says so. */
a3_status a3_macho_read_commands(a3_macho *m, a3_err *err);

/* Imports and exports of the image, finished (sorted). Faults go to im->symbols. */
void a3_macho_read_symbols(a3_macho *m);
/* NUL-terminated name at `offset` of `strings` without the leading underscore; *size gets its length (bytes). NULL: no
 * such string, or too many bytes of names; im->symbols says so, naming `what` at `at`. */
const char *a3_macho_name(a3_macho *m, a3_span strings, uint64_t offset, size_t *size, uint64_t at, const char *what);
/* Where an import was seen, in a3_import.flags until a3_macho_read_symbols is done. */
typedef enum a3_macho_origin {
    A3_MACHO_FROM_LOADER = 0x4000, /* the loader binds it: bind opcodes, chained fixups */
    A3_MACHO_FROM_TABLE = 0x2000,  /* undefined in the symbol table */
    A3_MACHO_FROM_WEAK = 0x1000,   /* only the coalescing of weak definitions asks for it */
    A3_MACHO_MAYBE_OWN = 0x0800    /* a definition in the image itself would do */
} a3_macho_origin;
/* False: no more can be taken, im->symbols says why. The name was charged by a3_macho_name or a3_macho_charge. */
bool a3_macho_add_import(a3_macho *m, const char *name, int64_t ordinal, bool weak, a3_macho_origin origin);
a3_export *a3_macho_add_export(a3_macho *m, const char *name);
/* Counts `size` bytes of names; false (and im->symbols) when the image has used up its share. */
bool a3_macho_charge(a3_macho *m, uint64_t size);
/* The library that the ordinal names; NULL: none, flat lookup, or out of range (im->symbols says so). */
const char *a3_macho_library(a3_macho *m, int64_t ordinal);
const char *a3_macho_plain_name(const char *name); /* without the leading underscore */

/* Exports out of m->trie. False: it cannot be read, im->symbols says why; what was added is to be dropped. */
bool a3_macho_read_trie(a3_macho *m);

/* What a bind leads to. */
typedef struct a3_macho_target {
    bool found;
    a3_fixup_kind kind;
    uint64_t value; /* address, or index into imports */
} a3_macho_target;

/* Fixups on their way into im->fixups. Every write must lie in file-backed bytes of a segment, and there are no more
 * writes of one kind than pointers fit into the segments. */
typedef struct a3_macho_writer {
    a3_macho *m;
    const char *what; /* for messages: "rebase opcodes" */
    uint64_t left;    /* writes */
} a3_macho_writer;
a3_macho_writer a3_macho_writer_new(a3_macho *m, const char *what);
/* `at`: where in the image the order to write stands. Size 0 counts, but stores nothing (and asks nothing of the segment).
 * False: refused, im->fixups_error says why. */
bool a3_macho_write(a3_macho_writer *w, uint64_t at, const a3_macho_segment *segment, uint64_t address,
                    a3_macho_target target, int64_t addend, uint8_t size);
a3_macho_target a3_macho_resolve(a3_macho *m, const char *name, int64_t ordinal);
/* The segment's file-backed bytes at `address`, as an unsigned integer; 0 where they are not there. */
uint64_t a3_macho_stored(const a3_macho *m, const a3_macho_segment *segment, uint64_t address, unsigned size);

void a3_macho_record_binds(a3_macho *m); /* LC_DYLD_INFO: imports */
void a3_macho_load_opcodes(a3_macho *m); /* LC_DYLD_INFO: fixups */
/* Fills m->chained and records the imports. Faults go to im->symbols. */
void a3_macho_record_chained(a3_macho *m);
void a3_macho_load_chained(a3_macho *m);

void a3_macho_load_fixups(a3_image *im);
void a3_macho_check_signature(a3_image *im);
const char *a3_macho_defines(const a3_image *im, const char *const *names); /* a3_image_defines: the symbol table */

#endif

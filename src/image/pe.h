/* SPDX-License-Identifier: MIT */
/* Private to the PE reader: what pe.c found in the headers and the other two files build on.
 * An RVA is an address relative to the image base; the neutral view's addresses are base + RVA.
 * Source: Microsoft, "PE Format" (the PE/COFF specification), sections named in the comments. */
#ifndef A3_IMAGE_PE_H
#define A3_IMAGE_PE_H

#include "image/image.h"

enum { /* data directories that are read */
    A3_PE_EXPORTS = 0, A3_PE_IMPORTS = 1, A3_PE_RELOCATIONS = 5, A3_PE_DELAY_IMPORTS = 13, A3_PE_CLI = 14,
    A3_PE_DIRECTORIES = 16
};

typedef struct a3_pe_directory {
    uint32_t rva, size; /* 0, 0: not there */
} a3_pe_directory;

typedef struct a3_pe {
    a3_image *im;
    uint32_t headers_size; /* SizeOfHeaders */
    uint32_t image_size;   /* SizeOfImage */
    a3_pe_directory directories[A3_PE_DIRECTORIES];
    /* What a walk over the symbol tables may still spend. Honest tables do not overlap, so that all of them together have
     * no more entries and no more bytes of names than the file has room for; tables that share bytes run dry. */
    uint64_t entry_fuel, name_fuel;
} a3_pe;

/* The bytes that the loader maps from `rva` to the end of its section: first those of the file, then zeros. */
typedef struct a3_pe_window {
    a3_span file;
    uint64_t zeros;
} a3_pe_window;

/* False: `rva` is in no section. */
bool a3_pe_map(const a3_pe *pe, uint64_t rva, a3_pe_window *out);
/* Where in the member bytes of the image lie; for messages. */
uint64_t a3_pe_offset(const a3_pe *pe, const uint8_t *at);
/* NUL-terminated string in the file's bytes, or NULL; spends name_fuel. */
const char *a3_pe_string(a3_pe *pe, uint64_t rva);

/* One entry of an import address table, normal or delay-loaded. */
typedef struct a3_pe_import {
    const char *library;
    const char *name;    /* NULL: by ordinal */
    uint32_t ordinal;
    uint16_t flags;      /* A3_SYM_DELAY, A3_SYM_ORDINAL */
    uint64_t address;    /* of the IAT entry, in the image's address space */
} a3_pe_import;

typedef struct a3_pe_import_visitor {
    bool (*library)(void *context, const char *name, bool delay); /* may be NULL */
    bool (*import)(void *context, const a3_pe_import *one);
    void *context;
} a3_pe_import_visitor;

/* Calls the visitor for each library and entry, normal imports first. A visitor that returns false ends the walk. What is
 * wrong with the tables goes to `err`, the walk goes on where it can. */
void a3_pe_each_import(a3_pe *pe, const a3_pe_import_visitor *visitor, a3_err *err);

void a3_pe_read_imports(a3_pe *pe); /* fills im->imports, im->needed; errors: im->symbols */
void a3_pe_read_exports(a3_pe *pe); /* fills im->exports, im->soname; errors: im->symbols */
void a3_pe_load_fixups(a3_image *im); /* base relocations, then import address tables */

#endif

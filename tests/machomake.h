/* SPDX-License-Identifier: MIT */
/* For tests: a small Mach-O in memory, for what the linker of the fixtures cannot make (pointer formats, 32-bit, big-endian,
 * faults). Layout in the file and, from `base` on, in memory: __TEXT 0-0x4000 (header, commands), __DATA 0x4000-0x8000,
 * __LINKEDIT 0x8000-0xa000, which the tables fill from its start. */
#ifndef A3_TESTS_MACHOMAKE_H
#define A3_TESTS_MACHOMAKE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    MM_TEXT = 0, MM_DATA = 0x4000, MM_LINKEDIT = 0x8000, MM_SIZE = 0xa000,
    MM_X86_64 = 0x01000007, MM_ARM64 = 0x0100000c, MM_I386 = 7, MM_PPC = 18,
    MM_OBJECT = 1, MM_EXECUTE = 2, MM_DYLIB = 6, MM_BUNDLE = 8, MM_TWOLEVEL = 0x80
};

typedef struct maker {
    uint8_t data[MM_SIZE];
    bool is64, big_endian;
    uint64_t base;
    size_t command;  /* end of the commands */
    size_t linkedit; /* end of the tables */
} maker;

/* Header and the three segments (indices 0, 1, 2). */
void mm_begin(maker *m, uint32_t cpu, uint32_t subtype, uint32_t type, uint32_t flags);
void mm_put(maker *m, size_t at, uint64_t value, unsigned bytes);
uint64_t mm_get(const maker *m, size_t at, unsigned bytes);
/* A load command of `count` words behind type and size, then `text` (may be NULL) padded; returns its offset. */
size_t mm_command(maker *m, uint32_t type, const uint32_t *words, size_t count, const char *text);
size_t mm_segment(maker *m, const char *name, uint64_t address, uint64_t size, uint64_t offset, uint64_t file_size, unsigned p);
size_t mm_library(maker *m, uint32_t type, const char *name);
/* Bytes into the link-edit segment; returns their offset. */
size_t mm_table(maker *m, const void *bytes, size_t size);
/* The same, with LC_DYLD_EXPORTS_TRIE and its like. */
void mm_linkedit(maker *m, uint32_t type, const void *bytes, size_t size);

/* LC_DYLD_INFO_ONLY; order: rebase, bind, weak, lazy, exports. */
typedef struct opcodes {
    const void *bytes;
    size_t size;
} opcodes;
void mm_dyld_info(maker *m, const opcodes parts[5]);

/* LC_SYMTAB. */
typedef struct mm_symbol {
    const char *name;
    uint8_t type, section;
    uint16_t desc;
    uint64_t value;
} mm_symbol;
void mm_symtab(maker *m, const mm_symbol *symbols, size_t count);

/* LC_DYLD_CHAINED_FIXUPS for __DATA: `starts` are the page starts (and lists behind them). */
typedef struct mm_import {
    const char *name;
    int ordinal;
    bool weak;
    int64_t addend;
} mm_import;
typedef struct mm_chains {
    uint16_t format, page_size, pages;
    const uint16_t *starts;
    size_t start_count;
    uint32_t import_format, max_valid;
    const mm_import *imports;
    size_t import_count;
} mm_chains;
size_t mm_chained(maker *m, const mm_chains *chains); /* offset of the table */

#endif

/* SPDX-License-Identifier: MIT */
#include "machomake.h"

#include <stdlib.h>
#include <string.h>

void mm_put(maker *m, size_t at, uint64_t value, unsigned bytes)
{
    if (at + bytes > sizeof m->data)
        abort();
    for (unsigned i = 0; i < bytes; i++)
        m->data[at + i] = (uint8_t)(value >> 8 * (m->big_endian ? bytes - 1 - i : i));
}

uint64_t mm_get(const maker *m, size_t at, unsigned bytes)
{
    uint64_t value = 0;
    for (unsigned i = 0; i < bytes; i++)
        value |= (uint64_t)m->data[at + i] << 8 * (m->big_endian ? bytes - 1 - i : i);
    return value;
}

void mm_begin(maker *m, uint32_t cpu, uint32_t subtype, uint32_t type, uint32_t flags)
{
    memset(m, 0, sizeof *m);
    m->is64 = cpu >> 24 != 0;
    m->big_endian = cpu == MM_PPC;
    m->base = m->is64 ? UINT64_C(0x100000000) : 0x10000;
    m->command = m->is64 ? 32 : 28;
    m->linkedit = MM_LINKEDIT;
    mm_put(m, 0, m->is64 ? 0xfeedfacf : 0xfeedface, 4);
    mm_put(m, 4, cpu, 4);
    mm_put(m, 8, subtype, 4);
    mm_put(m, 12, type, 4);
    mm_put(m, 24, flags, 4);
    mm_segment(m, "__TEXT", m->base, MM_DATA, 0, MM_DATA, 5);
    mm_segment(m, "__DATA", m->base + MM_DATA, MM_LINKEDIT - MM_DATA, MM_DATA, MM_LINKEDIT - MM_DATA, 3);
    mm_segment(m, "__LINKEDIT", m->base + MM_LINKEDIT, MM_SIZE - MM_LINKEDIT, MM_LINKEDIT, MM_SIZE - MM_LINKEDIT, 1);
}

/* Room for a command; counts it in the header. */
static size_t add_command(maker *m, uint32_t type, size_t size)
{
    size_t at = m->command;
    mm_put(m, at, type, 4);
    mm_put(m, at + 4, size, 4);
    m->command += size;
    mm_put(m, 16, mm_get(m, 16, 4) + 1, 4);
    mm_put(m, 20, mm_get(m, 20, 4) + size, 4);
    if (m->command > MM_DATA)
        abort();
    return at;
}

size_t mm_command(maker *m, uint32_t type, const uint32_t *words, size_t count, const char *text)
{
    size_t size = 8 + 4 * count + (text ? strlen(text) + 1 : 0);
    size_t at = add_command(m, type, (size + 7) / 8 * 8);
    for (size_t i = 0; i < count; i++)
        mm_put(m, at + 8 + 4 * i, words[i], 4);
    if (text != NULL)
        memcpy(m->data + at + 8 + 4 * count, text, strlen(text));
    return at;
}

size_t mm_segment(maker *m, const char *name, uint64_t address, uint64_t size, uint64_t offset, uint64_t file_size, unsigned p)
{
    unsigned word = m->is64 ? 8 : 4;
    size_t at = add_command(m, m->is64 ? 0x19 : 1, 24 + 4 * word + 16);
    memcpy(m->data + at + 8, name, strlen(name));
    const uint64_t fields[] = {address, size, offset, file_size};
    for (size_t i = 0; i < 4; i++)
        mm_put(m, at + 24 + i * word, fields[i], word);
    mm_put(m, at + 24 + 4 * word, 7, 4);
    mm_put(m, at + 28 + 4 * word, p, 4);
    return at;
}

size_t mm_library(maker *m, uint32_t type, const char *name)
{
    return mm_command(m, type, (const uint32_t[]){24, 0, 0x10000, 0x10000}, 4, name);
}

size_t mm_table(maker *m, const void *bytes, size_t size)
{
    size_t at = m->linkedit;
    if (size > sizeof m->data - at)
        abort();
    if (size > 0)
        memcpy(m->data + at, bytes, size);
    m->linkedit = (at + size + 7) / 8 * 8;
    return at;
}

void mm_linkedit(maker *m, uint32_t type, const void *bytes, size_t size)
{
    uint32_t at = (uint32_t)mm_table(m, bytes, size);
    mm_command(m, type, (const uint32_t[]){at, (uint32_t)size}, 2, NULL);
}

void mm_dyld_info(maker *m, const opcodes parts[5])
{
    uint32_t words[10] = {0};
    for (size_t i = 0; i < 5; i++) {
        words[2 * i] = (uint32_t)mm_table(m, parts[i].bytes, parts[i].size);
        words[2 * i + 1] = (uint32_t)parts[i].size;
    }
    mm_command(m, 0x80000022, words, 10, NULL);
}

void mm_symtab(maker *m, const mm_symbol *symbols, size_t count)
{
    static const uint8_t zeros[4096];
    size_t entry = m->is64 ? 16 : 12;
    size_t table = mm_table(m, zeros, entry * count);
    size_t strings = mm_table(m, zeros, 1), end = strings + 1;
    for (size_t i = 0; i < count; i++) {
        size_t at = table + i * entry;
        mm_put(m, at, end - strings, 4);
        mm_put(m, at + 4, symbols[i].type, 1);
        mm_put(m, at + 5, symbols[i].section, 1);
        mm_put(m, at + 6, symbols[i].desc, 2);
        mm_put(m, at + 8, symbols[i].value, m->is64 ? 8 : 4);
        memcpy(m->data + end, symbols[i].name, strlen(symbols[i].name) + 1);
        end += strlen(symbols[i].name) + 1;
    }
    m->linkedit = (end + 7) / 8 * 8;
    mm_command(m, 2, (const uint32_t[]){(uint32_t)table, (uint32_t)count, (uint32_t)strings, (uint32_t)(end - strings)}, 4,
               NULL);
}

static void put_import(maker *m, size_t at, uint32_t format, const mm_import *one, uint32_t name)
{
    if (format == 3) {
        mm_put(m, at, (uint16_t)one->ordinal | (uint64_t)one->weak << 16 | (uint64_t)name << 32, 8);
        mm_put(m, at + 8, (uint64_t)one->addend, 8);
        return;
    }
    mm_put(m, at, (uint8_t)one->ordinal | (uint32_t)one->weak << 8 | name << 9, 4);
    if (format == 2)
        mm_put(m, at + 4, (uint32_t)one->addend, 4);
}

size_t mm_chained(maker *m, const mm_chains *chains)
{
    enum { HEADER = 28, STARTS = HEADER + 4 /* alignment */ };
    const size_t entry = chains->import_format == 3 ? 16 : chains->import_format == 2 ? 8 : 4;
    size_t at = m->linkedit;
    size_t segment = STARTS + 16; /* count, three offsets */
    size_t imports = (segment + 22 + 2 * chains->start_count + 7) / 8 * 8;
    size_t names = imports + entry * chains->import_count, end = names + 1;
    const uint64_t header[] = {0, STARTS, imports, names, chains->import_count, chains->import_format, 0};
    for (size_t i = 0; i < 7; i++)
        mm_put(m, at + 4 * i, header[i], 4);
    mm_put(m, at + STARTS, 3, 4);
    mm_put(m, at + STARTS + 8, 16, 4); /* of segment 1 */
    mm_put(m, at + segment, 22 + 2 * chains->start_count, 4);
    mm_put(m, at + segment + 4, chains->page_size, 2);
    mm_put(m, at + segment + 6, chains->format, 2);
    mm_put(m, at + segment + 8, MM_DATA, 8);
    mm_put(m, at + segment + 16, chains->max_valid, 4);
    mm_put(m, at + segment + 20, chains->pages, 2);
    for (size_t i = 0; i < chains->start_count; i++)
        mm_put(m, at + segment + 22 + 2 * i, chains->starts[i], 2);
    for (size_t i = 0; i < chains->import_count; i++) {
        put_import(m, at + imports + i * entry, chains->import_format, &chains->imports[i], (uint32_t)(end - names));
        memcpy(m->data + at + end, chains->imports[i].name, strlen(chains->imports[i].name) + 1);
        end += strlen(chains->imports[i].name) + 1;
    }
    m->linkedit = (at + end + 7) / 8 * 8;
    mm_command(m, 0x80000034, (const uint32_t[]){(uint32_t)at, (uint32_t)end}, 2, NULL);
    return at;
}

/* SPDX-License-Identifier: MIT */
/* Which system and processor the object asks for: notes (gABI, "Note Section"; LSB "ABI note tag"; FreeBSD's and Android's
 * own), GNU program properties (x86-64 psABI, "Program Property"), 32-bit Arm attributes ("Addenda to, and Errata in, the
 * ABI for the Arm Architecture"). Nothing here is needed to load the object: what cannot be read is not stated. */
#include <string.h>

#include "image/elf.h"

enum { OSABI_SYSV = 0, OSABI_LINUX = 3, OSABI_FREEBSD = 9, OSABI_ARM = 97, OSABI_ARM_FDPIC = 65 };
enum { NOTE_ABI_TAG = 1, NOTE_PROPERTY = 5 };
static const uint32_t PROPERTY_X86_ISA_NEEDED = 0xc0008002;

static void read_properties(a3_elf *e, a3_span table)
{
    a3_cursor c = a3_cursor_at(table, 0, e->big);
    while (c.ok && a3_left(&c) > 0) {
        uint32_t type = a3_get32(&c), size = a3_get32(&c);
        a3_cursor value = a3_cursor_at(a3_get_span(&c, size), 0, e->big);
        uint32_t bits = a3_get32(&value);
        if (type == PROPERTY_X86_ISA_NEEDED && value.ok && (e->machine == A3_EM_X86_64 || e->machine == A3_EM_386))
            e->im->isa_needed |= bits;
        uint64_t padded = c.pos + (uint64_t)(e->word - 1);
        a3_seek(&c, padded - padded % e->word);
    }
}

static bool named(a3_span name, const char *text)
{
    return name.size == strlen(text) + 1 && memcmp(name.data, text, name.size) == 0;
}

static void read_note(a3_elf *e, a3_span name, uint32_t type, a3_span description)
{
    a3_image *im = e->im;
    a3_cursor c = a3_cursor_at(description, 0, e->big);
    if (named(name, "GNU")) {
        uint32_t system = a3_get32(&c);
        if (type == NOTE_ABI_TAG && c.ok)
            im->os = system == 0 ? A3_OS_LINUX : system == 3 ? A3_OS_FREEBSD : A3_OS_UNKNOWN;
        if (type == NOTE_PROPERTY)
            read_properties(e, description);
    } else if (named(name, "Android") && type == 1) {
        im->os = A3_OS_ANDROID;
        im->min_os = a3_get32(&c); /* API level; 0 if it is not there */
    } else if (named(name, "FreeBSD") && type == 1) {
        im->os = A3_OS_FREEBSD;
    } else if ((named(name, "NetBSD") || named(name, "OpenBSD")) && type == 1) {
        im->os = A3_OS_UNKNOWN;
    }
}

/* Entries are padded to 4 bytes; to 8 where the segment or section says so (GNU properties of 64-bit objects). */
static void read_notes(a3_elf *e, a3_span table, uint64_t align)
{
    const uint64_t unit = align == 8 ? 8 : 4;
    a3_cursor c = a3_cursor_at(table, 0, e->big);
    while (c.ok && a3_left(&c) > 0) {
        uint32_t name_size = a3_get32(&c), size = a3_get32(&c), type = a3_get32(&c);
        a3_span name = a3_get_span(&c, name_size);
        a3_seek(&c, (c.pos + unit - 1) / unit * unit);
        a3_span description = a3_get_span(&c, size);
        if (c.ok)
            read_note(e, name, type, description);
        a3_seek(&c, (c.pos + unit - 1) / unit * unit);
    }
}

/* Tag_ABI_VFP_args of the "aeabi" attributes: 1 is the hard-float calling convention. */
static bool attributes_hard_float(a3_span table)
{
    enum { FORMAT = 'A', TAG_FILE = 1, TAG_COMPATIBILITY = 32, TAG_VFP_ARGS = 28, TAG_CPU_RAW = 4, TAG_CPU = 5 };
    a3_cursor c = a3_cursor_at(table, 0, false);
    if (a3_get8(&c) != FORMAT)
        return false;
    uint32_t size = a3_get32(&c);
    a3_cursor vendor = a3_cursor_at(a3_get_span(&c, size < 4 ? 0 : size - 4), 0, false);
    const char *name = a3_get_string(&vendor);
    if (name == NULL || strcmp(name, "aeabi") != 0 || a3_get8(&vendor) != TAG_FILE)
        return false;
    size = a3_get32(&vendor);
    a3_cursor in = a3_cursor_at(a3_get_span(&vendor, size < 5 ? 0 : size - 5), 0, false);
    while (in.ok && a3_left(&in) > 0) {
        uint64_t tag = a3_get_uleb(&in);
        bool text = tag == TAG_CPU_RAW || tag == TAG_CPU || (tag > TAG_COMPATIBILITY && tag % 2 == 1);
        uint64_t value = text ? 0 : a3_get_uleb(&in);
        if (text || tag == TAG_COMPATIBILITY)
            a3_get_string(&in);
        if (tag == TAG_VFP_ARGS && in.ok)
            return value == 1;
    }
    return false;
}

/* The flags tell since EABI 5 linkers set them; objects of older ones only have the attributes. */
static bool soft_float(const a3_elf *e)
{
    const uint32_t version = e->im->elf_flags & 0xff000000, hard = 0x400, soft = 0x200;
    if (version == 0x05000000 && (e->im->elf_flags & (hard | soft)) != 0)
        return (e->im->elf_flags & hard) == 0;
    for (size_t i = 0; i < e->sections.count; i++) {
        const a3_elf_section *s = &e->sections.items[i];
        a3_span table;
        if (strcmp(s->name, ".ARM.attributes") == 0 && a3_span_sub(e->bytes, s->offset, s->size, &table))
            return !attributes_hard_float(table);
    }
    return true;
}

/* EF_RISCV_FLOAT_ABI, EF_LOONGARCH_ABI_MODIFIER (their psABIs): the loaders of lp64d systems take nothing else. */
static bool not_double_float(const a3_elf *e)
{
    return (e->machine == A3_EM_RISCV && e->word == 8 && (e->im->elf_flags & 6) != 4) || (e->machine == A3_EM_LOONGARCH && e->word == 8 && (e->im->elf_flags & 7) != 3);
}

static a3_os os_of(uint8_t osabi)
{
    switch (osabi) {
    case OSABI_SYSV: case OSABI_LINUX: case OSABI_ARM: case OSABI_ARM_FDPIC:
        return A3_OS_LINUX;
    case OSABI_FREEBSD:
        return A3_OS_FREEBSD;
    default:
        return A3_OS_UNKNOWN;
    }
}

void a3_elf_read_notes(a3_elf *e)
{
    e->im->os = os_of(e->osabi);
    e->im->soft_float = e->machine == A3_EM_ARM ? soft_float(e) : not_double_float(e);
    a3_span table;
    uint64_t left = e->bytes.size; /* segments may overlap: all of them together cost no more than the file once */
    for (size_t i = 0; i < e->programs.count; i++) {
        const a3_elf_program *p = &e->programs.items[i];
        if ((p->type == A3_PT_NOTE || p->type == A3_PT_GNU_PROPERTY) &&
            a3_span_sub(e->bytes, p->offset, p->file_size, &table) && table.size <= left) {
            left -= table.size;
            read_notes(e, table, p->align);
        }
    }
    if (e->programs.count > 0)
        return;
    for (size_t i = 0; i < e->sections.count; i++) {
        const a3_elf_section *s = &e->sections.items[i];
        if (s->type == A3_SHT_NOTE && a3_span_sub(e->bytes, s->offset, s->size, &table) && table.size <= left) {
            left -= table.size;
            read_notes(e, table, strcmp(s->name, ".note.gnu.property") == 0 ? e->word : 4);
        }
    }
}

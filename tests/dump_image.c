/* SPDX-License-Identifier: MIT */
/* For developers: prints what the image room sees in each object, one fact a line, to be compared with other tools.
 * dump_image [-f] FILE...   -f: the fixups too. Exit status 1 if a file could not be read. */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "image/image.h"

static void put_err(const char *what, const a3_err *err)
{
    if (err->status == A3_OK)
        return;
    printf("%s %s", what, a3_status_name(err->status));
    if (err->offset != A3_NO_OFFSET)
        printf(" at 0x%" PRIx64, err->offset);
    printf(": %s\n", err->message);
}

static void put_flags(unsigned flags)
{
    static const char *const names[] = {"weak", "data", "delay", "ordinal", "forward", "tls"};
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
        if (flags >> i & 1)
            printf(" %s", names[i]);
}

static void put_symbols(const a3_image *im)
{
    for (size_t i = 0; i < im->imports.count; i++) {
        const a3_import *one = &im->imports.items[i];
        printf("import %s", one->name ? one->name : "-");
        if (one->version != NULL)
            printf("@%s", one->version);
        if (one->library != NULL)
            printf(" from %s", one->library);
        if (one->flags & A3_SYM_ORDINAL)
            printf(" #%" PRIu32, one->ordinal);
        put_flags(one->flags);
        putchar('\n');
    }
    for (size_t i = 0; i < im->exports.count; i++) {
        const a3_export *one = &im->exports.items[i];
        printf("export %s 0x%" PRIx64, one->name ? one->name : "-", one->address);
        if (one->forward != NULL)
            printf(" -> %s", one->forward);
        if (one->other != 0)
            printf(" other 0x%x", one->other);
        put_flags(one->flags);
        putchar('\n');
    }
}

static void put_libraries(const a3_image *im)
{
    if (im->soname != NULL)
        printf("soname %s\n", im->soname);
    if (im->interpreter != NULL)
        printf("interpreter %s\n", im->interpreter);
    for (size_t i = 0; i < im->needed.count; i++)
        printf("needed %s%s%s%s\n", im->needed.items[i].name,
               im->needed.items[i].flags & A3_NEEDED_WEAK ? " weak" : "",
               im->needed.items[i].flags & A3_NEEDED_DELAY ? " delay" : "",
               im->needed.items[i].flags & A3_NEEDED_REEXPORT ? " reexport" : "");
    for (size_t i = 0; i < im->rpaths.count; i++)
        printf("rpath %s\n", im->rpaths.items[i]);
    for (size_t i = 0; i < im->runpaths.count; i++)
        printf("runpath %s\n", im->runpaths.items[i]);
    for (size_t i = 0; i < im->versions.count; i++)
        printf("version %s of %s%s\n", im->versions.items[i].version, im->versions.items[i].library,
               im->versions.items[i].weak ? " weak" : "");
}

static void put_platform(const a3_image *im)
{
    static const char *const systems[] = {"unknown", "linux", "android", "freebsd", "macos", "ios", "ios-simulator",
                                          "apple-other", "windows", "emscripten"};
    static const char *const kinds[] = {"shared", "program", "relocatable", "other"};
    static const char *const libcs[] = {"unknown", "glibc", "musl", "bionic"};
    printf("os %s\nkind %s\nlibc %s\n", systems[im->os], kinds[im->kind], libcs[im->libc]);
    if (im->min_os != 0 || im->sdk != 0)
        printf("min-os 0x%x sdk 0x%x\n", im->min_os, im->sdk);
    if (im->elf_flags != 0 || im->isa_needed != 0)
        printf("flags 0x%x isa 0x%x\n", im->elf_flags, im->isa_needed);
    printf("marks%s%s%s%s%s\n", im->exec_stack ? " exec-stack" : "", im->text_relocations ? " text-relocations" : "",
           im->debug_info ? " debug-info" : "", im->soft_float ? " soft-float" : "",
           im->has_section_table ? " sections" : "");
    if (im->layout_fault != NULL)
        printf("layout %s\n", im->layout_fault);
    if (im->toc != 0)
        printf("toc 0x%" PRIx64 "\n", im->toc);
    if (im->base != 0)
        printf("base 0x%" PRIx64 "\n", im->base);
    for (size_t i = 0; i < im->segments.count; i++)
        printf("segment 0x%" PRIx64 " size 0x%" PRIx64 " file 0x%zx %c%c%c\n", im->segments.items[i].address,
               im->segments.items[i].size, im->segments.items[i].file.size,
               im->segments.items[i].protection & A3_PROT_READ ? 'r' : '-',
               im->segments.items[i].protection & A3_PROT_WRITE ? 'w' : '-',
               im->segments.items[i].protection & A3_PROT_EXEC ? 'x' : '-');
}

static void put_signature(a3_image *im)
{
    static const char *const answers[] = {"none", "valid", "invalid", "unreadable"};
    a3_image_check_signature(im);
    if (im->signature != A3_SIGNATURE_NONE)
        printf("signature %s\n", answers[im->signature]);
    put_err("signature-error", &im->signature_error);
}

static void put_fixups(a3_image *im)
{
    a3_image_load_fixups(im);
    put_err("fixups-error", &im->fixups_error);
    for (size_t i = 0; i < im->fixups.count; i++) {
        const a3_fixup *one = &im->fixups.items[i];
        if (one->kind == A3_FIXUP_ADDRESS)
            printf("fixup 0x%" PRIx64 " = 0x%" PRIx64 "\n", one->address, one->target);
        else if (one->kind == A3_FIXUP_UNKNOWN)
            printf("fixup 0x%" PRIx64 " = ?\n", one->address);
        else if (one->target < im->imports.count)
            printf("fixup 0x%" PRIx64 " = %s%+" PRId64 "\n", one->address,
                   im->imports.items[one->target].name ? im->imports.items[one->target].name : "-", one->addend);
        else
            printf("fixup 0x%" PRIx64 " = import %" PRIu64 " which does not exist\n", one->address, one->target);
    }
}

static void put_slice(const char *path, const a3_slice *slice, bool fixups)
{
    const char *name = slice->name ? slice->name : "";
    const a3_image *im = slice->image;
    const char *arch = im ? im->arch_name : slice->arch_name;
    printf("object %s%s%s %s %s\n", path, *name ? ":" : "", name, a3_format_name(slice->format), arch ? arch : "-");
    put_err("error", &slice->err);
    if (im == NULL)
        return;
    put_err("symbols-error", &im->symbols);
    put_platform(im);
    put_signature(slice->image);
    put_libraries(im);
    put_symbols(im);
    if (fixups)
        put_fixups(slice->image);
}

static int dump(const char *path, bool fixups)
{
    int result = 1;
    struct stat about;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &about) != 0) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
        goto out;
    }
    void *map = about.st_size > 0 ? mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
    if (map == MAP_FAILED) {
        fprintf(stderr, "%s: %s\n", path, about.st_size > 0 ? strerror(errno) : "empty");
        goto out;
    }
    a3_arena arena;
    a3_arena_init(&arena, (size_t)2 << 30);
    a3_slices slices = {NULL, 0, 0};
    a3_err err = A3_ERR_INIT;
    const a3_limits limits = A3_LIMITS_DEFAULT;
    if (a3_image_open((a3_span){map, (size_t)about.st_size}, &limits, &arena, &slices, &err) != A3_OK) {
        printf("none %s: %s\n", path, err.message);
    } else {
        result = 0;
        for (size_t i = 0; i < slices.count; i++)
            put_slice(path, &slices.items[i], fixups);
    }
    a3_arena_free(&arena);
    munmap(map, (size_t)about.st_size);
out:
    if (fd >= 0)
        close(fd);
    return result;
}

int main(int argc, char **argv)
{
    bool fixups = argc > 1 && strcmp(argv[1], "-f") == 0;
    int result = 0;
    for (int i = fixups ? 2 : 1; i < argc; i++)
        result |= dump(argv[i], fixups);
    return fflush(stdout) == 0 ? result : 1;
}

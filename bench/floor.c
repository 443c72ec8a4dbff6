/* SPDX-License-Identifier: MIT */
/* The floor: what no reader of a whole wheel can be faster than. Maps each ZIP, follows its central directory, inflates every
 * member with libdeflate and hashes it with SHA-256 as abi3t-audit does (base/hash.h); checks nothing else. Trusts its input: for
 * wheels that the audit passes. floor WHEEL... prints the members and their bytes. */
#include <fcntl.h>
#include <libdeflate.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"

static uint32_t get(const uint8_t *at, int size)
{
    uint32_t value = 0;
    for (int i = size; i-- > 0;)
        value = value << 8 | at[i];
    return value;
}

static void one(const char *path, struct libdeflate_decompressor *inflater, uint64_t *members, uint64_t *bytes)
{
    static uint8_t *room;
    static size_t size;
    struct stat st;
    int fd = open(path, O_RDONLY);
    if (fd < 0 || fstat(fd, &st) != 0) {
        perror(path);
        exit(1);
    }
    const uint8_t *zip = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0), *end = zip + st.st_size - 22;
    close(fd);
    while (get(end, 4) != 0x06054b50)
        end--;
    const uint8_t *entry = zip + get(end + 16, 4);
    for (uint32_t i = get(end + 10, 2); i > 0; i--, entry += 46 + get(entry + 28, 2) + get(entry + 30, 2) + get(entry + 32, 2)) {
        const uint8_t *local = zip + get(entry + 42, 4), *data = local + 30 + get(local + 26, 2) + get(local + 28, 2);
        size_t packed = get(entry + 20, 4), whole = get(entry + 24, 4);
        if (whole > size) {
            free(room);
            room = malloc(size = whole);
        }
        if (get(entry + 10, 2) == 8) {
            if (libdeflate_deflate_decompress(inflater, data, packed, room, whole, NULL) != LIBDEFLATE_SUCCESS) {
                fprintf(stderr, "%s: member %u cannot be inflated\n", path, (unsigned)i);
                exit(1);
            }
            data = room;
        }
        uint8_t digest[A3_HASH_MAX];
        a3_hash(A3_HASH_SHA256, (a3_span){data, whole}, digest);
        ++*members;
        *bytes += whole;
    }
    munmap((void *)(uintptr_t)zip, (size_t)st.st_size);
}

int main(int argc, char **argv)
{
    struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor();
    uint64_t members = 0, bytes = 0;
    for (int i = 1; inflater != NULL && i < argc; i++)
        one(argv[i], inflater, &members, &bytes);
    libdeflate_free_decompressor(inflater);
    printf("%llu members, %llu bytes\n", (unsigned long long)members, (unsigned long long)bytes);
    return 0;
}

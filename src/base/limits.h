/* SPDX-License-Identifier: MIT */
/* What we are willing to spend on one input. Reaching a limit is a finding (Z110, P115), not a crash and not a pass. The
 * defaults admit every file that the package index can serve. */
#ifndef A3_BASE_LIMITS_H
#define A3_BASE_LIMITS_H

#include <stddef.h>
#include <stdint.h>

typedef struct a3_limits {
    uint64_t members;      /* entries of one container */
    uint64_t member_size;  /* uncompressed bytes of one member */
    uint64_t total_size;   /* uncompressed bytes of one container */
    uint64_t ratio;        /* uncompressed : compressed, of one member above ratio_floor */
    uint64_t ratio_floor;  /* bytes */
    uint64_t symbols;      /* symbols of one image, imports and exports each */
    uint64_t load_commands;/* Mach-O load commands, ELF dynamic entries, PE directories: entries of one image */
    uint64_t slices;       /* of one fat file */
    uint64_t nesting;      /* containers within containers */
    uint64_t arena;        /* bytes of facts kept for one input */
    uint64_t memory;       /* bytes of member data in flight over the whole run (--max-memory) */
} a3_limits;

/* Reasons: 4 GiB members (ZIP32's own bound, and more than the index's 1 GiB cap on files can hold inflated below the
 * bomb ratio); a million members is five times the largest wheel seen; ten million symbols are ten times the largest
 * debug build seen; DEFLATE cannot exceed 1032:1, so the ratio only guards total work. */
#define A3_LIMITS_DEFAULT \
    ((a3_limits){ \
        .members = 1000000, \
        .member_size = UINT64_C(4) << 30, \
        .total_size = UINT64_C(64) << 30, \
        .ratio = 1100, \
        .ratio_floor = UINT64_C(64) << 20, \
        .symbols = 10000000, \
        .load_commands = 100000, \
        .slices = 64, \
        .nesting = 4, \
        .arena = UINT64_C(1) << 30, \
        .memory = UINT64_C(1) << 30, \
    })

#endif

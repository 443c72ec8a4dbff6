/* SPDX-License-Identifier: MIT */
/* A Python version as far as ABIs care: major and minor. */
#ifndef A3_BASE_VERSION_H
#define A3_BASE_VERSION_H

#include <stdint.h>

typedef uint16_t a3_version; /* major << 8 | minor, compares as versions do; 0: none, not stated */
#define A3_VERSION(major, minor) ((a3_version)((major) << 8 | (minor)))

static inline unsigned a3_version_major(a3_version version) { return version >> 8; }
static inline unsigned a3_version_minor(a3_version version) { return version & 0xff; }

typedef struct a3_version_text {
    char text[8]; /* "3.15", at most "255.255" */
} a3_version_text;
/* By value, so that it can stand in an argument list: A3_VERSION_TEXT(v) lives until the end of the full expression. */
a3_version_text a3_version_format(a3_version version);
#define A3_VERSION_TEXT(version) (a3_version_format(version).text)

#endif

/* SPDX-License-Identifier: MIT */
/* A fuzz target is one file with one function. The same function runs under libFuzzer, under AFL++ and, with replay.c, as
 * an ordinary program over files. */
#ifndef A3_TESTS_FUZZ_H
#define A3_TESTS_FUZZ_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/bytes.h"
#include "base/err.h"

/* Called for each input; always 0. The bytes are the caller's. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A promise of the code under test: broken, the input is a crasher. */
#define MUST(condition) \
    do { \
        if (!(condition)) { \
            fprintf(stderr, "%s:%d: must hold: %s\n", __FILE__, __LINE__, #condition); \
            abort(); \
        } \
    } while (0)

#endif

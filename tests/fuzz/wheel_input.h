/* SPDX-License-Identifier: MIT */
/* The inputs of the targets that take whole wheels: a file name and a line feed, then either a ZIP as it is, or members out of
 * which one is made (so that a change of a member does not end at its checksum): for each one a name and a line feed, a
 * 16-bit little-endian size, the bytes. A RECORD without bytes is filled in. Each input has a folder of its own. */
#ifndef A3_TESTS_FUZZ_WHEEL_INPUT_H
#define A3_TESTS_FUZZ_WHEEL_INPUT_H

#include <stdbool.h>

#include "fuzz.h"

typedef struct wheel_input {
    char folder[64];
    char path[384]; /* of the wheel in the folder */
} wheel_input;

/* Writes the file. What cannot be done aborts; false: the input asks for nothing. */
bool wheel_input_open(const uint8_t *data, size_t size, wheel_input *out);
/* Removes the folder with all that is in it. */
void wheel_input_close(wheel_input *input);

#endif

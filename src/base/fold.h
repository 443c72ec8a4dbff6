/* SPDX-License-Identifier: MIT */
/* Names that a file system may take for the same: letter case and Unicode normalisation set aside. */
#ifndef A3_BASE_FOLD_H
#define A3_BASE_FOLD_H

#include <stddef.h>

#include "base/buf.h"

/* Appends the caseless form of a UTF-8 name: canonical decomposition (UAX 15) of its simple case folding. Two names with equal forms are one
 * file on macOS and Windows. Ill-formed bytes stay as they are. Runs of more than 32 combining marks are put in order by pieces. */
void a3_fold_name(a3_buf *out, const char *name, size_t size);

#endif

/* SPDX-License-Identifier: MIT */
/* Contents that the package index does not take. */
#ifndef A3_WHEEL_MARKS_H
#define A3_WHEEL_MARKS_H

#include "base/bytes.h"

/* The index's words for refusing a file with this content (a3_zip_index_scans says which files it searches), or NULL. Linear. */
const char *a3_index_mark(a3_span content);

#endif

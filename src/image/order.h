/* SPDX-License-Identifier: MIT */
/* Sorting names that came out of a file: the work is bounded by the bytes of the names (each byte is looked at once), not
 * by comparisons of long common prefixes, and half a million mangled names take some tens of milliseconds. */
#ifndef A3_IMAGE_ORDER_H
#define A3_IMAGE_ORDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* `order` holds `count` indices into `names` (count < 2^32); they are put into ascending order of names (bytes as unsigned,
 * NULL counts as ""), equal names keep the order they had. equal[i], where `equal` is not NULL (count zeros), is set where the
 * name at place i is that at i - 1. False: no memory, `order` is as it was. */
bool a3_order_names(const char *const *names, uint32_t *order, size_t count, bool *equal);

#endif

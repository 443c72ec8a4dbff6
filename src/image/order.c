/* SPDX-License-Identifier: MIT */
/* Radix sort over eight bytes of the names at a time: a range of equal prefixes is sorted by its next eight bytes, the
 * runs that are still equal become ranges of their own. Ranges wait on a list, not on the call stack. */
#include "image/order.h"

#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"

typedef struct item {
    uint64_t key; /* eight bytes of the name, big-endian, zero behind its end */
    uint32_t index;
} item;

typedef struct range {
    size_t from, count;
    size_t depth; /* bytes of the names known to be equal */
} range;

enum { SMALL = 48 };
/* Names lie all over the file: each one would stall on memory if it were not asked for so many names before. */
enum { AHEAD = 12 };

static uint64_t key_at(const char *name, size_t depth)
{
    uint64_t key = 0;
    if (name == NULL)
        return 0;
    memcpy(&key, name + depth, strnlen(name + depth, sizeof key));
    return a3_load((const uint8_t *)&key, sizeof key, true);
}

static void sort_small(item *items, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        item one = items[i];
        size_t at = i;
        for (; at > 0 && items[at - 1].key > one.key; at--)
            items[at] = items[at - 1];
        items[at] = one;
    }
}

/* Least significant byte first, so stable; bytes that are the same in all keys cost nothing. */
static void sort_large(item *items, item *spare, size_t count)
{
    uint64_t all = UINT64_MAX, any = 0;
    for (size_t i = 0; i < count; i++) {
        all &= items[i].key;
        any |= items[i].key;
    }
    item *from = items, *to = spare;
    for (unsigned shift = 0; shift < 64; shift += 8) {
        if ((((all ^ any) >> shift) & 0xff) == 0)
            continue;
        size_t start[256] = {0};
        for (size_t i = 0; i < count; i++)
            start[from[i].key >> shift & 0xff]++;
        for (size_t i = 0, sum = 0; i < 256; i++) {
            size_t here = start[i];
            start[i] = sum;
            sum += here;
        }
        for (size_t i = 0; i < count; i++)
            to[start[from[i].key >> shift & 0xff]++] = from[i];
        item *other = from;
        from = to;
        to = other;
    }
    if (from != items)
        memcpy(items, from, count * sizeof *items);
}

/* Adds the runs of equal keys that do not end within them; those that do are equal names. Ranges are disjoint and hold two
 * names at least, which bounds the list to count / 2. */
static size_t add_runs(const item *items, range whole, range *ranges, size_t waiting, bool *equal)
{
    size_t end = whole.from + whole.count;
    for (size_t from = whole.from, next; from < end; from = next) {
        uint64_t key = items[from].key;
        for (next = from + 1; next < end && items[next].key == key;)
            next++;
        if (next - from > 1 && (key & 0xff) != 0)
            ranges[waiting++] = (range){from, next - from, whole.depth + 8};
        else if (next - from > 1 && equal != NULL)
            memset(equal + from + 1, true, next - from - 1);
    }
    return waiting;
}

bool a3_order_names(const char *const *names, uint32_t *order, size_t count, bool *equal)
{
    if (count < 2)
        return true;
    bool done = false;
    item *items = calloc(count, sizeof *items);
    item *spare = calloc(count, sizeof *spare);
    range *ranges = calloc(count / 2 + 1, sizeof *ranges);
    if (items == NULL || spare == NULL || ranges == NULL)
        goto out;
    for (size_t i = 0; i < count; i++)
        items[i].index = order[i];
    ranges[0] = (range){0, count, 0};
    for (size_t waiting = 1; waiting > 0;) {
        range one = ranges[--waiting];
        item *in = items + one.from;
        for (size_t i = 0; i < one.count; i++) {
            if (i + AHEAD < one.count && names[in[i + AHEAD].index] != NULL)
                __builtin_prefetch(names[in[i + AHEAD].index] + one.depth);
            in[i].key = key_at(names[in[i].index], one.depth);
        }
        if (one.count <= SMALL)
            sort_small(in, one.count);
        else
            sort_large(in, spare, one.count);
        waiting = add_runs(items, one, ranges, waiting, equal);
    }
    for (size_t i = 0; i < count; i++)
        order[i] = items[i].index;
    done = true;
out:
    free(ranges);
    free(spare);
    free(items);
    return done;
}

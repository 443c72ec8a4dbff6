/* SPDX-License-Identifier: MIT */
/* Rows and cells: which wheel an installer picks. Order of choice: packaging.tags (interpreter and ABI first, then the
 * platform: linux_ARCH first, then the newest system, PEP 600's names before the older ones, the machine's own architecture
 * before fat files), then pip's build number. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "facts/set.h"

const char *a3_cell_state_name(a3_cell_state state)
{
    static const char *const names[A3_CELL_STATES] = {"imports", "undetermined", "fails", "sdist", "none", "excluded"};
    return names[state];
}

/* ---- which wheel ---- */

/* One platform tag of a wheel, where some interpreter on some machine takes it. */
typedef struct offer {
    a3_set_wheel *wheel;
    const a3_tagged_platform *platform;
    int rank;        /* of interpreter and ABI: 0 is best */
    unsigned form;   /* among tags of one machine and version: 0 is best */
    uint32_t version;/* place of the system's version: higher is liked better */
    uint32_t oldest; /* the oldest system that takes it: major << 16 | minor; 0: any */
} offer;

typedef struct ranks { /* by wheel and row */
    int *here, *anywhere; /* for a platform of its own; for "any" */
} ranks;

static int best_rank(const a3_set_wheel *wheel, const a3_interp *interp, bool any)
{
    int best = A3_INTERP_NOT_INSTALLED;
    for (size_t p = 0; p < wheel->tags.python.count; p++)
        for (size_t a = 0; a < wheel->tags.abi.count; a++) {
            int rank = a3_interp_rank(interp, wheel->tags.python.items[p], wheel->tags.abi.items[a], any);
            if (rank >= 0 && (best < 0 || rank < best))
                best = rank;
        }
    return best;
}

static ranks rank_all(const a3_set *set, a3_arena *arena)
{
    ranks out = {A3_NEW_ARRAY(arena, int, set->wheels.count * set->rows.count + 1), A3_NEW_ARRAY(arena, int, set->wheels.count * set->rows.count + 1)};
    for (size_t w = 0; w < set->wheels.count && !arena->failed; w++)
        for (size_t r = 0; r < set->rows.count; r++) {
            out.here[w * set->rows.count + r] = best_rank(&set->wheels.items[w], set->rows.items[r], false);
            out.anywhere[w * set->rows.count + r] = best_rank(&set->wheels.items[w], set->rows.items[r], true);
        }
    return out;
}

static unsigned form_of(const a3_platform *platform)
{
    static const char *const fat[] = {"intel", "fat64", "fat3", "universal2", "universal"};
    if (platform->family == A3_PLATFORM_MANYLINUX)
        return platform->policy != NULL;
    for (unsigned i = 0; platform->family == A3_PLATFORM_MACOS && i < sizeof fat / sizeof *fat; i++)
        if (strcasecmp(platform->arch_name, fat[i]) == 0)
            return i + 1;
    return 0;
}

static offer offer_of(a3_set_wheel *wheel, const a3_tagged_platform *tagged, const a3_column *column, int rank)
{
    const a3_platform *platform = &tagged->platform;
    offer out = {.wheel = wheel, .platform = tagged, .rank = rank, .form = form_of(platform)};
    if (platform->family == A3_PLATFORM_LINUX) {
        out.version = UINT32_MAX;
    } else if (column->tag == NULL && platform->family != A3_PLATFORM_ANY && platform->family != A3_PLATFORM_WINDOWS) {
        uint32_t major = platform->major < 0xffff ? platform->major : 0xffff, minor = platform->minor < 0xffff ? platform->minor : 0xffff;
        out.version = out.oldest = major << 16 | minor;
    }
    return out;
}

/* pip's order of builds: none first, then the number, then the rest as text. */
static int compare_builds(const char *a, const char *b)
{
    if (a == NULL || b == NULL)
        return (a != NULL) - (b != NULL);
    size_t a_digits = strspn(a, "0123456789"), b_digits = strspn(b, "0123456789");
    const char *a_number = a + strspn(a, "0"), *b_number = b + strspn(b, "0");
    size_t a_size = (size_t)(a + a_digits - a_number) * (a_number <= a + a_digits), b_size = (size_t)(b + b_digits - b_number) * (b_number <= b + b_digits);
    if (a_size != b_size)
        return a_size > b_size ? 1 : -1;
    int order = strncmp(a_number, b_number, a_size);
    return order ? order : strcmp(a + a_digits, b + b_digits);
}

static int by_choice(const void *left, const void *right)
{
    const offer *a = left, *b = right;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    if (a->version != b->version)
        return a->version > b->version ? -1 : 1;
    if (a->form != b->form)
        return a->form < b->form ? -1 : 1;
    int order = compare_builds(b->wheel->build, a->wheel->build);
    return order ? order : strcmp(a->wheel->base, b->wheel->base);
}

static const char *needs_text(const a3_platform *platform, const a3_column *column, a3_arena *arena)
{
    char *text = NULL;
    bool early = column->os == A3_OS_MACOS && column->arch == A3_ARCH_AARCH64 && platform->major < 11; /* a fat file of 10.9: arm64 began with 11 */
    switch (platform->family) {
    case A3_PLATFORM_MANYLINUX: text = a3_printf(arena, "glibc %u.%u", platform->major, platform->minor); break;
    case A3_PLATFORM_MUSLLINUX: text = a3_printf(arena, "musl %u.%u", platform->major, platform->minor); break;
    case A3_PLATFORM_MACOS: text = a3_printf(arena, "macOS %u.%u", early ? 11 : platform->major, early ? 0 : platform->minor); break;
    case A3_PLATFORM_IOS: text = a3_printf(arena, "iOS %u.%u", platform->major, platform->minor); break;
    case A3_PLATFORM_ANDROID: text = a3_printf(arena, "API %u", platform->major); break;
    default: break;
    }
    return text;
}

/* Of a machine that the wheel's tags do not name (more than we follow): not known. */
static const a3_loading *load_of(const a3_set_wheel *wheel, const a3_column *column, const a3_interp *interp)
{
    static const a3_loading unknown = {.state = A3_LOAD_UNKNOWN};
    for (size_t t = 0; t < wheel->targets.count; t++) {
        const a3_target *target = &wheel->targets.items[t];
        bool libc = column->os != A3_OS_LINUX || target->libc == column->libc || target->libc == A3_LIBC_UNKNOWN;
        if (target->os == A3_OS_UNKNOWN || (target->os == column->os && target->arch == column->arch && libc))
            return &wheel->loads[t * a3_interp_count() + a3_interp_index(interp)];
    }
    return &unknown;
}

static a3_step step_of(const offer *o, const a3_column *column, const a3_interp *interp)
{
    const a3_loading *loading = load_of(o->wheel, column, interp);
    return (a3_step){.wheel = o->wheel, .tag = o->platform->tag, .loading = loading,
                     .state = loading->state == A3_LOAD_FAILS                              ? A3_CELL_FAILS
                              : loading->state == A3_LOAD_UNKNOWN || !o->wheel->readable ? A3_CELL_UNKNOWN : A3_CELL_OK};
}

/* From the newest system down: what is liked best of all that the system takes. `offers` are sorted by choice, so that the next
 * step down stands behind the one before. */
static void take_steps(a3_cell *cell, const offer *offers, size_t count, const a3_interp *interp, const a3_column *column, a3_arena *arena)
{
    uint32_t below = UINT32_MAX;
    for (size_t i = 0; i < count && below > 0; i++) {
        if (offers[i].oldest >= below)
            continue;
        below = offers[i].oldest;
        if (cell->steps.count == 0 || cell->steps.items[cell->steps.count - 1].wheel != offers[i].wheel) {
            a3_step *slot = A3_PUSH(arena, &cell->steps);
            if (slot == NULL)
                return;
            *slot = step_of(&offers[i], column, interp);
        }
        cell->steps.items[cell->steps.count - 1].needs = below > 0 ? needs_text(&offers[i].platform->platform, column, arena) : NULL;
        offers[i].wheel->picked = true;
    }
}

static void list_others(a3_cell *cell, const offer *offers, size_t count, const a3_interp *interp, a3_arena *arena)
{
    for (size_t i = 0; i < count; i++) {
        bool known = false;
        if (interp->implementation == A3_IMPL_PYPY && offers[0].rank == 0 && offers[i].rank == 0 && strcmp(offers[i].wheel->short_tags, offers[0].wheel->short_tags) != 0) {
            offers[i].wheel->picked = true; /* by another PyPy of that Python: each takes its own ABI alone */
            continue;
        }
        for (size_t k = 0; k < cell->steps.count && !known; k++)
            known = cell->steps.items[k].wheel == offers[i].wheel;
        for (size_t k = 0; k < cell->others.count && !known; k++)
            known = cell->others.items[k] == offers[i].wheel;
        const a3_set_wheel **slot = known ? NULL : A3_PUSH(arena, &cell->others);
        if (slot != NULL)
            *slot = offers[i].wheel;
    }
}

static void fill(a3_set *set, size_t row, size_t column_index, const ranks *all, offer *room, a3_arena *arena)
{
    const a3_interp *interp = set->rows.items[row];
    const a3_column *column = &set->columns.items[column_index];
    a3_cell *cell = a3_set_cell(set, row, column_index);
    uint64_t bit = UINT64_C(1) << a3_interp_index(interp);
    size_t count = 0;
    bool excluded = false, admitted = set->wheels.count == 0;
    for (size_t w = 0; w < set->wheels.count; w++) {
        a3_set_wheel *wheel = &set->wheels.items[w];
        bool admits = (wheel->admits & bit) != 0;
        admitted |= admits;
        for (size_t p = 0; p < wheel->platforms.count; p++) {
            const a3_tagged_platform *tagged = &wheel->platforms.items[p];
            int rank = (tagged->platform.family == A3_PLATFORM_ANY ? all->anywhere : all->here)[w * set->rows.count + row];
            if (rank < 0 || !a3_column_takes(column, tagged))
                continue;
            if (admits)
                room[count++] = offer_of(wheel, tagged, column, rank);
            else
                excluded = true;
        }
    }
    if (count == 0) {
        cell->state = excluded || !admitted ? A3_CELL_EXCLUDED : set->sdists.count > 0 ? A3_CELL_SDIST : A3_CELL_NONE;
        return;
    }
    qsort(room, count, sizeof *room, by_choice);
    take_steps(cell, room, count, interp, column, arena);
    list_others(cell, room, count, interp, arena);
    cell->state = cell->steps.count > 0 ? cell->steps.items[0].state : A3_CELL_NONE;
}

/* ---- rows and gaps ---- */

static bool installs(const a3_set *set, size_t index)
{
    for (size_t w = 0; w < set->wheels.count; w++)
        if (set->wheels.items[w].installs >> index & 1)
            return true;
    return false;
}

static void add_rows(a3_set *set, a3_arena *arena)
{
    for (size_t i = 0; i < a3_interp_count(); i++) {
        const a3_interp *interp = a3_interp_at(i);
        bool pypy = interp->implementation == A3_IMPL_PYPY, newest = i + 1 == a3_interp_count();
        if (pypy ? !newest && !installs(set, i) : interp->version < A3_VERSION(3, 9))
            continue;
        if (pypy && !newest && interp->version < A3_VERSION(3, 9))
            continue;
        const a3_interp **slot = A3_PUSH(arena, &set->rows);
        if (slot != NULL)
            *slot = interp;
    }
}

/* The lowest CPython that the column serves; 0: none. */
static a3_version lowest_served(const a3_set *set, size_t column, bool free_threaded)
{
    a3_version lowest = 0;
    for (size_t r = 0; r < set->rows.count; r++) {
        const a3_interp *interp = set->rows.items[r];
        if (interp->implementation == A3_IMPL_CPYTHON && interp->free_threaded == free_threaded && a3_set_cell(set, r, column)->steps.count > 0 &&
            (lowest == 0 || interp->version < lowest))
            lowest = interp->version;
    }
    return lowest;
}

/* A gap: the platform is served, such an interpreter runs there and Requires-Python admits it, an older one or its like gets a
 * wheel, and it gets none. Free threading is expected from 3.14 on, where it is no experiment any more (PEP 779). */
static void mark_gaps(a3_set *set)
{
    for (size_t c = 0; c < set->columns.count; c++) {
        a3_column *column = &set->columns.items[c];
        for (size_t r = 0; r < set->rows.count; r++)
            column->served |= a3_set_cell(set, r, c)->steps.count > 0;
        a3_version with_gil = lowest_served(set, c, false), without = lowest_served(set, c, true);
        if (with_gil == 0)
            with_gil = without;
        if (without == 0)
            without = with_gil > A3_VERSION(3, 14) ? with_gil : A3_VERSION(3, 14);
        for (size_t r = 0; column->served && r < set->rows.count; r++) {
            a3_cell *cell = a3_set_cell(set, r, c);
            const a3_interp *interp = set->rows.items[r];
            cell->gap = (cell->state == A3_CELL_SDIST || cell->state == A3_CELL_NONE) && a3_column_has_interp(column, interp) && with_gil != 0 &&
                        interp->version >= (interp->free_threaded ? without : with_gil);
        }
    }
}

void a3_set_matrix(a3_set *set, a3_arena *arena)
{
    size_t offers = 0;
    a3_set_columns(set, arena);
    add_rows(set, arena);
    for (size_t w = 0; w < set->wheels.count; w++)
        offers += set->wheels.items[w].platforms.count;
    set->cells = A3_NEW_ARRAY(arena, a3_cell, set->rows.count * set->columns.count);
    offer *room = A3_NEW_ARRAY(arena, offer, offers + 1);
    ranks all = rank_all(set, arena);
    if (arena->failed)
        return;
    for (size_t r = 0; r < set->rows.count; r++)
        for (size_t c = 0; c < set->columns.count; c++)
            fill(set, r, c, &all, room, arena);
    mark_gaps(set);
}

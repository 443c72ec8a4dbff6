/* SPDX-License-Identifier: MIT */
/* Rows, columns and cells: which wheel an installer picks. Order of choice: packaging.tags (interpreter and ABI first, then the
 * platform: newest first, the machine's own architecture before universal ones, linux_ARCH last), then pip's build number. */
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

/* ---- columns ---- */

static const char *arch_text(a3_arch arch)
{
    static const char *const names[A3_ARCH_COUNT] = {
        [A3_ARCH_UNKNOWN] = "unknown", [A3_ARCH_X86_64] = "x86_64", [A3_ARCH_I686] = "i686", [A3_ARCH_AARCH64] = "aarch64",
        [A3_ARCH_ARM] = "armv7l", [A3_ARCH_PPC64] = "ppc64", [A3_ARCH_PPC64LE] = "ppc64le", [A3_ARCH_S390X] = "s390x",
        [A3_ARCH_RISCV64] = "riscv64", [A3_ARCH_LOONGARCH64] = "loongarch64", [A3_ARCH_WASM32] = "wasm32", [A3_ARCH_PPC] = "ppc",
        [A3_ARCH_MIPS] = "mips", [A3_ARCH_MIPS64] = "mips64", [A3_ARCH_SPARC] = "sparc", [A3_ARCH_RISCV32] = "riscv32"};
    return names[arch];
}

static const char *os_text(a3_os os)
{
    switch (os) {
    case A3_OS_LINUX: return "Linux";
    case A3_OS_ANDROID: return "Android";
    case A3_OS_FREEBSD: return "FreeBSD";
    case A3_OS_MACOS: return "macOS";
    case A3_OS_IOS: return "iOS";
    case A3_OS_IOS_SIMULATOR: return "iOS simulator";
    case A3_OS_WINDOWS: return "Windows";
    case A3_OS_EMSCRIPTEN: return "Emscripten";
    case A3_OS_CYGWIN: return "Cygwin";
    case A3_OS_APPLE_OTHER: case A3_OS_UNKNOWN: break;
    }
    return "other";
}

/* The architecture as the system's own people write it. */
static const char *local_arch(const a3_column *column)
{
    bool apple = column->os == A3_OS_MACOS || column->os == A3_OS_IOS || column->os == A3_OS_IOS_SIMULATOR;
    if (column->arch == A3_ARCH_AARCH64 && (apple || column->os == A3_OS_WINDOWS))
        return "arm64";
    if (column->os == A3_OS_WINDOWS)
        return column->arch == A3_ARCH_X86_64 ? "amd64" : column->arch == A3_ARCH_I686 ? "32-bit" : arch_text(column->arch);
    if (column->soft_float)
        return "armel";
    return arch_text(column->arch);
}

static void name_column(a3_column *column, a3_arena *arena)
{
    if (column->tag != NULL) {
        column->label = column->key = column->tag;
        return;
    }
    char level[8] = "";
    if (column->isa_level > 1)
        snprintf(level, sizeof level, "_v%u", column->isa_level);
    const char *libc = column->os != A3_OS_LINUX ? NULL : column->libc == A3_LIBC_MUSL ? "musl" : "glibc";
    char *label = a3_printf(arena, "%s %s%s%s%s", os_text(column->os), local_arch(column), level, libc ? ", " : "", libc ? libc : "");
    char *key = a3_printf(arena, "%s-%s%s%s%s", os_text(column->os), local_arch(column), level, libc ? "-" : "", libc ? libc : "");
    for (char *at = key; at != NULL && *at != '\0'; at++)
        *at = *at == ' ' ? '-' : *at >= 'A' && *at <= 'Z' ? (char)(*at + 32) : *at;
    column->label = label ? label : "";
    column->key = key ? key : "";
}

static bool same_column(const a3_column *a, const a3_column *b)
{
    if (a->tag != NULL || b->tag != NULL)
        return a->tag != NULL && b->tag != NULL && strcasecmp(a->tag, b->tag) == 0;
    return a->os == b->os && a->arch == b->arch && a->libc == b->libc && a->soft_float == b->soft_float && a->isa_level == b->isa_level;
}

static void add_column(a3_set *set, a3_column column, a3_arena *arena)
{
    for (size_t i = 0; i < set->columns.count; i++)
        if (same_column(&set->columns.items[i], &column))
            return;
    enum { MOST_COLUMNS = 64 }; /* more than there are platforms; made-up tags must not make the table endless */
    a3_column *slot = set->columns.count < MOST_COLUMNS ? A3_PUSH(arena, &set->columns) : NULL;
    if (slot == NULL)
        return;
    name_column(&column, arena);
    *slot = column;
}

static void add_columns(a3_set *set, a3_arena *arena)
{
    static const a3_column usual[] = {
        {.os = A3_OS_LINUX, .arch = A3_ARCH_X86_64, .libc = A3_LIBC_GLIBC}, {.os = A3_OS_LINUX, .arch = A3_ARCH_AARCH64, .libc = A3_LIBC_GLIBC},
        {.os = A3_OS_LINUX, .arch = A3_ARCH_X86_64, .libc = A3_LIBC_MUSL},  {.os = A3_OS_LINUX, .arch = A3_ARCH_AARCH64, .libc = A3_LIBC_MUSL},
        {.os = A3_OS_MACOS, .arch = A3_ARCH_AARCH64},                       {.os = A3_OS_MACOS, .arch = A3_ARCH_X86_64},
        {.os = A3_OS_WINDOWS, .arch = A3_ARCH_X86_64},                      {.os = A3_OS_WINDOWS, .arch = A3_ARCH_AARCH64},
        {.os = A3_OS_WINDOWS, .arch = A3_ARCH_I686}};
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
        a3_column column = usual[i];
        column.usual = true;
        add_column(set, column, arena);
    }
    for (size_t w = 0; w < set->wheels.count; w++)
        for (size_t p = 0; p < set->wheels.items[w].platforms.count; p++) {
            const a3_tagged_platform *tagged = &set->wheels.items[w].platforms.items[p];
            const a3_platform *platform = &tagged->platform;
            if (platform->family == A3_PLATFORM_ANY)
                continue;
            if (platform->family == A3_PLATFORM_UNKNOWN || platform->family == A3_PLATFORM_OTHER || platform->arch_count == 0 ||
                platform->arches[0] == A3_ARCH_UNKNOWN) {
                add_column(set, (a3_column){.tag = tagged->tag}, arena);
                continue;
            }
            for (size_t a = 0; a < platform->arch_count; a++) {
                if (platform->arches[a] == A3_ARCH_UNKNOWN)
                    continue;
                /* fat tags of old Macs (intel, universal) bring no columns of machines that no current Python runs on */
                if (platform->os == A3_OS_MACOS && platform->arches[a] != A3_ARCH_X86_64 && platform->arches[a] != A3_ARCH_AARCH64)
                    continue;
                a3_libc libc = platform->os != A3_OS_LINUX ? A3_LIBC_UNKNOWN : platform->libc == A3_LIBC_MUSL ? A3_LIBC_MUSL : A3_LIBC_GLIBC;
                add_column(set, (a3_column){.os = platform->os, .arch = platform->arches[a], .libc = libc, .soft_float = platform->soft_float,
                                            .isa_level = platform->isa_level > 1 ? platform->isa_level : 0}, arena);
            }
        }
}

/* ---- which wheel ---- */

typedef struct candidate {
    a3_set_wheel *wheel;
    const a3_tagged_platform *platform;
    int rank;           /* of interpreter and ABI: 0 is best */
    uint32_t oldest;    /* the oldest system that it serves through a tag of this rank: major << 16 | minor */
    uint32_t newest;    /* the newest system named: what it is picked by */
    const a3_platform *least;
} candidate;

static uint32_t age(const a3_platform *platform)
{
    uint32_t major = platform->major < 0xffff ? platform->major : 0xffff, minor = platform->minor < 0xffff ? platform->minor : 0xffff;
    return major << 16 | minor;
}

static bool serves(const a3_tagged_platform *tagged, const a3_column *column)
{
    const a3_platform *platform = &tagged->platform;
    if (platform->family == A3_PLATFORM_ANY)
        return true;
    if (column->tag != NULL)
        return strcasecmp(tagged->tag, column->tag) == 0;
    bool libc = platform->family == A3_PLATFORM_LINUX || platform->os != A3_OS_LINUX || platform->libc == column->libc;
    return platform->os == column->os && libc && a3_platform_has_arch(platform, column->arch) && platform->soft_float == column->soft_float &&
           platform->isa_level <= (column->isa_level ? column->isa_level : 1);
}

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

/* The place of a platform tag among those of one machine: higher is liked better. */
static uint64_t liking(const a3_platform *platform)
{
    uint64_t kind = platform->family == A3_PLATFORM_LINUX ? 0 : platform->arch_count > 1 ? 1 : 2;
    return (platform->family == A3_PLATFORM_LINUX ? 0 : (uint64_t)age(platform) + 1) << 2 | kind;
}

static bool consider(a3_set_wheel *wheel, const a3_interp *interp, const a3_column *column, candidate *out)
{
    int here = best_rank(wheel, interp, false), anywhere = best_rank(wheel, interp, true);
    *out = (candidate){.wheel = wheel, .rank = A3_INTERP_NOT_INSTALLED};
    for (size_t i = 0; i < wheel->platforms.count; i++) {
        const a3_tagged_platform *tagged = &wheel->platforms.items[i];
        int rank = tagged->platform.family == A3_PLATFORM_ANY ? anywhere : here;
        if (rank < 0 || !serves(tagged, column))
            continue;
        if (out->rank < 0 || rank < out->rank ||
            (rank == out->rank && liking(&tagged->platform) > liking(&out->platform->platform))) {
            if (out->rank < 0 || rank < out->rank)
                out->least = NULL;
            out->rank = rank;
            out->platform = tagged;
            out->newest = age(&tagged->platform);
        }
        if (rank == out->rank && (out->least == NULL || age(&tagged->platform) < age(out->least)))
            out->least = &tagged->platform;
    }
    if (out->least != NULL)
        out->oldest = out->least->family == A3_PLATFORM_LINUX ? 0 : age(out->least);
    return out->rank >= 0;
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
    const candidate *a = left, *b = right;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    uint64_t x = liking(&a->platform->platform), y = liking(&b->platform->platform);
    if (x != y)
        return x > y ? -1 : 1;
    int order = compare_builds(b->wheel->build, a->wheel->build);
    return order ? order : strcmp(a->wheel->base, b->wheel->base);
}

static const char *needs_text(const candidate *c, a3_arena *arena)
{
    const a3_platform *least = c->least;
    char *text = NULL;
    switch (least ? least->family : A3_PLATFORM_UNKNOWN) {
    case A3_PLATFORM_MANYLINUX: text = a3_printf(arena, "glibc %u.%u", least->major, least->minor); break;
    case A3_PLATFORM_MUSLLINUX: text = a3_printf(arena, "musl %u.%u", least->major, least->minor); break;
    case A3_PLATFORM_MACOS: text = a3_printf(arena, "macOS %u.%u", least->major, least->minor); break;
    case A3_PLATFORM_IOS: text = a3_printf(arena, "iOS %u.%u", least->major, least->minor); break;
    case A3_PLATFORM_ANDROID: text = a3_printf(arena, "API %u", least->major); break;
    case A3_PLATFORM_EMSCRIPTEN: text = a3_printf(arena, "%u.%u", least->major, least->minor); break;
    default: break;
    }
    return text;
}

static const a3_loading *load_of(const a3_set_wheel *wheel, const a3_column *column, const a3_interp *interp)
{
    size_t at = 0;
    for (size_t t = 0; t < wheel->targets.count; t++)
        if (wheel->targets.items[t].os == column->os && wheel->targets.items[t].arch == column->arch &&
            (column->os != A3_OS_LINUX || wheel->targets.items[t].libc == column->libc || wheel->targets.items[t].libc == A3_LIBC_UNKNOWN)) {
            at = t;
            break;
        }
    return &wheel->loads[at * a3_interp_count() + a3_interp_index(interp)];
}

static void fill(a3_set *set, a3_cell *cell, const a3_interp *interp, const a3_column *column, candidate *room, a3_arena *arena)
{
    size_t count = 0, excluded = 0;
    uint64_t bit = UINT64_C(1) << a3_interp_index(interp);
    bool admitted = set->wheels.count == 0;
    for (size_t w = 0; w < set->wheels.count; w++) {
        a3_set_wheel *wheel = &set->wheels.items[w];
        admitted |= (wheel->admits & bit) != 0;
        if (!consider(wheel, interp, column, &room[count]))
            continue;
        if (wheel->admits & bit)
            count++;
        else
            excluded++;
    }
    if (count == 0) {
        cell->state = excluded > 0 || !admitted ? A3_CELL_EXCLUDED : set->sdists.count > 0 ? A3_CELL_SDIST : A3_CELL_NONE;
        return;
    }
    qsort(room, count, sizeof *room, by_choice);
    cell->wheel = room[0].wheel;
    cell->tag = room[0].platform->tag;
    cell->needs = needs_text(&room[0], arena);
    cell->loading = load_of(cell->wheel, column, interp);
    cell->state = cell->loading->state == A3_LOAD_FAILS                              ? A3_CELL_FAILS
                  : cell->loading->state == A3_LOAD_UNKNOWN || !cell->wheel->readable ? A3_CELL_UNKNOWN : A3_CELL_OK;
    room[0].wheel->picked = true;
    uint32_t oldest = room[0].oldest;
    for (size_t i = 1; i < count; i++) {
        const a3_set_wheel **other = A3_PUSH(arena, &cell->others);
        const char **needs = A3_PUSH(arena, &cell->other_needs);
        if (other == NULL || needs == NULL)
            return;
        *other = room[i].wheel;
        *needs = NULL;
        if (room[i].oldest < oldest) { /* systems too old for all that are liked better get this one */
            oldest = room[i].oldest;
            const char *text = needs_text(&room[i], arena);
            *needs = text ? text : "any system";
            room[i].wheel->picked = true;
        }
    }
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

/* A gap: the platform is served, Requires-Python admits the interpreter, nothing serves it, though an older or equal one is served. */
static void mark_gaps(a3_set *set)
{
    for (size_t c = 0; c < set->columns.count; c++) {
        a3_version lowest = 0;
        for (size_t r = 0; r < set->rows.count; r++)
            if (a3_set_cell(set, r, c)->wheel != NULL) {
                set->columns.items[c].served = true;
                if (set->rows.items[r]->implementation == A3_IMPL_CPYTHON && (lowest == 0 || set->rows.items[r]->version < lowest))
                    lowest = set->rows.items[r]->version;
            }
        for (size_t r = 0; r < set->rows.count; r++) {
            a3_cell *cell = a3_set_cell(set, r, c);
            cell->gap = lowest != 0 && set->rows.items[r]->implementation == A3_IMPL_CPYTHON && set->rows.items[r]->version >= lowest &&
                        (cell->state == A3_CELL_SDIST || cell->state == A3_CELL_NONE);
        }
    }
}

void a3_set_matrix(a3_set *set, a3_arena *arena)
{
    add_columns(set, arena);
    add_rows(set, arena);
    set->cells = A3_NEW_ARRAY(arena, a3_cell, set->rows.count * set->columns.count);
    candidate *room = A3_NEW_ARRAY(arena, candidate, set->wheels.count + 1);
    if (arena->failed)
        return;
    for (size_t r = 0; r < set->rows.count; r++)
        for (size_t c = 0; c < set->columns.count; c++)
            fill(set, a3_set_cell(set, r, c), set->rows.items[r], &set->columns.items[c], room, arena);
    mark_gaps(set);
}

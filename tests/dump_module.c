/* SPDX-License-Identifier: MIT */
/* For developers: prints what the module room reads in each object, one fact a line; tests/matrix-check reads it.
 * dump_module [-t] FILE...   -t: how long each took. Exit status 1 if a file could not be read. */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "image/image.h"
#include "module/module.h"

static const char *const answers[] = {"undetermined", "verified", "absent"};
static const char *const bases[] = {"none", "code", "data"};
static const char *const gils[] = {"undetermined", "used", "not-used", "absent"};

static void put_text(const char *text) { printf("%s", text ? text : "-"); }

static void put_abi(const a3_abi_info *info)
{
    if (info == NULL)
        printf("?");
    else
        printf("%u,%u,%u,%" PRIu32 ",%" PRIu32, info->major, info->minor, info->flags, info->build_version, info->abi_version);
}

static void put_array(const char *what, const a3_slot_array *array)
{
    printf("%s 0x%" PRIx64 " %s %s%s%s ids=", what, array->address, bases[array->basis], array->complete ? "complete" : "broken",
           array->too_deep ? ",deep" : "", array->maybe_stale ? ",stale" : "");
    for (size_t i = 0; i < array->slots.count; i++)
        printf("%s%u", i ? "," : "", array->slots.items[i].id);
    printf(" abi=");
    for (size_t i = 0, n = 0; i < array->slots.count; i++)
        if (array->slots.items[i].id == 109) {
            printf("%s", n++ ? ";" : "");
            put_abi(array->slots.items[i].abi_info);
        }
    const a3_slot *gil = a3_slot_find(array, 87);
    if (gil == NULL)
        printf(" gil=none");
    else if (!gil->known)
        printf(" gil=?");
    else
        printf(" gil=%" PRIu64, gil->value.value);
    const a3_slot *name = a3_slot_find(array, 100);
    printf(" name=");
    put_text(name ? name->text : NULL);
    printf(" %s\n", array->broken ? array->broken : "");
}

static void put_faults(const a3_slot_array *array, a3_hook_kind kind, a3_arena *arena)
{
    a3_slot_faults faults = {0};
    a3_slot_faults_find(array, kind, NULL, arena, &faults);
    for (size_t i = 0; i < faults.count; i++)
        printf("fault %s\n", faults.items[i].text);
}

static void put_hook(const a3_module *m, const a3_hook *hook, a3_arena *arena)
{
    printf("hook %s %s%s%s%s%s%s: %s\n", hook->symbol, hook->followed ? "followed" : "stopped", hook->returns_null ? " null" : "",
           hook->returns_unknown ? " unknown" : "", hook->single_phase ? " single-phase" : "",
           hook->sets_gil ? " sets-gil" : "", hook->sets_gil_not_used ? " sets-gil-not-used" : "",
           hook->stopped ? hook->stopped : "");
    for (size_t i = 0; i < hook->arrays.count; i++) {
        put_array("array", hook->arrays.items[i]);
        put_faults(hook->arrays.items[i], hook->kind, arena);
    }
    for (size_t i = 0; i < hook->defs.count; i++) {
        const a3_module_def *def = hook->defs.items[i];
        printf("def 0x%" PRIx64 " %s %s size %" PRId64 "%s%s\n", def->address, def->name ? def->name : "-",
               a3_def_family_name(def->family), def->size, def->slots_known ? "" : " slots-unknown",
               def->on_live_path ? " live" : "");
    }
    a3_slots_answer answer = a3_module_slots_answer(m, hook);
    printf("answer %s %s %s gil=%s abi=", hook->symbol, answers[answer.slots], bases[answer.basis], gils[answer.gil]);
    put_abi(answer.abi_info);
    printf(" %s\n", answer.why ? answer.why : "");
}

static void put_module(const a3_module *m, a3_arena *arena)
{
    for (size_t i = 0; i < m->hooks.count; i++)
        put_hook(m, &m->hooks.items[i], arena);
    for (size_t i = 0; i < m->scan.arrays.count; i++)
        put_array("scan", m->scan.arrays.items[i]);
    if (m->scan.arrays.count > 0)
        printf("scan-%s\n", m->scan.agree ? "agrees" : "differs");
    for (size_t i = 0; i < m->types.count; i++) {
        const a3_type_spec *t = &m->types.items[i];
        printf("type 0x%" PRIx64 " %s %s %s size %" PRId64 "%s item %" PRId64 " flags 0x%" PRIx32 "\n", t->address,
               t->name ? t->name : "-", bases[t->basis], t->function ? t->function : "-", t->basicsize,
               t->sizes_known ? "" : "?", t->itemsize, t->flags);
    }
    if (m->types_undetermined)
        puts("types-undetermined");
    for (size_t i = 0; i < m->objects.count; i++) {
        const a3_static_object *o = &m->objects.items[i];
        printf("object 0x%" PRIx64 " %s %s %s %s%s\n", o->address, o->kind, bases[o->basis], o->function ? o->function : "-",
               o->name ? o->name : "-", o->on_live_path ? " live" : "");
    }
    for (size_t i = 0; i < m->checked.count; i++) {
        printf("checked ");
        put_abi(m->checked.items[i]);
        putchar('\n');
    }
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int dump(const char *path, bool timed)
{
    int fd = open(path, O_RDONLY), status = 1;
    struct stat st;
    if (fd < 0 || fstat(fd, &st) != 0 || st.st_size == 0) {
        fprintf(stderr, "%s: %s\n", path, fd < 0 ? strerror(errno) : "empty");
        return 1;
    }
    void *map = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    close(fd);
    if (map == MAP_FAILED)
        return 1;
    a3_arena arena;
    a3_arena_init(&arena, (size_t)1 << 30);
    a3_limits limits = A3_LIMITS_DEFAULT;
    a3_slices slices = {0};
    a3_err err = A3_ERR_INIT;
    double start = now();
    if (a3_image_open((a3_span){map, (size_t)st.st_size}, &limits, &arena, &slices, &err) == A3_OK)
        status = 0;
    for (size_t i = 0; i < slices.count; i++) {
        if (slices.items[i].image == NULL) {
            printf("file %s\nerror %s\n", path, slices.items[i].err.message);
            continue;
        }
        a3_module *m;
        double opened = now();
        printf("file %s%s%s\n", path, slices.items[i].name ? " " : "", slices.items[i].name ? slices.items[i].name : "");
        if (a3_module_read(slices.items[i].image, A3_MODULE_FULL, true, &arena, &m, &err) == A3_OK)
            put_module(m, &arena);
        if (timed)
            printf("time open %.3f ms, module %.3f ms, %zu fixups\n", opened - start, now() - opened,
                   slices.items[i].image->fixups.count);
        start = now();
    }
    a3_arena_free(&arena);
    munmap(map, (size_t)st.st_size);
    return status;
}

int main(int argc, char **argv)
{
    int status = 0, first = argc > 1 && strcmp(argv[1], "-t") == 0 ? 2 : 1;
    for (int i = first; i < argc; i++)
        status |= dump(argv[i], first == 2);
    return status;
}

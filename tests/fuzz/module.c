/* SPDX-License-Identifier: MIT */
/* The module room: hooks followed through code of every machine, slot arrays, type specs. The input is an object, or a small
 * neutral image (mini_image.h). */
#include "fuzz.h"

#include "mini_image.h"
#include "module/module.h"

static void check_array(const a3_slot_array *array, a3_hook_kind kind, a3_arena *arena)
{
    a3_slot_faults faults = {0};
    MUST(array->complete == (array->broken == NULL));
    for (size_t i = 0; i < array->slots.count; i++) {
        const a3_slot *slot = &array->slots.items[i];
        MUST(slot->depth >= 1 && (slot->depth <= 5 || array->too_deep));
        MUST(slot->abi_info == NULL || slot->known);
    }
    if (a3_slot_faults_find(array, kind, NULL, arena, &faults) == A3_OK)
        for (size_t i = 0; i < faults.count; i++)
            MUST(faults.items[i].text[0] != '\0');
}

static void read_module(a3_image *im, bool prefer_export, a3_arena *arena)
{
    a3_module *m;
    a3_err err = A3_ERR_INIT;
    if (a3_module_read(im, A3_MODULE_FULL, prefer_export, arena, &m, &err) != A3_OK)
        return;
    for (size_t i = 0; i < m->hooks.count; i++) {
        const a3_hook *hook = &m->hooks.items[i];
        a3_slots_answer answer = a3_module_slots_answer(m, hook);
        MUST((answer.slots == A3_ANSWER_UNDETERMINED) == (answer.basis == A3_BASIS_NONE));
        MUST((answer.slots == A3_ANSWER_UNDETERMINED) == (answer.why != NULL));
        MUST(hook->followed == (hook->stopped == NULL));
        a3_module_hook(m, hook->module);
        for (size_t k = 0; k < hook->arrays.count; k++)
            check_array(hook->arrays.items[k], hook->kind, arena);
    }
    for (size_t i = 0; i < m->scan.arrays.count; i++)
        check_array(m->scan.arrays.items[i], A3_HOOK_EXPORT, arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const a3_limits limits = A3_LIMITS_DEFAULT;
    const a3_span bytes = {data, size};
    a3_arena arena;
    a3_slices slices = {0};
    a3_arena_init(&arena, (size_t)64 << 20);
    if (a3_image_detect(bytes) == A3_FORMAT_NONE) {
        a3_image *im = mini_read(bytes, &limits, &arena);
        if (im != NULL)
            read_module(im, size % 2 == 0, &arena);
    } else {
        a3_image_open(bytes, &limits, &arena, &slices, NULL);
        for (size_t i = 0; i < slices.count; i++)
            if (slices.items[i].image != NULL)
                read_module(slices.items[i].image, size % 2 == 0, &arena);
    }
    a3_arena_free(&arena);
    return 0;
}

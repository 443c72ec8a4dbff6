/* SPDX-License-Identifier: MIT */
/* Names: a wheel's file name, its tags, versions and specifiers, platforms. Normal forms are fixed points. */
#include "fuzz.h"

#include "abi/platform.h"
#include "wheel/name.h"
#include "wheel/pep440.h"
#include "wheel/requirement.h"
#include "wheel/spdx.h"

static void versions(a3_arena *arena, const char *text)
{
    a3_pep440 version, again;
    a3_specifiers set = {0};
    const char *fault = NULL;
    if (a3_pep440_parse(arena, text, strlen(text), &version)) {
        a3_buf out = A3_BUF_INIT;
        a3_pep440_format(&out, &version);
        MUST(a3_buf_ok(&out) && a3_pep440_parse(arena, out.data, out.size, &again));
        MUST(a3_pep440_compare(&version, &again) == 0);
        a3_buf_free(&out);
    }
    if (a3_specifiers_parse(arena, text, strlen(text), &set, &fault))
        a3_specifiers_admit_python(&set, a3_specifiers_python_floor(&set));
}

static void tags(a3_arena *arena, const a3_tag_sets *sets)
{
    a3_tag_sets normal;
    a3_tag_list all = {0}, left = {0}, right = {0};
    if (a3_tags_normalise(arena, sets, &normal) != A3_OK)
        return;
    MUST(a3_tags_equal(sets, &normal));
    MUST(a3_tags_sorted(&normal));
    if (a3_tags_product(sets) <= 1000 && a3_tags_expand(arena, sets, &all, NULL) == A3_OK) {
        MUST(all.count == a3_tags_product(&normal));
        MUST(a3_tags_compare(arena, sets, &all, &left, &right, NULL) != A3_OK || left.count + right.count == 0);
    }
    for (size_t i = 0; i < sets->platform.count; i++)
        a3_platform_parse(sets->platform.items[i]);
    a3_tags_floor(&sets->python);
}

static void dependencies(a3_arena *arena, const char *text)
{
    a3_requirement requirement;
    const char *fault = NULL;
    if (a3_requirement_parse(arena, text, &requirement, &fault))
        MUST(requirement.name != NULL && requirement.name[0] != '\0');
    a3_license_expression_check(arena, text, &fault);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    a3_arena arena;
    a3_faults faults = {0};
    a3_wheel_name name = {0};
    a3_tag_sets claim;
    a3_arena_init(&arena, (size_t)64 << 20);
    const char *text = a3_strndup(&arena, (const char *)data, strnlen((const char *)data, size));
    if (text != NULL && a3_wheel_name_parse(&arena, text, &name, &faults) == A3_OK && name.split)
        tags(&arena, &name.tags);
    if (text != NULL && a3_claim_parse(&arena, text, &claim, NULL) == A3_OK)
        tags(&arena, &claim);
    if (text != NULL) {
        versions(&arena, text);
        dependencies(&arena, text);
        char *normal = a3_name_normalise(&arena, text, '-');
        MUST(normal == NULL || a3_name_equal(normal, text));
    }
    a3_arena_free(&arena);
    return 0;
}

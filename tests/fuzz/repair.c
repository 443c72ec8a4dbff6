/* SPDX-License-Identifier: MIT */
/* Repair there and again: what is called right audits clean, holds the input's members packed as they were, and a second
 * repair changes nothing. What is refused leaves nothing behind. */
#include <dirent.h>

#include "abi3t.h"
#include "wheel/container.h"
#include "wheel_input.h"

static int drop(void *context, const char *data, size_t size)
{
    (void)context, (void)data, (void)size;
    return 0;
}

static abi3t_outcome call(abi3t_command *command, const char *path, const char *folder)
{
    const abi3t_writer writer = {.format = "text", .write = drop};
    abi3t_options *options = abi3t_options_new();
    abi3t_message why;
    MUST(options != NULL && abi3t_options_set(options, "jobs", "1", NULL) == ABI3T_CLEAN);
    MUST(abi3t_options_set(options, "limit", "member-size=8M", NULL) == ABI3T_CLEAN);
    if (folder != NULL)
        MUST(abi3t_options_set(options, "wheel-dir", folder, NULL) == ABI3T_CLEAN);
    abi3t_outcome outcome = command(options, &path, 1, &writer, 1, NULL, &why);
    abi3t_options_free(options);
    return outcome;
}

/* The one file in a folder; false: there is none. */
static bool only_file(const char *folder, char *path, size_t room)
{
    size_t count = 0;
    DIR *directory = opendir(folder);
    for (struct dirent *one; directory != NULL && (one = readdir(directory)) != NULL;)
        if (one->d_name[0] != '.') {
            count++;
            snprintf(path, room, "%s/%s", folder, one->d_name);
        }
    if (directory != NULL)
        closedir(directory);
    MUST(count <= 1);
    return count == 1;
}

static bool holds(const a3_container *zip, a3_span packed, const a3_member *member)
{
    for (size_t i = 0; i < zip->count; i++)
        if (zip->members[i].method == member->method && zip->members[i].crc == member->crc &&
            a3_span_equal(a3_member_packed(zip, &zip->members[i]), packed))
            return true;
    return false;
}

/* Every member of `made` outside its dist-info folder is one of `given`, byte for byte. */
static void compare_members(a3_span given, a3_span made)
{
    const a3_limits limits = A3_LIMITS_DEFAULT;
    a3_arena arena;
    a3_container before, after;
    a3_arena_init(&arena, (size_t)64 << 20);
    MUST(a3_zip_open(given, &limits, &arena, &before, NULL) == A3_OK && a3_zip_open(made, &limits, &arena, &after, NULL) == A3_OK);
    for (size_t i = 0; i < after.count; i++)
        if (strstr(after.members[i].name, ".dist-info/") == NULL)
            MUST(holds(&before, a3_member_packed(&after, &after.members[i]), &after.members[i]));
    a3_arena_free(&arena);
}

static void round_trip(const wheel_input *input)
{
    char once[96], twice[96], first[512], second[512];
    snprintf(once, sizeof once, "%s/1", input->folder);
    snprintf(twice, sizeof twice, "%s/2", input->folder);
    abi3t_outcome outcome = call(abi3t_repair, input->path, once);
    MUST((outcome == ABI3T_CLEAN) == only_file(once, first, sizeof first));
    if (outcome != ABI3T_CLEAN)
        return;
    MUST(call(abi3t_audit, first, NULL) == ABI3T_CLEAN);
    MUST(call(abi3t_repair, first, twice) == ABI3T_CLEAN && only_file(twice, second, sizeof second));
    MUST(strcmp(strrchr(first, '/'), strrchr(second, '/')) == 0);
    a3_mapped given, one, two;
    MUST(a3_map_file(input->path, 0, &given, NULL) == A3_OK && a3_map_file(first, 0, &one, NULL) == A3_OK &&
         a3_map_file(second, 0, &two, NULL) == A3_OK);
    MUST(a3_span_equal(one.bytes, two.bytes));
    compare_members(given.bytes, one.bytes);
    a3_unmap(&given);
    a3_unmap(&one);
    a3_unmap(&two);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    wheel_input input;
    if (!wheel_input_open(data, size, &input))
        return 0;
    if (strlen(input.path) > 4 && strcmp(input.path + strlen(input.path) - 4, ".whl") == 0)
        round_trip(&input);
    wheel_input_close(&input);
    return 0;
}

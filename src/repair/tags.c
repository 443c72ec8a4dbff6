/* SPDX-License-Identifier: MIT */
/* Which tags the new wheel has. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "abi/stable.h"
#include "base/text.h"
#include "facts/needs.h"
#include "repair/plan.h"

static const char *joined(a3_plan *plan, const a3_strings *set)
{
    a3_buf text = A3_BUF_INIT;
    a3_tag_set_format(&text, set);
    return a3_buf_keep(&text, plan->arena);
}

static void put(a3_plan *plan, a3_strings *set, const char *element)
{
    const char **slot = a3_tag_set_has(set, element) ? NULL : A3_PUSH(plan->arena, set);
    if (slot != NULL)
        *slot = element;
}

static void drop(a3_strings *set, const char *element)
{
    size_t kept = 0;
    for (size_t i = 0; i < set->count; i++)
        if (strcasecmp(set->items[i], element) != 0)
            set->items[kept++] = set->items[i];
    set->count = kept;
}

static a3_strings copy_of(a3_plan *plan, const a3_strings *set)
{
    a3_strings copy = {0};
    for (size_t i = 0; i < set->count; i++)
        put(plan, &copy, set->items[i]);
    return copy;
}

/* "x.y" replaces, "+x.y" adds, "-x.y" removes: as `wheel tags` has it. */
typedef struct change {
    char how; /* '=', '+', '-' */
    a3_strings tags;
} change;

static a3_status parse_change(a3_arena *arena, const char *option, const char *value, change *out, a3_err *err)
{
    *out = (change){.how = *value == '+' || *value == '-' ? *value : '='};
    const char *list = out->how == '=' ? value : value + 1;
    a3_tag_set_parse(arena, list, strlen(list), &out->tags, NULL);
    for (size_t i = 0; i < out->tags.count; i++) {
        const char *tag = out->tags.items[i];
        if (tag[0] == '\0' || tag[strspn(tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")] != '\0')
            return a3_fail(err, A3_INVALID, "--%s: \"%s\" is no set of tags", option, value);
    }
    return A3_OK;
}

static a3_status apply(a3_plan *plan, a3_strings *set, const char *option, const char *value, a3_err *err)
{
    if (value == NULL)
        return A3_OK;
    change asked;
    a3_status status = parse_change(plan->arena, option, value, &asked, err);
    if (status != A3_OK)
        return status;
    if (asked.how == '=')
        set->count = 0;
    for (size_t i = 0; i < asked.tags.count; i++)
        if (asked.how == '-')
            drop(set, asked.tags.items[i]);
        else
            put(plan, set, asked.tags.items[i]);
    if (set->count == 0)
        a3_plan_refuse(plan, "--%s %s leaves no tag. Name the tag that the wheel is to have instead", option, value);
    return A3_OK;
}

a3_status a3_repair_request_check(const a3_repair_request *request, a3_err *err)
{
    const struct { const char *option, *value; } columns[] = {
        {"python-tag", request->python}, {"abi-tag", request->abi}, {"platform-tag", request->platform}};
    a3_arena arena;
    a3_arena_init(&arena, 1 << 20);
    a3_status status = A3_OK;
    for (size_t i = 0; i < sizeof columns / sizeof *columns && status == A3_OK; i++) {
        change ignored;
        if (columns[i].value != NULL)
            status = parse_change(&arena, columns[i].option, columns[i].value, &ignored, err);
    }
    a3_arena_free(&arena);
    const char *build = request->build;
    if (status == A3_OK && build != NULL && build[0] != '\0' &&
        (build[0] < '0' || build[0] > '9' || build[strspn(build, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.")] != '\0'))
        status = a3_fail(err, A3_INVALID, "--build: \"%s\" is no build tag: a digit, then letters and digits", build);
    return status;
}

static bool has_stable(const a3_strings *abi) { return a3_tag_set_has(abi, "abi3") || a3_tag_set_has(abi, "abi3t"); }

/* Interpreter tags that nothing installs, and floors that no binary can serve. */
static void mend_python(a3_plan *plan)
{
    a3_strings *python = &plan->tags.python, *abi = &plan->tags.abi;
    bool abi3t = a3_tag_set_has(abi, "abi3t");
    for (size_t i = 0; i < python->count; i++) {
        a3_python_tag tag = a3_python_tag_parse(python->items[i]);
        if (tag.impl != A3_PYTHON_CPYTHON || !tag.free_threaded)
            continue;
        const char *plain = a3_printf(plan->arena, "cp%u%u", a3_version_major(tag.version), a3_version_minor(tag.version));
        a3_plan_step(plan, "interpreter tag %s -> %s: nothing installs the former", python->items[i], plain);
        python->items[i] = plain;
    }
    if (!has_stable(abi))
        return;
    for (size_t i = 0; i < python->count; i++)
        if (a3_python_tag_parse(python->items[i]).impl == A3_PYTHON_GENERIC)
            a3_plan_refuse(plan, "the interpreter tag %s with %s is installed by nobody, and the binaries do not say which CPython they were built for: set it with "
                                 "`abi3t-audit retag --python-tag cp3XY`", python->items[i], joined(plan, abi));
    const char *lowest = NULL;
    a3_version floor = 0;
    for (size_t i = 0; i < python->count; i++) {
        a3_python_tag tag = a3_python_tag_parse(python->items[i]);
        if (tag.impl == A3_PYTHON_CPYTHON && tag.version != 0 && (floor == 0 || tag.version < floor)) {
            floor = tag.version;
            lowest = python->items[i];
        }
    }
    if (lowest != NULL && abi3t && floor < A3_ABI3T_FIRST) {
        a3_plan_step(plan, "interpreter tag %s -> cp315: abi3t begins with CPython 3.15", joined(plan, python));
        python->count = 0;
        put(plan, python, "cp315");
    } else if (lowest != NULL && python->count > 1) {
        a3_plan_step(plan, "interpreter tags %s -> %s: with a stable ABI tag the lowest says all", joined(plan, python), lowest);
        python->count = 0;
        put(plan, python, lowest);
    }
}

/* The older spelling of a manylinux tag: manylinux2014_x86_64 of manylinux_2_17_x86_64. NULL: it has none. */
static const char *alias_of(a3_plan *plan, const char *tag)
{
    const a3_platform platform = a3_platform_parse(tag);
    bool exact = false;
    int policy = a3_policy_for(&platform, &exact);
    if (policy < 0 || !exact || a3_policy_at((size_t)policy)->alias == NULL)
        return NULL;
    return a3_printf(plan->arena, "%s_%s", a3_policy_at((size_t)policy)->alias, platform.arch_name);
}

static void put_platform(a3_plan *plan, a3_strings *set, const char *tag)
{
    const char *alias = plan->request->only_plat ? NULL : alias_of(plan, tag);
    put(plan, set, tag);
    if (alias != NULL)
        put(plan, set, alias);
}

static void set_platform(a3_plan *plan, const a3_strings *new, const char *why)
{
    if (a3_tag_set_equal(new, &plan->tags.platform))
        return;
    a3_plan_step(plan, "platform tag %s -> %s: %s", joined(plan, &plan->tags.platform), joined(plan, new), why);
    plan->tags.platform = *new;
}

typedef enum truth { HOLDS, PROMISES_NOTHING, TOO_MUCH, OTHER_SYSTEM } truth;

/* A tag against the best that the binaries allow. Another architecture altogether is for the audit to refuse: a promise is made
 * smaller here, never moved. */
static truth judge_platform(a3_plan *plan, const char *tag, const a3_best_platform *best)
{
    const a3_platform says = a3_platform_parse(tag), can = a3_platform_parse(best->tag);
    if (says.family == A3_PLATFORM_LINUX)
        return PROMISES_NOTHING;
    if (a3_best_fits(plan->subject, best, &says, plan->arena))
        return HOLDS;
    if (says.family != can.family)
        return OTHER_SYSTEM;
    bool shares = can.arch_count > 0 && a3_platform_has_arch(&says, can.arches[0]);
    return shares && (says.family == A3_PLATFORM_MACOS || says.family == A3_PLATFORM_MANYLINUX) ? TOO_MUCH : HOLDS;
}

static void refuse_platform(a3_plan *plan, const a3_best_platform *best)
{
    if (best->tag == NULL)
        a3_plan_refuse(plan, "no platform tag can be found for %s: %s. Where libraries are missing, run auditwheel repair first, which puts them into the wheel",
                       joined(plan, &plan->tags.platform), best->why_none);
    else
        a3_plan_refuse(plan, "the binaries are made for %s, which is another system than %s. Build for that one, or say so with `abi3t-audit retag --platform-tag %s`",
                       best->tag, joined(plan, &plan->tags.platform), best->tag);
}

static void auto_platform(a3_plan *plan)
{
    a3_strings *tags = &plan->tags.platform, new = {0};
    a3_best_platform best = a3_find_best_platform(plan->subject, plan->arena);
    if (a3_best_is_plain(&best))
        best.tag = NULL; /* which promises nothing, and is taken by nobody */
    bool smaller = false, vague = false;
    for (size_t i = 0; i < tags->count; i++) {
        truth is = best.tag != NULL ? judge_platform(plan, tags->items[i], &best)
                   : a3_platform_parse(tags->items[i]).family == A3_PLATFORM_LINUX ? PROMISES_NOTHING : HOLDS;
        if (is == HOLDS)
            put(plan, &new, tags->items[i]);
        smaller |= is == TOO_MUCH;
        vague |= is == PROMISES_NOTHING;
    }
    if (new.count == tags->count)
        return;
    if (new.count == 0 && (best.tag == NULL || (!smaller && !vague))) {
        refuse_platform(plan, &best);
        return;
    }
    if (smaller || new.count == 0)
        put_platform(plan, &new, best.tag);
    bool guess = best.policy >= 0 && !best.libc_stated;
    set_platform(plan, &new, guess ? "nothing in the wheel says glibc or musl, so the oldest tag of the architecture" : "the best that the binaries allow");
}

static void mend_platform(a3_plan *plan)
{
    const char *asked = plan->request->plat;
    if (plan->subject->object_count == 0) /* a pure wheel among others keeps its `any` */
        return;
    if (asked == NULL || strcmp(asked, "auto") == 0) {
        auto_platform(plan);
        return;
    }
    a3_strings new = {0};
    const a3_platform platform = a3_platform_parse(asked);
    put_platform(plan, &new, asked);
    if (platform.policy != NULL && !plan->request->only_plat)
        put(plan, &new, a3_printf(plan->arena, "%s_%s", platform.policy, platform.arch_name));
    set_platform(plan, &new, "as asked");
}

/* Some module says that it is for free-threaded CPython alone. */
static bool refuses_gil(const a3_subject *subject)
{
    for (size_t f = 0; f < subject->file_count; f++)
        for (size_t i = 0; i < subject->files[f].objects.count; i++) {
            const a3_object *object = &subject->files[f].objects.items[i];
            if (object->module == NULL || object->role != A3_ROLE_EXTENSION)
                continue;
            const a3_abi_info *info = a3_module_slots_answer(object->module, a3_module_hook(object->module, object->module_name)).abi_info;
            if (info != NULL && (info->flags & A3_ABI_FREETHREADED) != 0 && (info->flags & A3_ABI_GIL) == 0)
                return true;
        }
    return false;
}

static void mend(a3_plan *plan)
{
    mend_python(plan);
    if (a3_tag_set_has(&plan->tags.abi, "abi3t") && !a3_tag_set_has(&plan->tags.abi, "abi3") && !refuses_gil(plan->subject)) {
        a3_plan_step(plan, "ABI tag abi3t -> abi3.abi3t: CPython with the GIL installs abi3 alone");
        put(plan, &plan->tags.abi, "abi3");
    }
    mend_platform(plan);
}

/* The file name is the authority; WHEEL where it is not a wheel's name. */
static bool start(a3_plan *plan)
{
    const a3_subject *subject = plan->subject;
    const a3_tag_sets *from = &subject->claim.tags;
    if (subject->name.split)
        from = &subject->name.tags;
    plan->tags = (a3_tag_sets){copy_of(plan, &from->python), copy_of(plan, &from->abi), copy_of(plan, &from->platform)};
    plan->build = subject->name.split ? subject->name.build : subject->has_wheel ? subject->wheel.build : NULL;
    if (subject->name.split) {
        plan->name = subject->name.name;
        plan->version = subject->name.version;
    } else if (subject->has_metadata && subject->metadata.name != NULL && subject->metadata.version != NULL) {
        plan->name = subject->metadata.name;
        plan->version = subject->metadata.version;
    } else {
        a3_plan_refuse(plan, "neither the file name nor METADATA says which project and version this is");
        return false;
    }
    if (plan->tags.python.count == 0 || plan->tags.abi.count == 0 || plan->tags.platform.count == 0) {
        a3_plan_refuse(plan, "neither the file name nor WHEEL says which tags this wheel has");
        return false;
    }
    return true;
}

static const char *format_name(a3_plan *plan)
{
    a3_wheel_name parts = {.name = plan->name, .version = plan->version, .build = plan->build, .python = joined(plan, &plan->tags.python),
                           .abi = joined(plan, &plan->tags.abi), .platform = joined(plan, &plan->tags.platform), .split = true, .tags = plan->tags};
    return a3_wheel_name_format(plan->arena, &parts);
}

a3_status a3_plan_tags(a3_plan *plan, a3_err *err)
{
    const a3_repair_request *request = plan->request;
    if (!start(plan))
        return A3_OK;
    a3_status status = A3_OK;
    if (request->retag) {
        status = apply(plan, &plan->tags.python, "python-tag", request->python, err);
        if (status == A3_OK)
            status = apply(plan, &plan->tags.abi, "abi-tag", request->abi, err);
        if (status == A3_OK)
            status = apply(plan, &plan->tags.platform, "platform-tag", request->platform, err);
        if (request->build != NULL)
            plan->build = request->build[0] ? request->build : NULL;
    } else {
        mend(plan);
    }
    if (status == A3_OK && plan->refusals.count > 0)
        return A3_OK;
    a3_tag_sets sorted = {0};
    if (status == A3_OK)
        status = a3_tags_normalise(plan->arena, &plan->tags, &sorted);
    plan->tags = sorted;
    if (status != A3_OK)
        return status;
    char *normal = a3_name_normalise(plan->arena, plan->name, '_');
    if (!request->retag && normal != NULL)
        plan->name = normal;
    plan->file_name = format_name(plan);
    if (plan->file_name != NULL && strcmp(plan->file_name, plan->subject->base) != 0)
        a3_plan_step(plan, "file name %s -> %s", plan->subject->base, plan->file_name);
    return plan->arena->failed ? a3_fail(err, A3_NOMEM, "out of memory") : A3_OK;
}

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
    const char *copy = a3_strdup(plan->arena, a3_buf_text(&text));
    a3_buf_free(&text);
    return copy ? copy : "";
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
static a3_status apply(a3_plan *plan, a3_strings *set, const char *value, const char *option, a3_err *err)
{
    if (value == NULL)
        return A3_OK;
    char how = *value == '+' || *value == '-' ? *value++ : '=';
    a3_strings given = {0};
    a3_tag_set_parse(plan->arena, value, strlen(value), &given, NULL);
    for (size_t i = 0; i < given.count; i++)
        if (given.items[i][0] == '\0' || given.items[i][strspn(given.items[i], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")] != '\0')
            return a3_fail(err, A3_INVALID, "--%s: \"%s\" is no tag", option, value);
    if (how == '=')
        set->count = 0;
    for (size_t i = 0; i < given.count; i++)
        if (how == '-')
            drop(set, given.items[i]);
        else
            put(plan, set, given.items[i]);
    return set->count > 0 ? A3_OK : a3_fail(err, A3_INVALID, "--%s: no tag is left", option);
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

static bool wants_platform(const a3_plan *plan)
{
    for (size_t i = 0; i < plan->tags.platform.count; i++)
        if (a3_platform_parse(plan->tags.platform.items[i]).family == A3_PLATFORM_LINUX)
            return true;
    return false;
}

/* The tags promise systems on which the binaries do not load. */
static bool promises_too_much(a3_plan *plan, const a3_best_platform *best)
{
    const a3_platform can = a3_platform_parse(best->tag);
    for (size_t i = 0; i < plan->tags.platform.count; i++) {
        const a3_platform says = a3_platform_parse(plan->tags.platform.items[i]);
        if (says.family != can.family)
            return true;
        bool older = says.major < can.major || (says.major == can.major && says.minor < can.minor);
        /* below 11.0 a universal2 tag speaks of its x86_64 half */
        if (older && (says.family == A3_PLATFORM_MANYLINUX || says.family == A3_PLATFORM_MUSLLINUX || says.family == A3_PLATFORM_MACOS))
            return true;
    }
    return false;
}

static void set_platform(a3_plan *plan, const char *tag, const char *alias, const char *why)
{
    a3_strings new = {0};
    put(plan, &new, tag);
    if (alias != NULL && !plan->request->only_plat)
        put(plan, &new, alias);
    if (a3_tag_set_equal(&new, &plan->tags.platform))
        return;
    a3_plan_step(plan, "platform tag %s -> %s: %s", joined(plan, &plan->tags.platform), joined(plan, &new), why);
    plan->tags.platform = new;
}

static void mend_platform(a3_plan *plan)
{
    const char *asked = plan->request->plat;
    if (asked != NULL && strcmp(asked, "auto") != 0) {
        set_platform(plan, asked, NULL, "as asked");
        return;
    }
    if (plan->subject->object_count == 0)
        return;
    a3_best_platform best = a3_find_best_platform(plan->subject, plan->arena);
    if (best.tag == NULL) {
        if (wants_platform(plan))
            a3_plan_refuse(plan, "no platform tag can be found for %s: %s. Where libraries are missing, run auditwheel repair first, which puts them into the wheel",
                           joined(plan, &plan->tags.platform), best.why_none);
        return;
    }
    if (!wants_platform(plan) && !promises_too_much(plan, &best))
        return;
    const char *alias = NULL;
    if (best.policy >= 0 && a3_policy_at((size_t)best.policy)->alias != NULL)
        alias = a3_printf(plan->arena, "%s_%s", a3_policy_at((size_t)best.policy)->alias, a3_platform_parse(best.tag).arch_name);
    bool guess = best.policy >= 0 && !best.libc_stated;
    set_platform(plan, best.tag, alias, guess ? "nothing in the wheel says glibc or musl, so the oldest tag of the architecture" : "the best that the binaries allow");
}

static void mend(a3_plan *plan)
{
    mend_python(plan);
    if (a3_tag_set_has(&plan->tags.abi, "abi3t") && !a3_tag_set_has(&plan->tags.abi, "abi3")) {
        a3_plan_step(plan, "ABI tag abi3t -> abi3.abi3t: CPython with the GIL installs only the former");
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
        status = apply(plan, &plan->tags.python, request->python, "python-tag", err);
        if (status == A3_OK)
            status = apply(plan, &plan->tags.abi, request->abi, "abi-tag", err);
        if (status == A3_OK)
            status = apply(plan, &plan->tags.platform, request->platform, "platform-tag", err);
        if (status == A3_OK && request->build != NULL && request->build[0] != '\0' && (request->build[0] < '0' || request->build[0] > '9' || strpbrk(request->build, "-/\\") != NULL))
            status = a3_fail(err, A3_INVALID, "--build: \"%s\" does not begin with a digit", request->build);
        if (request->build != NULL)
            plan->build = request->build[0] ? request->build : NULL;
    } else {
        mend(plan);
    }
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

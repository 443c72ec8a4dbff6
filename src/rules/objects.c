/* SPDX-License-Identifier: MIT */
/* What kept the input or an object from being read (P115, P116, Z101, Z110, Z111), and whether objects fit the machines of the
 * platform tags at all (P101, P117, P119). */
#include <string.h>

#include "base/text.h"
#include "rules/judge.h"

static void at_offset(a3_pass *pass, a3_finding *finding, const a3_err *err)
{
    if (err->offset != A3_NO_OFFSET)
        a3_evidence(pass->out, finding, "at byte 0x%llx", (unsigned long long)err->offset);
}

static a3_rule_id file_rule(const a3_file *file)
{
    static const a3_rule_id rules[] = {
        [A3_ZIP_FRAMING] = A3_RULE_Z101, [A3_ZIP_CONFUSION] = A3_RULE_Z102, [A3_ZIP_UNSAFE_PATH] = A3_RULE_Z103,
        [A3_ZIP_DUPLICATE] = A3_RULE_Z104, [A3_ZIP_CASE_DUPLICATE] = A3_RULE_Z104, [A3_ZIP_METHOD] = A3_RULE_Z105,
        [A3_ZIP_ENCRYPTED] = A3_RULE_Z106, [A3_ZIP_BOMB] = A3_RULE_Z107, [A3_ZIP_CRC] = A3_RULE_Z108,
        [A3_ZIP_SYMLINK] = A3_RULE_Z109, [A3_ZIP_LIMIT] = A3_RULE_Z110};
    if (file->err.status == A3_LIMIT || file->err.status == A3_NOMEM)
        return A3_RULE_Z110;
    return file->member ? rules[file->code] : A3_RULE_P115;
}

static void one_file(a3_pass *pass, const a3_file *file)
{
    bool directory = pass->subject->kind == A3_INPUT_DIRECTORY;
    if (file->err.status == A3_IO && directory)
        return; /* RECORD lists it and it is not there: R101 */
    bool said = file->member != NULL && (file->member->beyond || file->member->unreadable || file->code == A3_ZIP_METHOD || file->code == A3_ZIP_ENCRYPTED ||
                                         (file->code == A3_ZIP_CONFUSION && file->member->method == 0)); /* of the container */
    if (file->err.status != A3_OK && said)
        return;
    if (file->err.status != A3_OK) {
        a3_rule_id rule = file_rule(file);
        a3_finding *finding = a3_find(pass->out, rule, file->name, NULL, "%s", file->err.message);
        at_offset(pass, finding, &file->err);
        return;
    }
    bool symlink = file->member != NULL && file->member->is_symlink;
    if (file->named_binary && file->objects.count == 0 && file->looked_at && !symlink)
        a3_find(pass->out, A3_RULE_P115, file->name, NULL, file->size == 0 ? "is named as a native object and is empty" : "is named as a native object, and its bytes are none");
    for (size_t i = 0; i < file->objects.count; i++) {
        const a3_object *object = &file->objects.items[i];
        if (object->err.status == A3_OK)
            continue;
        a3_rule_id rule = object->err.status == A3_UNSUPPORTED ? A3_RULE_P116 : object->err.status == A3_MALFORMED ? A3_RULE_P115 : A3_RULE_Z110;
        /* a program for a machine that is not read (a launcher for 32-bit Arm) is nothing that Python loads */
        bool lone = pass->subject->kind == A3_INPUT_OBJECT || a3_suffix_parse(a3_basename(file->name)).kind != A3_SUFFIX_NONE;
        a3_severity severity = rule != A3_RULE_P116 || lone ? A3_SEVERITY_ERROR : !file->named_binary ? A3_SEVERITY_NOTE : a3_unloadable(pass, object);
        a3_finding *finding = a3_find_as(pass->out, rule, severity, file->name, object->slice, "%s", object->err.message);
        at_offset(pass, finding, &object->err);
    }
}

static bool container_says(const a3_subject *subject)
{
    for (size_t i = 0; i < subject->container.fault_count; i++)
        if (strcmp(subject->container.faults[i].text, subject->err.message) == 0)
            return true;
    return false;
}

/* One by one; of an archive with more of them nobody reads on. */
enum { DAMAGED_TOLD = 1000 };

void a3_pass_input(a3_pass *pass)
{
    const a3_subject *subject = pass->subject;
    /* what the container's own faults do not say; a path that cannot be opened is an error of the run, not a finding */
    if (subject->err.status != A3_OK && !container_says(subject)) {
        a3_rule_id rule = subject->err.status == A3_LIMIT || subject->err.status == A3_NOMEM ? A3_RULE_Z110
                          : subject->kind == A3_INPUT_WHEEL                                  ? A3_RULE_Z101
                                                                                             : A3_RULE_Z111;
        a3_finding *finding = a3_find(pass->out, rule, NULL, NULL, "%s", subject->err.message);
        at_offset(pass, finding, &subject->err);
        if (rule == A3_RULE_Z101)
            a3_fix(pass->out, finding, "Build it, or download it, again: no repair can read it.");
    }
    size_t told = 0, more = 0;
    for (size_t i = 0; i < subject->file_count; i++)
        if (subject->files[i].err.status == A3_OK || told++ < DAMAGED_TOLD)
            one_file(pass, &subject->files[i]);
        else
            more++;
    if (more > 0)
        a3_find(pass->out, A3_RULE_Z108, NULL, NULL, "%zu more files cannot be read", more);
    if (subject->libraries_cut)
        a3_find(pass->out, A3_RULE_Z110, NULL, NULL, "the objects need more libraries, in more places, than are looked for: what is said of libraries is not all of it");
}

/* ---- the machine ---- */

static bool os_fits(const a3_platform *platform, const a3_object *object)
{
    switch (platform->family) {
    case A3_PLATFORM_LINUX: case A3_PLATFORM_MANYLINUX: case A3_PLATFORM_MUSLLINUX:
        return object->os == A3_OS_LINUX || (object->format == A3_FORMAT_ELF && object->os == A3_OS_UNKNOWN);
    case A3_PLATFORM_ANDROID:
        return object->format == A3_FORMAT_ELF && (object->os == A3_OS_ANDROID || object->os == A3_OS_LINUX || object->os == A3_OS_UNKNOWN);
    case A3_PLATFORM_FREEBSD:
        return object->format == A3_FORMAT_ELF;
    case A3_PLATFORM_MACOS:
        return object->format == A3_FORMAT_MACHO && (object->os == A3_OS_MACOS || object->os == A3_OS_UNKNOWN);
    case A3_PLATFORM_IOS:
        return object->format == A3_FORMAT_MACHO && (object->os == platform->os || object->os == A3_OS_UNKNOWN);
    case A3_PLATFORM_WINDOWS: case A3_PLATFORM_CYGWIN:
        return object->format == A3_FORMAT_PE;
    case A3_PLATFORM_EMSCRIPTEN:
        return object->format == A3_FORMAT_WASM;
    case A3_PLATFORM_UNKNOWN: case A3_PLATFORM_ANY: case A3_PLATFORM_OTHER:
        break;
    }
    return true;
}

static bool judged_family(const a3_platform *platform)
{
    return platform->family != A3_PLATFORM_UNKNOWN && platform->family != A3_PLATFORM_ANY && platform->family != A3_PLATFORM_OTHER;
}

static const char *arch_text(const a3_object *object) { return object->arch_name ? object->arch_name : a3_arch_name(object->arch); }

/* One of the tags that are meant for this system names the architecture. A fat file's slices need not all be named. */
static bool arch_fits(const a3_pass *pass, const a3_object *object)
{
    for (size_t i = 0; i < pass->subject->platforms.count; i++) {
        const a3_platform *platform = &pass->subject->platforms.items[i].platform;
        if (judged_family(platform) && os_fits(platform, object) && (platform->arch_count == 0 || a3_platform_has_arch(platform, object->arch)))
            return true;
    }
    return false;
}

static bool sibling_slice_fits(const a3_pass *pass, const a3_object *object)
{
    for (size_t i = 0; i < object->file->objects.count; i++)
        if (object->file->objects.items[i].err.status == A3_OK && arch_fits(pass, &object->file->objects.items[i]))
            return true;
    return false;
}

static void one_object(a3_pass *pass, const a3_object *object)
{
    const a3_subject *subject = pass->subject;
    const char *member = object->file->name, *slice = object->slice;
    if (object->format == A3_FORMAT_WASM && !object->file->named_binary)
        return; /* code for a browser or a runtime of its own: data of the wheel */
    if (object->layout_fault != NULL)
        a3_find(pass->out, A3_RULE_P119, member, slice, "%s", object->layout_fault);
    if (object->kind == A3_KIND_RELOCATABLE || object->any_arch)
        return;
    for (size_t i = 0; i < subject->platforms.count; i++) {
        const a3_tagged_platform *tagged = &subject->platforms.items[i];
        if (!judged_family(&tagged->platform) || os_fits(&tagged->platform, object))
            continue;
        a3_finding *finding = a3_find_as(pass->out, A3_RULE_P117, a3_unloadable(pass, object), member, slice, "the platform tag is %s, and this is %s object", tagged->tag,
                   object->format == A3_FORMAT_ELF     ? (object->os == A3_OS_FREEBSD ? "an ELF (FreeBSD)" : object->os == A3_OS_ANDROID ? "an ELF (Android)" : "an ELF")
                   : object->format == A3_FORMAT_MACHO ? (object->os == A3_OS_MACOS ? "a Mach-O (macOS)" : object->os == A3_OS_IOS ? "a Mach-O (iOS)" : object->os == A3_OS_IOS_SIMULATOR ? "a Mach-O (iOS simulator)" : "a Mach-O")
                   : object->format == A3_FORMAT_PE    ? "a Windows (PE)"
                                                       : "a WebAssembly");
        a3_fix_tag(pass, finding, object->format == A3_FORMAT_WASM ? "tag the wheel for the Pyodide that it was built for (pyemscripten_YEAR_PATCH_wasm32), or put the binary for that system into it"
                                                                  : "put the binary for that system into the wheel");
        return;
    }
    bool any_judged = false;
    for (size_t i = 0; i < subject->platforms.count; i++)
        any_judged |= judged_family(&subject->platforms.items[i].platform);
    if (!any_judged)
        return;
    for (size_t i = 0; i < subject->platforms.count; i++) {
        const a3_tagged_platform *tagged = &subject->platforms.items[i];
        const a3_platform *platform = &tagged->platform;
        bool fat = object->format == A3_FORMAT_MACHO;
        if (!judged_family(platform) || platform->arch_count == 0)
            continue;
        if (fat ? sibling_slice_fits(pass, object) : a3_platform_has_arch(platform, object->arch)) {
            if (object->soft_float != platform->soft_float && platform->family != A3_PLATFORM_ANDROID && platform->family != A3_PLATFORM_LINUX)
                a3_find_as(pass->out, A3_RULE_P101, a3_unloadable(pass, object), member, slice, "the platform tag is %s, and this passes floats in %s registers",
                           tagged->tag, object->soft_float ? "integer (or single-precision)" : "floating-point");
            continue;
        }
        a3_finding *finding = a3_find_as(pass->out, A3_RULE_P101, a3_unloadable(pass, object), member, slice, "the platform tag is %s, and this is %s code", tagged->tag, arch_text(object));
        a3_fix_tag(pass, finding, "put code for that architecture into the wheel");
        return;
    }
}

void a3_pass_objects(a3_pass *pass) { a3_each_object(pass, one_object); }

/* SPDX-License-Identifier: MIT */
/* P103: libraries that neither the input brings nor the system has. */
#include <string.h>
#include <strings.h>

#include "abi/policy.h"
#include "abi/pylib.h"
#include "abi/windows.h"
#include "base/text.h"
#include "facts/needs.h"
#include "rules/platform.h"

typedef enum answer {
    ANSWER_THERE,    /* in the wheel where the loader looks, or where Python code of the wheel may have loaded it from; or part of the system */
    ANSWER_REDIST,   /* of the Visual C++ redistributable, which most machines have */
    ANSWER_REQUIRED, /* a wheel that this one requires is named after it */
    ANSWER_OTHERS,   /* another wheel or the environment may bring it */
    ANSWER_LACKING,
    ANSWER_COUNT
} answer;

typedef struct question {
    a3_pass *pass;
    const a3_object *object;
    const a3_tagged_platform *tagged; /* ELF: whose policy it is */
    a3_policy_set policy;             /* ELF: one bit */
    a3_finding *findings[ANSWER_COUNT];
} question;

static bool swift_runtime(const char *name) { return a3_has_prefix(a3_basename(name), "libswift"); }

static bool system_has(const question *q, const char *name)
{
    if (a3_pylib_parse(name, NULL))
        return true; /* A107, A108 */
    switch (q->object->format) {
    case A3_FORMAT_ELF: return (a3_policy_allows_library(name) & q->policy) != 0;
    case A3_FORMAT_MACHO: return a3_system_library(q->object->os, name) || swift_runtime(name);
    case A3_FORMAT_PE: return a3_dll_origin_of(name) == A3_DLL_SYSTEM || a3_dll_origin_of(name) == A3_DLL_CPYTHON;
    default: return false;
    }
}

static answer answer_for(const question *q, size_t index)
{
    const a3_needed *needed = &q->object->needed.items[index];
    const a3_library library = a3_object_library(q->object, index);
    if (needed->name == NULL || (needed->flags & A3_NEEDED_WEAK) != 0 || library.bringer == A3_BROUGHT_BY_INPUT || system_has(q, needed->name))
        return ANSWER_THERE;
    if (q->object->format == A3_FORMAT_PE && a3_dll_origin_of(needed->name) == A3_DLL_REDIST && !a3_made_for_one_wheel(needed->name))
        return ANSWER_REDIST;
    return library.bringer == A3_BROUGHT_BY_REQUIRED ? ANSWER_REQUIRED : library.bringer == A3_BROUGHT_BY_OTHERS ? ANSWER_OTHERS : ANSWER_LACKING;
}

static const char *system_text(const question *q)
{
    switch (q->object->format) {
    case A3_FORMAT_ELF: return a3_printf(q->pass->out->arena, "%s promises", q->tagged->tag);
    case A3_FORMAT_PE: return "Windows has";
    case A3_FORMAT_WASM: return "the runtime has";
    default: return "the system has";
    }
}

/* Another file of that name, which Python code may load first: then the object is not asked for. */
static bool has_twin(const question *q)
{
    const a3_subject *subject = q->pass->subject;
    for (size_t i = 0; subject->loads_libraries && i < subject->file_count; i++)
        if (&subject->files[i] != q->object->file && strcasecmp(a3_basename(subject->files[i].name), a3_basename(q->object->file->name)) == 0)
            return true;
    return false;
}

/* Policies speak of all files, whatever loads them, and Pyodide loads all libraries of a wheel. */
static a3_severity lacking(const question *q)
{
    if (q->object->format == A3_FORMAT_ELF || q->object->format == A3_FORMAT_WASM)
        return A3_SEVERITY_ERROR;
    return q->object->role != A3_ROLE_EXTENSION && has_twin(q) ? A3_SEVERITY_WARNING : a3_unloadable(q->pass, q->object);
}

static a3_finding *begin(question *q, answer kind)
{
    a3_findings *out = q->pass->out;
    const char *member = q->object->file->name, *slice = q->object->slice, *dll = q->object->format == A3_FORMAT_PE ? "DLLs" : "libraries", *system = system_text(q);
    a3_finding *finding = NULL;
    switch (kind) {
    case ANSWER_REDIST:
        return a3_find_as(out, A3_RULE_P103, A3_SEVERITY_NOTE, member, slice, "needs DLLs of the Visual C++ redistributable, which neither Windows nor CPython brings");
    case ANSWER_REQUIRED: {
        a3_finding *note = a3_find_as(out, A3_RULE_P103, A3_SEVERITY_NOTE, member, slice, "needs %s that required wheels may bring", dll);
        a3_fix(out, note, "See to it that they are loaded first, or found along the search path.");
        return note;
    }
    case ANSWER_OTHERS:
        return a3_find_as(out, A3_RULE_P103, A3_SEVERITY_WARNING, member, slice, "needs %s that nothing in the wheel leads to; another wheel, or the environment, may bring them", dll);
    default:
        finding = a3_find_as(out, A3_RULE_P103, lacking(q), member, slice, "needs %s that neither the wheel holds nor %s", dll, system ? system : "the system has");
        if (q->object->format == A3_FORMAT_ELF)
            a3_fix_tag(q->pass, finding, "put the libraries into the wheel (auditwheel repair) or link them statically");
        return finding;
    }
}

static void put_evidence(question *q, a3_finding *finding, size_t index)
{
    a3_findings *out = q->pass->out;
    const a3_needed *needed = &q->object->needed.items[index];
    const a3_library library = a3_object_library(q->object, index);
    const char *delay = (needed->flags & A3_NEEDED_DELAY) != 0 ? " (delay-loaded)" : "";
    if (library.place == A3_PLACE_ASTRAY && library.file != NULL)
        a3_evidence(out, finding, "%s%s: the wheel holds %s, and nothing leads the loader there", needed->name, delay, library.file->name);
    else if (library.named != NULL)
        a3_evidence(out, finding, "%s%s: %s may have it", needed->name, delay, library.named == q->pass->subject->metadata.name ? "a wheel of the same set" : library.named);
    else if (library.entry != NULL && library.place == A3_PLACE_NOWHERE)
        a3_evidence(out, finding, "%s: looked for in %s, which is the wheel's own folder, and not there", needed->name, library.entry);
    else if (library.place == A3_PLACE_ELSEWHERE)
        a3_evidence(out, finding, "%s: looked for in %s, of which the wheel holds nothing", needed->name, library.entry);
    else
        a3_evidence(out, finding, "%s%s", needed->name, delay);
}

void a3_judge_libraries(a3_pass *pass, const a3_object *object, const a3_tagged_platform *tagged, a3_policy_set policy)
{
    question q = {.pass = pass, .object = object, .tagged = tagged, .policy = policy};
    if (pass->subject->kind == A3_INPUT_OBJECT && object->format != A3_FORMAT_ELF)
        return; /* a lone file: what lies beside it is not known */
    for (size_t i = 0; i < object->needed.count; i++) {
        answer kind = answer_for(&q, i);
        if (kind == ANSWER_THERE)
            continue;
        if (q.findings[kind] == NULL)
            q.findings[kind] = begin(&q, kind);
        put_evidence(&q, q.findings[kind], i);
    }
}

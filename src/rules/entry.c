/* SPDX-License-Identifier: MIT */
/* A2: the way into a module. */
#include <string.h>

#include "abi/interp.h"
#include "base/text.h"
#include "rules/hooks.h"
#include "rules/judge.h"

bool a3_object_imports(const a3_object *object, const char *name)
{
    for (size_t i = 0; i < object->python.count; i++)
        if (object->python.items[i].name != NULL && strcmp(object->python.items[i].name, name) == 0)
            return true;
    return false;
}

static void missing(a3_pass *pass, const a3_object *object)
{
    if (object->symbols.status != A3_OK)
        return; /* A110 says why nothing can be told */
    const char *base = a3_basename(object->file->name);
    if (a3_suffix_parse(base).kind == A3_SUFFIX_NONE)
        return; /* no importer looks at a file of this name, whatever it exports */
    if (object->cffi_on_pypy && a3_suffix_parse(base).implementation == A3_IMPL_PYPY)
        return;
    if (a3_object_only_named_module(object)) {
        a3_finding *plain = a3_find_as(pass->out, A3_RULE_A201, A3_SEVERITY_WARNING, object->file->name, object->slice,
                                       "is named as an extension module, exports no hook and imports nothing of Python: it can be loaded by ctypes or CFFI, not imported");
        a3_fix(pass->out, plain, "if code loads it through ctypes or CFFI, all is well: a plain library's name says so; else export the hook");
        return;
    }
    /* lib_x.so, whose hook has another name: the wheel's own code loads it, import statements do not ask for such names */
    bool library = a3_has_prefix(base, "lib") && a3_suffix_parse(base).kind == A3_SUFFIX_BARE;
    a3_finding *finding = a3_find_as(pass->out, A3_RULE_A201, library ? A3_SEVERITY_WARNING : A3_SEVERITY_ERROR, object->file->name, object->slice,
                                  "exports neither PyModExport_%s nor PyInit_%s: no interpreter can import it as %s", object->module_name,
                                  object->module_name, object->module_name);
    for (size_t i = 0; object->module != NULL && i < object->module->hooks.count; i++)
        a3_evidence(pass->out, finding, "exports %s", object->module->hooks.items[i].symbol);
}

/* What proves that the module's definition is static: compiled for the GIL layout. */
static void static_def(a3_pass *pass, a3_finding *finding, const a3_object *object, const a3_hook *init)
{
    static const char *const takers[] = {"PyModuleDef_Init", "PyModule_Create2", "PyModule_FromDefAndSpec2"};
    for (size_t i = 0; i < sizeof takers / sizeof *takers; i++)
        if (a3_object_imports(object, takers[i]))
            a3_evidence(pass->out, finding, "imports %s, which takes a PyModuleDef", takers[i]);
    for (size_t i = 0; i < init->defs.count; i++)
        a3_evidence(pass->out, finding, "static PyModuleDef%s%s at 0x%llx, compiled with headers of %s",
                    init->defs.items[i]->name ? " " : "", init->defs.items[i]->name ? init->defs.items[i]->name : "",
                    (unsigned long long)init->defs.items[i]->address, a3_def_family_name(init->defs.items[i]->family));
}

bool a3_has_static_def(const a3_object *object, const a3_hook *init)
{
    if (init->defs.count > 0 || a3_object_imports(object, "PyModuleDef_Init") || a3_object_imports(object, "PyModule_Create2") ||
        a3_object_imports(object, "PyModule_FromDefAndSpec2"))
        return true;
    for (size_t i = 0; i < object->module->objects.count; i++)
        if (strcmp(object->module->objects.items[i].kind, "PyModuleDef") == 0)
            return true;
    return false;
}

static void init_only(a3_pass *pass, const a3_object *object, const a3_hook *init)
{
    if (!object->claim.abi3t)
        return;
    if (!a3_has_static_def(object, init)) {
        a3_find_as(pass->out, A3_RULE_A202, A3_SEVERITY_WARNING, object->file->name, object->slice,
                   "claims abi3t and enters through %s alone; no static PyModuleDef is in evidence, so that it may work", init->symbol);
        return;
    }
    a3_finding *finding = a3_find(pass->out, A3_RULE_A202, object->file->name, object->slice,
                                  "claims abi3t and enters through %s alone, with a static PyModuleDef: free-threaded CPython reads it at other offsets",
                                  init->symbol);
    static_def(pass, finding, object, init);
}

/* The interpreters that would call the hook and read its definition at other offsets. */
static a3_interp_set misreaders(const a3_pass *pass, const a3_object *object, bool free_threaded_layout)
{
    a3_interp_set set = 0, wheel = object->claim.installs;
    if (pass->subject->kind != A3_INPUT_OBJECT)
        wheel &= object->importers;
    for (size_t i = 0; i < a3_interp_count(); i++) {
        const a3_interp *interp = a3_interp_at(i);
        if ((wheel >> i & 1) != 0 && interp->implementation == A3_IMPL_CPYTHON && interp->free_threaded != free_threaded_layout)
            set |= (a3_interp_set)1 << i;
    }
    return set;
}

static void layout(a3_pass *pass, const a3_object *object, const a3_hook *init)
{
    for (size_t i = 0; i < init->defs.count; i++) {
        const a3_module_def *def = init->defs.items[i];
        bool free_threaded = def->family == A3_DEF_FREETHREADED;
        if (def->family == A3_DEF_UNKNOWN || !def->on_live_path || (!free_threaded && object->claim.abi3t))
            continue; /* A202 speaks of abi3t */
        a3_interp_set set = misreaders(pass, object, free_threaded);
        if (set == 0)
            continue;
        a3_finding *finding = a3_find(pass->out, A3_RULE_A207, object->file->name, object->slice, "%s passes on a PyModuleDef that is laid out for CPython %s the GIL: %s reads it at other offsets",
                                      init->symbol, free_threaded ? "without" : "with", a3_interp_set_text(set, pass->out->arena));
        a3_evidence(pass->out, finding, "static PyModuleDef%s%s at 0x%llx, compiled with headers of %s", def->name ? " " : "", def->name ? def->name : "",
                    (unsigned long long)def->address, a3_def_family_name(def->family));
        return;
    }
}

static void lookups(a3_pass *pass, const a3_object *object)
{
    static const struct { const char *name, *instead; } names[] = {
        {"PyModule_GetDef", "PyModule_GetToken"}, {"PyType_GetModuleByDef", "PyType_GetModuleByToken"}};
    a3_finding *finding = NULL;
    for (size_t i = 0; object->claim.abi3t && i < sizeof names / sizeof *names; i++) {
        if (!a3_object_imports(object, names[i].name))
            continue;
        if (finding == NULL)
            finding = a3_find(pass->out, A3_RULE_A204, object->file->name, object->slice,
                              "claims abi3t and looks up a PyModuleDef, which modules made from slots do not have");
        a3_evidence(pass->out, finding, "%s: use %s", names[i].name, names[i].instead);
    }
}

static void one_object(a3_pass *pass, const a3_object *object)
{
    lookups(pass, object);
    if (object->role != A3_ROLE_EXTENSION)
        return;
    const a3_hook *export = a3_object_hook(object, A3_HOOK_EXPORT), *init = a3_object_hook(object, A3_HOOK_INIT);
    const char *member = object->file->name;
    if (init != NULL)
        layout(pass, object, init);
    if (export == NULL && init == NULL) {
        missing(pass, object);
    } else if (export == NULL) {
        init_only(pass, object, init);
    } else if (init != NULL) {
        a3_find(pass->out, A3_RULE_A203, member, object->slice, "exports %s beside %s: CPython 3.15 and later calls the latter", init->symbol, export->symbol);
    } else if (a3_claim_admits_below(&object->claim, A3_VERSION(3, 15))) {
        const char *name = export->symbol + strlen("PyModExport"); /* "_demo", or "U_" and Punycode */
        bool one = object->claim.floor == A3_VERSION(3, 14);
        a3_finding *finding = a3_find(pass->out, A3_RULE_A206, member, object->slice,
                                      "enters through %s alone; CPython %s%s installs it and looks for PyInit%s", export->symbol,
                                      A3_VERSION_TEXT(object->claim.floor), one ? "" : " to 3.14", name);
        a3_fix(pass->out, finding, "export PyInit%s too, or raise the interpreter tag to cp315", name);
    }
}

void a3_pass_entry(a3_pass *pass) { a3_each_object(pass, one_object); }

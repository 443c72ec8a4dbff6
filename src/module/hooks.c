/* SPDX-License-Identifier: MIT */
/* The export hooks by name (PEP 793, PEP 489): PyModExport_x, PyInit_x, and the punycode forms PyModExportU_x, PyInitU_x. */
#include "module/hooks.h"

#include <string.h>

#include "base/text.h"

static const struct {
    const char *prefix;
    a3_hook_kind kind;
    bool punycode;
} prefixes[] = {
    {"PyModExport_", A3_HOOK_EXPORT, false},
    {"PyModExportU_", A3_HOOK_EXPORT, true},
    {"PyInit_", A3_HOOK_INIT, false},
    {"PyInitU_", A3_HOOK_INIT, true},
};
enum { PREFIXES = sizeof prefixes / sizeof prefixes[0] };

static bool keep_hook(const a3_export *export, size_t prefix, a3_arena *arena, a3_module *out)
{
    a3_hook *hook = A3_PUSH(arena, &out->hooks);
    if (hook == NULL)
        return false;
    hook->symbol = a3_strdup(arena, export->name);
    hook->module = hook->symbol ? hook->symbol + strlen(prefixes[prefix].prefix) : NULL;
    hook->kind = prefixes[prefix].kind;
    hook->punycode = prefixes[prefix].punycode;
    hook->address = export->address;
    hook->elsewhere = (export->flags & A3_SYM_FORWARD) != 0;
    if (hook->elsewhere)
        hook->stopped = "the hook is in another library";
    else if (export->flags & A3_SYM_RESOLVER)
        hook->stopped = "the hook is chosen by a resolver when the module is loaded";
    return hook->symbol != NULL;
}

a3_status a3_hooks_find(const a3_image *im, a3_arena *arena, a3_module *out)
{
    for (size_t i = 0; i < im->exports.count; i++) {
        const a3_export *export = &im->exports.items[i];
        for (size_t k = 0; export->name != NULL && k < PREFIXES; k++) {
            if (!a3_has_prefix(export->name, prefixes[k].prefix) || export->name[strlen(prefixes[k].prefix)] == '\0')
                continue;
            if (!keep_hook(export, k, arena, out))
                return A3_NOMEM;
        }
    }
    return A3_OK; /* exports are sorted by name */
}

/* Does the hook serve the module of this name? `encoded`: its punycode form with '_' for '-', NULL if it is ASCII. */
static bool serves(const a3_hook *hook, const char *module, const char *encoded)
{
    if (hook->punycode)
        return encoded != NULL && strcmp(hook->module, encoded) == 0;
    return encoded == NULL && strcmp(hook->module, module) == 0;
}

static bool is_ascii(const char *text)
{
    while (*text != '\0' && (unsigned char)*text < 0x80)
        text++;
    return *text == '\0';
}

const a3_hook *a3_module_hook(const a3_module *m, const char *module)
{
    char room[512];
    const char *encoded = NULL;
    if (module != NULL && !is_ascii(module)) {
        if (!a3_punycode(module, strlen(module), room, sizeof room))
            return NULL;
        for (char *c = room; *c != '\0'; c++)
            *c = *c == '-' ? '_' : *c;
        encoded = room;
    }
    const a3_hook *found = NULL;
    for (size_t i = 0; i < m->hooks.count; i++) {
        const a3_hook *hook = &m->hooks.items[i];
        if (module != NULL && !serves(hook, module, encoded))
            continue;
        if (module == NULL && found != NULL &&
            (strcmp(found->module, hook->module) != 0 || found->punycode != hook->punycode))
            return NULL; /* hooks of several modules */
        if (found == NULL || hook->kind == A3_HOOK_EXPORT)
            found = hook;
    }
    return found;
}

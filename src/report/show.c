/* SPDX-License-Identifier: MIT */
#include "report/show.h"

#include <string.h>

#include "base/text.h"
#include "report/json.h"

bool a3_show_format(const char *format) { return strcmp(format, "text") == 0 || strcmp(format, "json") == 0; }

void a3_show_start(a3_show *show, const abi3t_writer *writer, bool verbose, bool platform)
{
    *show = (a3_show){.writer = writer, .out = A3_BUF_INIT, .verbose = verbose, .platform = platform};
    if (strcmp(writer->format, "json") == 0)
        show->inputs = json_array();
}

static void flush(a3_show *show)
{
    if (!a3_buf_ok(&show->out))
        show->failed = true;
    if (!show->failed && show->out.size > 0)
        show->failed = show->writer->write(show->writer->context, show->out.data, show->out.size) != 0;
    show->out.size = 0;
}

static void text(a3_buf *out, const char *value) { a3_text_escape(out, value ? value : "?", strlen(value ? value : "?")); }

/* ---- text ---- */

static void line(a3_buf *out, const char *indent, const char *label, const char *value)
{
    a3_buf_printf(out, "%s%-14s", indent, label);
    text(out, value);
    a3_buf_char(out, '\n');
}

static void print_slot(a3_buf *out, const a3_slot *slot)
{
    const char *name = a3_slot_name(slot->id);
    a3_buf_printf(out, "      %*s%s (%u)", (slot->depth > 0 ? slot->depth - 1 : 0) * 2, "", name ? name : "unknown slot", slot->id);
    if (!slot->known)
        a3_buf_str(out, " = set at run time");
    else if (slot->null)
        a3_buf_str(out, " = 0");
    else if (slot->abi_info != NULL)
        a3_buf_printf(out, " = PyABIInfo %u.%u, flags 0x%x, build 0x%08x, abi 0x%08x", slot->abi_info->major, slot->abi_info->minor, slot->abi_info->flags,
                      (unsigned)slot->abi_info->build_version, (unsigned)slot->abi_info->abi_version);
    else if (slot->text != NULL) {
        a3_buf_str(out, " = \"");
        text(out, slot->text);
        a3_buf_char(out, '"');
    } else if (slot->value.kind == A3_POINTER_PLAIN)
        a3_buf_printf(out, " = %llu", (unsigned long long)slot->value.value);
    else if (slot->value.kind == A3_POINTER_IMPORT)
        a3_buf_str(out, " = an import");
    else
        a3_buf_printf(out, " = 0x%llx", (unsigned long long)slot->value.value);
    a3_buf_char(out, '\n');
}

static void print_array(a3_buf *out, const a3_slot_array *array)
{
    static const char *const bases[] = {"", ", by code", ", by data"};
    a3_buf_printf(out, "    %s at 0x%llx%s%s%s\n", array->layout == A3_SLOTS_NEW ? "slots" : "PyModuleDef_Slot array", (unsigned long long)array->address,
                  bases[array->basis], array->broken ? ", unreadable: " : "", array->broken ? array->broken : "");
    for (size_t i = 0; i < array->slots.count; i++)
        print_slot(out, &array->slots.items[i]);
}

static void print_hook(a3_buf *out, const a3_hook *hook)
{
    a3_buf_str(out, "    hook ");
    text(out, hook->symbol);
    a3_buf_printf(out, "%s%s%s%s\n", hook->single_phase ? ", single-phase" : "", hook->sets_gil_not_used ? ", declares that it does not use the GIL" : "",
                  hook->returns_null ? ", may return NULL" : "", hook->followed ? "" : ", not followed to every end");
    for (size_t i = 0; i < hook->defs.count; i++) {
        const a3_module_def *def = hook->defs.items[i];
        a3_buf_printf(out, "    PyModuleDef at 0x%llx, headers %s, name ", (unsigned long long)def->address, a3_def_family_name(def->family));
        text(out, def->name);
        a3_buf_char(out, '\n');
    }
    for (size_t i = 0; i < hook->arrays.count; i++)
        print_array(out, hook->arrays.items[i]);
}

static void print_module(a3_buf *out, const a3_object *object)
{
    const a3_module *module = object->module;
    a3_object_answer answer = a3_object_answer_of(object);
    a3_buf_printf(out, "    Py_mod_abi    %s%s%s\n", answer.slots ? answer.slots : "-", answer.basis ? ", by " : "", answer.basis ? answer.basis : "");
    a3_buf_printf(out, "    GIL           %s\n", answer.gil ? answer.gil : "-");
    for (size_t i = 0; i < module->hooks.count; i++)
        print_hook(out, &module->hooks.items[i]);
    for (size_t i = 0; i < module->types.count; i++) {
        const a3_type_spec *spec = &module->types.items[i];
        a3_buf_str(out, "    type ");
        text(out, spec->name);
        if (spec->sizes_known)
            a3_buf_printf(out, ": basicsize %lld, itemsize %lld, flags 0x%x", (long long)spec->basicsize, (long long)spec->itemsize, (unsigned)spec->flags);
        a3_buf_printf(out, "%s%s\n", spec->function ? ", passed to " : ", seen in data", spec->function ? spec->function : "");
    }
    for (size_t i = 0; i < module->objects.count; i++) {
        a3_buf_printf(out, "    static %s ", module->objects.items[i].kind);
        text(out, module->objects.items[i].name);
        a3_buf_char(out, '\n');
    }
}

static void print_object(a3_show *show, a3_subject *subject, const a3_object *object)
{
    a3_buf *out = &show->out;
    a3_buf_str(out, "  ");
    text(out, object->file->name);
    if (object->slice != NULL) {
        a3_buf_str(out, " (");
        text(out, object->slice);
        a3_buf_char(out, ')');
    }
    if (object->err.status != A3_OK) {
        a3_buf_printf(out, ": %s: ", a3_status_name(object->err.status));
        text(out, object->err.message);
        a3_buf_char(out, '\n');
        return;
    }
    a3_buf_printf(out, ": %s %s %s\n", a3_format_name(object->format), object->arch_name ? object->arch_name : "?", a3_role_name(object->role));
    if (object->role == A3_ROLE_EXTENSION && object->importers != 0 && subject->kind != A3_INPUT_OBJECT)
        line(out, "    ", "imported by", a3_interp_set_text(object->importers, &subject->arena));
    if (show->platform)
        a3_show_object_platform(out, subject, object);
    for (size_t i = 0; !show->platform && i < object->needed.count; i++)
        line(out, "    ", "needs", object->needed.items[i].name);
    a3_buf_printf(out, "    imports       %zu names, %zu of them Python's\n", object->import_count, object->python.count);
    for (size_t i = 0; show->verbose && i < object->python.count; i++) {
        a3_buf_str(out, "      ");
        text(out, object->python.items[i].name ? object->python.items[i].name : "(by ordinal)");
        a3_buf_char(out, '\n');
    }
    if (object->module != NULL)
        print_module(out, object);
}

static void show_text(a3_show *show, a3_subject *subject)
{
    a3_buf *out = &show->out;
    text(out, subject->path);
    a3_buf_printf(out, ": %s\n", a3_input_kind_name(subject->kind));
    if (subject->err.status != A3_OK) {
        line(out, "  ", "error", subject->err.message);
        return;
    }
    if (subject->claim.source != A3_CLAIM_NONE) {
        a3_buf tags = A3_BUF_INIT;
        a3_tags_format(&tags, &subject->claim.tags);
        line(out, "  ", "claims", a3_buf_text(&tags));
        a3_buf_free(&tags);
        line(out, "  ", "installed by", a3_interp_set_text(subject->claim.installs, &subject->arena));
    }
    if (subject->has_metadata && subject->metadata.requires_python != NULL)
        line(out, "  ", "Requires-Python", subject->metadata.requires_python);
    if (subject->file_count > 1)
        a3_buf_printf(out, "  %-14s%zu\n", "files", subject->file_count);
    if (show->platform)
        a3_show_platform_text(out, subject);
    for (size_t f = 0; f < subject->file_count; f++)
        for (size_t i = 0; i < subject->files[f].objects.count; i++)
            print_object(show, subject, &subject->files[f].objects.items[i]);
}

/* ---- JSON ---- */

static json_t *slot_json(const a3_slot *slot)
{
    const char *name = a3_slot_name(slot->id);
    json_t *value = json_null();
    if (slot->known && slot->abi_info != NULL)
        value = a3_json_abi_info(slot->abi_info);
    else if (slot->known && slot->text != NULL)
        value = a3_json_text(slot->text);
    else if (slot->known)
        value = json_integer((json_int_t)slot->value.value);
    return json_pack("{s:i, s:o, s:i, s:i, s:b, s:o}", "id", slot->id, "name", a3_json_text(name), "flags", slot->flags, "depth", slot->depth, "known", slot->known,
                     "value", value);
}

static json_t *arrays_json(const a3_slot_arrays *arrays)
{
    json_t *all = json_array();
    bool ok = true;
    for (size_t i = 0; i < arrays->count; i++) {
        const a3_slot_array *array = arrays->items[i];
        json_t *slots = json_array();
        for (size_t k = 0; k < array->slots.count; k++)
            ok &= json_array_append_new(slots, slot_json(&array->slots.items[k])) == 0;
        ok &= json_array_append_new(all, json_pack("{s:s, s:b, s:s, s:o}", "layout", array->layout == A3_SLOTS_NEW ? "PySlot" : "PyModuleDef_Slot", "complete",
                                                   array->complete, "basis", array->basis == A3_BASIS_CODE ? "code" : "data", "slots", slots)) == 0;
    }
    if (!ok) {
        json_decref(all);
        return NULL;
    }
    return all;
}

static json_t *hook_json(const a3_hook *hook)
{
    json_t *defs = json_array();
    bool ok = true;
    for (size_t i = 0; i < hook->defs.count; i++)
        ok &= json_array_append_new(defs, json_pack("{s:o, s:s}", "name", a3_json_text(hook->defs.items[i]->name), "headers",
                                                    a3_def_family_name(hook->defs.items[i]->family))) == 0;
    if (!ok) {
        json_decref(defs);
        return NULL;
    }
    return json_pack("{s:o, s:o, s:b, s:b, s:b, s:o, s:o}", "symbol", a3_json_text(hook->symbol), "module", a3_json_text(hook->module), "followed", hook->followed,
                     "returns_null", hook->returns_null, "single_phase", hook->single_phase, "arrays", arrays_json(&hook->arrays), "definitions", defs);
}

static json_t *type_json(const a3_type_spec *spec)
{
    return json_pack("{s:o, s:o, s:o, s:o}", "name", a3_json_text(spec->name), "basicsize", spec->sizes_known ? json_integer(spec->basicsize) : json_null(), "itemsize",
                     spec->sizes_known ? json_integer(spec->itemsize) : json_null(), "passed_to", a3_json_text(spec->function));
}

static json_t *object_json(const a3_show *show, const a3_subject *subject, const a3_object *object)
{
    json_t *out = a3_json_image(object), *needed = json_array(), *imports = json_array(), *hooks = json_array(), *types = json_array();
    bool ok = true;
    for (size_t i = 0; i < object->needed.count; i++)
        ok &= json_array_append_new(needed, a3_json_text(object->needed.items[i].name)) == 0;
    for (size_t i = 0; i < object->python.count; i++)
        ok &= json_array_append_new(imports, a3_json_text(object->python.items[i].name)) == 0;
    for (size_t i = 0; object->module != NULL && i < object->module->hooks.count; i++)
        ok &= json_array_append_new(hooks, hook_json(&object->module->hooks.items[i])) == 0;
    for (size_t i = 0; object->module != NULL && i < object->module->types.count; i++)
        ok &= json_array_append_new(types, type_json(&object->module->types.items[i])) == 0;
    ok = a3_json_put(out, "needed", needed) && ok;
    ok = a3_json_put(out, "python_imports", imports) && ok;
    ok = a3_json_put(out, "hook_details", hooks) && ok;
    ok = a3_json_put(out, "types", types) && ok;
    if (show->platform)
        ok = a3_json_put(out, "libraries", a3_show_needed_json(subject, object)) && ok;
    if (!ok) {
        json_decref(out);
        return NULL;
    }
    return out;
}

static json_t *show_json(const a3_show *show, a3_subject *subject)
{
    json_t *images = json_array();
    bool ok = true;
    for (size_t f = 0; f < subject->file_count; f++)
        for (size_t i = 0; i < subject->files[f].objects.count; i++)
            if (subject->files[f].objects.items[i].err.status == A3_OK)
                ok &= json_array_append_new(images, object_json(show, subject, &subject->files[f].objects.items[i])) == 0;
    json_t *out = json_object();
    ok = a3_json_put(out, "path", a3_json_text(subject->path)) && ok;
    ok = a3_json_put(out, "kind", json_string(a3_input_kind_name(subject->kind))) && ok;
    ok = a3_json_put(out, "error", a3_json_text(subject->err.status ? subject->err.message : NULL)) && ok;
    ok = a3_json_put(out, "tags", a3_json_tags(&subject->claim)) && ok;
    ok = a3_json_put(out, "images", images) && ok;
    if (show->platform)
        ok = a3_json_put(out, "platform", a3_show_platform_json(subject)) && ok;
    if (!ok) {
        json_decref(out);
        return NULL;
    }
    return out;
}

bool a3_show_input(a3_show *show, a3_subject *subject)
{
    if (show->inputs != NULL)
        show->failed |= json_array_append_new(show->inputs, show_json(show, subject)) != 0;
    else if (strcmp(show->writer->format, "json") == 0)
        show->failed = true; /* no memory at the start */
    else
        show_text(show, subject);
    flush(show);
    return !show->failed;
}

static int append(const char *data, size_t size, void *out)
{
    a3_buf_add(out, data, size);
    return a3_buf_ok(out) ? 0 : -1;
}

bool a3_show_finish(a3_show *show)
{
    if (show->inputs != NULL) {
        json_t *document = a3_json_head();
        if (!a3_json_put(document, "inputs", show->inputs) || json_dump_callback(document, append, &show->out, JSON_INDENT(2)) != 0)
            show->failed = true;
        a3_buf_char(&show->out, '\n');
        json_decref(document);
    }
    flush(show);
    a3_buf_free(&show->out);
    return !show->failed;
}

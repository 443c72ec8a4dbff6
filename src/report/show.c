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
        a3_show_module(out, object);
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
        out->failed |= tags.failed;
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

static json_t *object_json(const a3_show *show, const a3_subject *subject, const a3_object *object)
{
    json_t *out = a3_json_image(object), *needed = json_array(), *imports = json_array();
    bool ok = true;
    for (size_t i = 0; i < object->needed.count; i++)
        ok &= json_array_append_new(needed, a3_json_text(object->needed.items[i].name)) == 0;
    for (size_t i = 0; i < object->python.count; i++)
        ok &= json_array_append_new(imports, a3_json_text(object->python.items[i].name)) == 0;
    ok = a3_json_put(out, "needed", needed) && ok;
    ok = a3_json_put(out, "python_imports", imports) && ok;
    ok = a3_show_module_json(object, out) && ok;
    if (show->platform)
        ok = a3_show_object_platform_json(subject, object, out) && ok;
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
    bool starved = subject->arena.failed; /* before: a limit that the subject's error tells of */
    if (show->inputs != NULL)
        show->failed |= json_array_append_new(show->inputs, show_json(show, subject)) != 0;
    else if (strcmp(show->writer->format, "json") == 0)
        show->failed = true; /* no memory at the start */
    else
        show_text(show, subject);
    show->failed |= subject->arena.failed && !starved;
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

/* SPDX-License-Identifier: MIT */
/* JSON, schema "abi3t-audit/1" (report/schema.json): one document for the run, or one line for each input (NDJSON). */
#include "report/json.h"

#include <string.h>

#include "base/text.h"
#include "abi/stable.h"

json_t *a3_json_text(const char *text)
{
    if (text == NULL)
        return json_null();
    size_t size = strlen(text);
    if (a3_utf8_valid(text, size))
        return json_stringn_nocheck(text, size);
    a3_buf safe = A3_BUF_INIT;
    a3_text_escape(&safe, text, size);
    json_t *value = a3_buf_ok(&safe) ? json_stringn(a3_buf_text(&safe), safe.size) : NULL;
    a3_buf_free(&safe);
    return value;
}

json_t *a3_json_buf(a3_buf *text)
{
    json_t *value = a3_buf_ok(text) ? a3_json_text(a3_buf_text(text)) : NULL;
    a3_buf_free(text);
    return value;
}

json_t *a3_json_texts(const char *const *items, size_t count)
{
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++)
        if (json_array_append_new(array, a3_json_text(items[i])) != 0) {
            json_decref(array);
            return NULL;
        }
    return array;
}

bool a3_json_put(json_t *object, const char *key, json_t *value)
{
    return json_object_set_new_nocheck(object, key, value) == 0;
}

static json_t *version_text(uint32_t hex, bool full)
{
    return hex ? json_string(a3_hex_version(hex, full).text) : json_null();
}

json_t *a3_json_abi_info(const a3_abi_info *info)
{
    if (info == NULL)
        return json_null();
    static const char *const names[] = {"STABLE", "GIL", "FREETHREADED", "INTERNAL"};
    json_t *flags = json_array();
    bool ok = true;
    for (unsigned bit = 0; bit < 4; bit++)
        if (info->flags >> bit & 1)
            ok &= json_array_append_new(flags, json_string(names[bit])) == 0;
    json_t *object = json_pack("{s:i, s:i, s:o, s:o, s:o}", "major", info->major, "minor", info->minor, "flags", flags,
                               "build_version", version_text(info->build_version, true), "abi_version",
                               version_text(info->abi_version, false));
    if (!ok) {
        json_decref(object);
        return NULL;
    }
    return object;
}

static json_t *hooks_json(const a3_object *object)
{
    json_t *array = json_array();
    for (size_t i = 0; object->module != NULL && i < object->module->hooks.count; i++)
        if (json_array_append_new(array, a3_json_text(object->module->hooks.items[i].symbol)) != 0) {
            json_decref(array);
            return NULL;
        }
    return array;
}

json_t *a3_json_image(const a3_object *object)
{
    a3_object_answer answer = a3_object_answer_of(object);
    json_t *out = json_object();
    bool ok = a3_json_put(out, "member", a3_json_text(object->file->name)) &&
              a3_json_put(out, "slice", a3_json_text(object->slice)) &&
              a3_json_put(out, "format", json_string(a3_format_name(object->format))) &&
              a3_json_put(out, "arch", a3_json_text(object->arch_name)) &&
              a3_json_put(out, "role", json_string(a3_role_name(object->role))) &&
              a3_json_put(out, "module", a3_json_text(object->module_name)) &&
              a3_json_put(out, "hooks", hooks_json(object)) && a3_json_put(out, "slots", a3_json_text(answer.slots)) &&
              a3_json_put(out, "basis", a3_json_text(answer.basis)) &&
              a3_json_put(out, "abi_info", a3_json_abi_info(answer.abi_info)) &&
              a3_json_put(out, "gil", a3_json_text(answer.gil)) &&
              a3_json_put(out, "floor", object->claim.floor ? json_string(A3_VERSION_TEXT(object->claim.floor)) : json_null()) &&
              a3_json_put(out, "imports", json_integer((json_int_t)object->python.count));
    if (!ok) {
        json_decref(out);
        return NULL;
    }
    return out;
}

json_t *a3_json_tags(const a3_claim *claim)
{
    if (claim->source == A3_CLAIM_NONE)
        return json_null();
    return json_pack("{s:o, s:o, s:o}", "python", a3_json_texts(claim->tags.python.items, claim->tags.python.count), "abi",
                     a3_json_texts(claim->tags.abi.items, claim->tags.abi.count), "platform",
                     a3_json_texts(claim->tags.platform.items, claim->tags.platform.count));
}

json_t *a3_json_finding(const a3_finding *finding)
{
    json_t *out = json_object();
    bool ok = a3_json_put(out, "rule", json_string(a3_rule_code(finding->rule))) &&
              a3_json_put(out, "name", json_string(a3_rule_name(finding->rule))) &&
              a3_json_put(out, "severity", json_string(a3_severity_name(finding->severity))) &&
              a3_json_put(out, "member", a3_json_text(finding->member)) &&
              a3_json_put(out, "slice", a3_json_text(finding->slice)) &&
              a3_json_put(out, "message", a3_json_text(finding->message)) &&
              a3_json_put(out, "evidence", a3_json_texts(finding->evidence.items, finding->evidence.count)) &&
              a3_json_put(out, "evidence_total", json_integer((json_int_t)finding->evidence_total)) &&
              a3_json_put(out, "fix", a3_json_text(finding->fix ? finding->fix : a3_rule_remedy(finding->rule)));
    if (ok && finding->ignored != NULL)
        ok = a3_json_put(out, "ignored", a3_json_text(finding->ignored));
    if (!ok) {
        json_decref(out);
        return NULL;
    }
    return out;
}

static json_t *input_json(const a3_result *result)
{
    const a3_subject *subject = result->subject;
    json_t *out = json_object(), *images = json_array(), *findings = json_array();
    bool ok = true;
    for (size_t i = 0; i < subject->file_count; i++)
        for (size_t k = 0; k < subject->files[i].objects.count; k++) {
            const a3_object *object = &subject->files[i].objects.items[k];
            if (object->err.status == A3_OK)
                ok &= json_array_append_new(images, a3_json_image(object)) == 0;
        }
    for (size_t i = 0; i < result->findings->count; i++)
        ok &= json_array_append_new(findings, a3_json_finding(&result->findings->items[i])) == 0;
    ok = a3_json_put(out, "path", a3_json_text(subject->path)) &&
         a3_json_put(out, "kind", json_string(a3_input_kind_name(subject->kind))) &&
         a3_json_put(out, "verdict", json_string(a3_verdict_name(result->verdict))) &&
         a3_json_put(out, "tags", a3_json_tags(&subject->claim)) && ok;
    ok = a3_json_put(out, "images", images) && ok;
    ok = a3_json_put(out, "findings", findings) && ok;
    if (!ok) {
        json_decref(out);
        return NULL;
    }
    return out;
}

json_t *a3_json_head(void)
{
    return json_pack("{s:s, s:{s:s, s:s, s:s}}", "schema", "abi3t-audit/1", "tool", "name", "abi3t-audit", "version",
                     PACKAGE_VERSION, "stable_abi", a3_abi_data_version());
}

static int append(const char *data, size_t size, void *out)
{
    a3_buf_add(out, data, size);
    return a3_buf_ok(out) ? 0 : -1;
}

void a3_json_write(a3_report *report, json_t *value, bool line)
{
    if (value == NULL || json_dump_callback(value, append, &report->out, line ? JSON_COMPACT : JSON_INDENT(2)) != 0)
        report->failed = true;
    a3_buf_char(&report->out, '\n');
    json_decref(value);
}

/* -- one document -- */

static void json_begin(a3_report *report)
{
    report->state = json_array();
    report->failed |= report->state == NULL;
}

static void json_input(a3_report *report, const a3_result *result)
{
    report->failed |= json_array_append_new(report->state, input_json(result)) != 0;
}

json_t *a3_json_summary(const a3_totals *totals)
{
    return json_pack("{s:I, s:I, s:I, s:I}", "inputs", (json_int_t)totals->inputs, "errors", (json_int_t)totals->errors,
                     "warnings", (json_int_t)totals->warnings, "notes", (json_int_t)totals->notes);
}

static void json_end(a3_report *report, const a3_totals *totals)
{
    json_t *document = a3_json_head();
    if (!a3_json_put(document, "inputs", json_incref(report->state)) ||
        !a3_json_put(document, "summary", a3_json_summary(totals)))
        report->failed = true;
    a3_json_write(report, document, false);
}

static void json_drop(a3_report *report) { json_decref(report->state); }

const a3_report_ops a3_report_json = {
    .name = "json", .begin = json_begin, .input = json_input, .end = json_end, .drop = json_drop};

/* -- a line an input, each a whole document of that input -- */

static void ndjson_input(a3_report *report, const a3_result *result)
{
    json_t *line = a3_json_head();
    a3_totals own = {.inputs = 1, .errors = result->errors, .warnings = result->warnings, .notes = result->notes};
    json_t *inputs = json_array();
    bool ok = json_array_append_new(inputs, input_json(result)) == 0;
    ok = a3_json_put(line, "inputs", inputs) && ok;
    ok = a3_json_put(line, "summary", a3_json_summary(&own)) && ok;
    report->failed |= !ok;
    a3_json_write(report, line, true);
}

const a3_report_ops a3_report_ndjson = {.name = "ndjson", .input = ndjson_input};

/* SPDX-License-Identifier: MIT */
/* abi3t_rules and abi3t_symbols: what the tables say. */
#include <stdio.h>
#include <string.h>

#include "abi/stable.h"
#include "api/options.h"
#include "api/run.h"
#include "base/text.h"
#include "report/json.h"
#include "rules/findings.h"

/* The formats that tables can be written in. */
static abi3t_outcome check_formats(const abi3t_writer *writers, size_t count, const char *command, abi3t_message *why)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(writers[i].format, "text") != 0 && strcmp(writers[i].format, "json") != 0)
            return a3_usage(why, "%s writes text or json, not \"%s\"", command, writers[i].format);
    return ABI3T_CLEAN;
}

static abi3t_outcome send(const abi3t_writer *writer, a3_buf *out, abi3t_message *why)
{
    int errnum = a3_buf_ok(out) ? writer->write(writer->context, a3_buf_text(out), out->size) : 0;
    bool ok = a3_buf_ok(out) && errnum == 0;
    if (!ok && why != NULL)
        snprintf(why->text, sizeof why->text, "the report could not be written: %s", errnum ? strerror(errnum) : "out of memory");
    a3_buf_free(out);
    return ok ? ABI3T_CLEAN : ABI3T_FAILED;
}

/* ---- rules ---- */

static void rule_text(a3_buf *out, a3_rule_id rule, bool whole)
{
    a3_buf_printf(out, "%s %-7s %-26s %s\n", a3_rule_code(rule), a3_severity_name(a3_rule_severity(rule)), a3_rule_name(rule), a3_rule_title(rule));
    if (whole)
        a3_buf_printf(out, "\n  %s\n\n  What to change: %s\n\n  Reference: %s\n", a3_rule_explanation(rule), a3_rule_remedy(rule), a3_rule_reference(rule));
}

static json_t *rule_json(a3_rule_id rule)
{
    return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s}", "id", a3_rule_code(rule), "name", a3_rule_name(rule), "severity",
                     a3_severity_name(a3_rule_severity(rule)), "title", a3_rule_title(rule), "explanation", a3_rule_explanation(rule), "remedy",
                     a3_rule_remedy(rule), "reference", a3_rule_reference(rule));
}

static bool asked(a3_rule_id rule, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (a3_rule_matches(rule, names[i]))
            return true;
    return count == 0;
}

static int append(const char *data, size_t size, void *out)
{
    a3_buf_add(out, data, size);
    return a3_buf_ok(out) ? 0 : -1;
}

static void put_document(a3_buf *out, const char *key, json_t *array)
{
    json_t *document = a3_json_head();
    if (!a3_json_put(document, key, array) || json_dump_callback(document, append, out, JSON_INDENT(2)) != 0)
        out->failed = true;
    a3_buf_char(out, '\n');
    json_decref(document);
}

abi3t_outcome abi3t_rules(const abi3t_options *options, const char *const *paths, size_t path_count, const abi3t_writer *writers,
                          size_t writer_count, const abi3t_events *events, abi3t_message *why)
{
    (void)events;
    abi3t_outcome outcome = check_formats(writers, writer_count, "rules", why);
    for (size_t i = 0; i < path_count && outcome == ABI3T_CLEAN; i++)
        if (!a3_rule_pattern_known(paths[i]))
            outcome = a3_usage(why, "no rule is called \"%s\"", paths[i]);
    for (size_t w = 0; w < writer_count && outcome == ABI3T_CLEAN; w++) {
        a3_buf out = A3_BUF_INIT;
        bool text = strcmp(writers[w].format, "text") == 0;
        json_t *array = text ? NULL : json_array();
        size_t said = 0;
        for (int rule = 0; rule < A3_RULE_COUNT; rule++) {
            if (!asked((a3_rule_id)rule, paths, path_count))
                continue;
            bool whole = path_count > 0 || options->verbose;
            if (text && whole && said++ > 0)
                a3_buf_char(&out, '\n');
            if (text)
                rule_text(&out, (a3_rule_id)rule, whole);
            else if (json_array_append_new(array, rule_json((a3_rule_id)rule)) != 0)
                out.failed = true;
        }
        if (!text)
            put_document(&out, "rules", array);
        outcome = send(&writers[w], &out, why);
    }
    return outcome;
}

/* ---- symbols ---- */

static void symbol_text(a3_buf *out, const char *name)
{
    a3_stable stable;
    a3_private hidden;
    a3_text_escape(out, name, strlen(name));
    if (a3_stable_find(name, &stable)) {
        a3_buf_printf(out, ": %s of the Stable ABI since %s", a3_symbol_kind_name((a3_symbol_kind)stable.kind), A3_VERSION_TEXT(stable.added));
        if (stable.abi_only)
            a3_buf_str(out, ", not of the Limited API: only macros and older headers emit it");
        if (stable.ifdef != A3_IFDEF_NONE)
            a3_buf_printf(out, "; %s (#ifdef %s)", a3_ifdef_where((a3_ifdef)stable.ifdef), a3_ifdef_name((a3_ifdef)stable.ifdef));
        if (a3_layout_symbol(name) != A3_LAYOUT_NONE)
            a3_buf_str(out, "; code for abi3t does not import it");
    } else if (a3_private_find(name, &hidden)) {
        a3_buf_printf(out, ": %s outside the Stable ABI, ", a3_symbol_kind_name((a3_symbol_kind)hidden.kind));
        a3_exporters_text(out, hidden.versions);
    } else if (a3_hook_name(name)) {
        a3_buf_str(out, ": a hook that extension modules export");
    } else {
        a3_buf_str(out, ": not known to any CPython from 3.6 on");
    }
    const a3_replacement *instead = a3_public_replacement(name);
    if (instead == NULL)
        instead = a3_strong_reference(name);
    if (instead != NULL)
        a3_buf_printf(out, "; use %s", instead->use);
    if (instead != NULL && instead->since != 0)
        a3_buf_printf(out, " (Stable ABI since %s)", A3_VERSION_TEXT(instead->since));
    a3_buf_char(out, '\n');
}

static json_t *versions_json(a3_exporters versions)
{
    json_t *array = json_array();
    bool ok = true;
    for (a3_version v = A3_VERSION(3, 6); v <= A3_ABI_DATA_LATEST; v++)
        if (a3_exported_by(versions, v))
            ok &= json_array_append_new(array, json_string(A3_VERSION_TEXT(v))) == 0;
    if ((versions & A3_EXPORTERS_FREE_THREADED) != 0)
        ok &= json_array_append_new(array, json_string("3.15t")) == 0;
    if (!ok) {
        json_decref(array);
        return NULL;
    }
    return array;
}

static json_t *symbol_json(const char *name)
{
    a3_stable stable = {.name = NULL};
    a3_private hidden;
    json_t *out = json_object();
    bool in = a3_stable_find(name, &stable), out_of = !in && a3_private_find(name, &hidden);
    const a3_replacement *instead = a3_public_replacement(name);
    bool ok = a3_json_put(out, "name", a3_json_text(name)) && a3_json_put(out, "status", json_string(in ? "stable" : out_of ? "private" : "unknown")) &&
              a3_json_put(out, "kind", in ? json_string(a3_symbol_kind_name((a3_symbol_kind)stable.kind)) : out_of ? json_string(a3_symbol_kind_name((a3_symbol_kind)hidden.kind)) : json_null()) &&
              a3_json_put(out, "added", in ? json_string(A3_VERSION_TEXT(stable.added)) : json_null()) && a3_json_put(out, "abi_only", json_boolean(in && stable.abi_only)) &&
              a3_json_put(out, "ifdef", in && stable.ifdef ? json_string(a3_ifdef_name((a3_ifdef)stable.ifdef)) : json_null()) &&
              a3_json_put(out, "exported_by", out_of ? versions_json(hidden.versions) : json_null()) &&
              a3_json_put(out, "instead", instead ? json_string(instead->use) : json_null());
    if (!ok) {
        json_decref(out);
        return NULL;
    }
    return out;
}

abi3t_outcome abi3t_symbols(const abi3t_options *options, const char *const *paths, size_t path_count, const abi3t_writer *writers,
                            size_t writer_count, const abi3t_events *events, abi3t_message *why)
{
    (void)options;
    (void)events;
    abi3t_outcome outcome = check_formats(writers, writer_count, "symbols", why);
    for (size_t w = 0; w < writer_count && outcome == ABI3T_CLEAN; w++) {
        a3_buf out = A3_BUF_INIT;
        bool text = strcmp(writers[w].format, "text") == 0;
        json_t *array = text ? NULL : json_array();
        for (size_t i = 0; i < path_count; i++)
            if (text)
                symbol_text(&out, paths[i]);
            else if (json_array_append_new(array, symbol_json(paths[i])) != 0)
                out.failed = true;
        if (!text)
            put_document(&out, "symbols", array);
        outcome = send(&writers[w], &out, why);
    }
    return outcome;
}

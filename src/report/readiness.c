/* SPDX-License-Identifier: MIT */
/* What all forms of the readiness table share; JSON (schema "abi3t-readiness/1") and the comparison with an earlier one. */
#include "report/readiness.h"

#include <string.h>

#include "report/json.h"

const a3_report_ops *a3_ready_format(const char *name)
{
    static const a3_report_ops *const formats[] = {&a3_ready_text, &a3_ready_json, &a3_ready_markdown, &a3_ready_html};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i]->name, name) == 0)
            return formats[i];
    return NULL;
}

static const char *const state_names[A3_READINESS_COUNT] = {"ready", "undecided", "gil", "gil-only"};
const char *a3_readiness_name(a3_readiness readiness) { return state_names[readiness]; }

const char *a3_build_kind_name(a3_build_kind kind)
{
    static const char *const names[] = {"pure", "abi3t", "free-threaded", "GIL only"};
    return names[kind];
}

static json_t *row_json(const a3_ready_run *run, const a3_ready_row *row)
{
    json_t *modules = json_array();
    bool ok = true;
    for (size_t i = 0; i < row->modules.count; i++) {
        const a3_ready_module *module = &row->modules.items[i];
        ok &= json_array_append_new(modules, json_pack("{s:o, s:s, s:s, s:o}", "module", a3_json_text(module->name), "gil", module->gil, "state",
                                                       a3_readiness_name(module->state), "why", a3_json_text(module->why))) == 0;
    }
    json_t *out = json_pack("{s:o, s:o, s:o, s:s, s:s, s:b, s:I, s:o}", "name", a3_json_text(row->name), "version", a3_json_text(row->version), "path",
                            a3_json_text(row->path), "kind", a3_build_kind_name(row->kind), "state", a3_readiness_name(row->state), "installs", row->installed,
                            "extension_modules", (json_int_t)row->module_count, "modules", modules);
    if (ok && run->baseline)
        ok = a3_json_put(out, "regressed", json_boolean(row->regressed));
    if (!ok) {
        json_decref(out);
        return NULL;
    }
    return out;
}

static void json_end(a3_report *report, const a3_totals *totals)
{
    (void)totals;
    const a3_ready_run *run = report->state;
    json_t *document = a3_json_head(), *rows = json_array(), *counts = json_object();
    bool ok = a3_json_put(document, "schema", json_string("abi3t-readiness/1"));
    ok &= a3_json_put(document, "python", json_string(run->interp->name));
    for (size_t i = 0; i < run->count; i++)
        ok &= json_array_append_new(rows, row_json(run, &run->rows[i])) == 0;
    ok &= a3_json_put(document, "distributions", rows);
    ok &= a3_json_put(counts, "distributions", json_integer((json_int_t)run->count));
    for (int s = 0; s < A3_READINESS_COUNT; s++)
        ok &= a3_json_put(counts, state_names[s], json_integer((json_int_t)run->states[s]));
    for (int k = 0; k < 4; k++)
        ok &= a3_json_put(counts, a3_build_kind_name((a3_build_kind)k), json_integer((json_int_t)run->kinds[k]));
    if (run->baseline)
        ok &= a3_json_put(counts, "regressions", json_integer((json_int_t)run->regressions));
    ok &= a3_json_put(document, "totals", counts);
    report->failed |= !ok;
    a3_json_write(report, document, false);
}

const a3_report_ops a3_ready_json = {.name = "json", .end = json_end};

/* ---- the baseline ---- */

/* The state that the baseline gives to that distribution, the best of several; READY where it has none: new ones count. */
static a3_readiness before(const json_t *rows, const char *name)
{
    size_t index;
    json_t *row;
    int found = A3_READINESS_COUNT;
    json_array_foreach(rows, index, row) {
        const char *other = json_string_value(json_object_get(row, "name")), *state = json_string_value(json_object_get(row, "state"));
        if (other == NULL || state == NULL || strcmp(other, name) != 0)
            continue;
        for (int s = 0; s < found; s++)
            if (strcmp(state, state_names[s]) == 0)
                found = s;
    }
    return found == A3_READINESS_COUNT ? A3_READY : (a3_readiness)found;
}

a3_status a3_ready_compare(a3_ready_run *run, const char *text, size_t size, a3_err *err)
{
    json_error_t fault;
    json_t *document = json_loadb(text, size, JSON_REJECT_DUPLICATES, &fault);
    if (document == NULL)
        return a3_fail(err, A3_MALFORMED, "the baseline is no JSON: %s (line %d)", fault.text, fault.line);
    const json_t *rows = json_object_get(document, "distributions");
    const char *schema = json_string_value(json_object_get(document, "schema"));
    a3_status status = A3_OK;
    if (!json_is_array(rows) || schema == NULL || strcmp(schema, "abi3t-readiness/1") != 0)
        status = a3_fail(err, A3_MALFORMED, "the baseline is no report of readiness (schema abi3t-readiness/1)");
    run->baseline = true;
    for (size_t i = 0; status == A3_OK && i < run->count; i++) {
        run->rows[i].regressed = run->rows[i].state > before(rows, run->rows[i].name);
        run->regressions += run->rows[i].regressed;
    }
    json_decref(document);
    return status;
}

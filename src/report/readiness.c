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
    static const char *const names[] = {"pure", "abi3t", "free-threaded", "gil-only"};
    return names[kind];
}

const char *a3_ready_modules_text(const a3_ready_row *row, size_t first, a3_arena *arena)
{
    enum { SHOWN = 6 };
    size_t count = 0;
    a3_buf out = A3_BUF_INIT;
    for (size_t i = 0; i < row->modules.count; i++) {
        if (strcmp(row->modules.items[i].why, row->modules.items[first].why) != 0)
            continue;
        if (i < first) {
            a3_buf_free(&out);
            return NULL;
        }
        if (count++ < SHOWN)
            a3_buf_printf(&out, "%s%s", out.size ? ", " : "", row->modules.items[i].name);
    }
    if (count > SHOWN)
        a3_buf_printf(&out, " and %zu more", count - SHOWN);
    return a3_buf_keep(&out, arena);
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
    json_t *out = json_pack("{s:o, s:o, s:o, s:s, s:s, s:b, s:I, s:I, s:I, s:o}", "name", a3_json_text(row->name), "version", a3_json_text(row->version), "path",
                            a3_json_text(row->path), "kind", a3_build_kind_name(row->kind), "state", a3_readiness_name(row->state), "installs", row->installed,
                            "extension_modules", (json_int_t)row->module_count, "replaced_by_python", (json_int_t)row->replaced, "not_ready",
                            (json_int_t)row->not_ready, "modules", modules);
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
    json_t *document = a3_json_head(), *rows = json_array(), *counts = json_object(), *states = json_object(), *kinds = json_object();
    bool ok = a3_json_put(document, "schema", json_string("abi3t-readiness/1"));
    ok &= a3_json_put(document, "python", json_string(run->interp->name));
    for (size_t i = 0; i < run->count; i++)
        ok &= json_array_append_new(rows, row_json(run, &run->rows[i])) == 0;
    ok &= a3_json_put(document, "distributions", rows);
    ok &= a3_json_put(counts, "distributions", json_integer((json_int_t)run->count));
    for (int s = 0; s < A3_READINESS_COUNT; s++)
        ok &= a3_json_put(states, state_names[s], json_integer((json_int_t)run->states[s]));
    for (int k = 0; k < 4; k++)
        ok &= a3_json_put(kinds, a3_build_kind_name((a3_build_kind)k), json_integer((json_int_t)run->kinds[k]));
    ok &= a3_json_put(counts, "states", states);
    ok &= a3_json_put(counts, "kinds", kinds);
    if (run->baseline)
        ok &= a3_json_put(counts, "regressions", json_integer((json_int_t)run->regressions));
    ok &= a3_json_put(document, "totals", counts);
    report->failed |= !ok;
    a3_json_write(report, document, false);
}

const a3_report_ops a3_ready_json = {.name = "json", .end = json_end};

/* ---- the baseline ---- */

static a3_status baseline_row(const json_t *row, size_t index, a3_arena *arena, a3_ready_baseline *out, a3_err *err)
{
    const char *name = json_string_value(json_object_get(row, "name")), *state = json_string_value(json_object_get(row, "state"));
    int known = 0;
    while (state != NULL && known < A3_READINESS_COUNT && strcmp(state, state_names[known]) != 0)
        known++;
    if (name == NULL || state == NULL || known == A3_READINESS_COUNT)
        return a3_fail(err, A3_MALFORMED, "distribution %zu has no name or no known state", index + 1);
    for (size_t i = 0; i < out->rows.count; i++)
        if (strcmp(out->rows.items[i].name, name) == 0) {
            if ((int)out->rows.items[i].state > known)
                out->rows.items[i].state = (a3_readiness)known;
            return A3_OK;
        }
    a3_ready_known *slot = A3_PUSH(arena, &out->rows);
    const char *copy = a3_strdup(arena, name);
    if (slot == NULL || copy == NULL)
        return a3_fail(err, A3_NOMEM, "out of memory (limit arena)");
    *slot = (a3_ready_known){copy, (a3_readiness)known};
    return A3_OK;
}

a3_status a3_ready_baseline_read(const char *text, size_t size, a3_arena *arena, a3_ready_baseline *out, a3_err *err)
{
    json_error_t fault;
    json_t *document = json_loadb(text, size, JSON_REJECT_DUPLICATES, &fault), *row;
    if (document == NULL)
        return a3_fail(err, A3_MALFORMED, "is no JSON: %s (line %d)", fault.text, fault.line);
    const json_t *rows = json_object_get(document, "distributions");
    const char *schema = json_string_value(json_object_get(document, "schema")), *python = json_string_value(json_object_get(document, "python"));
    a3_status status = A3_OK;
    size_t index;
    for (size_t i = 0; python != NULL && i < a3_interp_count(); i++)
        if (a3_interp_at(i)->free_threaded && strcmp(a3_interp_at(i)->name, python) == 0)
            out->python = a3_interp_at(i)->version;
    if (!json_is_array(rows) || schema == NULL || strcmp(schema, "abi3t-readiness/1") != 0)
        status = a3_fail(err, A3_MALFORMED, "is no report of readiness (schema abi3t-readiness/1)");
    else if (out->python == 0)
        status = a3_fail(err, A3_MALFORMED, "does not say for which free-threaded CPython it is");
    else
        json_array_foreach(rows, index, row) {
            status = baseline_row(row, index, arena, out, err);
            if (status != A3_OK)
                break;
        }
    json_decref(document);
    return status;
}

void a3_ready_compare(a3_ready_run *run, const a3_ready_baseline *baseline)
{
    run->baseline = true;
    for (size_t i = 0; i < run->count; i++) {
        a3_readiness before = A3_READY;
        for (size_t k = 0; k < baseline->rows.count; k++)
            if (strcmp(baseline->rows.items[k].name, run->rows[i].name) == 0)
                before = baseline->rows.items[k].state;
        run->rows[i].regressed = run->rows[i].state > before;
        run->regressions += run->rows[i].regressed;
    }
}

/* SPDX-License-Identifier: MIT */
/* Runs the cases of tests/cases: each is written to a temporary folder, audited in this process, and the JSON report is
 * held against what the case expects. One line a case, in the form of TAP.
 *
 *   run_cases [-k FOLDER] [FILE]...    -k: keep wheels and reports there, one subfolder a case */
#include <errno.h>
#include <ftw.h>
#include <glob.h>
#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "abi3t.h"
#include "cases.h"

typedef struct run {
    const case_test *test;
    a3_arena *arena;
    a3_buf log;      /* what is wrong, as "# " lines */
    json_t *report;  /* the whole document */
    json_t *input;   /* its only input */
    bool strict;
} run;

static void wrong(run *r, unsigned number, const char *format, ...) __attribute__((format(printf, 3, 4)));
static void wrong(run *r, unsigned number, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char line[2048];
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    a3_buf_printf(&r->log, "# %s:%u: %s\n", r->test->file, number ? number : r->test->number, line);
}

static const char *text_of(const json_t *object, const char *key) { return json_string_value(json_object_get(object, key)); }

static bool same(const char *a, const char *b) { return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0; }

/* Equal, or the pattern ends in "..." and the text begins with what stands before. */
static bool fits(const char *pattern, const char *text)
{
    size_t size = strlen(pattern);
    if (text != NULL && size >= 3 && strcmp(pattern + size - 3, "...") == 0)
        return strncmp(pattern, text, size - 3) == 0;
    return same(pattern, text);
}

/* -- the audit -- */

static int append(void *context, const char *data, size_t size)
{
    a3_buf_add(context, data, size);
    return a3_buf_ok(context) ? 0 : ENOMEM;
}

/* Takes a word of the options line, and its value where it has one; the number of words taken, 0: refused. */
static size_t set_option(run *r, abi3t_options *options, size_t i)
{
    const a3_strings *words = &r->test->options;
    const char *name = words->items[i] + 2;
    abi3t_message why;
    size_t count;
    const abi3t_option *list = abi3t_option_list(&count);
    for (size_t k = 0; k < count; k++) {
        if (strcmp(list[k].name, name) != 0)
            continue;
        if (list[k].argument != NULL && i + 1 == words->count)
            break;
        if (abi3t_options_set(options, name, list[k].argument ? words->items[i + 1] : NULL, &why) != ABI3T_CLEAN) {
            wrong(r, 0, "--%s: %s", name, why.text);
            return 0;
        }
        r->strict |= strcmp(name, "strict") == 0;
        return list[k].argument ? 2 : 1;
    }
    wrong(r, 0, "no option --%s, or without its value", name);
    return 0;
}

static abi3t_outcome audit(run *r, const char *path, const char *jobs, a3_buf *json, a3_buf *text)
{
    abi3t_options *options = case_need(abi3t_options_new());
    abi3t_message why = {""};
    abi3t_outcome outcome = abi3t_options_set(options, "jobs", jobs, &why);
    for (size_t i = 0, used; i < r->test->options.count && outcome == ABI3T_CLEAN; i += used)
        if ((used = set_option(r, options, i)) == 0)
            outcome = ABI3T_USAGE;
    if (outcome == ABI3T_CLEAN && abi3t_options_set(options, "verbose", NULL, &why) == ABI3T_CLEAN) {
        const abi3t_writer writers[] = {{.format = "json", .write = append, .context = json},
                                        {.format = "text", .write = append, .context = text}};
        outcome = abi3t_audit(options, &path, 1, writers, 2, NULL, &why);
    }
    if (why.text[0] != '\0')
        wrong(r, 0, "the audit says: %s", why.text);
    abi3t_options_free(options);
    return outcome;
}

/* -- what every report must be, whatever the case -- */

static void check_finding(run *r, const json_t *finding)
{
    const char *message = text_of(finding, "message"), *fix = text_of(finding, "fix"), *rule = text_of(finding, "rule");
    json_int_t total = json_integer_value(json_object_get(finding, "evidence_total"));
    bool quotes = rule != NULL && rule[0] == 'U'; /* the index's own words */
    if (rule == NULL || message == NULL || *message == '\0' || strchr(message, '\n') != NULL ||
        (message[strlen(message) - 1] == '.' && !quotes))
        wrong(r, 0, "%s: the message is one sentence without a full stop, not \"%s\"", rule, message ? message : "");
    if (fix == NULL || *fix == '\0')
        wrong(r, 0, "%s: no fix", rule);
    if (total < (json_int_t)json_array_size(json_object_get(finding, "evidence")))
        wrong(r, 0, "%s: evidence_total is %" JSON_INTEGER_FORMAT, rule, total);
}

/* Findings stand in the order of member (none first), slice, rule. */
static int order(const json_t *a, const json_t *b)
{
    static const char *const keys[] = {"member", "slice", "rule"};
    for (size_t i = 0; i < 3; i++) {
        const char *left = text_of(a, keys[i]), *right = text_of(b, keys[i]);
        int result = left == NULL || right == NULL ? (left != NULL) - (right != NULL) : strcmp(left, right);
        if (result != 0)
            return result;
    }
    return 0;
}

static void check_report(run *r, const char *path, abi3t_outcome outcome)
{
    static const char *const severities[] = {"error", "warning", "note"}, *const sums[] = {"errors", "warnings", "notes"};
    static const char *const verdicts[] = {"pass", "fail", "?", "error"};
    json_int_t found[3] = {0};
    const json_t *findings = json_object_get(r->input, "findings"), *finding, *before = NULL;
    size_t i;
    if (!same(text_of(r->report, "schema"), "abi3t-audit/1") || !same(text_of(r->input, "path"), path))
        wrong(r, 0, "schema or path is wrong");
    if (!same(text_of(r->input, "verdict"), verdicts[outcome]))
        wrong(r, 0, "verdict %s does not go with exit %d", text_of(r->input, "verdict"), outcome);
    json_array_foreach(findings, i, finding) {
        check_finding(r, finding);
        if (before != NULL && order(before, finding) > 0)
            wrong(r, 0, "findings are not sorted: %s after %s", text_of(finding, "rule"), text_of(before, "rule"));
        before = finding;
        for (size_t k = 0; k < 3; k++)
            found[k] += json_object_get(finding, "ignored") == NULL && same(text_of(finding, "severity"), severities[k]);
    }
    for (size_t k = 0; k < 3; k++)
        if (json_integer_value(json_object_get(json_object_get(r->report, "summary"), sums[k])) != found[k])
            wrong(r, 0, "the summary's %s are not the %" JSON_INTEGER_FORMAT " that were found", sums[k], found[k]);
}

static void check_text(run *r, const a3_buf *text)
{
    const char *verdict = text_of(r->input, "verdict");
    for (size_t i = 0; i < text->size; i++)
        if ((unsigned char)text->data[i] < 0x20 && text->data[i] != '\n') {
            wrong(r, 0, "the text report holds byte 0x%02x", (unsigned char)text->data[i]);
            return;
        }
    if (verdict != NULL && strstr(a3_buf_text(text), verdict) == NULL)
        wrong(r, 0, "the text report does not say %s", verdict);
}

/* -- what the case expects -- */

static bool has_evidence(const json_t *finding, const char *pattern)
{
    size_t i;
    const json_t *piece;
    json_array_foreach(json_object_get(finding, "evidence"), i, piece)
        if (fits(pattern, json_string_value(piece)))
            return true;
    return false;
}

static bool matches(const json_t *finding, const case_finding *expected)
{
    return same(text_of(finding, "rule"), expected->rule) && same(text_of(finding, "severity"), expected->severity) &&
           same(text_of(finding, "member"), expected->member) && same(text_of(finding, "slice"), expected->slice) &&
           (expected->message == NULL || fits(expected->message, text_of(finding, "message")));
}

static void check_details(run *r, const json_t *finding, const case_finding *expected)
{
    for (size_t i = 0; i < expected->details.count; i++) {
        const case_line *line = &expected->details.items[i];
        if (strcmp(line->key, "evidence") == 0 && !has_evidence(finding, line->value))
            wrong(r, line->number, "no such evidence: %s", line->value);
        else if (strcmp(line->key, "fix") == 0 && !fits(line->value, text_of(finding, "fix")))
            wrong(r, line->number, "the fix is: %s", text_of(finding, "fix"));
        else if (strcmp(line->key, "evidence-total") == 0 &&
                 json_integer_value(json_object_get(finding, "evidence_total")) != strtoll(line->value, NULL, 10))
            wrong(r, line->number, "evidence_total is %" JSON_INTEGER_FORMAT,
                  json_integer_value(json_object_get(finding, "evidence_total")));
    }
}

static void show_finding(run *r, const json_t *finding)
{
    size_t i;
    const json_t *piece;
    const char *member = text_of(finding, "member"), *slice = text_of(finding, "slice");
    a3_buf_printf(&r->log, "# found: %s %s %s%s%s%s \"%s\"\n", text_of(finding, "severity"), text_of(finding, "rule"),
                  member ? member : "-", slice ? "(" : "", slice ? slice : "", slice ? ")" : "", text_of(finding, "message"));
    json_array_foreach(json_object_get(finding, "evidence"), i, piece)
        a3_buf_printf(&r->log, "#        evidence: %s\n", json_string_value(piece));
}

static bool must_be_expected(const run *r, const json_t *finding)
{
    return json_object_get(finding, "ignored") == NULL && (r->test->all_notes || !same(text_of(finding, "severity"), "note"));
}

static void check_findings(run *r)
{
    const json_t *findings = json_object_get(r->input, "findings"), *finding;
    size_t count = json_array_size(findings), i;
    bool *taken = case_need(A3_NEW_ARRAY(r->arena, bool, count + 1));
    for (size_t e = 0; e < r->test->expected.count; e++) {
        const case_finding *expected = &r->test->expected.items[e];
        for (i = 0; i < count && (taken[i] || !matches(json_array_get(findings, i), expected)); i++)
            continue;
        if (i == count) {
            wrong(r, expected->number, "not found: %s %s", expected->severity, expected->rule);
            continue;
        }
        taken[i] = true;
        check_details(r, json_array_get(findings, i), expected);
    }
    json_array_foreach(findings, i, finding) {
        if (!taken[i] && must_be_expected(r, finding))
            wrong(r, 0, "not expected: %s %s", text_of(finding, "severity"), text_of(finding, "rule"));
        for (size_t k = 0; k < r->test->absent.count; k++)
            if (same(text_of(finding, "rule"), r->test->absent.items[k]))
                wrong(r, 0, "must not be found: %s", r->test->absent.items[k]);
    }
    for (i = 0; r->log.size > 0 && i < count; i++)
        show_finding(r, json_array_get(findings, i));
}

/* "verified", "3.15", "STABLE,GIL", "true", "12", "null". */
static const char *plain(run *r, const json_t *value)
{
    a3_buf out = A3_BUF_INIT;
    size_t i;
    const json_t *item;
    if (json_is_string(value))
        a3_buf_str(&out, json_string_value(value));
    else if (json_is_integer(value))
        a3_buf_printf(&out, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    else if (json_is_array(value))
        json_array_foreach(value, i, item)
            a3_buf_printf(&out, "%s%s", i ? "," : "", plain(r, item));
    else
        a3_buf_str(&out, json_is_true(value) ? "true" : json_is_false(value) ? "false" : json_is_null(value) ? "null" : "?");
    const char *text = case_need(a3_strdup(r->arena, a3_buf_text(&out)));
    a3_buf_free(&out);
    return text;
}

/* image: MEMBER[(SLICE)] KEY=VALUE...; a key may lead into an object: abi_info.flags */
static void check_image(run *r, const case_line *line)
{
    const char *at = line->value, *wanted = case_word(&at, r->arena);
    const json_t *image = NULL, *candidate;
    size_t i;
    json_array_foreach(json_object_get(r->input, "images"), i, candidate) {
        const char *member = text_of(candidate, "member"), *slice = text_of(candidate, "slice");
        const char *name = slice ? case_need(a3_printf(r->arena, "%s(%s)", member, slice)) : member;
        if (same(name, wanted))
            image = candidate;
    }
    if (image == NULL)
        wrong(r, line->number, "no image %s", wanted ? wanted : "");
    for (char *word; image != NULL && (word = case_word(&at, r->arena)) != NULL;) {
        char *equals = strchr(word, '=');
        if (equals == NULL) {
            wrong(r, line->number, "image: MEMBER KEY=VALUE...");
            break;
        }
        *equals = '\0';
        char *dot = strchr(word, '.');
        if (dot != NULL)
            *dot = '\0';
        const json_t *value = json_object_get(image, word);
        if (dot != NULL)
            value = json_object_get(value, dot + 1);
        if (!same(plain(r, value), equals + 1))
            wrong(r, line->number, "%s%s%s is %s", word, dot ? "." : "", dot ? dot + 1 : "", plain(r, value));
    }
}

static int expected_exit(const run *r)
{
    int exit = 0;
    for (size_t i = 0; i < r->test->expected.count; i++) {
        const char *severity = r->test->expected.items[i].severity;
        if (strcmp(severity, "error") == 0 || (r->strict && strcmp(severity, "warning") == 0))
            exit = 1;
    }
    return r->test->exit >= 0 ? r->test->exit : exit;
}

/* -- one case -- */

static void keep(const char *folder, const a3_buf *json, a3_arena *arena)
{
    const char *path = case_need(a3_printf(arena, "%s/report.json", folder));
    FILE *file = fopen(path, "w");
    if (file == NULL || fwrite(json->data, 1, json->size, file) != json->size || fclose(file) != 0)
        perror(path);
}

static void run_case(run *r, const char *folder, const char *testdata, bool keep_report)
{
    a3_buf json = A3_BUF_INIT, again = A3_BUF_INIT, text = A3_BUF_INIT;
    FILE *log = tmpfile();
    const char *path = case_write(r->test, folder, testdata, r->arena, case_need(log));
    char line[1024];
    rewind(log);
    while (fgets(line, sizeof line, log) != NULL)
        a3_buf_str(&r->log, line);
    fclose(log);
    if (path == NULL)
        goto out;
    abi3t_outcome outcome = audit(r, path, "1", &json, &text);
    audit(r, path, "3", &again, &text);
    r->report = json_loadb(a3_buf_text(&json), json.size, 0, NULL);
    r->input = json_array_get(json_object_get(r->report, "inputs"), 0);
    if (r->input == NULL || json_array_size(json_object_get(r->report, "inputs")) != 1) {
        wrong(r, 0, "the report is no JSON, or not of one input: %.200s", a3_buf_text(&json));
        goto out;
    }
    if (json.size != again.size || memcmp(json.data, again.data, json.size) != 0)
        wrong(r, 0, "three threads do not say what one says");
    check_report(r, path, outcome);
    check_text(r, &text);
    for (size_t i = 0; i < r->test->images.count; i++)
        check_image(r, &r->test->images.items[i]);
    if ((int)outcome != expected_exit(r))
        wrong(r, 0, "exit %d, not %d", outcome, expected_exit(r));
    check_findings(r);
    if (keep_report)
        keep(folder, &json, r->arena);
out:
    json_decref(r->report);
    a3_buf_free(&json);
    a3_buf_free(&again);
    a3_buf_free(&text);
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
    (void)st, (void)type, (void)at;
    return remove(path);
}

static const char *environment(const char *name, const char *otherwise)
{
    const char *value = getenv(name);
    return value && *value ? value : otherwise;
}

int main(int argc, char **argv)
{
    const char *top = environment("A3_TOP", "."), *kept = NULL;
    a3_arena arena;
    a3_arena_init(&arena, (size_t)1 << 30);
    const char *testdata = environment("A3_TESTDATA", case_need(a3_printf(&arena, "%s/testdata", top)));
    case_tests tests = {NULL, 0, 0};
    glob_t found = {0};
    if (argc > 2 && strcmp(argv[1], "-k") == 0) {
        kept = argv[2];
        argc -= 2;
        argv += 2;
    }
    if (argc < 2 && glob(case_need(a3_printf(&arena, "%s/tests/cases/*.case", top)), 0, NULL, &found) != 0) {
        fprintf(stderr, "%s/tests/cases holds no cases\n", top);
        return 99;
    }
    size_t files = argc < 2 ? found.gl_pathc : (size_t)argc - 1;
    for (size_t i = 0; i < files; i++)
        if (!cases_parse(argc < 2 ? found.gl_pathv[i] : argv[i + 1], &arena, &tests))
            return 99;
    char *temporary = case_need(a3_printf(&arena, "%s/run_cases.XXXXXX", environment("TMPDIR", "/tmp")));
    if (kept == NULL && mkdtemp(temporary) == NULL) {
        perror(temporary);
        return 99;
    }
    size_t failed = 0;
    for (size_t i = 0; i < tests.count; i++) {
        run r = {.test = &tests.items[i], .arena = &arena, .log = A3_BUF_INIT};
        const char *folder = case_need(a3_printf(&arena, "%s/%zu", kept ? kept : temporary, i + 1));
        if (mkdir(folder, 0777) != 0 && errno != EEXIST)
            wrong(&r, 0, "%s: %s", folder, strerror(errno));
        run_case(&r, folder, testdata, kept != NULL);
        bool ok = r.log.size == 0;
        failed += !ok;
        const char *file = strrchr(r.test->file, '/');
        printf("%s%s %zu - %s:%u %s\n", a3_buf_text(&r.log), ok ? "ok" : "not ok", i + 1, file ? file + 1 : r.test->file,
               r.test->number, r.test->title);
        a3_buf_free(&r.log);
    }
    printf("1..%zu\n", tests.count);
    if (kept == NULL)
        nftw(temporary, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    if (argc < 2)
        globfree(&found);
    a3_arena_free(&arena);
    return failed > 0 || tests.count == 0;
}

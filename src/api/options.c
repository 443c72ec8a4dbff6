/* SPDX-License-Identifier: MIT */
#include "api/options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "abi/platform.h"
#include "abi/stable.h"
#include "api/run.h"
#include "report/readiness.h"

static const abi3t_option table[] = {
#define A3_OPTION(name, letter, argument, commands, help) {name, letter, argument, commands, help},
#include "api/options.def"
#undef A3_OPTION
};

const abi3t_option *abi3t_option_list(size_t *count)
{
    *count = sizeof table / sizeof *table;
    return table;
}

const char *abi3t_version(void) { return PACKAGE_VERSION; }
const char *abi3t_stable_abi_version(void) { return a3_abi_data_version(); }

/* Seconds since 1970 as DOS date and time, which begin in 1980 and end in 2107. */
static uint32_t dos_time(uint64_t seconds)
{
    enum { YEAR_1980 = 315532800 };
    if (seconds < YEAR_1980)
        seconds = YEAR_1980;
    uint64_t days = seconds / 86400, rest = seconds % 86400;
    /* civil date from a day count: eras of 400 years that begin in March */
    uint64_t shifted = days + 719468, era = shifted / 146097, doe = shifted % 146097;
    uint64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365, doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
    unsigned day = (unsigned)(doy - (153 * mp + 2) / 5 + 1), month = (unsigned)(mp < 10 ? mp + 3 : mp - 9);
    uint64_t year = yoe + era * 400 + (month <= 2);
    if (year > 2107)
        return (uint32_t)(127u << 25 | 12u << 21 | 31u << 16);
    return (uint32_t)((year - 1980) << 25 | month << 21 | day << 16 | (rest / 3600) << 11 | (rest / 60 % 60) << 5 | (rest % 60) / 2);
}

abi3t_options *abi3t_options_new(void)
{
    abi3t_options *options = calloc(1, sizeof *options);
    if (options == NULL)
        return NULL;
    enum { OPTIONS_CAP = 16 << 20 }; /* lists of rules and paths: far more than anybody writes */
    a3_arena_init(&options->arena, OPTIONS_CAP);
    options->gather.limits = A3_LIMITS_DEFAULT;
    options->judge.index = true;
    options->repair.request.dos_time = dos_time(0);
    return options;
}

void abi3t_options_free(abi3t_options *options)
{
    if (options == NULL)
        return;
    a3_arena_free(&options->arena);
    free(options);
}

bool a3_parse_size(const char *text, uint64_t *out)
{
    uint64_t value = 0;
    const char *at = text;
    for (; *at >= '0' && *at <= '9'; at++) {
        if (value > (UINT64_MAX - 9) / 10)
            return false;
        value = value * 10 + (uint64_t)(*at - '0');
    }
    if (at == text)
        return false;
    unsigned shift = 0;
    if (*at == 'K' || *at == 'k')
        shift = 10;
    else if (*at == 'M' || *at == 'm')
        shift = 20;
    else if (*at == 'G' || *at == 'g')
        shift = 30;
    if (at[shift != 0] != '\0' || value > UINT64_MAX >> shift)
        return false;
    *out = value << shift;
    return true;
}

static abi3t_outcome bad_rules(abi3t_message *why, const char *name, const char *pattern)
{
    return a3_usage(why, "--%s: no rule is called \"%s\" (see `abi3t-audit rules`)", name, pattern);
}

/* "A1,T101=GLOB": calls for each piece; a piece is cut at its '='. */
static abi3t_outcome rule_list(abi3t_options *options, const char *name, const char *value, a3_severity severity, abi3t_message *why)
{
    char *list = a3_strdup(&options->arena, value);
    for (char *piece = list, *next; piece != NULL && piece[0] != '\0'; piece = next) {
        next = strchr(piece, ',');
        if (next != NULL)
            *next++ = '\0';
        char *path = strchr(piece, '=');
        if (path != NULL)
            *path++ = '\0';
        if (!a3_rule_pattern_known(piece))
            return bad_rules(why, name, piece);
        a3_rule_setting *slot = A3_PUSH(&options->arena, &options->judge.config.settings);
        if (slot != NULL)
            *slot = (a3_rule_setting){.pattern = piece, .path = path, .severity = severity};
    }
    return ABI3T_CLEAN;
}

bool a3_severity_option(const char *name, a3_severity *out)
{
    static const struct { const char *name; a3_severity severity; } all[] = {
        {"ignore", A3_SEVERITY_OFF}, {"error", A3_SEVERITY_ERROR}, {"warn", A3_SEVERITY_WARNING}, {"note", A3_SEVERITY_NOTE}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (strcmp(all[i].name, name) == 0) {
            *out = all[i].severity;
            return true;
        }
    return false;
}

static abi3t_outcome select_rules(abi3t_options *options, const char *value, abi3t_message *why)
{
    if (options->select_is_default)
        options->judge.config.select.count = 0;
    options->select_is_default = false;
    char *list = a3_strdup(&options->arena, value);
    for (char *piece = list, *next; piece != NULL && piece[0] != '\0'; piece = next) {
        next = strchr(piece, ',');
        if (next != NULL)
            *next++ = '\0';
        if (!a3_rule_pattern_known(piece))
            return bad_rules(why, "select", piece);
        const char **slot = A3_PUSH(&options->arena, &options->judge.config.select);
        if (slot != NULL)
            *slot = piece;
    }
    return ABI3T_CLEAN;
}

static abi3t_outcome set_limit(abi3t_options *options, const char *value, abi3t_message *why)
{
    static const struct { const char *name; size_t offset; } limits[] = {
        {"members", offsetof(a3_limits, members)}, {"member-size", offsetof(a3_limits, member_size)},
        {"total-size", offsetof(a3_limits, total_size)}, {"ratio", offsetof(a3_limits, ratio)},
        {"symbols", offsetof(a3_limits, symbols)}, {"load-commands", offsetof(a3_limits, load_commands)},
        {"slices", offsetof(a3_limits, slices)}, {"nesting", offsetof(a3_limits, nesting)}, {"arena", offsetof(a3_limits, arena)}};
    const char *equals = strchr(value, '=');
    for (size_t i = 0; equals != NULL && i < sizeof limits / sizeof *limits; i++) {
        if (strlen(limits[i].name) != (size_t)(equals - value) || strncmp(limits[i].name, value, (size_t)(equals - value)) != 0)
            continue;
        uint64_t number;
        if (!a3_parse_size(equals + 1, &number) || number == 0)
            return a3_usage(why, "--limit: \"%s\" is no number above 0 (K, M and G may stand behind)", equals + 1);
        memcpy((char *)&options->gather.limits + limits[i].offset, &number, sizeof number);
        return ABI3T_CLEAN;
    }
    return a3_usage(why, "--limit: \"%s\" names no limit (NAME=N with members, member-size, total-size, ratio, symbols, load-commands, slices, nesting, arena)", value);
}

/* "3.9" */
static bool parse_python(const char *text, a3_version *out)
{
    unsigned major = 0, minor = 0;
    char rest;
    if (strlen(text) > 6 || sscanf(text, "%1u.%3u%c", &major, &minor, &rest) != 2 || major != 3 || minor > 255)
        return false;
    *out = A3_VERSION(major, minor);
    return true;
}

static abi3t_outcome set_claim(abi3t_options *options, const char *value, abi3t_message *why)
{
    a3_err err = A3_ERR_INIT;
    a3_tag_sets tags = {0};
    if (a3_claim_parse(&options->arena, value, &tags, &err) != A3_OK)
        return a3_usage(why, "--claim: %s", err.message);
    options->claim = tags;
    options->gather.claim = &options->claim;
    return ABI3T_CLEAN;
}

/* "3.15t", of the interpreters that the model knows */
static abi3t_outcome set_free_threaded(abi3t_options *options, const char *value, abi3t_message *why)
{
    for (size_t i = 0; i < a3_interp_count(); i++)
        if (a3_interp_at(i)->free_threaded && strcmp(a3_interp_at(i)->name, value) == 0) {
            options->ready_python = a3_interp_at(i)->version;
            return ABI3T_CLEAN;
        }
    return a3_usage(why, "--python: \"%s\" is no free-threaded interpreter like 3.15t", value);
}

static abi3t_outcome set_number(const char *name, const char *value, uint64_t most, uint64_t *out, abi3t_message *why)
{
    if (!a3_parse_size(value, out) || *out == 0 || *out > most)
        return a3_usage(why, "--%s: \"%s\" is no number between 1 and %llu", name, value, (unsigned long long)most);
    return ABI3T_CLEAN;
}

/* Options of repair and retag; false: none of them. */
static bool set_repair(abi3t_options *options, const char *name, const char *value)
{
    a3_repair_options *r = &options->repair;
    const struct { const char *name; const char **text; bool *flag; } all[] = {
        {"wheel-dir", &r->wheel_dir, NULL}, {"plat", &r->request.plat, NULL}, {"python-tag", &r->request.python, NULL}, {"abi-tag", &r->request.abi, NULL},
        {"abi", &r->request.abi, NULL}, {"platform-tag", &r->request.platform, NULL}, {"platform", &r->request.platform, NULL}, {"build", &r->request.build, NULL},
        {"in-place", NULL, &r->in_place}, {"only-plat", NULL, &r->request.only_plat}, {"dry-run", NULL, &r->dry_run}, {"clobber", NULL, &r->clobber},
        {"force", NULL, &r->force}, {"remove", NULL, &r->remove}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (strcmp(all[i].name, name) != 0)
            continue;
        if (all[i].flag != NULL)
            *all[i].flag = true;
        else
            *all[i].text = a3_strdup(&options->arena, value);
        return true;
    }
    return false;
}

static abi3t_outcome set(abi3t_options *options, const char *name, const char *value, abi3t_message *why)
{
    uint64_t number = 0;
    abi3t_outcome outcome = ABI3T_CLEAN;
    if (strcmp(name, "platform") == 0 && value == NULL) {
        options->show_platform = true;
        return ABI3T_CLEAN;
    }
    if (strcmp(name, "plat") == 0 && strcmp(value, "auto") != 0 && a3_platform_parse(value).family == A3_PLATFORM_UNKNOWN)
        return a3_usage(why, "--plat: \"%s\" is no platform tag", value);
    if (set_repair(options, name, value))
        return ABI3T_CLEAN;
    if (strcmp(name, "claim") == 0)
        return set_claim(options, value, why);
    if (strcmp(name, "min-python") == 0)
        return parse_python(value, &options->gather.min_python) ? ABI3T_CLEAN : a3_usage(why, "--min-python: \"%s\" is no version like 3.9", value);
    if (strcmp(name, "select") == 0)
        return select_rules(options, value, why);
    a3_severity severity;
    if (a3_severity_option(name, &severity))
        return rule_list(options, name, value, severity, why);
    if (strcmp(name, "limit") == 0)
        return set_limit(options, value, why);
    if (strcmp(name, "python") == 0)
        return set_free_threaded(options, value, why);
    if (strcmp(name, "fail-on") == 0) {
        options->ready_fail_on = strcmp(value, "gil") == 0 ? A3_TURNS_GIL_ON : strcmp(value, "undecided") == 0 ? A3_NOT_DECIDED : 0;
        return options->ready_fail_on ? ABI3T_CLEAN : a3_usage(why, "--fail-on takes gil or undecided, not \"%s\"", value);
    }
    if (strcmp(name, "baseline") == 0)
        options->ready_baseline = a3_strdup(&options->arena, value);
    if (strcmp(name, "index") == 0) {
        options->judge.index = strcmp(value, "pypi") == 0;
        return options->judge.index || strcmp(value, "none") == 0 ? ABI3T_CLEAN : a3_usage(why, "--index takes pypi or none, not \"%s\"", value);
    }
    if (strcmp(name, "evidence") == 0 && (outcome = set_number(name, value, 1000000, &number, why)) == ABI3T_CLEAN)
        options->judge.config.evidence_limit = (size_t)number;
    else if (strcmp(name, "jobs") == 0 && (outcome = set_number(name, value, 1024, &number, why)) == ABI3T_CLEAN)
        options->jobs = (unsigned)number;
    else if (strcmp(name, "max-memory") == 0 && (outcome = set_number(name, value, UINT64_C(1) << 50, &number, why)) == ABI3T_CLEAN)
        options->gather.limits.memory = number;
    else if (strcmp(name, "source-date-epoch") == 0) {
        if (!a3_parse_size(value, &number) || number > UINT64_C(1) << 40)
            return a3_usage(why, "--source-date-epoch: \"%s\" is no number of seconds since 1970", value);
        options->repair.request.dos_time = dos_time(number);
    } else if (strcmp(name, "strict") == 0 || strcmp(name, "no-strict") == 0)
        options->strict = name[0] == 's';
    else if (strcmp(name, "quiet") == 0)
        options->quiet = true;
    else if (strcmp(name, "verbose") == 0)
        options->verbose = true;
    return outcome;
}

abi3t_outcome abi3t_options_set(abi3t_options *options, const char *name, const char *value, abi3t_message *why)
{
    const abi3t_option *known = NULL; /* a name may stand twice, with a value and without, for different commands */
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (strcmp(table[i].name, name) == 0 && strchr(table[i].commands, '.') == NULL &&
            (known == NULL || (table[i].argument != NULL) == (value != NULL)))
            known = &table[i];
    if (known == NULL)
        return a3_usage(why, "there is no option \"%s\"", name);
    if ((known->argument != NULL) != (value != NULL))
        return a3_usage(why, known->argument ? "--%s needs a value" : "--%s takes no value", name);
    abi3t_outcome outcome = set(options, name, value, why);
    if (outcome == ABI3T_CLEAN && options->arena.failed) {
        if (why != NULL)
            snprintf(why->text, sizeof why->text, "out of memory");
        return ABI3T_FAILED;
    }
    return outcome;
}

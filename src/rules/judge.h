/* SPDX-License-Identifier: MIT */
/* The passes over facts. Each family is one function; none prints, none stops another. */
#ifndef A3_RULES_JUDGE_H
#define A3_RULES_JUDGE_H

#include <stdbool.h>

#include "facts/facts.h"
#include "facts/needs.h"
#include "facts/set.h"
#include "rules/findings.h"

typedef struct a3_judge {
    a3_rule_config config;
    bool index; /* judge as the package index would */
} a3_judge;

/* What one run of the passes shares. */
typedef struct a3_pass {
    const a3_subject *subject;
    const a3_judge *judge;
    a3_findings *out;
    const char *const *wheel_names; /* Python-like names that objects of the input define, sorted */
    size_t wheel_name_count;
    a3_best_platform best; /* ask a3_pass_best */
    bool best_known, best_fits;
} a3_pass;

/* All families on one subject; findings come out sorted. `out` must have arena, config and path set. A3_NOMEM alone fails. */
a3_status a3_judge_subject(const a3_subject *subject, const a3_judge *judge, a3_findings *out, a3_err *err);

/* S: a release set as a whole; the same demands on `out`. */
void a3_judge_set(const a3_set *set, a3_findings *out);

/* -- the families; private to the room -- */
void a3_pass_input(a3_pass *pass);     /* what kept the input or a file from being read */
void a3_pass_imports(a3_pass *pass);   /* A1 */
void a3_pass_libraries(a3_pass *pass); /* A107, A108, A109 */
void a3_pass_entry(a3_pass *pass);     /* A2 */
void a3_pass_slots(a3_pass *pass);     /* A3 */
void a3_pass_types(a3_pass *pass);     /* A4 */
void a3_pass_tags(a3_pass *pass);      /* T1, T3 */
void a3_pass_suffixes(a3_pass *pass);  /* T2 */
void a3_pass_objects(a3_pass *pass);   /* P101, P115 to P117, P119 */
void a3_pass_platform(a3_pass *pass);  /* the rest of P */
void a3_pass_container(a3_pass *pass); /* Z */
void a3_pass_record(a3_pass *pass);    /* R1 */
void a3_pass_metadata(a3_pass *pass);  /* R2 */
void a3_pass_index(a3_pass *pass);     /* U */

/* Calls `each` for every object that could be opened, in order. */
typedef void a3_object_fn(a3_pass *pass, const a3_object *object);
void a3_each_object(a3_pass *pass, a3_object_fn *each);

/* The platform tag that the binaries allow: found once, when a rule first asks. */
const a3_best_platform *a3_pass_best(a3_pass *pass);
/* Sets the finding's hint: the tag that would be true of the binaries, where it is not what the input claims already, "or"
 * `otherwise` (a clause without a full stop). Where none can be told or the claim is true of the rest, `otherwise` alone. */
void a3_fix_tag(a3_pass *pass, a3_finding *finding, const char *otherwise);

/* Some object of the input defines this name. */
bool a3_pass_defines(const a3_pass *pass, const char *name);
/* Something loads this file by its name: an import statement, or another object of the input that needs it. */
bool a3_loaded_by_name(const a3_pass *pass, const a3_file *file);
/* How much it matters that this object cannot be loaded: an error where something loads it by name or installers put it on the
 * path; else a warning (plugins, files to be copied to a device), for programs a note (launchers for other systems). */
a3_severity a3_unloadable(const a3_pass *pass, const a3_object *object);

#endif

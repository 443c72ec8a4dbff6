/* SPDX-License-Identifier: MIT */
/* The options of a call, checked and in the form that the rooms take. */
#ifndef A3_API_OPTIONS_H
#define A3_API_OPTIONS_H

#include <stdbool.h>

#include "abi3t.h"
#include "facts/facts.h"
#include "repair/plan.h"
#include "rules/findings.h"
#include "rules/judge.h"

/* Of repair and retag. */
typedef struct a3_repair_options {
    a3_repair_request request;
    const char *wheel_dir; /* NULL: wheelhouse (repair), beside the input (retag) */
    bool in_place, dry_run, clobber, force, remove;
} a3_repair_options;

struct abi3t_options {
    a3_arena arena; /* of everything below */
    a3_gather gather;
    a3_judge judge;
    a3_tag_sets claim;
    a3_repair_options repair;
    unsigned jobs; /* 0: as many as there are processors */
    a3_version ready_python;    /* readiness --python; 0: chosen by the inputs */
    int ready_fail_on;          /* readiness --fail-on: an a3_readiness, 0: none */
    const char *ready_baseline; /* readiness --baseline, or NULL */
    bool strict, quiet, verbose, show_platform;
    bool select_is_default; /* judge.config.select is the configuration's: one that is set replaces it */
};

/* "32", "4K", "1G": a number of bytes or things; false for anything else. */
bool a3_parse_size(const char *text, uint64_t *out);

/* The severity that this option gives rules, if it is one of those. */
bool a3_severity_option(const char *name, a3_severity *out);

#endif

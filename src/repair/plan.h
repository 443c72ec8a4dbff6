/* SPDX-License-Identifier: MIT */
/* What can be put right, as data: the new name, the new tags, what every member is called, which are written anew, and the steps
 * in words. A plan is made from facts alone and changes nothing; binaries are never edited. */
#ifndef A3_REPAIR_PLAN_H
#define A3_REPAIR_PLAN_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "facts/facts.h"

/* What the caller asks for. Texts are borrowed; NULL: not asked. */
typedef struct a3_repair_request {
    bool retag;                                   /* set the tags below; else: put right what is wrong */
    const char *python, *abi, *platform, *build;  /* retag: "cp315", "+abi3t", "-abi3" */
    const char *plat;                             /* repair: "auto", or a tag */
    bool only_plat;                               /* repair: no other spelling beside the platform tag */
    uint32_t dos_time;                            /* date << 16 | time of rewritten members */
} a3_repair_request;

/* One member of the new wheel. */
typedef struct a3_entry_plan {
    const char *name;
    const a3_member *member; /* copied from: packed data as it is, unless `content` is set */
    const a3_file *file;     /* the facts of that member; NULL for a new one */
    a3_span content;         /* with `fresh`: the new bytes */
    bool fresh;
} a3_entry_plan;

typedef struct a3_plan {
    const a3_subject *subject;
    const a3_repair_request *request;
    a3_arena *arena;
    a3_tag_sets tags;       /* of the new wheel, normalised */
    const char *build;      /* NULL: none */
    const char *name, *version; /* as they stand in the new file name */
    const char *file_name;
    const char *dist_info;  /* folder of the new wheel */
    a3_claim claim;         /* of the new tags */
    bool same_content;      /* nothing but the file name changes: the bytes are copied as they are */
    bool new_wheel, new_record; /* WHEEL, RECORD get a new text; else they are copied like every member */
    A3_LIST(a3_entry_plan) entries; /* in the order of the new archive: .dist-info last, RECORD last of all */
    a3_strings steps;       /* what is done, one line each; empty: nothing is wrong that could be put right */
    a3_strings refusals;    /* what cannot be put right, and what to do instead; not empty: no wheel is written */
    a3_strings warnings;
} a3_plan;

/* Are the tags and the build tag of a retag any, whatever the wheel? A3_INVALID: no, the message names the option. */
a3_status a3_repair_request_check(const a3_repair_request *request, a3_err *err);
/* `subject` must be gathered and finished, and readable. A3_NOMEM; A3_INVALID: as a3_repair_request_check. */
a3_status a3_plan_make(a3_plan *plan, const a3_subject *subject, const a3_repair_request *request, a3_arena *arena, a3_err *err);
/* Fills the content of WHEEL and RECORD. Hashes that RECORD did not have, or had wrongly, are computed (`reader`); a retag, which was not asked to
 * put RECORD right, leaves the rows of changed files as they are: they go on saying that something is wrong. */
a3_status a3_plan_complete(a3_plan *plan, a3_reader *reader, a3_err *err);

/* -- private to the room -- */
void a3_plan_step(a3_plan *plan, const char *format, ...) __attribute__((format(printf, 2, 3)));
void a3_plan_refuse(a3_plan *plan, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Decides tags, build tag, name, version and file name. */
a3_status a3_plan_tags(a3_plan *plan, a3_err *err);
/* The new text of WHEEL. */
a3_status a3_plan_wheel_text(const a3_plan *plan, a3_span old, a3_buf *out, a3_err *err);

#endif

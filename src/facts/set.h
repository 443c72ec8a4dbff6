/* SPDX-License-Identifier: MIT */
/* Facts of a release set: the wheels and sdists of one version of one project, and what each interpreter on each platform
 * gets from them. A set copies what it needs out of subjects, which may be freed afterwards. */
#ifndef A3_FACTS_SET_H
#define A3_FACTS_SET_H

#include "facts/facts.h"

typedef struct a3_set_text {
    const char *name, *value;
} a3_set_text;
typedef A3_LIST(a3_set_text) a3_set_texts;
/* A field of METADATA; `key` is the same for values that mean the same. */
typedef struct a3_set_field {
    const char *name, *value, *key;
} a3_set_field;
typedef A3_LIST(a3_set_field) a3_set_fields;

/* ---- one import, statically ---- */

typedef enum a3_load_state {
    A3_LOAD_OK,      /* as far as files, hooks, slots and Python's symbols tell, it imports */
    A3_LOAD_UNKNOWN, /* something could not be determined */
    A3_LOAD_FAILS
} a3_load_state;

enum { A3_LOAD_REASONS = 8 };
/* The extensions of one input on one interpreter of one machine. */
typedef struct a3_loading {
    a3_load_state state;     /* the worst of all modules */
    size_t modules, failing, unknown;
    a3_set_texts reasons;    /* module "pkg/_x" and why, of the worst state; the first A3_LOAD_REASONS */
} a3_loading;

/* The object that the interpreter imports for the group there: by suffix, and in a fat file by architecture; NULL: none.
 * `target` NULL: the machine that each object is made for. */
const a3_object *a3_group_object(const a3_module_group *group, const a3_interp *interp, const a3_target *target);
/* Interpreters (of the model) that refuse the object, each with its reason; `unknown`: those where that could not be told. */
typedef struct a3_refusal {
    a3_interp_set refused, unknown;
    const char *reasons[64]; /* by index of the interpreter; NULL: loads */
} a3_refusal;
/* Texts go into `arena`. Linear in the object's imports. */
void a3_object_refusal(const a3_subject *subject, const a3_object *object, a3_arena *arena, a3_refusal *out);

/* ---- sets ---- */

/* A machine as installers tell machines apart, at its newest system. */
typedef struct a3_column {
    a3_os os;
    a3_arch arch;
    a3_libc libc;            /* Linux */
    bool soft_float;
    const char *tag;         /* installers there take this platform tag alone (Emscripten, FreeBSD, what the model does not know); else NULL */
    const char *label;       /* "Linux x86_64, glibc" */
    const char *group, *machine; /* the label in two parts: "Linux, glibc", "x86_64". Columns of one group stand side by side */
    const char *key;         /* "linux-x86_64-glibc": for machines */
    bool usual;              /* shown even where nothing serves it */
    bool served;             /* some interpreter gets a wheel there */
} a3_column;

typedef struct a3_set_wheel {
    const char *path, *base;
    const char *name, *version, *build; /* as the file name says; build NULL if none */
    const char *short_tags;             /* what interpreters it is made for: "cp39-abi3", "cp313t" of cp313-cp313t, "py3-none"; a build number behind it */
    const char *meta_name, *meta_version, *requires_python; /* METADATA's, NULL if missing */
    a3_tag_sets tags;
    a3_platforms platforms;
    a3_interp_set installs, admits; /* by tags; by Requires-Python */
    a3_set_fields metadata;         /* the other fields, sorted by name and key; the description as a digest */
    bool has_metadata, readable;
    a3_strings modules;             /* import paths without suffix, sorted: "pkg/_x", Python and native alike */
    size_t extensions;
    a3_strings rules;               /* what the audit holds against it as an error: sorted codes, set by the caller */
    A3_LIST(a3_target) targets;     /* machines that its platform tags name; of "any" the usual ones where it holds extensions, else one without OS */
    a3_loading *loads;                 /* targets.count rows of a3_interp_count() */
    bool picked;                    /* by some cell, set by a3_set_finish */
} a3_set_wheel;
typedef A3_LIST(a3_set_wheel) a3_set_wheels;

typedef enum a3_cell_state {
    A3_CELL_OK,        /* a wheel installs and its modules import */
    A3_CELL_UNKNOWN,   /* installs, but not all of it could be followed */
    A3_CELL_FAILS,     /* installs, and an import fails */
    A3_CELL_SDIST,     /* no wheel: built from the sdist */
    A3_CELL_NONE,      /* nothing to install */
    A3_CELL_EXCLUDED,  /* Requires-Python leaves the interpreter out */
    A3_CELL_STATES
} a3_cell_state;
const char *a3_cell_state_name(a3_cell_state state); /* "imports", "undetermined", "fails", "sdist", "none", "excluded" */

/* What the systems of one machine from some version on get. */
typedef struct a3_step {
    const a3_set_wheel *wheel;
    const char *tag;            /* the platform tag by which the newest of them picks it */
    const char *needs;          /* the oldest of them: "glibc 2.17", "macOS 11.0"; NULL: they are all */
    const a3_loading *loading;
    a3_cell_state state;        /* OK, UNKNOWN or FAILS */
} a3_step;

typedef struct a3_cell {
    a3_cell_state state;        /* on the newest system */
    A3_LIST(a3_step) steps;     /* newest systems first; empty: no wheel */
    bool gap;                   /* others are served here, this one could be and is not (S101) */
    A3_LIST(const a3_set_wheel *) others; /* that fit and that no system picks, best first */
} a3_cell;
/* What the newest system gets; NULL: no wheel. */
static inline const a3_step *a3_cell_pick(const a3_cell *cell) { return cell->steps.count ? &cell->steps.items[0] : NULL; }

typedef struct a3_set {
    const char *project, *version;  /* normalised name; version as the first file name writes it */
    a3_set_wheels wheels;           /* sorted by base name */
    a3_strings sdists;              /* paths */
    A3_LIST(a3_column) columns;     /* at most 64 */
    bool more_platforms;            /* some have no column: the table is full */
    A3_LIST(const a3_interp *) rows;
    a3_cell *cells;                 /* rows.count x columns.count */
    a3_strings other_versions;      /* of the same project in this run */
} a3_set;
typedef A3_LIST(a3_set *) a3_set_list;

typedef struct a3_sets {
    a3_arena *arena;
    a3_set_list list;  /* sorted by project, version after a3_sets_finish */
} a3_sets;

/* Takes a gathered wheel into the set it belongs to; NULL: not a wheel whose name can be split, or no memory (arena->failed). */
a3_set_wheel *a3_sets_add(a3_sets *sets, const a3_subject *subject);
/* A file of the name NAME-VERSION.tar.gz (.zip, .tar.bz2, .tgz, ...): false if it is none. */
bool a3_sets_add_sdist(a3_sets *sets, const char *path);
/* Columns, rows and cells. Pointers of a3_sets_add are void afterwards. */
void a3_sets_finish(a3_sets *sets);

static inline a3_cell *a3_set_cell(const a3_set *set, size_t row, size_t column) { return &set->cells[row * set->columns.count + column]; }
/* Bit of an interpreter of the model. */
size_t a3_interp_index(const a3_interp *interp);

/* -- private to the room -- */
/* Machines that every table has a column for. */
const a3_column *a3_usual_columns(size_t *count);
void a3_set_columns(a3_set *set, a3_arena *arena);
/* A CPython for that machine exists, or has been announced: its absence from a set is worth a word. */
bool a3_column_has_interp(const a3_column *column, const a3_interp *interp);
/* An installer on the newest system there takes wheels of that platform tag. */
bool a3_column_takes(const a3_column *column, const a3_tagged_platform *tagged);
void a3_set_matrix(a3_set *set, a3_arena *arena);
void a3_set_loads(const a3_subject *subject, a3_set_wheel *wheel, a3_arena *arena);

#endif

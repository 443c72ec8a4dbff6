/* SPDX-License-Identifier: MIT */
/* libabi3t: will what a Python wheel claims come true on every interpreter that installs it?
 *
 * The library never prints, exits, reads the environment or keeps mutable globals. Every command is one call with the same
 * shape: options, subjects, writers for the report, and a place for the message when the call could not be carried out.
 * Calls with different options may run in different threads; one options object is read only while a call runs.
 *
 * Strings are UTF-8 or, for names out of files, the file's own bytes; all are NUL-terminated. */
#ifndef ABI3T_H
#define ABI3T_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define ABI3T_API __attribute__((visibility("default")))
#else
#define ABI3T_API
#endif

/* Outcome of a call, and exit status of the program. 3 wins over 1. */
typedef enum abi3t_outcome {
    ABI3T_CLEAN = 0,    /* everything was looked at, and no finding reaches the threshold */
    ABI3T_FINDINGS = 1, /* findings at or above the threshold, or a repair that was refused */
    ABI3T_USAGE = 2,    /* the call's own arguments are wrong: abi3t_message says which */
    ABI3T_FAILED = 3    /* something could not be read or audited, or an output not written */
} abi3t_outcome;

typedef struct abi3t_message {
    char text[512]; /* one line without a newline; empty where there is nothing to say */
} abi3t_message;

/* Version of the library, "0.1.0"; static text. */
ABI3T_API const char *abi3t_version(void);
/* The CPython version of the Stable ABI tables, "3.15.2"; static text. */
ABI3T_API const char *abi3t_stable_abi_version(void);

/* ---- options ---------------------------------------------------------------------------------------------------- */

typedef struct abi3t_options abi3t_options;

/* NULL: no memory. Freed by abi3t_options_free, which takes NULL. */
ABI3T_API abi3t_options *abi3t_options_new(void);
ABI3T_API void abi3t_options_free(abi3t_options *options);

/* Sets one option by the name that it has on the command line, without the dashes ("select", "claim", "min-python", "index",
 * "strict", "jobs", "limit", ...); list options add to what is there; a command takes no notice of options that it does not know.
 * `value` is copied; NULL for options without one.
 * ABI3T_CLEAN; ABI3T_USAGE: unknown name or unfit value; ABI3T_FAILED: no memory. `why` may be NULL. */
ABI3T_API abi3t_outcome abi3t_options_set(abi3t_options *options, const char *name, const char *value, abi3t_message *why);

/* Reads a configuration file's text (TOML, described by abi3t-audit.toml(5)) into the options. The library looks for no file: `name` is
 * what messages call it, and where its last component is pyproject.toml, the text's table [tool.abi3t-audit] is taken instead of the
 * text as a whole. *found (`found` may be NULL) becomes 1 where there was something to take, 0 where there is no such table. What
 * abi3t_options_set says afterwards wins over what was loaded; its "select" replaces the loaded one.
 * ABI3T_CLEAN; ABI3T_USAGE: not TOML, an unknown key, a value of a wrong kind, an unknown rule: `why` says "NAME:LINE:COLUMN: what";
 * ABI3T_FAILED: no memory. After a failure the options hold a part and should be freed. Texts are copied. */
ABI3T_API abi3t_outcome abi3t_options_load(abi3t_options *options, const char *name, const char *text, size_t size, int *found,
                                           abi3t_message *why);

/* One option of the program and the library. */
typedef struct abi3t_option {
    const char *name;     /* "min-python" */
    char letter;          /* short form, or 0 */
    const char *argument; /* what its value is called, NULL: takes none */
    const char *commands; /* letters of the commands that know it; '.': the program's own, not for abi3t_options_set; '=': a key of the
                             configuration file too */
    const char *help;
} abi3t_option;
/* All of them, in the order of --help; static. */
ABI3T_API const abi3t_option *abi3t_option_list(size_t *count);

/* ---- what a call writes ------------------------------------------------------------------------------------------- */

/* Takes `size` bytes; 0, or an errno value: the call then ends with ABI3T_FAILED. */
typedef int abi3t_write_fn(void *context, const char *data, size_t size);

/* One report: a format and where it goes. Formats of audit: "text", "json", "ndjson", "sarif", "github", "junit", "markdown"; of the other
 * commands at least "text" and "json". */
typedef struct abi3t_writer {
    const char *format;
    abi3t_write_fn *write;
    void *context;
    int color;         /* text: with terminal colours */
    void *reserved[2]; /* NULL */
} abi3t_writer;

/* What happens on the way. Every member may be NULL. Calls come from the thread that called, in a fixed order. */
typedef struct abi3t_events {
    void *context;
    /* A line for standard error: a path that does not exist, a file that could not be read. */
    void (*diagnostic)(void *context, const char *line);
    /* Called now and then: inputs finished, inputs known so far, bytes of members looked at. */
    void (*progress)(void *context, uint64_t done, uint64_t known, uint64_t bytes);
    /* The next path of a stream of subjects (used instead of `paths` where not NULL): NULL at the end. "": none for the moment; what was
     * begun is finished and reported before the next call, which may then wait for one. The text must stay until the next call. */
    const char *(*next_path)(void *context);
    void *reserved[4]; /* NULL */
} abi3t_events;

/* ---- commands ----------------------------------------------------------------------------------------------------- */

/* Every command: `paths` are the subjects (wheels, objects, directories, archives), `writers` the reports, in order; `events`
 * and `why` may be NULL. `why` is set for ABI3T_USAGE and where ABI3T_FAILED is not about a subject. */
typedef abi3t_outcome abi3t_command(const abi3t_options *options, const char *const *paths, size_t path_count,
                                    const abi3t_writer *writers, size_t writer_count, const abi3t_events *events,
                                    abi3t_message *why);

ABI3T_API abi3t_command abi3t_audit;     /* judge */
ABI3T_API abi3t_command abi3t_show;      /* say what is there, without judgement */
ABI3T_API abi3t_command abi3t_repair;    /* write corrected wheels */
ABI3T_API abi3t_command abi3t_retag;     /* set tags, and rename what follows from them */
ABI3T_API abi3t_command abi3t_matrix;    /* a release set: which interpreter on which platform installs what; formats text, markdown, html, json */
ABI3T_API abi3t_command abi3t_readiness; /* distributions and free threading, one row each; the same formats */
ABI3T_API abi3t_command abi3t_rules;     /* the catalogue; `paths` are rule ids, names or prefixes */
ABI3T_API abi3t_command abi3t_symbols;   /* what the Stable ABI says of names */

#ifdef __cplusplus
}
#endif
#endif

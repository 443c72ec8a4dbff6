/* SPDX-License-Identifier: MIT */
/* What is true of one input: its claim, its files, the native objects in them and what their code says. No opinions: the
 * rules room judges.
 *
 * A subject is gathered in three steps, so that a pool of threads can share the middle one:
 *   open    - the container and the small metadata files; settles the claim (one thread)
 *   file    - one job for each file: unpack, check, hash, read the objects (any thread, any order, one reader each)
 *   finish  - what needs all files: siblings, roles, claims of each object (one thread)
 * Facts keep no bytes of files: what they name they have copied into their arenas. */
#ifndef A3_FACTS_FACTS_H
#define A3_FACTS_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "abi/interp.h"
#include "abi/platform.h"
#include "base/arena.h"
#include "base/err.h"
#include "base/hash.h"
#include "base/limits.h"
#include "image/image.h"
#include "module/module.h"
#include "wheel/container.h"
#include "wheel/entrypoints.h"
#include "wheel/metadata.h"
#include "wheel/name.h"
#include "wheel/record.h"
#include "wheel/tags.h"
#include "wheel/wheelfile.h"

typedef enum a3_input_kind { A3_INPUT_WHEEL, A3_INPUT_OBJECT, A3_INPUT_ARCHIVE, A3_INPUT_DIRECTORY } a3_input_kind;

/* What is to be gathered. An archive is an input of its own only where it could not be read, or holds nothing that is one. */
typedef struct a3_input {
    a3_input_kind kind;
    const char *path;  /* a directory's is that of its .dist-info; "outer!inner" within an archive */
    const char *inner; /* within an archive: the name that it has there; else NULL */
    a3_mapped content; /* bytes.data not NULL: what it holds; else the file at `path` is read */
    a3_err err;        /* not A3_OK: why it cannot be audited */
} a3_input;

/* A set of interpreters of the model (abi/interp.h): bit i stands for entry i. */
typedef uint64_t a3_interp_set;

typedef enum a3_claim_source {
    A3_CLAIM_NONE,      /* nothing states a claim */
    A3_CLAIM_OPTION,    /* --claim */
    A3_CLAIM_FILE_NAME, /* a wheel's */
    A3_CLAIM_WHEEL_FILE,/* WHEEL: the file name is invalid, or there is none (a directory) */
    A3_CLAIM_OBJECT_NAME/* the suffix of a bare object */
} a3_claim_source;

/* What the tags promise. */
typedef struct a3_claim {
    a3_claim_source source;
    a3_tag_sets tags;        /* empty lists where the source is NONE */
    a3_interp_set installs;  /* interpreters of the model that install it, whatever the platform */
    bool abi3, abi3t;        /* some interpreter installs it (or would) through this ABI tag */
    bool specific;           /* some installs it through a version's own ABI tag (cp313-cp313, cp313-cp313t) */
    a3_version floor;        /* lowest version of the claim; 0: not stated */
} a3_claim;

/* Where the loader of an object finds a library that it needs, told from the files of the input alone. */
typedef enum a3_library_place {
    A3_PLACE_NOWHERE,   /* neither in the input nor looked for where another distribution may put it: the system has it or not;
                         * `entry` names a folder that is the input's own (".dylibs", "NAME.libs") and lacks it, or is NULL */
    A3_PLACE_FOUND,     /* a file of the input, where the loader looks */
    A3_PLACE_ASTRAY,    /* a file of the input has the name, and the loader looks elsewhere: code has to load it before */
    A3_PLACE_ELSEWHERE  /* not in the input; the loader looks in a folder that another distribution may fill */
} a3_library_place;
/* Who may bring it, the system left aside. */
typedef enum a3_bringer {
    A3_BROUGHT_BY_NOBODY,
    A3_BROUGHT_BY_INPUT,     /* FOUND, or ASTRAY where Python code of the input loads libraries */
    A3_BROUGHT_BY_REQUIRED,  /* a distribution that METADATA requires, whose name speaks of the library */
    A3_BROUGHT_BY_OTHERS     /* some other distribution, or the environment: nothing says which */
} a3_bringer;
typedef struct a3_library {
    a3_library_place place;
    const struct a3_file *file; /* FOUND, ASTRAY */
    const char *entry;          /* NOWHERE, ELSEWHERE: the search path, or the needed name, that leads there */
    a3_bringer bringer;
    const char *named;          /* REQUIRED, OTHERS: the distribution; OTHERS: or NULL */
} a3_library;

typedef enum a3_role { A3_ROLE_LIBRARY, A3_ROLE_EXTENSION, A3_ROLE_PROGRAM } a3_role;


/* One native object: a file, or one slice of a fat file. */
typedef struct a3_object {
    const struct a3_file *file;
    const char *slice;       /* fat file: "arm64"; else NULL */
    a3_format format;
    a3_err err;              /* not A3_OK: it could not be opened; most of the rest is empty then */
    a3_arch arch;
    a3_os os;
    a3_kind kind;
    a3_libc libc;
    uint8_t pointer_size;
    bool any_arch; /* byte code that runs on every system */
    bool flat_namespace, exec_stack, text_relocations, debug_info, soft_float, big_endian;
    const char *arch_name, *soname, *interpreter, *layout_fault;
    a3_err symbols;          /* not A3_OK: imports and exports are incomplete */
    size_t import_count, export_count; /* of the object, Python's or not */
    a3_imports python;       /* imports of names that look like CPython's, and all from Python DLLs */
    a3_imports listed;       /* imports that some policy's list of forbidden symbols names */
    a3_strings own_python;   /* exported names that look like CPython's, hooks left out */
    bool defines_runtime;    /* Py_Initialize or _PyRuntime, exported or not */
    bool cffi_on_pypy;       /* exports _cffi_pypyinit_NAME, CFFI's way into a module on PyPy */
    a3_neededs needed;
    a3_strings rpaths, runpaths;
    a3_version_needs versions;
    uint32_t elf_flags, isa_needed, min_os, sdk;
    a3_signature signature;
    a3_err signature_error;  /* why it is INVALID or UNREADABLE */
    a3_module *module;       /* NULL for what is surely no extension */

    /* set by finish */
    a3_library *libraries;   /* of each of `needed`; NULL where memory ended: ask a3_object_library (needs.h) */
    a3_role role;
    const char *module_name; /* extension: the file's name up to the first dot (of __init__: the folder's); else NULL */
    a3_claim claim;          /* the input's, less the interpreters that import a sibling instead */
    a3_interp_set importers; /* interpreters of the input's claim that import this very file */
} a3_object;
typedef A3_LIST(a3_object) a3_objects;

typedef A3_LIST(const a3_record_row *) a3_record_rows;
typedef struct a3_tagged_platform {
    const char *tag;
    a3_platform platform;
} a3_tagged_platform;
typedef A3_LIST(a3_tagged_platform) a3_platforms;

typedef enum a3_record_check { A3_RECORD_NOT_CHECKED, A3_RECORD_MATCHES, A3_RECORD_HASH_DIFFERS, A3_RECORD_SIZE_DIFFERS } a3_record_check;

/* One file of the input. Directories of a ZIP are not files. */
typedef struct a3_file {
    const char *name;          /* path within the input; for a bare object its basename */
    uint64_t size;             /* bytes, as stated by the container or the file system */
    uint64_t packed;           /* ZIP: bytes in the archive */
    const a3_member *member;   /* ZIP; else NULL */
    const char *path;          /* file system; else NULL */
    const a3_record_row *row;  /* RECORD's row for it, NULL if none */
    a3_err err;                /* not A3_OK: could not be read, wholly or rightly */
    a3_zip_code code;          /* with err, in a ZIP: which fault it is */
    a3_record_check record;    /* against row */
    const char *mark;          /* the index's words for refusing its content; NULL: none (wheel/marks.h) */
    uint8_t digest[A3_HASH_MAX];/* of the content by the row's algorithm, where record says HASH_DIFFERS */
    bool metadata_like;        /* METADATA in its path, Metadata-Version in its content: what twine looks for */
    bool named_binary;         /* .so, .so.N, .pyd, .dylib, .dll: claims to be an object */
    bool looked_at;            /* the job ran */
    bool unread;               /* with err: this machine had no memory for it, or would not let it be read; the input is not audited then */
    bool loads_libraries;      /* Python text that loads native libraries itself, or says where they are */
    a3_objects objects;        /* empty: no object by content */
    a3_arena arena;            /* of the job: objects and all that they name */
} a3_file;

/* The files that an import statement of one dotted name may find: same folder, same name up to the first dot. */
typedef struct a3_module_group {
    const char *path;          /* "pkg/_x": of the files without their suffixes */
    a3_file **files;           /* those that hold an extension, sorted by name */
    size_t count;
    a3_interp_set importers;   /* interpreters of the claim that import one of them */
    bool pure;                 /* pkg/_x.py, .pyc or pkg/_x/__init__.py stands beside: an import finds that one */
} a3_module_group;
typedef A3_LIST(a3_module_group) a3_module_groups;

/* An object under a name that others may need it by, or that it needs. */
typedef struct a3_named_object {
    const char *name; /* without folder */
    const a3_object *object;
} a3_named_object;
typedef A3_LIST(a3_named_object) a3_named_objects; /* sorted by name without case */

typedef struct a3_subject {
    a3_input_kind kind;
    const char *path;          /* as given, "outer!inner" within archives */
    const char *base;          /* basename of the path, or of the inner part */
    bool in_archive;           /* there is an inner part */
    a3_arena arena;            /* what open and finish keep */
    const struct a3_gather *how;
    a3_err err;                /* not A3_OK: the input as a whole could not be read; verdict "error" */
    bool told;                 /* the diagnostic event has been given err: it came along with the input, or is of this machine */
    a3_mapped mapped;
    a3_container container;    /* wheel: valid where has_container; faults also where opening failed */
    bool has_container;
    uint64_t size;             /* bytes of the file */
    a3_claim claim;
    a3_wheel_name name;        /* wheel: of the file name, valid or not */
    a3_faults name_faults;

    const char *dist_info;     /* "demo-1.0.dist-info": the one that the file name asks for, else the first; NULL if none */
    a3_strings dist_infos;     /* all at the top, sorted */
    bool has_wheel, has_record, has_metadata, has_entry_points; /* there, and could be read */
    a3_wheelfile wheel;
    a3_record recorded;
    a3_metadata metadata;
    a3_entrypoints entry_points;
    a3_faults wheel_faults, record_faults, metadata_faults, entry_faults;
    a3_file *files;            /* in the container's order; directories: in RECORD's */
    size_t file_count;
    a3_platforms platforms;    /* of the claim's platform tags, in order */
    a3_record_rows missing;    /* rows whose file the input does not hold */
    a3_file **by_name;         /* file_count files, sorted by name */
    a3_file **by_base;         /* the same, sorted by basename without case: how loaders name libraries */
    a3_module_groups modules;  /* sorted by path */
    size_t object_count;       /* over all files */
    a3_named_objects needers;  /* set by finish: one row for each needed library of each object */
    bool loads_libraries;      /* some file does */
    bool libraries_cut;        /* where libraries are would have cost too much to find out: what `libraries` say is not all of it */
    a3_strings required;       /* set by finish: names in Requires-Dist, those of extras too */
} a3_subject;

/* How to gather: from the options, read only. */
typedef struct a3_gather {
    a3_limits limits;
    const a3_tag_sets *claim;  /* --claim, or NULL */
    a3_version min_python;     /* --min-python, or 0 */
    bool everything;           /* read modules of every object in full, claimed or not (`show`) */
} a3_gather;

/* Takes over input->content; bytes that it borrows must outlive the subject's file jobs. A directory is the distribution whose .dist-info folder it
 * is: files from its RECORD, claim from its WHEEL. Never fails for what the input holds: subject->err says it. A3_NOMEM alone is returned, with a subject
 * that is to be freed all the same. */
a3_status a3_subject_open(a3_subject *subject, const a3_input *input, const a3_gather *how, a3_err *err);
/* The job of one file. Touches subject->files[index] alone. */
void a3_subject_file(a3_subject *subject, size_t index, a3_reader *reader);
void a3_subject_finish(a3_subject *subject);
void a3_subject_free(a3_subject *subject);

/* The file of exactly this name (the first of duplicates), or NULL. After open. */
a3_file *a3_subject_find(const a3_subject *subject, const char *name);

/* -- of claims -- */
void a3_claim_from_tags(a3_claim *claim, a3_claim_source source, const a3_tag_sets *tags);
/* Of a bare object, by its name; source NONE where the name says nothing. */
void a3_claim_from_object_name(a3_claim *claim, const char *basename, a3_version min_python, a3_arena *arena);
/* Narrows a claim to a set of interpreters. */
a3_claim a3_claim_narrow(const a3_claim *claim, a3_interp_set importers);
/* Some interpreter of this version or later is in the claim; a claim that states no floor admits all. */
bool a3_claim_admits(const a3_claim *claim, a3_version version);
/* Some interpreter below this version is in the claim. */
bool a3_claim_admits_below(const a3_claim *claim, a3_version version);
/* A free-threaded interpreter is in the claim. */
bool a3_claim_free_threaded(const a3_claim *claim);
/* abi3 or abi3t. */
static inline bool a3_claim_stable(const a3_claim *claim) { return claim->abi3 || claim->abi3t; }

/* "CPython 3.15 to 3.16, 3.15t and 3.16t": into the arena. */
const char *a3_interp_set_text(a3_interp_set set, a3_arena *arena);

/* -- of hooks -- */
/* The object's hook of that kind, named after its file (in either spelling); NULL: none. */
const a3_hook *a3_object_hook(const a3_object *object, a3_hook_kind kind);
/* The hook that CPython 3.15 calls. Where none is named after the file (A201), that of the only module the object has hooks
 * for: what else is wrong with it need not wait until the file is renamed. NULL: none. */
const a3_hook *a3_object_entry(const a3_object *object);
/* What that hook says; undetermined without one. */
a3_slots_answer a3_object_slots(const a3_object *object);

/* Named as an extension module, but without a hook and without one Python name: a library for ctypes, CFFI or a loader of its
 * own, which build tools gave a module's suffix. */
bool a3_object_only_named_module(const a3_object *object);
/* Some file of the group is more than named so. */
bool a3_group_holds_module(const a3_module_group *group);

/* -- of libraries -- */
/* The input holds a file of this name, whatever the folder; `library` may have one. */
bool a3_input_ships(const a3_subject *subject, const char *library);
/* Part of every system of that kind that a platform tag admits. */
bool a3_system_library(a3_os os, const char *name);

/* -- by name alone -- */
bool a3_is_wheel_name(const char *path);  /* .whl, whatever the case */
bool a3_is_binary_name(const char *path); /* .so, .so.N, .pyd, .dylib, .dll: claims to be a native object */

/* -- of paths in directories -- */
typedef void a3_found_fn(void *context, a3_input_kind kind, const char *path);
/* Calls `found` for every input below `path`, sorted by path: wheels, archives, .dist-info folders, and objects that no RECORD found lists. */
a3_status a3_expand_directory(const char *path, const a3_limits *limits, a3_arena *arena, a3_found_fn *found, void *context, a3_err *err);

#endif

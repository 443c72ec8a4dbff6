/* SPDX-License-Identifier: MIT */
/* What a Python extension module's own code and data say: its hooks, the slots they return, PyABIInfo, module defs, type
 * specs. Nothing is run. Three answers everywhere: verified, absent, undetermined.
 * Sources: PEP 793 (export hooks), PEP 820 (PySlot), PEP 803 (abi3t), PEP 489 (PyModuleDef.m_slots), CPython 3.15 headers. */
#ifndef A3_MODULE_MODULE_H
#define A3_MODULE_MODULE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "image/image.h"

typedef enum a3_answer { A3_ANSWER_UNDETERMINED, A3_ANSWER_VERIFIED, A3_ANSWER_ABSENT } a3_answer;
typedef enum a3_basis { A3_BASIS_NONE, A3_BASIS_CODE, A3_BASIS_DATA } a3_basis;

typedef enum a3_abi_flags { A3_ABI_STABLE = 1, A3_ABI_GIL = 2, A3_ABI_FREETHREADED = 4, A3_ABI_INTERNAL = 8 } a3_abi_flags;

/* PyABIInfo: 12 bytes. build_version and abi_version are PY_VERSION_HEX, 0 = not stated. */
typedef struct a3_abi_info {
    uint64_t address;
    uint8_t major, minor;
    uint16_t flags;
    uint32_t build_version, abi_version;
} a3_abi_info;
typedef A3_LIST(const a3_abi_info *) a3_abi_infos;

typedef enum a3_slot_layout { A3_SLOTS_NEW, A3_SLOTS_OLD } a3_slot_layout; /* PySlot | PyModuleDef_Slot */

typedef struct a3_slot {
    uint16_t id;
    uint16_t flags;        /* PySlot only */
    a3_slot_layout layout; /* of the array that it stands in */
    uint8_t depth;         /* 1: the top array */
    uint64_t address;      /* of the entry; 0 where it was built at run time outside the image */
    bool known;            /* the value is known; false: an unknown value was stored */
    bool null;             /* the value is known to be 0 */
    a3_pointer value;      /* ADDRESS, IMPORT, or PLAIN (number) */
    const a3_abi_info *abi_info; /* Py_mod_abi with a readable pointer, else NULL */
    const char *text;      /* Py_mod_name, Py_mod_doc where readable, else NULL (copied into the arena) */
} a3_slot;
typedef A3_LIST(a3_slot) a3_slot_list;

/* One array as CPython would walk it, nested arrays merged in place (in order, 92 and 94 themselves included). */
typedef struct a3_slot_array {
    uint64_t address;
    a3_slot_layout layout;
    uint8_t pointer_size; /* of the image, 4 or 8 */
    a3_slot_list slots;
    bool complete;      /* walked to the terminator, all nested arrays too */
    bool too_deep;      /* more arrays nested than CPython allows (five, the top one included) */
    const char *broken; /* why the walk stopped: static text; NULL if complete */
    bool bad_end;       /* a terminator has the OPTIONAL flag, which CPython refuses */
    bool written;       /* the first entry was stored by the code that was followed */
    bool maybe_stale;   /* the code stored through pointers that could not be told, and may have written here */
    a3_basis basis;     /* how it was found */
} a3_slot_array;
typedef A3_LIST(a3_slot_array *) a3_slot_arrays;

/* Which headers a static PyModuleDef was compiled with, told by its head (facts: section 4). */
typedef enum a3_def_family {
    A3_DEF_UNKNOWN, A3_DEF_PY311, /* <= 3.11, or Limited API below 3.12 */
    A3_DEF_PY312,                 /* 3.12, 3.13 */
    A3_DEF_PY314,                 /* 3.14, 3.15 with the GIL */
    A3_DEF_FREETHREADED
} a3_def_family;

enum { A3_DEF_FIELDS = 7 };
typedef struct a3_module_def {
    uint64_t address;
    a3_def_family family;
    const char *name;      /* m_name, copied; NULL unreadable */
    bool size_known;
    int64_t size;          /* m_size */
    a3_slot_array *slots;  /* m_slots; NULL: none (see slots_known) */
    bool slots_known;      /* the m_slots field could be read */
    /* m_name, m_doc, m_size, m_methods, m_traverse, m_clear, m_free: what the slots 100 to 106 may not contradict */
    a3_pointer fields[A3_DEF_FIELDS];
    uint8_t fields_known;  /* a bit each */
    bool multi_phase, single_phase; /* passed to PyModuleDef_Init | PyModule_Create2 */
    bool stale;            /* code may have changed its fields unseen */
    a3_basis basis;        /* CODE: its address was passed to a function that takes a def; DATA: seen in data alone */
    bool on_live_path;     /* by code: a claimed interpreter takes the path (not used only by a PyInit_ beside PyModExport_) */
} a3_module_def;
typedef A3_LIST(a3_module_def *) a3_module_defs;

typedef enum a3_hook_kind { A3_HOOK_NONE, A3_HOOK_EXPORT, A3_HOOK_INIT } a3_hook_kind; /* PyModExport_ | PyInit_ */

typedef struct a3_hook {
    const char *symbol;  /* "PyModExport__x", "PyInitU_h_bga" */
    const char *module;  /* "_x"; punycode kept as written in the symbol */
    a3_hook_kind kind;
    bool punycode;       /* the U_ form */
    uint64_t address;
    bool elsewhere;      /* a forwarder: the code is in another library */
    bool followed;       /* every path was followed to its end within the budget */
    const char *stopped; /* why not (static or arena text), NULL if followed */
    bool returns_null;   /* some path returns NULL */
    bool returns_foreign;/* some path returns what an imported function gave it */
    bool returns_unknown;/* some path returns what could not be told */
    /* EXPORT: every array that it can return. INIT: the m_slots of the defs that it passes on. */
    a3_slot_arrays arrays;
    a3_module_defs defs;   /* INIT: defs passed to PyModuleDef_Init, PyModule_Create2, PyModule_FromDefAndSpec2 */
    bool single_phase;     /* passes a def to PyModule_Create2 */
    bool sets_gil;         /* calls PyUnstable_Module_SetGIL (single-phase) on some path */
    bool sets_gil_not_used;/* ... with Py_MOD_GIL_NOT_USED known */
} a3_hook;
typedef A3_LIST(a3_hook) a3_hooks;

/* A PyType_Spec, or a PyType_FromSlots array's sizes, seen in use. */
typedef struct a3_type_spec {
    uint64_t address;
    const char *name;      /* copied; NULL unreadable */
    int64_t basicsize, itemsize;
    bool sizes_known;
    uint32_t flags;
    const char *function;  /* "PyType_FromSpec", ... that it is passed to; NULL: seen in data alone */
    a3_basis basis;
} a3_type_spec;
typedef A3_LIST(a3_type_spec) a3_type_specs;

/* A static PyTypeObject (or other PyObject) provably passed where it says, or seen in data. */
typedef struct a3_static_object {
    uint64_t address;
    const char *kind;      /* "PyTypeObject", "PyModuleDef" */
    const char *function;  /* "PyType_Ready"; NULL: data alone */
    const char *name;      /* tp_name, m_name; NULL unreadable */
    a3_basis basis;
    bool on_live_path;
} a3_static_object;
typedef A3_LIST(a3_static_object) a3_static_objects;

/* Hits of the data scan: entries {109 -> plausible PyABIInfo} in arrays that walk cleanly. */
typedef struct a3_scan {
    a3_slot_arrays arrays; /* every array with a hit, sorted by address, outermost only where nesting is known */
    bool agree;            /* all hits carry the same 12 bytes and the same gil declaration */
} a3_scan;

typedef struct a3_module {
    a3_hooks hooks;             /* sorted by symbol */
    a3_scan scan;
    a3_type_specs types;
    bool types_undetermined;    /* a type function is imported, but no spec could be read for some call */
    a3_static_objects objects;
    a3_abi_infos checked;       /* what the hooks' code passes to PyABIInfo_Check, where it could be read */
    bool imports_set_gil;       /* PyUnstable_Module_SetGIL is imported */
    const char *isa;            /* decoder used, NULL: none for this machine */
} a3_module;

typedef enum a3_module_depth {
    A3_MODULE_HOOKS, /* names of hooks only: cheap, any image */
    A3_MODULE_FULL   /* scan and interpretation too */
} a3_module_depth;

/* Reads the module. Never fails for what cannot be understood (that is "undetermined"); A3_NOMEM and A3_LIMIT only. All
 * results live in `arena`; strings are copied, nothing points into the image's bytes. Deterministic and bounded: a step
 * budget for each hook, fuel for each walk. `prefer_export`: an interpreter >= 3.15 is in the claim, so that PyModExport_
 * wins where both hooks stand (decides on_live_path). */
a3_status a3_module_read(a3_image *im, a3_module_depth depth, bool prefer_export, a3_arena *arena, a3_module **out,
                         a3_err *err);

/* What the hook that CPython 3.15 calls for the module named `module` says (PyModExport_ wins; NULL module: the file's
 * only one). Punycode forms compared by encoding `module`. */
const a3_hook *a3_module_hook(const a3_module *m, const char *module);

typedef enum a3_gil {
    A3_GIL_UNDETERMINED,
    A3_GIL_USED,     /* Py_MOD_GIL_USED, or any value but 1 */
    A3_GIL_NOT_USED, /* Py_MOD_GIL_NOT_USED */
    A3_GIL_ABSENT    /* not declared: as used */
} a3_gil;

/* What a hook says of Py_mod_abi and of the GIL, in one place. */
typedef struct a3_slots_answer {
    a3_answer slots;
    a3_basis basis;              /* NONE where slots is undetermined */
    /* The arrays that the answer rests on; where undetermined, those that were seen (the hook's, else the scan's). */
    a3_slot_array *const *arrays;
    size_t array_count;
    const a3_abi_info *abi_info; /* the worst that stands in them, NULL if none could be read */
    a3_gil gil;                  /* the worst over the arrays: used, absent, undetermined, not-used in this order */
    const char *why;             /* why undetermined: a clause such as "the hook's code could not be followed"; else NULL */
} a3_slots_answer;

/* verified: every array that the hook can return was read and has Py_mod_abi, right or wrong (NULL counts as there);
 * absent: read, and one has none; undetermined otherwise. Paths that return NULL do not count. Where the hook's code could
 * not be followed to an array, but the file has one hook and all hits of the scan agree: verified, basis data. For a PyInit_
 * hook the arrays are the m_slots of its defs; a def without m_slots is "absent" (and its gil comes from
 * PyUnstable_Module_SetGIL). `hook` NULL: undetermined. The worst PyABIInfo is, whatever the claim, the one that the most
 * interpreters refuse: refused by all, major 0 (unchecked), INTERNAL, not STABLE, without FREETHREADED, without GIL, and
 * among equals the one with the later abi_version. Allocates nothing. */
a3_slots_answer a3_module_slots_answer(const a3_module *m, const a3_hook *hook);

/* What CPython 3.15 refuses in an array (A306): docs/slots.md. Py_mod_abi is judged elsewhere (A301, A302). */
typedef struct a3_slot_fault {
    const a3_slot *slot; /* NULL: the array or the def as a whole */
    const char *text;    /* "Py_mod_name (100) stands twice"; static or in the arena */
    const char *said;    /* CPython's words for it, without the module's name: "has multiple Py_mod_name (100) slots" */
} a3_slot_fault;
typedef A3_LIST(a3_slot_fault) a3_slot_faults;
/* `kind` tells whose array it is: an EXPORT's return value, or the m_slots of an INIT's def, which is `def` if it is known.
 * A3_NOMEM alone fails. */
a3_status a3_slot_faults_find(const a3_slot_array *array, a3_hook_kind kind, const a3_module_def *def, a3_arena *arena,
                              a3_slot_faults *out);
/* The same of all arrays that the answer rests on and of the defs that the hook passes on. */
a3_status a3_hook_faults_find(const a3_hook *hook, const a3_slots_answer *answer, a3_arena *arena, a3_slot_faults *out);

/* First slot whose id or old id means `id` (given as new number); NULL if none. */
const a3_slot *a3_slot_find(const a3_slot_array *array, unsigned id);
/* "Py_mod_abi", "Py_mod_exec", ... for ids of modules and types; NULL for an unknown id. */
const char *a3_slot_name(unsigned id);
/* New number of the four old ids (1-4 -> 84-87), else the id itself. */
unsigned a3_slot_canonical(unsigned id);
/* "<=3.11", "3.12-3.13", ... */
const char *a3_def_family_name(a3_def_family family);

#endif

/* SPDX-License-Identifier: MIT */
/* Bounded interpretation of one function over constants and unknowns. It answers "what can this function return, and
 * what does it hand to the functions that we watch", for the first call in a fresh process: initialised data have their
 * initial values. Unknown conditions fork; nothing is guessed. Deterministic: counts, never clocks. */
#ifndef A3_MODULE_INTERP_H
#define A3_MODULE_INTERP_H

#include "module/lift.h"
#include "module/memory.h"

/* The imports whose calls are reported. */
typedef enum a3_watch {
    A3_WATCH_NONE, A3_WATCH_DEF_INIT, A3_WATCH_CREATE, A3_WATCH_FROM_DEF, A3_WATCH_SET_GIL, A3_WATCH_TYPE_SPEC,
    A3_WATCH_TYPE_SLOTS, A3_WATCH_TYPE_READY, A3_WATCH_ABI_CHECK
} a3_watch;

/* Addresses that unknown functions were given: the last few, and how many there were. */
enum { A3_MOST_TOUCHED = 8 };
typedef struct a3_touched {
    uint64_t address[A3_MOST_TOUCHED];
    uint16_t count;
} a3_touched;

typedef struct a3_call {
    a3_watch watch;
    const char *name; /* the import's, static text */
    bool known;       /* the argument that matters is known */
    uint64_t value;   /* that argument: def, spec, slots, type, PyABIInfo; SET_GIL: the gil */
    bool stale;       /* stores through unknown pointers came before */
    bool maybe, doubtful; /* as in a3_result */
    const a3_touched *touched;
} a3_call;

typedef struct a3_result {
    bool known; /* false: it could not be told */
    uint64_t value;
    bool stale; /* as in a3_call */
    const a3_touched *touched;
    bool foreign; /* not known, as an imported function gave it */
    bool doubtful; /* only if what an instruction does that we do not model falls so */
    bool maybe; /* only if a variable of the image had another value than the file gives it */
} a3_result;

typedef struct a3_visitor {
    void *user;
    /* A watched function is called; the memory is as the function would see it. False: no memory, stop. */
    bool (*called)(void *user, const a3_call *call);
    /* A path returned. NULL: not wanted. */
    bool (*returned)(void *user, const a3_result *result);
} a3_visitor;

typedef struct a3_plan {
    uint64_t entry;
    uint32_t steps;  /* budget, all paths together, in instructions */
    bool follow;     /* go into the image's own functions; else only where nothing in them has to be guessed */
    bool constructors; /* run what the loader runs at first */
    bool cover;      /* look for calls, not for results: a branch side that was seen already is not taken again */
    bool contexts;   /* cover: ... unless the function was called from elsewhere then */
} a3_plan;

typedef struct a3_outcome {
    uint32_t steps;      /* spent */
    bool complete;       /* every path was followed to its end */
    const char *stopped; /* why not: static text; NULL if complete */
} a3_outcome;

/* Working storage, reusable from run to run. */
typedef struct a3_machine a3_machine;
/* NULL: no memory. In the memory's own arena. */
a3_machine *a3_machine_new(a3_memory *m, const a3_isa *isa);
/* A3_NOMEM alone fails. The memory is reset at the start. */
a3_status a3_interpret(a3_machine *machine, const a3_plan *plan, const a3_visitor *visitor, a3_outcome *out);

#endif

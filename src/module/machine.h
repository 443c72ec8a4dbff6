/* SPDX-License-Identifier: MIT */
/* The interpreter's own state: between interp.c (instructions, calls), paths.c (forks, starts), ops.c (values and flags) and
 * calls.c (imports).
 *
 * What is not known has a name: an unknown register holds a tag (0: none) where a known one holds its value, and a copy has
 * the same tag. So a bound that a branch proves of one copy (index < 5) holds for the other, through which a table is read.
 *
 * What follows from variables of the image that other code may change (a static flag) is soft: known for the first call,
 * perhaps otherwise later. Decisions over it are taken as they fall, and looked at once the other way. What is not known only
 * because we do not model the instruction that made it is soft as well: a path on which that was decided may be none. */
#ifndef A3_MODULE_MACHINE_H
#define A3_MODULE_MACHINE_H

#include "module/interp.h"
#include "module/wasm_code.h"

/* The flags as the set of states that they may be in: state number = Z | N << 1 | V << 2 | B << 3 (zero, negative, overflow,
 * borrow), one bit a state. */
typedef struct a3_flag_set {
    uint16_t states;
    bool has_reg;    /* Z means: register `reg` holds `equal` */
    bool soft;
    uint8_t reg;
    uint64_t equal;
    uint32_t tag;    /* the unknown value that was compared with `limit`, unsigned; 0: none */
    uint64_t limit;
} a3_flag_set;

/* Calls open on one path: a debug build of PyO3 goes 15 deep. */
enum { A3_MOST_DEPTH = 24 };

typedef struct a3_cpu {
    uint64_t reg[A3_REG_MAX];
    uint64_t known[(A3_REG_MAX + 63) / 64], soft[(A3_REG_MAX + 63) / 64];
    /* Not known, but for the low byte, the low two bytes (x86: `mov $109, %si`). */
    uint64_t low1[(A3_REG_MAX + 63) / 64], low2[(A3_REG_MAX + 63) / 64];
    uint64_t pc;
    uint32_t context, context_before; /* the decoder's word; as it was before the instruction at pc */
    a3_flag_set flags;
    uint32_t steps;  /* of this path */
    uint32_t maybe_steps; /* since `maybe` */
    bool pc_known;
    bool stale;      /* stored through an unknown pointer, or left a function out */
    bool soft_there; /* some register may be soft */
    bool maybe;      /* a soft decision was taken the other way */
    bool doubtful;   /* something was decided that is unknown to us alone */
    a3_touched touched;
    uint16_t start;  /* which of the machine's starts is run */
    uint16_t trail;  /* decisions on this path */
    uint16_t calls;  /* made on this path */
    uint16_t depth;  /* calls open */
    uint16_t frame[A3_MOST_DEPTH + 1]; /* number of the call that opened each */
    uint32_t site[A3_MOST_DEPTH + 1];  /* where that call and those around it stand, hashed */
} a3_cpu;

/* Of a soft decision taken the other way: a loop without end there must not cost the others their turn. */
enum { A3_MOST_PATH_STEPS = 6000, A3_MOST_PATH_MAYBE_STEPS = 1000, A3_MOST_MAYBE_STEPS = 4000 };
enum { A3_MOST_STARTS = 48, A3_MOST_MAYBE = 8, A3_MOST_FORKS = 128, A3_MOST_PENDING = 64, A3_MOST_TRAIL = 512, A3_SEEN_SIZE = 8192, A3_CHAINS = 256 };

/* Eight bytes that were loaded, of which the four at the lower address are known: a slot's id and the padding behind it. */
typedef struct a3_half {
    uint32_t tag; /* of the register; 0 none */
    uint32_t value;
    bool soft;
} a3_half;
enum { A3_MOST_HALVES = 32 };

/* A side not taken yet: goes on at operation `index` of the instruction at cpu.pc, where the condition is `side`, and where
 * the unknown value `tag` (0: none) is `value`. */
typedef struct a3_pending {
    a3_cpu cpu;
    a3_mark mark;
    uint8_t index;
    bool side;
    uint32_t tag;
    uint64_t value;
    uint32_t bound;   /* number of the machine's bound that lies on this path, 0: none */
} a3_pending;

/* A decision on the path. `place` tells instruction and operation; decisions of one hash are chained, newest first. */
typedef struct a3_decision {
    uint64_t place;
    uint16_t frame;
    uint16_t earlier; /* index + 1 of the one before it in the chain, 0: none */
    bool side;
} a3_decision;

/* How one unknown value follows from another: value = parent `code` imm (imm `code` parent if `reversed`). Code A3_OP_CALL: an
 * imported function gave it. */
typedef struct a3_derived {
    uint32_t tag, parent;
    uint8_t code, size;
    bool reversed;
    uint64_t imm;
} a3_derived;
enum { A3_MOST_DERIVED = 64 };

struct a3_machine {
    a3_memory *m;
    const a3_isa *isa;
    const a3_plan *plan;
    const a3_visitor *visitor;
    a3_outcome *out;
    a3_cpu cpu;
    a3_pending *pending[A3_MOST_PENDING]; /* made when first needed */
    size_t pending_count;
    unsigned forks;
    a3_decision trail[A3_MOST_TRAIL];
    unsigned trail_count;   /* cpu.trail, or more while a path's decisions wait to be taken back */
    uint16_t chains[A3_CHAINS];
    uint64_t *seen;         /* cover: branch sides entered; open addressing, 0 free */
    size_t seen_count;
    const a3_segment *code; /* of the last instruction */
    a3_wasm_code *wasm;     /* instead of a decoder that sees one instruction; NULL: native code */
    bool forced, forced_side, forced_case; /* the next decision is made already; for one case of a split */
    a3_pending bound;       /* a branch that proved an unknown value to be at most bound.value; bound.bound is its number */
    uint32_t bounds;        /* how many there were */
    bool bound_there;       /* it lies on this path */
    bool trying;            /* a function is tried: an unknown condition puts an end to that */
    uint32_t tags;          /* names given */
    a3_derived derived[A3_MOST_DERIVED]; /* of the latest names, by tag modulo */
    a3_half halves[A3_MOST_HALVES];      /* likewise */
    unsigned maybes;        /* soft decisions taken the other way */
    uint32_t maybe_steps;   /* spent on them */
    uint64_t starts[A3_MOST_STARTS]; /* functions that one path runs one after the other; the last is the plan's */
    uint16_t start_count;
    bool nomem;
    a3_insn insn;
};

/* -- paths.c -- */
/* Sets the starts, and the cpu and memory to the entry of the first. */
void a3_path_start(a3_machine *machine);
/* A function of the path has returned: the next one is entered. False: that was the last. */
bool a3_path_next_start(a3_machine *machine);
/* Decides a condition; forks where it is unknown. */
bool a3_path_decide(a3_machine *machine, const a3_op *op, unsigned index);
/* The path is of no use as it is: it is taken back to the branch that bounded an unknown value, once for each value. False:
 * there was none, or it is too far away. */
bool a3_path_split(a3_machine *machine);
/* Takes up the next side that is waiting: *index is the operation to go on with. False: there is none. */
bool a3_path_resume(a3_machine *machine, unsigned *index);
void a3_give_up(a3_machine *machine, const char *why);

/* -- ops.c -- */
static inline bool a3_reg_get(const a3_cpu *cpu, unsigned reg, uint64_t *value)
{
    if (reg >= A3_REG_MAX) {
        *value = 0;
        return true;
    }
    *value = cpu->reg[reg];
    return cpu->known[reg / 64] >> (reg % 64) & 1;
}
/* As much of it as `size` bytes are is known. */
static inline bool a3_reg_get_low(const a3_cpu *cpu, unsigned reg, unsigned size, uint64_t *value)
{
    if (a3_reg_get(cpu, reg, value) || size > 2)
        return a3_reg_get(cpu, reg, value);
    return (size == 1 ? cpu->low1 : cpu->low2)[reg / 64] >> (reg % 64) & 1;
}
/* The name of what it holds; 0 if that is known, or has none. */
static inline uint32_t a3_reg_tag(const a3_cpu *cpu, unsigned reg)
{
    uint64_t value;
    return a3_reg_get(cpu, reg, &value) || (cpu->low1[reg / 64] >> (reg % 64) & 1) ? 0 : (uint32_t)value;
}
static inline bool a3_reg_soft(const a3_cpu *cpu, unsigned reg)
{
    return reg < A3_REG_MAX && cpu->soft_there && (cpu->soft[reg / 64] >> (reg % 64) & 1);
}
/* `known` false: `value` is the tag. */
void a3_reg_set(a3_cpu *cpu, unsigned reg, bool known, uint64_t value);
void a3_reg_soften(a3_cpu *cpu, unsigned reg);
/* Unknown, with a name of its own. */
void a3_reg_forget(a3_machine *machine, unsigned reg);
/* Carries out an operation that neither jumps nor decides. */
void a3_op_run(a3_machine *machine, const a3_op *op);
void a3_flags_forget(a3_cpu *cpu);
/* What parent and child say of each other. False: nothing. */
uint64_t a3_derive(const a3_derived *d, uint64_t parent);
bool a3_derive_parent(const a3_derived *d, uint64_t child, uint64_t *parent);
typedef enum a3_truth { A3_FALSE, A3_TRUE, A3_MAYBE } a3_truth;
a3_truth a3_cond_test(const a3_cpu *cpu, const a3_op *op);
/* The condition follows from what other code may have changed. */
bool a3_cond_soft(const a3_cpu *cpu, const a3_op *op);
/* If the condition is `side`, is an unknown value at most *most (unsigned)? Its tag, 0 if not. */
uint32_t a3_cond_bound(const a3_cpu *cpu, const a3_op *op, bool side, uint64_t *most);
/* The condition was decided to be `side`: what follows from that for flags and registers. */
void a3_cond_assume(a3_cpu *cpu, const a3_op *op, bool side, unsigned pointer_size);
uint64_t a3_cut(uint64_t value, unsigned size);

/* -- calls.c -- */
typedef enum a3_flow { A3_GO_ON, A3_PATH_ENDS } a3_flow;
/* cpu.pc is the address of an import: its effect, and back to the caller. */
a3_flow a3_import_enter(a3_machine *machine, unsigned index, int64_t addend);
/* What an unknown function leaves behind: volatile registers, flags and result unknown. */
void a3_call_havoc(a3_machine *machine);
/* The return address as a function finds it at its entry (link register or stack); false: not known. */
bool a3_return_address(a3_machine *machine, uint64_t *to);
/* Back to `to`, the stack as a return leaves it. */
void a3_return_to(a3_machine *machine, bool known, uint64_t to);

#endif

/* SPDX-License-Identifier: MIT */
/* The interpreter's own state: between interp.c (paths), ops.c (values and flags) and calls.c (imports). */
#ifndef A3_MODULE_MACHINE_H
#define A3_MODULE_MACHINE_H

#include "module/interp.h"
#include "module/wasm_code.h"

/* The flags as the set of states that they may be in: state number = Z | N << 1 | V << 2 | B << 3 (zero, negative, overflow,
 * borrow), one bit a state. */
typedef struct a3_flag_set {
    uint16_t states;
    bool has_reg;    /* Z means: register `reg` holds `equal` */
    uint8_t reg;
    uint64_t equal;
} a3_flag_set;

/* Calls open on one path: a debug build of PyO3 goes 15 deep. */
enum { A3_MOST_DEPTH = 24 };

typedef struct a3_cpu {
    uint64_t reg[A3_REG_MAX];
    uint64_t known[(A3_REG_MAX + 63) / 64];
    uint64_t pc;
    uint32_t context, context_before; /* the decoder's word; as it was before the instruction at pc */
    a3_flag_set flags;
    uint32_t steps;  /* of this path */
    bool pc_known;
    bool stale;      /* stored through an unknown pointer, or left a function out */
    uint16_t trail;  /* decisions on this path */
    uint16_t calls;  /* made on this path */
    uint16_t depth;  /* calls open */
    uint16_t frame[A3_MOST_DEPTH + 1]; /* number of the call that opened each */
} a3_cpu;

enum { A3_MOST_FORKS = 128, A3_MOST_PENDING = 64, A3_MOST_TRAIL = 512, A3_SEEN_SIZE = 8192, A3_CHAINS = 256 };

/* A side not taken yet: goes on at operation `index` of the instruction at cpu.pc, where the condition is `side`. */
typedef struct a3_pending {
    a3_cpu cpu;
    a3_mark mark;
    uint8_t index;
    bool side;
} a3_pending;

/* A decision on the path. `place` tells instruction and operation; decisions of one hash are chained, newest first. */
typedef struct a3_decision {
    uint64_t place;
    uint16_t frame;
    uint16_t earlier; /* index + 1 of the one before it in the chain, 0: none */
    bool side;
} a3_decision;

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
    bool forced, forced_side;
    bool nomem;
    a3_insn insn;
};

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
void a3_reg_set(a3_cpu *cpu, unsigned reg, bool known, uint64_t value);
/* Carries out an operation that neither jumps nor decides. */
void a3_op_run(a3_machine *machine, const a3_op *op);
void a3_flags_forget(a3_cpu *cpu);
typedef enum a3_truth { A3_FALSE, A3_TRUE, A3_MAYBE } a3_truth;
a3_truth a3_cond_test(const a3_cpu *cpu, const a3_op *op);
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

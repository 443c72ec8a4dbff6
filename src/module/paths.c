/* SPDX-License-Identifier: MIT */
/* The paths: where they start, where they fork, and what is decided on them. */
#include <string.h>

#include "module/machine.h"

enum {
    MOST_LOOP_FORKS = 2,  /* a branch of one call forks so often on one path, then it goes as it went */
    MOST_LOOP_TURNS = 64  /* and after so many decisions the other way, out of what must be a loop */
};

/* -- starts -- */

/* The TEB's StackBase and StackLimit, which functions with large frames look at, and the pointer to itself. */
static void fill_thread_block(a3_memory *m, uint64_t block)
{
    unsigned p = m->im->pointer_size;
    a3_memory_store(m, block + p, p, true, m->stack_end);
    a3_memory_store(m, block + 2 * p, p, true, m->stack);
    a3_memory_store(m, block + 6 * p, p, true, block);
}

/* A call of the function by nobody: its return address leads out. What the path has done so far stays. */
static void enter(a3_machine *machine, uint64_t entry)
{
    a3_cpu *cpu = &machine->cpu;
    a3_memory *m = machine->m;
    const a3_isa *isa = machine->isa;
    memset(cpu->known, 0, sizeof cpu->known);
    memset(cpu->reg, 0, sizeof cpu->reg);
    memset(cpu->soft, 0, sizeof cpu->soft);
    memset(cpu->low1, 0, sizeof cpu->low1);
    memset(cpu->low2, 0, sizeof cpu->low2);
    cpu->context = cpu->context_before = 0;
    cpu->depth = 0;
    a3_flags_forget(cpu);
    cpu->pc = machine->wasm ? a3_wasm_code_target(machine->wasm, entry, true) : entry;
    cpu->pc_known = cpu->pc != 0;
    if (m->stack == 0)
        return;
    uint64_t sp = m->stack + (m->stack_end - m->stack) / 2;
    if (isa->link == A3_REG_NONE) {
        sp -= isa->pointer_size;
        a3_memory_store(m, sp, isa->pointer_size, true, m->exit);
    } else {
        a3_reg_set(cpu, isa->link, true, m->exit);
    }
    a3_reg_set(cpu, isa->stack, true, sp);
    a3_reg_set(cpu, isa->entry, true, entry);
    if (m->im->os == A3_OS_WINDOWS && m->im->arch == A3_ARCH_AARCH64)
        a3_reg_set(cpu, 18, true, m->thread + (m->thread_end - m->thread) / 2);
    if (isa->thread != 0) {
        /* The thread block's first word leads to itself (x86). What else is in it is not known. */
        uint64_t block = m->thread + (m->thread_end - m->thread) / 2;
        a3_reg_set(cpu, isa->thread, true, block);
        a3_memory_store(m, block, isa->pointer_size, true, block);
        if (m->im->os == A3_OS_WINDOWS)
            fill_thread_block(m, block);
    }
}

/* A DLL's entry point is called with its handle, DLL_PROCESS_ATTACH, and nothing. */
static void pass_arguments(a3_machine *machine)
{
    const a3_isa *isa = machine->isa;
    uint64_t values[3] = {machine->m->im->base, 1, 0}, sp;
    bool stack = a3_reg_get(&machine->cpu, isa->stack, &sp);
    for (unsigned i = 0; i < 3; i++) {
        if (i < isa->arg_count)
            a3_reg_set(&machine->cpu, isa->args[i], true, values[i]);
        else if (stack)
            a3_memory_store(machine->m, sp + isa->stack_offset + (uint64_t)isa->pointer_size * (i - isa->arg_count),
                            isa->pointer_size, true, values[i]);
    }
}

/* The loader's start functions, if they are wanted, then the plan's. */
static void collect_starts(a3_machine *machine)
{
    a3_image *im = machine->m->im;
    const a3_start *start = &im->start;
    unsigned size = start->offsets ? 4 : im->pointer_size;
    machine->start_count = 0;
    if (machine->plan->constructors && start->function != 0)
        machine->starts[machine->start_count++] = start->function;
    for (uint64_t at = 0; machine->plan->constructors && at + size <= start->table_size; at += size) {
        uint64_t value;
        if (machine->start_count == A3_MOST_STARTS - 1 ||
            a3_memory_load(machine->m, start->table + at, size, &value) != A3_KNOWN) {
            a3_give_up(machine, "the module's constructors could not all be followed");
            break;
        }
        value += start->offsets ? im->base : 0;
        if (value != 0)
            machine->starts[machine->start_count++] = value;
    }
    machine->starts[machine->start_count++] = machine->plan->entry;
}

static void begin(a3_machine *machine)
{
    uint16_t number = machine->cpu.start;
    enter(machine, machine->starts[number]);
    if (number + 1 < machine->start_count && machine->m->im->os == A3_OS_WINDOWS)
        pass_arguments(machine);
}

void a3_path_start(a3_machine *machine)
{
    machine->pending_count = machine->forks = machine->maybes = 0;
    machine->bounds = 0;
    machine->bound.bound = 0;
    machine->maybe_steps = machine->tags = 0;
    memset(machine->halves, 0, sizeof machine->halves);
    memset(machine->derived, 0, sizeof machine->derived);
    machine->forced = machine->nomem = machine->bound_there = machine->trying = false;
    if (machine->seen_count > 0)
        memset(machine->seen, 0, A3_SEEN_SIZE * sizeof *machine->seen);
    machine->seen_count = 0;
    machine->trail_count = 0;
    memset(machine->chains, 0, sizeof machine->chains);
    a3_memory_reset(machine->m);
    collect_starts(machine);
    memset(&machine->cpu, 0, sizeof machine->cpu);
    begin(machine);
}

bool a3_path_next_start(a3_machine *machine)
{
    if (machine->cpu.start + 1 >= machine->start_count)
        return false;
    machine->cpu.start++;
    begin(machine);
    return true;
}

/* -- forks -- */

static bool seen_before(a3_machine *machine, uint64_t pc)
{
    uint64_t context = machine->plan->contexts ? machine->cpu.site[machine->cpu.depth] : 0;
    uint64_t key = (pc ^ context << 24) << 1 | 1;
    size_t at = (size_t)((key * UINT64_C(0x9e3779b97f4a7c15)) >> 40) % A3_SEEN_SIZE;
    for (size_t i = 0; i < A3_SEEN_SIZE; i++, at = (at + 1) % A3_SEEN_SIZE) {
        if (machine->seen[at] == key)
            return true;
        if (machine->seen[at] == 0) {
            if (machine->seen_count < A3_SEEN_SIZE / 4 * 3) {
                machine->seen[at] = key;
                machine->seen_count++;
            }
            return false;
        }
    }
    return true;
}

/* A place for one more side; NULL: there are too many, or no memory. */
static a3_pending *new_pending(a3_machine *machine)
{
    if (machine->forks >= (machine->plan->contexts ? 4 * A3_MOST_FORKS : A3_MOST_FORKS) || machine->pending_count == A3_MOST_PENDING) {
        a3_give_up(machine, "the code has too many paths");
        return NULL;
    }
    a3_pending **place = &machine->pending[machine->pending_count];
    if (*place == NULL)
        *place = A3_NEW(machine->m->arena, a3_pending);
    machine->nomem = machine->nomem || *place == NULL;
    return *place;
}

/* The path as it is, to go on at the operation with `side`. */
static void keep(const a3_machine *machine, a3_pending *p, unsigned index, bool side)
{
    p->cpu = machine->cpu;
    p->mark = a3_memory_mark(machine->m);
    p->index = (uint8_t)index;
    p->side = side;
    p->tag = 0;
    p->bound = machine->bound_there ? machine->bound.bound : 0;
}

/* Keeps the other side for later, if there is room. */
static void keep_side(a3_machine *machine, const a3_op *op, unsigned index, bool side)
{
    a3_pending *p = new_pending(machine);
    if (p == NULL)
        return;
    machine->forks++;
    machine->pending_count++;
    keep(machine, p, index, side);
    a3_cond_assume(&p->cpu, op, side, machine->isa->pointer_size);
}

/* What falls as it does because a variable has its first value is looked at once the other way. Not in what the loader starts:
 * nobody has changed a variable before that. */
static void keep_maybe(a3_machine *machine, const a3_op *op, unsigned index, bool side)
{
    if (machine->cpu.start + 1 < machine->start_count || machine->cpu.maybe || machine->maybes == A3_MOST_MAYBE || !a3_cond_soft(&machine->cpu, op))
        return;
    a3_pending *p = machine->pending_count < A3_MOST_PENDING ? new_pending(machine) : NULL;
    if (p == NULL)
        return;
    machine->maybes++;
    machine->pending_count++;
    keep(machine, p, index, side);
    p->cpu.maybe = true;
    a3_flags_forget(&p->cpu); /* what else is asked of the same comparison has to agree */
    a3_cond_assume(&p->cpu, op, side, machine->isa->pointer_size);
}

/* -- bounds -- */

enum { MOST_CASES = 32, MOST_SPLIT_STEPS = 64 };

static void note_bound(a3_machine *machine, const a3_op *op, unsigned index, bool side)
{
    uint64_t most;
    uint32_t tag = a3_cond_bound(&machine->cpu, op, side, &most);
    if (tag == 0 || most >= MOST_CASES)
        return;
    keep(machine, &machine->bound, index, side);
    machine->bound.tag = tag;
    machine->bound.value = most;
    machine->bound.bound = ++machine->bounds;
    machine->bound_there = true;
}

bool a3_path_split(a3_machine *machine)
{
    const a3_pending *bound = &machine->bound;
    uint64_t cases = bound->value + 1;
    if (!machine->bound_there || machine->cpu.steps - bound->cpu.steps > MOST_SPLIT_STEPS ||
        machine->pending_count + cases > A3_MOST_PENDING)
        return false;
    machine->bound_there = false;
    for (uint64_t i = 0; i < cases; i++) {
        a3_pending *p = new_pending(machine);
        if (p == NULL)
            return i > 0;
        *p = *bound;
        p->bound = 0;
        p->value = cases - 1 - i; /* the first case is taken first */
        machine->forks++;
        machine->pending_count++;
    }
    return true;
}

typedef struct names {
    unsigned count;
    uint32_t tag[A3_MOST_DERIVED];
    uint64_t value[A3_MOST_DERIVED];
} names;

static const uint64_t *value_of(const names *known, uint32_t tag)
{
    for (unsigned i = 0; i < known->count; i++)
        if (known->tag[i] == tag)
            return &known->value[i];
    return NULL;
}

/* What else is known then: what the value follows from, and what follows from that. */
static bool learn(const a3_machine *machine, names *known)
{
    unsigned before = known->count;
    for (unsigned i = 0; i < A3_MOST_DERIVED && known->count < A3_MOST_DERIVED; i++) {
        const a3_derived *d = &machine->derived[i];
        const uint64_t *child = d->tag ? value_of(known, d->tag) : NULL, *parent = d->tag ? value_of(known, d->parent) : NULL;
        uint64_t *value = &known->value[known->count];
        if (child == NULL && parent != NULL) {
            *value = a3_derive(d, *parent);
            known->tag[known->count++] = d->tag;
        } else if (child != NULL && parent == NULL && a3_derive_parent(d, *child, value)) {
            known->tag[known->count++] = d->parent;
        }
    }
    return known->count > before;
}

static void substitute(a3_machine *machine, uint32_t tag, uint64_t value)
{
    a3_cpu *cpu = &machine->cpu;
    names known = {.count = 1, .tag = {tag}, .value = {value}};
    for (int rounds = 0; rounds < 8 && learn(machine, &known); rounds++)
        continue;
    for (unsigned reg = 0; reg < A3_REG_MAX; reg++) {
        uint32_t name = a3_reg_tag(cpu, reg);
        const uint64_t *one = name ? value_of(&known, name) : NULL;
        if (one != NULL)
            a3_reg_set(cpu, reg, true, *one);
    }
    for (unsigned i = 0; i < known.count; i++)
        a3_memory_substitute(machine->m, known.tag[i], known.value[i]);
}

/* -- decisions -- */

static uint16_t *chain_of(a3_machine *machine, uint64_t place)
{
    return &machine->chains[(place * UINT64_C(0x9e3779b97f4a7c15)) >> 56];
}

/* How often the branch was decided in this call on this path. *side: what was taken last. */
static unsigned times_decided(a3_machine *machine, uint64_t place, bool *side)
{
    unsigned times = 0, frame = machine->cpu.frame[machine->cpu.depth];
    for (unsigned at = *chain_of(machine, place); at != 0; at = machine->trail[at - 1].earlier) {
        const a3_decision *d = &machine->trail[at - 1];
        if (d->place != place || d->frame != frame)
            continue;
        if (times++ == 0)
            *side = d->side;
    }
    return times;
}

static void note_side(a3_machine *machine, uint64_t place, bool side)
{
    a3_cpu *cpu = &machine->cpu;
    if (cpu->trail == A3_MOST_TRAIL) {
        cpu->steps = A3_MOST_PATH_STEPS; /* too many decisions to keep: the path ends */
        return;
    }
    uint16_t *chain = chain_of(machine, place);
    machine->trail[cpu->trail++] = (a3_decision){.place = place, .frame = cpu->frame[cpu->depth], .earlier = *chain, .side = side};
    machine->trail_count = *chain = cpu->trail;
}

/* Takes the decisions back that are not on the path of `cpu`. */
static void cut_trail(a3_machine *machine)
{
    while (machine->trail_count > machine->cpu.trail) {
        const a3_decision *d = &machine->trail[--machine->trail_count];
        *chain_of(machine, d->place) = d->earlier;
    }
}

/* The side that goes straight on is taken first. */
static bool decide(a3_machine *machine, const a3_op *op, unsigned index)
{
    a3_cpu *cpu = &machine->cpu;
    uint64_t place = cpu->pc << 7 ^ index;
    bool side = false;
    if (machine->forced) {
        machine->forced = false;
        note_side(machine, place, machine->forced_side);
        return machine->forced_side;
    }
    a3_truth truth = a3_cond_test(cpu, op);
    if (truth != A3_MAYBE) {
        keep_maybe(machine, op, index, truth != A3_TRUE);
        return truth == A3_TRUE;
    }
    cpu->doubtful = cpu->doubtful || a3_cond_soft(cpu, op);
    unsigned times = times_decided(machine, place, &side);
    if (times >= MOST_LOOP_FORKS) {
        a3_give_up(machine, "a loop whose end could not be told");
        side = times >= MOST_LOOP_TURNS ? !side : side;
    } else {
        side = false;
        if (!machine->plan->cover || !seen_before(machine, op->code == A3_OP_BRANCH ? (uint64_t)op->imm : place))
            keep_side(machine, op, index, true);
    }
    note_side(machine, place, side);
    return side;
}

bool a3_path_decide(a3_machine *machine, const a3_op *op, unsigned index)
{
    if (machine->trying) {
        a3_truth truth = a3_cond_test(&machine->cpu, op);
        machine->trying = truth != A3_MAYBE;
        return truth == A3_TRUE;
    }
    bool forced = machine->forced, open = !forced && a3_cond_test(&machine->cpu, op) == A3_MAYBE;
    bool split = forced && machine->forced_case;
    bool side = decide(machine, op, index);
    if (!split && (forced || open))
        note_bound(machine, op, index, side);
    machine->forced_case = false;
    if (open)
        a3_cond_assume(&machine->cpu, op, side, machine->isa->pointer_size);
    return side;
}

bool a3_path_resume(a3_machine *machine, unsigned *index)
{
    if (machine->pending_count == 0)
        return false;
    const a3_pending *p = machine->pending[--machine->pending_count];
    machine->cpu = p->cpu;
    cut_trail(machine);
    a3_memory_undo(machine->m, p->mark);
    machine->m->full = false;
    machine->bound_there = p->bound != 0 && p->bound == machine->bound.bound;
    machine->forced = true;
    machine->forced_side = p->side;
    machine->forced_case = p->tag != 0;
    if (p->tag != 0)
        substitute(machine, p->tag, p->value);
    *index = p->index;
    return true;
}

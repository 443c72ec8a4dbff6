/* SPDX-License-Identifier: MIT */
/* One instruction after the other, into calls and over them, within budgets. */
#include "module/machine.h"

#include <string.h>

enum { TRIAL_STEPS = 400 }; /* of a function that is followed only where nothing in it has to be guessed */

a3_machine *a3_machine_new(a3_memory *m, const a3_isa *isa)
{
    a3_machine *machine = A3_NEW(m->arena, a3_machine);
    if (machine == NULL)
        return NULL;
    machine->m = m;
    machine->isa = isa;
    machine->seen = A3_NEW_ARRAY(m->arena, uint64_t, A3_SEEN_SIZE);
    if (isa->decode == NULL)
        machine->wasm = a3_wasm_code_new(m);
    return m->arena->failed ? NULL : machine;
}

void a3_give_up(a3_machine *machine, const char *why)
{
    machine->out->complete = false;
    if (machine->out->stopped == NULL)
        machine->out->stopped = why;
}

/* A path whose result could not be told. */
static void lose(a3_machine *machine, const char *why)
{
    if (machine->cpu.maybe || machine->trying)
        return;
    a3_give_up(machine, why);
    a3_result r = {.stale = machine->cpu.stale, .touched = &machine->cpu.touched};
    if (machine->visitor->returned && !machine->visitor->returned(machine->visitor->user, &r))
        machine->nomem = true;
}

static void finish(a3_machine *machine)
{
    a3_result r = {.stale = machine->cpu.stale, .maybe = machine->cpu.maybe, .doubtful = machine->cpu.doubtful, .touched = &machine->cpu.touched};
    r.known = a3_reg_get(&machine->cpu, machine->isa->result, &r.value);
    r.value = a3_cut(r.value, machine->isa->pointer_size);
    uint32_t tag = a3_reg_tag(&machine->cpu, machine->isa->result);
    const a3_derived *from = &machine->derived[tag % A3_MOST_DERIVED];
    r.foreign = tag != 0 && from->tag == tag && from->code == A3_OP_CALL;
    if (machine->m->full) {
        lose(machine, "the code stores more than is kept");
    } else if (machine->visitor->returned && (r.known || !a3_path_split(machine))) {
        machine->nomem = !machine->visitor->returned(machine->visitor->user, &r) || machine->nomem;
    }
}

/* -- jumps and calls -- */

static uint64_t code_address(const a3_machine *machine, uint64_t pc) { return machine->isa->thumb ? pc & ~UINT64_C(1) : pc; }

static bool is_exit(const a3_machine *machine, uint64_t pc)
{
    return machine->m->exit != 0 && code_address(machine, pc) == machine->m->exit;
}

static bool is_import(const a3_machine *machine, uint64_t pc)
{
    return pc >= machine->m->imports && pc < machine->m->imports_end;
}

/* The bytes at pc; empty where there is no code. */
static a3_span code_at(a3_machine *machine, uint64_t pc)
{
    const a3_segment *s = machine->code;
    pc = code_address(machine, pc);
    if (s == NULL || pc - s->address >= s->size)
        s = machine->code = a3_image_segment(machine->m->im, pc);
    if (s == NULL || !(s->protection & A3_PROT_EXEC))
        return (a3_span){NULL, 0};
    return a3_span_from(s->file, pc - s->address);
}

static bool has_code(a3_machine *machine, uint64_t pc)
{
    return machine->wasm ? a3_wasm_code_at(machine->wasm, pc) : code_at(machine, pc).size > 0;
}

/* The instruction at the program counter, into machine->insn. */
static bool decode(a3_machine *machine, uint32_t *context)
{
    uint64_t pc = machine->cpu.pc;
    if (machine->wasm)
        return a3_wasm_code_decode(machine->wasm, pc, &machine->insn);
    a3_span code = code_at(machine, pc);
    return machine->isa->decode(code.data, code.size, pc, context, &machine->insn);
}

static bool target_of(a3_machine *machine, const a3_op *op, uint64_t *target)
{
    bool known = op->a == A3_REG_NONE || a3_reg_get(&machine->cpu, op->a, target);
    *target = a3_cut((op->a == A3_REG_NONE ? 0 : *target) + (uint64_t)op->imm, machine->isa->pointer_size);
    if (known && machine->wasm) {
        *target = a3_wasm_code_target(machine->wasm, *target, false);
        machine->nomem = machine->nomem || machine->m->arena->failed;
        return *target != 0;
    }
    return known;
}

static bool pop(a3_machine *machine, uint64_t *value, uint64_t besides)
{
    a3_cpu *cpu = &machine->cpu;
    unsigned p = machine->isa->pointer_size;
    uint64_t sp;
    bool known = a3_reg_get(cpu, machine->isa->stack, &sp);
    bool read = known && a3_memory_load(machine->m, sp, p, value) == A3_KNOWN;
    a3_reg_set(cpu, machine->isa->stack, known, a3_cut(sp + p + besides, p));
    return read;
}

bool a3_return_address(a3_machine *machine, uint64_t *to)
{
    const a3_isa *isa = machine->isa;
    if (isa->link != A3_REG_NONE)
        return a3_reg_get(&machine->cpu, isa->link, to);
    uint64_t sp;
    return a3_reg_get(&machine->cpu, isa->stack, &sp) && a3_memory_load(machine->m, sp, isa->pointer_size, to) == A3_KNOWN;
}

static void go_to(a3_cpu *cpu, bool known, uint64_t to)
{
    cpu->pc = known ? to : 0;
    cpu->pc_known = known;
}

void a3_return_to(a3_machine *machine, bool known, uint64_t to)
{
    uint64_t popped;
    if (machine->isa->link == A3_REG_NONE)
        pop(machine, &popped, 0);
    go_to(&machine->cpu, known, to);
    machine->cpu.depth -= machine->cpu.depth > 0;
}

static void link_call(a3_machine *machine, const a3_op *op, uint64_t next)
{
    a3_cpu *cpu = &machine->cpu;
    unsigned p = machine->isa->pointer_size;
    uint64_t sp;
    if (op->d != A3_REG_NONE) {
        a3_reg_set(cpu, op->d, true, next);
    } else {
        bool known = a3_reg_get(cpu, machine->isa->stack, &sp);
        sp = a3_cut(sp - p, p);
        a3_reg_set(cpu, machine->isa->stack, known, sp);
        if (known)
            a3_memory_store(machine->m, sp, p, true, next);
    }
}

static bool run_instruction(a3_machine *machine, unsigned from);

static bool step(a3_machine *machine, unsigned from, bool resumed);

/* Runs a function that was just entered, as far as nothing has to be guessed: true if it leads back to `next`, or on to an
 * import (all of that was carried out); false: nothing was changed. */
static bool try_call(a3_machine *machine, uint64_t next)
{
    a3_cpu before = machine->cpu;
    a3_mark mark = a3_memory_mark(machine->m);
    unsigned depth = machine->cpu.depth;
    bool good = true, inner = machine->trying;
    machine->trying = true;
    for (unsigned i = 0; i < TRIAL_STEPS && good && machine->out->steps < machine->plan->steps; i++) {
        uint64_t pc = machine->cpu.pc;
        bool import = machine->cpu.pc_known && is_import(machine, pc);
        if (machine->cpu.pc_known && (pc == next || (import && machine->cpu.depth == depth))) {
            machine->trying = inner;
            return true;
        }
        machine->out->steps++;
        machine->cpu.steps++;
        if (import) {
            a3_pointer p = a3_memory_classify(machine->m, pc);
            good = a3_import_enter(machine, (unsigned)p.value, p.addend) == A3_GO_ON;
        } else {
            good = machine->cpu.pc_known && !is_exit(machine, pc) && step(machine, 0, false);
        }
        good = good && machine->trying && !machine->nomem;
    }
    machine->trying = inner;
    a3_memory_undo(machine->m, mark);
    machine->cpu = before;
    return false;
}

/* A call: into the function where we follow and can, over it where not. */
static void call(a3_machine *machine, const a3_op *op, uint64_t next)
{
    a3_cpu *cpu = &machine->cpu;
    uint64_t target, back;
    bool known = target_of(machine, op, &target);
    bool import = known && is_import(machine, target);
    if (!known || (!import && !has_code(machine, target)) || cpu->depth == A3_MOST_DEPTH) {
        a3_call_havoc(machine);
        cpu->stale = true; /* what the function stores is not known */
        cpu->pc = next;
        return;
    }
    link_call(machine, op, next);
    cpu->pc = target;
    if (target == next)
        return;
    uint32_t site = (cpu->site[cpu->depth] ^ (uint32_t)next) * UINT32_C(0x9e3779b1);
    cpu->frame[++cpu->depth] = ++cpu->calls;
    cpu->site[cpu->depth] = site;
    if (!import)
        a3_reg_set(cpu, machine->isa->entry, true, target);
    if (import || machine->plan->follow || machine->trying || try_call(machine, next))
        return;
    known = a3_return_address(machine, &back);
    a3_return_to(machine, known, back);
    a3_call_havoc(machine);
    cpu->stale = true;
}

/* -- one instruction -- */

/* An operation that jumps, calls, returns or ends the path. True: the rest of the instruction is not run. */
static bool transfer(a3_machine *machine, const a3_op *op, unsigned index, uint64_t next)
{
    a3_cpu *cpu = &machine->cpu;
    uint64_t target = 0;
    bool known = true;
    switch (op->code) {
    case A3_OP_BRANCH:
        if (a3_path_decide(machine, op, index)) {
            cpu->pc = a3_cut((uint64_t)op->imm, machine->isa->pointer_size);
            return true;
        }
        return false;
    case A3_OP_SKIP:
        return !a3_path_decide(machine, op, index);
    case A3_OP_JUMP:
        known = target_of(machine, op, &target);
        go_to(cpu, known, target);
        return true;
    case A3_OP_CALL:
        call(machine, op, next);
        return true;
    default:
        known = op->a == A3_REG_NONE ? pop(machine, &target, (uint64_t)op->imm) : a3_reg_get(cpu, op->a, &target);
        go_to(cpu, known, target);
        cpu->depth -= cpu->depth > 0;
        return true;
    }
}

static void select_value(a3_machine *machine, const a3_op *op, unsigned index)
{
    a3_cpu *cpu = &machine->cpu;
    uint64_t a, b;
    bool ka = a3_reg_get(cpu, op->a, &a), kb = a3_reg_get(cpu, op->b, &b);
    bool same = ka && kb && a == b, none = !ka && !kb;
    bool side = true;
    if (op->sign && !same && a3_cond_test(cpu, op) == A3_MAYBE) {
        a3_reg_forget(machine, op->d);
        return;
    }
    if (!same && !none)
        side = a3_path_decide(machine, op, index);
    else if (none && a3_cond_test(cpu, op) == A3_FALSE)
        side = false;
    a3_reg_set(cpu, op->d, side ? ka : kb, side ? a : b);
}

/* The decoded instruction, from operation `from` on. False: the path ends here. */
static bool run_instruction(a3_machine *machine, unsigned from)
{
    a3_cpu *cpu = &machine->cpu;
    const a3_insn *insn = &machine->insn;
    uint64_t here = cpu->pc;
    uint64_t next = a3_cut(code_address(machine, here) + insn->length, machine->isa->pointer_size);
    if (machine->isa->thumb)
        next |= insn->thumb;
    for (unsigned i = from; i < insn->count; i++) {
        const a3_op *op = &insn->ops[i];
        switch (op->code) {
        case A3_OP_TRAP:
            return false;
        case A3_OP_SELECT:
            select_value(machine, op, i);
            break;
        case A3_OP_SKIP: case A3_OP_JUMP: case A3_OP_CALL: case A3_OP_RETURN: case A3_OP_BRANCH:
            cpu->pc = here;
            if (transfer(machine, op, i, next)) {
                if (op->code == A3_OP_SKIP)
                    cpu->pc = next;
                return true;
            }
            break;
        default:
            a3_op_run(machine, op);
        }
    }
    cpu->pc = next;
    return true;
}

/* Decodes at pc and runs. False: the path ends (lost, if that is not the code's own will). `resumed`: the instruction goes
 * on at operation `from`, where a condition is decided. */
static bool step(a3_machine *machine, unsigned from, bool resumed)
{
    a3_cpu *cpu = &machine->cpu;
    if (!has_code(machine, cpu->pc)) {
        lose(machine, "the code leads out of the image");
        return false;
    }
    if (resumed)
        cpu->context = cpu->context_before;
    else
        cpu->context_before = cpu->context;
    if (!decode(machine, &cpu->context)) {
        lose(machine, "an instruction that is not understood");
        return false;
    }
    return run_instruction(machine, from);
}

/* To the path's end. `resumed`: as in step. */
static void run_path(a3_machine *machine, unsigned from, bool resumed)
{
    a3_cpu *cpu = &machine->cpu;
    for (; !machine->nomem; from = 0, resumed = false) {
        if (!cpu->pc_known) {
            if (!a3_path_split(machine))
                lose(machine, "a jump whose target could not be told");
            return;
        }
        if (is_exit(machine, cpu->pc)) {
            if (a3_path_next_start(machine))
                continue;
            finish(machine);
            return;
        }
        if (machine->out->steps >= machine->plan->steps || cpu->steps >= A3_MOST_PATH_STEPS || machine->m->full ||
            (cpu->maybe && (++cpu->maybe_steps >= A3_MOST_PATH_MAYBE_STEPS || ++machine->maybe_steps >= A3_MOST_MAYBE_STEPS))) {
            lose(machine, "the code is too long to follow");
            return;
        }
        machine->out->steps++;
        cpu->steps++;
        if (is_import(machine, cpu->pc)) {
            a3_pointer p = a3_memory_classify(machine->m, cpu->pc);
            if (a3_import_enter(machine, (unsigned)p.value, p.addend) == A3_PATH_ENDS)
                return;
        } else if (!step(machine, from, resumed)) {
            return;
        }
    }
}

a3_status a3_interpret(a3_machine *machine, const a3_plan *plan, const a3_visitor *visitor, a3_outcome *out)
{
    unsigned from;
    *out = (a3_outcome){.complete = true};
    machine->plan = plan;
    machine->visitor = visitor;
    machine->out = out;
    a3_path_start(machine);
    run_path(machine, 0, false);
    while (!machine->nomem && a3_path_resume(machine, &from)) {
        run_path(machine, from, true);
        machine->forced = false;
    }
    return machine->nomem ? A3_NOMEM : A3_OK;
}

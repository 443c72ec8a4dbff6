/* SPDX-License-Identifier: MIT */
/* Values, memory accesses and conditions of the neutral operations (lift.h). */
#include "module/machine.h"

enum { Z = 1, N = 2, V = 4, B = 8, MOST_UNITS = 4096 };

uint64_t a3_cut(uint64_t value, unsigned size) { return size >= 8 ? value : value & ((UINT64_C(1) << (8 * size)) - 1); }

void a3_reg_set(a3_cpu *cpu, unsigned reg, bool known, uint64_t value)
{
    if (reg >= A3_REG_MAX)
        return;
    uint64_t bit = UINT64_C(1) << (reg % 64);
    cpu->reg[reg] = value;
    cpu->known[reg / 64] = known ? cpu->known[reg / 64] | bit : cpu->known[reg / 64] & ~bit;
    cpu->soft[reg / 64] &= ~bit;
    cpu->low1[reg / 64] &= ~bit;
    cpu->low2[reg / 64] &= ~bit;
    if (cpu->flags.has_reg && cpu->flags.reg == reg)
        cpu->flags.has_reg = false;
}

void a3_reg_soften(a3_cpu *cpu, unsigned reg)
{
    if (reg >= A3_REG_MAX)
        return;
    cpu->soft[reg / 64] |= UINT64_C(1) << (reg % 64);
    cpu->soft_there = true;
}

void a3_reg_forget(a3_machine *machine, unsigned reg)
{
    a3_reg_set(&machine->cpu, reg, false, machine->tags < INT32_MAX ? ++machine->tags : 0);
}

/* -- arithmetic -- */

static uint64_t shift(unsigned code, uint64_t a, uint64_t count, unsigned size)
{
    unsigned bits = 8 * size;
    int64_t wide = a3_sign_extend(a, bits);
    switch (code) {
    case A3_OP_SHL:
        return count >= bits ? 0 : a << count;
    case A3_OP_SHR:
        return count >= bits ? 0 : a >> count;
    case A3_OP_SAR:
        return (uint64_t)(wide >> (count >= bits ? bits - 1 : count));
    default:
        count %= bits;
        return count == 0 ? a : a >> count | a << (bits - count);
    }
}

static uint64_t compute(unsigned code, unsigned size, uint64_t a, uint64_t b)
{
    switch (code) {
    case A3_OP_ADD:
        return a + b;
    case A3_OP_SUB:
        return a - b;
    case A3_OP_AND:
        return a & b;
    case A3_OP_OR:
        return a | b;
    case A3_OP_XOR:
        return a ^ b;
    case A3_OP_MUL:
        return a * b;
    default:
        return shift(code, a3_cut(a, size), code == A3_OP_ROR ? b : a3_cut(b, size), size);
    }
}

uint64_t a3_derive(const a3_derived *d, uint64_t parent)
{
    return a3_cut(compute(d->code, d->size, d->reversed ? d->imm : parent, d->reversed ? parent : d->imm), d->size);
}

bool a3_derive_parent(const a3_derived *d, uint64_t child, uint64_t *parent)
{
    if (d->code != A3_OP_ADD && d->code != A3_OP_SUB && d->code != A3_OP_XOR)
        return false;
    if (d->code == A3_OP_XOR)
        *parent = a3_cut(child ^ d->imm, d->size);
    else if (d->code == A3_OP_ADD)
        *parent = a3_cut(child - d->imm, d->size);
    else
        *parent = a3_cut(d->reversed ? d->imm - child : child + d->imm, d->size);
    return true;
}

/* The result of an operation of which one operand is known has a name that says how it follows from the other. */
static void note_derived(a3_machine *machine, const a3_op *op, bool reversed, uint32_t parent, uint64_t imm)
{
    if (parent != 0 && machine->tags < INT32_MAX)
        machine->derived[(machine->tags + 1) % A3_MOST_DERIVED] = (a3_derived){
            .tag = machine->tags + 1, .parent = parent, .code = op->code, .size = op->size, .reversed = reversed, .imm = imm};
}

static bool second(const a3_cpu *cpu, const a3_op *op, uint64_t *b)
{
    if (!op->use_imm)
        return a3_reg_get_low(cpu, op->b, op->size, b);
    *b = (uint64_t)op->imm;
    return true;
}

static bool same_name(const a3_cpu *cpu, unsigned a, unsigned b)
{
    uint32_t tag = a3_reg_tag(cpu, a);
    return tag != 0 && tag == a3_reg_tag(cpu, b);
}

/* Both follow from variables, and are the same number: one variable against a copy of itself, as a stack protector's guard at
 * a function's end. It is so whatever the variable holds. (Two variables that are equal at first are taken for one.) */
static bool same_variable(const a3_cpu *cpu, const a3_op *op, uint64_t a, uint64_t b)
{
    return !op->use_imm && a3_reg_soft(cpu, op->a) && a3_reg_soft(cpu, op->b) && a3_cut(a, op->size) == a3_cut(b, op->size);
}

static void binary(a3_machine *machine, const a3_op *op)
{
    a3_cpu *cpu = &machine->cpu;
    uint64_t a, b;
    bool ka = a3_reg_get_low(cpu, op->a, op->size, &a), kb = second(cpu, op, &b);
    bool same = !op->use_imm && (op->code == A3_OP_XOR || op->code == A3_OP_SUB) &&
                (op->a == op->b || (ka && kb ? same_variable(cpu, op, a, b) : !ka && !kb && same_name(cpu, op->a, op->b)));
    bool zero = (op->code == A3_OP_AND || op->code == A3_OP_MUL) &&
                ((ka && a3_cut(a, op->size) == 0) || (kb && a3_cut(b, op->size) == 0));
    if (same || zero) {
        a3_reg_set(cpu, op->d, true, 0);
    } else if (op->code == A3_OP_OR && kb && a3_cut(~b, op->size) == 0) {
        a3_reg_set(cpu, op->d, true, a3_cut(b, op->size));
    } else if (ka && kb) {
        bool soft = a3_reg_soft(cpu, op->a) || (!op->use_imm && a3_reg_soft(cpu, op->b));
        a3_reg_set(cpu, op->d, true, a3_cut(compute(op->code, op->size, a, b), op->size));
        if (soft)
            a3_reg_soften(cpu, op->d);
    } else {
        bool soft = (!ka && a3_reg_soft(cpu, op->a)) || (!kb && a3_reg_soft(cpu, op->b));
        if (kb)
            note_derived(machine, op, false, a3_reg_tag(cpu, op->a), b);
        else if (ka)
            note_derived(machine, op, true, a3_reg_tag(cpu, op->b), a);
        a3_reg_forget(machine, op->d);
        if (soft)
            a3_reg_soften(cpu, op->d);
    }
}

static uint64_t leading_zeros(uint64_t a, unsigned bits)
{
    return a == 0 ? bits : (unsigned)__builtin_clzll(a) - (64 - bits);
}

static void unary(a3_machine *machine, const a3_op *op)
{
    a3_cpu *cpu = &machine->cpu;
    uint64_t a;
    bool known = a3_reg_get_low(cpu, op->a, op->size, &a), soft = a3_reg_soft(cpu, op->a);
    if (!known) { /* a copy has the same name */
        uint32_t tag = op->code == A3_OP_NOT || op->code == A3_OP_CLZ ? 0 : a3_reg_tag(cpu, op->a);
        if (tag == 0)
            a3_reg_forget(machine, op->d);
        else
            a3_reg_set(cpu, op->d, false, tag);
        if (soft)
            a3_reg_soften(cpu, op->d);
        return;
    }
    if (op->code == A3_OP_NOT)
        a = ~a;
    if (op->code == A3_OP_SEXT)
        a = (uint64_t)a3_sign_extend(a, 8u * op->size);
    else if (op->code == A3_OP_CLZ)
        a = leading_zeros(a3_cut(a, op->size), 8u * op->size);
    else
        a = a3_cut(a, op->size);
    a3_reg_set(cpu, op->d, true, a);
    if (soft)
        a3_reg_soften(cpu, op->d);
}

static void insert(a3_cpu *cpu, const a3_op *op)
{
    uint64_t d, a;
    bool soft = a3_reg_soft(cpu, op->a) || a3_reg_soft(cpu, op->d);
    bool rest = a3_reg_get(cpu, op->d, &d) || op->sign, known = a3_reg_get_low(cpu, op->a, op->size, &a);
    d = a3_reg_get(cpu, op->d, &d) ? d : 0;
    if (known && !rest && op->imm == 0 && op->size <= 2) {
        uint64_t bit = UINT64_C(1) << (op->d % 64);
        a3_reg_set(cpu, op->d, false, a3_cut(a, op->size));
        cpu->low1[op->d / 64] |= bit;
        cpu->low2[op->d / 64] |= op->size == 2 ? bit : 0;
        return;
    }
    if (!known || !rest || op->imm < 0 || op->imm > 7) {
        bool low_word = op->sign && op->imm == 0 && op->size == 4; /* as good as a copy */
        a3_reg_set(cpu, op->d, false, low_word ? a3_reg_tag(cpu, op->a) : 0);
        if (soft)
            a3_reg_soften(cpu, op->d);
        return;
    }
    unsigned place = 8u * (unsigned)op->imm;
    uint64_t mask = a3_cut(UINT64_MAX, op->size) << place;
    a3_reg_set(cpu, op->d, true, (d & ~mask) | ((a << place) & mask));
    if (soft)
        a3_reg_soften(cpu, op->d);
}

/* -- memory -- */

static bool address_of(const a3_machine *machine, const a3_op *op, uint64_t *address)
{
    bool known = a3_reg_get(&machine->cpu, op->a, address);
    *address = a3_cut(*address + (uint64_t)op->imm, machine->isa->pointer_size);
    return known;
}

static void note_half(a3_machine *machine, uint64_t address, uint32_t tag)
{
    uint64_t value;
    if (tag != 0 && a3_memory_load(machine->m, address, 4, &value) == A3_KNOWN)
        machine->halves[tag % A3_MOST_HALVES] = (a3_half){.tag = tag, .value = (uint32_t)value, .soft = machine->m->soft};
}

/* What was stored under the name is known in its first half. */
static void store_half(a3_machine *machine, uint64_t address, uint32_t tag)
{
    const a3_half *half = &machine->halves[tag % A3_MOST_HALVES];
    if (tag == 0 || half->tag != tag)
        return;
    a3_memory_store(machine->m, address, 4, true, half->value);
    if (half->soft)
        a3_memory_soften(machine->m, address, 4);
}

static void load(a3_machine *machine, const a3_op *op)
{
    uint64_t address, value = 0;
    bool placed = address_of(machine, op, &address);
    bool known = placed && a3_memory_load(machine->m, address, op->size, &value) == A3_KNOWN;
    if (!known && value == 0) {
        bool soft = placed && machine->m->soft;
        a3_reg_forget(machine, op->d);
        if (soft)
            a3_reg_soften(&machine->cpu, op->d);
        /* what another library or the thread holds is the same when it is read again (a stack protector's canary) */
        bool other = placed && ((address >= machine->m->imports && address < machine->m->imports_end) ||
                                (address >= machine->m->thread && address < machine->m->thread_end));
        if (other && op->size >= 4)
            a3_memory_store(machine->m, address, op->size, false, a3_reg_tag(&machine->cpu, op->d));
        else if (placed && op->size == 8)
            note_half(machine, address, a3_reg_tag(&machine->cpu, op->d));
        return;
    }
    if (known && op->sign)
        value = (uint64_t)a3_sign_extend(value, 8u * op->size);
    a3_reg_set(&machine->cpu, op->d, known, value);
    if (machine->m->soft)
        a3_reg_soften(&machine->cpu, op->d);
}

static void store(a3_machine *machine, const a3_op *op)
{
    uint64_t address, value = 0;
    if (!address_of(machine, op, &address)) {
        machine->cpu.stale = true;
        return;
    }
    if (op->code == A3_OP_STORE) {
        bool known = a3_reg_get_low(&machine->cpu, op->d, op->size, &value);
        if (!known)
            value = a3_reg_tag(&machine->cpu, op->d);
        /* less than four bytes cannot hold a name: nothing that is ever read as one */
        a3_memory_store(machine->m, address, op->size, known, known || op->size >= 4 ? value : UINT64_MAX);
        if (a3_reg_soft(&machine->cpu, op->d))
            a3_memory_soften(machine->m, address, op->size);
        if (!known && op->size == 8)
            store_half(machine, address, (uint32_t)value);
        return;
    }
    for (unsigned done = 0; done < op->size && done < 64; done += 8)
        a3_memory_store(machine->m, address + done, op->size - done < 8 ? op->size - done : 8, false, 0);
    a3_memory_soften(machine->m, address, op->size < 64 ? op->size : 64);
}

/* COPY and FILL; what is too long or not known leaves the destination unknown altogether. */
static void bulk(a3_machine *machine, const a3_op *op)
{
    uint64_t to, from, count;
    unsigned width = machine->isa->pointer_size;
    bool known = a3_reg_get(&machine->cpu, op->d, &to), from_known = a3_reg_get(&machine->cpu, op->a, &from);
    if (!second(&machine->cpu, op, &count) || !known || a3_cut(count, width) > MOST_UNITS) {
        machine->cpu.stale = true;
        return;
    }
    count = a3_cut(count, width);
    for (uint64_t i = 0; i < count; i++) {
        uint64_t at = a3_cut(to + i * op->size, width), value = from;
        bool there = from_known;
        machine->m->soft = false;
        if (op->code == A3_OP_COPY)
            there = from_known && a3_memory_load(machine->m, a3_cut(from + i * op->size, width), op->size, &value) == A3_KNOWN;
        bool soft = machine->m->soft;
        a3_memory_store(machine->m, at, op->size, there, value);
        if (soft)
            a3_memory_soften(machine->m, at, op->size);
    }
}

/* -- flags -- */

#define STATE(s) ((uint16_t)(1u << (s)))

/* The states with one flag set, and what follows from them. Z excludes N, on every machine. */
enum {
    HAS_Z = 0xaaaa, HAS_N = 0xcccc, HAS_V = 0xf0f0, HAS_B = 0xff00, ALL = 0xffff, LESS = HAS_N ^ HAS_V,
    POSSIBLE = ALL & ~(HAS_Z & HAS_N)
};

void a3_flags_forget(a3_cpu *cpu) { cpu->flags = (a3_flag_set){.states = POSSIBLE}; }

static unsigned subtract_state(uint64_t a, uint64_t b, unsigned size)
{
    uint64_t r = a3_cut(a - b, size);
    unsigned top = 8 * size - 1;
    bool negative = r >> top & 1, overflow = ((a ^ b) & (a ^ r)) >> top & 1;
    return (r == 0 ? Z : 0) | (negative ? N : 0) | (overflow ? V : 0) | (a < b ? B : 0);
}

static unsigned other_state(unsigned code, uint64_t a, uint64_t b, unsigned size)
{
    uint64_t r = a3_cut(code == A3_OP_FLAGS_ADD ? a + b : a & b, size);
    unsigned top = 8 * size - 1;
    bool overflow = code == A3_OP_FLAGS_ADD && ((a ^ r) & (b ^ r)) >> top & 1;
    bool carry = code == A3_OP_FLAGS_ADD && r < a;
    return (r == 0 ? Z : 0) | (r >> top & 1 ? N : 0) | (overflow ? V : 0) | (carry ? B : 0);
}

/* Adds every state that differs in one flag only; `has`: the states with it. The flag's bit in a state's number is the
 * distance. */
static uint16_t widen(uint16_t states, unsigned has, unsigned bit)
{
    return (uint16_t)(states | (states & has) >> bit | (states & ~has) << bit);
}

static void set_flags(a3_cpu *cpu, const a3_op *op, unsigned pointer_size)
{
    uint64_t a, b;
    bool ka = a3_reg_get_low(cpu, op->a, op->size, &a), kb = second(cpu, op, &b);
    a = a3_cut(a, op->size);
    b = a3_cut(b, op->size);
    bool subtract = op->code == A3_OP_FLAGS_SUB;
    uint16_t states = 0;
    if (subtract && !ka && !kb && same_name(cpu, op->a, op->b))
        a = b = 0, ka = kb = true; /* equal, whatever they are */
    if (ka && kb) {
        states = STATE(subtract ? subtract_state(a, b, op->size) : other_state(op->code, a, b, op->size));
    } else {
        states = POSSIBLE;
        if (op->code == A3_OP_FLAGS_AND)
            states &= (uint16_t)~(HAS_V | HAS_B);
        if (subtract)
            states &= (uint16_t)~(HAS_Z & (HAS_V | HAS_B));
    }
    if (!subtract && (op->bit & 8) != 0) /* no carry is a borrow */
        states = (uint16_t)((states & HAS_B) >> B | (states & ~HAS_B) << B);
    bool carry_lost = (op->bit & 1) || (!subtract && !(op->bit & 12));
    if (carry_lost)
        states = widen(states, HAS_B, B);
    if (op->bit & 2)
        states = widen(states, HAS_V, V);
    cpu->flags = (a3_flag_set){.states = states};
    bool soft = a3_reg_soft(cpu, op->a) || (!op->use_imm && a3_reg_soft(cpu, op->b));
    cpu->flags.soft = (soft && !(subtract && ka && kb && same_variable(cpu, op, a, b))) ||
                      (ka && kb && (carry_lost || (op->bit & 2) != 0));
    if (subtract && !ka && kb && op->a < A3_REG_MAX && !(op->bit & 1)) {
        cpu->flags.tag = a3_reg_tag(cpu, op->a);
        cpu->flags.limit = b;
    }
    if (op->size != pointer_size || op->a >= A3_REG_MAX || ka)
        return;
    bool self = op->code == A3_OP_FLAGS_AND && !op->use_imm && op->a == op->b;
    cpu->flags.has_reg = self || (subtract && kb);
    cpu->flags.reg = op->a;
    cpu->flags.equal = self ? 0 : b;
}

/* The states in which each condition over flags holds; 0: another kind of condition. */
static const uint16_t holds_in[A3_COND_UNKNOWN + 1] = {
    [A3_COND_EQ] = HAS_Z,
    [A3_COND_NE] = ALL & ~HAS_Z,
    [A3_COND_ULT] = HAS_B,
    [A3_COND_UGE] = ALL & ~HAS_B,
    [A3_COND_ULE] = HAS_B | HAS_Z,
    [A3_COND_UGT] = ALL & ~(HAS_B | HAS_Z),
    [A3_COND_SLT] = LESS,
    [A3_COND_SGE] = ALL & ~LESS,
    [A3_COND_SLE] = LESS | HAS_Z,
    [A3_COND_SGT] = ALL & ~(LESS | HAS_Z),
    [A3_COND_NEG] = HAS_N,
    [A3_COND_POS] = ALL & ~HAS_N,
    [A3_COND_OVERFLOW] = HAS_V,
    [A3_COND_NO_OVERFLOW] = ALL & ~HAS_V,
};

static a3_truth truth(bool known, bool value) { return !known ? A3_MAYBE : value ? A3_TRUE : A3_FALSE; }

static a3_truth test_registers(const a3_cpu *cpu, const a3_op *op)
{
    uint64_t a, b;
    bool ka = a3_reg_get(cpu, op->a, &a), kb = a3_reg_get(cpu, op->b, &b);
    int64_t sa, sb;
    a = a3_cut(a, op->size);
    b = a3_cut(b, op->size);
    sa = a3_sign_extend(a, 8u * op->size);
    sb = a3_sign_extend(b, 8u * op->size);
    bool both = (ka && kb) || op->a == op->b;
    if (!ka && !kb && same_name(cpu, op->a, op->b))
        sa = sb, a = b, both = true;
    switch (op->cond) {
    case A3_COND_ZERO:
        return truth(ka, a == 0);
    case A3_COND_NONZERO:
        return truth(ka, a != 0);
    case A3_COND_BIT_CLEAR:
        return truth(ka, !(a >> (op->bit & 63) & 1));
    case A3_COND_BIT_SET:
        return truth(ka, a >> (op->bit & 63) & 1);
    case A3_COND_RSLT:
        return truth(both, sa < sb);
    case A3_COND_RSGE:
        return truth(both, sa >= sb);
    case A3_COND_RULT:
        return truth(both, a < b);
    case A3_COND_RUGE:
        return truth(both, a >= b);
    case A3_COND_REQ:
        return truth(both, a == b);
    case A3_COND_RNE:
        return truth(both, a != b);
    case A3_COND_ALWAYS:
        return A3_TRUE;
    default:
        return A3_MAYBE;
    }
}

a3_truth a3_cond_test(const a3_cpu *cpu, const a3_op *op)
{
    uint16_t holds = op->cond <= A3_COND_UNKNOWN ? holds_in[op->cond] : 0;
    if (holds == 0)
        return test_registers(cpu, op);
    if ((cpu->flags.states & holds) == 0)
        return A3_FALSE;
    return (cpu->flags.states & ~holds) == 0 ? A3_TRUE : A3_MAYBE;
}

bool a3_cond_soft(const a3_cpu *cpu, const a3_op *op)
{
    if (op->cond <= A3_COND_UNKNOWN && holds_in[op->cond] != 0)
        return cpu->flags.soft;
    if (op->cond == A3_COND_UNKNOWN)
        return true;
    uint64_t a, b;
    bool two = op->cond == A3_COND_REQ || op->cond == A3_COND_RNE;
    if (two && a3_reg_get(cpu, op->a, &a) && a3_reg_get(cpu, op->b, &b) && same_variable(cpu, op, a, b))
        return false;
    return a3_reg_soft(cpu, op->a) || a3_reg_soft(cpu, op->b);
}

uint32_t a3_cond_bound(const a3_cpu *cpu, const a3_op *op, bool side, uint64_t *most)
{
    uint64_t value;
    bool below = side; /* less, or less or equal */
    switch (op->cond) {
    case A3_COND_UGE: case A3_COND_ULT:
        *most = cpu->flags.limit - 1;
        below = side == (op->cond == A3_COND_ULT);
        return below && cpu->flags.limit > 0 ? cpu->flags.tag : 0;
    case A3_COND_UGT: case A3_COND_ULE:
        *most = cpu->flags.limit;
        below = side == (op->cond == A3_COND_ULE);
        return below ? cpu->flags.tag : 0;
    case A3_COND_RULT: case A3_COND_RUGE:
        below = side == (op->cond == A3_COND_RULT);
        /* a < b, or not b < a */
        if (!a3_reg_get(cpu, below ? op->b : op->a, &value) || (below && value == 0))
            return 0;
        *most = below ? value - 1 : value;
        return a3_reg_tag(cpu, below ? op->a : op->b);
    default:
        return 0;
    }
}

/* Both registers hold the same: what is known of one is known of the other. */
static void make_equal(a3_cpu *cpu, unsigned a, unsigned b)
{
    uint64_t va, vb;
    bool ka = a3_reg_get(cpu, a, &va), kb = a3_reg_get(cpu, b, &vb);
    if (ka && !kb)
        a3_reg_set(cpu, b, true, va);
    else if (kb && !ka)
        a3_reg_set(cpu, a, true, vb);
}

void a3_cond_assume(a3_cpu *cpu, const a3_op *op, bool side, unsigned pointer_size)
{
    uint16_t holds = op->cond <= A3_COND_UNKNOWN ? holds_in[op->cond] : 0;
    if (holds != 0) {
        cpu->flags.states &= side ? holds : (uint16_t)~holds;
        bool zero = cpu->flags.states != 0 && (cpu->flags.states & ~HAS_Z) == 0;
        if (zero && cpu->flags.has_reg)
            a3_reg_set(cpu, cpu->flags.reg, true, cpu->flags.equal);
    } else if (op->size >= pointer_size) {
        if (op->cond == (side ? A3_COND_ZERO : A3_COND_NONZERO))
            a3_reg_set(cpu, op->a, true, 0);
        else if (op->cond == (side ? A3_COND_REQ : A3_COND_RNE))
            make_equal(cpu, op->a, op->b);
    }
}

void a3_op_run(a3_machine *machine, const a3_op *op)
{
    a3_cpu *cpu = &machine->cpu;
    switch (op->code) {
    case A3_OP_CONST:
        a3_reg_set(cpu, op->d, true, (uint64_t)op->imm);
        break;
    case A3_OP_MOVE: case A3_OP_NOT: case A3_OP_SEXT: case A3_OP_ZEXT: case A3_OP_CLZ:
        unary(machine, op);
        break;
    case A3_OP_ADD: case A3_OP_SUB: case A3_OP_AND: case A3_OP_OR: case A3_OP_XOR: case A3_OP_SHL: case A3_OP_SHR:
    case A3_OP_SAR: case A3_OP_MUL: case A3_OP_ROR:
        binary(machine, op);
        break;
    case A3_OP_INSERT:
        insert(cpu, op);
        break;
    case A3_OP_LOAD:
        load(machine, op);
        break;
    case A3_OP_STORE: case A3_OP_HAVOC_MEMORY:
        store(machine, op);
        break;
    case A3_OP_COPY: case A3_OP_FILL:
        bulk(machine, op);
        break;
    case A3_OP_FLAGS_SUB: case A3_OP_FLAGS_ADD: case A3_OP_FLAGS_AND:
        set_flags(cpu, op, machine->isa->pointer_size);
        break;
    case A3_OP_FLAGS_HAVOC:
        a3_flags_forget(cpu);
        cpu->flags.soft = true;
        break;
    default: /* HAVOC, and whatever we do not know */
        a3_reg_forget(machine, op->d);
        a3_reg_soften(cpu, op->d);
    }
}

/* SPDX-License-Identifier: MIT */
/* What we know of the functions that modules import: those that are watched, those that never return, those that give or
 * fill memory. Every other call leaves its result and the volatile registers unknown. */
#include "module/machine.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum {
    NOTHING, WATCHED, NO_RETURN, ALLOCATE, ALLOCATE_ZEROED, COPY, FILL, CLEAR, FILL_ARM, FIRST_TIME, CALL_BACK, THREAD_LOCAL,
    KEEP,     /* returns, and leaves every register alone: what -pg calls */
    KEEP_ARM, /* the same; the link register was pushed for it */
    ZERO      /* returns 0 */
};

typedef struct model {
    const char *name;
    uint8_t effect;
    uint8_t watch;
    uint8_t arg; /* WATCHED: the argument that matters; ALLOCATE: the size; CALL_BACK: the function */
} model;

/* Sorted by name (strcmp): found by bisection. */
static const model models[] = {
    {"??2@YAPAXI@Z", ALLOCATE, 0, 0},
    {"??2@YAPEAX_K@Z", ALLOCATE, 0, 0},
    {"ExitProcess", NO_RETURN, 0, 0},
    {"PyABIInfo_Check", WATCHED, A3_WATCH_ABI_CHECK, 0},
    {"PyMem_Calloc", ALLOCATE_ZEROED, 0, 0},
    {"PyMem_Malloc", ALLOCATE, 0, 0},
    {"PyMem_RawCalloc", ALLOCATE_ZEROED, 0, 0},
    {"PyMem_RawMalloc", ALLOCATE, 0, 0},
    {"PyModuleDef_Init", WATCHED, A3_WATCH_DEF_INIT, 0},
    {"PyModule_Create2", WATCHED, A3_WATCH_CREATE, 0},
    {"PyModule_FromDefAndSpec2", WATCHED, A3_WATCH_FROM_DEF, 0},
    {"PyObject_Calloc", ALLOCATE_ZEROED, 0, 0},
    {"PyObject_Malloc", ALLOCATE, 0, 0},
    {"PyType_FromMetaclass", WATCHED, A3_WATCH_TYPE_SPEC, 2},
    {"PyType_FromModuleAndSpec", WATCHED, A3_WATCH_TYPE_SPEC, 1},
    {"PyType_FromSlots", WATCHED, A3_WATCH_TYPE_SLOTS, 0},
    {"PyType_FromSpec", WATCHED, A3_WATCH_TYPE_SPEC, 0},
    {"PyType_FromSpecWithBases", WATCHED, A3_WATCH_TYPE_SPEC, 0},
    {"PyType_Ready", WATCHED, A3_WATCH_TYPE_READY, 0},
    {"PyUnstable_Module_SetGIL", WATCHED, A3_WATCH_SET_GIL, 1},
    {"Py_Exit", NO_RETURN, 0, 0},
    {"Py_ExitStatusException", NO_RETURN, 0, 0},
    {"Py_FatalError", NO_RETURN, 0, 0},
    {"RaiseFailFastException", NO_RETURN, 0, 0},
    {"_CxxThrowException", NO_RETURN, 0, 0},
    {"_Exit", NO_RETURN, 0, 0},
    {"_Py_FatalErrorFunc", NO_RETURN, 0, 0},
    {"_Unwind_Resume", NO_RETURN, 0, 0},
    {"_ZSt9terminatev", NO_RETURN, 0, 0},
    {"_Znaj", ALLOCATE, 0, 0},
    {"_Znam", ALLOCATE, 0, 0},
    {"_Znwj", ALLOCATE, 0, 0},
    {"_Znwm", ALLOCATE, 0, 0},
    {"__aeabi_memclr", CLEAR, 0, 0},
    {"__aeabi_memclr4", CLEAR, 0, 0},
    {"__aeabi_memclr8", CLEAR, 0, 0},
    {"__aeabi_memcpy", COPY, 0, 0},
    {"__aeabi_memcpy4", COPY, 0, 0},
    {"__aeabi_memcpy8", COPY, 0, 0},
    {"__aeabi_memmove", COPY, 0, 0},
    {"__aeabi_memset", FILL_ARM, 0, 0},
    {"__aeabi_memset4", FILL_ARM, 0, 0},
    {"__aeabi_memset8", FILL_ARM, 0, 0},
    {"__asan_memcpy", COPY, 0, 0},
    {"__asan_memmove", COPY, 0, 0},
    {"__asan_memset", FILL, 0, 0},
    {"__assert", NO_RETURN, 0, 0},
    {"__assert_fail", NO_RETURN, 0, 0},
    {"__assert_rtn", NO_RETURN, 0, 0},
    {"__bzero", CLEAR, 0, 0},
    {"__chk_fail", NO_RETURN, 0, 0},
    {"__cxa_bad_cast", NO_RETURN, 0, 0},
    {"__cxa_guard_acquire", FIRST_TIME, 0, 0},
    {"__cxa_pure_virtual", NO_RETURN, 0, 0},
    {"__cxa_rethrow", NO_RETURN, 0, 0},
    {"__cxa_throw", NO_RETURN, 0, 0},
    {"__fentry__", KEEP, 0, 0},
    {"__fortify_fail", NO_RETURN, 0, 0},
    {"__gnu_mcount_nc", KEEP_ARM, 0, 0},
    {"__longjmp_chk", NO_RETURN, 0, 0},
    {"__memcpy_chk", COPY, 0, 0},
    {"__memmove_chk", COPY, 0, 0},
    {"__memset_chk", FILL, 0, 0},
    {"__stack_chk_fail", NO_RETURN, 0, 0},
    {"__stack_chk_fail_local", NO_RETURN, 0, 0},
    {"__tls_get_addr", THREAD_LOCAL, 0, 0},
    {"_exit", NO_RETURN, 0, 0},
    {"_invalid_parameter_noinfo_noreturn", NO_RETURN, 0, 0},
    {"_mcount", KEEP, 0, 0},
    {"abort", NO_RETURN, 0, 0},
    {"bzero", CLEAR, 0, 0},
    {"calloc", ALLOCATE_ZEROED, 0, 0},
    {"exit", NO_RETURN, 0, 0},
    {"longjmp", NO_RETURN, 0, 0},
    {"malloc", ALLOCATE, 0, 0},
    {"mcount", KEEP, 0, 0},
    {"memcpy", COPY, 0, 0},
    {"memmove", COPY, 0, 0},
    {"memset", FILL, 0, 0},
    {"pthread_exit", NO_RETURN, 0, 0},
    {"pthread_once", CALL_BACK, 0, 1},
    {"siglongjmp", NO_RETURN, 0, 0},
    {"terminate", NO_RETURN, 0, 0},
};

static int compare_model(const void *key, const void *entry) { return strcmp(key, ((const model *)entry)->name); }

static const model *model_of(const char *name)
{
    static const model throws = {"", NO_RETURN, 0, 0};
    if (name == NULL)
        return NULL;
    static const model no_shadow = {"", ZERO, 0, 0};
    if (a3_has_prefix(name, "_ZSt") && strstr(name, "__throw_") != NULL)
        return &throws; /* std::__throw_length_error and its like */
    if (a3_has_prefix(name, "__asan_report_") || (a3_has_prefix(name, "__ubsan_handle_") && strstr(name, "_abort") != NULL))
        return &throws;
    if (a3_has_prefix(name, "__asan_stack_malloc_"))
        return &no_shadow; /* then the frame is on the stack */
    return bsearch(name, models, sizeof models / sizeof models[0], sizeof models[0], compare_model);
}

/* Argument `index` as the callee finds it at its entry. */
static bool argument(a3_machine *machine, unsigned index, uint64_t *value)
{
    const a3_isa *isa = machine->isa;
    unsigned p = isa->pointer_size;
    uint64_t sp;
    bool known;
    *value = 0;
    if (index < isa->arg_count) {
        known = a3_reg_get(&machine->cpu, isa->args[index], value);
    } else {
        known = a3_reg_get(&machine->cpu, isa->stack, &sp) &&
                a3_memory_load(machine->m, sp + isa->stack_offset + (uint64_t)p * (index - isa->arg_count), p, value) == A3_KNOWN;
    }
    *value = a3_cut(*value, p);
    return known;
}

static void result(a3_machine *machine, bool known, uint64_t value)
{
    a3_reg_set(&machine->cpu, machine->isa->result, known, value);
}

/* What a called function may store through a pointer to our stack (an out parameter) is not known afterwards. */
static void forget_out_parameters(a3_machine *machine)
{
    uint64_t value;
    unsigned count = machine->isa->arg_count > 0 ? machine->isa->arg_count : 4;
    for (unsigned i = 0; i < count && i < 6; i++)
        if (argument(machine, i, &value) && a3_memory_is_stack(machine->m, value))
            a3_memory_store(machine->m, value, machine->isa->pointer_size, false, 0);
}

void a3_call_havoc(a3_machine *machine)
{
    a3_cpu *cpu = &machine->cpu;
    const uint64_t lost[2] = {machine->isa->volatile_low, machine->isa->volatile_high};
    for (unsigned i = 0; i < sizeof cpu->known / sizeof cpu->known[0]; i++) {
        uint64_t kept = i < 2 ? ~lost[i] : 0;
        cpu->known[i] &= kept;
        cpu->low1[i] &= kept;
        cpu->low2[i] &= kept;
    }
    for (unsigned i = 0; i < 2; i++) /* no name either */
        for (uint64_t left = lost[i]; left != 0; left &= left - 1)
            cpu->reg[64 * i + (unsigned)__builtin_ctzll(left)] = 0;
    memset(cpu->reg + 128, 0, sizeof cpu->reg - 128 * sizeof cpu->reg[0]);
    a3_flags_forget(cpu);
    a3_reg_forget(machine, machine->isa->result);
}

static bool report(a3_machine *machine, const model *of)
{
    uint64_t value = 0;
    bool known = argument(machine, of->arg, &value);
    a3_call call = {.watch = (a3_watch)of->watch, .name = of->name, .known = known && !machine->m->full, .value = value,
                    .stale = machine->cpu.stale, .maybe = machine->cpu.maybe, .doubtful = machine->cpu.doubtful, .touched = &machine->cpu.touched};
    return machine->visitor->called == NULL || machine->visitor->called(machine->visitor->user, &call);
}

enum { MOST_BYTES = 16384 };

static void fill(a3_machine *machine, uint64_t to, bool known, uint64_t byte, uint64_t size)
{
    uint64_t word = (byte & 0xff) * UINT64_C(0x0101010101010101);
    for (uint64_t done = 0; done < size; done += 8)
        a3_memory_store(machine->m, to + done, size - done < 8 ? (unsigned)(size - done) : 8, known, word);
}

/* Downwards where the destination is above the source, as memmove does. */
static void copy(a3_machine *machine, uint64_t to, uint64_t from, uint64_t size)
{
    uint64_t units = (size + 7) / 8;
    for (uint64_t i = 0; i < units; i++) {
        uint64_t at = 8 * (to > from ? units - 1 - i : i), value;
        unsigned n = size - at < 8 ? (unsigned)(size - at) : 8;
        bool known = a3_memory_load(machine->m, from + at, n, &value) == A3_KNOWN;
        a3_memory_store(machine->m, to + at, n, known, value);
    }
}

/* memcpy, memset and their relatives; what is not known of them makes the memory stale. */
static void block_operation(a3_machine *machine, unsigned effect)
{
    uint64_t to = 0, middle = 0, size = 0;
    unsigned size_arg = effect == CLEAR || effect == FILL_ARM ? 1 : 2, byte_arg = effect == FILL_ARM ? 2 : 1;
    bool to_known = argument(machine, 0, &to), size_known = argument(machine, size_arg, &size);
    bool middle_known = effect == CLEAR || argument(machine, byte_arg, &middle);
    if (!to_known || !size_known || size > MOST_BYTES)
        machine->cpu.stale = true;
    else if (effect == COPY && middle_known)
        copy(machine, to, middle, size);
    else
        fill(machine, to, middle_known && effect != COPY, middle, size);
    a3_call_havoc(machine);
    result(machine, to_known, to);
}

static void allocate(a3_machine *machine, const model *of)
{
    uint64_t size = 0, count = 1;
    bool zeroed = of->effect == ALLOCATE_ZEROED;
    bool known = argument(machine, of->arg, &size) && (!zeroed || argument(machine, of->arg + 1u, &count));
    if (!known || size > MOST_BYTES || count > MOST_BYTES || size * count > UINT64_C(1) << 20)
        size = 64, count = 1, zeroed = false;
    uint64_t block = a3_memory_allocate(machine->m, size * count, zeroed);
    a3_call_havoc(machine);
    result(machine, block != 0, block);
}

/* Variables of the image or the heap whose address a function is given that is not Python's may be changed by it. */
static void note_touched(a3_machine *machine)
{
    a3_touched *touched = &machine->cpu.touched;
    uint64_t value;
    unsigned count = machine->isa->arg_count > 0 ? machine->isa->arg_count : 4;
    for (unsigned i = 0; i < count && i < 6; i++) {
        if (!argument(machine, i, &value) || a3_memory_is_stack(machine->m, value) || !a3_memory_writable(machine->m, value) ||
            a3_memory_classify(machine->m, value).kind != A3_POINTER_ADDRESS)
            continue;
        touched->address[touched->count % A3_MOST_TOUCHED] = value;
        touched->count++;
    }
}

static void plain_call(a3_machine *machine, const char *name)
{
    if (name == NULL || !(a3_has_prefix(name, "Py") || a3_has_prefix(name, "_Py")))
        note_touched(machine);
    forget_out_parameters(machine);
    a3_call_havoc(machine);
    uint32_t tag = a3_reg_tag(&machine->cpu, machine->isa->result);
    machine->derived[tag % A3_MOST_DERIVED] = (a3_derived){.tag = tag, .code = A3_OP_CALL};
}

/* 32-bit Windows: system functions take their arguments off the stack (stdcall), how many is not told. */
static bool pops_arguments(const a3_image *im, const a3_import *import)
{
    if (im->os != A3_OS_WINDOWS || im->pointer_size != 4 || import->library == NULL)
        return false;
    static const char *const plain[] = {"python", "vcruntime", "ucrtbase", "msvcr", "msvcp", "api-ms-win-crt", "libgcc",
                                        "libstdc", "VCRUNTIME", "MSVC"};
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++)
        if (a3_has_prefix(import->library, plain[i]))
            return false;
    return true;
}

/* __gnu_mcount_nc finds the caller's link register on the stack, and puts it back. */
static void keep_arm(a3_machine *machine)
{
    a3_cpu *cpu = &machine->cpu;
    uint64_t sp, link = 0;
    bool there = a3_reg_get(cpu, machine->isa->stack, &sp), known = there && a3_memory_load(machine->m, sp, 4, &link) == A3_KNOWN;
    a3_reg_set(cpu, machine->isa->link, known, known ? link : 0);
    a3_reg_set(cpu, machine->isa->stack, there, there ? a3_cut(sp + 4, 4) : 0);
}

/* Carries out the function's effect. False: the path ends. */
static bool carry_out(a3_machine *machine, const model *of, const char *name)
{
    uint64_t value;
    bool known;
    switch (of ? of->effect : NOTHING) {
    case NO_RETURN:
        return false;
    case WATCHED:
        machine->nomem = !report(machine, of);
        known = of->watch == A3_WATCH_DEF_INIT && argument(machine, 0, &value);
        plain_call(machine, name);
        if (known) /* PyModuleDef_Init returns its argument */
            result(machine, true, value);
        break;
    case ALLOCATE: case ALLOCATE_ZEROED:
        allocate(machine, of);
        break;
    case COPY: case FILL: case CLEAR: case FILL_ARM:
        block_operation(machine, of->effect);
        break;
    case FIRST_TIME:
        a3_call_havoc(machine);
        result(machine, true, 1);
        break;
    case THREAD_LOCAL:
        value = a3_memory_allocate(machine->m, 4096, false);
        a3_call_havoc(machine);
        result(machine, value != 0, value);
        break;
    case KEEP:
        break;
    case KEEP_ARM:
        keep_arm(machine);
        break;
    default:
        plain_call(machine, name);
        if (of != NULL && of->effect == ZERO)
            result(machine, true, 0);
    }
    return true;
}

a3_flow a3_import_enter(a3_machine *machine, unsigned index, int64_t addend)
{
    const a3_import *import = &machine->m->im->imports.items[index];
    const model *of = addend == 0 ? model_of(import->name) : NULL;
    uint64_t back, callback;
    if (of != NULL && of->effect == CALL_BACK && argument(machine, of->arg, &callback)) {
        machine->cpu.pc = callback; /* it returns to our caller */
        return A3_GO_ON;
    }
    bool known = a3_return_address(machine, &back);
    if (!carry_out(machine, of, import->name))
        return A3_PATH_ENDS;
    a3_return_to(machine, known, back);
    if (of == NULL && pops_arguments(machine->m->im, import))
        a3_reg_set(&machine->cpu, machine->isa->stack, false, 0);
    return A3_GO_ON;
}

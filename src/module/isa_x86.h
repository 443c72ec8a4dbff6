/* SPDX-License-Identifier: MIT */
/* The x86 decoder's own state, between its files: isa_x86.c (prefixes, operands), isa_x86_one.c (one-byte opcodes),
 * isa_x86_two.c (0F opcodes on general registers, x87), isa_x86_vec.c (SSE, AVX).
 * Source: Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2. */
#ifndef A3_MODULE_ISA_X86_H
#define A3_MODULE_ISA_X86_H

#include "module/emit.h"

/* Registers: 0-15 general; each of ymm0-15 as four quads from 16 on; of zmm16-31 the low two from 80 on; the thread block. */
enum {
    A3_X86_AX = 0, A3_X86_CX = 1, A3_X86_DX = 2, A3_X86_BX = 3, A3_X86_SP = 4, A3_X86_BP = 5, A3_X86_SI = 6, A3_X86_DI = 7,
    A3_X86_VEC = 16, A3_X86_VEC_HIGH = 80, A3_X86_THREAD = 112, A3_X86_T0 = A3_REG_T0
};
/* Scratch: 0 and 1 for an address, the others for values. */
enum { A3_X86_TA = A3_X86_T0, A3_X86_TB, A3_X86_TV, A3_X86_TW, A3_X86_TX, A3_X86_TY };

typedef struct a3_x86 {
    const uint8_t *at, *end, *start;
    uint64_t pc;
    a3_insn *out;
    bool wide;          /* 64-bit mode */
    bool bad;           /* the bytes ran out */
    bool opsize, addrsize, rep, repne, thread, rex;
    bool vex, evex, vex_long;  /* vex_long: 256 bits or more */
    uint8_t w, r, x, b;        /* REX bits, already shifted to 8 */
    uint8_t r2, b2;            /* EVEX: to 16 */
    uint8_t vvvv, map, mask;
    uint8_t vector_bytes;      /* 16, 32, 64 */
    /* ModRM, once a3_x86_modrm was called */
    bool has_modrm, is_mem;
    uint8_t mod, reg, rm;      /* reg and rm with their REX bits; rm is a register if !is_mem */
    uint8_t base, index, scale;/* A3_REG_NONE: none */
    int64_t disp;
    bool short_disp;           /* the displacement is one byte (EVEX scales it) */
    uint8_t disp_scale;        /* EVEX */
    uint8_t imm_size;          /* bytes of immediate behind the displacement: for addresses relative to the next instruction */
    bool relative;
} a3_x86;

uint64_t a3_x86_get(a3_x86 *d, unsigned size);         /* little-endian, the next bytes */
int64_t a3_x86_get_signed(a3_x86 *d, unsigned size);
/* Reads ModRM, SIB and displacement; `imm_size` bytes of immediate follow. */
void a3_x86_modrm(a3_x86 *d, unsigned imm_size);
/* Bytes of a general operand: 8, 4 or 2. */
unsigned a3_x86_size(const a3_x86 *d);
/* Puts the memory operand's address together: register (perhaps scratch) and displacement. */
typedef struct a3_x86_address {
    unsigned base;
    int64_t disp;
} a3_x86_address;
a3_x86_address a3_x86_ea(a3_x86 *d);
/* The operand in a register that holds its value in the low bytes: itself, or `scratch`. */
unsigned a3_x86_read_gpr(a3_x86 *d, unsigned number, unsigned size, unsigned scratch);
unsigned a3_x86_read_rm(a3_x86 *d, unsigned size, unsigned scratch);
void a3_x86_write_gpr(a3_x86 *d, unsigned number, unsigned size, unsigned from);
void a3_x86_write_rm(a3_x86 *d, unsigned size, unsigned from);
void a3_x86_havoc_gpr(a3_x86 *d, unsigned number, unsigned size);
/* The register or memory operand becomes unknown. */
void a3_x86_havoc_rm(a3_x86 *d, unsigned size);
void a3_x86_branch(a3_x86 *d, unsigned cc, int64_t displacement);
/* A3_COND_UNKNOWN for the parity conditions. */
a3_cond a3_x86_cond(unsigned cc);

/* Bytes of an address. */
static inline unsigned a3_x86_address_size(const a3_x86 *d) { return d->wide ? (d->addrsize ? 4 : 8) : 4; }
/* Where the instruction that is being read ends, if nothing more is read. */
static inline uint64_t a3_x86_next(const a3_x86 *d) { return d->pc + (uint64_t)(d->at - d->start); }
static inline void a3_x86_forget_flags(a3_x86 *d) { a3_emit(d->out, A3_OP_FLAGS_HAVOC); }

/* A one-byte opcode. False: not known. */
bool a3_x86_one(a3_x86 *d, unsigned opcode);
/* The opcode behind 0F (map 1), 0F 38 (2), 0F 3A (3) or a VEX/EVEX prefix. False: not known. */
bool a3_x86_two(a3_x86 *d, unsigned opcode);
bool a3_x86_vector(a3_x86 *d, unsigned opcode);
void a3_x86_x87(a3_x86 *d, unsigned opcode);
/* The vector registers that ModRM names become unknown. */
void a3_x86_havoc_vectors(a3_x86 *d);
/* A store that is not modelled: to the memory operand where `known_place`, else anywhere. */
void a3_x86_unknown_store(a3_x86 *d, bool known_place);

#endif

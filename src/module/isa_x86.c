/* SPDX-License-Identifier: MIT */
#include "module/isa_x86.h"

#include "base/bytes.h"

enum { LONGEST = 15 };

/* -- bytes and operands -- */

uint64_t a3_x86_get(a3_x86 *d, unsigned size)
{
    if ((size_t)(d->end - d->at) < size) {
        d->bad = true;
        return 0;
    }
    uint64_t value = a3_load(d->at, size, false);
    d->at += size;
    return value;
}

int64_t a3_x86_get_signed(a3_x86 *d, unsigned size) { return a3_sign_extend(a3_x86_get(d, size), 8 * size); }

unsigned a3_x86_size(const a3_x86 *d) { return d->w ? 8 : d->opsize ? 2 : 4; }

static void read_sib(a3_x86 *d)
{
    unsigned sib = (unsigned)a3_x86_get(d, 1);
    unsigned base = sib & 7, index = (sib >> 3 & 7) | d->x;
    d->scale = (uint8_t)(sib >> 6);
    d->index = index == 4 ? A3_REG_NONE : (uint8_t)index;
    if (base == 5 && d->mod == 0) {
        d->base = A3_REG_NONE;
        d->disp = a3_x86_get_signed(d, 4);
    } else {
        d->base = (uint8_t)(base | d->b);
    }
}

void a3_x86_modrm(a3_x86 *d, unsigned imm_size)
{
    unsigned modrm = (unsigned)a3_x86_get(d, 1);
    d->has_modrm = true;
    d->imm_size = (uint8_t)imm_size;
    d->mod = (uint8_t)(modrm >> 6);
    d->reg = (uint8_t)((modrm >> 3 & 7) | d->r | d->r2);
    d->rm = (uint8_t)((modrm & 7) | d->b);
    d->is_mem = d->mod != 3;
    d->base = d->index = A3_REG_NONE;
    if (!d->is_mem) {
        d->rm |= d->b2;
        return;
    }
    if (!d->wide && d->addrsize) {
        /* 16-bit addresses: read past, never followed. */
        d->disp = a3_x86_get_signed(d, d->mod == 1 ? 1 : d->mod == 2 || (modrm & 7) == 6 ? 2 : 0);
        d->base = A3_X86_TB;
        a3_put_havoc(d->out, A3_X86_TB);
        return;
    }
    if ((modrm & 7) == 4) {
        read_sib(d);
    } else if (d->mod == 0 && (modrm & 7) == 5) {
        d->disp = a3_x86_get_signed(d, 4);
        d->relative = d->wide;
    } else {
        d->base = d->rm;
    }
    if (d->mod == 1) {
        d->disp = a3_x86_get_signed(d, 1);
        d->short_disp = true;
    } else if (d->mod == 2) {
        d->disp = a3_x86_get_signed(d, 4);
    }
}

a3_x86_address a3_x86_ea(a3_x86 *d)
{
    int64_t disp = d->disp;
    if (d->evex && d->short_disp)
        disp *= d->disp_scale ? d->disp_scale : 1;
    unsigned base = d->base;
    if (d->relative)
        disp += (int64_t)(d->pc + (uint64_t)(d->at - d->start) + d->imm_size);
    if (d->index != A3_REG_NONE) {
        a3_put_imm(d->out, A3_OP_SHL, a3_x86_address_size(d), A3_X86_TA, d->index, d->scale);
        if (base != A3_REG_NONE)
            a3_put(d->out, A3_OP_ADD, a3_x86_address_size(d), A3_X86_TA, A3_X86_TA, base);
        base = A3_X86_TA;
    }
    if (d->thread) {
        a3_put(d->out, A3_OP_ADD, a3_x86_address_size(d), A3_X86_TA, base, A3_X86_THREAD);
        base = A3_X86_TA;
    }
    return (a3_x86_address){.base = base, .disp = disp};
}

/* ah, ch, dh, bh: numbers 4-7 of bytes without a REX prefix. */
static bool is_high_byte(const a3_x86 *d, unsigned number, unsigned size)
{
    return size == 1 && !d->rex && number >= 4 && number < 8;
}

unsigned a3_x86_read_gpr(a3_x86 *d, unsigned number, unsigned size, unsigned scratch)
{
    if (!is_high_byte(d, number, size))
        return number & 15;
    a3_put_imm(d->out, A3_OP_SHR, 8, scratch, number - 4, 8);
    return scratch;
}

unsigned a3_x86_read_rm(a3_x86 *d, unsigned size, unsigned scratch)
{
    if (!d->is_mem)
        return a3_x86_read_gpr(d, d->rm, size, scratch);
    a3_x86_address ea = a3_x86_ea(d);
    a3_put_load(d->out, size, false, scratch, ea.base, ea.disp);
    return scratch;
}

void a3_x86_write_gpr(a3_x86 *d, unsigned number, unsigned size, unsigned from)
{
    bool high = is_high_byte(d, number, size);
    if (size >= 4) {
        a3_put_unary(d->out, A3_OP_MOVE, size, number & 15, from);
        return;
    }
    a3_op *op = a3_emit(d->out, A3_OP_INSERT);
    op->size = (uint8_t)size;
    op->d = (uint8_t)(high ? number - 4 : number & 15);
    op->a = (uint8_t)from;
    op->imm = high ? 1 : 0;
}

void a3_x86_write_rm(a3_x86 *d, unsigned size, unsigned from)
{
    if (!d->is_mem) {
        a3_x86_write_gpr(d, d->rm, size, from);
        return;
    }
    a3_x86_address ea = a3_x86_ea(d);
    a3_put_store(d->out, size, from, ea.base, ea.disp);
}

void a3_x86_havoc_gpr(a3_x86 *d, unsigned number, unsigned size)
{
    a3_put_havoc(d->out, is_high_byte(d, number, size) ? number - 4 : number & 15);
}

void a3_x86_havoc_rm(a3_x86 *d, unsigned size)
{
    if (!d->is_mem) {
        a3_x86_havoc_gpr(d, d->rm, size);
        return;
    }
    a3_x86_address ea = a3_x86_ea(d);
    a3_put_memory(d->out, A3_OP_HAVOC_MEMORY, size, false, A3_REG_NONE, ea.base, ea.disp);
}

a3_cond a3_x86_cond(unsigned cc)
{
    static const uint8_t conds[16] = {A3_COND_OVERFLOW, A3_COND_NO_OVERFLOW, A3_COND_ULT, A3_COND_UGE, A3_COND_EQ, A3_COND_NE,
                                      A3_COND_ULE, A3_COND_UGT, A3_COND_NEG, A3_COND_POS, A3_COND_UNKNOWN, A3_COND_UNKNOWN,
                                      A3_COND_SLT, A3_COND_SGE, A3_COND_SLE, A3_COND_SGT};
    return (a3_cond)conds[cc & 15];
}

void a3_x86_branch(a3_x86 *d, unsigned cc, int64_t displacement)
{
    a3_put_branch(d->out, a3_x86_cond(cc), a3_x86_next(d) + (uint64_t)displacement);
}

/* -- prefixes -- */

static void read_vex(a3_x86 *d, unsigned first)
{
    unsigned a = (unsigned)a3_x86_get(d, 1), b = first == 0xc4 ? (unsigned)a3_x86_get(d, 1) : a;
    d->vex = true;
    d->r = a & 0x80 ? 0 : 8;
    d->map = 1;
    if (first == 0xc4) {
        d->x = a & 0x40 ? 0 : 8;
        d->b = a & 0x20 ? 0 : 8;
        d->map = a & 0x1f;
        d->w = b >> 7;
    }
    d->vvvv = ~(b >> 3) & 15;
    d->vector_bytes = b & 4 ? 32 : 16;
    d->opsize = (b & 3) == 1;
    d->rep = (b & 3) == 2;
    d->repne = (b & 3) == 3;
}

static void read_evex(a3_x86 *d)
{
    unsigned a = (unsigned)a3_x86_get(d, 1), b = (unsigned)a3_x86_get(d, 1), c = (unsigned)a3_x86_get(d, 1);
    d->vex = d->evex = true;
    d->r = a & 0x80 ? 0 : 8;
    d->x = a & 0x40 ? 0 : 8;
    d->b = a & 0x20 ? 0 : 8;
    d->r2 = a & 0x10 ? 0 : 16;
    d->b2 = a & 0x40 ? 0 : 16; /* for registers X is the high bit */
    d->map = a & 7;
    d->w = b >> 7;
    d->vvvv = (uint8_t)((~(b >> 3) & 15) | (c & 8 ? 0 : 16));
    d->opsize = (b & 3) == 1;
    d->rep = (b & 3) == 2;
    d->repne = (b & 3) == 3;
    d->mask = (uint8_t)((c & 7) | (c & 0x10)); /* masking or broadcast: not modelled */
    d->vector_bytes = (uint8_t)(16u << (c >> 5 & 3));
    d->disp_scale = d->vector_bytes;
}

/* Legacy prefixes and REX. The opcode's first byte. */
static unsigned read_prefixes(a3_x86 *d)
{
    for (;;) {
        unsigned byte = (unsigned)a3_x86_get(d, 1);
        if (d->wide && (byte & 0xf0) == 0x40) {
            /* REX counts right before the opcode only */
            d->rex = true;
            d->w = byte >> 3 & 1;
            d->r = byte & 4 ? 8 : 0;
            d->x = byte & 2 ? 8 : 0;
            d->b = byte & 1 ? 8 : 0;
            continue;
        }
        bool prefix = true;
        switch (byte) {
        case 0x66: d->opsize = true; break;
        case 0x67: d->addrsize = true; break;
        case 0xf2: d->repne = true; break;
        case 0xf3: d->rep = true; break;
        case 0x64: case 0x65: d->thread = true; break;
        case 0x26: case 0x2e: case 0x36: case 0x3e: case 0xf0: break;
        default: prefix = false;
        }
        if (!prefix || d->bad)
            return byte;
        d->rex = false;
        d->w = d->r = d->x = d->b = 0;
    }
}

static bool is_vex(const a3_x86 *d, unsigned byte)
{
    if (byte != 0xc4 && byte != 0xc5 && byte != 0x62)
        return false;
    return d->wide || (d->at < d->end && *d->at >= 0xc0); /* in 32-bit mode else les, lds, bound */
}

static bool decode_one(a3_x86 *d)
{
    unsigned byte = read_prefixes(d);
    if (is_vex(d, byte)) {
        if (byte == 0x62)
            read_evex(d);
        else
            read_vex(d, byte);
        return d->map >= 1 && d->map <= (d->evex ? 6 : 3) && d->map != 4 && a3_x86_two(d, (unsigned)a3_x86_get(d, 1));
    }
    if (byte != 0x0f)
        return a3_x86_one(d, byte);
    byte = (unsigned)a3_x86_get(d, 1);
    d->map = byte == 0x38 ? 2 : byte == 0x3a ? 3 : 1;
    d->vector_bytes = 16;
    return a3_x86_two(d, d->map == 1 ? byte : (unsigned)a3_x86_get(d, 1));
}

static bool decode(const uint8_t *code, size_t size, uint64_t pc, a3_insn *out, bool wide)
{
    a3_x86 d = {.at = code, .start = code, .end = code + (size < LONGEST ? size : LONGEST), .pc = pc, .out = out, .wide = wide};
    d.base = d.index = A3_REG_NONE;
    out->count = 0;
    out->thumb = false;
    if (!decode_one(&d) || d.bad || out->count == A3_OPS_MAX)
        return false;
    out->length = (uint8_t)(d.at - d.start);
    return true;
}

static bool decode_64(const uint8_t *code, size_t size, uint64_t pc, uint32_t *context, a3_insn *out)
{
    (void)context;
    return decode(code, size, pc, out, true);
}

static bool decode_32(const uint8_t *code, size_t size, uint64_t pc, uint32_t *context, a3_insn *out)
{
    (void)context;
    return decode(code, size, pc, out, false);
}

#define GPR(...) (0 __VA_ARGS__)
#define BIT(n) | UINT64_C(1) << (n)
/* Everything from the vector registers on: volatile but for the low halves that Windows preserves (xmm6-15). */
#define ALL_VECTORS (UINT64_MAX << A3_X86_VEC)

const a3_isa a3_isa_x86_64_sysv = {
    .name = "x86-64", .stack = A3_X86_SP, .link = A3_REG_NONE, .result = A3_X86_AX, .entry = A3_REG_NONE,
    .args = {A3_X86_DI, A3_X86_SI, A3_X86_DX, A3_X86_CX, 8, 9}, .arg_count = 6, .pointer_size = 8, .decode = decode_64,
    .volatile_low = GPR(BIT(0) BIT(1) BIT(2) BIT(6) BIT(7) BIT(8) BIT(9) BIT(10) BIT(11)) | ALL_VECTORS,
    .volatile_high = ~(UINT64_C(1) << (A3_X86_THREAD - 64)), .thread = A3_X86_THREAD, .stack_offset = 8};

/* Windows: 32 bytes of home space behind the return address stand before the stack arguments. */
const a3_isa a3_isa_x86_64_win = {
    .name = "x86-64", .stack = A3_X86_SP, .link = A3_REG_NONE, .result = A3_X86_AX, .entry = A3_REG_NONE,
    .args = {A3_X86_CX, A3_X86_DX, 8, 9}, .arg_count = 4, .pointer_size = 8, .decode = decode_64,
    .volatile_low = GPR(BIT(0) BIT(1) BIT(2) BIT(8) BIT(9) BIT(10) BIT(11)) | (UINT64_C(0xffffff) << A3_X86_VEC) |
                    UINT64_C(0xcccccc0000000000),
    .volatile_high = UINT64_C(0x000000000000cccc) | (~UINT64_C(0) << 16 & ~(UINT64_C(1) << (A3_X86_THREAD - 64))),
    .thread = A3_X86_THREAD, .stack_offset = 40};

const a3_isa a3_isa_i686 = {
    .name = "i686", .stack = A3_X86_SP, .link = A3_REG_NONE, .result = A3_X86_AX, .entry = A3_REG_NONE, .arg_count = 0,
    .pointer_size = 4, .decode = decode_32, .volatile_low = GPR(BIT(0) BIT(1) BIT(2)) | ALL_VECTORS,
    .volatile_high = ~(UINT64_C(1) << (A3_X86_THREAD - 64)), .thread = A3_X86_THREAD, .stack_offset = 4};

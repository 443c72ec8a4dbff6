# SPDX-License-Identifier: MIT
"""x86-64 ELF shared objects with tables of any size."""

import struct

BASE = 0x1000


def shared(imports=(), exports=(), needed=(), code=b"\xc3", data=b"", rela=(), relr=b"", extra=(), strings=b"", symbols=b"", programs=b"", verneed=b"", verneed_count=0):
    """`exports`: (name, offset in code or data, in code?). `rela`: (offset in data, addend address). `symbols`, `programs`: raw
    entries behind the others. One PT_LOAD maps the file at its own offsets plus BASE; all addresses are file offsets + BASE."""
    strtab = bytearray(b"\0")

    def text(name):
        at = len(strtab)
        strtab.extend(name.encode() + b"\0")
        return at

    dynamic = [(1, text(name)) for name in needed]
    first = [(text(name), 0x12, 0, 0) for name in imports]
    last = [(text(name), 0x12 if in_code else 0x11, offset, in_code) for name, offset, in_code in exports]
    string_base = len(strtab)
    strtab.extend(strings)
    program_count = 3 + len(programs) // 56
    at = 64 + 56 * program_count
    strtab_at = at
    at += len(strtab)
    at = (at + 7) // 8 * 8
    symtab_at = at
    at += 24 * (1 + len(first) + len(last)) + len(symbols)
    rela_at = at
    at += 24 * len(rela)
    relr_at = at
    at += len(relr)
    verneed_at = at
    at += len(verneed)
    code_at = (at + 15) // 16 * 16
    data_at = (code_at + len(code) + 15) // 16 * 16
    dynamic_at = (data_at + len(data) + 15) // 16 * 16
    dynamic += [(5, strtab_at + BASE), (10, len(strtab)), (6, symtab_at + BASE), (11, 24)]
    if rela:
        dynamic += [(7, rela_at + BASE), (8, 24 * len(rela)), (9, 24)]
    if relr:
        dynamic += [(36, relr_at + BASE), (35, len(relr)), (37, 8)]
    if verneed:
        dynamic += [(0x6FFFFFFE, verneed_at + BASE), (0x6FFFFFFF, verneed_count)]
    symbol_count = 1 + len(first) + len(last) + len(symbols) // 24
    # DT_HASH of no buckets but the count: one bucket, chains in a row
    hash_at = (dynamic_at + 16 * (len(dynamic) + len(extra) + 2) + 7) // 8 * 8
    dynamic.append((4, hash_at + BASE))
    dynamic += list(extra) + [(0, 0)]
    end = hash_at + 4 * (3 + symbol_count)
    out = bytearray(end)
    header = b"\x7fELF\2\1\1" + bytes(9) + struct.pack("<HHLQQQLHHHHHH", 3, 62, 1, 0, 64, 0, 0, 64, 56, program_count, 0, 0, 0)
    out[:64] = header
    loads = struct.pack("<LLQQQQQQ", 1, 7, 0, BASE, BASE, end, end, 0x1000)
    loads += struct.pack("<LLQQQQQQ", 2, 6, dynamic_at, dynamic_at + BASE, dynamic_at + BASE, 16 * len(dynamic), 16 * len(dynamic), 8)
    loads += struct.pack("<LLQQQQQQ", 0x6474E551, 6, 0, 0, 0, 0, 0, 16)
    out[64:64 + len(loads) + len(programs)] = loads + programs
    out[strtab_at:strtab_at + len(strtab)] = strtab
    table = bytearray(24)
    for name, info, _, _ in first:
        table += struct.pack("<LBBHQQ", name, info, 0, 0, 0, 0)
    for name, info, offset, in_code in last:
        table += struct.pack("<LBBHQQ", name, info, 0, 1, (code_at if in_code else data_at) + offset + BASE, 8)
    out[symtab_at:symtab_at + len(table) + len(symbols)] = bytes(table) + symbols
    for i, (offset, target) in enumerate(rela):
        struct.pack_into("<QQq", out, rela_at + 24 * i, data_at + offset + BASE, 8, data_at + target + BASE)
    out[relr_at:relr_at + len(relr)] = relr
    out[verneed_at:verneed_at + len(verneed)] = verneed
    if callable(code):
        raise TypeError
    out[code_at:code_at + len(code)] = code
    out[data_at:data_at + len(data)] = data
    for i, (tag, value) in enumerate(dynamic):
        struct.pack_into("<QQ", out, dynamic_at + 16 * i, tag, value)
    struct.pack_into("<LLL", out, hash_at, 1, symbol_count, 0)
    shared.data_at, shared.code_at, shared.string_base = data_at + BASE, code_at + BASE, string_base
    return bytes(out)


def returns_data():
    """lea rax, [rip + data]; ret - for code that stands right before its data."""
    return b"\x48\x8d\x05" + struct.pack("<l", 9) + b"\xc3" + bytes(8)

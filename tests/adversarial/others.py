# SPDX-License-Identifier: MIT
"""Mach-O, PE and wasm objects with hostile tables, just enough of each to be opened."""

import struct

# ---- Mach-O: x86_64 dylib, __TEXT of the headers, __DATA, __LINKEDIT of the tables


def uleb(value):
    out = bytearray()
    while True:
        out.append((value & 0x7F) | (0x80 if value > 0x7F else 0))
        value >>= 7
        if value == 0:
            return bytes(out)


def name16(text):
    return text.encode().ljust(16, b"\0")


# A trie with one name, PyInit_demo, at the start of __DATA's page before: root, edge, leaf
TRIE = b"\0\1_PyInit_demo\0\x10" + b"\3\0\x80\x20\0"


def macho(trie=b"", rebase=b"", bind=b"", chained=b"", symbols=b"", strings=b"", data=bytes(4096), extra=(), data_size=None):
    parts = [rebase, bind, trie, chained, symbols, strings]
    data_at = 4096 * 4
    link_at = (data_at + len(data) + 4095) // 4096 * 4096
    ats, at = [], link_at
    for part in parts:
        ats.append(at)
        at += (len(part) + 7) // 8 * 8
    end, size = at, data_size or (len(data) + 4095) // 4096 * 4096

    def segment(name, address, vmsize, offset, filesize, protection):
        return struct.pack("<LL", 0x19, 72) + name16(name) + struct.pack("<QQQQLLLL", address, vmsize, offset, filesize, protection, protection, 0, 0)

    commands = [segment("__TEXT", 0, data_at, 0, data_at, 5), segment("__DATA", data_at, size, data_at, len(data), 3),
                segment("__LINKEDIT", data_at + (size + 4095) // 4096 * 4096, (end - link_at + 4095) // 4096 * 4096, link_at, end - link_at, 1)]
    if chained:
        commands.append(struct.pack("<LLLL", 0x80000034, 16, ats[3], len(chained)))
        commands.append(struct.pack("<LLLL", 0x80000033, 16, ats[2], len(trie)))
    else:
        commands.append(struct.pack("<LL10L", 0x80000022, 48, ats[0], len(rebase), ats[1], len(bind), 0, 0, 0, 0, ats[2], len(trie)))
    commands.append(struct.pack("<LLLLLL", 2, 24, ats[4], len(symbols) // 16, ats[5], len(strings)))
    commands.append(struct.pack("<LLLLLL", 0x0D, 48, 24, 1, 0x10000, 0x10000) + b"@rpath/demo.dylib".ljust(24, b"\0"))
    commands.append(struct.pack("<LLLLLL", 0x0C, 56, 24, 1, 0x10000, 0x10000) + b"/usr/lib/libSystem.B.dylib".ljust(32, b"\0"))
    commands.append(struct.pack("<LLLLLL", 0x32, 24, 1, 0xA0D00, 0xA0D00, 0))
    commands += list(extra)
    blob = b"".join(commands)
    out = bytearray(end)
    head = struct.pack("<LLLLLLLL", 0xFEEDFACF, 0x01000007, 3, 6, len(commands), len(blob), 0x85, 0) + blob
    if len(head) > data_at:
        raise ValueError("too many load commands")
    out[:len(head)] = head
    out[data_at:data_at + len(data)] = data
    for start, part in zip(ats, parts):
        out[start:start + len(part)] = part
    return bytes(out)


def fat(thin, count):
    """`count` slices that are all the same bytes."""
    align = 14
    at = 1 << align
    head = struct.pack(">LL", 0xCAFEBABE, count)
    for i in range(count):
        head += struct.pack(">LLLLL", 0x01000007, i, at, len(thin), align)
    return head.ljust(at, b"\0") + thin


# ---- PE: a DLL of one section


def pe(content, directories, size=None):
    """`directories`: {index: (offset in content, size)}; the section lies at RVA 0x1000."""
    content = content.ljust((len(content) + 511) // 512 * 512, b"\0")
    table = [(0, 0)] * 16
    for index, (offset, length) in directories.items():
        table[index] = (0x1000 + offset, length)
    virtual = size or len(content)
    optional = struct.pack("<HBBLLLLLQLLHHHHHHLLLLHHQQQQLL", 0x20B, 14, 0, 0, len(content), 0, 0, 0x1000, 0x180000000, 0x1000, 512, 6, 0, 0, 0, 6, 0, 0,
                           0x1000 + (virtual + 4095) // 4096 * 4096, 1024, 0, 2, 0x160, 1 << 20, 4096, 1 << 20, 4096, 0, 16)
    optional += b"".join(struct.pack("<LL", *pair) for pair in table)
    head = b"MZ".ljust(60, b"\0") + struct.pack("<L", 64) + b"PE\0\0"
    head += struct.pack("<HHLLLHH", 0x8664, 1, 0, 0, 0, len(optional), 0x2022) + optional
    head += b".data\0\0\0" + struct.pack("<LLLLLLHHL", virtual, 0x1000, len(content), 1024, 0, 0, 0, 0, 0xE0000060)
    return head.ljust(1024, b"\0") + content


# ---- wasm: sections by id


def wasm(*sections):
    out = b"\0asm\1\0\0\0"
    for number, body in sections:
        out += bytes([number]) + uleb(len(body)) + body
    return out


def string(text):
    return uleb(len(text)) + text.encode()


DYLINK = (0, string("dylink.0") + b"\1" + uleb(4) + uleb(1 << 16) + uleb(4) + uleb(0) + uleb(0))

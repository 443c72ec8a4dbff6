# SPDX-License-Identifier: MIT
"""ZIPs with every number in reach, and wheels that are good but for what is asked of them."""

import base64
import hashlib
import struct
import zlib


def deflate(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def zeros(size):
    """`size` zeros, deflated, and their CRC, without holding them."""
    packer, block, crc, out = zlib.compressobj(9, zlib.DEFLATED, -15), bytes(1 << 20), 0, []
    for _ in range(size >> 20):
        out.append(packer.compress(block))
        crc = zlib.crc32(block, crc)
    return b"".join(out) + packer.flush(), crc


class Zip:
    """Members one by one; `share`: the central entry points at an earlier member's local header."""

    def __init__(self):
        self.body, self.central, self.count = bytearray(), bytearray(), 0

    def add(self, name, data=b"", packed=None, crc=None, size=None, share=None):
        name = name if isinstance(name, bytes) else name.encode()
        method = 8 if packed is not None else 0
        crc = zlib.crc32(data) if crc is None else crc
        size = len(data) if size is None else size
        content = data if packed is None else packed
        at = len(self.body) if share is None else share
        fields = struct.pack("<HHHHHLLLHH", 20, 0, method, 0, 0x21, crc, len(content), size, len(name), 0)
        if share is None:
            self.body += b"PK\3\4" + fields + name + content
        self.central += b"PK\1\2" + struct.pack("<H", 0x314) + fields + struct.pack("<HHHLL", 0, 0, 0, 0o100644 << 16, at) + name
        self.count += 1
        return at

    def bytes(self):
        at, size = len(self.body), len(self.central)
        out = bytes(self.body) + bytes(self.central)
        if self.count > 0xFFFE or at > 0xFFFFFFFE:
            out += b"PK\6\6" + struct.pack("<QHHLLQQQQ", 44, 45, 45, 0, 0, self.count, self.count, size, at)
            out += b"PK\6\7" + struct.pack("<LQL", 0, at + size, 1)
        count = min(self.count, 0xFFFF)
        return out + b"PK\5\6" + struct.pack("<HHHHLLH", 0, 0, count, count, size, min(at, 0xFFFFFFFF), 0)


METADATA = "Metadata-Version: 2.4\nName: demo\nVersion: 1.0\n"
INFO = "demo-1.0.dist-info"


def row(name, data):
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(data)}\n"


def wheel(files=None, metadata=METADATA, wheel=None, record=None, tags="py3-none-any", more=None):
    """A wheel of `tags`; `more(zip)` adds what RECORD does not list. Large texts are deflated."""
    out, rows = Zip(), []
    if wheel is None:
        python, abi, platform = (part.split(".") for part in tags.split("-"))
        lines = "".join(f"Tag: {p}-{a}-{q}\n" for p in python for a in abi for q in platform)
        wheel = f"Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: {'true' if tags.endswith('any') else 'false'}\n{lines}"
    everything = dict(files or {})
    everything[f"{INFO}/METADATA"] = metadata
    everything[f"{INFO}/WHEEL"] = wheel
    for name, data in everything.items():
        data = data.encode() if isinstance(data, str) else data
        rows.append(row(name, data))
        out.add(name, data, deflate(data) if len(data) > 1000 else None)
    if more is not None:
        more(out)
    text = ("".join(rows) + (record or "") + f"{INFO}/RECORD,,\n").encode()
    out.add(f"{INFO}/RECORD", text, deflate(text))
    return out.bytes()

# SPDX-License-Identifier: MIT
"""The hostile inputs: name, what it is, a function that gives the bytes. Each is as small as its fault allows."""

import bz2
import gzip
import io
import lzma
import shutil
import struct
import subprocess
import tarfile

import elf
import others
from zips import INFO, METADATA, Zip, deflate, wheel, zeros

CASES = []


def case(suffix, what, seconds=2, megabytes=256, finds=None):
    """Caps: seconds of processor, MB at most (run adds to both by the input's size); the rule that must be found."""
    def keep(make):
        CASES.append((make.__name__.replace("_", "-"), suffix, what, make, seconds, megabytes, finds))
        return make
    return keep


WHEEL = "-1.0-py3-none-any.whl"
LINUX = "-1.0-cp315-abi3.abi3t-manylinux_2_17_x86_64.whl"

# ---- compression


@case(WHEEL, "1 GiB of zeros in one deflated member", 5, 1100)
def bomb_deflate():
    packed, crc = zeros(1 << 30)
    return wheel(more=lambda z: z.add("demo/zeros", packed=packed, crc=crc, size=1 << 30))


@case(WHEEL, "200 members of 60 MiB of zeros each", 15, 256, "Z110")
def bomb_many():
    packed, crc = zeros(60 << 20)
    return wheel(more=lambda z: [z.add(f"demo/{i}", packed=packed, crc=crc, size=60 << 20) for i in range(200)])


@case(WHEEL, "1000 members that share the 60 KB of one, 60 MiB unpacked each", 15, 256, "Z110")
def bomb_overlap():
    packed, crc = zeros(60 << 20)

    def more(z):
        at = z.add("demo/0", packed=packed, crc=crc, size=60 << 20)
        for i in range(1, 1000):
            z.add(f"demo/{i}", packed=packed, crc=crc, size=60 << 20, share=at)
    return wheel(more=more)


@case(WHEEL, "a member that claims 2^32 - 2 bytes and holds ten", finds="Z108")
def claims_4g():
    return wheel(more=lambda z: z.add("demo/claim.so", packed=deflate(b"0123456789"), crc=0, size=0xFFFFFFFE))


def tar(entries):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in entries:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def tar_of_zeros(pack, finish, size=1 << 30):
    info = tarfile.TarInfo("demo-1.0/zeros.so")
    info.size = size
    out, block = [pack(info.tobuf())], bytes(1 << 20)
    for _ in range(size >> 20):
        out.append(pack(block))
    out.append(pack(bytes(1024)))
    return b"".join(out) + finish()


@case(".tar.gz", "1 GiB of zeros in a tar, gzip", 6, 1100)
def bomb_gzip():
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as file:
        tar_of_zeros(lambda data: file.write(data) and b"", lambda: b"")
    return out.getvalue()


@case(".tar.bz2", "the same, bzip2", 4, 256, "Z110")
def bomb_bzip2():
    packer = bz2.BZ2Compressor(9)
    return tar_of_zeros(packer.compress, packer.flush, 256 << 20)


@case(".tar.xz", "the same, xz", 4, 320, "Z110")
def bomb_xz():
    packer = lzma.LZMACompressor(preset=1)
    return tar_of_zeros(packer.compress, packer.flush)


@case(".tar.zst", "the same, zstd", finds="Z110")
def bomb_zstd():
    if shutil.which("zstd") is None:
        return None
    with subprocess.Popen(["zstd", "-q", "-c"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        import threading
        threading.Thread(target=lambda: (tar_of_zeros(lambda data: process.stdin.write(data) and b"", lambda: b""), process.stdin.close())).start()
        return process.stdout.read()


@case(".zip", "ZIPs within ZIPs, 60 deep", finds="Z110")
def nested_zip():
    inner = b""
    for i in range(60):
        z = Zip()
        z.add(f"{i}.zip", inner)
        inner = z.bytes()
    return inner


@case(".tar.gz", "tar.gz within tar.gz, 60 deep", finds="Z110")
def nested_tar():
    inner = b""
    for i in range(60):
        inner = gzip.compress(tar([(f"{i}.tar.gz", inner)]), mtime=0)
    return inner


# ---- containers


@case(WHEEL, "70,000 members, ZIP64")
def members_70k():
    return wheel(more=lambda z: [z.add(f"demo/{i}.py") for i in range(70000)])


@case(WHEEL, "a million members", finds="Z110")
def members_1m():
    return wheel(more=lambda z: [z.add(b"d/%d" % i) for i in range(1000000)])


@case(WHEEL, "500 names of 60,000 bytes that are nothing but folders")
def long_names():
    return wheel(more=lambda z: [z.add(b"a/" * 29990 + b"%d" % i) for i in range(500)])


@case(WHEEL, "20,000 members of one name", finds="Z104")
def same_name():
    return wheel(more=lambda z: [z.add("demo/same.py") for _ in range(20000)])


@case(WHEEL, "50,000 dist-info folders")
def dist_infos():
    return wheel(more=lambda z: [z.add(f"{i}-1.dist-info/METADATA") for i in range(50000)])


# ---- metadata


@case(WHEEL, "RECORD of two million rows", 15, 800, "R101")
def record_rows():
    return wheel(record="".join(f"a/{i},sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0\n" for i in range(2000000)))


@case(WHEEL, "RECORD of a million rows that are all the same", 8, 400, "R105")
def record_same():
    return wheel(record="a,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0\n" * 1000000)


@case(WHEEL, "RECORD with one quoted field of 40 MB", finds="R105")
def record_field():
    return wheel(record='"' + 'a""\n' * 10000000 + '",,\n')


@case(WHEEL, "METADATA of 20 MB of folded lines")
def metadata_folded():
    return wheel(metadata=METADATA + "Summary: x\n" + " y\n" * 7000000)


@case(WHEEL, "METADATA of 400,000 Requires-Dist, Classifier and Project-URL lines", 5, 650)
def metadata_lines():
    return wheel(metadata=METADATA + "".join(f"Requires-Dist: a{i}>=1; python_version < '3'\nClassifier: A :: {i}\nProject-URL: u{i}, https://e.org/{i}\n" for i in range(133333)))


@case(WHEEL, "a marker and a license expression of 200,000 parentheses", finds="R203")
def metadata_nested():
    deep = 100000
    return wheel(metadata=METADATA + "Requires-Dist: a; " + "(" * deep + "python_version < '3'" + ")" * deep + "\nLicense-Expression: " + "(" * deep + "MIT" + ")" * deep + "\n")


@case(WHEEL, "Requires-Python of 300,000 clauses, and a version of a million digits")
def metadata_specifiers():
    return wheel(metadata=METADATA.replace("1.0\n", "1." + "9" * 1000000 + "\n") + "Requires-Python: " + ", ".join(f"!=3.{i}.*" for i in range(300000)) + "\n")


@case(WHEEL, "entry_points.txt of 300,000 sections and entries")
def entry_points():
    return wheel(files={f"{INFO}/entry_points.txt": "".join(f"[g{i}]\nn{i} = m.n:o\n" for i in range(300000))})


@case(WHEEL, "entry_points.txt of 500,000 entries of one name", finds="R206")
def entry_points_same():
    return wheel(files={f"{INFO}/entry_points.txt": "[console_scripts]\n" + "a = b:c\n" * 500000})


@case(WHEEL, "WHEEL of 200,000 tags", finds="R202")
def wheel_tags():
    return wheel(wheel="Wheel-Version: 1.0\nRoot-Is-Purelib: true\n" + "".join(f"Tag: py3-none-p{i}\n" for i in range(200000)))


@case(WHEEL, "one Tag line of 1000 x 1000 x 1000 tags", finds="R202")
def wheel_product():
    parts = [".".join(f"{letter}{i}" for i in range(1000)) for letter in "abc"]
    return wheel(wheel="Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: " + "-".join(parts) + "\n")


@case("-1.0-" + "-".join([".".join(f"cp{i}" for i in range(310, 322)), ".".join(f"a{i}" for i in range(10, 28)), ".".join(f"p{i}" for i in range(10, 28))]) + ".whl",
      "a file name of 12 x 18 x 18 tags", finds="T102")
def name_product():
    return wheel()


# ---- ELF


def linux(files):
    return wheel(files=files, tags="cp315-abi3.abi3t-manylinux_2_17_x86_64")


@case(".so", "a million imports with names of their own")
def elf_imports():
    return elf.shared(imports=[f"Py_{i}" for i in range(1000000)])


@case(".so", "a million imports that share one name of 60,000 bytes", finds="A110")
def elf_shared_name():
    return elf.shared(strings=b"P" * 60000 + b"\0", symbols=struct.pack("<LBBHQQ", 1, 0x12, 0, 0, 0, 0) * 1000000)


@case(".so", "a million imports, each name the tail of the one before", finds="A110")
def elf_tails():
    strings = b"P" * 1000000 + b"\0"
    return elf.shared(strings=strings, symbols=b"".join(struct.pack("<LBBHQQ", 1 + i, 0x12, 0, 0, 0, 0) for i in range(1000000)))


@case(".so", "100,000 exported hooks")
def elf_hooks():
    return elf.shared(exports=[(f"PyModExport_m{i}", 0, True) for i in range(100000)], code=elf.returns_data(), data=bytes(64))


@case(".so", "RELR words that stand for 30 million relocations")
def elf_relr():
    words = 500000
    return elf.shared(exports=[("PyInit_elf_relr", 0, True)], relr=struct.pack("<Q", 0x100000) + b"\xff" * 8 * words, data=bytes(64))


@case(".so", "a million relocations of one address, descending")
def elf_rela():
    return elf.shared(exports=[("PyInit_elf_rela", 0, True)], rela=[(8 * (i % 512), 0) for i in range(400000, 0, -1)], data=bytes(4096))


@case(".so", "version needs that lead round in a circle")
def elf_verneed():
    need = struct.pack("<HHLLL", 1, 0xFFFF, 1, 16, 0) + struct.pack("<LHHLL", 0, 0, 2, 1, 0)
    return elf.shared(needed=["libc.so.6"], verneed=need, verneed_count=0xFFFFFFFF)


@case(".so", "60,000 program headers that overlap", finds="P115")
def elf_programs():
    return elf.shared(programs=struct.pack("<LLQQQQQQ", 1, 7, 0, 0x1000, 0x1000, 0x1000, 0x1000, 0x1000) * 60000)


@case(".so", "50,000 needed libraries, and a run path of 50,000 folders")
def elf_needed():
    return elf.shared(exports=[("PyInit_elf_needed", 0, True)], needed=[f"lib{i}.so" for i in range(50000)], strings=b":".join(b"$ORIGIN/%d" % i for i in range(50000)) + b"\0", extra=[(29, 1)])


@case(".so", "sections counted to 2^64", finds="P115")
def elf_counts():
    out = bytearray(elf.shared(imports=["Py_IncRef"]))
    struct.pack_into("<Q", out, 40, len(out))
    out += struct.pack("<LLQQQQLLQQ", 0, 0, 0, 0, 0, 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0, 0)
    struct.pack_into("<HHH", out, 58, 64, 0, 0xFFFF)
    return bytes(out)


# ---- modules


def slots(entries, pointers):
    """Slot arrays: entries (id, flags, value or offset), 16 bytes each; pointers: indices whose value is an offset in the data."""
    data = b"".join(struct.pack("<HHLQ", number, flags, 0, 0 if i in pointers else value) for i, (number, flags, value) in enumerate(entries))
    return data, [(16 * i + 8, entries[i][2]) for i in sorted(pointers)]


@case(".abi3t.so", "slot arrays of a thousand nested arrays each, five deep", finds="A205")
def module_nested():
    entries, pointers = [], set()
    for level in range(5):
        start = level * 1001
        for i in range(1000):
            pointers.add(start + i)
            entries.append((92, 0, (start + 1001) * 16 if level < 4 else 5 * 1001 * 16))
        entries.append((0, 0, 0))
    entries += [(100, 0, 1), (0, 0, 0)]
    data, rela = slots(entries, pointers)
    return elf.shared(exports=[("PyModExport_module_nested", 0, True)], code=elf.returns_data(), data=data, rela=rela)


@case(".abi3t.so", "an array of 200,000 slots")
def module_slots():
    data, rela = slots([(109, 0, 0), (100, 0, 0)] * 100000 + [(0, 0, 0)], set())
    return elf.shared(exports=[("PyModExport_module_slots", 0, True)], code=elf.returns_data(), data=data, rela=rela)


@case(".abi3t.so", "a hook that branches on unknowns without end", finds="A205")
def module_branches():
    code = b"".join(b"\x85\xff\x74\x02\x90\x90" + b"\x31\xc0" for _ in range(20000)) + b"\xe9" + struct.pack("<l", -(20000 * 8 + 5))
    return elf.shared(exports=[("PyModExport_module_branches", 0, True)], code=code, data=bytes(64))


@case(".abi3t.so", "a hook that calls itself twice", finds="A205")
def module_recursion():
    return elf.shared(exports=[("PyModExport_module_recursion", 0, True)], code=b"\xe8\xfb\xff\xff\xff\xe8\xf6\xff\xff\xff\xc3", data=bytes(64))


@case(".abi3t.so", "a hook that stores to a million places", finds="A205")
def module_stores():
    code = b"\x48\x8d\x3d" + struct.pack("<l", 4096) + b"\xb9\x40\x42\x0f\x00" + b"\x48\x89\x3f\x48\x83\xc7\x08\xff\xc9\x75\xf5\xc3"
    return elf.shared(exports=[("PyModExport_module_stores", 0, True)], code=code, data=bytes(1 << 23))


@case(LINUX, "3,000 objects that need 300 libraries of the wheel each", 12, 600, "Z110")
def wheel_needs():
    one = elf.shared(needed=[f"lib{i}.so" for i in range(300)])
    return linux({f"demo/lib{i}.so": one for i in range(3000)})


@case(LINUX, "3,000 files of one module")
def wheel_siblings():
    one = elf.shared(exports=[("PyInit_x", 0, True)])
    return linux({f"demo/x.cpython-3{i}-x86_64-linux-gnu.so": one for i in range(3000)})


# ---- Mach-O


@case(".so", "an export trie whose nodes lead back to the root")
def macho_trie_cycle():
    return others.macho(trie=b"\0\2a\0\0b\0\0")


@case(".so", "an export trie of 60 levels that doubles at each", finds="A110")
def macho_trie_shared():
    out, nodes = bytearray(), 60
    for level in range(nodes):
        below = (level + 1) * 10
        out += b"\0\2" + b"a\0" + bytes([below & 0x7F | 0x80, below >> 7]) + b"b\0" + bytes([below & 0x7F | 0x80, below >> 7])
    out += b"\2\0\0\0"
    return others.macho(trie=bytes(out))


@case(".so", "bind opcodes that repeat 2^60 times, and rebases too")
def macho_opcodes():
    many = others.uleb(1 << 60)
    bind = b"\x11\x40_Py_IncRef\0\x51\x71\0" + b"\xc0" + many + b"\0" + b"\0"
    rebase = b"\x11\x21\0" + b"\x60" + many + b"\x80" + many + b"\0" + b"\0"
    return others.macho(bind=bind, rebase=rebase)


@case(".so", "rebase opcodes of 20 MB of memory, over and over")
def macho_rebases():
    step = b"\x21\0" + b"\x60" + others.uleb(2500000)
    return others.macho(rebase=b"\x11" + step * 1000 + b"\0", data_size=20 << 20)


@case(".so", "chained fixups that never end")
def macho_chain():
    imports = b""
    starts = struct.pack("<LLL", 3, 0, 16) + struct.pack("<L", 0)
    page = struct.pack("<LHHQLH", 22 + 2, 0x1000, 6, 0x4000, 0, 1) + struct.pack("<H", 0)
    head = struct.pack("<LLLLLLL", 0, 32, 32 + len(starts) + len(page), 32 + len(starts) + len(page), 0, 1, 0)
    data = struct.pack("<Q", 0x10 | 0 << 51).ljust(4096, b"\0")
    return others.macho(chained=head.ljust(32, b"\0") + starts + page + imports, data=data, trie=b"\0\0")


@case(".so", "a million symbols that share a name of 60,000 bytes")
def macho_symbols():
    return others.macho(symbols=struct.pack("<LBBHQ", 1, 1, 0, 0x100, 0) * 1000000, strings=b"\0_" + b"P" * 60000 + b"\0", trie=b"\0\0")


@case(".so", "60 slices that are one", finds="P115")
def macho_slices():
    return others.fat(others.macho(symbols=b"".join(struct.pack("<LBBHQ", 1 + 9 * i, 1, 0, 0x100, 0) for i in range(100000)),
                                   strings=b"\0" + b"".join(b"_P%06d\0" % i for i in range(100000)), trie=b"\0\0"), 60)


# ---- PE


@case(".pyd", "10,000 import descriptors that share one table of 10,000 names")
def pe_imports():
    count = 10000
    table = 20 * (count + 1)
    names = table + 8 * (count + 1)
    content = b"".join(struct.pack("<LLLLL", 0x1000 + table, 0, 0, 0x1000 + names, 0x1000 + table) for _ in range(count)) + bytes(20)
    content += b"".join(struct.pack("<Q", 0x1000 + names + 16) for _ in range(count)) + bytes(8)
    content += b"python3.dll\0".ljust(16, b"\0") + b"\0\0Py_IncRef\0"
    return others.pe(content, {1: (0, 20 * (count + 1))})


@case(".pyd", "an export table that counts to 2^32", finds="A110")
def pe_exports():
    content = struct.pack("<LLHHLLLLLLL", 0, 0, 0, 0, 0x1000 + 64, 1, 0xFFFFFFFF, 0xFFFFFFFF, 0x1000 + 80, 0x1000 + 80, 0x1000 + 80)
    return others.pe(content.ljust(64, b"\0") + b"demo.pyd\0".ljust(64, b"\0"), {0: (0, 4096)})


@case(".pyd", "a million base relocations of one page, and blocks of no size")
def pe_relocations():
    block = struct.pack("<LL", 0x1000, 8 + 2 * 2000) + struct.pack("<H", 0xA010) * 2000
    return others.pe(block * 500 + struct.pack("<LL", 0x1000, 0) * 100, {5: (0, len(block) * 500 + 800)})


# ---- wasm


@case(".so", "a function with 2^32 locals, and sections that count to 2^32", finds="P115")
def wasm_counts():
    most = others.uleb(0xFFFFFFFF)
    return others.wasm(others.DYLINK, (1, b"\1\x60\0\0"), (3, b"\1\0"), (7, b"\1" + others.string("PyInit_demo") + b"\0\0"),
                       (10, b"\1" + others.uleb(len(most) + 4) + b"\1" + most + b"\x7f\x0b\x0b"), (9, most))


@case(".so", "a million imported functions")
def wasm_imports():
    return others.wasm(others.DYLINK, (1, b"\1\x60\0\0"), (2, others.uleb(1000000) + b"".join(b"\3env" + others.string("P%d" % i) + b"\0\0" for i in range(1000000))))


@case(".so", "a relocation function of a million blocks within one another")
def wasm_blocks():
    body = b"\0" + b"\2\x40" * 1000000 + b"\x0b" * 1000001
    return others.wasm(others.DYLINK, (1, b"\1\x60\0\0"), (3, b"\2\0\0"), (7, b"\2" + others.string("PyInit_demo") + b"\0\0" + others.string("__wasm_apply_data_relocs") + b"\0\1"),
                       (10, b"\2" + (others.uleb(len(body)) + body) * 2))


@case(".so", "a relocation function that loops for ever")
def wasm_loop():
    body = b"\0\3\x40\x0c\0\x0b\x0b"
    return others.wasm(others.DYLINK, (1, b"\1\x60\0\0"), (3, b"\1\0"), (7, b"\1" + others.string("__wasm_apply_data_relocs") + b"\0\0"), (10, b"\1" + others.uleb(len(body)) + body))

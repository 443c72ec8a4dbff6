# SPDX-License-Identifier: MIT
"""Wheels made, taken apart and broken, for the tests that write wheels anew. Needs nothing but Python's own library."""
import base64
import collections
import hashlib
import itertools
import os
import pathlib
import random
import struct
import subprocess
import zipfile

PROGRAM = os.environ.get("A3_PROGRAM", "./abi3t-audit")
BIN = pathlib.Path(os.environ.get("A3_TESTDATA", "testdata")) / "bin"

Member = collections.namedtuple("Member", "data mode date")
DATE = (2024, 5, 6, 7, 8, 10)


def run(*arguments, env=None, cwd=None):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, check=False, env={**os.environ, **(env or {})}, cwd=cwd)


class Tap:
    """Result lines as they come."""

    def __init__(self):
        self.number = self.bad = self.skipped = 0

    def __call__(self, good, name, detail=""):
        self.number += 1
        self.bad += not good
        print(f"{'ok' if good else 'not ok'} {self.number} - {name}", flush=True)
        if detail and not good:
            print("\n".join("# " + line[:400] for line in str(detail).splitlines()[:40]), flush=True)
        return good

    def skip(self, name, why):
        self.number += 1
        self.skipped += 1
        print(f"ok {self.number} - {name} # SKIP {why}", flush=True)

    def end(self):
        print(f"1..{self.number}")
        return 1 if self.bad else 0


def row(name, data):
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
    quoted = '"' + name.replace('"', '""') + '"' if set(name) & set(',"\n') else name
    return f"{quoted},sha256={digest},{len(data)}\n"


def product(tags):
    return ["-".join(tag) for tag in itertools.product(*(column.split(".") for column in tags.split("-")))]


def wheel_text(tags, purelib=False):
    return ("Wheel-Version: 1.0\nGenerator: demo 1\n" + f"Root-Is-Purelib: {'true' if purelib else 'false'}\n" + "".join(f"Tag: {t}\n" for t in tags)).encode()


def files_of(tags, modules, wheel_tags=None):
    """A small project "demo" with fixtures of testdata/bin as its modules."""
    files = {"demo/__init__.py": b"", "demo/data.bin": random.Random(7).randbytes(5000)}
    files.update({name: (BIN / fixture).read_bytes() for name, fixture in modules.items()})
    files["demo-1.0.dist-info/METADATA"] = b"Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n"
    files["demo-1.0.dist-info/WHEEL"] = wheel_text(wheel_tags or product(tags))
    return files


def record_name(files):
    """Path of RECORD beside a WHEEL."""
    return next((n for n in files if n.endswith(".dist-info/WHEEL")), "demo-1.0.dist-info/WHEEL")[:-len("WHEEL")] + "RECORD"


def record_of(files):
    name = record_name(files)
    return "".join(row(n, d.data if isinstance(d, Member) else d) for n, d in files.items() if n != name and not n.endswith("/")) + f"{name},,\n"


class Unseekable:
    """Makes zipfile write data descriptors."""

    def __init__(self, raw):
        self.raw = raw

    def write(self, data):
        return self.raw.write(data)

    def flush(self):
        self.raw.flush()


def write(path, files, record=None, descriptors=False, order=None, prefix=b"", trailing=b"", comment=b""):
    """`files`: name -> bytes or Member. RECORD is made unless `record` gives its text. `order` (a random.Random) shuffles the members."""
    name = record_name(files)
    members = {n: d if isinstance(d, Member) else Member(d, 0o100755 if n.endswith(".so") else 0o100644, DATE) for n, d in files.items() if n != name}
    old = files.get(name)
    text = record_of(files) if record is None else record
    members[name] = Member(text.encode(), *(old[1:] if isinstance(old, Member) else (0o100644, DATE)))
    names = list(members)
    if order:
        order.shuffle(names)
    with open(path, "wb") as raw:
        raw.write(prefix)
        with zipfile.ZipFile(Unseekable(raw) if descriptors else raw, "w", zipfile.ZIP_DEFLATED) as archive:
            for n in names:
                info = zipfile.ZipInfo(n, members[n].date)
                info.create_system = 3
                info.external_attr = members[n].mode << 16
                info.compress_type = zipfile.ZIP_DEFLATED
                info.comment = comment
                archive.writestr(info, members[n].data)
        raw.seek(0, 2)
        raw.write(trailing)
    return pathlib.Path(path)


def members(path):
    with zipfile.ZipFile(path) as archive:
        return {i.filename: Member(archive.read(i), i.external_attr >> 16, i.date_time) for i in archive.infolist()}


def digest(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def tags_of(name):
    """The three tag columns of a wheel's file name."""
    return "-".join(name[:-len(".whl")].split("-")[-3:])


def wheel_tags(files):
    text = next(m.data for n, m in files.items() if n.endswith(".dist-info/WHEEL")).decode()
    return [line[5:] for line in text.splitlines() if line.startswith("Tag: ")]


# -- what the package index demands of the frame of an archive: every record follows the one before it, from byte 0 to the end

def framing_faults(data):
    faults, at, local, central, start = [], 0, {}, {}, None
    while at < len(data):
        mark = data[at:at + 4]
        if mark == b"PK\x03\x04":
            flags, method, _, _, _, packed, size, name_size, extra_size = struct.unpack_from("<HHHHLLLHH", data, at + 6)
            name = data[at + 30:at + 30 + name_size]
            extra = data[at + 30 + name_size:at + 30 + name_size + extra_size]
            fields = extra_fields(extra, faults)
            if flags & 8:
                faults.append("a data descriptor")
            if name in local:
                faults.append("a duplicate local name")
            if any(c < 0x20 or c == 0x7f for c in name) or (not flags & 0x800 and not name.isascii()):
                faults.append("characters of a name")
            if 1 in fields:
                size, packed = struct.unpack_from("<QQ", fields[1])
            local[name] = (method, packed, size)
            at += 30 + name_size + extra_size + packed
        elif mark == b"PK\x01\x02":
            start = at if start is None else start
            flags, method, _, _, _, packed, size, name_size, extra_size, comment_size = struct.unpack_from("<HHHHLLLHHH", data, at + 8)
            name = data[at + 46:at + 46 + name_size]
            fields = extra_fields(data[at + 46 + name_size:at + 46 + name_size + extra_size], faults)
            wide = list(struct.unpack(f"<{len(fields[1]) // 8}Q", fields[1])) if 1 in fields else []
            size = wide.pop(0) if size == 0xffffffff else size
            packed = wide.pop(0) if packed == 0xffffffff else packed
            if comment_size:
                faults.append("a comment in the central directory")
            if name in central or local.get(name) != (method, packed, size):
                faults.append(f"the central header of {name!r}")
            central[name] = True
            at += 46 + name_size + extra_size + comment_size
        elif mark == b"PK\x06\x06":
            here, total, size, offset = struct.unpack_from("<QQQQ", data, at + 24)
            if struct.unpack_from("<Q", data, at + 4)[0] != 44 or (here, total, offset, size) != (len(central), len(central), start, at - start):
                faults.append("the ZIP64 end record")
            if data[at + 56:at + 60] != b"PK\x06\x07" or struct.unpack_from("<Q", data, at + 64)[0] != at:
                faults.append("the ZIP64 locator")
            at += 56 + 20
        elif mark == b"PK\x05\x06":
            here, total, size, offset, comment_size = struct.unpack_from("<HHLLH", data, at + 8)
            expected = (min(len(central), 0xffff), min(len(central), 0xffff), min(start or 0, 0xffffffff))
            if (here, total, offset) != expected and 0xffff not in (here, total) and offset != 0xffffffff:
                faults.append("the end record")
            at += 22 + comment_size
            if at != len(data):
                faults.append("bytes behind the archive")
            break
        else:
            faults.append(f"no record at {at}")
            break
    if set(local) != set(central):
        faults.append("local and central names differ")
    return faults


def extra_fields(extra, faults):
    fields, at = {}, 0
    while at < len(extra):
        if at + 4 > len(extra):
            faults.append("a cut extra field")
            break
        kind, size = struct.unpack_from("<HH", extra, at)
        if kind in fields or at + 4 + size > len(extra):
            faults.append("extra fields")
            break
        fields[kind] = extra[at + 4:at + 4 + size]
        at += 4 + size
    return fields


# -- the frame broken: what `repair` puts right in any wheel, whatever it holds

def broken_frame(rng):
    """Arguments of write() that an archive can be broken with."""
    return {"descriptors": rng.random() < 0.3, "order": rng if rng.random() < 0.5 else None, "prefix": b"#!prefix\n" if rng.random() < 0.2 else b"",
            "trailing": b"tail" if rng.random() < 0.2 else b"", "comment": b"c" if rng.random() < 0.2 else b""}


def broken_record(rng, files):
    """RECORD with rows missing, rows too many, or both."""
    kept = {n: d for n, d in files.items() if rng.random() > 0.3 or n.endswith((".dist-info/WHEEL", ".dist-info/RECORD"))}
    return "demo/gone.py,sha256=" + "A" * 43 + ",3\n" + record_of(kept)


# -- what a repair must hold to, whatever was broken

def renamed(name, after):
    """Where an extension went: the same folder, the same name up to the first dot."""
    if name in after or not name.endswith(".so"):
        return name
    folder, _, base = name.rpartition("/")
    stem = (folder + "/" if folder else "") + base.split(".")[0] + "."
    return next((n for n in after if n.startswith(stem) and n.endswith(".so")), name)


def repair_fault(path, folder):
    """Repairs `path` into folder/out and again into folder/again. What is wrong with the result, and the result."""
    before, old, out, again = members(path), digest(path), folder / "out", folder / "again"
    first = run("repair", "-w", out, path)
    made = list(out.glob("*.whl")) if out.exists() else []
    if first.returncode != 0 or len(made) != 1:
        return f"{path.name}: exit {first.returncode}: {first.stdout}{first.stderr}", None
    result = made[0]
    audit = run(result)
    if audit.returncode != 0:
        return f"the result is not clean: {audit.stdout}", result
    after = members(result)
    for name, value in before.items():
        if not name.endswith((".dist-info/RECORD", ".dist-info/WHEEL", "/")) and after.get(renamed(name, after)) != value:
            return f"{name} was changed", result
    data = result.read_bytes()
    if data != path.read_bytes():  # else it was clean all the same, and left as it is, whatever its order
        faults = framing_faults(data)
        if faults:
            return f"the frame: {faults}", result
        if list(after)[-1] != record_name(after):
            return "RECORD is not last", result
    if digest(path) != old:
        return "the input was touched", result
    second = run("repair", "-w", again, result)
    if second.returncode != 0 or (again / result.name).read_bytes() != data:
        return f"repairing twice changed something: {second.stdout}{second.stderr}", result
    return None, result

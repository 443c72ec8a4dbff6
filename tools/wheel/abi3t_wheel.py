# SPDX-License-Identifier: MIT
"""Wheels that hold the program: `pip install abi3t-audit`.

    python3 tools/wheel/abi3t_wheel.py DIRECTORY      (make wheel: into dist)

On Linux everything is linked statically, the C library too: the program then runs on any distribution, whatever its libc, which its own audit confirms of the finished
wheel. libzip, of which Debian has no static library, is built from Debian's source package. Where that cannot be had the program is linked
as usual and the wheel is for this machine alone. Unchanged sources and tools give the same bytes.

Also the build backend of pyproject.toml (PEP 517): `pip install .` links as usual, `pip wheel . --config-settings static=yes` as above.
"""
import base64
import contextlib
import glob
import hashlib
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
import zipfile

TOP = pathlib.Path(__file__).resolve().parents[2]
NAME = "abi3t_audit"
# what a static program takes in, and where Debian keeps its notices
TAKEN_IN = {"libelf": "libelf-dev", "libzip": "libzip-dev", "libarchive": "libarchive-dev", "jansson": "libjansson-dev", "libdeflate": "libdeflate-dev",
            "nettle": "nettle-dev", "zlib": "zlib1g-dev", "xz": "liblzma-dev", "zstd": "libzstd-dev", "lz4": "liblz4-dev", "bzip2": "libbz2-dev", "glibc": "libc6-dev"}
STATIC_LICENSES = "MIT AND BSD-2-Clause AND BSD-3-Clause AND Zlib AND bzip2-1.0.6 AND LGPL-2.1-or-later AND LGPL-3.0-or-later"


def version():
    return re.search(r"AC_INIT\(\[abi3t-audit\], \[([^]]+)\]", (TOP / "configure.ac").read_text())[1]


def say(text):
    print(text, file=sys.stderr, flush=True)


def run(*command, **more):
    """Runs it; what it printed is shown where it fails."""
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False, **more)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stdout[-3000:]}")
    return done.stdout


def need_static_libraries(scratch):
    """RuntimeError, which names the first that the compiler does not find."""
    probe = scratch / "probe.c"
    probe.write_text("int main(void) { return 0; }\n")
    for library in ("c", "elf", "archive", "jansson", "deflate", "nettle", "lzma", "zstd", "lz4", "bz2", "z"):
        try:
            run(os.environ.get("CC", "cc"), "-static", "-o", scratch / "probe", probe, f"-l{library}")
        except (RuntimeError, OSError):
            raise RuntimeError(f"there is no static lib{library}") from None


def static_libzip(scratch):
    """Builds it from the source package of the distribution, whose lists are kept apart from the machine's. Returns its prefix."""
    apt = scratch / "apt"
    for folder in ("lists/partial", "cache/archives/partial"):
        (apt / folder).mkdir(parents=True)
    entries = []
    for path in [*glob.glob("/etc/apt/sources.list.d/*.sources"), *glob.glob("/etc/apt/sources.list"), *glob.glob("/etc/apt/sources.list.d/*.list")]:
        text = pathlib.Path(path).read_text(errors="replace")
        if path.endswith(".sources"):
            stanzas = re.split(r"\n\s*\n", text)
            entries += [(f"source{len(entries) + i}.sources", re.sub(r"(?m)^Types:.*$", "Types: deb-src", s)) for i, s in enumerate(stanzas) if re.search(r"(?m)^Types:", s)]
        else:
            entries.append((f"source{len(entries)}.list", re.sub(r"(?m)^\s*deb(-src)?\s", "deb-src ", text)))
    (apt / "sources").mkdir()
    for name, text in entries:
        (apt / "sources" / name).write_text(text + "\n")
    options = ["-q", "-o", "Dir::Etc::SourceList=/dev/null", "-o", f"Dir::Etc::SourceParts={apt}/sources", "-o", f"Dir::State::Lists={apt}/lists",
               "-o", f"Dir::Cache={apt}/cache", "-o", "APT::Sandbox::User=root", "-o", "Acquire::Languages=none"]
    run("apt-get", *options, "update")
    run("apt-get", *options, "source", "--download-only", "libzip", cwd=apt)
    run("tar", "-xf", next(apt.glob("libzip_*.orig.tar.*")), "-C", apt)
    source = next(path for path in apt.glob("libzip-*") if path.is_dir())
    run("cmake", "-S", source, "-B", apt / "build", "-DCMAKE_BUILD_TYPE=Release", "-DCMAKE_POSITION_INDEPENDENT_CODE=ON", "-DBUILD_SHARED_LIBS=OFF",
        *(f"-DENABLE_{what}=OFF" for what in ("COMMONCRYPTO", "GNUTLS", "MBEDTLS", "OPENSSL", "WINDOWS_CRYPTO", "BZIP2", "LZMA", "ZSTD")),
        *(f"-DBUILD_{what}=OFF" for what in ("TOOLS", "REGRESS", "EXAMPLES", "DOC")), f"-DCMAKE_INSTALL_PREFIX={apt}/prefix", "-DCMAKE_INSTALL_LIBDIR=lib")
    run("make", "-C", apt / "build", "-j2", "install")
    return apt / "prefix"


def build(scratch, prefix):
    """Builds the program in scratch/build, statically with the libzip in prefix, or as usual (None). Returns the build folder."""
    folder = scratch / "build"
    folder.mkdir()
    if not (TOP / "configure").exists():
        run("autoreconf", "-fi", cwd=TOP)
    flags = f"-O2 -g0 -fPIE -fstack-protector-strong -D_FORTIFY_SOURCE=2 -ffile-prefix-map={TOP}=. -ffile-prefix-map={scratch}=."
    options, extra = [f"CFLAGS={flags}"], {}
    if prefix is not None:
        options += ["--disable-shared", "--with-zip=link", "--with-archive=link", "ELF_LIBS=-lelf -lz", "ARCHIVE_LIBS=-larchive -lnettle -llzma -lzstd -llz4 -lbz2 -lz",
                    f"ZIP_CFLAGS=-I{prefix}/include", f"ZIP_LIBS=-L{prefix}/lib -lzip -lz"]
        extra = {"PKG_CONFIG_PATH": f"{prefix}/lib/pkgconfig"}
    run(TOP / "configure", "-q", *options, cwd=folder, env={**os.environ, **extra})
    if prefix is None:
        run("make", "-s", "-j2", "all", cwd=folder)
        return folder
    # libtool knows -static, not -static-pie, which has the hardening of a dynamic program too: everything but the last link is make's
    run("make", "-s", "-j2", "all", "abi3t_audit_LDFLAGS=-all-static", cwd=folder)
    run(os.environ.get("CC", "cc"), "-static-pie", "-Wl,-z,relro,-z,now,--build-id=sha1", "-o", folder / "abi3t-audit", *sorted(folder.glob("src/cli/*.o")), folder / ".libs/libabi3t.a",
        "-lelf", f"-L{prefix}/lib", "-lzip", "-larchive", "-lnettle", "-ljansson", "-ldeflate", "-llzma", "-lzstd", "-llz4", "-lbz2", "-lz", "-lpthread")
    return folder


def local_platform():
    machine = {"arm64": "aarch64", "amd64": "x86_64"}.get(platform.machine().lower(), platform.machine()) if sys.platform.startswith("linux") else None
    return f"linux_{machine}" if machine else re.sub(r"[-.]", "_", sysconfig.get_platform())


def metadata(notices, static):
    lines = ["Metadata-Version: 2.4", f"Name: {NAME.replace('_', '-')}", f"Version: {version()}",
             "Summary: Says whether what Python wheels claim is true: Stable ABI, abi3t, tags, platform, metadata, container",
             f"License-Expression: {STATIC_LICENSES if static else 'MIT'}", *(f"License-File: {name}" for name in notices), "Keywords: wheel,abi3,abi3t,abi3audit,auditwheel",
             "Classifier: Environment :: Console", "Classifier: Intended Audience :: Developers", "Classifier: Topic :: Software Development :: Quality Assurance",
             "Classifier: Programming Language :: C", "Requires-Python: >=3.8", "Description-Content-Type: text/markdown; charset=UTF-8", "", (TOP / "README.md").read_text()]
    return "\n".join(lines).encode()


def record_row(name, data):
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(data)}"


def pack(folder, target, static):
    """Writes NAME-VERSION-py3-none-PLATFORM.whl; returns its path."""
    stem, tag = f"{NAME}-{version()}", local_platform()
    notices = {"LICENSE": (TOP / "LICENSE").read_bytes()}
    for name, package in sorted(TAKEN_IN.items() if static else ()):
        notices[f"{name}.txt"] = pathlib.Path(f"/usr/share/doc/{package}/copyright").read_bytes()
    program = folder / "wheel-program"
    shutil.copyfile(folder / "abi3t-audit", program)
    run("strip", program)
    members = [(f"{NAME}/{path.name}", path.read_bytes(), 0o644) for path in sorted((TOP / "tools/wheel" / NAME).glob("*.py"))]
    members.append((f"{stem}.data/scripts/abi3t-audit", program.read_bytes(), 0o755))
    for page in sorted([*folder.glob("man/*.[157]"), *(TOP / "man").glob("*.[157]")], key=lambda path: path.name):
        members.append((f"{stem}.data/data/share/man/man{page.suffix[1:]}/{page.name}", page.read_bytes(), 0o644))
    members += [(f"{stem}.dist-info/licenses/{name}", data, 0o644) for name, data in notices.items()]
    members.append((f"{stem}.dist-info/METADATA", metadata(notices, static), 0o644))
    members.append((f"{stem}.dist-info/WHEEL", f"Wheel-Version: 1.0\nGenerator: {NAME.replace('_', '-')} {version()}\nRoot-Is-Purelib: false\nTag: py3-none-{tag}\n".encode(), 0o644))
    record = f"{stem}.dist-info/RECORD"
    members.append((record, "".join(record_row(name, data) + "\n" for name, data, _ in members).encode() + f"{record},,\n".encode(), 0o644))
    wheel = pathlib.Path(target) / f"{stem}-py3-none-{tag}.whl"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data, mode in members:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.external_attr, info.create_system = zipfile.ZIP_DEFLATED, (0o100000 | mode) << 16, 3
            archive.writestr(info, data)
    return wheel


def retag(program, wheel):
    """The tags that a static program may have, granted only if its own audit finds nothing. Not older than 2.17: the kernel of older systems is one that the C library
    that is linked in does not start on (3.2)."""
    machine = platform.machine()
    run(program, "retag", "--no-config", "--in-place", "--platform-tag", f"manylinux_2_17_{machine}.manylinux2014_{machine}.musllinux_1_1_{machine}", wheel)
    wheel = next(wheel.parent.glob(f"{NAME}-{version()}-*.whl"))
    run(program, "audit", "--no-config", "--strict", wheel)
    return wheel


def make_wheel(target, static=True):
    """Returns its file name."""
    target = pathlib.Path(target).resolve()
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        prefix = None
        if static and sys.platform.startswith("linux"):
            try:
                need_static_libraries(scratch)
                prefix = static_libzip(scratch)
            except (RuntimeError, OSError, StopIteration) as reason:
                say(f"The program is linked as usual, for this machine alone: {reason}")
        folder = build(scratch, prefix)
        (scratch / "out").mkdir()
        wheel = pack(folder, scratch / "out", prefix is not None)
        if prefix is not None:
            wheel = retag(folder / "abi3t-audit", wheel)
        shutil.copyfile(wheel, target / wheel.name)
        return wheel.name


# ---- PEP 517 ----

def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    del metadata_directory
    return make_wheel(wheel_directory, static="static" in (config_settings or {}))


def build_sdist(sdist_directory, config_settings=None):
    del config_settings
    stem = f"{NAME}-{version()}"
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        folder = build(scratch, None)
        run("make", "-s", "distdir", f"distdir={stem}", cwd=folder)
        (folder / stem / "PKG-INFO").write_bytes(metadata({"LICENSE": None}, False))
        with contextlib.closing(tarfile.open(pathlib.Path(sdist_directory) / f"{stem}.tar.gz", "w:gz", format=tarfile.PAX_FORMAT)) as archive:
            archive.add(folder / stem, stem)
    return f"{stem}.tar.gz"


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    try:
        print(make_wheel(sys.argv[1]))
    except RuntimeError as reason:
        sys.exit(f"abi3t_wheel: {reason}")

/* SPDX-License-Identifier: MIT */
/* What a native object or a platform tag runs on: the words that the image and abi rooms share. */
#ifndef A3_BASE_MACHINE_H
#define A3_BASE_MACHINE_H

typedef enum a3_arch {
    A3_ARCH_UNKNOWN, A3_ARCH_X86_64, A3_ARCH_I686, A3_ARCH_AARCH64, A3_ARCH_ARM, A3_ARCH_PPC64, A3_ARCH_PPC64LE,
    A3_ARCH_S390X, A3_ARCH_RISCV64, A3_ARCH_LOONGARCH64, A3_ARCH_WASM32, A3_ARCH_PPC, A3_ARCH_MIPS, A3_ARCH_MIPS64,
    A3_ARCH_SPARC, A3_ARCH_RISCV32, A3_ARCH_COUNT
} a3_arch;

/* What the object says it runs on. ELF: Linux unless OSABI or a note says otherwise. */
typedef enum a3_os {
    A3_OS_UNKNOWN, A3_OS_LINUX, A3_OS_ANDROID, A3_OS_FREEBSD, A3_OS_MACOS, A3_OS_IOS, A3_OS_IOS_SIMULATOR,
    A3_OS_APPLE_OTHER, A3_OS_WINDOWS, A3_OS_EMSCRIPTEN, A3_OS_CYGWIN
} a3_os;

typedef enum a3_libc { A3_LIBC_UNKNOWN, A3_LIBC_GLIBC, A3_LIBC_MUSL, A3_LIBC_BIONIC } a3_libc;

#endif

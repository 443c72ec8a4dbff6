/* SPDX-License-Identifier: MIT */
/* Before the first byte of an input is read, the program gives away what it has no more use for: writing, running programs, the
 * network. What a hostile file might get the code to do is then the kernel's to refuse.
 * Sources: Linux, Documentation/userspace-api/landlock.rst and seccomp_filter.rst. Where the kernel has neither, or one of
 * them alone, there is less of it, and the audit goes on. Reading stays as it was: inputs are opened as they are met. */
#include "cli/cli.h"

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__) || (defined(__riscv) && __riscv_xlen == 64) || defined(__s390x__) || \
                           (defined(__powerpc64__) && defined(__LITTLE_ENDIAN__)))
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* ---- Landlock: the file system and TCP ---- */

/* struct landlock_ruleset_attr, of which older headers have less; each version of the interface reads its part. */
typedef struct ruleset_attr { uint64_t files, network, scoped; } ruleset_attr;
typedef struct path_attr { uint64_t allowed; int32_t folder; } __attribute__((packed)) path_attr;
enum {
    CREATE_RULESET = 444, ADD_RULE = 445, RESTRICT_SELF = 446, /* of every architecture */
    ASK_VERSION = 1, PATH_BENEATH = 1,
    EXECUTE = 1 << 0, WRITE_FILE = 1 << 1, REMOVE_FILE = 1 << 5, MAKE_REG = 1 << 8,
    CHANGES_1 = 0x1fff & ~(1 << 2 | 1 << 3), /* all of the first version but READ_FILE and READ_DIR */
    REFER = 1 << 13, TRUNCATE = 1 << 14
};

static void allow_folder(int ruleset, const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash ? strndup(path, (size_t)(slash - path) + 1) : strdup(".");
    int fd = folder ? open(folder, O_PATH | O_CLOEXEC) : -1;
    path_attr attr = {REMOVE_FILE | MAKE_REG, fd};
    if (fd >= 0) {
        syscall(ADD_RULE, ruleset, PATH_BENEATH, &attr, 0);
        close(fd);
    }
    free(folder);
}

/* Reports get their names when they are whole: their folders may have files renamed and removed. */
static void landlock(const cli_arguments *arguments)
{
    long version = syscall(CREATE_RULESET, NULL, 0, ASK_VERSION);
    if (version < 1)
        return;
    ruleset_attr attr = {CHANGES_1, 3, 3}; /* binding, connecting; abstract sockets, signals to others */
    if (version >= 2)
        attr.files |= REFER;
    if (version >= 3)
        attr.files |= TRUNCATE;
    size_t size = version >= 6 ? sizeof attr : version >= 4 ? offsetof(ruleset_attr, scoped) : offsetof(ruleset_attr, network);
    int ruleset = (int)syscall(CREATE_RULESET, &attr, size, 0);
    if (ruleset < 0)
        return;
    for (size_t i = 0; i < arguments->output_count; i++)
        if (arguments->outputs[i].temporary != NULL)
            allow_folder(ruleset, arguments->outputs[i].path);
    syscall(RESTRICT_SELF, ruleset, 0);
    close(ruleset);
}

/* ---- seccomp: system calls ---- */

#if defined(__x86_64__)
enum { ARCH = AUDIT_ARCH_X86_64 };
#elif defined(__aarch64__)
enum { ARCH = AUDIT_ARCH_AARCH64 };
#elif defined(__s390x__)
enum { ARCH = AUDIT_ARCH_S390X };
#elif defined(__powerpc64__)
enum { ARCH = AUDIT_ARCH_PPC64LE };
#else
enum { ARCH = AUDIT_ARCH_RISCV64 };
#endif

/* No command that only reads makes one of these. */
static const int refused[] = {
    SYS_execve, SYS_execveat, SYS_socket, SYS_socketpair, SYS_connect, SYS_bind, SYS_listen, SYS_sendto, SYS_sendmsg, SYS_sendmmsg,
    SYS_process_vm_readv, SYS_process_vm_writev, SYS_bpf, SYS_perf_event_open, SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_setns,
    SYS_unshare, SYS_name_to_handle_at, SYS_open_by_handle_at, SYS_keyctl, SYS_add_key, SYS_request_key, SYS_init_module, SYS_finit_module,
    SYS_delete_module, SYS_truncate, SYS_mkdirat, SYS_linkat, SYS_symlinkat, SYS_mknodat, SYS_fchmodat, SYS_fchownat, SYS_setxattr,
    SYS_lsetxattr, SYS_fsetxattr, SYS_removexattr, SYS_utimensat,
#if defined(SYS_creat) /* older architectures have what the *at calls came for */
    SYS_creat, SYS_mkdir, SYS_rmdir, SYS_link, SYS_symlink, SYS_mknod, SYS_chmod, SYS_chown, SYS_lchown, SYS_utime, SYS_utimes, SYS_futimesat,
#endif
#if defined(SYS_userfaultfd)
    SYS_userfaultfd,
#endif
#if defined(SYS_io_uring_setup)
    SYS_io_uring_setup, /* does what it is asked to without further calls */
#endif
#if defined(SYS_openat2)
    SYS_openat2, /* its flags are behind a pointer, where no filter sees them */
#endif
#if !defined(__SANITIZE_ADDRESS__)
    SYS_ptrace, /* which the leak checker needs */
#endif
};

enum { LOW_WORD = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? 0 : 4, WRITING = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC };

#define FIELD(member) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, member))
#define GIVE(what) BPF_STMT(BPF_RET | BPF_K, (what))
#define REFUSE GIVE(SECCOMP_RET_ERRNO | EPERM)

static void seccomp(void)
{
    enum { HEAD = 7, OPENS = 10, COUNT = sizeof refused / sizeof *refused };
    struct sock_filter filter[HEAD + OPENS + 2 * COUNT + 1], *at = filter;
#define PUT(...) (*at++ = (struct sock_filter)__VA_ARGS__)
    PUT(FIELD(arch));
    PUT(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)ARCH, 1, 0));
    PUT(REFUSE); /* the calls of another architecture have other numbers */
    PUT(FIELD(nr));
#if defined(__x86_64__)
    PUT(BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1)); /* x32 */
    PUT(REFUSE);
#endif
    for (size_t i = 0; i < COUNT; i++) {
        PUT(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)refused[i], 0, 1));
        PUT(REFUSE);
    }
    static const struct { int number; unsigned flags; } opens[] = {
#if defined(SYS_open)
        {SYS_open, 1},
#endif
        {SYS_openat, 2},
    };
    for (size_t i = 0; i < sizeof opens / sizeof *opens; i++) {
        PUT(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)opens[i].number, 0, 4));
        PUT(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)(offsetof(struct seccomp_data, args) + opens[i].flags * sizeof(uint64_t) + LOW_WORD)));
        PUT(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, WRITING, 0, 1));
        PUT(REFUSE);
        PUT(GIVE(SECCOMP_RET_ALLOW));
    }
    PUT(GIVE(SECCOMP_RET_ALLOW));
#undef PUT
    struct sock_fprog program = {.len = (unsigned short)(at - filter), .filter = filter};
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

void cli_sandbox(const cli_arguments *arguments)
{
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return;
    landlock(arguments);
    seccomp();
}

#else
void cli_sandbox(const cli_arguments *arguments) { (void)arguments; }
#endif

/* SPDX-License-Identifier: MIT */
/* What the sandbox takes away, and what it leaves. Each question is asked in a child of its own; the exit status is the errno. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/cli.h"

static char folder[] = "/tmp/test_sandbox.XXXXXX"; /* made once, by main */

static const char *in_folder(const char *name)
{
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

typedef int question_fn(void); /* 0, or what errno says */

static int ask(question_fn *question, bool report)
{
    pid_t child = fork();
    if (child == 0) {
        cli_arguments arguments = {.output_count = 1};
        char path[sizeof folder + 16], temporary[sizeof folder + 16];
        snprintf(path, sizeof path, "%s/report", folder);
        snprintf(temporary, sizeof temporary, "%s/report.tmp", folder);
        if (report)
            arguments.outputs[0] = (cli_output){.path = path, .temporary = temporary};
        cli_sandbox(&arguments);
        _exit(question());
    }
    int status;
    assert_true(child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status));
    return WEXITSTATUS(status);
}

static int outcome(int result) { return result < 0 ? errno : 0; }
static int writes(void) { return outcome(open(in_folder("old"), O_WRONLY)); }
static int writes_and_reads(void) { return outcome(open(in_folder("old"), O_RDWR)); }
static int creates(void) { return outcome(open(in_folder("new"), O_RDONLY | O_CREAT, 0666)); }
static int empties(void) { return outcome(truncate(in_folder("old"), 0)); }
static int makes_folder(void) { return outcome(mkdir(in_folder("made"), 0777)); }
static int links(void) { return outcome(symlink("old", in_folder("link"))); }
static int removes(void) { return outcome(unlink(in_folder("old"))); }
static int renames(void) { char from[300]; snprintf(from, sizeof from, "%s", in_folder("old")); return outcome(rename(from, in_folder("renamed"))); }
static int modes(void) { return outcome(chmod(in_folder("old"), 0777)); }
static int runs(void) { char *const none[] = {NULL}; execve("/bin/sh", none, none); return errno; }
static int connects(void) { return outcome(socket(AF_INET, SOCK_STREAM, 0)); }
static int connects_locally(void) { return outcome(socket(AF_UNIX, SOCK_STREAM, 0)); }

static int reads(void)
{
    char byte;
    int fd = open(in_folder("old"), O_RDONLY | O_CLOEXEC);
    if (fd < 0 || read(fd, &byte, 1) != 1)
        return errno;
    return mmap(NULL, 1, PROT_READ, MAP_PRIVATE, fd, 0) == MAP_FAILED ? errno : 0;
}

static bool held(void) { return prctl(PR_GET_SECCOMP) >= 0; } /* the kernel knows the one or the other */

static void changes_are_refused(void **state)
{
    (void)state;
    static const struct { question_fn *question; const char *name; } all[] = {
        {writes, "write"}, {writes_and_reads, "write and read"}, {creates, "create"}, {empties, "truncate"}, {makes_folder, "mkdir"},
        {links, "symlink"}, {modes, "chmod"}, {runs, "exec"}, {connects, "TCP"}, {connects_locally, "local socket"}};
    for (size_t i = 0; held() && i < sizeof all / sizeof *all; i++) {
        int errnum = ask(all[i].question, false);
        if (errnum != EPERM && errnum != EACCES)
            fail_msg("%s: %s", all[i].name, strerror(errnum));
    }
    assert_int_equal(access(in_folder("new"), F_OK), -1);
    assert_int_equal(access(in_folder("made"), F_OK), -1);
}

static void reading_is_left(void **state)
{
    (void)state;
    assert_int_equal(ask(reads, false), 0);
}

/* A report that is whole gets its name, and one that is not is removed. */
static void reports_can_be_finished(void **state)
{
    (void)state;
    assert_int_equal(ask(renames, true), 0);
    assert_int_equal(access(in_folder("renamed"), F_OK), 0);
    char renamed[300];
    snprintf(renamed, sizeof renamed, "%s", in_folder("renamed"));
    assert_int_equal(rename(renamed, in_folder("old")), 0);
    assert_int_equal(ask(removes, true), 0);
    assert_int_equal(close(open(in_folder("old"), O_WRONLY | O_CREAT, 0666)), 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(changes_are_refused), cmocka_unit_test(reading_is_left), cmocka_unit_test(reports_can_be_finished)};
    if (mkdtemp(folder) == NULL)
        return 1;
    FILE *old = fopen(in_folder("old"), "w");
    if (old == NULL || fputs("text", old) < 0 || fclose(old) != 0)
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    unlink(in_folder("old"));
    rmdir(folder);
    return failed;
}

/* SPDX-License-Identifier: MIT */
/* The transaction: every write, fsync, link and rename failed in turn leaves nothing behind and the target as it was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "repair/write.h"

typedef struct trouble {
    int fails_at, calls; /* the call that fails, counted over all kinds */
    bool named;          /* the system has no files without a name */
    bool no_links;       /* the file system has no hard links */
    bool killed;         /* a signal comes during the first write */
} trouble;

static bool fails(trouble *t)
{
    bool now = ++t->calls == t->fails_at;
    if (now)
        errno = ENOSPC;
    return now;
}

static ssize_t bad_write(void *context, int fd, const void *data, size_t size)
{
    trouble *t = context;
    if (t->killed && t->calls == 0)
        raise(SIGTERM);
    return fails(t) ? -1 : a3_file_ops_system.write(NULL, fd, data, size > 7 ? 7 : size); /* short writes, too */
}

static int bad_sync(void *context, int fd) { return fails(context) ? -1 : a3_file_ops_system.sync(NULL, fd); }

static int bad_link(void *context, const char *from, const char *to)
{
    const trouble *t = context;
    if (t->no_links) {
        errno = EPERM;
        return -1;
    }
    return fails(context) ? -1 : a3_file_ops_system.link(NULL, from, to);
}

static int bad_rename_new(void *context, const char *from, const char *to)
{
    return fails(context) ? -1 : a3_file_ops_system.rename_new(NULL, from, to);
}

static int bad_rename(void *context, const char *from, const char *to)
{
    return fails(context) ? -1 : a3_file_ops_system.rename(NULL, from, to);
}

static size_t files_in(const char *folder)
{
    DIR *d = opendir(folder);
    size_t count = 0;
    for (struct dirent *e; (e = readdir(d)) != NULL;)
        count += e->d_name[0] != '.' || (e->d_name[1] != '\0' && e->d_name[1] != '.');
    closedir(d);
    return count;
}

static void put(const char *path, const char *text)
{
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static void expect(const char *path, const char *text)
{
    char have[64] = "";
    FILE *f = fopen(path, "r");
    assert_non_null(f);
    assert_int_equal(fread(have, 1, sizeof have - 1, f), strlen(text));
    fclose(f);
    assert_string_equal(have, text);
}

static a3_status transaction(const char *folder, const char *path, bool replace, trouble *t, a3_err *err)
{
    a3_file_ops ops = {t, bad_write, bad_sync, bad_link, bad_rename, bad_rename_new, !t->named};
    a3_draft draft;
    a3_status status = a3_draft_open(&draft, folder, false, &ops, err);
    if (status == A3_OK)
        status = a3_draft_write(&draft, "the new content", 15, err);
    if (status == A3_OK)
        status = a3_draft_keep(&draft, path, 0640, replace, err);
    a3_draft_close(&draft);
    return status;
}

/* Every call failed in turn, until none is left. */
static void fail_in_turn(const char *folder, const char *path, bool replace, trouble kind)
{
    bool succeeded = false;
    for (int n = 1; n < 50 && !succeeded; n++) {
        unlink(path);
        if (replace)
            put(path, "the old one");
        trouble t = kind;
        t.fails_at = n;
        a3_err err = A3_ERR_INIT;
        a3_status status = transaction(folder, path, replace, &t, &err);
        succeeded = t.calls < n;
        assert_int_equal(status, succeeded ? A3_OK : A3_IO);
        if (!succeeded)
            assert_non_null(strstr(err.message, "No space left"));
        assert_int_equal(files_in(folder), succeeded || replace ? 1 : 0);
        if (succeeded || replace)
            expect(path, succeeded ? "the new content" : "the old one");
    }
    assert_true(succeeded);
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0640);
}

static void every_call_fails_in_turn(void **state)
{
    (void)state;
    char folder[] = "/tmp/abi3t-draft-XXXXXX";
    assert_non_null(mkdtemp(folder));
    char path[128];
    snprintf(path, sizeof path, "%s/x.whl", folder);
    const trouble kinds[] = {{0}, {.named = true}, {.named = true, .no_links = true}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        fail_in_turn(folder, path, false, kinds[i]);
        fail_in_turn(folder, path, true, kinds[i]);
    }
    unlink(path);
    rmdir(folder);
}

static void a_signal_waits_until_nothing_is_left(void **state)
{
    (void)state;
    char folder[] = "/tmp/abi3t-draft-XXXXXX";
    assert_non_null(mkdtemp(folder));
    char path[128];
    snprintf(path, sizeof path, "%s/x.whl", folder);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        trouble t = {.named = true, .killed = true};
        a3_err err = A3_ERR_INIT;
        transaction(folder, path, false, &t, &err);
        _exit(0); /* not reached: the signal came when the draft was closed */
    }
    int how = 0;
    assert_int_equal(waitpid(child, &how, 0), child);
    assert_true(WIFSIGNALED(how));
    assert_int_equal(WTERMSIG(how), SIGTERM);
    assert_int_equal(files_in(folder), 0);
    rmdir(folder);
}

static void names_left_by_killed_ones_do_no_harm(void **state)
{
    (void)state;
    char folder[] = "/tmp/abi3t-draft-XXXXXX";
    assert_non_null(mkdtemp(folder));
    char path[128], left[128];
    snprintf(path, sizeof path, "%s/x.whl", folder);
    snprintf(left, sizeof left, "%s/.abi3t-audit-%ld-0.tmp", folder, (long)getpid());
    put(left, "left");
    for (int named = 0; named < 2; named++) {
        put(path, "the old one");
        trouble t = {.named = named != 0};
        a3_err err = A3_ERR_INIT;
        assert_int_equal(transaction(folder, path, true, &t, &err), A3_OK);
        expect(path, "the new content");
        expect(left, "left");
        assert_int_equal(files_in(folder), 2);
    }
    unlink(left);
    unlink(path);
    rmdir(folder);
}

static void an_existing_file_is_not_replaced_unasked(void **state)
{
    (void)state;
    char folder[] = "/tmp/abi3t-draft-XXXXXX";
    assert_non_null(mkdtemp(folder));
    char path[128];
    snprintf(path, sizeof path, "%s/x.whl", folder);
    put(path, "the old one");
    const trouble kinds[] = {{0}, {.named = true}, {.named = true, .no_links = true}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        trouble t = kinds[i];
        a3_err err = A3_ERR_INIT;
        assert_int_equal(transaction(folder, path, false, &t, &err), A3_INVALID);
        expect(path, "the old one");
        assert_int_equal(files_in(folder), 1);
    }
    unlink(path);
    rmdir(folder);
}

static void a_look_leaves_nothing(void **state)
{
    (void)state;
    char folder[] = "/tmp/abi3t-draft-XXXXXX";
    assert_non_null(mkdtemp(folder));
    for (int named = 0; named < 2; named++) {
        trouble t = {0};
        a3_file_ops ops = {&t, bad_write, bad_sync, bad_link, bad_rename, bad_rename_new, !named};
        a3_err err = A3_ERR_INIT;
        a3_draft draft;
        assert_int_equal(a3_draft_open(&draft, folder, true, &ops, &err), A3_OK);
        assert_int_equal(a3_draft_write(&draft, "the new content", 15, &err), A3_OK);
        assert_int_equal(files_in(folder), 0);
        a3_draft_close(&draft);
    }
    rmdir(folder);
}

static void a_folder_that_is_not_there(void **state)
{
    (void)state;
    trouble none = {0};
    a3_err err = A3_ERR_INIT;
    assert_int_equal(transaction("/tmp/abi3t-no-such-folder", "/tmp/abi3t-no-such-folder/x", false, &none, &err), A3_IO);
    assert_non_null(strstr(err.message, "/tmp/abi3t-no-such-folder"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_call_fails_in_turn), cmocka_unit_test(a_signal_waits_until_nothing_is_left),
                                       cmocka_unit_test(names_left_by_killed_ones_do_no_harm), cmocka_unit_test(an_existing_file_is_not_replaced_unasked),
                                       cmocka_unit_test(a_look_leaves_nothing), cmocka_unit_test(a_folder_that_is_not_there)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

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
#include <sys/stat.h>
#include <unistd.h>

#include "repair/write.h"

typedef struct trouble {
    int fails_at, calls; /* the call that fails, counted over all kinds */
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
    return fails(context) ? -1 : a3_file_ops_system.write(NULL, fd, data, size > 7 ? 7 : size); /* short writes, too */
}

static int bad_sync(void *context, int fd) { return fails(context) ? -1 : a3_file_ops_system.sync(NULL, fd); }

static int bad_link(void *context, const char *from, const char *to)
{
    return fails(context) ? -1 : a3_file_ops_system.link(NULL, from, to);
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
    a3_file_ops ops = {t, bad_write, bad_sync, bad_link, bad_rename};
    a3_draft draft;
    a3_status status = a3_draft_open(&draft, folder, 0644, &ops, err);
    if (status == A3_OK)
        status = a3_draft_write(&draft, "the new content", 15, err);
    if (status == A3_OK)
        status = a3_draft_keep(&draft, path, replace, err);
    a3_draft_close(&draft);
    return status;
}

static void every_call_fails_in_turn(void **state)
{
    (void)state;
    char folder[] = "/tmp/abi3t-draft-XXXXXX";
    assert_non_null(mkdtemp(folder));
    char path[128];
    snprintf(path, sizeof path, "%s/x.whl", folder);
    for (int replace = 0; replace < 2; replace++) {
        bool succeeded = false;
        for (int n = 1; n < 50 && !succeeded; n++) {
            unlink(path);
            if (replace)
                put(path, "the old one");
            trouble t = {n, 0};
            a3_err err = A3_ERR_INIT;
            a3_status status = transaction(folder, path, replace != 0, &t, &err);
            succeeded = t.calls < n;
            assert_int_equal(status, succeeded ? A3_OK : A3_IO);
            if (!succeeded)
                assert_non_null(strstr(err.message, "No space left"));
            assert_int_equal(files_in(folder), succeeded || replace ? 1 : 0);
            if (succeeded || replace)
                expect(path, succeeded ? "the new content" : "the old one");
        }
        assert_true(succeeded);
    }
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
    trouble none = {0, 0};
    a3_err err = A3_ERR_INIT;
    assert_int_equal(transaction(folder, path, false, &none, &err), A3_INVALID);
    expect(path, "the old one");
    assert_int_equal(files_in(folder), 1);
    unlink(path);
    rmdir(folder);
}

static void a_folder_that_is_not_there(void **state)
{
    (void)state;
    trouble none = {0, 0};
    a3_err err = A3_ERR_INIT;
    assert_int_equal(transaction("/tmp/abi3t-no-such-folder", "/tmp/abi3t-no-such-folder/x", false, &none, &err), A3_IO);
    assert_non_null(strstr(err.message, "/tmp/abi3t-no-such-folder"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_call_fails_in_turn), cmocka_unit_test(an_existing_file_is_not_replaced_unasked),
                                       cmocka_unit_test(a_folder_that_is_not_there)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

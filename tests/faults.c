/* SPDX-License-Identifier: MIT */
/* Every allocation and every call on a file fails in its turn, over whole runs of the program. Each time: what was said is what
 * would have been said without the fault, or the exit status is 3 and something says why; nothing is leaked, nothing is left
 * behind that the run without fault would not have left. One run a child process; A3_FAULTS=1000000: all of them. */
#undef main
#include "faults.h"

#include <dirent.h>
#include <ftw.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "zipmake.h"

int a3_cli_main(int count, char **arguments);

#if defined(__SANITIZE_ADDRESS__)
enum {
    COUNTS_BLOCKS = false, /* its strdup allocates past malloc; its own leak check answers for that */
    A_FEW = 15             /* a process more takes the leak check a tenth of a second */
};
#else
enum { COUNTS_BLOCKS = true, A_FEW = 200 };
#endif
enum { MOST_ARGUMENTS = 16, MOST_TEXT = 1 << 20 };

/* What came of one run. Shared with the child that made it. */
typedef struct result {
    int status;
    fault_plan plan; /* as it was at the end */
    size_t out_size, err_size;
    char out[MOST_TEXT], err[MOST_TEXT];
    unsigned long long left; /* a hash of the names and contents of what is in the folder */
    bool partial;            /* a file with another name than a wheel's */
} result;

static void die(const char *what)
{
    perror(what);
    exit(99);
}

static size_t read_back(int fd, char *text)
{
    ssize_t size = pread(fd, text, MOST_TEXT - 1, 0);
    text[size < 0 ? 0 : size] = '\0';
    return size < 0 ? 0 : (size_t)size;
}

static unsigned long long mix(unsigned long long hash, const char *data, size_t size)
{
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)data[i]) * 0x100000001b3ULL;
    return hash;
}

/* What lies in `folder`, which then goes. */
static void look_and_remove(result *r, const char *folder)
{
    struct dirent **names;
    char path[4096];
    int count = scandir(folder, &names, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        const char *name = names[i]->d_name;
        if (name[0] != '.' || strlen(name) > 2) {
            snprintf(path, sizeof path, "%s/%s", folder, name);
            FILE *file = fopen(path, "rb");
            char *data = malloc(MOST_TEXT);
            size_t size = file && data ? fread(data, 1, MOST_TEXT, file) : 0;
            r->left = mix(mix(r->left, name, strlen(name) + 1), data, size);
            r->partial |= strlen(name) < 4 || strcmp(name + strlen(name) - 4, ".whl") != 0;
            free(data);
            fclose(file);
            unlink(path);
        }
        free(names[i]);
    }
    if (count >= 0)
        free(names);
    rmdir(folder);
}

static void run(const char *const *words, fault_plan plan, result *r)
{
    char *arguments[MOST_ARGUMENTS + 1] = {0};
    int out = memfd_create("out", MFD_CLOEXEC), err = memfd_create("err", MFD_CLOEXEC), count = 0, status;
    for (; words[count] != NULL; count++)
        arguments[count] = (char *)(uintptr_t)words[count];
    fflush(NULL);
    pid_t child = fork();
    if (child < 0 || out < 0 || err < 0)
        die("fork");
    if (child == 0) {
        if (dup2(out, STDOUT_FILENO) < 0 || dup2(err, STDERR_FILENO) < 0)
            _exit(99);
        alarm(60);
        fault_now = plan;
        fault_now.armed = true;
        int answer = a3_cli_main(count, arguments);
        fault_now.armed = false;
        r->plan = fault_now;
        exit(answer); /* not _exit: LeakSanitizer looks now */
    }
    waitpid(child, &status, 0);
    r->status = WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
    r->out_size = read_back(out, r->out);
    r->err_size = read_back(err, r->err);
    r->left = 0;
    r->partial = false;
    look_and_remove(r, "out");
    close(out);
    close(err);
}

static bool same(const result *a, const result *b)
{
    return a->status == b->status && a->left == b->left && a->out_size == b->out_size && memcmp(a->out, b->out, a->out_size) == 0;
}

/* Why the result is not one that a fault may have; NULL: it is. */
static const char *wrong(const result *good, const result *r)
{
    if (r->status > 3)
        return "crashed, leaked or hung";
    if (COUNTS_BLOCKS && r->plan.blocks > good->plan.blocks)
        return "leaked";
    if (r->partial)
        return "left something in the folder";
    if (r->left != 0 && r->left != good->left)
        return "left another file";
    if (same(good, r))
        return NULL;
    if (r->status != 3)
        return "says something else, with another exit status than 3";
    return r->err_size == 0 && strstr(r->out, "error") == NULL ? "says nothing of it" : NULL;
}

/* One fault: printed where it is not taken well. */
static bool try_fault(const char *const *words, fault_plan plan, const result *good, result *r)
{
    static const char *const kinds[] = {"allocation", "call on a file", "short reads and writes"};
    run(words, plan, r);
    const char *why = wrong(good, r);
    if (plan.kind == FAULT_SHORT && why == NULL && !same(good, r))
        why = "differs";
    if (why != NULL) {
        size_t same_up_to = 0;
        while (r->out[same_up_to] != '\0' && r->out[same_up_to] == good->out[same_up_to])
            same_up_to++;
        printf("# %s %ld%s: %s (exit status %d)\n# stderr: %.300s\n# stdout, from where it differs: %.120s\n", kinds[plan.kind], plan.at,
               plan.after ? " and on" : "", why, r->status, r->err, r->out + same_up_to);
    }
    return why == NULL;
}

/* All faults of one command line, or about `most` of each kind, evenly spread. */
static bool sweep(const char *const *words, long most, result *good, result *r)
{
    char name[512] = "";
    for (size_t i = 1; words[i] != NULL; i++)
        snprintf(name + strlen(name), sizeof name - strlen(name), " %.60s", words[i]);
    run(words, (fault_plan){0}, good);
    bool ok = good->status <= 1 && !good->partial && try_fault(words, (fault_plan){.kind = FAULT_SHORT}, good, r);
    for (fault_kind kind = FAULT_MEMORY; kind <= FAULT_FILE && ok; kind++)
        for (long at = 1; at <= good->plan.calls[kind]; at += 1 + good->plan.calls[kind] / most) {
            ok = try_fault(words, (fault_plan){.kind = kind, .at = at}, good, r) && ok;
            ok = try_fault(words, (fault_plan){.kind = kind, .at = at, .after = 1000000}, good, r) && ok; /* and for good */
        }
    printf("%sok -%s: %ld allocations, %ld calls on files\n", ok ? "" : "not ", name, good->plan.calls[FAULT_MEMORY], good->plan.calls[FAULT_FILE]);
    if (good->status > 1)
        printf("# exit status %d without a fault\n# %s\n", good->status, good->err);
    fflush(stdout);
    return ok;
}

#define LINUX "demo_good-1.0-cp315-abi3.abi3t-linux_x86_64.whl" /* the tag is to be found out, WHEEL to be set right */
#define FRAMED "demo_good-1.0-cp315-abi3.abi3t-manylinux1_x86_64.whl"
#define GOOD "t/samples/demo_good-1.0-cp315-abi3.abi3t-manylinux1_x86_64.manylinux_2_5_x86_64.whl"
#define WRONG "t/samples/demo_wrong-1.0-cp315-abi3.abi3t-manylinux1_x86_64.manylinux_2_5_x86_64.whl"
#define MAC "t/samples/demo_mac-1.0-cp315-abi3.abi3t-macosx_10_13_universal2.whl"
#define WINDOWS "t/samples/demo_win-1.0-cp315-abi3.abi3t-win_amd64.whl"
#define OLD "t/samples/demo_old-1.0-cp38-abi3-manylinux1_x86_64.manylinux_2_5_x86_64.whl"

static const char *const scenarios[][MOST_ARGUMENTS + 1] = {
    {"abi3t-audit", "-j1", WRONG},
    {"abi3t-audit", "-j1", "-f", "json", GOOD},
    {"abi3t-audit", "-j1", "-f", "ndjson", WRONG},
    {"abi3t-audit", "-j1", "-f", "sarif", WRONG},
    {"abi3t-audit", "-j1", "-f", "github", WRONG},
    {"abi3t-audit", "-j1", "-f", "junit", WRONG},
    {"abi3t-audit", "-j1", "-f", "markdown", WRONG},
    {"abi3t-audit", "-j1", MAC, WINDOWS},
    {"abi3t-audit", "-j1", "t/bin/abi3t-good.wasm32.so", "t/bin/type-basicsize.aarch64-linux-gnu.so"},
    {"abi3t-audit", "-j1", "folder"},
    {"abi3t-audit", "-j1", "archive.tar.gz"},
    {"abi3t-audit", "-j1", "archive.zip"},
    {"abi3t-audit", "-j1", FRAMED},
    {"abi3t-audit", "show", "-j1", GOOD},
    {"abi3t-audit", "show", "-j1", "-f", "json", MAC},
    {"abi3t-audit", "show", "-j1", "--platform", GOOD},
    {"abi3t-audit", "repair", "-j1", "-w", "out", LINUX},
    {"abi3t-audit", "repair", "-j1", "-w", "out", "-f", "json", GOOD},
    {"abi3t-audit", "retag", "-j1", "-w", "out", "--platform-tag", "manylinux_2_17_x86_64", OLD},
    {"abi3t-audit", "matrix", "-j1", GOOD, OLD},
    {"abi3t-audit", "matrix", "-j1", "-f", "html", GOOD},
    {"abi3t-audit", "matrix", "-j1", "-f", "json", GOOD},
    {"abi3t-audit", "matrix", "-j1", "-f", "markdown", GOOD},
    {"abi3t-audit", "readiness", "-j1", GOOD, OLD},
    {"abi3t-audit", "readiness", "-j1", "-f", "json", GOOD},
    {"abi3t-audit", "rules", "-f", "json", "A1"},
    {"abi3t-audit", "symbols", "-f", "json", "PyObject_Call", "_PyObject_GetDictPtr"},
};

static void copy(const char *from, const char *to)
{
    char data[1 << 16];
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    if (in == NULL || out == NULL)
        die(in ? to : from);
    size_t size = fread(data, 1, sizeof data, in);
    if (fwrite(data, 1, size, out) != size || fclose(out) != 0 || fclose(in) != 0)
        die(to);
}

/* What the scenarios look at, in the current folder. false: no tar. */
static bool make_inputs(void)
{
    char *const words[] = {(char[]){"tar"}, (char[]){"-czf"}, (char[]){"archive.tar.gz"}, (char[]){LINUX}, NULL};
    char **environment = (char *[]){(char[]){"PATH=/usr/bin:/bin"}, NULL};
    pid_t child;
    int status = 1;
    copy(GOOD, LINUX);
    if (mkdir("folder", 0777) != 0 || mkdir("folder/inner", 0777) != 0)
        die("folder");
    copy(OLD, "folder/demo_old-1.0-cp38-abi3-manylinux1_x86_64.manylinux_2_5_x86_64.whl");
    copy("t/bin/abi3t-good.x86_64-windows.pyd", "folder/inner/demo.pyd");
    zm_zip *zip = zm_new();
    FILE *file = fopen(GOOD, "rb");
    char data[1 << 16];
    size_t size = file ? fread(data, 1, sizeof data, file) : 0;
    fclose(file);
    zm_add_deflated(zip, LINUX, data, size);
    zm_write(zip, "archive.zip");
    zm_free(zip);
    file = fopen(FRAMED, "wb"); /* other readers are asked what they see in it */
    if (file == NULL || fwrite("junk", 1, 4, file) != 4 || fwrite(data, 1, size, file) != size || fclose(file) != 0)
        die(FRAMED);
    return posix_spawnp(&child, "tar", NULL, NULL, words, environment) == 0 && waitpid(child, &status, 0) == child && status == 0;
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *where)
{
    (void)st, (void)type, (void)where;
    return remove(path);
}

int main(void)
{
    const char *testdata = getenv("A3_TESTDATA"), *base = getenv("TMPDIR"), *number = getenv("A3_FAULTS");
    long most = number ? strtol(number, NULL, 10) : A_FEW;
    char folder[256];
    size_t failed = 0;
    snprintf(folder, sizeof folder, "%.200s/a3-faults-XXXXXX", base ? base : "/tmp");
    result *results = mmap(NULL, 2 * sizeof *results, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (testdata == NULL || results == MAP_FAILED || mkdtemp(folder) == NULL || chdir(folder) != 0 || symlink(testdata, "t") != 0)
        die("A3_TESTDATA, or a temporary folder");
    bool tar = make_inputs();
    for (size_t i = 0; i < sizeof scenarios / sizeof *scenarios; i++)
        if (tar || strcmp(scenarios[i][2], "archive.tar.gz") != 0)
            failed += !sweep(scenarios[i], most, &results[0], &results[1]);
    if (!tar)
        printf("skip - an archive: tar is not installed\n");
    nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    return failed > 0;
}

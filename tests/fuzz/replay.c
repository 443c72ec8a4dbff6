/* SPDX-License-Identifier: MIT */
/* Runs a fuzz target over files and folders of files. Each input lies twice in memory: where the page behind it is not
 * mapped, and where the page before it is not, so that one byte read too much ends the program. Each has ten seconds, and all
 * of them 512 MB. */
#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fuzz.h"

enum { SECONDS = 10, MEGABYTES = 512 };

#if defined(__SANITIZE_ADDRESS__)
enum { SHADOWED = 1 }; /* the sanitizer's own memory cannot be told from ours */
#else
enum { SHADOWED = 0 };
#endif

static void say(const char *text) { (void)!write(STDERR_FILENO, text, strlen(text)); }

static void overdue(int number)
{
    (void)number;
    say("took too long\n");
    _exit(1);
}

/* `size` bytes and two pages around that nobody may touch. */
static void run_guarded(const uint8_t *data, size_t size)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE), pages = (size + page - 1) / page * page;
    uint8_t *map = mmap(NULL, pages + 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    MUST(map != MAP_FAILED);
    uint8_t *places[] = {map + page + pages - size, map + page};
    MUST(mprotect(map, page, PROT_NONE) == 0 && mprotect(map + page + pages, page, PROT_NONE) == 0);
    for (size_t i = 0; i < 2; i++) {
        memcpy(places[i], data, size);
        alarm(SECONDS);
        LLVMFuzzerTestOneInput(places[i], size);
        alarm(0);
        MUST(memcmp(places[i], data, size) == 0); /* inputs are read only */
    }
    munmap(map, pages + 2 * page);
}

static size_t run_path(const char *path)
{
    struct stat st;
    char inner[4096];
    size_t count = 0;
    MUST(stat(path, &st) == 0);
    if (S_ISDIR(st.st_mode)) {
        struct dirent **names;
        int number = scandir(path, &names, NULL, alphasort);
        MUST(number >= 0);
        for (int i = 0; i < number; i++) {
            snprintf(inner, sizeof inner, "%s/%s", path, names[i]->d_name);
            count += names[i]->d_name[0] == '.' ? 0 : run_path(inner);
            free(names[i]);
        }
        free(names);
        return count;
    }
    FILE *file = fopen(path, "rb");
    uint8_t *data = malloc((size_t)st.st_size + 1);
    MUST(file != NULL && data != NULL && fread(data, 1, (size_t)st.st_size, file) == (size_t)st.st_size);
    fclose(file);
    fprintf(stderr, "%s\n", path); /* the log of a test that fails ends with the input */
    run_guarded(data, (size_t)st.st_size);
    free(data);
    return 1;
}

int main(int count, char **arguments)
{
    size_t inputs = 0;
    struct rusage used;
    signal(SIGALRM, overdue);
    for (int i = 1; i < count; i++)
        inputs += run_path(arguments[i]);
    getrusage(RUSAGE_SELF, &used);
    printf("%zu inputs, %ld MB\n", inputs, used.ru_maxrss / 1024);
    MUST(SHADOWED || used.ru_maxrss / 1024 <= MEGABYTES);
    return 0;
}

/* SPDX-License-Identifier: MIT */
#include "api/pool.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#if defined(__linux__)
#include <sched.h>
#endif

/* Below this there is less to win than a thread costs to start. */
enum { WORTH_A_THREAD = 256 << 10, LARGEST_KEPT_BUFFER = 32 << 20 };

unsigned a3_processors(void)
{
#if defined(__linux__)
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) == 0 && CPU_COUNT(&set) > 0)
        return (unsigned)CPU_COUNT(&set);
#endif
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    return online > 0 ? (unsigned)online : 1;
}

a3_status a3_pool_init(a3_pool *pool, unsigned threads, uint64_t limit, a3_err *err)
{
    *pool = (a3_pool){.limit = limit, .wanted = threads > 1 ? threads - 1 : 0, .reader = A3_READER_INIT};
    if (pool->wanted > 0 && (pool->threads = calloc(pool->wanted, sizeof *pool->threads)) == NULL)
        return a3_fail(err, A3_NOMEM, "out of memory");
    int failed = pthread_mutex_init(&pool->lock, NULL);
    if (failed == 0 && (failed = pthread_cond_init(&pool->changed, NULL)) != 0)
        pthread_mutex_destroy(&pool->lock);
    if (failed != 0) {
        free(pool->threads);
        return a3_fail_errno(err, failed, "threads");
    }
    return A3_OK;
}

void a3_pool_free(a3_pool *pool)
{
    pthread_mutex_lock(&pool->lock);
    pool->stop = true;
    pthread_cond_broadcast(&pool->changed);
    pthread_mutex_unlock(&pool->lock);
    for (unsigned i = 0; i < pool->started; i++)
        pthread_join(pool->threads[i], NULL);
    pthread_cond_destroy(&pool->changed);
    pthread_mutex_destroy(&pool->lock);
    a3_reader_free(&pool->reader);
    free(pool->threads);
    free(pool->heap);
}

/* Heap order: bigger first, then older. */
static bool before(const a3_job *a, const a3_job *b)
{
    return a->size != b->size ? a->size > b->size : a->order < b->order;
}

static void push(a3_pool *pool, a3_job job)
{
    size_t at = pool->heap_count++;
    for (; at > 0 && before(&job, &pool->heap[(at - 1) / 2]); at = (at - 1) / 2)
        pool->heap[at] = pool->heap[(at - 1) / 2];
    pool->heap[at] = job;
}

static a3_job pop(a3_pool *pool)
{
    a3_job top = pool->heap[0], last = pool->heap[--pool->heap_count];
    size_t at = 0;
    for (;;) {
        size_t child = 2 * at + 1;
        if (child >= pool->heap_count)
            break;
        if (child + 1 < pool->heap_count && before(&pool->heap[child + 1], &pool->heap[child]))
            child++;
        if (!before(&pool->heap[child], &last))
            break;
        pool->heap[at] = pool->heap[child];
        at = child;
    }
    if (pool->heap_count > 0)
        pool->heap[at] = last;
    return top;
}

/* A job may start if it fits beside those that run; one that is larger than the limit runs alone. */
static bool may_start(const a3_pool *pool)
{
    if (pool->heap_count == 0)
        return false;
    return pool->in_flight == 0 || (pool->in_flight < pool->limit && pool->heap[0].size <= pool->limit - pool->in_flight);
}

/* Takes the first job and does it. Called and returns with the lock held. */
static void work_once(a3_pool *pool, a3_reader *reader)
{
    a3_job job = pop(pool);
    pool->queued -= job.size;
    pool->in_flight += job.size;
    pthread_mutex_unlock(&pool->lock);
    a3_subject_file(&job.work->subject, job.file, reader);
    if (reader->room > LARGEST_KEPT_BUFFER)
        a3_reader_free(reader);
    pthread_mutex_lock(&pool->lock);
    pool->in_flight -= job.size;
    pool->done_bytes += job.work->subject.files[job.file].size;
    job.work->pending--;
    if (pool->started > 0)
        pthread_cond_broadcast(&pool->changed);
}

static void *worker(void *argument)
{
    a3_pool *pool = argument;
    a3_reader reader = A3_READER_INIT;
    pthread_mutex_lock(&pool->lock);
    while (!pool->stop)
        if (may_start(pool))
            work_once(pool, &reader);
        else
            pthread_cond_wait(&pool->changed, &pool->lock);
    pthread_mutex_unlock(&pool->lock);
    a3_reader_free(&reader);
    return NULL;
}

/* Signals for the process are the caller's thread's alone, which may let them wait. */
static void start_threads(a3_pool *pool)
{
    static const int faults[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP, SIGSYS};
    sigset_t all, old;
    sigfillset(&all);
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        sigdelset(&all, faults[i]);
    pthread_sigmask(SIG_BLOCK, &all, &old);
    while (pool->started < pool->wanted && pthread_create(&pool->threads[pool->started], NULL, worker, pool) == 0)
        pool->started++;
    pthread_sigmask(SIG_SETMASK, &old, NULL);
}

a3_status a3_pool_add(a3_pool *pool, a3_work *work, a3_err *err)
{
    size_t count = work->subject.file_count;
    pthread_mutex_lock(&pool->lock);
    if (count > pool->heap_room - pool->heap_count) {
        size_t room = pool->heap_room * 2 > pool->heap_count + count ? pool->heap_room * 2 : pool->heap_count + count;
        a3_job *heap = room < SIZE_MAX / sizeof *heap ? realloc(pool->heap, room * sizeof *heap) : NULL;
        if (heap == NULL) {
            pthread_mutex_unlock(&pool->lock);
            return a3_fail(err, A3_NOMEM, "out of memory");
        }
        pool->heap = heap;
        pool->heap_room = room;
    }
    work->pending = count;
    for (size_t i = 0; i < count; i++) {
        uint64_t size = work->subject.files[i].size;
        pool->queued += size;
        push(pool, (a3_job){.size = size, .order = pool->made++, .work = work, .file = i});
    }
    if (pool->started < pool->wanted && pool->heap_count > 1 && pool->queued > WORTH_A_THREAD)
        start_threads(pool);
    pthread_cond_broadcast(&pool->changed);
    pthread_mutex_unlock(&pool->lock);
    return A3_OK; /* no thread could be made: the caller's own does all the work */
}

bool a3_pool_done(a3_pool *pool, const a3_work *work)
{
    pthread_mutex_lock(&pool->lock);
    bool done = work->pending == 0;
    pthread_mutex_unlock(&pool->lock);
    return done;
}

void a3_pool_wait(a3_pool *pool, a3_work *work, void (*tick)(void *context, uint64_t bytes), void *context)
{
    pthread_mutex_lock(&pool->lock);
    while (work->pending > 0) {
        if (may_start(pool)) {
            work_once(pool, &pool->reader);
        } else {
            struct timespec until;
            clock_gettime(CLOCK_REALTIME, &until);
            until.tv_nsec += 200 * 1000 * 1000;
            until.tv_sec += until.tv_nsec / 1000000000;
            until.tv_nsec %= 1000000000;
            pthread_cond_timedwait(&pool->changed, &pool->lock, &until);
        }
        if (tick != NULL) {
            uint64_t bytes = pool->done_bytes;
            pthread_mutex_unlock(&pool->lock);
            tick(context, bytes);
            pthread_mutex_lock(&pool->lock);
        }
    }
    pthread_mutex_unlock(&pool->lock);
}

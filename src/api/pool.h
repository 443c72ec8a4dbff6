/* SPDX-License-Identifier: MIT */
/* A pool of threads over the files of several subjects at once, biggest file first. The results do not depend on the number
 * of threads: every job writes into its own file's facts, and subjects are finished in input order. */
#ifndef A3_API_POOL_H
#define A3_API_POOL_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "facts/facts.h"

typedef struct a3_work {
    a3_subject subject;
    size_t pending; /* jobs not finished; guarded by the pool's lock */
    struct a3_work *next;
} a3_work;

typedef struct a3_job {
    uint64_t size; /* bytes that the job holds in memory */
    uint64_t order;/* of its making: ties go to the older */
    a3_work *work;
    size_t file;
} a3_job;

typedef struct a3_pool {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    a3_job *heap;
    size_t heap_count, heap_room;
    uint64_t queued, in_flight, limit, made, done_bytes; /* bytes; made: jobs so far */
    pthread_t *threads;
    unsigned wanted, started; /* threads besides the caller's */
    bool stop;
    a3_reader reader; /* the caller's own */
} a3_pool;

/* `threads`: in all, the caller's own included; `limit`: bytes in flight. */
a3_status a3_pool_init(a3_pool *pool, unsigned threads, uint64_t limit, a3_err *err);
void a3_pool_free(a3_pool *pool);
/* Queues every file of work->subject. Starts the threads once there is enough to do for them. A3_NOMEM. */
a3_status a3_pool_add(a3_pool *pool, a3_work *work, a3_err *err);
/* Returns once work->pending is 0, doing jobs meanwhile. `tick` (may be NULL) is called from here a few times a second. */
void a3_pool_wait(a3_pool *pool, a3_work *work, void (*tick)(void *context, uint64_t bytes), void *context);
/* Nothing of it is left to do: a3_pool_wait would return at once. */
bool a3_pool_done(a3_pool *pool, const a3_work *work);
/* Processors that this process may use; at least 1. */
unsigned a3_processors(void);

#endif

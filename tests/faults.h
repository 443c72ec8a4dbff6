/* SPDX-License-Identifier: MIT */
/* Calls of the C library that fail on demand, in a program that is linked with faults_calls.c: malloc and its kin, and the calls
 * that touch files. */
#ifndef A3_TESTS_FAULTS_H
#define A3_TESTS_FAULTS_H

#include <stdbool.h>

typedef enum fault_kind {
    FAULT_MEMORY, /* the call gives no memory */
    FAULT_FILE,   /* the call on a file fails: EIO, ENOSPC, EMFILE, ... as fits */
    FAULT_SHORT,  /* reads and writes move seven bytes at most, every other one is interrupted first */
    FAULT_KINDS
} fault_kind;

typedef struct fault_plan {
    fault_kind kind;
    long at;                /* which call of the kind fails, from 1; 0: none */
    long after;             /* and how many behind it do, too */
    bool armed;             /* calls count */
    long calls[FAULT_KINDS];/* seen while armed */
    long blocks;            /* allocated and not freed while armed */
} fault_plan;

/* The plan of this process: set before arming. */
extern fault_plan fault_now;

#endif

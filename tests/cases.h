/* SPDX-License-Identifier: MIT */
/* Declarative tests of the rules: a case says what goes into a wheel, and what the audit must find. tests/cases/README.md
 * says how they are written. Everything lives in one arena; a runner that runs out of memory stops. */
#ifndef A3_TESTS_CASES_H
#define A3_TESTS_CASES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "zipmake.h"

/* `key: value`, as written. */
typedef struct case_line {
    const char *key, *value;
    unsigned number; /* in the file */
} case_line;
typedef A3_LIST(case_line) case_lines;

/* `expect: SEVERITY RULE MEMBER[(SLICE)] "MESSAGE"`, and the evidence and fix lines below it. */
typedef struct case_finding {
    const char *severity, *rule;
    const char *member;  /* NULL: of the input as a whole ("-") */
    const char *slice;   /* NULL: none */
    const char *message; /* NULL: not compared */
    case_lines details;
    unsigned number;
} case_finding;

typedef struct case_test {
    const char *title, *file;
    unsigned number;
    const char *subject;  /* file name of the wheel or object */
    const char *object;   /* fixture of an object; NULL: a wheel */
    case_lines contents;  /* what is in it, in order */
    a3_strings options;   /* words */
    A3_LIST(case_finding) expected;
    a3_strings absent;    /* near-miss and no: rules that must not be found */
    case_lines images;    /* image lines */
    bool all_notes;       /* notes must be expected too */
    int exit;             /* -1: follows from what is expected */
} case_test;
typedef A3_LIST(case_test) case_tests;

/* Out of memory: stops the program. */
void *case_need(const void *pointer);

/* Adds the cases of one file. False after a message on standard error. */
bool cases_parse(const char *path, a3_arena *arena, case_tests *out);

/* The next word of *at, which may stand in double quotes with \n, \t, \\, \" and \xNN; *at moves behind it. NULL at the
 * end, or where a quote does not close. */
char *case_word(const char **at, a3_arena *arena);
/* The text with its escapes resolved. */
char *case_unescape(const char *text, size_t size, a3_arena *arena, size_t *out_size);

/* zip: ACTION ARGUMENT... False: nothing of that name. */
bool case_zip_fault(zm_zip *zip, const char *value, a3_arena *arena);

/* Writes the subject into a folder; its path, or NULL after a message on `log`. */
const char *case_write(const case_test *test, const char *folder, const char *testdata, a3_arena *arena, FILE *log);

#endif

/* SPDX-License-Identifier: MIT */
/* What the readers of names and metadata make of texts, for comparison with others' readers (tests/packaging-compare): one question
 * a line on stdin, "KIND ARGUMENT...", the arguments in hexadecimal; one line of answer each. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "abi/interp.h"
#include "base/text.h"
#include "wheel/address.h"
#include "wheel/entrypoints.h"
#include "wheel/metadata.h"
#include "wheel/name.h"
#include "wheel/record.h"
#include "wheel/requirement.h"
#include "wheel/spdx.h"

typedef struct question {
    char kind[16];
    a3_span arguments[4];
    size_t count;
} question;

static unsigned nibble(char c) { return (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10); }

static bool read_question(a3_arena *arena, char *line, question *out)
{
    *out = (question){.count = 0};
    char *save, *word = strtok_r(line, " \n", &save);
    if (word == NULL)
        return false;
    snprintf(out->kind, sizeof out->kind, "%s", word);
    while ((word = strtok_r(NULL, " \n", &save)) != NULL && out->count < 4) {
        size_t size = (strlen(word) - 1) / 2; /* ".6162" */
        uint8_t *bytes = a3_alloc(arena, size + 1);
        for (size_t i = 0; i < size; i++)
            bytes[i] = (uint8_t)(nibble(word[1 + 2 * i]) << 4 | nibble(word[2 + 2 * i]));
        out->arguments[out->count++] = (a3_span){bytes, size};
    }
    return true;
}

static void put_hex(const char *text, size_t size)
{
    putchar('.');
    for (size_t i = 0; i < size; i++)
        printf("%02x", (unsigned char)text[i]);
}

static void say_faults(const a3_faults *faults)
{
    const a3_fault *refused = NULL;
    for (size_t i = 0; i < faults->count && refused == NULL; i++)
        if (faults->items[i].index == A3_INDEX_REFUSES || faults->items[i].index == A3_INDEX_UPLOADER)
            refused = &faults->items[i];
    a3_buf text = A3_BUF_INIT;
    if (refused != NULL)
        a3_text_escape(&text, refused->text, strlen(refused->text));
    printf("%s %zu %s\n", refused ? "refused" : "taken", faults->count, a3_buf_text(&text));
    a3_buf_free(&text);
}

static void answer(a3_arena *arena, const question *q)
{
    static a3_faults none;
    a3_faults faults = none;
    const char *a = (const char *)q->arguments[0].data, *fault = NULL;
    size_t size = q->arguments[0].size;
    a3_pep440 version, other;
    if (strcmp(q->kind, "name") == 0) {
        a3_wheel_name name;
        a3_wheel_name_parse(arena, a, &name, &faults);
        printf("%d %d %zu\n", name.valid, name.valid && faults.totals[A3_FAULT_NAME_STRICT] == 0, a3_tags_product(&name.tags));
    } else if (strcmp(q->kind, "version") == 0) {
        a3_buf out = A3_BUF_INIT;
        bool ok = a3_pep440_parse(arena, a, size, &version);
        if (ok)
            a3_pep440_format(&out, &version);
        printf("%s\n", ok ? a3_buf_text(&out) : "-");
        a3_buf_free(&out);
    } else if (strcmp(q->kind, "compare") == 0) {
        a3_pep440_parse(arena, a, size, &version);
        a3_pep440_parse(arena, (const char *)q->arguments[1].data, q->arguments[1].size, &other);
        int order = a3_pep440_compare(&version, &other);
        printf("%d\n", (order > 0) - (order < 0));
    } else if (strcmp(q->kind, "contains") == 0) {
        a3_specifiers specifiers;
        bool ok = a3_specifiers_parse(arena, a, size, &specifiers, &fault);
        bool known = q->count > 1 && a3_pep440_parse(arena, (const char *)q->arguments[1].data, q->arguments[1].size, &version);
        printf("%s\n", !ok ? "-" : !known ? "?" : a3_specifiers_admit(&specifiers, &version) ? "1" : "0");
    } else if (strcmp(q->kind, "requirement") == 0) {
        a3_requirement r;
        bool ok = a3_requirement_parse(arena, a, &r, &fault);
        printf("%s\n", ok ? "1" : fault ? fault : "?");
    } else if (strcmp(q->kind, "license") == 0) {
        printf("%d\n", (int)a3_license_expression_check(arena, a, &fault));
    } else if (strcmp(q->kind, "address") == 0) {
        const char *address = a3_mail_address(arena, a);
        if (address != NULL)
            put_hex(address, strlen(address));
        puts(address ? "" : "?");
    } else if (strcmp(q->kind, "metadata") == 0) {
        a3_metadata m;
        a3_metadata_parse(arena, q->arguments[0], &m, &faults);
        say_faults(&faults);
    } else if (strcmp(q->kind, "entrypoints") == 0) {
        a3_entrypoints e;
        a3_entrypoints_parse(arena, q->arguments[0], &e, &faults);
        say_faults(&faults);
    } else if (strcmp(q->kind, "record") == 0) {
        a3_record r;
        a3_record_parse(arena, q->arguments[0], "d.dist-info/RECORD", &r, &faults);
        printf("%d", r.complete);
        for (size_t i = 0; i < r.count; i++) {
            putchar(' ');
            put_hex(r.items[i].path, r.items[i].path_size);
            put_hex(r.items[i].hash, strlen(r.items[i].hash));
        }
        putchar('\n');
    } else if (strcmp(q->kind, "rank") == 0) {
        const a3_interp *interp = NULL;
        for (size_t i = 0; i < a3_interp_count(); i++)
            if (strcmp(a3_interp_at(i)->name, a) == 0)
                interp = a3_interp_at(i);
        printf("%d\n", interp ? a3_interp_rank(interp, (const char *)q->arguments[1].data, (const char *)q->arguments[2].data,
                                               q->arguments[3].size > 0)
                              : -2);
    } else {
        printf("unknown question\n");
    }
}

int main(void)
{
    char *line = NULL;
    size_t room = 0;
    while (getline(&line, &room, stdin) > 0) {
        a3_arena arena;
        question q;
        a3_arena_init(&arena, (size_t)1 << 30);
        if (read_question(&arena, line, &q))
            answer(&arena, &q);
        a3_arena_free(&arena);
    }
    free(line);
    return 0;
}

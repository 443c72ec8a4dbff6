/* SPDX-License-Identifier: MIT */
/* What the TOML reader makes of documents, for comparison with Python's (tests/toml-compare): one document in hexadecimal a line
 * on stdin; a line of JSON each: null and the place of the fault, or the value, and whether TOML 1.0 does not know all of it.
 * Tables are ["table", [KEY, VALUE]...], arrays ["array", VALUE...], numbers with a fraction ["float"], times ["time"]. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/toml.h"

static void put_text(const char *text, size_t size)
{
    putchar('"');
    for (size_t i = 0; i < size; i++)
        if ((unsigned char)text[i] < 0x20 || text[i] == '"' || text[i] == '\\')
            printf("\\u%04x", (unsigned char)text[i]);
        else
            putchar(text[i]);
    putchar('"');
}

static void put_value(const a3_toml *value)
{
    bool table = value->kind == A3_TOML_TABLE;
    switch (value->kind) {
    case A3_TOML_TABLE:
    case A3_TOML_ARRAY:
        fputs(table ? "[\"table\"" : "[\"array\"", stdout);
        for (const a3_toml *item = value->first; item != NULL; item = item->next) {
            putchar(',');
            if (table) {
                putchar('[');
                put_text(item->key, item->key_size);
                putchar(',');
            }
            put_value(item);
            if (table)
                putchar(']');
        }
        putchar(']');
        break;
    case A3_TOML_STRING: put_text(value->text, value->size); break;
    case A3_TOML_INTEGER: printf("%lld", (long long)value->integer); break;
    case A3_TOML_BOOLEAN: fputs(value->integer ? "true" : "false", stdout); break;
    case A3_TOML_FLOAT: fputs("[\"float\"]", stdout); break;
    case A3_TOML_TIME: fputs("[\"time\"]", stdout); break;
    }
}

static unsigned nibble(char c) { return (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10); }

int main(void)
{
    char *line = NULL;
    size_t room = 0;
    for (ssize_t length; (length = getline(&line, &room, stdin)) > 0;) {
        size_t size = (size_t)length / 2;
        char *text = malloc(size + 1); /* as long as the document: a read beyond it is seen by valgrind and ASan */
        if (text == NULL)
            return 1;
        for (size_t i = 0; i < size; i++)
            text[i] = (char)(nibble(line[2 * i]) << 4 | nibble(line[2 * i + 1]));
        char *exact = realloc(text, size ? size : 1);
        a3_arena arena;
        a3_arena_init(&arena, 64 << 20);
        a3_err err = A3_ERR_INIT;
        a3_toml_document document;
        if (a3_toml_parse(&arena, exact, size, &document, &err) == A3_OK) {
            put_value(&document.root);
            printf("\t%d\n", document.newer);
        } else {
            unsigned at_line, column;
            a3_toml_place(exact, size, err.offset, &at_line, &column);
            printf("null\t%u:%u: %s\n", at_line, column, err.message);
        }
        a3_arena_free(&arena);
        free(exact);
    }
    free(line);
    return fflush(stdout) != 0;
}

/* SPDX-License-Identifier: MIT */
/* The words of TOML: spaces and comments, strings, numbers, times. */
#include <string.h>

#include "base/toml_reader.h"

bool a3_toml_fail_at(a3_toml_reader *p, size_t at, const char *words)
{
    a3_fail_at(p->err, A3_MALFORMED, at, "%s", words);
    return false;
}

bool a3_toml_fail(a3_toml_reader *p, const char *words) { return a3_toml_fail_at(p, p->pos, words); }

bool a3_toml_no_memory(a3_toml_reader *p)
{
    a3_fail(p->err, A3_NOMEM, "more to keep than the memory allowed");
    return false;
}

/* ---- characters ---- */

int a3_toml_peek(const a3_toml_reader *p, size_t ahead) { return ahead < p->size - p->pos ? (unsigned char)p->text[p->pos + ahead] : -1; }

bool a3_toml_take(a3_toml_reader *p, const char *word)
{
    size_t size = strlen(word);
    if (size > p->size - p->pos || memcmp(p->text + p->pos, word, size) != 0)
        return false;
    p->pos += size;
    return true;
}

bool a3_toml_take_newline(a3_toml_reader *p) { return a3_toml_take(p, "\n") || a3_toml_take(p, "\r\n"); }
static bool is_control(int c) { return (c >= 0 && c < 0x20 && c != '\t') || c == 0x7f; }
static bool is_digit(int c) { return c >= '0' && c <= '9'; }
bool a3_toml_is_bare(int c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_'; }

void a3_toml_skip_space(a3_toml_reader *p)
{
    while (a3_toml_peek(p, 0) == ' ' || a3_toml_peek(p, 0) == '\t')
        p->pos++;
}

bool a3_toml_skip_comment(a3_toml_reader *p)
{
    if (a3_toml_peek(p, 0) != '#')
        return true;
    for (; a3_toml_peek(p, 0) != -1 && a3_toml_peek(p, 0) != '\n'; p->pos++) {
        if (a3_toml_peek(p, 0) == '\r' && a3_toml_peek(p, 1) == '\n')
            break;
        if (is_control(a3_toml_peek(p, 0)))
            return a3_toml_fail(p, "a control character in a comment");
    }
    return true;
}

/* ---- strings ---- */

static int hex_digit(int c)
{
    return is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool put_code(a3_toml_reader *p, unsigned digits)
{
    uint32_t code = 0;
    size_t start = p->pos;
    for (unsigned i = 0; i < digits; i++, p->pos++) {
        if (hex_digit(a3_toml_peek(p, 0)) < 0)
            return a3_toml_fail(p, "not a hexadecimal digit");
        code = code << 4 | (uint32_t)hex_digit(a3_toml_peek(p, 0));
    }
    if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
        return a3_toml_fail_at(p, start, "not a character of Unicode");
    unsigned more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    static const unsigned char leads[] = {0, 0xc0, 0xe0, 0xf0};
    a3_buf_char(&p->scratch, (char)(leads[more] | code >> (6 * more)));
    while (more-- > 0)
        a3_buf_char(&p->scratch, (char)(0x80 | (code >> (6 * more) & 0x3f)));
    return true;
}

/* Behind a backslash. */
static bool put_escape(a3_toml_reader *p, bool lines)
{
    static const char letters[] = "btnfre\"\\", values[] = "\b\t\n\f\r\033\"\\";
    int c = a3_toml_peek(p, 0);
    size_t start = p->pos;
    if (lines && (c == ' ' || c == '\t' || c == '\n' || (c == '\r' && a3_toml_peek(p, 1) == '\n'))) {
        a3_toml_skip_space(p);
        if (!a3_toml_take_newline(p))
            return a3_toml_fail_at(p, start, "only a line end may follow a backslash and spaces");
        do
            a3_toml_skip_space(p);
        while (a3_toml_take_newline(p));
        return true;
    }
    const char *letter = c > 0 ? strchr(letters, c) : NULL;
    p->out->newer |= c == 'e' || c == 'x';
    if (letter == NULL && c != 'x' && c != 'u' && c != 'U')
        return a3_toml_fail(p, "no such escape; a plain backslash is written \\\\, or in a 'literal string'");
    p->pos++;
    if (letter == NULL)
        return put_code(p, c == 'x' ? 2 : c == 'u' ? 4 : 8);
    a3_buf_char(&p->scratch, values[letter - letters]);
    return true;
}

/* At a quote. The text lies in the arena afterwards. */
bool a3_toml_string(a3_toml_reader *p, bool may_have_lines, const char **text, size_t *size)
{
    char quote = p->text[p->pos];
    const char three[] = {quote, quote, quote, '\0'};
    size_t start = p->pos;
    bool lines = may_have_lines && a3_toml_take(p, three);
    if (lines)
        a3_toml_take_newline(p);
    else
        p->pos++;
    p->scratch.size = 0;
    for (;;) {
        int c = a3_toml_peek(p, 0);
        if (c == -1)
            return a3_toml_fail_at(p, start, "a string without its end");
        if (c == quote && !lines) {
            p->pos++;
            break;
        }
        if (lines && a3_toml_take(p, three)) { /* two more quotes may stand before the three */
            for (unsigned i = 0; i < 2 && a3_toml_peek(p, 0) == quote; i++, p->pos++)
                a3_buf_char(&p->scratch, quote);
            break;
        }
        if (lines && a3_toml_take_newline(p)) {
            a3_buf_char(&p->scratch, '\n');
        } else if (is_control(c)) {
            return a3_toml_fail(p, c == '\n' || (c == '\r' && a3_toml_peek(p, 1) == '\n') ? "a string without its end on this line" : "a control character in a string");
        } else if (c == '\\' && quote == '"') {
            p->pos++;
            if (!put_escape(p, lines))
                return false;
        } else {
            a3_buf_char(&p->scratch, (char)c);
            p->pos++;
        }
    }
    *size = p->scratch.size;
    *text = a3_buf_ok(&p->scratch) ? a3_strndup(p->arena, a3_buf_text(&p->scratch), *size) : NULL;
    return *text != NULL || a3_toml_no_memory(p);
}

/* ---- numbers and times: a word that has a meaning as a whole or none ---- */

/* Digits with single underscores between them; NULL where none stands at `at`. */
static const char *digits(const char *at, const char *end, int base, uint64_t *value, bool *too_large)
{
    const char *start = at;
    for (*value = 0; at < end; at++) {
        if (*at == '_' && at > start && at + 1 < end && at[-1] != '_')
            continue;
        int digit = hex_digit((unsigned char)*at);
        if (digit < 0 || digit >= base)
            break;
        *too_large |= *value > (UINT64_MAX - (uint64_t)digit) / (uint64_t)base;
        *value = *value * (uint64_t)base + (uint64_t)digit;
    }
    return at > start && at[-1] != '_' ? at : NULL;
}

static bool parse_number(a3_toml_reader *p, const char *at, const char *end, a3_toml *out)
{
    bool negative = *at == '-', sign = negative || *at == '+', too_large = false;
    uint64_t value = 0, ignored;
    const char *start = at += sign;
    if (end - at == 3 && (memcmp(at, "inf", 3) == 0 || memcmp(at, "nan", 3) == 0)) {
        out->kind = A3_TOML_FLOAT;
        return true;
    }
    int base = !sign && end - at > 2 && at[0] == '0' ? (at[1] == 'x' ? 16 : at[1] == 'o' ? 8 : at[1] == 'b' ? 2 : 10) : 10;
    at = digits(base == 10 ? at : at + 2, end, base, &value, &too_large);
    if (at == NULL || (base == 10 && *start == '0' && at - start > 1))
        return a3_toml_fail(p, at ? "a number with a leading zero" : "not a value of TOML (text stands in quotes)");
    out->kind = A3_TOML_INTEGER;
    if (base == 10 && at < end && *at == '.') {
        out->kind = A3_TOML_FLOAT;
        if ((at = digits(at + 1, end, 10, &ignored, &(bool){false})) == NULL)
            return a3_toml_fail(p, "not a number");
    }
    if (base == 10 && at < end && (*at == 'e' || *at == 'E')) {
        out->kind = A3_TOML_FLOAT;
        at += at + 1 < end && (at[1] == '+' || at[1] == '-') ? 2 : 1;
        if ((at = digits(at, end, 10, &ignored, &(bool){false})) == NULL)
            return a3_toml_fail(p, "not a number");
    }
    if (at != end)
        return a3_toml_fail(p, "not a number");
    if (out->kind == A3_TOML_INTEGER && (too_large || value > (uint64_t)INT64_MAX + negative))
        return a3_toml_fail(p, "an integer of more than 64 bits");
    out->integer = negative ? (int64_t)(0 - value) : (int64_t)value;
    return true;
}

/* `count` digits between low and high; moves behind them. */
static bool number_in(const char **at, const char *end, unsigned count, unsigned low, unsigned high, unsigned *value)
{
    *value = 0;
    if (end - *at < (ptrdiff_t)count)
        return false;
    for (unsigned i = 0; i < count; i++, ++*at) {
        if (!is_digit((unsigned char)**at))
            return false;
        *value = *value * 10 + (unsigned)(**at - '0');
    }
    return *value >= low && *value <= high;
}
static bool character(const char **at, const char *end, const char *set)
{
    bool there = *at < end && strchr(set, **at) != NULL && **at != '\0';
    *at += there;
    return there;
}

static bool is_date(const char **at, const char *end)
{
    static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    unsigned year, month, day;
    if (!number_in(at, end, 4, 1, 9999, &year) || !character(at, end, "-") || !number_in(at, end, 2, 1, 12, &month) || !character(at, end, "-"))
        return false;
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return number_in(at, end, 2, 1, days[month - 1] + (leap && month == 2), &day);
}

static bool is_time(a3_toml_reader *p, const char **at, const char *end)
{
    unsigned value;
    if (!number_in(at, end, 2, 0, 23, &value) || !character(at, end, ":") || !number_in(at, end, 2, 0, 59, &value))
        return false;
    if (!character(at, end, ":")) {
        p->out->newer = true;
        return true;
    }
    if (!number_in(at, end, 2, 0, 59, &value))
        return false;
    if (!character(at, end, "."))
        return true;
    const char *start = *at;
    while (*at < end && is_digit((unsigned char)**at))
        ++*at;
    return *at > start;
}

static bool is_offset(const char **at, const char *end)
{
    unsigned value;
    return character(at, end, "Zz") ||
           (character(at, end, "+-") && number_in(at, end, 2, 0, 23, &value) && character(at, end, ":") && number_in(at, end, 2, 0, 59, &value));
}

static bool parse_time(a3_toml_reader *p, const char *at, const char *end, a3_toml *out)
{
    out->kind = A3_TOML_TIME;
    bool whole = at[2] == ':' ? is_time(p, &at, end)
                              : is_date(&at, end) && (at == end || (character(&at, end, "Tt ") && is_time(p, &at, end) && (at == end || is_offset(&at, end))));
    return (whole && at == end) || a3_toml_fail(p, "not a date or time");
}

bool a3_toml_word(a3_toml_reader *p, a3_toml *out)
{
    size_t size = 0;
    while (a3_toml_is_bare(a3_toml_peek(p, size)) || a3_toml_peek(p, size) == '+' || a3_toml_peek(p, size) == '.' || a3_toml_peek(p, size) == ':')
        size++;
    const char *word = p->text + p->pos;
    bool date = size >= 10 && is_digit(word[3]) && word[4] == '-', time = size >= 3 && is_digit(word[1]) && word[2] == ':';
    if (date && size == 10 && a3_toml_peek(p, 10) == ' ' && is_digit(a3_toml_peek(p, 11))) /* a time behind a space */
        for (size++; is_digit(a3_toml_peek(p, size)) || (a3_toml_peek(p, size) > 0 && strchr("+-.:Zz", a3_toml_peek(p, size)) != NULL);)
            size++;
    out->kind = A3_TOML_BOOLEAN;
    out->integer = size == 4;
    bool ok = (size == 4 && memcmp(word, "true", 4) == 0) || (size == 5 && memcmp(word, "false", 5) == 0);
    if (!ok && size == 0)
        return a3_toml_fail(p, "no value stands here");
    if (!ok && !(date || time ? parse_time(p, word, word + size, out) : parse_number(p, word, word + size, out)))
        return false;
    p->pos += size;
    return true;
}


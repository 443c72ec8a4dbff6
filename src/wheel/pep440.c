/* SPDX-License-Identifier: MIT */
#include "wheel/pep440.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"

/* ---- reading ---- */

typedef struct reader {
    const char *at, *end;
} reader;

static bool digit(char c) { return c >= '0' && c <= '9'; }
static bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
/* White space as Python's str.strip sees it, in ASCII. */
static bool blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f); }
static bool separator(char c) { return c == '.' || c == '-' || c == '_'; }
static char peek(const reader *r) { return r->at < r->end ? *r->at : '\0'; }

static bool take_char(reader *r, char c)
{
    if (r->at == r->end || *r->at != c)
        return false;
    r->at++;
    return true;
}

static bool take_word(reader *r, const char *word)
{
    size_t size = strlen(word);
    if ((size_t)(r->end - r->at) < size || strncasecmp(r->at, word, size) != 0)
        return false;
    r->at += size;
    return true;
}

static void take_separator(reader *r)
{
    if (r->at < r->end && separator(*r->at))
        r->at++;
}

/* Digits, leading zeros dropped; false if there are none. */
static bool take_digits(reader *r, a3_digits *out)
{
    const char *start = r->at;
    while (digit(peek(r)))
        r->at++;
    bool some = r->at > start;
    while (start < r->at && *start == '0')
        start++;
    *out = (a3_digits){start, (uint32_t)(r->at - start)};
    return some;
}

/* "alpha", "b", "rc", ...: the normal letter, or 0. Long spellings first. */
static char take_pre_letter(reader *r)
{
    static const struct {
        const char *word;
        char letter;
    } words[] = {{"alpha", 'a'}, {"a", 'a'}, {"beta", 'b'}, {"b", 'b'}, {"preview", 'r'}, {"pre", 'r'}, {"c", 'r'}, {"rc", 'r'}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (take_word(r, words[i].word))
            return words[i].letter;
    return 0;
}

static bool take_post(reader *r, a3_digits *out)
{
    reader start = *r;
    if (take_char(r, '-') && take_digits(r, out))
        return true;
    *r = start;
    take_separator(r);
    if (take_word(r, "post") || take_word(r, "rev") || take_word(r, "r")) {
        take_separator(r);
        take_digits(r, out);
        return true;
    }
    *r = start;
    return false;
}

static bool take_local(a3_arena *arena, reader *r, a3_pep440 *out)
{
    uint32_t room = 1;
    for (const char *p = r->at; p < r->end; p++)
        room += separator(*p);
    out->local = A3_NEW_ARRAY(arena, a3_local_part, room);
    if (out->local == NULL)
        return false;
    do {
        const char *start = r->at;
        bool number = true;
        for (; digit(peek(r)) || letter(peek(r)); r->at++)
            number &= digit(*r->at);
        if (r->at == start || out->local_count == room)
            return false;
        a3_local_part *part = &out->local[out->local_count++];
        part->number = number;
        while (number && start < r->at && *start == '0')
            start++;
        part->digits = (a3_digits){start, (uint32_t)(r->at - start)};
    } while (separator(peek(r)) && r->at++);
    return true;
}

/* Everything up to the local version; what is left stays in the reader. */
static bool take_public(a3_arena *arena, reader *r, a3_pep440 *out)
{
    uint32_t room = 1;
    if (!take_char(r, 'v'))
        take_char(r, 'V');
    reader start = *r;
    if (!take_digits(r, &out->epoch) || !take_char(r, '!')) {
        *r = start;
        out->epoch = (a3_digits){r->at, 0};
    }
    for (const char *p = r->at; p < r->end && (digit(*p) || *p == '.'); p++)
        room += *p == '.';
    out->release = A3_NEW_ARRAY(arena, a3_digits, room);
    if (out->release == NULL || !take_digits(r, &out->release[0]))
        return false;
    out->release_count = 1;
    while (peek(r) == '.' && r->end - r->at > 1 && digit(r->at[1])) {
        r->at++;
        take_digits(r, &out->release[out->release_count++]);
    }
    return true;
}

static void take_suffixes(reader *r, a3_pep440 *out)
{
    reader start = *r;
    take_separator(r);
    out->pre = take_pre_letter(r);
    if (out->pre != 0) {
        take_separator(r);
        take_digits(r, &out->pre_number);
    } else {
        *r = start;
    }
    out->has_post = take_post(r, &out->post);
    start = *r;
    take_separator(r);
    out->has_dev = take_word(r, "dev");
    if (out->has_dev) {
        take_separator(r);
        take_digits(r, &out->dev);
    } else {
        *r = start;
    }
}

bool a3_pep440_parse(a3_arena *arena, const char *text, size_t size, a3_pep440 *out)
{
    a3_strip(&text, &size);
    reader r = {text, text + size};
    *out = (a3_pep440){.pre = 0};
    if (size > UINT32_MAX / 2 || !take_public(arena, &r, out))
        return false;
    take_suffixes(&r, out);
    if (take_char(&r, '+') && !take_local(arena, &r, out))
        return false;
    return r.at == r.end;
}

/* ---- order ---- */

static int compare_digits(a3_digits a, a3_digits b)
{
    if (a.size != b.size)
        return a.size < b.size ? -1 : 1;
    return a.size ? memcmp(a.text, b.text, a.size) : 0;
}

static a3_digits release_at(const a3_pep440 *v, uint32_t index)
{
    return index < v->release_count ? v->release[index] : (a3_digits){"", 0};
}

static int compare_release(const a3_pep440 *a, const a3_pep440 *b, uint32_t count)
{
    int order = compare_digits(a->epoch, b->epoch);
    for (uint32_t i = 0; order == 0 && i < count; i++)
        order = compare_digits(release_at(a, i), release_at(b, i));
    return order;
}

/* Where a version without a pre-release stands: a bare dev release before all of them, everything else behind. */
static int pre_rank(const a3_pep440 *v)
{
    if (v->pre != 0)
        return v->pre; /* 'a' < 'b' < 'r' */
    return !v->has_post && v->has_dev ? 0 : 'z';
}

static int compare_local(const a3_pep440 *a, const a3_pep440 *b)
{
    for (uint32_t i = 0; i < a->local_count && i < b->local_count; i++) {
        const a3_local_part *x = &a->local[i], *y = &b->local[i];
        if (x->number != y->number)
            return x->number ? 1 : -1; /* numbers are greater than words */
        if (x->number) {
            int order = compare_digits(x->digits, y->digits);
            if (order != 0)
                return order;
            continue;
        }
        uint32_t common = x->digits.size < y->digits.size ? x->digits.size : y->digits.size;
        int order = strncasecmp(x->digits.text, y->digits.text, common);
        if (order != 0)
            return order;
        if (x->digits.size != y->digits.size)
            return x->digits.size < y->digits.size ? -1 : 1;
    }
    return a->local_count < b->local_count ? -1 : a->local_count > b->local_count;
}

static int compare_public(const a3_pep440 *a, const a3_pep440 *b)
{
    uint32_t count = a->release_count > b->release_count ? a->release_count : b->release_count;
    int order = compare_release(a, b, count);
    if (order == 0)
        order = pre_rank(a) - pre_rank(b);
    if (order == 0)
        order = compare_digits(a->pre_number, b->pre_number);
    if (order == 0)
        order = (int)a->has_post - (int)b->has_post;
    if (order == 0)
        order = compare_digits(a->post, b->post);
    if (order == 0)
        order = (int)b->has_dev - (int)a->has_dev;
    return order ? order : compare_digits(a->dev, b->dev);
}

int a3_pep440_compare(const a3_pep440 *a, const a3_pep440 *b)
{
    int order = compare_public(a, b);
    return order ? order : compare_local(a, b);
}

/* ---- writing ---- */

static void put_digits(a3_buf *out, a3_digits digits)
{
    if (digits.size == 0)
        a3_buf_char(out, '0');
    else
        a3_buf_add(out, digits.text, digits.size);
}

void a3_pep440_format(a3_buf *out, const a3_pep440 *version)
{
    if (version->epoch.size > 0) {
        put_digits(out, version->epoch);
        a3_buf_char(out, '!');
    }
    for (uint32_t i = 0; i < version->release_count; i++) {
        if (i > 0)
            a3_buf_char(out, '.');
        put_digits(out, version->release[i]);
    }
    if (version->pre != 0) {
        a3_buf_str(out, version->pre == 'a' ? "a" : version->pre == 'b' ? "b" : "rc");
        put_digits(out, version->pre_number);
    }
    if (version->has_post) {
        a3_buf_str(out, ".post");
        put_digits(out, version->post);
    }
    if (version->has_dev) {
        a3_buf_str(out, ".dev");
        put_digits(out, version->dev);
    }
    for (uint32_t i = 0; i < version->local_count; i++) {
        const a3_local_part *part = &version->local[i];
        a3_buf_char(out, i == 0 ? '+' : '.');
        if (part->number) {
            put_digits(out, part->digits);
            continue;
        }
        for (uint32_t j = 0; j < part->digits.size; j++) {
            char c = part->digits.text[j];
            a3_buf_char(out, c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c);
        }
    }
}

bool a3_pep440_equal(a3_arena *arena, const char *a, const char *b)
{
    a3_pep440 x, y;
    return a3_pep440_parse(arena, a, strlen(a), &x) && a3_pep440_parse(arena, b, strlen(b), &y) && a3_pep440_compare(&x, &y) == 0;
}

/* ---- specifiers ---- */

static bool parse_op(reader *r, a3_specifier_op *out)
{
    static const struct {
        const char *text;
        a3_specifier_op op;
    } ops[] = {
        {"===", A3_SPEC_ARBITRARY}, {"==", A3_SPEC_EQUAL}, {"!=", A3_SPEC_NOT_EQUAL}, {"~=", A3_SPEC_COMPATIBLE},
        {"<=", A3_SPEC_LE},         {">=", A3_SPEC_GE},    {"<", A3_SPEC_LT},         {">", A3_SPEC_GT},
    };
    for (size_t i = 0; i < sizeof ops / sizeof *ops; i++) {
        if (take_word(r, ops[i].text)) {
            *out = ops[i].op;
            return true;
        }
    }
    return false;
}

size_t a3_specifier_take(a3_arena *arena, const char *text, size_t size, a3_specifier *out)
{
    reader r = {text, text + size};
    *out = (a3_specifier){.prefix = false};
    if (!parse_op(&r, &out->op))
        return 0;
    while (r.at < r.end && blank(*r.at))
        r.at++;
    out->text = r.at;
    if (out->op == A3_SPEC_ARBITRARY) {
        while (r.at < r.end && !blank(*r.at) && *r.at != ';' && *r.at != ')')
            r.at++;
        if (r.at == out->text) /* packaging 26.4, with which uploaders check; 26.2 and 26.3 let it pass, and nothing fulfils it */
            return 0;
    } else {
        bool equality = out->op == A3_SPEC_EQUAL || out->op == A3_SPEC_NOT_EQUAL;
        if (!take_public(arena, &r, &out->version) || (out->op == A3_SPEC_COMPATIBLE && out->version.release_count < 2))
            return 0;
        out->prefix = equality && take_word(&r, ".*");
        if (!out->prefix)
            take_suffixes(&r, &out->version);
        reader local = r;
        if (equality && !out->prefix && take_char(&r, '+') && !take_local(arena, &r, &out->version))
            r = local;
    }
    out->size = (size_t)(r.at - out->text);
    return (size_t)(r.at - text);
}

bool a3_specifiers_parse(a3_arena *arena, const char *text, size_t size, a3_specifiers *out, const char **fault)
{
    *out = (a3_specifiers){0};
    for (size_t start = 0; start <= size;) {
        const char *comma = memchr(text + start, ',', size - start);
        const char *clause = text + start;
        size_t length = comma ? (size_t)(comma - clause) : size - start;
        start += length + 1;
        a3_strip(&clause, &length);
        if (length == 0) /* packaging drops empty clauses */
            continue;
        a3_specifier *new = A3_PUSH(arena, out);
        if (new == NULL)
            return false;
        if (a3_specifier_take(arena, clause, length, new) != length) {
            if (fault != NULL)
                *fault = a3_printf(arena, "'%.*s'", length > 80 ? 80 : (int)length, clause);
            return false;
        }
    }
    return true;
}

/* Is `v` in the family of the specifier's release, cut to `count` parts ("3.8.*")? */
static bool in_family(const a3_pep440 *v, const a3_pep440 *family, uint32_t count)
{
    return compare_release(v, family, count) == 0;
}

/* Is `v`, which is below `final`, one of its pre-releases: not below its first dev release? */
static bool before_release(const a3_pep440 *v, const a3_pep440 *final)
{
    a3_pep440 first = *final;
    first.has_dev = true;
    return compare_public(v, &first) >= 0;
}

/* Is `v`, which is above `base`, one of its post-releases? */
static bool post_of(const a3_pep440 *v, const a3_pep440 *base)
{
    a3_pep440 without = *v;
    without.has_post = without.has_dev = false;
    without.post = without.dev = (a3_digits){"", 0};
    return v->has_post && !base->has_post && compare_public(&without, base) == 0;
}

static bool admits(const a3_specifier *s, const a3_pep440 *v)
{
    const a3_pep440 *want = &s->version;
    int order = s->op == A3_SPEC_ARBITRARY ? 0 : compare_public(v, want);
    switch (s->op) {
    case A3_SPEC_COMPATIBLE: return order >= 0 && in_family(v, want, want->release_count - 1);
    case A3_SPEC_EQUAL:
    case A3_SPEC_NOT_EQUAL: {
        bool equal = s->prefix ? in_family(v, want, want->release_count)
                               : order == 0 && (want->local_count == 0 || compare_local(v, want) == 0);
        return equal == (s->op == A3_SPEC_EQUAL);
    }
    case A3_SPEC_LE: return order <= 0;
    case A3_SPEC_GE: return order >= 0;
    case A3_SPEC_LT: return order < 0 && (want->pre != 0 || want->has_dev || !before_release(v, want));
    case A3_SPEC_GT: return order > 0 && !post_of(v, want);
    case A3_SPEC_ARBITRARY: {
        a3_buf text = A3_BUF_INIT;
        a3_pep440_format(&text, v);
        bool same = text.size == s->size && strncasecmp(a3_buf_text(&text), s->text, s->size) == 0;
        a3_buf_free(&text);
        return same;
    }
    }
    return false;
}

bool a3_specifiers_admit(const a3_specifiers *specifiers, const a3_pep440 *version)
{
    for (size_t i = 0; i < specifiers->count; i++)
        if (!admits(&specifiers->items[i], version))
            return false;
    return true;
}

/* Nobody writes a thousand clauses; who does is not worth 100 x 100 trials of each. */
enum { PATCHES = 100, MINORS = 100, CLAUSES_MAX = 1000 };

static bool admit_minor(const a3_specifiers *specifiers, unsigned major, unsigned minor)
{
    char digits[3][4];
    a3_digits release[3];
    a3_pep440 version = {.epoch = {"", 0}, .release = release, .release_count = 3};
    for (unsigned patch = 0; patch < PATCHES; patch++) {
        const unsigned parts[] = {major, minor, patch};
        for (size_t i = 0; i < 3; i++) {
            size_t size = 0;
            for (unsigned scale = 100; scale > 0; scale /= 10)
                if (size > 0 || parts[i] / scale > 0)
                    digits[i][size++] = (char)('0' + parts[i] / scale % 10);
            release[i] = (a3_digits){digits[i], (uint32_t)size};
        }
        if (a3_specifiers_admit(specifiers, &version))
            return true;
    }
    return false;
}

bool a3_specifiers_admit_python(const a3_specifiers *specifiers, a3_version python)
{
    return specifiers->count > CLAUSES_MAX || admit_minor(specifiers, a3_version_major(python), a3_version_minor(python));
}

a3_version a3_specifiers_python_floor(const a3_specifiers *specifiers)
{
    for (unsigned minor = 0; minor < MINORS; minor++)
        if (specifiers->count > CLAUSES_MAX || admit_minor(specifiers, 3, minor))
            return A3_VERSION(3, minor);
    return 0;
}

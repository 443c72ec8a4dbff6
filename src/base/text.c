/* SPDX-License-Identifier: MIT */
#include "base/text.h"

#include <string.h>

size_t a3_utf8_decode(const char *text, size_t size, uint32_t *code)
{
    const unsigned char *s = (const unsigned char *)text;
    if (size == 0)
        return 0;
    if (s[0] < 0x80) {
        *code = s[0];
        return 1;
    }
    size_t length = s[0] >= 0xf0 ? 4 : s[0] >= 0xe0 ? 3 : 2;
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (s[0] < 0xc2 || s[0] > 0xf4 || length > size)
        return 0;
    uint32_t value = s[0] & (0xffu >> (length + 1));
    for (size_t i = 1; i < length; i++) {
        if ((s[i] & 0xc0) != 0x80)
            return 0;
        value = value << 6 | (s[i] & 0x3f);
    }
    if (value < smallest[length] || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
        return 0;
    *code = value;
    return length;
}

bool a3_utf8_valid(const char *text, size_t size)
{
    uint32_t code;
    for (size_t pos = 0; pos < size;) {
        size_t step = a3_utf8_decode(text + pos, size - pos, &code);
        if (step == 0)
            return false;
        pos += step;
    }
    return true;
}

/* Characters that print as nothing or reorder what stands around them (Unicode general categories Cc, Cf, Zl, Zp). */
static bool invisible(uint32_t code)
{
    return code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0xad || code == 0x61c || code == 0x180e ||
           (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e) ||
           (code >= 0x2060 && code <= 0x206f) || code == 0xfeff || (code >= 0xfff9 && code <= 0xfffb) ||
           (code >= 0xe0000 && code <= 0xe0fff);
}

void a3_text_escape(a3_buf *out, const char *text, size_t size)
{
    for (size_t pos = 0; pos < size;) {
        uint32_t code = 0;
        size_t step = a3_utf8_decode(text + pos, size - pos, &code);
        if (step == 0) {
            a3_buf_printf(out, "\\x%02x", (unsigned char)text[pos]);
            step = 1;
        } else if (code == '\n' || code == '\t' || code == '\r') {
            a3_buf_str(out, code == '\n' ? "\\n" : code == '\t' ? "\\t" : "\\r");
        } else if (invisible(code)) {
            a3_buf_printf(out, code < 0x100 ? "\\x%02x" : "\\u{%04x}", code);
        } else {
            a3_buf_add(out, text + pos, step);
        }
        pos += step;
    }
}

bool a3_has_prefix(const char *text, const char *prefix) { return strncmp(text, prefix, strlen(prefix)) == 0; }

bool a3_has_suffix(const char *text, const char *suffix)
{
    size_t have = strlen(text), want = strlen(suffix);
    return have >= want && memcmp(text + have - want, suffix, want) == 0;
}

const char *a3_basename(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Matches one pattern element at p against c; *next is the element behind it. An unclosed '[' is literal. */
static bool match_one(const char *p, unsigned char c, const char **next)
{
    if (*p == '[') {
        const char *set = p + 1;
        bool negate = *set == '!' || *set == '^';
        if (negate)
            set++;
        bool hit = false;
        const char *first = set;
        for (; *set != '\0' && (*set != ']' || set == first); set++) {
            unsigned char low = (unsigned char)*set, high = low;
            if (set[1] == '-' && set[2] != '\0' && set[2] != ']') {
                high = (unsigned char)set[2];
                set += 2;
            }
            hit |= c >= low && c <= high;
        }
        if (*set == ']') {
            *next = set + 1;
            return hit != negate;
        }
    }
    *next = p + 1;
    return *p == '?' || (unsigned char)*p == c;
}

bool a3_glob(const char *pattern, const char *text)
{
    const char *star = NULL, *retry = NULL;
    while (*text != '\0') {
        const char *next;
        if (*pattern == '*') {
            star = pattern++;
            retry = text;
        } else if (*pattern != '\0' && match_one(pattern, (unsigned char)*text, &next)) {
            pattern = next;
            text++;
        } else if (star != NULL) {
            pattern = star + 1;
            text = ++retry;
        } else {
            return false;
        }
    }
    while (*pattern == '*')
        pattern++;
    return *pattern == '\0';
}

/* Bias adaptation, RFC 3492 section 6.1. */
static uint32_t adapt(uint32_t delta, uint32_t points, bool first)
{
    delta = first ? delta / 700 : delta / 2;
    delta += delta / points;
    uint32_t k = 0;
    for (; delta > 455; k += 36)
        delta /= 35;
    return k + 36 * delta / (delta + 38);
}

bool a3_punycode(const char *text, size_t size, char *out, size_t room)
{
    enum { LONGEST = 256 };
    uint32_t codes[LONGEST];
    uint32_t total = 0, used = 0;
    for (size_t pos = 0; pos < size;) {
        size_t step = total < LONGEST ? a3_utf8_decode(text + pos, size - pos, &codes[total]) : 0;
        if (step == 0)
            return false;
        pos += step;
        total++;
    }
    for (uint32_t i = 0; i < total; i++)
        if (codes[i] < 0x80) {
            if (used + 1 >= room)
                return false;
            out[used++] = (char)codes[i];
        }
    uint32_t basic = used, handled = used, n = 128, delta = 0, bias = 72;
    if (basic > 0) {
        if (used + 1 >= room)
            return false;
        out[used++] = '-';
    }
    while (handled < total) {
        uint32_t next = UINT32_MAX;
        for (uint32_t i = 0; i < total; i++)
            if (codes[i] >= n && codes[i] < next)
                next = codes[i];
        delta += (next - n) * (handled + 1); /* 256 code points of 21 bits: no overflow */
        n = next;
        for (uint32_t i = 0; i < total; i++) {
            if (codes[i] < n)
                delta++;
            if (codes[i] != n)
                continue;
            uint32_t q = delta;
            for (uint32_t k = 36;; k += 36) {
                uint32_t t = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
                uint32_t digit = q < t ? q : t + (q - t) % (36 - t);
                if (used + 1 >= room)
                    return false;
                out[used++] = (char)(digit < 26 ? 'a' + digit : '0' + digit - 26);
                if (q < t)
                    break;
                q = (q - t) / (36 - t);
            }
            bias = adapt(delta, handled + 1, handled == basic);
            delta = 0;
            handled++;
        }
        delta++;
        n++;
    }
    if (used >= room)
        return false;
    out[used] = '\0';
    return true;
}

/* ---- as Python has it ---- */

bool a3_is_alnum(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool a3_word_code(uint32_t c)
{
    static const uint32_t no[][2] = {
        {0x80, 0xa9},     {0xab, 0xb1},     {0xb4, 0xb4},     {0xb6, 0xb8},       {0xbb, 0xbb},       {0xbf, 0xbf},
        {0xd7, 0xd7},     {0xf7, 0xf7},     {0x300, 0x36f},   {0x2000, 0x206f},   {0x20a0, 0x20ff},   {0x2190, 0x245f},
        {0x2500, 0x2775}, {0x2794, 0x2bff}, {0x3000, 0x3004}, {0x3008, 0x3020},   {0x3099, 0x309c},   {0xd800, 0xf8ff},
        {0xfe00, 0xfe6f}, {0xff01, 0xff0f}, {0xff1a, 0xff20}, {0x1f000, 0x1f0ff}, {0x1f300, 0x1faff}, {0xe0000, 0x10ffff},
    };
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        if (c >= no[i][0] && c <= no[i][1])
            return false;
    return true;
}

bool a3_words(const char *text, size_t size, const char *more)
{
    for (size_t pos = 0; pos < size;) {
        uint32_t code = 0;
        size_t step = a3_utf8_decode(text + pos, size - pos, &code);
        bool good =
            code < 0x80 ? a3_is_alnum((char)code) || code == '_' || (code != 0 && strchr(more, (int)code) != NULL) : a3_word_code(code);
        if (step == 0 || !good)
            return false;
        pos += step;
    }
    return true;
}

/* Bytes of the white space that begins here, 0 if none does. */
static size_t space_at(const char *text, size_t size)
{
    uint32_t code = 0;
    size_t step = a3_utf8_decode(text, size, &code);
    bool space = code == ' ' || (code >= '\t' && code <= '\r') || (code >= 0x1c && code <= 0x1f) || code == 0x85 || code == 0xa0 || code == 0x1680 ||
                 (code >= 0x2000 && code <= 0x200a) || code == 0x2028 || code == 0x2029 || code == 0x202f || code == 0x205f || code == 0x3000;
    return space ? step : 0;
}

void a3_strip(const char **text, size_t *size)
{
    for (size_t step; *size > 0 && (step = space_at(*text, *size)) > 0; *size -= step)
        *text += step;
    for (size_t step = 1; step > 0 && *size > 0; *size -= step) {
        size_t start = *size - 1;
        while (start > 0 && *size - start < 4 && ((unsigned char)(*text)[start] & 0xc0) == 0x80)
            start--;
        step = space_at(*text + start, *size - start);
        step = start + step == *size ? step : 0;
    }
}

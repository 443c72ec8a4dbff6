/* SPDX-License-Identifier: MIT */
/* Text that came out of a file, on its way to a person or a machine. */
#ifndef A3_BASE_TEXT_H
#define A3_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/* Decodes one UTF-8 sequence (RFC 3629: no surrogates, no overlong forms). Bytes consumed, 0 if ill-formed or empty. */
size_t a3_utf8_decode(const char *text, size_t size, uint32_t *code);

/* Takes white space off both ends, as Python's str.strip() does: beyond ASCII too. */
void a3_strip(const char **text, size_t *size);
/* Only what Python's regular expressions take for \w, and the ASCII characters of `more`; true of an empty text. */
bool a3_words(const char *text, size_t size, const char *more);
/* \w beyond ASCII (code >= 0x80), near enough: everything but controls, punctuation, symbols, combining marks, private use and surrogates. */
bool a3_word_code(uint32_t code);
bool a3_is_alnum(char c); /* of ASCII, whatever the locale */
bool a3_utf8_valid(const char *text, size_t size);
/* Appends `text` so that a terminal is safe from it: control characters, ill-formed UTF-8, bidirectional overrides and
 * other invisible characters become \n, \t, \xNN or \u{NNNN}; a backslash is left alone. Nothing is truncated. */
void a3_text_escape(a3_buf *out, const char *text, size_t size);

bool a3_has_prefix(const char *text, const char *prefix);
bool a3_has_suffix(const char *text, const char *suffix);
/* Basename: the part behind the last '/'. */
const char *a3_basename(const char *path);
/* Shell pattern with * ? and [set]; '*' also matches '/'. Linear in text x pattern. */
bool a3_glob(const char *pattern, const char *text);
/* RFC 3492 punycode of the UTF-8 text's code points into out (NUL-terminated); false: ill-formed or no room. */
bool a3_punycode(const char *text, size_t size, char *out, size_t room);

#endif

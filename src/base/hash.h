/* SPDX-License-Identifier: MIT */
/* Digests of RECORD and checksums of ZIP. */
#ifndef A3_BASE_HASH_H
#define A3_BASE_HASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"

typedef enum a3_hash_kind {
    A3_HASH_NONE, /* no algorithm that we compute */
    A3_HASH_MD5, A3_HASH_SHA1, A3_HASH_SHA224, A3_HASH_SHA256, A3_HASH_SHA384, A3_HASH_SHA512,
    A3_HASH_SHA3_224, A3_HASH_SHA3_256, A3_HASH_SHA3_384, A3_HASH_SHA3_512
} a3_hash_kind;

enum { A3_HASH_MAX = 64, A3_BASE64_MAX = 88 }; /* bytes of the longest digest; chars of its text with the NUL */

/* The algorithm as Python's hashlib names it ("sha256", "sha3_256"), in lower case; `size` bytes. */
a3_hash_kind a3_hash_by_name(const char *name, size_t size);
const char *a3_hash_name(a3_hash_kind kind); /* "sha256"; "none" */
size_t a3_hash_size(a3_hash_kind kind);      /* bytes; 0 for A3_HASH_NONE */

/* Digest into `out`; bytes written, 0 for A3_HASH_NONE. */
size_t a3_hash(a3_hash_kind kind, a3_span bytes, uint8_t out[A3_HASH_MAX]);
void a3_sha256(a3_span bytes, uint8_t out[32]);

/* URL-safe base64 without padding (RFC 4648 section 5, as in RECORD), NUL-terminated. false: `room` (chars) is too small. */
bool a3_base64url(const uint8_t *data, size_t size, char *out, size_t room);
/* Its inverse; padding is accepted, bits behind the last whole byte must be 0. Bytes written, or -1: ill-formed or no room. */
long a3_base64url_decode(const char *text, size_t size, uint8_t *out, size_t room);

/* SipHash-1-3 under a fixed key: for tables that are sorted or looked up by it. The same on every machine. */
uint64_t a3_hash64(const void *data, size_t size);

/* CRC-32 of ZIP and gzip; start with 0, feed the result back to go on. */
uint32_t a3_crc32(uint32_t crc, a3_span bytes);

#endif

/* SPDX-License-Identifier: MIT */
#include "base/hash.h"

#include <limits.h>
#include <string.h>

#include <libdeflate.h>
#include <nettle/md5.h>
#include <nettle/nettle-meta.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>
#include <nettle/sha3.h>
#include <nettle/version.h>

typedef union context {
    struct md5_ctx md5;
    struct sha1_ctx sha1;
    struct sha256_ctx sha256;
    struct sha512_ctx sha512;
    struct sha3_224_ctx sha3_224;
    struct sha3_256_ctx sha3_256;
    struct sha3_384_ctx sha3_384;
    struct sha3_512_ctx sha3_512;
} context;

/* By a3_hash_kind. A function and no table: the addresses are of another shared object. */
static const struct nettle_hash *algorithm(a3_hash_kind kind)
{
    switch (kind) {
    case A3_HASH_MD5: return &nettle_md5;
    case A3_HASH_SHA1: return &nettle_sha1;
    case A3_HASH_SHA224: return &nettle_sha224;
    case A3_HASH_SHA256: return &nettle_sha256;
    case A3_HASH_SHA384: return &nettle_sha384;
    case A3_HASH_SHA512: return &nettle_sha512;
    case A3_HASH_SHA3_224: return &nettle_sha3_224;
    case A3_HASH_SHA3_256: return &nettle_sha3_256;
    case A3_HASH_SHA3_384: return &nettle_sha3_384;
    case A3_HASH_SHA3_512: return &nettle_sha3_512;
    case A3_HASH_NONE: break;
    }
    return NULL;
}

const char *a3_hash_name(a3_hash_kind kind)
{
    const struct nettle_hash *hash = algorithm(kind);
    return hash ? hash->name : "none";
}

a3_hash_kind a3_hash_by_name(const char *name, size_t size)
{
    for (a3_hash_kind kind = A3_HASH_MD5; kind <= A3_HASH_SHA3_512; kind++) {
        const char *known = a3_hash_name(kind);
        if (strlen(known) == size && memcmp(known, name, size) == 0)
            return kind;
    }
    return A3_HASH_NONE;
}

size_t a3_hash_size(a3_hash_kind kind)
{
    const struct nettle_hash *hash = algorithm(kind);
    return hash ? hash->digest_size : 0;
}

size_t a3_hash(a3_hash_kind kind, a3_span bytes, uint8_t out[A3_HASH_MAX])
{
    const struct nettle_hash *hash = algorithm(kind);
    context state;
    if (hash == NULL || hash->context_size > sizeof state || hash->digest_size > A3_HASH_MAX)
        return 0;
    hash->init(&state);
    if (bytes.size > 0)
        hash->update(&state, bytes.size, bytes.data);
#if NETTLE_VERSION_MAJOR >= 4
    hash->digest(&state, out);
#else
    hash->digest(&state, hash->digest_size, out);
#endif
    return hash->digest_size;
}

void a3_sha256(a3_span bytes, uint8_t out[32])
{
    uint8_t digest[A3_HASH_MAX] = {0};
    a3_hash(A3_HASH_SHA256, bytes, digest);
    memcpy(out, digest, 32);
}

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

bool a3_base64url(const uint8_t *data, size_t size, char *out, size_t room)
{
    if (size > SIZE_MAX / 2 || room < (size * 4 + 2) / 3 + 1)
        return false;
    uint32_t bits = 0;
    unsigned held = 0;
    for (size_t i = 0; i < size; i++) {
        bits = (bits & 0x3f) << 8 | data[i];
        for (held += 8; held >= 6; held -= 6)
            *out++ = alphabet[bits >> (held - 6) & 0x3f];
    }
    if (held > 0)
        *out++ = alphabet[bits << (6 - held) & 0x3f];
    *out = '\0';
    return true;
}

/* 0..63, or 64: no digit. */
static uint32_t digit_value(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (uint32_t)(c - 'A');
    if (c >= 'a' && c <= 'z')
        return (uint32_t)(c - 'a') + 26;
    if (c >= '0' && c <= '9')
        return (uint32_t)(c - '0') + 52;
    return c == '-' ? 62 : c == '_' ? 63 : 64;
}

long a3_base64url_decode(const char *text, size_t size, uint8_t *out, size_t room)
{
    if (size > 0 && size % 4 == 0 && text[size - 1] == '=')
        size -= text[size - 2] == '=' ? 2 : 1;
    uint32_t bits = 0;
    unsigned held = 0;
    size_t used = 0;
    for (size_t i = 0; i < size; i++) {
        uint32_t digit = digit_value(text[i]);
        if (digit == 64)
            return -1;
        bits = (bits & 0xff) << 6 | digit;
        held += 6;
        if (held >= 8) {
            held -= 8;
            if (used == room)
                return -1;
            out[used++] = (uint8_t)(bits >> held);
        }
    }
    if (held == 6 || (bits & ((1u << held) - 1)) != 0 || used > LONG_MAX)
        return -1;
    return (long)used;
}

static inline uint64_t rotate(uint64_t x, unsigned by) { return x << by | x >> (64 - by); }

static inline void sip_round(uint64_t v[4])
{
    v[0] += v[1];
    v[1] = rotate(v[1], 13) ^ v[0];
    v[0] = rotate(v[0], 32);
    v[2] += v[3];
    v[3] = rotate(v[3], 16) ^ v[2];
    v[0] += v[3];
    v[3] = rotate(v[3], 21) ^ v[0];
    v[2] += v[1];
    v[1] = rotate(v[1], 17) ^ v[2];
    v[2] = rotate(v[2], 32);
}

/* Aumasson and Bernstein, "SipHash: a fast short-input PRF", with one round a word and three at the end. */
uint64_t a3_hash64(const void *data, size_t size)
{
    const uint8_t *p = data;
    const uint64_t k0 = UINT64_C(0x6162693374206e61), k1 = UINT64_C(0x6d6520696e646578);
    uint64_t v[4] = {k0 ^ UINT64_C(0x736f6d6570736575), k1 ^ UINT64_C(0x646f72616e646f6d),
                     k0 ^ UINT64_C(0x6c7967656e657261), k1 ^ UINT64_C(0x7465646279746573)};
    uint64_t word;
    for (size_t left = size; left >= 8; left -= 8, p += 8) {
        word = a3_load(p, 8, false);
        v[3] ^= word;
        sip_round(v);
        v[0] ^= word;
    }
    word = (uint64_t)size << 56 | (size % 8 ? a3_load(p, (unsigned)(size % 8), false) : 0);
    v[3] ^= word;
    sip_round(v);
    v[0] ^= word;
    v[2] ^= 0xff;
    for (int i = 0; i < 3; i++)
        sip_round(v);
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}

uint32_t a3_crc32(uint32_t crc, a3_span bytes) { return bytes.size ? libdeflate_crc32(crc, bytes.data, bytes.size) : crc; }

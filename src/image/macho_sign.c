/* SPDX-License-Identifier: MIT */
/* The code signature's page hashes: what the kernel of an arm64 Mac compares before it runs a page. Who signed is not asked,
 * for ad hoc signatures serve. All big-endian. xnu's osfmk/kern/cs_blobs.h, bsd/kern/ubc_subr.c. */
#include "image/macho.h"

#include <inttypes.h>
#include <string.h>

#include "base/hash.h"

enum { SLOT_DIRECTORY = 0, SLOT_ALTERNATES = 0x1000, SLOT_ALTERNATES_END = 0x1005 };
#define MAGIC_SUPERBLOB 0xfade0cc0u
#define MAGIC_DIRECTORY 0xfade0c02u
enum { VERSION_LOWEST = 0x20001, VERSION_SCATTER = 0x20100, VERSION_LIMIT64 = 0x20300, VERSION_HIGHEST = 0x2f000 };

static const char what[] = "code signature";

/* The kernel believes the directory of the best hash, and only that. */
typedef struct hash_type {
    a3_hash_kind kind;
    uint8_t size; /* bytes kept of the digest */
    uint8_t rank;
    const char *name;
} hash_type;
static const hash_type hash_types[] = {
    [1] = {A3_HASH_SHA1, 20, 1, "sha1"},
    [2] = {A3_HASH_SHA256, 32, 3, "sha256"},
    [3] = {A3_HASH_SHA256, 20, 2, "truncated sha256"},
    [4] = {A3_HASH_SHA384, 48, 4, "sha384"},
};

typedef struct directory {
    uint64_t at; /* offset in the image */
    const hash_type *hash;
    a3_span hashes; /* of the pages */
    uint32_t pages;
    uint64_t limit; /* bytes of the image that are hashed */
    uint64_t page;  /* bytes */
} directory;

static bool refuse(a3_macho *m, a3_signature verdict, a3_status status, uint64_t at, const char *why)
{
    m->im->signature = verdict;
    a3_macho_fail(m, &m->im->signature_error, status, at, what, "%s", why);
    return false;
}

static bool unreadable(a3_macho *m, uint64_t at, const char *why)
{
    return refuse(m, A3_SIGNATURE_UNREADABLE, A3_MALFORMED, at, why);
}

/* A blob within the signature: magic, length, content. The cursor's window is the blob, its place behind the length. */
static bool open_blob(a3_macho *m, uint64_t offset, uint32_t magic, a3_cursor *out)
{
    a3_cursor c = a3_cursor_at(m->signature.bytes, offset, true);
    uint32_t found = a3_get32(&c), size = a3_get32(&c);
    a3_span window;
    if (!c.ok || size < 8 || !a3_span_sub(m->signature.bytes, offset, size, &window))
        return unreadable(m, m->signature.at + offset, "a blob does not fit into it");
    if (found != magic)
        return unreadable(m, m->signature.at + offset, "a blob has the wrong magic number");
    *out = a3_cursor_at(window, 8, true);
    return true;
}

static bool read_directory(a3_macho *m, uint64_t offset, directory *d)
{
    a3_cursor c;
    *d = (directory){.at = m->signature.at + offset};
    if (!open_blob(m, offset, MAGIC_DIRECTORY, &c))
        return false;
    uint32_t version = a3_get32(&c);
    a3_skip(&c, 4); /* flags */
    uint32_t hashes = a3_get32(&c);
    a3_skip(&c, 8); /* identifier, special slots */
    d->pages = a3_get32(&c);
    d->limit = a3_get32(&c);
    uint8_t hash_size = a3_get8(&c), type = a3_get8(&c);
    a3_skip(&c, 1); /* platform */
    uint8_t page_shift = a3_get8(&c);
    a3_skip(&c, 4);
    uint32_t scatter = version >= VERSION_SCATTER ? a3_get32(&c) : 0;
    if (version >= VERSION_LIMIT64) {
        a3_skip(&c, 8); /* team, spare */
        uint64_t limit = a3_get64(&c);
        d->limit = limit ? limit : d->limit;
    }
    if (!c.ok)
        return unreadable(m, d->at, "a code directory is smaller than its header");
    if (version < VERSION_LOWEST || version > VERSION_HIGHEST || scatter != 0)
        return refuse(m, A3_SIGNATURE_UNREADABLE, A3_UNSUPPORTED, d->at, "a code directory of a kind that we do not know");
    if (type >= sizeof hash_types / sizeof *hash_types || hash_types[type].size == 0)
        return refuse(m, A3_SIGNATURE_UNREADABLE, A3_UNSUPPORTED, d->at, "a code directory with unknown hashes");
    d->hash = &hash_types[type];
    if (hash_size != d->hash->size || page_shift > 31)
        return unreadable(m, d->at, "a code directory with impossible sizes");
    d->page = page_shift ? UINT64_C(1) << page_shift : UINT64_MAX; /* 0: all is one page */
    if (!a3_span_sub(c.in, hashes, (uint64_t)d->pages * hash_size, &d->hashes))
        return unreadable(m, d->at, "the page hashes do not fit into their code directory");
    return true;
}

/* The directory that counts; every one must be well-formed. */
static bool find_directory(a3_macho *m, directory *best)
{
    a3_cursor c;
    if (!m->signature.there || !open_blob(m, 0, MAGIC_SUPERBLOB, &c))
        return false;
    uint32_t count = a3_get32(&c);
    if (!c.ok || count > a3_left(&c) / 8)
        return unreadable(m, m->signature.at, "its list of blobs does not fit into it");
    *best = (directory){.hash = NULL};
    for (uint32_t i = 0; i < count; i++) {
        uint32_t slot = a3_get32(&c), offset = a3_get32(&c);
        if (slot != SLOT_DIRECTORY && (slot < SLOT_ALTERNATES || slot >= SLOT_ALTERNATES_END))
            continue;
        directory one;
        if (!read_directory(m, offset, &one))
            return false;
        if (best->hash == NULL || one.hash->rank > best->hash->rank)
            *best = one;
    }
    return best->hash != NULL || unreadable(m, m->signature.at, "it has no code directory");
}

/* All that is mapped as code or data must be hashed; the link-edit segment holds the signature itself. */
static bool covers(a3_macho *m, const directory *d)
{
    uint64_t pages = d->limit / d->page + (d->limit % d->page != 0);
    if (d->limit > m->im->bytes.size)
        return refuse(m, A3_SIGNATURE_INVALID, A3_MALFORMED, d->at, "it covers more bytes than there are");
    if (d->pages < pages) {
        m->im->signature = A3_SIGNATURE_INVALID;
        a3_macho_fail(m, &m->im->signature_error, A3_MALFORMED, d->at, what, "%" PRIu32 " hashes for %" PRIu64 " pages",
                      d->pages, pages);
        return false;
    }
    for (size_t i = 0; i < m->segments.count; i++) {
        const a3_macho_segment *s = &m->segments.items[i];
        if (strcmp(s->name, "__LINKEDIT") == 0 || s->file.size == 0 || s->offset + s->file.size <= d->limit)
            continue;
        m->im->signature = A3_SIGNATURE_INVALID;
        a3_macho_fail(m, &m->im->signature_error, A3_MALFORMED, d->at, what, "it ends at 0x%" PRIx64 ", within segment %s",
                      m->im->offset + d->limit, s->name);
        return false;
    }
    return true;
}

static bool check_page(a3_macho *m, const directory *d, uint32_t index)
{
    uint64_t from = index * d->page;
    uint64_t size = d->limit - from < d->page ? d->limit - from : d->page;
    uint8_t digest[A3_HASH_MAX];
    a3_span page;
    a3_span_sub(m->im->bytes, from, size, &page); /* within: limit was compared with the size */
    a3_hash(d->hash->kind, page, digest);
    if (memcmp(digest, d->hashes.data + (size_t)index * d->hash->size, d->hash->size) == 0)
        return true;
    m->im->signature = A3_SIGNATURE_INVALID;
    a3_macho_fail(m, &m->im->signature_error, A3_MALFORMED, from, what, "page %" PRIu32 " (0x%" PRIx64
                  " bytes) does not have the %s that was signed", index, size, d->hash->name);
    return false;
}

void a3_macho_check_signature(a3_image *im)
{
    a3_macho *m = im->priv;
    directory d;
    if (im->signature == A3_SIGNATURE_NONE || m->signature_checked)
        return;
    m->signature_checked = true;
    if (!find_directory(m, &d) || !covers(m, &d))
        return;
    for (uint32_t i = 0; i * d.page < d.limit; i++)
        if (!check_page(m, &d, i))
            return;
    im->signature = A3_SIGNATURE_VALID;
}

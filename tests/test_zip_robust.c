/* SPDX-License-Identifier: MIT */
/* Hostile archives: bombs, lies about counts and sizes, cut and poked files, no memory. Everything ends, soon, with an answer. */
#include <stdlib.h>
#include <time.h>

#include "zipcheck.h"

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* Opens and unpacks everything; what comes of it does not matter here. */
static a3_status use(a3_span file, const a3_limits *limits, size_t *faults)
{
    a3_arena arena;
    a3_container zip;
    a3_err err = A3_ERR_INIT;
    a3_arena_init(&arena, (size_t)limits->arena);
    a3_status status = a3_zip_open(file, limits, &arena, &zip, &err);
    assert_true((status == A3_OK) == (err.status == A3_OK));
    assert_true(status == A3_OK || err.message[0] != '\0');
    a3_reader reader = A3_READER_INIT;
    for (size_t i = 0; status == A3_OK && i < zip.count; i++) {
        a3_span out;
        a3_err one = A3_ERR_INIT;
        a3_member_read(&zip, &zip.members[i], &reader, limits, &out, &one);
        assert_int_equal(strlen(zip.members[i].name) <= zip.members[i].name_size, 1);
    }
    *faults = zip.fault_count;
    a3_reader_free(&reader);
    a3_arena_free(&arena);
    return status;
}

/* A copy that ends where its block ends, so that a sanitizer sees one byte too many. */
static a3_span exact(const void *data, size_t size, void **block)
{
    *block = malloc(size ? size : 1);
    assert_non_null(*block);
    memcpy(*block, data, size);
    return (a3_span){*block, size};
}

static zm_zip *with_everything(void)
{
    zm_zip *zip = good_zip();
    zm_add_text(zip, "pkg/sub/", "");
    zm_add_dist_info(zip, "pkg", "1.0", "cp315-abi3.abi3t-linux_x86_64");
    zm_set_descriptor(zip, entry_of(zip, 2), true, false);
    zm_entry *b = entry_of(zip, 1);
    static const uint8_t sizes[16] = {0x58, 2, 0, 0, 0, 0, 0, 0, 9};
    b->local.extra = b->central.extra = zm_extra(zip, (a3_span){NULL, 0}, 1, sizes, 16);
    zm_set_sizes(b, 0xffffffff, 0xffffffff);
    zip->end64.write = true;
    zip->end.comment = zm_text(zip, "comment");
    return zip;
}

static void cut_at_every_length(void **state)
{
    (void)state;
    zm_zip *zip = with_everything();
    a3_buf file = zm_build(zip);
    zm_free(zip);
    a3_limits limits = A3_LIMITS_DEFAULT;
    for (size_t size = 0; size <= file.size; size++) {
        void *block;
        size_t faults;
        a3_status status = use(exact(file.data, size, &block), &limits, &faults);
        /* Without the comment, or part of it, zipfile still opens it */
        if (size < file.size - 7)
            assert_int_equal(status, size < 4 ? A3_NOT_MINE : A3_MALFORMED);
        else
            assert_int_equal(status, A3_OK);
        if (status == A3_OK && size < file.size)
            assert_true(faults > 1); /* the descriptor, and the comment */
        free(block);
    }
    a3_buf_free(&file);
}

static void cut_files_say_where(void **state)
{
    (void)state;
    a3_limits limits = A3_LIMITS_DEFAULT;
    zm_zip *zip = good_zip();
    a3_buf file = zm_build(zip);
    zm_free(zip);
    static const struct { size_t size; uint64_t offset; const char *message; } cuts[] = {
        {0x54, 0x2c, "cut short at 0x54: the member whose local header is at 0x2c has 9 bytes of data, of which 1 are there, "
                     "and there is no end of central directory record"},
        {0x30, 0x30, "cut short at 0x30: there is no end of central directory record behind the records that go to 0x2c"},
        {0x100, 0x100, "cut short at 0x100: there is no end of central directory record behind the records that go to 0x88"},
    };
    for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++) {
        a3_arena arena;
        a3_container out;
        a3_err err = A3_ERR_INIT;
        a3_arena_init(&arena, 1 << 20);
        assert_int_equal(a3_zip_open((a3_span){(const uint8_t *)file.data, cuts[i].size}, &limits, &arena, &out, &err), A3_MALFORMED);
        assert_string_equal(err.message, cuts[i].message);
        assert_int_equal(err.offset, cuts[i].offset);
        a3_arena_free(&arena);
    }
    a3_buf_free(&file);
}

/* xorshift64 (Marsaglia): the same pokes on every run */
static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    return *state ^= *state << 17;
}

static void poked(void **state)
{
    (void)state;
    zm_zip *zip = with_everything();
    a3_buf file = zm_build(zip);
    zm_free(zip);
    a3_limits limits = A3_LIMITS_DEFAULT;
    limits.member_size = 1 << 20;
    static const uint8_t values[] = {0, 1, 0x7f, 0x80, 0xff, 'P', 'K', 8};
    uint64_t random = 20260101;
    for (int round = 0; round < 3000; round++) {
        void *block;
        a3_span copy = exact(file.data, file.size, &block);
        for (unsigned i = 0; i <= round % 4u; i++) {
            uint64_t r = next_random(&random);
            ((uint8_t *)block)[r % copy.size] = r >> 60 & 1 ? values[r >> 40 & 7] : (uint8_t)(r >> 32);
        }
        size_t faults;
        use(copy, &limits, &faults);
        free(block);
    }
    a3_buf_free(&file);
}

/* Every field of every header in turn takes every extreme value. */
static void every_byte_extreme(void **state)
{
    (void)state;
    zm_zip *zip = with_everything();
    a3_buf file = zm_build(zip);
    zm_free(zip);
    a3_limits limits = A3_LIMITS_DEFAULT;
    limits.member_size = 1 << 20;
    for (size_t at = 0; at + 4 <= file.size; at++) {
        void *block;
        a3_span copy = exact(file.data, file.size, &block);
        size_t faults;
        memset((uint8_t *)block + at, 0xff, 4);
        use(copy, &limits, &faults);
        memset((uint8_t *)block + at, 0, 4);
        use(copy, &limits, &faults);
        free(block);
    }
    a3_buf_free(&file);
}

static void bombs(void **state)
{
    (void)state;
    enum { SIZE = 70 << 20 };
    void *zeros = calloc(1, SIZE);
    assert_non_null(zeros);
    zm_zip *zip = zm_new();
    zm_add_deflated(zip, "bomb", zeros, SIZE);
    opened o;
    open_built(&o, zip);
    assert_int_equal(o.zip.fault_count, 1);
    assert_int_equal(o.zip.faults[0].code, A3_ZIP_BOMB);
    assert_int_equal(o.zip.faults[0].flags, R);
    assert_string_equal(o.zip.faults[0].server, "File exceeds compression ratio of 50");
    a3_reader reader = A3_READER_INIT; /* it is within our own limits, and unpacks */
    a3_limits limits = A3_LIMITS_DEFAULT;
    a3_span out;
    assert_int_equal(a3_member_read(&o.zip, &o.zip.members[0], &reader, &limits, &out, NULL), A3_OK);
    a3_reader_free(&reader);
    close_opened(&o);
    zip = zm_new(); /* below 64 MiB the ratio does not count */
    zm_add_deflated(zip, "no bomb", zeros, 64 << 20);
    check_clean(zip);
    free(zeros);
    zip = zm_new(); /* a claim is enough */
    zm_set_sizes(zm_add_text(zip, "claim", "x"), 1, 0xf0000000);
    zm_set_method(entry_of(zip, 0), 8);
    open_built(&o, zip);
    assert_int_equal(o.zip.faults[0].code, A3_ZIP_BOMB);
    close_opened(&o);
}

/* Of a bomb no more is unpacked than one member may have; what the headers say alone costs nothing; the metadata come first. */
static void bomb_work(void **state)
{
    (void)state;
    opened o;
    zm_zip *zip = zm_new();
    size_t size = 32 << 20;
    void *zeros = calloc(1, size);
    assert_non_null(zeros);
    for (unsigned i = 0; i < 4; i++)
        zm_add_deflated(zip, (const char *const[]){"a", "b", "c", "d.dist-info/WHEEL"}[i], zeros, size);
    free(zeros);
    zm_set_sizes(zm_add_text(zip, "claim", "x"), 1, 0xf0000000);
    zm_set_method(entry_of(zip, 4), 8);
    a3_limits limits = A3_LIMITS_DEFAULT;
    limits.member_size = 65 << 20;
    open_within(&o, zip, &limits);
    assert_int_equal(o.zip.faults[0].code, A3_ZIP_BOMB);
    assert_string_equal(o.zip.faults[1].text, "the members have 4160749568 bytes unpacked, the limit is 68157440: 2 of them are not unpacked");
    static const bool beyond[] = {false, true, true, false, false};
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(o.zip.members[i].beyond, beyond[i]);
    close_opened(&o);
}

static void total_limit(void **state)
{
    (void)state;
    zm_zip *zip = good_zip();
    a3_buf file = zm_build(zip);
    zm_free(zip);
    a3_limits limits = A3_LIMITS_DEFAULT;
    limits.total_size = 609;
    a3_arena arena;
    a3_container out;
    a3_arena_init(&arena, 1 << 20);
    assert_int_equal(a3_zip_open(zm_span(&file), &limits, &arena, &out, NULL), A3_OK);
    assert_int_equal(out.fault_count, 1);
    assert_int_equal(out.faults[0].code, A3_ZIP_LIMIT);
    assert_string_equal(out.faults[0].text, "the members have 610 bytes unpacked, the limit is 609: 1 of them are not unpacked");
    assert_true(!out.members[1].beyond && out.members[2].beyond);
    a3_reader reader = A3_READER_INIT;
    a3_span bytes;
    assert_int_equal(a3_member_read(&out, &out.members[2], &reader, &limits, &bytes, NULL), A3_LIMIT);
    assert_int_equal(reader.code, A3_ZIP_LIMIT);
    a3_reader_free(&reader);
    limits = A3_LIMITS_DEFAULT;
    limits.members = 2;
    a3_err err = A3_ERR_INIT;
    assert_int_equal(a3_zip_open(zm_span(&file), &limits, &arena, &out, &err), A3_LIMIT);
    assert_string_equal(err.message, "more than 2 members");
    assert_int_equal(out.faults[0].code, A3_ZIP_LIMIT);
    a3_arena_free(&arena);
    a3_buf_free(&file);
}

enum { MANY = 70000 };

static zm_zip *many_members(bool zip64)
{
    zm_zip *zip = zm_new();
    for (int i = 0; i < MANY; i++) {
        char name[32];
        snprintf(name, sizeof name, "pkg/%d.txt", i);
        zm_add_text(zip, name, "");
    }
    zip->end64.write = zip64;
    return zip;
}

static void many(void **state)
{
    (void)state;
    check_clean(many_members(true));
    zm_zip *zip = many_members(false); /* the count does not fit */
    zip->end.here = zip->end.total = MANY & 0xffff;
    opened o;
    open_built(&o, zip);
    assert_int_equal(o.zip.count, MANY);
    assert_string_equal(o.zip.faults[0].text, "the end record counts 4464 entries, the central directory has 70000");
    assert_string_equal(o.zip.faults[0].server, "Mismatched central directory records");
    assert_non_null(a3_container_find(&o.zip, "pkg/69999.txt", 13));
    close_opened(&o);
    zip = many_members(true); /* a fault each: the list is cut, and says so */
    for (int i = 0; i < MANY; i++)
        entry_of(zip, (size_t)i)->central.external = 0120777u << 16;
    open_built(&o, zip);
    assert_int_equal(o.zip.fault_count, 1001);
    assert_string_equal(o.zip.faults[1000].text, "69000 more faults of this kind are not listed");
    assert_int_equal(o.zip.faults[1000].code, A3_ZIP_SYMLINK);
    close_opened(&o);
}

/* What would be slow if anything were quadratic. */
static void hostile_shapes_take_linear_time(void **state)
{
    (void)state;
    double start = seconds();
    zm_zip *zip = zm_new(); /* one name for all */
    for (int i = 0; i < 30000; i++)
        zm_add_text(zip, "same", "");
    zip->end64.write = true;
    opened o;
    open_built(&o, zip);
    close_opened(&o);
    zip = zm_new(); /* all at one local header */
    for (int i = 0; i < 30000; i++) {
        char name[16];
        snprintf(name, sizeof name, "%08d", i);
        zm_entry *e = zm_add_text(zip, name, "");
        if (i > 0)
            e->local.omit = true;
        e->central.offset = 0;
    }
    open_built(&o, zip);
    close_opened(&o);
    zip = zm_new(); /* names of 60 KiB that differ in their last byte, and are nothing but separators */
    char *deep = malloc(60001);
    assert_non_null(deep);
    for (int i = 0; i < 500; i++) {
        for (int j = 0; j < 60000; j += 2)
            memcpy(deep + j, j % 4 ? "/." : "/a", 2);
        snprintf(deep + 59990, 11, "%010d", i);
        zm_add_text(zip, deep, "");
    }
    free(deep);
    open_built(&o, zip);
    assert_int_equal(o.zip.count, 500);
    close_opened(&o);
    zip = zm_new(); /* local headers that nobody lists */
    for (int i = 0; i < 30000; i++)
        zm_add_text(zip, "unlisted", "")->central.omit = true;
    open_built(&o, zip);
    close_opened(&o);
    assert_true(seconds() - start < 20);
}

static void lying_counts(void **state)
{
    (void)state;
    zm_zip *zip = good_zip();
    zip->end64.write = true;
    zip->end64.here = zip->end64.total = INT64_MAX;
    zip->end.here = zip->end.total = 0xffff;
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, R, 0x179, NULL,
                       "the end record counts 9223372036854775807 entries, the central directory has 3",
                       "Mismatched central directory records"});
    const int64_t lies[] = {-1, INT64_MAX, (int64_t)1 << 32, 0x1000};
    for (size_t i = 0; i < sizeof lies / sizeof *lies; i++) {
        zip = good_zip();
        zip->end64.write = true;
        zip->end64.size = lies[i];
        opened o;
        open_built(&o, zip);
        assert_int_equal(o.status, A3_MALFORMED);
        close_opened(&o);
        zip = good_zip();
        zip->end64.write = true;
        zip->end64.offset = lies[i];
        open_built(&o, zip);
        assert_int_equal(o.status, A3_OK);
        assert_true(o.zip.fault_count > 0);
        close_opened(&o);
    }
    /* ZIP64 sizes of 2^63 and more */
    static const uint8_t huge[24] = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff,
                                     0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff};
    zip = good_zip();
    zm_entry *b = entry_of(zip, 1);
    b->local.extra = b->central.extra = zm_extra(zip, (a3_span){NULL, 0}, 1, huge, 24);
    zm_set_sizes(b, 0xffffffff, 0xffffffff);
    b->central.offset = 0xffffffff;
    opened o;
    open_built(&o, zip);
    assert_int_equal(o.status, A3_OK);
    assert_true(o.zip.members[1].unreadable);
    close_opened(&o);
}

static void small_arenas(void **state)
{
    (void)state;
    zm_zip *zip = with_everything();
    a3_buf file = zm_build(zip);
    zm_free(zip);
    a3_limits limits = A3_LIMITS_DEFAULT;
    bool enough = false;
    for (size_t cap = 0; cap < 20000; cap += 16) {
        a3_arena arena;
        a3_container out;
        a3_err err = A3_ERR_INIT;
        a3_arena_init(&arena, cap);
        a3_status status = a3_zip_open(zm_span(&file), &limits, &arena, &out, &err);
        assert_true(status == A3_NOMEM || status == A3_OK);
        assert_true(status == A3_OK || strncmp(err.message, "out of memory", 13) == 0);
        enough = enough || status == A3_OK;
        a3_arena_free(&arena);
    }
    assert_true(enough);
    a3_buf_free(&file);
}

/* A stored member whose data holds a tar checksum where tar looks for it, over the 512 bytes that the file begins with. */
static void polyglot(void **state)
{
    (void)state;
    char block[600] = {0};
    zm_zip *zip = zm_new();
    zm_add(zip, "a", block, sizeof block);
    a3_buf file = zm_build(zip);
    zm_free(zip);
    unsigned sum = ' ' * 8;
    for (size_t i = 0; i < 512; i++)
        sum += i >= 148 && i < 156 ? 0 : (unsigned char)file.data[i];
    snprintf(file.data + 148, 7, "%06o", sum & 0777777);
    for (int good = 1; good >= 0; good--) {
        a3_limits limits = A3_LIMITS_DEFAULT;
        a3_arena arena;
        a3_container out;
        a3_arena_init(&arena, 1 << 20);
        assert_int_equal(a3_zip_open(zm_span(&file), &limits, &arena, &out, NULL), A3_OK);
        assert_int_equal(out.fault_count > 0, good);
        if (good) {
            assert_string_equal(out.faults[0].text, "the file is a tar archive too");
            assert_int_equal(out.faults[0].flags, R);
        }
        a3_arena_free(&arena);
        file.data[500]++; /* the sum is wrong now */
    }
    a3_buf_free(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cut_at_every_length), cmocka_unit_test(cut_files_say_where), cmocka_unit_test(poked),
        cmocka_unit_test(every_byte_extreme), cmocka_unit_test(bombs), cmocka_unit_test(bomb_work), cmocka_unit_test(total_limit), cmocka_unit_test(many),
        cmocka_unit_test(hostile_shapes_take_linear_time), cmocka_unit_test(lying_counts), cmocka_unit_test(small_arenas),
        cmocka_unit_test(polyglot),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

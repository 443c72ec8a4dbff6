/* SPDX-License-Identifier: MIT */
/* Unpacking members; archives other than ZIP; files. */
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "zipcheck.h"

/* Frees `made`; reads its member `i` and checks what comes of it. */
static void check_read(zm_zip *made, size_t i, a3_status status, a3_zip_code code, const char *message, const char *content)
{
    opened o;
    open_built(&o, made);
    assert_int_equal(o.status, A3_OK);
    a3_limits limits = A3_LIMITS_DEFAULT;
    a3_reader reader = A3_READER_INIT;
    a3_err err = A3_ERR_INIT;
    a3_span out;
    a3_status got = a3_member_read(&o.zip, &o.zip.members[i], &reader, &limits, &out, &err);
    assert_string_equal(err.message, message);
    assert_int_equal(got, status);
    if (status != A3_OK)
        assert_int_equal(reader.code, code);
    if (content != NULL)
        assert_true(a3_span_is(out, content));
    else
        assert_int_equal(out.size, 0);
    a3_reader_free(&reader);
    close_opened(&o);
}

static void good_members(void **state)
{
    (void)state;
    char letters[601];
    memset(letters, 'a', 600);
    letters[600] = '\0';
    check_read(good_zip(), 0, A3_OK, 0, "", "hello");
    check_read(good_zip(), 1, A3_OK, 0, "", letters);
    zm_zip *zip = zm_new();
    zm_add_deflated(zip, "empty", "", 0);
    check_read(zip, 0, A3_OK, 0, "", "");
    zip = zm_new();
    zm_add_text(zip, "empty", "");
    check_read(zip, 0, A3_OK, 0, "", "");
    zip = zm_new(); /* deflated, they say, and nothing there */
    zm_set_method(zm_add_text(zip, "empty", ""), 8);
    check_read(zip, 0, A3_OK, 0, "", "");
    zip = good_zip();
    zm_set_descriptor(zip, entry_of(zip, 1), true, false);
    check_read(zip, 1, A3_OK, 0, "", letters);
}

static void damaged_members(void **state)
{
    (void)state;
    zm_zip *zip = good_zip();
    entry_of(zip, 0)->local.crc = entry_of(zip, 0)->central.crc = 1;
    check_read(zip, 0, A3_MALFORMED, A3_ZIP_CRC, "CRC 0x3610a686, the central directory says 0x00000001", "hello");
    zip = good_zip();
    zm_set_sizes(entry_of(zip, 1), 9, 599);
    check_read(zip, 1, A3_MALFORMED, A3_ZIP_CRC, "the data unpacks to more than the 599 bytes that the central directory says", NULL);
    zip = good_zip();
    zm_set_sizes(entry_of(zip, 1), 9, 599);
    entry_of(zip, 1)->local.crc = entry_of(zip, 1)->central.crc = a3_crc32(0, (a3_span){entry_of(zip, 1)->content.data, 599});
    check_read(zip, 1, A3_MALFORMED, A3_ZIP_CONFUSION, "the data unpacks to more than the 599 bytes that the central directory says", NULL);
    zip = good_zip();
    zm_set_sizes(entry_of(zip, 1), 9, 601);
    check_read(zip, 1, A3_MALFORMED, A3_ZIP_CONFUSION, "the data unpacks to 600 bytes, the central directory says 601", NULL);
    zip = good_zip();
    zm_set_sizes(entry_of(zip, 1), 9, 1 << 20);
    check_read(zip, 1, A3_MALFORMED, A3_ZIP_CONFUSION, "the data unpacks to 600 bytes, the central directory says 1048576", NULL);
    zip = good_zip();
    entry_of(zip, 1)->packed = zm_bytes(zip, "\7\0\0\0\0\0\0\0\0", 9);
    check_read(zip, 1, A3_MALFORMED, A3_ZIP_CRC, "the deflated data is damaged or cut short", NULL);
    zip = good_zip();
    entry_of(zip, 0)->central.size = 4;
    check_read(zip, 0, A3_MALFORMED, A3_ZIP_CRC, "stored, but 4 bytes unpacked and 5 packed", NULL);
    zip = good_zip();
    zm_set_flags(entry_of(zip, 1), 1);
    check_read(zip, 1, A3_UNSUPPORTED, A3_ZIP_ENCRYPTED, "encrypted", NULL);
    zip = good_zip();
    entry_of(zip, 1)->local.signature ^= 1;
    check_read(zip, 1, A3_MALFORMED, A3_ZIP_FRAMING, "its local header or data is not where the central directory says", NULL);
}

/* Data behind the deflate stream, within the member: nobody unpacks it. */
static void hidden_data(void **state)
{
    (void)state;
    zm_zip *zip = good_zip();
    zm_entry *b = entry_of(zip, 1);
    char packed[9 + 6], letters[601];
    memcpy(packed, b->packed.data, 9);
    memcpy(packed + 9, "hidden", 6);
    memset(letters, 'a', 600);
    letters[600] = '\0';
    b->packed = zm_bytes(zip, packed, sizeof packed);
    zm_set_sizes(b, sizeof packed, 600);
    check_read(zip, 1, A3_MALFORMED, A3_ZIP_CONFUSION, "the deflated data ends 6 bytes before the member does", letters);
}

static void other_methods(void **state)
{
    (void)state;
    /* bzip2 of "hello bzip2\n" */
    static const uint8_t bzip2[] = {
        0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59, 0xab, 0x6b, 0xa1, 0xf1, 0x00, 0x00, 0x02, 0xd9, 0x80, 0x00,
        0x10, 0x40, 0x00, 0x10, 0x00, 0x12, 0x64, 0xc0, 0x10, 0x20, 0x00, 0x31, 0x00, 0xd3, 0x4d, 0x04, 0x00, 0x1e, 0xa3, 0xef,
        0x4e, 0x51, 0xa2, 0x07, 0x8b, 0xb9, 0x22, 0x9c, 0x28, 0x48, 0x55, 0xb5, 0xd0, 0xf8, 0x80};
    zm_zip *zip = zm_new();
    zm_entry *e = zm_add_text(zip, "a", "hello bzip2\n");
    e->packed = zm_bytes(zip, bzip2, sizeof bzip2);
    zm_set_method(e, 12);
    zm_set_sizes(e, sizeof bzip2, 12);
    check_read(zip, 0, A3_OK, 0, "", "hello bzip2\n");
    zip = good_zip();
    zm_set_method(entry_of(zip, 1), 77);
    opened o;
    open_built(&o, zip);
    a3_limits limits = A3_LIMITS_DEFAULT;
    a3_reader reader = A3_READER_INIT;
    a3_err err = A3_ERR_INIT;
    a3_span out;
    assert_int_equal(a3_member_read(&o.zip, &o.zip.members[1], &reader, &limits, &out, &err), A3_UNSUPPORTED);
    assert_int_equal(reader.code, A3_ZIP_METHOD);
    assert_true(strncmp(err.message, "compression method 77: ", 23) == 0);
    a3_reader_free(&reader);
    close_opened(&o);
}

static void read_limits(void **state)
{
    (void)state;
    opened o;
    open_built(&o, good_zip());
    a3_limits limits = A3_LIMITS_DEFAULT;
    a3_reader reader = A3_READER_INIT;
    a3_err err = A3_ERR_INIT;
    a3_span out;
    limits.member_size = 599;
    assert_int_equal(a3_member_read(&o.zip, &o.zip.members[1], &reader, &limits, &out, &err), A3_LIMIT);
    assert_string_equal(err.message, "600 bytes unpacked, the limit is 599");
    assert_int_equal(reader.code, A3_ZIP_LIMIT);
    a3_err_reset(&err);
    limits = A3_LIMITS_DEFAULT;
    limits.ratio = 50;
    limits.ratio_floor = 599;
    assert_int_equal(a3_member_read(&o.zip, &o.zip.members[1], &reader, &limits, &out, &err), A3_LIMIT);
    assert_string_equal(err.message, "600 bytes unpacked are more than 50 times the packed size");
    limits.ratio_floor = 600;
    assert_int_equal(a3_member_read(&o.zip, &o.zip.members[1], &reader, &limits, &out, NULL), A3_OK);
    a3_reader_free(&reader);
    close_opened(&o);
}

/* ---- streams ------------------------------------------------------------------------------------------------------- */

typedef struct seen {
    a3_buf text;
    unsigned stop_after;
    unsigned count;
} seen;

static bool note(void *context, const a3_entry *e)
{
    seen *s = context;
    a3_buf_printf(&s->text, "%o %s", e->mode, e->name);
    if (e->target != NULL)
        a3_buf_printf(&s->text, " -> %s", e->target);
    if (e->bytes.size > 0)
        a3_buf_printf(&s->text, " %.*s", (int)e->bytes.size, (const char *)e->bytes.data);
    a3_buf_char(&s->text, ';');
    return ++s->count != s->stop_after;
}

/* One ustar header with its content (POSIX.1-1988). */
static void add_tar(a3_buf *out, const char *name, char type, const char *target, const char *content)
{
    char block[512] = {0};
    size_t size = strlen(content);
    snprintf(block, 100, "%s", name);
    snprintf(block + 100, 8, "%07o", type == '5' ? 0755u : 0644u);
    snprintf(block + 124, 12, "%011o", (unsigned)size);
    snprintf(block + 136, 12, "%011o", 0u);
    memset(block + 148, ' ', 8);
    block[156] = type;
    snprintf(block + 157, 100, "%s", target);
    memcpy(block + 257, "ustar\00000", 8);
    unsigned sum = 0;
    for (size_t i = 0; i < sizeof block; i++)
        sum += (unsigned char)block[i];
    snprintf(block + 148, 8, "%06o", sum & 0777777);
    a3_buf_add(out, block, sizeof block);
    memset(block, 0, sizeof block);
    a3_buf_add(out, content, size);
    a3_buf_add(out, block, (512 - size % 512) % 512);
}

static a3_buf make_tar(void)
{
    a3_buf out = A3_BUF_INIT;
    add_tar(&out, "pkg/", '5', "", "");
    add_tar(&out, "pkg/a.txt", '0', "", "hello");
    add_tar(&out, "pkg/link", '2', "a.txt", "");
    add_tar(&out, "pkg/hard", '1', "pkg/a.txt", "");
    add_tar(&out, "pkg/empty", '0', "", "");
    char end[1024] = {0};
    a3_buf_add(&out, end, sizeof end);
    return out;
}

static const char tar_contents[] = "40755 pkg/;100644 pkg/a.txt hello;120644 pkg/link -> a.txt;100644 pkg/hard -> pkg/a.txt;"
                                   "100644 pkg/empty;";

static void check_stream(a3_span bytes, const a3_limits *limits, unsigned stop_after, a3_status status, const char *message,
                         const char *want)
{
    seen s = {A3_BUF_INIT, stop_after, 0};
    a3_err err = A3_ERR_INIT;
    a3_status got = a3_archive_each(bytes, limits, note, &s, &err);
    if (message != NULL)
        assert_string_equal(err.message, message);
    assert_int_equal(got, status);
    if (want != NULL)
        assert_string_equal(a3_buf_text(&s.text), want);
    a3_buf_free(&s.text);
}

static void tar(void **state)
{
    (void)state;
    a3_buf file = make_tar();
    a3_limits limits = A3_LIMITS_DEFAULT;
    assert_int_equal(a3_container_detect(zm_span(&file)), A3_CONTAINER_TAR);
    check_stream(zm_span(&file), &limits, 0, A3_OK, "", tar_contents);
    check_stream(zm_span(&file), &limits, 2, A3_OK, "", "40755 pkg/;100644 pkg/a.txt hello;");
    limits.members = 2;
    check_stream(zm_span(&file), &limits, 0, A3_LIMIT, "more than 2 members", "40755 pkg/;100644 pkg/a.txt hello;");
    limits = A3_LIMITS_DEFAULT;
    limits.member_size = 4;
    check_stream(zm_span(&file), &limits, 0, A3_LIMIT, "member pkg/a.txt: more than 4 bytes unpacked", "40755 pkg/;");
    limits = A3_LIMITS_DEFAULT;
    limits.total_size = 4;
    check_stream(zm_span(&file), &limits, 0, A3_LIMIT, "member pkg/a.txt: more than 4 bytes unpacked in all", "40755 pkg/;");
    a3_buf_free(&file);
}

static void tar_cut_short(void **state)
{
    (void)state;
    a3_buf file = make_tar();
    a3_limits limits = A3_LIMITS_DEFAULT;
    for (size_t size = 513; size < file.size - 1024; size++) {
        seen s = {A3_BUF_INIT, 0, 0};
        a3_status status = a3_archive_each((a3_span){(const uint8_t *)file.data, size}, &limits, note, &s, NULL);
        assert_true(size % 512 == 0 || status == A3_MALFORMED); /* between entries, the end mark is missing, which tar forgives */
        a3_buf_free(&s.text);
    }
    a3_buf_free(&file);
}

/* gzip of the tar, as stored blocks (RFC 1951, 1952), so that no compressor is needed here. */
static a3_buf gzip(const a3_buf *in)
{
    a3_buf out = A3_BUF_INIT;
    a3_buf_add(&out, "\x1f\x8b\x08\0\0\0\0\0\0\xff", 10);
    a3_buf_char(&out, 1);
    a3_buf_le16(&out, (uint16_t)in->size);
    a3_buf_le16(&out, (uint16_t)~in->size);
    a3_buf_add(&out, in->data, in->size);
    a3_buf_le32(&out, a3_crc32(0, zm_span(in)));
    a3_buf_le32(&out, (uint32_t)in->size);
    return out;
}

static void compressed_tar(void **state)
{
    (void)state;
    a3_buf plain = make_tar(), packed = gzip(&plain);
    a3_limits limits = A3_LIMITS_DEFAULT;
    assert_int_equal(a3_container_detect(zm_span(&packed)), A3_CONTAINER_STREAM);
    check_stream(zm_span(&packed), &limits, 0, A3_OK, "", tar_contents);
    check_stream((a3_span){(const uint8_t *)packed.data, 1000}, &limits, 0, A3_MALFORMED, NULL, NULL);
    limits.ratio = 1;
    limits.ratio_floor = 0;
    limits.total_size = 3000;
    check_stream(zm_span(&packed), &limits, 0, A3_OK, "", tar_contents); /* 5 bytes of content: far below 1:1 */
    a3_buf_free(&plain);
    a3_buf_free(&packed);
}

/* Zstandard frame of raw blocks (RFC 8878): what is inside a conda package, without a compressor. */
static a3_buf zstd(const a3_buf *in)
{
    a3_buf out = A3_BUF_INIT;
    a3_buf_le32(&out, 0xfd2fb528);
    a3_buf_char(&out, (char)0xa0); /* single segment, content size of 4 bytes */
    a3_buf_le32(&out, (uint32_t)in->size);
    uint32_t header = (uint32_t)in->size << 3 | 0 << 1 | 1; /* raw, last */
    a3_buf_char(&out, (char)header);
    a3_buf_le16(&out, (uint16_t)(header >> 8));
    a3_buf_add(&out, in->data, in->size);
    return out;
}

static void conda(void **state)
{
    (void)state;
    a3_buf plain = make_tar(), packed = zstd(&plain);
    zm_zip *zip = zm_new();
    zm_add_text(zip, "metadata.json", "{\"conda_pkg_format_version\": 2}");
    zm_add(zip, "info-demo-1.0-0.tar.zst", packed.data, packed.size);
    zm_add(zip, "pkg-demo-1.0-0.tar.zst", packed.data, packed.size);
    opened o;
    open_built(&o, zip);
    assert_int_equal(o.zip.kind, A3_CONTAINER_CONDA);
    assert_int_equal(o.zip.fault_count, 0);
    a3_limits limits = A3_LIMITS_DEFAULT;
    a3_reader reader = A3_READER_INIT;
    a3_span inner;
    assert_int_equal(a3_member_read(&o.zip, &o.zip.members[2], &reader, &limits, &inner, NULL), A3_OK);
    assert_int_equal(a3_container_detect(inner), A3_CONTAINER_STREAM);
    check_stream(inner, &limits, 0, A3_OK, "", tar_contents);
    a3_reader_free(&reader);
    close_opened(&o);
    a3_buf_free(&plain);
    a3_buf_free(&packed);
}

static void no_archive(void **state)
{
    (void)state;
    a3_limits limits = A3_LIMITS_DEFAULT;
    check_stream((a3_span){(const uint8_t *)"hello", 5}, &limits, 0, A3_NOT_MINE, "unknown data: not one of the formats that are read", "");
    check_stream((a3_span){NULL, 0}, &limits, 0, A3_NOT_MINE, "unknown data: not one of the formats that are read", "");
    check_stream((a3_span){(const uint8_t *)"7z\xbc\xaf\x27\x1c", 6}, &limits, 0, A3_NOT_MINE, "7-Zip archive: not one of the formats that are read", "");
    a3_buf text = A3_BUF_INIT;
    a3_buf_str(&text, "no tar at all");
    a3_buf packed = gzip(&text);
    check_stream(zm_span(&packed), &limits, 0, A3_MALFORMED, "no tar archive can be read out of the gzip stream: Unrecognized archive format", "");
    a3_buf_free(&text);
    a3_buf_free(&packed);
}

static void kinds(void **state)
{
    (void)state;
    static const struct { const char *bytes; size_t size; a3_container_kind kind; const char *name; } known[] = {
        {"PK\3\4", 4, A3_CONTAINER_ZIP, "ZIP archive"},
        {"PK\5\6", 4, A3_CONTAINER_ZIP, "ZIP archive without members"},
        {"\xfd" "7zXZ\0", 6, A3_CONTAINER_STREAM, "xz stream"},
        {"BZh9", 4, A3_CONTAINER_STREAM, "bzip2 stream"},
        {"\x28\xb5\x2f\xfd", 4, A3_CONTAINER_STREAM, "Zstandard stream"},
        {"Rar!\x1a\x07\1", 7, A3_CONTAINER_OTHER, "RAR archive"},
        {"PK", 2, A3_CONTAINER_NONE, "unknown data"},
        {"", 0, A3_CONTAINER_NONE, "unknown data"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        a3_span bytes = {(const uint8_t *)known[i].bytes, known[i].size};
        assert_int_equal(a3_container_detect(bytes), known[i].kind);
        assert_string_equal(a3_container_format(bytes), known[i].name);
    }
    zm_zip *zip = good_zip();
    zip->prefix = zm_text(zip, "#!/bin/sh\n");
    a3_buf file = zm_build(zip);
    zm_free(zip);
    assert_int_equal(a3_container_detect(zm_span(&file)), A3_CONTAINER_ZIP);
    assert_string_equal(a3_container_format(zm_span(&file)), "ZIP archive behind other data");
    a3_buf_free(&file);
}

/* ---- files --------------------------------------------------------------------------------------------------------- */

static void map_files(void **state)
{
    (void)state;
    char path[] = "test_zip_read.XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    a3_mapped file;
    a3_err err = A3_ERR_INIT;
    assert_int_equal(a3_map_file(path, 10, &file, &err), A3_OK); /* empty */
    assert_int_equal(file.bytes.size, 0);
    a3_unmap(&file);
    static uint8_t bytes[200000];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (uint8_t)(i * 7 % 251);
    const size_t sizes[] = {1, 4095, 65535, 65536, 65537, sizeof bytes};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        assert_int_equal(pwrite(fd, bytes, sizes[i], 0), (ssize_t)sizes[i]);
        assert_int_equal(a3_map_file(path, 10, &file, &err), A3_OK); /* the limit is for streams */
        assert_int_equal(file.bytes.size, sizes[i]);
        assert_memory_equal(file.bytes.data, bytes, sizes[i]);
        assert_int_equal(file.map != NULL, sizes[i] >= 65536);
        a3_unmap(&file);
    }
    close(fd);
    unlink(path);
    assert_int_equal(a3_map_file(path, 10, &file, &err), A3_IO);
    assert_true(strstr(err.message, "cannot open test_zip_read.") == err.message);
    a3_err_reset(&err);
    assert_int_equal(a3_map_file(".", 10, &file, &err), A3_IO);
    assert_true(strstr(err.message, "cannot read .: ") == err.message);
    a3_unmap(&file);
}

static void map_pipes(void **state)
{
    (void)state;
    char path[64];
    int ends[2];
    a3_mapped file;
    a3_err err = A3_ERR_INIT;
    for (int limit = 4; limit <= 5; limit++) {
        assert_int_equal(pipe(ends), 0);
        snprintf(path, sizeof path, "/dev/fd/%d", ends[0]);
        assert_int_equal(write(ends[1], "hello", 5), 5);
        close(ends[1]);
        if (limit == 5) {
            assert_int_equal(a3_map_file(path, 5, &file, &err), A3_OK);
            assert_true(a3_span_is(file.bytes, "hello"));
            a3_unmap(&file);
        } else {
            assert_int_equal(a3_map_file(path, 4, &file, &err), A3_LIMIT);
            assert_true(strstr(err.message, ": more than 4 bytes") != NULL);
        }
        close(ends[0]);
        a3_err_reset(&err);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_members), cmocka_unit_test(damaged_members), cmocka_unit_test(hidden_data),
        cmocka_unit_test(other_methods), cmocka_unit_test(read_limits), cmocka_unit_test(tar), cmocka_unit_test(tar_cut_short),
        cmocka_unit_test(compressed_tar), cmocka_unit_test(conda),
        cmocka_unit_test(no_archive), cmocka_unit_test(kinds), cmocka_unit_test(map_files),
        cmocka_unit_test(map_pipes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

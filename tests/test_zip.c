/* SPDX-License-Identifier: MIT */
/* The framing of a ZIP: end records, central directory, local headers, what stands between them. */
#include "zipcheck.h"

static void good_ones(void **state)
{
    (void)state;
    check_clean(good_zip());
    check_clean(zm_new()); /* no members: an end record alone */
    zm_zip *zip = good_zip();
    zip->end.comment = zm_text(zip, "an archive may have a comment");
    check_clean(zip);
    zip = good_zip();
    zip->end64.write = true;
    check_clean(zip);
    zip = good_zip();
    zip->end64.write = true;
    zip->end.here = zip->end.total = 0xffff;
    zip->end.size = zip->end.offset = 0xffffffff;
    check_clean(zip);
    zip = good_zip();
    zm_add_dist_info(zip, "pkg", "1.0", "cp315-abi3.abi3t-linux_x86_64");
    check_clean(zip);
    zip = good_zip();
    zm_add_text(zip, "pkg/sub/", "");
    check_clean(zip);
    zip = good_zip(); /* the central directory in another order than the data */
    zm_entry *first = entry_of(zip, 0);
    zip->entries.items[0] = entry_of(zip, 2);
    zip->entries.items[2] = first;
    check_clean(zip);
}

static void members(void **state)
{
    (void)state;
    zm_zip *zip = good_zip();
    entry_of(zip, 1)->central.external = 0100755u << 16;
    entry_of(zip, 1)->central.time = 0x1234;
    entry_of(zip, 1)->central.extra = zm_extra(zip, (a3_span){NULL, 0}, 0x5455, "\1\0\0\0\0", 5);
    zip->end.comment = zm_text(zip, "hi");
    opened o;
    open_built(&o, zip);
    assert_int_equal(o.status, A3_OK);
    assert_int_equal(o.zip.kind, A3_CONTAINER_ZIP);
    assert_int_equal(o.zip.count, 3);
    assert_int_equal(o.zip.total_size, 610);
    assert_int_equal(o.zip.central_offset, 0x88);
    assert_true(a3_span_is(o.zip.comment, "hi"));
    const a3_member *m = a3_container_find(&o.zip, "pkg/b.txt", 9);
    assert_ptr_equal(m, &o.zip.members[1]);
    assert_string_equal(m->name, "pkg/b.txt");
    assert_int_equal(m->size, 600);
    assert_int_equal(m->packed, 9);
    assert_int_equal(m->method, 8);
    assert_int_equal(m->mode, 0100755);
    assert_int_equal(m->host, 3);
    assert_int_equal(m->dos_time, 0x211234);
    assert_int_equal(m->header_offset, 0x2c);
    assert_int_equal(m->data_offset, 0x2c + 30 + 9);
    assert_int_equal(m->central_extra.size, 9);
    assert_int_equal(m->local_extra.size, 0);
    assert_int_equal(a3_member_packed(&o.zip, m).size, 9);
    assert_false(m->is_directory || m->is_symlink || m->encrypted || m->unreadable);
    assert_null(a3_container_find(&o.zip, "pkg/b.tx", 8));
    assert_null(a3_container_find(&o.zip, "", 0));
    close_opened(&o);
}

static void mode_is_of_unix_hosts_only(void **state)
{
    (void)state;
    zm_zip *zip = good_zip();
    entry_of(zip, 0)->central.made = 20; /* FAT */
    entry_of(zip, 0)->central.external = 0120777u << 16;
    entry_of(zip, 1)->central.made = 19 << 8 | 20; /* macOS */
    opened o;
    open_built(&o, zip);
    assert_int_equal(o.zip.members[0].mode, 0);
    assert_false(o.zip.members[0].is_symlink);
    assert_int_equal(o.zip.members[1].mode, 0100644);
    close_opened(&o);
}

/* ---- not to be opened ---------------------------------------------------------------------------------------------- */

static void refused(void **state)
{
    (void)state;
    zm_zip *zip = zm_new();
    zip->end.omit = true;
    check_refused(zip, A3_NOT_MINE, 0, "the file is empty");
    zip = zm_new();
    zip->end.omit = true;
    zip->prefix = zm_text(zip, "%!PS");
    check_refused(zip, A3_NOT_MINE, 0, "no ZIP: neither its signature nor an end record");
    zip = good_zip();
    zip->end.omit = true;
    check_refused(zip, A3_MALFORMED, 0x12d, "cut short at 0x12d: there is no end of central directory record behind the "
                                            "records that go to 0x88");
    zip = good_zip();
    zip->end.size = 1000;
    check_refused(zip, A3_MALFORMED, 0x12d, "the end record at 0x12d says that 1000 bytes of central directory stand before it, "
                                            "which is more than there are");
    zip = good_zip();
    zip->end.size = 165 + 1;
    check_refused(zip, A3_MALFORMED, 0x87, "entry 1 of the central directory should be at 0x87, but its signature is not there "
                                           "(0x014b5064)");
    zip = good_zip();
    entry_of(zip, 1)->central.signature = 0x02014b51;
    check_refused(zip, A3_MALFORMED, 0xbf, "entry 2 of the central directory should be at 0xbf, but its signature is not there "
                                           "(0x02014b51)");
    zip = good_zip();
    zip->after_central = zm_bytes(zip, "PK\1\2 and more", 13);
    zip->end.size = 165 + 13;
    check_refused(zip, A3_MALFORMED, 0x12d, "the central directory is cut short: entry 4 at 0x12d has 13 of its 46 bytes");
    zip = good_zip();
    zip->end64.write = true;
    zip->end64.locator_disks = 2;
    check_refused(zip, A3_MALFORMED, 0x165, "the ZIP64 locator says that the archive spans 2 disks");
    zip = good_zip();
    zip->end64.write = zip->end64.omit_record = true;
    check_refused(zip, A3_MALFORMED, 0x12d, "the ZIP64 locator leads to 0x12d, but no ZIP64 end record is there");
}

/* ---- the end records ----------------------------------------------------------------------------------------------- */

static void end_record(void **state)
{
    (void)state;
    zm_zip *zip = good_zip();
    zip->trailing = zm_text(zip, "tail");
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, R, 0x143, NULL, "4 bytes stand behind the end of the archive", "Trailing data"});
    zip = good_zip();
    zip->end.comment = zm_text(zip, "comment");
    zip->end.comment_size = 9;
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, R, 0x12d, NULL, "the archive comment is 9 bytes long, of which 7 are there", "Trailing data"});
    zip = good_zip();
    zip->end.here = 2;
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, R, 0x12d, NULL, "the end record counts 2 entries on this disk and 3 in all",
                       "Malformed zip file"});
    zip = good_zip();
    zip->end.here = zip->end.total = 4;
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, R, 0x12d, NULL, "the end record counts 4 entries, the central directory has 3",
                       "Mismatched central directory records"});
    zip = good_zip();
    zip->end.disk = 1;
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, 0, 0x12d, NULL, "the end record names disks 1 and 0, but there is one file", NULL});
    zip = good_zip();
    zip->end.offset = 0x87;
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, R | I, 0x12d, NULL, "the end record says that the central directory is at 0x87, it is at 0x88",
                       "Mismatched central directory offset"});
    zip = good_zip();
    zip->end.offset = 0x89;
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, R | I, 0x12d, NULL, "the end record says that the central directory is at 0x89, it is at 0x88",
                       "Mismatched central directory offset"});
    zip = zm_new();
    zip->end.offset = 7;
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, R, 0, NULL, "the end record says that the central directory is at 0x7, it is at 0x0",
                       "Mismatched central directory offset"});
}

/* The ZIP64 end record is at 0x12d, its locator at 0x165, the end record at 0x179. */
static zm_zip *good_zip64(void)
{
    zm_zip *zip = good_zip();
    zip->end64.write = true;
    return zip;
}

static void zip64_end_record(void **state)
{
    (void)state;
    zm_zip *zip = good_zip64();
    zip->end64.extensible = zm_text(zip, "more");
    CHECK_FAULTS(zip,
                 {A3_ZIP_FRAMING, R | I, 0x12d, NULL, "the ZIP64 end record says that it is 48 bytes long, 44 are allowed",
                  "ZIP64 extensible data not allowed"},
                 {A3_ZIP_FRAMING, R | I, 0x12d, NULL, "4 bytes stand between the ZIP64 end record and its locator", NULL});
    zip = good_zip64();
    zip->end64.record_size = 45;
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, R | I, 0x12d, NULL, "the ZIP64 end record says that it is 45 bytes long, 44 are allowed",
                       "ZIP64 extensible data not allowed"});
    zip = good_zip64();
    zip->end64.locator_offset = 0x12c;
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, R | I, 0x165, NULL,
                       "the ZIP64 locator says 0x12c, but the central directory (offset 0x88, 165 bytes) does not end there",
                       "Corrupt zip64 end of central directory record"});
    zip = good_zip64();
    zip->end64.here = 1;
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, R, 0x12d, NULL, "the ZIP64 end record counts 1 entries on this disk and 3 in all",
                       "Malformed zip file"});
    zip = good_zip64();
    zip->end64.here = zip->end64.total = 2;
    zip->end.here = zip->end.total = 0xffff;
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, R, 0x179, NULL, "the end record counts 2 entries, the central directory has 3",
                       "Mismatched central directory records"});
    zip = good_zip64();
    zip->end64.central_disk = 1;
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, 0, 0x12d, NULL, "the ZIP64 end record names disks 0 and 1, but there is one file", NULL});
    zip = good_zip64();
    zip->end.size = 110; /* readers that ask the end record first find the directory elsewhere */
    CHECK_FAULTS(zip, {A3_ZIP_CONFUSION, I, 0x179, NULL,
                       "the size of the central directory is 110 in the end record, 165 in the ZIP64 end record", NULL});
}

static void prefix(void **state)
{
    (void)state;
    for (int counted = 0; counted < 2; counted++) { /* offsets with and without it */
        zm_zip *zip = good_zip();
        zip->prefix = zm_text(zip, "#!/bin/sh\n");
        zip->count_prefix = counted;
        opened o;
        open_built(&o, zip);
        assert_int_equal(o.zip.prefix, counted ? 0 : 10);
        assert_int_equal(o.zip.members[1].header_offset, 0x2c + 10);
        assert_int_equal(o.zip.fault_count > 0, 1);
        assert_string_equal(o.zip.faults[0].text, "10 bytes stand before the first record");
        assert_string_equal(o.zip.faults[0].server, "Unknown record signature");
        assert_int_equal(o.zip.faults[0].flags, R);
        a3_reader reader = A3_READER_INIT;
        a3_limits limits = A3_LIMITS_DEFAULT;
        a3_span content;
        assert_int_equal(a3_member_read(&o.zip, &o.zip.members[0], &reader, &limits, &content, NULL), A3_OK);
        assert_true(a3_span_is(content, "hello"));
        a3_reader_free(&reader);
        close_opened(&o);
    }
}

/* ---- the central directory ----------------------------------------------------------------------------------------- */

static void central_entry(void **state)
{
    (void)state;
    zm_zip *zip = good_zip();
    entry_of(zip, 1)->central.comment = zm_text(zip, "of an entry");
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, R, 0xbf, "pkg/b.txt", "the entry has a comment of 11 bytes", "Comment in central directory"});
    zip = good_zip();
    entry_of(zip, 1)->central.disk = 1;
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, 0, 0xbf, "pkg/b.txt", "the entry is said to be on disk 1", NULL});
    zip = good_zip();
    entry_of(zip, 1)->central.needed = 64;
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, E500 | I, 0xbf, "pkg/b.txt",
                       "version needed to extract is 6.4, 6.3 is the highest that CPython's zipfile reads", NULL});
    zip = good_zip();
    entry_of(zip, 1)->central.needed = 63;
    check_clean(zip);
    zip = good_zip();
    entry_of(zip, 2)->central.comment_size = 3;
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, R | I, 0xf6, "pkg/c.txt", "the entry goes beyond the end of the central directory",
                       "Comment in central directory"}); /* it asks for that before it reads on */
    zip = good_zip();
    entry_of(zip, 1)->central.extra = zm_bytes(zip, "UT\5\0\1", 5);
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, R | I, 0xbf, "pkg/b.txt",
                       "the central entry's extra field is ill-formed: a record goes beyond its end", NULL});
    zip = good_zip();
    entry_of(zip, 1)->central.extra = zm_bytes(zip, "\0\0\0", 3);
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, 0, 0xbf, "pkg/b.txt",
                       "the central entry's extra field is ill-formed: a record goes beyond its end", NULL});
    zip = good_zip();
    zm_set_sizes(entry_of(zip, 0), 5, 6);
    CHECK_FAULTS(zip, {A3_ZIP_CONFUSION, I, 0x88, "pkg/a.txt", "stored, but 6 bytes unpacked and 5 packed", NULL});
    zip = good_zip();
    zm_add_text(zip, "pkg/sub/", "data");
    CHECK_FAULTS(zip, {A3_ZIP_CONFUSION, 0, 0x157, "pkg/sub/", "a directory with 4 bytes of data", NULL});
}

static void methods_and_encryption(void **state)
{
    (void)state;
    zm_zip *zip = good_zip();
    zm_set_method(entry_of(zip, 1), 12);
    CHECK_FAULTS(zip, {A3_ZIP_METHOD, R, 0xbf, "pkg/b.txt",
                       "compression method 12, but stored (0) and deflated (8) are the only ones of a wheel",
                       "File does not use a supported compression type"});
    const uint16_t bits[] = {1 << 0, 1 << 5, 1 << 6};
    for (size_t i = 0; i < 3; i++) {
        char text[64];
        zip = good_zip();
        zm_set_flags(entry_of(zip, 1), bits[i]);
        snprintf(text, sizeof text, "the member is encrypted (flags 0x%04x)", bits[i]);
        CHECK_FAULTS(zip, {A3_ZIP_ENCRYPTED, I, 0xbf, "pkg/b.txt", text, NULL});
    }
    zip = good_zip(); /* a member that the index's server reads */
    zm_set_name(zip, entry_of(zip, 1), "pkg/b.py", 8);
    zm_set_flags(entry_of(zip, 1), 1);
    CHECK_FAULTS(zip, {A3_ZIP_ENCRYPTED, E500 | I, 0xbe, "pkg/b.py", "the member is encrypted (flags 0x0001)", NULL});
}

/* ---- local headers ------------------------------------------------------------------------------------------------- */

static void local_header(void **state)
{
    (void)state;
    zm_zip *zip = good_zip();
    zm_entry *b = entry_of(zip, 1);
    b->local.name = zm_text(zip, "pkg/x.txt");
    CHECK_FAULTS(zip,
                 {A3_ZIP_CONFUSION, R | I, 0x2c, "pkg/b.txt", "the local header calls it 'pkg/x.txt'", "Filename not in central directory"},
                 {A3_ZIP_CONFUSION, R | I, 0x2c, "pkg/b.txt", "readers that go from record to record meet no local header of this name",
                  "Missing filename in local headers"});
    zip = good_zip();
    entry_of(zip, 1)->local.method = 0;
    CHECK_FAULTS(zip, {A3_ZIP_CONFUSION, I, 0x2c, "pkg/b.txt",
                       "compression method 0 in the local header, 8 in the central directory", NULL});
    zip = good_zip();
    entry_of(zip, 1)->local.flags = 1;
    CHECK_FAULTS(zip, {A3_ZIP_CONFUSION, I, 0x2c, "pkg/b.txt",
                       "flags 0x0001 in the local header, 0x0000 in the central directory", NULL});
    zip = good_zip();
    entry_of(zip, 1)->local.flags = 1 << 11; /* means nothing: the name is ASCII */
    check_clean(zip);
    zip = good_zip();
    entry_of(zip, 0)->local.crc ^= 1;
    CHECK_FAULTS(zip, {A3_ZIP_CONFUSION, I, 0, "pkg/a.txt",
                       "CRC 0x3610a687 in the local header, 0x3610a686 in the central directory", NULL});
    zip = good_zip();
    entry_of(zip, 1)->local.packed = 8;
    CHECK_FAULTS(zip, {A3_ZIP_CONFUSION, R | I, 0x2c, "pkg/b.txt",
                       "8 bytes packed and 600 unpacked in the local header, 9 and 600 in the central directory", "Mis-matched data size"});
    zip = good_zip();
    entry_of(zip, 1)->local.size = 601;
    CHECK_FAULTS(zip, {A3_ZIP_CONFUSION, R | I, 0x2c, "pkg/b.txt",
                       "9 bytes packed and 601 unpacked in the local header, 9 and 600 in the central directory", "Mis-matched file size"});
}

static void local_header_elsewhere(void **state)
{
    (void)state;
    zm_zip *zip = good_zip();
    entry_of(zip, 1)->central.offset = 0x2d;
    CHECK_FAULTS(zip,
                 {A3_ZIP_CONFUSION, I, 0x2c, "pkg/b.txt", "a local header to which the central directory does not point: it says 0x2d", NULL},
                 {A3_ZIP_FRAMING, I, 0x2d, "pkg/b.txt", "there is no local header where the central directory puts it", NULL});
    zip = good_zip();
    entry_of(zip, 1)->central.offset = 0x7fffffff;
    CHECK_FAULTS(zip,
                 {A3_ZIP_CONFUSION, I, 0x2c, "pkg/b.txt",
                  "a local header to which the central directory does not point: it says 0x7fffffff", NULL},
                 {A3_ZIP_FRAMING, I, 0x7fffffff, "pkg/b.txt", "the central directory puts its local header beyond the end of the file", NULL});
    zip = good_zip();
    entry_of(zip, 1)->local.signature ^= 1;
    CHECK_FAULTS(zip,
                 {A3_ZIP_FRAMING, R, 0x2c, NULL, "48 bytes belong to no record", "Unknown record signature"},
                 {A3_ZIP_FRAMING, R | I, 0x2c, "pkg/b.txt", "there is no local header where the central directory puts it",
                  "Missing filename in local headers"});
    zip = good_zip(); /* two entries of the same data */
    entry_of(zip, 1)->central.offset = 0;
    opened o;
    open_built(&o, zip);
    bool shares = false;
    for (size_t i = 0; i < o.zip.fault_count; i++)
        shares = shares || strcmp(o.zip.faults[i].text, "it shares its local header with 'pkg/a.txt'") == 0;
    assert_true(shares);
    close_opened(&o);
    zip = good_zip();
    zm_set_sizes(entry_of(zip, 2), 1000, 1000);
    opened beyond;
    open_built(&beyond, zip);
    assert_true(beyond.zip.members[2].unreadable);
    assert_int_equal(a3_member_packed(&beyond.zip, &beyond.zip.members[2]).size, 0);
    assert_string_equal(beyond.zip.faults[0].text, "1000 bytes of data at 0x83 go beyond the end of the file");
    close_opened(&beyond);
    zip = good_zip();
    zm_set_sizes(entry_of(zip, 2), 6, 6);
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, R | I, 0x88, "pkg/c.txt",
                       "its data goes to 0x89, beyond the beginning of the central directory at 0x88", "Unknown record signature"});
}

static void overlap(void **state)
{
    (void)state;
    zm_zip *zip = good_zip();
    zm_set_sizes(entry_of(zip, 0), 5 + 48, 5 + 48); /* a.txt goes to the end of b.txt */
    CHECK_FAULTS(zip,
                 {A3_ZIP_FRAMING, I, 0x2c, "pkg/b.txt", "its local header lies within the record of 'pkg/a.txt'", NULL},
                 {A3_ZIP_FRAMING, I, 0x27, "pkg/a.txt",
                  "its data overlaps the record that the central directory puts at 0x2c: installers refuse to read it", NULL},
                 {A3_ZIP_CONFUSION, R | I, 0x2c, "pkg/b.txt", "readers that go from record to record meet no local header of this name",
                  "Missing filename in local headers"});
}

static void gaps(void **state)
{
    (void)state;
    zm_zip *zip = good_zip();
    entry_of(zip, 1)->before = zm_text(zip, "gap");
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, R, 0x2c, NULL, "3 bytes belong to no record", "Unknown record signature"});
    zip = good_zip();
    zip->before_central = zm_text(zip, "gap!");
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, R, 0x88, NULL, "4 bytes belong to no record", "Unknown record signature"});
    zip = good_zip(); /* a stand-alone data descriptor */
    entry_of(zip, 0)->after = zm_bytes(zip, "PK\7\10\0\0\0\0\0\0\0\0\0\0\0\0", 16);
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, R, 0x2c, NULL, "16 bytes belong to no record", "Unknown record signature"});
    zip = good_zip();
    entry_of(zip, 1)->central.omit = true;
    CHECK_FAULTS(zip, {A3_ZIP_CONFUSION, R | I, 0x2c, NULL, "a local header for 'pkg/b.txt', which the central directory does not list",
                       "Filename not in central directory"});
    zip = good_zip();
    zm_add_text(zip, "pkg/b.txt", "other")->central.omit = true;
    CHECK_FAULTS(zip, {A3_ZIP_CONFUSION, R | I, 0x88, "pkg/b.txt", "a second local header, to which the central directory does not point",
                       "Duplicate filename in local headers"});
    zip = good_zip();
    entry_of(zip, 0)->local.name = zm_text(zip, "pkg/b.txt"); /* the first header bears the second's name */
    CHECK_FAULTS(zip,
                 {A3_ZIP_CONFUSION, R | I, 0, "pkg/a.txt", "the local header calls it 'pkg/b.txt'", "Mis-matched data size"},
                 {A3_ZIP_CONFUSION, R | I, 0x2c, "pkg/b.txt", "a second local header of this name", "Duplicate filename in local headers"},
                 {A3_ZIP_CONFUSION, R | I, 0, "pkg/a.txt", "readers that go from record to record meet no local header of this name",
                  "Missing filename in local headers"});
    zip = good_zip();
    entry_of(zip, 1)->local.omit = true;
    CHECK_FAULTS(zip,
                 {A3_ZIP_CONFUSION, I, 0x2c, "pkg/b.txt", "the local header calls it 'pkg/c.txt'", NULL},
                 {A3_ZIP_CONFUSION, I, 0x2c, "pkg/b.txt", "compression method 0 in the local header, 8 in the central directory", NULL},
                 {A3_ZIP_CONFUSION, I, 0x2c, "pkg/b.txt", "CRC 0x3a771143 in the local header, 0xfa706c2d in the central directory", NULL},
                 {A3_ZIP_CONFUSION, I, 0x2c, "pkg/b.txt",
                  "5 bytes packed and 5 unpacked in the local header, 9 and 600 in the central directory", NULL},
                 {A3_ZIP_FRAMING, I, 0x2c, "pkg/c.txt", "it shares its local header with 'pkg/b.txt'", NULL},
                 {A3_ZIP_CONFUSION, R | I, 0x2c, "pkg/b.txt", "readers that go from record to record meet no local header of this name",
                  "Missing filename in local headers"});
}

/* ---- data descriptors ---------------------------------------------------------------------------------------------- */

static const expected_fault descriptor = {A3_ZIP_FRAMING, R, 0x2c, "pkg/b.txt",
                                          "sizes and CRC stand behind the data (data descriptor)", "ZIP contains a data descriptor"};

static void data_descriptor(void **state)
{
    (void)state;
    for (int form = 0; form < 4; form++) {
        zm_zip *zip = good_zip();
        zm_set_descriptor(zip, entry_of(zip, 1), form & 1, form & 2);
        CHECK_FAULTS(zip, descriptor);
    }
    const struct { int byte; const char *gap; } bad[] = {{4, "16"}, {8, "16"}, {12, "16"}};
    for (size_t i = 0; i < 3; i++) { /* CRC, packed size, size */
        zm_zip *zip = good_zip();
        zm_set_descriptor(zip, entry_of(zip, 1), true, false);
        uint8_t bytes[16];
        memcpy(bytes, entry_of(zip, 1)->after.data, 16);
        bytes[bad[i].byte] ^= 1;
        entry_of(zip, 1)->after = zm_bytes(zip, bytes, 16);
        CHECK_FAULTS(zip, descriptor,
                     {A3_ZIP_CONFUSION, R | I, 0x5c, "pkg/b.txt",
                      "no data descriptor that agrees with the central directory stands behind the data", NULL},
                     {A3_ZIP_FRAMING, R, 0x5c, NULL, "16 bytes belong to no record", "Unknown record signature"});
    }
    zm_zip *zip = good_zip();
    zm_set_descriptor(zip, entry_of(zip, 1), true, false);
    entry_of(zip, 1)->central.flags = 0;
    CHECK_FAULTS(zip, {A3_ZIP_CONFUSION, I, 0x2c, "pkg/b.txt", "flags 0x0008 in the local header, 0x0000 in the central directory", NULL},
                 descriptor);
}

/* ---- extra fields -------------------------------------------------------------------------------------------------- */

static void le64(uint8_t *to, uint64_t value)
{
    for (int i = 0; i < 8; i++)
        to[i] = (uint8_t)(value >> (8 * i));
}

/* b.txt with its sizes in a ZIP64 field of `size` bytes in both headers. */
static zm_zip *zip64_sizes(size_t size)
{
    zm_zip *zip = good_zip();
    zm_entry *b = entry_of(zip, 1);
    uint8_t data[32] = {0};
    le64(data, 600);
    le64(data + 8, 9);
    b->central.extra = zm_extra(zip, b->central.extra, 1, data, 16);
    b->local.extra = zm_extra(zip, b->local.extra, 1, data, size);
    zm_set_sizes(b, 0xffffffff, 0xffffffff);
    return zip;
}

static void zip64_extra(void **state)
{
    (void)state;
    check_clean(zip64_sizes(16));
    opened o;
    open_built(&o, zip64_sizes(16));
    assert_int_equal(o.zip.members[1].size, 600);
    assert_int_equal(o.zip.members[1].packed, 9);
    close_opened(&o);
    CHECK_FAULTS(zip64_sizes(20), {A3_ZIP_FRAMING, R, 0x2c, "pkg/b.txt",
                                   "the local header's ZIP64 field has a length other than 0, 8, 16, 24 or 28", "Malformed zip file"},
                 {A3_ZIP_CONFUSION, R | I, 0x2c, "pkg/b.txt",
                  "9 bytes packed and 600 unpacked in the local header, 9 and 600 in the central directory", "Mis-matched data size"});
    CHECK_FAULTS(zip64_sizes(8), {A3_ZIP_FRAMING, R, 0x2c, "pkg/b.txt",
                                  "the local header's ZIP64 field has one size only, but the data is compressed", "Malformed zip file"},
                 {A3_ZIP_CONFUSION, R | I, 0x2c, "pkg/b.txt",
                  "4294967295 bytes packed and 600 unpacked in the local header, 9 and 600 in the central directory", "Mis-matched data size"});
    zm_zip *zip = zip64_sizes(16);
    entry_of(zip, 1)->central.extra = (a3_span){NULL, 0};
    opened lost;
    open_built(&lost, zip);
    assert_int_equal(lost.zip.members[1].size, 0xffffffff);
    assert_true(lost.zip.members[1].unreadable);
    close_opened(&lost);
    zip = zip64_sizes(16);
    entry_of(zip, 1)->central.extra = zm_extra(zip, (a3_span){NULL, 0}, 1, "\x58\2\0\0\0\0\0\0", 8);
    open_built(&lost, zip);
    assert_string_equal(lost.zip.faults[0].text, "the central entry's ZIP64 field has no packed size");
    close_opened(&lost);
    zip = good_zip(); /* values that nobody asked for, and that differ */
    entry_of(zip, 1)->central.extra = zm_extra(zip, (a3_span){NULL, 0}, 1, "\1\0\0\0\0\0\0\0", 8);
    CHECK_FAULTS(zip, {A3_ZIP_CONFUSION, 0, 0xbf, "pkg/b.txt", "the central entry's ZIP64 field gives another size than its header", NULL});
    zip = zip64_sizes(16);
    entry_of(zip, 1)->local.extra = zm_extra(zip, entry_of(zip, 1)->local.extra, 1, "", 0);
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, R, 0x2c, "pkg/b.txt", "the local header has two ZIP64 fields", "Invalid duplicate extra in local file"});
}

static void other_extras(void **state)
{
    (void)state;
    zm_zip *zip = good_zip();
    entry_of(zip, 1)->local.extra = zm_bytes(zip, "\1\2\3", 3);
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, R, 0x2c, "pkg/b.txt",
                       "the local header's extra field is ill-formed: a record goes beyond its end", "Malformed zip file"});
    uint8_t path[5 + 9] = {1};
    uint32_t crc = 0x5b22b0a1; /* replaced below by that of the name */
    zip = good_zip();
    crc = a3_crc32(0, entry_of(zip, 1)->central.name);
    for (int i = 0; i < 4; i++)
        path[1 + i] = (uint8_t)(crc >> (8 * i));
    memcpy(path + 5, "pkg/b.txt", 9);
    zm_entry *b = entry_of(zip, 1);
    b->local.extra = b->central.extra = zm_extra(zip, (a3_span){NULL, 0}, 0x7075, path, sizeof path);
    check_clean(zip); /* the same name again */
    memcpy(path + 5, "pkg/z.txt", 9);
    zip = good_zip();
    entry_of(zip, 1)->central.extra = zm_extra(zip, (a3_span){NULL, 0}, 0x7075, path, sizeof path);
    CHECK_FAULTS(zip, {A3_ZIP_CONFUSION, I, 0xbf, "pkg/b.txt",
                       "the central entry's Unicode path field gives it another name, which CPython 3.13 and later use", NULL});
    zip = good_zip();
    entry_of(zip, 1)->local.extra = zm_extra(zip, (a3_span){NULL, 0}, 0x7075, path, sizeof path);
    CHECK_FAULTS(zip, {A3_ZIP_CONFUSION, 0, 0x2c, "pkg/b.txt", "the local header's Unicode path field gives it another name, 'pkg/z.txt'", NULL});
    path[5] = '\n';
    zip = good_zip();
    entry_of(zip, 1)->local.extra = zm_extra(zip, (a3_span){NULL, 0}, 0x7075, path, sizeof path);
    CHECK_FAULTS(zip, {A3_ZIP_FRAMING, R, 0x2c, "pkg/b.txt", "the local header's Unicode path has a control character",
                       "Invalid character in filename"});
    path[5] = 0xff;
    zip = good_zip();
    b = entry_of(zip, 1);
    b->local.extra = b->central.extra = zm_extra(zip, (a3_span){NULL, 0}, 0x7075, path, sizeof path);
    CHECK_FAULTS(zip,
                 {A3_ZIP_FRAMING, R | I, 0xd1, "pkg/b.txt", "the central entry's Unicode path field is not UTF-8",
                  "Corrupt unicode path extra field (0x7075): invalid utf-8 bytes"},
                 {A3_ZIP_FRAMING, R, 0x2c, "pkg/b.txt", "the local header's Unicode path is not UTF-8", "Filename not valid UTF-8"});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_ones),        cmocka_unit_test(members),      cmocka_unit_test(mode_is_of_unix_hosts_only),
        cmocka_unit_test(refused),          cmocka_unit_test(end_record),   cmocka_unit_test(zip64_end_record),
        cmocka_unit_test(prefix),           cmocka_unit_test(central_entry), cmocka_unit_test(methods_and_encryption),
        cmocka_unit_test(local_header),     cmocka_unit_test(local_header_elsewhere), cmocka_unit_test(overlap),
        cmocka_unit_test(gaps),             cmocka_unit_test(data_descriptor), cmocka_unit_test(zip64_extra),
        cmocka_unit_test(other_extras),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

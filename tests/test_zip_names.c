/* SPDX-License-Identifier: MIT */
/* Names of members: paths, encodings, types, duplicates; and the folding that duplicates are found with. */
#include "base/fold.h"
#include "zipcheck.h"

/* The good ZIP with b.txt under another name of the same length, so that offsets stay. */
static zm_zip *renamed(const char *name, size_t size, uint16_t flags)
{
    zm_zip *zip = good_zip();
    assert_int_equal(size, 9);
    zm_set_name(zip, entry_of(zip, 1), name, size);
    zm_set_flags(entry_of(zip, 1), flags);
    return zip;
}

enum { AT = 0xbf, UTF8 = 1 << 11 };

static void unsafe_paths(void **state)
{
    (void)state;
    static const struct { const char *name, *text; } bad[] = {
        {"../bb.txt", "the path has a '..' component, which may lead out of the folder that it is unpacked into"},
        {"a/../b.tx", "the path has a '..' component, which may lead out of the folder that it is unpacked into"},
        {"pkg/abc..", NULL},
        {"pkg/ab/..", "the path has a '..' component, which may lead out of the folder that it is unpacked into"},
        {"ab\\..\\b.t", "the path has a '..' component, which may lead out of the folder that it is unpacked into"},
        {"/bb/b.txt", "the path is absolute"},
        {"C:/bb.txt", "the path names a drive"},
        {"c:bbb.txt", "the path names a drive"},
        {"bb:bb.txt", NULL},
        {"pkg\\b.txt", "the path has a backslash, which separates folders on Windows only"},
        {"...bb.txt", NULL},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        expected_fault want = {A3_ZIP_UNSAFE_PATH, I, AT, bad[i].name, bad[i].text, NULL};
        check_faults(renamed(bad[i].name, 9, 0), &want, bad[i].text ? 1 : 0);
    }
    zm_zip *zip = good_zip();
    zm_set_name(zip, entry_of(zip, 2), "", 0);
    CHECK_FAULTS(zip, {A3_ZIP_UNSAFE_PATH, I, 0xed, "", "the name is empty", NULL});
}

static void characters(void **state)
{
    (void)state;
    CHECK_FAULTS(renamed("pkg/\x01.txt", 9, 0),
                 {A3_ZIP_FRAMING, R, AT, "pkg/\x01.txt", "the name has a control character", "Invalid character in filename"});
    CHECK_FAULTS(renamed("pkg/\x7f.txt", 9, 0),
                 {A3_ZIP_FRAMING, R, AT, "pkg/\x7f.txt", "the name has a control character", "Invalid character in filename"});
    CHECK_FAULTS(renamed("pkg\0b.txt", 9, 0),
                 {A3_ZIP_CONFUSION, R | I, AT, "pkg", "the name goes on behind a NUL character, where CPython's zipfile ends it",
                  "Invalid character in filename"});
}

static void encodings(void **state)
{
    (void)state;
    static const char text[] =
        "the name is not ASCII and not marked as UTF-8 (flag bit 11): readers take it for code page 437 or guess";
    check_clean(renamed("pkg/\xc3\xa9.py", 9, UTF8));
    CHECK_FAULTS(renamed("pkg/\xc3\xa9.py", 9, 0),
                 {A3_ZIP_CONFUSION, R | I, AT, "pkg/\xc3\xa9.py", text, "Filename not in central directory"});
    CHECK_FAULTS(renamed("pkg/\xe9.txt", 9, 0), {A3_ZIP_CONFUSION, R | I, AT, "pkg/\xe9.txt", text, "Filename not unicode"});
    CHECK_FAULTS(renamed("pkg/\xe9.txt", 9, UTF8), {A3_ZIP_FRAMING, E500 | I, AT, "pkg/\xe9.txt",
                                                   "the name is marked as UTF-8 (flag bit 11) and is none", NULL});
    zm_zip *zip = renamed("pkg/\xc3\xa9.py", 9, UTF8);
    entry_of(zip, 1)->local.flags = 0;
    CHECK_FAULTS(zip, {A3_ZIP_CONFUSION, R | I, 0x2c, "pkg/\xc3\xa9.py",
                       "flags 0x0000 in the local header, 0x0800 in the central directory", NULL});
}

static void types(void **state)
{
    (void)state;
    zm_zip *zip = good_zip();
    entry_of(zip, 1)->central.external = 0120777u << 16;
    CHECK_FAULTS(zip, {A3_ZIP_SYMLINK, I, AT, "pkg/b.txt",
                       "a symbolic link (mode 0120777): installers write a file that holds the path of its target", NULL});
    zip = good_zip();
    entry_of(zip, 1)->central.external = 010644u << 16;
    CHECK_FAULTS(zip, {A3_ZIP_SYMLINK, I, AT, "pkg/b.txt", "neither file nor directory by its mode (010644)", NULL});
    zip = good_zip();
    entry_of(zip, 1)->central.external = 040755u << 16;
    CHECK_FAULTS(zip, {A3_ZIP_CONFUSION, 0, AT, "pkg/b.txt", "a directory by its mode (040755), a file by its name", NULL});
    zip = good_zip();
    entry_of(zip, 1)->central.external = 0644u << 16; /* no type: what some writers do */
    check_clean(zip);
}

static void duplicates(void **state)
{
    (void)state;
    zm_zip *zip = good_zip();
    zm_add_text(zip, "pkg/b.txt", "again");
    opened o;
    open_built(&o, zip);
    assert_int_equal(o.zip.faults[0].code, A3_ZIP_DUPLICATE);
    assert_string_equal(o.zip.faults[0].text, "the name occurs more than once: readers take the first, the last or both");
    assert_string_equal(o.zip.faults[0].server, "Duplicate filename in local headers");
    assert_int_equal(o.zip.faults[0].flags, R | I);
    assert_int_equal(o.zip.fault_count, 1);
    assert_ptr_equal(a3_container_find(&o.zip, "pkg/b.txt", 9), &o.zip.members[3]); /* as zipfile: the last */
    close_opened(&o);
}

static void same_files(void **state)
{
    (void)state;
    static const struct { const char *name, *text; bool utf8; } pairs[] = {
        {"pkg/B.TXT", "the same file as 'pkg/b.txt' where letter case and Unicode normalisation do not count (Windows, macOS)", false},
        {"PKG/b.txt", "the same file as 'pkg/b.txt' where letter case and Unicode normalisation do not count (Windows, macOS)", false},
        {"pkg//b.txt", "the same file as 'pkg/b.txt' where letter case and Unicode normalisation do not count (Windows, macOS)", false},
        {"./pkg/./b.txt", "the same file as 'pkg/b.txt' where letter case and Unicode normalisation do not count (Windows, macOS)", false},
        {"pkg/b.txt2", NULL, false},
        {"pkgb.txt", NULL, false},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        zm_zip *zip = good_zip();
        zm_add_text(zip, pairs[i].name, "x");
        uint64_t at = 0x88 + 3 * 55 + 30 + strlen(pairs[i].name) + 1; /* the central directory moved by the new record */
        expected_fault want = {A3_ZIP_CASE_DUPLICATE, 0, at, pairs[i].name, pairs[i].text, NULL};
        check_faults(zip, &want, pairs[i].text ? 1 : 0);
    }
    zm_zip *zip = zm_new();
    zm_set_flags(zm_add_text(zip, "\xc3\xa9", "composed"), UTF8);
    zm_set_flags(zm_add_text(zip, "E\xcc\x81", "decomposed and upper case"), UTF8);
    opened o;
    open_built(&o, zip);
    assert_int_equal(o.zip.fault_count, 1);
    assert_int_equal(o.zip.faults[0].code, A3_ZIP_CASE_DUPLICATE);
    close_opened(&o);
}

static void file_and_directory(void **state)
{
    (void)state;
    zm_zip *zip = good_zip();
    zm_add_text(zip, "pkg/b.txt/", "");
    opened o;
    open_built(&o, zip);
    assert_int_equal(o.zip.fault_count, 1);
    assert_int_equal(o.zip.faults[0].code, A3_ZIP_DUPLICATE);
    assert_string_equal(o.zip.faults[0].text, "the same path as 'pkg/b.txt', but one is a file and the other a directory");
    close_opened(&o);
    zip = good_zip(); /* folders may come in any letter case: they become one */
    zm_add_text(zip, "pkg/", "");
    zm_add_text(zip, "PKG/", "");
    check_clean(zip);
}

static void names_in_texts_are_escaped(void **state)
{
    (void)state;
    zm_zip *zip = good_zip();
    zm_add_text(zip, "evil\x1b[31m", "x")->central.omit = true;
    opened o;
    open_built(&o, zip);
    assert_string_equal(o.zip.faults[0].text, "a local header for 'evil\\x1b[31m', which the central directory does not list");
    close_opened(&o);
}

static void server_reads(void **state)
{
    (void)state;
    static const struct { const char *name; bool reads; } names[] = {
        {"pkg/a.py", true},           {"pkg/a.so", false},       {"p-1.dist-info/WHEEL", true}, {"p-1.dist-info/METADATA", true},
        {"pkg/a.PyE", true},          {"a.PY", true},            {"pkg/.py", false},            {".py", false},
        {"pkg.py/a", false},          {"pkg/a.pyc", false},
        {"p-1.dist-info/RECORD", true}, {"p-1.dist-info/entry_points.txt", true}, {"p-1.dist-info/licenses/L", true},
        {"p-1.dist-info/LICENSE", false}, {"p-1.data/WHEEL", false}, {"WHEEL", false}, {"x.dist-info", false},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        a3_member m = {.name = names[i].name, .name_size = (uint16_t)strlen(names[i].name), .size = UINT32_MAX};
        assert_int_equal(a3_zip_index_reads(&m), names[i].reads);
    }
}

static void folding(void **state)
{
    (void)state;
    static const struct { const char *a, *b; bool same; } pairs[] = {
        {"README.Txt", "readme.tXT", true},
        {"\xc3\x85ngstr\xc3\xb6m", "A\xcc\x8aNGSTRO\xcc\x88M", true}, /* NFC, NFD */
        {"\xe2\x84\xab", "\xc3\xa5", true},                          /* the Angstrom sign */
        {"\xce\xa3\xcf\x82", "\xcf\x83\xcf\x83", true},              /* final sigma */
        {"\xd0\x96", "\xd0\xb6", true},                              /* Cyrillic */
        {"\xea\xb0\x81", "\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8", true}, /* Hangul */
        {"e\xcc\x81\xcc\xa3", "e\xcc\xa3\xcc\x81", true},            /* order of marks of different classes */
        {"e\xcc\x81\xcc\x80", "e\xcc\x80\xcc\x81", false},           /* of the same class: order counts */
        {"\xc3\xa9", "e", false},
        {"\xff", "\xfe", false},
        {"stra\xc3\x9f" "e", "strasse", false}, /* file systems fold one to one */
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        a3_buf a = A3_BUF_INIT, b = A3_BUF_INIT;
        a3_fold_name(&a, pairs[i].a, strlen(pairs[i].a));
        a3_fold_name(&b, pairs[i].b, strlen(pairs[i].b));
        assert_int_equal(a.size == b.size && memcmp(a.data, b.data, a.size) == 0, pairs[i].same);
        a3_buf_free(&a);
        a3_buf_free(&b);
    }
}

static void folding_takes_linear_time(void **state)
{
    (void)state;
    enum { MARKS = 200000 };
    static char text[2 * MARKS];
    for (size_t i = 0; i < MARKS; i++)
        memcpy(text + 2 * i, i % 2 ? "\xcc\x81" : "\xcc\xa3", 2);
    a3_buf out = A3_BUF_INIT;
    a3_fold_name(&out, text, sizeof text);
    assert_int_equal(out.size, sizeof text);
    a3_buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unsafe_paths), cmocka_unit_test(characters), cmocka_unit_test(encodings), cmocka_unit_test(types),
        cmocka_unit_test(duplicates), cmocka_unit_test(same_files), cmocka_unit_test(file_and_directory),
        cmocka_unit_test(names_in_texts_are_escaped), cmocka_unit_test(server_reads), cmocka_unit_test(folding),
        cmocka_unit_test(folding_takes_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

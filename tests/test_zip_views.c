/* SPDX-License-Identifier: MIT */
/* Second opinions: what libzip and libarchive say of archives with faults, and that they agree with the walk where it found none. */
#include "wheel/archive_lib.h"
#include "zipcheck.h"

static bool says(const a3_container *zip, const char *text)
{
    for (size_t i = 0; i < zip->fault_count; i++)
        if (strcmp(zip->faults[i].text, text) == 0)
            return true;
    return false;
}

static unsigned second_opinions(const a3_container *zip)
{
    unsigned count = 0;
    for (size_t i = 0; i < zip->fault_count; i++)
        count += is_second_opinion(&zip->faults[i]);
    return count;
}

static void readers_differ(void **state)
{
    (void)state;
    opened o;
    zm_zip *zip = good_zip();
    entry_of(zip, 1)->central.omit = true;
    open_built(&o, zip);
    assert_true(says(&o.zip, "readers that stream see the member 'pkg/b.txt', which the central directory does not have"));
    close_opened(&o);
    zip = good_zip();
    entry_of(zip, 0)->local.size = entry_of(zip, 0)->local.packed = 4;
    open_built(&o, zip);
    assert_true(says(&o.zip, "readers that stream see another size"));
    close_opened(&o);
    zip = good_zip();
    zip->end.here = zip->end.total = 2;
    open_built(&o, zip);
    assert_true(second_opinions(&o.zip) > 0); /* libzip counts, or refuses */
    close_opened(&o);
}

static void readers_agree(void **state)
{
    (void)state;
    opened o;
    zm_zip *zip = good_zip();
    zm_set_descriptor(zip, entry_of(zip, 1), true, false);
    open_built(&o, zip);
    assert_int_equal(o.zip.fault_count, 1); /* the descriptor: everybody reads it */
    close_opened(&o);
    zip = good_zip();
    entry_of(zip, 1)->central.comment = zm_text(zip, "comment");
    open_built(&o, zip);
    assert_int_equal(o.zip.fault_count, 1);
    close_opened(&o);
    zip = good_zip();
    zm_set_name(zip, entry_of(zip, 0), "pkg/\xc3\xa9.txt", 10); /* whatever the locale */
    zm_set_flags(entry_of(zip, 0), 0x800);
    entry_of(zip, 1)->central.comment = zm_text(zip, "comment");
    open_built(&o, zip);
    assert_int_equal(o.zip.fault_count, 1);
    close_opened(&o);
}

/* ---- a clean walk means that all readers see the same -------------------------------------------------------------- */

static void check_stream(const a3_archive_lib *lib, const a3_container *zip)
{
    struct archive *archive = lib->archive_read_new();
    struct archive_entry *entry;
    size_t count = 0;
    int result = lib->archive_read_support_format_zip_streamable(archive);
    assert_int_equal(result, ARCHIVE_OK);
    assert_int_equal(lib->archive_read_open_memory(archive, zip->bytes.data, zip->bytes.size), ARCHIVE_OK);
    while ((result = lib->archive_read_next_header(archive, &entry)) == ARCHIVE_OK || result == ARCHIVE_WARN) {
        const char *name = lib->archive_entry_pathname(entry);
        const a3_member *m = a3_container_find(zip, name, strlen(name));
        assert_non_null(m);
        if (!m->is_directory)
            assert_int_equal(lib->archive_entry_size(entry), m->size);
        assert_int_equal(lib->archive_read_data_skip(archive), ARCHIVE_OK);
        count++;
    }
    assert_true(result == ARCHIVE_EOF || zip->count == 0);
    assert_int_equal(count, zip->count);
    lib->archive_read_free(archive);
}

static void check_libzip(const a3_zip_lib *lib, const a3_container *container)
{
    zip_error_t error;
    lib->zip_error_init(&error);
    zip_t *zip = lib->zip_open_from_source(
        lib->zip_source_buffer_create(container->bytes.data, container->bytes.size, 0, &error), ZIP_RDONLY, &error);
    assert_non_null(zip);
    assert_int_equal(lib->zip_get_num_entries(zip, 0), container->count);
    for (size_t i = 0; i < container->count; i++) {
        zip_stat_t stat;
        assert_int_equal(lib->zip_stat_index(zip, i, 0, &stat), 0);
        assert_string_equal(lib->zip_get_name(zip, i, ZIP_FL_ENC_RAW), container->members[i].name);
        assert_int_equal(stat.size, container->members[i].size);
        assert_int_equal(stat.comp_size, container->members[i].packed);
    }
    lib->zip_discard(zip);
    lib->zip_error_fini(&error);
}

static zm_zip *varied(void)
{
    zm_zip *zip = good_zip();
    zm_add_text(zip, "pkg/sub/", "");
    zm_add_dist_info(zip, "pkg", "1.0", "py3-none-any");
    static const uint8_t sizes[16] = {0x58, 2, 0, 0, 0, 0, 0, 0, 9};
    zm_entry *b = entry_of(zip, 1);
    b->local.extra = b->central.extra = zm_extra(zip, (a3_span){NULL, 0}, 1, sizes, 16);
    zm_set_sizes(b, 0xffffffff, 0xffffffff);
    zip->end64.write = true;
    zip->end.comment = zm_text(zip, "comment");
    return zip;
}

static bool clean(const a3_container *zip)
{
    for (size_t i = 0; i < zip->fault_count; i++)
        if (zip->faults[i].code == A3_ZIP_FRAMING || zip->faults[i].code == A3_ZIP_CONFUSION)
            return false;
    return true;
}

static void clean_means_equal(void **state)
{
    (void)state;
    a3_archive_lib archive_lib;
    a3_zip_lib zip_lib;
    assert_int_equal(a3_archive_lib_load(&archive_lib, NULL), A3_OK);
    assert_int_equal(a3_zip_lib_load(&zip_lib, NULL), A3_OK);
    zm_zip *made = varied();
    a3_buf file = zm_build(made);
    zm_free(made);
    a3_limits limits = A3_LIMITS_DEFAULT;
    unsigned found = 0;
    for (size_t at = 0; at < file.size; at++)
        for (unsigned bit = 0; bit < 8; bit++) {
            file.data[at] ^= (char)(1u << bit);
            a3_arena arena;
            a3_container zip;
            a3_arena_init(&arena, (size_t)limits.arena);
            if (a3_zip_open(zm_span(&file), &limits, &arena, &zip, NULL) == A3_OK && clean(&zip)) {
                check_stream(&archive_lib, &zip);
                check_libzip(&zip_lib, &zip);
                found++;
            }
            a3_arena_free(&arena);
            file.data[at] ^= (char)(1u << bit);
        }
    assert_true(found > 1000); /* content, times, attributes: most bits change nothing here */
    a3_buf_free(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(readers_differ), cmocka_unit_test(readers_agree), cmocka_unit_test(clean_means_equal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

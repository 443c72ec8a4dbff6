check_PROGRAMS += tests/dump_meta
tests_dump_meta_SOURCES = tests/dump_meta.c
tests_dump_meta_LDADD = libabi3t.la
tests_dump_meta_LDFLAGS = $(AM_LDFLAGS) -static

check_PROGRAMS += tests/test_tags
TESTS += tests/test_tags tests/packaging-compare
dist_check_SCRIPTS += tests/packaging-compare
tests_test_tags_SOURCES = tests/test_tags.c tests/arena_fixture.h
tests_test_tags_CFLAGS = $(TEST_CFLAGS)
tests_test_tags_LDADD = $(TEST_LIBS)
tests_test_tags_LDFLAGS = $(AM_LDFLAGS) -static

check_PROGRAMS += tests/test_metadata tests/test_record
TESTS += tests/test_metadata tests/test_record
tests_test_metadata_SOURCES = tests/test_metadata.c tests/arena_fixture.h
tests_test_metadata_CFLAGS = $(TEST_CFLAGS)
tests_test_metadata_LDADD = $(TEST_LIBS)
tests_test_metadata_LDFLAGS = $(AM_LDFLAGS) -static
tests_test_record_SOURCES = tests/test_record.c tests/arena_fixture.h
tests_test_record_CFLAGS = $(TEST_CFLAGS)
tests_test_record_LDADD = $(TEST_LIBS)
tests_test_record_LDFLAGS = $(AM_LDFLAGS) -static

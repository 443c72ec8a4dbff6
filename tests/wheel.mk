check_PROGRAMS += tests/dump_meta
tests_dump_meta_SOURCES = tests/dump_meta.c
tests_dump_meta_LDADD = libabi3t.la
tests_dump_meta_LDFLAGS = $(AM_LDFLAGS) -static

check_PROGRAMS += tests/test_tags
TESTS += tests/test_tags tests/packaging-compare
dist_check_SCRIPTS += tests/packaging-compare
tests_test_tags_SOURCES = tests/test_tags.c
tests_test_tags_CFLAGS = $(TEST_CFLAGS)
tests_test_tags_LDADD = $(TEST_LIBS)
tests_test_tags_LDFLAGS = $(AM_LDFLAGS) -static

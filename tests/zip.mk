# ZIP files in memory, for every test program that wants a wheel: add $(zipmake) to its sources.
zipmake = tests/zipmake.c tests/zipmake.h

check_PROGRAMS += tests/test_hash
TESTS += tests/test_hash
tests_test_hash_SOURCES = tests/test_hash.c
tests_test_hash_CFLAGS = $(TEST_CFLAGS)
tests_test_hash_LDADD = $(TEST_LIBS)
tests_test_hash_LDFLAGS = $(AM_LDFLAGS) -static

check_PROGRAMS += tests/dump_zip
tests_dump_zip_SOURCES = tests/dump_zip.c
tests_dump_zip_CFLAGS = $(AM_CFLAGS)
tests_dump_zip_LDADD = libabi3t.la
tests_dump_zip_LDFLAGS = $(AM_LDFLAGS) -static

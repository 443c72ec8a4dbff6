# ZIP files in memory, for every test program that wants a wheel: add $(zipmake) to its sources.
zipmake = tests/zipmake.c tests/zipmake.h

check_PROGRAMS += tests/test_hash
TESTS += tests/test_hash
tests_test_hash_SOURCES = tests/test_hash.c
tests_test_hash_CFLAGS = $(TEST_CFLAGS)
tests_test_hash_LDADD = $(TEST_LIBS)
tests_test_hash_LDFLAGS = $(AM_LDFLAGS) -static

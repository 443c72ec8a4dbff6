# ZIP files in memory, for every test program that wants a wheel: add $(zipmake) to its sources and $(DEFLATE_LIBS) to what it
# links.
zipmake = tests/zipmake.c tests/zipmake.h

zip_tests = tests/test_hash tests/test_zip tests/test_zip_names tests/test_zip_read \
	tests/test_zip_robust tests/test_zip_views
check_PROGRAMS += $(zip_tests) tests/dump_zip
TESTS += $(zip_tests)

tests_test_hash_SOURCES = tests/test_hash.c
tests_test_hash_CFLAGS = $(TEST_CFLAGS)
tests_test_hash_LDADD = $(TEST_LIBS)
tests_test_hash_LDFLAGS = $(AM_LDFLAGS) -static

tests_test_zip_SOURCES = tests/test_zip.c tests/zipcheck.h $(zipmake)
tests_test_zip_CFLAGS = $(TEST_CFLAGS)
tests_test_zip_LDADD = $(TEST_LIBS) $(DEFLATE_LIBS)
tests_test_zip_LDFLAGS = $(AM_LDFLAGS) -static

tests_test_zip_names_SOURCES = tests/test_zip_names.c tests/zipcheck.h $(zipmake)
tests_test_zip_names_CFLAGS = $(TEST_CFLAGS)
tests_test_zip_names_LDADD = $(TEST_LIBS) $(DEFLATE_LIBS)
tests_test_zip_names_LDFLAGS = $(AM_LDFLAGS) -static

tests_test_zip_read_SOURCES = tests/test_zip_read.c tests/zipcheck.h $(zipmake)
tests_test_zip_read_CFLAGS = $(TEST_CFLAGS)
tests_test_zip_read_LDADD = $(TEST_LIBS) $(DEFLATE_LIBS)
tests_test_zip_read_LDFLAGS = $(AM_LDFLAGS) -static

tests_test_zip_robust_SOURCES = tests/test_zip_robust.c tests/zipcheck.h $(zipmake)
tests_test_zip_robust_CFLAGS = $(TEST_CFLAGS)
tests_test_zip_robust_LDADD = $(TEST_LIBS) $(DEFLATE_LIBS)
tests_test_zip_robust_LDFLAGS = $(AM_LDFLAGS) -static

tests_test_zip_views_SOURCES = tests/test_zip_views.c tests/zipcheck.h $(zipmake)
tests_test_zip_views_CFLAGS = $(TEST_CFLAGS)
tests_test_zip_views_LDADD = $(TEST_LIBS) $(DEFLATE_LIBS)
tests_test_zip_views_LDFLAGS = $(AM_LDFLAGS) -static

# What the container room sees of files, for people
tests_dump_zip_SOURCES = tests/dump_zip.c
tests_dump_zip_LDADD = libabi3t.la
tests_dump_zip_LDFLAGS = $(AM_LDFLAGS) -static

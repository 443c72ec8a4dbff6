check_PROGRAMS += tests/test_set
TESTS += tests/test_set tests/matrix-browser
dist_check_SCRIPTS += tests/matrix-browser tests/matrix-packaging
# choices against packaging's (skipped where it is missing or old)
if !SANITIZERS
TESTS += tests/matrix-packaging
endif
tests_test_set_SOURCES = tests/test_set.c $(zipmake)
tests_test_set_CFLAGS = $(TEST_CFLAGS)
tests_test_set_LDADD = $(TEST_LIBS) $(DEFLATE_LIBS) $(JANSSON_LIBS)
tests_test_set_LDFLAGS = $(AM_LDFLAGS) -static

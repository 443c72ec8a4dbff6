check_PROGRAMS += tests/test_set tests/test_readiness
TESTS += tests/test_set tests/test_readiness tests/matrix-browser
dist_check_SCRIPTS += tests/matrix-browser tests/matrix-packaging
# choices against packaging's (skipped where it is missing or old)
if !SANITIZERS
TESTS += tests/matrix-packaging
endif
tests_test_set_SOURCES = tests/test_set.c tests/set_make.h $(zipmake)
tests_test_set_CFLAGS = $(TEST_CFLAGS)
tests_test_set_LDADD = $(TEST_LIBS) $(DEFLATE_LIBS) $(JANSSON_LIBS)
tests_test_set_LDFLAGS = $(AM_LDFLAGS) -static
tests_test_readiness_SOURCES = tests/test_readiness.c tests/set_make.h $(zipmake)
tests_test_readiness_CFLAGS = $(TEST_CFLAGS)
tests_test_readiness_LDADD = $(TEST_LIBS) $(DEFLATE_LIBS) $(JANSSON_LIBS)
tests_test_readiness_LDFLAGS = $(AM_LDFLAGS) -static

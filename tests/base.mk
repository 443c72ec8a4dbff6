check_PROGRAMS += tests/test_base
TESTS += tests/test_base
tests_test_base_SOURCES = tests/test_base.c
tests_test_base_CFLAGS = $(TEST_CFLAGS)
tests_test_base_LDADD = $(TEST_LIBS)
tests_test_base_LDFLAGS = $(AM_LDFLAGS) -static

# The TOML reader, by itself and beside Python's.
check_PROGRAMS += tests/test_toml tests/dump_toml
TESTS += tests/test_toml tests/toml-compare
dist_check_SCRIPTS += tests/toml-compare
EXTRA_DIST += tests/toml-seeds.txt
tests_test_toml_SOURCES = tests/test_toml.c
tests_test_toml_CFLAGS = $(TEST_CFLAGS)
tests_test_toml_LDADD = $(TEST_LIBS)
tests_test_toml_LDFLAGS = $(AM_LDFLAGS) -static
tests_dump_toml_SOURCES = tests/dump_toml.c
tests_dump_toml_LDADD = libabi3t.la
tests_dump_toml_LDFLAGS = $(AM_LDFLAGS) -static

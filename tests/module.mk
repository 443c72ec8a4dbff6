check_PROGRAMS += tests/dump_module
tests_dump_module_SOURCES = tests/dump_module.c
tests_dump_module_LDADD = libabi3t.la
tests_dump_module_LDFLAGS = $(AM_LDFLAGS) -static
check_PROGRAMS += tests/test_module tests/test_module_robust
TESTS += tests/test_module tests/test_module_robust
tests_test_module_SOURCES = tests/test_module.c tests/module_read.h tests/image_open.h
tests_test_module_CFLAGS = $(TEST_CFLAGS)
tests_test_module_LDADD = $(TEST_LIBS)
tests_test_module_LDFLAGS = $(AM_LDFLAGS) -static
tests_test_module_robust_SOURCES = tests/test_module_robust.c tests/module_read.h tests/image_open.h
tests_test_module_robust_CFLAGS = $(TEST_CFLAGS)
tests_test_module_robust_LDADD = $(TEST_LIBS)
tests_test_module_robust_LDFLAGS = $(AM_LDFLAGS) -static
EXTRA_DIST += tests/matrix-check tests/generators
# Every way to build the fixtures, in matrix-files/ (an hour, 300 MB): what is read in them is what their sources say.
# MATRIX='ways-flag.*mingw' builds some: a pattern of grep's.
MATRIX = .
matrix: tests/dump_module
	$(srcdir)/testdata/matrix matrix-files '$(MATRIX)'
	$(srcdir)/tests/matrix-check matrix-files tests/dump_module
.PHONY: matrix
TESTS += tests/cpython-verdict
dist_check_SCRIPTS += tests/cpython-verdict

check_PROGRAMS += tests/test_abi
TESTS += tests/test_abi tests/abi-tables
dist_check_SCRIPTS += tests/abi-tables
tests_test_abi_SOURCES = tests/test_abi.c
tests_test_abi_CFLAGS = $(TEST_CFLAGS)
tests_test_abi_LDADD = $(TEST_LIBS)
tests_test_abi_LDFLAGS = $(AM_LDFLAGS) -static

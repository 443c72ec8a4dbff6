# SPDX-License-Identifier: MIT
# The program from outside.
cli_tests = tests/hardening tests/cli/run tests/cli/completion tests/cli/config tests/cli/stream tests/scale
TESTS += $(cli_tests) tests/containers
dist_check_SCRIPTS += tests/containers
EXTRA_DIST += $(cli_tests) tests/cli/tap.sh

check_PROGRAMS += tests/test_sandbox
TESTS += tests/test_sandbox
tests_test_sandbox_SOURCES = tests/test_sandbox.c src/cli/sandbox.c src/cli/cli.h
tests_test_sandbox_CFLAGS = $(TEST_CFLAGS)
tests_test_sandbox_LDADD = $(CMOCKA_LIBS)

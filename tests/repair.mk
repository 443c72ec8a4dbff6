# SPDX-License-Identifier: MIT
check_PROGRAMS += tests/test_draft
TESTS += tests/test_draft
tests_test_draft_SOURCES = tests/test_draft.c
tests_test_draft_CFLAGS = $(TEST_CFLAGS)
tests_test_draft_LDADD = $(TEST_LIBS)
tests_test_draft_LDFLAGS = $(AM_LDFLAGS) -static

TESTS += tests/repair-properties
dist_check_SCRIPTS += tests/repair-properties
TESTS += tests/repair-interop
dist_check_SCRIPTS += tests/repair-interop

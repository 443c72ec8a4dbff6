# SPDX-License-Identifier: MIT
check_PROGRAMS += tests/test_draft
TESTS += tests/test_draft
tests_test_draft_SOURCES = tests/test_draft.c
tests_test_draft_CFLAGS = $(TEST_CFLAGS)
tests_test_draft_LDADD = $(TEST_LIBS)
tests_test_draft_LDFLAGS = $(AM_LDFLAGS) -static

repair_scripts = tests/repair-properties tests/repair-promises tests/repair-attacks tests/repair-interop tests/repair-pipelines tests/repair-installed
TESTS += $(repair_scripts)
dist_check_SCRIPTS += $(repair_scripts)
EXTRA_DIST += tests/wheeltools.py

# SPDX-License-Identifier: MIT
# Declarative cases of the rules: tests/cases/README.md.
check_PROGRAMS += tests/run_cases
TESTS += tests/run_cases
tests_run_cases_SOURCES = tests/run_cases.c tests/cases.h tests/cases_parse.c tests/cases_write.c tests/cases_zip.c $(zipmake)
tests_run_cases_CFLAGS = $(TEST_CFLAGS)
tests_run_cases_LDADD = libabi3t.la $(JANSSON_LIBS)
tests_run_cases_LDFLAGS = $(AM_LDFLAGS) -static
EXTRA_DIST += tests/cases
# Libraries and tags as `show` prints them.
TESTS += tests/show-platform
EXTRA_DIST += tests/show-platform
# The reports against the JSON Schema; the cases read by others.
if !SANITIZERS
TESTS += tests/schema tests/reports tests/preflight-peers tests/preflight-hostile
endif
dist_check_SCRIPTS += tests/preflight-peers tests/preflight-hostile
EXTRA_DIST += tests/schema tests/reports tests/sarif.schema.json

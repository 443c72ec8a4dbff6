# SPDX-License-Identifier: MIT
# The library as others see it, and the pages that describe it.
check_PROGRAMS += tests/verdicts tests/abi_layout
TESTS += tests/abi_layout tests/example tests/man-pages tests/pipelines
EXTRA_DIST += tests/example tests/man-pages tests/pipelines
tests_verdicts_SOURCES = tests/verdicts.c
tests_verdicts_LDADD = libabi3t.la
tests_abi_layout_SOURCES = tests/abi_layout.c

# SPDX-License-Identifier: MIT
# The program with calls that fail on demand.
check_PROGRAMS += tests/faults
TESTS += tests/faults
tests_faults_SOURCES = tests/faults.c tests/faults.h tests/faults_calls.c $(abi3t_audit_SOURCES) $(zipmake)
tests_faults_CPPFLAGS = $(AM_CPPFLAGS) -Dmain=a3_cli_main
tests_faults_LDADD = libabi3t.la $(DEFLATE_LIBS)
tests_faults_LDFLAGS = $(AM_LDFLAGS) -static -export-dynamic
tests_faults_CFLAGS = $(AM_CFLAGS) -Wno-missing-prototypes

check_PROGRAMS += tests/dump_module
tests_dump_module_SOURCES = tests/dump_module.c
tests_dump_module_LDADD = libabi3t.la
tests_dump_module_LDFLAGS = $(AM_LDFLAGS) -static

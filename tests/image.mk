check_PROGRAMS += tests/dump_image
tests_dump_image_SOURCES = tests/dump_image.c
tests_dump_image_LDADD = libabi3t.la
tests_dump_image_LDFLAGS = $(AM_LDFLAGS) -static

# Unit tests: one cmocka program a room, each room's fragment adds its own. They link libabi3t statically, so that private
# functions are in reach, and find fixtures through the environment variable A3_TESTDATA.
AM_TESTS_ENVIRONMENT = A3_TESTDATA='$(abs_top_srcdir)/testdata'; A3_TOP='$(abs_top_srcdir)'; A3_PROGRAM='$(abs_top_builddir)/abi3t-audit'; \
	export A3_TESTDATA A3_TOP A3_PROGRAM;
TEST_LIBS = libabi3t.la $(CMOCKA_LIBS)
TEST_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)

include tests/lint.mk
include tests/library.mk

if HAVE_CMOCKA
include tests/base.mk
include tests/image.mk
include tests/wheel.mk
include tests/zip.mk
include tests/abi.mk
include tests/module.mk
include tests/rules.mk
include tests/cli.mk
include tests/fuzz.mk
include tests/faults.mk
include tests/repair.mk
include tests/set.mk
endif

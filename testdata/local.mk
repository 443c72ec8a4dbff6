dist_check_SCRIPTS += testdata/check
if !SANITIZERS
TESTS += testdata/check
endif
EXTRA_DIST += testdata/README.md testdata/fixtures.txt testdata/toolchain.sh testdata/build testdata/matrix testdata/mkwheels \
	testdata/src testdata/bin testdata/samples

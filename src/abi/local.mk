abi_sources = \
	src/abi/index.c src/abi/interp.c src/abi/interp.h src/abi/platform.c src/abi/platform.h src/abi/policy.c \
	src/abi/policy.h src/abi/pylib.c src/abi/pylib.h src/abi/stable.c src/abi/stable.h src/abi/suffix.c src/abi/symbols.c src/abi/tables.c \
	src/abi/tables.h src/abi/windows.c src/abi/windows.h
EXTRA_DIST += src/abi/gen-tables src/abi/data/README.md src/abi/data/stable_abi.tsv src/abi/data/cpython_exports.tsv \
	src/abi/data/manylinux-policy.json src/abi/data/musllinux-policy.json src/abi/data/android-policy.json

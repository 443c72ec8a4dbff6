base_sources = \
	src/base/arena.c src/base/arena.h src/base/buf.c src/base/buf.h src/base/bytes.c src/base/bytes.h \
	src/base/err.c src/base/err.h src/base/fold.c src/base/fold.h \
	src/base/fold_table.h src/base/hash.c src/base/hash.h src/base/limits.h src/base/machine.h \
	src/base/text.c src/base/text.h src/base/toml.c src/base/toml.h src/base/toml_reader.h \
	src/base/toml_words.c src/base/version.c src/base/version.h
EXTRA_DIST += src/base/gen-fold

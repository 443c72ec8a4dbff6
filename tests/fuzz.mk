# SPDX-License-Identifier: MIT
# Fuzz targets as ordinary programs, over the seeds and what once went wrong: tests/fuzz/README.md.
fuzz_targets = elf macho pe wasm module zip record metadata names wheel repair
fuzz_common = tests/fuzz/fuzz.h tests/fuzz/replay.c
fuzz_image = $(fuzz_common) tests/fuzz/image.h tests/exercise.h
fuzz_wheel = $(fuzz_common) tests/fuzz/wheel_input.c tests/fuzz/wheel_input.h $(zipmake)
fuzz_programs = tests/fuzz/elf tests/fuzz/macho tests/fuzz/pe tests/fuzz/wasm tests/fuzz/module tests/fuzz/zip tests/fuzz/record \
	tests/fuzz/metadata tests/fuzz/names tests/fuzz/wheel tests/fuzz/repair
tests_fuzz_elf_SOURCES = tests/fuzz/elf.c $(fuzz_image)
tests_fuzz_macho_SOURCES = tests/fuzz/macho.c $(fuzz_image)
tests_fuzz_pe_SOURCES = tests/fuzz/pe.c $(fuzz_image)
tests_fuzz_wasm_SOURCES = tests/fuzz/wasm.c $(fuzz_image)
tests_fuzz_module_SOURCES = tests/fuzz/module.c tests/fuzz/mini_image.h $(fuzz_common)
tests_fuzz_zip_SOURCES = tests/fuzz/zip.c $(fuzz_common)
tests_fuzz_record_SOURCES = tests/fuzz/record.c $(fuzz_common)
tests_fuzz_metadata_SOURCES = tests/fuzz/metadata.c $(fuzz_common)
tests_fuzz_names_SOURCES = tests/fuzz/names.c $(fuzz_common)
tests_fuzz_wheel_SOURCES = tests/fuzz/wheel.c $(fuzz_wheel)
tests_fuzz_repair_SOURCES = tests/fuzz/repair.c $(fuzz_wheel)
tests_fuzz_seeds_SOURCES = tests/fuzz/seeds.c tests/fuzz/fuzz.h tests/fuzz/mini_image.h
tests_fuzz_elf_LDADD = libabi3t.la
tests_fuzz_elf_LDFLAGS = $(AM_LDFLAGS) -static
tests_fuzz_macho_LDADD = libabi3t.la
tests_fuzz_macho_LDFLAGS = $(AM_LDFLAGS) -static
tests_fuzz_pe_LDADD = libabi3t.la
tests_fuzz_pe_LDFLAGS = $(AM_LDFLAGS) -static
tests_fuzz_wasm_LDADD = libabi3t.la
tests_fuzz_wasm_LDFLAGS = $(AM_LDFLAGS) -static
tests_fuzz_module_LDADD = libabi3t.la
tests_fuzz_module_LDFLAGS = $(AM_LDFLAGS) -static
tests_fuzz_zip_LDADD = libabi3t.la
tests_fuzz_zip_LDFLAGS = $(AM_LDFLAGS) -static
tests_fuzz_record_LDADD = libabi3t.la
tests_fuzz_record_LDFLAGS = $(AM_LDFLAGS) -static
tests_fuzz_metadata_LDADD = libabi3t.la
tests_fuzz_metadata_LDFLAGS = $(AM_LDFLAGS) -static
tests_fuzz_names_LDADD = libabi3t.la
tests_fuzz_names_LDFLAGS = $(AM_LDFLAGS) -static
tests_fuzz_seeds_LDADD = libabi3t.la
tests_fuzz_seeds_LDFLAGS = $(AM_LDFLAGS) -static
tests_fuzz_wheel_LDADD = libabi3t.la $(JANSSON_LIBS) $(DEFLATE_LIBS)
tests_fuzz_wheel_LDFLAGS = $(AM_LDFLAGS) -static
tests_fuzz_repair_LDADD = libabi3t.la $(JANSSON_LIBS) $(DEFLATE_LIBS)
tests_fuzz_repair_LDFLAGS = $(AM_LDFLAGS) -static
check_PROGRAMS += $(fuzz_programs) tests/fuzz/seeds
TESTS += tests/fuzz/run
dist_check_SCRIPTS += tests/fuzz/run
EXTRA_DIST += tests/fuzz/corpus tests/fuzz/dict tests/fuzz/written tests/fuzz/regressions tests/fuzz/README.md tools/fuzz

# Hostile inputs against caps of time and memory, which sanitizers would pass.
if !SANITIZERS
TESTS += tests/adversarial/run
endif
EXTRA_DIST += tests/adversarial

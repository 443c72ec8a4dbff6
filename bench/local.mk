# SPDX-License-Identifier: MIT
# Not built by default: bench/run asks for it.
EXTRA_PROGRAMS = bench/floor
bench_floor_SOURCES = bench/floor.c
bench_floor_LDADD = libabi3t.la
bench_floor_LDFLAGS = $(AM_LDFLAGS) -static
EXTRA_DIST += bench/run

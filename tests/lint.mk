# SPDX-License-Identifier: MIT
# Lints: rules of the house that no compiler holds.
if !SANITIZERS
lints = tools/lint/exports tools/lint/layers tools/lint/objects tools/lint/rules tools/lint/sources tools/lint/scripts
TESTS += $(lints)
endif
EXTRA_DIST += .clang-tidy tools/analysis.false tools/foreign try tools/setup tools/build tools/make-check tools/results tools/state tools/lint tools/suites tests/consumer.c

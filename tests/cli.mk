# SPDX-License-Identifier: MIT
# The program from outside.
TESTS += tests/cli/run
EXTRA_DIST += tests/cli/run

# SPDX-License-Identifier: MIT
# The program from outside.
cli_tests = tests/cli/run tests/cli/config
TESTS += $(cli_tests)
EXTRA_DIST += $(cli_tests) tests/cli/tap.sh

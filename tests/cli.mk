# SPDX-License-Identifier: MIT
# The program from outside.
cli_tests = tests/cli/run tests/cli/completion tests/cli/config tests/cli/stream tests/scale
TESTS += $(cli_tests) tests/containers
dist_check_SCRIPTS += tests/containers
EXTRA_DIST += $(cli_tests) tests/cli/tap.sh

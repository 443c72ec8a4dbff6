bin_PROGRAMS += abi3t-audit
abi3t_audit_SOURCES = \
	src/cli/arguments.c src/cli/cli.h src/cli/commands.def src/cli/config.c src/cli/help.c src/cli/list.c src/cli/main.c src/cli/output.c src/cli/progress.c src/cli/sandbox.c
abi3t_audit_LDADD = libabi3t.la
# the program carries the library: one file that runs from the build tree and wherever it is copied
abi3t_audit_LDFLAGS = $(AM_LDFLAGS) $(A3_PIE) -static

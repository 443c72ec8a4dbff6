# SPDX-License-Identifier: MIT
# The pages are made from the tables of options and rules, and are part of the tarball.
made_mans = man/abi3t-audit.1 man/abi3t-rules.7
dist_man_MANS += $(made_mans) man/abi3t-audit-matrix.1 man/abi3t-audit-readiness.1
EXTRA_PROGRAMS = tools/mkman
tools_mkman_SOURCES = tools/mkman.c
EXTRA_DIST += man/abi3t-audit.1.in
CLEANFILES += $(made_mans) $(EXTRA_PROGRAMS)

# mkman itself is no prerequisite: pages that are up to date need no program to be built. One page waits for the other, so
# that only one make builds it.
man/abi3t-audit.1: man/abi3t-audit.1.in src/api/options.def tools/mkman.c
	$(AM_V_at)$(MAKE) $(AM_MAKEFLAGS) tools/mkman$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) man && tools/mkman$(EXEEXT) options $(srcdir)/man/abi3t-audit.1.in >$@.tmp && mv -f $@.tmp $@
man/abi3t-rules.7: src/rules/rules.def tools/mkman.c | man/abi3t-audit.1
	$(AM_V_at)$(MAKE) $(AM_MAKEFLAGS) tools/mkman$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) man && tools/mkman$(EXEEXT) rules >$@.tmp && mv -f $@.tmp $@

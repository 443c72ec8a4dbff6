# SPDX-License-Identifier: MIT
# Manual pages and shell completion, made from the tables of options, commands and rules. They are part of the tarball: there, and in a cross
# build from it, nothing of this is run. One recipe makes all pages, the others of them wait for the first.
template_mans = man/abi3t-audit.1 man/abi3t-audit-audit.1 man/abi3t-audit-show.1 man/abi3t-audit-repair.1 man/abi3t-audit-retag.1 \
	man/abi3t-audit-matrix.1 man/abi3t-audit-readiness.1 man/abi3t-audit-rules.1 man/abi3t-audit-symbols.1 man/abi3t-audit.toml.5 \
	man/libabi3t.3
made_mans = $(template_mans) man/abi3t-rules.7
dist_man_MANS += $(made_mans)
completions = completion/bash/abi3t-audit completion/zsh/_abi3t-audit completion/fish/abi3t-audit.fish
bashcompletiondir = $(datadir)/bash-completion/completions
zshcompletiondir = $(datadir)/zsh/site-functions
fishcompletiondir = $(datadir)/fish/vendor_completions.d
dist_bashcompletion_DATA = completion/bash/abi3t-audit
dist_zshcompletion_DATA = completion/zsh/_abi3t-audit
dist_fishcompletion_DATA = completion/fish/abi3t-audit.fish
EXTRA_DIST += $(template_mans:=.in) tools/mkman.c tools/mkcomplete.c tools/tables.h
CLEANFILES += $(made_mans) $(completions) tools/mkman tools/mkcomplete

tables = src/api/options.def src/cli/commands.def src/rules/rules.def tools/tables.h
run_on_build_machine = $(MKDIR_P) tools man completion/bash completion/zsh completion/fish && \
	$(CC_FOR_BUILD) -I$(srcdir)/src -I$(srcdir) -o

man/abi3t-audit.1: $(template_mans:=.in) $(tables) tools/mkman.c docs/examples/verdicts.c
	$(AM_V_GEN)$(run_on_build_machine) tools/mkman $(srcdir)/tools/mkman.c && \
	for page in $(template_mans); do \
		tools/mkman page $(srcdir)/$$page.in $(srcdir)/docs/examples/verdicts.c >$$page.tmp && mv -f $$page.tmp $$page || exit 1; \
	done && tools/mkman rules >man/rules.tmp && mv -f man/rules.tmp man/abi3t-rules.7
man/abi3t-audit-audit.1 man/abi3t-audit-show.1 man/abi3t-audit-repair.1 man/abi3t-audit-retag.1 man/abi3t-audit-matrix.1 man/abi3t-audit-readiness.1 \
man/abi3t-audit-rules.1 man/abi3t-audit-symbols.1 man/abi3t-audit.toml.5 man/libabi3t.3 man/abi3t-rules.7: man/abi3t-audit.1
	@test -f $@ || { rm -f man/abi3t-audit.1 && $(MAKE) $(AM_MAKEFLAGS) man/abi3t-audit.1; }

completion/bash/abi3t-audit: $(tables) tools/mkcomplete.c
	$(AM_V_GEN)$(run_on_build_machine) tools/mkcomplete $(srcdir)/tools/mkcomplete.c && \
	for shell in bash zsh fish; do tools/mkcomplete $$shell >completion/$$shell.tmp || exit 1; done && \
	mv -f completion/bash.tmp completion/bash/abi3t-audit && mv -f completion/zsh.tmp completion/zsh/_abi3t-audit && \
	mv -f completion/fish.tmp completion/fish/abi3t-audit.fish
completion/zsh/_abi3t-audit completion/fish/abi3t-audit.fish: completion/bash/abi3t-audit
	@test -f $@ || { rm -f completion/bash/abi3t-audit && $(MAKE) $(AM_MAKEFLAGS) completion/bash/abi3t-audit; }

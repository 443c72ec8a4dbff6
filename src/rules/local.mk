rules_sources = \
	src/rules/container.c src/rules/entry.c src/rules/external.c src/rules/findings.c src/rules/findings.h src/rules/hooks.h \
	src/rules/imports.c src/rules/index.c src/rules/judge.c src/rules/judge.h src/rules/libraries.c src/rules/metadata.c \
	src/rules/objects.c src/rules/platform.c src/rules/platform.h src/rules/platform_other.c src/rules/record.c src/rules/rules.def src/rules/set.c src/rules/slots.c src/rules/suffixes.c \
	src/rules/tags.c src/rules/types.c

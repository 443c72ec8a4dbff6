facts_sources = \
	src/facts/best.c src/facts/bringers.c src/facts/claim.c src/facts/expand.c src/facts/facts.h src/facts/file.c src/facts/finish.c src/facts/gather.h \
	src/facts/libraries.c src/facts/needs.c src/facts/needs.h src/facts/object.c src/facts/set.c src/facts/set.h src/facts/set_columns.c \
	src/facts/set_load.c src/facts/set_matrix.c src/facts/subject.c

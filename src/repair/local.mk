repair_sources = \
	src/repair/draft.c src/repair/place.c src/repair/place.h src/repair/plan.c src/repair/plan.h src/repair/tags.c src/repair/write.h src/repair/zip_write.c

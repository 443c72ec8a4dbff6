api_sources = \
	src/api/archive.c src/api/audit.c src/api/catalogue.c src/api/config.c src/api/inputs.c src/api/inputs.h src/api/matrix.c src/api/options.c src/api/options.def \
	src/api/options.h src/api/pool.c src/api/pool.h src/api/repair.c src/api/readiness.c src/api/run.c src/api/run.h src/api/show.c src/api/table.c src/api/table.h

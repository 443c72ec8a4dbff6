report_sources = \
	src/report/ci.c src/report/sarif.c src/report/json.c src/report/json.h src/report/report.c src/report/report.h src/report/show.c src/report/show.h src/report/show_module.c src/report/show_platform.c \
	src/report/alike.c src/report/alike.h src/report/text.c \
	src/report/html.c src/report/html.h src/report/matrix.c src/report/matrix.h src/report/matrix_html.c src/report/matrix_page.c src/report/matrix_text.c \
	src/report/readiness.c src/report/readiness.h src/report/readiness_text.c
# for whoever reads the reports with a program
schemadir = $(datadir)/abi3t-audit
dist_schema_DATA = src/report/schema.json src/report/matrix.schema.json src/report/readiness.schema.json

wheel_sources =
# names, tags and metadata
wheel_sources += \
	src/wheel/address.c src/wheel/address.h src/wheel/classifiers.c src/wheel/classifiers.h src/wheel/entrypoints.c src/wheel/entrypoints.h src/wheel/fault.c src/wheel/fault.h src/wheel/headers.c \
	src/wheel/headers.h src/wheel/marks.c src/wheel/marks.h src/wheel/meta_checks.c src/wheel/meta_checks.h src/wheel/meta_contact.c src/wheel/meta_contact.h \
	src/wheel/metadata.c src/wheel/metadata.h src/wheel/name.c src/wheel/name.h src/wheel/pep440.c src/wheel/pep440.h \
	src/wheel/record.c src/wheel/record.h src/wheel/requirement.c src/wheel/requirement_key.c src/wheel/requirement.h src/wheel/spdx.c src/wheel/spdx.h \
	src/wheel/spdx_ids.c src/wheel/tags.c src/wheel/tags.h src/wheel/wheelfile.c src/wheel/wheelfile.h
# containers
wheel_sources += \
	src/wheel/archive.c src/wheel/archive_lib.c src/wheel/archive_lib.h src/wheel/container.c src/wheel/container.h \
	src/wheel/mapped.c src/wheel/zip_central.c src/wheel/zip_end.c src/wheel/zip_layout.c src/wheel/zip_local.c \
	src/wheel/zip_names.c src/wheel/zip_read.c src/wheel/zip_views.c src/wheel/zip_walk.c src/wheel/zip_walk.h
EXTRA_DIST += src/wheel/gen-classifiers

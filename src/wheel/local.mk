wheel_sources =
# names, tags and metadata
wheel_sources += \
	src/wheel/entrypoints.h src/wheel/fault.h src/wheel/headers.h src/wheel/metadata.h src/wheel/name.h src/wheel/pep440.h \
	src/wheel/record.h src/wheel/tags.h src/wheel/wheelfile.h

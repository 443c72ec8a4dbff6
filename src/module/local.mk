module_sources = src/module/module.h src/module/lift.h

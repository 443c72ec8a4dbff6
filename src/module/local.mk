module_sources = src/module/module.h src/module/lift.h src/module/emit.h \
	src/module/answer.c src/module/calls.c src/module/defs.c src/module/defs.h src/module/faults.c \
	src/module/follow.c src/module/hooks.c src/module/hooks.h src/module/interp.c src/module/interp.h \
	src/module/isa.c src/module/isa_aarch64.c src/module/isa_aarch64.h src/module/isa_aarch64_mem.c \
	src/module/isa_aarch64_vec.c src/module/isa_x86.c src/module/isa_x86.h src/module/isa_x86_one.c src/module/isa_x86_two.c \
	src/module/isa_x86_vec.c src/module/machine.h src/module/memory.c src/module/memory.h src/module/module.c \
	src/module/names.c src/module/objects.c src/module/ops.c src/module/scan.c src/module/scan.h \
	src/module/slots.c src/module/slots.h

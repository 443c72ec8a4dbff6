module_sources = src/module/module.h src/module/lift.h src/module/emit.h \
	src/module/answer.c src/module/calls.c src/module/defs.c src/module/defs.h src/module/faults.c \
	src/module/follow.c src/module/hooks.c src/module/hooks.h src/module/interp.c src/module/interp.h src/module/paths.c \
	src/module/isa.c src/module/isa_aarch64.c src/module/isa_aarch64.h src/module/isa_aarch64_mem.c \
	src/module/isa_aarch64_vec.c src/module/isa_arm.c src/module/isa_arm.h src/module/isa_arm_operate.c \
	src/module/isa_loongarch64.c src/module/isa_neon.c src/module/isa_ppc64.c src/module/isa_ppc64.h \
	src/module/isa_ppc64_fixed.c src/module/isa_riscv64.c src/module/isa_s390x.c src/module/isa_s390x.h \
	src/module/isa_s390x_immediate.c src/module/isa_s390x_operate.c src/module/isa_s390x_vector.c \
	src/module/isa_thumb.c src/module/isa_vsx.c src/module/isa_wasm.c \
	src/module/isa_x86.c src/module/isa_x86.h src/module/isa_x86_one.c src/module/isa_x86_two.c \
	src/module/isa_x86_vec.c src/module/machine.h src/module/memory.c src/module/memory.h src/module/module.c \
	src/module/names.c src/module/objects.c src/module/ops.c src/module/scan.c src/module/scan.h \
	src/module/slots.c src/module/slots.h src/module/wasm_code.c src/module/wasm_code.h

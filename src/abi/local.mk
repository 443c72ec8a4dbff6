abi_sources = \
	src/abi/interp.h src/abi/platform.h src/abi/policy.h src/abi/stable.h

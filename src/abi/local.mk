abi_sources =

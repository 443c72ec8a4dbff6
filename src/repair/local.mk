repair_sources =

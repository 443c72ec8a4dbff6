rules_sources =

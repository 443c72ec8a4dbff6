facts_sources = src/facts/version.c

dist_man_MANS += man/abi3t-audit-matrix.1 man/abi3t-audit-readiness.1

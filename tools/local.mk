# SPDX-License-Identifier: MIT
# Packaging: not part of `all`.
wheel:
	python3 $(srcdir)/tools/wheel/abi3t_wheel.py dist
EXTRA_DIST += pyproject.toml action.yml .pre-commit-hooks.yaml tools/action tools/wheel/abi3t_wheel.py tools/wheel/abi3t_audit/__init__.py \
	tools/wheel/abi3t_audit/__main__.py debian

# SPDX-License-Identifier: MIT
"""python -m abi3t_audit ARGUMENT..."""
import os
import sys

from . import find_program

try:
    program = find_program()
except FileNotFoundError as why:
    sys.exit(f"abi3t_audit: {why} is not among the scripts of this environment")
os.execv(program, [program, *sys.argv[1:]])

# SPDX-License-Identifier: MIT
"""Where the program is that this distribution installed: the program itself is no Python."""
import os
import sys
import sysconfig

__all__ = ["find_program"]


def find_program():
    """Path of abi3t-audit among the scripts of this environment, of the user's, or beside a --target folder; FileNotFoundError."""
    name = "abi3t-audit" + (sysconfig.get_config_var("EXE") or "")
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    user = "posix_user" if os.name == "posix" else "nt_user"
    for folder in (sysconfig.get_path("scripts"), sysconfig.get_path("scripts", user), os.path.join(here, "bin"), os.path.join(sys.prefix, "bin")):
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            return path
    raise FileNotFoundError(name)

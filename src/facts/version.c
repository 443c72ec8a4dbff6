/* SPDX-License-Identifier: MIT */
#include "abi3t.h"

const char *abi3t_version(void) { return PACKAGE_VERSION; }

/* SPDX-License-Identifier: MIT */
#include "base/version.h"

#include <stdio.h>

a3_version_text a3_version_format(a3_version version)
{
    a3_version_text out;
    snprintf(out.text, sizeof out.text, "%u.%u", a3_version_major(version) & 0xff, a3_version_minor(version));
    return out;
}

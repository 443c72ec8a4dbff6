/* SPDX-License-Identifier: MIT */
/* Somebody else's program: only the installed header, C and C++. */
#include <abi3t.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    abi3t_message why;
    abi3t_options *options = abi3t_options_new();
    if (options == NULL || abi3t_options_set(options, "min-python", "3.9", &why) != ABI3T_CLEAN)
        return 1;
    if (abi3t_options_set(options, "no-such-option", NULL, &why) != ABI3T_USAGE || why.text[0] == '\0')
        return 1;
    abi3t_options_free(options);
    printf("%s %s\n", abi3t_version(), abi3t_stable_abi_version());
    return strchr(abi3t_version(), '.') == NULL;
}

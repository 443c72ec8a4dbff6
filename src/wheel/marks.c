/* SPDX-License-Identifier: MIT */
#include "wheel/marks.h"

#include <string.h>

/* Larger files are not searched. */
enum { SEARCHED = 5 << 20 };

static a3_span find(a3_span in, const char *text)
{
    const uint8_t *at = in.size > 0 ? memmem(in.data, in.size, text, strlen(text)) : NULL;
    return at ? (a3_span){at, in.size - (size_t)(at - in.data)} : (a3_span){NULL, 0};
}

static bool starts(a3_span in, const char *text)
{
    size_t size = strlen(text);
    return in.size >= size && memcmp(in.data, text, size) == 0;
}

/* The call and the hooks of code that PyArmor encrypted. */
static bool has_pyarmor(a3_span in)
{
    static const char root[] = "__pyarmor_";
    static const char *const marks[] = {"__pyarmor__(__name__, __file__,", "__pyarmor_enter__", "__pyarmor_exit__",
                                        "__pyarmor_assert__", "__pyarmor_bcc__"};
    for (a3_span at = find(in, root); at.data != NULL; at = find((a3_span){at.data + 1, at.size - 1}, root))
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
            if (starts(at, marks[i]))
                return true;
    return false;
}

/* A token of the index itself: its head, which names the index, and 150 characters of base64 at least. */
static bool has_token(a3_span in)
{
    static const char head[] = "pypi-AgEIcHlwaS5vcmcCJ";
    enum { LEAST = 150 };
    for (a3_span at = find(in, head); at.data != NULL; at = find((a3_span){at.data + 1, at.size - 1}, head)) {
        size_t size = sizeof head - 1, start = size;
        for (; size < at.size && size - start < LEAST; size++) {
            uint8_t c = at.data[size];
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_'))
                break;
        }
        if (size - start == LEAST)
            return true;
    }
    return false;
}

const char *a3_index_mark(a3_span content)
{
    if (content.size > SEARCHED)
        return NULL;
    if (has_pyarmor(content))
        return "PyArmor-encrypted content is not allowed.";
    if (find(content, "---BEGIN PYE FILE---").data != NULL && find(content, "---END PYE FILE---").data != NULL)
        return "SourceDefender-encrypted content is not allowed.";
    return has_token(content) ? "We have detected a PyPI API token exposed in the uploaded file." : NULL;
}

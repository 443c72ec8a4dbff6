/* SPDX-License-Identifier: MIT */
#include "wheel/meta_contact.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "wheel/address.h"

#define QUOTE(check, text) a3_fault_quote((check)->arena, (text), strlen(text))

static bool digit(char c) { return c >= '0' && c <= '9'; }
static bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
static bool beyond_ascii(char c) { return ((unsigned char)c & 0x80) != 0; }

/* ---- URLs ---- */

/* What the index's check of URLs comes to: http or https, a port of 16 bits, and no brackets in path and query. */
static bool is_url(const char *text)
{
    size_t scheme = strcspn(text, ":");
    if (text[scheme] != ':' ||
        !((scheme == 4 && strncasecmp(text, "http", 4) == 0) || (scheme == 5 && strncasecmp(text, "https", 5) == 0)))
        return false;
    const char *at = text + scheme + 1;
    if (a3_has_prefix(at, "//")) {
        size_t authority = strcspn(at + 2, "/?#");
        const char *end = at + 2 + authority, *port = end;
        unsigned long number = 0;
        while (port > at + 2 && digit(port[-1]))
            port--;
        for (const char *p = port; p < end && number <= 65535; p++)
            number = number * 10 + (unsigned long)(*p - '0');
        if (port[-1] == ':' && number > 65535)
            return false;
        at = end;
    }
    size_t rest = strcspn(at, "#");
    return memchr(at, '[', rest) == NULL && memchr(at, ']', rest) == NULL;
}

void a3_meta_url(a3_meta_check *check)
{
    const char *text = check->value->value;
    const char *shown = a3_fault_repr(check->arena, text);
    if (*text != '\0' && !is_url(text)) /* an empty one is not sent */
        a3_meta_fault(check, A3_FAULT_META_URL, A3_INDEX_REFUSES,
                      shown ? a3_printf(check->arena, "%s is not a valid url.", shown) : NULL, "%s %s is no http or https URL",
                      a3_meta_field_name(check->value->field), QUOTE(check, text));
}

static char *trimmed(a3_arena *arena, const char *text, size_t size)
{
    while (size > 0 && (unsigned char)*text <= 0x20) {
        text++;
        size--;
    }
    while (size > 0 && (unsigned char)text[size - 1] <= 0x20)
        size--;
    return a3_strndup(arena, text, size);
}

/* Two Project-URLs with the same label: twine gives up. Quadratic, but only over the first hundred. */
static bool label_again(a3_meta_check *check, const char *label)
{
    const a3_metadata *m = check->metadata;
    unsigned looked = 0;
    for (const a3_meta_value *v = m->items; v < check->value && looked < 100; v++) {
        if (v->field != A3_META_PROJECT_URL)
            continue;
        looked++;
        const char *other = trimmed(check->arena, v->value, strcspn(v->value, ","));
        if (other != NULL && strcmp(other, label) == 0)
            return true;
    }
    return false;
}

void a3_meta_project_url(a3_meta_check *check)
{
    const char *text = check->value->value, *comma = strchr(text, ',');
    const char *label = trimmed(check->arena, text, comma ? (size_t)(comma - text) : strlen(text));
    const char *url = trimmed(check->arena, comma ? comma + 1 : "", comma ? strlen(comma + 1) : 0);
    size_t characters = 0;
    if (label == NULL || url == NULL)
        return;
    for (const char *p = label; *p != '\0'; p++)
        characters += ((unsigned char)*p & 0xc0) != 0x80;
    const char *label_shown = a3_fault_repr(check->arena, label), *url_shown = a3_fault_repr(check->arena, url);
    if (*label == '\0')
        a3_meta_fault(check, A3_FAULT_META_PROJECT_URL, A3_INDEX_REFUSES, "Must have a label", "Project-URL %s has no label",
                      QUOTE(check, text));
    else if (characters > 32)
        a3_meta_fault(check, A3_FAULT_META_PROJECT_URL, A3_INDEX_REFUSES,
                      label_shown ? a3_printf(check->arena, "%s must be 32 characters or less.", label_shown) : NULL,
                      "the label %s of a Project-URL has %zu characters, 32 are allowed", QUOTE(check, label), characters);
    else if (*url == '\0')
        a3_meta_fault(check, A3_FAULT_META_PROJECT_URL, A3_INDEX_REFUSES, "Must have a URL", "Project-URL %s has no URL",
                      QUOTE(check, text));
    else if (!is_url(url))
        a3_meta_fault(check, A3_FAULT_META_PROJECT_URL, A3_INDEX_REFUSES,
                      url_shown ? a3_printf(check->arena, "%s is not a valid url", url_shown) : NULL,
                      "the Project-URL %s is no http or https URL", QUOTE(check, url));
    if (label_again(check, label))
        a3_meta_fault(check, A3_FAULT_META_PROJECT_URL, A3_INDEX_UPLOADER, NULL, "a second Project-URL with the label %s",
                      QUOTE(check, label));
}

/* ---- e-mail ---- */

/* Letters, digits and the signs of RFC 5322's atoms, dots between. */
static bool local_part(const char *text, size_t size)
{
    if (size == 0 || text[0] == '.' || text[size - 1] == '.')
        return false;
    for (size_t i = 0; i < size; i++) {
        char c = text[i];
        if (!digit(c) && !letter(c) && !beyond_ascii(c) && (c == '\0' || strchr("!#$%&'*+-/=?^_`{|}~.", c) == NULL))
            return false;
        if (c == '.' && text[i + 1] == '.')
            return false;
    }
    return true;
}

static bool label_good(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (!digit(text[i]) && !letter(text[i]) && !beyond_ascii(text[i]) && text[i] != '-')
            return false;
    bool dashes = size >= 4 && text[2] == '-' && text[3] == '-' && strncasecmp(text, "xn", 2) != 0;
    return size > 0 && size <= 63 && text[0] != '-' && text[size - 1] != '-' && !dashes;
}

/* Labels with a dot at least, the last one ending in a letter; none of the reserved top-level names that the index's
 * validator refuses. */
static bool domain(const char *text)
{
    static const char *const reserved[] = {"arpa", "invalid", "local", "localhost", "onion", "test"};
    size_t labels = 0, size = 0;
    const char *label = text;
    for (;; label += size + 1) {
        size = strcspn(label, ".");
        labels++;
        if (!label_good(label, size))
            return false;
        if (label[size] == '\0')
            break;
    }
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (strcasecmp(label, reserved[i]) == 0)
            return false;
    return labels > 1 && strlen(text) <= 253 && (letter(label[size - 1]) || beyond_ascii(label[size - 1]));
}

void a3_meta_email(a3_meta_check *check)
{
    enum { LONGEST = 254 };
    const char *address = a3_mail_address(check->arena, check->value->value);
    if (address == NULL || *address == '\0')
        return; /* nothing that the index would look at */
    const char *at = strchr(address, '@');
    const char *shown = a3_fault_repr(check->arena, address);
    if (at == NULL || !local_part(address, (size_t)(at - address)) || !domain(at + 1) || strlen(address) > LONGEST)
        a3_meta_fault(check, A3_FAULT_META_EMAIL, A3_INDEX_REFUSES, shown ? a3_printf(check->arena, "%s is not a valid email address", shown) : NULL, "%s %s is no e-mail address",
                      a3_meta_field_name(check->value->field), QUOTE(check, address));
}

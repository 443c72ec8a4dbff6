/* SPDX-License-Identifier: MIT */
#include "wheel/metadata.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "wheel/meta_checks.h"

/* Core metadata versions in order; 2.0 was never one. */
static const char *const versions[] = {"1.0", "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5"};
enum { VERSIONS = sizeof versions / sizeof *versions };
enum since { V10, V11, V12, V21, V22, V23, V24, V25 };

static const struct field {
    const char *name;
    enum since since;
    bool multiple;
} fields[A3_META_FIELD_COUNT] = {
    [A3_META_UNKNOWN] = {"", V10, true},
    [A3_META_METADATA_VERSION] = {"Metadata-Version", V10, false},
    [A3_META_NAME] = {"Name", V10, false},
    [A3_META_VERSION] = {"Version", V10, false},
    [A3_META_DYNAMIC] = {"Dynamic", V22, true},
    [A3_META_PLATFORM] = {"Platform", V10, true},
    [A3_META_SUPPORTED_PLATFORM] = {"Supported-Platform", V11, true},
    [A3_META_SUMMARY] = {"Summary", V10, false},
    [A3_META_DESCRIPTION] = {"Description", V10, false},
    [A3_META_DESCRIPTION_CONTENT_TYPE] = {"Description-Content-Type", V21, false},
    [A3_META_KEYWORDS] = {"Keywords", V10, false},
    [A3_META_HOME_PAGE] = {"Home-page", V10, false},
    [A3_META_DOWNLOAD_URL] = {"Download-URL", V11, false},
    [A3_META_AUTHOR] = {"Author", V10, false},
    [A3_META_AUTHOR_EMAIL] = {"Author-email", V10, false},
    [A3_META_MAINTAINER] = {"Maintainer", V12, false},
    [A3_META_MAINTAINER_EMAIL] = {"Maintainer-email", V12, false},
    [A3_META_LICENSE] = {"License", V10, false},
    [A3_META_LICENSE_EXPRESSION] = {"License-Expression", V24, false},
    [A3_META_LICENSE_FILE] = {"License-File", V24, true},
    [A3_META_CLASSIFIER] = {"Classifier", V11, true},
    [A3_META_REQUIRES_DIST] = {"Requires-Dist", V12, true},
    [A3_META_REQUIRES_PYTHON] = {"Requires-Python", V12, false},
    [A3_META_REQUIRES_EXTERNAL] = {"Requires-External", V12, true},
    [A3_META_PROJECT_URL] = {"Project-URL", V12, true},
    [A3_META_PROVIDES_EXTRA] = {"Provides-Extra", V21, true},
    [A3_META_PROVIDES_DIST] = {"Provides-Dist", V12, true},
    [A3_META_OBSOLETES_DIST] = {"Obsoletes-Dist", V12, true},
    [A3_META_REQUIRES] = {"Requires", V11, true},
    [A3_META_PROVIDES] = {"Provides", V11, true},
    [A3_META_OBSOLETES] = {"Obsoletes", V11, true},
    [A3_META_IMPORT_NAME] = {"Import-Name", V25, true},
    [A3_META_IMPORT_NAMESPACE] = {"Import-Namespace", V25, true},
};

const char *a3_meta_field_name(a3_meta_field field) { return fields[field].name; }

a3_meta_field a3_meta_field_find(const char *name)
{
    for (int i = 1; i < A3_META_FIELD_COUNT; i++)
        if (strcasecmp(fields[i].name, name) == 0)
            return (a3_meta_field)i;
    return A3_META_UNKNOWN;
}

void a3_meta_fault(a3_meta_check *check, a3_fault_code code, a3_index_answer index, const char *server, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    A3_FAULT(check->arena, check->faults, code, index, check->value ? check->value->line : 0, server, "%s", text);
}

#define QUOTE(text) a3_fault_quote(arena, (text), strlen(text))

/* Headers into values: unknown fields and repetitions of single ones are said and left out. */
static bool collect(a3_arena *arena, const a3_headers *headers, a3_metadata *out, a3_faults *faults)
{
    unsigned seen[A3_META_FIELD_COUNT] = {0};
    for (size_t i = 0; i < headers->count; i++) {
        const a3_header *h = &headers->items[i];
        a3_meta_field field = a3_meta_field_find(h->name);
        if (field == A3_META_UNKNOWN) {
            A3_FAULT(arena, faults, A3_FAULT_META_UNKNOWN, A3_INDEX_UPLOADER, h->line, NULL,
                     "%s is no core metadata field: installers ignore it, twine refuses it", QUOTE(h->name));
            continue;
        }
        if (seen[field]++ > 0 && !fields[field].multiple) {
            A3_FAULT(arena, faults, A3_FAULT_META_DUPLICATE, A3_INDEX_UPLOADER, h->line, NULL,
                     "a second %s, of which there can be one", fields[field].name);
            continue;
        }
        if (!a3_utf8_valid(h->value, strlen(h->value)))
            A3_FAULT(arena, faults, A3_FAULT_META_ENCODING, A3_INDEX_UPLOADER, h->line, NULL, "%s is not UTF-8",
                     fields[field].name);
        a3_meta_value *value = A3_PUSH(arena, out);
        if (value == NULL)
            return false;
        *value = (a3_meta_value){field, h->value, h->line};
        if (field == A3_META_METADATA_VERSION)
            out->metadata_version = h->value;
        else if (field == A3_META_NAME)
            out->name = h->value;
        else if (field == A3_META_VERSION)
            out->version = h->value;
        else if (field == A3_META_REQUIRES_PYTHON)
            out->requires_python = h->value;
    }
    return true;
}

/* Index into `versions`, -1: none of them. */
static int age(const char *version)
{
    for (int i = 0; version != NULL && i < VERSIONS; i++)
        if (strcmp(version, versions[i]) == 0)
            return i;
    return -1;
}

static void check_ages(a3_meta_check *check)
{
    const a3_metadata *m = check->metadata;
    int declared = age(m->metadata_version);
    for (size_t i = 0; declared >= 0 && i < m->count; i++) {
        const a3_meta_value *value = check->value = &m->items[i];
        const struct field *field = &fields[value->field];
        if ((int)field->since <= declared)
            continue;
        /* setuptools wrote License-File below 2.4 for years: twine leaves it out of what it sends */
        bool sent = value->field != A3_META_LICENSE_FILE;
        char lower[32];
        size_t size = 0;
        for (; field->name[size] != '\0' && size + 1 < sizeof lower; size++)
            lower[size] = (char)(field->name[size] | 0x20); /* letters and '-', which has the bit */
        lower[size] = '\0';
        const char *server = a3_printf(check->arena, "%s introduced in metadata version %s, not %s", lower,
                                       versions[field->since], m->metadata_version);
        a3_meta_fault(check, A3_FAULT_META_TOO_NEW, sent ? A3_INDEX_REFUSES : A3_INDEX_NOTHING, sent ? server : NULL,
                      "%s came with Metadata-Version %s, the file declares %s", field->name, versions[field->since],
                      m->metadata_version);
    }
}

static const a3_meta_value *find(const a3_metadata *m, a3_meta_field field)
{
    for (size_t i = 0; i < m->count; i++)
        if (m->items[i].field == field)
            return &m->items[i];
    return NULL;
}

static void check_version(a3_meta_check *check)
{
    const char *version = check->metadata->metadata_version;
    check->value = find(check->metadata, A3_META_METADATA_VERSION);
    if (version == NULL)
        return;
    if (age(version) < 0) {
        const char *shown = a3_fault_repr(check->arena, version);
        const char *server = shown ? a3_printf(check->arena, "%s is not a valid metadata version", shown) : NULL;
        unsigned major = 0, minor = 0;
        char more;
        bool read = sscanf(version, "%3u.%3u%c", &major, &minor, &more) == 2 && major >= 1 && major <= 2;
        a3_meta_fault(check, read ? A3_FAULT_META_MINOR : A3_FAULT_META_VERSION, A3_INDEX_REFUSES, server,
                      "Metadata-Version %s does not exist: 1.0 to 1.2 and 2.1 to 2.5 do",
                      a3_fault_quote(check->arena, version, strlen(version)));
    }
}

static void check_whole(a3_meta_check *check)
{
    static const a3_meta_field required[] = {A3_META_METADATA_VERSION, A3_META_NAME, A3_META_VERSION};
    static const char *const servers[] = {NULL, "'name' is a required field", "'version' is a required field"};
    const a3_metadata *m = check->metadata;
    check->value = NULL;
    for (size_t i = 0; i < 3; i++)
        if (find(m, required[i]) == NULL)
            a3_meta_fault(check, A3_FAULT_META_MISSING, A3_INDEX_REFUSES, servers[i], "%s is missing", fields[required[i]].name);
    const a3_meta_value *license = find(m, A3_META_LICENSE), *expression = find(m, A3_META_LICENSE_EXPRESSION);
    if (license != NULL && expression != NULL && *license->value != '\0' && !a3_meta_unknown(license->value) && *expression->value != '\0') {
        check->value = license;
        a3_meta_fault(check, A3_FAULT_META_LICENSE, A3_INDEX_REFUSES,
                      "License is deprecated when License-Expression is present. Only License-Expression should be present.",
                      "License and License-Expression stand together");
    }
}

static void check_description(a3_meta_check *check, const a3_headers *headers)
{
    a3_metadata *m = check->metadata;
    const a3_meta_value *header = find(m, A3_META_DESCRIPTION);
    m->description = headers->body;
    if (header == NULL) {
        check->value = NULL;
    } else if (headers->body.size > 0) {
        check->value = header;
        a3_meta_fault(check, A3_FAULT_META_DUPLICATE, A3_INDEX_UPLOADER, NULL,
                      "a Description field, and a description as the body");
    } else {
        m->description = (a3_span){(const uint8_t *)header->value, strlen(header->value)};
    }
    if (!a3_utf8_valid((const char *)headers->body.data, headers->body.size))
        A3_FAULT(check->arena, check->faults, A3_FAULT_META_ENCODING, A3_INDEX_UPLOADER, headers->body_line, NULL,
                 "the description is not UTF-8");
}

bool a3_metadata_sends_licences(const a3_metadata *metadata)
{
    unsigned major = 0, minor = 0;
    return metadata->metadata_version != NULL && sscanf(metadata->metadata_version, "%3u.%3u", &major, &minor) == 2 &&
           (major > 2 || (major == 2 && minor >= 4));
}

a3_status a3_metadata_parse(a3_arena *arena, a3_span bytes, a3_metadata *out, a3_faults *faults)
{
    a3_headers headers;
    a3_meta_check check = {.arena = arena, .faults = faults, .metadata = out};
    *out = (a3_metadata){.name = NULL};
    if (a3_headers_parse(arena, bytes, A3_FAULT_META_SYNTAX, A3_FAULT_META_ENCODING, &headers, faults) != A3_OK ||
        !collect(arena, &headers, out, faults))
        return A3_NOMEM;
    check_version(&check);
    check_ages(&check);
    check_whole(&check);
    check_description(&check, &headers);
    for (size_t i = 0; i < out->count && !arena->failed; i++) {
        check.value = &out->items[i];
        a3_meta_check_value(&check);
    }
    return arena->failed ? A3_NOMEM : A3_OK;
}

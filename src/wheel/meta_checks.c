/* SPDX-License-Identifier: MIT */
/* Field by field: what packaging.metadata and the index ask of a value. */
#include "wheel/meta_checks.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "wheel/classifiers.h"
#include "wheel/meta_contact.h"
#include "wheel/name.h"
#include "wheel/requirement.h"
#include "wheel/spdx.h"

#define QUOTE(check, text) a3_fault_quote((check)->arena, (text), strlen(text))

static bool white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

static const char *skip_white(const char *at)
{
    while (white(*at))
        at++;
    return at;
}

bool a3_meta_unknown(const char *value)
{
    value = skip_white(value);
    return a3_has_prefix(value, "UNKNOWN") && *skip_white(value + strlen("UNKNOWN")) == '\0';
}

/* printf of `format` with the repr of the value, or NULL. */
static const char *server(a3_meta_check *check, const char *format, const char *text)
{
    const char *shown = a3_fault_repr(check->arena, text);
    return shown ? a3_printf(check->arena, format, shown) : NULL;
}

const char *a3_meta_invalid(a3_meta_check *check)
{
    const char *field = a3_meta_field_name(check->value->field);
    const char *shown = a3_fault_repr(check->arena, check->value->value);
    char *text = shown ? a3_printf(check->arena, "%s is invalid for '%s'", shown, field) : NULL;
    for (char *p = text ? text + strlen(text) - strlen(field) - 1 : NULL; p != NULL && *p != '\0'; p++)
        if (*p >= 'A' && *p <= 'Z')
            *p = (char)(*p + ('a' - 'A')); /* the server names fields in lower case */
    return text;
}

static void name(a3_meta_check *check)
{
    const char *text = check->value->value;
    if (*text == '\0')
        a3_meta_fault(check, A3_FAULT_META_NAME, A3_INDEX_REFUSES, "'name' is a required field", "Name is empty");
    else if (!a3_name_valid(text, strlen(text)))
        a3_meta_fault(check, A3_FAULT_META_NAME, A3_INDEX_REFUSES, a3_meta_invalid(check),
                      "%s is no project's name: ASCII letters, digits, '.', '_' and '-', a letter or digit at both ends",
                      QUOTE(check, text));
    else if (strcmp(text, "UNKNOWN") == 0)
        a3_meta_fault(check, A3_FAULT_META_INDEX, A3_INDEX_REFUSES, "'' is an invalid value for Name. Error: This field is required.",
                      "Name is UNKNOWN, which the index takes for none (the build was not told the project's name)");
}

static void version(a3_meta_check *check)
{
    a3_pep440 parsed;
    const char *text = check->value->value;
    if (*text == '\0') {
        a3_meta_fault(check, A3_FAULT_META_PROJECT_VERSION, A3_INDEX_REFUSES, "'version' is a required field",
                      "Version is empty");
    } else if (!a3_pep440_parse(check->arena, text, strlen(text), &parsed)) {
        a3_meta_fault(check, A3_FAULT_META_PROJECT_VERSION, A3_INDEX_REFUSES, a3_meta_invalid(check),
                      "%s is no version (PEP 440)", QUOTE(check, text));
    } else if (parsed.local_count > 0) {
        a3_buf normal = A3_BUF_INIT;
        a3_pep440_format(&normal, &parsed);
        a3_meta_fault(check, A3_FAULT_META_INDEX, A3_INDEX_REFUSES,
                      server(check, "The use of local versions in %s is not allowed.", a3_buf_text(&normal)),
                      "the version %s has a local part, which is not for public indexes", QUOTE(check, text));
        a3_buf_free(&normal);
    }
}

static void requires_python(a3_meta_check *check)
{
    a3_metadata *m = check->metadata;
    const char *text = check->value->value, *fault = NULL;
    m->requires_python_valid = a3_specifiers_parse(check->arena, text, strlen(text), &m->python, &fault);
    if (!m->requires_python_valid)
        a3_meta_fault(check, A3_FAULT_META_REQUIRES_PYTHON, A3_INDEX_REFUSES, a3_meta_invalid(check),
                      "Requires-Python %s: %s is no version specifier", QUOTE(check, text), fault ? fault : "it");
}

static void requirement(a3_meta_check *check)
{
    a3_requirement parsed;
    const char *text = check->value->value, *fault;
    bool dist = check->value->field == A3_META_REQUIRES_DIST;
    const char *field = a3_meta_field_name(check->value->field);
    if (!a3_requirement_parse(check->arena, text, &parsed, &fault))
        a3_meta_fault(check, A3_FAULT_META_REQUIRES_DIST, A3_INDEX_REFUSES, dist ? a3_meta_invalid(check) : NULL, "%s %s: %s",
                      field, QUOTE(check, text), fault ? fault : "");
    else if (parsed.url != NULL)
        a3_meta_fault(check, A3_FAULT_META_DIRECT_URL, A3_INDEX_REFUSES,
                      dist ? a3_printf(check->arena, "Can't have direct dependency: %.200s", text)
                           : server(check, "Can't have direct dependency: %s", text),
                      "%s %s refers to a URL, not to a release", field, QUOTE(check, text));
}

static void extra(a3_meta_check *check)
{
    const char *text = check->value->value;
    if (!a3_name_valid(text, strlen(text)))
        a3_meta_fault(check, A3_FAULT_META_EXTRA, A3_INDEX_REFUSES, a3_meta_invalid(check),
                      "Provides-Extra %s is no extra's name", QUOTE(check, text));
}

static void license_expression(a3_meta_check *check)
{
    const char *fault, *text = check->value->value;
    a3_license_answer answer = a3_license_expression_check(check->arena, text, &fault);
    if (answer == A3_LICENSE_VALID)
        return;
    bool refused = answer == A3_LICENSE_INVALID;
    a3_meta_fault(check, A3_FAULT_META_LICENSE, refused ? A3_INDEX_REFUSES : A3_INDEX_NOTHING,
                  refused ? a3_meta_invalid(check) : NULL, "License-Expression %s: %s", QUOTE(check, text), fault ? fault : "");
}

static void license_file(a3_meta_check *check)
{
    const char *text = check->value->value, *wrong = NULL, *tail = NULL;
    bool drive = text[0] != '\0' && text[1] == ':' && (text[2] == '\\' || text[2] == '/');
    if (strstr(text, "..") != NULL)
        wrong = "leads upwards", tail = "parent directory indicators are not allowed";
    else if (strchr(text, '*') != NULL)
        wrong = "is a pattern", tail = "paths must be resolved";
    else if (text[0] == '/' || a3_has_prefix(text, "\\\\") || drive)
        wrong = "is absolute", tail = "paths must be relative";
    else if (strchr(text, '\\') != NULL)
        wrong = "holds a backslash", tail = "paths must use '/' delimiter";
    else if (*text == '\0' || a3_has_prefix(text, "./") || strstr(text, "//") != NULL || strstr(text, "/./") != NULL ||
             a3_has_suffix(text, "/"))
        wrong = "is not in its shortest form", tail = "paths must use '/' delimiter";
    if (wrong == NULL)
        return;
    const char *said = a3_meta_invalid(check);
    a3_meta_fault(check, A3_FAULT_META_LICENSE_FILE, A3_INDEX_REFUSES,
                  said ? a3_printf(check->arena, "%s, %s", said, tail) : NULL, "the License-File %s %s", QUOTE(check, text),
                  wrong);
}

static void summary(a3_meta_check *check)
{
    const char *text = check->value->value;
    size_t characters = 0;
    for (const char *p = text; *p != '\0'; p++)
        characters += ((unsigned char)*p & 0xc0) != 0x80;
    if (strchr(text, '\n') != NULL)
        a3_meta_fault(check, A3_FAULT_META_SUMMARY, A3_INDEX_REFUSES, "'summary' must be a single line",
                      "Summary has several lines");
    if (characters > 512)
        a3_meta_fault(check, A3_FAULT_META_SUMMARY, A3_INDEX_REFUSES, "'summary' field must be 512 characters or less.",
                      "Summary has %zu characters, 512 are allowed", characters);
}

/* ---- Description-Content-Type ---- */

typedef struct content_type {
    char type[32], charset[32], variant[32]; /* "" if not given; cut where too long for anything that is taken */
    bool well_formed;                        /* RFC 2045: every parameter is token=token or token="..." */
} content_type;

static size_t token(const char *at)
{
    size_t size = 0;
    while (at[size] > 0x20 && at[size] < 0x7f && strchr("()<>@,;:\\\"/[]?=", at[size]) == NULL)
        size++;
    return size;
}

static void copy(char *out, const char *text, size_t size)
{
    size_t length = size < 31 ? size : 31;
    memcpy(out, text, length);
    out[length] = '\0';
}

/* One parameter behind a semicolon; NULL where it is ill-formed. */
static const char *parameter(const char *at, content_type *out)
{
    size_t name_size = token(at), size;
    const char *name = at;
    if (name_size == 0 || strcspn(at, "*'%") < name_size || at[name_size] != '=')
        return NULL;
    at = skip_white(at + name_size + 1);
    bool quoted = *at == '"';
    at += quoted;
    size = quoted ? strcspn(at, "\"\\") : token(at);
    char *to = name_size != 7                            ? NULL
               : strncasecmp(name, "charset", 7) == 0 ? out->charset
               : strncasecmp(name, "variant", 7) == 0 ? out->variant
                                                      : NULL;
    if (to != NULL && *to == '\0')
        copy(to, at, size);
    at += size;
    if (quoted ? *at != '"' : size == 0)
        return NULL;
    return skip_white(at + quoted);
}

static void parse_content_type(const char *text, content_type *out)
{
    const char *at = skip_white(text);
    size_t size = strcspn(at, ";"), end = size;
    *out = (content_type){.well_formed = true};
    while (end > 0 && white(at[end - 1]))
        end--;
    copy(out->type, at, end);
    at += size;
    while (at != NULL && *at == ';')
        at = parameter(skip_white(at + 1), out);
    out->well_formed = at != NULL && *at == '\0' && strchr(text, '\n') == NULL;
}

static void description_content_type(a3_meta_check *check)
{
    content_type c;
    const char *text = check->value->value;
    parse_content_type(text, &c);
    bool markdown = strcasecmp(c.type, "text/markdown") == 0;
    if (!markdown && strcasecmp(c.type, "text/plain") != 0 && strcasecmp(c.type, "text/x-rst") != 0)
        a3_meta_fault(check, A3_FAULT_META_CONTENT_TYPE, A3_INDEX_REFUSES, NULL,
                      "Description-Content-Type %s is neither text/plain, text/x-rst nor text/markdown", QUOTE(check, text));
    else if (!c.well_formed)
        a3_meta_fault(check, A3_FAULT_META_CONTENT_TYPE, A3_INDEX_UPLOADER, NULL,
                      "Description-Content-Type %s has an ill-formed parameter: twine with packaging 26.3 or later refuses it",
                      QUOTE(check, text));
    else if (c.charset[0] != '\0' && strcmp(c.charset, "UTF-8") != 0)
        a3_meta_fault(check, A3_FAULT_META_CONTENT_TYPE, A3_INDEX_REFUSES,
                      server(check, "'description-content-type' can only specify the UTF-8 charset, not %s", c.charset),
                      "the charset of Description-Content-Type is %s, only UTF-8 (in upper case) is taken",
                      QUOTE(check, c.charset));
    else if (markdown && c.variant[0] != '\0' && strcmp(c.variant, "GFM") != 0 && strcmp(c.variant, "CommonMark") != 0)
        a3_meta_fault(check, A3_FAULT_META_CONTENT_TYPE, A3_INDEX_REFUSES, NULL,
                      "the variant of Description-Content-Type is %s, neither GFM nor CommonMark", QUOTE(check, c.variant));
}

/* ---- classifiers, dynamic, import names ---- */

static int by_text(const void *key, const void *element) { return strcmp(key, element); }

/* One like it that the list has, letter case and blanks apart; NULL if none. */
static const char *similar(const char *text)
{
    for (size_t i = 0; i < a3_classifier_count; i++) {
        const char *a = text, *b = a3_classifiers[i];
        for (;; a++, b++) {
            a += strspn(a, " \t");
            b += strspn(b, " \t");
            if (*a == '\0' || strncasecmp(a, b, 1) != 0)
                break;
        }
        if (*a == *b)
            return a3_classifiers[i];
    }
    return NULL;
}

/* The list's first levels do not change; below them it may have grown since. */
static bool new_root(const char *text)
{
    size_t root = strcspn(text, ":");
    for (size_t i = 0; i < a3_classifier_count; i++)
        if (strncmp(text, a3_classifiers[i], root + 1) == 0)
            return false;
    return true;
}

static void classifier(a3_meta_check *check)
{
    const char *text = check->value->value;
    if (bsearch(text, a3_classifiers, a3_classifier_count, sizeof *a3_classifiers, by_text) != NULL)
        return;
    const char(*gone)[A3_CLASSIFIER_ROOM] =
        bsearch(text, a3_classifiers_gone, a3_classifier_gone_count, sizeof *a3_classifiers_gone, by_text);
    const char *instead = gone ? a3_classifiers_instead[gone - a3_classifiers_gone] : "";
    const char *said = server(check, gone ? *instead ? "The classifier %s has been deprecated, use one of" : "The classifier %s has been deprecated."
                                          : "%s is not a valid classifier.", text);
    if (gone != NULL && *instead != '\0' && said != NULL)
        said = a3_printf(check->arena, "%s ['%s'] instead.", said, instead);
    if (check->faults->totals[A3_FAULT_META_CLASSIFIER] >= A3_FAULTS_KEPT) { /* what is not kept need not be looked for */
        check->faults->totals[A3_FAULT_META_CLASSIFIER]++;
        return;
    }
    const char *like = gone == NULL ? similar(text) : NULL;
    if (gone != NULL)
        a3_meta_fault(check, A3_FAULT_META_CLASSIFIER, A3_INDEX_REFUSES, said, "the classifier %s is taken no more", QUOTE(check, text));
    else if (a3_has_prefix(text, "Private ::"))
        a3_meta_fault(check, A3_FAULT_META_CLASSIFIER, A3_INDEX_REFUSES, said,
                      "the classifier %s keeps the wheel from the index", QUOTE(check, text));
    else if (like != NULL)
        a3_meta_fault(check, A3_FAULT_META_CLASSIFIER, A3_INDEX_REFUSES, said, "%s is no classifier, '%s' is one", QUOTE(check, text), like);
    else if (new_root(text))
        a3_meta_fault(check, A3_FAULT_META_CLASSIFIER, A3_INDEX_REFUSES, said, "%s is no classifier", QUOTE(check, text));
    else
        a3_meta_fault(check, A3_FAULT_META_CLASSIFIER, A3_INDEX_DOUBTED, said, "%s was no classifier on %s", QUOTE(check, text),
                      a3_classifiers_date);
}

static void dynamic(a3_meta_check *check)
{
    const char *text = check->value->value;
    char *lower = a3_strdup(check->arena, text);
    if (lower == NULL)
        return;
    for (char *p = lower; *p != '\0'; p++)
        if (*p >= 'A' && *p <= 'Z')
            *p = (char)(*p + ('a' - 'A'));
    a3_meta_field field = a3_meta_field_find(text);
    if (field == A3_META_NAME || field == A3_META_VERSION || field == A3_META_METADATA_VERSION)
        a3_meta_fault(check, A3_FAULT_META_DYNAMIC, A3_INDEX_REFUSES,
                      server(check, "%s is not allowed as a dynamic field", lower), "Dynamic names %s, which cannot be",
                      QUOTE(check, text));
    else if (field == A3_META_UNKNOWN)
        a3_meta_fault(check, A3_FAULT_META_DYNAMIC, A3_INDEX_REFUSES, server(check, "%s is not a valid dynamic field", lower),
                      "Dynamic names %s, which is no core metadata field", QUOTE(check, text));
    else if (field == A3_META_DYNAMIC)
        a3_meta_fault(check, A3_FAULT_META_DYNAMIC, A3_INDEX_REFUSES, "Dynamic field 'dynamic' is not a valid dynamic field.",
                      "Dynamic names itself");
}

static bool keyword(const char *text, size_t size)
{
    static const char *const words[] = {
        "False", "None", "True", "and",   "as",   "assert", "async", "await",    "break", "class", "continue", "def",
        "del",   "elif", "else", "except", "finally", "for", "from",  "global",   "if",    "import", "in",      "is",
        "lambda", "nonlocal", "not", "or", "pass", "raise",  "return", "try",     "while", "with",  "yield",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i]) == size && memcmp(words[i], text, size) == 0)
            return true;
    return false;
}

static bool identifier(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        char c = text[i];
        bool digit = c >= '0' && c <= '9';
        if (!((unsigned char)c & 0x80) && c != '_' && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(digit && i > 0))
            return false;
    }
    return size > 0 && !keyword(text, size);
}

/* "pkg.mod", "pkg ; private" (PEP 794); a single empty Import-Name says that there is nothing to import. */
static void import_name(a3_meta_check *check)
{
    const char *text = check->value->value, *semicolon = strchr(text, ';');
    size_t size = semicolon ? (size_t)(semicolon - text) : strlen(text);
    if (*text == '\0' && check->value->field == A3_META_IMPORT_NAME)
        return;
    while (size > 0 && white(text[size - 1]))
        size--;
    bool good = true;
    for (size_t start = 0; start <= size;) {
        const char *dot = memchr(text + start, '.', size - start);
        size_t end = dot ? (size_t)(dot - text) : size;
        good &= identifier(text + start, end - start);
        start = end + 1;
    }
    const char *option = semicolon ? semicolon + 1 : NULL;
    while (option != NULL && white(*option))
        option++;
    if (!good)
        a3_meta_fault(check, A3_FAULT_META_IMPORT_NAME, A3_INDEX_REFUSES, NULL, "%s %s is no dotted name",
                      a3_meta_field_name(check->value->field), QUOTE(check, text));
    else if (option != NULL && strcmp(option, "private") != 0)
        a3_meta_fault(check, A3_FAULT_META_IMPORT_NAME, A3_INDEX_REFUSES, NULL, "%s %s: the only option is 'private'",
                      a3_meta_field_name(check->value->field), QUOTE(check, text));
}

/* Build tools wrote UNKNOWN for what they were not told: the index drops such a field from the form. */
static bool dropped(const a3_meta_check *check)
{
    static const a3_meta_field minded_by_index_alone[] = {
        A3_META_HOME_PAGE, A3_META_DOWNLOAD_URL, A3_META_AUTHOR_EMAIL, A3_META_MAINTAINER_EMAIL, A3_META_PROVIDES_DIST, A3_META_OBSOLETES_DIST,
        A3_META_CLASSIFIER,
    };
    bool minded = false;
    for (size_t i = 0; i < sizeof minded_by_index_alone / sizeof *minded_by_index_alone; i++)
        minded |= check->value->field == minded_by_index_alone[i];
    if (!minded || !a3_meta_unknown(check->value->value))
        return false;
    for (const a3_meta_value *v = check->value + 1; v < check->metadata->items + check->metadata->count; v++)
        if (v->field == check->value->field)
            return false; /* of several it looks at the last one only */
    return true;
}

void a3_meta_check_value(a3_meta_check *check)
{
    static void (*const checks[A3_META_FIELD_COUNT])(a3_meta_check *) = {
        [A3_META_NAME] = name,
        [A3_META_VERSION] = version,
        [A3_META_REQUIRES_PYTHON] = requires_python,
        [A3_META_REQUIRES_DIST] = requirement,
        [A3_META_PROVIDES_DIST] = requirement,
        [A3_META_OBSOLETES_DIST] = requirement,
        [A3_META_PROVIDES_EXTRA] = extra,
        [A3_META_LICENSE_EXPRESSION] = license_expression,
        [A3_META_LICENSE_FILE] = license_file,
        [A3_META_SUMMARY] = summary,
        [A3_META_DESCRIPTION_CONTENT_TYPE] = description_content_type,
        [A3_META_CLASSIFIER] = classifier,
        [A3_META_DYNAMIC] = dynamic,
        [A3_META_IMPORT_NAME] = import_name,
        [A3_META_IMPORT_NAMESPACE] = import_name,
        [A3_META_PROJECT_URL] = a3_meta_project_url,
        [A3_META_HOME_PAGE] = a3_meta_url,
        [A3_META_DOWNLOAD_URL] = a3_meta_url,
        [A3_META_AUTHOR_EMAIL] = a3_meta_email,
        [A3_META_MAINTAINER_EMAIL] = a3_meta_email,
    };
    if (checks[check->value->field] != NULL && !dropped(check))
        checks[check->value->field](check);
}

/* SPDX-License-Identifier: MIT */
/* METADATA, and what it is made of: headers, dependencies, licences, contacts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "arena_fixture.h"
#include "wheel/headers.h"
#include "wheel/metadata.h"
#include "wheel/address.h"
#include "wheel/marks.h"
#include "wheel/requirement.h"
#include "wheel/spdx.h"

static a3_span span(const char *text) { return (a3_span){(const uint8_t *)text, strlen(text)}; }

static void headers(void **state)
{
    (void)state;
    a3_headers h;
    a3_faults faults = {0};
    const char *text = "A: 1\r\nB:\t 2 \r\n  folded\r\n\tmore\r\nA: 3\r\n\r\nbody\r\nX: y\n";
    assert_int_equal(a3_headers_parse(&arena, span(text), A3_FAULT_META_SYNTAX, A3_FAULT_META_ENCODING, &h, &faults), A3_OK);
    assert_int_equal(h.count, 3);
    assert_string_equal(h.items[0].value, "1");
    assert_string_equal(h.items[1].value, "2 \n  folded\n\tmore");
    assert_int_equal(h.items[1].line, 2);
    assert_int_equal(h.items[2].line, 5);
    assert_true(a3_span_is(h.body, "body\r\nX: y\n"));
    assert_int_equal(h.body_line, 7);
    assert_ptr_equal(a3_header_find(&h, "a"), &h.items[0]);
    assert_null(a3_header_find(&h, "X"));
    assert_int_equal(faults.count, 0);
    assert_true(h.utf8);
}

static void bad_headers(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t count;
        uint32_t line;
        const char *fault;
    } cases[] = {
        {"A: 1\nno colon\nB: 2\n", 1, 2, "'no colon' is no header: it ends the headers, what follows is not read as such"},
        {"A B: 1\n", 0, 1, "'A B: 1' is no header: it ends the headers, what follows is not read as such"},
        {" x\nA: 1\n", 1, 1, "a continuation line without a header before it"},
        {"A: 1\n: x\n y\nB: 2\n", 2, 2, "a header without a name"},
        {"From me\nA: 1\n", 1, 1, "a mailbox's 'From ' line among the headers"},
        {"\xef\xbb\xbf"
         "A: 1\n",
         0, 1, "a byte order mark stands before the first field: Python's parser then sees no field at all"},
        {"A: \xff\n", 1, 0, "the text is not UTF-8"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        a3_headers h;
        a3_faults faults = {0};
        a3_headers_parse(&arena, span(cases[i].text), A3_FAULT_META_SYNTAX, A3_FAULT_META_ENCODING, &h, &faults);
        assert_int_equal(h.count, cases[i].count);
        assert_string_equal(faults.items[0].text, cases[i].fault);
        assert_int_equal(faults.items[0].line, cases[i].line);
    }
}

#define HEAD "Metadata-Version: 2.4\nName: demo\nVersion: 1.0\n"

static void good_metadata(void **state)
{
    (void)state;
    a3_metadata m;
    a3_faults faults = {0};
    const char *text = HEAD
        "Summary: A demonstration\nHome-page: https://example.org/\nAuthor-email: \"A, N\" <a@example.org>, b@example.org\n"
        "License-Expression: MIT OR (Apache-2.0 AND GPL-2.0-or-later WITH Classpath-exception-2.0)\nLicense-File: LICENSE\n"
        "Project-URL: Source, https://example.org/a,b\nClassifier: Programming Language :: Python :: 3\n"
        "Requires-Python: >=3.9, !=3.10.*\nRequires-Dist: foo[a,b]>=1; extra == 'x' and python_version < "
        "\"3.12\"\nProvides-Extra: x\n"
        "Dynamic: Keywords\nDescription-Content-Type: text/markdown; charset=UTF-8; variant=\"GFM\"\n\nText\n";
    assert_int_equal(a3_metadata_parse(&arena, span(text), &m, &faults), A3_OK);
    if (faults.count > 0)
        fail_msg("%s", faults.items[0].text);
    assert_string_equal(m.metadata_version, "2.4");
    assert_string_equal(m.name, "demo");
    assert_string_equal(m.version, "1.0");
    assert_true(m.requires_python_valid);
    assert_int_equal(a3_specifiers_python_floor(&m.python), A3_VERSION(3, 9));
    assert_false(a3_specifiers_admit_python(&m.python, A3_VERSION(3, 10)));
    assert_true(a3_span_is(m.description, "Text\n"));
    assert_int_equal(m.count, 15);
    a3_metadata_parse(&arena, span(HEAD "Description: in a field\n"), &m, &faults);
    assert_true(a3_span_is(m.description, "in a field"));
    assert_int_equal(faults.count, 0);
}

/* One line put behind the head, and the one fault that it makes. */
static void bad_values(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        a3_fault_code code;
        a3_index_answer index;
        const char *text, *server;
    } cases[] = {
        {"Nickname: x", A3_FAULT_META_UNKNOWN, A3_INDEX_UPLOADER,
         "'Nickname' is no core metadata field: installers ignore it, twine refuses it", NULL},
        {"Name: other", A3_FAULT_META_DUPLICATE, A3_INDEX_UPLOADER, "a second Name, of which there can be one", NULL},
        {"Import-Name: a.b", A3_FAULT_META_TOO_NEW, A3_INDEX_REFUSES,
         "Import-Name came with Metadata-Version 2.5, the file declares 2.4",
         "import-name introduced in metadata version 2.5, not 2.4"},
        {"Summary: a\n  b", A3_FAULT_META_SUMMARY, A3_INDEX_REFUSES, "Summary has several lines",
         "'summary' must be a single line"},
        {"Requires-Python: 3.8", A3_FAULT_META_REQUIRES_PYTHON, A3_INDEX_REFUSES,
         "Requires-Python '3.8': '3.8' is no version specifier", "'3.8' is invalid for 'requires-python'"},
        {"Requires-Python: >=3.8.*", A3_FAULT_META_REQUIRES_PYTHON, A3_INDEX_REFUSES,
         "Requires-Python '>=3.8.*': '>=3.8.*' is no version specifier", "'>=3.8.*' is invalid for 'requires-python'"},
        {"Requires-Dist: foo bar", A3_FAULT_META_REQUIRES_DIST, A3_INDEX_REFUSES,
         "Requires-Dist 'foo bar': expected a comma, a semicolon or the end at character 5",
         "'foo bar' is invalid for 'requires-dist'"},
        {"Requires-Dist: foo @ https://x/y.whl", A3_FAULT_META_DIRECT_URL, A3_INDEX_REFUSES,
         "Requires-Dist 'foo @ https://x/y.whl' refers to a URL, not to a release",
         "Can't have direct dependency: foo @ https://x/y.whl"},
        {"Provides-Dist: -", A3_FAULT_META_REQUIRES_DIST, A3_INDEX_REFUSES,
         "Provides-Dist '-': expected a project's name at character 1", NULL},
        {"Provides-Extra: a b", A3_FAULT_META_EXTRA, A3_INDEX_REFUSES, "Provides-Extra 'a b' is no extra's name",
         "'a b' is invalid for 'provides-extra'"},
        {"License-Expression: MIT and BSD", A3_FAULT_META_LICENSE, A3_INDEX_REFUSES,
         "License-Expression 'MIT and BSD': 'BSD' is no known license identifier",
         "'MIT and BSD' is invalid for 'license-expression'"},
        {"License: x\nLicense-Expression: MIT", A3_FAULT_META_LICENSE, A3_INDEX_REFUSES,
         "License and License-Expression stand together",
         "License is deprecated when License-Expression is present. Only License-Expression should be present."},
        {"License-File: ../LICENSE", A3_FAULT_META_LICENSE_FILE, A3_INDEX_REFUSES,
         "the License-File '../LICENSE' leads upwards",
         "'../LICENSE' is invalid for 'license-file', parent directory indicators are not allowed"},
        {"License-File: a\\b", A3_FAULT_META_LICENSE_FILE, A3_INDEX_REFUSES, "the License-File 'a\\b' holds a backslash",
         "'a\\\\b' is invalid for 'license-file', paths must use '/' delimiter"},
        {"License-File: /LICENSE", A3_FAULT_META_LICENSE_FILE, A3_INDEX_REFUSES, "the License-File '/LICENSE' is absolute",
         "'/LICENSE' is invalid for 'license-file', paths must be relative"},
        {"License-File: *.txt", A3_FAULT_META_LICENSE_FILE, A3_INDEX_REFUSES, "the License-File '*.txt' is a pattern",
         "'*.txt' is invalid for 'license-file', paths must be resolved"},
        {"Classifier: Private :: Do Not Upload", A3_FAULT_META_CLASSIFIER, A3_INDEX_REFUSES,
         "the classifier 'Private :: Do Not Upload' keeps the wheel from the index",
         "'Private :: Do Not Upload' is not a valid classifier."},
        {"Classifier: Natural Language :: Ukranian", A3_FAULT_META_CLASSIFIER, A3_INDEX_REFUSES,
         "the classifier 'Natural Language :: Ukranian' is taken no more",
         "The classifier 'Natural Language :: Ukranian' has been deprecated, use one of ['Natural Language :: Ukrainian'] instead."},
        {"Classifier: License :: OSI Approved :: X.Net License", A3_FAULT_META_CLASSIFIER, A3_INDEX_REFUSES,
         "the classifier 'License :: OSI Approved :: X.Net License' is taken no more",
         "The classifier 'License :: OSI Approved :: X.Net License' has been deprecated."},
        {"Classifier: Topic::utilities ", A3_FAULT_META_CLASSIFIER, A3_INDEX_REFUSES,
         "'Topic::utilities ' is no classifier, 'Topic :: Utilities' is one", "'Topic::utilities ' is not a valid classifier."},
        {"Classifier: Programming Language :: Python :: 3.99", A3_FAULT_META_CLASSIFIER, A3_INDEX_DOUBTED,
         "'Programming Language :: Python :: 3.99' was no classifier on 2026-09-21",
         "'Programming Language :: Python :: 3.99' is not a valid classifier."},
        {"Classifier: it's", A3_FAULT_META_CLASSIFIER, A3_INDEX_REFUSES, "'it's' is no classifier",
         "\"it's\" is not a valid classifier."},
        {"Project-URL: https://x", A3_FAULT_META_PROJECT_URL, A3_INDEX_REFUSES, "Project-URL 'https://x' has no URL",
         "Must have a URL"},
        {"Project-URL: , https://x", A3_FAULT_META_PROJECT_URL, A3_INDEX_REFUSES, "Project-URL ', https://x' has no label",
         "Must have a label"},
        {"Project-URL: S, ftp://x", A3_FAULT_META_PROJECT_URL, A3_INDEX_REFUSES,
         "the Project-URL 'ftp://x' is no http or https URL", "'ftp://x' is not a valid url"},
        {"Project-URL: 123456789012345678901234567890123, https://x", A3_FAULT_META_PROJECT_URL, A3_INDEX_REFUSES,
         "the label '123456789012345678901234567890123' of a Project-URL has 33 characters, 32 are allowed",
         "'123456789012345678901234567890123' must be 32 characters or less."},
        {"Project-URL: S, https://x\nProject-URL: S , https://y", A3_FAULT_META_PROJECT_URL, A3_INDEX_UPLOADER,
         "a second Project-URL with the label 'S'", NULL},
        {"Home-page: UNKNOWN?", A3_FAULT_META_URL, A3_INDEX_REFUSES, "Home-page 'UNKNOWN?' is no http or https URL",
         "'UNKNOWN?' is not a valid url."},
        {"Project-URL: UNKNOWN", A3_FAULT_META_PROJECT_URL, A3_INDEX_REFUSES, "Project-URL 'UNKNOWN' has no URL", "Must have a URL"},
        {"Download-URL: www.example.org", A3_FAULT_META_URL, A3_INDEX_REFUSES,
         "Download-URL 'www.example.org' is no http or https URL", "'www.example.org' is not a valid url."},
        {"Download-URL: https://a/[b]", A3_FAULT_META_URL, A3_INDEX_REFUSES,
         "Download-URL 'https://a/[b]' is no http or https URL", "'https://a/[b]' is not a valid url."},
        {"Download-URL: https://a:65536/", A3_FAULT_META_URL, A3_INDEX_REFUSES,
         "Download-URL 'https://a:65536/' is no http or https URL", "'https://a:65536/' is not a valid url."},
        {"Classifier: UNKNOWN\nClassifier: Typing :: Typed", A3_FAULT_META_CLASSIFIER, A3_INDEX_REFUSES, "'UNKNOWN' is no classifier",
         "'UNKNOWN' is not a valid classifier."},
        {"Author-email: A B (at home)", A3_FAULT_META_EMAIL, A3_INDEX_REFUSES, "Author-email 'A' is no e-mail address",
         "'A' is not a valid email address"},
        {"Author-email: nobody", A3_FAULT_META_EMAIL, A3_INDEX_REFUSES, "Author-email 'nobody' is no e-mail address",
         "'nobody' is not a valid email address"},
        {"Maintainer-email: N <a@localhost>", A3_FAULT_META_EMAIL, A3_INDEX_REFUSES,
         "Maintainer-email 'a@localhost' is no e-mail address",
         "'a@localhost' is not a valid email address"},
        {"Author-email: a..b@x.org", A3_FAULT_META_EMAIL, A3_INDEX_REFUSES, "Author-email 'a..b@x.org' is no e-mail address",
         "'a..b@x.org' is not a valid email address"},
        {"Dynamic: version", A3_FAULT_META_DYNAMIC, A3_INDEX_REFUSES, "Dynamic names 'version', which cannot be",
         "'version' is not allowed as a dynamic field"},
        {"Dynamic: Foo", A3_FAULT_META_DYNAMIC, A3_INDEX_REFUSES, "Dynamic names 'Foo', which is no core metadata field",
         "'foo' is not a valid dynamic field"},
        {"Dynamic: Dynamic", A3_FAULT_META_DYNAMIC, A3_INDEX_REFUSES, "Dynamic names itself",
         "Dynamic field 'dynamic' is not a valid dynamic field."},
        {"Description-Content-Type: text/html", A3_FAULT_META_CONTENT_TYPE, A3_INDEX_REFUSES,
         "Description-Content-Type 'text/html' is neither text/plain, text/x-rst nor text/markdown", NULL},
        {"Description-Content-Type: text/plain; charset=utf-8", A3_FAULT_META_CONTENT_TYPE, A3_INDEX_REFUSES,
         "the charset of Description-Content-Type is 'utf-8', only UTF-8 (in upper case) is taken",
         "'description-content-type' can only specify the UTF-8 charset, not 'utf-8'"},
        {"Description-Content-Type: text/markdown; variant=Original", A3_FAULT_META_CONTENT_TYPE, A3_INDEX_REFUSES,
         "the variant of Description-Content-Type is 'Original', neither GFM nor CommonMark", NULL},
        {"Description-Content-Type: text/markdown; variant", A3_FAULT_META_CONTENT_TYPE, A3_INDEX_UPLOADER,
         "Description-Content-Type 'text/markdown; variant' has an ill-formed parameter: twine with packaging 26.3 or later "
         "refuses it",
         NULL},
        {"Description: x\n\nbody", A3_FAULT_META_DUPLICATE, A3_INDEX_UPLOADER,
         "a Description field, and a description as the body", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        a3_metadata m;
        a3_faults faults = {0};
        char text[512];
        snprintf(text, sizeof text, HEAD "%s", cases[i].line);
        assert_int_equal(a3_metadata_parse(&arena, span(text), &m, &faults), A3_OK);
        if (faults.count != 1)
            fail_msg("%s: %zu faults", cases[i].line, faults.count);
        assert_string_equal(faults.items[0].text, cases[i].text);
        assert_int_equal(faults.items[0].code, cases[i].code);
        assert_int_equal(faults.items[0].index, cases[i].index);
        if (cases[i].server == NULL)
            assert_null(faults.items[0].server);
        else
            assert_string_equal(faults.items[0].server, cases[i].server);
    }
}

/* What only just passes. */
static void near_misses(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "Summary:",
        "Classifier: Topic :: Utilities",
        "Classifier: Typing :: Typed",
        "Classifier: UNKNOWN",
        "Home-page: UNKNOWN",
        "Author-email:  UNKNOWN ",
        "License: UNKNOWN\nLicense-Expression: MIT",
        "Author-email: A <a@example.org>",
        "Author-email: \"A, B\" <a@b.org>",
        "Author-email: a@b.org, A <c@d.org>",
        "Author-email: A <a@b.org",
        "Home-page: https://a:65535/{b}|c#[d]",
        "Home-page:",
        "Project-URL: 12345678901234567890123456789012, https://x",
        "Description-Content-Type: text/plain",
        "Description-Content-Type: TEXT/X-RST",
        "Description-Content-Type: text/x-rst; variant=Original",
        "License-File: licenses/LICENSE.txt",
        "License-Expression: LicenseRef-My.own-1",
        "Dynamic: requires-dist",
        "Platform: any",
        "Requires-Dist: foo (>=1.0,<2) ; (extra == 'a')",
        "Author-email: x@xn--80ak6aa92e.com",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        a3_metadata m;
        a3_faults faults = {0};
        char text[512];
        snprintf(text, sizeof text, HEAD "%s", lines[i]);
        a3_metadata_parse(&arena, span(text), &m, &faults);
        if (faults.count != 0)
            fail_msg("%s: %s", lines[i], faults.items[0].text);
    }
}

static void bad_heads(void **state)
{
    (void)state;
    static const struct {
        const char *text, *fault, *server;
    } cases[] = {
        {"Name: demo\nVersion: 1.0\n", "Metadata-Version is missing", NULL},
        {"Metadata-Version: 2.1\nVersion: 1.0\n", "Name is missing", "'name' is a required field"},
        {"Metadata-Version: 2.1\nName: demo\n", "Version is missing", "'version' is a required field"},
        {"Metadata-Version: 2.0\nName: demo\nVersion: 1.0\n",
         "Metadata-Version '2.0' does not exist: 1.0 to 1.2 and 2.1 to 2.5 do", "'2.0' is not a valid metadata version"},
        {"Metadata-Version: 2.1\nName: -demo\nVersion: 1.0\n",
         "'-demo' is no project's name: ASCII letters, digits, '.', '_' and '-', a letter or digit at both ends",
         "'-demo' is invalid for 'name'"},
        {"Metadata-Version: 2.1\nName: demo\nVersion: one\n", "'one' is no version (PEP 440)",
         "'one' is invalid for 'version'"},
        {"Metadata-Version: 2.1\nName: demo\nVersion: 1.0+CU1\n",
         "the version '1.0+CU1' has a local part, which is not for public indexes",
         "The use of local versions in '1.0+cu1' is not allowed."},
        {"Metadata-Version: 2.1\nName: UNKNOWN\nVersion: 1.0\n",
         "Name is UNKNOWN, which the index takes for none (the build was not told the project's name)",
         "'' is an invalid value for Name. Error: This field is required."},
        {"Metadata-Version: 2.1\nName: demo\nVersion: 1.0\nLicense-File: LICENSE\n",
         "License-File came with Metadata-Version 2.4, the file declares 2.1", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        a3_metadata m;
        a3_faults faults = {0};
        a3_metadata_parse(&arena, span(cases[i].text), &m, &faults);
        assert_int_equal(faults.count, 1);
        assert_string_equal(faults.items[0].text, cases[i].fault);
        if (cases[i].server != NULL)
            assert_string_equal(faults.items[0].server, cases[i].server);
    }
    /* setuptools' old License-File is left out by the uploader */
    a3_metadata m;
    a3_faults faults = {0};
    a3_metadata_parse(&arena, span(cases[8].text), &m, &faults);
    assert_int_equal(faults.items[0].index, A3_INDEX_NOTHING);
    a3_faults empty = {0};
    a3_metadata_parse(&arena, span(""), &m, &empty);
    assert_int_equal(empty.totals[A3_FAULT_META_MISSING], 3);
}

static void requirements(void **state)
{
    (void)state;
    static const struct {
        const char *text, *fault; /* NULL: good */
    } cases[] = {
        {"foo", NULL},
        {" foo.bar_baz [ a , b-c ] ( >= 1.0 , < 2 ) ; os_name == 'nt' or ( extra=='x'and python_version not  in '3' )", NULL},
        {"foo@https://x.org/#egg=foo ; sys.platform == \"win32\"", NULL},
        {"foo>=1,", NULL},
        {"foo[]", NULL},
        {"", "expected a project's name at character 1"},
        {"foo===x", NULL},
        {"foo===", "expected a comma, a semicolon or the end at character 4"},
        {"foo @ https://x\n.org", "expected a semicolon or the end at character 16"},
        {"foo[a b]", "expected a comma or ']' at character 7"},
        {"foo[a,]", "expected the name of an extra at character 7"},
        {"foo>=1.*", "expected no '.*' with this operator at character 7"},
        {"foo>=1+a", "expected no local version with this operator at character 7"},
        {"foo (>=1", "expected ')' at character 9"},
        {"foo @", "expected a URL at character 6"},
        {"foo @ https://x;a", NULL},
        {"foo ; bar == 'x'", "expected a marker variable or a quoted string at character 7"},
        {"foo ; os_name = 'x'", "expected a marker operator at character 15"},
        {"foo ; os_name not 'x'", "expected 'in' after 'not' at character 19"},
        {"foo ; (os_name == 'x'", "expected ')' at character 22"},
        {"foo ; os_name == 'x')", "expected the end at character 21"},
        {"foo ; os_name == 'x' xor os_name == 'y'", "expected the end at character 22"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        a3_requirement r;
        const char *fault;
        bool ok = a3_requirement_parse(&arena, cases[i].text, &r, &fault);
        if (ok != (cases[i].fault == NULL))
            fail_msg("%s: %s", cases[i].text, ok ? "good" : fault);
        if (!ok)
            assert_string_equal(fault, cases[i].fault);
    }
    a3_requirement r;
    const char *fault;
    assert_true(a3_requirement_parse(&arena, cases[1].text, &r, &fault));
    assert_string_equal(r.name, "foo.bar_baz");
    assert_int_equal(r.extras.count, 2);
    assert_string_equal(r.extras.items[1], "b-c");
    assert_int_equal(r.specifiers.count, 2);
    assert_true(a3_requirement_parse(&arena, cases[2].text, &r, &fault));
    assert_string_equal(r.url, "https://x.org/#egg=foo");
    /* nesting is counted, not recursed into, and bounded as it is in packaging */
    for (size_t deep = 200; deep <= 201; deep++) {
        char *text = a3_alloc(&arena, 2 * deep + 64);
        memcpy(text, "foo;", 4);
        memset(text + 4, '(', deep);
        memcpy(text + 4 + deep, "extra=='x'", 10);
        memset(text + 14 + deep, ')', deep);
        assert_int_equal(a3_requirement_parse(&arena, text, &r, &fault), deep == 200);
    }
    assert_string_equal(fault, "expected no more than 200 parentheses, one in the other, at character 206");
}

static void mail_addresses(void **state)
{
    (void)state;
    static const struct {
        const char *field, *address; /* NULL: not followed */
    } cases[] = {
        {"a@b.org", "a@b.org"},
        {"A B <a@b.org>", "a@b.org"},
        {"a@b.org (A (B))", "a@b.org"},
        {"\"A, (B\" <a@b.org>", "a@b.org"},
        {"<@r,@s a@b.org>", ""},
        {"a b . c @ d . e", "a b.c@d.e"},
        {"a@b.org, c@d.org", ""},
        {"a@b.org,", "a@b.org"},
        {"a at b", "a"},
        {"a@b@c.org", ""},
        {"a@[1.2.3.4]", ""},
        {"A (B <a@b.org>", ""},
        {"\"(\" a", "("},
        {"\"(a", ""},
        {"", ""},
        {"a: b@c.org;", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *address = a3_mail_address(&arena, cases[i].field);
        if (cases[i].address == NULL)
            assert_null(address);
        else
            assert_string_equal(address, cases[i].address);
    }
}

static void marks(void **state)
{
    (void)state;
    char token[200] = "x = 'pypi-AgEIcHlwaS5vcmcCJ";
    size_t head = strlen(token);
    memset(token + head, 'a', 150);
    const struct {
        const char *text, *server;
    } cases[] = {
        {"__pyarmor__(__name__, __file__, b'')", "PyArmor-encrypted content is not allowed."},
        {"__pyarmor___; __pyarmor_exit__()", "PyArmor-encrypted content is not allowed."},
        {"__pyarmor__(__name__, $path, b'')", NULL},
        {"---BEGIN PYE FILE---\n---END PYE FILE---", "SourceDefender-encrypted content is not allowed."},
        {"---BEGIN PYE FILE---\n", NULL},
        {token, "We have detected a PyPI API token exposed in the uploaded file."},
        {token + 5, "We have detected a PyPI API token exposed in the uploaded file."},
        {"", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *server = a3_index_mark(span(cases[i].text));
        assert_string_equal(server ? server : "-", cases[i].server ? cases[i].server : "-");
    }
    token[head + 149] = '\'';
    assert_null(a3_index_mark(span(token)));
    char *large = a3_alloc(&arena, (5 << 20) + 1);
    memset(large, ' ', (5 << 20) + 1);
    memcpy(large, "__pyarmor_bcc__", 15);
    assert_non_null(a3_index_mark((a3_span){(const uint8_t *)large, 5 << 20}));
    assert_null(a3_index_mark((a3_span){(const uint8_t *)large, (5 << 20) + 1}));
}

static void licenses(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        a3_license_answer answer;
        const char *fault;
    } cases[] = {
        {"MIT", A3_LICENSE_VALID, NULL},
        {"mit or apache-2.0+", A3_LICENSE_VALID, NULL},
        {"(MIT)AND(0BSD)", A3_LICENSE_VALID, NULL},
        {"Apache-2.0 with LLVM-exception", A3_LICENSE_VALID, NULL},
        {"LicenseRef-A.b-1", A3_LICENSE_VALID, NULL},
        {"", A3_LICENSE_INVALID, "the expression is empty"},
        {"MIT OR", A3_LICENSE_INVALID, "the expression ends where a license is due"},
        {"OR MIT", A3_LICENSE_INVALID, "'OR' stands where a license is due"},
        {"MIT MIT", A3_LICENSE_INVALID, "'MIT' follows without AND, OR or WITH"},
        {"MIT (MIT)", A3_LICENSE_INVALID, "'(' follows without AND, OR or WITH"},
        {"()", A3_LICENSE_INVALID, "')' stands where a license is due"},
        {"(MIT", A3_LICENSE_INVALID, "a parenthesis is not closed"},
        {"MIT)", A3_LICENSE_INVALID, "')' closes nothing"},
        {"Apache 2.0", A3_LICENSE_INVALID, "'Apache' is no known license identifier"},
        {"MIT WITH nothing", A3_LICENSE_INVALID, "'nothing' is no known license exception"},
        {"LicenseRef-a_b", A3_LICENSE_INVALID, "'LicenseRef-a_b' is no known license identifier"},
        {"LicenseRef-", A3_LICENSE_LOOSE, "'LicenseRef-' is no well-formed LicenseRef"},
        {"(MIT) WITH LLVM-exception", A3_LICENSE_LOOSE, "'WITH' does not follow a license"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *fault;
        assert_int_equal(a3_license_expression_check(&arena, cases[i].text, &fault), cases[i].answer);
        if (cases[i].fault != NULL)
            assert_string_equal(fault, cases[i].fault);
    }
    for (size_t i = 1; i < a3_spdx_license_count; i++)
        assert_true(strcmp(a3_spdx_licenses[i - 1], a3_spdx_licenses[i]) < 0);
    for (size_t i = 1; i < a3_spdx_exception_count; i++)
        assert_true(strcmp(a3_spdx_exceptions[i - 1], a3_spdx_exceptions[i]) < 0);
}

/* A file of nothing but faults: a hundred of each kind are kept, all are counted, and it is soon over. */
static void floods(void **state)
{
    (void)state;
    enum { LINES = 200000 };
    static const char *const lines[] = {"Project-URL: S, x\n", "Requires-Dist: ?\n", "X: y\n",
                                        "Name: n\n",           "Classifier: x\n",    "Author-email: x\n"};
    for (size_t k = 0; k < sizeof lines / sizeof *lines; k++) {
        a3_arena own;
        size_t size = strlen(lines[k]);
        a3_arena_init(&own, (size_t)256 << 20);
        char *text = a3_alloc(&own, LINES * size + 1);
        for (size_t i = 0; i < LINES; i++)
            memcpy(text + i * size, lines[k], size);
        a3_metadata m;
        a3_faults faults = {0};
        assert_int_equal(a3_metadata_parse(&own, span(text), &m, &faults), A3_OK);
        assert_true(faults.count <= 3 * A3_FAULTS_KEPT);
        size_t all = 0;
        for (size_t i = 0; i < A3_FAULT_COUNT; i++)
            all += faults.totals[i];
        assert_true(all >= LINES - 1);
        a3_arena_free(&own);
    }
}

/* Every allocation may fail: a clean A3_NOMEM each time. */
static void memory_runs_out(void **state)
{
    (void)state;
    const char *text =
        HEAD "Summary: x\n y\nRequires-Python: >=3.9\nRequires-Dist: a[b]>=1 ; os_name == 'x'\nLicense-Expression: MIT BSD\n"
             "Project-URL: a, b\nAuthor-email: <x>\nDynamic: x\n";
    bool done = false;
    for (size_t cap = 64; cap < ((size_t)1 << 20) && !done; cap += 64) {
        a3_arena own;
        a3_metadata m;
        a3_faults faults = {0};
        a3_arena_init(&own, cap);
        a3_status status = a3_metadata_parse(&own, span(text), &m, &faults);
        assert_true(status == A3_OK || status == A3_NOMEM);
        done = status == A3_OK;
        a3_arena_free(&own);
    }
    assert_true(done);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headers),     cmocka_unit_test(bad_headers), cmocka_unit_test(good_metadata),
        cmocka_unit_test(bad_values),  cmocka_unit_test(near_misses), cmocka_unit_test(bad_heads),
        cmocka_unit_test(requirements), cmocka_unit_test(mail_addresses), cmocka_unit_test(marks),
        cmocka_unit_test(licenses),   cmocka_unit_test(floods),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, fresh_arena, drop_arena);
}

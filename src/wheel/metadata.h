/* SPDX-License-Identifier: MIT */
/* DIST-INFO/METADATA: core metadata 1.0 to 2.5, with the checks that installers, uploaders and the index make.
 * Sources: core metadata specification, PEP 440, 508, 566, 639, 643, 685, 753, 794, packaging.metadata. */
#ifndef A3_WHEEL_METADATA_H
#define A3_WHEEL_METADATA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/bytes.h"
#include "base/err.h"
#include "wheel/fault.h"
#include "wheel/headers.h"
#include "wheel/pep440.h"

typedef enum a3_meta_field {
    A3_META_UNKNOWN, A3_META_METADATA_VERSION, A3_META_NAME, A3_META_VERSION, A3_META_DYNAMIC, A3_META_PLATFORM,
    A3_META_SUPPORTED_PLATFORM, A3_META_SUMMARY, A3_META_DESCRIPTION, A3_META_DESCRIPTION_CONTENT_TYPE, A3_META_KEYWORDS,
    A3_META_HOME_PAGE, A3_META_DOWNLOAD_URL, A3_META_AUTHOR, A3_META_AUTHOR_EMAIL, A3_META_MAINTAINER,
    A3_META_MAINTAINER_EMAIL, A3_META_LICENSE, A3_META_LICENSE_EXPRESSION, A3_META_LICENSE_FILE, A3_META_CLASSIFIER,
    A3_META_REQUIRES_DIST, A3_META_REQUIRES_PYTHON, A3_META_REQUIRES_EXTERNAL, A3_META_PROJECT_URL,
    A3_META_PROVIDES_EXTRA, A3_META_PROVIDES_DIST, A3_META_OBSOLETES_DIST, A3_META_REQUIRES, A3_META_PROVIDES,
    A3_META_OBSOLETES, A3_META_IMPORT_NAME, A3_META_IMPORT_NAMESPACE, A3_META_FIELD_COUNT
} a3_meta_field;
const char *a3_meta_field_name(a3_meta_field field);     /* "Requires-Dist" */
a3_meta_field a3_meta_field_find(const char *name);      /* in any case; A3_META_UNKNOWN if there is none */

typedef struct a3_meta_value {
    a3_meta_field field;
    const char *value;
    uint32_t line;
} a3_meta_value;

typedef struct a3_metadata {
    a3_meta_value *items; /* in file order, unknown fields left out */
    size_t count, room;
    const char *metadata_version, *name, *version; /* the first of each, NULL if missing */
    const char *requires_python;                   /* NULL if missing */
    bool requires_python_valid;                    /* then `python` holds it */
    a3_specifiers python;
    a3_span description;                           /* body, or the Description field */
} a3_metadata;

/* Parses and judges. Fails for want of memory only; the rest is in `faults` (codes A3_FAULT_META_*), each with what the
 * index answers to what an uploader would send. Not judged: rendering of the
 * description. (Dependencies: wheel/requirement.h, license expressions: wheel/spdx.h.) */
a3_status a3_metadata_parse(a3_arena *arena, a3_span bytes, a3_metadata *out, a3_faults *faults);

/* Does an uploader send License-File? Below Metadata-Version 2.4 (PEP 639) tools put licences where they liked, and twine leaves them out. */
bool a3_metadata_sends_licences(const a3_metadata *metadata);

#endif

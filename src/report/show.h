/* SPDX-License-Identifier: MIT */
/* What `show` says of one input: as text or as JSON. */
#ifndef A3_REPORT_SHOW_H
#define A3_REPORT_SHOW_H

#include <jansson.h>
#include <stdbool.h>

#include "report/report.h"

typedef struct a3_show {
    const abi3t_writer *writer;
    a3_buf out;
    void *inputs; /* JSON: array so far */
    bool verbose, platform, failed;
} a3_show;

bool a3_show_format(const char *format); /* "text" or "json" */
void a3_show_start(a3_show *show, const abi3t_writer *writer, bool verbose, bool platform);
bool a3_show_input(a3_show *show, a3_subject *subject);
/* Writes what is left and frees; false where something could not be written. */
bool a3_show_finish(a3_show *show);

/* -- private to the room: what the module's own code and data say -- */
void a3_show_module(a3_buf *out, const a3_object *object);
/* Adds hook_details, types and static_objects to the image's object. False: no memory. */
bool a3_show_module_json(const a3_object *object, json_t *out);

/* -- `--platform`; private to the room -- */
void a3_show_object_platform(a3_buf *out, const a3_subject *subject, const a3_object *object);
void a3_show_platform_text(a3_buf *out, a3_subject *subject);
json_t *a3_show_platform_json(a3_subject *subject);
/* Adds system, rpaths, runpaths and libraries to the image's object. False: no memory. */
bool a3_show_object_platform_json(const a3_subject *subject, const a3_object *object, json_t *out);

#endif

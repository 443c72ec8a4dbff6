/* SPDX-License-Identifier: MIT */
/* Private to the facts room. */
#ifndef A3_FACTS_GATHER_H
#define A3_FACTS_GATHER_H

#include "facts/facts.h"

/* Says why the arena failed: A3_NOMEM, or A3_LIMIT where its cap was reached. */
a3_status a3_gather_starved(const a3_arena *arena, a3_err *err);

/* Reads every native object in `bytes` into file->objects; nothing where there is none. Errors of memory go to file->err. */
void a3_objects_read(a3_file *file, a3_span bytes, const a3_subject *subject);

/* Settles roles, siblings and the claim of each object, once all files are done. */
void a3_objects_finish(a3_subject *subject);

/* Finds the libraries that the objects need, once all files are done. */
void a3_libraries_finish(a3_subject *subject);
/* Parts of that: fills subject->required; fills the bringers, once the places are known. */
void a3_list_required(a3_subject *subject);
void a3_find_bringers(a3_subject *subject);

/* The small text files of a .dist-info: parsed into the subject. `text` may be freed afterwards.
 * A3_NOMEM, A3_LIMIT: the arena's cap. */
typedef enum a3_meta_file { A3_FILE_WHEEL, A3_FILE_RECORD, A3_FILE_METADATA, A3_FILE_ENTRY_POINTS } a3_meta_file;
a3_status a3_meta_read(a3_subject *subject, a3_meta_file which, a3_span text, a3_err *err);

/* Fills by_name, once the files are known. */
void a3_files_sort(a3_subject *subject);

/* Ties RECORD's rows to files, and lists those without one. */
void a3_record_tie(a3_subject *subject);

#endif

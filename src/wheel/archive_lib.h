/* SPDX-License-Identifier: MIT */
/* libarchive and libzip, loaded at the first need: the one pulls in libxml2 and ICU, the other libcrypto, and loading them takes longer than
 * auditing most wheels, of which next to none needs them. Configured with --with-archive, --with-zip: dlopen (default), link
 * (for static programs), no. This header alone names theirs. */
#ifndef A3_WHEEL_ARCHIVE_LIB_H
#define A3_WHEEL_ARCHIVE_LIB_H

#include <archive.h>
#include <archive_entry.h>
#include <zip.h>

#include "base/err.h"

#define A3_ARCHIVE_FUNCTIONS(X) \
    X(archive_read_new) X(archive_read_free) X(archive_read_open_memory) X(archive_read_next_header) \
    X(archive_read_data) X(archive_read_data_block) X(archive_read_data_skip) X(archive_error_string) X(archive_errno) \
    X(archive_read_support_filter_gzip) X(archive_read_support_filter_bzip2) X(archive_read_support_filter_xz) \
    X(archive_read_support_filter_zstd) X(archive_read_support_filter_lzip) X(archive_read_support_filter_compress) \
    X(archive_read_support_format_tar) X(archive_read_support_format_zip_streamable) \
    X(archive_entry_pathname) X(archive_entry_pathname_utf8) X(archive_entry_symlink) X(archive_entry_symlink_utf8) \
    X(archive_entry_hardlink) X(archive_entry_hardlink_utf8) X(archive_entry_size) X(archive_entry_size_is_set) \
    X(archive_entry_mode) X(archive_entry_filetype)

#define A3_ZIP_FUNCTIONS(X) \
    X(zip_source_buffer_create) X(zip_source_free) X(zip_open_from_source) X(zip_discard) X(zip_get_num_entries) \
    X(zip_get_name) X(zip_stat_index) X(zip_error_init) X(zip_error_fini) X(zip_error_strerror) \
    X(zip_error_code_zip) X(zip_get_error)

#define A3_LIB_MEMBER(name) __typeof__(&name) name;
typedef struct a3_archive_lib {
    A3_ARCHIVE_FUNCTIONS(A3_LIB_MEMBER)
} a3_archive_lib;

typedef struct a3_zip_lib {
    A3_ZIP_FUNCTIONS(A3_LIB_MEMBER)
} a3_zip_lib;
#undef A3_LIB_MEMBER

/* Fills the table. Cheap once the library is loaded; it stays loaded until the process ends. A3_UNSUPPORTED: built without
 * it, or not installed. From any thread. */
a3_status a3_archive_lib_load(a3_archive_lib *lib, a3_err *err);
a3_status a3_zip_lib_load(a3_zip_lib *lib, a3_err *err);

#endif

/* SPDX-License-Identifier: MIT */
#include "wheel/archive_lib.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

/* One function: its name, and where its address goes in the table. */
typedef struct entry_point {
    const char *name;
    size_t at;
} entry_point;

#if defined A3_ARCHIVE_SONAME || defined A3_ZIP_SONAME
static a3_status load(const char *soname, const entry_point *functions, size_t count, void *table, a3_err *err)
{
    void *handle = dlopen(soname, RTLD_NOW | RTLD_LOCAL); /* never closed: see the header */
    if (handle == NULL)
        return a3_fail(err, A3_UNSUPPORTED, "%s cannot be loaded: %s", soname, dlerror());
    for (size_t i = 0; i < count; i++) {
        void *address = dlsym(handle, functions[i].name);
        if (address == NULL)
            return a3_fail(err, A3_UNSUPPORTED, "%s has no function %s", soname, functions[i].name);
        memcpy((char *)table + functions[i].at, &address, sizeof address);
    }
    return A3_OK;
}
#endif

a3_status a3_archive_lib_load(a3_archive_lib *lib, a3_err *err)
{
#if defined A3_ARCHIVE_SONAME
#define FUNCTION(name) {#name, offsetof(a3_archive_lib, name)},
    static const entry_point functions[] = {A3_ARCHIVE_FUNCTIONS(FUNCTION)};
#undef FUNCTION
    return load(A3_ARCHIVE_SONAME, functions, sizeof functions / sizeof *functions, lib, err);
#elif defined A3_ARCHIVE_LINKED
#define FUNCTION(name) .name = name,
    *lib = (a3_archive_lib){A3_ARCHIVE_FUNCTIONS(FUNCTION)};
#undef FUNCTION
    (void)err;
    return A3_OK;
#else
    (void)lib;
    return a3_fail(err, A3_UNSUPPORTED, "built without libarchive");
#endif
}

a3_status a3_zip_lib_load(a3_zip_lib *lib, a3_err *err)
{
#if defined A3_ZIP_SONAME
#define FUNCTION(name) {#name, offsetof(a3_zip_lib, name)},
    static const entry_point functions[] = {A3_ZIP_FUNCTIONS(FUNCTION)};
#undef FUNCTION
    return load(A3_ZIP_SONAME, functions, sizeof functions / sizeof *functions, lib, err);
#elif defined A3_ZIP_LINKED
#define FUNCTION(name) .name = name,
    *lib = (a3_zip_lib){A3_ZIP_FUNCTIONS(FUNCTION)};
#undef FUNCTION
    (void)err;
    return A3_OK;
#else
    (void)lib;
    return a3_fail(err, A3_UNSUPPORTED, "built without libzip");
#endif
}

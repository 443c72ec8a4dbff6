/* SPDX-License-Identifier: MIT */
/* What several passes ask of an extension. */
#ifndef A3_RULES_HOOKS_H
#define A3_RULES_HOOKS_H

#include <stdbool.h>

#include "facts/facts.h"

/* Imports a name that looks like CPython's. */
bool a3_object_imports(const a3_object *object, const char *name);
/* A static PyModuleDef is in evidence: passed on, or its init functions imported, or its head found in data. */
bool a3_has_static_def(const a3_object *object, const a3_hook *init);

#endif

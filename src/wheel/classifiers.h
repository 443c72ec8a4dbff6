/* SPDX-License-Identifier: MIT */
/* The classifiers that the package index takes (the list that its page of classifiers shows). The list grows: one that is not in it may be younger. */
#ifndef A3_WHEEL_CLASSIFIERS_H
#define A3_WHEEL_CLASSIFIERS_H

#include <stddef.h>

enum { A3_CLASSIFIER_ROOM = 96 }; /* chars of the longest with its NUL, and some */
extern const char a3_classifiers[][A3_CLASSIFIER_ROOM];
extern const size_t a3_classifier_count;
extern const char a3_classifiers_gone[][A3_CLASSIFIER_ROOM];    /* deprecated: refused */
extern const char a3_classifiers_instead[][A3_CLASSIFIER_ROOM]; /* for each of them; "" if nothing */
extern const size_t a3_classifier_gone_count;
extern const char a3_classifiers_date[]; /* of the list, YYYY-MM-DD */

#endif

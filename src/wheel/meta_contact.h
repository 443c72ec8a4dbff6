/* SPDX-License-Identifier: MIT */
/* Where to find the project and its people: URLs and e-mail addresses in core metadata, as the index reads them. */
#ifndef A3_WHEEL_META_CONTACT_H
#define A3_WHEEL_META_CONTACT_H

#include "wheel/meta_checks.h"

void a3_meta_project_url(a3_meta_check *check); /* "label, URL" */
void a3_meta_url(a3_meta_check *check);
/* RFC 5322 as email.utils.parseaddr and email-validator have it. What could be read in several ways passes. */
void a3_meta_email(a3_meta_check *check);

#endif

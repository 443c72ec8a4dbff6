/* SPDX-License-Identifier: MIT */
/* The example of the manual, compiled here so that nothing is built in the folder of documents, which the tarball takes whole. */
#include "../docs/examples/verdicts.c"

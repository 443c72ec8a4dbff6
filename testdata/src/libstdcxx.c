/* SPDX-License-Identifier: MIT
 *
 * Something to link against that has libstdc++'s soname and a few of its symbol versions. Built, never committed.
 */
void *_ZNSt8ios_base4InitC1Ev(void) { return 0; }
void *_ZSt21__glibcxx_assert_failPKciS0_S0_(void) { return 0; }
void *__gxx_personality_v0(void) { return 0; }

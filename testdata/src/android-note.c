/* SPDX-License-Identifier: MIT
 *
 * The note that the NDK puts into every object: which API level it was built for.
 */
__attribute__((section(".note.android.ident"), used)) static const struct {
	unsigned name_size, size, type;
	char name[8];
	unsigned level;
} note = {8, 4, 1, "Android", __ANDROID_MIN_SDK_VERSION__};

# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# One toolchain for every target: clang-19 and lld-19, without a sysroot, an SDK or a C runtime. Sourced by build and
# matrix, with $src (the sources) and $lib (what `stub_libraries` made) set.
: "${src:?}" "${lib:?}"

unset LIBRARY_PATH CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH OBJC_INCLUDE_PATH COMPILER_PATH GCC_EXEC_PREFIX
export LC_ALL=C SOURCE_DATE_EPOCH=0

common='-std=gnu11 -nostdlib -ffreestanding -fno-ident -fdebug-compilation-dir=. -Wall -Wextra -Wno-missing-field-initializers
	-Wno-unused-command-line-argument -Wno-unused-function -Wno-unused-const-variable -Wno-unused-variable
	-Wno-incompatible-library-redeclaration -Wno-builtin-requires-header -Wno-visibility'
elf="-fuse-ld=lld --ld-path=ld.lld-19 -fPIC -Wl,--build-id=none"
macho="-fuse-ld=lld --ld-path=ld64.lld-19 -Wl,-S -Wl,-x"

# compile TARGET OUTPUT SOURCE [FLAG...]: one file for one target, into OUTPUT: a module, unless the flags ask for another
# kind. The flags come last, and win.
compile() {
	target=$1 output=$2 source=$src/$3
	shift 3
	kind=
	case "$target $* " in
	*' -c '* | *' -pie '* | *' -static '* | *' -dynamiclib '*) ;;
	*-linux-*) kind=-shared ;;
	*-macos*) kind='-bundle -Wl,-undefined,dynamic_lookup' ;;
	esac
	# shellcheck disable=SC2086 # the lists above are meant to split
	case $target in
	*-linux-*)
		clang-19 --target="$target" $common -O2 -L"$lib/$target" $elf $kind -o "$output" "$source" "$@" ;;
	x86_64-macos)
		clang-19 --target=x86_64-apple-macosx10.13 $common -O2 -L"$lib/$target" $macho $kind \
			-o "$output" "$source" "$@" "$src/libSystem.tbd" ;;
	arm64-macos)
		clang-19 --target=arm64-apple-macosx11.0 $common -O2 -L"$lib/$target" $macho $kind \
			-o "$output" "$source" "$@" "$src/libSystem.tbd" ;;
	arm64-ios | arm64-ios-simulator | x86_64-ios-simulator)
		clang-19 --target="${target%%-*}-apple-ios13.0${target#*-ios}" $common -O2 -L"$lib/$target" $macho -dynamiclib \
			-Wl,-undefined,dynamic_lookup -o "$output" "$source" "$@" "$src/libSystem.tbd" ;;
	*-windows)
		clang-19 --target="$(windows_triple "$target")" $common -O2 -fuse-ld=lld -shared -L"$lib/$target" \
			-Wl,/noentry -Wl,/Brepro -Wl,/noimplib -o "$output" "$source" "$@" ;;
	*-mingw)
		clang-19 --target="$(windows_triple "$target")" $common -O2 -fuse-ld=lld --ld-path=ld.lld-19 -shared \
			-L"$lib/${target%-mingw}-windows" -Wl,-s -Wl,--no-insert-timestamp -o "$output" "$source" \
			"$src/windows.c" "$@" ;;
	wasm32)
		needed=
		case ${1-} in '!needed') needed=$lib/wasm32/$2; shift 2 ;; esac
		clang-19 --target=wasm32-unknown-emscripten $common -O2 -fPIC -fvisibility=hidden "$@" \
			-c -o "$output.o" "$source" &&
		wasm-ld-19 --experimental-pic -shared --no-entry --unresolved-symbols=import-dynamic --strip-debug \
			-o "$output" "$output.o" ${needed:+"$needed"} && rm -f "$output.o" ;;
	*)
		echo "no such target: $target" >&2
		return 1 ;;
	esac
}

windows_triple() {
	case $1 in
	*-windows) echo "$(windows_machine "$1")-pc-windows-msvc" ;;
	*-mingw) echo "$(windows_machine "$1")-w64-windows-gnu" ;;
	esac
}

windows_machine() {
	case $1 in arm64-*) echo aarch64 ;; *) echo "${1%%-*}" ;; esac
}

# Libraries to link against: enough to get the names of libraries and the versions of symbols into a file.
stub_libraries() {
	for target in x86_64-linux-gnu i686-linux-gnu aarch64-linux-gnu x86_64-linux-musl aarch64-linux-android24 aarch64-linux-android27; do
		mkdir -p "$lib/$target"
		for soname in libpython3.15.so.1.0 libpython3.15t.so.1.0 libpython3.14.so.1.0 libpython3.so libpython3.15.so \
				libssl.so.3 libz.so.1; do
			stub "$target" "$soname" libstdcxx.c
		done
		stub "$target" libfoo.so.1 library.c -DPYTHONIC -DBACKEND
		stub "$target" libbar.so.1 library.c
	done
	for target in x86_64-linux-gnu i686-linux-gnu aarch64-linux-gnu; do
		case $target in i686-*) base=GLIBC_2.0 ;; aarch64-*) base=GLIBC_2.16 ;; *) base=GLIBC_2.2.5 ;; esac
		sed "s/GLIBC_BASE/$base/g" "$src/libc.map" > "$lib/$target/libc.map"
		stub "$target" libc.so.6 libc.c -Wl,--version-script="$lib/$target/libc.map"
		stub "$target" libstdc++.so.6 libstdcxx.c -Wl,--version-script="$src/libstdcxx.map"
	done
	stub x86_64-linux-musl libc.musl-x86_64.so.1 libc.c
	stub x86_64-linux-musl libc.so libc.c
	stub aarch64-linux-android24 libc.so libc.c
	stub aarch64-linux-android27 libc.so libc.c
	stub aarch64-linux-android27 libaaudio.so libc.c
	mkdir -p "$lib/wasm32"
	compile wasm32 "$lib/wasm32/libfoo.so" library.c
	mkdir -p "$lib/arm64-ios" "$lib/arm64-ios-simulator" "$lib/x86_64-ios-simulator"
	for target in x86_64-macos arm64-macos; do
		mkdir -p "$lib/$target"
		compile $target "$lib/$target/libfoo.1.dylib" library.c -DPYTHONIC -DBACKEND -dynamiclib \
			-Wl,-install_name,@rpath/libfoo.1.dylib
	done
	for target in x86_64-windows i686-windows arm64-windows; do
		mkdir -p "$lib/$target"
		for dll in python3 python3t python3_d python315 python315t python38; do
			{
				echo "LIBRARY $dll.dll"
				cat "$src/python.def"
				case $dll in python3??* ) cat "$src/python-private.def" ;; esac
			} > "$lib/$target/$dll.def"
			import_library $target $dll "$lib/$target/$dll.def"
		done
		import_library $target python-ordinal "$src/python-ordinal.def"
		import_library $target foo "$src/foo.def"
		windows_library $target system KERNEL32 system_a
		windows_library $target apiset api-ms-win-crt-runtime-l1-1-0 system_b
		windows_library $target redist MSVCP140 system_a
		windows_library $target mangled foo-0123456789abcdef0123456789abcdef system_a
	done
}

stub() {
	stub_target=$1 stub_name=$2 stub_source=$3
	shift 3
	compile "$stub_target" "$lib/$stub_target/$stub_name" "$stub_source" -Wl,-soname,"$stub_name" "$@"
}

# windows_library TARGET NAME DLL FUNCTION
windows_library() {
	printf 'LIBRARY %s.dll\nEXPORTS\n%s\n' "$3" "$4" > "$lib/$1/$2.def"
	import_library "$1" "$2" "$lib/$1/$2.def"
}

import_library() {
	case $1 in x86_64-*) machine=x64 ;; i686-*) machine=x86 ;; arm64-*) machine=arm64 ;; esac
	lld-link-19 /lib /nologo "/def:$3" "/machine:$machine" "/out:$lib/$1/$2.lib"
}

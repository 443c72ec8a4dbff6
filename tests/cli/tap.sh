# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034 # bad is for the script that reads this
# Sourced by the tests of the program: runs it in the working folder and says of each claim whether it holds, as TAP.
program=$A3_PROGRAM
bad=0
number=0

result() { # STATUS NAME
	number=$((number + 1))
	if [ "$1" = 0 ]; then
		echo "ok $number - $2"
	else
		echo "not ok $number - $2"
		sed 's/^/# stdout: /' out | head -n 20 | cut -c1-300
		sed 's/^/# stderr: /' err | head -n 20
		bad=1
	fi
}

# exits STATUS NAME ARGUMENT...: what was written stays in out and err.
exits() {
	wanted=$1
	name=$2
	shift 2
	"$program" "$@" >out 2>err </dev/null
	status=$?
	[ "$status" = "$wanted" ]
	result $? "$name: exit $wanted$([ "$status" = "$wanted" ] || echo ", not $status")"
}
says() { grep -qF -- "$2" "$1"; result $? "... says \"$2\""; }
silent() { [ ! -s "$1" ]; result $? "... with nothing on std$1"; }
lacks() { ! grep -qF -- "$2" "$1"; result $? "... without \"$2\""; }


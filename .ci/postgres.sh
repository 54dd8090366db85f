#!/usr/bin/env bash
# A PostgreSQL server of the tests' own, in a temporary folder, gone afterwards.
#
#   bash .ci/postgres.sh CMD ARG…   runs the command with KINDWORD_TEST_POSTGRES set,
#                                   and answers with the command's own exit code
#   . .ci/postgres.sh               starts it for the shell or script that says so,
#                                   and stops it when that ends (in bash)
#
# It listens on a socket in its folder and nowhere else. As root it runs as the user
# postgres, since PostgreSQL refuses root. PG_BIN says where the programs are, when
# they are not where Debian, Homebrew or the PATH have them.
#
# Exit code 75: there is no PostgreSQL to start; one line says so, and
# the caller can tell its reader what was left out. 70: there is one, and it did not
# start; its log is shown.

_kw_pg_find() { # prints the folder of the newest initdb
	local dir
	for dir in ${PG_BIN:-} $(ls -d /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql@*/bin /usr/local/opt/postgresql@*/bin 2>/dev/null | sort -rV) \
		"$(dirname "$(command -v initdb 2>/dev/null || echo /none/initdb)")"; do
		if [ -x "$dir/initdb" ] && [ -x "$dir/pg_ctl" ]; then
			echo "$dir"
			return
		fi
	done
	return 1
}

_kw_pg_as() { # runs a program as somebody PostgreSQL works for
	if [ "$(id -u)" != 0 ]; then
		"$@"
	elif command -v runuser >/dev/null; then
		runuser -u postgres -- "$@"
	else
		su postgres -s /bin/sh -c 'exec "$0" "$@"' -- "$@"
	fi
}

_kw_pg_stop() {
	if [ -n "${_kw_pg_dir:-}" ] && [ -d "$_kw_pg_dir" ]; then
		(cd / && _kw_pg_as "$_kw_pg_bin/pg_ctl" -D "$_kw_pg_dir/data" -m immediate -w stop) >/dev/null 2>&1
		rm -rf "$_kw_pg_dir"
	fi
	unset KINDWORD_TEST_POSTGRES _kw_pg_dir
}

_kw_pg_start() {
	if ! _kw_pg_bin=$(_kw_pg_find); then
		echo "PostgreSQL is not installed here (initdb, pg_ctl): the tests that need it are left out." >&2
		return 75
	fi
	if [ "$(id -u)" = 0 ] && ! id postgres >/dev/null 2>&1; then
		echo "There is no user called postgres, and PostgreSQL refuses root: the tests that need it are left out." >&2
		return 75
	fi
	local where=/tmp free # a short path: a socket's name may have 107 letters
	free=$(df -kP /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
	if [ "${free:-0}" -ge 2097152 ]; then
		where=/dev/shm # two GiB free in memory: a database for each test costs a quarter there
	fi
	_kw_pg_dir=$(mktemp -d $where/kindword-pg.XXXXXX) || return 70
	[ "$(id -u)" != 0 ] || chown postgres "$_kw_pg_dir"
	trap _kw_pg_stop EXIT
	trap 'exit 129' HUP
	trap 'exit 130' INT
	trap 'exit 143' TERM
	if ! (
		cd / && umask 077 &&
			_kw_pg_as "$_kw_pg_bin/initdb" -D "$_kw_pg_dir/data" -U postgres -A trust -E UTF8 --locale=C --no-instructions &&
			_kw_pg_as "$_kw_pg_bin/pg_ctl" -D "$_kw_pg_dir/data" -l "$_kw_pg_dir/log" -w -t 60 start \
				-o "-c listen_addresses='' -c unix_socket_directories='$_kw_pg_dir' -c fsync=on -c max_connections=300 -c max_wal_size=256MB"
	) >"$_kw_pg_dir.out" 2>&1; then
		echo "PostgreSQL did not start:" >&2
		cat "$_kw_pg_dir.out" "$_kw_pg_dir/log" >&2 2>/dev/null
		rm -f "$_kw_pg_dir.out"
		_kw_pg_stop
		return 70
	fi
	rm -f "$_kw_pg_dir.out"
	# Should this shell be killed outright, its server still goes.
	(
		trap '' HUP INT TERM
		while kill -0 $$; do sleep 1; done
		_kw_pg_stop
	) </dev/null >/dev/null 2>&1 &
	export KINDWORD_TEST_POSTGRES="postgres://postgres@/postgres?host=$_kw_pg_dir"
}

if [ "${BASH_SOURCE[0]}" != "$0" ]; then
	_kw_pg_start
	return
fi
if [ $# = 0 ]; then
	echo "usage: bash .ci/postgres.sh CMD ARG…" >&2
	exit 64
fi
_kw_pg_start || exit
"$@"

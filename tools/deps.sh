#!/bin/sh
# Installs the Debian packages named that are missing. Asks the package database first: nothing is fetched when complete.
set -eu
missing=
for p in "$@"; do
	dpkg-query -W -f '${Status}' "$p" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $p"
done
[ -n "$missing" ] || exit 0
install="apt-get install -y --no-install-recommends$missing"
if [ "$(id -u)" = 0 ]; then
	sudo=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
	sudo="sudo -n"
else
	echo "缺少软件包。请以 root 运行：  apt-get update && $install" >&2
	exit 1
fi
echo "正在安装：$missing" >&2
export DEBIAN_FRONTEND=noninteractive
# The package list may be missing or old: update only when the install does not work without.
# shellcheck disable=SC2086
$sudo env DEBIAN_FRONTEND=noninteractive $install >/dev/null 2>&1 || {
	$sudo apt-get update -qq >&2
	$sudo env DEBIAN_FRONTEND=noninteractive $install >&2
}

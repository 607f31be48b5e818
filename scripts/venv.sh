#!/bin/sh
# Creates the virtual environment with the first Python from 3.11 to 3.14 that this machine has.
# Usage: scripts/venv.sh DIRECTORY. PYTHON=... names an interpreter to try first.
set -eu
venv=$1

suitable() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' >/dev/null 2>&1
}

find_python() {
    for candidate in "${PYTHON:-}" python3.11 python3.12 python3.13 python3.14 python3 python; do
        if [ -n "$candidate" ] && suitable "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    echo "Python 3.11, 3.12, 3.13 or 3.14 is needed and none was found (PYTHON=/path/to/python names one)." >&2
    return 1
}

# Debian splits venv off into a package of its own; where we may, we install it.
add_debian_venv() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    version=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "python$version-venv"
}

python=$(find_python)
echo "Creating $venv with $("$python" --version)"
if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 && ! add_debian_venv "$python"; then
    echo "$python has no venv module; on Debian and Ubuntu: apt-get install python3-venv" >&2
    exit 1
fi
"$python" -m venv --clear "$venv"

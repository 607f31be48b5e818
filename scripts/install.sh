#!/bin/sh
# Installs locked requirements into a virtual environment: scripts/install.sh VENV -r FILE...
# Uses uv, which is much quicker; falls back to pip, which knows about mirrors in the machine's own configuration.
set -eu
venv=$1
shift
pip="$venv/bin/pip --disable-pip-version-check install --quiet --no-compile --no-deps --only-binary=:all:"

uv_install() {
    [ -x "$venv/bin/uv" ] || $pip -r requirements/installer.txt || return 1
    UV_HTTP_RETRIES=1 UV_LINK_MODE=copy "$venv/bin/uv" pip install --quiet --python "$venv/bin/python" --no-config \
        --no-deps --only-binary=:all: "$@"
}

uv_install "$@" || $pip "$@"

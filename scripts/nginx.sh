#!/bin/sh
# Makes sure that the proxy's tests find an nginx: looks for one, and installs Debian's where that is allowed. Nothing is
# started. Never fails: without it those tests are skipped and the summary says so (in CI such a skip is a failure).
set -u

PATH=$PATH:/usr/sbin
command -v nginx >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing nginx for the proxy's tests"
    if { apt-get update -qq && DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq \
        --no-install-recommends nginx-light; } >/dev/null 2>&1; then
        exit 0
    fi
fi
echo "No nginx here and no way to install it: the proxy's tests will be skipped."

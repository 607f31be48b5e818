#!/bin/sh
# Makes sure that browser tests find a Chromium: looks for one, and installs Debian's where that is allowed.
# Never fails: without a browser those tests are skipped and the summary says so (in CI such a skip is a failure).
set -u

for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Chromium for the browser tests"
    # The fonts are for the Russian texts and the emoji in screenshots.
    if { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        chromium fonts-dejavu-core fonts-noto-color-emoji; } >/dev/null 2>&1; then
        exit 0
    fi
fi
echo "No Chromium here and no way to install it: the browser tests will be skipped."

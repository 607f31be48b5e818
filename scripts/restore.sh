#!/bin/sh
# Puts a backup in place of the database of DATABASE_URL: scripts/restore.sh FILE
# Stop every process of the program first. What is there now is backed up before. Afterwards the chain and the channels
# are asked what has happened since the backup; only then start the program again. YES=1 asks nothing.
set -eu
: "${DATABASE_URL:?the database, as the program has it: postgres://...}"
file=${1:?which file?}
url=${DATABASE_URL%%\?*}
here=$(cd "$(dirname "$0")" && pwd)

if [ -f "$file.sha256" ]; then (cd "$(dirname "$file")" && sha256sum --check --quiet "$(basename "$file").sha256"); fi
pg_restore --list "$file" > /dev/null
if [ "${YES:-}" != 1 ]; then
    printf 'The database will be replaced by %s. Is every process of the program stopped? Type yes: ' "$file"
    read -r answer
    [ "$answer" = yes ] || { echo "nothing was done" >&2; exit 1; }
fi
"$here/backup.sh" "$(dirname "$file")/before-restore-$(date -u +%Y-%m-%dT%H%M%SZ).dump"
psql --quiet --no-psqlrc -v ON_ERROR_STOP=1 --dbname="$url" -c 'DROP SCHEMA public CASCADE' -c 'CREATE SCHEMA public' 2>/dev/null
pg_restore --exit-on-error --no-owner --no-comments --dbname="$url" "$file"
cd "$here/.."
"${PYTHON:-.venv/bin/python}" -m app migrate
"${PYTHON:-.venv/bin/python}" -m app restored

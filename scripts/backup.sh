#!/bin/sh
# Writes the database of DATABASE_URL into a file, while the program runs: scripts/backup.sh [FILE]
# The default is backups/DATE.dump; a checksum lies beside it. KEEP=30 keeps the newest 30 of that folder.
set -eu
: "${DATABASE_URL:?the database, as the program has it: postgres://...}"
file=${1:-backups/$(date -u +%Y-%m-%dT%H%M%SZ).dump}
folder=$(dirname "$file")
mkdir -p "$folder"
umask 077
# The program's own options behind the question mark mean nothing to PostgreSQL's tools.
pg_dump --format=custom --no-owner --dbname="${DATABASE_URL%%\?*}" --file="$file.part"
mv "$file.part" "$file"
(cd "$folder" && sha256sum "$(basename "$file")" > "$(basename "$file").sha256")
if [ -n "${KEEP:-}" ]; then
    find "$folder" -maxdepth 1 -name '????-??-??T??????Z.dump' | sort -r | tail -n "+$((KEEP + 1))" | while read -r old; do
        rm -f "$old" "$old.sha256"
    done
fi
echo "$file"

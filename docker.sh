#!/bin/bash
# The marketplace in containers: ./docker.sh dev|prod COMMAND. `./docker.sh help` lists the commands.
set -euo pipefail
cd "$(dirname "$0")"

DOCKER=${DOCKER:-docker}
SECRETS=deploy/secrets
BACKUPS=${BACKUPS:-backups}
NEEDED=(bot_token database_url postgres_password jwt_secret controller_seed)

help() {
    cat <<'TEXT'
./docker.sh dev  up          build and start everything with the sandbox: http://127.0.0.1:8080/sandbox/
./docker.sh prod secrets     make the secrets that can be made, ask for the bot's token
./docker.sh prod check       look over settings and secrets, and the compose files; starts nothing
./docker.sh prod up          check, build, migrate and start

In both:
  build                build the image
  up [SERVICE...]      start, or take changes into use
  down                 stop; the data stays
  restart [SERVICE...] one after the other: drains each
  ps                   what runs, and how it is
  logs [SERVICE...]    follow the logs
  migrate              bring the schema up to date
  doctor               look the running deployment over, and say what to do
  shell [SERVICE]      a shell beside the program (app), or in a running postgres, redis or nginx
  psql                 the database's own prompt
  backup [FILE]        write the database into a file (default: backups/DATE.dump), while everything runs
  restore FILE         put a backup in place of the database; asks first; stops the program meanwhile
  certificate          the certificate that is in use (prod)
  wipe                 down, and throw all data away; asks first
TEXT
}

die() {
    echo "docker.sh: $*" >&2
    exit 1
}

setting() { # the value of a setting in .env, or nothing
    [ -f .env ] || return 0
    sed -n "s/^$1=//p" .env | tail -n 1 | sed -e 's/^"\(.*\)"$/\1/' -e "s/^'\(.*\)'\$/\1/"
}

use_user() { # files of secrets are read by whoever owns them: that user runs the program; never root
    APP_UID=${APP_UID:-$(id -u)}
    APP_GID=${APP_GID:-$(id -g)}
    if [ "$APP_UID" = 0 ]; then APP_UID=10001 APP_GID=10001; fi
    export APP_UID APP_GID
}

compose() {
    if [ "$mode" = dev ]; then
        DOMAIN=${DOMAIN:-localhost} "$DOCKER" compose -f docker-compose.yml -f docker-compose.dev.yml "$@"
    else
        "$DOCKER" compose -f docker-compose.yml "$@"
    fi
}

random() { od -An -N32 -tx1 /dev/urandom | tr -d ' \n'; }

write_secret() { # NAME VALUE, unless it is there
    [ -s "$SECRETS/$1" ] && return 0
    (umask 077 && printf '%s\n' "$2" > "$SECRETS/$1")
    echo "made $SECRETS/$1"
}

make_secrets() {
    mkdir -p "$SECRETS"
    chmod 0700 "$SECRETS"
    write_secret postgres_password "$(random)"
    write_secret database_url "postgres://market:$(cat "$SECRETS/postgres_password")@postgres:5432/market"
    write_secret jwt_secret "$(random)"
    write_secret controller_seed "$(random)"
    if [ ! -s "$SECRETS/bot_token" ]; then
        read -r -p "The bot's token from @BotFather: " token
        write_secret bot_token "$token"
    fi
    chmod 0400 "$SECRETS"/[a-z]*
    if [ "$(id -u)" = 0 ]; then chown "$APP_UID:$APP_GID" "$SECRETS"/[a-z]*; fi
    echo "Keep a copy of $SECRETS/controller_seed somewhere safe, away from the backups (SECURITY.md)."
}

check() {
    command -v "$DOCKER" >/dev/null || die "there is no $DOCKER here: https://docs.docker.com/engine/install/"
    "$DOCKER" compose version >/dev/null 2>&1 || die "docker has no compose plugin (version 2.24 or newer is needed)"
    if [ "$mode" = prod ]; then
        local domain name
        domain=${DOMAIN:-$(setting DOMAIN)}
        [ -n "$domain" ] || die "DOMAIN is not set: put DOMAIN=market.example.org into .env"
        [[ "$domain" =~ ^[A-Za-z0-9.-]+\.[A-Za-z]{2,}$ ]] || die "DOMAIN must be a name like market.example.org"
        [ -n "${ADMIN_IDS:-$(setting ADMIN_IDS)}" ] || die "ADMIN_IDS is not set: put your Telegram id into .env"
        for name in "${NEEDED[@]}"; do
            [ -s "$SECRETS/$name" ] || die "$SECRETS/$name is missing: ./docker.sh prod secrets"
            [ -z "$(find "$SECRETS/$name" -perm /o=rwx)" ] || die "everybody can read $SECRETS/$name: chmod 0400 it"
        done
        for name in BOT_TOKEN DATABASE_URL JWT_SECRET CONTROLLER_SEED; do
            [ -z "$(setting $name)" ] || die "$name is in .env: it belongs into $SECRETS, and .env would win"
        done
        case $(setting ENV) in "" | production) ;; *) die "ENV in .env is not production" ;; esac
    fi
    compose config --quiet || die "the compose files do not fit together"
    echo "The settings look right."
}

sure() { # asks, unless YES=1
    [ "${YES:-}" = 1 ] && return 0
    read -r -p "$1 Type yes: " answer
    [ "$answer" = yes ] || die "nothing was done"
}

backup() {
    local file=${1:-$BACKUPS/$(date -u +%Y-%m-%dT%H%M%SZ).dump}
    mkdir -p "$(dirname "$file")"
    (umask 077 && compose exec -T postgres pg_dump -U market -d market --format=custom > "$file.part")
    [ -s "$file.part" ] || die "pg_dump wrote nothing"
    mv "$file.part" "$file"
    (cd "$(dirname "$file")" && sha256sum "$(basename "$file")" > "$(basename "$file").sha256")
    echo "$file"
}

restore() {
    local file=${1:-}
    [ -s "$file" ] || die "which file? ./docker.sh $mode restore backups/DATE.dump"
    if [ -f "$file.sha256" ]; then (cd "$(dirname "$file")" && sha256sum --check --quiet "$(basename "$file").sha256"); fi
    sure "The database will be replaced by $file; what happened since then is only on the chain and in Telegram."
    compose stop nginx app worker scheduler
    compose up -d --wait postgres redis
    backup "$BACKUPS/before-restore-$(date -u +%Y-%m-%dT%H%M%SZ).dump"
    compose exec -T postgres dropdb -U market --force --if-exists market
    compose exec -T postgres createdb -U market market
    compose exec -T postgres pg_restore -U market -d market --exit-on-error --no-owner < "$file"
    compose run --rm migrate
    # The chain and the channels are asked what happened since the backup, before anybody acts on what it says.
    compose run --rm app restored
    compose up -d
}

[ $# -gt 0 ] || { help; exit 1; }
case $1 in
    help | -h | --help) help; exit 0 ;;
    dev | prod) mode=$1; shift ;;
    *) die "dev or prod? ./docker.sh help" ;;
esac
use_user
command=${1:-help}
shift || true
case $command in
    help) help ;;
    secrets) make_secrets ;;
    check) check ;;
    build) compose build "$@" ;;
    up)
        check
        mkdir -p var
        compose up -d --build --remove-orphans "$@"
        [ "$mode" = dev ] && echo "The phones: http://127.0.0.1:8080/sandbox/" || true
        ;;
    down) compose down --remove-orphans "$@" ;;
    restart) compose up -d --force-recreate --no-deps "${@:-app}" ;;
    ps) compose ps "$@" ;;
    logs) compose logs --follow --tail=200 "$@" ;;
    migrate) compose run --rm migrate ;;
    doctor) compose run --rm --no-deps app doctor ;;
    shell)
        case ${1:-app} in
            postgres | redis | nginx) compose exec "$1" sh ;;
            *) compose run --rm --no-deps --entrypoint bash app ;;
        esac
        ;;
    psql) compose exec postgres psql -U market -d market "$@" ;;
    backup) backup "$@" ;;
    restore) restore "$@" ;;
    certificate) compose exec nginx sh -c 'openssl x509 -noout -subject -issuer -enddate < "/etc/letsencrypt/live/$DOMAIN/fullchain.pem"' ;;
    wipe)
        sure "All data of $mode will be thrown away."
        compose down --volumes --remove-orphans
        ;;
    *) die "no such command: $command (./docker.sh help)" ;;
esac

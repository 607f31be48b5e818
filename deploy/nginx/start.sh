#!/bin/sh
# Starts nginx with the configuration for what is there: with the certificate of DOMAIN the whole site; without it (yet)
# only the answers that Let's Encrypt asks for; with PLAIN=1 the site over http, for development. A certificate that
# appears or is renewed is noticed and taken into use without cutting anybody off.
set -eu

here=$(dirname "$0")
: "${DOMAIN:=localhost}" "${PLAIN:=}" "${HTTP_PORT:=8080}" "${HTTPS_PORT:=8443}" "${UPSTREAM:=server 127.0.0.1:8000;}"
: "${RESOLVER:=}" "${CERTIFICATES:=/etc/letsencrypt}" "${CHALLENGES:=/var/www/challenges}" "${RUN:=/tmp/nginx}"
: "${TELEGRAM:=$here/telegram.conf}" "${LISTEN:=}" "${LOOK_SECONDS:=30}" "${MIME_TYPES:=/etc/nginx/mime.types}"
certificate=$CERTIFICATES/live/$DOMAIN/fullchain.pem
resolver=${RESOLVER:+resolver $RESOLVER valid=5s;}

fill() {
    sed -e "s|@DOMAIN@|$DOMAIN|g" -e "s|@HTTP_PORT@|$LISTEN$HTTP_PORT|g" -e "s|@HTTPS_PORT@|$LISTEN$HTTPS_PORT|g" \
        -e "s|@UPSTREAM@|$UPSTREAM|g" -e "s|@RESOLVER@|$resolver|g" -e "s|@CERTIFICATE@|$CERTIFICATES/live/$DOMAIN|g" \
        -e "s|@CHALLENGES@|$CHALLENGES|g" -e "s|@RUN@|$RUN|g" -e "s|@TELEGRAM@|$TELEGRAM|g" \
        -e "s|@MIME_TYPES@|$MIME_TYPES|g" "$1"
}

write() {
    if [ -n "$PLAIN" ]; then site=plain; elif [ -r "$certificate" ]; then site=https; else site=waiting; fi
    for name in proxy routes; do fill "$here/$name.conf" > "$RUN/$name.conf"; done
    fill "$here/$site.conf" > "$RUN/site.conf"
    fill "$here/nginx.conf" > "$RUN/nginx.conf"
}

state() {
    if [ -r "$certificate" ]; then cksum < "$certificate"; else echo none; fi
}

mkdir -p "$RUN"
write
last=$(state)
nginx -c "$RUN/nginx.conf" -p "$RUN" -g "daemon off;" &
server=$!
trap 'kill -QUIT $server' TERM QUIT INT

while kill -0 $server 2>/dev/null; do
    sleep "$LOOK_SECONDS" &
    wait $! || true
    now=$(state)
    if [ "$now" != "$last" ]; then
        last=$now
        write
        echo "The certificate has changed: loading the configuration anew."
        nginx -c "$RUN/nginx.conf" -p "$RUN" -t -q && kill -HUP $server
    fi
done
wait $server

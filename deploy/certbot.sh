#!/bin/sh
# Gets the certificate of DOMAIN from Let's Encrypt and renews it, for ever: nginx answers the challenges from a shared
# folder, and notices by itself that the certificate is new (deploy/nginx/start.sh).
set -u
trap 'exit 0' TERM INT

account() {
    if [ -n "${CERTBOT_EMAIL:-}" ]; then echo "--email $CERTBOT_EMAIL"; else echo "--register-unsafely-without-email"; fi
}

while :; do
    # shellcheck disable=SC2046  # several words on purpose
    if certbot certonly --webroot -w /var/www/challenges -d "$DOMAIN" --non-interactive --agree-tos $(account) \
        --keep-until-expiring ${CERTBOT_STAGING:+--staging}; then
        # nginx runs without root, as user and group 101, and must be able to read its key.
        chmod 0755 /etc/letsencrypt/live /etc/letsencrypt/archive
        chgrp 101 /etc/letsencrypt/archive/"$DOMAIN"/privkey*.pem
        chmod 0640 /etc/letsencrypt/archive/"$DOMAIN"/privkey*.pem
        pause=43200
    else
        pause=300
    fi
    sleep "$pause" &
    wait $!
done

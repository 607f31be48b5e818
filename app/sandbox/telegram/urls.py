"""Which links Telegram accepts in buttons and texts, and how it writes them down."""

from __future__ import annotations

import re

PROTOCOL = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.\-]*)://?(.*)$", re.DOTALL)
HOST = re.compile(r"^(?:[^@/?#]*@)?(\[[0-9a-fA-F:.]+\]|[^:/?#]+)(?::(\d{1,5}))?", re.DOTALL)
OWN_PROTOCOLS = ("tg", "ton", "tonsite")
BAD_HOST_CHARACTERS = re.compile(r"[\s!\"$%&'()*+,;<=>\\^`{|}]")


class BadLink(ValueError):
    """The link is refused; the text is Telegram's reason."""


def check_link(url: str, https_only: bool = False) -> str:
    """The link as Telegram keeps it (`https://host` becomes `https://host/`), or BadLink."""
    try:
        return _checked(url.strip(), https_only)
    except BadLink as refusal:
        raise BadLink(f"URL '{url}' is invalid: {refusal}") from None


def _checked(url: str, https_only: bool) -> str:
    match = PROTOCOL.match(url)
    protocol, rest = (match[1].lower(), match[2]) if match else ("http", url)
    if https_only and protocol != "https":
        raise BadLink("Only HTTPS links are allowed")
    if protocol in OWN_PROTOCOLS:
        if not rest.strip("/"):
            raise BadLink("Wrong tg URL")
        return f"{protocol}://{rest.lstrip('/')}"
    if protocol not in ("http", "https"):
        raise BadLink("Unsupported URL protocol")
    return f"{protocol}://{_with_path(rest)}"


def _with_path(rest: str) -> str:
    host = HOST.match(rest)
    if host is None:
        raise BadLink("URL host is empty")
    if host[2] is not None and not 0 < int(host[2]) < 65536:
        raise BadLink("Wrong port number specified in the URL")
    if BAD_HOST_CHARACTERS.search(host[1]):
        raise BadLink("Disallowed character in URL host")
    if "." not in host[1].strip(".") and not host[1].startswith("["):
        raise BadLink("Wrong HTTP URL")
    tail = rest[host.end() :]
    return host[0] + (tail if tail.startswith("/") else "/" + tail)

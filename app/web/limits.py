"""How often somebody may knock: fixed windows per address and per person, in Redis where there is one.

Guarantees:
* `X-Forwarded-For` is believed only as far as trusted proxies (`TRUSTED_PROXIES`) wrote it: the address is the nearest
  one that is not theirs. An IPv6 network of one customer (/64) counts as one address.
* Over the limit the answer is 429 with `Retry-After`. Webhooks, static files, health and metrics are not counted.
* A limiter that cannot be asked lets requests pass, says so in the log, and is not asked again for a while: guarding
  the door never shuts the shop.
"""

import asyncio
import logging
import math
import time
from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Any

from aiohttp import web
from limits import RateLimitItem, parse
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import FixedWindowRateLimiter
from limits.errors import StorageError

from services.errors import Refusal

log = logging.getLogger(__name__)
Network = IPv4Network | IPv6Network
COUNTED = ("/api/", "/app/", "/receipt/", "/reserves")
FREE = ("/api/metrics", "/api/docs", "/api/openapi.json")
ASK_SECONDS = 1.0
"""How long Redis may take to answer."""
BLIND_SECONDS = 10.0
"""How long it is left alone after it did not."""


class TooManyRequests(Refusal):
    """The window is full; `seconds` until the next one."""

    status = 429

    @property
    def headers(self) -> dict[str, str]:
        return {"Retry-After": str(self.arguments["seconds"])}


class Limits:
    """`rules` are like `60/minute`, by kind; `default` is one of them."""

    def __init__(self, redis_url: str, rules: dict[str, str]) -> None:
        self._rules: dict[str, RateLimitItem] = {kind: parse(rule) for kind, rule in rules.items()}
        self._storage = storage_for(redis_url)
        self._limiter = FixedWindowRateLimiter(self._storage)
        self._blind_until = 0.0

    async def check(self, kind: str, who: str) -> None:
        """Count one request. Raises TooManyRequests."""
        if time.monotonic() < self._blind_until:
            return
        rule = self._rules[kind]
        try:
            async with asyncio.timeout(ASK_SECONDS):
                if await self._limiter.hit(rule, kind, who):
                    return
                ends = (await self._limiter.get_window_stats(rule, kind, who)).reset_time
        except (StorageError, OSError, TimeoutError) as trouble:
            self._blind_until = time.monotonic() + BLIND_SECONDS
            log.warning("requests are not counted: %r", trouble)
            return
        raise TooManyRequests(seconds=max(1, math.ceil(ends - time.time())), limit=str(rule))

    async def close(self) -> None:
        if isinstance(self._storage, RedisStorage):
            client: Any = getattr(self._storage.bridge, "storage", None)  # the library closes nothing by itself
            await client.aclose()


def storage_for(redis_url: str) -> MemoryStorage | RedisStorage:
    if redis_url.startswith("memory:"):
        return MemoryStorage()
    return RedisStorage(f"async+{redis_url}", wrap_exceptions=True, implementation="redispy", key_prefix="limits")


def is_counted(path: str) -> bool:
    return (path == "/" or path.startswith(COUNTED)) and not path.startswith(FREE)


def client_ip(request: web.Request, trusted: Sequence[Network]) -> str:
    """Where the request came from, as far as that can be believed."""
    address = request.remote or ""
    hops = [hop.strip() for line in request.headers.getall("X-Forwarded-For", []) for hop in line.split(",")]
    while hops and _is_trusted(address, trusted):
        address = hops.pop()
    return address if _parsed(address) else request.remote or ""


def bucket(address: str) -> str:
    """What is counted together."""
    found = _parsed(address)
    if isinstance(found, IPv6Address):
        return str(IPv6Network((int(found) >> 64 << 64, 64)))
    return str(found or address)


def _is_trusted(address: str, trusted: Sequence[Network]) -> bool:
    found = _parsed(address)
    return found is not None and any(found in network for network in trusted)


def _parsed(address: str) -> object:
    try:
        found = ip_address(address)
    except ValueError:
        return None
    return found.ipv4_mapped or found if isinstance(found, IPv6Address) else found

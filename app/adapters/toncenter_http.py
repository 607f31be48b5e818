"""Toncenter over HTTP: the plan's rate is kept, reads are retried, and every trouble has one of two names.

* `Unreachable`: no answer, 429 after our patience, 5xx, or something that is not Toncenter's JSON. `sent` says whether
  a broadcast may have been carried out.
* `Refused`: the service was asked and said no, in its own words.

A broadcast is never repeated here: the sender decides what to send again.
"""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from services.ports import Refused, Unreachable

log = logging.getLogger(__name__)

ATTEMPTS = 4
FIRST_PAUSE_SECONDS = 0.2
PATIENCE_SECONDS = 10.0
"""The longest `Retry-After` that is waited for here."""
TIMEOUT = aiohttp.ClientTimeout(total=20, connect=5)
NOT_ACCEPTED = "cannot apply external message"
Params = Sequence[tuple[str, str]]


def plan_rate(base_url: str, api_key: str) -> float | None:
    """Requests per second that the plan allows; None for a server of our own machine."""
    if urlsplit(base_url).hostname in ("127.0.0.1", "localhost", "::1"):
        return None
    return 10.0 if api_key else 1.0


@dataclass
class Pace:
    """Lets calls through one by one, evenly spaced."""

    rate_per_second: float | None
    _next: float = 0.0
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def wait(self) -> None:
        if not self.rate_per_second:
            return
        async with self._lock:
            loop = asyncio.get_running_loop()
            pause = self._next - loop.time()
            if pause > 0:
                await asyncio.sleep(pause)
            self._next = max(self._next, loop.time()) + 1 / self.rate_per_second


class Toncenter:
    """`base_url` is what comes before `/api/v2` and `/api/v3`."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        base_url: str,
        api_key: str = "",
        rate_per_second: float | None = None,
        attempts: int = ATTEMPTS,
    ) -> None:
        self._session = session
        self._base = base_url.rstrip("/")
        self._headers = {"X-API-Key": api_key} if api_key else {}
        self._pace = Pace(rate_per_second or plan_rate(base_url, api_key))
        self._attempts = attempts

    async def read(self, route: str, params: Params) -> dict[str, Any]:
        """GET a v3 route; asks again while the answer is only trouble. A refused question is an unanswered one."""
        for attempt in range(1, self._attempts + 1):
            try:
                return await self._call("GET", f"{self._base}/api/v3/{route}", params=params)
            except Unreachable as trouble:
                pause = max(trouble.retry_after_seconds, FIRST_PAUSE_SECONDS * 2 ** (attempt - 1))
                if attempt == self._attempts or pause > PATIENCE_SECONDS:
                    raise
                log.info("%s: %s; again in %.1f s", route, trouble, pause)
                await asyncio.sleep(pause)
            except Refused as no:
                raise Unreachable(f"{route}: {no.code} {no.words}") from no
        raise AssertionError("the loop returns or raises")

    async def broadcast(self, boc: str) -> None:
        await self._call("POST", f"{self._base}/api/v2/sendBoc", json={"boc": boc})

    async def _call(
        self, verb: str, url: str, *, params: Params = (), json: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        await self._pace.wait()
        try:
            async with self._session.request(
                verb, url, params=params, json=json, headers=self._headers, timeout=TIMEOUT
            ) as answer:
                return await _read(answer)
        except aiohttp.ClientConnectorError as error:
            raise Unreachable(str(error)) from error
        except (aiohttp.ClientError, TimeoutError, ConnectionError) as error:
            raise Unreachable(f"{type(error).__name__}: {error}", sent=True) from error


async def _read(answer: aiohttp.ClientResponse) -> dict[str, Any]:
    try:
        body = await answer.json(content_type=None)
    except ValueError:
        raise Unreachable(f"status {answer.status} without JSON", sent=True) from None
    if not isinstance(body, dict):
        raise Unreachable(f"status {answer.status} with a strange body", sent=True)
    if answer.status == 200 and body.get("ok", True):
        return body
    words, code = str(body.get("error", "")), answer.status if answer.status != 200 else int(body.get("code") or 500)
    if code == 429:
        raise Unreachable(words, retry_after_seconds=_retry_after(answer))
    if code >= 500 and NOT_ACCEPTED not in words:
        raise Unreachable(f"{code}: {words}", sent=True)
    raise Refused(words, code)


def _retry_after(answer: aiohttp.ClientResponse) -> float:
    try:
        return float(answer.headers.get("Retry-After", 1))
    except ValueError:
        return 1.0

"""A deal's page follows what happens: server-sent events, read by fetch so that the bearer travels.

Guarantees:
* Whoever may see the deal, and nobody else, is told that it changed; what changed is read from the deal's page.
* An event's id says what was seen: the newest deal event, message, check and escrow look. Whoever comes back with an
  older one (after sleep, a lost network, another process) is told at once.
* The database is asked once per process and pause for all pages together, and not at all while nobody looks. Any number
  of processes may do so: nothing is kept but what each connection has seen.
* A stream ends with the token that opened it; the page renews the token and comes back.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial

import jwt
from aiohttp import web
from tortoise.functions import Max

from app.web.miniapp.visit import Visit, visit_of
from models import Check, Deal, DealEvent, DealMessage, Escrow
from services.errors import Refusal

log = logging.getLogger("app.web")
PAUSE_SECONDS = 1.0
HEARTBEAT_SECONDS = 15.0
MOST_PER_USER = 6
HEADERS = {"Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no"}
State = str
"""What there is to see of a deal, as a short word that changes with it."""


class TooManyPages(Refusal):
    """One person follows as many deals at once as one may."""

    status = 429


@dataclass(slots=True, eq=False)
class Watching:
    """One open page."""

    user_id: int
    deal_id: int
    seen: State
    is_gone: Callable[[], bool] = lambda: False
    """Whether its browser has hung up: a stream learns that only when it next speaks."""
    changed: asyncio.Event = field(default_factory=asyncio.Event)


class Hub:
    """All open pages of this process, and the one look at the database for them."""

    def __init__(self, pause_seconds: float = PAUSE_SECONDS) -> None:
        self._pause = pause_seconds
        self._watching: dict[int, set[Watching]] = defaultdict(set)
        self._people: dict[int, set[Watching]] = defaultdict(set)
        self._somebody = asyncio.Event()
        self.closing = False

    def enter(self, one: Watching) -> None:
        """Raises TooManyPages; pages that were closed meanwhile do not count."""
        for other in list(self._people.get(one.user_id, ())):
            if other.is_gone():
                self.leave(other)
        if len(self._people.get(one.user_id, ())) >= MOST_PER_USER:
            raise TooManyPages(limit=MOST_PER_USER)
        self._people[one.user_id].add(one)
        self._watching[one.deal_id].add(one)
        self._somebody.set()

    def leave(self, one: Watching) -> None:
        for kept, key in ((self._people, one.user_id), (self._watching, one.deal_id)):
            pages = kept.get(key, set())
            pages.discard(one)
            if not pages:
                kept.pop(key, None)
        if not self._watching:
            self._somebody.clear()

    async def look(self) -> None:
        """Once: wake every page whose deal is not what it has seen."""
        states = await states_of(list(self._watching))
        for deal_id, state in states.items():
            for one in self._watching.get(deal_id, ()):
                if one.seen != state:
                    one.seen = state
                    one.changed.set()

    async def run(self) -> None:
        while True:
            await self._somebody.wait()
            try:
                await self.look()
            except Exception:  # a database that is away for a moment must not end it for good
                log.exception("the open pages could not be looked after")
            await asyncio.sleep(self._pause)

    def close(self) -> None:
        self.closing = True
        for pages in self._watching.values():
            for one in pages:
                one.changed.set()


async def states_of(deal_ids: list[int]) -> dict[int, State]:
    if not deal_ids:
        return {}
    parts: dict[int, list[str]] = {deal_id: [] for deal_id in deal_ids}
    for model, path in ((DealEvent, "deal_id"), (DealMessage, "deal_id"), (Check, "posting__deal_id")):
        rows = model.filter(**{f"{path}__in": deal_ids})
        rows = rows.exclude(done_at=None) if model is Check else rows
        newest = dict(await rows.annotate(last=Max("id")).group_by(path).values_list(path, "last"))
        for deal_id in deal_ids:
            parts[deal_id].append(str(newest.get(deal_id, 0)))
    versions = dict(await Deal.filter(id__in=deal_ids).values_list("id", "version"))
    chain = {row.deal_id: f"{row.id}-{row.state}" for row in await Escrow.filter(deal_id__in=deal_ids, is_current=True)}
    return {
        deal_id: ".".join([*parts[deal_id], str(versions.get(deal_id, 0)), chain.get(deal_id, "")])
        for deal_id in deal_ids
    }


HUB: web.AppKey[Hub] = web.AppKey("hub", Hub)


def add_live(app: web.Application) -> None:
    app[HUB] = hub = Hub()
    app.add_routes([web.get("/app/live/deal/{id}", follow)])

    async def running(_: web.Application) -> AsyncIterator[None]:
        task = asyncio.create_task(hub.run())
        yield
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    async def close(_: web.Application) -> None:
        hub.close()

    app.cleanup_ctx.append(running)
    app.on_shutdown.append(close)


async def follow(request: web.Request) -> web.StreamResponse:
    visit = await visit_of(request)
    view = await visit.services.deals.view(visit.actor, visit.number())
    hub, deal_id = request.app[HUB], view.deal.id
    now = (await states_of([deal_id]))[deal_id]
    one = Watching(visit.user.id, deal_id, now, partial(_has_hung_up, request))
    seen = request.headers.get("Last-Event-ID", now)
    hub.enter(one)
    try:
        response = web.StreamResponse(headers=HEADERS)
        await response.prepare(request)
        await response.write(_event("changed" if seen != now else "hello", now))
        await _tell(visit, hub, one, response)
    except ConnectionResetError:
        pass  # the page was closed
    finally:
        hub.leave(one)
    return response


def _has_hung_up(request: web.Request) -> bool:
    return request.transport is None or request.transport.is_closing()


async def _tell(visit: Visit, hub: Hub, one: Watching, response: web.StreamResponse) -> None:
    ends = expiry_of(visit.request)
    while not hub.closing and visit.services.clock.utcnow() < ends:
        try:
            await asyncio.wait_for(one.changed.wait(), HEARTBEAT_SECONDS)
        except TimeoutError:
            await response.write(b": still here\n\n")
            continue
        one.changed.clear()
        if not hub.closing:
            await response.write(_event("changed", one.seen))


def _event(name: str, state: State) -> bytes:
    return f"id: {state}\nevent: {name}\ndata: {{}}\n\n".encode()


def expiry_of(request: web.Request) -> datetime:
    """When the token ends that opened the stream; the gate has verified it before."""
    token = request.headers.get("Authorization", "").partition(" ")[2]
    claims = jwt.decode(token, options={"verify_signature": False})
    return datetime.fromtimestamp(claims["exp"], UTC)

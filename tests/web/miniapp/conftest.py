"""The Mini App's door over real services on a database in memory, and people who are signed in."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, cast

import pytest
from aiohttp.test_utils import TestClient, TestServer
from tortoise import Tortoise

from app.config import SANDBOX_TOKEN, Settings
from app.texts import Texts
from app.web.api import add_api
from app.web.auth import Gate
from app.web.miniapp.visit import BOT_NAME, BotName
from app.web.pages import add_pages
from app.web.receipt import add_receipt
from app.web.reserves import add_reserves
from app.web.server import Context, make_web_app
from models import User
from services.bundle import Services
from tests.dialogs.deals.doubles import PlainChain, PlainTelegram, PlainWallets
from tests.dialogs.deals.stage import ADMIN, LOCALES, Stage, a_bundle
from tests.makers import ADDRESSES, ADVERTISER, OWNER, STRANGER, StillClock, a_user

VOID = {"meta", "link", "input", "img", "br", "hr"}


class Tags(HTMLParser):
    """Every tag is closed where it was opened; no script, no style, no handler in the markup; fields have names."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.labelled = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        if tag in ("script", "style", "iframe", "object") or "style" in given:
            self.faults.append(f"<{tag}> may not be here")
        self.faults += [f"{name} on <{tag}>" for name in given if name.startswith("on")]
        self.faults += [f"{tag} leads to {url}" for name in ("href", "src") if _is_wild(url := given.get(name) or "")]
        if tag in ("input", "select", "textarea") and "label" not in self.open and "aria-label" not in given:
            self.faults.append(f"<{tag} name={given.get('name')}> has no label")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<path/>` needs no end."""

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")


def _is_wild(url: str) -> bool:
    return bool(re.match(r"\s*(?!https?:|ton:|tg:|mailto:)[a-z]+:", url, re.IGNORECASE))


def faults_of(html: str) -> list[str]:
    tags = Tags()
    tags.feed(html)
    doubled = [name for name in set(tags.ids) if tags.ids.count(name) > 1]
    twice = [f"id {name} comes twice" for name in doubled]
    return [*tags.faults, *twice, *(f"<{tag}> stays open" for tag in tags.open)]


TEXTS = Texts(LOCALES, strict=True)


@dataclass
class House:
    """What the services stand on: the clock, and doubles of Telegram, the chain and the wallets."""

    clock: StillClock
    telegram: PlainTelegram = field(default_factory=PlainTelegram)
    chain: PlainChain = field(default_factory=PlainChain)
    wallets: PlainWallets = field(default_factory=lambda: PlainWallets(ADDRESSES["payer"]))
    texts: Texts = field(default_factory=lambda: TEXTS)
    services: Services = field(init=False)

    def __post_init__(self) -> None:
        self.services = a_bundle(cast(Stage, self))


@dataclass
class Pages:
    """The door, and whoever knocks."""

    stage: House
    client: TestClient[Any, Any]
    gate: Gate

    async def get(self, path: str, user_id: int | None, **headers: str) -> tuple[int, str]:
        """With a fresh token of the person, or without one."""
        if user_id is not None:
            user = await User.get(id=user_id)
            headers["Authorization"] = f"Bearer {self.gate.tokens(user_id, user.token_version)['access_token']}"
        async with self.client.get(path, headers=headers) as answer:
            return answer.status, await answer.text()

    async def see(self, path: str, user_id: int) -> str:
        """A page as it has to be."""
        status, html = await self.get(path, user_id)
        assert status == 200, f"{path}: {status} {html[:300]}"
        assert faults_of(html) == [], path
        return html


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
async def pages(clock: StillClock) -> AsyncIterator[Pages]:
    await Tortoise.init(db_url="sqlite://:memory:", modules={"models": ["models"]}, _enable_global_fallback=True)
    await Tortoise.generate_schemas()
    try:
        for user_id in (ADVERTISER, OWNER, STRANGER, ADMIN):
            await a_user(user_id)
        house, gate = House(clock), Gate(SANDBOX_TOKEN, "s" * 32, clock, frozenset({ADMIN}))
        app = make_web_app(Context(house.services, Settings(), TEXTS, gate))
        app[BOT_NAME] = BotName(_name)
        for add in (add_pages, add_reserves, add_receipt, add_api):
            add(app)
        async with TestClient(TestServer(app)) as client:
            yield Pages(house, client, gate)
    finally:
        await Tortoise.close_connections()


async def _name() -> str:
    return "ad_market_bot"

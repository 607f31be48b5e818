"""Where views come from: the public preview page, read with tolerance, and a plug-in that somebody else wrote."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from app.adapters import stats_preview
from app.adapters.stats_plugin import BadPlugin, close_plugin, load_plugin
from app.adapters.stats_preview import PreviewPages, count_of, read_page
from app.adapters.toncenter_http import Pace
from app.config import BadSetting, read_settings
from app.sandbox.telegram import MediaItem, TelegramSandbox
from app.sandbox.telegram.preview import short, views_by
from app.serving import serving
from services.ports import Figures, SeenPost, Unreachable
from tests.makers import START

PAGES = Path(__file__).parent / "pages"


def saved(name: str) -> Figures | None:
    return read_page((PAGES / f"{name}.html").read_text(encoding="utf-8"))


# ---- the page


def test_a_whole_page_is_read_post_by_post() -> None:
    assert saved("coffee") == Figures(
        subscribers=12_400,
        posts=(
            SeenPost(101, 3400, datetime(2026, 5, 30, 9, 15, tzinfo=UTC)),
            SeenPost(102, 987, datetime(2026, 5, 31, 18, 0, tzinfo=UTC)),
            SeenPost(105, 1_050_000, datetime(2026, 6, 1, 8, 0, tzinfo=UTC)),
        ),
    )


def test_what_a_torn_page_lacks_is_unknown_and_the_rest_is_read() -> None:
    at = datetime(2026, 6, 1, 8, tzinfo=UTC)
    assert saved("torn") == Figures(posts=(SeenPost(7), SeenPost(8, None, at), SeenPost(9, 12_345)))


def test_a_page_without_posts_says_nothing() -> None:
    assert saved("closed") is None
    assert read_page("") is None


def test_a_page_that_is_cut_anywhere_is_still_read() -> None:
    whole = (PAGES / "coffee.html").read_text(encoding="utf-8")
    seen = [len(found.posts) if (found := read_page(whole[:end])) else 0 for end in range(0, len(whole), 101)]
    assert seen == sorted(seen)
    assert set(seen) == {0, 1, 2, 3}


@pytest.mark.parametrize(
    ("words", "count"),
    [("987", 987), ("1.2K", 1200), ("12 345", 12345), ("1.05M", 1_050_000), ("2,5k", 2500), ("1B", 10**9)],
)
def test_counts_as_telegram_writes_them(words: str, count: int) -> None:
    assert count_of(words) == count


@pytest.mark.parametrize("words", ["", "lots", "-5", "1.2.3K", "K", "9" * 3 + "Q", "١٢"])
def test_what_is_no_count(words: str) -> None:
    assert count_of(words) is None


# ---- the adapter


@dataclass
class Site:
    """A preview site that answers what it is told to."""

    url: str = ""
    answer: web.StreamResponse | None = None
    asked: list[str] = field(default_factory=list)

    async def show(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request.path)
        return self.answer or web.FileResponse(PAGES / "coffee.html")


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    site = Site()
    app = web.Application()
    app.router.add_get("/s/{name}", site.show)
    async with serving(app, "127.0.0.1", 0) as port:
        site.url = f"http://127.0.0.1:{port}/s"
        yield site


@pytest.fixture
async def pages(site: Site) -> AsyncIterator[PreviewPages]:
    async with aiohttp.ClientSession() as session:
        yield PreviewPages(session, site.url + "/")


async def test_a_public_channel_is_asked_for_by_its_name(site: Site, pages: PreviewPages) -> None:
    found = await pages.figures(-1001, "coffee_daily")
    assert found is not None
    assert (len(found.posts), site.asked) == (3, ["/s/coffee_daily"])


async def test_a_private_channel_and_a_strange_name_are_not_asked_for(site: Site, pages: PreviewPages) -> None:
    assert await pages.figures(-1001, None) is None
    assert await pages.figures(-1001, "../admin?x=1") is None
    assert site.asked == []


async def test_a_channel_that_shows_no_page_says_nothing(site: Site, pages: PreviewPages) -> None:
    for site.answer in (web.Response(status=302, headers={"Location": "/s/elsewhere"}), web.Response(status=404)):
        assert await pages.figures(-1001, "coffee_daily") is None
    assert site.asked == ["/s/coffee_daily"] * 2


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_a_site_in_trouble_is_unreachable(site: Site, pages: PreviewPages, status: int) -> None:
    site.answer = web.Response(status=status)
    with pytest.raises(Unreachable):
        await pages.figures(-1001, "coffee_daily")


async def test_a_site_that_is_not_there_is_unreachable(free_port: int) -> None:
    async with aiohttp.ClientSession() as session:
        with pytest.raises(Unreachable):
            await PreviewPages(session, f"http://127.0.0.1:{free_port}/s").figures(-1, "coffee_daily")


async def test_an_endless_page_is_read_up_to_its_limit(
    site: Site, pages: PreviewPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = (PAGES / "coffee.html").read_bytes()
    monkeypatch.setattr(stats_preview, "SIZE_LIMIT", 4000)
    site.answer = web.Response(body=whole + b" " * 300_000)
    found = await pages.figures(-1001, "coffee_daily")
    assert found is not None
    assert [post.views for post in found.posts] == [3400, None]


async def test_requests_are_spaced_evenly(site: Site) -> None:
    pauses: list[float] = []

    class Noting(Pace):
        async def wait(self) -> None:
            loop = asyncio.get_running_loop()
            pauses.append(max(self._next - loop.time(), 0))
            self._next = max(self._next, loop.time()) + 1 / (self.rate_per_second or 1)

    async with aiohttp.ClientSession() as session:
        paced = PreviewPages(session, site.url, Noting(0.5))
        for _ in range(3):
            await paced.figures(-1001, "coffee_daily")
    assert [round(pause) for pause in pauses] == [0, 2, 4]
    assert stats_preview.pace_of("https://t.me/s").rate_per_second == 1.0
    assert stats_preview.pace_of(site.url).rate_per_second is None


# ---- the sandbox's own pages


class Watch:
    def __init__(self) -> None:
        self.time = START.timestamp()

    def now(self) -> float:
        return self.time


async def test_the_sandbox_serves_pages_whose_views_grow_with_age_and_size(site: Site) -> None:
    watch = Watch()
    telegram = TelegramSandbox(watch)
    oleg = telegram.world.add_user("Oleg").id
    coffee = telegram.world.add_channel("Coffee & <tea>", oleg, username="coffee_daily", member_count=12_400)
    telegram.channels.post(coffee.id, oleg, "Beans <today>")
    telegram.channels.post(coffee.id, oleg, items=[MediaItem(), MediaItem()])
    telegram.channels.pin(coffee.id, 1)
    app = web.Application()
    telegram.add_routes(app)
    async with serving(app, "127.0.0.1", 0) as port, aiohttp.ClientSession() as session:
        pages = PreviewPages(session, f"http://127.0.0.1:{port}/s")
        fresh = await pages.figures(coffee.id, "coffee_daily")
        watch.time += 48 * 3600
        ripe = await pages.figures(coffee.id, "coffee_daily")
        assert await pages.figures(-5, "nobody_here") is None
    assert fresh is not None
    assert ripe is not None
    assert [(post.message_id, post.views, post.posted_at) for post in fresh.posts] == [(1, 1, START), (2, 1, START)]
    assert (ripe.subscribers, [post.message_id for post in ripe.posts]) == (12_400, [1, 2])
    assert all(2000 < (post.views or 0) < 5300 for post in ripe.posts)
    assert views_by(coffee, coffee.messages[1], watch.time) == views_by(coffee, coffee.messages[1], watch.time)


@pytest.mark.parametrize("count", [0, 999, 1000, 1234, 99_999, 123_456, 1_250_000])
def test_the_sandbox_writes_counts_that_are_read_back(count: int) -> None:
    read = count_of(short(count))
    assert read is not None
    assert read <= count
    assert count - read <= count // 10


# ---- the plug-in


class LittlePlugin:
    """What a plug-in needs: a short name, an async `figures`, and perhaps a `close`."""

    name = "mtproto"

    def __init__(self) -> None:
        self.is_closed = False

    async def figures(self, chat_id: int, username: str | None) -> Figures | None:
        return Figures(languages={"ru": 9000}, premium_bps=1200)

    async def close(self) -> None:
        self.is_closed = True


class NamelessPlugin:
    async def figures(self, chat_id: int, username: str | None) -> Figures | None:
        return None


async def test_a_plugin_is_named_by_a_setting() -> None:
    plugin = load_plugin(f"{__name__}:LittlePlugin")
    assert await plugin.figures(-1, None) == Figures(languages={"ru": 9000}, premium_bps=1200)
    await close_plugin(plugin)
    assert isinstance(plugin, LittlePlugin)
    assert plugin.is_closed


@pytest.mark.parametrize("where", ["nowhere.at.all:make", f"{__name__}:nothing", f"{__name__}:NamelessPlugin", "x:"])
def test_a_plugin_that_cannot_be_used_is_refused_at_start(where: str) -> None:
    with pytest.raises(BadPlugin, match="STATS_PLUGIN"):
        load_plugin(where)


def test_the_settings_of_statistics(monkeypatch: pytest.MonkeyPatch) -> None:
    real = {"bot_token": "1:a", "controller_seed": "5a" * 32}
    assert read_settings(port=9).preview_url == "http://127.0.0.1:9/s"
    assert read_settings(**real).preview_url == ""
    assert read_settings(**real, stats_preview_url="https://t.me/s").preview_url == "https://t.me/s"
    assert (read_settings().measured_per_minute, read_settings(**real).measured_per_minute) == (0, 60)
    with pytest.raises(BadSetting, match="STATS_PLUGIN"):
        read_settings(stats_plugin="not a place")

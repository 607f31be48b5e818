"""The Mini App in figures: what its first page weighs, and how soon it is painted and can be used, in a real browser.

The baseline is a static page of the same server with the same stylesheet, measured in the same run. "Interactive" is
the moment at which the market is on show with its tabs and answers taps: signed in, fragment and frame fetched.
"""

import statistics
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright

from tests.browser.miniapp.conftest import launch
from tests.browser.phones.conftest import FLAGS
from tests.journeys import steps
from tests.needs import need
from tests.stores import Stores
from tests.world import World

ROUNDS = 7
LIMIT = 60_000
TELEGRAM, WALLET = "telegram-web-app.js", "tonconnect-ui.js"
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
DONE = "performance.getEntriesByName('interactive')[0]?.startTime ?? 0"
SIZES = """performance.getEntries().filter(e => e.transferSize !== undefined)
    .map(e => [e.name, e.decodedBodySize, e.transferSize])"""


@pytest.fixture
async def world(stores: Stores, tmp_path: Path, free_port: int) -> AsyncIterator[World]:
    need("node")
    async with World(stores, tmp_path, free_port) as world:
        await steps.oleg_sells_posts(world)
        yield world


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    chromium = need("chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        await browser.close()


async def opened(browser: Browser, url: str, mark: str) -> tuple[float, list[list[object]]]:
    """In a fresh context, without a cache: milliseconds to the mark, and what was fetched."""
    context = await browser.new_context(viewport={"width": 390, "height": 780})
    page = await context.new_page()
    await page.goto(url)
    await page.wait_for_function(f"() => ({mark}) > 0")
    found = float(await page.evaluate(mark)), await page.evaluate(SIZES)
    await context.close()
    return found


async def test_the_first_page_is_light_and_quick(world: World, browser: Browser) -> None:
    static = f"http://127.0.0.1:{world.settings.port}/reserves"
    times: dict[str, list[float]] = {"static": [], "paint": [], "interactive": []}
    fetched: list[list[object]] = []
    for _ in range(ROUNDS):
        times["static"].append((await opened(browser, static, PAINT))[0])
        times["paint"].append((await opened(browser, launch(world, world.anna), PAINT))[0])
        done, fetched = await opened(browser, launch(world, world.anna), DONE)
        times["interactive"].append(done)
    middle = {name: statistics.median(values) for name, values in times.items()}
    ours = [row for row in fetched if TELEGRAM not in str(row[0])]
    raw, wire = (sum(int(str(row[place])) for row in ours) for place in (1, 2))
    everything = sum(int(str(row[2])) for row in fetched)
    print(f"\nfirst page, market on show: ours {raw:,} bytes ({wire:,} on the wire, compressed)")
    print(f"with Telegram's own script: {everything:,} on the wire; {len(fetched)} files")
    print(f"milliseconds (median of {ROUNDS}): {', '.join(f'{name} {value:.0f}' for name, value in middle.items())}")
    print(f"ratios to the static page: {middle['paint'] / middle['static']:.2f} to paint,", end=" ")
    print(f"{middle['interactive'] / middle['static']:.2f} to interactive")
    assert not [row for row in fetched if WALLET in str(row[0])]
    assert raw < LIMIT
    assert everything < LIMIT

"""A real Chromium in front of the sandbox with the small bot."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Locator, Page, ViewportSize, async_playwright

from app.sandbox.chain import Emulator
from tests.browser.phones.world import World, open_world
from tests.needs import need

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
LAPTOP: ViewportSize = {"width": 1366, "height": 768}
PATIENCE_MS = 15_000


@dataclass
class Visit:
    """The open page, and what a browser complained of."""

    page: Page
    world: World
    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def heard(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            self.complaints.append(said.text)

    def phone(self, role: str) -> Locator:
        return self.page.get_by_role("region", name=f"Phone: {role}")

    @property
    def anna(self) -> Locator:
        return self.phone("Advertiser")

    @property
    def oleg(self) -> Locator:
        return self.phone("Owner")

    @property
    def channel(self) -> Locator:
        return self.page.get_by_role("region", name="Channel")

    async def say(self, phone: Locator, text: str) -> None:
        await phone.get_by_role("textbox", name="Message").fill(text)
        await phone.get_by_role("button", name="Send", exact=True).click()

    async def start(self, phone: Locator) -> None:
        await phone.get_by_role("button", name="Start", exact=True).click()
        await phone.get_by_text("Good coffee takes time").wait_for()

    async def post(self, text: str) -> None:
        await self.channel.get_by_role("textbox", name="Post as Oleg").fill(text)
        await self.channel.get_by_role("button", name="Send", exact=True).click()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    chromium = need("chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def emulator() -> AsyncIterator[Emulator]:
    need("node")
    emulator = Emulator()
    yield emulator
    emulator.close()


@pytest_asyncio.fixture(loop_scope="module")
async def visit(browser: Browser, emulator: Emulator) -> AsyncIterator[Visit]:
    """The page in a fresh world: three people who have not started the bot, two channels without a post."""
    async with open_world(emulator) as world:
        page = await browser.new_page(viewport=LAPTOP)
        page.set_default_timeout(PATIENCE_MS)
        visit = Visit(page, world)
        page.on("console", visit.heard)
        page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        page.on("request", lambda request: visit.asked.append(request.url))
        await page.goto(world.page)
        await visit.anna.get_by_role("button", name="Start", exact=True).wait_for()
        yield visit
        await page.close()

"""A real Chromium before the Mini App, and everything that it complains of."""

from __future__ import annotations

import json
import os
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, async_playwright

from app.config import ROOT, SANDBOX_TOKEN
from app.sandbox.telegram.init_data import VERSION
from tests.browser.phones.conftest import FLAGS, PATIENCE_MS
from tests.needs import need
from tests.stores import Stores
from tests.web.initdata import signed
from tests.world import Person, World

AXE = Path(__file__).parent / "node_modules/axe-core/axe.min.js"
PICTURES = ROOT / "var/screenshots/miniapp"
README_PICTURES = ROOT / ("docs" if os.environ.get("SCREENSHOTS") else "var") / "screenshots"
PARTS = ("bg_color", "secondary_bg_color", "text_color", "button_color")
THEMES = {
    "light": dict(zip(PARTS, ("#ffffff", "#efeff4", "#000000", "#3390ec"), strict=True)),
    "dark": dict(zip(PARTS, ("#212121", "#0f0f0f", "#ffffff", "#8774e1"), strict=True)),
}
"""Of Telegram's own clients; their hint and button colours are too pale to be read, so ours are mixed from them."""


@dataclass
class Watch:
    """What a browser complained of, and whom it asked."""

    own: tuple[str, ...]
    complaints: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        context.on("console", self._console)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        context.on("request", lambda request: self._request(request.url))
        context.on("dialog", self._dialog)

    def _console(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.complaints.append(f"{said.text} ({said.location.get('url')})")

    def _request(self, url: str) -> None:
        if not url.startswith((*self.own, "data:", "blob:", "about:")):
            self.foreign.append(url)

    async def _dialog(self, dialog: Dialog) -> None:
        self.complaints.append(f"something ran: {dialog.message}")
        await dialog.dismiss()

    def assert_quiet(self, but: str = "nothing at all") -> None:
        assert [said for said in self.complaints if but not in said] == []
        assert self.foreign == []


@pytest.fixture
async def world(stores: Stores, tmp_path: Path, free_port: int) -> AsyncIterator[World]:
    need("node")
    async with World(stores, tmp_path, free_port) as world:
        yield world


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    chromium = need("chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        await browser.close()


def launch(world: World, person: Person, theme: str = "light", start: str = "") -> str:
    """The address that Telegram would open for the person; without a platform, because there is no client around it."""
    name = world.house.telegram.world.user(person.id).first_name
    more = {"start_param": start} if start else {}
    data = signed(person.id, world.house.clock.now(), SANDBOX_TOKEN, name, **more)
    colours = quote(json.dumps(THEMES[theme]))
    return (
        f"http://127.0.0.1:{world.settings.port}/#tgWebAppData={quote(data)}&tgWebAppVersion={VERSION}"
        f"&tgWebAppThemeParams={colours}"
    )


@dataclass
class App:
    """The Mini App of one person, in a window of its own."""

    page: Page
    world: World
    person: Person

    async def open(self, theme: str = "light", start: str = "") -> None:
        await self.page.goto("about:blank")
        await self.page.goto(launch(self.world, self.person, theme, start))
        await self.page.locator(".tabs").wait_for()

    async def go(self, path: str) -> None:
        await self.page.evaluate("path => { location.hash = path; }", path)
        await self.page.wait_for_function(
            """path => document.querySelector('#page > article')
                && document.getElementById('page').ariaBusy === 'false' && location.hash === '#' + path
                && performance.getEntriesByType('resource').some(e => e.name.endsWith('/app' + path))""",
            arg=path,
        )

    async def press(self, label: str) -> None:
        """Telegram's big button under the page, as soon as it says so."""
        await self.page.wait_for_function(
            """words => { const { isVisible, isActive, text } = Telegram.WebApp.MainButton;
                return isVisible && isActive && text.includes(words); }""",
            arg=label,
        )
        await self.page.evaluate("Telegram.WebView.receiveEvent('main_button_pressed')")

    async def picture(self, name: str) -> None:
        PICTURES.mkdir(parents=True, exist_ok=True)
        await self.page.screenshot(
            path=PICTURES / f"{name}.jpg", type="jpeg", quality=80, full_page=True, animations="disabled"
        )

    async def faults(self, *, audits: bool = True) -> list[str]:
        """What is wrong for somebody who cannot see well, or whose screen is narrow."""
        faults = await self._audit() if audits else []
        if await self.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append("the page scrolls sideways")
        return faults

    async def _audit(self) -> list[str]:
        if not await self.page.evaluate("Boolean(window.axe)"):
            await self.page.evaluate("source => { (0, eval)(source); }", AXE.read_text(encoding="utf-8"))
        found: dict[str, Any] = await self.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{fault['id']}: {node['html'][:120]} {node['failureSummary'][:200]}"
            for fault in found["violations"]
            for node in fault["nodes"]
        ]


async def window(browser: Browser, watch: Watch, width: int = 390, height: int = 780) -> Page:
    context = await browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
    watch.over(context)
    page = await context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    return page

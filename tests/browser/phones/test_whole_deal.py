"""The main job as a visitor of the demo does it: a whole deal, from the first Start to the owner's money, by clicks.

`SCREENSHOTS=1` keeps the pictures for the README in `docs/screenshots`; otherwise they are left in `var/screenshots`.
"""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, async_playwright, expect

from app.config import ROOT
from tests.browser.phones.conftest import FLAGS, LAPTOP, PATIENCE_MS
from tests.conftest import SpawnApp
from tests.needs import need

pytestmark = pytest.mark.browser
PICTURES = ROOT / ("docs" if os.environ.get("SCREENSHOTS") else "var") / "screenshots"
TRAVEL_MS = 90_000
POST = "**Tea is here.** Loose leaf from small farms, __first flush__.\n\n[Order a tin](https://example.org/tea)"


@dataclass
class Person:
    """One phone on the page, and the thumb on it."""

    phone: Locator

    async def starts(self) -> None:
        """By the big button, or by the command where the sandbox has started the bot for this person."""
        button, field = self.phone.get_by_role("button", name="Start", exact=True), self.phone.get_by_role("textbox")
        await expect(button.or_(field).first).to_be_visible()
        await (button.click() if await button.is_visible() else self.says("/start"))
        await self.sees("paid safely")

    async def taps(self, *labels: str) -> None:
        """The newest button of each label, one after another."""
        for label in labels:
            await self.phone.locator(".key", has_text=re.compile(label)).last.click()

    async def says(self, text: str) -> None:
        await self.phone.get_by_role("textbox", name="Message").fill(text)
        await self.phone.get_by_role("button", name="Send", exact=True).click()

    async def sees(self, words: str) -> None:
        await expect(self.phone.get_by_text(words).last).to_be_visible()

    async def opens_deal(self, status: str) -> None:
        """By the link that notices carry; the card is the answer to it, not an older one further up."""
        said = self.phone.locator("article.out")
        before = await said.count()
        await self.says("/start deal-1")
        await expect(said).to_have_count(before + 1)
        answers = self.phone.locator("xpath=.//article[contains(@class, 'out')][last()]/following-sibling::article")
        await expect(answers.filter(has_text=status).first).to_be_visible()

    async def confirms_in_wallet(self, what: str) -> None:
        review = self.phone.get_by_role("button", name="Review")
        confirm = self.phone.get_by_role("button", name="Confirm", exact=True)
        await expect(review.or_(confirm).first).to_be_visible()
        if await review.is_visible():
            await review.click()
        await expect(self.phone.get_by_role("dialog", name="Wallet")).to_contain_text(what)
        await confirm.click()


@dataclass
class Desk:
    page: Page

    @property
    def anna(self) -> Person:
        return Person(self.page.get_by_role("region", name="Phone: Advertiser"))

    @property
    def oleg(self) -> Person:
        return Person(self.page.get_by_role("region", name="Phone: Owner"))

    @property
    def vera(self) -> Person:
        return Person(self.page.get_by_role("region", name="Phone: Admin"))

    @property
    def channel(self) -> Locator:
        return self.page.get_by_role("region", name="Channel")

    async def waits(self, jump: str) -> None:
        button = self.page.get_by_role("button", name=jump)
        await button.click()
        await expect(button).to_be_enabled(timeout=TRAVEL_MS)

    async def picture(self, name: str) -> None:
        PICTURES.mkdir(parents=True, exist_ok=True)
        path = PICTURES / f"{name}.jpg"
        await self.page.screenshot(path=path, type="jpeg", quality=82, animations="disabled")


@pytest.fixture
async def desk(spawn_app: SpawnApp, free_port: int, tmp_path: Path) -> AsyncIterator[Desk]:
    """The app as `make demo` runs it, in a folder of its own, and a browser in front of it."""
    chromium = need("chromium")
    need("node")
    path = tmp_path / "market.sqlite3"
    env = {"VAR": str(tmp_path), "DATABASE_URL": f"sqlite://{path}", "PORT": str(free_port), "DEMO_MARKET": "0"}
    await spawn_app(env=env).start()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = await browser.new_page(viewport=LAPTOP)
        page.set_default_timeout(PATIENCE_MS)
        await page.goto(f"http://127.0.0.1:{free_port}/sandbox/")
        yield Desk(page)
        await browser.close()


async def test_a_whole_deal_is_played_on_the_phones(desk: Desk) -> None:
    try:
        await oleg_lists_his_channel(desk)
        await anna_asks_and_oleg_accepts(desk)
        await both_connect_wallets(desk)
        await anna_pays(desk)
        await they_agree_on_the_post_and_the_time(desk)
        await the_post_appears_and_oleg_is_paid(desk)
    except Exception:
        await desk.picture("failed")
        raise


async def oleg_lists_his_channel(desk: Desk) -> None:
    for person in (desk.anna, desk.oleg, desk.vera):
        await person.starts()
    oleg = desk.oleg
    await oleg.taps("My channels", "Add a channel", "Choose a channel")
    await desk.page.get_by_role("dialog").get_by_role("button", name="Coffee daily").click()
    await oleg.sees("is in")
    await oleg.taps("Set prices", "Packages and prices", "1/24")
    await oleg.says("10")
    await oleg.sees("On sale")


async def anna_asks_and_oleg_accepts(desk: Desk) -> None:
    await desk.anna.taps("Find channels", "Coffee daily", "1/24")
    await desk.anna.says("Hello! A post about tea, please.")
    await desk.anna.taps("Send the request")
    await desk.anna.sees("Being negotiated")
    await desk.oleg.opens_deal("Being negotiated")
    await desk.oleg.taps("Accept", "Yes")
    await desk.oleg.sees("wallets needed")


async def both_connect_wallets(desk: Desk) -> None:
    for person in (desk.oleg, desk.anna):
        await person.opens_deal("wallets needed")
        await person.taps("Wallet ", "Connect a wallet", "Open Sandbox wallet")
        await person.confirms_in_wallet("Connect the wallet")
        await person.sees("Your wallet is connected")
        await person.taps("Use for this deal")
        await expect(person.phone.locator(".key", has_text="Use for this deal")).to_have_count(0)


async def anna_pays(desk: Desk) -> None:
    await desk.anna.opens_deal("Waiting for the payment")
    await desk.anna.taps(r"^\W*Pay\b", "Pay in wallet")
    await expect(desk.anna.phone.get_by_role("button", name="Review")).to_be_visible()
    await desk.anna.phone.get_by_role("button", name="Review").click()
    await desk.picture("paying")
    await desk.anna.confirms_in_wallet("10.07 TON")
    await desk.anna.sees("is locked in the contract")


async def they_agree_on_the_post_and_the_time(desk: Desk) -> None:
    oleg, anna = desk.oleg, desk.anna
    await oleg.opens_deal("The post is being written")
    await oleg.taps("Send the post")
    await oleg.phone.get_by_role("button", name="Attach").click()
    await desk.page.get_by_role("menuitem", name="Test picture", exact=True).click()
    await oleg.says(POST)
    await oleg.taps("See it as posted", "Send for review")
    await anna.opens_deal("The post is being checked")
    await anna.taps("Check the post", "Approve")
    await anna.sees("Post approved")
    await anna.taps("Propose a time", "UTC ·")
    await anna.says("in 20 hours")
    await oleg.opens_deal("Post approved")
    await oleg.taps("Agree to the time", "UTC ·", "Yes")
    await oleg.sees("Scheduled")


async def the_post_appears_and_oleg_is_paid(desk: Desk) -> None:
    await desk.waits("+24 h")
    await desk.waits("+6 h")
    await expect(desk.channel.get_by_text("Loose leaf from small farms")).to_be_visible()
    await desk.oleg.sees("The post is out")
    await desk.picture("published")
    await desk.waits("+24 h")
    await desk.oleg.sees("is in your wallet")
    await expect(desk.oleg.phone.get_by_role("button", name="Wallet: 14.49")).to_be_visible()

"""A whole deal in the Mini App, from both sides, as a visitor of the demo plays it: two phones with the app in them.

The app runs as `make demo` runs it; initData is signed by the sandbox, Telegram's own script talks to the phone around
it, and wallets are reached over the HTTP bridge. Only the post is written in the chat. One message is hostile.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, FloatRect, FrameLocator, Locator, Page, expect

from tests.browser.miniapp.conftest import PICTURES, README_PICTURES, Watch, window
from tests.conftest import SpawnApp

pytestmark = pytest.mark.browser
RIGHTS = {"can_post_messages": True, "can_edit_messages": True, "can_delete_messages": True}
TRAVEL_MS = 90_000
HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>"


@dataclass
class Phone:
    """One person's phone on the page, the app open in it, and the thumb."""

    page: Page
    phone: Locator
    user: str

    @property
    def app(self) -> FrameLocator:
        return self.phone.frame_locator("iframe.app-frame")

    async def opens(self) -> None:
        close = self.phone.get_by_role("button", name="Close the app")
        if await close.is_visible():
            await close.click()
        await self.phone.get_by_role("button", name="Open app").click()
        await self.app.locator(".tabs").wait_for()

    async def presses(self, label: str) -> None:
        """The big button that Telegram draws below the app."""
        await self.phone.locator(".app-main", has_text=label).click()

    async def taps(self, role: Any, name: str) -> None:
        await self.app.get_by_role(role, name=name).first.click()

    async def sees(self, words: str) -> None:
        await expect(self.app.get_by_text(words).first).to_be_visible()

    async def opens_deal(self, words: str) -> None:
        await self.taps("link", "Deals")
        await self.app.get_by_role("heading", name="My deals").wait_for()
        await self.app.locator("#page").get_by_role("link", name="Coffee daily").first.click()
        await self.sees(words)

    async def confirms_in_wallet(self) -> None:
        review = self.phone.get_by_role("button", name="Review")
        confirm = self.phone.get_by_role("button", name="Confirm", exact=True)
        await expect(review.or_(confirm).first).to_be_visible()
        if await review.is_visible():
            await review.click()
        await confirm.click()
        await expect(self.phone.get_by_role("dialog", name="Wallet")).to_be_hidden()


@dataclass
class Desk:
    page: Page
    url: str

    @property
    def anna(self) -> Phone:
        return Phone(self.page, self.page.get_by_role("region", name="Phone: Advertiser"), "anna")

    @property
    def oleg(self) -> Phone:
        return Phone(self.page, self.page.get_by_role("region", name="Phone: Owner"), "oleg")

    async def api(self, verb: str, path: str, **body: Any) -> Any:
        """The sandbox's control API."""
        answer = await self.page.request.fetch(f"{self.url}/sandbox/api{path}", method=verb, data=body)
        assert answer.ok, await answer.text()
        return await answer.json()

    async def waits(self, jump: str) -> None:
        button = self.page.get_by_role("button", name=jump)
        await button.click()
        await expect(button).to_be_enabled(timeout=TRAVEL_MS)

    async def picture(self, name: str, folder: Path = PICTURES) -> None:
        """Of the two phones that matter."""
        folder.mkdir(parents=True, exist_ok=True)
        path, part = folder / f"{name}.jpg", FloatRect(x=8, y=86, width=666, height=674)
        await self.page.screenshot(path=path, type="jpeg", quality=82, clip=part, animations="disabled")


expect.set_options(timeout=15_000)


@pytest.fixture
async def watch(free_port: int) -> Watch:
    return Watch((f"http://127.0.0.1:{free_port}/",))


@pytest.fixture
async def desk(spawn_app: SpawnApp, free_port: int, tmp_path: Path, browser: Browser, watch: Watch) -> Desk:
    env = {"VAR": str(tmp_path), "DATABASE_URL": f"sqlite://{tmp_path / 'market.sqlite3'}", "PORT": str(free_port)}
    env["DEMO_MARKET"] = "0"
    await spawn_app(env={**env, "TEXTS_STRICT": "1"}).start()
    page = await window(browser, watch, 1366, 768)
    await page.goto(f"http://127.0.0.1:{free_port}/sandbox/")
    return Desk(page, f"http://127.0.0.1:{free_port}")


async def test_a_whole_deal_is_played_in_the_app_from_both_sides(desk: Desk, watch: Watch) -> None:
    try:
        await oleg_lists_his_channel(desk)
        await anna_asks_and_oleg_accepts(desk)
        await both_connect_and_anna_pays(desk)
        await the_post_is_written_in_the_chat_and_approved_in_the_app(desk)
        await they_agree_on_a_time_and_oleg_is_paid(desk)
    except Exception:
        await desk.picture("failed")
        raise
    watch.assert_quiet(but="401")  # of the apps that stood open while days went by


async def oleg_lists_his_channel(desk: Desk) -> None:
    oleg = desk.oleg
    await oleg.opens()
    await oleg.taps("link", "Channels")
    await oleg.presses("Add a channel")
    await desk.api("PUT", "/channels/coffee_daily/admins/ad_market_bot", rights=RIGHTS)
    await desk.api("GET", "/idle?quiet=0.3")
    await oleg.app.get_by_label("@name, link or id").fill("@coffee_daily")
    await oleg.presses("Check and add")
    await oleg.sees("What buyers see")
    row = oleg.app.locator("#price-1-24")
    await row.get_by_role("textbox").fill("10")
    await row.get_by_role("button", name="Save").click()
    await oleg.sees("On sale: advertisers find it")


async def anna_asks_and_oleg_accepts(desk: Desk) -> None:
    anna, oleg = desk.anna, desk.oleg
    await anna.opens()
    await anna.taps("link", "Coffee daily")
    await anna.taps("link", "1 h on top")
    await anna.app.get_by_label("A few words to the owner").fill(f"A post about tea, please. {HOSTILE}")
    await anna.presses("Send the request")
    await anna.sees("Being negotiated")
    await oleg.opens_deal("Being negotiated")
    await oleg.sees(HOSTILE)
    await oleg.app.get_by_label("Write a message").fill("When would you like it?")
    await oleg.taps("button", "Send")
    await anna.sees("When would you like it?")
    await oleg.presses("Accept")
    await oleg.taps("button", "Yes, agree")
    await anna.sees("Agreed, wallets needed")


async def both_connect_and_anna_pays(desk: Desk) -> None:
    for person in (desk.oleg, desk.anna):
        await person.presses("Connect a wallet")
        await person.sees("No wallet yet")
        await person.presses("Connect a wallet")
        await person.app.locator("#tc-widget-root").get_by_text(re.compile("Sandbox")).last.click()
        await person.confirms_in_wallet()
        await person.presses("Use for this deal")
    await desk.oleg.sees("Waiting for the payment")
    await desk.anna.presses("Pay")
    await desk.anna.sees("nothing has arrived yet")
    await desk.picture("app-paying", README_PICTURES)
    await desk.anna.presses("Pay in wallet")
    await desk.anna.confirms_in_wallet()
    await desk.anna.sees("the money is locked in the contract")
    await desk.oleg.sees("The post is being written")


async def the_post_is_written_in_the_chat_and_approved_in_the_app(desk: Desk) -> None:
    """The app's own button leads into the chat, as in Telegram; the writing itself is the chat's story."""
    oleg, anna = desk.oleg, desk.anna
    await oleg.presses("Send the post")
    await expect(oleg.app.locator(".tabs")).to_have_count(0)
    await expect(oleg.phone.locator(".key", has_text="Send the post").last).to_be_visible()
    await oleg.phone.locator(".key", has_text="Send the post").last.click()
    await desk.api("GET", "/idle")
    await desk.api("POST", "/chats/oleg/say", html="<b>Tea is here.</b> Loose leaf from small farms.")
    for label in ("See it as posted", "Send for review"):
        await oleg.phone.locator(".key", has_text=label).last.click()
    await anna.opens_deal("The post is being checked")
    await expect(anna.app.locator(".post b", has_text="Tea is here.")).to_be_visible()
    await anna.presses("Approve")
    await anna.sees("Post approved, time to be agreed")


async def they_agree_on_a_time_and_oleg_is_paid(desk: Desk) -> None:
    anna, oleg = desk.anna, desk.oleg
    now = datetime.fromtimestamp((await desk.api("GET", "/time"))["now"], UTC)
    tomorrow = f"{now + timedelta(days=1):%Y-%m-%d}T12:00"
    await anna.app.get_by_label("Publish on").fill(tomorrow)
    await anna.taps("button", "Propose")
    await anna.sees("You propose")
    await oleg.opens()
    await oleg.opens_deal("Post approved")
    await oleg.presses("Agree to the time")
    await oleg.taps("button", "Yes, publish then")
    await anna.sees("Scheduled")
    await desk.picture("app-scheduled", README_PICTURES)
    await desk.waits("+24 h")
    await desk.waits("+24 h")
    await desk.waits("+24 h")
    for person in (oleg, anna):
        await person.opens()
        await person.opens_deal("Completed")
    await anna.taps("link", "Checks")
    await anna.sees("as agreed")
    await desk.picture("app-paid")
    await expect(oleg.app.get_by_role("link", name="Receipt page")).to_have_attribute("href", re.compile("/receipt/1-"))
    href = await oleg.app.get_by_role("link", name="Receipt page").get_attribute("href")
    receipt = await desk.page.context.new_page()
    await receipt.goto(str(href))
    await expect(receipt.get_by_text("The post stood as agreed")).to_be_visible()
    await receipt.screenshot(path=PICTURES / "receipt.jpg", type="jpeg", quality=80, full_page=True)
    await receipt.close()

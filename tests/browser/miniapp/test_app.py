"""The Mini App in a real browser: a payment with a wallet inside it, both languages, both themes, narrow and wide."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, expect

from models import User
from tests.browser.miniapp.conftest import App, Watch, launch, window
from tests.browser.miniapp.js_wallet import inject
from tests.journeys import steps
from tests.world import World

pytestmark = pytest.mark.browser
LOOKS = (("en", "light", 320), ("ru", "dark", 320), ("ru", "light", 1180))
ANNAS = ("/market", "/listing/1", "/listing/1/ask?package=1", "/deals", "/deal/1", "/campaigns/new", "/wallet")
OLEGS = ("/deal/1", "/channels/add", "/channel/1", "/channel/1/listing", "/settings")


def watch_over(world: World) -> Watch:
    return Watch((f"http://127.0.0.1:{world.settings.port}/", world.house.url))


async def test_anna_pays_with_a_wallet_in_her_browser_and_olegs_page_follows(world: World, browser: Browser) -> None:
    await steps.agreed(world)
    watch, domain = watch_over(world), f"127.0.0.1:{world.settings.port}"
    anna = App(await window(browser, watch), world, world.anna)
    oleg = App(await window(browser, watch), world, world.oleg)
    asked = await inject(anna.page, world.anna.wallet, domain)
    await inject(oleg.page, world.oleg.wallet, domain)
    for app in (oleg, anna):
        await app.open(start="deal-1")
        await expect(app.page.get_by_text("Agreed, wallets needed")).to_be_visible()
        await app.press("Connect a wallet")
        await app.page.get_by_role("heading", name="Wallet", exact=True).wait_for()
        await app.press("Connect a wallet")
        await app.press("Use for this deal")
        await app.page.get_by_role("heading", name="Coffee daily").wait_for()
    await expect(oleg.page.get_by_text("Waiting for the payment")).to_be_visible()
    await anna.press("Pay")
    await expect(anna.page.get_by_text("nothing has arrived yet")).to_be_visible()
    await anna.picture("payment")
    await anna.press("Pay in wallet")
    await expect(anna.page.get_by_text("the money is locked in the contract")).to_be_visible()
    await world.settle()
    await expect(oleg.page.get_by_text("The post is being written")).to_be_visible()
    assert asked == ["connect", "sendTransaction"]
    await oleg_is_cut_off_and_comes_back(world, oleg, watch)
    watch.assert_quiet()


async def oleg_is_cut_off_and_comes_back(world: World, oleg: App, watch: Watch) -> None:
    """No network: what is on show stays, what cannot be had says so and can be tried again; then all goes on."""
    await oleg.page.locator("#say textarea").fill("half a sentence")
    await oleg.page.context.set_offline(True)
    await oleg.page.get_by_role("link", name="Deals").click()
    await expect(oleg.page.get_by_role("alert")).to_contain_text("did not load")
    assert all("ERR_INTERNET_DISCONNECTED" in said for said in watch.complaints), watch.complaints
    watch.complaints.clear()
    await oleg.page.context.set_offline(False)
    await oleg.page.get_by_role("button", name="Try again").click()
    await oleg.page.locator("#page").get_by_role("link", name="Coffee daily").click()
    await oleg.page.locator("#say textarea").fill("half a sentence")
    await steps.oleg_writes(world)
    await expect(oleg.page.get_by_text("The post is being checked").first).to_be_visible()
    await expect(oleg.page.locator("#say textarea")).to_have_value("half a sentence")


async def test_every_page_fits_and_can_be_read_in_every_look(world: World, browser: Browser) -> None:
    await steps.scheduled(world)
    watch = watch_over(world)
    faults: list[str] = []
    for language, theme, width in LOOKS:
        await User.all().update(language=language)
        page = await window(browser, watch, width)
        for person, name, paths in ((world.anna, "anna", ANNAS), (world.oleg, "oleg", OLEGS)):
            app = App(page, world, person)
            await app.open(theme)
            for path in paths:
                await app.go(path)
                found = await app.faults(audits=width < 400)  # both themes are audited where things are narrow
                faults += [f"{path} {language} {theme} {width}: {fault}" for fault in found]
                shown = path.strip("/").replace("/", "-").partition("?")[0]
                await app.picture(f"{name}-{shown}-{language}-{theme}-{width}")
        await page.context.close()
    assert faults == []
    watch.assert_quiet()


async def test_outside_of_telegram_it_says_what_it_is(world: World, browser: Browser) -> None:
    watch = watch_over(world)
    app = App(await window(browser, watch), world, world.anna)
    await app.page.goto(f"http://127.0.0.1:{world.settings.port}/")
    await expect(app.page.get_by_role("heading", level=1)).to_contain_text("paid when they have run")
    await expect(app.page.locator("#page")).to_be_hidden()
    assert await app.faults() == []
    await app.picture("landing")
    await app.page.goto(f"http://127.0.0.1:{world.settings.port}/reserves")
    assert await app.faults() == []
    stale = launch(world, world.anna)
    await world.pass_time(hours=2)
    await app.page.goto("about:blank")
    await app.page.goto(stale)
    await expect(app.page.get_by_role("heading", name="Time to open it again")).to_be_visible()
    assert all("401" in said for said in watch.complaints), watch.complaints

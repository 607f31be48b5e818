"""What a person does on the phones page, done by a person without hands."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import Page, expect

from app.sandbox.telegram.pictures import make_picture
from tests.browser.phones.bot import SHOP
from tests.browser.phones.conftest import PATIENCE_MS, Visit

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]
expect.set_options(timeout=PATIENCE_MS)


async def scrolls_sideways(page: Page) -> bool:
    return bool(await page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


async def test_the_page_loads_in_silence_and_asks_nobody_else(visit: Visit) -> None:
    await expect(visit.page.get_by_role("note")).to_contain_text("Everything here is a stand-in")
    for region in (visit.anna, visit.oleg, visit.phone("Admin"), visit.channel):
        await expect(region).to_be_visible()
    assert visit.complaints == []
    assert [url for url in visit.asked if not url.startswith(visit.world.url)] == []


async def test_a_person_types_and_taps_and_sees_the_answers(visit: Visit) -> None:
    await visit.start(visit.anna)
    await visit.say(visit.anna, "A **bold** word, an __italic__ one, [a link](https://example.org/)")
    answer = visit.anna.locator(".message.in").last
    await expect(answer).to_contain_text("You said: A bold word")
    await expect(answer.locator("b")).to_have_text("bold")
    await expect(answer.locator("i")).to_have_text("italic")
    await expect(answer.get_by_role("link", name="a link")).to_have_attribute("href", "https://example.org/")
    await visit.anna.get_by_role("button", name="Pour a cup").click()
    await expect(visit.anna.get_by_text("Cups so far: 1")).to_be_visible()
    await expect(visit.anna.get_by_role("status")).to_have_text("One more")
    await visit.anna.get_by_role("button", name="Alert").click()
    alert = visit.anna.get_by_role("alertdialog")
    await expect(alert).to_contain_text("being cleaned")
    await alert.get_by_role("button", name="OK").click()
    await expect(alert).to_have_count(0)
    assert visit.complaints == []


async def test_an_album_from_the_disk_reaches_the_bot(visit: Visit) -> None:
    await visit.start(visit.anna)
    files: Any = [
        {"name": f"{name}.png", "mimeType": "image/png", "buffer": make_picture(name)} for name in ("latte", "mocha")
    ]
    await visit.anna.locator("input[type=file]").set_input_files(files)
    await expect(visit.anna.locator(".thumb")).to_have_count(2)
    await visit.say(visit.anna, "Two cups")
    album = visit.anna.locator(".message.out", has_text="Two cups")
    await expect(album.locator("img")).to_have_count(2)
    await expect(visit.anna.get_by_text("A picture of album")).to_have_count(2)
    await expect(visit.anna.locator(".thumb")).to_have_count(0)


async def test_a_payment_is_shown_before_it_is_confirmed(visit: Visit) -> None:
    await visit.start(visit.anna)
    await visit.anna.get_by_role("button", name="Pay 2.5 TON").click()
    sheet = visit.anna.get_by_role("dialog", name="Wallet")
    await expect(sheet).to_contain_text("2.5 TON")
    await expect(sheet).to_contain_text(SHOP[2:6])
    await sheet.get_by_role("button", name="Confirm").click()
    await expect(visit.anna.get_by_role("button", name="Wallet: 497.")).to_be_visible()


async def test_connecting_the_wallet_can_wait_and_can_be_refused(visit: Visit) -> None:
    await visit.start(visit.anna)
    await visit.anna.get_by_role("button", name="Connect wallet").click()
    sheet = visit.anna.get_by_role("dialog", name="Wallet")
    await expect(sheet).to_contain_text("for Coffee market")
    await visit.page.keyboard.press("Escape")
    await expect(visit.anna.get_by_text("Coffee market wants to connect")).to_be_visible()
    await visit.anna.get_by_role("button", name="Review").click()
    await sheet.get_by_role("button", name="Reject").click()
    await expect(visit.anna.get_by_text("Coffee market wants to connect")).to_be_hidden()


async def test_time_moves_by_a_day(visit: Visit) -> None:
    day = visit.page.locator(".clock-day")
    before = await day.inner_text()
    await visit.page.get_by_role("button", name="+24 h").click()
    await expect(day).not_to_have_text(before)
    await expect(visit.page.get_by_role("button", name="+24 h")).to_be_enabled()


async def test_an_administrator_posts_edits_and_deletes(visit: Visit) -> None:
    await visit.post("Fresh **beans**")
    post = visit.channel.locator(".message.post")
    await expect(post.locator("b")).to_have_text("beans")
    await post.hover()
    await post.get_by_role("button", name="Message menu").click()
    await visit.page.get_by_role("menuitem", name="Edit").click()
    text = visit.page.get_by_role("textbox", name="Text")
    await expect(text).to_have_value("Fresh **beans**")
    await text.fill("Stale **beans**")
    await visit.page.get_by_role("button", name="Save").click()
    await expect(post).to_contain_text("Stale beans")
    await expect(post).to_contain_text("edited")
    await post.get_by_role("button", name="Message menu").click()
    await visit.page.get_by_role("menuitem", name="Delete").click()
    await visit.page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    await expect(post).to_have_count(0)


async def test_a_channel_is_chosen_and_a_post_forwarded(visit: Visit) -> None:
    await visit.post("Read me")
    await visit.start(visit.oleg)
    await visit.say(visit.oleg, "pick")
    await visit.oleg.get_by_role("button", name="Choose a channel").click()
    await visit.page.get_by_role("dialog").get_by_role("button", name="Coffee daily").click()
    await expect(visit.oleg.get_by_text("Chosen: Coffee daily")).to_be_visible()
    await expect(visit.channel.get_by_text("bot is admin")).to_be_visible()
    await visit.channel.locator(".message.post").hover()
    await visit.channel.get_by_role("button", name="Message menu").click()
    await visit.page.get_by_role("menuitem", name="Forward to the bot as Oleg").click()
    await expect(visit.oleg.get_by_text("Forwarded, thank you")).to_be_visible()


async def test_a_refusal_is_told_and_nothing_typed_is_lost(visit: Visit) -> None:
    await visit.start(visit.anna)
    await visit.say(visit.anna, "x" * 5000)
    await expect(visit.page.get_by_role("alert")).to_contain_text("longer than 4096")
    await expect(visit.anna.get_by_role("textbox", name="Message")).to_have_value("x" * 5000)


async def test_a_new_person_takes_over_a_phone(visit: Visit) -> None:
    await visit.anna.get_by_role("combobox").select_option(label="New person …")
    await visit.page.get_by_role("textbox", name="Name", exact=True).fill("Boris")
    await visit.page.get_by_role("button", name="Create").click()
    await expect(visit.anna.get_by_role("combobox")).to_have_value("1004")
    await visit.start(visit.anna)


async def test_faults_are_armed_and_disarmed(visit: Visit) -> None:
    await visit.page.get_by_role("button", name="Faults").click()
    drawer = visit.page.get_by_role("dialog", name="Faults")
    await drawer.get_by_role("button", name="Lose the answer").first.click()
    await drawer.get_by_role("button", name="429").last.click()
    await expect(drawer.get_by_text("telegram: lost")).to_be_visible()
    await expect(drawer.get_by_text("ton: status")).to_be_visible()
    await drawer.get_by_role("button", name="Disarm all").click()
    await expect(drawer.get_by_text("None: all is well.")).to_be_visible()


async def test_a_laptop_shows_four_columns_and_a_telephone_tabs_and_neither_scrolls_sideways(visit: Visit) -> None:
    await visit.start(visit.anna)
    await visit.say(visit.anna, "averylongword" * 40)
    await expect(visit.channel).to_be_visible()
    assert not await scrolls_sideways(visit.page)
    await visit.page.set_viewport_size({"width": 390, "height": 780})
    await expect(visit.anna).to_be_visible()
    await expect(visit.channel).to_be_hidden()
    assert not await scrolls_sideways(visit.page)
    await visit.page.get_by_role("button", name="Channel", exact=True).click()
    await expect(visit.channel).to_be_visible()
    assert not await scrolls_sideways(visit.page)

"""At the end both get a delivery receipt: a message, a window of the deal, and a page that needs no login."""

import aiohttp

from models import Deal, Posting
from tests.journeys import steps
from tests.world import Person, World


async def page(url: str, language: str = "en") -> tuple[int, str]:
    async with aiohttp.ClientSession() as http, http.get(url, headers={"Accept-Language": language}) as answer:
        return answer.status, await answer.text()


async def has_the_receipt(person: Person) -> str:
    """The message, then the window; returns the address of the page, which both name."""
    await person.sees("Delivery receipt", "Checks as agreed: 5 of 5")
    link = person.link("/receipt/")
    await person.opens_deal()
    await person.taps("Receipt")
    await person.sees("The post stood as agreed", "Tea is here", "Checks: 5 of 5 as agreed", "Owner 9.5 TON")
    assert person.link("/receipt/") == link
    return link


async def test_both_get_the_same_receipt_with_everything_in_it(world: World) -> None:
    await steps.published(world, html="Tea is <b>here</b>", link="Shop - https://tea.example/shop")
    post_id = world.post_ids()[0]
    await world.pass_time(hours=25)
    annas, olegs = await has_the_receipt(world.anna), await has_the_receipt(world.oleg)
    assert annas == olegs
    deal, posting = await Deal.get(id=1), await Posting.get(deal_id=1)
    status, html = await page(annas)
    assert status == 200
    for fact in ("Tea is here", "https://tea.example/shop", f"/coffee_daily/{post_id}", "9.5 TON", "0.5 TON", "5 of 5"):
        assert fact in html, fact
    assert deal.terms_hash in html
    assert posting.fingerprint in html
    assert html.count("✅ as agreed") == 5
    _, russian = await page(annas, "ru")
    assert "Квитанция о размещении" in russian
    assert "Владельцу" in (await page(f"{annas}?lang=ru"))[1]


async def test_nobody_finds_a_receipt_by_guessing(world: World) -> None:
    await steps.published(world)
    origin = world.settings.origin
    await world.pass_time(hours=25)
    link = world.anna.link("/receipt/")
    token = link.rpartition("/")[2]
    for wrong in ("1", "1-", token[:-1], f"2{token[1:]}", f"{token}0", "x-1", "9" * 40, "²-1"):
        status, html = await page(f"{origin}/receipt/{wrong}")
        assert (status, "There is no receipt" in html, "Tea" in html) == (404, True, False), wrong


async def test_a_refunded_post_has_a_receipt_too_and_says_what_was_wrong(world: World) -> None:
    await steps.published(world)
    world.channels.edit_post("coffee_daily", world.post_ids()[0], world.oleg.id, "Coffee is here")
    await world.pass_time(hours=25)
    await steps.anna_has_it_all_back(world)
    status, html = await page(world.anna.link("/receipt/") or await _from_the_window(world.anna))
    assert status == 200
    assert "The advertiser got the money back" in html
    assert "the text was changed" in html


async def _from_the_window(person: Person) -> str:
    await person.opens_deal()
    await person.taps("Receipt")
    await person.sees("Delivery receipt")
    return person.link("/receipt/")


async def test_a_deal_that_never_had_a_post_has_no_receipt(world: World) -> None:
    await steps.approved(world)
    await world.oleg.opens_deal()
    await world.oleg.taps("Leave with refund")
    await world.oleg.taps("Yes, leave")
    await steps.anna_has_it_all_back(world)
    assert not any("Receipt" in label for label in world.anna.buttons())
    assert not any("receipt" in text.lower() for text in world.anna.texts())

"""The page on which an owner edits what he sells: it tells what hangs on it, and why it is not on sale."""

from models import DealStatus, Listing, ListingStatus
from tests.makers import OWNER, STRANGER, a_channel, a_deal, a_user
from tests.web.miniapp.conftest import Pages

EDITOR = "/app/channel/1/listing"


async def test_whoever_edits_is_told_of_deals_that_are_open(pages: Pages) -> None:
    await a_channel()
    assert "open here" not in await pages.see(EDITOR, OWNER)
    await a_deal(DealStatus.RELEASED)
    assert "open here" not in await pages.see(EDITOR, OWNER)
    await a_deal()
    assert "One deal is open here" in await pages.see(EDITOR, OWNER)


async def test_what_was_taken_off_the_market_says_why_and_is_read_by_nobody_else(pages: Pages) -> None:
    await a_channel()
    await a_user(STRANGER)
    await Listing.all().update(description="Forbidden goods", hidden_reason="Stolen pictures")
    assert "Forbidden goods" in await pages.see("/app/listing/1", STRANGER)
    await Listing.all().update(status=ListingStatus.HIDDEN)
    page = await pages.see(EDITOR, OWNER)
    assert "took it off the market: Stolen pictures" in page
    assert "/resume" not in page
    assert "Forbidden goods" in await pages.see("/app/listing/1", OWNER)
    status, text = await pages.get("/app/listing/1", STRANGER)
    assert status == 409
    assert "Forbidden goods" not in text

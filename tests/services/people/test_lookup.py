"""One input finds everything, in every notation; junk finds nothing and breaks nothing; it is for administrators."""

import pytest
from pytoniq_core.boc.address import Address

from models import Channel, Listing, User
from services.actor import Actor
from services.errors import EmptyMessage, Forbidden, LargeInput, NotFound
from services.lookup import Lookup, raw_address
from tests.dialogs.junk import JUNK
from tests.makers import ADDRESSES, ADVERTISER, OWNER, a_deal, a_user, an_escrow


def friendly(raw: str, is_test_only: bool) -> str:
    return str(Address(raw).to_str(is_user_friendly=True, is_test_only=is_test_only))


async def found(lookup: Lookup, admin: Actor, words: str) -> list[tuple[str, int]]:
    return [(hit.kind, hit.id) for hit in await lookup.search(admin, words)]


@pytest.fixture
async def deal_id(lookup: Lookup) -> int:
    deal = await a_deal()
    await an_escrow(deal)
    await User.filter(id=ADVERTISER).update(username="Anna_Ads", wallet_address=ADDRESSES["payer"])
    await Channel.all().update(title="Coffee daily", username="coffee_daily")
    await Listing.all().update(search_text="coffee daily coffee_daily всё о кофе")
    number: int = deal.id
    return number


@pytest.mark.parametrize("words", ["#1", "1", "deal 1", "сделка 1"])
async def test_a_deal_by_its_number(lookup: Lookup, admin: Actor, deal_id: int, words: str) -> None:
    assert ("deal", deal_id) in await found(lookup, admin, words)


@pytest.mark.parametrize("words", ["@anna_ads", "https://t.me/Anna_Ads", "11", "U11", "0:01" + "00" * 31])
async def test_a_person_by_name_id_or_wallet(lookup: Lookup, admin: Actor, deal_id: int, words: str) -> None:
    assert ("user", ADVERTISER) in await found(lookup, admin, words)


@pytest.mark.parametrize("words", ["@coffee_daily", "t.me/coffee_daily", "-1001", "Coffee", "кофе", "COFFEE DAILY"])
async def test_a_listing_by_name_chat_or_title(lookup: Lookup, admin: Actor, deal_id: int, words: str) -> None:
    listing = await Listing.get()
    assert ("listing", listing.id) in await found(lookup, admin, words)


async def test_an_escrow_by_its_address_in_any_form(lookup: Lookup, admin: Actor, deal_id: int) -> None:
    raw = f"0:{deal_id:064x}"
    for written in (raw, raw.upper(), friendly(raw, True), friendly(raw, False)):
        [hit, *_] = await lookup.search(admin, written)
        assert hit.kind == "escrow"
        assert (await lookup.escrow(admin, hit.id)).deal_id == deal_id


def test_an_address_with_a_wrong_letter_is_none() -> None:
    good = friendly(ADDRESSES["payer"], True)
    assert raw_address(good) == ADDRESSES["payer"]
    assert raw_address(good[:-1] + ("A" if good[-1] != "A" else "B")) is None
    assert raw_address("coffee" * 8) is None


@pytest.mark.parametrize("junk", [*JUNK, "%", "_", "@", "404404", "9" * 18])
async def test_junk_finds_nothing_and_breaks_nothing(lookup: Lookup, admin: Actor, deal_id: int, junk: str) -> None:
    try:
        hits = await lookup.search(admin, junk)
    except LargeInput:
        assert len(junk) > 200
    else:
        assert hits == [] or junk in ("%", "_")


async def test_a_persons_card_counts_what_is_his(lookup: Lookup, admin: Actor, deal_id: int) -> None:
    card = await lookup.user(admin, OWNER)
    assert (card.deals, card.deals_open, card.deals_done, len(card.channels)) == (1, 1, 0, 1)
    assert (await lookup.listing(admin, (await Listing.get()).id)).deals_open == 1


async def test_it_is_for_administrators(lookup: Lookup, admin: Actor) -> None:
    await a_user(OWNER)
    stranger = Actor(OWNER)
    for act in (
        lookup.search(stranger, "1"),
        lookup.user(stranger, OWNER),
        lookup.listing(stranger, 1),
        lookup.escrow(stranger, 1),
    ):
        with pytest.raises(Forbidden):
            await act
    for act in (lookup.user(admin, 404), lookup.listing(admin, 404), lookup.escrow(admin, 404)):
        with pytest.raises(NotFound):
            await act
    with pytest.raises(EmptyMessage):
        await lookup.search(admin, " ")

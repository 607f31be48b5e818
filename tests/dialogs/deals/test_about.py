"""Help in the middle of a deal: back to the question, the draft, the hour, and to what happened meanwhile."""

from datetime import timedelta
from typing import Any

import pytest
from aiogram.fsm.state import State

from dialogs.states import Admin, CreativeReview, DealRoom, Wallet
from models import Creative, Deal, DealStatus, Escrow, User, Verdict
from tests.dialogs.deals.stage import ADMIN, ADVERTISER, Phone, Stage
from tests.dialogs.deals.test_admin import a_dispute
from tests.dialogs.deals.test_creative import a_creative, a_paid_deal
from tests.dialogs.deals.test_wallet import a_deal_to_pay, has_wallet
from tests.makers import START, a_deal


async def reads_help(phone: Phone, about: str = "") -> None:
    """There and back: the screen is as it was, with its data."""
    before = (phone.text, phone.rows)
    await phone.tap("❔")
    assert phone.text.startswith("<b>❔ ")
    assert about in phone.text
    await phone.tap("← ")
    assert (phone.text, phone.rows) == before


async def test_a_question_keeps_what_was_seen_and_its_yes_acts_once(owner: Phone) -> None:
    deal = await a_deal()
    await owner.open(DealRoom.card, {"deal_id": deal.id})
    await reads_help(owner, "whose turn it is")
    await owner.tap("Accept")
    await reads_help(owner, "“Back” changes nothing")
    await owner.tap("Yes, agree")
    assert (await Deal.get(id=deal.id)).status is DealStatus.OWNER_ACCEPTED


async def test_a_question_that_the_deal_has_overtaken_meanwhile_takes_no_yes(owner: Phone) -> None:
    deal = await a_deal()
    await owner.open(DealRoom.card, {"deal_id": deal.id})
    await owner.tap("Accept")
    await owner.tap("❔")
    await Deal.filter(id=deal.id).update(terms_hash="other")
    await owner.tap("Back")
    assert "The deal has moved on" in owner.text
    assert not any("Yes" in label for label in owner.labels)


async def test_the_chosen_day_is_still_chosen_and_a_written_hour_is_of_that_day(owner: Phone) -> None:
    deal = await a_deal(DealStatus.CREATIVE_APPROVED)
    await owner.open(DealRoom.card, {"deal_id": deal.id})
    await owner.tap("Propose a time")
    await owner.tap("Wed 3")
    await reads_help(owner, "the exact time of this day")
    await owner.say("18:30")
    assert (await Deal.get(id=deal.id)).proposed_publish_at == START.replace(hour=18, minute=30) + timedelta(days=2)


async def test_a_post_in_the_making_is_not_lost(stage: Stage, owner: Phone) -> None:
    deal = await a_paid_deal()
    await owner.open(DealRoom.card, {"deal_id": deal.id})
    await owner.tap("Send the post")
    await owner.send(text="Buy tea", entities=[{"type": "bold", "offset": 0, "length": 3}])
    await reads_help(owner, "formatting, pictures")
    await owner.tap("Link buttons")
    await reads_help(owner, "An album carries no buttons")
    await owner.say("Shop - https://tea.example")
    await owner.tap("See it as posted")
    await reads_help(owner)
    await owner.tap("Send for review")
    sent = await Creative.get()
    assert (sent.text, sent.buttons) == ("Buy tea", [[{"text": "Shop", "url": "https://tea.example"}]])


async def test_a_wallet_that_answers_while_help_is_read_is_there_on_the_way_back(
    stage: Stage, advertiser: Phone
) -> None:
    await advertiser.open(Wallet.home)
    await advertiser.tap("Connect a wallet")
    await advertiser.tap("❔")
    await stage.settle()
    assert "Connecting a wallet" in advertiser.text, "nothing is taken from under one's eyes"
    assert stage.bot.said == ["✅ Your wallet is connected."]
    await advertiser.tap("Back")
    assert "Confirmed on" in advertiser.text
    assert (await User.get(id=ADVERTISER)).wallet_address is not None


async def test_a_wallet_that_says_no_meanwhile_is_not_waited_for(stage: Stage, advertiser: Phone) -> None:
    deal = await a_deal_to_pay()
    await has_wallet(stage, ADVERTISER)
    stage.wallets.says_no = True
    await advertiser.open(Wallet.payment, {"deal_id": deal.id})
    await advertiser.tap("Pay in wallet")
    await advertiser.tap("❔")
    await stage.settle()
    await advertiser.tap("Back")
    assert "Confirm in your wallet" not in advertiser.text
    assert advertiser.rows[0] == ["💳 Pay in wallet"]


async def test_a_decision_in_the_middle_keeps_its_verdict_and_its_share(stage: Stage) -> None:
    deal = await a_dispute()
    admin = stage.phone(ADMIN)
    await admin.open(Admin.disputes)
    await admin.tap(f"#{deal.id}")
    await reads_help(admin, "nothing is decided by that tap")
    await admin.tap("Split")
    await admin.tap(r"\+25 %")
    await reads_help(admin, "“Yes” is final")
    await admin.tap("Yes, decide so")
    assert (await Deal.get(id=deal.id)).verdict is Verdict.SPLIT
    assert (await Escrow.get(deal_id=deal.id)).split_bps == 7500


ROOM = (
    *(DealRoom.talk, DealRoom.counter, DealRoom.format, DealRoom.offers, DealRoom.date, DealRoom.timeline),
    *(DealRoom.case, DealRoom.evidence, DealRoom.zone),
    *CreativeReview.__states__,
    *Wallet.__states__,
)


@pytest.mark.parametrize("state", ROOM, ids=lambda state: str(state.state))
@pytest.mark.parametrize("language", ["en", "ru"])
async def test_every_room_of_a_deal_is_found_again(
    stage: Stage, advertiser: Phone, owner: Phone, language: str, state: State
) -> None:
    await User.all().update(language=language)
    deal = await a_deal_to_pay()
    await a_creative(deal)
    data: dict[str, Any] = {"deal_id": deal.id}
    for phone in (advertiser, owner):
        await phone.open(state, data)
        await reads_help(phone)

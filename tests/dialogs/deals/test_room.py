"""The deal room: one card that tells the truth to each side, and what its buttons do."""

from datetime import timedelta
from typing import Any

import pytest

from dialogs.states import DealRoom
from models import ChannelManager, Deal, DealMessage, DealStatus, Dispute, Party, User, Verdict
from services.deals.lifecycle import Action
from services.deals.terms import Terms
from tests.dialogs.deals.stage import ADMIN, ADVERTISER, OWNER, STRANGER, Phone, Stage
from tests.makers import START, a_deal, an_escrow, some_terms

PLATFORM_LABELS = ("Confirm the", "Mark as", "Start the watch", "Expire", "Time out", "Return the")


async def opened(phone: Phone, deal: Deal) -> None:
    await phone.open(DealRoom.card, {"deal_id": deal.id})


async def a_clocked_deal(status: DealStatus, **over: Any) -> Deal:
    deal = await a_deal(status, due_at=START + timedelta(hours=10), **over)
    if status not in (DealStatus.DRAFT, DealStatus.NEGOTIATION, DealStatus.OWNER_ACCEPTED):
        await an_escrow(deal)
    return deal


@pytest.mark.parametrize("status", DealStatus)
@pytest.mark.parametrize("language", ["en", "ru"])
async def test_every_status_has_a_card_for_each_party_in_each_language(
    stage: Stage, status: DealStatus, language: str
) -> None:
    await User.all().update(language=language)
    deal = await a_clocked_deal(status, retention_ends_at=START, publish_at=START, proposed_publish_at=START)
    for user_id in (ADVERTISER, OWNER, ADMIN):
        phone = stage.phone(user_id)
        await opened(phone, deal)
        assert str(deal.id) in phone.text
        assert len(phone.choices) <= 9
        assert not any(words in label for words in PLATFORM_LABELS for label in phone.labels)


async def test_a_stranger_sees_nothing(stage: Stage) -> None:
    deal = await a_deal()
    stranger = stage.phone(STRANGER)
    await opened(stranger, deal)
    assert stranger.text == "Menu"


async def test_the_card_says_what_happens_next_and_to_whose_benefit(advertiser: Phone, owner: Phone) -> None:
    deal = await a_clocked_deal(DealStatus.CREATIVE_PENDING_OWNER)
    await opened(advertiser, deal)
    assert "you get all your money back" in advertiser.text
    await opened(owner, deal)
    assert "the advertiser gets the money back" in owner.text
    assert "Your turn" in owner.text
    assert owner.rows[0] == ["✍️ Send the post"]


async def test_the_primary_action_stands_alone(owner: Phone) -> None:
    deal = await a_clocked_deal(DealStatus.NEGOTIATION)
    await opened(owner, deal)
    assert owner.rows[0] == ["🤝 Accept"]
    assert owner.rows[-1] == ["← Back", "❔", "🏠 Home"]


async def test_a_settling_deal_offers_nothing_but_to_look(advertiser: Phone) -> None:
    deal = await a_clocked_deal(DealStatus.RETENTION_CHECK, verdict=Verdict.RELEASE)
    await opened(advertiser, deal)
    assert "The transfer is on its way" in advertiser.text
    assert not any("dispute" in label for label in advertiser.labels)


async def test_accepting_asks_once_and_names_the_price(owner: Phone) -> None:
    deal = await a_clocked_deal(DealStatus.NEGOTIATION)
    await opened(owner, deal)
    await owner.tap("Accept")
    assert "10 TON" in owner.text
    assert (await Deal.get(id=deal.id)).status is DealStatus.NEGOTIATION
    await owner.tap("Yes, agree")
    assert (await Deal.get(id=deal.id)).status is DealStatus.OWNER_ACCEPTED
    assert "wallets needed" in owner.text


async def test_a_yes_to_terms_that_changed_meanwhile_accepts_nothing(stage: Stage, owner: Phone) -> None:
    deal = await a_clocked_deal(DealStatus.NEGOTIATION)
    await opened(owner, deal)
    await owner.tap("Accept")
    other = some_terms(price_nano=2 * 10**9)
    await Deal.filter(id=deal.id).update(terms=other.to_json(), terms_hash=other.hash, price_nano=other.price_nano)
    await owner.tap("Yes, agree")
    assert (await Deal.get(id=deal.id)).status is DealStatus.NEGOTIATION
    assert len(stage.bot.alerts) == 1
    assert "moved on" in owner.text
    assert not any("Yes" in label for label in owner.labels)


async def test_an_old_button_is_harmless_and_shows_what_is_true_now(stage: Stage, owner: Phone) -> None:
    deal = await a_clocked_deal(DealStatus.NEGOTIATION)
    await opened(owner, deal)
    await owner.tap("Accept")
    old = owner.message
    await owner.tap("Yes, agree", old)
    await owner.tap("Yes, agree", old)
    await owner.tap("Yes, agree", old)
    assert (await Deal.get(id=deal.id)).version == 1
    assert "wallets needed" in owner.text


async def test_a_counter_offer_is_read_in_many_notations(owner: Phone, advertiser: Phone) -> None:
    deal = await a_clocked_deal(DealStatus.NEGOTIATION)
    await opened(owner, deal)
    await owner.tap("Other terms")
    await owner.say("12,5 TON")
    assert (await Deal.get(id=deal.id)).price_nano == 12_500_000_000
    assert "Waiting for the other side" in owner.text
    await opened(advertiser, deal)
    assert advertiser.rows[0] == ["🤝 Accept"]


async def test_a_price_that_cannot_be_read_changes_nothing_and_the_window_stays(stage: Stage, owner: Phone) -> None:
    deal = await a_clocked_deal(DealStatus.NEGOTIATION)
    await opened(owner, deal)
    await owner.tap("Other terms")
    await owner.say("a lot")
    assert (await Deal.get(id=deal.id)).price_nano == 10**10
    assert len(stage.bot.said) == 1
    assert "Write another price" in owner.text


async def test_another_publication_window_can_be_offered(owner: Phone) -> None:
    deal = await a_clocked_deal(DealStatus.NEGOTIATION)
    await opened(owner, deal)
    await owner.tap("Other terms")
    await owner.tap("30 days")
    terms = Terms.of(await Deal.get(id=deal.id))
    assert terms.window_end == START + timedelta(days=30)


async def test_the_conversation_is_carried_to_the_other_side(advertiser: Phone, owner: Phone) -> None:
    deal = await a_clocked_deal(DealStatus.NEGOTIATION)
    await opened(advertiser, deal)
    await advertiser.tap("Conversation")
    await advertiser.say("Can you do <b>less</b>?")
    assert (await DealMessage.get()).party is Party.ADVERTISER
    await opened(owner, deal)
    await owner.tap("Conversation")
    assert "Advertiser" in owner.text
    assert "&lt;b&gt;less&lt;/b&gt;" in owner.text


async def test_history_has_a_line_for_each_step(owner: Phone) -> None:
    deal = await a_clocked_deal(DealStatus.NEGOTIATION)
    await opened(owner, deal)
    await owner.tap("Accept")
    await owner.tap("Yes, agree")
    await owner.tap("History")
    assert "you accepted the terms" in owner.text


async def test_a_time_is_proposed_by_tapping_in_the_persons_own_zone(stage: Stage, owner: Phone) -> None:
    await User.filter(id=OWNER).update(timezone="Europe/Moscow")
    deal = await a_clocked_deal(DealStatus.CREATIVE_APPROVED)
    await opened(owner, deal)
    await owner.tap("Propose a time")
    await owner.tap("Tomorrow")
    await owner.tap("18:00")
    proposed = (await Deal.get(id=deal.id)).proposed_publish_at
    assert proposed == START.replace(hour=15) + timedelta(days=1)
    assert "You propose 2 Jun 18:00" in owner.text


async def test_a_time_is_proposed_by_writing_it(owner: Phone) -> None:
    deal = await a_clocked_deal(DealStatus.CREATIVE_APPROVED)
    await opened(owner, deal)
    await owner.tap("Propose a time")
    await owner.say("tomorrow 18:30")
    proposed = (await Deal.get(id=deal.id)).proposed_publish_at
    assert proposed == START.replace(hour=18, minute=30) + timedelta(days=1)


async def test_a_time_that_has_passed_is_not_offered(owner: Phone) -> None:
    deal = await a_clocked_deal(DealStatus.CREATIVE_APPROVED)
    await opened(owner, deal)
    await owner.tap("Propose a time")
    await owner.tap("Today")
    assert "12:00" not in owner.labels
    assert "13:00" in owner.labels


async def test_leaving_a_paid_deal_names_the_consequence(owner: Phone) -> None:
    deal = await a_clocked_deal(DealStatus.CREATIVE_PENDING_OWNER)
    await opened(owner, deal)
    await owner.tap("Leave with refund")
    assert "you earn nothing" in owner.text
    await owner.tap("Yes, leave")
    assert (await Deal.get(id=deal.id)).verdict is Verdict.REFUND
    assert "The transfer is on its way" in owner.text


async def test_cancelling_by_agreement_takes_both(advertiser: Phone, owner: Phone) -> None:
    deal = await a_clocked_deal(DealStatus.RETENTION_CHECK, retention_ends_at=START + timedelta(days=1))
    await opened(advertiser, deal)
    await advertiser.tap("Propose to cancel")
    await advertiser.tap("Yes, propose")
    assert "You proposed to cancel" in advertiser.text
    assert not any("Propose to cancel" in label for label in advertiser.labels)
    await opened(owner, deal)
    assert owner.rows[0] == ["↩️ Agree to cancel"]
    await owner.tap("Agree to cancel")
    await owner.tap("Yes, cancel")
    assert (await Deal.get(id=deal.id)).verdict is Verdict.REFUND


async def test_a_dispute_is_opened_by_ones_own_words_and_answered(advertiser: Phone, owner: Phone) -> None:
    deal = await a_clocked_deal(DealStatus.RETENTION_CHECK, retention_ends_at=START + timedelta(days=1))
    await opened(advertiser, deal)
    await advertiser.tap("Open a dispute")
    assert "administrator decides" in advertiser.text
    await advertiser.say("The link leads elsewhere")
    assert (await Dispute.get()).reason == "The link leads elsewhere"
    await opened(owner, deal)
    assert owner.rows[0] == ["⚖️ Add a statement"]
    await owner.tap("Add a statement")
    await owner.say("It does not")
    await owner.tap("Checks")
    assert "The link leads elsewhere" in owner.text
    assert "It does not" in owner.text


async def test_every_action_of_a_side_leads_somewhere() -> None:
    from dialogs.deal_room.buttons import HIDDEN
    from dialogs.deal_room.handlers import DOORS, ROOMS, VERBS
    from services.deals.lifecycle import LIFECYCLE, Role

    by_people = {step.action for step in LIFECYCLE if step.by - {Role.PLATFORM, Role.ADMIN}}
    led = {*VERBS, *(Action(name) for name in {**ROOMS, **DOORS} if name in set(Action))}
    assert by_people - HIDDEN <= led


async def test_inside_the_cure_window_the_owner_is_asked_to_post_again_first(owner: Phone, advertiser: Phone) -> None:
    cure = START + timedelta(minutes=50)
    ends = START + timedelta(hours=20)
    deal = await a_clocked_deal(DealStatus.RETENTION_CHECK, retention_ends_at=ends, cure_ends_at=cure)
    await opened(owner, deal)
    assert "1 Jun 12:50" in owner.text
    assert owner.rows[0] == ["🔁 Post again"]
    await opened(advertiser, deal)
    assert "1 Jun 12:50" in advertiser.text
    assert not any("Post again" in label for label in advertiser.labels)


async def test_a_manager_without_the_payout_right_is_refused_and_told(stage: Stage, owner: Phone) -> None:
    deal = await a_clocked_deal(DealStatus.DISPUTED)
    await ChannelManager.filter(user_id=OWNER).update(can_payout=False)
    await opened(owner, deal)
    await owner.tap("Concede")
    assert "earn nothing" in owner.text
    await owner.tap("Yes, concede")
    assert (await Deal.get(id=deal.id)).verdict is None
    assert len(stage.bot.alerts) == 1

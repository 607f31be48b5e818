"""The administrators' desk: for administrators alone; a decision is asked about with figures to the last nano."""

from datetime import timedelta

import pytest
from aiogram.fsm.state import State

from dialogs.states import Admin
from models import (
    AuditLog,
    Cause,
    Deal,
    DealStatus,
    Dispute,
    Escrow,
    EscrowState,
    Listing,
    ListingStatus,
    Party,
    User,
    Vault,
    Verdict,
)
from services.switches import is_paused
from tests.dialogs.deals.stage import ADMIN, Phone, Stage
from tests.makers import OWNER, START, a_deal, an_escrow


@pytest.fixture
def admin(stage: Stage) -> Phone:
    return stage.phone(ADMIN)


async def a_dispute(**over: object) -> Deal:
    deal = await a_deal(DealStatus.DISPUTED, due_at=START + timedelta(days=7))
    await an_escrow(deal)
    base = {"deal_id": deal.id, "opened_by": Party.ADVERTISER, "reason": "Wrong link", "opened_at": START}
    await Dispute.create(**{**base, **over})
    return deal


@pytest.mark.parametrize("state", list(Admin.__all_states__))
async def test_nobody_else_sees_a_window_of_the_desk(stage: Stage, advertiser: Phone, state: State) -> None:
    await a_dispute()
    await advertiser.open(state)
    assert advertiser.text == "Menu"


async def test_somebody_who_was_an_administrator_can_tap_old_buttons_in_vain(stage: Stage, admin: Phone) -> None:
    await a_dispute()
    await admin.open(Admin.home)
    await admin.tap("Disputes")
    await admin.tap("#1")
    await admin.tap("Refund")
    old = admin.message
    stage.admins.clear()
    await admin.tap("Yes, decide so", old)
    assert (await Deal.get()).verdict is None
    assert admin.text == "Menu"


@pytest.mark.parametrize(
    ("state", "act"), [(Admin.user, "Ban"), (Admin.listing, "Hide the listing"), (Admin.pause, "Pause")]
)
async def test_a_former_administrators_old_buttons_change_nothing(
    stage: Stage, admin: Phone, state: State, act: str
) -> None:
    await a_deal()
    await admin.open(state, {"user_id": OWNER, "listing_id": 1})
    await admin.tap(act)
    await admin.say("Because I can")
    last = admin.message
    stage.admins.clear()
    await admin.tap("Yes, do it", last)
    assert admin.text == "Menu"
    assert not await User.filter(is_banned=True).exists()
    assert not await Listing.filter(status=ListingStatus.HIDDEN).exists()
    assert not await is_paused()
    assert not await AuditLog.all().exists()


async def test_a_dispute_is_decided_with_its_evidence_in_sight(admin: Phone) -> None:
    await a_dispute()
    await admin.open(Admin.home)
    assert admin.rows[0] == ["⚖️ Disputes"]
    await admin.tap("Disputes")
    await admin.tap("#1")
    assert "Wrong link" in admin.text
    await admin.tap("Pay the owner")
    assert "9.5 TON" in admin.text
    assert "0.5 TON" in admin.text
    assert (await Deal.get()).verdict is None
    await admin.tap("Yes, decide so")
    assert (await Deal.get()).verdict is Verdict.RELEASE
    assert "No dispute is waiting" in admin.text


async def test_a_split_is_set_by_steps_and_says_what_each_gets(admin: Phone) -> None:
    await a_dispute(opened_by=Party.PLATFORM, reason="post-unverifiable", cause=Cause.OWNERS)
    await admin.open(Admin.disputes)
    await admin.tap("#1")
    assert "could not be checked for too long" in admin.text
    await admin.tap("Split")
    await admin.tap("−25")
    await admin.tap("\\+5 ")
    assert "30 %" in admin.text
    assert "2.85 TON" in admin.text
    assert "7 TON" in admin.text
    await admin.tap("Yes, decide so")
    assert (await Escrow.get()).split_bps == 3000


async def test_the_share_stays_between_nothing_and_everything(admin: Phone) -> None:
    await a_dispute()
    await admin.open(Admin.disputes)
    await admin.tap("#1")
    await admin.tap("Split")
    await admin.tap("\\+25")
    await admin.tap("\\+25")
    assert not any(label.startswith("+") for label in admin.labels)


async def test_a_vault_is_added_by_a_post_forwarded_from_it(stage: Stage, admin: Phone) -> None:
    await admin.open(Admin.vaults)
    origin = {"type": "channel", "date": 0, "message_id": 5, "chat": {"id": -100500, "type": "channel", "title": "V"}}
    await admin.send(text="hello", forward_origin=origin)
    assert [vault.chat_id for vault in await Vault.all()] == [-100500]
    await admin.tap("Use this chat")
    assert "Remove 77" in admin.labels
    await admin.tap("Remove 77")
    assert "Remove 77" not in admin.labels


async def test_a_chat_where_the_bot_cannot_write_is_no_vault(stage: Stage, admin: Phone) -> None:
    stage.telegram.closed.add(-100600)
    await admin.open(Admin.vaults)
    await admin.say("-100600")
    assert await Vault.all().count() == 0
    assert len(stage.bot.said) == 1


async def test_reserves_compare_the_contracts_with_the_open_deals(admin: Phone) -> None:
    deal = await a_deal(DealStatus.SCHEDULED)
    await an_escrow(deal, EscrowState.FUNDED, balance_nano=10**10 + 5)
    await admin.open(Admin.reserves)
    assert "Covered" in admin.text
    await Escrow.all().update(balance_nano=9 * 10**9)
    await admin.open(Admin.reserves)
    assert "Short by 1 TON" in admin.text


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_the_desk_speaks_both_languages(admin: Phone, language: str) -> None:
    await User.all().update(language=language)
    await a_dispute()
    for state in (Admin.home, Admin.disputes, Admin.vaults, Admin.reserves):
        await admin.open(state)
        assert admin.text != "Menu"

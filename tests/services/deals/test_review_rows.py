"""One row that cannot be worked on stops nobody else's; a copy that fails repeats no words."""

from datetime import timedelta
from typing import Any

import pytest

from models import Deal, DealEvent, DealStatus, Notice, Party
from services.deals.access import DealAccess
from services.deals.usecases import Deals
from services.delivery import Delivery
from services.notices import Notices
from services.pace import Pace
from services.ports import Refused, Unreachable
from services.settings import MarketSettings
from tests.makers import ADVERTISER, OWNER, START, Everybody, StillClock, a_deal, some_terms


class Phone:
    """What one person's chat shows; it refuses or loses what it is told to."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.copied: list[int] = []
        self.trouble: dict[str, list[Exception]] = {}

    async def notify(self, user_id: int, key: str, args: dict[str, object], deal_id: int | None) -> int:
        self._fail(key)
        self.said.append(key)
        return 1

    async def copy(
        self, user_id: int, from_chat_id: int, message_id: int, deal_id: int | None = None, opens: str = ""
    ) -> int:
        self._fail("copy")
        self.copied.append(message_id)
        return 2

    def _fail(self, what: str) -> None:
        if self.trouble.get(what):
            raise self.trouble[what].pop(0)


async def chain_fails_for_the_first(deal: Deal) -> None:
    if deal.id == 1:
        raise OSError("an answer that nobody foresaw")


def deals(clock: StillClock) -> Deals:
    return Deals(clock, MarketSettings(), DealAccess(clock, Everybody()), chain_fails_for_the_first)


def delivery(clock: StillClock, phone: Phone) -> Delivery:
    return Delivery(clock, phone, Pace())


async def a_notice(**over: object) -> Notice:
    fields: dict[str, Any] = {"user_id": OWNER, "key": "notice-message-advertiser", "due_at": START}
    return await Notice.create(**{**fields, **over})


async def a_sending(deal: Deal) -> DealEvent:
    steps: dict[str, Any] = {"source": DealStatus.DRAFT, "target": DealStatus.NEGOTIATION}
    side: dict[str, Any] = {"party": Party.ADVERTISER, "user_id": ADVERTISER, "created_at": START}
    return await DealEvent.create(deal_id=deal.id, action="send", **side, **steps)


async def statuses() -> list[DealStatus]:
    return [deal.status for deal in await Deal.all().order_by("id")]


async def test_a_deal_whose_clock_cannot_be_rung_keeps_no_other_waiting(
    db: None, clock: StillClock, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(2):
        await a_deal(DealStatus.AWAITING_ESCROW_PAYMENT, due_at=START)
    assert await deals(clock).ring_due() == 1
    assert await statuses() == [DealStatus.AWAITING_ESCROW_PAYMENT, DealStatus.EXPIRED]
    assert "deal 1 could not be worked on" in caplog.text


async def test_a_deal_that_cannot_be_warned_of_keeps_no_other_waiting(db: None, clock: StillClock) -> None:
    await a_deal(DealStatus.POSTED, warn_at=START)  # a status without a clock has no words of warning
    await a_deal(DealStatus.NEGOTIATION, warn_at=START, due_at=START + timedelta(hours=1))
    assert await deals(clock).warn_due() == 1
    assert await Notice.filter(deal_id=2).count() == 2


async def test_an_event_that_cannot_be_told_keeps_no_other_waiting(db: None, clock: StillClock) -> None:
    for terms in ({"creative_author": "nobody"}, some_terms().to_json()):
        deal = await a_deal(DealStatus.NEGOTIATION)
        await Deal.filter(id=deal.id).update(terms=terms)
        await a_sending(deal)
    assert await Notices(clock).relay() == 1
    assert [row.key for row in await Notice.all()] == ["notice-send-owner"]


async def test_a_notice_that_cannot_be_said_keeps_no_other_waiting(db: None, clock: StillClock) -> None:
    phone = Phone()
    phone.trouble = {"notice-without-words": [KeyError("no such words")]}
    await a_notice(key="notice-without-words")
    await a_notice()
    assert await delivery(clock, phone).send_due() == 1
    assert phone.said == ["notice-message-advertiser"]


@pytest.mark.parametrize("lost", [1, 3])
async def test_a_copy_that_fails_is_tried_again_and_its_words_are_said_once(
    db: None, clock: StillClock, lost: int
) -> None:
    phone = Phone()
    phone.trouble = {"copy": [Unreachable("no answer") for _ in range(lost)]}
    await a_notice(copy_from_chat_id=ADVERTISER, copy_message_id=5)
    for _ in range(lost + 2):
        await delivery(clock, phone).send_due()
        clock.pass_(minutes=10)
    assert (phone.said, phone.copied) == (["notice-message-advertiser"], [5])
    assert await Notice.filter(sent_at=None).count() == 0


async def test_a_message_that_was_deleted_before_it_could_be_copied_closes_the_copy_alone(
    db: None, clock: StillClock
) -> None:
    phone = Phone()
    phone.trouble = {"copy": [Refused("Bad Request: message to copy not found")]}
    words = await a_notice(copy_from_chat_id=ADVERTISER, copy_message_id=5)
    assert await delivery(clock, phone).send_due() == 1
    assert (await Notice.get(id=words.id)).failed is None
    assert [row.failed for row in await Notice.exclude(id=words.id)] == ["Bad Request: message to copy not found"]

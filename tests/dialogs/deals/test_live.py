"""Open cards follow the deal; a screen that shows something else is left alone."""

import asyncio

from dialogs.foreground import foreground
from dialogs.live import redraw, redraw_deal
from dialogs.states import DealRoom, Wallet
from models import Deal, DealStatus
from tests.dialogs.deals.stage import ADVERTISER, OWNER, Phone, Stage
from tests.makers import START, a_deal


async def test_the_other_sides_open_card_is_redrawn(stage: Stage, advertiser: Phone, owner: Phone) -> None:
    deal = await a_deal()
    await advertiser.open(DealRoom.card, {"deal_id": deal.id})
    await owner.open(DealRoom.card, {"deal_id": deal.id})
    await owner.tap("Accept")
    await owner.tap("Yes, agree")
    assert "Being negotiated" in advertiser.text
    assert await redraw_deal(stage.bg_factory, stage.bot, ADVERTISER, deal.id)
    assert "wallets needed" in advertiser.text


async def test_another_deals_card_is_left_alone(stage: Stage, advertiser: Phone) -> None:
    deal, other = await a_deal(), await a_deal()
    await advertiser.open(DealRoom.card, {"deal_id": deal.id})
    shown = len(stage.messages.sent_messages)
    assert not await redraw_deal(stage.bg_factory, stage.bot, ADVERTISER, other.id)
    assert len(stage.messages.sent_messages) == shown


async def test_somebody_who_is_elsewhere_is_not_disturbed(stage: Stage, advertiser: Phone) -> None:
    deal = await a_deal()
    await advertiser.open(Wallet.home)
    assert not await redraw_deal(stage.bg_factory, stage.bot, ADVERTISER, deal.id)
    assert not await redraw_deal(stage.bg_factory, stage.bot, OWNER, deal.id)


async def test_somebody_who_is_writing_is_not_interrupted(stage: Stage, advertiser: Phone) -> None:
    deal = await a_deal(DealStatus.RETENTION_CHECK, retention_ends_at=START)
    await advertiser.open(DealRoom.card, {"deal_id": deal.id})
    await advertiser.tap("Open a dispute")
    await Deal.filter(id=deal.id).update(status=DealStatus.DISPUTED)
    assert not await redraw_deal(stage.bg_factory, stage.bot, ADVERTISER, deal.id)


async def test_a_redraw_that_is_given_up_half_way_leaves_the_person_free_to_tap(
    stage: Stage, advertiser: Phone
) -> None:
    """aiogram-dialog would keep the person's lock for ever."""
    deal = await a_deal(DealStatus.NEGOTIATION)
    await advertiser.open(DealRoom.card, {"deal_id": deal.id})
    inside = asyncio.Event()

    async def slow(*_: object) -> None:
        inside.set()
        await asyncio.Event().wait()

    bg = stage.bg_factory.bg(bot=stage.bot, user_id=ADVERTISER, chat_id=ADVERTISER)
    work = asyncio.create_task(redraw(bg, deal_id=deal.id, prepare=slow))
    await inside.wait()
    work.cancel()
    await asyncio.gather(work, return_exceptions=True)
    assert await redraw_deal(stage.bg_factory, stage.bot, ADVERTISER, deal.id)
    await advertiser.tap("Conversation")


async def test_a_redraw_that_is_given_up_before_the_screen_is_free_leaves_it_free(
    stage: Stage, advertiser: Phone
) -> None:
    deal = await a_deal(DealStatus.NEGOTIATION)
    await advertiser.open(DealRoom.card, {"deal_id": deal.id})
    bg = stage.bg_factory.bg(bot=stage.bot, user_id=ADVERTISER, chat_id=ADVERTISER)
    async with foreground(bg):
        work = asyncio.create_task(redraw(bg, deal_id=deal.id))
        await asyncio.sleep(0)
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)
    assert await redraw_deal(stage.bg_factory, stage.bot, ADVERTISER, deal.id)

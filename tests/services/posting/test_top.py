"""The promised hours on top: the owner is told before, and both at once when somebody else posts in them."""

from datetime import timedelta

from models import DealEvent
from services.deals.lifecycle import Action
from tests.makers import ADVERTISER, OWNER
from tests.services.posting.stage import CHANNEL, Stage

OWNERS, ADVERTISERS = "notice-top-broken-owner", "notice-top-broken-advertiser"


async def appears(stage: Stage, message_id: int, album: str | None = None, **later: float) -> bool:
    at = stage.clock.utcnow() + timedelta(**later)
    return await stage.placement.on_other_post(CHANNEL, message_id, album, at)


async def test_the_owner_hears_until_when_with_the_news_that_the_post_is_out(stage: Stage) -> None:
    deal = await stage.posted()
    event = await DealEvent.get(deal_id=deal.id, action=Action.MARK_POSTED)
    assert event.payload["top_ends_at"] == (stage.clock.utcnow() + timedelta(hours=1)).isoformat()


async def test_a_post_of_somebody_else_is_told_to_both_and_kept_as_evidence(stage: Stage) -> None:
    deal = await stage.posted()
    assert await appears(stage, 500, minutes=20)
    assert (await stage.told(OWNERS), await stage.told(ADVERTISERS)) == ([OWNER], [ADVERTISER])
    [noted] = (await stage.posting(deal)).intrusions
    assert noted["message_id"] == 500
    evidence = await stage.disputes.evidence(stage.advertiser, deal.id)
    assert evidence.posting is not None
    assert evidence.posting.intrusions == [noted]


async def test_it_decides_nothing_by_itself(stage: Stage) -> None:
    deal = await stage.posted()
    await appears(stage, 500)
    await stage.let_pass(hours=24)
    assert (await stage.now(deal)).verdict_reason == "retained"


async def test_telegram_telling_twice_and_an_album_of_five_are_one_breach_each(stage: Stage) -> None:
    deal = await stage.posted()
    assert [await appears(stage, 500), await appears(stage, 500)] == [True, False]
    assert [await appears(stage, number, album="a") for number in range(501, 506)] == [True] + [False] * 4
    assert len((await stage.posting(deal)).intrusions) == 2
    assert len(await stage.told(OWNERS)) == 2


async def test_what_came_before_the_post_or_after_its_hours_is_nobodys_business(stage: Stage) -> None:
    await stage.posted()
    assert not await appears(stage, stage.in_channel()[0].id - 1)
    assert not await appears(stage, 500, hours=1)
    assert not await stage.placement.on_other_post(-1009, 500, None, stage.clock.utcnow())
    assert await stage.told(OWNERS) == []


async def test_after_the_verdict_the_channel_is_the_owners_again(stage: Stage) -> None:
    deal = await stage.posted()
    await stage.disputes.open(stage.owner, deal.id, "I give up")
    await stage.disputes.concede(stage.owner, deal.id)
    assert not await appears(stage, 500)

"""A post goes out when it is due, exactly once, whatever breaks on the way."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

import pytest

from app.adapters.telegram import TelegramAdapter
from models import Channel, Check, CheckKind, DealStatus, Dispute, Party, Posting, PostingState, Vault, Verdict
from services.actor import PLATFORM
from services.deals.lifecycle import Action
from services.deals.transition import Move, advance
from services.errors import BadTime, ChannelProtected, GoneAhead, NoVault, SlotTaken, TimeOutsideWindow
from services.placement import Placement
from services.ports import Content, SeenMessage, Telegram
from tests.makers import OWNER, a_user
from tests.services.posting.stage import AD, ADMIN, BOT_RIGHTS, CHANNEL, HOUR, Stage, wired


async def test_an_agreed_post_goes_out_as_it_was_approved(stage: Stage) -> None:
    deal = await stage.posted()
    posting = await stage.posting(deal)
    [post] = stage.in_channel()
    assert deal.status is DealStatus.RETENTION_CHECK
    assert (post.content["text"], len(post.content["entities"])) == (AD.text, 2)
    assert post.markup is not None
    assert post.markup["inline_keyboard"] == [[{"text": "Shop", "url": "https://tea.example/shop"}]]
    assert posting.message_ids == [post.id]
    assert posting.url == f"https://t.me/channel/{post.id}"
    assert deal.retention_ends_at == stage.clock.utcnow() + timedelta(hours=24)


async def test_the_term_gets_a_check_in_each_quarter_and_one_at_its_end(stage: Stage) -> None:
    deal = await stage.posted()
    start = stage.clock.utcnow()
    checks = await Check.all().order_by("due_at")
    assert [check.kind for check in checks] == [CheckKind.BAND] * 4 + [CheckKind.FINAL]
    quarters = [int((check.due_at - start) / (6 * HOUR)) for check in checks]
    assert quarters == [0, 1, 2, 3, 4]
    assert checks[-1].due_at == deal.retention_ends_at


async def test_nothing_goes_out_before_its_time(stage: Stage) -> None:
    await stage.scheduled()
    stage.clock.pass_(minutes=59)
    assert await stage.placement.post_due() == 0
    assert stage.in_channel() == []


async def test_an_album_keeps_every_message_id_and_its_caption(stage: Stage) -> None:
    media = await stage.pictures("photo", "video", "photo")
    deal = await stage.posted(Content(text="Three", media=media))
    posts = stage.in_channel()
    assert (await stage.posting(deal)).message_ids == [post.id for post in posts]
    assert [post.content.get("caption") for post in posts] == ["Three", None, None]


async def test_two_schedulers_at_once_post_once(stage: Stage) -> None:
    await stage.scheduled()
    stage.clock.pass_(hours=1)
    done = await asyncio.gather(*(stage.placement.post_due() for _ in range(4)))
    assert sum(done) == 1
    assert len(stage.in_channel()) == 1


async def test_an_answer_that_got_lost_is_found_in_the_channel_and_adopted(stage: Stage) -> None:
    deal = await stage.scheduled()
    stage.telegram.world.faults.add("lost", method="sendMessage", chat_id=CHANNEL)
    stage.clock.pass_(hours=1)
    assert await stage.placement.post_due() == 0
    assert (await stage.posting(deal)).state is PostingState.AMBIGUOUS
    stage.telegram.channels.post(CHANNEL, OWNER, "Something else of the editor's")
    await stage.let_pass(minutes=10)
    texts = [post.content["text"] for post in stage.in_channel()]
    assert texts.count(AD.text) == 1
    assert (await stage.now(deal)).status is DealStatus.RETENTION_CHECK
    assert (await stage.posting(deal)).message_ids == [stage.in_channel()[0].id]


async def test_a_lost_album_is_adopted_whole(stage: Stage) -> None:
    deal = await stage.scheduled(Content(text="Two", media=await stage.pictures("photo", "photo")))
    stage.telegram.world.faults.add("lost", method="sendMediaGroup")
    stage.clock.pass_(hours=1)
    await stage.let_pass(minutes=20)
    assert len(stage.in_channel()) == 2
    assert (await stage.posting(deal)).message_ids == [post.id for post in stage.in_channel()]


async def test_a_crash_after_sending_and_before_saving_is_adopted_not_repeated(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    deal = await stage.scheduled()
    stage.clock.pass_(hours=1)

    async def power_cut(*_: object) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as crash:
        crash.setattr("services.posting.records.Recorder.posted", power_cut)
        with pytest.raises(KeyboardInterrupt):
            await stage.placement.post_due()
    assert (await stage.posting(deal)).state is PostingState.SENDING
    restarted = wired(stage.clock, stage.telegram, stage.adapter)
    await restarted.let_pass(minutes=10)
    assert len(stage.in_channel()) == 1
    assert (await stage.now(deal)).status is DealStatus.RETENTION_CHECK


class Slow:
    """A worker's Telegram, whose answer to a post comes only after something else has happened."""

    def __init__(self, telegram: TelegramAdapter, meanwhile: Callable[[], Awaitable[object]]) -> None:
        self.telegram = telegram
        self.meanwhile = meanwhile

    def __getattr__(self, name: str) -> Any:
        return getattr(self.telegram, name)

    async def post(self, chat_id: int, content: Content) -> list[SeenMessage]:
        messages = await self.telegram.post(chat_id, content)
        await self.meanwhile()
        return messages


def slow(stage: Stage, meanwhile: Callable[[], Awaitable[object]]) -> Placement:
    return replace(stage.placement, telegram=cast(Telegram, Slow(stage.adapter, meanwhile)))


async def test_a_worker_that_wakes_up_after_its_claim_ran_out_writes_nothing(stage: Stage) -> None:
    deal = await stage.scheduled()
    stage.clock.pass_(hours=1)

    async def another_takes_over() -> None:
        stage.clock.pass_(minutes=6)
        assert await stage.placement.post_due() == 1

    assert await slow(stage, another_takes_over).post_due() == 0
    assert len(stage.in_channel()) == 1
    assert await Check.all().count() == 5
    assert (await stage.now(deal)).status is DealStatus.RETENTION_CHECK


async def test_a_deal_that_is_left_while_its_post_goes_out_is_refunded_and_the_post_taken_down(stage: Stage) -> None:
    deal = await stage.scheduled()
    stage.clock.pass_(hours=1)

    async def the_owner_leaves() -> None:
        await stage.placement.access.take(stage.owner, deal.id, Action.WITHDRAW)

    await slow(stage, the_owner_leaves).post_due()
    assert len(stage.in_channel()) == 1
    assert (await stage.now(deal)).verdict is Verdict.REFUND
    await stage.placement.clean_up_due()
    assert stage.in_channel() == []


async def test_a_refund_that_somebody_else_triggered_on_the_chain_takes_the_post_down_too(stage: Stage) -> None:
    deal = await stage.posted()
    await advance(deal, Move(Action.CONFIRM_REFUND, Party.PLATFORM, PLATFORM), stage.clock)
    assert await stage.placement.clean_up_due() == 1
    assert stage.in_channel() == []


async def test_a_request_that_never_arrived_is_proved_absent_and_sent_again(stage: Stage) -> None:
    deal = await stage.scheduled()
    stage.telegram.world.faults.add("drop", method="sendMessage", chat_id=CHANNEL)
    stage.clock.pass_(hours=1)
    await stage.let_pass(minutes=30)
    assert [post.content["text"] for post in stage.in_channel()] == [AD.text]
    assert (await stage.now(deal)).status is DealStatus.RETENTION_CHECK


async def test_it_is_sent_a_second_time_but_never_a_third(stage: Stage) -> None:
    deal = await stage.scheduled()
    stage.telegram.world.faults.add("flood", method="sendMessage", chat_id=CHANNEL, retry_after=1, times=3)
    stage.clock.pass_(hours=1)
    await stage.let_pass(minutes=3)
    for _ in range(2):
        stage.telegram.world.faults.add("drop", method="sendMessage", chat_id=CHANNEL)
        for _ in ("sending", "looking for it"):
            stage.clock.pass_(seconds=61)
            assert await stage.placement.post_due() == 0
    assert (await stage.now(deal)).status is DealStatus.DISPUTED
    assert stage.in_channel() == []


async def test_where_a_message_is_missing_people_decide_and_nothing_is_sent_again(stage: Stage) -> None:
    deal = await stage.scheduled()
    stage.telegram.world.faults.add("drop", method="sendMessage", chat_id=CHANNEL)
    stage.clock.pass_(hours=1)
    await stage.placement.post_due()
    [gone] = stage.telegram.channels.post(CHANNEL, OWNER, "Deleted at once")
    stage.telegram.channels.delete_post(CHANNEL, gone.id)
    await stage.let_pass(minutes=10)
    assert (await stage.now(deal)).status is DealStatus.DISPUTED
    assert (await Dispute.get(deal_id=deal.id)).reason == "post-unclear"
    assert stage.in_channel() == []


async def test_a_search_that_broke_off_casts_no_doubt_on_the_next_and_leaves_no_dot(stage: Stage) -> None:
    deal = await stage.scheduled()
    stage.telegram.world.faults.add("drop", method="sendMessage", chat_id=CHANNEL)
    stage.clock.pass_(hours=1)
    await stage.placement.post_due()
    stage.telegram.channels.post(CHANNEL, OWNER, "Something else of the editor's")
    stage.telegram.world.faults.add("server", method="forwardMessage", times=2)
    await stage.let_pass(minutes=10)
    assert [post.content["text"] for post in stage.in_channel()] == ["Something else of the editor's", AD.text]
    assert (await stage.now(deal)).status is DealStatus.RETENTION_CHECK


async def test_flood_control_and_a_dead_server_only_delay_the_post(stage: Stage) -> None:
    await stage.scheduled()
    stage.telegram.world.faults.add("flood", method="sendMessage", chat_id=CHANNEL, retry_after=90)
    stage.clock.pass_(hours=1)
    await stage.placement.post_due()
    stage.clock.pass_(seconds=60)
    assert await stage.placement.post_due() == 0
    stage.clock.pass_(seconds=30)
    assert await stage.placement.post_due() == 1


async def test_a_missed_slot_is_a_refund(stage: Stage) -> None:
    deal = await stage.scheduled()
    stage.telegram.channels.remove_admin(CHANNEL, "bot")
    stage.clock.pass_(hours=1)
    await stage.let_pass(hours=2, minutes=10)
    deal = await stage.now(deal)
    assert (deal.verdict, deal.verdict_reason) == (Verdict.REFUND, "slot")
    assert (await stage.posting(deal)).state is PostingState.MISSED
    assert await stage.told("notice-posting-hindered-owner") == [OWNER]


async def test_rights_given_back_within_the_grace_save_the_deal(stage: Stage) -> None:
    deal = await stage.scheduled()
    stage.telegram.channels.set_admin(CHANNEL, "bot", {**BOT_RIGHTS, "can_post_messages": False})
    stage.clock.pass_(hours=1)
    await stage.let_pass(hours=1)
    stage.telegram.channels.set_admin(CHANNEL, "bot", BOT_RIGHTS)
    await stage.let_pass(minutes=10)
    assert (await stage.now(deal)).status is DealStatus.RETENTION_CHECK


async def test_a_deal_outlives_the_colleague_who_made_it_but_not_a_channel_of_nobody(stage: Stage) -> None:
    deal = await stage.scheduled()
    stage.telegram.channels.transfer(CHANNEL, ADMIN)
    stage.telegram.channels.remove_admin(CHANNEL, OWNER)
    stage.clock.pass_(hours=1)
    await stage.let_pass(minutes=30)
    assert stage.in_channel() == []
    await Channel.all().update(owner_id=(await a_user(ADMIN)).id)
    await stage.let_pass(minutes=10)
    assert (await stage.now(deal)).status is DealStatus.RETENTION_CHECK


async def test_nothing_is_posted_for_money_that_is_not_there(stage: Stage) -> None:
    deal = await stage.scheduled()
    stage.money["funded"] = False
    stage.clock.pass_(hours=1)
    await stage.let_pass(minutes=30)
    assert stage.in_channel() == []
    stage.money["funded"] = True
    await stage.let_pass(minutes=10)
    assert (await stage.now(deal)).status is DealStatus.RETENTION_CHECK


async def test_a_pinned_package_is_pinned(stage: Stage) -> None:
    deal = await stage.posted(pinned=True)
    assert stage.telegram.world.channel(CHANNEL).pinned == (await stage.posting(deal)).message_ids


async def test_a_time_has_to_lie_ahead_and_inside_the_window(stage: Stage) -> None:
    deal = await stage.approved()
    with pytest.raises(BadTime):
        await stage.placement.propose_time(stage.owner, deal.id, stage.clock.utcnow())
    with pytest.raises(TimeOutsideWindow):
        await stage.placement.propose_time(stage.owner, deal.id, stage.clock.utcnow() + timedelta(days=15))


async def test_hours_on_top_do_not_overlap_between_deals(stage: Stage) -> None:
    await stage.scheduled(in_hours=3, top_hours=2)
    other = await stage.approved(top_hours=2)
    for hours in (1.5, 3, 4.5):
        with pytest.raises(SlotTaken):
            await stage.placement.propose_time(stage.owner, other.id, stage.clock.utcnow() + hours * HOUR)
    await stage.placement.propose_time(stage.owner, other.id, stage.clock.utcnow() + 5 * HOUR)


async def test_of_two_proposals_for_one_slot_the_first_agreed_gets_it(stage: Stage) -> None:
    one, two = await stage.approved(), await stage.approved()
    at = stage.clock.utcnow() + HOUR
    await stage.placement.propose_time(stage.owner, one.id, at)
    await stage.placement.propose_time(stage.owner, two.id, at)
    await stage.placement.agree_time(stage.advertiser, one.id)
    with pytest.raises(SlotTaken):
        await stage.placement.agree_time(stage.advertiser, two.id)


async def test_a_yes_to_a_time_that_was_changed_meanwhile_is_no_yes(stage: Stage) -> None:
    deal = await stage.approved()
    seen = stage.clock.utcnow() + HOUR
    await stage.placement.propose_time(stage.owner, deal.id, seen)
    await stage.placement.propose_time(stage.owner, deal.id, seen + HOUR)
    with pytest.raises(GoneAhead):
        await stage.placement.agree_time(stage.advertiser, deal.id, seen)


async def test_a_new_time_moves_the_posting(stage: Stage) -> None:
    deal = await stage.scheduled(in_hours=1)
    await stage.agree(deal, in_hours=5)
    stage.clock.pass_(hours=1)
    assert await stage.placement.post_due() == 0
    stage.clock.pass_(hours=4)
    assert await stage.placement.post_due() == 1
    assert await Posting.all().count() == 1


async def test_without_a_vault_or_with_protected_content_nothing_can_be_scheduled(stage: Stage) -> None:
    deal = await stage.approved()
    at = stage.clock.utcnow() + HOUR
    stage.telegram.channels.change(CHANNEL, protected=True)
    with pytest.raises(ChannelProtected):
        await stage.placement.propose_time(stage.owner, deal.id, at)
    await Vault.all().delete()
    with pytest.raises(NoVault):
        await stage.placement.propose_time(stage.owner, deal.id, at)


async def test_a_revised_creative_stops_the_posting_until_it_is_agreed_anew(stage: Stage) -> None:
    deal = await stage.scheduled()
    await stage.creatives.submit(stage.owner, deal.id, Content(text="Better words"))
    stage.clock.pass_(hours=1)
    assert await stage.placement.post_due() == 0
    await stage.creatives.approve(stage.advertiser, deal.id, 2)
    await stage.agree(deal)
    stage.clock.pass_(hours=1)
    assert await stage.placement.post_due() == 1
    assert [post.content["text"] for post in stage.in_channel()] == ["Better words"]


async def test_the_anchor_follows_the_channel(stage: Stage) -> None:
    deal = await stage.posted()
    assert (await Channel.get(chat_id=CHANNEL)).highest_message_id == (await stage.posting(deal)).message_ids[-1]

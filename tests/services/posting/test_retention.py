"""A post is watched for its whole term. What is violated, what is unknown, whose doing it is, and what follows."""

import asyncio

import pytest

from models import Check, CheckKind, CheckResult, PostingState, Verdict
from services.errors import Forbidden, GoneAhead
from services.ports import Content
from tests.makers import ADVERTISER, OWNER
from tests.services.posting.harms import (
    URL,
    Harm,
    button_link_swapped,
    button_removed,
    deleted,
    first_id,
    link_swapped,
    medium_swapped,
    one_item_deleted,
    text_edited,
    until_first_check,
)
from tests.services.posting.stage import AD, BOT_RIGHTS, CHANNEL, VAULT, Stage

INTACT, VIOLATED = CheckResult.INTACT, CheckResult.VIOLATED


async def test_an_untouched_post_is_released_at_the_end_of_its_term_and_not_before(stage: Stage) -> None:
    deal = await stage.posted()
    await stage.let_pass(hours=23, minutes=50)
    assert (await stage.now(deal)).verdict is None
    await stage.let_pass(minutes=10)
    deal = await stage.now(deal)
    assert (deal.verdict, deal.verdict_reason) == (Verdict.RELEASE, "retained")
    assert await stage.results(deal) == [INTACT] * 5


async def test_after_the_verdict_the_post_is_taken_down(stage: Stage) -> None:
    deal = await stage.posted()
    await stage.let_pass(hours=24)
    assert stage.in_channel() == []
    assert (await stage.posting(deal)).state is PostingState.DELETED


async def test_a_permanent_post_stays(stage: Stage) -> None:
    await stage.posted(is_permanent=True)
    await stage.let_pass(hours=30)
    assert len(stage.in_channel()) == 1


async def test_the_vault_is_left_as_it_was(stage: Stage) -> None:
    await stage.posted()
    before = len(stage.telegram.people.messages(VAULT))
    await stage.let_pass(hours=24)
    assert len(stage.telegram.people.messages(VAULT)) == before


async def test_a_first_reaction_and_an_editors_view_count_are_no_violation(stage: Stage) -> None:
    deal = await stage.posted()
    stage.telegram.channels.react(CHANNEL, first_id(stage), ADVERTISER, "👍")
    stage.telegram.channels.add_views(CHANNEL, first_id(stage), 5000)
    assert stage.in_channel()[0].edit_date is not None
    await stage.let_pass(hours=24)
    assert (await stage.now(deal)).verdict is Verdict.RELEASE


async def test_an_album_is_checked_item_by_item(stage: Stage) -> None:
    deal = await stage.posted(Content(text="Three", media=await stage.pictures("photo", "video", "photo")))
    await stage.let_pass(hours=24)
    assert (await stage.now(deal)).verdict is Verdict.RELEASE


async def test_a_private_channel_is_verified_all_the_same(stage: Stage) -> None:
    stage.telegram.channels.change(CHANNEL, username=None)
    deal = await stage.posted()
    await stage.let_pass(hours=24)
    assert (await stage.now(deal)).verdict is Verdict.RELEASE


HARMS: dict[Harm, tuple[tuple[str, ...], str]] = {
    text_edited: ((), "text"),
    link_swapped: ((), "entities"),
    button_removed: ((), "buttons"),
    button_link_swapped: ((), "buttons"),
    deleted: ((), "gone"),
    medium_swapped: (("photo",), "media"),
    one_item_deleted: (("photo", "photo"), "gone"),
}


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: harm.__name__)
async def test_what_was_promised_and_is_gone_is_a_refund_after_confirmation_and_cure(stage: Stage, harm: Harm) -> None:
    kinds, facet = HARMS[harm]
    content = Content(text="Look", media=await stage.pictures(*kinds)) if kinds else AD
    deal = await stage.posted(content)
    harm(stage, first_id(stage))
    check = await until_first_check(stage)
    await stage.verification.check_due()
    found = await Check.get(id=check.id)
    assert found.result is VIOLATED
    assert facet in str(found.details["changed"])
    assert await stage.told("notice-violation-seen-owner") == [OWNER]

    stage.clock.pass_(minutes=9)
    await stage.verification.check_due()
    assert (await stage.now(deal)).cure_ends_at is None, "one look is not enough"
    stage.clock.pass_(minutes=1)
    await stage.verification.check_due()
    deal = await stage.now(deal)
    assert deal.cure_ends_at is not None
    assert deal.verdict is None

    await stage.let_pass(minutes=60)
    deal = await stage.now(deal)
    assert deal.verdict is Verdict.REFUND
    assert facet in deal.verdict_reason
    assert stage.in_channel() == [], "a refunded post is taken down"


async def test_a_message_that_was_missing_only_once_costs_nothing(stage: Stage) -> None:
    deal = await stage.posted()
    words = "Bad Request: message to forward not found"
    stage.telegram.world.faults.add("error", method="forwardMessage", code=400, description=words)
    await stage.let_pass(hours=24)
    deal = await stage.now(deal)
    assert deal.cure_ends_at is None
    assert deal.verdict is Verdict.RELEASE


async def test_an_edit_restored_within_the_cure_window_goes_on_for_one_more_window(stage: Stage) -> None:
    deal = await stage.posted()
    text_edited(stage, first_id(stage))
    await until_first_check(stage)
    await stage.let_pass(minutes=20)
    cure = await stage.now(deal)
    assert cure.cure_ends_at is not None
    good = f'<b>Buy</b> <a href="{URL}">tea</a> today, not coffee'
    stage.telegram.channels.edit_post(CHANNEL, first_id(stage), OWNER, html=good)
    await stage.let_pass(hours=23, minutes=50)
    deal = await stage.now(deal)
    assert deal.verdict is Verdict.RELEASE
    assert deal.retention_ends_at == cure.retention_ends_at


async def test_the_cure_window_comes_once_per_deal(stage: Stage) -> None:
    deal = await stage.posted()
    text_edited(stage, first_id(stage))
    await until_first_check(stage)
    await stage.let_pass(minutes=20)
    good = f'<b>Buy</b> <a href="{URL}">tea</a> today, not coffee'
    stage.telegram.channels.edit_post(CHANNEL, first_id(stage), OWNER, html=good)
    await stage.let_pass(minutes=60)
    assert (await stage.now(deal)).verdict is None
    text_edited(stage, first_id(stage))
    await stage.let_pass(hours=12)
    assert (await stage.now(deal)).verdict is Verdict.REFUND


async def test_a_deleted_post_can_be_posted_again_and_the_term_grows_by_the_gap(stage: Stage) -> None:
    deal = await stage.posted()
    old_end = deal.retention_ends_at
    assert old_end is not None
    deleted(stage, first_id(stage))
    await until_first_check(stage)
    await stage.verification.check_due()
    seen_at = stage.clock.utcnow()
    stage.clock.pass_(minutes=10)
    await stage.verification.check_due()
    stage.clock.pass_(minutes=5)
    await stage.placement.post_again(stage.owner, deal.id)
    gap = stage.clock.utcnow() - seen_at
    await stage.placement.post_due()
    assert [post.content["text"] for post in stage.in_channel()] == [AD.text]
    assert (await stage.now(deal)).retention_ends_at == old_end + gap
    await stage.let_pass(hours=25)
    assert (await stage.now(deal)).verdict is Verdict.RELEASE


async def test_only_the_owner_posts_again_and_only_in_the_window(stage: Stage) -> None:
    deal = await stage.posted()
    with pytest.raises(GoneAhead):
        await stage.placement.post_again(stage.owner, deal.id)
    deleted(stage, first_id(stage))
    await until_first_check(stage)
    await stage.let_pass(minutes=20)
    with pytest.raises((Forbidden, GoneAhead)):
        await stage.placement.post_again(stage.advertiser, deal.id)
    stage.clock.pass_(minutes=60)
    with pytest.raises(GoneAhead):
        await stage.placement.post_again(stage.owner, deal.id)


async def test_a_second_posting_that_never_gets_out_is_a_refund_at_the_end_of_the_window(stage: Stage) -> None:
    deal = await stage.posted()
    deleted(stage, first_id(stage))
    await until_first_check(stage)
    await stage.let_pass(minutes=20)
    await stage.placement.post_again(stage.owner, deal.id)
    stage.telegram.channels.set_admin(CHANNEL, "bot", {**BOT_RIGHTS, "can_post_messages": False})
    await stage.let_pass(hours=2)
    assert (await stage.now(deal)).verdict is Verdict.REFUND


async def test_an_unpinned_post_that_was_sold_as_pinned_is_violated(stage: Stage) -> None:
    deal = await stage.posted(pinned=True)
    stage.telegram.channels.unpin(CHANNEL, first_id(stage))
    await stage.let_pass(hours=12)
    assert (await stage.now(deal)).verdict is Verdict.REFUND


async def test_a_pin_that_we_failed_to_set_is_set_by_the_next_check(stage: Stage) -> None:
    stage.telegram.world.faults.add("server", method="pinChatMessage")
    deal = await stage.posted(pinned=True)
    await stage.let_pass(hours=24)
    assert (await stage.now(deal)).verdict is Verdict.RELEASE


async def test_checks_that_a_verdict_overtook_are_no_evidence(stage: Stage) -> None:
    deal = await stage.posted()
    await stage.disputes.open(stage.owner, deal.id, "I take it down")
    await stage.disputes.concede(stage.owner, deal.id)
    await stage.let_pass(hours=25)
    assert await stage.results(deal) == []
    assert not await Check.all().exists()


async def test_a_check_is_carried_out_by_one_worker(stage: Stage) -> None:
    deal = await stage.posted()
    await until_first_check(stage)
    done = await asyncio.gather(*(stage.verification.check_due() for _ in range(4)))
    assert sum(done) == 1
    assert await stage.results(deal) == [INTACT]


async def test_a_vault_gets_no_more_than_twenty_messages_a_minute(stage: Stage) -> None:
    content = Content(text="Ten", media=await stage.pictures(*["photo"] * 10))
    for _ in range(3):
        await stage.posted(content)
        stage.clock.pass_(hours=2)
    await Check.filter(kind=CheckKind.BAND).update(due_at=stage.clock.utcnow(), done_at=stage.clock.utcnow())
    await Check.filter(kind=CheckKind.FINAL).update(due_at=stage.clock.utcnow())
    assert await stage.verification.check_due() == 2
    stage.clock.pass_(minutes=2)
    assert await stage.verification.check_due() == 1


async def test_a_post_that_telegram_will_not_let_us_delete_is_left_to_its_owner(stage: Stage) -> None:
    await stage.posted()
    await stage.let_pass(hours=23, minutes=50)
    words = "Bad Request: message can't be deleted"
    stage.telegram.world.faults.add(
        "error", method="deleteMessage", chat_id=CHANNEL, times=10**6, code=400, description=words
    )
    await stage.let_pass(hours=2)
    assert await stage.told("notice-delete-post-owner") == [OWNER]
    assert len(stage.in_channel()) == 1

"""The creative: written in many ways, previewed by the function that posts, approved as it was seen."""

from typing import Any

import pytest

from dialogs.creative_review.drafts import parse_buttons
from dialogs.states import CreativeReview, DealRoom
from models import Creative, CreativeState, Deal, DealStatus, User
from services.errors import BadButtons
from services.ports import Content
from tests.dialogs.deals.stage import ADVERTISER, OWNER, Phone, Stage
from tests.makers import a_deal, an_escrow

PHOTO = [{"file_id": "small", "file_unique_id": "s", "width": 10, "height": 10}]
BIG = [*PHOTO, {"file_id": "big", "file_unique_id": "b", "width": 100, "height": 100}]


async def a_paid_deal(status: DealStatus = DealStatus.CREATIVE_PENDING_OWNER) -> Deal:
    deal = await a_deal(status)
    await an_escrow(deal)
    return deal


async def a_creative(deal: Deal, **over: Any) -> Creative:
    base = {
        "deal_id": deal.id,
        "version": 1,
        "author": "owner",
        "user_id": OWNER,
        "text": "Tea",
        "created_at": deal.created_at,
    }
    return await Creative.create(**{**base, **over})


async def writing(phone: Phone, deal: Deal) -> None:
    await phone.open(DealRoom.card, {"deal_id": deal.id})
    await phone.tap("post")


async def test_formatted_text_is_previewed_exactly_and_then_sent(stage: Stage, owner: Phone) -> None:
    deal = await a_paid_deal()
    await writing(owner, deal)
    assert "Send the post as one message" in owner.text
    await owner.send(text="Buy tea", entities=[{"type": "bold", "offset": 0, "length": 3}])
    assert "7 characters" in owner.text
    assert owner.rows[0] == ["👀 See it as posted"]
    await owner.tap("See it as posted")
    chat_id, content = stage.telegram.posted[-1]
    assert (chat_id, content.text) == (OWNER, "Buy tea")
    assert content.entities == [{"type": "bold", "offset": 0, "length": 3}]
    assert owner.rows[0] == ["📨 Send for review"]
    await owner.tap("Send for review")
    assert (await Creative.get()).text == "Buy tea"
    assert (await Deal.get(id=deal.id)).status is DealStatus.CREATIVE_SUBMITTED
    assert "The other side is looking" in owner.text


async def test_an_album_is_gathered_from_its_messages_in_any_order(stage: Stage, owner: Phone) -> None:
    deal = await a_paid_deal()
    await writing(owner, deal)
    await owner.send(message_id=12, photo=BIG, media_group_id="g")
    await owner.send(message_id=11, photo=PHOTO, caption="Two cups", media_group_id="g")
    assert "2 parts so far" in owner.text
    assert not any("buttons" in label for label in owner.labels)
    await owner.tap("See it as posted")
    content = stage.telegram.posted[-1][1]
    assert [medium.file_id for medium in content.media] == ["small", "big"]
    assert content.text == "Two cups"


async def test_another_message_replaces_the_draft_and_asks_for_a_new_preview(stage: Stage, owner: Phone) -> None:
    deal = await a_paid_deal()
    await writing(owner, deal)
    await owner.say("One")
    await owner.tap("See it as posted")
    await owner.say("Another one")
    assert not any("Send for review" in label for label in owner.labels)
    assert "11 characters" in owner.text


async def test_what_cannot_be_a_post_is_refused_and_the_draft_stays(stage: Stage, owner: Phone) -> None:
    deal = await a_paid_deal()
    await writing(owner, deal)
    await owner.say("Tea")
    await owner.send(
        sticker={
            "file_id": "x",
            "file_unique_id": "x",
            "type": "regular",
            "width": 1,
            "height": 1,
            "is_animated": False,
            "is_video": False,
        }
    )
    assert [said.partition(".")[0] for said in stage.bot.said] == ["A sticker cannot be posted"]
    assert "3 characters" in owner.text


async def test_link_buttons_are_typed_one_a_line(stage: Stage, owner: Phone) -> None:
    deal = await a_paid_deal()
    await writing(owner, deal)
    await owner.say("Tea")
    await owner.tap("Link buttons")
    await owner.say("Shop - tea.example/shop\nA - @tea || B - https://b.example")
    assert "3 buttons" in owner.text
    await owner.tap("See it as posted")
    content: Content = stage.telegram.posted[-1][1]
    assert content.buttons[0] == [{"text": "Shop", "url": "https://tea.example/shop"}]
    assert [button["url"] for button in content.buttons[1]] == ["https://t.me/tea", "https://b.example"]


@pytest.mark.parametrize("line", ["Shop", "Shop https://x.example", "Shop - nowhere", " - https://x.example"])
def test_a_line_that_names_no_link_is_refused_with_the_line(line: str) -> None:
    with pytest.raises(BadButtons) as refusal:
        parse_buttons(line)
    assert str(refusal.value.arguments["what"]) in line


async def test_the_reviewer_sees_the_post_first_and_approves_that_version(stage: Stage, advertiser: Phone) -> None:
    deal = await a_paid_deal(DealStatus.CREATIVE_SUBMITTED)
    await a_creative(deal)
    await advertiser.open(DealRoom.card, {"deal_id": deal.id})
    await advertiser.tap("Check the post")
    assert stage.telegram.posted[-1] == (ADVERTISER, Content(text="Tea", entities=[], media=[], buttons=[]))
    assert advertiser.rows[0] == ["✅ Approve"]
    await advertiser.tap("Approve")
    assert (await Creative.get()).state is CreativeState.APPROVED
    assert (await Deal.get(id=deal.id)).status is DealStatus.CREATIVE_APPROVED


async def test_a_version_that_was_replaced_meanwhile_cannot_be_approved(stage: Stage, advertiser: Phone) -> None:
    deal = await a_paid_deal(DealStatus.CREATIVE_SUBMITTED)
    await a_creative(deal)
    await advertiser.open(DealRoom.card, {"deal_id": deal.id})
    await advertiser.tap("Check the post")
    await a_creative(deal, version=2, text="Coffee")
    await advertiser.tap("Approve")
    assert (await Deal.get(id=deal.id)).status is DealStatus.CREATIVE_SUBMITTED
    assert "newer version" in advertiser.text
    await advertiser.tap("Show it again")
    assert stage.telegram.posted[-1][1].text == "Coffee"
    assert advertiser.rows[0] == ["✅ Approve"]


async def test_changes_are_asked_for_in_words_that_the_author_reads(advertiser: Phone, owner: Phone) -> None:
    deal = await a_paid_deal(DealStatus.CREATIVE_SUBMITTED)
    await a_creative(deal)
    await advertiser.open(DealRoom.card, {"deal_id": deal.id})
    await advertiser.tap("Check the post")
    await advertiser.tap("Ask for changes")
    await advertiser.say("Shorter, please")
    assert (await Deal.get(id=deal.id)).status is DealStatus.CREATIVE_CHANGES_REQUESTED
    await writing(owner, deal)
    assert "Shorter, please" in owner.text


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_every_window_speaks_both_languages(stage: Stage, owner: Phone, language: str) -> None:
    await User.all().update(language=language)
    deal = await a_paid_deal(DealStatus.CREATIVE_SUBMITTED)
    await a_creative(deal)
    for state in (CreativeReview.write, CreativeReview.buttons, CreativeReview.check, CreativeReview.changes):
        await owner.open(state, {"deal_id": deal.id})
        assert str(deal.id) in owner.text

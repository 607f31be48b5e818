"""The creative goes back and forth, is refused when Telegram would refuse it, and is shown as it will be."""

import pytest

from models import CreativeState, DealStatus
from services.actor import Actor
from services.errors import (
    BadButtons,
    BadCreative,
    EmptyMessage,
    GoneAhead,
    NotFound,
    NothingToPost,
    Refusal,
    TextTooLong,
    TryAgain,
)
from services.ports import Content, Media
from tests.makers import ADVERTISER, OWNER, STRANGER, a_deal, an_escrow
from tests.services.posting.stage import AD, CHANNEL, Stage

PHOTO = Media("photo", "f", "u")
DOCUMENT = Media("document", "f", "u")


async def pending(stage: Stage) -> int:
    deal = await a_deal(DealStatus.CREATIVE_PENDING_OWNER)
    await an_escrow(deal)
    return int(deal.id)


async def test_versions_go_back_and_forth_and_all_are_kept(stage: Stage) -> None:
    deal_id = await pending(stage)
    await stage.creatives.submit(stage.owner, deal_id, Content(text="First"))
    await stage.creatives.request_changes(stage.advertiser, deal_id, "  Shorter, please ", 1)
    await stage.creatives.submit(stage.owner, deal_id, AD)
    deal = await stage.creatives.approve(stage.advertiser, deal_id, 2)
    assert (deal.status, deal.change_rounds) == (DealStatus.CREATIVE_APPROVED, 1)
    history = await stage.creatives.history(stage.advertiser, deal_id)
    assert [(one.version, one.state, one.review_note, one.user_id) for one in history] == [
        (1, CreativeState.CHANGES_REQUESTED, "Shorter, please", OWNER),
        (2, CreativeState.APPROVED, "", OWNER),
    ]


async def test_a_revision_withdraws_the_approved_version(stage: Stage) -> None:
    deal = await stage.scheduled()
    await stage.creatives.submit(stage.owner, deal.id, Content(text="Second thoughts"))
    deal = await stage.now(deal)
    assert (deal.status, deal.publish_at) == (DealStatus.CREATIVE_SUBMITTED, None)
    first, second = await stage.creatives.history(stage.owner, deal.id)
    assert (first.state, second.state) == (CreativeState.WITHDRAWN, CreativeState.SUBMITTED)


async def test_a_yes_to_an_older_version_is_no_yes(stage: Stage) -> None:
    deal_id = await pending(stage)
    await stage.creatives.submit(stage.owner, deal_id, Content(text="Seen"))
    await stage.creatives.request_changes(stage.advertiser, deal_id, "No")
    await stage.creatives.submit(stage.owner, deal_id, Content(text="Not seen"))
    with pytest.raises(GoneAhead):
        await stage.creatives.approve(stage.advertiser, deal_id, 1)


async def test_the_author_cannot_say_yes_to_himself_and_a_stranger_sees_nothing(stage: Stage) -> None:
    deal_id = await pending(stage)
    await stage.creatives.submit(stage.owner, deal_id, AD)
    with pytest.raises(GoneAhead):
        await stage.creatives.approve(stage.owner, deal_id)
    with pytest.raises(NotFound):
        await stage.creatives.history(Actor(STRANGER), deal_id)
    with pytest.raises(EmptyMessage):
        await stage.creatives.request_changes(stage.advertiser, deal_id, "  ")


async def test_the_preview_is_what_the_channel_will_show(stage: Stage) -> None:
    deal = await stage.approved()
    [shown] = await stage.creatives.preview(stage.advertiser, deal.id, ADVERTISER)
    deal = await stage.agree(deal)
    stage.clock.pass_(hours=1)
    await stage.placement.post_due()
    preview = stage.telegram.people.chat(ADVERTISER).messages[shown]
    [post] = stage.in_channel()
    assert (preview.content, preview.markup) == (post.content, post.markup)


async def test_an_album_is_previewed_whole(stage: Stage) -> None:
    media = await stage.pictures("photo", "video")
    assert len(await stage.creatives.try_out(Content(text="Two", media=media), OWNER)) == 2


TOO_BAD: dict[str, tuple[Content, type[Refusal]]] = {
    "nothing": (Content(), NothingToPost),
    "blanks": (Content(text=" \n "), NothingToPost),
    "4097 letters": (Content(text="a" * 4097), TextTooLong),
    "2049 emoji of two units": (Content(text="😀" * 2049), TextTooLong),
    "a caption of 1025": (Content(text="a" * 1025, media=[PHOTO]), TextTooLong),
    "a voice message": (Content(media=[Media("voice", "f", "u")]), BadCreative),
    "an album of eleven": (Content(media=[PHOTO] * 11), BadCreative),
    "photos with documents": (Content(media=[PHOTO, DOCUMENT]), BadCreative),
    "an album of animations": (Content(media=[Media("animation", "f", "u")] * 2), BadCreative),
    "buttons under an album": (Content(media=[PHOTO] * 2, buttons=AD.buttons), BadCreative),
    "an entity beyond the text": (
        Content(text="ab", entities=[{"type": "bold", "offset": 1, "length": 2}]),
        BadCreative,
    ),
    "a button without a label": (Content(text="a", buttons=[[{"text": " ", "url": "https://a.example"}]]), BadButtons),
    "a script": (Content(text="a", buttons=[[{"text": "b", "url": "javascript:alert(1)"}]]), BadButtons),
    "a host without a dot": (Content(text="a", buttons=[[{"text": "b", "url": "https://localhost/"}]]), BadButtons),
    "a link with a blank": (Content(text="a", buttons=[[{"text": "b", "url": "https://a.example/ b"}]]), BadButtons),
    "an empty row": (Content(text="a", buttons=[[]]), BadButtons),
    "a row of nine": (Content(text="a", buttons=[[{"text": "b", "url": "https://a.example"}] * 9]), BadButtons),
}


@pytest.mark.parametrize("what", TOO_BAD)
async def test_what_telegram_would_refuse_is_refused_on_entry(stage: Stage, what: str) -> None:
    content, refusal = TOO_BAD[what]
    deal_id = await pending(stage)
    with pytest.raises(refusal):
        await stage.creatives.submit(stage.owner, deal_id, content)
    assert await stage.creatives.current(deal_id) is None


FINE = {
    "4096 units": Content(text="😀" * 2048),
    "a photo without words": Content(media=[PHOTO]),
    "a caption of 1024": Content(text="a" * 1024, media=[PHOTO]),
    "documents only": Content(media=[DOCUMENT] * 10),
    "a tg link": Content(text="a", buttons=[[{"text": "b", "url": "tg://resolve?domain=durov"}]]),
}


@pytest.mark.parametrize("what", FINE)
async def test_what_telegram_takes_is_taken(stage: Stage, what: str) -> None:
    deal_id = await pending(stage)
    creative = await stage.creatives.submit(stage.owner, deal_id, FINE[what])
    assert creative.version == 1


async def test_a_custom_emoji_that_telegram_would_drop_is_refused_and_the_trial_removed(stage: Stage) -> None:
    deal_id = await pending(stage)
    emoji: dict[str, object] = {
        "type": "custom_emoji",
        "offset": 0,
        "length": 2,
        "custom_emoji_id": "5368324170671202286",
    }
    before = len(stage.telegram.people.messages(OWNER))
    with pytest.raises(BadCreative) as refusal:
        await stage.creatives.submit(stage.owner, deal_id, Content(text="😀 hello", entities=[emoji]))
    assert refusal.value.arguments == {"reason": "dropped", "what": "custom_emoji"}
    assert len(stage.telegram.people.messages(OWNER)) == before


async def test_a_preview_that_telegram_refuses_says_why_and_one_that_fails_says_try_again(stage: Stage) -> None:
    with pytest.raises(BadCreative) as refusal:
        await stage.creatives.try_out(Content(media=[Media("photo", "no-such-file", "u")]), OWNER)
    assert refusal.value.arguments["reason"] == "telegram"
    stage.telegram.world.faults.add("server", method="sendMessage")
    with pytest.raises(TryAgain):
        await stage.creatives.try_out(AD, OWNER)


async def test_a_creative_that_is_on_its_way_out_can_no_longer_be_revised(stage: Stage) -> None:
    deal = await stage.scheduled()
    stage.telegram.world.faults.add("lost", method="sendMessage", chat_id=CHANNEL)
    stage.clock.pass_(hours=1)
    await stage.placement.post_due()
    with pytest.raises(GoneAhead):
        await stage.creatives.submit(stage.owner, deal.id, Content(text="Too late"))
    assert (await stage.now(deal)).status is DealStatus.SCHEDULED

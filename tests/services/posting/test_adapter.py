"""What the adapter makes of Telegram: content both ways, and what a failed call means."""

import socket
from datetime import UTC, datetime

import pytest
from aiogram.types import Message

from app.adapters.telegram import TelegramAdapter, content_of, make_bot
from app.adapters.telegram_notifier import TelegramNotifier, on_wall
from app.sandbox.telegram import MediaItem
from models import Cause, User
from services.ports import MARKER_TEXT, Content, Media, Refused, Unreachable
from services.telegram_errors import TABLE, Meaning, meaning_of, whose_doing
from tests.makers import ADVERTISER, OWNER, a_user
from tests.services.posting.stage import AD, CHANNEL, VAULT, Stage

FAULTS: dict[str, tuple[dict[str, object], bool, float]] = {
    "flood control": ({"kind": "flood", "retry_after": 17}, False, 17),
    "a dead server": ({"kind": "server", "code": 502}, True, 0),
    "a connection that broke before the act": ({"kind": "drop"}, True, 0),
    "a connection that broke after the act": ({"kind": "lost"}, True, 0),
}


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_call_without_an_answer_says_whether_it_may_have_been_carried_out(stage: Stage, fault: str) -> None:
    settings, sent, retry_after_seconds = FAULTS[fault]
    settings = dict(settings)
    stage.telegram.world.faults.add(str(settings.pop("kind")), method="sendMessage", **settings)
    with pytest.raises(Unreachable) as trouble:
        await stage.adapter.post(CHANNEL, AD)
    assert (trouble.value.sent, trouble.value.retry_after_seconds) == (sent, retry_after_seconds)


async def test_an_answer_that_comes_too_late_may_have_been_carried_out(stage: Stage) -> None:
    stage.adapter.bot.session.timeout = 0.2
    stage.telegram.world.faults.add("delay", method="sendMessage", seconds=0.6)
    with pytest.raises(Unreachable) as trouble:
        await stage.adapter.post(CHANNEL, AD)
    assert trouble.value.sent


async def test_a_server_that_is_not_there_was_surely_not_asked() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        bot = make_bot("1:token", f"http://127.0.0.1:{nobody.getsockname()[1]}")
        with pytest.raises(Unreachable) as trouble:
            await TelegramAdapter(bot).post(CHANNEL, AD)
        await bot.session.close()
    assert not trouble.value.sent


async def test_a_refusal_carries_telegrams_own_words(stage: Stage) -> None:
    with pytest.raises(Refused) as no:
        await stage.adapter.forward(CHANNEL, 4242, VAULT)
    assert (no.value.words, no.value.code) == ("Bad Request: message to forward not found", 400)
    stage.telegram.people.block(ADVERTISER)
    with pytest.raises(Refused) as no:
        await stage.adapter.post(ADVERTISER, AD)
    assert (no.value.words, no.value.code) == ("Forbidden: bot was blocked by the user", 403)


async def test_content_that_cannot_be_a_message_is_refused_without_a_call(stage: Stage) -> None:
    nonsense: list[dict[str, object]] = [{"type": "bold", "offset": "first"}]
    with pytest.raises(Refused):
        await stage.adapter.post(CHANNEL, Content(text="a", entities=nonsense))
    with pytest.raises(Refused):
        await stage.adapter.post(CHANNEL, Content(media=[Media("voice", "f", "u")]))


async def heard(stage: Stage, count: int = 1) -> list[Message]:
    """What the bot got, as aiogram shows it."""
    updates = await stage.adapter.bot.get_updates(timeout=0)
    messages = [update.message for update in updates if update.message is not None]
    return messages[-count:]


async def test_what_a_person_writes_is_posted_as_he_wrote_it(stage: Stage) -> None:
    html = '😀 <b>Bold</b> <a href="https://tea.example/">tea</a> <tg-spoiler>no</tg-spoiler>'
    stage.telegram.people.say(OWNER, html=html)
    content = content_of((await heard(stage))[0])
    assert content is not None
    await stage.adapter.post(CHANNEL, content)
    written = stage.telegram.people.messages(OWNER)[-1].content
    assert stage.in_channel()[-1].content == written


@pytest.mark.parametrize("kind", ["photo", "video", "animation", "document"])
async def test_each_kind_of_media_keeps_its_file_and_caption(stage: Stage, kind: str) -> None:
    stage.telegram.people.send_media(OWNER, [MediaItem(kind, picture="tea")], html="<i>Tea</i>")
    content = content_of((await heard(stage))[0])
    assert content is not None
    assert [medium.kind for medium in content.media] == [kind]
    [seen] = await stage.adapter.post(CHANNEL, content)
    copy = await stage.adapter.forward(CHANNEL, seen.message_id, VAULT)
    assert (copy.text, copy.entities) == ("Tea", content.entities)
    assert copy.media[0].unique_id == content.media[0].unique_id
    assert (copy.origin_chat_id, copy.origin_message_id) == (CHANNEL, seen.message_id)


async def test_an_album_is_put_together_from_its_messages(stage: Stage) -> None:
    items = [MediaItem("photo", picture="one"), MediaItem("video", picture="two")]
    stage.telegram.people.send_media(OWNER, items, "Both")
    messages = await heard(stage, 2)
    content = content_of(*reversed(messages))
    assert content is not None
    assert (content.text, [medium.kind for medium in content.media]) == ("Both", ["photo", "video"])


async def test_what_is_not_a_post_has_no_content(stage: Stage) -> None:
    stage.telegram.people.share_contact(OWNER)
    assert content_of((await heard(stage))[0]) is None


async def test_a_forward_shows_the_url_buttons(stage: Stage) -> None:
    [seen] = await stage.adapter.post(CHANNEL, AD)
    copy = await stage.adapter.forward(CHANNEL, seen.message_id, VAULT)
    assert copy.buttons == seen.buttons == [[{"text": "Shop", "url": "https://tea.example/shop"}]]


async def test_the_markup_probe_tells_restored_from_untouched(stage: Stage) -> None:
    [seen] = await stage.adapter.post(CHANNEL, AD)
    assert await stage.adapter.probe_markup(CHANNEL, seen.message_id, AD.buttons) is False
    stage.telegram.channels.edit_post(CHANNEL, seen.message_id, OWNER, buttons=[])
    assert await stage.adapter.probe_markup(CHANNEL, seen.message_id, AD.buttons) is True


async def test_a_marker_has_the_next_number_and_stays_until_it_is_deleted(stage: Stage) -> None:
    [seen] = await stage.adapter.post(CHANNEL, AD)
    marker = await stage.adapter.marker(CHANNEL)
    assert marker == seen.message_id + 1
    assert [post.content["text"] for post in stage.in_channel()] == [AD.text, MARKER_TEXT]
    await stage.adapter.delete(CHANNEL, [marker])
    assert len(stage.in_channel()) == 1


async def test_deleting_what_is_gone_is_no_error(stage: Stage) -> None:
    [seen] = await stage.adapter.post(CHANNEL, AD)
    await stage.adapter.delete(CHANNEL, [seen.message_id])
    await stage.adapter.delete(CHANNEL, [seen.message_id])
    assert stage.in_channel() == []


async def test_rights_and_chats_are_told_as_facts(stage: Stage) -> None:
    assert (await stage.adapter.bot_rights(CHANNEL)).can_post
    assert (await stage.adapter.rights_of(CHANNEL, OWNER)).is_creator
    assert not (await stage.adapter.rights_of(CHANNEL, ADVERTISER)).is_admin
    assert {admin.is_bot for admin in await stage.adapter.admins(CHANNEL)} == {True, False}
    facts = await stage.adapter.chat("@channel")
    assert (facts.chat_id, facts.is_channel, facts.username) == (CHANNEL, True, "channel")
    assert await stage.adapter.member_count(CHANNEL) >= 1


async def test_a_notice_comes_in_the_persons_language_and_time_with_one_button(stage: Stage) -> None:
    await a_user(ADVERTISER)
    await User.filter(id=ADVERTISER).update(language="ru", timezone="Europe/Moscow")
    notifier = TelegramNotifier(stage.adapter.bot, lambda language, key, args: f"<b>{language}</b> {key} {args}")
    await notifier.notify(ADVERTISER, "notice-x", {"ends_at": "2026-06-01T12:00:00+00:00"}, 5)
    message = stage.telegram.people.last_from_bot(ADVERTISER)
    assert message.content["text"].startswith("ru notice-x")
    assert "2026, 6, 1, 15, 0" in message.content["text"]
    assert message.markup is not None
    [[button]] = message.markup["inline_keyboard"]
    assert button["callback_data"] == "open:deal:5"


def test_only_moments_are_put_on_the_wall() -> None:
    assert on_wall("ends_at", "2026-06-01T12:00:00+00:00", "Europe/Moscow") == datetime(2026, 6, 1, 15, tzinfo=UTC)
    assert on_wall("note", "2026-06-01", "UTC") == "2026-06-01"
    assert on_wall("ends_at", "soon", "UTC") == "soon"


def test_of_telegrams_words_only_a_missing_message_speaks_of_the_post() -> None:
    gone = [words for words, meaning in TABLE if meaning is Meaning.GONE]
    assert all("not found" in words or "message" in words for words in gone)
    assert meaning_of("Bad Request: MESSAGE_ID_INVALID") is Meaning.GONE
    assert meaning_of("Bad Request: chat not found") is Meaning.UNCLEAR
    assert meaning_of("Bad Request: words that nobody has heard yet") is Meaning.UNCLEAR
    assert meaning_of("Bad Request: message has protected content and can't be forwarded") is Meaning.PROTECTED


async def test_the_owner_is_blamed_only_by_his_own_channel(stage: Stage) -> None:
    kicked = Refused("Forbidden: bot was kicked from the channel chat", 403)
    assert await whose_doing(stage.adapter, CHANNEL, kicked) is Cause.OURS, "it was our vault that said so"
    stage.telegram.world.faults.add("server", method="getChatMember")
    assert await whose_doing(stage.adapter, CHANNEL, kicked) is Cause.OURS
    stage.telegram.channels.remove_admin(CHANNEL, "bot")
    assert await whose_doing(stage.adapter, CHANNEL, kicked) is Cause.OWNERS


async def test_a_wrong_token_is_nobodys_fault_but_ours(stage: Stage) -> None:
    base = stage.adapter.bot.session.api.base.split("/bot")[0]
    bot = make_bot("7000000009:wrong", base)
    stranger = TelegramAdapter(bot)
    with pytest.raises(Refused) as no:
        await stranger.forward(CHANNEL, 1, VAULT)
    assert await whose_doing(stranger, CHANNEL, no.value) is Cause.OURS
    words = Refused("Bad Request: message to forward not found")
    assert await whose_doing(stranger, CHANNEL, words) is Cause.OURS
    await bot.session.close()

"""An ordinary aiogram bot lives on the local server: polling, buttons, media, albums, channels."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import CommandStart
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    ChatAdministratorRights,
    ChatMemberAdministrator,
    ChatMemberUpdated,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    KeyboardButtonRequestChat,
    Message,
    MessageOriginChannel,
    ReplyKeyboardMarkup,
)

from app.sandbox.telegram import ActRefused, MediaItem
from app.sandbox.telegram.pictures import make_picture
from tests.sandbox.telegram.conftest import Local

CHANNEL = "@coffee_daily"
BUTTON = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Press", callback_data="press")]])
RIGHTS = ChatAdministratorRights(
    is_anonymous=False,
    can_manage_chat=True,
    can_delete_messages=True,
    can_manage_video_chats=False,
    can_restrict_members=False,
    can_promote_members=False,
    can_change_info=False,
    can_invite_users=False,
    can_post_stories=False,
    can_edit_stories=False,
    can_delete_stories=False,
    can_send_welcome_messages=False,
    can_post_messages=True,
)
PICK = ReplyKeyboardMarkup(
    one_time_keyboard=True,
    keyboard=[
        [
            KeyboardButton(
                text="Choose a channel",
                request_chat=KeyboardButtonRequestChat(
                    request_id=7,
                    chat_is_channel=True,
                    bot_administrator_rights=RIGHTS,
                    user_administrator_rights=RIGHTS,
                    request_title=True,
                ),
            )
        ]
    ],
)


def small_bot(heard: list[object]) -> Dispatcher:
    dispatcher = Dispatcher()

    @dispatcher.message(CommandStart(deep_link=True))
    async def deep(message: Message) -> None:
        await message.answer(f"deep {message.text}")

    @dispatcher.message(CommandStart())
    async def start(message: Message) -> None:
        await message.answer("<b>Hello</b>", parse_mode="HTML", reply_markup=BUTTON)

    @dispatcher.message(F.text == "pick")
    async def pick(message: Message) -> None:
        await message.answer("Which?", reply_markup=PICK)

    @dispatcher.message(F.chat_shared)
    async def shared(message: Message) -> None:
        assert message.chat_shared
        await message.answer(f"shared {message.chat_shared.chat_id} {message.chat_shared.title}")

    @dispatcher.callback_query()
    async def pressed(query: CallbackQuery) -> None:
        assert isinstance(query.message, Message)
        await query.message.edit_text("Pressed")
        await query.answer("Done", show_alert=True)

    @dispatcher.my_chat_member()
    async def member(event: ChatMemberUpdated) -> None:
        heard.append(event)

    @dispatcher.channel_post()
    @dispatcher.edited_channel_post()
    async def post(message: Message) -> None:
        heard.append(message)

    return dispatcher


@pytest.fixture
async def heard(local: Local, bot: Bot) -> AsyncIterator[list[object]]:
    """What the running bot has heard of channels."""
    events: list[object] = []
    dispatcher = small_bot(events)
    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False, polling_timeout=5))
    yield events
    await dispatcher.stop_polling()
    await polling


async def test_a_person_starts_taps_and_sees_the_answer(local: Local, heard: list[object]) -> None:
    people = local.telegram.people
    people.start("anna")
    hello = await local.telegram.expect("anna", "Hello")
    assert hello.content["entities"] == [{"type": "bold", "offset": 0, "length": 5}]
    answer = await local.telegram.expect_answer(people.tap("anna", "Press"))
    assert answer == {"text": "Done", "show_alert": True, "url": None}
    assert people.last_from_bot("anna").content == {"text": "Pressed"}
    assert people.last_from_bot("anna").markup is None


async def test_a_deep_link_brings_its_payload(local: Local, heard: list[object]) -> None:
    local.telegram.people.start("oleg", "deal_7")
    await local.telegram.expect("oleg", "deep /start deal_7")


async def test_choosing_a_channel_makes_the_bot_an_administrator_there(local: Local, heard: list[object]) -> None:
    telegram = local.telegram
    tea = telegram.world.add_channel("Tea", "oleg")
    telegram.people.say("oleg", "pick")
    await telegram.expect("oleg", "Which?")
    assert [chat.title for chat in telegram.people.choices("oleg")] == ["Coffee daily", "Tea"]
    telegram.people.choose_channel("oleg", tea.id)
    await telegram.expect("oleg", f"shared {tea.id} Tea")
    event = heard[0]
    assert isinstance(event, ChatMemberUpdated)
    assert isinstance(event.new_chat_member, ChatMemberAdministrator)
    assert event.new_chat_member.can_post_messages
    assert telegram.people.chat("oleg").keyboard is None


async def test_only_channels_one_runs_can_be_chosen(local: Local, heard: list[object]) -> None:
    local.telegram.people.say("anna", "pick")
    await local.telegram.expect("anna", "Which?")
    with pytest.raises(ActRefused):
        local.telegram.people.choose_channel("anna", "coffee_daily")


async def test_the_bot_hears_posts_of_others_and_nothing_of_its_own(
    local: Local, bot: Bot, heard: list[object]
) -> None:
    channels = local.telegram.channels
    own = await bot.send_message(CHANNEL, "an advertisement")
    (others,) = channels.post("coffee_daily", "oleg", html="<i>news</i>")
    await local.telegram.wait_for(lambda: len(heard) == 1)
    channels.edit_post("coffee_daily", own.message_id, "oleg", "changed behind its back")
    channels.delete_post("coffee_daily", own.message_id)
    channels.edit_post("coffee_daily", others.id, "oleg", "news!")
    await local.telegram.wait_for(lambda: len(heard) == 2)
    texts = [event.text for event in heard if isinstance(event, Message)]
    assert texts == ["news", "news!"]


async def test_the_first_reaction_moves_the_edit_date_of_a_post(local: Local, bot: Bot) -> None:
    post = await bot.send_message(CHANNEL, "an advertisement")
    local.clock.at += 60
    local.telegram.channels.react("coffee_daily", post.message_id, "anna", "👍")
    stored = local.telegram.world.channel("coffee_daily").messages[post.message_id]
    assert stored.edit_date == int(local.clock.at)
    assert stored.content == {"text": "an advertisement"}


async def test_media_keep_their_identity_from_upload_to_forward(local: Local, bot: Bot) -> None:
    upload = BufferedInputFile(make_picture("espresso"), "espresso.png")
    links = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Shop", url="https://shop.example")]])
    post = await bot.send_photo(CHANNEL, upload, caption="<b>New</b>", parse_mode="HTML", reply_markup=links)
    assert post.photo
    again = await bot.send_photo(1001, post.photo[-1].file_id)
    forward = await bot.forward_message(1001, CHANNEL, post.message_id)
    assert again.photo
    assert forward.photo
    assert {p.photo[-1].file_unique_id for p in (again, forward, post) if p.photo} == {post.photo[-1].file_unique_id}
    assert isinstance(forward.forward_origin, MessageOriginChannel)
    assert forward.caption == "New"
    assert forward.reply_markup == post.reply_markup
    file = await bot.get_file(post.photo[-1].file_id)
    downloaded = await bot.download(file)
    assert downloaded
    assert downloaded.read() == make_picture("espresso")


async def test_an_album_arrives_whole_both_ways(local: Local, bot: Bot) -> None:
    first, second = (BufferedInputFile(make_picture(words), "p.png") for words in ("one", "two"))
    posts = await bot.send_media_group(
        CHANNEL, [InputMediaPhoto(media=first, caption="Two"), InputMediaPhoto(media=second)]
    )
    assert len({post.media_group_id for post in posts}) == 1
    forwarded = await bot.forward_messages(1001, CHANNEL, [post.message_id for post in posts])
    assert len(forwarded) == 2
    albums = {local.telegram.people.chat("anna").messages[each.message_id].album for each in forwarded}
    assert len(albums) == 1
    sent = local.telegram.people.send_media("anna", [MediaItem(picture="a"), MediaItem(picture="b")], "Mine")
    assert len({message.album for message in sent}) == 1


async def test_pinned_messages_are_seen_by_get_chat(local: Local, bot: Bot) -> None:
    post = await bot.send_message(CHANNEL, "on top")
    await bot.pin_chat_message(CHANNEL, post.message_id, disable_notification=True)
    chat = await bot.get_chat(CHANNEL)
    assert chat.pinned_message
    assert chat.pinned_message.message_id == post.message_id
    await bot.delete_message(CHANNEL, post.message_id)
    assert (await bot.get_chat(CHANNEL)).pinned_message is None


async def test_editing_to_the_same_is_refused_in_telegrams_words(local: Local, bot: Bot) -> None:
    message = await bot.send_message(1001, "same", reply_markup=BUTTON)
    with pytest.raises(TelegramBadRequest, match="message is not modified: specified new message content"):
        await message.edit_text("same", reply_markup=BUTTON)
    await message.edit_reply_markup(reply_markup=None)
    assert local.telegram.people.last_from_bot("anna").markup is None

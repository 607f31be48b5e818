"""A small bot with one of everything that the phones page must show."""

from __future__ import annotations

import json
from urllib.parse import urlencode

from aiogram import Dispatcher, F
from aiogram.filters import CommandStart
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    ChatAdministratorRights,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    KeyboardButtonRequestChat,
    Message,
    ReplyKeyboardMarkup,
)
from pytoniq_core.boc.address import Address

from app.sandbox.telegram.pictures import make_picture

SHOP = Address((0, b"\x0c" * 32)).to_str(is_bounceable=False, is_test_only=True)
WELCOME = (
    "<b>Coffee market</b>\n\nA <i>small</i> bot with <u>one</u> of <s>nothing</s> everything: "
    "<code>code</code>, <tg-spoiler>a secret</tg-spoiler>, a "
    '<a href="https://t.me/coffee_daily">channel</a>.\n<blockquote>Good coffee takes time.</blockquote>'
)
RIGHTS = {name: False for name, field in ChatAdministratorRights.model_fields.items() if field.is_required()}


def make_dispatcher(url: str) -> Dispatcher:
    dispatcher = Dispatcher()

    @dispatcher.message(CommandStart())
    async def start(message: Message) -> None:
        await message.answer(WELCOME, parse_mode="HTML", reply_markup=_menu(url))

    @dispatcher.message(F.photo)
    async def photo(message: Message) -> None:
        album = f" of album {message.media_group_id}" if message.media_group_id else ""
        await message.reply(f"A picture{album}")

    @dispatcher.message(F.forward_origin)
    async def forwarded(message: Message) -> None:
        await message.reply("Forwarded, thank you")

    @dispatcher.message(F.chat_shared)
    async def chosen(message: Message) -> None:
        assert message.chat_shared is not None
        await message.answer(f"Chosen: {message.chat_shared.title}")

    @dispatcher.message(F.text == "pick")
    async def pick(message: Message) -> None:
        await message.answer("Which channel?", reply_markup=_picker())

    @dispatcher.message(F.text == "gallery")
    async def gallery(message: Message) -> None:
        pictures = [
            InputMediaPhoto(media=BufferedInputFile(make_picture(name), f"{name}.png"), caption=caption)
            for name, caption in (("espresso", "Three cups"), ("latte", None), ("mocha", None))
        ]
        await message.answer_media_group(list(pictures))

    @dispatcher.message()
    async def echo(message: Message) -> None:
        await message.answer(f"You said: {message.html_text}", parse_mode="HTML")

    _add_taps(dispatcher)
    return dispatcher


def _add_taps(dispatcher: Dispatcher) -> None:
    @dispatcher.callback_query(F.data == "count")
    async def count(query: CallbackQuery) -> None:
        message = query.message
        assert isinstance(message, Message)
        assert message.text is not None
        done = int(message.text.rpartition(" ")[2]) + 1 if message.text.startswith("Cups") else 1
        await message.edit_text(f"Cups so far: {done}", reply_markup=message.reply_markup)
        await query.answer("One more")

    @dispatcher.callback_query(F.data == "alert")
    async def alert(query: CallbackQuery) -> None:
        await query.answer("The machine is being cleaned.", show_alert=True)


def _menu(url: str) -> InlineKeyboardMarkup:
    asked = {"manifestUrl": f"{url}/tonconnect-manifest.json", "items": [{"name": "ton_addr"}]}
    connect = f"{url}/wallet?" + urlencode({"v": 2, "id": "0c" * 32, "r": json.dumps(asked)})
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text="Pour a cup", callback_data="count", style="primary")],
            [
                InlineKeyboardButton(text="Alert", callback_data="alert"),
                InlineKeyboardButton(text="Copy", copy_text=CopyTextButton(text="beans")),
            ],
            [
                InlineKeyboardButton(text="Connect wallet", url=connect),
                InlineKeyboardButton(text="Pay 2.5 TON", url=f"ton://transfer/{SHOP}?amount=2500000000"),
            ],
        ]
    )


def _picker() -> ReplyKeyboardMarkup:
    rights = ChatAdministratorRights(**(RIGHTS | {"can_manage_chat": True}), can_post_messages=True)
    request = KeyboardButtonRequestChat(
        request_id=1,
        chat_is_channel=True,
        bot_administrator_rights=rights,
        user_administrator_rights=rights,
        request_title=True,
    )
    rows = [[KeyboardButton(text="Choose a channel", request_chat=request)], [KeyboardButton(text="Not now")]]
    return ReplyKeyboardMarkup(keyboard=rows, resize_keyboard=True, one_time_keyboard=True)

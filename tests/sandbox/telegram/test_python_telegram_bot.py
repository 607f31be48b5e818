"""An unmodified python-telegram-bot bot, by polling and by webhook."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, Message, Update
from telegram.error import BadRequest, Forbidden, RetryAfter
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
)
from telegram.ext.filters import UpdateType

from app.sandbox.telegram.pictures import make_picture
from app.sandbox.telegram.webhook import SECRET_HEADER
from tests.sandbox.telegram.conftest import Local

Ptb = Application[Any, Any, Any, Any, Any, Any]
Context = ContextTypes.DEFAULT_TYPE
KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Press", callback_data="press")]])


async def start(update: Update, context: Context) -> None:
    assert update.message
    await update.message.reply_text("*Hello*", parse_mode="MarkdownV2", reply_markup=KEYBOARD)


async def pressed(update: Update, context: Context) -> None:
    assert update.callback_query
    await update.callback_query.edit_message_text("Pressed")
    await update.callback_query.answer("Done")


async def heard(update: Update, context: Context) -> None:
    context.application.bot_data.setdefault("heard", []).append(update)


@pytest.fixture
async def ptb(local: Local) -> AsyncIterator[Ptb]:
    """An initialised application that nobody feeds yet."""
    builder = (
        Application.builder().token(local.token).base_url(f"{local.url}/bot").base_file_url(f"{local.url}/file/bot")
    )
    application: Ptb = builder.build()
    application.add_handler(CommandHandler("start", start))
    application.add_handler(CallbackQueryHandler(pressed))
    application.add_handler(ChatMemberHandler(heard))
    application.add_handler(MessageHandler(UpdateType.CHANNEL_POSTS, heard))
    await application.initialize()
    await application.start()
    yield application
    await application.stop()
    await application.shutdown()


async def converse(local: Local) -> None:
    telegram, people = local.telegram, local.telegram.people
    people.start("anna")
    hello = await telegram.expect("anna", "Hello")
    assert hello.content["entities"] == [{"type": "bold", "offset": 0, "length": 5}]
    assert await telegram.expect_answer(people.tap("anna", "Press")) == {
        "text": "Done",
        "show_alert": False,
        "url": None,
    }
    assert people.last_from_bot("anna").content["text"] == "Pressed"


async def test_it_lives_by_polling(local: Local, ptb: Ptb) -> None:
    assert ptb.updater
    await ptb.updater.start_polling(timeout=5)
    await converse(local)
    local.telegram.channels.post("coffee_daily", "oleg", "news")
    local.telegram.channels.set_admin("coffee_daily", "bot", {"can_post_messages": True})
    await local.telegram.wait_for(lambda: len(ptb.bot_data.get("heard", [])) == 2)
    await ptb.updater.stop()


async def test_it_lives_by_webhook_with_a_secret(local: Local, ptb: Ptb) -> None:
    secrets: list[str | None] = []

    async def hook(request: web.Request) -> web.Response:
        secrets.append(request.headers.get(SECRET_HEADER))
        await ptb.update_queue.put(Update.de_json(await request.json(), ptb.bot))
        return web.Response()

    server = web.Application()
    server.router.add_post("/hook", hook)
    runner = web.AppRunner(server)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    await ptb.bot.set_webhook(f"http://127.0.0.1:{runner.addresses[0][1]}/hook", secret_token="quiet_word")
    await converse(local)
    info = await ptb.bot.get_webhook_info()
    assert info.url.endswith("/hook")
    await local.telegram.wait_for(lambda: not local.telegram.world.updates.waiting)
    assert set(secrets) == {"quiet_word"}
    await runner.cleanup()


async def test_its_answers_are_understood(local: Local, ptb: Ptb) -> None:
    bot = ptb.bot
    post = await bot.send_photo("@coffee_daily", make_picture("latte"), caption="Latte")
    document = await bot.send_document(1001, b"terms", filename="terms.txt")
    assert document.document
    assert document.document.file_name == "terms.txt"
    file = await bot.get_file(document.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"terms"
    album = await bot.send_media_group(1001, [InputMediaPhoto(make_picture("a")), InputMediaPhoto(post.photo[-1])])
    assert album[1].photo[-1].file_unique_id == post.photo[-1].file_unique_id
    forward = await bot.forward_message(1001, "@coffee_daily", post.message_id)
    assert isinstance(forward, Message)
    assert forward.forward_origin
    chat = await bot.get_chat("@coffee_daily")
    assert (chat.title, await bot.get_chat_member_count("@coffee_daily")) == ("Coffee daily", 1200)
    members = await bot.get_chat_administrators("@coffee_daily")
    assert {member.status for member in members} == {"creator", "administrator"}
    assert await bot.delete_messages(1001, [forward.message_id, 4000])


async def test_refusals_have_its_own_names(local: Local, ptb: Ptb, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # the library's own way to its newer behaviour
    with pytest.raises(BadRequest, match="Chat not found"):
        await ptb.bot.send_message(424242, "nobody")
    local.telegram.people.block("anna")
    with pytest.raises(Forbidden, match="blocked by the user"):
        await ptb.bot.send_message(1001, "hello")
    local.telegram.world.faults.add("flood", method="getMe", retry_after=7)
    with pytest.raises(RetryAfter):
        await ptb.bot.get_me()


async def test_a_webhook_is_tried_again_until_it_answers(local: Local, ptb: Ptb) -> None:
    attempts: list[int] = []

    async def hook(request: web.Request) -> web.Response:
        attempts.append((await request.json())["update_id"])
        return web.Response(status=500 if len(attempts) < 3 else 200)

    server = web.Application()
    server.router.add_post("/hook", hook)
    runner = web.AppRunner(server)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    await ptb.bot.set_webhook(f"http://127.0.0.1:{runner.addresses[0][1]}/hook")
    local.telegram.people.say("anna", "anybody there?")
    await local.telegram.wait_for(lambda: not local.telegram.world.updates.waiting)
    assert len(attempts) == 3
    assert len(set(attempts)) == 1
    info = await ptb.bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"
    await runner.cleanup()


async def test_a_webhook_may_answer_with_a_method(local: Local, ptb: Ptb) -> None:
    async def hook(request: web.Request) -> web.Response:
        chat_id = (await request.json())["message"]["chat"]["id"]
        return web.json_response({"method": "sendMessage", "chat_id": chat_id, "text": "at once"})

    server = web.Application()
    server.router.add_post("/hook", hook)
    runner = web.AppRunner(server)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    await ptb.bot.set_webhook(f"http://127.0.0.1:{runner.addresses[0][1]}/hook")
    local.telegram.people.say("anna", "hello?")
    await local.telegram.expect("anna", "at once")
    await runner.cleanup()


async def test_two_pollers_exclude_each_other(local: Local) -> None:
    first = asyncio.create_task(local.call("getUpdates", timeout=20))
    await local.telegram.wait_for(lambda: local.telegram.world.updates.poll == 1)
    second = asyncio.create_task(local.call("getUpdates", timeout=20))
    assert (await first)["description"] == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    local.telegram.people.say("anna", "hello")
    answer = await second
    assert [update["message"]["text"] for update in answer["result"]] == ["hello"]
